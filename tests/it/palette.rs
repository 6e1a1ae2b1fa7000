//! The command palette, the menu and the sheet of keys.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::field::{Field, Place};
use esu_planner::domain::profile::EndpointGroup;
use esu_planner::domain::text::Language;
use esu_planner::file::{from_bytes, to_text};
use esu_planner::i18n::{self, tr};
use esu_planner::ui::Screen;
use esu_planner::ui::command::{Command, Menu, written};

use crate::support::{Window, picked};

/// A window with the hospital of every verdict.
fn hospital() -> Window {
    hospital_in(Language::English)
}

fn hospital_in(language: Language) -> Window {
    let text = assets::sample("mixed-estate.esu").unwrap();
    let mut window = Window::with(language, egui::vec2(1440.0, 900.0));
    window.put_file("/data/h.esu", text.as_bytes());
    window.will_pick([picked("/data/h.esu")]);
    window.ctrl(Key::O);
    window
}

/// The accessible names of the results, in their order, with whether each is chosen.
fn options(window: &Window) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for dialog in window.harness.query_all_by_role(Role::Dialog) {
        for option in dialog.query_all_by_role(Role::ListBoxOption) {
            let option = option.accesskit_node();
            let is_chosen = option.is_selected() == Some(true);
            found.extend(option.label().map(|name| (name, is_chosen)));
        }
    }
    found
}

fn results(window: &Window) -> Vec<String> {
    options(window).into_iter().map(|(name, _)| name).collect()
}

fn search(window: &mut Window, words: &str) {
    window.ctrl(Key::K);
    window.type_text(words);
}

#[test]
fn the_field_in_the_top_bar_and_both_keys_open_it_with_all_commands() {
    let mut window = Window::new();
    window.click("Search or run a command");
    let listed = results(&window);
    assert_eq!(listed.len(), Command::ALL.len() - 1, "all but itself");
    assert!(
        listed.contains(&"Save, command, Ctrl+S".to_owned()),
        "{listed:?}"
    );
    window.press(Modifiers::NONE, Key::Escape);
    assert!(results(&window).is_empty());
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(!results(&window).is_empty());
}

#[test]
fn a_command_is_found_by_its_words_and_run_by_enter() {
    let mut window = Window::new();
    search(&mut window, "add gr");
    assert_eq!(results(&window)[0], "Add group, command, Ctrl+G");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().document().profile.groups.len(), 1);
    assert!(results(&window).is_empty(), "it is closed");
}

#[test]
fn a_command_is_found_in_the_other_language_too() {
    let mut window = Window::new();
    search(&mut window, "zapisz jako");
    assert_eq!(results(&window)[0], "Save as…, command, Ctrl+Shift+S");
}

#[test]
fn a_command_that_cannot_be_run_says_why_and_is_not_run() {
    let mut window = Window::new();
    search(&mut window, "undo");
    assert_eq!(results(&window)[0], "Undo, command, Nothing to undo");
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!results(&window).is_empty(), "it stays open");
    let option = window
        .harness
        .get_by_label("Undo, command, Nothing to undo");
    assert!(option.accesskit_node().is_disabled());
}

#[test]
fn a_field_of_the_profile_is_jumped_to() {
    let mut window = hospital();
    window.ctrl(Key::Num3);
    search(&mut window, "support contr");
    assert_eq!(
        results(&window)[0],
        "Support contracts, Organisation, field"
    );
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().screen(), Screen::Profile);
    let field = i18n::field(Language::English, Field::SupportContracts);
    let control = window
        .harness
        .query_all_by_label(&field)
        .find(egui_kittest::Node::is_focused);
    assert!(control.is_some());
}

#[test]
fn a_field_of_a_group_is_found_by_both_their_names() {
    let mut window = hospital();
    search(&mut window, "endpoints ward vdi");
    assert_eq!(results(&window)[0], "Endpoints, Ward VDI, field");
}

#[test]
fn a_group_a_part_of_the_plan_and_a_question_are_gone_to() {
    let mut window = hospital();
    search(&mut window, "kiosks");
    assert!(results(&window)[0].starts_with("Kiosks, "));
    assert!(results(&window)[0].ends_with(", group"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().screen(), Screen::Profile);
    search(&mut window, "deployment");
    assert_eq!(results(&window)[0], "Deployment, Plan, part of the plan");
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().screen(), Screen::Plan);
    search(&mut window, "through which channel");
    assert!(results(&window)[0].ends_with(", question"));
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().screen(), Screen::Decisions);
}

