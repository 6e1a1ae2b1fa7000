//! The plan along time: coverage years by programme, what stays unprotected, single days, and when
//! groups leave.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate, TimeDelta};

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{Exposure, OrderLine, OrderWhen, Verdict};
use crate::domain::profile::DataId;
use crate::domain::programme::{CoverageWindow, EventKind, Offer, Programme};
use crate::i18n::{self, count, tr, tr_with};
use crate::report::ReportInput;
use crate::report::words::group_name;

/// The plan along time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timeline {
    /// The first day that is shown.
    pub first: NaiveDate,
    /// The last day that is shown.
    pub last: NaiveDate,
    /// The plan's day.
    pub as_of: NaiveDate,
    /// Its lines, from the top.
    pub lanes: Vec<Lane>,
}

/// One line of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// A day with something on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The day.
    pub day: NaiveDate,
    /// What is on it.
    pub kind: MarkKind,
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
    pub(super) fn new(input: &ReportInput<'_>) -> Option<Self> {
        let mut lanes = Vec::new();
        for (position, programme) in input.programmes().enumerate() {
            coverage_lanes(input, position, programme, &mut lanes);
        }
        unprotected_lanes(input, &mut lanes);
        day_lanes(input, &mut lanes);
        oem_lanes(input, &mut lanes);
        leaving_lanes(input, &mut lanes);
        let has_bars = lanes.iter().any(|lane| !lane.bars.is_empty());
        let (first, last) = shown(input, &lanes);
        has_bars.then_some(Self {
            first,
            last,
            as_of: input.plan.as_of,
            lanes,
        })
    }
}

fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

fn bar(from: NaiveDate, to: NaiveDate, kind: BarKind, words: String) -> Bar {
    Bar {
        from,
        to,
        kind,
        words,
        short: String::new(),
    }
}

fn lane(label: String, bars: Vec<Bar>) -> Lane {
    Lane {
        label,
        bars,
        marks: Vec::new(),
    }
}

/// One line of a programme's coverage years, and one for each offer that is ordered and has years
/// of its own.
fn coverage_lanes(
    input: &ReportInput<'_>,
    position: usize,
    programme: &Programme,
    lanes: &mut Vec<Lane>,
) {
    let offer_of = |line: &OrderLine| -> Option<&Offer> {
        let sku = input.catalogue.sku(&line.sku)?;
        let mut offers = programme.base.offers.iter();
        offers.find(|offer| offer.id == sku.offer)
    };
    let ordered = || {
        let orders = input.plan.orders.iter();
        orders.filter(|line| line.programme == position)
    };
    if !programme.base.coverage.is_empty() {
        let own: Vec<&OrderLine> = ordered()
            .filter(|line| offer_of(line).is_some_and(|offer| offer.coverage.is_empty()))
            .collect();
        let label = input.tag(position).map(str::to_owned);
        lanes.push(lane(
            label.unwrap_or_else(|| tr(input.language, "plan-ui-lane-coverage")),
            year_bars(input, position, &programme.base.coverage, &own),
        ));
    }
    for offer in &programme.base.offers {
        let own: Vec<&OrderLine> = ordered()
            .filter(|line| offer_of(line).is_some_and(|of| of.id == offer.id))
            .collect();
        if !offer.coverage.is_empty() && !own.is_empty() {
            lanes.push(lane(
                offer.name.get(input.language).to_owned(),
                year_bars(input, position, &offer.coverage, &own),
            ));
        }
    }
}

fn year_bars(
    input: &ReportInput<'_>,
    programme: usize,
    windows: &[CoverageWindow],
    lines: &[&OrderLine],
) -> Vec<Bar> {
    let year_bar = |window: &CoverageWindow| {
        let number = window.year.number().to_string();
        let args = [("year", number.into())];
        let own = || lines.iter().filter(|line| line.year == window.year);
        let is_now = own().any(|line| line.when == OrderWhen::Now && !line.back_year);
        let is_back = own().any(|line| line.back_year);
        let is_later = own().any(|line| line.when == OrderWhen::Later);
        // What is charged while it runs goes on by itself.
        let goes_on = own().all(|line| line.order_by.is_none());
        let (id, kind) = if is_now {
            ("plan-ui-bar-now", BarKind::Now)
        } else if is_back {
            ("plan-ui-bar-back", BarKind::Ordered)
        } else if is_later && goes_on {
            ("plan-ui-bar-goes-on", BarKind::Ordered)
        } else if is_later {
            ("plan-ui-bar-later", BarKind::Ordered)
        } else if is_owned(input, programme, window.year) {
            ("plan-screen-bar-owned", BarKind::Owned)
        } else {
            ("widget-year", BarKind::NotOrdered)
        };
        Bar {
            from: window.first_day,
            to: after(window.last_day),
            kind,
            words: tr_with(input.language, id, &args),
            short: tr_with(input.language, "widget-year", &args),
        }
    };
    windows.iter().map(year_bar).collect()
}

