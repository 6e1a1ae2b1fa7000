//! Until when groups leave, in whole plans.

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::assets;
use crate::domain::plan::plan_estate;
use crate::domain::profile::{EndpointGroup, Profile};
use crate::domain::text::Language;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Hands the timeline of a profile to a check.
fn with_timeline(profile: &Profile, as_of: &str, check: impl Fn(&Timeline)) {
    let catalogue = assets::catalogue().unwrap();
    let (walk, plan) = plan_estate(catalogue, profile, day(as_of), None);
    let input = ReportInput {
        language: Language::English,
        catalogue,
        profile,
        walk: &walk,
        plan: &plan,
        today: None,
        since_saved: None,
    };
    check(&Timeline::new(&input));
}

/// Groups of Windows 7 that leave on days.
fn leaving(days: &[&str]) -> Profile {
    let groups = days.iter().map(|leaves| {
        Arc::new(EndpointGroup {
            name: format!("Until {leaves}"),
            product: Some("windows-7".into()),
            edition: Some("professional".into()),
            endpoint_count: Some(25),
            leaves_on: Some(day(leaves)),
            ..EndpointGroup::default()
        })
    });
    Profile {
        groups: groups.collect(),
        ..Profile::default()
    }
}

/// The spans until groups leave, by the names of their lines.
fn leaving_spans(timeline: &Timeline) -> Vec<(&str, NaiveDate, NaiveDate)> {
    let lanes = timeline.lanes.iter();
    let bars = lanes.flat_map(|lane| lane.bars.iter().map(|bar| (lane.label.as_str(), bar)));
    bars.filter(|(_, bar)| bar.kind == BarKind::Leaving)
        .map(|(label, bar)| (label, bar.from, bar.to))
        .collect()
}

/// Each line shows something, each bar runs forwards and reaches into the days that are shown,
/// each marked day is one of them.
fn check_is_drawable(name: &str, timeline: &Timeline) {
    for lane in &timeline.lanes {
        assert!(
            !lane.bars.is_empty() || !lane.marks.is_empty(),
            "{name}: {lane:?}"
        );
        for bar in &lane.bars {
            assert!(bar.from < bar.to, "{name}: {bar:?}");
            assert!(
                timeline.first <= bar.from && bar.from < timeline.last,
                "{name}: {bar:?}"
            );
        }
        for mark in &lane.marks {
            let shown = timeline.first..=timeline.last;
            assert!(shown.contains(&mark.day), "{name}: {mark:?}");
        }
    }
}

#[test]
fn a_group_that_leaves_before_support_ends_has_a_line_until_it_does() {
    let profile = leaving(&["2019-12-01", "2021-06-30"]);
    with_timeline(&profile, "2019-10-01", |timeline| {
        check_is_drawable("before", timeline);
        assert_eq!(
            leaving_spans(timeline),
            [
                ("Until 2019-12-01", day("2019-10-01"), day("2019-12-01")),
                ("Until 2021-06-30", day("2020-01-15"), day("2021-06-30")),
            ]
        );
    });
    // It has left.
    with_timeline(&profile, "2020-02-01", |timeline| {
        check_is_drawable("after", timeline);
        assert_eq!(
            leaving_spans(timeline),
            [("Until 2021-06-30", day("2020-01-15"), day("2021-06-30"))]
        );
    });
}

#[test]
fn many_days_far_away_share_a_line_that_is_seen() {
    let days: Vec<String> = (1..=12)
        .map(|month| format!("2040-{month:02}-01"))
        .collect();
    let days: Vec<&str> = days.iter().map(String::as_str).collect();
    with_timeline(&leaving(&days), "2022-03-01", |timeline| {
        check_is_drawable("far", timeline);
        assert_eq!(leaving_spans(timeline).len(), 9);
        assert!(timeline.last < day("2026-01-01"), "{}", timeline.last);
    });
}
