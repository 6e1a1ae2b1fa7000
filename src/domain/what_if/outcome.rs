//! What is asked about, and how it stands in a plan.

use crate::domain::licensing::CoverageYear;
use crate::domain::money::Money;
use crate::domain::plan::{OrderLine, OrderWhen, Plan, Verdict};
use crate::domain::profile::DataId;
use crate::domain::programme::Unit;

/// A number or verdict of a plan that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// What is ordered under a programme for a coverage year. A change that only moves the order to
    /// another SKU or channel changes its sum, not its quantity.
    Order {
        /// The programme.
        programme: DataId,
        /// The coverage year.
        year: CoverageYear,
        /// Whether it is the time that is billed back.
        back_charge: bool,
        /// What one unit stands for.
        unit: Unit,
    },
    /// The verdict of a group's endpoints.
    Ledger {
        /// The group, by position.
        group: usize,
        /// The verdict as it stands.
        verdict: Verdict,
    },
    /// What is paid for the orders of one time, or for all.
    Sum(Option<OrderWhen>),
    /// The endpoints of a programme that miss releases.
    Unprotected {
        /// The programme.
        programme: DataId,
    },
}

/// How a target stands in a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Units or endpoints; none where the target has none, or where units of several kinds are
    /// ordered that can't be summed.
    pub quantity: Option<u64>,
    /// Sums, one a currency.
    pub amounts: Vec<Money>,
    /// How many lines have no price and are in no sum.
    pub unpriced: usize,
    /// The verdict, of a row of the ledger.
    pub verdict: Option<Verdict>,
    /// The most releases that an endpoint misses, where releases have a rhythm.
    pub releases_missed: Option<u32>,
}

impl Target {
    /// The target that an order line of a plan stands for.
    pub fn of_line(plan: &Plan, line: &OrderLine) -> Option<Self> {
        let part = plan.programmes.get(line.programme)?;
        Some(Self::Order {
            programme: DataId::clone(&part.id),
            year: line.year,
            back_charge: line.back_charge,
            unit: line.unit,
        })
    }

    /// How it stands in a plan.
    pub fn measure(&self, plan: &Plan) -> Outcome {
        let is_of = |programme: usize, id: &DataId| {
            let part = plan.programmes.get(programme);
            part.is_some_and(|part| part.id == *id)
        };
        match self {
            Self::Order {
                programme,
                year,
                back_charge,
                unit,
            } => {
                let lines = plan.orders.iter().filter(|line| {
                    is_of(line.programme, programme)
                        && line.year == *year
                        && line.back_charge == *back_charge
                });
                let lines: Vec<&OrderLine> = lines.collect();
                let is_alike = lines.iter().all(|line| counts_alike(line.unit, *unit));
                let quantity = lines.iter().map(|line| line.quantity).sum();
                Outcome {
                    quantity: is_alike.then_some(quantity),
                    ..priced(&lines)
                }
            }
            Self::Ledger { group, verdict } => verdict_of(plan, *group, *verdict),
            Self::Sum(when) => {
                let lines = plan.orders.iter();
                let lines = lines.filter(|line| when.is_none_or(|when| when == line.when));
                priced(&lines.collect::<Vec<_>>())
            }
            Self::Unprotected { programme } => {
                let parts = plan
                    .exposure
                    .iter()
                    .filter(|part| is_of(part.programme, programme) && part.is_missing(plan.as_of));
                let mut outcome = Outcome {
                    quantity: Some(0),
                    ..Outcome::default()
                };
                for part in parts {
                    let sum = outcome.quantity.unwrap_or(0) + part.endpoints;
                    outcome.quantity = Some(sum);
                    outcome.releases_missed = outcome.releases_missed.max(part.releases_missed);
                }
                outcome
            }
        }
    }

    /// The same target where a group has another position; none where the group is not there.
    pub(super) fn at(&self, position: impl Fn(usize) -> Option<usize>) -> Option<Self> {
        match self {
            Self::Ledger { group, verdict } => Some(Self::Ledger {
                group: position(*group)?,
                verdict: *verdict,
            }),
            Self::Order { .. } | Self::Sum(_) | Self::Unprotected { .. } => Some(self.clone()),
        }
    }
}

/// Whether quantities of two units can be summed.
fn counts_alike(one: Unit, other: Unit) -> bool {
    match (one, other) {
        (Unit::Cores(one), Unit::Cores(other)) => one.pack == other.pack,
        (Unit::Device | Unit::User(_) | Unit::Account(_) | Unit::Cores(_), _) => one == other,
    }
}

/// The sums of some lines.
fn priced(lines: &[&OrderLine]) -> Outcome {
    let mut outcome = Outcome::default();
    for line in lines {
        let Some(total) = line.total else {
            outcome.unpriced += 1;
            continue;
        };
        let mut sums = outcome.amounts.iter_mut();
        match sums.find(|sum| sum.currency == total.currency) {
            Some(sum) => sum.minor_units = sum.minor_units.saturating_add(total.minor_units),
            None => outcome.amounts.push(total),
        }
    }
    outcome.amounts.retain(|sum| sum.minor_units != 0);
    outcome.amounts.sort_by_key(|sum| sum.currency);
    outcome
}

/// The verdict that stands for a group while it holds, else the one that most endpoints have.
fn verdict_of(plan: &Plan, group: usize, asked: Verdict) -> Outcome {
    let rows = || plan.ledger.iter().filter(|row| row.group == group);
    let row = rows()
        .find(|row| row.verdict == asked)
        .or_else(|| rows().max_by_key(|row| row.endpoints));
    Outcome {
        quantity: row.map(|row| row.endpoints),
        verdict: row.map(|row| row.verdict),
        ..Outcome::default()
    }
}

impl Outcome {
    /// Whether this is another answer to what was asked.
    pub(super) fn differs(&self, before: &Self) -> bool {
        if before.verdict.is_some() {
            return self.verdict.is_some() && self.verdict != before.verdict;
        }
        let knows_as_much = self.unpriced <= before.unpriced;
        let counts_differ =
            self.quantity != before.quantity || self.releases_missed != before.releases_missed;
        // A sum that is smaller because a price is missing is no other sum.
        counts_differ || (knows_as_much && self.amounts != before.amounts)
    }

    /// Units or endpoints more or fewer; none where they can't be compared.
    pub fn quantity_change(&self, before: &Self) -> Option<i64> {
        let number = |outcome: &Self| i64::try_from(outcome.quantity?).ok();
        Some(number(self)?.saturating_sub(number(before)?))
    }

    /// Money more or less, one amount a currency; none where a line has a price only in one of
    /// both.
    pub fn amounts_change(&self, before: &Self) -> Option<Vec<Money>> {
        if self.unpriced != before.unpriced {
            return None;
        }
        let mut change: Vec<Money> = self.amounts.clone();
        for amount in &before.amounts {
            let minor_units = amount.minor_units.saturating_neg();
            match change.iter_mut().find(|c| c.currency == amount.currency) {
                Some(sum) => sum.minor_units = sum.minor_units.saturating_add(minor_units),
                None => change.push(Money {
                    minor_units,
                    ..*amount
                }),
            }
        }
        change.retain(|amount| amount.minor_units != 0);
        Some(change)
    }
}
