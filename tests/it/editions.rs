//! A profile that was saved with other rule data: what differs, why, and what can't be compared.

use esu_planner::assets;
use esu_planner::domain::changes::{ChangedLine, Difference, SinceSaved, compare};
use esu_planner::domain::plan::{Verdict, plan_estate};
use esu_planner::domain::programme::{Catalogue, Programme};
use esu_planner::domain::record::PlanRecord;
use esu_planner::domain::text::Language;
use esu_planner::file::{self, Loaded};
use esu_planner::report::{Format, ReportInput};
use serde_json::Value;

use crate::broken_data::{files_of, load_as};
use crate::support::{Window, catalogue, day, picked, render};

const WINDOWS_10: &str = "windows-10-22h2";

/// A text of a file that is another one in the newer edition; `*` stands for all files, everywhere.
type Swap<'a> = (&'a str, &'a str, &'a str);

/// Windows 10 as it stands in the source tree.
fn windows_10() -> &'static Programme {
    assets::programme(WINDOWS_10).unwrap()
}

/// A made-up newer edition of the Windows 10 data, with what its `changes.ron` says.
#[track_caller]
fn newer_edition(swaps: &[Swap<'_>], changes: &[(&[&str], &str)]) -> Programme {
    let edition = windows_10().base.edition;
    let newer = edition + 1;
    let mut files = files_of(WINDOWS_10);
    let mut swap = |file: &str, from: &str, to: &str| {
        let is_whole = file == "*";
        let mut swapped = 0;
        for (_, text) in files
            .iter_mut()
            .filter(|(path, _)| is_whole || path == file)
        {
            swapped += text.matches(from).count();
            *text = text.replacen(from, to, if is_whole { usize::MAX } else { 1 });
        }
        assert!(swapped > 0, "{file} has no {from}");
    };
    for (file, from, to) in swaps {
        swap(file, from, to);
    }
    swap(
        "programme.ron",
        &format!("    edition: {edition},"),
        &format!("    edition: {newer},"),
    );
    let (_, told) = files
        .iter_mut()
        .find(|(path, _)| path == "changes.ron")
        .unwrap();
    let end = told.rfind(']').unwrap();
    let entries: Vec<String> = changes
        .iter()
        .map(|(about, text)| {
            format!("Change(edition: {newer}, about: {about:?}, text: (en: \"{text}\", pl: \"{text} (pl)\")),")
        })
        .collect();
    told.insert_str(end, &entries.join("\n"));
    load_as(WINDOWS_10, &files).unwrap()
}

/// The built-in programmes with a newer one in place of its older edition.
fn with_newer(newer: Programme) -> Catalogue {
    let others = catalogue().programmes().iter();
    let mut programmes: Vec<Programme> = others
        .filter(|programme| programme.base.id != newer.base.id)
        .cloned()
        .collect();
    programmes.push(newer);
    Catalogue::new(programmes).unwrap()
}

/// A sample as the app would save it today: its text with the record of its plan.
fn saved(sample: &str) -> String {
    let samples = assets::samples();
    let (_, text) = samples.iter().find(|(name, _)| *name == sample).unwrap();
    let document = file::from_bytes(sample, text.as_bytes()).unwrap();
    let day = document.as_of.unwrap();
    let (_, plan) = plan_estate(catalogue(), &document.profile, day, None);
    file::to_text_with(&document, &PlanRecord::of(&plan))
}

fn load(text: &str) -> Loaded {
    file::load("saved.esu", text.as_bytes()).unwrap()
}

fn since<'a>(text: &str, catalogue: &'a Catalogue) -> SinceSaved<'a> {
    let loaded = load(text);
    compare(
        &loaded.made_with.unwrap(),
        catalogue,
        &loaded.document.profile,
    )
}

