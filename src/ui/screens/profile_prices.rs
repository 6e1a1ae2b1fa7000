//! The prices that the organisation was quoted, and its own prices of the ways out.

use std::sync::Arc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Align2, Galley, Id, Role, Sense, Ui, WidgetInfo, vec2};

use super::ScreensState;
use super::faq::filter_ui;
use super::profile::form;
use crate::document::Edit;
use crate::domain::field::{Field, Place};
use crate::domain::money::{Currency, Money};
use crate::domain::profile::DataId;
use crate::domain::programme::{Exit, Programme, Sku, SkuStatus};
use crate::i18n::{amount, count, money, tr, tr_with};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::widgets::card::{card_ui, folding_head, hairline};
use crate::ui::widgets::field::{Form, field_grid_ui, take_focus};
use crate::ui::widgets::price_words::{
    exit_priced_words, is_plain_sku, known_price_id, priced_words,
};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::text_control::{TextControl, wrong_ui};
use crate::ui::widgets::typing::{TypingKey, read_amount};
use crate::ui::{Outbox, View};

/// What the card remembers between frames.
#[derive(Debug, Default)]
pub(super) struct PricesState {
    pub(super) is_open: bool,
    /// Whether prices are listed that nothing in the plan hangs on.
    shows_all: bool,
    /// The price that the keyboard is to go to.
    pub(super) focus: Option<DataId>,
}

/// So many prices are listed whether the plan has a use for them or not.
const FEW: usize = 12;
/// The width of one price.
const WIDTH: f32 = 236.0;

/// A price that can be entered: for what, and what is known of it.
struct Entry<'a> {
    id: &'a DataId,
    name: &'a str,
    /// What it is for; empty where that need not be said.
    priced: String,
    hint: String,
}

/// The prices of one programme, in the plan's order.
struct Part<'a> {
    position: usize,
    skus: Vec<&'a Sku>,
    exits: Vec<&'a Exit>,
}

/// Draws the card of all prices.
pub(super) fn prices_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let quotes = &view.document.profile.organisation.quotes;
    card_ui(ui, |ui| {
        let all: Vec<Part<'_>> = view
            .programmes()
            .map(|(p, of)| every_price(p, of))
            .collect();
        let ids = all.iter().flat_map(Part::ids);
        let entered = ids.filter(|id| quotes.contains_key(*id)).count();
        let number: usize = all.iter().map(|part| part.ids().count()).sum();
        let title = tr(language, "profile-prices");
        let entered = ("quoted", count(entered as u64));
        let note = if number > FEW {
            // Nobody enters all of them.
            tr_with(language, "profile-entered", &[entered])
        } else {
            let number = ("all", count(number as u64));
            tr_with(language, "profile-quoted", &[entered, number])
        };
        let is_open = state.profile.prices.is_open;
        let id = Id::unique("fold").with("prices");
        if folding_head(ui, id, &title, &note, is_open) {
            state.profile.prices.is_open = !is_open;
        }
        if !is_open {
            return;
        }
        let note = if is_plain(&all) {
            "profile-prices-note"
        } else {
            "profile-prices-note-units"
        };
        text::muted(ui, tr(language, note), Type::Table);
        let parts = if number > FEW {
            let useful = useful_prices(view, state, &all);
            filters_ui(ui, view, state);
            if state.profile.prices.shows_all {
                all
            } else {
                useful
            }
        } else {
            all
        };
        let mut focus_quote = state.profile.prices.focus.take();
        let mut form = form(view, state, outbox);
        let place = Place::Organisation;
        field_grid_ui(ui, &mut form, place, &[Field::Currency], 200.0);
        parts_ui(ui, &mut form, &parts, &mut focus_quote);
        if focus_quote.is_some() && !state.profile.prices.shows_all {
            // It is not among those that the plan has a use for.
            state.profile.prices.shows_all = true;
            state.profile.prices.focus = focus_quote;
        }
    });
}

fn filters_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let shows_all = state.profile.prices.shows_all;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        let words = tr(view.language, "profile-prices-of-plan");
        if filter_ui(ui, &words, !shows_all) {
            state.profile.prices.shows_all = false;
        }
        let words = tr(view.language, "profile-prices-all");
        if filter_ui(ui, &words, shows_all) {
            state.profile.prices.shows_all = true;
        }
    });
}

