//! One organisation, several programmes: each group finds its programme, each programme makes its
//! own plan, and the plans are put together into one.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::build::walk_and_plan;
use super::conflicts::add_conflicts;
use super::{Plan, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Place, Scope};
use crate::domain::guide::walk::{QuestionState, Walk, WalkStep};
use crate::domain::profile::Profile;
use crate::domain::programme::{Catalogue, Programme};

/// The groups of a profile by the position of the programme that decides about them. A group whose
/// system is unknown goes with the first programme there is.
fn groups_by_programme(
    catalogue: &Catalogue,
    profile: &Profile,
    as_of: NaiveDate,
    only: Option<usize>,
) -> BTreeMap<usize, Vec<usize>> {
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut homeless = Vec::new();
    for (position, group) in profile.groups.iter().enumerate() {
        let product = group.product.as_deref();
        match product.and_then(|id| catalogue.position_of_product(id)) {
            Some(owner) if only.is_none_or(|only| only == owner) => {
                found.entry(owner).or_default().push(position);
            }
            Some(_) => {}
            None => homeless.push(position),
        }
    }
    let first = only
        .or_else(|| found.keys().next().copied())
        .unwrap_or_else(|| catalogue.position_for(as_of));
    if !homeless.is_empty() || found.is_empty() {
        let groups = found.entry(first).or_default();
        groups.extend(homeless);
        groups.sort_unstable();
    }
    found
}

/// The walk and the plan for a day over all programmes that the profile's groups find, or over one
/// of them alone: groups of other programmes are left out then.
///
/// The same arguments give the same plan; nothing else is looked at.
pub fn plan_estate(
    catalogue: &Catalogue,
    profile: &Profile,
    as_of: NaiveDate,
    only: Option<&str>,
) -> (Walk, Plan) {
    let programmes = catalogue.programmes();
    let only = only.and_then(|id| programmes.iter().position(|known| known.base.id == id));
    let found = groups_by_programme(catalogue, profile, as_of, only);
    let mut parts = found
        .into_iter()
        .filter_map(|(owner, groups)| Some((programmes.get(owner)?, groups)));
    let Some((first, groups)) = parts.next() else {
        return (Walk::default(), Plan::empty(as_of));
    };
    let (mut walk, mut plan) = part_of(first, profile, &groups, as_of);
    for (programme, groups) in parts {
        let (more_steps, more) = part_of(programme, profile, &groups, as_of);
        join_walks(&mut walk, more_steps, plan.programmes.len());
        plan.join(more);
    }
    if plan.programmes.len() > 1 {
        plan.settle_order();
        let of_step = |step: &WalkStep| {
            let id = plan.programmes.get(step.programme).map(|part| &part.id);
            id.and_then(|id| catalogue.get(id))
        };
        // All questions about the estate come first, whatever programme asks them.
        walk.steps.sort_by_key(|step| {
            let question = of_step(step).and_then(|p| p.questions.get(step.question));
            question.map(|question| question.section.index())
        });
        add_conflicts(catalogue, profile, &mut plan);
    }
    (walk, plan)
}

/// One programme's walk and plan, with places in the whole profile.
fn part_of(
    programme: &Programme,
    profile: &Profile,
    groups: &[usize],
    as_of: NaiveDate,
) -> (Walk, Plan) {
    if groups.len() == profile.groups.len() {
        return walk_and_plan(programme, profile, as_of);
    }
    let own = Profile {
        organisation: profile.organisation.clone(),
        groups: groups
            .iter()
            .filter_map(|position| profile.groups.get(*position).map(Arc::clone))
            .collect(),
    };
    let (mut walk, mut plan) = walk_and_plan(programme, &own, as_of);
    // Positions ascend, so what was in order stays in order.
    let whole = |position: usize| groups.get(position).copied().unwrap_or(position);
    for step in &mut walk.steps {
        for place in &mut step.places {
            move_place(place, &whole);
        }
        if let QuestionState::Open(places) = &mut step.state {
            for place in places {
                move_place(place, &whole);
            }
        }
    }
    plan.move_groups(&whole);
    (walk, plan)
}

fn move_place(place: &mut Place, whole: &impl Fn(usize) -> usize) {
    if let Place::Group(position) = place {
        *position = whole(*position);
    }
}

