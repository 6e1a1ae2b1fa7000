//! The report as one HTML file that needs nothing beside it: no script, no request, a style of its
//! own for light and dark screens, narrow windows and paper. Every text is escaped.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use crate::assets;
use crate::domain::choice::Choice as _;
use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::tr;

use super::model::{Align, Block, Item, Line, LineKind, PlanReport, Row, Section, Table};

/// Nothing is loaded from anywhere and nothing runs; only the style in the page itself is taken.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Lays the report out.
pub fn render(report: &PlanReport) -> String {
    let page = Page {
        language: report.language,
        has_sources: report.sections.iter().any(|s| s.id == SOURCES),
    };
    page.whole(report).into_string()
}

/// The id of the part that the chips lead to.
const SOURCES: &str = "sources";

struct Page {
    language: Language,
    has_sources: bool,
}

impl Page {
    fn tr(&self, id: &str) -> String {
        tr(self.language, id)
    }

    fn whole(&self, report: &PlanReport) -> Markup {
        let style = assets::report_template("plan.css").unwrap_or_default();
        html! {
            (DOCTYPE)
            html lang=(self.language.id()) {
                head {
                    meta charset="utf-8";
                    meta http-equiv="Content-Security-Policy" content=(POLICY);
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    meta name="referrer" content="no-referrer";
                    meta name="generator" content=(concat!("ESU Planner ", env!("CARGO_PKG_VERSION")));
                    title { (title(report)) }
                    style { (PreEscaped(style)) }
                }
                body {
                    header {
                        h1 { (report.title) }
                        dl {
                            @for (label, value) in &report.head {
                                div { dt { (label) } dd { (value) } }
                            }
                        }
                    }
                    nav aria-labelledby="contents" {
                        h2 #contents { (self.tr("export-page-contents")) }
                        ol {
                            @for section in &report.sections {
                                li { a href={ "#" (section.id) } { (section.title) } }
                            }
                        }
                    }
                    main {
                        @for section in &report.sections { (self.section(section)) }
                    }
                }
            }
        }
    }

    fn section(&self, section: &Section) -> Markup {
        // A table is named after the heading above it.
        let mut heading = section.title.as_str();
        let blocks = section.blocks.iter().map(|block| {
            if let Block::Heading(text) = block {
                heading = text;
            }
            (block, heading)
        });
        html! {
            section #(section.id) aria-labelledby={ "title-" (section.id) } {
                h2 #{ "title-" (section.id) } { (section.title) }
                @for (block, heading) in blocks {
                    @match block {
                        Block::Heading(text) => h3 { (text) },
                        Block::Paragraph(line) => (self.paragraph(line)),
                        Block::Items(items) => (self.items(items)),
                        Block::Table(table) => (self.table(section.id, heading, table)),
                    }
                }
            }
        }
    }

    fn paragraph(&self, line: &Line) -> Markup {
        let class = (line.kind == LineKind::Grounds).then_some("grounds");
        html! { p class=[class] { (line.text) (self.chips(&line.faq)) } }
    }

    /// The entries after a text, each a link to its row in the sources where they are printed.
    fn chips(&self, faq: &[FaqId]) -> Markup {
        let mut ids: Vec<&str> = faq.iter().map(FaqId::as_str).collect();
        ids.sort_unstable();
        html! {
            @for id in ids {
                " "
                @if self.has_sources {
                    a .chip href={ "#faq-" (id) } { (id) }
                } @else {
                    span .chip { (id) }
                }
            }
        }
    }

    fn items(&self, items: &[Item]) -> Markup {
        let is_numbered = items.iter().any(|item| item.number.is_some());
        let entries = html! {
            @for item in items {
                li value=[item.number] class=[item.done.map(|_| "tick")] { (self.item(item)) }
            }
        };
        html! {
            @if is_numbered { ol { (entries) } } @else { ul { (entries) } }
        }
    }

    fn item(&self, item: &Item) -> Markup {
        let tick = item.done.map(|is_done| {
            if is_done {
                ("☑", "export-page-done")
            } else {
                ("☐", "export-page-not-done")
            }
        });
        html! {
            @if let Some((sign, words)) = tick {
                span .box role="img" aria-label=(self.tr(words)) { (sign) }
            }
            @if !item.title.is_empty() { p .title { (item.title) } }
            @for line in &item.lines {
                @if !line.text.is_empty() || !line.faq.is_empty() { (self.paragraph(line)) }
            }
            @for set in &item.commands {
                @if !set.label.is_empty() { p { (set.label) ":" } }
                div .commands tabindex="0" role="group" aria-label=(self.tr("export-page-commands")) {
                    pre { code { (set.commands.join("\n")) } }
                }
            }
        }
    }

    fn table(&self, section: &str, caption: &str, table: &Table) -> Markup {
        let class_of = |position: usize| {
            let column = table.columns.get(position)?;
            (column.align == Align::Right).then_some("number")
        };
        html! {
            div .wide tabindex="0" role="group" aria-label=(caption) {
                table {
                    caption { (caption) }
                    thead {
                        tr {
                            @for (position, column) in table.columns.iter().enumerate() {
                                th scope="col" class=[class_of(position)] { (column.heading) }
                            }
                        }
                    }
                    tbody {
                        @for row in &table.rows {
                            tr class=[row.is_total.then_some("total")]
                                id=[row_id(section, row)] {
                                @for (position, cell) in row.cells.iter().enumerate() {
                                    @let content = html! {
                                        @if position + 1 == row.cells.len() && !row.faq.is_empty() {
                                            (self.chips(&row.faq))
                                        } @else if let Some((at, verdict)) = row.verdict
                                            && at == position {
                                            span class={ "verdict " (verdict.id()) } { (cell) }
                                        } @else {
                                            (cell)
                                        }
                                    };
                                    @if position == 0 && !cell.is_empty() {
                                        th scope="row" class=[class_of(position)] { (content) }
                                    } @else {
                                        td class=[class_of(position)] { (content) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The title of the page: the report's with the organisation, if it names one.
fn title(report: &PlanReport) -> String {
    match report.head.first() {
        Some((_, organisation)) => format!("{} – {organisation}", report.title),
        None => report.title.clone(),
    }
}

/// Where the chips of an entry lead: its row in the sources.
fn row_id(section: &str, row: &Row) -> Option<String> {
    let id = row.cells.first().filter(|_| section == SOURCES)?;
    Some(format!("faq-{id}"))
}
