//! Nothing typed is lost: drafts, recovery, and files that others write or have open.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use esu_planner::app::host::{Hold, StateFolder};
use esu_planner::document::Document;
use esu_planner::domain::field::Field;
use esu_planner::domain::profile::EndpointGroup;
use esu_planner::domain::text::Language;
use esu_planner::file::{Draft, Fingerprint, draft_text, from_bytes, read_draft, to_text};
use esu_planner::i18n;
use esu_planner::ui::Screen;
use esu_planner::ui::drafts::{FileRequest, Standing};

use crate::support::{FakeDrafts, Window, World, catalogue, picked};

const SIZE: egui::Vec2 = egui::vec2(1440.0, 900.0);

fn name_field() -> String {
    i18n::field(Language::English, Field::Name)
}

fn document(name: &str, groups: usize) -> Document {
    let mut document = Document::default();
    name.clone_into(&mut document.profile.organisation.name);
    let group = Arc::new(EndpointGroup {
        name: "Ward".to_owned(),
        ..EndpointGroup::default()
    });
    document.profile.groups = vec![group; groups];
    document
}

fn name_of(window: &Window) -> &str {
    &window.app().document().profile.organisation.name
}

/// A window in a world with these drafts, in English.
fn window_with(drafts: &Arc<FakeDrafts>, files: &[(&str, String)]) -> Window {
    let mut world = World::new();
    world.drafts = Arc::clone(drafts);
    for (path, text) in files {
        let text = text.as_bytes().to_vec();
        world.files.insert(path.into(), text);
    }
    let mut window = Window::in_world(world, catalogue(), Language::English, SIZE);
    window.harness.run();
    window
}

/// Keeps what is not saved, then ends the window as a kill does; its drafts stay.
fn kill(mut window: Window) -> Arc<FakeDrafts> {
    assert!(window.harness.state_mut().keep_now().is_some());
    let drafts = Arc::clone(&window.world.borrow().drafts);
    drop(window);
    drafts.orphan_all();
    drafts
}

/// A draft of a file that held something else when the work began.
fn draft(path: Option<&str>, before: &str, work: &Document) -> String {
    draft_text(&Draft {
        written: "2022-02-28T09:05:00".parse().unwrap(),
        path: path.map(Into::into),
        began_from: path.map(|_| Fingerprint::of(before.as_bytes())),
        document: work.clone(),
    })
}

#[test]
fn work_that_was_never_saved_is_offered_after_a_kill_and_restored() {
    let mut window = Window::new();
    window.fill(&name_field(), "Szpital w Łodzi");
    window.click("Add group");
    let before = window.app().document().clone();
    let drafts = kill(window);

    let mut window = window_with(&drafts, &[]);
    assert!(window.shows("Unsaved work was found"));
    assert!(window.shows("1 Mar 2022, 14:02 · 1 group"));
    assert!(window.shows("Never saved to a file"));
    window.click("Restore Szpital w Łodzi");
    assert_eq!(window.app().document(), &before);
    assert!(window.app().is_unsaved());
    assert_eq!(window.app().path(), None);
    assert!(!window.shows("Unsaved work was found"));

    // Killed again at once, it is offered again; saved, it is not.
    drop(kill(window));
    let mut window = window_with(&drafts, &[]);
    window.click("Restore Szpital w Łodzi");
    window.will_pick([picked("/data/szpital.esu")]);
    window.ctrl(Key::S);
    assert!(!window.app().is_unsaved());
    drop(window);
    assert!(drafts.texts().is_empty());
}

