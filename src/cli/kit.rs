//! `kit`: the deployment kit of a profile, as a folder or as a ZIP archive.

use std::ffi::OsStr;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::arguments::KitCall;
use super::{CallError, DONE, as_of, catalogue, load, plan_for, write_file};
use crate::kit::{INDEX, Kit, KitFile, files_of, kit};
use crate::report::{ReportInput, ReportOptions};

pub(super) fn run(call: &KitCall, today: NaiveDate) -> Result<u8, CallError> {
    let catalogue = catalogue()?;
    let document = load(&call.file)?;
    let day = as_of(call.planned.as_of, &document, today);
    let (walk, plan) = plan_for(&document, day, call.planned.programme.as_deref())?;
    let input = ReportInput {
        language: call.texts.language(),
        catalogue,
        profile: &document.profile,
        walk: &walk,
        plan: &plan,
        today: Some(today),
        since_saved: None,
    };
    let options = ReportOptions {
        names: call.redaction.names(),
        ..ReportOptions::default()
    };
    let kit = kit(&input, &options);
    let is_archive = call.output.extension().is_some_and(is_zip);
    if is_archive {
        write_file(&call.output, &kit.zip()?)?;
    } else {
        write_folder(&call.output, &kit)?;
    }
    Ok(DONE)
}

fn is_zip(extension: &OsStr) -> bool {
    extension.eq_ignore_ascii_case("zip")
}

/// Writes a whole folder or nothing: a neighbour is filled first and then takes the place. A kit
/// that stands there is replaced; a folder with anything else in it is left alone.
fn write_folder(path: &Path, kit: &Kit) -> Result<(), CallError> {
    let failed = |error: io::Error| CallError::write(path, &error);
    // Behind a link the folder itself is replaced, not the link.
    let path = &fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    check_place(path).map_err(failed)?;
    let parent = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    let neighbour = || {
        let mut builder = tempfile::Builder::new();
        builder.prefix(".esu-planner-").tempdir_in(parent)
    };
    let filled = neighbour().map_err(failed)?;
    for file in &kit.files {
        write_into(filled.path(), file).map_err(failed)?;
    }
    open_to_others(filled.path()).map_err(failed)?;
    if path.exists() {
        let old = neighbour().map_err(failed)?;
        let aside = old.path().join("kit");
        fs::rename(path, &aside).map_err(failed)?;
        if let Err(error) = fs::rename(filled.path(), path) {
            let back = fs::rename(&aside, path);
            if back.is_err() {
                // What was there is kept where it is now.
                let _ = old.keep();
            }
            return Err(failed(error));
        }
    } else {
        fs::rename(filled.path(), path).map_err(failed)?;
    }
    // It stands in its place now and is no neighbour to be removed.
    let _ = filled.keep();
    Ok(())
}

fn write_into(folder: &Path, file: &KitFile) -> io::Result<()> {
    let path = folder.join(&file.path);
    if let Some(inner) = path.parent() {
        fs::create_dir_all(inner)?;
    }
    fs::write(&path, &file.bytes)
}

/// Gives a folder the permissions of a plain new one; a neighbour begins as its owner's alone.
#[cfg(unix)]
fn open_to_others(folder: &Path) -> io::Result<()> {
    // What the process's mask makes of a new folder is seen on one.
    let sample = folder.join(".permissions");
    fs::create_dir(&sample)?;
    let permissions = fs::metadata(&sample)?.permissions();
    fs::remove_dir(&sample)?;
    fs::set_permissions(folder, permissions)
}

#[cfg(not(unix))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "it fails where permissions have to be set"
)]
fn open_to_others(_: &Path) -> io::Result<()> {
    Ok(())
}

/// That the place is free, an empty folder, or a kit of ours with nothing added to it.
fn check_place(path: &Path) -> io::Result<()> {
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(error),
        Ok(metadata) if !metadata.is_dir() => {
            return Err(io::Error::new(
                ErrorKind::NotADirectory,
                "it is a file and no folder",
            ));
        }
        Ok(_) => {}
    }
    let found = files_in(path, Path::new(""))?;
    if found.is_empty() {
        return Ok(());
    }
    let known = fs::read(path.join(INDEX)).ok();
    let Some(known) = known.and_then(|index| files_of(&index)) else {
        return Err(io::Error::new(
            ErrorKind::DirectoryNotEmpty,
            "the folder is not empty and holds no kit",
        ));
    };
    let known: Vec<PathBuf> = known.iter().map(PathBuf::from).collect();
    match found.iter().find(|file| !known.contains(file)) {
        Some(foreign) => Err(io::Error::new(
            ErrorKind::DirectoryNotEmpty,
            format!("{} is not part of the kit there", foreign.display()),
        )),
        None => Ok(()),
    }
}

/// All files below a folder, links as what they are, sorted.
fn files_in(folder: &Path, relative: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = relative.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            found.extend(files_in(&entry.path(), &path)?);
        } else {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}
