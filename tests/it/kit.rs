//! The deployment kit: what is in it, that its scripts are what they seem, and how it is written.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, LazyLock};

use esu_planner::assets;
use esu_planner::domain::plan::{Plan, plan_estate};
use esu_planner::domain::profile::Profile;
use esu_planner::domain::text::Language;
use esu_planner::kit::{EXIT_CODES, INDEX, Kit, kit};
use esu_planner::report::markdown::escape;
use esu_planner::report::{Names, ReportInput, ReportOptions};
use proptest::prelude::*;
use tree_sitter::{Node, Parser, Tree};

use crate::support::{catalogue, day};

const BOTH: [Language; 2] = [Language::English, Language::Polish];

fn sample(name: &str) -> (Profile, Plan) {
    let loaded = esu_planner::file::load(name, assets::sample(name).unwrap().as_bytes()).unwrap();
    let document = loaded.document;
    let as_of = document.as_of.unwrap_or_else(|| day("2026-11-23"));
    let (_, plan) = plan_estate(catalogue(), &document.profile, as_of, None);
    (document.profile, plan)
}

fn made(profile: &Profile, as_of: chrono::NaiveDate, language: Language, names: Names) -> Kit {
    let (walk, plan) = plan_estate(catalogue(), profile, as_of, None);
    let input = ReportInput {
        language,
        catalogue: catalogue(),
        profile,
        walk: &walk,
        plan: &plan,
        today: None,
        since_saved: None,
    };
    let options = ReportOptions {
        names,
        ..ReportOptions::default()
    };
    kit(&input, &options)
}

/// The kits of all samples in both languages, with the sample's name.
fn kits() -> Vec<(String, Kit)> {
    let mut kits = Vec::new();
    for (name, _) in assets::samples() {
        let (profile, plan) = sample(name);
        for language in BOTH {
            let kit = made(&profile, plan.as_of, language, Names::Shown);
            kits.push((format!("{name} {language:?}"), kit));
        }
    }
    kits
}

fn text(kit: &Kit, path: &str) -> String {
    let file = kit.files.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

/// The texts of all files whose names end so.
fn ending(kit: &Kit, ending: &str) -> Vec<(String, String)> {
    let files = kit.files.iter().filter(|file| file.path.ends_with(ending));
    files
        .map(|file| {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            (
                file.path.clone(),
                text.trim_start_matches('\u{feff}').to_owned(),
            )
        })
        .collect()
}

fn parse(script: &str) -> Tree {
    let mut parser = Parser::new();
    parser
        .set_language(&tree_sitter_powershell::LANGUAGE.into())
        .unwrap();
    parser.parse(script, None).unwrap()
}

fn walk<'t>(node: Node<'t>, visit: &mut dyn FnMut(Node<'t>)) {
    visit(node);
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        walk(child, visit);
    }
}

/// What the parser could not read, with its place.
fn faults(script: &str) -> Vec<String> {
    let tree = parse(script);
    let mut faults = Vec::new();
    walk(tree.root_node(), &mut |node| {
        if node.is_error() || node.is_missing() {
            let start = node.start_position();
            let what: String = script[node.byte_range()].chars().take(60).collect();
            faults.push(format!("{}:{} {what}", start.row + 1, start.column + 1));
        }
    });
    faults
}

/// The kinds of all nodes in order: the shape of a script without its names and texts.
fn shape(script: &str) -> Vec<&'static str> {
    let tree = parse(script);
    let mut kinds = Vec::new();
    walk(tree.root_node(), &mut |node| kinds.push(node.kind()));
    kinds
}

/// The texts of all nodes of a kind.
fn all_of(script: &str, kind: &str) -> BTreeSet<String> {
    let tree = parse(script);
    let mut found = BTreeSet::new();
    walk(tree.root_node(), &mut |node| {
        if node.kind() == kind {
            found.insert(script[node.byte_range()].to_owned());
        }
    });
    found
}

