//! The print panel: printers, what each of them can, jobs and what becomes of them.

use std::sync::Arc;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::print::printer::JobForm;
use esu_planner::print::{
    Abilities, ColourMode, JobEnd, JobNews, JobState, JobStatus, PageRanges, PrintError, Printer,
    PrinterState, Security, Sides, Unreachable,
};
use esu_planner::report::Paper;
use esu_planner::ui::Screen;

use super::press;
use crate::support::{FakeSpooler, Window, picked};

/// A printer that can do everything.
fn printer(name: &str) -> Printer {
    Printer {
        name: name.to_owned(),
        description: Some(format!("{name} by the lift")),
        location: Some("Second floor".to_owned()),
        model: None,
        is_default: false,
        state: PrinterState::Idle,
        reasons: Vec::new(),
        message: None,
        accepts_jobs: true,
        abilities: Abilities {
            sides: Sides::ALL.to_vec(),
            papers: vec![Paper::A4, Paper::UsLetter],
            colours: ColourMode::ALL.to_vec(),
            most_copies: 99,
            form: Some(JobForm::Pdf),
        },
        security: Security::Local,
        uri: Some(format!("ipp://localhost/printers/{name}")),
        socket: None,
    }
}

fn status(state: JobState, reasons: &[&str]) -> JobStatus {
    JobStatus {
        job: 7,
        state,
        reasons: reasons.iter().map(|&reason| reason.to_owned()).collect(),
        message: None,
        printer_reasons: Vec::new(),
        impressions: None,
    }
}

fn spooler(window: &Window) -> Arc<FakeSpooler> {
    Arc::clone(&window.world.borrow().spooler)
}

/// A window with a group, whose plan has few pages.
fn with_group() -> Window {
    let mut window = Window::new();
    window.ctrl(Key::G);
    window
}

/// A window with the print panel open over these printers, for a plan of few pages.
fn printing(printers: Vec<Printer>) -> (Window, Arc<FakeSpooler>) {
    let mut window = with_group();
    let spooler = spooler(&window);
    *spooler.printers.lock().unwrap() = printers;
    window.ctrl(Key::P);
    window.ctrl(Key::P);
    (window, spooler)
}

/// What the list of printers says is chosen.
fn chosen(window: &Window) -> String {
    let list = window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Printer");
    list.accesskit_node().value().unwrap_or_default()
}

/// Clicks without waiting for what other threads make of it.
fn click_and_go_on(window: &mut Window, label: &str) {
    window.harness.get_by_label(label).click();
    window.harness.run();
}

/// Opens the list of printers.
fn open_list(window: &mut Window) {
    let list = window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Printer");
    list.click();
    window.run();
}

/// Prints; the spooler tells this of the job, and how it ends.
fn print(
    window: &mut Window,
    spooler: &FakeSpooler,
    news: Vec<JobNews>,
    end: Option<Result<JobEnd, PrintError>>,
) {
    *spooler.story.lock().unwrap() = (news, end);
    window.click("Print");
}

fn completed() -> JobEnd {
    JobEnd::Completed(status(JobState::Completed, &[]))
}

fn can_print(window: &Window) -> bool {
    let print = window.harness.get_by_label("Print");
    !print.accesskit_node().is_disabled()
}

#[test]
fn pages_are_printed_as_they_were_asked_for() {
    let default = Printer {
        is_default: true,
        ..printer("Office")
    };
    let (mut window, spooler) = printing(vec![printer("Archive"), default]);
    assert_eq!(chosen(&window), "Office by the lift");
    window.fill("Copies", "2");
    window.fill("Pages", "1-2");
    window.click("Both sides, turned on the long edge");
    window.click("Black and white");
    let news = vec![
        JobNews::Sending,
        JobNews::Accepted { job: 7 },
        JobNews::Changed(status(JobState::Processing, &[])),
    ];
    print(&mut window, &spooler, news, Some(Ok(completed())));
    window.wait_until(|window| window.says("The print system reports: completed"));
    let (name, ticket, pdf) = spooler.jobs.lock().unwrap().first().cloned().unwrap();
    assert_eq!(name, "Office");
    assert_eq!(ticket.copies, 2);
    assert_eq!(ticket.pages, PageRanges::parse("1-2").unwrap());
    assert_eq!(ticket.sides, Sides::LongEdge);
    assert_eq!(ticket.colour, ColourMode::Monochrome);
    assert_eq!(ticket.paper, Paper::A4);
    assert_eq!(ticket.title, "plan");
    assert_eq!(ticket.user.as_deref(), Some("ewa"));
    assert!(pdf.starts_with(b"%PDF-"));
    // It stays to be read until it is put away.
    assert!(window.says("taken the job as number 7"));
    window.click("Close the account of the job");
    assert!(!window.says("completed"));
}

