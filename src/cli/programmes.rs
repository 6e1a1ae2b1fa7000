//! `programmes`: which are known, and their state on a day.

use std::io::Write;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::arguments::{ListFormat, ProgrammesCall};
use super::stage::{Coverage, Stage};
use super::{CallError, DONE};
use crate::assets;
use crate::domain::changes::is_old;
use crate::domain::programme::Programme;
use crate::domain::text::Language;
use crate::i18n::{self, count, tr_with};
use crate::report::old_data;

pub(super) fn run(
    call: &ProgrammesCall,
    today: NaiveDate,
    out: &mut dyn Write,
) -> Result<u8, CallError> {
    let language = call.list.texts.language();
    let day = call.as_of.unwrap_or(today);
    let mut sound = Vec::new();
    for programme in assets::programmes() {
        match programme {
            Ok(programme) => sound.push(programme),
            Err(error) => return Err(CallError::BrokenProgramme(error.to_string())),
        }
    }
    match call.list.format {
        ListFormat::Json => {
            let list: Vec<_> = sound
                .iter()
                .map(|programme| to_json(programme, language, day, today))
                .collect();
            let whole = json!({"format": "esu-programmes", "version": 1, "as_of": day.to_string(), "programmes": list});
            writeln!(out, "{whole:#}")?;
        }
        ListFormat::Text => {
            for programme in sound {
                let state = state(programme, language, day);
                writeln!(out, "{}  {state}", programme.base.id)?;
                for part in parts(programme, language, day) {
                    writeln!(out, "  {part}")?;
                }
                let args = [
                    ("edition", programme.base.edition.to_string().into()),
                    (
                        "checked",
                        i18n::date(language, programme.base.checked).into(),
                    ),
                    ("entries", count(programme.faq.len() as u64)),
                ];
                writeln!(out, "  {}", tr_with(language, "programmes-data", &args))?;
                if is_old(programme.base.checked, today) {
                    writeln!(out, "  {}", old_data(language, programme))?;
                }
            }
        }
    }
    Ok(DONE)
}

/// The stage in one word of three and in its own, with the days it follows from.
fn to_json(programme: &Programme, language: Language, day: NaiveDate, today: NaiveDate) -> Value {
    let base = &programme.base;
    let text = |day: Option<NaiveDate>| day.map(|day| day.to_string());
    let coverage = Coverage::of_programme(programme);
    let stage = coverage.stage(day);
    let offers: Vec<Value> = base
        .offers
        .iter()
        .map(|offer| {
            let coverage = Coverage::of_offer(programme, offer);
            json!({
                "id": &*offer.id,
                "name": offer.name.get(language),
                "stage": coverage.stage(day).id(),
                "on_sale_from": text(coverage.on_sale_from),
                "first_day": text(coverage.first_day()),
                "last_day": text(coverage.last_day()),
            })
        })
        .collect();
    let systems: Vec<Value> = base
        .products
        .iter()
        .map(|product| {
            let coverage = Coverage::of_product(programme, product);
            json!({
                "id": &*product.id,
                "name": product.name.get(language),
                "stage": coverage.stage(day).id(),
                "end_of_support": text(product.end_of_support),
                "first_day": text(coverage.first_day()),
                "last_day": text(coverage.last_day()),
            })
        })
        .collect();
    json!({
        "id": base.id,
        "name": base.name.get(language),
        "edition": base.edition,
        "checked": base.checked.to_string(),
        "old": is_old(base.checked, today),
        "state": stage.state(),
        "stage": stage.id(),
        "coverage_year": programme.window_on(day).map(|window| window.year.number()),
        "end_of_support": base.end_of_support.to_string(),
        "on_sale_from": text(coverage.on_sale_from),
        "first_day": text(coverage.first_day()),
        "last_day": programme.last_day().to_string(),
        "faq_entries": programme.faq.len(),
        "offers": offers,
        "systems": systems,
    })
}

/// A programme's state in a sentence.
fn state(programme: &Programme, language: Language, day: NaiveDate) -> String {
    let base = &programme.base;
    let name = ("name", base.short_name.get(language).into());
    let on = ("day", i18n::date(language, day).into());
    let coverage = Coverage::of_programme(programme);
    let stage = coverage.stage(day);
    // Without windows of its own a programme only tells of its systems.
    if base.coverage.is_empty() && stage != Stage::Never {
        if stage == Stage::Closed {
            return tr_with(language, "programmes-ended", &[name, on]);
        }
        let running = base.products.iter().filter(|product| {
            let stage = Coverage::of_product(programme, product).stage(day);
            matches!(stage, Stage::Open | Stage::FinalYear)
        });
        let args = [
            name,
            on,
            ("running", count(running.count() as u64)),
            ("all", count(base.products.len() as u64)),
        ];
        return tr_with(language, "programmes-in-brief", &args);
    }
    let date = |day: Option<NaiveDate>| {
        let day = day.unwrap_or(base.end_of_support);
        i18n::date(language, day).into()
    };
    let year = programme.window_on(day).map(|window| window.year.number());
    let args = [
        name,
        on,
        ("year", year.unwrap_or(0).to_string().into()),
        ("end", i18n::date(language, programme.last_day()).into()),
        ("start", date(coverage.first_day())),
        (
            "since",
            date(coverage.on_sale_from.or(coverage.first_day())),
        ),
    ];
    tr_with(language, &format!("programmes-{}", stage.id()), &args)
}

/// What differs from the programme: offers with windows of their own; all systems, where the
/// programme has no windows.
fn parts(programme: &Programme, language: Language, day: NaiveDate) -> Vec<String> {
    let base = &programme.base;
    let offers = base.offers.iter().filter(|o| !o.coverage.is_empty());
    let offers = offers.map(|offer| (&offer.name, Coverage::of_offer(programme, offer), None));
    let systems = base.products.iter().filter(|_| base.coverage.is_empty());
    let systems = systems.map(|product| {
        let coverage = Coverage::of_product(programme, product);
        (&product.name, coverage, product.end_of_support)
    });
    offers
        .chain(systems)
        .map(|(name, coverage, end_of_support)| {
            let stage = coverage.stage(day);
            let end = coverage.last_day().or(end_of_support);
            let id = if end.is_none() {
                "programmes-part-undated".to_owned()
            } else {
                format!("programmes-part-{}", stage.id())
            };
            let date = |day: Option<NaiveDate>| {
                let day = day.map(|day| i18n::date(language, day));
                day.unwrap_or_default().into()
            };
            let args = [
                ("name", name.get(language).into()),
                ("since", date(coverage.on_sale_from)),
                ("start", date(coverage.first_day())),
                ("end", date(end)),
            ];
            tr_with(language, &id, &args)
        })
        .collect()
}
