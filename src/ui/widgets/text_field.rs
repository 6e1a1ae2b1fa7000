//! A field of one line that is no part of the profile.

use eframe::egui::{Align2, Frame, Id, Margin, Response, Shape, TextEdit, Ui, vec2};

use super::control::{Look, control_shapes};
use super::text::{self, Type};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};

/// A field of one line.
#[derive(Clone, Copy, Debug)]
pub struct TextField<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Its width.
    pub width: f32,
    /// Whether its text can be taken.
    pub look: Look,
    /// Whether its text stands at the right, as numbers do.
    pub is_number: bool,
}

impl TextField<'_> {
    /// Draws it over a text.
    ///
    /// ```
    /// # use eframe::egui::{Id, Ui};
    /// # use esu_planner::ui::widgets::{control::Look, text_field::TextField};
    /// # fn draw(ui: &mut Ui, pages: &mut String) {
    /// let field = TextField {
    ///     name: "Pages",
    ///     hint: "All",
    ///     width: 120.0,
    ///     look: Look::Known,
    ///     is_number: false,
    /// };
    /// if field.show(ui, Id::unique("pages"), pages).changed() {}
    /// # }
    /// ```
    pub fn show(self, ui: &mut Ui, id: Id, words: &mut String) -> Response {
        let slot = ui.painter().add(Shape::Noop);
        let hint = text::rich(ui, self.hint, Type::Body).color(Theme::of(ui).muted);
        let margin = Margin {
            left: 10,
            right: 10,
            top: 2,
            bottom: 0,
        };
        let align = if self.is_number {
            Align2::RIGHT_CENTER
        } else {
            Align2::LEFT_CENTER
        };
        let response = ui.add(
            TextEdit::singleline(words)
                .id(id)
                .frame(Frame::new().inner_margin(margin))
                .hint_text(hint)
                .char_limit(200)
                .desired_width(self.width)
                .min_size(vec2(self.width, CONTROL_HEIGHT))
                .align(align),
        );
        let shapes = control_shapes(ui, response.rect, self.look, true, &response);
        ui.painter().set(slot, Shape::Vec(shapes));
        response.accessible_name(self.name)
    }
}
