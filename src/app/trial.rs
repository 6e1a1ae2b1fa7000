//! What a try to open the window tells while it runs, and the watch over a try that hangs.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::marks::Mark;
use super::rescue::GoesOnWith;

/// A frame counts as drawn when so many have been presented: the first may come from nowhere.
pub(super) const FRAMES: u64 = 3;

/// How long a driver may be silent before the first frames.
const SILENCE: Duration = Duration::from_secs(20);

/// How often a window that has not drawn yet gives a sign of life, even if it is hidden.
pub(super) const HEARTBEAT: Duration = Duration::from_secs(5);

/// A surface that has refused so many frames before it took one never will.
const REFUSALS: u64 = 60;

/// Whether the window's thread is in our own code, not in the renderer's.
static IN_APP: AtomicBool = AtomicBool::new(false);

/// Runs code of the app inside the window's loop. After a panic in it [`is_in_app`] stays true.
pub(super) fn in_app<T>(work: impl FnOnce() -> T) -> T {
    IN_APP.store(true, Ordering::Relaxed);
    let result = work();
    IN_APP.store(false, Ordering::Relaxed);
    result
}

/// Whether a panic of the window's thread comes from the app; otherwise it is the renderer's, and
/// the program starts itself again with the same work.
pub(super) fn is_in_app() -> bool {
    IN_APP.load(Ordering::Relaxed)
}

/// What a try tells, from whatever thread.
#[derive(Debug, Default)]
pub(super) struct Trial {
    /// Counts signs of life.
    beats: AtomicU64,
    /// Frames for which the surface gave no image.
    refused: AtomicU64,
    /// Frames of a covered window, which need no image.
    covered: AtomicU64,
    /// Frames have been presented.
    drawn: AtomicBool,
    told: Mutex<Told>,
}

#[derive(Debug, Default)]
struct Told {
    /// Why the device can't be used any more.
    lost: Option<String>,
    /// What draws the window, once it does.
    drawn_with: Option<String>,
    /// What shall go on in another run.
    ending: Option<Ending>,
    mark: Option<Mark>,
}

/// How the window ended, other than by being closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ending {
    /// The file that goes on.
    pub(super) file: GoesOnWith,
    /// Whether the person asked for it.
    pub(super) is_asked_for: bool,
}

impl Trial {
    pub(super) fn new(mark: Option<Mark>) -> Arc<Self> {
        let watched = Self::default();
        watched.with(|told| told.mark = mark);
        Arc::new(watched)
    }

