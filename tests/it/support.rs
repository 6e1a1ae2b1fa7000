//! The window without a window: fixed size, theme, language and day, and a host in memory.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::sync::{Arc, Mutex};

use chrono::{NaiveDate, NaiveDateTime};
use eframe::egui;
use egui_kittest::kittest::Queryable as _;
use egui_kittest::{Harness, HarnessBuilder, TestRenderer};
use esu_planner::app::App;
use esu_planner::app::host::{
    DraftStore, Hold, Host, OnOpened, OnOutside, OnPicked, Orphan, PickRequest, Picked, SaveError,
    Watched,
};
use esu_planner::app::preferences::{Loaded, Preferences};
use esu_planner::assets;
use esu_planner::domain::plan::Plan;
use esu_planner::domain::programme::{Catalogue, Programme};
use esu_planner::domain::text::Language;
use esu_planner::file::LoadError;
use esu_planner::print::{
    Follower, Go, JobEnd, JobNews, PrintError, PrintSource, PrintTicket, Printer, Spooler,
    ViewerError,
};
use esu_planner::report::{Format, ReportInput, ReportOptions};
use esu_planner::ui::drafts::{DraftId, Outside};
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
    /// Where the preferences are kept; nothing is remembered without it.
    pub(crate) preferences: Option<PathBuf>,
    /// The drafts; they outlive the window.
    pub(crate) drafts: Arc<FakeDrafts>,
    /// The files that another copy of the app has open.
    pub(crate) open_elsewhere: BTreeSet<PathBuf>,
    /// What takes print jobs.
    pub(crate) spooler: Arc<FakeSpooler>,
    /// What was shown in the viewer, by its name.
    pub(crate) viewed: Vec<(String, Vec<u8>)>,
    /// Whether a viewer is there.
    pub(crate) has_viewer: bool,
    /// The language and country that the system is set to.
    pub(crate) locale: Option<String>,
    /// The file that the app watches.
    pub(crate) watched: Option<(Watched, OnOutside)>,
}

impl World {
    pub(crate) fn new() -> Self {
        Self {
            files: BTreeMap::new(),
            picks: VecDeque::new(),
            asked: Vec::new(),
            is_read_only: false,
            today: day("2022-03-01"),
            preferences: None,
            drafts: Arc::default(),
            open_elsewhere: BTreeSet::new(),
            spooler: Arc::default(),
            viewed: Vec::new(),
            has_viewer: true,
            locale: None,
            watched: None,
        }
    }
}

/// One draft in memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct FakeDraft {
    pub(crate) bytes: Option<Vec<u8>>,
    pub(crate) is_owned: bool,
    pub(crate) is_put_off: bool,
}

/// Drafts in memory. Those of windows that are gone are orphaned by the test.
#[derive(Debug, Default)]
pub(crate) struct FakeDrafts {
    pub(crate) drafts: Mutex<BTreeMap<DraftId, FakeDraft>>,
    /// Nothing can be written.
    pub(crate) is_full: Mutex<bool>,
}

impl FakeDrafts {
    fn change<T>(&self, change: impl FnOnce(&mut BTreeMap<DraftId, FakeDraft>) -> T) -> T {
        change(&mut self.drafts.lock().unwrap())
    }

    /// The owners are gone, as after a kill.
    pub(crate) fn orphan_all(&self) {
        self.change(|drafts| drafts.values_mut().for_each(|draft| draft.is_owned = false));
    }

    /// Puts an orphan there.
    pub(crate) fn put(&self, id: &str, text: &str) {
        let draft = FakeDraft {
            bytes: Some(text.as_bytes().to_vec()),
            ..FakeDraft::default()
        };
        self.change(|drafts| drafts.insert(DraftId(id.to_owned()), draft));
    }

    /// The texts of all drafts.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.change(|drafts| {
            let bytes = drafts.values().filter_map(|draft| draft.bytes.clone());
            bytes
                .map(|bytes| String::from_utf8(bytes).unwrap())
                .collect()
        })
    }

    fn refuse(&self) -> Result<(), SaveError> {
        if *self.is_full.lock().unwrap() {
            return Err(SaveError {
                path: "/drafts".to_owned(),
                problem: "no space left on device".to_owned(),
            });
        }
        Ok(())
    }
}

