//! The letters that a plan needs: each can be read, copied and saved.

use eframe::egui::{
    self, Align, Frame, Id, Label, Layout as Flow, Margin, Rect, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::frame::{column_ui, quiet_scroll_bar};
use crate::i18n::{tr, tr_with};
use crate::letters::{Letter, Paragraph, to_text};
use crate::ui::paper::{Layout, LetterForm, PaperAsk};
use crate::ui::theme::{CARD_RADIUS, CONTROL_RADIUS, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::hairline;
use crate::ui::widgets::chip::all_source_chips;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// The letter that is read: the one that was chosen, or the first.
fn chosen<'a>(view: &View<'a>, id: &str) -> Option<&'a Letter> {
    let letters = view.paper.letters;
    let found = letters.iter().find(|letter| letter.id == id);
    found.or_else(|| letters.first())
}

/// Draws the list of letters and what can be done with the one that is read; true when the panel
/// is left.
pub(super) fn letters_panel_ui(
    ui: &mut Ui,
    view: &View<'_>,
    id: &mut String,
    outbox: &mut Outbox,
) -> bool {
    let language = view.language;
    let room = ui.available_rect_before_wrap();
    let mut is_left = false;
    let margin = Margin::symmetric(16, 16);
    column_ui(ui, room, ("paper-letters", 0), margin, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        text::ends_ui(
            ui,
            28.0,
            |ui| text::label(ui, tr(language, "paper-letters"), Type::Heading),
            |ui| {
                let name = tr(language, "paper-letters-close");
                let button = Button::quiet(icons::X, "").named(&name);
                is_left = button.show(ui).on_hover_text(&name).clicked();
            },
        );
        let Some(now) = chosen(view, id) else {
            return;
        };
        text::muted(ui, tr(language, "paper-letters-text"), Type::Table);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            for letter in view.paper.letters {
                if entry_ui(ui, view, letter, letter.id == now.id) {
                    id.clone_from(&letter.id);
                }
            }
        });
        hairline(ui);
        actions_ui(ui, view, now, outbox);
    });
    is_left
}

/// One letter of the list; true when it was chosen.
fn entry_ui(ui: &mut Ui, view: &View<'_>, letter: &Letter, is_chosen: bool) -> bool {
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let id = Id::unique("paper-letter").with(&letter.id);
    let slot = ui.painter().add(egui::Shape::Noop);
    let shown = Frame::new()
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| {
            ui.set_width(width - 20.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.style_mut().interaction.selectable_labels = false;
            // The words stand in the name of the whole.
            let quiet = |ui: &mut Ui, words: &str, of: Type| {
                let job = egui::text::LayoutJob::simple(
                    words.to_owned(),
                    of.font(),
                    if of == Type::Small {
                        theme.muted
                    } else {
                        theme.text
                    },
                    ui.available_width(),
                );
                let galley = ui.painter().layout_job(job);
                let (rect, _) = ui.allocate_exact_size(galley.size(), Sense::hover());
                ui.painter().galley(rect.min, galley, theme.text);
            };
            quiet(ui, &letter.to, Type::Body);
            quiet(ui, &letter.subject, Type::Small);
        });
    let rect = shown.response.rect;
    let response = ui.interact(rect, id, Sense::click());
    let subject = letter.subject.as_str().into();
    let name = tr_with(view.language, "paper-letter-name", &[("subject", subject)]);
    let name = format!("{name}, {}", letter.to);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &name));
    let ground = if is_chosen {
        theme.accent_soft
    } else if response.hovered() {
        theme.sunken
    } else {
        theme.panel
    };
    let ring = if response.has_focus() {
        Stroke::new(2.0, theme.accent)
    } else if is_chosen {
        Stroke::new(1.0, theme.accent)
    } else {
        theme.hairline()
    };
    let shape =
        egui::epaint::RectShape::new(rect, CONTROL_RADIUS, ground, ring, StrokeKind::Inside);
    ui.painter().set(slot, shape);
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .clicked()
}

fn actions_ui(ui: &mut Ui, view: &View<'_>, letter: &Letter, outbox: &mut Outbox) {
    let language = view.language;
    // While new letters are written those of before are read, and go nowhere.
    let is_ready = view.paper.layout == Layout::Done;
    ui.add_enabled_ui(is_ready, |ui| {
        let words = tr(language, "paper-letter-copy");
        let name = tr(language, "paper-letter-copy-name");
        let button = Button::primary(icons::COPY, &words).named(&name);
        if button.show(ui).clicked() {
            outbox.copy = Some(to_text(letter));
        }
        for (form, id) in [
            (LetterForm::Mail, "paper-letter-mail"),
            (LetterForm::Text, "paper-letter-text"),
        ] {
            let words = tr(language, id);
            if Button::secondary(icons::FLOPPY_DISK, &words)
                .show(ui)
                .clicked()
            {
                let ask = PaperAsk::SaveLetter(letter.id.clone(), form);
                outbox.paper.push(ask);
            }
        }
    });
}

