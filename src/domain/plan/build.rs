//! Putting the plan together, part by part, in the order in which a reader meets them.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::classify::{Context, Decision, Shape, decide, shape_of};
use super::orders::{Ordered, add_orders, owned_of};
use super::patch_tuesday::{count_patch_tuesdays, next_patch_tuesday, whole_months};
use super::{
    Applicability, Assumption, Exposure, LedgerRow, OpenQuestion, Plan, PlanError, PlanNote,
    PlanStep, Trace, Verdict,
};
use crate::domain::choice::Choice as _;
use crate::domain::facts::Facts;
use crate::domain::field::{Field, Place, Scope};
use crate::domain::guide::condition::{Condition, Truth};
use crate::domain::guide::walk::{QuestionState, Walk, walk_classes};
use crate::domain::licensing::{CoverageYear, YesNo};
use crate::domain::profile::{EndpointGroup, Profile};
use crate::domain::programme::{NoteSection, Programme, RuleId, Severity, StepYears};
use crate::domain::source::Certainty;
use crate::domain::text::{Argument, Statement};

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
struct Settlement<'a> {
    decisions: Vec<Decision>,
    settled: Vec<Settled<'a>>,
    classes: Vec<Class>,
}

/// Groups that are alike in their shape and in what became of them.
struct Class {
    facts: Facts,
    groups: Vec<usize>,
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
        programme: programme.base.id.as_str().into(),
        programme_edition: programme.base.edition,
        as_of,
        current_year: context.current_year,
        buys_through: context.buys_through,
        ledger: Vec::with_capacity(settled.len()),
        endpoints: settled.iter().map(|group| group.endpoints).sum(),
        uncounted_groups: Vec::new(),
        orders: Vec::new(),
        totals: Vec::new(),
        exposure: Vec::new(),
        waiting: Vec::new(),
        calendar: Vec::new(),
        steps: Vec::new(),
        errors: Vec::new(),
        notes: Vec::new(),
        warnings: Vec::new(),
        assumptions: Vec::new(),
        open_questions: Vec::new(),
        faq: Vec::new(),
    };
    add_ledger(&mut plan, decisions, settled);
    add_orders(context, &mut plan, decisions, settled);
    add_exposure(context, &mut plan, decisions, settled);
    super::waiting::add_waiting(context, &mut plan, decisions, settled);
    super::calendar::add_calendar(context, &mut plan, profile, &facts_of(classes));
    add_steps(context, &mut plan, settled, classes);
    add_errors(context, &mut plan, classes);
    add_notes(context, &mut plan, classes);
    add_checks(context, &mut plan, settled);
    add_assumptions(&mut plan, programme, walk);
    add_open_questions(context, &mut plan, decisions, settled);
    add_faq(context, &mut plan, classes);
    plan
}

fn facts_of(classes: &[Class]) -> Vec<&Facts> {
    classes.iter().map(|class| &class.facts).collect()
}

fn settle<'a>(context: &Context<'_>, profile: &'a Profile) -> Settlement<'a> {
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
        let covered = covered_endpoints(context, decision, group, endpoints);
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
fn covered_endpoints(
    context: &Context<'_>,
    decision: &Decision,
    group: &EndpointGroup,
    endpoints: u64,
) -> u64 {
    if let Some(year) = decision.own_year {
        return owned_of(group, &[], year, endpoints);
    }
    let Some(licences) = &decision.licences else {
        return 0;
    };
    let due = |year: CoverageYear| context.current_year.is_none_or(|current| year <= current);
    licences
        .years
        .iter()
        .filter(|needed| due(needed.year))
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
                group: position,
                endpoints: rest,
                verdict: decision.verdict,
                trace: Arc::clone(&decision.trace),
            });
        }
        if group.covered > 0 {
            plan.ledger.push(LedgerRow {
                group: position,
                endpoints: group.covered,
                verdict: Verdict::AlreadyCovered,
                trace: Arc::clone(&decision.covered_trace),
            });
        }
    }
}

