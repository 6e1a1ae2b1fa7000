//! What the print system says of a job: each thing once, the last one loudest.

use eframe::egui::{Color32, Frame, Margin, Ui, accesskit::Live};

use super::paper_printer::printing_on;
use crate::i18n::tr;
use crate::print::words::{end_words, error_words, news_words};
use crate::print::{JobEnd, JobNews, JobState};
use crate::ui::paper::{PaperAsk, PrintAsk, PrintJob};
use crate::ui::theme::{CARD_RADIUS, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// The sign and colour of how far a job is.
fn look(theme: &Theme, job: &PrintJob) -> (&'static str, Color32) {
    match (&job.end, job.news.last()) {
        (Some(Ok(JobEnd::Completed(_))), _) => (icons::CHECK_CIRCLE, theme.covered_free),
        (Some(Ok(JobEnd::Aborted(_)) | Err(_)), _) => (icons::WARNING, theme.danger),
        (Some(Ok(JobEnd::Cancelled { .. })), _) => (icons::MINUS_CIRCLE, theme.muted),
        (Some(Ok(JobEnd::Forgotten { .. } | JobEnd::Left(_))), _) => (icons::INFO, theme.muted),
        (None, Some(JobNews::Changed(status)))
            if matches!(status.state, JobState::Stopped | JobState::Held)
                || status
                    .printer_reasons
                    .iter()
                    .any(|why| why == "printer-stopped") =>
        {
            (icons::WARNING, theme.needs_decision)
        }
        (None, Some(JobNews::NoAnswer)) => (icons::WARNING, theme.needs_decision),
        (None, _) => (icons::PRINTER, theme.accent),
    }
}

/// Draws the account of a job, with what can be done with it.
pub(super) fn job_ui(ui: &mut Ui, view: &View<'_>, job: &PrintJob, outbox: &mut Outbox) {
    let language = view.language;
    let theme = Theme::of(ui);
    let mut lines: Vec<String> = Vec::new();
    for news in &job.news {
        let words = news_words(language, news);
        if lines.last() != Some(&words) {
            lines.push(words);
        }
    }
    match &job.end {
        Some(Ok(end)) => {
            let words = end_words(language, end);
            if lines.last() != Some(&words) {
                lines.push(words);
            }
        }
        Some(Err(error)) => lines.push(error_words(language, error)),
        None if lines.is_empty() => lines.push(tr(language, "paper-job-begun")),
        None => {}
    }
    if job.is_cancelled && job.end.is_none() {
        lines.push(tr(language, "paper-job-cancelling"));
    }
    let (icon, ink) = look(theme, job);
    let is_bad = ink == theme.danger;
    Frame::new()
        .fill(if is_bad {
            theme.danger_ground
        } else {
            theme.ground
        })
        .stroke(theme.hairline())
        .corner_radius(CARD_RADIUS)
        .inner_margin(Margin::same(12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 8.0;
            text::marked_ui(ui, icon, ink, |ui| {
                text::label(ui, printing_on(language, &job.printer), Type::Strong);
                let last = lines.len().saturating_sub(1);
                for (position, line) in lines.iter().enumerate() {
                    if position < last {
                        text::muted(ui, line, Type::Small);
                    } else {
                        let response = text::label(ui, line, Type::Table);
                        ui.ctx().accesskit_node_builder(response.id, |node| {
                            node.set_live(Live::Polite);
                        });
                    }
                }
            });
            if job.end.is_some() {
                let words = tr(language, "paper-job-dismiss");
                let name = tr(language, "paper-job-dismiss-name");
                let button = Button::secondary("", &words).named(&name).small();
                if button.show(ui).clicked() {
                    outbox.paper.push(PaperAsk::Print(PrintAsk::Dismiss));
                }
            } else {
                under_way_ui(ui, view, job, outbox);
            }
        });
}

/// What can be done with a job that is not over. One that waits in its queue can be left there.
fn under_way_ui(ui: &mut Ui, view: &View<'_>, job: &PrintJob, outbox: &mut Outbox) {
    let is_taken = |news: &JobNews| matches!(news, JobNews::Accepted { .. });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        let words = tr(view.language, "paper-job-cancel");
        let button = Button::secondary(icons::X, &words).small();
        let can = !job.is_cancelled;
        let response = ui.add_enabled_ui(can, |ui| button.show(ui)).inner;
        if response.clicked() {
            outbox.paper.push(PaperAsk::Print(PrintAsk::Cancel));
        }
        if can && job.news.iter().any(is_taken) {
            let words = tr(view.language, "paper-job-leave");
            if Button::quiet("", &words).show(ui).clicked() {
                outbox.paper.push(PaperAsk::Print(PrintAsk::Leave));
            }
        }
    });
}
