//! The shape of the RON files under `assets/programmes/<id>/`, nothing else.
//!
//! No field has a default and no unknown field is taken: a typo is an error with file and entry.

mod base;
mod deployment;
mod exit;
mod faq;
mod note;
mod offer;
mod product;
mod question;
mod rules;
mod sku;

pub use base::*;
pub use deployment::*;
pub use exit::*;
pub use faq::*;
pub use note::*;
pub use offer::*;
pub use product::*;
pub use question::*;
pub use rules::*;
pub use sku::*;
