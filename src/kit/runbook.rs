//! The runbook of a group: the steps of its plan in order, what may go wrong, keys and support.

use crate::domain::field::Field;
use crate::i18n::{self, tr, tr_with};
use crate::report::model::{Block, Line, LineKind};
use crate::report::options::PARTS;
use crate::report::{PlanReport, ReportInput, ReportOptions, markdown, text};

use super::group::{GroupKit, Route, Way};
use super::windows_text;

/// The parts of a plan's report that a runbook has.
const KEPT: [&str; 4] = ["deployment", "errors", "keys", "support"];

/// The runbook as plain text.
pub(super) const TEXT: &str = "runbook.txt";

/// Adds the runbook as plain text and as Markdown.
pub(super) fn add(group: &GroupKit<'_>, add: &mut dyn FnMut(&str, Vec<u8>)) {
    let language = group.language;
    let input = ReportInput {
        profile: &group.profile,
        walk: &group.walk,
        plan: &group.plan,
        since_saved: None,
        ..*group.input
    };
    let options = ReportOptions {
        left_out: PARTS
            .into_iter()
            .filter(|part| !KEPT.contains(part))
            .collect(),
        ..ReportOptions::default()
    };
    let mut report = PlanReport::with(&input, &options);
    let lines = report.sections.iter_mut().flat_map(|part| &mut part.blocks);
    for block in lines {
        match block {
            Block::Items(items) => {
                for item in items {
                    item.lines.retain_mut(|line| is_told(group, line));
                }
            }
            Block::Heading(_) | Block::Paragraph(_) | Block::Table(_) => {}
        }
    }
    if let Some(id) = scripts_words(group)
        && let Some(steps) = report.sections.iter_mut().find(|s| s.id == "deployment")
    {
        let words = Line::plain(tr(language, id));
        steps.blocks.insert(0, Block::Paragraph(words));
    }
    report.title = tr_with(
        language,
        "kit-runbook",
        &[("group", group.name.as_str().into())],
    );
    let mut endpoints = group.plan.endpoints.to_string();
    if group
        .group()
        .is_none_or(|group| group.endpoint_count.is_none())
    {
        endpoints = tr(language, "plan-not-known");
    }
    report.head = vec![
        (
            tr(language, "plan-programme"),
            group.programme.base.name.get(language).to_owned(),
        ),
        (
            tr(language, "plan-as-of"),
            i18n::date(language, group.plan.as_of),
        ),
        (tr(language, "plan-endpoints"), endpoints),
        (i18n::field(language, Field::Verdict), group.verdicts()),
    ];
    add(TEXT, windows_text(&text::render(&report)));
    add("runbook.md", markdown::render(&report).into_bytes());
}

/// What of the steps the scripts beside the runbook do; none where they only look.
fn scripts_words(group: &GroupKit<'_>) -> Option<&'static str> {
    match &group.way {
        Way::Keys { route, .. } => Some(match route {
            Route::Online | Route::Phone => "kit-runbook-keys",
            Route::Vamt => "kit-runbook-vamt",
        }),
        Way::Check { .. } | Way::Arc | Way::ByHand | Way::Nothing => None,
    }
}

/// Takes out of a line for whom it is, since all of them are for this group; whether anything is
/// left of it.
fn is_told(group: &GroupKit<'_>, line: &mut Line) -> bool {
    if line.kind != LineKind::Grounds {
        return true;
    }
    let whom = tr_with(
        group.language,
        "plan-for-groups",
        &[("groups", group.name.as_str().into())],
    );
    if let Some(rest) = line.text.strip_prefix(&whom) {
        line.text = rest.trim_start_matches(" · ").to_owned();
    }
    !line.text.is_empty()
}
