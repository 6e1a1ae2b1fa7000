//! `programmes`: which are known, and their state on a day.

use std::io::Write;

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{ListFormat, ProgrammesCall};
use super::{CallError, DONE, language};
use crate::assets;
use crate::domain::programme::Programme;
use crate::i18n::{self, tr_with};

pub(super) fn run(
    call: &ProgrammesCall,
    today: NaiveDate,
    out: &mut dyn Write,
) -> Result<u8, CallError> {
    let language = language(call.lang);
    let day = call.as_of.unwrap_or(today);
    let mut sound = Vec::new();
    for programme in assets::programmes() {
        match programme {
            Ok(programme) => sound.push(programme),
            Err(error) => return Err(CallError::BrokenProgramme(error.to_string())),
        }
    }
    match call.format {
        ListFormat::Json => {
            let list: Vec<_> = sound
                .iter()
                .map(|programme| {
                    let (state, year) = state(programme, day);
                    json!({
                        "id": programme.base.id,
                        "name": programme.base.name.get(language),
                        "edition": programme.base.edition,
                        "checked": programme.base.checked.to_string(),
                        "state": state,
                        "coverage_year": year,
                        "end_of_support": programme.base.end_of_support.to_string(),
                        "last_day": programme.last_day().to_string(),
                        "faq_entries": programme.faq.len(),
                    })
                })
                .collect();
            let whole = json!({"format": "esu-programmes", "version": 1, "as_of": day.to_string(), "programmes": list});
            writeln!(out, "{whole:#}")?;
        }
        ListFormat::Text => {
            for programme in sound {
                let (state, year) = state(programme, day);
                let args = [
                    ("name", programme.base.short_name.get(language).into()),
                    ("day", i18n::date(language, day).into()),
                    ("year", year.unwrap_or(0).to_string().into()),
                    ("end", i18n::date(language, programme.last_day()).into()),
                    ("start", i18n::date(language, first_day(programme)).into()),
                ];
                writeln!(
                    out,
                    "{}  {}",
                    programme.base.id,
                    tr_with(language, &format!("programmes-{state}"), &args)
                )?;
                let args = [
                    ("edition", programme.base.edition.to_string().into()),
                    (
                        "checked",
                        i18n::date(language, programme.base.checked).into(),
                    ),
                    ("entries", i18n::count(programme.faq.len() as u64)),
                ];
                writeln!(out, "  {}", tr_with(language, "programmes-data", &args))?;
            }
        }
    }
    Ok(DONE)
}

fn first_day(programme: &Programme) -> NaiveDate {
    programme
        .base
        .coverage
        .first()
        .map_or(programme.base.end_of_support, |window| window.first_day)
}

fn state(programme: &Programme, day: NaiveDate) -> (&'static str, Option<u8>) {
    match programme.window_on(day) {
        Some(window) => ("open", Some(window.year.number())),
        None if day < first_day(programme) => ("not-yet", None),
        None => ("closed", None),
    }
}
