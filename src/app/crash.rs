//! A panic saves first, then says where.

use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::io::Write as _;
use std::panic::PanicHookInfo;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex, Once, PoisonError, TryLockError};
use std::thread::ThreadId;
use std::time::Duration;

use super::App;
use super::host::{can_show_messages, system_now};
use super::keeper::{Rescued, Rescuer};
use super::trial::is_in_app;
use crate::domain::text::Language;
use crate::i18n::tr;

/// How long the message waits for somebody to read it.
const PATIENCE: Duration = Duration::from_mins(2);

/// What the hook knows of the app; it must not need the app itself, which may be half changed.
struct Guard {
    rescuer: Rescuer,
    is_under_way: Arc<AtomicBool>,
    language: Language,
    window_thread: ThreadId,
}

/// The app that runs in this process; a start that tries several renderers makes several in turn.
static GUARD: Mutex<Option<Guard>> = Mutex::new(None);
static HOOK: Once = Once::new();

impl App {
    /// From now on a panic on any thread of this process writes the unsaved work as a draft, and
    /// an account of the crash beside it. One of this thread also shows a message, as the window
    /// closes.
    pub fn save_at_panic(&self) {
        let guard = Guard {
            rescuer: self.keeping.rescuer(),
            is_under_way: Arc::clone(&self.keeping.is_under_way),
            language: self.language,
            window_thread: std::thread::current().id(),
        };
        *GUARD.lock().unwrap_or_else(PoisonError::into_inner) = Some(guard);
        HOOK.call_once(|| {
            let before = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |info| {
                // A panic in here, or a second one meanwhile, finds the lock taken and goes by.
                let guard = match GUARD.try_lock() {
                    Ok(guard) => Some(guard),
                    Err(TryLockError::Poisoned(poisoned)) => Some(poisoned.into_inner()),
                    Err(TryLockError::WouldBlock) => None,
                };
                if let Some(guard) = guard.as_deref().and_then(Option::as_ref) {
                    guard.rescue(info);
                }
                before(info);
            }));
        });
    }
}

impl Guard {
    fn rescue(&self, info: &PanicHookInfo<'_>) {
        // What fails before the first frame is a matter of starting: nothing has been typed.
        if !self.is_under_way.load(Ordering::Relaxed) {
            return;
        }
        let rescued = self.rescuer.write_now();
        let now = system_now();
        let name = now.format("crash-%Y%m%d-%H%M%S.txt").to_string();
        let account = self.rescuer.store().write_crash(&name, &account_of(info));
        let words = self.words(&rescued, account.as_deref());
        let _ = writeln!(std::io::stderr(), "esu-planner: {words}");
        // After a panic of the renderer the program starts itself again with the same work.
        let is_ours = std::thread::current().id() == self.window_thread && is_in_app();
        if is_ours && can_show_messages() {
            self.show(words);
        }
    }

    fn words(&self, rescued: &Rescued, account: Option<&Path>) -> String {
        let language = self.language;
        let mut words = match rescued {
            Rescued::Kept(draft) => {
                let said = tr(language, "keep-crash-with-draft");
                format!("{said}\n{}", draft.display())
            }
            Rescued::NothingUnsaved => tr(language, "keep-crash-nothing-lost"),
            Rescued::Lost => tr(language, "keep-crash-lost"),
        };
        if let Some(account) = account {
            let said = tr(language, "keep-crash-account");
            let _ = write!(words, "\n\n{said}\n{}", account.display());
        }
        words
    }

    /// Shows a message of the system, on a thread of its own: it may hang, and nobody may come.
    fn show(&self, words: String) {
        let title = tr(self.language, "keep-crash-title");
        let (read, was_read) = channel();
        let shown = std::thread::Builder::new().spawn(move || {
            rfd::MessageDialog::new()
                .set_level(rfd::MessageLevel::Error)
                .set_title(title)
                .set_description(words)
                .show();
            let _ = read.send(());
        });
        if shown.is_ok() {
            let _ = was_read.recv_timeout(PATIENCE);
        }
    }
}

/// What happened and where, with nothing of the profile: a message that was put together may hold
/// what was typed, so only fixed ones are kept.
fn account_of(info: &PanicHookInfo<'_>) -> String {
    let mut text = String::new();
    let version = env!("CARGO_PKG_VERSION");
    let system = (std::env::consts::OS, std::env::consts::ARCH);
    let _ = writeln!(text, "ESU Planner {version}, {}, {}", system.0, system.1);
    if let Some(place) = info.location() {
        let _ = writeln!(text, "panicked at {place}");
    }
    if let Some(message) = info.payload().downcast_ref::<&'static str>() {
        let _ = writeln!(text, "{message}");
    }
    let thread = std::thread::current();
    let _ = writeln!(
        text,
        "on thread {}",
        thread.name().unwrap_or("without a name")
    );
    let _ = writeln!(text, "\n{}", Backtrace::force_capture());
    text
}
