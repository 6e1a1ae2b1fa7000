//! Changes that would change the plan, in words.

use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, FieldKind, Place};
use crate::domain::licensing::Hosting;
use crate::domain::money::Money;
use crate::domain::plan::Verdict;
use crate::domain::text::Language;
use crate::domain::what_if::{Change, ChangedField, Target};
use crate::i18n::{self, count, money, tr_with};
use crate::ui::View;
use crate::ui::widgets::words::{
    answer_name, answer_words, group_name, place_words, signed, verdict_word,
};

/// A change in one sentence without a full stop.
pub(super) fn change_words(view: &View<'_>, change: &Change) -> String {
    let day = change.as_of.map(|day| {
        let day = i18n::date(view.language, day);
        tr_with(view.language, "whatif-order-on", &[("day", day.into())])
    });
    let fields = change
        .fields
        .iter()
        .map(|changed| field_words(view, changed));
    fields.chain(day).collect::<Vec<_>>().join(" + ")
}

fn field_words(view: &View<'_>, changed: &ChangedField) -> String {
    let language = view.language;
    let field = changed.field;
    let place = changed
        .places
        .first()
        .copied()
        .unwrap_or(Place::Organisation);
    let answer = || place_words(view, place, field, &changed.answer);
    let name = i18n::field(language, field);
    let group = match changed.places.as_slice() {
        [Place::Group(index)] => group_name(view, *index),
        [Place::Organisation] | [] => {
            return in_field(view, &name, place, field, &changed.answer);
        }
        groups => {
            let all = count(groups.len() as u64);
            tr_with(language, "whatif-all-groups", &[("count", all)])
        }
    };
    let said = |id: &str, answer: String| {
        let args = [("group", group.as_str().into()), ("answer", answer.into())];
        tr_with(language, id, &args)
    };
    match (field, &changed.answer) {
        (Field::Hosting, Answer::One(id)) if **id == *Hosting::Physical.id() => {
            said("whatif-make-physical", String::new())
        }
        (Field::Hosting, _) => said("whatif-move", answer()),
        (Field::LeavesOn, _) => said("whatif-leaves", answer()),
        (Field::Product, _) => said("whatif-runs", answer()),
        (Field::Edition, Answer::One(id)) => {
            said("whatif-edition", answer_name(view, place, field, id))
        }
        (Field::Owned, Answer::Years(years)) if years.is_empty() => {
            said("whatif-owns-nothing", String::new())
        }
        (Field::Owned, _) => said("whatif-owns", answer()),
        (Field::SharedEndpoints, Answer::Count(shared)) => {
            let args = [
                ("group", group.as_str().into()),
                ("count", count(u64::from(*shared))),
            ];
            tr_with(language, "whatif-shared", &args)
        }
        _ => {
            let what = in_field(view, &name, place, field, &changed.answer);
            let args = [("group", group.as_str().into()), ("what", what.into())];
            tr_with(language, "whatif-in-group", &args)
        }
    }
}

/// A field with its answer; of a set what is more or less in it.
fn in_field(view: &View<'_>, name: &str, place: Place, field: Field, answer: &Answer) -> String {
    let language = view.language;
    let (id, words) = match (answer, view.document.profile.answer(place, field)) {
        (Answer::Many(ids), held) if field.kind() == FieldKind::Choices => {
            let held = match held {
                Answer::Many(held) => held,
                _ => std::collections::BTreeSet::new(),
            };
            let words = |ids: Vec<_>| {
                let ids = Answer::Many(ids.into_iter().collect());
                answer_words(language, view.catalogue, field, &ids)
            };
            let more: Vec<_> = ids.difference(&held).cloned().collect();
            let fewer: Vec<_> = held.difference(ids).cloned().collect();
            if more.is_empty() {
                ("whatif-without", words(fewer))
            } else if held.is_empty() {
                ("whatif-answer", words(more))
            } else {
                ("whatif-with", words(more))
            }
        }
        _ => ("whatif-answer", place_words(view, place, field, answer)),
    };
    let args = [("field", name.into()), ("answer", words.into())];
    tr_with(language, id, &args)
}

