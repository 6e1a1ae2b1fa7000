//! What a print system says about a job.

/// What is heard of a job, each once when it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobNews {
    /// The pages are being sent.
    Sending,
    /// The print system has taken the job. That is not printed yet.
    Accepted {
        /// The job's number in the queue.
        job: i32,
    },
    /// The print system took the job but not all that was asked for.
    Ignored {
        /// The names of what it left out or changed: `sides`, `media`.
        attributes: Vec<String>,
    },
    /// The job's state has changed.
    Changed(JobStatus),
    /// The print system does not answer at the moment; it is asked again.
    NoAnswer,
}

/// A job as the print system describes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobStatus {
    /// The job's number in the queue.
    pub job: i32,
    /// Where it stands.
    pub state: JobState,
    /// Why, as keywords: `job-printing`, `printer-stopped`.
    pub reasons: Vec<String>,
    /// What the print system says in its own words.
    pub message: Option<String>,
    /// What holds the printer up, as keywords: `media-empty`.
    pub printer_reasons: Vec<String>,
    /// How many sides are printed, where it counts them.
    pub impressions: Option<u32>,
}

/// Where a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// It waits for its turn.
    Pending,
    /// It is held until someone lets it go.
    Held,
    /// It is being printed.
    Processing,
    /// It is being printed, but the printer has stopped.
    Stopped,
    /// Someone has cancelled it.
    Cancelled,
    /// The print system has given it up.
    Aborted,
    /// The print system says that it is done.
    Completed,
}

impl JobState {
    /// Whether nothing will follow.
    pub fn is_over(self) -> bool {
        matches!(self, Self::Cancelled | Self::Aborted | Self::Completed)
    }

    pub(super) fn from_ipp(number: i32) -> Option<Self> {
        Some(match number {
            3 => Self::Pending,
            4 => Self::Held,
            5 => Self::Processing,
            6 => Self::Stopped,
            7 => Self::Cancelled,
            8 => Self::Aborted,
            9 => Self::Completed,
            _ => return None,
        })
    }
}

/// How following a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JobEnd {
    /// The print system reports the job as completed.
    Completed(JobStatus),
    /// It was cancelled.
    Cancelled {
        /// The job's number, unless it was cancelled before it had one.
        job: Option<i32>,
    },
    /// The print system has given it up.
    Aborted(JobStatus),
    /// The print system no longer lists it, and keeps no record of how it ended.
    Forgotten {
        /// The job's number.
        job: i32,
    },
    /// It was followed no longer; it stays in the queue.
    Left(JobStatus),
}

/// What is to be done with a job while it is followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// It goes on.
    On,
    /// It is cancelled.
    Cancel,
    /// It is left in the queue and followed no longer.
    Leave,
}

/// Someone who follows a job.
pub trait Follower {
    /// Hears what has changed.
    fn hear(&mut self, news: JobNews);

    /// Says whether the job goes on; asked a few times a second.
    fn go(&mut self) -> Go;
}
