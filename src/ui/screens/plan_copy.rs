//! What of the plan is copied for a spreadsheet without being a table on the screen.

use eframe::egui::Ui;

use super::ScreensState;
use crate::domain::plan::CalendarEntry;
use crate::domain::programme::EventKind;
use crate::domain::source::FaqId;
use crate::i18n::{say, tr, tr_with};
use crate::ui::widgets::button::Button;
use crate::ui::{Outbox, View, icons, tsv};

/// The entries of a line as a cell of a copy says them.
pub(super) fn ids_words(ids: &[FaqId]) -> String {
    let ids: Vec<&str> = ids.iter().map(FaqId::as_str).collect();
    ids.join(" ")
}

/// The days of the calendar that are shown, with their positions in the plan.
pub(super) fn shown_days<'v>(
    view: &View<'v>,
    state: &ScreensState,
) -> Vec<(usize, &'v CalendarEntry)> {
    let days = view.plan.calendar.iter().enumerate();
    days.filter(|(_, entry)| state.plan.shows_past || entry.date >= view.as_of)
        .filter(|(_, entry)| state.plan.shows_releases || entry.kind != EventKind::PatchTuesday)
        .collect()
}

/// Draws the button that copies the days that are shown.
pub(super) fn copy_calendar_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let title = tr(language, "plan-ui-calendar");
    let name = tr_with(language, "groups-copy-table", &[("table", title.into())]);
    let words = tr(language, "plan-ui-copy-table");
    let button = Button::secondary(icons::COPY, &words).small().named(&name);
    if !button.show(ui).on_hover_text(&name).clicked() {
        return;
    }
    let mut text = String::new();
    let heads = [
        tr(language, "groups-column-day"),
        tr(language, "groups-column-event"),
        tr(language, "plan-programme"),
        tr(language, "plan-ui-column-sources"),
    ];
    tsv::push_row(&mut text, heads);
    for (_, entry) in shown_days(view, state) {
        let programme = view.programme_at(entry.programme);
        let programme = programme.map_or("", |known| known.base.short_name.get(language));
        let cells = [
            entry.date.to_string(),
            say(language, &entry.title),
            programme.to_owned(),
            ids_words(&entry.faq),
        ];
        tsv::push_row(&mut text, cells);
    }
    outbox.copy = Some(text);
}