impl DraftStore for FakeDrafts {
    fn orphans(&self) -> Vec<Orphan> {
        self.change(|drafts| {
            let orphans = drafts.iter().filter(|(_, draft)| !draft.is_owned);
            orphans
                .filter_map(|(id, draft)| {
                    Some(Orphan {
                        id: id.clone(),
                        bytes: Ok(draft.bytes.clone()?),
                        is_put_off: draft.is_put_off,
                    })
                })
                .collect()
        })
    }

    fn create(&self) -> Result<DraftId, SaveError> {
        self.refuse()?;
        Ok(self.change(|drafts| {
            let id = DraftId(format!("draft-{}", drafts.len()));
            let draft = FakeDraft {
                is_owned: true,
                ..FakeDraft::default()
            };
            assert!(drafts.insert(id.clone(), draft).is_none());
            id
        }))
    }

    fn claim(&self, id: &DraftId) -> bool {
        self.change(|drafts| {
            let draft = drafts.get_mut(id).filter(|draft| !draft.is_owned);
            draft
                .map(|draft| {
                    draft.is_owned = true;
                    draft.is_put_off = false;
                })
                .is_some()
        })
    }

    fn release(&self, id: &DraftId) {
        self.change(|drafts| {
            if let Some(draft) = drafts.get_mut(id) {
                draft.is_owned = false;
            }
        });
    }

    fn write(&self, id: &DraftId, bytes: &[u8]) -> Result<(), SaveError> {
        self.refuse()?;
        self.change(|drafts| {
            let draft = drafts.get_mut(id).expect("a draft that was created");
            assert!(draft.is_owned, "only the owner writes");
            draft.bytes = Some(bytes.to_vec());
        });
        Ok(())
    }

    fn read(&self, id: &DraftId) -> Result<Vec<u8>, LoadError> {
        let read = self.change(|drafts| drafts.get(id)?.bytes.clone());
        read.ok_or_else(|| LoadError::Unreadable {
            name: id.0.clone(),
            problem: "no such draft".to_owned(),
        })
    }

    fn remove(&self, id: &DraftId) {
        self.change(|drafts| {
            let removed = drafts.remove(id);
            assert!(removed.is_none_or(|draft| draft.is_owned), "only the owner");
        });
    }

    fn put_off(&self, id: &DraftId) {
        self.change(|drafts| {
            if let Some(draft) = drafts.get_mut(id) {
                draft.is_put_off = true;
            }
        });
    }

    fn place(&self, id: &DraftId) -> PathBuf {
        Path::new("/drafts").join(format!("{}.draft", id.0))
    }

    fn at(&self, path: &Path) -> Option<DraftId> {
        self.change(|drafts| drafts.keys().find(|id| self.place(id) == path).cloned())
    }

    fn write_crash(&self, name: &str, _text: &str) -> Option<PathBuf> {
        Some(Path::new("/drafts").join(name))
    }
}

/// What is heard of a job, and how it ends.
pub(crate) type Story = (Vec<JobNews>, Option<Result<JobEnd, PrintError>>);

/// A print system in memory.
#[derive(Default)]
pub(crate) struct FakeSpooler {
    /// What it answers when it is asked for its printers.
    pub(crate) printers: Mutex<Vec<Printer>>,
    /// Why it does not answer, where it does not.
    pub(crate) failure: Mutex<Option<PrintError>>,
    /// The printers on the network by their addresses.
    pub(crate) network: Mutex<BTreeMap<String, Printer>>,
    /// What is heard of the next job, and how it ends; without an end it goes on until cancelled.
    pub(crate) story: Mutex<Story>,
    /// What was printed: the printer, the ticket, and the PDF of the pages that were asked for.
    pub(crate) jobs: Mutex<Vec<(String, PrintTicket, Vec<u8>)>>,
}

