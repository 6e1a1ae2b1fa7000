//! What it costs to put the first purchase off: earlier years are due all the same (W7-006).

use super::build::Settled;
use super::classify::Decision;
use super::exposure::tiers;
use super::orders::{add_amount, is_ordered, owned_of, unit_price};
use super::shape::Context;
use super::{Plan, Trace, Waiting};
use crate::domain::field::Field;
use crate::domain::money::Money;
use crate::domain::programme::RuleId;

pub(super) fn add_waiting(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let programme = context.programme;
    for window in &programme.base.coverage {
        if window.first_day <= context.as_of {
            continue;
        }
        let mut amounts: Vec<Money> = Vec::new();
        let mut releases_missed = 0;
        for group in settled {
            let Some(decision) = decisions.get(group.shape) else {
                continue;
            };
            let (Some(licences), Some(exposed)) = (&decision.licences, &decision.exposed) else {
                continue;
            };
            let Some(channel) = licences.channel else {
                continue;
            };
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
                let price = programme
                    .sku(needed.year, licences.buyers, channel)
                    .and_then(|sku| unit_price(context, sku, channel));
                if let Some(price) = price {
                    add_amount(&mut amounts, price.amount.times(group.endpoints - owned));
                }
            }
        }
        amounts.retain(|amount| amount.minor_units > 0);
        if amounts.is_empty() {
            continue;
        }
        let mut trace = Trace::default();
        trace.rest_on(&[Field::LeavesOn, Field::Owned]);
        trace.follow(programme.rule(RuleId::EarlierYearsAreRequired));
        plan.waiting.push(Waiting {
            year: window.year,
            from: window.first_day,
            amounts,
            releases_missed,
            trace,
        });
    }
}
