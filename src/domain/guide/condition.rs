//! The small closed language in which programme data says when something holds.
//!
//! It answers yes, no or unknown, so that a question's possible next steps can be listed and
//! checked without running anything.

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::facts::Facts;
use crate::domain::field::{Field, Scope};

/// Yes, no, or not known from this profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    No,
    /// The profile does not say.
    Unknown,
    /// It holds.
    Yes,
}

impl Truth {
    fn from_bool(value: bool) -> Self {
        if value { Self::Yes } else { Self::No }
    }

    /// The id used in JSON.
    pub fn id(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Unknown => "unknown",
            Self::Yes => "yes",
        }
    }
}

/// A condition over the facts of one group and its organisation.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Condition {
    /// Holds for every profile.
    Always,
    /// Holds when every one does; with none it holds.
    All(Vec<Self>),
    /// Holds when at least one does; with none it does not.
    Any(Vec<Self>),
    /// Holds when the other does not.
    Not(Box<Self>),
    /// The field holds this value, or a set that has it.
    Is(Field, One),
    /// The field holds one of these values, or a set that has one of them.
    OneOf(Field, Many),
    /// The field holds a known "none of them" or nothing bought.
    IsNone(Field),
    /// The field is known, whatever it holds. Never unknown itself.
    Known(Field),
    /// All groups together have at least this many endpoints; unknown while one group has no count.
    EndpointsAtLeast(u64),
    /// The as-of date is this day or later.
    OnOrAfter(NaiveDate),
}

/// A value in a condition; its bit is looked up when the programme is loaded.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "String")]
pub struct One(pub Values);

/// Values in a condition.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct Many(pub Values);

/// Values by id, and their bits once resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Values {
    /// The ids as the data has them.
    pub ids: Vec<String>,
    /// One bit a value; 0 until resolved.
    pub mask: u64,
}

impl From<String> for One {
    fn from(id: String) -> Self {
        Self(Values {
            ids: vec![id],
            mask: 0,
        })
    }
}

impl From<Vec<String>> for Many {
    fn from(ids: Vec<String>) -> Self {
        Self(Values { ids, mask: 0 })
    }
}

impl Condition {
    /// Whether it holds for these facts.
    pub fn evaluate(&self, facts: &Facts) -> Truth {
        match self {
            Self::Always => Truth::Yes,
            Self::All(parts) => all(parts, |part| part.evaluate(facts)),
            Self::Any(parts) => any(parts, |part| part.evaluate(facts)),
            Self::Not(part) => match part.evaluate(facts) {
                Truth::No => Truth::Yes,
                Truth::Unknown => Truth::Unknown,
                Truth::Yes => Truth::No,
            },
            Self::Is(field, One(values)) | Self::OneOf(field, Many(values)) => {
                facts.has_any(*field, values.mask)
            }
            Self::IsNone(field) => facts.is_none(*field),
            Self::Known(field) => Truth::from_bool(facts.is_known(*field)),
            Self::EndpointsAtLeast(least) => facts
                .total_endpoints
                .map_or(Truth::Unknown, |total| Truth::from_bool(total >= *least)),
            Self::OnOrAfter(day) => Truth::from_bool(facts.as_of >= *day),
        }
    }

    /// What is certain for every group while only the organisation's facts are known: a yes or no
    /// here holds for all groups, since more facts only settle what is unknown.
    pub fn evaluate_for_all(&self, organisation: &Facts) -> Truth {
        match self {
            Self::All(parts) => all(parts, |part| part.evaluate_for_all(organisation)),
            Self::Any(parts) => any(parts, |part| part.evaluate_for_all(organisation)),
            Self::Not(part) => match part.evaluate_for_all(organisation) {
                Truth::No => Truth::Yes,
                Truth::Unknown => Truth::Unknown,
                Truth::Yes => Truth::No,
            },
            // Whether a field is known is the one answer that more facts can turn around.
            Self::Known(field) if field.scope() != Scope::Organisation => Truth::Unknown,
            _ => self.evaluate(organisation),
        }
    }

