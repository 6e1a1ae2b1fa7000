//! The deployment as a checklist: part by part or group by group, with commands to copy and the
//! errors that are known. Ticks are saved with their groups.

use eframe::egui::{Align, Checkbox, Frame, Layout, Margin, Role, Ui, WidgetInfo};

use super::ScreensState;
use super::faq::filter_ui;
use super::frame::subheading_ui;
use super::plan::anchor;
use crate::document::Edit;
use crate::domain::choice::Choice as _;
use crate::domain::plan::{PlanError, PlanStep};
use crate::domain::profile::DataId;
use crate::domain::programme::Phase;
use crate::domain::progress::Tick;
use crate::domain::text::Language;
use crate::i18n::{count, number, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::lazy::lazy_ui;
use crate::ui::widgets::table::{Column, Table};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{done_words, group_name, group_names};
use crate::ui::{Outbox, PlanPart, View, icons};

/// What the checklist remembers between frames.
#[derive(Debug, Default)]
pub(super) struct ChecklistState {
    /// Whether the steps of one group are shown instead of those of all.
    by_group: bool,
    /// That group, by its position in the profile.
    group: Option<usize>,
}

/// For whom steps are shown.
#[derive(Clone, Copy)]
enum Shown {
    All,
    Group(usize),
}

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

/// Draws the checklist.
pub(super) fn deployment_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let steps = &view.plan.steps;
    let has_groups = view.document.profile.groups.len() > 1 && !steps.is_empty();
    let response = card_ui(ui, |ui| {
        let note = if view.progress.is_begun() {
            done_words(language, view.progress.steps_done(), steps.len())
        } else {
            tr_with(
                language,
                "plan-ui-steps",
                &[("count", count(steps.len() as u64))],
            )
        };
        let checklist = &mut state.plan.checklist;
        card_head(ui, &tr(language, "plan-ui-deployment"), &note, |ui| {
            if !has_groups {
                return;
            }
            ui.spacing_mut().item_spacing.x = 4.0;
            let words = tr(language, "plan-screen-by-phase");
            if filter_ui(ui, &words, !checklist.by_group) {
                checklist.by_group = false;
            }
            let words = tr(language, "plan-screen-by-group");
            if filter_ui(ui, &words, checklist.by_group) {
                checklist.by_group = true;
            }
        });
        if steps.is_empty() {
            text::muted(ui, tr(language, "plan-ui-no-steps"), Type::Body);
            return;
        }
        progress_bar_ui(ui, view.progress.steps_done(), steps.len());
        if has_groups && checklist.by_group {
            let group = group_table_ui(ui, view, state);
            phases_ui(ui, view, state, Shown::Group(group), outbox);
        } else {
            phases_ui(ui, view, state, Shown::All, outbox);
        }
    })
    .response;
    anchor(state, PlanPart::Deployment, &response);
}

/// A line that fills as steps are done; words beside it say the same.
fn progress_bar_ui(ui: &mut Ui, done: usize, all: usize) {
    let theme = Theme::of(ui);
    let size = eframe::egui::vec2(ui.available_width(), 4.0);
    let (_, rect) = ui.allocate_space(size);
    ui.painter().rect_filled(rect, 2.0, theme.sunken);
    if done > 0 {
        #[expect(clippy::cast_precision_loss, reason = "a length on the screen")]
        let part = done as f32 / all.max(1) as f32;
        let filled = rect.with_max_x(rect.left() + rect.width() * part);
        ui.painter().rect_filled(filled, 2.0, theme.covered_free);
    }
}

/// The steps of a group, by their positions in the plan.
fn steps_of<'p>(view: &View<'p>, group: usize) -> impl Iterator<Item = &'p PlanStep> {
    let steps = view.plan.steps.iter();
    steps.filter(move |step| step.groups.binary_search(&group).is_ok())
}

fn has_done(view: &View<'_>, group: usize, step: &DataId) -> bool {
    let groups = &view.document.profile.groups;
    groups
        .get(group)
        .is_some_and(|group| group.done.contains(step))
}

