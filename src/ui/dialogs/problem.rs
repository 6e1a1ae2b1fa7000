//! Says in one clear line what did not work.

use eframe::egui::Context;

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::text::Language;
use crate::i18n::tr;

/// Something that did not work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The message that says what was tried.
    pub title: &'static str,
    /// What happened and what to do.
    pub line: String,
}

/// Draws the problem; true once it has been read.
pub fn problem_ui(context: &Context, language: Language, problem: &Problem) -> bool {
    let title = tr(language, problem.title);
    let shown = dialog_ui(context, "problem", &title, 480.0, |ui| {
        body_ui(ui, |ui| ui.label(&problem.line));
        buttons_ui(ui, |ui| {
            let close = primary_button(ui, &tr(language, "dialog-close"), true);
            focus_first(ui, &close);
            close.clicked()
        })
    });
    shown.inner || shown.dismissed
}
