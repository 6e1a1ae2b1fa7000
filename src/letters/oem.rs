//! To the OEM of embedded devices, one letter each: which years, on what contract, at what price,
//! and how the keys come.

use std::collections::BTreeMap;

use crate::domain::field::Field;
use crate::domain::licensing::Epso;
use crate::domain::plan::Verdict;
use crate::domain::programme::{NoteSection, Phase, RuleId};
use crate::domain::source::FaqId;
use crate::report::words::clean;

use super::Letter;
use super::writer::{Draft, Said, Writer, slug};

/// A part of the ledger that goes through one OEM.
struct Devices<'a> {
    programme: usize,
    group: usize,
    endpoints: u64,
    faq: &'a [FaqId],
}

pub(super) fn letters(writer: &Writer<'_>) -> Vec<Letter> {
    let mut by_oem: BTreeMap<String, Vec<Devices<'_>>> = BTreeMap::new();
    for row in &writer.input.plan.ledger {
        if row.verdict == Verdict::Oem {
            let oem = writer.group(row.group).map_or("", |group| group.oem.trim());
            by_oem
                .entry(clean(oem).into_owned())
                .or_default()
                .push(Devices {
                    programme: row.programme,
                    group: row.group,
                    endpoints: row.endpoints,
                    faq: &row.trace.faq,
                });
        }
    }
    (1..)
        .zip(by_oem)
        .map(|(number, (oem, devices))| letter(writer, number, &oem, &devices))
        .collect()
}

fn letter(writer: &Writer<'_>, number: usize, oem: &str, devices: &[Devices<'_>]) -> Letter {
    let groups: Vec<usize> = devices.iter().map(|part| part.group).collect();
    let mut programmes: Vec<usize> = devices.iter().map(|part| part.programme).collect();
    programmes.dedup();
    let systems = writer.systems(&groups);
    let to = if oem.is_empty() {
        writer.tr("letters-blank-oem")
    } else {
        oem.to_owned()
    };
    let mut draft = Draft::new(writer);
    draft.opening(Said::new(
        writer.with(
            "letters-oem-opening",
            &[
                ("behalf", writer.on_behalf().into()),
                ("systems", systems.as_str().into()),
            ],
        ),
        writer.rule(RuleId::OemSellsEmbedded, &programmes),
    ));
    let lines = devices
        .iter()
        .map(|part| Said::new(line(writer, part), part.faq.to_vec()));
    draft.lines("letters-oem-devices", lines.collect());
    let terms = devices.iter().filter_map(|part| terms(writer, part));
    let mut terms: Vec<String> = terms.collect();
    terms.dedup();
    let faq = writer.rule(RuleId::OemSellsEmbedded, &programmes);
    let terms: Vec<Said> = terms
        .into_iter()
        .map(|text| Said::new(text, faq.clone()))
        .collect();
    draft.lines("letters-oem-terms", terms);
    draft.link("letters-please");
    draft.requests(requests(writer, &programmes, &groups));
    let mut id = format!("oem-{number}");
    let name = slug(oem);
    if !name.is_empty() {
        id = format!("{id}-{name}");
    }
    let subject = writer.with("letters-oem-subject", &[("systems", systems.into())]);
    let attachments = vec![writer.tr("letters-attach-devices")];
    draft.finish(id, to, subject, attachments)
}

fn line(writer: &Writer<'_>, part: &Devices<'_>) -> String {
    let group = writer.group(part.group);
    let count = group.and_then(|group| group.endpoint_count);
    let mut text = writer.with(
        "letters-oem-line",
        &[
            ("system", writer.system(part.group).into()),
            ("group", writer.group_name(part.group).into()),
            (
                "count",
                if count.is_some() {
                    writer.number(part.endpoints).into()
                } else {
                    writer.tr("letters-blank-number").into()
                },
            ),
        ],
    );
    let owned = group.and_then(|group| group.owned.as_ref());
    let owned: Vec<String> = owned
        .into_iter()
        .flatten()
        .filter(|(_, quantity)| **quantity > 0)
        .map(|(year, quantity)| {
            writer.with(
                "letters-owned-year",
                &[
                    ("year", year.number().to_string().into()),
                    ("count", writer.number(u64::from(*quantity)).into()),
                ],
            )
        })
        .collect();
    if !owned.is_empty() {
        text.push_str("; ");
        text.push_str(&writer.with("letters-owned", &[("years", writer.join(&owned).into())]));
    }
    if let Some(day) = group.and_then(|group| group.leaves_on) {
        text.push_str("; ");
        let day = writer.date(day).into();
        text.push_str(&writer.with("letters-in-use-until", &[("day", day)]));
    }
    text
}

/// The ESU years of the system that are not over, as the plan knows them.
fn terms(writer: &Writer<'_>, part: &Devices<'_>) -> Option<String> {
    let programme = writer.input.programme(part.programme)?;
    let id = writer.group(part.group)?.product.as_deref()?;
    let (_, product) = programme.product(id)?;
    let own = product
        .coverage
        .iter()
        .map(|w| (w.year, w.first_day, w.last_day));
    let mut windows: Vec<_> = own.collect();
    if windows.is_empty() {
        let shared = programme.base.coverage.iter();
        windows.extend(shared.map(|w| (w.year, w.first_day, w.last_day)));
    }
    let years: Vec<String> = windows
        .into_iter()
        .filter(|(_, _, last_day)| *last_day >= writer.input.plan.as_of)
        .map(|(year, first_day, last_day)| {
            writer.with(
                "letters-year",
                &[
                    ("year", year.number().to_string().into()),
                    ("first", writer.date(first_day).into()),
                    ("last", writer.date(last_day).into()),
                ],
            )
        })
        .collect();
    if years.is_empty() {
        return None;
    }
    let system = writer.system(part.group);
    Some(format!("{system}: {}", years.join("; ")))
}

fn requests(writer: &Writer<'_>, programmes: &[usize], groups: &[usize]) -> Vec<Said> {
    let purchase = || writer.steps(Phase::Purchase, programmes, groups);
    let embedded = || {
        let mut faq = writer.notes(NoteSection::Embedded, programmes, groups);
        faq.extend(purchase());
        faq
    };
    let mut requests = Vec::new();
    let asks_for_contract = programmes.iter().any(|position| {
        let programme = writer.input.programme(*position);
        programme.is_some_and(|p| p.questions.iter().any(|q| q.fills == Field::Epso))
    });
    if asks_for_contract {
        let stands = |state: Option<Epso>| state == Some(Epso::InPlace);
        let states = || {
            groups
                .iter()
                .filter_map(|g| writer.group(*g))
                .map(|g| g.epso)
        };
        let id = match (states().all(stands), states().any(stands)) {
            (true, _) => "letters-oem-ask-contract-stands",
            (false, true) => "letters-oem-ask-contract-partly",
            (false, false) => "letters-oem-ask-contract",
        };
        requests.push(Said::new(writer.tr(id), embedded()));
    }
    for id in [
        "letters-oem-ask-years",
        "letters-oem-ask-price",
        "letters-oem-ask-updates",
        "letters-oem-ask-keys",
        "letters-oem-ask-contact",
    ] {
        requests.push(Said::new(writer.tr(id), purchase()));
    }
    requests
}