#[test]
fn a_job_is_cancelled_and_the_spooler_says_so() {
    let (mut window, spooler) = printing(vec![printer("Office")]);
    let stopped = status(JobState::Stopped, &["media-empty"]);
    print(&mut window, &spooler, vec![JobNews::Changed(stopped)], None);
    window.wait_until(|window| window.says("Stopped: out of paper"));
    assert!(!window.shows("Print"), "one job at a time");
    window.click("Cancel printing");
    window.wait_until(|window| window.shows("Cancelled"));
    window.click("Close the account of the job");
    assert!(window.shows("Print"));
}

#[test]
fn a_job_that_waits_is_left_in_its_queue_to_print_another() {
    let (mut window, spooler) = printing(vec![printer("Office")]);
    let waits = status(JobState::Pending, &["printer-stopped"]);
    print(&mut window, &spooler, vec![JobNews::Sending], None);
    window.wait_until(|window| window.says("Sending the pages"));
    assert!(!window.shows("Leave in queue"), "it is in none yet");
    window.click("Cancel printing");
    window.wait_until(|window| window.shows("Cancelled"));
    let news = vec![JobNews::Accepted { job: 7 }, JobNews::Changed(waits)];
    print(&mut window, &spooler, news, None);
    window.wait_until(|window| window.says("Waiting in the queue"));
    window.click("Leave in queue");
    window.wait_until(|window| window.says("Job 7 stays in the queue"));
    assert!(window.shows("Print"));
}

#[test]
fn the_window_stays_open_while_pages_are_being_sent() {
    let (mut window, spooler) = printing(vec![printer("Office")]);
    window.will_pick([picked("/data/a.esu")]);
    window.ctrl(Key::S);
    // A printer may stop while it takes the pages in; the rest of them is still to be sent.
    let stopped = status(JobState::Stopped, &["media-empty"]);
    let news = vec![JobNews::Sending, JobNews::Changed(stopped)];
    print(&mut window, &spooler, news, None);
    window.wait_until(|window| window.says("Stopped: out of paper"));
    press(&mut window, Key::Escape);
    press(&mut window, Key::Escape);
    window.ctrl(Key::Q);
    assert!(!window.app().is_quitting());
    assert!(window.says("wait, or cancel printing"));
    window.click("Cancel printing");
    window.wait_until(|window| window.shows("Cancelled"));
    window.ctrl(Key::Q);
    assert!(window.app().is_quitting());
}

#[test]
fn the_sides_that_are_done_are_counted_in_one_place() {
    let (mut window, spooler) = printing(vec![printer("Office")]);
    let news = (1..=40).map(|sides| {
        JobNews::Changed(JobStatus {
            impressions: Some(sides),
            ..status(JobState::Processing, &[])
        })
    });
    print(&mut window, &spooler, news.collect(), None);
    window.wait_until(|window| window.says("40 sides done"));
    assert!(!window.says("39 sides done"));
    window.click("Cancel printing");
    window.wait_until(|window| window.shows("Cancelled"));
}

