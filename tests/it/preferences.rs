//! Preferences: what is chosen takes effect at once, and is there again at the next start.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use eframe::egui::{self, Key, Modifiers, ThemePreference};
use egui_kittest::kittest::Queryable as _;
use esu_planner::app::WindowWish;
use esu_planner::app::preferences::Preferences;
use esu_planner::app::renderers::Rung;
use esu_planner::document::Document;
use esu_planner::domain::field::Field;
use esu_planner::domain::text::Language;
use esu_planner::file::to_text;
use esu_planner::i18n;
use esu_planner::ui::dialogs::{LanguageChoice, ThemeChoice};

use crate::support::{Window, World, picked};

const FILE: &str = "/config/preferences.ron";

/// The preferences as another start would find them.
#[track_caller]
fn stored(world: &Rc<RefCell<World>>) -> Preferences {
    let world = world.borrow();
    let bytes = world.files.get(Path::new(FILE)).expect("preferences");
    Preferences::from_bytes(bytes).unwrap()
}

/// Lets the time pass after which preferences are written.
fn settle(window: &mut Window) {
    for _ in 0..3 {
        let time = window.harness.ctx.input(|input| input.time);
        window.harness.input_mut().time = Some(time + 2.0);
        window.harness.step();
    }
}

fn theme_of(window: &Window) -> ThemePreference {
    window
        .harness
        .ctx
        .options(|options| options.theme_preference)
}

#[test]
fn choices_take_effect_at_once_and_are_remembered() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    assert_eq!(theme_of(&window), ThemePreference::System);
    window.ctrl(Key::Comma);
    window.click("Theme: Dark");
    assert_eq!(theme_of(&window), ThemePreference::Dark);
    window.click("Zoom in");
    window.click("Zoom in");
    assert!((window.harness.ctx.zoom_factor() - 1.2).abs() < 0.001);
    window.click("Language: Polski");
    assert!(window.shows("Preferencje"));
    window.click("Zamknij");
    assert!(!window.shows("Preferencje"));
    settle(&mut window);
    let stored = stored(&world);
    assert_eq!(stored.theme, ThemeChoice::Dark);
    assert_eq!(stored.zoom, 120);
    assert_eq!(stored.language, LanguageChoice::Polish);

    let again = Window::with_preferences(&world);
    assert_eq!(theme_of(&again), ThemePreference::Dark);
    assert!((again.harness.ctx.zoom_factor() - 1.2).abs() < 0.001);
}

#[test]
fn the_commands_for_theme_zoom_and_language_are_remembered_too() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    window.press(shift, Key::D);
    window.ctrl(Key::Minus);
    window.press(shift, Key::L);
    settle(&mut window);
    let stored = stored(&world);
    assert_eq!(stored.theme, ThemeChoice::Dark);
    assert_eq!(stored.zoom, 90);
    assert_eq!(stored.language, LanguageChoice::Polish);
}

#[test]
fn a_zoom_between_two_steps_goes_to_the_next_one() {
    let mut preferences = Preferences::default();
    preferences.zoom = 125;
    let world = Window::world_with(Some(&preferences.to_text()));
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::Plus);
    assert_eq!(window.app().preferences().zoom, 130);
    window.ctrl(Key::Num0);
    assert_eq!(window.app().preferences().zoom, 100);
    for _ in 0..8 {
        window.ctrl(Key::Minus);
    }
    assert_eq!(window.app().preferences().zoom, 50);
}

#[test]
fn the_language_of_one_run_is_not_remembered() {
    let mut preferences = Preferences::default();
    preferences.language = LanguageChoice::Polish;
    let world = Window::world_with(Some(&preferences.to_text()));
    // This run is asked for in English.
    let mut window = Window::with_preferences(&world);
    assert!(window.shows("New profile"));
    window.ctrl(Key::Plus);
    settle(&mut window);
    assert_eq!(stored(&world).zoom, 110);
    assert_eq!(stored(&world).language, LanguageChoice::Polish);
}

