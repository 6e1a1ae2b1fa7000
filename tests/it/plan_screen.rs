//! The plan screen: its checklist, costs, timeline and text, driven by accessible names.

use std::collections::BTreeSet;
use std::sync::Arc;

use eframe::egui::accesskit::{Live, Role, Toggled};
use eframe::egui::{self, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::document::{Document, Edit, History};
use esu_planner::domain::plan::plan_estate;
use esu_planner::domain::profile::{DataId, EndpointGroup};
use esu_planner::domain::programme::Phase;
use esu_planner::domain::progress::{Progress, Tick};
use esu_planner::domain::text::Language;
use esu_planner::file::{from_bytes, to_text};
use esu_planner::report::{Format, ReportInput};

use crate::support::{Window, catalogue, day, picked, render};

fn text_of(name: &str) -> &'static str {
    let samples = assets::samples();
    let found = samples.iter().find(|(file, _)| *file == name);
    found.unwrap_or_else(|| panic!("no sample {name}")).1
}

fn document_of(name: &str) -> Document {
    from_bytes(name, text_of(name).as_bytes()).unwrap()
}

/// The plan screen of a profile, as tall as all of its cards.
fn plan_of(text: &str, language: Language) -> Window {
    let mut window = Window::with(language, egui::Vec2::new(1440.0, 9000.0));
    window.put_file("/data/sample.esu", text.as_bytes());
    window.will_pick([picked("/data/sample.esu")]);
    window.ctrl(Key::O);
    window.ctrl(Key::Num3);
    window
}

fn sample(name: &str) -> Window {
    plan_of(text_of(name), Language::English)
}

#[track_caller]
fn copied(window: &Window) -> String {
    let commands = &window.harness.output().platform_output.commands;
    let mut texts = commands.iter().filter_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    texts.next_back().expect("something was copied")
}

/// The names of all nodes with this role.
fn names(window: &Window, role: Role) -> Vec<String> {
    let nodes = window.harness.query_all_by_role(role);
    nodes
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

#[track_caller]
fn click_starting(window: &mut Window, role: Role, start: &str) {
    let node = window.harness.query_all_by_role(role).find(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(start))
    });
    node.unwrap_or_else(|| panic!("no {role:?} {start}"))
        .click();
    window.harness.run();
}

fn done_in(window: &Window) -> Vec<usize> {
    let groups = &window.app().document().profile.groups;
    let done = groups.iter().enumerate();
    done.filter(|(_, group)| !group.done.is_empty())
        .map(|(index, _)| index)
        .collect()
}

const FIRST_STEP: &str = "Done: Order from a CSP partner";

#[test]
fn a_tick_is_kept_with_the_groups_of_its_step_and_undone_by_name() {
    let mut window = sample("mixed-estate.esu");
    assert!(!window.says("of 38 done"));
    window.click(FIRST_STEP);
    assert_eq!(done_in(&window), [0, 1]);
    assert!(window.says("1 of 38 done"));
    assert!(window.says("Ticked “Order from a CSP partner”"));
    window.ctrl(Key::S);
    let saved = String::from_utf8(window.file("/data/sample.esu")).unwrap();
    assert_eq!(saved.matches("done: [\"").count(), 2, "{saved}");
    window.ctrl(Key::Z);
    assert_eq!(done_in(&window), Vec::<usize>::new());
    window.press(
        Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        },
        Key::Z,
    );
    window.click(FIRST_STEP);
    assert_eq!(done_in(&window), Vec::<usize>::new());
}

#[test]
fn a_step_that_is_done_for_one_of_two_groups_is_mixed_until_the_rest_is_ticked() {
    let mut window = sample("mixed-estate.esu");
    window.click("By group");
    assert!(window.shows("Ward PCs"));
    window.click("Done for Ward PCs: Order from a CSP partner");
    assert_eq!(done_in(&window), [0]);
    window.click("By phase");
    let toggled = |window: &Window| {
        let node = window.harness.get_by_label(FIRST_STEP);
        node.accesskit_node().toggled()
    };
    assert_eq!(toggled(&window), Some(Toggled::Mixed));
    assert!(window.says("Groups: 1 of 2 done"));
    window.click(FIRST_STEP);
    assert_eq!(done_in(&window), [0, 1]);
    assert_eq!(toggled(&window), Some(Toggled::True));
}

