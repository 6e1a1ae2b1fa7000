//! How wide the columns of a table are. It is worked out here from the widths of all words: the
//! typesetter would set every cell twice for it, and lets long words stand out of their column.

use super::letters::{NO_BREAK_SPACE, REGULAR, SEMIBOLD};

/// Left and right of what stands in a cell, in points; `style.typ` has the same.
const INSET: f64 = 4.0;
/// The dot before a verdict, and the room of a chip's frame beside its letters.
const DOT: f64 = 10.0;
const CHIP: f64 = 8.0;
const CHIP_LETTER: f64 = 6.5 * 0.6;
/// A table from this part of the room on takes all of it.
const NEARLY_FULL: f64 = 0.6;
/// A text up to this width, in ems, keeps to one line.
const SHORT: f64 = 6.8;
/// How large a heading is beside the texts below it.
const HEADING: f64 = 0.94;
/// Added to each column, as kerning and rounding may differ from what is worked out.
const SLACK: f64 = 0.6;
/// The sizes that a table is set in: the first in which its rows are not too tall.
const SIZES: [f64; 3] = [8.5, 8.0, 7.5];
/// Rows with more lines than this on average are too tall.
const TALL: f64 = 2.0;
/// No more rows than this are looked at: of a longer table every second one, every fourth, and so
/// on. An even number.
const ROWS: usize = 400;

/// What has to fit into a column, in ems of the table's size, and what is added in points.
#[derive(Clone, Debug, Default)]
pub(super) struct Need {
    /// The widest part of a cell that can't be broken.
    longest: f64,
    /// The same where words that belong together may part.
    loose: f64,
    /// Cells on one line, the heading first.
    cells: Vec<f64>,
    /// How many cells there were.
    seen: usize,
    /// One cell of this many is kept, as a power of two: the same rows in all columns of a table.
    halvings: u32,
    added: f64,
}

impl Need {
    pub(super) fn text(&mut self, text: &str, is_strong: bool) {
        let measure = if is_strong { &SEMIBOLD } else { &REGULAR };
        let whole = measure.width(text);
        let words = text.split(NO_BREAK_SPACE);
        let words = words.map(|word| measure.longest_word(word));
        let loose = words.fold(0.0, f64::max);
        // A day or two short words are not worth a second line.
        let longest = if whole <= SHORT {
            whole
        } else {
            measure.longest_word(text)
        };
        self.add(longest, loose, whole);
    }

    /// A number, which keeps to one line whatever the room.
    pub(super) fn number(&mut self, text: &str, is_strong: bool) {
        let measure = if is_strong { &SEMIBOLD } else { &REGULAR };
        let longest = measure.longest_word(text);
        self.add(longest, longest, measure.width(text));
    }

    /// A heading, which may break between words.
    pub(super) fn heading(&mut self, text: &str) {
        let longest = SEMIBOLD.longest_word(text) * HEADING;
        self.add(longest, longest, SEMIBOLD.width(text) * HEADING);
    }

    /// A cell that needs nothing of its column.
    pub(super) fn nothing(&mut self) {
        self.add(0.0, 0.0, 0.0);
    }

    pub(super) fn dot(&mut self) {
        self.added = self.added.max(DOT);
    }

    /// Chips in their own size.
    pub(super) fn chips<'a>(&mut self, ids: impl Iterator<Item = &'a str>) {
        let [size, ..] = SIZES;
        let chips = ids.map(|id| (f64_of(id.chars().count()) * CHIP_LETTER + CHIP) / size);
        let (mut longest, mut whole) = (0.0, 0.0);
        for chip in chips {
            longest = f64::max(longest, chip);
            whole += chip;
        }
        self.add(longest, longest, whole);
    }

    fn add(&mut self, longest: f64, loose: f64, whole: f64) {
        self.longest = self.longest.max(longest);
        self.loose = self.loose.max(loose);
        if self.seen.is_multiple_of(1 << self.halvings) {
            if self.cells.len() == ROWS {
                let mut is_kept = false;
                self.cells.retain(|_| {
                    is_kept = !is_kept;
                    is_kept
                });
                self.halvings += 1;
            }
            self.cells.push(whole);
        }
        self.seen += 1;
    }

    fn least(&self, size: f64, is_loose: bool) -> f64 {
        let longest = if is_loose { self.loose } else { self.longest };
        longest * size + self.around()
    }

    /// What is in the column beside its texts.
    fn around(&self) -> f64 {
        self.added + 2.0 * INSET + SLACK
    }
}

/// The columns' widths in points, and the size of their texts.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Widths {
    pub(super) size: f64,
    pub(super) columns: Vec<f64>,
    /// How many lines a row has, on average.
    pub(super) lines: f64,
    /// Words that belong together have to part.
    pub(super) is_loose: bool,
    /// Some words are longer than their column and have to be divided.
    pub(super) divides: bool,
}

