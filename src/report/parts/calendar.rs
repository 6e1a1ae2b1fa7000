//! The days to keep: what lies ahead, and one line on what has passed.

use chrono::NaiveDate;

use crate::domain::plan::CalendarEntry;
use crate::domain::programme::EventKind;
use crate::domain::source::FaqId;
use crate::domain::text::Statement;
use crate::i18n::count;
use crate::report::model::{Block, Line, Table, Writer};

/// A line of the calendar: one entry, or the monthly releases of one year.
struct Shown<'a> {
    first: &'a CalendarEntry,
    last: NaiveDate,
    entries: u64,
}

/// Joins the monthly releases of each coverage year into one line at the first of them.
fn compress(entries: &[CalendarEntry]) -> Vec<Shown<'_>> {
    let mut shown: Vec<Shown<'_>> = Vec::new();
    // Releases of one year have one title; only the last year seen is still growing.
    let mut releases: Vec<((usize, &Statement), usize)> = Vec::new();
    for entry in entries {
        if entry.kind == EventKind::PatchTuesday {
            let key = (entry.programme, &entry.title);
            let known = releases.iter().find(|(known, _)| *known == key);
            if let Some(line) = known.and_then(|(_, index)| shown.get_mut(*index)) {
                line.last = entry.date;
                line.entries += 1;
                continue;
            }
            releases.push((key, shown.len()));
        }
        shown.push(Shown {
            first: entry,
            last: entry.date,
            entries: 1,
        });
    }
    shown
}

pub(in crate::report) fn calendar(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    let ahead_from = plan
        .calendar
        .partition_point(|entry| entry.date < plan.as_of);
    let (past, ahead) = plan.calendar.split_at(ahead_from);
    let mut blocks = Vec::new();
    if let (Some(first), Some(last)) = (past.first(), past.last()) {
        let releases = past
            .iter()
            .filter(|entry| entry.kind == EventKind::PatchTuesday)
            .count();
        let mut faq: Vec<FaqId> = Vec::new();
        for entry in past {
            for id in entry.faq.iter() {
                if !faq.contains(id) {
                    faq.push(id.clone());
                }
            }
        }
        let text = words.with(
            if releases == 0 {
                "plan-calendar-past-days"
            } else {
                "plan-calendar-past"
            },
            &[
                ("days", count((past.len() - releases) as u64)),
                (
                    "releases",
                    words.counted("plan-count-releases", releases as u64).into(),
                ),
                ("first", words.date(first.date).into()),
                ("last", words.date(last.date).into()),
            ],
        );
        blocks.push(Block::Paragraph(Line::new(text, &faq)));
    }
    if ahead.is_empty() {
        if let Some(block) = nothing_ahead(writer, past) {
            blocks.push(block);
        }
        return blocks;
    }
    let mut table = Table::new(
        vec![
            words.tr("plan-date"),
            words.tr("plan-event"),
            words.tr("plan-faq"),
        ],
        &[],
    );
    for line in compress(ahead) {
        let entry = line.first;
        let title = words.say(&writer.input.event_title(entry));
        let title = if line.entries > 1 {
            words.with(
                "plan-releases-from-to",
                &[
                    ("title", title.into()),
                    ("count", count(line.entries)),
                    ("last", words.date(line.last).into()),
                ],
            )
        } else {
            title
        };
        let title = writer.input.tagged(entry.programme, &title);
        table.cited(vec![words.date(entry.date), title], &entry.faq);
    }
    blocks.push(Block::Table(table));
    blocks
}

fn nothing_ahead(writer: &Writer<'_>, past: &[CalendarEntry]) -> Option<Block> {
    let last = past.last()?;
    let text = writer.words.tr("plan-calendar-nothing-ahead");
    Some(Block::Paragraph(Line::new(text, &last.faq)))
}
