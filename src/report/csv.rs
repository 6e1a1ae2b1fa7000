//! Tables for a spreadsheet of the language: with a byte order mark, a comma or a semicolon between
//! cells, decimals as they are typed there, and no cell that runs as a formula. Days are written
//! as `2022-01-12`, amounts without thousands and without their currency.

use std::io;

use csv::{Terminator, WriterBuilder};

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::SalesChannel;
use crate::domain::money::{Money, PriceBasis};
use crate::domain::plan::{OrderLine, OrderWhen, Span};
use crate::domain::programme::{Period, Unit};
use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};

use super::ReportInput;
use super::options::ReportOptions;
use super::words::{Words, clean};

/// What tells a spreadsheet that the file is UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// The columns of the order lines, by the ids of their headings.
const COLUMNS: [&str; 28] = [
    "overview-customer",
    "overview-as-of",
    "export-line",
    "overview-programme",
    "export-sku-id",
    "overview-sku",
    "overview-coverage-year",
    "overview-back",
    "overview-when",
    "export-available-from",
    "export-starts-on",
    "overview-order-by",
    "overview-channel",
    "overview-quantity",
    "overview-unit",
    "overview-line-endpoints",
    "overview-unit-price",
    "overview-units-priced",
    "overview-period",
    "overview-charged",
    "overview-basis",
    "overview-amount",
    "overview-currency",
    "overview-estimated-price",
    "overview-estimate",
    "export-groups",
    "export-reasons",
    "export-faq",
];

/// Writes the order lines, one row each; only the headings where the orders are left out.
pub(super) fn render(input: &ReportInput<'_>, options: &ReportOptions) -> io::Result<Vec<u8>> {
    let language = input.language;
    let mut rows = vec![COLUMNS.iter().map(|id| tr(language, id)).collect()];
    if !options.left_out.contains("orders") {
        let lines = input.plan.orders.iter().enumerate();
        rows.extend(lines.map(|(position, line)| row(input, position, line)));
    }
    let mut bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
    bytes.extend(lines(language, &rows)?);
    Ok(bytes)
}

fn row(input: &ReportInput<'_>, position: usize, line: &OrderLine) -> Vec<String> {
    let language = input.language;
    let words = Words::new(input);
    let programme = input.programme(line.programme);
    let estimate = line.estimate.as_ref();
    let currency = line
        .total
        .or_else(|| estimate.map(|estimate| estimate.total));
    let groups: Vec<String> = line
        .groups
        .iter()
        .map(|(group, quantity)| format!("{} ({quantity})", words.group(*group)))
        .collect();
    let faq: Vec<&str> = line.trace.faq.iter().map(FaqId::as_str).collect();
    vec![
        text(&input.profile.organisation.name),
        input.plan.as_of.to_string(),
        (position + 1).to_string(),
        text(programme.map_or("", |p| p.base.short_name.get(language))),
        text(&line.sku),
        text(&line.sku_name),
        line.year.number().to_string(),
        back(language, line),
        when(language, line.when),
        day(line.available_from),
        line.starts_on.to_string(),
        day(line.order_by),
        channel(language, line.channel),
        line.quantity.to_string(),
        unit(language, line.unit),
        line.endpoints.to_string(),
        line.unit_price
            .as_ref()
            .map_or_else(String::new, |price| amount(language, price.amount)),
        line.priced_per.to_string(),
        period(language, line.priced_for),
        charged(language, line.span),
        basis(language, line),
        line.total
            .map_or_else(String::new, |total| amount(language, total)),
        currency.map_or_else(String::new, |money| money.currency.to_string()),
        estimate.map_or_else(String::new, |estimate| {
            amount(language, estimate.unit_price.amount)
        }),
        estimate.map_or_else(String::new, |estimate| amount(language, estimate.total)),
        text(&groups.join("; ")),
        text(&words.sentences(&line.trace.reasons)),
        text(&faq.join(", ")),
    ]
}

