//! The print panel: a printer, how it is to print, and what the print system says of the job.

use eframe::egui::{Frame, Id, Label, Margin, Ui, accesskit::Live};

use super::frame::column_ui;
use super::paper::{is_ready, paper_words};
use super::paper_document::viewer_ui;
use super::paper_job::job_ui;
use super::paper_printer::{printer_ui, reasons_against};
use crate::i18n::{tr, tr_with};
use crate::print::shortfalls;
use crate::print::words::{colour_words, pages_words, shortfall_words, sides_words};
use crate::print::{ColourMode, PageRanges, PrintTicket, Printer, Shortfall, Sides};
use crate::ui::command::Command;
use crate::ui::paper::{PaperAsk, PaperChoices, PrintAsk, Printers};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::hairline;
use crate::ui::widgets::control::Look;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::text_control::wrong_ui;
use crate::ui::widgets::text_field::TextField;
use crate::ui::{Outbox, View, icons};

/// What a person typed and chose in the panel.
#[derive(Debug)]
pub(super) struct PrintState {
    copies: String,
    pages: String,
    sides: Sides,
    colour: ColourMode,
    /// The address of a printer on the network.
    pub(super) address: String,
    /// Whether the field for an address is shown.
    pub(super) wants_address: bool,
    /// Gives the keyboard to the first control.
    pub(super) focus_first: bool,
}

impl Default for PrintState {
    fn default() -> Self {
        Self {
            copies: "1".to_owned(),
            pages: String::new(),
            sides: Sides::One,
            colour: ColourMode::Colour,
            address: String::new(),
            wants_address: false,
            focus_first: false,
        }
    }
}

/// A ticket, or why there is none yet: what is wrong with the copies and with the pages.
struct Filled {
    ticket: Option<PrintTicket>,
    wrong_copies: Option<String>,
    wrong_pages: Option<String>,
}

/// Draws the panel; true when it is left.
pub(super) fn print_panel_ui(
    ui: &mut Ui,
    view: &View<'_>,
    choices: &PaperChoices,
    state: &mut PrintState,
    outbox: &mut Outbox,
) -> bool {
    let language = view.language;
    let room = ui.available_rect_before_wrap();
    let mut is_left = false;
    column_ui(
        ui,
        room,
        ("paper-print", 0),
        Margin::symmetric(16, 16),
        |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            text::ends_ui(
                ui,
                28.0,
                |ui| text::label(ui, tr(language, "paper-print-title"), Type::Heading),
                |ui| {
                    let name = tr(language, "paper-print-close");
                    let button = Button::quiet(icons::X, "").named(&name);
                    is_left = button.show(ui).on_hover_text(&name).clicked();
                },
            );
            if let Some(job) = view.paper.print.job {
                job_ui(ui, view, job, outbox);
                if job.end.is_none() {
                    return;
                }
            }
            printer_ui(ui, view, state, outbox);
            match view.paper.print.printer() {
                Some(printer) => {
                    hairline(ui);
                    form_ui(ui, view, choices, printer, state, outbox);
                }
                None if view.paper.print.printers != Printers::Asked => {
                    hairline(ui);
                    instead_ui(ui, view, choices, outbox);
                }
                None => {}
            }
        },
    );
    is_left
}

/// What can be done where there is no printer.
fn instead_ui(ui: &mut Ui, view: &View<'_>, choices: &PaperChoices, outbox: &mut Outbox) {
    let language = view.language;
    // A print system that does not answer is told with what to do.
    if !matches!(view.paper.print.printers, Printers::Failed(_)) {
        text::muted(ui, tr(language, "paper-print-instead"), Type::Table);
    }
    let is_ready = is_ready(view, choices);
    let words = tr(language, "paper-save-pdf");
    let name = tr(language, Command::SavePdf.message());
    let button = Button::secondary(icons::FLOPPY_DISK, &words).named(&name);
    let response = ui.add_enabled_ui(is_ready, |ui| button.show(ui)).inner;
    if response.clicked() {
        outbox.commands.push(Command::SavePdf);
    }
    viewer_ui(ui, view, is_ready, outbox);
}

