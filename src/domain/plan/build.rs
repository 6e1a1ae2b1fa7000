//! Putting the plan together, part by part, in the order in which a reader meets them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::calendar::add_calendar;
use super::classify::{Decision, decide};
use super::deployment::{add_errors, add_steps};
use super::exposure::add_exposure;
use super::judge::add_faq;
use super::leaving::add_short_years;
use super::orders::{Ordered, add_orders, owned_of};
use super::remarks::{
    add_assumptions, add_checks, add_core_bases, add_notes, add_open_questions, add_unconfirmed,
    add_virtual_machines,
};
use super::shape::{Context, Shape, shape_of};
use super::waiting::add_waiting;
use super::{LedgerRow, Plan, PlanProgramme, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::facts::Facts;
use crate::domain::field::Field;
use crate::domain::guide::condition::{Condition, Truth};
use crate::domain::guide::walk::{Walk, walk_classes};
use crate::domain::licensing::YesNo;
use crate::domain::profile::{EndpointGroup, Profile};
use crate::domain::programme::Programme;

/// A group together with what was decided about its shape.
pub(super) struct Settled<'a> {
    pub(super) group: &'a EndpointGroup,
    pub(super) shape: usize,
    /// Endpoints that count: without those counted in another group.
    pub(super) endpoints: u64,
    /// Of these, the ones that own what they need now.
    pub(super) covered: u64,
    pub(super) ordered: Ordered,
}

/// Every group decided about, and the groups that are alike.
pub(super) struct Settlement<'a> {
    pub(super) decisions: Vec<Decision>,
    pub(super) settled: Vec<Settled<'a>>,
    pub(super) classes: Vec<Class>,
}

/// Groups that are alike in their shape and in what became of them.
pub(super) struct Class {
    pub(super) facts: Facts,
    pub(super) groups: Vec<usize>,
}

/// Makes the plan for a day. The same arguments give the same plan; nothing else is looked at.
pub fn build_plan(programme: &Programme, profile: &Profile, walk: &Walk, as_of: NaiveDate) -> Plan {
    let context = Context::new(programme, profile, as_of);
    let settlement = settle(&context, profile);
    plan_from(&context, profile, walk, &settlement)
}

/// The walk and the plan for a day, as [`walk`](crate::domain::guide::walk::walk) and
/// [`build_plan`] make them, with the groups settled only once: for every keystroke.
pub fn walk_and_plan(programme: &Programme, profile: &Profile, as_of: NaiveDate) -> (Walk, Plan) {
    let context = Context::new(programme, profile, as_of);
    let settlement = settle(&context, profile);
    let classes: Vec<(&Facts, &[usize])> = settlement
        .classes
        .iter()
        .map(|class| (&class.facts, &class.groups[..]))
        .collect();
    let walk = walk_classes(programme, &classes);
    let plan = plan_from(&context, profile, &walk, &settlement);
    (walk, plan)
}

fn plan_from(
    context: &Context<'_>,
    profile: &Profile,
    walk: &Walk,
    settlement: &Settlement<'_>,
) -> Plan {
    let programme = context.programme;
    let as_of = context.as_of;
    let Settlement {
        decisions,
        settled,
        classes,
    } = settlement;
    let mut plan = Plan {
        programmes: vec![PlanProgramme {
            id: programme.base.id.as_str().into(),
            edition: programme.base.edition,
            current_year: context.current_year,
            buys_through: context.buys_through,
            groups: (0..profile.groups.len()).collect(),
        }],
        ledger: Vec::with_capacity(settled.len()),
        endpoints: settled.iter().map(|group| group.endpoints).sum(),
        ..Plan::empty(as_of)
    };
    add_ledger(&mut plan, decisions, settled);
    add_orders(context, &mut plan, decisions, settled);
    add_exposure(context, &mut plan, decisions, settled);
    add_waiting(context, &mut plan, decisions, settled);
    add_calendar(context, &mut plan, profile, &facts_of(classes));
    add_steps(context, &mut plan, settled, classes);
    add_errors(context, &mut plan, classes);
    add_notes(context, &mut plan, classes);
    add_virtual_machines(context, &mut plan, decisions, settled);
    add_checks(context, &mut plan, decisions, settled);
    add_short_years(context, &mut plan, settled);
    add_unconfirmed(context, &mut plan, decisions, settled, classes);
    add_core_bases(context, &mut plan, settled);
    add_assumptions(&mut plan, programme, walk);
    add_open_questions(context, &mut plan, decisions, settled);
    add_faq(context, &mut plan, classes);
    plan
}

fn facts_of(classes: &[Class]) -> Vec<&Facts> {
    classes.iter().map(|class| &class.facts).collect()
}