/// What a line is, in one short text.
fn short(line: &ChangedLine<'_>) -> String {
    match &line.what {
        Difference::Order { before, after } => {
            let words = |order: &Option<esu_planner::domain::record::OrderRecord>| {
                order.as_ref().map_or("-".to_owned(), |order| {
                    let total = order.total.map_or("?".to_owned(), |total| total.decimal());
                    format!("{} {} {total}", order.when.id(), order.quantity)
                })
            };
            let order = after.as_ref().or(before.as_ref()).unwrap();
            format!("{}: {} => {}", order.sku, words(before), words(after))
        }
        Difference::Ledger {
            verdict,
            before,
            after,
        } => format!("{verdict:?}: {before} => {after}"),
        Difference::Step { id, is_new } => format!("step {id} {is_new}"),
        Difference::Warning { code, is_new, .. } => format!("warning {code} {is_new}"),
        other => format!("{other:?}"),
    }
}

fn reasons<'a>(line: &'a ChangedLine<'_>) -> Vec<&'a str> {
    line.why.iter().map(|change| &*change.text.en).collect()
}

fn report(format: Format, language: Language, text: &str, catalogue: &Catalogue) -> String {
    let loaded = load(text);
    let profile = &loaded.document.profile;
    let day = loaded.document.as_of.unwrap();
    let (walk, plan) = plan_estate(catalogue, profile, day, None);
    let since = since(text, catalogue);
    render(
        format,
        &ReportInput {
            language,
            catalogue,
            profile,
            walk: &walk,
            plan: &plan,
            today: None,
            since_saved: Some(&since),
        },
    )
}

const DEARER: Swap<'_> = (
    "prices.ron",
    "channels: [\"volume-licensing\"],\n        minor_units: 12200",
    "channels: [\"volume-licensing\"],\n        minor_units: 12900",
);

/// Year 2 costs more, and something else changed that a company never sees.
fn dearer() -> Catalogue {
    with_newer(newer_edition(
        &[DEARER],
        &[
            (&["w10-commercial-2"], "Year 2 costs 129 now."),
            (
                &["w10-consumer-points"],
                "The number of points was corrected.",
            ),
        ],
    ))
}

#[test]
fn the_same_edition_has_nothing_to_tell() {
    for (name, text) in assets::samples() {
        let document = file::from_bytes(name, text.as_bytes()).unwrap();
        let (_, plan) = plan_estate(
            catalogue(),
            &document.profile,
            document.as_of.unwrap(),
            None,
        );
        let record = PlanRecord::of(&plan);
        let since = compare(&record, catalogue(), &document.profile);
        assert!(since.lines.is_empty(), "{name}: {since:?}");
    }
}

#[test]
fn a_new_price_is_the_one_line_that_changed_with_its_reason() {
    let text = saved("w10-company-first-purchase.esu");
    let newer = dearer();
    let since = since(&text, &newer);
    assert_eq!(since.as_of, day("2026-11-24"));
    let lines: Vec<String> = since.lines.iter().map(short).collect();
    assert_eq!(
        lines,
        [
            "w10-commercial-2: now 100 12200.00 => now 100 12900.00",
            "WithoutEffect"
        ]
    );
    assert_eq!(reasons(&since.lines[0]), ["Year 2 costs 129 now."]);
    assert!(since.lines[0].faq.iter().any(|id| id.as_str() == "W10-007"));
    assert_eq!(
        reasons(&since.lines[1]),
        ["The number of points was corrected."]
    );
    let edition = windows_10().base.edition;
    for line in &since.lines {
        assert_eq!(line.saved_edition, edition);
        assert_eq!(line.edition, Some(edition + 1));
    }
}

