//! Which column of a sheet holds which field.

use std::collections::BTreeSet;

use super::sheet::Sheet;
use super::synonyms::{OTHER_NAMES, TOTAL, VERSION_HEADS};
use super::values::{Cell, Values};
use super::{group_fields, plain_words};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;
use crate::i18n::{self, tr};

/// The field that a column's head names, whatever its language, case and diacritics: the whole head,
/// the head without what stands in brackets, or one of several that it names.
pub fn head_of(head: &str) -> Option<Field> {
    let plain = head.split(['(', '[']).next().unwrap_or_default();
    let parts = plain.split(['/', '|', ',', '\n']);
    let parts = [head, plain].into_iter().chain(parts);
    parts.into_iter().find_map(named_field)
}

/// Whether a column holds no field, but the version of the system.
pub(super) fn is_version_head(head: &str) -> bool {
    let words = plain_words(head);
    VERSION_HEADS.iter().any(|name| plain_words(name) == words)
}

/// Whether a column holds the number of a whole row, not that of each endpoint.
pub(super) fn is_total_head(head: &str) -> bool {
    let words = plain_words(head);
    words.iter().any(|word| TOTAL.contains(&word.as_str()))
}

fn named_field(head: &str) -> Option<Field> {
    let words = plain_words(head);
    if words.is_empty() {
        return None;
    }
    let is_named = |field: &Field| {
        let own = [Language::English, Language::Polish];
        field.id() == head.trim()
            || own
                .iter()
                .any(|language| plain_words(&i18n::field(*language, *field)) == words)
    };
    group_fields().find(is_named).or_else(|| {
        let other = OTHER_NAMES.iter().find(|(_, names)| {
            let mut names = names.iter();
            names.any(|name| plain_words(name) == words)
        });
        other
            .map(|(field, _)| *field)
            .or_else(|| shown_head(&words))
    })
}

/// A column as our own table heads it.
fn shown_head(words: &[String]) -> Option<Field> {
    for language in [Language::English, Language::Polish] {
        for (field, head) in [
            (Field::GroupName, tr(language, "profile-column-group")),
            (Field::Product, tr(language, "profile-column-system")),
            (Field::Hosting, tr(language, "profile-column-hosting")),
            (Field::LicenceOrigin, tr(language, "profile-column-licence")),
            (Field::LeavesOn, tr(language, "profile-column-leaves-on")),
            (Field::Endpoints, tr(language, "plan-ui-column-endpoints")),
        ] {
            if plain_words(&head) == words {
                return Some(field);
            }
        }
    }
    None
}

/// Whether the first row names the columns: at least half of what stands there does, or some of it
/// where no number stands among it.
pub fn has_heads(sheet: &Sheet) -> bool {
    let mut all = 0;
    let mut named = 0;
    let mut numbers = 0;
    for column in 0..sheet.width {
        let head = sheet.cell(0, column);
        all += usize::from(!head.is_empty());
        named += usize::from(head_of(head).is_some() || is_version_head(head));
        numbers += usize::from(head.starts_with(|sign: char| sign.is_ascii_digit()));
    }
    named > 0 && (named * 2 >= all || (named > 1 && numbers == 0))
}

/// What each column holds, as far as its head says, and where there are no heads what stands in it.
pub fn guess_columns(
    catalogue: &Catalogue,
    language: Language,
    sheet: &Sheet,
    has_heads: bool,
) -> Vec<Option<Field>> {
    let mut taken = BTreeSet::new();
    let mut columns: Vec<Option<Field>> = (0..sheet.width)
        .map(|column| {
            let field = head_of(sheet.cell(0, column)).filter(|_| has_heads);
            field.filter(|field| taken.insert(*field))
        })
        .collect();
    if has_heads {
        return columns;
    }
    /// What can be told by looking at the cells, the surest first.
    const TOLD: [Field; 6] = [
        Field::Product,
        Field::LeavesOn,
        Field::Endpoints,
        Field::Hosting,
        Field::LicenceOrigin,
        Field::Connectivity,
    ];
    let mut values = Values::new(catalogue, language);
    for field in TOLD {
        let share = |column: usize, values: &mut Values<'_>| {
            let cells = (0..sheet.rows.len().min(50)).map(|row| sheet.cell(row, column));
            let (mut all, mut read) = (0, 0);
            for cell in cells.filter(|cell| !cell.is_empty()) {
                all += 1;
                read += usize::from(matches!(values.read(field, cell, None), Cell::Holds(_)));
            }
            if read * 2 > all { read } else { 0 }
        };
        let mut best = None;
        for (column, held) in columns.iter().enumerate() {
            let read = share(column, &mut values);
            if held.is_none() && read > best.map_or(0, |(_, most)| most) {
                best = Some((column, read));
            }
        }
        if let Some((column, _)) = best
            && let Some(held) = columns.get_mut(column)
        {
            *held = Some(field);
        }
    }
    if let Some(first) = columns.iter_mut().find(|column| column.is_none()) {
        *first = Some(Field::GroupName);
    }
    columns
}
