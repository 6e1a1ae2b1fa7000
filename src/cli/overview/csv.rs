//! The overview as CSV, written as the order lines of one plan are.

use std::io;

use crate::domain::plan::OrderLine;
use crate::domain::text::Language;
use crate::report::ReportInput;
use crate::report::csv::order::OrderColumn;
use crate::report::csv::{self, lines, text};

use super::{endpoints, open_questions, uncovered};

/// The headings before those of an order line, by their ids.
const BEFORE: [&str; 5] = [
    "overview-customer",
    "overview-file",
    "overview-plan",
    "overview-as-of",
    "overview-programme",
];

/// What is told of an order line itself.
const ORDER: [OrderColumn; 18] = [
    OrderColumn::Sku,
    OrderColumn::CoverageYear,
    OrderColumn::Back,
    OrderColumn::When,
    OrderColumn::OrderBy,
    OrderColumn::Channel,
    OrderColumn::Unit,
    OrderColumn::Quantity,
    OrderColumn::UnitPrice,
    OrderColumn::UnitsPriced,
    OrderColumn::Period,
    OrderColumn::Charged,
    OrderColumn::Basis,
    OrderColumn::Amount,
    OrderColumn::Currency,
    OrderColumn::EstimatedPrice,
    OrderColumn::Estimate,
    OrderColumn::Endpoints,
];

/// The headings after them, of what is counted once for each programme.
const AFTER: [&str; 3] = ["overview-endpoints", "overview-uncovered", "overview-open"];

/// The byte order mark and the headings.
pub(super) fn head(language: Language) -> io::Result<Vec<u8>> {
    csv::head(language, &BEFORE, &ORDER, &AFTER)
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
    let order_cells = |line: &OrderLine| -> Vec<String> {
        let cells = ORDER.iter().map(|column| column.cell(language, line));
        cells.collect()
    };
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
            cells.resize(BEFORE.len() + ORDER.len() + AFTER.len(), String::new());
            rows.push(cells);
        };
        let mut orders = plan.orders.iter().filter(|o| o.programme == position);
        match orders.next() {
            None => row(vec![String::new(); ORDER.len()]),
            Some(first) => {
                row(order_cells(first));
                orders.for_each(|line| row(order_cells(line)));
            }
        }
    }
    lines(language, &rows)
}
