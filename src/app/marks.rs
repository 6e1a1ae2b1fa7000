//! Marks that outlive a crash: which way of drawing was being tried when the program ended.
//!
//! A mark is a file that the trying program holds locked. One that nobody holds was left by a
//! program that ended in the middle of its try, killed by its driver for instance, or by a person
//! who did not want to wait. So it counts how often that happened, one line each.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use super::folders::Folders;
use super::renderers::{Rung, WALK_AGAIN_AFTER_DAYS};
use crate::domain::choice::Choice as _;

/// The folder of the marks; without one no mark is made and nothing is distrusted.
#[derive(Clone, Debug, Default)]
pub(super) struct Marks {
    folder: Option<PathBuf>,
}

/// What each try adds to its mark.
const LINE: &str = "A window is being opened with this renderer.\n";

/// How long a mark counts: a better driver may have come since.
const LASTS: Duration = Duration::from_hours(24 * WALK_AGAIN_AFTER_DAYS.unsigned_abs());

/// A try under way.
#[derive(Debug)]
pub(super) struct Mark {
    path: PathBuf,
    /// Holds the lock until the try is over.
    file: File,
}

impl Marks {
    /// The marks of this person.
    pub(super) fn of_system() -> Self {
        Self {
            folder: Folders::of_system().state,
        }
    }

    fn path(&self, rung: Rung) -> Option<PathBuf> {
        let folder = self.folder.as_ref()?;
        Some(folder.join(format!("trying-{}", rung.id())))
    }

    /// The ways of which nobody saw the end of so many tries, one after the other, unless the last
    /// is long ago.
    pub(super) fn left_over(&self, tries: u64) -> Vec<Rung> {
        let mut left = Vec::new();
        for rung in Rung::ALL {
            let Some(path) = self.path(*rung) else {
                continue;
            };
            let Ok(file) = File::open(&path) else {
                continue;
            };
            // Another copy that is starting just now holds its mark.
            if file.try_lock().is_err() {
                continue;
            }
            let Ok(about) = file.metadata() else {
                continue;
            };
            // A day that is still to come is one of a wrong clock.
            let age = about.modified().ok().and_then(|day| day.elapsed().ok());
            if age.is_none_or(|age| age > LASTS) {
                self.forgive(*rung);
            } else if about.len() / LINE.len() as u64 >= tries {
                left.push(*rung);
            }
        }
        left
    }

    /// Takes the mark of a way away: somebody asks for it again.
    pub(super) fn forgive(&self, rung: Rung) {
        if let Some(path) = self.path(rung) {
            // Where there is none there is nothing to forgive.
            let _ = fs::remove_file(path);
        }
    }

    /// Marks a try. Where that can't be written down the try goes on without.
    pub(super) fn set(&self, rung: Rung) -> Option<Mark> {
        let path = self.path(rung)?;
        fs::create_dir_all(path.parent()?).ok()?;
        let mut file = File::options().create(true).append(true).open(&path).ok()?;
        file.try_lock().ok()?;
        // On a full disk the mark counts nothing, and is taken away all the same.
        let _ = file.write_all(LINE.as_bytes());
        Some(Mark { path, file })
    }
}

impl Mark {
    /// The try is over, whatever came of it.
    pub(super) fn clear(self) {
        // Removed while it is still held, so that no other start takes it for left over.
        let removed = fs::remove_file(&self.path);
        drop(self.file);
        if removed.is_err() {
            // Some systems refuse that while the file is open.
            let _ = fs::remove_file(&self.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks() -> (tempfile::TempDir, Marks) {
        let folder = tempfile::tempdir().unwrap();
        let marks = Marks {
            folder: Some(folder.path().join("state")),
        };
        (folder, marks)
    }

    #[test]
    fn a_mark_that_is_held_is_no_left_over_one() {
        let (_folder, marks) = marks();
        let mark = marks.set(Rung::Vulkan).unwrap();
        assert_eq!(marks.left_over(1), []);
        mark.clear();
        assert_eq!(marks.left_over(1), []);
    }

    #[test]
    fn a_mark_whose_program_is_gone_counts_until_it_is_forgiven_or_tried_with_success() {
        let (_folder, marks) = marks();
        drop(marks.set(Rung::Gl).unwrap());
        drop(marks.set(Rung::Glow).unwrap());
        assert_eq!(marks.left_over(1), [Rung::Gl, Rung::Glow]);
        marks.forgive(Rung::Gl);
        assert_eq!(marks.left_over(1), [Rung::Glow]);
        marks.set(Rung::Glow).unwrap().clear();
        assert_eq!(marks.left_over(1), []);
    }

    #[test]
    fn a_mark_counts_the_tries_whose_end_nobody_saw() {
        let (_folder, marks) = marks();
        drop(marks.set(Rung::Gl).unwrap());
        drop(marks.set(Rung::Glow).unwrap());
        drop(marks.set(Rung::Glow).unwrap());
        assert_eq!(marks.left_over(2), [Rung::Glow]);
        assert_eq!(marks.left_over(3), []);
    }

    #[test]
    fn a_mark_that_could_not_be_written_counts_nothing() {
        let (_folder, marks) = marks();
        let mark = marks.set(Rung::Gl).unwrap();
        mark.file.set_len(0).unwrap();
        drop(mark);
        assert_eq!(marks.left_over(1), []);
    }

    #[test]
    fn a_mark_of_long_ago_or_of_a_day_to_come_counts_no_more() {
        let (_folder, marks) = marks();
        let day = Duration::from_hours(24);
        for is_long_ago in [true, false] {
            let mark = marks.set(Rung::Vulkan).unwrap();
            let now = mark.file.metadata().unwrap().modified().unwrap();
            let other = if is_long_ago {
                now - LASTS - day
            } else {
                now + day
            };
            mark.file.set_modified(other).unwrap();
            drop(mark);
            assert_eq!(marks.left_over(1), []);
            assert!(!marks.path(Rung::Vulkan).unwrap().exists());
        }
    }

    #[test]
    fn two_copies_that_try_the_same_do_not_disturb_each_other() {
        let (_folder, marks) = marks();
        let first = marks.set(Rung::Vulkan).unwrap();
        assert!(marks.set(Rung::Vulkan).is_none());
        first.clear();
        assert!(marks.set(Rung::Vulkan).is_some());
    }

    #[test]
    fn without_a_folder_nothing_is_marked() {
        let marks = Marks::default();
        assert!(marks.set(Rung::Vulkan).is_none());
        assert_eq!(marks.left_over(1), []);
    }
}
