//! Someone who follows a job in a test.

use std::time::{Duration, Instant};

use esu_planner::print::{Follower, Go, JobNews};

/// Remembers what was heard, and lets a test act on it.
pub(super) struct Recorder<'a> {
    pub(super) heard: Vec<JobNews>,
    /// What is done about each news.
    act: Box<dyn FnMut(&JobNews) -> Go + 'a>,
    go: Go,
    begun: Instant,
}

impl<'a> Recorder<'a> {
    /// Lets the job go on until it ends.
    pub(super) fn patient() -> Self {
        Self::acting(|_| Go::On)
    }

    /// Acts on each news; the last answer holds until the next.
    pub(super) fn acting(act: impl FnMut(&JobNews) -> Go + 'a) -> Self {
        Self {
            heard: Vec::new(),
            act: Box::new(act),
            go: Go::On,
            begun: Instant::now(),
        }
    }
}

impl Follower for Recorder<'_> {
    fn hear(&mut self, news: JobNews) {
        self.go = (self.act)(&news);
        self.heard.push(news);
    }

    fn go(&mut self) -> Go {
        let late = Duration::from_secs(40);
        assert!(self.begun.elapsed() < late, "no end after {:?}", self.heard);
        self.go
    }
}
