//! The list from which a cell of the groups' table is chosen; it narrows while one types.

use eframe::egui::{
    self, Align2, Id, Key, Modifiers, Popup, Rect, Role, ScrollArea, Sense, TextEdit, Ui,
    WidgetInfo, vec2,
};

use super::groups_edit::{Editing, Then, caret_to_end, ending_key};
use super::groups_order::system_words;
use crate::document::Edit;
use crate::domain::field::{Answer, Field, Place};
use crate::domain::profile::DataId;
use crate::i18n::{tr, tr_with};
use crate::search::matches_words;
use crate::ui::theme::Theme;
use crate::ui::widgets::control::list_heading;
use crate::ui::widgets::field::accessible_field_name;
use crate::ui::widgets::options::{offered, offered_in_parts};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View};

/// Something that a list offers.
struct Choice {
    heading: Option<String>,
    words: String,
    value: Value,
}

/// What a choice puts into a cell.
#[derive(Clone, PartialEq)]
pub(super) enum Value {
    Answer(Answer),
    /// A system with its edition.
    System(Option<DataId>, Option<DataId>),
}

/// What the cell may hold; systems with each of their editions.
fn choices(view: &View<'_>, place: Place, field: Field) -> Vec<Choice> {
    let language = view.language;
    let mut choices = Vec::new();
    let unknown = tr(language, "widget-unknown");
    if field != Field::Product {
        for (id, words) in offered(view, place, field) {
            choices.push(Choice {
                heading: None,
                words,
                value: Value::Answer(Answer::One(id)),
            });
        }
        choices.push(Choice {
            heading: None,
            words: unknown,
            value: Value::Answer(Answer::Unknown),
        });
        return choices;
    }
    for part in offered_in_parts(view, place, field) {
        let mut heading = Some(part.heading);
        for (id, words) in part.answers {
            let product = view.catalogue.product(&id);
            choices.push(Choice {
                heading: heading.take(),
                words: words.clone(),
                value: Value::System(Some(DataId::clone(&id)), None),
            });
            for edition in product.into_iter().flat_map(|product| &product.editions) {
                choices.push(Choice {
                    heading: None,
                    words: format!("{words} {}", edition.name.get(language)),
                    value: Value::System(
                        Some(DataId::clone(&id)),
                        Some(DataId::clone(&edition.id)),
                    ),
                });
            }
        }
    }
    choices.push(Choice {
        heading: None,
        words: unknown,
        value: Value::System(None, None),
    });
    choices
}

/// What a cell holds.
pub(super) fn held(view: &View<'_>, place: Place, field: Field) -> Value {
    match place {
        Place::Group(index) if field == Field::Product => {
            let group = view.document.profile.groups.get(index);
            Value::System(
                group.and_then(|group| group.product.clone()),
                group.and_then(|group| group.edition.clone()),
            )
        }
        _ => Value::Answer(view.document.profile.answer(place, field)),
    }
}

/// Draws the list of what the cursor's cell may hold; says where the cursor goes once it is done,
/// and whether a key ended it.
pub(super) fn list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    editing: &mut Editing,
    outbox: &mut Outbox,
) -> Option<(Then, bool)> {
    let place = Place::Group(editing.cursor.row);
    let cell = ui.max_rect();
    cell_words_ui(ui, view, editing, cell);
    let all = choices(view, place, editing.field);
    let current = held(view, place, editing.field);
    if editing.is_new && editing.words.is_empty() {
        // "Don't know yet" stands last: a list that begins there would hide all it offers.
        let unknown = [Value::System(None, None), Value::Answer(Answer::Unknown)];
        let is_held = |choice: &Choice| choice.value == current && !unknown.contains(&current);
        let at = all.iter().position(is_held);
        editing.highlighted = at.unwrap_or(0);
    }
    let fitting = |words: &str| -> Vec<&Choice> {
        let fits = |choice: &&Choice| {
            let wanted = crate::ui::rows::value_words(words);
            let own = crate::ui::rows::value_words(&choice.words);
            matches_words(words, &[&choice.words])
                || (!wanted.is_empty() && wanted.iter().all(|word| own.contains(word)))
        };
        all.iter().filter(fits).collect()
    };
    let shown = fitting(&editing.words).len();
    let done = list_keys(ui, editing, shown);
    let mut clicked = None;
    // Systems with their editions have the longest names.
    let width = match editing.field {
        Field::Product => 400.0,
        _ => cell.width().clamp(260.0, 400.0),
    };
    let id = Id::unique("groups-cell-list");
    let popup = Popup::new(
        id,
        ui.ctx().clone(),
        cell.expand2(vec2(6.0, 0.0)),
        ui.layer_id(),
    )
    .open(true)
    .gap(2.0)
    .width(width)
    .close_behavior(egui::PopupCloseBehavior::IgnoreClicks);
    let name = accessible_field_name(view, place, editing.field);
    let shown = popup.show(|ui| {
        ui.set_min_width(width);
        ui.spacing_mut().item_spacing.y = 2.0;
        let hint = text::rich(ui, tr(view.language, "groups-type-to-narrow"), Type::Table);
        let field = TextEdit::singleline(&mut editing.words)
            .id(id.with("words"))
            .font(Type::Table.font())
            .hint_text(hint.color(Theme::of(ui).muted))
            .desired_width(f32::INFINITY);
        let field = ui.add(field).accessible_name(name.as_str());
        if editing.is_new {
            field.request_focus();
            caret_to_end(ui, field.id);
        }
        if field.changed() {
            editing.highlighted = 0;
        }
        let choices = fitting(&editing.words);
        editing.highlighted = editing.highlighted.min(choices.len().saturating_sub(1));
        if choices.is_empty() {
            let words = tr_with(
                view.language,
                "groups-nothing-like",
                &[("words", editing.words.as_str().into())],
            );
            text::muted(ui, words, Type::Table);
        }
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            ui.set_width(ui.available_width());
            for (at, choice) in choices.iter().enumerate() {
                if let Some(heading) = &choice.heading {
                    list_heading(ui, heading);
                }
                let is_current = choice.value == current;
                let is_lit = at == editing.highlighted;
                if entry_ui(ui, &choice.words, is_current, is_lit, editing.is_new) {
                    clicked = Some(at);
                }
            }
        });
    });
    let left = shown.is_some_and(|shown| shown.response.clicked_elsewhere());
    let choices = fitting(&editing.words);
    let take = |at: usize, outbox: &mut Outbox| {
        if let Some(choice) = choices.get(at) {
            outbox
                .edits
                .push(edit_of(editing.cursor.row, editing.field, &choice.value));
        }
    };
    match (clicked, done) {
        (Some(at), _) => {
            take(at, outbox);
            Some((Then::Stay, true))
        }
        (None, Some((Key::Escape, _))) => Some((Then::Stay, true)),
        // What fits nothing is not given up: it can be mended.
        (None, Some(_)) if choices.is_empty() => {
            ui.memory_mut(|memory| memory.request_focus(id.with("words")));
            None
        }
        (None, Some((key, shift))) => {
            take(editing.highlighted, outbox);
            let then = match (key, shift) {
                (Key::Tab, false) => Then::Right,
                (Key::Tab, true) => Then::Left,
                (_, true) => Then::Up,
                (_, false) => Then::Down,
            };
            Some((then, true))
        }
        (None, None) => (left && !editing.is_new).then_some((Then::Stay, false)),
    }
}

