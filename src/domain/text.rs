//! Words that are chosen later: the core names them, the outside says them in a language.

use std::sync::Arc;

use chrono::NaiveDate;

use super::choice::choices;
use super::field::Field;
use super::licensing::CoverageYear;
use super::money::Money;

choices! {
    /// A language in which texts and plans are written.
    Language {
        /// English.
        English = "en",
        /// Polish.
        Polish = "pl",
    }
}

/// A text of the programme's data with both languages side by side.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LocalText {
    /// English.
    pub en: Arc<str>,
    /// Polish.
    pub pl: Arc<str>,
}

impl LocalText {
    /// The text in this language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::English => &self.en,
            Language::Polish => &self.pl,
        }
    }
}

/// A sentence that a rule says: either a message of the locale with its arguments, or programme data.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Statement {
    /// A message of `assets/locale` with its arguments.
    Message(&'static str, Vec<(&'static str, Argument)>),
    /// A text of the programme's data.
    Data(LocalText),
}

/// A value inside a [`Statement`].
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Argument {
    /// A number of things; the language picks the plural.
    Count(u64),
    /// A coverage year.
    Year(CoverageYear),
    /// A day.
    Date(NaiveDate),
    /// The month of a day.
    Month(NaiveDate),
    /// An amount.
    Money(Money),
    /// A name or id that is the same in every language; data, never markup.
    Name(Arc<str>),
    /// A name in both languages.
    Local(LocalText),
    /// The name of a profile field.
    Field(Field),
    /// One answer of a field, by its id.
    Value(Field, &'static str),
    /// Several answers of a field, by their ids.
    Values(Field, Vec<&'static str>),
}
