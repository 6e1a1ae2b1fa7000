//! Names, lists and answers in words, made safe to print.

use std::borrow::Cow;

use crate::domain::field::{Answer, Field};
use crate::domain::money::Money;
use crate::domain::plan::{Cheaper, OrderWhen, PlanExit};
use crate::domain::profile::Profile;
use crate::domain::programme::{Catalogue, Phase};
use crate::domain::source::{Certainty, FaqId};
use crate::domain::text::{Language, Statement};
use crate::i18n::{self, Args, count, tr, tr_with};

use super::ReportInput;

/// Stands between the facts that a line rests on.
pub(super) const FACTS_APART: &str = " · ";

/// So many names are printed before "and … more".
const NAMES_SHOWN: usize = 8;

/// The text on one line, without what a terminal or a reader could take for more than text:
/// control characters go, line ends become spaces, marks that reorder text go.
pub fn clean(text: &str) -> Cow<'_, str> {
    let is_harmless = |character: char| {
        !character.is_control()
            && !matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.chars().all(is_harmless) {
        return Cow::Borrowed(text);
    }
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => Some(' '),
            other => is_harmless(other).then_some(other),
        })
        .collect::<String>()
        .into()
}

/// The name of a group, or its number while it has none.
pub fn group_name(language: Language, profile: &Profile, position: usize) -> String {
    match profile.groups.get(position) {
        Some(group) if !group.name.trim().is_empty() => clean(&group.name).into_owned(),
        _ => tr_with(
            language,
            "plan-group-number",
            &[("number", (position + 1).to_string().into())],
        ),
    }
}

/// An answer in words.
pub fn answer_text(
    language: Language,
    catalogue: &Catalogue,
    field: Field,
    answer: &Answer,
) -> String {
    match answer {
        Answer::Unknown => tr(language, "plan-not-known"),
        Answer::Text(text) => clean(text).into_owned(),
        Answer::One(id) => clean(&i18n::answer(language, catalogue, field, id)).into_owned(),
        Answer::Many(ids) if ids.is_empty() => tr(language, "plan-none-of-them"),
        Answer::Many(ids) => ids
            .iter()
            .map(|id| clean(&i18n::answer(language, catalogue, field, id)).into_owned())
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Count(number) => i18n::number(language, u64::from(*number)),
        Answer::Date(day) => i18n::date(language, *day),
        Answer::Years(years) if years.is_empty() => tr(language, "plan-nothing-bought"),
        Answer::Years(years) => years
            .iter()
            .map(|(year, quantity)| {
                tr_with(
                    language,
                    "plan-licences-of-year",
                    &[
                        ("year", year.number().to_string().into()),
                        ("count", count(u64::from(*quantity))),
                    ],
                )
            })
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Quotes(quotes) => quotes
            .iter()
            .map(|(sku, minor_units)| {
                let name = catalogue.sku(sku).map(|known| known.name.as_str());
                let exit = || catalogue.exit(sku).map(|exit| exit.name.get(language));
                let name = name.or_else(exit).unwrap_or(sku);
                let absolute = Money {
                    minor_units: *minor_units,
                    currency: crate::domain::money::Currency::USD,
                };
                format!("{}: {}", clean(name), i18n::amount(language, absolute))
            })
            .collect::<Vec<_>>()
            .join(", "),
    }
}

/// Which of ESU and a way out is cheaper in the end, and from when on; none where a price is missing.
pub fn cheaper_words(language: Language, exit: &PlanExit) -> Option<String> {
    let id = match (exit.cheaper?, exit.breaks_even_on) {
        (Cheaper::Esu, None) => "plan-exit-esu-cheaper",
        (Cheaper::Esu, Some(_)) => "plan-exit-esu-cheaper-from",
        (Cheaper::Exit, None) => "plan-exit-cheaper",
        (Cheaper::Exit, Some(_)) => "plan-exit-cheaper-from",
    };
    let day = exit.breaks_even_on.map(|day| i18n::date(language, day));
    let day = day.unwrap_or_default();
    Some(tr_with(language, id, &[("day", day.into())]))
}

/// What all parts of a report say things with.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) language: Language,
    pub(super) profile: &'a Profile,
}

impl<'a> Words<'a> {
    pub(super) fn new(input: &ReportInput<'a>) -> Self {
        Self {
            language: input.language,
            profile: input.profile,
        }
    }

    pub(super) fn tr(&self, id: &str) -> String {
        tr(self.language, id)
    }

    pub(super) fn with(&self, id: &str, args: Args<'_>) -> String {
        tr_with(self.language, id, args)
    }

    /// A message whose only argument is `$count`.
    pub(super) fn counted(&self, id: &str, number: u64) -> String {
        tr_with(self.language, id, &[("count", count(number))])
    }