impl Spooler for FakeSpooler {
    fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        match self.failure.lock().unwrap().clone() {
            Some(failure) => Err(failure),
            None => Ok(self.printers.lock().unwrap().clone()),
        }
    }

    fn printer_at(&self, address: &str) -> Result<Printer, PrintError> {
        let network = self.network.lock().unwrap();
        let found = network.get(address).cloned();
        found.ok_or_else(|| PrintError::BadAddress {
            address: address.to_owned(),
        })
    }

    fn print(
        &self,
        printer: &Printer,
        ticket: &PrintTicket,
        source: &dyn PrintSource,
        follower: &mut dyn Follower,
    ) -> Result<JobEnd, PrintError> {
        let pages = ticket.pages.of(source.page_count())?;
        let job = (printer.name.clone(), ticket.clone(), source.pdf(&pages)?);
        self.jobs.lock().unwrap().push(job);
        let (news, end) = self.story.lock().unwrap().clone();
        let mut last = None;
        for news in news {
            if let JobNews::Changed(status) = &news {
                last = Some(status.clone());
            }
            follower.hear(news);
        }
        loop {
            match (follower.go(), &last) {
                (Go::Cancel, _) => return Ok(JobEnd::Cancelled { job: Some(7) }),
                (Go::Leave, Some(status)) => return Ok(JobEnd::Left(status.clone())),
                (Go::On | Go::Leave, _) => {}
            }
            if let Some(end) = &end {
                return end.clone();
            }
            std::thread::sleep(std::time::Duration::from_millis(2));
        }
    }
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

    fn now(&self) -> NaiveDateTime {
        self.today().and_hms_opt(14, 2, 0).expect("a time")
    }

    fn drafts(&self) -> Arc<dyn DraftStore> {
        Arc::<FakeDrafts>::clone(&self.0.borrow().drafts)
    }

    fn hold(&self, path: &Path) -> Hold {
        if self.0.borrow().open_elsewhere.contains(path) {
            Hold::Elsewhere
        } else {
            Hold::Mine(None)
        }
    }

    fn watch(&self, watched: Option<Watched>, on_outside: OnOutside) {
        self.0.borrow_mut().watched = watched.map(|watched| (watched, on_outside));
    }

    fn preferences_file(&self) -> Option<PathBuf> {
        self.0.borrow().preferences.clone()
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

    fn locale(&self) -> Option<String> {
        self.0.borrow().locale.clone()
    }

    fn user(&self) -> Option<String> {
        Some("ewa".to_owned())
    }

    fn spooler(&self) -> Arc<dyn Spooler> {
        Arc::<FakeSpooler>::clone(&self.0.borrow().spooler)
    }

    fn open_in_viewer(&self, name: &str, bytes: Vec<u8>, on_opened: OnOpened) {
        let mut world = self.0.borrow_mut();
        if world.has_viewer {
            world.viewed.push((name.to_owned(), bytes));
            on_opened(Ok(()));
        } else {
            on_opened(Err(ViewerError::NoViewer));
        }
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

    /// The app over other programmes than those that are built in; a new profile has been begun.
    pub(crate) fn over(
        catalogue: &'static Catalogue,
        language: Language,
        size: egui::Vec2,
    ) -> Self {
        let mut window = Self::at_start(catalogue, language, size);
        window.ctrl(egui::Key::N);
        window
    }

    /// The app as it starts without a file.
    pub(crate) fn at_start(
        catalogue: &'static Catalogue,
        language: Language,
        size: egui::Vec2,
    ) -> Self {
        Self::in_world(World::new(), catalogue, language, size)
    }

    /// The app in a world that has something already.
    pub(crate) fn in_world(
        world: World,
        catalogue: &'static Catalogue,
        language: Language,
        size: egui::Vec2,
    ) -> Self {
        let world = Rc::new(RefCell::new(world));
        Self::in_shared_world(world, catalogue, language, size, None)
    }

    /// The app in a world with preferences, which it reads; in English for this run, as tests
    /// don't ask for the system's language.
    pub(crate) fn with_preferences(world: &Rc<RefCell<World>>) -> Self {
        let size = egui::Vec2::new(1440.0, 900.0);
        let loaded = Preferences::load(&FakeHost(Rc::clone(world)));
        let world = Rc::clone(world);
        Self::in_shared_world(world, catalogue(), Language::English, size, Some(loaded))
    }

    /// A world that remembers preferences: this text, or nothing yet.
    pub(crate) fn world_with(text: Option<&str>) -> Rc<RefCell<World>> {
        let path = PathBuf::from("/config/preferences.ron");
        let files = text.map(|text| (path.clone(), text.as_bytes().to_vec()));
        Rc::new(RefCell::new(World {
            files: files.into_iter().collect(),
            preferences: Some(path),
            ..World::new()
        }))
    }

    fn in_shared_world(
        world: Rc<RefCell<World>>,
        catalogue: &'static Catalogue,
        language: Language,
        size: egui::Vec2,
        preferences: Option<Loaded>,
    ) -> Self {
        let mut app = App::new(Box::new(FakeHost(Rc::clone(&world))), catalogue, language);
        if let Some(loaded) = preferences {
            app.use_preferences(loaded, Some(language));
        }
        let builder = Harness::builder()
            .with_size(size)
            .with_theme(egui::Theme::Light);
        Self::built(builder, world, app)
    }

    /// The app that is really drawn, at one dot a point.
    pub(crate) fn drawn_by(
        renderer: impl TestRenderer + 'static,
        language: Language,
        theme: egui::Theme,
        size: egui::Vec2,
    ) -> Self {
        let world = Rc::new(RefCell::new(World::new()));
        let host = Box::new(FakeHost(Rc::clone(&world)));
        let builder = Harness::builder()
            .with_size(size)
            .with_theme(theme)
            .renderer(renderer);
        Self::built(builder, world, App::new(host, catalogue(), language))
    }

    fn built(builder: HarnessBuilder<App>, world: Rc<RefCell<World>>, app: App) -> Self {
        let harness = builder
            .with_os(egui::os::OperatingSystem::Nix)
            // A search for what would change a line goes on over some frames.
            .with_max_steps(40)
            .with_context_setup(theme::install)
            .build_ui_state(|ui, app: &mut App| app.frame(ui), app);
        Self { harness, world }
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    /// Draws until nothing moves and nothing is being made on another thread.
    #[track_caller]
    pub(crate) fn run(&mut self) {
        let began = std::time::Instant::now();
        self.harness.run();
        while self.app().is_at_work() {
            assert!(began.elapsed().as_secs() < 120, "the work does not end");
            std::thread::sleep(std::time::Duration::from_millis(5));
            self.harness.run();
        }
    }

    /// Draws until something is so that another thread has to do.
    #[track_caller]
    pub(crate) fn wait_until(&mut self, is_so: impl Fn(&Self) -> bool) {
        let began = std::time::Instant::now();
        while !is_so(self) {
            assert!(began.elapsed().as_secs() < 60, "it does not happen");
            std::thread::sleep(std::time::Duration::from_millis(5));
            self.harness.run();
        }
    }

    /// Clicks the one widget with this accessible name.
    #[track_caller]
    pub(crate) fn click(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.run();
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

    /// Types into whatever has the keyboard.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, modifiers: egui::Modifiers, key: egui::Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.run();
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

    /// Another program writes a file, or removes it, and the watcher notices.
    pub(crate) fn change_outside(&mut self, path: &str, bytes: Option<&[u8]>) {
        {
            let mut world = self.world.borrow_mut();
            match bytes {
                Some(bytes) => world.files.insert(path.into(), bytes.to_vec()),
                None => world.files.remove(Path::new(path)),
            };
            let (watched, on_outside) = world.watched.as_ref().expect("a watched file");
            assert_eq!(watched.path, Path::new(path));
            on_outside(match bytes {
                Some(_) => Outside::Changed,
                None => Outside::Gone,
            });
        }
        self.harness.run();
    }

    /// The bytes of a file.
    #[track_caller]
    pub(crate) fn file(&self, path: &str) -> Vec<u8> {
        let world = self.world.borrow();
        world.files.get(Path::new(path)).expect("a file").clone()
    }
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the app reads through its host".to_owned())
    }
}

/// A file that is dropped on the window.
pub(crate) fn dropped(path: &str) -> Arc<dyn egui::DroppedFile + Send + Sync> {
    Arc::new(Dropped(path.into()))
}

/// The answer of a file dialog in which this path was chosen.
pub(crate) fn picked(path: &str) -> Picked {
    Picked::File(path.into())
}

/// A whole plan in a form that is text.
pub(crate) fn render(format: Format, input: &ReportInput<'_>) -> String {
    let bytes = esu_planner::report::render(format, input, &ReportOptions::default()).unwrap();
    String::from_utf8(bytes).unwrap()
}