#[test]
fn an_entry_is_found_by_id_and_by_words_of_either_language_without_diacritics() {
    let mut window = hospital_in(Language::Polish);
    for words in [
        "w7 018",
        "licensed with virtual machines",
        "licencjonuje maszynach wirtualnych",
    ] {
        window.ctrl(Key::K);
        window.type_text(words);
        let found = results(&window);
        let is_there = found.iter().any(|name| name.contains("W7-018"));
        assert!(is_there, "{words}: {found:?}");
        window.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn a_term_is_explained_and_a_sample_and_a_file_are_opened() {
    let mut window = hospital();
    search(&mut window, "vamt");
    let vamt = "VAMT, Volume Activation Management Tool, term";
    assert_eq!(results(&window)[0], vamt);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.says("Microsoft’s tool that installs keys"));
    window.press(Modifiers::NONE, Key::Escape);
    search(&mut window, "museum example");
    assert!(results(&window)[0].ends_with(", sample"));
    window.press(Modifiers::NONE, Key::Enter);
    let name = &window.app().document().profile.organisation.name;
    assert_eq!(name, "Museum (example)");
    assert_eq!(window.app().path(), None);
    search(&mut window, "h.esu");
    assert_eq!(results(&window)[0], "h.esu, /data, recent file");
    window.press(Modifiers::NONE, Key::Enter);
    let path = window.app().path().map(|path| path.display().to_string());
    assert_eq!(path.as_deref(), Some("/data/h.esu"));
}

#[test]
fn of_two_documents_for_one_day_the_open_one_is_searched() {
    let mut window = hospital();
    for (sample, own, other) in [
        ("rzeszowie przykład", "branch office", "pracownie"),
        ("zespół szkół łodzi", "pracownie", "branch office"),
    ] {
        search(&mut window, sample);
        assert!(results(&window)[0].ends_with(", sample"));
        window.press(Modifiers::NONE, Key::Enter);
        let is_group = |name: &String| name.ends_with(", group");
        search(&mut window, own);
        assert!(results(&window).iter().any(is_group), "{own}");
        window.press(Modifiers::NONE, Key::Escape);
        search(&mut window, other);
        assert!(!results(&window).iter().any(is_group), "{other}");
        window.press(Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn the_faq_is_searched_whole_for_what_was_typed() {
    let mut window = hospital();
    search(&mut window, "hypervisor");
    let last = results(&window).pop().unwrap();
    assert_eq!(last, "Search the FAQ for “hypervisor”, FAQ");
    window.click(&last);
    assert_eq!(window.app().screen(), Screen::Faq);
    let name = tr(Language::English, "faq-ui-search");
    let field = window.harness.get_by_role_and_label(Role::TextInput, &name);
    assert_eq!(
        field.accesskit_node().value().as_deref(),
        Some("hypervisor")
    );
}

#[test]
fn the_arrows_choose_and_the_number_of_results_is_announced() {
    let mut window = Window::new();
    search(&mut window, "zoom");
    let chosen = |window: &Window| -> Vec<String> {
        let options = options(window).into_iter();
        options
            .filter_map(|(name, is_chosen)| is_chosen.then_some(name))
            .collect()
    };
    assert_eq!(chosen(&window), ["Zoom in, command, Ctrl+Plus"]);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&window), ["Zoom out, command, Ctrl+Minus"]);
    let status = window
        .harness
        .query_all_by_role(Role::Status)
        .filter_map(|node| {
            let node = node.accesskit_node();
            (node.live() == Live::Polite).then(|| node.label().unwrap_or_default())
        })
        .find(|words| words.contains(" results"));
    let status = status.expect("a live region");
    assert!(status.contains(" results. Zoom out"), "{status}");
    window.press(Modifiers::NONE, Key::PageDown);
    window.press(Modifiers::NONE, Key::PageUp);
    assert_eq!(chosen(&window), ["Zoom in, command, Ctrl+Plus"]);
}

#[test]
fn escape_gives_the_keyboard_back() {
    let mut window = Window::new();
    let name = i18n::field(Language::English, Field::Name);
    let field = |window: &Window| {
        window
            .harness
            .get_by_role_and_label(Role::TextInput, &name)
            .is_focused()
    };
    window.fill(&name, "Szpital");
    assert!(field(&window));
    window.ctrl(Key::K);
    assert!(!field(&window));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(field(&window));
}

#[test]
fn ten_thousand_groups_are_searched_and_counted() {
    let mut document = Document::default();
    for number in 0..10_000 {
        let group = EndpointGroup {
            name: format!("Oddział {number}"),
            ..EndpointGroup::default()
        };
        document.profile.groups.push(group.into());
    }
    let mut window = Window::new();
    window.put_file("/data/many.esu", to_text(&document).as_bytes());
    window.will_pick([picked("/data/many.esu")]);
    window.ctrl(Key::O);
    search(&mut window, "oddzial");
    assert!(window.says("60 of 10,0"));
    assert_eq!(results(&window).len(), 61);
    window.type_text(" 9999");
    assert_eq!(results(&window)[0], "Oddział 9999, group");
}

#[test]
fn the_menu_has_every_command_with_its_keys_and_tells_what_cannot_be_done() {
    for language in [Language::English, Language::Polish] {
        let mut window = Window::with(language, egui::vec2(1440.0, 900.0));
        window.click(&tr(language, "menu-title"));
        let items: Vec<_> = window
            .harness
            .query_all_by_role(Role::MenuItem)
            .map(|node| node.accesskit_node())
            .collect();
        assert_eq!(items.len(), Command::ALL.len());
        let all = Menu::ALL.into_iter().flat_map(Menu::sections).flatten();
        for (item, command) in items.iter().zip(all) {
            assert_eq!(item.label(), Some(tr(language, command.message())));
            let has_keys = item.data().keyboard_shortcut().is_some();
            assert_eq!(has_keys, !command.shortcuts().is_empty());
        }
        let undo = tr(language, Command::Undo.message());
        let undo = items.iter().find(|item| item.label() == Some(undo.clone()));
        assert!(undo.unwrap().is_disabled());
    }
}

#[test]
fn the_menu_fits_a_small_window_in_one_column() {
    let mut window = Window::with(Language::Polish, egui::vec2(640.0, 420.0));
    window.click(&tr(Language::Polish, "menu-title"));
    window.press(Modifiers::NONE, Key::End);
    window.press(Modifiers::NONE, Key::Enter);
    assert!(window.shows(&tr(Language::Polish, "dialog-close")));
}

#[test]
fn the_arrows_walk_the_menu_down_and_across() {
    let mut window = Window::new();
    window.click("Menu");
    let focused = |window: &Window| {
        window
            .harness
            .query_all_by_role(Role::MenuItem)
            .find(egui_kittest::Node::is_focused)
            .and_then(|node| node.accesskit_node().label())
    };
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert_eq!(focused(&window).as_deref(), Some("New profile"));
    window.press(Modifiers::NONE, Key::ArrowRight);
    assert_eq!(focused(&window).as_deref(), Some("Go to Profile"));
    window.press(Modifiers::NONE, Key::ArrowLeft);
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(focused(&window).as_deref(), Some("About ESU Planner"));
    window.press(Modifiers::NONE, Key::Home);
    assert_eq!(focused(&window).as_deref(), Some("New profile"));
}

#[test]
fn the_sheet_of_keys_names_every_command_with_all_its_keys() {
    let mut window = Window::new();
    window.press(Modifiers::NONE, Key::F1);
    for command in Command::ALL {
        let text = tr(Language::English, command.message());
        let keys: Vec<String> = command
            .shortcuts()
            .iter()
            .map(|keys| written(&window.harness.ctx, keys))
            .collect();
        let line = if keys.is_empty() {
            text
        } else {
            format!("{text}: {}", keys.join(", "))
        };
        assert!(window.shows(&line), "{line}");
    }
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.says("Ctrl+Shift+P"));
}

#[test]
fn the_summary_is_copied_as_three_lines() {
    let mut window = hospital();
    window.click("Menu");
    window.harness.get_by_label("Copy summary").click();
    let mut copied = None;
    for _ in 0..10 {
        window.harness.step();
        for command in &window.harness.output().platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    let copied = copied.expect("text in the clipboard");
    assert_eq!(copied.lines().count(), 3, "{copied}");
    assert!(copied.contains("290"), "{copied}");
}

#[test]
fn a_group_that_is_gone_to_is_the_one_that_is_shown() {
    let mut window = hospital();
    search(&mut window, "ward vdi");
    window.press(Modifiers::NONE, Key::Enter);
    let text = assets::sample("mixed-estate.esu").unwrap();
    let document = from_bytes("h.esu", text.as_bytes()).unwrap();
    let at = document
        .profile
        .groups
        .iter()
        .position(|g| g.name == "Ward VDI");
    let place = Place::Group(at.unwrap());
    let name = document.profile.answer(place, Field::GroupName);
    assert!(
        matches!(name, esu_planner::domain::field::Answer::Text(ref text) if text == "Ward VDI")
    );
    let field = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Group name, Ward VDI");
    assert!(field.is_focused());
}
