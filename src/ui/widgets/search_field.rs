//! A field for words to search for.

use eframe::egui::{Align2, Frame, Id, Margin, Response, Shape, TextEdit, Ui, vec2};

use super::control::{Look, control_shapes};
use super::text::{self, Type};
use crate::ui::icons;
use crate::ui::theme::{CONTROL_HEIGHT, Theme, icon_font};

/// Draws a search over the whole width, with its sign at the left; `name` stands in it while it is
/// empty.
///
/// ```
/// # use eframe::egui::{Id, Ui};
/// # use esu_planner::ui::widgets::search_field::search_field_ui;
/// # fn draw(ui: &mut Ui, words: &mut String) {
/// if search_field_ui(ui, Id::unique("terms"), "Search the glossary", words).changed() {
///     // Look for the words.
/// }
/// # }
/// ```
pub fn search_field_ui(ui: &mut Ui, id: Id, name: &str, words: &mut String) -> Response {
    let slot = ui.painter().add(Shape::Noop);
    let width = ui.available_width();
    let hint = text::rich(ui, name, Type::Body).color(Theme::of(ui).muted);
    let margin = Margin {
        left: 34,
        right: 10,
        top: 0,
        bottom: 0,
    };
    let response = ui.add(
        TextEdit::singleline(words)
            .id(id)
            .frame(Frame::new().inner_margin(margin))
            .hint_text(hint)
            .char_limit(200)
            .desired_width(width)
            .min_size(vec2(width, CONTROL_HEIGHT))
            .align(Align2::LEFT_CENTER),
    );
    let shapes = control_shapes(ui, response.rect, Look::Known, true, &response);
    ui.painter().set(slot, Shape::Vec(shapes));
    ui.painter().text(
        response.rect.left_center() + vec2(18.0, 0.0),
        Align2::CENTER_CENTER,
        icons::MAGNIFYING_GLASS,
        icon_font(15.0),
        Theme::of(ui).muted,
    );
    response.accessible_name(name)
}
