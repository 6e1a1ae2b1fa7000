//! Why sums, missed releases, days and verdicts stand in the plan: what they are made of and what
//! that rests on. Shown in the column beside the plan.

use eframe::egui::Ui;

use super::ScreensState;
use super::frame::subheading_ui;
use super::plan::Chosen;
use super::plan_costs::{seller_words, standing_words, year_words};
use super::plan_costs_data::{CostKey, key_of};
use super::plan_side::{close_ui, trace_ui};
use crate::domain::choice::Choice as _;
use crate::domain::field::Place;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{LedgerRow, OrderLine, Trace, Verdict};
use crate::domain::programme::EventKind;
use crate::domain::source::FaqId;
use crate::i18n::{count, date, money, number, say, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::all_source_chips;
use crate::ui::widgets::ledger_bar::{pair_ui, verdict_square};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{decisive_words, group_name, group_names, verdict_word};
use crate::ui::{Outbox, View, icons};

/// So many lines of what something is made of are listed; the rest is counted.
const MOST: usize = 8;

/// Something in the plan that is no single line of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Why {
    /// A part of the costs.
    Cost(CostKey),
    /// The sum of all costs in a currency.
    Total(Currency),
    /// Everything that is ordered.
    Orders,
    /// What some endpoints have missed, by its position.
    Exposure(usize),
    /// Everything that was missed.
    Exposures,
    /// What it costs to wait, by its position.
    Waiting(usize),
    /// A day of the calendar, by its position.
    Event(usize),
    /// Everyone with a verdict.
    Verdict(Verdict),
    /// Everyone who needs no order.
    Others,
}

/// Draws why; a second look at what is no longer there closes it.
pub(super) fn why_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    why: Why,
    outbox: &mut Outbox,
) {
    let Some(title) = title_words(view, why) else {
        state.plan.why = None;
        return;
    };
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let mut is_closed = false;
        let what = tr_with(view.language, "plan-ui-why", &[("what", title.into())]);
        card_head(ui, &what, "", |ui| is_closed = close_ui(ui, view));
        if is_closed {
            state.plan.why = None;
        }
        match why {
            Why::Cost(key) => cost_ui(ui, view, key, outbox),
            Why::Total(currency) => {
                let is_in =
                    |line: &&OrderLine| line.total.is_some_and(|total| total.currency == currency);
                lines_ui(ui, view, view.plan.orders.iter().filter(is_in), outbox);
            }
            Why::Orders => lines_ui(ui, view, view.plan.orders.iter(), outbox),
            Why::Exposure(index) => exposure_ui(ui, view, index, outbox),
            Why::Exposures => {
                for index in 0..view.plan.exposure.len() {
                    exposure_ui(ui, view, index, outbox);
                }
                if view.plan.exposure.is_empty() {
                    let words = tr(view.language, "summary-nothing-exposed");
                    text::label(ui, words, Type::Table);
                }
            }
            Why::Waiting(index) => waiting_ui(ui, view, index, outbox),
            Why::Event(index) => event_ui(ui, view, index, outbox),
            Why::Verdict(verdict) => verdict_ui(ui, view, verdict, outbox),
            Why::Others => others_ui(ui, view, state),
        }
    });
}

