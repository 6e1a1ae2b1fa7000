//! What it costs to put the first purchase off: earlier years are due all the same (W7-006).

use super::build::Settled;
use super::classify::Decision;
use super::exposure::tiers;
use super::orders::{is_ordered, owned_of};
use super::prices::{add_amount, known_price};
use super::shape::Context;
use super::spans::charged;
use super::units::units;
use super::{Plan, Span, Trace, Waiting};
use crate::domain::field::Field;
use crate::domain::money::Money;
use crate::domain::programme::{Joining, Releases, RuleId};

pub(super) fn add_waiting(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let programme = context.programme;
    // Who pays for the time before whenever he joins loses nothing but updates by waiting.
    for window in &programme.base.coverage {
        if window.first_day <= context.as_of {
            continue;
        }
        let mut amounts: Vec<Money> = Vec::new();
        let mut releases_missed = 0;
        // A sum that leaves a part out would say less than waiting costs.
        let mut is_priced = true;
        for group in settled {
            let Some(decision) = decisions.get(group.shape) else {
                continue;
            };
            let (Some(licences), Some(exposed)) = (&decision.licences, &decision.exposed) else {
                continue;
            };
            let Some(sales) = &licences.sales else {
                continue;
            };
            let Some(offer) = programme.base.offers.get(licences.offer) else {
                continue;
            };
            if sales.joining != Joining::AllEarlierYears || !offer.coverage.is_empty() {
                continue;
            }
            // A group that has left by then is not bought for.
            let stays = licences
                .years
                .iter()
                .any(|needed| needed.year == window.year);
            if !stays || !is_ordered(decision.verdict) {
                continue;
            }
            let missed = tiers(decision, group, exposed)
                .iter()
                .map(|tier| exposed.releases_missed(&tier.owned, window.first_day))
                .max()
                .unwrap_or(0);
            // Who buys each year before it begins does not wait.
            if missed == 0 {
                continue;
            }
            releases_missed = releases_missed.max(missed);
            for needed in licences.years.iter().filter(|n| n.year <= window.year) {
                let owned = owned_of(
                    group.group,
                    &licences.promised,
                    needed.year,
                    group.endpoints,
                );
                let missing = group.endpoints - owned;
                let price = needed
                    .sku
                    .and_then(|index| programme.skus.get(index))
                    .and_then(|sku| Some((sku, known_price(context, sku, sales.channel).sure?)));
                match price {
                    Some((sku, price)) => {
                        let quantity = units(sku, group.group, missing);
                        let amount = charged(price.amount, sku, quantity, Span::Whole);
                        add_amount(&mut amounts, amount);
                    }
                    None => is_priced &= missing == 0,
                }
            }
        }
        amounts.retain(|amount| amount.minor_units > 0);
        if amounts.is_empty() || !is_priced {
            continue;
        }
        let mut trace = Trace::default();
        trace.rest_on(&[Field::LeavesOn, Field::Owned]);
        trace.follow(programme.rule(RuleId::EarlierYearsAreRequired));
        plan.waiting.push(Waiting {
            programme: 0,
            year: window.year,
            from: window.first_day,
            amounts,
            releases_missed: (programme.base.releases == Releases::PatchTuesdays)
                .then_some(releases_missed),
            trace,
        });
    }
}
