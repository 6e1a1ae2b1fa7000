//! Source chips: the id of a FAQ entry, small, everywhere; a click opens the entry.

use eframe::egui::{Align2, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::text::Type;
use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::tr_with;
use crate::ui::Outbox;
use crate::ui::theme::Theme;

/// The most chips that stand in one row before the rest is counted.
const MOST_IN_A_ROW: usize = 6;

/// Draws the chip of an entry.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::ui::{Outbox, View, widgets::chip::source_chip};
/// # fn draw(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
/// source_chip(ui, "W7-018", view.language, outbox);
/// # }
/// ```
pub fn source_chip(ui: &mut Ui, id: &str, language: Language, outbox: &mut Outbox) -> Response {
    let theme = Theme::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(id.to_owned(), Type::Mono.font(), theme.muted);
    let size = vec2(galley.size().x + 12.0, 18.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = || tr_with(language, "widget-open-faq", &[("id", id.into())]);
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name()));
    if ui.is_rect_visible(rect) {
        let (ground, ink) = if response.hovered() {
            (theme.accent_soft, theme.accent)
        } else {
            (theme.sunken, theme.muted)
        };
        ui.painter().rect_filled(rect, 4.0, ground);
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            ui.painter()
                .rect_stroke(rect, 4.0, ring, StrokeKind::Inside);
        }
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
        ui.painter()
            .galley_with_override_text_color(at.min, galley, ink);
    }
    if response.clicked() {
        outbox.open_faq = Some(id.to_owned());
    }
    response.on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
}

/// Draws the chips of some entries one after the other; beyond six, the others are counted.
pub fn source_chips(ui: &mut Ui, ids: &[FaqId], language: Language, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.x = 4.0;
    for id in ids.iter().take(MOST_IN_A_ROW) {
        source_chip(ui, id.as_str(), language, outbox);
    }
    let rest = ids.get(MOST_IN_A_ROW..).unwrap_or_default();
    if !rest.is_empty() {
        let all: Vec<&str> = rest.iter().map(FaqId::as_str).collect();
        let more = super::text::rich(ui, format!("+{}", rest.len()), Type::Small);
        ui.label(more).on_hover_text(all.join("  "));
    }
}

/// Draws all chips of some entries, wrapped over as many lines as they need.
pub fn all_source_chips(ui: &mut Ui, ids: &[FaqId], language: Language, outbox: &mut Outbox) {
    super::text::flow_ui(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for id in ids {
            source_chip(ui, id.as_str(), language, outbox);
        }
    });
}
