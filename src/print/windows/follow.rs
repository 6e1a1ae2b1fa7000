//! A job in the queue of Windows, followed until it leaves it.

use std::ptr::{null, null_mut};
use std::thread;
use std::time::Duration;

use windows_sys::Win32::Graphics::Printing::{
    GetJobW, GetPrinterW, JOB_CONTROL_DELETE, JOB_INFO_1W, JOB_STATUS_BLOCKED_DEVQ,
    JOB_STATUS_COMPLETE, JOB_STATUS_DELETED, JOB_STATUS_DELETING, JOB_STATUS_ERROR,
    JOB_STATUS_OFFLINE, JOB_STATUS_PAPEROUT, JOB_STATUS_PAUSED, JOB_STATUS_PRINTED,
    JOB_STATUS_PRINTING, JOB_STATUS_USER_INTERVENTION, PRINTER_INFO_6, SetJobW,
};

use super::calls::{Buffer, OpenPrinter, last_error, text};
use super::info::state;
use crate::print::error::PrintError;
use crate::print::job::{Follower, Go, JobEnd, JobNews, JobState, JobStatus};
use crate::print::printer::Printer;

/// So often the spooler is asked, and the follower whether to go on.
const STEP: Duration = Duration::from_millis(200);

/// Follows a job until it leaves the queue or is left.
pub(super) fn follow(
    printer: &Printer,
    job: i32,
    follower: &mut dyn Follower,
) -> Result<JobEnd, PrintError> {
    let open = OpenPrinter::named(&printer.name)?;
    let mut last: Option<JobStatus> = None;
    let mut is_cancelled = false;
    loop {
        let Some(status) = ask(&open, job) else {
            // Windows drops jobs from its queue when they are done; what it said last counts.
            return Ok(match last {
                _ if is_cancelled => JobEnd::Cancelled { job: Some(job) },
                Some(status) if status.state == JobState::Cancelled => {
                    JobEnd::Cancelled { job: Some(job) }
                }
                _ => JobEnd::Forgotten { job },
            });
        };
        if status.state == JobState::Completed {
            return Ok(JobEnd::Completed(status));
        }
        if last.as_ref() != Some(&status) {
            follower.hear(JobNews::Changed(status.clone()));
            last = Some(status.clone());
        }
        match follower.go() {
            Go::Cancel if !is_cancelled => {
                cancel(&open, job)?;
                is_cancelled = true;
            }
            Go::Leave => return Ok(JobEnd::Left(status)),
            Go::On | Go::Cancel => {}
        }
        thread::sleep(STEP);
    }
}

fn cancel(open: &OpenPrinter, job: i32) -> Result<(), PrintError> {
    // SAFETY: the printer is open, and nothing but the command is given.
    let is_done = unsafe { SetJobW(open.0, job.cast_unsigned(), 0, null(), JOB_CONTROL_DELETE) };
    // One that has left the queue in between need not be cancelled.
    if is_done == 0 && ask(open, job).is_some() {
        return Err(last_error("SetJob"));
    }
    Ok(())
}

/// Where a job stands; none where it is not in the queue.
fn ask(open: &OpenPrinter, job: i32) -> Option<JobStatus> {
    const LEVEL: u32 = 1;
    let number = job.cast_unsigned();
    let mut needed = 0;
    // SAFETY: without memory it only says how much it needs.
    unsafe { GetJobW(open.0, number, LEVEL, null_mut(), 0, &raw mut needed) };
    if needed == 0 {
        return None;
    }
    let mut buffer = Buffer::of_bytes(needed);
    // SAFETY: the buffer has as many bytes as it is said to have.
    let is_there = unsafe {
        GetJobW(
            open.0,
            number,
            LEVEL,
            buffer.pointer(),
            needed,
            &raw mut needed,
        )
    };
    if is_there == 0 {
        return None;
    }
    // SAFETY: Windows has just written it there.
    let info = unsafe { &*buffer.pointer::<JOB_INFO_1W>() };
    Some(JobStatus {
        job,
        state: job_state(info.Status),
        reasons: reasons(info.Status),
        // SAFETY: the text lies in the buffer.
        message: unsafe { text(info.pStatus) },
        printer_reasons: printer_reasons(open),
        impressions: Some(info.PagesPrinted),
    })
}

fn job_state(status: u32) -> JobState {
    let has = |bits: u32| status & bits != 0;
    if has(JOB_STATUS_DELETING | JOB_STATUS_DELETED) {
        JobState::Cancelled
    } else if has(JOB_STATUS_PRINTED | JOB_STATUS_COMPLETE) {
        JobState::Completed
    } else if has(JOB_STATUS_PAUSED) {
        JobState::Held
    } else if has(JOB_STATUS_ERROR
        | JOB_STATUS_OFFLINE
        | JOB_STATUS_PAPEROUT
        | JOB_STATUS_BLOCKED_DEVQ
        | JOB_STATUS_USER_INTERVENTION)
    {
        JobState::Stopped
    } else if has(JOB_STATUS_PRINTING) {
        JobState::Processing
    } else {
        JobState::Pending
    }
}

fn reasons(status: u32) -> Vec<String> {
    let reasons = [
        (JOB_STATUS_PAPEROUT, "media-empty"),
        (JOB_STATUS_OFFLINE, "offline"),
        (JOB_STATUS_USER_INTERVENTION, "user-intervention-needed"),
    ];
    let reasons = reasons.into_iter().filter(|(bit, _)| status & bit != 0);
    reasons.map(|(_, keyword)| keyword.to_owned()).collect()
}

/// What holds the printer up.
fn printer_reasons(open: &OpenPrinter) -> Vec<String> {
    const LEVEL: u32 = 6;
    let mut needed = 0;
    // SAFETY: without memory it only says how much it needs.
    unsafe { GetPrinterW(open.0, LEVEL, null_mut(), 0, &raw mut needed) };
    let mut buffer = Buffer::of_bytes(needed.max(4));
    // SAFETY: the buffer has as many bytes as it is said to have.
    let is_there = unsafe { GetPrinterW(open.0, LEVEL, buffer.pointer(), needed, &raw mut needed) };
    if is_there == 0 {
        return Vec::new();
    }
    // SAFETY: Windows has just written it there.
    let info = unsafe { &*buffer.pointer::<PRINTER_INFO_6>() };
    state(info.dwStatus).1
}
