//! The plan that a profile was saved with, as it stands in a file: reading and writing.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use super::fields::{Count, Day, One, Year};
use super::text::{line, list, map, quoted};
use crate::domain::choice::Choice as _;
use crate::domain::licensing::SalesChannel;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{OrderWhen, Verdict};
use crate::domain::profile::DataId;
use crate::domain::record::{OrderRecord, PlanRecord, ProgrammeRecord};

/// An id of programme data that need not be known any more: the data may have left it out since.
struct Id(DataId);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const MAX_CHARS: usize = 100;
        let text = String::deserialize(deserializer)?;
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        if text.is_empty() || text.len() > MAX_CHARS || !text.chars().all(fits) {
            let text: String = text.chars().take(60).collect();
            return Err(D::Error::custom(format!(
                "'{text}' is not an id; ids are letters, digits and hyphens"
            )));
        }
        Ok(Self(text.as_str().into()))
    }
}

/// A verdict as the key of a map.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Bucket(Verdict);

impl<'de> Deserialize<'de> for Bucket {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        One::deserialize(deserializer).map(|One(verdict)| Self(verdict))
    }
}

/// Now or later.
struct When(OrderWhen);

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        [OrderWhen::Now, OrderWhen::Later]
            .into_iter()
            .find(|when| when.id() == text)
            .map(Self)
            .ok_or_else(|| {
                let text: String = text.chars().take(20).collect();
                D::Error::custom(format!("'{text}' is no time to order; use now or later"))
            })
    }
}

/// An amount with its currency, written `6100.00 USD`; sums may be far larger than a price.
struct Sum(Money);

impl Sum {
    fn parse(text: &str) -> Option<Money> {
        let (amount, code) = text.split_once(' ')?;
        let (whole, cents) = amount.split_once('.')?;
        let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if cents.len() != 2 || !is_number(whole) || !is_number(cents) {
            return None;
        }
        let whole: i128 = whole.parse().ok()?;
        let cents: i128 = cents.parse().ok()?;
        Some(Money {
            minor_units: whole.checked_mul(100)?.checked_add(cents)?,
            currency: Currency::new(code).filter(|currency| currency.code() == code)?,
        })
    }
}

impl<'de> Deserialize<'de> for Sum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map(Self).ok_or_else(|| {
            let text: String = text.chars().take(40).collect();
            D::Error::custom(format!(
                "'{text}' is not an amount with its currency; write it like 6100.00 USD"
            ))
        })
    }
}

/// The whole block.
#[derive(Deserialize)]
#[serde(rename = "MadeWith", deny_unknown_fields)]
pub(super) struct SavedPlan {
    as_of: Day,
    programmes: Vec<SavedProgramme>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedProgramme {
    programme: Id,
    edition: Count<1, { u32::MAX }>,
    #[serde(default)]
    ledger: BTreeMap<Bucket, u64>,
    #[serde(default)]
    orders: Vec<SavedOrder>,
    #[serde(default)]
    steps: Vec<Id>,
    #[serde(default)]
    warnings: Vec<Id>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SavedOrder {
    sku: Id,
    year: Year,
    channel: One<SalesChannel>,
    when: When,
    #[serde(default)]
    back_charge: bool,
    quantity: u64,
    #[serde(default)]
    unit_price: Option<Sum>,
    #[serde(default)]
    total: Option<Sum>,
}

impl From<SavedPlan> for PlanRecord {
    fn from(saved: SavedPlan) -> Self {
        let Day(as_of) = saved.as_of;
        Self {
            as_of,
            programmes: saved.programmes.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<SavedProgramme> for ProgrammeRecord {
    fn from(saved: SavedProgramme) -> Self {
        let ids = |ids: Vec<Id>| ids.into_iter().map(|Id(id)| id).collect();
        let ledger = saved.ledger.into_iter();
        let (Id(programme), Count(edition)) = (saved.programme, saved.edition);
        Self {
            programme,
            edition,
            ledger: ledger
                .map(|(Bucket(verdict), sum)| (verdict, sum))
                .collect(),
            orders: saved.orders.into_iter().map(Into::into).collect(),
            steps: ids(saved.steps),
            warnings: ids(saved.warnings),
        }
    }
}

impl From<SavedOrder> for OrderRecord {
    fn from(saved: SavedOrder) -> Self {
        let money = |sum: Option<Sum>| sum.map(|Sum(money)| money);
        let (Id(sku), Year(year)) = (saved.sku, saved.year);
        let (One(channel), When(when)) = (saved.channel, saved.when);
        Self {
            sku,
            year,
            channel,
            when,
            back_charge: saved.back_charge,
            quantity: saved.quantity,
            unit_price: money(saved.unit_price),
            total: money(saved.total),
        }
    }
}

/// Writes the block, one fact a line.
pub(super) fn write(text: &mut String, record: &PlanRecord) {
    text.push_str("    made_with: (\n");
    line(text, 2, "as_of", &quoted(&record.as_of.to_string()));
    text.push_str("        programmes: [\n");
    for programme in &record.programmes {
        text.push_str("            (\n");
        line(text, 4, "programme", &quoted(&programme.programme));
        line(text, 4, "edition", &programme.edition.to_string());
        let sums = programme.ledger.iter();
        let sums = map(sums.map(|(verdict, sum)| format!("{}: {sum}", quoted(verdict.id()))));
        line(text, 4, "ledger", &sums);
        items(text, "orders", programme.orders.iter().map(order));
        items(text, "steps", programme.steps.iter().map(|id| quoted(id)));
        items(
            text,
            "warnings",
            programme.warnings.iter().map(|id| quoted(id)),
        );
        text.push_str("            ),\n");
    }
    text.push_str("        ],\n    ),\n");
}

/// A list with each item on a line of its own.
fn items(text: &mut String, key: &str, items: impl ExactSizeIterator<Item = String>) {
    if items.len() == 0 {
        line(text, 4, key, &list(items));
        return;
    }
    let _ = writeln!(text, "                {key}: [");
    for item in items {
        let _ = writeln!(text, "                    {item},");
    }
    text.push_str("                ],\n");
}

fn order(order: &OrderRecord) -> String {
    let mut text = format!(
        "(sku: {}, year: {}, channel: {}, when: {}",
        quoted(&order.sku),
        order.year.number(),
        quoted(order.channel.id()),
        quoted(order.when.id()),
    );
    if order.back_charge {
        text.push_str(", back_charge: true");
    }
    let _ = write!(text, ", quantity: {}", order.quantity);
    for (key, amount) in [("unit_price", order.unit_price), ("total", order.total)] {
        if let Some(amount) = amount {
            let amount = format!("{} {}", amount.decimal(), amount.currency);
            let _ = write!(text, ", {key}: {}", quoted(&amount));
        }
    }
    text.push(')');
    text
}
