//! What would change a number or verdict of the plan: the smallest changes of the profile that do.
//!
//! Changes are tried, not guessed: each one is planned, and only those whose plan really tells
//! something else are told. A search goes on in steps, so that nobody waits for it.

mod grounds;
mod moves;
mod nature;
mod outcome;
mod rank;
mod search;
mod trials;

pub use nature::Nature;
pub use outcome::{Outcome, Target};
pub use search::WhatIf;

use chrono::NaiveDate;

use super::field::{Answer, AnswerError, Field, Place};
use super::plan::Verdict;
use super::profile::Profile;

/// The most changes that are told.
pub const MOST_CHANGES: usize = 6;

/// One field answered otherwise, in one place or in several at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedField {
    /// The organisation, or the groups.
    pub places: Vec<Place>,
    /// The field.
    pub field: Field,
    /// What it would hold.
    pub answer: Answer,
    /// Other answers that come to the same.
    pub alike: Vec<Answer>,
}

/// A change of the profile, or of the day, with what it does to what was asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The fields; one, or two where no single one does it, or none where the day changes.
    pub fields: Vec<ChangedField>,
    /// The day to plan for, where that is what changes.
    pub as_of: Option<NaiveDate>,
    /// Whether it can be done, or would have to be so.
    pub nature: Nature,
    /// How the target stands.
    pub before: Outcome,
    /// How it would stand.
    pub after: Outcome,
    /// What would become of the endpoints of the group that changes, where one does.
    pub becomes: Option<Verdict>,
    /// Endpoints more that could get no updates, or fewer.
    pub left_out: i64,
}

impl Change {
    /// Makes the change; gives the day to plan for.
    ///
    /// # Errors
    /// An answer does not fit; a change that was found for this profile always does.
    pub fn apply(&self, profile: &mut Profile, as_of: NaiveDate) -> Result<NaiveDate, AnswerError> {
        for changed in &self.fields {
            for place in &changed.places {
                profile.set_answer(*place, changed.field, &changed.answer)?;
            }
        }
        Ok(self.as_of.unwrap_or(as_of))
    }
}
