//! The sums of the order lines, the lines as a table for a spreadsheet, and what waiting costs.

use eframe::egui::Ui;

use super::ScreensState;
use super::plan::Chosen;
use super::plan_costs_data::{CostKey, key_of};
use super::plan_orders::when_words;
use super::plan_why::Why;
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::money::Money;
use crate::domain::plan::{OrderLine, OrderWhen, Total, Waiting};
use crate::domain::programme::Unit;
use crate::domain::source::FaqId;
use crate::i18n::{self, count, date, money, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::price_words::{priced_words, quantity_words, span_words};
use crate::ui::widgets::table::{Column, Row, Table, copy_button_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, tsv};

/// The sums by programme, year and channel, where they say more than the lines.
pub(super) fn totals_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let language = view.language;
    let totals = &view.plan.totals;
    if totals.len() == view.plan.orders.len() && !view.has_several() {
        return;
    }
    ui.add_space(8.0);
    let title = tr(language, "plan-ui-totals");
    if view.has_several() {
        card_head(ui, &title, "", |ui| {
            copy_button_ui(ui, language, "totals", &title);
        });
        totals_table_ui(ui, view, state);
        return;
    }
    text::muted(ui, title, Type::SmallMedium);
    for total in totals {
        let channel = i18n::value(language, Field::OrderChannel, total.channel.id());
        let words = tr_with(
            language,
            "plan-ui-total-line",
            &[
                ("year", total.year.number().to_string().into()),
                ("channel", channel.into()),
                ("quantity", total_quantity(view, total).into()),
                ("sum", total_sum(view, total).into()),
            ],
        );
        text::label(ui, words, Type::Table);
    }
}

/// How many of what a sum stands for; its lines count the same.
fn total_quantity(view: &View<'_>, total: &Total) -> String {
    let mut lines = view.plan.orders.iter();
    let line = lines.find(|line| is_in(line, total));
    let unit = line.map_or(Unit::Device, |line| line.unit);
    quantity_words(view.language, unit, total.quantity)
}

fn total_sum(view: &View<'_>, total: &Total) -> String {
    match total.amount {
        Some(sum) => money(view.language, sum),
        None => tr(view.language, "plan-ui-no-price"),
    }
}

/// The sums of several programmes, each programme's together.
fn totals_table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    /// Under this width names take two lines, so that the sums keep their room.
    const LEAST_ON_ONE_LINE: f32 = 720.0;
    let language = view.language;
    let mut totals: Vec<&Total> = view.plan.totals.iter().collect();
    totals.sort_by_key(|total| (total.programme, total.year, total.when));
    let is_narrow = ui.available_width() < LEAST_ON_ONE_LINE;
    let [programme, year, channel, when, quantity, sum] = if is_narrow {
        [112.0, 36.0, 96.0, 56.0, 90.0, 112.0]
    } else {
        [150.0, 44.0, 150.0, 64.0, 120.0, 120.0]
    };
    let columns = [
        Column::words(tr(language, "plan-programme"), programme, 1.0),
        Column::words(tr(language, "plan-ui-column-year"), year, 0.0),
        Column::words(tr(language, "plan-ui-column-channel"), channel, 0.5),
        Column::words(tr(language, "plan-ui-column-when"), when, 0.0),
        Column::numbers(tr(language, "plan-ui-column-quantity"), quantity),
        Column::numbers(tr(language, "plan-ui-column-total"), sum),
    ];
    let table = Table {
        salt: "totals",
        name: &tr(language, "plan-ui-totals"),
        columns: &columns,
        rows: totals.len(),
        row_height: if is_narrow { 40.0 } else { 28.0 },
        most_rows: 40,
        selected: totals.iter().position(|total| {
            let key = cost_key(view, total);
            key.is_some_and(|key| state.plan.is_why(&Why::Cost(key)))
        }),
        is_selectable: true,
        sums: &[],
    };
    let chosen = table.show(ui, |row| {
        let Some(total) = totals.get(row.index) else {
            return;
        };
        let name = view.tag(total.programme).unwrap_or_default().to_owned();
        let year = total.year.number().to_string();
        let channel = i18n::value(language, Field::OrderChannel, total.channel.id());
        let when = match total.when {
            OrderWhen::Now => tr(language, "plan-ui-now"),
            OrderWhen::Later => tr(language, "plan-ui-later"),
        };
        let muted = Theme::of(row.ui()).muted;
        let ink = total.amount.is_none().then_some(muted);
        row.name = format!("{name} {year}");
        let words = |row: &mut Row<'_>, words: &str| {
            if is_narrow {
                row.wrapped(words, Type::Table)
            } else {
                row.text(words, Type::Table, None)
            }
        };
        words(row, &name);
        row.text(&year, Type::Table, None);
        words(row, &channel);
        row.text(&when, Type::Table, None);
        row.text(&total_quantity(view, total), Type::Table, None);
        row.text(&total_sum(view, total), Type::Table, ink);
    });
    let total = chosen.and_then(|index| totals.get(index));
    if let Some(total) = total {
        let mut orders = view.plan.orders.iter();
        let line = orders.position(|line| is_in(line, total));
        match (cost_key(view, total), line) {
            (Some(key), _) => state.plan.choose(Chosen::Why(Why::Cost(key))),
            // Without any price the line itself says why it stands there.
            (None, Some(line)) => state.plan.choose(Chosen::Order(line)),
            (None, None) => {}
        }
    }
}

