//! The report as the template reads it. Texts are strings and stay strings: the template never
//! evaluates them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::columns::{Need, widths};
use super::figures;
use super::letters::{Letters, NO_BREAK_SPACE};
use crate::domain::choice::Choice;
use crate::domain::programme::Severity;
use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::report::model::{
    Align, Block, Commands, Item, Line, LineKind, PlanReport, Row, Section, Table,
};
use crate::report::options::Paper;

/// Between the edges of the paper and what is printed, in points.
pub(super) const MARGIN: f64 = 54.0;
/// A row with more lines than this may break over pages.
const ROW_WITH_LINES: f64 = 9.0;
/// A table with up to about so many lines stands on one page, its sum beside what it sums. A page
/// holds twice as many, so that the guess may be wrong.
const KEPT_LINES: f64 = 24.0;
/// About so many rows of one line fill a page.
const PAGE_ROWS: usize = 50;
/// Between two columns of one table, in points; `parts.typ` has the same.
const GUTTER: f64 = 16.0;
/// A report of so many lines and rows is a long one: more than about six pages.
const LONG_REPORT: usize = 105;

pub(super) struct Writer<'a> {
    report: &'a PlanReport,
    pub(super) letters: Letters,
    /// The entries that are told of among the sources.
    sources: BTreeSet<String>,
    /// The entries that have been cited so far.
    cited: BTreeSet<String>,
    /// The width of what is printed, in points.
    room: f64,
    /// The lines and rows so far.
    length: usize,
}

/// The report as JSON, and the signs that the fonts lack.
pub(super) fn json(report: &PlanReport, paper: Paper) -> (Vec<u8>, BTreeSet<char>) {
    let (name, width) = match paper {
        Paper::A4 => ("a4", 595.28),
        Paper::UsLetter => ("us-letter", 612.0),
    };
    let mut writer = Writer {
        report,
        letters: Letters::new(report.language),
        sources: sources(report),
        cited: BTreeSet::new(),
        room: width - 2.0 * MARGIN,
        length: 0,
    };
    let json = writer.report(name);
    (
        json.to_string().into_bytes(),
        writer.letters.lacking().clone(),
    )
}

/// The ids in the first column of the sources.
fn sources(report: &PlanReport) -> BTreeSet<String> {
    let sections = report.sections.iter();
    let blocks = sections
        .filter(|section| section.id == "sources")
        .flat_map(|section| &section.blocks);
    let rows = blocks.flat_map(|block| match block {
        Block::Table(table) => table.rows.as_slice(),
        Block::Heading(_) | Block::Paragraph(_) | Block::Items(_) => &[],
    });
    rows.filter_map(|row| row.cells.first().cloned()).collect()
}

