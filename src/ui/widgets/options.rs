//! Fields whose answers are chosen from a list: one of it, or any number.

use std::collections::BTreeSet;

use eframe::egui::{Id, IdSalt, Response, Ui};

use super::control::{Look, Select, check_entry, list_entry, list_heading};
use super::field::{Form, accessible_field_name, take_focus};
use super::text::{self, Type};
use super::typing::{TypingKey, key_salt};
use super::words::{answer_name, answer_words, place_words};
use crate::document::Edit;
use crate::domain::field::{Answer, Field, Place};
use crate::domain::profile::DataId;
use crate::domain::programme::Programme;
use crate::i18n::tr;
use crate::ui::View;

fn product_of<'v>(view: &View<'v>, place: Place) -> Option<&'v str> {
    let Place::Group(index) = place else {
        return None;
    };
    view.document.profile.groups.get(index)?.product.as_deref()
}

/// The answers that a choice offers at a place, with their words.
///
/// A group is offered what its own programme offers, the organisation what any programme of the
/// plan does.
pub fn offered(view: &View<'_>, place: Place, field: Field) -> Vec<(DataId, String)> {
    let product = product_of(view, place);
    let ids = match field {
        Field::Edition if product.is_none() => Vec::new(),
        Field::OrderChannel => channels_of_plan(view),
        _ => view.catalogue.offered(field, product),
    };
    let answer = view.document.profile.answer(place, field);
    // What an unknown system needs nobody knows; what was ticked before stays in sight.
    let is_known = |id: &str| {
        field != Field::Prerequisites
            || product.is_some()
            || matches!(&answer, Answer::Many(held) if held.contains(id))
    };
    ids.into_iter()
        .filter(|id| is_known(id))
        .map(|id| (DataId::from(id), answer_name(view, place, field, id)))
        .collect()
}

/// The channels that any programme of the plan sells through, each once.
fn channels_of_plan<'v>(view: &View<'v>) -> Vec<&'v str> {
    let mut channels: Vec<&str> = Vec::new();
    for (_, programme) in view.programmes() {
        for id in programme.offered(Field::OrderChannel, None) {
            if !channels.contains(&id) {
                channels.push(id);
            }
        }
    }
    channels
}

/// Answers that belong together, under a heading where there is one.
pub struct OfferedPart {
    /// What they belong to; empty where nothing has to be said.
    pub heading: String,
    /// The answers with their words.
    pub answers: Vec<(DataId, String)>,
}

/// The answers that a choice offers at a place, systems under the names of their programmes.
pub fn offered_in_parts(view: &View<'_>, place: Place, field: Field) -> Vec<OfferedPart> {
    if field != Field::Product {
        return vec![OfferedPart {
            heading: String::new(),
            answers: offered(view, place, field),
        }];
    }
    // The plan's own come first: the next group is likely to be of the same kind.
    let is_planned = |programme: &Programme| {
        let mut planned = view.programmes();
        planned.any(|(_, known)| known.base.id == programme.base.id)
    };
    let mut programmes: Vec<&Programme> = view.catalogue.programmes().iter().collect();
    programmes.sort_by_key(|programme| !is_planned(programme));
    programmes
        .into_iter()
        .map(|programme| OfferedPart {
            heading: programme.base.short_name.get(view.language).to_owned(),
            answers: programme
                .base
                .products
                .iter()
                .map(|product| {
                    let name = product.name.get(view.language).to_owned();
                    (DataId::clone(&product.id), name)
                })
                .collect(),
        })
        .collect()
}

pub(super) fn choice_field_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    place: Place,
    field: Field,
    width: f32,
    is_active: bool,
) -> Response {
    let view = form.view;
    let answer = view.document.profile.answer(place, field);
    let id = Id::unique("choice").with(IdSalt::new(key_salt(&TypingKey::Answer(place, field))));
    let name = accessible_field_name(view, place, field);
    let (response, chosen) =
        choice_select_ui(ui, view, id, &name, place, field, &answer, width, is_active);
    if let Some(answer) = chosen {
        form.outbox.typing_ended = true;
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field,
            answer,
        });
    }
    response
}

