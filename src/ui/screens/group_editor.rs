//! All fields of the chosen group.

use eframe::egui::Ui;

use super::ScreensState;
use super::frame::subheading_ui;
use super::profile::{findings_ui, form};
use super::profile_outline::standing_ui;
use crate::domain::field::{Field, Place};
use crate::i18n::{self, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::{card_head, card_ui, hairline};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::field::{
    Form, control_ui, field_grid_ui, field_ui, not_needed_because, shown, take_focus,
};
use crate::ui::widgets::ledger_bar::verdict_square;
use crate::ui::widgets::options::{offered, open_check_list_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{decisive_words, group_name, verdict_word};
use crate::ui::{Outbox, View};

/// What the group is, where it runs and how it is used.
const SYSTEM: [Field; 25] = [
    Field::GroupName,
    Field::Product,
    Field::Edition,
    Field::ServicePack,
    Field::Endpoints,
    Field::SharedEndpoints,
    Field::Users,
    Field::Hosting,
    Field::VirtualMachines,
    Field::CoreBasis,
    Field::Cores,
    Field::HostCores,
    Field::Usage,
    Field::Arc,
    Field::Ownership,
    Field::Join,
    Field::ManagedBy,
    Field::CloudPc,
    Field::SignsIn,
    Field::Enrolment,
    Field::Connectivity,
    Field::LicenceOrigin,
    Field::EnterpriseBenefit,
    Field::Windows11,
    Field::LeavesOn,
];

/// What only embedded devices have.
const EMBEDDED: [Field; 2] = [Field::Oem, Field::Epso];

/// What was bought already.
const OWNED: [Field; 2] = [Field::Owned, Field::OwnedChannel];

/// Draws the card of the chosen group: what its programme asks for, and what it holds besides.
pub(super) fn group_cards_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let index = state.selected_group;
    let place = Place::Group(index);
    let system = shown(view, place, &SYSTEM);
    let owned = shown(view, place, &OWNED);
    let prerequisites = shown(view, place, &[Field::Prerequisites]);
    let embedded = shown(view, place, &EMBEDDED);
    let all = [&system[..], &embedded, &owned, &prerequisites].concat();
    card_ui(ui, |ui| {
        let name = group_name(view, index);
        let title = tr_with(language, "profile-group-title", &[("group", name.into())]);
        let programme = view.tag(view.plan.programme_of_group(index));
        card_head(ui, &title, programme.unwrap_or_default(), |ui| {
            standing_ui(ui, view, state, place, &all);
        });
        verdict_line_ui(ui, view, state, outbox);
        let mut form = form(view, state, outbox);
        field_grid_ui(ui, &mut form, place, &system, 200.0);
        owned_part_ui(ui, &mut form, place, &owned);
        if !prerequisites.is_empty() {
            hairline(ui);
            let words = i18n::field(language, Field::Prerequisites);
            section_ui(ui, view, place, Field::Prerequisites, &words);
            prerequisites_ui(ui, &mut form, index);
        }
        if !embedded.is_empty() {
            hairline(ui);
            subheading_ui(ui, &tr(language, "profile-embedded"));
            field_grid_ui(ui, &mut form, place, &embedded, 200.0);
        }
        hairline(ui);
        field_ui(ui, &mut form, place, Field::GroupNote);
        findings_ui(ui, view, &all, Some(index), true, outbox);
    });
}

fn owned_part_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, fields: &[Field]) {
    if fields.is_empty() {
        return;
    }
    let view = form.view;
    hairline(ui);
    let words = i18n::field(view.language, Field::Owned);
    section_ui(ui, view, place, Field::Owned, &words);
    let is_active = not_needed_because(view, place, Field::Owned).is_none();
    let width = ui.available_width();
    let response = control_ui(ui, form, place, Field::Owned, width, is_active);
    take_focus(form, &response, place, Field::Owned);
    if fields.contains(&Field::OwnedChannel) {
        field_grid_ui(ui, form, place, &[Field::OwnedChannel], 200.0);
    }
}

/// What has to be installed first hangs on the system.
fn prerequisites_ui(ui: &mut Ui, form: &mut Form<'_, '_>, index: usize) {
    let view = form.view;
    let place = Place::Group(index);
    let group = view.document.profile.groups.get(index);
    let has_system = group.is_some_and(|group| group.product.is_some());
    if !has_system && offered(view, place, Field::Prerequisites).is_empty() {
        let words = tr(view.language, "widget-choose-system-first");
        text::muted(ui, words, Type::Table);
        return;
    }
    open_check_list_ui(ui, form, place, Field::Prerequisites);
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
            // Without a number of endpoints the row counts none.
            let words = match row.endpoints {
                0 => verdict,
                endpoints => format!("{verdict} {}", i18n::number(view.language, endpoints)),
            };
            let words = text::rich(ui, words, Type::TableStrong);
            ui.label(words);
            let reason = text::rich(ui, decisive_words(view, &row.trace), Type::Table);
            ui.label(reason.color(Theme::of(ui).muted));
            source_chips(ui, &row.trace.faq, view.language, outbox);
        });
    }
}