#[test]
fn ticks_change_no_plan_move_with_their_group_and_outlive_their_step() {
    let mut document = document_of("mixed-estate.esu");
    let as_of = document.as_of.unwrap();
    let (_, before) = plan_estate(catalogue(), &document.profile, as_of, None);
    let step = DataId::clone(&before.steps[0].id);
    let groups = before.steps[0].groups.clone();
    let mut history = History::new(document.clone());
    let edit = Edit::SetDone {
        groups: groups.clone(),
        step: DataId::clone(&step),
        done: true,
    };
    history.apply(edit).unwrap();
    document = history.document().clone();
    let (_, after) = plan_estate(catalogue(), &document.profile, as_of, None);
    assert_eq!(before, after);
    let progress = Progress::of(&document.profile, &after);
    assert_eq!(progress.of_step(0), Tick::Done);
    assert_eq!(progress.of_step(1), Tick::Open);
    assert_eq!(
        (progress.steps_done(), progress.groups_done(0)),
        (1, groups.len())
    );

    // A copy of a group has nothing done; a removed one takes its ticks along.
    history
        .apply(Edit::DuplicateGroups([groups[0]].into()))
        .unwrap();
    let profile = &history.document().profile;
    assert!(profile.groups[groups[0]].done.contains(&step));
    assert!(profile.groups[groups[0] + 1].done.is_empty());
    history
        .apply(Edit::RemoveGroups([groups[0]].into()))
        .unwrap();
    assert!(history.document().profile.groups[groups[0]].done.is_empty());

    // On another day the plan may have no such step; the tick stays in the file.
    let mut group = EndpointGroup::clone(&document.profile.groups[groups[0]]);
    group.done.insert("a-step-of-old-rule-data".into());
    document.profile.groups[groups[0]] = Arc::new(group);
    let text = to_text(&document);
    assert!(text.contains("\"a-step-of-old-rule-data\""), "{text}");
    assert_eq!(from_bytes("x", text.as_bytes()).unwrap(), document);
    let wrong = text.replace("a-step-of-old-rule-data", "A step");
    let error = from_bytes("x", wrong.as_bytes()).unwrap_err().to_string();
    assert!(
        error.contains("'A step' is not the id of a step"),
        "{error}"
    );
    let edit = Edit::SetDone {
        groups: vec![99],
        step,
        done: true,
    };
    assert!(history.apply(edit).is_err());
}

#[test]
fn reports_have_boxes_once_something_is_ticked() {
    let mut document = document_of("mixed-estate.esu");
    let as_of = document.as_of.unwrap();
    let written = |document: &Document, format| {
        let (walk, plan) = plan_estate(catalogue(), &document.profile, as_of, None);
        let input = ReportInput {
            language: Language::English,
            catalogue: catalogue(),
            profile: &document.profile,
            walk: &walk,
            plan: &plan,
            today: None,
            since_saved: None,
        };
        render(format, &input)
    };
    for format in [Format::Text, Format::Markdown] {
        assert!(!written(&document, format).contains("[ ] "));
    }
    let (_, plan) = plan_estate(catalogue(), &document.profile, as_of, None);
    let tick = |document: &mut Document, step: usize, groups: &[usize]| {
        for group in groups {
            let group = Arc::make_mut(&mut document.profile.groups[*group]);
            group.done.insert(DataId::clone(&plan.steps[step].id));
        }
    };
    assert_eq!(plan.steps[0].phase, Phase::Purchase);
    tick(&mut document, 0, &plan.steps[0].groups);
    tick(&mut document, 1, &plan.steps[1].groups[..1]);
    let text = written(&document, Format::Text);
    assert!(text.contains("1 of 38 done"));
    assert!(text.contains("1. [x] Order from a CSP partner"));
    assert!(text.contains("2. [ ] "));
    assert!(text.contains("Done for: Ward PCs"));
    assert!(text.lines().all(|line| line.chars().count() <= 120));
    let markdown = written(&document, Format::Markdown);
    assert!(markdown.contains("1. [x] **Order from a CSP partner**"));
    let json: serde_json::Value = serde_json::from_str(&written(&document, Format::Json)).unwrap();
    let steps = json["steps"].as_array().unwrap();
    assert_eq!(steps[0]["done"].as_array().map(Vec::len), Some(2));
    assert!(steps[2].get("done").is_none());
}

