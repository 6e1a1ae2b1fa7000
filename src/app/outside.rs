//! The file behind the document: what it held, whether another program has written it since, and
//! whether another copy of the app has it open.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use super::files::{Intent, Purpose};
use super::host::{Hold, Host, Watched};
use super::problems::load_words;
use super::{App, Dialog};
use crate::document::Document;
use crate::file::{Fingerprint, load};
use crate::i18n::{tr, tr_with};
use crate::ui::Screen;
use crate::ui::dialogs::{ChangedAnswer, ElsewhereAnswer, changed_outside_ui, open_elsewhere_ui};
use crate::ui::drafts::Outside;
use crate::ui::panels::file_name;

/// What is known of the document's file.
#[derive(Debug)]
pub(super) struct OnDisk {
    /// What it held when it was read or written last; none where it was neither.
    pub(super) known: Option<Fingerprint>,
    /// What has been noticed since.
    pub(super) outside: Outside,
    /// Tells other copies of the app that the file is open here.
    pub(super) hold: Hold,
}

impl Default for OnDisk {
    fn default() -> Self {
        Self {
            known: None,
            outside: Outside::Same,
            hold: Hold::Mine(None),
        }
    }
}

/// What has become of a file that held this. What can't be read any more counts as changed.
pub(super) fn look(host: &dyn Host, path: &Path, known: Option<Fingerprint>) -> Outside {
    match host.read(path) {
        Ok(bytes) if Some(Fingerprint::of(&bytes)) == known => Outside::Same,
        Err(_) if !host.exists(path) => Outside::Gone,
        Ok(_) | Err(_) => Outside::Changed,
    }
}

impl App {
    /// The document's file is this from now on, and holds this.
    pub(super) fn set_file(
        &mut self,
        path: Option<PathBuf>,
        known: Option<Fingerprint>,
        hold: Hold,
    ) {
        let watched = path.as_ref().zip(known);
        let watched = watched.map(|(path, known)| Watched {
            path: path.clone(),
            known,
        });
        self.path = path;
        self.on_disk = OnDisk {
            known,
            outside: Outside::Same,
            hold,
        };
        let on_outside = self.jobs.watch(watched.clone());
        self.host.watch(watched, on_outside);
    }

    /// The mark for a file that is to be opened or written here.
    pub(super) fn take_hold(&mut self, path: &Path) -> Hold {
        if self.path.as_deref() == Some(path) {
            std::mem::replace(&mut self.on_disk.hold, Hold::Mine(None))
        } else {
            self.host.hold(path)
        }
    }

    /// Whether writing this text would put something else out of the world than what the app
    /// itself read or wrote.
    pub(super) fn would_overwrite(&self, path: &Path, text: &str) -> bool {
        if self.path.as_deref() != Some(path) {
            return false;
        }
        let known = self.on_disk.known;
        let ours = Fingerprint::of(text.as_bytes());
        match self.host.read(path) {
            Ok(bytes) => {
                let found = Fingerprint::of(&bytes);
                Some(found) != known && found != ours
            }
            Err(_) => self.host.exists(path),
        }
    }

    /// Takes what the watcher has noticed; news of a file that is no longer open is none.
    pub(super) fn take_outside(&mut self, watched: Option<&Watched>, outside: Outside) {
        let is_ours = watched.is_some_and(|watched| {
            self.path.as_deref() == Some(&*watched.path)
                && self.on_disk.known == Some(watched.known)
        });
        if is_ours {
            self.on_disk.outside = outside;
        }
    }

    pub(super) fn changed_outside_ui(&mut self, context: &Context, then: Option<Intent>) {
        let language = self.language;
        let name = file_name(language, self.path());
        match changed_outside_ui(context, language, &name) {
            None => self.dialog = Some(Dialog::ChangedOutside(then)),
            Some(ChangedAnswer::SaveAs) => self.pick(context, Purpose::Save(then)),
            Some(ChangedAnswer::Overwrite) => {
                if let Some(path) = self.path.clone() {
                    self.write_to(context, path, then);
                }
            }
            Some(ChangedAnswer::Reload) => self.reload(),
            Some(ChangedAnswer::Cancel) => {}
        }
    }

    pub(super) fn open_elsewhere_ui(&mut self, context: &Context, path: PathBuf) {
        let language = self.language;
        let name = file_name(language, Some(&path));
        match open_elsewhere_ui(context, language, &name) {
            None => self.dialog = Some(Dialog::OpenElsewhere(path)),
            Some(ElsewhereAnswer::OpenAnyway) => self.open_with(&path, Hold::Mine(None)),
            Some(ElsewhereAnswer::OpenCopy) => self.open_copy(&path),
            Some(ElsewhereAnswer::Cancel) => {}
        }
    }

    /// Opens what a file holds as a profile without a file.
    fn open_copy(&mut self, path: &Path) {
        let name = path.display().to_string();
        match self.host.read(path).and_then(|bytes| load(&name, &bytes)) {
            Ok(loaded) => {
                self.begin(loaded.document, None, None, Hold::Mine(None));
                self.leave_start_for(Screen::Profile);
                // Nothing holds the copy yet.
                self.saved_revision = None;
            }
            Err(error) => {
                let words = load_words(self.language, &error);
                self.show_problem("dialog-cannot-open", words);
            }
        }
    }

    /// Reads the file again. What is not saved stays as a draft; a file that can't be read leaves
    /// the document alone.
    pub(super) fn reload(&mut self) {
        let Some(path) = self.path.clone() else {
            return;
        };
        let name = path.display().to_string();
        if let Err(error) = self.host.read(&path).and_then(|bytes| load(&name, &bytes)) {
            let words = load_words(self.language, &error);
            self.show_problem("dialog-cannot-open", words);
            return;
        }
        let was_unsaved = self.is_unsaved();
        if was_unsaved && self.leave_draft_behind().is_none() {
            // Without a draft the changes would be lost.
            let words = tr(self.language, "keep-cannot-reload");
            self.show_problem("dialog-cannot-open", words);
            return;
        }
        let hold = self.take_hold(&path);
        self.open_with(&path, hold);
        let file = file_name(self.language, Some(&path)).into();
        let id = if was_unsaved {
            self.list_drafts();
            "keep-reloaded-with-draft"
        } else {
            "keep-reloaded"
        };
        self.notice = Some(tr_with(self.language, id, &[("file", file)]));
    }

    /// An empty profile without a file.
    pub(super) fn begin_new(&mut self) {
        self.begin(Document::default(), None, None, Hold::Mine(None));
    }
}
