//! The plan for other programs: order lines as CSV, days as a calendar, a web page.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Days, NaiveDate};
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::money::Money;
use esu_planner::domain::plan::{OrderWhen, plan_estate};
use esu_planner::domain::profile::Profile;
use esu_planner::domain::text::Language;
use esu_planner::file;
use esu_planner::report::{Format, Names, ReportInput, ReportOptions};
use proptest::prelude::*;

use crate::support::day;

const LANGUAGES: [Language; 2] = [Language::English, Language::Polish];

fn sample(name: &str) -> Document {
    let text = assets::sample(name).expect("a sample");
    file::from_bytes(name, text.as_bytes()).unwrap()
}

fn export(
    format: Format,
    language: Language,
    profile: &Profile,
    as_of: NaiveDate,
    options: &ReportOptions,
) -> String {
    let catalogue = assets::catalogue().unwrap();
    let (walk, plan) = plan_estate(catalogue, profile, as_of, None);
    let input = ReportInput {
        language,
        catalogue,
        profile,
        walk: &walk,
        plan: &plan,
        today: None,
        since_saved: None,
    };
    let bytes = esu_planner::report::render(format, &input, options).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn plain(format: Format, language: Language, document: &Document) -> String {
    let as_of = document.as_of.unwrap();
    let options = ReportOptions::default();
    export(format, language, &document.profile, as_of, &options)
}

fn without(part: &'static str) -> ReportOptions {
    ReportOptions {
        left_out: BTreeSet::from([part]),
        ..ReportOptions::default()
    }
}

fn redacted() -> ReportOptions {
    ReportOptions {
        names: Names::Redacted,
        ..ReportOptions::default()
    }
}

/// The rows of a table, the headings first.
fn rows(text: &str, language: Language) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .delimiter(match language {
            Language::English => b',',
            Language::Polish => b';',
        })
        .from_reader(text.as_bytes());
    let records = reader.records();
    records
        .map(|record| record.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

/// What a spreadsheet looks at to tell a formula, apart from the code that avoids it.
fn could_be_a_formula(cell: &str) -> bool {
    let first = cell
        .chars()
        .find(|character| !character.is_whitespace() && !"\"\u{feff}\u{200b}".contains(*character));
    first.is_some_and(|first| "=+-@|%＝＋－＠".contains(first))
}

#[test]
fn the_order_lines_add_up_in_a_spreadsheet() {
    for language in LANGUAGES {
        let document = sample("mixed-estate-2026.esu");
        let (_, plan) = plan_estate(
            assets::catalogue().unwrap(),
            &document.profile,
            document.as_of.unwrap(),
            None,
        );
        let text = plain(Format::Csv, language, &document);
        assert_eq!(text.matches("\r\n").count(), plan.orders.len() + 1);
        let rows = rows(&text, language);
        let column = |name: &str| {
            let mut headings = rows[0].iter();
            headings.position(|heading| heading == name).unwrap()
        };
        let (amount, currency, when, sku) = match language {
            Language::English => ("Amount", "Currency", "When", "SKU id"),
            Language::Polish => ("Kwota", "Waluta", "Kiedy", "Identyfikator SKU"),
        };
        let now = match language {
            Language::English => "now",
            Language::Polish => "teraz",
        };
        let mut sum = 0;
        for (row, line) in rows[1..].iter().zip(&plan.orders) {
            assert_eq!(row[column(sku)], *line.sku);
            assert_eq!(row[column(when)] == now, line.when == OrderWhen::Now);
            if row[column(amount)].is_empty() {
                continue;
            }
            assert_eq!(row[column(currency)], "USD");
            sum += Money::parse_minor_units(&row[column(amount)]).unwrap();
        }
        let expected = plan.amounts(None);
        assert_eq!(expected.len(), 1);
        assert_eq!(sum, expected[0].minor_units);
    }
}

#[test]
fn parts_that_are_left_out_and_names_are_in_no_export() {
    let document = sample("mixed-estate.esu");
    let as_of = document.as_of.unwrap();
    let export = |format, options: &ReportOptions| {
        export(format, Language::English, &document.profile, as_of, options)
    };
    let table = export(Format::Csv, &without("orders"));
    assert_eq!(rows(&table, Language::English).len(), 1);
    let page = export(Format::Html, &without("orders"));
    assert!(!page.contains("id=\"orders\"") && !page.contains("href=\"#orders\""));
    assert!(page.contains("id=\"ledger\""));
    let calendar = export(Format::Ics, &without("calendar"));
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    for format in [Format::Csv, Format::Html, Format::Ics] {
        let shown = export(format, &ReportOptions::default());
        let hidden = export(format, &redacted());
        let organisation = &document.profile.organisation.name;
        assert!(unfolded(&shown).contains(organisation), "{format:?}");
        assert!(!unfolded(&hidden).contains(organisation), "{format:?}");
        for group in &document.profile.groups {
            assert!(!unfolded(&hidden).contains(&group.name), "{}", group.name);
        }
    }
}

/// The content lines of a calendar, joined again.
fn unfolded(text: &str) -> String {
    text.replace("\r\n ", "")
}

/// The events of a calendar by their UIDs: their properties with parameters cut off.
fn events(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut events = BTreeMap::new();
    for event in unfolded(text).split("BEGIN:VEVENT\r\n").skip(1) {
        let event = event.split("END:VEVENT").next().unwrap();
        let event = event.split("BEGIN:VALARM").next().unwrap();
        let properties: BTreeMap<String, String> = event
            .lines()
            .map(|line| {
                let (name, value) = line.split_once(':').expect("a property");
                let name = name.split(';').next().unwrap();
                (name.to_owned(), value.to_owned())
            })
            .collect();
        let before = events.insert(properties["UID"].clone(), properties);
        assert!(before.is_none(), "a UID stands twice: {before:?}");
    }
    events
}

#[test]
fn an_event_keeps_its_uid_on_another_day_and_in_another_language() {
    for (name, text) in assets::samples() {
        let document = file::from_bytes(name, text.as_bytes()).unwrap();
        let as_of = document.as_of.unwrap();
        let calendar = |language, as_of| {
            let options = ReportOptions::default();
            let text = export(Format::Ics, language, &document.profile, as_of, &options);
            events(&text)
        };
        let today = calendar(Language::English, as_of);
        let polish = calendar(Language::Polish, as_of);
        assert_eq!(
            today.keys().collect::<Vec<_>>(),
            polish.keys().collect::<Vec<_>>(),
            "{name}"
        );
        let tomorrow = calendar(Language::English, as_of + Days::new(1));
        let mut kept = 0;
        for (uid, event) in &today {
            // What is still ahead tomorrow is the same event; only the day of the plan moves on.
            let Some(same) = tomorrow.get(uid) else {
                continue;
            };
            kept += 1;
            if !uid.contains(".invoice-") && !uid.starts_with("nothing-ahead") {
                assert_eq!(event["DTSTART"], same["DTSTART"], "{name}: {uid}");
            }
            assert!(event["DTSTAMP"] < same["DTSTAMP"], "{name}: {uid}");
            let sequence = |event: &BTreeMap<String, String>| event["SEQUENCE"].parse::<u32>();
            assert!(sequence(event).unwrap() < sequence(same).unwrap());
        }
        let gone = today.len() - kept;
        let passed = today
            .values()
            .filter(|event| event["DTSTART"] == as_of.format("%Y%m%d").to_string())
            .count();
        assert!(gone <= passed + 2, "{name}: {gone} events lost their UIDs");
    }
}

#[test]
fn a_day_that_moves_moves_its_event_and_customers_stand_side_by_side() {
    let document = sample("mixed-estate.esu");
    let as_of = document.as_of.unwrap();
    let calendar = |profile: &Profile| {
        let options = ReportOptions::default();
        events(&export(
            Format::Ics,
            Language::English,
            profile,
            as_of,
            &options,
        ))
    };
    let before = calendar(&document.profile);
    let mut moved = document.profile.clone();
    let group = Arc::make_mut(&mut moved.groups[0]);
    let day_before = group.leaves_on.unwrap();
    group.leaves_on = Some(day_before + Days::new(30));
    group.name = "Renamed".to_owned();
    let after = calendar(&moved);
    let uid = before
        .keys()
        .find(|uid| uid.starts_with("windows-7.group-leaves.1-"))
        .unwrap();
    assert_eq!(
        before[uid]["DTSTART"],
        day_before.format("%Y%m%d").to_string()
    );
    assert_ne!(before[uid]["DTSTART"], after[uid]["DTSTART"]);
    assert!(after[uid]["SUMMARY"].contains("Renamed"));

    let mut other = document.profile.clone();
    other.organisation.name = "Another hospital".to_owned();
    let other = calendar(&other);
    assert!(other.keys().all(|uid| !before.contains_key(uid)));
}

#[test]
fn an_order_deadline_has_an_alarm_and_a_whole_day_ends_before_the_next() {
    let document = sample("factory-with-software-assurance.esu");
    let text = plain(Format::Ics, Language::Polish, &document);
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let deadlines = unfolded(&text)
        .split("BEGIN:VEVENT")
        .filter(|event| event.contains("UID:windows-7.order-by."))
        .inspect(|event| {
            assert!(event.contains("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P13DT15H\r\n"));
        })
        .count();
    assert_eq!(deadlines, 3);
    assert_eq!(text.matches("BEGIN:VALARM").count(), deadlines);
    for event in events(&text).values() {
        let date = |name: &str| NaiveDate::parse_from_str(&event[name], "%Y%m%d").unwrap();
        assert_eq!(date("DTEND"), date("DTSTART") + Days::new(1));
    }
}

#[test]
fn a_calendar_without_days_ahead_says_so() {
    let document = sample("mixed-estate.esu");
    let options = ReportOptions::default();
    let late = day("2099-01-01");
    let text = export(
        Format::Ics,
        Language::English,
        &document.profile,
        late,
        &options,
    );
    let events = events(&text);
    assert_eq!(events.len(), 1, "{text}");
    let only = events.values().next().unwrap();
    assert_eq!(
        only["SUMMARY"],
        "No days to keep lie ahead in this ESU plan"
    );
}

/// The values of an attribute of a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let begin = format!(" {attribute}=\"");
    let found = page.split(begin.as_str()).skip(1);
    found.filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn a_page_needs_nothing_beside_it_and_its_links_lead_somewhere() {
    for (name, text) in assets::samples() {
        let document = file::from_bytes(name, text.as_bytes()).unwrap();
        for language in LANGUAGES {
            let page = plain(Format::Html, language, &document);
            assert!(page.starts_with("<!DOCTYPE html><html lang=\""), "{name}");
            for forbidden in ["<script", "<link", "<img", "<iframe", "@import", "url("] {
                assert!(!page.contains(forbidden), "{name} has {forbidden}");
            }
            assert!(values(&page, "src").is_empty(), "{name}");
            assert!(page.contains("default-src 'none'"), "{name}");
            let ids = values(&page, "id");
            let unique: BTreeSet<&str> = ids.iter().copied().collect();
            assert_eq!(unique.len(), ids.len(), "{name}: an id stands twice");
            for href in values(&page, "href") {
                let target = href.strip_prefix('#').expect("only links inside the page");
                assert!(unique.contains(target), "{name}: {href} leads nowhere");
            }
            for label in values(&page, "aria-labelledby") {
                assert!(unique.contains(label), "{name}: {label}");
            }
        }
    }
}

#[test]
fn chips_lead_nowhere_once_the_sources_are_left_out() {
    let document = sample("mixed-estate.esu");
    let page = export(
        Format::Html,
        Language::English,
        &document.profile,
        document.as_of.unwrap(),
        &without("sources"),
    );
    assert!(!page.contains("#faq-"));
    assert!(page.contains("<span class=\"chip\">W7-018</span>"));
}

#[test]
fn a_verdict_has_its_colour_and_its_word() {
    let page = plain(Format::Html, Language::Polish, &sample("mixed-estate.esu"));
    for cell in [
        "<span class=\"verdict buy\">Do kupienia</span>",
        "<span class=\"verdict oem\">Przez OEM</span>",
        "<span class=\"verdict needs_decision\">Wymaga decyzji</span>",
    ] {
        assert!(page.contains(cell), "{cell}");
    }
}

/// Names that somebody could have typed to harm whoever opens the export.
fn any_name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[=+@|%\\-\"'\t ]{0,3}[a-zA-Z0-9ąćęłńóśźż;,=\"<>&\r\n]{0,12}",
        "\\PC{1,12}",
        Just("=HYPERLINK(\"http://example.com\",\"x\")".to_owned()),
        Just("</title><script>alert(1)</script>".to_owned()),
        Just("\" onload=\"x".to_owned()),
        Just("a\r\nEND:VCALENDAR\r\n".to_owned()),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_name_is_data_in_every_export(organisation in any_name(), group in any_name()) {
        let mut document = sample("mixed-estate.esu");
        document.profile.organisation.name.clone_from(&organisation);
        for place in &mut document.profile.groups {
            Arc::make_mut(place).name.clone_from(&group);
        }
        for language in LANGUAGES {
            let table = rows(&plain(Format::Csv, language, &document), language);
            prop_assert_eq!(table.len(), 4);
            for row in &table {
                prop_assert_eq!(row.len(), table[0].len());
                for cell in row {
                    prop_assert!(!could_be_a_formula(cell), "{cell:?}");
                    prop_assert!(!cell.contains(['\r', '\n', '\t']));
                }
            }
            // Behind the apostrophe the name is whole.
            let cell = table[1][0].strip_prefix('\'').unwrap_or(&table[1][0]);
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            prop_assert_eq!(letters(cell), letters(&organisation));

            let calendar = plain(Format::Ics, language, &document);
            prop_assert_eq!(calendar.matches("END:VCALENDAR\r\n").count(), 1);
            prop_assert!(calendar.ends_with("END:VCALENDAR\r\n"));
            prop_assert!(calendar.lines().all(|line| line.len() <= 75));
            let whole = unfolded(&calendar);
            prop_assert_eq!(whole.matches("\r\nBEGIN:VEVENT\r\n").count(), events(&calendar).len());

            let page = plain(Format::Html, language, &document);
            let harmless = plain(Format::Html, language, &sample("mixed-estate.esu"));
            prop_assert!(!page.contains("<script"));
            // A name adds no tag and no attribute.
            let tags = |page: &str| page.matches('<').count();
            prop_assert!(tags(&page) <= tags(&harmless));
            prop_assert_eq!(values(&page, "onload").len(), 0);
        }
    }
}