fn add_exposure(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let programme = context.programme;
    let mut by_day: BTreeMap<(NaiveDate, NaiveDate, bool), (Vec<usize>, u64)> = BTreeMap::new();
    for (position, group) in settled.iter().enumerate() {
        let Some(decision) = decisions.get(group.shape) else {
            continue;
        };
        let Some((end_of_support, last_day)) = decision.exposed else {
            continue;
        };
        let rest = group.endpoints - group.covered;
        if rest == 0 {
            continue;
        }
        // Years that every endpoint of the group owns from the first on still protect it.
        let mut since = end_of_support;
        let promised = decision
            .licences
            .as_ref()
            .map_or(&[][..], |licences| &licences.promised[..]);
        if programme.base.end_of_support == end_of_support {
            for window in &programme.base.coverage {
                if owned_of(group.group, promised, window.year, group.endpoints) < group.endpoints {
                    break;
                }
                since = window.last_day;
            }
        }
        let is_oem = decision.verdict == Verdict::Oem;
        let entry = by_day.entry((since, last_day, is_oem)).or_default();
        entry.0.push(position);
        entry.1 += rest;
    }
    for ((since, last_day, is_oem), (groups, endpoints)) in by_day {
        let Some(first_missed) = next_patch_tuesday(since) else {
            continue;
        };
        let mut trace = Trace::default();
        trace.rest_on(&[Field::Product, Field::Owned]);
        trace.follow(programme.rule(RuleId::UnprotectedWithout));
        trace.follow(programme.rule(RuleId::PatchTuesdays));
        if is_oem {
            trace.follow(programme.rule(RuleId::EmbeddedUnprotected));
        }
        plan.exposure.push(Exposure {
            groups,
            endpoints,
            since,
            first_missed,
            releases_missed: count_patch_tuesdays(since, context.as_of.min(last_day)),
            months: whole_months(since, context.as_of),
            trace,
        });
    }
}

fn add_steps(context: &Context<'_>, plan: &mut Plan, settled: &[Settled<'_>], classes: &[Class]) {
    let programme = context.programme;
    let prerequisites = &programme.deployment.prerequisites;
    for step in &programme.deployment.steps {
        let mut mask = 0u64;
        for id in &step.unless_installed {
            if let Some(index) = prerequisites.iter().position(|p| p.id == *id) {
                mask |= 1 << index;
            }
        }
        let mut groups = Vec::new();
        let mut years: Vec<CoverageYear> = Vec::new();
        let mut fields = Vec::new();
        for (truth, class) in truths(context, &step.when, classes) {
            if truth != Truth::Yes {
                continue;
            }
            if mask != 0 && class.facts.bits(Field::Prerequisites) & mask == mask {
                continue;
            }
            let class_years = class
                .groups
                .first()
                .and_then(|position| settled.get(*position))
                .map_or_else(Vec::new, |group| step_years(context, step.years, group));
            if step.years != StepYears::Once && class_years.is_empty() {
                continue;
            }
            if fields.is_empty() {
                fields = step.when.because(&class.facts);
                if mask != 0 {
                    fields.push(Field::Prerequisites);
                }
            }
            groups.extend_from_slice(&class.groups);
            for year in class_years {
                if !years.contains(&year) {
                    years.push(year);
                }
            }
        }
        if groups.is_empty() {
            continue;
        }
        groups.sort_unstable();
        years.sort_unstable();
        let commands = if step.years == StepYears::Once {
            step.commands.clone()
        } else {
            years
                .iter()
                .flat_map(|year| {
                    let id = programme
                        .window(*year)
                        .and_then(|window| window.activation_id.as_deref())
                        .unwrap_or_default();
                    step.commands
                        .iter()
                        .map(move |command| command.replace("{activation_id}", id))
                })
                .collect()
        };
        plan.steps.push(PlanStep {
            phase: step.phase,
            id: Arc::clone(&step.id),
            groups,
            title: step.title.clone(),
            detail: step.detail.clone(),
            commands,
            years,
            fields,
            faq: step.faq.clone(),
        });
    }
}

