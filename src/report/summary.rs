//! The plan in three lines that a director can read.

use chrono::NaiveDate;

use crate::domain::choice::Choice as _;
use crate::domain::licensing::CoverageYear;
use crate::domain::money::{Money, PriceBasis};
use crate::domain::plan::{OrderLine, OrderWhen, Span, Verdict};
use crate::domain::programme::{RuleId, Unit};
use crate::domain::text::{Argument, Statement};
use crate::i18n::count;

use super::ReportInput;
use super::words::Words;

/// So many unprotected parts of the estate are told apart.
const EXPOSURES_SHOWN: usize = 3;

/// So many open decisions are named.
const QUESTIONS_SHOWN: usize = 2;

/// Three lines: what to order, what is unprotected, and who needs no order.
pub fn summary_lines(input: &ReportInput<'_>) -> [String; 3] {
    let words = Words::new(input);
    [
        orders(input, &words),
        exposure(input, &words),
        others(input, &words),
    ]
}

fn orders(input: &ReportInput<'_>, words: &Words<'_>) -> String {
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

/// For how many endpoints these lines are: the most that one SKU and year stands for, over all
/// groups that share none.
fn endpoints_covered(lines: &[&OrderLine]) -> u64 {
    let mut most: Vec<(usize, u64)> = Vec::new();
    for line in lines {
        for ((group, _), endpoints) in line.groups.iter().zip(&line.group_endpoints) {
            match most.iter_mut().find(|(known, _)| known == group) {
                Some((_, known)) => *known = (*known).max(*endpoints),
                None => most.push((*group, *endpoints)),
            }
        }
    }
    most.iter().map(|(_, endpoints)| endpoints).sum()
}

/// What is ordered, counted by its kind.
fn units(words: &Words<'_>, lines: &[&OrderLine]) -> String {
    // What runs from year to year is the same units; licences are bought anew each year.
    type Kind = (&'static str, Option<CoverageYear>);
    let mut kinds: Vec<(Kind, u64)> = Vec::new();
    for line in lines {
        let id = match line.unit {
            Unit::Device | Unit::User(_) | Unit::Account(_) => "plan-count-licences",
            Unit::Cores(cores) if cores.pack > 1 => "plan-count-packs",
            Unit::Cores(_) => "plan-count-cores",
        };
        let kind = (id, (line.span != Span::Whole).then_some(line.year));
        let quantity = if line.back_charge && !line.back_year {
            0
        } else {
            line.quantity
        };
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, sum)) => *sum += quantity,
            None => kinds.push((kind, quantity)),
        }
    }
    let mut most: Vec<(&'static str, u64)> = Vec::new();
    for ((id, year), quantity) in kinds {
        match most.iter_mut().find(|(known, _)| *known == id) {
            Some((_, sum)) if year.is_none() => *sum += quantity,
            Some((_, sum)) => *sum = (*sum).max(quantity),
            None => most.push((id, quantity)),
        }
    }
    let texts: Vec<String> = most
        .iter()
        .map(|(id, number)| words.counted(id, *number))
        .collect();
    words.join(&texts)
}

fn quantity(lines: &[&OrderLine]) -> u64 {
    lines.iter().map(|line| line.quantity).sum()
}

fn years_of(lines: &[&OrderLine]) -> u64 {
    let mut years: Vec<_> = lines.iter().map(|line| line.year).collect();
    years.sort_unstable();
    years.dedup();
    years.len() as u64
}

fn first_order_by(lines: &[&OrderLine]) -> Option<NaiveDate> {
    lines.iter().filter_map(|line| line.order_by).min()
}

/// Adds an amount to the sum of its currency.
fn add(sums: &mut Vec<Money>, amount: Money) {
    match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
        Some(sum) => sum.minor_units = sum.minor_units.saturating_add(amount.minor_units),
        None => sums.push(amount),
    }
}

/// For how many endpoints these lines are: of each group the most that one year needs.
fn endpoints_of(lines: &[&OrderLine], groups: usize) -> u64 {
    let mut most = vec![0u64; groups];
    for line in lines {
        for (position, quantity) in &line.groups {
            if let Some(slot) = most.get_mut(*position) {
                *slot = (*slot).max(*quantity);
            }
        }
    }
    most.iter().sum()
}

/// The sum of some lines, what its prices rest on, and the licences without a price.
struct Sum {
    amounts: Vec<Money>,
    /// What lines without a price would cost at one that no source confirms.
    estimates: Vec<Money>,
    basis: &'static str,
    unpriced: u64,
}

