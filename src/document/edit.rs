//! Changes to a document: the one way in which it changes.

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
    /// Adds a copy of a group after it.
    DuplicateGroup(usize),
    /// Removes a group.
    RemoveGroup(usize),
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
        Edit::DuplicateGroup(index) => {
            let group = profile
                .groups
                .get(*index)
                .ok_or(AnswerError::NoSuchGroup { index: *index })?;
            let mut copy = Arc::clone(group);
            // Nothing has been done on the copy's endpoints.
            if !copy.done.is_empty() {
                Arc::make_mut(&mut copy).done.clear();
            }
            profile.groups.insert(index + 1, copy);
        }
        Edit::RemoveGroup(index) => {
            if *index >= profile.groups.len() {
                return Err(AnswerError::NoSuchGroup { index: *index }.into());
            }
            profile.groups.remove(*index);
        }
        Edit::SetDone { groups, step, done } => set_done(profile, groups, step, *done)?,
        Edit::SetAsOf(Some(day)) if !is_accepted_date(*day) => return Err(EditError::AsOf(*day)),
        Edit::SetAsOf(day) => document.as_of = *day,
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
