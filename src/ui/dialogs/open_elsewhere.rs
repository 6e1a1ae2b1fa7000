//! Asks whether to open a file that another copy of the app has open.

use eframe::egui::Context;

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ElsewhereAnswer {
    /// Open it all the same.
    OpenAnyway,
    /// Open what it holds as a profile without a file.
    OpenCopy,
    /// Don't open it.
    Cancel,
}

/// Draws the question; returns the answer once there is one.
pub fn open_elsewhere_ui(
    context: &Context,
    language: Language,
    file_name: &str,
) -> Option<ElsewhereAnswer> {
    let title = tr_with(
        language,
        "keep-elsewhere-title",
        &[("file", file_name.into())],
    );
    let shown = dialog_ui(context, "open-elsewhere", &title, 480.0, |ui| {
        body_ui(ui, |ui| ui.label(tr(language, "keep-elsewhere-text")));
        buttons_ui(ui, |ui| {
            let copy = primary_button(ui, &tr(language, "keep-open-copy"), true);
            focus_first(ui, &copy);
            let anyway = ui.button(tr(language, "keep-open-anyway"));
            let cancel = ui.button(tr(language, "dialog-cancel"));
            if copy.clicked() {
                Some(ElsewhereAnswer::OpenCopy)
            } else if anyway.clicked() {
                Some(ElsewhereAnswer::OpenAnyway)
            } else if cancel.clicked() {
                Some(ElsewhereAnswer::Cancel)
            } else {
                None
            }
        })
    });
    shown
        .inner
        .or(shown.dismissed.then_some(ElsewhereAnswer::Cancel))
}
