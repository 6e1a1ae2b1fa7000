//! A job in the queue of Windows, followed until it leaves it.

use std::ptr::null;
use std::time::Duration;

use windows_sys::Win32::Graphics::Printing::{
    GetJobW, GetPrinterW, JOB_CONTROL_DELETE, JOB_INFO_1W, JOB_STATUS_BLOCKED_DEVQ,
    JOB_STATUS_COMPLETE, JOB_STATUS_DELETED, JOB_STATUS_DELETING, JOB_STATUS_ERROR,
    JOB_STATUS_OFFLINE, JOB_STATUS_PAPEROUT, JOB_STATUS_PAUSED, JOB_STATUS_PRINTED,
    JOB_STATUS_PRINTING, JOB_STATUS_USER_INTERVENTION, PRINTER_INFO_2W, SetJobW,
};

use super::calls::{OpenPrinter, attempt, done, read, text};
use super::info::state;
use crate::print::error::PrintError;
use crate::print::job::{Follower, JobEnd, JobState, JobStatus};
use crate::print::printer::Printer;
use crate::print::queue::{self, Queue};
use crate::print::winspool::Failure;

/// So often the spooler is asked, and the follower whether to go on.
const STEP: Duration = Duration::from_millis(200);

/// Follows a job until it leaves the queue or is left.
pub(super) fn follow(
    printer: &Printer,
    job: i32,
    follower: &mut dyn Follower,
) -> Result<JobEnd, PrintError> {
    // The job was taken a moment ago.
    let Ok(open) = OpenPrinter::named(&printer.name) else {
        return Err(PrintError::Lost { job });
    };
    queue::follow(&open, job, STEP, follower)
}

impl Queue for OpenPrinter {
    fn ask(&self, job: i32) -> Result<JobStatus, Failure> {
        const LEVEL: u32 = 1;
        let number = job.cast_unsigned();
        let mut buffer = read::<JOB_INFO_1W>("GetJob", |memory, size, needed| {
            // SAFETY: the printer is open, the memory has as many bytes as it is said to have, and
            // the number is written.
            unsafe { GetJobW(self.0, number, LEVEL, memory, size, needed) }
        })?;
        // SAFETY: Windows has just written it there.
        let info = unsafe { &*buffer.pointer::<JOB_INFO_1W>() };
        Ok(JobStatus {
            job,
            state: job_state(info.Status),
            reasons: reasons(info.Status),
            // SAFETY: the text lies in the buffer.
            message: unsafe { text(info.pStatus) },
            printer_reasons: printer_reasons(self),
            impressions: Some(info.PagesPrinted),
        })
    }

    fn cancel(&self, job: i32) -> Result<(), Failure> {
        attempt("SetJob", || {
            // SAFETY: the printer is open, and nothing but the command is given.
            done(unsafe { SetJobW(self.0, job.cast_unsigned(), 0, null(), JOB_CONTROL_DELETE) })
        })
    }
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
    const LEVEL: u32 = 2;
    let answer = read::<PRINTER_INFO_2W>("GetPrinter", |memory, size, needed| {
        // SAFETY: the printer is open, the memory has as many bytes as it is said to have, and the
        // number is written.
        unsafe { GetPrinterW(open.0, LEVEL, memory, size, needed) }
    });
    let Ok(mut buffer) = answer else {
        return Vec::new();
    };
    // SAFETY: Windows has just written it there.
    let info = unsafe { &*buffer.pointer::<PRINTER_INFO_2W>() };
    state(info.Status, info.Attributes).1
}