fn done_and_all(view: &View<'_>, group: usize) -> (usize, usize) {
    steps_of(view, group).fold((0, 0), |(done, all), step| {
        let is_done = has_done(view, group, &step.id);
        (done + usize::from(is_done), all + 1)
    })
}

/// Draws the groups with how far each is; gives the one whose steps are shown.
fn group_table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) -> usize {
    let language = view.language;
    let groups = &view.document.profile.groups;
    let last = groups.len().saturating_sub(1);
    let shown = state.plan.checklist.group.unwrap_or(0).min(last);
    let columns = [
        Column::words(tr(language, "profile-column-group"), 160.0, 1.0),
        Column::numbers(tr(language, "plan-ui-column-endpoints"), 110.0),
        Column::numbers(tr(language, "plan-screen-column-done"), 130.0),
    ];
    let table = Table {
        salt: "checklist-groups",
        name: &tr(language, "plan-screen-groups"),
        columns: &columns,
        rows: groups.len(),
        row_height: 30.0,
        most_rows: 6,
        selected: Some(shown),
        is_selectable: true,
        sums: &[],
    };
    let chosen = table.show(ui, |row| {
        let Some(group) = groups.get(row.index) else {
            return;
        };
        let name = group_name(view, row.index);
        row.name.clone_from(&name);
        row.text(&name, Type::Table, None);
        let endpoints = group
            .endpoint_count
            .map_or_else(|| "–".to_owned(), |n| number(language, n.into()));
        row.text(&endpoints, Type::Table, None);
        let (done, all) = done_and_all(view, row.index);
        let words = if all == 0 {
            "–".to_owned()
        } else {
            done_words(language, done, all)
        };
        row.text(&words, Type::Table, None);
    });
    let shown = chosen.unwrap_or(shown);
    state.plan.checklist.group = Some(shown);
    let (done, all) = done_and_all(view, shown);
    ui.add_space(4.0);
    text::line(ui, group_name(view, shown), Type::Heading);
    let words = if all == 0 {
        tr(language, "plan-screen-no-steps-of-group")
    } else {
        done_words(language, done, all)
    };
    text::muted(ui, words, Type::Table);
    shown
}

/// Draws the steps, each part under its heading with how far it is.
fn phases_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &ScreensState,
    shown: Shown,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let version = state.derived.page_version(language);
    let of_group = match shown {
        Shown::All => None,
        Shown::Group(group) => Some(group),
    };
    let mut step_number = 0;
    for phase in Phase::ALL {
        let is_shown = |step: &PlanStep| match shown {
            Shown::All => true,
            Shown::Group(group) => step.groups.binary_search(&group).is_ok(),
        };
        let of_phase: Vec<(usize, &PlanStep)> = view
            .plan
            .steps
            .iter()
            .enumerate()
            .filter(|(_, step)| step.phase == *phase && is_shown(step))
            .collect();
        if of_phase.is_empty() {
            continue;
        }
        let is_done = |position: usize, step: &PlanStep| match shown {
            Shown::All => view.progress.of_step(position) == Tick::Done,
            Shown::Group(group) => has_done(view, group, &step.id),
        };
        let done = of_phase
            .iter()
            .filter(|(position, step)| is_done(*position, step))
            .count();
        hairline(ui);
        text::row_ui(ui, 22.0, |ui| {
            text::line(ui, phase_words(language, *phase), Type::Strong);
            if view.progress.is_begun() {
                let words = done_words(language, done, of_phase.len());
                text::line(ui, words, Type::Small);
            }
        });
        let mut programme = None;
        for (position, step) in of_phase {
            if programme != Some(step.programme) {
                programme = Some(step.programme);
                if let Some(name) = view.tag(step.programme) {
                    subheading_ui(ui, name);
                }
            }
            step_number += 1;
            lazy_ui(ui, ("step", of_group, position), version, |ui| {
                step_ui(ui, view, shown, position, step_number, outbox);
            });
        }
        lazy_ui(ui, ("errors", *phase), version, |ui| {
            errors_ui(ui, view, *phase, outbox);
        });
    }
}