    pub(super) fn say(&self, statement: &Statement) -> String {
        clean(&i18n::say(self.language, statement)).into_owned()
    }

    /// Statements after one another, each ended as a sentence.
    pub(super) fn sentences(&self, statements: &[Statement]) -> String {
        let mut text = String::new();
        for statement in statements {
            add_sentence(&mut text, &self.say(statement));
        }
        text
    }

    pub(super) fn date(&self, day: chrono::NaiveDate) -> String {
        i18n::date(self.language, day)
    }

    pub(super) fn number(&self, number: u64) -> String {
        i18n::number(self.language, number)
    }

    pub(super) fn money(&self, amount: Money) -> String {
        i18n::money(self.language, amount)
    }

    /// Amounts of several currencies, added in words.
    pub(super) fn amounts(&self, amounts: &[Money]) -> String {
        let texts: Vec<String> = amounts.iter().map(|amount| self.money(*amount)).collect();
        texts.join(" + ")
    }

    /// `A`, `A and B`, `A, B and C`.
    pub(super) fn join(&self, parts: &[String]) -> String {
        match parts {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => self.with(
                "plan-list-and",
                &[
                    ("first", first.join(", ").into()),
                    ("last", last.as_str().into()),
                ],
            ),
        }
    }

    pub(super) fn group(&self, position: usize) -> String {
        group_name(self.language, self.profile, position)
    }

    /// The names of these groups; all of them, or none named, is "all groups".
    pub(super) fn groups(&self, positions: &[usize]) -> String {
        let all = self.profile.groups.len();
        if positions.is_empty() || (positions.len() == all && all > 1) {
            return self.tr("plan-all-groups");
        }
        self.named(positions.iter().map(|position| self.group(*position)))
    }

    /// At most eight of these texts, then how many more there are.
    pub(super) fn named(&self, texts: impl ExactSizeIterator<Item = String>) -> String {
        let total = texts.len();
        if total <= NAMES_SHOWN {
            return self.join(&texts.collect::<Vec<_>>());
        }
        let shown: Vec<String> = texts.take(NAMES_SHOWN).collect();
        self.with(
            "plan-and-more",
            &[
                ("first", shown.join(", ").into()),
                ("count", count((total - NAMES_SHOWN) as u64)),
            ],
        )
    }

    pub(super) fn years(&self, years: &[crate::domain::licensing::CoverageYear]) -> String {
        let numbers: Vec<String> = years.iter().map(|y| y.number().to_string()).collect();
        self.with(
            "plan-years",
            &[
                ("years", self.join(&numbers).into()),
                ("count", count(years.len() as u64)),
            ],
        )
    }

    pub(super) fn when(&self, when: OrderWhen) -> String {
        match when {
            OrderWhen::Now => self.tr("plan-when-now"),
            OrderWhen::Later => self.tr("plan-when-later"),
        }
    }

    pub(super) fn phase(&self, phase: Phase) -> String {
        self.tr(match phase {
            Phase::Purchase => "plan-phase-purchase",
            Phase::Prepare => "plan-phase-prepare",
            Phase::Prerequisites => "plan-phase-prerequisites",
            Phase::Key => "plan-phase-key",
            Phase::Activate => "plan-phase-activate",
            Phase::Verify => "plan-phase-verify",
            Phase::Updates => "plan-phase-updates",
            Phase::Later => "plan-phase-later",
        })
    }
}

/// Adds a sentence to a text: a space before it, a full stop after it unless it has an end.
pub(super) fn add_sentence(text: &mut String, sentence: &str) {
    let sentence = sentence.trim();
    if sentence.is_empty() {
        return;
    }
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(sentence);
    if !sentence.ends_with(['.', '?', '!', '…', ':']) {
        text.push('.');
    }
}

/// Adds to the grounds of a statement who says it, when it is not Microsoft's own text.
pub(super) fn add_certainty(words: &Words<'_>, grounds: &mut String, certainty: Certainty) {
    let source = match certainty {
        Certainty::Microsoft => return,
        Certainty::Derived => words.tr("plan-certainty-derived"),
        Certainty::Reported => words.tr("plan-certainty-reported"),
        Certainty::Community => words.tr("plan-certainty-community"),
        Certainty::ThirdParty => words.tr("plan-certainty-third-party"),
    };
    if !grounds.is_empty() {
        grounds.push_str(FACTS_APART);
    }
    grounds.push_str(&source);
}

/// FAQ ids as they stand after a line, in order: `[W7-006, W7-007]`; nothing when there are none.
pub(super) fn bracketed(faq: &[FaqId]) -> String {
    if faq.is_empty() {
        return String::new();
    }
    let mut ids: Vec<&str> = faq.iter().map(FaqId::as_str).collect();
    ids.sort_unstable();
    format!("[{}]", ids.join(", "))
}
