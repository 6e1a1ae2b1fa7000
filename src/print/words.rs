//! Printers, jobs and errors in words, and what to do about them.

use fluent_bundle::FluentValue;

use super::error::{PrintError, Unreachable};
use super::job::{JobEnd, JobNews, JobState, JobStatus};
use super::pages::PageRangesError;
use super::printer::{Printer, PrinterState, Security};
use super::ticket::{ColourMode, Shortfall, Sides};
use super::viewer::ViewerError;
use crate::domain::text::Language;
use crate::i18n::{count, tr, tr_with};
use crate::report::words::clean;

/// The reasons of printers and jobs that have words. Others are shown as the print system writes
/// them.
const REASONS: [&str; 33] = [
    "aborted-by-system",
    "account-authorization-failed",
    "connecting-to-device",
    "cover-open",
    "document-format-error",
    "document-unprintable-error",
    "door-open",
    "interlock-open",
    "job-canceled-by-operator",
    "job-canceled-by-user",
    "job-hold-until-specified",
    "marker-supply-empty",
    "marker-supply-low",
    "marker-waste-almost-full",
    "marker-waste-full",
    "media-empty",
    "media-jam",
    "media-low",
    "media-needed",
    "moving-to-paused",
    "offline",
    "output-area-full",
    "output-tray-missing",
    "paper-problem",
    "paused",
    "printer-stopped",
    "resources-are-not-ready",
    "spool-area-full",
    "stopped-partly",
    "timed-out",
    "toner-empty",
    "toner-low",
    "user-intervention-needed",
];

/// Reasons that say nothing a person would want to know.
const QUIET: [&str; 13] = [
    "cups-ipp-conformance-failure",
    "cups-ipp-missing-cancel-job",
    "cups-ipp-missing-get-job-attributes",
    "cups-waiting-for-job-completed",
    "job-completed-successfully",
    "job-data-insufficient",
    "job-incoming",
    "job-printing",
    "job-queued",
    "job-spooling",
    "job-transforming",
    "none",
    "processing-to-stop-point",
];

/// A reason in words; none for those that say nothing.
fn reason(language: Language, keyword: &str) -> Option<String> {
    let base = ["-report", "-warning", "-error"]
        .into_iter()
        .filter(|_| !REASONS.contains(&keyword))
        .find_map(|ending| keyword.strip_suffix(ending))
        .unwrap_or(keyword);
    if QUIET.contains(&base) {
        return None;
    }
    Some(if REASONS.contains(&base) {
        tr(language, &format!("print-reason-{base}"))
    } else {
        clean(base).into_owned()
    })
}

