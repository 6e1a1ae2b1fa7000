//! A real CUPS with a queue that writes PDF, and one that leads to a real printer.

use std::process::Command;

use esu_planner::domain::text::Language;
use esu_planner::print::words::{news_words, printer_words, status_words};
use esu_planner::print::{
    Go, JobEnd, JobNews, JobState, PrintSource as _, PrinterState, Security, Sides, spooler_at,
};

use super::follower::Recorder;
use super::stage::{Cups, IppPrinter, PAGES, asked, ticket};
use super::tools::{Picture, pixels, texts, wait_for};

#[test]
fn the_pages_that_leave_cups_are_those_that_were_sent() {
    let cups = Cups::new();
    let printers = cups.spooler().printers().unwrap();
    let names: Vec<_> = printers.iter().map(|printer| &*printer.name).collect();
    assert_eq!(names, ["pdf"]);
    let printer = &printers[0];
    assert!(printer.is_default && printer.accepts_jobs);
    assert_eq!(printer.state, PrinterState::Idle);
    assert_eq!(printer.abilities.sides, Sides::ALL);

    let mut follower = Recorder::patient();
    let end = cups
        .spooler()
        .print(printer, &ticket(), &*PAGES, &mut follower);
    let JobEnd::Completed(status) = end.unwrap() else {
        panic!("{:?}", follower.heard);
    };
    let said = asked(&cups.uri("pdf"), status.job);
    assert!(said.contains("job-state (enum) = completed"), "{said}");
    assert!(
        said.contains("job-originating-user-name (nameWithoutLanguage) = łucja"),
        "{said}"
    );

    let arrived = std::fs::read(cups.out()).unwrap();
    let sent = PAGES.pdf().unwrap();
    assert_eq!(texts(&arrived), texts(&sent));
    check_alike(&pixels(&arrived, 50), &pixels(&sent, 50));
}

/// Pages look alike: CUPS' filters write the PDF anew, which moves a line's edge by less than a pixel.
#[track_caller]
fn check_alike(arrived: &[Picture], sent: &[Picture]) {
    assert_eq!(arrived.len(), sent.len());
    for ((width, height, got), (sent_width, sent_height, sent)) in arrived.iter().zip(sent) {
        assert_eq!((width, height), (sent_width, sent_height));
        let differences = got.iter().zip(sent).map(|(a, b)| u64::from(a.abs_diff(*b)));
        // Two pages of a plan differ by some ten in each pixel.
        let sum: u64 = differences.sum();
        assert!(sum * 10 < sent.len() as u64, "{sum} over {}", sent.len());
    }
}

#[test]
fn cups_is_reached_by_its_socket_too() {
    let cups = Cups::new();
    let spooler = spooler_at(cups.socket().to_str().unwrap());
    let printer = spooler.printers().unwrap().remove(0);
    assert_eq!(printer.security, Security::Local);
    let end = spooler.print(&printer, &ticket(), &*PAGES, &mut Recorder::patient());
    assert!(matches!(end, Ok(JobEnd::Completed(_))), "{end:?}");
    let arrived = std::fs::read(cups.out()).unwrap();
    assert_eq!(texts(&arrived).len(), PAGES.page_count());
}

#[test]
fn a_job_passes_through_cups_to_a_printer() {
    let real = IppPrinter::new("application/pdf");
    let cups = Cups::new();
    cups.add("office", &real.uri(), &["-m", "everywhere"]);
    let mut ticket = ticket();
    ticket.copies = 2;
    ticket.sides = Sides::ShortEdge;
    // CUPS asks the printer what it can do after it has made the queue.
    let two_sided = || {
        cups.printer("office")
            .abilities
            .sides
            .contains(&Sides::ShortEdge)
    };
    wait_for("the printer's abilities", two_sided);
    let printer = cups.printer("office");
    let end = cups
        .spooler()
        .print(&printer, &ticket, &*PAGES, &mut Recorder::patient());
    assert!(matches!(end, Ok(JobEnd::Completed(_))), "{end:?}");
    let said = asked(&real.uri(), 1);
    assert!(
        said.contains("sides (keyword) = two-sided-short-edge"),
        "{said}"
    );
    assert!(said.contains("copies (integer) = 2"), "{said}");
    // Its filters turn the order round and fill the last sheet for a printer that lays pages face up.
    let mut arrived = texts(&real.arrived()[0]);
    arrived.retain(|text| !text.is_empty());
    arrived.sort();
    let mut sent = texts(&PAGES.pdf().unwrap());
    sent.sort();
    assert_eq!(arrived, sent);
}

