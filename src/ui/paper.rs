//! What the place "Print and export" is shown, and what it asks for: plain data, no pages laid out.

use std::collections::BTreeSet;

use eframe::egui::{TextureHandle, Vec2};

use crate::domain::text::Language;
use crate::letters::Letter;
use crate::print::{JobEnd, JobNews, JobStatus, PrintError, PrintTicket, Printer};
use crate::report::{Names, Paper, ReportOptions};

/// What a person chose for the document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaperChoices {
    /// Its language; none means that of the window.
    pub language: Option<Language>,
    /// Its paper.
    pub paper: Paper,
    /// The ids of the parts that are left out.
    pub left_out: BTreeSet<&'static str>,
    /// Whether it names the organisation and its groups.
    pub names: Names,
}

impl PaperChoices {
    /// What the report is asked to be.
    pub fn options(&self) -> ReportOptions {
        ReportOptions {
            left_out: self.left_out.clone(),
            names: self.names,
            paper: self.paper,
        }
    }
}

/// A page as far as it is ready.
#[derive(Clone)]
pub struct Sheet {
    /// Width and height in points of paper, 1/72 inch.
    pub size: Vec2,
    /// Its picture; none while it isn't near what is in sight, or not drawn yet.
    pub picture: Option<TextureHandle>,
}

/// How far the pages are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout<'a> {
    /// They are being laid out; those of before are still shown.
    #[default]
    UnderWay,
    /// They are what the plan says now.
    Done,
    /// They can't be laid out, for this reason.
    Failed(&'a str),
}

/// What the place is shown.
#[derive(Clone, Copy, Default)]
pub struct PaperView<'a> {
    /// What was chosen; none outside the place.
    pub choices: Option<&'a PaperChoices>,
    /// The parts that this plan has, whether they are left out or not; none until it is known.
    pub parts: Option<&'a BTreeSet<&'static str>>,
    /// The letters that the plan needs.
    pub letters: &'a [Letter],
    /// The pages in their order.
    pub sheets: &'a [Sheet],
    /// How far they are.
    pub layout: Layout<'a>,
    /// Whether something that was asked for is still being made: a file, or the viewer's copy.
    pub is_making: bool,
    /// The longest side of a picture that the window's renderer takes, in pixels.
    pub longest_side: usize,
    /// The printers and the job.
    pub print: PrintView<'a>,
}

/// What the print panel is shown.
#[derive(Clone, Copy, Default)]
pub struct PrintView<'a> {
    /// The printers of this computer.
    pub printers: Printers<'a>,
    /// The printers that were found by their addresses.
    pub by_address: &'a [Printer],
    /// What became of the last address that was looked up.
    pub address: Address<'a>,
    /// The name of the printer that was chosen last.
    pub chosen: Option<&'a str>,
    /// The job that was sent last, until it is dismissed.
    pub job: Option<&'a PrintJob>,
}

impl<'a> PrintView<'a> {
    /// All printers, those found by address last.
    pub fn all(&self) -> impl Iterator<Item = &'a Printer> + use<'a> {
        let known = match self.printers {
            Printers::Known(printers) => printers,
            Printers::Asked | Printers::Failed(_) => &[],
        };
        known.iter().chain(self.by_address)
    }

    /// The printer that a job goes to: the chosen one, the system's default one, or the first.
    pub fn printer(&self) -> Option<&'a Printer> {
        let is_chosen = |printer: &&Printer| Some(&*printer.name) == self.chosen;
        self.all()
            .find(is_chosen)
            .or_else(|| self.all().find(|printer| printer.is_default))
            .or_else(|| self.all().next())
    }
}

/// The printers of this computer, as far as they are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Printers<'a> {
    /// The print system is being asked.
    #[default]
    Asked,
    /// What it answered.
    Known(&'a [Printer]),
    /// It can't be asked.
    Failed(&'a PrintError),
}

/// What became of an address that was looked up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Address<'a> {
    /// None was, or its printer is among the others.
    #[default]
    None,
    /// It is being asked.
    Asked,
    /// No printer was found there.
    Failed(&'a PrintError),
}

/// A job, and what was heard of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintJob {
    /// The printer, as people call it.
    pub printer: String,
    /// What was heard, the oldest first.
    pub news: Vec<JobNews>,
    /// Whether it is asked to be cancelled.
    pub is_cancelled: bool,
    /// How it ended; none while it is followed.
    pub end: Option<Result<JobEnd, PrintError>>,
}

impl PrintJob {
    /// Hears more of it. What only counts on takes the place of what was counted before.
    pub fn hear(&mut self, news: JobNews) {
        let counts_on = match (self.news.last(), &news) {
            (Some(JobNews::Changed(before)), JobNews::Changed(now)) => {
                let impressions = now.impressions;
                let before = JobStatus {
                    impressions,
                    ..before.clone()
                };
                before == *now
            }
            _ => false,
        };
        if counts_on {
            self.news.pop();
        }
        self.news.push(news);
    }
}

/// Pages to have pictures of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wanted {
    /// Their positions, the most wanted first. Pictures of others are let go.
    pub pages: Vec<usize>,
    /// How many pixels an inch of paper takes.
    pub pixels_per_inch: f32,
}

/// What the place asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum PaperAsk {
    /// Go back to where one was.
    Back,
    /// Another choice.
    Choose(PaperChoices),
    /// Pictures of pages.
    Pictures(Wanted),
    /// The letter of this id in a file.
    SaveLetter(String, LetterForm),
    /// Something of the print panel.
    Print(PrintAsk),
}

/// What a letter is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterForm {
    /// Plain text.
    Text,
    /// A draft that mail programs open.
    Mail,
}

impl LetterForm {
    /// What the name of its files ends in, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Text => "txt",
            Self::Mail => "eml",
        }
    }
}

/// What the print panel asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PrintAsk {
    /// The printers, asked for again.
    Refresh,
    /// The printer at an address.
    LookUp(String),
    /// Another printer, by its name.
    Choose(String),
    /// The pages on the printer of this name. The title of the ticket is the shell's matter.
    Start(String, PrintTicket),
    /// The job cancelled.
    Cancel,
    /// The job left in its queue and followed no longer, so that another can be sent.
    Leave,
    /// The job's account put away.
    Dismiss,
}
