//! The panel beside the pages: what the document holds, and where it goes.

use std::collections::BTreeSet;

use eframe::egui::{Frame, Label, Margin, Rect, Ui, UiBuilder, pos2};

use super::frame::column_ui;
use super::paper::{is_ready, paper_words};
use super::paper_exports::exports_ui;
use crate::domain::choice::Choice as _;
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::report::{Names, PARTS, Paper, part_title};
use crate::ui::command::Command;
use crate::ui::paper::{PaperAsk, PaperChoices};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::hairline;
use crate::ui::widgets::segments::segments_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// The room for what is done with the document, over what it holds.
const ACTIONS: f32 = 97.0;

/// Draws the panel; true when the print panel is asked for.
pub(super) fn document_panel_ui(
    ui: &mut Ui,
    view: &View<'_>,
    choices: &PaperChoices,
    outbox: &mut Outbox,
) -> bool {
    let room = ui.available_rect_before_wrap();
    let split = room.top() + ACTIONS;
    let upper = Rect::from_min_max(room.min, pos2(room.right(), split));
    let lower = Rect::from_min_max(pos2(room.left(), split), room.max);
    let builder = UiBuilder::new().id_salt("paper-actions").max_rect(upper);
    let wants_print = ui
        .scope_builder(builder, |ui| actions_ui(ui, view, choices, outbox))
        .inner;
    let mut chosen = choices.clone();
    column_ui(
        ui,
        lower,
        ("paper-document", 0),
        Margin::symmetric(16, 16),
        |ui| {
            ui.spacing_mut().item_spacing.y = 8.0;
            text::label(ui, tr(view.language, "paper-document"), Type::Heading);
            look_ui(ui, view, &mut chosen);
            ui.add_space(4.0);
            hairline(ui);
            parts_ui(ui, view, &mut chosen);
            ui.add_space(4.0);
            hairline(ui);
            exports_ui(ui, view, outbox);
        },
    );
    if chosen != *choices {
        outbox.paper.push(PaperAsk::Choose(chosen));
    }
    wants_print
}

fn look_ui(ui: &mut Ui, view: &View<'_>, chosen: &mut PaperChoices) {
    let language = view.language;
    let row = |ui: &mut Ui, id: &str, add_row: &mut dyn FnMut(&mut Ui, &str)| {
        let name = tr(language, id);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            let label = text::rich(ui, &name, Type::SmallMedium);
            ui.add(Label::new(label));
            text::row_ui(ui, CONTROL_HEIGHT, |ui| add_row(ui, &name));
        });
    };
    row(ui, "paper-language", &mut |ui, name| {
        let now = chosen.language.unwrap_or(language);
        let words = |of| match of {
            Language::English => tr(language, "shell-language-en-name"),
            Language::Polish => tr(language, "shell-language-pl-name"),
        };
        if let Some(other) = segments_ui(ui, name, CONTROL_HEIGHT, Language::ALL, Some(now), words)
        {
            chosen.language = Some(other);
        }
    });
    row(ui, "paper-paper", &mut |ui, name| {
        let papers = [Paper::A4, Paper::UsLetter];
        let words = |of| paper_words(view, of);
        if let Some(other) =
            segments_ui(ui, name, CONTROL_HEIGHT, &papers, Some(chosen.paper), words)
        {
            chosen.paper = other;
        }
    });
    let mut is_redacted = chosen.names == Names::Redacted;
    let label = text::rich(ui, tr(language, "paper-redact"), Type::Body);
    let tip = tr(language, "paper-redact-text");
    ui.spacing_mut().interact_size.y = 24.0;
    if ui
        .checkbox(&mut is_redacted, label)
        .on_hover_text(&tip)
        .clicked()
    {
        chosen.names = if is_redacted {
            Names::Redacted
        } else {
            Names::Shown
        };
    }
    if is_redacted {
        text::muted(ui, tip, Type::Small);
    }
}

fn parts_ui(ui: &mut Ui, view: &View<'_>, chosen: &mut PaperChoices) {
    let language = view.language;
    text::ends_ui(
        ui,
        28.0,
        |ui| text::label(ui, tr(language, "paper-parts"), Type::Heading),
        |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let (all, none) = (tr(language, "paper-all"), tr(language, "paper-none"));
            let name = tr(language, "paper-all-parts");
            if Button::quiet("", &all).named(&name).show(ui).clicked() {
                chosen.left_out = BTreeSet::new();
            }
            let name = tr(language, "paper-none-of-the-parts");
            if Button::quiet("", &none).named(&name).show(ui).clicked() {
                chosen.left_out = PARTS.into_iter().collect();
            }
        },
    );
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        for part in PARTS {
            let is_there = view.paper.parts.is_none_or(|parts| parts.contains(part));
            // What this plan does not have is no choice.
            if !is_there {
                continue;
            }
            let mut is_in = !chosen.left_out.contains(part);
            let words = part_title(language, part);
            let label = text::rich(ui, words, Type::Table);
            let response = ui.checkbox(&mut is_in, label);
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                if is_in {
                    chosen.left_out.remove(part);
                } else {
                    chosen.left_out.insert(part);
                }
            }
        }
    });
}

/// The three ways of the document out of the app; true when the print panel is asked for.
fn actions_ui(ui: &mut Ui, view: &View<'_>, choices: &PaperChoices, outbox: &mut Outbox) -> bool {
    let language = view.language;
    let margin = Margin {
        left: 16,
        right: 16,
        top: 16,
        bottom: 12,
    };
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 12.0;
        let is_ready = is_ready(view, choices);
        let why = tr(language, "paper-not-ready");
        let mut wants_print = false;
        ui.horizontal(|ui| {
            let words = tr(language, "paper-print");
            let button = Button::primary(icons::PRINTER, &words);
            let response = ui.add_enabled_ui(is_ready, |ui| button.show(ui)).inner;
            wants_print = response.on_disabled_hover_text(&why).clicked();
            let words = tr(language, "paper-save-pdf");
            let name = tr(language, Command::SavePdf.message());
            let button = Button::secondary(icons::FLOPPY_DISK, &words).named(&name);
            let response = ui.add_enabled_ui(is_ready, |ui| button.show(ui)).inner;
            if response.on_disabled_hover_text(&why).clicked() {
                outbox.commands.push(Command::SavePdf);
            }
        });
        viewer_ui(ui, view, is_ready, outbox);
        wants_print
    });
    hairline(ui);
    shown.inner
}

/// The button that shows the PDF in the system's viewer.
pub(super) fn viewer_ui(ui: &mut Ui, view: &View<'_>, is_ready: bool, outbox: &mut Outbox) {
    let words = tr(view.language, Command::OpenInViewer.message());
    text::row_ui(ui, 24.0, |ui| {
        let can = is_ready && !view.paper.is_making;
        let button = Button::quiet(icons::EYE, &words);
        let response = ui.add_enabled_ui(can, |ui| button.show(ui)).inner;
        let tip = Command::OpenInViewer.tip(view.language);
        if response.on_hover_text(tip).clicked() {
            outbox.commands.push(Command::OpenInViewer);
        }
        if view.paper.is_making {
            let words = text::rich(ui, tr(view.language, "paper-making"), Type::Small);
            ui.label(words.color(Theme::of(ui).muted));
        }
    });
}
