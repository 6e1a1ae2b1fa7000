//! The kit as files: their paths and bytes, the archive, and the call that writes it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use esu_planner::domain::text::Language;
use esu_planner::kit::INDEX;

use super::{is_safe, kit_of, kits};

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
fn the_same_plan_gives_the_same_bytes_in_an_archive_too() {
    let one = kit_of("mixed-estate-2026.esu", Language::Polish);
    let other = kit_of("mixed-estate-2026.esu", Language::Polish);
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
    let expected = kit_of("mixed-estate.esu", Language::Polish);
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