#[test]
fn a_draft_says_which_file_it_belongs_to_and_saving_goes_there() {
    let saved = to_text(&document("Before", 1));
    let mut window = window_with(&Arc::default(), &[("/data/a.esu", saved.clone())]);
    window.harness.state_mut().open(Path::new("/data/a.esu"));
    window.harness.run();
    window.fill(&name_field(), "After");
    let drafts = kill(window);
    let text = drafts.texts().pop().unwrap();
    let kept = read_draft("d", text.as_bytes()).unwrap();
    assert_eq!(kept.path.as_deref(), Some(Path::new("/data/a.esu")));
    assert_eq!(kept.began_from, Some(Fingerprint::of(saved.as_bytes())));

    let mut window = window_with(&drafts, &[("/data/a.esu", saved)]);
    assert!(window.shows("/data/a.esu"));
    assert!(!window.says("The file was changed"));
    window.click("Restore a.esu");
    assert_eq!(window.app().path(), Some(Path::new("/data/a.esu")));
    assert!(window.app().is_unsaved());
    window.ctrl(Key::S);
    let loaded = from_bytes("a.esu", &window.file("/data/a.esu")).unwrap();
    assert_eq!(loaded.profile.organisation.name, "After");
}

#[test]
fn a_file_written_after_the_draft_is_told_and_not_overwritten_without_a_question() {
    let drafts = Arc::<FakeDrafts>::default();
    let work = document("Mine", 2);
    drafts.put("d", &draft(Some("/data/a.esu"), "before", &work));
    let theirs = to_text(&document("Theirs", 0));
    let mut window = window_with(&drafts, &[("/data/a.esu", theirs.clone())]);
    assert_eq!(
        window.app().drafts()[0].work.as_ref().unwrap().standing,
        Standing::Changed
    );
    assert!(window.says("The file was changed after this work began"));
    window.click("Restore a.esu");
    window.ctrl(Key::S);
    assert!(window.shows("a.esu was changed by another program"));
    assert_eq!(window.file("/data/a.esu"), theirs.as_bytes());
    window.click("Overwrite");
    let loaded = from_bytes("a.esu", &window.file("/data/a.esu")).unwrap();
    assert_eq!(loaded, work);
}

#[test]
fn a_draft_of_a_file_that_is_gone_says_so_and_saving_writes_it_again() {
    let drafts = Arc::<FakeDrafts>::default();
    let work = document("Mine", 2);
    drafts.put("d", &draft(Some("/data/a.esu"), "before", &work));
    let mut window = window_with(&drafts, &[]);
    assert!(window.says("The file is no longer there"));
    window.click("Restore a.esu");
    window.ctrl(Key::S);
    assert!(!window.app().is_unsaved());
    let loaded = from_bytes("a.esu", &window.file("/data/a.esu")).unwrap();
    assert_eq!(loaded, work);
}

#[test]
fn a_draft_that_its_file_holds_already_goes_without_a_word() {
    let drafts = Arc::<FakeDrafts>::default();
    let work = document("Saved", 1);
    drafts.put("d", &draft(Some("/data/a.esu"), "before", &work));
    let window = window_with(&drafts, &[("/data/a.esu", to_text(&work))]);
    assert!(!window.shows("Unsaved work was found"));
    assert!(window.app().drafts().is_empty());
    assert!(drafts.texts().is_empty());
}

#[test]
fn not_now_is_remembered_and_the_draft_stays_listed() {
    let drafts = Arc::<FakeDrafts>::default();
    drafts.put("d", &draft(None, "", &document("Later", 3)));
    let mut window = window_with(&drafts, &[]);
    window.click("Not now");
    assert!(!window.shows("Unsaved work was found"));
    drop(window);
    let window = window_with(&drafts, &[]);
    assert!(!window.shows("Unsaved work was found"));
    assert_eq!(window.app().drafts().len(), 1);
    assert!(window.app().drafts()[0].is_put_off);
}

#[test]
fn escape_means_not_now_and_enter_restores() {
    let drafts = Arc::<FakeDrafts>::default();
    drafts.put("d", &draft(None, "", &document("Later", 3)));
    let mut window = window_with(&drafts, &[]);
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.shows("Unsaved work was found"));
    assert_eq!(drafts.texts().len(), 1);

    let drafts = Arc::<FakeDrafts>::default();
    drafts.put("d", &draft(None, "", &document("Now", 3)));
    let mut window = window_with(&drafts, &[]);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(name_of(&window), "Now");
}

