//! Real printers and a real CUPS on the loopback address, each in a folder of its own.

use std::ffi::OsStr;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

use esu_planner::domain::plan::plan_estate;
use esu_planner::domain::text::Language;
use esu_planner::print::{PrintSource as _, PrintTicket, Printer, Spooler, spooler_at};
use esu_planner::report::pdf::{Pages, lay_out};
use esu_planner::report::{PlanReport, ReportInput, ReportOptions};
use tempfile::TempDir;

use super::tools::{Running, free_port, listens, output, tool, wait_for};
use crate::support::{catalogue, day};

/// A plan of several pages, with Polish letters.
pub(super) static PAGES: LazyLock<Pages> = LazyLock::new(|| {
    let profile = include_bytes!("../../../assets/samples/mixed-estate.esu");
    let document = esu_planner::file::load("mixed-estate.esu", profile)
        .unwrap()
        .document;
    let (walk, plan) = plan_estate(catalogue(), &document.profile, day("2022-03-01"), None);
    let options = ReportOptions::default();
    let input = ReportInput {
        language: Language::Polish,
        catalogue: catalogue(),
        profile: &document.profile,
        walk: &walk,
        plan: &plan,
        today: None,
        since_saved: None,
    };
    let pages = lay_out(&PlanReport::with(&input, &options), options.paper).unwrap();
    assert!(pages.page_count() > 4);
    pages
});

/// A ticket that a test changes.
pub(super) fn ticket() -> PrintTicket {
    PrintTicket {
        user: Some("łucja".to_owned()),
        ..PrintTicket::new("Plan zakupu – Łódź")
    }
}

/// An IPP Everywhere printer, which keeps the jobs that it gets.
pub(super) struct IppPrinter {
    pub(super) folder: TempDir,
    pub(super) port: u16,
    pub(super) program: Running,
    _announcer: Running,
    _bus: Running,
}

impl IppPrinter {
    /// A fast colour printer that prints on both sides and takes these formats.
    pub(super) fn new(formats: &str) -> Self {
        // Without a command it takes its time, as if it printed.
        Self::with(formats, &["-c", "/bin/true"])
    }

    /// The same with other options of ippeveprinter.
    pub(super) fn with(formats: &str, options: &[&str]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let address = format!("unix:path={}", at("bus").display());
        let bus = Running::start(
            Command::new(tool("dbus-daemon", "dbus-daemon"))
                .args([
                    "--session",
                    "--nofork",
                    "--nopidfile",
                    "--address",
                    &address,
                ])
                .stderr(Stdio::null()),
        );
        wait_for("the bus", || at("bus").exists());
        let said = std::fs::File::create(at("announcer")).unwrap();
        let announcer = Running::start(
            // Debian's Python: gi is installed for no other.
            Command::new(tool("/usr/bin/python3", "python3-gi"))
                .arg(paper("quiet_avahi.py"))
                .env("DBUS_SYSTEM_BUS_ADDRESS", &address)
                .stdout(said),
        );
        wait_for("the announcer (Debian's package python3-gi)", || {
            std::fs::metadata(at("announcer")).unwrap().len() > 0
        });
        let port = free_port();
        std::fs::create_dir(at("spool")).unwrap();
        let log = std::fs::File::create(at("log")).unwrap();
        let program = Running::start(
            Command::new(tool("ippeveprinter", "cups-ipp-utils"))
                .args(["-k", "-2", "-vv", "-s", "2000,2000", "-n", "localhost"])
                .args(["-p", &port.to_string(), "-f", formats, "-d"])
                .arg(at("spool"))
                .args(options)
                .arg("Test")
                .env("DBUS_SYSTEM_BUS_ADDRESS", &address)
                .env("HOME", folder.path())
                .stdout(Stdio::null())
                .stderr(log),
        );
        wait_for("the printer", || listens(port));
        Self {
            folder,
            port,
            program,
            _announcer: announcer,
            _bus: bus,
        }
    }

    pub(super) fn uri(&self) -> String {
        format!("ipp://localhost:{}/ipp/print", self.port)
    }

    /// The printer as our app sees it.
    pub(super) fn printer(&self) -> Printer {
        spooler().printer_at(&self.uri()).unwrap()
    }

    /// The documents that arrived, in the order of their jobs.
    pub(super) fn arrived(&self) -> Vec<Vec<u8>> {
        let spool = std::fs::read_dir(self.folder.path().join("spool")).unwrap();
        let mut paths: Vec<PathBuf> = spool.map(|entry| entry.unwrap().path()).collect();
        // Beside each document lies what its command wrote.
        paths.retain(|path| path.extension() != Some(OsStr::new("prn")));
        paths.sort();
        paths
            .iter()
            .map(|path| std::fs::read(path).unwrap())
            .collect()
    }
}

