//! The search: every single change is planned, then pairs where no single one does it.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::grounds::{looked_at, target_groups};
use super::moves::Move;
use super::nature::Nature;
use super::outcome::{Outcome, Target};
use super::rank::{Found, effect, key, merged, ranked};
use super::trials::Trial;
use super::{Change, ChangedField, MOST_CHANGES};
use crate::domain::field::Place;
use crate::domain::plan::{Plan, Verdict, plan_estate};
use crate::domain::profile::Profile;
use crate::domain::programme::Catalogue;

/// Where a search stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Singles,
    Pairs,
    /// What was found in the looked-at groups is planned with all groups.
    Verifying,
    Done,
}

/// A search for what would change a target.
#[derive(Clone, Debug)]
pub struct WhatIf {
    pub(super) target: Target,
    pub(super) profile: Profile,
    pub(super) as_of: NaiveDate,
    /// The groups that are looked at, by position; all where there are few.
    pub(super) groups: Vec<usize>,
    /// The profile with those groups alone.
    small: Profile,
    small_before: Weighed,
    before: Weighed,
    stage: Stage,
    pub(super) trials: Vec<Trial>,
    next: usize,
    found: Vec<Found>,
    /// What was found in the looked-at groups and is still to be planned with all.
    candidates: Vec<Change>,
    changes: Vec<Change>,
}

/// A target with what became of the endpoints.
#[derive(Clone, Debug, Default)]
struct Weighed {
    outcome: Outcome,
    undecided: u64,
    left_out: u64,
    not_eligible: u64,
}

impl Weighed {
    fn of(target: &Target, plan: &Plan) -> Self {
        let left_out = [Verdict::NotEligible, Verdict::NotOffered];
        Self {
            outcome: target.measure(plan),
            undecided: plan.endpoints_with(Verdict::NeedsDecision),
            left_out: left_out
                .map(|verdict| plan.endpoints_with(verdict))
                .iter()
                .sum(),
            not_eligible: plan.endpoints_with(Verdict::NotEligible),
        }
    }

    /// Whether endpoints are worse off than before: not eligible, or without an offer.
    fn is_worse_than(&self, before: &Self) -> bool {
        self.left_out > before.left_out || self.not_eligible > before.not_eligible
    }

    fn left_out_since(&self, before: &Self) -> i64 {
        let number = |of: u64| i64::try_from(of).unwrap_or(i64::MAX);
        number(self.left_out).saturating_sub(number(before.left_out))
    }
}

impl WhatIf {
    /// Begins a search for the plan that this profile has on this day. Nothing is planned yet.
    pub fn new(
        catalogue: &Catalogue,
        profile: &Profile,
        as_of: NaiveDate,
        plan: &Plan,
        target: Target,
    ) -> Self {
        let of_target = target_groups(&target, plan);
        let groups = looked_at(profile, plan, &of_target);
        let small = Profile {
            organisation: profile.organisation.clone(),
            groups: groups
                .iter()
                .filter_map(|position| profile.groups.get(*position).map(Arc::clone))
                .collect(),
        };
        let mut search = Self {
            before: Weighed::of(&target, plan),
            small_before: Weighed::of(&target, plan),
            target,
            profile: profile.clone(),
            as_of,
            groups,
            small,
            stage: Stage::Singles,
            trials: Vec::new(),
            next: 0,
            found: Vec::new(),
            candidates: Vec::new(),
            changes: Vec::new(),
        };
        if search.is_reduced() {
            let (_, small_plan) = plan_estate(catalogue, &search.small, as_of, None);
            search.small_before = search.weigh_small(&small_plan);
        }
        search.trials = search.singles(catalogue, plan, &of_target);
        search
    }

    /// Whether only some groups are looked at one by one.
    fn is_reduced(&self) -> bool {
        self.groups.len() < self.profile.groups.len()
    }

    /// Whether the search is over.
    pub fn is_done(&self) -> bool {
        self.stage == Stage::Done
    }

    /// What was found, in the order in which it is told; nothing before the search is over.
    pub fn changes(&self) -> &[Change] {
        if self.is_done() { &self.changes } else { &[] }
    }

    /// Makes at most so many plans; true when the search is over. Plans of large estates count for
    /// as many as they take the time of.
    pub fn step(&mut self, catalogue: &Catalogue, plans: usize) -> bool {
        const GROUPS_A_PLAN: usize = 40;
        let weight = 1 + self.profile.groups.len() / GROUPS_A_PLAN;
        let mut left = plans;
        while left > 0 && self.stage != Stage::Done {
            left = match self.stage {
                Stage::Singles | Stage::Pairs => {
                    self.try_next(catalogue);
                    left - 1
                }
                Stage::Verifying => {
                    self.verify_next(catalogue);
                    left.saturating_sub(weight)
                }
                Stage::Done => 0,
            };
        }
        self.is_done()
    }

    fn weigh_small(&self, plan: &Plan) -> Weighed {
        let position = |group: usize| self.groups.binary_search(&group).ok();
        let target = self.target.at(position);
        target.map_or_else(Weighed::default, |target| Weighed::of(&target, plan))
    }

