//! A table that is worked in like a spreadsheet: a cursor moves from cell to cell, heads sort, rows
//! are ticked. It says what was asked for; what a cell holds and how it is edited its caller knows.
//!
//! One widget has the keyboard whatever cell the cursor stands in, so that no key is lost between
//! two frames: where the cursor goes, that widget goes too, and its name is announced.

use std::collections::BTreeSet;

use eframe::egui::{
    self, Align, Align2, Event, EventFilter, FocusDirection, Id, IdSalt, Layout, Rangef, Rect,
    Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::control::mark_shapes;
use super::grid_keys::{Keys, Taken};
use super::table::{Column, Row, frame_ui, height_of, offset_to_show, paint_text};
use super::text::Type;
use crate::document::Towards;
use crate::ui::icons;
use crate::ui::theme::{self, Theme};

/// The order in which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub column: usize,
    /// Whether the largest comes first.
    pub is_descending: bool,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The row, by the position of what it shows.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// A table with a cursor. Its first column holds the ticks.
pub struct Grid<'a> {
    /// Tells grids apart.
    pub salt: &'a str,
    /// Its accessible name.
    pub name: &'a str,
    /// Its columns.
    pub columns: &'a [Column],
    /// What the rows show, by position, in the order in which they stand.
    pub order: &'a [usize],
    /// The height of a row.
    pub row_height: f32,
    /// The most rows in sight before it scrolls by itself.
    pub most_rows: usize,
    /// The cell that keys act on.
    pub cursor: Cursor,
    /// Whether that cell is being edited: it has the keyboard by itself then.
    pub is_editing: bool,
    /// What is ticked, by position.
    pub ticked: &'a BTreeSet<usize>,
    /// Whether that is all that is shown.
    pub all_ticked: bool,
    /// How the rows are sorted.
    pub sort: Option<Sort>,
    /// The accessible name of the box that ticks all rows.
    pub tick_all: &'a str,
}

/// Something that was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GridEvent {
    /// Sorting by a column.
    Sort(usize),
    /// The cursor goes to a cell.
    Go(Cursor),
    /// Editing the cursor's cell, beginning with what was typed.
    Edit(String),
    /// Making the cursor's cell unknown.
    Clear,
    /// Ticking or unticking a row.
    Tick(usize),
    /// Ticking all rows, or none if all are.
    TickAll,
    /// Ticking the rows between the last one ticked and this one, where the cursor goes.
    TickTo(usize),
    /// Copying what is ticked, or the cursor's row.
    Copy,
    /// Taking rows from a text.
    Paste(String),
    /// Moving what is ticked, or the cursor's row.
    Move(Towards),
}

#[derive(Clone, Copy, Debug, Default)]
struct Memory {
    offset: f32,
    /// The row in which the cursor was drawn last.
    last_row: Option<usize>,
    /// The cursor's row is to be brought into sight.
    follow: bool,
    /// The editor has had its first frame.
    has_edited: bool,
}

/// The widget of a grid that takes the keyboard.
pub fn grid_focus(salt: &str) -> Id {
    Id::unique("grid-cursor").with(salt)
}

