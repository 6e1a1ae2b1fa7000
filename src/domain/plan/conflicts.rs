//! Needs of several programmes that do not fit together, or that one purchase can't meet.

use super::{Plan, PlanNote};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::SalesChannel;
use crate::domain::profile::Profile;
use crate::domain::programme::{Catalogue, NoteSection, Programme, RuleId, Severity};
use crate::domain::source::{Certainty, Sources};
use crate::domain::text::{Argument, Statement};

/// Adds what only shows when the programmes are seen together.
pub(super) fn add_conflicts(catalogue: &Catalogue, profile: &Profile, plan: &mut Plan) {
    let programmes: Vec<&Programme> = plan
        .programmes
        .iter()
        .filter_map(|part| catalogue.get(&part.id))
        .collect();
    let mut found = Vec::new();
    found.extend(chosen_channel_is_not_sold(profile, plan, &programmes));
    found.extend(channels_differ(plan, &programmes));
    found.extend(undecided_beside_decided(plan, &programmes));
    plan.warnings.extend(found);
}

fn warning(
    code: &'static str,
    severity: Severity,
    programme: usize,
    text: Statement,
    faq: Sources,
) -> PlanNote {
    PlanNote {
        programme,
        code: code.into(),
        section: NoteSection::Purchase,
        severity,
        about: Field::OrderChannel,
        groups: Vec::new(),
        text,
        fields: vec![Field::Channels, Field::OrderChannel],
        rule: Some(RuleId::ChannelSells),
        faq,
        certainty: Certainty::Derived,
    }
}

fn name(programme: &Programme) -> Argument {
    Argument::Local(programme.base.short_name.clone())
}

fn channel_value(channel: SalesChannel) -> Argument {
    Argument::Value(Field::OrderChannel, channel.id())
}

/// The person chose one channel for everything, and a programme is not sold there.
fn chosen_channel_is_not_sold(
    profile: &Profile,
    plan: &Plan,
    programmes: &[&Programme],
) -> Vec<PlanNote> {
    let Some(chosen) = profile.organisation.order_channel else {
        return Vec::new();
    };
    let is_sold = |programme: &Programme| {
        let mut sales = programme.base.offers.iter().flat_map(|offer| &offer.sales);
        sales.any(|sales| sales.channel == chosen)
    };
    let needs_orders = |position: usize| plan.orders.iter().any(|l| l.programme == position);
    programmes
        .iter()
        .enumerate()
        .filter(|(position, programme)| needs_orders(*position) && !is_sold(programme))
        .map(|(position, programme)| {
            warning(
                "order-channel-not-sold",
                Severity::Warning,
                position,
                Statement::Message(
                    "warning-order-channel-not-sold",
                    vec![
                        ("programme", name(programme)),
                        ("channel", channel_value(chosen)),
                    ],
                ),
                programme.shared_rule_sources(RuleId::ChannelSells),
            )
        })
        .collect()
}

/// What is ordered goes through different channels: several orders, several agreements.
fn channels_differ(plan: &Plan, programmes: &[&Programme]) -> Option<PlanNote> {
    let mut used: Vec<(usize, SalesChannel)> = Vec::new();
    for line in &plan.orders {
        if !used.contains(&(line.programme, line.channel)) {
            used.push((line.programme, line.channel));
        }
    }
    let (first, first_channel) = *used.first()?;
    let (other, other_channel) = *used
        .iter()
        .find(|(programme, channel)| *programme != first && *channel != first_channel)?;
    let (first_programme, other_programme) = (programmes.get(first)?, programmes.get(other)?);
    let mut faq = first_programme.rule_sources(RuleId::ChannelSells).to_vec();
    faq.extend_from_slice(other_programme.rule_sources(RuleId::ChannelSells));
    Some(warning(
        "orders-through-different-channels",
        Severity::Warning,
        other,
        Statement::Message(
            "warning-orders-through-different-channels",
            vec![
                ("first", name(first_programme)),
                ("first-channel", channel_value(first_channel)),
                ("other", name(other_programme)),
                ("other-channel", channel_value(other_channel)),
            ],
        ),
        faq.into(),
    ))
}

/// The agreements serve one programme and not another.
fn undecided_beside_decided(plan: &Plan, programmes: &[&Programme]) -> Vec<PlanNote> {
    let is_decided = |position: usize| plan.orders.iter().any(|l| l.programme == position);
    let asks_for_channel = |position: usize| {
        plan.open_questions.iter().any(|question| {
            question.programme == position
                && matches!(
                    question.text,
                    Statement::Message("open-channel" | "open-agreement", _)
                )
        })
    };
    let Some(served) = (0..programmes.len()).find(|position| is_decided(*position)) else {
        return Vec::new();
    };
    let served_name = programmes.get(served).map(|programme| name(programme));
    let Some(served_name) = served_name else {
        return Vec::new();
    };
    programmes
        .iter()
        .enumerate()
        .filter(|(position, _)| *position != served && asks_for_channel(*position))
        .map(|(position, programme)| {
            let mut faq = programme.rule_sources(RuleId::ChannelSells).to_vec();
            for id in programme.rule_sources(RuleId::ChannelDoesNotSell) {
                if !faq.contains(id) {
                    faq.push(id.clone());
                }
            }
            warning(
                "agreements-serve-one-programme-only",
                Severity::Contradiction,
                position,
                Statement::Message(
                    "warning-agreements-serve-one-programme-only",
                    vec![("served", served_name.clone()), ("other", name(programme))],
                ),
                faq.into(),
            )
        })
        .collect()
}