    fn try_next(&mut self, catalogue: &Catalogue) {
        let Some(trial) = self.trials.get(self.next).cloned() else {
            self.end_of_trials(catalogue);
            return;
        };
        self.next += 1;
        let mut profile = self.small.clone();
        let position = |group: usize| self.groups.binary_search(&group).ok();
        if !make(&mut profile, &trial.moves, position) {
            return;
        }
        let as_of = trial.as_of.unwrap_or(self.as_of);
        let (_, plan) = plan_estate(catalogue, &profile, as_of, None);
        let after = self.weigh_small(&plan);
        let before = &self.small_before;
        if !after.outcome.differs(&before.outcome) || after.undecided > before.undecided {
            return;
        }
        let becomes = self.becomes(&trial.moves, &plan, position);
        let change = change_of(&trial, &after, before, becomes);
        if self.is_false_gain(&change, after.is_worse_than(before)) {
            return;
        }
        self.found
            .push(Found::new(change, &self.profile, self.as_of));
    }

    fn end_of_trials(&mut self, catalogue: &Catalogue) {
        if self.stage == Stage::Singles && self.found.is_empty() {
            self.stage = Stage::Pairs;
            self.trials = self.pairs(catalogue);
            self.next = 0;
            return;
        }
        let ranked = ranked(merged(std::mem::take(&mut self.found)));
        self.next = 0;
        if self.is_reduced() {
            self.candidates = ranked;
            self.stage = Stage::Verifying;
        } else {
            self.changes = ranked.into_iter().take(MOST_CHANGES).collect();
            self.finish();
        }
    }

    fn finish(&mut self) {
        self.changes.sort_by_key(key);
        self.candidates = Vec::new();
        self.trials = Vec::new();
        self.stage = Stage::Done;
    }

    /// Plans one of the changes with all groups, and keeps it where it still holds.
    fn verify_next(&mut self, catalogue: &Catalogue) {
        let next = self.candidates.get(self.next).cloned();
        let Some(mut change) = next.filter(|_| self.changes.len() < MOST_CHANGES) else {
            self.finish();
            return;
        };
        self.next += 1;
        let mut profile = self.profile.clone();
        let Ok(as_of) = change.apply(&mut profile, self.as_of) else {
            return;
        };
        let (_, plan) = plan_estate(catalogue, &profile, as_of, None);
        let after = Weighed::of(&self.target, &plan);
        if after.outcome.differs(&self.before.outcome) && after.undecided <= self.before.undecided {
            let is_worse = after.is_worse_than(&self.before);
            change.left_out = after.left_out_since(&self.before);
            change.before = self.before.outcome.clone();
            change.after = after.outcome;
            // What was tried in few groups may come to something else in all of them.
            for changed in &mut change.fields {
                changed.alike.clear();
            }
            if !self.is_false_gain(&change, is_worse) {
                self.changes.push(change);
            }
        }
    }

    /// Whether a change seems to help only because endpoints are worse off by it, or because time
    /// passes. A verdict that was asked about is told whatever it is.
    fn is_false_gain(&self, change: &Change, is_worse: bool) -> bool {
        if matches!(self.target, Target::Ledger { .. }) {
            return false;
        }
        let effect = effect(change);
        (is_worse && effect <= 0) || (change.as_of.is_some() && effect < 0)
    }

    /// The verdict that most endpoints of the one group have that a trial changes.
    fn becomes(
        &self,
        moves: &[Move],
        plan: &Plan,
        position: impl Fn(usize) -> Option<usize>,
    ) -> Option<Verdict> {
        let places: BTreeSet<Place> = moves.iter().flat_map(|m| m.places.clone()).collect();
        let mut groups = places.into_iter().filter_map(|place| match place {
            Place::Organisation => None,
            Place::Group(index) => position(index),
        });
        let group = match (&self.target, groups.next(), groups.next()) {
            (Target::Ledger { group, .. }, ..) => position(*group),
            (_, group, None) => group,
            (_, _, Some(_)) => None,
        }?;
        let rows = plan.ledger.iter().filter(|row| row.group == group);
        rows.max_by_key(|row| row.endpoints).map(|row| row.verdict)
    }
}

/// What a trial does to a target.
fn change_of(trial: &Trial, after: &Weighed, before: &Weighed, becomes: Option<Verdict>) -> Change {
    let natures = trial.moves.iter().map(|tried| Nature::of(tried.field));
    let day = trial.as_of.map(|_| Nature::Decision);
    let fields = trial.moves.iter().map(|tried| ChangedField {
        places: tried.places.clone(),
        field: tried.field,
        answer: tried.answer.clone(),
        alike: Vec::new(),
    });
    Change {
        fields: fields.collect(),
        as_of: trial.as_of,
        nature: natures.chain(day).max().unwrap_or(Nature::Fact),
        before: before.outcome.clone(),
        after: after.outcome.clone(),
        becomes,
        left_out: after.left_out_since(before),
    }
}

/// Makes changes in the looked-at groups; false where one does not fit or none is looked at.
fn make(profile: &mut Profile, moves: &[Move], position: impl Fn(usize) -> Option<usize>) -> bool {
    for tried in moves {
        let mut is_made = false;
        for place in &tried.places {
            let place = match place {
                Place::Organisation => Place::Organisation,
                Place::Group(group) => match position(*group) {
                    Some(small) => Place::Group(small),
                    None => continue,
                },
            };
            if profile
                .set_answer(place, tried.field, &tried.answer)
                .is_err()
            {
                return false;
            }
            is_made = true;
        }
        if !is_made {
            return false;
        }
    }
    true
}
