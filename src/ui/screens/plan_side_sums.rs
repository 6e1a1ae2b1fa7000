//! The plan's own sums beside it: what is ordered now and who is unprotected, each with what would
//! change it.

use eframe::egui::Ui;

use super::ScreensState;
use super::plan_side::close_ui;
use super::what_if::what_if_ui;
use crate::domain::plan::OrderWhen;
use crate::domain::profile::DataId;
use crate::domain::what_if::Target;
use crate::i18n::{count, money, tr, tr_with};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::ledger_bar::pair_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View};

/// A longer name, with its programme, would be cut beside its value.
const SHORT_NAME: usize = 24;

/// A sum with its name and what it stands at, one line each.
struct Sum {
    target: Target,
    name: String,
    values: Vec<String>,
}

/// What is ordered now, and for each programme who misses releases.
fn sums(view: &View<'_>) -> Vec<Sum> {
    let language = view.language;
    let mut sums = Vec::new();
    let now = view.plan.amounts(Some(OrderWhen::Now));
    if !now.is_empty() {
        sums.push(Sum {
            target: Target::Sum(Some(OrderWhen::Now)),
            name: tr(language, "widget-total-now"),
            values: now.iter().map(|sum| money(language, *sum)).collect(),
        });
    }
    for (position, part) in view.plan.programmes.iter().enumerate() {
        let target = Target::Unprotected {
            programme: DataId::clone(&part.id),
        };
        let endpoints = target.measure(view.plan).quantity.unwrap_or(0);
        if endpoints > 0 {
            let args = [("count", count(endpoints))];
            sums.push(Sum {
                target,
                name: view.tagged(position, &tr(language, "plan-ui-lane-unprotected")),
                values: vec![tr_with(language, "plan-count-endpoints", &args)],
            });
        }
    }
    sums
}

/// Draws the values under one another, with something at the left of the first.
fn values_ui(ui: &mut Ui, sum: &Sum, mut add_left: impl FnMut(&mut Ui)) {
    for (position, value) in sum.values.iter().enumerate() {
        pair_ui(ui, value.clone(), Type::TableStrong, |ui| {
            if position == 0 {
                add_left(ui);
            }
        });
    }
}

/// Draws what can be asked while no line is chosen.
pub(super) fn hint_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let language = view.language;
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        text::line(ui, tr(language, "plan-ui-why-title"), Type::Heading);
        text::muted(ui, tr(language, "plan-ui-why-hint"), Type::Table);
        for sum in sums(view) {
            ui.add_space(2.0);
            hairline(ui);
            let words = tr(language, "whatif-title");
            let name = format!("{words}: {}", sum.name);
            let button = Button::quiet("", &words).named(&name);
            let mut is_asked = false;
            if sum.name.chars().count() > SHORT_NAME {
                text::label(ui, sum.name.as_str(), Type::Table);
                values_ui(ui, &sum, |ui| is_asked = button.show(ui).clicked());
            } else {
                values_ui(ui, &sum, |ui| {
                    text::line(ui, sum.name.as_str(), Type::Table);
                });
                is_asked = button.show(ui).clicked();
            }
            if is_asked {
                state.plan.what_if.asked = Some(sum.target);
            }
        }
    });
}

/// Draws a sum with what would change it.
pub(super) fn asked_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    target: &Target,
    outbox: &mut Outbox,
) {
    let Some(sum) = sums(view).into_iter().find(|sum| sum.target == *target) else {
        // Nothing is left of it.
        state.plan.what_if.asked = None;
        return;
    };
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let mut is_closed = false;
        card_head(ui, &sum.name, "", |ui| is_closed = close_ui(ui, view));
        values_ui(ui, &sum, |ui| {
            text::line(ui, sum.name.as_str(), Type::Table);
        });
        what_if_ui(ui, view, state, target, outbox);
        if is_closed {
            state.plan.what_if.asked = None;
        }
    });
}
