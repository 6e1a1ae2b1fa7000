//! The purchase and deployment plan: `(programme, profile, as_of) → plan`, and nothing else.
//!
//! A plan holds codes, numbers and [`Statement`]s, never words of a language; the report says them.

mod build;
mod calendar;
mod classify;
mod conflicts;
mod deployment;
mod estate;
mod exits;
mod exposed;
mod exposure;
mod judge;
mod leaving;
mod licences;
mod orders;
pub mod patch_tuesday;
mod prices;
mod remarks;
mod shape;
mod spans;
mod units;
mod waiting;

pub use build::{build_plan, walk_and_plan, walk_facts};
pub use estate::plan_estate;
pub use exits::{Cheaper, PlanExit, WaysOut};
pub use judge::{derived_values, faq_because};
pub(in crate::domain) use orders::quantity_once;

use std::sync::Arc;

use chrono::NaiveDate;

use super::choice::choices;
use super::field::{Field, Place};
use super::guide::condition::Truth;
use super::licensing::{CoverageYear, SalesChannel};
use super::money::{Money, PriceBasis};
use super::profile::DataId;
use super::programme::{Charge, EventKind, NoteSection, Period, Phase, RuleId, Severity, Unit};
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
        /// Azure, through Azure Arc.
        Azure = "azure",
        /// The Microsoft account team.
        AccountTeam = "account-team",
        /// A personal Microsoft account.
        MicrosoftAccount = "microsoft-account",
        /// No channel that sells, or two and no choice made.
        Undecided = "undecided",
    }
}

impl BuysThrough {
    /// The channel, unless that is undecided.
    pub fn channel(self) -> Option<SalesChannel> {
        match self {
            Self::VolumeLicensing => Some(SalesChannel::VolumeLicensing),
            Self::Csp => Some(SalesChannel::Csp),
            Self::Azure => Some(SalesChannel::Azure),
            Self::AccountTeam => Some(SalesChannel::AccountTeam),
            Self::MicrosoftAccount => Some(SalesChannel::MicrosoftAccount),
            Self::Undecided => None,
        }
    }
}

impl From<SalesChannel> for BuysThrough {
    fn from(channel: SalesChannel) -> Self {
        match channel {
            SalesChannel::VolumeLicensing => Self::VolumeLicensing,
            SalesChannel::Csp => Self::Csp,
            SalesChannel::Azure => Self::Azure,
            SalesChannel::AccountTeam => Self::AccountTeam,
            SalesChannel::MicrosoftAccount => Self::MicrosoftAccount,
        }
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

    /// Adds a reason that the programme's data gives, with its entries.
    pub fn state(&mut self, reason: Statement, faq: &[FaqId]) {
        if !self.reasons.contains(&reason) {
            self.reasons.push(reason);
        }
        self.cite(faq);
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
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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
    /// The price of [`OrderLine::priced_per`] units for [`OrderLine::priced_for`].
    pub amount: Money,
    /// What it rests on.
    pub basis: PriceBasis,
    /// Who said so, where it is not the organisation's quote.
    pub source: Option<LocalText>,
}

/// The part of a coverage year that a line is charged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    /// All of it, however long it runs.
    Whole,
    /// This many begun months.
    Months(u32),
    /// This many days of as many as the year has.
    Days {
        /// The days charged for.
        days: u32,
        /// The days of the coverage year.
        of: u32,
    },
}

/// One line to order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderLine {
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
    /// The SKU's id.
    pub sku: Arc<str>,
    /// Its name on the price list.
    pub sku_name: String,
    /// The coverage year.
    pub year: CoverageYear,
    /// Through which channel.
    pub channel: SalesChannel,
    /// How many units: licences, or cores or packs of them.
    pub quantity: u64,
    /// How many endpoints they stand for.
    pub endpoints: u64,
    /// What one unit stands for.
    pub unit: Unit,
    /// How many units the price is for.
    pub priced_per: u32,
    /// The time that the price is for.
    pub priced_for: Period,
    /// How it is charged.
    pub charge: Charge,
    /// The part of the year that is charged.
    pub span: Span,
    /// Whether this is the time before the as-of date that is billed to whoever joins late.
    pub back_charge: bool,
    /// The price, if one is known.
    pub unit_price: Option<UnitPrice>,
    /// Price times quantity and span.
    pub total: Option<Money>,
    /// What an unconfirmed price would make of it, where no better one is known; in no sum.
    pub estimate: Option<Estimate>,
    /// Now or later.
    pub when: OrderWhen,
    /// The first day of sale, where a source says it.
    pub available_from: Option<NaiveDate>,
    /// The first day that the line is charged for.
    pub starts_on: NaiveDate,
    /// The last day to order without a gap, inclusive; none once the year has begun, and where what
    /// runs goes on by itself.
    pub order_by: Option<NaiveDate>,
    /// Whether the year had ended before the as-of date.
    pub back_year: bool,
    /// The groups it is for, by position, with the units of each.
    pub groups: Vec<(usize, u64)>,
    /// How many endpoints of each of these groups it stands for, in the same order.
    pub group_endpoints: Vec<u64>,
    /// Why.
    pub trace: Trace,
}

