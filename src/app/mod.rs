//! The shell: everything that touches the world. It holds the document and the order of one frame.

mod adapters;
#[cfg(windows)]
#[expect(
    unsafe_code,
    reason = "the console is joined and left by calls into Windows"
)]
pub mod console;
mod crash;
mod drafts;
mod draw;
mod files;
mod folders;
mod frames;
pub mod host;
mod jobs;
mod keeper;
mod keyboard;
mod last_words;
mod marks;
mod outside;
mod palette;
mod paper;
mod paper_worker;
pub mod place;
mod placing;
pub mod polish_letters;
pub mod preferences;
mod preferences_text;
mod print_jobs;
mod problems;
pub mod renderers;
mod rescue;
mod restart;
mod run_command;
mod settings;
mod start;
mod start_screen;
mod state_folder;
mod store;
mod trial;
#[cfg(windows)]
mod waited_for;
mod watch;
mod window;

pub use last_words::NoWindow;
pub use settings::WindowWish;
pub use start::{Ended, run_window};

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use eframe::egui::{Context, Event, Ui, ViewportCommand, accesskit_root_id};

use crate::document::{Document, History};
use crate::domain::changes::SinceSaved;
use crate::domain::guide::walk::Walk;
use crate::domain::plan::{Plan, plan_estate};
use crate::domain::programme::Catalogue;
use crate::domain::progress::Progress;
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::ui::command::command_of;
use crate::ui::dialogs::{
    GlossaryAnswer, GlossaryState, Palette, PathAnswer, PathPrompt, Problem, RecoveryState,
    UnsavedAnswer, about_ui, glossary_ui, path_prompt_ui, picking_ui, problem_ui, shortcuts_ui,
    unsaved_changes_ui,
};
use crate::ui::panels::file_name;
use crate::ui::panels::top_bar::TopBarState;
use crate::ui::screens::{FaqProgramme, ScreensState};
use crate::ui::{Outbox, Screen};
use drafts::Keeping;
use files::{Intent, Purpose};
use host::Host;
use jobs::{Jobs, Ticket, Waker};
use outside::OnDisk;
use paper::PaperDesk;
use print_jobs::Printing;
use renderers::Rung;
use settings::Settings;

/// The app without a window: tests draw it as the window does.
pub struct App {
    host: Box<dyn Host>,
    jobs: Jobs,
    waker: Waker,
    history: History,
    path: Option<PathBuf>,
    on_disk: OnDisk,
    keeping: Keeping,
    /// The history's revision that the file holds, or that a new profile began with; none where
    /// no file holds the document yet.
    saved_revision: Option<u64>,
    catalogue: &'static Catalogue,
    language: Language,
    screen: Screen,
    screens: ScreensState,
    top_bar: TopBarState,
    dialog: Option<Dialog>,
    notice: Option<String>,
    derived: Option<Derived>,
    /// What newer rule data changed since the open file was saved.
    since_saved: Option<SinceSaved<'static>>,
    renderer: Renderer,
    /// Whether the window has the ground's colour already. Painting it once more would cost a third
    /// of a frame where there is no graphics card.
    ground_is_painted: bool,
    start: start_screen::StartLists,
    palette: palette::KeptIndex,
    settings: Settings,
    paper: PaperDesk,
    printing: Printing,
    title: String,
    quitting: bool,
}

/// What draws the window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Renderer {
    /// The graphics interface; empty without a window.
    pub name: String,
    /// Whether it draws without a graphics card.
    pub is_software: bool,
    /// The card or the driver by its own name; empty where it is not told.
    pub adapter: String,
    /// The way to draw; none without a window.
    pub rung: Option<Rung>,
}

impl Renderer {
    fn in_words(&self, language: Language) -> String {
        if self.is_software {
            let name = self.name.as_str().into();
            tr_with(language, "shell-software-renderer", &[("name", name)])
        } else {
            self.name.clone()
        }
    }

    /// The same with the card or the driver.
    fn whole_words(&self, language: Language) -> String {
        let words = self.in_words(language);
        if self.adapter.is_empty() {
            words
        } else {
            format!("{words} · {}", self.adapter)
        }
    }
}

/// What is worked out from the document; kept until what it rests on changes.
struct Derived {
    revision: u64,
    as_of: NaiveDate,
    walk: Walk,
    plan: Plan,
    progress: Progress,
}

/// The dialog that is open; there is one at most.
enum Dialog {
    Unsaved(Intent),
    Picking(Ticket, Purpose),
    Path(PathPrompt, Purpose),
    Problem(Problem),
    Recovery(RecoveryState),
    /// The file was written by another program; and what goes on once the document is saved.
    ChangedOutside(Option<Intent>),
    /// This file is open in another copy of the app.
    OpenElsewhere(PathBuf),
    Palette(Palette),
    Shortcuts,
    Glossary(GlossaryState),
    Preferences,
    About,
}

