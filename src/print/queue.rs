//! A job followed in a queue that drops jobs when they are done, as that of Windows does.

use std::thread;
use std::time::Duration;

use super::error::PrintError;
use super::job::{Follower, Go, JobEnd, JobNews, JobState, JobStatus};
use super::winspool::Failure;

/// The queue of a printer.
pub(super) trait Queue {
    /// Where a job stands.
    fn ask(&self, job: i32) -> Result<JobStatus, Failure>;

    /// Takes a job out of the queue.
    fn cancel(&self, job: i32) -> Result<(), Failure>;
}

/// Follows a job until it leaves the queue or is left. Queue and follower are asked once a step.
pub(super) fn follow(
    queue: &dyn Queue,
    job: i32,
    step: Duration,
    follower: &mut dyn Follower,
) -> Result<JobEnd, PrintError> {
    let mut last: Option<JobStatus> = None;
    let mut is_cancelled = false;
    loop {
        let status = match queue.ask(job) {
            Ok(status) => status,
            Err(failure) if failure.is_no_such_job() => {
                // What was heard last counts.
                let was_cancelled = last.is_some_and(|status| status.state == JobState::Cancelled);
                return Ok(if is_cancelled || was_cancelled {
                    JobEnd::Cancelled { job: Some(job) }
                } else {
                    JobEnd::Forgotten { job }
                });
            }
            Err(_) => return Err(PrintError::Lost { job }),
        };
        if status.state == JobState::Completed {
            return Ok(JobEnd::Completed(status));
        }
        if last.as_ref() != Some(&status) {
            follower.hear(JobNews::Changed(status.clone()));
            last = Some(status.clone());
        }
        match follower.go() {
            Go::Cancel if !is_cancelled => match queue.cancel(job) {
                Ok(()) => is_cancelled = true,
                Err(failure) if queue.ask(job).is_ok() => return Err(failure.into()),
                // It may have left the queue in between, which the next step finds.
                Err(_) => {}
            },
            Go::Leave => return Ok(JobEnd::Left(status)),
            Go::On | Go::Cancel => {}
        }
        thread::sleep(step);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::collections::VecDeque;

    use super::*;

    const JOB: i32 = 7;

    type Answer = Result<JobStatus, Failure>;

    const GONE: Answer = Err(failure(87));

    /// What a queue answers, one after the other; the last for ever.
    struct Told {
        answers: RefCell<VecDeque<Answer>>,
        cancel: Result<(), Failure>,
    }

    impl Queue for Told {
        fn ask(&self, _job: i32) -> Answer {
            let mut answers = self.answers.borrow_mut();
            let answer = answers.pop_front().unwrap();
            if answers.is_empty() {
                answers.push_back(answer.clone());
            }
            answer
        }

        fn cancel(&self, _job: i32) -> Result<(), Failure> {
            self.cancel
        }
    }

    struct Ear {
        go: Go,
        heard: Vec<JobState>,
    }

    impl Follower for Ear {
        fn hear(&mut self, news: JobNews) {
            if let JobNews::Changed(status) = news {
                self.heard.push(status.state);
            }
        }

        fn go(&mut self) -> Go {
            self.go
        }
    }

    fn status(state: JobState) -> JobStatus {
        JobStatus {
            job: JOB,
            state,
            reasons: Vec::new(),
            message: None,
            printer_reasons: Vec::new(),
            impressions: None,
        }
    }

    const fn failure(code: u32) -> Failure {
        Failure { call: "Call", code }
    }

    fn followed(
        answers: impl IntoIterator<Item = Answer>,
        cancel: Result<(), Failure>,
        go: Go,
    ) -> (Result<JobEnd, PrintError>, Vec<JobState>) {
        let queue = Told {
            answers: RefCell::new(answers.into_iter().collect()),
            cancel,
        };
        let mut ear = Ear {
            go,
            heard: Vec::new(),
        };
        let end = follow(&queue, JOB, Duration::ZERO, &mut ear);
        (end, ear.heard)
    }

    #[test]
    fn a_job_that_leaves_the_queue_is_forgotten_and_each_change_is_heard_once() {
        let waits = status(JobState::Pending);
        let is_printed = status(JobState::Processing);
        // The spooler of Windows says that there is no such job, that of Wine nothing.
        for gone in [GONE, Err(failure(0))] {
            let answers = [
                Ok(waits.clone()),
                Ok(waits.clone()),
                Ok(is_printed.clone()),
                gone,
            ];
            let (end, heard) = followed(answers, Ok(()), Go::On);
            assert_eq!(end, Ok(JobEnd::Forgotten { job: JOB }));
            assert_eq!(heard, [JobState::Pending, JobState::Processing]);
        }
    }

    #[test]
    fn a_queue_that_fails_has_lost_the_job() {
        // No service, an invalid handle, memory that is too small for ever.
        for code in [1722, 6, 122] {
            let answers = [Ok(status(JobState::Processing)), Err(failure(code))];
            let (end, _) = followed(answers, Ok(()), Go::On);
            assert_eq!(end, Err(PrintError::Lost { job: JOB }));
        }
    }

    #[test]
    fn a_job_is_cancelled_when_the_queue_has_taken_it_out_or_says_so() {
        let cancelled = Ok(JobEnd::Cancelled { job: Some(JOB) });
        let answers = [Ok(status(JobState::Processing)), GONE];
        assert_eq!(followed(answers, Ok(()), Go::Cancel).0, cancelled);
        let answers = [Ok(status(JobState::Cancelled)), GONE];
        assert_eq!(followed(answers, Ok(()), Go::On).0, cancelled);
    }

    #[test]
    fn a_job_that_was_done_before_it_could_be_cancelled_is_not_called_cancelled() {
        let answers = [Ok(status(JobState::Processing)), GONE];
        let (end, _) = followed(answers, Err(failure(87)), Go::Cancel);
        assert_eq!(end, Ok(JobEnd::Forgotten { job: JOB }));
    }

    #[test]
    fn a_job_that_may_not_be_cancelled_is_told_with_the_error_of_that() {
        let denied = failure(5);
        let answers = [Ok(status(JobState::Processing))];
        let (end, _) = followed(answers, Err(denied), Go::Cancel);
        assert_eq!(end, Err(denied.into()));
    }

    #[test]
    fn a_job_that_is_left_stays_in_the_queue() {
        let held = status(JobState::Held);
        let (end, _) = followed([Ok(held.clone())], Ok(()), Go::Leave);
        assert_eq!(end, Ok(JobEnd::Left(held)));
    }
}
