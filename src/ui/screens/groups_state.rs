//! What the table of groups remembers between frames, and what its keys do to it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::groups_edit::Editing;
use super::groups_order::{GroupColumn, GroupSort, GroupsOrder};
use crate::document::{Towards, moves};

/// The table's own state; groups are told by position.
#[derive(Debug)]
pub(super) struct GroupsState {
    /// The groups that are ticked; shared, since every frame looks at them.
    pub(super) ticked: Arc<BTreeSet<usize>>,
    /// The words that groups are filtered by.
    pub(super) filter: String,
    pub(super) sort: Option<GroupSort>,
    pub(super) order: GroupsOrder,
    /// The column of the cursor; its row is the chosen group.
    pub(super) column: usize,
    /// The cell that is being edited.
    pub(super) editing: Option<Editing>,
    /// Where ticking several rows began, and what was ticked then.
    anchor: Option<(usize, Arc<BTreeSet<usize>>)>,
}

impl Default for GroupsState {
    fn default() -> Self {
        Self {
            ticked: Arc::default(),
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
        let ticked = Arc::make_mut(&mut self.ticked);
        if !ticked.remove(&index) {
            ticked.insert(index);
        }
        self.anchor = None;
    }

    /// Ticks every group that is shown, or none of them if all are ticked.
    pub(super) fn tick_all(&mut self) {
        let all = self.are_all_ticked();
        let rows = self.order.rows();
        let ticked = Arc::make_mut(&mut self.ticked);
        if all {
            for row in rows {
                ticked.remove(row);
            }
        } else {
            ticked.extend(rows);
        }
        self.anchor = None;
    }

    /// Whether every group that is shown is ticked.
    pub(super) fn are_all_ticked(&self) -> bool {
        let rows = self.order.rows();
        if rows.is_empty() || self.ticked.len() < rows.len() {
            return false;
        }
        // Where nothing is filtered out there are as many of them as groups.
        self.order.shows_all() || rows.iter().all(|row| self.ticked.contains(row))
    }

    /// Unticks what is no more there.
    pub(super) fn keep_below(&mut self, groups: usize) {
        if self.ticked.last().is_some_and(|last| *last >= groups) {
            Arc::make_mut(&mut self.ticked).retain(|index| *index < groups);
        }
    }

    /// Ticks the groups from where ticking began to this one.
    pub(super) fn tick_to(&mut self, selected: usize, index: usize) {
        let (from, before) = self
            .anchor
            .get_or_insert_with(|| (selected, Arc::clone(&self.ticked)));
        let rows = self.order.rows();
        let at = |wanted: usize| rows.iter().position(|row| *row == wanted);
        let (Some(from), Some(to)) = (at(*from), at(index)) else {
            return;
        };
        self.ticked = Arc::clone(before);
        let between = rows.get(from.min(to)..=from.max(to));
        Arc::make_mut(&mut self.ticked).extend(between.unwrap_or_default());
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
        let mut now = vec![0; groups];
        for (new, old) in place.iter().enumerate() {
            if let Some(now) = now.get_mut(*old) {
                *now = new;
            }
        }
        let now = |before: usize| now.get(before).copied().unwrap_or(before);
        let ticked: BTreeSet<usize> = self.ticked.iter().map(|old| now(*old)).collect();
        self.ticked = Arc::new(ticked);
        self.anchor = None;
        now(selected)
    }

    /// Gives up what belongs to positions that have changed.
    pub(super) fn forget_positions(&mut self) {
        self.ticked = Arc::default();
        self.anchor = None;
        self.editing = None;
    }
}
