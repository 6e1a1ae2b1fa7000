//! Buttons of one height: one that leads on, others that only offer.

use eframe::egui::{
    Align2, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::ui::theme::{self, CONTROL_HEIGHT, CONTROL_RADIUS, Theme};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do next.
    Primary,
    /// One of several offers.
    Secondary,
    /// Words that can be pressed, without a frame.
    Quiet,
}

/// A button with an icon before or after its words.
#[derive(Clone, Copy, Debug)]
pub struct Button<'a> {
    /// Its words.
    pub text: &'a str,
    /// Its icon; empty for none.
    pub icon: &'a str,
    /// Whether the icon stands after the words.
    pub icon_last: bool,
    /// How much it asks to be pressed.
    pub weight: Weight,
    /// Its height.
    pub height: f32,
    /// Its accessible name where the words alone do not say it.
    pub name: Option<&'a str>,
}

impl<'a> Button<'a> {
    /// A button that only offers.
    pub fn secondary(icon: &'a str, text: &'a str) -> Self {
        Self {
            text,
            icon,
            icon_last: false,
            weight: Weight::Secondary,
            height: CONTROL_HEIGHT,
            name: None,
        }
    }

    /// The button that leads on.
    pub fn primary(icon: &'a str, text: &'a str) -> Self {
        Self {
            weight: Weight::Primary,
            ..Self::secondary(icon, text)
        }
    }

    /// Words that can be pressed.
    pub fn quiet(icon: &'a str, text: &'a str) -> Self {
        Self {
            weight: Weight::Quiet,
            height: 24.0,
            ..Self::secondary(icon, text)
        }
    }

    /// Another accessible name.
    #[must_use]
    pub fn named(self, name: &'a str) -> Self {
        Self {
            name: Some(name),
            ..self
        }
    }

    /// A lower one, for rows and heads of cards.
    #[must_use]
    pub fn small(self) -> Self {
        Self {
            height: 28.0,
            ..self
        }
    }

    /// As high as a line of text, for words that stand in it.
    #[must_use]
    pub fn inline(self) -> Self {
        Self {
            height: 20.0,
            ..self
        }
    }

    /// The icon after the words.
    #[must_use]
    pub fn icon_last(self) -> Self {
        Self {
            icon_last: true,
            ..self
        }
    }

    /// Draws it.
    ///
    /// ```
    /// # use eframe::egui::Ui;
    /// # use esu_planner::ui::{icons, widgets::button::Button};
    /// # fn draw(ui: &mut Ui) {
    /// if Button::primary(icons::ARROW_RIGHT, "Next").icon_last().show(ui).clicked() {}
    /// # }
    /// ```
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let ink = match self.weight {
            Weight::Primary => theme.on_accent,
            Weight::Secondary => theme.text,
            Weight::Quiet => theme.accent,
        };
        let font = match self.weight {
            Weight::Quiet => theme::medium(13.0),
            Weight::Primary | Weight::Secondary if self.height < CONTROL_HEIGHT => {
                theme::medium(13.0)
            }
            Weight::Primary | Weight::Secondary => theme::medium(14.0),
        };
        let words = ui.painter().layout_no_wrap(self.text.to_owned(), font, ink);
        let icon = ui
            .painter()
            .layout_no_wrap(self.icon.to_owned(), theme::icon_font(15.0), ink);
        let padding = match self.weight {
            // Words without a frame stand flush with the text around them.
            Weight::Quiet if !self.text.is_empty() => 0.0,
            Weight::Quiet => 4.0,
            Weight::Primary | Weight::Secondary => 12.0,
        };
        let gap = if self.icon.is_empty() || self.text.is_empty() {
            0.0
        } else {
            6.0
        };
        let width = words.size().x + icon.size().x + gap + 2.0 * padding;
        let (rect, response) = ui.allocate_exact_size(vec2(width, self.height), Sense::click());
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let radius = f32::from(CONTROL_RADIUS);
        let painter = ui.painter();
        let outer = match self.weight {
            Weight::Quiet if !self.text.is_empty() => rect.expand2(vec2(4.0, 0.0)),
            _ => rect,
        };
        let lit = response.hovered() || response.is_pointer_button_down_on();
        match self.weight {
            Weight::Primary => {
                let ground = if lit {
                    theme.accent.gamma_multiply(0.88)
                } else {
                    theme.accent
                };
                painter.rect_filled(rect, radius, ground);
            }
            Weight::Secondary => {
                let ground = if lit { theme.sunken } else { theme.panel };
                painter.rect(rect, radius, ground, theme.hairline(), StrokeKind::Inside);
            }
            Weight::Quiet if lit => {
                painter.rect_filled(outer, radius, theme.accent_soft);
            }
            Weight::Quiet => {}
        }
        if response.has_focus() {
            let (ring, ring_rect) = match self.weight {
                Weight::Primary => (theme.text, rect.expand(2.0)),
                Weight::Secondary | Weight::Quiet => (theme.accent, outer),
            };
            painter.rect_stroke(
                ring_rect,
                radius,
                Stroke::new(2.0, ring),
                StrokeKind::Inside,
            );
        }
        let inner = rect.shrink2(vec2(padding, 0.0));
        let (first, second) = if self.icon_last {
            (words, icon)
        } else {
            (icon, words)
        };
        let is_only_icon = self.text.is_empty();
        for (galley, align) in [(first, Align2::LEFT_CENTER), (second, Align2::RIGHT_CENTER)] {
            let mut at = align.align_size_within_rect(galley.size(), inner).min;
            if is_only_icon && !galley.is_empty() {
                // A glyph does not fill the room that its font gives it.
                at.x = rect.center().x - galley.mesh_bounds.center().x;
            }
            painter.galley_with_override_text_color(at, galley, ink);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}
