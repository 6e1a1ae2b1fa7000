//! Writing a whole file or nothing.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// A file that is being written beside the one that it will replace. A reader of the path finds
/// either what was there before or, from [`WholeFile::finish`] on, all of the new bytes, also
/// after a crash. Dropped unfinished it leaves nothing behind.
#[derive(Debug)]
pub struct WholeFile {
    path: PathBuf,
    permissions: Option<std::fs::Permissions>,
    neighbour: NamedTempFile,
}

impl WholeFile {
    /// Begins a neighbour of the path. A file that is there keeps its permissions.
    ///
    /// # Errors
    /// What the system says: the folder is missing or can't be written, or the path is a folder or
    /// a read-only file.
    pub fn create(path: &Path) -> io::Result<Self> {
        // Behind a link the file itself is replaced, not the link.
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let permissions = match std::fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => {
                return Err(io::Error::new(
                    io::ErrorKind::IsADirectory,
                    "it is a directory",
                ));
            }
            Ok(metadata) if metadata.permissions().readonly() => {
                return Err(io::Error::new(
                    io::ErrorKind::PermissionDenied,
                    "the file is read-only",
                ));
            }
            Ok(metadata) => Some(metadata.permissions()),
            Err(_) => None,
        };
        let mut builder = tempfile::Builder::new();
        builder.prefix(".esu-planner-");
        #[cfg(unix)]
        let builder = {
            use std::os::unix::fs::PermissionsExt as _;
            // As a plain new file has them; the process's mask takes its bits off.
            builder.permissions(std::fs::Permissions::from_mode(0o666))
        };
        let neighbour = builder.tempfile_in(folder).map_err(of_system)?;
        Ok(Self {
            path,
            permissions,
            neighbour,
        })
    }

    /// Flushes the bytes to the disk and puts the file in its place.
    ///
    /// # Errors
    /// What the system says; the path is untouched then and the neighbour is removed.
    pub fn finish(self) -> io::Result<()> {
        if let Some(permissions) = self.permissions {
            self.neighbour.as_file().set_permissions(permissions)?;
        }
        self.neighbour.as_file().sync_all()?;
        self.neighbour
            .persist(&self.path)
            .map_err(|error| error.error)?;
        Ok(())
    }
}

impl Write for WholeFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.neighbour.write(bytes).map_err(of_system)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.neighbour.flush().map_err(of_system)
    }
}

/// What the system said, without the neighbour's name, which means nothing to a person: `tempfile`
/// puts it behind the system's words.
fn of_system(error: io::Error) -> io::Error {
    let told = error.to_string();
    match told.split_once(" at path ") {
        Some((said, _)) => io::Error::new(error.kind(), said),
        None => error,
    }
}

/// Writes bytes to a path as a [`WholeFile`].
///
/// # Errors
/// What the system says; the path is untouched then.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = WholeFile::create(path)?;
    file.write_all(bytes)?;
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_problem_does_not_name_the_neighbour() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing").join("a.esu");
        let error = write_atomically(&missing, b"x").unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::NotFound);
        assert!(!error.to_string().contains(".esu-planner-"), "{error}");
    }
}
