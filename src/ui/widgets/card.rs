//! Cards: a panel with a hairline, and its head.

use eframe::egui::{
    CornerRadius, Frame, Id, InnerResponse, Margin, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use super::terms;
use super::text::{self, Type};
use crate::ui::icons;
use crate::ui::theme::{CARD_RADIUS, Theme};

/// Draws a card over the whole width.
pub fn card_ui<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    Theme::of(ui).card().show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        add_contents(ui)
    })
}

/// Draws a card on warning ground over the whole width.
pub fn warning_card_ui<R>(
    ui: &mut Ui,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let ground = Theme::of(ui).warning_ground;
    Frame::new()
        .fill(ground)
        .stroke(Stroke::new(1.0, ground))
        .corner_radius(CornerRadius::same(CARD_RADIUS))
        .inner_margin(Margin::same(16))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            add_contents(ui)
        })
}

/// Draws a card's head: its title, a muted note beside it, and what stands at the right, which is
/// drawn from left to right too, so that the keyboard walks it as it is read.
pub fn card_head(
    ui: &mut Ui,
    title: &str,
    note: &str,
    add_right: impl FnOnce(&mut Ui),
) -> Response {
    let height = crate::ui::theme::CONTROL_HEIGHT - 4.0;
    let add_left = |ui: &mut Ui| {
        let response = terms::heading(ui, title, Type::Heading);
        if !note.is_empty() {
            ui.add_space(4.0);
            let note = text::rich(ui, note, Type::Table).color(Theme::of(ui).muted);
            ui.add(eframe::egui::Label::new(note).truncate());
        }
        response
    };
    text::ends_ui(ui, height, add_left, add_right)
}

/// Draws the head of a card that opens and closes, with a note at the right; true when clicked.
pub fn folding_head(ui: &mut Ui, id: Id, title: &str, note: &str, is_open: bool) -> bool {
    let theme = Theme::of(ui);
    let size = vec2(ui.available_width(), 28.0);
    let (_, rect) = ui.allocate_space(size);
    let response = ui.interact(rect.expand2(vec2(8.0, 4.0)), id, Sense::click());
    response.widget_info(|| {
        let name = if note.is_empty() {
            title.to_owned()
        } else {
            format!("{title}, {note}")
        };
        WidgetInfo::selected(Role::DisclosureTriangle, ui.is_enabled(), is_open, name)
    });
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect.expand2(vec2(6.0, 2.0)),
            6.0,
            Stroke::new(2.0, theme.accent),
            StrokeKind::Outside,
        );
    }
    let painter = ui.painter();
    painter.text(
        rect.left_center(),
        eframe::egui::Align2::LEFT_CENTER,
        title,
        Type::Heading.font(),
        if response.hovered() {
            theme.accent
        } else {
            theme.text
        },
    );
    let caret = if is_open {
        icons::CARET_UP
    } else {
        icons::CARET_DOWN
    };
    painter.text(
        rect.right_center(),
        eframe::egui::Align2::RIGHT_CENTER,
        caret,
        crate::ui::theme::icon_font(14.0),
        theme.muted,
    );
    painter.text(
        rect.right_center() - vec2(26.0, 0.0),
        eframe::egui::Align2::RIGHT_CENTER,
        note,
        Type::Small.font(),
        theme.muted,
    );
    response
        .on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
        .clicked()
}

/// Draws a hairline over the whole width.
pub fn hairline(ui: &mut Ui) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 1.0));
    let y = ui.painter().round_to_pixel_center(rect.center().y);
    ui.painter()
        .hline(rect.x_range(), y, Theme::of(ui).hairline());
}
