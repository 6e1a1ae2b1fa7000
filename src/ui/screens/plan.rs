//! The plan: what to order and why, what stays unprotected, how to deploy, what was assumed.

use eframe::egui::{Align, Color32, Layout, Response, Ui, vec2};

use super::derived::SoldByOem;
use super::frame::{Side, old_data_ui, two_columns_ui};
use super::paper_exports::exports_button_ui;
use super::plan_answer::{self, AnswerState};
use super::plan_costs::CostsState;
use super::plan_deployment::ChecklistState;
use super::plan_text::{TextViewState, text_screen_ui};
use super::plan_timeline::TimelineState;
use super::plan_why::Why;
use super::{
    ScreensState, plan_changes, plan_costs, plan_deployment, plan_exits, plan_findings,
    plan_ledger, plan_orders, plan_side, plan_timeline, plan_totals, what_if,
};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::plan::{BuysThrough, Plan, Verdict};
use crate::domain::text::Language;
use crate::i18n::{self, count, number, tr, tr_with};
use crate::report::{order_sentences, summary_lines};
use crate::ui::command::Command;
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::card_ui;
use crate::ui::widgets::ledger_bar::{ledger_bar_choice_ui, legend_line_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::programme_names;
use crate::ui::{Outbox, PlanPart, View, icons};

/// What the plan remembers between frames.
#[derive(Debug, Default)]
pub struct PlanState {
    /// The order line whose reasons are shown, by position.
    pub(super) order: Option<usize>,
    /// The row of the ledger whose reasons are shown, by position.
    pub(super) ledger: Option<usize>,
    /// The way out that is told, by position.
    pub(super) exit: Option<usize>,
    /// What else is told: a sum, a day, what was missed.
    pub(super) why: Option<Why>,
    /// What the card of the costs shows.
    pub(super) costs: CostsState,
    /// The plan as text.
    pub text: TextViewState,
    /// What the checklist shows.
    pub(super) checklist: ChecklistState,
    /// Whether days that have passed are listed.
    pub(super) shows_past: bool,
    /// Whether all days are listed, however many.
    pub(super) shows_all_days: bool,
    /// Kinds of days that are left out.
    pub(super) shows_releases: bool,
    /// What the timeline keeps while its marker is dragged.
    pub(super) timeline: TimelineState,
    /// The summary's lines, for the plan and language they were made of.
    pub(super) summary: Option<(u64, Language, [String; 3])>,
    /// What would change the chosen line.
    pub(super) what_if: what_if::WhatIfState,
    /// What the chosen line is told apart by, and the plan it stands in.
    pub(super) kept: plan_side::Kept,
    /// The FAQ entry from which a line was shown.
    pub(super) back_to: Option<String>,
    /// What is told in place of the plan.
    pub(super) answer: AnswerState,
}

/// Under this width the answers have no room beside the plan.
pub(super) const LEAST_WITH_ANSWERS_BESIDE: f32 = 940.0;

/// What is told of the plan: an order line, a row of the ledger, a way out or something else.
pub(super) type Told = (Option<usize>, Option<usize>, Option<usize>, Option<Why>);

/// Draws the plan and, beside it, why the chosen line stands there.
pub(super) fn plan_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    if state.plan.text.is_shown {
        text_screen_ui(ui, view, state, outbox);
        return;
    }
    plan_side::keep_chosen(view, state);
    if plan_answer::answer_screen_ui(ui, view, state, outbox) {
        return;
    }
    let before = state.plan.told();
    let least = LEAST_WITH_ANSWERS_BESIDE;
    two_columns_ui(ui, "plan", 320.0, least, |ui, side| match side {
        Side::Main => main_ui(ui, view, state, outbox),
        Side::Right => plan_side::side_ui(ui, view, state, outbox),
    });
    plan_answer::follow(ui, state, before);
}

