//! What is saved, exported, shown and written from the pages.

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::ui::Screen;

use super::{opened, press};
use crate::support::{Window, picked};

/// The text of a PDF, by the tool that reads it.
fn text_of(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let read = std::process::Command::new("pdftotext")
        .args([file.path().as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext is there: install poppler-utils");
    String::from_utf8(read.stdout).unwrap()
}

fn choose_by_keys(window: &mut Window, button: &str) {
    window.harness.get_by_label(button).focus();
    window.run();
    press(window, Key::Enter);
}

#[test]
fn what_is_saved_is_what_was_chosen() {
    let mut window = opened();
    window.will_pick([picked("/data/a.pdf"), picked("/data/b.pdf")]);
    window.click("Save plan as PDF…");
    let whole = text_of(&window.file("/data/a.pdf"));
    let name = &window.app().document().profile.organisation.name;
    assert!(!name.is_empty() && whole.contains(name.as_str()));
    assert!(window.says("Exported: /data/a.pdf"));
    let name = name.clone();
    window.click("Leave out names and notes");
    window.click("Sources");
    window.click("Language: Polski");
    window.click("Save plan as PDF…");
    let redacted = text_of(&window.file("/data/b.pdf"));
    assert!(!redacted.contains(&name));
    assert!(redacted.contains("Zamówienia"));
    assert!(!redacted.contains("Źródła"));
    assert!(window.says("without names and notes · 1 part left out"));
    let asked = window.world.borrow().asked.clone();
    assert_eq!(asked.last().unwrap().file_name, "szpital-plan.pdf");
}

#[test]
fn every_format_of_the_list_is_exported() {
    let mut window = opened();
    for (button, path, begins) in [
        ("Export deployment kit…", "/data/kit.zip", "PK"),
        ("Export order lines as CSV…", "/data/plan.csv", "\u{feff}"),
        ("Export calendar…", "/data/plan.ics", "BEGIN:VCALENDAR"),
        ("Export plan as HTML…", "/data/plan.html", "<!DOCTYPE html>"),
        ("Export plan as Markdown…", "/data/plan.md", "# "),
        ("Export plan as text…", "/data/plan.txt", ""),
        ("Export plan as JSON…", "/data/plan.json", "{"),
    ] {
        window.will_pick([picked(path)]);
        // The list may be out of sight: the keyboard brings it there.
        choose_by_keys(&mut window, button);
        window.run();
        let bytes = window.file(path);
        assert!(bytes.starts_with(begins.as_bytes()), "{path}");
        assert!(window.says(&format!("Exported: {path}")));
    }
    let asked = window.world.borrow().asked.clone();
    let names: Vec<&str> = asked.iter().map(|asked| asked.file_name.as_str()).collect();
    assert_eq!(names[1], "szpital-kit.zip");
    assert_eq!(names[2], "szpital-plan.csv");
}

#[test]
fn the_plan_offers_its_formats_without_the_detour_over_the_pages() {
    let mut window = opened();
    window.ctrl(Key::Num3);
    window.harness.get_by_label("Export the plan").focus();
    window.run();
    press(&mut window, Key::Enter);
    assert!(window.shows("Export order lines as CSV…"));
    // The first is letters; the list is walked by key.
    press(&mut window, Key::Escape);
    assert!(!window.shows("Export order lines as CSV…"));
    press(&mut window, Key::Enter);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    window.will_pick([picked("/data/plan.csv")]);
    press(&mut window, Key::Enter);
    window.run();
    assert!(
        window
            .file("/data/plan.csv")
            .starts_with("\u{feff}".as_bytes())
    );
    assert!(
        !window.shows("Export order lines as CSV…"),
        "the list is closed"
    );
}

#[test]
fn the_letters_that_a_plan_needs_are_read_copied_and_saved() {
    let mut window = opened();
    choose_by_keys(&mut window, "Letters…");
    assert!(
        window.says("[agreement number]") || window.says("["),
        "blanks to fill"
    );
    let letters: Vec<String> = window
        .harness
        .get_all_by_role(Role::RadioButton)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|name| name.starts_with("Letter: "))
        .collect();
    assert!(letters.len() > 1, "{letters:?}");
    window.click(&letters[1]);
    window.click("Copy the letter");
    assert!(window.shows("Copied"));
    window.will_pick([picked("/data/one.eml"), picked("/data/one.txt")]);
    window.click("Save as e-mail…");
    window.click("Save as text…");
    let mail = String::from_utf8(window.file("/data/one.eml")).unwrap();
    assert!(mail.contains("X-Unsent: 1"));
    let text = String::from_utf8(window.file("/data/one.txt")).unwrap();
    assert!(text.contains('[') && text.len() > 400, "{text}");
    press(&mut window, Key::Escape);
    assert!(window.says("Page 1 of"));
}

#[test]
fn a_plan_that_asks_for_nothing_needs_no_letters() {
    let mut window = Window::new();
    window.ctrl(Key::G);
    window.click("Menu");
    window.click("Letters…");
    assert_eq!(window.app().screen(), Screen::Paper);
    assert!(window.shows("This plan needs no letters"));
}

#[test]
fn a_full_disk_is_told_and_nothing_is_written() {
    let mut window = opened();
    window.world.borrow_mut().is_read_only = true;
    window.will_pick([picked("/data/a.pdf")]);
    window.click("Save plan as PDF…");
    assert!(window.says("the disk is full"));
}

#[test]
fn the_viewer_is_given_the_pdf_or_it_is_said_that_there_is_none() {
    let mut window = opened();
    window.click("Open in viewer");
    {
        let world = window.world.borrow();
        let (name, bytes) = world.viewed.first().expect("something was shown");
        assert_eq!(name, "szpital-plan.pdf");
        assert!(bytes.starts_with(b"%PDF-"));
    }
    assert!(window.shows("Opened in the viewer"));
    window.world.borrow_mut().has_viewer = false;
    window.click("Open in viewer");
    assert!(window.says("No app is set up to show PDF files"));
}