/// What the cell holds, under its open list.
fn cell_words_ui(ui: &Ui, view: &View<'_>, editing: &Editing, cell: Rect) {
    let group = view.document.profile.groups.get(editing.cursor.row);
    let words = match group {
        Some(group) if editing.field == Field::Product => {
            system_words(view, editing.cursor.row, group)
        }
        _ => crate::ui::widgets::words::held_words(
            view,
            Place::Group(editing.cursor.row),
            editing.field,
        ),
    };
    let theme = Theme::of(ui);
    let ring = egui::Stroke::new(2.0, theme.accent);
    // The cell shows no more of what is around it.
    let place = cell.expand2(vec2(3.0, -1.0));
    ui.painter().with_clip_rect(place).rect(
        place,
        4.0,
        theme.panel,
        ring,
        egui::StrokeKind::Inside,
    );
    ui.painter().text(
        cell.left_center(),
        Align2::LEFT_CENTER,
        words,
        Type::Table.font(),
        theme.muted,
    );
}

/// Takes the keys that move in the list or end it.
fn list_keys(ui: &Ui, editing: &mut Editing, choices: usize) -> Option<(Key, bool)> {
    let last = choices.saturating_sub(1);
    let ended = ending_key(ui).filter(|_| !editing.is_new);
    ui.input_mut(|input| {
        let none = Modifiers::NONE;
        for (key, by) in [
            (Key::ArrowDown, 1isize),
            (Key::ArrowUp, -1),
            (Key::PageDown, 8),
            (Key::PageUp, -8),
        ] {
            if input.consume_key(none, key) {
                editing.highlighted = editing.highlighted.saturating_add_signed(by).min(last);
            }
        }
        for key in [Key::Enter, Key::Tab, Key::Escape] {
            input.consume_key(none, key);
            input.consume_key(Modifiers::SHIFT, key);
        }
    });
    ended
}

fn entry_ui(ui: &mut Ui, words: &str, is_current: bool, is_lit: bool, is_new: bool) -> bool {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 28.0), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_lit, words));
    let moved = ui.input(|input| {
        let keys = [Key::ArrowDown, Key::ArrowUp, Key::PageDown, Key::PageUp];
        keys.into_iter().any(|key| input.key_down(key))
    });
    if is_lit {
        if is_new || moved {
            response.scroll_to_me(None);
        }
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
        ui.painter().rect_filled(rect, 4.0, theme.accent_soft);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, theme.sunken);
    }
    let font = if is_current {
        Type::TableStrong
    } else {
        Type::Table
    };
    ui.painter().with_clip_rect(rect).text(
        rect.left_center() + vec2(8.0, 0.0),
        Align2::LEFT_CENTER,
        words,
        font.font(),
        theme.text,
    );
    response.clicked()
}

/// The change that a choice is.
pub(super) fn edit_of(row: usize, field: Field, value: &Value) -> Edit {
    match value {
        Value::Answer(answer) => Edit::SetAnswer {
            place: Place::Group(row),
            field,
            answer: answer.clone(),
        },
        Value::System(product, edition) => Edit::SetSystem {
            groups: vec![row],
            product: product.clone(),
            edition: edition.clone(),
        },
    }
}