#[test]
fn the_chart_of_costs_and_its_table_say_the_same_numbers() {
    let mut window = sample("mixed-estate.esu");
    for piece in [
        "Year 1, CSP, ordered now: 14,500.00\u{a0}USD",
        "Year 2, CSP, ordered now: 29,000.00\u{a0}USD",
        "Year 3, CSP, ordered now: 58,000.00\u{a0}USD",
    ] {
        assert!(window.shows(piece), "{piece}");
    }
    window.click("Table");
    assert!(window.shows("Total, Year 2, CSP, 29,000.00\u{a0}USD"));
    window.click("Calendar years");
    assert!(window.shows("Total, 2022, CSP, 101,500.00\u{a0}USD"));
    window
        .harness
        .get_by_label("Copy the costs as a table")
        .click();
    window.harness.step();
    let table = copied(&window);
    assert!(
        table.contains("2022\tCSP\tordered now\t101500.00\tUSD\n"),
        "{table}"
    );
}

#[test]
fn a_part_of_the_costs_tells_its_lines_and_sources() {
    let mut window = sample("mixed-estate.esu");
    window.click("Year 2, CSP, ordered now: 29,000.00\u{a0}USD");
    assert!(window.shows("Why 29,000.00\u{a0}USD?"));
    assert!(window.shows("290 × 100.00\u{a0}USD"));
    window.click("Close");
    assert!(!window.shows("Why 29,000.00\u{a0}USD?"));
}

#[test]
fn what_is_estimated_is_in_no_sum_and_currencies_stay_apart() {
    let window = sample("mixed-estate-2026.esu");
    let estimate = "2027, SQL Server 2016 ESU · Volume licensing, unconfirmed: 26,824.00\u{a0}USD";
    assert!(window.shows(estimate), "{:?}", names(&window, Role::Button));
    let total = "Total, 179,340.00\u{a0}USD, Now 74,420.00 · later 104,920.00";
    assert!(window.shows(total), "{:?}", names(&window, Role::Button));
    assert!(window.says("3 order lines have no known price and are missing here"));
}

#[test]
fn without_prices_the_card_leads_to_the_quote() {
    let text = text_of("mixed-estate-2026.esu");
    let mut document = from_bytes("x", text.as_bytes()).unwrap();
    let servers =
        |group: &Arc<EndpointGroup>| group.product.as_deref() == Some("windows-server-2016");
    document.profile.groups.retain(servers);
    assert!(!document.profile.groups.is_empty());
    let mut window = plan_of(&to_text(&document), Language::English);
    assert!(window.says("has a known price, so there is nothing to add up"));
    window.click("Enter your quote for what has no price");
    assert!(window.says("Prices you were quoted"));
}

