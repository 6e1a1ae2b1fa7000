//! Ways out of the old systems, beside ESU: what each leads to, costs, and from when it pays.

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::plan::{PlanExit, WaysOut};
use crate::i18n;
use crate::report::model::{Block, Item, Line, Table, Writer};
use crate::report::words::{add_certainty, add_sentence, cheaper_words};

/// Up to so many groups are told one by one; beyond that a programme's groups stand together.
const GROUPS_SHOWN: usize = 12;

pub(in crate::report) fn exits(writer: &Writer<'_>) -> Vec<Block> {
    let (words, input) = (&writer.words, writer.input);
    let ways = WaysOut::new(input.catalogue, input.profile, input.plan);
    let mut all: Vec<PlanExit> = Vec::new();
    let groups = input.profile.groups.len();
    if groups <= GROUPS_SHOWN {
        all.extend((0..groups).flat_map(|position| ways.of_group(position)));
    } else {
        let programmes = 0..input.plan.programmes.len();
        all.extend(programmes.flat_map(|programme| ways.of_programme(programme)));
    }
    if all.is_empty() {
        return Vec::new();
    }
    // Without a price of the organisation's own there is nothing to compare.
    let is_priced = all.iter().any(|exit| exit.exit_cost.is_some());
    let mut headings = vec![
        words.tr("plan-groups"),
        words.tr("plan-exit"),
        words.tr("plan-endpoints"),
        words.tr("plan-exit-becomes"),
        words.tr("plan-exit-target-ends"),
        words.tr("plan-exit-esu-cost"),
    ];
    let mut numbers = vec![2, 5];
    if is_priced {
        headings.push(words.tr("plan-exit-cost"));
        headings.push(words.tr("plan-exit-breaks-even"));
        numbers.push(6);
    }
    let mut table = Table::new(headings, &numbers);
    let nothing = || "–".to_owned();
    let mut told: Vec<&PlanExit> = Vec::new();
    for exit in &all {
        let Some(data) = input.catalogue.exit(&exit.id) else {
            continue;
        };
        let mut cells = vec![
            words.groups(&exit.groups),
            data.name.get(words.language).to_owned(),
            words.number(exit.endpoints),
            i18n::value(words.language, Field::Verdict, exit.becomes.id()),
            exit.target_ends.map_or_else(nothing, |day| words.date(day)),
            exit.esu_cost.map_or_else(nothing, |cost| words.money(cost)),
        ];
        if is_priced {
            let cost = exit
                .exit_cost
                .map_or_else(nothing, |cost| words.money(cost));
            cells.push(cost);
            cells.push(cheaper_words(words.language, exit).unwrap_or_else(nothing));
        }
        table.judged(cells, 3, exit.becomes);
        if !told.iter().any(|known| known.id == exit.id) {
            told.push(exit);
        }
    }
    let items = told
        .into_iter()
        .filter_map(|exit| {
            let data = input.catalogue.exit(&exit.id)?;
            let mut text = String::new();
            add_sentence(&mut text, data.text.get(words.language));
            let mut grounds = writer.rests_on(&exit.fields, &exit.groups);
            add_certainty(words, &mut grounds.text, exit.certainty);
            let mut lines = vec![Line::new(text, &exit.faq)];
            if !grounds.text.is_empty() {
                lines.push(grounds);
            }
            Some(Item {
                title: input.tagged(exit.programme, data.name.get(words.language)),
                lines,
                ..Item::default()
            })
        })
        .collect();
    vec![
        Block::Table(table),
        Block::Paragraph(Line::plain(words.tr(if is_priced {
            "plan-exits-explained"
        } else {
            "plan-exits-without-price"
        }))),
        Block::Items(items),
    ]
}
