//! The changes that are tried: one field, one other answer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::nature::Nature;
use crate::domain::field::{Answer, Field, FieldKind, Place, Scope};
use crate::domain::licensing::{CoverageYear, Hosting};
use crate::domain::profile::{DataId, EndpointGroup, Profile};
use crate::domain::programme::{HostGives, Programme};

/// One field answered otherwise, in one place or in several at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Move {
    pub(super) places: Vec<Place>,
    pub(super) field: Field,
    pub(super) answer: Answer,
}

/// The days on which something begins or ends under a programme.
pub(super) fn edges(programme: &Programme, product: Option<&str>) -> BTreeSet<NaiveDate> {
    let base = &programme.base;
    let mut days = BTreeSet::new();
    let mut add = |first: NaiveDate, last: NaiveDate| {
        days.insert(first);
        // The day after the last one is the first on which the year is over.
        days.extend(last.succ_opt());
    };
    let offers = base.offers.iter().flat_map(|offer| &offer.coverage);
    for window in base.coverage.iter().chain(offers) {
        add(window.first_day, window.last_day);
    }
    let own = product.and_then(|id| programme.product(id));
    for window in own.into_iter().flat_map(|(_, product)| &product.coverage) {
        add(window.first_day, window.last_day);
    }
    days
}

/// The coverage years that a programme sells.
fn years(programme: &Programme) -> BTreeSet<CoverageYear> {
    let base = &programme.base;
    let offers = base.offers.iter().flat_map(|offer| &offer.coverage);
    let windows = base.coverage.iter().chain(offers);
    windows.map(|window| window.year).collect()
}

