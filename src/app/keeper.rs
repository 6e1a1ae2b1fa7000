//! The thread that keeps unsaved work as a draft, in the order in which it is told.
//!
//! The window's thread hands over snapshots and goes on at once. A snapshot waits a little for the
//! next one, so that typing is not written letter by letter; nothing else wakes the thread.

mod rescue;

pub(super) use rescue::{Rescued, Rescuer};

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use chrono::NaiveDateTime;

use super::host::SaveError;
use super::store::DraftStore;
use crate::file::{Draft, draft_text};
use crate::ui::drafts::DraftId;

/// How soon after a change a draft is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pace {
    /// After a pause in typing of this length.
    pub pause: Duration,
    /// And this long after the first change at the latest, while typing goes on.
    pub at_most: Duration,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            pause: Duration::from_secs(1),
            at_most: Duration::from_secs(5),
        }
    }
}

impl Pace {
    /// When a snapshot is due.
    fn due(self, first_change: Instant, last_change: Instant) -> Instant {
        (last_change + self.pause).min(first_change + self.at_most)
    }
}

/// Unsaved work at one moment.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub(super) draft: Draft,
    /// The history's revision that it shows.
    pub(super) revision: u64,
}

/// What became of the last snapshot that was due.
#[derive(Clone, Debug)]
pub(super) enum Kept {
    /// It is written.
    Written {
        /// When the snapshot was taken.
        at: NaiveDateTime,
        /// The history's revision that it shows.
        revision: u64,
    },
    /// It could not be written.
    Failed(Arc<SaveError>),
}

#[derive(Debug)]
enum Order {
    Write {
        snapshot: Box<Snapshot>,
        first_change: Instant,
        last_change: Instant,
    },
    Adopt(DraftId),
    GiveUp,
    LeaveBehind,
}

#[derive(Default)]
struct State {
    orders: VecDeque<Order>,
    /// The newest work that is not saved; what a panic writes.
    latest: Option<Snapshot>,
    /// The draft that is owned.
    draft: Option<DraftId>,
    kept: Option<Kept>,
    /// Whether an order is being carried out.
    is_busy: bool,
    /// Nothing waits for its time.
    hurry: bool,
    stop: bool,
}

/// What the thread, the window and a panic share.
struct Shared {
    state: Mutex<State>,
    told: Condvar,
    done: Condvar,
    store: Arc<dyn DraftStore>,
    pace: Pace,
    wake: Box<dyn Fn() + Send + Sync>,
}

impl Shared {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Keeps the unsaved work of one window.
pub(super) struct Keeper {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

/// How long the window waits for the thread at most: a disk may hang.
const PATIENCE: Duration = Duration::from_secs(5);
/// When a draft that could not be written is tried again.
const RETRY: Duration = Duration::from_secs(10);

impl Keeper {
    /// A keeper over these drafts; `wake` is called when there is news.
    pub(super) fn new(
        store: Arc<dyn DraftStore>,
        pace: Pace,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        let shared = Arc::new(Shared {
            state: Mutex::default(),
            told: Condvar::new(),
            done: Condvar::new(),
            store,
            pace,
            wake: Box::new(wake),
        });
        Self {
            shared,
            thread: None,
        }
    }

    /// Keeps this; an older snapshot that still waits is left out.
    pub(super) fn keep(&mut self, snapshot: Snapshot) {
        let now = Instant::now();
        self.tell(|state| {
            state.latest = Some(snapshot.clone());
            let mut first = now;
            if let Some(Order::Write { first_change, .. }) = state.orders.back() {
                first = *first_change;
                state.orders.pop_back();
            }
            state.orders.push_back(Order::Write {
                snapshot: Box::new(snapshot),
                first_change: first,
                last_change: now,
            });
        });
    }

    /// Goes on with a draft that has been claimed; what it holds is the unsaved work.
    pub(super) fn adopt(&mut self, id: DraftId, snapshot: Snapshot) {
        self.tell(|state| {
            state.kept = Some(Kept::Written {
                at: snapshot.draft.written,
                revision: snapshot.revision,
            });
            state.latest = Some(snapshot);
            state.orders.push_back(Order::Adopt(id));
        });
    }

    /// The work is saved or given up: its draft goes, and nothing older is written any more.
    pub(super) fn give_up(&mut self) {
        self.tell(|state| {
            state.latest = None;
            state.kept = None;
            if let Some(Order::Write { .. }) = state.orders.back() {
                state.orders.pop_back();
            }
            state.orders.push_back(Order::GiveUp);
        });
    }

