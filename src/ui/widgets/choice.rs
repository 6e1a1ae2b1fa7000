//! A large answer to choose, with what it would do.

use eframe::egui::{
    self, CursorIcon, Frame, Margin, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::control::{dashed_outline, mark_shapes};
use super::text::{self, Type};
use crate::ui::theme::{CARD_RADIUS, Theme};

/// In which direction an answer moves the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// More is ordered.
    More,
    /// Less is ordered.
    Less,
    /// Nothing that is ordered changes.
    Same,
}

/// One answer to choose.
#[derive(Clone, Debug)]
pub struct ChoiceCard<'a> {
    /// The answer.
    pub title: &'a str,
    /// What it would do, and in which direction.
    pub effect: Option<(Trend, String)>,
    /// What that is line by line; the first lines stand on the card, all are told on hover.
    pub details: &'a [String],
    /// The key that chooses it while nothing else has the keyboard.
    pub key: Option<char>,
    /// Whether it is chosen.
    pub is_chosen: bool,
    /// Whether several can be chosen.
    pub is_check: bool,
    /// Whether it says that nobody knows.
    pub is_unknown: bool,
}

impl ChoiceCard<'_> {
    /// Draws it over the whole width.
    pub fn show(&self, ui: &mut Ui, id: egui::Id) -> Response {
        let theme = Theme::of(ui);
        let slot = ui.painter().add(Shape::Noop);
        let top = ui.cursor().top();
        let left = ui.cursor().left();
        let width = ui.available_width();
        let inner = ui.scope_builder(UiBuilder::new(), |ui| {
            Frame::new()
                .inner_margin(Margin::symmetric(16, 11))
                .show(ui, |ui| {
                    ui.set_width(width - 32.0);
                    self.contents_ui(ui);
                });
        });
        let rect = egui::Rect::from_min_max(
            pos2(left, top),
            pos2(left + width, inner.response.rect.bottom()),
        );
        let response = ui.interact(rect, id, Sense::click());
        let role = if self.is_check {
            Role::CheckBox
        } else {
            Role::RadioButton
        };
        response.widget_info(|| {
            let effect = self.effect.as_ref().map(|(_, effect)| effect.as_str());
            let parts = std::iter::once(self.title).chain(effect);
            let parts = parts.chain(self.details.iter().map(String::as_str));
            let name = parts.collect::<Vec<_>>().join(", ");
            WidgetInfo::selected(role, ui.is_enabled(), self.is_chosen, name)
        });
        let radius = f32::from(CARD_RADIUS);
        let ground = if response.hovered() && !self.is_chosen {
            theme.sunken.gamma_multiply(0.6)
        } else {
            theme.panel
        };
        let mut shapes = vec![Shape::rect_filled(rect, radius, ground)];
        let outline = |stroke| Shape::rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        if self.is_chosen || response.has_focus() {
            shapes.push(outline(Stroke::new(2.0, theme.accent)));
        } else if self.is_unknown {
            shapes.extend(dashed_outline(rect, radius, theme.faint));
        } else {
            shapes.push(outline(theme.hairline()));
        }
        ui.painter().set(slot, Shape::Vec(shapes));
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        if self.details.is_empty() {
            response
        } else {
            response.on_hover_text(self.details.join("\n"))
        }
    }

    fn contents_ui(&self, ui: &mut Ui) {
        let theme = Theme::of(ui);
        ui.style_mut().interaction.selectable_labels = false;
        ui.spacing_mut().item_spacing = vec2(10.0, 4.0);
        ui.horizontal_top(|ui| {
            self.mark_ui(ui);
            ui.vertical(|ui| {
                self.title_ui(ui);
                if let Some((trend, effect)) = &self.effect {
                    let ink = match trend {
                        Trend::More => theme.accent,
                        Trend::Less => theme.covered_free,
                        Trend::Same => theme.muted,
                    };
                    let effect = text::rich(ui, effect, Type::Table).color(ink);
                    ui.add(egui::Label::new(effect).wrap());
                }
                if !self.details.is_empty() {
                    text::line(ui, self.details.join(" · "), Type::Small);
                }
            });
        });
    }

    /// The answer and, at the right, the key that chooses it.
    fn title_ui(&self, ui: &mut Ui) {
        let Some(key) = self.key else {
            text::label(ui, self.title, Type::Strong);
            return;
        };
        ui.horizontal_top(|ui| {
            let room = ui.available_width() - 24.0;
            ui.vertical(|ui| {
                ui.set_width(room);
                text::label(ui, self.title, Type::Strong);
            });
            let ink = Theme::of(ui).muted;
            let key = text::rich(ui, key.to_string(), Type::Mono).color(ink);
            ui.add(egui::Label::new(key));
        });
    }

    fn mark_ui(&self, ui: &mut Ui) {
        let (rect, _) = ui.allocate_exact_size(vec2(16.0, 20.0), Sense::hover());
        let mark = egui::Rect::from_center_size(rect.center(), vec2(15.0, 15.0));
        mark_shapes(ui, mark, self.is_chosen, self.is_check);
    }
}
