//! The report as plain text for a terminal: 100 columns, no colours, no control characters.

use super::model::{Align, Block, Item, Line, PlanReport, Table};
use super::words::bracketed;

/// The widest line, in columns; only a command to copy may be longer.
pub const WIDTH: usize = 100;

/// A column of words is never made narrower than this.
const LEAST_COLUMN: usize = 8;

/// A piece of the laid out report: what is read as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub kind: PieceKind,
    /// Its lines, each with its end.
    pub text: String,
    /// What is said instead of lines that stand in columns; empty where the text itself is said.
    pub spoken: String,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// A heading of this level, from 1.
    Heading(usize),
    /// The heading of the part with this id.
    Section(&'static str),
    /// Running text, an entry of a list or a row of a table.
    Text,
    /// Empty lines and rules, which say nothing.
    Layout,
}

impl Piece {
    /// The number of its lines.
    pub fn lines(&self) -> usize {
        self.text.matches('\n').count()
    }
}

/// Lays the report out.
pub fn render(report: &PlanReport) -> String {
    let pieces = pieces(report);
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// The report as pieces, whose texts together are what [`render`] gives.
pub fn pieces(report: &PlanReport) -> Vec<Piece> {
    let mut pieces = Pieces::default();
    pieces.heading(PieceKind::Heading(1), &report.title, '=');
    let labels = report.head.iter().map(|(label, _)| width(label)).max();
    let labels = labels.unwrap_or(0);
    for (label, value) in &report.head {
        let indent = " ".repeat(labels + 2);
        let mut first = label.clone();
        pad(&mut first, labels + 2);
        pieces.say(format!("{label}: {value}"), |out| {
            wrap(out, value, &first, &indent);
        });
    }
    for section in &report.sections {
        pieces.layout("\n\n");
        pieces.heading(PieceKind::Section(section.id), &section.title, '-');
        for (position, block) in section.blocks.iter().enumerate() {
            let follows_heading = position
                .checked_sub(1)
                .and_then(|before| section.blocks.get(before))
                .is_some_and(|before| matches!(before, Block::Heading(_)));
            if position > 0 && !follows_heading {
                pieces.layout("\n");
            }
            match block {
                Block::Heading(text) => {
                    pieces.add(PieceKind::Heading(3), String::new(), |out| {
                        wrap(out, text, "", "");
                    });
                }
                Block::Paragraph(line) => {
                    pieces.say(String::new(), |out| wrap(out, &cited(line), "", ""));
                }
                Block::Items(items) => items_text(&mut pieces, items),
                Block::Table(table) => table_text(&mut pieces, table),
            }
        }
    }
    pieces.0
}

#[derive(Default)]
struct Pieces(Vec<Piece>);

impl Pieces {
    fn add(&mut self, kind: PieceKind, spoken: String, write: impl FnOnce(&mut String)) {
        let mut text = String::new();
        write(&mut text);
        self.0.push(Piece { kind, text, spoken });
    }

    fn say(&mut self, spoken: String, write: impl FnOnce(&mut String)) {
        self.add(PieceKind::Text, spoken, write);
    }

    fn layout(&mut self, text: &str) {
        self.add(PieceKind::Layout, String::new(), |out| out.push_str(text));
    }

    fn heading(&mut self, kind: PieceKind, text: &str, underline: char) {
        self.add(kind, String::new(), |out| wrap(out, text, "", ""));
        self.add(PieceKind::Layout, String::new(), |out| {
            out.extend(std::iter::repeat_n(underline, width(text).min(WIDTH)));
            out.push('\n');
        });
    }
}

fn cited(line: &Line) -> String {
    if line.faq.is_empty() {
        line.text.clone()
    } else {
        format!("{} {}", line.text, bracketed(&line.faq))
    }
}

fn items_text(pieces: &mut Pieces, items: &[Item]) {
    let digits = items
        .iter()
        .filter_map(|item| item.number)
        .max()
        .map_or(0, |number| number.to_string().len());
    let is_loose = items
        .iter()
        .any(|item| !item.title.is_empty() && (item.lines.len() > 1 || !item.commands.is_empty()));
    for (position, item) in items.iter().enumerate() {
        if position > 0 && is_loose {
            pieces.layout("\n");
        }
        pieces.say(String::new(), |out| item_text(out, item, digits));
    }
}

fn item_text(out: &mut String, item: &Item, digits: usize) {
    let mark = match item.number {
        Some(number) => format!("{number:>digits$}. "),
        None => "- ".to_owned(),
    };
    let indent = " ".repeat(width(&mark));
    let mark = mark + item.tick_box();
    let mut first = mark.as_str();
    if !item.title.is_empty() {
        wrap(out, &item.title, first, &indent);
        first = &indent;
    }
    for line in &item.lines {
        wrap(out, &cited(line), first, &indent);
        first = &indent;
    }
    for set in &item.commands {
        if !set.label.is_empty() {
            wrap(out, &format!("{}:", set.label), &indent, &indent);
        }
        for command in &set.commands {
            out.push_str(&indent);
            out.push_str("    ");
            out.push_str(command);
            out.push('\n');
        }
    }
}

/// Lays a table out with two spaces between columns. Columns of words share what numbers leave.
fn table_text(pieces: &mut Pieces, table: &Table) {
    let widths = column_widths(table);
    let headings: Vec<&str> = table.columns.iter().map(|c| c.heading.as_str()).collect();
    pieces.say(headings.join(", "), |out| {
        row_text(out, table, &widths, &headings);
    });
    let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
    let rule_line = format!("{}\n", rule.join("  ").trim_end());
    pieces.layout(&rule_line);
    let mut before_total = true;
    for row in &table.rows {
        if row.is_total && before_total {
            before_total = false;
            pieces.layout(&rule_line);
        }
        let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
        pieces.say(row_spoken(&headings, &cells), |out| {
            row_text(out, table, &widths, &cells);
        });
    }
}

/// A row as it is said: each cell after its heading.
fn row_spoken(headings: &[&str], cells: &[&str]) -> String {
    let pairs = headings.iter().zip(cells);
    let said = pairs.filter(|(_, cell)| !cell.is_empty());
    let said: Vec<String> = said
        .map(|(heading, cell)| match *heading {
            "" => (*cell).to_owned(),
            heading => format!("{heading}: {cell}"),
        })
        .collect();
    said.join(", ")
}

fn column_widths(table: &Table) -> Vec<usize> {
    let mut widths: Vec<usize> = table
        .columns
        .iter()
        .map(|column| match column.align {
            // Headings of numbers may wrap; their cells never do.
            Align::Right => column.heading.split(' ').map(width).max().unwrap_or(0),
            Align::Left => width(&column.heading),
        })
        .collect();
    for row in &table.rows {
        for (widest, cell) in widths.iter_mut().zip(&row.cells) {
            *widest = (*widest).max(width(cell));
        }
    }
    let least = least_widths(table);
    let gaps = 2 * widths.len().saturating_sub(1);
    let mut total = widths.iter().sum::<usize>() + gaps;
    while total > WIDTH {
        let widest = widths
            .iter_mut()
            .zip(&table.columns)
            .zip(&least)
            .filter(|((width, column), least)| column.align == Align::Left && **width > **least)
            .map(|((width, _), least)| (width, *least))
            .max();
        let Some((widest, least)) = widest else { break };
        let less = (total - WIDTH).min((*widest - least).div_ceil(8));
        *widest -= less;
        total -= less;
    }
    widths
}

/// How narrow each column may become: no word is broken that fits a column at all.
fn least_widths(table: &Table) -> Vec<usize> {
    const LONGEST_KEPT_WORD: usize = 24;
    let longest = |text: &str| text.split([' ', '\n']).map(width).max().unwrap_or(0);
    (0..table.columns.len())
        .map(|column| {
            let cells = table.rows.iter().filter_map(|row| row.cells.get(column));
            let heading = table.columns.get(column).map_or(0, |c| longest(&c.heading));
            let cell = cells.map(|cell| longest(cell)).max().unwrap_or(0);
            cell.max(heading).clamp(LEAST_COLUMN, LONGEST_KEPT_WORD)
        })
        .collect()
}

fn row_text(out: &mut String, table: &Table, widths: &[usize], cells: &[&str]) {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap_lines(cell, *width))
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    for index in 0..height {
        let mut line = String::new();
        let mut column_start = 0;
        for ((lines, width_of_column), column) in wrapped.iter().zip(widths).zip(&table.columns) {
            pad(&mut line, column_start);
            let text = lines.get(index).map_or("", String::as_str);
            if column.align == Align::Right {
                pad(
                    &mut line,
                    column_start + width_of_column.saturating_sub(width(text)),
                );
            }
            line.push_str(text);
            column_start += width_of_column + 2;
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// Adds spaces until the text is this many columns wide.
fn pad(text: &mut String, columns: usize) {
    let missing = columns.saturating_sub(width(text));
    text.extend(std::iter::repeat_n(' ', missing));
}

/// Writes a text with a prefix before its first line and another before the rest.
fn wrap(out: &mut String, text: &str, first: &str, rest: &str) {
    let room = WIDTH.saturating_sub(width(first).max(width(rest)));
    for (position, line) in wrap_lines(text, room).iter().enumerate() {
        out.push_str(if position == 0 { first } else { rest });
        out.push_str(line);
        out.push('\n');
    }
}

/// Breaks a text at spaces, and inside a word only where the word alone is too wide.
fn wrap_lines(text: &str, room: usize) -> Vec<String> {
    let room = room.max(1);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let wide = width(word);
        if used > 0 && used + 1 + wide > room {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        if wide <= room {
            line.push_str(word);
            used += wide;
            continue;
        }
        for character in word.chars() {
            let wide = character_width(character);
            if used > 0 && used + wide > room {
                lines.push(std::mem::take(&mut line));
                used = 0;
            }
            line.push(character);
            used += wide;
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

fn width(text: &str) -> usize {
    if text.is_ascii() {
        return text.len();
    }
    text.chars().map(character_width).sum()
}

/// The columns a character takes: marks that combine take none, wide East Asian ones two.
fn character_width(character: char) -> usize {
    match u32::from(character) {
        0x0300..=0x036f | 0x200b..=0x200d | 0xfe00..=0xfe0f | 0xfeff => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6
        | 0x1f300..=0x1faff
        | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Row;

    #[test]
    fn text_wraps_at_spaces_and_hangs_under_its_mark() {
        let mut out = String::new();
        wrap(&mut out, &"word ".repeat(40), "- ", "  ");
        let lines: Vec<&str> = out.lines().collect();
        assert_eq!(lines.len(), 3);
        assert!(lines[0].starts_with("- word") && lines[1].starts_with("  word"));
        assert!(lines.iter().all(|line| width(line) <= WIDTH));
    }

    #[test]
    fn polish_letters_and_fixed_spaces_take_one_column() {
        assert_eq!(width("Łódź 1\u{a0}234,00"), 13);
        assert_eq!(width("日本"), 4);
        assert_eq!(
            wrap_lines("zażółć gęślą jaźń", 6),
            ["zażółć", "gęślą", "jaźń"]
        );
        assert_eq!(wrap_lines("1\u{a0}234 USD", 6), ["1\u{a0}234", "USD"]);
    }

    #[test]
    fn a_row_is_said_cell_by_cell_with_the_headings() {
        let said = row_spoken(
            &["Group", "Endpoints", ""],
            &["Ward PCs", "170", "[W7-018]"],
        );
        assert_eq!(said, "Group: Ward PCs, Endpoints: 170, [W7-018]");
        assert_eq!(
            row_spoken(&["Group", "Endpoints"], &["Total", ""]),
            "Group: Total"
        );
    }

    #[test]
    fn a_word_that_is_too_wide_is_broken() {
        assert_eq!(wrap_lines("abcdefgh ij", 3), ["abc", "def", "gh", "ij"]);
        assert_eq!(wrap_lines("", 3), [""]);
    }

    #[test]
    fn a_wide_table_fits_and_keeps_its_numbers_whole() {
        let mut table = Table::new(
            vec!["Name".to_owned(), "Amount".to_owned(), "Remark".to_owned()],
            &[1],
        );
        table.rows.push(Row {
            cells: vec![
                "long name ".repeat(12),
                "14,500.00\u{a0}USD".to_owned(),
                "remark ".repeat(30),
            ],
            ..Row::default()
        });
        let mut pieces = Pieces::default();
        table_text(&mut pieces, &table);
        let out: String = pieces.0.iter().map(|piece| piece.text.as_str()).collect();
        assert!(out.lines().all(|line| width(line) <= WIDTH), "{out}");
        assert!(out.contains("14,500.00\u{a0}USD"));
    }
}
