//! What to order now and later, or why nothing.

use chrono::NaiveDate;

use super::sums::{
    Sum, endpoints_covered, endpoints_of, first_order_by, quantity, units, years_of,
};
use crate::domain::plan::{OrderLine, OrderWhen, Span, Verdict};
use crate::domain::programme::Unit;
use crate::domain::text::{Argument, Statement};
use crate::i18n::count;
use crate::report::ReportInput;
use crate::report::words::Words;

pub(super) fn orders(input: &ReportInput<'_>, words: &Words<'_>) -> String {
    let plan = input.plan;
    let (now, later): (Vec<_>, Vec<_>) = plan
        .orders
        .iter()
        .partition(|line| line.when == OrderWhen::Now);
    let is_plain = |line: &&OrderLine| line.unit == Unit::Device && line.span == Span::Whole;
    if !now.is_empty() || !later.is_empty() {
        let is_plain = now.iter().chain(&later).all(is_plain);
        if input.has_several() || !is_plain {
            return orders_by_programme(input, words, &now, &later)
                .join(" ")
                .replace('\n', " ");
        }
    }
    let mut text = match (now.is_empty(), later.first()) {
        (false, _) => order_now(input, words, &now),
        (true, Some(first)) => order_first(input, words, first, &later),
        (true, None) => nothing_to_order(input, words),
    };
    if !now.is_empty() && !later.is_empty() {
        let sum = Sum::of(&later);
        let sum = if sum.basis == Sum::of(&now).basis {
            sum.without_basis(words)
        } else {
            sum.in_words(words)
        };
        text.push(' ');
        text.push_str(
            &words.with(
                "summary-order-later",
                &[
                    (
                        "licences",
                        words
                            .counted("plan-count-licences", quantity(&later))
                            .into(),
                    ),
                    (
                        "day",
                        first_order_by(&later)
                            .map_or_else(String::new, |day| words.date(day))
                            .into(),
                    ),
                    ("years", count(years_of(&later))),
                    ("amount", sum.into()),
                ],
            ),
        );
    }
    text
}

/// The summary's sentences about the orders, as a screen shows them: what is ordered now and what
/// later, of several programmes each on a line of its own.
pub fn order_sentences(input: &ReportInput<'_>) -> Vec<String> {
    let words = Words::new(input);
    let lines = input.plan.orders.iter();
    let (now, later): (Vec<_>, Vec<_>) = lines.partition(|line| line.when == OrderWhen::Now);
    if input.has_several() && !(now.is_empty() && later.is_empty()) {
        orders_by_programme(input, &words, &now, &later)
    } else {
        vec![orders(input, &words)]
    }
}

/// What each programme orders now, and what later years ask for: units differ, so they are not
/// added up. Each programme begins a line.
fn orders_by_programme(
    input: &ReportInput<'_>,
    words: &Words<'_>,
    now: &[&OrderLine],
    later: &[&OrderLine],
) -> Vec<String> {
    let mut sentences = Vec::new();
    for (id, lines) in [
        ("summary-now-by-programme", now),
        ("summary-later-by-programme", later),
    ] {
        let mut parts = Vec::new();
        for (position, programme) in input.programmes().enumerate() {
            let own: Vec<&OrderLine> = lines
                .iter()
                .copied()
                .filter(|line| line.programme == position)
                .collect();
            let Some(first) = own.first() else { continue };
            let order_by = first_order_by(&own);
            let starts_on = own.iter().map(|line| line.starts_on).min();
            let day = order_by.or(starts_on).unwrap_or(input.plan.as_of);
            let endpoints = endpoints_covered(&own);
            parts.push(words.with(
                match (first.when, order_by) {
                    (OrderWhen::Now, _) => "summary-part-now",
                    (OrderWhen::Later, Some(_)) => "summary-part-later",
                    (OrderWhen::Later, None) => "summary-part-goes-on",
                },
                &[
                    (
                        "programme",
                        programme.base.short_name.get(words.language).into(),
                    ),
                    ("units", units(words, &own).into()),
                    (
                        "endpoints",
                        words.counted("plan-count-endpoints", endpoints).into(),
                    ),
                    ("amount", Sum::of(&own).in_words(words).into()),
                    ("day", words.date(day).into()),
                ],
            ));
        }
        if !parts.is_empty() {
            sentences.push(words.with(id, &[("parts", parts.join(";\n").into())]));
        }
    }
    if now.is_empty() {
        sentences.insert(0, words.tr("summary-nothing-now"));
    }
    sentences
}

