//! The column beside the plan: why the chosen line stands there, the next dates, contradictions.

use std::sync::Arc;

use eframe::egui::{Color32, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::ScreensState;
use super::frame::subheading_ui;
use super::plan_exits::why_exit_ui;
use super::plan_findings::note_ui;
use super::plan_ledger::calendar_line_ui;
use super::plan_side_sums as sums;
use super::plan_why::why_ui;
use super::what_if::{tried_ui, what_if_ui};
use crate::domain::field::{Field, Place, Scope};
use crate::domain::licensing::SalesChannel;
use crate::domain::plan::{LedgerRow, OrderLine, OrderWhen, Trace, Verdict};
use crate::domain::programme::{EventKind, HostGives, RuleId, Severity};
use crate::domain::what_if::Target;
use crate::i18n::{self, count, money, number, say, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline, warning_card_ui};
use crate::ui::widgets::chip::{all_source_chips, source_chip};
use crate::ui::widgets::ledger_bar::{pair_ui, verdict_square};
use crate::ui::widgets::price_words::{is_plain, priced_words, span_words, unit_words};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{group_name, held_words, verdict_word};
use crate::ui::{Outbox, PlanPart, View, icons};

/// What a chosen line is told apart by while the plan changes.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Key {
    Order(Arc<str>, SalesChannel, bool, OrderWhen),
    Ledger(usize, Verdict),
}

/// The chosen line, in the plan it was chosen in.
#[derive(Debug, Default)]
pub(super) struct Kept {
    version: u64,
    key: Option<Key>,
}

/// Goes on showing the chosen line when the plan is another one: the same SKU through the same
/// channel, or the same group. Where there is none any more, no line is chosen.
pub(super) fn keep_chosen(view: &View<'_>, state: &mut ScreensState) {
    let version = state.derived.version();
    let plan = &mut state.plan;
    let key_of = |line: &OrderLine| {
        let sku = Arc::clone(&line.sku);
        Key::Order(sku, line.channel, line.back_charge, line.when)
    };
    if plan.kept.version != version {
        match &plan.kept.key {
            Some(Key::Order(sku, channel, back_charge, _)) if plan.order.is_some() => {
                let lines = &view.plan.orders;
                let same = |line: &&OrderLine| {
                    line.sku == *sku && line.channel == *channel && line.back_charge == *back_charge
                };
                let whole = plan.kept.key.clone();
                let exact = lines.iter().position(|line| Some(key_of(line)) == whole);
                plan.order = exact.or_else(|| lines.iter().position(|line| same(&line)));
            }
            Some(Key::Ledger(group, verdict)) if plan.ledger.is_some() => {
                let rows = &view.plan.ledger;
                let exact = |row: &LedgerRow| row.group == *group && row.verdict == *verdict;
                let same = |row: &LedgerRow| row.group == *group;
                plan.ledger = rows.iter().position(exact);
                plan.ledger = plan.ledger.or_else(|| rows.iter().position(same));
            }
            Some(_) | None => {}
        }
        plan.kept.version = version;
    }
    let order = plan.order.and_then(|index| view.plan.orders.get(index));
    let row = plan.ledger.and_then(|index| view.plan.ledger.get(index));
    let row = row.map(|row| Key::Ledger(row.group, row.verdict));
    plan.kept.key = order.map(key_of).or(row);
}

