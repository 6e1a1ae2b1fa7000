//! From cells to endpoint groups, with a list of everything that was not understood.

use std::sync::Arc;

use super::heads::{is_total_head, is_version_head};
use super::sheet::Sheet;
use super::synonyms::TOTAL;
use super::value_words;
use super::values::{Cell, Values};
use crate::domain::field::{Answer, Field, Place};
use crate::domain::profile::{EndpointGroup, Profile};
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;
use crate::i18n::{count, tr_with};

/// A cell that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trouble {
    /// The position of its row in the sheet.
    pub row: usize,
    /// The position of its column.
    pub column: usize,
    /// What it should hold.
    pub field: Field,
    /// Why it was not understood, in words.
    pub why: String,
}

/// What was read of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// A group for each row after the heads; what was not understood is unknown in it.
    pub groups: Vec<Arc<EndpointGroup>>,
    /// The position in the sheet of each group's row.
    pub rows: Vec<usize>,
    /// The positions of rows that sum the others up and make no group.
    pub sums: Vec<usize>,
    /// The position of a column that is no field, but tells versions of a system apart.
    pub version_column: Option<usize>,
    /// The position of a column with the cores of all endpoints of a row together.
    pub total_column: Option<usize>,
    /// What was not understood, row by row.
    pub troubles: Vec<Trouble>,
}

impl Reading {
    /// The groups whose rows were understood wholly.
    pub fn understood(&self) -> Vec<Arc<EndpointGroup>> {
        let is_whole = |row: usize| {
            let found = self.troubles.binary_search_by(|t| t.row.cmp(&row));
            found.is_err()
        };
        let groups = self.groups.iter().zip(&self.rows);
        groups
            .filter(|(_, row)| is_whole(**row))
            .map(|(group, _)| Arc::clone(group))
            .collect()
    }

    /// Why a cell was not understood.
    pub fn trouble(&self, row: usize, column: usize) -> Option<&Trouble> {
        let key = (row, column);
        let found = self
            .troubles
            .binary_search_by(|t| (t.row, t.column).cmp(&key));
        self.troubles.get(found.ok()?)
    }
}

/// Reads the rows of a sheet.
pub fn read_groups(
    catalogue: &Catalogue,
    language: Language,
    sheet: &Sheet,
    columns: &[Option<Field>],
    has_heads: bool,
) -> Reading {
    let mut values = Values::new(catalogue, language);
    let mut reading = Reading::default();
    // An edition is told by its system, so systems are read first.
    let mut order: Vec<(usize, Field)> = columns
        .iter()
        .enumerate()
        .filter_map(|(column, field)| Some((column, (*field)?)))
        .collect();
    // Of how many a total is told before it.
    order.sort_by_key(|(column, field)| {
        let rank = match field {
            Field::Product => 0,
            Field::Endpoints => 1,
            _ => 2,
        };
        (rank, *column)
    });
    let all = columns.iter().enumerate();
    let mut free = all.filter(|(_, field)| field.is_none());
    reading.version_column = free
        .find(|(column, _)| has_heads && is_version_head(sheet.cell(0, *column)))
        .map(|(column, _)| column);
    let cores = columns
        .iter()
        .position(|field| *field == Some(Field::Cores));
    reading.total_column =
        cores.filter(|column| has_heads && is_total_head(sheet.cell(0, *column)));
    let mut sum = 0;
    for row in usize::from(has_heads)..sheet.rows.len() {
        if is_sum(sheet, columns, row, sum) {
            reading.sums.push(row);
            continue;
        }
        let mut profile = Profile::default();
        profile.groups.push(Arc::default());
        let first = reading.troubles.len();
        for (column, field) in &order {
            let text = sheet.cell(row, *column);
            let product = profile.answer(Place::Group(0), Field::Product);
            let product = match &product {
                Answer::One(id) => Some(&**id),
                _ => None,
            };
            let read = match (field, reading.version_column) {
                (Field::Product, Some(version)) => {
                    values.read_versioned(text, sheet.cell(row, version))
                }
                _ => values.read(*field, text, product),
            };
            let is_total = reading.total_column == Some(*column);
            let read = match read {
                Cell::Holds(answers) if is_total => {
                    let endpoints = profile.answer(Place::Group(0), Field::Endpoints);
                    each_of(language, &answers, &endpoints)
                }
                other => other,
            };
            let why = match read {
                Cell::Unknown => continue,
                Cell::Wrong(why) => why,
                Cell::Holds(answers) => {
                    let place = Place::Group(0);
                    let taken = answers
                        .iter()
                        .try_for_each(|(field, answer)| profile.set_answer(place, *field, answer));
                    match taken {
                        Ok(()) => continue,
                        Err(error) => error.to_string(),
                    }
                }
            };
            reading.troubles.push(Trouble {
                row,
                column: *column,
                field: *field,
                why,
            });
        }
        if let Some(troubles) = reading.troubles.get_mut(first..) {
            troubles.sort_by_key(|trouble| trouble.column);
        }
        let counts = profile.groups.iter().filter_map(|it| it.endpoint_count);
        sum = counts.map(u64::from).fold(sum, u64::saturating_add);
        reading.rows.push(row);
        reading.groups.append(&mut profile.groups);
    }
    reading
}

/// Whether a row only sums up those above: it is called so and has no system, or holds nothing but
/// the sum of their endpoints.
fn is_sum(sheet: &Sheet, columns: &[Option<Field>], row: usize, sum: u64) -> bool {
    let column_of = |field: Field| columns.iter().position(|held| *held == Some(field));
    let text = |field: Field| column_of(field).map_or("", |column| sheet.cell(row, column));
    if !text(Field::Product).is_empty() {
        return false;
    }
    let is_called_so = (0..sheet.width).any(|column| {
        let words = value_words(sheet.cell(row, column));
        let mut words = words.iter().filter(|word| word.parse::<u64>().is_err());
        let mut has_any = false;
        words.all(|word| {
            has_any = true;
            TOTAL.contains(&word.as_str())
        }) && has_any
    });
    let held = (0..sheet.width).filter(|column| !sheet.cell(row, *column).is_empty());
    let is_alone = sheet.width > 1 && held.eq(column_of(Field::Endpoints));
    let digits: String = text(Field::Endpoints)
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    is_called_so || (is_alone && sum > 0 && digits.parse() == Ok(sum))
}

/// What each endpoint has of a number that all of a row have together.
fn each_of(language: Language, total: &[(Field, Answer)], endpoints: &Answer) -> Cell {
    let [(field, Answer::Count(total))] = total else {
        return Cell::Unknown;
    };
    let endpoints = match endpoints {
        Answer::Count(endpoints) => *endpoints,
        _ => 0,
    };
    match total.checked_rem(endpoints) {
        Some(0) => Cell::Holds(vec![(*field, Answer::Count(total / endpoints))]),
        _ => Cell::Wrong(tr_with(
            language,
            "groups-why-total",
            &[
                ("total", count(u64::from(*total))),
                ("endpoints", count(u64::from(endpoints))),
            ],
        )),
    }
}
