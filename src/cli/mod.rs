//! The headless calls. One definition of the arguments feeds parsing, `--help` and errors.
//!
//! No rule in here: each call loads, asks the core, and writes to the writer it is given.

mod arguments;
mod check;
mod faq;
mod generate;
mod in_order;
mod inputs;
mod kit;
mod letters;
mod many;
mod overview;
mod plan;
mod print;
mod printers;
mod programmes;
mod progress;
mod questions;
mod stage;
mod targets;
mod verify;
mod window;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use chrono::NaiveDate;
use clap::{CommandFactory as _, Parser as _};

use crate::assets;
use crate::document::Document;
use crate::domain::choice::Choice as _;
use crate::domain::guide::walk::Walk;
use crate::domain::plan::{Plan, plan_estate};
use crate::domain::programme::{Catalogue, Programme};
use crate::domain::text::Language;
use crate::file;
use crate::kit::PackError;
use crate::report::ReportError;

pub use arguments::Arguments;
use arguments::Call;
pub use window::{RENDERERS, WindowArguments};

/// Done as asked.
pub const DONE: u8 = 0;
/// The plan has open decisions.
pub const OPEN_DECISIONS: u8 = 1;
/// Input or arguments that can't be used.
pub const UNUSABLE: u8 = 2;
/// Told to stop before the end, as shells say it of Ctrl+C.
pub const INTERRUPTED: u8 = 130;

/// What the arguments came to.
#[derive(Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A headless call has ended with this exit code.
    Done(u8),
    /// The window is asked for.
    OpenWindow(WindowArguments),
}

