//! Print and export: the pages, what they hold, the printer and the files, driven by accessible
//! names.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, Vec2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::domain::text::Language;
use esu_planner::print::printer::JobForm;
use esu_planner::print::{
    Abilities, ColourMode, JobEnd, JobNews, JobState, JobStatus, PageRanges, PrintError, Printer,
    PrinterState, Security, Sides, Unreachable,
};
use esu_planner::report::Paper;
use esu_planner::ui::Screen;

use crate::support::{FakeSpooler, Window, picked};

/// A window with a sample, in its plan.
fn with_sample(sample: &str) -> Window {
    in_language(Language::English, sample)
}

fn in_language(language: Language, sample: &str) -> Window {
    let mut window = Window::with(language, Vec2::new(1440.0, 900.0));
    let samples = assets::samples();
    let (_, text) = samples.iter().find(|(name, _)| *name == sample).unwrap();
    window.put_file("/data/szpital.esu", text.as_bytes());
    window.will_pick([picked("/data/szpital.esu")]);
    window.ctrl(Key::O);
    window.ctrl(Key::Num3);
    window
}

/// The same in print and export.
fn opened() -> Window {
    let mut window = with_sample("mixed-estate.esu");
    window.ctrl(Key::P);
    window
}

/// What the live line says of the pages.
fn standing(window: &Window) -> String {
    let status = window.harness.get_all_by_role(Role::Status);
    let said = status.filter_map(|node| node.accesskit_node().label());
    let mut said = said.filter(|words| words.ends_with("A4") || words.ends_with("Letter"));
    said.next().expect("the pages are laid out")
}

/// How many pages there are.
fn pages(window: &Window) -> usize {
    let standing = standing(window);
    let number = standing.split(' ').next().unwrap_or_default();
    number.parse().expect("a number of pages")
}

/// The value of the field that names the page that is looked at.
fn page(window: &Window) -> String {
    let field = window
        .harness
        .get_by_role_and_label(Role::TextInput, "Go to page");
    field.accesskit_node().value().unwrap_or_default()
}

fn press(window: &mut Window, key: Key) {
    window.press(Modifiers::NONE, key);
}

/// The text of a PDF, by the tool that reads it.
fn text_of(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let read = std::process::Command::new("pdftotext")
        .args([file.path().as_os_str(), "-".as_ref()])
        .output()
        .expect("pdftotext is there: install poppler-utils");
    String::from_utf8(read.stdout).unwrap()
}

#[test]
fn control_p_shows_the_pages_and_escape_leads_back() {
    let mut window = opened();
    assert_eq!(window.app().screen(), Screen::Paper);
    assert!(pages(&window) > 3, "{}", standing(&window));
    let all = pages(&window);
    assert!(window.shows(&format!("Page 1 of {all}")));
    let document = window.harness.get_by_label("Pages of the plan");
    assert!(document.is_focused(), "page keys work at once");
    press(&mut window, Key::Escape);
    assert_eq!(window.app().screen(), Screen::Plan);
    window.ctrl(Key::Num1);
    window.click("Print and export…");
    assert_eq!(window.app().screen(), Screen::Paper);
    window.click("Back to where you were");
    assert_eq!(window.app().screen(), Screen::Profile);
}

#[test]
fn the_pages_follow_the_plan_and_the_parts() {
    let mut window = opened();
    let all = pages(&window);
    window.click("Deployment");
    let fewer = pages(&window);
    assert!(fewer < all, "{fewer} of {all}");
    window.ctrl(Key::Z);
    assert_eq!(pages(&window), fewer, "no part of the profile has changed");
    window.click("Deployment");
    assert_eq!(pages(&window), all);
    window.click("Include no parts");
    assert!(window.shows("Every part is left out"));
    assert!(
        window
            .harness
            .get_by_label("Print…")
            .accesskit_node()
            .is_disabled()
    );
    window.click("Summary");
    assert_eq!(pages(&window), 1);
    window.click("Include all parts");
    assert_eq!(pages(&window), all);
    assert!(standing(&window).ends_with("A4"));
    window.click("Paper: US Letter");
    assert!(standing(&window).ends_with("US Letter"));
}

