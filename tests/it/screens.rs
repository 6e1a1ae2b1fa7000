//! The four screens, driven by accessible names.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::field::{Answer, Field, Place};
use esu_planner::domain::profile::EndpointGroup;
use esu_planner::domain::text::Language;
use esu_planner::file::to_text;

use crate::support::{Window, picked};

/// A window with one of the samples open.
fn sample(name: &str) -> Window {
    sample_in(name, Language::English)
}

fn sample_in(name: &str, language: Language) -> Window {
    let samples = assets::samples();
    let found = samples.iter().find(|(file, _)| *file == name);
    let (_, text) = found.unwrap_or_else(|| panic!("no sample {name}"));
    let mut window = Window::with(language, egui::Vec2::new(1440.0, 900.0));
    window.put_file("/data/sample.esu", text.as_bytes());
    window.will_pick([picked("/data/sample.esu")]);
    window.ctrl(Key::O);
    window
}

fn answer(window: &Window, place: Place, field: Field) -> Answer {
    window.app().document().profile.answer(place, field)
}

const SCREENS: [Key; 4] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4];

#[test]
fn a_group_is_added_and_filled_by_its_fields_names() {
    let mut window = Window::new();
    window.click("Add group");
    window.fill("Group name, Group 1", "Ward PCs");
    window.click("System, Ward PCs");
    window.click("Windows 7");
    window.click("Edition, Ward PCs");
    window.click("Professional");
    let group = Place::Group(0);
    assert_eq!(
        answer(&window, group, Field::Product),
        Answer::One("windows-7".into())
    );
    assert_eq!(
        answer(&window, group, Field::Edition),
        Answer::One("professional".into())
    );
    assert!(window.shows("Verdict, Ward PCs, Buy"));
}

#[test]
fn what_cannot_be_taken_is_said_in_words_and_kept_as_typed() {
    let mut window = sample("mixed-estate.esu");
    let group = Place::Group(0);
    let before = answer(&window, group, Field::LeavesOn);
    let field = "Leaves on, Ward PCs";
    window.fill(field, "2022-02-31");
    assert!(window.says("There is no such day in the calendar"));
    assert_eq!(answer(&window, group, Field::LeavesOn), before);
    window.press(Modifiers::NONE, Key::Tab);
    window.ctrl(Key::Num3);
    window.ctrl(Key::Num1);
    assert!(window.says("There is no such day in the calendar"));
    window.fill(field, "31.03.2022");
    assert!(!window.says("There is no such day in the calendar"));
    assert_eq!(
        answer(&window, group, Field::LeavesOn),
        Answer::Date("2022-03-31".parse().unwrap())
    );
    window.fill(field, " ");
    assert_eq!(answer(&window, group, Field::LeavesOn), Answer::Unknown);
}

#[test]
fn an_answer_says_what_it_does_before_it_is_chosen() {
    let mut window = sample("half-filled.esu");
    window.ctrl(Key::Num2);
    let place = Place::Organisation;
    assert_eq!(answer(&window, place, Field::Sector), Answer::Unknown);
    window.click("Sector, open");
    assert!(window.says("Education, "));
    let education = window
        .harness
        .query_all_by_role(Role::RadioButton)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Education, "))
        })
        .expect("an answer with its effect");
    education.click();
    window.harness.run();
    assert_eq!(
        answer(&window, place, Field::Sector),
        Answer::One("education".into())
    );
    assert!(window.shows("Sector, settled, Education"));
}

#[test]
fn an_order_line_says_why() {
    let mut window = sample("mixed-estate.esu");
    window.ctrl(Key::Num3);
    assert!(!window.says("Facts of the profile"));
    let line = window
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .next()
        .expect("an order line");
    // It may lie below what is in sight.
    line.click_accesskit();
    window.harness.run();
    assert!(window.says("Why 290?"));
    assert!(window.says("Facts of the profile"));
}

