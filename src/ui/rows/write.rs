//! Endpoint groups as text for a spreadsheet, with everything that they hold.

use std::sync::Arc;

use super::group_fields;
use crate::domain::field::{Answer, Field, FieldKind, group_answer};
use crate::domain::profile::EndpointGroup;
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;
use crate::i18n::{self, tr, tr_with};
use crate::ui::tsv;

/// The columns that are written even where no group holds them.
const ALWAYS: [Field; 6] = [
    Field::GroupName,
    Field::Product,
    Field::Edition,
    Field::Endpoints,
    Field::Hosting,
    Field::LeavesOn,
];

/// Some groups with a row of heads; what nobody knows is empty, and what no group holds has no
/// column. [`super::read_groups`] reads it back as it was.
pub fn groups_as_tsv<'g>(
    language: Language,
    catalogue: &Catalogue,
    groups: impl IntoIterator<Item = &'g Arc<EndpointGroup>>,
) -> String {
    let groups: Vec<&Arc<EndpointGroup>> = groups.into_iter().collect();
    let holds = |field: Field| {
        let mut groups = groups.iter();
        groups.any(|group| group_answer(group, field) != Answer::Unknown)
    };
    let fields: Vec<Field> = group_fields()
        .filter(|field| ALWAYS.contains(field) || holds(*field))
        .collect();
    let mut text = String::new();
    tsv::push_row(&mut text, fields.iter().map(|f| i18n::field(language, *f)));
    for group in groups {
        let cells = fields.iter().map(|field| {
            let answer = group_answer(group, *field);
            cell_words(language, catalogue, group, *field, &answer)
        });
        tsv::push_row(&mut text, cells);
    }
    text
}

fn cell_words(
    language: Language,
    catalogue: &Catalogue,
    group: &EndpointGroup,
    field: Field,
    answer: &Answer,
) -> String {
    let one = |id: &str| match (field, group.product.as_deref()) {
        (Field::Edition, Some(product)) => {
            let product = catalogue.product(product);
            let edition = product.and_then(|p| p.editions.iter().find(|e| &*e.id == id));
            edition.map_or_else(
                || i18n::answer(language, catalogue, field, id),
                |edition| edition.name.get(language).to_owned(),
            )
        }
        _ => i18n::answer(language, catalogue, field, id),
    };
    match answer {
        Answer::Unknown | Answer::Quotes(_) => String::new(),
        Answer::Text(text) => text.clone(),
        Answer::One(id) => one(id),
        Answer::Many(ids) if ids.is_empty() => tr(language, "widget-none-of-them"),
        Answer::Many(ids) => {
            let names: Vec<String> = ids.iter().map(|id| one(id)).collect();
            names.join("; ")
        }
        Answer::Count(number) => number.to_string(),
        Answer::Date(day) => day.format("%Y-%m-%d").to_string(),
        Answer::Years(years) if years.is_empty() => tr(language, "widget-nothing-bought"),
        Answer::Years(years) => {
            debug_assert_eq!(field.kind(), FieldKind::YearCounts);
            let parts: Vec<String> = years
                .iter()
                .map(|(year, quantity)| {
                    let year = year.number().to_string();
                    let year = tr_with(language, "widget-year", &[("year", year.into())]);
                    format!("{year}: {quantity}")
                })
                .collect();
            parts.join("; ")
        }
    }
}