#[test]
fn an_independent_parser_reads_every_script() {
    let mut count = 0;
    for (name, kit) in kits() {
        for (path, script) in ending(&kit, ".ps1") {
            let faults = faults(&script);
            assert!(faults.is_empty(), "{name} {path}: {faults:?}");
            count += 1;
        }
    }
    assert!(count > 100, "{count} scripts");
}

#[test]
fn the_parser_refuses_a_broken_script() {
    let (profile, plan) = sample("mixed-estate.esu");
    let kit = made(&profile, plan.as_of, Language::English, Names::Shown);
    let script = text(&kit, "01-Ward-PCs/Install-Esu.ps1");
    let script = script.trim_start_matches('\u{feff}');
    assert_eq!(faults(script), Vec::<String>::new());
    for (whole, broken) in [
        ("Group = 'Ward PCs'", "Group = 'Ward's PCs'"),
        ("Group = 'Ward PCs'", "Group = 'Ward PCs"),
        ("$Years = @(", "$Years = @(("),
        ("    exit 17\r\n}", "    exit 17\r\n"),
        ("if ($problem) {", "if $problem {"),
        (
            "foreach ($entry in $Years) {",
            "foreach ($entry of $Years) {",
        ),
    ] {
        let script = script.replacen(whole, broken, 1);
        assert!(!faults(&script).is_empty(), "{broken}");
    }
}

/// What Windows PowerShell 2.0 has, as far as the scripts use it.
const CMDLETS: [&str; 15] = [
    "Add-Content",
    "Get-Command",
    "Get-Date",
    "Get-WmiObject",
    "Join-Path",
    "New-Item",
    "New-Object",
    "Out-Null",
    "Read-Host",
    "Test-Path",
    "Where-Object",
    "Write-Host",
    "Write-Output",
    "azcmagent",
    "$RegExe",
];

#[test]
fn scripts_use_nothing_newer_than_powershell_2() {
    for (name, kit) in kits() {
        for (path, script) in ending(&kit, ".ps1") {
            let own = all_of(&script, "function_name");
            for command in all_of(&script, "command_name") {
                let known = CMDLETS.contains(&command.as_str()) || own.contains(&command);
                assert!(known, "{name} {path}: {command}");
            }
            let code: Vec<&str> = script
                .lines()
                .filter(|line| !line.starts_with('#'))
                .collect();
            let code = without_texts(&code.join("\n"));
            for newer in [
                "[ordered]",
                "[pscustomobject]",
                "[PSCustomObject]",
                " -in ",
                " -notin ",
                " -shl ",
                "$PSItem",
                "$PSScriptRoot",
                "::new(",
                ".Where(",
                ".ForEach(",
                ".Where{",
                ".ForEach{",
                "IsNullOrWhiteSpace",
                "IsInputRedirected",
                "OpenBaseKey",
                "-Raw",
                "&&",
                "||",
                "??",
                "?.",
                " ? ",
                "clean {",
            ] {
                assert!(!code.contains(newer), "{name} {path} has {newer}");
            }
            let kinds: BTreeSet<&str> = shape(&script).into_iter().collect();
            for newer in ["class_statement", "enum_statement", "data_statement"] {
                assert!(!kinds.contains(newer), "{name} {path} has {newer}");
            }
        }
    }
}

/// A script with all its single-quoted texts emptied.
fn without_texts(script: &str) -> String {
    script.split('\'').step_by(2).collect::<Vec<_>>().join("''")
}

/// A kit with plain names.
static PLAIN: LazyLock<Kit> = LazyLock::new(|| {
    let (profile, plan) = sample("mixed-estate.esu");
    made(&profile, plan.as_of, Language::Polish, Names::Shown)
});

