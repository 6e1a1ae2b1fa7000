//! The deployment: the steps that a group needs, with its years' commands, and what may go wrong.

use std::sync::Arc;

use super::build::{Class, Settled, truths};
use super::shape::Context;
use super::{Plan, PlanError, PlanStep};
use crate::domain::field::Field;
use crate::domain::guide::condition::Truth;
use crate::domain::licensing::CoverageYear;
use crate::domain::programme::StepYears;

pub(super) fn add_steps(
    context: &Context<'_>,
    plan: &mut Plan,
    settled: &[Settled<'_>],
    classes: &[Class],
) {
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
            programme: 0,
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

pub(super) fn add_errors(context: &Context<'_>, plan: &mut Plan, classes: &[Class]) {
    for error in &context.programme.deployment.errors {
        let has_phase = plan.steps.iter().any(|step| step.phase == error.phase);
        let holds = || truths(context, &error.when, classes).any(|(truth, _)| truth == Truth::Yes);
        if has_phase && holds() {
            plan.errors.push(PlanError {
                programme: 0,
                phase: error.phase,
                symptom: error.symptom.clone(),
                cause: error.cause.clone(),
                action: error.action.clone(),
                faq: error.faq.clone(),
            });
        }
    }
}
