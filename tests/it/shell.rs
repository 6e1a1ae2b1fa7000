//! The window's frame, driven by accessible names as a person's assistive technology does.

use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use esu_planner::app::host::Picked;
use esu_planner::document::Document;
use esu_planner::domain::field::Field;
use esu_planner::domain::text::Language;
use esu_planner::file::{from_bytes, to_text};
use esu_planner::i18n;
use esu_planner::ui::Screen;

use crate::support::{Window, day, dropped, picked};

fn name_field() -> String {
    i18n::field(Language::English, Field::Name)
}

fn name_of(window: &Window) -> &str {
    &window.app().document().profile.organisation.name
}

/// A window in which a name has been typed that is not saved.
fn edited() -> Window {
    let mut window = Window::new();
    window.fill(&name_field(), "Szpital w Łodzi");
    window
}

#[test]
fn a_typed_name_is_saved_and_loads_equal() {
    let mut window = edited();
    assert_eq!(name_of(&window), "Szpital w Łodzi");
    assert!(window.app().is_unsaved());
    window.will_pick([picked("/data/szpital")]);
    window.ctrl(Key::S);
    assert!(!window.app().is_unsaved());
    assert!(window.shows("szpital.esu"));
    let bytes = window.file("/data/szpital.esu");
    let loaded = from_bytes("szpital.esu", &bytes).unwrap();
    assert_eq!(&loaded, window.app().document());
    let asked = window.world.borrow().asked.clone();
    assert_eq!(asked[0].extension, "esu");
}

#[test]
fn new_asks_before_it_gives_up_changes() {
    let mut window = edited();
    window.ctrl(Key::N);
    assert!(window.shows("Save changes to Unnamed profile?"));
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(name_of(&window), "Szpital w Łodzi");
    window.ctrl(Key::N);
    window.click("Don't save");
    assert_eq!(window.app().document(), &Document::default());
    assert!(!window.app().is_unsaved());
}

#[test]
fn enter_saves_before_new_and_goes_on() {
    let mut window = edited();
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::N);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().document(), &Document::default());
    assert_eq!(window.app().path(), None);
    let loaded = from_bytes("a.esu", &window.file("/data/a.esu")).unwrap();
    assert_eq!(loaded.profile.organisation.name, "Szpital w Łodzi");
}

#[test]
fn a_save_that_fails_keeps_the_document_and_does_not_go_on() {
    let mut window = edited();
    window.will_pick([picked("/data/a.esu")]);
    window.world.borrow_mut().is_read_only = true;
    window.ctrl(Key::Q);
    window.click("Save");
    assert!(window.says("the disk is full"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.app().is_quitting());
    assert!(window.app().is_unsaved());
    assert_eq!(name_of(&window), "Szpital w Łodzi");
}

#[test]
fn quit_without_changes_asks_nothing() {
    let mut window = Window::new();
    window.ctrl(Key::Q);
    assert!(window.app().is_quitting());
}

#[test]
fn undo_and_redo_bring_back_what_was() {
    let mut window = edited();
    window.click(&format!("Undo: {}", name_field()));
    assert_eq!(name_of(&window), "");
    assert!(!window.app().is_unsaved());
    window.click(&format!("Redo: {}", name_field()));
    assert_eq!(name_of(&window), "Szpital w Łodzi");
}

#[test]
fn the_language_switch_changes_the_words() {
    let mut window = Window::new();
    assert!(window.says("Decisions, "));
    window.click("Polski");
    assert!(window.says("Decyzje, "));
    assert!(!window.says("Decisions, "));
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
    assert!(window.says("Decisions, "));
}

#[test]
fn the_as_of_day_is_typed_said_and_set() {
    let mut window = Window::new();
    window.click("Today, 1 Mar 2022");
    window.fill("Plan as of", "2022-02-30");
    assert!(window.shows("There is no such day"));
    window.fill("Plan as of", "2021-06-15");
    assert!(window.shows("15 Jun 2021: in coverage year 2"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().document().as_of, Some(day("2021-06-15")));
    assert!(window.shows("As of 15 Jun 2021"));
    assert!(!window.shows("Plan as of"));
    window.ctrl(Key::Z);
    assert_eq!(window.app().document().as_of, None);
}

#[test]
fn the_as_of_day_jumps_to_the_starts_of_the_years() {
    let mut window = Window::new();
    window.click("Today, 1 Mar 2022");
    window
        .harness
        .get_by_label_contains("Start of year 3")
        .click();
    window.harness.run();
    let start = window.app().document().as_of;
    let third = &crate::support::programme().base.coverage[2];
    assert_eq!(start, Some(third.first_day));
}

#[test]
fn a_broken_file_is_told_and_leaves_the_document_alone() {
    let mut window = edited();
    window.put_file("/data/broken.esu", b"EsuProfile(format: ");
    window.will_pick([picked("/data/broken.esu")]);
    window.ctrl(Key::O);
    window.click("Don't save");
    assert!(window.shows("The profile can't be opened"));
    assert!(window.says("/data/broken.esu"));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.shows("The profile can't be opened"));
    assert_eq!(name_of(&window), "Szpital w Łodzi");
    assert!(window.app().is_unsaved());
}

#[test]
fn a_profile_is_opened_and_can_be_saved_in_place() {
    let mut window = Window::new();
    let mut document = Document::default();
    document.profile.organisation.name = "Żłobek".to_owned();
    window.put_file("/data/z.esu", to_text(&document).as_bytes());
    window.will_pick([picked("/data/z.esu")]);
    window.ctrl(Key::O);
    assert_eq!(window.app().document(), &document);
    window.fill(&name_field(), "Żłobek 2");
    window.ctrl(Key::S);
    let loaded = from_bytes("z.esu", &window.file("/data/z.esu")).unwrap();
    assert_eq!(loaded.profile.organisation.name, "Żłobek 2");
    assert!(window.says("Saved: /data/z.esu"));
}

#[test]
fn without_a_system_dialog_a_path_can_be_typed() {
    let mut window = edited();
    window.put_file("/data/old.esu", b"something else");
    window.will_pick([Picked::NoDialog]);
    window.ctrl(Key::S);
    assert!(window.says("The system showed no file dialog"));
    window.fill("Path of the file", "\"/data/old\"");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.says("There is a file at this path"));
    assert_eq!(window.file("/data/old.esu"), b"something else");
    window.click("Replace");
    let loaded = from_bytes("old.esu", &window.file("/data/old.esu")).unwrap();
    assert_eq!(&loaded, window.app().document());
}

