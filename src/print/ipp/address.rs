//! Where a print system or a printer is reached.

use std::fmt;
use std::net::{IpAddr, Ipv6Addr};
use std::path::PathBuf;

/// Where printers that follow IPP Everywhere take jobs.
const USUAL_PATH: &str = "/ipp/print";

/// The port of the Internet Printing Protocol, encrypted or not.
const USUAL_PORT: u16 = 631;

/// Where a print system or a printer is reached.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Address {
    pub(super) is_encrypted: bool,
    /// A name or an IP address; one of version 6 stands in brackets.
    host: String,
    port: u16,
    /// Begins with a slash.
    path: String,
    /// The socket on this computer that is used instead of the network.
    pub(super) socket: Option<PathBuf>,
}

impl Address {
    /// The address that a person typed; what is left out is as usual.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (scheme.to_ascii_lowercase(), rest),
            None => ("ipp".to_owned(), text),
        };
        let (is_encrypted, usual_port) = match scheme.as_str() {
            "ipp" => (false, USUAL_PORT),
            "ipps" => (true, USUAL_PORT),
            "http" => (false, 80),
            "https" => (true, 443),
            _ => return None,
        };
        let (authority, path) = match rest.find('/') {
            Some(slash) => rest.split_at(slash),
            None => (rest, ""),
        };
        let is_harmless = |c: char| c.is_ascii_graphic() && !"\"<>\\^`{|}?#".contains(c);
        let path = match path {
            "" | "/" => USUAL_PATH,
            path if path.chars().all(is_harmless) => path,
            _ => return None,
        };
        let (host, port) = host_and_port(authority)?;
        Some(Self {
            is_encrypted,
            host,
            port: port.unwrap_or(usual_port),
            path: path.to_owned(),
            socket: None,
        })
    }

    /// The print system at a host, without a printer.
    pub(super) fn of_server(host: &str) -> Option<Self> {
        let (host, port) = host_and_port(host)?;
        Some(Self {
            is_encrypted: false,
            host,
            port: port.unwrap_or(USUAL_PORT),
            path: "/".to_owned(),
            socket: None,
        })
    }

    /// The print system behind a socket of this computer.
    pub(super) fn of_socket(path: PathBuf) -> Self {
        Self {
            is_encrypted: false,
            host: "localhost".to_owned(),
            port: USUAL_PORT,
            path: "/".to_owned(),
            socket: Some(path),
        }
    }

    /// Another place at the same print system.
    pub(super) fn at(&self, path: &str) -> Self {
        Self {
            path: path.to_owned(),
            ..self.clone()
        }
    }

    /// The same place over an encrypted connection, or not.
    pub(super) fn encrypted(&self, is_encrypted: bool) -> Self {
        Self {
            is_encrypted,
            ..self.clone()
        }
    }

    /// Where requests are sent to.
    pub(super) fn url(&self) -> String {
        let scheme = if self.is_encrypted { "https" } else { "http" };
        format!("{scheme}://{}:{}{}", self.host, self.port, self.path)
    }

    /// What requests name as their printer.
    pub(super) fn uri(&self) -> String {
        let scheme = if self.is_encrypted { "ipps" } else { "ipp" };
        format!("{scheme}://{}:{}{}", self.host, self.port, self.path)
    }

    /// The host and what is not usual, for a message.
    pub(super) fn short(&self) -> String {
        match &self.socket {
            Some(path) => path.display().to_string(),
            None if self.port == USUAL_PORT => self.host.clone(),
            None => format!("{}:{}", self.host, self.port),
        }
    }

    /// Whether the connection stays on this computer.
    pub(super) fn is_local(&self) -> bool {
        let bare = self.host.trim_matches(['[', ']']);
        self.socket.is_some()
            || bare.eq_ignore_ascii_case("localhost")
            || bare.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.socket {
            Some(path) => write!(formatter, "{}{}", path.display(), self.path),
            None => formatter.write_str(&self.uri()),
        }
    }
}

/// A host, in brackets where it needs them, and the port that is named.
fn host_and_port(text: &str) -> Option<(String, Option<u16>)> {
    if text.parse::<Ipv6Addr>().is_ok() {
        return Some((format!("[{text}]"), None));
    }
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => {
            let (ip, rest) = rest.split_once(']')?;
            ip.parse::<Ipv6Addr>().ok()?;
            let port = match rest {
                "" => None,
                rest => Some(rest.strip_prefix(':')?),
            };
            (format!("[{ip}]"), port)
        }
        None => match text.split_once(':') {
            Some((host, port)) => (host.to_owned(), Some(port)),
            None => (text.to_owned(), None),
        },
    };
    let is_of_a_name = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let is_host = host.starts_with('[')
        || (host.chars().all(is_of_a_name)
            && host.starts_with(|c: char| c.is_ascii_alphanumeric())
            && host.len() <= 253);
    let port = match port {
        Some(port) => Some(port.parse().ok().filter(|port| *port > 0)?),
        None => None,
    };
    is_host.then_some((host, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_types_becomes_a_whole_address() {
        for (typed, uri) in [
            ("printer", "ipp://printer:631/ipp/print"),
            (
                " printer.example:8631 ",
                "ipp://printer.example:8631/ipp/print",
            ),
            ("192.0.2.7/ipp/faxout", "ipp://192.0.2.7:631/ipp/faxout"),
            ("IPPS://Printer/", "ipps://Printer:631/ipp/print"),
            (
                "http://cups:631/printers/PDF",
                "ipp://cups:631/printers/PDF",
            ),
            ("https://cups/printers/PDF", "ipps://cups:443/printers/PDF"),
            ("2001:db8::7", "ipp://[2001:db8::7]:631/ipp/print"),
            ("[::1]:8631/x", "ipp://[::1]:8631/x"),
        ] {
            let address = Address::parse(typed).map(|address| address.uri());
            assert_eq!(address.as_deref(), Some(uri), "{typed}");
            assert_eq!(Address::parse(uri).unwrap().uri(), uri);
        }
    }

    #[test]
    fn what_is_no_address_is_refused() {
        for typed in [
            "",
            " ",
            "-",
            "--help",
            "lpd://printer",
            "usb://x",
            "ipp://",
            "ipp:///ipp/print",
            "two words",
            "user:secret@printer",
            "printer:0",
            "printer:99999",
            "printer:",
            "a:b:c",
            "[::1",
            "[x]",
            "printer/ä",
            "printer/a b",
            "printer/a?b",
            "drukarka-łódź",
            "a\nb",
        ] {
            assert_eq!(Address::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn only_this_computer_is_local() {
        for (typed, is_local) in [
            ("localhost", true),
            ("LOCALHOST:1", true),
            ("127.0.0.9", true),
            ("::1", true),
            ("localhost.example", false),
            ("192.0.2.7", false),
        ] {
            assert_eq!(
                Address::parse(typed).unwrap().is_local(),
                is_local,
                "{typed}"
            );
        }
    }
}
