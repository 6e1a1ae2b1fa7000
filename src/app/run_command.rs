//! The one match that carries commands out.

use eframe::egui::Context;

use super::files::{Intent, Purpose};
use super::paper_worker::Product;
use super::{App, Dialog};
use crate::document::Edit;
use crate::domain::field::{Field, Place};
use crate::domain::profile::EndpointGroup;
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::report::{Format, ReportInput, summary_lines};
use crate::ui::Screen;
use crate::ui::command::{Command, Standing};
use crate::ui::dialogs::{GlossaryState, LanguageChoice, ThemeChoice};

/// How far a step of the zoom goes, in percent.
const ZOOM_STEP: u16 = 10;

impl App {
    pub(super) fn run_command(&mut self, context: &Context, command: Command) {
        match command {
            Command::New => self.request(context, Intent::New),
            Command::Open => self.request(context, Intent::Open),
            Command::OpenPath => self.request(context, Intent::OpenPath),
            Command::Save => self.save(context, None),
            Command::SaveAs => self.pick(context, Purpose::Save(None)),
            Command::Undo => {
                let moves = self.history.undo_edit().is_some_and(Edit::moves_groups);
                self.history.undo();
                self.forget_positions_if(moves);
            }
            Command::Redo => {
                let moves = self.history.redo_edit().is_some_and(Edit::moves_groups);
                self.history.redo();
                self.forget_positions_if(moves);
            }
            Command::AddGroup => {
                let index = self.document().profile.groups.len();
                let group = Box::new(EndpointGroup::default());
                // Adding a group can't be refused.
                let _ = self.history.apply(Edit::AddGroup(group));
                let place = Place::Group(index);
                self.screens.show_field(place, Field::GroupName);
                self.go_to(Screen::Profile);
            }
            Command::PasteRows => {
                self.go_to(Screen::Profile);
                self.screens.paste_rows = true;
            }
            Command::ImportRows => {
                self.go_to(Screen::Profile);
                self.pick(context, Purpose::ImportRows);
            }
            Command::GoToStart => self.go_to_start(),
            Command::GoToProfile
            | Command::GoToDecisions
            | Command::GoToPlan
            | Command::GoToFaq => {
                if let Some(screen) = command.screen() {
                    self.go_to(screen);
                }
            }
            Command::Palette => self.open_palette(context),
            Command::Find => {
                if self.screen == Screen::Plan && self.screens.plan.text.is_shown {
                    self.screens.plan.text.focus_find = true;
                } else {
                    self.go_to(Screen::Faq);
                    self.screens.focus_faq_search = true;
                }
            }
            Command::PlanAsText => {
                let is_here = self.screen == Screen::Plan;
                let text = &mut self.screens.plan.text;
                text.is_shown = !(is_here && text.is_shown);
                self.go_to(Screen::Plan);
            }
            Command::Print => self.print_or_export(),
            Command::SavePdf => self.export(context, Format::Pdf),
            Command::OpenInViewer => self.open_in_viewer(),
            Command::ExportHtml => self.export(context, Format::Html),
            Command::ExportCsv => self.export(context, Format::Csv),
            Command::ExportIcs => self.export(context, Format::Ics),
            Command::ExportKit => self.pick(context, Purpose::Export(Product::Kit)),
            Command::Letters => self.show_letters(),
            Command::ExportMarkdown => self.export(context, Format::Markdown),
            Command::ExportText => self.export(context, Format::Text),
            Command::ExportJson => self.export(context, Format::Json),
            Command::CopySummary => self.copy_summary(context),
            Command::ZoomIn => {
                self.set_zoom(self.preferences().zoom / ZOOM_STEP * ZOOM_STEP + ZOOM_STEP);
            }
            Command::ZoomOut => {
                self.set_zoom(self.preferences().zoom.div_ceil(ZOOM_STEP) * ZOOM_STEP - ZOOM_STEP);
            }
            Command::ZoomReset => self.set_zoom(100),
            Command::ToggleTheme => self.set_theme(match context.theme() {
                eframe::egui::Theme::Dark => ThemeChoice::Light,
                eframe::egui::Theme::Light => ThemeChoice::Dark,
            }),
            Command::SwitchLanguage => self.set_language(match self.language {
                Language::English => LanguageChoice::Polish,
                Language::Polish => LanguageChoice::English,
            }),
            Command::Preferences => self.show_preferences(),
            Command::Shortcuts => self.dialog = Some(Dialog::Shortcuts),
            Command::Glossary => self.dialog = Some(Dialog::Glossary(GlossaryState::default())),
            Command::About => self.dialog = Some(Dialog::About),
            Command::Quit => self.request(context, Intent::Quit),
        }
        context.request_repaint();
    }

    /// Asks where the plan is to be written in a format.
    fn export(&mut self, context: &Context, format: Format) {
        self.pick(context, Purpose::Export(Product::Report(format)));
    }

    /// After a step back or forth: what is ticked or half typed must not pass to other groups.
    fn forget_positions_if(&mut self, moves: bool) {
        if moves {
            self.screens.forget_positions();
        }
    }

    /// What commands hang on.
    pub(super) fn standing(&self, context: &Context) -> Standing {
        Standing {
            can_undo: self.history.undo_edit().is_some(),
            can_redo: self.history.redo_edit().is_some(),
            screen: self.screen,
            zoom: context.zoom_factor(),
        }
    }

    /// Copies the plan's three lines.
    fn copy_summary(&mut self, context: &Context) {
        let language = self.language;
        let today = self.host.today();
        self.derive();
        let Some(derived) = &self.derived else { return };
        let lines = summary_lines(&ReportInput {
            language,
            catalogue: self.catalogue,
            profile: &self.history.document().profile,
            walk: &derived.walk,
            plan: &derived.plan,
            today: Some(today),
            since_saved: self.since_saved.as_ref(),
        });
        context.copy_text(lines.join("\n"));
        self.notice = Some(tr(language, "shell-copied"));
    }
}
