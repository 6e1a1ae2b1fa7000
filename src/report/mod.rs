//! The plan in words: as text, Markdown, HTML, PDF and JSON, its orders as CSV and its days as a
//! calendar, in English and in Polish.
//!
//! [`PlanReport`] holds finished strings in print order; [`text`], [`markdown`], [`html`] and
//! [`pdf`] only lay it out. [`json`], [`csv`](mod@csv) and [`ics`] write codes, numbers and days
//! beside the words. Nothing here decides anything.

pub mod csv;
pub mod facts;
pub mod figures;
pub mod html;
pub mod ics;
pub mod json;
pub mod markdown;
pub mod model;
pub mod options;
mod parts;
pub mod pdf;
pub mod summary;
pub mod text;
pub mod words;

pub use facts::because;
pub use model::PlanReport;
pub use options::{Names, PARTS, Paper, ReportOptions, part_title};
pub use parts::changes::{
    ChangeWords, ChangedProgramme, old_data, old_data_words, since_saved_words,
};
pub use parts::head::OemShare;
pub use summary::{order_sentences, summary_lines};
pub use words::{answer_text, cheaper_words, group_name};

use std::borrow::Cow;

use crate::domain::changes::SinceSaved;
use crate::domain::guide::walk::Walk;
use crate::domain::licensing::SalesChannel;
use crate::domain::plan::{CalendarEntry, Plan, PlanStep};
use crate::domain::profile::Profile;
use crate::domain::programme::{Catalogue, EventKind, Programme, RuleId};
use crate::domain::source::FaqId;
use crate::domain::text::{Argument, Language, Statement};

/// How a plan is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text for a terminal, 100 columns wide.
    Text,
    /// Markdown with GitHub tables.
    Markdown,
    /// The `esu-plan` JSON.
    Json,
    /// A tagged PDF in pages.
    Pdf,
    /// One HTML file that needs nothing beside it.
    Html,
    /// The order lines as CSV.
    Csv,
    /// The days to keep as an iCalendar file.
    Ics,
}

impl Format {
    /// What the name of its files ends in, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Pdf => "pdf",
            Self::Html => "html",
            Self::Csv => "csv",
            Self::Ics => "ics",
        }
    }
}

/// Why a report can't be laid out. None of it comes from the profile: it is a fault of the program.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The template can't be laid out.
    #[error("the plan can't be laid out on pages: {problem}")]
    Layout {
        /// What the layout says.
        problem: String,
    },
    /// The table can't be written.
    #[error("the order lines can't be written as a table: {0}")]
    Table(#[from] std::io::Error),
}

impl ReportError {
    fn layout(problems: &[typst::diag::SourceDiagnostic]) -> Self {
        let messages = problems.iter().map(|problem| problem.message.as_str());
        Self::Layout {
            problem: messages.collect::<Vec<_>>().join("; "),
        }
    }
}

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct ReportInput<'a> {
    /// The language of its words.
    pub language: Language,
    /// All programmes.
    pub catalogue: &'a Catalogue,
    /// The profile that was planned for.
    pub profile: &'a Profile,
    /// The walk through the programmes' questions.
    pub walk: &'a Walk,
    /// The plan.
    pub plan: &'a Plan,
    /// The day it is, to tell whether the rule data is old; none leaves that out.
    pub today: Option<chrono::NaiveDate>,
    /// What newer rule data changed since the profile was saved, where that is known.
    pub since_saved: Option<&'a SinceSaved<'a>>,
}

