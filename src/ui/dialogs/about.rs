//! What this program is, what its rules are, and where they end.

use eframe::egui::{Context, RichText};

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;
use crate::i18n::{date, tr, tr_with};
use crate::ui::theme::Theme;

/// Draws the dialog; true once it has been read.
pub fn about_ui(
    context: &Context,
    language: Language,
    catalogue: &Catalogue,
    renderer: &str,
) -> bool {
    let theme = Theme::of(context);
    let title = tr_with(
        language,
        "dialog-about-title",
        &[("version", env!("CARGO_PKG_VERSION").into())],
    );
    let shown = dialog_ui(context, "about", &title, 480.0, |ui| {
        body_ui(ui, |ui| {
            ui.label(tr(language, "dialog-about-text"));
            ui.label(tr(language, "dialog-about-rules"));
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for programme in catalogue.programmes() {
                    let base = &programme.base;
                    ui.label(tr_with(
                        language,
                        "dialog-about-programme",
                        &[
                            ("programme", base.short_name.get(language).into()),
                            ("edition", base.edition.to_string().into()),
                            ("checked", date(language, base.checked).into()),
                        ],
                    ));
                }
            });
            ui.label(tr(language, "dialog-about-limits"));
            ui.label(RichText::new(tr(language, "dialog-about-offline")).color(theme.muted));
            if !renderer.is_empty() {
                let drawn = tr_with(
                    language,
                    "dialog-about-renderer",
                    &[("renderer", renderer.into())],
                );
                ui.label(RichText::new(drawn).color(theme.muted));
            }
            ui.label(RichText::new(tr(language, "dialog-about-licences")).color(theme.muted));
        });
        buttons_ui(ui, |ui| {
            let close = primary_button(ui, &tr(language, "dialog-close"), true);
            focus_first(ui, &close);
            close.clicked()
        })
    });
    shown.inner || shown.dismissed
}
