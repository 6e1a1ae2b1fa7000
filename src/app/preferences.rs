//! What a person chose for the program and what it remembers for itself, apart from documents.
//!
//! A small RON file. It is read leniently: what is missing or makes no sense is as usual, a broken
//! file is kept aside, and the file of a newer version is read no further and never overwritten.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDateTime;

use super::host::{Host, SaveError};
use super::place::WindowPlace;
use super::renderers::{DrewLast, Rung};
use crate::report::Paper;
use crate::ui::dialogs::{LanguageChoice, ThemeChoice};

/// How many recent files are remembered.
pub(super) const RECENT: usize = 10;

/// The zoom, in percent.
pub const ZOOM: std::ops::RangeInclusive<u16> = 50..=300;

/// The preferences.
#[derive(Clone, Debug, PartialEq)]
pub struct Preferences {
    /// Light, dark, or as the system.
    pub theme: ThemeChoice,
    /// English, Polish, or as the system.
    pub language: LanguageChoice,
    /// How large everything is drawn, in percent.
    pub zoom: u16,
    /// Where the window stood last.
    pub window: Option<WindowPlace>,
    /// The way to draw the window; none means that the program finds one.
    pub renderer: Option<Rung>,
    /// What drew the window last.
    pub drew_last: Option<DrewLast>,
    /// The paper of printed plans; none means that of the country.
    pub paper: Option<Paper>,
    /// The ids of the parts that are left out of printed plans.
    pub left_out: BTreeSet<&'static str>,
    /// The printer that was chosen last, by its name.
    pub printer: Option<String>,
    /// The files that were opened or saved last, the newest first.
    pub(super) recent: Vec<RecentFile>,
    /// Files that were forgotten in this run: another copy may still remember them.
    pub(super) forgotten: Vec<PathBuf>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: LanguageChoice::System,
            zoom: 100,
            window: None,
            renderer: None,
            drew_last: None,
            paper: None,
            left_out: BTreeSet::new(),
            printer: None,
            recent: Vec::new(),
            forgotten: Vec::new(),
        }
    }
}

/// A file that was opened or saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// When it was opened or saved last, in local time.
    pub at: NaiveDateTime,
}

/// Why the preferences are not as they were left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The file was not what it should be; it is kept aside.
    Broken,
    /// A newer version of the program wrote it; it stays as it is.
    Newer,
    /// The system does not let us read it; it stays as it is.
    Unreadable,
}

/// Preferences as they were found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loaded {
    /// What was found; the usual where nothing could be.
    pub preferences: Preferences,
    /// What was wrong with the file.
    pub trouble: Option<Trouble>,
}

impl Loaded {
    /// Whether the file may be written: one that was not understood is left alone.
    pub(super) fn may_be_written(&self) -> bool {
        !matches!(self.trouble, Some(Trouble::Newer | Trouble::Unreadable))
    }
}

impl Preferences {
    /// The files that were opened or saved last, the newest first.
    pub fn recent_files(&self) -> &[RecentFile] {
        &self.recent
    }

    /// Remembers a file as the newest one.
    pub fn remember_file(&mut self, path: &Path, at: NaiveDateTime) {
        self.forgotten.retain(|known| known != path);
        self.recent.retain(|known| known.path != path);
        let path = path.to_owned();
        self.recent.insert(0, RecentFile { path, at });
        self.recent.truncate(RECENT);
    }

    /// Forgets a file.
    pub fn forget_file(&mut self, path: &Path) {
        self.recent.retain(|known| known.path != path);
        self.forgotten.push(path.to_owned());
    }

    /// Forgets all files.
    pub fn forget_all_files(&mut self) {
        let forgotten = self.recent.drain(..).map(|file| file.path);
        self.forgotten.extend(forgotten);
    }

    /// Sets the zoom, at most to where it ends.
    pub fn set_zoom(&mut self, percent: u16) {
        self.zoom = percent.clamp(*ZOOM.start(), *ZOOM.end());
    }

