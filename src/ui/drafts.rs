//! What is shown of work that an earlier run of the app left unsaved.

use std::path::PathBuf;

use chrono::NaiveDateTime;

/// Names a draft for as long as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DraftId(pub String);

/// A draft that was left behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftInfo {
    /// Which one.
    pub id: DraftId,
    /// The draft's own file.
    pub place: PathBuf,
    /// Whether the person has said "not now": it is listed, but not asked about again.
    pub is_put_off: bool,
    /// The work in it; where the draft can't be read, why, in the window's language.
    pub work: Result<DraftWork, String>,
}

impl DraftInfo {
    /// The file that the work belongs to, where there is one.
    pub fn path(&self) -> Option<&std::path::Path> {
        self.work.as_ref().ok()?.path.as_deref()
    }
}

/// The work that a draft holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftWork {
    /// The file that it belongs to; none for work that was never saved.
    pub path: Option<PathBuf>,
    /// When it was written, in local time.
    pub written: NaiveDateTime,
    /// The organisation's name; empty when unknown.
    pub organisation: String,
    /// How many endpoint groups it has.
    pub groups: usize,
    /// How its file stands to it.
    pub standing: Standing,
}

/// How the file that a draft belongs to stands to the draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is no such file yet.
    NeverSaved,
    /// The file is as it was when the work began.
    Unchanged,
    /// The file has been written since.
    Changed,
    /// The file is no longer there.
    Gone,
}

/// What was done to the open file outside this window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outside {
    /// Nothing.
    Same,
    /// Something else has been written to it.
    Changed,
    /// It was removed or moved.
    Gone,
}

/// What is asked of files and drafts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileRequest {
    /// Reads the open file again; what is not saved stays as a draft.
    Reload,
    /// Opens a draft as unsaved work.
    RestoreDraft(DraftId),
    /// Removes a draft for good.
    DeleteDraft(DraftId),
}
