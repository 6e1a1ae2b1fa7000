//! The answers of a question: cards, fields, and group by group.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Align, Event, Id, IdSalt, Layout, ScrollArea, Ui, vec2};

use super::ScreensState;
use super::decisions::keyboard_is_free;
use super::decisions_effect::{Effect, effect_of};
use super::decisions_list::Given;
use super::profile::form;
use crate::document::Edit;
use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, FieldKind, Place};
use crate::domain::guide::walk::WalkStep;
use crate::domain::profile::DataId;
use crate::domain::programme::Question;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::theme::CONTROL_HEIGHT;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::folding_head;
use crate::ui::widgets::choice::{ChoiceCard, Trend};
use crate::ui::widgets::field::{accessible_field_name, control_ui, typed_field_ui};
use crate::ui::widgets::options::{OfferedPart, choice_select_ui, offered_in_parts, toggled};
use crate::ui::widgets::owned::owned_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::text_control::{TextControl, wrong_ui};
use crate::ui::widgets::typing::{TypingKey, read_answer, typed_answer};
use crate::ui::widgets::words::group_name;
use crate::ui::{Outbox, Screen, View, icons};

/// The change that gives all groups of the target, or the organisation, one answer.
fn edit_of(target: &[usize], field: Field, answer: Answer) -> Edit {
    match target {
        [] => Edit::SetAnswer {
            place: Place::Organisation,
            field,
            answer,
        },
        [index] => Edit::SetAnswer {
            place: Place::Group(*index),
            field,
            answer,
        },
        groups => Edit::SetAnswers {
            groups: groups.to_vec(),
            field,
            answer,
        },
    }
}

pub(super) fn answers_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let field = step.field;
    let is_several = state.decisions.target.len() > 1;
    if is_several && field.kind() == FieldKind::Count {
        // One number for all groups is hardly ever meant: they are answered one by one below.
        return;
    }
    if is_several {
        let groups = count(state.decisions.target.len() as u64);
        let words = tr_with(language, "decisions-apply-to-all", &[("count", groups)]);
        text::label(ui, words, Type::SmallMedium);
        if state.decisions.effects.held == Some(Given::Differs) {
            text::muted(ui, tr(language, "decisions-differs-long"), Type::Small);
        }
    }
    match field.kind() {
        FieldKind::Choice | FieldKind::Choices => {
            cards_ui(ui, view, state, field, question, outbox);
        }
        FieldKind::YearCounts => {
            if let [index] = state.decisions.target.as_slice() {
                let place = Place::Group(*index);
                owned_ui(ui, &mut form(view, state, outbox), place, true);
            } else {
                nothing_or_unknown_ui(ui, view, state, field, question, outbox);
            }
        }
        FieldKind::Text | FieldKind::Count | FieldKind::Date => {
            typed_ui(ui, view, state, field, question, outbox);
        }
        FieldKind::Quotes => {
            text::label(ui, tr(language, "decisions-quotes-on-profile"), Type::Body);
            let words = tr(language, "plan-ui-go-to-field");
            if Button::secondary(icons::ARROW_RIGHT, &words)
                .show(ui)
                .clicked()
            {
                state.show_field(Place::Organisation, Field::Quotes);
                outbox.go_to = Some(Screen::Profile);
            }
        }
        FieldKind::Derived => {}
    }
}

/// What an answer would do, from the cache; one is worked out a frame when there are many groups.
fn effect_for(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    key: &str,
    answer: &Answer,
    is_budget_spent: &mut bool,
) -> Option<Effect> {
    const MANY_GROUPS: usize = 300;
    let decisions = &mut state.decisions;
    if let Some(effect) = decisions.effects.effects.get(key) {
        return effect.clone();
    }
    let has_many = view.document.profile.groups.len() > MANY_GROUPS;
    if has_many && *is_budget_spent {
        ui.ctx().request_repaint();
        return None;
    }
    *is_budget_spent = true;
    let field = decisions.effects.key.as_ref()?.field;
    let edit = edit_of(&decisions.target, field, answer.clone());
    let effect = effect_of(view, &edit);
    decisions
        .effects
        .effects
        .insert(key.to_owned(), effect.clone());
    effect
}

