//! A real IPP Everywhere printer: what arrives is what was sent.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::path::Path;
use std::process::Command;

use esu_planner::domain::text::Language;
use esu_planner::print::words::news_words;
use esu_planner::print::{
    ColourMode, Go, JobEnd, JobForm, JobNews, JobState, PageRanges, PrintSource as _, Security,
    Sides, spooler_at,
};

use super::follower::Recorder;
use super::stage::{IppPrinter, PAGES, asked, spooler, ticket};
use super::tools::{images, output, pixels, texts, tool, write};

fn completed(end: &JobEnd) -> i32 {
    match end {
        JobEnd::Completed(status) => status.job,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_pdf_that_arrives_at_a_printer_is_the_one_that_was_sent() {
    let printer = IppPrinter::new("application/pdf");
    let seen = printer.printer();
    assert_eq!(seen.name, printer.uri(), "it is found again by its name");
    assert_eq!(seen.description.as_deref(), Some("Test"));
    assert_eq!(seen.security, Security::Local);
    assert_eq!(seen.abilities.form, Some(JobForm::Pdf));
    let mut ticket = ticket();
    ticket.copies = 2;
    ticket.sides = Sides::LongEdge;
    let mut follower = Recorder::patient();
    let end = spooler()
        .print(&seen, &ticket, &*PAGES, &mut follower)
        .unwrap();
    let job = completed(&end);
    assert_eq!(follower.heard.first(), Some(&JobNews::Sending));
    assert!(follower.heard.contains(&JobNews::Accepted { job }));

    let arrived = printer.arrived().remove(0);
    let sent = PAGES.pdf().unwrap();
    assert_eq!(texts(&arrived), texts(&sent));
    assert_eq!(texts(&arrived).len(), PAGES.page_count());
    assert!(texts(&arrived).concat().contains("Łodzi"));
    assert!(
        pixels(&arrived, 50) == pixels(&sent, 50),
        "the pages look different"
    );

    // Another client hears the same of the job.
    let said = asked(&printer.uri(), job);
    for line in [
        "job-state (enum) = completed",
        "job-name (nameWithoutLanguage) = Plan zakupu – Łódź",
        "copies (integer) = 2",
        "sides (keyword) = two-sided-long-edge",
        "media (keyword) = iso_a4_210x297mm",
        "print-color-mode (keyword) = color",
        "document-format-supplied (mimeMediaType) = application/pdf",
    ] {
        assert!(said.contains(line), "{line} is not in {said}");
    }
}

#[test]
fn only_the_pages_that_were_asked_for_arrive() {
    let printer = IppPrinter::new("application/pdf");
    let mut ticket = ticket();
    ticket.pages = PageRanges::parse("4-5, 2").unwrap();
    let end = spooler().print(
        &printer.printer(),
        &ticket,
        &*PAGES,
        &mut Recorder::patient(),
    );
    completed(&end.unwrap());
    let all = texts(&PAGES.pdf().unwrap());
    let arrived = printer.arrived().remove(0);
    assert_eq!(
        texts(&arrived),
        [&all[1], &all[3], &all[4]].map(String::clone)
    );
}

#[test]
fn the_pixels_that_arrive_as_raster_are_those_of_the_pages() {
    let printer = IppPrinter::new("image/pwg-raster");
    let seen = printer.printer();
    let Some(JobForm::Raster(form)) = &seen.abilities.form else {
        panic!("{:?}", seen.abilities);
    };
    let pages = [1, 3];
    let mut ticket = ticket();
    ticket.pages = PageRanges::parse("2,4").unwrap();
    for (job, colour) in ColourMode::ALL.into_iter().enumerate() {
        ticket.colour = colour;
        let end = spooler().print(&seen, &ticket, &*PAGES, &mut Recorder::patient());
        completed(&end.unwrap());
        let arrived = printer.arrived().remove(job);

        // Read by CUPS' own filter, not by ours.
        let folder = tempfile::tempdir().unwrap();
        let raster = write(folder.path(), "pages.pwg", &arrived);
        let filters =
            ["rastertopdf", "pwgtopdf"].map(|name| format!("/usr/lib/cups/filter/{name}"));
        let filter = filters.iter().find(|path| Path::new(path).exists());
        let pdf = Command::new(filter.expect("install Debian's package cups-filters"))
            .args(["1", "user", "title", "1", ""])
            .arg(raster)
            .env("CONTENT_TYPE", "image/pwg-raster")
            .output()
            .unwrap();
        let pdf = write(folder.path(), "pages.pdf", &pdf.stdout);
        output(
            Command::new(tool("pdfimages", "poppler-utils"))
                .arg(pdf)
                .arg(folder.path().join("page")),
        );
        let found = images(folder.path(), "ppm");
        assert_eq!(found.len(), pages.len());
        for (page, (width, height, bytes)) in pages.into_iter().zip(found) {
            let sent = PAGES.image(page, form.resolution.into()).unwrap();
            assert_eq!((width, height), (sent.width, sent.height));
            let pixels = sent.rgba.chunks(4).zip(bytes.chunks(3));
            match colour {
                ColourMode::Colour => {
                    let differs = pixels.into_iter().position(|(sent, got)| sent[..3] != *got);
                    assert_eq!(differs, None, "page {page}");
                }
                ColourMode::Monochrome => check_greys(pixels),
            }
        }
    }
}

/// The reader shows greys in the tone of paper: each grey that was sent is one tone, and a lighter
/// grey no darker tone.
fn check_greys<'a>(pixels: impl Iterator<Item = (&'a [u8], &'a [u8])>) {
    let mut tones = BTreeMap::new();
    for (sent, got) in pixels {
        let [r, g, b] = [sent[0], sent[1], sent[2]].map(u32::from);
        let grey = (299 * r + 587 * g + 114 * b + 500) / 1000;
        let tone = *tones.entry(grey).or_insert(got);
        assert_eq!(tone, got, "grey {grey} has two tones");
    }
    assert!(tones.len() > 100, "text is smooth");
    let (darkest, lightest) = (tones.values().next(), tones.values().last());
    assert!(darkest.is_some_and(|tone| tone[0] < 128), "{darkest:?}");
    assert!(
        lightest.is_some_and(|tone| tone.iter().all(|light| *light > 230)),
        "{lightest:?}"
    );
    assert!(tones.values().is_sorted(), "{tones:?}");
}

#[test]
fn an_old_printer_gets_its_job_in_one_piece() {
    let printer = IppPrinter::new("application/pdf");
    let old = without_create_job(printer.port);
    let seen = spooler().printer_at(&format!("localhost:{old}")).unwrap();
    let mut ticket = ticket();
    ticket.copies = 3;
    let mut follower = Recorder::patient();
    let end = spooler().print(&seen, &ticket, &*PAGES, &mut follower);
    let job = completed(&end.unwrap());
    assert_eq!(follower.heard.first(), Some(&JobNews::Sending));
    assert_eq!(texts(&printer.arrived()[0]), texts(&PAGES.pdf().unwrap()));
    let said = asked(&printer.uri(), job);
    assert!(said.contains("copies (integer) = 3"), "{said}");
}

#[test]
fn a_job_that_is_cancelled_too_late_ends_as_the_printer_says() {
    let printer = IppPrinter::new("application/pdf");
    let old = without_create_job(printer.port);
    let addresses = [printer.uri(), format!("localhost:{old}")];
    for (job, address) in (1..).zip(addresses) {
        let seen = spooler().printer_at(&address).unwrap();
        // So small a document has been taken before anybody asks whether it goes on.
        let mut ticket = ticket();
        ticket.pages = PageRanges::parse("1").unwrap();
        let mut follower = Recorder::acting(|_| Go::Cancel);
        let end = spooler().print(&seen, &ticket, &*PAGES, &mut follower);
        let end = end.unwrap();
        let said = asked(&printer.uri(), job);
        let has_printed = said.contains("job-state (enum) = completed");
        assert_eq!(
            matches!(end, JobEnd::Completed(_)),
            has_printed,
            "{end:?}, {said}"
        );
    }
}

/// Passes everything on to a printer, but lets nobody see that it knows Create-Job.
fn without_create_job(port: u16) -> u16 {
    const CREATE_JOB: &[u8] = b"\x23\x00\x00\x00\x04\x00\x00\x00\x05";
    const PRINT_JOB: &[u8] = b"\x23\x00\x00\x00\x04\x00\x00\x00\x02";
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let own = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for client in listener.incoming().flatten() {
            let printer = TcpStream::connect(("127.0.0.1", port)).unwrap();
            let (mut from, mut to) = (client.try_clone().unwrap(), printer.try_clone().unwrap());
            std::thread::spawn(move || {
                let _ = std::io::copy(&mut from, &mut to);
                let _ = to.shutdown(Shutdown::Both);
            });
            std::thread::spawn(move || {
                let (mut from, mut to) = (printer, client);
                let mut bytes = vec![0; 65536];
                while let Ok(count @ 1..) = from.read(&mut bytes) {
                    let answer = &mut bytes[..count];
                    let found = answer.windows(9).position(|bytes| bytes == CREATE_JOB);
                    if let Some(at) = found {
                        answer[at..at + 9].copy_from_slice(PRINT_JOB);
                    }
                    if to.write_all(answer).is_err() {
                        break;
                    }
                }
                let _ = to.shutdown(Shutdown::Both);
            });
        }
    });
    own
}