impl<'a> ReportInput<'a> {
    /// The programme at a position in the plan's list.
    pub fn programme(&self, position: usize) -> Option<&'a Programme> {
        self.catalogue.get(&self.plan.programmes.get(position)?.id)
    }

    /// The programmes of the plan in their order.
    pub fn programmes(&self) -> impl Iterator<Item = &'a Programme> {
        let parts = self.plan.programmes.iter();
        parts.filter_map(|part| self.catalogue.get(&part.id))
    }

    /// Whether the plan is over more than one programme, so that lines have to name theirs.
    pub fn has_several(&self) -> bool {
        self.plan.programmes.len() > 1
    }

    /// Whether all that the plan's programmes sell is sold through volume licensing or CSP.
    pub fn sells_through_partners_alone(&self) -> bool {
        let mut sales = self
            .programmes()
            .flat_map(|programme| &programme.base.offers)
            .flat_map(|offer| &offer.sales);
        sales.all(|sales| match sales.channel {
            SalesChannel::VolumeLicensing | SalesChannel::Csp => true,
            SalesChannel::Azure | SalesChannel::AccountTeam | SalesChannel::MicrosoftAccount => {
                false
            }
        })
    }

    /// The entries that a rule rests on in the plan's programmes.
    pub fn sources(&self, rule: RuleId) -> Vec<FaqId> {
        self.sources_of(rule, 0..self.plan.programmes.len())
    }

    /// The entries that a rule rests on in the programmes at these positions.
    pub fn sources_of(
        &self,
        rule: RuleId,
        programmes: impl IntoIterator<Item = usize>,
    ) -> Vec<FaqId> {
        let mut faq: Vec<FaqId> = Vec::new();
        let programmes = programmes.into_iter().filter_map(|p| self.programme(p));
        for id in programmes.flat_map(|p| p.rule_sources(rule)) {
            if !faq.contains(id) {
                faq.push(id.clone());
            }
        }
        faq
    }

    /// The groups that have a step done, by position.
    pub fn groups_done(&self, step: &PlanStep) -> Vec<usize> {
        let has_done = |position: &usize| {
            let group = self.profile.groups.get(*position);
            group.is_some_and(|group| group.done.contains(&step.id))
        };
        step.groups.iter().copied().filter(has_done).collect()
    }

    /// The groups that a line of a programme is about: as it says, else all of the programme's.
    pub fn groups_of<'g>(&'g self, programme: usize, groups: &'g [usize]) -> &'g [usize] {
        match self.plan.programmes.get(programme) {
            Some(part) if groups.is_empty() && self.has_several() => &part.groups,
            _ => groups,
        }
    }

    /// The short name of a line's programme, where the plan is over several.
    pub fn tag(&self, position: usize) -> Option<&'a str> {
        let programme = self.has_several().then(|| self.programme(position))??;
        Some(programme.base.short_name.get(self.language))
    }

    /// What a day of the calendar is called. The plan names the group that leaves as it was when the
    /// plan was made; here it has the name that the input's profile gives it, which may be redacted.
    pub fn event_title<'e>(&self, entry: &'e CalendarEntry) -> Cow<'e, Statement> {
        let Statement::Message(id, arguments) = &entry.title else {
            return Cow::Borrowed(&entry.title);
        };
        let is_name = |(_, argument): &(&str, Argument)| matches!(argument, Argument::Name(_));
        if entry.kind != EventKind::GroupLeaves || !arguments.iter().any(is_name) {
            return Cow::Borrowed(&entry.title);
        }
        let leaves_then = |position: &&usize| {
            let group = self.profile.groups.get(**position);
            group.is_some_and(|group| group.leaves_on == Some(entry.date))
        };
        let part = self.plan.programmes.get(entry.programme);
        let mut groups = part.into_iter().flat_map(|part| &part.groups);
        let name = groups
            .find(leaves_then)
            .map(|position| group_name(self.language, self.profile, *position));
        let arguments = arguments.iter().map(|(key, argument)| match argument {
            Argument::Name(_) => (*key, Argument::Name(name.as_deref().unwrap_or("–").into())),
            other => (*key, other.clone()),
        });
        Cow::Owned(Statement::Message(id, arguments.collect()))
    }

    /// A text after the name of its programme, where the plan is over several.
    pub fn tagged(&self, position: usize, text: &str) -> String {
        match self.tag(position) {
            Some(name) => format!("{name} · {text}"),
            None => text.to_owned(),
        }
    }
}

/// Writes a plan down. The same input gives the same bytes.
///
/// # Errors
/// A PDF can't be laid out, or a table can't be written.
pub fn render(
    format: Format,
    input: &ReportInput<'_>,
    options: &ReportOptions,
) -> Result<Vec<u8>, ReportError> {
    let profile = options.profile(input.profile);
    let input = &ReportInput {
        profile: &profile,
        ..*input
    };
    let report = || PlanReport::with(input, options);
    Ok(match format {
        Format::Text => text::render(&report()).into_bytes(),
        Format::Markdown => markdown::render(&report()).into_bytes(),
        Format::Json => json::render(input).into_bytes(),
        Format::Pdf => pdf::lay_out(&report(), options.paper)?.pdf()?,
        Format::Html => html::render(&report()).into_bytes(),
        Format::Csv => csv::render(input, options)?,
        Format::Ics => ics::render(input, options).into_bytes(),
    })
}

/// Lays a plan out on pages, as [`render`] does for a PDF.
///
/// # Errors
/// The pages can't be laid out.
pub fn pages(input: &ReportInput<'_>, options: &ReportOptions) -> Result<pdf::Pages, ReportError> {
    pdf::lay_out(&PlanReport::with(input, options), options.paper)
}

#[cfg(test)]
mod tests;
