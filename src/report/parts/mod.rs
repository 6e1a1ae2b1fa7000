//! The parts of the report, each from the plan to finished strings.

pub(super) mod calendar;
pub(super) mod changes;
pub(super) mod deployment;
pub(super) mod exits;
pub(crate) mod head;
pub(super) mod ledger;
pub(super) mod notes;
pub(super) mod orders;
pub(super) mod remarks;
pub(super) mod waiting;