/// A day, empty where there is none.
pub(crate) fn day(day: Option<chrono::NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Whether a line is for a year that was over, or for time that is billed back.
pub(crate) fn back(language: Language, line: &OrderLine) -> String {
    match (line.back_charge, line.back_year) {
        (true, _) => tr(language, "overview-back-charge"),
        (false, true) => tr(language, "overview-back-year"),
        (false, false) => String::new(),
    }
}

/// Now or later.
pub(crate) fn when(language: Language, when: OrderWhen) -> String {
    tr(language, &format!("plan-when-{}", when.id()))
}

/// The channel's name.
pub(crate) fn channel(language: Language, channel: SalesChannel) -> String {
    i18n::value(language, Field::OrderChannel, channel.id())
}

/// What one unit of a line stands for.
pub(crate) fn unit(language: Language, unit: Unit) -> String {
    match unit {
        Unit::Device => tr(language, "overview-unit-device"),
        Unit::User(devices) => counted(language, "overview-unit-user", devices),
        Unit::Account(devices) => counted(language, "overview-unit-account", devices),
        Unit::Cores(cores) if cores.pack > 1 => counted(language, "overview-unit-pack", cores.pack),
        Unit::Cores(_) => tr(language, "overview-unit-core"),
    }
}

/// The time that a price is for.
pub(crate) fn period(language: Language, period: Period) -> String {
    tr(
        language,
        match period {
            Period::Year => "overview-period-year",
            Period::Month => "overview-period-month",
            Period::Hour => "overview-period-hour",
            Period::Once => "overview-period-once",
        },
    )
}

/// The part of the coverage year that is charged.
pub(crate) fn charged(language: Language, span: Span) -> String {
    match span {
        Span::Whole => tr(language, "overview-charged-whole"),
        Span::Months(months) => counted(language, "plan-count-months", months),
        Span::Days { days, .. } => counted(language, "plan-count-days", days),
    }
}

/// What the price of a line rests on.
pub(crate) fn basis(language: Language, line: &OrderLine) -> String {
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

/// An amount as a spreadsheet of the language reads it: without thousands, without a currency.
pub(crate) fn amount(language: Language, money: Money) -> String {
    match language {
        Language::English => money.decimal(),
        Language::Polish => money.decimal().replace('.', ","),
    }
}

/// A text of somebody's as a cell: on one line, and after an apostrophe where a spreadsheet would
/// take it for a formula or a command.
pub(crate) fn text(text: &str) -> String {
    let cell = clean(text);
    if begins_formula(&cell) || text.starts_with(['\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.into_owned()
    }
}

/// Whether a program could read the cell as more than text. Some leave out in front what is blank
/// or a quotation mark, and take full-width signs for the others; `|` and `%` begin commands in
/// old ones.
fn begins_formula(cell: &str) -> bool {
    let is_left_out = |character: char| {
        character.is_whitespace()
            || matches!(
                character,
                '"' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
            )
    };
    let cell = cell.trim_start_matches(is_left_out);
    cell.starts_with([
        '=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠', '｜', '−',
    ])
}

/// Rows as lines that end as CSV's do.
pub(crate) fn lines(language: Language, rows: &[Vec<String>]) -> io::Result<Vec<u8>> {
    let separator = match language {
        Language::English => b',',
        Language::Polish => b';',
    };
    let mut writer = WriterBuilder::new()
        .delimiter(separator)
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().map_err(csv::IntoInnerError::into_error)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for (given, cell) in [
            ("=1+1", "'=1+1"),
            ("+48 22", "'+48 22"),
            ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "' =1"),
            ("\rx", "' x"),
            ("  =1", "'  =1"),
            ("\"=1", "'\"=1"),
            ("\" =1", "'\" =1"),
            ("\u{a0}=1", "'\u{a0}=1"),
            ("\u{feff}=1", "'\u{feff}=1"),
            ("|calc", "'|calc"),
            ("%0A", "'%0A"),
            ("\u{200e}=1", "'=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
            ("'=1", "'=1"),
            ("Łódź; \"S.A.\"", "Łódź; \"S.A.\""),
            ("", ""),
        ] {
            assert_eq!(text(given), cell, "{given:?}");
        }
    }

    #[test]
    fn cells_and_decimals_are_those_of_the_language() {
        let money = Money {
            minor_units: 123_456,
            currency: Currency::USD,
        };
        let row = |language| {
            let cells = vec!["a,b;c".to_owned(), amount(language, money)];
            String::from_utf8(lines(language, &[cells]).unwrap()).unwrap()
        };
        assert_eq!(row(Language::English), "\"a,b;c\",1234.56\r\n");
        assert_eq!(row(Language::Polish), "\"a,b;c\";1234,56\r\n");
    }
}
