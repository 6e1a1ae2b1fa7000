//! The overview as CSV, for a spreadsheet of the language: with a byte order mark, a comma or a
//! semicolon between cells, decimals as they are typed there, and no cell that runs as a formula.

use std::io;

use csv::{Terminator, WriterBuilder};

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::money::{Money, PriceBasis};
use crate::domain::plan::{OrderLine, Span, UnitPrice};
use crate::domain::programme::{Period, Unit};
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};
use crate::report::ReportInput;
use crate::report::words::clean;

use super::{endpoints, open_questions, uncovered};

/// The columns in order, by the ids of their headings.
const COLUMNS: [&str; 26] = [
    "overview-customer",
    "overview-file",
    "overview-plan",
    "overview-as-of",
    "overview-programme",
    "overview-sku",
    "overview-coverage-year",
    "overview-back",
    "overview-when",
    "overview-order-by",
    "overview-channel",
    "overview-unit",
    "overview-quantity",
    "overview-unit-price",
    "overview-units-priced",
    "overview-period",
    "overview-charged",
    "overview-basis",
    "overview-amount",
    "overview-currency",
    "overview-estimated-price",
    "overview-estimate",
    "overview-line-endpoints",
    "overview-endpoints",
    "overview-uncovered",
    "overview-open",
];

/// The byte order mark and the headings.
pub(super) fn head(language: Language) -> io::Result<Vec<u8>> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let headings = COLUMNS.iter().map(|id| tr(language, id)).collect();
    bytes.extend(lines(language, &[headings])?);
    Ok(bytes)
}

/// The rows of a profile: one for each order line, and one for each programme without any. What
/// counts a programme's endpoints and decisions stands in its first row only, so that a column can
/// be summed.
pub(super) fn rows(
    input: &ReportInput<'_>,
    file: &str,
    plan_file: Option<&str>,
) -> io::Result<Vec<u8>> {
    let (language, plan) = (input.language, input.plan);
    let mut rows = Vec::new();
    for position in 0..plan.programmes.len() {
        let name = input.programme(position).map_or("", |programme| {
            let name = &programme.base.short_name;
            name.get(language)
        });
        let mut counts = vec![
            endpoints(plan, position).to_string(),
            uncovered(plan, position).to_string(),
            open_questions(plan, position).to_string(),
        ];
        let mut row = |order: Vec<String>| {
            let mut cells = vec![
                text(&input.profile.organisation.name),
                text(file),
                text(plan_file.unwrap_or_default()),
                plan.as_of.to_string(),
                text(name),
            ];
            cells.extend(order);
            cells.append(&mut counts);
            cells.resize(COLUMNS.len(), String::new());
            rows.push(cells);
        };
        let mut orders = plan.orders.iter().filter(|o| o.programme == position);
        match orders.next() {
            None => row(vec![String::new(); ORDER_COLUMNS]),
            Some(first) => {
                row(order(language, first));
                orders.for_each(|line| row(order(language, line)));
            }
        }
    }
    lines(language, &rows)
}

/// How many of the columns are about an order line.
const ORDER_COLUMNS: usize = 18;

fn order(language: Language, line: &OrderLine) -> Vec<String> {
    let estimate = line.estimate.as_ref();
    let price_of = |price: &UnitPrice| amount(language, price.amount);
    let currency = line.total.or_else(|| estimate.map(|e| e.total));
    let back = match (line.back_charge, line.back_year) {
        (true, _) => tr(language, "overview-back-charge"),
        (false, true) => tr(language, "overview-back-year"),
        (false, false) => String::new(),
    };
    let basis = match (&line.unit_price, estimate) {
        (None, Some(_)) => tr(language, "overview-basis-unconfirmed"),
        (Some(price), _) => tr(
            language,
            match price.basis {
                PriceBasis::Quote => "overview-basis-quote",
                PriceBasis::Press => "overview-basis-press",
                PriceBasis::Published => "overview-basis-published",
                PriceBasis::Promotion => "overview-basis-promotion",
            },
        ),
        (None, None) => tr(language, "overview-basis-none"),
    };
    vec![
        text(&line.sku_name),
        line.year.number().to_string(),
        back,
        tr(language, &format!("plan-when-{}", line.when.id())),
        line.order_by.map(|day| day.to_string()).unwrap_or_default(),
        i18n::value(language, Field::OrderChannel, line.channel.id()),
        unit(language, line.unit),
        line.quantity.to_string(),
        line.unit_price.as_ref().map_or_else(String::new, price_of),
        line.priced_per.to_string(),
        tr(
            language,
            match line.priced_for {
                Period::Year => "overview-period-year",
                Period::Month => "overview-period-month",
                Period::Hour => "overview-period-hour",
                Period::Once => "overview-period-once",
            },
        ),
        match line.span {
            Span::Whole => tr(language, "overview-charged-whole"),
            Span::Months(months) => counted(language, "plan-count-months", months),
            Span::Days { days, .. } => counted(language, "plan-count-days", days),
        },
        basis,
        line.total
            .map_or_else(String::new, |total| amount(language, total)),
        currency.map_or_else(String::new, |money| money.currency.to_string()),
        estimate.map_or_else(String::new, |estimate| price_of(&estimate.unit_price)),
        estimate.map_or_else(String::new, |estimate| amount(language, estimate.total)),
        line.endpoints.to_string(),
    ]
}

fn counted(language: Language, id: &str, number: u32) -> String {
    tr_with(language, id, &[("count", count(u64::from(number)))])
}

fn unit(language: Language, unit: Unit) -> String {
    match unit {
        Unit::Device => tr(language, "overview-unit-device"),
        Unit::User(devices) => counted(language, "overview-unit-user", devices),
        Unit::Account(devices) => counted(language, "overview-unit-account", devices),
        Unit::Cores(cores) if cores.pack > 1 => counted(language, "overview-unit-pack", cores.pack),
        Unit::Cores(_) => tr(language, "overview-unit-core"),
    }
}

/// An amount as a spreadsheet of the language reads it: without thousands, without a currency.
fn amount(language: Language, money: Money) -> String {
    match language {
        Language::English => money.decimal(),
        Language::Polish => money.decimal().replace('.', ","),
    }
}

/// A text of somebody's as a cell: on one line, and after an apostrophe where a spreadsheet would
/// take it for a formula.
fn text(text: &str) -> String {
    let cell = clean(text);
    // Some programs leave out what is blank in front, and take full-width signs for the others.
    let begins_formula = cell
        .trim_start()
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if begins_formula || text.starts_with(['\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.into_owned()
    }
}

/// Rows as lines that end as CSV's do.
fn lines(language: Language, rows: &[Vec<String>]) -> io::Result<Vec<u8>> {
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
            ("\u{200e}=1", "'=1"),
            ("＝1", "'＝1"),
            ("a=1", "a=1"),
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
