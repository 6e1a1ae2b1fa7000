//! What printers and jobs say of themselves, read out of an answer's attributes.

use ipp::attribute::IppAttributeGroup;
use ipp::value::IppValue;

use super::address::Address;
use crate::print::job::{JobState, JobStatus};
use crate::print::printer::{
    Abilities, JobForm, Printer, PrinterState, RasterForm, Security, SheetBack,
};
use crate::print::ticket::{ColourMode, Sides};
use crate::report::Paper;

/// What is asked of a printer.
pub(super) const OF_PRINTERS: [&str; 22] = [
    "printer-name",
    "printer-info",
    "printer-location",
    "printer-make-and-model",
    "printer-uri-supported",
    "printer-state",
    "printer-state-reasons",
    "printer-state-message",
    "printer-is-accepting-jobs",
    "operations-supported",
    "document-format-supported",
    "sides-supported",
    "media-supported",
    "media-ready",
    "print-color-mode-supported",
    "color-supported",
    "copies-supported",
    "pwg-raster-document-resolution-supported",
    "pwg-raster-document-sheet-back",
    "pwg-raster-document-type-supported",
    "printer-resolution-supported",
    "print-scaling-supported",
];

/// What is asked of a job.
pub(super) const OF_JOBS: [&str; 5] = [
    "job-state",
    "job-state-reasons",
    "job-state-message",
    "job-printer-state-message",
    "job-impressions-completed",
];

/// Resolutions that text reads well in, best first; more only makes jobs longer.
const RESOLUTION: u32 = 300;

/// The attributes of one printer or job.
#[derive(Clone, Copy)]
pub(super) struct Group<'a>(pub(super) &'a IppAttributeGroup);

impl<'a> Group<'a> {
    fn values(self, name: &str) -> impl Iterator<Item = &'a IppValue> {
        let attribute = self.0.get(name);
        attribute
            .into_iter()
            .flat_map(|attribute| attribute.value().into_iter())
    }

    /// All texts, keywords, names and addresses of an attribute.
    pub(super) fn texts(self, name: &str) -> Vec<String> {
        self.values(name).filter_map(text).collect()
    }

    /// The first of them that says something.
    pub(super) fn text(self, name: &str) -> Option<String> {
        let mut texts = self.values(name).filter_map(text);
        texts.find(|text| !text.trim().is_empty())
    }

    pub(super) fn integers(self, name: &str) -> Vec<i32> {
        let integer = |value: &IppValue| match value {
            IppValue::Integer(number) | IppValue::Enum(number) => Some(*number),
            _ => None,
        };
        self.values(name).filter_map(integer).collect()
    }

    pub(super) fn integer(self, name: &str) -> Option<i32> {
        self.integers(name).first().copied()
    }

    fn boolean(self, name: &str) -> Option<bool> {
        let boolean = |value: &IppValue| match value {
            IppValue::Boolean(boolean) => Some(*boolean),
            _ => None,
        };
        self.values(name).find_map(boolean)
    }

    fn upper_end(self, name: &str) -> Option<i32> {
        let end = |value: &IppValue| match value {
            IppValue::RangeOfInteger { max, .. } => Some(*max),
            IppValue::Integer(number) => Some(*number),
            _ => None,
        };
        self.values(name).filter_map(end).max()
    }

    /// Pixels an inch, the same across and along.
    fn resolutions(self, name: &str) -> Vec<u32> {
        const AN_INCH: i8 = 3;
        let resolution = |value: &IppValue| match value {
            IppValue::Resolution {
                cross_feed,
                feed,
                units: AN_INCH,
            } if cross_feed == feed => u32::try_from(*feed).ok().filter(|dpi| *dpi > 0),
            _ => None,
        };
        self.values(name).filter_map(resolution).collect()
    }
}

fn text(value: &IppValue) -> Option<String> {
    Some(match value {
        IppValue::TextWithoutLanguage(text) | IppValue::TextWithLanguage { text, .. } => {
            text.to_string()
        }
        IppValue::NameWithoutLanguage(name) | IppValue::NameWithLanguage { name, .. } => {
            name.to_string()
        }
        IppValue::Keyword(keyword) => keyword.to_string(),
        IppValue::Uri(uri) => uri.to_string(),
        IppValue::MimeMediaType(kind) => kind.to_string(),
        IppValue::NonUtf8 { data, .. } => String::from_utf8_lossy(data).into_owned(),
        _ => return None,
    })
}

/// The reasons of a state; "none" is not one.
pub(super) fn reasons(group: Group<'_>, name: &str) -> Vec<String> {
    let mut reasons = group.texts(name);
    reasons.retain(|reason| reason != "none");
    reasons
}

