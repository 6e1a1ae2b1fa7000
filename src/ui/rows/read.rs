//! From cells to endpoint groups, with a list of everything that was not understood.

use std::sync::Arc;

use super::sheet::Sheet;
use super::values::{Cell, Values};
use crate::domain::field::{Answer, Field, Place};
use crate::domain::profile::{EndpointGroup, Profile};
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;

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
    order.sort_by_key(|(column, field)| (*field != Field::Product, *column));
    for row in usize::from(has_heads)..sheet.rows.len() {
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
            let why = match values.read(*field, text, product) {
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
        reading.rows.push(row);
        reading.groups.append(&mut profile.groups);
    }
    reading
}
