//! `questions.ron`: the decisions of the walk.

use serde::Deserialize;

use crate::domain::choice::choices;
use crate::domain::field::Field;
use crate::domain::guide::condition::Condition;
use crate::domain::source::Sources;
use crate::domain::text::LocalText;

choices! {
    /// A part of the walk.
    QuestionSection {
        /// Who and what.
        Estate = "estate",
        /// What to buy and where.
        Purchase = "purchase",
        /// How to get it onto devices.
        Deployment = "deployment",
        /// Who helps.
        Support = "support",
        /// Things beside Windows.
        Beside = "beside",
    }
}

/// `questions.ron`: one decision of the walk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The profile field that its answer fills; also its id.
    pub fills: Field,
    /// The part of the walk it stands in.
    pub section: QuestionSection,
    /// The entries it comes from.
    pub sources: Sources,
    /// The question.
    pub ask: LocalText,
    /// Why it is asked and what hangs on it.
    pub why: LocalText,
    /// What the plan takes for granted while nobody has answered.
    pub assumed: LocalText,
    /// What another answer would change.
    pub would_change: LocalText,
    /// When it matters.
    pub ask_if: Condition,
}
