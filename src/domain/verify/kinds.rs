//! The kinds of what a plan can reach, and the conditions under which it does.

use crate::domain::choice::Choice as _;
use crate::domain::guide::condition::Condition;
use crate::domain::programme::Programme;

/// The kinds of the reached items.
pub(super) const VERDICT: &str = "verdicts";
pub(super) const RULE: &str = "rules";
pub(super) const ORDER: &str = "order lines";
pub(super) const QUESTION_OPEN: &str = "questions asked";
pub(super) const QUESTION_SETTLED: &str = "questions settled";
pub(super) const QUESTION_NOT: &str = "questions not applicable";
pub(super) const FAQ_YES: &str = "FAQ entries that apply";
pub(super) const FAQ_NO: &str = "FAQ entries that do not apply";
pub(super) const STEP: &str = "steps";
pub(super) const NOTE: &str = "notes and warnings";
pub(super) const EVENT: &str = "calendar days";
pub(super) const ERROR: &str = "known errors";
pub(super) const OFFER: &str = "offers";
pub(super) const REQUIREMENT: &str = "requirements";
pub(super) const ENTITLEMENT: &str = "rights at no cost";
pub(super) const EXIT: &str = "ways out";

/// Goes through the conditions of everything that a programme says or asks.
pub(in crate::domain) fn for_each_condition<'a>(
    programme: &'a Programme,
    visit: &mut impl FnMut(&'static str, &'a str, &'a Condition),
) {
    for question in &programme.questions {
        visit(QUESTION_OPEN, question.fills.id(), &question.ask_if);
    }
    for step in &programme.deployment.steps {
        visit(STEP, &step.id, &step.when);
    }
    for error in &programme.deployment.errors {
        visit(ERROR, &error.symptom.en, &error.when);
    }
    for note in &programme.notes {
        visit(NOTE, &note.code, &note.when);
    }
    for event in &programme.events {
        visit(EVENT, &event.id, &event.when);
    }
    for exit in &programme.exits {
        visit(EXIT, &exit.id, &exit.when);
    }
    for entry in &programme.faq {
        visit(FAQ_YES, entry.id.as_str(), &entry.applies);
    }
}

/// The conditions that decide about a group before anything is ordered for it.
pub(in crate::domain) fn early_conditions(programme: &Programme) -> Vec<&Condition> {
    let base = &programme.base;
    let offers = base.offers.iter().flat_map(|offer| {
        let requirements = offer.requires.iter().map(|requirement| &requirement.met);
        std::iter::once(&offer.when).chain(requirements)
    });
    let rights = base.entitlements.iter().map(|right| &right.when);
    let skus = programme.skus.iter().map(|sku| &sku.when);
    let mut conditions: Vec<&Condition> = Vec::new();
    for condition in offers.chain(rights).chain(skus) {
        if *condition != Condition::Always && !conditions.contains(&condition) {
            conditions.push(condition);
        }
    }
    conditions
}