/// Draws the letter that is read, in place of the pages.
pub(super) fn letter_ui(
    ui: &mut Ui,
    view: &View<'_>,
    id: &str,
    takes_focus: bool,
    outbox: &mut Outbox,
) {
    const WIDTH: f32 = 680.0;
    let theme = Theme::of(ui);
    let place = ui.available_rect_before_wrap();
    ui.painter().rect_filled(place, 0.0, theme.sunken);
    let Some(letter) = chosen(view, id) else {
        none_ui(ui, view, place);
        return;
    };
    let style = std::sync::Arc::clone(ui.style());
    quiet_scroll_bar(ui);
    let area = ScrollArea::vertical()
        .id_salt(egui::IdSalt::new(("paper-letter-text", &letter.id)))
        .auto_shrink([false, false]);
    let area = if takes_focus {
        area.vertical_scroll_offset(0.0)
    } else {
        area
    };
    area.show(ui, |ui| {
        ui.set_style(style);
        let width = WIDTH.min(place.width() - 48.0);
        let side = ((place.width() - width) / 2.0).max(24.0);
        ui.add_space(24.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(side);
            ui.allocate_ui_with_layout(vec2(width, 0.0), Flow::top_down(Align::Min), |ui| {
                let frame = Frame::new()
                    .fill(theme.panel)
                    .stroke(theme.hairline())
                    .corner_radius(CARD_RADIUS)
                    .inner_margin(Margin::same(32));
                frame.show(ui, |ui| {
                    ui.set_width(width - 64.0);
                    text_ui(ui, view, letter, outbox);
                });
            });
        });
        ui.add_space(24.0);
    });
}

fn none_ui(ui: &mut Ui, view: &View<'_>, place: Rect) {
    let size = vec2(400.0_f32.min(place.width() - 48.0), 120.0);
    let builder = UiBuilder::new()
        .id_salt("paper-no-letters")
        .max_rect(Rect::from_center_size(place.center(), size))
        .layout(Flow::top_down(Align::Center));
    ui.scope_builder(builder, |ui| {
        if view.paper.layout == Layout::UnderWay {
            text::muted(ui, tr(view.language, "paper-under-way"), Type::Body);
            return;
        }
        text::label(ui, tr(view.language, "paper-letters-none"), Type::Heading);
        let words = tr(view.language, "paper-letters-none-text");
        text::muted(ui, words, Type::Body);
    });
}

/// The words of a letter, with what is for the sender alone under a line.
fn text_ui(ui: &mut Ui, view: &View<'_>, letter: &Letter, outbox: &mut Outbox) {
    ui.spacing_mut().item_spacing.y = 12.0;
    let labelled = |id| tr(letter.language, id);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        text::label(ui, &letter.subject, Type::Heading);
        let to = format!("{}: {}", labelled("letters-to"), letter.to);
        text::muted(ui, to, Type::Table);
    });
    hairline(ui);
    for paragraph in &letter.body {
        match paragraph {
            Paragraph::Text(words) => {
                text::label(ui, words, Type::Body);
            }
            Paragraph::Lines(lines) => list_ui(ui, lines, |_| "•".to_owned()),
            Paragraph::Requests(lines) => list_ui(ui, lines, |number| format!("{number}.")),
            Paragraph::Block(lines) => {
                text::label(ui, lines.join("\n"), Type::Body);
            }
        }
    }
    hairline(ui);
    if !letter.attachments.is_empty() {
        text::label(
            ui,
            tr(view.language, "paper-letter-attach"),
            Type::TableStrong,
        );
        list_ui(ui, &letter.attachments, |_| "•".to_owned());
    }
    text::label(ui, labelled("letters-for-your-files"), Type::TableStrong);
    for basis in &letter.sources {
        text::flow_ui(ui, |ui| {
            let words = text::rich(ui, &basis.part, Type::Small);
            ui.add(Label::new(words));
            all_source_chips(ui, &basis.faq, view.language, outbox);
        });
    }
}

fn list_ui(ui: &mut Ui, lines: &[String], mark: impl Fn(usize) -> String) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for (number, line) in (1..).zip(lines) {
            text::beside_ui(
                ui,
                18.0,
                |ui| {
                    text::label(ui, mark(number), Type::Body);
                },
                |ui| text::label(ui, line, Type::Body),
            );
        }
    });
}