/// Draws the column.
pub(super) fn side_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    if let Some(id) = state.plan.back_to.clone() {
        let words = tr_with(
            view.language,
            "whatif-back-to",
            &[("id", id.as_str().into())],
        );
        let button = Button::secondary(icons::ARROW_LEFT, &words).small();
        if button.show(ui).clicked() {
            outbox.open_faq = Some(id);
            state.plan.back_to = None;
        }
    }
    tried_ui(ui, view, state, outbox);
    if let Some(index) = state.plan.order {
        why_order_ui(ui, view, state, index, outbox);
    } else if let Some(index) = state.plan.ledger {
        why_ledger_ui(ui, view, state, index, outbox);
    } else if let Some(index) = state.plan.exit {
        why_exit_ui(ui, view, state, index, outbox);
    } else if let Some(target) = state.plan.what_if.asked.clone() {
        sums::asked_ui(ui, view, state, &target, outbox);
    } else if let Some(why) = state.plan.why {
        why_ui(ui, view, state, why, outbox);
    } else if !view.plan.orders.is_empty() {
        sums::hint_ui(ui, view, state);
    }
    next_dates_ui(ui, view, state, outbox);
    let mut contradictions = view
        .plan
        .warnings
        .iter()
        .filter(|warning| warning.severity == Severity::Contradiction)
        .peekable();
    if contradictions.peek().is_some() {
        warning_card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            text::line(
                ui,
                tr(view.language, "plan-ui-sources-disagree"),
                Type::Heading,
            );
            for warning in contradictions {
                note_ui(ui, view, warning, outbox);
            }
        });
    }
}

/// Draws the button that closes a reason; true when clicked.
pub(super) fn close_ui(ui: &mut Ui, view: &View<'_>) -> bool {
    let name = tr(view.language, "plan-ui-close");
    Button::quiet(icons::X, "")
        .named(&name)
        .show(ui)
        .on_hover_text(&name)
        .clicked()
}

fn why_order_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    index: usize,
    outbox: &mut Outbox,
) {
    const MOST: usize = 8;
    let language = view.language;
    let Some(line) = view.plan.orders.get(index) else {
        state.plan.order = None;
        return;
    };
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = tr_with(
            language,
            "plan-ui-why",
            &[("what", number(language, line.quantity).into())],
        );
        let mut is_closed = false;
        card_head(ui, &title, "", |ui| is_closed = close_ui(ui, view));
        if is_closed {
            state.plan.order = None;
        }
        text::muted(ui, &line.sku_name, Type::Table);
        if let Some(name) = view.tag(line.programme) {
            text::muted(ui, name, Type::Small);
        }
        for position in 0..line.groups.len().min(MOST) {
            part_ui(ui, view, line, position, outbox);
        }
        if let Some(rest) = line.groups.get(MOST..).filter(|rest| !rest.is_empty()) {
            let sum: u64 = rest.iter().map(|(_, quantity)| quantity).sum();
            let words = tr_with(
                language,
                "widget-more",
                &[("count", count(rest.len() as u64))],
            );
            pair_ui(ui, number(language, sum), Type::Table, |ui| {
                text::muted(ui, words, Type::Table);
            });
        }
        hairline(ui);
        amounts_ui(ui, view, line);
        if let Some(target) = Target::of_line(view.plan, line) {
            what_if_ui(ui, view, state, &target, outbox);
        }
        let place = line
            .groups
            .first()
            .map_or(Place::Organisation, |(group, _)| Place::Group(*group));
        let groups: Vec<usize> = line.groups.iter().map(|(group, _)| *group).collect();
        trace_ui(ui, view, &line.trace, place, &groups, outbox);
    });
}

/// One group's part of an order line, with what is counted of it and what is not.
fn part_ui(ui: &mut Ui, view: &View<'_>, line: &OrderLine, position: usize, outbox: &mut Outbox) {
    let language = view.language;
    let Some((index, quantity)) = line.groups.get(position) else {
        return;
    };
    let endpoints = line.group_endpoints.get(position).copied();
    let group = view.document.profile.groups.get(*index);
    let programme = view.programme_at(line.programme);
    let gives = group
        .and_then(|group| group.hosting)
        .zip(programme)
        .map(|(host, programme)| programme.host_gives(host));
    let is_by_access = gives == Some(HostGives::NothingByAccess);
    let name = group_name(view, *index);
    let words = if is_by_access {
        tr_with(language, "whatif-reaching", &[("group", name.into())])
    } else if let Some(endpoints) = endpoints.filter(|endpoints| endpoints != quantity) {
        let args = [("group", name.into()), ("count", count(endpoints))];
        tr_with(language, "whatif-stands-for", &args)
    } else {
        name
    };
    let counted = number(language, *quantity);
    sum_line_ui(ui, &words, &counted, Theme::of(ui).text);
    if is_by_access && let Some(programme) = programme {
        let sources = programme.rule_sources(RuleId::VdiCountsAccessingEndpoints);
        if let Some(source) = sources.first() {
            source_chip(ui, source.as_str(), language, outbox);
        }
    }
    let Some(group) = group else {
        return;
    };
    let muted = Theme::of(ui).muted;
    let mut not_counted = |id: &str, number: Option<u32>| {
        if let Some(number) = number.filter(|number| *number > 0) {
            let words = tr_with(language, id, &[("count", count(u64::from(number)))]);
            sum_line_ui(ui, &words, "–", muted);
        }
    };
    if is_by_access {
        not_counted("whatif-machines-not-counted", group.virtual_machine_count);
    }
    not_counted("whatif-shared-not-counted", group.shared_endpoint_count);
    let owned = group.owned.as_ref();
    let owned = owned.and_then(|years| years.get(&line.year).copied());
    not_counted("whatif-owned-not-counted", owned);
}

