//! What the kit has for each group, as its own plan says.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::guide::walk::Walk;
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{LedgerRow, Plan, PlanStep, Verdict, plan_estate};
use crate::domain::profile::{EndpointGroup, Profile};
use crate::domain::programme::{
    CoverageWindow, Phase, Prerequisite, Product, Programme, Step, StepYears,
};
use crate::domain::text::Language;
use crate::i18n;
use crate::report::{ReportInput, group_name};

use super::names;
use super::systems::{System, system};

/// The heading in the agent's report under which a server's ESU stands.
pub(super) const AGENT_SECTION: &str = "Extended Security Updates";

/// A group of the plan with all that its folder is made of.
pub(super) struct GroupKit<'a> {
    pub(super) language: Language,
    /// What the whole plan is made of.
    pub(super) input: &'a ReportInput<'a>,
    /// The group alone.
    pub(super) profile: Profile,
    pub(super) walk: Walk,
    /// Its plan, which is its part of the whole plan.
    pub(super) plan: Plan,
    pub(super) programme: &'a Programme,
    pub(super) product: Option<&'a Product>,
    pub(super) system: Option<&'static System>,
    pub(super) name: String,
    /// Where its files lie; none when it has nothing to do.
    pub(super) folder: Option<String>,
    pub(super) way: Way<'a>,
    /// What its scripts look for, in install order.
    pub(super) prerequisites: Vec<&'a Prerequisite>,
}

/// How scripts can help a group.
#[derive(Debug)]
pub(super) enum Way<'a> {
    /// Keys are installed and activated.
    Keys {
        /// The years, in order.
        years: Vec<KeyYear<'a>>,
        /// By which route.
        route: Route,
    },
    /// ESU comes by itself; scripts only look whether all is ready, and set what switches it on.
    Check {
        /// The command that asks for the setting, and the one that makes it.
        flag: Option<(String, String)>,
    },
    /// The agent of Azure Arc tells.
    Arc,
    /// There is work, but none that these scripts can do.
    ByHand,
    /// There is nothing to do.
    Nothing,
}

/// A year whose key is installed.
#[derive(Debug)]
pub(super) struct KeyYear<'a> {
    /// The year's window; none where the plan knows no years for the key.
    pub(super) window: Option<&'a CoverageWindow>,
    pub(super) needed: Needed,
}

/// How much a year's key is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Needed {
    /// It is worth having.
    Back,
    /// The group is covered by it.
    Current,
    /// Once it has been bought.
    Later,
}

impl Needed {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Back => "Back",
            Self::Current => "Current",
            Self::Later => "Later",
        }
    }
}

/// How keys are activated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Route {
    /// Over the internet.
    Online,
    /// By phone.
    Phone,
    /// From a host with VAMT.
    Vamt,
}

impl Route {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Online => "Online",
            Self::Phone => "Phone",
            Self::Vamt => "Vamt",
        }
    }
}

/// The groups that the plan decides about, in the profile's order.
pub(super) fn groups<'a>(input: &'a ReportInput<'a>) -> Vec<GroupKit<'a>> {
    let parts = || input.plan.programmes.iter();
    let all = &input.profile.groups;
    let mut found = Vec::new();
    for (position, group) in all.iter().enumerate() {
        let part = parts().position(|part| part.groups.contains(&position));
        if let Some(part) = part
            && let Some(programme) = input.programme(part)
        {
            found.push(GroupKit::new(input, (position, part), group, programme));
        }
    }
    found
}

impl<'a> GroupKit<'a> {
    fn new(
        input: &'a ReportInput<'a>,
        (position, part): (usize, usize),
        group: &EndpointGroup,
        programme: &'a Programme,
    ) -> Self {
        let name = group_name(input.language, input.profile, position);
        let mut alone = group.clone();
        alone.name.clone_from(&name);
        let profile = Profile {
            organisation: input.profile.organisation.clone(),
            groups: vec![Arc::new(alone)],
        };
        let only = Some(programme.base.id.as_str());
        let (walk, mut plan) = plan_estate(input.catalogue, &profile, input.plan.as_of, only);
        keep_to_the_whole(&mut plan, input.plan, (position, part), programme);
        let product = group.product.as_deref();
        let product = product.and_then(|id| Some(programme.product(id)?.1));
        let system = product.and_then(|product| system(&product.id));
        let way = way(programme, system, &plan);
        let folder = match way {
            Way::Nothing => None,
            _ => Some(names::folder(
                position + 1,
                input.profile.groups.len(),
                &name,
            )),
        };
        let prerequisites = prerequisites(programme, group, &plan);
        Self {
            language: input.language,
            input,
            profile,
            walk,
            plan,
            programme,
            product,
            system,
            name,
            folder,
            way,
            prerequisites,
        }
    }

    /// The group itself.
    pub(super) fn group(&self) -> Option<&EndpointGroup> {
        self.profile.groups.first().map(|group| &**group)
    }

    /// What becomes of it, in words.
    pub(super) fn verdicts(&self) -> String {
        let mut words: Vec<String> = Vec::new();
        for row in &self.plan.ledger {
            let word = i18n::value(self.language, Field::Verdict, row.verdict.id());
            if !words.contains(&word) {
                words.push(word);
            }
        }
        words.join(", ")
    }
}

