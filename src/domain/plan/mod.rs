//! The purchase and deployment plan: `(programme, profile, as_of) → plan`, and nothing else.
//!
//! A plan holds codes, numbers and [`Statement`]s, never words of a language; the report says them.

mod build;
mod calendar;
mod classify;
mod deployment;
mod exposure;
mod judge;
mod orders;
pub mod patch_tuesday;
mod remarks;
mod shape;
mod waiting;

pub use build::{build_plan, walk_and_plan, walk_facts};
pub use judge::{derived_values, faq_because};

use std::sync::Arc;

use chrono::NaiveDate;

use super::choice::choices;
use super::field::{Field, Place};
use super::guide::condition::Truth;
use super::licensing::{CoverageYear, SalesChannel};
use super::money::{Money, PriceBasis};
use super::programme::{EventKind, NoteSection, Phase, RuleId, Severity};
use super::source::{Certainty, FaqId, Sources};
use super::text::{LocalText, Statement};

choices! {
    /// What becomes of an endpoint: the buckets of the ledger.
    Verdict {
        /// Licences are ordered for it.
        Buy = "buy",
        /// Its host gives ESU at no cost.
        CoveredFree = "covered_free",
        /// Its OEM sells the ESU.
        Oem = "oem",
        /// It owns the year of the as-of date, or ordinary support lasts until it leaves.
        AlreadyCovered = "already_covered",
        /// Its edition or product has no ESU.
        NotEligible = "not_eligible",
        /// Nothing is sold for it on the as-of date.
        NotOffered = "not_offered",
        /// It has left the old system.
        Retired = "retired",
        /// Someone has to decide first.
        NeedsDecision = "needs_decision",
    }
}

choices! {
    /// Where orders go, as worked out from the channels.
    BuysThrough {
        /// Volume licensing.
        VolumeLicensing = "volume-licensing",
        /// A CSP partner.
        Csp = "csp",
        /// No channel that sells, or two and no choice made.
        Undecided = "undecided",
    }
}

/// Why a line stands in the plan: the facts and the FAQ entries it rests on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// In words, most important first.
    pub reasons: Vec<Statement>,
    /// The profile fields it rests on.
    pub fields: Vec<Field>,
    /// The built-in rules that spoke.
    pub rules: Vec<RuleId>,
    /// The FAQ entries it rests on; never empty in a finished plan.
    pub faq: Vec<FaqId>,
}

impl Trace {
    /// Adds an entry unless it is there.
    pub fn cite(&mut self, ids: &[FaqId]) {
        for id in ids {
            if !self.faq.contains(id) {
                self.faq.push(id.clone());
            }
        }
    }

    /// Adds a field unless it is there.
    pub fn rest_on(&mut self, fields: &[Field]) {
        for field in fields {
            if !self.fields.contains(field) {
                self.fields.push(*field);
            }
        }
    }

    /// Adds a reason with the rule that gives it.
    pub fn because(&mut self, reason: Statement, rule: (RuleId, &[FaqId])) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
        self.follow(rule);
    }

    /// Adds a rule with its entries, without words of its own.
    pub fn follow(&mut self, (rule, faq): (RuleId, &[FaqId])) {
        if !self.rules.contains(&rule) {
            self.rules.push(rule);
        }
        self.cite(faq);
    }
}

/// Some endpoints of a group with one verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerRow {
    /// The group's position in the profile.
    pub group: usize,
    /// How many endpoints; those counted in another group are left out.
    pub endpoints: u64,
    /// What becomes of them.
    pub verdict: Verdict,
    /// Why; shared by groups that are alike.
    pub trace: Arc<Trace>,
}

/// When a line is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrderWhen {
    /// The as-of date asks for it.
    Now,
    /// A later coverage year asks for it.
    Later,
}

impl OrderWhen {
    /// The id used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Later => "later",
        }
    }
}

