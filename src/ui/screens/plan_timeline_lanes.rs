//! What the chart shows: coverage years by programme, what stays unprotected, when groups leave.

use chrono::NaiveDate;
use eframe::egui::{Color32, Stroke};

use super::derived::{Derived, Leaving};
use super::plan::Chosen;
use super::plan_timeline_days::{Mark, day_lanes};
use super::plan_why::Why;
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{Exposure, OrderLine, OrderWhen, Verdict};
use crate::domain::profile::DataId;
use crate::domain::programme::{CoverageWindow, EventKind, Offer, Programme};
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::View;
use crate::ui::theme::Theme;
use crate::ui::widgets::words::{group_name, short_date};

/// One bar of a lane.
pub(super) struct Bar {
    pub(super) from: NaiveDate,
    /// The first day after it.
    pub(super) to: NaiveDate,
    pub(super) ground: Color32,
    pub(super) ink: Color32,
    pub(super) outline: Stroke,
    pub(super) words: String,
    /// What is said where the words do not fit; empty where there is nothing shorter.
    pub(super) short: String,
    /// Why it stands there, where the column beside the plan tells that.
    pub(super) why: Option<Chosen>,
}

/// One line of the chart.
pub(super) struct Lane {
    pub(super) label: String,
    pub(super) bars: Vec<Bar>,
    /// Single days.
    pub(super) marks: Vec<Mark>,
}

/// All lines of the chart.
pub(super) fn lanes(view: &View<'_>, derived: &Derived, theme: &Theme) -> Vec<Lane> {
    let mut lanes = Vec::new();
    for (position, programme) in view.programmes() {
        lanes.extend(coverage_lanes(view, derived, position, programme, theme));
    }
    lanes.extend(unprotected_lanes(view, theme));
    lanes.extend(day_lanes(view));
    lanes.extend(oem_lanes(view, derived.oem_products(), theme));
    lanes.extend(leaving_lanes(view, derived.leaving(), theme));
    lanes
}

fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

fn year_name(view: &View<'_>, year: CoverageYear) -> String {
    let year = year.number().to_string();
    tr_with(view.language, "widget-year", &[("year", year.into())])
}

/// One line of a programme's coverage years, and one for each offer that is ordered and has years
/// of its own.
fn coverage_lanes(
    view: &View<'_>,
    derived: &Derived,
    position: usize,
    programme: &Programme,
    theme: &Theme,
) -> Vec<Lane> {
    let ordered: Vec<(&OrderLine, &Offer)> = view
        .plan
        .orders
        .iter()
        .filter(|line| line.programme == position)
        .filter_map(|line| {
            let sku = view.catalogue.sku(&line.sku)?;
            let mut offers = programme.base.offers.iter();
            Some((line, offers.find(|offer| offer.id == sku.offer)?))
        })
        .collect();
    let mut lanes = Vec::new();
    let is_owned = |year| derived.is_owned(position, year);
    if !programme.base.coverage.is_empty() {
        let own = ordered
            .iter()
            .filter(|(_, offer)| offer.coverage.is_empty());
        let own: Vec<&OrderLine> = own.map(|(line, _)| *line).collect();
        let tag = view.tag(position).map(str::to_owned);
        lanes.push(Lane {
            label: tag.unwrap_or_else(|| tr(view.language, "plan-ui-lane-coverage")),
            bars: year_bars(view, is_owned, &programme.base.coverage, &own, theme),
            marks: Vec::new(),
        });
    }
    for offer in &programme.base.offers {
        let own = ordered.iter().filter(|(_, of)| of.id == offer.id);
        let own: Vec<&OrderLine> = own.map(|(line, _)| *line).collect();
        if !offer.coverage.is_empty() && !own.is_empty() {
            lanes.push(Lane {
                label: offer.name.get(view.language).to_owned(),
                bars: year_bars(view, is_owned, &offer.coverage, &own, theme),
                marks: Vec::new(),
            });
        }
    }
    lanes
}