#[test]
fn the_marker_moves_by_keys_and_the_whole_way_is_one_step() {
    let mut window = sample("mixed-estate.esu");
    let marker = |window: &Window| {
        let names = names(window, Role::Slider);
        names.into_iter().next().expect("the marker")
    };
    assert_eq!(
        marker(&window),
        "The plan’s day on the timeline: 1 Mar 2022"
    );
    window.harness.get_by_role(Role::Slider).focus();
    window.harness.run();
    let press = |window: &mut Window, key| window.press(Modifiers::NONE, key);
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::ArrowDown);
    assert_eq!(window.app().document().as_of, Some(day("2022-03-09")));
    assert!(window.says("26 monthly releases missed"));
    press(&mut window, Key::PageUp);
    press(&mut window, Key::PageUp);
    press(&mut window, Key::ArrowLeft);
    press(&mut window, Key::ArrowUp);
    assert_eq!(window.app().document().as_of, Some(day("2022-01-01")));
    press(&mut window, Key::End);
    assert!(window.app().document().as_of > Some(day("2023-01-10")));
    press(&mut window, Key::Tab);
    window.ctrl(Key::Z);
    assert_eq!(window.app().document().as_of, Some(day("2022-03-01")));
}

#[test]
fn the_plan_follows_while_the_marker_is_dragged() {
    let mut window = sample("mixed-estate.esu");
    let at = window.harness.get_by_role(Role::Slider).rect().center();
    window.harness.drag_at(at);
    window.harness.run();
    let mut days = BTreeSet::new();
    for step in 1..=5 {
        let aside = egui::Vec2::new(-20.0 * f32::from(i8::try_from(step).unwrap()), 0.0);
        window.harness.hover_at(at + aside);
        window.harness.run();
        days.insert(window.app().document().as_of);
    }
    assert!(days.len() >= 4, "{days:?}");
    window.harness.drop_at(at - egui::Vec2::new(100.0, 0.0));
    window.harness.run();
    window.ctrl(Key::Z);
    assert_eq!(window.app().document().as_of, Some(day("2022-03-01")));
}

#[test]
fn every_bar_and_day_of_the_timeline_is_said_in_words() {
    let mut window = sample("mixed-estate.esu");
    for name in [
        "Coverage: Year 3 · order now, 12 Jan 2022 to 10 Jan 2023",
        "Unprotected: 25 releases missed, 320 endpoints, 15 Jan 2020 to 28 Feb 2022",
        "Ward PCs: leaves 30 Jun 2022, 15 Jan 2020 to 29 Jun 2022",
    ] {
        assert!(
            window.shows(name),
            "{name} {:?}",
            names(&window, Role::Button)
        );
    }
    assert!(window.says("26 Apr 2022: Support for .NET Framework"));
    click_starting(&mut window, Role::Button, "Unprotected: 25 releases");
    assert!(window.shows("Why 320 endpoints?"));
    click_starting(&mut window, Role::Button, "Coverage: Year 3");
    assert!(window.shows("Why 290?"));
}

/// What the bar says that runs until the group leaves which does so before support ends.
fn gone_before_the_end(as_of: &str) -> Option<String> {
    let text = text_of("planned-in-2019.esu").replace("2019-10-01", as_of);
    let window = plan_of(&text, Language::English);
    let mut names = names(&window, Role::Button).into_iter();
    names.find(|name| name.starts_with("Gone before the end: "))
}

#[test]
fn a_group_that_leaves_before_support_ends_has_a_bar_until_it_does() {
    assert_eq!(
        gone_before_the_end("2019-10-01").as_deref(),
        Some("Gone before the end: leaves 20 Dec 2019, 1 Oct 2019 to 19 Dec 2019")
    );
    assert_eq!(gone_before_the_end("2019-12-20"), None);
}

#[test]
fn a_bar_of_a_single_day_can_be_pointed_at() {
    assert_eq!(
        gone_before_the_end("2019-12-19").as_deref(),
        Some("Gone before the end: leaves 20 Dec 2019, 19 Dec 2019 to 19 Dec 2019")
    );
}

#[test]
fn a_deadline_after_the_last_coverage_is_on_the_timeline() {
    let window = sample("mixed-estate.esu");
    assert!(window.says("1 Jan 2024: January 2024"));
}

