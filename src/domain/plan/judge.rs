//! Whether each FAQ entry matters to a profile, and what made it so.

use std::sync::Arc;

use chrono::NaiveDate;

use super::build::{Class, settle, truths};
use super::shape::Context;
use super::{Applicability, Plan};
use crate::domain::facts::Facts;
use crate::domain::field::{Field, Place, Scope};
use crate::domain::guide::condition::Truth;
use crate::domain::profile::Profile;
use crate::domain::programme::Programme;

pub(super) fn add_faq(context: &Context<'_>, plan: &mut Plan, classes: &[Class]) {
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
        plan.faq.push(Applicability {
            id: entry.id.clone(),
            applies: best.0,
            group: best
                .1
                .and_then(|index| classes.get(index))
                .and_then(|class| class.groups.first().copied()),
        });
    }
}

/// Whether an entry matters to a profile, with the fields that made it so and where they stand.
pub fn faq_because(
    programme: &Programme,
    profile: &Profile,
    as_of: NaiveDate,
    applicability: &Applicability,
) -> Vec<(Place, Field)> {
    let Some(entry) = programme.faq_entry(applicability.id.as_str()) else {
        return Vec::new();
    };
    let context = Context::new(programme, profile, as_of);
    let facts = applicability
        .group
        .and_then(|position| group_facts(&context, profile, position))
        .unwrap_or(context.organisation_facts);
    entry
        .applies
        .because(&facts)
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

/// The value of a derived field for a group, as ids, for showing why.
pub fn derived_values(
    programme: &Programme,
    profile: &Profile,
    as_of: NaiveDate,
    position: Option<usize>,
    field: Field,
) -> Vec<String> {
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