/// The part of the costs that a sum stands for; none where nothing in it has a price.
fn cost_key(view: &View<'_>, total: &Total) -> Option<CostKey> {
    let mut lines = view.plan.orders.iter();
    lines.find_map(|line| {
        let (key, _) = key_of(view, line, false)?;
        is_in(line, total).then_some(key)
    })
}

fn is_in(line: &OrderLine, total: &Total) -> bool {
    (line.programme, line.channel, line.year, line.when)
        == (total.programme, total.channel, total.year, total.when)
}

/// The order lines as a table for a spreadsheet; numbers without grouping.
pub(super) fn orders_as_tsv(view: &View<'_>) -> String {
    let mut text = String::new();
    let language = view.language;
    let heads = [
        tr(language, "plan-ui-column-sku"),
        tr(language, "plan-ui-column-year"),
        tr(language, "plan-ui-back-year-head"),
        tr(language, "plan-ui-column-channel"),
        tr(language, "plan-ui-column-quantity"),
        tr(language, "plan-ui-column-unit"),
        tr(language, "plan-ui-column-total"),
        tr(language, "plan-ui-currency"),
        tr(language, "plan-ui-column-when"),
        tr(language, "plan-ui-column-sources"),
        tr(language, "plan-programme"),
        tr(language, "plan-ui-column-counted"),
        tr(language, "plan-ui-column-priced"),
        tr(language, "plan-ui-column-charged"),
        tr(language, "plan-ui-column-back-charge"),
        tr(language, "plan-ui-column-unconfirmed"),
    ];
    tsv::push_row(&mut text, heads);
    let amount = |money: Money| tsv::amount(language, money);
    let yes_no = |yes| {
        let id = if yes { "yes" } else { "no" };
        i18n::value(language, Field::BackYears, id)
    };
    for line in &view.plan.orders {
        let sources: Vec<&str> = line.trace.faq.iter().map(FaqId::as_str).collect();
        let total = line.total;
        let programme = view.programme_at(line.programme);
        let estimate = line.estimate.as_ref();
        let cells = [
            line.sku_name.clone(),
            line.year.number().to_string(),
            yes_no(line.back_year),
            i18n::value(language, Field::OrderChannel, line.channel.id()),
            line.quantity.to_string(),
            line.unit_price
                .as_ref()
                .map_or_else(String::new, |price| amount(price.amount)),
            total.map_or_else(String::new, amount),
            total.map_or_else(String::new, |total| total.currency.to_string()),
            when_words(view, line),
            sources.join(" "),
            programme.map_or_else(String::new, |known| {
                known.base.short_name.get(language).to_owned()
            }),
            quantity_words(language, line.unit, line.quantity),
            priced_words(language, line.unit, line.priced_per, line.priced_for),
            span_words(language, line.span).unwrap_or_default(),
            yes_no(line.back_charge),
            estimate.map_or_else(String::new, |known| amount(known.total)),
        ];
        tsv::push_row(&mut text, cells);
    }
    text
}

fn waiting_words(view: &View<'_>, waiting: &Waiting) -> String {
    let language = view.language;
    let sums = waiting.amounts.iter();
    let sums: Vec<String> = sums.map(|sum| money(language, *sum)).collect();
    let sum = if sums.is_empty() {
        tr(language, "plan-ui-price-unknown")
    } else {
        sums.join(" + ")
    };
    let year = ("year", waiting.year.number().to_string().into());
    let day = ("day", date(language, waiting.from).into());
    let sum = ("sum", sum.into());
    match waiting.releases_missed {
        Some(missed) => {
            let missed = ("count", count(u64::from(missed)));
            tr_with(language, "plan-ui-waiting-line", &[year, day, sum, missed])
        }
        None => tr_with(language, "plan-ui-waiting-line-short", &[year, day, sum]),
    }
}

/// Draws what it costs to put the first purchase off.
pub(super) fn waiting_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    if view.plan.waiting.is_empty() {
        return;
    }
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        text::line(ui, tr(language, "plan-ui-waiting"), Type::Heading);
        text::muted(ui, tr(language, "plan-ui-waiting-note"), Type::Table);
        for (index, waiting) in view.plan.waiting.iter().enumerate() {
            text::flow_ui(ui, |ui| {
                let words = view.tagged(waiting.programme, &waiting_words(view, waiting));
                let why = tr(language, "plan-ui-why-title");
                let name = format!("{why} {words}");
                let words = text::rich(ui, words, Type::Body);
                ui.label(words);
                source_chips(ui, &waiting.trace.faq, language, outbox);
                if Button::quiet("", &why)
                    .named(&name)
                    .inline()
                    .show(ui)
                    .clicked()
                {
                    state.plan.choose(Chosen::Why(Why::Waiting(index)));
                }
            });
        }
    });
}
