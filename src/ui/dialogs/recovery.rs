//! Offers the work that an earlier run of the app left unsaved.

use eframe::egui::{Align, Context, Layout, Ui, vec2};

use super::{at_the_right_ui, body_ui, buttons_ui, dialog_ui, focus_first};
use crate::domain::text::Language;
use crate::i18n::{count, date, tr, tr_with};
use crate::ui::drafts::{DraftId, DraftInfo, DraftWork, Standing};
use crate::ui::icons;
use crate::ui::panels::file_name;
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{Type, label, line, marked_ui, muted};

/// The dialog while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RecoveryState {
    /// The draft that is deleted when the button is pressed once more.
    warned_of: Option<DraftId>,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// Open this draft.
    Restore(DraftId),
    /// Remove this draft for good.
    Delete(DraftId),
    /// Keep all drafts and don't ask again.
    NotNow,
}

/// The room for a draft's buttons.
const BUTTONS: f32 = 224.0;

/// Draws the offer; returns the answer once there is one.
pub fn recovery_ui(
    context: &Context,
    language: Language,
    drafts: &[DraftInfo],
    state: &mut RecoveryState,
) -> Option<RecoveryAnswer> {
    let title = tr(language, "keep-recovery-title");
    let shown = dialog_ui(context, "recovery", &title, 600.0, |ui| {
        muted(ui, tr(language, "keep-recovery-text"), Type::Body);
        ui.add_space(8.0);
        let answer = body_ui(ui, |ui| drafts_ui(ui, language, drafts, state));
        buttons_ui(ui, |ui| {
            let not_now = ui.button(tr(language, "keep-not-now"));
            focus_first(ui, &not_now);
            if not_now.clicked() {
                Some(RecoveryAnswer::NotNow)
            } else {
                answer
            }
        })
    });
    shown
        .inner
        .or(shown.dismissed.then_some(RecoveryAnswer::NotNow))
}

/// Draws drafts with their buttons; returns what was chosen, which is never "not now".
pub fn drafts_ui(
    ui: &mut Ui,
    language: Language,
    drafts: &[DraftInfo],
    state: &mut RecoveryState,
) -> Option<RecoveryAnswer> {
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut answer = None;
    for draft in drafts {
        let chosen = ui.push_id(&draft.id.0, |ui| draft_ui(ui, language, draft, state));
        answer = chosen.inner.or(answer.take());
    }
    answer
}

/// What a draft is called: its file, or its organisation where it has none.
pub fn draft_name(language: Language, draft: &DraftInfo) -> String {
    match &draft.work {
        Err(_) => file_name(language, Some(&draft.place)),
        Ok(work) if work.path.is_none() && !work.organisation.is_empty() => {
            work.organisation.clone()
        }
        Ok(work) => file_name(language, work.path.as_deref()),
    }
}

fn draft_ui(
    ui: &mut Ui,
    language: Language,
    draft: &DraftInfo,
    state: &mut RecoveryState,
) -> Option<RecoveryAnswer> {
    let theme = Theme::of(ui);
    let name = draft_name(language, draft);
    let mut answer = None;
    theme.card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        // The buttons come after the name in the order of Tab and of reading.
        ui.horizontal_top(|ui| {
            let width = ui.available_width() - BUTTONS - 8.0;
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                line(ui, &name, Type::Strong);
                if let Ok(work) = &draft.work {
                    line(ui, written_words(language, work), Type::Table);
                }
            });
            answer = at_the_right_ui(ui, Align::Min, |ui| {
                actions_ui(ui, language, draft, &name, state)
            });
        });
        match &draft.work {
            Ok(work) => work_ui(ui, language, work),
            Err(problem) => {
                marked_ui(ui, icons::WARNING, theme.danger, |ui| {
                    label(ui, problem, Type::Table);
                    muted(ui, tr(language, "keep-draft-broken"), Type::Small);
                });
            }
        }
    });
    ui.add_space(8.0);
    answer
}

fn written_words(language: Language, work: &DraftWork) -> String {
    let written = [
        ("date", date(language, work.written.date()).into()),
        ("time", work.written.format("%H:%M").to_string().into()),
        ("groups", count(work.groups as u64)),
    ];
    tr_with(language, "keep-draft-line", &written)
}

fn work_ui(ui: &mut Ui, language: Language, work: &DraftWork) {
    let theme = Theme::of(ui);
    match &work.path {
        Some(path) => {
            let path = path.display().to_string();
            let shown = line(ui, &path, Type::Small);
            shown.on_hover_text(path);
        }
        None => {
            muted(ui, tr(language, "keep-never-saved"), Type::Small);
        }
    }
    let warning = match work.standing {
        Standing::NeverSaved | Standing::Unchanged => return,
        Standing::Changed => "keep-file-changed",
        Standing::Gone => "keep-file-gone",
    };
    marked_ui(ui, icons::WARNING, theme.needs_decision, |ui| {
        label(ui, tr(language, warning), Type::Small);
    });
}

/// The buttons of a draft.
fn actions_ui(
    ui: &mut Ui,
    language: Language,
    draft: &DraftInfo,
    name: &str,
    state: &mut RecoveryState,
) -> Option<RecoveryAnswer> {
    let is_warned = state.warned_of.as_ref() == Some(&draft.id);
    let named = |id: &str| tr_with(language, id, &[("name", name.into())]);
    let (delete, delete_name) = if is_warned {
        ("keep-delete-for-good", "keep-delete-for-good-name")
    } else {
        ("keep-delete", "keep-delete-name")
    };
    let delete_text = tr(language, delete);
    let delete_name = named(delete_name);
    let mut answer = None;
    ui.spacing_mut().item_spacing.x = 8.0;
    if draft.work.is_ok() {
        let restore_text = tr(language, "keep-restore");
        let restore_name = named("keep-restore-name");
        let restore = Button::primary("", &restore_text)
            .named(&restore_name)
            .small()
            .show(ui);
        focus_first(ui, &restore);
        if restore.clicked() {
            answer = Some(RecoveryAnswer::Restore(draft.id.clone()));
        }
    }
    let delete = Button::secondary("", &delete_text)
        .named(&delete_name)
        .small()
        .show(ui);
    if delete.clicked() {
        if is_warned {
            answer = Some(RecoveryAnswer::Delete(draft.id.clone()));
        } else {
            state.warned_of = Some(draft.id.clone());
        }
    }
    answer
}
