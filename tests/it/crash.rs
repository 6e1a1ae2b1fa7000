//! The app is killed at any moment, between and during saves, and started again: some hundreds of
//! times in a row, each start with what the kill before left on the disk.
//!
//! A test starts itself again as the child, which finds its folder in the environment. The child
//! types and saves as a person does, through the window's widgets and with the real files, and
//! tells each step before it begins and after it is done.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui::{self, Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use esu_planner::app::App;
use esu_planner::app::host::{DraftStore as _, Pace, StateFolder, SystemHost};
use esu_planner::document::Document;
use esu_planner::domain::field::Field;
use esu_planner::domain::profile::EndpointGroup;
use esu_planner::domain::programme::Catalogue;
use esu_planner::domain::text::Language;
use esu_planner::file::{from_bytes, read_draft, to_text};
use esu_planner::i18n;
use esu_planner::ui::drafts::FileRequest;
use esu_planner::ui::theme;

use crate::broken_data::{files_in, load_as};

/// Names the folder in which a child works; where it is missing, this is no child.
const FOLDER: &str = "ESU_PLANNER_CRASH_TEST";
/// How often a chain of starts is killed, and how many chains there are.
const KILLS: usize = 100;
const CHAINS: u64 = 2;

/// The document in its n-th state.
fn state(n: u32) -> Document {
    let mut document = Document::default();
    document.profile.organisation.name = format!("Stan {n} żółć");
    document.profile.groups = (0..12)
        .map(|index| {
            Arc::new(EndpointGroup {
                name: format!("Grupa {index}"),
                endpoint_count: Some(index + 1),
                ..EndpointGroup::default()
            })
        })
        .collect();
    document
}

/// Which state this is; a document that is none fails the test.
#[track_caller]
fn number_of(document: &Document) -> u32 {
    let name = &document.profile.organisation.name;
    let number = name.strip_prefix("Stan ");
    let number = number.and_then(|rest| rest.strip_suffix(" żółć"));
    let number = number.and_then(|digits| digits.parse().ok());
    let number = number.unwrap_or_else(|| panic!("no state: {name}"));
    assert!(*document == state(number), "state {number} is whole");
    number
}

fn profile_in(folder: &Path) -> PathBuf {
    folder.join("profil.esu")
}

fn state_in(folder: &Path) -> StateFolder {
    StateFolder::new(Some(folder.join("state")))
}

/// A programme that is read in no time: a child lives for some hundred milliseconds.
fn small_catalogue() -> &'static Catalogue {
    let id = "fabrikam-os-1";
    let programme = load_as(id, &files_in(&format!("tests/it/made_up/{id}"))).unwrap();
    Box::leak(Box::new(Catalogue::new(vec![programme]).unwrap()))
}

fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n@{words}").unwrap();
    out.flush().unwrap();
}

fn window(folder: &Path, pace: Pace) -> Harness<'static, App> {
    let host = SystemHost::with_state(state_in(folder), pace);
    let app = App::new(Box::new(host), small_catalogue(), Language::English);
    Harness::builder()
        .with_size([480.0, 320.0])
        .with_context_setup(theme::install)
        .build_ui_state(|ui, app: &mut App| app.frame(ui), app)
}

/// Replaces the organisation's name in one frame.
fn type_name(harness: &mut Harness<'static, App>, name: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text(name.to_owned()));
    harness.step();
}

fn focus_name(harness: &mut Harness<'static, App>) {
    let name = i18n::field(Language::English, Field::Name);
    harness
        .get_by_role_and_label(egui::accesskit::Role::TextInput, &name)
        .focus();
    harness.step();
}

/// Where this process works if it is a child.
fn childs_folder() -> Option<PathBuf> {
    std::env::var_os(FOLDER).map(PathBuf::from)
}