fn form_ui(
    ui: &mut Ui,
    view: &View<'_>,
    choices: &PaperChoices,
    printer: &Printer,
    state: &mut PrintState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let filled = filled(view, choices, printer, state);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.vertical(|ui| copies_ui(ui, view, printer, state, &filled));
        ui.vertical(|ui| pages_ui(ui, view, state, &filled));
    });
    wrong_ui(ui, filled.wrong_copies.as_deref());
    wrong_ui(ui, filled.wrong_pages.as_deref());
    let abilities = &printer.abilities;
    label_ui(ui, &tr(language, "paper-sides"));
    for sides in Sides::ALL {
        let can = sides == Sides::One || abilities.sides.contains(&sides);
        let words = sides_words(language, sides);
        let is_chosen = sides_of(printer, state) == sides;
        if option_ui(ui, view, &words, can, is_chosen) {
            state.sides = sides;
        }
    }
    label_ui(ui, &tr(language, "paper-colour"));
    for colour in ColourMode::ALL {
        let can = abilities.colours.contains(&colour);
        let words = colour_words(language, colour);
        let is_chosen = colour_of(printer, state) == colour;
        if option_ui(ui, view, &words, can, is_chosen) {
            state.colour = colour;
        }
    }
    let paper = paper_words(view, choices.paper);
    let paper = tr_with(language, "paper-on-paper", &[("paper", paper.into())]);
    text::muted(ui, paper, Type::Table);
    if let Some(ticket) = &filled.ticket {
        let lacks = shortfalls(printer, ticket);
        // What can't be chosen needs no warning; the paper is chosen elsewhere.
        for lack in lacks.into_iter().filter(|lack| *lack == Shortfall::Paper) {
            warning_ui(ui, &shortfall_words(language, lack));
        }
    }
    let against = reasons_against(language, printer);
    for reason in &against {
        warning_ui(ui, reason);
    }
    let is_ready = is_ready(view, choices);
    let can = is_ready && against.is_empty() && filled.ticket.is_some();
    let words = tr(language, "paper-print-now");
    let button = Button::primary(icons::PRINTER, &words);
    ui.add_space(4.0);
    let response = ui.add_enabled_ui(can, |ui| button.show(ui)).inner;
    let why = if is_ready {
        "paper-print-not-filled"
    } else {
        "paper-not-ready"
    };
    let response = response.on_disabled_hover_text(tr(language, why));
    if let (true, Some(ticket)) = (response.clicked(), filled.ticket) {
        let ask = PrintAsk::Start(printer.name.clone(), ticket);
        outbox.paper.push(PaperAsk::Print(ask));
    }
}

/// What of the chosen sides the printer can.
fn sides_of(printer: &Printer, state: &PrintState) -> Sides {
    let can = printer.abilities.sides.contains(&state.sides);
    if can { state.sides } else { Sides::One }
}

/// The chosen colours, or those that the printer has.
fn colour_of(printer: &Printer, state: &PrintState) -> ColourMode {
    let colours = &printer.abilities.colours;
    if colours.contains(&state.colour) {
        state.colour
    } else {
        colours.first().copied().unwrap_or(state.colour)
    }
}

