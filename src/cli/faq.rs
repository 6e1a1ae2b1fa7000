//! `faq`: the entries, and with a profile whether each applies and why.

use std::io::Write;

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{FaqCall, ListFormat};
use super::{CallError, DONE, as_of, language, load, programme};
use crate::document::Document;
use crate::domain::choice::Choice as _;
use crate::domain::guide::walk::walk;
use crate::domain::plan::build_plan;
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::report::because;
use crate::search::matches_words;

pub(super) fn run(call: &FaqCall, today: NaiveDate, out: &mut dyn Write) -> Result<u8, CallError> {
    let programme = programme(call.programme.as_deref())?;
    let language = language(call.lang);
    let document: Option<Document> = call.profile.as_deref().map(load).transpose()?;
    let plan = document.as_ref().map(|document| {
        let day = as_of(call.as_of, document, today);
        let walk = walk(programme, &document.profile, day);
        build_plan(programme, &document.profile, &walk, day)
    });
    let mut entries = Vec::new();
    for (position, entry) in programme.faq.iter().enumerate() {
        let words = call.search.as_deref().unwrap_or_default();
        let places = [
            entry.id.as_str(),
            entry.question.get(Language::English),
            entry.question.get(Language::Polish),
            entry.answer.get(Language::English),
            entry.answer.get(Language::Polish),
        ];
        if !matches_words(words, &places) {
            continue;
        }
        let applies = match (&plan, &document) {
            (Some(plan), Some(document)) => plan.faq.get(position).map(|applicability| {
                let because = because(language, programme, &document.profile, plan, applicability);
                (applicability.applies, because)
            }),
            _ => None,
        };
        entries.push((entry, applies));
    }
    match call.format {
        ListFormat::Json => {
            let list: Vec<_> = entries
                .iter()
                .map(|(entry, applies)| {
                    let mut value = json!({
                        "id": entry.id.as_str(),
                        "section": entry.section.id(),
                        "question": entry.question.get(language),
                        "answer": entry.answer.get(language),
                        "certainty": format!("{:?}", entry.certainty).to_lowercase(),
                        "source": entry.source,
                        "correction": entry.correction.as_ref().map(|text| text.get(language)),
                    });
                    if let (Some((truth, because)), Some(object)) = (applies, value.as_object_mut())
                    {
                        object.insert("applies".to_owned(), json!(truth.id()));
                        object.insert("because".to_owned(), json!(because));
                    }
                    value
                })
                .collect();
            let whole = json!({"format": "esu-faq", "version": 1, "programme": programme.base.id, "entries": list});
            writeln!(out, "{whole:#}")?;
        }
        ListFormat::Text => {
            for (entry, applies) in &entries {
                writeln!(out, "{}  {}", entry.id, entry.question.get(language))?;
                writeln!(out, "  {}", entry.answer.get(language))?;
                if let Some(correction) = &entry.correction {
                    let args = [("text", correction.get(language).into())];
                    writeln!(out, "  {}", tr_with(language, "faq-correction", &args))?;
                }
                if let Some((truth, because)) = applies {
                    let applies = tr(language, &format!("faq-applies-{}", truth.id()));
                    writeln!(out, "  {applies}{}", reasons(because))?;
                }
                writeln!(out)?;
            }
            let args = [
                ("shown", crate::i18n::count(entries.len() as u64)),
                ("all", crate::i18n::count(programme.faq.len() as u64)),
            ];
            writeln!(out, "{}", tr_with(language, "faq-count", &args))?;
        }
    }
    Ok(DONE)
}

fn reasons(because: &[String]) -> String {
    if because.is_empty() {
        String::new()
    } else {
        format!(": {}", because.join("; "))
    }
}
