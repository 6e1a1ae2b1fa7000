//! The world outside: the day, files and the system's dialogs. Nothing else asks for them.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use super::folders::Folders;
use crate::file::{LoadError, read_limited, write_atomically};

/// What the system's file dialog said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A file was chosen.
    File(PathBuf),
    /// Nothing was chosen.
    Nothing,
    /// No dialog could be shown, as far as can be told.
    NoDialog,
}

/// Takes the answer of a file dialog, on whatever thread it comes.
pub type OnPicked = Box<dyn FnOnce(Picked) + Send>;

/// What a file dialog is asked to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PickRequest {
    /// The dialog's title.
    pub title: String,
    /// What the files are.
    pub kind: String,
    /// How their names end, without the dot.
    pub extension: String,
    /// The folder to begin in, where one is known.
    pub folder: Option<PathBuf>,
    /// The name to suggest for saving.
    pub file_name: String,
}

/// Why a file can't be written.
#[derive(Debug, thiserror::Error)]
#[error("{path}: can't be written: {problem}; the file that was there is unchanged")]
pub struct SaveError {
    /// The file.
    pub path: String,
    /// What the system says.
    pub problem: String,
}

/// The world as the app needs it; the tests have one of their own.
pub trait Host {
    /// The day it is.
    fn today(&self) -> NaiveDate;

    /// The local time.
    fn now(&self) -> NaiveDateTime {
        self.today().and_time(NaiveTime::MIN)
    }

    /// Where the preferences are; none where nothing is remembered.
    fn preferences_file(&self) -> Option<PathBuf> {
        None
    }

    /// Writes the preferences; where there is no place for them they are let go.
    ///
    /// # Errors
    /// They can't be written; what was there is unchanged.
    fn write_preferences(&self, text: &str) -> Result<(), SaveError> {
        match self.preferences_file() {
            Some(path) => self.write_atomically(&path, text.as_bytes()),
            None => Ok(()),
        }
    }

    /// Puts work that would be lost into a file of its own; none where that is not possible.
    fn rescue(&self, text: &str) -> Option<PathBuf> {
        let _ = text;
        None
    }

    /// Takes a rescued file away: its work is safe elsewhere.
    fn forget_rescued(&self, path: &Path) {
        let _ = path;
    }

    /// Reads a file that may be a profile.
    ///
    /// # Errors
    /// It can't be read or is too large.
    fn read(&self, path: &Path) -> Result<Vec<u8>, LoadError>;

    /// Writes a file so that it is never half-written: the old one stays until the new one is whole.
    ///
    /// # Errors
    /// It can't be written; what was there is unchanged.
    fn write_atomically(&self, path: &Path, bytes: &[u8]) -> Result<(), SaveError>;

    /// Whether something is at this path.
    fn exists(&self, path: &Path) -> bool;

    /// The path from the root; a typed one may begin where the program was started.
    fn absolute(&self, path: &Path) -> PathBuf;

    /// Asks for a file to open; returns at once.
    fn pick_open(&self, request: PickRequest, on_picked: OnPicked);

    /// Asks where to save; returns at once.
    fn pick_save(&self, request: PickRequest, on_picked: OnPicked);
}

/// The real world.
#[derive(Debug, Default)]
pub struct SystemHost;

impl Host for SystemHost {
    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the day comes from"
    )]
    fn today(&self) -> NaiveDate {
        chrono::Local::now().date_naive()
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "this is where the time comes from"
    )]
    fn now(&self) -> NaiveDateTime {
        chrono::Local::now().naive_local()
    }

    fn preferences_file(&self) -> Option<PathBuf> {
        Some(Folders::of_system().config?.join("preferences.ron"))
    }

    fn write_preferences(&self, text: &str) -> Result<(), SaveError> {
        let Some(path) = self.preferences_file() else {
            return Ok(());
        };
        if let Some(folder) = path.parent() {
            // Where that fails, writing tells why.
            let _ = std::fs::create_dir_all(folder);
        }
        self.write_atomically(&path, text.as_bytes())
    }

    fn rescue(&self, text: &str) -> Option<PathBuf> {
        let in_state = || {
            let folder = Folders::of_system().state?;
            std::fs::create_dir_all(&folder).ok()?;
            let path = folder.join(format!("rescued-{}.esu", std::process::id()));
            write_atomically(&path, text.as_bytes()).ok()?;
            Some(path)
        };
        let beside = || {
            let mut builder = tempfile::Builder::new();
            let named = builder.prefix("esu-planner-rescued-").suffix(".esu");
            let (mut file, path) = named.tempfile().ok()?.keep().ok()?;
            std::io::Write::write_all(&mut file, text.as_bytes()).ok()?;
            Some(path)
        };
        in_state().or_else(beside)
    }

    fn forget_rescued(&self, path: &Path) {
        // A file that stays does no harm: the next rescue writes over it.
        let _ = std::fs::remove_file(path);
    }

    fn read(&self, path: &Path) -> Result<Vec<u8>, LoadError> {
        read_limited(path)
    }

    fn write_atomically(&self, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
        write_atomically(path, bytes).map_err(|error| SaveError {
            path: path.display().to_string(),
            problem: error.to_string(),
        })
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn absolute(&self, path: &Path) -> PathBuf {
        std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
    }

    fn pick_open(&self, request: PickRequest, on_picked: OnPicked) {
        pick(request, on_picked, rfd::FileDialog::pick_file);
    }

    fn pick_save(&self, request: PickRequest, on_picked: OnPicked) {
        let file_name = request.file_name.clone();
        pick(request, on_picked, move |dialog| {
            dialog.set_file_name(file_name).save_file()
        });
    }
}

/// Runs a dialog on a thread of its own: a portal may hang for good.
fn pick(
    request: PickRequest,
    on_picked: OnPicked,
    show: impl FnOnce(rfd::FileDialog) -> Option<PathBuf> + Send + 'static,
) {
    /// Nobody dismisses a dialog faster than this; rfd has no other word for "there is none".
    const FASTEST_HAND: std::time::Duration = std::time::Duration::from_millis(250);
    std::thread::spawn(move || {
        let began = std::time::Instant::now();
        let mut dialog = rfd::FileDialog::new()
            .set_title(request.title)
            .add_filter(request.kind, &[request.extension]);
        if let Some(folder) = &request.folder {
            dialog = dialog.set_directory(folder);
        }
        on_picked(match show(dialog) {
            Some(path) => Picked::File(path),
            None if began.elapsed() < FASTEST_HAND => Picked::NoDialog,
            None => Picked::Nothing,
        });
    });
}
