//! The report as Markdown with GitHub tables. Every text is escaped: a name in the profile is
//! data and never becomes markup.

use super::model::{Align, Block, Item, Line, LineKind, PlanReport, Table};
use super::words::bracketed;

/// Lays the report out.
pub fn render(report: &PlanReport) -> String {
    let mut out = String::new();
    let line_of = |out: &mut String, parts: &[&str]| {
        out.extend(parts.iter().copied());
        out.push('\n');
    };
    line_of(&mut out, &["# ", &escape(&report.title)]);
    out.push('\n');
    for (label, value) in &report.head {
        line_of(&mut out, &["- ", &escape(label), ": ", &escape(value)]);
    }
    for section in &report.sections {
        out.push('\n');
        line_of(&mut out, &["## ", &escape(&section.title)]);
        for block in &section.blocks {
            out.push('\n');
            match block {
                Block::Heading(text) => line_of(&mut out, &["### ", &escape(text)]),
                Block::Paragraph(line) => line_of(&mut out, &[&cited(line)]),
                Block::Items(items) => items_markdown(&mut out, items),
                Block::Table(table) => table_markdown(&mut out, table),
            }
        }
    }
    out
}

/// Ids of entries have no special characters; brackets without a definition are plain text.
fn cited(line: &Line) -> String {
    let text = match line.kind {
        LineKind::Statement => escape(&line.text),
        LineKind::Grounds => format!("*{}*", escape(&line.text)),
    };
    if line.faq.is_empty() {
        text
    } else {
        format!("{text} {}", bracketed(&line.faq))
    }
}

fn items_markdown(out: &mut String, items: &[Item]) {
    let is_loose = items.iter().any(|item| {
        usize::from(!item.title.is_empty()) + item.lines.len() + item.commands.len() > 1
    });
    for (position, item) in items.iter().enumerate() {
        if position > 0 && is_loose {
            out.push('\n');
        }
        let mark = match item.number {
            Some(number) => format!("{number}. "),
            None => "- ".to_owned(),
        };
        let indent = " ".repeat(mark.len());
        let mut paragraphs: Vec<String> = Vec::new();
        if !item.title.is_empty() {
            let title = escape(&item.title);
            paragraphs.push(format!("{}**{title}**", item.tick_box()));
        }
        paragraphs.extend(item.lines.iter().map(cited));
        for set in &item.commands {
            if !set.label.is_empty() {
                paragraphs.push(format!("{}:", escape(&set.label)));
            }
            let fence = fence_for(&set.commands);
            let commands = set.commands.join(&format!("\n{indent}"));
            paragraphs.push(format!("{fence}\n{indent}{commands}\n{indent}{fence}"));
        }
        out.push_str(&mark);
        out.push_str(&paragraphs.join(&format!("\n\n{indent}")));
        out.push('\n');
    }
}

/// A fence that none of the commands holds.
fn fence_for(commands: &[String]) -> String {
    let mut fence = "```".to_owned();
    while commands.iter().any(|command| command.contains(&fence)) {
        fence.push('`');
    }
    fence
}

/// The text with every character escaped that Markdown, its tables or GitHub could read as
/// markup, on one line.
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for (position, character) in text.char_indices() {
        let before = text.get(..position).unwrap_or_default();
        let after = text
            .get(position + character.len_utf8()..)
            .unwrap_or_default();
        match character {
            '\\' | '`' | '*' | '_' | '<' | '>' | '[' | ']' | '#' | '|' | '~' | '&' | '$' | '@' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' | '\r' | '\t' => escaped.push(' '),
            // What would begin a list, a rule or a heading at the start of a line.
            '-' | '+' | '=' if position == 0 => {
                escaped.push('\\');
                escaped.push(character);
            }
            '.' | ')' if is_list_number(before) && (after.is_empty() || after.starts_with(' ')) => {
                escaped.push('\\');
                escaped.push(character);
            }
            // What GitHub would turn into a link by itself.
            ':' if after.starts_with("//") => escaped.push_str("\\:"),
            '.' if ends_with_www(before) => escaped.push_str("\\."),
            other => escaped.push(other),
        }
    }
    escaped
}

fn is_list_number(before: &str) -> bool {
    !before.is_empty() && before.len() < 10 && before.bytes().all(|byte| byte.is_ascii_digit())
}

fn ends_with_www(before: &str) -> bool {
    let start = before.len().saturating_sub(3);
    before
        .get(start..)
        .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

fn table_markdown(out: &mut String, table: &Table) {
    row_markdown(out, table.columns.iter().map(|c| escape(&c.heading)));
    let rules = table.columns.iter().map(|column| match column.align {
        Align::Left => "---".to_owned(),
        Align::Right => "---:".to_owned(),
    });
    row_markdown(out, rules);
    for row in &table.rows {
        let last = row.cells.len().saturating_sub(1);
        let cells = row.cells.iter().enumerate().map(|(position, cell)| {
            if position == last && !row.faq.is_empty() {
                // The entries, not data.
                return cell.clone();
            }
            let text = escape(cell);
            if row.is_total && !text.is_empty() {
                format!("**{text}**")
            } else {
                text
            }
        });
        row_markdown(out, cells);
    }
}

fn row_markdown(out: &mut String, cells: impl Iterator<Item = String>) {
    out.push('|');
    for cell in cells {
        out.push(' ');
        out.push_str(&cell);
        out.push_str(" |");
    }
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::Row;

    #[test]
    fn a_name_never_becomes_markup() {
        for (name, expected) in [
            ("<script>|x", "\\<script\\>\\|x"),
            ("=cmd()", "\\=cmd()"),
            (
                "**bold** _it_ `code`",
                "\\*\\*bold\\*\\* \\_it\\_ \\`code\\`",
            ),
            ("[a](http://b)", "\\[a\\](http\\://b)"),
            ("www.example.com", "www\\.example.com"),
            ("# heading\n- item", "\\# heading - item"),
            ("1. one", "1\\. one"),
            ("50.00 USD", "50.00 USD"),
            ("back\\slash", "back\\\\slash"),
            ("&lt;", "\\&lt;"),
        ] {
            assert_eq!(escape(name), expected, "{name}");
        }
    }

    #[test]
    fn a_row_has_as_many_cells_as_the_table_has_columns() {
        let mut table = Table::new(vec!["a".to_owned(), "b".to_owned()], &[1]);
        table.rows.push(Row {
            cells: vec!["x|y".to_owned(), "1".to_owned()],
            is_total: true,
            ..Row::default()
        });
        let mut out = String::new();
        table_markdown(&mut out, &table);
        assert_eq!(out, "| a | b |\n| --- | ---: |\n| **x\\|y** | **1** |\n");
    }

    #[test]
    fn a_fence_is_longer_than_any_in_the_commands() {
        assert_eq!(fence_for(&["a ``` b".to_owned()]), "````");
    }
}
