//! Support, coverage, embedded devices, warnings, open decisions and assumptions.

use crate::domain::field::{Field, Place};
use crate::domain::plan::{Assumption, OpenQuestion, PlanNote, Verdict};
use crate::domain::programme::{NoteSection, Product, Route, RuleId, Severity};
use crate::i18n;
use crate::report::model::{Block, Item, Line, Table, Writer};
use crate::report::words::{Words, add_certainty, add_sentence, answer_text};

/// The notes of a part of the plan as one list; nothing when there are none.
pub(in crate::report) fn notes_of(writer: &Writer<'_>, section: NoteSection) -> Vec<Block> {
    let items: Vec<Item> = writer
        .input
        .plan
        .notes
        .iter()
        .filter(|note| note.section == section)
        .map(|note| Item {
            lines: note_lines(writer, note),
            ..Item::default()
        })
        .collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::Items(items)]
    }
}

/// A note after the name of its programme, where there are several.
fn note_lines(writer: &Writer<'_>, note: &PlanNote) -> Vec<Line> {
    let mut lines = untagged_lines(writer, note);
    if let Some(first) = lines.first_mut() {
        first.text = writer.input.tagged(note.programme, &first.text);
    }
    lines
}

/// A note with how sure it is, then the groups it concerns and what it rests on.
fn untagged_lines(writer: &Writer<'_>, note: &PlanNote) -> Vec<Line> {
    let words = &writer.words;
    let mut text = String::new();
    add_sentence(&mut text, &words.say(&note.text));
    let concerned = writer.input.groups_of(note.programme, &note.groups);
    let mut grounds = if note.groups.is_empty() || writer.input.profile.groups.len() == 1 {
        writer.rests_on(&note.fields, concerned)
    } else {
        let names = words.groups(&note.groups);
        writer.grounds(names, &note.fields, &note.groups)
    };
    add_certainty(words, &mut grounds.text, note.certainty);
    let mut lines = vec![Line::new(text, &note.faq)];
    if !grounds.text.is_empty() {
        lines.push(grounds);
    }
    lines
}

pub(in crate::report) fn embedded(writer: &Writer<'_>) -> Vec<Block> {
    let words = &writer.words;
    let input = writer.input;
    let mut items = Vec::new();
    let mut products: Vec<&Product> = Vec::new();
    for row in &input.plan.ledger {
        let Some(group) = input.profile.groups.get(row.group) else {
            continue;
        };
        let product = group.product.as_deref();
        let Some(product) = product.and_then(|id| input.catalogue.product(id)) else {
            continue;
        };
        if product.coverage.is_empty() || product.route != Route::Oem {
            continue;
        }
        if !products.iter().any(|known| known.id == product.id) {
            products.push(product);
        }
        if row.verdict != Verdict::Oem {
            continue;
        }
        let answer = |field| {
            let answer = writer.facts.answer(Place::Group(row.group), field);
            answer_text(words.language, input.catalogue, field, answer)
        };
        // An EPSO contract is a thing of the programmes that ask for it.
        let asks_epso = input.programme(row.programme).is_some_and(|programme| {
            let mut questions = programme.questions.iter();
            questions.any(|question| question.fills == Field::Epso)
        });
        let text = words.with(
            if asks_epso {
                "plan-embedded-group"
            } else {
                "plan-embedded-group-without-epso"
            },
            &[
                ("group", words.group(row.group).into()),
                (
                    "endpoints",
                    words.counted("plan-count-endpoints", row.endpoints).into(),
                ),
                ("product", product.name.get(words.language).into()),
                ("oem", answer(Field::Oem).into()),
                ("epso", answer(Field::Epso).into()),
            ],
        );
        let programme = input.programme(row.programme);
        let faq = programme.map_or(&[][..], |programme| {
            programme.rule_sources(RuleId::OemSellsEmbedded)
        });
        items.push(Item {
            lines: vec![Line::new(text, faq)],
            ..Item::default()
        });
    }
    let mut blocks = Vec::new();
    if !items.is_empty() {
        blocks.push(Block::Items(items));
    }
    if !products.is_empty() {
        let mut table = Table::new(
            vec![
                words.tr("plan-product"),
                words.tr("plan-updates-until"),
                words.tr("plan-own-years"),
                words.tr("plan-faq"),
            ],
            &[],
        );
        for product in products {
            let years: Vec<String> = product
                .coverage
                .iter()
                .map(|window| {
                    words.with(
                        "plan-year-until",
                        &[
                            ("year", window.year.number().to_string().into()),
                            ("day", words.date(window.last_day).into()),
                        ],
                    )
                })
                .collect();
            table.cited(
                vec![
                    product.name.get(words.language).to_owned(),
                    product
                        .end_of_support
                        .map_or_else(String::new, |day| words.date(day)),
                    years.join(", "),
                ],
                &product.faq,
            );
        }
        blocks.push(Block::Table(table));
    }
    blocks.extend(notes_of(writer, NoteSection::Embedded));
    blocks
}

