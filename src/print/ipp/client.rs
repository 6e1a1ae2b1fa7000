//! Requests to a print system or a printer, and their answers.

use std::io::{self, Cursor, Read};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use ipp::attribute::{IppAttribute, IppAttributeGroup, IppAttributes};
use ipp::model::{DelimiterTag, IppVersion, Operation};
use ipp::parser::IppParser;
use ipp::reader::IppReader;
use ipp::request::IppRequestResponse;
use ipp::value::{IppName, IppValue};
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::{Connector as _, RustlsConnector};
use ureq::{Agent, Error, SendBody};

use super::address::Address;
use super::attributes::Group;
use super::status::Status;
use super::wire::{EarlyAnswer, WireConnector};
use crate::print::error::{PrintError, Unreachable};
use crate::print::printer::Security;

/// So long a connection may take.
const CONNECT: Duration = Duration::from_secs(5);
/// So long an answer may take.
const ANSWER: Duration = Duration::from_secs(10);
/// So long a printer may take in nothing of a document while nothing is known to be wrong: it may
/// print as it reads.
const STALL: Duration = Duration::from_mins(5);
/// No answer is longer.
const LONGEST_ANSWER: u64 = 4 * 1024 * 1024;

/// The certificates that the system trusts.
static ROOTS: LazyLock<Arc<Vec<Certificate<'static>>>> = LazyLock::new(|| {
    let found = rustls_native_certs::load_native_certs();
    let der = found.certs.iter();
    Arc::new(
        der.map(|der| Certificate::from_der(der.as_ref()).to_owned())
            .collect(),
    )
});

/// Sends requests to one print system or printer.
#[derive(Clone, Debug)]
pub(super) struct Client {
    pub(super) address: Address,
    agent: Agent,
    early: EarlyAnswer,
}

/// What was answered.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) status: Status,
    pub(super) attributes: IppAttributes,
}

impl Answer {
    /// What the print system says about the request in its own words.
    pub(super) fn message(&self) -> Option<String> {
        let group = self.attributes.first_of(DelimiterTag::OperationAttributes);
        Group(group?).text("status-message")
    }

    /// The number of the job that was made.
    pub(super) fn job(&self) -> Option<i32> {
        let group = self.attributes.first_of(DelimiterTag::JobAttributes);
        Group(group?).integer("job-id")
    }

    /// What of the request was left out or changed.
    pub(super) fn unsupported(&self) -> Vec<String> {
        let groups = (self.attributes).groups_of(DelimiterTag::UnsupportedAttributes);
        let attributes = groups.flat_map(IppAttributeGroup::attributes);
        attributes
            .map(|attribute| attribute.name().to_string())
            .collect()
    }
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failure {
    /// Nothing can be reached.
    Unreachable(Unreachable),
    /// Nobody vouches for the certificate.
    Unproven,
    /// The request was answered by an HTTP status that is no success.
    Http(u16),
    /// What came back is no answer of a printer.
    Nonsense,
    /// The connection broke while the document was being sent.
    Broken(String),
}

impl Client {
    /// A client for an address. Encrypted connections are checked against the certificates that the
    /// system trusts, unless nobody is to be asked.
    pub(super) fn new(address: Address, security: Security) -> Self {
        let is_proven = security != Security::EncryptedUnproven;
        let tls = TlsConfig::builder().disable_verification(!is_proven);
        let tls = if address.is_encrypted && is_proven {
            tls.root_certs(RootCerts::Specific(ROOTS.clone()))
        } else {
            tls
        };
        let config = Agent::config_builder()
            // Printers stand on the same network; a proxy for the web knows nothing of them.
            .proxy(None)
            .max_redirects(0)
            .http_status_as_error(false)
            .tls_config(tls.build())
            .user_agent(concat!("esu-planner/", env!("CARGO_PKG_VERSION")))
            .timeout_resolve(Some(CONNECT))
            .timeout_connect(Some(CONNECT))
            .build();
        let early = EarlyAnswer::default();
        let wire = WireConnector {
            socket: address.socket.clone(),
            early: early.clone(),
        };
        let agent = Agent::with_parts(
            config,
            wire.chain(RustlsConnector::default()),
            DefaultResolver::default(),
        );
        Self {
            address,
            agent,
            early,
        }
    }

