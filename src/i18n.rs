//! The words of the shell and of the plan's frame, from the Fluent files of `assets/locale`.
//!
//! Every message is asked for by its id; a test holds that both languages have all ids that the
//! sources name and no others. The words of a programme stand in its data, not here.

use std::borrow::Cow;
use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use include_dir::{Dir, include_dir};
use unic_langid::langid;

use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::money::Money;
use crate::domain::programme::Catalogue;
use crate::domain::text::{Argument, Language, Statement};

static LOCALE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/locale");

static ENGLISH: LazyLock<FluentBundle<FluentResource>> =
    LazyLock::new(|| bundle(Language::English));
static POLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::Polish));

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let (identifier, formatter): (_, fn(&FluentValue<'_>, &_) -> Option<String>) = match language {
        Language::English => (langid!("en"), |value, _| format_number(value, ",")),
        Language::Polish => (langid!("pl"), |value, _| format_number(value, "\u{a0}")),
    };
    let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(formatter));
    let folder = LOCALE.get_dir(language.id());
    for file in folder.into_iter().flat_map(Dir::files) {
        let text = file.contents_utf8().unwrap_or_default();
        // A broken message is left out here and found by the test that reads the files.
        let resource = match FluentResource::try_new(text.to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}

fn format_number(value: &FluentValue<'_>, separator: &str) -> Option<String> {
    match value {
        FluentValue::Number(FluentNumber { value, .. }) => {
            Some(group_thousands(&format!("{value:.0}"), separator))
        }
        _ => None,
    }
}

fn group_thousands(digits: &str, separator: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + 8);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            grouped.push_str(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// An argument of a message by its name.
pub type Args<'a> = &'a [(&'a str, FluentValue<'a>)];

fn find(language: Language, id: &str, args: Args<'_>) -> Option<String> {
    let bundle: &FluentBundle<FluentResource> = match language {
        Language::English => &ENGLISH,
        Language::Polish => &POLISH,
    };
    let pattern = bundle.get_message(id)?.value()?;
    let mut fluent_args = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        fluent_args.set(*name, value.clone());
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&fluent_args), &mut errors);
    Some(text.into_owned())
}

/// The message with this id. An id that is missing is shown in brackets, never as an empty place.
pub fn tr(language: Language, id: &str) -> String {
    tr_with(language, id, &[])
}

/// The message with this id and its arguments.
pub fn tr_with(language: Language, id: &str, args: Args<'_>) -> String {
    find(language, id, args).unwrap_or_else(|| format!("[{id}]"))
}

/// A number of things for a message: the language picks the plural and groups the thousands.
#[expect(
    clippy::cast_precision_loss,
    reason = "Fluent counts in f64; the largest count shown is far below 2^53"
)]
pub fn count(number: u64) -> FluentValue<'static> {
    FluentValue::from(number as f64)
}

/// A whole number with its thousands grouped as the language does.
pub fn number(language: Language, number: u64) -> String {
    let separator = match language {
        Language::English => ",",
        Language::Polish => "\u{a0}",
    };
    group_thousands(&number.to_string(), separator)
}

/// A day as people write it: `14 Jan 2020`, `14 sty 2020`.
pub fn date(language: Language, date: NaiveDate) -> String {
    tr_with(
        language,
        "date",
        &[
            ("day", date.day().to_string().into()),
            ("month", count(u64::from(date.month()))),
            ("year", date.year().to_string().into()),
        ],
    )
}

/// A day as tables write it, narrow and of one width: `30 Jun 2022`, `30.06.2022`.
pub fn short_date(language: Language, day: NaiveDate) -> String {
    tr_with(
        language,
        "widget-short-date",
        &[
            ("day", day.day().to_string().into()),
            ("month", count(u64::from(day.month()))),
            ("year", day.year().to_string().into()),
            ("paddedday", format!("{:02}", day.day()).into()),
            ("paddedmonth", format!("{:02}", day.month()).into()),
        ],
    )
}

/// The month of a day: `February 2022`, `luty 2022`.
pub fn month(language: Language, date: NaiveDate) -> String {
    tr_with(
        language,
        "month",
        &[
            ("month", count(u64::from(date.month()))),
            ("year", date.year().to_string().into()),
        ],
    )
}

/// An amount without its currency: `14,500.00`, `14 500,00`.
pub fn amount(language: Language, money: Money) -> String {
    let absolute = money.minor_units.unsigned_abs();
    let (separator, point) = match language {
        Language::English => (",", '.'),
        Language::Polish => ("\u{a0}", ','),
    };
    let whole = group_thousands(&(absolute / 100).to_string(), separator);
    let sign = if money.minor_units < 0 { "−" } else { "" };
    format!("{sign}{whole}{point}{:02}", absolute % 100)
}

/// An amount with its currency: `14,500.00 USD`, `14 500,00 USD`.
pub fn money(language: Language, money: Money) -> String {
    format!("{}\u{a0}{}", amount(language, money), money.currency)
}

/// The name of a profile field.
pub fn field(language: Language, field: Field) -> String {
    tr(language, &format!("field-{}", field.id()))
}

/// One answer of a field in words, for the answers that no programme declares.
pub fn value(language: Language, field: Field, id: &str) -> String {
    let id = id.replace(['.', '_'], "-");
    find(language, &format!("value-{}-{id}", field.id()), &[])
        .unwrap_or_else(|| tr(language, &format!("value-{id}")))
}

/// One answer of a field in words, with the programmes' names for systems, editions and updates.
pub fn answer(language: Language, catalogue: &Catalogue, field: Field, id: &str) -> String {
    match (field, catalogue.name_of(field, id)) {
        (_, Some(name)) => name.get(language).to_owned(),
        (Field::Product | Field::Edition | Field::Prerequisites | Field::Offer, None) => {
            id.to_owned()
        }
        (_, None) => value(language, field, id),
    }
}

/// A statement of the core in words.
pub fn say(language: Language, statement: &Statement) -> String {
    match statement {
        Statement::Data(text) => text.get(language).to_owned(),
        Statement::Message(id, arguments) => {
            let args: Vec<(&str, FluentValue<'_>)> = arguments
                .iter()
                .map(|(name, argument)| (*name, spoken(language, argument)))
                .collect();
            tr_with(language, id, &args)
        }
    }
}

fn spoken(language: Language, argument: &Argument) -> FluentValue<'_> {
    match argument {
        Argument::Count(number) => count(*number),
        Argument::Year(year) => FluentValue::String(year.number().to_string().into()),
        Argument::Date(day) => FluentValue::String(date(language, *day).into()),
        Argument::Month(day) => FluentValue::String(month(language, *day).into()),
        Argument::Money(amount) => FluentValue::String(money(language, *amount).into()),
        Argument::Name(name) => FluentValue::String(Cow::Borrowed(name)),
        Argument::Local(text) => FluentValue::String(Cow::Borrowed(text.get(language))),
        Argument::Field(name) => FluentValue::String(field(language, *name).into()),
        Argument::Value(name, id) => FluentValue::String(value(language, *name, id).into()),
        Argument::Values(name, ids) => {
            let words: Vec<String> = ids.iter().map(|id| value(language, *name, id)).collect();
            FluentValue::String(words.join(", ").into())
        }
    }
}

/// The language that the system speaks; English where it is neither of ours.
pub fn system_language() -> Language {
    match sys_locale::get_locale() {
        Some(locale) if locale.to_ascii_lowercase().starts_with("pl") => Language::Polish,
        _ => Language::English,
    }
}