fn order_now(input: &ReportInput<'_>, words: &Words<'_>, now: &[&OrderLine]) -> String {
    let back: u64 = now
        .iter()
        .filter(|line| line.back_year)
        .map(|line| line.quantity)
        .sum();
    let licences = quantity(now);
    let licences = if back == 0 {
        words.counted("plan-count-licences", licences)
    } else {
        words.with(
            "summary-licences-with-back-years",
            &[
                (
                    "licences",
                    words.counted("plan-count-licences", licences).into(),
                ),
                ("back", count(back)),
            ],
        )
    };
    let years = match (years_of(now), now) {
        (1, [one, ..]) => words.with(
            "summary-one-year",
            &[("year", one.year.number().to_string().into())],
        ),
        (years, _) => words.counted("plan-count-coverage-years", years),
    };
    let endpoints = endpoints_of(now, input.profile.groups.len());
    words.with(
        "summary-order-now",
        &[
            ("years", years.into()),
            (
                "endpoints",
                words.counted("plan-for-endpoints", endpoints).into(),
            ),
            ("licences", licences.into()),
            ("amount", Sum::of(now).in_words(words).into()),
        ],
    )
}

fn order_first(
    input: &ReportInput<'_>,
    words: &Words<'_>,
    first: &OrderLine,
    later: &[&OrderLine],
) -> String {
    let first_lines: Vec<&OrderLine> = later
        .iter()
        .copied()
        .filter(|line| line.order_by == first.order_by)
        .collect();
    let day = first.order_by.unwrap_or(input.plan.as_of);
    let mut text = words.with(
        "summary-order-first",
        &[
            ("day", words.date(day).into()),
            ("year", first.year.number().to_string().into()),
            (
                "licences",
                words
                    .counted("plan-count-licences", quantity(&first_lines))
                    .into(),
            ),
            ("amount", Sum::of(&first_lines).in_words(words).into()),
        ],
    );
    let mut add = |sentence: String| {
        text.push(' ');
        text.push_str(&sentence);
    };
    if let Some(from) = first.available_from
        && from > input.plan.as_of
    {
        add(words.with("summary-on-sale-from", &[("day", words.date(from).into())]));
    }
    if first_lines.len() < later.len() {
        add(words.with(
            "summary-all-years",
            &[
                (
                    "years",
                    words
                        .counted("plan-count-coverage-years", years_of(later))
                        .into(),
                ),
                (
                    "licences",
                    words.counted("plan-count-licences", quantity(later)).into(),
                ),
                ("amount", Sum::of(later).without_basis(words).into()),
            ],
        ));
    }
    text
}

fn nothing_to_order(input: &ReportInput<'_>, words: &Words<'_>) -> String {
    let plan = input.plan;
    if input.profile.groups.is_empty() {
        return words.tr("summary-no-groups");
    }
    let ended = (0..)
        .zip(input.programmes())
        .find(|(position, _)| plan.endpoints_of(*position, Verdict::NotOffered) > 0);
    if let Some((_, programme)) = ended
        && !input.has_several()
    {
        if programme.base.coverage.is_empty() {
            return words.tr("summary-offers-ended");
        }
        // An offer of its own term has ended on a day of its own, and without keys.
        let ended_on = plan
            .ledger
            .iter()
            .find_map(|row| ended_day(&row.trace.reasons));
        let day = ended_on.unwrap_or(programme.last_day());
        let id = if day == programme.last_day() {
            "summary-offer-ended"
        } else if programme.base.offers.len() == 1 {
            // Systems with years of their own: the programme has nothing else for them.
            "summary-systems-ended"
        } else {
            "summary-offer-ended-alone"
        };
        return words.with(
            id,
            &[
                ("day", words.date(day).into()),
                (
                    "programme",
                    programme.base.short_name.get(words.language).into(),
                ),
            ],
        );
    }
    if plan.endpoints == 0 && !plan.uncounted_groups.is_empty() {
        return words.tr("summary-no-counts");
    }
    let to_decide = plan.endpoints_with(Verdict::NeedsDecision);
    if to_decide > 0 {
        return words.counted("summary-order-after-decision", to_decide);
    }
    words.tr(if input.sells_through_partners_alone() {
        "summary-nothing-to-order"
    } else {
        "summary-nothing-to-order-anywhere"
    })
}

/// The day that a ledger row's reason names as the end of its offer.
fn ended_day(reasons: &[Statement]) -> Option<NaiveDate> {
    reasons.iter().find_map(|reason| match reason {
        Statement::Message("reason-offer-has-ended", arguments) => {
            arguments.iter().find_map(|(_, argument)| match argument {
                Argument::Date(day) => Some(*day),
                _ => None,
            })
        }
        _ => None,
    })
}