/// The key of "Don't know yet".
const UNKNOWN_KEY: char = '0';

/// The key that chooses an answer by its position; only the first nine have one.
fn digit_of(position: usize) -> Option<char> {
    let digit = u32::try_from(position + 1)
        .ok()
        .filter(|digit| *digit < 10)?;
    char::from_digit(digit, 10)
}

/// The digit that was pressed, unless something has the keyboard that may want it.
fn pressed_digit(ui: &Ui) -> Option<char> {
    if !keyboard_is_free(ui) {
        return None;
    }
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Text(text) => {
                let mut letters = text.chars();
                let first = letters.next().filter(char::is_ascii_digit);
                first.filter(|_| letters.next().is_none())
            }
            _ => None,
        })
    })
}

/// An answer as it stands on a card.
struct Card {
    /// What stands over it; empty where nothing does.
    heading: String,
    /// Tells it apart from the others.
    key: String,
    words: String,
    answer: Answer,
    is_chosen: bool,
}

fn cards_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let target = state.decisions.target.clone();
    let Some(parts) = options_of(view, field, &target) else {
        let words = tr(language, "decisions-group-by-group-only");
        text::muted(ui, words, Type::Body);
        return;
    };
    let held = match &state.decisions.effects.held {
        Some(Given::Same(answer)) => Some(answer.clone()),
        _ => None,
    };
    let is_check = field.kind() == FieldKind::Choices;
    let current = held.clone().unwrap_or(Answer::Unknown);
    let card_of = |heading: String, (id, words): (DataId, String)| {
        let (answer, is_chosen) = if is_check {
            let is_chosen = matches!(&current, Answer::Many(ids) if ids.contains(&id));
            (toggled(&current, &id), is_chosen)
        } else {
            let answer = Answer::One(DataId::clone(&id));
            let is_chosen = held.as_ref() == Some(&answer);
            (answer, is_chosen)
        };
        Card {
            heading,
            key: id.to_string(),
            words,
            answer,
            is_chosen,
        }
    };
    let mut cards: Vec<Card> = Vec::new();
    for part in parts {
        // Each heading stands once, over the first of its answers.
        let mut heading = part.heading;
        for answer in part.answers {
            cards.push(card_of(std::mem::take(&mut heading), answer));
        }
    }
    if is_check {
        let none = Answer::Many(BTreeSet::new());
        let is_chosen = held.as_ref() == Some(&none);
        let words = tr(language, "widget-none-of-them");
        cards.push(Card {
            heading: String::new(),
            key: "none of them".to_owned(),
            words,
            answer: none,
            is_chosen,
        });
    }
    let mut is_budget_spent = false;
    let mut chosen = None;
    let pressed = pressed_digit(ui);
    for (position, card) in cards.into_iter().enumerate() {
        let Card {
            heading,
            key,
            words,
            answer,
            is_chosen,
        } = card;
        if !heading.is_empty() {
            ui.add_space(6.0);
            text::muted(ui, heading, Type::SmallMedium);
        }
        let effect = if is_chosen && !is_check {
            None
        } else {
            effect_for(ui, view, state, &key, &answer, &mut is_budget_spent)
        };
        let details = effect.as_ref().map(|effect| effect.details(language));
        let said = if is_chosen && !is_check {
            Some((Trend::Same, tr(language, "decisions-effect-chosen")))
        } else {
            effect.map(|effect| (effect.trend(), effect.words(language)))
        };
        let digit = digit_of(position);
        if digit.is_some() && digit == pressed && (is_check || !is_chosen) {
            chosen = Some(answer.clone());
        }
        let card = ChoiceCard {
            title: &words,
            effect: said,
            details: details.as_deref().unwrap_or_default(),
            key: digit,
            is_chosen,
            is_check,
            is_unknown: false,
        };
        let id = Id::unique("answer").with(IdSalt::new((field.id(), &key)));
        if card.show(ui, id).clicked() {
            chosen = Some(answer);
        }
    }
    if unknown_card_ui(ui, view, field, question, held.as_ref()) {
        chosen = Some(Answer::Unknown);
    }
    choose(state, outbox, field, chosen);
}

