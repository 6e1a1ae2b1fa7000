//! A row of words of which one is chosen.

use eframe::egui::{
    Align2, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::ui::theme::{CONTROL_RADIUS, Theme, medium, regular};

/// Draws a row of words of which one is chosen; returns another one when it was clicked.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::ui::widgets::segments::segments_ui;
/// # fn draw(ui: &mut Ui, chosen: u8) {
/// let words = |number| format!("Year {number}");
/// if let Some(number) = segments_ui(ui, "Year", 32.0, &[1, 2, 3], Some(chosen), words) {}
/// # }
/// ```
pub fn segments_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    height: f32,
    choices: &[T],
    chosen: Option<T>,
    words: impl Fn(T) -> String,
) -> Option<T> {
    let mut clicked = None;
    ui.spacing_mut().item_spacing.x = 8.0;
    for choice in choices {
        let words = words(*choice);
        let is_chosen = Some(*choice) == chosen;
        let name = format!("{name}: {words}");
        if segment_ui(ui, &name, &words, height, is_chosen).clicked() && !is_chosen {
            clicked = Some(*choice);
        }
    }
    clicked
}

/// Draws one word of such a row.
pub fn segment_ui(ui: &mut Ui, name: &str, words: &str, height: f32, is_chosen: bool) -> Response {
    let theme = Theme::of(ui);
    let (font, ink) = if is_chosen {
        (medium(14.0), theme.accent)
    } else {
        (regular(14.0), theme.text)
    };
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    let size = vec2(galley.size().x + 28.0, height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response
        .widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, name));
    let (ground, outline) = if is_chosen {
        (theme.accent_soft, Stroke::new(1.0, theme.accent))
    } else if response.hovered() {
        (theme.sunken, theme.hairline())
    } else {
        (theme.panel, theme.hairline())
    };
    let outline = if response.has_focus() {
        Stroke::new(2.0, theme.accent)
    } else {
        outline
    };
    let radius = f32::from(CONTROL_RADIUS);
    let painter = ui.painter();
    painter.rect(rect, radius, ground, outline, StrokeKind::Inside);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    painter.galley(at.min, galley, ink);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
