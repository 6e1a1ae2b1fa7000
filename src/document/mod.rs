//! What is edited, saved and undone: the profile and the day it is planned for.

mod edit;
mod history;

pub use edit::{Edit, EditError, Taking, Towards, apply, moves};
pub use history::History;

use chrono::NaiveDate;

use crate::domain::profile::Profile;

/// One document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The organisation and its groups.
    pub profile: Profile,
    /// The day the plan is made for; none means today.
    pub as_of: Option<NaiveDate>,
}