#[test]
fn a_dialog_that_hangs_can_be_left_for_a_typed_path() {
    let mut window = edited();
    window.ctrl(Key::S);
    window.click("Type a path…");
    window.fill("Path of the file", "/data/b.esu");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.app().is_unsaved());
    assert!(window.shows("b.esu"));
}

#[test]
fn a_dialog_that_is_cancelled_changes_nothing() {
    let mut window = edited();
    window.will_pick([Picked::Nothing]);
    window.ctrl(Key::S);
    assert!(window.shows("No file was chosen"));
    assert!(window.app().is_unsaved());
}

#[test]
fn the_plan_is_exported_in_each_format() {
    let mut window = edited();
    window.will_pick([
        picked("/data/plan.md"),
        picked("/data/plan.txt"),
        picked("/data/plan.json"),
    ]);
    for item in [
        "Export plan as Markdown…",
        "Export plan as text…",
        "Export plan as JSON…",
    ] {
        window.click("Menu");
        window.click(item);
    }
    let world = window.world.borrow();
    for (path, text) in &world.files {
        assert!(!text.is_empty(), "{path:?}");
    }
    assert_eq!(world.files.len(), 3);
}

#[test]
fn the_keyboard_reaches_every_place() {
    let mut window = Window::new();
    for (key, screen) in [
        (Key::Num2, Screen::Decisions),
        (Key::Num3, Screen::Plan),
        (Key::Num4, Screen::Faq),
        (Key::Num1, Screen::Profile),
    ] {
        window.ctrl(key);
        assert_eq!(window.app().screen(), screen);
    }
}

#[test]
fn the_menu_opens_and_is_walked_by_keyboard() {
    let mut window = Window::new();
    window.harness.get_by_label("Menu").focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows("New profile"));
    for _ in 0..40 {
        if window
            .harness
            .get_by_label("About ESU Planner")
            .is_focused()
        {
            break;
        }
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.says("Nothing leaves this computer"));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.says("Nothing leaves this computer"));
}

#[test]
fn the_arrows_walk_a_menu_that_the_mouse_opened() {
    let mut window = Window::new();
    window.click("Menu");
    for _ in 0..3 {
        window.press(Modifiers::NONE, Key::ArrowDown);
    }
    let third = window.harness.get_by_label("Open by path…");
    assert!(third.is_focused());
}

#[test]
fn the_search_of_the_faq_is_reached_by_key_from_every_place() {
    let mut window = Window::new();
    window.ctrl(Key::F);
    assert_eq!(window.app().screen(), Screen::Faq);
    let search = i18n::tr(Language::English, "faq-ui-search");
    let role = egui::accesskit::Role::TextInput;
    let field = window.harness.get_by_role_and_label(role, &search);
    assert!(field.is_focused());
}

#[test]
fn a_polish_letter_typed_with_ctrl_and_alt_saves_nothing() {
    let mut window = edited();
    window.press(
        Modifiers {
            alt: true,
            ..Modifiers::COMMAND
        },
        Key::S,
    );
    assert!(window.world.borrow().asked.is_empty(), "Ctrl+Alt+S types ś");
}

#[test]
fn a_text_field_keeps_undo_for_itself() {
    let mut window = edited();
    window.ctrl(Key::K);
    window.ctrl(Key::Z);
    assert_eq!(name_of(&window), "Szpital w Łodzi");
    window.press(Modifiers::NONE, Key::Escape);
    window.ctrl(Key::Z);
    assert_eq!(name_of(&window), "");
}

