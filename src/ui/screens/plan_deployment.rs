//! The deployment, part by part, with commands to copy, and the errors that are known.

use eframe::egui::{Align, Frame, Layout, Margin, Ui};

use super::ScreensState;
use super::frame::subheading_ui;
use super::plan::anchor;
use crate::domain::choice::Choice as _;
use crate::domain::plan::{PlanError, PlanStep};
use crate::domain::programme::Phase;
use crate::domain::text::Language;
use crate::i18n::{count, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::lazy::lazy_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::group_names;
use crate::ui::{Outbox, PlanPart, View, icons};

/// A part of the deployment in words.
pub(super) fn phase_words(language: Language, phase: Phase) -> String {
    tr(
        language,
        match phase {
            Phase::Purchase => "plan-ui-phase-purchase",
            Phase::Prepare => "plan-ui-phase-prepare",
            Phase::Prerequisites => "plan-ui-phase-prerequisites",
            Phase::Key => "plan-ui-phase-key",
            Phase::Activate => "plan-ui-phase-activate",
            Phase::Verify => "plan-ui-phase-verify",
            Phase::Updates => "plan-ui-phase-updates",
            Phase::Later => "plan-ui-phase-later",
        },
    )
}

/// Draws all steps.
pub(super) fn deployment_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let steps = &view.plan.steps;
    let response = card_ui(ui, |ui| {
        let note = tr_with(
            language,
            "plan-ui-steps",
            &[("count", count(steps.len() as u64))],
        );
        card_head(ui, &tr(language, "plan-ui-deployment"), &note, |_| {});
        if steps.is_empty() {
            text::muted(ui, tr(language, "plan-ui-no-steps"), Type::Body);
        }
        let version = state.derived.page_version(language);
        let mut number = 0;
        for phase in Phase::ALL {
            let of_phase: Vec<&PlanStep> =
                steps.iter().filter(|step| step.phase == *phase).collect();
            if of_phase.is_empty() {
                continue;
            }
            hairline(ui);
            text::label(ui, phase_words(language, *phase), Type::Strong);
            let mut programme = None;
            for step in of_phase {
                if programme != Some(step.programme) {
                    programme = Some(step.programme);
                    if let Some(name) = view.tag(step.programme) {
                        subheading_ui(ui, name);
                    }
                }
                number += 1;
                lazy_ui(ui, ("step", number), version, |ui| {
                    step_ui(ui, view, step, number, outbox);
                });
            }
            lazy_ui(ui, ("errors", *phase), version, |ui| {
                errors_ui(ui, view, *phase, outbox);
            });
        }
    })
    .response;
    anchor(state, PlanPart::Deployment, &response);
}

fn step_ui(ui: &mut Ui, view: &View<'_>, step: &PlanStep, number: u32, outbox: &mut Outbox) {
    let language = view.language;
    let add_number = |ui: &mut Ui| {
        text::muted(ui, number.to_string(), Type::Table);
    };
    text::beside_ui(ui, 22.0, add_number, |ui| {
        text::flow_ui(ui, |ui| {
            let title = text::rich(ui, step.title.get(language), Type::TableStrong);
            ui.label(title);
            source_chips(ui, &step.faq, language, outbox);
        });
        text::label(ui, step.detail.get(language), Type::Table);
        text::muted(ui, step_facts(view, step), Type::Small);
        commands_ui(ui, view, step, number, outbox);
        ui.add_space(4.0);
    });
}

/// For which groups and years a step is.
fn step_facts(view: &View<'_>, step: &PlanStep) -> String {
    let language = view.language;
    let everyone = step.groups.len() == view.document.profile.groups.len();
    let groups = if everyone {
        tr(language, "plan-ui-all-groups")
    } else {
        group_names(view, &step.groups, 4)
    };
    if step.years.is_empty() {
        return groups;
    }
    let years: Vec<String> = step
        .years
        .iter()
        .map(|year| {
            let year = year.number().to_string();
            tr_with(language, "widget-year", &[("year", year.into())])
        })
        .collect();
    format!("{groups} · {}", years.join(", "))
}

fn commands_ui(ui: &mut Ui, view: &View<'_>, step: &PlanStep, number: u32, outbox: &mut Outbox) {
    if step.commands.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    Frame::new()
        .fill(theme.sunken)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 6))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            for (line, command) in (1_u32..).zip(&step.commands) {
                text::row_ui(ui, 24.0, |ui| {
                    let name = tr_with(
                        view.language,
                        "plan-ui-copy-command",
                        &[
                            ("line", line.to_string().into()),
                            ("step", number.to_string().into()),
                            ("command", command.as_str().into()),
                        ],
                    );
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let button = Button::quiet(icons::COPY, "").named(&name);
                        if button
                            .show(ui)
                            .on_hover_text(tr(view.language, "plan-ui-copy"))
                            .clicked()
                        {
                            outbox.copy = Some(command.clone());
                        }
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            text::line(ui, command, Type::Command);
                        });
                    });
                });
            }
        });
}

fn errors_ui(ui: &mut Ui, view: &View<'_>, phase: Phase, outbox: &mut Outbox) {
    let language = view.language;
    let errors: Vec<&PlanError> = view
        .plan
        .errors
        .iter()
        .filter(|error| error.phase == phase)
        .collect();
    if errors.is_empty() {
        return;
    }
    text::muted(ui, tr(language, "plan-ui-if-it-fails"), Type::SmallMedium);
    for error in errors {
        let ink = Theme::of(ui).needs_decision;
        text::marked_ui(ui, icons::WARNING, ink, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            text::flow_ui(ui, |ui| {
                let symptom = view.tagged(error.programme, error.symptom.get(language));
                let symptom = text::rich(ui, symptom, Type::TableStrong);
                ui.label(symptom);
                source_chips(ui, &error.faq, language, outbox);
            });
            text::muted(ui, error.cause.get(language), Type::Table);
            text::label(ui, error.action.get(language), Type::Table);
        });
    }
}