#[test]
fn owned_years_are_told_apart_from_years_that_are_not_ordered() {
    let window = sample("w10-company-holds-year-1.esu");
    assert!(
        window.says("Year 1 · owned"),
        "{:?}",
        names(&window, Role::Image)
    );
}

#[test]
fn arrow_keys_walk_the_bars_with_one_stop_of_tab() {
    let mut window = sample("mixed-estate.esu");
    let names = names(&window, Role::Button);
    let first = names
        .iter()
        .find(|name| name.starts_with("Coverage: Year 1"));
    let first = first.expect("the first bar").as_str();
    window.harness.get_by_label(first).focus();
    window.harness.run();
    let focused = |window: &Window| {
        let mut nodes = window.harness.query_all_by_role(Role::Button);
        let node = nodes.find(|node| node.accesskit_node().is_focused());
        node.and_then(|node| node.accesskit_node().label())
    };
    assert_eq!(focused(&window).as_deref(), Some(first));
    window.press(Modifiers::NONE, Key::ArrowRight);
    assert!(focused(&window).is_some_and(|name| name.starts_with("Coverage: Year 2")));
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(focused(&window).is_some_and(|name| name.starts_with("Unprotected")));
    window.press(Modifiers::NONE, Key::Space);
    assert!(window.shows("Why 320 endpoints?"));
}

#[test]
fn summary_lines_days_and_buckets_say_why() {
    let mut window = sample("mixed-estate.esu");
    click_starting(&mut window, Role::Button, "Why? Order now");
    assert!(window.shows("Why this order?"));
    click_starting(&mut window, Role::Button, "Why? Unprotected");
    assert!(window.shows("Last day with updates"));
    click_starting(&mut window, Role::Button, "Why? The other endpoints");
    assert!(window.shows("Why Covered free?"));
    click_starting(&mut window, Role::Button, "Why? 30 Jun 2022");
    assert!(window.says("As entered for these groups"));
    let bucket = names(&window, Role::Button)
        .into_iter()
        .find(|name| name.ends_with(": Buy 290"))
        .expect("the bucket");
    window.click(&bucket);
    assert!(window.shows("Why Buy?"));
}

#[test]
fn the_plan_as_text_has_headings_is_searched_and_copied_whole() {
    let mut window = sample("mixed-estate.esu");
    window.press(
        Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        },
        Key::T,
    );
    let headings = names(&window, Role::Heading);
    assert!(
        headings.contains(&"Ledger of endpoints".to_owned()),
        "{headings:?}"
    );
    assert!(window.says("Group: Ward PCs, Endpoints: 170, Verdict: Buy"));
    window.ctrl(Key::F);
    window
        .harness
        .get_by_label("Find in the plan")
        .type_text("KIOSK");
    window.harness.run();
    assert!(window.says("1 of "));
    window.click("Find the next");
    assert!(window.says("2 of "));
    window.harness.get_by_label("Copy all").click();
    window.harness.step();
    let text = copied(&window);
    let document = window.app().document();
    let as_of = document.as_of.unwrap();
    let (walk, plan) = plan_estate(catalogue(), &document.profile, as_of, None);
    let expected = render(
        Format::Text,
        &ReportInput {
            language: Language::English,
            catalogue: catalogue(),
            profile: &document.profile,
            walk: &walk,
            plan: &plan,
            today: Some(day("2022-03-01")),
            since_saved: None,
        },
    );
    assert_eq!(text, expected);
    window.click("View as cards");
    assert!(window.shows("Timeline"));
}