#[test]
fn a_renderer_is_chosen_for_the_next_start_and_the_program_offers_to_start_again() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    window
        .harness
        .state_mut()
        .set_renderer(esu_planner::app::Renderer {
            name: "Vulkan".to_owned(),
            is_software: true,
            adapter: "llvmpipe".to_owned(),
            rung: Some(Rung::Software),
        });
    window.ctrl(Key::Comma);
    assert!(window.shows("Drawn with Vulkan, software · llvmpipe"));
    assert!(!window.says("Restart now"));
    let list = egui::accesskit::Role::ComboBox;
    let renderer = window.harness.get_by_role_and_label(list, "Renderer");
    renderer.click();
    window.harness.run();
    window.click("OpenGL");
    assert!(window.shows("Takes effect the next time the app starts"));
    settle(&mut window);
    assert_eq!(stored(&world).renderer, Some(Rung::Glow));
    window.click("Restart now, keep unsaved work");
    let wish = window.harness.state_mut().take_window_wish();
    assert_eq!(wish, Some(WindowWish::Restart));
    assert!(!window.shows("Preferences"));
}

#[test]
fn the_window_s_place_is_reset_once() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::Comma);
    window.click("Reset window position");
    let app = window.harness.state_mut();
    assert_eq!(app.take_window_wish(), Some(WindowWish::ResetPlace));
    assert_eq!(app.take_window_wish(), None);
}

#[test]
fn opened_and_saved_files_are_remembered_and_forgotten() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    window.put_file("/data/a.esu", to_text(&Document::default()).as_bytes());
    window.will_pick([picked("/data/a.esu"), picked("/data/b.esu")]);
    window.ctrl(Key::O);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    settle(&mut window);
    let stored_paths: Vec<_> = (stored(&world).recent_files().iter())
        .map(|file| file.path.clone())
        .collect();
    assert_eq!(
        stored_paths,
        [Path::new("/data/b.esu"), Path::new("/data/a.esu")]
    );
    window.ctrl(Key::Comma);
    window.click("Forget 2 recent files");
    assert!(window.shows("No recent files"));
    settle(&mut window);
    assert!(stored(&world).recent_files().is_empty());
}

#[test]
fn two_copies_keep_each_other_s_recent_files() {
    let world = Window::world_with(None);
    let mut first = Window::with_preferences(&world);
    let mut second = Window::with_preferences(&world);
    for path in ["/data/a.esu", "/data/b.esu"] {
        first.put_file(path, to_text(&Document::default()).as_bytes());
    }
    first.will_pick([picked("/data/a.esu")]);
    first.ctrl(Key::O);
    settle(&mut first);
    second.will_pick([picked("/data/b.esu")]);
    second.ctrl(Key::O);
    settle(&mut second);
    assert_eq!(stored(&world).recent_files().len(), 2);
}

#[test]
fn what_another_copy_chose_is_not_put_back_by_one_that_chose_nothing() {
    let world = Window::world_with(None);
    let mut first = Window::with_preferences(&world);
    let mut second = Window::with_preferences(&world);
    first.press(Modifiers::COMMAND, Key::Plus);
    settle(&mut first);
    assert_eq!(stored(&world).zoom, 110);
    second.put_file("/data/b.esu", to_text(&Document::default()).as_bytes());
    second.will_pick([picked("/data/b.esu")]);
    second.ctrl(Key::O);
    settle(&mut second);
    assert_eq!(stored(&world).zoom, 110);
    assert_eq!(stored(&world).recent_files().len(), 1);
    second.press(Modifiers::COMMAND, Key::Minus);
    settle(&mut second);
    assert_eq!(stored(&world).zoom, 90, "who chooses last is right");
}

#[test]
fn broken_preferences_are_told_and_kept_aside() {
    let world = Window::world_with(Some("Preferences(theme: "));
    let mut window = Window::with_preferences(&world);
    assert!(window.says("Your preferences could not be read"));
    assert_eq!(
        window.file("/config/preferences.broken.ron"),
        b"Preferences(theme: "
    );
    window.ctrl(Key::Plus);
    settle(&mut window);
    assert_eq!(stored(&world).zoom, 110);
}