#[test]
fn the_order_lines_are_copied_as_a_table() {
    let mut window = sample("mixed-estate.esu");
    window.ctrl(Key::Num3);
    window.harness.get_by_label("Copy table").click();
    window.harness.step();
    let mut copied = None;
    for _ in 0..4 {
        for command in &window.harness.output().platform_output.commands {
            if let OutputCommand::CopyText(text) = command {
                copied = Some(text.clone());
            }
        }
        window.harness.step();
    }
    let copied = copied.expect("text in the clipboard");
    let lines: Vec<&str> = copied.lines().collect();
    assert!(lines[0].starts_with("SKU\tYear\t"), "{copied}");
    let columns = lines[0].split('\t').count();
    for line in &lines {
        assert_eq!(line.split('\t').count(), columns, "{line}");
    }
    assert!(copied.contains("\t14500.00\tUSD\t"), "{copied}");
}

#[test]
fn the_faq_is_found_without_diacritics_in_both_languages() {
    let mut window = sample_in("mixed-estate.esu", Language::Polish);
    window.ctrl(Key::Num4);
    window.fill(
        "Szukaj w pytaniach i odpowiedziach",
        "maszyn wirtualnych licencjonowane",
    );
    let polish: BTreeSet<String> = listed(&window);
    window.fill(
        "Szukaj w pytaniach i odpowiedziach",
        "VIRTUAL machines licensed",
    );
    let english = listed(&window);
    assert!(
        english.iter().any(|entry| entry.starts_with("W7-018")),
        "{english:?}"
    );
    assert!(polish.len() < 67 && english.len() < 67);
}

fn listed(window: &Window) -> BTreeSet<String> {
    window
        .harness
        .query_all_by_role(Role::ListBoxOption)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.starts_with("W7-"))
        .collect()
}

#[test]
fn every_control_has_a_name() {
    for name in [
        "mixed-estate.esu",
        "half-filled.esu",
        "mixed-estate-2026.esu",
        "server-room.esu",
    ] {
        let mut window = sample(name);
        for key in SCREENS {
            window.ctrl(key);
            let controls = window
                .harness
                .query_all_by(|node| egui::accessibility::is_input(node.role()));
            for node in controls {
                let node = node.accesskit_node();
                let said = node.label().unwrap_or_default();
                let is_labelled = node.labelled_by().next().is_some();
                assert!(
                    is_labelled || !said.trim().is_empty(),
                    "{:?} without a name in {name} on {key:?}",
                    node.role()
                );
            }
        }
    }
}

#[test]
fn of_ten_thousand_groups_only_those_in_sight_are_drawn() {
    let mut document = Document::default();
    for index in 0..10_000u32 {
        document.profile.groups.push(Arc::new(EndpointGroup {
            name: format!("Group {index}"),
            product: Some("windows-7".into()),
            edition: Some("professional".into()),
            endpoint_count: Some(10 + index % 7),
            ..EndpointGroup::default()
        }));
    }
    let mut window = Window::new();
    window.put_file("/data/large.esu", to_text(&document).as_bytes());
    window.will_pick([picked("/data/large.esu")]);
    window.ctrl(Key::O);
    for key in [Key::Num1, Key::Num3] {
        window.ctrl(key);
        let rows = window.harness.query_all_by_role(Role::Row).count();
        assert!(rows > 5 && rows < 60, "{rows} rows on {key:?}");
    }
}

#[test]
fn the_arrow_keys_move_the_chosen_group() {
    let mut window = sample("mixed-estate.esu");
    // The keyboard is in a cell of the row.
    let cell = window.harness.get_by_label("Group, Ward PCs, Ward PCs");
    cell.focus();
    window.harness.run();
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.shows("Group name, Ward VDI"));
    window.press(Modifiers::NONE, Key::End);
    assert!(window.shows("Group name, Archive"));
    window.press(Modifiers::NONE, Key::ArrowUp);
    assert!(window.shows("Group name, Radiology"));
}

#[test]
fn enter_goes_to_the_next_open_question_and_around() {
    let mut window = sample("mixed-estate.esu");
    window.ctrl(Key::Num2);
    let first = "On which day does this group leave the old system?";
    assert!(window.shows(first));
    window.press(Modifiers::NONE, Key::Enter);
    assert!(!window.says("Question 9 of"));
    // Three are open, one more waits for another answer.
    for _ in 0..2 {
        window.press(Modifiers::NONE, Key::Enter);
    }
    assert!(window.says("Question 9 of"));
}

