//! How a job is to be printed, and what of it a printer can't do.

use super::pages::PageRanges;
use super::printer::Printer;
use crate::report::Paper;

/// How a job is to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintTicket {
    /// What the job is called in the queue.
    pub title: String,
    /// Whose it is; print systems let people cancel their own jobs.
    pub user: Option<String>,
    /// How many copies; one at least.
    pub copies: u32,
    /// Which pages.
    pub pages: PageRanges,
    /// How the sides of the sheets are used.
    pub sides: Sides,
    /// The paper that the pages are laid out for.
    pub paper: Paper,
    /// In colour or not.
    pub colour: ColourMode,
}

impl PrintTicket {
    /// One copy of all pages on A4, one-sided, in colour.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: title.into(),
            user: None,
            copies: 1,
            pages: PageRanges::ALL,
            sides: Sides::One,
            paper: Paper::A4,
            colour: ColourMode::Colour,
        }
    }
}

/// How the sides of sheets are used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sides {
    /// One side of each sheet.
    #[default]
    One,
    /// Both sides, turned like a book.
    LongEdge,
    /// Both sides, turned like a calendar.
    ShortEdge,
}

impl Sides {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::One, Self::LongEdge, Self::ShortEdge];

    /// The keyword of the Internet Printing Protocol.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::One => "one-sided",
            Self::LongEdge => "two-sided-long-edge",
            Self::ShortEdge => "two-sided-short-edge",
        }
    }
}

/// In colour or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ColourMode {
    /// In colour.
    #[default]
    Colour,
    /// In black and grey.
    Monochrome,
}

impl ColourMode {
    /// Both of them.
    pub const ALL: [Self; 2] = [Self::Colour, Self::Monochrome];

    /// The keyword of the Internet Printing Protocol.
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Colour => "color",
            Self::Monochrome => "monochrome",
        }
    }
}

/// What a printer can't do of a ticket. The job is printed without it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortfall {
    /// It makes fewer copies of a job.
    Copies {
        /// The most that it makes.
        most: u32,
    },
    /// It does not print on both sides like this; it prints on one.
    Sides,
    /// It does not say that it takes this paper; what it does with the pages is up to it.
    Paper,
    /// It does not print in colour.
    NoColour,
    /// It can't be told to leave colours out.
    OnlyColour,
}

/// What a printer can't do of a ticket, to be told before the job is sent.
pub fn shortfalls(printer: &Printer, ticket: &PrintTicket) -> Vec<Shortfall> {
    let abilities = &printer.abilities;
    let mut found = Vec::new();
    if ticket.copies > abilities.most_copies {
        found.push(Shortfall::Copies {
            most: abilities.most_copies,
        });
    }
    if ticket.sides != Sides::One && !abilities.sides.contains(&ticket.sides) {
        found.push(Shortfall::Sides);
    }
    if !abilities.papers.contains(&ticket.paper) {
        found.push(Shortfall::Paper);
    }
    if !abilities.colours.contains(&ticket.colour) {
        found.push(match ticket.colour {
            ColourMode::Colour => Shortfall::NoColour,
            ColourMode::Monochrome => Shortfall::OnlyColour,
        });
    }
    found
}