impl Sum {
    fn of(lines: &[&OrderLine]) -> Self {
        let mut amounts: Vec<Money> = Vec::new();
        let mut estimates: Vec<Money> = Vec::new();
        let mut unpriced = 0;
        let mut kinds: Vec<PriceBasis> = Vec::new();
        for line in lines {
            if let (Some(total), Some(price)) = (line.total, &line.unit_price) {
                add(&mut amounts, total);
                if !kinds.contains(&price.basis) {
                    kinds.push(price.basis);
                }
            } else {
                unpriced += line.quantity;
                if let Some(estimate) = &line.estimate {
                    add(&mut estimates, estimate.total);
                }
            }
        }
        let basis = match kinds.as_slice() {
            [PriceBasis::Quote] => "summary-at-quote",
            [PriceBasis::Press] => "summary-at-press",
            [PriceBasis::Published] => "summary-at-published",
            [PriceBasis::Promotion] => "summary-at-promotion",
            kinds
                if kinds
                    .iter()
                    .all(|kind| matches!(kind, PriceBasis::Press | PriceBasis::Published)) =>
            {
                "summary-at-reported"
            }
            _ => "summary-at-mixed",
        };
        Self {
            amounts,
            estimates,
            basis,
            unpriced,
        }
    }

    fn in_words(&self, words: &Words<'_>) -> String {
        let amounts = words.amounts(&self.amounts);
        self.with_unpriced(words, words.with(self.basis, &[("amount", amounts.into())]))
    }

    fn without_basis(&self, words: &Words<'_>) -> String {
        self.with_unpriced(words, words.amounts(&self.amounts))
    }

