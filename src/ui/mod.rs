//! Drawing: reads the document, the walk and the plan, and never changes them.
//!
//! Screens push what a person asks for into the [`Outbox`]; the app carries it out after the frame.

pub mod dialogs;
pub mod icons;
pub mod panels;
pub mod screens;
pub mod theme;
pub mod widgets;

use crate::document::{Document, Edit};
use crate::domain::guide::walk::Walk;
use crate::domain::plan::Plan;
use crate::domain::programme::{Catalogue, Programme};
use crate::domain::text::Language;

/// Everything a screen may read.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The language of all words.
    pub language: Language,
    /// All programmes.
    pub catalogue: &'a Catalogue,
    /// The first programme of the plan.
    pub programme: &'a Programme,
    /// What is edited.
    pub document: &'a Document,
    /// The decisions as they stand.
    pub walk: &'a Walk,
    /// The plan as it stands.
    pub plan: &'a Plan,
    /// The day the plan is made for.
    pub as_of: chrono::NaiveDate,
}

impl<'a> View<'a> {
    /// The first of a plan's programmes.
    pub fn first_programme(catalogue: &'a Catalogue, plan: &Plan) -> Option<&'a Programme> {
        catalogue.get(&plan.programmes.first()?.id)
    }

    /// The programme at a position in the plan's list.
    pub fn programme_at(&self, position: usize) -> Option<&'a Programme> {
        self.catalogue.get(&self.plan.programmes.get(position)?.id)
    }

    /// The name of a line's programme, where the plan is over several.
    pub fn tag(&self, position: usize) -> Option<&'a str> {
        let programme = (self.plan.programmes.len() > 1).then(|| self.programme_at(position))??;
        Some(programme.base.short_name.get(self.language))
    }
}

/// The four places of the rail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// The form.
    Profile,
    /// The walk.
    Decisions,
    /// The plan.
    Plan,
    /// The FAQ.
    Faq,
}

/// A part of the plan that the rail jumps to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanPart {
    /// The summary.
    Summary,
    /// The ledger.
    Ledger,
    /// The order lines.
    Orders,
    /// The calendar.
    Calendar,
    /// The deployment.
    Deployment,
    /// Keys and activations.
    Keys,
    /// The support route.
    Support,
    /// Warnings and contradictions.
    Warnings,
    /// Assumptions and open questions.
    Assumptions,
}

/// What a frame asks for.
#[derive(Debug, Default)]
pub struct Outbox {
    /// Changes to the document.
    pub edits: Vec<Edit>,
    /// The field being typed into was left: the next change is a step of its own.
    pub typing_ended: bool,
    /// A place to go to.
    pub go_to: Option<Screen>,
    /// A part of the plan to show.
    pub show_part: Option<PlanPart>,
    /// A FAQ entry to open.
    pub open_faq: Option<String>,
    /// Text for the clipboard.
    pub copy: Option<String>,
    /// Commands to carry out.
    pub commands: Vec<command::Command>,
}

pub mod command;
