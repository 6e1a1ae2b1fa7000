//! Why nothing was printed.

use super::pages::PageRangesError;
use crate::report::ReportError;

/// Why nothing was printed, or why nothing is known of it. [`super::words::error_words`] says it to
/// a person, with what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PrintError {
    /// No print system runs on this computer.
    #[error("no print system answers at {address}")]
    NoSpooler {
        /// Where one was looked for.
        address: String,
    },
    /// The print system has no such printer.
    #[error("there is no printer {name}")]
    NoSuchPrinter {
        /// What was asked for.
        name: String,
    },
    /// The print system has no default printer, and none was named.
    #[error("there is no default printer")]
    NoDefault,
    /// What was typed is no address of a printer.
    #[error("{address} is no address of a printer")]
    BadAddress {
        /// What was typed.
        address: String,
    },
    /// Nothing can be reached at the address.
    #[error("{address} can't be reached: {cause:?}")]
    Unreachable {
        /// The address.
        address: String,
        /// Why.
        cause: Unreachable,
    },
    /// Something answers, but it is no printer.
    #[error("what answers at {address} is no printer")]
    NotAPrinter {
        /// The address.
        address: String,
    },
    /// It wants a name and a password, which this app does not ask for.
    #[error("{address} wants a name and a password")]
    PasswordWanted {
        /// The address.
        address: String,
    },
    /// It does not let this person print.
    #[error("{address} does not allow it")]
    NotAllowed {
        /// The address.
        address: String,
    },
    /// The printer takes none of the forms a plan can be sent in.
    #[error("the printer takes neither PDF nor PWG raster")]
    NoForm,
    /// The printer takes no jobs now.
    #[error("the printer takes no jobs")]
    NotAccepting {
        /// What it says in its own words.
        message: Option<String>,
    },
    /// The printer is busy with another job and takes no second one.
    #[error("the printer is busy")]
    Busy,
    /// The print system has no room for the job.
    #[error("the print system has no room for the job")]
    NoRoom {
        /// What it says in its own words.
        message: Option<String>,
    },
    /// The print system refuses the job.
    #[error("the print system refuses the job: {status}")]
    Refused {
        /// The name of its answer, like `client-error-bad-request`.
        status: String,
        /// What it says in its own words.
        message: Option<String>,
    },
    /// The connection broke while the job was being sent; the job was not taken.
    #[error("the connection broke while the job was sent: {problem}")]
    Broken {
        /// What the connection says.
        problem: String,
    },
    /// The print system stopped answering after it took the job. What became of it isn't known.
    #[error("the print system no longer answers; job {job} was taken")]
    Lost {
        /// The job's number.
        job: i32,
    },
    /// The pages that were asked for are not there.
    #[error("{0:?}")]
    Pages(PageRangesError),
    /// The pages can't be made; a fault of the program.
    #[error("{problem}")]
    Layout {
        /// What the layout says.
        problem: String,
    },
    /// The system's printing answers with an error of its own.
    #[error("{what}: {problem}")]
    System {
        /// What was called.
        what: String,
        /// What the system says.
        problem: String,
    },
}

/// Why nothing can be reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreachable {
    /// There is no computer of that name.
    NoSuchHost,
    /// Nothing listens there.
    Refused,
    /// It takes too long to answer.
    TooSlow,
    /// The encrypted connection can't be made.
    Encryption(String),
    /// Anything else, as the system says it.
    Other(String),
}

impl From<PageRangesError> for PrintError {
    fn from(error: PageRangesError) -> Self {
        Self::Pages(error)
    }
}

impl From<ReportError> for PrintError {
    fn from(error: ReportError) -> Self {
        Self::Layout {
            problem: error.to_string(),
        }
    }
}