/// The fields that a programme asks about at a scope and whose answers may be tried, those that the
/// target rests on first.
pub(super) fn fields(programme: &Programme, scope: Scope, rests_on: &[Field]) -> Vec<Field> {
    let asked = programme.questions.iter().map(|question| question.fills);
    let mut fields: Vec<Field> = Vec::new();
    for field in rests_on.iter().copied().chain(asked) {
        let is_tried = field.scope() == scope && Nature::of(field) != Nature::Label;
        if is_tried && !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields
}

/// The other answers of a field at a place, the likeliest first.
pub(super) fn answers(
    programme: &Programme,
    profile: &Profile,
    place: Place,
    field: Field,
    as_of: NaiveDate,
) -> Vec<Answer> {
    let group = match place {
        Place::Organisation => None,
        Place::Group(index) => profile.groups.get(index),
    };
    let product = group.and_then(|group| group.product.as_deref());
    let held = profile.answer(place, field);
    let mut found = match field.kind() {
        FieldKind::Choice => {
            let ids = programme.offered(field, product).into_iter();
            let mut answers: Vec<Answer> = ids.map(|id| Answer::One(id.into())).collect();
            if field == Field::Hosting {
                answers.sort_by_key(|answer| distance(group.and_then(|g| g.hosting), answer));
            }
            answers
        }
        FieldKind::Choices => choices(programme, field, &held),
        FieldKind::Date => edges(programme, product)
            .into_iter()
            .chain([as_of])
            .filter(|day| *day >= as_of)
            .map(Answer::Date)
            .collect(),
        FieldKind::Count => match (field, group) {
            (Field::SharedEndpoints, Some(group)) => shared(programme, profile, place, group),
            _ => Vec::new(),
        },
        FieldKind::YearCounts => group.map_or_else(Vec::new, |group| owned(programme, group)),
        FieldKind::Text | FieldKind::Quotes | FieldKind::Derived => Vec::new(),
    };
    found.retain(|answer| *answer != held);
    found
}

/// Virtual desktops go to virtual desktops first, machines to machines.
fn distance(from: Option<Hosting>, to: &Answer) -> u8 {
    let is_machine = matches!(
        from,
        Some(Hosting::OnPremisesVm | Hosting::AzureVm | Hosting::AzureVmware)
    );
    let Answer::One(id) = to else { return u8::MAX };
    match (&**id, is_machine) {
        ("azure-virtual-desktop", false) | ("azure-vm", true) => 0,
        ("windows-365", false) | ("azure-stack", true) => 1,
        ("azure-vm", false) | ("azure-vmware", true) => 2,
        _ => 3,
    }
}

/// A set with one answer more, or one less; of updates to install only all at once.
fn choices(programme: &Programme, field: Field, held: &Answer) -> Vec<Answer> {
    let all: Vec<DataId> = programme
        .offered(field, None)
        .into_iter()
        .map(DataId::from)
        .collect();
    if field == Field::Prerequisites {
        return vec![Answer::Many(all.into_iter().collect())];
    }
    let held = match held {
        Answer::Many(ids) => ids.clone(),
        _ => BTreeSet::new(),
    };
    let toggled = all.into_iter().map(|id| {
        let mut ids = held.clone();
        if !ids.remove(&id) {
            ids.insert(id);
        }
        Answer::Many(ids)
    });
    toggled.collect()
}

/// None of a group's endpoints counted elsewhere, or as many as another group can have: only PCs of
/// the same system that also reach these virtual machines are counted with their own group.
fn shared(
    programme: &Programme,
    profile: &Profile,
    place: Place,
    group: &Arc<EndpointGroup>,
) -> Vec<Answer> {
    let is_reached = |host| programme.host_gives(host) == HostGives::NothingByAccess;
    if !group.hosting.is_some_and(is_reached) {
        return vec![Answer::Count(0)];
    }
    let others = profile.groups.iter().enumerate();
    let most = others
        .filter(|(index, other)| {
            Place::Group(*index) != place
                && other.product == group.product
                && other.hosting == Some(Hosting::Physical)
        })
        .filter_map(|(_, other)| other.endpoint_count)
        .max();
    let all = group
        .endpoint_count
        .zip(most)
        .map(|(own, most)| own.min(most));
    [Some(0), all]
        .into_iter()
        .flatten()
        .map(Answer::Count)
        .collect()
}

/// All years up to one bought for all endpoints, or nothing: no year is sold without those before.
fn owned(programme: &Programme, group: &EndpointGroup) -> Vec<Answer> {
    let Some(endpoints) = group.endpoint_count else {
        return Vec::new();
    };
    let mut answers = Vec::new();
    let mut so_far = group.owned.clone().unwrap_or_default();
    for year in years(programme) {
        so_far.insert(year, endpoints);
        answers.push(Answer::Years(so_far.clone()));
    }
    answers.push(Answer::Years(BTreeMap::new()));
    answers.dedup();
    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets;

    /// What is tried for the second group beside the first, of that system and hosting.
    #[track_caller]
    fn check(product: &str, physical: Hosting, second: Hosting, expected: &[u32]) {
        let group = |product: &str, hosting, count| EndpointGroup {
            product: Some(product.into()),
            hosting: Some(hosting),
            endpoint_count: Some(count),
            shared_endpoint_count: Some(7),
            ..EndpointGroup::default()
        };
        let first = group(product, physical, 30);
        let second = group("windows-7", second, 50);
        let profile = Profile {
            groups: [first, second].map(Arc::new).to_vec(),
            ..Profile::default()
        };
        let programme = assets::catalogue().unwrap().get("windows-7").unwrap();
        let as_of = NaiveDate::from_ymd_opt(2020, 3, 1).unwrap();
        let place = Place::Group(1);
        let found = answers(programme, &profile, place, Field::SharedEndpoints, as_of);
        let expected: Vec<Answer> = expected.iter().map(|count| Answer::Count(*count)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn only_endpoints_that_reach_virtual_desktops_of_their_own_system_are_counted_elsewhere() {
        use Hosting::{AzureVm, OnPremisesVdi, OnPremisesVm, Physical};
        check("windows-7", Physical, OnPremisesVdi, &[0, 30]);
        check("windows-10-22h2", Physical, OnPremisesVdi, &[0]);
        check("windows-7", AzureVm, OnPremisesVdi, &[0]);
        check("windows-7", Physical, OnPremisesVm, &[0]);
        check("windows-7", Physical, Physical, &[0]);
    }
}
