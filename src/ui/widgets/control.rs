//! The ground and outline that all controls share: unknown looks unknown, wrong looks wrong.

use eframe::egui::{
    self, Align2, Color32, CursorIcon, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui,
    WidgetInfo, pos2, vec2,
};

use super::text::Type;
use crate::ui::icons;
use crate::ui::theme::{self, CONTROL_HEIGHT, CONTROL_RADIUS, Theme};

/// What a control holds, as far as its outline shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// An answer.
    Known,
    /// No answer yet.
    Unknown,
    /// Something typed that can't be taken.
    Wrong,
}

/// The outline of a rounded rectangle as points, for dashes.
fn outline(rect: Rect, radius: f32) -> Vec<Pos2> {
    const STEPS: [f32; 5] = [0.0, 0.25, 0.5, 0.75, 1.0];
    let quarter = std::f32::consts::FRAC_PI_2;
    let mut points = Vec::with_capacity(STEPS.len() * 4 + 1);
    let corners = [
        (pos2(rect.right() - radius, rect.top() + radius), -quarter),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), quarter),
        (
            pos2(rect.left() + radius, rect.top() + radius),
            2.0 * quarter,
        ),
    ];
    for (centre, from) in corners {
        for step in STEPS {
            let angle = from + step * quarter;
            points.push(centre + radius * vec2(angle.cos(), angle.sin()));
        }
    }
    if let Some(first) = points.first().copied() {
        points.push(first);
    }
    points
}

/// The dashes around what is unknown.
pub fn dashed_outline(rect: Rect, radius: f32, color: Color32) -> Vec<Shape> {
    Shape::dashed_line(
        &outline(rect.shrink(0.5), radius),
        Stroke::new(1.0, color),
        4.0,
        3.0,
    )
}

/// The ground and outline of a control.
pub fn control_shapes(
    ui: &Ui,
    rect: Rect,
    look: Look,
    is_active: bool,
    response: &Response,
) -> Vec<Shape> {
    let theme = Theme::of(ui);
    let radius = f32::from(CONTROL_RADIUS);
    let ground = if is_active { theme.panel } else { theme.sunken };
    let mut shapes = vec![Shape::rect_filled(rect, radius, ground)];
    let solid = |stroke| Shape::rect_stroke(rect, radius, stroke, egui::StrokeKind::Inside);
    if look == Look::Wrong {
        let width = if response.has_focus() { 2.0 } else { 1.0 };
        shapes.push(solid(Stroke::new(width, theme.danger)));
    } else if response.has_focus() {
        shapes.push(solid(Stroke::new(2.0, theme.accent)));
    } else if look == Look::Unknown {
        let color = if response.hovered() {
            theme.muted
        } else {
            theme.faint
        };
        shapes.extend(dashed_outline(rect, radius, color));
    } else if response.hovered() {
        shapes.push(solid(Stroke::new(1.0, theme.faint)));
    } else {
        shapes.push(solid(theme.hairline()));
    }
    shapes
}

/// A control that opens a list: its words, and an angle at the right.
#[derive(Clone, Copy, Debug)]
pub struct Select<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// What it holds, in words.
    pub words: &'a str,
    /// Whether that is an answer.
    pub look: Look,
    /// Whether it matters to this profile.
    pub is_active: bool,
}

impl Select<'_> {
    /// Draws it; a click opens `add_list`, which stays open while things in it are clicked if
    /// `keep_open`.
    pub fn show<R>(
        self,
        ui: &mut Ui,
        id: egui::Id,
        width: f32,
        keep_open: bool,
        add_list: impl FnOnce(&mut Ui) -> R,
    ) -> (Response, Option<R>) {
        let theme = Theme::of(ui);
        let (_, rect) = ui.allocate_space(vec2(width, CONTROL_HEIGHT));
        let response = ui.interact(rect, id, Sense::click());
        response.widget_info(|| WidgetInfo {
            current_text_value: Some(self.words.to_owned()),
            ..WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.name)
        });
        if cfg!(target_os = "linux") {
            // AT-SPI has no word for what a list holds that isn't open; elsewhere it is the value.
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(self.words);
            });
        }
        if ui.is_rect_visible(rect) {
            let shapes = control_shapes(ui, rect, self.look, self.is_active, &response);
            ui.painter().extend(shapes);
            let ink = if self.look == Look::Known && self.is_active {
                theme.text
            } else {
                theme.muted
            };
            let inner = Rect::from_min_max(rect.min + vec2(10.0, 0.0), rect.max - vec2(30.0, 0.0));
            let mut job = egui::text::LayoutJob::simple_singleline(
                self.words.to_owned(),
                Type::Body.font(),
                ink,
            );
            job.wrap = egui::text::TextWrapping::truncate_at_width(inner.width());
            let galley = ui.painter().layout_job(job);
            let is_cut = galley.elided;
            let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), inner);
            ui.painter().galley(at.min, galley, ink);
            ui.painter().text(
                rect.right_center() - vec2(10.0, 0.0),
                Align2::RIGHT_CENTER,
                icons::CARET_DOWN,
                theme::icon_font(12.0),
                theme.muted,
            );
            if is_cut {
                response.clone().on_hover_text(self.words);
            }
        }
        let response = response.on_hover_cursor(CursorIcon::PointingHand);
        let close = if keep_open {
            egui::PopupCloseBehavior::CloseOnClickOutside
        } else {
            egui::PopupCloseBehavior::CloseOnClick
        };
        let list_id = id.with("list");
        let was_open = egui::Popup::is_id_open(ui.ctx(), list_id);
        ui.data_mut(|data| data.insert_temp(just_opened(), !was_open));
        let inner = egui::Popup::menu(&response)
            .id(list_id)
            .width(width)
            .gap(4.0)
            .accessible_name(self.name)
            .close_behavior(close)
            .show(|ui| {
                ui.set_min_width(width - 14.0);
                ui.spacing_mut().item_spacing.y = 2.0;
                egui::ScrollArea::vertical()
                    .max_height(340.0)
                    .show(ui, |ui| add_list(ui))
                    .inner
            });
        // A press and its release in one frame bring what lies under the list to the top with it.
        if let Some(shown) = &inner {
            ui.ctx().move_to_top(shown.response.layer_id);
        }
        // Whoever chose or gave up by key goes on from the control that the list belongs to.
        let by_key = !ui.input(|input| input.pointer.any_click());
        if was_open && by_key && !egui::Popup::is_id_open(ui.ctx(), list_id) {
            response.request_focus();
        }
        (response, inner.map(|shown| shown.inner))
    }
}

