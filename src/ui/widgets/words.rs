//! Answers, groups and places in words.

use crate::domain::changes::is_old;
use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, Place, Scope};
use crate::domain::plan::{Trace, Verdict, derived_values};
use crate::domain::programme::Catalogue;
use crate::domain::text::{Language, Statement};
use crate::i18n::{self, count, say, tr, tr_with};
use crate::ui::View;

/// A group's name, or its number while it has none.
pub fn group_name(view: &View<'_>, index: usize) -> String {
    match view.document.profile.groups.get(index) {
        Some(group) if !group.name.trim().is_empty() => group.name.clone(),
        _ => tr_with(
            view.language,
            "widget-group-number",
            &[("number", (index + 1).to_string().into())],
        ),
    }
}

/// The names of some groups, the first few and how many more.
pub fn group_names(view: &View<'_>, groups: &[usize], most: usize) -> String {
    let mut names: Vec<String> = groups
        .iter()
        .take(most)
        .map(|index| group_name(view, *index))
        .collect();
    if groups.len() > most {
        let more = (groups.len() - most) as u64;
        names.push(tr_with(
            view.language,
            "widget-more",
            &[("count", count(more))],
        ));
    }
    names.join(", ")
}

/// A verdict in words.
pub fn verdict_word(language: Language, verdict: Verdict) -> String {
    i18n::value(language, Field::Verdict, verdict.id())
}

/// The reason that tells most: that an edition qualifies is said only when nothing else is.
pub fn decisive_words(view: &View<'_>, trace: &Trace) -> String {
    let reasons = &trace.reasons;
    reasons
        .iter()
        .find(|reason| !matches!(reason, Statement::Message("reason-edition-qualifies", _)))
        .or(reasons.first())
        .map_or_else(String::new, |reason| say(view.language, reason))
}

/// An answer in words; unknown is said as such.
pub fn answer_words(
    language: Language,
    catalogue: &Catalogue,
    field: Field,
    answer: &Answer,
) -> String {
    match answer {
        Answer::Unknown => tr(language, "widget-unknown"),
        Answer::Text(text) => text.clone(),
        Answer::One(id) => i18n::answer(language, catalogue, field, id),
        Answer::Many(ids) if ids.is_empty() => tr(language, "widget-none-of-them"),
        Answer::Many(ids) => catalogue
            .offered(field, None)
            .into_iter()
            .filter(|id| ids.contains(*id))
            .map(|id| i18n::answer(language, catalogue, field, id))
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Count(number) => i18n::number(language, u64::from(*number)),
        Answer::Date(day) => i18n::date(language, *day),
        Answer::Years(years) if years.values().all(|quantity| *quantity == 0) => {
            tr(language, "widget-nothing-bought")
        }
        Answer::Years(years) => years
            .iter()
            .map(|(year, quantity)| {
                tr_with(
                    language,
                    "widget-year-quantity",
                    &[
                        ("year", year.number().to_string().into()),
                        ("count", count(u64::from(*quantity))),
                    ],
                )
            })
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Quotes(quotes) => tr_with(
            language,
            "widget-quotes",
            &[("count", count(quotes.len() as u64))],
        ),
    }
}

/// The name of one answer of a field at a place: editions as the place's own system calls them.
pub fn answer_name(view: &View<'_>, place: Place, field: Field, id: &str) -> String {
    let edition = match place {
        Place::Group(index) if field == Field::Edition => {
            let group = view.document.profile.groups.get(index);
            let product = group.and_then(|group| view.catalogue.product(group.product.as_deref()?));
            product.and_then(|product| product.editions.iter().find(|known| *known.id == *id))
        }
        Place::Group(_) | Place::Organisation => None,
    };
    match edition {
        Some(edition) => edition.name.get(view.language).to_owned(),
        None => i18n::answer(view.language, view.catalogue, field, id),
    }
}

/// An answer that a place holds, in words.
pub fn place_words(view: &View<'_>, place: Place, field: Field, answer: &Answer) -> String {
    match answer {
        Answer::One(id) => answer_name(view, place, field, id),
        answer => answer_words(view.language, view.catalogue, field, answer),
    }
}

/// What a field holds at a place, in words; facts of the plan are worked out.
pub fn held_words(view: &View<'_>, place: Place, field: Field) -> String {
    if field.scope() == Scope::Derived {
        let position = match place {
            Place::Organisation => None,
            Place::Group(index) => Some(index),
        };
        let ids = derived_values(
            view.catalogue,
            &view.document.profile,
            view.plan,
            position,
            field,
        );
        if ids.is_empty() {
            return tr(view.language, "widget-unknown");
        }
        return ids
            .iter()
            .map(|id| i18n::answer(view.language, view.catalogue, field, id))
            .collect::<Vec<_>>()
            .join(", ");
    }
    let answer = view.document.profile.answer(place, field);
    place_words(view, place, field, &answer)
}

/// Where a fact that a programme works out for all its groups alike can be read: at its first one.
pub fn place_of_programme(view: &View<'_>, programme: usize) -> Place {
    let part = view.plan.programmes.get(programme);
    let first = part.and_then(|part| part.groups.first());
    first.map_or(Place::Organisation, |index| Place::Group(*index))
}

/// The names of the plan's programmes, the first few and how many more.
pub fn programme_names(view: &View<'_>, most: usize) -> String {
    let all = view.plan.programmes.len();
    let mut names: Vec<String> = view
        .programmes()
        .take(most)
        .map(|(_, programme)| programme.base.short_name.get(view.language).to_owned())
        .collect();
    if all > most {
        let more = count((all - most) as u64);
        names.push(tr_with(view.language, "widget-more", &[("count", more)]));
    }
    names.join(", ")
}

/// A count with its sign, for what changes: `+120`, `−20`.
pub fn signed(language: Language, difference: i64) -> String {
    let sign = if difference < 0 { "−" } else { "+" };
    format!(
        "{sign}{}",
        i18n::number(language, difference.unsigned_abs())
    )
}

/// A warning of the plan's programmes whose data was last checked more than half a year ago; none
/// where all of it is fresh.
pub fn old_data_words(view: &View<'_>) -> Option<String> {
    let old: Vec<_> = view
        .programmes()
        .map(|(_, programme)| &programme.base)
        .filter(|base| is_old(base.checked, view.today))
        .collect();
    let oldest = old.iter().map(|base| base.checked).min()?;
    let names: Vec<&str> = old
        .iter()
        .map(|base| base.short_name.get(view.language))
        .collect();
    let names = names.join(", ");
    Some(tr_with(
        view.language,
        "widget-old-data",
        &[
            ("programmes", names.into()),
            ("day", i18n::date(view.language, oldest).into()),
        ],
    ))
}

/// How far a list of steps is: `4 of 31 done`.
pub fn done_words(language: Language, done: usize, all: usize) -> String {
    tr_with(
        language,
        "plan-screen-progress",
        &[
            ("done", i18n::number(language, done as u64).into()),
            ("all", i18n::number(language, all as u64).into()),
        ],
    )
}
