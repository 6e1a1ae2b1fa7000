//! Which keyboard the system has, as far as it can be asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::polish_letters::lists_polish_keyboard;
use crate::domain::text::Language;
use crate::i18n::system_language;

/// Whether left Ctrl+Alt types Polish letters: on Windows, where a Polish keyboard is set up.
///
/// Which of several keyboards is in use can't be asked without code that the compiler does not
/// check; where none is Polish no letter is ever put in.
pub(super) fn polish_keyboard(language: Language) -> Arc<AtomicBool> {
    let is_likely = language == Language::Polish || system_language() == Language::Polish;
    let types_polish = Arc::new(AtomicBool::new(is_likely));
    if cfg!(windows) {
        let answer = Arc::clone(&types_polish);
        std::thread::spawn(move || {
            let mut command = std::process::Command::new("reg");
            command.args(["query", r"HKCU\Keyboard Layout\Preload"]);
            #[cfg(windows)]
            {
                use std::os::windows::process::CommandExt as _;
                /// No console window opens for it.
                const CREATE_NO_WINDOW: u32 = 0x0800_0000;
                command.creation_flags(CREATE_NO_WINDOW);
            }
            if let Ok(output) = command.output()
                && output.status.success()
            {
                let list = String::from_utf8_lossy(&output.stdout);
                answer.store(lists_polish_keyboard(&list), Ordering::Relaxed);
            }
        });
    }
    types_polish
}