impl Dialog {
    /// Whether closing the window may put its own question in this one's place: nothing that was
    /// begun here is broken off then.
    fn gives_way(&self) -> bool {
        match self {
            Self::Unsaved(_)
            | Self::Picking(..)
            | Self::Path(..)
            | Self::ChangedOutside(_)
            | Self::OpenElsewhere(_) => false,
            Self::Problem(_)
            | Self::Recovery(_)
            | Self::Palette(_)
            | Self::Shortcuts
            | Self::Glossary(_)
            | Self::Preferences
            | Self::About => true,
        }
    }
}

impl App {
    /// An app that shows the start screen over an empty profile.
    pub fn new(host: Box<dyn Host>, catalogue: &'static Catalogue, language: Language) -> Self {
        let waker = Waker::default();
        let keeping = Keeping::new(&*host, &waker, language);
        let jobs = Jobs::new(&waker);
        let paper = PaperDesk::new(&*host, &jobs, &waker);
        let printing = Printing::new(&jobs, &waker);
        Self {
            host,
            jobs,
            waker,
            history: History::default(),
            path: None,
            on_disk: OnDisk::default(),
            keeping,
            saved_revision: Some(0),
            catalogue,
            language,
            screen: Screen::Start,
            screens: ScreensState::default(),
            top_bar: TopBarState::default(),
            dialog: None,
            notice: None,
            derived: None,
            since_saved: None,
            renderer: Renderer::default(),
            ground_is_painted: false,
            start: start_screen::StartLists::default(),
            palette: palette::KeptIndex::default(),
            settings: Settings::default(),
            paper,
            printing,
            title: String::new(),
            quitting: false,
        }
    }

    /// Names what draws the window, for the status line.
    pub fn set_renderer(&mut self, renderer: Renderer) {
        self.renderer = renderer;
    }

    /// What is edited.
    pub fn document(&self) -> &Document {
        self.history.document()
    }

    /// Where it is saved.
    pub fn path(&self) -> Option<&Path> {
        self.path.as_deref()
    }

    /// The place that is shown.
    pub fn screen(&self) -> Screen {
        self.screen
    }

    /// Whether something would be lost without saving.
    pub fn is_unsaved(&self) -> bool {
        Some(self.history.revision()) != self.saved_revision
    }

    /// Whether the window is asked to close and may.
    pub fn is_quitting(&self) -> bool {
        self.quitting
    }

    /// One frame: finished jobs, shortcuts, panels, the screen, dialogs; then what they ask for.
    pub fn frame(&mut self, ui: &mut Ui) {
        let context = ui.ctx().clone();
        let mut outbox = Outbox::default();
        self.waker.set(&context);
        self.take_finished_jobs(&context);
        self.take_keeper_news();
        self.offer_drafts();
        self.take_input(&context, &mut outbox);
        self.derive();
        self.paper_tick(&context);
        self.draw(ui, &mut outbox);
        self.dialogs_ui(&context);
        self.apply(&context, outbox);
        if !self.quitting {
            self.keep();
        }
        self.preferences_tick(&context);
        self.set_title(&context);
    }

    fn as_of(&self) -> NaiveDate {
        let today = self.host.today();
        self.history.document().as_of.unwrap_or(today)
    }

    /// Walk and plan for the document as it is.
    fn derive(&mut self) -> &Derived {
        let revision = self.history.revision();
        let as_of = self.as_of();
        let current = self
            .derived
            .take()
            .filter(|derived| derived.revision == revision && derived.as_of == as_of);
        let profile = &self.history.document().profile;
        let catalogue = self.catalogue;
        let derived = current.unwrap_or_else(|| {
            let (walk, plan) = plan_estate(catalogue, profile, as_of, None);
            let progress = Progress::of(profile, &plan);
            Derived {
                revision,
                as_of,
                walk,
                plan,
                progress,
            }
        });
        self.derived.insert(derived)
    }