    /// The fields that made the answer what it is, in reading order without repeats.
    pub fn because(&self, facts: &Facts) -> Vec<Field> {
        let mut fields = Vec::new();
        self.collect_because(facts, &mut fields);
        fields
    }

    fn collect_because(&self, facts: &Facts, fields: &mut Vec<Field>) {
        let result = self.evaluate(facts);
        match self {
            Self::Always | Self::EndpointsAtLeast(_) | Self::OnOrAfter(_) => {}
            Self::All(parts) | Self::Any(parts) => {
                let decided_by_all = match self {
                    Self::All(_) => result == Truth::Yes,
                    _ => result == Truth::No,
                };
                for part in parts {
                    if part.evaluate(facts) == result {
                        part.collect_because(facts, fields);
                        if !decided_by_all && result != Truth::Unknown {
                            break;
                        }
                    }
                }
            }
            Self::Not(part) => part.collect_because(facts, fields),
            Self::Is(field, _)
            | Self::OneOf(field, _)
            | Self::IsNone(field)
            | Self::Known(field) => {
                if !fields.contains(field) {
                    fields.push(*field);
                }
            }
        }
    }

    /// Calls `visit` for this condition and all inside it.
    pub fn for_each<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.for_each(visit);
                }
            }
            Self::Not(part) => part.for_each(visit),
            Self::Always
            | Self::Is(..)
            | Self::OneOf(..)
            | Self::IsNone(_)
            | Self::Known(_)
            | Self::EndpointsAtLeast(_)
            | Self::OnOrAfter(_) => {}
        }
    }

    /// The fields it looks at, without repeats.
    pub fn fields(&self) -> Vec<Field> {
        let mut fields = Vec::new();
        self.for_each(&mut |part| {
            if let Self::Is(field, _)
            | Self::OneOf(field, _)
            | Self::IsNone(field)
            | Self::Known(field) = part
                && !fields.contains(field)
            {
                fields.push(*field);
            }
        });
        fields
    }

    /// Looks up the bit of each value.
    ///
    /// # Errors
    /// The first field and value that `bit` does not know.
    pub fn resolve(
        &mut self,
        bit: &impl Fn(Field, &str) -> Option<u32>,
    ) -> Result<(), (Field, String)> {
        match self {
            Self::All(parts) | Self::Any(parts) => {
                for part in parts {
                    part.resolve(bit)?;
                }
                Ok(())
            }
            Self::Not(part) => part.resolve(bit),
            Self::Is(field, One(values)) | Self::OneOf(field, Many(values)) => {
                values.mask = 0;
                for id in &values.ids {
                    let index = bit(*field, id).ok_or_else(|| (*field, id.clone()))?;
                    values.mask |= 1 << index;
                }
                Ok(())
            }
            Self::Always
            | Self::IsNone(_)
            | Self::Known(_)
            | Self::EndpointsAtLeast(_)
            | Self::OnOrAfter(_) => Ok(()),
        }
    }
}

/// No as soon as one part says no, else unknown where one is unknown.
fn all(parts: &[Condition], ask: impl Fn(&Condition) -> Truth) -> Truth {
    let mut result = Truth::Yes;
    for part in parts {
        match ask(part) {
            Truth::No => return Truth::No,
            Truth::Unknown => result = Truth::Unknown,
            Truth::Yes => {}
        }
    }
    result
}

/// Yes as soon as one part says yes, else unknown where one is unknown.
fn any(parts: &[Condition], ask: impl Fn(&Condition) -> Truth) -> Truth {
    let mut result = Truth::No;
    for part in parts {
        match ask(part) {
            Truth::Yes => return Truth::Yes,
            Truth::Unknown => result = Truth::Unknown,
            Truth::No => {}
        }
    }
    result
}

impl<'de> Deserialize<'de> for Field {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use crate::domain::choice::Choice as _;
        let id = String::deserialize(deserializer)?;
        Self::from_id(&id).ok_or_else(|| serde::de::Error::custom(format!("no field '{id}'")))
    }
}
