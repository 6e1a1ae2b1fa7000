//! The scripts as code: an independent parser reads them, they use nothing newer than they may, and
//! no name changes what they do.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use esu_planner::domain::text::Language;
use esu_planner::kit::{EXIT_CODES, Kit};
use esu_planner::report::Names;
use proptest::prelude::*;
use tree_sitter::{Node, Parser, Tree};

use super::{BOTH, ending, is_safe, kit_of, kits, made, sample, text};

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
    let kit = kit_of("mixed-estate.esu", Language::English);
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
static PLAIN: LazyLock<Kit> = LazyLock::new(|| kit_of("mixed-estate.esu", Language::Polish));

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

#[test]
fn scripts_end_only_with_codes_that_are_explained() {
    for language in BOTH {
        let kit = kit_of("mixed-estate.esu", language);
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
