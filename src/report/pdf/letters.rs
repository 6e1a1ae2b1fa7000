//! Texts made fit for the fonts and the width of a page: signs that the fonts lack get a stand-in,
//! words that belong together stay on one line, words longer than a line may break.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use typst::layout::{Abs, Em};
use typst::text::{FontInstance, FontVariant, FontVariations, FontWeight};

use super::world::FONTS;
use crate::domain::text::Language;

/// Stands for a sign that the fonts lack: PDF/UA refuses the empty glyph.
pub(super) const STAND_IN: char = '□';

/// Lets a line end where it stands, without a hyphen.
const BREAK: char = '\u{200b}';
pub(super) const NO_BREAK_SPACE: char = '\u{a0}';

/// A word with no more letters than this is left whole.
const LONGEST_WHOLE: usize = 28;
/// So many letters of a longer word stay together.
const LONGEST_PIECE: usize = 14;

/// Makes texts fit, and keeps the signs that the fonts lack.
pub(super) struct Letters {
    language: Language,
    lacking: BTreeSet<char>,
}

impl Letters {
    pub(super) fn new(language: Language) -> Self {
        Self {
            language,
            lacking: BTreeSet::new(),
        }
    }

    /// The signs that got a stand-in so far.
    pub(super) fn lacking(&self) -> &BTreeSet<char> {
        &self.lacking
    }

    /// A text without signs that the fonts lack, otherwise as it is.
    pub(super) fn as_it_is(&mut self, text: &str) -> String {
        let mut fit = String::with_capacity(text.len());
        for sign in text.chars() {
            if is_ignorable(sign) {
                continue;
            }
            if is_in_fonts(sign) {
                fit.push(sign);
            } else {
                self.lacking.insert(sign);
                fit.push(STAND_IN);
            }
        }
        fit
    }

    /// A number with its unit, on one line; what is said of it in brackets may stand below.
    pub(super) fn number(&mut self, text: &str) -> String {
        let text = self.as_it_is(text).replace(' ', "\u{a0}");
        text.replace("\u{a0}(", " (")
    }

    /// Whether a text has words so long that a line before them would be half empty.
    pub(super) fn has_long_words(text: &str) -> bool {
        const LONG: usize = 20;
        let mut words = text.split(|sign: char| !sign.is_alphabetic());
        words.any(|word| word.chars().nth(LONG - 1).is_some())
    }

    /// A text with its lines' ends in good places.
    pub(super) fn text(&mut self, text: &str) -> String {
        self.set(text, false)
    }

    /// A text of a table's cell: it is narrow, and a day there stays on one line.
    pub(super) fn cell(&mut self, text: &str) -> String {
        self.set(text, true)
    }

    fn set(&mut self, text: &str, keeps_days: bool) -> String {
        let text = self.as_it_is(text);
        let mut fit = String::with_capacity(text.len() + 8);
        let mut words = text.split(' ').peekable();
        // Whether the word before is a number of the day, so that this one is its month.
        let mut after_number = false;
        while let Some(word) = words.next() {
            push_word(&mut fit, word);
            if let Some(next) = words.peek() {
                let is_month = keeps_days && after_number && is_number(next, 4);
                fit.push(if is_month || belongs_to(self.language, word, next) {
                    NO_BREAK_SPACE
                } else {
                    ' '
                });
            }
            after_number = is_number(word, 2);
        }
        fit
    }
}

/// Whether a word is a number of at most so many digits, whatever ends the sentence behind it.
fn is_number(word: &str, digits: usize) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '?', '!']);
    !word.is_empty() && word.len() <= digits && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a line should not end between two words: Polish does not leave its one-letter words at
/// the end of a line; a number stays with what it counts, and with what it numbers.
fn belongs_to(language: Language, word: &str, next: &str) -> bool {
    let bare = word.trim_start_matches(['(', '„', '“', '"', '[']);
    let mut letters = bare.chars();
    let is_one_letter = match (letters.next(), letters.next()) {
        (Some(letter), None) => "aiouwzAIOUWZ".contains(letter),
        _ => false,
    };
    let is_month = |word: &str| {
        const MONTHS: [&str; 12] = [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ];
        MONTHS.contains(&word)
    };
    let counts = next.chars().next().is_some_and(char::is_lowercase) || is_month(next);
    let ends_here = word.ends_with(['.', ',', ';', ':', ')', '?', '!']);
    (language == Language::Polish && is_one_letter)
        || (is_number(next, 2) && !word.is_empty() && word.chars().all(char::is_alphabetic))
        || (counts && !ends_here && is_number(bare, 2))
}

/// Adds a word; one that is too long for a line may break after its signs and between its letters.
fn push_word(text: &mut String, word: &str) {
    if word.chars().nth(LONGEST_WHOLE).is_none() || is_id(word) {
        text.push_str(word);
        return;
    }
    let mut piece = 0;
    for letter in word.chars() {
        if piece >= LONGEST_PIECE {
            text.push(BREAK);
            piece = 0;
        }
        text.push(letter);
        piece += 1;
        if matches!(
            letter,
            '/' | '\\' | '_' | '-' | '.' | '?' | '@' | '=' | '&' | ',' | ';'
        ) {
            text.push(BREAK);
            piece = 0;
        }
    }
}

