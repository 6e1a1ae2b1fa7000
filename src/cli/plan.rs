//! `plan`: the plan of a profile.

use std::io::Write;

use chrono::NaiveDate;

use super::arguments::{PlanCall, PlanFormat};
use super::{
    CallError, DONE, OPEN_DECISIONS, as_of, catalogue, language, load, plan_for, write_file,
};
use crate::report::{Format, ReportInput, render};

pub(super) fn run(call: &PlanCall, today: NaiveDate, out: &mut dyn Write) -> Result<u8, CallError> {
    let document = load(&call.file)?;
    let day = as_of(call.as_of, &document, today);
    let (walk, plan) = plan_for(&document, day, call.programme.as_deref())?;
    let format = match call.format {
        PlanFormat::Text => Format::Text,
        PlanFormat::Markdown => Format::Markdown,
        PlanFormat::Json => Format::Json,
    };
    let text = render(
        format,
        &ReportInput {
            language: language(call.lang),
            catalogue: catalogue()?,
            profile: &document.profile,
            walk: &walk,
            plan: &plan,
        },
    );
    match &call.output {
        Some(path) if path.as_os_str() != "-" => write_file(path, &text)?,
        _ => out.write_all(text.as_bytes())?,
    }
    Ok(if call.strict && !plan.open_questions.is_empty() {
        OPEN_DECISIONS
    } else {
        DONE
    })
}
