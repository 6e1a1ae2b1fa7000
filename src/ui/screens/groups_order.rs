//! Which groups the table shows, and in which order: worked out when that changes, not in each frame.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::derived::Derived;
use crate::domain::field::{Answer, Field, Place, group_answer};
use crate::domain::plan::Verdict;
use crate::domain::profile::{DataId, EndpointGroup};
use crate::domain::text::Language;
use crate::i18n::{self, tr};
use crate::search::{fold, matches_words};
use crate::ui::View;
use crate::ui::widgets::words::{answer_name, group_name};

/// A column of the groups' table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GroupColumn {
    /// The tick.
    Tick,
    /// The name.
    Name,
    /// System and edition.
    System,
    /// Where it runs.
    Hosting,
    /// How many.
    Endpoints,
    /// How the Windows licence came.
    Licence,
    /// When the old system goes.
    LeavesOn,
    /// What becomes of it.
    Verdict,
}

impl GroupColumn {
    /// The columns that a plan's groups have.
    pub(super) fn shown(view: &View<'_>) -> Vec<Self> {
        let mut columns = vec![
            Self::Tick,
            Self::Name,
            Self::System,
            Self::Hosting,
            Self::Endpoints,
            Self::Licence,
            Self::LeavesOn,
            Self::Verdict,
        ];
        if view.has_several() {
            // Most programmes do not ask for it, and the names of systems are longer.
            columns.retain(|column| *column != Self::Licence);
        }
        columns
    }

    /// The field that it shows.
    pub(super) fn field(self) -> Option<Field> {
        match self {
            Self::Tick | Self::Verdict => None,
            Self::Name => Some(Field::GroupName),
            Self::System => Some(Field::Product),
            Self::Hosting => Some(Field::Hosting),
            Self::Endpoints => Some(Field::Endpoints),
            Self::Licence => Some(Field::LicenceOrigin),
            Self::LeavesOn => Some(Field::LeavesOn),
        }
    }
}

/// How the groups are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct GroupSort {
    pub(super) column: GroupColumn,
    pub(super) is_descending: bool,
}

/// The groups in the order in which they are shown.
///
/// A group that is edited stays where it is and in sight, even if it would now stand elsewhere:
/// only a new sort or filter, or a change of more than one group, puts them in order again.
#[derive(Debug, Default)]
pub(super) struct GroupsOrder {
    rows: Arc<[usize]>,
    made_for: Option<(Language, Option<GroupSort>, String)>,
    groups: Vec<Arc<EndpointGroup>>,
}

impl GroupsOrder {
    /// The positions of the groups that are shown.
    pub(super) fn rows(&self) -> &[usize] {
        &self.rows
    }

    /// The same, to keep while something else changes.
    pub(super) fn shared_rows(&self) -> Arc<[usize]> {
        Arc::clone(&self.rows)
    }

    /// Whether no group is filtered out.
    pub(super) fn shows_all(&self) -> bool {
        self.rows.len() == self.groups.len()
    }

    /// Puts the groups in order if it is another one now.
    pub(super) fn update(
        &mut self,
        view: &View<'_>,
        derived: &Derived,
        sort: Option<GroupSort>,
        filter: &str,
    ) {
        let groups = &view.document.profile.groups;
        let is_same = self.made_for.as_ref().is_some_and(|(language, by, words)| {
            *language == view.language && *by == sort && words == filter
        });
        if is_same && self.groups.len() == groups.len() {
            let pairs = self.groups.iter().zip(groups);
            let changed = pairs.filter(|(old, new)| !Arc::ptr_eq(old, new)).take(2);
            match changed.count() {
                0 => return,
                1 => {
                    self.groups.clone_from(groups);
                    return;
                }
                _ => {}
            }
        }
        self.groups.clone_from(groups);
        self.made_for = Some((view.language, sort, filter.to_owned()));
        let mut words = Words::default();
        self.rows = (0..groups.len())
            .filter(|index| filter.trim().is_empty() || words.matches(view, *index, filter))
            .collect();
        if let Some(sort) = sort {
            let key = |index: &usize| words.key(view, derived, *index, sort.column);
            let mut keyed: Vec<(Option<Key>, usize)> = self
                .rows
                .iter()
                .map(key)
                .zip(self.rows.iter().copied())
                .collect();
            // What is unknown stands last either way.
            if sort.is_descending {
                keyed.sort_by_cached_key(|(key, _)| (key.is_none(), Reverse(key.clone())));
            } else {
                keyed.sort_by_cached_key(|(key, _)| (key.is_none(), key.clone()));
            }
            self.rows = keyed.into_iter().map(|(_, row)| row).collect();
        }
    }
}

