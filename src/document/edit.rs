//! Changes to a document: the one way in which it changes.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::Document;
use crate::domain::field::{Answer, AnswerError, Field, Place, is_accepted_date};
use crate::domain::money::Money;
use crate::domain::profile::{DataId, EndpointGroup, Profile};

/// One change with its data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Fills a field.
    SetAnswer {
        /// Where.
        place: Place,
        /// The field.
        field: Field,
        /// What it holds from now on.
        answer: Answer,
    },
    /// Fills a field of several groups.
    SetAnswers {
        /// The groups, by position.
        groups: Vec<usize>,
        /// The field.
        field: Field,
        /// What it holds from now on.
        answer: Answer,
    },
    /// Sets or removes the quote for a SKU.
    SetQuote {
        /// The SKU's id.
        sku: DataId,
        /// The price of one licence in minor units; none removes it.
        minor_units: Option<i128>,
    },
    /// Adds a group at the end.
    AddGroup(Box<EndpointGroup>),
    /// Fills system and edition of some groups, which are told together.
    SetSystem {
        /// The groups, by position.
        groups: Vec<usize>,
        /// The system.
        product: Option<DataId>,
        /// Its edition.
        edition: Option<DataId>,
    },
    /// Adds a copy of each of some groups after it.
    DuplicateGroups(BTreeSet<usize>),
    /// Removes some groups.
    RemoveGroups(BTreeSet<usize>),
    /// Moves some groups past their neighbours.
    MoveGroups {
        /// The groups, by position.
        groups: BTreeSet<usize>,
        /// Which way they go.
        towards: Towards,
    },
    /// Takes groups from somewhere else.
    TakeGroups {
        /// The groups, in order.
        groups: Vec<Arc<EndpointGroup>>,
        /// Whether they go after those that are there or in their place.
        taking: Taking,
    },
    /// Ticks a step of the deployment, or takes the tick back.
    SetDone {
        /// The groups that have it done, by position.
        groups: Vec<usize>,
        /// The step's id.
        step: DataId,
        /// Whether it is done.
        done: bool,
    },
    /// Plans for another day; none means today.
    SetAsOf(Option<NaiveDate>),
    /// Tries what would change the plan: all of these changes, or none where one does not fit.
    Try(Vec<Self>),
}

impl Edit {
    /// Whether groups stand at other positions after it, or were there before it.
    pub fn moves_groups(&self) -> bool {
        match self {
            Self::DuplicateGroups(_)
            | Self::RemoveGroups(_)
            | Self::MoveGroups { .. }
            | Self::TakeGroups { .. } => true,
            Self::Try(edits) => edits.iter().any(Self::moves_groups),
            _ => false,
        }
    }
}

/// Which way groups are moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Towards {
    /// To the first group.
    Start,
    /// To the last group.
    End,
}

/// What becomes of the groups that are there when others are taken.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Taking {
    /// They stay, the others come after them.
    #[default]
    Append,
    /// They go.
    Replace,
}

/// Why a change can't be made; the document is unchanged then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The answer does not fit the field.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// The quote is negative or too large.
    #[error("a quote must be from 0 to 1,000,000,000")]
    Quote,
    /// The day is outside the years that are accepted.
    #[error("the as-of date must be from 2000-01-01 to 2099-12-31, not {0}")]
    AsOf(NaiveDate),
}

/// Carries a change out.
///
/// # Errors
/// The change does not fit; the document is unchanged then.
pub fn apply(document: &mut Document, edit: &Edit) -> Result<(), EditError> {
    let profile = &mut document.profile;
    match edit {
        Edit::SetAnswer {
            place,
            field,
            answer,
        } => profile.set_answer(*place, *field, answer)?,
        Edit::SetAnswers {
            groups,
            field,
            answer,
        } => {
            let mut changed = profile.clone();
            for group in groups {
                changed.set_answer(Place::Group(*group), *field, answer)?;
            }
            *profile = changed;
        }
        Edit::SetQuote { sku, minor_units } => match minor_units {
            None => {
                profile.organisation.quotes.remove(sku);
            }
            Some(amount) if (0..=Money::MAX_UNIT_PRICE_MINOR_UNITS).contains(amount) => {
                profile.organisation.quotes.insert(Arc::clone(sku), *amount);
            }
            Some(_) => return Err(EditError::Quote),
        },
        Edit::AddGroup(group) => profile.groups.push(Arc::new(EndpointGroup::clone(group))),
        Edit::SetSystem {
            groups,
            product,
            edition,
        } => {
            check_there(profile, groups)?;
            for index in groups {
                if let Some(group) = profile.groups.get_mut(*index) {
                    let group = Arc::make_mut(group);
                    group.product.clone_from(product);
                    group.edition.clone_from(edition);
                }
            }
        }
        Edit::DuplicateGroups(chosen) => {
            check_there(profile, chosen)?;
            let before = std::mem::take(&mut profile.groups);
            for (index, group) in before.into_iter().enumerate() {
                if !chosen.contains(&index) {
                    profile.groups.push(group);
                    continue;
                }
                let mut copy = Arc::clone(&group);
                // Nothing has been done on the copy's endpoints.
                if !copy.done.is_empty() {
                    Arc::make_mut(&mut copy).done.clear();
                }
                profile.groups.push(group);
                profile.groups.push(copy);
            }
        }
        Edit::RemoveGroups(chosen) => {
            check_there(profile, chosen)?;
            let mut index = 0;
            profile.groups.retain(|_| {
                let stays = !chosen.contains(&index);
                index += 1;
                stays
            });
        }
        Edit::MoveGroups { groups, towards } => {
            check_there(profile, groups)?;
            for (from, to) in moves(groups, *towards, profile.groups.len()) {
                profile.groups.swap(from, to);
            }
        }
        Edit::TakeGroups { groups, taking } => {
            if *taking == Taking::Replace {
                profile.groups.clear();
            }
            profile.groups.extend(groups.iter().map(Arc::clone));
        }
        Edit::SetDone { groups, step, done } => set_done(profile, groups, step, *done)?,
        Edit::SetAsOf(Some(day)) if !is_accepted_date(*day) => return Err(EditError::AsOf(*day)),
        Edit::SetAsOf(day) => document.as_of = *day,
        Edit::Try(edits) => {
            let mut changed = document.clone();
            for edit in edits {
                apply(&mut changed, edit)?;
            }
            *document = changed;
        }
    }
    Ok(())
}

