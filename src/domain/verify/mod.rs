//! The completeness check: whole spaces of profiles are planned and every plan is held against
//! what must always be true; then it is told what was reached, and by how small a profile.
//!
//! The full product of all answers is far too large, so it is cut where rules are independent:
//!
//! * **verdicts**: system and edition × hosting × channels × owned years × leaving day × day, the
//!   days being those of the system. A group's verdict depends on no other group and on nothing
//!   else of the organisation but what the conditions of the next part look at.
//! * **offers**: for every condition of an offer, a requirement, a right at no cost or a SKU, each
//!   system × the full product of the fields that the condition names × a day of each coverage year.
//!   Conditions are asked one after another, so each is tried by itself.
//! * **prices**: every single agreement and pair of them, all and none × order channel × role ×
//!   Enterprise rights × benefit × offer, on days on both sides of every sales edge. A channel is
//!   opened by one agreement, so more than two at a time say nothing new.
//! * **sums**: pairs of groups of all verdicts; groups meet only in sums.
//! * **conditions**: for every condition of the data, one profile for each situation that a plan
//!   can be in (derived facts) × the full product of the fields that the condition names.
//!
//! Days: both sides of every boundary of windows, sales, own windows, events and conditions.

mod promises;
mod space;

pub use promises::problems;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::choice::Choice as _;
use super::field::{Answer, Field, Scope};
use super::guide::condition::{Condition, Truth};
use super::licensing::CoverageYear;
use super::plan::{OrderWhen, Trace, Verdict, walk_and_plan, walk_facts};
use super::profile::Profile;
use super::programme::{
    Eligibility, HostGives, Joining, Programme, Route, RuleId, SkuStatus, Unmet,
};
use super::text::Statement;
use space::{
    base_profile, days, days_of, describe, for_product, is_eligible, is_licensed, known_fields,
    many, one, owned_answers_of, set, systems, windows_of, with_unknown,
};

/// What the check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Completeness {
    /// How many profiles were tried, each on one day.
    pub profiles: u64,
    /// Of these, the ones of which the whole plan was made and held against its promises; of the
    /// others one condition was asked.
    pub plans: u64,
    /// The days they were made for.
    pub days: Vec<NaiveDate>,
    /// The parts of the check with how they were cut.
    pub parts: Vec<Part>,
    /// By kind: each item that was reached with the smallest profile that reaches it.
    pub reached: BTreeMap<String, BTreeMap<String, String>>,
    /// What was not reached.
    pub unreached: Vec<String>,
    /// What was not true of some plan, with the profile.
    pub faults: Vec<String>,
}

/// One part of the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// How its space was made.
    pub how: String,
    /// How many profiles it tried.
    pub tried: u64,
}

/// The verdicts that a programme of these systems and offers can give.
fn possible_verdicts(programme: &Programme) -> Vec<Verdict> {
    let base = &programme.base;
    let has = |routes: &[Route]| base.products.iter().any(|p| routes.contains(&p.route));
    let licences = has(&[Route::Licence]);
    let gives_free = base
        .hosting
        .iter()
        .any(|host| matches!(host.gives, HostGives::Free | HostGives::FreeWithKey));
    let editions = || base.products.iter().flat_map(|product| &product.editions);
    let excludes = editions().any(|edition| edition.eligibility == Eligibility::NotEligible);
    let requires = base
        .offers
        .iter()
        .flat_map(|offer| &offer.requires)
        .any(|requirement| requirement.otherwise == Unmet::NotEligible);
    let is_possible = |verdict: Verdict| match verdict {
        Verdict::Buy => licences,
        Verdict::CoveredFree => licences && (gives_free || !base.entitlements.is_empty()),
        Verdict::Oem => has(&[Route::Oem]),
        Verdict::NotEligible => excludes || requires || has(&[Route::None, Route::Supported]),
        Verdict::NotOffered => has(&[Route::Licence, Route::Oem, Route::Closed]),
        Verdict::AlreadyCovered | Verdict::Retired | Verdict::NeedsDecision => true,
    };
    let verdicts = Verdict::ALL.iter().copied();
    verdicts.filter(|verdict| is_possible(*verdict)).collect()
}

