//! The spaces of profiles and days that are tried, and a profile in one line.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::for_each_condition;
use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, FieldKind, Place, Scope};
use crate::domain::guide::condition::Condition;
use crate::domain::licensing::CoverageYear;
use crate::domain::profile::{EndpointGroup, Profile};
use crate::domain::programme::{Eligibility, Product, Programme, Route};

/// How many endpoints a tried group has.
pub(super) const ENDPOINTS: u32 = 10;

/// Both sides of every day on which something changes.
pub(super) fn days(programme: &Programme) -> Vec<NaiveDate> {
    let mut edges = BTreeSet::new();
    for product in &programme.base.products {
        edges.extend(edges_of(programme, Some(product)));
    }
    for_each_condition(programme, &mut |_, _, condition| {
        condition.for_each(&mut |part| {
            if let Condition::OnOrAfter(day) = part {
                edges.insert(*day);
            }
        });
    });
    both_sides(&edges)
}

/// Both sides of every day on which something changes for one system.
pub(super) fn days_of(programme: &Programme, product: Option<&str>) -> Vec<NaiveDate> {
    let product = product.and_then(|id| programme.product(id));
    both_sides(&edges_of(programme, product.map(|(_, product)| product)))
}

pub(super) fn edges_of(programme: &Programme, product: Option<&Product>) -> BTreeSet<NaiveDate> {
    let base = &programme.base;
    let mut edges = BTreeSet::from([base.end_of_support]);
    let own = base.offers.iter().flat_map(|offer| &offer.coverage);
    for window in base.coverage.iter().chain(own) {
        edges.extend([window.first_day, window.last_day]);
    }
    for sales in base.offers.iter().flat_map(|offer| &offer.sales) {
        edges.extend([sales.first_day, sales.last_day]);
    }
    if let Some(product) = product {
        edges.extend(product.end_of_support);
        for window in &product.coverage {
            edges.extend([window.first_day, window.last_day]);
        }
    }
    edges
}

pub(super) fn both_sides(edges: &BTreeSet<NaiveDate>) -> Vec<NaiveDate> {
    let mut days = BTreeSet::new();
    for edge in edges {
        days.extend(
            [edge.pred_opt(), Some(*edge), edge.succ_opt()]
                .into_iter()
                .flatten(),
        );
    }
    days.into_iter().collect()
}

/// Every system with every edition, and both unknown.
pub(super) fn systems(programme: &Programme) -> Vec<(Option<String>, Option<String>)> {
    let mut systems = vec![(None, None)];
    for product in &programme.base.products {
        systems.push((Some(product.id.to_string()), None));
        for edition in &product.editions {
            systems.push((Some(product.id.to_string()), Some(edition.id.to_string())));
        }
    }
    systems
}

pub(super) fn is_eligible(programme: &Programme, edition: &str) -> bool {
    programme
        .base
        .products
        .iter()
        .filter(|product| product.route == Route::Licence)
        .flat_map(|product| &product.editions)
        .any(|known| &*known.id == edition && known.eligibility == Eligibility::Eligible)
}

/// Whether licences are bought for a system and edition.
pub(super) fn is_licensed(
    programme: &Programme,
    (product, edition): &(Option<String>, Option<String>),
) -> bool {
    let product = product.as_deref().and_then(|id| programme.product(id));
    let Some((_, product)) = product.filter(|(_, p)| p.route == Route::Licence) else {
        return false;
    };
    match edition {
        Some(id) => {
            let mut editions = product.editions.iter();
            editions.any(|e| *e.id == **id && e.eligibility == Eligibility::Eligible)
        }
        None => product.editions.is_empty(),
    }
}

pub(super) fn one(id: &str) -> Answer {
    Answer::One(id.into())
}

pub(super) fn many(ids: &[&str]) -> Answer {
    Answer::Many(ids.iter().map(|id| Arc::from(*id)).collect())
}

/// The years that count for a system, with their first days: the programme's or its own.
pub(super) fn windows_of(
    programme: &Programme,
    product: Option<&str>,
) -> Vec<(CoverageYear, NaiveDate)> {
    let product = product.and_then(|id| programme.product(id));
    match product {
        Some((_, product)) if !product.coverage.is_empty() => {
            let own = product.coverage.iter();
            own.map(|window| (window.year, window.first_day)).collect()
        }
        _ => {
            let windows = programme.base.coverage.iter();
            windows
                .map(|window| (window.year, window.first_day))
                .collect()
        }
    }
}

/// The answers for a field of owned years, where no system is chosen.
pub(super) fn owned_answers(programme: &Programme) -> Vec<Answer> {
    let base = &programme.base;
    let own = base.products.iter().map(|product| product.coverage.len());
    let most = own.max().unwrap_or(0).max(base.coverage.len());
    let years = (1..=u8::try_from(most).unwrap_or(6)).filter_map(CoverageYear::new);
    owned_answers_of(&years.collect::<Vec<_>>())
}