#[test]
fn closing_the_window_asks_about_changes() {
    let mut window = edited();
    let close = |window: &mut Window| {
        let viewports = &mut window.harness.input_mut().viewports;
        let viewport = viewports.get_mut(&egui::ViewportId::ROOT).unwrap();
        viewport.events.push(egui::ViewportEvent::Close);
        window.harness.step();
    };
    close(&mut window);
    let output = &window.harness.output().viewport_output[&egui::ViewportId::ROOT];
    assert!(
        output
            .commands
            .contains(&egui::ViewportCommand::CancelClose)
    );
    window.harness.run();
    window.click("Cancel");
    assert!(!window.app().is_quitting());
    // What is only looked at is no answer to it.
    window.ctrl(Key::Comma);
    assert!(!window.shows("Don't save"));
    close(&mut window);
    window.harness.run();
    window.click("Don't save");
    assert!(window.app().is_quitting());
}

#[test]
fn a_dropped_file_opens_after_the_question_about_changes() {
    let mut window = edited();
    let mut document = Document::default();
    document.profile.organisation.name = "Dropped".to_owned();
    window.put_file("/data/d.esu", to_text(&document).as_bytes());
    let file = dropped("/data/d.esu");
    window.harness.input_mut().dropped_files.push(file);
    window.harness.run();
    assert_eq!(name_of(&window), "Szpital w Łodzi");
    window.click("Don't save");
    assert_eq!(window.app().document(), &document);
}

#[test]
fn both_languages_fit_at_the_least_size_and_at_the_usual_one() {
    for size in [egui::vec2(900.0, 600.0), egui::vec2(1440.0, 900.0)] {
        for language in [Language::English, Language::Polish] {
            let mut window = Window::with(language, size);
            window.harness.run();
            let print = i18n::tr(language, "paper-command-print");
            let right = window.harness.get_by_label(&print).rect();
            assert!(right.right() <= size.x, "{language:?} {size:?} {right:?}");
            let today = i18n::tr_with(
                language,
                "shell-as-of-today",
                &[("date", i18n::date(language, day("2022-03-01")).into())],
            );
            let as_of = window.harness.get_by_label(&today).rect();
            let unnamed = i18n::tr(language, "shell-unnamed");
            let name = window.harness.get_by_label(&unnamed).rect();
            assert!(name.right() < as_of.left(), "{name:?} {as_of:?}");
        }
    }
}

#[test]
fn an_idle_window_is_not_drawn_again() {
    let mut window = edited();
    window.harness.run();
    let repaint = window.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(repaint > std::time::Duration::from_secs(1), "{repaint:?}");
}

#[test]
fn a_broken_file_is_told_in_the_window_s_language() {
    let mut window = Window::with(Language::Polish, egui::vec2(1440.0, 900.0));
    let newer = b"EsuProfile(format: \"esu-profile\", version: 9)";
    for (bytes, expected) in [
        (&b"EsuProfile(format: "[..], "wiersz 1, kolumna"),
        (&b""[..], "jest pusty"),
        (&newer[..], "wersja 9"),
        (&b"\xff\xfe"[..], "UTF-8"),
    ] {
        window.put_file("/data/broken.esu", bytes);
        window.will_pick([picked("/data/broken.esu")]);
        window.ctrl(Key::O);
        assert!(window.says(expected), "{expected}");
        window.press(Modifiers::NONE, Key::Escape);
        assert!(!window.says(expected), "the message is closed");
    }
}

/// A window with a profile of several programmes.
fn with_several() -> Window {
    let mut window = Window::new();
    let samples = esu_planner::assets::samples();
    let found = samples.iter().find(|(name, _)| *name == "server-room.esu");
    let (_, text) = found.unwrap();
    window.put_file("/data/several.esu", text.as_bytes());
    window.will_pick([picked("/data/several.esu")]);
    window.ctrl(Key::O);
    window
}

#[test]
fn the_top_bar_tells_how_every_programme_stands() {
    let mut window = with_several();
    window.click("3 programmes");
    assert!(window.shows("Extended Security Updates for SQL Server 2016"));
    assert!(window.shows("Extended Security Updates for SQL Server 2014"));
    assert!(window.shows("before the first coverage year"));
    assert!(window.shows("in coverage year 3"));
    assert!(window.says("Rule data of 3 programmes"));
}

#[test]
fn the_as_of_day_is_said_for_every_programme() {
    let mut window = with_several();
    window.click("As of 24 Nov 2026");
    assert!(window.shows("SQL Server 2016 ESU: in coverage year 1"));
    assert!(window.shows("SQL Server 2014 ESU: in coverage year 3"));
    let next = "→ Start of year 1, 13 Jan 2027 · Windows Server 2016 ESU";
    window.click(next);
    assert_eq!(window.app().document().as_of, Some(day("2027-01-13")));
}

#[test]
fn about_names_every_programme_with_its_data() {
    let mut window = Window::new();
    window.click("Menu");
    window.click("About ESU Planner");
    for programme in crate::support::catalogue().programmes() {
        let name = programme.base.short_name.get(Language::English);
        let edition = programme.base.edition;
        let line = format!("{name}: edition {edition}, checked on ");
        assert!(window.says(&line), "{line}");
    }
}
