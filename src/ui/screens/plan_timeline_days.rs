//! Single days of the chart: monthly releases, and days by which something has to be done or ends.

use chrono::NaiveDate;

use super::plan_timeline_lanes::Lane;
use crate::domain::programme::EventKind;
use crate::i18n::{count, date, say, tr, tr_with};
use crate::ui::View;

/// A day with all that happens on it.
pub(super) struct Mark {
    pub(super) day: NaiveDate,
    /// A monthly release, or a day to keep.
    pub(super) kind: MarkKind,
    /// The calendar's entries, by position.
    pub(super) entries: Vec<usize>,
}

/// How a day is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum MarkKind {
    /// A monthly release.
    Release,
    /// A day by which something has to be done, or on which something ends.
    Deadline,
}

/// How a day of the calendar is drawn; none where the chart shows it as a bar.
fn kind_of(kind: EventKind) -> Option<MarkKind> {
    match kind {
        EventKind::PatchTuesday => Some(MarkKind::Release),
        EventKind::SalesStart
        | EventKind::OrderBy
        | EventKind::RefundOpens
        | EventKind::Invoice
        | EventKind::ComponentEnds
        | EventKind::EmbeddedTerm
        | EventKind::Requirement => Some(MarkKind::Deadline),
        EventKind::WindowStarts | EventKind::WindowEnds | EventKind::GroupLeaves => None,
    }
}

/// A line of releases and one of deadlines, where there are any.
pub(super) fn day_lanes(view: &View<'_>) -> Vec<Lane> {
    let lane = |kind, label: &str| {
        let marks = marks_of(view, kind);
        (!marks.is_empty()).then(|| Lane {
            label: tr(view.language, label),
            bars: Vec::new(),
            marks,
        })
    };
    [
        lane(MarkKind::Release, "plan-screen-lane-releases"),
        lane(MarkKind::Deadline, "plan-screen-lane-deadlines"),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The days of a kind; programmes often share theirs.
fn marks_of(view: &View<'_>, kind: MarkKind) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (index, entry) in view.plan.calendar.iter().enumerate() {
        if kind_of(entry.kind) != Some(kind) {
            continue;
        }
        match marks.last_mut() {
            Some(last) if last.day == entry.date => last.entries.push(index),
            _ => marks.push(Mark {
                day: entry.date,
                kind,
                entries: vec![index],
            }),
        }
    }
    marks
}

/// A day in words: `8 Mar 2022: monthly security release; …`.
pub(super) fn mark_words(view: &View<'_>, mark: &Mark) -> String {
    const MOST: usize = 4;
    let language = view.language;
    let entries = mark.entries.iter();
    let mut words: Vec<String> = entries
        .take(MOST)
        .filter_map(|index| view.plan.calendar.get(*index))
        .map(|entry| view.tagged(entry.programme, &say(language, &entry.title)))
        .collect();
    if let Some(more) = mark
        .entries
        .len()
        .checked_sub(MOST)
        .filter(|more| *more > 0)
    {
        let more = [("count", count(more as u64))];
        words.push(tr_with(language, "widget-more", &more));
    }
    tr_with(
        language,
        "plan-screen-day-spoken",
        &[
            ("day", date(language, mark.day).into()),
            ("what", words.join("; ").into()),
        ],
    )
}