#[test]
fn enter_belongs_to_a_dialog_while_one_is_open() {
    let mut window = sample("mixed-estate.esu");
    window.fill("Name", "Another name");
    window.ctrl(Key::Num2);
    window.will_pick([picked("/data/other.esu")]);
    window.ctrl(Key::N);
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.app().document(), &Document::default());
}

#[test]
fn a_list_is_opened_chosen_from_and_left_by_keys_alone() {
    let mut window = sample("half-filled.esu");
    let sector = window
        .harness
        .query_all_by_role(Role::ComboBox)
        .find(|node| {
            let label = node.accesskit_node().label();
            label.is_some_and(|label| label.starts_with("Sector"))
        })
        .expect("the sector's control");
    sector.focus();
    window.harness.run();
    // The groups' table has options of its own.
    let all = |window: &Window| {
        let options = window.harness.query_all_by_role(Role::ListBoxOption);
        options.count()
    };
    let before = all(&window);
    let options = |window: &Window| all(window) - before;
    for key in [Key::Space, Key::ArrowDown] {
        window.press(Modifiers::NONE, key);
    }
    assert!(options(&window) > 5, "the list is open");
    window.press(Modifiers::NONE, Key::Enter);
    window.harness.run();
    let chosen = answer(&window, Place::Organisation, Field::Sector);
    assert_eq!(chosen, Answer::One("business".into()));
    assert_eq!(options(&window), 0, "the list is closed");
    // The control has the focus again: the next key opens the list once more.
    window.press(Modifiers::NONE, Key::Space);
    assert!(options(&window) > 5, "the list is open again");
    window.press(Modifiers::NONE, Key::Escape);
    assert_eq!(options(&window), 0, "the list is left");
}

/// The first widget of a role whose accessible name begins so.
#[track_caller]
fn found<'w>(window: &'w Window, role: Role, start: &str) -> egui_kittest::Node<'w> {
    let mut nodes = window.harness.query_all_by_role(role);
    let is_meant = |node: &egui_kittest::Node<'w>| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(start))
    };
    nodes
        .find(is_meant)
        .unwrap_or_else(|| panic!("no {role:?} {start}"))
}

/// Brings it into sight and clicks it.
#[track_caller]
fn click_in_sight(window: &mut Window, role: Role, start: &str) {
    found(window, role, start).scroll_to_me();
    window.harness.run();
    found(window, role, start).click();
    window.harness.run();
}

#[test]
fn a_system_of_another_programme_brings_its_own_answers_and_questions() {
    let mut window = sample("server-room.esu");
    window.click("Add group");
    window.fill("Group name, Group 5", "Reporting");
    // While nobody knows the system, what it needs is not known either.
    assert!(!window.shows("Service pack, Reporting"));
    window.click("System, Reporting");
    assert!(
        window.shows("SQL Server 2016 ESU"),
        "systems under their programmes"
    );
    assert!(window.shows("Windows 7 for Embedded Systems (FES)"));
    click_in_sight(&mut window, Role::ListBoxOption, "SQL Server 2016");
    let group = Place::Group(4);
    assert_eq!(
        answer(&window, group, Field::Product),
        Answer::One("sql-server-2016".into())
    );
    window.click("Edition, Reporting");
    for edition in ["Enterprise", "Standard", "Developer", "Express", "Web"] {
        assert!(window.shows(edition), "{edition}");
    }
    for edition in ["Professional", "Datacenter", "Ultimate"] {
        assert!(!window.shows(edition), "{edition}");
    }
    window.click("Standard");
    window.fill("Cores each, Reporting", "8");
    assert_eq!(answer(&window, group, Field::Cores), Answer::Count(8));
    // A question that its programme asks, and none that only another one does.
    window.ctrl(Key::Num2);
    assert!(window.says("Cores each, SQL Server 2016 ESU, "));
    window.ctrl(Key::Num1);
    assert!(!window.shows("Windows 365 from these endpoints, Reporting"));
}

