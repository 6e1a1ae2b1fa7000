//! The rows of the start screen: a name with what stands under and beside it, opened by a click.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    Align2, Color32, CursorIcon, FontId, Galley, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

use crate::ui::theme::{Theme, medium};
use crate::ui::widgets::control::list_row_ground;
use crate::ui::widgets::text::Type;

/// A row that opens something.
pub(super) struct Row<'a> {
    /// Its name.
    pub(super) title: &'a str,
    /// What stands under it.
    pub(super) detail: &'a str,
    /// What stands at the right of the name.
    pub(super) at_right: &'a str,
    /// What is wrong with it, at the right too; may be empty.
    pub(super) warning: &'a str,
    /// The room at the right that something else takes.
    pub(super) room_at_right: f32,
    /// How many lines the detail may take.
    pub(super) rows_of_detail: usize,
}

/// How far the row's ground goes beyond its text, which stands in line with everything else.
const PADDING: f32 = 10.0;

impl Row<'_> {
    /// Draws it over the whole width.
    pub(super) fn show(&self, ui: &mut Ui, spoken: &str) -> Response {
        let theme = Theme::of(ui);
        let width = ui.available_width();
        let inner = (width - self.room_at_right).max(40.0);
        let note = if self.warning.is_empty() {
            self.at_right
        } else {
            self.warning
        };
        let note_ink = if self.warning.is_empty() {
            theme.muted
        } else {
            theme.danger
        };
        let note = cut(ui, note, Type::Small.font(), note_ink, inner / 2.0, 1);
        let title_room = (inner - note.size().x - 12.0).max(40.0);
        let title = cut(ui, self.title, medium(13.5), theme.text, title_room, 1);
        let font = Type::Table.font();
        let detail = cut(
            ui,
            self.detail,
            font,
            theme.muted,
            inner,
            self.rows_of_detail,
        );
        let height = 8.0 + title.size().y + 2.0 + detail.size().y + 8.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        response.widget_info(|| {
            let name = if self.warning.is_empty() {
                spoken.to_owned()
            } else {
                format!("{spoken}, {}", self.warning)
            };
            WidgetInfo::labeled(Role::Button, ui.is_enabled(), name)
        });
        list_row_ground(ui, rect.expand2(vec2(PADDING, 0.0)), false, &response);
        if ui.is_rect_visible(rect) {
            let at = pos2(rect.left(), rect.top() + 8.0);
            let middle = at.y + title.size().y / 2.0;
            let below = at.y + title.size().y + 2.0;
            let painter = ui.painter();
            painter.galley(at, title, theme.text);
            painter.galley(pos2(at.x, below), detail, theme.muted);
            let right = pos2(rect.right() - self.room_at_right, middle);
            let place = Align2::RIGHT_CENTER.anchor_size(right, note.size());
            painter.galley(place.min, note, note_ink);
        }
        response.on_hover_cursor(CursorIcon::PointingHand)
    }
}

/// A text that is cut off with "…" after some lines.
fn cut(ui: &Ui, words: &str, font: FontId, ink: Color32, width: f32, rows: usize) -> Arc<Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), font, ink, width);
    job.wrap = TextWrapping {
        max_width: width,
        max_rows: rows,
        break_anywhere: rows == 1,
        ..TextWrapping::default()
    };
    ui.painter().layout_job(job)
}
