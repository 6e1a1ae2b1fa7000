//! Printing from the window: printers are asked for and jobs are followed on threads of their own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::mpsc::Sender;

use eframe::egui::Context;

use super::App;
use super::jobs::{Done, Jobs, Waker};
use crate::i18n::tr;
use crate::print::{Follower, Go, JobEnd, JobNews, PrintError, PrintTicket, Printer, Spooler};
use crate::report::words::clean;
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
    lookup: Option<Lookup>,
    job: Option<Job>,
}

/// An address that is being looked up, or that led to no printer.
struct Lookup {
    number: u64,
    /// Whether its printer is to be the chosen one: nobody has chosen another since.
    is_choice: bool,
    failed: Option<PrintError>,
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
            lookup: None,
            job: None,
        }
    }

    /// Whether an answer about printers is awaited.
    pub(super) fn is_waiting(&self) -> bool {
        let lookup = self.lookup.as_ref();
        self.is_asking || lookup.is_some_and(|lookup| lookup.failed.is_none())
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
            address: match self.lookup.as_ref().map(|lookup| &lookup.failed) {
                None => Address::None,
                Some(None) => Address::Asked,
                Some(Some(error)) => Address::Failed(error),
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
        // A printer may also stop, and say so, while it takes the pages in.
        let is_sent = |news: &JobNews| matches!(news, JobNews::Accepted { .. });
        let job = self.job.as_ref().filter(|_| self.is_busy());
        job.is_some_and(|job| !job.shown.news.iter().any(is_sent))
    }

    /// Runs something that may take long, and hands over its answer: there is one, whatever happens.
    fn run<T>(
        &self,
        what: impl FnOnce() -> Result<T, PrintError> + Send + 'static,
        told: impl Fn(Result<T, PrintError>) -> Printed + Clone + Send + 'static,
    ) {
        let (sender, waker, told_at_once) = (self.sender.clone(), self.waker.clone(), told.clone());
        let thread = std::thread::Builder::new().name("printing".to_owned());
        let spawned = thread.spawn(move || {
            let answer = catch_unwind(AssertUnwindSafe(what)).unwrap_or_else(|panic| {
                let problem = panic.downcast_ref::<String>().cloned().unwrap_or_default();
                Err(PrintError::Layout { problem })
            });
            let _ = sender.send(Done::Printed(Box::new(told(answer))));
            waker.wake();
        });
        if let Err(error) = spawned {
            let what = "thread".to_owned();
            let problem = error.to_string();
            let answer = told_at_once(Err(PrintError::System { what, problem }));
            let _ = self.sender.send(Done::Printed(Box::new(answer)));
            self.waker.wake();
        }
    }

    fn ask_for_printers(&mut self, spooler: Arc<dyn Spooler>) {
        if !self.is_asking {
            self.is_asking = true;
            self.run(move || spooler.printers(), Printed::Printers);
        }
    }

    fn look_up(&mut self, spooler: Arc<dyn Spooler>, address: String) {
        self.last += 1;
        let number = self.last;
        self.run(
            move || spooler.printer_at(&address),
            move |answer| Printed::At(number, answer),
        );
        self.lookup = Some(Lookup {
            number,
            is_choice: true,
            failed: None,
        });
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
                if let Some(lookup) = &mut self.printing.lookup {
                    lookup.is_choice = false;
                }
                self.change_preferences(|preferences| preferences.printer = Some(name));
            }
            PrintAsk::Start(name, ticket) => self.start_job(&name, ticket),
            PrintAsk::Cancel => {
                if let Some(job) = &mut self.printing.job {
                    job.wish.store(CANCEL, Ordering::Relaxed);
                    job.shown.is_cancelled = true;
                }
            }
            PrintAsk::Leave => {
                if let Some(job) = &self.printing.job {
                    job.wish.store(LEAVE, Ordering::Relaxed);
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
        if let Some(address) = chosen.filter(|name| name.contains("://")) {
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
        let shown = PrintJob {
            printer: clean(called).into_owned(),
            news: Vec::new(),
            is_cancelled: false,
            end: None,
        };
        let spooler = self.host.spooler();
        printing.run(
            move || spooler.print(&printer, &ticket, &*pages, &mut follower),
            move |end| Printed::End(number, end),
        );
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
                let lookup = printing.lookup.as_mut().filter(|l| l.number == number);
                let Some(lookup) = lookup else { return };
                match answer {
                    Ok(printer) => {
                        let is_choice = lookup.is_choice;
                        printing.lookup = None;
                        let name = printer.name.clone();
                        printing.by_address.retain(|known| known.name != name);
                        printing.by_address.push(printer);
                        if is_choice {
                            self.change_preferences(|preferences| preferences.printer = Some(name));
                        }
                    }
                    Err(error) => lookup.failed = Some(error),
                }
            }
            Printed::News(number, news) => {
                if let Some(job) = job.filter(|job| job.number == number) {
                    job.shown.hear(news);
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
