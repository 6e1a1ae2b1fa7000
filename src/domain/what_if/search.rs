//! The search: every single change is planned, then pairs where no single one does it.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::moves::{Move, answers, edges, fields};
use super::nature::Nature;
use super::outcome::{Outcome, Target};
use super::rank::{Found, key, merged, ranked};
use super::{Change, ChangedField, MOST_CHANGES};
use crate::domain::field::{Answer, Field, FieldKind, Place, Scope};
use crate::domain::plan::{OrderWhen, Plan, Verdict, plan_estate};
use crate::domain::profile::Profile;
use crate::domain::programme::{Catalogue, Programme};

/// Groups that are looked at one by one; of a larger estate those that count most.
const MOST_GROUPS: usize = 12;
/// Single changes that are tried, and pairs.
const MOST_SINGLES: usize = 1200;
const MOST_PAIRS: usize = 400;

/// What is tried in one plan.
#[derive(Clone, Debug, Default)]
struct Trial {
    moves: Vec<Move>,
    as_of: Option<NaiveDate>,
}

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
    target: Target,
    profile: Profile,
    as_of: NaiveDate,
    /// The groups that are looked at, by position; all where there are few.
    groups: Vec<usize>,
    /// The profile with those groups alone.
    small: Profile,
    small_before: Weighed,
    before: Weighed,
    stage: Stage,
    trials: Vec<Trial>,
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
        }
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
        let change = self.change(&trial, &after, before, becomes);
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
            change.left_out = after.left_out_since(&self.before);
            change.before = self.before.outcome.clone();
            change.after = after.outcome;
            // What was tried in few groups may come to something else in all of them.
            for changed in &mut change.fields {
                changed.alike.clear();
            }
            self.changes.push(change);
        }
    }

    fn change(
        &self,
        trial: &Trial,
        after: &Weighed,
        before: &Weighed,
        becomes: Option<Verdict>,
    ) -> Change {
        let natures = trial.moves.iter().map(|tried| Nature::of(tried.field));
        // A day that has passed can't be chosen any more.
        let day = trial.as_of.map(|day| {
            if day < self.as_of {
                Nature::Fact
            } else {
                Nature::Decision
            }
        });
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

    /// All single changes: what the target rests on before the rest, its own groups before others.
    fn singles(&self, catalogue: &Catalogue, plan: &Plan, of_target: &[usize]) -> Vec<Trial> {
        let rests_on = rests_on(&self.target, plan);
        let mut trials: Vec<Trial> = Vec::new();
        let mut add = |places: Vec<Place>, field: Field, answer: Answer| {
            let moves = vec![Move {
                places,
                field,
                answer,
            }];
            trials.push(Trial { moves, as_of: None });
        };
        let programmes = self.programmes(catalogue, plan);
        let mut asked: BTreeSet<Field> = BTreeSet::new();
        for programme in &programmes {
            for field in fields(programme, Scope::Organisation, &rests_on) {
                if !asked.insert(field) {
                    continue;
                }
                let place = Place::Organisation;
                for answer in answers(programme, &self.profile, place, field, self.as_of) {
                    add(vec![place], field, answer);
                }
            }
        }
        let is_own = |group: &usize| of_target.contains(group);
        let own = self.groups.iter().copied().filter(|g| is_own(g));
        let others = self.groups.iter().copied().filter(|g| !is_own(g));
        // Another group has no say in the verdict of this one.
        let others = others.filter(|_| !matches!(self.target, Target::Ledger { .. }));
        for group in own {
            self.add_group(catalogue, plan, &[group], &rests_on, &mut add);
        }
        if of_target.len() > 1 {
            self.add_group(catalogue, plan, of_target, &rests_on, &mut add);
        }
        for group in others {
            self.add_group(catalogue, plan, &[group], &rests_on, &mut add);
        }
        let mut days: BTreeSet<NaiveDate> = BTreeSet::new();
        for programme in programmes {
            days.extend(edges(programme, None));
        }
        days.remove(&self.as_of);
        // A day changes much: it is tried where few other things are.
        let days = days.into_iter().map(|day| Trial {
            moves: Vec::new(),
            as_of: Some(day),
        });
        trials.truncate(MOST_SINGLES);
        trials.extend(days);
        trials
    }

    /// The changes of one group, or those of several at once that they can share: an edition or a
    /// number of endpoints is each group's own.
    fn add_group(
        &self,
        catalogue: &Catalogue,
        plan: &Plan,
        groups: &[usize],
        rests_on: &[Field],
        add: &mut impl FnMut(Vec<Place>, Field, Answer),
    ) {
        let Some(first) = groups.first() else {
            return;
        };
        let part = plan.programmes.get(plan.programme_of_group(*first));
        let Some(programme) = part.and_then(|part| catalogue.get(&part.id)) else {
            return;
        };
        let place = Place::Group(*first);
        for field in fields(programme, Scope::Group, rests_on) {
            let can_share = matches!(field.kind(), FieldKind::Choice | FieldKind::Date)
                && Nature::of(field) == Nature::Decision;
            if groups.len() > 1 && !can_share {
                continue;
            }
            for answer in answers(programme, &self.profile, place, field, self.as_of) {
                let places = groups.iter().map(|group| Place::Group(*group));
                add(places.collect(), field, answer);
            }
        }
    }

    /// The programmes that a target is about.
    fn programmes<'c>(&self, catalogue: &'c Catalogue, plan: &Plan) -> Vec<&'c Programme> {
        let only = match &self.target {
            Target::Order { programme, .. } | Target::Unprotected { programme } => {
                Some(programme.clone())
            }
            Target::Ledger { group, .. } => {
                let part = plan.programmes.get(plan.programme_of_group(*group));
                part.map(|part| part.id.clone())
            }
            Target::Sum(_) => None,
        };
        let parts = plan.programmes.iter().map(|part| &part.id);
        parts
            .filter(|id| only.as_ref().is_none_or(|only| only == *id))
            .filter_map(|id| catalogue.get(id))
            .collect()
    }

    /// Pairs of what was tried alone, at one group or at one group and the organisation.
    fn pairs(&self, catalogue: &Catalogue) -> Vec<Trial> {
        let (_, plan) = plan_estate(catalogue, &self.profile, self.as_of, None);
        let rests_on = rests_on(&self.target, &plan);
        let single = |trial: &Trial| match trial.moves.as_slice() {
            [tried] if tried.places.len() == 1 && rests_on.contains(&tried.field) => {
                Some(tried.clone())
            }
            _ => None,
        };
        let singles: Vec<Move> = self.trials.iter().filter_map(single).collect();
        let mut pairs = Vec::new();
        for (position, first) in singles.iter().enumerate() {
            for second in singles.iter().skip(position + 1) {
                let goes_together = first.field != second.field
                    && (first.places == second.places
                        || first.places == [Place::Organisation]
                        || second.places == [Place::Organisation]);
                if goes_together {
                    pairs.push(Trial {
                        moves: vec![first.clone(), second.clone()],
                        as_of: None,
                    });
                }
                if pairs.len() >= MOST_PAIRS {
                    return pairs;
                }
            }
        }
        pairs
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

/// The groups that a target is made of, largest part first.
fn target_groups(target: &Target, plan: &Plan) -> Vec<usize> {
    let mut parts: Vec<(u64, usize)> = Vec::new();
    let is_of = |programme: usize, id: &str| {
        let part = plan.programmes.get(programme);
        part.is_some_and(|part| &*part.id == id)
    };
    match target {
        Target::Ledger { group, .. } => parts.push((0, *group)),
        Target::Order {
            programme,
            year,
            back_charge,
            ..
        } => {
            for line in plan.orders.iter().filter(|line| {
                is_of(line.programme, programme)
                    && line.year == *year
                    && line.back_charge == *back_charge
            }) {
                parts.extend(
                    line.groups
                        .iter()
                        .map(|(group, quantity)| (*quantity, *group)),
                );
            }
        }
        Target::Sum(when) => {
            let is_meant = |at: OrderWhen| when.is_none_or(|when| when == at);
            for line in plan.orders.iter().filter(|line| is_meant(line.when)) {
                parts.extend(
                    line.groups
                        .iter()
                        .map(|(group, quantity)| (*quantity, *group)),
                );
            }
        }
        Target::Unprotected { programme } => {
            let mut missing = plan
                .exposure
                .iter()
                .filter(|part| is_of(part.programme, programme) && part.is_missing(plan.as_of));
            let groups = missing.by_ref().flat_map(|part| part.groups.clone());
            parts.extend(groups.map(|group| (0, group)));
        }
    }
    parts.sort_by_key(|(quantity, group)| (std::cmp::Reverse(*quantity), *group));
    let mut groups = Vec::new();
    let mut seen = BTreeSet::new();
    for (_, group) in parts {
        if seen.insert(group) {
            groups.push(group);
        }
    }
    groups
}

/// The groups to look at one by one: all of a small estate, of a large one the largest of the
/// target and, beside them, the first others.
fn looked_at(profile: &Profile, plan: &Plan, of_target: &[usize]) -> Vec<usize> {
    const OTHERS: usize = 4;
    let all = profile.groups.len();
    if all <= MOST_GROUPS {
        return (0..all).collect();
    }
    let own = of_target.iter().take(MOST_GROUPS - OTHERS).copied();
    let mut groups: BTreeSet<usize> = own.collect();
    let is_ordered: BTreeSet<usize> = of_target.iter().copied().collect();
    let mut others: Vec<(u64, usize)> = plan
        .ledger
        .iter()
        .filter(|row| !is_ordered.contains(&row.group))
        .map(|row| (row.endpoints, row.group))
        .collect();
    others.sort_by_key(|(endpoints, group)| (std::cmp::Reverse(*endpoints), *group));
    groups.extend(others.into_iter().take(OTHERS).map(|(_, group)| group));
    groups.into_iter().collect()
}

/// The fields that the plan itself names as the grounds of a target.
fn rests_on(target: &Target, plan: &Plan) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut add = |more: &[Field]| {
        for field in more {
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
    };
    // Of every number: how many, since when, until when, and where.
    add(&[
        Field::Hosting,
        Field::LeavesOn,
        Field::Owned,
        Field::SharedEndpoints,
    ]);
    match target {
        Target::Ledger { group, .. } => {
            for row in plan.ledger.iter().filter(|row| row.group == *group) {
                add(&row.trace.fields);
            }
        }
        Target::Order { year, .. } => {
            for line in plan.orders.iter().filter(|line| line.year == *year) {
                add(&line.trace.fields);
            }
        }
        Target::Sum(_) => plan.orders.iter().for_each(|line| add(&line.trace.fields)),
        Target::Unprotected { .. } => {
            plan.exposure
                .iter()
                .for_each(|part| add(&part.trace.fields));
        }
    }
    fields
}
