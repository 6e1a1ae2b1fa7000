//! The program: arguments, then a headless call or the window.

#![cfg_attr(windows, windows_subsystem = "windows")]

use std::io::Write as _;
use std::process::ExitCode;

use esu_planner::app::host::{Host as _, SystemHost};
use esu_planner::app::{Ended, run_window};
use esu_planner::cli::{self, Outcome};

/// No window can be opened.
const NO_WINDOW: u8 = 2;

fn main() -> ExitCode {
    #[cfg(windows)]
    esu_planner::app::console::join();
    let today = SystemHost::default().today();
    let mut out = std::io::stdout().lock();
    let mut err = std::io::stderr().lock();
    let outcome = cli::run(std::env::args_os(), today, &mut out, &mut err);
    drop((out, err));
    let arguments = match outcome {
        Outcome::Done(code) => return code.into(),
        Outcome::OpenWindow(arguments) => arguments,
    };
    #[cfg(windows)]
    if !arguments.smoke_test {
        esu_planner::app::console::leave();
    }
    match run_window(&arguments) {
        Ok(Ended::Closed(renderer)) => {
            if arguments.smoke_test {
                let _ = writeln!(std::io::stdout(), "window drawn with {renderer}");
            }
            ExitCode::SUCCESS
        }
        Ok(Ended::TakenOver(code)) => code.into(),
        Err(problem) => {
            let _ = writeln!(std::io::stderr(), "esu-planner: {problem}");
            if !arguments.smoke_test {
                problem.show();
            }
            NO_WINDOW.into()
        }
    }
}
