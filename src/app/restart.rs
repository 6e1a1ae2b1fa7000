//! Starting the program again: with another renderer, or after the graphics device was lost.

use std::ffi::OsString;
use std::process::Command;

use crate::cli::WindowArguments;

/// How the program is started again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Restart {
    /// With these arguments.
    pub(super) arguments: WindowArguments,
    /// With Mesa told to draw without a graphics card.
    pub(super) by_software_gl: bool,
}

/// The variable that tells Mesa to draw without a graphics card.
pub(super) const SOFTWARE_GL: &str = "LIBGL_ALWAYS_SOFTWARE";

impl Restart {
    fn command(&self) -> std::io::Result<Command> {
        let mut command = Command::new(std::env::current_exe()?);
        let arguments: Vec<OsString> = self.arguments.to_arguments();
        command.args(arguments);
        if self.by_software_gl {
            command.env(SOFTWARE_GL, "1");
        }
        Ok(command)
    }

    /// Starts it and is done: in this one's place, or beside it where a system can't do that, for the
    /// caller to end.
    ///
    /// # Errors
    /// The program can't be started.
    pub(super) fn leave(&self) -> std::io::Result<()> {
        #[cfg(unix)]
        {
            self.run().map(drop)
        }
        #[cfg(not(unix))]
        {
            self.command()?.spawn().map(drop)
        }
    }

    /// Puts the new start in this one's place, or waits for it where a system can't do that;
    /// returns its exit code then.
    ///
    /// # Errors
    /// The program can't be started.
    pub(super) fn run(&self) -> std::io::Result<u8> {
        let mut command = self.command()?;
        #[cfg(unix)]
        {
            use std::os::unix::process::CommandExt as _;
            // Returns only when it failed.
            Err(command.exec())
        }
        #[cfg(not(unix))]
        {
            let code = command.status()?.code();
            Ok(code.and_then(|code| u8::try_from(code).ok()).unwrap_or(1))
        }
    }
}
