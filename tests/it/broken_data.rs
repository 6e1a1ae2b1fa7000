//! Programme data that is broken says what is wrong, with file and entry.

use esu_planner::domain::programme::{DataFile, Programme};

/// The files of the Windows 7 programme.
fn files() -> Vec<(String, String)> {
    files_of("windows-7")
}

/// The files of a programme, read from the source tree.
pub(crate) fn files_of(id: &str) -> Vec<(String, String)> {
    files_in(&format!("assets/programmes/{id}"))
}

/// The files of a programme's folder, read from the source tree.
pub(crate) fn files_in(folder: &str) -> Vec<(String, String)> {
    fn collect(
        root: &std::path::Path,
        folder: &std::path::Path,
        files: &mut Vec<(String, String)>,
    ) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, files);
            } else {
                let name = path.strip_prefix(root).unwrap().to_string_lossy();
                let text = std::fs::read_to_string(&path).unwrap();
                files.push((name.replace('\\', "/"), text));
            }
        }
    }
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files = Vec::new();
    collect(&root, &root, &mut files);
    files
}

fn load(files: &[(String, String)]) -> Result<Programme, String> {
    load_as("windows-7", files)
}

/// The programme that these files make.
pub(crate) fn load_as(id: &str, files: &[(String, String)]) -> Result<Programme, String> {
    let files: Vec<_> = files
        .iter()
        .map(|(path, text)| DataFile { path, text })
        .collect();
    Programme::load(id, &files).map_err(|error| error.to_string())
}

/// Changes one text in one file and expects a fault that says this.
#[track_caller]
fn check(file: &str, from: &str, to: &str, expected: &[&str]) {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(path, _)| path == file).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    let error = load(&files).unwrap_err();
    for part in expected {
        assert!(error.contains(part), "{error}\nlacks: {part}");
    }
}

#[test]
fn sound_data_loads() {
    load(&files()).unwrap();
}

#[test]
fn each_kind_of_fault_names_file_and_entry() {
    let programme = "programme.ron";
    check(
        programme,
        "edition: 1",
        "edition: 0",
        &["programme.ron: edition"],
    );
    check(
        programme,
        "id: \"windows-7\"",
        "id: \"windows-8\"",
        &["windows-8", "folder"],
    );
    check(
        programme,
        "eligibility: Eligible",
        "eligibility: Maybe",
        &["programme.ron: line"],
    );
    check(
        programme,
        "end_of_support",
        "end_of_suport",
        &["programme.ron: line", "end_of_suport"],
    );
    check(
        programme,
        "last_day: \"2021-01-12\",\n            first_release",
        "last_day: \"2021-01-10\",\n            first_release",
        &["coverage year 2: it must begin on the day after"],
    );
    check(
        programme,
        "2021-02-09",
        "2020-02-09",
        &["coverage year 2: the first release lies outside"],
    );
    check(
        programme,
        "2021-10-13",
        "2021-10-15",
        &["windows-embedded-standard-7: its windows leave a gap"],
    );
    check(
        programme,
        "\"patch-tuesdays\": [\"W7-040\"],",
        "",
        &["W7-040", "PatchTuesdays", "does not exist"],
    );
    check(
        programme,
        "\"patch-tuesdays\": [\"W7-040\"]",
        "\"patch-tuesdays\": [\"W7-999\"]",
        &["W7-999"],
    );
    check(
        "skus.ron",
        "id: \"w7-2021\"",
        "id: \"w7-2020\"",
        &["skus.ron: w7-2020", "twice"],
    );
    check(
        "prices.ron",
        "sku: \"w7-2021\"",
        "sku: \"w7-1999\"",
        &["prices.ron: w7-1999"],
    );
    check(
        "questions.ron",
        "Is(\"route\", \"licence\")",
        "Is(\"route\", \"lizenz\")",
        &["questions.ron", "lizenz"],
    );
    check(
        "questions.ron",
        "Is(\"route\"",
        "Is(\"rute\"",
        &["questions.ron: line", "no field 'rute'"],
    );
    check(
        "faq/1-general.ron",
        "id: \"W7-002\"",
        "id: \"W7-001\"",
        &["W7-001", "twice"],
    );
    check(
        "deployment.ron",
        "certainty: \"A\"",
        "certainty: \"D\"",
        &["deployment.ron: line", "use A, B, C, T or X"],
    );
}

#[test]
fn a_text_that_lacks_a_language_is_a_fault() {
    check(
        "skus.ron",
        "faq: [\"W7-013\", \"W7-014\"]",
        "faq: []",
        &["names no FAQ entry"],
    );
    check(
        "questions.ron",
        "pl: \"",
        "pl: \"\", // ",
        &["Polish text is empty"],
    );
}

#[test]
fn a_missing_file_is_named() {
    let mut files = files();
    files.retain(|(path, _)| path != "events.ron");
    assert!(
        load(&files)
            .unwrap_err()
            .contains("events.ron: the file: is missing")
    );
}
