//! The deployment in order, known errors, and keys with their activations.

use crate::domain::choice::Choice as _;
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{OrderLine, OrderWhen, PlanStep};
use crate::domain::programme::{NoteSection, Phase, Programme, RuleId};
use crate::domain::progress::Tick;
use crate::report::model::{Block, Commands, Item, Line, LineKind, Table, Writer};
use crate::report::words::{add_certainty, clean};

use super::remarks::notes_of;

pub(in crate::report) fn deployment(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    let mut blocks = Vec::new();
    if writer.progress.is_begun() {
        let text = words.with(
            "plan-screen-progress",
            &[
                (
                    "done",
                    words.number(writer.progress.steps_done() as u64).into(),
                ),
                ("all", words.number(plan.steps.len() as u64).into()),
            ],
        );
        blocks.push(Block::Paragraph(Line::plain(text)));
    }
    let mut number = 0;
    for phase in Phase::ALL {
        let mut items = Vec::new();
        let steps = plan.steps.iter().enumerate();
        for (position, step) in steps.filter(|(_, step)| step.phase == *phase) {
            number += 1;
            items.push(step_item(writer, number, position, step));
        }
        if !items.is_empty() {
            blocks.push(Block::Heading(words.phase(*phase)));
            blocks.push(Block::Items(items));
        }
    }
    let notes = notes_of(writer, NoteSection::Deployment);
    if !blocks.is_empty() && !notes.is_empty() {
        blocks.push(Block::Heading(words.tr("plan-good-to-know")));
    }
    blocks.extend(notes);
    blocks
}

fn step_item(writer: &Writer<'_>, number: usize, position: usize, step: &PlanStep) -> Item {
    let words = &writer.words;
    let names = words.groups(&step.groups);
    let mut grounds = writer.grounds(names, &step.fields, &step.groups);
    let programme = writer.input.programme(step.programme);
    let mut steps = programme.iter().flat_map(|p| &p.deployment.steps);
    if let Some(known) = steps.find(|known| *known.id == *step.id) {
        add_certainty(words, &mut grounds.text, known.certainty);
    }
    let mut lines = vec![
        Line::new(step.detail.get(words.language).to_owned(), &step.faq),
        grounds,
    ];
    let tick = writer.progress.of_step(position);
    if tick == Tick::Partly {
        let done = writer.input.groups_done(step);
        let names = words.groups(&done);
        let text = words.with("plan-screen-done-for", &[("groups", names.into())]);
        lines.push(Line {
            text,
            kind: LineKind::Grounds,
            ..Line::default()
        });
    }
    Item {
        number: Some(number),
        done: writer.progress.is_begun().then_some(tick == Tick::Done),
        title: writer
            .input
            .tagged(step.programme, step.title.get(words.language)),
        lines,
        commands: commands(writer, step),
        ..Item::default()
    }
}

/// The commands of each year under its own label.
fn commands(writer: &Writer<'_>, step: &PlanStep) -> Vec<Commands> {
    let words = &writer.words;
    if step.commands.is_empty() {
        return Vec::new();
    }
    let years = step.years.len();
    if years < 2 || !step.commands.len().is_multiple_of(years) {
        return vec![Commands {
            label: match step.years.as_slice() {
                [] => String::new(),
                years => words.years(years),
            },
            commands: step.commands.clone(),
        }];
    }
    step.years
        .iter()
        .zip(step.commands.chunks(step.commands.len() / years))
        .map(|(year, commands)| Commands {
            label: words.years(&[*year]),
            commands: commands.to_vec(),
        })
        .collect()
}

pub(in crate::report) fn errors(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    let mut blocks = Vec::new();
    for phase in Phase::ALL {
        let items: Vec<Item> = plan
            .errors
            .iter()
            .filter(|error| error.phase == *phase)
            .map(|error| {
                let text = words.with(
                    "plan-error",
                    &[
                        ("cause", error.cause.get(words.language).into()),
                        ("action", error.action.get(words.language).into()),
                    ],
                );
                Item {
                    title: writer
                        .input
                        .tagged(error.programme, error.symptom.get(words.language)),
                    lines: vec![Line::new(clean(&text).into_owned(), &error.faq)],
                    ..Item::default()
                }
            })
            .collect();
        if !items.is_empty() {
            blocks.push(Block::Heading(words.phase(*phase)));
            blocks.push(Block::Items(items));
        }
    }
    blocks
}

pub(in crate::report) fn keys(writer: &Writer<'_>) -> Vec<Block> {
    let words = &writer.words;
    let plan = writer.input.plan;
    let mut blocks = Vec::new();
    for (position, programme) in writer.input.programmes().enumerate() {
        let mut table = Table::new(
            vec![
                words.tr("plan-year"),
                words.tr("plan-owned"),
                words.tr("plan-ordered-now"),
                words.tr("plan-ordered-later"),
                words.tr("plan-activation-id"),
            ],
            &[0, 1, 2, 3],
        );
        let windows = &programme.base.coverage;
        // Where no year has an Activation ID, nothing is activated with one.
        if !windows.iter().any(|window| window.activation_id.is_some()) {
            continue;
        }
        for window in windows {
            let owned = owned(writer, position, window.year);
            let ordered = |when| -> u64 {
                plan.orders
                    .iter()
                    .filter(|line| line.programme == position)
                    .filter(|line| line.year == window.year && line.when == when)
                    .filter(|line| uses_the_years_of(programme, line))
                    .map(|line| line.quantity)
                    .sum()
            };
            let (now, later) = (ordered(OrderWhen::Now), ordered(OrderWhen::Later));
            if owned + now + later == 0 {
                continue;
            }
            table.row(vec![
                window.year.number().to_string(),
                words.number(owned),
                words.number(now),
                words.number(later),
                window
                    .activation_id
                    .clone()
                    .unwrap_or_else(|| "–".to_owned()),
            ]);
        }
        if table.rows.is_empty() {
            continue;
        }
        if let Some(name) = writer.input.tag(position) {
            blocks.push(Block::Heading(name.to_owned()));
        }
        blocks.push(Block::Table(table));
        let faq = programme.rule_sources(RuleId::OneSkuAYear);
        // That each year has a key of its own is not stated for every programme.
        let text = if programme.has_rule(RuleId::OneKeyAYear) {
            words.tr("plan-keys-explained")
        } else {
            words.tr("plan-activation-ids-explained")
        };
        blocks.push(Block::Paragraph(Line::new(text, faq)));
    }
    blocks.extend(notes_of(writer, NoteSection::Keys));
    blocks
}

/// Whether a line is of an offer that lives by the programme's own coverage years.
fn uses_the_years_of(programme: &Programme, line: &OrderLine) -> bool {
    let sku = programme.skus.iter().find(|sku| sku.id == line.sku);
    let mut offers = programme.base.offers.iter();
    let offer = sku.and_then(|sku| offers.find(|offer| offer.id == sku.offer));
    offer.is_some_and(|offer| offer.coverage.is_empty())
}

/// How many licences of a year the groups of one of the plan's programmes own.
fn owned(writer: &Writer<'_>, programme: usize, year: CoverageYear) -> u64 {
    let part = writer.input.plan.programmes.get(programme);
    let groups = part.iter().flat_map(|part| &part.groups);
    groups
        .filter_map(|position| writer.input.profile.groups.get(*position))
        .filter_map(|group| group.owned.as_ref()?.get(&year))
        .map(|quantity| u64::from(*quantity))
        .sum()
}
