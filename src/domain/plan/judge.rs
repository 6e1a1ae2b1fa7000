//! Whether each FAQ entry matters to a profile, and what made it so.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::build::{Class, settle, truths};
use super::shape::Context;
use super::{Applicability, Plan};
use crate::domain::facts::Facts;
use crate::domain::field::{Field, Place, Scope};
use crate::domain::guide::condition::Truth;
use crate::domain::profile::Profile;
use crate::domain::programme::Catalogue;
use crate::domain::source::FaqId;

/// What a line that rests on an entry rests on itself, and the first group it is about.
#[derive(Clone, Copy)]
struct Citation<'a> {
    fields: &'a [Field],
    group: Option<usize>,
}

pub(super) fn add_faq(context: &Context<'_>, plan: &mut Plan, classes: &[Class]) {
    let mut judged = Vec::with_capacity(context.programme.faq.len());
    let cited = citations(plan);
    for entry in &context.programme.faq {
        let mut best = (Truth::No, None);
        for (index, (truth, _)) in truths(context, &entry.applies, classes).enumerate() {
            if best.1.is_none() || truth > best.0 {
                best = (truth, Some(index));
            }
            if truth == Truth::Yes {
                break;
            }
        }
        let group = best
            .1
            .and_then(|index| classes.get(index))
            .and_then(|class| class.groups.first().copied());
        // What a line of the plan rests on matters to its reader, whatever else holds.
        let citation = match best.0 {
            Truth::Yes => None,
            Truth::No | Truth::Unknown => cited.get(&entry.id),
        };
        judged.push(match citation {
            Some(citation) => Applicability {
                programme: 0,
                id: entry.id.clone(),
                applies: Truth::Yes,
                group: citation.group.or(group),
                cited_with: citation.fields.to_vec(),
            },
            None => Applicability {
                programme: 0,
                id: entry.id.clone(),
                applies: best.0,
                group,
                cited_with: Vec::new(),
            },
        });
    }
    plan.faq = judged;
}

/// The entries that lines of the plan rest on, each with the first such line.
fn citations(plan: &Plan) -> BTreeMap<&FaqId, Citation<'_>> {
    let mut cited = BTreeMap::new();
    let mut add = |faq, fields, group| add_citation(&mut cited, faq, Citation { fields, group });
    let mut seen = BTreeSet::new();
    for row in &plan.ledger {
        // Groups that are alike share their trace.
        if seen.insert(Arc::as_ptr(&row.trace)) {
            add(&row.trace.faq, &row.trace.fields, Some(row.group));
        }
    }
    for line in &plan.orders {
        let group = line.groups.first().map(|(group, _)| *group);
        add(&line.trace.faq, &line.trace.fields, group);
    }
    for part in &plan.exposure {
        add(
            &part.trace.faq,
            &part.trace.fields,
            part.groups.first().copied(),
        );
    }
    for step in &plan.steps {
        add(&step.faq, &step.fields, step.groups.first().copied());
    }
    for note in plan.notes.iter().chain(&plan.warnings) {
        add(&note.faq, &note.fields, note.groups.first().copied());
    }
    cited
}

fn add_citation<'a>(
    cited: &mut BTreeMap<&'a FaqId, Citation<'a>>,
    faq: &'a [FaqId],
    citation: Citation<'a>,
) {
    for id in faq {
        cited.entry(id).or_insert(citation);
    }
}

/// Whether an entry matters to a profile, with the fields that made it so and where they stand.
pub fn faq_because(
    catalogue: &Catalogue,
    profile: &Profile,
    as_of: NaiveDate,
    applicability: &Applicability,
) -> Vec<(Place, Field)> {
    let Some((programme, entry)) = catalogue.faq_entry(applicability.id.as_str()) else {
        return Vec::new();
    };
    let context = Context::new(programme, profile, as_of);
    let facts = applicability
        .group
        .and_then(|position| group_facts(&context, profile, position))
        .unwrap_or(context.organisation_facts);
    let fields = if applicability.cited_with.is_empty() {
        entry.applies.because(&facts)
    } else {
        applicability.cited_with.clone()
    };
    fields
        .into_iter()
        .map(|field| {
            let place = match (field.scope(), applicability.group) {
                (Scope::Group, Some(position)) => Place::Group(position),
                (Scope::Derived, Some(position))
                    if !matches!(field, Field::Phase | Field::BuysThrough) =>
                {
                    Place::Group(position)
                }
                _ => Place::Organisation,
            };
            (place, field)
        })
        .collect()
}

/// The facts of one group with what the plan derives about it.
fn group_facts(context: &Context<'_>, profile: &Profile, position: usize) -> Option<Facts> {
    let one = Profile {
        organisation: profile.organisation.clone(),
        groups: vec![Arc::clone(profile.groups.get(position)?)],
    };
    settle(context, &one)
        .classes
        .first()
        .map(|class| class.facts)
}

/// The value of a derived field for a group, as ids, for showing why; without a group as the first
/// of the plan's programmes has it.
pub fn derived_values(
    catalogue: &Catalogue,
    profile: &Profile,
    plan: &Plan,
    position: Option<usize>,
    field: Field,
) -> Vec<String> {
    let part = position.map_or(0, |position| plan.programme_of_group(position));
    let part = plan.programmes.get(part);
    let Some(programme) = part.and_then(|part| catalogue.get(&part.id)) else {
        return Vec::new();
    };
    let as_of = plan.as_of;
    let context = Context::new(programme, profile, as_of);
    let facts = position
        .and_then(|position| group_facts(&context, profile, position))
        .unwrap_or(context.organisation_facts);
    let bits = facts.bits(field);
    (0u32..)
        .zip(programme.vocabulary().ids(field))
        .filter(|(index, _)| bits & (1 << index) != 0)
        .map(|(_, id)| id.to_owned())
        .collect()
}