impl PlanState {
    /// Tells why one line stands there, or none: a second click on the same one closes it.
    pub(super) fn choose(&mut self, line: Chosen) {
        let before = self.told();
        self.back_to = None;
        self.what_if.asked = None;
        let now = match line {
            Chosen::Order(index) => (Some(index), None, None, None),
            Chosen::Ledger(index) => (None, Some(index), None, None),
            Chosen::Exit(index) => (None, None, Some(index), None),
            Chosen::Why(why) => (None, None, None, Some(why)),
        };
        let now = if now == before { Told::default() } else { now };
        self.tell(now);
    }

    /// What is told.
    pub(super) fn told(&self) -> Told {
        (self.order, self.ledger, self.exit, self.why)
    }

    /// Tells something else.
    pub(super) fn tell(&mut self, told: Told) {
        (self.order, self.ledger, self.exit, self.why) = told;
    }

    /// Whether this is what is told beside the plan.
    pub(super) fn is_why(&self, why: &Why) -> bool {
        self.why.as_ref() == Some(why)
    }
}

/// A line that was chosen, by its position in its table.
#[derive(Clone, Copy, Debug)]
pub(super) enum Chosen {
    /// An order line.
    Order(usize),
    /// A row of the ledger.
    Ledger(usize),
    /// A way out.
    Exit(usize),
    /// Something that is no single line.
    Why(Why),
}

/// Scrolls to a part when the rail asked for it.
pub(super) fn anchor(state: &mut ScreensState, part: PlanPart, response: &Response) {
    if state.scroll_to == Some(part) {
        state.scroll_to = None;
        response.scroll_to_me(Some(Align::Min));
    }
}

fn main_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let sold_by_oem = state.derived.sold_by_oem(view);
    head_ui(ui, view, sold_by_oem, &mut state.plan.text, outbox);
    old_data_ui(ui, view);
    let response = card_ui(ui, |ui| summary_ui(ui, view, state, outbox)).response;
    anchor(state, PlanPart::Summary, &response);
    plan_changes::changes_card_ui(ui, view, outbox);
    plan_timeline::timeline_card_ui(ui, view, state, outbox);
    plan_orders::orders_card_ui(ui, view, state, outbox);
    plan_costs::costs_card_ui(ui, view, state, outbox);
    plan_totals::waiting_card_ui(ui, view, state, outbox);
    plan_exits::exits_card_ui(ui, view, state, outbox);
    plan_ledger::ledger_card_ui(ui, view, state, outbox);
    plan_findings::warnings_card_ui(ui, view, state, outbox);
    plan_ledger::calendar_card_ui(ui, view, state, outbox);
    plan_deployment::deployment_card_ui(ui, view, state, outbox);
    plan_findings::notes_cards_ui(ui, view, state, outbox);
    plan_findings::assumptions_card_ui(ui, view, state, outbox);
    plan_findings::sources_card_ui(ui, view, outbox);
}

/// Draws the screen's title and, at its right, how the plan is shown and handed over.
pub(super) fn head_ui(
    ui: &mut Ui,
    view: &View<'_>,
    sold_by_oem: &[SoldByOem],
    own: &mut TextViewState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let subtitle = tr_with(
        language,
        "plan-ui-subtitle",
        &[
            ("endpoints", count(view.plan.endpoints)),
            ("groups", count(view.document.profile.groups.len() as u64)),
            ("programme", programme_names(view, 3).into()),
            ("channel", channel_words(view, sold_by_oem).into()),
        ],
    );
    super::frame::title_row_ui(ui, &tr(language, "plan-ui-title"), &subtitle, |ui| {
        let (icon, id) = if own.is_shown {
            (icons::TABLE, "plan-screen-as-cards")
        } else {
            (icons::CLIPBOARD_TEXT, "plan-screen-as-text")
        };
        let words = tr(language, id);
        if Button::secondary(icon, &words).show(ui).clicked() {
            outbox.commands.push(Command::PlanAsText);
        }
        exports_button_ui(ui, view, outbox);
        let words = tr(language, "paper-print");
        let name = tr(language, "paper-print-plan");
        let button = Button::primary(icons::PRINTER, &words).named(&name);
        if button.show(ui).on_hover_text(&name).clicked() {
            outbox.commands.push(Command::Print);
        }
    });
}