/// One agreement for each channel, one that opens none, and none known.
fn opening_channels(programme: &Programme) -> Vec<Answer> {
    let mut opening: Vec<&str> = vec!["mpsa"];
    for sales in programme.base.offers.iter().flat_map(|offer| &offer.sales) {
        if let Some(agreement) = sales.accepts.first()
            && !opening.contains(&agreement.id())
        {
            opening.push(agreement.id());
        }
    }
    std::iter::once(Answer::Unknown)
        .chain(opening.iter().map(|agreement| many(&[agreement])))
        .collect()
}

impl Completeness {
    /// Whether everything was reached and nothing was wrong.
    pub fn is_complete(&self) -> bool {
        self.unreached.is_empty() && self.faults.is_empty()
    }
}

/// The most faults that are told; one is enough to fail.
const MAX_FAULTS: usize = 50;

/// Checks a programme whole.
pub fn verify(programme: &Programme) -> Completeness {
    let mut check = Check {
        programme,
        report: Completeness {
            days: days(programme),
            ..Completeness::default()
        },
        smallest: BTreeMap::new(),
        situations: BTreeMap::new(),
    };
    check.verdicts();
    check.offers();
    check.prices();
    check.sums();
    check.conditions();
    check.finish()
}

/// The kinds of the reached items.
const VERDICT: &str = "verdicts";
const RULE: &str = "rules";
const ORDER: &str = "order lines";
const QUESTION_OPEN: &str = "questions asked";
const QUESTION_SETTLED: &str = "questions settled";
const QUESTION_NOT: &str = "questions not applicable";
const FAQ_YES: &str = "FAQ entries that apply";
const FAQ_NO: &str = "FAQ entries that do not apply";
const STEP: &str = "steps";
const NOTE: &str = "notes and warnings";
const EVENT: &str = "calendar days";
const ERROR: &str = "known errors";
const OFFER: &str = "offers";
const REQUIREMENT: &str = "requirements";
const ENTITLEMENT: &str = "rights at no cost";
const EXIT: &str = "ways out";

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

