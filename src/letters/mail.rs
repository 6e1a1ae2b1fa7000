//! A letter as a draft that mail programs open: a message that was never sent, without an address.

use std::fmt::Write as _;

use crate::domain::choice::Choice as _;
use crate::domain::source::FaqId;

use super::{Letter, body_text};

/// The most characters of a line, without its end.
const WIDTH: usize = 76;

/// The draft as an `.eml` file. The entries that the letter rests on stand in a header, which stays
/// with the file and is not read as part of the letter.
pub fn to_mail(letter: &Letter) -> Vec<u8> {
    let faq: Vec<&str> = letter.faq().into_iter().map(FaqId::as_str).collect();
    let mut out = String::new();
    for line in [
        "X-Unsent: 1".to_owned(),
        format!(
            "Subject: {}",
            header_text(&letter.subject, "Subject: ".len())
        ),
        "MIME-Version: 1.0".to_owned(),
        "Content-Type: text/plain; charset=utf-8".to_owned(),
        "Content-Transfer-Encoding: quoted-printable".to_owned(),
        format!("Content-Language: {}", letter.language.id()),
        format!("X-ESU-Planner-FAQ: {}", faq.join(",\r\n ")),
    ] {
        out.push_str(&line);
        out.push_str("\r\n");
    }
    out.push_str("\r\n");
    for line in body_text(letter).lines() {
        quoted_printable(&mut out, line);
    }
    out.into_bytes()
}

/// A text as encoded words, each whole characters and on a line of its own.
fn header_text(text: &str, used: usize) -> String {
    const OPEN: &str = "=?utf-8?Q?";
    const CLOSE: &str = "?=";
    let mut out = OPEN.to_owned();
    let mut width = used + OPEN.len() + CLOSE.len();
    for character in text.chars() {
        let mut encoded = String::new();
        if character.is_ascii_alphanumeric() {
            encoded.push(character);
        } else if character == ' ' {
            encoded.push('_');
        } else {
            encode(&mut encoded, character);
        }
        if width + encoded.len() > WIDTH - 1 {
            out.push_str(CLOSE);
            out.push_str("\r\n ");
            out.push_str(OPEN);
            width = 1 + OPEN.len() + CLOSE.len();
        }
        width += encoded.len();
        out.push_str(&encoded);
    }
    out.push_str(CLOSE);
    out
}

fn encode(out: &mut String, character: char) {
    let mut buffer = [0; 4];
    for byte in character.encode_utf8(&mut buffer).bytes() {
        let _ = write!(out, "={byte:02X}");
    }
}

/// A line of the body; long ones are broken where the reader joins them again.
fn quoted_printable(out: &mut String, line: &str) {
    let mut width = 0;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        let mut encoded = String::new();
        let is_last = characters.peek().is_none();
        let is_plain = match character {
            ' ' => !is_last,
            '=' => false,
            // A dot alone on a line ends a message on its way.
            '.' => width > 0,
            other => other.is_ascii_graphic(),
        };
        if is_plain {
            encoded.push(character);
        } else {
            encode(&mut encoded, character);
        }
        if width + encoded.len() > WIDTH - 1 {
            out.push_str("=\r\n");
            width = 0;
        }
        width += encoded.len();
        out.push_str(&encoded);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_short_and_hold_whole_characters() {
        let mut out = String::new();
        quoted_printable(&mut out, &"Zażółć gęślą jaźń = ".repeat(20));
        assert!(out.is_ascii());
        assert!(out.lines().all(|line| line.len() <= WIDTH), "{out}");
        assert!(out.ends_with("=3D=20\r\n"), "{out}");
    }

    #[test]
    fn a_subject_is_encoded_in_short_words() {
        let subject = header_text(&"Łódź: prośba o ofertę ".repeat(6), 9);
        assert!(subject.is_ascii());
        assert!(subject.lines().all(|line| line.len() <= WIDTH), "{subject}");
        for word in subject.lines().map(str::trim) {
            assert!(
                word.starts_with("=?utf-8?Q?") && word.ends_with("?="),
                "{word}"
            );
        }
    }
}