#[test]
fn a_draft_is_deleted_by_a_second_press_only() {
    let drafts = Arc::<FakeDrafts>::default();
    drafts.put("a", &draft(None, "", &document("One", 0)));
    drafts.put("b", &draft(None, "", &document("Two", 0)));
    let mut window = window_with(&drafts, &[]);
    window.click("Delete draft One");
    assert_eq!(drafts.texts().len(), 2);
    window.click("Delete draft One for good");
    assert_eq!(drafts.texts().len(), 1);
    assert!(window.shows("Restore Two"), "the other is still offered");
    assert!(!window.shows("Restore One"));
}

#[test]
fn a_broken_draft_is_told_and_kept() {
    let drafts = Arc::<FakeDrafts>::default();
    let whole = draft(None, "", &document("Broken", 3));
    drafts.put("a", &whole[..whole.len() / 2]);
    drafts.put("b", &whole.replacen("version: 1", "version: 9", 1));
    drafts.put("c", "");
    let mut window = window_with(&drafts, &[]);
    assert!(window.says("/drafts/a.draft"));
    assert!(window.says("newer version of the app"));
    assert!(!window.says("Restore "));
    window.click("Not now");
    assert_eq!(drafts.texts().len(), 3);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    let told = window.app().drafts()[1].work.as_ref().unwrap_err();
    assert!(told.contains("w nowszej wersji"), "{told}");
}

#[test]
fn the_buttons_of_all_drafts_end_in_one_line() {
    for language in [Language::English, Language::Polish] {
        let drafts = Arc::<FakeDrafts>::default();
        drafts.put("a", &draft(None, "", &document("Whole", 3)));
        drafts.put("b", "broken");
        let path = format!("/data/{}/a.esu", "a very long folder ".repeat(12));
        drafts.put("c", &draft(Some(&path), "", &document("Whole", 3)));
        let mut world = World::new();
        world.drafts = drafts;
        let mut window = Window::in_world(world, catalogue(), language, egui::vec2(900.0, 600.0));
        window.harness.run();
        let right = |name: &str| {
            let name = i18n::tr_with(language, "keep-delete-name", &[("name", name.into())]);
            window.harness.get_by_label(&name).rect().right()
        };
        assert!((right("Whole") - right("b.draft")).abs() < 0.5);
        assert!((right("Whole") - right("a.esu")).abs() < 0.5);
    }
}

#[test]
fn restoring_asks_about_changes_of_the_open_document_first() {
    let drafts = Arc::<FakeDrafts>::default();
    drafts.put("d", &draft(None, "", &document("Older", 0)));
    let mut window = window_with(&drafts, &[]);
    window.click("Not now");
    window.ctrl(Key::N);
    window.fill(&name_field(), "Newer");
    let id = window.app().drafts()[0].id.clone();
    let context = window.harness.ctx.clone();
    let restore = FileRequest::RestoreDraft(id);
    let app = window.harness.state_mut();
    app.file_request(&context, restore.clone());
    window.harness.run();
    assert_eq!(name_of(&window), "Newer");
    window.click("Cancel");
    assert_eq!(name_of(&window), "Newer");
    let app = window.harness.state_mut();
    app.file_request(&context, restore);
    window.harness.run();
    window.click("Don't save");
    assert_eq!(name_of(&window), "Older");
    let texts = drafts.texts();
    assert!(texts.iter().all(|text| text.contains("Older")));
}

#[test]
fn don_t_save_gives_the_draft_up() {
    let mut window = Window::new();
    window.fill(&name_field(), "Given up");
    window.harness.state_mut().keep_now();
    let drafts = Arc::clone(&window.world.borrow().drafts);
    assert_eq!(drafts.texts().len(), 1);
    window.ctrl(Key::Q);
    window.click("Don't save");
    assert!(window.app().is_quitting());
    drop(window);
    assert!(drafts.texts().is_empty());
}

