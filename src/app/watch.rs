//! Looks now and then whether the open file is still what was read from it or written to it.
//!
//! A thread of its own, as a network share may hang: the window only hears when there is news.

use std::fs::Metadata;
use std::io::ErrorKind;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, SystemTime};

use crate::file::{Fingerprint, LoadError, read_limited};
use crate::ui::drafts::Outside;

/// How often it looks.
const INTERVAL: Duration = Duration::from_secs(2);

/// A file and what it held when the app last read or wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watched {
    /// The file.
    pub path: PathBuf,
    /// What it held.
    pub known: Fingerprint,
}

/// Hears what was done to the file, on whatever thread it is noticed.
pub type OnOutside = Box<dyn Fn(Outside) + Send>;

/// Watches one file at a time.
#[derive(Default)]
pub struct Watcher {
    shared: Arc<Shared>,
    is_running: Mutex<bool>,
}

#[derive(Default)]
struct Shared {
    task: Mutex<Option<Task>>,
    told: Condvar,
}

struct Task {
    watched: Watched,
    on_outside: OnOutside,
    seen: Seen,
}

/// What the last look found.
#[derive(Clone, Debug)]
struct Seen {
    outside: Outside,
    /// Length and time of the file whose bytes have been compared.
    stamp: Option<(u64, SystemTime)>,
}

impl Watcher {
    /// Watches this file from now on and no other; none watches nothing.
    pub fn watch(&self, watched: Option<Watched>, on_outside: OnOutside) {
        let is_some = watched.is_some();
        *lock(&self.shared.task) = watched.map(|watched| Task {
            watched,
            on_outside,
            seen: Seen {
                outside: Outside::Same,
                stamp: None,
            },
        });
        self.shared.told.notify_all();
        let mut is_running = lock(&self.is_running);
        if is_some && !*is_running {
            let shared = Arc::downgrade(&self.shared);
            let builder = std::thread::Builder::new().name("watch".to_owned());
            *is_running = builder.spawn(move || run(&shared)).is_ok();
        }
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        *lock(&self.shared.task) = None;
        self.shared.told.notify_all();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The thread: it ends some seconds after its watcher.
fn run(shared: &Weak<Shared>) {
    while let Some(shared) = shared.upgrade() {
        let task = lock(&shared.task);
        let (task, _) = shared
            .told
            .wait_timeout(task, INTERVAL)
            .unwrap_or_else(PoisonError::into_inner);
        let looked = task
            .as_ref()
            .map(|task| (task.watched.clone(), task.seen.clone()));
        drop(task);
        let Some((watched, seen)) = looked else {
            continue;
        };
        let Some(now) = look(&watched, &seen) else {
            continue;
        };
        let mut task = lock(&shared.task);
        let Some(task) = task.as_mut().filter(|task| task.watched == watched) else {
            continue;
        };
        let is_news = task.seen.outside != now.outside;
        let outside = now.outside;
        task.seen = now;
        if is_news {
            (task.on_outside)(outside);
        }
    }
}

/// Looks at the file; none where the system does not tell.
fn look(watched: &Watched, seen: &Seen) -> Option<Seen> {
    let stamp = |metadata: &Metadata| Some((metadata.len(), metadata.modified().ok()?));
    let (outside, stamp) = match std::fs::metadata(&watched.path) {
        Err(error) if error.kind() == ErrorKind::NotFound => (Outside::Gone, None),
        Err(_) => return None,
        Ok(metadata) => {
            let stamp = stamp(&metadata);
            if stamp.is_some() && stamp == seen.stamp {
                return None;
            }
            match read_limited(&watched.path) {
                Ok(bytes) if Fingerprint::of(&bytes) == watched.known => (Outside::Same, stamp),
                // It may be in the middle of being replaced: the next look tells.
                Err(LoadError::Unreadable { .. }) => return None,
                Ok(_) | Err(_) => (Outside::Changed, stamp),
            }
        }
    };
    Some(Seen { outside, stamp })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_a_touch_and_a_removal_are_told_apart() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.esu");
        std::fs::write(&path, b"one").unwrap();
        let watched = Watched {
            path: path.clone(),
            known: Fingerprint::of(b"one"),
        };
        let seen = Seen {
            outside: Outside::Same,
            stamp: None,
        };
        let first = look(&watched, &seen).unwrap();
        assert_eq!(first.outside, Outside::Same);
        assert!(look(&watched, &first).is_none(), "nothing is read again");
        let touched = std::fs::File::options().write(true).open(&path).unwrap();
        touched.set_modified(SystemTime::UNIX_EPOCH).unwrap();
        let second = look(&watched, &first).unwrap();
        assert_eq!(second.outside, Outside::Same, "the same bytes");
        std::fs::write(&path, b"two").unwrap();
        let third = look(&watched, &second).unwrap();
        assert_eq!(third.outside, Outside::Changed);
        std::fs::remove_file(&path).unwrap();
        assert_eq!(look(&watched, &third).unwrap().outside, Outside::Gone);
    }
}
