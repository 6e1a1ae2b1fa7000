//! Work that goes on in another run of the program: the graphics device was lost, or another
//! renderer was chosen.

use std::path::{Path, PathBuf};

use super::App;
use super::problems::load_words;
use crate::file::{load, to_text};

/// What another run goes on with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Rescued {
    /// The file with the work; none where everything was saved.
    pub(super) file: Option<PathBuf>,
    /// The profile that was open.
    pub(super) belongs_to: Option<PathBuf>,
}

impl App {
    /// Makes everything ready for going on in another run; none where work would be lost.
    pub(super) fn hand_over(&mut self) -> Option<Rescued> {
        let file = self.rescue();
        if file.is_none() && self.is_unsaved() {
            return None;
        }
        self.write_preferences();
        // The other run takes the file away when its work is safe.
        self.rescued = None;
        Some(Rescued {
            file,
            belongs_to: self.path.clone(),
        })
    }

    /// Puts what would be lost into a file that [`App::open_rescued`] goes on with; none where
    /// nothing would be lost, or where it can't be written.
    pub fn rescue(&mut self) -> Option<PathBuf> {
        if !self.is_unsaved() {
            return None;
        }
        self.host.rescue(&to_text(self.history.document()))
    }

    /// Goes on with rescued work. It belongs to a file or has none yet, and is not saved.
    pub fn open_rescued(&mut self, rescued: &Path, belongs_to: Option<&Path>) {
        let name = rescued.display().to_string();
        let loaded = (self.host.read(rescued)).and_then(|bytes| load(&name, &bytes));
        match loaded {
            Ok(loaded) => {
                let path = belongs_to.map(|path| self.host.absolute(path));
                self.begin(loaded.document, path);
                self.saved_revision = NEVER_SAVED;
                self.rescued = Some(rescued.to_owned());
            }
            Err(error) => {
                let words = load_words(self.language, &error);
                self.show_problem("dialog-cannot-open", words);
            }
        }
    }

    /// The rescued work is saved or was given up.
    pub(super) fn forget_rescued(&mut self) {
        if let Some(path) = self.rescued.take() {
            self.host.forget_rescued(&path);
        }
    }
}

/// A revision that no document has: whatever is done, it differs from what is saved.
const NEVER_SAVED: u64 = u64::MAX;