/// The print system of a computer that has none.
pub(super) fn spooler() -> Box<dyn Spooler> {
    spooler_at("localhost:1")
}

/// A file of the tests of printing.
pub(super) fn paper(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/paper")
        .join(name)
}

/// What ipptool, a client that is not ours, hears of a job.
pub(super) fn asked(uri: &str, job: i32) -> String {
    output(
        Command::new(tool("ipptool", "cups-ipp-utils"))
            .args(["-tv", "-d", &format!("job={job}"), uri])
            .arg(paper("job.test")),
    )
}

/// A CUPS of its own, with a queue "pdf" that writes PDF files into its folder.
pub(super) struct Cups {
    folder: TempDir,
    pub(super) port: u16,
    pub(super) program: Running,
}

impl Cups {
    pub(super) fn new() -> Self {
        Self::with("", "")
    }

    /// The same with more lines in its configuration, and with shell commands before it starts.
    pub(super) fn with(lines: &str, before: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // Filters run as another user.
        let open = std::fs::Permissions::from_mode(0o755);
        std::fs::set_permissions(folder.path(), open).unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["etc", "spool", "spool/tmp", "cache", "run", "docs", "out"] {
            std::fs::create_dir(at(name)).unwrap();
        }
        let root = folder.path().display();
        let files = format!(
            "ServerRoot {root}/etc\nRequestRoot {root}/spool\nTempDir {root}/spool/tmp\n\
             CacheDir {root}/cache\nStateDir {root}/run\nDocumentRoot {root}/docs\n\
             AccessLog {root}/access\nErrorLog {root}/error\nPageLog {root}/page\n\
             FileDevice Yes\nSystemGroup root\n"
        );
        std::fs::write(at("etc/cups-files.conf"), files).unwrap();
        let port = free_port();
        let settings = format!(
            "Listen 127.0.0.1:{port}\nListen {root}/socket\nLogLevel warn\nBrowsing No\n\
             WebInterface No\nDefaultAuthType None\nPreserveJobHistory Yes\n{lines}\n\
             <Location />\nAllow all\n</Location>\n<Policy default>\nJobPrivateAccess all\n\
             JobPrivateValues none\n<Limit All>\nOrder deny,allow\n</Limit>\n</Policy>\n"
        );
        std::fs::write(at("etc/cupsd.conf"), settings).unwrap();
        // A copy, since some systems confine the program to the usual folders by its path.
        std::fs::copy(tool("cupsd", "cups-daemon"), at("cupsd")).unwrap();
        let start = format!(
            "{before}\nexec {root}/cupsd -f -c {root}/etc/cupsd.conf -s {root}/etc/cups-files.conf"
        );
        let program = Running::start(
            Command::new("sh")
                .args(["-c", &start])
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let cups = Self {
            folder,
            port,
            program,
        };
        wait_for("CUPS", || listens(port));
        cups.add(
            "pdf",
            &format!("file://{}", cups.out().display()),
            &["-P", paper("pdf.ppd").to_str().unwrap()],
        );
        cups.call("lpadmin", &["-d", "pdf"]);
        cups
    }

    /// The file that the queue "pdf" writes.
    pub(super) fn out(&self) -> PathBuf {
        self.folder.path().join("out/pages.pdf")
    }

    pub(super) fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    /// Its own client tools.
    #[track_caller]
    pub(super) fn call(&self, program: &str, arguments: &[&str]) -> String {
        output(
            Command::new(tool(program, "cups-client"))
                .env("CUPS_SERVER", self.server())
                .args(arguments),
        )
    }

    /// Adds a queue.
    pub(super) fn add(&self, name: &str, device: &str, options: &[&str]) {
        let mut arguments = vec!["-p", name, "-E", "-v", device];
        arguments.extend(options);
        self.call("lpadmin", &arguments);
    }

    pub(super) fn server(&self) -> String {
        format!("127.0.0.1:{}", self.port)
    }

    pub(super) fn uri(&self, queue: &str) -> String {
        format!("ipp://127.0.0.1:{}/printers/{queue}", self.port)
    }

    pub(super) fn spooler(&self) -> Box<dyn Spooler> {
        spooler_at(&self.server())
    }

    /// A queue as our app sees it.
    pub(super) fn printer(&self, name: &str) -> Printer {
        let printers = self.spooler().printers().unwrap().into_iter();
        let mut named = printers.filter(|printer| printer.name == name);
        named.next().unwrap()
    }
}
