//! The program for a console of Windows, where it is installed as `esu-planner.com`.
//!
//! A command prompt does not wait for a program that has windows. It prefers the ending `.com` to
//! `.exe`, so whoever types `esu-planner` starts this one: it hands its arguments, its streams and
//! the console on to the program beside it, waits, and ends as that does. While it waits, Ctrl+C ends
//! the window too.

use std::io::Write as _;
use std::process::{Command, exit};

use waited_for::WAITED_FOR;

#[path = "app/waited_for.rs"]
mod waited_for;

/// The program beside this one can't be started.
const NO_PROGRAM: i32 = 2;

fn main() {
    // Ctrl+C reaches both. The program ends as it sees fit, and this one after it.
    let _ = ctrlc::set_handler(|| {});
    exit(run().unwrap_or_else(|problem| {
        let _ = writeln!(std::io::stderr(), "esu-planner: {problem}");
        NO_PROGRAM
    }));
}

fn run() -> Result<i32, String> {
    let name = format!("esu-planner{}", std::env::consts::EXE_SUFFIX);
    let program = std::env::current_exe()
        .map_err(|error| error.to_string())?
        .with_file_name(name);
    let status = Command::new(&program)
        .args(std::env::args_os().skip(1))
        .env(WAITED_FOR, "1")
        .status()
        .map_err(|error| format!("can't start {}: {error}", program.display()))?;
    Ok(status.code().unwrap_or(NO_PROGRAM))
}