    /// Takes over the files that another copy of the program has remembered meanwhile.
    pub(super) fn take_recent_of(&mut self, other: &Self) {
        for theirs in &other.recent {
            if self.forgotten.contains(&theirs.path) {
                continue;
            }
            match self.recent.iter_mut().find(|ours| ours.path == theirs.path) {
                Some(ours) => ours.at = ours.at.max(theirs.at),
                None => self.recent.push(theirs.clone()),
            }
        }
        // Stable: of two at one time the one that stood first stays first.
        self.recent.sort_by_key(|file| std::cmp::Reverse(file.at));
        self.recent.truncate(RECENT);
    }

    /// Reads what the host has. A broken file is moved aside.
    pub fn load(host: &dyn Host) -> Loaded {
        let trouble = |trouble| Loaded {
            trouble: Some(trouble),
            ..Loaded::default()
        };
        let Some(path) = host.preferences_file().filter(|path| host.exists(path)) else {
            return Loaded::default();
        };
        let Ok(bytes) = host.read(&path) else {
            return trouble(Trouble::Unreadable);
        };
        match Self::from_bytes(&bytes) {
            Ok(preferences) => Loaded {
                preferences,
                trouble: None,
            },
            Err(Trouble::Broken) => {
                // Should even that fail, the usual preferences replace the broken ones later.
                let _ = host.write_atomically(&path.with_extension("broken.ron"), &bytes);
                trouble(Trouble::Broken)
            }
            Err(other) => trouble(other),
        }
    }

    /// What another copy of the program has chosen meanwhile counts where nothing was chosen here
    /// since these were known.
    fn with_choices_of(&self, other: &Self, known: &Self) -> Self {
        fn choose<T: Clone + PartialEq>(ours: &T, known: &T, theirs: &T) -> T {
            if ours == known { theirs } else { ours }.clone()
        }
        Self {
            theme: choose(&self.theme, &known.theme, &other.theme),
            language: choose(&self.language, &known.language, &other.language),
            zoom: choose(&self.zoom, &known.zoom, &other.zoom),
            window: choose(&self.window, &known.window, &other.window),
            renderer: choose(&self.renderer, &known.renderer, &other.renderer),
            drew_last: choose(&self.drew_last, &known.drew_last, &other.drew_last),
            paper: choose(&self.paper, &known.paper, &other.paper),
            left_out: choose(&self.left_out, &known.left_out, &other.left_out),
            printer: choose(&self.printer, &known.printer, &other.printer),
            recent: self.recent.clone(),
            forgotten: Vec::new(),
        }
    }