#[test]
fn a_job_on_a_stopped_printer_waits_and_is_printed_when_someone_starts_it() {
    let cups = Cups::new();
    cups.call("cupsdisable", &["-r", "Toner ordered", "pdf"]);
    let printer = cups.printer("pdf");
    assert_eq!(printer.state, PrinterState::Stopped);
    let words = printer_words(Language::English, &printer);
    assert!(
        words.starts_with("Stopped: ") && words.contains("Toner ordered"),
        "{words}"
    );

    let mut waiting = None;
    let mut follower = Recorder::acting(|news| {
        if let JobNews::Changed(status) = news
            && status.state == JobState::Pending
            && waiting.is_none()
        {
            waiting = Some(status.clone());
            cups.call("cupsenable", &["pdf"]);
        }
        Go::On
    });
    let end = cups
        .spooler()
        .print(&printer, &ticket(), &*PAGES, &mut follower);
    assert!(matches!(end, Ok(JobEnd::Completed(_))), "{end:?}");
    drop(follower);
    let words = status_words(Language::English, &waiting.unwrap());
    assert!(
        words.contains("Waiting in the queue: the printer has been stopped"),
        "{words}"
    );
}

#[test]
fn a_waiting_job_can_be_cancelled_or_left() {
    let cups = Cups::new();
    cups.call("cupsdisable", &["pdf"]);
    let printer = cups.printer("pdf");
    for go in [Go::Cancel, Go::Leave] {
        let mut follower = Recorder::acting(|news| match news {
            JobNews::Changed(_) => go,
            _ => Go::On,
        });
        let end = cups
            .spooler()
            .print(&printer, &ticket(), &*PAGES, &mut follower)
            .unwrap();
        let (job, state) = match (go, end) {
            (Go::Cancel, JobEnd::Cancelled { job: Some(job) }) => (job, "canceled"),
            (Go::Leave, JobEnd::Left(status)) => (status.job, "pending"),
            (_, other) => panic!("{other:?}"),
        };
        let said = asked(&cups.uri("pdf"), job);
        assert!(
            said.contains(&format!("job-state (enum) = {state}")),
            "{said}"
        );
    }
}

fn planner(cups: &Cups, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_esu-planner"));
    command.env("CUPS_SERVER", cups.server()).args(arguments);
    command
}

#[test]
fn the_command_line_prints_and_says_what_the_print_system_says() {
    let cups = Cups::new();
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/samples/mixed-estate.esu"
    );
    let listed = planner(&cups, &["printers"]).output().unwrap();
    let listed = String::from_utf8(listed.stdout).unwrap();
    assert!(listed.starts_with("pdf (default)\n"), "{listed}");
    assert!(listed.contains("\n  Ready\n"), "{listed}");
    let json = planner(&cups, &["printers", "--format", "json"])
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["printers"][0]["name"], "pdf");
    assert_eq!(json["printers"][0]["takes"], "pdf");

    let printed = planner(&cups, &["print", sample, "--pages", "2-3", "--lang", "pl"]).output();
    let printed = printed.unwrap();
    assert_eq!(printed.status.code(), Some(0), "{printed:?}");
    assert_eq!(printed.stderr, b"");
    let said = String::from_utf8(printed.stdout).unwrap();
    let taken = news_words(Language::Polish, &JobNews::Accepted { job: 1 });
    assert!(said.contains(&taken), "{said}");
    assert!(
        said.ends_with("System drukowania zgłasza: ukończono\n"),
        "{said}"
    );
    assert_eq!(texts(&std::fs::read(cups.out()).unwrap()).len(), 2);

    let refused = |arguments: &[&str]| {
        let ended = planner(&cups, arguments).output().unwrap();
        let error = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(2), "{error}");
        assert_eq!(error.lines().count(), 1, "{error}");
        error
    };
    let error = refused(&["print", sample, "--printer", "none"]);
    assert!(error.contains("no printer “none”"), "{error}");
    let error = refused(&["print", sample, "--pages", "1-99"]);
    assert!(error.contains("has only"), "{error}");
    let error = refused(&["print", sample, "--pages", "x"]);
    assert!(error.contains("“x” is no page"), "{error}");
}

#[test]
fn an_interrupt_cancels_the_job_of_the_command_line() {
    let cups = Cups::new();
    cups.call("cupsdisable", &["pdf"]);
    let sample = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/assets/samples/mixed-estate.esu"
    );
    let said = tempfile::NamedTempFile::new().unwrap();
    let mut call = planner(&cups, &["print", sample])
        .stdout(said.reopen().unwrap())
        .stderr(std::process::Stdio::null())
        .spawn()
        .unwrap();
    wait_for("the job to wait", || {
        std::fs::read_to_string(said.path())
            .unwrap()
            .contains("Waiting in the queue")
    });
    let id = call.id().to_string();
    Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert_eq!(call.wait().unwrap().code(), Some(130));
    assert!(asked(&cups.uri("pdf"), 1).contains("job-state (enum) = canceled"));

    // One that is not waited for stays.
    let left = planner(&cups, &["print", sample, "--wait", "1"])
        .output()
        .unwrap();
    assert_eq!(left.status.code(), Some(2));
    let error = String::from_utf8(left.stderr).unwrap();
    assert!(error.contains("Job 2 stays in the queue"), "{error}");
    assert!(asked(&cups.uri("pdf"), 2).contains("job-state (enum) = pending"));
}
