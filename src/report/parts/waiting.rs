//! What is unprotected since when, and what it costs to wait.

use crate::domain::programme::RuleId;
use crate::report::model::{Block, Item, Line, Table, Writer};
use crate::report::words::add_sentence;

pub(in crate::report) fn waiting(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    let mut blocks = Vec::new();
    let items: Vec<Item> = plan
        .exposure
        .iter()
        .map(|part| {
            let args = [
                (
                    "endpoints",
                    words.counted("plan-count-endpoints", part.endpoints).into(),
                ),
                ("groups", words.groups(&part.groups).into()),
                ("since", words.date(part.since).into()),
                ("first", words.date(part.first_missed).into()),
                (
                    "releases",
                    words
                        .counted(
                            "plan-count-releases-missed",
                            u64::from(part.releases_missed.unwrap_or(0)),
                        )
                        .into(),
                ),
                (
                    "months",
                    words
                        .counted("plan-count-months", u64::from(part.months))
                        .into(),
                ),
            ];
            let id = match part.releases_missed {
                Some(0) | None if !part.is_over && part.first_missed > plan.as_of => {
                    if part.is_hopeless {
                        "plan-exposed-from-without-esu"
                    } else {
                        "plan-exposed-from"
                    }
                }
                Some(0) if part.is_hopeless => "plan-exposed-after-support",
                Some(0) => "plan-exposed-after-the-end",
                None if part.is_over => "plan-exposed-after-the-end",
                None => "plan-exposed-without-rhythm",
                Some(_) => "plan-exposed",
            };
            let mut text = writer.input.tagged(part.programme, &words.with(id, &args));
            for reason in &part.trace.reasons {
                add_sentence(&mut text, &words.say(reason));
            }
            let mut lines = vec![Line::new(text, &part.trace.faq)];
            lines.push(writer.rests_on(&part.trace.fields, &part.groups));
            Item {
                lines,
                ..Item::default()
            }
        })
        .collect();
    if items.is_empty() {
        let faq = writer.input.sources(RuleId::UnprotectedWithout);
        let text = words.tr("plan-exposed-none");
        blocks.push(Block::Paragraph(Line::new(text, &faq)));
    } else {
        blocks.push(Block::Items(items));
    }
    if plan.waiting.is_empty() {
        return blocks;
    }
    let mut table = Table::new(
        vec![
            words.tr("plan-first-order-in"),
            words.tr("plan-from"),
            words.tr("plan-due-then"),
            words.tr("plan-releases-missed-by-then"),
            words.tr("plan-faq"),
        ],
        &[2, 3],
    );
    for waiting in &plan.waiting {
        table.cited(
            vec![
                writer.input.tagged(
                    waiting.programme,
                    &words.with(
                        "plan-year-number",
                        &[("year", waiting.year.number().to_string().into())],
                    ),
                ),
                words.date(waiting.from),
                words.amounts(&waiting.amounts),
                waiting
                    .releases_missed
                    .map_or_else(|| "–".to_owned(), |missed| words.number(u64::from(missed))),
            ],
            &waiting.trace.faq,
        );
    }
    let waiting = plan.waiting.iter().map(|line| line.programme);
    let faq = writer
        .input
        .sources_of(RuleId::EarlierYearsAreRequired, waiting);
    let text = words.tr("plan-waiting-explained");
    blocks.push(Block::Heading(words.tr("plan-if-it-waits")));
    blocks.push(Block::Paragraph(Line::new(text, &faq)));
    blocks.push(Block::Table(table));
    blocks
}
