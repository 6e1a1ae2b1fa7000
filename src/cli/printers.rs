//! `printers`: the printers of this computer, or the one at an address.

use std::io::Write;

use serde_json::{Value, json};

use super::arguments::{ListFormat, PrintersCall};
use super::{CallError, DONE};
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::print::words::{colour_words, error_words, printer_words, security_words, sides_words};
use crate::print::{JobForm, Printer, PrinterState, Security, system_spooler};
use crate::report::Paper;
use crate::report::words::clean;

pub(super) fn run(call: &PrintersCall, out: &mut dyn Write) -> Result<u8, CallError> {
    let language = call.list.texts.language();
    let spooler = system_spooler();
    let found = match &call.at {
        Some(address) => spooler.printer_at(address).map(|printer| vec![printer]),
        None => spooler.printers(),
    };
    let printers = found.map_err(|error| CallError::Print(error_words(language, &error)))?;
    match call.list.format {
        ListFormat::Json => {
            let list: Vec<Value> = printers
                .iter()
                .map(|printer| to_json(language, printer))
                .collect();
            let whole = json!({"format": "esu-printers", "version": 1, "printers": list});
            writeln!(out, "{whole:#}")?;
        }
        ListFormat::Text if printers.is_empty() => {
            writeln!(out, "{}", tr(language, "print-no-printers"))?;
        }
        ListFormat::Text => {
            for printer in &printers {
                for line in lines(language, printer) {
                    writeln!(out, "{line}")?;
                }
            }
        }
    }
    Ok(DONE)
}

fn lines(language: Language, printer: &Printer) -> Vec<String> {
    let name = clean(&printer.name).into_owned();
    let name = if printer.is_default {
        tr_with(language, "print-default", &[("name", name.into())])
    } else {
        name
    };
    let mut lines = vec![name];
    let mut add = |text: String| lines.push(format!("  {text}"));
    let parts = [&printer.description, &printer.location, &printer.model];
    let parts: Vec<_> = parts
        .into_iter()
        .flatten()
        .map(|text| clean(text))
        .collect();
    if !parts.is_empty() {
        add(parts.join(" · "));
    }
    add(printer_words(language, printer));
    let abilities = &printer.abilities;
    let sides = abilities
        .sides
        .iter()
        .map(|sides| sides_words(language, *sides));
    add(sides.collect::<Vec<_>>().join(" · "));
    let colours = abilities
        .colours
        .iter()
        .map(|mode| colour_words(language, *mode));
    let papers = abilities.papers.iter().map(|paper| match paper {
        Paper::A4 => "A4".to_owned(),
        Paper::UsLetter => "US Letter".to_owned(),
    });
    add(colours.chain(papers).collect::<Vec<_>>().join(" · "));
    if let Some(words) = security_words(language, printer.security) {
        add(words);
    }
    lines
}

fn to_json(language: Language, printer: &Printer) -> Value {
    let abilities = &printer.abilities;
    json!({
        "name": printer.name,
        "description": printer.description,
        "location": printer.location,
        "model": printer.model,
        "default": printer.is_default,
        "state": match printer.state {
            PrinterState::Idle => "idle",
            PrinterState::Printing => "printing",
            PrinterState::Stopped => "stopped",
        },
        "state_reasons": printer.reasons,
        "state_text": printer_words(language, printer),
        "accepts_jobs": printer.accepts_jobs,
        "connection": match printer.security {
            Security::Local => "local",
            Security::Encrypted => "encrypted",
            Security::EncryptedUnproven => "encrypted_unproven",
            Security::Open => "open",
        },
        "uri": printer.uri,
        "sides": abilities.sides.iter().map(|sides| sides.keyword()).collect::<Vec<_>>(),
        "colours": abilities.colours.iter().map(|mode| mode.keyword()).collect::<Vec<_>>(),
        "papers": abilities.papers.iter().map(|paper| match paper {
            Paper::A4 => "a4",
            Paper::UsLetter => "letter",
        }).collect::<Vec<_>>(),
        "most_copies": abilities.most_copies,
        "takes": abilities.form.as_ref().map(|form| match form {
            JobForm::Pdf => "pdf",
            JobForm::Raster(_) => "pwg-raster",
            JobForm::Driver => "driver",
        }),
    })
}