/// The child: it restores what was left or opens the file, then types and saves until it is killed.
fn live_until_killed(folder: &Path) -> ! {
    let is_even = folder.to_string_lossy().ends_with('0');
    // One chain pauses now and then; in the other typing goes on without a pause.
    let pace = Pace {
        pause: Duration::from_millis(if is_even { 2 } else { 100_000 }),
        at_most: Duration::from_millis(if is_even { 100_000 } else { 20 }),
    };
    let mut harness = window(folder, pace);
    let draft = harness
        .state()
        .drafts()
        .first()
        .map(|draft| draft.id.clone());
    if let Some(id) = draft {
        let context = harness.ctx.clone();
        let restore = FileRequest::RestoreDraft(id);
        harness.state_mut().file_request(&context, restore);
    } else {
        harness.state_mut().open(&profile_in(folder));
    }
    // Escape closes the offer, which the start has shown as well.
    harness.key_press(Key::Escape);
    harness.step();
    harness.step();
    let mut number = number_of(harness.state().document());
    say(&format!("began {number}"));
    focus_name(&mut harness);
    let mut random = Random(u64::from(std::process::id()));
    loop {
        number += 1;
        say(&format!("typing {number}"));
        type_name(&mut harness, &format!("Stan {number} żółć"));
        assert_eq!(number_of(harness.state().document()), number);
        say(&format!("typed {number}"));
        if random.below(3) == 0 {
            wait_until_kept(&harness);
            say(&format!("kept {number}"));
        }
        if random.below(4) == 0 {
            say(&format!("saving {number}"));
            harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
            harness.step();
            assert!(!harness.state().is_unsaved());
            say(&format!("saved {number}"));
        }
    }
}

/// The draft is written by itself, without another frame being drawn.
fn wait_until_kept(harness: &Harness<'static, App>) {
    const LONG: Duration = Duration::from_secs(20);
    let begun = Instant::now();
    while !harness.state().is_kept() {
        assert!(begun.elapsed() < LONG, "no draft was written in time");
        std::thread::yield_now();
    }
}

/// Numbers that are the same in every run of the test.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

