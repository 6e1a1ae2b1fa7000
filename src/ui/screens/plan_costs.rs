//! What the plan costs by year and channel, as a chart with its words and as a table.

use eframe::egui::{Align2, Rangef, Rect, Role, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::ScreensState;
use super::faq::filter_ui;
use super::frame::subheading_ui;
use super::plan::Chosen;
use super::plan_costs_data::{CostBar, CostKey, Costs, CurrencyCosts, Piece, Standing};
use super::plan_costs_draw::{legend_ui, piece_ui, words_on_ui};
use super::plan_costs_table::{as_tsv, table_ui};
use super::plan_why::Why;
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Place};
use crate::domain::money::Money;
use crate::i18n::{self, amount, count, money, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::roving::roving_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, Screen, View, icons};

const ROW_HEIGHT: f32 = 34.0;
const BAR_HEIGHT: f32 = 22.0;
const LABEL_WIDTH: f32 = 84.0;
const VALUE_WIDTH: f32 = 168.0;

/// What the card remembers between frames.
#[derive(Debug, Default)]
pub(super) struct CostsState {
    /// Whether the same numbers stand in a table.
    as_table: bool,
    /// Whether years are those of the calendar; with several programmes they always are.
    by_calendar: bool,
}

/// Draws the card; none while there is nothing to order.
pub(super) fn costs_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    if view.plan.orders.is_empty() {
        return;
    }
    let language = view.language;
    // Programmes count their years from different days.
    let by_calendar = view.has_several() || state.plan.costs.by_calendar;
    let costs = Costs::of(view, by_calendar);
    let has_prices = !costs.currencies.is_empty();
    card_ui(ui, |ui| {
        card_head(ui, &tr(language, "plan-screen-costs"), "", |ui| {
            if has_prices {
                head_ui(ui, view, state, &costs, outbox);
            }
        });
        if has_prices {
            let words = if by_calendar {
                "plan-screen-costs-by-calendar"
            } else {
                "plan-screen-costs-by-coverage"
            };
            text::muted(ui, tr(language, words), Type::Table);
        }
        unpriced_ui(ui, view, state, &costs, outbox);
        if has_prices && state.plan.costs.as_table {
            table_ui(ui, view, state, &costs);
        } else if has_prices {
            chart_ui(ui, view, state, &costs);
            legend_ui(ui, view, &costs);
        }
    });
}

fn head_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    costs: &Costs,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let own = &mut state.plan.costs;
    let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 4.0);
    if !view.has_several() {
        for (by_calendar, id) in [
            (false, "plan-screen-coverage-years"),
            (true, "plan-screen-calendar-years"),
        ] {
            if filter_ui(ui, &tr(language, id), own.by_calendar == by_calendar) {
                own.by_calendar = by_calendar;
            }
        }
        ui.add_space(8.0);
    }
    for (as_table, id) in [
        (false, "plan-screen-as-chart"),
        (true, "plan-screen-as-table"),
    ] {
        if filter_ui(ui, &tr(language, id), own.as_table == as_table) {
            own.as_table = as_table;
        }
    }
    ui.add_space(4.0);
    ui.spacing_mut().item_spacing.x = spacing;
    let words = tr(language, "plan-ui-copy-table");
    let name = tr(language, "plan-screen-copy-costs");
    let button = Button::secondary(icons::COPY, &words).named(&name).small();
    if button.show(ui).clicked() {
        outbox.copy = Some(as_tsv(view, costs));
    }
}

/// Says what has no price and leads to where one is entered.
fn unpriced_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    costs: &Costs,
    outbox: &mut Outbox,
) {
    if costs.unpriced == 0 {
        return;
    }
    let language = view.language;
    let id = if costs.currencies.is_empty() {
        "plan-screen-costs-unknown"
    } else {
        "plan-screen-costs-partly-unknown"
    };
    let words = tr_with(language, id, &[("count", count(costs.unpriced as u64))]);
    text::flow_ui(ui, |ui| {
        let words = text::rich(ui, words, Type::Body);
        ui.label(words);
        let words = tr(language, "plan-ui-enter-quote");
        let name = tr(language, "plan-screen-enter-missing-quote");
        if Button::quiet("", &words)
            .named(&name)
            .inline()
            .show(ui)
            .clicked()
        {
            let mut lines = view.plan.orders.iter();
            let line = lines.find(|line| line.total.is_none() && line.estimate.is_none());
            match line {
                Some(line) => state.show_quote(&line.sku),
                None => state.show_field(Place::Organisation, Field::Quotes),
            }
            outbox.go_to = Some(Screen::Profile);
        }
    });
}