    /// Keys that mean commands, files dropped on the window, and the wish to close it.
    fn take_input(&mut self, context: &Context, outbox: &mut Outbox) {
        let closing = context.input(|input| input.viewport().close_requested());
        let would_lose = self.is_unsaved() || self.printing.is_sending() || self.paper.is_making();
        if closing && !self.quitting && would_lose {
            context.send_viewport_cmd(ViewportCommand::CancelClose);
            if self.dialog.as_ref().is_none_or(Dialog::gives_way) {
                self.request(context, Intent::Quit);
            }
        }
        if self.dialog.is_some() || self.screens.has_dialog() {
            return;
        }
        self.escape_from_paper(context);
        let typing = context.text_edit_focused();
        context.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key {
                    key,
                    pressed: true,
                    repeat,
                    modifiers,
                    ..
                } = event
                else {
                    return true;
                };
                match command_of(*modifiers, *key) {
                    Some(command) if !(typing && command.yields_to_text_fields()) => {
                        if !repeat || command.may_repeat() {
                            outbox.commands.push(command);
                        }
                        false
                    }
                    _ => true,
                }
            });
        });
        let dropped = context.input(|input| {
            input
                .raw
                .dropped_files
                .first()
                .map(|file| file.path().to_owned())
        });
        if let Some(path) = dropped {
            self.request(context, Intent::OpenFile(path));
        }
    }

    fn dialogs_ui(&mut self, context: &Context) {
        let Some(dialog) = self.dialog.take() else {
            self.give_keyboard_back(context);
            return;
        };
        let language = self.language;
        match dialog {
            Dialog::Unsaved(intent) => {
                let name = file_name(language, self.path());
                match unsaved_changes_ui(context, language, &name) {
                    None => self.dialog = Some(Dialog::Unsaved(intent)),
                    Some(UnsavedAnswer::Save) => self.save(context, Some(intent)),
                    Some(UnsavedAnswer::DontSave) => self.carry_out(context, intent),
                    Some(UnsavedAnswer::Cancel) => {}
                }
            }
            Dialog::Picking(ticket, purpose) => match picking_ui(context, language) {
                None => self.dialog = Some(Dialog::Picking(ticket, purpose)),
                Some(PathAnswer::Use) => self.prompt(purpose, None),
                Some(PathAnswer::Cancel) => {}
            },
            Dialog::Path(mut prompt, purpose) => {
                match path_prompt_ui(context, language, &mut prompt) {
                    None => self.dialog = Some(Dialog::Path(prompt, purpose)),
                    Some(PathAnswer::Use) => self.use_typed_path(context, prompt, purpose),
                    Some(PathAnswer::Cancel) => {}
                }
            }
            Dialog::Problem(problem) => {
                if !problem_ui(context, language, &problem) {
                    self.dialog = Some(Dialog::Problem(problem));
                }
            }
            Dialog::Recovery(state) => self.recovery_ui(context, state),
            Dialog::ChangedOutside(then) => self.changed_outside_ui(context, then),
            Dialog::OpenElsewhere(path) => self.open_elsewhere_ui(context, path),
            Dialog::Palette(palette) => self.palette_ui(context, palette),
            Dialog::Shortcuts => {
                if !shortcuts_ui(context, language) {
                    self.dialog = Some(Dialog::Shortcuts);
                }
            }
            Dialog::Glossary(mut state) => match glossary_ui(context, language, &mut state) {
                None => self.dialog = Some(Dialog::Glossary(state)),
                Some(GlossaryAnswer::OpenFaq(id)) => {
                    self.go_to(Screen::Faq);
                    self.show_faq_entry(id);
                }
                Some(GlossaryAnswer::Close) => {}
            },
            Dialog::Preferences => {
                if !self.preferences_dialog_ui(context) {
                    self.dialog = Some(Dialog::Preferences);
                }
            }
            Dialog::About => {
                let renderer = self.renderer.whole_words(language);
                if !about_ui(context, language, self.catalogue, &renderer) {
                    self.dialog = Some(Dialog::About);
                }
            }
        }
        if self.dialog.is_none() {
            context.request_repaint();
        }
    }

    fn apply(&mut self, context: &Context, outbox: Outbox) {
        let Outbox {
            edits,
            typing_ended,
            go_to,
            show_part,
            open_faq,
            copy,
            file,
            start,
            paper,
            commands,
        } = outbox;
        if !edits.is_empty() || go_to.is_some() || open_faq.is_some() || !commands.is_empty() {
            context.request_repaint();
        }
        for edit in edits {
            self.notice = self
                .history
                .apply(edit)
                .err()
                .map(|error| error.to_string());
        }
        if typing_ended {
            self.history.end_typing();
        }
        if let Some(screen) = go_to {
            self.go_to(screen);
        }
        if let Some(part) = show_part {
            self.go_to(Screen::Plan);
            self.screens.scroll_to = Some(part);
        }
        if let Some(entry) = open_faq {
            self.go_to(Screen::Faq);
            self.show_faq_entry(entry);
        }
        if let Some(text) = copy {
            context.copy_text(text);
            self.notice = Some(tr(self.language, "shell-copied"));
        }
        if let Some(request) = file {
            self.file_request(context, request);
            context.request_repaint();
        }
        if let Some(request) = start {
            self.carry_out_start(context, request);
        }
        for ask in paper {
            self.carry_out_paper(context, ask);
        }
        for command in commands {
            self.run_command(context, command);
        }
    }

    /// Opens an entry; where its programme is filtered out, the list shows the plan's again.
    fn show_faq_entry(&mut self, entry: String) {
        let found = self.catalogue.faq_entry(&entry);
        if let (Some((programme, _)), Some(derived)) = (found, &self.derived)
            && !self.screens.faq_programme.takes(&derived.plan, programme)
        {
            self.screens.faq_programme = FaqProgramme::default();
        }
        self.screens.faq_selected = Some(entry);
    }

    fn go_to(&mut self, screen: Screen) {
        self.pass_paper(screen);
        self.screen = screen;
        self.history.end_typing();
    }

    fn set_title(&mut self, context: &Context) {
        let edited = if self.is_unsaved() { "yes" } else { "no" };
        let title = if self.screen == Screen::Start && self.is_blank() {
            tr(self.language, "shell-title")
        } else {
            let file = file_name(self.language, self.path());
            tr_with(
                self.language,
                "shell-window-title",
                &[("file", file.into()), ("edited", edited.into())],
            )
        };
        // A screen reader says it on coming to the window.
        context.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(&*title));
        if title != self.title {
            context.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}
