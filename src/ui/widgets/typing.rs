//! What is being typed: kept as typed while it can't be taken, given up once it can.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, Place, check_count, is_accepted_date};
use crate::domain::licensing::CoverageYear;
use crate::domain::money::{AmountError, Currency, Money};
use crate::domain::profile::DataId;
use crate::domain::text::Language;
use crate::i18n::{self, tr, tr_with};

/// Which text is being typed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TypingKey {
    /// The field of a place.
    Answer(Place, Field),
    /// The licences that a group owns of a year.
    Owned(usize, CoverageYear),
    /// The quote for a SKU.
    Quote(DataId),
    /// A field of several groups at once.
    Several(Field),
}

/// The texts that are being typed, or that could not be taken.
#[derive(Debug, Default)]
pub struct Typing {
    texts: BTreeMap<TypingKey, String>,
}

impl Typing {
    /// The text as it was typed.
    pub fn text(&self, key: &TypingKey) -> Option<&str> {
        self.texts.get(key).map(String::as_str)
    }

    /// Keeps a text as it was typed.
    pub fn keep(&mut self, key: &TypingKey, text: &str) {
        if self.text(key) != Some(text) {
            self.texts.insert(key.clone(), text.to_owned());
        }
    }

    /// Gives a text up: the document holds it.
    pub fn give_up(&mut self, key: &TypingKey) {
        self.texts.remove(key);
    }

    /// Gives up what is typed for groups, whose positions have changed.
    pub fn forget_groups(&mut self) {
        self.texts.retain(|key, _| {
            matches!(
                key,
                TypingKey::Answer(Place::Organisation, _) | TypingKey::Quote(_)
            )
        });
    }

    /// Gives up everything.
    pub fn forget(&mut self) {
        self.texts.clear();
    }
}

/// Reads a whole number of a field, or says what is wrong; nothing typed is unknown.
pub fn read_count(language: Language, field: Field, text: &str) -> Result<Option<u32>, String> {
    let digits: String = text
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}'))
        .collect();
    if digits.is_empty() {
        return Ok(None);
    }
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(tr(language, "widget-not-a-number"));
    }
    let (least, most) = field.count_range();
    let number = digits.parse::<u32>().unwrap_or(u32::MAX);
    check_count(field, number).map(Some).map_err(|_error| {
        tr_with(
            language,
            "widget-number-out-of-range",
            &[
                ("least", i18n::count(u64::from(least))),
                ("most", i18n::count(u64::from(most))),
            ],
        )
    })
}

/// Reads a day as `2022-06-30` or `30.06.2022`, or says what is wrong; nothing typed is unknown.
pub fn read_date(language: Language, text: &str) -> Result<Option<NaiveDate>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let by_dash: Vec<&str> = text.split('-').collect();
    let by_point: Vec<&str> = text.split('.').collect();
    let parts = match (by_dash.as_slice(), by_point.as_slice()) {
        ([year, month, day], _) | (_, [day, month, year]) => (
            year.parse::<i32>(),
            month.parse::<u32>(),
            day.parse::<u32>(),
        ),
        _ => return Err(tr(language, "widget-not-a-date")),
    };
    let (Ok(year), Ok(month), Ok(day)) = parts else {
        return Err(tr(language, "widget-not-a-date"));
    };
    if year < 1000 {
        return Err(tr(language, "widget-not-a-date"));
    }
    match NaiveDate::from_ymd_opt(year, month, day) {
        None => Err(tr(language, "widget-no-such-day")),
        Some(date) if is_accepted_date(date) => Ok(Some(date)),
        Some(_) => Err(tr(language, "widget-date-out-of-range")),
    }
}

/// Reads an amount in minor units, or says what is wrong; nothing typed is none.
pub fn read_amount(language: Language, text: &str) -> Result<Option<i128>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    Money::parse_minor_units(text).map(Some).map_err(|error| {
        tr(
            language,
            match error {
                AmountError::NotANumber => "widget-not-an-amount",
                AmountError::Negative => "widget-amount-negative",
                AmountError::TooManyDecimals => "widget-amount-decimals",
                AmountError::TooLarge => "widget-amount-too-large",
            },
        )
    })
}

/// Reads what was typed into a field, or says what is wrong; nothing typed is unknown.
pub fn read_answer(language: Language, field: Field, text: &str) -> Result<Answer, String> {
    use crate::domain::field::FieldKind;
    let trimmed = text.trim();
    match field.kind() {
        FieldKind::Count => {
            read_count(language, field, text).map(|n| n.map_or(Answer::Unknown, Answer::Count))
        }
        FieldKind::Date => {
            read_date(language, text).map(|day| day.map_or(Answer::Unknown, Answer::Date))
        }
        _ if trimmed.is_empty() => Ok(Answer::Unknown),
        _ if field == Field::Currency => match Currency::new(trimmed) {
            Some(currency) => Ok(Answer::Text(currency.code().to_owned())),
            None => Err(tr(language, "widget-not-a-currency")),
        },
        _ => Ok(Answer::Text(trimmed.to_owned())),
    }
}

/// An answer as it is typed: the text that [`read_answer`] reads.
pub fn typed_answer(answer: &Answer) -> String {
    match answer {
        Answer::Text(text) => text.clone(),
        Answer::Count(number) => number.to_string(),
        Answer::Date(day) => day.format("%Y-%m-%d").to_string(),
        Answer::Unknown
        | Answer::One(_)
        | Answer::Many(_)
        | Answer::Years(_)
        | Answer::Quotes(_) => String::new(),
    }
}

/// A salt for a control's id that stays the same while positions stay.
pub fn key_salt(key: &TypingKey) -> (u8, usize, String) {
    let position = |place: &Place| match place {
        Place::Organisation => usize::MAX,
        Place::Group(index) => *index,
    };
    match key {
        TypingKey::Answer(place, field) => (0, position(place), field.id().to_owned()),
        TypingKey::Owned(index, year) => (1, *index, year.number().to_string()),
        TypingKey::Quote(sku) => (2, 0, sku.to_string()),
        TypingKey::Several(field) => (3, 0, field.id().to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_both_customary_orders() {
        let day = NaiveDate::from_ymd_opt(2022, 6, 30);
        for text in ["2022-06-30", " 2022-6-30 ", "30.06.2022", "30.6.2022"] {
            assert_eq!(read_date(Language::English, text), Ok(day), "{text}");
        }
        for text in [
            "2022-06-31",
            "2022-06",
            "22-06-30",
            "x",
            "2150-01-01",
            "30/06/2022",
        ] {
            assert!(read_date(Language::English, text).is_err(), "{text}");
        }
        assert_eq!(read_date(Language::Polish, "  "), Ok(None));
    }

    #[test]
    fn counts_are_read_with_spaces_and_checked() {
        let read = |text| read_count(Language::English, Field::Endpoints, text);
        assert_eq!(read("1 200"), Ok(Some(1200)));
        assert_eq!(read(""), Ok(None));
        for text in ["0", "-1", "1.5", "many", "99999999999"] {
            assert!(read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_is_typed_for_groups_goes_when_positions_change() {
        let mut typing = Typing::default();
        let organisation = TypingKey::Answer(Place::Organisation, Field::Currency);
        let group = TypingKey::Answer(Place::Group(1), Field::Endpoints);
        typing.keep(&organisation, "ZŁ");
        typing.keep(&group, "x");
        typing.forget_groups();
        assert_eq!(typing.text(&organisation), Some("ZŁ"));
        assert_eq!(typing.text(&group), None);
    }
}