#[test]
fn don_t_save_followed_by_cancel_keeps_document_and_draft() {
    let mut window = Window::new();
    window.fill(&name_field(), "Kept");
    window.will_pick([esu_planner::app::host::Picked::Nothing]);
    window.ctrl(Key::O);
    window.click("Don't save");
    assert_eq!(name_of(&window), "Kept");
    let drafts = kill(window);
    assert_eq!(drafts.texts().len(), 1);
}

#[test]
fn undoing_all_changes_leaves_no_draft() {
    let mut window = Window::new();
    window.fill(&name_field(), "Typed");
    window.harness.state_mut().keep_now();
    window.click(&format!("Undo: {}", name_field()));
    assert!(!window.app().is_unsaved());
    let drafts = Arc::clone(&window.world.borrow().drafts);
    drop(window);
    assert!(drafts.texts().is_empty());
}

#[test]
fn a_window_that_is_closed_by_force_leaves_its_work_behind() {
    let mut window = Window::new();
    window.fill(&name_field(), "Left");
    let drafts = Arc::clone(&window.world.borrow().drafts);
    drop(window);
    assert!(drafts.texts().pop().unwrap().contains("Left"));
}

#[test]
fn the_status_line_says_when_the_draft_was_kept() {
    let mut window = Window::new();
    window.fill(&name_field(), "Kept");
    window.harness.state_mut().keep_now();
    assert!(window.app().is_kept());
    window.harness.run();
    assert!(window.shows("Not saved, draft kept at 14:02"));
}

#[test]
fn drafts_that_can_t_be_written_are_told_once_and_block_nothing() {
    let mut window = Window::new();
    let drafts = Arc::clone(&window.world.borrow().drafts);
    *drafts.is_full.lock().unwrap() = true;
    window.fill(&name_field(), "A");
    assert_eq!(window.harness.state_mut().keep_now(), None);
    window.harness.run();
    assert!(window.says("No draft can be kept (no space left on device)"));
    window.fill(&name_field(), "B");
    assert_eq!(window.harness.state_mut().keep_now(), None);
    window.harness.run();
    assert!(!window.says("No draft can be kept"), "it was told");
    assert_eq!(name_of(&window), "B");
    *drafts.is_full.lock().unwrap() = false;
    window.fill(&name_field(), "C");
    assert!(window.harness.state_mut().keep_now().is_some());
}

#[test]
fn a_save_to_a_full_disk_says_that_the_draft_stays() {
    let mut window = Window::new();
    window.fill(&name_field(), "Kept");
    window.world.borrow_mut().is_read_only = true;
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::S);
    assert!(window.says("the disk is full"));
    assert!(window.says("Nothing is lost"));
    let drafts = Arc::clone(&window.world.borrow().drafts);
    assert!(drafts.texts().pop().unwrap().contains("Kept"));
    *drafts.is_full.lock().unwrap() = true;
    window.press(Modifiers::NONE, Key::Enter);
    window.fill(&name_field(), "Kept 2");
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::S);
    assert!(window.says("Leave the window open until it is saved"));
}

/// A window with a saved file that is open.
fn opened() -> Window {
    let mut window = Window::new();
    let text = to_text(&document("Ours", 1));
    window.put_file("/data/a.esu", text.as_bytes());
    window.harness.state_mut().open(Path::new("/data/a.esu"));
    window.harness.run();
    window
}

#[test]
fn a_file_changed_outside_is_reloaded_by_a_press_when_nothing_is_unsaved() {
    let mut window = opened();
    let theirs = to_text(&document("Theirs", 2));
    window.change_outside("/data/a.esu", Some(theirs.as_bytes()));
    assert!(window.shows("a.esu was changed by another program"));
    window.click("Reload a.esu");
    assert_eq!(name_of(&window), "Theirs");
    assert!(!window.app().is_unsaved());
    assert!(!window.shows("a.esu was changed by another program"));
}

