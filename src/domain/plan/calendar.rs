//! The days to keep: windows, orders, releases, ends of things beside Windows, leaving days.

use std::collections::BTreeMap;

use chrono::{Datelike as _, Months, NaiveDate};

use super::patch_tuesday::patch_tuesdays;
use super::shape::Context;
use super::{CalendarEntry, OrderLine, OrderWhen, Plan, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::facts::Facts;
use crate::domain::field::Field;
use crate::domain::guide::condition::Truth;
use crate::domain::licensing::SalesChannel;
use crate::domain::profile::Profile;
use crate::domain::programme::{CoverageWindow, EventKind, Offer, Programme, Releases, RuleId};
use crate::domain::source::Sources;
use crate::domain::text::{Argument, Statement};

/// The day after which all groups have left; none while one stays or does not say.
fn last_leaving_day(profile: &Profile) -> Option<NaiveDate> {
    let days: Option<Vec<NaiveDate>> = profile.groups.iter().map(|g| g.leaves_on).collect();
    days?.into_iter().max()
}

/// The next day that is the FAQ's example of a monthly invoice date: the 6th (W7-021).
fn next_invoice_day(as_of: NaiveDate) -> Option<NaiveDate> {
    let this_month = as_of.with_day(6)?;
    if as_of < this_month {
        Some(this_month)
    } else {
        this_month.checked_add_months(Months::new(1))
    }
}

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
            programme: 0,
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
        // After the last group has left, nothing of the programme concerns the plan.
        let until = last_leaving_day(profile);
        let needs_key = plan.ledger.iter().any(|row| match row.verdict {
            Verdict::Buy | Verdict::AlreadyCovered | Verdict::NotOffered => true,
            Verdict::CoveredFree
            | Verdict::NeedsDecision
            | Verdict::Oem
            | Verdict::NotEligible
            | Verdict::Retired => false,
        });
        // What Azure bills is enabled there, without a key.
        let sold_without_key = |channel: SalesChannel| channel == SalesChannel::Azure;
        let is_keyless = if plan.orders.is_empty() {
            let mut sales = programme.base.offers.iter().flat_map(|offer| &offer.sales);
            sales.all(|sales| sold_without_key(sales.channel))
        } else {
            plan.orders
                .iter()
                .all(|line| sold_without_key(line.channel))
        };
        let release_message = if needs_key && !is_keyless {
            "event-patch-tuesday"
        } else {
            "event-patch-tuesday-without-key"
        };
        for (offer, window) in windows_of(programme, classes) {
            if until.is_some_and(|day| window.first_day >= day) {
                continue;
            }
            // An offer with a term of its own is named; the programme's years speak for themselves.
            let named = |plain, of_offer| match offer {
                None => Statement::Message(plain, vec![("year", Argument::Year(window.year))]),
                Some(offer) => Statement::Message(
                    of_offer,
                    vec![("offer", Argument::Local(offer.name.clone()))],
                ),
            };
            add(
                window.first_day,
                EventKind::WindowStarts,
                named("event-window-starts", "event-term-starts"),
                sources(RuleId::CoverageWindows),
            );
            add(
                window.last_day,
                EventKind::WindowEnds,
                named("event-window-ends", "event-term-ends"),
                sources(RuleId::CoverageWindows),
            );
            if programme.base.releases == Releases::Irregular || offer.is_some() {
                continue;
            }
            let before = window.first_day.pred_opt().unwrap_or(window.first_day);
            for release in patch_tuesdays(before, window.last_day) {
                let is_received = until.is_none_or(|day| release < day);
                if release >= window.first_release && is_received {
                    add(
                        release,
                        EventKind::PatchTuesday,
                        Statement::Message(
                            release_message,
                            vec![("year", Argument::Year(window.year))],
                        ),
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
    let mut sold: Vec<(NaiveDate, SalesChannel)> = Vec::new();
    for line in &plan.orders {
        let sku = programme.skus.iter().find(|sku| sku.id == line.sku);
        let offer = sku.and_then(|sku| programme.base.offers.iter().find(|o| o.id == sku.offer));
        let mut sales = offer.iter().flat_map(|offer| &offer.sales);
        if let Some(sales) = sales.find(|sales| sales.channel == line.channel)
            && !sold.contains(&(sales.first_day, sales.channel))
        {
            sold.push((sales.first_day, sales.channel));
        }
    }
    for (first_day, channel) in sold {
        add(
            first_day,
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
    let is_invoiced =
        |line: &OrderLine| line.when == OrderWhen::Now && line.channel == SalesChannel::Csp;
    if plan.orders.iter().any(is_invoiced)
        && programme.has_rule(RuleId::CspInvoiceMonth)
        && let Some(day) = next_invoice_day(context.as_of)
    {
        let month = day.checked_sub_months(Months::new(1)).unwrap_or(day);
        add(
            day,
            EventKind::Invoice,
            Statement::Message("event-invoice", vec![("month", Argument::Month(month))]),
            sources(RuleId::CspInvoiceMonth),
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

/// The windows that groups of these classes live by: the programme's, and those of offers that have
/// their own, with the offer.
fn windows_of<'a>(
    programme: &'a Programme,
    classes: &[&Facts],
) -> Vec<(Option<&'a Offer>, &'a CoverageWindow)> {
    let falls_under = |index: usize, facts: &&&Facts| facts.bits(Field::Offer) & (1 << index) != 0;
    let mut windows = Vec::new();
    let has_own = |index: usize| {
        let offer = programme.base.offers.get(index);
        offer.is_some_and(|offer| !offer.coverage.is_empty())
    };
    let lives_by_the_programme = |facts: &&Facts| {
        let count = programme.base.offers.len();
        !(0..count).any(|index| has_own(index) && falls_under(index, &facts))
    };
    if classes.iter().any(lives_by_the_programme) {
        windows.extend(programme.base.coverage.iter().map(|window| (None, window)));
    }
    for (index, offer) in programme.base.offers.iter().enumerate() {
        if has_own(index) && classes.iter().any(|facts| falls_under(index, &facts)) {
            windows.extend(offer.coverage.iter().map(|window| (Some(offer), window)));
        }
    }
    windows
}