#[test]
fn the_report_tells_it_after_the_summary_in_both_languages() {
    let text = saved("w10-company-first-purchase.esu");
    let newer = dearer();
    let plan = report(Format::Text, Language::English, &text, &newer);
    let flat = plan.split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Changed since it was saved",
        "Changed: order line Windows 10 ESU Year 2, year 2, unit price 122.00\u{a0}USD → 129.00\u{a0}USD, total 12,200.00\u{a0}USD → 12,900.00\u{a0}USD",
        "Edition 2: Year 2 costs 129 now.",
        "Also changed, without effect on this plan: Edition 2: The number of points was corrected.",
    ] {
        let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(&part), "{part}\n{plan}");
    }
    let heading = |words: &str| plan.find(&format!("\n{words}\n")).unwrap();
    assert!(heading("Summary") < heading("Changed since it was saved"));
    assert!(heading("Changed since it was saved") < heading("Ledger of endpoints"));
    let polish = report(Format::Markdown, Language::Polish, &text, &newer);
    assert!(
        polish.contains("## Co się zmieniło od zapisania"),
        "{polish}"
    );
    assert!(polish.contains("Year 2 costs 129 now. (pl)"));
    let json = report(Format::Json, Language::Polish, &text, &newer);
    let json: Value = serde_json::from_str(&json).unwrap();
    let changes = json["changes"].as_array().unwrap();
    assert_eq!(changes.len(), 2);
    assert_eq!(changes[0]["kind"], "order");
    assert_eq!(changes[0]["change"], "different");
    assert_eq!(changes[0]["id"], "w10-commercial-2");
    assert_eq!(changes[0]["before"]["unit_price"]["amount"], "122.00");
    assert_eq!(changes[0]["after"]["total"]["amount"], "12900.00");
    assert_eq!(changes[0]["why"][0]["about"][0], "w10-commercial-2");
    assert_eq!(changes[1]["kind"], "without_effect");
    assert_eq!(changes[1]["before"], Value::Null);
}

#[test]
fn a_right_that_moves_endpoints_explains_sums_orders_and_steps() {
    let newer = with_newer(newer_edition(
        &[(
            "programme.ron",
            "Host(host: \"physical\", gives: Nothing)",
            "Host(host: \"physical\", gives: Free)",
        )],
        &[(&["host-is-free"], "Physical PCs are covered for free.")],
    ));
    let text = saved("w10-company-first-purchase.esu");
    let since = since(&text, &newer);
    let lines: Vec<String> = since.lines.iter().map(short).collect();
    for expected in [
        "Buy: 100 => 0",
        "CoveredFree: 0 => 100",
        "w10-commercial-1: now 100 6100.00 => -",
        "w10-commercial-2: now 100 12200.00 => -",
        "w10-commercial-3: later 100 24400.00 => -",
    ] {
        assert!(lines.iter().any(|line| line == expected), "{lines:#?}");
    }
    assert!(
        lines
            .iter()
            .any(|line| line.starts_with("step ") && line.ends_with("false"))
    );
    for line in &since.lines {
        assert_eq!(
            reasons(line),
            ["Physical PCs are covered for free."],
            "{}",
            short(line)
        );
    }
}

#[test]
fn a_change_of_words_in_the_plan_is_to_be_read_again() {
    let text = saved("w10-company-first-purchase.esu");
    let step = load(&text).made_with.unwrap().programmes[0].steps[0].clone();
    let newer = with_newer(newer_edition(
        &[],
        &[(&[&step], "The step has a new command.")],
    ));
    let since = since(&text, &newer);
    assert_eq!(since.lines.len(), 1, "{since:?}");
    assert_eq!(since.lines[0].what, Difference::Reworded);
    assert!(!since.lines[0].faq.is_empty());
    let plan = report(Format::Text, Language::English, &text, &newer);
    let flat = plan.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("No order line, sum, step or warning of that plan has changed."));
    assert!(flat.contains("read it again: Edition 2: The step has a new command."));
}

#[test]
fn what_no_change_explains_says_so() {
    // Somebody wrote another number of endpoints into the file.
    let text = saved("w10-company-first-purchase.esu").replace("endpoints: 100,", "endpoints: 90,");
    let newer = with_newer(newer_edition(
        &[],
        &[(
            &["w10-consumer-points"],
            "The number of points was corrected.",
        )],
    ));
    let since = since(&text, &newer);
    let unexplained: Vec<String> = since
        .lines
        .iter()
        .filter(|line| line.why.is_empty())
        .map(short)
        .collect();
    assert_eq!(
        unexplained,
        [
            "w10-commercial-1: now 100 6100.00 => now 90 5490.00",
            "w10-commercial-2: now 100 12200.00 => now 90 10980.00",
            "w10-commercial-3: later 100 24400.00 => later 90 21960.00",
            "Buy: 100 => 90",
        ]
    );
    let plan = report(Format::Text, Language::English, &text, &newer);
    let flat = plan.split_whitespace().collect::<Vec<_>>().join(" ");
    assert_eq!(
        flat.matches("No change of the rule data explains this")
            .count(),
        4
    );
}

