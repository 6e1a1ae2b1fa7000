//! What goes wrong with real print systems, and that it is told.

use esu_planner::domain::text::Language;
use esu_planner::print::words::error_words;
use esu_planner::print::{Go, JobEnd, JobNews, PrintError};

use super::follower::Recorder;
use super::stage::{Cups, IppPrinter, PAGES, asked, spooler, ticket};
use super::tools::wait_for;

/// The error that a queue of CUPS answers with.
#[track_caller]
fn error(cups: &Cups) -> PrintError {
    let printer = cups.printer("pdf");
    let end = cups
        .spooler()
        .print(&printer, &ticket(), &*PAGES, &mut Recorder::patient());
    let error = end.unwrap_err();
    for language in [Language::English, Language::Polish] {
        let words = error_words(language, &error);
        assert!(words.len() > 40 && !words.contains('['), "{words}");
    }
    error
}

#[test]
fn a_queue_that_takes_no_jobs_says_so_before_anything_is_sent() {
    let cups = Cups::new();
    cups.call("cupsreject", &["-r", "Moving house", "pdf"]);
    let error = error(&cups);
    assert!(
        matches!(&error, PrintError::NotAccepting { .. }),
        "{error:?}"
    );
}

#[test]
fn a_person_who_may_not_print_is_told() {
    let cups = Cups::new();
    cups.call("lpadmin", &["-p", "pdf", "-u", "deny:łucja"]);
    let error = error(&cups);
    assert!(matches!(&error, PrintError::NotAllowed { .. }), "{error:?}");
}

#[test]
fn a_refused_job_is_told_with_the_words_of_the_print_system() {
    let cups = Cups::new();
    cups.call("cupsdisable", &["pdf"]);
    let quota = [
        "-o",
        "job-quota-period=3600",
        "-o",
        "job-page-limit=1",
        "-o",
        "job-k-limit=1",
    ];
    cups.call("lpadmin", &[&["-p", "pdf"][..], &quota].concat());
    let leave = || {
        Recorder::acting(|news| match news {
            JobNews::Changed(_) => Go::Leave,
            _ => Go::On,
        })
    };
    // The first job uses the quota up.
    let printer = cups.printer("pdf");
    let first = cups
        .spooler()
        .print(&printer, &ticket(), &*PAGES, &mut leave());
    assert!(matches!(first, Ok(JobEnd::Left(_))), "{first:?}");
    let error = error(&cups);
    let PrintError::Refused { status, message } = &error else {
        panic!("{error:?}");
    };
    assert_eq!(status, "client-error-not-possible");
    let words = error_words(Language::English, &error);
    assert!(words.contains(message.as_deref().unwrap()), "{words}");
}

#[test]
fn a_print_system_with_no_room_is_told() {
    // No file of it may grow beyond some blocks, which stops it just where a full disk would.
    let cups = Cups::with("", "trap '' XFSZ; ulimit -f 40");
    let error = error(&cups);
    assert!(matches!(&error, PrintError::NoRoom { .. }), "{error:?}");
    let words = error_words(Language::English, &error);
    assert!(words.contains("no room"), "{words}");
    assert!(!cups.out().exists());
}

#[test]
fn a_print_system_that_vanishes_in_the_middle_is_told() {
    let mut cups = Cups::new();
    cups.call("cupsdisable", &["pdf"]);
    let printer = cups.printer("pdf");
    let spooler = cups.spooler();
    let program = &mut cups.program;
    let mut follower = Recorder::acting(|news| {
        if matches!(news, JobNews::Changed(_)) {
            program.kill();
        }
        Go::On
    });
    let end = spooler.print(&printer, &ticket(), &*PAGES, &mut follower);
    assert_eq!(end, Err(PrintError::Lost { job: 1 }));
    assert!(follower.heard.contains(&JobNews::NoAnswer));
}

#[test]
fn a_printer_that_vanishes_while_it_is_sent_to_is_told() {
    let mut printer = IppPrinter::new("image/pwg-raster");
    let seen = printer.printer();
    let program = &mut printer.program;
    let mut follower = Recorder::acting(|news| {
        if *news == JobNews::Sending {
            program.kill();
        }
        Go::On
    });
    let error = spooler()
        .print(&seen, &ticket(), &*PAGES, &mut follower)
        .unwrap_err();
    let is_told = matches!(
        error,
        PrintError::Unreachable { .. } | PrintError::Broken { .. }
    );
    assert!(is_told, "{error:?}");
}

#[test]
fn a_job_can_be_cancelled_while_it_is_sent() {
    let printer = IppPrinter::new("image/pwg-raster");
    let seen = printer.printer();
    let mut follower = Recorder::acting(|_| Go::Cancel);
    let end = spooler()
        .print(&seen, &ticket(), &*PAGES, &mut follower)
        .unwrap();
    assert_eq!(end, JobEnd::Cancelled { job: Some(1) });
    wait_for("the printer to end it", || {
        let said = asked(&printer.uri(), 1);
        let mut ends = ["canceled", "aborted"].into_iter();
        ends.any(|state| said.contains(&format!("job-state (enum) = {state}")))
    });
}

#[test]
fn a_job_that_nobody_may_cancel_is_told_to_stay() {
    let policy = "<Policy kept>\nJobPrivateAccess all\nJobPrivateValues none\n\
                  <Limit Cancel-Job>\nAuthType Basic\nRequire user nobody\nOrder deny,allow\n</Limit>\n\
                  <Limit All>\nOrder deny,allow\n</Limit>\n</Policy>";
    let cups = Cups::with(policy, "");
    cups.call("cupsdisable", &["pdf"]);
    cups.call("lpadmin", &["-p", "pdf", "-o", "printer-op-policy=kept"]);
    let printer = cups.printer("pdf");
    let mut follower = Recorder::acting(|news| match news {
        JobNews::Changed(_) => Go::Cancel,
        _ => Go::On,
    });
    let end = cups
        .spooler()
        .print(&printer, &ticket(), &*PAGES, &mut follower);
    assert!(matches!(end, Ok(JobEnd::Left(_))), "{end:?}");
    assert!(asked(&cups.uri("pdf"), 1).contains("job-state (enum) = pending"));
}

#[test]
fn a_printer_that_takes_neither_pdf_nor_raster_is_sent_nothing() {
    let printer = IppPrinter::new("image/jpeg");
    let seen = printer.printer();
    assert_eq!(seen.abilities.form, None);
    let end = spooler().print(&seen, &ticket(), &*PAGES, &mut Recorder::patient());
    assert_eq!(end, Err(PrintError::NoForm));
    assert!(printer.arrived().is_empty());
}

#[test]
fn a_printer_that_wants_a_password_is_told() {
    let printer = IppPrinter::with("application/pdf", &["-A", "-c", "/bin/true"]);
    let end = spooler().print(
        &printer.printer(),
        &ticket(),
        &*PAGES,
        &mut Recorder::patient(),
    );
    assert!(
        matches!(end, Err(PrintError::PasswordWanted { .. })),
        "{end:?}"
    );
    assert!(printer.arrived().is_empty());
}
