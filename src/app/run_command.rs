//! The one match that carries commands out.

use eframe::egui::Context;

use super::files::{Intent, Purpose};
use super::{App, Dialog};
use crate::document::Edit;
use crate::domain::field::{Field, Place};
use crate::domain::profile::EndpointGroup;
use crate::domain::text::Language;
use crate::report::Format;
use crate::ui::Screen;
use crate::ui::command::Command;
use crate::ui::dialogs::{LanguageChoice, ThemeChoice};

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
                self.history.undo();
            }
            Command::Redo => {
                self.history.redo();
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
            Command::GoToProfile
            | Command::GoToDecisions
            | Command::GoToPlan
            | Command::GoToFaq => {
                if let Some(screen) = command.screen() {
                    self.go_to(screen);
                }
            }
            Command::Find => match self.screen {
                // The FAQ has a field of its own for the same words.
                Screen::Faq => self.screens.focus_faq_search = true,
                _ => self.top_bar.focus_search = true,
            },
            Command::ExportMarkdown => self.pick(context, Purpose::Export(Format::Markdown)),
            Command::ExportText => self.pick(context, Purpose::Export(Format::Text)),
            Command::ExportJson => self.pick(context, Purpose::Export(Format::Json)),
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
            Command::About => self.dialog = Some(Dialog::About),
            Command::Quit => self.request(context, Intent::Quit),
        }
        context.request_repaint();
    }
}
