//! The program: arguments, then a headless call or the window.

use std::io::Write as _;
use std::process::ExitCode;

use esu_planner::app::host::{Host as _, SystemHost};
use esu_planner::app::run_window;
use esu_planner::cli::{self, Outcome};

/// No window can be opened.
const NO_WINDOW: u8 = 2;

fn main() -> ExitCode {
    let today = SystemHost::default().today();
    let mut out = std::io::stdout().lock();
    let mut err = std::io::stderr().lock();
    let outcome = cli::run(std::env::args_os(), today, &mut out, &mut err);
    drop((out, err));
    let (file, smoke_test, language) = match outcome {
        Outcome::Done(code) => return code.into(),
        Outcome::OpenWindow {
            file,
            smoke_test,
            language,
        } => (file, smoke_test, language),
    };
    match run_window(file.as_deref(), smoke_test, language) {
        Ok(renderer) => {
            if smoke_test {
                let _ = writeln!(std::io::stdout(), "window drawn with {renderer}");
            }
            ExitCode::SUCCESS
        }
        Err(problem) => {
            let _ = writeln!(
                std::io::stderr(),
                "esu-planner: the window can't be opened: {problem}; \
                 `esu-planner plan FILE` works without one"
            );
            NO_WINDOW.into()
        }
    }
}
