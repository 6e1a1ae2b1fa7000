//! Print and export: the pages as they will be, and beside them what they hold and where they go.

use eframe::egui::{Align, Layout as Flow, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::frame::title_ui;
use super::paper_document::document_panel_ui;
use super::paper_letters::{letter_ui, letters_panel_ui};
use super::paper_preview::{PreviewState, preview_ui};
use super::paper_print::{PrintState, print_panel_ui};
use super::paper_toolbar::{TOOLBAR, pages_ui, toolbar_ui, zoom_ui};
use crate::i18n::{count, tr, tr_with};
use crate::report::{PARTS, Paper};
use crate::ui::paper::{Layout, PaperAsk, PaperChoices, PrintAsk};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// The width of the panel at the right.
const PANEL: f32 = 320.0;

/// What the place remembers between frames.
#[derive(Debug, Default)]
pub struct PaperState {
    panel: Panel,
    pub(super) preview: PreviewState,
    pub(super) print: PrintState,
    /// The letter that is read, by its id.
    letter: String,
    /// Gives the keyboard to the pages.
    focus_pages: bool,
}

/// What stands beside the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Panel {
    /// What the document holds and where it goes.
    #[default]
    Document,
    /// A printer and a job.
    Print,
    /// The letters, one of which is read in place of the pages.
    Letters,
}

impl PaperState {
    /// Begins anew as somebody comes to the place: the keyboard is on the pages.
    pub fn enter(&mut self) {
        self.panel = Panel::Document;
        self.focus_pages = true;
    }

    /// Opens the print panel.
    pub fn open_print(&mut self, outbox: &mut Vec<PaperAsk>) {
        if self.panel != Panel::Print {
            self.panel = Panel::Print;
            self.print.focus_first = true;
            outbox.push(PaperAsk::Print(PrintAsk::Refresh));
        }
    }

    /// Opens the letters.
    pub fn open_letters(&mut self) {
        self.panel = Panel::Letters;
        self.focus_pages = true;
    }

    /// Goes back from a panel that was opened in the place; false where none was.
    pub fn close_panel(&mut self) -> bool {
        let was_open = self.panel != Panel::Document;
        self.panel = Panel::Document;
        self.focus_pages |= was_open;
        was_open
    }
}

/// Why there are no pages; none where there are some, or will be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Empty {
    /// The profile has no groups.
    NoGroups,
    /// Every part is left out.
    NoParts,
}

pub(super) fn emptiness(view: &View<'_>, choices: &PaperChoices) -> Option<Empty> {
    if view.document.profile.groups.is_empty() {
        Some(Empty::NoGroups)
    } else if choices.left_out.len() >= PARTS.len() {
        Some(Empty::NoParts)
    } else {
        None
    }
}

/// Whether the pages are there to be sent anywhere.
pub(super) fn is_ready(view: &View<'_>, choices: &PaperChoices) -> bool {
    view.paper.layout == Layout::Done && emptiness(view, choices).is_none()
}

/// The name of a paper.
pub(super) fn paper_words(view: &View<'_>, paper: Paper) -> String {
    let id = match paper {
        Paper::A4 => "paper-a4",
        Paper::UsLetter => "paper-letter",
    };
    tr(view.language, id)
}

/// Draws the place.
pub(super) fn paper_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut PaperState,
    outbox: &mut Outbox,
) {
    let Some(choices) = view.paper.choices else {
        return;
    };
    let room = ui.available_rect_before_wrap();
    let split = (room.right() - PANEL).max(room.left());
    let main = Rect::from_min_max(room.min, pos2(split, room.bottom()));
    let side = Rect::from_min_max(pos2(split, room.top()), room.max);
    main_ui(ui, main, view, choices, state, outbox);
    let theme = Theme::of(ui);
    ui.painter().rect_filled(side, 0.0, theme.panel);
    let line = Stroke::new(1.0, theme.line);
    ui.painter().vline(side.left() + 0.5, side.y_range(), line);
    let builder = UiBuilder::new()
        .id_salt("paper-side")
        .max_rect(side)
        .layout(Flow::top_down(Align::Min));
    ui.scope_builder(builder, |ui| match state.panel {
        Panel::Document => {
            let wants_print = document_panel_ui(ui, view, choices, outbox);
            if wants_print {
                state.open_print(&mut outbox.paper);
            }
        }
        Panel::Letters => {
            if letters_panel_ui(ui, view, &mut state.letter, outbox) {
                state.close_panel();
            }
        }
        Panel::Print => {
            if print_panel_ui(ui, view, choices, &mut state.print, outbox) {
                state.close_panel();
            }
        }
    });
    ui.advance_cursor_after_rect(room);
}

