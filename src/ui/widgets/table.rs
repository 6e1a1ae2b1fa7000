//! Tables: only rows in sight are laid out, each cell says its column and row to a screen reader,
//! the arrow keys move the selection, and every table copies as text for a spreadsheet.
//!
//! For a copy the rows are gone through as they are drawn, but into texts instead of onto the
//! screen, so a table is told once. The sums under the rows are no rows and stay out of it.

use eframe::egui::{
    self, Align, Align2, Color32, EventFilter, Id, IdSalt, Key, Layout, Rangef, Rect, Response,
    Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::button::Button;
use super::text::Type;
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::{icons, tsv};

/// How wide a column is.
#[derive(Clone, Copy, Debug)]
pub enum Width {
    /// Always as wide as this.
    Exact(f32),
    /// At least as wide as the first, and this part of what is left.
    Share(f32, f32),
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head; said with each of its cells.
    pub head: String,
    /// Its width.
    pub width: Width,
    /// Whether it holds numbers, which stand at the right.
    pub is_number: bool,
}

impl Column {
    /// A column of words that takes a part of the room.
    pub fn words(head: String, least: f32, share: f32) -> Self {
        Self {
            head,
            width: Width::Share(least, share),
            is_number: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(head: String, width: f32) -> Self {
        Self {
            head,
            width: Width::Exact(width),
            is_number: true,
        }
    }
}

/// A table.
pub struct Table<'a> {
    /// Tells tables apart.
    pub salt: &'a str,
    /// Its accessible name.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// How many rows it has.
    pub rows: usize,
    /// The height of a row.
    pub row_height: f32,
    /// The most rows in sight before it scrolls by itself.
    pub most_rows: usize,
    /// The row that is chosen; none for tables without a choice.
    pub selected: Option<usize>,
    /// Whether rows can be chosen.
    pub is_selectable: bool,
    /// Sums under the rows.
    pub sums: &'a [Sum],
}

/// A sum under the rows of a table.
#[derive(Clone, Debug)]
pub struct Sum {
    /// What is summed.
    pub label: String,
    /// The column under which it stands.
    pub column: usize,
    /// The sum in words.
    pub words: String,
    /// Whether it is the last of all sums.
    pub is_total: bool,
}

/// How high some rows are together.
#[expect(clippy::cast_precision_loss, reason = "a length on the screen")]
pub(super) fn height_of(row_height: f32, rows: usize) -> f32 {
    rows as f32 * row_height
}

/// How far rows are scrolled to bring one into sight, of which so many are; none where it is.
pub(super) fn offset_to_show(
    row_height: f32,
    most_rows: usize,
    row: usize,
    offset: f32,
) -> Option<f32> {
    let top = height_of(row_height, row);
    let sight = height_of(row_height, most_rows);
    if top < offset {
        Some(top)
    } else if top + row_height > offset + sight {
        Some(top + row_height - sight)
    } else {
        None
    }
}

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

/// Draws the button that copies the table that is drawn after it under this salt.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::domain::text::Language;
/// # use esu_planner::ui::widgets::table::copy_button_ui;
/// # fn draw(ui: &mut Ui) {
/// copy_button_ui(ui, Language::English, "ledger", "Ledger");
/// # }
/// ```
pub fn copy_button_ui(ui: &mut Ui, language: Language, salt: &str, table: &str) {
    let name = tr_with(language, "groups-copy-table", &[("table", table.into())]);
    let words = tr(language, "plan-ui-copy-table");
    let button = Button::secondary(icons::COPY, &words).small().named(&name);
    if button.show(ui).on_hover_text(&name).clicked() {
        ui.data_mut(|data| data.insert_temp(wanted(salt), true));
        ui.ctx().request_repaint();
    }
}

/// Where it stands that a table is to be copied.
fn wanted(salt: &str) -> Id {
    Id::unique("table-to-copy").with(salt)
}

/// Where the text of a copied table waits.
fn copied() -> Id {
    Id::unique("copied-table")
}

/// The text of a table that was copied in this frame.
pub fn take_copied(ui: &Ui) -> Option<String> {
    ui.data_mut(|data| data.remove_temp(copied()))
}

#[derive(Clone, Copy, Debug, Default)]
struct Memory {
    /// A row that is to be scrolled to and given the keyboard.
    pending: Option<usize>,
    /// A row that is to be copied.
    to_copy: Option<usize>,
    offset: f32,
}

impl Table<'_> {
    /// Draws the head and the rows in sight; gives the row that was newly chosen.
    pub fn show(&self, ui: &mut Ui, mut add_row: impl FnMut(&mut Row<'_>)) -> Option<usize> {
        let id = ui.make_persistent_id(self.salt);
        let lanes = lanes(self.columns, ui.available_rect_before_wrap().x_range());
        let builder = UiBuilder::new()
            .id_salt(IdSalt::new(self.salt))
            .accessibility_role(Role::Table)
            .accessibility_label(self.name);
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            self.head_ui(ui, &lanes);
            let mut memory: Memory = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            let mut chosen = None;
            if self.rows > self.most_rows {
                let mut area = ScrollArea::vertical()
                    .id_salt(id.with("rows"))
                    .auto_shrink([false, true])
                    // Far down on a page that scrolls there seems to be no room at all.
                    .min_scrolled_height(height_of(self.row_height, self.most_rows))
                    .max_height(height_of(self.row_height, self.most_rows));
                if let Some(offset) = memory.pending.and_then(|row| {
                    offset_to_show(self.row_height, self.most_rows, row, memory.offset)
                }) {
                    area = area.vertical_scroll_offset(offset);
                }
                let output = area.show_rows(ui, self.row_height, self.rows, |ui, range| {
                    for index in range {
                        self.row_ui(
                            ui,
                            id,
                            &lanes,
                            index,
                            &mut memory,
                            &mut chosen,
                            &mut add_row,
                        );
                    }
                });
                memory.offset = output.state.clamped_offset().y;
            } else {
                for index in 0..self.rows {
                    self.row_ui(
                        ui,
                        id,
                        &lanes,
                        index,
                        &mut memory,
                        &mut chosen,
                        &mut add_row,
                    );
                }
            }
            if let Some(row) = memory.to_copy.take() {
                self.copy(ui, row..row + 1, false, &mut add_row);
            }
            if ui.data_mut(|data| data.remove_temp(wanted(self.salt))) == Some(true) {
                self.copy(ui, 0..self.rows, true, &mut add_row);
            }
            ui.data_mut(|data| data.insert_temp(id, memory));
            self.sums_ui(ui, &lanes);
            chosen
        })
        .inner
    }

    /// Goes through some rows and leaves their texts to [`take_copied`]. Columns without a head hold
    /// nothing to copy.
    fn copy(
        &self,
        ui: &mut Ui,
        rows: std::ops::Range<usize>,
        with_heads: bool,
        add_row: &mut impl FnMut(&mut Row<'_>),
    ) {
        let mut child = ui.new_child(UiBuilder::new().id_salt("copy").invisible());
        let mut text = String::new();
        let with_head = |cells: Vec<String>| {
            let cells = cells.into_iter().zip(self.columns);
            cells.filter(|(_, column)| !column.head.is_empty())
        };
        if with_heads {
            let heads = self.columns.iter().map(|column| column.head.clone());
            tsv::push_row(&mut text, with_head(heads.collect()).map(|(head, _)| head));
        }
        for index in rows {
            let mut row = Row {
                ui: &mut child,
                rect: Rect::NOTHING,
                lanes: &[],
                columns: self.columns,
                index,
                is_selected: false,
                name: String::new(),
                cursor: None,
                copy: Some(Vec::with_capacity(self.columns.len())),
                next: 0,
            };
            add_row(&mut row);
            let mut cells = row.copy.unwrap_or_default();
            cells.resize(self.columns.len(), String::new());
            let cells = with_head(cells).map(|(cell, column)| {
                if column.is_number {
                    tsv::plain_number(&cell)
                } else {
                    cell
                }
            });
            tsv::push_row(&mut text, cells);
        }
        ui.data_mut(|data| data.insert_temp(copied(), text));
    }

    fn sums_ui(&self, ui: &mut Ui, lanes: &[Rangef]) {
        let theme = Theme::of(ui);
        for (position, sum) in self.sums.iter().enumerate() {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 28.0));
            if position == 0 {
                let y = ui.painter().round_to_pixel_center(rect.top());
                ui.painter().hline(rect.x_range(), y, theme.hairline());
            }
            let id = ui.scope_id().with(("sum", position));
            let response = ui.interact(rect, id, Sense::hover());
            let said = cell_name(&sum.label, "", &sum.words);
            response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &said));
            let (of, ink) = if sum.is_total {
                (Type::TableStrong, theme.text)
            } else {
                (Type::Table, theme.muted)
            };
            paint_text(ui, rect, &sum.label, of, ink, false);
            // A sum may be wider than its column; the room to its left is empty.
            let right = lanes.get(sum.column).map_or(rect.right(), |lane| lane.max);
            let cell = Rect::from_x_y_ranges(rect.left()..=right, rect.y_range());
            paint_text(ui, cell, &sum.words, Type::TableStrong, theme.text, true);
        }
    }

    fn head_ui(&self, ui: &mut Ui, lanes: &[Rangef]) {
        let theme = Theme::of(ui);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 28.0));
        let builder = UiBuilder::new()
            .id_salt("head")
            .max_rect(rect)
            .accessibility_role(Role::Row);
        let ui = ui.new_child(builder);
        for (position, (column, lane)) in self.columns.iter().zip(lanes).enumerate() {
            let cell = Rect::from_x_y_ranges(*lane, rect.y_range());
            if !column.head.is_empty() {
                let response = ui.interact(cell, ui.scope_id().with(position), Sense::hover());
                response
                    .widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.head));
            }
            paint_text(
                &ui,
                cell,
                &column.head,
                Type::SmallMedium,
                theme.muted,
                column.is_number,
            );
        }
        let y = ui.painter().round_to_pixel_center(rect.bottom());
        ui.painter().hline(rect.x_range(), y, theme.hairline());
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "the inside of one function, cut in two"
    )]
    fn row_ui(
        &self,
        ui: &mut Ui,
        id: Id,
        lanes: &[Rangef],
        index: usize,
        memory: &mut Memory,
        chosen: &mut Option<usize>,
        add_row: &mut impl FnMut(&mut Row<'_>),
    ) {
        let theme = Theme::of(ui);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), self.row_height));
        let row_id = id.with(index);
        let is_selected = self.selected == Some(index);
        // One stop of the Tab key for the whole table: the chosen row, or the first.
        let is_stop = is_selected || (self.selected.is_none() && index == 0);
        let sense = match (self.is_selectable, is_stop) {
            (false, _) => Sense::hover(),
            (true, true) => Sense::click(),
            (true, false) => Sense::CLICK,
        };
        let response = ui.interact(rect, row_id, sense);
        if self.is_selectable {
            if memory.pending == Some(index) {
                memory.pending = None;
                response.request_focus();
            }
            if response.clicked() {
                *chosen = Some(index);
            }
            if response.has_focus() {
                self.move_by_keys(ui, row_id, index, memory, chosen);
            }
        }
        if is_selected {
            ui.painter()
                .rect_filled(rect.expand2(vec2(8.0, 0.0)), 0.0, theme.accent_soft);
        } else if self.is_selectable && response.contains_pointer() {
            ui.painter()
                .rect_filled(rect.expand2(vec2(8.0, 0.0)), 0.0, theme.sunken);
        }
        if index + 1 < self.rows {
            let y = ui.painter().round_to_pixel_center(rect.bottom());
            ui.painter().hline(rect.x_range(), y, theme.hairline());
        }
        let builder = UiBuilder::new()
            .id_salt(IdSalt::new(index))
            .max_rect(rect)
            .layout(Layout::left_to_right(Align::Center))
            .accessibility_role(Role::Row);
        let mut child = ui.new_child(builder);
        let mut row = Row {
            ui: &mut child,
            rect,
            lanes,
            columns: self.columns,
            index,
            is_selected,
            name: String::new(),
            cursor: None,
            copy: None,
            next: 0,
        };
        add_row(&mut row);
        let name = std::mem::take(&mut row.name);
        if self.is_selectable {
            response.widget_info(|| {
                WidgetInfo::selected(Role::ListBoxOption, true, is_selected, &name)
            });
            if response.has_focus() {
                ui.painter().rect_stroke(
                    rect.expand2(vec2(8.0, 0.0)),
                    4.0,
                    Stroke::new(2.0, theme.accent),
                    StrokeKind::Inside,
                );
            }
        }
    }

    fn move_by_keys(
        &self,
        ui: &Ui,
        row_id: Id,
        index: usize,
        memory: &mut Memory,
        chosen: &mut Option<usize>,
    ) {
        let filter = EventFilter {
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row_id, filter));
        let is_copy = |event: &egui::Event| matches!(event, egui::Event::Copy);
        if ui.input(|input| input.events.iter().any(is_copy)) {
            memory.to_copy = Some(index);
        }
        let last = self.rows.saturating_sub(1);
        let to = ui.input_mut(|input| {
            let none = egui::Modifiers::NONE;
            if input.consume_key(none, Key::ArrowDown) {
                Some((index + 1).min(last))
            } else if input.consume_key(none, Key::ArrowUp) {
                Some(index.saturating_sub(1))
            } else if input.consume_key(none, Key::Home) {
                Some(0)
            } else if input.consume_key(none, Key::End) {
                Some(last)
            } else {
                None
            }
        });
        if let Some(to) = to.filter(|to| *to != index) {
            memory.pending = Some(to);
            *chosen = Some(to);
            ui.ctx().request_repaint();
        }
    }
}