#[test]
fn a_windows_7_group_is_asked_what_it_was_asked_before() {
    let window = sample("mixed-estate.esu");
    for field in [
        "Service pack",
        "Endpoints",
        "Counted in another group",
        "Hosting",
        "Windows licence",
        "Leaves on",
    ] {
        assert!(window.says(&format!("{field}, Ward PCs")), "{field}");
    }
    for field in [
        "Cores each",
        "Licensed by",
        "Cores of the hosts",
        "Users",
        "Used for",
        "Whose they are",
        "Joined to",
        "Managed by",
        "Windows 365 from these endpoints",
        "Personal enrolment",
        "Azure Arc",
        "Hardware takes Windows 11",
    ] {
        assert!(!window.says(&format!("{field}, Ward PCs")), "{field}");
    }
    assert!(!window.says("SQL Server assurance"));
}

#[test]
fn an_answer_that_nothing_asks_for_stays_in_sight() {
    let mut document = Document::default();
    document.profile.groups.push(Arc::new(EndpointGroup {
        name: "Old".to_owned(),
        product: Some("windows-7".into()),
        cores: Some(8),
        ..EndpointGroup::default()
    }));
    let mut window = Window::new();
    window.put_file("/data/old.esu", to_text(&document).as_bytes());
    window.will_pick([picked("/data/old.esu")]);
    window.ctrl(Key::O);
    window.fill("Cores each, Old", " ");
    let group = Place::Group(0);
    assert_eq!(answer(&window, group, Field::Cores), Answer::Unknown);
    assert!(!window.says("Cores each, Old"));
}

#[test]
fn a_price_of_a_way_out_gives_the_day_on_which_it_breaks_even() {
    let mut window = sample("mixed-estate-2026.esu");
    window.ctrl(Key::Num3);
    let cheaper = "Cheaper, Upgrade to Windows 11, Ward PCs";
    assert!(window.shows(&format!("{cheaper}, –")));
    window.click("Plan: Ways out");
    let way_out = "Upgrade to Windows 11, Ward PCs";
    found(&window, Role::ListBoxOption, way_out).click();
    window.harness.run();
    assert!(window.says("Your price per endpoint once is not entered yet"));
    window.click("Enter your price");
    // The price has the keyboard already.
    window.harness.event(egui::Event::Text("200".to_owned()));
    window.harness.run();
    let quotes = &window.app().document().profile.organisation.quotes;
    assert_eq!(quotes.values().collect::<Vec<_>>(), [&20_000]);
    window.ctrl(Key::Num3);
    // Years 1 and 2 cost 183 USD today, year 3 another 244 on the day it has to be ordered.
    assert!(window.shows(&format!("{cheaper}, the way out, from 13 Oct 2027")));
    assert!(window.says("At your price, Upgrade to Windows 11, Ward PCs, 80,000.00"));
}

#[test]
fn the_faq_is_filtered_by_programme() {
    let mut window = sample("server-room.esu");
    window.ctrl(Key::Num4);
    let prefixes = |window: &Window| -> BTreeSet<String> {
        window
            .harness
            .query_all_by_role(Role::ListBoxOption)
            .filter_map(|node| node.accesskit_node().label())
            .filter_map(|label| Some(label.split_once('-')?.0.to_owned()))
            .filter(|prefix| {
                prefix
                    .chars()
                    .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
            })
            .collect()
    };
    let all = |ids: &[&str]| {
        ids.iter()
            .map(|id| (*id).to_owned())
            .collect::<BTreeSet<_>>()
    };
    assert_eq!(prefixes(&window), all(&["SQL14", "SQL16", "WS16"]));
    let programme = |window: &mut Window, name: &str| {
        click_in_sight(window, Role::ComboBox, "Programme");
        click_in_sight(window, Role::ListBoxOption, name);
    };
    programme(&mut window, "SQL Server 2014 ESU");
    assert_eq!(prefixes(&window), all(&["SQL14"]));
    programme(&mut window, "Windows 7 ESU");
    assert_eq!(prefixes(&window), all(&["W7"]));
    assert!(window.says("Its programme is not in this plan"));
    // A chip leads to its entry whatever the filter says.
    window.ctrl(Key::Num3);
    click_in_sight(&mut window, Role::Link, "Open FAQ entry SQL16-032");
    assert!(window.says("SQL16-032 · SQL Server 2016 ESU"));
    assert_eq!(prefixes(&window), all(&["SQL14", "SQL16", "WS16"]));
}

