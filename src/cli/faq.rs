//! `faq`: the entries, and with a profile whether each applies and why.

use std::io::Write;

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{FaqCall, ListFormat};
use super::{CallError, DONE, as_of, catalogue, load, plan_for, programme};
use crate::document::Document;
use crate::domain::choice::Choice as _;
use crate::domain::programme::{FaqEntry, Programme};
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::report::because;
use crate::search::matches_words;

pub(super) fn run(call: &FaqCall, today: NaiveDate, out: &mut dyn Write) -> Result<u8, CallError> {
    let language = call.list.texts.language();
    let catalogue = catalogue()?;
    let document: Option<Document> = call.profile.as_deref().map(load).transpose()?;
    let only = call.programme.as_deref();
    let plan = document
        .as_ref()
        .map(|document| {
            let day = as_of(call.as_of, document, today);
            plan_for(document, day, only).map(|(_, plan)| plan)
        })
        .transpose()?;
    let programmes: Vec<&Programme> = match (&plan, only) {
        (Some(plan), _) => (plan.programmes.iter())
            .filter_map(|part| catalogue.get(&part.id))
            .collect(),
        (None, Some(id)) => vec![programme(id)?],
        (None, None) => catalogue.programmes().iter().collect(),
    };
    let all: Vec<(&Programme, &FaqEntry)> = programmes
        .iter()
        .flat_map(|programme| programme.faq.iter().map(|entry| (*programme, entry)))
        .collect();
    let mut entries = Vec::new();
    for (position, (programme, entry)) in all.iter().enumerate() {
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
                let because = because(language, catalogue, &document.profile, plan, applicability);
                (applicability.applies, because)
            }),
            _ => None,
        };
        entries.push((programme, entry, applies));
    }
    match call.list.format {
        ListFormat::Json => {
            let list: Vec<_> = entries
                .iter()
                .map(|(programme, entry, applies)| {
                    let mut value = json!({
                        "programme": programme.base.id,
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
            let ids: Vec<&str> = programmes.iter().map(|p| p.base.id.as_str()).collect();
            let whole = json!({"format": "esu-faq", "version": 1, "programme": ids.join("+"), "entries": list});
            writeln!(out, "{whole:#}")?;
        }
        ListFormat::Text => {
            for (_, entry, applies) in &entries {
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
                ("all", crate::i18n::count(all.len() as u64)),
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
