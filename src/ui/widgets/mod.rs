//! The reusable parts of the screens; each sets its accessible name.

pub mod button;
pub mod card;
pub mod chip;
pub mod choice;
pub mod control;
pub mod field;
pub mod grid;
mod grid_keys;
pub mod lazy;
pub mod ledger_bar;
pub mod options;
pub mod owned;
pub mod plan_so_far;
pub mod price_words;
pub mod roving;
pub mod search_field;
pub mod segments;
pub mod table;
mod table_row;
pub mod terms;
pub mod text;
pub mod text_control;
pub mod text_field;
pub mod typing;
pub mod words;