/// What a group is sorted by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Words(String),
    Number(u32),
    Day(NaiveDate),
    Verdict(Verdict),
}

type SystemId = (Option<DataId>, Option<DataId>);

/// The words of systems and answers, which many groups share.
#[derive(Debug, Default)]
struct Words {
    systems: BTreeMap<SystemId, String>,
    answers: BTreeMap<(Field, DataId), String>,
}

impl Words {
    fn system(&mut self, view: &View<'_>, index: usize, group: &EndpointGroup) -> &str {
        let key = (group.product.clone(), group.edition.clone());
        let words = self.systems.entry(key);
        words.or_insert_with(|| system_words(view, index, group))
    }

    fn answer(&mut self, view: &View<'_>, field: Field, answer: &Answer) -> &str {
        let Answer::One(id) = answer else { return "" };
        let words = self.answers.entry((field, DataId::clone(id)));
        words.or_insert_with(|| i18n::answer(view.language, view.catalogue, field, id))
    }

    fn matches(&mut self, view: &View<'_>, index: usize, filter: &str) -> bool {
        let Some(group) = view.document.profile.groups.get(index) else {
            return false;
        };
        let name = group_name(view, index);
        let system = self.system(view, index, group).to_owned();
        let hosting = self.answer(view, Field::Hosting, &group_answer(group, Field::Hosting));
        matches_words(filter, &[&name, &system, hosting])
    }

    fn key(
        &mut self,
        view: &View<'_>,
        derived: &Derived,
        index: usize,
        column: GroupColumn,
    ) -> Option<Key> {
        let group = view.document.profile.groups.get(index)?;
        let words = |words: &str| Some(Key::Words(in_natural_order(words)));
        match column {
            GroupColumn::Tick => None,
            GroupColumn::Name => words(&group_name(view, index)),
            GroupColumn::System if group.product.is_none() => None,
            GroupColumn::System => words(self.system(view, index, group)),
            GroupColumn::Endpoints => group.endpoint_count.map(Key::Number),
            GroupColumn::LeavesOn => group.leaves_on.map(Key::Day),
            GroupColumn::Verdict => {
                let rows = derived.rows_of(view, index);
                rows.first().map(|row| Key::Verdict(row.verdict))
            }
            GroupColumn::Hosting | GroupColumn::Licence => {
                let field = column.field()?;
                let answer = group_answer(group, field);
                (answer != Answer::Unknown).then(|| words(self.answer(view, field, &answer)))?
            }
        }
    }
}

/// A text in which numbers are compared as numbers: "Group 9" stands before "Group 10".
fn in_natural_order(words: &str) -> String {
    let mut key = String::with_capacity(words.len() + 8);
    let mut digits = String::new();
    let flush = |key: &mut String, digits: &mut String| {
        if !digits.is_empty() {
            let number = digits.trim_start_matches('0');
            key.extend(std::iter::repeat_n(
                '0',
                10usize.saturating_sub(number.len()),
            ));
            key.push_str(number);
            digits.clear();
        }
    };
    for letter in fold(words).chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            flush(&mut key, &mut digits);
            key.push(letter);
        }
    }
    flush(&mut key, &mut digits);
    key
}

/// A group's system and edition: `Windows 7 Professional`.
pub(super) fn system_words(view: &View<'_>, index: usize, group: &EndpointGroup) -> String {
    let language = view.language;
    let Some(product) = &group.product else {
        return tr(language, "widget-unknown-short");
    };
    let mut words = i18n::answer(language, view.catalogue, Field::Product, product);
    if let Some(edition) = &group.edition {
        words.push(' ');
        let place = Place::Group(index);
        words.push_str(&answer_name(view, place, Field::Edition, edition));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_are_compared_as_numbers() {
        let mut names = ["Łódź 10", "lodz 9", "Łódź 007b", "Ala"];
        names.sort_by_key(|name| in_natural_order(name));
        assert_eq!(names, ["Ala", "Łódź 007b", "lodz 9", "Łódź 10"]);
    }
}
