//! Rules about the sources themselves: the layers, and that no word is missing in a language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path
            .extension()
            .is_some_and(|extension| extension == ending)
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The code of a file without comments and without its tests.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    // Quotation marks that are characters open no text.
    let text = text.replace("'\"'", "").replace("\\\"", "");
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn an_inner_layer_never_names_an_outer_one() {
    let world = [
        "egui",
        "eframe",
        "std::fs",
        "std::env",
        "std::thread",
        "std::time",
        "Local::now",
        "Utc::now",
        "log::",
        "rand",
    ];
    for (layer, banned) in [
        (
            "domain",
            &[
                "document", "file", "report", "print", "ui", "cli", "app", "assets", "i18n",
                "search",
            ][..],
        ),
        (
            "document",
            &[
                "file", "report", "print", "ui", "cli", "app", "assets", "i18n", "search",
            ],
        ),
        ("file", &["report", "print", "ui", "cli", "app"]),
        (
            "report",
            &["file", "kit", "letters", "print", "ui", "cli", "app"],
        ),
        ("letters", &["file", "kit", "print", "ui", "cli", "app"]),
        (
            "kit",
            &["file", "document", "letters", "print", "ui", "cli", "app"],
        ),
        (
            "print",
            &["document", "file", "kit", "letters", "ui", "cli", "app"],
        ),
        ("ui", &["file", "cli", "app"]),
        ("cli", &["ui", "app"]),
    ] {
        for path in files(&root().join("src").join(layer), "rs") {
            let code = code(&path);
            for outer in banned {
                assert!(
                    !code.contains(&format!("crate::{outer}::"))
                        && !code.contains(&format!("crate::{outer};")),
                    "{} names {outer}",
                    path.display()
                );
            }
            if layer == "domain" || layer == "document" {
                for word in world {
                    assert!(!code.contains(word), "{} names {word}", path.display());
                }
                for float in ["f32", "f64"] {
                    assert!(
                        !code.contains(float),
                        "{} counts in {float}",
                        path.display()
                    );
                }
            }
            if layer == "ui" {
                for word in ["std::fs", "Local::now", "Utc::now", "rfd::"] {
                    assert!(!code.contains(word), "{} names {word}", path.display());
                }
            }
        }
    }
}

#[test]
fn only_printing_and_the_console_of_windows_call_what_the_compiler_cannot_check() {
    let places = ["src/print/windows", "src/app/console.rs"].map(|place| root().join(place));
    let has = |path: &PathBuf| {
        let code = code(path);
        // As the formatter writes them; a text may name what browsers call so.
        let forms = ["unsafe {", "unsafe fn", "unsafe impl", "unsafe extern"];
        forms.iter().any(|form| code.contains(form))
    };
    let found: Vec<_> = files(&root().join("src"), "rs")
        .into_iter()
        .filter(has)
        .collect();
    for path in &found {
        let is_allowed = places.iter().any(|place| path.starts_with(place));
        assert!(is_allowed, "{}", path.display());
    }
    for place in places {
        let is_used = found.iter().any(|path| path.starts_with(&place));
        assert!(is_used, "{}", place.display());
    }
}

/// Message ids by language with the file they stand in.
fn messages(language: &str) -> BTreeMap<String, String> {
    let mut ids = BTreeMap::new();
    for path in files(&root().join("assets/locale").join(language), "ftl") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        let resource = fluent_syntax::parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        for entry in resource.body {
            if let fluent_syntax::ast::Entry::Message(message) = entry {
                let id = message.id.name.to_owned();
                let before = ids.insert(id.clone(), name.clone());
                assert_eq!(before, None, "'{id}' stands twice in {language}");
            }
        }
    }
    ids
}

#[test]
fn both_languages_have_the_same_messages_in_the_same_files() {
    assert_eq!(messages("en"), messages("pl"));
}

/// Every text in quotation marks that looks like a message id.
fn quoted_ids(text: &str) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for part in text.split('"').skip(1).step_by(2) {
        let looks_like_id = part.contains('-')
            && part.starts_with(|c: char| c.is_ascii_lowercase())
            && part
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if looks_like_id {
            ids.insert(part.to_owned());
        }
    }
    ids
}

/// What follows each call of a function, but not of others whose names end alike.
fn calls_of<'a>(source: &'a str, name: &str) -> Vec<&'a str> {
    source
        .match_indices(name)
        .filter(|(start, _)| !source[..*start].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
        .map(|(start, name)| &source[start + name.len()..])
        .collect()
}

#[test]
fn no_message_is_missing_and_none_is_left_over() {
    let known = messages("en");
    let mut used = BTreeSet::new();
    let mut prefixes: Vec<String> = vec!["field-".to_owned(), "value-".to_owned()];
    let mut source = String::new();
    for path in files(&root().join("src"), "rs") {
        let text = code(&path);
        used.extend(quoted_ids(&text));
        // Ids that are put together: format!("plan-phase-{}", …).
        for part in text.split('"').skip(1).step_by(2) {
            if let Some((prefix, _)) = part.split_once("-{") {
                prefixes.push(format!("{prefix}-"));
            }
        }
        source.push_str(&text);
    }
    let calls = ["tr(", "tr_with("]
        .map(|name| calls_of(&source, name))
        .concat();
    for part in calls {
        let second = part.split([',', ')']).nth(1).unwrap_or_default().trim();
        let Some(id) = second
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'))
        else {
            continue;
        };
        if !id.contains('{') {
            assert!(
                known.contains_key(id),
                "'{id}' is asked for and is in no language"
            );
        }
    }
    for part in source.split("Statement::Message(").skip(1) {
        let Some(id) = part
            .trim_start()
            .strip_prefix('"')
            .and_then(|rest| rest.split('"').next())
        else {
            continue;
        };
        assert!(
            known.contains_key(id),
            "'{id}' is said and is in no language"
        );
    }
    let left_over: Vec<_> = known
        .keys()
        .filter(|id| !used.contains(*id) && !["date", "month"].contains(&id.as_str()))
        .filter(|id| {
            !prefixes
                .iter()
                .any(|prefix| id.starts_with(prefix.as_str()))
        })
        .collect();
    assert!(left_over.is_empty(), "no code asks for {left_over:?}");
}

#[test]
fn every_field_and_answer_has_a_name_in_both_languages() {
    use esu_planner::domain::choice::Choice as _;
    use esu_planner::domain::field::Field;
    use esu_planner::domain::text::Language;
    let catalogue = crate::support::catalogue();
    for language in [Language::English, Language::Polish] {
        for field in Field::ALL {
            let name = esu_planner::i18n::field(language, *field);
            assert!(!name.starts_with('['), "{name}");
            let ids = match field {
                Field::Owned => Vec::new(),
                // The vocabulary has room for programmes of six years.
                Field::Phase => vec!["before", "year-1", "year-2", "year-3", "ended"],
                _ => (catalogue.programmes().iter())
                    .flat_map(|programme| programme.vocabulary().ids(*field))
                    .collect(),
            };
            for id in ids {
                let name = esu_planner::i18n::answer(language, catalogue, *field, id);
                assert!(!name.starts_with('['), "{name}");
            }
        }
    }
}
