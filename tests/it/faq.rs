//! The FAQ: search by ids, moving by keys, and the lines of the plan that rest on an entry.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, OutputCommand, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::domain::text::Language;
use esu_planner::ui::Screen;

use crate::support::{Window, picked};

fn faq(language: Language) -> Window {
    let samples = assets::samples();
    let (_, text) = samples
        .iter()
        .find(|(name, _)| *name == "mixed-estate.esu")
        .expect("the sample");
    let mut window = Window::with(language, Vec2::new(1440.0, 900.0));
    window.put_file("/data/sample.esu", text.as_bytes());
    window.will_pick([picked("/data/sample.esu")]);
    window.ctrl(Key::O);
    window.ctrl(Key::Num4);
    window
}

const SEARCH: &str = "Search questions and answers";

/// The ids of the entries that are listed.
fn listed(window: &Window) -> Vec<String> {
    let rows = window.harness.query_all_by_role(Role::ListBoxOption);
    let names = rows.filter_map(|node| node.accesskit_node().label());
    names
        .filter_map(|name| Some(name.split_once(", ")?.0.to_owned()))
        .collect()
}

/// The links whose names begin so.
fn links(window: &Window, start: &str) -> Vec<String> {
    let links = window.harness.query_all_by_role(Role::Link);
    let names = links.filter_map(|node| node.accesskit_node().label());
    names.filter(|name| name.starts_with(start)).collect()
}

#[test]
fn an_id_is_found_however_it_is_written() {
    let mut window = faq(Language::English);
    for words in ["W7-018", "w7-18", "w7–018", "W7-18 virtual"] {
        window.fill(SEARCH, words);
        assert_eq!(listed(&window), ["W7-018"], "{words}");
    }
    window.fill(SEARCH, "w7 018");
    assert!(listed(&window).contains(&"W7-018".to_owned()));
}

#[test]
fn polish_words_find_entries_while_english_is_shown_and_the_other_way_round() {
    let mut window = faq(Language::English);
    window.fill(SEARCH, "maszyn WIRTUALNYCH liczy dedykowanym");
    assert!(
        listed(&window).contains(&"W7-018".to_owned()),
        "{:?}",
        listed(&window)
    );
    let mut window = faq(Language::Polish);
    window.fill(
        "Szukaj w pytaniach i odpowiedziach",
        "virtual machines counted dedicated",
    );
    assert!(
        listed(&window).contains(&"W7-018".to_owned()),
        "{:?}",
        listed(&window)
    );
}

#[test]
fn arrows_open_the_next_entry_and_the_one_before_also_while_searching() {
    let mut window = faq(Language::English);
    assert!(window.says("W7-001 · "));
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.says("W7-002 · "));
    window.press(Modifiers::NONE, Key::ArrowUp);
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert!(window.says("W7-001 · "));
    window.fill(SEARCH, "partner");
    let found = listed(&window);
    assert!(found.len() > 1, "{found:?}");
    assert!(window.says(&format!("{} · ", found[0])));
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.says(&format!("{} · ", found[1])));
    window.click("Previous entry");
    assert!(window.says(&format!("{} · ", found[0])));
}

#[test]
fn an_entry_leads_to_the_lines_that_rest_on_it_and_they_lead_back() {
    let mut window = faq(Language::English);
    window.fill(SEARCH, "W7-018");
    let orders = links(&window, "Show in the plan: Order line: ");
    assert!(orders[0].contains("2020: 290 · 14,500.00"), "{orders:?}");
    assert!(!links(&window, "Show in the plan: Ledger: Ward VDI: Buy 120").is_empty());
    window.click(&orders[0]);
    assert_eq!(window.app().screen(), Screen::Plan);
    window.harness.run();
    assert!(window.says("Why 290?"));
    window.click("Back to W7-018");
    assert_eq!(window.app().screen(), Screen::Faq);
    assert!(window.says("W7-018 · "));
}

#[test]
fn every_kind_of_line_leads_to_the_plan() {
    let mut window = faq(Language::English);
    for (entry, kind) in [
        ("W7-023", "Date: "),
        ("W7-037", "Warning: "),
        ("W7-001", "Note: "),
        ("W7-043", "Step: "),
    ] {
        window.ctrl(Key::Num4);
        window.fill(SEARCH, entry);
        let links = links(&window, &format!("Show in the plan: {kind}"));
        assert!(!links.is_empty(), "{entry} has no {kind}");
        window.harness.get_by_label(&links[0]).scroll_to_me();
        window.harness.run();
        window.click(&links[0]);
        assert_eq!(window.app().screen(), Screen::Plan, "{entry}");
    }
}

#[test]
fn an_entry_that_is_opened_elsewhere_is_listed_whatever_was_searched_for() {
    let mut window = faq(Language::English);
    window.fill(SEARCH, "refund");
    window.ctrl(Key::Num2);
    let mut chips = window.harness.query_all_by_label("Open FAQ entry W7-006");
    chips.next().expect("a chip").click();
    drop(chips);
    window.harness.run();
    assert!(window.says("W7-006 · "));
    assert!(listed(&window).contains(&"W7-006".to_owned()));
}

#[test]
fn an_entry_is_copied_with_its_id_correction_and_source() {
    let mut window = faq(Language::English);
    window.harness.get_by_label("Copy entry W7-001").click();
    let mut copied = None;
    for _ in 0..5 {
        window.harness.step();
        for command in &window.harness.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
    }
    let copied = copied.expect("text in the clipboard");
    assert!(copied.starts_with("W7-001 · Windows 7 ESU"), "{copied}");
    for part in [
        "What does Windows 7 ESU contain?",
        "Correction: ",
        "Read in KB 4527878",
    ] {
        assert!(copied.contains(part), "{part}: {copied}");
    }
}
