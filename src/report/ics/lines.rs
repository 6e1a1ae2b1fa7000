//! The content lines of an iCalendar file: escaped, folded, ended as the standard has them.

use crate::domain::choice::Choice as _;
use crate::domain::text::Language;

/// The most bytes of a line, without its end.
const WIDTH: usize = 75;

/// The lines so far.
pub(super) struct Lines {
    out: String,
}

impl Lines {
    pub(super) fn new() -> Self {
        Self { out: String::new() }
    }

    pub(super) fn finish(self) -> String {
        self.out
    }

    /// A value that is written as it is: a day, a number, a word of the standard.
    pub(super) fn raw(&mut self, name: &str, value: &str) {
        self.fold(&format!("{name}:{value}"));
    }

    /// A text.
    pub(super) fn text(&mut self, name: &str, text: &str) {
        self.raw(name, &escape(text));
    }

    /// A text of a language.
    pub(super) fn text_in(&mut self, name: &str, language: Language, text: &str) {
        self.texts_in(name, language, &[text]);
    }

    /// Several texts of a language in one property.
    pub(super) fn texts_in(&mut self, name: &str, language: Language, texts: &[&str]) {
        let texts: Vec<String> = texts.iter().map(|text| escape(text)).collect();
        let name = format!("{name};LANGUAGE={}", language.id());
        self.raw(&name, &texts.join(","));
    }

    /// Breaks a line between characters, never inside one; what follows begins with a space.
    fn fold(&mut self, line: &str) {
        let mut used = 0;
        for character in line.chars() {
            if used + character.len_utf8() > WIDTH {
                self.out.push_str("\r\n ");
                used = 1;
            }
            used += character.len_utf8();
            self.out.push(character);
        }
        self.out.push_str("\r\n");
    }
}

/// A text as a value: what would end it or begin another is escaped, other control characters are
/// left out.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    for character in text.chars() {
        match character {
            '\\' | ',' | ';' => {
                escaped.push('\\');
                escaped.push(character);
            }
            '\n' => escaped.push_str("\\n"),
            other if other.is_control() => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_folded_between_characters() {
        let mut lines = Lines::new();
        lines.text("SUMMARY", &"ż".repeat(80));
        let out = lines.finish();
        assert!(out.lines().all(|line| line.len() <= WIDTH), "{out}");
        assert!(out.lines().skip(1).all(|line| line.starts_with(' ')));
        assert_eq!(
            out.replace("\r\n ", ""),
            format!("SUMMARY:{}\r\n", "ż".repeat(80))
        );
    }

    #[test]
    fn a_text_never_ends_its_property() {
        assert_eq!(
            escape("a\\b;c,d\r\nEND:VEVENT\u{0}"),
            "a\\\\b\\;c\\,d\\nEND:VEVENT"
        );
    }
}
