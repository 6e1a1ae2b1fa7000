//! `plan`: the plan of a profile.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;

use super::arguments::{PlanCall, PlannedArguments};
use super::{CallError, DONE, OPEN_DECISIONS, as_of, catalogue, load_whole, plan_for, write_file};
use crate::domain::changes::compare;
use crate::domain::text::Language;
use crate::file::Loaded;
use crate::report::{ReportInput, render};

pub(super) fn run(call: &PlanCall, today: NaiveDate, out: &mut dyn Write) -> Result<u8, CallError> {
    let (Some(format), Some(file)) = (call.format.format(), call.files.first()) else {
        return Err(CallError::OneOverview);
    };
    let (bytes, is_open) = report(call, file, today, |report| {
        let is_open = !report.plan.open_questions.is_empty();
        let bytes = render(format, report, &call.report.options())?;
        Ok((bytes, is_open))
    })?;
    match &call.output {
        Some(path) if path.as_os_str() != "-" => write_file(path, &bytes)?,
        _ => out.write_all(&bytes)?,
    }
    Ok(if call.strict && is_open {
        OPEN_DECISIONS
    } else {
        DONE
    })
}

/// Loads and plans a profile as the call asks and hands over what its report is made of.
pub(super) fn report<T>(
    call: &PlanCall,
    file: &Path,
    today: NaiveDate,
    make: impl FnOnce(&ReportInput<'_>) -> Result<T, CallError>,
) -> Result<T, CallError> {
    let asked = Asked {
        file,
        planned: &call.planned,
        language: call.texts.language(),
    };
    report_of(&asked, today, make)
}

/// What a call asks about one profile.
pub(super) struct Asked<'a> {
    pub(super) file: &'a Path,
    pub(super) planned: &'a PlannedArguments,
    pub(super) language: Language,
}

/// The same for any call.
pub(super) fn report_of<T>(
    asked: &Asked<'_>,
    today: NaiveDate,
    make: impl FnOnce(&ReportInput<'_>) -> Result<T, CallError>,
) -> Result<T, CallError> {
    let catalogue = catalogue()?;
    let Loaded {
        document,
        made_with,
    } = load_whole(asked.file)?;
    let day = as_of(asked.planned.as_of, &document, today);
    let (walk, plan) = plan_for(&document, day, asked.planned.programme.as_deref())?;
    let since_saved = made_with.map(|saved| compare(&saved, catalogue, &document.profile));
    make(&ReportInput {
        language: asked.language,
        catalogue,
        profile: &document.profile,
        walk: &walk,
        plan: &plan,
        today: Some(today),
        since_saved: since_saved.as_ref().filter(|since| !since.lines.is_empty()),
    })
}
