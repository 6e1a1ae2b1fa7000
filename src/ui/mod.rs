//! Drawing: reads the document, the walk and the plan, and never changes them.
//!
//! Screens push what a person asks for into the [`Outbox`]; the app carries it out after the frame.

pub mod dialogs;
pub mod drafts;
pub mod icons;
pub mod palette;
pub mod panels;
pub mod paper;
pub mod part_keys;
pub mod rows;
pub mod screens;
pub mod theme;
pub mod tsv;
pub mod widgets;

mod view;

pub use view::{StepKey, View};

use crate::document::Edit;

/// The places: the four of the rail, the one that everything starts from, and the one through
/// which the plan leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Screen {
    /// Where profiles are begun and opened.
    Start,
    /// The form.
    Profile,
    /// The walk.
    Decisions,
    /// The plan.
    Plan,
    /// The FAQ.
    Faq,
    /// The plan on pages, on printers and in files.
    Paper,
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

impl PlanPart {
    /// Every part, in the plan's order.
    pub const ALL: [Self; 10] = [
        Self::Summary,
        Self::Ledger,
        Self::Orders,
        Self::WaysOut,
        Self::Calendar,
        Self::Deployment,
        Self::Keys,
        Self::Support,
        Self::Warnings,
        Self::Assumptions,
    ];

    /// The message with its name.
    pub fn message(self) -> &'static str {
        match self {
            Self::Summary => "rail-summary",
            Self::Ledger => "rail-ledger",
            Self::Orders => "rail-orders",
            Self::WaysOut => "rail-exits",
            Self::Calendar => "rail-calendar",
            Self::Deployment => "rail-deployment",
            Self::Keys => "rail-keys",
            Self::Support => "rail-support",
            Self::Warnings => "rail-warnings",
            Self::Assumptions => "rail-assumptions",
        }
    }
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
    /// What the start screen asks for.
    pub start: Option<screens::StartRequest>,
    /// What the place "Print and export" asks for.
    pub paper: Vec<paper::PaperAsk>,
    /// Commands to carry out.
    pub commands: Vec<command::Command>,
}

pub mod command;
