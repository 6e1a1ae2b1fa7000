//! Products whose OEM sells ESU with dates of its own.

use super::{Bar, BarKind, Lane, Shown, after};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::plan::Verdict;
use crate::domain::profile::DataId;
use crate::i18n::{self, tr_with};
use crate::report::ReportInput;

/// One line for each of the first products.
pub(super) fn lanes(input: &ReportInput<'_>) -> Vec<Lane> {
    let lane = |id: &DataId| {
        let programme = input.catalogue.of_product(id)?;
        let (_, product) = programme.product(id)?;
        let first = product.coverage.first()?;
        // Years like the programme's own need no line of their own.
        let starts = programme.base.coverage.first();
        if starts.is_some_and(|window| window.first_day == first.first_day) {
            return None;
        }
        let bars = product.coverage.iter().map(|window| {
            let args = [("year", window.year.number().to_string().into())];
            Bar {
                from: window.first_day,
                to: after(window.last_day),
                kind: BarKind::Oem,
                words: tr_with(input.language, "widget-year", &args),
                short: String::new(),
                shows: Some(Shown::Oem),
            }
        });
        Some(Lane {
            label: i18n::value(input.language, Field::Verdict, Verdict::Oem.id()),
            bars: bars.collect(),
            ..Lane::default()
        })
    };
    products(input).into_iter().filter_map(lane).collect()
}

/// Products whose OEM sells the ESU, in the order of the groups.
fn products<'a>(input: &ReportInput<'a>) -> Vec<&'a DataId> {
    const MOST: usize = 3;
    let mut products: Vec<&DataId> = Vec::new();
    let mut ledger = input.plan.ledger.iter();
    while products.len() < MOST
        && let Some(row) = ledger.find(|row| row.verdict == Verdict::Oem)
    {
        let group = input.profile.groups.get(row.group);
        if let Some(product) = group.and_then(|group| group.product.as_ref())
            && !products.contains(&product)
        {
            products.push(product);
        }
    }
    products
}
