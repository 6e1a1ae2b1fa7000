//! `deployment.ron`: what is installed and done, in order, and what goes wrong.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::choice::choices;
use crate::domain::guide::condition::Condition;
use crate::domain::profile::DataId;
use crate::domain::source::{Certainty, Sources};
use crate::domain::text::LocalText;

/// `deployment.ron`: prerequisites, steps and known errors.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeploymentFile {
    /// Updates that must be there first, in install order.
    pub prerequisites: Vec<Prerequisite>,
    /// Steps in order.
    pub steps: Vec<Step>,
    /// What goes wrong, and what to do.
    pub errors: Vec<KnownError>,
}

/// An update that must be installed before ESU works.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// Its id in profiles, as `kb4490628`.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// The updates that are it, by their numbers: any of them will do. Empty where it is no update
    /// of Windows, so that the list of installed updates does not show it.
    pub kbs: Vec<String>,
    /// Later updates of its kind that will do as well, as far as their numbers are known.
    pub later_kbs: Vec<String>,
    /// Whether a later update of its kind will do though its number is not listed here.
    pub later_counts: bool,
    /// The build with which it is there whatever the list of installed updates says.
    pub build: Option<String>,
    /// Prerequisites that can't be there without it, or that replace it.
    pub shown_by: Vec<DataId>,
    /// When it was released, if a source says so.
    pub released: Option<NaiveDate>,
    /// How sure its place and date are.
    pub certainty: Certainty,
}

choices! {
    /// A part of the deployment.
    Phase {
        /// Order and receive keys.
        Purchase = "purchase",
        /// Bring the estate into shape.
        Prepare = "prepare",
        /// Install what must be there first.
        Prerequisites = "prerequisites",
        /// Install the MAK.
        Key = "key",
        /// Activate it.
        Activate = "activate",
        /// Prove that it worked.
        Verify = "verify",
        /// Install the monthly updates.
        Updates = "updates",
        /// In later coverage years, and at the end.
        Later = "later",
    }
}

/// Of which coverage years a step repeats its commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum StepYears {
    /// Once, whatever the year.
    Once,
    /// The newest year that is owned or ordered now.
    Current,
    /// Earlier years that are owned or ordered now.
    Back,
    /// Years that are ordered later.
    Later,
}

/// One step of the deployment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id in JSON.
    pub id: DataId,
    /// Its part.
    pub phase: Phase,
    /// For which groups.
    pub when: Condition,
    /// It is skipped for a group on which all of these are known to be installed; empty: never.
    pub unless_installed: Vec<DataId>,
    /// The years it is repeated for.
    pub years: StepYears,
    /// What to do.
    pub title: LocalText,
    /// How, and what to watch for.
    pub detail: LocalText,
    /// Commands to copy; `{activation_id}` stands for the year's Activation ID.
    pub commands: Vec<String>,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A known error with its way out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownError {
    /// Code or symptom.
    pub symptom: LocalText,
    /// In which part it shows.
    pub phase: Phase,
    /// What causes it.
    pub cause: LocalText,
    /// What to do.
    pub action: LocalText,
    /// For which groups it matters.
    pub when: Condition,
    /// The entries it rests on.
    pub faq: Sources,
}
