//! The walk through the decisions, derived from programme and profile; nothing stores a position.

use chrono::NaiveDate;

use super::condition::{Condition, Truth};
use crate::domain::facts::Facts;
use crate::domain::field::{Field, Place, Scope};
use crate::domain::plan::walk_facts;
use crate::domain::profile::Profile;
use crate::domain::programme::Programme;

/// How a question stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuestionState {
    /// The profile answers it wherever it is asked.
    Settled,
    /// It is asked at these places.
    Open(Vec<Place>),
    /// Whether it is asked hangs on these fields, which are open themselves.
    Waiting(Vec<Field>),
    /// It does not matter to this profile; these fields made it so.
    NotApplicable(Vec<Field>),
}

/// One question of the walk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkStep {
    /// The programme that asks, by its position in the plan's programmes.
    pub programme: usize,
    /// Its position in the programme's questions.
    pub question: usize,
    /// The field it fills.
    pub field: Field,
    /// How it stands.
    pub state: QuestionState,
    /// Where it matters, settled places included.
    pub places: Vec<Place>,
}

/// All questions with how they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// In the order of the programme's data.
    pub steps: Vec<WalkStep>,
}

impl Walk {
    /// The questions that are asked now.
    pub fn open(&self) -> impl Iterator<Item = &WalkStep> {
        self.steps
            .iter()
            .filter(|step| matches!(step.state, QuestionState::Open(_)))
    }

    /// How many questions are settled, open (waiting ones included) and not applicable.
    pub fn counts(&self) -> (usize, usize, usize) {
        let mut counts = (0, 0, 0);
        for step in &self.steps {
            match step.state {
                QuestionState::Settled => counts.0 += 1,
                QuestionState::Open(_) | QuestionState::Waiting(_) => counts.1 += 1,
                QuestionState::NotApplicable(_) => counts.2 += 1,
            }
        }
        counts
    }
}

/// Walks through a programme's questions for a profile on a day.
pub fn walk(programme: &Programme, profile: &Profile, as_of: NaiveDate) -> Walk {
    let owned = walk_facts(programme, profile, as_of);
    let classes: Vec<(&Facts, &[usize])> = owned
        .iter()
        .map(|(facts, groups)| (facts, &groups[..]))
        .collect();
    walk_classes(programme, &classes)
}

/// Walks by facts with the groups that share them.
pub(crate) fn walk_classes(programme: &Programme, classes: &[(&Facts, &[usize])]) -> Walk {
    let steps = programme
        .questions
        .iter()
        .enumerate()
        .map(|(index, question)| {
            let field = question.fills;
            let mut places = Vec::new();
            let mut open = Vec::new();
            for (facts, groups) in classes {
                if question.ask_if.evaluate(facts) != Truth::Yes {
                    continue;
                }
                let is_open = !facts.is_known(field);
                let mut ask_at = |place| {
                    places.push(place);
                    if is_open {
                        open.push(place);
                    }
                };
                match field.scope() {
                    Scope::Group => groups.iter().for_each(|g| ask_at(Place::Group(*g))),
                    // The organisation is asked once, whichever group it matters to.
                    Scope::Organisation | Scope::Derived => {
                        ask_at(Place::Organisation);
                        break;
                    }
                }
            }
            places.sort_unstable();
            open.sort_unstable();
            let state = if !open.is_empty() {
                QuestionState::Open(open)
            } else if !places.is_empty() {
                QuestionState::Settled
            } else {
                why_not_asked(&question.ask_if, classes)
            };
            WalkStep {
                programme: 0,
                question: index,
                field,
                state,
                places,
            }
        })
        .collect();
    Walk { steps }
}

/// What a question waits for that is asked nowhere, or what made it not matter.
fn why_not_asked(ask_if: &Condition, classes: &[(&Facts, &[usize])]) -> QuestionState {
    let mut waits_for = Vec::new();
    let mut because = Vec::new();
    for (facts, _) in classes {
        let fields = ask_if.because(facts).into_iter();
        if ask_if.evaluate(facts) == Truth::Unknown {
            add_new(
                &mut waits_for,
                fields.filter(|field| !facts.is_known(*field)),
            );
        } else {
            add_new(&mut because, fields);
        }
    }
    if waits_for.is_empty() {
        QuestionState::NotApplicable(because)
    } else {
        QuestionState::Waiting(waits_for)
    }
}

fn add_new(fields: &mut Vec<Field>, more: impl IntoIterator<Item = Field>) {
    for field in more {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
}
