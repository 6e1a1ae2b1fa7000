//! Notes, warnings, assumptions, open questions and sources.

use eframe::egui::{Role, Ui};

use super::ScreensState;
use super::faq_entry::certainty_words;
use super::frame::subheading_ui;
use super::plan::anchor;
use crate::domain::field::{Field, Place};
use crate::domain::guide::condition::Truth;
use crate::domain::guide::walk::QuestionState;
use crate::domain::plan::{Assumption, OpenQuestion, PlanNote};
use crate::domain::programme::{NoteSection, Severity};
use crate::domain::source::Certainty;
use crate::i18n::{self, count, money, say, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline, warning_card_ui};
use crate::ui::widgets::chip::{all_source_chips, source_chips};
use crate::ui::widgets::field::accessible_field_name;
use crate::ui::widgets::lazy::lazy_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::group_names;
use crate::ui::{Outbox, PlanPart, Screen, View, icons};

/// Draws a note: what it says, of which programme, for whom, how sure it is and where it comes from.
pub(super) fn note_ui(ui: &mut Ui, view: &View<'_>, note: &PlanNote, outbox: &mut Outbox) {
    untagged_note_ui(ui, view, note, view.tag(note.programme), outbox);
}

fn untagged_note_ui(
    ui: &mut Ui,
    view: &View<'_>,
    note: &PlanNote,
    programme: Option<&str>,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let theme = Theme::of(ui);
    let (icon, ink) = match note.severity {
        Severity::Info => (icons::INFO, theme.muted),
        Severity::Warning => (icons::WARNING_CIRCLE, theme.needs_decision),
        Severity::Contradiction => (icons::SEAL_QUESTION, theme.needs_decision),
    };
    text::marked_ui(ui, icon, ink, |ui| {
        text::flow_ui(ui, |ui| {
            let words = text::rich(ui, say(language, &note.text), Type::Table);
            ui.label(words);
            source_chips(ui, &note.faq, language, outbox);
        });
        let mut facts: Vec<String> = programme.map(str::to_owned).into_iter().collect();
        if !note.groups.is_empty() {
            facts.push(group_names(view, &note.groups, 4));
        }
        if note.certainty != Certainty::Microsoft {
            facts.push(certainty_words(language, note.certainty));
        }
        if !facts.is_empty() {
            text::muted(ui, facts.join(" · "), Type::Small);
        }
    });
}

/// Draws warnings and contradictions on warning ground.
pub(super) fn warnings_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let warnings = &view.plan.warnings;
    if warnings.is_empty() {
        let response = card_ui(ui, |ui| {
            text::line(ui, tr(language, "plan-ui-warnings"), Type::Heading);
            text::muted(ui, tr(language, "plan-ui-no-warnings"), Type::Body);
        })
        .response;
        anchor(state, PlanPart::Warnings, &response);
        return;
    }
    let response = warning_card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        text::line(ui, tr(language, "plan-ui-warnings"), Type::Heading);
        let version = state.derived.page_version(language);
        for severity in [Severity::Contradiction, Severity::Warning, Severity::Info] {
            for (position, warning) in warnings.iter().enumerate() {
                if warning.severity == severity {
                    lazy_ui(ui, ("warning", position), version, |ui| {
                        note_ui(ui, view, warning, outbox);
                    });
                }
            }
        }
    })
    .response;
    anchor(state, PlanPart::Warnings, &response);
}

/// Draws the notes of every section, each in its card.
pub(super) fn notes_cards_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    for section in [
        NoteSection::Keys,
        NoteSection::Support,
        NoteSection::Coverage,
        NoteSection::Embedded,
        NoteSection::Purchase,
        NoteSection::Deployment,
    ] {
        let (title, part) = match section {
            NoteSection::Keys => (tr(language, "plan-ui-keys"), Some(PlanPart::Keys)),
            NoteSection::Support => (tr(language, "plan-ui-support"), Some(PlanPart::Support)),
            NoteSection::Coverage => (tr(language, "plan-ui-coverage"), None),
            NoteSection::Embedded => (tr(language, "plan-ui-embedded"), None),
            NoteSection::Purchase => (tr(language, "plan-ui-purchase-notes"), None),
            NoteSection::Deployment => (tr(language, "plan-ui-deployment-notes"), None),
        };
        let mut notes: Vec<&PlanNote> = view
            .plan
            .notes
            .iter()
            .filter(|note| note.section == section)
            .collect();
        notes.sort_by_key(|note| note.programme);
        if notes.is_empty() && part.is_none() {
            continue;
        }
        let response = card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 10.0;
            text::line(ui, title, Type::Heading);
            if notes.is_empty() {
                text::muted(ui, tr(language, "plan-ui-no-notes"), Type::Body);
            }
            let version = state.derived.page_version(language);
            let mut programme = None;
            for (position, note) in notes.into_iter().enumerate() {
                if programme != Some(note.programme) {
                    programme = Some(note.programme);
                    if let Some(name) = view.tag(note.programme) {
                        subheading_ui(ui, name);
                    }
                }
                lazy_ui(ui, ("note", position), version, |ui| {
                    untagged_note_ui(ui, view, note, None, outbox);
                });
            }
        })
        .response;
        if let Some(part) = part {
            anchor(state, part, &response);
        }
    }
}

/// Goes to where a field is answered: to its question when it is asked, else to the form.
fn go_to_field(
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    place: Place,
    field: Field,
) {
    let asked = view
        .step_at(place, field)
        .filter(|step| !matches!(step.state, QuestionState::NotApplicable(_)));
    if let Some(step) = asked {
        state.show_question(view.key(step));
        outbox.go_to = Some(Screen::Decisions);
    } else {
        state.show_field(place, field);
        outbox.go_to = Some(Screen::Profile);
    }
}

