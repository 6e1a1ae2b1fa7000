//! The trade's terms, from `assets/glossary/terms.ron`, and where a text mentions them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::domain::text::{Language, LocalText};

/// A term of the trade.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// What it is told apart by.
    pub id: String,
    /// Its name.
    pub name: LocalText,
    /// How running text writes it.
    pub forms: Forms,
    /// What it means, in one or two sentences.
    pub explains: LocalText,
    /// The FAQ entries that say more.
    pub faq: Vec<String>,
}

/// How running text writes a term.
///
/// A capital letter stands for itself, a small one for either case. A `*` takes the rest of a word,
/// so that a stem stands for all its inflected forms.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forms {
    /// In English.
    pub en: Vec<String>,
    /// In Polish.
    pub pl: Vec<String>,
}

impl Forms {
    /// The forms of a language.
    pub fn get(&self, language: Language) -> &[String] {
        match language {
            Language::English => &self.en,
            Language::Polish => &self.pl,
        }
    }
}

/// A place in a text that mentions a term.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where, in bytes.
    pub range: Range<usize>,
    /// The term's position in [`terms`].
    pub term: usize,
}

/// The text of the data, for the test that reads it.
pub const DATA: &str = include_str!("../assets/glossary/terms.ron");

static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    // A test holds that the data can be read.
    ron::from_str(DATA).unwrap_or_default()
});

/// All terms, in the order of the data.
pub fn terms() -> &'static [Term] {
    &TERMS
}

/// The term with this id.
pub fn term(id: &str) -> Option<&'static Term> {
    terms().iter().find(|term| term.id == id)
}

/// The forms of a language by the first letter of each, small.
type Forest = BTreeMap<char, Vec<(&'static str, usize)>>;

static ENGLISH: LazyLock<Forest> = LazyLock::new(|| forest(Language::English));
static POLISH: LazyLock<Forest> = LazyLock::new(|| forest(Language::Polish));

fn forest(language: Language) -> Forest {
    let mut forest = Forest::new();
    for (position, term) in terms().iter().enumerate() {
        for form in term.forms.get(language) {
            let first = form.chars().next().map_or(' ', small);
            let tree = forest.entry(first).or_default();
            tree.push((form.as_str(), position));
        }
    }
    forest
}

fn small(letter: char) -> char {
    letter.to_lowercase().next().unwrap_or(letter)
}

/// How many bytes of the text's beginning a form takes; none where it is not there.
fn length_of(form: &str, text: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    for sign in form.chars() {
        if sign == '*' {
            while rest
                .next_if(|(_, letter)| letter.is_alphanumeric())
                .is_some()
            {}
            continue;
        }
        let (_, letter) = rest.next()?;
        let is_same = if sign.is_uppercase() {
            letter == sign
        } else {
            // A no-break space is a space, too.
            small(letter) == sign || (sign == ' ' && letter == '\u{a0}')
        };
        if !is_same {
            return None;
        }
    }
    match rest.peek() {
        Some((_, letter)) if letter.is_alphanumeric() => None,
        Some((end, _)) => Some(*end),
        None => Some(text.len()),
    }
}

/// The term that a text begins with and how many bytes its longest form takes.
fn at_start(language: Language, text: &str) -> Option<(usize, usize)> {
    let forest: &Forest = match language {
        Language::English => &ENGLISH,
        Language::Polish => &POLISH,
    };
    let first = small(text.chars().next()?);
    let lengths = forest.get(&first)?.iter();
    lengths
        .filter_map(|(form, term)| Some((length_of(form, text)?, *term)))
        .max_by_key(|(length, _)| *length)
}

/// Where a text mentions terms: of each the first place, in the order of the text. Where one form
/// stands within another, the longer one counts.
pub fn mentions(language: Language, text: &str) -> Vec<Mention> {
    let mut found: Vec<Mention> = Vec::new();
    let mut skip_to = 0;
    let mut before = ' ';
    for (start, letter) in text.char_indices() {
        let is_word_start = letter.is_alphanumeric() && !before.is_alphanumeric();
        // A name like `.NET` begins with a sign.
        let is_sign = letter == '.' && !before.is_alphanumeric();
        before = letter;
        if start < skip_to || !(is_word_start || is_sign) {
            continue;
        }
        let rest = text.get(start..).unwrap_or_default();
        let Some((length, term)) = at_start(language, rest) else {
            continue;
        };
        skip_to = start + length;
        if found.iter().all(|mention| mention.term != term) {
            found.push(Mention {
                range: start..skip_to,
                term,
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(language: Language, text: &str) -> Vec<&'static str> {
        let found = mentions(language, text);
        found.iter().map(|found| &*terms()[found.term].id).collect()
    }

    #[test]
    fn the_first_mention_of_each_term_is_found() {
        let text = "A MAK activates; the MAK is a secret. VAMT helps.";
        assert_eq!(ids(Language::English, text), ["mak", "vamt"]);
        let found = mentions(Language::English, text);
        assert_eq!(&text[found[0].range.clone()], "MAK");
        assert_eq!(found[0].range.start, 2);
    }

    #[test]
    fn polish_terms_are_found_in_their_inflected_forms() {
        for text in [
            "Punkty końcowe w grupie",
            "liczba punktów końcowych",
            "z punktem końcowym",
        ] {
            assert_eq!(ids(Language::Polish, text), ["endpoint"], "{text}");
        }
        assert_eq!(
            ids(Language::Polish, "w oknie pokrycia i w oknach pokrycia"),
            ["coverage-window"]
        );
    }

    #[test]
    fn a_part_of_a_word_and_small_letters_of_an_abbreviation_are_no_mention() {
        assert!(ids(Language::English, "make makes eat easy sea").is_empty());
        assert!(ids(Language::English, "an oem in lower case").is_empty());
    }

    #[test]
    fn the_longer_form_counts_where_one_stands_within_another() {
        assert_eq!(
            ids(Language::English, "through a CSP direct partner"),
            ["csp-direct"]
        );
    }
}
