//! All fields of the chosen group.

use eframe::egui::Ui;

use super::ScreensState;
use super::frame::subheading_ui;
use super::profile::{filled_words, findings_ui, form};
use crate::domain::field::{Field, Place};
use crate::i18n::{self, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::field::{control_ui, field_grid_ui, not_needed_because, take_focus};
use crate::ui::widgets::ledger_bar::verdict_square;
use crate::ui::widgets::options::open_check_list_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{decisive_words, group_name, verdict_word};
use crate::ui::{Outbox, View};

/// What the group is and where it runs.
const SYSTEM: [Field; 12] = [
    Field::GroupName,
    Field::Product,
    Field::Edition,
    Field::ServicePack,
    Field::Endpoints,
    Field::SharedEndpoints,
    Field::Hosting,
    Field::VirtualMachines,
    Field::Connectivity,
    Field::LicenceOrigin,
    Field::EnterpriseBenefit,
    Field::LeavesOn,
];

/// What only embedded devices have.
const EMBEDDED: [Field; 2] = [Field::Oem, Field::Epso];

/// Every field of a group, for warnings.
const ALL: [Field; 17] = [
    Field::GroupName,
    Field::Product,
    Field::Edition,
    Field::ServicePack,
    Field::Endpoints,
    Field::SharedEndpoints,
    Field::Hosting,
    Field::VirtualMachines,
    Field::Connectivity,
    Field::LicenceOrigin,
    Field::EnterpriseBenefit,
    Field::LeavesOn,
    Field::Oem,
    Field::Epso,
    Field::Owned,
    Field::OwnedChannel,
    Field::Prerequisites,
];

/// Draws the card of the chosen group.
pub(super) fn group_cards_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let index = state.selected_group;
    let place = Place::Group(index);
    card_ui(ui, |ui| {
        let name = group_name(view, index);
        let title = tr_with(language, "profile-group-title", &[("group", name.into())]);
        let note = filled_words(view, place, &ALL);
        card_head(ui, &title, "", |ui| {
            text::muted(ui, note, Type::Small);
        });
        verdict_line_ui(ui, view, state, outbox);
        field_grid_ui(ui, &mut form(view, state, outbox), place, &SYSTEM, 200.0);

        hairline(ui);
        let owned = i18n::field(language, Field::Owned);
        section_ui(ui, view, place, Field::Owned, &owned);
        let is_active = not_needed_because(view, place, Field::Owned).is_none();
        let mut form = form(view, state, outbox);
        let width = ui.available_width();
        let response = control_ui(ui, &mut form, place, Field::Owned, width, is_active);
        take_focus(&mut form, &response, place, Field::Owned);
        field_grid_ui(ui, &mut form, place, &[Field::OwnedChannel], 200.0);

        hairline(ui);
        let prerequisites = i18n::field(language, Field::Prerequisites);
        section_ui(ui, view, place, Field::Prerequisites, &prerequisites);
        open_check_list_ui(ui, &mut form, place, Field::Prerequisites);

        hairline(ui);
        subheading_ui(ui, &tr(language, "profile-embedded"));
        field_grid_ui(ui, &mut form, place, &EMBEDDED, 200.0);
        findings_ui(ui, view, &ALL, Some(index), outbox);
    });
}

/// A heading inside the card, which says when the part is not needed.
fn section_ui(ui: &mut Ui, view: &View<'_>, place: Place, field: Field, words: &str) {
    ui.horizontal(|ui| {
        ui.set_height(16.0);
        subheading_ui(ui, words);
        if not_needed_because(view, place, field).is_some() {
            let hint = tr(view.language, "profile-not-needed");
            let hint = text::rich(ui, hint, Type::Small).color(Theme::of(ui).faint);
            ui.label(hint);
        }
    });
}

/// What becomes of the group, and the first reason.
fn verdict_line_ui(ui: &mut Ui, view: &View<'_>, state: &ScreensState, outbox: &mut Outbox) {
    for row in state.derived.rows_of(view, state.selected_group) {
        text::flow_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 7.0;
            verdict_square(ui, row.verdict);
            let verdict = verdict_word(view.language, row.verdict);
            let endpoints = i18n::number(view.language, row.endpoints);
            let words = format!("{verdict} {endpoints}");
            let words = text::rich(ui, words, Type::TableStrong);
            ui.label(words);
            let reason = text::rich(ui, decisive_words(view, &row.trace), Type::Table);
            ui.label(reason.color(Theme::of(ui).muted));
            source_chips(ui, &row.trace.faq, view.language, outbox);
        });
    }
}
