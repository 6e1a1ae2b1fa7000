//! The lines of the plan that rest on an entry, each of which leads to its place.

use eframe::egui::{CursorIcon, Label, Role, Sense, Ui, WidgetInfo};

use super::ScreensState;
use super::plan::Chosen;
use crate::domain::plan::Plan;
use crate::domain::programme::{EventKind, NoteSection};
use crate::domain::source::FaqId;
use crate::i18n::{self, count, money, number, say, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{group_name, verdict_word};
use crate::ui::{Outbox, PlanPart, View};

/// A line of the plan, by its position in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PlanLine {
    Order(usize),
    Row(usize),
    Step(usize),
    Day(usize),
    Warning(usize),
    Note(usize),
}

/// The lines that rest on an entry, worked out once for each plan.
#[derive(Debug, Default)]
pub(super) struct LinesCache {
    of: Option<(u64, String)>,
    lines: Vec<PlanLine>,
}

impl LinesCache {
    fn update(&mut self, plan: &Plan, version: u64, id: &FaqId) {
        let is_current = self
            .of
            .as_ref()
            .is_some_and(|(of, known)| *of == version && known == id.as_str());
        if !is_current {
            self.of = Some((version, id.as_str().to_owned()));
            self.lines = lines_of(plan, id);
        }
    }
}

/// Every line of a plan that rests on an entry.
fn lines_of(plan: &Plan, id: &FaqId) -> Vec<PlanLine> {
    fn found<T>(
        lines: &[T],
        make: fn(usize) -> PlanLine,
        rests: impl Fn(&T) -> bool,
    ) -> impl Iterator<Item = PlanLine> {
        let lines = lines.iter().enumerate();
        lines
            .filter(move |(_, line)| rests(line))
            .map(move |(position, _)| make(position))
    }
    let mut lines = Vec::new();
    lines.extend(found(&plan.orders, PlanLine::Order, |line| {
        line.trace.faq.contains(id)
    }));
    lines.extend(found(&plan.ledger, PlanLine::Row, |row| {
        row.trace.faq.contains(id)
    }));
    lines.extend(found(&plan.warnings, PlanLine::Warning, |note| {
        note.faq.contains(id)
    }));
    lines.extend(found(&plan.steps, PlanLine::Step, |step| {
        step.faq.contains(id)
    }));
    lines.extend(found(&plan.calendar, PlanLine::Day, |day| {
        day.faq.contains(id)
    }));
    lines.extend(found(&plan.notes, PlanLine::Note, |note| {
        note.faq.contains(id)
    }));
    lines
}

/// Draws the lines of the plan that an entry stands behind.
pub(super) fn lines_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    id: &FaqId,
    outbox: &mut Outbox,
) {
    /// Of one kind; the rest is counted.
    const MOST: usize = 5;
    let version = state.derived.version();
    state.faq.lines.update(view.plan, version, id);
    let language = view.language;
    text::label(ui, tr(language, "whatif-in-plan"), Type::Strong);
    let lines = state.faq.lines.lines.clone();
    if lines.is_empty() {
        text::muted(ui, tr(language, "whatif-in-plan-nothing"), Type::Table);
        return;
    }
    let kind = |line: &PlanLine| std::mem::discriminant(line);
    for alike in lines.chunk_by(|one, other| kind(one) == kind(other)) {
        for (position, line) in alike.iter().take(MOST).enumerate() {
            let Some((part, words)) = line_words(view, *line) else {
                continue;
            };
            let name = tr(language, kind_id(*line));
            let add_kind = |ui: &mut Ui| {
                if position == 0 {
                    text::muted(ui, &name, Type::Table);
                }
            };
            let is_chosen = text::beside_ui(ui, 84.0, add_kind, |ui| {
                let ink = Theme::of(ui).accent;
                let shown = text::rich(ui, &words, Type::Table).color(ink);
                let response = ui.add(Label::new(shown).wrap().sense(Sense::click()));
                let said = format!("{name}: {words}");
                let said = tr_with(language, "whatif-show-in-plan", &[("line", said.into())]);
                response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &said));
                let response = response.on_hover_cursor(CursorIcon::PointingHand);
                if response.hovered() || response.has_focus() {
                    let below = response.rect.left_bottom()..=response.rect.right_bottom();
                    let stroke = eframe::egui::Stroke::new(1.0, ink);
                    ui.painter()
                        .line_segment([*below.start(), *below.end()], stroke);
                }
                response.clicked()
            });
            if is_chosen {
                go_to_line(view, state, *line, part, id, outbox);
            }
        }
        if let Some(rest) = alike.get(MOST..).filter(|rest| !rest.is_empty()) {
            let more = count(rest.len() as u64);
            let words = tr_with(language, "widget-more", &[("count", more)]);
            text::beside_ui(
                ui,
                84.0,
                |_| {},
                |ui| {
                    text::muted(ui, words, Type::Small);
                },
            );
        }
    }
}

