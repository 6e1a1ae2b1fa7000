//! The form: the organisation, its groups and how it deploys.

use eframe::egui::{Id, Ui};

use super::frame::{Side, old_data_ui, title_row_ui, two_columns_ui};
use super::groups_bulk::{Bulk, bulk_ui};
use super::groups_state::GroupsState;
use super::paste_rows::{PasteState, paste_ui};
use super::profile_anchor::Anchor;
use super::profile_outline::{outline_ui, standing_ui};
use super::profile_prices::PricesState;
use super::{ScreensState, group_editor, groups_table, paste_rows, profile_prices};
use crate::domain::field::{Answer, Field, Place};
use crate::domain::plan::PlanNote;
use crate::i18n::{count, say, tr, tr_with};
use crate::ui::command::Command;
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, folding_head};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::field::{
    Form, concerns, field_grid_ui, field_ui, is_told_at_field, not_needed_because, shown,
};
use crate::ui::widgets::plan_so_far::{OpenChoice, open_ui, plan_so_far_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, PlanPart, Screen, View, icons};

/// The fields of the first card.
pub(super) const LICENSING: [Field; 11] = [
    Field::Name,
    Field::Sector,
    Field::Role,
    Field::Channels,
    Field::OrderChannel,
    Field::WindowsEnterprise,
    Field::E5Offer,
    Field::ServerAssurance,
    Field::SqlAssurance,
    Field::SupportContracts,
    Field::Tenant,
];

/// The fields of "Getting ready to deploy".
pub(super) const DEPLOYMENT: [Field; 5] = [
    Field::UpdateTools,
    Field::ConfigurationManager,
    Field::ImageServicing,
    Field::Kms,
    Field::Reimaging,
];

/// The fields of "Beside Windows".
pub(super) const BESIDE: [Field; 6] = [
    Field::DotNet,
    Field::InternetExplorer11,
    Field::SecurityEssentials,
    Field::EndpointProtection,
    Field::Office2010,
    Field::OlderWindows,
];

/// What the profile remembers between frames.
#[derive(Debug, Default)]
pub struct ProfileState {
    deployment_is_open: bool,
    beside_is_open: bool,
    pub(super) prices: PricesState,
    pub(super) groups: GroupsState,
    /// The answer that several groups are to get.
    pub(super) bulk: Option<Bulk>,
    /// Rows from a spreadsheet that are looked at.
    pub(super) paste: Option<PasteState>,
    /// What keeps its place while the form changes.
    anchor: Anchor,
}

impl ProfileState {
    /// Looks at rows that were pasted.
    pub(super) fn paste_text(&mut self, view: &View<'_>, text: &str) {
        if !text.trim().is_empty() {
            self.paste = Some(PasteState::of_text(view, text));
        }
    }

    /// Looks at the rows of a file.
    pub(super) fn import(&mut self, view: &View<'_>, name: String, bytes: Vec<u8>) {
        self.paste = Some(PasteState::of_file(view, name, bytes));
    }

    /// Opens the card that a field stands in.
    pub(super) fn unfold_for(&mut self, field: Field) {
        if DEPLOYMENT.contains(&field) {
            self.deployment_is_open = true;
        } else if BESIDE.contains(&field) {
            self.beside_is_open = true;
        } else if matches!(field, Field::Currency | Field::Quotes) {
            self.prices.is_open = true;
        }
    }
}

/// Draws the form and, beside it, the plan so far.
pub(super) fn profile_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    // Every way that leads to a field opens the card in which it stands.
    if let Some((_, field)) = state.focus_field {
        state.profile.unfold_for(field);
    }
    if std::mem::take(&mut state.paste_rows) {
        paste_rows::open(ui, state);
    }
    if let Some((name, bytes)) = state.import_rows.take() {
        state.profile.import(view, name, bytes);
    }
    bulk_ui(ui, view, state, outbox);
    paste_ui(ui, view, state, outbox);
    two_columns_ui(ui, "profile", 300.0, 900.0, |ui, side| match side {
        Side::Main => main_ui(ui, view, state, outbox),
        Side::Right => {
            plan_so_far_ui(ui, view, state.derived.counts());
            if let Some(open) = open_ui(ui, view, outbox) {
                go_to_open(view, state, outbox, open);
            }
        }
    });
}

/// Goes where an open question is answered.
pub(super) fn go_to_open(
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &Outbox,
    chosen: OpenChoice,
) {
    let OpenChoice { programme, field } = chosen;
    if outbox.go_to == Some(Screen::Decisions) {
        if let Some(step) = view.step_in(programme, field) {
            state.decisions.select(view.key(step));
        }
        return;
    }
    let open = view.plan.open_questions.iter();
    let group = open
        .filter(|open| open.field == Some(field) && open.programme == programme)
        .find_map(|open| open.groups.first().copied());
    if let Some(index) = group {
        state.show_field(Place::Group(index), field);
    }
}

