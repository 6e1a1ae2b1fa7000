//! What the table of groups remembers between frames, and what its keys do to it.

use std::collections::BTreeSet;

use super::groups_edit::Editing;
use super::groups_order::{GroupColumn, GroupSort, GroupsOrder};
use crate::document::{Towards, moves};

/// The table's own state; groups are told by position.
#[derive(Debug)]
pub(super) struct GroupsState {
    /// The groups that are ticked.
    pub(super) ticked: BTreeSet<usize>,
    /// The words that groups are filtered by.
    pub(super) filter: String,
    pub(super) sort: Option<GroupSort>,
    pub(super) order: GroupsOrder,
    /// The column of the cursor; its row is the chosen group.
    pub(super) column: usize,
    /// The cell that is being edited.
    pub(super) editing: Option<Editing>,
    /// Where ticking several rows began, and what was ticked then.
    anchor: Option<(usize, BTreeSet<usize>)>,
}

impl Default for GroupsState {
    fn default() -> Self {
        Self {
            ticked: BTreeSet::new(),
            filter: String::new(),
            sort: None,
            order: GroupsOrder::default(),
            column: 1,
            editing: None,
            anchor: None,
        }
    }
}

impl GroupsState {
    /// The ticked groups, or the chosen one where none is ticked.
    pub(super) fn ticked_or(&self, selected: usize, groups: usize) -> BTreeSet<usize> {
        let ticked = self.ticked.iter().copied();
        let ticked: BTreeSet<usize> = ticked.filter(|index| *index < groups).collect();
        if ticked.is_empty() {
            (selected < groups)
                .then_some(selected)
                .into_iter()
                .collect()
        } else {
            ticked
        }
    }

    /// Ticks or unticks a group.
    pub(super) fn tick(&mut self, index: usize) {
        if !self.ticked.remove(&index) {
            self.ticked.insert(index);
        }
        self.anchor = None;
    }

    /// Ticks every group that is shown, or none of them if all are ticked.
    pub(super) fn tick_all(&mut self) {
        let rows = self.order.rows();
        if rows.iter().all(|row| self.ticked.contains(row)) {
            for row in rows {
                self.ticked.remove(row);
            }
        } else {
            self.ticked.extend(rows);
        }
        self.anchor = None;
    }

    /// Ticks the groups from where ticking began to this one.
    pub(super) fn tick_to(&mut self, selected: usize, index: usize) {
        let (from, before) = self
            .anchor
            .get_or_insert_with(|| (selected, self.ticked.clone()));
        let rows = self.order.rows();
        let at = |wanted: usize| rows.iter().position(|row| *row == wanted);
        let (Some(from), Some(to)) = (at(*from), at(index)) else {
            return;
        };
        self.ticked.clone_from(before);
        let between = rows.get(from.min(to)..=from.max(to));
        self.ticked.extend(between.unwrap_or_default());
    }

    /// Ticking several rows begins anew.
    pub(super) fn end_range(&mut self) {
        self.anchor = None;
    }

    /// Sorts by a column: upwards, downwards, and then as in the document again.
    pub(super) fn sort_by(&mut self, column: GroupColumn) {
        self.sort = match self.sort {
            Some(sort) if sort.column == column && sort.is_descending => None,
            Some(sort) if sort.column == column => Some(GroupSort {
                is_descending: true,
                ..sort
            }),
            _ => Some(GroupSort {
                column,
                is_descending: false,
            }),
        };
    }

    /// Whether the groups stand as in the document, so that they can be moved.
    pub(super) fn is_in_order(&self) -> bool {
        self.sort.is_none() && self.filter.trim().is_empty()
    }

    /// Follows groups that are moved; gives where the chosen one goes.
    pub(super) fn follow(
        &mut self,
        moved: &BTreeSet<usize>,
        towards: Towards,
        groups: usize,
        selected: usize,
    ) -> usize {
        let mut place: Vec<usize> = (0..groups).collect();
        for (from, to) in moves(moved, towards, groups) {
            place.swap(from, to);
        }
        let now = |before: usize| place.iter().position(|old| *old == before);
        self.ticked = self.ticked.iter().filter_map(|old| now(*old)).collect();
        self.anchor = None;
        now(selected).unwrap_or(selected)
    }

    /// Gives up what belongs to positions that have changed.
    pub(super) fn forget_positions(&mut self) {
        self.ticked.clear();
        self.anchor = None;
        self.editing = None;
    }
}
