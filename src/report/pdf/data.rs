//! The report as the template reads it. Texts are strings and stay strings: the template never
//! evaluates them.

use serde_json::{Value, json};

use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::report::model::{Align, Block, Commands, Item, Line, LineKind, PlanReport, Row, Table};
use crate::report::options::Paper;

pub(super) fn json(report: &PlanReport, paper: Paper) -> Vec<u8> {
    let sections = report.sections.iter().map(|section| {
        json!({
            "id": section.id,
            "title": section.title,
            "blocks": section.blocks.iter().map(block).collect::<Vec<_>>(),
        })
    });
    json!({
        "language": match report.language {
            Language::English => "en",
            Language::Polish => "pl",
        },
        "paper": match paper {
            Paper::A4 => "a4",
            Paper::UsLetter => "us-letter",
        },
        "title": report.title,
        "head": report.head,
        "sections": sections.collect::<Vec<_>>(),
    })
    .to_string()
    .into_bytes()
}

fn block(block: &Block) -> Value {
    match block {
        Block::Heading(text) => json!({ "heading": text }),
        Block::Paragraph(text) => json!({ "paragraph": line(text) }),
        Block::Items(items) => json!({ "items": items.iter().map(item).collect::<Vec<_>>() }),
        Block::Table(content) => json!({ "table": table(content) }),
    }
}

fn ids(faq: &[FaqId]) -> Vec<&str> {
    faq.iter().map(FaqId::as_str).collect()
}

fn line(line: &Line) -> Value {
    json!({
        "text": line.text,
        "faq": ids(&line.faq),
        "grounds": line.kind == LineKind::Grounds,
    })
}

fn item(item: &Item) -> Value {
    json!({
        "number": item.number,
        "done": item.done,
        "title": item.title,
        "lines": item.lines.iter().map(line).collect::<Vec<_>>(),
        "commands": item.commands.iter().map(commands).collect::<Vec<_>>(),
    })
}

fn commands(commands: &Commands) -> Value {
    json!({ "label": commands.label, "commands": commands.commands })
}

fn table(table: &Table) -> Value {
    let columns = table
        .columns
        .iter()
        .map(|column| json!({ "heading": column.heading, "right": column.align == Align::Right }));
    json!({
        "columns": columns.collect::<Vec<_>>(),
        "rows": table.rows.iter().map(row).collect::<Vec<_>>(),
    })
}

fn row(row: &Row) -> Value {
    json!({ "cells": row.cells, "faq": ids(&row.faq), "total": row.is_total })
}
