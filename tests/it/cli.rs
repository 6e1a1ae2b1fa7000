//! The headless calls as a script makes them: what they print, write and end with.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/samples")
        .join(name)
}

/// The real program.
fn call(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_esu-planner"))
        .args(arguments)
        .output()
        .unwrap()
}

#[track_caller]
fn succeeds(arguments: &[&str]) -> String {
    let output = call(arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {error}");
    assert_eq!(error, "", "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The one line on standard error with which unusable input ends.
#[track_caller]
fn refuses(arguments: &[&str]) -> String {
    let output = call(arguments);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {error}");
    assert_eq!(error.lines().count(), 1, "{error}");
    assert!(error.starts_with("esu-planner: "), "{error}");
    error
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&succeeds(arguments)).unwrap()
}

#[test]
fn the_plan_in_json_has_the_agreed_names() {
    let mixed = sample("mixed-estate.esu");
    let plan = json(&["plan", mixed.to_str().unwrap(), "--format", "json"]);
    assert_eq!(plan["format"], "esu-plan");
    assert_eq!(plan["version"], 1);
    assert_eq!(plan["as_of"], "2022-03-01");
    assert_eq!(plan["programme"], "windows-7");
    for part in [
        "organisation",
        "ledger",
        "orders",
        "totals",
        "calendar",
        "steps",
        "support",
        "notes",
        "warnings",
        "assumptions",
        "open_questions",
        "faq",
    ] {
        assert!(!plan[part].is_null(), "{part}");
    }
    let first = &plan["orders"][0];
    assert_eq!(first["sku"], "w7-2020");
    assert_eq!(first["coverage_year"], 1);
    assert_eq!(first["quantity"], 290);
    assert_eq!(first["unit_price"]["amount"], "50.00");
    assert_eq!(first["unit_price"]["currency"], "USD");
    assert_eq!(first["when"], "now");
    assert_eq!(first["back_year"], true);
    let endpoints: u64 = plan["ledger"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row["endpoints"].as_u64().unwrap())
        .sum();
    assert_eq!(endpoints, 540);
    for row in plan["ledger"].as_array().unwrap() {
        for name in ["group", "endpoints", "verdict", "reasons", "faq"] {
            assert!(!row[name].is_null(), "{name}");
        }
        assert!(!row["faq"].as_array().unwrap().is_empty());
    }
    assert_eq!(plan["faq"].as_object().unwrap().len(), 67);
    assert_eq!(plan["faq"]["W7-018"]["applies"], "yes");
}

#[test]
fn only_the_texts_follow_the_language() {
    let mixed = sample("mixed-estate.esu");
    let path = mixed.to_str().unwrap();
    let english = json(&["plan", path, "--format", "json", "--lang", "en"]);
    let polish = json(&["plan", path, "--format", "json", "--lang", "pl"]);
    for pointer in [
        "/orders/0/sku",
        "/ledger/0/verdict",
        "/steps/0/id",
        "/warnings/0/code",
    ] {
        assert_eq!(
            english.pointer(pointer),
            polish.pointer(pointer),
            "{pointer}"
        );
    }
    assert_ne!(english["steps"][0]["title"], polish["steps"][0]["title"]);
}

#[test]
fn the_day_of_the_call_wins_over_the_day_of_the_file() {
    let mixed = sample("mixed-estate.esu");
    let late = json(&[
        "plan",
        mixed.to_str().unwrap(),
        "--format",
        "json",
        "--as-of",
        "2023-01-11",
    ]);
    assert_eq!(late["as_of"], "2023-01-11");
    assert_eq!(late["orders"].as_array().unwrap().len(), 0);
}

#[test]
fn a_plan_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("plan.md");
    let mixed = sample("mixed-estate.esu");
    let arguments = |out: &Path| {
        [
            "plan",
            mixed.to_str().unwrap(),
            "--format",
            "markdown",
            "-o",
            out.to_str().unwrap(),
        ]
        .map(str::to_owned)
    };
    let call_with = |out: &Path| {
        let arguments = arguments(out);
        call(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(call_with(&out).status.code(), Some(0));
    let written = std::fs::read_to_string(&out).unwrap();
    assert!(written.contains("Szpital w Łodzi"));
    let lost = call_with(&folder.path().join("no/such/plan.md"));
    assert_eq!(lost.status.code(), Some(2));
    assert_eq!(call_with(folder.path()).status.code(), Some(2));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn open_decisions_end_with_1_where_asked() {
    let mixed = sample("mixed-estate.esu");
    let path = mixed.to_str().unwrap();
    assert_eq!(call(&["plan", path]).status.code(), Some(0));
    assert_eq!(call(&["plan", path, "--strict"]).status.code(), Some(1));
    assert_eq!(call(&["check", path]).status.code(), Some(1));
    let late = sample("late-buyer-year-3.esu");
    assert_eq!(
        call(&["check", late.to_str().unwrap()]).status.code(),
        Some(0)
    );
}

#[test]
fn one_unusable_profile_does_not_stop_the_check_of_the_others() {
    let late = sample("late-buyer-year-3.esu");
    let output = call(&["check", "missing.esu", late.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("late-buyer-year-3.esu"), "{out}");
}

#[test]
fn unusable_input_is_one_clear_line() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let text = std::fs::read_to_string(sample("mixed-estate.esu")).unwrap();
    let half = text.char_indices().nth(900).unwrap().0;
    let newer = text.replace("version: 2", "version: 7");
    for (path, expected) in [
        (write("truncated.esu", &text.as_bytes()[..half]), "line "),
        (write("newer.esu", newer.as_bytes()), "newer version"),
        (
            write("latin.esu", b"EsuProfile(format: \"\xb3\xf3d\")"),
            "not UTF-8",
        ),
        (write("empty.esu", b""), "is empty"),
        (
            write("typo.esu", text.replace("endpoints", "endpoint").as_bytes()),
            "'endpoint'",
        ),
        (
            write("zero.esu", text.replace("170", "0").as_bytes()),
            "0 is out of range",
        ),
        (
            write("many.esu", text.replace("170", "4000000000").as_bytes()),
            "out of range",
        ),
        (folder.path().to_str().unwrap().to_owned(), "is a directory"),
        (
            folder.path().join("none.esu").to_str().unwrap().to_owned(),
            "can't be read",
        ),
    ] {
        for arguments in [
            vec!["plan", path.as_str()],
            vec!["questions", path.as_str()],
            vec!["faq", "--profile", path.as_str()],
        ] {
            if arguments[0] == "plan" && expected == "is a directory" {
                // All profiles in it are planned.
                continue;
            }
            let line = refuses(&arguments);
            assert!(line.contains(expected), "{line} lacks {expected}");
        }
    }
}

#[test]
fn unusable_arguments_are_one_clear_line() {
    let mixed = sample("mixed-estate.esu");
    let path = mixed.to_str().unwrap();
    for (arguments, expected) in [
        (vec!["plan"], "<FILE>"),
        (vec!["plan", path, "--as-of", "yesterday"], "2022-03-01"),
        (vec!["plan", path, "--as-of", "0033-04-03"], "2000-01-01"),
        (vec!["plan", path, "--format", "papyrus"], "papyrus"),
        (vec!["plan", path, "--lang", "de"], "en or pl"),
        (vec!["plan", path, "--programme", "windows-3"], "windows-7"),
        (vec!["plan", path, "--colour"], "--colour"),
        (vec!["verify", "--programme", "../etc"], "windows-7"),
    ] {
        let line = refuses(&arguments);
        assert!(line.contains(expected), "{line} lacks {expected}");
    }
}

#[test]
fn a_call_in_the_wrong_place_or_of_a_wrong_name_is_told_as_such() {
    let place = "the call comes first";
    let name = |wrong: &str| format!("there is no call '{wrong}'; the calls are: plan, letters,");
    for (arguments, expected) in [
        (&["plna", "a.esu"][..], name("plna")),
        (&["a.esu", "b.esu"], name("a.esu")),
        (&["--lang", "pl", "plan", "a.esu"], place.to_owned()),
        (&["a.esu", "plan"], place.to_owned()),
        (&["a\nb", "c"], name("a; b")),
    ] {
        let error = refuses(arguments);
        assert!(error.contains(&expected), "{arguments:?}: {error}");
    }
}

#[test]
fn the_faq_is_found_in_both_languages_without_diacritics() {
    let windows_7 = json(&["faq", "--programme", "windows-7", "--format", "json"]);
    assert_eq!(windows_7["entries"].as_array().unwrap().len(), 67);
    let all = json(&["faq", "--format", "json"]);
    assert!(all["entries"].as_array().unwrap().len() > 67);
    let found = succeeds(&["faq", "--search", "TELEFON AKTYW mozna"]);
    assert!(found.contains("W7-060"), "{found}");
    let mixed = sample("mixed-estate.esu");
    let judged = json(&[
        "faq",
        "--profile",
        mixed.to_str().unwrap(),
        "--format",
        "json",
        "--search",
        "W7-018",
    ]);
    assert_eq!(judged["entries"][0]["applies"], "yes");
    assert!(
        !judged["entries"][0]["because"]
            .as_array()
            .unwrap()
            .is_empty()
    );
}

#[test]
fn the_walk_tells_settled_open_and_not_applicable() {
    let half = sample("half-filled.esu");
    let walk = json(&["questions", half.to_str().unwrap(), "--format", "json"]);
    let states: Vec<&str> = walk["questions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|question| question["state"].as_str().unwrap())
        .collect();
    for state in ["open", "not_applicable"] {
        assert!(states.contains(&state), "{states:?}");
    }
    let mixed = sample("mixed-estate.esu");
    assert!(succeeds(&["questions", mixed.to_str().unwrap()]).contains("Settled"));
}

#[test]
fn programmes_tell_their_state_on_a_day() {
    let state = |day: &str| {
        let list = json(&["programmes", "--as-of", day, "--format", "json"]);
        let programmes = list["programmes"].as_array().unwrap();
        let windows_7 = programmes.iter().find(|p| p["id"] == "windows-7");
        windows_7.unwrap()["state"].as_str().unwrap().to_owned()
    };
    assert_eq!(state("2019-12-31"), "not-yet");
    assert_eq!(state("2020-01-14"), "open");
    assert_eq!(state("2023-01-10"), "open");
    assert_eq!(state("2023-01-11"), "closed");
}

#[test]
fn programmes_tell_how_far_they_are_in_finer_words() {
    for (id, day, state, stage) in [
        ("windows-7", "2019-03-31", "not-yet", "announced"),
        ("windows-7", "2019-04-01", "not-yet", "pre-enrolment"),
        ("windows-7", "2022-01-11", "open", "open"),
        ("windows-7", "2022-01-12", "open", "final-year"),
        ("windows-server-2016", "2026-08-02", "not-yet", "announced"),
        (
            "windows-server-2016",
            "2026-08-03",
            "not-yet",
            "pre-enrolment",
        ),
        (
            "windows-server-2016",
            "2027-01-12",
            "not-yet",
            "pre-enrolment",
        ),
        ("windows-server-2016", "2027-01-13", "open", "open"),
        ("windows-10-22h2", "2026-11-23", "open", "open"),
        ("windows-10-2016-ltsb", "2026-11-23", "open", "open"),
        ("sql-server-2016", "2026-11-23", "open", "open"),
        ("sql-server-2014", "2026-11-23", "open", "final-year"),
        ("windows-server-2012", "2026-10-13", "open", "final-year"),
        ("windows-server-2012", "2026-10-14", "closed", "closed"),
        ("ended-programmes", "2019-07-09", "not-yet", "announced"),
        ("ended-programmes", "2026-11-23", "closed", "closed"),
    ] {
        let list = json(&["programmes", "--as-of", day, "--format", "json"]);
        let programmes = list["programmes"].as_array().unwrap();
        let found = programmes.iter().find(|p| p["id"] == id).unwrap();
        assert_eq!(found["state"], state, "{id} on {day}");
        assert_eq!(found["stage"], stage, "{id} on {day}");
    }
    let part = |day: &str, list: &str, id: &str| {
        let whole = json(&["programmes", "--as-of", day, "--format", "json"]);
        let programmes = whole["programmes"].as_array().unwrap();
        let mut parts = programmes.iter().flat_map(|p| p[list].as_array().unwrap());
        let found = parts.find(|part| part["id"] == id).unwrap();
        found["stage"].as_str().unwrap().to_owned()
    };
    assert_eq!(part("2026-11-23", "offers", "w10-consumer"), "final-year");
    assert_eq!(part("2025-11-23", "offers", "w10-consumer"), "open");
    assert_eq!(part("2026-11-23", "systems", "windows-8-1"), "never");
    assert_eq!(part("2022-11-23", "systems", "windows-8-1"), "in-support");
    assert_eq!(
        part("2026-11-23", "systems", "windows-server-2008"),
        "closed"
    );
    assert_eq!(
        part("2026-11-23", "systems", "windows-server-2022"),
        "in-support"
    );
    for language in ["en", "pl"] {
        let text = succeeds(&["programmes", "--as-of", "2026-11-23", "--lang", language]);
        assert!(!text.contains('['), "{text}");
    }
    let text = succeeds(&["programmes", "--as-of", "2026-11-23"]);
    assert!(text.contains("Windows 8.1: never had ESU; support ended on 10 Jan 2023"));
    assert!(text.contains("pre-enrolment on 23 Nov 2026; on sale since 3 Aug 2026"));
}

#[test]
fn help_is_no_error() {
    let help = succeeds(&["--help"]);
    for call in ["plan", "check", "faq", "questions", "programmes", "verify"] {
        assert!(help.contains(call), "{call}");
    }
    assert!(succeeds(&["--version"]).starts_with("esu-planner "));
}

/// What Windows has as `esu-planner.com`.
fn call_by_console(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_esu-planner-console"))
        .args(arguments)
        .output()
        .unwrap()
}

#[test]
fn the_program_for_a_console_prints_and_ends_as_the_program_does() {
    let mixed = sample("mixed-estate.esu");
    let mixed = mixed.to_str().unwrap();
    for (arguments, code) in [
        (&["plan", mixed, "--lang", "pl"][..], 0),
        (&["plan", mixed, "--strict"], 1),
        (&["plan", "no such profile.esu"], 2),
        (&["plan", "--as-of", "\"a b\" \\"], 2),
    ] {
        let directly = call(arguments);
        let by_console = call_by_console(arguments);
        assert_eq!(by_console.status.code(), Some(code), "{arguments:?}");
        assert_eq!(by_console, directly, "{arguments:?}");
    }
}

#[test]
fn the_program_for_a_console_says_where_it_looked_for_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let alone = folder.path().join("esu-planner-console");
    std::fs::copy(env!("CARGO_BIN_EXE_esu-planner-console"), &alone).unwrap();
    let output = Command::new(&alone).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.starts_with("esu-planner: can't start "), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
}