/// Draws a select of one field's answers; gives the answer that was chosen.
#[expect(
    clippy::too_many_arguments,
    reason = "a select is drawn from all of these, and a struct for one caller more would say no more"
)]
pub fn choice_select_ui(
    ui: &mut Ui,
    view: &View<'_>,
    id: Id,
    name: &str,
    place: Place,
    field: Field,
    answer: &Answer,
    width: f32,
    is_active: bool,
) -> (Response, Option<Answer>) {
    let language = view.language;
    let parts = offered_in_parts(view, place, field);
    let is_empty = parts.iter().all(|part| part.answers.is_empty());
    let words = match answer {
        Answer::Unknown if field == Field::Edition && is_empty => match product_of(view, place) {
            None => tr(language, "widget-choose-system-first"),
            Some(_) => tr(language, "widget-makes-no-difference"),
        },
        answer => place_words(view, place, field, answer),
    };
    let look = if *answer == Answer::Unknown {
        Look::Unknown
    } else {
        Look::Known
    };
    let select = Select {
        name,
        words: &words,
        look,
        is_active,
    };
    let (response, chosen) = select.show(ui, id, width, false, |ui| {
        let mut chosen = None;
        for part in &parts {
            if !part.heading.is_empty() {
                list_heading(ui, &part.heading);
            }
            for (id, words) in &part.answers {
                let is_chosen = matches!(answer, Answer::One(held) if held == id);
                if list_entry(ui, words, is_chosen, false) {
                    chosen = Some(Answer::One(DataId::clone(id)));
                }
            }
        }
        let unknown = tr(language, "widget-unknown");
        if list_entry(ui, &unknown, *answer == Answer::Unknown, true) {
            chosen = Some(Answer::Unknown);
        }
        chosen
    });
    (response, chosen.flatten())
}

pub(super) fn choices_field_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    place: Place,
    field: Field,
    width: f32,
    is_active: bool,
) -> Response {
    let view = form.view;
    let language = view.language;
    let answer = view.document.profile.answer(place, field);
    let id = Id::unique("choices").with(IdSalt::new(key_salt(&TypingKey::Answer(place, field))));
    let name = accessible_field_name(view, place, field);
    let words = answer_words(language, view.catalogue, field, &answer);
    let options = offered(view, place, field);
    let select = Select {
        name: &name,
        words: &words,
        look: if answer == Answer::Unknown {
            Look::Unknown
        } else {
            Look::Known
        },
        is_active,
    };
    let (response, changed) = select.show(ui, id, width, true, |ui| {
        check_list_ui(ui, view, &options, &answer)
    });
    if let Some(answer) = changed.flatten() {
        form.outbox.typing_ended = true;
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field,
            answer,
        });
    }
    response
}

/// The set with one answer more or less; unknown counts as empty.
pub fn toggled(answer: &Answer, id: &DataId) -> Answer {
    let mut ids = match answer {
        Answer::Many(ids) => ids.clone(),
        _ => BTreeSet::new(),
    };
    if !ids.remove(id) {
        ids.insert(DataId::clone(id));
    }
    Answer::Many(ids)
}

/// Draws answers of which any number can be chosen, then "none of them" and "don't know yet".
fn check_list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    options: &[(DataId, String)],
    answer: &Answer,
) -> Option<Answer> {
    let mut changed = None;
    for (id, words) in options {
        let is_chosen = matches!(answer, Answer::Many(held) if held.contains(id));
        if check_entry(ui, words, is_chosen, false) {
            changed = Some(toggled(answer, id));
        }
    }
    let is_none = matches!(answer, Answer::Many(held) if held.is_empty());
    if check_entry(ui, &tr(view.language, "widget-none-of-them"), is_none, true) {
        changed = Some(Answer::Many(BTreeSet::new()));
    }
    let is_unknown = *answer == Answer::Unknown;
    if check_entry(ui, &tr(view.language, "widget-unknown"), is_unknown, true) {
        changed = Some(Answer::Unknown);
    }
    changed
}

/// Draws a check list that stands open, in as many columns as fit.
pub fn open_check_list_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, field: Field) {
    let view = form.view;
    let answer = view.document.profile.answer(place, field);
    let options = offered(view, place, field);
    let mut changed = None;
    let mut first: Option<Response> = None;
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        for (id, words) in &options {
            let mut is_chosen = matches!(&answer, Answer::Many(held) if held.contains(id));
            let label = text::rich(ui, words, Type::Table);
            let response = ui.checkbox(&mut is_chosen, label);
            if response.clicked() {
                changed = Some(toggled(&answer, id));
            }
            first.get_or_insert(response);
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        let is_none = matches!(&answer, Answer::Many(held) if held.is_empty());
        let is_unknown = answer == Answer::Unknown;
        for (is_chosen, id, to) in [
            (
                is_none,
                "widget-none-of-them",
                Answer::Many(BTreeSet::new()),
            ),
            (is_unknown, "widget-unknown", Answer::Unknown),
        ] {
            let words = tr(view.language, id);
            // Other lists have the same two answers.
            let name = format!("{words}, {}", accessible_field_name(view, place, field));
            let label = text::rich(ui, words, Type::Table);
            if ui.radio(is_chosen, label).accessible_name(name).clicked() {
                changed = Some(to);
            }
        }
    });
    if let Some(response) = first {
        take_focus(form, &response, place, field);
    }
    if let Some(answer) = changed {
        form.outbox.typing_ended = true;
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field,
            answer,
        });
    }
}