    fn with<T>(&self, change: impl FnOnce(&mut Told) -> T) -> T {
        change(&mut self.told.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The window's thread is alive.
    pub(super) fn beat(&self) {
        self.beats.fetch_add(1, Ordering::Relaxed);
    }

    /// The surface gave no image for a frame.
    pub(super) fn refuse(&self) {
        self.refused.fetch_add(1, Ordering::Relaxed);
    }

    /// The window is covered, so that the surface gives no image. That is no fault.
    pub(super) fn cover(&self) {
        self.covered.fetch_add(1, Ordering::Relaxed);
    }

    /// How many of the frames that were made have been presented.
    pub(super) fn presented(&self, made: u64) -> u64 {
        let others = [&self.refused, &self.covered].map(|frames| frames.load(Ordering::Relaxed));
        made.saturating_sub(others.iter().sum())
    }

    /// Whether the surface has refused so often that no frame will come.
    pub(super) fn is_refused(&self) -> bool {
        self.refused.load(Ordering::Relaxed) >= REFUSALS
    }

    /// The device can't be used any more. The first reason counts.
    pub(super) fn lose(&self, reason: String) {
        self.with(|told| {
            told.lost.get_or_insert(reason);
        });
    }

    pub(super) fn lost(&self) -> Option<String> {
        self.with(|told| told.lost.clone())
    }

    /// Frames have been presented: the try has succeeded.
    pub(super) fn set_drawn(&self, with: String) {
        self.drawn.store(true, Ordering::Relaxed);
        let mark = self.with(|told| {
            told.drawn_with = Some(with);
            told.mark.take()
        });
        if let Some(mark) = mark {
            mark.clear();
        }
    }

    pub(super) fn is_drawn(&self) -> bool {
        self.drawn.load(Ordering::Relaxed)
    }

    pub(super) fn drawn_with(&self) -> Option<String> {
        self.with(|told| told.drawn_with.clone())
    }

    /// The try is over; its mark is taken away.
    pub(super) fn clear_mark(&self) {
        if let Some(mark) = self.with(|told| told.mark.take()) {
            mark.clear();
        }
    }

    /// The work that shall go on in another run. The first word counts.
    pub(super) fn end(&self, ending: Ending) {
        self.with(|told| {
            told.ending.get_or_insert(ending);
        });
    }

    pub(super) fn has_ended(&self) -> bool {
        self.with(|told| told.ending.is_some())
    }

    pub(super) fn ending(&self) -> Option<Ending> {
        self.with(|told| told.ending.clone())
    }
}

/// Watches over a try until it is dropped.
pub(super) struct Guard {
    _over: Sender<()>,
}

/// Calls `on_hang` when a try gives no sign of life before its first frames.
///
/// A window that lives but shows no frame, because it is covered for instance, is left alone; so is
/// one whose thread is busy with our own code, reading a file from far away.
pub(super) fn guard(watched: &Arc<Trial>, on_hang: impl FnOnce() + Send + 'static) -> Guard {
    guard_for(watched, SILENCE, on_hang)
}

fn guard_for(
    watched: &Arc<Trial>,
    silence: Duration,
    on_hang: impl FnOnce() + Send + 'static,
) -> Guard {
    let (over, is_over) = channel::<()>();
    let watched = Arc::clone(watched);
    std::thread::spawn(move || {
        let mut beats = watched.beats.load(Ordering::Relaxed);
        while is_over.recv_timeout(silence) == Err(RecvTimeoutError::Timeout) {
            if watched.is_drawn() {
                return;
            }
            let now = watched.beats.load(Ordering::Relaxed);
            if now == beats && !is_in_app() {
                on_hang();
                return;
            }
            beats = now;
        }
    });
    Guard { _over: over }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Duration = Duration::from_millis(20);

    /// Whether the thread is in our own code is told for the whole program.
    static ALONE: Mutex<()> = Mutex::new(());

    fn hang_is_told(of: &Arc<Trial>, wait: Duration) -> (Guard, bool) {
        let (tell, told) = channel();
        let guard = guard_for(of, SHORT, move || {
            let _ = tell.send(());
        });
        let is_told = told.recv_timeout(wait).is_ok();
        (guard, is_told)
    }

    #[test]
    fn a_try_without_a_sign_of_life_is_told() {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let watched = Trial::new(None);
        assert!(hang_is_told(&watched, Duration::from_secs(20)).1);
    }

    #[test]
    fn a_try_whose_thread_is_busy_with_our_own_code_is_not_told() {
        let _alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let watched = Trial::new(None);
        let (guard, is_told) = in_app(|| hang_is_told(&watched, SHORT * 10));
        assert!(!is_told);
        drop(guard);
    }

    #[test]
    fn a_try_that_is_over_or_has_drawn_is_not_told() {
        let watched = Trial::new(None);
        let (tell, told) = channel();
        let guard = guard_for(&watched, Duration::from_mins(10), move || {
            let _ = tell.send(());
        });
        drop(guard);
        // The watch ends without a word: its end of the channel is closed.
        assert_eq!(
            told.recv_timeout(Duration::from_secs(20)),
            Err(RecvTimeoutError::Disconnected)
        );
        watched.set_drawn("Vulkan".to_owned());
        let (tell, told) = channel();
        let _guard = guard_for(&watched, SHORT, move || {
            let _ = tell.send(());
        });
        assert_eq!(
            told.recv_timeout(Duration::from_secs(20)),
            Err(RecvTimeoutError::Disconnected)
        );
    }

    #[test]
    fn frames_that_the_surface_refused_are_not_presented() {
        let watched = Trial::default();
        watched.refuse();
        watched.refuse();
        assert_eq!(watched.presented(1), 0);
        assert_eq!(watched.presented(5), 3);
        watched.cover();
        assert_eq!(watched.presented(5), 2);
        assert!(!watched.is_refused());
        for _ in 0..REFUSALS {
            watched.refuse();
        }
        assert!(watched.is_refused());
    }

    #[test]
    fn the_first_reason_and_the_first_ending_count() {
        let watched = Trial::default();
        watched.lose("driver reset".to_owned());
        watched.lose("invalid texture".to_owned());
        assert_eq!(watched.lost().as_deref(), Some("driver reset"));
        let ending = |is_asked_for| Ending {
            file: None,
            is_asked_for,
        };
        watched.end(ending(true));
        watched.end(ending(false));
        assert_eq!(watched.ending(), Some(ending(true)));
    }
}