#[test]
fn saving_over_a_file_changed_outside_asks_and_cancel_writes_nothing() {
    let mut window = opened();
    window.fill(&name_field(), "Mine");
    let theirs = to_text(&document("Theirs", 2));
    window.put_file("/data/a.esu", theirs.as_bytes());
    window.ctrl(Key::Q);
    window.click("Save");
    assert!(window.shows("a.esu was changed by another program"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.file("/data/a.esu"), theirs.as_bytes());
    assert!(window.app().is_unsaved());
    assert!(!window.app().is_quitting());
    assert!(window.says("a.esu was changed by another program: saving will ask"));
}

#[test]
fn changes_that_a_reload_puts_aside_stay_as_a_draft() {
    let mut window = opened();
    window.fill(&name_field(), "Mine");
    let theirs = to_text(&document("Theirs", 2));
    window.put_file("/data/a.esu", theirs.as_bytes());
    window.ctrl(Key::S);
    window.click("Reload");
    assert_eq!(name_of(&window), "Theirs");
    assert!(!window.app().is_unsaved());
    assert!(window.says("Your changes are kept as a draft"));
    let left = window.app().drafts();
    assert_eq!(left[0].work.as_ref().unwrap().organisation, "Mine");
}

#[test]
fn a_reload_that_fails_leaves_the_document_alone() {
    let mut window = opened();
    window.fill(&name_field(), "Mine");
    window.put_file("/data/a.esu", b"EsuProfile(");
    window.ctrl(Key::S);
    window.click("Reload");
    assert!(window.shows("The profile can't be opened"));
    assert_eq!(name_of(&window), "Mine");
    assert!(window.app().is_unsaved());
}

#[test]
fn save_as_leaves_what_the_other_program_wrote() {
    let mut window = opened();
    window.fill(&name_field(), "Mine");
    let theirs = to_text(&document("Theirs", 2));
    window.put_file("/data/a.esu", theirs.as_bytes());
    window.will_pick([picked("/data/b.esu")]);
    window.ctrl(Key::S);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.file("/data/a.esu"), theirs.as_bytes());
    assert_eq!(window.app().path(), Some(Path::new("/data/b.esu")));
    assert!(!window.app().is_unsaved());
}

#[test]
fn a_file_that_was_only_touched_is_saved_without_a_question() {
    let mut window = opened();
    window.fill(&name_field(), "Mine");
    window.ctrl(Key::S);
    assert!(!window.app().is_unsaved());
    window.fill(&name_field(), "Mine again");
    window.ctrl(Key::S);
    assert!(!window.app().is_unsaved());
}

#[test]
fn a_file_removed_outside_is_told_and_written_again() {
    let mut window = opened();
    window.change_outside("/data/a.esu", None);
    assert!(window.says("a.esu was removed or moved"));
    window.fill(&name_field(), "Mine");
    window.ctrl(Key::S);
    assert!(!window.app().is_unsaved());
    assert!(!window.says("a.esu was removed or moved"));
    let loaded = from_bytes("a.esu", &window.file("/data/a.esu")).unwrap();
    assert_eq!(loaded.profile.organisation.name, "Mine");
}

#[test]
fn news_of_a_file_that_is_no_longer_open_is_none() {
    let mut window = opened();
    let watched = window.world.borrow_mut().watched.take().unwrap();
    window.ctrl(Key::N);
    watched.1(esu_planner::ui::drafts::Outside::Changed);
    window.harness.run();
    assert!(!window.says("was changed by another program"));
}