/// Where the plan's programmes are ordered, each channel once.
fn channel_words(view: &View<'_>, sold_by_oem: &[SoldByOem]) -> String {
    let parts = || {
        let parts = view.plan.programmes.iter().zip(sold_by_oem);
        let bought = parts.filter(|(_, oem)| !oem.to_all);
        bought.map(|(part, _)| part.buys_through)
    };
    let mut words: Vec<String> = Vec::new();
    for channel in parts().filter(|channel| *channel != BuysThrough::Undecided) {
        let channel = i18n::value(view.language, Field::BuysThrough, channel.id());
        if !words.contains(&channel) {
            words.push(channel);
        }
    }
    if parts().any(|channel| channel == BuysThrough::Undecided) {
        let id = if words.is_empty() {
            "plan-ui-channel-undecided"
        } else {
            "plan-ui-channel-partly-undecided"
        };
        words.push(tr(view.language, id));
    }
    if sold_by_oem.iter().any(|oem| oem.to_some) {
        words.push(tr(view.language, "plan-ui-channel-oem"));
    }
    words.join(", ")
}

/// The mark of the line about endpoints outside the order: all is well only where each is covered
/// or gone.
fn others_mark(plan: &Plan, counts: &[(Verdict, u64)], theme: &Theme) -> (&'static str, Color32) {
    let has = |verdict| counts.iter().any(|(known, _)| *known == verdict);
    if has(Verdict::NotOffered) {
        (icons::WARNING, theme.danger)
    } else if has(Verdict::NeedsDecision) || !plan.open_questions.is_empty() {
        (icons::SEAL_QUESTION, theme.needs_decision)
    } else if has(Verdict::NotEligible) {
        (icons::MINUS_CIRCLE, theme.muted)
    } else if has(Verdict::Oem) || !plan.uncounted_groups.is_empty() {
        (icons::ARROW_RIGHT, theme.accent)
    } else {
        (icons::CHECK_CIRCLE, theme.covered_free)
    }
}

/// What stands between the sentences of the summary's first line.
const BETWEEN_SENTENCES: &str = "\n\n";

/// Draws a line of the summary and the button that asks why it says so.
fn why_line_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    line: &str,
    of: Type,
    why: Why,
) {
    const BUTTON: f32 = 60.0;
    ui.horizontal_top(|ui| {
        let room = (ui.available_width() - BUTTON - 8.0).max(80.0);
        ui.allocate_ui_with_layout(vec2(room, 20.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(room);
            // What can wait is not as loud as what is due.
            for (position, sentence) in line.split(BETWEEN_SENTENCES).enumerate() {
                let of = if position == 0 { of } else { Type::Body };
                text::label(ui, sentence, of);
            }
        });
        ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
            let words = tr(view.language, "plan-ui-why-title");
            let line = line.replace(BETWEEN_SENTENCES, " ").replace('\n', " ");
            let name = format!("{words} {line}");
            if Button::quiet("", &words)
                .named(&name)
                .inline()
                .show(ui)
                .clicked()
            {
                state.plan.choose(Chosen::Why(why));
            }
        });
    });
}

