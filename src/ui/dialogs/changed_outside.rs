//! Asks what to do when another program has written the file that is to be saved.

use eframe::egui::Context;

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangedAnswer {
    /// Save under another name.
    SaveAs,
    /// Replace what the other program has written.
    Overwrite,
    /// Read the file again; the changes stay as a draft.
    Reload,
    /// Don't save.
    Cancel,
}

/// Draws the question; returns the answer once there is one.
pub fn changed_outside_ui(
    context: &Context,
    language: Language,
    file_name: &str,
) -> Option<ChangedAnswer> {
    let title = tr_with(
        language,
        "keep-changed-title",
        &[("file", file_name.into())],
    );
    let shown = dialog_ui(context, "changed-outside", &title, 560.0, |ui| {
        body_ui(ui, |ui| ui.label(tr(language, "keep-changed-text")));
        buttons_ui(ui, |ui| {
            let save_as = primary_button(ui, &tr(language, "command-save-as"), true);
            focus_first(ui, &save_as);
            let reload = ui.button(tr(language, "keep-reload"));
            let overwrite = ui.button(tr(language, "keep-overwrite"));
            let cancel = ui.button(tr(language, "dialog-cancel"));
            if save_as.clicked() {
                Some(ChangedAnswer::SaveAs)
            } else if reload.clicked() {
                Some(ChangedAnswer::Reload)
            } else if overwrite.clicked() {
                Some(ChangedAnswer::Overwrite)
            } else if cancel.clicked() {
                Some(ChangedAnswer::Cancel)
            } else {
                None
            }
        })
    });
    shown
        .inner
        .or(shown.dismissed.then_some(ChangedAnswer::Cancel))
}
