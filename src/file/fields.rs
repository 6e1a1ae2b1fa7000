//! How single answers stand in a file: shared by all its versions.

use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::Deserialize;
use serde::de::{Deserializer, Error as _};

use crate::domain::choice::{Choice, ChoiceSet};
use crate::domain::field::is_accepted_date;
use crate::domain::licensing::CoverageYear;
use crate::domain::money::{Currency, Money};
use crate::domain::profile::{MAX_ENDPOINTS_PER_GROUP, MAX_TEXT_CHARACTERS};

/// Text on one line: what a person types into a field. Line ends become spaces.
pub(super) struct Line(pub(super) String);

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        if text.chars().count() > MAX_TEXT_CHARACTERS {
            let problem = format!("a text is longer than {MAX_TEXT_CHARACTERS} characters");
            return Err(D::Error::custom(problem));
        }
        Ok(Self(text))
    }
}

/// An answer by its id.
pub(super) struct One<T>(pub(super) T);

impl<'de, T: Choice> Deserialize<'de> for One<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        T::from_id(&id).map(Self).ok_or_else(|| {
            let ids: Vec<_> = T::ALL.iter().map(|choice| choice.id()).collect();
            let id: String = id.chars().take(60).collect();
            D::Error::custom(format!(
                "'{id}' is not an answer here; use one of: {}",
                ids.join(", ")
            ))
        })
    }
}

/// Answers by their ids.
pub(super) struct Many<T>(pub(super) ChoiceSet<T>, PhantomData<T>);

impl<'de, T: Choice> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choices = Vec::<One<T>>::deserialize(deserializer)?;
        let set = choices.into_iter().map(|One(choice)| choice).collect();
        Ok(Self(set, PhantomData))
    }
}

/// A number of endpoints, licences or cores, from `LEAST` to `MOST`.
pub(super) struct Count<const LEAST: u32, const MOST: u32 = MAX_ENDPOINTS_PER_GROUP>(
    pub(super) u32,
);

impl<'de, const LEAST: u32, const MOST: u32> Deserialize<'de> for Count<LEAST, MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let count = i64::deserialize(deserializer)?;
        match u32::try_from(count) {
            Ok(count) if (LEAST..=MOST).contains(&count) => Ok(Self(count)),
            _ => Err(D::Error::custom(format!(
                "{count} is out of range: a number here is from {LEAST} to {MOST}; leave the field out if it is unknown"
            ))),
        }
    }
}

/// A coverage year.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Year(pub(super) CoverageYear);

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        u8::try_from(number)
            .ok()
            .filter(|number| *number <= 6)
            .and_then(CoverageYear::new)
            .map(Self)
            .ok_or_else(|| {
                D::Error::custom(format!(
                    "{number} is no coverage year; they count from 1 to 6"
                ))
            })
    }
}

/// The id of a step that is done. Other rule data may no longer have the step, so any id is taken.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct StepId(pub(super) String);

impl<'de> Deserialize<'de> for StepId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const MAX_CHARS: usize = 80;
        let text = String::deserialize(deserializer)?;
        let is_id = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        if text.is_empty() || text.len() > MAX_CHARS || !text.bytes().all(is_id) {
            let text: String = text.chars().take(60).filter(|c| !c.is_control()).collect();
            return Err(D::Error::custom(format!(
                "'{text}' is not the id of a step; ids have small letters, digits and hyphens"
            )));
        }
        Ok(Self(text))
    }
}

/// A day, written 2020-01-14.
pub(super) struct Day(pub(super) NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        NaiveDate::parse_from_str(&text, "%Y-%m-%d")
            .ok()
            .filter(|day| is_accepted_date(*day))
            .map(Self)
            .ok_or_else(|| {
                let text: String = text.chars().take(40).collect();
                D::Error::custom(format!(
                    "'{text}' is not a day from 2000-01-01 to 2099-12-31; write it like 2020-01-14"
                ))
            })
    }
}

/// A currency code.
pub(super) struct Code(pub(super) Currency);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Currency::new(&text).map(Self).ok_or_else(|| {
            let text: String = text.chars().take(20).collect();
            D::Error::custom(format!(
                "'{text}' is not a currency code; write three letters like USD or PLN"
            ))
        })
    }
}

/// An amount as a decimal string.
pub(super) struct Amount(pub(super) i128);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Money::parse_minor_units(&text)
            .map(Self)
            .map_err(|error| D::Error::custom(error.to_string()))
    }
}

pub(super) fn one<T>(value: Option<One<T>>) -> Option<T> {
    value.map(|One(choice)| choice)
}

pub(super) fn many<T>(value: Option<Many<T>>) -> Option<ChoiceSet<T>> {
    value.map(|Many(set, _)| set)
}

pub(super) fn line(value: Option<Line>) -> String {
    value.map_or(String::new(), |Line(text)| text)
}