/// Draws words that wrap and a number at the right of their first line.
fn sum_line_ui(ui: &mut Ui, words: &str, right: &str, ink: Color32) {
    const GAP: f32 = 12.0;
    let width = ui.available_width();
    let painter = ui.painter();
    let right_galley = painter.layout_no_wrap(right.to_owned(), Type::Table.font(), ink);
    let room = width - right_galley.size().x - GAP;
    let left = painter.layout(words.to_owned(), Type::Table.font(), ink, room);
    let size = vec2(width, left.size().y.max(16.0) + 6.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{words}, {right}")));
    let painter = ui.painter();
    let top = rect.top() + 3.0;
    let at = pos2(rect.right() - right_galley.size().x, top);
    painter.galley(pos2(rect.left(), top), left, ink);
    painter.galley(at, right_galley, ink);
}

/// What is counted, for which time, and at what price from whom.
fn amounts_ui(ui: &mut Ui, view: &View<'_>, line: &OrderLine) {
    let language = view.language;
    let unit = unit_words(language, line.unit, line.quantity);
    let unit = unit.unwrap_or_else(|| tr(language, "plan-ui-licences"));
    let quantity = number(language, line.quantity);
    pair_ui(ui, quantity, Type::TableStrong, |ui| {
        text::line(ui, unit, Type::TableStrong);
    });
    if let Some(span) = span_words(language, line.span) {
        pair_ui(ui, span, Type::Table, |ui| {
            text::line(ui, tr(language, "plan-ui-column-charged"), Type::Table);
        });
    }
    let estimated = line.estimate.as_ref().map(|estimate| &estimate.unit_price);
    let Some(price) = line.unit_price.as_ref().or(estimated) else {
        return;
    };
    pair_ui(ui, money(language, price.amount), Type::Table, |ui| {
        text::line(ui, tr(language, "plan-ui-column-unit"), Type::Table);
    });
    if !is_plain(line) {
        let priced = priced_words(language, line.unit, line.priced_per, line.priced_for);
        text::muted(ui, priced, Type::Small);
    }
    let source = price.source.as_ref().map_or_else(
        || tr(language, "plan-ui-your-quote"),
        |source| source.get(language).to_owned(),
    );
    text::muted(ui, source, Type::Small);
    if let (None, Some(estimate)) = (line.total, &line.estimate) {
        let words = tr_with(
            language,
            "plan-ui-estimate",
            &[("sum", money(language, estimate.total).into())],
        );
        text::label(ui, words, Type::Table);
    }
}

fn why_ledger_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    index: usize,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let Some(row) = view.plan.ledger.get(index) else {
        state.plan.ledger = None;
        return;
    };
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let verdict = verdict_word(language, row.verdict);
        let title = tr_with(
            language,
            "plan-ui-why",
            &[("what", verdict.as_str().into())],
        );
        let mut is_closed = false;
        card_head(ui, &title, "", |ui| is_closed = close_ui(ui, view));
        if is_closed {
            state.plan.ledger = None;
        }
        let endpoints = number(language, row.endpoints);
        pair_ui(ui, endpoints, Type::TableStrong, |ui| {
            verdict_square(ui, row.verdict);
            text::line(ui, group_name(view, row.group), Type::Table);
        });
        if let Some(name) = view.tag(row.programme) {
            text::muted(ui, name, Type::Small);
        }
        let target = Target::Ledger {
            group: row.group,
            verdict: row.verdict,
        };
        what_if_ui(ui, view, state, &target, outbox);
        let place = Place::Group(row.group);
        trace_ui(ui, view, &row.trace, place, &[row.group], outbox);
    });
}

