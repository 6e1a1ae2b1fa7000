//! Ready requests, filled from the profile and its plan: to the OEM of embedded devices, to the
//! Microsoft account team or licensing partner, to the CSP partner, and for more activations of keys.
//!
//! There is a letter only where the plan needs one: whoever orders in Azure, in Partner Center or
//! with a personal account writes to nobody. What only the sender knows stands in square brackets,
//! as `[agreement number]`. No letter asks for a key or holds one, and none names a price: the plan's
//! are reported by others, and the addressee's are what is asked for.
//!
//! Nothing here touches the disk: letters are texts with names for their files.

mod activations;
mod mail;
mod oem;
mod order;
mod writer;

pub use mail::to_mail;

use crate::domain::source::FaqId;
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};
use crate::report::{Names, ReportInput, ReportOptions};
use writer::Writer;

/// A request in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Names it among the letters of a plan, in every language: lower-case letters, digits and
    /// hyphens, fit for the name of a file.
    pub id: String,
    /// The language of its words.
    pub language: Language,
    /// Whom it is for, in words; the sender knows the address.
    pub to: String,
    /// What it is about.
    pub subject: String,
    /// The letter from its greeting to its signature.
    pub body: Vec<Paragraph>,
    /// What to send along.
    pub attachments: Vec<String>,
    /// What its statements rest on, part by part.
    pub sources: Vec<Basis>,
}

/// A piece of a letter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paragraph {
    /// Running text.
    Text(String),
    /// Things that are listed.
    Lines(Vec<String>),
    /// What is asked for, numbered from 1.
    Requests(Vec<String>),
    /// Lines that stay under one another.
    Block(Vec<String>),
}

/// The FAQ entries that a part of a letter rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Basis {
    /// The part, in words.
    pub part: String,
    /// The entries, in order.
    pub faq: Vec<FaqId>,
}

impl Letter {
    /// Every entry that the letter rests on, in order.
    pub fn faq(&self) -> Vec<&FaqId> {
        let mut faq: Vec<&FaqId> = self.sources.iter().flat_map(|basis| &basis.faq).collect();
        faq.sort_unstable();
        faq.dedup();
        faq
    }
}

/// The letters that a plan needs, in the language of the input.
pub fn letters(input: &ReportInput<'_>, names: Names) -> Vec<Letter> {
    let options = ReportOptions {
        names,
        ..ReportOptions::default()
    };
    let profile = options.profile(input.profile, input.language);
    let input = &ReportInput {
        profile: &profile,
        ..*input
    };
    let writer = Writer::new(input);
    let mut letters = oem::letters(&writer);
    letters.extend(order::letters(&writer));
    letters.extend(activations::letters(&writer));
    letters
}

/// The letter as plain text, with what is for the sender alone above and below it.
pub fn to_text(letter: &Letter) -> String {
    let language = letter.language;
    let mut out = format!(
        "{}: {}\n{}: {}\n",
        tr(language, "letters-to"),
        letter.to,
        tr(language, "letters-subject"),
        letter.subject
    );
    for attachment in &letter.attachments {
        let label = tr(language, "letters-attach");
        out.push_str(&format!("{label}: {attachment}\n"));
    }
    out.push('\n');
    out.push_str(&body_text(letter));
    out.push_str("\n-- \n");
    out.push_str(&tr(language, "letters-for-your-files"));
    out.push('\n');
    for basis in &letter.sources {
        let ids: Vec<&str> = basis.faq.iter().map(FaqId::as_str).collect();
        let part = [
            ("part", basis.part.as_str().into()),
            ("faq", ids.join(", ").into()),
        ];
        out.push_str(&tr_with(language, "letters-basis", &part));
        out.push('\n');
    }
    out
}

/// The letter itself, its paragraphs apart.
fn body_text(letter: &Letter) -> String {
    let paragraphs = letter.body.iter().map(|paragraph| match paragraph {
        Paragraph::Text(text) => format!("{text}\n"),
        Paragraph::Lines(lines) => lines.iter().map(|line| format!("- {line}\n")).collect(),
        Paragraph::Requests(requests) => (1..)
            .zip(requests)
            .map(|(number, request)| format!("{number}. {request}\n"))
            .collect(),
        Paragraph::Block(lines) => lines.iter().map(|line| format!("{line}\n")).collect(),
    });
    paragraphs.collect::<Vec<String>>().join("\n")
}
