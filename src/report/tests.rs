//! The report of whole plans, and the words of both languages.

use std::sync::Arc;

use chrono::NaiveDate;
use serde_json::Value;

use super::*;
use crate::assets;
use crate::domain::licensing::{Channel, Hosting};
use crate::domain::plan::plan_estate;
use crate::domain::profile::EndpointGroup;
use crate::i18n::{count, date, tr_with};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn office(name: &str, endpoints: u32) -> Arc<EndpointGroup> {
    Arc::new(EndpointGroup {
        name: name.to_owned(),
        product: Some("windows-7".into()),
        edition: Some("professional".into()),
        endpoint_count: Some(endpoints),
        hosting: Some(Hosting::Physical),
        ..EndpointGroup::default()
    })
}

fn csp_profile(groups: Vec<Arc<EndpointGroup>>) -> Profile {
    let mut profile = Profile {
        groups,
        ..Profile::default()
    };
    profile.organisation.name = "Przykład".to_owned();
    profile.organisation.channels = Some([Channel::Csp].into_iter().collect());
    profile
}

fn rendered(format: Format, language: Language, profile: &Profile, as_of: &str) -> String {
    let catalogue = assets::catalogue().unwrap();
    let as_of = day(as_of);
    let (walk, plan) = plan_estate(catalogue, profile, as_of, Some("windows-7"));
    let input = ReportInput {
        language,
        catalogue,
        profile,
        walk: &walk,
        plan: &plan,
        today: None,
        since_saved: None,
    };
    let bytes = render(format, &input, &ReportOptions::default()).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn json(profile: &Profile, as_of: &str) -> Value {
    serde_json::from_str(&rendered(Format::Json, Language::English, profile, as_of)).unwrap()
}

#[test]
fn a_late_csp_buyer_orders_three_years_for_each_device() {
    // W7-006, W7-007
    let plan = json(&csp_profile(vec![office("Office", 25)]), "2022-03-01");
    let orders = plan["orders"].as_array().unwrap();
    assert_eq!(orders.len(), 3);
    for (order, year) in orders.iter().zip(1u64..) {
        assert_eq!(order["quantity"], 25);
        assert_eq!(order["coverage_year"], year);
        assert_eq!(order["channel"], "csp");
        assert_eq!(order["when"], "now");
        assert_eq!(order["back_year"], year < 3);
        assert_eq!(order["groups"], serde_json::json!(["Office"]));
    }
    assert_eq!(orders[2]["unit_price"]["basis"], "press");
}

#[test]
fn the_json_has_every_part() {
    let plan = json(&csp_profile(vec![office("Office", 25)]), "2022-03-01");
    let keys: Vec<&str> = plan
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    assert_eq!(keys[..2], ["format", "version"]);
    for key in [
        "programme",
        "as_of",
        "organisation",
        "summary",
        "ledger",
        "orders",
        "totals",
        "exposure",
        "waiting",
        "calendar",
        "steps",
        "errors",
        "support",
        "notes",
        "warnings",
        "assumptions",
        "open_questions",
        "faq",
    ] {
        assert!(keys.contains(&key), "{key}");
    }
    assert_eq!(plan["format"], "esu-plan");
    assert_eq!(plan["version"], 1);
    assert_eq!(plan["ledger"][0]["verdict"], "buy");
    assert_eq!(plan["summary"].as_array().unwrap().len(), 3);
    assert!(plan["faq"]["W7-014"]["applies"].is_string());
}

#[test]
fn codes_do_not_change_with_the_language() {
    let profile = csp_profile(vec![office("Office", 25)]);
    let polish = rendered(Format::Json, Language::Polish, &profile, "2022-03-01");
    let polish: Value = serde_json::from_str(&polish).unwrap();
    let english = json(&profile, "2022-03-01");
    for (part, code) in [
        ("orders", "sku"),
        ("ledger", "verdict"),
        ("ledger", "facts"),
        ("steps", "id"),
        ("notes", "code"),
        ("assumptions", "field"),
    ] {
        let codes = |plan: &Value| -> Vec<Value> {
            plan[part]
                .as_array()
                .unwrap()
                .iter()
                .map(|line| line[code].clone())
                .collect()
        };
        assert_eq!(codes(&polish), codes(&english), "{part} {code}");
    }
    assert_eq!(polish["faq"], english["faq"]);
    assert_ne!(polish["summary"], english["summary"]);
}

#[test]
fn a_name_is_data_in_every_format() {
    let profile = csp_profile(vec![
        office("<script>|x", 5),
        office("=cmd()", 5),
        office("\u{1b}[31mred\u{202e}\n# heading", 5),
        office("", 5),
    ]);
    let markdown = rendered(Format::Markdown, Language::English, &profile, "2022-03-01");
    assert!(markdown.contains(r"\<script\>\|x"));
    assert!(!markdown.contains("<script>"));
    assert!(!markdown.lines().any(|line| line.starts_with("# heading")));
    let text = rendered(Format::Text, Language::English, &profile, "2022-03-01");
    assert!(text.chars().all(|c| c == '\n' || !c.is_control()));
    assert!(!text.contains('\u{202e}'));
    assert!(text.contains("Group 4"));
    let plan = json(&profile, "2022-03-01");
    assert_eq!(plan["ledger"][0]["group"], "<script>|x");
}

#[test]
fn no_id_stands_where_a_word_should() {
    let profiles = [
        csp_profile(vec![office("Office", 25)]),
        csp_profile(Vec::new()),
        Profile {
            groups: vec![Arc::new(EndpointGroup::default())],
            ..Profile::default()
        },
    ];
    for profile in &profiles {
        for as_of in ["2019-06-01", "2021-02-01", "2022-03-01", "2026-11-24"] {
            for language in [Language::English, Language::Polish] {
                let text = rendered(Format::Text, language, profile, as_of);
                for prefix in [
                    "[plan-",
                    "[summary-",
                    "[reason-",
                    "[event-",
                    "[open-",
                    "{ $",
                ] {
                    assert!(!text.contains(prefix), "{prefix} on {as_of}:\n{text}");
                }
            }
        }
    }
}

#[test]
fn ten_thousand_groups_take_no_longer_than_they_must() {
    let groups = (0..10_000)
        .map(|n| office(&format!("Site {n}"), n % 90 + 1))
        .collect();
    let profile = csp_profile(groups);
    let start = std::time::Instant::now();
    for format in [Format::Text, Format::Markdown, Format::Json] {
        assert!(rendered(format, Language::Polish, &profile, "2022-03-01").len() > 100_000);
    }
    // Generous: this is the unoptimised build, three formats and three plans.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}

#[track_caller]
fn check_plural(language: Language, id: &str, expected: [(u64, &str); 4]) {
    for (number, text) in expected {
        assert_eq!(tr_with(language, id, &[("count", count(number))]), text);
    }
}

#[test]
fn plurals_are_right_in_both_languages() {
    check_plural(
        Language::English,
        "plan-count-endpoints",
        [
            (1, "1 endpoint"),
            (2, "2 endpoints"),
            (5, "5 endpoints"),
            (22, "22 endpoints"),
        ],
    );
    check_plural(
        Language::Polish,
        "plan-count-endpoints",
        [
            (1, "1 punkt końcowy"),
            (2, "2 punkty końcowe"),
            (5, "5 punktów końcowych"),
            (22, "22 punkty końcowe"),
        ],
    );
    check_plural(
        Language::Polish,
        "plan-count-licences",
        [
            (1, "1 licencja"),
            (2, "2 licencje"),
            (5, "5 licencji"),
            (22, "22 licencje"),
        ],
    );
    check_plural(
        Language::Polish,
        "plan-count-coverage-years",
        [
            (1, "1 rok pokrycia"),
            (2, "2 lata pokrycia"),
            (5, "5 lat pokrycia"),
            (22, "22 lata pokrycia"),
        ],
    );
    check_plural(
        Language::Polish,
        "plan-count-releases-missed",
        [
            (1, "1 pominięte wydanie poprawek"),
            (2, "2 pominięte wydania poprawek"),
            (12, "12 pominiętych wydań poprawek"),
            (1234, "1\u{a0}234 pominięte wydania poprawek"),
        ],
    );
}

#[test]
fn days_are_written_as_people_write_them() {
    assert_eq!(date(Language::English, day("2020-01-14")), "14 Jan 2020");
    assert_eq!(
        date(Language::Polish, day("2020-01-14")),
        "14 stycznia 2020"
    );
    assert_eq!(date(Language::Polish, day("2021-12-01")), "1 grudnia 2021");
}

#[test]
fn both_languages_have_the_same_messages() {
    let ids = |text: &str| -> Vec<String> {
        text.lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| line.split(" =").next())
            .map(str::to_owned)
            .collect()
    };
    let english = ids(include_str!("../../assets/locale/en/plan.ftl"));
    let polish = ids(include_str!("../../assets/locale/pl/plan.ftl"));
    assert_eq!(english, polish);
}

#[test]
fn notes_are_printed_with_the_names_of_their_groups_and_go_with_the_names() {
    let mut group = EndpointGroup::clone(&office("Ward PCs", 170));
    group.note = "  the scanner's driver *needs* 7 ".to_owned();
    let mut profile = csp_profile(vec![Arc::new(group)]);
    profile.organisation.note = "Approved\nby the board".to_owned();
    let text = rendered(Format::Text, Language::English, &profile, "2022-03-01");
    let notes = text.split("\nNotes\n").nth(1).unwrap();
    assert!(notes.contains("- Approved by the board"), "{notes}");
    assert!(
        notes.contains("- Ward PCs\n  the scanner's driver *needs* 7\n"),
        "{notes}"
    );
    let options = ReportOptions {
        names: Names::Redacted,
        ..ReportOptions::default()
    };
    let redacted = options.profile(&profile);
    let text = rendered(Format::Text, Language::English, &redacted, "2022-03-01");
    for secret in ["Ward", "board", "scanner", "Przyk\u{142}ad"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.contains("Group 1"));
}

fn tills() -> Arc<EndpointGroup> {
    Arc::new(EndpointGroup {
        name: "Tills".to_owned(),
        product: Some("windows-embedded-posready-7".into()),
        endpoint_count: Some(60),
        ..EndpointGroup::default()
    })
}

/// The lines of the head in English, label and value.
fn head(profile: &Profile, as_of: &str) -> String {
    let text = rendered(Format::Text, Language::English, profile, as_of);
    let end = text.find("\nSummary\n").unwrap();
    text.get(..end).unwrap().to_owned()
}

#[test]
fn the_head_has_the_years_and_the_seller_of_devices_with_an_embedded_system() {
    let only_tills = head(&csp_profile(vec![tills()]), "2024-03-01");
    let own = "year 3, 11 Oct 2023 to 8 Oct 2024 (Windows Embedded POSReady 7)\n";
    assert!(only_tills.contains(&format!("Coverage year          {own}")));
    assert!(only_tills.contains("ESU is bought through  the OEM of the device\n"));
    let both = head(
        &csp_profile(vec![office("Office", 5), tills()]),
        "2024-03-01",
    );
    assert!(both.contains("none: the last one ended on 10 Jan 2023; year 3, 11 Oct 2023"));
    assert!(both.contains("CSP; for embedded devices their OEM\n"));
    // Years that end with the programme's are told once.
    let mut kiosks = EndpointGroup::clone(&tills());
    kiosks.product = Some("windows-7-for-embedded-systems".into());
    let groups = vec![office("Office", 5), Arc::new(kiosks)];
    let same = head(&csp_profile(groups), "2020-06-01");
    assert!(
        same.contains("year 1, 14 Jan 2020 to 12 Jan 2021\n"),
        "{same}"
    );
}

#[test]
fn after_the_end_tills_have_ways_out_and_a_step_that_says_what_remains() {
    let plan = json(&csp_profile(vec![tills()]), "2026-11-26");
    let steps = plan["steps"].as_array().unwrap();
    assert!(steps.iter().any(|step| step["id"] == "replace-embedded"));
    let text = rendered(
        Format::Text,
        Language::English,
        &csp_profile(vec![tills()]),
        "2026-11-26",
    );
    for way_out in [
        "Newer system from the OEM",
        "New device",
        "Switching it off",
    ] {
        assert!(text.contains(way_out), "{way_out}");
    }
    assert!(!text.contains("another offer"));
}

#[test]
fn a_year_that_a_group_leaves_soon_after_it_begins_is_told_with_its_price() {
    let leaving = |last: &str| {
        let mut pcs = EndpointGroup::clone(&office("Office", 340));
        pcs.product = Some("windows-10-22h2".into());
        pcs.edition = Some("pro".into());
        pcs.leaves_on = Some(day(last));
        let profile = csp_profile(vec![Arc::new(pcs)]);
        let catalogue = assets::catalogue().unwrap();
        let (_, plan) = plan_estate(catalogue, &profile, day("2026-11-26"), None);
        let warnings = plan.warnings.into_iter();
        warnings
            .filter(|note| &*note.code == "year-for-a-few-weeks")
            .map(|note| format!("{:?}", note.text))
            .collect::<Vec<_>>()
    };
    let told = leaving("2027-12-31");
    assert_eq!(told.len(), 1);
    assert!(
        told[0].contains("8296000") && told[0].contains("2027-10-13"),
        "{told:?}"
    );
    // Whoever stays longer uses the year, and whoever leaves as it begins does not order it.
    assert_eq!(leaving("2028-01-14"), Vec::<String>::new());
    assert_eq!(leaving("2027-10-13"), Vec::<String>::new());
}