fn year_bars(
    view: &View<'_>,
    is_owned: impl Fn(CoverageYear) -> bool + Copy,
    windows: &[CoverageWindow],
    lines: &[&OrderLine],
    theme: &Theme,
) -> Vec<Bar> {
    let bar = |window: &CoverageWindow| {
        let (words, standing) = year_words(view, is_owned(window.year), lines, window.year);
        let (ground, ink) = match standing {
            Standing::Now => (theme.buy, theme.on_accent),
            Standing::Ordered => (theme.accent_soft, theme.accent),
            Standing::Owned => (theme.already_covered.gamma_multiply(0.22), theme.text),
            Standing::NotOrdered => (theme.sunken, theme.muted),
        };
        let outline = match standing {
            Standing::Owned => Stroke::new(1.0, theme.already_covered),
            Standing::Now | Standing::Ordered | Standing::NotOrdered => Stroke::NONE,
        };
        let line = lines.iter().find(|line| line.year == window.year);
        let position = line.and_then(|line| {
            let mut orders = view.plan.orders.iter();
            orders.position(|known| std::ptr::eq(known, *line))
        });
        Bar {
            from: window.first_day,
            to: after(window.last_day),
            ground,
            ink,
            outline,
            words,
            short: year_name(view, window.year),
            why: position.map(Chosen::Order),
        }
    };
    windows.iter().map(bar).collect()
}

/// Whether a coverage year is in the order.
enum Standing {
    /// It is ordered now.
    Now,
    /// It is ordered as a back year, or later.
    Ordered,
    /// It is not ordered, as it was bought before.
    Owned,
    /// It is not.
    NotOrdered,
}

/// What becomes of a coverage year in this plan.
fn year_words(
    view: &View<'_>,
    is_owned: bool,
    lines: &[&OrderLine],
    year: CoverageYear,
) -> (String, Standing) {
    let language = view.language;
    let lines = || lines.iter().filter(|line| line.year == year);
    let number = year.number().to_string();
    let args = [("year", number.into())];
    if lines().any(|line| line.when == OrderWhen::Now && !line.back_year) {
        return (tr_with(language, "plan-ui-bar-now", &args), Standing::Now);
    }
    if lines().any(|line| line.back_year) {
        let words = tr_with(language, "plan-ui-bar-back", &args);
        return (words, Standing::Ordered);
    }
    let mut later = lines()
        .filter(|line| line.when == OrderWhen::Later)
        .peekable();
    if later.peek().is_none() && is_owned {
        let words = tr_with(language, "plan-screen-bar-owned", &args);
        return (words, Standing::Owned);
    }
    if later.peek().is_none() {
        return (year_name(view, year), Standing::NotOrdered);
    }
    // What is charged while it runs goes on by itself.
    let words = if later.all(|line| line.order_by.is_none()) {
        tr_with(language, "plan-ui-bar-goes-on", &args)
    } else {
        tr_with(language, "plan-ui-bar-later", &args)
    };
    (words, Standing::Ordered)
}

/// Time without updates: one line for each day on which it began.
fn unprotected_lanes(view: &View<'_>, theme: &Theme) -> Vec<Lane> {
    const MOST: usize = 4;
    let language = view.language;
    let missing = view.plan.exposure.iter().enumerate();
    let missing: Vec<(usize, &Exposure)> = missing
        .filter(|(_, exposure)| exposure.is_missing(view.as_of))
        .collect();
    let rest = missing.get(MOST..).filter(|rest| !rest.is_empty());
    let rest = rest.and_then(|rest| {
        let endpoints = rest.iter().map(|(_, exposure)| exposure.endpoints).sum();
        Some(Lane {
            label: tr_with(
                language,
                "widget-more",
                &[("count", count(rest.len() as u64))],
            ),
            bars: vec![Bar {
                from: after(rest.iter().map(|(_, exposure)| exposure.since).min()?),
                to: view.as_of,
                ground: theme.danger,
                ink: theme.panel,
                outline: Stroke::NONE,
                words: tr_with(
                    language,
                    "plan-ui-bar-uncovered",
                    &[("endpoints", count(endpoints))],
                ),
                short: String::new(),
                why: Some(Chosen::Why(Why::Exposures)),
            }],
            marks: Vec::new(),
        })
    });
    let lanes = missing.iter().take(MOST).map(|(position, exposure)| Lane {
        label: match exposure.groups.as_slice() {
            [group] => group_name(view, *group),
            _ => tr(language, "plan-ui-lane-unprotected"),
        },
        bars: vec![Bar {
            from: after(exposure.since),
            to: view.as_of,
            ground: theme.danger,
            ink: theme.panel,
            outline: Stroke::NONE,
            words: missed_words(view, exposure),
            short: String::new(),
            why: Some(Chosen::Why(Why::Exposure(*position))),
        }],
        marks: Vec::new(),
    });
    lanes.chain(rest).collect()
}

