//! What newer rule data changed since the open file was saved.

use eframe::egui::Ui;

use crate::i18n::{count, tr, tr_with};
use crate::report::{ChangeWords, since_saved_words};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::warning_card_ui;
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// So many lines of a programme are drawn; the exported plan has them all.
const LINES_SHOWN: usize = 12;

/// Draws it on warning ground; nothing where nothing has changed.
pub(super) fn changes_card_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    let language = view.language;
    let Some(since) = view.since_saved else {
        return;
    };
    warning_card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        text::line(ui, tr(language, "plan-changes"), Type::Heading);
        for part in since_saved_words(language, view.catalogue, since) {
            text::label(ui, part.intro, Type::Table);
            for line in part.lines.iter().take(LINES_SHOWN) {
                line_ui(ui, view, line, outbox);
            }
            let more = part.lines.len().saturating_sub(LINES_SHOWN);
            if more > 0 {
                let count = [("count", count(more as u64))];
                let words = tr_with(language, "plan-changes-more", &count);
                text::muted(ui, words, Type::Small);
            }
        }
    });
}

fn line_ui(ui: &mut Ui, view: &View<'_>, line: &ChangeWords, outbox: &mut Outbox) {
    let ink = Theme::of(ui).needs_decision;
    text::marked_ui(ui, icons::ARROW_RIGHT, ink, |ui| {
        text::flow_ui(ui, |ui| {
            let title = text::rich(ui, line.title.as_str(), Type::Table);
            ui.label(title);
            source_chips(ui, &line.faq, view.language, outbox);
        });
        for why in &line.why {
            text::muted(ui, why.as_str(), Type::Small);
        }
    });
}
