//! What would change a number or a verdict of the plan.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::field::{Answer, Field, Place};
use esu_planner::domain::plan::{OrderWhen, Plan, Verdict, plan_estate};
use esu_planner::domain::profile::EndpointGroup;
use esu_planner::domain::what_if::{Change, MOST_CHANGES, Nature, Target, WhatIf};
use esu_planner::file;
use proptest::prelude::*;

use crate::files::any_document;
use crate::support::{Window, catalogue, day, picked};

fn sample(name: &str) -> Document {
    let samples = assets::samples();
    let found = samples.iter().find(|(file, _)| *file == name);
    let (_, text) = found.unwrap_or_else(|| panic!("no sample {name}"));
    file::from_bytes(name, text.as_bytes()).expect("it loads")
}

fn planned(document: &Document) -> Plan {
    let as_of = document.as_of.expect("a day");
    plan_estate(catalogue(), &document.profile, as_of, None).1
}

fn changes(document: &Document, target: Target) -> Vec<Change> {
    let plan = planned(document);
    let mut search = WhatIf::new(catalogue(), &document.profile, plan.as_of, &plan, target);
    while !search.step(catalogue(), 50) {}
    search.changes().to_vec()
}

/// The target of the order line of a year.
fn year(plan: &Plan, number: u8) -> Target {
    let mut lines = plan.orders.iter();
    let line = lines.find(|line| line.year.number() == number);
    Target::of_line(plan, line.expect("a line of the year")).expect("its programme")
}

/// Field, answer, group, and what is ordered more or fewer.
fn told(changes: &[Change]) -> Vec<(Field, Answer, Place, Option<i64>)> {
    let one = |change: &Change| {
        let [only] = change.fields.as_slice() else {
            return None;
        };
        let [place] = only.places.as_slice() else {
            return None;
        };
        let quantity = change.after.quantity_change(&change.before);
        Some((only.field, only.answer.clone(), *place, quantity))
    };
    changes.iter().filter_map(one).collect()
}

fn id(answer: &str) -> Answer {
    Answer::One(answer.into())
}

#[test]
fn moving_virtual_desktops_to_azure_saves_their_licences() {
    let document = sample("mixed-estate.esu");
    let found = changes(&document, year(&planned(&document), 2));
    let told = told(&found);
    let avd = id("azure-virtual-desktop");
    for (group, fewer) in [(0, -170), (1, -120)] {
        let place = Place::Group(group);
        assert!(
            told.contains(&(Field::Hosting, avd.clone(), place, Some(fewer))),
            "{told:?}"
        );
    }
    let hosting = found.iter().find(|c| c.fields[0].field == Field::Hosting);
    let hosting = hosting.expect("the move");
    assert_eq!(hosting.nature, Nature::Decision);
    assert_eq!(hosting.becomes, Some(Verdict::CoveredFree));
    assert_eq!(hosting.left_out, 0);
}

#[test]
fn leaving_when_a_window_ends_saves_the_year_after_it() {
    let document = sample("virtual-desktops.esu");
    let told = told(&changes(&document, year(&planned(&document), 3)));
    // Year 2 ends on 11 January 2022; who leaves on the next day needs no year 3.
    let leaves = Answer::Date(day("2022-01-12"));
    let expected = (Field::LeavesOn, leaves, Place::Group(0), Some(-120));
    assert!(told.contains(&expected), "{told:?}");
}

#[test]
fn the_lower_price_changes_the_sum_and_not_the_number_of_licences() {
    let document = sample("factory-with-software-assurance.esu");
    let found = changes(&document, year(&planned(&document), 1));
    let cheaper = found.iter().find(|change| {
        change.fields.first().map(|changed| changed.field) == Some(Field::EnterpriseBenefit)
    });
    let cheaper = cheaper.unwrap_or_else(|| panic!("{:?}", told(&found)));
    assert_eq!(cheaper.after.quantity_change(&cheaper.before), Some(0));
    let sums = cheaper
        .after
        .amounts_change(&cheaper.before)
        .expect("both sums");
    assert!(sums.iter().all(|sum| sum.minor_units < 0), "{sums:?}");
    assert_eq!(cheaper.nature, Nature::Decision);
}

