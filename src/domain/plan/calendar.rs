//! The days to keep: windows, orders, releases, ends of things beside Windows, leaving days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::patch_tuesday::patch_tuesdays;
use super::shape::Context;
use super::{CalendarEntry, OrderWhen, Plan, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::facts::Facts;
use crate::domain::field::Field;
use crate::domain::guide::condition::Truth;
use crate::domain::profile::Profile;
use crate::domain::programme::{EventKind, RuleId};
use crate::domain::source::Sources;
use crate::domain::text::{Argument, Statement};

pub(super) fn add_calendar(
    context: &Context<'_>,
    plan: &mut Plan,
    profile: &Profile,
    classes: &[&Facts],
) {
    let programme = context.programme;
    let sources = |rule| programme.shared_rule_sources(rule);
    let mut entries: Vec<CalendarEntry> = Vec::new();
    let mut add = |date: NaiveDate, kind, title, faq: Sources| {
        entries.push(CalendarEntry {
            date,
            kind,
            title,
            faq,
        });
    };
    let has_licence_route = plan.ledger.iter().any(|row| match row.verdict {
        Verdict::Buy
        | Verdict::CoveredFree
        | Verdict::AlreadyCovered
        | Verdict::NotOffered
        | Verdict::NeedsDecision => true,
        Verdict::Oem | Verdict::NotEligible | Verdict::Retired => false,
    });
    if has_licence_route {
        for window in &programme.base.coverage {
            let year = || ("year", Argument::Year(window.year));
            add(
                window.first_day,
                EventKind::WindowStarts,
                Statement::Message("event-window-starts", vec![year()]),
                sources(RuleId::CoverageWindows),
            );
            add(
                window.last_day,
                EventKind::WindowEnds,
                Statement::Message("event-window-ends", vec![year()]),
                sources(RuleId::CoverageWindows),
            );
            let before = window.first_day.pred_opt().unwrap_or(window.first_day);
            for release in patch_tuesdays(before, window.last_day) {
                if release >= window.first_release {
                    add(
                        release,
                        EventKind::PatchTuesday,
                        Statement::Message("event-patch-tuesday", vec![year()]),
                        sources(RuleId::PatchTuesdays),
                    );
                }
            }
        }
    }
    for line in plan.orders.iter().filter(|l| l.when == OrderWhen::Later) {
        let Some(day) = line.order_by else { continue };
        add(
            day,
            EventKind::OrderBy,
            Statement::Message(
                "event-order-by",
                vec![
                    ("year", Argument::Year(line.year)),
                    ("count", Argument::Count(line.quantity)),
                    ("sku", Argument::Name(line.sku_name.as_str().into())),
                ],
            ),
            line.trace.faq.iter().take(3).cloned().collect(),
        );
    }
    if !plan.orders.is_empty()
        && let Some(channel) = context.sales_channel()
        && let Some(sales) = programme.base.sales.iter().find(|s| s.channel == channel)
    {
        add(
            sales.first_day,
            EventKind::SalesStart,
            Statement::Message(
                "event-sales-start",
                vec![(
                    "channel",
                    Argument::Value(Field::OrderChannel, channel.id()),
                )],
            ),
            sources(RuleId::SalesStart),
        );
    }
    for event in &programme.events {
        if classes
            .iter()
            .any(|facts| event.when.evaluate(facts) == Truth::Yes)
        {
            add(
                event.date,
                event.kind,
                Statement::Data(event.title.clone()),
                event.faq.clone(),
            );
        }
    }
    // Groups that leave on one day share a line.
    let mut leaving: BTreeMap<NaiveDate, Vec<&str>> = BTreeMap::new();
    for group in &profile.groups {
        if let Some(day) = group.leaves_on {
            leaving.entry(day).or_default().push(&group.name);
        }
    }
    for (day, names) in leaving {
        let title = match names.as_slice() {
            [name] if !name.is_empty() => Statement::Message(
                "event-group-leaves",
                vec![("group", Argument::Name((*name).into()))],
            ),
            names => Statement::Message(
                "event-groups-leave",
                vec![("count", Argument::Count(names.len() as u64))],
            ),
        };
        add(
            day,
            EventKind::GroupLeaves,
            title,
            sources(RuleId::GroupHasLeft),
        );
    }
    entries.sort_by_key(|entry| (entry.date, entry.kind.index()));
    entries.dedup();
    plan.calendar = entries;
}
