//! The licences that a group owns already, one box a year.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Response, Ui, vec2};

use super::field::{Form, accessible_field_name};
use super::text::{self, Type};
use super::text_control::{TextControl, wrong_ui};
use super::typing::{TypingKey, read_count};
use crate::document::Edit;
use crate::domain::field::{Answer, Field, Place};
use crate::domain::licensing::CoverageYear;
use crate::i18n::{tr, tr_with};
use crate::ui::View;
use crate::ui::theme::CONTROL_HEIGHT;

/// Draws the licences that a group owns, one box a year, with "nothing bought" and "don't know".
pub fn owned_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, is_active: bool) -> Response {
    let view = form.view;
    let language = view.language;
    let Place::Group(index) = place else {
        return text::line(ui, "", Type::Body);
    };
    let answer = view.document.profile.answer(place, Field::Owned);
    let held: BTreeMap<CoverageYear, u32> = match &answer {
        Answer::Years(years) => years.clone(),
        _ => BTreeMap::new(),
    };
    let mut changed = None;
    let mut wrong = None;
    let mut first: Option<Response> = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        for year in years_of(view, index, &held) {
            let number = year.number().to_string();
            let word = tr_with(language, "widget-year", &[("year", number.as_str().into())]);
            text::line(ui, &word, Type::Small);
            let name = format!(
                "{}, {word}",
                accessible_field_name(view, place, Field::Owned)
            );
            let quantity = held.get(&year).copied();
            let control = TextControl {
                name: &name,
                hint: match (&answer, quantity) {
                    (Answer::Years(_), None) => "0",
                    _ => "–",
                },
                width: 84.0,
                height: CONTROL_HEIGHT,
                is_active,
                is_number: true,
                empty_is_known: matches!(answer, Answer::Years(_)),
                salt: "form",
            };
            let typed = control.show(
                ui,
                form.typing,
                &TypingKey::Owned(index, year),
                &quantity.map_or_else(String::new, |quantity| quantity.to_string()),
                |text| read_count(language, Field::Endpoints, zero_as_nothing(text)),
                |count| count.map_or_else(String::new, |count| count.to_string()),
            );
            if let Some(quantity) = typed.value {
                let mut years = held.clone();
                match quantity {
                    Some(quantity) => years.insert(year, quantity),
                    None => years.remove(&year),
                };
                changed = Some(Answer::Years(years));
            }
            if typed.response.lost_focus() {
                form.outbox.typing_ended = true;
            }
            wrong = wrong.take().or(typed.wrong);
            first.get_or_insert(typed.response);
        }
        let is_nothing = matches!(&answer, Answer::Years(years) if years.is_empty());
        let label = text::rich(ui, tr(language, "widget-nothing-bought"), Type::Table);
        if ui.radio(is_nothing, label).clicked() {
            changed = Some(Answer::Years(BTreeMap::new()));
        }
        let label = text::rich(ui, tr(language, "widget-unknown"), Type::Table);
        if ui.radio(answer == Answer::Unknown, label).clicked() {
            changed = Some(Answer::Unknown);
        }
    });
    wrong_ui(ui, wrong.as_deref());
    if let Some(answer) = changed {
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field: Field::Owned,
            answer,
        });
    }
    first.unwrap_or_else(|| text::line(ui, "", Type::Body))
}

/// The years that a group's programme covers, those of its system where it has no others, and
/// those that are held.
fn years_of(
    view: &View<'_>,
    index: usize,
    held: &BTreeMap<CoverageYear, u32>,
) -> BTreeSet<CoverageYear> {
    let mut years: BTreeSet<CoverageYear> = held.keys().copied().collect();
    let Some(programme) = view.programme_of_group(index) else {
        return years;
    };
    let base = &programme.base;
    years.extend(base.coverage.iter().map(|window| window.year));
    if base.coverage.is_empty() {
        let group = view.document.profile.groups.get(index);
        let product = group.and_then(|group| programme.product(group.product.as_deref()?));
        let own = product.map(|(_, product)| &product.coverage);
        years.extend(own.into_iter().flatten().map(|window| window.year));
    }
    years
}

/// Zero licences of a year are the same as none.
fn zero_as_nothing(text: &str) -> &str {
    if text.trim() == "0" { "" } else { text }
}
