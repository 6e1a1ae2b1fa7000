//! One field of all ticked groups, filled at once.

use eframe::egui::{Id, Ui, vec2};

use super::ScreensState;
use crate::document::Edit;
use crate::domain::field::{Answer, Field, FieldKind, Place};
use crate::domain::profile::DataId;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::dialogs::{body_ui, buttons_ui, dialog_ui, primary_button};
use crate::ui::rows::group_fields;
use crate::ui::theme::CONTROL_HEIGHT;
use crate::ui::widgets::control::{Look, Select, check_entry, list_entry};
use crate::ui::widgets::field::is_shown;
use crate::ui::widgets::options::{choice_select_ui, offered, toggled};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::text_control::{TextControl, wrong_ui};
use crate::ui::widgets::typing::{TypingKey, read_answer, typed_answer};
use crate::ui::widgets::words::answer_words;
use crate::ui::{Outbox, View};

/// What the dialog holds until it is carried out.
#[derive(Clone, Debug)]
pub(super) struct Bulk {
    field: Field,
    answer: Answer,
}

/// Opens the dialog.
pub(super) fn open(state: &mut ScreensState) {
    state.profile.bulk = Some(Bulk {
        field: Field::Hosting,
        answer: Answer::Unknown,
    });
    state.typing.give_up_several();
}

/// Draws the dialog while it is open.
pub(super) fn bulk_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let Some(mut bulk) = state.profile.bulk.take() else {
        return;
    };
    let language = view.language;
    let groups: Vec<usize> = state.profile.groups.ticked.iter().copied().collect();
    let Some(first) = groups.first().copied() else {
        return;
    };
    let number = [("count", count(groups.len() as u64))];
    let title = tr_with(language, "groups-change-ticked", &number);
    let shown = dialog_ui(ui.ctx(), "bulk", &title, 460.0, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        let wrong = body_ui(ui, |ui| {
            field_ui(ui, view, &groups, &mut bulk);
            let wrong = answer_ui(ui, view, state, first, &mut bulk);
            wrong_ui(ui, wrong.as_deref());
            let words = tr_with(language, "groups-change-note", &number);
            text::muted(ui, words, Type::Table);
            wrong
        });
        buttons_ui(ui, |ui| {
            let words = tr(language, "groups-apply");
            let applied = primary_button(ui, &words, wrong.is_none()).clicked();
            let cancelled = ui.button(tr(language, "dialog-cancel")).clicked();
            (applied, cancelled)
        })
    });
    let (applied, cancelled) = shown.inner;
    if applied {
        outbox.typing_ended = true;
        outbox.edits.push(match (bulk.field, &bulk.answer) {
            (Field::Product, answer) => Edit::SetSystem {
                groups,
                product: one(answer),
                edition: None,
            },
            (field, answer) => Edit::SetAnswers {
                groups,
                field,
                answer: answer.clone(),
            },
        });
    } else if !cancelled && !shown.dismissed {
        state.profile.bulk = Some(bulk);
        return;
    }
    state.typing.give_up_several();
    ui.ctx().request_repaint();
}

fn one(answer: &Answer) -> Option<DataId> {
    match answer {
        Answer::One(id) => Some(DataId::clone(id)),
        _ => None,
    }
}

/// The fields that at least one of the groups shows and that a single control fills.
fn fields(view: &View<'_>, groups: &[usize]) -> Vec<Field> {
    const LOOKED_AT: usize = 200;
    let is_simple =
        |field: &Field| !matches!(field, Field::GroupName) && field.kind() != FieldKind::YearCounts;
    group_fields()
        .filter(is_simple)
        .filter(|field| {
            let mut groups = groups.iter().take(LOOKED_AT);
            groups.any(|group| is_shown(view, Place::Group(*group), *field))
        })
        .collect()
}

fn field_ui(ui: &mut Ui, view: &View<'_>, groups: &[usize], bulk: &mut Bulk) {
    let language = view.language;
    let label = tr(language, "groups-change-field");
    text::line(ui, &label, Type::SmallMedium);
    let words = i18n::field(language, bulk.field);
    let select = Select {
        name: &label,
        words: &words,
        look: Look::Known,
        is_active: true,
    };
    let fields = fields(view, groups);
    let width = ui.available_width();
    let (_, chosen) = select.show(ui, Id::unique("bulk-field"), width, false, |ui| {
        let mut chosen = None;
        for field in &fields {
            let words = i18n::field(language, *field);
            if list_entry(ui, &words, *field == bulk.field, false) {
                chosen = Some(*field);
            }
        }
        chosen
    });
    if let Some(field) = chosen.flatten() {
        *bulk = Bulk {
            field,
            answer: Answer::Unknown,
        };
    }
}

/// Draws the control of the answer; gives what is wrong with it.
fn answer_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    first: usize,
    bulk: &mut Bulk,
) -> Option<String> {
    let language = view.language;
    let label = tr(language, "groups-change-answer");
    text::line(ui, &label, Type::SmallMedium);
    let width = ui.available_width();
    let place = Place::Group(first);
    let field = bulk.field;
    let id = Id::unique("bulk-answer");
    match field.kind() {
        FieldKind::Choice => {
            let answer = bulk.answer.clone();
            let (_, chosen) =
                choice_select_ui(ui, view, id, &label, place, field, &answer, width, true);
            if let Some(answer) = chosen {
                bulk.answer = answer;
            }
            None
        }
        FieldKind::Choices => {
            let words = answer_words(language, view.catalogue, field, &bulk.answer);
            let select = Select {
                name: &label,
                words: &words,
                look: match bulk.answer {
                    Answer::Unknown => Look::Unknown,
                    _ => Look::Known,
                },
                is_active: true,
            };
            let options = offered(view, place, field);
            let answer = bulk.answer.clone();
            let (_, changed) = select.show(ui, id, width, true, |ui| {
                let mut changed = None;
                for (id, words) in &options {
                    let is_chosen = matches!(&answer, Answer::Many(held) if held.contains(id));
                    if check_entry(ui, words, is_chosen, false) {
                        changed = Some(toggled(&answer, id));
                    }
                }
                changed
            });
            if let Some(answer) = changed.flatten() {
                bulk.answer = answer;
            }
            None
        }
        _ => {
            let control = TextControl {
                name: &label,
                hint: &tr(language, "widget-unknown"),
                width,
                height: CONTROL_HEIGHT,
                is_active: true,
                is_number: false,
                empty_is_known: false,
                salt: "bulk",
            };
            let typed = control.show(
                ui,
                &mut state.typing,
                &TypingKey::Several(field),
                &typed_answer(&bulk.answer),
                |text| read_answer(language, field, text),
                typed_answer,
            );
            if let Some(answer) = typed.value {
                bulk.answer = answer;
            }
            typed.wrong
        }
    }
}
