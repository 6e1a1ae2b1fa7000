//! To the OEM of embedded devices, one letter each: which years, on what contract, at what price,
//! and how the keys come.

use std::collections::BTreeMap;

use crate::domain::field::Field;
use crate::domain::licensing::Epso;
use crate::domain::plan::Verdict;
use crate::domain::programme::{Phase, RuleId};
use crate::domain::source::FaqId;
use crate::i18n::count;
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
    // While an OEM is not named, nobody knows whether two groups have the same.
    let mut by_oem: BTreeMap<(String, usize), Vec<Devices<'_>>> = BTreeMap::new();
    for row in &writer.input.plan.ledger {
        if row.verdict == Verdict::Oem {
            let oem = writer.group(row.group).map_or("", |group| group.oem.trim());
            let oem = clean(oem).into_owned();
            let apart = if oem.is_empty() { row.group } else { 0 };
            by_oem.entry((oem, apart)).or_default().push(Devices {
                programme: row.programme,
                group: row.group,
                endpoints: row.endpoints,
                faq: &row.trace.faq,
            });
        }
    }
    (1..)
        .zip(by_oem)
        .map(|(number, ((oem, _), devices))| letter(writer, number, &oem, &devices))
        .collect()
}

fn letter(writer: &Writer<'_>, number: usize, oem: &str, devices: &[Devices<'_>]) -> Letter {
    let mut groups: Vec<usize> = devices.iter().map(|part| part.group).collect();
    groups.sort_unstable();
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
    let is_counted = group.is_some_and(|group| group.endpoint_count.is_some());
    let mut text = writer.with(
        if is_counted {
            "letters-oem-line"
        } else {
            "letters-oem-line-uncounted"
        },
        &[
            ("system", writer.system(part.group).into()),
            ("group", writer.group_name(part.group).into()),
            ("count", count(part.endpoints)),
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
    // The entries behind the question about the contract, where the programme has one.
    let contract: Vec<FaqId> = programmes
        .iter()
        .filter_map(|position| writer.input.programme(*position))
        .flat_map(|programme| &programme.questions)
        .filter(|question| question.fills == Field::Epso)
        .flat_map(|question| question.sources.iter().cloned())
        .collect();
    let mut purchase = writer.steps(Phase::Purchase, programmes, groups);
    purchase.retain(|id| !contract.contains(id));
    let mut requests = Vec::new();
    if !contract.is_empty() {
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
        requests.push(Said::new(writer.tr(id), contract));
    }
    for id in [
        "letters-oem-ask-years",
        "letters-oem-ask-price",
        "letters-oem-ask-updates",
        "letters-oem-ask-keys",
        "letters-oem-ask-contact",
    ] {
        requests.push(Said::new(writer.tr(id), purchase.clone()));
    }
    requests
}
