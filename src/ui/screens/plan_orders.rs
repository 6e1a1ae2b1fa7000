//! The order lines.

use eframe::egui::Ui;

use super::ScreensState;
use super::plan::{Chosen, anchor};
use super::plan_copy::ids_words;
use super::plan_totals::{orders_as_tsv, totals_ui};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::money::{Currency, Money, PriceBasis};
use crate::domain::plan::{OrderLine, OrderWhen};
use crate::i18n::{self, amount, count, money, number, short_date, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::price_words::{is_plain, priced_words, span_words, unit_words};
use crate::ui::widgets::table::{Column, Row, Sum, Table};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, PlanPart, View, icons};

/// The one currency of all lines; none when there are several.
fn common_currency(view: &View<'_>) -> Option<Currency> {
    let mut currencies = view.plan.orders.iter().filter_map(|line| {
        let estimate = line.estimate.as_ref().map(|known| known.total);
        line.total.or(estimate).map(|sum| sum.currency)
    });
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
        if let Some(words) = basis_words(view) {
            basis_ui(ui, view, state, &words, outbox);
        }
        table_ui(ui, view, state, outbox);
        totals_ui(ui, view, state);
    })
    .response;
    anchor(state, PlanPart::Orders, &response);
}

/// What has to be said of the prices; none where all of them are official or quoted.
fn basis_words(view: &View<'_>) -> Option<String> {
    let language = view.language;
    let orders = &view.plan.orders;
    let basis = |line: &OrderLine| line.unit_price.as_ref().map(|price| price.basis);
    let unpriced = orders.iter().filter(|line| line.total.is_none()).count();
    let mut words = Vec::new();
    if orders
        .iter()
        .all(|line| basis(line) == Some(PriceBasis::Press))
    {
        words.push(tr(language, "plan-ui-prices-reported"));
    } else if orders.iter().any(|l| basis(l) == Some(PriceBasis::Press)) {
        words.push(tr(language, "plan-ui-prices-partly-reported"));
    }
    if unpriced > 0 {
        let id = if orders.iter().any(|line| line.estimate.is_some()) {
            "plan-ui-prices-unconfirmed"
        } else {
            "plan-ui-prices-missing"
        };
        let unpriced = count(unpriced as u64);
        words.push(tr_with(language, id, &[("count", unpriced)]));
    }
    (!words.is_empty()).then(|| words.join(" "))
}

fn basis_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    words: &str,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    eframe::egui::Frame::new()
        .fill(theme.warning_ground)
        .corner_radius(6)
        .inner_margin(eframe::egui::Margin::symmetric(10, 4))
        .show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let words = text::rich(ui, words, Type::Table);
                ui.label(words);
                let words = tr(view.language, "plan-ui-enter-quote");
                if Button::quiet("", &words).inline().show(ui).clicked() {
                    state.show_field(crate::domain::field::Place::Organisation, Field::Quotes);
                    outbox.go_to = Some(crate::ui::Screen::Profile);
                }
            });
        });
}

/// Whether lines have to say their programme, what is counted or what part of a year is charged.
fn has_notes(view: &View<'_>) -> bool {
    view.has_several() || !view.plan.orders.iter().all(is_plain)
}

/// How the lines are laid out in the room that they have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// Channel and year have columns of their own.
    Plain,
    /// The channel stands under the day, so that notes have room.
    WithNotes,
    /// The year stands under the SKU, too, so that the sums keep their room.
    Narrow,
}

impl Shape {
    fn of(view: &View<'_>, width: f32) -> Self {
        const LEAST_PLAIN: f32 = 690.0;
        const LEAST_WITH_NOTES: f32 = 650.0;
        match has_notes(view) {
            false if width >= LEAST_PLAIN => Self::Plain,
            true if width >= LEAST_WITH_NOTES => Self::WithNotes,
            _ => Self::Narrow,
        }
    }

