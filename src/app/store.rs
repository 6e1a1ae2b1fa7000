//! Where drafts are kept, as the app's own threads see it.

use std::path::{Path, PathBuf};

use super::host::SaveError;
use crate::file::LoadError;
use crate::ui::drafts::DraftId;

/// A draft that nobody who is alive owns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Orphan {
    /// Which one.
    pub id: DraftId,
    /// Its text.
    pub bytes: Result<Vec<u8>, LoadError>,
    /// Whether the person has put it off.
    pub is_put_off: bool,
}

/// Keeps drafts apart from documents. Each draft has one owner at a time; an owner that is gone,
/// however it went, leaves an orphan.
pub trait DraftStore: Send + Sync {
    /// The drafts without an owner, the newest first.
    fn orphans(&self) -> Vec<Orphan>;

    /// A new draft's id; it is owned from now on, and has no text yet.
    ///
    /// # Errors
    /// There is no place to keep it.
    fn create(&self) -> Result<DraftId, SaveError>;

    /// Takes an orphan over; false when another owner was faster or it is gone.
    fn claim(&self, id: &DraftId) -> bool;

    /// Gives an owned draft up to whoever claims it next.
    fn release(&self, id: &DraftId);

    /// Writes an owned draft's text, whole or not at all.
    ///
    /// # Errors
    /// It can't be written; the text before it is unchanged.
    fn write(&self, id: &DraftId, bytes: &[u8]) -> Result<(), SaveError>;

    /// Reads a draft's text.
    ///
    /// # Errors
    /// It can't be read.
    fn read(&self, id: &DraftId) -> Result<Vec<u8>, LoadError>;

    /// Removes an owned draft; nobody owns it any more.
    fn remove(&self, id: &DraftId);

    /// Remembers that the person does not want to be asked about this orphan again.
    fn put_off(&self, id: &DraftId);

    /// The draft's own file.
    fn place(&self, id: &DraftId) -> PathBuf;

    /// The draft whose own file this is.
    fn at(&self, path: &Path) -> Option<DraftId>;

    /// Writes an account of a crash beside the drafts; none where it can't be written.
    fn write_crash(&self, name: &str, text: &str) -> Option<PathBuf>;
}
