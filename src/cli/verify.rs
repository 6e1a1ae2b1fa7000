//! `verify`: the completeness check, as a person reads it.

use std::io::Write;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::json;

use super::arguments::{ListFormat, VerifyCall};
use super::{CallError, DONE, UNUSABLE, programme};
use crate::assets;
use crate::domain::programme::Programme;
use crate::domain::verify::{Completeness, verify};

pub(super) fn run(call: &VerifyCall, out: &mut dyn Write) -> Result<u8, CallError> {
    let mut reports: Vec<(String, Completeness)> = Vec::new();
    if let Some(id) = call.programme.as_deref() {
        let programme = programme(id)?;
        reports.push((programme.base.id.clone(), verify(programme)));
    } else {
        let mut sound = Vec::new();
        for programme in assets::programmes() {
            match programme {
                Ok(programme) => sound.push(programme),
                Err(error) => return Err(CallError::BrokenProgramme(error.to_string())),
            }
        }
        reports = verify_all(&sound);
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

/// Checks several programmes side by side; the reports stand in their order.
fn verify_all(programmes: &[&Programme]) -> Vec<(String, Completeness)> {
    let next = AtomicUsize::new(0);
    let done: Mutex<Vec<(usize, Completeness)>> = Mutex::new(Vec::new());
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                loop {
                    let position = next.fetch_add(1, Ordering::Relaxed);
                    let Some(programme) = programmes.get(position) else {
                        break;
                    };
                    let report = verify(programme);
                    if let Ok(mut done) = done.lock() {
                        done.push((position, report));
                    }
                }
            });
        }
    });
    let mut done = done.into_inner().unwrap_or_default();
    done.sort_by_key(|(position, _)| *position);
    done.into_iter()
        .zip(programmes)
        .map(|((_, report), programme)| (programme.base.id.clone(), report))
        .collect()
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
