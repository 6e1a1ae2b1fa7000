//! What it costs to put the first purchase off: earlier years are due all the same (W7-006).

use super::build::Settled;
use super::classify::Decision;
use super::orders::{add_amount, is_ordered, owned_of, unit_price};
use super::patch_tuesday::count_patch_tuesdays;
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
        for group in settled {
            let Some(decision) = decisions.get(group.shape) else {
                continue;
            };
            let (Some(licences), true) = (&decision.licences, is_ordered(decision.verdict)) else {
                continue;
            };
            // A group that has left by then is not bought for.
            if !licences
                .years
                .iter()
                .any(|needed| needed.year == window.year)
            {
                continue;
            }
            let Some(channel) = licences.channel else {
                continue;
            };
            for needed in licences.years.iter().filter(|n| n.year <= window.year) {
                let owned = owned_of(
                    group.group,
                    &licences.promised,
                    needed.year,
                    group.endpoints,
                );
                let price = programme
                    .sku(needed.year, licences.buyers, channel)
                    .and_then(|sku| unit_price(context, sku));
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
        let last_updates = plan
            .exposure
            .iter()
            .map(|exposure| exposure.since)
            .min()
            .unwrap_or(programme.base.end_of_support);
        plan.waiting.push(Waiting {
            year: window.year,
            from: window.first_day,
            amounts,
            releases_missed: count_patch_tuesdays(last_updates, window.first_day),
            trace,
        });
    }
}