/// Divides a width among columns so that the rows have few lines.
pub(super) fn widths(needs: &[Need], room: f64) -> Widths {
    let mut found: Option<Widths> = None;
    let tight = SIZES.into_iter().map(|size| (size, false));
    for (size, is_loose) in tight.chain(SIZES.last().map(|size| (*size, true))) {
        if is_loose && found.is_some() {
            break;
        }
        let least = needs.iter().map(|need| need.least(size, is_loose));
        let least: Vec<f64> = least.collect();
        let left = room - least.iter().sum::<f64>();
        if left < 0.0 {
            continue;
        }
        let columns = grow(needs, size, least, left);
        let lines = mean_lines(needs, size, &columns);
        found = Some(Widths {
            size,
            columns,
            lines,
            is_loose,
            divides: false,
        });
        if lines <= TALL {
            break;
        }
    }
    found.unwrap_or_else(|| {
        let size = SIZES.last().copied().unwrap_or(7.5);
        let least = needs.iter().map(|need| need.least(size, true));
        let all: f64 = least.clone().sum();
        let columns: Vec<f64> = least.map(|least| least * room / all).collect();
        Widths {
            size,
            lines: mean_lines(needs, size, &columns),
            columns,
            is_loose: true,
            divides: true,
        }
    })
}

/// Gives what is left of the room, step by step, to the column that makes the rows lowest.
fn grow(needs: &[Need], size: f64, least: Vec<f64>, left: f64) -> Vec<f64> {
    const STEP: f64 = 4.0;
    let mut columns = least;
    let mut left = left;
    while left >= STEP {
        let gains = gains(needs, size, &columns, STEP);
        let best = gains.iter().enumerate().max_by(|a, b| a.1.total_cmp(b.1));
        let Some((best, gain)) = best else { break };
        if *gain <= 0.0 {
            break;
        }
        if let Some(column) = columns.get_mut(best) {
            *column += STEP;
        }
        left -= STEP;
    }
    let all: f64 = columns.iter().sum();
    let room = all + left;
    if all >= room * NEARLY_FULL {
        // Nearly as wide as the page: then as wide as the page, for the sake of the edge.
        for column in &mut columns {
            *column *= room / all;
        }
    }
    columns
}

/// How many lines a cell has in a column of some width; parts of lines count, so that a column
/// grows towards one line less.
fn lines(need: &Need, row: usize, size: f64, width: f64) -> f64 {
    let whole = need.cells.get(row).copied().unwrap_or(0.0) * size;
    let inner = (width - need.around()).max(1.0);
    // Lines end at words, so text that has to break needs more than its width.
    let ragged = if whole > inner { 1.1 } else { 1.0 };
    (whole * ragged / inner).max(1.0)
}

fn row_count(needs: &[Need]) -> usize {
    needs.iter().map(|need| need.cells.len()).max().unwrap_or(0)
}

/// How much lower all rows get together where one column is wider by a step.
fn gains(needs: &[Need], size: f64, columns: &[f64], step: f64) -> Vec<f64> {
    let mut gains = vec![0.0; columns.len()];
    for row in 0..row_count(needs) {
        // Only a row's tallest cell makes it lower, and no lower than the next one.
        let (mut first, mut tallest, mut second) = (0, 1.0, 1.0);
        for (position, (need, width)) in needs.iter().zip(columns).enumerate() {
            let lines = lines(need, row, size, *width);
            if lines > tallest {
                (second, tallest, first) = (tallest, lines, position);
            } else if lines > second {
                second = lines;
            }
        }
        if let (Some(need), Some(width), Some(gain)) =
            (needs.get(first), columns.get(first), gains.get_mut(first))
        {
            // Half of what is hidden by the next cell counts: both have to grow.
            let lower = lines(need, row, size, width + step);
            let hidden = (second - lower).max(0.0);
            *gain += tallest - lower.max(second) + hidden * 0.5;
        }
    }
    gains
}

fn mean_lines(needs: &[Need], size: f64, columns: &[f64]) -> f64 {
    let rows = row_count(needs);
    let all: f64 = (0..rows)
        .map(|row| {
            let cells = needs.iter().zip(columns);
            let cells = cells.map(|(need, width)| lines(need, row, size, *width));
            cells.fold(1.0, f64::max)
        })
        .sum();
    all / f64_of(rows.max(1))
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
        assert!((found.size - 7.5).abs() < f64::EPSILON);
    }

    #[test]
    fn the_column_that_makes_rows_tall_gets_most() {
        let names = "Windows 10 Enterprise 2016 LTSB Extended Security Updates Year 1";
        let needs = [
            need("48 rdzeni"),
            need(names),
            need("Licencjonowanie zbiorowe"),
        ];
        let found = widths(&needs, 300.0);
        assert!(
            found.columns[1] > found.columns[0] + found.columns[2] - 40.0,
            "{found:?}"
        );
    }

    #[test]
    fn the_end_of_a_long_table_counts_as_much_as_its_beginning() {
        let mut name = Need::default();
        let mut other = Need::default();
        for row in 0..3_000 {
            let text = if row < 1_000 {
                "Ward PCs"
            } else {
                "Reception 2,345"
            };
            name.text(text, false);
            other.text(&"some words ".repeat(5), false);
        }
        assert_eq!(name.cells.len(), other.cells.len());
        assert!(name.cells.len() <= ROWS && name.cells.len() > ROWS / 2);
        let found = widths(&[name.clone(), other], 480.0);
        let line = REGULAR.width("Reception 2,345") * found.size;
        assert!(found.columns[0] >= line + name.around(), "{found:?}");
    }

    #[test]
    fn a_table_never_is_wider_than_the_page() {
        let needs = vec![need("Przedsiębiorstwo"); 12];
        let found = widths(&needs, 480.0);
        assert!(found.columns.iter().sum::<f64>() <= 480.01);
        assert!(found.divides);
    }
}
