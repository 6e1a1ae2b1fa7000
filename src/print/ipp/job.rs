//! A job: sent, followed and cancelled.

use std::io::{self, Cursor, Read};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use ipp::model::{DelimiterTag, Operation};
use ipp::value::IppValue;

use super::address::Address;
use super::attributes::{self, Group, OF_JOBS, media_keyword};
use super::client::{Answer, Client, Failure, Request, shortened};
use super::raster::RasterReader;
use crate::print::error::PrintError;
use crate::print::job::{Follower, Go, JobEnd, JobNews, JobState, JobStatus};
use crate::print::printer::{Abilities, JobForm, Printer};
use crate::print::source::PrintSource;
use crate::print::ticket::{PrintTicket, Sides};

/// So often a follower is asked whether to go on.
const STEP: Duration = Duration::from_millis(50);
/// So often the print system is asked for a job.
const POLL: Duration = Duration::from_millis(500);
/// So long a print system that does not answer is asked again.
const PATIENCE: Duration = Duration::from_secs(8);
/// So long a printer may take to end a job that was cancelled while it was being sent.
const GRACE: Duration = Duration::from_secs(3);

/// Prints and follows the job to its end.
pub(super) fn print(
    address: &Address,
    printer: &Printer,
    ticket: &PrintTicket,
    source: &dyn PrintSource,
    follower: &mut dyn Follower,
) -> Result<JobEnd, PrintError> {
    let pages: Vec<_> = ticket.pages.of(source.page_count())?;
    // What was read a while ago may have changed.
    let now = super::describe(address, printer.security);
    let now = now.map_err(|failure| failure.of_question(address))??;
    if !now.accepts_jobs {
        return Err(PrintError::NotAccepting {
            message: now.message,
        });
    }
    let form = now.abilities.form.as_ref().ok_or(PrintError::NoForm)?;
    let sides = sides(&now.abilities, ticket);
    let (format, document): (_, Box<dyn Read + Send + '_>) = match form {
        JobForm::Pdf => {
            let pdf = source.pdf(&pages)?;
            ("application/pdf", Box::new(Cursor::new(pdf)))
        }
        JobForm::Raster(form) => {
            let pages = pages.into_iter().flatten().collect();
            let reader = RasterReader::new(source, form, ticket, sides, pages);
            ("image/pwg-raster", Box::new(reader))
        }
        JobForm::Driver => return Err(PrintError::NoForm),
    };
    let job = Job {
        address,
        client: Client::new(address.clone(), printer.security),
        documents: Client::new(address.clone(), printer.security),
        ticket,
        abilities: &now.abilities,
        sides,
        format,
    };
    let operations = super::operations(&job.client);
    let operations = operations.map_err(|failure| failure.of_question(address))?;
    let knows = |operation: Operation| operations.contains(&(operation as i32));
    let created = if knows(Operation::CreateJob) && knows(Operation::SendDocument) {
        Some(job.create(follower)?)
    } else {
        None
    };
    let (id, cancelled) = match job.send(created, document, follower)? {
        Sent::Over(end) => return Ok(end),
        Sent::Taken(id) => (id, None),
        Sent::TakenTooLate(id) => {
            // What becomes of it is up to the print system now.
            let _ = job.cancel(id);
            (id, Some(Instant::now()))
        }
    };
    follower.hear(JobNews::Accepted { job: id });
    job.follow(id, cancelled, follower)
}

/// How the sides are used: as asked, else one.
fn sides(abilities: &Abilities, ticket: &PrintTicket) -> Sides {
    if abilities.sides.contains(&ticket.sides) {
        ticket.sides
    } else {
        Sides::One
    }
}

struct Job<'a> {
    address: &'a Address,
    client: Client,
    /// Of its own, so that it can be broken off.
    documents: Client,
    ticket: &'a PrintTicket,
    abilities: &'a Abilities,
    sides: Sides,
    format: &'static str,
}

