//! The cells of one group's row.

use eframe::egui::{Role, Sense, Ui, WidgetInfo};

use super::ScreensState;
use super::groups_edit::editor_ui;
use super::groups_order::{GroupColumn, system_words};
use crate::domain::field::{Answer, Place, group_answer};
use crate::domain::profile::EndpointGroup;
use crate::i18n::{number, short_date, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::field::is_shown;
use crate::ui::widgets::grid::mark_ui;
use crate::ui::widgets::ledger_bar::verdict_square;
use crate::ui::widgets::table::Row;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::typing::{TypingKey, read_answer};
use crate::ui::widgets::words::{answer_words, group_name, verdict_word};
use crate::ui::{Outbox, View, icons};

/// Draws the row of a group.
pub(super) fn row_ui(
    row: &mut Row<'_>,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    columns: &[GroupColumn],
) {
    let Some(group) = view.document.profile.groups.get(row.index) else {
        return;
    };
    row.name = group_name(view, row.index);
    let editing = state.profile.groups.editing.as_ref();
    let edited = editing
        .map(|editing| editing.cursor)
        .filter(|cursor| cursor.row == row.index)
        .map(|cursor| cursor.column);
    for (position, column) in columns.iter().enumerate() {
        if edited == Some(position) {
            row.cell(|ui| editor_ui(ui, view, state, outbox, columns));
            continue;
        }
        if wrong_ui(row, view, state, *column) {
            continue;
        }
        match column {
            GroupColumn::Tick => tick_ui(row, view, state),
            GroupColumn::Name => {
                let name = row.name.clone();
                let weight = if row.is_selected {
                    Type::TableStrong
                } else {
                    Type::Table
                };
                let ink = group.name.trim().is_empty().then(|| muted(row));
                row.text(&name, weight, ink);
            }
            GroupColumn::System => {
                let words = system_words(view, row.index, group);
                let ink = group.product.is_none().then(|| muted(row));
                row.text(&words, Type::Table, ink);
            }
            GroupColumn::Endpoints | GroupColumn::Hosting => {
                answer_ui(row, view, group, *column);
            }
            GroupColumn::Licence | GroupColumn::LeavesOn => answer_ui(row, view, group, *column),
            GroupColumn::Verdict => verdict_ui(row, view, state),
        }
    }
}

fn muted(row: &mut Row<'_>) -> eframe::egui::Color32 {
    Theme::of(row.ui()).muted
}

/// Draws what was typed and can't be taken, with why; false where there is nothing of the kind.
fn wrong_ui(row: &mut Row<'_>, view: &View<'_>, state: &ScreensState, column: GroupColumn) -> bool {
    let Some(field) = column.field() else {
        return false;
    };
    let key = TypingKey::Answer(Place::Group(row.index), field);
    let Some(text) = state.typing.text(&key) else {
        return false;
    };
    let Err(why) = read_answer(view.language, field, text) else {
        return false;
    };
    let danger = Theme::of(row.ui()).danger;
    let words = format!("{text} {}", icons::WARNING_CIRCLE);
    let response = row.text(&words, Type::Table, Some(danger));
    response.on_hover_text(why);
    true
}

fn answer_ui(row: &mut Row<'_>, view: &View<'_>, group: &EndpointGroup, column: GroupColumn) {
    let Some(field) = column.field() else {
        return row.skip();
    };
    let language = view.language;
    let answer = group_answer(group, field);
    if answer == Answer::Unknown {
        let words = if is_shown(view, Place::Group(row.index), field) {
            tr(language, "widget-unknown-short")
        } else {
            "–".to_owned()
        };
        let ink = muted(row);
        row.text(&words, Type::Table, Some(ink));
        return;
    }
    let words = match &answer {
        Answer::Date(day) => short_date(language, *day),
        Answer::Count(endpoints) => number(language, u64::from(*endpoints)),
        answer => answer_words(language, view.catalogue, field, answer),
    };
    row.text(&words, Type::Table, None);
}

fn tick_ui(row: &mut Row<'_>, view: &View<'_>, state: &mut ScreensState) {
    let index = row.index;
    let name = tr_with(
        view.language,
        "profile-tick-group",
        &[("group", row.name.as_str().into())],
    );
    row.cell(|ui| {
        let ticked = &mut state.profile.groups;
        let is_ticked = ticked.ticked.contains(&index);
        if tick_box_ui(ui, &name, is_ticked) {
            ticked.tick(index);
        }
    });
}

/// A box that is ticked by the mouse; keys tick the cursor's row by Space.
fn tick_box_ui(ui: &mut Ui, name: &str, is_ticked: bool) -> bool {
    let place = ui.max_rect();
    let response = ui.interact(place, ui.scope_id().with("tick"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, is_ticked, name));
    mark_ui(ui, place, is_ticked);
    response.clicked()
}

fn verdict_ui(row: &mut Row<'_>, view: &View<'_>, state: &ScreensState) {
    let language = view.language;
    let rows = state.derived.rows_of(view, row.index);
    let words = match rows {
        [] => String::new(),
        [one] => verdict_word(language, one.verdict),
        several => several
            .iter()
            .map(|part| {
                let verdict = verdict_word(language, part.verdict);
                format!("{verdict} {}", number(language, part.endpoints))
            })
            .collect::<Vec<_>>()
            .join(", "),
    };
    row.cell_saying(&words, |ui| {
        ui.spacing_mut().item_spacing.x = 7.0;
        for part in rows {
            verdict_square(ui, part.verdict);
        }
        text::line(ui, &words, Type::Table);
    });
}
