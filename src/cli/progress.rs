//! How far a call over many profiles is: one line that is written over, on a terminal only.

use std::io::Write;
use std::time::{Duration, Instant};

use crate::domain::text::Language;
use crate::i18n::{count, tr_with};

/// So long a text stays at least.
const PAUSE: Duration = Duration::from_millis(100);

/// Counts the profiles that are done.
pub(super) struct Progress<'a> {
    terminal: Option<&'a mut dyn Write>,
    language: Language,
    done: usize,
    of: usize,
    last: Option<Instant>,
    width: usize,
}

impl<'a> Progress<'a> {
    /// Begins to count; without a terminal nothing is written.
    pub(super) fn new(terminal: Option<&'a mut dyn Write>, language: Language, of: usize) -> Self {
        Self {
            terminal,
            language,
            done: 0,
            of,
            last: None,
            width: 0,
        }
    }

    /// One more is done.
    pub(super) fn step(&mut self) {
        self.done += 1;
        if self.terminal.is_none() || self.last.is_some_and(|last| last.elapsed() < PAUSE) {
            return;
        }
        self.last = Some(Instant::now());
        let args = [
            ("done", count(self.done as u64)),
            ("all", count(self.of as u64)),
        ];
        self.show(&tr_with(self.language, "many-progress", &args));
    }

    /// How many are done.
    pub(super) fn done(&self) -> usize {
        self.done
    }

    fn show(&mut self, text: &str) {
        let width = text.chars().count();
        let rest = self.width.saturating_sub(width);
        if let Some(terminal) = &mut self.terminal {
            let _ = write!(terminal, "\r{text}{:rest$}", "");
            if text.is_empty() {
                let _ = write!(terminal, "\r");
            }
            let _ = terminal.flush();
        }
        self.width = width;
    }

    /// Takes the line away.
    pub(super) fn clear(&mut self) {
        if self.width > 0 {
            self.show("");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_written_over_and_taken_away() {
        let mut terminal = Vec::new();
        let mut progress = Progress::new(Some(&mut terminal), Language::English, 10_000);
        progress.step();
        progress.step();
        progress.clear();
        assert_eq!(
            String::from_utf8(terminal).unwrap(),
            format!("\r1 of 10,000\r{:11}\r", "")
        );
    }

    #[test]
    fn elsewhere_nothing_is_written() {
        let mut progress = Progress::new(None, Language::English, 2);
        progress.step();
        progress.clear();
        assert_eq!(progress.done(), 1);
    }
}
