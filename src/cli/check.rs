//! `check`: what is wrong or open in profiles.

use std::fmt::Write as _;
use std::io::Write;

use chrono::NaiveDate;

use super::arguments::CheckCall;
use super::in_order::in_order;
use super::inputs::{Input, Unusable, find, name_of};
use super::{
    CallError, DONE, OPEN_DECISIONS, UNUSABLE, as_of, catalogue, load, plan_for, programme,
};
use crate::domain::source::FaqId;
use crate::i18n::{self, count, tr_with};

pub(super) fn run(
    call: &CheckCall,
    today: NaiveDate,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, CallError> {
    if let Some(id) = call.planned.programme.as_deref() {
        programme(id)?;
    }
    catalogue()?;
    let mut code = DONE;
    in_order(
        &find(&call.files),
        call.jobs.threads(),
        |found| match found {
            Ok(input) => check(input, call, today)
                .map_err(|error| Unusable::new(name_of(&input.path), &error)),
            Err(unusable) => Err(unusable.clone()),
        },
        |checked| {
            match checked {
                Ok((text, is_open)) => {
                    out.write_all(text.as_bytes())?;
                    if is_open && code == DONE {
                        code = OPEN_DECISIONS;
                    }
                }
                Err(unusable) => {
                    // The other files are still checked.
                    let _ = writeln!(err, "esu-planner: {unusable}");
                    code = UNUSABLE;
                }
            }
            Ok::<_, CallError>(())
        },
    )?;
    Ok(code)
}

/// What is to be said of a profile, and whether its plan has open decisions.
fn check(input: &Input, call: &CheckCall, today: NaiveDate) -> Result<(String, bool), CallError> {
    let language = call.texts.language();
    let document = load(&input.path)?;
    let day = as_of(call.planned.as_of, &document, today);
    let (walk, plan) = plan_for(&document, day, call.planned.programme.as_deref())?;
    let (settled, open, not_applicable) = walk.counts();
    let args = [
        ("file", name_of(&input.path).into()),
        ("groups", count(document.profile.groups.len() as u64)),
        ("endpoints", count(plan.endpoints)),
        ("settled", count(settled as u64)),
        ("open", count(open as u64)),
        ("other", count(not_applicable as u64)),
    ];
    let mut lines = tr_with(language, "check-head", &args);
    lines.push('\n');
    let mut say = |id: &str, text: &str, faq: &[FaqId]| {
        let faq: Vec<_> = faq.iter().map(ToString::to_string).collect();
        let args = [("text", text.into()), ("faq", faq.join(", ").into())];
        let _ = writeln!(lines, "  {}", tr_with(language, id, &args));
    };
    for question in &plan.open_questions {
        let text = i18n::say(language, &question.text);
        say("check-open", &text, &question.faq);
    }
    for warning in &plan.warnings {
        let text = i18n::say(language, &warning.text);
        say("check-warning", &text, &warning.faq);
    }
    for assumption in &plan.assumptions {
        let text = format!(
            "{}: {}",
            i18n::field(language, assumption.field),
            i18n::say(language, &assumption.assumed)
        );
        say("check-assumed", &text, &assumption.faq);
    }
    Ok((lines, !plan.open_questions.is_empty()))
}
