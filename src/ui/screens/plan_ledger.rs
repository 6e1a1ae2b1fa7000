//! The ledger group by group, and the calendar.

use eframe::egui::{Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::ScreensState;
use super::faq::filter_ui;
use super::plan::{Chosen, anchor};
use super::plan_copy::{copy_calendar_ui, ids_words, shown_days};
use super::plan_why::Why;
use crate::domain::plan::CalendarEntry;
use crate::i18n::{count, number, say, short_date, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::ledger_bar::verdict_square;
use crate::ui::widgets::roving::Roving;
use crate::ui::widgets::table::{Column, Row, Table, copy_button_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{decisive_words, group_name, verdict_word};
use crate::ui::{Outbox, PlanPart, View, icons};

/// So many days are listed until all are asked for.
const FEW_DAYS: usize = 60;

/// Under this width rows leave out their entries.
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
            Column::words(tr(language, "profile-column-group"), group, 0.3),
            Column::numbers(tr(language, "plan-ui-column-endpoints"), 84.0),
            Column::words(tr(language, "plan-ui-column-verdict"), 132.0, 0.2),
            Column::words(tr(language, "plan-ui-column-reason"), 160.0, 2.0),
            Column::words(tr(language, "plan-ui-column-sources"), sources, 0.2),
        ];
        if ui.available_width() < LEAST_WITH_SOURCES {
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
            ui.spacing_mut().item_spacing.x = 4.0;
            let words = tr(language, "plan-ui-calendar-all");
            if filter_ui(ui, &words, !upcoming) {
                state.plan.shows_past = true;
            }
            let words = tr(language, "plan-ui-calendar-upcoming");
            if filter_ui(ui, &words, upcoming) {
                state.plan.shows_past = false;
            }
            ui.add_space(4.0);
            copy_calendar_ui(ui, view, state, outbox);
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
        let all = entries.len();
        let most = if state.plan.shows_all_days {
            all
        } else {
            FEW_DAYS
        };
        let entries: Vec<(usize, &CalendarEntry)> = entries.into_iter().take(most).collect();
        // One stop of the Tab key for all days; each tells why it is there.
        let mut days = Roving::begin(ui, "calendar-days");
        for (position, (index, entry)) in entries.into_iter().enumerate() {
            if position > 0 {
                hairline(ui);
            }
            let why = Why::Event(index);
            let is_chosen = state.plan.is_why(&why);
            let is_clicked = calendar_row_ui(ui, view, entry, 92.0, outbox, |ui, place| {
                let response = days.add(ui, place);
                day_ui(ui, view, entry, is_chosen, &response);
                response.clicked()
            });
            if is_clicked {
                state.plan.choose(Chosen::Why(why));
            }
        }
        days.end(ui);
        if let Some(rest) = all.checked_sub(most).filter(|rest| *rest > 0) {
            let rest = [("count", count(rest as u64))];
            let words = tr_with(language, "plan-screen-more-days", &rest);
            if Button::quiet(icons::CARET_DOWN, &words).show(ui).clicked() {
                state.plan.shows_all_days = true;
            }
        }
    })
    .response;
    anchor(state, PlanPart::Calendar, &response);
}

/// Names a day that can be asked about, and shows where the keyboard is.
fn day_ui(ui: &Ui, view: &View<'_>, entry: &CalendarEntry, is_chosen: bool, response: &Response) {
    let language = view.language;
    let theme = Theme::of(ui);
    response.widget_info(|| {
        let why = tr(language, "plan-ui-why-title");
        let day = short_date(language, entry.date);
        let title = view.tagged(entry.programme, &say(language, &entry.title));
        let name = format!("{why} {day}, {title}");
        WidgetInfo::selected(Role::Button, true, is_chosen, name)
    });
    if !ui.is_rect_visible(response.rect) {
        return;
    }
    let place = response.rect.expand2(vec2(4.0, 2.0));
    if response.has_focus() || is_chosen {
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter()
            .rect_stroke(place, 4.0, ring, StrokeKind::Inside);
    } else if response.hovered() {
        let y = response.rect.bottom();
        ui.painter()
            .hline(response.rect.x_range(), y, Stroke::new(1.0, theme.accent));
    }
}

/// Draws one day.
pub(super) fn calendar_line_ui(
    ui: &mut Ui,
    view: &View<'_>,
    entry: &CalendarEntry,
    date_width: f32,
    outbox: &mut Outbox,
) {
    calendar_row_ui(ui, view, entry, date_width, outbox, |_, _| false);
}

/// Draws one day; `add_day` draws over its date and says whether that was clicked.
fn calendar_row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    entry: &CalendarEntry,
    date_width: f32,
    outbox: &mut Outbox,
    add_day: impl FnOnce(&Ui, Rect) -> bool,
) -> bool {
    let language = view.language;
    let theme = Theme::of(ui);
    let is_past = entry.date < view.as_of;
    let ink = if is_past { theme.muted } else { theme.text };
    let mut is_clicked = false;
    text::beside_ui(
        ui,
        date_width,
        |ui| {
            let day =
                text::rich(ui, short_date(language, entry.date), Type::TableStrong).color(ink);
            let place = ui.label(day).rect;
            is_clicked = add_day(ui, place);
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
    is_clicked
}