    /// Asks something that has no document.
    pub(super) fn ask(&self, request: &Request) -> Result<Answer, Failure> {
        let bytes = request.0.to_bytes();
        let sent = self
            .agent
            .post(self.address.url())
            .content_type("application/ipp")
            .config()
            .timeout_global(Some(ANSWER))
            .build()
            .send(&bytes[..]);
        answer(sent.map_err(|error| failure(error, false))?)
    }

    /// Sends the head of a request and its document, which may take as long as the printer needs to print it.
    pub(super) fn send(&self, head: Vec<u8>, document: &mut dyn Read) -> Result<Answer, Failure> {
        let mut whole = Cursor::new(head).chain(document);
        let sent = self
            .agent
            .post(self.address.url())
            .content_type("application/ipp")
            .config()
            .timeout_per_write(Some(STALL))
            .timeout_recv_response(Some(STALL))
            .timeout_recv_body(Some(ANSWER))
            .build()
            .send(SendBody::from_reader(&mut whole));
        answer(sent.map_err(|error| match self.early.status() {
            Some(status) => Failure::Http(status),
            None => failure(error, true),
        })?)
    }

    /// Breaks off what other threads are sending with this client; it is of no use afterwards.
    pub(super) fn break_off(&self) {
        self.agent.clone().shutdown();
    }
}

fn answer(response: ureq::http::Response<ureq::Body>) -> Result<Answer, Failure> {
    let status = response.status();
    if !status.is_success() {
        return Err(Failure::Http(status.as_u16()));
    }
    let body = response.into_body().into_with_config();
    let bytes = body.limit(LONGEST_ANSWER).read_to_vec();
    let bytes = bytes.map_err(|error| failure(error, false))?;
    let parser = IppParser::new(IppReader::new(Cursor::new(bytes)));
    let parsed = parser.parse_parts();
    let (header, attributes, _) = parsed.map_err(|_error| Failure::Nonsense)?;
    Ok(Answer {
        status: Status::of(header.operation_or_status),
        attributes,
    })
}

fn failure(error: Error, is_document: bool) -> Failure {
    match error {
        Error::Timeout(_) if !is_document => Failure::Unreachable(Unreachable::TooSlow),
        Error::HostNotFound => Failure::Unreachable(Unreachable::NoSuchHost),
        Error::Rustls(rustls) => encryption(rustls.to_string()),
        Error::Tls(problem) => encryption(problem.to_owned()),
        Error::Io(error) => io_failure(&error, is_document),
        Error::Protocol(_)
        | Error::LargeResponseHeader(..)
        | Error::BodyExceedsLimit(_)
        | Error::Http(_) => Failure::Nonsense,
        error if is_document => Failure::Broken(error.to_string()),
        error => Failure::Unreachable(Unreachable::Other(error.to_string())),
    }
}

fn encryption(problem: String) -> Failure {
    if problem.contains("invalid peer certificate") {
        Failure::Unproven
    } else {
        Failure::Unreachable(Unreachable::Encryption(problem))
    }
}

fn io_failure(error: &io::Error, is_document: bool) -> Failure {
    use io::ErrorKind;
    // An error of the encryption comes through the system's kind of error.
    if let Some(inner) = error.get_ref() {
        let problem = inner.to_string();
        if problem.contains("invalid peer certificate") {
            return Failure::Unproven;
        }
        // So it speaks of someone who does not encrypt.
        if problem.contains("corrupt message") {
            return Failure::Unreachable(Unreachable::Encryption(problem));
        }
    }
    if is_of_no_host(error) {
        return Failure::Unreachable(Unreachable::NoSuchHost);
    }
    match error.kind() {
        ErrorKind::ConnectionRefused | ErrorKind::NotFound => {
            Failure::Unreachable(Unreachable::Refused)
        }
        _ if is_document => Failure::Broken(error.to_string()),
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Failure::Unreachable(Unreachable::TooSlow),
        // Whoever closes the connection at once does not speak the protocol.
        ErrorKind::UnexpectedEof | ErrorKind::InvalidData => Failure::Nonsense,
        _ => Failure::Unreachable(Unreachable::Other(error.to_string())),
    }
}

/// Whether a name has no address. The library has no kind of error for that.
fn is_of_no_host(error: &io::Error) -> bool {
    const WINDOWS_NO_SUCH_HOST: i32 = 11001;
    error.to_string().starts_with("failed to lookup address")
        || (cfg!(windows) && error.raw_os_error() == Some(WINDOWS_NO_SUCH_HOST))
}

impl Failure {
    /// The error of a question that was not answered.
    pub(super) fn of_question(self, address: &Address) -> PrintError {
        let address = address.short();
        match self {
            Self::Unreachable(cause) => PrintError::Unreachable { address, cause },
            Self::Unproven => PrintError::Unreachable {
                address,
                cause: Unreachable::Encryption("certificate".to_owned()),
            },
            Self::Broken(problem) => PrintError::Broken { problem },
            Self::Http(401) => PrintError::PasswordWanted { address },
            Self::Http(403) => PrintError::NotAllowed { address },
            Self::Http(413 | 507) => PrintError::NoRoom { message: None },
            Self::Http(_) | Self::Nonsense => PrintError::NotAPrinter { address },
        }
    }
}

/// A request that is put together.
pub(super) struct Request(IppRequestResponse);

impl Request {
    /// Asks the print system.
    pub(super) fn new(operation: Operation) -> Option<Self> {
        let request = IppRequestResponse::new(IppVersion::v1_1(), operation, None);
        request.ok().map(Self)
    }

