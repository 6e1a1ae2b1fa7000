//! The form: the organisation, its groups and the prices it was quoted.

use eframe::egui::{Id, Ui, vec2};

use super::frame::{Side, title_ui, two_columns_ui};
use super::{ScreensState, group_editor, groups_table};
use crate::document::Edit;
use crate::domain::field::{Answer, Field, Place};
use crate::domain::money::{Currency, Money};
use crate::domain::profile::DataId;
use crate::i18n::{amount, count, say, tr, tr_with};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::widgets::card::{card_head, card_ui, folding_head};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::field::{Form, field_grid_ui, not_needed_because, take_focus};
use crate::ui::widgets::plan_so_far::{open_ui, plan_so_far_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::text_control::{TextControl, wrong_ui};
use crate::ui::widgets::typing::{TypingKey, read_amount};
use crate::ui::{Outbox, Screen, View, icons};

/// The fields of the first card.
pub(super) const LICENSING: [Field; 9] = [
    Field::Name,
    Field::Sector,
    Field::Role,
    Field::Channels,
    Field::OrderChannel,
    Field::WindowsEnterprise,
    Field::E5Offer,
    Field::SupportContracts,
    Field::Tenant,
];

/// The fields of "Getting ready to deploy".
const DEPLOYMENT: [Field; 5] = [
    Field::UpdateTools,
    Field::ConfigurationManager,
    Field::ImageServicing,
    Field::Kms,
    Field::Reimaging,
];

/// The fields of "Beside Windows".
const BESIDE: [Field; 6] = [
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
    prices_are_open: bool,
    /// Groups that are ticked, by position.
    pub(super) ticked: std::collections::BTreeSet<usize>,
}

impl ProfileState {
    /// Opens the card that a field stands in.
    pub(super) fn unfold_for(&mut self, field: Field) {
        if DEPLOYMENT.contains(&field) {
            self.deployment_is_open = true;
        } else if BESIDE.contains(&field) {
            self.beside_is_open = true;
        } else if matches!(field, Field::Currency | Field::Quotes) {
            self.prices_are_open = true;
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
    two_columns_ui(ui, "profile", 300.0, 900.0, |ui, side| match side {
        Side::Main => main_ui(ui, view, state, outbox),
        Side::Right => {
            plan_so_far_ui(ui, view, state.derived.counts());
            if let Some(field) = open_ui(ui, view, outbox) {
                go_to_open(view, state, outbox, field);
            }
        }
    });
}

/// Goes where an open question is answered.
pub(super) fn go_to_open(view: &View<'_>, state: &mut ScreensState, outbox: &Outbox, field: Field) {
    if outbox.go_to == Some(Screen::Decisions) {
        state.decisions.select(field);
        return;
    }
    let open = view.plan.open_questions.iter();
    let group = open
        .filter(|open| open.field == Some(field))
        .find_map(|open| open.groups.first().copied());
    if let Some(index) = group {
        state.show_field(Place::Group(index), field);
    }
}

fn main_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    title_ui(
        ui,
        &tr(language, "profile-title"),
        &tr(language, "profile-subtitle"),
    );
    card_ui(ui, |ui| {
        let note = filled_words(view, Place::Organisation, &LICENSING);
        card_head(ui, &tr(language, "profile-organisation"), "", |ui| {
            text::muted(ui, note, Type::Small);
        });
        let mut form = form(view, state, outbox);
        field_grid_ui(ui, &mut form, Place::Organisation, &LICENSING, 200.0);
        findings_ui(ui, view, &LICENSING, None, outbox);
    });
    groups_table::groups_card_ui(ui, view, state, outbox);
    if !view.document.profile.groups.is_empty() {
        group_editor::group_cards_ui(ui, view, state, outbox);
    }
    let folding: [(&str, String, &[Field]); 2] = [
        (
            "deployment",
            tr(language, "profile-deployment"),
            &DEPLOYMENT,
        ),
        ("beside", tr(language, "profile-beside"), &BESIDE),
    ];
    for (salt, title, fields) in folding {
        card_ui(ui, |ui| {
            let open = match salt {
                "deployment" => &mut state.profile.deployment_is_open,
                _ => &mut state.profile.beside_is_open,
            };
            let note = filled_words(view, Place::Organisation, fields);
            if folding_head(ui, Id::unique("fold").with(salt), &title, &note, *open) {
                *open = !*open;
            }
            if *open {
                ui.add_space(4.0);
                let mut form = form(view, state, outbox);
                field_grid_ui(ui, &mut form, Place::Organisation, fields, 200.0);
            }
            findings_ui(ui, view, fields, None, outbox);
        });
    }
    prices_card_ui(ui, view, state, outbox);
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

/// Draws the warnings about some fields, of one group or of the organisation.
pub(super) fn findings_ui(
    ui: &mut Ui,
    view: &View<'_>,
    fields: &[Field],
    group: Option<usize>,
    outbox: &mut Outbox,
) {
    for warning in &view.plan.warnings {
        let is_about = fields.contains(&warning.about)
            && group.is_none_or(|group| {
                warning.groups.is_empty() || warning.groups.binary_search(&group).is_ok()
            });
        if !is_about {
            continue;
        }
        let ink = Theme::of(ui).needs_decision;
        text::marked_ui(ui, icons::WARNING_CIRCLE, ink, |ui| {
            text::flow_ui(ui, |ui| {
                let words = text::rich(ui, say(view.language, &warning.text), Type::Table);
                ui.label(words);
                source_chips(ui, &warning.faq, view.language, outbox);
            });
        });
    }
}

fn prices_card_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    let quotes = &view.document.profile.organisation.quotes;
    card_ui(ui, |ui| {
        let title = tr(language, "profile-prices");
        let note = tr_with(
            language,
            "profile-quoted",
            &[
                ("quoted", count(quotes.len() as u64)),
                ("all", count(view.programme.skus.len() as u64)),
            ],
        );
        let is_open = state.profile.prices_are_open;
        if folding_head(
            ui,
            Id::unique("fold").with("prices"),
            &title,
            &note,
            is_open,
        ) {
            state.profile.prices_are_open = !is_open;
        }
        if !is_open {
            return;
        }
        text::muted(ui, tr(language, "profile-prices-note"), Type::Table);
        let mut form = form(view, state, outbox);
        field_grid_ui(
            ui,
            &mut form,
            Place::Organisation,
            &[Field::Currency],
            200.0,
        );
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(16.0, 12.0);
            for sku in &view.programme.skus {
                ui.allocate_ui(vec2(236.0, 56.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(236.0);
                        quote_ui(ui, &mut form, &sku.id, &sku.name);
                    });
                });
            }
        });
    });
}

