//! The overview as CSV, written as the order lines of one plan are.

use std::io;

use crate::domain::plan::{OrderLine, UnitPrice};
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::report::ReportInput;
use crate::report::csv::{
    BYTE_ORDER_MARK, amount, back, basis, channel, charged, day, lines, period, text, unit, when,
};

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
    let mut bytes = BYTE_ORDER_MARK.as_bytes().to_vec();
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
    vec![
        text(&line.sku_name),
        line.year.number().to_string(),
        back(language, line),
        when(language, line.when),
        day(line.order_by),
        channel(language, line.channel),
        unit(language, line.unit),
        line.quantity.to_string(),
        line.unit_price.as_ref().map_or_else(String::new, price_of),
        line.priced_per.to_string(),
        period(language, line.priced_for),
        charged(language, line.span),
        basis(language, line),
        line.total
            .map_or_else(String::new, |total| amount(language, total)),
        currency.map_or_else(String::new, |money| money.currency.to_string()),
        estimate.map_or_else(String::new, |estimate| price_of(&estimate.unit_price)),
        estimate.map_or_else(String::new, |estimate| amount(language, estimate.total)),
        line.endpoints.to_string(),
    ]
}
