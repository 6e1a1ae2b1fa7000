//! The app's own folder for state: drafts with their owners' locks, and the files that are open.
//!
//! A lock is the system's: it ends with the process that holds it, however that ends.

use std::collections::BTreeMap;
use std::fs::{File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use super::folders::Folders;
use super::host::{Hold, SaveError};
use super::store::{DraftStore, Orphan};
use crate::file::{Fingerprint, LoadError, read_limited, write_atomically};
use crate::ui::drafts::DraftId;

/// How the names of drafts end.
const DRAFT: &str = "draft";
/// How the names of their owners' lock files end.
const LOCK: &str = "lock";
/// How the names of the marks for "not now" end.
const PUT_OFF: &str = "put-off";
/// How old what a write left behind must be before it is removed while others may be writing.
const BROKEN_OFF: Duration = Duration::from_hours(24);
/// How long accounts of crashes are kept.
const CRASHES: Duration = Duration::from_hours(24 * 60);
/// How often a new lock's name is tried: a start that cleans up may be faster.
const TRIES: usize = 20;

/// The folder.
#[derive(Debug)]
pub struct StateFolder {
    /// None where the system names no place for state.
    root: Option<PathBuf>,
    /// The locks of the drafts that this process owns.
    owned: Mutex<BTreeMap<DraftId, File>>,
}

impl StateFolder {
    /// The folder that the system has for the state of programs.
    pub fn of_system() -> Self {
        Self::new(Folders::of_system().state)
    }

    /// Another folder.
    pub fn new(root: Option<PathBuf>) -> Self {
        Self {
            root,
            owned: Mutex::default(),
        }
    }

    /// A folder in it, made when it is missing; only its person may look into it.
    fn folder(&self, name: &str) -> io::Result<PathBuf> {
        let no_root = || io::Error::new(io::ErrorKind::NotFound, "there is no folder for state");
        let folder = self.root.as_ref().ok_or_else(no_root)?.join(name);
        let mut builder = std::fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::DirBuilderExt as _;
            builder.mode(0o700);
        }
        builder.create(&folder)?;
        Ok(folder)
    }

    fn drafts(&self) -> PathBuf {
        let root = self.root.as_deref().unwrap_or(Path::new(""));
        root.join("drafts")
    }

    fn file(&self, id: &DraftId, ending: &str) -> PathBuf {
        self.drafts().join(format!("{}.{ending}", id.0))
    }

    /// Marks a file as open in this process, for as long as the answer is kept.
    pub fn hold(&self, path: &Path) -> Hold {
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let name = Fingerprint::of(path.as_os_str().as_encoded_bytes());
        let opened = self
            .folder("open")
            .and_then(|folder| open_lock(&folder.join(format!("{name}.{LOCK}"))));
        match opened.map(|file| (file.try_lock(), file)) {
            Ok((Ok(()), file)) => Hold::Mine(Some(file)),
            Ok((Err(TryLockError::WouldBlock), _)) => Hold::Elsewhere,
            // A file system without locks: a second copy can't be told there.
            Ok((Err(TryLockError::Error(_)), _)) | Err(_) => Hold::Mine(None),
        }
    }

    /// Removes what broken-off writes and owners that are gone left behind.
    fn clean(&self) {
        let drafts = self.drafts();
        let left = entries(&drafts);
        // Looked at after the list was made: whoever writes one of the listed neighbours had its
        // lock before it began.
        let mut has_owner = false;
        for (path, _) in entries(&drafts).iter().filter(|(_, ending)| ending == LOCK) {
            match File::open(path).map(|lock| is_free(&lock)) {
                Ok(true) if !path.with_extension(DRAFT).exists() => remove_unlocked(path),
                Ok(is_free) => has_owner |= !is_free,
                Err(_) => {}
            }
        }
        for (path, ending) in left {
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            let is_debris = if name.starts_with(".esu-planner-") {
                !has_owner || is_older(&path, BROKEN_OFF)
            } else if ending == PUT_OFF {
                !path.with_extension(DRAFT).exists()
            } else {
                name.starts_with("crash-") && is_older(&path, CRASHES)
            };
            if is_debris {
                let _ = std::fs::remove_file(&path);
            }
        }
        let open = self.root.as_deref().map(|root| root.join("open"));
        for (path, _) in open.iter().flat_map(|open| entries(open)) {
            if is_older(&path, BROKEN_OFF) {
                remove_unlocked(&path);
            }
        }
    }
}