#[test]
fn a_renamed_sku_is_gone_and_new() {
    let newer = with_newer(newer_edition(
        &[("*", "\"w10-commercial-3\"", "\"w10-commercial-3b\"")],
        &[(
            &["w10-commercial-3", "w10-commercial-3b"],
            "Year 3 has a new number.",
        )],
    ));
    let since = since(&saved("w10-company-first-purchase.esu"), &newer);
    let lines: Vec<String> = since.lines.iter().map(short).collect();
    assert_eq!(
        lines,
        [
            "w10-commercial-3b: - => later 100 24400.00",
            "w10-commercial-3: later 100 24400.00 => -",
        ]
    );
    for line in &since.lines {
        assert_eq!(reasons(line), ["Year 3 has a new number."]);
    }
}

#[test]
fn only_the_programme_whose_data_is_newer_is_told_of() {
    let newer = dearer();
    let since = since(&saved("mixed-estate-2026.esu"), &newer);
    assert!(!since.lines.is_empty());
    for line in &since.lines {
        assert_eq!(&*line.programme, WINDOWS_10);
    }
}

/// A sample saved with the next edition of its data, or with a programme nobody knows.
fn saved_by_a_newer_app(what: &str) -> String {
    let edition = windows_10().base.edition;
    let text = saved("w10-company-first-purchase.esu");
    let (profile, made_with) = text.split_once("made_with").unwrap();
    let made_with = match what {
        "edition" => made_with.replace(
            &format!("edition: {edition},"),
            &format!("edition: {},", edition + 1),
        ),
        _ => made_with.replace(
            "programme: \"windows-10-22h2\"",
            "programme: \"windows-12\"",
        ),
    };
    format!("{profile}made_with{made_with}")
}

#[test]
fn newer_data_in_the_file_is_told_and_nothing_compared() {
    let text = saved_by_a_newer_app("edition");
    let since_newer = since(&text, catalogue());
    assert_eq!(since_newer.lines.len(), 1);
    assert_eq!(since_newer.lines[0].what, Difference::NewerData);
    let text = saved_by_a_newer_app("programme");
    let since_unknown = since(&text, catalogue());
    assert_eq!(since_unknown.lines.len(), 1);
    assert_eq!(since_unknown.lines[0].what, Difference::UnknownProgramme);
    let plan = report(Format::Text, Language::English, &text, catalogue());
    assert!(plan.contains("(windows-12)"), "{plan}");
}

#[test]
fn the_headless_plan_tells_it_for_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("saved.esu");
    let run = |text: &str, format: &str| {
        std::fs::write(&path, text).unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_esu-planner"))
            .args(["plan", path.to_str().unwrap(), "--format", format])
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(0));
        String::from_utf8(output.stdout).unwrap()
    };
    let text = run(&saved_by_a_newer_app("edition"), "text");
    assert!(text.contains("Changed since it was saved"), "{text}");
    assert!(text.contains("saved with newer rule data"), "{text}");
    let json = run(&saved_by_a_newer_app("edition"), "json");
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["changes"][0]["kind"], "newer_data");
    assert_eq!(json["changes"][0]["saved_edition"], 2);
    assert_eq!(json["changes"][0]["edition"], 1);
    let text = run(&saved("w10-company-first-purchase.esu"), "text");
    assert!(!text.contains("Changed since it was saved"), "{text}");
}

