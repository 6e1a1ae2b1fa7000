//! In which order changes are told: the least change first, then what it does.

use std::cmp::Reverse;

use chrono::NaiveDate;

use super::nature::Nature;
use super::outcome::Outcome;
use super::{Change, ChangedField};
use crate::domain::field::{Answer, Field, Place};
use crate::domain::plan::Verdict;
use crate::domain::profile::Profile;

/// A change that was found, with how far its answer lies from the one that is held.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) change: Change,
    /// Days between the answer, or the day, and the day of the plan, where it is one.
    distance: i64,
}

/// What changes are told apart by: those alike in it come to the same.
type Alike<'a> = (
    Vec<(&'a [Place], Field)>,
    Nature,
    Option<Verdict>,
    &'a Outcome,
    i64,
);

/// What changes are put in order by.
type Key = (usize, bool, bool, u8, usize, Reverse<i128>);

impl Found {
    /// A change of a profile, by the day that its leaving day or the plan's would move.
    pub(super) fn new(change: Change, profile: &Profile, as_of: NaiveDate) -> Self {
        let fields = change.fields.iter();
        let leaving = fields.filter_map(|changed| {
            let Answer::Date(day) = changed.answer else {
                return None;
            };
            let held = changed
                .places
                .first()
                .map(|place| profile.answer(*place, changed.field));
            Some(match held {
                Some(Answer::Date(held)) => (day - held).num_days().abs(),
                // Whoever has no day stays to the end: the latest one changes least.
                _ => (as_of - day).num_days(),
            })
        });
        let day = change.as_of.map(|day| (day - as_of).num_days().abs());
        let distance = leaving.chain(day).sum();
        Self { change, distance }
    }

    fn alike(&self) -> Alike<'_> {
        let fields = self.change.fields.iter();
        (
            fields.map(|f| (f.places.as_slice(), f.field)).collect(),
            self.change.nature,
            self.change.becomes,
            &self.change.after,
            self.change.left_out,
        )
    }
}

/// The least change first: one field of one place, then the day, then one field of many groups,
/// then two fields. Of equal ones those that leave nobody without updates, then what can be done,
/// then what makes less of it, then what is likely, then the largest effect.
pub(super) fn key(change: &Change) -> Key {
    let size = match change.fields.as_slice() {
        [] => 1,
        [one] if one.places.len() == 1 => 0,
        [_] => 2,
        _ => 3,
    };
    let effect = effect(change);
    (
        size,
        change.left_out > 0,
        change.nature == Nature::Fact,
        match effect {
            ..0 => 0,
            1.. => 1,
            0 => 2,
        },
        change.fields.iter().map(unlikely).sum(),
        Reverse(effect.saturating_abs()),
    )
}

/// How unlikely a fact is that nobody entered: one year bought already is likelier than several, and
/// that a group runs another system altogether is least likely.
fn unlikely(changed: &ChangedField) -> usize {
    match (changed.field, &changed.answer) {
        (Field::Owned, Answer::Years(years)) => years.len().saturating_sub(1),
        (Field::Product, _) => usize::from(u8::MAX),
        _ => 0,
    }
}

/// What a change does: units or endpoints more or fewer, else money.
pub(super) fn effect(change: &Change) -> i128 {
    let units = change.after.quantity_change(&change.before);
    if let Some(units) = units.filter(|units| *units != 0) {
        return i128::from(units);
    }
    let sums = change.after.amounts_change(&change.before);
    let sums = sums.into_iter().flatten();
    sums.map(|amount| amount.minor_units)
        .fold(0, i128::saturating_add)
}

/// Changes of the same fields that come to the same become one, which names the others.
pub(super) fn merged(found: Vec<Found>) -> Vec<Found> {
    let mut kept: Vec<Found> = Vec::new();
    for found in found {
        let Some(known) = kept.iter_mut().find(|known| known.alike() == found.alike()) else {
            kept.push(found);
            continue;
        };
        let (nearer, other) = if found.distance < known.distance {
            let other = std::mem::replace(known, found);
            (known, other)
        } else {
            (known, found)
        };
        let others = other.change.fields;
        for (changed, other) in nearer.change.fields.iter_mut().zip(others) {
            let ChangedField { answer, alike, .. } = other;
            for answer in std::iter::once(answer).chain(alike) {
                if answer != changed.answer && !changed.alike.contains(&answer) {
                    changed.alike.push(answer);
                }
            }
        }
    }
    kept
}

/// Puts changes in order. So that one field does not fill the list alone, two of each come before
/// all others, and of a fact of one group only one.
pub(super) fn ranked(mut found: Vec<Found>) -> Vec<Change> {
    const OF_A_FIELD: usize = 2;
    found.sort_by_key(|found| key(&found.change));
    let mut first: Vec<Change> = Vec::new();
    let mut rest: Vec<Change> = Vec::new();
    for Found { change, .. } in found {
        let field = |change: &Change| change.fields.first().map(|changed| changed.field);
        let places = |change: &Change| change.fields.first().map(|c| c.places.clone());
        let of_it = || first.iter().filter(|known| field(known) == field(&change));
        let is_told =
            change.nature == Nature::Fact && of_it().any(|known| places(known) == places(&change));
        if of_it().count() < OF_A_FIELD && !is_told {
            first.push(change);
        } else {
            rest.push(change);
        }
    }
    first.append(&mut rest);
    first
}
