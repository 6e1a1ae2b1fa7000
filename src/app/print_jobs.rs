//! Printing from the window: printers are asked for and jobs are followed on threads of their own.

use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use super::App;
use super::jobs::{Done, Jobs, Waker};
use crate::i18n::tr;
use crate::print::{Follower, Go, JobEnd, JobNews, PrintError, PrintTicket, Printer, Spooler};
use crate::ui::Screen;
use crate::ui::paper::{Address, PrintAsk, PrintJob, PrintView, Printers};

/// What has come from a thread that prints or asks for printers.
pub(super) enum Printed {
    /// The printers of this computer.
    Printers(Result<Vec<Printer>, PrintError>),
    /// The printer at an address, for the number it was asked for by.
    At(u64, Result<Printer, PrintError>),
    /// What was heard of a job.
    News(u64, JobNews),
    /// How following a job ended.
    End(u64, Result<JobEnd, PrintError>),
}

/// What the shell knows of printers and of the job.
pub(super) struct Printing {
    sender: Sender<Done>,
    waker: Waker,
    last: u64,
    is_asking: bool,
    printers: Option<Result<Vec<Printer>, PrintError>>,
    by_address: Vec<Printer>,
    /// The address that is being looked up, or what became of it.
    address: Option<(u64, Option<PrintError>)>,
    job: Option<Job>,
}

struct Job {
    number: u64,
    shown: PrintJob,
    wish: Arc<AtomicU8>,
}

/// What a job is to do next, as its thread reads it.
const ON: u8 = 0;
const CANCEL: u8 = 1;
const LEAVE: u8 = 2;

/// Follows a job for the window.
struct WindowFollower {
    number: u64,
    wish: Arc<AtomicU8>,
    sender: Sender<Done>,
    waker: Waker,
}

impl Follower for WindowFollower {
    fn hear(&mut self, news: JobNews) {
        // Nobody listens once the window has closed.
        let _ = self
            .sender
            .send(Done::Printed(Box::new(Printed::News(self.number, news))));
        self.waker.wake();
    }

    fn go(&mut self) -> Go {
        match self.wish.load(Ordering::Relaxed) {
            CANCEL => Go::Cancel,
            LEAVE => Go::Leave,
            _ => Go::On,
        }
    }
}

impl Printing {
    pub(super) fn new(jobs: &Jobs, waker: &Waker) -> Self {
        Self {
            sender: jobs.sender(),
            waker: waker.clone(),
            last: 0,
            is_asking: false,
            printers: None,
            by_address: Vec::new(),
            address: None,
            job: None,
        }
    }

    /// Whether an answer about printers is awaited.
    pub(super) fn is_waiting(&self) -> bool {
        self.is_asking || matches!(self.address, Some((_, None)))
    }

    /// What the panel is shown.
    pub(super) fn view<'a>(&'a self, chosen: Option<&'a str>) -> PrintView<'a> {
        PrintView {
            printers: match &self.printers {
                None => Printers::Asked,
                Some(_) if self.is_asking => Printers::Asked,
                Some(Ok(printers)) => Printers::Known(printers),
                Some(Err(error)) => Printers::Failed(error),
            },
            by_address: &self.by_address,
            address: match &self.address {
                None => Address::None,
                Some((_, None)) => Address::Asked,
                Some((_, Some(error))) => Address::Failed(error),
            },
            chosen,
            job: self.job.as_ref().map(|job| &job.shown),
        }
    }

    /// Whether a job is being sent or followed.
    fn is_busy(&self) -> bool {
        let job = self.job.as_ref();
        job.is_some_and(|job| job.shown.end.is_none())
    }

    /// Whether pages are on their way that the print system has not taken yet.
    pub(super) fn is_sending(&self) -> bool {
        let is_sent =
            |news: &JobNews| matches!(news, JobNews::Accepted { .. } | JobNews::Changed(_));
        let job = self.job.as_ref().filter(|_| self.is_busy());
        job.is_some_and(|job| !job.shown.news.iter().any(is_sent))
    }

    /// Runs something that may take long, and hands over its answer.
    fn run(&self, what: impl FnOnce() -> Printed + Send + 'static) -> bool {
        let sender = self.sender.clone();
        let waker = self.waker.clone();
        let thread = std::thread::Builder::new().name("printing".to_owned());
        let spawned = thread.spawn(move || {
            let _ = sender.send(Done::Printed(Box::new(what())));
            waker.wake();
        });
        spawned.is_ok()
    }

    fn ask_for_printers(&mut self, spooler: Arc<dyn Spooler>) {
        if !self.is_asking {
            self.is_asking = self.run(move || Printed::Printers(spooler.printers()));
        }
    }