/// What its scripts look like to the parser, and the commands in them.
static SHAPES: LazyLock<Vec<(Vec<&str>, BTreeSet<String>)>> = LazyLock::new(|| {
    let scripts = ending(&PLAIN, ".ps1").into_iter();
    scripts
        .map(|(_, script)| (shape(&script), all_of(&script, "command_name")))
        .collect()
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_name_changes_what_a_script_does(name in hostile()) {
        let (profile, plan) = sample("mixed-estate.esu");
        let plain = &*PLAIN;
        let mut renamed = profile;
        renamed.organisation.name.clone_from(&name);
        for group in &mut renamed.groups {
            Arc::make_mut(group).name.clone_from(&name);
        }
        let kit = made(&renamed, plan.as_of, Language::Polish, Names::Shown);
        prop_assert_eq!(kit.files.len(), plain.files.len());
        prop_assert!(kit.files.iter().all(|file| is_safe(&file.path)));
        // Folders are named by the group's number first, so that the order stays.
        for (one, other) in SHAPES.iter().zip(ending(&kit, ".ps1")) {
            prop_assert_eq!(&one.0, &shape(&other.1), "{}", &other.0);
            prop_assert_eq!(&one.1, &all_of(&other.1, "command_name"), "{}", &other.0);
        }
        // Batch files hold nothing of the profile at all.
        for (one, other) in ending(plain, ".cmd").iter().zip(ending(&kit, ".cmd")) {
            prop_assert_eq!(&one.1, &other.1);
        }
    }
}

/// Names that try to be code.
fn hostile() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "'",
        "’",
        "‘",
        "‚",
        "‛",
        "\"",
        "“",
        "”",
        "`",
        "$",
        "$(",
        ")",
        "}",
        "{",
        "@(",
        ";",
        "|",
        "&",
        "#",
        "#>",
        "<#",
        "\n",
        "\r\n",
        "\u{85}",
        "\u{2028}",
        "%",
        "%PATH%",
        "^",
        "!",
        "..",
        "/",
        "\\",
        "CON",
        "NUL",
        ".",
        " ",
        "Remove-Item",
        "a",
        "ż",
        "\u{202e}",
        "\u{0}",
        "{0}",
        "{1}",
        "exit",
        "@'",
        "'@",
        "--%",
        ",",
        "-f",
    ]);
    prop::collection::vec(pieces, 1..12).prop_map(|pieces| pieces.concat())
}

/// Whether a path stays inside on every system.
fn is_safe(path: &str) -> bool {
    path.len() < 100
        && path.is_ascii()
        && path.split('/').all(|part| {
            let stem = part
                .split('.')
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            let is_reserved = ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str())
                || (stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")));
            let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
            !part.is_empty()
                && !part.ends_with('.')
                && part != ".."
                && !is_reserved
                && part.chars().all(letters)
        })
}

#[test]
fn paths_are_safe_sorted_and_told_apart_without_case() {
    for (name, kit) in kits() {
        let paths: Vec<&str> = kit.files.iter().map(|file| file.path.as_str()).collect();
        assert!(paths.is_sorted(), "{name}");
        assert!(paths.iter().all(|path| is_safe(path)), "{name}: {paths:?}");
        let folded: BTreeSet<String> = paths.iter().map(|path| path.to_lowercase()).collect();
        assert_eq!(folded.len(), paths.len(), "{name}");
        assert!(paths.contains(&"README.txt") && paths.contains(&INDEX));
    }
}

/// Everything in a text that begins so and has this length, in capitals.
fn words_with(
    text: &str,
    is_part: impl Fn(char) -> bool,
    fits: impl Fn(&str) -> bool,
) -> Vec<String> {
    let words = text.split(|c: char| !is_part(c));
    words.filter(|word| fits(word)).map(str::to_owned).collect()
}

fn activation_ids(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_hexdigit() || c == '-';
    words_with(text, is_part, |word| {
        let lengths: Vec<usize> = word.split('-').map(str::len).collect();
        lengths == [8, 4, 4, 4, 12]
    })
}

fn updates(text: &str) -> Vec<String> {
    words_with(
        text,
        |c| c.is_ascii_alphanumeric(),
        |word| {
            word.len() == 9
                && word.starts_with("KB")
                && word[2..].bytes().all(|b| b.is_ascii_digit())
        },
    )
}

