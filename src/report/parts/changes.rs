//! What newer rule data changed since the profile was saved, and rule data that is old.

use serde_json::{Value, json};

use crate::domain::changes::{ChangedLine, Difference, SinceSaved, is_old};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::money::Money;
use crate::domain::plan::OrderWhen;
use crate::domain::programme::{Catalogue, Change, Programme};
use crate::domain::record::OrderRecord;
use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::{self, tr, tr_with};
use crate::report::ReportInput;
use crate::report::model::{Block, Item, Line, LineKind, Writer};
use crate::report::words::{add_sentence, clean};

/// One programme's changes in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedProgramme {
    /// Which editions are compared, or why they can't be.
    pub intro: String,
    /// What differs.
    pub lines: Vec<ChangeWords>,
}

/// One thing that differs, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeWords {
    /// What differs.
    pub title: String,
    /// What explains it, one text a change of the data; empty where the title says all.
    pub why: Vec<String>,
    /// The entries behind it.
    pub faq: Vec<FaqId>,
}

/// What differs from the plan that the profile was saved with, programme by programme.
pub fn since_saved_words(
    language: Language,
    catalogue: &Catalogue,
    since: &SinceSaved<'_>,
) -> Vec<ChangedProgramme> {
    let same_programme = |a: &ChangedLine<'_>, b: &ChangedLine<'_>| a.programme == b.programme;
    since
        .lines
        .chunk_by(same_programme)
        .map(|lines| ChangedProgramme {
            intro: intro(language, catalogue, since, lines),
            lines: lines
                .iter()
                .filter(|line| is_compared(line))
                .map(|line| change_words(language, catalogue, line))
                .collect(),
        })
        .collect()
}

/// A sentence for each programme of the plan whose data was checked too long ago.
pub fn old_data_words(input: &ReportInput<'_>) -> Vec<String> {
    let Some(today) = input.today else {
        return Vec::new();
    };
    input
        .programmes()
        .filter(|programme| is_old(programme.base.checked, today))
        .map(|programme| old_data(input.language, programme))
        .collect()
}

/// That a programme's data was checked too long ago.
pub fn old_data(language: Language, programme: &Programme) -> String {
    let name = programme.base.short_name.get(language);
    let checked = i18n::date(language, programme.base.checked);
    tr_with(
        language,
        "plan-data-is-old",
        &[("programme", name.into()), ("checked", checked.into())],
    )
}

/// Adds the part, where something has changed.
pub(in crate::report) fn changes(writer: &Writer<'_>) -> Vec<Block> {
    let (language, catalogue) = (writer.words.language, writer.input.catalogue);
    let Some(since) = writer.input.since_saved else {
        return Vec::new();
    };
    let mut blocks = Vec::new();
    for programme in since_saved_words(language, catalogue, since) {
        blocks.push(Block::Paragraph(Line::plain(programme.intro)));
        let items: Vec<Item> = programme.lines.into_iter().map(item).collect();
        if !items.is_empty() {
            blocks.push(Block::Items(items));
        }
    }
    blocks
}

fn item(words: ChangeWords) -> Item {
    let mut lines = vec![Line::new(words.title, &words.faq)];
    lines.extend(words.why.into_iter().map(|text| Line {
        text,
        kind: LineKind::Grounds,
        ..Line::default()
    }));
    Item {
        lines,
        ..Item::default()
    }
}

/// The list `changes` of the JSON.
pub(in crate::report) fn json(input: &ReportInput<'_>) -> Value {
    let lines = input.since_saved.map_or(&[][..], |since| &since.lines);
    let list = lines.iter().map(|line| {
        let entries = line.why.iter().map(|change| change_json(input, change));
        json!({
            "programme": &*line.programme,
            "saved_edition": line.saved_edition,
            "edition": line.edition,
            "as_of": input.since_saved.map(|since| since.as_of.to_string()),
            "kind": kind(&line.what),
            "change": direction(&line.what),
            "id": id(&line.what),
            "before": side(&line.what, true),
            "after": side(&line.what, false),
            "text": change_words(input.language, input.catalogue, line).title,
            "why": entries.collect::<Vec<_>>(),
            "faq": line.faq.iter().map(FaqId::as_str).collect::<Vec<_>>(),
        })
    });
    list.collect()
}

fn change_json(input: &ReportInput<'_>, change: &Change) -> Value {
    json!({
        "edition": change.edition,
        "about": change.about.iter().map(|id| &**id).collect::<Vec<_>>(),
        "text": change.text.get(input.language),
    })
}

