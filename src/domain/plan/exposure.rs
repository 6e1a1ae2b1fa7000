//! What has been missed: since when endpoints get no updates, and how many releases that is.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::build::Settled;
use super::classify::Decision;
use super::orders::owned_of;
use super::patch_tuesday::{count_patch_tuesdays, next_patch_tuesday, whole_months};
use super::shape::Context;
use super::{Exposure, Plan, Trace, Verdict};
use crate::domain::field::Field;
use crate::domain::programme::RuleId;

pub(super) fn add_exposure(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let programme = context.programme;
    let mut by_day: BTreeMap<(NaiveDate, NaiveDate, bool), (Vec<usize>, u64)> = BTreeMap::new();
    for (position, group) in settled.iter().enumerate() {
        let Some(decision) = decisions.get(group.shape) else {
            continue;
        };
        let Some(exposed) = &decision.exposed else {
            continue;
        };
        let rest = group.endpoints - group.covered;
        if rest == 0 {
            continue;
        }
        // Years that every endpoint of the group owns from the first on still protect it.
        let mut since = exposed.end_of_support;
        let promised = decision
            .licences
            .as_ref()
            .map_or(&[][..], |licences| &licences.promised[..]);
        for (year, last_day) in &exposed.years {
            if owned_of(group.group, promised, *year, group.endpoints) < group.endpoints {
                break;
            }
            since = *last_day;
        }
        let is_oem = decision.verdict == Verdict::Oem;
        let entry = by_day.entry((since, exposed.last_day, is_oem)).or_default();
        entry.0.push(position);
        entry.1 += rest;
    }
    for ((since, last_day, is_oem), (groups, endpoints)) in by_day {
        let Some(first_missed) = next_patch_tuesday(since) else {
            continue;
        };
        let mut trace = Trace::default();
        trace.rest_on(&[Field::Product, Field::Owned]);
        trace.follow(programme.rule(RuleId::UnprotectedWithout));
        trace.follow(programme.rule(RuleId::PatchTuesdays));
        if is_oem {
            trace.follow(programme.rule(RuleId::EmbeddedUnprotected));
        }
        plan.exposure.push(Exposure {
            groups,
            endpoints,
            since,
            first_missed,
            releases_missed: count_patch_tuesdays(since, context.as_of.min(last_day)),
            months: whole_months(since, context.as_of),
            trace,
        });
    }
}
