//! Printing for real: the pages of a plan to a printer, and what the print system says of the job.
//!
//! Printers of this computer are asked for from its own print system: CUPS by the Internet Printing
//! Protocol, on Windows the system's spooler through its printer drivers. A printer on the network
//! is reached by its address with the same protocol everywhere. Nothing here says "printed": only
//! what the print system reports, in [`words`].
//!
//! All calls block, some for seconds: never call them on the thread that draws.

pub mod error;
mod ipp;
pub mod job;
pub mod pages;
pub mod printer;
#[cfg(any(windows, test))]
mod queue;
pub mod source;
pub mod ticket;
mod viewer;
#[cfg(windows)]
#[expect(unsafe_code, reason = "the spooler of Windows is called directly")]
mod windows;
#[cfg(any(windows, test))]
mod winspool;
pub mod words;

pub use error::{PrintError, Unreachable};
pub use job::{Follower, Go, JobEnd, JobNews, JobState, JobStatus};
pub use pages::{PageRanges, PageRangesError};
pub use printer::{Abilities, JobForm, Printer, PrinterState, RasterForm, Security, SheetBack};
pub use source::PrintSource;
pub use ticket::{ColourMode, PrintTicket, Shortfall, Sides, shortfalls};
pub use viewer::{ViewerError, open_in_viewer};

/// What takes jobs: the print system of this computer, and printers on the network.
pub trait Spooler: Send + Sync {
    /// The printers that the print system of this computer knows, the default one first.
    ///
    /// # Errors
    /// There is no print system, or it does not answer.
    fn printers(&self) -> Result<Vec<Printer>, PrintError>;

    /// The printer at an address: `ipp://host:port/path`, `ipps://…`, or only a host.
    ///
    /// # Errors
    /// It is no address, or no printer answers there.
    fn printer_at(&self, address: &str) -> Result<Printer, PrintError>;

    /// Sends the pages to a printer and follows the job until it ends.
    ///
    /// # Errors
    /// The job was not taken, or what became of it isn't known.
    fn print(
        &self,
        printer: &Printer,
        ticket: &PrintTicket,
        source: &dyn PrintSource,
        follower: &mut dyn Follower,
    ) -> Result<JobEnd, PrintError>;
}

/// The print system of this computer, or the one that `$CUPS_SERVER` names.
pub fn system_spooler() -> Box<dyn Spooler> {
    #[cfg(windows)]
    let own = windows::WindowsSpooler::new();
    #[cfg(not(windows))]
    let own = ipp::IppSpooler::of_this_computer();
    let named = std::env::var("CUPS_SERVER").ok();
    match named.as_deref().map(str::trim) {
        Some(server) if !server.is_empty() => spooler_at(server),
        _ => Box::new(own),
    }
}

/// The print system (CUPS) at a host, with a port where it is not 631, or behind a socket of this
/// computer.
pub fn spooler_at(server: &str) -> Box<dyn Spooler> {
    Box::new(ipp::IppSpooler::of_server(server))
}

/// Who prints, as the system knows them. Print systems let people cancel their own jobs.
pub fn user_name() -> Option<String> {
    let names = ["USER", "LOGNAME", "USERNAME"].into_iter();
    let mut names = names.filter_map(|name| std::env::var(name).ok());
    names.find(|name| !name.is_empty())
}
