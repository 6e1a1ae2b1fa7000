//! The endpoint groups as a table, of which only the rows in sight are laid out.

use eframe::egui::{Role, Ui, WidgetInfo};

use super::ScreensState;
use super::profile::form;
use crate::document::Edit;
use crate::domain::field::{Answer, Field, Place, group_answer};
use crate::domain::profile::EndpointGroup;
use crate::i18n::{self, count, number, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::field::{is_shown, typed_field_ui};
use crate::ui::widgets::ledger_bar::verdict_square;
use crate::ui::widgets::table::{Column, Row, Table, Width, cell_name};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{answer_name, answer_words, group_name, short_date, verdict_word};
use crate::ui::{Outbox, View, icons};

/// Draws the card of all groups.
pub(super) fn groups_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let groups = &view.document.profile.groups;
    card_ui(ui, |ui| {
        let note = if groups.is_empty() {
            String::new()
        } else {
            tr_with(
                language,
                "profile-groups-note",
                &[
                    ("groups", count(groups.len() as u64)),
                    ("endpoints", count(state.derived.endpoints())),
                ],
            )
        };
        card_head(ui, &tr(language, "profile-groups"), &note, |ui| {
            buttons_ui(ui, view, state, outbox);
        });
        if groups.is_empty() {
            text::muted(ui, tr(language, "profile-no-groups"), Type::Body);
            return;
        }
        table_ui(ui, view, state, outbox);
    });
}

fn buttons_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    let groups = view.document.profile.groups.len();
    let words = tr(language, "profile-add-group");
    let add = Button::secondary(icons::PLUS, &words).small();
    let has_groups = groups > 0;
    let ticked = ticked_or_selected(state, groups);
    let mut remove = false;
    let mut duplicate = false;
    if add.show(ui).clicked() {
        outbox.typing_ended = true;
        outbox
            .edits
            .push(Edit::AddGroup(Box::<EndpointGroup>::default()));
        // The clamp of the next frame is too early by one: the edit comes after this frame.
        state.selected_group = groups;
        state.focus_field = Some((Place::Group(groups), Field::GroupName));
    }
    if has_groups {
        let words = tr(language, "profile-duplicate");
        let name = tr_with(
            language,
            "profile-duplicate-groups",
            &[("count", count(ticked.len() as u64))],
        );
        duplicate = Button::secondary(icons::COPY, &words)
            .small()
            .named(&name)
            .show(ui)
            .on_hover_text(&name)
            .clicked();
        let words = tr(language, "profile-remove");
        let name = tr_with(
            language,
            "profile-remove-groups",
            &[("count", count(ticked.len() as u64))],
        );
        remove = Button::secondary(icons::TRASH, &words)
            .small()
            .named(&name)
            .show(ui)
            .on_hover_text(&name)
            .clicked();
    }
    // From the last to the first, so that positions stay right meanwhile.
    if duplicate {
        for index in ticked.iter().rev() {
            outbox.edits.push(Edit::DuplicateGroup(*index));
        }
    }
    if remove {
        for index in ticked.iter().rev() {
            outbox.edits.push(Edit::RemoveGroup(*index));
        }
    }
    if duplicate || remove {
        outbox.typing_ended = true;
        state.profile.ticked.clear();
        state.typing.forget_groups();
    }
}

fn ticked_or_selected(state: &ScreensState, groups: usize) -> Vec<usize> {
    let ticked: Vec<usize> = state
        .profile
        .ticked
        .iter()
        .copied()
        .filter(|index| *index < groups)
        .collect();
    if ticked.is_empty() {
        vec![state.selected_group]
    } else {
        ticked
    }
}

/// The position of the column that says how the Windows licence came.
const LICENCE_COLUMN: usize = 5;

fn table_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    let head = |field| i18n::field(language, field);
    let system = if view.has_several() { 2.6 } else { 1.3 };
    let mut columns = vec![
        Column {
            head: String::new(),
            width: Width::Exact(18.0),
            is_number: false,
        },
        Column::words(tr(language, "profile-column-group"), 68.0, 0.9),
        Column::words(tr(language, "profile-column-system"), 112.0, system),
        Column::words(tr(language, "profile-column-hosting"), 90.0, 1.3),
        Column::numbers(tr(language, "plan-ui-column-endpoints"), 84.0),
        Column::words(tr(language, "profile-column-licence"), 66.0, 0.1),
        Column::words(tr(language, "profile-column-leaves-on"), 78.0, 0.1),
        Column::words(head(Field::Verdict), 132.0, 0.4),
    ];
    if view.has_several() {
        // Most programmes do not ask for it, and the names of systems are longer.
        columns.remove(LICENCE_COLUMN);
    }
    let table = Table {
        salt: "groups",
        name: &tr(language, "profile-groups"),
        columns: &columns,
        rows: view.document.profile.groups.len(),
        row_height: 32.0,
        most_rows: 12,
        selected: Some(state.selected_group),
        is_selectable: true,
        sums: &[],
    };
    let chosen = table.show(ui, |row| row_ui(row, view, state, outbox, &columns));
    if let Some(index) = chosen {
        state.selected_group = index;
        outbox.typing_ended = true;
    }
}