#[test]
fn every_id_and_update_in_a_kit_is_from_the_programmes_data() {
    let mut ids = BTreeSet::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for programme in catalogue().programmes() {
        for offer in &programme.base.offers {
            let windows = programme.windows_of(offer).iter();
            ids.extend(windows.filter_map(|window| window.activation_id.clone()));
        }
        let data = (&programme.deployment, &programme.notes, &programme.base);
        known.extend(updates(&format!("{data:?}")));
    }
    let mut used = BTreeSet::new();
    for (name, kit) in kits() {
        for file in &kit.files {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            for id in activation_ids(&text) {
                assert!(ids.contains(&id), "{name} {}: {id}", file.path);
                used.insert(id);
            }
            for update in updates(&text) {
                assert!(known.contains(&update), "{name} {}: {update}", file.path);
            }
        }
    }
    assert!(used.len() >= 6, "{used:?}");
    for file in [
        "common.ps1",
        "install.ps1",
        "detect.ps1",
        "remediate.ps1",
        "install.cmd",
    ] {
        let template = assets::kit_template(file).unwrap();
        assert!(
            activation_ids(template).is_empty() && updates(template).is_empty(),
            "{file}"
        );
    }
}

#[test]
fn no_key_and_no_place_for_one_is_in_a_kit() {
    for (name, kit) in kits() {
        for file in &kit.files {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let keys = words_with(&text, is_part, |word| {
                let parts: Vec<usize> = word.split('-').map(str::len).collect();
                parts.windows(5).any(|parts| parts == [5; 5])
            });
            assert!(keys.is_empty(), "{name} {}: {keys:?}", file.path);
        }
        for (path, script) in ending(&kit, ".ps1") {
            assert!(!script.contains("Start-Transcript"), "{name} {path}");
            // Nothing that shows or writes is on a line with what holds a key.
            for line in script.lines().filter(|line| !line.starts_with('#')) {
                let holds = ["Mak", "$given", "$Piped", "$secret", "$pointer"];
                let shows = [
                    "Write-",
                    "Add-Content",
                    "Set-Content",
                    "Out-File",
                    "Say ",
                    "Stop-Here",
                    "Get-Words $",
                ];
                let is_call = line.contains("Install-Mak") || line.contains("Enter-Mak");
                if holds.iter().any(|word| line.contains(word)) && !is_call {
                    assert!(
                        !shows.iter().any(|word| line.contains(word)),
                        "{name} {path}: {line}"
                    );
                }
            }
            // Parameters of the script: switches, and texts that are no secrets.
            if let Some((_, rest)) = script.split_once("param (") {
                let parameters = rest.split_once(")\r\n").unwrap().0;
                let named: Vec<&str> = parameters
                    .split('$')
                    .skip(1)
                    .map(|name| name.split([',', ' ', '\r']).next().unwrap())
                    .collect();
                assert_eq!(
                    named,
                    [
                        "Year",
                        "KeyFromInput",
                        "Unattended",
                        "KeyOnly",
                        "Route",
                        "ConfirmationId",
                        "ActivationId",
                        "Assume",
                        "LogPath"
                    ]
                );
            }
        }
        for (path, batch) in ending(&kit, ".cmd") {
            assert!(!batch.contains("/ipk"), "{name} {path}");
            assert!(!batch.to_lowercase().contains("set /p"), "{name} {path}");
        }
    }
}

#[test]
fn a_runbook_has_the_steps_that_the_plan_has_for_the_group() {
    for (name, _) in assets::samples() {
        let (profile, plan) = sample(name);
        let kit = made(&profile, plan.as_of, Language::English, Names::Shown);
        let index: serde_json::Value = serde_json::from_str(&text(&kit, INDEX)).unwrap();
        let groups = index["groups"].as_array().unwrap();
        for (position, group) in profile.groups.iter().enumerate() {
            let steps = plan
                .steps
                .iter()
                .filter(|step| step.groups.contains(&position));
            let expected: Vec<String> = steps
                .map(|step| format!("**{}**", escape(&step.title.en)))
                .collect();
            let known = groups.iter().find(|known| known["group"] == *group.name);
            let Some(folder) = known.and_then(|known| known["folder"].as_str()) else {
                assert!(expected.is_empty(), "{name}, {}", group.name);
                continue;
            };
            let runbook = text(&kit, &format!("{folder}/runbook.md"));
            let titles: Vec<&str> = runbook
                .lines()
                .filter_map(|line| line.split_once(". "))
                .filter(|(number, _)| number.parse::<u32>().is_ok())
                .map(|(_, title)| {
                    let title = title.trim_start_matches("[ ] ");
                    title.trim_start_matches("[x] ")
                })
                .collect();
            assert_eq!(titles, expected, "{name}, {}", group.name);
        }
    }
}