impl<'a> Part<'a> {
    fn ids(&self) -> impl Iterator<Item = &'a DataId> {
        let skus = self.skus.iter().map(|sku| &sku.id);
        skus.chain(self.exits.iter().map(|exit| &exit.id))
    }
}

/// All prices of a programme; of what no source confirms that it is sold, none is asked.
fn every_price(position: usize, programme: &Programme) -> Part<'_> {
    let is_sold = |sku: &&Sku| sku.status == SkuStatus::Orderable;
    Part {
        position,
        skus: programme.skus.iter().filter(is_sold).collect(),
        exits: programme.exits.iter().collect(),
    }
}

/// The prices that something in the plan hangs on, or that were entered; all of them where nothing
/// is ordered and no way out fits.
fn useful_prices<'a>(view: &View<'_>, state: &mut ScreensState, all: &[Part<'a>]) -> Vec<Part<'a>> {
    let quotes = &view.document.profile.organisation.quotes;
    let exits = state.derived.exits(view);
    let is_ordered = |id: &DataId| view.plan.orders.iter().any(|line| line.sku == *id);
    let fits = |id: &DataId| exits.iter().any(|exit| exit.id == *id);
    all.iter()
        .map(|part| {
            let mut skus = part.skus.clone();
            skus.retain(|sku| is_ordered(&sku.id) || quotes.contains_key(&sku.id));
            let mut exits = part.exits.clone();
            exits.retain(|exit| fits(&exit.id) || quotes.contains_key(&exit.id));
            Part {
                position: part.position,
                skus,
                exits,
            }
        })
        .collect()
}

/// Whether all SKUs are priced by the device and coverage year.
fn is_plain(parts: &[Part<'_>]) -> bool {
    let mut skus = parts.iter().flat_map(|part| &part.skus);
    skus.all(|sku| is_plain_sku(sku))
}

fn parts_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    parts: &[Part<'_>],
    focus_quote: &mut Option<DataId>,
) {
    let view = form.view;
    let language = view.language;
    let is_plain = is_plain(parts);
    let heading_ui = |ui: &mut Ui, position| {
        if let Some(tag) = view.tag(position) {
            ui.add_space(8.0);
            text::line(ui, tag, Type::TableStrong);
        }
    };
    for part in parts.iter().filter(|part| !part.skus.is_empty()) {
        heading_ui(ui, part.position);
        let entries = part.skus.iter().map(|sku| Entry {
            id: &sku.id,
            name: &sku.name,
            priced: if is_plain {
                String::new()
            } else {
                priced_words(language, sku.unit, sku.priced_per, sku.priced_for)
            },
            hint: known_price(view, part.position, sku),
        });
        entries_ui(ui, form, entries, focus_quote);
    }
    let has_exits = parts.iter().any(|part| !part.exits.is_empty());
    if !has_exits {
        return;
    }
    hairline(ui);
    text::label(ui, tr(language, "profile-exit-prices"), Type::Strong);
    text::muted(ui, tr(language, "profile-exit-prices-note"), Type::Table);
    for part in parts.iter().filter(|part| !part.exits.is_empty()) {
        heading_ui(ui, part.position);
        let entries = part.exits.iter().map(|exit| Entry {
            id: &exit.id,
            name: exit.name.get(language),
            priced: exit_priced_words(language, exit.priced_for),
            hint: tr(language, "widget-unknown"),
        });
        entries_ui(ui, form, entries, focus_quote);
    }
}

fn entries_ui<'e>(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    entries: impl Iterator<Item = Entry<'e>>,
    focus_quote: &mut Option<DataId>,
) {
    let width = ui.available_width();
    let entries: Vec<Entry<'_>> = entries.collect();
    for row in entries.chunks(in_a_row(width)) {
        // All of a row have room for two lines where one of them needs it.
        let is_long = |entry: &Entry<'_>| name_galley(ui, entry.name, 2).rows.len() > 1;
        let lines = if row.iter().any(is_long) { 2 } else { 1 };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 16.0;
            for entry in row {
                ui.allocate_ui(vec2(WIDTH, 0.0), |ui| {
                    ui.vertical(|ui| {
                        ui.set_width(WIDTH);
                        ui.spacing_mut().item_spacing.y = 4.0;
                        name_ui(ui, entry.name, lines);
                        entry_ui(ui, form, entry, focus_quote);
                    });
                });
            }
        });
    }
}

