//! The one definition of the arguments.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::{parse_day, parse_language};
use crate::domain::text::Language;

/// From an organisation's profile to a cited purchase and deployment plan for Extended Security
/// Updates.
///
/// Without a call the window opens. Exit codes: 0 done; 1 the plan has open decisions (check, and
/// plan --strict); 2 the input or the arguments can't be used, with one line on standard error.
#[derive(Debug, Parser)]
#[command(name = "esu-planner", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Profile to open in the window (.esu)
    pub(super) file: Option<PathBuf>,

    /// Language of the window: en or pl [default: the system's]
    #[arg(long, value_parser = parse_language)]
    pub(super) lang: Option<Language>,

    /// Draw the first frames, say with which renderer, and close
    #[arg(long)]
    pub(super) smoke_test: bool,

    #[command(subcommand)]
    pub(super) call: Option<Call>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Call {
    /// Make the plan of a profile
    Plan(PlanCall),
    /// Say what is wrong or open in profiles
    Check(CheckCall),
    /// Show the FAQ entries; with a profile, whether each applies and why
    Faq(FaqCall),
    /// Show the walk through the decisions as it stands
    Questions(QuestionsCall),
    /// Show which programmes are known and their state on a day
    Programmes(ProgrammesCall),
    /// Check that no profile is without an outcome, and no rule, entry or question unreachable
    Verify(VerifyCall),
}

#[derive(Debug, Args)]
pub(super) struct PlanCall {
    /// Profile (.esu)
    pub(super) file: PathBuf,
    /// Day the plan is made for [default: the one saved in the profile, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(super) as_of: Option<NaiveDate>,
    /// Programme to plan for [default: all that the profile's groups belong to]
    #[arg(long, value_name = "ID")]
    pub(super) programme: Option<String>,
    /// Form of the plan
    #[arg(long, value_enum, default_value_t = PlanFormat::Text)]
    pub(super) format: PlanFormat,
    /// Language of the texts: en or pl [default: en]
    #[arg(long, value_parser = parse_language)]
    pub(super) lang: Option<Language>,
    /// File to write [default: standard output]
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    /// End with 1 when the plan has open decisions
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, Args)]
pub(super) struct CheckCall {
    /// Profiles (.esu)
    #[arg(required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Day the plan is made for [default: the one saved in the profile, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(super) as_of: Option<NaiveDate>,
    /// Programme to check against [default: all that the profile's groups belong to]
    #[arg(long, value_name = "ID")]
    pub(super) programme: Option<String>,
    /// Language of the texts: en or pl [default: en]
    #[arg(long, value_parser = parse_language)]
    pub(super) lang: Option<Language>,
}

#[derive(Debug, Args)]
pub(super) struct FaqCall {
    /// Programme [default: all; with a profile, those that its groups belong to]
    #[arg(long, value_name = "ID")]
    pub(super) programme: Option<String>,
    /// Profile to say of each entry whether it applies
    #[arg(long, value_name = "FILE")]
    pub(super) profile: Option<PathBuf>,
    /// Only entries with all these words, in either language
    #[arg(long, value_name = "WORDS")]
    pub(super) search: Option<String>,
    /// Day to judge by [default: the one saved in the profile, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(super) as_of: Option<NaiveDate>,
    /// Form of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(super) format: ListFormat,
    /// Language of the texts: en or pl [default: en]
    #[arg(long, value_parser = parse_language)]
    pub(super) lang: Option<Language>,
}

#[derive(Debug, Args)]
pub(super) struct QuestionsCall {
    /// Profile (.esu)
    pub(super) file: PathBuf,
    /// Programme [default: all that the profile's groups belong to]
    #[arg(long, value_name = "ID")]
    pub(super) programme: Option<String>,
    /// Day to judge by [default: the one saved in the profile, else today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(super) as_of: Option<NaiveDate>,
    /// Form of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(super) format: ListFormat,
    /// Language of the texts: en or pl [default: en]
    #[arg(long, value_parser = parse_language)]
    pub(super) lang: Option<Language>,
}

#[derive(Debug, Args)]
pub(super) struct ProgrammesCall {
    /// Day to judge by [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(super) as_of: Option<NaiveDate>,
    /// Form of the list
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(super) format: ListFormat,
    /// Language of the texts: en or pl [default: en]
    #[arg(long, value_parser = parse_language)]
    pub(super) lang: Option<Language>,
}

#[derive(Debug, Args)]
pub(super) struct VerifyCall {
    /// Programme [default: all]
    #[arg(long, value_name = "ID")]
    pub(super) programme: Option<String>,
    /// Form of the report
    #[arg(long, value_enum, default_value_t = ListFormat::Text)]
    pub(super) format: ListFormat,
}

/// Form of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PlanFormat {
    /// Plain text
    Text,
    /// Markdown
    Markdown,
    /// JSON, format esu-plan version 1
    Json,
}

/// Form of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ListFormat {
    /// Plain text
    Text,
    /// JSON
    Json,
}