#[test]
fn a_runbook_says_what_the_script_beside_it_does_and_none_speaks_of_one_that_is_not_there() {
    let (profile, _) = sample("mixed-estate.esu");
    for language in BOTH {
        let kit = made(&profile, day("2022-03-01"), language, Names::Shown);
        let runbooks = kit.files.iter();
        let mut folders = runbooks.filter_map(|file| file.path.strip_suffix("/runbook.txt"));
        let with_script = folders.clone().filter(|folder| {
            let script = format!("{folder}/Install-Esu.ps1");
            kit.files.iter().any(|file| file.path == script)
        });
        assert_eq!(with_script.count(), 2);
        let tells = |folder: &&str| {
            text(&kit, &format!("{folder}/runbook.txt")).contains("Install-Esu.ps1")
        };
        assert_eq!(folders.by_ref().filter(tells).count(), 2);
    }
}

/// Two groups that hold different years, one of them too small for VAMT alone.
#[test]
fn a_groups_scripts_have_its_own_years_and_the_whole_plans_route() {
    let (mut profile, _) = sample("mixed-estate.esu");
    let years = |years: &[u8]| {
        let owned = years.iter().map(|year| {
            let year = esu_planner::domain::licensing::CoverageYear::new(*year).unwrap();
            (year, 100)
        });
        Some(owned.collect())
    };
    profile.groups.truncate(2);
    for (group, owned) in profile.groups.iter_mut().zip([&[1][..], &[1, 2][..]]) {
        let group = Arc::make_mut(group);
        group.owned = years(owned);
        group.endpoint_count = Some(60);
        group.leaves_on = Some(day("2021-06-01"));
        group.hosting = Some(esu_planner::domain::licensing::Hosting::Physical);
        group.connectivity = Some(esu_planner::domain::licensing::Connectivity::Online);
    }
    let kit = made(&profile, day("2020-06-01"), Language::English, Names::Shown);
    let index: serde_json::Value = serde_json::from_str(&text(&kit, INDEX)).unwrap();
    let of = |position: usize| -> Vec<(u64, String)> {
        let years = index["groups"][position]["years"]
            .as_array()
            .unwrap()
            .iter();
        years
            .map(|year| {
                let needed = year["needed"].as_str().unwrap().to_owned();
                (year["year"].as_u64().unwrap(), needed)
            })
            .collect()
    };
    assert_eq!(of(0)[0], (1, "current".to_owned()));
    assert_eq!(
        of(1)[..2],
        [(1, "back".to_owned()), (2, "current".to_owned())]
    );
    let runbook = text(&kit, "01-Ward-PCs/runbook.txt");
    assert!(runbook.contains("slmgr.vbs /ato 77db037b-95c3-48d7-a3ab-a9c6d41093e0"));
    let current = runbook.split("later years").next().unwrap();
    assert!(
        !current.contains("0e00c25d-8795-4fb7-9572-3803d91b6880"),
        "{current}"
    );
}

