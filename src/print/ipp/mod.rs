//! Printing by the Internet Printing Protocol: CUPS on this computer, and printers on the network.
//!
//! Source: RFC 8011 (the protocol), PWG 5100.14 (IPP Everywhere), and CUPS' own operations.

mod address;
mod attributes;
mod client;
mod job;
mod raster;
mod status;
mod wire;

use std::path::PathBuf;

use ipp::model::{DelimiterTag, Operation};

use self::address::Address;
use self::attributes::{Group, OF_PRINTERS};
use self::client::{Client, Failure, Request};
use super::Spooler;
use super::error::{PrintError, Unreachable};
use super::job::{Follower, JobEnd};
use super::printer::{Printer, Security};
use super::source::PrintSource;
use super::ticket::PrintTicket;

/// The sockets that CUPS listens on.
#[cfg(not(windows))]
const SOCKETS: [&str; 3] = [
    "/run/cups/cups.sock",
    "/var/run/cups/cups.sock",
    "/private/var/run/cupsd",
];

/// Prints by the Internet Printing Protocol.
#[derive(Clone, Debug)]
pub(super) struct IppSpooler {
    /// Where the print system of this computer may be; the first that answers is it.
    servers: Vec<Address>,
}

impl IppSpooler {
    /// Only with printers on the network.
    #[cfg(windows)]
    pub(super) fn of_the_network() -> Self {
        Self {
            servers: Vec::new(),
        }
    }

    /// By the print system of this computer.
    #[cfg(not(windows))]
    pub(super) fn of_this_computer() -> Self {
        Self {
            servers: usual_servers(),
        }
    }

    /// By a print system that someone has named.
    pub(super) fn of_server(server: &str) -> Self {
        Self {
            servers: named_server(server).into_iter().collect(),
        }
    }
}

/// The print system that someone has named: a host with or without a port, or a socket.
fn named_server(text: &str) -> Option<Address> {
    if text.starts_with('/') {
        return Some(Address::of_socket(PathBuf::from(text)));
    }
    // libcups lets a version of the protocol follow.
    let host = text.split('/').next().unwrap_or_default();
    Address::of_server(host)
}

#[cfg(not(windows))]
fn usual_servers() -> Vec<Address> {
    let sockets = SOCKETS.iter().map(PathBuf::from);
    let sockets = sockets.filter(|path| path.exists());
    let mut servers: Vec<Address> = sockets.map(Address::of_socket).collect();
    servers.extend(Address::of_server("localhost"));
    servers
}

impl Spooler for IppSpooler {
    fn printers(&self) -> Result<Vec<Printer>, PrintError> {
        let mut failed = Err(PrintError::NoSpooler {
            address: "CUPS".to_owned(),
        });
        for server in &self.servers {
            match printers_of(server) {
                Err(PrintError::Unreachable {
                    cause: Unreachable::Refused,
                    address,
                }) => failed = Err(PrintError::NoSpooler { address }),
                other => return other,
            }
        }
        failed
    }

    fn printer_at(&self, address: &str) -> Result<Printer, PrintError> {
        let typed = Address::parse(address).ok_or_else(|| PrintError::BadAddress {
            address: address.chars().take(100).collect(),
        })?;
        let found = match look_at(&typed) {
            // It wants the connection to be encrypted.
            Err(Failure::Http(426)) => look_at(&typed.encrypted(true)),
            other => other,
        };
        let found = found.map_err(|failure| failure.of_question(&typed))?;
        found.map(named_by_address)
    }

    fn print(
        &self,
        printer: &Printer,
        ticket: &PrintTicket,
        source: &dyn PrintSource,
        follower: &mut dyn Follower,
    ) -> Result<JobEnd, PrintError> {
        let address = printer.uri.as_deref().and_then(Address::parse);
        let mut address = address.ok_or_else(|| PrintError::NoSuchPrinter {
            name: printer.name.clone(),
        })?;
        address.socket.clone_from(&printer.socket);
        job::print(&address, printer, ticket, source, follower)
    }
}