/// A year as the chart names it.
pub(super) fn year_words(view: &View<'_>, year: i32, by_calendar: bool) -> String {
    if by_calendar {
        return year.to_string();
    }
    tr_with(
        view.language,
        "widget-year",
        &[("year", year.to_string().into())],
    )
}

/// Who sells, with the programme where there are several.
pub(super) fn seller_words(view: &View<'_>, key: CostKey) -> String {
    let channel = i18n::value(view.language, Field::OrderChannel, key.channel.id());
    view.tagged(key.programme, &channel)
}

pub(super) fn standing_words(view: &View<'_>, standing: Standing) -> String {
    tr(
        view.language,
        match standing {
            Standing::Now => "plan-screen-cost-now",
            Standing::Later => "plan-screen-cost-later",
            Standing::Estimate => "plan-screen-cost-estimate",
        },
    )
}

/// A part of a bar as a sentence: `Year 2, CSP, ordered now: 29,000.00 USD`.
pub(super) fn piece_words(view: &View<'_>, key: CostKey, sum: Money) -> String {
    tr_with(
        view.language,
        "plan-screen-cost-spoken",
        &[
            ("year", year_words(view, key.year, key.by_calendar).into()),
            ("seller", seller_words(view, key).into()),
            ("standing", standing_words(view, key.standing).into()),
            ("sum", money(view.language, sum).into()),
        ],
    )
}

#[expect(clippy::cast_precision_loss, reason = "a length on the screen")]
fn share(part: i128, whole: i128) -> f32 {
    part as f32 / whole.max(1) as f32
}

fn chart_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, costs: &Costs) {
    for currency in &costs.currencies {
        if costs.currencies.len() > 1 {
            subheading_ui(ui, currency.currency.code());
        }
        currency_ui(ui, view, state, costs, currency);
    }
}

fn currency_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    costs: &Costs,
    currency: &CurrencyCosts,
) {
    let theme = Theme::of(ui);
    let rows = f32::from(u8::try_from(currency.bars.len()).unwrap_or(u8::MAX));
    let size = vec2(ui.available_width(), ROW_HEIGHT * rows);
    let (_, area) = ui.allocate_space(size);
    let lane = Rangef::new(
        area.left() + LABEL_WIDTH,
        (area.right() - VALUE_WIDTH).max(area.left() + LABEL_WIDTH + 40.0),
    );
    let longest = currency.longest();
    let mut pieces: Vec<(&Piece, Rect)> = Vec::new();
    let mut top = area.top();
    for bar in &currency.bars {
        let row = Rect::from_x_y_ranges(area.x_range(), top..=top + ROW_HEIGHT);
        bar_places(bar, row, lane, longest, &mut pieces);
        bar_words_ui(ui, view, bar, currency, row);
        top += ROW_HEIGHT;
    }
    let places: Vec<Rect> = pieces.iter().map(|(_, place)| *place).collect();
    let salt = format!("costs-{}", currency.currency);
    let responses = roving_ui(ui, &salt, &places);
    for ((piece, place), response) in pieces.into_iter().zip(responses) {
        let said = piece_words(view, piece.key, piece.amount());
        let is_chosen = state.plan.is_why(&Why::Cost(piece.key));
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &said));
        let tone = theme.series(costs.series_of(piece.key));
        let painter = ui.painter();
        piece_ui(painter, theme, piece.key.standing, tone, place);
        let standing = standing_words(view, piece.key.standing);
        let seller = seller_words(view, piece.key);
        let words = if costs.series.len() > 1 {
            vec![format!("{seller} · {standing}"), seller, standing]
        } else {
            vec![standing]
        };
        words_on_ui(painter, theme, piece.key.standing, tone, place, words);
        if response.has_focus() || is_chosen {
            let ring = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(place.expand(2.0), 4.0, ring, StrokeKind::Inside);
        }
        if response.clicked() {
            state.plan.choose(Chosen::Why(Why::Cost(piece.key)));
        }
        response.on_hover_text(said);
    }
    totals_ui(ui, view, state, currency);
}

/// Lays the parts of a bar beside each other; what is in no sum stands apart.
fn bar_places<'a>(
    bar: &'a CostBar,
    row: Rect,
    lane: Rangef,
    longest: i128,
    pieces: &mut Vec<(&'a Piece, Rect)>,
) {
    const LEAST: f32 = 3.0;
    const APART: f32 = 6.0;
    // What is too small to be seen is drawn a little larger, so some room is kept.
    let room = lane.span() - APART - LEAST * f32::from(u8::try_from(bar.pieces.len()).unwrap_or(9));
    let y = Rangef::new(
        row.center().y - BAR_HEIGHT / 2.0,
        row.center().y + BAR_HEIGHT / 2.0,
    );
    let mut left = lane.min;
    for piece in &bar.pieces {
        let width = LEAST + room * share(piece.minor_units, longest);
        if piece.key.standing == Standing::Estimate && left > lane.min {
            left += APART;
        }
        pieces.push((piece, Rect::from_x_y_ranges(left..=left + width - 1.0, y)));
        left += width;
    }
}

