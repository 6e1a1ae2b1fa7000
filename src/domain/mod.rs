//! The core: what we ask, what the programmes say, and the plan that follows.
//!
//! Everything here is a pure function of its arguments; the date is one of them.
#![warn(clippy::float_arithmetic)]

pub mod answer;
pub mod changes;
pub mod choice;
pub mod facts;
pub mod field;
pub mod guide;
pub mod licensing;
pub mod money;
pub mod plan;
pub mod profile;
pub mod programme;
pub mod progress;
pub mod record;
pub mod source;
pub mod text;
pub mod verify;
pub mod what_if;
