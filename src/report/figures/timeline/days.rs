//! Single days: monthly releases, and days by which something has to be done or ends.

use super::{Lane, Mark, MarkKind};
use crate::domain::programme::EventKind;
use crate::i18n::tr;
use crate::report::ReportInput;

/// A line of releases and one of deadlines, where there are any. Programmes often share their
/// days.
pub(super) fn lanes(input: &ReportInput<'_>) -> Vec<Lane> {
    let as_of = input.plan.as_of;
    let missing = input.plan.exposure.iter();
    let first_missed = missing
        .filter(|exposure| exposure.is_missing(as_of))
        .map(|exposure| exposure.first_missed)
        .min();
    let is_missed = |day| day <= as_of && first_missed.is_some_and(|first| first <= day);
    let (mut releases, mut deadlines): (Vec<Mark>, Vec<Mark>) = (Vec::new(), Vec::new());
    for (position, entry) in input.plan.calendar.iter().enumerate() {
        let day = entry.date;
        let (marks, kind) = match entry.kind {
            EventKind::PatchTuesday if is_missed(day) => (&mut releases, MarkKind::Missed),
            EventKind::PatchTuesday => (&mut releases, MarkKind::Release),
            EventKind::SalesStart
            | EventKind::OrderBy
            | EventKind::RefundOpens
            | EventKind::Invoice
            | EventKind::ComponentEnds
            | EventKind::EmbeddedTerm
            | EventKind::Requirement => (&mut deadlines, MarkKind::Deadline),
            // Bars show these.
            EventKind::WindowStarts | EventKind::WindowEnds | EventKind::GroupLeaves => continue,
        };
        match marks.last_mut() {
            Some(last) if last.day == day => last.entries.push(position),
            _ => marks.push(Mark {
                day,
                kind,
                entries: vec![position],
            }),
        }
    }
    let lanes = [
        ("plan-screen-lane-releases", releases),
        ("plan-screen-lane-deadlines", deadlines),
    ];
    lanes
        .into_iter()
        .filter(|(_, marks)| !marks.is_empty())
        .map(|(label, marks)| Lane {
            label: tr(input.language, label),
            marks,
            ..Lane::default()
        })
        .collect()
}