/// Whether a group of a programme has bought a year before.
fn is_owned(input: &ReportInput<'_>, programme: usize, year: CoverageYear) -> bool {
    let part = input.plan.programmes.get(programme);
    let mut groups = part.iter().flat_map(|part| &part.groups);
    groups.any(|group| {
        let owned = input.profile.groups.get(*group);
        let owned = owned.and_then(|group| group.owned.as_ref());
        owned.is_some_and(|owned| owned.contains_key(&year))
    })
}

/// Time without updates: one line for each day on which it began.
fn unprotected_lanes(input: &ReportInput<'_>, lanes: &mut Vec<Lane>) {
    const MOST: usize = 4;
    let (language, as_of) = (input.language, input.plan.as_of);
    let missing = input.plan.exposure.iter();
    let missing: Vec<&Exposure> = missing.filter(|e| e.is_missing(as_of)).collect();
    for exposure in missing.iter().take(MOST) {
        let endpoints = ("endpoints", count(exposure.endpoints));
        let words = match exposure.releases_missed {
            Some(missed) => {
                let missed = ("count", count(u64::from(missed)));
                tr_with(language, "plan-ui-bar-missed", &[missed, endpoints])
            }
            None => tr_with(language, "plan-ui-bar-uncovered", &[endpoints]),
        };
        let label = match exposure.groups.as_slice() {
            [group] => group_name(language, input.profile, *group),
            _ => tr(language, "plan-ui-lane-unprotected"),
        };
        let from = after(exposure.since);
        lanes.push(lane(
            label,
            vec![bar(from, as_of, BarKind::Unprotected, words)],
        ));
    }
    let rest = missing.get(MOST..).unwrap_or_default();
    if let Some(since) = rest.iter().map(|exposure| exposure.since).min() {
        let endpoints = rest.iter().map(|exposure| exposure.endpoints).sum();
        let endpoints = [("endpoints", count(endpoints))];
        let words = tr_with(language, "plan-ui-bar-uncovered", &endpoints);
        let more = [("count", count(rest.len() as u64))];
        lanes.push(lane(
            tr_with(language, "widget-more", &more),
            vec![bar(after(since), as_of, BarKind::Unprotected, words)],
        ));
    }
}

/// A line of releases and one of deadlines, where there are any.
fn day_lanes(input: &ReportInput<'_>, lanes: &mut Vec<Lane>) {
    let as_of = input.plan.as_of;
    let missing = input.plan.exposure.iter();
    let first_missed = missing
        .filter(|exposure| exposure.is_missing(as_of))
        .map(|exposure| exposure.first_missed)
        .min();
    let is_missed = |day| day <= as_of && first_missed.is_some_and(|first| first <= day);
    let (mut releases, mut deadlines): (Vec<Mark>, Vec<Mark>) = (Vec::new(), Vec::new());
    for entry in &input.plan.calendar {
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
            EventKind::WindowStarts | EventKind::WindowEnds | EventKind::GroupLeaves => continue,
        };
        if marks.last().is_none_or(|last| last.day != day) {
            marks.push(Mark { day, kind });
        }
    }
    let both = [
        ("plan-screen-lane-releases", releases),
        ("plan-screen-lane-deadlines", deadlines),
    ];
    for (label, marks) in both {
        if !marks.is_empty() {
            lanes.push(Lane {
                label: tr(input.language, label),
                bars: Vec::new(),
                marks,
            });
        }
    }
}

