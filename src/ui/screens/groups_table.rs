//! The card of the endpoint groups: what can be done with them, and their table.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::{Key, Rect, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::groups_edit;
use super::groups_order::{GroupColumn, GroupSort};
use super::{ScreensState, groups_bulk, groups_cells};
use crate::document::Edit;
use crate::domain::field::{Field, Place};
use crate::domain::profile::EndpointGroup;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::rows::groups_as_tsv;
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::grid::{Cursor, Grid, GridEvent, Sort};
use crate::ui::widgets::table::{Column, Width, least_width};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// From so many groups on there is a field that filters them.
const MANY: usize = 4;

/// Draws the card of all groups; gives its place.
pub(super) fn groups_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) -> Rect {
    let language = view.language;
    let groups = &view.document.profile.groups;
    let table = &mut state.profile.groups;
    table.keep_below(groups.len());
    table
        .order
        .update(view, &state.derived, table.sort, &table.filter);
    card_ui(ui, |ui| {
        card_head(
            ui,
            &tr(language, "profile-groups"),
            &note(view, state),
            |ui| {
                buttons_ui(ui, view, state, outbox);
            },
        );
        if groups.is_empty() {
            text::muted(ui, tr(language, "profile-no-groups"), Type::Body);
            return;
        }
        let is_filtered = !state.profile.groups.filter.is_empty();
        if groups.len() >= MANY || is_filtered {
            filter_ui(ui, view, state);
        }
        table_ui(ui, view, state, outbox);
        if state.profile.groups.order.rows().is_empty() {
            text::muted(ui, tr(language, "groups-none-fit"), Type::Table);
        }
    })
    .response
    .rect
}

/// How many groups and endpoints there are, and how many are ticked.
fn note(view: &View<'_>, state: &ScreensState) -> String {
    let groups = view.document.profile.groups.len();
    if groups == 0 {
        return String::new();
    }
    let ticked = state.profile.groups.ticked.len();
    if ticked > 0 {
        let ticked = ("count", count(ticked as u64));
        let groups = ("groups", count(groups as u64));
        return tr_with(view.language, "groups-ticked", &[ticked, groups]);
    }
    tr_with(
        view.language,
        "profile-groups-note",
        &[
            ("groups", count(groups as u64)),
            ("endpoints", count(state.derived.endpoints())),
        ],
    )
}

/// The buttons of the card's head.
fn buttons_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    let groups = view.document.profile.groups.len();
    let words = tr(language, "profile-add-group");
    if Button::secondary(icons::PLUS, &words)
        .small()
        .show(ui)
        .clicked()
    {
        outbox.typing_ended = true;
        outbox
            .edits
            .push(Edit::AddGroup(Box::<EndpointGroup>::default()));
        // The clamp of the next frame is too early by one: the edit comes after this frame.
        state.selected_group = groups;
        state.focus_field = Some((Place::Group(groups), Field::GroupName));
    }
    if groups == 0 {
        return;
    }
    let is_narrow = ui.available_width() < 560.0;
    // None means the chosen one.
    let number = count(state.profile.groups.ticked.len() as u64);
    let chosen = |state: &ScreensState| {
        let table = &state.profile.groups;
        table.ticked_or(state.selected_group, groups)
    };
    let button = |ui: &mut Ui, icon: &str, words: &str, name: &str| {
        let words = if is_narrow || words.is_empty() {
            String::new()
        } else {
            tr(language, words)
        };
        let name = tr_with(language, name, &[("count", number.clone())]);
        let button = Button::secondary(icon, &words).small().named(&name);
        button.show(ui).on_hover_text(&name).clicked()
    };
    if state.profile.groups.ticked.len() > 1
        && button(
            ui,
            icons::PENCIL_SIMPLE,
            "groups-change",
            "groups-change-ticked",
        )
    {
        groups_bulk::open(state);
    }
    let duplicate = ("profile-duplicate", "profile-duplicate-groups");
    if button(ui, icons::STACK_PLUS, duplicate.0, duplicate.1) {
        outbox.edits.push(Edit::DuplicateGroups(chosen(state)));
        changed_positions(state, outbox);
    }
    if button(ui, icons::TRASH, "profile-remove", "profile-remove-groups") {
        outbox.edits.push(Edit::RemoveGroups(chosen(state)));
        changed_positions(state, outbox);
    }
    if button(ui, icons::COPY, "", "groups-copy") {
        copy(view, state, outbox);
    }
}

fn changed_positions(state: &mut ScreensState, outbox: &mut Outbox) {
    outbox.typing_ended = true;
    state.forget_positions();
}

/// The field that filters the groups, and how many are shown.
fn filter_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let language = view.language;
    let all = view.document.profile.groups.len();
    let table = &mut state.profile.groups;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 12.0;
        let theme = Theme::of(ui);
        let name = tr(language, "groups-filter");
        let hint = text::rich(ui, &name, Type::Table).color(theme.muted);
        let filter = TextEdit::singleline(&mut table.filter)
            .id(eframe::egui::Id::unique("groups-filter"))
            .font(Type::Table.font())
            .hint_text(hint)
            .desired_width(240.0)
            .min_size(vec2(240.0, 28.0))
            .align(eframe::egui::Align2::LEFT_CENTER)
            .background_color(theme.panel);
        let response = ui.add(filter).accessible_name(name.as_str());
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            table.filter.clear();
        }
        if !table.filter.trim().is_empty() {
            let shown = ("shown", count(table.order.rows().len() as u64));
            let all = ("all", count(all as u64));
            let words = tr_with(language, "groups-shown", &[shown, all]);
            let response = text::muted(ui, &words, Type::Table);
            response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
        }
    });
}

