//! Where the system keeps what a program remembers: preferences, and the state of its runs.

use std::ffi::OsString;
use std::path::PathBuf;

/// The name of our folder in the system's.
const NAME: &str = "esu-planner";

/// The folders of this program; none where the system names no place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folders {
    /// What a person chose.
    pub(super) config: Option<PathBuf>,
    /// What the program remembers for itself.
    pub(super) state: Option<PathBuf>,
}

impl Folders {
    /// As this system has them.
    pub(super) fn of_system() -> Self {
        Self::on(std::env::consts::OS, |name| std::env::var_os(name))
    }

    /// As a system with these environment variables has them.
    fn on(system: &str, variable: impl Fn(&str) -> Option<OsString>) -> Self {
        let folder = |name: &str| {
            let value = variable(name)?;
            (!value.is_empty()).then(|| PathBuf::from(value))
        };
        let (config, state) = match system {
            "windows" => (folder("APPDATA"), folder("LOCALAPPDATA")),
            "macos" => {
                let support =
                    folder("HOME").map(|home| home.join("Library").join("Application Support"));
                (support.clone(), support)
            }
            _ => {
                // A relative path in these variables counts as none.
                let xdg = |name, usual: &str| {
                    folder(name)
                        .filter(|path| path.is_absolute())
                        .or_else(|| folder("HOME").map(|home| home.join(usual)))
                };
                (
                    xdg("XDG_CONFIG_HOME", ".config"),
                    xdg("XDG_STATE_HOME", ".local/state"),
                )
            }
        };
        Self {
            config: config.map(|path| path.join(NAME)),
            state: state.map(|path| path.join(NAME)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(system: &str, variables: &[(&str, &str)]) -> (Option<String>, Option<String>) {
        let folders = Folders::on(system, |name| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| OsString::from(value))
        });
        let text =
            |path: Option<PathBuf>| path.map(|path| path.display().to_string().replace('\\', "/"));
        (text(folders.config), text(folders.state))
    }

    #[test]
    fn each_system_has_its_own_places() {
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            on("linux", &[("HOME", "/home/ala")]),
            (
                some("/home/ala/.config/esu-planner"),
                some("/home/ala/.local/state/esu-planner")
            )
        );
        assert_eq!(
            on("windows", &[("APPDATA", "C:/R"), ("LOCALAPPDATA", "C:/L")]),
            (some("C:/R/esu-planner"), some("C:/L/esu-planner"))
        );
        let support = some("/Users/ala/Library/Application Support/esu-planner");
        assert_eq!(
            on("macos", &[("HOME", "/Users/ala")]),
            (support.clone(), support)
        );
    }

    #[test]
    fn a_relative_or_empty_xdg_path_counts_as_none() {
        let (config, state) = on(
            "linux",
            &[
                ("HOME", "/h"),
                ("XDG_CONFIG_HOME", "somewhere"),
                ("XDG_STATE_HOME", ""),
            ],
        );
        assert_eq!(config.as_deref(), Some("/h/.config/esu-planner"));
        assert_eq!(state.as_deref(), Some("/h/.local/state/esu-planner"));
    }

    #[test]
    fn without_a_home_there_is_no_place() {
        assert_eq!(on("linux", &[]), (None, None));
    }
}
