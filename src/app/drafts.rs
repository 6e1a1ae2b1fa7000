//! Unsaved work: it is kept as a draft while it is typed, and offered again after a crash.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::NaiveDateTime;
use eframe::egui::Context;

use super::files::Intent;
use super::host::{DraftStore, Hold, Host, Orphan};
use super::jobs::Waker;
use super::keeper::{Keeper, Kept, Rescuer, Snapshot};
use super::outside::look;
use super::problems::{load_words, save_words};
use super::{App, Dialog};
use crate::domain::changes::compare;
use crate::domain::text::Language;
use crate::file::{Draft, LoadError, is_draft, load, read_draft};
use crate::i18n::{tr, tr_with};
use crate::ui::Screen;
use crate::ui::dialogs::{RecoveryAnswer, RecoveryState, recovery_ui};
use crate::ui::drafts::{DraftId, DraftInfo, DraftWork, FileRequest, Outside, Standing};

/// What keeps the unsaved work.
pub(super) struct Keeping {
    store: Arc<dyn DraftStore>,
    keeper: Keeper,
    /// The history's revision that was handed to the keeper last; none while nothing is kept.
    handed: Option<u64>,
    /// The revision that was left to another start; it is not kept twice.
    rescued: Option<u64>,
    /// Whether the person knows that drafts can't be written.
    told_failure: bool,
    /// What an earlier run left behind.
    left: Vec<DraftInfo>,
    /// Whether the person has been asked about it.
    was_offered: bool,
    /// Whether the window has begun to draw.
    pub(super) is_under_way: Arc<AtomicBool>,
}

impl Keeping {
    pub(super) fn new(host: &dyn Host, waker: &Waker, language: Language) -> Self {
        let store = host.drafts();
        let waker = waker.clone();
        let keeper = Keeper::new(Arc::clone(&store), host.pace(), move || waker.wake());
        let left = left_behind(host, &*store, language);
        Self {
            store,
            keeper,
            handed: None,
            rescued: None,
            told_failure: false,
            left,
            was_offered: false,
            is_under_way: Arc::default(),
        }
    }

    /// The work is saved or given up.
    pub(super) fn give_up(&mut self) {
        self.rescued = None;
        if self.handed.take().is_some() {
            self.keeper.give_up();
        }
    }

    /// What an earlier run left behind.
    pub(super) fn left(&self) -> &[DraftInfo] {
        &self.left
    }

    pub(super) fn rescuer(&self) -> Rescuer {
        self.keeper.rescuer()
    }
}

/// What earlier runs left behind. What a file holds already is no loss and goes without a word.
fn left_behind(host: &dyn Host, store: &dyn DraftStore, language: Language) -> Vec<DraftInfo> {
    let mut left = Vec::new();
    for orphan in store.orphans() {
        let Orphan {
            id,
            bytes,
            is_put_off,
        } = orphan;
        let place = store.place(&id);
        let name = place.display().to_string();
        let draft = bytes.and_then(|bytes| read_draft(&name, &bytes));
        if let Ok(draft) = &draft
            && is_saved(host, draft)
        {
            if store.claim(&id) {
                store.remove(&id);
            }
            continue;
        }
        let work = draft
            .map(|draft| DraftWork {
                standing: standing(host, &draft),
                path: draft.path,
                written: draft.written,
                organisation: draft.document.profile.organisation.name,
                groups: draft.document.profile.groups.len(),
            })
            .map_err(|error| load_words(language, &error));
        left.push(DraftInfo {
            id,
            place,
            is_put_off,
            work,
        });
    }
    left
}

/// Whether the draft's file holds the same work.
fn is_saved(host: &dyn Host, draft: &Draft) -> bool {
    let Some(path) = &draft.path else {
        return false;
    };
    let saved = host.read(path).and_then(|bytes| load("", &bytes));
    saved.is_ok_and(|saved| saved.document == draft.document)
}

fn standing(host: &dyn Host, draft: &Draft) -> Standing {
    let Some(path) = &draft.path else {
        return Standing::NeverSaved;
    };
    match look(host, path, draft.began_from) {
        Outside::Same => Standing::Unchanged,
        Outside::Changed => Standing::Changed,
        Outside::Gone => Standing::Gone,
    }
}