/// What is asked about, as short as a title; none when the plan no longer has it.
fn title_words(view: &View<'_>, why: Why) -> Option<String> {
    let language = view.language;
    let plan = view.plan;
    match why {
        Why::Cost(key) => {
            let sum = sum_of(lines_of(view, key).map(|(_, sum)| sum), key.currency)?;
            Some(money(language, sum))
        }
        Why::Total(currency) => {
            let totals = plan.orders.iter().filter_map(|line| line.total);
            let own = totals.filter(|total| total.currency == currency);
            Some(money(language, sum_of(own, currency)?))
        }
        Why::Orders => Some(tr(language, "plan-screen-why-orders")),
        Why::Exposure(index) => {
            let exposure = plan.exposure.get(index)?;
            Some(tr_with(
                language,
                "plan-count-endpoints",
                &[("count", count(exposure.endpoints))],
            ))
        }
        Why::Exposures => Some(tr(language, "plan-screen-why-exposures")),
        Why::Waiting(index) => {
            let waiting = plan.waiting.get(index)?;
            let sums = waiting.amounts.iter();
            let sums: Vec<String> = sums.map(|sum| money(language, *sum)).collect();
            Some(sums.join(" + "))
        }
        Why::Event(index) => Some(date(language, plan.calendar.get(index)?.date)),
        Why::Verdict(verdict) => {
            (plan.endpoints_with(verdict) > 0).then(|| verdict_word(language, verdict))
        }
        Why::Others => Some(tr(language, "plan-screen-why-others")),
    }
}

fn sum_of(sums: impl Iterator<Item = Money>, currency: Currency) -> Option<Money> {
    let sums: Vec<Money> = sums.collect();
    (!sums.is_empty()).then(|| Money {
        minor_units: sums
            .iter()
            .fold(0i128, |all, sum| all.saturating_add(sum.minor_units)),
        currency,
    })
}

/// The order lines of a part of the costs, with what each adds.
fn lines_of<'p>(
    view: &View<'p>,
    key: CostKey,
) -> impl Iterator<Item = (&'p OrderLine, Money)> + use<'p> {
    let view = *view;
    view.plan.orders.iter().filter_map(move |line| {
        let (of, amount) = key_of(&view, line, key.by_calendar)?;
        (of == key).then_some((line, amount))
    })
}

fn cost_ui(ui: &mut Ui, view: &View<'_>, key: CostKey, outbox: &mut Outbox) {
    let words = [
        year_words(view, key.year, key.by_calendar),
        seller_words(view, key),
        standing_words(view, key.standing),
    ];
    text::muted(ui, words.join(" · "), Type::Table);
    lines_ui(ui, view, lines_of(view, key).map(|(line, _)| line), outbox);
}

/// Draws order lines with their quantity, price and sum, and the entries they rest on.
fn lines_ui<'p>(
    ui: &mut Ui,
    view: &View<'_>,
    lines: impl Iterator<Item = &'p OrderLine>,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let lines: Vec<&OrderLine> = lines.collect();
    for line in lines.iter().take(MOST) {
        let estimate = line.estimate.as_ref();
        let sum = match (line.total, estimate) {
            (Some(total), _) => money(language, total),
            (None, Some(estimate)) => tr_with(
                language,
                "plan-ui-about",
                &[("sum", money(language, estimate.total).into())],
            ),
            (None, None) => tr(language, "plan-ui-no-price"),
        };
        pair_ui(ui, sum, Type::TableStrong, |ui| {
            text::line(ui, &line.sku_name, Type::Table);
        });
        let price = line.unit_price.as_ref();
        let price = price.or(estimate.map(|estimate| &estimate.unit_price));
        let mut words = number(language, line.quantity);
        if let Some(price) = price {
            words = format!("{words} × {}", money(language, price.amount));
        }
        text::muted(ui, words, Type::Small);
    }
    rest_ui(ui, view, lines.len());
    if lines.is_empty() {
        text::label(ui, tr(language, "plan-ui-no-orders"), Type::Table);
        return;
    }
    sources_ui(ui, view, lines.iter().map(|line| &line.trace), outbox);
}

/// Counts what is not listed.
fn rest_ui(ui: &mut Ui, view: &View<'_>, all: usize) {
    if let Some(rest) = all.checked_sub(MOST).filter(|rest| *rest > 0) {
        let rest = [("count", count(rest as u64))];
        text::muted(
            ui,
            tr_with(view.language, "widget-more", &rest),
            Type::Table,
        );
    }
}