/// An Activation ID stays whole: it is copied.
fn is_id(word: &str) -> bool {
    const LENGTH: usize = 36;
    word.trim_end_matches(['.', ',', ';', ')']).len() == LENGTH
        && word.bytes().filter(|byte| *byte == b'-').count() == 4
}

/// Signs that show nothing themselves; what they ask for, no font of ours can do.
fn is_ignorable(sign: char) -> bool {
    matches!(
        sign,
        '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}'
            | '\u{34f}'
            | '\u{61c}'
            | '\u{180b}'..='\u{180f}'
            | '\u{e0000}'..='\u{e0fff}'
    ) || sign.is_control()
}

/// Whether the text font has a sign in each of its weights.
fn is_in_fonts(sign: char) -> bool {
    sign.is_ascii_graphic()
        || sign == ' '
        || FONTS
            .iter()
            .filter(|font| font.info().family == super::world::TEXT_FAMILY)
            .all(|font| font.info().coverage.contains(u32::from(sign)))
}

/// How wide texts run, in ems.
pub(super) struct Measure(Option<FontInstance>);

pub(super) static REGULAR: LazyLock<Measure> = LazyLock::new(|| Measure::new(FontWeight::REGULAR));
pub(super) static SEMIBOLD: LazyLock<Measure> =
    LazyLock::new(|| Measure::new(FontWeight::SEMIBOLD));

impl Measure {
    fn new(weight: FontWeight) -> Self {
        let mut fonts = FONTS.iter();
        let font = fonts.find(|font| {
            font.info().family == super::world::TEXT_FAMILY && font.info().variant.weight == weight
        });
        Self(font.cloned().map(|font| {
            let variant = FontVariant {
                weight,
                ..FontVariant::default()
            };
            font.instantiate(variant, Abs::pt(9.0), &FontVariations::default())
        }))
    }

    /// How wide a text is on one line.
    pub(super) fn width(&self, text: &str) -> f64 {
        text.chars().map(|sign| self.advance(sign)).sum()
    }

    /// How wide its widest part is that can't be broken.
    pub(super) fn longest_word(&self, text: &str) -> f64 {
        let words = text.split([' ', BREAK, '-', '–', '/']);
        // What is cut off is one narrow sign.
        words
            .map(|word| self.width(word) + 0.35)
            .fold(0.0, f64::max)
    }

    fn advance(&self, sign: char) -> f64 {
        const USUAL: f64 = 0.6;
        if sign == BREAK {
            return 0.0;
        }
        let Some(font) = &self.0 else { return USUAL };
        let glyph = font.ttf().glyph_index(sign);
        let advance = glyph.and_then(|glyph| font.x_advance(glyph.0));
        advance.map_or(USUAL, Em::get)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn polish(text: &str) -> String {
        Letters::new(Language::Polish).text(text)
    }

    #[test]
    fn one_letter_words_stay_with_the_next() {
        assert_eq!(
            polish("To jest w planie (i z umową)"),
            "To jest w\u{a0}planie (i\u{a0}z\u{a0}umową)"
        );
        let english = Letters::new(Language::English).text("This is a plan");
        assert_eq!(english, "This is a plan");
    }

    #[test]
    fn numbers_stay_with_what_they_count() {
        assert_eq!(polish("do 14 sty 2020"), "do\u{a0}14\u{a0}sty 2020");
        assert_eq!(polish("na rok 2, dalej"), "na rok\u{a0}2, dalej");
        assert_eq!(
            polish("Windows 10 Enterprise 2016"),
            "Windows\u{a0}10 Enterprise 2016"
        );
        let day = Letters::new(Language::English).cell("by 14 Jan 2020");
        assert_eq!(day, "by\u{a0}14\u{a0}Jan\u{a0}2020");
    }

    #[test]
    fn signs_without_a_glyph_get_a_stand_in_and_are_told() {
        let mut letters = Letters::new(Language::English);
        assert_eq!(letters.text("Łódź 東京 \u{202e}x\u{200d}"), "Łódź □□ x");
        assert_eq!(letters.lacking().iter().collect::<String>(), "京東");
    }

    #[test]
    fn words_longer_than_a_line_may_break_and_others_not() {
        assert_eq!(polish(&"ą".repeat(28)), "ą".repeat(28));
        let long = polish(&"ą".repeat(300));
        assert!(
            long.split(BREAK)
                .all(|piece| piece.chars().count() <= LONGEST_PIECE)
        );
        let id = "77db037b-95c3-48d7-a3ab-a9c6d41093e0";
        assert_eq!(polish(id), id);
        let address = polish("microsoft.com/solution-providers/home");
        let pieces: Vec<&str> = address.split(BREAK).collect();
        assert_eq!(
            pieces,
            ["microsoft.", "com/", "solution-", "providers/", "home"]
        );
    }

    #[test]
    fn a_text_is_as_wide_as_its_glyphs() {
        assert!(REGULAR.width("iii") < REGULAR.width("mmm"));
        assert!(REGULAR.width("1111") < SEMIBOLD.width("1111") + 0.2);
        assert!((REGULAR.width("1111") - REGULAR.width("8888")).abs() < 0.001);
    }
}
