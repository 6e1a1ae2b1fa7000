//! Writing a profile: each known field on a line of its own, in the order of [`Field::ALL`].

use std::fmt::Write as _;

use crate::document::Document;
use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, Scope, group_answer, organisation_answer};
use crate::domain::money::{Currency, Money};
use crate::domain::record::PlanRecord;

use super::{CURRENT_VERSION, FORMAT, record};

/// The text of a document alone; reading it again gives the same document.
pub fn to_text(document: &Document) -> String {
    text_of(document, None)
}

/// The text of a document and of the plan that it is saved with; reading it again gives both.
pub fn to_text_with(document: &Document, made_with: &PlanRecord) -> String {
    text_of(document, Some(made_with))
}

fn text_of(document: &Document, made_with: Option<&PlanRecord>) -> String {
    let mut text = String::new();
    text.push_str("EsuProfile(\n");
    line(&mut text, 1, "format", &quoted(FORMAT));
    line(&mut text, 1, "version", &CURRENT_VERSION.to_string());
    if let Some(day) = document.as_of {
        line(&mut text, 1, "as_of", &quoted(&day.to_string()));
    }
    let profile = &document.profile;
    text.push_str("    organisation: (\n");
    fields(&mut text, 2, Scope::Organisation, |field| {
        organisation_answer(&profile.organisation, field)
    });
    text.push_str("    ),\n    groups: [\n");
    for group in &profile.groups {
        text.push_str("        (\n");
        fields(&mut text, 3, Scope::Group, |field| {
            group_answer(group, field)
        });
        if !group.done.is_empty() {
            line(
                &mut text,
                3,
                "done",
                &list(group.done.iter().map(|id| quoted(id))),
            );
        }
        text.push_str("        ),\n");
    }
    text.push_str("    ],\n");
    if let Some(made_with) = made_with {
        record::write(&mut text, made_with);
    }
    text.push_str(")\n");
    text
}

/// A field's name in the file.
fn key(field: Field) -> String {
    match field {
        Field::GroupName => "name".to_owned(),
        Field::GroupNote => "note".to_owned(),
        _ => field.id().replace('-', "_"),
    }
}

fn fields(text: &mut String, depth: usize, scope: Scope, answer: impl Fn(Field) -> Answer) {
    for field in Field::ALL.iter().filter(|field| field.scope() == scope) {
        if let Some(value) = value(&answer(*field)) {
            line(text, depth, &key(*field), &value);
        }
    }
}

pub(super) fn line(text: &mut String, depth: usize, key: &str, value: &str) {
    let _ = writeln!(text, "{:indent$}{key}: {value},", "", indent = depth * 4);
}

fn value(answer: &Answer) -> Option<String> {
    Some(match answer {
        Answer::Unknown => return None,
        Answer::Text(text) => quoted(text),
        Answer::One(id) => quoted(id),
        Answer::Many(ids) => list(ids.iter().map(|id| quoted(id))),
        Answer::Count(count) => count.to_string(),
        Answer::Date(day) => quoted(&day.to_string()),
        Answer::Years(years) => map(years
            .iter()
            .map(|(year, quantity)| format!("{}: {quantity}", year.number()))),
        Answer::Quotes(quotes) => map(quotes.iter().map(|(sku, minor_units)| {
            let money = Money {
                minor_units: *minor_units,
                currency: Currency::USD,
            };
            format!("{}: {}", quoted(sku), quoted(&money.decimal()))
        })),
    })
}

pub(super) fn list(items: impl Iterator<Item = String>) -> String {
    format!("[{}]", items.collect::<Vec<_>>().join(", "))
}

pub(super) fn map(items: impl Iterator<Item = String>) -> String {
    format!("{{{}}}", items.collect::<Vec<_>>().join(", "))
}

/// A RON string; whatever a name holds, it stays a name.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for character in text.chars() {
        match character {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\r' => quoted.push_str("\\r"),
            '\t' => quoted.push_str("\\t"),
            other if other.is_control() => {
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(other));
            }
            other => quoted.push(other),
        }
    }
    quoted.push('"');
    quoted
}
