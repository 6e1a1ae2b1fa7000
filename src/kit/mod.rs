//! The deployment kit: for each endpoint group a runbook and scripts made from the plan, for the
//! people who deploy.
//!
//! Pure: names and bytes come out, the same for the same plan. Nothing in it holds or asks a
//! place for a product key: the MAK is given to a script when it runs. What the profile calls
//! things is data in the scripts, quoted or in comments, and never in batch files.

mod batch;
mod group;
mod index;
mod names;
mod readme;
mod runbook;
mod script;
mod systems;
mod words;

use std::io::{Cursor, Write as _};

use crate::report::{ReportInput, ReportOptions};

pub use index::{INDEX, files_of};

/// What the scripts end with, in the order in which it is explained.
pub const EXIT_CODES: [u16; 10] = [0, 10, 11, 12, 13, 14, 15, 16, 17, 3010];

/// A deployment kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kit {
    /// Its files, sorted by path.
    pub files: Vec<KitFile>,
}

/// A file of a kit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KitFile {
    /// Where it lies in the kit, with forward slashes; only ASCII, and it never leads outside.
    pub path: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a kit can't be packed. None of it comes from the profile.
#[derive(Debug, thiserror::Error)]
#[error("the kit can't be packed: {problem}")]
pub struct PackError {
    problem: String,
}

/// Makes the kit of a plan. Of the options only the names count.
pub fn kit(input: &ReportInput<'_>, options: &ReportOptions) -> Kit {
    let profile = options.profile(input.profile);
    let input = &ReportInput {
        profile: &profile,
        ..*input
    };
    let groups = group::groups(input);
    let scripts = script::Shared::new(input.language);
    let mut files = Vec::new();
    for group in &groups {
        if let Some(folder) = &group.folder {
            let mut add = |name: &str, bytes: Vec<u8>| {
                files.push(KitFile {
                    path: format!("{folder}/{name}"),
                    bytes,
                });
            };
            runbook::add(group, &mut add);
            script::add(group, &scripts, &mut add);
            batch::add(group, &mut add);
        }
    }
    files.push(KitFile {
        path: readme::NAME.to_owned(),
        bytes: readme::write(input, &groups, &files),
    });
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let index = index::write(input, &groups, &files);
    files.push(index);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Kit { files }
}

impl Kit {
    /// The kit as a ZIP archive, the same bytes for the same kit.
    ///
    /// # Errors
    /// The archive can't hold it.
    pub fn zip(&self) -> Result<Vec<u8>, PackError> {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        // The earliest day that the format knows, so that the day of packing is not in it.
        let options = zip::write::SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .last_modified_time(zip::DateTime::default())
            .unix_permissions(0o644);
        for file in &self.files {
            archive
                .start_file(file.path.as_str(), options)
                .map_err(|error| PackError::new(&error))?;
            archive
                .write_all(&file.bytes)
                .map_err(|error| PackError::new(&error))?;
        }
        let packed = archive.finish().map_err(|error| PackError::new(&error))?;
        Ok(packed.into_inner())
    }
}

impl PackError {
    fn new(error: &dyn std::error::Error) -> Self {
        Self {
            problem: error.to_string(),
        }
    }
}

/// A text as Windows' own editors read it: UTF-8 with its mark, lines ended by CR and LF.
fn windows_text(text: &str) -> Vec<u8> {
    let mut bytes = vec![0xef, 0xbb, 0xbf];
    bytes.extend(crlf(text).into_bytes());
    bytes
}

fn crlf(text: &str) -> String {
    text.replace('\r', "").replace('\n', "\r\n")
}