    /// Asks about a printer.
    pub(super) fn about(operation: Operation, address: &Address) -> Option<Self> {
        let mut request = Self::new(operation)?;
        request.operation("printer-uri", IppValue::new_uri(address.uri()).ok()?);
        Some(request)
    }

    fn add(&mut self, tag: DelimiterTag, name: &str, value: IppValue) {
        if let Ok(name) = IppName::new(name) {
            self.0
                .attributes_mut()
                .add(tag, IppAttribute::new(name, value));
        }
    }

    /// Adds to what is asked.
    pub(super) fn operation(&mut self, name: &str, value: IppValue) {
        self.add(DelimiterTag::OperationAttributes, name, value);
    }

    /// Adds how a job is to be printed.
    pub(super) fn job(&mut self, name: &str, value: IppValue) {
        self.add(DelimiterTag::JobAttributes, name, value);
    }

    /// Asks for these attributes alone.
    pub(super) fn wanting(&mut self, names: &[&str]) {
        let names = names
            .iter()
            .filter_map(|name| IppValue::new_keyword(*name).ok());
        self.operation("requested-attributes", IppValue::Array(names.collect()));
    }

    /// What is sent ahead of a document.
    pub(super) fn head(&self) -> Vec<u8> {
        self.0.to_bytes().to_vec()
    }

    /// Says whose request it is.
    pub(super) fn by(&mut self, user: Option<&str>) {
        let Some(user) = user else { return };
        if let Ok(name) = IppValue::new_name_without_language(shortened(user)) {
            self.operation("requesting-user-name", name);
        }
    }
}

/// A text that is short enough for a name of the protocol.
pub(super) fn shortened(text: &str) -> String {
    /// In bytes.
    const LONGEST_NAME: usize = 255;
    let mut short = String::new();
    for character in text.chars().filter(|c| !c.is_control()) {
        if short.len() + character.len_utf8() > LONGEST_NAME {
            break;
        }
        short.push(character);
    }
    short
}
