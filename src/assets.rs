//! The files of `assets/`, embedded, handed out as text and bytes.

use std::sync::LazyLock;

use include_dir::{Dir, include_dir};

use crate::domain::programme::{Catalogue, DataFile, Programme, ProgrammeError};
use crate::domain::text::LocalText;

static PROGRAMMES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/programmes");
static REPORT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/report");
static KIT: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/kit");
static SAMPLES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/samples");

/// Inter in regular.
pub const INTER_REGULAR: &[u8] = include_bytes!("../assets/fonts/Inter-Regular.ttf");
/// Inter in medium.
pub const INTER_MEDIUM: &[u8] = include_bytes!("../assets/fonts/Inter-Medium.ttf");
/// Inter in semibold.
pub const INTER_SEMIBOLD: &[u8] = include_bytes!("../assets/fonts/Inter-SemiBold.ttf");
/// The font of code and ids, `JetBrains` Mono in regular.
pub const JETBRAINS_MONO: &[u8] = include_bytes!("../assets/fonts/JetBrainsMono-Regular.ttf");

/// The fonts of texts, on the screen and on paper.
pub const TEXT_FONTS: [&[u8]; 4] = [INTER_REGULAR, INTER_MEDIUM, INTER_SEMIBOLD, JETBRAINS_MONO];

static ALL: LazyLock<Vec<Result<Programme, ProgrammeError>>> = LazyLock::new(|| {
    let mut folders: Vec<_> = PROGRAMMES.dirs().collect();
    folders.sort_by_key(|folder| folder.path());
    folders.into_iter().map(load).collect()
});

static CATALOGUE: LazyLock<Result<Catalogue, ProgrammeError>> = LazyLock::new(|| {
    // One broken programme does not take the others with it; whoever asks for it is told.
    Catalogue::new(ALL.iter().flatten().cloned().collect())
});

fn load(folder: &Dir<'static>) -> Result<Programme, ProgrammeError> {
    let id = folder.path().to_string_lossy().into_owned();
    let mut files = Vec::new();
    collect(folder, folder, &mut files);
    Programme::load(&id, &files)
}

fn collect(root: &Dir<'static>, folder: &Dir<'static>, files: &mut Vec<DataFile<'static>>) {
    for file in folder.files() {
        let path = file.path().strip_prefix(root.path());
        if let (Some(path), Some(text)) = (
            path.ok().and_then(|path| path.to_str()),
            file.contents_utf8(),
        ) {
            files.push(DataFile { path, text });
        }
    }
    for inner in folder.dirs() {
        collect(root, inner, files);
    }
}

/// All programmes, in the order of their ids; one whose data is broken says all its faults.
pub fn programmes() -> &'static [Result<Programme, ProgrammeError>] {
    &ALL
}

/// All programmes whose data is sound, together.
///
/// # Errors
/// The ids that two of them share, or that there is none.
pub fn catalogue() -> Result<&'static Catalogue, &'static ProgrammeError> {
    CATALOGUE.as_ref()
}

/// The programme with this id, if there is one and its data is sound.
pub fn programme(id: &str) -> Option<&'static Programme> {
    programmes()
        .iter()
        .filter_map(|programme| programme.as_ref().ok())
        .find(|programme| programme.base.id == id)
}

/// A file of the printed report's template.
pub fn report_template(name: &str) -> Option<&'static str> {
    REPORT.get_file(name)?.contents_utf8()
}

/// A file of the deployment kit's templates.
pub fn kit_template(name: &str) -> Option<&'static str> {
    KIT.get_file(name)?.contents_utf8()
}

/// The embedded sample profiles: file name and text, in the order of their names.
pub fn samples() -> Vec<(&'static str, &'static str)> {
    let mut samples: Vec<_> = SAMPLES
        .files()
        .filter(|file| file.path().extension().is_some_and(|e| e == "esu"))
        .filter_map(|file| Some((file.path().to_str()?, file.contents_utf8()?)))
        .collect();
    samples.sort_unstable();
    samples
}

/// What a sample profile tells.
#[derive(Clone, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Story {
    /// The sample's file name.
    pub file: String,
    /// Its organisation's name.
    pub name: String,
    /// The ids of the programmes that its plan is made for, in the plan's order.
    pub programmes: Vec<String>,
    /// What it tells, in one line.
    pub tells: LocalText,
}

static STORIES: LazyLock<Vec<Story>> = LazyLock::new(|| {
    let file = SAMPLES.get_file("stories.ron");
    let text = file.and_then(|file| file.contents_utf8());
    // A test holds that the file can be read and tells of every sample.
    text.and_then(|text| ron::from_str(text).ok())
        .unwrap_or_default()
});

/// What each sample tells, in the order in which they are offered.
pub fn stories() -> &'static [Story] {
    &STORIES
}

/// The text of a sample by its file name.
pub fn sample(file: &str) -> Option<&'static str> {
    SAMPLES.get_file(file)?.contents_utf8()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_programme_data_is_sound() {
        assert!(!programmes().is_empty());
        for programme in programmes() {
            if let Err(error) = programme {
                panic!("{error}");
            }
        }
        if let Err(error) = catalogue() {
            panic!("{error}");
        }
    }
}
