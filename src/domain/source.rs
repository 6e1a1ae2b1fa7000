//! Where a statement comes from.

use std::fmt;
use std::sync::Arc;

/// The id of a FAQ entry, as `W7-018`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FaqId(Arc<str>);

impl FaqId {
    /// The id with this text; whether the entry exists is checked with the programme's data.
    pub fn new(id: &str) -> Self {
        Self(id.into())
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for FaqId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The entries that a line rests on; shared between the data and all plans made of it.
pub type Sources = Arc<[FaqId]>;

/// How sure a statement is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// Microsoft's own text was read.
    Microsoft,
    /// A named press, reseller or licensing page was read.
    Reported,
    /// Community scripts that agree were read.
    Community,
    /// One third party was read.
    ThirdParty,
    /// Worked out from the other facts.
    Derived,
}
