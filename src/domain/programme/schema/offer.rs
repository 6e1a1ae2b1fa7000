//! What is sold under a programme, to whom, and what is given at no cost.

use chrono::NaiveDate;
use serde::Deserialize;

use super::CoverageWindow;
use crate::domain::guide::condition::Condition;
use crate::domain::licensing::{Channel, SalesChannel};
use crate::domain::profile::DataId;
use crate::domain::source::Sources;
use crate::domain::text::LocalText;

/// What is sold under a programme to those whom it fits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Its id.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// Whom it is for; may look at the profile's own fields and `product`, `edition`, `route`.
    pub when: Condition,
    /// Coverage windows of its own; empty when the programme's apply.
    pub coverage: Vec<CoverageWindow>,
    /// Who sells it, the preferred channel first.
    pub sales: Vec<Sales>,
    /// What must hold before it can be bought.
    pub requires: Vec<Requirement>,
    /// The entries about it.
    pub faq: Sources,
}

/// When and how a channel sells an offer; both days are inclusive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sales {
    /// The channel.
    pub channel: SalesChannel,
    /// The first day of sale.
    pub first_day: NaiveDate,
    /// The last day of sale.
    pub last_day: NaiveDate,
    /// The agreements that buy through it; empty where anyone can, without an agreement.
    pub accepts: Vec<Channel>,
    /// What a purchase in a later year owes for the time before.
    pub joining: Joining,
    /// How it is charged.
    pub charge: Charge,
}

/// What a purchase in a later year owes for the time before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Joining {
    /// All earlier years, in full.
    AllEarlierYears,
    /// A bill back to the end of support, period by period.
    BillBackToEndOfSupport,
    /// A bill back to the first day of the running year; earlier years must be held already.
    BillBackToYearStart,
    /// Nothing.
    Nothing,
}

/// How a purchase is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Charge {
    /// A whole coverage year at a time.
    Yearly,
    /// Each begun month until it is cancelled.
    Monthly,
    /// Each hour until it is cancelled; counted in days here.
    Hourly,
    /// Once for all windows.
    Once,
}

/// Something that must hold before an offer can be bought.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id.
    pub id: DataId,
    /// What must hold; while it is unknown, it is taken to hold, and the open question says so.
    pub met: Condition,
    /// Who has to meet it.
    pub of: RequiredOf,
    /// What becomes of a group for which it does not hold.
    pub otherwise: Unmet,
    /// What is missing and what to do.
    pub reason: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
}

/// Who has to meet a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum RequiredOf {
    /// Whoever buys.
    Buyers,
    /// Whoever is covered, at no cost too.
    Everyone,
}

/// What becomes of a group that does not meet a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Unmet {
    /// It can't be covered.
    NotEligible,
    /// Somebody has to decide or act first.
    NeedsDecision,
}

/// A right to ESU at no cost that does not come from the host.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entitlement {
    /// Its id.
    pub id: DataId,
    /// Whom it covers; while unknown it covers nobody.
    pub when: Condition,
    /// Why, and until when.
    pub reason: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
}