/// Other answers that come to the same, where there are any.
pub(super) fn alike_words(view: &View<'_>, change: &Change) -> Option<String> {
    let [changed] = change.fields.as_slice() else {
        return None;
    };
    let place = changed.places.first().copied()?;
    let words: Vec<String> = changed
        .alike
        .iter()
        .map(|answer| place_words(view, place, changed.field, answer))
        .collect();
    let answers = words.join(", ");
    (!answers.is_empty()).then(|| {
        tr_with(
            view.language,
            "whatif-alike",
            &[("answers", answers.into())],
        )
    })
}

/// What stands at the right of a change, and whether less of it is ordered or left open.
pub(super) fn delta_words(language: Language, target: &Target, change: &Change) -> (String, bool) {
    match target {
        Target::Ledger { .. } => {
            let verdict = change.after.verdict;
            let words = verdict.map(|verdict| verdict_word(language, verdict));
            (words.unwrap_or_default(), false)
        }
        Target::Order { .. } | Target::Sum(_) | Target::Unprotected { .. } => {
            let quantity = change.after.quantity_change(&change.before);
            if let Some(quantity) = quantity.filter(|quantity| *quantity != 0) {
                return (signed(language, quantity), quantity < 0);
            }
            let sums = change.after.amounts_change(&change.before);
            let sums = sums.unwrap_or_default();
            let is_less = !sums.is_empty() && sums.iter().all(|sum| sum.minor_units < 0);
            (sums_words(language, &sums), is_less)
        }
    }
}

/// What else it does: what it costs or saves, what becomes of the endpoints, whom it leaves out.
pub(super) fn note_words(view: &View<'_>, target: &Target, change: &Change) -> String {
    let language = view.language;
    let mut parts = Vec::new();
    let quantity = change.after.quantity_change(&change.before);
    if quantity.is_some_and(|quantity| quantity != 0) {
        let sums = change.after.amounts_change(&change.before);
        parts.extend(
            sums.filter(|sums| !sums.is_empty())
                .map(|sums| sums_words(language, &sums)),
        );
    }
    if let (Some(0), Some(before), Some(after)) = (
        quantity,
        change.before.releases_missed,
        change.after.releases_missed,
    ) && before != after
    {
        let args = [
            ("before", count(u64::from(before))),
            ("after", count(u64::from(after))),
        ];
        parts.push(tr_with(language, "whatif-missed", &args));
    }
    let is_row = matches!(target, Target::Ledger { .. });
    let now = verdict_now(view, change);
    if let Some(verdict) = change
        .becomes
        .filter(|verdict| !is_row && now != Some(*verdict))
    {
        parts.push(verdict_word(language, verdict));
    }
    if let Ok(left_out @ 1..) = u64::try_from(change.left_out) {
        let args = [("count", count(left_out))];
        parts.push(tr_with(language, "whatif-left-out", &args));
    }
    parts.join(" · ")
}

/// The verdict that most endpoints of the one group have that changes.
fn verdict_now(view: &View<'_>, change: &Change) -> Option<Verdict> {
    let mut places = change.fields.iter().flat_map(|changed| &changed.places);
    let group = places.find_map(|place| match place {
        Place::Group(index) => Some(*index),
        Place::Organisation => None,
    })?;
    let rows = view.plan.ledger.iter().filter(|row| row.group == group);
    rows.max_by_key(|row| row.endpoints).map(|row| row.verdict)
}

fn sums_words(language: Language, sums: &[Money]) -> String {
    let signed = |sum: &Money| {
        let sign = if sum.minor_units < 0 { "" } else { "+" };
        format!("{sign}{}", money(language, *sum))
    };
    sums.iter().map(signed).collect::<Vec<_>>().join(", ")
}
