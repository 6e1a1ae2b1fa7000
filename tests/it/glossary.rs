//! The glossary: its data, and the explanations in the window.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::domain::choice::Choice as _;
use esu_planner::domain::text::Language;
use esu_planner::glossary::{DATA, Term, mentions, terms};
use esu_planner::ui::Screen;

use crate::support::{Window, catalogue};

#[test]
fn the_data_can_be_read_and_is_large_enough() {
    let read: Vec<Term> = ron::from_str(DATA).unwrap();
    assert_eq!(read, terms());
    assert!(read.len() >= 45, "there are only {}", read.len());
}

#[test]
fn every_term_has_an_id_a_name_and_an_explanation_of_its_own_in_both_languages() {
    for language in Language::ALL {
        let mut names = BTreeMap::new();
        let mut explanations = BTreeMap::new();
        let mut ids = BTreeSet::new();
        for term in terms() {
            assert!(ids.insert(&term.id), "{} stands twice", term.id);
            let name = term.name.get(*language);
            assert!(!name.trim().is_empty(), "{}", term.id);
            assert_eq!(names.insert(name, &term.id), None, "{name}");
            let explains = term.explains.get(*language);
            assert!(explains.ends_with('.'), "{}: {explains}", term.id);
            assert!(explains.chars().count() <= 260, "{}: too long", term.id);
            assert_eq!(explanations.insert(explains, &term.id), None, "{explains}");
            assert!(!term.forms.get(*language).is_empty(), "{}", term.id);
        }
    }
}

#[test]
fn every_entry_that_a_term_names_is_in_the_faq() {
    for term in terms() {
        for id in &term.faq {
            let entry = catalogue().faq_entry(id);
            assert!(entry.is_some(), "{} names {id}", term.id);
        }
    }
}

#[test]
fn every_form_means_one_term_and_is_found_whole() {
    for language in Language::ALL {
        let mut owners: BTreeMap<String, &str> = BTreeMap::new();
        for term in terms() {
            for form in term.forms.get(*language) {
                // A stem stands for itself as the shortest of its words.
                let text = form.replace('*', "");
                let owner = owners.insert(text.to_lowercase(), &term.id);
                assert!(
                    owner.is_none_or(|owner| owner == term.id),
                    "“{text}” means {owner:?} and {}",
                    term.id
                );
                let found = mentions(*language, &text);
                let [only] = found.as_slice() else {
                    panic!("“{text}” of {} mentions {found:?}", term.id);
                };
                assert_eq!(terms()[only.term].id, term.id, "“{text}”");
                assert_eq!(only.range, 0..text.len(), "“{text}”");
            }
        }
    }
}

#[test]
fn the_faq_mentions_most_terms_in_both_languages() {
    for language in Language::ALL {
        let mut mentioned = vec![false; terms().len()];
        for programme in catalogue().programmes() {
            for entry in &programme.faq {
                for found in mentions(*language, entry.answer.get(*language)) {
                    mentioned[found.term] = true;
                }
            }
        }
        let missing: Vec<&str> = (terms().iter().zip(&mentioned))
            .filter(|(_, is_there)| !**is_there)
            .map(|(term, _)| term.id.as_str())
            .collect();
        // Words of the plan itself stand in the window, not in the sources.
        assert!(missing.len() <= 20, "{language:?}: {missing:?}");
        assert!(!missing.contains(&"mak"), "{language:?}");
    }
}

/// A window that shows a FAQ entry.
fn with_entry(words: &str) -> Window {
    let mut window = Window::new();
    window.ctrl(Key::K);
    window.type_text(words);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().screen(), Screen::Faq);
    window
}

#[test]
fn a_term_is_explained_when_the_keyboard_comes_to_it() {
    let mut window = with_entry("W7-055");
    let vamt = "VAMT, Volume Activation Management Tool, term";
    let explanation = "Microsoft’s tool that installs keys on many devices";
    assert!(!window.says(explanation));
    window.harness.get_by_label(vamt).focus();
    window.harness.run();
    assert!(window.says(explanation));
    window.press(Modifiers::NONE, Key::Escape);
    assert!(!window.says(explanation));
}

#[test]
fn a_term_carries_its_explanation_for_a_screen_reader() {
    let window = with_entry("W7-055");
    let vamt = "VAMT, Volume Activation Management Tool, term";
    let node = window.harness.get_by_label(vamt);
    let said = node.accesskit_node().description().unwrap_or_default();
    assert!(said.starts_with("Microsoft’s tool"), "{said}");
}

#[test]
fn the_glossary_is_searched_in_both_languages_and_leads_to_the_faq() {
    let mut window = Window::new();
    window.press(Modifiers::SHIFT, Key::F1);
    window.type_text("punkt koncowy");
    assert!(window.shows("In Polish: Punkt końcowy"));
    assert!(window.says("A device that is counted"));
    window.click("Open FAQ entry W7-018");
    assert_eq!(window.app().screen(), Screen::Faq);
    assert!(window.says("How is ESU licensed with virtual machines?"));
}

#[test]
fn the_arrows_walk_the_terms() {
    let mut window = Window::new();
    window.press(Modifiers::SHIFT, Key::F1);
    window.type_text("CSP indirect");
    window.press(Modifiers::NONE, Key::Tab);
    let first = window
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .next()
        .expect("a term");
    assert!(first.is_focused());
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.says("A partner that sells CSP licences through an indirect provider"));
}
