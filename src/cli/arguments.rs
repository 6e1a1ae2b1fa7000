//! The one definition of the arguments.

mod shared;

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};

pub(super) use self::shared::{
    JobsArgument, LanguageArgument, ListArguments, ListFormat, PlannedArguments, RedactArgument,
    ReportArguments,
};
use super::window::{RENDERERS, WindowArguments};
use super::{parse_day, parse_language};
use crate::domain::text::Language;
use crate::print::words::pages_words;
use crate::print::{ColourMode, PageRanges, Sides};
use crate::report::Format;

/// From an organisation's profile to a cited purchase and deployment plan for Extended Security
/// Updates.
///
/// Without a call the window opens. Exit codes: 0 done; 1 the plan has open decisions (check, and
/// plan --strict); 2 the input or the arguments can't be used, with one line on standard error for
/// each that can't, or no window can be opened; 130 the call was interrupted.
#[derive(Debug, Parser)]
#[command(name = "esu-planner", version, args_conflicts_with_subcommands = true)]
pub struct Arguments {
    /// Profile to open in the window (.esu)
    pub(super) file: Option<PathBuf>,

    /// Language of the window in this run: en or pl [default: as in the preferences, else the
    /// system's]
    #[arg(long, value_parser = parse_language)]
    pub(super) lang: Option<Language>,

    /// What to draw the window with; if it fails, the others are tried [default:
    /// `$ESU_PLANNER_RENDERER`, else as in the preferences, else the first that works]
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(RENDERERS))]
    pub(super) renderer: Option<String>,

    /// Draw the first frames, say with which renderer, and close
    #[arg(long)]
    pub(super) smoke_test: bool,

    /// Give the graphics device up after so many frames
    #[arg(long, hide = true, value_name = "FRAMES")]
    pub(super) lose_device_after: Option<u64>,

    /// The renderer whose device an earlier run lost
    #[arg(long, hide = true, value_name = "NAME")]
    pub(super) lost: Option<String>,

    /// A renderer that failed in an earlier run, with the reason
    #[arg(long, hide = true, value_name = "NAME=REASON")]
    pub(super) failed: Vec<String>,

    /// Write the manual pages and the shells' completions into a folder
    #[arg(long, hide = true, value_name = "FOLDER")]
    pub(super) generate: Option<PathBuf>,

    #[command(subcommand)]
    pub(super) call: Option<Call>,
}

impl Arguments {
    /// What the window is asked for.
    pub(super) fn window(self) -> WindowArguments {
        WindowArguments {
            file: self.file,
            smoke_test: self.smoke_test,
            language: self.lang,
            renderer: self.renderer,
            lose_device_after: self.lose_device_after,
            lost: self.lost,
            failed: self.failed,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum Call {
    /// Make the plan of a profile, or of many with one table over all of them
    ///
    /// With several profiles or a folder, each plan is written into the folder that -o names, under
    /// the name of its profile; what lies in sub-folders is written into the same sub-folders, and
    /// of equal names all but the first are numbered. Beside the plans stands overview.csv, one
    /// table over all profiles and order lines (in Polish with semicolons and decimal commas), and
    /// with --format json overview.json. A profile that can't be used is named at the end and does
    /// not stop the others.
    Plan(PlanCall),
    /// Write the requests that a plan needs: to the OEM, the account team, the CSP partner
    Letters(LettersCall),
    /// Make the deployment kit of a profile: runbooks and scripts for each group
    ///
    /// A kit that stands in the folder is replaced; a folder with anything else in it is left alone.
    /// The scripts' exit codes and what they can't do stand in the kit's README.txt.
    Kit(KitCall),
    /// Print the plan of a profile, and say what the print system says of it
    ///
    /// The job is followed until it ends; Ctrl+C cancels it. Ends with 0 when the print system
    /// reports it as completed, or no longer lists it and told of no error, and else with 2 and one
    /// line that says why.
    Print(PrintCall),
    /// Show the printers of this computer, or the one at an address
    Printers(PrintersCall),
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
    /// Profiles (.esu), or folders: all profiles in them and in their sub-folders
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) planned: PlannedArguments,
    /// Form of the plan
    #[arg(long, value_enum, default_value_t = PlanFormat::Text)]
    pub(super) format: PlanFormat,
    #[command(flatten)]
    pub(super) texts: LanguageArgument,
    #[command(flatten)]
    pub(super) report: ReportArguments,
    /// File to write [default: standard output]; with several profiles or a folder the folder to
    /// write into [default: esu-plans]
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: Option<PathBuf>,
    /// End with 1 when a plan has open decisions
    #[arg(long)]
    pub(super) strict: bool,
    #[command(flatten)]
    pub(super) jobs: JobsArgument,
}

#[derive(Debug, Args)]
#[command(mut_arg("lang", |lang| lang.help("Language of the letters: en or pl [default: en]")))]
pub(super) struct LettersCall {
    /// Profile (.esu)
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) planned: PlannedArguments,
    /// Form of the letters
    #[arg(long, value_enum, default_value_t = LetterFormat::Text)]
    pub(super) format: LetterFormat,
    #[command(flatten)]
    pub(super) texts: LanguageArgument,
    #[command(flatten)]
    pub(super) redaction: RedactArgument,
    /// Folder to write each letter into, as a file of its own [default: text to standard output]
    #[arg(short, long, value_name = "FOLDER", required_if_eq("format", "mail"))]
    pub(super) output: Option<PathBuf>,
}

/// Form of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum LetterFormat {
    /// Plain text, with the FAQ entries that the letter rests on
    Text,
    /// Drafts that mail programs open (.eml)
    Mail,
}

