//! What an answer would do to the plan, worked out on a copy before it is chosen.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::document::{Edit, apply};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::SalesChannel;
use crate::domain::money::Money;
use crate::domain::plan::{OrderWhen, Plan, Verdict, plan_estate};
use crate::domain::programme::Unit;
use crate::domain::text::{Language, LocalText};
use crate::i18n::{self, count, money, number, tr, tr_with};
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
    /// Packs of cores more or fewer.
    packs: i64,
    /// Single cores more or fewer.
    cores: i64,
    /// What all order lines cost then, one amount a currency.
    amounts: Vec<Money>,
    /// How many order lines have no price then.
    unpriced: usize,
    /// Whether that is another sum than now.
    amounts_differ: bool,
    /// Endpoints more or fewer by verdict.
    verdicts: Vec<(Verdict, i64)>,
    /// The order lines whose quantity differs.
    changed_lines: Vec<ChangedLine>,
    /// Steps of the deployment that are added (true) or fall away.
    changed_steps: Vec<(bool, LocalText)>,
    /// Steps of the deployment more or fewer.
    steps: i64,
    /// Notes and warnings more or fewer.
    notes: i64,
    /// Whether anything of the plan differs at all.
    differs: bool,
}

/// An order line with its quantity now and then; 0 where there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
struct ChangedLine {
    name: String,
    channel: SalesChannel,
    before: u64,
    after: u64,
}

impl ChangedLine {
    fn change(&self) -> i64 {
        difference(self.after, self.before)
    }
}

/// The lines whose quantity differs between two plans, in the order of the plans.
fn changed_lines(before: &Plan, after: &Plan) -> Vec<ChangedLine> {
    type Key<'p> = (Option<&'p str>, &'p str, SalesChannel, bool);
    let mut found: BTreeMap<Key<'_>, (usize, ChangedLine)> = BTreeMap::new();
    for (plan, is_after) in [(before, false), (after, true)] {
        for line in &plan.orders {
            let programme = plan.programmes.get(line.programme).map(|part| &*part.id);
            let key = (programme, &*line.sku, line.channel, line.back_charge);
            let position = found.len();
            let (_, changed) = found.entry(key).or_insert_with(|| {
                let line = ChangedLine {
                    name: line.sku_name.clone(),
                    channel: line.channel,
                    before: 0,
                    after: 0,
                };
                (position, line)
            });
            if is_after {
                changed.after += line.quantity;
            } else {
                changed.before += line.quantity;
            }
        }
    }
    let mut lines: Vec<(usize, ChangedLine)> = found.into_values().collect();
    lines.retain(|(_, line)| line.before != line.after);
    lines.sort_by_key(|(position, _)| *position);
    lines.into_iter().map(|(_, line)| line).collect()
}

/// The steps that only one of two plans has: those of the new one first.
fn changed_steps(before: &Plan, after: &Plan) -> Vec<(bool, LocalText)> {
    let lacks = |plan: &Plan, id: &Arc<str>| !plan.steps.iter().any(|step| step.id == *id);
    let added = after.steps.iter().filter(|step| lacks(before, &step.id));
    let gone = before.steps.iter().filter(|step| lacks(after, &step.id));
    let added = added.map(|step| (true, step.title.clone()));
    added
        .chain(gone.map(|step| (false, step.title.clone())))
        .collect()
}

fn difference(after: u64, before: u64) -> i64 {
    let clamp = |number: u64| i64::try_from(number).unwrap_or(i64::MAX);
    clamp(after).saturating_sub(clamp(before))
}

