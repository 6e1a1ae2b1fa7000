//! The pages as they are looked at: what they hold, how one moves through them, and the zoom.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::domain::text::Language;
use esu_planner::ui::Screen;

use super::{in_language, opened, press};
use crate::support::Window;

/// What the live line says of the pages.
fn standing(window: &Window) -> String {
    let status = window.harness.get_all_by_role(Role::Status);
    let said = status.filter_map(|node| node.accesskit_node().label());
    let mut said = said.filter(|words| words.ends_with("A4") || words.ends_with("Letter"));
    said.next().expect("the pages are laid out")
}

/// How many pages there are.
fn pages(window: &Window) -> usize {
    let standing = standing(window);
    let number = standing.split(' ').next().unwrap_or_default();
    number.parse().expect("a number of pages")
}

/// The value of the field that names the page that is looked at.
fn page(window: &Window) -> String {
    let field = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Go to page");
    field.accesskit_node().value().unwrap_or_default()
}

#[test]
fn control_p_shows_the_pages_and_escape_leads_back() {
    let mut window = opened();
    assert_eq!(window.app().screen(), Screen::Paper);
    assert!(pages(&window) > 3, "{}", standing(&window));
    let all = pages(&window);
    assert!(window.shows(&format!("Page 1 of {all}")));
    let document = window.harness.get_by_label("Pages of the plan");
    assert!(document.is_focused(), "page keys work at once");
    press(&mut window, Key::Escape);
    assert_eq!(window.app().screen(), Screen::Plan);
    window.ctrl(Key::Num1);
    window.click("Print and export…");
    assert_eq!(window.app().screen(), Screen::Paper);
    window.click("Back to where you were");
    assert_eq!(window.app().screen(), Screen::Profile);
}

#[test]
fn the_pages_follow_the_plan_and_the_parts() {
    let mut window = opened();
    let all = pages(&window);
    window.click("Deployment");
    let fewer = pages(&window);
    assert!(fewer < all, "{fewer} of {all}");
    window.ctrl(Key::Z);
    assert_eq!(pages(&window), fewer, "no part of the profile has changed");
    window.click("Deployment");
    assert_eq!(pages(&window), all);
    window.click("Include no parts");
    assert!(window.shows("Every part is left out"));
    assert!(
        window
            .harness
            .get_by_label("Print…")
            .accesskit_node()
            .is_disabled()
    );
    window.click("Summary");
    assert_eq!(pages(&window), 1);
    window.click("Include all parts");
    assert_eq!(pages(&window), all);
    assert!(standing(&window).ends_with("A4"));
    window.click("Paper: US Letter");
    assert!(standing(&window).ends_with("US Letter"));
}

#[test]
fn page_keys_and_the_field_lead_through_the_pages() {
    let mut window = opened();
    let all = pages(&window);
    assert_eq!(page(&window), "1");
    press(&mut window, Key::End);
    assert_eq!(page(&window), all.to_string());
    press(&mut window, Key::Home);
    assert_eq!(page(&window), "1");
    press(&mut window, Key::PageDown);
    press(&mut window, Key::PageDown);
    assert_eq!(
        page(&window),
        "2",
        "at this width a page is two windows high"
    );
    press(&mut window, Key::PageUp);
    press(&mut window, Key::PageUp);
    assert_eq!(page(&window), "1");
    window.click("Next page");
    assert_eq!(page(&window), "2");
    window.click("Page before");
    assert_eq!(page(&window), "1");
    window.fill("Go to page", "3");
    press(&mut window, Key::Enter);
    assert_eq!(page(&window), "3");
    window.fill("Go to page", "3000");
    press(&mut window, Key::Enter);
    assert_eq!(page(&window), "3", "there is no such page");
    window.fill("Go to page", "1");
    press(&mut window, Key::Escape);
    assert_eq!(
        window.app().screen(),
        Screen::Paper,
        "Escape leaves the field"
    );
    assert_eq!(page(&window), "3", "and nothing is gone to");
}

/// What the zoom's list says.
fn zoom(window: &Window) -> String {
    let list = window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Zoom of the pages");
    list.accesskit_node().value().unwrap_or_default()
}