/// The printer under its address, by which it is found again: the name it gives itself may be that
/// of a printer of this computer, too. People still see it.
fn named_by_address(printer: Printer) -> Printer {
    let Some(address) = printer.uri.clone() else {
        return printer;
    };
    Printer {
        description: printer.description.or(Some(printer.name)),
        name: address,
        ..printer
    }
}

/// The printers of a print system, the default one first.
fn printers_of(server: &Address) -> Result<Vec<Printer>, PrintError> {
    let client = Client::new(server.clone(), Security::Local);
    let ask = |operation, wanted: &[&str]| {
        let mut request = Request::new(operation).ok_or_else(|| not_a_printer(server))?;
        request.wanting(wanted);
        let answer = client.ask(&request);
        answer.map_err(|failure| failure.of_question(server))
    };
    let all = ask(Operation::CupsGetPrinters, &OF_PRINTERS)?;
    if all.status.is_not_found() {
        // So CUPS says that it has none.
        return Ok(Vec::new());
    }
    if all.status.is_unknown_operation() {
        return Err(not_a_printer(server));
    }
    if !all.status.is_success() {
        return Err(all.status.error(&server.short(), all.message()));
    }
    let default = ask(Operation::CupsGetDefault, &["printer-name"])?;
    let default = (default.attributes)
        .first_of(DelimiterTag::PrinterAttributes)
        .and_then(|group| Group(group).text("printer-name"));

    let security = if server.is_local() {
        Security::Local
    } else {
        Security::Open
    };
    let groups = all.attributes.groups_of(DelimiterTag::PrinterAttributes);
    let mut printers: Vec<Printer> = groups
        .filter_map(|group| {
            let group = Group(group);
            let uri = group.text("printer-uri-supported")?;
            // It names a host as others see it; we stay with the one that answered us.
            let (_, rest) = uri.split_once("://")?;
            let path = rest.find('/').and_then(|slash| rest.get(slash..))?;
            let mut printer = attributes::printer(group, &server.at(path), security);
            printer.is_default = default.as_ref() == Some(&printer.name);
            Some(printer)
        })
        .collect();
    printers.sort_by_key(|printer| (!printer.is_default, printer.name.to_lowercase()));
    Ok(printers)
}

fn not_a_printer(address: &Address) -> PrintError {
    PrintError::NotAPrinter {
        address: address.short(),
    }
}

/// Asks a printer what it is. One whose certificate nobody vouches for is asked again without
/// checking it: that is how printers come, and [`Security`] tells.
fn look_at(address: &Address) -> Result<Result<Printer, PrintError>, Failure> {
    let security = match (address.is_local(), address.is_encrypted) {
        (_, true) => Security::Encrypted,
        (true, false) => Security::Local,
        (false, false) => Security::Open,
    };
    match describe(address, security) {
        Err(Failure::Unproven) => describe(address, Security::EncryptedUnproven),
        other => other,
    }
}

/// The printer as it describes itself now.
fn describe(address: &Address, security: Security) -> Result<Result<Printer, PrintError>, Failure> {
    let client = Client::new(address.clone(), security);
    let request = Request::about(Operation::GetPrinterAttributes, address);
    let mut request = request.ok_or(Failure::Nonsense)?;
    request.wanting(&OF_PRINTERS);
    let answer = client.ask(&request)?;
    if answer.status.is_not_found() {
        // A print system is there, but nothing at this path.
        return Ok(Err(not_a_printer(address)));
    }
    if !answer.status.is_success() {
        return Ok(Err(answer.status.error(&address.short(), answer.message())));
    }
    let group = answer
        .attributes
        .first_of(DelimiterTag::PrinterAttributes)
        .ok_or(Failure::Nonsense)?;
    Ok(Ok(attributes::printer(Group(group), address, security)))
}

/// The operations that a printer knows.
fn operations(client: &Client) -> Result<Vec<i32>, Failure> {
    let request = Request::about(Operation::GetPrinterAttributes, &client.address);
    let mut request = request.ok_or(Failure::Nonsense)?;
    request.wanting(&["operations-supported"]);
    let answer = client.ask(&request)?;
    let group = answer.attributes.first_of(DelimiterTag::PrinterAttributes);
    let group = group.ok_or(Failure::Nonsense)?;
    Ok(Group(group).integers("operations-supported"))
}
