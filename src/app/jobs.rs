//! Work off the window's thread, and its results in the order in which they come.

use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};

use eframe::egui::Context;

use super::host::{OnOpened, OnOutside, OnPicked, Picked, Watched};
use super::paper_worker::Made;
use super::print_jobs::Printed;
use crate::print::ViewerError;
use crate::ui::drafts::Outside;

/// Names one job; an answer to a job that nobody waits for any more is dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ticket(u64);

/// What has come from another thread.
pub(super) enum Done {
    /// A file dialog was answered.
    Picked(Ticket, Picked),
    /// Something happened to the file that was watched.
    Outside(Option<Watched>, Outside),
    /// Pages were laid out, drawn or written.
    Made(Made),
    /// The viewer was started, or could not be.
    Opened(Result<(), ViewerError>),
    /// Something was heard of printers or of a job.
    Printed(Box<Printed>),
}

/// Wakes the window, once there is one.
#[derive(Clone, Default)]
pub(super) struct Waker(Arc<OnceLock<Context>>);

impl Waker {
    /// The window to wake.
    pub(super) fn set(&self, context: &Context) {
        self.0.get_or_init(|| context.clone());
    }

    /// Has the window drawn again.
    pub(super) fn wake(&self) {
        if let Some(context) = self.0.get() {
            context.request_repaint();
        }
    }
}

/// The jobs under way.
pub(super) struct Jobs {
    sender: Sender<Done>,
    receiver: Receiver<Done>,
    waker: Waker,
    last: u64,
}

impl Jobs {
    pub(super) fn new(waker: &Waker) -> Self {
        let (sender, receiver) = channel();
        Self {
            sender,
            receiver,
            waker: waker.clone(),
            last: 0,
        }
    }

    /// A ticket, and what a file dialog calls with its answer: it wakes the window.
    pub(super) fn file_dialog(&mut self, context: &Context) -> (Ticket, OnPicked) {
        self.last += 1;
        let ticket = Ticket(self.last);
        let sender = self.sender.clone();
        let context = context.clone();
        let on_picked = move |picked| {
            // Nobody listens once the window has closed.
            let _ = sender.send(Done::Picked(ticket, picked));
            context.request_repaint();
        };
        (ticket, Box::new(on_picked))
    }

    /// What a watcher calls with its news: it wakes the window.
    pub(super) fn watch(&self, watched: Option<Watched>) -> OnOutside {
        let sender = self.sender.clone();
        let waker = self.waker.clone();
        Box::new(move |outside| {
            let _ = sender.send(Done::Outside(watched.clone(), outside));
            waker.wake();
        })
    }

    /// What is called when the viewer has started, or has not: it wakes the window.
    pub(super) fn viewer(&self) -> OnOpened {
        let sender = self.sender.clone();
        let waker = self.waker.clone();
        Box::new(move |opened| {
            let _ = sender.send(Done::Opened(opened));
            waker.wake();
        })
    }

    /// Where other threads hand in what they have.
    pub(super) fn sender(&self) -> Sender<Done> {
        self.sender.clone()
    }

    /// What has come since the last frame.
    pub(super) fn finished(&self) -> Vec<Done> {
        self.receiver.try_iter().collect()
    }
}
