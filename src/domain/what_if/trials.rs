//! What is tried: all single changes in their order, and pairs of them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::grounds::rests_on;
use super::moves::{Move, answers, edges, fields};
use super::nature::Nature;
use super::outcome::Target;
use super::search::WhatIf;
use crate::domain::field::{Answer, Field, FieldKind, Place, Scope};
use crate::domain::plan::{Plan, plan_estate};
use crate::domain::programme::{Catalogue, Programme};

/// Single changes that are tried, and pairs.
const MOST_SINGLES: usize = 1200;
const MOST_PAIRS: usize = 400;

/// What is tried in one plan.
#[derive(Clone, Debug, Default)]
pub(super) struct Trial {
    pub(super) moves: Vec<Move>,
    pub(super) as_of: Option<NaiveDate>,
}

impl WhatIf {
    /// All single changes: what the target rests on before the rest, its own groups before others.
    pub(super) fn singles(
        &self,
        catalogue: &Catalogue,
        plan: &Plan,
        of_target: &[usize],
    ) -> Vec<Trial> {
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
        // Nobody can order on a day that has passed.
        days.retain(|day| *day > self.as_of);
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
    pub(super) fn pairs(&self, catalogue: &Catalogue) -> Vec<Trial> {
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
