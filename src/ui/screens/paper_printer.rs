//! The choice of a printer: those of this computer, and one on the network by its address.

use std::borrow::Cow;

use eframe::egui::{Id, Key, Ui};

use super::paper_print::{PrintState, label_ui, warning_ui};
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::print::words::{error_words, printer_words, printer_words_in_short, security_words};
use crate::print::{PrintError, Printer, PrinterState};
use crate::report::words::clean;
use crate::ui::paper::{Address, PaperAsk, PrintAsk, Printers};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::control::{Look, Select, list_entry};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::text_control::wrong_ui;
use crate::ui::widgets::text_field::TextField;
use crate::ui::{Outbox, View, icons};

/// A printer as people call it, on one line.
fn called(printer: &Printer) -> Cow<'_, str> {
    let description = printer.description.as_deref();
    let description = description.filter(|words| !words.trim().is_empty());
    clean(description.unwrap_or(&printer.name))
}

/// The same where there is little room.
fn called_in_short(printer: &Printer) -> String {
    const MOST: usize = 48;
    let name = called(printer);
    match name.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default().trim_end()),
        None => name.into_owned(),
    }
}

/// Why nothing can be sent to a printer.
pub(super) fn reasons_against(language: Language, printer: &Printer) -> Vec<String> {
    let mut reasons = Vec::new();
    if printer.abilities.form.is_none() {
        reasons.push(error_words(language, &PrintError::NoForm));
    } else if !printer.accepts_jobs {
        let message = printer.message.clone();
        reasons.push(error_words(language, &PrintError::NotAccepting { message }));
    }
    reasons
}

/// Draws the choice.
pub(super) fn printer_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut PrintState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let print = view.paper.print;
    let name = tr(language, "paper-printer");
    label_ui(ui, &name);
    let printer = print.printer();
    let words = match (printer, print.printers) {
        (Some(printer), _) => called(printer).into_owned(),
        (None, Printers::Asked) => tr(language, "paper-printers-asked"),
        (None, Printers::Known(_) | Printers::Failed(_)) => tr(language, "paper-printers-none"),
    };
    let select = Select {
        name: &name,
        words: &words,
        look: if printer.is_some() {
            Look::Known
        } else {
            Look::Unknown
        },
        is_active: true,
    };
    let width = ui.available_width();
    let (response, chosen) = select.show(ui, Id::unique("paper-printer"), width, false, |ui| {
        list_ui(ui, view, printer)
    });
    if std::mem::take(&mut state.focus_first) {
        response.request_focus();
    }
    if let Some(name) = chosen.flatten() {
        outbox.paper.push(PaperAsk::Print(PrintAsk::Choose(name)));
    }
    if let Some(printer) = printer {
        about_ui(ui, view, printer);
    }
    if let Printers::Failed(error) = print.printers {
        warning_ui(ui, &error_words(language, error));
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let is_asking = print.printers == Printers::Asked;
        let words = tr(language, "paper-printers-refresh");
        let button = Button::quiet(icons::ARROWS_CLOCKWISE, &words);
        let response = ui.add_enabled_ui(!is_asking, |ui| button.show(ui)).inner;
        if response.clicked() {
            outbox.paper.push(PaperAsk::Print(PrintAsk::Refresh));
        }
        let words = tr(language, "paper-printer-by-address");
        if Button::quiet(icons::PLUS, &words).show(ui).clicked() {
            state.wants_address = !state.wants_address;
        }
    });
    if state.wants_address {
        address_ui(ui, view, state, outbox);
    }
}

/// The printers in an opened list; gives the name of the one that was chosen.
fn list_ui(ui: &mut Ui, view: &View<'_>, now: Option<&Printer>) -> Option<String> {
    let language = view.language;
    let mut chosen = None;
    for printer in view.paper.print.all() {
        let state = printer_words_in_short(language, printer);
        let mut words = format!("{} · {state}", called_in_short(printer));
        if printer.is_default {
            words = format!("{words} · {}", tr(language, "paper-printer-default"));
        }
        let is_now = now.is_some_and(|now| now.name == printer.name);
        if list_entry(ui, &words, is_now, false) {
            chosen = Some(printer.name.clone());
        }
    }
    chosen
}

/// What is known of a printer: its state in words, where it stands, and how it is reached.
fn about_ui(ui: &mut Ui, view: &View<'_>, printer: &Printer) {
    let language = view.language;
    let theme = Theme::of(ui);
    let is_well = printer.state != PrinterState::Stopped && printer.accepts_jobs;
    let (icon, ink) = if is_well {
        (icons::CHECK_CIRCLE, theme.covered_free)
    } else {
        (icons::WARNING, theme.needs_decision)
    };
    text::marked_ui(ui, icon, ink, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::label(ui, printer_words(language, printer), Type::Table);
        let known = [&printer.model, &printer.location];
        let known = known.into_iter().flatten().map(|words| clean(words.trim()));
        let known: Vec<_> = known.filter(|words| !words.is_empty()).collect();
        if !known.is_empty() {
            text::muted(ui, known.join(" · "), Type::Small);
        }
        if let Some(words) = security_words(language, printer.security) {
            text::muted(ui, words, Type::Small);
        }
    });
}

/// The field for an address, and what became of it.
fn address_ui(ui: &mut Ui, view: &View<'_>, state: &mut PrintState, outbox: &mut Outbox) {
    let language = view.language;
    let print = view.paper.print;
    let name = tr(language, "paper-printer-address");
    label_ui(ui, &name);
    let mut is_asked = false;
    text::row_ui(ui, CONTROL_HEIGHT, |ui| {
        let words = tr(language, "paper-printer-find");
        // The button's own width with its margins; the field takes the rest.
        let width = ui.available_width() - 72.0;
        let field = TextField {
            name: &name,
            hint: &tr(language, "paper-printer-address-hint"),
            width,
            look: match print.address {
                Address::Failed(_) => Look::Wrong,
                Address::None | Address::Asked => Look::Known,
            },
            is_number: false,
        };
        let response = field.show(ui, Id::unique("paper-address"), &mut state.address);
        is_asked = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let can = print.address != Address::Asked && !state.address.trim().is_empty();
        let button = Button::secondary("", &words);
        let response = ui.add_enabled_ui(can, |ui| button.show(ui)).inner;
        is_asked = (is_asked || response.clicked()) && can;
    });
    if is_asked {
        let address = state.address.trim().to_owned();
        outbox
            .paper
            .push(PaperAsk::Print(PrintAsk::LookUp(address)));
    }
    match print.address {
        Address::Asked => {
            text::muted(ui, tr(language, "paper-printer-looking"), Type::Small);
        }
        Address::Failed(error) => wrong_ui(ui, Some(&error_words(language, error))),
        Address::None => {}
    }
}

/// The account of what is printed where.
pub(super) fn printing_on(language: Language, printer: &str) -> String {
    let printer = printer.to_owned().into();
    tr_with(language, "paper-job-on", &[("printer", printer)])
}
