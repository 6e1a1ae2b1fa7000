//! The completeness check: whole spaces of profiles are planned and every plan is held against
//! what must always be true; then it is told what was reached, and by how small a profile.
//!
//! The full product of all answers is far too large, so it is cut where rules are independent:
//!
//! * **verdicts**: system and edition × hosting × channels × owned years × leaving day × day, the
//!   days being those of the system. A group's verdict depends on no other group and on nothing
//!   else of the organisation but what the conditions of the next part look at.
//! * **offers**: for every condition of an offer, a requirement, a right at no cost or a SKU, each
//!   system × the full product of the fields that the condition names × a day of each coverage year.
//!   Conditions are asked one after another, so each is tried by itself.
//! * **prices**: every single agreement and pair of them, all and none × order channel × role ×
//!   Enterprise rights × benefit × offer, on days on both sides of every sales edge. A channel is
//!   opened by one agreement, so more than two at a time say nothing new.
//! * **activation**: each system that licences are bought for × connectivity × owned years ×
//!   channel × a day of each coverage year. Steps depend on little else that changes their years.
//! * **sums**: pairs of groups of all verdicts; groups meet only in sums.
//! * **conditions**: for every condition of the data, one profile for each situation that a plan
//!   can be in (derived facts) × the full product of the fields that the condition names.
//!
//! Days: both sides of every boundary of windows, sales, own windows, events and conditions.

mod check;
mod expected;
mod kinds;
mod promises;
mod rounds;
mod space;

pub(in crate::domain) use kinds::{early_conditions, for_each_condition};
pub use promises::problems;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::programme::Programme;
use check::Check;
use space::days;

/// What the check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// How many profiles were tried, each on one day.
    pub profiles: u64,
    /// Of these, the ones of which the whole plan was made and held against its promises; of the
    /// others one condition was asked.
    pub plans: u64,
    /// The days they were made for.
    pub days: Vec<NaiveDate>,
    /// The parts of the check with how they were cut.
    pub parts: Vec<Part>,
    /// By kind: each item that was reached with the smallest profile that reaches it.
    pub reached: BTreeMap<String, BTreeMap<String, String>>,
    /// What was not reached.
    pub unreached: Vec<String>,
    /// What was not true of some plan, with the profile.
    pub faults: Vec<String>,
}

/// One part of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// How its space was made.
    pub how: String,
    /// How many profiles it tried.
    pub tried: u64,
}

impl Completeness {
    /// Whether everything was reached and nothing was wrong.
    pub fn is_complete(&self) -> bool {
        self.unreached.is_empty() && self.faults.is_empty()
    }
}

/// Checks a programme whole.
pub fn verify(programme: &Programme) -> Completeness {
    let mut check = Check {
        programme,
        report: Completeness {
            days: days(programme),
            ..Completeness::default()
        },
        smallest: BTreeMap::new(),
        situations: BTreeMap::new(),
    };
    check.verdicts();
    check.offers();
    check.prices();
    check.activation();
    check.sums();
    check.conditions();
    check.finish()
}