fn step_ui(
    ui: &mut Ui,
    view: &View<'_>,
    shown: Shown,
    position: usize,
    step_number: u32,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let Some(step) = view.plan.steps.get(position) else {
        return;
    };
    let tick = match shown {
        Shown::All => view.progress.of_step(position),
        Shown::Group(group) if has_done(view, group, &step.id) => Tick::Done,
        Shown::Group(_) => Tick::Open,
    };
    let mut is_clicked = false;
    let add_tick = |ui: &mut Ui| is_clicked = tick_ui(ui, view, shown, step, tick);
    text::beside_ui(ui, 22.0, add_tick, |ui| {
        text::flow_ui(ui, |ui| {
            let title = format!("{step_number}. {}", step.title.get(language));
            let mut title = text::rich(ui, title, Type::TableStrong);
            if tick == Tick::Done {
                title = title.color(Theme::of(ui).muted);
            }
            ui.label(title);
            source_chips(ui, &step.faq, language, outbox);
        });
        if tick == Tick::Done {
            // What is done takes less room; its text comes back when the tick is taken away.
            text::muted(ui, step_facts(view, shown, step), Type::Small);
            return;
        }
        text::label(ui, step.detail.get(language), Type::Table);
        text::muted(ui, step_facts(view, shown, step), Type::Small);
        if tick == Tick::Partly {
            let words = done_words(
                language,
                view.progress.groups_done(position),
                step.groups.len(),
            );
            let of_groups = tr_with(
                language,
                "plan-screen-groups-done",
                &[("done", words.into())],
            );
            text::muted(ui, of_groups, Type::Small);
        }
        commands_ui(ui, view, step, step_number, outbox);
        ui.add_space(4.0);
    });
    if is_clicked {
        let groups = match shown {
            Shown::All => step.groups.clone(),
            Shown::Group(group) => vec![group],
        };
        outbox.edits.push(Edit::SetDone {
            groups,
            step: DataId::clone(&step.id),
            done: tick != Tick::Done,
        });
    }
}

/// Draws the box of a step; true when clicked. Partly done, a click does the rest.
fn tick_ui(ui: &mut Ui, view: &View<'_>, shown: Shown, step: &PlanStep, tick: Tick) -> bool {
    let language = view.language;
    // Two programmes may have a step of the same name.
    let title = view.tagged(step.programme, step.title.get(language));
    let name = match shown {
        Shown::Group(group) => tr_with(
            language,
            "plan-screen-tick-of-group",
            &[
                ("step", title.into()),
                ("group", group_name(view, group).into()),
            ],
        ),
        Shown::All => tr_with(language, "plan-screen-tick", &[("step", title.into())]),
    };
    let mut checked = tick == Tick::Done;
    let partly = tick == Tick::Partly;
    ui.spacing_mut().interact_size.y = 18.0;
    // A box without words beside it has to be seen by itself.
    let edge = eframe::egui::Stroke::new(1.0, Theme::of(ui).muted);
    ui.visuals_mut().widgets.inactive.bg_stroke = edge;
    let response = ui.add(Checkbox::without_text(&mut checked).indeterminate(partly));
    response.widget_info(|| {
        if partly {
            WidgetInfo::labeled(Role::CheckBox, true, &name)
        } else {
            WidgetInfo::selected(Role::CheckBox, true, tick == Tick::Done, &name)
        }
    });
    let hint = match tick {
        Tick::Done => "plan-screen-untick-hint",
        Tick::Partly => "plan-screen-tick-rest-hint",
        Tick::Open => "plan-screen-tick-hint",
    };
    response.on_hover_text(tr(language, hint)).clicked()
}

/// For which groups and years a step is.
fn step_facts(view: &View<'_>, shown: Shown, step: &PlanStep) -> String {
    let language = view.language;
    let everyone = step.groups.len() == view.document.profile.groups.len();
    let groups = match shown {
        Shown::Group(group) => group_name(view, group),
        Shown::All if everyone => tr(language, "plan-ui-all-groups"),
        Shown::All => group_names(view, &step.groups, 4),
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