#[test]
fn page_keys_and_the_field_lead_through_the_pages() {
    let mut window = opened();
    let all = pages(&window);
    assert_eq!(page(&window), "1");
    press(&mut window, Key::End);
    assert_eq!(page(&window), all.to_string());
    press(&mut window, Key::Home);
    assert_eq!(page(&window), "1");
    press(&mut window, Key::PageDown);
    press(&mut window, Key::PageDown);
    assert_eq!(
        page(&window),
        "2",
        "at this width a page is two windows high"
    );
    press(&mut window, Key::PageUp);
    press(&mut window, Key::PageUp);
    assert_eq!(page(&window), "1");
    window.click("Next page");
    assert_eq!(page(&window), "2");
    window.click("Page before");
    assert_eq!(page(&window), "1");
    window.fill("Go to page", "3");
    press(&mut window, Key::Enter);
    assert_eq!(page(&window), "3");
    window.fill("Go to page", "3000");
    press(&mut window, Key::Enter);
    assert_eq!(page(&window), "3", "there is no such page");
    window.fill("Go to page", "1");
    press(&mut window, Key::Escape);
    assert_eq!(
        window.app().screen(),
        Screen::Paper,
        "Escape leaves the field"
    );
    assert_eq!(page(&window), "3", "and nothing is gone to");
}

/// What the zoom's list says.
fn zoom(window: &Window) -> String {
    let list = window
        .harness
        .get_by_role_and_label(Role::ComboBox, "Zoom of the pages");
    list.accesskit_node().value().unwrap_or_default()
}

#[test]
fn the_zoom_goes_by_steps_by_keys_and_by_what_fits() {
    let mut window = opened();
    assert_eq!(zoom(&window), "Fit width");
    window.click("Smaller pages");
    let smaller = zoom(&window);
    press(&mut window, Key::Escape);
    window.ctrl(Key::P);
    assert_eq!(zoom(&window), smaller, "it stays as it was left");
    press(&mut window, Key::Plus);
    let larger = zoom(&window);
    assert_ne!(larger, smaller);
    press(&mut window, Key::Minus);
    assert_eq!(zoom(&window), smaller);
    for _ in 0..12 {
        press(&mut window, Key::Plus);
    }
    assert_eq!(zoom(&window), "400 %");
    let button = window.harness.get_by_label("Larger pages");
    assert!(button.accesskit_node().is_disabled());
    window.click("Zoom of the pages");
    window.click("Fit page");
    assert_eq!(zoom(&window), "Fit page");
    let sheet = window.harness.get_by_label_contains("Page 1 of").rect();
    assert!(
        sheet.height() < 900.0 && sheet.height() > 500.0,
        "{sheet:?}"
    );
}

#[test]
fn the_page_that_is_read_stays_when_the_zoom_and_the_pages_change() {
    let mut window = opened();
    window.fill("Go to page", "4");
    press(&mut window, Key::Enter);
    window.click("Larger pages");
    assert_eq!(page(&window), "4");
    window.click("Smaller pages");
    window.click("Smaller pages");
    assert_eq!(page(&window), "4");
    window.click("Sources");
    assert_eq!(page(&window), "4");
}

#[test]
fn what_is_saved_is_what_was_chosen() {
    let mut window = opened();
    window.will_pick([picked("/data/a.pdf"), picked("/data/b.pdf")]);
    window.click("Save plan as PDF…");
    let whole = text_of(&window.file("/data/a.pdf"));
    let name = &window.app().document().profile.organisation.name;
    assert!(!name.is_empty() && whole.contains(name.as_str()));
    assert!(window.says("Exported: /data/a.pdf"));
    let name = name.clone();
    window.click("Leave out names and notes");
    window.click("Sources");
    window.click("Language: Polski");
    window.click("Save plan as PDF…");
    let redacted = text_of(&window.file("/data/b.pdf"));
    assert!(!redacted.contains(&name));
    assert!(redacted.contains("Zamówienia"));
    assert!(!redacted.contains("Źródła"));
    assert!(window.says("without names and notes · 1 part left out"));
    let asked = window.world.borrow().asked.clone();
    let names: Vec<&str> = asked.iter().map(|asked| asked.file_name.as_str()).collect();
    assert!(
        names.ends_with(&["szpital-plan.pdf", "plan.pdf"]),
        "{names:?}"
    );
}

