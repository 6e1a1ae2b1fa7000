//! The saved profile: RON text, extension `.esu`, with a versioned header.
//!
//! The loader reads format and version before anything else, so that a newer file is told apart
//! from a broken one. Writing is one fact a line in a fixed order: a diff can be read.

mod draft;
mod error;
mod fields;
mod fingerprint;
mod record;
mod text;
mod v1;
mod v2;
mod write;

pub use draft::{Draft, draft_text, is_draft, read_draft};
pub use error::LoadError;
pub use fingerprint::Fingerprint;
pub use text::{to_text, to_text_with};
pub use write::{WholeFile, write_atomically};

use std::path::Path;

use serde::Deserialize;

use crate::document::Document;
use crate::domain::record::PlanRecord;

/// What the header says a file is.
pub const FORMAT: &str = "esu-profile";

/// The newest version that is written and read.
pub const CURRENT_VERSION: u32 = 2;

/// The largest file that is read: 64 MiB, some 100,000 groups.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

#[derive(Deserialize)]
#[serde(rename = "EsuProfile")]
struct Header {
    format: Option<String>,
    version: Option<u32>,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loaded {
    /// What is edited.
    pub document: Document,
    /// The plan that it was saved with, where the file says; no part of what is edited.
    pub made_with: Option<PlanRecord>,
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// Reads a file's bytes, unless it is no file or too large.
///
/// # Errors
/// [`LoadError::Unreadable`], [`LoadError::IsDirectory`] or [`LoadError::TooLarge`].
pub fn read_limited(path: &Path) -> Result<Vec<u8>, LoadError> {
    use std::io::Read as _;
    let name = path.display().to_string();
    let unreadable = |error: &std::io::Error| LoadError::Unreadable {
        name: name.clone(),
        problem: error.to_string(),
    };
    let file = std::fs::File::open(path).map_err(|error| unreadable(&error))?;
    let metadata = file.metadata().map_err(|error| unreadable(&error))?;
    if metadata.is_dir() {
        return Err(LoadError::IsDirectory { name });
    }
    if metadata.len() > MAX_BYTES {
        return Err(LoadError::TooLarge { name });
    }
    let mut bytes = Vec::new();
    // A device or pipe has no length: never read more than one byte past the limit.
    file.take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| unreadable(&error))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(LoadError::TooLarge { name });
    }
    Ok(bytes)
}

/// Reads a profile from a file's bytes, without the plan that it was saved with; `name` is only for
/// messages.
///
/// # Errors
/// As [`load`].
pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Document, LoadError> {
    load(name, bytes).map(|loaded| loaded.document)
}

/// Reads all that a file's bytes hold; `name` is only for messages.
///
/// # Errors
/// Every [`LoadError`] but those of reading the file; each says where and what to do.
pub fn load(name: &str, bytes: &[u8]) -> Result<Loaded, LoadError> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            return Err(LoadError::NotUtf8 {
                name: name.to_owned(),
                line: before.split(|byte| *byte == b'\n').count(),
            });
        }
    };
    if text.trim().is_empty() {
        return Err(LoadError::Empty {
            name: name.to_owned(),
        });
    }
    // Most files are of the newest version and sound; what stands against others is told by their
    // headers first.
    if let Some(loaded) = v2::read_if_sound(name, text) {
        return Ok(loaded);
    }
    let header: Header = options()
        .from_str(text)
        .map_err(|error| LoadError::syntax(name, &error))?;
    match (header.format.as_deref(), header.version) {
        (Some(FORMAT), Some(1)) => v1::read(name, text).map(|document| Loaded {
            document,
            made_with: None,
        }),
        (Some(FORMAT), Some(2)) => v2::read(name, text),
        (Some(FORMAT), Some(found)) if found > CURRENT_VERSION => Err(LoadError::NewerVersion {
            name: name.to_owned(),
            found,
            supported: CURRENT_VERSION,
        }),
        (format, _) => Err(LoadError::NotAProfile {
            name: name.to_owned(),
            found: format.map(|format| format.chars().take(40).collect()),
        }),
    }
}
