//! The report as finished strings, in print order: what every layout of it reads.

use std::collections::BTreeSet;

use crate::domain::field::Field;
use crate::domain::plan::Verdict;
use crate::domain::programme::{NoteSection, Severity};
use crate::domain::progress::Progress;
use crate::domain::source::FaqId;
use crate::domain::text::Language;

use super::ReportInput;
use super::facts::ProfileFacts;
use super::figures::Figures;
use super::options::{ReportOptions, part_title};
use super::parts::{self, remarks::notes_of};
use super::summary::summary_lines;
use super::words::{FACTS_APART, Words, bracketed, clean};

/// A whole report in one language. All texts are plain: a layout escapes what it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanReport {
    /// The language of its words.
    pub language: Language,
    /// The heading of the whole.
    pub title: String,
    /// Label and value: the organisation, the programme, the day, the rule data.
    pub head: Vec<(String, String)>,
    /// What stands at the head of every page: the organisation, what the plan is for, and its day.
    pub running: Running,
    /// What layouts that draw show as figures; the tables say the same.
    pub figures: Figures,
    /// The parts, the summary first, the sources last.
    pub sections: Vec<Section>,
    /// The ids of the parts that it was to leave out.
    pub left_out: BTreeSet<&'static str>,
}

/// What stands at the head of every page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Running {
    /// The organisation; empty while it has no name.
    pub organisation: String,
    /// What the plan is for, in few words.
    pub short_title: String,
    /// The plan's day.
    pub as_of: String,
}

/// A part of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Names the part in every language.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// What stands in it, in order; never empty.
    pub blocks: Vec<Block>,
}

/// A piece of a part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading inside the part.
    Heading(String),
    /// Running text.
    Paragraph(Line),
    /// A list.
    Items(Vec<Item>),
    /// A table.
    Table(Table),
}

/// A text with the FAQ entries it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    /// The text.
    pub text: String,
    /// The entries, printed in brackets after it.
    pub faq: Vec<FaqId>,
    /// What it is for the line before it.
    pub kind: LineKind,
}

/// What a line is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LineKind {
    /// It says something itself.
    #[default]
    Statement,
    /// It says for whom the line before it is, and on which facts that rests.
    Grounds,
}

impl Line {
    /// A text that needs no entry of its own.
    pub(crate) fn plain(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// A text and its entries.
    pub(super) fn new(text: String, faq: &[FaqId]) -> Self {
        Self {
            text,
            faq: faq.to_vec(),
            kind: LineKind::Statement,
        }
    }
}

/// An entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// Its number in the list; a plain mark without one.
    pub number: Option<usize>,
    /// Whether it is done, where somebody ticks it; a box shows it.
    pub done: Option<bool>,
    /// A heading of its own; empty when the first line says all.
    pub title: String,
    /// What is said of the groups that it is about, where it explains that.
    pub verdict: Option<Verdict>,
    /// How much it matters, where it warns.
    pub severity: Option<Severity>,
    /// What it says.
    pub lines: Vec<Line>,
    /// Commands to copy, with a label where there are several sets.
    pub commands: Vec<Commands>,
}

/// Commands to copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Commands {
    /// What they are for; empty when the item says it.
    pub label: String,
    /// One a line, to be copied as they are.
    pub commands: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a cell for every column.
    pub rows: Vec<Row>,
}

/// A column of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// How its cells stand.
    pub align: Align,
}

/// How cells stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its cells; the last one names the entries where there are any.
    pub cells: Vec<String>,
    /// The entries it rests on.
    pub faq: Vec<FaqId>,
    /// Whether it sums up the rows above.
    pub is_total: bool,
    /// What is said of a group, and the position of the cell that says it.
    pub verdict: Option<(usize, Verdict)>,
}

impl Item {
    /// The box before what can be ticked; empty elsewhere.
    pub(super) fn tick_box(&self) -> &'static str {
        match self.done {
            Some(true) => "[x] ",
            Some(false) => "[ ] ",
            None => "",
        }
    }
}