/// Nothing bought, each run of years from the first, a part, and a gap.
pub(super) fn owned_answers_of(years: &[CoverageYear]) -> Vec<Answer> {
    let mut answers = vec![Answer::Unknown, Answer::Years(BTreeMap::new())];
    for last in 1..=years.len() {
        answers.push(Answer::Years(
            years
                .iter()
                .take(last)
                .map(|year| (*year, ENDPOINTS))
                .collect(),
        ));
    }
    answers.push(Answer::Years(
        years
            .iter()
            .take(1)
            .map(|year| (*year, ENDPOINTS / 2))
            .collect(),
    ));
    answers.push(Answer::Years(
        years
            .iter()
            .skip(1)
            .take(1)
            .map(|year| (*year, ENDPOINTS))
            .collect(),
    ));
    answers
}

pub(super) fn base_profile(product: Option<&str>, edition: Option<&str>) -> Profile {
    Profile {
        groups: vec![Arc::new(EndpointGroup {
            product: product.map(Arc::from),
            edition: edition.map(Arc::from),
            endpoint_count: Some(ENDPOINTS),
            ..EndpointGroup::default()
        })],
        ..Profile::default()
    }
}

/// Fills a field, in the first group where it is a group's; a value that does not fit is skipped.
pub(super) fn set(profile: &mut Profile, field: Field, answer: &Answer) -> bool {
    let place = match field.scope() {
        Scope::Group => Place::Group(0),
        Scope::Organisation | Scope::Derived => Place::Organisation,
    };
    profile.set_answer(place, field, answer).is_ok()
}

/// The answers that a field is tried with: unknown, each value, and for sets none and all too.
pub(super) fn with_unknown(programme: &Programme, field: Field) -> Vec<Answer> {
    // A file may hold a host that the programme does not name.
    let ids = match field {
        Field::Hosting => programme.vocabulary().ids(field),
        _ => programme.offered(field, None),
    };
    let mut answers = vec![Answer::Unknown];
    match field.kind() {
        FieldKind::Choice => answers.extend(ids.iter().map(|id| one(id))),
        FieldKind::Choices => {
            answers.push(many(&[]));
            answers.extend(ids.iter().map(|id| many(&[id])));
            answers.push(many(&ids));
        }
        FieldKind::Text => answers.push(Answer::Text("EUR".to_owned())),
        FieldKind::Count => answers.push(Answer::Count(ENDPOINTS)),
        FieldKind::Date => answers.push(Answer::Date(programme.last_day())),
        FieldKind::YearCounts => answers = owned_answers(programme),
        FieldKind::Quotes => {
            let quotes = programme.skus.iter().map(|sku| (sku.id.clone(), 100));
            let quotes: BTreeMap<_, _> = quotes.collect();
            if !quotes.is_empty() {
                answers.push(Answer::Quotes(quotes));
            }
        }
        FieldKind::Derived => {}
    }
    answers
}

/// Calls `visit` for the full product of these fields' answers.
pub(super) fn for_product(
    programme: &Programme,
    fields: &[Field],
    profile: &mut Profile,
    visit: &mut impl FnMut(&Profile),
) {
    let Some((field, rest)) = fields.split_first() else {
        visit(profile);
        return;
    };
    let before = profile.clone();
    for answer in with_unknown(programme, *field) {
        if set(profile, *field, &answer) {
            for_product(programme, rest, profile, visit);
        }
    }
    *profile = before;
}

pub(super) fn known_fields(profile: &Profile) -> usize {
    known(profile).count()
}

pub(super) fn known(profile: &Profile) -> impl Iterator<Item = (Place, Field)> {
    let organisation = Field::ALL
        .iter()
        .filter(|field| field.scope() == Scope::Organisation)
        .map(|field| (Place::Organisation, *field));
    let groups = (0..profile.groups.len()).flat_map(|position| {
        Field::ALL
            .iter()
            .filter(|field| field.scope() == Scope::Group)
            .map(move |field| (Place::Group(position), *field))
    });
    organisation
        .chain(groups)
        .filter(|(place, field)| profile.answer(*place, *field) != Answer::Unknown)
}

/// A profile in one line: the day and every known field.
pub(super) fn describe(profile: &Profile, day: NaiveDate) -> String {
    let mut parts = vec![format!("on {day}")];
    if profile.groups.is_empty() {
        parts.push("no group".to_owned());
    }
    for (place, field) in known(profile) {
        let answer = match profile.answer(place, field) {
            Answer::Unknown => continue,
            Answer::Text(text) => text,
            Answer::One(id) => id.to_string(),
            Answer::Many(ids) if ids.is_empty() => "none".to_owned(),
            Answer::Many(ids) => ids.iter().map(|id| &**id).collect::<Vec<_>>().join("+"),
            Answer::Count(count) => count.to_string(),
            Answer::Date(day) => day.to_string(),
            Answer::Years(years) if years.is_empty() => "none".to_owned(),
            Answer::Years(years) => years
                .iter()
                .map(|(year, quantity)| format!("{}:{quantity}", year.number()))
                .collect::<Vec<_>>()
                .join("+"),
            Answer::Quotes(quotes) => format!("{} quotes", quotes.len()),
        };
        parts.push(match place {
            Place::Organisation | Place::Group(0) => format!("{} {answer}", field.id()),
            Place::Group(position) => format!("group {} {} {answer}", position + 1, field.id()),
        });
    }
    parts.join(", ")
}