/// Products whose OEM sells ESU with dates of its own.
fn oem_lanes(input: &ReportInput<'_>, lanes: &mut Vec<Lane>) {
    const MOST: usize = 3;
    let mut products: Vec<&DataId> = Vec::new();
    for row in &input.plan.ledger {
        let group = input.profile.groups.get(row.group);
        if let Some(product) = group.and_then(|group| group.product.as_ref())
            && row.verdict == Verdict::Oem
            && products.len() < MOST
            && !products.contains(&product)
        {
            products.push(product);
        }
    }
    for id in products {
        let Some(programme) = input.catalogue.of_product(id) else {
            continue;
        };
        let coverage = programme.product(id).map(|(_, product)| &product.coverage);
        let (Some(coverage), starts) = (coverage, programme.base.coverage.first()) else {
            continue;
        };
        let first = coverage.first().map(|window| window.first_day);
        // Years like the programme's own need no line of their own.
        if first.is_none() || first == starts.map(|window| window.first_day) {
            continue;
        }
        let bars = coverage.iter().map(|window| {
            let args = [("year", window.year.number().to_string().into())];
            let words = tr_with(input.language, "widget-year", &args);
            bar(
                window.first_day,
                after(window.last_day),
                BarKind::Oem,
                words,
            )
        });
        let label = i18n::value(input.language, Field::Verdict, Verdict::Oem.id());
        lanes.push(lane(label, bars.collect()));
    }
}

/// Groups that leave on one day.
struct Leaving {
    day: NaiveDate,
    first: usize,
    groups: u64,
    endpoints: u64,
}

/// The days on which most endpoints leave, and one line for all the others.
fn leaving_lanes(input: &ReportInput<'_>, lanes: &mut Vec<Lane>) {
    const MOST: usize = 6;
    let language = input.language;
    let mut by_day: BTreeMap<NaiveDate, Leaving> = BTreeMap::new();
    for (index, group) in input.profile.groups.iter().enumerate() {
        let Some(day) = group.leaves_on else { continue };
        let known = by_day.entry(day).or_insert(Leaving {
            day,
            first: index,
            groups: 0,
            endpoints: 0,
        });
        known.groups += 1;
        known.endpoints += u64::from(group.endpoint_count.unwrap_or(0));
    }
    let mut days: Vec<Leaving> = by_day.into_values().collect();
    days.sort_by_key(|leaving| (std::cmp::Reverse(leaving.endpoints), leaving.day));
    let rest = days.split_off(days.len().min(MOST));
    days.sort_by_key(|leaving| leaving.day);
    for leaving in days {
        let day = i18n::date(language, leaving.day);
        let words = tr_with(
            language,
            "plan-ui-bar-leaves",
            &[("day", day.clone().into())],
        );
        let label = if leaving.groups == 1 {
            group_name(language, input.profile, leaving.first)
        } else {
            let groups = [("count", count(leaving.groups))];
            tr_with(language, "plan-screen-lane-groups", &groups)
        };
        let from = support_ended(input, leaving.first).map_or(leaving.day, after);
        let mut bar = bar(from, leaving.day, BarKind::Leaving, words);
        bar.short = day;
        lanes.push(lane(label, vec![bar]));
    }
    let first = rest.iter().map(|leaving| leaving.day).min();
    let last = rest.iter().map(|leaving| leaving.day).max();
    if let (Some(first), Some(last)) = (first, last) {
        let groups = rest.iter().map(|leaving| leaving.groups).sum();
        let words = tr_with(
            language,
            "plan-screen-bar-leave-between",
            &[
                ("first", i18n::date(language, first).into()),
                ("last", i18n::date(language, last).into()),
            ],
        );
        let more = [("count", count(groups))];
        lanes.push(lane(
            tr_with(language, "plan-screen-lane-more-groups", &more),
            vec![bar(first, after(last), BarKind::Leaving, words)],
        ));
    }
}

/// The last day with updates for everyone of a group's system; where a programme has no licences,
/// each of its systems has its own.
fn support_ended(input: &ReportInput<'_>, group: usize) -> Option<NaiveDate> {
    let mut parts = input.plan.programmes.iter();
    let part = parts.find(|part| part.groups.contains(&group))?;
    let programme = input.catalogue.get(&part.id)?;
    if !programme.base.coverage.is_empty() {
        return Some(programme.base.end_of_support);
    }
    let product = input.profile.groups.get(group)?.product.as_deref()?;
    let (_, product) = programme.product(product)?;
    product.end_of_support
}

/// The first and the last day that are shown.
fn shown(input: &ReportInput<'_>, lanes: &[Lane]) -> (NaiveDate, NaiveDate) {
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
    let ends = bars().map(|bar| bar.to.min(far));
    let last = ends.chain([end, as_of]).max().unwrap_or(as_of);
    let room_before = TimeDelta::try_days(20).unwrap_or_default();
    let room_after = TimeDelta::try_days(60).unwrap_or_default();
    (
        first.checked_sub_signed(room_before).unwrap_or(first),
        last.checked_add_signed(room_after).unwrap_or(last),
    )
}
