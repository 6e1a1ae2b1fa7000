//! The figures as the template draws them: places as millionths of the width, and what they show
//! in words for who can't see them.

use serde_json::{Value, json};

use super::letters::Letters;
use crate::domain::choice::Choice as _;
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};
use crate::report::figures::{Bar, BarKind, Figures, Lane, MarkKind, Share, Timeline};

pub(super) fn json(figures: &Figures, language: Language, letters: &mut Letters) -> Value {
    json!({
        "shares": (!figures.shares.is_empty()).then(|| shares(&figures.shares, language)),
        "timeline": figures.timeline.as_ref().map(|t| timeline(t, language, letters)),
    })
}

fn shares(shares: &[Share], language: Language) -> Value {
    let parts: Vec<Value> = shares
        .iter()
        .map(|share| {
            json!({
                "verdict": share.verdict.id(),
                "label": share.label,
                "count": i18n::number(language, share.endpoints),
                "endpoints": share.endpoints,
            })
        })
        .collect();
    let words: Vec<String> = shares
        .iter()
        .map(|share| {
            let endpoints = i18n::number(language, share.endpoints);
            let args = [
                ("verdict", share.label.as_str().into()),
                ("endpoints", endpoints.into()),
            ];
            tr_with(language, "report-share", &args)
        })
        .collect();
    let words = [("shares", words.join("; ").into())];
    json!({
        "parts": parts,
        "title": tr(language, "report-shares"),
        "alt": tr_with(language, "report-figure-shares", &words),
    })
}

fn timeline(timeline: &Timeline, language: Language, letters: &mut Letters) -> Value {
    let lanes: Vec<Value> = timeline
        .lanes
        .iter()
        .map(|lane| {
            let bars = lane.bars.iter().map(|bar| {
                json!({
                    "from": timeline.place(bar.from),
                    "to": timeline.place(bar.to),
                    "kind": bar_kind(bar.kind).0,
                    "words": bar.words,
                    "short": bar.short,
                })
            });
            let marks = lane.marks.iter().filter_map(|mark| {
                let is_shown = (timeline.first..=timeline.last).contains(&mark.day);
                let place = is_shown.then(|| timeline.place(mark.day))?;
                Some(json!([place, mark_kind(mark.kind).0]))
            });
            json!({
                "label": letters.text(&lane.label),
                "bars": bars.collect::<Vec<_>>(),
                "marks": marks.collect::<Vec<_>>(),
            })
        })
        .collect();
    let words: Vec<String> = timeline
        .lanes
        .iter()
        .map(|lane| lane_words(lane, language))
        .collect();
    let day = |day| i18n::date(language, day);
    let alt = tr_with(
        language,
        "report-figure-timeline",
        &[
            ("first", day(timeline.first).into()),
            ("last", day(timeline.last).into()),
            ("asof", day(timeline.as_of).into()),
            ("lanes", words.join(" ").into()),
        ],
    );
    let as_of = [("day", day(timeline.as_of).into())];
    json!({
        "title": tr(language, "report-timeline"),
        "alt": letters.as_it_is(&alt),
        "as-of": timeline.place(timeline.as_of),
        "as-of-words": tr_with(language, "report-as-of", &as_of),
        "years": years(timeline),
        "lanes": lanes,
        "legend": legend(timeline, language),
    })
}

/// The firsts of January that are shown: where they lie, and their year.
fn years(timeline: &Timeline) -> Vec<Value> {
    use chrono::{Datelike as _, NaiveDate};
    const MOST: i32 = 10;
    let (first, last) = (timeline.first.year(), timeline.last.year());
    let step = (last - first) / MOST + 1;
    let days = (first..=last).filter_map(|year| {
        let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
        let is_named = (year - first) % step == 0;
        (day >= timeline.first).then_some((day, is_named))
    });
    days.map(|(day, is_named)| {
        let year = is_named.then(|| day.year().to_string());
        json!([timeline.place(day), year])
    })
    .collect()
}

/// A kind's name in the template, and the message that tells it in the legend.
fn bar_kind(kind: BarKind) -> (&'static str, &'static str) {
    match kind {
        BarKind::Now => ("now", "plan-ui-legend-now"),
        BarKind::Ordered => ("ordered", "plan-ui-legend-later"),
        BarKind::Owned => ("owned", "plan-screen-legend-owned"),
        BarKind::NotOrdered => ("not-ordered", "plan-ui-legend-none"),
        BarKind::Oem => ("oem", "report-legend-oem"),
        BarKind::Unprotected => ("unprotected", "plan-screen-legend-unprotected"),
        BarKind::Leaving => ("leaving", "report-legend-leaving"),
    }
}

fn mark_kind(kind: MarkKind) -> (&'static str, &'static str) {
    match kind {
        MarkKind::Release => ("release", "plan-screen-legend-release"),
        MarkKind::Missed => ("missed", "plan-screen-legend-missed"),
        MarkKind::Deadline => ("deadline", "plan-screen-legend-deadline"),
    }
}

/// The kinds that occur, each with its words.
fn legend(timeline: &Timeline, language: Language) -> Vec<Value> {
    let lanes = || timeline.lanes.iter();
    let mut bars: Vec<BarKind> = lanes().flat_map(|l| &l.bars).map(|b| b.kind).collect();
    let mut marks: Vec<MarkKind> = lanes().flat_map(|l| &l.marks).map(|m| m.kind).collect();
    bars.sort_unstable();
    bars.dedup();
    marks.sort_unstable();
    marks.dedup();
    let bars = bars.into_iter().map(bar_kind);
    let marks = marks.into_iter().map(mark_kind);
    bars.chain(marks)
        .map(|(name, message)| json!([name, tr(language, message)]))
        .collect()
}

/// One line of the timeline in words.
fn lane_words(lane: &Lane, language: Language) -> String {
    const DAYS_TOLD: usize = 12;
    let mut parts: Vec<String> = lane
        .bars
        .iter()
        .map(|bar| bar_words(bar, language))
        .collect();
    let of = |kind| lane.marks.iter().filter(move |mark| mark.kind == kind);
    for (kind, id) in [
        (MarkKind::Missed, "report-figure-missed"),
        (MarkKind::Release, "report-figure-releases"),
    ] {
        let marks = of(kind).count();
        if marks > 0 {
            parts.push(tr_with(language, id, &[("count", count(marks as u64))]));
        }
    }
    let mut days: Vec<String> = of(MarkKind::Deadline)
        .map(|mark| i18n::date(language, mark.day))
        .collect();
    if days.len() > DAYS_TOLD {
        days.truncate(DAYS_TOLD);
        days.push("…".to_owned());
    }
    if !days.is_empty() {
        let days = [("days", days.join(", ").into())];
        parts.push(tr_with(language, "report-figure-days", &days));
    }
    format!("{}: {}.", lane.label, parts.join("; "))
}

fn bar_words(bar: &Bar, language: Language) -> String {
    let last = bar.to.pred_opt().unwrap_or(bar.to);
    format!(
        "{}, {} – {}",
        bar.words,
        i18n::date(language, bar.from),
        i18n::date(language, last)
    )
}