impl<'r> Row<'r> {
    /// A row of a grid that is drawn at this place.
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

/// The room after a column: more between a number at the right and words at the left.
fn gap_after(column: &Column, next: Option<&Column>) -> f32 {
    match next {
        Some(next) if column.is_number && !next.is_number => 20.0,
        Some(_) => 12.0,
        None => 0.0,
    }
}

/// The room of each column, with gaps between them.
pub(super) fn lanes(columns: &[Column], room: Rangef) -> Vec<Rangef> {
    let mut least = 0.0;
    let mut shares = 0.0;
    for column in columns {
        match column.width {
            Width::Exact(width) => least += width,
            Width::Share(width, part) => {
                least += width;
                shares += part;
            }
        }
    }
    let nexts = || columns.iter().skip(1).map(Some).chain([None]);
    let gaps: f32 = columns
        .iter()
        .zip(nexts())
        .map(|(a, b)| gap_after(a, b))
        .sum();
    let spare = (room.span() - least - gaps).max(0.0);
    let mut left = room.min;
    columns
        .iter()
        .zip(nexts())
        .map(|(column, next)| {
            let width = match column.width {
                Width::Share(width, part) if shares > 0.0 => width + spare * part / shares,
                Width::Exact(width) | Width::Share(width, _) => width,
            };
            let lane = Rangef::new(left, (left + width).min(room.max).max(left));
            left += width + gap_after(column, next);
            lane
        })
        .collect()
}
