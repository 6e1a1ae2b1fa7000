//! The status line: what is saved where, the edition of the rules, and what draws the window.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use super::{Shell, file_name};
use crate::domain::programme::Programme;
use crate::domain::text::Language;
use crate::i18n::{count, date, tr, tr_with};
use crate::ui::drafts::{FileRequest, Outside};
use crate::ui::theme::{Theme, regular};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::icon;
use crate::ui::widgets::words::old_data_words;
use crate::ui::{Outbox, View, icons};

/// The height of the line.
pub const HEIGHT: f32 = 28.0;

/// Draws the line into a panel of its height.
pub fn status_bar_ui(ui: &mut Ui, view: &View<'_>, shell: &Shell<'_>, outbox: &mut Outbox) {
    let theme = Theme::of(ui);
    let language = view.language;
    let text = |text: String| RichText::new(text).font(regular(12.0)).color(theme.muted);
    ui.spacing_mut().interact_size.y = HEIGHT - 8.0;
    ui.spacing_mut().item_spacing.x = 6.0;
    ui.horizontal_centered(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the zoom lies between 0.5 and 3"
            )]
            let zoom = (ui.ctx().zoom_factor() * 100.0).round() as u64;
            ui.label(text(tr_with(
                language,
                "status-zoom",
                &[("percent", count(zoom))],
            )));
            if !shell.renderer.is_empty() && ui.available_width() > 520.0 {
                ui.add_space(10.0);
                ui.label(text(shell.renderer.to_owned()));
            }
            ui.add_space(10.0);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if shell.is_bare {
                    if let Some(notice) = shell.notice {
                        ui.label(text(notice.to_owned()));
                    }
                    return;
                }
                icon(ui, icons::FLOPPY_DISK, 12.0, theme.muted);
                let state = match (shell.path, shell.unsaved) {
                    (_, true) => unsaved_words(language, shell),
                    (Some(_), false) => tr(language, "status-saved"),
                    (None, false) => tr(language, "status-new"),
                };
                ui.label(text(state));
                outside_ui(ui, language, shell, outbox);
                if let Some(notice) = shell.notice {
                    ui.add_space(10.0);
                    ui.add(Label::new(text(notice.to_owned()).color(theme.text)).truncate());
                    return;
                }
                let wide = ui.available_width() > 640.0;
                if let (Some(path), true) = (shell.path, wide) {
                    ui.add_space(4.0);
                    ui.scope(|ui| {
                        ui.set_max_width(ui.available_width() - 360.0);
                        let path = path.display().to_string();
                        ui.add(Label::new(text(path.clone())).truncate())
                            .on_hover_text(path);
                    });
                }
                ui.add_space(10.0);
                rules_ui(ui, view);
            });
        });
    });
}

/// That something is not saved, and when its draft was kept.
fn unsaved_words(language: Language, shell: &Shell<'_>) -> String {
    match shell.draft_kept {
        None => tr(language, "status-unsaved"),
        Some(kept) => {
            let time = kept.format("%H:%M").to_string().into();
            tr_with(language, "keep-status-kept", &[("time", time)])
        }
    }
}

/// That another program has written the file; without changes of one's own it is read again by a
/// press, with some the question comes when they are saved.
fn outside_ui(ui: &mut Ui, language: Language, shell: &Shell<'_>, outbox: &mut Outbox) {
    let theme = Theme::of(ui);
    let words = match (shell.outside, shell.unsaved) {
        (Outside::Same, _) => return,
        (Outside::Changed, false) => "keep-status-changed",
        (Outside::Changed, true) => "keep-status-changed-unsaved",
        (Outside::Gone, _) => "keep-status-gone",
    };
    let file = file_name(language, shell.path);
    ui.add_space(10.0);
    icon(ui, icons::WARNING, 12.0, theme.needs_decision);
    let words = tr_with(language, words, &[("file", file.clone().into())]);
    let words = RichText::new(words).font(regular(12.0)).color(theme.text);
    ui.scope(|ui| {
        // A long name leaves room for the button.
        ui.set_max_width((ui.available_width() - 140.0).max(0.0));
        ui.add(Label::new(words).truncate());
    });
    if shell.outside == Outside::Changed && !shell.unsaved {
        let text = tr(language, "keep-reload");
        let name = tr_with(language, "keep-reload-name", &[("file", file.into())]);
        let button = Button {
            height: HEIGHT - 8.0,
            ..Button::quiet("", &text).named(&name)
        };
        if button.show(ui).clicked() {
            outbox.file = Some(FileRequest::Reload);
        }
    }
}

/// Which rule data the plan rests on and when it was checked; a warning where that is long ago.
fn rules_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    let language = view.language;
    let lines: Vec<String> = view
        .programmes()
        .map(|(_, programme)| rules_words(language, programme))
        .collect();
    let checked = view
        .programmes()
        .map(|(_, programme)| programme.base.checked);
    let words = match (lines.as_slice(), checked.min()) {
        ([one], _) => one.clone(),
        (several, Some(checked)) => tr_with(
            language,
            "status-rules-several",
            &[
                ("count", count(several.len() as u64)),
                ("checked", date(language, checked).into()),
            ],
        ),
        (_, None) => return,
    };
    let old = old_data_words(view);
    let ink = if old.is_some() {
        icon(ui, icons::WARNING, 12.0, theme.needs_decision);
        theme.text
    } else {
        theme.muted
    };
    let mut more = lines;
    more.extend(old);
    let words = RichText::new(words).font(regular(12.0)).color(ink);
    ui.add(Label::new(words).truncate())
        .on_hover_text(more.join("\n"));
}

fn rules_words(language: Language, programme: &Programme) -> String {
    let base = &programme.base;
    tr_with(
        language,
        "status-rules",
        &[
            ("programme", base.short_name.get(language).into()),
            ("edition", base.edition.to_string().into()),
            ("checked", date(language, base.checked).into()),
        ],
    )
}