/// What became of a document.
enum Sent {
    /// It is a job of this number.
    Taken(i32),
    /// The same, although it was to be cancelled: all of it was sent by then.
    TakenTooLate(i32),
    /// The job has ended before all of it was sent.
    Over(JobEnd),
}

/// What is asked about a job.
enum Asked {
    Status(JobStatus),
    Unknown,
}

impl Job<'_> {
    fn request(&self, operation: Operation) -> Result<Request, PrintError> {
        let request = Request::about(operation, self.address);
        let mut request = request.ok_or_else(|| PrintError::BadAddress {
            address: self.address.to_string(),
        })?;
        request.by(self.ticket.user.as_deref());
        Ok(request)
    }

    fn request_for(&self, operation: Operation, job: i32) -> Result<Request, PrintError> {
        let mut request = self.request(operation)?;
        request.operation("job-id", IppValue::Integer(job));
        Ok(request)
    }

    /// Says how the job is to be printed. Only what the printer says it can do is asked for, so
    /// that it never has to refuse a job for it; what is lacking was told before.
    fn describe(&self, request: &mut Request) {
        let title = shortened(&self.ticket.title);
        if let Ok(title) = IppValue::new_name_without_language(title) {
            request.operation("job-name", title);
        }
        request.operation("ipp-attribute-fidelity", IppValue::Boolean(false));
        let abilities = self.abilities;
        let copies = self.ticket.copies.clamp(1, abilities.most_copies);
        if copies > 1 {
            let copies = i32::try_from(copies).unwrap_or(i32::MAX);
            request.job("copies", IppValue::Integer(copies));
        }
        let mut keyword = |name: &str, keyword: &str| {
            if let Ok(value) = IppValue::new_keyword(keyword) {
                request.job(name, value);
            }
        };
        keyword("sides", self.sides.keyword());
        if abilities.papers.contains(&self.ticket.paper) {
            keyword("media", media_keyword(self.ticket.paper));
        }
        if abilities.colours.contains(&self.ticket.colour) {
            keyword("print-color-mode", self.ticket.colour.keyword());
        }
    }

    fn refused(&self, answer: &Answer) -> PrintError {
        answer.status.error(&self.address.short(), answer.message())
    }

    /// Makes a job without a document.
    fn create(&self, follower: &mut dyn Follower) -> Result<i32, PrintError> {
        let mut request = self.request(Operation::CreateJob)?;
        self.describe(&mut request);
        let answer = self.client.ask(&request);
        let answer = answer.map_err(|failure| failure.of_question(self.address))?;
        if !answer.status.is_success() {
            return Err(self.refused(&answer));
        }
        tell_ignored(&answer, follower);
        answer.job().ok_or_else(|| self.nonsense())
    }

    fn nonsense(&self) -> PrintError {
        PrintError::NotAPrinter {
            address: self.address.short(),
        }
    }

    /// Sends the document, to the job that was made for it or as one of its own.
    fn send(
        &self,
        job: Option<i32>,
        document: Box<dyn Read + Send + '_>,
        follower: &mut dyn Follower,
    ) -> Result<Sent, PrintError> {
        let mut request = if let Some(job) = job {
            let mut request = self.request_for(Operation::SendDocument, job)?;
            request.operation("last-document", IppValue::Boolean(true));
            request
        } else {
            let mut request = self.request(Operation::PrintJob)?;
            self.describe(&mut request);
            request
        };
        if let Ok(format) = IppValue::new_mime_media_type(self.format) {
            request.operation("document-format", format);
        }
        follower.hear(JobNews::Sending);

        let is_stopped = AtomicBool::new(false);
        let mut document = Stoppable {
            document,
            is_stopped: &is_stopped,
        };
        let head = request.head();
        let documents = &self.documents;
        let (result, is_cancelled) = thread::scope(|scope| {
            let sender = scope.spawn(move || documents.send(head, &mut document));
            let mut told = Told::default();
            let mut cancelled: Option<Instant> = None;
            while !sender.is_finished() {
                thread::sleep(STEP);
                if let Some(since) = cancelled {
                    if since.elapsed() > GRACE {
                        documents.break_off();
                    }
                } else if follower.go() == Go::Cancel {
                    cancelled = Some(Instant::now());
                    is_stopped.store(true, Ordering::Relaxed);
                    if let Some(job) = job {
                        // Whether it worked is seen when the document ends.
                        let _ = self.cancel(job);
                    }
                }
                if let Some(job) = job.filter(|_| told.is_due()) {
                    // A printer may stop while it takes a document in.
                    if let Ok(Asked::Status(status)) = self.ask(job)
                        && status.state == JobState::Stopped
                    {
                        told.tell(status, follower);
                    }
                }
            }
            let result = match sender.join() {
                Ok(result) => result,
                Err(panic) => std::panic::resume_unwind(panic),
            };
            (result, cancelled.is_some())
        });
        let error = match result {
            Ok(answer) if answer.status.is_success() => {
                if job.is_none() {
                    tell_ignored(&answer, follower);
                }
                let taken = job.or_else(|| answer.job());
                let sent = if is_cancelled {
                    Sent::TakenTooLate
                } else {
                    Sent::Taken
                };
                return taken.map(sent).ok_or_else(|| self.nonsense());
            }
            _ if is_cancelled => {
                if let Some(job) = job {
                    let _ = self.cancel(job);
                }
                return Ok(Sent::Over(JobEnd::Cancelled { job }));
            }
            Ok(answer) => self.refused(&answer),
            Err(Failure::Unproven | Failure::Nonsense) => self.nonsense(),
            Err(failure) => failure.of_question(self.address),
        };
        let Some(job) = job else {
            return Err(error);
        };
        // Someone may have cancelled it at the printer; else nothing of it shall stay.
        match self.ask(job) {
            Ok(Asked::Status(status)) if status.state == JobState::Cancelled => {
                Ok(Sent::Over(JobEnd::Cancelled { job: Some(job) }))
            }
            _ => {
                let _ = self.cancel(job);
                Err(error)
            }
        }
    }

    /// Asks where a job stands, and where it is not over, what holds the printer up.
    fn ask(&self, job: i32) -> Result<Asked, PrintError> {
        let mut request = self.request_for(Operation::GetJobAttributes, job)?;
        request.wanting(&OF_JOBS);
        let answer = self.client.ask(&request);
        let answer = answer.map_err(|failure| failure.of_question(self.address))?;
        if answer.status.is_not_found() {
            return Ok(Asked::Unknown);
        }
        if !answer.status.is_success() {
            return Err(self.refused(&answer));
        }
        let group = answer.attributes.first_of(DelimiterTag::JobAttributes);
        let status = group.and_then(|group| attributes::job(Group(group), job));
        let mut status = status.ok_or_else(|| self.nonsense())?;
        if !status.state.is_over() {
            status.printer_reasons = self.printer_reasons();
        }
        Ok(Asked::Status(status))
    }

    /// What holds the printer up; nothing where it does not say so.
    fn printer_reasons(&self) -> Vec<String> {
        const STOPPED: i32 = 5;
        let asked = self
            .request(Operation::GetPrinterAttributes)
            .map(|mut request| {
                request.wanting(&["printer-state", "printer-state-reasons"]);
                self.client.ask(&request)
            });
        let Ok(Ok(answer)) = asked else {
            return Vec::new();
        };
        let group = answer.attributes.first_of(DelimiterTag::PrinterAttributes);
        let Some(group) = group.map(Group) else {
            return Vec::new();
        };
        let mut reasons = attributes::reasons(group, "printer-state-reasons");
        if group.integer("printer-state") == Some(STOPPED) {
            reasons.insert(0, "printer-stopped".to_owned());
        }
        reasons
    }

    fn cancel(&self, job: i32) -> Result<(), PrintError> {
        let request = self.request_for(Operation::CancelJob, job)?;
        let answer = self.client.ask(&request);
        let answer = answer.map_err(|failure| failure.of_question(self.address))?;
        // One that has ended in between can't be cancelled, and need not be.
        if answer.status.is_success() || answer.status.is_not_possible() {
            Ok(())
        } else {
            Err(self.refused(&answer))
        }
    }

    /// Follows a job until it ends or is left; it may have been cancelled before.
    fn follow(
        &self,
        job: i32,
        mut cancelled: Option<Instant>,
        follower: &mut dyn Follower,
    ) -> Result<JobEnd, PrintError> {
        let mut told = Told::default();
        let mut silent: Option<Instant> = None;
        loop {
            match self.ask(job) {
                Ok(Asked::Unknown) if cancelled.is_some() => {
                    return Ok(JobEnd::Cancelled { job: Some(job) });
                }
                Ok(Asked::Unknown) => return Ok(JobEnd::Forgotten { job }),
                Ok(Asked::Status(status)) => {
                    silent = None;
                    match status.state {
                        JobState::Completed => return Ok(JobEnd::Completed(status)),
                        JobState::Aborted => return Ok(JobEnd::Aborted(status)),
                        JobState::Cancelled => {
                            return Ok(JobEnd::Cancelled { job: Some(job) });
                        }
                        // It is for the print system to end it; nobody waits for ever.
                        _ if cancelled.is_some_and(|since| since.elapsed() > PATIENCE) => {
                            return Ok(JobEnd::Left(status));
                        }
                        _ => told.tell(status, follower),
                    }
                }
                Err(_) => {
                    let since = *silent.get_or_insert_with(|| {
                        follower.hear(JobNews::NoAnswer);
                        Instant::now()
                    });
                    if since.elapsed() > PATIENCE {
                        return Err(PrintError::Lost { job });
                    }
                }
            }
            told.asked = Some(Instant::now());
            while !told.is_due() {
                thread::sleep(STEP);
                match follower.go() {
                    Go::On => {}
                    Go::Cancel if cancelled.is_some() => {}
                    Go::Cancel => {
                        // Where it is refused, the job stays, and that is told.
                        let _ = self.cancel(job);
                        cancelled = Some(Instant::now());
                        break;
                    }
                    Go::Leave => {
                        if let Some(status) = told.last.take() {
                            return Ok(JobEnd::Left(status));
                        }
                    }
                }
            }
        }
    }
}

