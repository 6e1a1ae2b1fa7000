//! Where plans are written in a folder: a name for each that no other has.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use super::inputs::{Input, stem};

/// A path inside the folder for each profile: where it lay in the folder that was named, with the
/// ending of the plan. Of several profiles with one name the first keeps it and the others are
/// numbered; `reserved` names are taken from the start. Names are told apart as the strictest
/// systems do, without looking at case.
pub(super) fn targets(inputs: &[&Input], extension: &str, reserved: &[&str]) -> Vec<PathBuf> {
    let places: Vec<(PathBuf, OsString)> = inputs.iter().map(|input| place(input)).collect();
    let mut taken: BTreeSet<String> = reserved.iter().map(|name| (*name).to_owned()).collect();
    for (folder, _) in &places {
        taken.extend(folder.ancestors().map(key));
    }
    // Who has a name of its own keeps it, whatever others are numbered.
    let own: Vec<Option<PathBuf>> = places
        .iter()
        .map(|(folder, stem)| {
            let path = folder.join(file_name(stem, None, extension));
            taken.insert(key(&path)).then_some(path)
        })
        .collect();
    let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
    places
        .iter()
        .zip(own)
        .map(|((folder, stem), own)| {
            own.unwrap_or_else(|| {
                let number = numbers.entry(key(&folder.join(stem))).or_insert(1);
                loop {
                    *number += 1;
                    let path = folder.join(file_name(stem, Some(*number), extension));
                    if taken.insert(key(&path)) {
                        return path;
                    }
                }
            })
        })
        .collect()
}

/// The folder and the stem; whatever a name is made of, it never leads out of the folder.
fn place(input: &Input) -> (PathBuf, OsString) {
    let mut names: Vec<_> = input
        .relative
        .components()
        .filter_map(|component| match component {
            Component::Normal(name) => Some(name),
            _ => None,
        })
        .collect();
    let name = names.pop().map(stem).unwrap_or_default();
    (names.iter().collect(), name.to_owned())
}

fn file_name(stem: &OsString, number: Option<u32>, extension: &str) -> OsString {
    let mut name = stem.clone();
    if let Some(number) = number {
        name.push(format!("-{number}"));
    }
    name.push(".");
    name.push(extension);
    name
}

fn key(path: &Path) -> String {
    path.to_string_lossy().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn are_named(relative: &[&str], expected: &[&str]) {
        let inputs: Vec<Input> = relative
            .iter()
            .map(|relative| Input {
                path: PathBuf::new(),
                relative: relative.into(),
            })
            .collect();
        let inputs: Vec<&Input> = inputs.iter().collect();
        let names = targets(&inputs, "txt", &["overview.txt"]);
        let expected: Vec<PathBuf> = expected.iter().map(PathBuf::from).collect();
        assert_eq!(names, expected);
    }

    #[test]
    fn equal_names_are_numbered_around_those_that_are_there() {
        are_named(
            &["a.esu", "A.ESU", "a-2.esu", "a.esu", "b/a.esu"],
            &["a.txt", "A-3.txt", "a-2.txt", "a-4.txt", "b/a.txt"],
        );
    }

    #[test]
    fn the_overview_and_folders_keep_their_names() {
        are_named(
            &["Overview.esu", "x.esu", "x.txt/y.esu"],
            &["Overview-2.txt", "x-2.txt", "x.txt/y.txt"],
        );
    }

    #[test]
    fn no_name_leads_out_of_the_folder() {
        are_named(
            &["../../x.esu", "/etc/passwd", "a/../../y.esu", ".."],
            &["x.txt", "etc/passwd.txt", "a/y.txt", ".txt"],
        );
    }
}