fn quote_ui(ui: &mut Ui, form: &mut Form<'_, '_>, sku: &DataId, name: &str) {
    let view = form.view;
    let language = view.language;
    let organisation = &view.document.profile.organisation;
    let currency = organisation.currency.unwrap_or(Currency::USD);
    ui.spacing_mut().item_spacing.y = 4.0;
    text::line(ui, name, Type::SmallMedium);
    let reported = view
        .programme
        .prices
        .iter()
        .find(|price| price.sku == *sku)
        .and_then(|price| {
            let money = Money {
                minor_units: i128::from(price.minor_units),
                currency: Currency::new(&price.currency)?,
            };
            let money = crate::i18n::money(language, money);
            Some(tr_with(
                language,
                "profile-reported-price",
                &[("price", money.into())],
            ))
        })
        .unwrap_or_default();
    let held = organisation
        .quotes
        .get(sku)
        .map(|minor_units| {
            amount(
                language,
                Money {
                    minor_units: *minor_units,
                    currency,
                },
            )
        })
        .unwrap_or_default();
    let control = TextControl {
        name: &format!("{name}, {currency}"),
        hint: &reported,
        width: 236.0,
        height: CONTROL_HEIGHT,
        is_active: true,
        is_number: false,
        empty_is_known: false,
        salt: "form",
    };
    let typed = control.show(
        ui,
        form.typing,
        &TypingKey::Quote(DataId::clone(sku)),
        &held,
        |text| read_amount(language, text),
        |value| {
            value.map_or_else(String::new, |minor_units| {
                amount(
                    language,
                    Money {
                        minor_units,
                        currency,
                    },
                )
            })
        },
    );
    wrong_ui(ui, typed.wrong.as_deref());
    if let Some(minor_units) = typed.value {
        form.outbox.edits.push(Edit::SetQuote {
            sku: DataId::clone(sku),
            minor_units,
        });
    }
    if typed.response.lost_focus() {
        form.outbox.typing_ended = true;
    }
    take_focus(form, &typed.response, Place::Organisation, Field::Quotes);
}