/// How much a state asks of the person; the greatest one stands for the organisation.
fn urgency(state: &QuestionState) -> u8 {
    match state {
        QuestionState::Open(_) => 3,
        QuestionState::Settled => 2,
        QuestionState::Waiting(_) => 1,
        QuestionState::NotApplicable(_) => 0,
    }
}

/// Adds another programme's steps. What concerns the organisation is asked once, in the words of
/// the programme that needs the answer.
fn join_walks(walk: &mut Walk, more: Walk, programme: usize) {
    for mut step in more.steps {
        step.programme = programme;
        let known = match step.field.scope() {
            Scope::Organisation => walk.steps.iter_mut().find(|s| s.field == step.field),
            Scope::Group | Scope::Derived => None,
        };
        match known {
            Some(known) if urgency(&known.state) < urgency(&step.state) => *known = step,
            Some(_) => {}
            None => walk.steps.push(step),
        }
    }
}

impl Plan {
    /// A plan that says nothing.
    pub(super) fn empty(as_of: NaiveDate) -> Self {
        Self {
            programmes: Vec::new(),
            as_of,
            ledger: Vec::new(),
            endpoints: 0,
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
        }
    }

    /// The position in [`Plan::programmes`] of the programme that decides about a group; the first
    /// where none does.
    pub fn programme_of_group(&self, position: usize) -> usize {
        let holds = |groups: &[usize]| groups.binary_search(&position).is_ok();
        let mut programmes = self.programmes.iter();
        programmes.position(|part| holds(&part.groups)).unwrap_or(0)
    }

    /// How many endpoints of one of its programmes have this verdict.
    pub fn endpoints_of(&self, programme: usize, verdict: Verdict) -> u64 {
        self.ledger
            .iter()
            .filter(|row| row.programme == programme && row.verdict == verdict)
            .map(|row| row.endpoints)
            .sum()
    }

    /// Gives every group the position that `whole` says.
    fn move_groups(&mut self, whole: &impl Fn(usize) -> usize) {
        let all = |groups: &mut Vec<usize>| groups.iter_mut().for_each(|g| *g = whole(*g));
        for part in &mut self.programmes {
            all(&mut part.groups);
        }
        for row in &mut self.ledger {
            row.group = whole(row.group);
        }
        all(&mut self.uncounted_groups);
        for line in &mut self.orders {
            for (group, _) in &mut line.groups {
                *group = whole(*group);
            }
        }
        for part in &mut self.exposure {
            all(&mut part.groups);
        }
        for step in &mut self.steps {
            all(&mut step.groups);
        }
        for note in self.notes.iter_mut().chain(&mut self.warnings) {
            all(&mut note.groups);
        }
        for assumption in &mut self.assumptions {
            for place in &mut assumption.places {
                move_place(place, whole);
            }
        }
        for question in &mut self.open_questions {
            all(&mut question.groups);
        }
        for entry in &mut self.faq {
            entry.group = entry.group.map(whole);
        }
    }

    /// Adds another programme's plan.
    fn join(&mut self, mut more: Self) {
        let programme = self.programmes.len();
        macro_rules! join {
            ($($list:ident),+) => {$(
                for line in &mut more.$list {
                    line.programme = programme;
                }
                self.$list.append(&mut more.$list);
            )+};
        }
        join!(
            ledger,
            orders,
            totals,
            exposure,
            waiting,
            calendar,
            steps,
            errors,
            notes,
            warnings,
            assumptions,
            open_questions,
            faq
        );
        self.programmes.append(&mut more.programmes);
        self.uncounted_groups.append(&mut more.uncounted_groups);
        self.endpoints += more.endpoints;
    }

    /// Puts the lines of several programmes into one order: groups as in the profile, orders now
    /// before later ones, one calendar, one deployment.
    fn settle_order(&mut self) {
        self.ledger.sort_by_key(|row| row.group);
        self.uncounted_groups.sort_unstable();
        self.orders.sort_by_key(|line| line.when);
        self.totals.sort_by_key(|total| total.when);
        self.exposure.sort_by_key(|part| part.since);
        self.calendar
            .sort_by_key(|entry| (entry.date, entry.kind.index()));
        self.steps.sort_by_key(|step| step.phase.index());
        self.errors.sort_by_key(|error| error.phase.index());
    }
}
