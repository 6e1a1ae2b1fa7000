//! The order lines with their totals, and what waiting costs.

use eframe::egui::Ui;

use super::ScreensState;
use super::plan::anchor;
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::money::{Currency, Money, PriceBasis};
use crate::domain::plan::{OrderLine, OrderWhen};
use crate::domain::source::FaqId;
use crate::i18n::{self, amount, count, date, money, number, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::table::{Column, Row, Sum, Table};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::short_date;
use crate::ui::{Outbox, PlanPart, View, icons};

/// The one currency of all lines; none when there are several.
fn common_currency(view: &View<'_>) -> Option<Currency> {
    let mut currencies = view
        .plan
        .orders
        .iter()
        .filter_map(|line| line.total.map(|total| total.currency));
    let first = currencies.next()?;
    currencies
        .all(|currency| currency == first)
        .then_some(first)
}

/// Draws the card of the order lines.
pub(super) fn orders_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let orders = &view.plan.orders;
    let response = card_ui(ui, |ui| {
        card_head(ui, &tr(language, "plan-ui-orders"), "", |ui| {
            if orders.is_empty() {
                return;
            }
            let words = tr(language, "plan-ui-copy-table");
            let button = Button::secondary(icons::COPY, &words).small();
            if button
                .show(ui)
                .on_hover_text(tr(language, "plan-ui-copy-table-hint"))
                .clicked()
            {
                outbox.copy = Some(orders_as_tsv(view));
            }
        });
        if orders.is_empty() {
            text::muted(ui, tr(language, "plan-ui-no-orders"), Type::Body);
            return;
        }
        let is_reported = orders.iter().any(|line| {
            line.unit_price
                .as_ref()
                .is_some_and(|price| price.basis == PriceBasis::Press)
        });
        if is_reported {
            reported_ui(ui, view, state, outbox);
        }
        table_ui(ui, view, state, outbox);
        totals_ui(ui, view);
    })
    .response;
    anchor(state, PlanPart::Orders, &response);
}

fn reported_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let theme = Theme::of(ui);
    eframe::egui::Frame::new()
        .fill(theme.warning_ground)
        .corner_radius(6)
        .inner_margin(eframe::egui::Margin::symmetric(10, 4))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let words = tr(view.language, "plan-ui-prices-reported");
                let words = text::rich(ui, words, Type::Table);
                ui.label(words);
                let words = tr(view.language, "plan-ui-enter-quote");
                if Button::quiet("", &words).show(ui).clicked() {
                    state.show_field(crate::domain::field::Place::Organisation, Field::Quotes);
                    outbox.go_to = Some(crate::ui::Screen::Profile);
                }
            });
        });
}

fn columns(view: &View<'_>) -> Vec<Column> {
    let language = view.language;
    let with_currency = |id: String| match common_currency(view) {
        Some(currency) => format!("{id}, {currency}"),
        None => id,
    };
    vec![
        Column::words(tr(language, "plan-ui-column-sku"), 140.0, 1.0),
        Column::words(tr(language, "plan-ui-column-year"), 80.0, 0.0),
        Column::words(tr(language, "plan-ui-column-channel"), 64.0, 0.2),
        Column::numbers(tr(language, "plan-ui-column-quantity"), 60.0),
        Column::numbers(with_currency(tr(language, "plan-ui-column-unit")), 74.0),
        Column::numbers(with_currency(tr(language, "plan-ui-column-total")), 92.0),
        Column::words(tr(language, "plan-ui-column-when"), 92.0, 0.0),
        Column::words(tr(language, "plan-ui-column-sources"), 84.0, 0.2),
    ]
}

fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let columns = columns(view);
    let table = Table {
        salt: "orders",
        name: &tr(view.language, "plan-ui-orders"),
        columns: &columns,
        rows: view.plan.orders.len(),
        row_height: 44.0,
        most_rows: 40,
        selected: state.plan.order,
        is_selectable: true,
        sums: &sums(view),
    };
    let chosen = table.show(ui, |row| {
        if let Some(line) = view.plan.orders.get(row.index) {
            row_ui(row, view, line, outbox);
        }
    });
    if let Some(index) = chosen {
        state.plan.order = if state.plan.order == Some(index) {
            None
        } else {
            Some(index)
        };
        state.plan.ledger = None;
    }
}

/// When a line is ordered, in words.
pub(super) fn when_words(view: &View<'_>, line: &OrderLine) -> String {
    let language = view.language;
    match (line.when, line.order_by) {
        (OrderWhen::Later, Some(day)) => tr_with(
            language,
            "plan-ui-order-by",
            &[("day", short_date(language, day).into())],
        ),
        (OrderWhen::Later, None) => tr(language, "plan-ui-later"),
        (OrderWhen::Now, _) => match line.available_from {
            Some(day) if day > view.as_of => tr_with(
                language,
                "plan-ui-from",
                &[("day", short_date(language, day).into())],
            ),
            _ => tr(language, "plan-ui-now"),
        },
    }
}

