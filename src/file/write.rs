//! Writing a whole file or nothing.

use std::io::{self, Write as _};
use std::path::Path;

/// Writes bytes to a path so that a reader finds either what was there before or all of the new
/// bytes, also after a crash: a neighbour file is written, flushed to the disk and renamed over.
/// A file that exists keeps its permissions.
///
/// # Errors
/// What the system says; the path is untouched then and the neighbour is removed.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    // Behind a link the file itself is replaced, not the link.
    let resolved = std::fs::canonicalize(path);
    let path = resolved.as_deref().unwrap_or(path);
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let permissions = match std::fs::metadata(path) {
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
    let mut neighbour = builder.tempfile_in(folder)?;
    neighbour.write_all(bytes)?;
    if let Some(permissions) = permissions {
        neighbour.as_file().set_permissions(permissions)?;
    }
    neighbour.as_file().sync_all()?;
    neighbour.persist(path).map_err(|error| error.error)?;
    Ok(())
}