#[test]
fn a_verdict_says_what_it_would_become_and_who_would_be_left_out() {
    let document = sample("mixed-estate.esu");
    let row = |group: usize, verdict| Target::Ledger { group, verdict };
    let found = changes(&document, row(0, Verdict::Buy));
    assert!(
        found
            .iter()
            .all(|change| change.after.verdict != Some(Verdict::Buy))
    );
    let home = found
        .iter()
        .find(|c| c.after.verdict == Some(Verdict::NotEligible));
    let home = home.expect("an edition that does not qualify");
    assert_eq!((home.nature, home.left_out), (Nature::Fact, 170));
    // Whoever is not eligible is, with another edition.
    let found = changes(&document, row(5, Verdict::NotEligible));
    let edition = found
        .iter()
        .find(|c| c.fields.iter().any(|f| f.field == Field::Edition));
    let edition = edition.expect("another edition");
    assert_eq!(edition.after.verdict, Some(Verdict::Buy));
    assert_eq!(edition.left_out, -10);
}

#[test]
fn the_sum_to_pay_now_is_told_in_money() {
    let document = sample("mixed-estate.esu");
    let found = changes(&document, Target::Sum(Some(OrderWhen::Now)));
    assert!(!found.is_empty());
    for change in &found {
        let sums = change.after.amounts_change(&change.before);
        assert!(sums.is_some_and(|sums| !sums.is_empty()), "{change:?}");
        assert_eq!(change.after.quantity, None);
    }
}

#[test]
fn what_misses_releases_stops_missing_them() {
    let document = sample("mixed-estate.esu");
    let programme = "windows-7".into();
    let found = changes(&document, Target::Unprotected { programme });
    let fewer = |change: &Change| change.after.quantity_change(&change.before) < Some(0);
    assert!(found.iter().any(fewer), "{:?}", told(&found));
}

/// A hospital: PCs and hosts of living programmes, and tills for which nothing is sold any more.
fn hospital() -> Document {
    let text = r#"EsuProfile(
    format: "esu-profile",
    version: 2,
    as_of: "2026-11-26",
    organisation: (name: "Hospital", sector: "health", role: "end-customer", channels: ["csp", "ea"]),
    groups: [
        (
            name: "Ward PCs", product: "windows-10-22h2", edition: "pro", endpoints: 340,
            hosting: "physical", leaves_on: "2027-12-31", usage: "production",
            ownership: "organisation", join: "domain", managed_by: "intune", cloud_pc: "none",
        ),
        (
            name: "Hosts", product: "windows-server-2016", edition: "standard", endpoints: 25,
            hosting: "physical", cores: 16, core_basis: "physical-cores", usage: "production",
        ),
        (name: "Tills", product: "windows-embedded-posready-7", endpoints: 60),
    ],
)"#;
    file::from_bytes("hospital.esu", text.as_bytes()).expect("it loads")
}

#[test]
fn nobody_is_praised_for_endpoints_that_are_worse_off() {
    let document = hospital();
    let of = |change: &Change, field| change.fields.iter().any(|f| f.field == field);
    for programme in ["windows-7", "windows-10-22h2"] {
        let programme = programme.into();
        let found = changes(&document, Target::Unprotected { programme });
        assert!(!found.is_empty());
        for change in &found {
            let fewer = change
                .after
                .quantity_change(&change.before)
                .is_some_and(|n| n < 0);
            let worse = change.becomes == Some(Verdict::NotEligible) || change.left_out > 0;
            assert!(!(fewer && worse), "{change:?}");
            // The others run something else, and none of them reaches a virtual machine.
            assert!(!of(change, Field::SharedEndpoints), "{change:?}");
        }
    }
}

#[test]
fn no_day_before_the_plans_own_is_told_and_no_waiting_praised() {
    let mut documents = vec![hospital()];
    documents.extend(assets::samples().iter().map(|(name, _)| sample(name)));
    for document in &documents {
        let plan = planned(document);
        let mut targets = targets(&plan);
        // A verdict is no number that could be praised.
        targets.retain(|target| !matches!(target, Target::Ledger { .. }));
        targets.push(Target::Sum(Some(OrderWhen::Now)));
        for target in targets {
            for change in changes(document, target) {
                let Some(on) = change.as_of else { continue };
                assert!(on > plan.as_of, "{change:?}");
                let fewer = change
                    .after
                    .quantity_change(&change.before)
                    .is_some_and(|n| n < 0);
                assert!(!fewer, "{change:?}");
                let sums = change.after.amounts_change(&change.before);
                let mut sums = sums.into_iter().flatten();
                assert!(!sums.any(|sum| sum.minor_units < 0), "{change:?}");
            }
        }
    }
}

