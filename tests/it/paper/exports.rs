//! What is saved, exported, shown and written from the pages.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
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
    let names: Vec<&str> = asked.iter().map(|asked| asked.file_name.as_str()).collect();
    assert!(
        names.ends_with(&["szpital-plan.pdf", "plan.pdf"]),
        "{names:?}"
    );
}

#[test]
fn what_is_asked_for_alone_is_whole_whatever_the_printed_plan_is_without() {
    let mut window = opened();
    window.click("Orders");
    window.click("Calendar");
    for (button, path, holds) in [
        ("Export order lines as CSV…", "/data/plan.csv", "W7-"),
        ("Export calendar…", "/data/plan.ics", "PATCH-TUESDAY"),
    ] {
        window.will_pick([picked(path)]);
        window.harness.get_by_label(button).focus();
        window.run();
        press(&mut window, Key::Enter);
        window.run();
        let bytes = window.file(path);
        let text = String::from_utf8_lossy(&bytes).to_uppercase();
        assert!(text.contains(holds), "{text}");
        assert!(!window.says("left out"), "{path}");
    }
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
    // The first is the PDF, then come letters and kit; the list is walked by key.
    press(&mut window, Key::Escape);
    assert!(!window.shows("Export order lines as CSV…"));
    press(&mut window, Key::Enter);
    for _ in 0..3 {
        press(&mut window, Key::Tab);
    }
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
fn letters_are_read_where_no_part_is_printed() {
    let mut window = opened();
    assert!(!window.shows("Notes"));
    window.click("Include no parts");
    assert!(
        !window.shows("Notes"),
        "what the plan has not is still no choice"
    );
    window.harness.get_by_label("Letters…").focus();
    window.run();
    press(&mut window, Key::Enter);
    assert!(window.says("Dear Sir or Madam"));
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
fn the_window_does_not_close_over_a_file_that_is_being_made() {
    let mut window = opened();
    window.will_pick([picked("/data/a.pdf")]);
    window.harness.get_by_label("Save plan as PDF…").click();
    window.harness.run();
    assert!(window.app().is_at_work(), "it is being made");
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Q);
    window.harness.run();
    if !window.app().is_quitting() {
        assert!(window.says("close the window in a moment"));
        window.run();
        window.ctrl(Key::Q);
    }
    assert!(window.app().is_quitting());
    assert!(window.file("/data/a.pdf").starts_with(b"%PDF-"));
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
