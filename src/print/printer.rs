//! A printer as its print system describes it: plain data.

use std::path::PathBuf;

use super::ticket::{ColourMode, Sides};
use crate::report::Paper;

/// A printer that can be printed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printer {
    /// Its name in the print system; the address where it was reached by one.
    pub name: String,
    /// What people call it, where it says so: "Second floor, by the lift".
    pub description: Option<String>,
    /// Where it stands.
    pub location: Option<String>,
    /// Make and model.
    pub model: Option<String>,
    /// Whether the print system takes it where none is named.
    pub is_default: bool,
    /// What it is doing.
    pub state: PrinterState,
    /// Why it is in that state, as keywords: `media-empty`, `toner-low`.
    pub reasons: Vec<String>,
    /// What it says about its state in its own words.
    pub message: Option<String>,
    /// Whether it takes new jobs.
    pub accepts_jobs: bool,
    /// What it can do.
    pub abilities: Abilities,
    /// How the connection to it is kept from others.
    pub security: Security,
    /// Where it is reached by the Internet Printing Protocol; none where the system's own driver
    /// prints under its name.
    pub uri: Option<String>,
    /// The socket of this computer over which its print system is asked for that address.
    pub socket: Option<PathBuf>,
}

/// What a printer is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PrinterState {
    /// Waiting for work.
    Idle,
    /// At work.
    Printing,
    /// Stopped; jobs wait until someone sees to it.
    Stopped,
}

/// How a connection is kept from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Security {
    /// It does not leave this computer.
    Local,
    /// Encrypted, and the printer's certificate is vouched for.
    Encrypted,
    /// Encrypted, but nobody vouches for the printer's own certificate, which is usual.
    EncryptedUnproven,
    /// Whoever is on the network can read along.
    Open,
}

/// What a printer can do with a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Abilities {
    /// How it can use the sides of the sheets; at least one-sided.
    pub sides: Vec<Sides>,
    /// The papers of the plan that it takes.
    pub papers: Vec<Paper>,
    /// The colours it can print in.
    pub colours: Vec<ColourMode>,
    /// The most copies of a job.
    pub most_copies: u32,
    /// What jobs are sent to it as; none means that a plan can't be sent to it.
    pub form: Option<JobForm>,
}

/// What a job is sent as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobForm {
    /// The PDF.
    Pdf,
    /// Its pages as pixels, in PWG raster.
    Raster(RasterForm),
    /// Its pages as pixels through the system's printer driver.
    Driver,
}

/// What PWG raster a printer takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RasterForm {
    /// Pixels an inch.
    pub resolution: u32,
    /// Whether it takes `sgray_8`.
    pub has_grey: bool,
    /// Whether it takes `srgb_8`.
    pub has_colour: bool,
    /// How the second sides of sheets have to be turned.
    pub back: SheetBack,
}

/// How a printer wants the second sides of sheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SheetBack {
    /// As they are read.
    #[default]
    Normal,
    /// Mirrored.
    Flipped,
    /// Turned where sheets are turned over the long edge.
    Rotated,
    /// Turned where sheets are turned over the short edge.
    ManualTumble,
}