#[test]
fn a_first_year_bought_already_is_told_before_several_years() {
    let document = hospital();
    let found = changes(&document, Target::Sum(Some(OrderWhen::Now)));
    let owned = found.iter().filter_map(|change| match &*change.fields {
        [only] if only.places == [Place::Group(0)] => match &only.answer {
            Answer::Years(years) => Some(years.keys().map(|y| y.number()).collect::<Vec<_>>()),
            _ => None,
        },
        _ => None,
    });
    let owned: Vec<Vec<u8>> = owned.collect();
    assert_eq!(owned.first(), Some(&vec![1]), "{:?}", told(&found));
    // No year is sold without those before it.
    assert!(!owned.contains(&vec![2]), "{owned:?}");
}

#[test]
fn nothing_is_told_where_nothing_single_and_no_pair_would_do() {
    let mut document = Document {
        as_of: Some(day("2022-03-01")),
        ..Document::default()
    };
    // Without endpoints nothing is ordered, whatever is answered.
    document.profile.groups.push(Arc::new(EndpointGroup {
        product: Some("windows-7".into()),
        edition: Some("professional".into()),
        ..EndpointGroup::default()
    }));
    let found = changes(&document, Target::Sum(None));
    assert_eq!(found, Vec::new());
}

#[test]
fn two_fields_are_told_only_where_no_single_one_does() {
    for (name, _) in assets::samples() {
        let document = sample(name);
        let found = changes(&document, Target::Sum(Some(OrderWhen::Now)));
        let pairs = found
            .iter()
            .filter(|change| change.fields.len() > 1)
            .count();
        assert!(pairs == 0 || pairs == found.len(), "{name}");
    }
}

#[test]
fn an_estate_of_ten_thousand_groups_is_searched_in_small_steps_and_told_truly() {
    let mut document = sample("mixed-estate.esu");
    let groups = document.profile.groups.clone();
    document.profile.groups = (0..10_000)
        .map(|number| Arc::clone(&groups[number % groups.len()]))
        .collect();
    let plan = planned(&document);
    let target = year(&plan, 2);
    let before = target.measure(&plan);
    let mut search = WhatIf::new(
        catalogue(),
        &document.profile,
        plan.as_of,
        &plan,
        target.clone(),
    );
    let mut steps = 0;
    while !search.step(catalogue(), 8) {
        steps += 1;
        assert!(steps < 2_000, "it ends");
    }
    assert!(!search.changes().is_empty());
    for change in search.changes() {
        assert_eq!(change.before, before);
        assert_told_truly(&document, &target, change);
    }
}

#[track_caller]
fn assert_told_truly(document: &Document, target: &Target, change: &Change) {
    let mut profile = document.profile.clone();
    let as_of: NaiveDate = document.as_of.expect("a day");
    let as_of = change.apply(&mut profile, as_of).expect("it fits");
    let (_, plan) = plan_estate(catalogue(), &profile, as_of, None);
    assert_eq!(target.measure(&plan), change.after, "{change:?}");
    assert_ne!(change.before, change.after, "{change:?}");
    // Answers that are said to come to the same do.
    for (position, changed) in change.fields.iter().enumerate() {
        for alike in &changed.alike {
            let mut other = change.clone();
            other.fields[position].answer = alike.clone();
            let mut profile = document.profile.clone();
            if other.fields.len() == 1 && other.apply(&mut profile, as_of).is_ok() {
                let (_, plan) = plan_estate(catalogue(), &profile, as_of, None);
                assert_eq!(target.measure(&plan), change.after, "{other:?}");
            }
        }
    }
}