impl Writer<'_> {
    fn report(&mut self, paper: &str) -> Value {
        let report = self.report;
        let language = report.language;
        let running = &report.running;
        let sections: Vec<Value> = report.sections.iter().map(|s| self.section(s)).collect();
        let figures = figures::json(&report.figures, language, self.room, &mut self.letters);
        let head: Vec<Value> = report
            .head
            .iter()
            .map(|(label, value)| json!([self.letters.text(label), self.letters.text(value)]))
            .collect();
        let running = json!({
            "organisation": self.letters.text(&running.organisation),
            "title": self.letters.text(&running.short_title),
            "as-of": self.letters.text(&running.as_of),
        });
        let title = self.letters.text(&report.title);
        json!({
            "language": language.id(),
            "region": match language {
                Language::English => "GB",
                Language::Polish => "PL",
            },
            "paper": paper,
            "margin": MARGIN,
            "room": self.room,
            // Told beforehand: asking the typesetter for its pages would cost another layout.
            "long": self.length > LONG_REPORT,
            "title": title,
            "running": running,
            "head": head,
            "stand-ins": self.stand_ins(),
            "words": {
                "page": tr_with(language, "report-page", &[("page", "{page}".into()), ("pages", "{pages}".into())]),
                "contents": tr(language, "report-contents"),
                "done": tr(language, "report-done"),
                "to-do": tr(language, "report-to-do"),
                "page-name": tr(language, "report-page-name"),
                "cited-on": tr(language, "report-cited-on"),
            },
            "figures": figures,
            "sources": self.sources,
            "sections": sections,
        })
    }

    /// What is said of the signs that the fonts lack; null when they have all.
    fn stand_ins(&self) -> Value {
        const MOST: usize = 24;
        let lacking = self.letters.lacking();
        if lacking.is_empty() {
            return Value::Null;
        }
        let mut signs: Vec<String> = lacking
            .iter()
            .take(MOST)
            .map(|sign| format!("U+{:04X}", u32::from(*sign)))
            .collect();
        if lacking.len() > MOST {
            signs.push("…".to_owned());
        }
        let signs = signs.join(", ");
        let language = self.report.language;
        json!(tr_with(
            language,
            "report-stand-ins",
            &[("signs", signs.into())]
        ))
    }

    fn section(&mut self, section: &Section) -> Value {
        let is_sources = section.id == "sources";
        let is_checklist = section.id == "deployment";
        let blocks: Vec<Value> = section
            .blocks
            .iter()
            .map(|block| match block {
                Block::Table(table) if is_sources => self.source_table(table),
                block => self.block(block, is_checklist),
            })
            .collect();
        json!({
            "id": section.id,
            "title": self.letters.text(&section.title),
            "blocks": blocks,
        })
    }

    fn block(&mut self, block: &Block, is_checklist: bool) -> Value {
        match block {
            Block::Heading(text) => json!({ "heading": self.letters.text(text) }),
            Block::Paragraph(text) => json!({ "paragraph": self.line(text) }),
            Block::Items(items) => {
                let items = items.iter().map(|item| self.item(item, is_checklist));
                json!({ "items": items.collect::<Vec<_>>() })
            }
            Block::Table(table) => json!({ "table": self.table(table) }),
        }
    }

    fn line(&mut self, line: &Line) -> Value {
        self.length += 1;
        json!({
            "text": self.letters.text(&line.text),
            "faq": self.chips(&line.faq),
            "grounds": line.kind == LineKind::Grounds,
            "divides": Letters::has_long_words(&line.text),
        })
    }

    /// Entries in the order in which they are told, each with whether it is cited for the first
    /// time.
    fn chips(&mut self, faq: &[FaqId]) -> Vec<Value> {
        let mut ids: Vec<&str> = faq.iter().map(FaqId::as_str).collect();
        ids.sort_unstable();
        let mut chips = Vec::new();
        for id in ids {
            let is_first = !self.cited.contains(id);
            if is_first {
                self.cited.insert(id.to_owned());
            }
            chips.push(json!([id, is_first]));
        }
        chips
    }

    fn item(&mut self, item: &Item, is_checklist: bool) -> Value {
        let lines: Vec<Value> = item
            .lines
            .iter()
            .filter(|line| !line.text.is_empty() || !line.faq.is_empty())
            .map(|line| self.line(line))
            .collect();
        let commands: Vec<Value> = item.commands.iter().map(|c| self.commands(c)).collect();
        let length = item.lines.iter().map(|line| line.text.len()).sum::<usize>();
        let copied = item
            .commands
            .iter()
            .map(|set| set.commands.len())
            .sum::<usize>();
        json!({
            "number": item.number,
            // What is a step of the checklist has a box before anything is ticked.
            "done": item.done.or((is_checklist && item.number.is_some()).then_some(false)),
            "title": self.letters.text(&item.title),
            "verdict": item.verdict.map(Choice::id),
            "severity": item.severity.map(|severity| match severity {
                Severity::Contradiction => "contradiction",
                Severity::Warning => "warning",
                Severity::Info => "info",
            }),
            "lines": lines,
            "commands": commands,
            "breakable": length > 900 || copied > 12,
        })
    }

    fn commands(&mut self, commands: &Commands) -> Value {
        let lines = commands.commands.iter();
        json!({
            "label": self.letters.text(&commands.label),
            "commands": lines.map(|line| self.letters.as_it_is(line)).collect::<Vec<_>>(),
        })
    }

    fn table(&mut self, table: &Table) -> Value {
        let cited = table.rows.iter().any(|row| !row.faq.is_empty());
        let cited = cited.then(|| table.columns.len().saturating_sub(1));
        let mut needs = vec![Need::default(); table.columns.len()];
        let mut columns = Vec::new();
        for (column, need) in table.columns.iter().zip(&mut needs) {
            let heading = self.letters.text(&column.heading);
            need.heading(&heading);
            columns.push(json!({ "heading": heading, "right": column.align == Align::Right }));
        }
        let mut rows = Vec::new();
        for row in &table.rows {
            rows.push(self.row(table, row, cited, &mut needs));
        }
        // A long list of short rows goes on beside itself.
        let beside = (rows.len() > PAGE_ROWS)
            .then(|| widths(&needs, (self.room - GUTTER) / 2.0))
            .filter(|half| !half.is_loose && half.lines < 1.1);
        let is_beside = beside.is_some();
        let widths = beside.unwrap_or_else(|| widths(&needs, self.room));
        let mut lines = 0.0;
        for row in &mut rows {
            lines += row.break_if_tall(&widths.columns);
            if widths.is_loose {
                row.loosen(table);
            }
        }
        json!({
            "columns": columns,
            "widths": widths.columns,
            "size": widths.size,
            "divides": widths.divides,
            "breakable": lines > KEPT_LINES,
            "beside": is_beside,
            "cited": cited,
            "rows": rows.into_iter().map(|row| row.json).collect::<Vec<_>>(),
        })
    }

    fn row(&mut self, table: &Table, row: &Row, cited: Option<usize>, needs: &mut [Need]) -> Cells {
        self.length += 1;
        let mut cells = Vec::new();
        let mut runs = Vec::new();
        for (position, (cell, need)) in row.cells.iter().zip(needs).enumerate() {
            let column = table.columns.get(position);
            let cell = if cited == Some(position) {
                need.chips(row.faq.iter().map(FaqId::as_str));
                String::new()
            } else if column.is_some_and(|column| column.align == Align::Right) {
                self.letters.number(cell)
            } else {
                self.letters.cell(cell)
            };
            // The name of a sum stands across the empty cells beside it.
            let is_name = row.is_total && column.is_some_and(|c| c.align == Align::Left);
            if is_name {
                need.nothing();
            } else if column.is_some_and(|column| column.align == Align::Right) {
                need.number(&cell, row.is_total);
            } else if cited != Some(position) {
                need.text(&cell, row.is_total);
            }
            if row.verdict.is_some_and(|(at, _)| at == position) {
                need.dot();
            }
            runs.push(super::letters::REGULAR.width(&cell));
            cells.push(cell);
        }
        let verdict = row.verdict.map(|(at, verdict)| json!([at, verdict.id()]));
        Cells {
            runs,
            json: json!({
                "cells": cells,
                "faq": self.chips(&row.faq),
                "total": row.is_total,
                "verdict": verdict,
                "tall": false,
            }),
        }
    }

    /// The sources, each with a place for the page that cites it first.
    fn source_table(&mut self, table: &Table) -> Value {
        let headings: Vec<String> = table
            .columns
            .iter()
            .map(|column| self.letters.text(&column.heading))
            .collect();
        let rows: Vec<Value> = table
            .rows
            .iter()
            .map(|row| {
                let cells = row.cells.iter().map(|cell| self.letters.text(cell));
                json!(cells.collect::<Vec<_>>())
            })
            .collect();
        json!({ "sources": { "headings": headings, "rows": rows } })
    }
}

/// A row and how long the texts of its cells run, in ems.
struct Cells {
    runs: Vec<f64>,
    json: Value,
}

impl Cells {
    /// Lets words part that belong together; numbers stay as they are.
    fn loosen(&mut self, table: &Table) {
        let cells = self.json.get_mut("cells").and_then(Value::as_array_mut);
        for (cell, column) in cells.into_iter().flatten().zip(&table.columns) {
            if let (Some(text), Align::Left) = (cell.as_str(), column.align) {
                *cell = json!(text.replace(NO_BREAK_SPACE, " "));
            }
        }
    }

    /// A row that is taller than a part of the page may break over pages. Gives back about how many
    /// lines it has.
    fn break_if_tall(&mut self, widths: &[f64]) -> f64 {
        const SIZE: f64 = 8.5;
        let lines = self
            .runs
            .iter()
            .zip(widths)
            .map(|(run, width)| run * SIZE / width);
        let lines = lines.fold(1.0, f64::max);
        if let Some(row) = self.json.as_object_mut() {
            row.insert("tall".to_owned(), json!(lines > ROW_WITH_LINES));
        }
        lines.ceil()
    }
}