/// The years that a step repeats for a group: what it owns or orders.
fn step_years(context: &Context<'_>, years: StepYears, group: &Settled<'_>) -> Vec<CoverageYear> {
    let windows = &context.programme.base.coverage;
    let held = |year: CoverageYear| group.ordered.has_now(year) || group.ordered.has_owned(year);
    let newest = windows
        .iter()
        .map(|window| window.year)
        .filter(|year| held(*year))
        .max();
    match years {
        StepYears::Once => Vec::new(),
        StepYears::Current => newest.into_iter().collect(),
        StepYears::Back => windows
            .iter()
            .map(|window| window.year)
            .filter(|year| held(*year) && Some(*year) != newest)
            .collect(),
        StepYears::Later => windows
            .iter()
            .map(|window| window.year)
            .filter(|year| group.ordered.has_later(*year))
            .collect(),
    }
}

fn add_errors(context: &Context<'_>, plan: &mut Plan, classes: &[Class]) {
    for error in &context.programme.deployment.errors {
        let has_phase = plan.steps.iter().any(|step| step.phase == error.phase);
        let holds = || truths(context, &error.when, classes).any(|(truth, _)| truth == Truth::Yes);
        if has_phase && holds() {
            plan.errors.push(PlanError {
                phase: error.phase,
                symptom: error.symptom.clone(),
                cause: error.cause.clone(),
                action: error.action.clone(),
                faq: error.faq.clone(),
            });
        }
    }
}

fn add_notes(context: &Context<'_>, plan: &mut Plan, classes: &[Class]) {
    for note in &context.programme.notes {
        let mut groups: Vec<usize> = Vec::new();
        let mut fields: Option<Vec<Field>> = None;
        let mut everywhere = true;
        for (truth, class) in truths(context, &note.when, classes) {
            if truth == Truth::Yes {
                if fields.is_none() {
                    fields = Some(note.when.because(&class.facts));
                }
                groups.extend_from_slice(&class.groups);
            } else {
                everywhere = false;
            }
        }
        let Some(fields) = fields else { continue };
        if everywhere {
            groups.clear();
        }
        groups.sort_unstable();
        let line = PlanNote {
            code: Arc::clone(&note.code),
            section: note.section,
            severity: note.severity,
            about: note.about,
            groups,
            text: Statement::Data(note.text.clone()),
            fields,
            faq: note.faq.clone(),
            certainty: note.certainty,
        };
        match note.severity {
            Severity::Info => plan.notes.push(line),
            Severity::Warning | Severity::Contradiction => plan.warnings.push(line),
        }
    }
}

/// Warnings about the profile itself: numbers and choices that do not fit together.
fn add_checks(context: &Context<'_>, plan: &mut Plan, settled: &[Settled<'_>]) {
    let programme = context.programme;
    let mut warn = |code: &'static str, about, groups, text, rule| {
        plan.warnings.push(PlanNote {
            code: code.into(),
            section: NoteSection::Purchase,
            severity: Severity::Warning,
            about,
            groups,
            text,
            fields: vec![about],
            faq: programme.shared_rule_sources(rule),
            certainty: Certainty::Derived,
        });
    };
    let positions = |wanted: &dyn Fn(&Settled<'_>) -> bool| -> Vec<usize> {
        settled
            .iter()
            .enumerate()
            .filter(|(_, group)| wanted(group))
            .map(|(position, _)| position)
            .collect()
    };
    let shared_exceeds = positions(&|s| {
        let shared = s.group.shared_endpoint_count.unwrap_or(0);
        s.group.endpoint_count.is_some_and(|count| shared > count)
    });
    if !shared_exceeds.is_empty() {
        warn(
            "shared-exceeds-endpoints",
            Field::SharedEndpoints,
            shared_exceeds,
            Statement::Message("warning-shared-exceeds", vec![]),
            RuleId::LicensedPerDevice,
        );
    }
    let owned_exceeds = positions(&|s| {
        let most = s.group.owned.iter().flat_map(BTreeMap::values).max();
        s.group.endpoint_count.is_some() && most.is_some_and(|q| u64::from(*q) > s.endpoints)
    });
    if !owned_exceeds.is_empty() {
        warn(
            "owned-exceeds-endpoints",
            Field::Owned,
            owned_exceeds,
            Statement::Message("warning-owned-exceeds", vec![]),
            RuleId::LicensedPerDevice,
        );
    }
    let gaps = positions(&|s| {
        s.group.owned.as_ref().is_some_and(|owned| {
            let held =
                |number| CoverageYear::new(number).is_some_and(|year| owned.contains_key(&year));
            (2..=6).any(|number| held(number) && !held(number - 1))
        })
    });
    if !gaps.is_empty() {
        warn(
            "owned-years-have-a-gap",
            Field::Owned,
            gaps,
            Statement::Message("warning-owned-gap", vec![]),
            RuleId::EarlierYearsAreRequired,
        );
    }
    if let Some(choice) = context.organisation.order_channel
        && let Some(channels) = context.organisation.channels
        && !channels
            .iter()
            .any(|channel| channel.sales_channel() == Some(choice))
    {
        warn(
            "order-channel-without-agreement",
            Field::OrderChannel,
            Vec::new(),
            Statement::Message(
                "warning-order-channel-without-agreement",
                vec![("channel", Argument::Value(Field::OrderChannel, choice.id()))],
            ),
            RuleId::ChannelSells,
        );
    }
    for window in &programme.base.coverage {
        let groups = positions(&|s| {
            let buys = s.ordered.has_now(window.year) || s.ordered.has_later(window.year);
            let leaves = s.group.leaves_on;
            buys && leaves.is_some_and(|day| window.first_day < day && day <= window.first_release)
        });
        if !groups.is_empty() {
            warn(
                "year-without-a-release",
                Field::LeavesOn,
                groups,
                Statement::Message(
                    "warning-year-without-release",
                    vec![
                        ("year", Argument::Year(window.year)),
                        ("start", Argument::Date(window.first_day)),
                        ("release", Argument::Date(window.first_release)),
                    ],
                ),
                RuleId::PatchTuesdays,
            );
        }
    }
}