#[test]
fn a_fault_while_printing_is_told_and_ends_the_job() {
    let (mut window, spooler) = printing(vec![printer("Office")]);
    let fallen = std::thread::spawn(move || {
        let _jobs = spooler.jobs.lock().unwrap();
        panic!("whoever prints next falls, too");
    });
    assert!(fallen.join().is_err());
    window.click("Print");
    window.wait_until(|window| window.says("This is a fault of the app"));
    window.click("Close the account of the job");
    assert!(window.shows("Print"));
}

#[test]
fn a_printer_that_answers_late_does_not_take_the_place_of_another_choice() {
    let (mut window, spooler) = printing(vec![printer("Office"), printer("Archive")]);
    let mut network = spooler.network.lock().unwrap();
    network.insert("10.0.0.9".to_owned(), printer("ipp://10.0.0.9/ipp/print"));
    window.click("By address…");
    window.fill("Address of a network printer", "10.0.0.9");
    click_and_go_on(&mut window, "Find");
    let list = window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Printer");
    list.click();
    window.harness.run();
    click_and_go_on(&mut window, "Archive by the lift · Ready");
    assert_eq!(chosen(&window), "Archive by the lift");
    drop(network);
    window.wait_until(|window| !window.says("Asking the printer…"));
    assert_eq!(chosen(&window), "Archive by the lift");
    open_list(&mut window);
    assert!(window.shows("ipp://10.0.0.9/ipp/print by the lift · Ready"));
}

#[test]
fn a_refused_job_and_a_vanished_spooler_are_told_with_what_to_do() {
    let (mut window, spooler) = printing(vec![printer("Office")]);
    for (error, words) in [
        (
            PrintError::Refused {
                status: "client-error-not-possible".to_owned(),
                message: Some("no guests".to_owned()),
            },
            "refuses the job (client-error-not-possible)",
        ),
        (PrintError::Lost { job: 7 }, "Look at the printer before"),
        (PrintError::NoRoom { message: None }, "Free disk space"),
    ] {
        print(
            &mut window,
            &spooler,
            vec![JobNews::Sending],
            Some(Err(error)),
        );
        window.wait_until(|window| window.says(words));
        window.click("Close the account of the job");
    }
}

#[test]
fn only_what_the_printer_can_is_offered() {
    let plain = Printer {
        abilities: Abilities {
            sides: vec![Sides::One],
            colours: vec![ColourMode::Monochrome],
            most_copies: 5,
            papers: vec![Paper::UsLetter],
            ..printer("Plain").abilities
        },
        ..printer("Plain")
    };
    let (mut window, spooler) = printing(vec![plain]);
    for name in [
        "Both sides, turned on the long edge, this printer can’t",
        "In colour, this printer can’t",
    ] {
        let option = window.harness.get_by_label(name);
        assert!(option.accesskit_node().is_disabled(), "{name}");
    }
    assert!(window.says("does not list this paper"));
    window.fill("Copies", "6");
    assert!(window.shows("Write a number from 1 to 5"));
    assert!(!can_print(&window));
    window.fill("Copies", "5");
    window.fill("Pages", "5-3");
    assert!(window.says("ends before it begins"));
    window.fill("Pages", "3000");
    assert!(window.says("The document has only"));
    assert!(!can_print(&window));
    window.fill("Pages", "1");
    print(&mut window, &spooler, Vec::new(), Some(Ok(completed())));
    window.wait_until(|window| window.says("completed"));
    let (_, ticket, _) = spooler.jobs.lock().unwrap().first().cloned().unwrap();
    assert_eq!(ticket.sides, Sides::One);
    assert_eq!(ticket.colour, ColourMode::Monochrome);
}

#[test]
fn a_printer_that_takes_no_jobs_is_sent_none() {
    let closed = Printer {
        accepts_jobs: false,
        ..printer("Closed")
    };
    let dumb = Printer {
        abilities: Abilities {
            form: None,
            ..printer("Dumb").abilities
        },
        ..printer("Dumb")
    };
    let stopped = Printer {
        state: PrinterState::Stopped,
        reasons: vec!["media-jam".to_owned()],
        message: Some("Someone from the service comes on Monday".to_owned()),
        ..printer("Stopped")
    };
    let (mut window, _) = printing(vec![closed, dumb, stopped]);
    assert!(window.says("takes no new jobs now"));
    assert!(!can_print(&window));
    open_list(&mut window);
    window.click("Dumb by the lift · Ready");
    assert!(window.says("takes neither PDF nor PWG raster"));
    open_list(&mut window);
    window.click("Stopped by the lift · Stopped: paper jam");
    assert!(window.says("Stopped: paper jam, “Someone from the service"));
    assert!(can_print(&window), "it can wait in its queue");
}