#[derive(Debug, Args)]
#[command(mut_arg("redact", |redact| redact.help("Leave out notes and the name of the organisation, and number the groups")))]
pub(super) struct KitCall {
    /// Profile (.esu)
    pub(super) file: PathBuf,
    #[command(flatten)]
    pub(super) planned: PlannedArguments,
    #[command(flatten)]
    pub(super) texts: LanguageArgument,
    #[command(flatten)]
    pub(super) redaction: RedactArgument,
    /// Folder to write, or archive where the name ends in .zip
    #[arg(short, long, value_name = "OUT")]
    pub(super) output: PathBuf,
}

#[derive(Debug, Args)]
#[command(mut_arg("lang", |lang| lang.help("Language of the plan and of what is said: en or pl [default: en]")))]
pub(super) struct PrintCall {
    /// Profile (.esu)
    pub(super) file: PathBuf,
    /// Printer of this computer [default: the print system's default printer]
    #[arg(long, value_name = "NAME", conflicts_with = "at")]
    pub(super) printer: Option<String>,
    /// Address of a printer on the network, like printer.example or `ipps://192.0.2.7/ipp/print`
    #[arg(long, value_name = "ADDRESS")]
    pub(super) at: Option<String>,
    /// How many copies
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=999))]
    pub(super) copies: u32,
    /// Which pages, like 1-3,5 or 4- [default: all]
    #[arg(long, value_name = "PAGES", value_parser = parse_pages)]
    pub(super) pages: Option<PageRanges>,
    /// Which sides of the sheets
    #[arg(long, value_enum, default_value_t = PrintSides::One)]
    pub(super) sides: PrintSides,
    /// In colour or not
    #[arg(long, value_enum, default_value_t = PrintColour::Colour)]
    pub(super) colour: PrintColour,
    #[command(flatten)]
    pub(super) planned: PlannedArguments,
    #[command(flatten)]
    pub(super) texts: LanguageArgument,
    #[command(flatten)]
    pub(super) report: ReportArguments,
    /// How long to follow the job; one that has not ended then stays in the queue [default: until
    /// it ends]
    #[arg(long, value_name = "SECONDS")]
    pub(super) wait: Option<u64>,
}

/// Which sides of the sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PrintSides {
    /// One
    One,
    /// Both, turned like a book
    LongEdge,
    /// Both, turned like a calendar
    ShortEdge,
}

impl PrintSides {
    pub(super) fn sides(self) -> Sides {
        match self {
            Self::One => Sides::One,
            Self::LongEdge => Sides::LongEdge,
            Self::ShortEdge => Sides::ShortEdge,
        }
    }
}

/// In colour or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum PrintColour {
    /// In colour
    Colour,
    /// Black and white
    Monochrome,
}

impl PrintColour {
    pub(super) fn mode(self) -> ColourMode {
        match self {
            Self::Colour => ColourMode::Colour,
            Self::Monochrome => ColourMode::Monochrome,
        }
    }
}

fn parse_pages(text: &str) -> Result<PageRanges, String> {
    PageRanges::parse(text).map_err(|error| pages_words(Language::English, &error))
}

#[derive(Debug, Args)]
pub(super) struct PrintersCall {
    /// Address of a printer on the network, like printer.example or `ipps://192.0.2.7/ipp/print`
    #[arg(long, value_name = "ADDRESS")]
    pub(super) at: Option<String>,
    #[command(flatten)]
    pub(super) list: ListArguments,
}

#[derive(Debug, Args)]
#[command(mut_arg("programme", |id| id.help("Programme to check against [default: all that the profile's groups belong to]")))]
pub(super) struct CheckCall {
    /// Profiles (.esu), or folders: all profiles in them and in their sub-folders
    #[arg(required = true, value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) planned: PlannedArguments,
    #[command(flatten)]
    pub(super) texts: LanguageArgument,
    #[command(flatten)]
    pub(super) jobs: JobsArgument,
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
    #[command(flatten)]
    pub(super) list: ListArguments,
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
    #[command(flatten)]
    pub(super) list: ListArguments,
}

#[derive(Debug, Args)]
pub(super) struct ProgrammesCall {
    /// Day to judge by [default: today]
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = parse_day)]
    pub(super) as_of: Option<NaiveDate>,
    #[command(flatten)]
    pub(super) list: ListArguments,
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
    /// Tagged PDF (PDF/UA-1)
    Pdf,
    /// One HTML file that needs nothing beside it
    Html,
    /// The order lines as CSV; in Polish with semicolons and decimal commas
    Csv,
    /// The days to keep as an iCalendar file
    Ics,
    /// No plans, only the overview of several profiles
    None,
}

impl PlanFormat {
    /// How a plan is written down, where one is.
    pub(super) fn format(self) -> Option<Format> {
        match self {
            Self::Text => Some(Format::Text),
            Self::Markdown => Some(Format::Markdown),
            Self::Json => Some(Format::Json),
            Self::Pdf => Some(Format::Pdf),
            Self::Html => Some(Format::Html),
            Self::Csv => Some(Format::Csv),
            Self::Ics => Some(Format::Ics),
            Self::None => None,
        }
    }

    /// What the name of a plan's file ends in.
    pub(super) fn extension(self) -> Option<&'static str> {
        self.format().map(Format::extension)
    }
}
