//! The arguments that several calls share.

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, ValueEnum};

use crate::cli::{parse_day, parse_language};
use crate::domain::text::Language;
use crate::report::options::PARTS;
use crate::report::{Names, Paper, ReportOptions};

/// What a plan is made for.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct PlannedArguments {
    /// Day the plan is made for [default: the one saved in the profile, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(in crate::cli) as_of: Option<NaiveDate>,
    /// Programme to plan for [default: all that the profile's groups belong to]
    #[arg(long, value_name = "ID")]
    pub(in crate::cli) programme: Option<String>,
}

/// The language of what is written.
#[derive(Clone, Copy, Debug, Args)]
pub(in crate::cli) struct LanguageArgument {
    /// Language of the texts: en or pl [default: en]
    #[arg(long, value_parser = parse_language)]
    lang: Option<Language>,
}

impl LanguageArgument {
    /// As asked, else English, so that scripts read the same everywhere.
    pub(in crate::cli) fn language(self) -> Language {
        self.lang.unwrap_or(Language::English)
    }
}

/// What a list looks like.
#[derive(Clone, Copy, Debug, Args)]
pub(in crate::cli) struct ListArguments {
    /// Form of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(in crate::cli) format: ListFormat,
    #[command(flatten)]
    pub(in crate::cli) texts: LanguageArgument,
}

/// Whether names are left out.
#[derive(Clone, Copy, Debug, Args)]
pub(in crate::cli) struct RedactArgument {
    /// Leave out notes and the names of the organisation and its OEMs, and number the groups
    #[arg(long)]
    redact: bool,
}

impl RedactArgument {
    /// What becomes of names.
    pub(in crate::cli) fn names(self) -> Names {
        if self.redact {
            Names::Redacted
        } else {
            Names::Shown
        }
    }
}

/// How much is done at a time.
#[derive(Clone, Copy, Debug, Args)]
pub(in crate::cli) struct JobsArgument {
    /// How many profiles are worked on at a time [default: one for each core]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    jobs: Option<u16>,
}

impl JobsArgument {
    /// How many threads work: as many as asked, else one for each core.
    pub(in crate::cli) fn threads(self) -> usize {
        match self.jobs {
            Some(jobs) => usize::from(jobs),
            None => std::thread::available_parallelism().map_or(1, usize::from),
        }
    }
}

/// What a person leaves out of a plan, and its paper.
#[derive(Clone, Debug, Args)]
pub(in crate::cli) struct ReportArguments {
    /// Parts to leave out, also several with commas
    #[arg(long, value_name = "PART", value_delimiter = ',', value_parser = PossibleValuesParser::new(PARTS))]
    pub(in crate::cli) without: Vec<String>,
    #[command(flatten)]
    pub(in crate::cli) redaction: RedactArgument,
    /// Paper of the PDF
    #[arg(long, value_enum, default_value_t = PaperSize::A4)]
    pub(in crate::cli) paper: PaperSize,
}

impl ReportArguments {
    /// How the report is to be.
    pub(in crate::cli) fn options(&self) -> ReportOptions {
        let is_left_out = |part: &&str| self.without.iter().any(|name| name == part);
        ReportOptions {
            left_out: PARTS.into_iter().filter(is_left_out).collect(),
            names: self.redaction.names(),
            paper: match self.paper {
                PaperSize::A4 => Paper::A4,
                PaperSize::Letter => Paper::UsLetter,
            },
        }
    }
}

/// A size of paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum PaperSize {
    /// 210 x 297 mm
    A4,
    /// US Letter, 8.5 x 11 in
    Letter,
}

/// Form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ListFormat {
    /// Plain text
    Text,
    /// JSON
    Json,
}
