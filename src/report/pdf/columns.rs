//! How wide the columns of a table are: as a browser does it, from the longest word and the whole
//! text of each. It is worked out here, as the layout would set every cell twice for it.

use super::letters::{REGULAR, SEMIBOLD};

/// Left and right of what stands in a cell, in points; `style.typ` has the same.
const INSET: f64 = 4.0;
/// The dot before a verdict, and the room of a chip's frame beside its letters.
const DOT: f64 = 10.0;
const CHIP: f64 = 8.0;
const CHIP_LETTER: f64 = 6.5 * 0.6;
/// A text up to this width, in ems, keeps to one line.
const SHORT: f64 = 6.8;
/// How large a heading is beside the texts below it.
const HEADING: f64 = 0.94;
/// A table from this part of the room on takes all of it.
const NEARLY_FULL: f64 = 0.6;
/// The sizes that a table is set in: the first in which its words fit.
const SIZES: [f64; 4] = [8.5, 8.0, 7.5, 7.0];

/// What has to fit into a column, in ems of the table's size, and what is added in points.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Need {
    longest: f64,
    whole: f64,
    added: f64,
}

impl Need {
    pub(super) fn text(&mut self, text: &str, is_strong: bool) {
        let measure = if is_strong { &SEMIBOLD } else { &REGULAR };
        let whole = measure.width(text);
        // A day or two short words are not worth a second line.
        let longest = if whole <= SHORT {
            whole
        } else {
            measure.longest_word(text)
        };
        self.longest = self.longest.max(longest);
        self.whole = self.whole.max(whole);
    }

    /// A heading, which may break between words.
    pub(super) fn heading(&mut self, text: &str) {
        self.longest = self.longest.max(SEMIBOLD.longest_word(text) * HEADING);
        self.whole = self.whole.max(SEMIBOLD.width(text) * HEADING);
    }

    /// A number keeps to one line.
    pub(super) fn number(&mut self, text: &str, is_strong: bool) {
        let measure = if is_strong { &SEMIBOLD } else { &REGULAR };
        let width = measure.width(text);
        self.longest = self.longest.max(width);
        self.whole = self.whole.max(width);
    }

    pub(super) fn dot(&mut self) {
        self.added = self.added.max(DOT);
    }

    /// Chips in their own size; two stand beside one another where there are many.
    pub(super) fn chips<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        let Some(size) = SIZES.first() else { return };
        let mut all = 0.0;
        for id in ids {
            let chip = (f64_of(id.chars().count()) * CHIP_LETTER + CHIP) / size;
            self.longest = self.longest.max(chip);
            all += chip;
        }
        let most = self.longest * 2.0;
        self.whole = self.whole.max(if all > most { most } else { all });
    }
}

/// The columns' widths in points, and the size of their texts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Widths {
    pub(super) size: f64,
    pub(super) columns: Vec<f64>,
}

/// Divides a width among columns.
pub(super) fn widths(needs: &[Need], room: f64) -> Widths {
    let least_at = |size: f64| -> Vec<f64> {
        let needs = needs.iter();
        needs
            .map(|need| need.longest * size + need.added + 2.0 * INSET + 0.5)
            .collect()
    };
    let fits = |size: &&f64| least_at(**size).iter().sum::<f64>() <= room;
    let smallest = SIZES.last().copied().unwrap_or(7.0);
    let size = SIZES.iter().find(fits).copied().unwrap_or(smallest);
    let least = least_at(size);
    let most: Vec<f64> = needs
        .iter()
        .zip(&least)
        .map(|(need, least)| {
            let whole = need.whole * size + need.added + 2.0 * INSET + 0.5;
            whole.max(*least)
        })
        .collect();
    let (least_sum, most_sum): (f64, f64) = (least.iter().sum(), most.iter().sum());
    let columns = if most_sum <= room * NEARLY_FULL {
        most
    } else if most_sum <= room {
        // Nearly as wide as the page: then as wide as the page, for the sake of the edge.
        most.iter().map(|most| most * room / most_sum).collect()
    } else if least_sum <= room {
        let part = (room - least_sum) / (most_sum - least_sum);
        let both = least.iter().zip(&most);
        both.map(|(least, most)| least + (most - least) * part)
            .collect()
    } else {
        // Words break then, in the widest columns most.
        least.iter().map(|least| least * room / least_sum).collect()
    };
    Widths { size, columns }
}

fn f64_of(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn need(text: &str) -> Need {
        let mut need = Need::default();
        need.text(text, false);
        need
    }

    #[test]
    fn short_columns_get_what_they_need_and_long_ones_the_rest() {
        let needs = [need("14 Jan 2020"), need(&"some words ".repeat(40))];
        let found = widths(&needs, 480.0);
        assert!((found.columns.iter().sum::<f64>() - 480.0).abs() < 0.01);
        assert!(
            found.columns[0] < 90.0 && found.columns[0] > 40.0,
            "{found:?}"
        );
        assert!((found.size - 8.5).abs() < f64::EPSILON);
    }

    #[test]
    fn a_table_never_is_wider_than_the_page() {
        let needs = vec![need("Przedsiębiorstwo"); 12];
        let found = widths(&needs, 480.0);
        assert!(found.columns.iter().sum::<f64>() <= 480.01);
        assert!((found.size - 7.0).abs() < f64::EPSILON);
    }
}