    /// Writes them where the host keeps them, with what another copy has chosen and remembered
    /// since these were `known`, as they were read or written last.
    ///
    /// # Errors
    /// They can't be written; what was there is unchanged.
    pub fn store(&mut self, host: &dyn Host, known: &Self) -> Result<(), SaveError> {
        let theirs = host
            .preferences_file()
            .filter(|path| host.exists(path))
            .and_then(|path| host.read(&path).ok())
            .map(|bytes| Self::from_bytes(&bytes));
        let text = match theirs {
            Some(Ok(theirs)) => {
                self.take_recent_of(&theirs);
                self.with_choices_of(&theirs, known).to_text()
            }
            // A newer copy of the program came between.
            Some(Err(Trouble::Newer)) => return Ok(()),
            Some(Err(_)) | None => self.to_text(),
        };
        host.write_preferences(&text)
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn at(minute: u32) -> NaiveDateTime {
        let day: NaiveDate = "2026-11-26".parse().unwrap();
        day.and_hms_opt(9, minute, 0).unwrap()
    }

    fn full() -> Preferences {
        let mut preferences = Preferences {
            theme: ThemeChoice::Dark,
            language: LanguageChoice::Polish,
            window: Some(WindowPlace {
                position: Some([-1200.0, 40.0]),
                size: [1300.0, 820.5],
                is_maximised: true,
            }),
            renderer: Some(Rung::Glow),
            drew_last: Some(DrewLast {
                rung: Rung::Software,
                walked_on: "2026-11-20".parse().unwrap(),
            }),
            paper: Some(Paper::UsLetter),
            left_out: ["keys", "sources"].into(),
            printer: Some("Sekretariat \"II\"".to_owned()),
            ..Preferences::default()
        };
        preferences.set_zoom(150);
        preferences.remember_file(Path::new("/dane/Żłobek.esu"), at(1));
        preferences.remember_file(Path::new("/dane/szpital.esu"), at(2));
        preferences
    }

    fn read(text: &str) -> Result<Preferences, Trouble> {
        Preferences::from_bytes(text.as_bytes())
    }

    #[test]
    fn what_is_written_is_read_again() {
        let preferences = full();
        assert_eq!(read(&preferences.to_text()), Ok(preferences));
        let usual = Preferences::default();
        assert_eq!(read(&usual.to_text()), Ok(usual));
    }

    #[test]
    fn what_is_missing_or_makes_no_sense_is_as_usual() {
        let text = "Preferences(format: \"esu-preferences\", version: 1)";
        assert_eq!(read(text), Ok(Preferences::default()));
        let text = "Preferences(format: \"esu-preferences\", version: 1, theme: \"pink\", \
                    language: \"de\", zoom: 9000, renderer: \"teapot\", \
                    window: Window(position: (NaN, 1e30), size: (-4, inf)), \
                    drew_last: DrewLast(renderer: \"glow\", walked_on: \"soon\"), \
                    paper: \"a0\", left_out: [\"hats\"], \
                    recent: [File(path: \"/a.esu\", at: \"never\")], hat: true)";
        let found = read(text).unwrap();
        let usual = Preferences {
            zoom: 300,
            window: Some(WindowPlace::default()),
            ..Preferences::default()
        };
        assert_eq!(found, usual);
    }

    #[test]
    fn broken_and_newer_files_are_told_apart() {
        for text in [
            "",
            "Preferences(",
            "Preferences()",
            "Preferences(format: \"other\", version: 1)",
            "EsuProfile(format: \"esu-profile\", version: 1)",
            "Preferences(format: \"esu-preferences\", version: 1, zoom: \"big\")",
        ] {
            assert_eq!(read(text), Err(Trouble::Broken), "{text}");
        }
        let newer = "Preferences(format: \"esu-preferences\", version: 2, theme: Neon(7))";
        assert_eq!(read(newer), Err(Trouble::Newer));
        assert_eq!(Preferences::from_bytes(b"\xff\xfe"), Err(Trouble::Broken));
    }

    #[test]
    fn the_newest_ten_files_are_remembered_once_each() {
        let mut preferences = Preferences::default();
        for number in 0..12 {
            preferences.remember_file(Path::new(&format!("/{number}.esu")), at(number));
        }
        preferences.remember_file(Path::new("/5.esu"), at(30));
        let names: Vec<String> = (preferences.recent_files().iter())
            .map(|file| file.path.display().to_string())
            .collect();
        assert_eq!(names.len(), 10);
        assert_eq!(names[..3], ["/5.esu", "/11.esu", "/10.esu"]);
        preferences.forget_file(Path::new("/5.esu"));
        assert_eq!(preferences.recent_files()[0].path, Path::new("/11.esu"));
        preferences.forget_all_files();
        assert!(preferences.recent_files().is_empty());
    }

    #[test]
    fn files_of_another_copy_are_taken_over_but_not_those_forgotten_here() {
        let mut ours = Preferences::default();
        ours.remember_file(Path::new("/a.esu"), at(1));
        ours.remember_file(Path::new("/b.esu"), at(5));
        ours.forget_file(Path::new("/c.esu"));
        let mut theirs = Preferences::default();
        theirs.remember_file(Path::new("/c.esu"), at(2));
        theirs.remember_file(Path::new("/d.esu"), at(3));
        theirs.remember_file(Path::new("/a.esu"), at(9));
        ours.take_recent_of(&theirs);
        let found: Vec<(&Path, NaiveDateTime)> = (ours.recent_files().iter())
            .map(|file| (file.path.as_path(), file.at))
            .collect();
        let expected = [("/a.esu", 9), ("/b.esu", 5), ("/d.esu", 3)];
        assert_eq!(
            found,
            expected.map(|(path, minute)| (Path::new(path), at(minute)))
        );
    }

    #[test]
    fn the_zoom_has_bounds() {
        let mut preferences = Preferences::default();
        preferences.set_zoom(3);
        assert_eq!(preferences.zoom, 50);
        preferences.set_zoom(u16::MAX);
        assert_eq!(preferences.zoom, 300);
    }
}
