//! What is counted, what a price is for and what part of a year is charged, in words.

use crate::domain::money::PriceBasis;
use crate::domain::plan::{OrderLine, Span};
use crate::domain::programme::{Period, Price, Sku, Unit};
use crate::domain::source::Certainty;
use crate::domain::text::Language;
use crate::i18n::{count, tr, tr_with};

/// Whether a line is plain: whole coverage years of licences for one device each.
pub fn is_plain(line: &OrderLine) -> bool {
    is_plain_price(line.unit, line.priced_per, line.priced_for)
        && line.span == Span::Whole
        && !line.back_charge
        && line.estimate.is_none()
}

/// Whether a SKU is priced by the device and coverage year, which need not be said.
pub fn is_plain_sku(sku: &Sku) -> bool {
    is_plain_price(sku.unit, sku.priced_per, sku.priced_for)
}

fn is_plain_price(unit: Unit, per: u32, period: Period) -> bool {
    unit == Unit::Device && per == 1 && period == Period::Year
}

/// What a price is for: `per 16 cores a month`.
pub fn priced_words(language: Language, unit: Unit, per: u32, period: Period) -> String {
    let unit = match unit {
        Unit::Device => tr(language, "price-per-device"),
        Unit::User(devices) => shared_words(language, "price-per-user", devices),
        Unit::Account(devices) => shared_words(language, "price-per-account", devices),
        Unit::Cores(cores) if cores.pack > 1 => {
            shared_words(language, "price-per-pack", cores.pack)
        }
        Unit::Cores(_) => shared_words(language, "price-per-cores", per),
    };
    format!("{unit} {}", period_words(language, period))
}

/// What the organisation's price of a way out is for: `per endpoint, once`.
pub fn exit_priced_words(language: Language, period: Period) -> String {
    let unit = tr(language, "price-per-endpoint");
    format!("{unit} {}", period_words(language, period))
}

fn shared_words(language: Language, id: &str, number: u32) -> String {
    tr_with(language, id, &[("count", count(u64::from(number)))])
}

/// The time that a price is for.
pub fn period_words(language: Language, period: Period) -> String {
    tr(
        language,
        match period {
            Period::Year => "plan-price-per-year",
            Period::Month => "plan-price-per-month",
            Period::Hour => "plan-price-per-hour",
            Period::Once => "plan-price-once",
        },
    )
}

/// What is counted, where that is not a licence for one device: `packs of 2 cores`.
pub fn unit_words(language: Language, unit: Unit, quantity: u64) -> Option<String> {
    let quantity = ("quantity", count(quantity));
    match unit {
        Unit::Device => None,
        Unit::User(_) => Some(tr_with(language, "order-unit-users", &[quantity])),
        Unit::Account(_) => Some(tr_with(language, "order-unit-accounts", &[quantity])),
        Unit::Cores(cores) if cores.pack > 1 => Some(tr_with(
            language,
            "order-unit-packs",
            &[quantity, ("pack", count(u64::from(cores.pack)))],
        )),
        Unit::Cores(_) => Some(tr_with(language, "order-unit-cores", &[quantity])),
    }
}

/// How many of what: `400 licences`, `8 packs of 2 cores`, `64 cores`.
pub fn quantity_words(language: Language, unit: Unit, quantity: u64) -> String {
    match unit {
        Unit::Device | Unit::User(_) | Unit::Account(_) => tr_with(
            language,
            "plan-count-licences",
            &[("count", count(quantity))],
        ),
        Unit::Cores(cores) if cores.pack > 1 => tr_with(
            language,
            "plan-quantity-packs",
            &[
                ("count", count(quantity)),
                ("pack", count(u64::from(cores.pack))),
            ],
        ),
        Unit::Cores(_) => tr_with(language, "plan-count-cores", &[("count", count(quantity))]),
    }
}

/// The part of its year that a line is charged for; none where it is all of it.
pub fn span_words(language: Language, span: Span) -> Option<String> {
    let (id, number) = match span {
        Span::Whole => return None,
        Span::Months(months) => ("plan-count-months", months),
        Span::Days { days, .. } => ("plan-count-days", days),
    };
    Some(tr_with(
        language,
        id,
        &[("count", count(u64::from(number)))],
    ))
}

/// What a known price rests on, in one word after it: `61.00 USD reported`.
pub fn known_price_id(price: &Price) -> &'static str {
    match (price.certainty, price.basis) {
        (Certainty::Community | Certainty::ThirdParty | Certainty::Derived, _) => {
            "profile-unconfirmed-price"
        }
        (_, PriceBasis::Published | PriceBasis::Promotion) => "profile-published-price",
        (_, PriceBasis::Press | PriceBasis::Quote) => "profile-reported-price",
    }
}