fn kind(what: &Difference) -> &'static str {
    match what {
        Difference::Order { .. } => "order",
        Difference::Ledger { .. } => "ledger",
        Difference::Step { .. } => "step",
        Difference::Warning { .. } => "warning",
        Difference::Reworded => "reworded",
        Difference::WithoutEffect => "without_effect",
        Difference::NewerData => "newer_data",
        Difference::UnknownProgramme => "unknown_programme",
    }
}

/// Whether something is new, gone or different; none where nothing was compared.
fn direction(what: &Difference) -> Option<&'static str> {
    let is_new = |is_new: bool| if is_new { "new" } else { "gone" };
    match what {
        Difference::Order { before: None, .. } => Some("new"),
        Difference::Order { after: None, .. } => Some("gone"),
        Difference::Order { .. } | Difference::Ledger { .. } => Some("different"),
        Difference::Step { is_new: new, .. } | Difference::Warning { is_new: new, .. } => {
            Some(is_new(*new))
        }
        Difference::Reworded
        | Difference::WithoutEffect
        | Difference::NewerData
        | Difference::UnknownProgramme => None,
    }
}

fn id(what: &Difference) -> Option<&str> {
    match what {
        Difference::Order { before, after } => {
            let order = after.as_ref().or(before.as_ref());
            order.map(|order| &*order.sku)
        }
        Difference::Ledger { verdict, .. } => Some(verdict.id()),
        Difference::Step { id, .. } => Some(id),
        Difference::Warning { code, .. } => Some(code),
        Difference::Reworded
        | Difference::WithoutEffect
        | Difference::NewerData
        | Difference::UnknownProgramme => None,
    }
}

/// The numbers on one side of a difference; null where there is none.
fn side(what: &Difference, is_before: bool) -> Value {
    match what {
        Difference::Order { before, after } => {
            let order = if is_before { before } else { after };
            order.as_ref().map_or(Value::Null, order_json)
        }
        Difference::Ledger { before, after, .. } => {
            Value::from(if is_before { *before } else { *after })
        }
        _ => Value::Null,
    }
}

fn order_json(order: &OrderRecord) -> Value {
    let money = |amount: Option<Money>| {
        amount.map(|amount| json!({"amount": amount.decimal(), "currency": amount.currency.code()}))
    };
    json!({
        "coverage_year": order.year.number(),
        "channel": order.channel.id(),
        "when": order.when.id(),
        "back_charge": order.back_charge,
        "quantity": order.quantity,
        "unit_price": money(order.unit_price),
        "total": money(order.total),
    })
}

/// Whether a line is more than that nothing could be compared.
fn is_compared(line: &ChangedLine<'_>) -> bool {
    !matches!(
        line.what,
        Difference::NewerData | Difference::UnknownProgramme
    )
}