/// A unit price and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitPrice {
    /// The price of one licence.
    pub amount: Money,
    /// What it rests on.
    pub basis: PriceBasis,
    /// Who said so, where it is not the organisation's quote.
    pub source: Option<LocalText>,
}

/// One line to order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// The SKU's id.
    pub sku: Arc<str>,
    /// Its name on the price list.
    pub sku_name: String,
    /// The coverage year.
    pub year: CoverageYear,
    /// Through which channel.
    pub channel: SalesChannel,
    /// How many licences.
    pub quantity: u64,
    /// The price, if one is known.
    pub unit_price: Option<UnitPrice>,
    /// Price times quantity.
    pub total: Option<Money>,
    /// Now or later.
    pub when: OrderWhen,
    /// The first day of sale, where a source says it.
    pub available_from: Option<NaiveDate>,
    /// The last day to order without a gap, inclusive; none once the year has begun.
    pub order_by: Option<NaiveDate>,
    /// Whether the year had ended before the as-of date.
    pub back_year: bool,
    /// The groups it is for, by position, with the licences of each.
    pub groups: Vec<(usize, u64)>,
    /// Why.
    pub trace: Trace,
}

/// A sum over order lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The channel.
    pub channel: SalesChannel,
    /// The coverage year.
    pub year: CoverageYear,
    /// Now or later.
    pub when: OrderWhen,
    /// How many licences.
    pub quantity: u64,
    /// The sum in its currency; none when a line has no price.
    pub amount: Option<Money>,
}

/// The releases that some endpoints missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// The groups, by position.
    pub groups: Vec<usize>,
    /// How many endpoints.
    pub endpoints: u64,
    /// The last day with updates.
    pub since: NaiveDate,
    /// The first release that was missed; after the as-of date nothing is missed yet.
    pub first_missed: NaiveDate,
    /// Patch Tuesdays missed up to the as-of date, inclusive.
    pub releases_missed: u32,
    /// Whole months since [`Exposure::since`].
    pub months: u32,
    /// Every release that came out was received, and no more come out.
    pub is_over: bool,
    /// Why.
    pub trace: Trace,
}

/// What the first purchase costs when it waits until a later year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The year in which the purchase is made then.
    pub year: CoverageYear,
    /// The first day of it.
    pub from: NaiveDate,
    /// All years that are due then, in each currency.
    pub amounts: Vec<Money>,
    /// The most releases that one of the endpoints misses until that day.
    pub releases_missed: u32,
    /// Why.
    pub trace: Trace,
}

/// A day in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: EventKind,
    /// What happens.
    pub title: Statement,
    /// The entries it rests on.
    pub faq: Sources,
}

/// One step of the deployment, for the groups that need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanStep {
    /// Its part.
    pub phase: Phase,
    /// Its id.
    pub id: Arc<str>,
    /// The groups, by position.
    pub groups: Vec<usize>,
    /// What to do.
    pub title: LocalText,
    /// How.
    pub detail: LocalText,
    /// Commands to copy, Activation IDs filled in.
    pub commands: Vec<String>,
    /// The coverage years whose commands these are; empty when the year does not matter.
    pub years: Vec<CoverageYear>,
    /// The profile fields it rests on.
    pub fields: Vec<Field>,
    /// The entries it rests on.
    pub faq: Sources,
}

/// A known error of a part of the deployment that this plan has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanError {
    /// In which part it shows.
    pub phase: Phase,
    /// Code or symptom.
    pub symptom: LocalText,
    /// What causes it.
    pub cause: LocalText,
    /// What to do.
    pub action: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
}

