//! What an answer would do to the plan, worked out on a copy before it is chosen.

use crate::document::{Edit, apply};
use crate::domain::choice::Choice as _;
use crate::domain::money::Money;
use crate::domain::plan::{Plan, Verdict, plan_estate};
use crate::domain::text::Language;
use crate::i18n::{count, money, tr, tr_with};
use crate::ui::View;
use crate::ui::widgets::choice::Trend;
use crate::ui::widgets::words::{signed, verdict_word};

/// The difference between two plans, as far as a person cares before choosing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Effect {
    /// Order lines more or fewer.
    lines: i64,
    /// Licences more or fewer.
    licences: i64,
    /// What all order lines cost then, one amount a currency.
    amounts: Vec<Money>,
    /// Whether that is another sum than now.
    amounts_differ: bool,
    /// Endpoints more or fewer by verdict.
    verdicts: Vec<(Verdict, i64)>,
    /// Steps of the deployment more or fewer.
    steps: i64,
    /// Notes and warnings more or fewer.
    notes: i64,
    /// Whether anything of the plan differs at all.
    differs: bool,
}

fn difference(after: u64, before: u64) -> i64 {
    let clamp = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    clamp(after).saturating_sub(clamp(before))
}

fn licences(plan: &Plan) -> u64 {
    plan.orders.iter().map(|line| line.quantity).sum()
}

/// What a change would do to the plan; none when it can't be made.
pub(super) fn effect_of(view: &View<'_>, edit: &Edit) -> Option<Effect> {
    let mut document = view.document.clone();
    apply(&mut document, edit).ok()?;
    let profile = &document.profile;
    let (_, after) = plan_estate(view.catalogue, profile, view.as_of, None);
    let before = view.plan;
    let length = |items: usize| items as u64;
    let verdicts = Verdict::ALL
        .iter()
        .filter_map(|verdict| {
            let change = difference(
                after.endpoints_with(*verdict),
                before.endpoints_with(*verdict),
            );
            (change != 0).then_some((*verdict, change))
        })
        .collect();
    let amounts = after.amounts(None);
    Some(Effect {
        lines: difference(length(after.orders.len()), length(before.orders.len())),
        licences: difference(licences(&after), licences(before)),
        amounts_differ: amounts != before.amounts(None),
        amounts,
        verdicts,
        steps: difference(length(after.steps.len()), length(before.steps.len())),
        notes: difference(
            length(after.notes.len() + after.warnings.len()),
            length(before.notes.len() + before.warnings.len()),
        ),
        differs: after.orders != before.orders
            || after.steps != before.steps
            || after.notes != before.notes
            || after.warnings != before.warnings
            || after.ledger != before.ledger
            || after.calendar != before.calendar,
    })
}

impl Effect {
    /// In which direction it moves what is ordered; neither while more has to be decided first.
    pub(super) fn trend(&self) -> Trend {
        match self.licences.cmp(&0) {
            std::cmp::Ordering::Greater => Trend::More,
            std::cmp::Ordering::Less if self.undecided() <= 0 => Trend::Less,
            std::cmp::Ordering::Less | std::cmp::Ordering::Equal => Trend::Same,
        }
    }

    fn undecided(&self) -> i64 {
        self.verdicts
            .iter()
            .find(|(verdict, _)| *verdict == Verdict::NeedsDecision)
            .map_or(0, |(_, change)| *change)
    }

    /// The effect in words: what is ordered first, else what becomes of the endpoints, else the
    /// rest of the plan.
    pub(super) fn words(&self, language: Language) -> String {
        let orders_differ = self.lines != 0 || self.licences != 0 || self.amounts_differ;
        let mut parts = Vec::new();
        if orders_differ {
            parts.extend(counted(language, "decisions-effect-lines", self.lines));
            parts.extend(counted(
                language,
                "decisions-effect-licences",
                self.licences,
            ));
            parts.push(self.sum_words(language));
            if self.undecided() != 0 {
                parts.push(verdict_words(
                    language,
                    Verdict::NeedsDecision,
                    self.undecided(),
                ));
            }
            return parts.join(" · ");
        }
        for (verdict, change) in &self.verdicts {
            parts.push(verdict_words(language, *verdict, *change));
        }
        parts.extend(counted(language, "decisions-effect-steps", self.steps));
        if self.verdicts.is_empty() {
            parts.extend(counted(language, "decisions-effect-notes", self.notes));
        }
        if !parts.is_empty() {
            return parts.join(" · ");
        }
        if self.differs {
            tr(language, "decisions-effect-other")
        } else {
            tr(language, "decisions-effect-none")
        }
    }

    fn sum_words(&self, language: Language) -> String {
        if self.amounts.is_empty() {
            return tr(language, "decisions-effect-nothing-to-pay");
        }
        let sums: Vec<String> = self
            .amounts
            .iter()
            .map(|amount| money(language, *amount))
            .collect();
        let sum = sums.join(" + ");
        tr_with(language, "decisions-effect-in-all", &[("sum", sum.into())])
    }
}

/// A change in words, unless it is none.
fn counted(language: Language, id: &'static str, change: i64) -> Option<String> {
    if change == 0 {
        return None;
    }
    let sign = if change < 0 { "−" } else { "+" };
    let args = [
        ("sign", sign.into()),
        ("count", count(change.unsigned_abs())),
    ];
    Some(tr_with(language, id, &args))
}

fn verdict_words(language: Language, verdict: Verdict, change: i64) -> String {
    let word = verdict_word(language, verdict);
    format!("{word} {}", signed(language, change))
}