fn main_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    let top = ui.min_rect().top();
    head_ui(ui, view, outbox);
    old_data_ui(ui, view);
    outline_ui(ui, view, state);
    let place = Place::Organisation;
    card_ui(ui, |ui| {
        let fields = shown(view, place, &LICENSING);
        card_head(ui, &tr(language, "profile-organisation"), "", |ui| {
            standing_ui(ui, view, state, place, &fields);
        });
        let mut form = form(view, state, outbox);
        field_grid_ui(ui, &mut form, place, &fields, 200.0);
        findings_ui(ui, view, &LICENSING, None, true, outbox);
    });
    let groups = groups_table::groups_card_ui(ui, view, state, outbox);
    if !view.document.profile.groups.is_empty() {
        group_editor::group_cards_ui(ui, view, state, outbox);
    }
    let folding: [(&str, &str, &[Field]); 2] = [
        ("deployment", "profile-deployment", &DEPLOYMENT),
        ("beside", "profile-beside", &BESIDE),
    ];
    for (salt, title, fields) in folding {
        let fields = shown(view, place, fields);
        if fields.is_empty() {
            continue;
        }
        card_ui(ui, |ui| {
            let open = match salt {
                "deployment" => &mut state.profile.deployment_is_open,
                _ => &mut state.profile.beside_is_open,
            };
            let note = filled_words(view, place, &fields);
            let title = tr(language, title);
            if folding_head(ui, Id::unique("fold").with(salt), &title, &note, *open) {
                *open = !*open;
            }
            let is_open = *open;
            if is_open {
                ui.add_space(4.0);
                let mut form = form(view, state, outbox);
                field_grid_ui(ui, &mut form, place, &fields, 200.0);
            }
            findings_ui(ui, view, &fields, None, is_open, outbox);
        });
    }
    profile_prices::prices_card_ui(ui, view, state, outbox);
    card_ui(ui, |ui| {
        let mut form = form(view, state, outbox);
        field_ui(ui, &mut form, place, Field::Note);
    });
    state.profile.anchor.keep_in_place(ui, top, groups);
}

/// The title, and at the right the ways in which rows come from a spreadsheet.
fn head_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    let language = view.language;
    let title = tr(language, "profile-title");
    let subtitle = tr(language, "profile-subtitle");
    title_row_ui(ui, &title, &subtitle, |ui| {
        for (icon, id, command) in [
            (icons::CLIPBOARD, "groups-paste", Command::PasteRows),
            (icons::TABLE, "groups-import", Command::ImportRows),
        ] {
            let words = tr(language, id);
            if Button::secondary(icon, &words).show(ui).clicked() {
                outbox.commands.push(command);
            }
        }
    });
}

/// The form of a screen's state.
pub(super) fn form<'f, 'v>(
    view: &'f View<'v>,
    state: &'f mut ScreensState,
    outbox: &'f mut Outbox,
) -> Form<'f, 'v> {
    Form {
        view,
        typing: &mut state.typing,
        focus: &mut state.focus_field,
        outbox,
    }
}

/// How many of the fields that matter are filled: `5 of 8 filled`.
pub(super) fn filled_words(view: &View<'_>, place: Place, fields: &[Field]) -> String {
    let mut all = 0u64;
    let mut filled = 0u64;
    for field in fields {
        let is_filled = view.document.profile.answer(place, *field) != Answer::Unknown;
        if !is_filled && not_needed_because(view, place, *field).is_some() {
            continue;
        }
        all += 1;
        filled += u64::from(is_filled);
    }
    if filled == all {
        return tr(view.language, "profile-all-filled");
    }
    tr_with(
        view.language,
        "profile-filled",
        &[("filled", count(filled)), ("all", count(all))],
    )
}

/// Draws the warnings about some fields, of one group or of the organisation: the first few, and
/// how many more the plan has. Where the fields are drawn, contradictions stand at them.
pub(super) fn findings_ui(
    ui: &mut Ui,
    view: &View<'_>,
    fields: &[Field],
    group: Option<usize>,
    are_drawn: bool,
    outbox: &mut Outbox,
) {
    const MOST: usize = 5;
    let place = group.map_or(Place::Organisation, Place::Group);
    let is_about = |warning: &&PlanNote| {
        fields.contains(&warning.about)
            && concerns(view, warning, place)
            && !(are_drawn && is_told_at_field(warning))
    };
    let warnings: Vec<&PlanNote> = view.plan.warnings.iter().filter(is_about).collect();
    for warning in warnings.iter().take(MOST) {
        let ink = Theme::of(ui).needs_decision;
        text::marked_ui(ui, icons::WARNING_CIRCLE, ink, |ui| {
            text::flow_ui(ui, |ui| {
                let words = say(view.language, &warning.text);
                // In a group's own card it is clear whose it is.
                let words = match group {
                    Some(_) => words,
                    None => view.tagged(warning.programme, &words),
                };
                let words = text::rich(ui, words, Type::Table);
                ui.label(words);
                source_chips(ui, &warning.faq, view.language, outbox);
            });
        });
    }
    if warnings.len() > MOST {
        let more = count((warnings.len() - MOST) as u64);
        let words = tr_with(view.language, "profile-more-warnings", &[("count", more)]);
        if Button::quiet(icons::ARROW_RIGHT, &words).show(ui).clicked() {
            outbox.show_part = Some(PlanPart::Warnings);
        }
    }
}
