//! Editing a cell of the groups' table where it stands: a text is typed, an answer is chosen from a
//! list that narrows while one types.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::text_edit::TextEditState;
use eframe::egui::{FocusDirection, Id, Key, Ui};

use super::ScreensState;
use super::groups_list::{Value, edit_of, held, list_ui};
use super::groups_order::GroupColumn;
use super::profile::form;
use crate::document::Edit;
use crate::domain::field::{Answer, Field, FieldKind, Place};
use crate::ui::widgets::field::{is_shown, typed_field_ui};
use crate::ui::widgets::grid::{Cursor, grid_focus};
use crate::ui::widgets::text_control::wrong_ui;
use crate::ui::widgets::typing::{TypingKey, read_answer, typed_answer};
use crate::ui::{Outbox, View};

/// The cell that is being edited.
#[derive(Clone, Debug)]
pub(super) struct Editing {
    pub(super) cursor: Cursor,
    pub(super) field: Field,
    /// What the document held before: Escape brings it back.
    before: Answer,
    /// What is typed to narrow a list.
    pub(super) words: String,
    /// The entry of the list that Enter takes.
    pub(super) highlighted: usize,
    /// The first frame: it takes the keyboard.
    pub(super) is_new: bool,
}

/// Where the cursor goes when a cell is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Then {
    Stay,
    Down,
    Up,
    Right,
    Left,
}

/// Begins to edit the cursor's cell, with what was typed on it.
pub(super) fn begin(
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    columns: &[GroupColumn],
    typed: &str,
) {
    let groups = &mut state.profile.groups;
    let cursor = Cursor {
        row: state.selected_group,
        column: groups.column,
    };
    let field = columns.get(cursor.column).and_then(|column| column.field());
    let Some(field) = field.filter(|field| is_shown(view, Place::Group(cursor.row), *field)) else {
        return;
    };
    let place = Place::Group(cursor.row);
    let key = TypingKey::Answer(place, field);
    let is_text = field.kind() != FieldKind::Choice;
    // Of two keys in one frame the second one goes on where the first began.
    let mut words = match &groups.editing {
        Some(editing) if editing.cursor == cursor => match state.typing.text(&key) {
            Some(text) if is_text => text.to_owned(),
            None if is_text => typed_answer(&view.document.profile.answer(place, field)),
            _ => editing.words.clone(),
        },
        _ => String::new(),
    };
    let before = match groups.editing.take() {
        Some(editing) if editing.cursor == cursor => editing.before,
        _ => {
            outbox.typing_ended = true;
            view.document.profile.answer(place, field)
        }
    };
    words.push_str(typed);
    if is_text && !typed.is_empty() {
        state.typing.keep(&key, &words);
        if let Ok(answer) = read_answer(view.language, field, &words) {
            outbox.edits.push(Edit::SetAnswer {
                place,
                field,
                answer,
            });
            // What follows in the editor joins this step.
            outbox.typing_ended = false;
        }
    }
    groups.editing = Some(Editing {
        cursor,
        field,
        before,
        words: if is_text { String::new() } else { words },
        highlighted: 0,
        is_new: true,
    });
}