#[test]
fn preferences_of_a_newer_version_are_told_and_never_overwritten() {
    let newer = "Preferences(format: \"esu-preferences\", version: 9, theme: \"neon\")";
    let world = Window::world_with(Some(newer));
    let mut window = Window::with_preferences(&world);
    assert!(window.says("A newer version of the app wrote your preferences"));
    window.ctrl(Key::Plus);
    settle(&mut window);
    assert_eq!(window.file(FILE), newer.as_bytes());
}

#[test]
fn preferences_that_can_not_be_written_are_told_once() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    world.borrow_mut().is_read_only = true;
    window.ctrl(Key::Plus);
    settle(&mut window);
    assert!(window.says("Your preferences can’t be written"));
    assert!(world.borrow().files.is_empty());
}

#[test]
fn an_idle_window_with_preferences_is_not_drawn_again() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::Plus);
    settle(&mut window);
    window.harness.run();
    let output = &window.harness.output().viewport_output[&egui::ViewportId::ROOT];
    assert!(output.repaint_delay > std::time::Duration::from_mins(1));
}

#[test]
fn rescued_work_goes_on_unsaved_under_its_own_name() {
    let name = i18n::field(Language::English, Field::Name);
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::N);
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::S);
    window.fill(&name, "Szpital w Łodzi");
    let before = window.file("/data/a.esu");
    let rescued = window.harness.state_mut().rescue().unwrap();
    let draft = world.borrow().drafts.texts().remove(0);
    window.put_file(&rescued.display().to_string(), draft.as_bytes());

    // The run that takes over is given the draft as its file.
    let mut again = Window::with_preferences(&world);
    again.press(Modifiers::NONE, Key::Escape);
    again.harness.state_mut().open(&rescued);
    again.harness.run();
    assert_eq!(again.app().document(), window.app().document());
    assert_eq!(again.app().path(), Some(Path::new("/data/a.esu")));
    assert!(again.app().is_unsaved());
    assert_eq!(again.file("/data/a.esu"), before, "nothing is overwritten");
    // Nothing that is undone makes it count as saved.
    again.ctrl(Key::Z);
    assert!(again.app().is_unsaved());
    assert_eq!(world.borrow().drafts.texts().len(), 1);
    again.ctrl(Key::S);
    assert!(!again.app().is_unsaved());
    assert_eq!(world.borrow().drafts.texts().len(), 0);
}

#[test]
fn work_that_its_file_holds_already_goes_on_as_the_file() {
    let name = i18n::field(Language::English, Field::Name);
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::N);
    window.fill(&name, "Przychodnia");
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::S);
    window.click("Add group");
    window.fill(&name, "Szpital w Łodzi");
    window.click("Remove the chosen group");
    window.fill(&name, "Przychodnia");
    assert!(window.app().is_unsaved(), "it can be undone");
    let goes_on = window.harness.state_mut().hand_over().unwrap().unwrap();
    assert_eq!(goes_on, Path::new("/data/a.esu"));

    window.fill(&name, "Szpital w Łodzi");
    let goes_on = window.harness.state_mut().hand_over().unwrap().unwrap();
    assert_ne!(goes_on, Path::new("/data/a.esu"));
    assert_eq!(world.borrow().drafts.texts().len(), 1);
}

#[test]
fn what_is_saved_needs_no_rescue() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    assert_eq!(window.harness.state_mut().rescue(), None);
}

#[test]
fn about_and_the_status_line_name_what_draws() {
    let mut window = Window::new();
    window
        .harness
        .state_mut()
        .set_renderer(esu_planner::app::Renderer {
            name: "Vulkan".to_owned(),
            is_software: true,
            adapter: "llvmpipe".to_owned(),
            rung: Some(Rung::Software),
        });
    window.harness.run();
    assert!(window.harness.query_by_label("Vulkan, software").is_some());
    window.click("Menu");
    window.click("About ESU Planner");
    assert!(window.shows("Drawn with Vulkan, software · llvmpipe"));
}