#[test]
fn what_is_asked_for_alone_is_whole_whatever_the_printed_plan_is_without() {
    let mut window = opened();
    window.click("Orders");
    window.click("Calendar");
    for (button, path, holds) in [
        ("Export order lines as CSV…", "/data/plan.csv", "W7-"),
        ("Export calendar…", "/data/plan.ics", "PATCH-TUESDAY"),
    ] {
        window.will_pick([picked(path)]);
        window.harness.get_by_label(button).focus();
        window.run();
        press(&mut window, Key::Enter);
        window.run();
        let bytes = window.file(path);
        let text = String::from_utf8_lossy(&bytes).to_uppercase();
        assert!(text.contains(holds), "{text}");
        assert!(!window.says("left out"), "{path}");
    }
}

#[test]
fn every_format_of_the_list_is_exported() {
    let mut window = opened();
    for (button, path, begins) in [
        ("Export deployment kit…", "/data/kit.zip", "PK"),
        ("Export order lines as CSV…", "/data/plan.csv", "\u{feff}"),
        ("Export calendar…", "/data/plan.ics", "BEGIN:VCALENDAR"),
        ("Export plan as HTML…", "/data/plan.html", "<!DOCTYPE html>"),
        ("Export plan as Markdown…", "/data/plan.md", "# "),
        ("Export plan as text…", "/data/plan.txt", ""),
        ("Export plan as JSON…", "/data/plan.json", "{"),
    ] {
        window.will_pick([picked(path)]);
        // The list may be out of sight: the keyboard brings it there.
        window.harness.get_by_label(button).focus();
        window.run();
        press(&mut window, Key::Enter);
        window.run();
        let bytes = window.file(path);
        assert!(bytes.starts_with(begins.as_bytes()), "{path}");
        assert!(window.says(&format!("Exported: {path}")));
    }
    let asked = window.world.borrow().asked.clone();
    let names: Vec<&str> = asked.iter().map(|asked| asked.file_name.as_str()).collect();
    assert_eq!(names[1], "szpital-kit.zip");
    assert_eq!(names[2], "szpital-plan.csv");
}

#[test]
fn the_plan_offers_its_formats_without_the_detour_over_the_pages() {
    let mut window = opened();
    window.ctrl(Key::Num3);
    window.harness.get_by_label("Export the plan").focus();
    window.run();
    press(&mut window, Key::Enter);
    assert!(window.shows("Export order lines as CSV…"));
    // The first is letters; the list is walked by key.
    press(&mut window, Key::Escape);
    assert!(!window.shows("Export order lines as CSV…"));
    press(&mut window, Key::Enter);
    press(&mut window, Key::Tab);
    press(&mut window, Key::Tab);
    window.will_pick([picked("/data/plan.csv")]);
    press(&mut window, Key::Enter);
    window.run();
    assert!(
        window
            .file("/data/plan.csv")
            .starts_with("\u{feff}".as_bytes())
    );
    assert!(
        !window.shows("Export order lines as CSV…"),
        "the list is closed"
    );
}

#[test]
fn the_letters_that_a_plan_needs_are_read_copied_and_saved() {
    let mut window = opened();
    window.harness.get_by_label("Letters…").focus();
    window.run();
    press(&mut window, Key::Enter);
    assert!(
        window.says("[agreement number]") || window.says("["),
        "blanks to fill"
    );
    let letters: Vec<String> = window
        .harness
        .get_all_by_role(Role::RadioButton)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|name| name.starts_with("Letter: "))
        .collect();
    assert!(letters.len() > 1, "{letters:?}");
    window.click(&letters[1]);
    window.click("Copy the letter");
    assert!(window.shows("Copied"));
    window.will_pick([picked("/data/one.eml"), picked("/data/one.txt")]);
    window.click("Save as e-mail…");
    window.click("Save as text…");
    let mail = String::from_utf8(window.file("/data/one.eml")).unwrap();
    assert!(mail.contains("X-Unsent: 1"));
    let text = String::from_utf8(window.file("/data/one.txt")).unwrap();
    assert!(text.contains('[') && text.len() > 400, "{text}");
    press(&mut window, Key::Escape);
    assert!(window.says("Page 1 of"));
}