fn heads(view: &View<'_>, columns: &[GroupColumn]) -> Vec<Column> {
    let language = view.language;
    let system = if view.has_several() { 2.6 } else { 1.7 };
    let head = |column: &GroupColumn| match column {
        GroupColumn::Tick => Column {
            head: String::new(),
            width: Width::Exact(18.0),
            is_number: false,
        },
        GroupColumn::Name => Column::words(tr(language, "profile-column-group"), 72.0, 1.3),
        GroupColumn::System => Column::words(tr(language, "profile-column-system"), 112.0, system),
        GroupColumn::Hosting => Column::words(tr(language, "profile-column-hosting"), 90.0, 0.9),
        GroupColumn::Endpoints => Column::numbers(tr(language, "plan-ui-column-endpoints"), 84.0),
        GroupColumn::Licence => Column::words(tr(language, "profile-column-licence"), 66.0, 0.1),
        GroupColumn::LeavesOn => Column::words(tr(language, "profile-column-leaves-on"), 84.0, 0.1),
        GroupColumn::Verdict => Column::words(i18n::field(language, Field::Verdict), 128.0, 0.1),
    };
    columns.iter().map(head).collect()
}

fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    let mut columns = GroupColumn::shown(view);
    // What a narrow table leaves out stands in the chosen group's card.
    for column in [GroupColumn::Licence, GroupColumn::Hosting] {
        if least_width(&heads(view, &columns)) > ui.available_width() {
            columns.retain(|shown| *shown != column);
        }
    }
    let heads = heads(view, &columns);
    let table = &mut state.profile.groups;
    table.column = table
        .column
        .clamp(1, columns.len().saturating_sub(1).max(1));
    let cursor = Cursor {
        row: state.selected_group,
        column: table.column,
    };
    if table.editing.as_ref().is_some_and(|it| it.cursor != cursor) {
        table.editing = None;
    }
    let order = table.order.shared_rows();
    let ticked = Arc::clone(&table.ticked);
    let all_ticked = table.are_all_ticked();
    let at = |column| columns.iter().position(|known| *known == column);
    let sort = table.sort.and_then(|sort: GroupSort| {
        Some(Sort {
            column: at(sort.column)?,
            is_descending: sort.is_descending,
        })
    });
    let grid = Grid {
        salt: "groups",
        name: &tr(language, "profile-groups"),
        columns: &heads,
        order: &order,
        row_height: 32.0,
        most_rows: 12,
        cursor,
        is_editing: table.editing.is_some(),
        ticked: &ticked,
        all_ticked,
        sort,
        tick_all: &tr(language, "groups-tick-all"),
    };
    let events = grid.show(ui, |row| {
        groups_cells::row_ui(row, view, state, outbox, &columns);
    });
    for event in events {
        take(ui, view, state, outbox, &columns, event);
    }
}

fn take(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    columns: &[GroupColumn],
    event: GridEvent,
) {
    let table = &mut state.profile.groups;
    match event {
        GridEvent::Sort(column) => {
            if let Some(column) = columns.get(column) {
                table.sort_by(*column);
            }
        }
        GridEvent::Go(Cursor { row, column }) => {
            if row != state.selected_group {
                outbox.typing_ended = true;
            }
            state.selected_group = row;
            table.column = column;
            if !ui.input(|input| input.modifiers.shift) {
                table.end_range();
            }
        }
        GridEvent::Edit(typed) => groups_edit::begin(view, state, outbox, columns, &typed),
        GridEvent::Clear => groups_edit::clear(view, state, outbox, columns),
        GridEvent::Tick(row) => table.tick(row),
        GridEvent::TickAll => table.tick_all(),
        GridEvent::TickTo(row) => {
            table.tick_to(state.selected_group, row);
            state.selected_group = row;
        }
        GridEvent::Copy => copy(view, state, outbox),
        GridEvent::Paste(text) => state.profile.paste_text(view, &text),
        GridEvent::Move(towards) => {
            if table.is_in_order() {
                let groups = view.document.profile.groups.len();
                let moved = table.ticked_or(state.selected_group, groups);
                state.selected_group = table.follow(&moved, towards, groups, state.selected_group);
                state.typing.forget_groups();
                outbox.typing_ended = true;
                outbox.edits.push(Edit::MoveGroups {
                    groups: moved,
                    towards,
                });
            }
        }
    }
    ui.ctx().request_repaint();
}

/// Copies the ticked groups, or the chosen one, with everything they hold.
fn copy(view: &View<'_>, state: &ScreensState, outbox: &mut Outbox) {
    let table = &state.profile.groups;
    let groups = &view.document.profile.groups;
    let chosen = table.ticked_or(state.selected_group, groups.len());
    // As they are shown; what is ticked and filtered out comes after it.
    let shown: BTreeSet<usize> = table.order.rows().iter().copied().collect();
    let rows = table.order.rows().iter().filter(|row| chosen.contains(row));
    let rows = rows.chain(chosen.difference(&shown));
    let rows = rows.filter_map(|row| groups.get(*row));
    outbox.copy = Some(groups_as_tsv(view.language, view.catalogue, rows));
}
