//! The status line: what is saved where, the edition of the rules, and what draws the window.

use eframe::egui::{Align, Label, Layout, RichText, Ui};

use super::Shell;
use crate::domain::programme::Programme;
use crate::domain::text::Language;
use crate::i18n::{count, date, tr, tr_with};
use crate::ui::theme::{Theme, icon_font, regular};
use crate::ui::widgets::words::old_data_words;
use crate::ui::{View, icons};

/// The height of the line.
pub const HEIGHT: f32 = 28.0;

/// Draws the line into a panel of its height.
pub fn status_bar_ui(ui: &mut Ui, view: &View<'_>, shell: &Shell<'_>) {
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
                    ui.label(text(shell.notice.unwrap_or_default().to_owned()));
                    return;
                }
                ui.label(
                    RichText::new(icons::FLOPPY_DISK)
                        .font(icon_font(12.0))
                        .color(theme.muted),
                );
                let state = match (shell.path, shell.unsaved) {
                    (_, true) => tr(language, "status-unsaved"),
                    (Some(_), false) => tr(language, "status-saved"),
                    (None, false) => tr(language, "status-new"),
                };
                ui.label(text(state));
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
        let icon = RichText::new(icons::WARNING).font(icon_font(12.0));
        ui.label(icon.color(theme.needs_decision));
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