#[test]
fn letters_are_read_where_no_part_is_printed() {
    let mut window = opened();
    assert!(!window.shows("Notes"));
    window.click("Include no parts");
    assert!(
        !window.shows("Notes"),
        "what the plan has not is still no choice"
    );
    window.harness.get_by_label("Letters…").focus();
    window.run();
    press(&mut window, Key::Enter);
    assert!(window.says("Dear Sir or Madam"));
}

#[test]
fn a_plan_that_asks_for_nothing_needs_no_letters() {
    let mut window = Window::new();
    window.ctrl(Key::G);
    window.click("Menu");
    window.click("Letters…");
    assert_eq!(window.app().screen(), Screen::Paper);
    assert!(window.shows("This plan needs no letters"));
}

#[test]
fn the_window_does_not_close_over_a_file_that_is_being_made() {
    let mut window = opened();
    window.will_pick([picked("/data/a.pdf")]);
    window.harness.get_by_label("Save plan as PDF…").click();
    window.harness.run();
    assert!(window.app().is_at_work(), "it is being made");
    window
        .harness
        .key_press_modifiers(Modifiers::COMMAND, Key::Q);
    window.harness.run();
    if !window.app().is_quitting() {
        assert!(window.says("close the window in a moment"));
        window.run();
        window.ctrl(Key::Q);
    }
    assert!(window.app().is_quitting());
    assert!(window.file("/data/a.pdf").starts_with(b"%PDF-"));
}

#[test]
fn a_full_disk_is_told_and_nothing_is_written() {
    let mut window = opened();
    window.world.borrow_mut().is_read_only = true;
    window.will_pick([picked("/data/a.pdf")]);
    window.click("Save plan as PDF…");
    assert!(window.says("the disk is full"));
}

#[test]
fn the_viewer_is_given_the_pdf_or_it_is_said_that_there_is_none() {
    let mut window = opened();
    window.click("Open in viewer");
    {
        let world = window.world.borrow();
        let (name, bytes) = world.viewed.first().expect("something was shown");
        assert_eq!(name, "szpital-plan.pdf");
        assert!(bytes.starts_with(b"%PDF-"));
    }
    assert!(window.shows("Opened in the viewer"));
    window.world.borrow_mut().has_viewer = false;
    window.click("Open in viewer");
    assert!(window.says("No app is set up to show PDF files"));
}

#[test]
fn a_profile_without_groups_has_no_pages() {
    let mut window = Window::new();
    window.ctrl(Key::P);
    assert!(window.shows("There is nothing to print yet"));
    assert!(
        window
            .harness
            .get_by_label("Print…")
            .accesskit_node()
            .is_disabled()
    );
    let add = window.harness.get_all_by_label("Add group").last();
    add.expect("a button").click();
    window.run();
    assert_eq!(window.app().screen(), Screen::Profile);
}

#[test]
fn paper_and_parts_are_remembered_and_names_are_not() {
    let world = Window::world_with(None);
    world.borrow_mut().locale = Some("en-US".to_owned());
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::N);
    window.ctrl(Key::G);
    window.ctrl(Key::P);
    assert!(
        standing(&window).ends_with("US Letter"),
        "as in the country"
    );
    window.click("Paper: A4");
    window.click("Ledger of endpoints");
    window.click("Leave out names and notes");
    window.harness.state_mut().write_preferences();
    drop(window);
    world.borrow_mut().drafts = Arc::default();
    let mut window = Window::with_preferences(&world);
    window.ctrl(Key::N);
    window.ctrl(Key::G);
    window.ctrl(Key::P);
    assert!(standing(&window).ends_with("A4"));
    let ticked = |window: &Window, label: &str| {
        let box_ = window.harness.get_by_role_and_label(Role::CheckBox, label);
        box_.accesskit_node().toggled() == Some(eframe::egui::accesskit::Toggled::True)
    };
    assert!(!ticked(&window, "Ledger of endpoints"));
    assert!(ticked(&window, "Summary"));
    assert!(!ticked(&window, "Leave out names and notes"));
}