impl App {
    /// The work that earlier runs left unsaved, the newest first.
    pub fn drafts(&self) -> &[DraftInfo] {
        &self.keeping.left
    }

    /// When the draft of what is not saved was last written; none while there is none.
    pub(super) fn draft_kept(&self) -> Option<NaiveDateTime> {
        match self.keeping.keeper.kept() {
            Some(Kept::Written { at, .. }) if self.is_unsaved() => Some(at),
            _ => None,
        }
    }

    /// Whether the draft on the disk holds what is shown.
    pub fn is_kept(&self) -> bool {
        let kept = self.keeping.keeper.kept();
        let shown = self.history.revision();
        matches!(kept, Some(Kept::Written { revision, .. }) if revision == shown)
    }

    /// Hands what has changed to the keeper; the frame goes on at once.
    pub(super) fn keep(&mut self) {
        self.keeping.is_under_way.store(true, Ordering::Relaxed);
        if !self.is_unsaved() {
            self.keeping.give_up();
            return;
        }
        let revision = Some(self.history.revision());
        if self.keeping.handed != revision && self.keeping.rescued != revision {
            self.keeping.handed = revision;
            self.keeping.rescued = None;
            let snapshot = self.snapshot();
            self.keeping.keeper.keep(snapshot);
        }
    }

    fn snapshot(&self) -> Snapshot {
        Snapshot {
            draft: Draft {
                written: self.host.now(),
                path: self.path.clone(),
                began_from: self.on_disk.known,
                document: self.document().clone(),
            },
            revision: self.history.revision(),
        }
    }

    /// Tells once that drafts can't be written.
    pub(super) fn take_keeper_news(&mut self) {
        match self.keeping.keeper.kept() {
            Some(Kept::Failed(error)) if !self.keeping.told_failure => {
                self.keeping.told_failure = true;
                let problem = error.problem.as_str().into();
                let line = tr_with(self.language, "keep-failed", &[("problem", problem)]);
                self.notice = Some(line);
            }
            Some(Kept::Written { .. }) => self.keeping.told_failure = false,
            _ => {}
        }
    }

    /// Writes what is not saved as a draft at once and waits for it; returns the draft's file.
    /// None when everything is saved, or when the draft can't be written.
    pub fn keep_now(&mut self) -> Option<PathBuf> {
        self.keep();
        self.keeping.handed?;
        self.keeping.keeper.settle()
    }

    /// Writes what is not saved as a draft and leaves it to the next start, which may be given the
    /// draft's path as its file.
    pub fn rescue(&mut self) -> Option<PathBuf> {
        self.keep_now()?;
        let place = self.leave_draft_behind();
        self.keeping.rescued = place.as_ref().map(|_| self.history.revision());
        place
    }

    /// Leaves the draft of what is not saved to whoever restores it.
    pub(super) fn leave_draft_behind(&mut self) -> Option<PathBuf> {
        self.keep();
        self.keeping.handed.take()?;
        self.keeping.keeper.leave_behind()
    }

    /// Does what is asked of files and drafts; what would give up changes is asked about first.
    pub fn file_request(&mut self, context: &Context, request: FileRequest) {
        match request {
            FileRequest::Reload => self.reload(),
            FileRequest::RestoreDraft(id) => self.request(context, Intent::Restore(id)),
            FileRequest::DeleteDraft(id) => self.delete_draft(&id),
        }
    }

    /// Whether the document's file holds what is shown, whatever was changed in between.
    pub(super) fn is_in_its_file(&self) -> bool {
        is_saved(&*self.host, &self.snapshot().draft)
    }

    /// Reads again what is left behind.
    pub(super) fn list_drafts(&mut self) {
        self.keeping.left = left_behind(&*self.host, &*self.keeping.store, self.language);
    }

    /// Asks once about the work that is left behind and not put off.
    pub(super) fn offer_drafts(&mut self) {
        if self.keeping.was_offered || self.dialog.is_some() {
            return;
        }
        self.keeping.was_offered = true;
        if self.drafts().iter().any(|draft| !draft.is_put_off) {
            self.dialog = Some(Dialog::Recovery(RecoveryState::default()));
        }
    }

