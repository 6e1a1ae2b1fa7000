//! Reading the small types of the data files from their ids.

use serde::{Deserialize, Deserializer, de::Error as _};

use super::schema::{
    EventKind, ExitKind, FaqSection, NoteSection, Phase, QuestionSection, Route, RuleId, Severity,
};
use crate::domain::choice::Choice as _;
use crate::domain::licensing::{Channel, CoverageYear, Hosting, SalesChannel};
use crate::domain::source::{Certainty, FaqId};

macro_rules! from_id {
    ($($name:ty),+ $(,)?) => {$(
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let id = String::deserialize(deserializer)?;
                Self::from_id(&id).ok_or_else(|| {
                    let ids: Vec<_> = Self::ALL.iter().map(|choice| choice.id()).collect();
                    D::Error::custom(format!("no '{id}' here; use one of: {}", ids.join(", ")))
                })
            }
        }
    )+};
}

from_id!(
    Channel,
    EventKind,
    ExitKind,
    FaqSection,
    Hosting,
    NoteSection,
    Phase,
    QuestionSection,
    Route,
    RuleId,
    SalesChannel,
    Severity,
);

impl<'de> Deserialize<'de> for FaqId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(&String::deserialize(deserializer)?))
    }
}

impl<'de> Deserialize<'de> for CoverageYear {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(deserializer)?)
            .ok_or_else(|| D::Error::custom("coverage years count from 1"))
    }
}

/// The letters under which the sources are kept: A, B, C, T, X.
impl<'de> Deserialize<'de> for Certainty {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        match String::deserialize(deserializer)?.as_str() {
            "A" => Ok(Self::Microsoft),
            "B" => Ok(Self::Reported),
            "C" => Ok(Self::Community),
            "T" => Ok(Self::ThirdParty),
            "X" => Ok(Self::Derived),
            other => Err(D::Error::custom(format!(
                "no certainty '{other}'; use A, B, C, T or X"
            ))),
        }
    }
}