#[test]
fn a_plan_that_changes_while_its_pages_are_shown_is_laid_out_anew() {
    let mut window = opened();
    let before = pages(&window);
    window.ctrl(Key::Num1);
    for _ in 0..6 {
        window.ctrl(Key::G);
    }
    window.ctrl(Key::P);
    let after = pages(&window);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    window.ctrl(Key::Z);
    assert_eq!(pages(&window), before);
    assert!(after >= before);
}

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
    *spooler.story.lock().unwrap() = (
        vec![
            JobNews::Sending,
            JobNews::Accepted { job: 7 },
            JobNews::Changed(status(JobState::Processing, &[])),
        ],
        Some(Ok(JobEnd::Completed(status(JobState::Completed, &[])))),
    );
    window.click("Print");
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
    *spooler.story.lock().unwrap() = (vec![JobNews::Changed(stopped)], None);
    window.click("Print");
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
    *spooler.story.lock().unwrap() = (vec![JobNews::Sending], None);
    window.click("Print");
    window.wait_until(|window| window.says("Sending the pages"));
    assert!(!window.shows("Leave in queue"), "it is in none yet");
    window.click("Cancel printing");
    window.wait_until(|window| window.shows("Cancelled"));
    let news = vec![JobNews::Accepted { job: 7 }, JobNews::Changed(waits)];
    *spooler.story.lock().unwrap() = (news, None);
    window.click("Print");
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
    *spooler.story.lock().unwrap() = (news, None);
    window.click("Print");
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
    *spooler.story.lock().unwrap() = (news.collect(), None);
    window.click("Print");
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
        *spooler.story.lock().unwrap() = (vec![JobNews::Sending], Some(Err(error)));
        window.click("Print");
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
    assert!(
        window
            .harness
            .get_by_label("Print")
            .accesskit_node()
            .is_disabled()
    );
    window.fill("Copies", "5");
    window.fill("Pages", "5-3");
    assert!(window.says("ends before it begins"));
    window.fill("Pages", "3000");
    assert!(window.says("The document has only"));
    assert!(
        window
            .harness
            .get_by_label("Print")
            .accesskit_node()
            .is_disabled()
    );
    window.fill("Pages", "1");
    *spooler.story.lock().unwrap() = (
        Vec::new(),
        Some(Ok(JobEnd::Completed(status(JobState::Completed, &[])))),
    );
    window.click("Print");
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
    assert!(
        window
            .harness
            .get_by_label("Print")
            .accesskit_node()
            .is_disabled()
    );
    open_list(&mut window);
    window.click("Dumb by the lift · Ready");
    assert!(window.says("takes neither PDF nor PWG raster"));
    open_list(&mut window);
    window.click("Stopped by the lift · Stopped: paper jam");
    assert!(window.says("Stopped: paper jam, “Someone from the service"));
    let print = window.harness.get_by_label("Print");
    assert!(
        !print.accesskit_node().is_disabled(),
        "it can wait in its queue"
    );
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

#[test]
fn the_place_fits_at_the_least_size_in_both_languages() {
    for language in [Language::English, Language::Polish] {
        let mut window = in_language(language, "half-filled.esu");
        window.harness.set_size(Vec2::new(900.0, 600.0));
        window.ctrl(Key::P);
        let save = esu_planner::i18n::tr(language, "paper-command-save-pdf");
        let save = window.harness.get_by_label(&save).rect();
        assert!(
            save.right() <= 900.0 - 8.0 && save.bottom() <= 600.0,
            "{save:?}"
        );
        let zoom = esu_planner::i18n::tr(language, "paper-zoom-in");
        let zoom = window.harness.get_by_label(&zoom).rect();
        assert!(zoom.right() <= 900.0 - 320.0, "{language:?} {zoom:?}");
    }
}
