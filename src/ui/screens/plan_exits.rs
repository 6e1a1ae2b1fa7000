//! The ways out of the old systems beside ESU: what each leads to and from when on it pays.

use eframe::egui::Ui;

use super::ScreensState;
use super::faq_entry::certainty_words;
use super::frame::subheading_ui;
use super::plan::{Chosen, anchor};
use super::plan_side::{close_ui, facts_ui};
use crate::domain::field::{Field, Place};
use crate::domain::money::Money;
use crate::domain::plan::PlanExit;
use crate::i18n::{count, date, money, number, short_date, tr, tr_with};
use crate::report::cheaper_words;
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::all_source_chips;
use crate::ui::widgets::ledger_bar::{pair_ui, verdict_square};
use crate::ui::widgets::price_words::exit_priced_words;
use crate::ui::widgets::table::{Column, Row, Table, copy_button_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{group_name, verdict_word};
use crate::ui::{Outbox, PlanPart, Screen, View, icons};

/// The position of the column that says until when the target is supported.
const TARGET_COLUMN: usize = 2;
/// Under this width that column is left out.
const LEAST_WITH_TARGET: f32 = 760.0;

/// Draws the card of all ways out; none where no programme of the plan tells any.
pub(super) fn exits_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let exits = state.derived.exits(view);
    if exits.is_empty() {
        return;
    }
    let response = card_ui(ui, |ui| {
        let title = tr(language, "plan-exits");
        card_head(ui, &title, "", |ui| {
            copy_button_ui(ui, language, "exits", &title);
            let words = tr(language, "plan-ui-enter-exit-prices");
            if Button::secondary(icons::PENCIL_SIMPLE, &words)
                .small()
                .show(ui)
                .clicked()
            {
                let first = exits.iter().find(|exit| exit.exit_cost.is_none());
                if let Some(exit) = first.or(exits.first()) {
                    go_to_price(state, outbox, exit);
                }
            }
        });
        text::muted(ui, tr(language, "plan-ui-exits-note"), Type::Table);
        let mut columns = vec![
            Column::words(tr(language, "plan-exit"), 140.0, 1.0),
            Column::words(tr(language, "plan-exit-becomes"), 138.0, 0.0),
            Column::words(tr(language, "plan-exit-target-ends"), 92.0, 0.0),
            Column::numbers(tr(language, "plan-exit-esu-cost"), 116.0),
            Column::numbers(tr(language, "plan-ui-exit-cost"), 116.0),
            Column::words(tr(language, "plan-exit-breaks-even"), 110.0, 0.3),
            // The scroll bar lies in it.
            Column::words(String::new(), 4.0, 0.0),
        ];
        let shows_target = ui.available_width() >= LEAST_WITH_TARGET;
        if !shows_target {
            // It stands beside a chosen way out.
            columns.remove(TARGET_COLUMN);
        }
        let table = Table {
            salt: "exits",
            name: &tr(language, "plan-exits"),
            columns: &columns,
            rows: exits.len(),
            row_height: 66.0,
            most_rows: 8,
            selected: state.plan.exit,
            is_selectable: true,
            sums: &[],
        };
        let chosen = table.show(ui, |row| {
            if let Some(exit) = exits.get(row.index) {
                row_ui(row, view, exit, shows_target);
            }
        });
        if let Some(index) = chosen {
            state.plan.choose(Chosen::Exit(index));
        }
    })
    .response;
    anchor(state, PlanPart::WaysOut, &response);
}

fn go_to_price(state: &mut ScreensState, outbox: &mut Outbox, exit: &PlanExit) {
    state.show_quote(&exit.id);
    outbox.go_to = Some(Screen::Profile);
}

fn exit_name(view: &View<'_>, exit: &PlanExit) -> String {
    let data = view.catalogue.exit(&exit.id);
    data.map_or_else(
        || exit.id.to_string(),
        |data| data.name.get(view.language).to_owned(),
    )
}

/// Whose way out it is: the group, or how many there are.
fn groups_words(view: &View<'_>, exit: &PlanExit) -> String {
    match exit.groups.as_slice() {
        [group] => group_name(view, *group),
        groups => tr_with(
            view.language,
            "decisions-groups",
            &[("count", count(groups.len() as u64))],
        ),
    }
}

/// The same with the number of endpoints.
fn endpoints_words(view: &View<'_>, exit: &PlanExit) -> String {
    let groups = groups_words(view, exit);
    let endpoints = ("count", count(exit.endpoints));
    let endpoints = tr_with(view.language, "plan-count-endpoints", &[endpoints]);
    format!("{groups} · {endpoints}")
}

