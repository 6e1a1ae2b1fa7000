//! What a year costs that groups leave soon after it begins.

use chrono::{Months, NaiveDate};

use super::build::Settled;
use super::prices::add_amount;
use super::shape::Context;
use super::{OrderLine, OrderWhen, Plan, PlanNote, Span};
use crate::domain::field::Field;
use crate::domain::licensing::CoverageYear;
use crate::domain::money::Money;
use crate::domain::programme::{Charge, NoteSection, RuleId, Severity};
use crate::domain::source::Certainty;
use crate::domain::text::{Argument, Statement};

/// Who leaves within so many months of a year's first day could do without the year.
const MONTHS: u32 = 3;

/// A year that is ordered whole for groups that leave in its first months.
struct ShortYear {
    year: CoverageYear,
    starts_on: NaiveDate,
    groups: Vec<usize>,
    amounts: Vec<Money>,
    /// A sum that leaves a part out would say less than the year costs.
    is_priced: bool,
}

/// Warns of years to come that are ordered whole for groups that leave soon after they begin.
pub(super) fn add_short_years(context: &Context<'_>, plan: &mut Plan, settled: &[Settled<'_>]) {
    let programme = context.programme;
    let mut years: Vec<ShortYear> = Vec::new();
    for line in &plan.orders {
        let is_whole = line.charge == Charge::Yearly && line.span == Span::Whole;
        if line.when != OrderWhen::Later || !is_whole {
            continue;
        }
        let until = line.starts_on.checked_add_months(Months::new(MONTHS));
        // A year without any release has a warning of its own.
        let windows = programme.base.coverage.iter();
        let first_release = windows
            .filter(|window| window.year == line.year)
            .map(|window| window.first_release)
            .max();
        for (position, quantity) in &line.groups {
            let group = settled.get(*position);
            let leaves_soon = group.and_then(|s| s.group.leaves_on).is_some_and(|day| {
                line.starts_on < day
                    && until.is_some_and(|until| day <= until)
                    && first_release.is_none_or(|release| release < day)
            });
            if leaves_soon {
                add(&mut years, line, *position, *quantity);
            }
        }
    }
    let rule = if programme.has_rule(RuleId::GroupHasLeft) {
        RuleId::GroupHasLeft
    } else {
        RuleId::LicensedPerDevice
    };
    for mut short in years {
        short.groups.sort_unstable();
        short.groups.dedup();
        let mut arguments = vec![
            ("year", Argument::Year(short.year)),
            ("start", Argument::Date(short.starts_on)),
        ];
        let id = match short.amounts.as_slice() {
            [amount] if short.is_priced => {
                arguments.push(("amount", Argument::Money(*amount)));
                "warning-short-year"
            }
            _ => "warning-short-year-without-price",
        };
        plan.warnings.push(PlanNote {
            programme: 0,
            code: "year-for-a-few-weeks".into(),
            section: NoteSection::Purchase,
            severity: Severity::Warning,
            about: Field::LeavesOn,
            groups: short.groups,
            text: Statement::Message(id, arguments),
            fields: vec![Field::LeavesOn],
            rule: Some(rule),
            faq: programme.shared_rule_sources(rule),
            certainty: Certainty::Derived,
        });
    }
}

fn add(years: &mut Vec<ShortYear>, line: &OrderLine, position: usize, quantity: u64) {
    let known = years
        .iter()
        .position(|short| short.year == line.year && short.starts_on == line.starts_on);
    let index = known.unwrap_or_else(|| {
        years.push(ShortYear {
            year: line.year,
            starts_on: line.starts_on,
            groups: Vec::new(),
            amounts: Vec::new(),
            is_priced: true,
        });
        years.len() - 1
    });
    let Some(short) = years.get_mut(index) else {
        return;
    };
    short.groups.push(position);
    match line.total {
        Some(total) => add_amount(&mut short.amounts, total.share(quantity, line.quantity)),
        None => short.is_priced = false,
    }
}