fn choose(state: &ScreensState, outbox: &mut Outbox, field: Field, chosen: Option<Answer>) {
    if let Some(answer) = chosen {
        outbox.typing_ended = true;
        outbox
            .edits
            .push(edit_of(&state.decisions.target, field, answer));
    }
}

/// What groups of a target can choose together; none when their systems offer different answers.
fn options_of(view: &View<'_>, field: Field, target: &[usize]) -> Option<Vec<OfferedPart>> {
    let groups = &view.document.profile.groups;
    let product = |index: &usize| groups.get(*index).and_then(|group| group.product.as_ref());
    if field == Field::Edition {
        let mut products = target.iter().map(product);
        let first = products.next().flatten();
        if first.is_none() || products.any(|product| product != first) {
            return None;
        }
    }
    // A system that is known says what its programme offers.
    let known = target.iter().find(|index| product(index).is_some());
    let place = known
        .or(target.first())
        .map_or(Place::Organisation, |index| Place::Group(*index));
    Some(offered_in_parts(view, place, field))
}

fn unknown_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    field: Field,
    question: &Question,
    held: Option<&Answer>,
) -> bool {
    let card = ChoiceCard {
        title: &tr(view.language, "widget-unknown"),
        effect: Some((Trend::Same, question.assumed.get(view.language).to_owned())),
        details: &[],
        key: Some(UNKNOWN_KEY),
        is_chosen: held == Some(&Answer::Unknown),
        is_check: false,
        is_unknown: true,
    };
    let id = Id::unique("answer").with(IdSalt::new((field.id(), "unknown")));
    let is_pressed = pressed_digit(ui) == Some(UNKNOWN_KEY);
    card.show(ui, id).clicked() || is_pressed
}

fn nothing_or_unknown_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let held = match &state.decisions.effects.held {
        Some(Given::Same(answer)) => Some(answer.clone()),
        _ => None,
    };
    let nothing = Answer::Years(BTreeMap::new());
    let is_chosen = held.as_ref() == Some(&nothing);
    let effect = effect_for(ui, view, state, "nothing", &nothing, &mut false);
    let card = ChoiceCard {
        title: &tr(language, "widget-nothing-bought"),
        effect: effect.map(|effect| (effect.trend(), effect.words(language))),
        details: &[],
        key: digit_of(0),
        is_chosen,
        is_check: false,
        is_unknown: false,
    };
    let id = Id::unique("answer").with(IdSalt::new((field.id(), "nothing")));
    let mut chosen = None;
    let is_pressed = pressed_digit(ui) == digit_of(0);
    if card.show(ui, id).clicked() || is_pressed {
        chosen = Some(nothing);
    }
    if unknown_card_ui(ui, view, field, question, held.as_ref()) {
        chosen = Some(Answer::Unknown);
    }
    choose(state, outbox, field, chosen);
    text::muted(
        ui,
        tr(language, "decisions-quantities-by-group"),
        Type::Small,
    );
}

fn typed_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let held = match &state.decisions.effects.held {
        Some(Given::Same(answer)) => Some(answer.clone()),
        _ => None,
    };
    let target = state.decisions.target.clone();
    let width = ui.available_width().min(280.0);
    match target.as_slice() {
        [] => {
            let mut form = form(view, state, outbox);
            control_ui(ui, &mut form, Place::Organisation, field, width, true);
        }
        [index] => {
            let mut form = form(view, state, outbox);
            control_ui(ui, &mut form, Place::Group(*index), field, width, true);
        }
        groups => {
            let name = i18n::field(language, field);
            let groups_words = tr_with(
                language,
                "decisions-apply-to-all",
                &[("count", count(groups.len() as u64))],
            );
            let control = TextControl {
                name: &format!("{name}, {groups_words}"),
                hint: &match field.kind() {
                    _ if held.is_none() => tr(language, "decisions-differs"),
                    FieldKind::Date => tr(language, "widget-date-hint"),
                    _ => tr(language, "widget-unknown"),
                },
                width,
                height: CONTROL_HEIGHT,
                is_active: true,
                is_number: false,
                empty_is_known: false,
                salt: "several",
            };
            let held_text = held.as_ref().map(typed_answer).unwrap_or_default();
            let typed = control.show(
                ui,
                &mut state.typing,
                &TypingKey::Several(field),
                &held_text,
                |text| read_answer(language, field, text),
                typed_answer,
            );
            wrong_ui(ui, typed.wrong.as_deref());
            if typed.response.lost_focus() {
                outbox.typing_ended = true;
            }
            if let Some(answer) = typed.value {
                outbox.edits.push(edit_of(groups, field, answer));
            }
        }
    }
    if unknown_card_ui(ui, view, field, question, held.as_ref()) {
        state.typing.forget();
        choose(state, outbox, field, Some(Answer::Unknown));
    }
}

