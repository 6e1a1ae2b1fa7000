//! What is unprotected, and since when.

use chrono::NaiveDate;

use crate::i18n::count;
use crate::report::ReportInput;
use crate::report::words::Words;

/// So many unprotected parts of the estate are told apart.
const EXPOSURES_SHOWN: usize = 3;

pub(super) fn exposure(input: &ReportInput<'_>, words: &Words<'_>) -> String {
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