/// What a line would cost at a price that no source confirms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// The unconfirmed price.
    pub unit_price: UnitPrice,
    /// What the line would cost.
    pub total: Money,
}

/// A sum over order lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
    /// The groups, by position.
    pub groups: Vec<usize>,
    /// How many endpoints.
    pub endpoints: u64,
    /// The last day with updates.
    pub since: NaiveDate,
    /// The first release that was missed, or where releases have no rhythm the first day without
    /// updates; after the as-of date nothing is missed yet.
    pub first_missed: NaiveDate,
    /// Patch Tuesdays missed up to the as-of date, inclusive; none where releases have no rhythm.
    pub releases_missed: Option<u32>,
    /// Whole months since [`Exposure::since`].
    pub months: u32,
    /// Every release that came out was received, and no more come out.
    pub is_over: bool,
    /// Nothing is missed yet, but no ESU is to be had for what comes: they are not eligible.
    pub is_hopeless: bool,
    /// Why.
    pub trace: Trace,
}

impl Exposure {
    /// Whether something has been missed up to the as-of date.
    pub fn is_missing(&self, as_of: NaiveDate) -> bool {
        match self.releases_missed {
            Some(releases) => releases > 0,
            None => !self.is_over && self.first_missed <= as_of,
        }
    }
}

/// What the first purchase costs when it waits until a later year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
    /// The year in which the purchase is made then.
    pub year: CoverageYear,
    /// The first day of it.
    pub from: NaiveDate,
    /// All years that are due then, in each currency.
    pub amounts: Vec<Money>,
    /// The most releases that one of the endpoints misses until that day; none where releases have
    /// no rhythm.
    pub releases_missed: Option<u32>,
    /// Why.
    pub trace: Trace,
}

/// A day in the calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarEntry {
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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
    /// The built-in rule that speaks; none where the programme's data does.
    pub rule: Option<RuleId>,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Something the plan took for granted because the profile does not say it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
    /// The field that would settle it, if one does.
    pub field: Option<Field>,
    /// The groups, by position; empty for the organisation.
    pub groups: Vec<usize>,
    /// What has to be decided.
    pub text: Statement,
    /// The built-in rule that asks; none where a group's verdict does.
    pub rule: Option<RuleId>,
    /// The entries it rests on.
    pub faq: Sources,
}

/// Whether a FAQ entry matters to a profile: its own condition holds, or a line of the plan rests
/// on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Applicability {
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
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

/// A programme that a plan is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanProgramme {
    /// Its id.
    pub id: DataId,
    /// The edition of its data.
    pub edition: u32,
    /// The coverage year of the as-of date; none before the first and after the last.
    pub current_year: Option<CoverageYear>,
    /// Where its main offer is ordered.
    pub buys_through: BuysThrough,
    /// The groups that it decides about, by position in the profile.
    pub groups: Vec<usize>,
}

/// The plan for one profile and one day, over one programme or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The programmes that it is made for; at least one.
    pub programmes: Vec<PlanProgramme>,
    /// The day it is made for.
    pub as_of: NaiveDate,
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
