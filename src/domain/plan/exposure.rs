//! What has been missed: since when endpoints get no updates, and how many releases that is.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::build::Settled;
use super::classify::Decision;
use super::exposed::Exposed;
use super::orders::owned_of;
use super::patch_tuesday::{next_patch_tuesday, whole_months};
use super::shape::Context;
use super::{Exposure, Plan, Trace, Verdict};
use crate::domain::field::Field;
use crate::domain::licensing::CoverageYear;
use crate::domain::programme::{Releases, RuleId};
use crate::domain::source::FaqId;

/// Endpoints of a group that own the same years.
pub(super) struct Tier {
    pub(super) endpoints: u64,
    pub(super) owned: Vec<CoverageYear>,
}

/// A group's endpoints by the years they own: whoever owns fewer years of a kind owns them on the
/// same endpoints, so that as many as possible are protected for long.
pub(super) fn tiers(decision: &Decision, group: &Settled<'_>, exposed: &Exposed) -> Vec<Tier> {
    let promised = decision
        .licences
        .as_ref()
        .map_or(&[][..], |licences| &licences.promised[..]);
    let owned: Vec<(CoverageYear, u64)> = exposed
        .years
        .iter()
        .map(|(year, _)| {
            let quantity = owned_of(group.group, promised, *year, group.endpoints);
            (*year, quantity)
        })
        .collect();
    let mut edges: Vec<u64> = owned.iter().map(|(_, quantity)| *quantity).collect();
    edges.push(group.endpoints);
    edges.sort_unstable();
    edges.dedup();
    let mut below = 0;
    let mut tiers = Vec::new();
    for edge in edges {
        if edge > below {
            let held = owned.iter().filter(|(_, quantity)| *quantity >= edge);
            tiers.push(Tier {
                endpoints: edge - below,
                owned: held.map(|(year, _)| *year).collect(),
            });
        }
        below = edge;
    }
    tiers
}

/// What endpoints are told apart by.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    since: NaiveDate,
    releases_missed: u32,
    is_over: bool,
    is_hopeless: bool,
    cites: Vec<FaqId>,
}

pub(super) fn add_exposure(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let programme = context.programme;
    let mut by_day: BTreeMap<Key, (Vec<usize>, u64)> = BTreeMap::new();
    for (position, group) in settled.iter().enumerate() {
        let Some(decision) = decisions.get(group.shape) else {
            continue;
        };
        let Some(exposed) = &decision.exposed else {
            continue;
        };
        for tier in tiers(decision, group, exposed) {
            let since = exposed.protected_until(&tier.owned);
            let runs = exposed.year_on(context.as_of);
            let is_protected = runs.is_some_and(|year| tier.owned.contains(&year));
            // Who owns the first year before it begins is protected when it does.
            let is_ready = since >= context.as_of && !tier.owned.is_empty();
            if is_protected || is_ready {
                continue;
            }
            let releases_missed = exposed.releases_missed(&tier.owned, context.as_of);
            let embedded = programme.rule_sources(RuleId::EmbeddedUnprotected);
            let key = Key {
                since,
                releases_missed,
                is_over: since >= exposed.last_day && decision.verdict != Verdict::NotEligible,
                is_hopeless: releases_missed == 0 && decision.verdict == Verdict::NotEligible,
                cites: embedded
                    .iter()
                    .filter(|id| decision.trace.faq.contains(id))
                    .cloned()
                    .collect(),
            };
            let entry = by_day.entry(key).or_default();
            if entry.0.last() != Some(&position) {
                entry.0.push(position);
            }
            entry.1 += tier.endpoints;
        }
    }
    for (key, (groups, endpoints)) in by_day {
        let first_missed = match programme.base.releases {
            Releases::PatchTuesdays => next_patch_tuesday(key.since),
            Releases::Irregular => key.since.succ_opt(),
        };
        let Some(first_missed) = first_missed else {
            continue;
        };
        let mut trace = Trace::default();
        trace.rest_on(&[Field::Product, Field::Owned]);
        trace.follow(programme.rule(RuleId::UnprotectedWithout));
        if programme.base.releases == Releases::PatchTuesdays {
            trace.follow(programme.rule(RuleId::PatchTuesdays));
        }
        if !key.cites.is_empty() {
            trace.follow((RuleId::EmbeddedUnprotected, &key.cites));
        }
        let has_rhythm = programme.base.releases == Releases::PatchTuesdays;
        plan.exposure.push(Exposure {
            programme: 0,
            groups,
            endpoints,
            since: key.since,
            first_missed,
            releases_missed: has_rhythm.then_some(key.releases_missed),
            months: whole_months(key.since, context.as_of),
            is_over: key.is_over,
            is_hopeless: key.is_hopeless,
            trace,
        });
    }
}
