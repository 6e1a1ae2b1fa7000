//! Tables: only rows in sight are laid out, each cell says its column and row to a screen reader,
//! the arrow keys move the selection, and every table copies as text for a spreadsheet.
//!
//! For a copy the rows are gone through as they are drawn, but into texts instead of onto the
//! screen, so a table is told once. The sums under the rows are no rows and stay out of it.

use eframe::egui::scroll_area::ScrollBarVisibility;
use eframe::egui::{
    self, Align, EventFilter, Id, IdSalt, Key, Layout, Rangef, Rect, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

pub(super) use super::table_row::paint_text;
pub use super::table_row::{Row, cell_name};

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

/// Draws what is a table to a screen reader, with the room of each of its columns. Where there is
/// less room than they need, it scrolls sideways.
pub(super) fn frame_ui<R>(
    ui: &mut Ui,
    salt: &str,
    name: &str,
    columns: &[Column],
    add_contents: impl FnOnce(&mut Ui, Id, &[Rangef]) -> R,
) -> R {
    let id = ui.make_persistent_id(salt);
    let least = least_width(columns);
    if least <= ui.available_width() {
        return framed_ui(ui, id, salt, name, columns, add_contents);
    }
    // The bar of a table under the fold would be drawn at the fold.
    let bar = if ui.cursor().top() >= ui.clip_rect().bottom() {
        ScrollBarVisibility::AlwaysHidden
    } else {
        ScrollBarVisibility::VisibleWhenNeeded
    };
    ScrollArea::horizontal()
        .id_salt(id.with("sideways"))
        .scroll_bar_visibility(bar)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.set_width(least);
            framed_ui(ui, id, salt, name, columns, add_contents)
        })
        .inner
}

fn framed_ui<R>(
    ui: &mut Ui,
    id: Id,
    salt: &str,
    name: &str,
    columns: &[Column],
    add_contents: impl FnOnce(&mut Ui, Id, &[Rangef]) -> R,
) -> R {
    let lanes = lanes(columns, ui.available_rect_before_wrap().x_range());
    let builder = UiBuilder::new()
        .id_salt(IdSalt::new(salt))
        .accessibility_role(Role::Table)
        .accessibility_label(name);
    let shown = ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        add_contents(ui, id, &lanes)
    });
    shown.inner
}

impl Table<'_> {
    /// Draws the head and the rows in sight; gives the row that was newly chosen.
    pub fn show(&self, ui: &mut Ui, mut add_row: impl FnMut(&mut Row<'_>)) -> Option<usize> {
        frame_ui(ui, self.salt, self.name, self.columns, |ui, id, lanes| {
            self.head_ui(ui, lanes);
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
                        self.row_ui(ui, id, lanes, index, &mut memory, &mut chosen, &mut add_row);
                    }
                });
                memory.offset = output.state.clamped_offset().y;
            } else {
                for index in 0..self.rows {
                    self.row_ui(ui, id, lanes, index, &mut memory, &mut chosen, &mut add_row);
                }
            }
            if let Some(row) = memory.to_copy.take() {
                self.copy(ui, row..row + 1, false, &mut add_row);
            }
            if ui.data_mut(|data| data.remove_temp(wanted(self.salt))) == Some(true) {
                self.copy(ui, 0..self.rows, true, &mut add_row);
            }
            ui.data_mut(|data| data.insert_temp(id, memory));
            self.sums_ui(ui, lanes);
            chosen
        })
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
            let mut row = Row::for_copy(&mut child, self.columns, index);
            add_row(&mut row);
            let cells = with_head(row.into_copy()).map(|(cell, column)| {
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
        let mut row = Row::drawn(
            &mut child,
            rect,
            lanes,
            self.columns,
            index,
            is_selected,
            None,
        );
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

/// The room after a column: more between a number at the right and words at the left.
fn gap_after(column: &Column, next: Option<&Column>) -> f32 {
    match next {
        Some(next) if column.is_number && !next.is_number => 20.0,
        Some(_) => 12.0,
        None => 0.0,
    }
}

/// The room that columns need at least, with the gaps between them.
pub fn least_width(columns: &[Column]) -> f32 {
    let nexts = columns.iter().skip(1).map(Some).chain([None]);
    let widths = columns.iter().zip(nexts).map(|(column, next)| {
        let (Width::Exact(width) | Width::Share(width, _)) = column.width;
        width + gap_after(column, next)
    });
    widths.sum()
}

/// The room of each column, with gaps between them.
pub(super) fn lanes(columns: &[Column], room: Rangef) -> Vec<Rangef> {
    let parts = columns.iter().map(|column| match column.width {
        Width::Exact(_) => 0.0,
        Width::Share(_, part) => part,
    });
    let shares: f32 = parts.sum();
    let nexts = || columns.iter().skip(1).map(Some).chain([None]);
    let spare = (room.span() - least_width(columns)).max(0.0);
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