#[test]
fn ten_thousand_groups_as_text_lay_out_what_is_in_sight() {
    let mut document = document_of("mixed-estate.esu");
    let group = Arc::clone(&document.profile.groups[0]);
    for index in 0..10_000u32 {
        let mut group = EndpointGroup::clone(&group);
        group.name = format!("Room {index:05}");
        document.profile.groups.push(Arc::new(group));
    }
    let text = to_text(&document);
    let mut window = Window::with(Language::English, egui::Vec2::new(1440.0, 900.0));
    window.put_file("/data/sample.esu", text.as_bytes());
    window.will_pick([picked("/data/sample.esu")]);
    window.ctrl(Key::O);
    window.press(
        Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        },
        Key::T,
    );
    let rows = |window: &Window| {
        window
            .harness
            .query_all_by_label_contains("Group: Room")
            .count()
    };
    assert!((1..400).contains(&rows(&window)), "{}", rows(&window));
    window.ctrl(Key::F);
    window
        .harness
        .get_by_label("Find in the plan")
        .type_text("Room 09876");
    window.harness.run();
    window.harness.run();
    assert!(window.says("Group: Room 09876, Endpoints: 170"));
}

#[test]
fn the_totals_are_announced_once_they_have_settled() {
    let mut window = sample("mixed-estate.esu");
    let said = |window: &Window| {
        let node = window.harness.get_by_role(Role::Status);
        let node = node.accesskit_node();
        assert_eq!(node.live(), Live::Polite);
        node.label().unwrap_or_default()
    };
    // The document was opened a moment ago: what is said changes after a while.
    window.harness.run_steps(8);
    let before = said(&window);
    assert_eq!(
        before,
        "Plan: 870 licences to order now, 101,500.00\u{a0}USD; 4 questions open"
    );
    window.ctrl(Key::Num1);
    let field = |window: &Window| {
        let fields = window.harness.query_all_by_role(Role::TextInput);
        let mut named = fields.filter(|node| {
            let label = node.accesskit_node().label();
            label.as_deref() == Some("Endpoints, Ward PCs")
        });
        named.next_back().expect("the field").rect().center()
    };
    let at = field(&window);
    window.harness.hover_at(at);
    window.harness.drag_at(at);
    window.harness.drop_at(at);
    window.harness.step();
    window.press(Modifiers::COMMAND, Key::A);
    window.harness.event(egui::Event::Text("180".to_owned()));
    window.harness.step();
    window.harness.step();
    assert_eq!(said(&window), before);
    window.harness.run_steps(8);
    assert_eq!(
        said(&window),
        "Plan: 900 licences to order now, 105,000.00\u{a0}USD; 4 questions open"
    );
}

#[test]
fn what_has_no_esu_is_not_said_to_get_nothing_else() {
    let text = "EsuProfile(format: \"esu-profile\", version: 2, as_of: \"2030-03-01\", \
        groups: [(name: \"Stations\", product: \"windows-11-ltsc-2024\", endpoints: 5)])";
    let document = from_bytes("x", text.as_bytes()).unwrap();
    for (language, sold) in [
        (Language::English, "no ESU is sold for them"),
        (Language::Polish, "nie ma dla nich ESU w sprzedaży"),
    ] {
        let window = plan_of(&to_text(&document), language);
        assert!(window.says(sold));
        assert!(!window.says("none have been made since"));
    }
}

/// The buttons that lead from an assumption or an open question to its answer.
fn answer_buttons(window: &Window) -> Vec<String> {
    let names = names(window, Role::Link);
    names
        .into_iter()
        .filter(|name| name.starts_with("Answer "))
        .collect()
}

#[test]
fn each_assumption_and_open_question_leads_to_its_field_or_question() {
    for name in ["mixed-estate.esu", "half-filled.esu", "ws16-cluster.esu"] {
        let mut window = sample(name);
        let buttons: BTreeSet<String> = answer_buttons(&window).into_iter().collect();
        assert!(!buttons.is_empty(), "{name}");
        for button in buttons {
            let nodes = window.harness.query_all_by_label(&button);
            nodes.last().expect("a button").click_accesskit();
            window.harness.run();
            let screen = window.app().screen();
            assert_ne!(screen, esu_planner::ui::Screen::Plan, "{name}: {button}");
            window.ctrl(Key::Num3);
        }
    }
}