pub(super) fn group_by_group_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let field = step.field;
    let target = state.decisions.target.clone();
    let title = tr(language, "decisions-group-by-group");
    let note = tr_with(
        language,
        "decisions-groups",
        &[("count", count(target.len() as u64))],
    );
    // Where groups are not answered together, they stand open.
    let stands_open = match field.kind() {
        FieldKind::Choice => options_of(view, field, &target).is_none(),
        FieldKind::Choices => false,
        FieldKind::Text
        | FieldKind::Count
        | FieldKind::Date
        | FieldKind::YearCounts
        | FieldKind::Quotes
        | FieldKind::Derived => true,
    };
    let is_open = stands_open != state.decisions.groups_are_turned;
    if folding_head(ui, Id::unique("group-by-group"), &title, &note, is_open) {
        state.decisions.groups_are_turned = !state.decisions.groups_are_turned;
    }
    if !is_open {
        return;
    }
    let row_height = CONTROL_HEIGHT;
    ScrollArea::vertical()
        .id_salt("group-by-group-rows")
        .max_height(320.0)
        .auto_shrink([false, true])
        .show_rows(ui, row_height, target.len(), |ui, range| {
            for index in target.get(range).unwrap_or_default() {
                ui.push_id(*index, |ui| {
                    ui.horizontal(|ui| {
                        let width = ui.available_width();
                        let name = group_name(view, *index);
                        ui.allocate_ui_with_layout(
                            vec2(width * 0.4, row_height),
                            Layout::left_to_right(Align::Center),
                            |ui| {
                                ui.set_width(width * 0.4);
                                text::line(ui, name, Type::Table);
                            },
                        );
                        let room = ui.available_width();
                        in_place_ui(ui, view, state, field, Place::Group(*index), room, outbox);
                    });
                });
            }
        });
}

/// Draws the control of one answer in a row of others.
pub(super) fn in_place_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    place: Place,
    width: f32,
    outbox: &mut Outbox,
) {
    match field.kind() {
        FieldKind::Choice => {
            let answer = view.document.profile.answer(place, field);
            let id = Id::unique("one-group").with(IdSalt::new((place_salt(place), field.id())));
            let name = accessible_field_name(view, place, field);
            let (_, chosen) =
                choice_select_ui(ui, view, id, &name, place, field, &answer, width, true);
            if let Some(answer) = chosen {
                outbox.edits.push(Edit::SetAnswer {
                    place,
                    field,
                    answer,
                });
            }
        }
        FieldKind::Text | FieldKind::Count | FieldKind::Date => {
            let mut form = form(view, state, outbox);
            let (response, wrong) =
                typed_field_ui(ui, &mut form, place, field, width, true, "one-group");
            if let Some(wrong) = wrong {
                response.on_hover_text(wrong);
            }
        }
        FieldKind::Choices | FieldKind::YearCounts | FieldKind::Quotes | FieldKind::Derived => {
            let mut form = form(view, state, outbox);
            if field.kind() == FieldKind::Choices {
                control_ui(ui, &mut form, place, field, width, true);
                return;
            }
            let words = tr(view.language, "plan-ui-go-to-field");
            if Button::quiet(icons::PENCIL_SIMPLE, &words)
                .show(ui)
                .clicked()
            {
                state.show_field(place, field);
                outbox.go_to = Some(Screen::Profile);
            }
        }
    }
}

fn place_salt(place: Place) -> Option<usize> {
    match place {
        Place::Organisation => None,
        Place::Group(index) => Some(index),
    }
}