/// The year before a bar, and its sum after it.
fn bar_words_ui(ui: &Ui, view: &View<'_>, bar: &CostBar, currency: &CurrencyCosts, row: Rect) {
    let theme = Theme::of(ui);
    let language = view.language;
    let painter = ui.painter();
    let by_calendar = bar.pieces.iter().any(|piece| piece.key.by_calendar);
    painter.text(
        row.left_center(),
        Align2::LEFT_CENTER,
        year_words(view, bar.year, by_calendar),
        Type::Table.font(),
        theme.text,
    );
    let of = |minor_units| Money {
        minor_units,
        currency: currency.currency,
    };
    let (sum, estimate) = (bar.sum(false), bar.sum(true));
    let about = tr_with(
        language,
        "plan-ui-about",
        &[("sum", amount(language, of(estimate)).into())],
    );
    let (main, below) = match (sum > 0, estimate > 0) {
        (false, true) => (String::new(), about),
        (_, true) => (money(language, of(sum)), about),
        (_, false) => (money(language, of(sum)), String::new()),
    };
    let mut middle = row.center().y;
    if !main.is_empty() && !below.is_empty() {
        middle -= 7.0;
    }
    if !main.is_empty() {
        let at = pos2(row.right(), middle);
        let font = Type::TableStrong.font();
        painter.text(at, Align2::RIGHT_CENTER, main, font, theme.text);
        middle += 14.0;
    }
    if !below.is_empty() {
        let at = pos2(row.right(), middle);
        let font = Type::Small.font();
        painter.text(at, Align2::RIGHT_CENTER, below, font, theme.muted);
    }
}

/// The sums of a currency, which tell why when clicked.
fn totals_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, currency: &CurrencyCosts) {
    let language = view.language;
    let theme = Theme::of(ui);
    let (now, later) = (currency.sum(Standing::Now), currency.sum(Standing::Later));
    let all = Money {
        minor_units: now.minor_units.saturating_add(later.minor_units),
        ..now
    };
    if all.minor_units == 0 {
        return;
    }
    hairline(ui);
    let (_, row) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    let responses = roving_ui(ui, &format!("cost-total-{}", currency.currency), &[row]);
    let why = Why::Total(currency.currency);
    let is_chosen = state.plan.is_why(&why);
    let mut parts = Vec::new();
    if now.minor_units > 0 && later.minor_units > 0 {
        for (sum, id) in [
            (now, "plan-screen-total-now"),
            (later, "plan-screen-total-later"),
        ] {
            let sum = amount(language, sum);
            parts.push(tr_with(language, id, &[("sum", sum.into())]));
        }
    }
    let parts = parts.join(" · ");
    let total = money(language, all);
    for response in responses {
        let said = [tr(language, "widget-total"), total.clone(), parts.clone()];
        let said = said.iter().filter(|part| !part.is_empty());
        let said = said.cloned().collect::<Vec<_>>().join(", ");
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, &said));
        if is_chosen {
            let ground = row.expand2(vec2(8.0, 0.0));
            ui.painter().rect_filled(ground, 0.0, theme.accent_soft);
        } else if response.hovered() {
            let ground = row.expand2(vec2(8.0, 0.0));
            ui.painter().rect_filled(ground, 0.0, theme.sunken);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            let place = row.expand2(vec2(8.0, 0.0));
            ui.painter()
                .rect_stroke(place, 4.0, ring, StrokeKind::Inside);
        }
        if response.clicked() {
            state
                .plan
                .choose(Chosen::Why(Why::Total(currency.currency)));
        }
    }
    let painter = ui.painter();
    let font = Type::TableStrong.font();
    let label = tr(language, "widget-total");
    painter.text(
        row.left_center(),
        Align2::LEFT_CENTER,
        label,
        font.clone(),
        theme.text,
    );
    let right = painter.text(
        row.right_center(),
        Align2::RIGHT_CENTER,
        total,
        font,
        theme.text,
    );
    let at = pos2(row.left() + LABEL_WIDTH, row.center().y);
    if at.x < right.left() {
        let font = Type::Small.font();
        painter.text(at, Align2::LEFT_CENTER, parts, font, theme.muted);
    }
}
