//! The form for volume licensing support: more activations of a MAK, where devices are reinstalled
//! while ESU runs. In CSP the partner asks for them; the letter to the partner says so.

use std::collections::BTreeMap;

use crate::domain::field::Field;
use crate::domain::licensing::{CoverageYear, OwnedChannel, SalesChannel, YesNo};
use crate::domain::plan::{OrderWhen, PlanNote};
use crate::domain::programme::{NoteSection, Phase};
use crate::report::words::clean;

use super::Letter;
use super::writer::{Draft, Said, Writer, slug, unique};

pub(super) fn letters(writer: &Writer<'_>) -> Vec<Letter> {
    if writer.input.profile.organisation.reimaging != Some(YesNo::Yes) {
        return Vec::new();
    }
    let programmes = 0..writer.input.plan.programmes.len();
    programmes
        .filter_map(|programme| letter(writer, programme))
        .collect()
}

/// The licences of volume licensing that a key belongs to: what was bought, then what is ordered
/// now; with the groups they are for.
fn licences(writer: &Writer<'_>, programme: usize) -> (Vec<String>, Vec<usize>) {
    let plan = writer.input.plan;
    let mut groups: Vec<usize> = Vec::new();
    let mut owned: BTreeMap<CoverageYear, u64> = BTreeMap::new();
    let part = plan.programmes.get(programme);
    for position in part.into_iter().flat_map(|part| &part.groups) {
        let Some(group) = writer.group(*position) else {
            continue;
        };
        if group.owned_channel != Some(OwnedChannel::VolumeLicensing) {
            continue;
        }
        for (year, quantity) in group.owned.iter().flatten() {
            *owned.entry(*year).or_default() += u64::from(*quantity);
            groups.push(*position);
        }
    }
    let mut texts: Vec<String> = owned
        .into_iter()
        .filter(|(_, quantity)| *quantity > 0)
        .map(|(year, quantity)| {
            writer.with(
                "letters-owned-year",
                &[
                    ("year", year.number().to_string().into()),
                    ("count", writer.number(quantity).into()),
                ],
            )
        })
        .collect();
    for line in &plan.orders {
        let is_ours = line.programme == programme
            && line.channel == SalesChannel::VolumeLicensing
            && line.when == OrderWhen::Now;
        if is_ours {
            groups.extend(line.groups.iter().map(|(group, _)| *group));
            texts.push(format!(
                "{}: {}",
                clean(&line.sku_name),
                writer.number(line.quantity)
            ));
        }
    }
    groups.sort_unstable();
    groups.dedup();
    (texts, groups)
}

fn letter(writer: &Writer<'_>, programme: usize) -> Option<Letter> {
    let (licences, groups) = licences(writer, programme);
    if groups.is_empty() {
        return None;
    }
    let plan = writer.input.plan;
    // Where no entry speaks of activations after reinstalling, there is nothing to ask for.
    let is_about_them = |note: &&PlanNote| {
        note.section == NoteSection::Keys
            && note.programme == programme
            && note.about == Field::Reimaging
    };
    let notes = plan
        .notes
        .iter()
        .chain(&plan.warnings)
        .filter(is_about_them);
    let faq = unique(notes.flat_map(|note| note.faq.iter().cloned()));
    let has_key = !writer.steps(Phase::Key, &[programme], &groups).is_empty();
    if faq.is_empty() || !has_key {
        return None;
    }
    let systems = writer.systems(&groups);
    let mut draft = Draft::new(writer);
    draft.opening(Said::new(
        writer.with(
            "letters-activations-opening",
            &[
                ("behalf", writer.on_behalf().into()),
                ("systems", systems.as_str().into()),
            ],
        ),
        faq.clone(),
    ));
    let mut facts = vec![
        writer.with(
            "letters-activations-organisation",
            &[("organisation", writer.organisation().into())],
        ),
        writer.tr("letters-activations-agreement"),
        writer.tr("letters-activations-key"),
        writer.with(
            "letters-activations-licences",
            &[("licences", licences.join("; ").into())],
        ),
    ];
    facts.extend(
        [
            "letters-activations-shown",
            "letters-activations-needed",
            "letters-activations-reason",
        ]
        .map(|id| writer.tr(id)),
    );
    let facts = facts.into_iter().map(|text| Said::new(text, faq.clone()));
    draft.lines("letters-activations-facts", facts.collect());
    draft.link("letters-please");
    let keys = writer.notes(NoteSection::Keys, &[programme], &groups);
    draft.requests(vec![
        Said::new(writer.tr("letters-activations-ask-raise"), faq.clone()),
        Said::new(writer.tr("letters-activations-ask-missing"), keys),
        Said::new(writer.tr("letters-activations-ask-confirm"), faq),
    ]);
    let id = plan.programmes.get(programme).map_or("", |part| &*part.id);
    let subject = writer.with(
        "letters-activations-subject",
        &[("systems", systems.into())],
    );
    let to = writer.tr("letters-activations-to");
    Some(draft.finish(
        format!("more-activations-{}", slug(id)),
        to,
        subject,
        Vec::new(),
    ))
}
