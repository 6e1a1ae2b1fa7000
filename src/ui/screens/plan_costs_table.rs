//! The costs as a table, on the screen and for a spreadsheet.

use eframe::egui::Ui;

use super::ScreensState;
use super::plan::Chosen;
use super::plan_costs::{seller_words, standing_words, year_words};
use super::plan_costs_data::{Costs, Piece, Standing};
use super::plan_why::Why;
use crate::domain::money::Money;
use crate::i18n::{money, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::table::{Column, Sum, Table};
use crate::ui::widgets::text::Type;
use crate::ui::{View, tsv};

/// The same numbers in a table.
pub(super) fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, costs: &Costs) {
    let language = view.language;
    let pieces: Vec<&Piece> = costs.pieces().collect();
    let columns = [
        Column::words(tr(language, "plan-ui-column-year"), 80.0, 0.0),
        Column::words(tr(language, "plan-ui-column-channel"), 160.0, 1.0),
        Column::words(tr(language, "plan-ui-column-when"), 140.0, 0.3),
        Column::numbers(tr(language, "plan-ui-column-total"), 170.0),
    ];
    let sums: Vec<Sum> = costs
        .currencies
        .iter()
        .map(|currency| {
            let (now, later) = (currency.sum(Standing::Now), currency.sum(Standing::Later));
            let all = Money {
                minor_units: now.minor_units.saturating_add(later.minor_units),
                ..now
            };
            Sum {
                label: tr(language, "widget-total"),
                column: 3,
                words: money(language, all),
                is_total: true,
            }
        })
        .collect();
    let selected = pieces
        .iter()
        .position(|piece| state.plan.is_why(&Why::Cost(piece.key)));
    let table = Table {
        salt: "costs",
        name: &tr(language, "plan-screen-costs"),
        columns: &columns,
        rows: pieces.len(),
        row_height: 30.0,
        most_rows: 40,
        selected,
        is_selectable: true,
        sums: &sums,
    };
    let chosen = table.show(ui, |row| {
        let Some(piece) = pieces.get(row.index) else {
            return;
        };
        let year = year_words(view, piece.key.year, piece.key.by_calendar);
        let seller = seller_words(view, piece.key);
        row.name = format!("{year}, {seller}");
        row.text(&year, Type::Table, None);
        row.text(&seller, Type::Table, None);
        row.text(&standing_words(view, piece.key.standing), Type::Table, None);
        let muted = Theme::of(row.ui()).muted;
        let is_sure = piece.key.standing != Standing::Estimate;
        let ink = (!is_sure).then_some(muted);
        row.text(&sum_words(view, piece), Type::Table, ink);
    });
    if let Some(piece) = chosen.and_then(|index| pieces.get(index)) {
        state.plan.choose(Chosen::Why(Why::Cost(piece.key)));
    }
}

fn sum_words(view: &View<'_>, piece: &Piece) -> String {
    let sum = money(view.language, piece.amount());
    match piece.key.standing {
        Standing::Estimate => tr_with(view.language, "plan-ui-about", &[("sum", sum.into())]),
        Standing::Now | Standing::Later => sum,
    }
}

/// The table for a spreadsheet; numbers without grouping.
pub(super) fn as_tsv(view: &View<'_>, costs: &Costs) -> String {
    let language = view.language;
    let heads = [
        tr(language, "plan-ui-column-year"),
        tr(language, "plan-ui-column-channel"),
        tr(language, "plan-ui-column-when"),
        tr(language, "plan-ui-column-total"),
        tr(language, "plan-ui-currency"),
    ];
    let mut text = String::new();
    tsv::push_row(&mut text, heads);
    for piece in costs.pieces() {
        let cells = [
            piece.key.year.to_string(),
            seller_words(view, piece.key),
            standing_words(view, piece.key.standing),
            tsv::amount(language, piece.amount()),
            piece.key.currency.to_string(),
        ];
        tsv::push_row(&mut text, cells);
    }
    text
}
