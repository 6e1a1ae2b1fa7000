//! Tables for a spreadsheet of the language: with a byte order mark, a comma or a semicolon between
//! cells, decimals as they are typed there, and no cell that runs as a formula. Days are written
//! as `2022-01-12`, amounts without thousands and without their currency.

pub(crate) mod order;

use std::io;

use csv::{Terminator, WriterBuilder};

use self::order::OrderColumn;
use super::ReportInput;
use super::options::ReportOptions;
use super::words::{Words, clean};
use crate::domain::money::Money;
use crate::domain::plan::OrderLine;
use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::tr;

/// What tells a spreadsheet that the file is UTF-8.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Spreadsheets cut a cell off at 32,767 characters; a longer list of groups is told in short.
const MOST_CHARACTERS: usize = 30_000;

/// The headings before those of an order line, by their ids.
const BEFORE: [&str; 4] = [
    "overview-customer",
    "overview-as-of",
    "export-line",
    "overview-programme",
];

/// What is told of an order line itself.
const ORDER: [OrderColumn; 21] = [
    OrderColumn::SkuId,
    OrderColumn::Sku,
    OrderColumn::CoverageYear,
    OrderColumn::Back,
    OrderColumn::When,
    OrderColumn::AvailableFrom,
    OrderColumn::StartsOn,
    OrderColumn::OrderBy,
    OrderColumn::Channel,
    OrderColumn::Quantity,
    OrderColumn::Unit,
    OrderColumn::Endpoints,
    OrderColumn::UnitPrice,
    OrderColumn::UnitsPriced,
    OrderColumn::Period,
    OrderColumn::Charged,
    OrderColumn::Basis,
    OrderColumn::Amount,
    OrderColumn::Currency,
    OrderColumn::EstimatedPrice,
    OrderColumn::Estimate,
];

/// The headings after them.
const AFTER: [&str; 3] = ["export-groups", "export-reasons", "export-faq"];

/// Writes the order lines, one row each; only the headings where the orders are left out.
pub(super) fn render(input: &ReportInput<'_>, options: &ReportOptions) -> io::Result<Vec<u8>> {
    let language = input.language;
    let mut bytes = head(language, &BEFORE, &ORDER, &AFTER)?;
    if !options.left_out.contains("orders") {
        let orders = input.plan.orders.iter().enumerate();
        let rows: Vec<_> = orders
            .map(|(place, line)| row(input, place, line))
            .collect();
        bytes.extend(lines(language, &rows)?);
    }
    Ok(bytes)
}

/// The beginning of a table: the byte order mark and the headings.
pub(crate) fn head(
    language: Language,
    before: &[&str],
    order: &[OrderColumn],
    after: &[&str],
) -> io::Result<Vec<u8>> {
    let order = order.iter().map(|column| column.heading());
    let ids = before
        .iter()
        .copied()
        .chain(order)
        .chain(after.iter().copied());
    let headings = ids.map(|id| tr(language, id)).collect();
    let mut bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
    bytes.extend(lines(language, &[headings])?);
    Ok(bytes)
}

fn row(input: &ReportInput<'_>, position: usize, line: &OrderLine) -> Vec<String> {
    let language = input.language;
    let words = Words::new(input);
    let programme = input.programme(line.programme);
    let groups: Vec<String> = line
        .groups
        .iter()
        .map(|(group, quantity)| format!("{} ({quantity})", words.group(*group)))
        .collect();
    let joined = groups.join("; ");
    let groups = if joined.chars().count() > MOST_CHARACTERS {
        words.named(groups.into_iter())
    } else {
        joined
    };
    let faq: Vec<&str> = line.trace.faq.iter().map(FaqId::as_str).collect();
    let mut cells = vec![
        text(&input.profile.organisation.name),
        input.plan.as_of.to_string(),
        (position + 1).to_string(),
        text(programme.map_or("", |p| p.base.short_name.get(language))),
    ];
    cells.extend(ORDER.iter().map(|column| column.cell(language, line)));
    cells.extend([
        text(&groups),
        text(&words.sentences(&line.trace.reasons)),
        text(&faq.join(", ")),
    ]);
    cells
}

/// An amount as a spreadsheet of the language reads it: without thousands, without a currency.
fn amount(language: Language, money: Money) -> String {
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