/// Draws the editor into the cursor's cell.
pub(super) fn editor_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    columns: &[GroupColumn],
) {
    let Some(mut editing) = state.profile.groups.editing.take() else {
        return;
    };
    if ending_key(ui).is_some() {
        // Tab leads to the next cell, not to whatever is drawn after this one.
        ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
    let then = if editing.field.kind() == FieldKind::Choice {
        list_ui(ui, view, &mut editing, outbox)
    } else {
        text_ui(ui, view, state, &mut editing, outbox)
    };
    match then {
        None => {
            editing.is_new = false;
            state.profile.groups.editing = Some(editing);
        }
        Some((then, by_key)) => {
            outbox.typing_ended = true;
            if by_key {
                go_on(state, columns, then);
                ui.memory_mut(|memory| memory.request_focus(grid_focus("groups")));
            }
            ui.ctx().request_repaint();
        }
    }
}

fn go_on(state: &mut ScreensState, columns: &[GroupColumn], then: Then) {
    let groups = &mut state.profile.groups;
    let rows = groups.order.rows();
    let at = rows.iter().position(|row| *row == state.selected_group);
    let Some(at) = at else { return };
    let last = columns.len().saturating_sub(1);
    let (at, column) = match then {
        Then::Stay => (at, groups.column),
        Then::Down => (at + 1, groups.column),
        Then::Up => (at.saturating_sub(1), groups.column),
        Then::Right if groups.column < last => (at, groups.column + 1),
        Then::Right => (at + 1, 1),
        Then::Left if groups.column > 1 => (at, groups.column - 1),
        Then::Left => (at.saturating_sub(1), last),
    };
    if let Some(row) = rows.get(at) {
        state.selected_group = *row;
        groups.column = column;
    }
}

/// The key that ended an editor.
pub(super) fn ending_key(ui: &Ui) -> Option<(Key, bool)> {
    ui.input(|input| {
        let keys = [Key::Enter, Key::Tab, Key::Escape];
        let pressed = keys.into_iter().find(|key| input.key_pressed(*key));
        pressed.map(|key| (key, input.modifiers.shift))
    })
}

/// Typing goes on after what a text field holds.
pub(super) fn caret_to_end(ui: &Ui, id: Id) {
    let mut caret = TextEditState::load(ui.ctx(), id).unwrap_or_default();
    let end = CCursorRange::one(CCursor::new(usize::MAX / 2));
    caret.cursor.set_char_range(Some(end));
    caret.store(ui.ctx(), id);
}

fn text_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    editing: &mut Editing,
    outbox: &mut Outbox,
) -> Option<(Then, bool)> {
    let place = Place::Group(editing.cursor.row);
    let width = ui.available_width();
    let mut form = form(view, state, outbox);
    let (response, wrong) =
        typed_field_ui(ui, &mut form, place, editing.field, width, true, "cell");
    if let Some(wrong) = &wrong {
        response.show_tooltip_ui(|ui| wrong_ui(ui, Some(wrong)));
    }
    let ending = ending_key(ui);
    if editing.is_new {
        response.request_focus();
        caret_to_end(ui, response.id);
        outbox.typing_ended = false;
        ending?;
    } else if response.has_focus() && !matches!(ending, Some((Key::Tab, _))) {
        return None;
    }
    match ending {
        Some((Key::Escape, _)) => {
            let key = TypingKey::Answer(place, editing.field);
            state.typing.give_up(&key);
            outbox.edits.push(Edit::SetAnswer {
                place,
                field: editing.field,
                answer: editing.before.clone(),
            });
            Some((Then::Stay, true))
        }
        // What can't be taken stays, and the words that say why.
        Some((Key::Enter, _)) if wrong.is_some() => {
            response.request_focus();
            outbox.typing_ended = false;
            None
        }
        Some((Key::Enter, shift)) => Some((if shift { Then::Up } else { Then::Down }, true)),
        Some((Key::Tab, shift)) => Some((if shift { Then::Left } else { Then::Right }, true)),
        _ => Some((Then::Stay, false)),
    }
}

/// Makes the cursor's cell unknown.
pub(super) fn clear(
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    columns: &[GroupColumn],
) {
    let column = columns.get(state.profile.groups.column);
    let Some(field) = column.and_then(|column| column.field()) else {
        return;
    };
    let row = state.selected_group;
    let place = Place::Group(row);
    state.typing.give_up(&TypingKey::Answer(place, field));
    let value = match held(view, place, field) {
        Value::System(..) => Value::System(None, None),
        Value::Answer(_) => Value::Answer(Answer::Unknown),
    };
    outbox.edits.push(edit_of(row, field, &value));
    outbox.typing_ended = true;
}