/// A note or warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// Its code; never translated.
    pub code: Arc<str>,
    /// Where it stands.
    pub section: NoteSection,
    /// How much it asks of the reader.
    pub severity: Severity,
    /// The field it is about.
    pub about: Field,
    /// The groups it concerns, by position; empty when it concerns all.
    pub groups: Vec<usize>,
    /// What it says.
    pub text: Statement,
    /// The profile fields it rests on.
    pub fields: Vec<Field>,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Something the plan took for granted because the profile does not say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The field that would settle it.
    pub field: Field,
    /// Where: the organisation or the groups, by position.
    pub places: Vec<Place>,
    /// What was taken for granted.
    pub assumed: Statement,
    /// What another answer would change.
    pub would_change: Statement,
    /// What is ordered only because of it, in each currency; empty where that can't be said.
    pub amounts: Vec<Money>,
    /// The entries it rests on.
    pub faq: Sources,
}

/// A decision that the plan can't be finished without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenQuestion {
    /// The field that would settle it, if one does.
    pub field: Option<Field>,
    /// The groups, by position; empty for the organisation.
    pub groups: Vec<usize>,
    /// What has to be decided.
    pub text: Statement,
    /// The entries it rests on.
    pub faq: Sources,
}

/// Whether a FAQ entry matters to a profile: its own condition holds, or a line of the plan rests
/// on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicability {
    /// The entry.
    pub id: FaqId,
    /// Yes, no or unknown.
    pub applies: Truth,
    /// The group that made it so, by position; none when there is no group.
    /// [`faq_because`] tells the fields.
    pub group: Option<usize>,
    /// What a line rests on that makes the entry matter though its own condition does not hold.
    pub cited_with: Vec<Field>,
}

/// The plan for one programme, one profile and one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The programme's id.
    pub programme: Arc<str>,
    /// The edition of its data.
    pub programme_edition: u32,
    /// The day it is made for.
    pub as_of: NaiveDate,
    /// The coverage year of that day; none before the first and after the last.
    pub current_year: Option<CoverageYear>,
    /// Where orders go.
    pub buys_through: BuysThrough,
    /// Every endpoint in one bucket, in the profile's order.
    pub ledger: Vec<LedgerRow>,
    /// The profile's endpoints without those counted twice; the ledger's sum.
    pub endpoints: u64,
    /// Groups whose number of endpoints is unknown, by position.
    pub uncounted_groups: Vec<usize>,
    /// Lines to order, first now, then later, by year.
    pub orders: Vec<OrderLine>,
    /// Sums by channel, year and currency.
    pub totals: Vec<Total>,
    /// What has been missed.
    pub exposure: Vec<Exposure>,
    /// What waiting costs.
    pub waiting: Vec<Waiting>,
    /// Days to keep, in order.
    pub calendar: Vec<CalendarEntry>,
    /// The deployment in order.
    pub steps: Vec<PlanStep>,
    /// Known errors of the parts that this plan has.
    pub errors: Vec<PlanError>,
    /// Notes that only inform.
    pub notes: Vec<PlanNote>,
    /// Warnings and contradictions.
    pub warnings: Vec<PlanNote>,
    /// What was taken for granted.
    pub assumptions: Vec<Assumption>,
    /// What must be decided.
    pub open_questions: Vec<OpenQuestion>,
    /// Every FAQ entry with whether it applies.
    pub faq: Vec<Applicability>,
}

impl Plan {
    /// How many endpoints have this verdict.
    pub fn endpoints_with(&self, verdict: Verdict) -> u64 {
        self.ledger
            .iter()
            .filter(|row| row.verdict == verdict)
            .map(|row| row.endpoints)
            .sum()
    }

    /// The sums of the order lines, one a currency; `None` of a line's price is left out.
    pub fn amounts(&self, when: Option<OrderWhen>) -> Vec<Money> {
        let mut sums: Vec<Money> = Vec::new();
        for line in &self.orders {
            if when.is_some_and(|when| when != line.when) {
                continue;
            }
            let Some(total) = line.total else { continue };
            match sums.iter_mut().find(|sum| sum.currency == total.currency) {
                Some(sum) => {
                    sum.minor_units = sum.minor_units.saturating_add(total.minor_units);
                }
                None => sums.push(total),
            }
        }
        sums
    }
}
