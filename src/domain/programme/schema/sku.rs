//! `skus.ron` and `prices.ron`: what can be ordered, and what it costs.

use serde::Deserialize;

use super::RuleId;
use crate::domain::guide::condition::Condition;
use crate::domain::licensing::{CoverageYear, SalesChannel};
use crate::domain::money::PriceBasis;
use crate::domain::profile::DataId;
use crate::domain::source::{Certainty, Sources};
use crate::domain::text::LocalText;

/// `skus.ron`: what can be ordered.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sku {
    /// Its id in profiles (quotes) and JSON.
    pub id: DataId,
    /// Its name on the price list; the same in every language.
    pub name: String,
    /// The offer it belongs to.
    pub offer: DataId,
    /// The coverage year.
    pub year: CoverageYear,
    /// For whom; of several that fit, one with a condition of its own goes before `Always`.
    pub when: Condition,
    /// The rule that speaks where `when` made the choice, and is cited then.
    pub rule: Option<RuleId>,
    /// What one of it stands for.
    pub unit: Unit,
    /// How many of it a price is for.
    pub priced_per: u32,
    /// The time that a price is for.
    pub priced_for: Period,
    /// Whether it can be ordered, or is only told because no source confirms that it is sold.
    pub status: SkuStatus,
    /// The channels that list it.
    pub channels: Vec<SalesChannel>,
    /// The entries about it.
    pub faq: Sources,
}

/// What one of a SKU stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Unit {
    /// One endpoint.
    Device,
    /// One user with this many devices at most.
    User(u32),
    /// One account with this many devices at most.
    Account(u32),
    /// Cores of machines.
    Cores(Cores),
}

/// How cores are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cores {
    /// The least number for a machine that is licensed by its physical cores.
    pub physical_floor: u32,
    /// The least number for a virtual machine that is licensed by its virtual cores.
    pub virtual_floor: u32,
    /// The most that count for one machine.
    pub cap: Option<u32>,
    /// How many cores are sold together.
    pub pack: u32,
}

/// The time that a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Period {
    /// A coverage year.
    Year,
    /// A month.
    Month,
    /// An hour.
    Hour,
    /// For good.
    Once,
}

/// Whether a SKU can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SkuStatus {
    /// It can.
    Orderable,
    /// No source confirms that it is sold: it is told as something to ask for, never ordered.
    Unconfirmed,
}

/// `prices.ron`: one reported or published price for one licence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// The SKU's id.
    pub sku: DataId,
    /// The channels it is planned with.
    pub channels: Vec<SalesChannel>,
    /// In hundredths of the currency's unit.
    pub minor_units: i64,
    /// The ISO 4217 code.
    pub currency: String,
    /// What it rests on.
    pub basis: PriceBasis,
    /// How sure it is.
    pub certainty: Certainty,
    /// Who reported it.
    pub source: LocalText,
}
