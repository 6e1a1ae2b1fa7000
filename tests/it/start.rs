//! The start screen: what it lists, where it leads, and that nothing is lost on the way.

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::plan::plan_estate;
use esu_planner::domain::text::Language;
use esu_planner::file::{from_bytes, to_text};
use esu_planner::i18n;
use esu_planner::ui::Screen;

use crate::support::{Window, World, catalogue, day, dropped, picked};

fn at_start() -> Window {
    at_start_in(Language::English)
}

fn at_start_in(language: Language) -> Window {
    let mut window = Window::at_start(catalogue(), language, egui::vec2(1440.0, 900.0));
    window.harness.run();
    window
}

fn saved(name: &str) -> String {
    let mut document = Document::default();
    name.clone_into(&mut document.profile.organisation.name);
    to_text(&document)
}

fn name_of(window: &Window) -> &str {
    &window.app().document().profile.organisation.name
}

#[test]
fn every_sample_has_a_story_with_its_own_name_and_programmes() {
    let stories = assets::stories();
    let samples = assets::samples();
    assert_eq!(stories.len(), samples.len());
    for (file, text) in samples {
        let story = stories.iter().find(|story| story.file == file);
        let story = story.unwrap_or_else(|| panic!("no story tells of {file}"));
        let document = from_bytes(file, text.as_bytes()).unwrap();
        assert_eq!(story.name, document.profile.organisation.name, "{file}");
        let as_of = document.as_of.unwrap_or(day("2026-11-24"));
        let (_, plan) = plan_estate(catalogue(), &document.profile, as_of, None);
        let ids: Vec<&str> = plan.programmes.iter().map(|part| &*part.id).collect();
        assert_eq!(story.programmes, ids, "{file}");
        for text in [&story.tells.en, &story.tells.pl] {
            assert!(text.ends_with('.') && text.len() < 130, "{file}: {text}");
        }
    }
}

#[test]
fn without_a_file_the_app_shows_what_it_is_for_and_how_to_begin() {
    let mut window = at_start();
    assert_eq!(window.app().screen(), Screen::Start);
    assert!(window.says("Every line names its source"));
    assert!(!window.says("Decisions, "), "there is nothing to go to yet");
    window.click("New profile");
    assert_eq!(window.app().screen(), Screen::Profile);
    assert!(window.says("Decisions, "));
    assert!(!window.app().is_unsaved());
}

#[test]
fn a_file_given_at_the_start_opens_on_the_profile() {
    let mut window = at_start();
    window.put_file("/data/a.esu", saved("Arkadia").as_bytes());
    let path = std::path::Path::new("/data/a.esu");
    window.harness.state_mut().open(path);
    window.harness.run();
    assert_eq!(window.app().screen(), Screen::Profile);
    assert_eq!(name_of(&window), "Arkadia");
}

#[test]
fn a_sample_opens_without_a_file_so_that_it_is_never_written_over() {
    let mut window = at_start();
    window.fill("Search the sample stories", "INSURER urzadzenia");
    assert!(window.shows("1 story"));
    let story = window.harness.get_by_label_contains("Open sample Insurer");
    story.click();
    window.harness.run();
    assert_eq!(window.app().screen(), Screen::Plan);
    assert_eq!(name_of(&window), "Insurer (example)");
    assert_eq!(window.app().path(), None);
    assert!(!window.app().is_unsaved());
    window.ctrl(Key::S);
    let asked = window.world.borrow().asked.clone();
    assert_eq!(asked.len(), 1, "saving asks for a name");
}

#[test]
fn samples_are_found_by_programme_and_a_search_may_find_none() {
    let mut window = at_start();
    window.fill("Search the sample stories", "sql server 2016");
    assert!(window.says("Open sample Papiernia"));
    assert!(window.says("Open sample Spółdzielnia Mleczarska"));
    assert!(!window.says("Open sample Insurer"));
    window.fill("Search the sample stories", "kosmodrom");
    assert!(window.shows("No story matches these words."));
}