impl DraftStore for StateFolder {
    fn orphans(&self) -> Vec<Orphan> {
        self.clean();
        let mut found = Vec::new();
        for (path, ending) in entries(&self.drafts()) {
            let Some(stem) = path.file_stem().filter(|_| ending == DRAFT) else {
                continue;
            };
            let id = DraftId(stem.to_string_lossy().into_owned());
            // Locked for this moment only: two starts at once both see the orphan, one gets it.
            let is_orphan = open_lock(&self.file(&id, LOCK)).is_ok_and(|lock| is_free(&lock));
            if is_orphan {
                let changed = path.metadata().and_then(|metadata| metadata.modified());
                let orphan = Orphan {
                    bytes: read_limited(&path),
                    is_put_off: self.file(&id, PUT_OFF).exists(),
                    id,
                };
                found.push((changed.ok(), orphan));
            }
        }
        found.sort_by(|(a, _), (b, _)| b.cmp(a));
        found.into_iter().map(|(_, orphan)| orphan).collect()
    }

    fn create(&self) -> Result<DraftId, SaveError> {
        let create = || {
            let folder = self.folder("drafts")?;
            for _ in 0..TRIES {
                let mut builder = tempfile::Builder::new();
                let builder = builder.prefix("work-");
                let lock = builder.suffix(&format!(".{LOCK}")).tempfile_in(&folder)?;
                let (file, path) = lock.keep().map_err(|error| error.error)?;
                // A start that cleans up may have taken it for one without an owner.
                if is_free(&file) && path.exists() {
                    let stem = path.file_stem().unwrap_or_default();
                    return Ok((DraftId(stem.to_string_lossy().into_owned()), file));
                }
            }
            Err(io::Error::from(io::ErrorKind::WouldBlock))
        };
        match create() {
            Ok((id, file)) => {
                self.owned().insert(id.clone(), file);
                Ok(id)
            }
            Err(error) => Err(unwritable(&self.drafts(), &error)),
        }
    }

    fn claim(&self, id: &DraftId) -> bool {
        let mut owned = self.owned();
        let draft = self.file(id, DRAFT);
        if owned.contains_key(id) || !draft.exists() {
            return false;
        }
        match open_lock(&self.file(id, LOCK)) {
            // Looked at again: the owner before may have removed it until the lock was free.
            Ok(file) if is_free(&file) && draft.exists() => {
                owned.insert(id.clone(), file);
                let _ = std::fs::remove_file(self.file(id, PUT_OFF));
                true
            }
            _ => false,
        }
    }

    fn release(&self, id: &DraftId) {
        self.owned().remove(id);
    }

    fn write(&self, id: &DraftId, bytes: &[u8]) -> Result<(), SaveError> {
        let path = self.file(id, DRAFT);
        write_atomically(&path, bytes).map_err(|error| unwritable(&path, &error))
    }

    fn read(&self, id: &DraftId) -> Result<Vec<u8>, LoadError> {
        read_limited(&self.file(id, DRAFT))
    }

    fn remove(&self, id: &DraftId) {
        // The draft goes first: whatever breaks off here leaves no draft without its lock.
        let _ = std::fs::remove_file(self.file(id, DRAFT));
        let _ = std::fs::remove_file(self.file(id, PUT_OFF));
        let lock = self.owned().remove(id);
        if lock.is_some() {
            let _ = std::fs::remove_file(self.file(id, LOCK));
        }
    }

    fn put_off(&self, id: &DraftId) {
        let _ = write_atomically(&self.file(id, PUT_OFF), b"");
    }

    fn place(&self, id: &DraftId) -> PathBuf {
        self.file(id, DRAFT)
    }

    fn at(&self, path: &Path) -> Option<DraftId> {
        let stem = path.file_stem()?.to_string_lossy().into_owned();
        let id = DraftId(stem);
        (self.file(&id, DRAFT) == path).then_some(id)
    }

    fn write_crash(&self, name: &str, text: &str) -> Option<PathBuf> {
        let path = self.folder("drafts").ok()?.join(name);
        write_atomically(&path, text.as_bytes()).ok()?;
        Some(path)
    }
}

