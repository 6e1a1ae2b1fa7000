//! What the plan says besides orders and steps: notes, warnings, assumptions, open questions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::build::{Class, Settled, truths};
use super::classify::Decision;
use super::orders::add_amount;
use super::shape::Context;
use super::{Assumption, OpenQuestion, OrderWhen, Plan, PlanNote, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Place};
use crate::domain::guide::condition::Truth;
use crate::domain::guide::walk::{QuestionState, Walk};
use crate::domain::licensing::{CoverageYear, Hosting};
use crate::domain::money::Money;
use crate::domain::programme::{NoteSection, Programme, RuleId, Severity};
use crate::domain::source::Certainty;
use crate::domain::text::{Argument, Statement};

pub(super) fn add_notes(context: &Context<'_>, plan: &mut Plan, classes: &[Class]) {
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

/// Both numbers of virtual desktops with the reason: endpoints are licensed, machines are not.
pub(super) fn add_virtual_machines(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let mut groups = Vec::new();
    let (mut endpoints, mut machines) = (0, 0);
    for (position, group) in settled.iter().enumerate() {
        let counts = group
            .group
            .hosting
            .is_some_and(Hosting::counts_accessing_endpoints);
        let licences = decisions
            .get(group.shape)
            .and_then(|decision| decision.licences.as_ref());
        let is_licensed = licences.is_some() && (group.ordered.has_any() || group.covered > 0);
        if let Some(count) = group.group.virtual_machine_count
            && counts
            && is_licensed
        {
            groups.push(position);
            endpoints += group.endpoints;
            machines += u64::from(count);
        }
    }
    if groups.is_empty() {
        return;
    }
    plan.notes.push(PlanNote {
        code: "vdi-endpoints-not-machines".into(),
        section: NoteSection::Purchase,
        severity: Severity::Info,
        about: Field::VirtualMachines,
        groups,
        text: Statement::Message(
            "note-vdi-endpoints-not-machines",
            vec![
                ("endpoints", Argument::Count(endpoints)),
                ("machines", Argument::Count(machines)),
            ],
        ),
        fields: vec![Field::Hosting, Field::Endpoints, Field::VirtualMachines],
        faq: context
            .programme
            .shared_rule_sources(RuleId::VdiCountsAccessingEndpoints),
        certainty: Certainty::Microsoft,
    });
}

/// Warnings about the profile itself: numbers and choices that do not fit together.
pub(super) fn add_checks(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
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
    // Numbers matter where licences are counted.
    let is_licensed = |s: &Settled<'_>| {
        let decision = decisions.get(s.shape);
        decision.is_some_and(|decision| decision.licences.is_some())
    };
    let shared_exceeds = positions(&|s| {
        let shared = s.group.shared_endpoint_count.unwrap_or(0);
        is_licensed(s) && s.group.endpoint_count.is_some_and(|count| shared > count)
    });
    if !shared_exceeds.is_empty() {
        warn(
            "shared-exceeds-endpoints",
            Field::SharedEndpoints,
            shared_exceeds,
            Statement::Message("warning-shared-exceeds", vec![]),
            RuleId::VdiCountsAccessingEndpoints,
        );
    }
    let owned_exceeds = positions(&|s| {
        let most = s.group.owned.iter().flat_map(BTreeMap::values).max();
        is_licensed(s)
            && s.group.endpoint_count.is_some()
            && most.is_some_and(|q| u64::from(*q) > s.endpoints)
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
    if !plan.orders.is_empty()
        && let Some(choice) = context.organisation.order_channel
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

pub(super) fn add_assumptions(plan: &mut Plan, programme: &Programme, walk: &Walk) {
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
fn hanging_amounts(plan: &Plan, field: Field, places: &[Place]) -> Vec<Money> {
    if field != Field::LeavesOn {
        return Vec::new();
    }
    let groups: BTreeSet<usize> = places
        .iter()
        .filter_map(|place| match place {
            Place::Group(position) => Some(*position),
            Place::Organisation => None,
        })
        .collect();
    let mut sums: Vec<Money> = Vec::new();
    for line in plan.orders.iter().filter(|l| l.when == OrderWhen::Later) {
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
            add_amount(&mut sums, price.amount.times(quantity));
        }
    }
    sums
}

pub(super) fn add_open_questions(
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