#[test]
fn going_to_the_start_and_back_loses_nothing() {
    let mut window = Window::new();
    let name = i18n::field(Language::English, esu_planner::domain::field::Field::Name);
    window.fill(&name, "Szpital");
    window.ctrl(Key::Num3);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::H);
    assert_eq!(window.app().screen(), Screen::Start);
    assert_eq!(name_of(&window), "Szpital");
    assert!(window.app().is_unsaved());
    window.click("Back to Unnamed profile");
    assert_eq!(window.app().screen(), Screen::Plan);
    window.click("Start");
    assert_eq!(window.app().screen(), Screen::Start);
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(window.app().screen(), Screen::Plan);
    assert_eq!(name_of(&window), "Szpital");
}

#[test]
fn a_sample_asks_before_it_gives_up_changes() {
    let mut window = Window::new();
    let name = i18n::field(Language::English, esu_planner::domain::field::Field::Name);
    window.fill(&name, "Szpital");
    window.click("Start");
    window.fill("Search the sample stories", "museum");
    window
        .harness
        .get_by_label_contains("Open sample Museum")
        .click();
    window.harness.run();
    assert!(window.shows("Save changes to Unnamed profile?"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(name_of(&window), "Szpital");
    assert_eq!(window.app().screen(), Screen::Start);
}

#[test]
fn files_of_late_are_listed_opened_told_missing_and_forgotten() {
    let mut window = at_start();
    for name in ["a", "b"] {
        window.put_file(&format!("/data/{name}.esu"), saved(name).as_bytes());
        window.will_pick([picked(&format!("/data/{name}.esu"))]);
        window.ctrl(Key::O);
    }
    window.click("Start");
    let recent = window.app().preferences().recent_files();
    let paths: Vec<String> = recent
        .iter()
        .map(|file| file.path.display().to_string())
        .collect();
    assert_eq!(paths, ["/data/b.esu", "/data/a.esu"]);
    window.click("Open a.esu, /data/a.esu");
    assert_eq!(name_of(&window), "a");
    assert_eq!(window.app().screen(), Screen::Profile);
    window
        .world
        .borrow_mut()
        .files
        .remove(std::path::Path::new("/data/b.esu"));
    window.click("Start");
    assert!(window.shows("Open b.esu, /data/b.esu, not found"));
    window.click("Remove b.esu from the list");
    assert!(!window.says("Open b.esu"));
    assert_eq!(window.app().preferences().recent_files().len(), 1);
}

#[test]
fn a_missing_file_is_told_and_the_document_stays() {
    let mut window = at_start();
    window.put_file("/data/a.esu", saved("a").as_bytes());
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::O);
    window.click("Start");
    window.world.borrow_mut().files.clear();
    window.click("Open a.esu, /data/a.esu");
    assert!(window.shows("The profile can't be opened"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(name_of(&window), "a");
    assert!(window.shows("Open a.esu, /data/a.esu, not found"));
}

#[test]
fn recovered_work_that_was_put_off_is_restored_from_the_start_screen() {
    let mut window = Window::new();
    window.fill("Name", "Szpital");
    assert!(window.harness.state_mut().keep_now().is_some());
    let drafts = Arc::clone(&window.world.borrow().drafts);
    drop(window);
    drafts.orphan_all();
    let mut world = World::new();
    world.drafts = drafts;
    let size = egui::vec2(1440.0, 900.0);
    let mut window = Window::in_world(world, catalogue(), Language::English, size);
    window.harness.run();
    window.click("Not now");
    assert!(window.says("1 Mar 2022, 14:02"));
    window.click("Restore Szpital");
    assert_eq!(name_of(&window), "Szpital");
    assert_eq!(window.app().screen(), Screen::Profile);
    assert!(window.app().is_unsaved());
}

#[test]
fn a_file_dropped_on_the_start_screen_opens() {
    let mut window = at_start();
    window.put_file("/data/d.esu", saved("Dropped").as_bytes());
    let file = dropped("/data/d.esu");
    window.harness.input_mut().dropped_files.push(file);
    window.harness.run();
    assert_eq!(name_of(&window), "Dropped");
    assert_eq!(window.app().screen(), Screen::Profile);
}

#[test]
fn the_language_is_changed_on_the_start_screen() {
    let mut window = at_start_in(Language::Polish);
    assert!(window.shows("Nowy profil"));
    window.click("English");
    assert!(window.shows("New profile"));
}
