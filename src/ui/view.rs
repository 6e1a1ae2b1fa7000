//! What a screen may read, and the questions of the walk as a screen tells them apart.

use crate::document::Document;
use crate::domain::changes::SinceSaved;
use crate::domain::field::{Field, Place, Scope};
use crate::domain::guide::walk::{Walk, WalkStep};
use crate::domain::plan::Plan;
use crate::domain::profile::DataId;
use crate::domain::programme::{Catalogue, Programme, Question};
use crate::domain::progress::Progress;
use crate::domain::text::Language;
use crate::report::ReportInput;
use crate::ui::paper::PaperView;
use crate::ui::screens::StartView;

/// Everything a screen may read.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The language of all words.
    pub language: Language,
    /// All programmes.
    pub catalogue: &'a Catalogue,
    /// What is edited.
    pub document: &'a Document,
    /// The decisions as they stand.
    pub walk: &'a Walk,
    /// The plan as it stands.
    pub plan: &'a Plan,
    /// How far its deployment is.
    pub progress: &'a Progress,
    /// The day the plan is made for.
    pub as_of: chrono::NaiveDate,
    /// The day it is.
    pub today: chrono::NaiveDate,
    /// What newer rule data changed since the open file was saved.
    pub since_saved: Option<&'a SinceSaved<'a>>,
    /// What the start screen lists.
    pub start: StartView<'a>,
    /// The pages and printers, in their place.
    pub paper: PaperView<'a>,
}

/// Tells the questions of the walk apart while the profile changes: a question about groups is
/// asked once by each programme, one about the organisation once altogether.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StepKey {
    /// The id of the programme that asks; none for what concerns the organisation.
    pub programme: Option<DataId>,
    /// The field that the question fills.
    pub field: Field,
}

impl<'a> View<'a> {
    /// What a report of the plan is made of.
    pub fn report_input(&self) -> ReportInput<'a> {
        ReportInput {
            language: self.language,
            catalogue: self.catalogue,
            profile: &self.document.profile,
            walk: self.walk,
            plan: self.plan,
            today: Some(self.today),
            since_saved: self.since_saved,
        }
    }

    /// The programme at a position in the plan's list.
    pub fn programme_at(&self, position: usize) -> Option<&'a Programme> {
        self.catalogue.get(&self.plan.programmes.get(position)?.id)
    }

    /// The programmes of the plan with their positions in its list.
    pub fn programmes(&self) -> impl Iterator<Item = (usize, &'a Programme)> + use<'a> {
        let catalogue = self.catalogue;
        let parts = self.plan.programmes.iter().enumerate();
        parts.filter_map(move |(position, part)| Some((position, catalogue.get(&part.id)?)))
    }

    /// Whether a programme of the plan has ways out.
    pub fn has_ways_out(&self) -> bool {
        self.programmes()
            .any(|(_, programme)| !programme.exits.is_empty())
    }

    /// Whether the plan is over more than one programme, so that lines have to name theirs.
    pub fn has_several(&self) -> bool {
        self.plan.programmes.len() > 1
    }

    /// The name of a line's programme, where the plan is over several.
    pub fn tag(&self, position: usize) -> Option<&'a str> {
        let programme = self.has_several().then(|| self.programme_at(position))??;
        Some(programme.base.short_name.get(self.language))
    }

    /// A text after the name of its programme, where the plan is over several.
    pub fn tagged(&self, position: usize, text: &str) -> String {
        match self.tag(position) {
            Some(name) => format!("{name} · {text}"),
            None => text.to_owned(),
        }
    }

    /// The programme that decides about a group.
    pub fn programme_of_group(&self, index: usize) -> Option<&'a Programme> {
        self.programme_at(self.plan.programme_of_group(index))
    }

    /// The programmes whose questions may be asked at a place.
    pub fn programmes_asking(&self, place: Place) -> impl Iterator<Item = &'a Programme> + use<'a> {
        let only = match place {
            Place::Organisation => None,
            Place::Group(index) => Some(self.plan.programme_of_group(index)),
        };
        self.programmes()
            .filter(move |(position, _)| only.is_none_or(|only| only == *position))
            .map(|(_, programme)| programme)
    }

    /// The question of a step.
    pub fn question(&self, step: &WalkStep) -> Option<&'a Question> {
        self.programme_at(step.programme)?
            .questions
            .get(step.question)
    }

    /// What a step is told apart by.
    pub fn key(&self, step: &WalkStep) -> StepKey {
        StepKey {
            programme: match step.field.scope() {
                Scope::Organisation => None,
                Scope::Group | Scope::Derived => self
                    .plan
                    .programmes
                    .get(step.programme)
                    .map(|part| DataId::clone(&part.id)),
            },
            field: step.field,
        }
    }

    /// The step that is told apart by a key.
    pub fn step(&self, key: &StepKey) -> Option<&'a WalkStep> {
        let mut steps = self.walk.steps.iter().filter(|s| s.field == key.field);
        match &key.programme {
            None => steps.next(),
            Some(id) => {
                let parts = &self.plan.programmes;
                steps.find(|step| parts.get(step.programme).is_some_and(|p| p.id == *id))
            }
        }
    }

    /// The step that asks for a field in a programme of the plan, by its position.
    pub fn step_in(&self, programme: usize, field: Field) -> Option<&'a WalkStep> {
        let mut steps = self.walk.steps.iter();
        match field.scope() {
            Scope::Organisation => steps.find(|step| step.field == field),
            Scope::Group | Scope::Derived => {
                steps.find(|step| step.field == field && step.programme == programme)
            }
        }
    }

    /// The step that asks for a field at a place.
    pub fn step_at(&self, place: Place, field: Field) -> Option<&'a WalkStep> {
        match place {
            Place::Organisation => self.walk.steps.iter().find(|step| step.field == field),
            Place::Group(index) => self.step_in(self.plan.programme_of_group(index), field),
        }
    }
}
