//! The panels around the screen, and what each of them is shown.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, Ui};

use super::{App, Dialog};
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::ui::panels::{Shell, announcer, rail, status_bar, top_bar};
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::terms;
use crate::ui::{Outbox, Screen, View, screens};

impl App {
    /// Draws the panels and the screen; what they ask for goes to the outbox.
    pub(super) fn draw(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        let unsaved = self.is_unsaved();
        let today = self.host.today();
        let draft_kept = self.draft_kept();
        let outside = self.on_disk.outside;
        let open = self.open_name();
        let standing = self.standing(ui.ctx());
        let Self {
            history,
            path,
            catalogue,
            language,
            screen,
            screens,
            top_bar,
            notice,
            derived: Some(derived),
            since_saved,
            renderer,
            ground_is_painted,
            start,
            keeping,
            dialog,
            paper,
            printing,
            settings,
            ..
        } = self
        else {
            return;
        };
        // While the dialog asks about them they are told once.
        let drafts = match dialog {
            Some(Dialog::Recovery(_)) => &[],
            _ => keeping.left(),
        };
        let longest_side = ui.input(|input| input.max_texture_side);
        let chosen = settings.preferences.printer.as_deref();
        let view = View {
            language: *language,
            catalogue,
            document: history.document(),
            walk: &derived.walk,
            plan: &derived.plan,
            progress: &derived.progress,
            as_of: derived.as_of,
            today,
            since_saved: since_saved.as_ref(),
            start: start.view(drafts, open.as_deref()),
            paper: paper.view(longest_side, printing.view(chosen)),
        };
        let is_bare = *screen == Screen::Start && open.is_none();
        let renderer = renderer.in_words(*language);
        let shell = Shell {
            path: path.as_deref(),
            unsaved,
            draft_kept,
            outside,
            undo: history.undo_edit(),
            redo: history.redo_edit(),
            today,
            renderer: &renderer,
            notice: notice.as_deref(),
            standing,
            is_bare,
        };
        terms::speak(ui.ctx(), *language);
        let theme = Theme::of(ui);
        let bar = |x| {
            Frame::new()
                .fill(theme.panel)
                .inner_margin(Margin::symmetric(x, 0))
        };
        Panel::top("top-bar")
            .exact_size(top_bar::HEIGHT)
            .resizable(false)
            .frame(bar(12))
            .show(ui, |ui| {
                top_bar::top_bar_ui(ui, &view, &shell, top_bar, outbox);
            });
        Panel::bottom("bottom-bar")
            .exact_size(status_bar::HEIGHT)
            .resizable(false)
            .frame(bar(12))
            .show(ui, |ui| {
                if !is_bare {
                    announcer::announcer_ui(ui, &view, &mut screens.announcer);
                }
                status_bar::status_bar_ui(ui, &view, &shell, outbox);
            });
        let width = if ui.available_width() < 820.0 {
            rail::COMPACT_WIDTH
        } else {
            rail::WIDTH
        };
        // While nothing has been begun there is nothing to go to.
        if !is_bare {
            Panel::left("rail")
                .exact_size(width)
                .resizable(false)
                .frame(
                    Frame::new()
                        .fill(theme.panel)
                        .inner_margin(Margin::symmetric(0, 12)),
                )
                .show(ui, |ui| rail::rail_ui(ui, &view, *screen, outbox));
        }
        let ground = if *ground_is_painted {
            Frame::new()
        } else {
            Frame::new().fill(theme.ground)
        };
        CentralPanel::default().frame(ground).show(ui, |ui| {
            screens::screen_ui(ui, *screen, &view, screens, outbox);
        });
        drop_target_ui(ui, *language);
    }
}

/// Says what happens to a file that is held over the window.
fn drop_target_ui(ui: &Ui, language: Language) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let theme = Theme::of(ui);
    let rect = ui.ctx().content_rect();
    let layer = egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop-target"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(rect, 0.0, theme.ground.gamma_multiply(0.9));
    painter.text(
        rect.center(),
        egui::Align2::CENTER_CENTER,
        tr(language, "shell-drop-here"),
        theme::title_font(),
        theme.accent,
    );
}