/// A window that has been asked to open a file that another copy has open.
fn elsewhere() -> Window {
    let mut window = Window::new();
    let text = to_text(&document("Shared", 1));
    window.put_file("/data/a.esu", text.as_bytes());
    let path = Path::new("/data/a.esu").to_owned();
    window.world.borrow_mut().open_elsewhere.insert(path);
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::O);
    assert!(window.shows("a.esu is open in another window"));
    assert_eq!(name_of(&window), "");
    window
}

#[test]
fn a_file_that_is_open_elsewhere_can_be_left_opened_or_copied() {
    let mut window = elsewhere();
    window.click("Cancel");
    assert_eq!(name_of(&window), "");

    let mut window = elsewhere();
    window.click("Open anyway");
    assert_eq!(name_of(&window), "Shared");
    assert_eq!(window.app().path(), Some(Path::new("/data/a.esu")));
    assert!(!window.app().is_unsaved());

    let mut window = elsewhere();
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(name_of(&window), "Shared");
    assert_eq!(window.app().path(), None);
    assert!(window.app().is_unsaved(), "no file holds the copy");
}

#[test]
fn a_copy_that_is_opened_from_the_start_screen_is_shown() {
    let mut world = World::new();
    let text = to_text(&document("Shared", 1));
    world.files.insert("/data/a.esu".into(), text.into_bytes());
    world.open_elsewhere.insert("/data/a.esu".into());
    let mut window = Window::in_world(world, catalogue(), Language::English, SIZE);
    window.harness.state_mut().open(Path::new("/data/a.esu"));
    window.harness.run();
    assert_eq!(window.app().screen(), Screen::Start);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(name_of(&window), "Shared");
    assert_eq!(window.app().screen(), Screen::Profile);
}

#[test]
fn a_rescued_draft_is_restored_by_its_path() {
    let mut window = Window::new();
    window.fill(&name_field(), "Rescued");
    let path = window.harness.state_mut().rescue().unwrap();
    window.harness.run();
    let drafts = Arc::clone(&window.world.borrow().drafts);
    assert_eq!(drafts.texts().len(), 1, "it is not kept twice");
    let text = drafts.texts().pop().unwrap();
    let path = path.display().to_string();
    let mut next = window_with(&drafts, &[]);
    next.press(Modifiers::NONE, Key::Escape);
    next.put_file(&path, text.as_bytes());
    next.harness.state_mut().open(Path::new(&path));
    next.harness.run();
    assert_eq!(name_of(&next), "Rescued");
    assert_eq!(next.app().path(), None, "saving asks for a name");
    assert!(next.app().is_unsaved());
    assert!(next.app().drafts().is_empty());
    // The rescuer is alive still.
    assert_eq!(Rc::strong_count(&window.world), 2);
}

#[test]
fn a_copy_of_a_draft_opens_as_unsaved_work() {
    let mut window = Window::new();
    let text = draft(None, "", &document("By mail", 2));
    window.put_file("/data/copy.draft", text.as_bytes());
    window
        .harness
        .state_mut()
        .open(Path::new("/data/copy.draft"));
    window.harness.run();
    assert_eq!(name_of(&window), "By mail");
    assert!(window.app().is_unsaved());
}

#[test]
fn a_file_is_held_by_one_until_it_is_let_go() {
    let folder = tempfile::tempdir().unwrap();
    let one = StateFolder::new(Some(folder.path().join("state")));
    let other = StateFolder::new(Some(folder.path().join("state")));
    let file = folder.path().join("a.esu");
    std::fs::write(&file, b"x").unwrap();
    let held = one.hold(&file);
    assert!(matches!(held, Hold::Mine(Some(_))));
    assert!(matches!(other.hold(&file), Hold::Elsewhere));
    let beside = folder.path().join("./a.esu");
    assert!(matches!(other.hold(&beside), Hold::Elsewhere));
    drop(held);
    assert!(matches!(other.hold(&file), Hold::Mine(Some(_))));
    let nowhere = StateFolder::new(None);
    assert!(matches!(nowhere.hold(&file), Hold::Mine(None)));
}