fn intro(
    language: Language,
    catalogue: &Catalogue,
    since: &SinceSaved<'_>,
    lines: &[ChangedLine<'_>],
) -> String {
    let Some(first) = lines.first() else {
        return String::new();
    };
    if !is_compared(first) {
        return change_words(language, catalogue, first).title;
    }
    let mut text = tr_with(
        language,
        "plan-changes-intro",
        &[
            (
                "programme",
                programme_name(language, catalogue, first).into(),
            ),
            ("saved", first.saved_edition.to_string().into()),
            (
                "edition",
                first.edition.unwrap_or_default().to_string().into(),
            ),
            ("day", i18n::date(language, since.as_of).into()),
        ],
    );
    if lines.iter().all(|line| direction(&line.what).is_none()) {
        add_sentence(&mut text, &tr(language, "plan-changes-none"));
    }
    text
}

fn programme_name(language: Language, catalogue: &Catalogue, line: &ChangedLine<'_>) -> String {
    let programme = catalogue.get(&line.programme);
    programme.map_or_else(
        || clean(&line.programme).into_owned(),
        |programme| programme.base.short_name.get(language).to_owned(),
    )
}

fn change_words(language: Language, catalogue: &Catalogue, line: &ChangedLine<'_>) -> ChangeWords {
    let say = |change: &&Change| {
        tr_with(
            language,
            "plan-changes-because",
            &[
                ("text", change.text.get(language).into()),
                ("edition", change.edition.to_string().into()),
            ],
        )
    };
    let entries: Vec<String> = line.why.iter().map(say).collect();
    let programme = || programme_name(language, catalogue, line);
    let (title, why) = match &line.what {
        Difference::Reworded => {
            let changes = [("changes", entries.join(" ").into())];
            (
                tr_with(language, "plan-changes-reworded", &changes),
                Vec::new(),
            )
        }
        Difference::WithoutEffect => {
            let changes = [("changes", entries.join(" ").into())];
            (
                tr_with(language, "plan-changes-without-effect", &changes),
                Vec::new(),
            )
        }
        Difference::NewerData => {
            let args = [
                ("programme", programme().into()),
                ("saved", line.saved_edition.to_string().into()),
                (
                    "edition",
                    line.edition.unwrap_or_default().to_string().into(),
                ),
            ];
            (
                tr_with(language, "plan-changes-newer-data", &args),
                Vec::new(),
            )
        }
        Difference::UnknownProgramme => {
            let args = [("id", programme().into())];
            (
                tr_with(language, "plan-changes-unknown-programme", &args),
                Vec::new(),
            )
        }
        what => {
            let mut why = entries;
            if why.is_empty() {
                why.push(tr(language, "plan-changes-unexplained"));
            }
            let what_words = what_words(language, catalogue, line, what);
            let id = match direction(what) {
                Some("new") => "plan-change-new",
                Some("gone") => "plan-change-gone",
                _ => "plan-change-different",
            };
            (tr_with(language, id, &[("what", what_words.into())]), why)
        }
    };
    ChangeWords {
        title,
        why,
        faq: line.faq.clone(),
    }
}

fn what_words(
    language: Language,
    catalogue: &Catalogue,
    line: &ChangedLine<'_>,
    what: &Difference,
) -> String {
    match what {
        Difference::Order { before, after } => {
            order_words(language, catalogue, before.as_ref(), after.as_ref())
        }
        Difference::Ledger {
            verdict,
            before,
            after,
        } => {
            let number = |number: u64| i18n::number(language, number);
            let verdict = i18n::value(language, Field::Verdict, verdict.id());
            tr_with(
                language,
                "plan-change-ledger",
                &[
                    ("verdict", verdict.into()),
                    ("value", from_to(&number(*before), &number(*after)).into()),
                ],
            )
        }
        Difference::Step { id, .. } => {
            let programme = catalogue.get(&line.programme);
            let step = programme.and_then(|programme| {
                let mut steps = programme.deployment.steps.iter();
                steps.find(|step| step.id == *id)
            });
            let title = step.map_or(&**id, |step| step.title.get(language));
            tr_with(language, "plan-change-step", &[("title", title.into())])
        }
        Difference::Warning { code, text, .. } => {
            let text = text.as_ref().map_or_else(
                || code.to_string(),
                |text| clean(&i18n::say(language, text)).into_owned(),
            );
            tr_with(language, "plan-change-warning", &[("text", text.into())])
        }
        Difference::Reworded
        | Difference::WithoutEffect
        | Difference::NewerData
        | Difference::UnknownProgramme => String::new(),
    }
}

/// An order line with what differs in it; with all its numbers where it is new or gone.
fn order_words(
    language: Language,
    catalogue: &Catalogue,
    before: Option<&OrderRecord>,
    after: Option<&OrderRecord>,
) -> String {
    let Some(order) = after.or(before) else {
        return String::new();
    };
    let sku = catalogue.sku(&order.sku);
    let name = sku.map_or(&*order.sku, |sku| sku.name.as_str());
    let year = order.year.number().to_string();
    let year = if order.back_charge {
        tr_with(language, "plan-back-charge", &[("year", year.into())])
    } else {
        year
    };
    let money = |amount: Option<Money>| {
        amount.map_or_else(
            || tr(language, "plan-no-price"),
            |amount| i18n::money(language, amount),
        )
    };
    type Said<'s> = &'s dyn Fn(&OrderRecord) -> String;
    let parts: [(&str, Said<'_>); 5] = [
        ("plan-change-channel", &|order| {
            i18n::value(language, Field::OrderChannel, order.channel.id())
        }),
        ("plan-change-when", &|order| tr(language, when_id(order))),
        ("plan-change-quantity", &|order| {
            i18n::number(language, order.quantity)
        }),
        ("plan-change-unit-price", &|order| money(order.unit_price)),
        ("plan-change-total", &|order| money(order.total)),
    ];
    let mut words = vec![tr_with(
        language,
        "plan-change-order",
        &[
            ("sku", clean(name).into_owned().into()),
            ("year", year.into()),
        ],
    )];
    for (id, said) in parts {
        let value = match (before.map(said), after.map(said)) {
            (Some(before), Some(after)) if before == after => continue,
            (Some(before), Some(after)) => from_to(&before, &after),
            (before, after) => after.or(before).unwrap_or_default(),
        };
        words.push(tr_with(language, id, &[("value", value.into())]));
    }
    words.join(", ")
}

fn when_id(order: &OrderRecord) -> &'static str {
    match order.when {
        OrderWhen::Now => "plan-when-now",
        OrderWhen::Later => "plan-when-later",
    }
}

fn from_to(before: &str, after: &str) -> String {
    format!("{before} → {after}")
}