    fn with_unpriced(&self, words: &Words<'_>, priced: String) -> String {
        if self.amounts.is_empty() && !self.estimates.is_empty() {
            let about = words.amounts(&self.estimates);
            return words.with("summary-unconfirmed-price", &[("amount", about.into())]);
        }
        if self.amounts.is_empty() {
            return words.tr("summary-no-price");
        }
        if self.unpriced == 0 {
            return priced;
        }
        let licences = words.counted("plan-count-licences", self.unpriced);
        words.with(
            "summary-partly-priced",
            &[("priced", priced.into()), ("licences", licences.into())],
        )
    }
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

fn exposure(input: &ReportInput<'_>, words: &Words<'_>) -> String {
    let plan = input.plan;
    if plan.endpoints == 0 {
        return words.tr("summary-exposure-unknown");
    }
    // Parts of the estate that lost updates on one day are told together.
    let mut missed: Vec<(NaiveDate, u64, Option<u32>, u32)> = Vec::new();
    let mut ahead: Vec<(NaiveDate, u64)> = Vec::new();
    let mut ahead_without: Vec<(NaiveDate, u64)> = Vec::new();
    let mut after_the_end: Vec<(NaiveDate, u64)> = Vec::new();
    let mut after_support: Vec<(NaiveDate, u64)> = Vec::new();
    for part in &plan.exposure {
        if !part.is_missing(plan.as_of) {
            // Nothing missed, and the day has passed: every ESU release was installed.
            let (list, day) = if !part.is_over && part.first_missed > plan.as_of {
                let list = if part.is_hopeless {
                    &mut ahead_without
                } else {
                    &mut ahead
                };
                (list, part.first_missed)
            } else if part.is_hopeless {
                // Nobody sells ESU for it; what else is made for it is not known.
                (&mut after_support, part.since)
            } else {
                (&mut after_the_end, part.since)
            };
            match list.iter_mut().find(|(known, _)| *known == day) {
                Some((_, endpoints)) => *endpoints += part.endpoints,
                None => list.push((day, part.endpoints)),
            }
            continue;
        }
        match missed.iter_mut().find(|(since, _, releases, _)| {
            (*since, *releases) == (part.since, part.releases_missed)
        }) {
            Some((_, endpoints, _, _)) => *endpoints += part.endpoints,
            None => missed.push((
                part.since,
                part.endpoints,
                part.releases_missed,
                part.months,
            )),
        }
    }
    missed.sort_by_key(|(since, endpoints, ..)| (*since, std::cmp::Reverse(*endpoints)));
    ahead.sort_unstable();
    ahead_without.sort_unstable();
    after_the_end.sort_unstable();
    after_support.sort_unstable();
    let mut sentences = Vec::new();
    if !missed.is_empty() {
        let mut parts: Vec<String> = missed
            .iter()
            .take(EXPOSURES_SHOWN)
            .map(|(since, endpoints, releases, months)| {
                words.with(
                    if releases.is_some() {
                        "summary-exposed-part"
                    } else {
                        "summary-exposed-part-without-rhythm"
                    },
                    &[
                        (
                            "endpoints",
                            words.counted("plan-count-endpoints", *endpoints).into(),
                        ),
                        ("since", words.date(*since).into()),
                        (
                            "releases",
                            words
                                .counted(
                                    "plan-count-releases-missed",
                                    u64::from(releases.unwrap_or(0)),
                                )
                                .into(),
                        ),
                        (
                            "months",
                            words
                                .counted("plan-count-months", u64::from(*months))
                                .into(),
                        ),
                    ],
                )
            })
            .collect();
        let rest: u64 = missed
            .iter()
            .skip(EXPOSURES_SHOWN)
            .map(|(_, endpoints, ..)| endpoints)
            .sum();
        if rest > 0 {
            parts.push(words.counted("summary-exposed-rest", rest));
        }
        sentences.push(words.with("summary-exposed", &[("parts", parts.join("; ").into())]));
    }
    for (id, parts) in [
        ("summary-exposed-after-the-end", &after_the_end),
        ("summary-exposed-after-support", &after_support),
        ("summary-exposed-from", &ahead),
        ("summary-exposed-from-without-esu", &ahead_without),
    ] {
        for (day, endpoints) in parts.iter().take(EXPOSURES_SHOWN) {
            sentences.push(words.with(
                id,
                &[
                    ("day", words.date(*day).into()),
                    ("count", count(*endpoints)),
                ],
            ));
        }
    }
    if sentences.is_empty() {
        return words.tr("summary-nothing-exposed");
    }
    sentences.join(" ")
}

fn others(input: &ReportInput<'_>, words: &Words<'_>) -> String {
    let plan = input.plan;
    let mut parts: Vec<String> = Vec::new();
    let free = plan
        .ledger
        .iter()
        .filter(|row| row.verdict == Verdict::CoveredFree);
    let is_free_by_host = free
        .map(|row| &row.trace.rules)
        .all(|rules| rules.contains(&RuleId::HostIsFree));
    for verdict in Verdict::ALL {
        let id = match verdict {
            Verdict::Buy => continue,
            Verdict::CoveredFree if is_free_by_host => "summary-others-covered-free",
            Verdict::CoveredFree => "summary-others-covered-at-no-cost",
            Verdict::AlreadyCovered => "summary-others-already-covered",
            Verdict::Oem => "summary-others-oem",
            Verdict::NotEligible => "summary-others-not-eligible",
            Verdict::NotOffered => "summary-others-not-offered",
            Verdict::Retired => "summary-others-retired",
            Verdict::NeedsDecision => "summary-others-needs-decision",
        };
        let endpoints = plan.endpoints_with(*verdict);
        if endpoints > 0 {
            parts.push(words.counted(id, endpoints));
        }
    }
    if !plan.uncounted_groups.is_empty() {
        parts.push(words.counted(
            "summary-others-uncounted",
            plan.uncounted_groups.len() as u64,
        ));
    }
    if parts.is_empty() {
        let id = if plan.endpoints == 0 {
            "summary-others-unknown"
        } else {
            "summary-others-none"
        };
        let mut text = if plan.open_questions.is_empty() || plan.endpoints == 0 {
            words.tr(id)
        } else {
            words.tr("summary-others-none-but")
        };
        if plan.endpoints > 0 {
            add_questions(&mut text, input, words);
        }
        return text;
    }
    let id = if plan.endpoints_with(Verdict::Buy) > 0 {
        "summary-others"
    } else {
        "summary-endpoints"
    };
    let mut text = words.with(id, &[("parts", parts.join("; ").into())]);
    add_questions(&mut text, input, words);
    text
}

/// What is still to be decided, each question once.
fn add_questions(text: &mut String, input: &ReportInput<'_>, words: &Words<'_>) {
    let mut questions: Vec<String> = input
        .plan
        .open_questions
        .iter()
        .map(|question| {
            // The question alone; the plan has what to do about it.
            let text = words.say(&question.text);
            let end = text.find('?').map_or(text.len(), |position| position + 1);
            text.get(..end).unwrap_or_default().to_owned()
        })
        .collect();
    let mut seen = Vec::new();
    questions.retain(|question| {
        let is_new = !seen.contains(question);
        seen.push(question.clone());
        is_new
    });
    questions.truncate(QUESTIONS_SHOWN);
    if !questions.is_empty() {
        text.push(' ');
        text.push_str(&words.with(
            "summary-to-decide",
            &[("questions", questions.join(" ").into())],
        ));
    }
}
