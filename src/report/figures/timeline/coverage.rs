//! The coverage years of a programme, and what becomes of each in the plan.

use std::collections::BTreeSet;

use super::{Bar, BarKind, Lane, Shown, after};
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{OrderLine, OrderWhen};
use crate::domain::programme::{CoverageWindow, Offer};
use crate::i18n::{tr, tr_with};
use crate::report::ReportInput;

/// An order line with its position in the plan.
type Line<'a> = (usize, &'a OrderLine);

/// One line of a programme's coverage years, and one for each offer that is ordered and has years
/// of its own.
pub(super) fn lanes(input: &ReportInput<'_>, position: usize) -> Vec<Lane> {
    let Some(programme) = input.programme(position) else {
        return Vec::new();
    };
    let ordered: Vec<(Line<'_>, &Offer)> = input
        .plan
        .orders
        .iter()
        .enumerate()
        .filter(|(_, line)| line.programme == position)
        .filter_map(|line| {
            let sku = input.catalogue.sku(&line.1.sku)?;
            let mut offers = programme.base.offers.iter();
            Some((line, offers.find(|offer| offer.id == sku.offer)?))
        })
        .collect();
    let lines_of = |is_one: &dyn Fn(&Offer) -> bool| -> Vec<Line<'_>> {
        let lines = ordered.iter().filter(|(_, offer)| is_one(offer));
        lines.map(|(line, _)| *line).collect()
    };
    let owned = owned_years(input, position);
    let mut lanes = Vec::new();
    if !programme.base.coverage.is_empty() {
        let own = lines_of(&|offer| offer.coverage.is_empty());
        let label = input.tag(position).map(str::to_owned);
        lanes.push(Lane {
            label: label.unwrap_or_else(|| tr(input.language, "plan-ui-lane-coverage")),
            bars: year_bars(input, &owned, &programme.base.coverage, &own),
            ..Lane::default()
        });
    }
    for offer in &programme.base.offers {
        let own = lines_of(&|of| of.id == offer.id);
        if !offer.coverage.is_empty() && !own.is_empty() {
            lanes.push(Lane {
                label: offer.name.get(input.language).to_owned(),
                bars: year_bars(input, &owned, &offer.coverage, &own),
                ..Lane::default()
            });
        }
    }
    lanes
}

fn year_bars(
    input: &ReportInput<'_>,
    owned: &BTreeSet<CoverageYear>,
    windows: &[CoverageWindow],
    lines: &[Line<'_>],
) -> Vec<Bar> {
    let year_bar = |window: &CoverageWindow| {
        let number = window.year.number().to_string();
        let args = [("year", number.into())];
        let own = || lines.iter().filter(|(_, line)| line.year == window.year);
        let is_now = own().any(|(_, line)| line.when == OrderWhen::Now && !line.back_year);
        let is_back = own().any(|(_, line)| line.back_year);
        let is_later = own().any(|(_, line)| line.when == OrderWhen::Later);
        // What is charged while it runs goes on by itself.
        let goes_on = own().all(|(_, line)| line.order_by.is_none());
        let (id, kind) = if is_now {
            ("plan-ui-bar-now", BarKind::Now)
        } else if is_back {
            ("plan-ui-bar-back", BarKind::Ordered)
        } else if is_later && goes_on {
            ("plan-ui-bar-goes-on", BarKind::Ordered)
        } else if is_later {
            ("plan-ui-bar-later", BarKind::Ordered)
        } else if owned.contains(&window.year) {
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
            shows: own().next().map(|(position, _)| Shown::Order(*position)),
        }
    };
    windows.iter().map(year_bar).collect()
}

/// The years that groups of a programme have bought before.
fn owned_years(input: &ReportInput<'_>, programme: usize) -> BTreeSet<CoverageYear> {
    let part = input.plan.programmes.get(programme);
    let groups = part.iter().flat_map(|part| &part.groups);
    groups
        .filter_map(|group| input.profile.groups.get(*group)?.owned.as_ref())
        .flat_map(|owned| owned.keys().copied())
        .collect()
}