fn row_ui(row: &mut Row<'_>, view: &View<'_>, line: &OrderLine, outbox: &mut Outbox) {
    let language = view.language;
    row.name.clone_from(&line.sku_name);
    row.wrapped(&line.sku_name, Type::Table);
    let year = line.year.number().to_string();
    let year = if line.back_year {
        tr_with(language, "plan-ui-back-year", &[("year", year.into())])
    } else {
        year
    };
    row.text(&year, Type::Table, None);
    let channel = i18n::value(language, Field::OrderChannel, line.channel.id());
    row.wrapped(&channel, Type::Table);
    let weight = if row.is_selected {
        Type::TableStrong
    } else {
        Type::Table
    };
    row.text(&number(language, line.quantity), weight, None);
    let muted = Theme::of(row.ui()).muted;
    let shared = common_currency(view).is_some();
    let say = |value: Money| {
        if shared {
            amount(language, value)
        } else {
            money(language, value)
        }
    };
    match &line.unit_price {
        Some(price) => row.text(&say(price.amount), Type::Table, None),
        None => row.text(&tr(language, "plan-ui-no-price"), Type::Table, Some(muted)),
    };
    match line.total {
        Some(total) => row.text(&say(total), Type::Table, None),
        None => row.text("–", Type::Table, Some(muted)),
    };
    row.wrapped(&when_words(view, line), Type::Table);
    row.cell(|ui| {
        let few: Vec<_> = line.trace.faq.iter().take(1).cloned().collect();
        source_chips(ui, &few, language, outbox);
        if line.trace.faq.len() > few.len() {
            let more = format!("+{}", line.trace.faq.len() - few.len());
            text::line(ui, more, Type::Small);
        }
    });
}

/// The sums under the lines: now and later apart where there are both, then all.
fn sums(view: &View<'_>) -> Vec<Sum> {
    const TOTAL_COLUMN: usize = 5;
    let language = view.language;
    let sum = |label: String, sum: Money, is_total| Sum {
        label,
        column: TOTAL_COLUMN,
        words: money(language, sum),
        is_total,
    };
    let now = view.plan.amounts(Some(OrderWhen::Now));
    let later = view.plan.amounts(Some(OrderWhen::Later));
    let mut sums = Vec::new();
    if !now.is_empty() && !later.is_empty() {
        for amount in now {
            sums.push(sum(tr(language, "widget-total-now"), amount, false));
        }
        for amount in later {
            sums.push(sum(tr(language, "widget-total-later"), amount, false));
        }
    }
    for amount in view.plan.amounts(None) {
        sums.push(sum(tr(language, "widget-total"), amount, true));
    }
    sums
}

/// The sums by year and channel, where a year has several lines.
fn totals_ui(ui: &mut Ui, view: &View<'_>) {
    let language = view.language;
    if view.plan.totals.len() == view.plan.orders.len() {
        return;
    }
    text::muted(ui, tr(language, "plan-ui-totals"), Type::SmallMedium);
    for total in &view.plan.totals {
        let channel = i18n::value(language, Field::OrderChannel, total.channel.id());
        let sum = match total.amount {
            Some(sum) => money(language, sum),
            None => tr(language, "plan-ui-no-price"),
        };
        let words = tr_with(
            language,
            "plan-ui-total-line",
            &[
                ("year", total.year.number().to_string().into()),
                ("channel", channel.into()),
                ("count", count(total.quantity)),
                ("sum", sum.into()),
            ],
        );
        text::label(ui, words, Type::Table);
    }
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
    ];
    text.push_str(&heads.join("\t"));
    text.push('\n');
    for line in &view.plan.orders {
        let sources: Vec<&str> = line.trace.faq.iter().map(FaqId::as_str).collect();
        let total = line.total;
        let cells = [
            line.sku_name.clone(),
            line.year.number().to_string(),
            i18n::value(
                language,
                Field::BackYears,
                if line.back_year { "yes" } else { "no" },
            ),
            i18n::value(language, Field::OrderChannel, line.channel.id()),
            line.quantity.to_string(),
            line.unit_price
                .as_ref()
                .map_or_else(String::new, |price| price.amount.decimal()),
            total.map_or_else(String::new, |total| total.decimal()),
            total.map_or_else(String::new, |total| total.currency.to_string()),
            when_words(view, line),
            sources.join(" "),
        ];
        text.push_str(&cells.join("\t"));
        text.push('\n');
    }
    text
}

/// Draws what it costs to put the first purchase off.
pub(super) fn waiting_card_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    let language = view.language;
    if view.plan.waiting.is_empty() {
        return;
    }
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        text::line(ui, tr(language, "plan-ui-waiting"), Type::Heading);
        text::muted(ui, tr(language, "plan-ui-waiting-note"), Type::Table);
        for waiting in &view.plan.waiting {
            text::flow_ui(ui, |ui| {
                let sum: Vec<String> = waiting
                    .amounts
                    .iter()
                    .map(|sum| money(language, *sum))
                    .collect();
                let words = tr_with(
                    language,
                    "plan-ui-waiting-line",
                    &[
                        ("year", waiting.year.number().to_string().into()),
                        ("day", date(language, waiting.from).into()),
                        ("sum", sum.join(" + ").into()),
                        (
                            "count",
                            count(u64::from(waiting.releases_missed.unwrap_or(0))),
                        ),
                    ],
                );
                let words = text::rich(ui, words, Type::Body);
                ui.label(words);
                source_chips(ui, &waiting.trace.faq, language, outbox);
            });
        }
    });
}
