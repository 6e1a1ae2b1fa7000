//! `check`: what is wrong or open in profiles.

use std::io::Write;

use chrono::NaiveDate;

use super::arguments::CheckCall;
use super::{CallError, DONE, OPEN_DECISIONS, UNUSABLE, as_of, language, load, plan_for};
use crate::i18n::{self, count, tr_with};

pub(super) fn run(
    call: &CheckCall,
    today: NaiveDate,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, CallError> {
    let language = language(call.lang);
    let mut code = DONE;
    for path in &call.files {
        let document = match load(path) {
            Ok(document) => document,
            Err(error) => {
                // The other files are still checked.
                let _ = writeln!(err, "esu-planner: {error}");
                code = UNUSABLE;
                continue;
            }
        };
        let day = as_of(call.as_of, &document, today);
        let (walk, plan) = plan_for(&document, day, call.programme.as_deref())?;
        let (settled, open, not_applicable) = walk.counts();
        writeln!(
            out,
            "{}",
            tr_with(
                language,
                "check-head",
                &[
                    ("file", path.display().to_string().into()),
                    ("groups", count(document.profile.groups.len() as u64)),
                    ("endpoints", count(plan.endpoints)),
                    ("settled", count(settled as u64)),
                    ("open", count(open as u64)),
                    ("other", count(not_applicable as u64)),
                ],
            )
        )?;
        let mut say = |id: &str, text: &str, faq: &[crate::domain::source::FaqId]| {
            let faq: Vec<_> = faq.iter().map(ToString::to_string).collect();
            let line = tr_with(
                language,
                id,
                &[("text", text.into()), ("faq", faq.join(", ").into())],
            );
            writeln!(out, "  {line}")
        };
        for question in &plan.open_questions {
            let text = i18n::say(language, &question.text);
            say("check-open", &text, &question.faq)?;
        }
        for warning in &plan.warnings {
            say(
                "check-warning",
                &i18n::say(language, &warning.text),
                &warning.faq,
            )?;
        }
        for assumption in &plan.assumptions {
            let text = format!(
                "{}: {}",
                i18n::field(language, assumption.field),
                i18n::say(language, &assumption.assumed)
            );
            say("check-assumed", &text, &assumption.faq)?;
        }
        if !plan.open_questions.is_empty() && code == DONE {
            code = OPEN_DECISIONS;
        }
    }
    Ok(code)
}
