//! `verify`: the completeness check, as a person reads it.

use std::io::Write;

use serde_json::json;

use super::arguments::{ListFormat, VerifyCall};
use super::{CallError, DONE, UNUSABLE, programme};
use crate::assets;
use crate::domain::verify::{Completeness, verify};

pub(super) fn run(call: &VerifyCall, out: &mut dyn Write) -> Result<u8, CallError> {
    let mut reports: Vec<(String, Completeness)> = Vec::new();
    if let Some(id) = call.programme.as_deref() {
        let programme = programme(id)?;
        reports.push((programme.base.id.clone(), verify(programme)));
    } else {
        for programme in assets::programmes() {
            match programme {
                Ok(programme) => reports.push((programme.base.id.clone(), verify(programme))),
                Err(error) => return Err(CallError::BrokenProgramme(error.to_string())),
            }
        }
    }
    let is_complete = reports.iter().all(|(_, report)| report.is_complete());
    match call.format {
        ListFormat::Json => {
            let list: Vec<_> = reports
                .iter()
                .map(|(id, report)| to_json(id, report))
                .collect();
            let whole = json!({"format": "esu-verify", "version": 1, "complete": is_complete, "programmes": list});
            writeln!(out, "{whole:#}")?;
        }
        ListFormat::Text => {
            for (id, report) in &reports {
                write_text(out, id, report)?;
            }
        }
    }
    Ok(if is_complete { DONE } else { UNUSABLE })
}

fn to_json(id: &str, report: &Completeness) -> serde_json::Value {
    json!({
        "programme": id,
        "complete": report.is_complete(),
        "profiles": report.profiles,
        "plans": report.plans,
        "days": report.days.iter().map(ToString::to_string).collect::<Vec<_>>(),
        "parts": report.parts.iter().map(|part| json!({"name": part.name, "how": part.how, "tried": part.tried})).collect::<Vec<_>>(),
        "reached": report.reached.iter().map(|(kind, items)| {
            (kind.clone(), json!(items.iter().map(|(id, smallest)| (id.clone(), json!(smallest))).collect::<serde_json::Map<_, _>>()))
        }).collect::<serde_json::Map<_, _>>(),
        "unreached": report.unreached,
        "faults": report.faults,
    })
}

fn write_text(out: &mut dyn Write, id: &str, report: &Completeness) -> std::io::Result<()> {
    let (profiles, plans) = (report.profiles, report.plans);
    writeln!(
        out,
        "{id}: {profiles} profiles tried, {plans} of them with their whole plan"
    )?;
    for part in &report.parts {
        writeln!(
            out,
            "  {}: {} profiles; {}",
            part.name, part.tried, part.how
        )?;
    }
    let days: Vec<_> = report.days.iter().map(ToString::to_string).collect();
    writeln!(out, "  days: {}", days.join(" "))?;
    for (kind, items) in &report.reached {
        writeln!(out, "  {kind}: {} reached", items.len())?;
        for (item, smallest) in items {
            writeln!(out, "    {item}: {smallest}")?;
        }
    }
    writeln!(out, "  unreached: {}", report.unreached.len())?;
    for item in &report.unreached {
        writeln!(out, "    {item}")?;
    }
    writeln!(out, "  faults: {}", report.faults.len())?;
    for fault in &report.faults {
        writeln!(out, "    {fault}")?;
    }
    Ok(())
}
