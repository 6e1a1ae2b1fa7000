//! The decisions: by keys, all at once, and what hangs on an answer.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::domain::field::{Answer, Field, Place};
use esu_planner::domain::text::Language;

use crate::support::{Window, picked};

fn decisions(sample: &str, size: egui::Vec2) -> Window {
    let samples = assets::samples();
    let (_, text) = samples
        .iter()
        .find(|(name, _)| *name == sample)
        .expect("a sample");
    let mut window = Window::with(Language::English, size);
    window.put_file("/data/sample.esu", text.as_bytes());
    window.will_pick([picked("/data/sample.esu")]);
    window.ctrl(Key::O);
    window.ctrl(Key::Num2);
    window
}

const WIDE: egui::Vec2 = egui::Vec2::new(1440.0, 900.0);
const NARROW: egui::Vec2 = egui::Vec2::new(1000.0, 700.0);

fn answer(window: &Window, field: Field) -> Answer {
    let profile = &window.app().document().profile;
    profile.answer(Place::Organisation, field)
}

/// Types a text into whatever has the keyboard.
fn type_text(window: &mut Window, text: &str) {
    window.harness.event(egui::Event::Text(text.to_owned()));
    window.harness.run();
}

/// The names of all widgets of a role that begin so.
fn names(window: &Window, role: Role, start: &str) -> Vec<String> {
    let nodes = window.harness.query_all_by_role(role);
    let names = nodes.filter_map(|node| node.accesskit_node().label());
    names.filter(|name| name.starts_with(start)).collect()
}

#[test]
fn digits_choose_answers_and_arrows_other_questions() {
    let mut window = decisions("half-filled.esu", WIDE);
    window.click("Sector, open");
    type_text(&mut window, "2");
    let education = Answer::One("education".into());
    assert_eq!(answer(&window, Field::Sector), education);
    type_text(&mut window, "0");
    assert_eq!(answer(&window, Field::Sector), Answer::Unknown);
    type_text(&mut window, "2");
    assert!(
        window.says("Which sector") || window.says("What kind of"),
        "the question stays"
    );
    window.press(Modifiers::NONE, Key::ArrowDown);
    type_text(&mut window, "1");
    // The next question was answered, not this one again.
    assert_eq!(answer(&window, Field::Sector), education);
    window.press(Modifiers::NONE, Key::ArrowUp);
    type_text(&mut window, "1");
    assert_eq!(
        answer(&window, Field::Sector),
        Answer::One("business".into())
    );
}

#[test]
fn a_digit_that_is_typed_into_a_field_chooses_nothing() {
    let mut window = decisions("half-filled.esu", WIDE);
    window.click("Sector, open");
    window.ctrl(Key::K);
    type_text(&mut window, "2");
    assert_eq!(answer(&window, Field::Sector), Answer::Unknown);
}

#[test]
fn an_answer_names_the_order_lines_that_it_changes() {
    let mut window = decisions("mixed-estate.esu", WIDE);
    window.click("Licensing channels, settled, CSP, MPSA");
    let csp = names(&window, Role::CheckBox, "CSP, ");
    assert!(csp[0].contains("−3 order lines"), "{csp:?}");
    let agreement = names(&window, Role::CheckBox, "Enterprise Agreement (EA), ");
    assert!(
        agreement[0].contains("order lines go through Volume licensing"),
        "{agreement:?}"
    );
    let gone = "Windows 7 Extended Security Updates 2020, CSP: 290 → 0";
    assert!(agreement[0].contains(gone), "{agreement:?}");
}

#[test]
fn lines_that_only_grow_are_told_as_such() {
    let mut window = decisions("virtual-desktops.esu", WIDE);
    window.click("Hosting, settled, differs");
    let cards = names(&window, Role::RadioButton, "Physical, ");
    assert!(cards[0].contains("3 order lines grow by "), "{cards:?}");
}

#[test]
fn all_questions_stand_below_one_another_and_are_answered_in_place() {
    let mut window = decisions("half-filled.esu", WIDE);
    window.click("All at once");
    let sector = |window: &Window| names(window, Role::ComboBox, "Sector");
    window.click("Sector, open");
    assert_eq!(sector(&window).len(), 1);
    window.click("Sector");
    window.click("Education");
    assert_eq!(
        answer(&window, Field::Sector),
        Answer::One("education".into())
    );
    // Those out of sight are not drawn.
    let cards = names(&window, Role::Button, "Open the question ");
    assert!(cards.len() > 2 && cards.len() < 20, "{}", cards.len());
    // And back to the one with the effects of its answers.
    window.click("Effects, Sector");
    assert!(names(&window, Role::RadioButton, "Education, ").len() == 1);
}

#[test]
fn the_entry_stands_beside_the_question_in_a_narrow_window_too() {
    let window = decisions("mixed-estate.esu", NARROW);
    assert!(window.shows("Questions"));
    let question = "On which day does this group leave the old system?";
    // It stands in the list of what is open, too.
    let mut questions = window.harness.query_all_by_label(question);
    let question = questions.next().expect("the question").rect();
    let entry = window
        .harness
        .get_by_label("Is there a deadline for the purchase?")
        .rect();
    assert!(
        entry.left() > question.right() - 1.0,
        "{question:?} {entry:?}"
    );
    assert!(entry.right() <= NARROW.x && entry.top() < question.bottom() + 40.0);
}

#[test]
fn a_question_is_found_in_the_list_of_a_narrow_window() {
    let mut window = decisions("mixed-estate.esu", NARROW);
    window.click("Questions");
    let entry = "Your role · settled";
    window.harness.get_by_label(entry).scroll_to_me();
    window.harness.run();
    window.click(entry);
    let cards = names(&window, Role::RadioButton, "");
    assert!(
        cards.iter().any(|card| card.starts_with("End customer")),
        "{cards:?}"
    );
}
