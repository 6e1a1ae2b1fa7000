//! The columns that tell of an order line: each with its heading and what stands under it.

use super::{amount, text};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::money::{Money, PriceBasis};
use crate::domain::plan::{OrderLine, Span};
use crate::domain::programme::{Period, Unit};
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};

/// A column of order lines.
#[derive(Clone, Copy, Debug)]
pub(crate) enum OrderColumn {
    SkuId,
    Sku,
    CoverageYear,
    Back,
    When,
    AvailableFrom,
    StartsOn,
    OrderBy,
    Channel,
    Quantity,
    Unit,
    Endpoints,
    UnitPrice,
    UnitsPriced,
    Period,
    Charged,
    Basis,
    Amount,
    Currency,
    EstimatedPrice,
    Estimate,
}

impl OrderColumn {
    /// The id of its heading.
    pub(super) fn heading(self) -> &'static str {
        match self {
            Self::SkuId => "export-sku-id",
            Self::Sku => "overview-sku",
            Self::CoverageYear => "overview-coverage-year",
            Self::Back => "overview-back",
            Self::When => "overview-when",
            Self::AvailableFrom => "export-available-from",
            Self::StartsOn => "export-starts-on",
            Self::OrderBy => "overview-order-by",
            Self::Channel => "overview-channel",
            Self::Quantity => "overview-quantity",
            Self::Unit => "overview-unit",
            Self::Endpoints => "overview-line-endpoints",
            Self::UnitPrice => "overview-unit-price",
            Self::UnitsPriced => "overview-units-priced",
            Self::Period => "overview-period",
            Self::Charged => "overview-charged",
            Self::Basis => "overview-basis",
            Self::Amount => "overview-amount",
            Self::Currency => "overview-currency",
            Self::EstimatedPrice => "overview-estimated-price",
            Self::Estimate => "overview-estimate",
        }
    }

    /// What it says of a line.
    pub(crate) fn cell(self, language: Language, line: &OrderLine) -> String {
        let price = line.unit_price.as_ref();
        let estimate = line.estimate.as_ref();
        let money =
            |money: Option<Money>| money.map_or_else(String::new, |money| amount(language, money));
        match self {
            Self::SkuId => text(&line.sku),
            Self::Sku => text(&line.sku_name),
            Self::CoverageYear => line.year.number().to_string(),
            Self::Back => back(language, line),
            Self::When => tr(language, &format!("plan-when-{}", line.when.id())),
            Self::AvailableFrom => day(line.available_from),
            Self::StartsOn => line.starts_on.to_string(),
            Self::OrderBy => day(line.order_by),
            Self::Channel => i18n::value(language, Field::OrderChannel, line.channel.id()),
            Self::Quantity => line.quantity.to_string(),
            Self::Unit => unit(language, line),
            Self::Endpoints => line.endpoints.to_string(),
            Self::UnitPrice => money(price.map(|price| price.amount)),
            Self::UnitsPriced => line.priced_per.to_string(),
            Self::Period => period(language, line),
            Self::Charged => charged(language, line),
            Self::Basis => basis(language, line),
            Self::Amount => money(line.total),
            Self::Currency => currency(line),
            Self::EstimatedPrice => money(estimate.map(|estimate| estimate.unit_price.amount)),
            Self::Estimate => money(estimate.map(|estimate| estimate.total)),
        }
    }
}

/// A day, empty where there is none.
fn day(day: Option<chrono::NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// The currency of a line's total, else of its estimate.
fn currency(line: &OrderLine) -> String {
    let estimate = line.estimate.as_ref().map(|estimate| estimate.total);
    let money = line.total.or(estimate);
    money.map_or_else(String::new, |money| money.currency.to_string())
}

/// Whether a line is for a year that was over, or for time that is billed back.
fn back(language: Language, line: &OrderLine) -> String {
    match (line.back_charge, line.back_year) {
        (true, _) => tr(language, "overview-back-charge"),
        (false, true) => tr(language, "overview-back-year"),
        (false, false) => String::new(),
    }
}

/// What one unit of a line stands for.
pub(crate) fn unit(language: Language, line: &OrderLine) -> String {
    match line.unit {
        Unit::Device => tr(language, "overview-unit-device"),
        Unit::User(devices) => counted(language, "overview-unit-user", devices),
        Unit::Account(devices) => counted(language, "overview-unit-account", devices),
        Unit::Cores(cores) if cores.pack > 1 => counted(language, "overview-unit-pack", cores.pack),
        Unit::Cores(_) => tr(language, "overview-unit-core"),
    }
}

/// The time that a price is for.
fn period(language: Language, line: &OrderLine) -> String {
    tr(
        language,
        match line.priced_for {
            Period::Year => "overview-period-year",
            Period::Month => "overview-period-month",
            Period::Hour => "overview-period-hour",
            Period::Once => "overview-period-once",
        },
    )
}

/// The part of the coverage year that is charged.
pub(crate) fn charged(language: Language, line: &OrderLine) -> String {
    match line.span {
        Span::Whole => tr(language, "overview-charged-whole"),
        Span::Months(months) => counted(language, "plan-count-months", months),
        Span::Days { days, .. } => counted(language, "plan-count-days", days),
    }
}

/// What the price of a line rests on.
fn basis(language: Language, line: &OrderLine) -> String {
    tr(
        language,
        match (&line.unit_price, &line.estimate) {
            (None, Some(_)) => "overview-basis-unconfirmed",
            (Some(price), _) => match price.basis {
                PriceBasis::Quote => "overview-basis-quote",
                PriceBasis::Press => "overview-basis-press",
                PriceBasis::Published => "overview-basis-published",
                PriceBasis::Promotion => "overview-basis-promotion",
            },
            (None, None) => "overview-basis-none",
        },
    )
}

fn counted(language: Language, id: &str, number: u32) -> String {
    tr_with(language, id, &[("count", count(u64::from(number)))])
}
