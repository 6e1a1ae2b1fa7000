//! `print`: the plan of a profile on paper, and what the print system says of it.

use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use chrono::NaiveDate;

use super::arguments::PrintCall;
use super::many::interruption;
use super::plan::{Asked, report_of};
use super::{CallError, DONE, INTERRUPTED};
use crate::domain::text::Language;
use crate::i18n::tr_with;
use crate::print::words::{
    end_words, error_words, news_words, printer_words, security_words, shortfall_words,
};
use crate::print::{
    Follower, Go, JobEnd, JobNews, PageRanges, PrintError, PrintTicket, Printer, PrinterState,
    Spooler, shortfalls, system_spooler, user_name,
};
use crate::report::PlanReport;
use crate::report::pdf::lay_out;
use crate::report::words::clean;

pub(super) fn run(
    call: &PrintCall,
    today: NaiveDate,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<u8, CallError> {
    let language = call.texts.language();
    let failed = |error: PrintError| CallError::Print(error_words(language, &error));
    let options = call.report.options();
    let asked = Asked {
        file: &call.file,
        planned: &call.planned,
        language,
    };
    let (title, pages) = report_of(&asked, today, |input| {
        let report = PlanReport::with(input, &options);
        let pages = lay_out(&report, options.paper)?;
        Ok((report.title, pages))
    })?;
    let spooler = system_spooler();
    let printer = find(call, spooler.as_ref()).map_err(failed)?;
    let ticket = PrintTicket {
        title,
        user: user_name(),
        copies: call.copies,
        pages: call.pages.clone().unwrap_or(PageRanges::ALL),
        sides: call.sides.sides(),
        paper: options.paper,
        colour: call.colour.mode(),
    };
    warn(language, &printer, &ticket, err)?;

    let mut teller = Teller {
        language,
        out,
        was_interrupted: interruption(),
        leave_at: call
            .wait
            .and_then(|seconds| Instant::now().checked_add(Duration::from_secs(seconds))),
    };
    let end = spooler.print(&printer, &ticket, &pages, &mut teller);
    let was_interrupted = teller.was_interrupted.load(Ordering::Relaxed);
    let end = end.map_err(failed)?;
    let words = end_words(language, &end);
    match end {
        // What has left the queue without an error is no failure.
        JobEnd::Completed(_) | JobEnd::Forgotten { .. } => {
            writeln!(out, "{words}")?;
            Ok(DONE)
        }
        JobEnd::Cancelled { .. } if was_interrupted => {
            let _ = writeln!(err, "esu-planner: {words}");
            Ok(INTERRUPTED)
        }
        JobEnd::Cancelled { .. } | JobEnd::Aborted(_) | JobEnd::Left(_) => {
            Err(CallError::Print(words))
        }
    }
}

/// The printer that is asked for, else the default one.
fn find(call: &PrintCall, spooler: &dyn Spooler) -> Result<Printer, PrintError> {
    if let Some(address) = &call.at {
        return spooler.printer_at(address);
    }
    let mut printers = spooler.printers()?.into_iter();
    match &call.printer {
        Some(name) => printers.find(|printer| printer.name == *name),
        None => printers.find(|printer| printer.is_default),
    }
    .ok_or_else(|| match &call.printer {
        Some(name) => PrintError::NoSuchPrinter {
            name: name.chars().take(100).collect(),
        },
        None => PrintError::NoDefault,
    })
}

/// Says before anything is sent what the printer can't do, and what to know about it.
fn warn(
    language: Language,
    printer: &Printer,
    ticket: &PrintTicket,
    err: &mut dyn Write,
) -> Result<(), CallError> {
    let lacks = shortfalls(printer, ticket);
    let lacks = lacks
        .into_iter()
        .map(|lack| shortfall_words(language, lack));
    let security = security_words(language, printer.security);
    let stopped = (printer.state == PrinterState::Stopped).then(|| {
        let state = printer_words(language, printer);
        tr_with(
            language,
            "print-warning-stopped",
            &[
                ("name", clean(&printer.name).into_owned().into()),
                ("state", state.into()),
            ],
        )
    });
    for line in stopped.into_iter().chain(security).chain(lacks) {
        writeln!(err, "{line}")?;
    }
    Ok(())
}

/// Writes what is heard of a job, and stops it when the call is interrupted.
struct Teller<'a> {
    language: Language,
    out: &'a mut dyn Write,
    was_interrupted: Arc<AtomicBool>,
    leave_at: Option<Instant>,
}

impl Follower for Teller<'_> {
    fn hear(&mut self, news: JobNews) {
        // Who closes the pipe still wants the job.
        let _ = writeln!(self.out, "{}", news_words(self.language, &news));
        let _ = self.out.flush();
    }

    fn go(&mut self) -> Go {
        if self.was_interrupted.load(Ordering::Relaxed) {
            Go::Cancel
        } else if self.leave_at.is_some_and(|at| Instant::now() >= at) {
            Go::Leave
        } else {
            Go::On
        }
    }
}
