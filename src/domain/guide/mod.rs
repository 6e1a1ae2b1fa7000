//! The guided decisions: conditions of the data, and the walk they make.

pub mod condition;
pub mod walk;