fn add_assumptions(plan: &mut Plan, programme: &Programme, walk: &Walk) {
    for step in &walk.steps {
        let QuestionState::Open(places) = &step.state else {
            continue;
        };
        let Some(question) = programme.questions.get(step.question) else {
            continue;
        };
        plan.assumptions.push(Assumption {
            field: question.fills,
            places: places.clone(),
            assumed: Statement::Data(question.assumed.clone()),
            would_change: Statement::Data(question.would_change.clone()),
            amounts: hanging_amounts(plan, question.fills, places),
            faq: question.sources.clone(),
        });
    }
}

/// What is ordered only because a leaving day is unknown.
fn hanging_amounts(
    plan: &Plan,
    field: Field,
    places: &[Place],
) -> Vec<crate::domain::money::Money> {
    if field != Field::LeavesOn {
        return Vec::new();
    }
    let groups: std::collections::BTreeSet<usize> = places
        .iter()
        .filter_map(|place| match place {
            Place::Group(position) => Some(*position),
            Place::Organisation => None,
        })
        .collect();
    let mut sums: Vec<crate::domain::money::Money> = Vec::new();
    for line in plan
        .orders
        .iter()
        .filter(|l| l.when == super::OrderWhen::Later)
    {
        let Some(price) = &line.unit_price else {
            continue;
        };
        let quantity: u64 = line
            .groups
            .iter()
            .filter(|(position, _)| groups.contains(position))
            .map(|(_, quantity)| quantity)
            .sum();
        if quantity > 0 {
            super::orders::add_amount(&mut sums, price.amount.times(quantity));
        }
    }
    sums
}

