//! Work off the window's thread, and its results in the order in which they come.

use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::Context;

use super::host::{OnPicked, Picked};

/// Names one job; an answer to a job that nobody waits for any more is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticket(u64);

/// The jobs under way.
#[derive(Debug)]
pub(super) struct Jobs {
    sender: Sender<(Ticket, Picked)>,
    receiver: Receiver<(Ticket, Picked)>,
    last: u64,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            last: 0,
        }
    }
}

impl Jobs {
    /// A ticket, and what a file dialog calls with its answer: it wakes the window.
    pub(super) fn file_dialog(&mut self, context: &Context) -> (Ticket, OnPicked) {
        self.last += 1;
        let ticket = Ticket(self.last);
        let sender = self.sender.clone();
        let context = context.clone();
        let on_picked = move |picked| {
            // Nobody listens once the window has closed.
            let _ = sender.send((ticket, picked));
            context.request_repaint();
        };
        (ticket, Box::new(on_picked))
    }

    /// The answers that have come since the last frame.
    pub(super) fn finished(&self) -> Vec<(Ticket, Picked)> {
        self.receiver.try_iter().collect()
    }
}