/// What a follower has heard.
#[derive(Default)]
struct Told {
    last: Option<JobStatus>,
    asked: Option<Instant>,
}

impl Told {
    /// Whether it is time to ask again.
    fn is_due(&mut self) -> bool {
        let now = Instant::now();
        match self.asked {
            Some(asked) if now.duration_since(asked) < POLL => false,
            _ => {
                self.asked = Some(now);
                true
            }
        }
    }

    fn tell(&mut self, status: JobStatus, follower: &mut dyn Follower) {
        if self.last.as_ref() != Some(&status) {
            follower.hear(JobNews::Changed(status.clone()));
            self.last = Some(status);
        }
    }
}

/// Tells what of a job the print system left out or changed.
fn tell_ignored(answer: &Answer, follower: &mut dyn Follower) {
    let attributes = answer.unsupported();
    if !attributes.is_empty() {
        follower.hear(JobNews::Ignored { attributes });
    }
}

/// A document that ends at once when its job is cancelled.
struct Stoppable<'a> {
    document: Box<dyn Read + Send + 'a>,
    is_stopped: &'a AtomicBool,
}

impl Read for Stoppable<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.is_stopped.load(Ordering::Relaxed) {
            return Err(io::Error::other("cancelled"));
        }
        self.document.read(buffer)
    }
}