/// Reasons and the print system's own words, joined; none where there are none.
fn why(language: Language, reasons: &[&[String]], message: Option<&str>) -> Option<String> {
    let mut parts: Vec<String> = Vec::new();
    let all = reasons.iter().flat_map(|reasons| reasons.iter());
    for words in all.filter_map(|keyword| reason(language, keyword)) {
        if !parts.contains(&words) {
            parts.push(words);
        }
    }
    let message = message
        .map(clean)
        .filter(|message| !message.trim().is_empty());
    if let Some(message) = message {
        parts.push(tr_with(
            language,
            "print-said",
            &[("words", message.trim().to_owned().into())],
        ));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// A text, and why after a colon where that is known.
fn because(language: Language, text: String, why: Option<String>) -> String {
    match why {
        Some(why) => tr_with(
            language,
            "print-because",
            &[("text", text.into()), ("why", why.into())],
        ),
        None => text,
    }
}

/// A text, and the print system's own words after it.
fn said(language: Language, text: String, message: Option<&str>) -> String {
    let message = message.map(|message| clean(message.trim()).into_owned());
    match message.filter(|message| !message.is_empty()) {
        Some(words) => tr_with(
            language,
            "print-error-said",
            &[("text", text.into()), ("words", words.into())],
        ),
        None => text,
    }
}

/// What a printer is doing: "ready", "stopped: out of paper".
pub fn printer_words(language: Language, printer: &Printer) -> String {
    // A printer at work says what it does; that is no reason.
    let message = printer.message.as_deref();
    let message = message.filter(|_| printer.state == PrinterState::Stopped);
    state_words(language, printer, message)
}

/// The same for a list, without what the printer says in its own words, however long.
pub fn printer_words_in_short(language: Language, printer: &Printer) -> String {
    state_words(language, printer, None)
}

fn state_words(language: Language, printer: &Printer, message: Option<&str>) -> String {
    let id = match printer.state {
        _ if !printer.accepts_jobs => "print-printer-not-accepting",
        PrinterState::Idle => "print-printer-idle",
        PrinterState::Printing => "print-printer-printing",
        PrinterState::Stopped => "print-printer-stopped",
    };
    let why = why(language, &[&printer.reasons], message);
    because(language, tr(language, id), why)
}

/// What to know about the connection to a printer before a plan is sent over it.
pub fn security_words(language: Language, security: Security) -> Option<String> {
    match security {
        Security::Local | Security::Encrypted => None,
        Security::EncryptedUnproven => Some(tr(language, "print-security-unproven")),
        Security::Open => Some(tr(language, "print-security-open")),
    }
}

/// How the sides of sheets are used.
pub fn sides_words(language: Language, sides: Sides) -> String {
    tr(
        language,
        match sides {
            Sides::One => "print-sides-one",
            Sides::LongEdge => "print-sides-long-edge",
            Sides::ShortEdge => "print-sides-short-edge",
        },
    )
}

/// In colour or not.
pub fn colour_words(language: Language, colour: ColourMode) -> String {
    tr(
        language,
        match colour {
            ColourMode::Colour => "print-colour",
            ColourMode::Monochrome => "print-monochrome",
        },
    )
}

/// What a printer can't do of a ticket.
pub fn shortfall_words(language: Language, shortfall: Shortfall) -> String {
    match shortfall {
        Shortfall::Copies { most } => tr_with(
            language,
            "print-lacks-copies",
            &[("most", count(u64::from(most)))],
        ),
        Shortfall::Sides => tr(language, "print-lacks-sides"),
        Shortfall::Paper => tr(language, "print-lacks-paper"),
        Shortfall::NoColour => tr(language, "print-lacks-colour"),
        Shortfall::OnlyColour => tr(language, "print-lacks-monochrome"),
    }
}

fn number(job: i32) -> FluentValue<'static> {
    job.to_string().into()
}

/// What is heard of a job.
pub fn news_words(language: Language, news: &JobNews) -> String {
    match news {
        JobNews::Sending => tr(language, "print-news-sending"),
        JobNews::Accepted { job } => {
            tr_with(language, "print-news-accepted", &[("job", number(*job))])
        }
        JobNews::Ignored { attributes } => tr_with(
            language,
            "print-news-ignored",
            &[("names", clean(&attributes.join(", ")).into_owned().into())],
        ),
        JobNews::NoAnswer => tr(language, "print-news-no-answer"),
        JobNews::Changed(status) => status_words(language, status),
    }
}

/// Where a job stands and why.
pub fn status_words(language: Language, status: &JobStatus) -> String {
    let text = match (status.state, status.impressions) {
        (JobState::Processing, Some(sides)) if sides > 0 => tr_with(
            language,
            "print-job-processing-sides",
            &[("sides", count(u64::from(sides)))],
        ),
        (state, _) => tr(
            language,
            match state {
                JobState::Pending => "print-job-pending",
                JobState::Held => "print-job-held",
                JobState::Processing => "print-job-processing",
                JobState::Stopped => "print-job-stopped",
                JobState::Cancelled => "print-job-cancelled",
                JobState::Aborted => "print-job-aborted",
                JobState::Completed => "print-job-completed",
            },
        ),
    };
    let why = match status.state {
        // What a job that is done or at work says is "processing since …".
        JobState::Completed | JobState::Cancelled => None,
        JobState::Processing => why(language, &[&status.printer_reasons], None),
        JobState::Pending | JobState::Held | JobState::Stopped | JobState::Aborted => why(
            language,
            &[&status.reasons, &status.printer_reasons],
            status.message.as_deref(),
        ),
    };
    match (status.state, why) {
        (JobState::Stopped, None) => tr(language, "print-job-stopped-unexplained"),
        (JobState::Aborted, None) => tr(language, "print-job-aborted-unexplained"),
        (_, why) => because(language, text, why),
    }
}

/// How following a job ended.
pub fn end_words(language: Language, end: &JobEnd) -> String {
    match end {
        JobEnd::Completed(status) | JobEnd::Aborted(status) => status_words(language, status),
        JobEnd::Cancelled { .. } => tr(language, "print-job-cancelled"),
        JobEnd::Forgotten { job } => {
            tr_with(language, "print-end-forgotten", &[("job", number(*job))])
        }
        JobEnd::Left(status) => tr_with(
            language,
            "print-end-left",
            &[
                ("job", number(status.job)),
                ("state", status_words(language, status).into()),
            ],
        ),
    }
}

/// Why a text names no pages.
pub fn pages_words(language: Language, error: &PageRangesError) -> String {
    match error {
        PageRangesError::NotPages { part } => tr_with(
            language,
            "print-pages-not-pages",
            &[("part", clean(part).into_owned().into())],
        ),
        PageRangesError::Backwards { part } => tr_with(
            language,
            "print-pages-backwards",
            &[("part", clean(part).into_owned().into())],
        ),
        PageRangesError::PastTheEnd { count: pages } => tr_with(
            language,
            "print-pages-past-the-end",
            &[("count", count(*pages as u64))],
        ),
    }
}

/// Why nothing was printed and what to do.
pub fn error_words(language: Language, error: &PrintError) -> String {
    let with_address = |id: &str, address: &str| {
        let address = clean(address).into_owned();
        tr_with(language, id, &[("address", address.into())])
    };
    match error {
        PrintError::NoSpooler { address } => with_address("print-error-no-spooler", address),
        PrintError::NoSuchPrinter { name } => tr_with(
            language,
            "print-error-no-such-printer",
            &[("name", clean(name).into_owned().into())],
        ),
        PrintError::NoDefault => tr(language, "print-error-no-default"),
        PrintError::BadAddress { address } => with_address("print-error-bad-address", address),
        PrintError::NotAPrinter { address } => with_address("print-error-not-a-printer", address),
        PrintError::PasswordWanted { address } => with_address("print-error-password", address),
        PrintError::NotAllowed { address } => with_address("print-error-not-allowed", address),
        PrintError::Unreachable { address, cause } => match cause {
            Unreachable::NoSuchHost => with_address("print-error-no-such-host", address),
            Unreachable::Refused => with_address("print-error-connection-refused", address),
            Unreachable::TooSlow => with_address("print-error-too-slow", address),
            Unreachable::Encryption(problem) => tr_with(
                language,
                "print-error-encryption",
                &[
                    ("address", clean(address).into_owned().into()),
                    ("problem", clean(problem).into_owned().into()),
                ],
            ),
            Unreachable::Other(problem) => tr_with(
                language,
                "print-error-unreachable",
                &[
                    ("address", clean(address).into_owned().into()),
                    ("problem", clean(problem).into_owned().into()),
                ],
            ),
        },
        PrintError::NoForm => tr(language, "print-error-no-form"),
        PrintError::NotAccepting { message } => said(
            language,
            tr(language, "print-error-not-accepting"),
            message.as_deref(),
        ),
        PrintError::Busy => tr(language, "print-error-busy"),
        PrintError::NoRoom { message } => said(
            language,
            tr(language, "print-error-no-room"),
            message.as_deref(),
        ),
        PrintError::Refused { status, message } => said(
            language,
            tr_with(
                language,
                "print-error-refused",
                &[("status", clean(status).into_owned().into())],
            ),
            message.as_deref(),
        ),
        PrintError::Broken { problem } => tr_with(
            language,
            "print-error-broken",
            &[("problem", clean(problem).into_owned().into())],
        ),
        PrintError::Lost { job } => tr_with(language, "print-error-lost", &[("job", number(*job))]),
        PrintError::Pages(error) => pages_words(language, error),
        PrintError::Layout { problem } => tr_with(
            language,
            "print-error-layout",
            &[("problem", clean(problem).into_owned().into())],
        ),
        PrintError::System { what, problem } => tr_with(
            language,
            "print-error-system",
            &[
                ("what", clean(what).into_owned().into()),
                ("problem", clean(problem).into_owned().into()),
            ],
        ),
    }
}

/// Why a file is not shown in the system's viewer.
pub fn viewer_words(language: Language, error: &ViewerError) -> String {
    match error {
        ViewerError::NoViewer => tr(language, "print-viewer-none"),
        ViewerError::Failed { problem } => tr_with(
            language,
            "print-viewer-failed",
            &[("problem", clean(problem).into_owned().into())],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_has_words_in_both_languages() {
        for language in [Language::English, Language::Polish] {
            for keyword in REASONS {
                let words = reason(language, keyword).unwrap();
                assert!(!words.contains(['[', '-']), "{words}");
                assert_eq!(reason(language, &format!("{keyword}-error")), Some(words));
            }
        }
    }

    #[test]
    fn a_job_that_stops_without_a_reason_is_told_with_what_to_do() {
        let mut status = JobStatus {
            job: 7,
            state: JobState::Stopped,
            reasons: vec!["job-printing".to_owned()],
            message: Some(" ".to_owned()),
            printer_reasons: Vec::new(),
            impressions: None,
        };
        let words = status_words(Language::English, &status);
        assert!(words.contains("does not say why"), "{words}");
        status.state = JobState::Aborted;
        let words = status_words(Language::English, &status);
        assert!(words.contains("does not say why"), "{words}");
    }

    #[test]
    fn what_the_print_system_says_is_passed_on_and_quiet_reasons_are_not() {
        let status = JobStatus {
            job: 7,
            state: JobState::Stopped,
            reasons: vec!["job-printing".to_owned(), "printer-stopped".to_owned()],
            message: Some("Tray 2\nis \u{1b}[1mempty".to_owned()),
            printer_reasons: vec![
                "media-empty-error".to_owned(),
                "media-empty".to_owned(),
                "vendor-coffee-needed-warning".to_owned(),
            ],
            impressions: None,
        };
        let words = status_words(Language::English, &status);
        assert!(words.starts_with("Stopped: "), "{words}");
        assert_eq!(words.matches("out of paper").count(), 1, "{words}");
        assert!(words.contains("vendor-coffee-needed"), "{words}");
        assert!(words.contains("Tray 2"), "{words}");
        assert!(!words.contains(['\n', '\u{1b}']), "{words}");
    }
}
