//! What a saved profile keeps of the plan that it was saved with.
//!
//! Enough to tell later what other rule data makes of the same profile: sums, order lines, steps
//! and warnings by their ids. It holds nothing about single groups, so its size depends on the
//! programmes and not on the profile.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::licensing::{CoverageYear, SalesChannel};
use super::money::Money;
use super::plan::{OrderLine, OrderWhen, Plan, Verdict};
use super::profile::DataId;

/// A plan as a saved profile remembers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRecord {
    /// The day that the plan was made for.
    pub as_of: NaiveDate,
    /// Its programmes, in the plan's order.
    pub programmes: Vec<ProgrammeRecord>,
}

/// What the plan said of one programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeRecord {
    /// The programme's id.
    pub programme: DataId,
    /// The edition of its data.
    pub edition: u32,
    /// The endpoints of each verdict that has any.
    pub ledger: BTreeMap<Verdict, u64>,
    /// What was ordered, in the plan's order; each [`OrderRecord::key`] stands once.
    pub orders: Vec<OrderRecord>,
    /// The steps of the deployment by their ids, in the plan's order, each once.
    pub steps: Vec<DataId>,
    /// The warnings by their codes, in the plan's order, each once.
    pub warnings: Vec<DataId>,
}

/// Order lines of one SKU, whatever part of the year each of them is charged for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderRecord {
    /// The SKU's id.
    pub sku: DataId,
    /// The coverage year.
    pub year: CoverageYear,
    /// Through which channel.
    pub channel: SalesChannel,
    /// Now or later.
    pub when: OrderWhen,
    /// Whether it is the time before the plan's day, billed to whoever joins late.
    pub back_charge: bool,
    /// How many units.
    pub quantity: u64,
    /// The price of a unit, where one was known.
    pub unit_price: Option<Money>,
    /// What it came to; none where a price was missing.
    pub total: Option<Money>,
}

impl OrderRecord {
    /// What order lines are told apart by.
    pub fn key(&self) -> (&str, SalesChannel, OrderWhen, bool) {
        (&self.sku, self.channel, self.when, self.back_charge)
    }

    /// Whether an order line of a plan is part of this.
    pub fn holds(&self, line: &OrderLine) -> bool {
        self.key() == (&*line.sku, line.channel, line.when, line.back_charge)
    }
}

impl PlanRecord {
    /// What is kept of a plan.
    pub fn of(plan: &Plan) -> Self {
        let mut programmes: Vec<ProgrammeRecord> = plan
            .programmes
            .iter()
            .map(|part| ProgrammeRecord {
                programme: part.id.clone(),
                edition: part.edition,
                ledger: BTreeMap::new(),
                orders: Vec::new(),
                steps: Vec::new(),
                warnings: Vec::new(),
            })
            .collect();
        for row in plan.ledger.iter().filter(|row| row.endpoints > 0) {
            if let Some(part) = programmes.get_mut(row.programme) {
                *part.ledger.entry(row.verdict).or_default() += row.endpoints;
            }
        }
        for line in &plan.orders {
            if let Some(part) = programmes.get_mut(line.programme) {
                part.add_order(line);
            }
        }
        for step in &plan.steps {
            if let Some(part) = programmes.get_mut(step.programme) {
                add_once(&mut part.steps, &step.id);
            }
        }
        for warning in &plan.warnings {
            if let Some(part) = programmes.get_mut(warning.programme) {
                add_once(&mut part.warnings, &warning.code);
            }
        }
        Self {
            as_of: plan.as_of,
            programmes,
        }
    }
}

impl ProgrammeRecord {
    fn add_order(&mut self, line: &OrderLine) {
        match self.orders.iter_mut().find(|order| order.holds(line)) {
            Some(order) => {
                order.quantity += line.quantity;
                order.total = match (order.total, line.total) {
                    (Some(sum), Some(more)) if sum.currency == more.currency => Some(Money {
                        minor_units: sum.minor_units.saturating_add(more.minor_units),
                        ..sum
                    }),
                    _ => None,
                };
            }
            None => self.orders.push(OrderRecord {
                sku: line.sku.clone(),
                year: line.year,
                channel: line.channel,
                when: line.when,
                back_charge: line.back_charge,
                quantity: line.quantity,
                unit_price: line.unit_price.as_ref().map(|price| price.amount),
                total: line.total,
            }),
        }
    }
}

fn add_once(ids: &mut Vec<DataId>, id: &DataId) {
    if !ids.contains(id) {
        ids.push(id.clone());
    }
}
