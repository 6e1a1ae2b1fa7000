//! The text of the preferences: RON with a versioned header.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::place::WindowPlace;
use super::preferences::{Preferences, RECENT, RecentFile, Trouble, ZOOM};
use super::renderers::{DrewLast, Rung};
use crate::domain::choice::Choice as _;
use crate::report::{PARTS, Paper};

/// What the header says the file is.
const FORMAT: &str = "esu-preferences";

/// The newest version that is written and read.
const VERSION: u32 = 1;

impl Preferences {
    /// The preferences as text.
    pub fn to_text(&self) -> String {
        let record = Record {
            format: Some(FORMAT.to_owned()),
            version: Some(VERSION),
            theme: Some(self.theme.id().to_owned()),
            language: Some(self.language.id().to_owned()),
            zoom: Some(f64::from(self.zoom)),
            window: self.window.map(|place| PlaceRecord {
                position: place.position.map(|[x, y]| (x, y)),
                size: (place.size[0], place.size[1]),
                maximised: place.is_maximised,
            }),
            renderer: Some(self.renderer.map_or("auto", Rung::id).to_owned()),
            drew_last: self.drew_last.map(|last| DrewRecord {
                renderer: last.rung.id().to_owned(),
                walked_on: last.walked_on.to_string(),
            }),
            paper: self.paper.map(|paper| paper_id(paper).to_owned()),
            left_out: self.left_out.iter().map(|&part| part.to_owned()).collect(),
            printer: self.printer.clone(),
            recent: (self.recent.iter())
                .filter_map(|file| {
                    Some(RecentRecord {
                        path: file.path.to_str()?.to_owned(),
                        at: file.at.format(TIME).to_string(),
                    })
                })
                .collect(),
        };
        let pretty = ron::ser::PrettyConfig::new().struct_names(true);
        // These shapes are always writable; should they not be, an empty text is a broken file,
        // which the next start tells and replaces.
        let text = options()
            .to_string_pretty(&record, pretty)
            .unwrap_or_default();
        format!("{text}\n")
    }

    /// The preferences in a text.
    ///
    /// # Errors
    /// [`Trouble::Broken`], or [`Trouble::Newer`] for a version after ours.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Trouble> {
        let text = std::str::from_utf8(bytes).map_err(|_not_utf8| Trouble::Broken)?;
        let options = options();
        // The version first: a newer file need not be readable beyond it.
        let header: Header = options.from_str(text).map_err(|_not_ron| Trouble::Broken)?;
        match (header.format.as_deref(), header.version) {
            (Some(FORMAT), Some(version)) if version > VERSION => return Err(Trouble::Newer),
            (Some(FORMAT), Some(_)) => {}
            _ => return Err(Trouble::Broken),
        }
        let record: Record = options
            .from_str(text)
            .map_err(|_other_shape| Trouble::Broken)?;
        Ok(Self::of(record))
    }

    /// What makes sense of a record.
    fn of(record: Record) -> Self {
        let usual = Self::default();
        Self {
            theme: choice(record.theme).unwrap_or(usual.theme),
            language: choice(record.language).unwrap_or(usual.language),
            zoom: record.zoom.map_or(usual.zoom, percent),
            window: record.window.map(|place| {
                WindowPlace {
                    position: place.position.map(|(x, y)| [x, y]),
                    size: [place.size.0, place.size.1],
                    is_maximised: place.maximised,
                }
                .sane()
            }),
            renderer: choice(record.renderer),
            drew_last: record.drew_last.and_then(|last| {
                Some(DrewLast {
                    rung: Rung::from_id(&last.renderer)?,
                    walked_on: last.walked_on.parse::<NaiveDate>().ok()?,
                })
            }),
            paper: (record.paper.as_deref()).and_then(|id| {
                let papers = [Paper::A4, Paper::UsLetter];
                papers.into_iter().find(|paper| paper_id(*paper) == id)
            }),
            left_out: (PARTS.into_iter())
                .filter(|part| record.left_out.iter().any(|id| id == part))
                .collect(),
            printer: record.printer,
            recent: (record.recent.into_iter())
                .filter_map(|file| {
                    Some(RecentFile {
                        path: PathBuf::from(file.path),
                        at: NaiveDateTime::parse_from_str(&file.at, TIME).ok()?,
                    })
                })
                .take(RECENT)
                .collect(),
            forgotten: Vec::new(),
        }
    }
}

/// An answer stands in the file as it is, not in a `Some(…)`.
fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

/// How a time is written.
const TIME: &str = "%Y-%m-%dT%H:%M:%S";

/// A zoom as it is written, within its bounds.
fn percent(zoom: f64) -> u16 {
    let (least, most) = (f64::from(*ZOOM.start()), f64::from(*ZOOM.end()));
    if !zoom.is_finite() {
        return 100;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the zoom lies between 50 and 300"
    )]
    let percent = zoom.clamp(least, most).round() as u16;
    percent
}

fn choice<T: crate::domain::choice::Choice>(id: Option<String>) -> Option<T> {
    T::from_id(&id?)
}

fn paper_id(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "a4",
        Paper::UsLetter => "us-letter",
    }
}

#[derive(Deserialize)]
#[serde(rename = "Preferences")]
struct Header {
    format: Option<String>,
    version: Option<u32>,
}

/// The shape of the file. What an older version wrote that is no more is passed over.
#[derive(Deserialize, Serialize)]
#[serde(rename = "Preferences")]
struct Record {
    format: Option<String>,
    version: Option<u32>,
    #[serde(default)]
    theme: Option<String>,
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    zoom: Option<f64>,
    #[serde(default)]
    window: Option<PlaceRecord>,
    #[serde(default)]
    renderer: Option<String>,
    #[serde(default)]
    drew_last: Option<DrewRecord>,
    #[serde(default)]
    paper: Option<String>,
    #[serde(default)]
    left_out: Vec<String>,
    #[serde(default)]
    printer: Option<String>,
    #[serde(default)]
    recent: Vec<RecentRecord>,
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "Window")]
struct PlaceRecord {
    #[serde(default)]
    position: Option<(f32, f32)>,
    size: (f32, f32),
    #[serde(default)]
    maximised: bool,
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "DrewLast")]
struct DrewRecord {
    renderer: String,
    walked_on: String,
}

#[derive(Deserialize, Serialize)]
#[serde(rename = "File")]
struct RecentRecord {
    path: String,
    at: String,
}