#[test]
fn without_a_printer_the_plan_is_saved_or_shown() {
    let mut window = with_group();
    let spooler = spooler(&window);
    *spooler.failure.lock().unwrap() = Some(PrintError::NoSpooler {
        address: "localhost:631".to_owned(),
    });
    window.ctrl(Key::P);
    window.click("Print…");
    assert!(window.says("No print system answers on this computer"));
    window.click("Open in viewer");
    assert_eq!(window.world.borrow().viewed.len(), 1);
    window.will_pick([picked("/data/a.pdf")]);
    window.click("Save plan as PDF…");
    assert!(window.file("/data/a.pdf").starts_with(b"%PDF-"));
    *spooler.failure.lock().unwrap() = None;
    *spooler.printers.lock().unwrap() = vec![printer("New")];
    window.click("Refresh the list");
    assert_eq!(chosen(&window), "New by the lift");
}

#[test]
fn a_network_printer_is_found_by_its_address_and_remembered() {
    let world = Window::world_with(None);
    let mut window = Window::with_preferences(&world);
    let address = "ipp://10.0.0.9/ipp/print";
    let found = Printer {
        name: address.to_owned(),
        security: Security::Open,
        ..printer("Far")
    };
    let spooler = spooler(&window);
    let mut network = spooler.network.lock().unwrap();
    network.insert("10.0.0.9".to_owned(), found.clone());
    network.insert(address.to_owned(), found);
    drop(network);
    window.ctrl(Key::N);
    window.ctrl(Key::G);
    window.ctrl(Key::P);
    window.click("Print…");
    assert!(window.says("No printer was found") || chosen(&window) == "No printer was found");
    window.click("By address…");
    window.fill("Address of a network printer", "10.0.0.8");
    window.click("Find");
    assert!(window.says("is no address of a printer"));
    window.fill("Address of a network printer", "10.0.0.9");
    press(&mut window, Key::Enter);
    assert_eq!(chosen(&window), "Far by the lift");
    assert!(window.says("others on the network can read along"));
    // What it is doing is asked again with the list.
    let mut network = spooler.network.lock().unwrap();
    for printer in network.values_mut() {
        printer.state = PrinterState::Stopped;
        printer.reasons = vec!["media-jam".to_owned()];
    }
    drop(network);
    window.click("Refresh the list");
    assert!(window.says("Stopped: paper jam"));
    window.harness.state_mut().write_preferences();
    drop(window);
    world.borrow_mut().drafts = Arc::default();
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::N);
    window.ctrl(Key::G);
    window.ctrl(Key::P);
    window.ctrl(Key::P);
    assert_eq!(chosen(&window), "Far by the lift");
}

#[test]
fn an_address_that_does_not_answer_is_told_at_its_field() {
    let error = PrintError::Unreachable {
        address: "far".to_owned(),
        cause: Unreachable::TooSlow,
    };
    let mut window = with_group();
    *spooler(&window).failure.lock().unwrap() = Some(error);
    window.ctrl(Key::P);
    window.ctrl(Key::P);
    assert!(window.says("far does not answer"));
}

#[test]
fn escape_closes_the_print_panel_before_the_place() {
    let (mut window, _) = printing(vec![printer("Office")]);
    assert!(window.shows("Close the print panel"));
    press(&mut window, Key::Escape);
    assert!(!window.shows("Close the print panel"));
    assert_eq!(window.app().screen(), Screen::Paper);
    press(&mut window, Key::Escape);
    assert_eq!(window.app().screen(), Screen::Profile);
}