fn set_done(
    profile: &mut Profile,
    groups: &[usize],
    step: &DataId,
    done: bool,
) -> Result<(), EditError> {
    if let Some(index) = groups.iter().find(|index| **index >= profile.groups.len()) {
        return Err(AnswerError::NoSuchGroup { index: *index }.into());
    }
    for index in groups {
        let Some(group) = profile.groups.get_mut(*index) else {
            continue;
        };
        // Groups that are as they shall be stay shared.
        if group.done.contains(step) == done {
            continue;
        }
        let group = Arc::make_mut(group);
        if done {
            group.done.insert(Arc::clone(step));
        } else {
            group.done.remove(step);
        }
    }
    Ok(())
}

fn check_there<'g>(
    profile: &Profile,
    groups: impl IntoIterator<Item = &'g usize>,
) -> Result<(), EditError> {
    let missing = groups.into_iter().find(|i| **i >= profile.groups.len());
    missing.map_or(Ok(()), |index| {
        Err(AnswerError::NoSuchGroup { index: *index }.into())
    })
}

/// The exchanges of neighbours that move groups by one place, in order; what stands at the edge
/// stays, and what stands behind it too.
pub fn moves(groups: &BTreeSet<usize>, towards: Towards, all: usize) -> Vec<(usize, usize)> {
    let mut exchanges = Vec::new();
    match towards {
        Towards::Start => {
            let mut edge = 0;
            for from in groups.iter().copied() {
                if from > edge {
                    exchanges.push((from, from - 1));
                    edge = from;
                } else {
                    edge = from + 1;
                }
            }
        }
        Towards::End => {
            let mut edge = all;
            for from in groups.iter().rev().copied() {
                if from + 1 < edge {
                    exchanges.push((from, from + 1));
                    edge = from + 1;
                } else {
                    edge = from;
                }
            }
        }
    }
    exchanges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(names: &str) -> Document {
        let mut document = Document::default();
        for name in names.chars() {
            document.profile.groups.push(Arc::new(EndpointGroup {
                name: name.to_string(),
                ..EndpointGroup::default()
            }));
        }
        document
    }

    #[track_caller]
    fn check(before: &str, edit: &Edit, after: &str) {
        let mut document = named(before);
        apply(&mut document, edit).unwrap();
        assert_eq!(document, named(after));
    }

    fn set(groups: &[usize]) -> BTreeSet<usize> {
        groups.iter().copied().collect()
    }

    #[test]
    fn several_groups_are_duplicated_and_removed_at_once() {
        check("abc", &Edit::DuplicateGroups(set(&[0, 2])), "aabcc");
        check("abcd", &Edit::RemoveGroups(set(&[1, 3])), "ac");
        let mut document = named("ab");
        let missing = Edit::RemoveGroups(set(&[0, 2]));
        assert!(apply(&mut document, &missing).is_err());
        assert_eq!(document, named("ab"));
    }

    #[test]
    fn groups_move_together_and_stop_at_the_edge() {
        let go = |groups: &[usize], towards| Edit::MoveGroups {
            groups: set(groups),
            towards,
        };
        check("abcd", &go(&[2, 3], Towards::Start), "acdb");
        check("abcd", &go(&[0, 1], Towards::Start), "abcd");
        check("abcd", &go(&[0, 2], Towards::Start), "acbd");
        check("abcd", &go(&[0, 1], Towards::End), "cabd");
        check("abcd", &go(&[1, 3], Towards::End), "acbd");
    }
}
