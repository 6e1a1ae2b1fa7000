//! The profiles that a call names: files, and all that lie in folders.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use crate::file::LoadError;
use crate::report::words::clean;

/// What profiles end in.
const EXTENSION: &str = "esu";

/// A profile to read.
#[derive(Debug)]
pub(super) struct Input {
    /// Where it is read from.
    pub(super) path: PathBuf,
    /// Where it lies in the folder that was named; its name alone where it was named itself.
    pub(super) relative: PathBuf,
}

/// A profile or folder that can't be used, and why; one line.
#[derive(Clone, Debug)]
pub(super) struct Unusable {
    pub(super) file: String,
    pub(super) problem: String,
}

impl Unusable {
    /// By an error whose text begins with the file's name.
    pub(super) fn new(file: String, error: &impl fmt::Display) -> Self {
        let text = clean(&error.to_string()).into_owned();
        let problem = text.strip_prefix(&format!("{file}: ")).map(str::to_owned);
        Self {
            file,
            problem: problem.unwrap_or(text),
        }
    }

    fn unreadable(path: &Path, error: &std::io::Error) -> Self {
        let file = name_of(path);
        let error = LoadError::Unreadable {
            name: file.clone(),
            problem: error.to_string(),
        };
        Self::new(file, &error)
    }
}

impl fmt::Display for Unusable {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.file, self.problem)
    }
}

/// A path as it stands in a message, on one line.
pub(super) fn name_of(path: &Path) -> String {
    clean(&path.display().to_string()).into_owned()
}

/// Whether more than one profile can be meant.
pub(super) fn are_many(named: &[PathBuf]) -> bool {
    match named {
        [one] => one.is_dir(),
        _ => true,
    }
}

/// Files as they are named, folders with all profiles in them, each folder in the order of its
/// names. What is hidden is left out; a profile or folder that is reached twice, by a link or by
/// being named twice, counts where it is reached first.
pub(super) fn find(named: &[PathBuf]) -> Vec<Result<Input, Unusable>> {
    let mut finder = Finder::default();
    for path in named {
        if path.is_dir() {
            let before = finder.reached;
            finder.walk(path, Path::new(""));
            if finder.reached == before {
                finder.found.push(Err(Unusable {
                    file: name_of(path),
                    problem: format!(
                        "there is no profile in this folder; profiles end in .{EXTENSION}"
                    ),
                }));
            }
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str());
            finder.add(path.clone(), name.into());
        }
    }
    finder.found
}

#[derive(Default)]
struct Finder {
    found: Vec<Result<Input, Unusable>>,
    /// How often something was reached, also what counts elsewhere.
    reached: usize,
    files: BTreeSet<PathBuf>,
    folders: BTreeSet<PathBuf>,
}

impl Finder {
    fn add(&mut self, path: PathBuf, relative: PathBuf) {
        self.reached += 1;
        // What can't be resolved is told when it is read.
        let is_new = match std::fs::canonicalize(&path) {
            Ok(real) => self.files.insert(real),
            Err(_) => true,
        };
        if is_new {
            self.found.push(Ok(Input { path, relative }));
        }
    }

    fn add_unreadable(&mut self, path: &Path, error: &std::io::Error) {
        self.reached += 1;
        self.found.push(Err(Unusable::unreadable(path, error)));
    }

    /// Adds what lies in a folder, unless it was walked before.
    fn walk(&mut self, folder: &Path, relative: &Path) {
        let listing = std::fs::canonicalize(folder).and_then(|real| {
            if !self.folders.insert(real) {
                return Ok(None);
            }
            let entries = std::fs::read_dir(folder)?;
            let names = entries.map(|entry| Ok(entry?.file_name()));
            names.collect::<std::io::Result<Vec<_>>>().map(Some)
        });
        let mut names = match listing {
            Ok(Some(names)) => names,
            Ok(None) => {
                self.reached += 1;
                return;
            }
            Err(error) => return self.add_unreadable(folder, &error),
        };
        names.sort_unstable();
        for name in names {
            if name.as_encoded_bytes().starts_with(b".") {
                continue;
            }
            let path = folder.join(&name);
            // Links are followed.
            match std::fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => {
                    self.walk(&path, &relative.join(&name));
                }
                Ok(metadata) if metadata.is_file() && is_profile(&name) => {
                    self.add(path, relative.join(&name));
                }
                Err(error) if is_profile(&name) => {
                    self.add_unreadable(&path, &error);
                }
                Ok(_) | Err(_) => {}
            }
        }
    }
}

fn is_profile(name: &OsStr) -> bool {
    let extension = Path::new(name).extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case(EXTENSION))
}

/// The name of a profile's file without its ending.
pub(super) fn stem(name: &OsStr) -> &OsStr {
    if is_profile(name) {
        Path::new(name).file_stem().unwrap_or(name)
    } else {
        name
    }
}
