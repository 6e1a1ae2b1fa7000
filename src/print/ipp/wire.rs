//! Connections to print systems: over the network, and to CUPS over its socket on this computer,
//! where it often listens on nothing else.
//!
//! A print system that has no room for a document answers while the document is still being sent
//! and closes the connection. What it said then would be lost with the connection; here it is kept.

use std::fmt;
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use ureq::unversioned::transport::{
    Buffers, ConnectionDetails, Connector, LazyBuffers, NextTimeout, ShutdownHandle, Transport,
};
use ureq::{Error, Timeout};

/// What was answered before the whole of a document was sent.
#[derive(Clone, Debug, Default)]
pub(super) struct EarlyAnswer(Arc<Mutex<Option<u16>>>);

impl EarlyAnswer {
    /// The HTTP status of it.
    pub(super) fn status(&self) -> Option<u16> {
        // A number is whole whoever fell.
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, stream: &Stream) {
        /// What was said is there already.
        const MOMENT: Duration = Duration::from_millis(200);
        let mut bytes = [0; 64];
        let read = stream.set_timeouts(Some(MOMENT));
        let read = read.and_then(|()| stream.read(&mut bytes));
        let said = bytes.get(..read.unwrap_or(0)).unwrap_or_default();
        let said = String::from_utf8_lossy(said);
        let status = said.strip_prefix("HTTP/1.").and_then(|rest| {
            let status = rest.split(' ').nth(1)?;
            status.parse().ok()
        });
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = status;
    }
}

/// Connects to the host that a request names, or to a socket of this computer.
#[derive(Debug)]
pub(super) struct WireConnector {
    pub(super) socket: Option<PathBuf>,
    pub(super) early: EarlyAnswer,
}

impl Connector for WireConnector {
    type Out = Wire;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        _chained: Option<()>,
    ) -> Result<Option<Wire>, Error> {
        let stream = match &self.socket {
            Some(path) => Stream::to_socket(path)?,
            None => over_network(details)?,
        };
        let stream = Arc::new(stream);
        let weak: Weak<Stream> = Arc::downgrade(&stream);
        (details.register_shutdown)(weak)?;
        let config = details.config;
        Ok(Some(Wire {
            stream,
            early: self.early.clone(),
            buffers: LazyBuffers::new(config.input_buffer_size(), config.output_buffer_size()),
        }))
    }
}

/// Connects to the first address of a host that answers.
fn over_network(details: &ConnectionDetails<'_>) -> Result<Stream, Error> {
    let mut failed = Error::HostNotFound;
    for address in &details.addrs {
        let connected = match details.timeout.not_zero() {
            Some(after) => TcpStream::connect_timeout(address, *after),
            None => TcpStream::connect(address),
        };
        match connected {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                return Ok(Stream::Network(stream));
            }
            Err(error) => failed = told(error, Timeout::Connect),
        }
    }
    Err(failed)
}

/// A connection, shared with whoever may have to break it off.
#[derive(Debug)]
enum Stream {
    Network(TcpStream),
    #[cfg(unix)]
    Socket(std::os::unix::net::UnixStream),
}

impl Stream {
    #[cfg(unix)]
    fn to_socket(path: &std::path::Path) -> io::Result<Self> {
        std::os::unix::net::UnixStream::connect(path).map(Self::Socket)
    }

    #[cfg(not(unix))]
    fn to_socket(_path: &std::path::Path) -> io::Result<Self> {
        Err(ErrorKind::NotFound.into())
    }

    fn set_timeouts(&self, after: Option<Duration>) -> io::Result<()> {
        match self {
            Self::Network(stream) => {
                stream.set_read_timeout(after)?;
                stream.set_write_timeout(after)
            }
            #[cfg(unix)]
            Self::Socket(stream) => {
                stream.set_read_timeout(after)?;
                stream.set_write_timeout(after)
            }
        }
    }

    fn read(&self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Network(stream) => (&mut &*stream).read(buffer),
            #[cfg(unix)]
            Self::Socket(stream) => (&mut &*stream).read(buffer),
        }
    }

    fn write_all(&self, bytes: &[u8]) -> io::Result<()> {
        match self {
            Self::Network(stream) => (&mut &*stream).write_all(bytes),
            #[cfg(unix)]
            Self::Socket(stream) => (&mut &*stream).write_all(bytes),
        }
    }
}

impl ShutdownHandle for Stream {
    fn shutdown(&self) {
        // One that is broken already needs no more.
        let _ = match self {
            Self::Network(stream) => stream.shutdown(Shutdown::Both),
            #[cfg(unix)]
            Self::Socket(stream) => stream.shutdown(Shutdown::Both),
        };
    }
}

/// A connection as requests use it.
pub(super) struct Wire {
    stream: Arc<Stream>,
    early: EarlyAnswer,
    buffers: LazyBuffers,
}

impl fmt::Debug for Wire {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.stream.fmt(formatter)
    }
}

/// The system's error; it reports a time that is over as one of two kinds.
fn told(error: io::Error, reason: Timeout) -> Error {
    match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Error::Timeout(reason),
        _ => error.into(),
    }
}

impl Transport for Wire {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let timeout = timeout.for_write();
        self.stream
            .set_timeouts(timeout.not_zero().map(|after| *after))?;
        let output = self.buffers.output().get(..amount).unwrap_or_default();
        self.stream.write_all(output).map_err(|error| {
            self.early.keep(&self.stream);
            told(error, timeout.reason)
        })
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let timeout = timeout.for_read();
        self.stream
            .set_timeouts(timeout.not_zero().map(|after| *after))?;
        let read = self.stream.read(self.buffers.input_append_buf());
        let amount = read.map_err(|error| told(error, timeout.reason))?;
        self.buffers.input_appended(amount);
        Ok(amount > 0)
    }

    fn is_open(&mut self) -> bool {
        // Requests are few; none waits for a second one with its connection open.
        false
    }
}