impl Grid<'_> {
    /// Draws the heads and the rows in sight; gives what was asked for, in order.
    pub fn show(&self, ui: &mut Ui, mut add_row: impl FnMut(&mut Row<'_>)) -> Vec<GridEvent> {
        frame_ui(ui, self.salt, self.name, self.columns, |ui, id, lanes| {
            let mut events = Vec::new();
            let mut memory: Memory = ui.data(|data| data.get_temp(id)).unwrap_or_default();
            let position = self.order.iter().position(|row| *row == self.cursor.row);
            self.head_ui(ui, lanes, &mut events);
            self.take_keys(ui, position, &mut events, &mut memory);
            let has_moved = memory.last_row != Some(self.cursor.row);
            let mut was_drawn = false;
            let rows = self.order.len();
            let mut draw = |ui: &mut Ui, at: usize, events: &mut Vec<GridEvent>| {
                if let Some(row) = self.order.get(at) {
                    was_drawn |= *row == self.cursor.row;
                    self.row_ui(ui, lanes, at, *row, events, &mut add_row);
                }
            };
            if rows > self.most_rows {
                let sight = height_of(self.row_height, self.most_rows);
                let mut area = ScrollArea::vertical()
                    .id_salt(id.with("rows"))
                    .auto_shrink([false, true])
                    // Far down on a page that scrolls there seems to be no room at all.
                    .min_scrolled_height(sight)
                    .max_height(sight);
                let to_show = position.filter(|_| memory.follow || has_moved);
                if let Some(offset) = to_show.and_then(|row| {
                    offset_to_show(self.row_height, self.most_rows, row, memory.offset)
                }) {
                    area = area.vertical_scroll_offset(offset);
                }
                let output = area.show_rows(ui, self.row_height, rows, |ui, range| {
                    for at in range {
                        draw(ui, at, &mut events);
                    }
                });
                memory.offset = output.state.clamped_offset().y;
            } else {
                for at in 0..rows {
                    draw(ui, at, &mut events);
                }
            }
            if !was_drawn && position.is_some() && !self.is_editing {
                // Out of sight, but still where the keyboard is and where Tab leads.
                let nowhere = Rect::from_min_size(ui.min_rect().left_top(), vec2(1.0, 1.0));
                let response = ui.interact(nowhere, grid_focus(self.salt), Sense::FOCUSABLE);
                response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, self.name));
            }
            memory.follow = false;
            memory.last_row = Some(self.cursor.row);
            // Only now: the widget gives the keyboard up when something else is clicked.
            let is_clicked = ui.input(|input| input.pointer.any_click());
            let edits = |event: &GridEvent| matches!(event, GridEvent::Edit(_));
            if is_clicked
                && events.iter().any(|event| matches!(event, GridEvent::Go(_)))
                && !events.iter().any(edits)
            {
                ui.memory_mut(|memory| memory.request_focus(grid_focus(self.salt)));
            }
            let goes = events
                .iter()
                .any(|event| matches!(event, GridEvent::Go(_) | GridEvent::TickTo(_)));
            if goes {
                memory.follow = true;
                ui.ctx().request_repaint();
            }
            ui.data_mut(|data| data.insert_temp(id, memory));
            events
        })
    }

    fn head_ui(&self, ui: &mut Ui, lanes: &[Rangef], events: &mut Vec<GridEvent>) {
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 28.0));
        let builder = UiBuilder::new()
            .id_salt("head")
            .max_rect(rect)
            .accessibility_role(Role::Row);
        let mut ui = ui.new_child(builder);
        for (position, (column, lane)) in self.columns.iter().zip(lanes).enumerate() {
            let place = Rect::from_x_y_ranges(*lane, rect.y_range());
            if position == 0 {
                self.tick_all_ui(&mut ui, place, events);
            } else if self.sort_head_ui(&mut ui, position, column, place) {
                events.push(GridEvent::Sort(position));
            }
        }
        let y = ui.painter().round_to_pixel_center(rect.bottom());
        ui.painter()
            .hline(rect.x_range(), y, Theme::of(&ui).hairline());
    }

    fn tick_all_ui(&self, ui: &mut Ui, place: Rect, events: &mut Vec<GridEvent>) {
        let all = self.all_ticked;
        let response = ui.interact(place, ui.scope_id().with("all"), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, all, self.tick_all));
        mark_ui(ui, place, all);
        focus_ring(ui, place, &response);
        if response.on_hover_text(self.tick_all).clicked() {
            events.push(GridEvent::TickAll);
        }
    }

    fn sort_head_ui(&self, ui: &mut Ui, position: usize, column: &Column, place: Rect) -> bool {
        let theme = Theme::of(ui);
        let response = ui.interact(place, ui.scope_id().with(position), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &column.head));
        let sort = self.sort.filter(|sort| sort.column == position);
        if let Some(sort) = sort {
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_sort_direction(if sort.is_descending {
                    egui::accesskit::SortDirection::Descending
                } else {
                    egui::accesskit::SortDirection::Ascending
                });
            });
        }
        let lit = response.hovered() || response.has_focus() || sort.is_some();
        let ink = if lit { theme.text } else { theme.muted };
        let icon = match sort {
            Some(sort) if sort.is_descending => icons::CARET_DOWN,
            Some(_) => icons::CARET_UP,
            None if response.hovered() || response.has_focus() => icons::CARET_UP_DOWN,
            None => "",
        };
        let words = Type::SmallMedium.font();
        let width = ui
            .painter()
            .layout_no_wrap(column.head.clone(), words, ink)
            .size()
            .x;
        let mut text = place;
        if column.is_number {
            // The icon stands in the gap, so that heads and numbers end alike.
            paint_text(ui, text, &column.head, Type::SmallMedium, ink, true);
            let at = egui::pos2(
                (place.right() - width - 3.0).max(place.left()),
                place.center().y,
            );
            ui.painter()
                .text(at, Align2::RIGHT_CENTER, icon, theme::icon_font(11.0), ink);
        } else {
            if !icon.is_empty() {
                text.max.x -= 13.0;
            }
            paint_text(ui, text, &column.head, Type::SmallMedium, ink, false);
            let at = egui::pos2(
                place.left() + width.min(text.width()) + 3.0,
                place.center().y,
            );
            ui.painter()
                .text(at, Align2::LEFT_CENTER, icon, theme::icon_font(11.0), ink);
        }
        focus_ring(ui, place, &response);
        response
            .on_hover_cursor(egui::CursorIcon::PointingHand)
            .clicked()
    }

    fn row_ui(
        &self,
        ui: &mut Ui,
        lanes: &[Rangef],
        at: usize,
        row: usize,
        events: &mut Vec<GridEvent>,
        add_row: &mut impl FnMut(&mut Row<'_>),
    ) {
        let theme = Theme::of(ui);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), self.row_height));
        let is_current = self.cursor.row == row;
        let row_id = ui.scope_id().with(("row", at));
        let response = ui.interact(rect, row_id, Sense::CLICK);
        self.take_clicks(ui, lanes, row, &response, events);
        let ground = rect.expand2(vec2(8.0, 0.0));
        let is_ticked = self.ticked.contains(&row);
        if is_current || is_ticked {
            ui.painter().rect_filled(ground, 0.0, theme.accent_soft);
        } else if response.contains_pointer() {
            ui.painter().rect_filled(ground, 0.0, theme.sunken);
        }
        if at + 1 < self.order.len() {
            let y = ui.painter().round_to_pixel_center(rect.bottom());
            ui.painter().hline(rect.x_range(), y, theme.hairline());
        }
        let builder = UiBuilder::new()
            .id_salt(IdSalt::new(("row", at)))
            .max_rect(rect)
            .layout(Layout::left_to_right(Align::Center))
            .accessibility_role(Role::Row);
        let mut child = ui.new_child(builder);
        let cursor =
            (is_current && !self.is_editing).then(|| (self.cursor.column, grid_focus(self.salt)));
        let mut drawn = Row::drawn(
            &mut child,
            rect,
            lanes,
            self.columns,
            row,
            is_current,
            cursor,
        );
        add_row(&mut drawn);
        let name = std::mem::take(&mut drawn.name);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_current, &name));
    }

    fn take_clicks(
        &self,
        ui: &Ui,
        lanes: &[Rangef],
        row: usize,
        response: &egui::Response,
        events: &mut Vec<GridEvent>,
    ) {
        if !response.clicked() {
            return;
        }
        let modifiers = ui.input(|input| input.modifiers);
        let column = response
            .interact_pointer_pos()
            .and_then(|at| {
                // The gap after a column still belongs to it.
                lanes.iter().rposition(|lane| at.x >= lane.min - 6.0)
            })
            .unwrap_or(self.cursor.column)
            .max(1);
        if modifiers.shift {
            events.push(GridEvent::TickTo(row));
        } else if modifiers.command {
            events.push(GridEvent::Tick(row));
        }
        events.push(GridEvent::Go(Cursor { row, column }));
        if response.double_clicked() {
            events.push(GridEvent::Edit(String::new()));
        }
    }

    /// The keys of a spreadsheet, while the cursor has the keyboard.
    fn take_keys(
        &self,
        ui: &Ui,
        position: Option<usize>,
        events: &mut Vec<GridEvent>,
        memory: &mut Memory,
    ) {
        let id = grid_focus(self.salt);
        // The editor takes the keyboard when it is first drawn: what was typed before then comes
        // to it now.
        let waiting_id = id.with("waiting");
        let mut waiting = ui.data_mut(|data| data.remove_temp::<Vec<Event>>(waiting_id));
        let has_keyboard = ui.memory(|memory| memory.has_focus(id));
        let is_first = !std::mem::replace(&mut memory.has_edited, self.is_editing);
        if self.is_editing && is_first && has_keyboard {
            let typed = ui.input_mut(|input| {
                let events = input.events.extract_if(.., |event| {
                    matches!(event, Event::Text(_) | Event::Key { pressed: true, .. })
                });
                events.collect::<Vec<_>>()
            });
            waiting.get_or_insert_default().extend(typed);
        } else if let Some(waiting) = waiting.take() {
            ui.input_mut(|input| {
                input.events.splice(0..0, waiting);
            });
        }
        if let Some(waiting) = waiting.filter(|waiting| !waiting.is_empty()) {
            ui.data_mut(|data| data.insert_temp(waiting_id, waiting));
            ui.ctx().request_repaint();
        }
        let Some(position) = position else {
            return;
        };
        if self.is_editing || !has_keyboard {
            return;
        }
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: false,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let mut keys = Keys {
            grid: self,
            at: position,
            column: self.cursor.column,
            leaves: None,
            is_typing: false,
            is_waiting: false,
        };
        let mut later = Vec::new();
        ui.input_mut(|input| {
            input.events.retain(|event| {
                match keys.take(event) {
                    Taken::Not => return true,
                    Taken::ForNothing => {}
                    Taken::For(event) => events.push(event),
                    Taken::Later => later.push(event.clone()),
                }
                false
            });
        });
        if !later.is_empty() {
            ui.data_mut(|data| data.insert_temp(waiting_id, later));
        }
        if keys.at != position || keys.column != self.cursor.column {
            memory.follow = true;
        }
        // The filter holds from the second frame on: a key of the first one, right after a cell was
        // left, is not to move the focus either.
        let direction = keys.leaves.unwrap_or(FocusDirection::None);
        ui.memory_mut(|memory| memory.move_focus(direction));
    }
}

/// Paints the box of a tick, at the left of its place.
pub fn mark_ui(ui: &Ui, place: Rect, is_ticked: bool) {
    let mark = Rect::from_center_size(
        egui::pos2(place.left() + 8.0, place.center().y),
        vec2(15.0, 15.0),
    );
    mark_shapes(ui, mark, is_ticked, true);
}

fn focus_ring(ui: &Ui, place: Rect, response: &egui::Response) {
    if response.has_focus() {
        let ring = Stroke::new(2.0, Theme::of(ui).accent);
        let place = place.expand2(vec2(4.0, -3.0));
        ui.painter()
            .rect_stroke(place, 4.0, ring, StrokeKind::Inside);
    }
}
