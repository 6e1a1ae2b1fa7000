//! What is kept of every profile that is tried: what it reached, and what was wrong.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::kinds::{ENTITLEMENT, ERROR, NOTE, OFFER, ORDER, REQUIREMENT, RULE, STEP, VERDICT};
use super::promises::problems;
use super::space::{describe, known_fields};
use super::{Completeness, Part};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::plan::{OrderWhen, Trace, walk_and_plan, walk_facts};
use crate::domain::profile::Profile;
use crate::domain::programme::Programme;
use crate::domain::text::Statement;

/// The most faults that are told; one is enough to fail.
const MAX_FAULTS: usize = 50;

pub(super) struct Check<'a> {
    pub(super) programme: &'a Programme,
    pub(super) report: Completeness,
    /// How many known fields the smallest profile of an item has.
    pub(super) smallest: BTreeMap<&'static str, BTreeMap<String, (usize, String)>>,
    /// One profile for each combination of derived facts, the smallest found.
    pub(super) situations: BTreeMap<Vec<u64>, (usize, Profile, NaiveDate)>,
}

const DERIVED: [Field; 7] = [
    Field::Phase,
    Field::BuysThrough,
    Field::Route,
    Field::Verdict,
    Field::BackYears,
    Field::Offer,
    Field::CountedBy,
];

impl Check<'_> {
    pub(super) fn part(&mut self, name: &'static str, how: String, tried: u64) {
        self.report.profiles += tried;
        self.report.parts.push(Part { name, how, tried });
    }

    pub(super) fn reach(
        &mut self,
        kind: &'static str,
        id: &str,
        size: usize,
        profile: &Profile,
        day: NaiveDate,
    ) {
        let items = self.smallest.entry(kind).or_default();
        match items.get_mut(id) {
            Some((smallest, _)) if *smallest <= size => {}
            Some(found) => *found = (size, describe(profile, day)),
            None => {
                items.insert(id.to_owned(), (size, describe(profile, day)));
            }
        }
    }

    /// Keeps one example of each problem.
    fn fault(&mut self, profile: &Profile, day: NaiveDate, problem: &str) {
        let is_told = self
            .report
            .faults
            .iter()
            .any(|told| told.starts_with(problem));
        if !is_told && self.report.faults.len() < MAX_FAULTS {
            let example = describe(profile, day);
            self.report.faults.push(format!("{problem}: {example}"));
        }
    }

    /// Plans a profile, holds the plan against what must be true, and notes what it reached.
    pub(super) fn plan(&mut self, profile: &Profile, day: NaiveDate) {
        let programme = self.programme;
        let size = known_fields(profile);
        let (_, plan) = walk_and_plan(programme, profile, day);
        self.report.plans += 1;
        for problem in problems(&[programme], profile, &plan) {
            self.fault(profile, day, &problem);
        }
        for row in &plan.ledger {
            if row.endpoints > 0 {
                self.reach(VERDICT, row.verdict.id(), size, profile, day);
            }
            self.reach_rules(&row.trace, size, profile, day);
            self.reach_reasons(&row.trace, size, profile, day);
        }
        for line in &plan.orders {
            let kind = match (line.when, line.back_year) {
                (OrderWhen::Now, false) => "now",
                (OrderWhen::Now, true) => "back-year",
                (OrderWhen::Later, _) => "later",
            };
            let id = format!("{} {} {kind}", line.sku, line.channel.id());
            self.reach(ORDER, &id, size, profile, day);
            self.reach_rules(&line.trace, size, profile, day);
        }
        for exposure in &plan.exposure {
            self.reach_rules(&exposure.trace, size, profile, day);
        }
        for waiting in &plan.waiting {
            self.reach_rules(&waiting.trace, size, profile, day);
        }
        for note in plan.notes.iter().chain(&plan.warnings) {
            self.reach(NOTE, &note.code, size, profile, day);
        }
        let remarks = plan.notes.iter().chain(&plan.warnings);
        let asked = plan.open_questions.iter().map(|question| question.rule);
        for rule in remarks.map(|note| note.rule).chain(asked).flatten() {
            self.reach(RULE, rule.id(), size, profile, day);
        }
        for error in &plan.errors {
            self.reach(ERROR, &error.symptom.en, size, profile, day);
        }
        for step in &plan.steps {
            self.reach(STEP, &step.id, size, profile, day);
        }
        for (facts, _) in walk_facts(programme, profile, day) {
            let offers = facts.bits(Field::Offer);
            for (index, offer) in programme.base.offers.iter().enumerate() {
                if offers & (1 << index) != 0 {
                    self.reach(OFFER, &offer.id, size, profile, day);
                }
            }
            let key: Vec<u64> = DERIVED.iter().map(|field| facts.bits(*field)).collect();
            let is_smaller = self
                .situations
                .get(&key)
                .is_none_or(|(smallest, _, _)| size < *smallest);
            if is_smaller {
                self.situations.insert(key, (size, profile.clone(), day));
            }
        }
    }

    fn reach_rules(&mut self, trace: &Trace, size: usize, profile: &Profile, day: NaiveDate) {
        for rule in &trace.rules {
            self.reach(RULE, rule.id(), size, profile, day);
        }
    }

    /// What the programme's data said of a group.
    fn reach_reasons(&mut self, trace: &Trace, size: usize, profile: &Profile, day: NaiveDate) {
        let base = &self.programme.base;
        for reason in &trace.reasons {
            let Statement::Data(said) = reason else {
                continue;
            };
            for requirement in base.offers.iter().flat_map(|offer| &offer.requires) {
                if requirement.reason == *said {
                    self.reach(REQUIREMENT, &requirement.id, size, profile, day);
                }
            }
            for right in &base.entitlements {
                if right.reason == *said {
                    self.reach(ENTITLEMENT, &right.id, size, profile, day);
                }
            }
        }
    }
}
