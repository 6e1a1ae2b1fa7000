//! The world outside: the day, files and the system's dialogs. Nothing else asks for them.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{NaiveDate, NaiveDateTime};

use super::folders::Folders;
pub use super::keeper::Pace;
pub use super::state_folder::StateFolder;
pub use super::store::{DraftStore, Orphan};
pub use super::watch::{OnOutside, Watched, Watcher};
use crate::file::{LoadError, read_limited, write_atomically};
use crate::print::{Spooler, ViewerError, open_in_viewer, system_spooler, user_name};

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

/// Hears whether the viewer has started, on whatever thread.
pub type OnOpened = Box<dyn FnOnce(Result<(), ViewerError>) + Send>;

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

/// Whether a file may be opened without asking.
#[derive(Debug)]
pub enum Hold {
    /// No other copy of the app has it open; others are told so while this is kept. Without a lock
    /// where the system has none.
    Mine(Option<File>),
    /// Another copy of the app has it open.
    Elsewhere,
}

/// The world as the app needs it; the tests have one of their own.
pub trait Host {
    /// The day it is.
    fn today(&self) -> NaiveDate;

    /// The local day and time.
    fn now(&self) -> NaiveDateTime;

    /// Where unsaved work is kept.
    fn drafts(&self) -> Arc<dyn DraftStore>;

    /// How soon unsaved work is kept.
    fn pace(&self) -> Pace {
        Pace::default()
    }

    /// Marks a file as open in this copy of the app.
    fn hold(&self, path: &Path) -> Hold;

    /// Tells when another program writes or removes this file; it replaces the file that was
    /// watched before. Returns at once.
    fn watch(&self, watched: Option<Watched>, on_outside: OnOutside);

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

    /// The language and country that the system is set to, like `pl-PL`.
    fn locale(&self) -> Option<String> {
        None
    }

    /// Who is at the computer, by the name of the account.
    fn user(&self) -> Option<String> {
        None
    }

    /// What takes print jobs. Its calls block: never on the window's thread.
    fn spooler(&self) -> Arc<dyn Spooler>;

    /// Shows a file of this name in the system's viewer; returns at once.
    fn open_in_viewer(&self, name: &str, bytes: Vec<u8>, on_opened: OnOpened);
}

/// The real world.
pub struct SystemHost {
    state: Arc<StateFolder>,
    watcher: Watcher,
    pace: Pace,
    /// What the viewer shows; it goes with the program.
    shown: Arc<Mutex<Option<tempfile::TempDir>>>,
}

impl SystemHost {
    /// The world with another folder for state, in which drafts are written at another pace.
    pub fn with_state(state: StateFolder, pace: Pace) -> Self {
        Self {
            state: Arc::new(state),
            watcher: Watcher::default(),
            pace,
            shown: Arc::default(),
        }
    }
}

impl Default for SystemHost {
    fn default() -> Self {
        Self::with_state(StateFolder::of_system(), Pace::default())
    }
}

impl Host for SystemHost {
    fn today(&self) -> NaiveDate {
        self.now().date()
    }

    fn now(&self) -> NaiveDateTime {
        system_now()
    }

    fn drafts(&self) -> Arc<dyn DraftStore> {
        Arc::<StateFolder>::clone(&self.state)
    }

    fn pace(&self) -> Pace {
        self.pace
    }

    fn hold(&self, path: &Path) -> Hold {
        self.state.hold(path)
    }

    fn watch(&self, watched: Option<Watched>, on_outside: OnOutside) {
        self.watcher.watch(watched, on_outside);
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

    fn locale(&self) -> Option<String> {
        sys_locale::get_locale()
    }

    fn user(&self) -> Option<String> {
        user_name()
    }

    fn spooler(&self) -> Arc<dyn Spooler> {
        Arc::from(system_spooler())
    }

    fn open_in_viewer(&self, name: &str, bytes: Vec<u8>, on_opened: OnOpened) {
        let shown = Arc::clone(&self.shown);
        let name = name.to_owned();
        std::thread::spawn(move || on_opened(show(&shown, &name, &bytes)));
    }
}

/// Writes a file where only this person can read it, and has it shown.
fn show(
    shown: &Mutex<Option<tempfile::TempDir>>,
    name: &str,
    bytes: &[u8],
) -> Result<(), ViewerError> {
    let path = {
        let mut shown = shown.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = match shown.take() {
            Some(folder) => folder,
            None => tempfile::tempdir()?,
        };
        // A name of its own each time: the viewer may still have the last one open.
        let inner = tempfile::tempdir_in(folder.path())?.keep();
        *shown = Some(folder);
        inner.join(name)
    };
    std::fs::write(&path, bytes)?;
    open_in_viewer(&path)
}

/// The local day and time, also where no host is at hand: in a panic.
#[expect(
    clippy::disallowed_methods,
    reason = "this is where day and time come from"
)]
pub(super) fn system_now() -> NaiveDateTime {
    chrono::Local::now().naive_local()
}

/// Whether the system has a screen to show a message on.
pub(super) fn can_show_messages() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(any(windows, target_os = "macos")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
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