pub(super) fn settle<'a>(context: &Context<'_>, profile: &'a Profile) -> Settlement<'a> {
    let mut shapes: BTreeMap<Shape, usize> = BTreeMap::new();
    let mut decisions: Vec<Decision> = Vec::new();
    let mut settled = Vec::with_capacity(profile.groups.len());
    let mut by_class: BTreeMap<(usize, bool, bool, u64), usize> = BTreeMap::new();
    let mut classes: Vec<Class> = Vec::new();
    for (position, group) in profile.groups.iter().enumerate() {
        let shape = shape_of(context, group);
        let index = *shapes.entry(shape).or_insert_with(|| {
            decisions.push(decide(context, &shape));
            decisions.len() - 1
        });
        let Some(decision) = decisions.get(index) else {
            continue;
        };
        let count = u64::from(group.endpoint_count.unwrap_or(0));
        let shared = u64::from(group.shared_endpoint_count.unwrap_or(0));
        let endpoints = count.saturating_sub(shared);
        let covered = covered_endpoints(decision, group, endpoints);
        let ordered = Ordered::of(decision, group, endpoints);
        let rest = endpoints > covered || endpoints == 0;
        let key = (index, covered > 0, rest, ordered.key());
        let class = *by_class.entry(key).or_insert_with(|| {
            let mut facts = shape.facts;
            if rest {
                facts.add(Field::Verdict, decision.verdict.index());
            }
            if covered > 0 {
                facts.add(Field::Verdict, Verdict::AlreadyCovered.index());
            }
            let back = if ordered.has_back_years() {
                YesNo::Yes
            } else {
                YesNo::No
            };
            facts.add(Field::BackYears, back.index());
            classes.push(Class {
                facts,
                groups: Vec::new(),
            });
            classes.len() - 1
        });
        if let Some(class) = classes.get_mut(class) {
            class.groups.push(position);
        }
        settled.push(Settled {
            group,
            shape: index,
            endpoints,
            covered,
            ordered,
        });
    }
    if classes.is_empty() {
        // Without groups the organisation's own facts still say something.
        classes.push(Class {
            facts: context.organisation_facts,
            groups: Vec::new(),
        });
    }
    Settlement {
        decisions,
        settled,
        classes,
    }
}

/// How many endpoints own what the as-of date asks for.
fn covered_endpoints(decision: &Decision, group: &EndpointGroup, endpoints: u64) -> u64 {
    if let Some(year) = decision.own_year {
        return owned_of(group, &[], year, endpoints);
    }
    let Some(licences) = &decision.licences else {
        return 0;
    };
    licences
        .years
        .iter()
        .filter(|needed| licences.due.is_none_or(|due| needed.year <= due))
        .map(|needed| owned_of(group, &licences.promised, needed.year, endpoints))
        .min()
        .unwrap_or(0)
}

fn add_ledger(plan: &mut Plan, decisions: &[Decision], settled: &[Settled<'_>]) {
    for (position, group) in settled.iter().enumerate() {
        let Some(decision) = decisions.get(group.shape) else {
            continue;
        };
        if group.group.endpoint_count.is_none() {
            plan.uncounted_groups.push(position);
        }
        let rest = group.endpoints - group.covered;
        // A group without endpoints still shows its verdict.
        if rest > 0 || group.covered == 0 {
            plan.ledger.push(LedgerRow {
                programme: 0,
                group: position,
                endpoints: rest,
                verdict: decision.verdict,
                trace: Arc::clone(&decision.trace),
            });
        }
        if group.covered > 0 {
            plan.ledger.push(LedgerRow {
                programme: 0,
                group: position,
                endpoints: group.covered,
                verdict: Verdict::AlreadyCovered,
                trace: Arc::clone(&decision.covered_trace),
            });
        }
    }
}

/// The facts that questions are asked by, with the groups that share them.
pub fn walk_facts(
    programme: &Programme,
    profile: &Profile,
    as_of: NaiveDate,
) -> Vec<(Facts, Vec<usize>)> {
    let context = Context::new(programme, profile, as_of);
    settle(&context, profile)
        .classes
        .into_iter()
        .map(|class| (class.facts, class.groups))
        .collect()
}

/// How a condition stands for each class: one answer for all where the organisation settles it.
pub(super) fn truths<'a>(
    context: &Context<'_>,
    condition: &'a Condition,
    classes: &'a [Class],
) -> impl Iterator<Item = (Truth, &'a Class)> {
    let for_all = condition.evaluate_for_all(&context.organisation_facts);
    classes.iter().map(move |class| {
        let truth = match for_all {
            Truth::Unknown => condition.evaluate(&class.facts),
            settled => settled,
        };
        (truth, class)
    })
}
