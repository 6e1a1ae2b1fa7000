//! The plan in words: as text, as Markdown and as JSON, in English and in Polish.
//!
//! [`PlanReport`] holds finished strings in print order; [`text`] and [`markdown`] only lay it
//! out. [`json`] writes codes and numbers beside the words. Nothing here decides anything.

pub mod facts;
pub mod json;
pub mod markdown;
pub mod model;
mod parts;
pub mod summary;
pub mod text;
pub mod words;

pub use facts::because;
pub use model::PlanReport;
pub use summary::summary_lines;
pub use words::{answer_text, group_name};

use crate::domain::guide::walk::Walk;
use crate::domain::plan::Plan;
use crate::domain::profile::Profile;
use crate::domain::programme::Programme;
use crate::domain::text::Language;

/// How a plan is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text for a terminal, 100 columns wide.
    Text,
    /// Markdown with GitHub tables.
    Markdown,
    /// The `esu-plan` JSON.
    Json,
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct ReportInput<'a> {
    /// The language of its words.
    pub language: Language,
    /// The programme that was planned for.
    pub programme: &'a Programme,
    /// The profile that was planned for.
    pub profile: &'a Profile,
    /// The walk through the programme's questions.
    pub walk: &'a Walk,
    /// The plan.
    pub plan: &'a Plan,
}

/// Writes a plan down. The same input gives the same bytes.
pub fn render(format: Format, input: &ReportInput<'_>) -> String {
    match format {
        Format::Text => text::render(&PlanReport::new(input)),
        Format::Markdown => markdown::render(&PlanReport::new(input)),
        Format::Json => json::render(input),
    }
}

#[cfg(test)]
mod tests;
