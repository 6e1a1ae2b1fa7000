//! `plan` for many profiles: a plan each in a folder, and one table over all of them.

use std::fs;
use std::io::{self, ErrorKind, IsTerminal as _, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDate;

use super::arguments::{PlanCall, PlanFormat};
use super::in_order::in_order;
use super::inputs::{Input, Unusable, find, name_of};
use super::overview::{self, Overview, Part};
use super::plan::report;
use super::progress::Progress;
use super::targets::targets;
use super::{
    CallError, DONE, INTERRUPTED, OPEN_DECISIONS, UNUSABLE, catalogue, programme, write_file,
};
use crate::i18n::{count, tr_with};
use crate::report::render;

/// The folder that is written where none is named.
const DEFAULT_FOLDER: &str = "esu-plans";

/// A profile to plan, or what is in its place.
enum Task<'a> {
    Plan(&'a Input, Option<PathBuf>),
    Unusable(&'a Unusable),
}

/// What became of a task.
enum Done {
    Planned(Part),
    Unusable(Unusable),
    /// Nothing more can be written.
    Stopped(CallError),
}

pub(super) fn run(
    call: &PlanCall,
    today: NaiveDate,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, CallError> {
    if let Some(id) = call.planned.programme.as_deref() {
        programme(id)?;
    }
    catalogue()?;
    let folder = match &call.output {
        Some(path) if path.as_os_str() == "-" => return Err(CallError::FolderNeeded),
        Some(path) => path,
        None => Path::new(DEFAULT_FOLDER),
    };
    let found = find(&call.files);
    let mut unusable: Vec<Unusable> = Vec::new();
    if found.iter().all(Result::is_err) {
        unusable.extend(found.into_iter().filter_map(Result::err));
        say_unusable(&unusable, err);
        return Ok(UNUSABLE);
    }
    let tasks = tasks(&found, call.format);
    let unwritable = |error: &io::Error| CallError::write(folder, error);
    let mut overview = begin(call, folder).map_err(|error| unwritable(&error))?;
    let was_interrupted = interruption();
    let terminal: Option<&mut dyn Write> = if io::stderr().is_terminal() {
        Some(&mut *err)
    } else {
        None
    };
    let mut progress = Progress::new(terminal, call.texts.language(), tasks.len());
    let planned = in_order(
        &tasks,
        call.jobs.threads(),
        |task| carry_out(task, call, folder, today),
        |done| {
            progress.step();
            match done {
                Done::Planned(part) => overview.add(&part).map_err(|error| unwritable(&error))?,
                Done::Unusable(found) => unusable.push(found),
                Done::Stopped(error) => return Err(error),
            }
            if was_interrupted.load(Ordering::Relaxed) {
                return Err(CallError::Interrupted {
                    done: progress.done(),
                    all: tasks.len(),
                });
            }
            Ok(())
        },
    );
    progress.clear();
    say_unusable(&unusable, err);
    planned?;
    let sums = overview
        .finish(&unusable)
        .map_err(|error| unwritable(&error))?;
    let args = [
        ("profiles", count(tasks.len() as u64)),
        ("planned", count(sums.planned as u64)),
        ("open", count(sums.open as u64)),
        ("unusable", count(unusable.len() as u64)),
        ("table", name_of(&overview::csv_path(folder)).into()),
    ];
    let summary = tr_with(call.texts.language(), "many-summary", &args);
    match writeln!(out, "{summary}") {
        // Who closes the pipe still learns what became of the profiles.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => return Err(error.into()),
        Ok(()) | Err(_) => {}
    }
    Ok(if !unusable.is_empty() {
        UNUSABLE
    } else if call.strict && sums.open > 0 {
        OPEN_DECISIONS
    } else {
        DONE
    })
}

/// What is to be done for each input, with the place of each plan in the folder.
fn tasks(found: &[Result<Input, Unusable>], format: PlanFormat) -> Vec<Task<'_>> {
    let inputs: Vec<&Input> = found.iter().flatten().collect();
    let mut targets = format
        .extension()
        .map(|extension| targets(&inputs, extension, &overview::NAMES).into_iter());
    found
        .iter()
        .map(|found| match found {
            Ok(input) => Task::Plan(input, targets.as_mut().and_then(Iterator::next)),
            Err(unusable) => Task::Unusable(unusable),
        })
        .collect()
}

/// Makes the folder and begins the overview: whether anything can be written shows at once.
fn begin(call: &PlanCall, folder: &Path) -> io::Result<Overview> {
    if folder.is_file() {
        return Err(io::Error::new(
            ErrorKind::NotADirectory,
            "it is a file, and several plans need a folder",
        ));
    }
    fs::create_dir_all(folder)?;
    let has_json = call.format == PlanFormat::Json;
    Overview::create(folder, call.texts.language(), has_json)
}

/// Loads and plans a profile and writes its plan.
fn carry_out(task: &Task<'_>, call: &PlanCall, folder: &Path, today: NaiveDate) -> Done {
    let (input, target) = match task {
        Task::Plan(input, target) => (input, target.as_deref()),
        Task::Unusable(unusable) => return Done::Unusable((*unusable).clone()),
    };
    let file = name_of(&input.path);
    match plan(input, target, call, folder, today) {
        Ok(part) => Done::Planned(part),
        Err(error @ CallError::Write { .. }) if error.is_lasting() => Done::Stopped(error),
        Err(error) => Done::Unusable(Unusable::new(file, &error)),
    }
}

fn plan(
    input: &Input,
    target: Option<&Path>,
    call: &PlanCall,
    folder: &Path,
    today: NaiveDate,
) -> Result<Part, CallError> {
    report(call, &input.path, today, |report| {
        if let (Some(format), Some(target)) = (call.format.format(), target) {
            let path = folder.join(target);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent).map_err(|error| CallError::write(parent, &error))?;
            }
            let bytes = render(format, report, &call.report.options())?;
            write_file(&path, &bytes)?;
        }
        let written = target.map(|target| {
            let names = target.iter().map(|name| name.to_string_lossy());
            names.collect::<Vec<_>>().join("/")
        });
        let has_json = call.format == PlanFormat::Json;
        Part::new(report, &name_of(&input.path), written.as_deref(), has_json)
            .map_err(|error| CallError::write(folder, &error))
    })
}

fn say_unusable(unusable: &[Unusable], err: &mut dyn Write) {
    for line in unusable {
        let _ = writeln!(err, "esu-planner: {line}");
    }
}

/// Whether the call was told to stop, by Ctrl+C or a signal: what is at hand is then ended whole.
/// Who says it twice does not wait for it.
pub(super) fn interruption() -> Arc<AtomicBool> {
    let was_interrupted = Arc::new(AtomicBool::new(false));
    let flag = Arc::clone(&was_interrupted);
    // Without a handler the system ends the program, which leaves at most hidden neighbour files.
    let _ = ctrlc::set_handler(move || {
        if flag.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED.into());
        }
    });
    was_interrupted
}