fn row_ui(
    row: &mut Row<'_>,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
    columns: &[Column],
) {
    let language = view.language;
    let index = row.index;
    let Some(group) = view.document.profile.groups.get(index) else {
        return;
    };
    let name = group_name(view, index);
    row.name.clone_from(&name);
    tick_ui(row, view, state);
    let weight = if row.is_selected {
        Type::TableStrong
    } else {
        Type::Table
    };
    row.text(&name, weight, None);
    let muted = Theme::of(row.ui()).muted;
    let system = system_words(view, index, group);
    row.text(
        &system,
        Type::Table,
        group.product.is_none().then_some(muted),
    );
    answer_ui(row, view, group, Field::Hosting);
    if row.is_selected {
        row.cell(|ui| {
            let mut form = form(view, state, outbox);
            let width = ui.available_width();
            let place = Place::Group(index);
            let (response, wrong) =
                typed_field_ui(ui, &mut form, place, Field::Endpoints, width, true, "cell");
            if let Some(wrong) = wrong {
                response.on_hover_text(wrong);
            }
        });
    } else {
        match group.endpoint_count {
            Some(endpoints) => row.text(&number(language, u64::from(endpoints)), Type::Table, None),
            None => row.text(
                &tr(language, "widget-unknown-short"),
                Type::Table,
                Some(muted),
            ),
        };
    }
    if !view.has_several() {
        answer_ui(row, view, group, Field::LicenceOrigin);
    }
    answer_ui(row, view, group, Field::LeavesOn);
    verdict_ui(row, view, state, columns);
}

fn answer_ui(row: &mut Row<'_>, view: &View<'_>, group: &EndpointGroup, field: Field) {
    let answer = group_answer(group, field);
    if answer == Answer::Unknown {
        let muted = Theme::of(row.ui()).muted;
        let words = if is_shown(view, Place::Group(row.index), field) {
            tr(view.language, "widget-unknown-short")
        } else {
            "–".to_owned()
        };
        row.text(&words, Type::Table, Some(muted));
    } else {
        let words = match &answer {
            Answer::Date(day) => short_date(view.language, *day),
            answer => answer_words(view.language, view.catalogue, field, answer),
        };
        row.text(&words, Type::Table, None);
    }
}

fn tick_ui(row: &mut Row<'_>, view: &View<'_>, state: &mut ScreensState) {
    let index = row.index;
    let name = tr_with(
        view.language,
        "profile-tick-group",
        &[("group", row.name.as_str().into())],
    );
    row.cell(|ui| {
        let mut is_ticked = state.profile.ticked.contains(&index);
        let response = ui.checkbox(&mut is_ticked, "").accessible_name(name);
        if response.changed() {
            if is_ticked {
                state.profile.ticked.insert(index);
            } else {
                state.profile.ticked.remove(&index);
            }
        }
    });
}

/// A group's system and edition: `Windows 7 Professional`.
fn system_words(view: &View<'_>, index: usize, group: &EndpointGroup) -> String {
    let language = view.language;
    let Some(product) = &group.product else {
        return tr(language, "widget-unknown-short");
    };
    let mut words = i18n::answer(language, view.catalogue, Field::Product, product);
    if let Some(edition) = &group.edition {
        words.push(' ');
        let place = Place::Group(index);
        words.push_str(&answer_name(view, place, Field::Edition, edition));
    }
    words
}

fn verdict_ui(row: &mut Row<'_>, view: &View<'_>, state: &ScreensState, columns: &[Column]) {
    let rows = state.derived.rows_of(view, row.index);
    let Some(first) = rows.first() else {
        row.skip();
        return;
    };
    let mut words = verdict_word(view.language, first.verdict);
    if rows.len() > 1 {
        words = rows
            .iter()
            .map(|part| {
                let verdict = verdict_word(view.language, part.verdict);
                format!("{verdict} {}", number(view.language, part.endpoints))
            })
            .collect::<Vec<_>>()
            .join(", ");
    }
    let head = columns.last().map_or("", |column| column.head.as_str());
    let said = cell_name(head, &row.name, &words);
    row.cell(|ui| {
        ui.spacing_mut().item_spacing.x = 7.0;
        for part in rows {
            verdict_square(ui, part.verdict);
        }
        let response = text::line(ui, &words, Type::Table);
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &said));
    });
}
