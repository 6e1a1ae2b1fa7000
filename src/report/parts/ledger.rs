//! The ledger: every endpoint in one bucket, with the reasons that groups share.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::plan::{Trace, Verdict};
use crate::domain::programme::RuleId;
use crate::i18n::{self, count};
use crate::report::model::{Block, Item, Line, Table, Writer};

fn verdict_name(writer: &Writer<'_>, verdict: Verdict) -> String {
    i18n::value(writer.words.language, Field::Verdict, verdict.id())
}

/// A reason that groups of the ledger share.
struct Shared<'a> {
    verdict: Verdict,
    trace: &'a Arc<Trace>,
    groups: Vec<usize>,
}

pub(in crate::report) fn ledger(writer: &Writer<'_>) -> Vec<Block> {
    let (words, plan) = (&writer.words, writer.input.plan);
    if plan.ledger.is_empty() {
        let faq = writer.input.sources(RuleId::LicensedPerDevice);
        let text = words.tr("plan-ledger-empty");
        return vec![Block::Paragraph(Line::new(text, &faq))];
    }
    let mut totals = Table::new(
        vec![words.tr("plan-verdict"), words.tr("plan-endpoints")],
        &[1],
    );
    let mut sum = 0;
    for verdict in Verdict::ALL {
        let endpoints = plan.endpoints_with(*verdict);
        if endpoints > 0 {
            sum += endpoints;
            let cells = vec![verdict_name(writer, *verdict), words.number(endpoints)];
            totals.judged(cells, 0, *verdict);
        }
    }
    totals.total(vec![
        words.tr("plan-total"),
        words.with(
            "plan-adds-up",
            &[("sum", count(sum)), ("all", count(plan.endpoints))],
        ),
    ]);

    let mut headings = vec![
        words.tr("plan-group"),
        words.tr("plan-endpoints"),
        words.tr("plan-verdict"),
        words.tr("plan-why"),
    ];
    let has_several = writer.input.has_several();
    if has_several {
        headings.insert(1, words.tr("plan-programme"));
    }
    let numbers = if has_several { [2, 4] } else { [1, 3] };
    let mut rows = Table::new(headings, &numbers);
    let mut reasons: Vec<Shared<'_>> = Vec::new();
    let mut position_of: BTreeMap<(*const Trace, Verdict), usize> = BTreeMap::new();
    for row in &plan.ledger {
        let key = (Arc::as_ptr(&row.trace), row.verdict);
        let position = *position_of.entry(key).or_insert_with(|| {
            reasons.push(Shared {
                verdict: row.verdict,
                trace: &row.trace,
                groups: Vec::new(),
            });
            reasons.len() - 1
        });
        if let Some(shared) = reasons.get_mut(position) {
            shared.groups.push(row.group);
        }
        let is_counted = row.endpoints > 0
            || writer
                .input
                .profile
                .groups
                .get(row.group)
                .is_some_and(|group| group.endpoint_count.is_some());
        let mut cells = vec![
            words.group(row.group),
            if is_counted {
                words.number(row.endpoints)
            } else {
                words.tr("plan-not-known")
            },
            verdict_name(writer, row.verdict),
            (position + 1).to_string(),
        ];
        if let Some(name) = writer.input.tag(row.programme) {
            cells.insert(1, name.to_owned());
        }
        let position = if has_several { 3 } else { 2 };
        rows.judged(cells, position, row.verdict);
    }
    let items = reasons
        .iter()
        .enumerate()
        .map(|(position, shared)| {
            let text = words.sentences(&shared.trace.reasons);
            let mut lines = vec![Line::new(text, &shared.trace.faq)];
            lines.push(writer.rests_on(&shared.trace.fields, &shared.groups));
            Item {
                number: Some(position + 1),
                verdict: Some(shared.verdict),
                title: words.with(
                    "plan-verdict-of-groups",
                    &[
                        ("verdict", verdict_name(writer, shared.verdict).into()),
                        ("groups", words.groups(&shared.groups).into()),
                    ],
                ),
                lines,
                ..Item::default()
            }
        })
        .collect();
    let mut blocks = vec![
        Block::Table(totals),
        Block::Table(rows),
        Block::Heading(words.tr("plan-why")),
        Block::Items(items),
    ];
    let shared: Vec<usize> = (0..)
        .zip(&writer.input.profile.groups)
        .filter(|(_, group)| group.shared_endpoint_count.is_some_and(|shared| shared > 0))
        .map(|(position, _)| position)
        .collect();
    if !shared.is_empty() {
        let faq = writer.input.sources(RuleId::LicensedPerDevice);
        let text = words.with(
            "plan-counted-elsewhere",
            &[(
                "groups",
                words
                    .named(shared.iter().map(|position| {
                        let group = writer.input.profile.groups.get(*position);
                        let shared = group.and_then(|group| group.shared_endpoint_count);
                        let shared = words.number(u64::from(shared.unwrap_or(0)));
                        format!("{} ({shared})", words.group(*position))
                    }))
                    .into(),
            )],
        );
        blocks.push(Block::Paragraph(Line::new(text, &faq)));
    }
    blocks
}