/// Up to three targets of a plan, of different kinds.
fn targets(plan: &Plan) -> Vec<Target> {
    let order = plan
        .orders
        .last()
        .and_then(|line| Target::of_line(plan, line));
    let row = plan.ledger.first().map(|row| Target::Ledger {
        group: row.group,
        verdict: row.verdict,
    });
    let missing = plan.exposure.first().and_then(|part| {
        let programme = plan.programmes.get(part.programme)?.id.clone();
        Some(Target::Unprotected { programme })
    });
    order.into_iter().chain(row).chain(missing).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_change_that_is_told_does_what_is_told(document in any_document(2), days in 0i64..2600) {
        let mut document = document;
        let first: NaiveDate = day("2019-06-01");
        document.as_of = Some(first + chrono::Duration::days(days));
        let plan = planned(&document);
        for target in targets(&plan) {
            let found = changes(&document, target.clone());
            prop_assert!(found.len() <= MOST_CHANGES);
            prop_assert_eq!(&found, &changes(&document, target.clone()));
            let before = target.measure(&plan);
            let mut seen = BTreeSet::new();
            for change in &found {
                prop_assert_eq!(&change.before, &before);
                assert_told_truly(&document, &target, change);
                let key = format!("{:?} {:?}", change.fields, change.as_of);
                prop_assert!(seen.insert(key), "told twice: {change:?}");
                for changed in &change.fields {
                    prop_assert!(changed.answer != Answer::Unknown);
                }
            }
        }
    }
}

/// The one button whose accessible name begins so.
#[track_caller]
fn press_button(window: &mut Window, start: &str) {
    let is_meant = |window: &Window| {
        let buttons = window.harness.query_all_by_role(Role::Button);
        let labels = buttons.filter_map(|node| node.accesskit_node().label());
        labels
            .filter(|label| label.starts_with(start))
            .collect::<Vec<_>>()
    };
    let found = is_meant(window);
    let [name] = found.as_slice() else {
        panic!("{start}: {found:?}");
    };
    window.harness.get_by_label(name).click();
    window.harness.run();
}

/// The plan of the mixed estate with a line chosen and what would change it found.
fn with_a_chosen_line() -> Window {
    let mut window = Window::new();
    let samples = assets::samples();
    let (_, text) = samples
        .iter()
        .find(|(name, _)| *name == "mixed-estate.esu")
        .unwrap();
    window.put_file("/data/sample.esu", text.as_bytes());
    window.will_pick([picked("/data/sample.esu")]);
    window.ctrl(Key::O);
    window.ctrl(Key::Num3);
    let mut lines = window.harness.query_all_by_role(Role::ListBoxOption);
    lines.next().expect("an order line").click_accesskit();
    drop(lines);
    window.harness.run();
    for _ in 0..200 {
        if !window.says("Looking…") {
            break;
        }
        window.harness.step();
    }
    window
}

#[test]
fn a_change_is_tried_as_one_step_and_taken_back() {
    let mut window = with_a_chosen_line();
    assert!(window.says("Why 290?"));
    assert!(window.says("Ward VDI: endpoints that reach the virtual machines, 120"));
    assert!(window.says("40 virtual machines themselves: not counted"));
    assert!(window.says("You could") && window.says("If it were so"));
    let before = window.app().document().clone();
    press_button(
        &mut window,
        "Try: Ward VDI: move to Azure Virtual Desktop, −120",
    );
    let hosting = window
        .app()
        .document()
        .profile
        .answer(Place::Group(1), Field::Hosting);
    assert_eq!(hosting, id("azure-virtual-desktop"));
    // The same line goes on being explained.
    assert!(window.says("Why 170?"));
    assert!(window.says("Tried: Ward VDI: move to Azure Virtual Desktop"));
    press_button(&mut window, "Undo: Ward VDI: move to Azure Virtual Desktop");
    assert_eq!(window.app().document(), &before);
    assert!(window.says("Why 290?"));
    assert!(!window.says("Tried: "));
}

#[test]
fn what_was_tried_is_told_until_something_else_changes() {
    let mut window = with_a_chosen_line();
    press_button(&mut window, "Try: Ward PCs: move to Azure Virtual Desktop");
    assert!(window.says("Tried: "));
    window.ctrl(Key::Num1);
    window.fill("Name", "Another name");
    window.ctrl(Key::Num3);
    assert!(!window.says("Tried: "));
}

#[test]
fn the_sum_to_pay_and_who_is_unprotected_say_what_would_change_them() {
    let mut window = with_a_chosen_line();
    window.click("Close");
    press_button(&mut window, "What would change this: Order now");
    assert!(window.says("Try: Ward PCs: move to Azure Virtual Desktop, −59,500.00"));
    window.click("Close");
    press_button(&mut window, "What would change this: Unprotected");
    assert!(window.says("Try: "));
}
