//! Asks what to do with changes that are not saved.

use eframe::egui::Context;

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsavedAnswer {
    /// Save, then go on.
    Save,
    /// Go on without saving.
    DontSave,
    /// Don't go on.
    Cancel,
}

/// Draws the question; returns the answer once there is one.
pub fn unsaved_changes_ui(
    context: &Context,
    language: Language,
    file_name: &str,
) -> Option<UnsavedAnswer> {
    let title = tr_with(
        language,
        "dialog-unsaved-title",
        &[("file", file_name.into())],
    );
    let shown = dialog_ui(context, "unsaved-changes", &title, 420.0, |ui| {
        body_ui(ui, |ui| ui.label(tr(language, "dialog-unsaved-text")));
        buttons_ui(ui, |ui| {
            let save = primary_button(ui, &tr(language, "dialog-save"), true);
            focus_first(ui, &save);
            let dont_save = ui.button(tr(language, "dialog-dont-save"));
            let cancel = ui.button(tr(language, "dialog-cancel"));
            if save.clicked() {
                Some(UnsavedAnswer::Save)
            } else if dont_save.clicked() {
                Some(UnsavedAnswer::DontSave)
            } else if cancel.clicked() {
                Some(UnsavedAnswer::Cancel)
            } else {
                None
            }
        })
    });
    shown
        .inner
        .or(shown.dismissed.then_some(UnsavedAnswer::Cancel))
}