fn filled(
    view: &View<'_>,
    choices: &PaperChoices,
    printer: &Printer,
    state: &PrintState,
) -> Filled {
    let language = view.language;
    let most = printer.abilities.most_copies.max(1);
    let copies = state.copies.trim().parse::<u32>().ok();
    let copies = copies.filter(|copies| (1..=most).contains(copies));
    let count = view.paper.sheets.len();
    let pages = PageRanges::parse(&state.pages)
        .and_then(|pages| pages.of(count).map(|_| pages))
        .map_err(|error| pages_words(language, &error));
    let wrong_copies = copies.is_none().then(|| {
        let most = crate::i18n::number(language, u64::from(most)).into();
        tr_with(language, "paper-copies-wrong", &[("most", most)])
    });
    let wrong_pages = pages.as_ref().err().cloned();
    Filled {
        ticket: copies.zip(pages.ok()).map(|(copies, pages)| PrintTicket {
            copies,
            pages,
            sides: sides_of(printer, state),
            paper: choices.paper,
            colour: colour_of(printer, state),
            // The shell knows what the plan is called.
            ..PrintTicket::new(String::new())
        }),
        wrong_copies,
        wrong_pages,
    }
}

/// A label over a control.
pub(super) fn label_ui(ui: &mut Ui, words: &str) {
    let label = text::rich(ui, words, Type::SmallMedium);
    // It stands nearer to its control than to what is above.
    ui.add_space(4.0);
    ui.add(Label::new(label));
    ui.add_space(-4.0);
}

fn look_of(wrong: Option<&String>) -> Look {
    if wrong.is_some() {
        Look::Wrong
    } else {
        Look::Known
    }
}

fn copies_ui(
    ui: &mut Ui,
    view: &View<'_>,
    printer: &Printer,
    state: &mut PrintState,
    filled: &Filled,
) {
    let language = view.language;
    let name = tr(language, "paper-copies");
    label_ui(ui, &name);
    let most = printer.abilities.most_copies.max(1);
    let now = state.copies.trim().parse::<u32>().unwrap_or(1);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let step = |ui: &mut Ui, sign, id, next: u32| {
            let name = tr(language, id);
            let button = Button::secondary("", sign).named(&name);
            let can = next != now && (1..=most).contains(&next);
            let response = ui.add_enabled_ui(can, |ui| button.show(ui)).inner;
            response.on_hover_text(&name).clicked().then_some(next)
        };
        let fewer = step(ui, "−", "paper-copies-fewer", now.saturating_sub(1));
        let field = TextField {
            name: &name,
            hint: "",
            width: 52.0,
            look: look_of(filled.wrong_copies.as_ref()),
            is_number: true,
        };
        field.show(ui, Id::unique("paper-copies"), &mut state.copies);
        let more = step(ui, "+", "paper-copies-more", now.saturating_add(1));
        if let Some(copies) = fewer.or(more) {
            state.copies = copies.to_string();
        }
    });
}

fn pages_ui(ui: &mut Ui, view: &View<'_>, state: &mut PrintState, filled: &Filled) {
    let language = view.language;
    let name = tr(language, "paper-pages");
    label_ui(ui, &name);
    let field = TextField {
        name: &name,
        hint: &tr(language, "paper-pages-all"),
        width: ui.available_width(),
        look: look_of(filled.wrong_pages.as_ref()),
        is_number: false,
    };
    field.show(ui, Id::unique("paper-print-pages"), &mut state.pages);
}

/// One of several ways to print; true when it was chosen. What the printer can't do says so.
fn option_ui(ui: &mut Ui, view: &View<'_>, words: &str, can: bool, is_chosen: bool) -> bool {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 22.0;
        let why = tr(view.language, "paper-printer-cannot");
        let label = text::rich(ui, words, Type::Body);
        let name = if can {
            words.to_owned()
        } else {
            format!("{words}, {why}")
        };
        let response = ui
            .add_enabled_ui(can, |ui| ui.radio(is_chosen, label))
            .inner
            .accessible_name(name);
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        response.on_disabled_hover_text(why).clicked()
    })
    .inner
}

/// Something to know before anything is sent.
pub(super) fn warning_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    Frame::new()
        .fill(theme.warning_ground)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let response = text::marked_ui(ui, icons::WARNING, theme.needs_decision, |ui| {
                text::label(ui, words, Type::Table)
            });
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_live(Live::Polite);
            });
        });
}