fn add_open_questions(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let programme = context.programme;
    if settled.is_empty() {
        plan.open_questions.push(OpenQuestion {
            field: Some(Field::Endpoints),
            groups: Vec::new(),
            text: Statement::Message("open-no-groups", vec![]),
            faq: programme.shared_rule_sources(RuleId::LicensedPerDevice),
        });
    }
    if !plan.uncounted_groups.is_empty() {
        plan.open_questions.push(OpenQuestion {
            field: Some(Field::Endpoints),
            groups: plan.uncounted_groups.clone(),
            text: Statement::Message("open-endpoints-unknown", vec![]),
            faq: programme.shared_rule_sources(RuleId::LicensedPerDevice),
        });
    }
    let mut by_shape: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for row in &plan.ledger {
        if row.verdict == Verdict::NeedsDecision
            && let Some(group) = settled.get(row.group)
        {
            by_shape.entry(group.shape).or_default().push(row.group);
        }
    }
    for (shape, groups) in by_shape {
        let Some(decision) = decisions.get(shape) else {
            continue;
        };
        let decisive = decision
            .trace
            .reasons
            .iter()
            .find_map(|reason| match reason {
                Statement::Message("reason-product-unknown", _) => {
                    Some(("open-product", Field::Product))
                }
                Statement::Message("reason-edition-unknown", _) => {
                    Some(("open-edition", Field::Edition))
                }
                Statement::Message("reason-edition-is-unclear", _) => {
                    Some(("open-edition-unclear", Field::Edition))
                }
                Statement::Message("reason-host-is-unclear", _) => {
                    Some(("open-host", Field::Hosting))
                }
                Statement::Message("reason-no-channel-sells", _) => {
                    Some(("open-channel", Field::OrderChannel))
                }
                _ => None,
            });
        let (text, field) = decisive.unwrap_or(("open-product", Field::Product));
        match plan
            .open_questions
            .iter_mut()
            .find(|open| matches!(open.text, Statement::Message(id, _) if id == text))
        {
            Some(open) => {
                open.groups.extend(groups);
                open.groups.sort_unstable();
            }
            None => plan.open_questions.push(OpenQuestion {
                field: Some(field),
                groups,
                text: Statement::Message(text, vec![]),
                faq: decision.trace.faq.as_slice().into(),
            }),
        }
    }
}

fn add_faq(context: &Context<'_>, plan: &mut Plan, classes: &[Class]) {
    for entry in &context.programme.faq {
        let mut best = (Truth::No, None);
        for (index, (truth, _)) in truths(context, &entry.applies, classes).enumerate() {
            if best.1.is_none() || truth > best.0 {
                best = (truth, Some(index));
            }
            if truth == Truth::Yes {
                break;
            }
        }
        plan.faq.push(Applicability {
            id: entry.id.clone(),
            applies: best.0,
            group: best
                .1
                .and_then(|index| classes.get(index))
                .and_then(|class| class.groups.first().copied()),
        });
    }
}

/// Whether an entry matters to a profile, with the fields that made it so and where they stand.
pub fn faq_because(
    programme: &Programme,
    profile: &Profile,
    as_of: NaiveDate,
    applicability: &Applicability,
) -> Vec<(Place, Field)> {
    let Some(entry) = programme.faq_entry(applicability.id.as_str()) else {
        return Vec::new();
    };
    let context = Context::new(programme, profile, as_of);
    let facts = applicability
        .group
        .and_then(|position| group_facts(&context, profile, position))
        .unwrap_or(context.organisation_facts);
    entry
        .applies
        .because(&facts)
        .into_iter()
        .map(|field| {
            let place = match (field.scope(), applicability.group) {
                (Scope::Group, Some(position)) => Place::Group(position),
                (Scope::Derived, Some(position))
                    if !matches!(field, Field::Phase | Field::BuysThrough) =>
                {
                    Place::Group(position)
                }
                _ => Place::Organisation,
            };
            (place, field)
        })
        .collect()
}

/// The facts of one group with what the plan derives about it.
fn group_facts(context: &Context<'_>, profile: &Profile, position: usize) -> Option<Facts> {
    let one = Profile {
        organisation: profile.organisation.clone(),
        groups: vec![Arc::clone(profile.groups.get(position)?)],
    };
    settle(context, &one)
        .classes
        .first()
        .map(|class| class.facts)
}

/// The value of a derived field for a group, as ids, for showing why.
pub fn derived_values(
    programme: &Programme,
    profile: &Profile,
    as_of: NaiveDate,
    position: Option<usize>,
    field: Field,
) -> Vec<String> {
    let context = Context::new(programme, profile, as_of);
    let facts = position
        .and_then(|position| group_facts(&context, profile, position))
        .unwrap_or(context.organisation_facts);
    let bits = facts.bits(field);
    (0u32..)
        .zip(programme.vocabulary().ids(field))
        .filter(|(index, _)| bits & (1 << index) != 0)
        .map(|(_, id)| id.to_owned())
        .collect()
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
fn truths<'a>(
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
