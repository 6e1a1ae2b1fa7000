//! A draft: work that is not saved yet, as it is kept against a crash.
//!
//! A header says where the work belongs and when it was written; after an empty line follows the
//! ordinary text of the profile, which can be cut out and used by itself.

use std::path::PathBuf;

use chrono::NaiveDateTime;
use serde::Deserialize;

use super::text::{line, quoted};
use super::{Fingerprint, LoadError, from_bytes, options, to_text};
use crate::document::Document;

/// What the header says a draft is.
const FORMAT: &str = "esu-draft";

/// The newest version that is written and read.
const VERSION: u32 = 1;

/// How the day and the second are written.
const WRITTEN: &str = "%Y-%m-%dT%H:%M:%S";

/// How every draft begins.
const BEGINNING: &str = "EsuDraft(";

/// Work that is not saved yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// When it was written, in local time, to the second.
    pub written: NaiveDateTime,
    /// The file that it will be saved to; none for work that has no file yet.
    pub path: Option<PathBuf>,
    /// What that file held when the work began.
    pub began_from: Option<Fingerprint>,
    /// The work.
    pub document: Document,
}

#[derive(Deserialize)]
#[serde(rename = "EsuDraft")]
struct Version {
    format: Option<String>,
    version: Option<u32>,
}

#[derive(Deserialize)]
#[serde(rename = "EsuDraft", deny_unknown_fields)]
struct Header {
    #[serde(rename = "format")]
    _format: String,
    #[serde(rename = "version")]
    _version: u32,
    written: String,
    path: Option<String>,
    began_from: Option<String>,
}

/// The text of a draft; reading it again gives the same.
///
/// A path that is no Unicode can't stand in a text: such a draft comes back without its file's
/// name, and saving it asks for one.
pub fn draft_text(draft: &Draft) -> String {
    let mut text = format!("{BEGINNING}\n");
    line(&mut text, 1, "format", &quoted(FORMAT));
    line(&mut text, 1, "version", &VERSION.to_string());
    let written = draft.written.format(WRITTEN).to_string();
    line(&mut text, 1, "written", &quoted(&written));
    if let Some(path) = draft.path.as_deref().and_then(std::path::Path::to_str) {
        line(&mut text, 1, "path", &quoted(path));
    }
    if let Some(began_from) = draft.began_from {
        line(&mut text, 1, "began_from", &quoted(&began_from.to_string()));
    }
    text.push_str(")\n\n");
    text.push_str(&to_text(&draft.document));
    text
}

/// Whether these bytes are a draft and no profile.
pub fn is_draft(bytes: &[u8]) -> bool {
    bytes.starts_with(BEGINNING.as_bytes())
}

/// Reads a draft; `name` is only for messages.
///
/// # Errors
/// It is no draft, of a newer version, or broken, or its profile is.
pub fn read_draft(name: &str, bytes: &[u8]) -> Result<Draft, LoadError> {
    let not_a_draft = |found: Option<String>| LoadError::NotAProfile {
        name: name.to_owned(),
        found,
    };
    if bytes.is_empty() {
        return Err(LoadError::Empty {
            name: name.to_owned(),
        });
    }
    let end = bytes.windows(2).position(|pair| pair == b"\n\n");
    let (header, profile) = end
        .and_then(|end| bytes.split_at_checked(end))
        .ok_or_else(|| not_a_draft(None))?;
    let header = std::str::from_utf8(header).ok();
    let header = header.ok_or_else(|| not_a_draft(None))?;
    let syntax = |error: &ron::error::SpannedError| LoadError::syntax(name, error);
    let version: Version = options().from_str(header).map_err(|error| syntax(&error))?;
    match (version.format.as_deref(), version.version) {
        (Some(FORMAT), Some(VERSION)) => {}
        (Some(FORMAT), Some(found)) if found > VERSION => {
            return Err(LoadError::NewerVersion {
                name: name.to_owned(),
                found,
                supported: VERSION,
            });
        }
        (format, _) => return Err(not_a_draft(format.map(str::to_owned))),
    }
    let header: Header = options().from_str(header).map_err(|error| syntax(&error))?;
    let written = NaiveDateTime::parse_from_str(&header.written, WRITTEN).ok();
    let began_from = header.began_from.map(|text| text.parse()).transpose().ok();
    let (Some(written), Some(began_from)) = (written, began_from) else {
        return Err(not_a_draft(Some(FORMAT.to_owned())));
    };
    Ok(Draft {
        written,
        path: header.path.map(PathBuf::from),
        began_from,
        document: from_bytes(name, profile)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let mut document = Document::default();
        document.profile.organisation.name = "Szpital\n\n\"Łódź\"".to_owned();
        document.profile.groups.push(std::sync::Arc::default());
        Draft {
            written: "2026-11-26T05:45:12".parse().unwrap(),
            path: Some("/dane/a \"b\"\n\nc.esu".into()),
            began_from: Some(Fingerprint::of(b"before")),
            document,
        }
    }

    #[test]
    fn a_draft_reads_back_whole() {
        let whole = draft();
        let bare = Draft {
            path: None,
            began_from: None,
            ..whole.clone()
        };
        for draft in [whole, bare] {
            let text = draft_text(&draft);
            assert!(is_draft(text.as_bytes()));
            assert_eq!(read_draft("d", text.as_bytes()), Ok(draft));
        }
    }

    #[test]
    fn every_prefix_of_a_draft_is_broken_and_none_crashes() {
        let text = draft_text(&draft());
        // Without its last line break it is whole still.
        for end in 0..text.len() - 1 {
            let broken = read_draft("d", &text.as_bytes()[..end]);
            assert!(broken.is_err(), "{end}");
        }
    }

    #[test]
    fn a_newer_draft_and_a_plain_profile_are_told_apart() {
        let text = draft_text(&draft()).replacen("version: 1", "version: 7", 1);
        let newer = read_draft("d", text.as_bytes());
        assert!(matches!(
            newer,
            Err(LoadError::NewerVersion { found: 7, .. })
        ));
        let profile = to_text(&Document::default());
        assert!(!is_draft(profile.as_bytes()));
        assert!(read_draft("d", profile.as_bytes()).is_err());
    }
}