fn name_galley(ui: &Ui, name: &str, lines: usize) -> Arc<Galley> {
    let ink = Theme::of(ui).muted;
    let font = Type::SmallMedium.font();
    let mut job = LayoutJob::simple(name.to_owned(), font, ink, WIDTH);
    job.wrap.max_rows = lines;
    ui.painter().layout_job(job)
}

/// Draws the name over a price, at the foot of as many lines as its row has.
fn name_ui(ui: &mut Ui, name: &str, lines: usize) {
    let galley = name_galley(ui, name, lines);
    let height = if lines > 1 { 32.0 } else { 16.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let is_cut = galley.elided;
    let at = Align2::LEFT_BOTTOM.align_size_within_rect(galley.size(), rect);
    ui.painter().galley(at.min, galley, Theme::of(ui).muted);
    if is_cut {
        response.on_hover_text(name);
    }
}

/// How many prices fit beside one another.
fn in_a_row(width: f32) -> usize {
    let mut number = 1;
    let mut taken = WIDTH;
    while taken + 16.0 + WIDTH <= width {
        taken += 16.0 + WIDTH;
        number += 1;
    }
    number
}

/// The price that the data knows for a SKU, in the channel in which the plan orders it.
fn known_price(view: &View<'_>, position: usize, sku: &Sku) -> String {
    let Some(programme) = view.programme_at(position) else {
        return String::new();
    };
    let mut lines = view.plan.orders.iter();
    let ordered = lines.find(|line| line.sku == sku.id);
    let price = ordered
        .and_then(|line| programme.price(sku, line.channel))
        .or_else(|| programme.prices.iter().find(|price| price.sku == sku.id));
    let known = price.and_then(|price| {
        let sum = Money {
            minor_units: i128::from(price.minor_units),
            currency: Currency::new(&price.currency)?,
        };
        let sum = money(view.language, sum);
        let id = known_price_id(price);
        Some(tr_with(view.language, id, &[("price", sum.into())]))
    });
    known.unwrap_or_default()
}

fn entry_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    entry: &Entry<'_>,
    focus_quote: &mut Option<DataId>,
) {
    let view = form.view;
    let language = view.language;
    let organisation = &view.document.profile.organisation;
    let currency = organisation.currency.unwrap_or(Currency::USD);
    let written = |minor_units: i128| {
        let sum = Money {
            minor_units,
            currency,
        };
        amount(language, sum)
    };
    let held = organisation.quotes.get(entry.id);
    let held = held.map(|amount| written(*amount)).unwrap_or_default();
    let mut name = format!("{}, {currency}", entry.name);
    if !entry.priced.is_empty() {
        name = format!("{name} {}", entry.priced);
    }
    let control = TextControl {
        name: &name,
        hint: &entry.hint,
        width: WIDTH,
        height: CONTROL_HEIGHT,
        is_active: true,
        is_number: false,
        empty_is_known: false,
        salt: "form",
    };
    let typed = control.show(
        ui,
        form.typing,
        &TypingKey::Quote(DataId::clone(entry.id)),
        &held,
        |text| read_amount(language, text),
        |value| value.map_or_else(String::new, written),
    );
    wrong_ui(ui, typed.wrong.as_deref());
    if !entry.priced.is_empty() {
        text::line(ui, &entry.priced, Type::Small);
    }
    if let Some(minor_units) = typed.value {
        form.outbox.edits.push(Edit::SetQuote {
            sku: DataId::clone(entry.id),
            minor_units,
        });
    }
    if typed.response.lost_focus() {
        form.outbox.typing_ended = true;
    }
    match focus_quote {
        Some(wanted) if wanted == entry.id => {
            *focus_quote = None;
            *form.focus = None;
            typed.response.request_focus();
            typed.response.scroll_to_me(Some(Align::Center));
        }
        Some(_) => {}
        None => take_focus(form, &typed.response, Place::Organisation, Field::Quotes),
    }
}
