//! A row of a table or grid: its cells are told one after the other, and either drawn or copied.

use eframe::egui::{
    self, Align, Align2, Color32, Id, IdSalt, Layout, Rangef, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::table::Column;
use super::text::Type;
use crate::ui::theme::Theme;

/// One row that is being drawn.
pub struct Row<'r> {
    ui: &'r mut Ui,
    rect: Rect,
    lanes: &'r [Rangef],
    columns: &'r [Column],
    /// Its position.
    pub index: usize,
    /// Whether it is chosen.
    pub is_selected: bool,
    /// What its cells are called by, besides their column.
    pub name: String,
    /// The column of the cell that has the keyboard's cursor, and the cursor's id.
    pub(super) cursor: Option<(usize, Id)>,
    /// The cells' texts, for a copy: nothing is drawn then.
    copy: Option<Vec<String>>,
    next: usize,
}

impl<'r> Row<'r> {
    /// A row that is drawn at this place.
    pub(super) fn drawn(
        ui: &'r mut Ui,
        rect: Rect,
        lanes: &'r [Rangef],
        columns: &'r [Column],
        index: usize,
        is_selected: bool,
        cursor: Option<(usize, Id)>,
    ) -> Self {
        Self {
            ui,
            rect,
            lanes,
            columns,
            index,
            is_selected,
            name: String::new(),
            cursor,
            copy: None,
            next: 0,
        }
    }

    /// A row that is gone through for a copy: nothing of it is drawn.
    pub(super) fn for_copy(ui: &'r mut Ui, columns: &'r [Column], index: usize) -> Self {
        Self {
            copy: Some(Vec::with_capacity(columns.len())),
            ..Self::drawn(ui, Rect::NOTHING, &[], columns, index, false, None)
        }
    }

    /// The texts that a copy went through, one a column.
    pub(super) fn into_copy(self) -> Vec<String> {
        let mut cells = self.copy.unwrap_or_default();
        cells.resize(self.columns.len(), String::new());
        cells
    }

    fn take_lane(&mut self) -> (usize, Rect) {
        let position = self.next;
        self.next += 1;
        let lane = self.lanes.get(position).copied().unwrap_or(Rangef::NOTHING);
        (position, Rect::from_x_y_ranges(lane, self.rect.y_range()))
    }

    /// The drawing place of the row.
    pub fn ui(&mut self) -> &mut Ui {
        self.ui
    }

    /// Keeps what a cell says if the row is being copied; gives a response that nothing happens to.
    fn copied(&mut self, words: &str) -> Option<Response> {
        let cells = self.copy.as_mut()?;
        cells.push(words.to_owned());
        self.next += 1;
        let id = self.ui.scope_id().with("copied");
        Some(self.ui.interact(Rect::NOTHING, id, Sense::hover()))
    }

    /// Leaves a cell empty.
    pub fn skip(&mut self) {
        if self.copied("").is_none() {
            self.next += 1;
        }
    }