/// A test of this binary as a child.
fn child(test: &str, folder: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", test, "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// What a life told before it was killed.
#[derive(Debug, Default)]
struct Told {
    began: Option<u32>,
    /// The last state that was begun to be typed, and that was acknowledged.
    typing: u32,
    typed: u32,
    /// The last state that was acknowledged as kept in a draft.
    kept: u32,
    /// The last state that was acknowledged as saved, and one whose saving was under way.
    saved: Option<u32>,
    saving: Option<u32>,
}

impl Told {
    fn hear(&mut self, words: &str) {
        let (what, number) = words.split_once(' ').expect("a word and a number");
        let number: u32 = number.parse().expect("a number");
        match what {
            "began" => {
                self.began = Some(number);
                self.typing = number;
                self.typed = number;
            }
            "typing" => self.typing = number,
            "typed" => self.typed = number,
            "kept" => self.kept = number,
            "saving" => self.saving = Some(number),
            "saved" => {
                self.saved = Some(number);
                self.saving = None;
            }
            _ => panic!("{words}"),
        }
    }
}

/// One life: killed after so many words and a moment.
fn live_and_die(folder: &Path, words: u64, moment: Duration) -> Told {
    let test = "crash::kills_at_any_moment_lose_nothing_that_was_kept_or_saved";
    let mut child = child(test, folder).spawn().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut told = Told::default();
    let mut heard = 0;
    let mut line = String::new();
    // After the kill it goes on to what stands in the pipe still.
    while out.read_line(&mut line).unwrap() > 0 {
        if line.ends_with('\n')
            && let Some(words) = line.trim_end().strip_prefix('@')
        {
            told.hear(words);
            heard += 1;
        }
        line.clear();
        if heard == words {
            heard += 1;
            let begun = Instant::now();
            while begun.elapsed() < moment {
                std::hint::spin_loop();
            }
            child.kill().unwrap();
        }
    }
    let output = child.wait_with_output().unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(told.began.is_some(), "it did not begin: {errors}");
    assert!(!errors.contains("panicked"), "{errors}");
    told
}

/// What a start would find: the saved state, and the one in the draft.
fn found(folder: &Path) -> (u32, Option<u32>) {
    let bytes = std::fs::read(profile_in(folder)).unwrap();
    let saved = number_of(&from_bytes("profil.esu", &bytes).unwrap());
    let orphans = state_in(folder).orphans();
    assert!(orphans.len() <= 1, "one window has one draft: {orphans:?}");
    let draft = orphans.into_iter().next().map(|orphan| {
        let draft = read_draft("draft", &orphan.bytes.unwrap()).unwrap();
        assert_eq!(draft.path, Some(profile_in(folder)));
        number_of(&draft.document)
    });
    (saved, draft)
}

/// How often what happened in a chain.
#[derive(Debug, Default)]
struct Tally {
    drafts: usize,
    during_save: usize,
    kept: usize,
    lost: u32,
}

fn chain(seed: u64) -> Tally {
    let folder = tempfile::Builder::new()
        .suffix(&format!("-{seed}"))
        .tempdir()
        .unwrap();
    let folder = folder.path();
    std::fs::write(profile_in(folder), to_text(&state(0))).unwrap();
    let mut random = Random(seed + 0x9e37_79b9_7f4a_7c15);
    let mut before = (0, None);
    let mut tally = Tally::default();
    for kill in 0..KILLS {
        let words = 1 + random.below(10);
        let moment = Duration::from_micros(random.below(12_000));
        let told = live_and_die(folder, words, moment);
        let (saved, draft) = found(folder);
        let context = format!("kill {kill}: {told:?}, before {before:?}, saved {saved}, {draft:?}");

        // It began with the newest of what was left.
        let newest = before.1.unwrap_or(before.0);
        assert_eq!(told.began, Some(newest), "{context}");
        // The file is whole, and what was acknowledged last or was being written.
        let last = told.saved.unwrap_or(before.0);
        assert!(
            saved == last || Some(saved) == told.saving,
            "the file is another: {context}"
        );
        // What was acknowledged as kept is there, and nothing that was never typed.
        let left = draft.unwrap_or(saved);
        assert!(left >= told.kept.max(last), "kept work is lost: {context}");
        assert!(left <= told.typing, "nobody typed this: {context}");
        assert!(left >= saved, "a draft is never older: {context}");
        // A draft that was restored stays until the work is saved.
        assert!(left >= newest, "restored work is lost: {context}");

        tally.drafts += usize::from(draft.is_some());
        tally.during_save += usize::from(told.saving.is_some());
        tally.kept += usize::from(told.kept > 0);
        tally.lost = tally.lost.max(told.typed.saturating_sub(left));
        before = (saved, draft.filter(|draft| *draft != saved));
    }
    // A start has cleaned up: at most one draft with its lock, and the file by itself.
    let _ = state_in(folder).orphans();
    let names = names_in(&folder.join("state/drafts"));
    assert!(names.len() <= 2, "what broke off piles up: {names:?}");
    let open = names_in(&folder.join("state/open"));
    assert_eq!(open.len(), 1, "one file is open in turn: {open:?}");
    tally
}

fn names_in(folder: &Path) -> BTreeSet<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn kills_at_any_moment_lose_nothing_that_was_kept_or_saved() {
    if let Some(folder) = childs_folder() {
        live_until_killed(&folder);
    }
    let chains: Vec<_> = (0..CHAINS)
        .map(|seed| std::thread::spawn(move || chain(seed)))
        .collect();
    for chain in chains {
        let tally = chain.join().unwrap();
        assert!(tally.drafts > KILLS / 10, "kills left drafts: {tally:?}");
        assert!(tally.kept > KILLS / 10, "drafts were kept: {tally:?}");
        assert!(tally.during_save > 0, "kills met saves: {tally:?}");
    }
}

/// The child: it types, keeps nothing yet, and panics.
fn panic_before_it_is_kept(folder: &Path) -> ! {
    let never = Duration::from_hours(1);
    let pace = Pace {
        pause: never,
        at_most: never,
    };
    let mut harness = window(folder, pace);
    harness.state().save_at_panic();
    harness.state_mut().open(&profile_in(folder));
    harness.step();
    focus_name(&mut harness);
    type_name(&mut harness, "Stan 7 żółć");
    let secret = harness.state().document().profile.organisation.name.clone();
    panic!("this may hold what was typed: {secret}");
}

#[test]
fn a_panic_saves_first_and_says_where() {
    if let Some(folder) = childs_folder() {
        panic_before_it_is_kept(&folder);
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::fs::write(profile_in(folder), to_text(&state(0))).unwrap();
    let output = child("crash::a_panic_saves_first_and_says_where", folder)
        // Nobody is there to read the system's message.
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    assert!(!output.status.success());
    assert_eq!(found(folder), (0, Some(7)));
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let said = errors.find("will be offered at the next start").unwrap();
    let panicked = errors.find("panicked at").unwrap();
    assert!(said < panicked, "saved before anything else: {errors}");
    let drafts = folder.join("state/drafts");
    assert!(errors.contains(&*drafts.to_string_lossy()), "{errors}");
    let names = names_in(&drafts);
    let account = names.iter().find(|name| name.starts_with("crash-"));
    let account = std::fs::read_to_string(drafts.join(account.unwrap())).unwrap();
    assert!(
        account.contains("panicked at tests/it/crash.rs"),
        "{account}"
    );
    assert!(
        !account.contains("Stan 7"),
        "no word of the profile: {account}"
    );
}
