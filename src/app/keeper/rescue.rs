//! The last known work, written by a panic when nothing else may run any more.

use std::path::PathBuf;
use std::sync::{Arc, TryLockError};
use std::time::Duration;

use super::{Kept, Shared};
use crate::app::store::DraftStore;
use crate::file::draft_text;

/// What a panic could do for the unsaved work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::app) enum Rescued {
    /// Nothing was unsaved.
    NothingUnsaved,
    /// It stands in this file.
    Kept(PathBuf),
    /// It could not be written.
    Lost,
}

/// Writes the last known work when all else has failed.
#[derive(Clone)]
pub(in crate::app) struct Rescuer(Arc<Shared>);

impl Rescuer {
    pub(super) fn new(shared: Arc<Shared>) -> Self {
        Self(shared)
    }

    /// Writes the newest unsaved work on this thread.
    ///
    /// It waits for nothing long: the thread that panics may hold what it would wait for.
    pub(in crate::app) fn write_now(&self) -> Rescued {
        const STEP: Duration = Duration::from_millis(10);
        const STEPS: usize = 200;
        let shared = &self.0;
        let mut found = None;
        for _ in 0..STEPS {
            let state = match shared.state.try_lock() {
                Ok(state) => Some(state),
                Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
                Err(TryLockError::WouldBlock) => None,
            };
            if let Some(mut state) = state {
                found = Some((state.latest.clone(), state.draft.clone()));
                // An older snapshot must not be written over this one.
                if !state.is_busy {
                    state.orders.clear();
                    break;
                }
            }
            std::thread::sleep(STEP);
        }
        let (snapshot, draft) = match found {
            Some((Some(snapshot), draft)) => (snapshot, draft),
            Some((None, _)) => return Rescued::NothingUnsaved,
            None => return Rescued::Lost,
        };
        let written = draft
            .map_or_else(|| shared.store.create(), Ok)
            .and_then(|id| {
                let text = draft_text(&snapshot.draft);
                shared.store.write(&id, text.as_bytes()).map(|()| id)
            });
        let Ok(id) = written else {
            return Rescued::Lost;
        };
        let place = shared.store.place(&id);
        // A window that outlives the panic leaves this draft behind, not one more.
        if let Ok(mut state) = shared.state.try_lock()
            && state.latest.is_some()
        {
            state.draft.get_or_insert(id);
            state.kept = Some(Kept::Written {
                at: snapshot.draft.written,
                revision: snapshot.revision,
            });
        }
        Rescued::Kept(place)
    }

    /// Where an account of the crash is written.
    pub(in crate::app) fn store(&self) -> &dyn DraftStore {
        &*self.0.store
    }
}
