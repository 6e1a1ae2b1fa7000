//! `faq/*.ron`: the entries of the FAQ.

use serde::Deserialize;

use super::RuleId;
use crate::domain::choice::choices;
use crate::domain::field::Field;
use crate::domain::guide::condition::Condition;
use crate::domain::source::{Certainty, FaqId};
use crate::domain::text::LocalText;

choices! {
    /// A section of the FAQ.
    FaqSection {
        /// General information.
        General = "general",
        /// Purchasing.
        Purchasing = "purchasing",
        /// Coverage.
        Coverage = "coverage",
        /// Deployment.
        Deployment = "deployment",
        /// Embedded devices.
        Embedded = "embedded",
    }
}

/// `faq/*.ron`: one entry of the FAQ.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaqEntry {
    /// Its id.
    pub id: FaqId,
    /// Its section.
    pub section: FaqSection,
    /// The question in our words.
    pub question: LocalText,
    /// The answer in our words.
    pub answer: LocalText,
    /// How sure it is.
    pub certainty: Certainty,
    /// Which text it was read in.
    pub source: String,
    /// What the known Polish or English text gets wrong, where it does.
    pub correction: Option<LocalText>,
    /// For whom it matters.
    pub applies: Condition,
    /// What it adds to a plan.
    pub adds: Vec<Adds>,
}

/// What an entry adds to a plan; the named item cites the entry.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Adds {
    /// A built-in rule.
    Rule(RuleId),
    /// A step.
    Step(String),
    /// A note or warning.
    Note(String),
    /// A day in the calendar.
    Event(String),
    /// A question of the walk.
    Question(Field),
    /// An offer.
    Offer(String),
    /// A requirement of an offer.
    Requirement(String),
    /// A right at no cost.
    Entitlement(String),
    /// Something to order.
    Sku(String),
    /// A way out.
    Exit(String),
    /// A system.
    Product(String),
}