    pub(super) fn recovery_ui(&mut self, context: &Context, mut state: RecoveryState) {
        let language = self.language;
        match recovery_ui(context, language, &self.keeping.left, &mut state) {
            None => self.dialog = Some(Dialog::Recovery(state)),
            Some(RecoveryAnswer::Restore(id)) => self.request(context, Intent::Restore(id)),
            Some(RecoveryAnswer::Delete(id)) => {
                self.delete_draft(&id);
                if !self.drafts().is_empty() {
                    self.dialog = Some(Dialog::Recovery(state));
                }
            }
            Some(RecoveryAnswer::NotNow) => {
                for draft in &mut self.keeping.left {
                    draft.is_put_off = true;
                    self.keeping.store.put_off(&draft.id);
                }
            }
        }
    }

    /// Removes a draft for good.
    pub(super) fn delete_draft(&mut self, id: &DraftId) {
        if self.keeping.store.claim(id) {
            self.keeping.store.remove(id);
        }
        self.list_drafts();
    }

    /// Opens a draft as unsaved work that keeps its file. A problem leaves the document alone.
    pub(super) fn restore_draft(&mut self, id: &DraftId) {
        let place = self.keeping.store.place(id);
        let draft = self.keeping.store.read(id);
        let draft = draft.and_then(|bytes| read_draft(&place.display().to_string(), &bytes));
        match draft {
            Ok(draft) if self.keeping.store.claim(id) => {
                self.begin_with(draft.clone());
                let revision = self.history.revision();
                self.keeping.handed = Some(revision);
                let snapshot = Snapshot { draft, revision };
                self.keeping.keeper.adopt(id.clone(), snapshot);
                self.notice = Some(tr(self.language, "keep-restored"));
            }
            Ok(_) => {
                let line = tr(self.language, "keep-taken");
                self.show_problem("keep-cannot-restore", line);
            }
            Err(error) => {
                let line = load_words(self.language, &error);
                self.show_problem("keep-cannot-restore", line);
            }
        }
        self.list_drafts();
    }

    /// Opens a draft by its own path: the draft in the app's folder is restored, a copy of one
    /// elsewhere is opened as unsaved work. False when the bytes are no draft.
    pub(super) fn open_draft(&mut self, path: &Path, bytes: &[u8]) -> bool {
        if !is_draft(bytes) {
            return false;
        }
        if let Some(id) = self.keeping.store.at(path) {
            self.restore_draft(&id);
            return true;
        }
        match read_draft(&path.display().to_string(), bytes) {
            Ok(draft) => self.begin_with(draft),
            Err(error) => {
                let line = load_words(self.language, &error);
                self.show_problem("keep-cannot-restore", line);
            }
        }
        true
    }

    fn begin_with(&mut self, draft: Draft) {
        let Draft {
            path,
            began_from,
            document,
            ..
        } = draft;
        let made_with = path.as_deref().and_then(|path| self.made_with(path));
        let since = made_with.map(|saved| compare(&saved, self.catalogue, &document.profile));
        let hold = path
            .as_deref()
            .map_or(Hold::Mine(None), |path| self.take_hold(path));
        self.begin(document, path, began_from, hold);
        self.leave_start_for(Screen::Profile);
        self.saved_revision = None;
        self.since_saved = since.filter(|since| !since.lines.is_empty());
    }

    fn made_with(&self, path: &Path) -> Option<crate::domain::record::PlanRecord> {
        let read = |path: &Path| -> Result<_, LoadError> { load("", &self.host.read(path)?) };
        read(path).ok()?.made_with
    }

    /// What a failed save adds: that the work is kept all the same, where it is.
    pub(super) fn kept_words(&mut self) -> String {
        let kept = self.keep_now();
        let id = if kept.is_some() {
            "keep-still-draft"
        } else {
            "keep-still-open"
        };
        tr(self.language, id)
    }
}

/// The words for a document that can't be saved.
pub(super) fn cannot_save_words(app: &mut App, error: &super::host::SaveError) -> String {
    let line = save_words(app.language, error);
    format!("{line}\n\n{}", app.kept_words())
}