/// The entries of some traces, each once.
fn sources_ui<'p>(
    ui: &mut Ui,
    view: &View<'_>,
    traces: impl Iterator<Item = &'p Trace>,
    outbox: &mut Outbox,
) {
    let mut ids: Vec<FaqId> = Vec::new();
    for id in traces.flat_map(|trace| &trace.faq) {
        if !ids.contains(id) {
            ids.push(id.clone());
        }
    }
    entries_ui(ui, view, &ids, outbox);
}

fn entries_ui(ui: &mut Ui, view: &View<'_>, ids: &[FaqId], outbox: &mut Outbox) {
    ui.add_space(6.0);
    subheading_ui(ui, &tr(view.language, "plan-ui-column-sources"));
    all_source_chips(ui, ids, view.language, outbox);
}

fn exposure_ui(ui: &mut Ui, view: &View<'_>, index: usize, outbox: &mut Outbox) {
    let language = view.language;
    let Some(exposure) = view.plan.exposure.get(index) else {
        return;
    };
    let mut pair = |label: &str, words: String| {
        pair_ui(ui, words, Type::Table, |ui| {
            text::line(ui, tr(language, label), Type::Table);
        });
    };
    pair(
        "plan-screen-endpoints",
        number(language, exposure.endpoints),
    );
    pair(
        "plan-screen-protected-until",
        date(language, exposure.since),
    );
    pair(
        "plan-screen-first-missed",
        date(language, exposure.first_missed),
    );
    if let Some(missed) = exposure.releases_missed {
        pair(
            "plan-screen-releases-missed",
            number(language, missed.into()),
        );
    }
    text::muted(ui, group_names(view, &exposure.groups, MOST), Type::Small);
    if let Some(name) = view.tag(exposure.programme) {
        text::muted(ui, name, Type::Small);
    }
    let first = exposure.groups.first();
    let place = first.map_or(Place::Organisation, |group| Place::Group(*group));
    trace_ui(ui, view, &exposure.trace, place, &exposure.groups, outbox);
    ui.add_space(4.0);
}

fn waiting_ui(ui: &mut Ui, view: &View<'_>, index: usize, outbox: &mut Outbox) {
    let language = view.language;
    let Some(waiting) = view.plan.waiting.get(index) else {
        return;
    };
    let words = tr_with(
        language,
        "plan-screen-waiting-made-of",
        &[
            ("year", waiting.year.number().to_string().into()),
            ("day", date(language, waiting.from).into()),
        ],
    );
    text::label(ui, words, Type::Table);
    let part = view.plan.programmes.get(waiting.programme);
    let groups = part.map_or(&[][..], |part| &part.groups);
    trace_ui(
        ui,
        view,
        &waiting.trace,
        Place::Organisation,
        groups,
        outbox,
    );
}

fn event_ui(ui: &mut Ui, view: &View<'_>, index: usize, outbox: &mut Outbox) {
    let language = view.language;
    let Some(entry) = view.plan.calendar.get(index) else {
        return;
    };
    let title = view.tagged(entry.programme, &say(language, &entry.title));
    text::label(ui, title, Type::Strong);
    text::label(ui, kind_words(view, entry.kind), Type::Table);
    let profile = &view.document.profile;
    match entry.kind {
        EventKind::GroupLeaves => {
            let groups = profile.groups.iter().enumerate();
            let leaving = groups.filter(|(_, group)| group.leaves_on == Some(entry.date));
            let leaving: Vec<usize> = leaving.map(|(index, _)| index).collect();
            text::muted(ui, group_names(view, &leaving, MOST), Type::Table);
        }
        EventKind::OrderBy => {
            let lines = view.plan.orders.iter();
            let due = lines.filter(|line| line.order_by == Some(entry.date));
            lines_ui(ui, view, due, outbox);
            return;
        }
        EventKind::WindowStarts
        | EventKind::WindowEnds
        | EventKind::SalesStart
        | EventKind::RefundOpens
        | EventKind::Invoice
        | EventKind::PatchTuesday
        | EventKind::ComponentEnds
        | EventKind::EmbeddedTerm
        | EventKind::Requirement => {}
    }
    entries_ui(ui, view, &entry.faq, outbox);
}

