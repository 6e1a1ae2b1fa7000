//! How far the deployment is: which steps of a plan are done for which of their groups.
//!
//! The ticks belong to the groups; the plan is made without them.

use std::collections::BTreeMap;

use super::plan::Plan;
use super::profile::Profile;

/// How many of a step's groups have it done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tick {
    /// None of them.
    Open,
    /// Some of them.
    Partly,
    /// All of them.
    Done,
}

/// The ticks of a profile, counted by the steps of its plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// For each step of the plan the number of its groups, and of those that have it done.
    steps: Vec<(usize, usize)>,
}

impl Progress {
    /// Counts the ticks that the plan has steps for.
    pub fn of(profile: &Profile, plan: &Plan) -> Self {
        let mut steps: Vec<(usize, usize)> = plan
            .steps
            .iter()
            .map(|step| (step.groups.len(), 0))
            .collect();
        let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (position, step) in plan.steps.iter().enumerate() {
            by_id.entry(&step.id).or_default().push(position);
        }
        for (group, ticked) in profile.groups.iter().enumerate() {
            for id in &ticked.done {
                for position in by_id.get(&**id).into_iter().flatten() {
                    let is_for_group = plan
                        .steps
                        .get(*position)
                        .is_some_and(|step| step.groups.binary_search(&group).is_ok());
                    if is_for_group && let Some((_, done)) = steps.get_mut(*position) {
                        *done += 1;
                    }
                }
            }
        }
        Self { steps }
    }

    /// How a step of the plan stands, by its position.
    pub fn of_step(&self, step: usize) -> Tick {
        match self.steps.get(step) {
            Some((groups, done)) if done == groups => Tick::Done,
            Some((_, 0)) | None => Tick::Open,
            Some(_) => Tick::Partly,
        }
    }

    /// How many groups have a step done, by its position in the plan.
    pub fn groups_done(&self, step: usize) -> usize {
        self.steps.get(step).map_or(0, |(_, done)| *done)
    }

    /// How many steps all of their groups have done.
    pub fn steps_done(&self) -> usize {
        let steps = self.steps.iter();
        steps.filter(|(groups, done)| done == groups).count()
    }

    /// Whether any step of the plan is done anywhere.
    pub fn is_begun(&self) -> bool {
        self.steps.iter().any(|(_, done)| *done > 0)
    }
}