    /// The place of a cell as a screen reader finds it; the cursor's cell takes the keyboard.
    fn cell_response(&mut self, position: usize, cell: Rect, words: &str) -> Response {
        let column = self.columns.get(position);
        let head = column.map_or("", |column| column.head.as_str());
        let said = cell_name(head, &self.name, words);
        let cursor = self.cursor.filter(|(column, _)| *column == position);
        let (id, sense) = match cursor {
            Some((_, id)) => (id, Sense::FOCUSABLE),
            None => (self.ui.scope_id().with(("cell", position)), Sense::hover()),
        };
        let response = self.ui.interact(cell, id, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &said));
        if cursor.is_some() {
            cursor_ui(self.ui, cell, &response);
        }
        response
    }

    /// Draws a text in the next cell.
    pub fn text(&mut self, words: &str, of: Type, ink: Option<Color32>) -> Response {
        if let Some(response) = self.copied(words) {
            return response;
        }
        let (position, cell) = self.take_lane();
        let theme = Theme::of(self.ui);
        let is_number = self.columns.get(position).is_some_and(|it| it.is_number);
        let response = self.cell_response(position, cell, words);
        let is_cut = paint_text(
            self.ui,
            cell,
            words,
            of,
            ink.unwrap_or(theme.text),
            is_number,
        );
        if is_cut {
            response.on_hover_text(words)
        } else {
            response
        }
    }

    /// Draws widgets in the next cell, which say these words to a screen reader and in a copy.
    pub fn cell_saying(&mut self, words: &str, add_contents: impl FnOnce(&mut Ui)) {
        if self.copied(words).is_some() {
            return;
        }
        let (position, cell) = self.take_lane();
        self.cell_response(position, cell, words);
        self.contents_ui(position, cell, add_contents);
    }

    /// Draws a text on at most two lines of the next cell.
    pub fn wrapped(&mut self, words: &str, of: Type) -> Response {
        if let Some(response) = self.copied(words) {
            return response;
        }
        let (position, cell) = self.take_lane();
        let theme = Theme::of(self.ui);
        let response = self.cell_response(position, cell, words);
        let mut job =
            egui::text::LayoutJob::simple(words.to_owned(), of.font(), theme.text, cell.width());
        job.wrap.max_rows = 2;
        let galley = self.ui.painter().layout_job(job);
        let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), cell);
        let is_cut = galley.elided;
        self.ui.painter().galley(at.min, galley, theme.text);
        if is_cut {
            response.on_hover_text(words)
        } else {
            response
        }
    }

    /// Draws a text in the next cell and under it a smaller, muted one, on as many lines as the row
    /// has; numbers stay on one line.
    pub fn noted(&mut self, words: &str, of: Type, ink: Option<Color32>, note: &str) -> Response {
        let is_number = self.columns.get(self.next).is_some_and(|it| it.is_number);
        let both = [words, note];
        let both: Vec<&str> = both.into_iter().filter(|part| !part.is_empty()).collect();
        let both = both.join(", ");
        // A spreadsheet is to add numbers up: what they count stays out of a copy.
        if let Some(response) = self.copied(if is_number { words } else { &both }) {
            return response;
        }
        let (position, cell) = self.take_lane();
        let theme = Theme::of(self.ui);
        let response = self.cell_response(position, cell, &both);
        if !self.ui.is_rect_visible(cell) {
            return response;
        }
        let ink = ink.unwrap_or(theme.text);
        let halign = if is_number { Align::RIGHT } else { Align::LEFT };
        let painter = self.ui.painter();
        let layout = |words: &str, of: Type, ink, rows| {
            let mut job =
                egui::text::LayoutJob::simple(words.to_owned(), of.font(), ink, cell.width());
            job.wrap.max_rows = rows;
            job.halign = halign;
            painter.layout_job(job)
        };
        let lines = lines_in(cell.height());
        let spare = usize::from(!note.is_empty());
        let most = if is_number { 1 } else { lines - spare };
        let main = layout(words, of, ink, most);
        let rest = lines.saturating_sub(main.rows.len()).max(1);
        let below = (!note.is_empty()).then(|| layout(note, Type::Small, theme.muted, rest));
        let height = |galley: &std::sync::Arc<egui::Galley>| galley.size().y;
        let all = height(&main) + below.as_ref().map_or(0.0, height);
        let x = if is_number { cell.right() } else { cell.left() };
        let mut top = cell.center().y - all / 2.0;
        let is_cut = main.elided || below.as_ref().is_some_and(|below| below.elided);
        let step = height(&main);
        painter.galley(pos2(x, top), main, ink);
        top += step;
        if let Some(below) = below {
            painter.galley(pos2(x, top), below, theme.muted);
        }
        if is_cut {
            response.on_hover_text(both)
        } else {
            response
        }
    }

    /// Draws widgets in the next cell, which have names of their own; a copy leaves them out.
    pub fn cell(&mut self, add_contents: impl FnOnce(&mut Ui)) {
        if self.copied("").is_none() {
            let (position, cell) = self.take_lane();
            self.contents_ui(position, cell, add_contents);
        }
    }

    fn contents_ui(&mut self, position: usize, cell: Rect, add_contents: impl FnOnce(&mut Ui)) {
        let builder = UiBuilder::new()
            .id_salt(IdSalt::new(("cell", position)))
            .max_rect(cell)
            .layout(Layout::left_to_right(Align::Center));
        let mut child = self.ui.new_child(builder);
        child.shrink_clip_rect(cell.expand2(vec2(3.0, 0.0)));
        child.spacing_mut().item_spacing.x = 6.0;
        add_contents(&mut child);
    }
}

/// Draws the ring around the cell that has the keyboard, and announces the cell where the cursor
/// has moved: the widget stays the same while it moves.
fn cursor_ui(ui: &Ui, cell: Rect, response: &Response) {
    if !response.has_focus() {
        return;
    }
    let ring = Stroke::new(2.0, Theme::of(ui).accent);
    let place = cell.expand2(vec2(5.0, -1.0));
    ui.painter()
        .rect_stroke(place, 4.0, ring, StrokeKind::Inside);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
    });
}

/// How many lines of a table's text a row of this height takes; at least two.
fn lines_in(height: f32) -> usize {
    const LINE: f32 = 16.0;
    let mut lines = 2;
    let mut taken = 3.0 * LINE;
    while taken <= height - 2.0 {
        lines += 1;
        taken += LINE;
    }
    lines
}

/// What a cell is called: `Endpoints, Ward PCs, 170`.
pub fn cell_name(head: &str, row: &str, words: &str) -> String {
    [head, row, words]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

/// Paints a text on one line of a place; true when it had to be cut.
pub(super) fn paint_text(
    ui: &Ui,
    place: Rect,
    words: &str,
    of: Type,
    ink: Color32,
    is_number: bool,
) -> bool {
    if words.is_empty() || !ui.is_rect_visible(place) {
        return false;
    }
    let mut job = egui::text::LayoutJob::simple_singleline(words.to_owned(), of.font(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(place.width());
    let galley = ui.painter().layout_job(job);
    let align = if is_number {
        Align2::RIGHT_CENTER
    } else {
        Align2::LEFT_CENTER
    };
    let at = align.align_size_within_rect(galley.size(), place);
    let is_cut = galley.elided;
    ui.painter().galley(pos2(at.min.x, at.min.y), galley, ink);
    is_cut
}