#[test]
fn a_printer_with_a_certificate_of_its_own_is_used_and_that_is_told() {
    let printer = IppPrinter::new("application/pdf");
    let address = format!("ipps://localhost:{}/", printer.port);
    let seen = spooler().printer_at(&address).unwrap();
    assert_eq!(seen.security, Security::EncryptedUnproven);
    let end = spooler().print(&seen, &ticket(), &*PAGES, &mut Recorder::patient());
    completed(&end.unwrap());
    assert_eq!(texts(&printer.arrived()[0]), texts(&PAGES.pdf().unwrap()));
}

#[test]
fn what_holds_a_printer_up_is_heard_while_it_does() {
    let folder = tempfile::tempdir().unwrap();
    let command = write(
        folder.path(),
        "command",
        b"#!/bin/sh\necho 'STATE: +media-empty-error' >&2\nsleep 2\n\
          echo 'STATE: -media-empty-error' >&2\nsleep 1\n",
    );
    output(Command::new("chmod").arg("755").arg(&command));
    let printer = IppPrinter::with("application/pdf", &["-c", command.to_str().unwrap()]);
    let mut follower = Recorder::patient();
    let end = spooler().print(&printer.printer(), &ticket(), &*PAGES, &mut follower);
    completed(&end.unwrap());
    let is_empty = |news: &JobNews| match news {
        JobNews::Changed(status) => {
            status.state == JobState::Processing
                && status
                    .printer_reasons
                    .iter()
                    .any(|reason| reason.starts_with("media-empty"))
        }
        _ => false,
    };
    assert!(follower.heard.iter().any(is_empty), "{:?}", follower.heard);
    assert!(
        !is_empty(follower.heard.last().unwrap()),
        "{:?}",
        follower.heard
    );
    let news = follower.heard.iter().find(|news| is_empty(news));
    let words = news_words(Language::English, news.unwrap());
    assert_eq!(words, "Being printed: out of paper");
}

#[test]
fn a_job_that_the_printer_gives_up_is_not_done() {
    let printer = IppPrinter::with("application/pdf", &["-c", "/bin/false"]);
    let end = spooler_at("localhost:1").print(
        &printer.printer(),
        &ticket(),
        &*PAGES,
        &mut Recorder::patient(),
    );
    let JobEnd::Aborted(status) = end.unwrap() else {
        panic!("the printer gave it up");
    };
    assert!(asked(&printer.uri(), status.job).contains("job-state (enum) = aborted"));
}
