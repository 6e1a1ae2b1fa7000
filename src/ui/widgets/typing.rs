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

    /// Gives up what is typed for several groups at once.
    pub fn give_up_several(&mut self) {
        self.texts
            .retain(|key, _| !matches!(key, TypingKey::Several(_)));
    }

    /// Gives up everything.
    pub fn forget(&mut self) {
        self.texts.clear();
    }
}

/// Reads a whole number of a field, or says what is wrong; nothing typed is unknown.
///
/// Thousands may be grouped by spaces and as the language does. A single group of three after
/// another sign can also be a fraction: that is told, not guessed.
pub fn read_count(language: Language, field: Field, text: &str) -> Result<Option<u32>, String> {
    let text: String = text
        .trim()
        .chars()
        .filter(|letter| !matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\''))
        .collect();
    if text.is_empty() {
        return Ok(None);
    }
    let digits = without_grouping(language, &text)?;
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

/// A number without the signs between its thousands and without a fraction of zeros.
fn without_grouping(language: Language, text: &str) -> Result<String, String> {
    let own = match language {
        Language::English => ',',
        Language::Polish => '\u{a0}',
    };
    for sign in [',', '.'] {
        let mut parts = text.split(sign);
        let first = parts.next().unwrap_or_default();
        let groups: Vec<&str> = parts.collect();
        let are_groups = !groups.is_empty()
            && (1..=3).contains(&first.len())
            && groups.iter().all(|group| group.len() == 3);
        if are_groups && (groups.len() > 1 || sign == own) {
            return Ok(format!("{first}{}", groups.concat()));
        }
        if are_groups {
            return Err(tr_with(
                language,
                "groups-number-two-ways",
                &[
                    ("text", text.to_owned().into()),
                    ("number", format!("{first}{}", groups.concat()).into()),
                ],
            ));
        }
        // Spreadsheets like to write 170.00.
        if let [fraction] = groups.as_slice()
            && !first.is_empty()
            && (1..=2).contains(&fraction.len())
            && fraction.bytes().all(|byte| byte == b'0')
        {
            return Ok(first.to_owned());
        }
    }
    Ok(text.to_owned())
}

/// Reads a day as `2022-06-30`, `30.06.2022` or `30 Jun 2022`, or says what is wrong; nothing typed
/// is unknown.
pub fn read_date(language: Language, text: &str) -> Result<Option<NaiveDate>, String> {
    match slashed_days(text).as_deref() {
        Some([day]) => Err(tr_with(
            language,
            "groups-date-write",
            &[("day", day.to_string().into())],
        )),
        _ => read_pasted_date(language, text),
    }
}

/// Reads a day as a spreadsheet writes it: as [`read_date`] does, and with slashes where they leave
/// no doubt. Whether 6/7/2022 is in June or in July nobody can tell.
pub fn read_pasted_date(language: Language, text: &str) -> Result<Option<NaiveDate>, String> {
    let text = without_time(text.trim());
    if text.is_empty() {
        return Ok(None);
    }
    let accepted = |day: NaiveDate| {
        if is_accepted_date(day) {
            Ok(Some(day))
        } else {
            Err(tr(language, "widget-date-out-of-range"))
        }
    };
    match slashed_days(text).as_deref() {
        Some([day]) => return accepted(*day),
        Some([one, other]) => {
            return Err(tr_with(
                language,
                "groups-date-two-ways",
                &[
                    ("one", one.to_string().into()),
                    ("other", other.to_string().into()),
                ],
            ));
        }
        Some(_) => return Err(tr(language, "widget-no-such-day")),
        None => {}
    }
    let is_serial = text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit());
    if is_serial {
        return Err(tr(language, "groups-date-serial"));
    }
    let Some((year, month, day)) = date_parts(text) else {
        return Err(tr(language, "widget-not-a-date"));
    };
    match NaiveDate::from_ymd_opt(year, month, day) {
        None => Err(tr(language, "widget-no-such-day")),
        Some(day) => accepted(day),
    }
}

/// A day without the midnight that spreadsheets write after it.
fn without_time(text: &str) -> &str {
    let rest = text.split_once([' ', 'T']);
    match rest {
        Some((day, time)) if time.contains(':') && !day.is_empty() => day,
        _ => text,
    }
}

/// Year, month and day of a text; four digits tell the year.
fn date_parts(text: &str) -> Option<(i32, u32, u32)> {
    let parts: Vec<&str> = text
        .split(['-', '.', ' '])
        .filter(|part| !part.is_empty() && *part != "r")
        .collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let year = |part: &str| {
        let year = part.parse::<i32>().ok()?;
        (part.len() == 4 && year >= 1000).then_some(year)
    };
    let month = |part: &str| part.parse::<u32>().ok().or_else(|| month_by_name(part));
    let day = |part: &str| part.parse::<u32>().ok();
    match (year(first), year(third)) {
        (Some(year), _) if text.contains('-') => Some((year, month(second)?, day(third)?)),
        (None, Some(year)) => Some((year, month(second)?, day(first)?)),
        _ => None,
    }
}

fn month_by_name(name: &str) -> Option<u32> {
    const MONTHS: [[&str; 3]; 12] = [
        ["jan", "sty", "sty"],
        ["feb", "lut", "lut"],
        ["mar", "mar", "mar"],
        ["apr", "kwi", "kwi"],
        ["may", "maj", "maj"],
        ["jun", "cze", "cze"],
        ["jul", "lip", "lip"],
        ["aug", "sie", "sie"],
        ["sep", "wrz", "wrz"],
        ["oct", "paz", "paz"],
        ["nov", "lis", "lis"],
        ["dec", "gru", "gru"],
    ];
    let name = crate::search::fold(name);
    let begins = |names: &[&str; 3]| names.iter().any(|start| name.starts_with(start));
    let position = MONTHS.iter().position(begins)?;
    u32::try_from(position + 1).ok()
}