fn main_ui(
    ui: &mut Ui,
    place: Rect,
    view: &View<'_>,
    choices: &PaperChoices,
    state: &mut PaperState,
    outbox: &mut Outbox,
) {
    /// Under this width what is done with the pages stands under the title.
    const ONE_ROW: f32 = 760.0;
    let language = view.language;
    let is_reading = state.panel == Panel::Letters;
    let is_one_row = place.width() >= ONE_ROW || is_reading;
    // Where it is narrower still, what is done with the pages takes two rows.
    let is_parted = place.width() - 48.0 < TOOLBAR;
    let height = match (is_one_row, is_parted) {
        (true, _) => 80.0,
        (false, false) => 116.0,
        (false, true) => 152.0,
    };
    let head = Rect::from_min_max(
        place.min + vec2(24.0, 16.0),
        pos2(place.right() - 24.0, place.top() + height),
    );
    let builder = UiBuilder::new().id_salt("paper-head").max_rect(head);
    let takes_focus = std::mem::take(&mut state.focus_pages);
    let (title, standing) = if is_reading {
        let number = count(view.paper.letters.len() as u64);
        let words = tr_with(language, "paper-letters-count", &[("count", number)]);
        (tr(language, "paper-letters"), words)
    } else {
        (tr(language, "paper-title"), standing(view, choices))
    };
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = tr(language, "paper-back");
        let add_title = |ui: &mut Ui| {
            let back = Button::secondary(icons::ARROW_LEFT, "").named(&name);
            if back
                .show(ui)
                .on_hover_text(format!("{name} (Esc)"))
                .clicked()
            {
                outbox.paper.push(PaperAsk::Back);
            }
            ui.add_space(4.0);
            ui.with_layout(Flow::top_down(Align::Min), |ui| {
                title_ui(ui, &title, &standing);
            });
        };
        if is_one_row {
            text::ends_ui(ui, 48.0, add_title, |ui| {
                if !is_reading {
                    toolbar_ui(ui, view, &mut state.preview);
                }
            });
        } else {
            text::row_ui(ui, 48.0, add_title);
            let preview = &mut state.preview;
            if is_parted {
                text::row_ui(ui, CONTROL_HEIGHT, |ui| pages_ui(ui, view, preview));
                text::row_ui(ui, CONTROL_HEIGHT, |ui| zoom_ui(ui, view, preview));
            } else {
                text::row_ui(ui, CONTROL_HEIGHT, |ui| toolbar_ui(ui, view, preview));
            }
        }
    });
    let pages = Rect::from_min_max(pos2(place.left(), head.bottom()), place.max);
    let builder = UiBuilder::new().id_salt("paper-pages").max_rect(pages);
    // Letters are no part of the pages.
    let is_missing = |empty: &Empty| *empty == Empty::NoGroups || !is_reading;
    ui.scope_builder(builder, |ui| {
        match emptiness(view, choices).filter(is_missing) {
            Some(empty) => empty_ui(ui, view, empty, choices, outbox),
            None if is_reading => letter_ui(ui, view, &state.letter, takes_focus, outbox),
            None => preview_ui(ui, view, &mut state.preview, takes_focus, outbox),
        }
    });
}

/// How far the pages are, in a line.
pub(super) fn standing(view: &View<'_>, choices: &PaperChoices) -> String {
    let language = view.language;
    let paper = paper_words(view, choices.paper);
    match view.paper.layout {
        _ if emptiness(view, choices).is_some() => paper,
        Layout::Failed(_) => tr(language, "paper-failed"),
        Layout::UnderWay => tr(language, "paper-under-way"),
        Layout::Done => tr_with(
            language,
            "paper-standing",
            &[
                ("count", count(view.paper.sheets.len() as u64)),
                ("paper", paper.into()),
            ],
        ),
    }
}

/// Says why there are no pages, and what to do.
fn empty_ui(
    ui: &mut Ui,
    view: &View<'_>,
    empty: Empty,
    choices: &PaperChoices,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let theme = Theme::of(ui);
    let room = ui.available_rect_before_wrap();
    ui.painter().rect_filled(room, 0.0, theme.sunken);
    let (title, words, button) = match empty {
        Empty::NoGroups => (
            "paper-no-groups",
            "paper-no-groups-text",
            "profile-add-group",
        ),
        Empty::NoParts => ("paper-no-parts", "paper-no-parts-text", "paper-all-parts"),
    };
    let place = Rect::from_center_size(
        room.center(),
        vec2(360.0_f32.min(room.width() - 48.0), 180.0),
    );
    let builder = UiBuilder::new()
        .id_salt("paper-empty")
        .max_rect(place)
        .layout(Flow::top_down(Align::Center));
    ui.scope_builder(builder, |ui| {
        text::icon(ui, icons::PRINTER, 28.0, theme.faint);
        ui.add_space(16.0);
        text::label(ui, tr(language, title), Type::Heading);
        text::muted(ui, tr(language, words), Type::Body);
        ui.add_space(8.0);
        let words = tr(language, button);
        if Button::secondary(icons::PLUS, &words).show(ui).clicked() {
            match empty {
                Empty::NoGroups => outbox.commands.push(crate::ui::command::Command::AddGroup),
                Empty::NoParts => outbox.paper.push(PaperAsk::Choose(PaperChoices {
                    left_out: std::collections::BTreeSet::new(),
                    ..choices.clone()
                })),
            }
        }
    });
}
