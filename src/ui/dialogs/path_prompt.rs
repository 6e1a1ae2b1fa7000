//! A file by its typed path: the way out where the system has no file dialog or it hangs.

use eframe::egui::{Context, Key, RichText, TextEdit};

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::ui::theme::{Theme, regular};

/// What the path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathKind {
    /// Opening a profile.
    Open,
    /// Saving a profile.
    Save,
    /// Exporting the plan.
    Export,
}

/// The prompt while it is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathPrompt {
    /// What the path is for.
    pub kind: PathKind,
    /// What has been typed.
    pub text: String,
    /// A line above the field, if there is a reason to say one: a message's id.
    pub reason: Option<&'static str>,
    /// The path of which the person has been told that a file is there.
    pub warned_of: Option<String>,
}

impl PathPrompt {
    /// The path: without blanks around it and the quotation marks that Windows copies with it.
    pub fn path(&self) -> &str {
        self.text.trim().trim_matches('"').trim()
    }

    /// Whether the person has been told that this path's file will be replaced.
    pub fn is_warned(&self) -> bool {
        self.warned_of.as_deref() == Some(self.path())
    }
}

/// What was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathAnswer {
    /// Use the typed path.
    Use,
    /// Close the prompt.
    Cancel,
}

/// Draws the prompt; returns the answer once there is one.
pub fn path_prompt_ui(
    context: &Context,
    language: Language,
    prompt: &mut PathPrompt,
) -> Option<PathAnswer> {
    let theme = Theme::of(context);
    let (title, action) = match prompt.kind {
        PathKind::Open => ("dialog-path-open-title", "dialog-open"),
        PathKind::Save => ("dialog-path-save-title", "dialog-save"),
        PathKind::Export => ("dialog-path-export-title", "dialog-save"),
    };
    let shown = dialog_ui(context, "path", &tr(language, title), 520.0, |ui| {
        let (entered, warned) = body_ui(ui, |ui| {
            if let Some(reason) = prompt.reason {
                ui.label(RichText::new(tr(language, reason)).color(theme.muted));
            }
            let label = ui.label(
                RichText::new(tr(language, "dialog-path-label"))
                    .font(regular(13.0))
                    .color(theme.muted),
            );
            let field = TextEdit::singleline(&mut prompt.text)
                .desired_width(f32::INFINITY)
                .cursor_at_end(true);
            let field = ui.add(field).labelled_by(label.id);
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            focus_first(ui, &field);
            let warned = prompt.is_warned();
            if warned {
                ui.label(RichText::new(tr(language, "dialog-path-exists")).color(theme.danger));
            }
            (entered, warned)
        });
        let usable = !prompt.path().is_empty();
        buttons_ui(ui, |ui| {
            let action = if warned { "dialog-replace" } else { action };
            let used = primary_button(ui, &tr(language, action), usable).clicked();
            if used || (entered && usable) {
                Some(PathAnswer::Use)
            } else if ui.button(tr(language, "dialog-cancel")).clicked() {
                Some(PathAnswer::Cancel)
            } else {
                None
            }
        })
    });
    shown
        .inner
        .or(shown.dismissed.then_some(PathAnswer::Cancel))
}

/// Says that the system's file dialog is open; returns whether to type a path instead (`Use`) or
/// to stop waiting for it.
pub fn picking_ui(context: &Context, language: Language) -> Option<PathAnswer> {
    let title = tr(language, "dialog-picking-title");
    let shown = dialog_ui(context, "picking", &title, 420.0, |ui| {
        body_ui(ui, |ui| ui.label(tr(language, "dialog-picking-text")));
        buttons_ui(ui, |ui| {
            let type_path = ui.button(tr(language, "dialog-type-path"));
            focus_first(ui, &type_path);
            if type_path.clicked() {
                Some(PathAnswer::Use)
            } else if ui.button(tr(language, "dialog-cancel")).clicked() {
                Some(PathAnswer::Cancel)
            } else {
                None
            }
        })
    });
    shown
        .inner
        .or(shown.dismissed.then_some(PathAnswer::Cancel))
}