#[test]
fn old_data_is_told_at_the_head_of_the_plan() {
    let text = saved("w10-company-first-purchase.esu");
    let loaded = load(&text);
    let profile = &loaded.document.profile;
    let (walk, plan) = plan_estate(catalogue(), profile, loaded.document.as_of.unwrap(), None);
    let checked = windows_10().base.checked;
    let last_fresh = checked + chrono::Months::new(6);
    for (today, is_old) in [
        (None, None),
        (Some(last_fresh), Some(false)),
        (last_fresh.succ_opt(), Some(true)),
    ] {
        let input = |language| ReportInput {
            language,
            catalogue: catalogue(),
            profile,
            walk: &walk,
            plan: &plan,
            today,
            since_saved: None,
        };
        let text = render(Format::Text, &input(Language::English));
        let head = &text[..text.find("\nSummary\n").unwrap()];
        let is_told = head.contains("more than half a year ago");
        assert_eq!(is_told, is_old == Some(true), "{head}");
        let polish = render(Format::Markdown, &input(Language::Polish));
        assert_eq!(polish.contains("ponad pół roku temu"), is_told);
        let json = render(Format::Json, &input(Language::English));
        let json: Value = serde_json::from_str(&json).unwrap();
        assert_eq!(json["programmes"][0]["old"], serde_json::json!(is_old));
        let warnings = json["data_warnings"].as_array().unwrap();
        assert_eq!(warnings.len(), usize::from(is_told));
    }
}

#[test]
fn the_list_of_programmes_says_which_data_is_old() {
    let output = |today: chrono::NaiveDate, format: &str| {
        let arguments = ["esu-planner", "programmes", "--format", format].map(Into::into);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        esu_planner::cli::run(arguments.into_iter(), today, &mut out, &mut err);
        assert!(err.is_empty());
        String::from_utf8(out).unwrap()
    };
    let last_fresh = windows_10().base.checked + chrono::Months::new(6);
    for (today, is_old) in [(last_fresh, false), (last_fresh.succ_opt().unwrap(), true)] {
        let json: Value = serde_json::from_str(&output(today, "json")).unwrap();
        let list = json["programmes"].as_array().unwrap();
        let own = list.iter().find(|one| one["id"] == WINDOWS_10).unwrap();
        assert_eq!(own["old"], is_old);
        let text = output(today, "text");
        assert_eq!(text.contains("Windows 10 ESU was last checked"), is_old);
    }
}

mod in_the_window {
    use eframe::egui::{Key, Vec2};
    use esu_planner::file;
    use esu_planner::ui::Screen;

    use super::*;

    fn open(catalogue: &'static Catalogue, text: &str) -> Window {
        let size = Vec2::new(1440.0, 1400.0);
        let mut window = Window::over(catalogue, Language::English, size);
        window.put_file("/data/saved.esu", text.as_bytes());
        window.will_pick([picked("/data/saved.esu")]);
        window.ctrl(Key::O);
        window
    }

    fn newer() -> &'static Catalogue {
        Box::leak(Box::new(dearer()))
    }

    #[test]
    fn the_plan_shows_what_changed_until_it_is_saved_again() {
        let mut window = open(newer(), &saved("w10-company-first-purchase.esu"));
        assert!(!window.app().is_unsaved());
        assert!(window.says("This profile was saved with other rule data"));
        window.ctrl(Key::Num3);
        assert_eq!(window.app().screen(), Screen::Plan);
        assert!(window.says("Changed since it was saved"));
        assert!(window.says("total 12,200.00\u{a0}USD → 12,900.00\u{a0}USD"));
        assert!(window.says("Year 2 costs 129 now."));
        window.ctrl(Key::S);
        assert!(!window.says("Changed since it was saved"));
        let saved = file::load("saved.esu", &window.file("/data/saved.esu")).unwrap();
        let record = &saved.made_with.unwrap().programmes[0];
        assert_eq!(record.edition, windows_10().base.edition + 1);
        assert_eq!(record.ledger.get(&Verdict::Buy), Some(&100));
    }

    #[test]
    fn what_is_saved_is_the_plan_that_is_shown() {
        let mut window = open(catalogue(), &saved("w10-company-first-purchase.esu"));
        window.ctrl(Key::Num3);
        assert!(!window.says("Changed since it was saved"));
        window.ctrl(Key::S);
        let bytes = window.file("/data/saved.esu");
        assert_eq!(
            String::from_utf8(bytes).unwrap(),
            saved("w10-company-first-purchase.esu")
        );
    }

    #[test]
    fn a_new_profile_forgets_what_changed_in_another() {
        let mut window = open(newer(), &saved("w10-company-first-purchase.esu"));
        window.ctrl(Key::N);
        window.ctrl(Key::Num3);
        assert!(!window.says("Changed since it was saved"));
    }
}