/// Why a call ends with [`UNUSABLE`]: one clear line.
#[derive(Debug, thiserror::Error)]
enum CallError {
    #[error(transparent)]
    Load(#[from] file::LoadError),
    #[error("there is no programme '{id}'; use one of: {known}")]
    NoSuchProgramme { id: String, known: String },
    #[error("{}", one_line(.0))]
    BrokenProgramme(String),
    #[error("{path}: can't be written: {problem}; name another place with -o")]
    Write {
        path: String,
        problem: String,
        kind: ErrorKind,
    },
    #[error("standard output can't be written: {0}")]
    Output(#[from] io::Error),
    #[error(transparent)]
    Report(#[from] ReportError),
    #[error(transparent)]
    Pack(#[from] PackError),
    #[error("{0}")]
    Print(String),
    #[error("the plans of several profiles need a folder; name it with -o")]
    FolderNeeded,
    #[error("--format none makes only an overview; name several profiles or a folder")]
    OneOverview,
    #[error("interrupted: {done} of {all} profiles were done, and no overview is written")]
    Interrupted { done: usize, all: usize },
}

impl CallError {
    fn write(path: &Path, error: &io::Error) -> Self {
        Self::Write {
            path: inputs::name_of(path),
            problem: error.to_string(),
            kind: error.kind(),
        }
    }

    /// Whether whatever is written next would fail like this.
    fn is_lasting(&self) -> bool {
        match self {
            Self::Write { kind, .. } => matches!(
                kind,
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::ReadOnlyFilesystem
            ),
            _ => false,
        }
    }
}

fn one_line(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join("; ")
}

/// Carries out what the arguments ask for; `today` is used where they name no day.
pub fn run(
    arguments: impl Iterator<Item = OsString>,
    today: NaiveDate,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Outcome {
    let words: Vec<OsString> = arguments.collect();
    let mut arguments = match Arguments::try_parse_from(&words) {
        Ok(arguments) => arguments,
        Err(error) => return Outcome::Done(say_usage(&error, &words, out, err)),
    };
    let Some(call) = arguments.call.take() else {
        return match &arguments.generate {
            Some(folder) => Outcome::Done(generate::run(folder, err)),
            None => Outcome::OpenWindow(arguments.window()),
        };
    };
    let result = match call {
        Call::Plan(call) if inputs::are_many(&call.files) => many::run(&call, today, out, err),
        Call::Plan(call) => plan::run(&call, today, out),
        Call::Letters(call) => letters::run(&call, today, out),
        Call::Kit(call) => kit::run(&call, today),
        Call::Print(call) => print::run(&call, today, out, err),
        Call::Printers(call) => printers::run(&call, out),
        Call::Check(call) => check::run(&call, today, out, err),
        Call::Faq(call) => faq::run(&call, today, out),
        Call::Questions(call) => questions::run(&call, today, out),
        Call::Programmes(call) => programmes::run(&call, today, out),
        Call::Verify(call) => verify::run(&call, out),
    };
    match result {
        Ok(code) => Outcome::Done(code),
        // Who closes the pipe has read enough.
        Err(CallError::Output(error)) if error.kind() == ErrorKind::BrokenPipe => {
            Outcome::Done(DONE)
        }
        Err(error) => {
            let _ = writeln!(err, "esu-planner: {error}");
            Outcome::Done(match error {
                CallError::Interrupted { .. } => INTERRUPTED,
                _ => UNUSABLE,
            })
        }
    }
}

/// Help goes to standard output; a wrong argument is one line on standard error.
fn say_usage(
    error: &clap::Error,
    words: &[OsString],
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    use clap::error::{ContextKind, ErrorKind};
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = write!(out, "{}", error.render());
            DONE
        }
        // Something stood where a call could stand, after what belongs to the window.
        ErrorKind::ArgumentConflict if error.get(ContextKind::InvalidSubcommand).is_some() => {
            let _ = writeln!(err, "esu-planner: {}", misplaced(words));
            UNUSABLE
        }
        _ => {
            let text = error.render().to_string();
            let line = text
                .lines()
                .map(str::trim)
                .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"))
                .filter(|line| !line.is_empty())
                .collect::<Vec<_>>()
                .join(" ");
            let line = line.strip_prefix("error: ").unwrap_or(&line);
            let _ = writeln!(err, "esu-planner: {line}; see esu-planner --help");
            UNUSABLE
        }
    }
}

/// Why these words ask neither for a window nor for a call.
fn misplaced(words: &[OsString]) -> String {
    let command = Arguments::command();
    let calls: Vec<&str> = (command.get_subcommands().map(clap::Command::get_name)).collect();
    let is_call = |word: &OsString| calls.iter().any(|call| word == call);
    let words = words.get(1..).unwrap_or_default();
    if words.iter().any(is_call) {
        return "the call comes first and what belongs to it after it, as in \
                esu-planner plan FILE --lang pl; see esu-planner --help"
            .to_owned();
    }
    let mut texts = words.iter().map(|word| word.to_string_lossy());
    let first = texts.find(|word| !word.starts_with('-'));
    let calls = calls.join(", ");
    format!(
        "there is no call '{}'; the calls are: {calls}; the window takes one file",
        one_line(&first.unwrap_or_default())
    )
}

fn load(path: &Path) -> Result<Document, file::LoadError> {
    load_whole(path).map(|loaded| loaded.document)
}

/// The same with the plan that the file was saved with.
fn load_whole(path: &Path) -> Result<file::Loaded, file::LoadError> {
    let name = inputs::name_of(path);
    let bytes = file::read_limited(path)?;
    file::load(&name, &bytes)
}

/// All programmes, unless the data of one is broken.
fn catalogue() -> Result<&'static Catalogue, CallError> {
    assets::catalogue().map_err(|error| CallError::BrokenProgramme(error.to_string()))
}

/// The programme with this id.
fn programme(id: &str) -> Result<&'static Programme, CallError> {
    if let Some(Err(error)) = assets::programmes()
        .iter()
        .find(|found| matches!(found, Err(error) if error.id == id))
    {
        return Err(CallError::BrokenProgramme(error.to_string()));
    }
    assets::programme(id).ok_or_else(|| {
        let known: Vec<&str> = (assets::programmes().iter().flatten())
            .map(|programme| programme.base.id.as_str())
            .collect();
        CallError::NoSuchProgramme {
            id: id.chars().take(60).filter(|c| !c.is_control()).collect(),
            known: known.join(", "),
        }
    })
}

/// The walk and the plan of a profile over all its programmes, or over the one that is asked for.
fn plan_for(
    document: &Document,
    day: NaiveDate,
    only: Option<&str>,
) -> Result<(Walk, Plan), CallError> {
    if let Some(id) = only {
        programme(id)?;
    }
    Ok(plan_estate(catalogue()?, &document.profile, day, only))
}

/// The day a call plans for: as asked, else as saved, else today.
fn as_of(asked: Option<NaiveDate>, document: &Document, today: NaiveDate) -> NaiveDate {
    asked.or(document.as_of).unwrap_or(today)
}

/// Writes a whole file or nothing: a neighbour is written first and renamed over.
fn write_file(path: &Path, bytes: &[u8]) -> Result<(), CallError> {
    file::write_atomically(path, bytes).map_err(|error| CallError::write(path, &error))
}

/// A language by its id, for the arguments.
fn parse_language(text: &str) -> Result<Language, String> {
    Language::from_id(text).ok_or_else(|| "use en or pl".to_owned())
}

/// A day, for the arguments.
fn parse_day(text: &str) -> Result<NaiveDate, String> {
    NaiveDate::parse_from_str(text, "%Y-%m-%d")
        .ok()
        .filter(|day| crate::domain::field::is_accepted_date(*day))
        .ok_or_else(|| "write a day from 2000-01-01 to 2099-12-31 like 2022-03-01".to_owned())
}
