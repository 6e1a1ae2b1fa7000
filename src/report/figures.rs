//! What a layout that draws shows beside the words: how the endpoints divide, and the plan along
//! time. It holds days and counts; where they lie on the page is the layout's.

mod timeline;

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::plan::Verdict;
use crate::i18n;

use super::ReportInput;

pub use timeline::{Bar, BarKind, Lane, Mark, MarkKind, Shown, Timeline};

/// The figures of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// How the endpoints divide; empty without endpoints.
    pub shares: Vec<Share>,
    /// The plan along time; none without any bar.
    pub timeline: Option<Timeline>,
}

/// The endpoints of one verdict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// What is said of them.
    pub verdict: Verdict,
    /// The verdict in words.
    pub label: String,
    /// How many there are.
    pub endpoints: u64,
}

/// The verdicts as they stand in a bar: what is bought or covered first, then what asks for
/// attention, then what is out.
pub const IN_READING_ORDER: [Verdict; 8] = [
    Verdict::Buy,
    Verdict::CoveredFree,
    Verdict::Oem,
    Verdict::AlreadyCovered,
    Verdict::NeedsDecision,
    Verdict::NotEligible,
    Verdict::NotOffered,
    Verdict::Retired,
];

impl Figures {
    pub(super) fn new(input: &ReportInput<'_>) -> Self {
        let shares = IN_READING_ORDER.into_iter().map(|verdict| Share {
            verdict,
            label: i18n::value(input.language, Field::Verdict, verdict.id()),
            endpoints: input.plan.endpoints_with(verdict),
        });
        let timeline = Some(Timeline::new(input));
        Self {
            shares: shares.filter(|share| share.endpoints > 0).collect(),
            timeline: timeline.filter(|timeline| timeline.bars().next().is_some()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_its_place_in_the_bar() {
        for verdict in Verdict::ALL {
            assert!(IN_READING_ORDER.contains(verdict), "{verdict:?}");
        }
    }
}
