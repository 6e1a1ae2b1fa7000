//! What the plan says besides orders and steps: notes, warnings, assumptions, open questions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::build::{Class, Settled, truths};
use super::classify::Decision;
use super::orders::owned_of;
use super::patch_tuesday::count_patch_tuesdays;
use super::prices::{add_amount, known_price};
use super::shape::Context;
use super::spans::charged;
use super::units::units;
use super::{Assumption, OpenQuestion, OrderLine, OrderWhen, Plan, PlanNote, Span, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Place};
use crate::domain::guide::condition::Truth;
use crate::domain::guide::walk::{QuestionState, Walk};
use crate::domain::licensing::{CoverageYear, Hosting, OwnedChannel, SalesChannel};
use crate::domain::money::Money;
use crate::domain::programme::{
    Cores, HostGives, NoteSection, Programme, Releases, RuleId, Severity, SkuStatus, Unit,
};
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
            programme: 0,
            code: Arc::clone(&note.code),
            section: note.section,
            severity: note.severity,
            about: note.about,
            groups,
            text: Statement::Data(note.text.clone()),
            fields,
            rule: None,
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
            .is_some_and(|host| context.programme.host_gives(host) == HostGives::NothingByAccess);
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
        programme: 0,
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
        rule: Some(RuleId::VdiCountsAccessingEndpoints),
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
        // A programme without this rule still says what one licence is for.
        let rule = if programme.has_rule(rule) {
            rule
        } else {
            RuleId::LicensedPerDevice
        };
        plan.warnings.push(PlanNote {
            programme: 0,
            code: code.into(),
            section: NoteSection::Purchase,
            severity: Severity::Warning,
            about,
            groups,
            text,
            fields: vec![about],
            rule: Some(rule),
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
    if !gaps.is_empty() && programme.has_rule(RuleId::EarlierYearsAreRequired) {
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
        && programme.base.offers.iter().any(|offer| {
            offer.sales.iter().any(|sales| {
                sales.channel == choice
                    && !sales.accepts.is_empty()
                    && !sales.accepts.iter().any(|known| channels.contains(*known))
            })
        })
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
    // A machine is licensed where it runs, but the endpoints that reach it were counted.
    let machines = positions(&|s| {
        let is_desktop = s.group.hosting.is_some_and(|host| {
            let counts = matches!(host, Hosting::OnPremisesVdi | Hosting::DedicatedVdi);
            counts && programme.host_gives(host) == HostGives::Nothing
        });
        let machines = s.group.virtual_machine_count;
        is_desktop
            && s.ordered.has_any()
            && machines.is_some_and(|count| Some(count) != s.group.endpoint_count)
    });
    if !machines.is_empty() {
        warn(
            "machines-are-licensed",
            Field::VirtualMachines,
            machines,
            Statement::Message("warning-machines-are-licensed", vec![]),
            RuleId::LicensedPerDevice,
        );
    }
    // What was bought for a personal account stands for no licence of another offer.
    let personal = positions(&|s| {
        let bought = s
            .group
            .owned
            .as_ref()
            .is_some_and(|owned| !owned.is_empty());
        let offer = decisions
            .get(s.shape)
            .and_then(|decision| decision.licences.as_ref())
            .and_then(|licences| programme.base.offers.get(licences.offer));
        bought
            && s.group.owned_channel == Some(OwnedChannel::MicrosoftAccount)
            && offer.is_some_and(|offer| {
                offer
                    .sales
                    .iter()
                    .all(|sales| sales.channel != SalesChannel::MicrosoftAccount)
            })
    });
    if !personal.is_empty() {
        warn(
            "owned-through-another-offer",
            Field::OwnedChannel,
            personal,
            Statement::Message("warning-owned-through-another-offer", vec![]),
            RuleId::EarlierYearsAreRequired,
        );
    }
    if programme.base.releases == Releases::PatchTuesdays
        && let Some(before) = context.as_of.pred_opt()
    {
        for window in &programme.base.coverage {
            let is_running = window.first_day <= context.as_of && context.as_of <= window.last_day;
            let groups = positions(&|s| {
                let last = s.group.leaves_on.and_then(|day| day.pred_opt());
                let last = last.map_or(window.last_day, |day| day.min(window.last_day));
                is_running
                    && s.ordered.has_now(window.year)
                    && s.group
                        .leaves_on
                        .is_none_or(|day| window.first_release < day)
                    && count_patch_tuesdays(before, last) == 0
            });
            if !groups.is_empty() {
                warn(
                    "no-release-left",
                    Field::LeavesOn,
                    groups,
                    Statement::Message(
                        "warning-no-release-left",
                        vec![("year", Argument::Year(window.year))],
                    ),
                    RuleId::PatchTuesdays,
                );
            }
        }
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

/// What no source confirms: days of coverage years that were worked out, and offers that were
/// announced but are not known to be sold.
pub(super) fn add_unconfirmed(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
    classes: &[Class],
) {
    let programme = context.programme;
    let is_derived = |line: &OrderLine| {
        let sku = programme.skus.iter().find(|sku| sku.id == line.sku);
        let offer = sku.and_then(|sku| programme.base.offers.iter().find(|o| o.id == sku.offer));
        let window = offer.and_then(|offer| programme.offer_window(offer, line.year));
        window.is_some_and(|window| window.certainty == Certainty::Derived)
    };
    let ordered = plan.orders.iter().filter(|line| is_derived(line));
    let mut derived: Vec<usize> = ordered
        .flat_map(|line| line.groups.iter().map(|(position, _)| *position))
        .collect();
    derived.sort_unstable();
    derived.dedup();
    if !derived.is_empty() {
        plan.warnings.push(PlanNote {
            programme: 0,
            code: format!("{}-window-dates-derived", programme.base.id).into(),
            section: NoteSection::Purchase,
            severity: Severity::Warning,
            about: Field::Phase,
            groups: derived,
            text: Statement::Message("warning-window-dates-derived", vec![]),
            fields: vec![Field::Product],
            rule: Some(RuleId::CoverageWindows),
            faq: programme.shared_rule_sources(RuleId::CoverageWindows),
            certainty: Certainty::Derived,
        });
    }
    for sku in &programme.skus {
        if sku.status != SkuStatus::Unconfirmed {
            continue;
        }
        let mut groups = Vec::new();
        let mut quantity = 0;
        let mut at_most = 0;
        let mut instead: Vec<Money> = Vec::new();
        for class in classes {
            if sku.when.evaluate(&class.facts) != Truth::Yes {
                continue;
            }
            for position in &class.groups {
                let Some(group) = settled.get(*position) else {
                    continue;
                };
                let licences = decisions
                    .get(group.shape)
                    .and_then(|decision| decision.licences.as_ref());
                // Only beside an order of the same year is there something to save.
                let ordered = licences.is_some_and(|_| group.ordered.has_now(sku.year));
                if !ordered {
                    continue;
                }
                groups.push(*position);
                let count = units(sku, group.group, group.endpoints);
                quantity += count;
                // Whose users nobody counted may be as many as the endpoints.
                at_most += match group.group.user_count {
                    Some(_) => count,
                    None => group.endpoints,
                };
                for line in plan.orders.iter().filter(|line| line.year == sku.year) {
                    let own = line.groups.iter().find(|(known, _)| known == position);
                    if let (Some((_, part)), Some(total)) = (own, line.total) {
                        add_amount(&mut instead, total.share(*part, line.quantity));
                    }
                }
            }
        }
        let channel = sku.channels.first().copied();
        let price = channel.map(|channel| known_price(context, sku, channel));
        let price = price.and_then(|price| price.sure.or(price.unconfirmed));
        let (Some(price), Some(instead)) = (price, instead.first()) else {
            continue;
        };
        groups.sort_unstable();
        plan.notes.push(PlanNote {
            programme: 0,
            code: format!("unconfirmed-{}", sku.id).into(),
            section: NoteSection::Purchase,
            severity: Severity::Info,
            about: Field::ManagedBy,
            groups,
            text: Statement::Message(
                if at_most > quantity {
                    "warning-unconfirmed-offer-from-to"
                } else {
                    "warning-unconfirmed-offer"
                },
                vec![
                    ("most", Argument::Count(at_most)),
                    (
                        "most-total",
                        Argument::Money(charged(price.amount, sku, at_most, Span::Whole)),
                    ),
                    ("sku", Argument::Name(sku.name.as_str().into())),
                    ("count", Argument::Count(quantity)),
                    ("price", Argument::Money(price.amount)),
                    (
                        "total",
                        Argument::Money(charged(price.amount, sku, quantity, Span::Whole)),
                    ),
                    ("instead", Argument::Money(*instead)),
                ],
            ),
            fields: sku.when.fields(),
            rule: None,
            faq: sku.faq.clone(),
            certainty: Certainty::Derived,
        });
    }
}

/// Groups of virtual machines whose hosts' cores are known: both ways of counting, to compare.
pub(super) fn add_core_bases(context: &Context<'_>, plan: &mut Plan, settled: &[Settled<'_>]) {
    if !context.counts_cores {
        return;
    }
    let floor = |pick: fn(&Cores) -> u32| {
        let units = context.programme.skus.iter().map(|sku| sku.unit);
        let cores = units.filter_map(|unit| match unit {
            Unit::Cores(cores) => Some(pick(&cores)),
            Unit::Device | Unit::User(_) | Unit::Account(_) => None,
        });
        cores.max().unwrap_or(0)
    };
    let virtual_floor = floor(|cores| cores.virtual_floor);
    let mut groups = Vec::new();
    let (mut machines, mut hosts) = (0, 0);
    for (position, group) in settled.iter().enumerate() {
        let is_virtual = group
            .group
            .hosting
            .is_some_and(|host| host != Hosting::Physical);
        let (Some(host_cores), true) = (group.group.host_cores, is_virtual) else {
            continue;
        };
        if !group.ordered.has_any() {
            continue;
        }
        let each = group
            .group
            .cores
            .unwrap_or(virtual_floor)
            .max(virtual_floor);
        groups.push(position);
        machines += group.endpoints * u64::from(each);
        hosts += u64::from(host_cores);
    }
    if groups.is_empty() {
        return;
    }
    plan.notes.push(PlanNote {
        programme: 0,
        code: format!("{}-core-bases", context.programme.base.id).into(),
        section: NoteSection::Purchase,
        severity: Severity::Info,
        about: Field::CoreBasis,
        groups,
        text: Statement::Message(
            "note-core-bases",
            vec![
                ("virtual", Argument::Count(machines)),
                ("physical", Argument::Count(hosts)),
            ],
        ),
        fields: vec![Field::Cores, Field::CoreBasis, Field::HostCores],
        rule: Some(RuleId::CoresAreCounted),
        faq: context
            .programme
            .shared_rule_sources(RuleId::CoresAreCounted),
        certainty: Certainty::Derived,
    });
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
            programme: 0,
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
        let Some(total) = line.total else {
            continue;
        };
        let quantity: u64 = line
            .groups
            .iter()
            .filter(|(position, _)| groups.contains(position))
            .map(|(_, quantity)| quantity)
            .sum();
        if quantity > 0 {
            add_amount(&mut sums, total.share(quantity, line.quantity));
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
            programme: 0,
            field: Some(Field::Endpoints),
            groups: Vec::new(),
            text: Statement::Message("open-no-groups", vec![]),
            rule: Some(RuleId::LicensedPerDevice),
            faq: programme.shared_rule_sources(RuleId::LicensedPerDevice),
        });
    }
    if !plan.uncounted_groups.is_empty() {
        plan.open_questions.push(OpenQuestion {
            programme: 0,
            field: Some(Field::Endpoints),
            groups: plan.uncounted_groups.clone(),
            text: Statement::Message("open-endpoints-unknown", vec![]),
            rule: Some(RuleId::LicensedPerDevice),
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
        let Some((text, field)) = &decision.open else {
            continue;
        };
        match plan
            .open_questions
            .iter_mut()
            .find(|open| open.text == *text)
        {
            Some(open) => {
                open.groups.extend(groups);
                open.groups.sort_unstable();
            }
            None => plan.open_questions.push(OpenQuestion {
                programme: 0,
                field: Some(*field),
                groups,
                text: text.clone(),
                rule: None,
                faq: decision.trace.faq.as_slice().into(),
            }),
        }
    }
    let elsewhere: Vec<usize> = settled
        .iter()
        .enumerate()
        .filter(|(_, group)| {
            let licences = decisions
                .get(group.shape)
                .and_then(|decision| decision.licences.as_ref());
            licences.is_some_and(|licences| {
                licences.elsewhere.iter().any(|year| {
                    let owned = owned_of(group.group, &licences.promised, *year, group.endpoints);
                    owned < group.endpoints
                })
            })
        })
        .map(|(position, _)| position)
        .collect();
    if !elsewhere.is_empty() {
        plan.open_questions.push(OpenQuestion {
            programme: 0,
            field: Some(Field::Owned),
            groups: elsewhere,
            text: Statement::Message("open-earlier-years-elsewhere", vec![]),
            rule: Some(RuleId::EarlierYearsElsewhere),
            faq: programme.shared_rule_sources(RuleId::EarlierYearsElsewhere),
        });
    }
}
