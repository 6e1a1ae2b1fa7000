//! `exits.ron`: ways out of the old systems.

use chrono::NaiveDate;
use serde::Deserialize;

use super::Period;
use crate::domain::choice::choices;
use crate::domain::guide::condition::Condition;
use crate::domain::profile::DataId;
use crate::domain::source::{Certainty, Sources};
use crate::domain::text::LocalText;

choices! {
    /// What a way out of the old system is.
    ExitKind {
        /// An upgrade in place.
        Upgrade = "upgrade",
        /// A move to a host that gives ESU at no cost or needs none.
        Host = "host",
        /// A long-term servicing release.
        LongTerm = "long-term",
        /// New hardware or another product.
        Replace = "replace",
        /// Switching it off.
        Retire = "retire",
    }
}

/// `exits.ron`: a way out of the old system, beside ESU.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// Its id; the organisation's own price stands under it.
    pub id: DataId,
    /// What it is.
    pub kind: ExitKind,
    /// Its name.
    pub name: LocalText,
    /// For which groups.
    pub when: Condition,
    /// The last day of support of what it leads to; none where nothing is left or no source says.
    pub target_ends: Option<NaiveDate>,
    /// What the group becomes once it is done.
    pub becomes: ExitBecomes,
    /// The time that the organisation's price for one endpoint is for.
    pub priced_for: Period,
    /// What it takes and what it does.
    pub text: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What a group becomes after a way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ExitBecomes {
    /// It has left the old system.
    Retired,
    /// It keeps the old system and is covered at no cost.
    CoveredFree,
}