/// Whether the list that is being drawn was opened in this frame: its chosen entry is brought into
/// sight then, and not again while somebody scrolls.
fn just_opened() -> egui::Id {
    egui::Id::unique("list-just-opened")
}

/// What lies under a row of a list: the chosen one, the one under the pointer, the one with the
/// focus, which is also brought into sight.
pub fn list_row_ground(ui: &Ui, rect: Rect, is_current: bool, response: &Response) {
    let theme = Theme::of(ui);
    if response.has_focus() {
        response.scroll_to_me(None);
    }
    let painter = ui.painter();
    if is_current {
        painter.rect_filled(rect, 6.0, theme.accent_soft);
    } else if response.hovered() {
        painter.rect_filled(rect, 6.0, theme.sunken);
    }
    if response.has_focus() {
        let ring = egui::Stroke::new(2.0, theme.accent);
        painter.rect_stroke(rect, 6.0, ring, egui::StrokeKind::Inside);
    }
}

/// A heading between the entries of an opened list.
pub fn list_heading(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 28.0));
    let id = ui.scope_id().with(("heading", words));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    if ui.is_rect_visible(rect) {
        ui.painter().text(
            rect.left_bottom() + vec2(8.0, -4.0),
            Align2::LEFT_BOTTOM,
            words,
            Type::SmallMedium.font(),
            theme.muted,
        );
    }
}

/// One entry of an opened list of which one is chosen; true when it was. It closes the list.
pub fn list_entry(ui: &mut Ui, words: &str, is_chosen: bool, is_unknown: bool) -> bool {
    let theme = Theme::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Body.font(), theme.text);
    let width = ui.available_width().max(galley.size().x + 40.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), is_chosen, words)
    });
    let was_opened = ui.data(|data| data.get_temp(just_opened()) == Some(true));
    if is_chosen && !is_unknown && was_opened {
        response.scroll_to_me(Some(egui::Align::Center));
    }
    if ui.is_rect_visible(rect) {
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 4.0, theme.accent_soft);
        }
        let ink = if is_unknown { theme.muted } else { theme.text };
        let inner = rect.shrink2(vec2(8.0, 0.0));
        let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), inner);
        ui.painter()
            .galley_with_override_text_color(at.min, galley, ink);
        if is_chosen {
            ui.painter().text(
                inner.right_center(),
                Align2::RIGHT_CENTER,
                icons::CHECK,
                theme::icon_font(14.0),
                theme.accent,
            );
        }
    }
    // A click closes the list by itself, a key does not.
    if response.clicked() {
        ui.close();
    }
    response.clicked()
}

/// One entry of an opened list of which several can be chosen, with a box or, where it excludes
/// all others, a ring; true when it was clicked.
pub fn check_entry(ui: &mut Ui, words: &str, is_chosen: bool, excludes_others: bool) -> bool {
    let theme = Theme::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), Type::Body.font(), theme.text);
    let width = ui.available_width().max(galley.size().x + 44.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 30.0), Sense::click());
    let role = if excludes_others {
        Role::RadioButton
    } else {
        Role::CheckBox
    };
    response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), is_chosen, words));
    if ui.is_rect_visible(rect) {
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 4.0, theme.accent_soft);
        }
        let mark = Rect::from_center_size(rect.left_center() + vec2(16.0, 0.0), vec2(15.0, 15.0));
        mark_shapes(ui, mark, is_chosen, !excludes_others);
        let ink = if excludes_others {
            theme.muted
        } else {
            theme.text
        };
        let at = pos2(rect.left() + 32.0, rect.center().y - galley.size().y / 2.0);
        ui.painter()
            .galley_with_override_text_color(at, galley, ink);
    }
    response.clicked()
}

/// Paints a box or ring, ticked or not.
pub fn mark_shapes(ui: &Ui, mark: Rect, is_chosen: bool, is_box: bool) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    let ring = Stroke::new(1.3, theme.muted);
    match (is_box, is_chosen) {
        (true, true) => {
            painter.rect_filled(mark, 4.0, theme.accent);
            painter.text(
                mark.center(),
                Align2::CENTER_CENTER,
                icons::CHECK,
                theme::icon_font(11.0),
                theme.on_accent,
            );
        }
        (true, false) => {
            painter.rect_stroke(mark, 4.0, ring, egui::StrokeKind::Inside);
        }
        (false, true) => {
            painter.circle_stroke(mark.center(), 7.0, Stroke::new(1.5, theme.accent));
            painter.circle_filled(mark.center(), 4.0, theme.accent);
        }
        (false, false) => {
            painter.circle_stroke(mark.center(), 7.0, ring);
        }
    }
}