#[test]
fn scripts_end_only_with_codes_that_are_explained() {
    let (profile, plan) = sample("mixed-estate.esu");
    for language in BOTH {
        let kit = made(&profile, plan.as_of, language, Names::Shown);
        let readme = text(&kit, "README.txt");
        for code in EXIT_CODES {
            assert!(readme.contains(&format!("{code:>6}  ")), "{code}");
        }
        let script = text(&kit, "01-Ward-PCs/Install-Esu.ps1");
        let batch = text(&kit, "01-Ward-PCs/install-esu.cmd");
        let mut codes = BTreeSet::new();
        for (text, word) in [
            (&script, "Stop-Here "),
            (&script, "exit "),
            (&batch, "exit /b "),
        ] {
            for part in text.split(word).skip(1) {
                let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
                codes.extend(digits.parse::<u16>().ok());
            }
        }
        // The batch file's own labels give yes and no.
        codes.remove(&1);
        assert_eq!(codes, EXIT_CODES.into_iter().collect());
    }
}

#[test]
fn batch_files_are_plain_and_jump_only_to_what_is_there() {
    let mut count = 0;
    for (name, kit) in kits() {
        for (path, batch) in ending(&kit, ".cmd") {
            assert!(batch.is_ascii(), "{name} {path}");
            assert!(!batch.contains("@@"), "{name} {path}");
            assert_eq!(batch.matches('\n').count(), batch.matches("\r\n").count());
            let mut labels: BTreeMap<&str, u32> = BTreeMap::new();
            for line in batch.lines() {
                if let Some(label) = line.strip_prefix(':') {
                    *labels.entry(label).or_default() += 1;
                }
            }
            assert!(labels.values().all(|times| *times == 1), "{name} {path}");
            for line in batch.lines().filter(|line| !line.starts_with("rem ")) {
                for word in ["goto ", "call :"] {
                    if let Some((_, rest)) = line.split_once(word) {
                        let label = rest.split(' ').next().unwrap();
                        assert!(labels.contains_key(label), "{name} {path}: {line}");
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 100, "{count} jumps");
}

#[test]
fn texts_for_windows_begin_with_their_mark_and_end_lines_its_way() {
    for (name, kit) in kits() {
        for file in &kit.files {
            let is_for_windows = [".ps1", ".txt"]
                .iter()
                .any(|ending| file.path.ends_with(ending));
            if is_for_windows {
                assert!(
                    file.bytes.starts_with(&[0xef, 0xbb, 0xbf]),
                    "{name} {}",
                    file.path
                );
                let text = String::from_utf8(file.bytes.clone()).unwrap();
                let ends = text.matches("\r\n").count();
                assert_eq!(text.matches('\n').count(), ends, "{name} {}", file.path);
                assert_eq!(text.matches('\r').count(), ends, "{name} {}", file.path);
            }
        }
    }
}

#[test]
fn each_kind_of_group_gets_what_helps_it() {
    let ways = |name: &str| -> BTreeMap<String, String> {
        let (profile, plan) = sample(name);
        let kit = made(&profile, plan.as_of, Language::English, Names::Shown);
        let index: serde_json::Value = serde_json::from_str(&text(&kit, INDEX)).unwrap();
        let groups = index["groups"].as_array().unwrap().iter();
        groups
            .map(|group| {
                let route = group["route"].as_str().map(|route| format!(" {route}"));
                let way = group["way"].as_str().unwrap().to_owned();
                let name = group["group"].as_str().unwrap().to_owned();
                (name, way + &route.unwrap_or_default())
            })
            .collect()
    };
    let mixed = ways("mixed-estate.esu");
    assert_eq!(mixed["Ward PCs"], "keys Online");
    assert_eq!(mixed["Ward VDI"], "keys Vamt");
    assert_eq!(mixed["Reception"], "check");
    assert_eq!(mixed["Kiosks"], "by-hand");
    assert_eq!(mixed["Archive"], "nothing");
    let isolated = ways("isolated-site.esu");
    assert!(
        isolated.values().any(|way| way == "keys Phone"),
        "{isolated:?}"
    );
    let cloud = ways("w10-cloud-pc-mix.esu");
    assert!(cloud.values().any(|way| way == "check"), "{cloud:?}");
    let arc = ways("ws16-eight-hosts.esu");
    assert!(arc.values().any(|way| way == "arc"), "{arc:?}");
    let sql = ways("sql16-small-vm.esu");
    assert!(sql.values().all(|way| way == "by-hand"), "{sql:?}");
}

#[test]
fn the_same_plan_gives_the_same_bytes_in_an_archive_too() {
    let (profile, plan) = sample("mixed-estate-2026.esu");
    let one = made(&profile, plan.as_of, Language::Polish, Names::Shown);
    let other = made(&profile, plan.as_of, Language::Polish, Names::Shown);
    assert_eq!(one, other);
    let packed = one.zip().unwrap();
    assert_eq!(packed, other.zip().unwrap());
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(packed)).unwrap();
    assert_eq!(archive.len(), one.files.len());
    for (position, file) in one.files.iter().enumerate() {
        let mut entry = archive.by_index(position).unwrap();
        assert_eq!(entry.name().unwrap(), file.path);
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut entry, &mut bytes).unwrap();
        assert_eq!(bytes, file.bytes);
    }
}

#[test]
fn a_redacted_kit_names_nobody() {
    let (profile, plan) = sample("mixed-estate.esu");
    let kit = made(&profile, plan.as_of, Language::English, Names::Redacted);
    for file in &kit.files {
        let text = String::from_utf8(file.bytes.clone()).unwrap() + &file.path;
        for name in profile.groups.iter().map(|group| &group.name) {
            assert!(!text.contains(name.as_str()), "{} names {name}", file.path);
        }
        assert!(!text.contains(&profile.organisation.name), "{}", file.path);
    }
}

fn call(arguments: &[&str]) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_esu-planner"))
        .args(arguments)
        .output()
        .unwrap();
    let error = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), error)
}

