//! Work on many things on several threads, with results in the order of the things.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// So many results a thread wait at most for one that comes before them.
const AHEAD: usize = 32;

/// How far everyone is.
#[derive(Default)]
struct State {
    next: usize,
    taken: usize,
    has_stopped: bool,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    has_changed: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // The numbers are right whoever fell.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut self.lock());
        self.has_changed.notify_all();
    }

    /// The next thing to work on, once it is not too far ahead of what has been taken.
    fn next(&self, count: usize, ahead: usize) -> Option<usize> {
        let mut state = self.lock();
        loop {
            if state.has_stopped || state.next >= count {
                return None;
            }
            if state.next < state.taken.saturating_add(ahead) {
                state.next += 1;
                return Some(state.next - 1);
            }
            state = self
                .has_changed
                .wait(state)
                .unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Stops the others when its thread ends in a fall.
struct StopsOthers<'a>(&'a Shared);

impl Drop for StopsOthers<'_> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.0.change(|state| state.has_stopped = true);
        }
    }
}

/// Does `work` on each item on as many threads as there are `jobs`, and hands each result to `take`
/// on this thread in the order of the items. Only a bounded number of results wait for their turn.
///
/// # Errors
/// The first one of `take`; no further work is begun then.
pub(super) fn in_order<I: Sync, T: Send, E>(
    items: &[I],
    jobs: usize,
    work: impl Fn(&I) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let jobs = jobs.min(items.len());
    if jobs <= 1 {
        return items.iter().try_for_each(|item| take(work(item)));
    }
    let shared = Shared::default();
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        for _ in 0..jobs {
            let (sender, shared, work) = (sender.clone(), &shared, &work);
            scope.spawn(move || {
                let _guard = StopsOthers(shared);
                while let Some(index) = shared.next(items.len(), jobs * AHEAD) {
                    let Some(item) = items.get(index) else { return };
                    if sender.send((index, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut taken = 0;
        for (index, result) in receiver {
            waiting.insert(index, result);
            while let Some(result) = waiting.remove(&taken) {
                if let Err(error) = take(result) {
                    shared.change(|state| state.has_stopped = true);
                    return Err(error);
                }
                taken += 1;
                shared.change(|state| state.taken = taken);
            }
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    #[test]
    fn results_come_in_order_and_few_wait() {
        let items: Vec<usize> = (0..1000).collect();
        let begun = AtomicUsize::new(0);
        let mut taken = Vec::new();
        let done: Result<(), ()> = in_order(
            &items,
            4,
            |item| {
                begun.fetch_add(1, Ordering::SeqCst);
                // The first one holds everybody up.
                if *item == 0 {
                    std::thread::sleep(Duration::from_millis(200));
                    assert!(begun.load(Ordering::SeqCst) <= 4 * AHEAD);
                }
                *item
            },
            |item| {
                taken.push(item);
                Ok(())
            },
        );
        assert_eq!(done, Ok(()));
        assert_eq!(taken, items);
    }

    #[test]
    fn an_error_ends_the_work() {
        let items: Vec<usize> = (0..100_000).collect();
        let begun = AtomicUsize::new(0);
        let done = in_order(
            &items,
            3,
            |item| {
                begun.fetch_add(1, Ordering::SeqCst);
                *item
            },
            |item| if item == 10 { Err("full") } else { Ok(()) },
        );
        assert_eq!(done, Err("full"));
        assert!(begun.load(Ordering::SeqCst) < 1000);
    }

    #[test]
    #[should_panic(expected = "scoped thread panicked")]
    fn a_fall_is_not_waited_for() {
        let items: Vec<usize> = (0..1000).collect();
        let _: Result<(), ()> = in_order(&items, 2, |item| assert_ne!(*item, 5), |()| Ok(()));
    }
}
