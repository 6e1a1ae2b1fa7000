//! The keys of a grid: what each asks for, and where it takes the cursor.

use eframe::egui::{Event, FocusDirection, Key, Modifiers};

use super::grid::{Cursor, Grid, GridEvent};
use crate::document::Towards;

/// What became of an event.
pub(super) enum Taken {
    /// It is not for the grid.
    Not,
    /// It is for the grid, and asks for nothing more.
    ForNothing,
    /// It asks for something.
    For(GridEvent),
    /// It is for the editor, which opens in the next frame.
    Later,
}

impl Taken {
    fn of(event: Option<GridEvent>) -> Self {
        event.map_or(Self::ForNothing, Self::For)
    }
}

/// Where the cursor goes while the keys of one frame are taken.
pub(super) struct Keys<'g, 'a> {
    pub(super) grid: &'g Grid<'a>,
    /// The position of the cursor's row among those that are shown.
    pub(super) at: usize,
    pub(super) column: usize,
    /// Where the keyboard goes when it leaves the table.
    pub(super) leaves: Option<FocusDirection>,
    /// What comes after the first letter belongs to the editor that opens.
    pub(super) is_typing: bool,
    /// A key waits for that editor; what is typed after it waits too.
    pub(super) is_waiting: bool,
}

impl Keys<'_, '_> {
    /// What an event asks for.
    pub(super) fn take(&mut self, event: &Event) -> Taken {
        match event {
            Event::Copy => Taken::For(GridEvent::Copy),
            Event::Paste(text) => Taken::For(GridEvent::Paste(text.clone())),
            // The tick of the space bar comes as a key.
            Event::Text(text) if text == " " && !self.is_typing => Taken::ForNothing,
            Event::Text(_) if self.is_waiting => Taken::Later,
            Event::Text(text) => {
                self.is_typing = true;
                Taken::For(GridEvent::Edit(text.clone()))
            }
            Event::Key { pressed: true, .. } if self.is_typing => {
                self.is_waiting = true;
                Taken::Later
            }
            Event::Key { .. } if self.is_typing => Taken::ForNothing,
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if !modifiers.alt => self.take_key(*key, *modifiers),
            _ => Taken::Not,
        }
    }

    fn take_key(&mut self, key: Key, modifiers: Modifiers) -> Taken {
        let last = self.grid.order.len().saturating_sub(1);
        let page = self.grid.most_rows;
        let last_column = self.grid.columns.len().saturating_sub(1);
        let (command, shift) = (modifiers.command, modifiers.shift);
        let row = self.grid.order.get(self.at).copied();
        match (key, command, shift) {
            (Key::ArrowUp, true, true) => Taken::For(GridEvent::Move(Towards::Start)),
            (Key::ArrowDown, true, true) => Taken::For(GridEvent::Move(Towards::End)),
            (Key::ArrowUp, false, false) => self.go(self.at.saturating_sub(1), self.column),
            (Key::ArrowDown, false, false) => self.go((self.at + 1).min(last), self.column),
            (Key::ArrowUp, false, true) => self.extend(self.at.saturating_sub(1)),
            (Key::ArrowDown, false, true) => self.extend((self.at + 1).min(last)),
            (Key::PageUp, false, false) => self.go(self.at.saturating_sub(page), self.column),
            (Key::PageDown, false, false) => self.go((self.at + page).min(last), self.column),
            (Key::PageUp, false, true) => self.extend(self.at.saturating_sub(page)),
            (Key::PageDown, false, true) => self.extend((self.at + page).min(last)),
            (Key::Home, _, false) => self.go(0, self.column),
            (Key::End, _, false) => self.go(last, self.column),
            (Key::Home, false, true) => self.extend(0),
            (Key::End, false, true) => self.extend(last),
            (Key::ArrowLeft, false, false) => {
                self.go(self.at, self.column.saturating_sub(1).max(1))
            }
            (Key::ArrowRight, false, false) => self.go(self.at, (self.column + 1).min(last_column)),
            (Key::ArrowLeft, true, false) => self.go(self.at, 1),
            (Key::ArrowRight, true, false) => self.go(self.at, last_column),
            (Key::Tab, false, false) if self.column < last_column => {
                self.go(self.at, self.column + 1)
            }
            (Key::Tab, false, true) if self.column > 1 => self.go(self.at, self.column - 1),
            // At the end of a row Tab goes on to what follows the table: it is no trap.
            (Key::Tab, false, _) => {
                self.leaves = Some(if shift {
                    FocusDirection::Previous
                } else {
                    FocusDirection::Next
                });
                Taken::ForNothing
            }
            (Key::Enter | Key::F2, false, false) => Taken::For(GridEvent::Edit(String::new())),
            (Key::Delete | Key::Backspace, false, false) => Taken::For(GridEvent::Clear),
            (Key::Space, false, false) => Taken::of(row.map(GridEvent::Tick)),
            (Key::A, true, false) => Taken::For(GridEvent::TickAll),
            _ => Taken::Not,
        }
    }

    fn go(&mut self, at: usize, column: usize) -> Taken {
        self.at = at;
        self.column = column;
        let row = self.grid.order.get(at).copied();
        Taken::of(row.map(|row| GridEvent::Go(Cursor { row, column })))
    }

    fn extend(&mut self, at: usize) -> Taken {
        self.at = at;
        let row = self.grid.order.get(at).copied();
        Taken::of(row.map(GridEvent::TickTo))
    }
}