fn row_ui(row: &mut Row<'_>, view: &View<'_>, exit: &PlanExit, shows_target: bool) {
    let language = view.language;
    let name = exit_name(view, exit);
    let groups = groups_words(view, exit);
    let endpoints = number(language, exit.endpoints);
    row.name = match exit.groups.as_slice() {
        [group] => format!("{name}, {}", group_name(view, *group)),
        _ => name.clone(),
    };
    row.noted(&name, Type::Table, None, &format!("{groups} · {endpoints}"));
    let verdict = verdict_word(language, exit.becomes);
    row.cell_saying(&verdict, |ui| {
        verdict_square(ui, exit.becomes);
        text::line(ui, &verdict, Type::Table);
    });
    let muted = Theme::of(row.ui()).muted;
    let mut cell = |words: Option<String>| {
        match words {
            Some(words) => row.noted(&words, Type::Table, None, ""),
            None => row.text("–", Type::Table, Some(muted)),
        };
    };
    let sum = |sum: Money| money(language, sum);
    let day = |day| short_date(language, day);
    if shows_target {
        cell(exit.target_ends.map(day));
    }
    cell(exit.esu_cost.map(sum));
    cell(exit.exit_cost.map(sum));
    cell(cheaper_words(language, exit));
}

/// Draws, beside the plan, what the chosen way out takes, costs and rests on.
pub(super) fn why_exit_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    index: usize,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let exits = state.derived.exits(view);
    let data = exits
        .get(index)
        .and_then(|exit| Some((exit, view.catalogue.exit(&exit.id)?)));
    let Some((exit, data)) = data else {
        state.plan.exit = None;
        return;
    };
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let mut is_closed = false;
        let title = tr(language, "plan-exit");
        card_head(ui, &title, "", |ui| {
            is_closed = close_ui(ui, view);
        });
        if is_closed {
            state.plan.exit = None;
        }
        text::label(ui, exit_name(view, exit), Type::Strong);
        text::muted(
            ui,
            view.tagged(exit.programme, &endpoints_words(view, exit)),
            Type::Small,
        );
        text::label(ui, data.text.get(language), Type::Table);
        hairline(ui);
        costs_ui(ui, view, exit);
        let priced = exit_priced_words(language, data.priced_for);
        let quotes = &view.document.profile.organisation.quotes;
        if let Some(price) = quotes.get(&exit.id) {
            let currency = view.document.profile.organisation.currency;
            let price = Money {
                minor_units: *price,
                currency: currency.unwrap_or(crate::domain::money::Currency::USD),
            };
            let words = format!("{} {priced}", money(language, price));
            text::muted(ui, words, Type::Small);
        } else {
            let words = tr_with(
                language,
                "plan-ui-exit-without-price",
                &[("priced", priced.into())],
            );
            text::muted(ui, words, Type::Small);
        }
        let words = tr(language, "plan-ui-enter-exit-price");
        if Button::quiet("", &words).show(ui).clicked() {
            go_to_price(state, outbox, exit);
        }
        grounds_ui(ui, view, exit, outbox);
    });
}

fn costs_ui(ui: &mut Ui, view: &View<'_>, exit: &PlanExit) {
    let language = view.language;
    let mut pair = |label: &str, words: Option<String>| {
        let words = words.unwrap_or_else(|| "–".to_owned());
        pair_ui(ui, words, Type::Table, |ui| {
            text::line(ui, tr(language, label), Type::Table);
        });
    };
    let sum = |sum: Money| money(language, sum);
    let day = |day| date(language, day);
    pair("plan-exit-target-ends", exit.target_ends.map(day));
    pair("plan-exit-esu-cost", exit.esu_cost.map(sum));
    pair("plan-ui-exit-cost", exit.exit_cost.map(sum));
    pair("plan-exit-breaks-even", cheaper_words(language, exit));
}

fn grounds_ui(ui: &mut Ui, view: &View<'_>, exit: &PlanExit, outbox: &mut Outbox) {
    let language = view.language;
    let first = exit.groups.first();
    let place = first.map_or(Place::Organisation, |group| Place::Group(*group));
    // The price stands above already.
    let mut fields = exit.fields.clone();
    fields.retain(|field| *field != Field::Quotes);
    facts_ui(ui, view, &fields, place, &exit.groups);
    ui.add_space(6.0);
    subheading_ui(ui, &tr(language, "plan-ui-column-sources"));
    all_source_chips(ui, &exit.faq, language, outbox);
    let certainty = certainty_words(language, exit.certainty);
    text::muted(ui, certainty, Type::Small);
}