#[test]
fn the_zoom_goes_by_steps_by_keys_and_by_what_fits() {
    let mut window = opened();
    assert_eq!(zoom(&window), "Fit width");
    window.click("Smaller pages");
    let smaller = zoom(&window);
    press(&mut window, Key::Escape);
    window.ctrl(Key::P);
    assert_eq!(zoom(&window), smaller, "it stays as it was left");
    press(&mut window, Key::Plus);
    let larger = zoom(&window);
    assert_ne!(larger, smaller);
    press(&mut window, Key::Minus);
    assert_eq!(zoom(&window), smaller);
    for _ in 0..12 {
        press(&mut window, Key::Plus);
    }
    assert_eq!(zoom(&window), "400 %");
    let button = window.harness.get_by_label("Larger pages");
    assert!(button.accesskit_node().is_disabled());
    window.click("Zoom of the pages");
    window.click("Fit page");
    assert_eq!(zoom(&window), "Fit page");
    let sheet = window.harness.get_by_label_contains("Page 1 of").rect();
    assert!(
        sheet.height() < 900.0 && sheet.height() > 500.0,
        "{sheet:?}"
    );
}

#[test]
fn the_page_that_is_read_stays_when_the_zoom_and_the_pages_change() {
    let mut window = opened();
    window.fill("Go to page", "4");
    press(&mut window, Key::Enter);
    window.click("Larger pages");
    assert_eq!(page(&window), "4");
    window.click("Smaller pages");
    window.click("Smaller pages");
    assert_eq!(page(&window), "4");
    window.click("Sources");
    assert_eq!(page(&window), "4");
}

#[test]
fn a_profile_without_groups_has_no_pages() {
    let mut window = Window::new();
    window.ctrl(Key::P);
    assert!(window.shows("There is nothing to print yet"));
    assert!(
        window
            .harness
            .get_by_label("Print…")
            .accesskit_node()
            .is_disabled()
    );
    let add = window.harness.get_all_by_label("Add group").last();
    add.expect("a button").click();
    window.run();
    assert_eq!(window.app().screen(), Screen::Profile);
}

#[test]
fn paper_and_parts_are_remembered_and_names_are_not() {
    let world = Window::world_with(None);
    world.borrow_mut().locale = Some("en-US".to_owned());
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::N);
    window.ctrl(Key::G);
    window.ctrl(Key::P);
    assert!(
        standing(&window).ends_with("US Letter"),
        "as in the country"
    );
    window.click("Paper: A4");
    window.click("Ledger of endpoints");
    window.click("Leave out names and notes");
    window.harness.state_mut().write_preferences();
    drop(window);
    world.borrow_mut().drafts = Arc::default();
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::N);
    window.ctrl(Key::G);
    window.ctrl(Key::P);
    assert!(standing(&window).ends_with("A4"));
    let ticked = |window: &Window, label: &str| {
        let box_ = window.harness.get_by_role_and_label(Role::CheckBox, label);
        box_.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)
    };
    assert!(!ticked(&window, "Ledger of endpoints"));
    assert!(ticked(&window, "Summary"));
    assert!(!ticked(&window, "Leave out names and notes"));
}

#[test]
fn a_plan_that_changes_while_its_pages_are_shown_is_laid_out_anew() {
    let mut window = opened();
    let before = pages(&window);
    window.ctrl(Key::Num1);
    for _ in 0..6 {
        window.ctrl(Key::G);
    }
    window.ctrl(Key::P);
    let after = pages(&window);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(pages(&window), before);
    assert!(after >= before);
}

#[test]
fn the_place_fits_at_the_least_size_in_both_languages() {
    for language in [Language::English, Language::Polish] {
        let mut window = in_language(language, "half-filled.esu");
        window.harness.set_size(Vec2::new(900.0, 600.0));
        window.ctrl(Key::P);
        let save = esu_planner::i18n::tr(language, "paper-command-save-pdf");
        let save = window.harness.get_by_label(&save).rect();
        assert!(
            save.right() <= 900.0 - 8.0 && save.bottom() <= 600.0,
            "{save:?}"
        );
        let zoom = esu_planner::i18n::tr(language, "paper-zoom-in");
        let zoom = window.harness.get_by_label(&zoom).rect();
        assert!(zoom.right() <= 900.0 - 320.0, "{language:?} {zoom:?}");
    }
}