/// Makes a group's plan its part of the whole one. Alone a group can have other steps, since some
/// follow from how many endpoints there are in all; what the whole plan says counts, with the
/// years of the group.
fn keep_to_the_whole(
    own: &mut Plan,
    whole: &Plan,
    (position, part): (usize, usize),
    programme: &Programme,
) {
    let mut years: Vec<(StepYears, CoverageYear)> = Vec::new();
    for step in &own.steps {
        if let Some(data) = data_of(programme, step) {
            years.extend(step.years.iter().map(|year| (data.years, *year)));
        }
    }
    let is_ours = |step: &&PlanStep| step.programme == part && step.groups.contains(&position);
    let steps = whole.steps.iter().filter(is_ours).map(|step| {
        let mut step = step.clone();
        step.programme = 0;
        step.groups = vec![0];
        if let Some(data) = data_of(programme, &step) {
            keep_years(&mut step, |year| years.contains(&(data.years, year)));
        }
        step
    });
    own.steps = steps.collect();
    let is_ours = |row: &&LedgerRow| row.programme == part && row.group == position;
    let rows = whole.ledger.iter().filter(is_ours).map(|row| LedgerRow {
        programme: 0,
        group: 0,
        ..row.clone()
    });
    own.ledger = rows.collect();
    own.notes
        .retain(|note| whole.notes.iter().any(|said| said.code == note.code));
}

/// Takes the years out of a step that the group does not have, with their commands.
fn keep_years(step: &mut PlanStep, has: impl Fn(CoverageYear) -> bool) {
    let each = step
        .commands
        .len()
        .checked_div(step.years.len())
        .unwrap_or(0);
    if each > 0 {
        let of_years = step.years.iter().zip(step.commands.chunks(each));
        let kept = of_years.filter(|(year, _)| has(**year));
        step.commands = kept.flat_map(|(_, commands)| commands).cloned().collect();
    }
    step.years.retain(|year| has(*year));
}

fn data_of<'a>(programme: &'a Programme, step: &PlanStep) -> Option<&'a Step> {
    let mut known = programme.deployment.steps.iter();
    known.find(|known| known.id == step.id)
}

fn way<'a>(programme: &'a Programme, system: Option<&System>, plan: &Plan) -> Way<'a> {
    if plan.steps.is_empty() {
        return Way::Nothing;
    }
    let has = |phase: Phase, text: &str| {
        let steps = plan.steps.iter().filter(|step| step.phase == phase);
        let mut commands = steps.flat_map(|step| &step.commands);
        commands.find(|command| command.contains(text)).cloned()
    };
    let has_any = |text: &str| Phase::ALL.iter().any(|phase| has(*phase, text).is_some());
    if system.is_none() {
        return Way::ByHand;
    }
    let years = key_years(programme, plan);
    if years.iter().any(|year| year.needed == Needed::Current) {
        return Way::Keys {
            years,
            route: route(programme, plan),
        };
    }
    if has(Phase::Activate, "/ipk").is_some() || has(Phase::Key, "/ipk").is_some() {
        return Way::Keys {
            years: vec![KeyYear {
                window: None,
                needed: Needed::Current,
            }],
            route: Route::Online,
        };
    }
    let tells = |step: &PlanStep| {
        step.phase == Phase::Verify
            && step.detail.en.contains(AGENT_SECTION)
            && step.commands.iter().any(|line| line == "azcmagent show")
    };
    if plan.steps.iter().any(tells) {
        return Way::Arc;
    }
    let is_free = |verdict| plan.ledger.iter().all(|row| row.verdict == verdict);
    if is_free(Verdict::CoveredFree) && !has_any("/ipk") {
        let flag = has(Phase::Verify, "reg query ").zip(has(Phase::Prepare, "reg add "));
        return Way::Check { flag };
    }
    Way::ByHand
}

/// The years that steps repeat their commands for, and how much each is needed.
fn key_years<'a>(programme: &'a Programme, plan: &Plan) -> Vec<KeyYear<'a>> {
    let mut needed: BTreeMap<CoverageYear, Needed> = BTreeMap::new();
    for step in &plan.steps {
        let need = match data_of(programme, step).map(|data| data.years) {
            Some(StepYears::Back) => Needed::Back,
            Some(StepYears::Current) => Needed::Current,
            Some(StepYears::Later) => Needed::Later,
            Some(StepYears::Once) | None => continue,
        };
        for year in &step.years {
            needed.entry(*year).or_insert(need);
        }
    }
    let years = needed.into_iter();
    years
        .map(|(year, needed)| KeyYear {
            window: programme.window(year),
            needed,
        })
        .collect()
}

/// How the current year's key is activated.
fn route(programme: &Programme, plan: &Plan) -> Route {
    let activates = |step: &&PlanStep| {
        let data = data_of(programme, step);
        step.phase == Phase::Activate && data.is_some_and(|data| data.years == StepYears::Current)
    };
    let commands = || {
        plan.steps
            .iter()
            .filter(activates)
            .flat_map(|s| &s.commands)
    };
    if commands().any(|command| command.contains("/ato ")) {
        Route::Online
    } else if commands().any(|command| command.contains("/atp ")) {
        Route::Phone
    } else {
        Route::Vamt
    }
}

/// What the plan has the group install first, and what the profile says is installed.
fn prerequisites<'a>(
    programme: &'a Programme,
    group: &EndpointGroup,
    plan: &Plan,
) -> Vec<&'a Prerequisite> {
    let is_asked_for = |wanted: &Prerequisite| {
        let mut steps = plan
            .steps
            .iter()
            .filter_map(|step| data_of(programme, step));
        steps.any(|step| step.unless_installed.contains(&wanted.id))
    };
    let is_told = |wanted: &Prerequisite| {
        let told = group.prerequisites.as_ref();
        told.is_some_and(|told| told.contains(&wanted.id))
    };
    let all = programme.deployment.prerequisites.iter();
    all.filter(|wanted| !wanted.kbs.is_empty())
        .filter(|wanted| is_asked_for(wanted) || is_told(wanted))
        .collect()
}
