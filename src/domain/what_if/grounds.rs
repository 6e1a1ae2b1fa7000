//! What a target is made of and rests on.

use std::collections::BTreeSet;

use super::outcome::Target;
use crate::domain::field::Field;
use crate::domain::plan::{OrderWhen, Plan};
use crate::domain::profile::Profile;

/// Groups that are looked at one by one; of a larger estate those that count most.
const MOST_GROUPS: usize = 12;

/// The groups that a target is made of, largest part first.
pub(super) fn target_groups(target: &Target, plan: &Plan) -> Vec<usize> {
    let mut parts: Vec<(u64, usize)> = Vec::new();
    let is_of = |programme: usize, id: &str| {
        let part = plan.programmes.get(programme);
        part.is_some_and(|part| &*part.id == id)
    };
    match target {
        Target::Ledger { group, .. } => parts.push((0, *group)),
        Target::Order {
            programme,
            year,
            back_charge,
            ..
        } => {
            for line in plan.orders.iter().filter(|line| {
                is_of(line.programme, programme)
                    && line.year == *year
                    && line.back_charge == *back_charge
            }) {
                parts.extend(
                    line.groups
                        .iter()
                        .map(|(group, quantity)| (*quantity, *group)),
                );
            }
        }
        Target::Sum(when) => {
            let is_meant = |at: OrderWhen| when.is_none_or(|when| when == at);
            for line in plan.orders.iter().filter(|line| is_meant(line.when)) {
                parts.extend(
                    line.groups
                        .iter()
                        .map(|(group, quantity)| (*quantity, *group)),
                );
            }
        }
        Target::Unprotected { programme } => {
            let mut missing = plan
                .exposure
                .iter()
                .filter(|part| is_of(part.programme, programme) && part.is_missing(plan.as_of));
            let groups = missing.by_ref().flat_map(|part| part.groups.clone());
            parts.extend(groups.map(|group| (0, group)));
        }
    }
    parts.sort_by_key(|(quantity, group)| (std::cmp::Reverse(*quantity), *group));
    let mut groups = Vec::new();
    let mut seen = BTreeSet::new();
    for (_, group) in parts {
        if seen.insert(group) {
            groups.push(group);
        }
    }
    groups
}

/// The groups to look at one by one: all of a small estate, of a large one the largest of the
/// target and, beside them, the first others.
pub(super) fn looked_at(profile: &Profile, plan: &Plan, of_target: &[usize]) -> Vec<usize> {
    const OTHERS: usize = 4;
    let all = profile.groups.len();
    if all <= MOST_GROUPS {
        return (0..all).collect();
    }
    let own = of_target.iter().take(MOST_GROUPS - OTHERS).copied();
    let mut groups: BTreeSet<usize> = own.collect();
    let is_ordered: BTreeSet<usize> = of_target.iter().copied().collect();
    let mut others: Vec<(u64, usize)> = plan
        .ledger
        .iter()
        .filter(|row| !is_ordered.contains(&row.group))
        .map(|row| (row.endpoints, row.group))
        .collect();
    others.sort_by_key(|(endpoints, group)| (std::cmp::Reverse(*endpoints), *group));
    groups.extend(others.into_iter().take(OTHERS).map(|(_, group)| group));
    groups.into_iter().collect()
}

/// The fields that the plan itself names as the grounds of a target.
pub(super) fn rests_on(target: &Target, plan: &Plan) -> Vec<Field> {
    let mut fields: Vec<Field> = Vec::new();
    let mut add = |more: &[Field]| {
        for field in more {
            if !fields.contains(field) {
                fields.push(*field);
            }
        }
    };
    // Of every number: how many, since when, until when, and where.
    add(&[
        Field::Hosting,
        Field::LeavesOn,
        Field::Owned,
        Field::SharedEndpoints,
    ]);
    match target {
        Target::Ledger { group, .. } => {
            for row in plan.ledger.iter().filter(|row| row.group == *group) {
                add(&row.trace.fields);
            }
        }
        Target::Order { year, .. } => {
            for line in plan.orders.iter().filter(|line| line.year == *year) {
                add(&line.trace.fields);
            }
        }
        Target::Sum(_) => plan.orders.iter().for_each(|line| add(&line.trace.fields)),
        Target::Unprotected { .. } => {
            plan.exposure
                .iter()
                .for_each(|part| add(&part.trace.fields));
        }
    }
    fields
}
