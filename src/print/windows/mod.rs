//! Printing on Windows by the system's own spooler: each page is drawn through the printer's driver,
//! so no viewer of PDF files has to be there. Printers on the network are also reached by address.
//!
//! Here and in `app/console.rs` alone are calls that the compiler can't check.

mod calls;
mod draw;
mod follow;
mod info;

use std::path::Path;

use super::Spooler;
use super::error::PrintError;
use super::ipp::IppSpooler;
use super::job::{Follower, JobEnd};
use super::printer::Printer;
use super::source::PrintSource;
use super::ticket::PrintTicket;
use super::viewer::ViewerError;

/// The spooler of Windows.
#[derive(Clone, Debug)]
pub(super) struct WindowsSpooler {
    network: IppSpooler,
}

impl WindowsSpooler {
    pub(super) fn new() -> Self {
        Self {
            network: IppSpooler::of_the_network(),
        }
    }
}

impl Spooler for WindowsSpooler {
    fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        info::printers()
    }

    fn printer_at(&self, address: &str) -> Result<Printer, PrintError> {
        self.network.printer_at(address)
    }

    fn print(
        &self,
        printer: &Printer,
        ticket: &PrintTicket,
        source: &dyn PrintSource,
        follower: &mut dyn Follower,
    ) -> Result<JobEnd, PrintError> {
        if printer.uri.is_some() {
            return self.network.print(printer, ticket, source, follower);
        }
        match draw::draw(printer, ticket, source, follower)? {
            Some(job) => follow::follow(printer, job, follower),
            None => Ok(JobEnd::Cancelled { job: None }),
        }
    }
}

/// Opens a file in the program that is set up for it.
pub(super) fn open_in_viewer(path: &Path) -> Result<(), ViewerError> {
    calls::open_with_program(path)
}