/// Shows a line in the plan, chosen where it can be, with the way back to the entry.
fn go_to_line(
    view: &View<'_>,
    state: &mut ScreensState,
    line: PlanLine,
    part: PlanPart,
    id: &FaqId,
    outbox: &mut Outbox,
) {
    let chosen = match line {
        PlanLine::Order(index) => Some((Chosen::Order(index), state.plan.order == Some(index))),
        PlanLine::Row(index) => Some((Chosen::Ledger(index), state.plan.ledger == Some(index))),
        PlanLine::Step(_) | PlanLine::Day(_) | PlanLine::Warning(_) | PlanLine::Note(_) => None,
    };
    // Choosing what is chosen already would close it.
    if let Some((line, false)) = chosen {
        state.plan.choose(line);
    }
    if let PlanLine::Day(index) = line
        && let Some(day) = view.plan.calendar.get(index)
    {
        // Days that are left out of the list come back.
        state.plan.shows_past |= day.date < view.as_of;
        state.plan.shows_releases |= day.kind == EventKind::PatchTuesday;
    }
    state.plan.back_to = Some(id.as_str().to_owned());
    outbox.show_part = Some(part);
}

fn kind_id(line: PlanLine) -> &'static str {
    match line {
        PlanLine::Order(_) => "whatif-line-order",
        PlanLine::Row(_) => "whatif-line-row",
        PlanLine::Step(_) => "whatif-line-step",
        PlanLine::Day(_) => "whatif-line-day",
        PlanLine::Warning(_) => "whatif-line-warning",
        PlanLine::Note(_) => "whatif-line-note",
    }
}

/// Where a line stands, and what it says.
fn line_words(view: &View<'_>, line: PlanLine) -> Option<(PlanPart, String)> {
    let language = view.language;
    let plan = view.plan;
    Some(match line {
        PlanLine::Order(index) => {
            let line = plan.orders.get(index)?;
            let mut words = format!("{}: {}", line.sku_name, number(language, line.quantity));
            if let Some(total) = line.total {
                words = format!("{words} · {}", money(language, total));
            }
            (PlanPart::Orders, words)
        }
        PlanLine::Row(index) => {
            let row = plan.ledger.get(index)?;
            let verdict = verdict_word(language, row.verdict);
            let endpoints = number(language, row.endpoints);
            let group = group_name(view, row.group);
            (PlanPart::Ledger, format!("{group}: {verdict} {endpoints}"))
        }
        PlanLine::Step(index) => {
            let step = plan.steps.get(index)?;
            let words = view.tagged(step.programme, step.title.get(language));
            (PlanPart::Deployment, words)
        }
        PlanLine::Day(index) => {
            let entry = plan.calendar.get(index)?;
            let day = i18n::date(language, entry.date);
            let title = say(language, &entry.title);
            (PlanPart::Calendar, format!("{day} · {title}"))
        }
        PlanLine::Warning(index) => {
            let note = plan.warnings.get(index)?;
            (PlanPart::Warnings, say(language, &note.text))
        }
        PlanLine::Note(index) => {
            let note = plan.notes.get(index)?;
            (part_of_notes(note.section), say(language, &note.text))
        }
    })
}

/// The part under which notes of a kind stand, or the nearest one above them.
fn part_of_notes(section: NoteSection) -> PlanPart {
    match section {
        NoteSection::Keys => PlanPart::Keys,
        NoteSection::Support
        | NoteSection::Coverage
        | NoteSection::Embedded
        | NoteSection::Purchase
        | NoteSection::Deployment => PlanPart::Support,
    }
}
