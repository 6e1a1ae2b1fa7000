//! Time without updates.

use super::{Bar, BarKind, Lane, Shown, after};
use crate::domain::plan::Exposure;
use crate::i18n::{count, tr, tr_with};
use crate::report::ReportInput;
use crate::report::words::group_name;

/// One line for each day on which time without updates began, and one for what is too much.
pub(super) fn lanes(input: &ReportInput<'_>) -> Vec<Lane> {
    const MOST: usize = 4;
    let (language, as_of) = (input.language, input.plan.as_of);
    let bar = |since, (words, short), shows| Bar {
        from: after(since),
        to: as_of,
        kind: BarKind::Unprotected,
        words,
        short,
        shows: Some(shows),
    };
    let missing = input.plan.exposure.iter().enumerate();
    let mut missing: Vec<(usize, &Exposure)> =
        missing.filter(|(_, e)| e.is_missing(as_of)).collect();
    let rest = missing.split_off(missing.len().min(MOST));
    let lanes = missing.into_iter().map(|(position, exposure)| {
        let words = missed_words(input, exposure);
        Lane {
            label: match exposure.groups.as_slice() {
                [group] => group_name(language, input.profile, *group),
                _ => tr(language, "plan-ui-lane-unprotected"),
            },
            bars: vec![bar(exposure.since, words, Shown::Exposure(position))],
            ..Lane::default()
        }
    });
    let since = rest.iter().map(|(_, exposure)| exposure.since).min();
    let rest = since.map(|since| {
        let endpoints = rest.iter().map(|(_, exposure)| exposure.endpoints).sum();
        let words = uncovered_words(input, endpoints);
        let more = [("count", count(rest.len() as u64))];
        Lane {
            label: tr_with(language, "widget-more", &more),
            bars: vec![bar(since, words, Shown::Exposures)],
            ..Lane::default()
        }
    });
    lanes.chain(rest).collect()
}

/// What a bar says, and what it says in less room.
fn missed_words(input: &ReportInput<'_>, exposure: &Exposure) -> (String, String) {
    let Some(missed) = exposure.releases_missed else {
        return uncovered_words(input, exposure.endpoints);
    };
    let told = [
        ("count", count(u64::from(missed))),
        ("endpoints", count(exposure.endpoints)),
    ];
    let words = tr_with(input.language, "plan-ui-bar-missed", &told);
    let short = tr_with(input.language, "plan-ui-bar-missed-only", &told);
    (words, short)
}

fn uncovered_words(input: &ReportInput<'_>, endpoints: u64) -> (String, String) {
    let endpoints = [("endpoints", count(endpoints))];
    let words = tr_with(input.language, "plan-ui-bar-uncovered", &endpoints);
    let short = tr_with(input.language, "plan-ui-bar-uncovered-only", &endpoints);
    (words, short)
}
