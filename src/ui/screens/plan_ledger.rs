//! The ledger group by group, and the calendar.

use eframe::egui::Ui;

use super::ScreensState;
use super::faq::filter_ui;
use super::plan::{Chosen, anchor};
use super::plan_copy::{copy_calendar_ui, ids_words, shown_days};
use crate::domain::plan::CalendarEntry;
use crate::i18n::{count, number, say, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::lazy::lazy_ui;
use crate::ui::widgets::ledger_bar::verdict_square;
use crate::ui::widgets::table::{Column, Row, Table, copy_button_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{decisive_words, group_name, short_date, verdict_word};
use crate::ui::{Outbox, PlanPart, View};

/// Under this width rows of several programmes leave out their entries.
const LEAST_WITH_SOURCES: f32 = 740.0;

/// Draws what becomes of each group.
pub(super) fn ledger_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let ledger = &view.plan.ledger;
    let response = card_ui(ui, |ui| {
        let note = tr_with(
            language,
            "plan-ui-ledger-note",
            &[("count", count(view.plan.endpoints))],
        );
        let title = tr(language, "plan-ui-ledger");
        card_head(ui, &title, &note, |ui| {
            copy_button_ui(ui, language, "ledger", &title);
        });
        if ledger.is_empty() {
            text::muted(ui, tr(language, "profile-no-groups"), Type::Body);
            return;
        }
        // The names of programmes and the longer ids of their entries want more room.
        let (group, sources) = if view.has_several() {
            (152.0, 146.0)
        } else {
            (110.0, 126.0)
        };
        let mut columns = vec![
            Column::words(tr(language, "profile-column-group"), group, 0.6),
            Column::numbers(tr(language, "plan-ui-column-endpoints"), 84.0),
            Column::words(tr(language, "plan-ui-column-verdict"), 132.0, 0.2),
            Column::words(tr(language, "plan-ui-column-reason"), 160.0, 2.0),
            Column::words(tr(language, "plan-ui-column-sources"), sources, 0.2),
        ];
        if view.has_several() && ui.available_width() < LEAST_WITH_SOURCES {
            // They stand beside a chosen row.
            columns.pop();
        }
        let table = Table {
            salt: "ledger",
            name: &tr(language, "plan-ui-ledger"),
            columns: &columns,
            rows: ledger.len(),
            row_height: if view.has_several() { 54.0 } else { 44.0 },
            most_rows: 10,
            selected: state.plan.ledger,
            is_selectable: true,
            sums: &[],
        };
        let chosen = table.show(ui, |row| ledger_row_ui(row, view, &columns, outbox));
        if let Some(index) = chosen {
            state.plan.choose(Chosen::Ledger(index));
        }
    })
    .response;
    anchor(state, PlanPart::Ledger, &response);
}

fn ledger_row_ui(row: &mut Row<'_>, view: &View<'_>, columns: &[Column], outbox: &mut Outbox) {
    let language = view.language;
    let Some(line) = view.plan.ledger.get(row.index) else {
        return;
    };
    row.name = group_name(view, line.group);
    let name = row.name.clone();
    match view.tag(line.programme) {
        Some(tag) => row.noted(&name, Type::Table, None, tag),
        None => row.text(&name, Type::Table, None),
    };
    row.text(&number(language, line.endpoints), Type::Table, None);
    let verdict = verdict_word(language, line.verdict);
    row.cell_saying(&verdict, |ui| {
        verdict_square(ui, line.verdict);
        text::line(ui, &verdict, Type::Table);
    });
    row.wrapped(&decisive_words(view, &line.trace), Type::Table);
    if columns.len() < 5 {
        return;
    }
    row.cell_saying(&ids_words(&line.trace.faq), |ui| {
        let few: Vec<_> = line.trace.faq.iter().take(2).cloned().collect();
        source_chips(ui, &few, language, outbox);
    });
}

/// Draws the days to keep.
pub(super) fn calendar_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let response = card_ui(ui, |ui| {
        let upcoming = !state.plan.shows_past;
        card_head(ui, &tr(language, "plan-ui-calendar"), "", |ui| {
            copy_calendar_ui(ui, view, state, outbox);
            ui.spacing_mut().item_spacing.x = 4.0;
            let words = tr(language, "plan-ui-calendar-upcoming");
            if filter_ui(ui, &words, upcoming) {
                state.plan.shows_past = false;
            }
            let words = tr(language, "plan-ui-calendar-all");
            if filter_ui(ui, &words, !upcoming) {
                state.plan.shows_past = true;
            }
        });
        let mut releases = state.plan.shows_releases;
        let words = tr(language, "plan-ui-calendar-releases");
        let words = text::rich(ui, words, Type::Table);
        if ui.checkbox(&mut releases, words).changed() {
            state.plan.shows_releases = releases;
        }
        let entries = shown_days(view, state);
        if entries.is_empty() {
            text::muted(ui, tr(language, "plan-ui-calendar-empty"), Type::Body);
        }
        let version = state.derived.page_version(language);
        for (position, entry) in entries.into_iter().enumerate() {
            if position > 0 {
                hairline(ui);
            }
            lazy_ui(ui, ("day", entry.date, position), version, |ui| {
                calendar_line_ui(ui, view, entry, 92.0, outbox);
            });
        }
    })
    .response;
    anchor(state, PlanPart::Calendar, &response);
}

/// Draws one day.
pub(super) fn calendar_line_ui(
    ui: &mut Ui,
    view: &View<'_>,
    entry: &CalendarEntry,
    date_width: f32,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let theme = Theme::of(ui);
    let is_past = entry.date < view.as_of;
    let ink = if is_past { theme.muted } else { theme.text };
    text::beside_ui(
        ui,
        date_width,
        |ui| {
            let day =
                text::rich(ui, short_date(language, entry.date), Type::TableStrong).color(ink);
            ui.label(day);
        },
        |ui| {
            text::flow_ui(ui, |ui| {
                let title = view.tagged(entry.programme, &say(language, &entry.title));
                let title = text::rich(ui, title, Type::Table).color(ink);
                ui.label(title);
                source_chips(ui, &entry.faq, language, outbox);
            });
        },
    );
}
