//! Endpoint groups as rows of a spreadsheet: written for it, and read from what was copied there.
//!
//! Nothing here draws or changes a profile. Reading never drops anything silently: every cell that
//! is not understood is listed with its place and why.

mod heads;
mod read;
mod sheet;
mod synonyms;
mod values;
mod write;

pub use heads::{guess_columns, has_heads, head_of};
pub use read::{Reading, Trouble, read_groups};
pub use sheet::{Encoding, Separator, Sheet, decode};
pub use values::{Cell, Values};
pub use write::groups_as_tsv;

use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Scope};

/// The fields of a group, in the order in which they are written.
pub fn group_fields() -> impl Iterator<Item = Field> {
    let fields = Field::ALL.iter().copied();
    fields.filter(|field| field.scope() == Scope::Group)
}

/// A text as a list of plain words: without case, diacritics and signs, and with the usual short
/// forms of the trade written out alike.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    let folded = crate::search::fold(text);
    let mut words = Vec::new();
    for word in folded.split(|letter: char| !letter.is_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        // `win7`, `w10`, `ws2016` and `2012r2` are two words.
        let starts = [
            "windowsserver",
            "winserver",
            "winsrv",
            "windows",
            "win",
            "ws",
            "w",
        ];
        let starts = starts.map(|start| (start, "windows"));
        let sql = [("sqlserver", "sql"), ("sql", "sql")];
        let begun = starts.iter().chain(&sql).find_map(|(start, means)| {
            let rest = word.strip_prefix(start)?;
            let is_number = rest.starts_with(|c: char| c.is_ascii_digit());
            is_number.then_some((*means, rest))
        });
        let word = begun.map_or(word, |(means, rest)| {
            words.push(means.to_owned());
            rest
        });
        let number = word.strip_suffix("r2").filter(|number| {
            !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        if let Some(number) = number {
            words.push(number.to_owned());
            words.push("r2".to_owned());
            continue;
        }
        let alike = match word {
            "win" => "windows",
            "prof" | "professional" => "pro",
            "ent" | "enterprise" => "enterprise",
            "std" | "standard" => "standard",
            "dc" | "datacenter" => "datacenter",
            "edu" | "education" => "education",
            "dev" | "developer" | "development" => "developer",
            "pelna" | "calosc" => "all",
            other => other,
        };
        words.push(alike.to_owned());
    }
    words
}

/// The words of an answer, without those that tell nothing apart.
pub(super) fn value_words(text: &str) -> Vec<String> {
    let mut words = plain_words(text);
    words.retain(|word| {
        !matches!(
            word.as_str(),
            "microsoft"
                | "ms"
                | "version"
                | "wersja"
                | "wer"
                | "ver"
                | "edition"
                | "edycja"
                | "the"
        )
    });
    words
}