impl Table {
    /// A table with these headings: the words first, then the numbers' columns by position.
    pub(super) fn new(headings: Vec<String>, right: &[usize]) -> Self {
        let columns = headings
            .into_iter()
            .enumerate()
            .map(|(position, heading)| Column {
                heading,
                align: if right.contains(&position) {
                    Align::Right
                } else {
                    Align::Left
                },
            })
            .collect();
        Self {
            columns,
            rows: Vec::new(),
        }
    }

    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(Row {
            cells,
            ..Row::default()
        });
    }

    /// A row whose last cell names its entries.
    pub(super) fn cited(&mut self, mut cells: Vec<String>, faq: &[FaqId]) {
        cells.push(bracketed(faq));
        self.rows.push(Row {
            cells,
            faq: faq.to_vec(),
            ..Row::default()
        });
    }

    /// A row of which a cell names a verdict.
    pub(super) fn judged(&mut self, cells: Vec<String>, position: usize, verdict: Verdict) {
        self.rows.push(Row {
            cells,
            verdict: Some((position, verdict)),
            ..Row::default()
        });
    }

    pub(super) fn total(&mut self, cells: Vec<String>) {
        self.rows.push(Row {
            cells,
            is_total: true,
            ..Row::default()
        });
    }
}

/// What the parts are written with: the input, its words and facts, and what has been cited.
pub(super) struct Writer<'a> {
    pub(super) input: &'a ReportInput<'a>,
    pub(super) words: Words<'a>,
    pub(super) facts: ProfileFacts<'a>,
    pub(super) progress: Progress,
}

impl<'a> Writer<'a> {
    pub(super) fn new(input: &'a ReportInput<'a>) -> Self {
        Self {
            input,
            words: Words::new(input),
            facts: ProfileFacts::new(input.catalogue, input.profile, input.plan),
            progress: Progress::of(input.profile, input.plan),
        }
    }

    /// The facts that a line about these groups rests on; empty when there are none to print.
    pub(super) fn rests_on(&self, fields: &[Field], groups: &[usize]) -> Line {
        let facts = self.facts.in_words(&self.words, fields, groups);
        let text = if facts.is_empty() {
            String::new()
        } else {
            self.words.with("plan-rests-on", &[("facts", facts.into())])
        };
        Line {
            text,
            kind: LineKind::Grounds,
            ..Line::default()
        }
    }

    /// For which groups a line is, named as given, and the facts it rests on.
    pub(super) fn grounds(&self, names: String, fields: &[Field], groups: &[usize]) -> Line {
        let mut text = self
            .words
            .with("plan-for-groups", &[("groups", names.into())]);
        let facts = self.facts.in_words(&self.words, fields, groups);
        if !facts.is_empty() {
            text.push_str(FACTS_APART);
            text.push_str(&facts);
        }
        Line {
            text,
            kind: LineKind::Grounds,
            ..Line::default()
        }
    }
}

impl PlanReport {
    /// Writes the report of a plan.
    pub fn new(input: &ReportInput<'_>) -> Self {
        Self::with(input, &ReportOptions::default())
    }

    /// Writes the report of a plan without the parts and the names that are left out; its sources
    /// are those of the parts that stay.
    pub fn with(input: &ReportInput<'_>, options: &ReportOptions) -> Self {
        let profile = options.profile(input.profile);
        let input = ReportInput {
            profile: &profile,
            ..*input
        };
        Self::written(&input, options)
    }