    fn look_up(&mut self, spooler: Arc<dyn Spooler>, address: String) {
        self.last += 1;
        let number = self.last;
        let is_asked = self.run(move || Printed::At(number, spooler.printer_at(&address)));
        self.address = is_asked.then_some((number, None));
    }
}

impl Drop for Printing {
    /// A job that the print system has taken stays in its queue.
    fn drop(&mut self) {
        if let Some(job) = &self.job {
            job.wish.store(LEAVE, Ordering::Relaxed);
        }
    }
}

impl App {
    /// Carries out what the print panel asks for.
    pub(super) fn carry_out_printing(&mut self, ask: PrintAsk) {
        match ask {
            PrintAsk::Refresh => self.ask_for_printers(),
            PrintAsk::LookUp(address) => self.printing.look_up(self.host.spooler(), address),
            PrintAsk::Choose(name) => {
                self.change_preferences(|preferences| preferences.printer = Some(name));
            }
            PrintAsk::Start(name, ticket) => self.start_job(&name, ticket),
            PrintAsk::Cancel => {
                if let Some(job) = &mut self.printing.job {
                    job.wish.store(CANCEL, Ordering::Relaxed);
                    job.shown.is_cancelled = true;
                }
            }
            PrintAsk::Dismiss => {
                if !self.printing.is_busy() {
                    self.printing.job = None;
                }
            }
        }
    }

    /// Asks for the printers, and for the one on the network that was chosen last.
    fn ask_for_printers(&mut self) {
        self.printing.ask_for_printers(self.host.spooler());
        let chosen = self.preferences().printer.clone();
        let chosen = chosen.filter(|name| name.contains("://"));
        let known = &self.printing.by_address;
        let is_new = |name: &String| !known.iter().any(|printer| printer.name == *name);
        if let Some(address) = chosen.filter(is_new) {
            self.printing.look_up(self.host.spooler(), address);
        }
    }

    /// The program does not end while pages are being sent: the job would come to nothing.
    pub(super) fn stay_to_print(&mut self) {
        self.go_to(Screen::Paper);
        self.screens.paper.open_print(&mut Vec::new());
        self.notice = Some(tr(self.language, "paper-still-sending"));
    }

    /// Sends the pages that are shown; there is one job at a time.
    fn start_job(&mut self, name: &str, ticket: PrintTicket) {
        let view = self.printing.view(None);
        let Some(printer) = view.all().find(|printer| printer.name == name).cloned() else {
            return;
        };
        let Some(pages) = self.paper.pages().map(Arc::clone) else {
            return;
        };
        if self.printing.is_busy() {
            return;
        }
        let title = self.plan_file_name("");
        let ticket = PrintTicket {
            title,
            user: self.host.user(),
            ..ticket
        };
        let printing = &mut self.printing;
        printing.last += 1;
        let number = printing.last;
        let wish = Arc::new(AtomicU8::new(ON));
        let mut follower = WindowFollower {
            number,
            wish: Arc::clone(&wish),
            sender: printing.sender.clone(),
            waker: printing.waker.clone(),
        };
        let called = printer.description.as_ref().unwrap_or(&printer.name);
        let mut shown = PrintJob {
            printer: called.clone(),
            news: Vec::new(),
            is_cancelled: false,
            end: None,
        };
        let spooler = self.host.spooler();
        let is_started = printing.run(move || {
            let end = spooler.print(&printer, &ticket, &*pages, &mut follower);
            Printed::End(number, end)
        });
        if !is_started {
            let what = "thread".to_owned();
            let problem = String::new();
            shown.end = Some(Err(PrintError::System { what, problem }));
        }
        printing.job = Some(Job {
            number,
            shown,
            wish,
        });
    }

    /// Takes what has come from printing.
    pub(super) fn take_printed(&mut self, context: &Context, heard: Printed) {
        let printing = &mut self.printing;
        let job = printing.job.as_mut();
        match heard {
            Printed::Printers(answer) => {
                printing.is_asking = false;
                printing.printers = Some(answer);
            }
            Printed::At(number, answer) => {
                if printing.address.as_ref().map(|(asked, _)| *asked) != Some(number) {
                    return;
                }
                match answer {
                    Ok(printer) => {
                        printing.address = None;
                        let name = printer.name.clone();
                        printing.by_address.retain(|known| known.name != name);
                        printing.by_address.push(printer);
                        self.change_preferences(|preferences| preferences.printer = Some(name));
                    }
                    Err(error) => printing.address = Some((number, Some(error))),
                }
            }
            Printed::News(number, news) => {
                if let Some(job) = job.filter(|job| job.number == number) {
                    job.shown.news.push(news);
                }
            }
            Printed::End(number, end) => {
                if let Some(job) = job.filter(|job| job.number == number) {
                    job.shown.end = Some(end);
                }
            }
        }
        context.request_repaint();
    }
}