fn summary_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    let theme = Theme::of(ui);
    let version = state.derived.version();
    let lines = match &state.plan.summary {
        Some((of, language, lines)) if *of == version && *language == view.language => {
            lines.clone()
        }
        _ => {
            let input = view.report_input();
            let [_, exposure, others] = summary_lines(&input);
            let orders = order_sentences(&input).join(BETWEEN_SENTENCES);
            let lines = [orders, exposure, others];
            state.plan.summary = Some((version, language, lines.clone()));
            lines
        }
    };
    let unprotected = view
        .plan
        .exposure
        .iter()
        .any(|exposure| exposure.is_missing(view.as_of));
    let marks = if view.plan.endpoints == 0 {
        [(icons::INFO, theme.muted); 3]
    } else {
        [
            (icons::ARROW_RIGHT, theme.accent),
            if unprotected {
                (icons::WARNING, theme.danger)
            } else {
                (icons::SHIELD_CHECK, theme.covered_free)
            },
            others_mark(view.plan, state.derived.counts(), theme),
        ]
    };
    ui.spacing_mut().item_spacing.y = 6.0;
    for (position, (line, (icon, ink))) in lines.iter().zip(marks).enumerate() {
        if line.is_empty() {
            continue;
        }
        text::marked_ui(ui, icon, ink, |ui| {
            let of = if position == 0 {
                Type::Strong
            } else {
                Type::Body
            };
            let whys = [Why::Orders, Why::Exposures, Why::Others];
            let why = whys
                .get(position)
                .copied()
                .filter(|_| view.plan.endpoints > 0);
            if let Some(why) = why {
                why_line_ui(ui, view, state, line, of, why);
            } else {
                text::label(ui, line, of);
            }
        });
    }
    if view.document.profile.groups.is_empty() {
        let words = tr(language, "profile-add-group");
        if Button::primary(icons::PLUS, &words).show(ui).clicked() {
            super::decisions::add_first_group(state, outbox);
        }
        return;
    }
    ui.add_space(4.0);
    let mut chosen = None;
    let counts = state.derived.counts();
    if let Some(verdict) = ledger_bar_choice_ui(ui, language, counts) {
        chosen = Some(Chosen::Why(Why::Verdict(verdict)));
    }
    ui.horizontal_top(|ui| {
        let sum = tr_with(
            language,
            "plan-ui-ledger-sum",
            &[
                (
                    "sum",
                    number(language, counts.iter().map(|(_, count)| count).sum()).into(),
                ),
                ("all", number(language, view.plan.endpoints).into()),
            ],
        );
        let room = ui.available_width() - 110.0;
        ui.allocate_ui(vec2(room, 22.0), |ui| {
            ui.set_width(room);
            legend_line_ui(ui, language, counts);
        });
        let right = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(vec2(ui.available_width(), 22.0), right, |ui| {
            text::line(ui, sum, Type::Small);
        });
    });
    if let Some(chosen) = chosen {
        state.plan.choose(chosen);
    }
    if !view.plan.uncounted_groups.is_empty() {
        let words = tr_with(
            language,
            "plan-ui-uncounted",
            &[("count", count(view.plan.uncounted_groups.len() as u64))],
        );
        text::muted(ui, words, Type::Small);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;
    use crate::domain::plan::plan_estate;
    use crate::domain::profile::{EndpointGroup, Profile};
    use crate::ui::theme::LIGHT;
    use std::sync::Arc;

    /// The mark beside the line about tills with an embedded system on a day.
    fn mark_of_tills(day: &str) -> &'static str {
        let profile = Profile {
            groups: vec![Arc::new(EndpointGroup {
                product: Some("windows-embedded-posready-7".into()),
                endpoint_count: Some(60),
                ..EndpointGroup::default()
            })],
            ..Profile::default()
        };
        let catalogue = assets::catalogue().unwrap();
        let (_, plan) = plan_estate(catalogue, &profile, day.parse().unwrap(), None);
        let counts: Vec<(Verdict, u64)> =
            (plan.ledger.iter().map(|row| (row.verdict, row.endpoints))).collect();
        others_mark(&plan, &counts, &LIGHT).0
    }

    #[test]
    fn what_cannot_be_covered_any_more_carries_no_tick() {
        assert_eq!(mark_of_tills("2026-11-26"), icons::WARNING);
        assert_eq!(mark_of_tills("2024-03-01"), icons::ARROW_RIGHT);
    }
}
