//! Programs that the tests of printing start, and what they say.

use std::ffi::OsStr;
use std::io::Write as _;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output};
use std::time::{Duration, Instant};

/// A program by its name. One that is missing fails the test with the package that has it.
pub(super) fn tool(name: &str, package: &str) -> PathBuf {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::env::split_paths(&path).chain(["/usr/sbin".into(), "/sbin".into()]);
    let mut found = folders.map(|folder| folder.join(name));
    found
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("{name} is missing: install Debian's package {package}"))
}

/// A program that runs until the test ends.
pub(super) struct Running(pub(super) Child);

impl Running {
    pub(super) fn start(command: &mut Command) -> Self {
        Self(
            command
                .spawn()
                .unwrap_or_else(|error| panic!("{command:?}: {error}")),
        )
    }

    /// Ends it at once, as a crash would.
    pub(super) fn kill(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A port of the loopback address that nobody listens on.
pub(super) fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port()
}

/// Waits until something is so; a test that waits for longer fails.
#[track_caller]
pub(super) fn wait_for(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(
            begun.elapsed() < Duration::from_secs(30),
            "waited for {what}"
        );
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Whether something takes connections.
pub(super) fn listens(port: u16) -> bool {
    TcpStream::connect(("127.0.0.1", port)).is_ok()
}

/// What a program writes, which has to succeed.
#[track_caller]
pub(super) fn output(command: &mut Command) -> String {
    let Output {
        status,
        stdout,
        stderr,
    } = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let error = String::from_utf8_lossy(&stderr);
    assert!(status.success(), "{command:?}: {status}: {error}");
    String::from_utf8_lossy(&stdout).into_owned()
}

/// The texts of a PDF's pages as Poppler reads them.
pub(super) fn texts(pdf: &[u8]) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "pages.pdf", pdf);
    let text = output(
        Command::new(tool("pdftotext", "poppler-utils"))
            .arg(path)
            .arg("-"),
    );
    let mut texts: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    // Each page ends with a form feed, the last one too.
    assert_eq!(texts.pop().as_deref(), Some(""));
    texts
}

/// The pages of a PDF as grey pixels, so many an inch.
pub(super) fn pixels(pdf: &[u8], pixels_per_inch: u32) -> Vec<Picture> {
    let folder = tempfile::tempdir().unwrap();
    let path = write(folder.path(), "pages.pdf", pdf);
    let resolution = pixels_per_inch.to_string();
    output(
        Command::new(tool("pdftoppm", "poppler-utils"))
            .args(["-gray", "-r", &resolution])
            .arg(path)
            .arg(folder.path().join("page")),
    );
    images(folder.path(), "pgm")
}

/// Width, height and pixels.
pub(super) type Picture = (usize, usize, Vec<u8>);

/// The pictures in a folder in the order of their names.
pub(super) fn images(folder: &Path, ending: &str) -> Vec<Picture> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension() == Some(OsStr::new(ending)))
        .collect();
    paths.sort();
    paths.iter().map(|path| read_image(path)).collect()
}

/// A picture in the formats PGM and PPM: width, height, bytes.
fn read_image(path: &Path) -> Picture {
    let bytes = std::fs::read(path).unwrap();
    let mut at = 0;
    let mut word = || {
        let begin = at
            + bytes[at..]
                .iter()
                .position(|b| !b.is_ascii_whitespace())
                .unwrap();
        at = begin
            + bytes[begin..]
                .iter()
                .position(u8::is_ascii_whitespace)
                .unwrap();
        String::from_utf8(bytes[begin..at].to_vec()).unwrap()
    };
    let kind = word();
    assert!(["P5", "P6"].contains(&kind.as_str()), "{kind}");
    let (width, height) = (word().parse().unwrap(), word().parse().unwrap());
    assert_eq!(word(), "255");
    (width, height, bytes[at + 1..].to_vec())
}

pub(super) fn write(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    let mut file = std::fs::File::create(&path).unwrap();
    file.write_all(bytes).unwrap();
    path
}