    /// Writes what waits and leaves the draft to whoever claims it; returns its file. What can't be
    /// written is kept on.
    pub(super) fn leave_behind(&mut self) -> Option<PathBuf> {
        let place = self.settle()?;
        self.tell(|state| {
            state.latest = None;
            state.kept = None;
            state.orders.push_back(Order::LeaveBehind);
        });
        self.settle();
        Some(place)
    }

    /// Carries out at once what waits, and waits until it is done; returns the draft's file where
    /// the newest work stands in it.
    pub(super) fn settle(&mut self) -> Option<PathBuf> {
        self.tell(|state| state.hurry = true);
        let state = self.shared.state();
        let (mut state, _) = self
            .shared
            .done
            .wait_timeout_while(state, PATIENCE, |state| {
                state.is_busy || !state.orders.is_empty()
            })
            .unwrap_or_else(PoisonError::into_inner);
        state.hurry = false;
        // A thread that is busy still, after all that patience, has not written it.
        let is_done = state.orders.is_empty() && !state.is_busy;
        let has_failed = matches!(state.kept, Some(Kept::Failed(_)));
        if is_done
            && has_failed
            && let Some(latest) = state.latest.clone()
        {
            state.orders.push_back(later(Box::new(latest)));
            self.shared.told.notify_all();
        }
        let draft = state.draft.as_ref().filter(|_| is_done && !has_failed);
        draft.map(|id| self.shared.store.place(id))
    }

    /// What became of the last snapshot that was due.
    pub(super) fn kept(&self) -> Option<Kept> {
        self.shared.state().kept.clone()
    }

    /// What a panic needs to write the last known work.
    pub(super) fn rescuer(&self) -> Rescuer {
        Rescuer::new(Arc::clone(&self.shared))
    }