impl StateFolder {
    fn owned(&self) -> std::sync::MutexGuard<'_, BTreeMap<DraftId, File>> {
        self.owned.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn unwritable(path: &Path, error: &io::Error) -> SaveError {
    SaveError {
        path: path.display().to_string(),
        problem: error.to_string(),
    }
}

/// The files of a folder with the endings of their names, in the order of their names.
fn entries(folder: &Path) -> Vec<(PathBuf, String)> {
    let listed = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<_> = listed
        .map(|entry| entry.path())
        .map(|path| {
            let ending = path.extension().unwrap_or_default().to_string_lossy();
            let ending = ending.into_owned();
            (path, ending)
        })
        .collect();
    found.sort();
    found
}

/// Opens a lock file and keeps what is in it: nothing.
fn open_lock(path: &Path) -> io::Result<File> {
    File::options()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

/// Whether nobody else holds this lock; it is held by this handle then. Where the file system has
/// no locks, whoever asks counts as the only one.
fn is_free(lock: &File) -> bool {
    !matches!(lock.try_lock(), Err(TryLockError::WouldBlock))
}

/// Removes a lock file that nobody holds.
fn remove_unlocked(path: &Path) {
    if File::open(path).is_ok_and(|lock| is_free(&lock)) {
        let _ = std::fs::remove_file(path);
    }
}

fn is_older(path: &Path, than: Duration) -> bool {
    let modified = path.metadata().and_then(|metadata| metadata.modified());
    let age = modified.ok().and_then(|modified| modified.elapsed().ok());
    age.is_some_and(|age| age > than)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::SystemTime;

    fn names(state: &StateFolder) -> Vec<String> {
        entries(&state.drafts())
            .iter()
            .filter_map(|(path, _)| path.file_name())
            .map(|name| name.to_string_lossy().into_owned())
            .collect()
    }

    /// A folder, and two copies of the app over it.
    fn copies() -> (tempfile::TempDir, StateFolder, StateFolder) {
        let folder = tempfile::tempdir().unwrap();
        let state = || StateFolder::new(Some(folder.path().join("state")));
        let (one, other) = (state(), state());
        (folder, one, other)
    }

    #[test]
    fn a_draft_of_a_living_owner_is_no_orphan() {
        let (_folder, one, other) = copies();
        let id = one.create().unwrap();
        one.write(&id, b"work").unwrap();
        assert_eq!(other.orphans(), []);
        assert_eq!(one.orphans(), []);
        assert!(!other.claim(&id));
        drop(one);
        let orphans = other.orphans();
        assert_eq!(orphans.len(), 1);
        assert_eq!(orphans[0].bytes, Ok(b"work".to_vec()));
    }

    #[test]
    fn of_two_starts_one_gets_the_orphan() {
        let (_folder, one, other) = copies();
        let id = one.create().unwrap();
        one.write(&id, b"work").unwrap();
        one.release(&id);
        assert_eq!(one.orphans(), other.orphans());
        assert!(other.claim(&id));
        assert!(!one.claim(&id));
        other.remove(&id);
        assert!(!one.claim(&id), "it is gone");
        assert_eq!(names(&one), Vec::<String>::new());
    }

    #[test]
    fn not_now_is_remembered_until_it_is_claimed() {
        let (_folder, one, other) = copies();
        let id = one.create().unwrap();
        one.write(&id, b"work").unwrap();
        one.release(&id);
        other.put_off(&id);
        assert!(one.orphans()[0].is_put_off);
        assert!(one.claim(&id));
        one.release(&id);
        assert!(!other.orphans()[0].is_put_off);
    }

    #[test]
    fn what_broke_off_is_removed_but_not_under_a_living_owner() {
        let (_folder, one, other) = copies();
        let id = one.create().unwrap();
        one.write(&id, b"work").unwrap();
        let neighbour = one.drafts().join(".esu-planner-abc");
        std::fs::write(&neighbour, b"half").unwrap();
        other.orphans();
        assert!(neighbour.exists(), "its owner may be writing");
        let long_ago = SystemTime::UNIX_EPOCH;
        let file = File::options().write(true).open(&neighbour).unwrap();
        file.set_modified(long_ago).unwrap();
        other.orphans();
        assert!(!neighbour.exists(), "nobody writes for a day");
        std::fs::write(&neighbour, b"half").unwrap();
        let begun = one.create().unwrap();
        drop(one);
        other.orphans();
        assert!(!neighbour.exists(), "its owner is gone");
        let lock = other.file(&begun, LOCK);
        assert!(!lock.exists(), "it never came to a draft");
        assert_eq!(names(&other).len(), 2, "the draft and its lock stay");
    }

    #[test]
    fn a_folder_that_can_t_be_made_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, b"").unwrap();
        let state = StateFolder::new(Some(file));
        assert!(state.create().is_err());
        assert_eq!(state.orphans(), []);
        assert!(StateFolder::new(None).create().is_err());
    }
}
