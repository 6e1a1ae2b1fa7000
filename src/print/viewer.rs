//! Opens a file in the viewer that the system has for it.

use std::path::Path;

/// Why a file is not shown. [`super::words::viewer_words`] says it to a person.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ViewerError {
    /// No app is set up for such files.
    #[error("no app is set up to show such files")]
    NoViewer,
    /// The system can't start it.
    #[error("the viewer can't be started: {problem}")]
    Failed {
        /// What the system says.
        problem: String,
    },
}

impl From<std::io::Error> for ViewerError {
    fn from(error: std::io::Error) -> Self {
        Self::Failed {
            problem: error.to_string(),
        }
    }
}

/// Opens a file in the viewer that the system has for it, and does not wait for the viewer to end.
/// A second or two pass until it is known whether it started.
///
/// # Errors
/// There is no viewer, or it can't be started.
pub fn open_in_viewer(path: &Path) -> Result<(), ViewerError> {
    // A whole path begins with no dash, so no program takes it for an option.
    let path = std::path::absolute(path)?;
    std::fs::metadata(&path)?;
    open(&path)
}

#[cfg(windows)]
fn open(path: &Path) -> Result<(), ViewerError> {
    super::windows::open_in_viewer(path)
}

#[cfg(not(windows))]
fn open(path: &Path) -> Result<(), ViewerError> {
    const OPENERS: &[&[&str]] = if cfg!(target_os = "macos") {
        &[&["open"]]
    } else {
        &[&["xdg-open"], &["gio", "open"]]
    };
    let mut result = Err(ViewerError::NoViewer);
    for opener in OPENERS {
        result = start(opener, path);
        if result != Err(ViewerError::NoViewer) {
            break;
        }
    }
    result
}

/// Starts a program that opens files; it may stay for as long as the viewer.
#[cfg(not(windows))]
fn start(opener: &[&str], path: &Path) -> Result<(), ViewerError> {
    use std::process::{Command, Stdio};
    use std::time::Duration;

    /// So long a program may take to find out that it can't.
    const PATIENCE: Duration = Duration::from_millis(1500);
    /// How xdg-open ends where it finds no program for a file.
    const NOT_FOUND: [i32; 2] = [3, 4];

    let Some((program, arguments)) = opener.split_first() else {
        return Err(ViewerError::NoViewer);
    };
    let child = Command::new(program)
        .args(arguments)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let mut child = match child {
        Ok(child) => child,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            return Err(ViewerError::NoViewer);
        }
        Err(error) => return Err(error.into()),
    };
    let (ended, end) = std::sync::mpsc::channel();
    // Waits for as long as the viewer is open, so that it leaves no dead process behind.
    std::thread::spawn(move || {
        let _ = ended.send(child.wait());
    });
    match end.recv_timeout(PATIENCE) {
        Err(_) => Ok(()),
        Ok(Ok(status)) if status.success() => Ok(()),
        Ok(Ok(status)) if status.code().is_some_and(|code| NOT_FOUND.contains(&code)) => {
            Err(ViewerError::NoViewer)
        }
        Ok(Ok(status)) => Err(ViewerError::Failed {
            problem: format!("{program}: {status}"),
        }),
        Ok(Err(error)) => Err(error.into()),
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_viewer_that_starts_is_told_from_none_and_from_one_that_fails() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let path = file.path();
        assert_eq!(start(&["true"], path), Ok(()));
        assert_eq!(start(&["sh", "-c", "sleep 3"], path), Ok(()));
        let none = Err(ViewerError::NoViewer);
        assert_eq!(start(&["no-such-opener"], path), none);
        assert_eq!(start(&["sh", "-c", "exit 3"], path), none);
        assert_eq!(start(&[], path), none);
        let failed = start(&["sh", "-c", "exit 1"], path);
        assert!(matches!(failed, Err(ViewerError::Failed { .. })));
    }

    #[test]
    fn a_file_that_is_not_there_starts_nothing() {
        let missing = open_in_viewer(Path::new("--no-such-file.pdf"));
        assert!(matches!(missing, Err(ViewerError::Failed { .. })));
    }
}