/// Draws the reasons, the facts and the entries behind a line.
pub(super) fn trace_ui(
    ui: &mut Ui,
    view: &View<'_>,
    trace: &Trace,
    place: Place,
    groups: &[usize],
    outbox: &mut Outbox,
) {
    let language = view.language;
    if !trace.reasons.is_empty() {
        ui.add_space(6.0);
        subheading_ui(ui, &tr(language, "plan-ui-reasons"));
        for reason in &trace.reasons {
            let ink = Theme::of(ui).muted;
            text::marked_ui(ui, icons::ARROW_BEND_DOWN_RIGHT, ink, |ui| {
                text::label(ui, say(language, reason), Type::Table);
            });
        }
    }
    facts_ui(ui, view, &trace.fields, place, groups);
    ui.add_space(6.0);
    subheading_ui(ui, &tr(language, "plan-ui-column-sources"));
    all_source_chips(ui, &trace.faq, language, outbox);
}

/// Draws what some fields hold for some groups.
pub(super) fn facts_ui(
    ui: &mut Ui,
    view: &View<'_>,
    fields: &[Field],
    place: Place,
    groups: &[usize],
) {
    if fields.is_empty() {
        return;
    }
    ui.add_space(6.0);
    subheading_ui(ui, &tr(view.language, "plan-ui-facts"));
    for field in fields {
        let value = fact_words(view, place, groups, *field);
        text::flow_ui(ui, |ui| {
            let name = i18n::field(view.language, *field);
            let name = text::rich(ui, name, Type::Table).color(Theme::of(ui).muted);
            ui.label(name);
            let value = text::rich(ui, value, Type::Table);
            ui.label(value);
        });
    }
}

/// What a field holds for some groups: each value once, up to three.
fn fact_words(view: &View<'_>, place: Place, groups: &[usize], field: Field) -> String {
    const MOST: usize = 3;
    // Groups beyond these hardly ever add a value, and a frame must stay short.
    const LOOKED_AT: usize = 20;
    match field.scope() {
        Scope::Organisation => held_words(view, Place::Organisation, field),
        Scope::Derived => held_words(view, place, field),
        Scope::Group => {
            let mut values: Vec<String> = Vec::new();
            for group in groups.iter().take(LOOKED_AT) {
                let value = held_words(view, Place::Group(*group), field);
                if !values.contains(&value) {
                    values.push(value);
                }
            }
            if values.len() > MOST {
                let more = count((values.len() - MOST) as u64);
                values.truncate(MOST);
                values.push(tr_with(view.language, "widget-more", &[("count", more)]));
            }
            values.join(" / ")
        }
    }
}

fn next_dates_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    const MOST: usize = 5;
    let language = view.language;
    let mut has_release = false;
    let next: Vec<_> = view
        .plan
        .calendar
        .iter()
        .filter(|entry| entry.date >= view.as_of)
        .filter(|entry| {
            // Of the monthly releases only the next one.
            let is_release = entry.kind == EventKind::PatchTuesday;
            let is_repeated = is_release && has_release;
            has_release |= is_release;
            !is_repeated
        })
        .take(MOST)
        .collect();
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        text::line(ui, tr(language, "plan-ui-next-dates"), Type::Heading);
        if next.is_empty() {
            text::muted(ui, tr(language, "plan-ui-calendar-empty"), Type::Table);
            return;
        }
        for entry in next {
            calendar_line_ui(ui, view, entry, 88.0, outbox);
        }
        let words = tr(language, "plan-ui-whole-calendar");
        if Button::quiet("", &words).show(ui).clicked() {
            state.scroll_to = Some(PlanPart::Calendar);
        }
    });
}