    fn written(input: &ReportInput<'_>, options: &ReportOptions) -> Self {
        let writer = Writer::new(input);
        let title = Self::title_of(input);
        let mut report = Self {
            language: input.language,
            running: running(&writer, &title),
            title,
            head: [parts::head::head(&writer), old_data(&writer)].concat(),
            figures: Figures::new(input),
            sections: Vec::new(),
            left_out: options.left_out.clone(),
        };
        report.add("summary", || summary(input));
        report.add("notes", || parts::notes::notes(&writer));
        report.add("changes", || parts::changes::changes(&writer));
        report.add("ledger", || parts::ledger::ledger(&writer));
        report.add("orders", || parts::orders::orders(&writer));
        report.add("waiting", || parts::waiting::waiting(&writer));
        report.add("exits", || parts::exits::exits(&writer));
        report.add("calendar", || parts::calendar::calendar(&writer));
        report.add("deployment", || parts::deployment::deployment(&writer));
        report.add("errors", || parts::deployment::errors(&writer));
        report.add("keys", || parts::deployment::keys(&writer));
        report.add("support", || notes_of(&writer, NoteSection::Support));
        report.add("coverage", || notes_of(&writer, NoteSection::Coverage));
        report.add("embedded", || parts::remarks::embedded(&writer));
        report.add("warnings", || parts::remarks::warnings(&writer));
        report.add("open", || parts::remarks::open(&writer));
        let sources = sources(&writer, &report);
        report.add("sources", || sources);
        report
    }

    /// What every report of a plan is called.
    pub(super) fn title_of(input: &ReportInput<'_>) -> String {
        let words = Words::new(input);
        let names: Vec<&str> = input
            .programmes()
            .map(|programme| programme.base.short_name.get(input.language))
            .collect();
        if input.has_several() {
            words.counted("plan-title-several", names.len() as u64)
        } else {
            words.with("plan-title", &[("programme", names.join(", ").into())])
        }
    }

    /// Writes a part unless it is left out, and adds it unless it has nothing to say.
    fn add(&mut self, id: &'static str, write: impl FnOnce() -> Vec<Block>) {
        if self.left_out.contains(id) {
            return;
        }
        let blocks = write();
        if !blocks.is_empty() {
            let title = part_title(self.language, id);
            self.sections.push(Section { id, title, blocks });
        }
    }

    /// Every entry that a line of the report cites.
    pub fn cited(&self) -> BTreeSet<&FaqId> {
        let mut cited = BTreeSet::new();
        for block in self.sections.iter().flat_map(|section| &section.blocks) {
            match block {
                Block::Paragraph(line) => cited.extend(&line.faq),
                Block::Items(items) => cited.extend(
                    items
                        .iter()
                        .flat_map(|item| &item.lines)
                        .flat_map(|line| &line.faq),
                ),
                Block::Table(table) => cited.extend(table.rows.iter().flat_map(|row| &row.faq)),
                Block::Heading(_) => {}
            }
        }
        cited
    }
}

fn running(writer: &Writer<'_>, title: &str) -> Running {
    let (words, input) = (&writer.words, writer.input);
    Running {
        organisation: clean(input.profile.organisation.name.trim()).into_owned(),
        short_title: title.to_owned(),
        as_of: words.with(
            "report-as-of",
            &[("day", words.date(input.plan.as_of).into())],
        ),
    }
}

/// A warning for each programme whose data was checked too long ago.
fn old_data(writer: &Writer<'_>) -> Vec<(String, String)> {
    let sentences = parts::changes::old_data_words(writer.input).into_iter();
    sentences
        .map(|sentence| (writer.words.tr("plan-warning"), sentence))
        .collect()
}

/// The entries that the report cites, with their questions, in the order of the FAQ.
/// The plan in three lines.
fn summary(input: &ReportInput<'_>) -> Vec<Block> {
    let item = |text| Item {
        lines: vec![Line::plain(text)],
        ..Item::default()
    };
    vec![Block::Items(summary_lines(input).map(item).into())]
}

fn sources(writer: &Writer<'_>, report: &PlanReport) -> Vec<Block> {
    let words = &writer.words;
    let cited = report.cited();
    let mut table = Table::new(vec![words.tr("plan-entry"), words.tr("plan-question")], &[]);
    for entry in writer.input.programmes().flat_map(|p| &p.faq) {
        if cited.contains(&entry.id) {
            table.row(vec![
                entry.id.as_str().to_owned(),
                entry.question.get(words.language).to_owned(),
            ]);
        }
    }
    if table.rows.is_empty() {
        Vec::new()
    } else {
        vec![Block::Table(table)]
    }
}