fn missed_words(view: &View<'_>, exposure: &Exposure) -> String {
    let endpoints = ("endpoints", count(exposure.endpoints));
    match exposure.releases_missed {
        Some(missed) => {
            let missed = ("count", count(u64::from(missed)));
            tr_with(view.language, "plan-ui-bar-missed", &[missed, endpoints])
        }
        None => tr_with(view.language, "plan-ui-bar-uncovered", &[endpoints]),
    }
}

/// Products whose OEM sells ESU with dates of its own.
fn oem_lanes(view: &View<'_>, products: &[DataId], theme: &Theme) -> Vec<Lane> {
    let lane = |id: &DataId| {
        let programme = view.catalogue.of_product(id)?;
        let (_, product) = programme.product(id)?;
        let first = product.coverage.first()?;
        let starts = programme.base.coverage.first();
        if starts.is_some_and(|window| window.first_day == first.first_day) {
            return None;
        }
        let bars = product.coverage.iter().map(|window| Bar {
            from: window.first_day,
            to: after(window.last_day),
            ground: theme.oem.gamma_multiply(0.28),
            ink: theme.text,
            outline: Stroke::new(1.0, theme.oem),
            words: year_name(view, window.year),
            short: String::new(),
            why: Some(Chosen::Why(Why::Verdict(Verdict::Oem))),
        });
        Some(Lane {
            label: i18n::value(view.language, Field::Verdict, Verdict::Oem.id()),
            bars: bars.collect(),
            marks: Vec::new(),
        })
    };
    products.iter().filter_map(lane).collect()
}

/// The days on which most endpoints leave, and one line for all the others.
fn leaving_lanes(view: &View<'_>, leaving: &Leaving, theme: &Theme) -> Vec<Lane> {
    let language = view.language;
    let bar = |from, to, words, short, day| Bar {
        from,
        to,
        ground: theme.sunken,
        ink: theme.muted,
        outline: theme.hairline(),
        words,
        short,
        why: event_on(view, day).map(|index| Chosen::Why(Why::Event(index))),
    };
    let groups_words = |groups: usize| {
        let groups = [("count", count(groups as u64))];
        tr_with(language, "plan-screen-lane-groups", &groups)
    };
    let mut lanes: Vec<Lane> = leaving
        .days
        .iter()
        .map(|known| {
            let day = known.day;
            let words = tr_with(
                language,
                "plan-ui-bar-leaves",
                &[("day", short_date(language, day).into())],
            );
            let from = support_ended(view, known.first).map_or(day, after);
            Lane {
                label: if known.groups == 1 {
                    group_name(view, known.first)
                } else {
                    groups_words(known.groups)
                },
                bars: vec![bar(from, day, words, short_date(language, day), day)],
                marks: Vec::new(),
            }
        })
        .collect();
    if let Some((groups, first, last)) = leaving.rest {
        let words = tr_with(
            language,
            "plan-screen-bar-leave-between",
            &[
                ("first", short_date(language, first).into()),
                ("last", short_date(language, last).into()),
            ],
        );
        let more = [("count", count(groups as u64))];
        lanes.push(Lane {
            label: tr_with(language, "plan-screen-lane-more-groups", &more),
            bars: vec![bar(first, after(last), words, String::new(), first)],
            marks: Vec::new(),
        });
    }
    lanes
}

/// The calendar's entry for groups that leave on a day.
fn event_on(view: &View<'_>, day: NaiveDate) -> Option<usize> {
    let mut calendar = view.plan.calendar.iter();
    calendar.position(|entry| entry.date == day && entry.kind == EventKind::GroupLeaves)
}

/// The last day with updates for everyone of a group's system; where a programme has no licences,
/// each of its systems has its own.
fn support_ended(view: &View<'_>, index: usize) -> Option<NaiveDate> {
    let programme = view.programme_of_group(index)?;
    if !programme.base.coverage.is_empty() {
        return Some(programme.base.end_of_support);
    }
    let group = view.document.profile.groups.get(index)?;
    let (_, product) = programme.product(group.product.as_deref()?)?;
    product.end_of_support
}
