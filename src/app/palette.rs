//! The command palette's side of the shell: its index, kept for one state of the document, and
//! where its results lead.

use std::path::PathBuf;

use chrono::NaiveDate;
use eframe::egui::{self, Context};

use super::files::Intent;
use super::{App, Dialog};
use crate::domain::field::{Field, Place};
use crate::domain::text::Language;
use crate::ui::dialogs::{GlossaryState, Palette, PaletteAnswer, PaletteView, palette_ui};
use crate::ui::palette::{Index, Target};
use crate::ui::paper::PaperView;
use crate::ui::{Screen, View};

/// What an index was built from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct BuiltFrom {
    revision: u64,
    as_of: NaiveDate,
    language: Language,
    recent: Vec<PathBuf>,
}

/// The index that was built last; with ten thousand groups it is worth keeping.
#[derive(Debug, Default)]
pub(super) struct KeptIndex {
    index: Index,
    built_from: Option<BuiltFrom>,
    /// What has the keyboard again once the palette is gone.
    came_from: Option<egui::Id>,
}

impl KeptIndex {
    /// Another document begins to count its states anew.
    pub(super) fn forget(&mut self) {
        self.built_from = None;
    }
}

impl App {
    /// Opens the palette over what is shown now.
    pub(super) fn open_palette(&mut self, context: &Context) {
        self.update_index();
        self.palette.came_from = context.memory(egui::Memory::focused);
        self.dialog = Some(Dialog::Palette(Palette::default()));
    }

    /// Gives the keyboard back to what had it before the palette; not before the window under it
    /// can take it again.
    pub(super) fn give_keyboard_back(&mut self, context: &Context) {
        let Some(id) = self.palette.came_from else {
            return;
        };
        if context.memory(|memory| memory.top_modal_layer().is_none()) {
            self.palette.came_from = None;
            context.memory_mut(|memory| memory.request_focus(id));
        }
        context.request_repaint();
    }

    fn update_index(&mut self) {
        let today = self.host.today();
        self.derive();
        let Some(derived) = &self.derived else { return };
        let recent = self.start.recent.iter().map(|file| file.path.clone());
        let from = BuiltFrom {
            revision: derived.revision,
            as_of: derived.as_of,
            language: self.language,
            recent: recent.collect(),
        };
        if self.palette.built_from.as_ref() == Some(&from) {
            return;
        }
        let index = Index::build(&View {
            language: self.language,
            catalogue: self.catalogue,
            document: self.history.document(),
            walk: &derived.walk,
            plan: &derived.plan,
            progress: &derived.progress,
            as_of: derived.as_of,
            today,
            since_saved: self.since_saved.as_ref(),
            start: self.start.view(&[], None),
            paper: PaperView::default(),
        });
        self.palette.index = index;
        self.palette.built_from = Some(from);
    }

    /// Draws the palette and follows what was chosen.
    pub(super) fn palette_ui(&mut self, context: &Context, mut palette: Palette) {
        let view = PaletteView {
            language: self.language,
            index: &self.palette.index,
            standing: &self.standing(context),
            place: self.top_bar.search_place,
        };
        match palette_ui(context, view, &mut palette) {
            None => self.dialog = Some(Dialog::Palette(palette)),
            Some(PaletteAnswer::Close) => {}
            Some(PaletteAnswer::Go(target)) => {
                self.palette.came_from = None;
                self.follow(context, target, &palette.words);
            }
        }
    }

    fn follow(&mut self, context: &Context, target: Target, words: &str) {
        self.history.end_typing();
        match target {
            Target::Command(command) => self.run_command(context, command),
            Target::Part(part) => {
                self.go_to(Screen::Plan);
                self.screens.scroll_to = Some(part);
            }
            Target::Field(place, field) => {
                self.screens.show_field(place, field);
                self.go_to(Screen::Profile);
            }
            Target::Group(index) => {
                let place = Place::Group(index);
                self.screens.show_field(place, Field::GroupName);
                self.go_to(Screen::Profile);
            }
            Target::Question(key) => {
                self.screens.show_question(key);
                self.go_to(Screen::Decisions);
            }
            Target::Faq(id) => {
                self.go_to(Screen::Faq);
                self.show_faq_entry(id);
            }
            Target::Term(id) => {
                self.dialog = Some(Dialog::Glossary(GlossaryState::at(id)));
            }
            Target::Sample(file) => self.request(context, Intent::OpenSample(file)),
            Target::File(path) => self.request(context, Intent::OpenFile(path)),
            Target::SearchFaq => {
                words.trim().clone_into(&mut self.screens.faq_search);
                self.go_to(Screen::Faq);
                self.screens.focus_faq_search = true;
            }
        }
        context.request_repaint();
    }
}
