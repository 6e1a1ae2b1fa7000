//! The answer to "Why?" where the window has no room beside the plan: it takes the plan's place, and
//! leads back to where it was asked.

use eframe::egui::{Id, Key, Margin, Memory, Ui};

use super::ScreensState;
use super::frame::column_ui;
use super::plan::{LEAST_WITH_ANSWERS_BESIDE, Told};
use super::plan_side::side_ui;
use crate::i18n::tr;
use crate::ui::widgets::button::Button;
use crate::ui::{Outbox, View, icons};

/// What is remembered of an answer between frames.
#[derive(Debug, Default)]
pub(super) struct AnswerState {
    is_shown: bool,
    /// The keyboard is to go to the way back.
    takes_focus: bool,
    /// What had the keyboard when it was asked.
    asked_by: Option<Id>,
    /// Tells answers apart, so that each begins at its top.
    number: u8,
}

fn has_room_beside(ui: &Ui) -> bool {
    ui.available_rect_before_wrap().width() >= LEAST_WITH_ANSWERS_BESIDE
}

/// Draws the answer in place of the plan while one is read there; false where none is.
pub(super) fn answer_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) -> bool {
    let is_told = state.plan.told() != Told::default();
    // Who goes to a part of the plan is done with the answer.
    let is_shown = state.plan.answer.is_shown && is_told && state.scroll_to.is_none();
    state.plan.answer.is_shown = is_shown;
    if !is_shown || has_room_beside(ui) {
        return false;
    }
    let place = ui.available_rect_before_wrap();
    let salt = ("plan-answer", state.plan.answer.number);
    let mut goes_back = false;
    column_ui(ui, place, salt, Margin::symmetric(24, 20), |ui| {
        let words = tr(view.language, "plan-ui-back-to-plan");
        let back = Button::secondary(icons::ARROW_LEFT, &words).show(ui);
        if std::mem::take(&mut state.plan.answer.takes_focus) {
            back.request_focus();
        }
        goes_back = back.clicked();
        side_ui(ui, view, state, outbox);
    });
    if goes_back || state.plan.told() == Told::default() {
        state.plan.answer.is_shown = false;
        if let Some(id) = state.plan.answer.asked_by {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        ui.ctx().request_repaint();
    }
    true
}

/// Shows the answer in place of the plan once it was asked for, where it has no room beside it.
pub(super) fn follow(ui: &Ui, state: &mut ScreensState, before: Told) {
    const STEPS: [Key; 6] = [
        Key::ArrowUp,
        Key::ArrowDown,
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::Home,
        Key::End,
    ];
    if has_room_beside(ui) || state.plan.told() == before {
        return;
    }
    // Arrows walk the lines of a table, each of which is chosen on the way.
    if ui.input(|input| STEPS.iter().any(|key| input.key_down(*key))) {
        return;
    }
    if state.plan.told() == Told::default() {
        // Beside the plan a second click closes the answer; here nobody sees that it is open.
        state.plan.tell(before);
    }
    let answer = &mut state.plan.answer;
    answer.is_shown = true;
    answer.takes_focus = true;
    answer.number = answer.number.wrapping_add(1);
    answer.asked_by = ui.memory(Memory::focused);
    ui.ctx().request_repaint();
}
