//! The plan along time: coverage years by programme, what stays unprotected, single days, and when
//! groups leave. The window and the printed page draw the same lines; where they lie and how they
//! look is theirs.

mod coverage;
mod days;
mod leaving;
mod oem;
mod unprotected;

use chrono::{Months, NaiveDate, TimeDelta};

use crate::domain::programme::Programme;
use crate::report::ReportInput;

/// The plan along time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The first day that is shown.
    pub first: NaiveDate,
    /// The last day that is shown.
    pub last: NaiveDate,
    /// The plan's day.
    pub as_of: NaiveDate,
    /// Its lines, from the top. Each has something to show, and shows it from the first to the last
    /// day; bars may go on.
    pub lanes: Vec<Lane>,
}

/// One line of the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lane {
    /// What it is about.
    pub label: String,
    /// Spans of time.
    pub bars: Vec<Bar>,
    /// Single days, in order.
    pub marks: Vec<Mark>,
}

/// A span of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its first day.
    pub from: NaiveDate,
    /// The first day after it.
    pub to: NaiveDate,
    /// What it is.
    pub kind: BarKind,
    /// What it says.
    pub words: String,
    /// What it says where the words do not fit; empty where there is nothing shorter.
    pub short: String,
    /// What of the plan it shows; none where the plan has no line for it.
    pub shows: Option<Shown>,
}

/// What a span of time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BarKind {
    /// A coverage year that is ordered now.
    Now,
    /// A coverage year that is ordered as a back year, or later.
    Ordered,
    /// A coverage year that was bought before.
    Owned,
    /// A coverage year that is not ordered.
    NotOrdered,
    /// A year of an OEM's own ESU.
    Oem,
    /// Time without updates.
    Unprotected,
    /// Until groups leave the old system.
    Leaving,
}

/// What of the plan a bar shows, by its position in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// An order line.
    Order(usize),
    /// What some endpoints have missed.
    Exposure(usize),
    /// Everything that was missed.
    Exposures,
    /// Everyone whose ESU the OEM sells.
    Oem,
    /// A day of the calendar.
    Event(usize),
}

/// A day with something on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub day: NaiveDate,
    /// What is on it.
    pub kind: MarkKind,
    /// The calendar's entries of that day and kind, by position; there is at least one.
    pub entries: Vec<usize>,
}

/// What is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MarkKind {
    /// A monthly release.
    Release,
    /// A monthly release that some endpoints missed.
    Missed,
    /// Something has to be done by then, or ends.
    Deadline,
}

impl Timeline {
    /// The timeline of a plan.
    pub fn new(input: &ReportInput<'_>) -> Self {
        let mut lanes = Vec::new();
        for position in 0..input.plan.programmes.len() {
            lanes.extend(coverage::lanes(input, position));
        }
        lanes.extend(unprotected::lanes(input));
        lanes.extend(days::lanes(input));
        lanes.extend(oem::lanes(input));
        lanes.extend(leaving::lanes(input));
        let (first, last) = days_shown(input, &lanes);
        // What lies before everything else is no deadline any more.
        for lane in &mut lanes {
            lane.marks.retain(|mark| (first..=last).contains(&mark.day));
        }
        lanes.retain(|lane| !lane.bars.is_empty() || !lane.marks.is_empty());
        Self {
            first,
            last,
            as_of: input.plan.as_of,
            lanes,
        }
    }

    /// All its bars.
    pub fn bars(&self) -> impl Iterator<Item = &Bar> {
        self.lanes.iter().flat_map(|lane| &lane.bars)
    }

    /// All its days.
    pub fn marks(&self) -> impl Iterator<Item = &Mark> {
        self.lanes.iter().flat_map(|lane| &lane.marks)
    }
}

/// The first and the last day that are shown.
fn days_shown(input: &ReportInput<'_>, lanes: &[Lane]) -> (NaiveDate, NaiveDate) {
    let as_of = input.plan.as_of;
    let bars = || lanes.iter().flat_map(|lane| &lane.bars);
    let supported = input
        .programmes()
        .filter(|programme| !programme.base.coverage.is_empty())
        .map(|programme| programme.base.end_of_support);
    let starts = bars().map(|bar| bar.from).chain(supported);
    let first = starts.chain([as_of]).min().unwrap_or(as_of);
    let end = input.programmes().map(Programme::last_day).max();
    let end = end.unwrap_or(as_of);
    // A leaving day far away would make everything else too narrow.
    let far = end.checked_add_months(Months::new(24)).unwrap_or(end);
    let ends = bars().map(|bar| bar.to.min(far)).chain([end, as_of]);
    // What is still to be done is always seen, however late it is.
    let marks = lanes.iter().flat_map(|lane| &lane.marks);
    // Words may go on after a bar; a day needs no more than its sign.
    let ends = ends.map(|day| (day, 60));
    let ends = ends.chain(marks.map(|mark| (mark.day, 20)));
    let last = ends.map(|(day, room)| with_room(day, room)).max();
    (with_room(first, -20), last.unwrap_or(as_of))
}

/// A day so many days later or, where they are less than none, earlier.
fn with_room(day: NaiveDate, days: i64) -> NaiveDate {
    let moved = TimeDelta::try_days(days).and_then(|days| day.checked_add_signed(days));
    moved.unwrap_or(day)
}

fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

#[cfg(test)]
mod tests;
