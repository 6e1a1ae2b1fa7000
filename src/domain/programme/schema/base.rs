//! `programme.ron`: identity, hosts, windows and what the rules rest on.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Entitlement, Offer, Product, RuleId};
use crate::domain::licensing::{CoverageYear, Hosting};
use crate::domain::source::{Certainty, Sources};
use crate::domain::text::LocalText;

/// `programme.ron`: identity, products, windows, sales and the sources of the rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFile {
    /// The programme's id; equals its folder's name.
    pub id: String,
    /// Where it stands among the programmes; each has its own number.
    pub order: u8,
    /// Counts up with each change of the data.
    pub edition: u32,
    /// The day on which the data was last checked against its sources.
    pub checked: NaiveDate,
    /// The programme's full name.
    pub name: LocalText,
    /// The name as it stands in a heading.
    pub short_name: LocalText,
    /// The last day with updates for everyone.
    pub end_of_support: NaiveDate,
    /// When its updates come out.
    pub releases: Releases,
    /// What each host means, in the order in which hosts are offered; of one that is not named no
    /// source says whether it gives ESU at no cost.
    pub hosting: Vec<Host>,
    /// Systems that this programme decides about, in the order in which they are offered.
    pub products: Vec<Product>,
    /// Coverage windows in order; empty where the programme has no licences.
    pub coverage: Vec<CoverageWindow>,
    /// What is sold and to whom, the first that fits.
    pub offers: Vec<Offer>,
    /// What covers a group at no cost besides its host.
    pub entitlements: Vec<Entitlement>,
    /// The promotion for the first year, if there was one.
    pub promotion: Option<Promotion>,
    /// The entries that each built-in rule rests on.
    pub rules: BTreeMap<RuleId, Sources>,
}

/// When updates come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Releases {
    /// On second Tuesdays.
    PatchTuesdays,
    /// Now and then, when something critical has to be mended.
    Irregular,
}

/// What a host means for the systems on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Host {
    /// The host.
    pub host: Hosting,
    /// What it gives.
    pub gives: HostGives,
}

/// What a host gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum HostGives {
    /// Nothing: what runs there is licensed.
    Nothing,
    /// Nothing, and the endpoints that reach the virtual machines are licensed, not the machines.
    NothingByAccess,
    /// ESU at no cost, by itself.
    Free,
    /// ESU at no cost, with a key that has to be asked for.
    FreeWithKey,
    /// No source says, or sources contradict each other.
    Unclear,
}

/// One coverage year of the programme; both days are inclusive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageWindow {
    /// The year.
    pub year: CoverageYear,
    /// The first day, inclusive.
    pub first_day: NaiveDate,
    /// The last day, inclusive.
    pub last_day: NaiveDate,
    /// The first release that needs this year's key.
    pub first_release: NaiveDate,
    /// The Activation ID, the same on every device; public.
    pub activation_id: Option<String>,
    /// How sure its days are.
    pub certainty: Certainty,
}

/// A promotion that gives the first year to users of a subscription.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    /// The years it stands for.
    pub years: Vec<CoverageYear>,
    /// What it was and where that is written.
    pub evidence: LocalText,
}