    /// Whether there is room for the entries, which stand beside a chosen line otherwise.
    fn shows_sources(self, width: f32) -> bool {
        match self {
            Self::Plain => width >= 780.0,
            Self::WithNotes => width >= 760.0,
            Self::Narrow => false,
        }
    }

    /// The column of the sums.
    fn sum_column(self) -> usize {
        match self {
            Self::Plain => 5,
            Self::WithNotes => 4,
            Self::Narrow => 3,
        }
    }
}

fn columns(view: &View<'_>, shape: Shape, width: f32) -> Vec<Column> {
    let language = view.language;
    let with_currency = |id: String| match common_currency(view) {
        Some(currency) => format!("{id}, {currency}"),
        None => id,
    };
    let sku = tr(language, "plan-ui-column-sku");
    let year = tr(language, "plan-ui-column-year");
    let quantity = tr(language, "plan-ui-column-quantity");
    let unit = with_currency(tr(language, "plan-ui-column-unit"));
    let total = with_currency(tr(language, "plan-ui-column-total"));
    let when = tr(language, "plan-ui-column-when");
    let (mut columns, sources) = match shape {
        Shape::Plain => {
            let channel = tr(language, "plan-ui-column-channel");
            let columns = vec![
                Column::words(sku, 140.0, 1.0),
                Column::words(year, 80.0, 0.0),
                Column::words(channel, 64.0, 0.2),
                Column::numbers(quantity, 60.0),
                Column::numbers(unit, 74.0),
                Column::numbers(total, 92.0),
                Column::words(when, 92.0, 0.0),
            ];
            (columns, (84.0, 0.2))
        }
        Shape::WithNotes => {
            let columns = vec![
                Column::words(sku, 130.0, 1.0),
                Column::words(year, 70.0, 0.0),
                Column::numbers(quantity, 96.0),
                Column::numbers(unit, 94.0),
                Column::numbers(total, 98.0),
                Column::words(when, 88.0, 0.3),
            ];
            (columns, (100.0, 0.0))
        }
        Shape::Narrow => {
            let columns = vec![
                Column::words(sku, 144.0, 1.0),
                Column::numbers(quantity, 84.0),
                Column::numbers(unit, 84.0),
                Column::numbers(total, 104.0),
                Column::words(when, 88.0, 0.2),
            ];
            (columns, (0.0, 0.0))
        }
    };
    if shape.shows_sources(width) {
        let (least, part) = sources;
        let head = tr(language, "plan-ui-column-sources");
        columns.push(Column::words(head, least, part));
    }
    columns
}

fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let width = ui.available_width();
    let shape = Shape::of(view, width);
    let columns = columns(view, shape, width);
    let table = Table {
        salt: "orders",
        name: &tr(view.language, "plan-ui-orders"),
        columns: &columns,
        rows: view.plan.orders.len(),
        row_height: if shape == Shape::Plain { 44.0 } else { 76.0 },
        most_rows: 40,
        selected: state.plan.order,
        is_selectable: true,
        sums: &sums(view, shape.sum_column()),
    };
    let chosen = table.show(ui, |row| {
        if let Some(line) = view.plan.orders.get(row.index) {
            row_ui(row, view, line, shape);
            if shape.shows_sources(width) {
                sources_ui(row, view, line, outbox);
            }
        }
    });
    if let Some(index) = chosen {
        state.plan.choose(Chosen::Order(index));
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
        // What is charged while it runs goes on by itself.
        (OrderWhen::Later, None) => tr_with(
            language,
            "plan-ui-goes-on",
            &[("day", short_date(language, line.starts_on).into())],
        ),
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

/// The year of a line, and whether it is over or billed back.
fn year_words(view: &View<'_>, line: &OrderLine) -> String {
    let year = line.year.number().to_string();
    let id = if line.back_year {
        "plan-ui-back-year"
    } else if line.back_charge {
        "plan-ui-back-charge"
    } else {
        return year;
    };
    tr_with(view.language, id, &[("year", year.into())])
}

fn row_ui(row: &mut Row<'_>, view: &View<'_>, line: &OrderLine, shape: Shape) {
    let language = view.language;
    row.name.clone_from(&line.sku_name);
    let tag = view.tag(line.programme).unwrap_or_default();
    let span = span_words(language, line.span).unwrap_or_default();
    if shape == Shape::Narrow {
        let year = tr(language, "plan-ui-column-year");
        let year = format!("{year} {}", year_words(view, line));
        let parts = [year.as_str(), span.as_str(), tag];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let note = parts.collect::<Vec<_>>().join(", ");
        row.noted(&line.sku_name, Type::Table, None, &note);
    } else {
        row.noted(&line.sku_name, Type::Table, None, tag);
        row.noted(&year_words(view, line), Type::Table, None, &span);
    }
    let channel = i18n::value(language, Field::OrderChannel, line.channel.id());
    if shape == Shape::Plain {
        row.wrapped(&channel, Type::Table);
    }
    let weight = if row.is_selected {
        Type::TableStrong
    } else {
        Type::Table
    };
    let unit = unit_words(language, line.unit, line.quantity).unwrap_or_default();
    row.noted(&number(language, line.quantity), weight, None, &unit);
    price_cells(row, view, line);
    let when = when_words(view, line);
    if shape == Shape::Plain {
        row.wrapped(&when, Type::Table);
    } else {
        row.noted(&when, Type::Table, None, &channel);
    }
}

/// The first entry of a line and how many more there are.
fn sources_ui(row: &mut Row<'_>, view: &View<'_>, line: &OrderLine, outbox: &mut Outbox) {
    row.cell_saying(&ids_words(&line.trace.faq), |ui| {
        let few: Vec<_> = line.trace.faq.iter().take(1).cloned().collect();
        source_chips(ui, &few, view.language, outbox);
        if line.trace.faq.len() > few.len() {
            let more = format!("+{}", line.trace.faq.len() - few.len());
            text::line(ui, more, Type::Small);
        }
    });
}

/// The price with what it is for, and what the line costs; at a price that no source confirms both
/// are muted and say so.
fn price_cells(row: &mut Row<'_>, view: &View<'_>, line: &OrderLine) {
    let language = view.language;
    let muted = Theme::of(row.ui()).muted;
    let shared = common_currency(view);
    let say = |value: Money| {
        if shared == Some(value.currency) {
            amount(language, value)
        } else {
            money(language, value)
        }
    };
    let priced = if is_plain(line) {
        String::new()
    } else {
        priced_words(language, line.unit, line.priced_per, line.priced_for)
    };
    match (&line.unit_price, &line.estimate) {
        (Some(price), _) => row.noted(&say(price.amount), Type::Table, None, &priced),
        (None, Some(estimate)) => {
            let price = say(estimate.unit_price.amount);
            row.noted(&price, Type::Table, Some(muted), &priced)
        }
        (None, None) => row.text(&tr(language, "plan-ui-no-price"), Type::Table, Some(muted)),
    };
    match (line.total, &line.estimate) {
        (Some(total), _) => row.text(&say(total), Type::Table, None),
        (None, Some(estimate)) => {
            let about = ("sum", say(estimate.total).into());
            let about = tr_with(language, "plan-ui-about", &[about]);
            let unconfirmed = tr(language, "plan-ui-unconfirmed");
            row.noted(&about, Type::Table, Some(muted), &unconfirmed)
        }
        (None, None) => row.text("–", Type::Table, Some(muted)),
    };
}

/// The sums under the lines: now and later apart where there are both, then all.
fn sums(view: &View<'_>, column: usize) -> Vec<Sum> {
    let language = view.language;
    let sum = |label: String, sum: Money, is_total| Sum {
        label,
        column,
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
