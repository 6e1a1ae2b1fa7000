//! What is said when no window can be opened: on standard error, and in a message of the system.

use std::fmt;
use std::sync::mpsc::channel;
use std::time::Duration;

use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};

/// How long the message may stay before the program ends without an answer.
const PATIENCE: Duration = Duration::from_mins(1);

/// No window can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoWindow {
    /// What was tried, each with its reason in one line. Without a name it is about all of them.
    pub(super) tried: Vec<(Option<&'static str>, String)>,
    pub(super) language: Language,
}

impl NoWindow {
    /// One reason for all ways to draw.
    pub(super) fn at_all(reason: String, language: Language) -> Self {
        Self {
            tried: vec![(None, reason)],
            language,
        }
    }

    fn reasons(&self) -> Vec<String> {
        self.tried
            .iter()
            .map(|(name, reason)| match name {
                Some(name) => format!("{name}: {reason}"),
                None => reason.clone(),
            })
            .collect()
    }

    /// Shows the system's own message, which needs no renderer, where there is a way to.
    pub fn show(&self) {
        if !has_desktop() {
            return;
        }
        let title = tr(self.language, "shell-title");
        let text = tr_with(
            self.language,
            "start-no-window",
            &[("reasons", self.reasons().join("\n").into())],
        );
        let show = move || {
            rfd::MessageDialog::new()
                .set_level(rfd::MessageLevel::Error)
                .set_title(title)
                .set_description(text)
                .show();
        };
        if cfg!(target_os = "macos") {
            // Only this thread may.
            show();
            return;
        }
        let (done, is_done) = channel();
        std::thread::spawn(move || {
            show();
            let _ = done.send(());
        });
        // What shows the message may hang itself; the program ends all the same.
        let _ = is_done.recv_timeout(PATIENCE);
    }
}

/// Whether there is a desktop that could show a message.
fn has_desktop() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

/// In English, as all of the command line: one line, and one for each way that was tried.
impl fmt::Display for NoWindow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no window can be opened; `esu-planner plan FILE` works without one")?;
        for reason in self.reasons() {
            write!(f, "\n  {reason}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_is_told_with_its_reason_and_the_way_out_is_named() {
        let none = NoWindow {
            tried: vec![
                (Some("Vulkan"), "there is no driver for it".to_owned()),
                (Some("OpenGL"), "no config".to_owned()),
            ],
            language: Language::Polish,
        };
        assert_eq!(
            none.to_string(),
            "no window can be opened; `esu-planner plan FILE` works without one\n  \
             Vulkan: there is no driver for it\n  OpenGL: no config"
        );
        let at_all = NoWindow::at_all("no display".to_owned(), Language::English);
        assert!(at_all.to_string().ends_with("\n  no display"));
    }
}