/// Draws what was taken for granted, and what must be decided.
pub(super) fn assumptions_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let response = card_ui(ui, |ui| {
        let assumptions = &view.plan.assumptions;
        let note = tr_with(
            language,
            "plan-ui-assumptions-note",
            &[("count", count(assumptions.len() as u64))],
        );
        card_head(ui, &tr(language, "plan-ui-assumptions"), &note, |_| {});
        if assumptions.is_empty() && view.plan.open_questions.is_empty() {
            text::muted(ui, tr(language, "plan-ui-no-assumptions"), Type::Body);
        }
        let version = state.derived.page_version(language);
        for (position, open) in view.plan.open_questions.iter().enumerate() {
            hairline(ui);
            lazy_ui(ui, ("open", position), version, |ui| {
                open_question_ui(ui, view, state, open, outbox);
            });
        }
        for (position, assumption) in assumptions.iter().enumerate() {
            hairline(ui);
            let place = assumption
                .places
                .first()
                .copied()
                .unwrap_or(Place::Organisation);
            lazy_ui(ui, ("assumption", position), version, |ui| {
                let ink = Theme::of(ui).needs_decision;
                text::marked_ui(ui, icons::CIRCLE_DASHED, ink, |ui| {
                    assumption_ui(ui, view, assumption);
                    text::row_ui(ui, 24.0, |ui| {
                        source_chips(ui, &assumption.faq, language, outbox);
                        let tag = view.tag(assumption.programme);
                        go_to_button_ui(ui, view, state, outbox, (place, assumption.field, tag));
                    });
                });
            });
        }
    })
    .response;
    anchor(state, PlanPart::Assumptions, &response);
}

fn open_question_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    open: &OpenQuestion,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let place = open
        .groups
        .first()
        .map_or(Place::Organisation, |index| Place::Group(*index));
    let ink = Theme::of(ui).needs_decision;
    text::marked_ui(ui, icons::WARNING_CIRCLE, ink, |ui| {
        text::label(ui, say(language, &open.text), Type::TableStrong);
        let mut facts: Vec<String> = Vec::new();
        facts.extend(view.tag(open.programme).map(str::to_owned));
        if !open.groups.is_empty() {
            facts.push(group_names(view, &open.groups, 4));
        }
        if !facts.is_empty() {
            text::muted(ui, facts.join(" · "), Type::Small);
        }
        text::row_ui(ui, 24.0, |ui| {
            source_chips(ui, &open.faq, language, outbox);
            if let Some(field) = open.field {
                let tag = view.tag(open.programme);
                go_to_button_ui(ui, view, state, outbox, (place, field, tag));
            }
        });
    });
}

fn assumption_ui(ui: &mut Ui, view: &View<'_>, assumption: &Assumption) {
    let language = view.language;
    let field = i18n::field(language, assumption.field);
    let title = view.tagged(assumption.programme, &field);
    text::label(ui, title, Type::TableStrong);
    let assumed = say(language, &assumption.assumed);
    let assumed = tr_with(language, "plan-ui-assumed", &[("text", assumed.into())]);
    text::label(ui, assumed, Type::Table);
    let change = say(language, &assumption.would_change);
    let change = tr_with(language, "plan-ui-would-change", &[("text", change.into())]);
    text::muted(ui, change, Type::Table);
    let groups: Vec<usize> = assumption
        .places
        .iter()
        .filter_map(|place| match place {
            Place::Group(index) => Some(*index),
            Place::Organisation => None,
        })
        .collect();
    if !groups.is_empty() {
        text::muted(ui, group_names(view, &groups, 4), Type::Small);
    }
    if assumption.amounts.is_empty() {
        return;
    }
    let sums: Vec<String> = assumption
        .amounts
        .iter()
        .map(|sum| money(language, *sum))
        .collect();
    let sum = sums.join(" + ");
    let words = tr_with(language, "plan-ui-hangs-on-it", &[("sum", sum.into())]);
    text::label(ui, words, Type::TableStrong);
}

fn go_to_button_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    (place, field, tag): (Place, Field, Option<&str>),
) {
    let words = tr(view.language, "plan-ui-answer");
    let mut name = tr_with(
        view.language,
        "plan-ui-answer-field",
        &[("field", accessible_field_name(view, place, field).into())],
    );
    if let Some(tag) = tag {
        name = format!("{name}, {tag}");
    }
    let response = Button::quiet(icons::ARROW_RIGHT, &words)
        .named(&name)
        .show(ui);
    // An open question and an assumption may lead to the same field.
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Link);
    });
    if response.clicked() {
        go_to_field(view, state, outbox, place, field);
    }
}

/// Draws the entries that the plan rests on, programme by programme.
pub(super) fn sources_card_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    let language = view.language;
    let used = || {
        let entries = view.plan.faq.iter();
        entries.filter(|entry| entry.applies == Truth::Yes)
    };
    card_ui(ui, |ui| {
        let note = tr_with(
            language,
            "plan-ui-sources-note",
            &[
                ("count", count(used().count() as u64)),
                ("all", count(view.plan.faq.len() as u64)),
            ],
        );
        card_head(ui, &tr(language, "plan-ui-sources"), &note, |_| {});
        for (position, _) in view.programmes() {
            let ids: Vec<_> = used()
                .filter(|entry| entry.programme == position)
                .map(|entry| entry.id.clone())
                .collect();
            if let Some(name) = view.tag(position) {
                subheading_ui(ui, name);
            }
            all_source_chips(ui, &ids, language, outbox);
        }
    });
}
