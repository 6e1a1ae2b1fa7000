//! The window without a window: fixed size, theme, language and day, and a host in memory.

use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::path::{Path, PathBuf};
use std::rc::Rc;

use chrono::NaiveDate;
use eframe::egui;
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, HarnessBuilder, TestRenderer};
use esu_planner::app::App;
use esu_planner::app::host::{Host, OnPicked, PickRequest, Picked, SaveError};
use esu_planner::assets;
use esu_planner::domain::plan::Plan;
use esu_planner::domain::programme::{Catalogue, Programme};
use esu_planner::domain::text::Language;
use esu_planner::file::LoadError;
use esu_planner::ui::theme;

/// The programme that most screens are tested with.
pub(crate) fn programme() -> &'static Programme {
    assets::programme("windows-7").expect("the programme's data is sound")
}

/// All programmes.
pub(crate) fn catalogue() -> &'static Catalogue {
    assets::catalogue().expect("the programmes' data is sound")
}

/// The programmes of a plan, in its order.
pub(crate) fn programmes_of(plan: &Plan) -> Vec<&'static Programme> {
    let parts = plan.programmes.iter();
    parts
        .map(|part| catalogue().get(&part.id).expect("the plan's programme"))
        .collect()
}

/// A day by its text.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// What the host has and what was asked of it.
pub(crate) struct World {
    pub(crate) files: BTreeMap<PathBuf, Vec<u8>>,
    /// What the file dialogs answer, in order; without an answer they stay open.
    pub(crate) picks: VecDeque<Picked>,
    /// What the file dialogs were asked to show.
    pub(crate) asked: Vec<PickRequest>,
    /// Nothing can be written.
    pub(crate) is_read_only: bool,
    /// The day it is.
    pub(crate) today: NaiveDate,
}

struct FakeHost(Rc<RefCell<World>>);

impl FakeHost {
    fn pick(&self, request: PickRequest, on_picked: OnPicked) {
        let mut world = self.0.borrow_mut();
        world.asked.push(request);
        if let Some(answer) = world.picks.pop_front() {
            on_picked(answer);
        }
    }
}

impl Host for FakeHost {
    fn today(&self) -> NaiveDate {
        self.0.borrow().today
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, LoadError> {
        let world = self.0.borrow();
        world
            .files
            .get(path)
            .cloned()
            .ok_or_else(|| LoadError::Unreadable {
                name: path.display().to_string(),
                problem: "no such file".to_owned(),
            })
    }

    fn write_atomically(&self, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
        let mut world = self.0.borrow_mut();
        if world.is_read_only {
            return Err(SaveError {
                path: path.display().to_string(),
                problem: "the disk is full".to_owned(),
            });
        }
        world.files.insert(path.to_owned(), bytes.to_vec());
        Ok(())
    }

    fn exists(&self, path: &Path) -> bool {
        self.0.borrow().files.contains_key(path)
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        Path::new("/data").join(path)
    }

    fn pick_open(&self, request: PickRequest, on_picked: OnPicked) {
        self.pick(request, on_picked);
    }

    fn pick_save(&self, request: PickRequest, on_picked: OnPicked) {
        self.pick(request, on_picked);
    }
}

/// The app as tests drive it.
pub(crate) struct Window {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) world: Rc<RefCell<World>>,
}

impl Window {
    /// The app with an empty profile in English.
    pub(crate) fn new() -> Self {
        Self::with(Language::English, egui::Vec2::new(1440.0, 900.0))
    }

    pub(crate) fn with(language: Language, size: egui::Vec2) -> Self {
        Self::over(catalogue(), language, size)
    }

    /// The app over other programmes than those that are built in.
    pub(crate) fn over(
        catalogue: &'static Catalogue,
        language: Language,
        size: egui::Vec2,
    ) -> Self {
        let builder = Harness::builder()
            .with_size(size)
            .with_theme(egui::Theme::Light);
        Self::built(builder, catalogue, language)
    }

    /// The app that is really drawn, at one dot a point.
    pub(crate) fn drawn_by(
        renderer: impl TestRenderer + 'static,
        language: Language,
        theme: egui::Theme,
        size: egui::Vec2,
    ) -> Self {
        let builder = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .renderer(renderer);
        Self::built(builder, catalogue(), language)
    }

    fn built(
        builder: HarnessBuilder<App>,
        catalogue: &'static Catalogue,
        language: Language,
    ) -> Self {
        let world = Rc::new(RefCell::new(World {
            files: BTreeMap::new(),
            picks: VecDeque::new(),
            asked: Vec::new(),
            is_read_only: false,
            today: day("2022-03-01"),
        }));
        let app = App::new(Box::new(FakeHost(Rc::clone(&world))), catalogue, language);
        let harness = builder
            .with_os(egui::os::OperatingSystem::Nix)
            .with_max_steps(12)
            .with_context_setup(theme::install)
            .build_ui_state(|ui, app: &mut App| app.frame(ui), app);
        Self { harness, world }
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    /// Clicks the one widget with this accessible name.
    #[track_caller]
    pub(crate) fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.harness.run();
    }

    /// Whether a widget with this accessible name is there.
    pub(crate) fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether a text with these words is there.
    pub(crate) fn says(&self, words: &str) -> bool {
        self.harness
            .query_all_by_label_contains(words)
            .next()
            .is_some()
    }

    /// Replaces the text of the field with this accessible name.
    #[track_caller]
    pub(crate) fn fill(&mut self, label: &str, text: &str) {
        let field = self
            .harness
            .get_by_role_and_label(egui::accesskit::Role::TextInput, label);
        field.focus();
        self.harness.run();
        self.press(egui::Modifiers::COMMAND, egui::Key::A);
        self.harness
            .get_by_role_and_label(egui::accesskit::Role::TextInput, label)
            .type_text(text);
        self.harness.run();
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Presses Ctrl with a key.
    pub(crate) fn ctrl(&mut self, key: egui::Key) {
        self.press(egui::Modifiers::COMMAND, key);
    }

    /// What the next file dialogs answer.
    pub(crate) fn will_pick(&self, picked: impl IntoIterator<Item = Picked>) {
        self.world.borrow_mut().picks.extend(picked);
    }

    /// Puts a file there.
    pub(crate) fn put_file(&self, path: &str, bytes: &[u8]) {
        let mut world = self.world.borrow_mut();
        world.files.insert(path.into(), bytes.to_vec());
    }

    /// The bytes of a file.
    #[track_caller]
    pub(crate) fn file(&self, path: &str) -> Vec<u8> {
        let world = self.world.borrow();
        world.files.get(Path::new(path)).expect("a file").clone()
    }
}

/// The answer of a file dialog in which this path was chosen.
pub(crate) fn picked(path: &str) -> Picked {
    Picked::File(path.into())
}
