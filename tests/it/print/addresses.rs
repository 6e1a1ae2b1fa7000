//! Addresses at which no printer answers.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use esu_planner::print::{PrintError, Unreachable, spooler_at};

use super::stage::spooler;
use super::tools::free_port;

/// Takes connections and answers each in one way.
fn server(answer: impl Fn(TcpStream) + Send + 'static) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            answer(stream);
        }
    });
    port
}

/// One that reads what is asked and says this.
fn says(answer: &'static [u8]) -> u16 {
    server(move |mut stream| {
        // To close with something unread would be a reset, not an end.
        let _ = stream.set_read_timeout(Some(Duration::from_millis(200)));
        while stream.read(&mut [0; 4096]).is_ok_and(|read| read > 0) {}
        let _ = stream.write_all(answer);
    })
}

#[track_caller]
fn error(address: &str) -> PrintError {
    let begun = Instant::now();
    let error = spooler().printer_at(address).unwrap_err();
    assert!(begun.elapsed() < Duration::from_secs(15), "{address}");
    error
}

#[test]
fn what_answers_but_is_no_printer_is_told_from_one() {
    for answer in [
        &b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nHello"[..],
        b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\n\r\n\x02\x00\x00\x00\x00\x00\x00\x01",
        b"HTTP/1.1 200 OK\r\n\r\n\x02\x00\x00\x00\x00\x00\x00\x01\x01\x47\xff\xff\xff\xff",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"\x00\x01\x02garbage\xff\xfe",
        b"",
    ] {
        let error = error(&format!("localhost:{}", says(answer)));
        let is_told = matches!(error, PrintError::NotAPrinter { .. });
        assert!(
            is_told,
            "{:?}: {error:?}",
            answer.escape_ascii().to_string()
        );
    }
}

#[test]
fn an_answer_without_end_is_not_read_to_the_end() {
    let port = server(|mut stream| {
        let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
        while stream.write_all(&[1; 4096]).is_ok() {}
    });
    let error = error(&format!("localhost:{port}"));
    assert!(matches!(error, PrintError::NotAPrinter { .. }), "{error:?}");
}

#[test]
fn silence_is_not_waited_for_for_ever() {
    let port = server(|stream| {
        std::thread::spawn(move || {
            std::thread::sleep(Duration::from_mins(1));
            drop(stream);
        });
    });
    let error = error(&format!("localhost:{port}"));
    let cause = Unreachable::TooSlow;
    let address = format!("localhost:{port}");
    assert_eq!(error, PrintError::Unreachable { address, cause });
}

#[test]
fn an_address_where_nothing_listens_is_told() {
    let address = format!("localhost:{}", free_port());
    let cause = Unreachable::Refused;
    assert_eq!(error(&address), PrintError::Unreachable { address, cause });
    let address = "no-such-printer.invalid".to_owned();
    let cause = Unreachable::NoSuchHost;
    assert_eq!(error(&address), PrintError::Unreachable { address, cause });
    assert!(matches!(error("two words"), PrintError::BadAddress { .. }));
    let encrypted = error(&format!(
        "ipps://localhost:{}",
        says(b"HTTP/1.1 200 OK\r\n\r\n")
    ));
    let cause = match encrypted {
        PrintError::Unreachable { cause, .. } => cause,
        other => panic!("{other:?}"),
    };
    assert!(matches!(cause, Unreachable::Encryption(_)), "{cause:?}");
}

#[test]
fn a_computer_without_a_print_system_is_told() {
    let nobody = format!("localhost:{}", free_port());
    let error = spooler_at(&nobody).printers().unwrap_err();
    assert!(matches!(error, PrintError::NoSpooler { .. }), "{error:?}");
    let error = spooler_at("/no/such/socket").printers().unwrap_err();
    assert!(matches!(error, PrintError::NoSpooler { .. }), "{error:?}");
    let web = format!(
        "localhost:{}",
        says(b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    );
    let error = spooler_at(&web).printers().unwrap_err();
    assert!(matches!(error, PrintError::NotAPrinter { .. }), "{error:?}");
}