/// The days that a text with slashes can mean, the American one first; none without slashes.
fn slashed_days(text: &str) -> Option<Vec<NaiveDate>> {
    let parts: Vec<&str> = without_time(text.trim()).split('/').collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let (year, first, second) = if first.len() == 4 {
        (
            first.parse().ok()?,
            second.parse().ok()?,
            third.parse().ok()?,
        )
    } else if third.len() == 4 {
        (
            third.parse().ok()?,
            first.parse().ok()?,
            second.parse().ok()?,
        )
    } else {
        return None;
    };
    let mut days: Vec<NaiveDate> = Vec::new();
    days.extend(NaiveDate::from_ymd_opt(year, first, second));
    if parts.first().is_some_and(|part| part.len() < 4) {
        days.extend(NaiveDate::from_ymd_opt(year, second, first));
    }
    days.dedup();
    Some(days)
}

/// Reads an amount in minor units, or says what is wrong; nothing typed is none.
pub fn read_amount(language: Language, text: &str) -> Result<Option<i128>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let plain = plain_amount(language, text.trim())?;
    Money::parse_minor_units(&plain).map(Some).map_err(|error| {
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

/// An amount without the signs between its thousands, where it is clear which those are: of a
/// point and a comma the last one begins the decimals.
fn plain_amount(language: Language, text: &str) -> Result<String, String> {
    let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (comma, point) = (text.rfind(','), text.rfind('.'));
    let (Some(comma), Some(point)) = (comma, point) else {
        let sign = if comma.is_some() { ',' } else { '.' };
        let is_group = |text: &str| {
            let after = text.rsplit_once(sign).map(|(_, after)| after);
            after.is_some_and(|after| after.len() == 3 && digits_only(after))
        };
        // 1,234 may be a thousand or one and a bit.
        return if is_group(text) {
            without_grouping(language, text)
        } else {
            Ok(text.to_owned())
        };
    };
    let (grouping, at) = if comma > point {
        ('.', comma)
    } else {
        (',', point)
    };
    let (whole, decimals) = text.split_at(at);
    let mut groups = whole.split(grouping);
    let first = groups.next().unwrap_or_default();
    let groups: Vec<&str> = groups.collect();
    if groups
        .iter()
        .all(|group| group.len() == 3 && digits_only(group))
    {
        Ok(format!("{first}{}{decimals}", groups.concat()))
    } else {
        Ok(text.to_owned())
    }
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
    fn a_number_that_can_be_read_in_two_ways_is_told() {
        let read = |language, text| read_count(language, Field::Endpoints, text);
        let (english, polish) = (Language::English, Language::Polish);
        assert_eq!(read(english, "1,234"), Ok(Some(1234)));
        assert_eq!(read(polish, "1\u{a0}234"), Ok(Some(1234)));
        assert_eq!(read(polish, "1.234.567"), Ok(Some(1_234_567)));
        assert_eq!(read(polish, "170,00"), Ok(Some(170)));
        for (language, text) in [(english, "1.234"), (polish, "1,234"), (polish, "1.234")] {
            let why = read(language, text).unwrap_err();
            assert!(why.contains("1234"), "{why}");
        }
        for text in ["1,23", "1,2345", ",5", "1.5"] {
            assert!(read(english, text).is_err(), "{text}");
        }
    }

    #[test]
    fn amounts_are_read_as_they_are_shown_and_doubts_are_told() {
        let (english, polish) = (Language::English, Language::Polish);
        for (language, text, minor_units) in [
            (english, "14,500.00", 1_450_000),
            (english, "1,234", 123_400),
            (polish, "14\u{a0}500,00", 1_450_000),
            (polish, "14.500,5", 1_450_050),
            (polish, "50,5", 5_050),
            (english, "1,234,567.89", 123_456_789),
        ] {
            assert_eq!(read_amount(language, text), Ok(Some(minor_units)), "{text}");
        }
        for (language, text) in [(polish, "1,234"), (english, "1.234")] {
            let why = read_amount(language, text).unwrap_err();
            assert!(why.contains("1234"), "{why}");
        }
        for text in ["1,23.4", "1.2.3", "1,2,3", "x"] {
            assert!(read_amount(english, text).is_err(), "{text}");
        }
    }

    #[test]
    fn days_of_spreadsheets_are_read_where_they_leave_no_doubt() {
        let day = NaiveDate::from_ymd_opt(2022, 6, 30);
        let read = |text| read_pasted_date(Language::English, text);
        for text in [
            "2022-06-30 00:00:00",
            "30-06-2022",
            "30 Jun 2022",
            "30 czerwca 2022 r.",
            "6/30/2022",
            "30/06/2022",
            "2022/06/30",
        ] {
            assert_eq!(read(text), Ok(day), "{text}");
        }
        let why = read("6/7/2022").unwrap_err();
        assert!(
            why.contains("2022-06-07") && why.contains("2022-07-06"),
            "{why}"
        );
        for text in ["44742", "13/13/2022", "6/30/22", "30 Foo 2022"] {
            assert!(read(text).is_err(), "{text}");
        }
        let why = read_date(Language::English, "6/30/2022").unwrap_err();
        assert!(why.contains("2022-06-30"), "{why}");
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
