//! Drawing: reads the document, the walk and the plan, and never changes them.
//!
//! Screens push what a person asks for into the [`Outbox`]; the app carries it out after the frame.

pub mod dialogs;
pub mod drafts;
pub mod icons;
pub mod panels;
pub mod rows;
pub mod screens;
pub mod theme;
pub mod tsv;
pub mod widgets;

mod view;

pub use view::{StepKey, View};

use crate::document::Edit;

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
    /// The ways out beside ESU.
    WaysOut,
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
    /// What is asked of files and drafts.
    pub file: Option<drafts::FileRequest>,
    /// Commands to carry out.
    pub commands: Vec<command::Command>,
}

pub mod command;