/// A printer by its attributes; it is named as its print system does, else by its address.
pub(super) fn printer(group: Group<'_>, address: &Address, security: Security) -> Printer {
    let name = group.text("printer-name");
    let info = group.text("printer-info");
    let name = name.unwrap_or_else(|| address.short());
    Printer {
        description: info.filter(|info| *info != name),
        name,
        location: group.text("printer-location"),
        model: group.text("printer-make-and-model"),
        is_default: false,
        state: match group.integer("printer-state") {
            Some(4) => PrinterState::Printing,
            Some(5) => PrinterState::Stopped,
            _ => PrinterState::Idle,
        },
        reasons: reasons(group, "printer-state-reasons"),
        message: group.text("printer-state-message"),
        accepts_jobs: group.boolean("printer-is-accepting-jobs").unwrap_or(true),
        abilities: abilities(group),
        security,
        uri: Some(address.uri()),
        socket: address.socket.clone(),
    }
}

fn abilities(group: Group<'_>) -> Abilities {
    let sides = group.texts("sides-supported");
    let has_sides = |sides_: &Sides| sides.iter().any(|keyword| keyword == sides_.keyword());
    let mut sides: Vec<Sides> = Sides::ALL.into_iter().filter(has_sides).collect();
    if !sides.contains(&Sides::One) {
        sides.insert(0, Sides::One);
    }

    let media = group.texts("media-supported");
    let has_paper = |paper: &Paper| {
        // One that lists nothing is asked to find out.
        media.is_empty() || media.iter().any(|keyword| keyword == media_keyword(*paper))
    };
    let papers = [Paper::A4, Paper::UsLetter];

    let modes = group.texts("print-color-mode-supported");
    let has_mode = |mode: ColourMode| modes.iter().any(|keyword| keyword == mode.keyword());
    let has_colour = group
        .boolean("color-supported")
        .unwrap_or_else(|| has_mode(ColourMode::Colour));
    let mut colours = Vec::new();
    if has_colour {
        colours.push(ColourMode::Colour);
    }
    if !has_colour || has_mode(ColourMode::Monochrome) {
        colours.push(ColourMode::Monochrome);
    }

    let copies = group.upper_end("copies-supported").unwrap_or(1);
    Abilities {
        sides,
        papers: papers.into_iter().filter(has_paper).collect(),
        colours,
        most_copies: u32::try_from(copies).unwrap_or(1).max(1),
        form: form(group),
    }
}

/// The paper as the protocol calls it.
pub(super) fn media_keyword(paper: Paper) -> &'static str {
    match paper {
        Paper::A4 => "iso_a4_210x297mm",
        Paper::UsLetter => "na_letter_8.5x11in",
    }
}

fn form(group: Group<'_>) -> Option<JobForm> {
    let formats = group.texts("document-format-supported");
    let has = |format: &str| formats.iter().any(|known| known == format);
    if has("application/pdf") {
        return Some(JobForm::Pdf);
    }
    if !has("image/pwg-raster") {
        return None;
    }
    let types = group.texts("pwg-raster-document-type-supported");
    let has_type = |name: &str| types.iter().any(|known| known == name);
    let (has_grey, has_colour) = (has_type("sgray_8"), has_type("srgb_8"));
    let mut resolutions = group.resolutions("pwg-raster-document-resolution-supported");
    if resolutions.is_empty() {
        resolutions = group.resolutions("printer-resolution-supported");
    }
    resolutions.sort_unstable();
    let enough = resolutions.iter().find(|dpi| **dpi >= RESOLUTION);
    let back = group.text("pwg-raster-document-sheet-back");
    (has_grey || has_colour).then(|| {
        JobForm::Raster(RasterForm {
            resolution: *enough.or(resolutions.last()).unwrap_or(&RESOLUTION),
            has_grey,
            has_colour,
            back: match back.as_deref() {
                Some("flipped") => SheetBack::Flipped,
                Some("rotated") => SheetBack::Rotated,
                Some("manual-tumble") => SheetBack::ManualTumble,
                _ => SheetBack::Normal,
            },
        })
    })
}

/// A job by its attributes.
pub(super) fn job(group: Group<'_>, job: i32) -> Option<JobStatus> {
    let impressions = group.integer("job-impressions-completed");
    Some(JobStatus {
        job,
        state: JobState::from_ipp(group.integer("job-state")?)?,
        reasons: reasons(group, "job-state-reasons"),
        message: group
            .text("job-state-message")
            .or_else(|| group.text("job-printer-state-message")),
        printer_reasons: Vec::new(),
        impressions: impressions.and_then(|sides| u32::try_from(sides).ok()),
    })
}