/// Why a day of this kind is in the calendar.
fn kind_words(view: &View<'_>, kind: EventKind) -> String {
    tr(
        view.language,
        match kind {
            EventKind::WindowStarts | EventKind::WindowEnds => "plan-screen-day-window",
            EventKind::SalesStart => "plan-screen-day-sales",
            EventKind::OrderBy => "plan-screen-day-order-by",
            EventKind::RefundOpens => "plan-screen-day-refund",
            EventKind::Invoice => "plan-screen-day-invoice",
            EventKind::PatchTuesday => "plan-screen-day-release",
            EventKind::ComponentEnds | EventKind::EmbeddedTerm => "plan-screen-day-ends",
            EventKind::Requirement => "plan-screen-day-requirement",
            EventKind::GroupLeaves => "plan-screen-day-leaves",
        },
    )
}

fn verdict_ui(ui: &mut Ui, view: &View<'_>, verdict: Verdict, outbox: &mut Outbox) {
    let language = view.language;
    let rows: Vec<&LedgerRow> = view
        .plan
        .ledger
        .iter()
        .filter(|row| row.verdict == verdict)
        .collect();
    for row in rows.iter().take(MOST) {
        pair_ui(ui, number(language, row.endpoints), Type::Table, |ui| {
            text::line(ui, group_name(view, row.group), Type::Table);
        });
    }
    rest_ui(ui, view, rows.len());
    hairline(ui);
    let all = rows.iter().map(|row| row.endpoints).sum();
    pair_ui(ui, number(language, all), Type::TableStrong, |ui| {
        verdict_square(ui, verdict);
        text::line(ui, verdict_word(language, verdict), Type::TableStrong);
    });
    let mut reasons: Vec<String> = Vec::new();
    // Groups that are alike share their trace, so few reasons come of many rows.
    for row in rows.iter().take(200) {
        let reason = decisive_words(view, &row.trace);
        if !reason.is_empty() && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    ui.add_space(6.0);
    subheading_ui(ui, &tr(language, "plan-ui-reasons"));
    for reason in reasons.iter().take(MOST) {
        let ink = Theme::of(ui).muted;
        text::marked_ui(ui, icons::ARROW_BEND_DOWN_RIGHT, ink, |ui| {
            text::label(ui, reason, Type::Table);
        });
    }
    rest_ui(ui, view, reasons.len());
    let traces = rows.iter().take(200).map(|row| &*row.trace);
    sources_ui(ui, view, traces, outbox);
}

/// Draws the verdicts that need no order; each leads on to its own reasons.
fn others_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let language = view.language;
    let mut chosen = None;
    for verdict in Verdict::ALL {
        let endpoints = view.plan.endpoints_with(*verdict);
        if *verdict == Verdict::Buy || endpoints == 0 {
            continue;
        }
        pair_ui(ui, number(language, endpoints), Type::TableStrong, |ui| {
            verdict_square(ui, *verdict);
            let word = verdict_word(language, *verdict);
            let name = tr_with(language, "plan-ui-why", &[("what", word.as_str().into())]);
            let button = crate::ui::widgets::button::Button::quiet("", &word).named(&name);
            if button.show(ui).clicked() {
                chosen = Some(*verdict);
            }
        });
    }
    for open in &view.plan.open_questions {
        let ink = Theme::of(ui).needs_decision;
        text::marked_ui(ui, icons::WARNING_CIRCLE, ink, |ui| {
            text::label(ui, say(language, &open.text), Type::Table);
        });
    }
    if let Some(verdict) = chosen {
        state.plan.choose(Chosen::Why(Why::Verdict(verdict)));
    }
}