pub(in crate::report) fn warnings(writer: &Writer<'_>) -> Vec<Block> {
    let words = &writer.words;
    let mut items = Vec::new();
    for severity in [Severity::Contradiction, Severity::Warning] {
        for note in &writer.input.plan.warnings {
            if note.severity != severity {
                continue;
            }
            let about = i18n::field(words.language, note.about);
            let label = match severity {
                Severity::Contradiction => words.tr("plan-contradiction"),
                Severity::Warning | Severity::Info => words.tr("plan-warning"),
            };
            items.push(Item {
                severity: Some(severity),
                title: writer
                    .input
                    .tagged(note.programme, &format!("{label}: {about}")),
                lines: untagged_lines(writer, note),
                ..Item::default()
            });
        }
    }
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::Items(items)]
    }
}

pub(in crate::report) fn open(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    // What is assumed about the very thing that is to be decided stands with the decision.
    let is_same = |question: &OpenQuestion, assumption: &Assumption| {
        question.programme == assumption.programme
            && question.field == Some(assumption.field)
            && question.groups == groups_of(assumption)
    };
    let mut blocks = Vec::new();
    let decisions: Vec<Item> = plan
        .open_questions
        .iter()
        .map(|question| {
            let mut text = String::new();
            let mut faq = question.faq.to_vec();
            add_sentence(&mut text, &words.say(&question.text));
            for assumption in plan.assumptions.iter().filter(|a| is_same(question, a)) {
                add_assumption(words, &mut text, assumption);
                for id in assumption.faq.iter() {
                    if !faq.contains(id) {
                        faq.push(id.clone());
                    }
                }
            }
            Item {
                title: question.field.map_or_else(String::new, |field| {
                    let title = field_at(writer, field, &question.groups);
                    writer.input.tagged(question.programme, &title)
                }),
                lines: vec![Line::new(text, &faq)],
                ..Item::default()
            }
        })
        .collect();
    if !decisions.is_empty() {
        blocks.push(Block::Heading(words.tr("plan-to-decide")));
        blocks.push(Block::Items(decisions));
    }
    let assumptions: Vec<Item> = plan
        .assumptions
        .iter()
        .filter(|a| {
            !plan
                .open_questions
                .iter()
                .any(|question| is_same(question, a))
        })
        .map(|assumption| {
            let mut text = String::new();
            add_assumption(words, &mut text, assumption);
            Item {
                title: writer.input.tagged(
                    assumption.programme,
                    &field_at(writer, assumption.field, &groups_of(assumption)),
                ),
                lines: vec![Line::new(text, &assumption.faq)],
                ..Item::default()
            }
        })
        .collect();
    if !assumptions.is_empty() {
        blocks.push(Block::Heading(words.tr("plan-assumptions")));
        blocks.push(Block::Items(assumptions));
    }
    blocks
}

fn groups_of(assumption: &Assumption) -> Vec<usize> {
    assumption
        .places
        .iter()
        .filter_map(|place| match place {
            Place::Organisation => None,
            Place::Group(position) => Some(*position),
        })
        .collect()
}

/// What is assumed, what another answer changes, and the amounts that hang on it.
fn add_assumption(words: &Words<'_>, text: &mut String, assumption: &Assumption) {
    add_sentence(text, &words.say(&assumption.assumed));
    let change = words.say(&assumption.would_change);
    let change = words.with("plan-would-change", &[("change", change.into())]);
    add_sentence(text, &change);
    if !assumption.amounts.is_empty() {
        let amount = words.amounts(&assumption.amounts);
        let hanging = words.with("plan-hangs-on-it", &[("amount", amount.into())]);
        add_sentence(text, &hanging);
    }
}

/// A field with the groups that it is open for.
fn field_at(writer: &Writer<'_>, field: Field, groups: &[usize]) -> String {
    let words = &writer.words;
    let field = i18n::field(words.language, field);
    if groups.is_empty() {
        return field;
    }
    words.with(
        "plan-field-of-groups",
        &[
            ("field", field.into()),
            ("groups", words.groups(groups).into()),
        ],
    )
}