    /// Gives an order; the thread begins with the first one.
    fn tell(&mut self, order: impl FnOnce(&mut State)) {
        order(&mut self.shared.state());
        self.shared.told.notify_all();
        if self.thread.is_none() {
            let shared = Arc::clone(&self.shared);
            let builder = std::thread::Builder::new().name("drafts".to_owned());
            self.thread = builder.spawn(move || run(&shared)).ok();
        }
    }
}

impl Drop for Keeper {
    /// What still waits is written: a window that is closed by force leaves its work behind.
    fn drop(&mut self) {
        let Some(thread) = self.thread.take() else {
            return;
        };
        {
            let mut state = self.shared.state();
            state.stop = true;
            state.hurry = true;
        }
        self.shared.told.notify_all();
        // A thread that has panicked has nothing more to do.
        let _ = thread.join();
        let id = {
            let mut state = self.shared.state();
            state.latest = None;
            state.draft.take()
        };
        if let Some(id) = id {
            self.shared.store.release(&id);
        }
    }
}

/// The thread.
fn run(shared: &Shared) {
    loop {
        let mut state = shared.state();
        let order = loop {
            match state.orders.front() {
                None if state.stop => return,
                None => {
                    state = shared
                        .told
                        .wait(state)
                        .unwrap_or_else(PoisonError::into_inner);
                }
                Some(order) => {
                    let wait = time_left(&state, order, shared.pace);
                    if wait.is_zero() {
                        break state.orders.pop_front();
                    }
                    let waited = shared.told.wait_timeout(state, wait);
                    state = waited.unwrap_or_else(PoisonError::into_inner).0;
                }
            }
        };
        state.is_busy = true;
        let draft = state.draft.clone();
        drop(state);
        let news = order.map(|order| carry_out(shared, order, draft));
        let mut state = shared.state();
        state.is_busy = false;
        let mut is_news = false;
        if let Some((draft, kept, again)) = news {
            state.draft = draft;
            is_news = kept.is_some();
            // News of work that has been given up meanwhile is none.
            if state.latest.is_some() {
                state.kept = kept.or(state.kept.take());
            }
            if let Some(again) = again
                && state.orders.is_empty()
                && !state.hurry
            {
                state.orders.push_back(again);
            }
        }
        drop(state);
        shared.done.notify_all();
        if is_news {
            (shared.wake)();
        }
    }
}

/// How long this order waits for more to come.
fn time_left(state: &State, order: &Order, pace: Pace) -> Duration {
    match order {
        Order::Write {
            first_change,
            last_change,
            ..
        } if state.orders.len() == 1 && !state.hurry => {
            let due = pace.due(*first_change, *last_change);
            due.saturating_duration_since(Instant::now())
        }
        _ => Duration::ZERO,
    }
}

/// Does one order with the draft that is owned; returns the one that is owned from now on, the
/// news, and what is to be tried again.
fn carry_out(
    shared: &Shared,
    order: Order,
    draft: Option<DraftId>,
) -> (Option<DraftId>, Option<Kept>, Option<Order>) {
    let store = &shared.store;
    match order {
        Order::Write { snapshot, .. } => {
            let id = match draft.map_or_else(|| store.create(), Ok) {
                Ok(id) => id,
                Err(error) => return failed(None, snapshot, error),
            };
            let text = draft_text(&snapshot.draft);
            match store.write(&id, text.as_bytes()) {
                Ok(()) => {
                    let kept = Kept::Written {
                        at: snapshot.draft.written,
                        revision: snapshot.revision,
                    };
                    (Some(id), Some(kept), None)
                }
                Err(error) => failed(Some(id), snapshot, error),
            }
        }
        Order::Adopt(id) => {
            if let Some(old) = draft {
                store.release(&old);
            }
            (Some(id), None, None)
        }
        Order::GiveUp => {
            if let Some(id) = draft {
                store.remove(&id);
            }
            (None, None, None)
        }
        Order::LeaveBehind => {
            if let Some(id) = draft {
                store.release(&id);
            }
            (None, None, None)
        }
    }
}

fn failed(
    draft: Option<DraftId>,
    snapshot: Box<Snapshot>,
    error: SaveError,
) -> (Option<DraftId>, Option<Kept>, Option<Order>) {
    let kept = Kept::Failed(Arc::new(error));
    (draft, Some(kept), Some(later(snapshot)))
}

/// What could not be written is tried again.
fn later(snapshot: Box<Snapshot>) -> Order {
    let later = Instant::now() + RETRY;
    Order::Write {
        snapshot,
        first_change: later,
        last_change: later,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::state_folder::StateFolder;
    use crate::document::Document;

    /// A keeper that writes nothing by itself, and its drafts.
    fn keeper(root: PathBuf) -> (Keeper, Arc<StateFolder>) {
        let store = Arc::new(StateFolder::new(Some(root)));
        let long = Duration::from_mins(10);
        let pace = Pace {
            pause: long,
            at_most: long,
        };
        (Keeper::new(store.clone(), pace, || ()), store)
    }

    fn snapshot(revision: u64) -> Snapshot {
        Snapshot {
            draft: Draft {
                written: NaiveDateTime::default(),
                path: None,
                began_from: None,
                document: Document::default(),
            },
            revision,
        }
    }

    #[test]
    fn a_window_that_outlives_a_panic_leaves_the_draft_behind_that_the_panic_wrote() {
        let folder = tempfile::tempdir().unwrap();
        let (mut keeper, store) = keeper(folder.path().join("state"));
        keeper.keep(snapshot(1));
        let Rescued::Kept(place) = keeper.rescuer().write_now() else {
            panic!("it is written");
        };
        assert_eq!(store.orphans(), [], "its owner is alive");
        assert_eq!(keeper.leave_behind(), Some(place));
        assert_eq!(store.orphans().len(), 1);
    }

    #[test]
    fn what_could_not_be_written_at_once_is_tried_again_and_never_left_behind() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("state");
        std::fs::write(&root, b"in the way").unwrap();
        let (mut keeper, store) = keeper(root.clone());
        keeper.keep(snapshot(1));
        assert_eq!(keeper.leave_behind(), None);
        assert!(matches!(keeper.kept(), Some(Kept::Failed(_))));
        std::fs::remove_file(&root).unwrap();
        // Later has come.
        assert!(keeper.leave_behind().is_some());
        assert_eq!(store.orphans().len(), 1);
    }

    #[test]
    fn a_draft_is_due_after_a_pause_and_never_later_than_promised() {
        let pace = Pace::default();
        let start = Instant::now();
        let second = Duration::from_secs(1);
        assert_eq!(pace.due(start, start), start + pace.pause);
        for seconds in 0..60 {
            let last = start + second * seconds;
            let due = pace.due(start, last);
            assert!(due <= last + 2 * second, "within two seconds of a pause");
            assert!(
                due <= start + 10 * second,
                "within ten while typing goes on"
            );
        }
    }
}
