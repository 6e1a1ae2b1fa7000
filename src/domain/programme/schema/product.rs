//! Systems and their editions.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::choice::choices;
use crate::domain::licensing::CoverageYear;
use crate::domain::profile::DataId;
use crate::domain::source::{Certainty, Sources};
use crate::domain::text::LocalText;

choices! {
    /// How a product gets its ESU.
    Route {
        /// Licences bought through a channel.
        Licence = "licence",
        /// Only from the device's OEM.
        Oem = "oem",
        /// Never: the product has no ESU.
        None = "none",
        /// Not needed: ordinary support lasts, and no ESU has been announced.
        Supported = "supported",
        /// It had ESU once, which this data tells only in brief: its windows and that it has ended.
        Closed = "closed",
    }
}

/// A system.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its id in profiles.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// How it gets ESU.
    pub route: Route,
    /// The last day with updates for everyone; none where it is long past and no source dates it.
    pub end_of_support: Option<NaiveDate>,
    /// Its editions; empty when they make no difference.
    pub editions: Vec<Edition>,
    /// ESU windows of its own; empty when the programme's apply.
    pub coverage: Vec<OwnWindow>,
    /// The entries about it.
    pub faq: Sources,
    /// How sure its dates are.
    pub certainty: Certainty,
}

/// An edition of a product.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its id in profiles.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// Whether it qualifies.
    pub eligibility: Eligibility,
    /// Both sides where sources contradict each other, the evidence elsewhere.
    pub evidence: LocalText,
}

/// Whether an edition qualifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Eligibility {
    /// It does.
    Eligible,
    /// It does not.
    NotEligible,
    /// Sources contradict each other or are silent.
    Unclear,
}

/// One ESU year of a product with dates of its own; both days are inclusive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnWindow {
    /// The year.
    pub year: CoverageYear,
    /// The first day, inclusive.
    pub first_day: NaiveDate,
    /// The last day, inclusive.
    pub last_day: NaiveDate,
}