fn listed(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(listed(&path));
        } else {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn the_call_writes_a_whole_kit_and_replaces_only_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("Zestaw ąę");
    let out = out.to_str().unwrap();
    let profile = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/samples/mixed-estate.esu"
    );
    let done = (Some(0), String::new());
    assert_eq!(call(&["kit", profile, "-o", out, "--lang", "pl"]), done);
    let files = listed(Path::new(out));
    assert!(
        files
            .iter()
            .any(|path| path.ends_with("01-Ward-PCs/Install-Esu.ps1"))
    );
    let (expected, plan) = sample("mixed-estate.esu");
    let expected = made(&expected, plan.as_of, Language::Polish, Names::Shown);
    assert_eq!(files.len(), expected.files.len());
    for file in &expected.files {
        assert_eq!(
            std::fs::read(Path::new(out).join(&file.path)).unwrap(),
            file.bytes
        );
    }

    // Again, with other groups' names: nothing of the old kit is left.
    assert_eq!(call(&["kit", profile, "-o", out, "--redact"]), done);
    assert!(
        !listed(Path::new(out))
            .iter()
            .any(|path| path.ends_with("01-Ward-PCs/Install-Esu.ps1"))
    );

    // Whatever somebody put there is not thrown away.
    let note = Path::new(out).join("notes.txt");
    std::fs::write(&note, "mine").unwrap();
    let before = listed(Path::new(out));
    let (code, error) = call(&["kit", profile, "-o", out]);
    assert_eq!((code, error.lines().count()), (Some(2), 1), "{error}");
    assert!(
        error.contains("notes.txt is not part of the kit"),
        "{error}"
    );
    assert_eq!(listed(Path::new(out)), before);

    // Nor is another folder's content, and no neighbour is left behind.
    let (code, error) = call(&["kit", profile, "-o", folder.path().to_str().unwrap()]);
    assert_eq!(code, Some(2));
    assert!(error.contains("holds no kit"), "{error}");
    let entries = std::fs::read_dir(folder.path()).unwrap();
    assert_eq!(entries.count(), 1);

    let archive = folder.path().join("kit.ZIP");
    assert_eq!(
        call(&[
            "kit",
            profile,
            "-o",
            archive.to_str().unwrap(),
            "--lang",
            "pl"
        ]),
        done
    );
    assert_eq!(std::fs::read(&archive).unwrap(), expected.zip().unwrap());
}
