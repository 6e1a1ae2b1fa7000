//! Says when frames have been drawn, for measuring from outside: see `packaging/measure.sh`.

use std::io::Write as _;

use eframe::egui::Context;

/// Set to anything, it makes the window print a line for each frame that has been drawn.
const VARIABLE: &str = "ESU_PLANNER_PRINT_FRAMES";

/// Prints `frame 1` when the first frame is on the screen, `frame 2` after the second, and so on.
#[derive(Debug)]
pub(super) struct FramePrinter {
    is_on: bool,
    told: u64,
}

impl FramePrinter {
    /// One that prints only where the environment asks for it.
    pub(super) fn from_environment() -> Self {
        Self {
            is_on: std::env::var_os(VARIABLE).is_some(),
            told: 0,
        }
    }

    /// Called when a frame begins; a frame of several passes calls it more than once.
    pub(super) fn frame_begins(&mut self, context: &Context) {
        if !self.is_on {
            return;
        }
        // Frames are counted when they end, so those counted have been handed to the screen.
        let drawn = context.cumulative_frame_nr();
        if drawn == 0 {
            // Without a second frame nobody could say that the first is over.
            context.request_repaint();
        } else if drawn > self.told {
            self.told = drawn;
            let mut out = std::io::stdout().lock();
            // Nobody listens any more: not a reason to stop working.
            let _ = writeln!(out, "frame {drawn}").and_then(|()| out.flush());
        }
    }
}