struct Check<'a> {
    programme: &'a Programme,
    report: Completeness,
    /// How many known fields the smallest profile of an item has.
    smallest: BTreeMap<&'static str, BTreeMap<String, (usize, String)>>,
    /// One profile for each combination of derived facts, the smallest found.
    situations: BTreeMap<Vec<u64>, (usize, Profile, NaiveDate)>,
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
    fn part(&mut self, name: &'static str, how: String, tried: u64) {
        self.report.profiles += tried;
        self.report.parts.push(Part { name, how, tried });
    }

    fn reach(
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
    fn plan(&mut self, profile: &Profile, day: NaiveDate) {
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

    /// A day inside each coverage year, one before the first and one after the last.
    fn sample_days(&self) -> Vec<NaiveDate> {
        let programme = self.programme;
        let own = programme.base.offers.iter().flat_map(|o| &o.coverage);
        let mut days: BTreeSet<NaiveDate> = BTreeSet::new();
        for window in programme.base.coverage.iter().chain(own) {
            days.extend([
                window.first_day.pred_opt().unwrap_or(window.first_day),
                window.first_day.succ_opt().unwrap_or(window.first_day),
                window.last_day.succ_opt().unwrap_or(window.last_day),
            ]);
        }
        days.into_iter().collect()
    }

    fn offers(&mut self) {
        let programme = self.programme;
        let conditions = early_conditions(programme);
        let every_channel = opening_channels(programme);
        let days = self.sample_days();
        let mut plans = 0;
        for condition in &conditions {
            let mut fields: Vec<Field> = condition.fields();
            // Which cores are counted follows from these.
            if fields.contains(&Field::CountedBy) {
                fields.extend([Field::CoreBasis, Field::Hosting]);
            }
            fields.retain(|field| {
                field.scope() != Scope::Derived && !matches!(field, Field::Product | Field::Edition)
            });
            fields.dedup();
            // Which channel lists a SKU matters to its condition alone.
            let is_of_sku = programme.skus.iter().any(|sku| sku.when == **condition);
            let channels = if is_of_sku && !fields.contains(&Field::Channels) {
                &every_channel[..]
            } else {
                &[Answer::Unknown]
            };
            for (product, edition) in systems(programme) {
                let is_main = edition
                    .as_deref()
                    .is_none_or(|edition| is_eligible(programme, edition));
                if !is_main {
                    continue;
                }
                for channel in channels {
                    let mut profile = base_profile(product.as_deref(), edition.as_deref());
                    set(&mut profile, Field::Channels, channel);
                    for_product(programme, &fields, &mut profile, &mut |profile| {
                        for day in &days {
                            self.plan(profile, *day);
                            plans += 1;
                        }
                    });
                }
            }
        }
        let how = format!(
            "for each of {} conditions of offers, requirements, rights and SKUs: systems × the full product of its fields × {} days",
            conditions.len(),
            days.len()
        );
        self.part("offers", how, plans);
    }

    fn verdicts(&mut self) {
        let programme = self.programme;
        let mut plans = 0;
        let channels = opening_channels(programme);
        for (product, edition) in systems(programme) {
            // Hosting and channel are looked at only for editions that licences are bought for.
            let is_main = is_licensed(programme, &(product.clone(), edition.clone()));
            let days = days_of(programme, product.as_deref());
            let windows = windows_of(programme, product.as_deref());
            let leaving: Vec<Answer> = std::iter::once(Answer::Unknown)
                .chain(
                    windows
                        .iter()
                        .flat_map(|(_, day)| [*day, day.succ_opt().unwrap_or(*day)])
                        .map(Answer::Date),
                )
                .collect();
            let years: Vec<CoverageYear> = windows.iter().map(|(year, _)| *year).collect();
            let owned = owned_answers_of(&years);
            let hosting: Vec<Answer> = if is_main {
                with_unknown(programme, Field::Hosting)
            } else {
                vec![Answer::Unknown, one("azure-vm")]
            };
            let channels = if is_main {
                &channels[..]
            } else {
                channels.get(..2).unwrap_or(&channels)
            };
            for host in &hosting {
                for channel in channels {
                    for owned in &owned {
                        for leaves in &leaving {
                            let mut profile = base_profile(product.as_deref(), edition.as_deref());
                            set(&mut profile, Field::Hosting, host);
                            set(&mut profile, Field::Channels, channel);
                            set(&mut profile, Field::Owned, owned);
                            set(&mut profile, Field::LeavesOn, leaves);
                            for day in &days {
                                self.plan(&profile, *day);
                                plans += 1;
                            }
                        }
                    }
                }
            }
        }
        let how = format!(
            "full product of {} systems and editions × hosting × channels × owned years × leaving days × the days of the system; hosting and channels in full only where licences are bought",
            systems(programme).len(),
        );
        self.part("verdicts", how, plans);
    }

    fn prices(&mut self) {
        let programme = self.programme;
        let mut days: BTreeSet<NaiveDate> = BTreeSet::new();
        for sales in programme.base.offers.iter().flat_map(|offer| &offer.sales) {
            days.extend([
                sales.first_day.pred_opt().unwrap_or(sales.first_day),
                sales.first_day,
            ]);
        }
        days.extend(
            programme
                .base
                .coverage
                .iter()
                .map(|window| window.first_day),
        );
        let Some((product, edition)) = systems(programme)
            .into_iter()
            .find(|system| is_licensed(programme, system))
        else {
            return;
        };
        let agreements = Field::Channels.fixed_values();
        let mut channel_sets = vec![Answer::Unknown, many(&[]), many(&agreements)];
        for (index, first) in agreements.iter().enumerate() {
            channel_sets.push(many(&[first]));
            for second in agreements.iter().skip(index + 1) {
                channel_sets.push(many(&[first, second]));
            }
        }
        let roles = [
            Answer::Unknown,
            one("end-customer"),
            one("csp-direct-partner"),
        ];
        let mut fields = vec![Field::OrderChannel];
        if programme.has_rule(RuleId::EnterprisePrice) || programme.base.promotion.is_some() {
            fields.extend([
                Field::WindowsEnterprise,
                Field::EnterpriseBenefit,
                Field::E5Offer,
            ]);
        }
        let mut plans = 0;
        for channels in &channel_sets {
            for role in &roles {
                let mut profile = base_profile(product.as_deref(), edition.as_deref());
                set(&mut profile, Field::Channels, channels);
                set(&mut profile, Field::Role, role);
                for_product(programme, &fields, &mut profile, &mut |profile| {
                    for day in &days {
                        self.plan(profile, *day);
                        plans += 1;
                    }
                });
            }
        }
        let how = format!(
            "full product of {} sets of agreements × 3 roles × order channel × Enterprise rights × benefit × offer × {} days",
            channel_sets.len(),
            days.len()
        );
        self.part("prices", how, plans);
    }

    /// Groups meet only in sums: pairs of everything that was reached so far, on the same day.
    fn sums(&mut self) {
        let mut by_day: BTreeMap<NaiveDate, Vec<Profile>> = BTreeMap::new();
        for (_, profile, day) in self.situations.values() {
            by_day.entry(*day).or_default().push(profile.clone());
        }
        let mut plans = 0;
        for (day, profiles) in by_day {
            for first in &profiles {
                for second in &profiles {
                    let mut both = first.clone();
                    both.groups.extend(second.groups.iter().cloned());
                    self.plan(&both, day);
                    plans += 1;
                }
            }
        }
        let empty = Profile::default();
        for day in self.report.days.clone() {
            self.plan(&empty, day);
            plans += 1;
        }
        let how = "pairs of groups of all situations on their day, and no group at all".to_owned();
        self.part("sums", how, plans);
    }

    fn conditions(&mut self) {
        let programme = self.programme;
        // From small to large: an item that has been reached everywhere needs no larger profile.
        let mut situations: Vec<(usize, Profile, NaiveDate)> =
            self.situations.values().cloned().collect();
        situations.sort_by_key(|(size, _, day)| (*size, *day));
        let mut items: Vec<(&'static str, String, Condition)> = Vec::new();
        for_each_condition(programme, &mut |kind, id, condition| {
            items.push((kind, id.to_owned(), condition.clone()));
        });
        let mut plans = 0;
        for (kind, id, condition) in &items {
            let mut fields: Vec<Field> = condition
                .fields()
                .into_iter()
                .filter(|field| field.scope() != Scope::Derived)
                .collect();
            if *kind == QUESTION_OPEN
                && let Some(field) = super::field::Field::from_id(id)
                && !fields.contains(&field)
            {
                fields.push(field);
            }
            let mut edges: BTreeSet<NaiveDate> = BTreeSet::new();
            condition.for_each(&mut |part| {
                if let Condition::OnOrAfter(day) = part {
                    edges.extend([day.pred_opt(), Some(*day)].into_iter().flatten());
                }
            });
            let wanted: &[&'static str] = match *kind {
                QUESTION_OPEN => &[QUESTION_OPEN, QUESTION_SETTLED, QUESTION_NOT],
                FAQ_YES if *condition != Condition::Always => &[FAQ_YES, FAQ_NO],
                _ => &[*kind],
            };
            for (size, profile, day) in &situations {
                let is_done = wanted.iter().all(|kind| {
                    let found = self.smallest.get(kind).and_then(|items| items.get(id));
                    found.is_some_and(|(smallest, _)| smallest <= size)
                });
                if is_done {
                    break;
                }
                let mut profile = profile.clone();
                let days: Vec<NaiveDate> = std::iter::once(*day).chain(edges.clone()).collect();
                for_product(programme, &fields, &mut profile, &mut |profile| {
                    for day in &days {
                        self.hold(kind, id, condition, profile, *day);
                        plans += 1;
                    }
                });
            }
        }
        let how = format!(
            "up to {} situations, small ones first, until all is reached, × the full product of the fields that each of {} conditions names",
            situations.len(),
            items.len()
        );
        self.part("conditions", how, plans);
    }

    /// Asks one condition of one profile.
    fn hold(
        &mut self,
        kind: &'static str,
        id: &str,
        condition: &Condition,
        profile: &Profile,
        day: NaiveDate,
    ) {
        let size = known_fields(profile);
        for (facts, _) in walk_facts(self.programme, profile, day) {
            let truth = condition.evaluate(&facts);
            if kind == QUESTION_OPEN {
                let field = Field::from_id(id);
                let is_known = field.is_some_and(|field| facts.is_known(field));
                let reached = match truth {
                    Truth::Yes if is_known => QUESTION_SETTLED,
                    Truth::Yes => QUESTION_OPEN,
                    Truth::No => QUESTION_NOT,
                    Truth::Unknown => continue,
                };
                self.reach(reached, id, size, profile, day);
            } else if truth == Truth::Yes {
                self.reach(kind, id, size, profile, day);
            } else if kind == FAQ_YES && truth == Truth::No {
                self.reach(FAQ_NO, id, size, profile, day);
            }
        }
    }

    fn finish(mut self) -> Completeness {
        let programme = self.programme;
        let mut expected: Vec<(&'static str, String)> = Vec::new();
        expected.extend(
            possible_verdicts(programme)
                .iter()
                .map(|v| (VERDICT, v.id().to_owned())),
        );
        expected.extend(
            programme
                .base
                .rules
                .keys()
                .map(|r| (RULE, r.id().to_owned())),
        );
        for offer in &programme.base.offers {
            expected.push((OFFER, offer.id.to_string()));
            let requirements = offer.requires.iter();
            expected.extend(requirements.map(|r| (REQUIREMENT, r.id.to_string())));
            let last = programme.windows_of(offer).last().map(|w| w.year);
            for sku in programme.skus.iter().filter(|sku| sku.offer == offer.id) {
                for sales in &offer.sales {
                    if !sku.channels.contains(&sales.channel)
                        || sku.status == SkuStatus::Unconfirmed
                    {
                        continue;
                    }
                    let has_back_years = match sales.joining {
                        Joining::AllEarlierYears | Joining::BillBackToEndOfSupport => {
                            // The last year has none after it, so it is never a back year.
                            last != Some(sku.year)
                        }
                        Joining::BillBackToYearStart | Joining::Nothing => false,
                    };
                    let channel = sales.channel.id();
                    for kind in ["now", "later"] {
                        expected.push((ORDER, format!("{} {channel} {kind}", sku.id)));
                    }
                    if has_back_years {
                        expected.push((ORDER, format!("{} {channel} back-year", sku.id)));
                    }
                }
            }
        }
        let rights = programme.base.entitlements.iter();
        expected.extend(rights.map(|right| (ENTITLEMENT, right.id.to_string())));
        for_each_condition(programme, &mut |kind, id, condition| {
            expected.push((kind, id.to_owned()));
            if kind == QUESTION_OPEN {
                expected.push((QUESTION_SETTLED, id.to_owned()));
                expected.push((QUESTION_NOT, id.to_owned()));
            }
            if kind == FAQ_YES && *condition != Condition::Always {
                expected.push((FAQ_NO, id.to_owned()));
            }
        });
        for (kind, id) in expected {
            if !self
                .smallest
                .get(kind)
                .is_some_and(|items| items.contains_key(&id))
            {
                self.report.unreached.push(format!("{kind}: {id}"));
            }
        }
        for (kind, items) in self.smallest {
            let items = items.into_iter().map(|(id, (_, smallest))| (id, smallest));
            self.report.reached.insert(kind.to_owned(), items.collect());
        }
        self.report
    }
}
