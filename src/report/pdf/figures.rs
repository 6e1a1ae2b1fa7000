//! The figures as the template draws them: places in points, and what they show in words for who
//! can't see them.

mod chart;

use serde_json::{Value, json};

use super::letters::{Letters, REGULAR};
use crate::domain::choice::Choice as _;
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};
use crate::report::figures::{Bar, BarKind, Figures, Lane, MarkKind, Share, Timeline};
use chart::{Chart, Placed};

/// The figures for a page on which so many points can be printed side by side.
pub(super) fn json(
    figures: &Figures,
    language: Language,
    room: f64,
    letters: &mut Letters,
) -> Value {
    let chart = figures.timeline.as_ref().map(|timeline| Chart {
        timeline,
        language,
        width: room - LABELS,
    });
    json!({
        "shares": (!figures.shares.is_empty()).then(|| shares(&figures.shares, language)),
        "timeline": chart.map(|chart| timeline(&chart, letters)),
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
        "alt": tr_with(language, "report-figure-shares", &words),
    })
}

/// What the timeline's names take of its width, in points.
const LABELS: f64 = 108.0;
/// The size of its texts.
const SIZE: f64 = 7.2;

fn timeline(chart: &Chart<'_>, letters: &mut Letters) -> Value {
    let (timeline, language) = (chart.timeline, chart.language);
    let lanes: Vec<Value> = timeline
        .lanes
        .iter()
        .map(|lane| {
            let marks = lane
                .marks
                .iter()
                .map(|mark| json!([chart.x(mark.day), mark_kind(mark.kind).0]));
            let label = letters.as_it_is(&lane.label);
            json!({
                "label": cut(&label, (LABELS - 6.0) / SIZE),
                "bars": chart.bars(lane).iter().map(bar).collect::<Vec<_>>(),
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
        "alt": letters.as_it_is(&alt),
        "labels": LABELS,
        "size": SIZE,
        "width": chart.width,
        "as-of": chart.x(timeline.as_of),
        "as-of-words": tr_with(language, "report-as-of", &as_of),
        "years": chart.years(),
        "lanes": lanes,
        "legend": legend(timeline, language),
    })
}

/// A bar of the chart, with its words where they stand.
fn bar(placed: &Placed<'_>) -> Value {
    let words = placed
        .words
        .as_ref()
        .map(|words| json!({ "x": words.left, "text": words.text, "beside": words.is_beside }));
    json!({
        "x": placed.left,
        "width": placed.right - placed.left,
        "kind": bar_kind(placed.kind).0,
        "words": words,
    })
}

/// A name cut to a width in ems.
fn cut(name: &str, room: f64) -> String {
    if REGULAR.width(name) <= room {
        return name.to_owned();
    }
    let mut short = String::new();
    let mut width = REGULAR.width("…");
    for sign in name.chars() {
        width += REGULAR.width(sign.encode_utf8(&mut [0; 4]));
        if width > room {
            break;
        }
        short.push(sign);
    }
    format!("{}…", short.trim_end())
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
    let mut bars: Vec<BarKind> = timeline.bars().map(|bar| bar.kind).collect();
    let mut marks: Vec<MarkKind> = timeline.marks().map(|mark| mark.kind).collect();
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

#[cfg(test)]
mod tests;
