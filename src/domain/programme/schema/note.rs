//! `notes/*.ron`, `events.ron` and `changes.ron`: what is said, on which days, and since when.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::choice::choices;
use crate::domain::field::Field;
use crate::domain::guide::condition::Condition;
use crate::domain::profile::DataId;
use crate::domain::source::{Certainty, Sources};
use crate::domain::text::LocalText;

choices! {
    /// The part of the plan in which a note stands.
    NoteSection {
        /// Buying.
        Purchase = "purchase",
        /// What ESU includes and what not.
        Coverage = "coverage",
        /// Keys and activations.
        Keys = "keys",
        /// Who may call whom.
        Support = "support",
        /// The OEM route.
        Embedded = "embedded",
        /// Getting the updates onto devices.
        Deployment = "deployment",
    }
}

choices! {
    /// How much a note asks of the reader.
    Severity {
        /// Good to know.
        Info = "info",
        /// Something goes wrong if it is missed.
        Warning = "warning",
        /// Sources contradict each other; someone must decide.
        Contradiction = "contradiction",
    }
}

/// `notes/*.ron`: what the plan says besides orders and steps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Its code in JSON; never translated.
    pub code: DataId,
    /// Where it stands.
    pub section: NoteSection,
    /// How much it asks of the reader.
    pub severity: Severity,
    /// The field it is about.
    pub about: Field,
    /// When it is said.
    pub when: Condition,
    /// What it says.
    pub text: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

choices! {
    /// What a day in the calendar is.
    EventKind {
        /// A coverage window begins.
        WindowStarts = "window-starts",
        /// A coverage window ends.
        WindowEnds = "window-ends",
        /// Sales begin.
        SalesStart = "sales-start",
        /// The last day to order without a gap.
        OrderBy = "order-by",
        /// Refunds open.
        RefundOpens = "refund-opens",
        /// An invoice appears.
        Invoice = "invoice",
        /// A Patch Tuesday.
        PatchTuesday = "patch-tuesday",
        /// A component's support ends.
        ComponentEnds = "component-ends",
        /// An embedded product's support or ESU year ends.
        EmbeddedTerm = "embedded-term",
        /// A requirement changes.
        Requirement = "requirement",
        /// A group leaves the old system.
        GroupLeaves = "group-leaves",
    }
}

/// `events.ron`: a day that the plan's calendar shows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its id.
    pub id: DataId,
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: EventKind,
    /// For whom.
    pub when: Condition,
    /// What happens.
    pub title: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

/// `changes.ron`: what an edition of the data changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The edition that brought it; from 2.
    pub edition: u32,
    /// What it touched: ids of SKUs, entries, steps, notes, products or rules.
    pub about: Vec<DataId>,
    /// What changed and why.
    pub text: LocalText,
}