/// What all order lines count: licences, packs of cores and single cores.
fn units(plan: &Plan) -> [u64; 3] {
    let mut units = [0; 3];
    for line in &plan.orders {
        let [licences, packs, cores] = &mut units;
        let sum = match line.unit {
            Unit::Device | Unit::User(_) | Unit::Account(_) => licences,
            Unit::Cores(of) if of.pack > 1 => packs,
            Unit::Cores(_) => cores,
        };
        // What is billed back in a running year is what runs on, and what runs goes on by itself.
        let runs_on = line.when == OrderWhen::Later && line.order_by.is_none();
        if (line.back_year || !line.back_charge) && !runs_on {
            *sum += line.quantity;
        }
    }
    units
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
    let ([licences, packs, cores], [licences_now, packs_now, cores_now]) =
        (units(&after), units(before));
    let unpriced = after.orders.iter().filter(|line| line.total.is_none());
    Some(Effect {
        lines: difference(length(after.orders.len()), length(before.orders.len())),
        licences: difference(licences, licences_now),
        packs: difference(packs, packs_now),
        cores: difference(cores, cores_now),
        unpriced: unpriced.count(),
        amounts_differ: amounts != before.amounts(None),
        amounts,
        verdicts,
        changed_lines: changed_lines(before, &after),
        changed_steps: changed_steps(before, &after),
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
        let units = self.licences + self.packs + self.cores;
        match units.cmp(&0) {
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
        let units = [
            ("decisions-effect-licences", self.licences),
            ("decisions-effect-packs", self.packs),
            ("decisions-effect-cores", self.cores),
        ];
        let orders_differ = !self.changed_lines.is_empty()
            || self.amounts_differ
            || units.iter().any(|(_, change)| *change != 0);
        let mut parts = Vec::new();
        if orders_differ {
            if let Some(words) = self.alike_lines_words(language) {
                parts.push(words);
            } else {
                parts.extend(counted(language, "decisions-effect-lines", self.lines));
                for (id, change) in units {
                    parts.extend(counted(language, id, change));
                }
            }
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

    /// The lines in one phrase where all of them change alike: they grow or shrink by the same
    /// number, or others take their place.
    fn alike_lines_words(&self, language: Language) -> Option<String> {
        let lines = &self.changed_lines;
        let first = lines.first()?;
        let change = first.change();
        let stay = lines.iter().all(|line| line.before > 0 && line.after > 0);
        if stay && lines.iter().all(|line| line.change() == change) {
            let id = if change > 0 {
                "whatif-lines-grow"
            } else {
                "whatif-lines-shrink"
            };
            let args = [
                ("lines", count(lines.len() as u64)),
                ("by", number(language, change.unsigned_abs()).into()),
            ];
            return Some(tr_with(language, id, &args));
        }
        let quantities = |of: fn(&ChangedLine) -> u64| {
            let mut found: Vec<u64> = lines.iter().map(of).filter(|q| *q > 0).collect();
            found.sort_unstable();
            found
        };
        let moves = lines.iter().all(|line| line.before == 0 || line.after == 0);
        let after = quantities(|line| line.after);
        if moves && !after.is_empty() && after == quantities(|line| line.before) {
            let lines = ("lines", count(after.len() as u64));
            return Some(match self.channel_after() {
                Some(channel) => {
                    let channel = i18n::value(language, Field::OrderChannel, channel.id());
                    let args = [lines, ("channel", channel.into())];
                    tr_with(language, "whatif-lines-channel", &args)
                }
                None => tr_with(language, "whatif-lines-move", &[lines]),
            });
        }
        None
    }

    /// The channel that all order lines go to which went through others before.
    fn channel_after(&self) -> Option<SalesChannel> {
        let mut after = self.changed_lines.iter().filter(|line| line.after > 0);
        let channel = after.next()?.channel;
        let goes_there = after.all(|line| line.channel == channel);
        let mut before = self.changed_lines.iter().filter(|line| line.before > 0);
        (goes_there && before.all(|line| line.channel != channel)).then_some(channel)
    }

    /// The order lines by name, each with its quantity now and then, else the steps that come and
    /// go; empty where none do.
    pub(super) fn details(&self, language: Language) -> Vec<String> {
        const MOST: usize = 8;
        let first = self.changed_lines.first().map(|line| line.channel);
        let mut channels = self.changed_lines.iter().map(|line| Some(line.channel));
        let has_several = channels.any(|channel| channel != first);
        let lines = self.changed_lines.iter().map(|line| {
            let (before, after) = (number(language, line.before), number(language, line.after));
            let name = if has_several {
                let channel = i18n::value(language, Field::OrderChannel, line.channel.id());
                format!("{}, {channel}", line.name)
            } else {
                line.name.clone()
            };
            format!("{name}: {before} → {after}")
        });
        let steps = self.changed_steps.iter().map(|(is_added, title)| {
            let sign = if *is_added { "+" } else { "−" };
            format!("{sign} {}", title.get(language))
        });
        lines.chain(steps).take(MOST).collect()
    }

    fn sum_words(&self, language: Language) -> String {
        if self.amounts.is_empty() {
            let id = if self.unpriced == 0 {
                "decisions-effect-nothing-to-pay"
            } else {
                "plan-ui-price-unknown"
            };
            return tr(language, id);
        }
        let sums: Vec<String> = self
            .amounts
            .iter()
            .map(|amount| money(language, *amount))
            .collect();
        let sum = sums.join(" + ");
        let id = if self.unpriced == 0 {
            "decisions-effect-in-all"
        } else {
            "decisions-effect-without-unpriced"
        };
        tr_with(language, id, &[("sum", sum.into())])
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
