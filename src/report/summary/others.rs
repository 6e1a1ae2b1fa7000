//! Who needs no order, and what is still to be decided.

use crate::domain::choice::Choice as _;
use crate::domain::plan::Verdict;
use crate::domain::programme::RuleId;
use crate::report::ReportInput;
use crate::report::words::Words;

/// So many open decisions are named.
const QUESTIONS_SHOWN: usize = 2;

pub(super) fn others(input: &ReportInput<'_>, words: &Words<'_>) -> String {
    let plan = input.plan;
    let mut parts: Vec<String> = Vec::new();
    let free = plan
        .ledger
        .iter()
        .filter(|row| row.verdict == Verdict::CoveredFree);
    let is_free_by_host = free
        .map(|row| &row.trace.rules)
        .all(|rules| rules.contains(&RuleId::HostIsFree));
    for verdict in Verdict::ALL {
        let id = match verdict {
            Verdict::Buy => continue,
            Verdict::CoveredFree if is_free_by_host => "summary-others-covered-free",
            Verdict::CoveredFree => "summary-others-covered-at-no-cost",
            Verdict::AlreadyCovered => "summary-others-already-covered",
            Verdict::Oem => "summary-others-oem",
            Verdict::NotEligible => "summary-others-not-eligible",
            Verdict::NotOffered => "summary-others-not-offered",
            Verdict::Retired => "summary-others-retired",
            Verdict::NeedsDecision => "summary-others-needs-decision",
        };
        let endpoints = plan.endpoints_with(*verdict);
        if endpoints > 0 {
            parts.push(words.counted(id, endpoints));
        }
    }
    if !plan.uncounted_groups.is_empty() {
        parts.push(words.counted(
            "summary-others-uncounted",
            plan.uncounted_groups.len() as u64,
        ));
    }
    if parts.is_empty() {
        let id = if plan.endpoints == 0 {
            "summary-others-unknown"
        } else {
            "summary-others-none"
        };
        let mut text = if plan.open_questions.is_empty() || plan.endpoints == 0 {
            words.tr(id)
        } else {
            words.tr("summary-others-none-but")
        };
        if plan.endpoints > 0 {
            add_questions(&mut text, input, words);
        }
        return text;
    }
    let id = if plan.endpoints_with(Verdict::Buy) > 0 {
        "summary-others"
    } else {
        "summary-endpoints"
    };
    let mut text = words.with(id, &[("parts", parts.join("; ").into())]);
    add_questions(&mut text, input, words);
    text
}

/// What is still to be decided, each question once.
fn add_questions(text: &mut String, input: &ReportInput<'_>, words: &Words<'_>) {
    let mut questions: Vec<String> = input
        .plan
        .open_questions
        .iter()
        .map(|question| {
            // The question alone; the plan has what to do about it.
            let text = words.say(&question.text);
            let end = text.find('?').map_or(text.len(), |position| position + 1);
            text.get(..end).unwrap_or_default().to_owned()
        })
        .collect();
    let mut seen = Vec::new();
    questions.retain(|question| {
        let is_new = !seen.contains(question);
        seen.push(question.clone());
        is_new
    });
    questions.truncate(QUESTIONS_SHOWN);
    if !questions.is_empty() {
        text.push(' ');
        text.push_str(&words.with(
            "summary-to-decide",
            &[("questions", questions.join(" ").into())],
        ));
    }
}