#[test]
fn the_same_question_of_two_programmes_is_asked_and_answered_apart() {
    let mut window = sample("mixed-estate-2026.esu");
    window.ctrl(Key::Num2);
    let arc = |window: &Window, group| answer(window, Place::Group(group), Field::Arc);
    assert_eq!(arc(&window, 2), arc(&window, 3));
    let asked = "Azure Arc, SQL Server 2016 ESU, settled, Not yet connected";
    click_in_sight(&mut window, Role::ListBoxOption, asked);
    assert!(window.says(" · SQL Server 2016 ESU · group “Patient databases”"));
    assert!(window.says("Open FAQ entry SQL16-"));
    click_in_sight(&mut window, Role::RadioButton, "Connected, ");
    assert_eq!(arc(&window, 3), Answer::One("connected".into()));
    assert_eq!(arc(&window, 2), Answer::One("not-connected".into()));
    assert!(window.shows("Azure Arc, SQL Server 2016 ESU, settled, Connected"));
}

#[test]
fn what_a_programme_works_out_is_told_of_the_right_one() {
    let mut window = sample("server-room.esu");
    window.ctrl(Key::Num4);
    // The plan's first programme is before its first year, this entry's own in its last.
    window.fill("Search questions and answers", "SQL14-032");
    assert!(window.says("Phase of the programme"));
    assert!(window.shows("Year 3"));
    assert!(!window.shows("Before the first coverage year"));
}

#[test]
fn lines_of_several_programmes_name_theirs_and_say_what_is_counted() {
    let mut window = sample("server-room.esu");
    window.ctrl(Key::Num3);
    let sku = "SQL Server 2016 ESU Year 1, Enterprise, 2 cores";
    assert!(window.shows(&format!("SKU, {sku}, {sku}, SQL Server 2016 ESU")));
    assert!(window.shows(&format!("Quantity, {sku}, 8, packs of 2 cores")));
    assert!(window.shows(&format!("Year, {sku}, 1 billed back, 132 days")));
    // What no source confirms is shown as such and in no sum.
    assert!(window.says("37,290.73, unconfirmed"));
    assert!(window.says("11 lines have no confirmed price and are in no sum."));
    assert!(!window.shows("Total, 37,290.73 USD"));
    assert!(window.says("Group, ERP database, ERP database, SQL Server 2016 ESU"));
    // One line of the chart for each programme.
    for programme in ["Windows Server 2016", "SQL Server 2016", "SQL Server 2014"] {
        assert!(
            window.says(&format!("{programme} ESU: Year 1")),
            "{programme}"
        );
    }
}

#[test]
fn rule_data_that_was_checked_long_ago_is_warned_of() {
    let mut window = sample("server-room.esu");
    let warning = "Rule data last checked more than half a year ago";
    for key in SCREENS {
        window.ctrl(key);
        assert!(!window.says(warning));
    }
    window.world.borrow_mut().today = "2028-01-01".parse().unwrap();
    for key in [Key::Num1, Key::Num3] {
        window.ctrl(key);
        assert!(window.says(warning), "{key:?}");
    }
}

#[test]
fn of_many_prices_those_that_the_plan_asks_for_are_listed_first() {
    let mut window = sample("server-room.esu");
    let card = "Prices you were quoted";
    click_in_sight(&mut window, Role::DisclosureTriangle, card);
    let ordered = "SQL Server 2016 ESU Year 1, Enterprise, 2 cores, USD per pack of 2 cores a year";
    let not_ordered =
        "SQL Server 2014 ESU Year 1, Standard, 2 cores, USD per pack of 2 cores a year";
    assert!(window.shows(ordered));
    assert!(!window.shows(not_ordered));
    click_in_sight(&mut window, Role::RadioButton, "All prices");
    assert!(window.shows(ordered) && window.shows(not_ordered));
}
