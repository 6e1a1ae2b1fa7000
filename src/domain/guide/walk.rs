//! The walk through the decisions, derived from programme and profile; nothing stores a position.

use chrono::NaiveDate;

use super::condition::Truth;
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
            let mut waiting: Vec<Field> = Vec::new();
            let mut because: Vec<Field> = Vec::new();
            for (facts, groups) in classes {
                let is_open = !facts.is_known(field);
                match question.ask_if.evaluate(facts) {
                    Truth::Yes => {
                        let here = match field.scope() {
                            Scope::Organisation | Scope::Derived => vec![Place::Organisation],
                            Scope::Group => groups.iter().map(|g| Place::Group(*g)).collect(),
                        };
                        for place in here {
                            if field.scope() != Scope::Group && places.contains(&place) {
                                continue;
                            }
                            places.push(place);
                            if is_open {
                                open.push(place);
                            }
                        }
                    }
                    Truth::Unknown => add_new(
                        &mut waiting,
                        question
                            .ask_if
                            .because(facts)
                            .into_iter()
                            .filter(|field| !facts.is_known(*field)),
                    ),
                    Truth::No => add_new(&mut because, question.ask_if.because(facts)),
                }
            }
            places.sort_unstable();
            open.sort_unstable();
            let state = if !open.is_empty() {
                QuestionState::Open(open)
            } else if !places.is_empty() {
                QuestionState::Settled
            } else if !waiting.is_empty() {
                QuestionState::Waiting(waiting)
            } else {
                QuestionState::NotApplicable(because)
            };
            WalkStep {
                question: index,
                field,
                state,
                places,
            }
        })
        .collect();
    Walk { steps }
}

fn add_new(fields: &mut Vec<Field>, more: impl IntoIterator<Item = Field>) {
    for field in more {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
}
