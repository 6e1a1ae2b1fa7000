//! The arguments of the window: what was asked for, and the same as arguments again.

use std::ffi::OsString;
use std::path::PathBuf;

use crate::domain::choice::Choice as _;
use crate::domain::text::Language;

/// The names that `--renderer` takes, in the order in which they are tried.
pub const RENDERERS: [&str; 8] = [
    "auto",
    "vulkan",
    "dx12",
    "metal",
    "gl",
    "glow",
    "software",
    "software-gl",
];

/// What the window is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WindowArguments {
    /// The profile to open.
    pub file: Option<PathBuf>,
    /// Close after the first frames.
    pub smoke_test: bool,
    /// The language of this run; none means as in the preferences.
    pub language: Option<Language>,
    /// What to draw with: one of [`RENDERERS`]; none means as in the preferences.
    pub renderer: Option<String>,
    /// After how many frames the graphics device is given up, to show that nothing is lost then.
    pub lose_device_after: Option<u64>,
    /// The renderer whose device the run before this one lost.
    pub lost: Option<String>,
    /// Renderers that failed in the runs before this one, each with the reason: `NAME=REASON`.
    pub failed: Vec<String>,
}

impl WindowArguments {
    /// The same as arguments, for starting the program again.
    pub fn to_arguments(&self) -> Vec<OsString> {
        let mut arguments = Vec::new();
        let mut option = |name: &str, value: OsString| {
            let mut argument = OsString::from(format!("--{name}="));
            argument.push(value);
            arguments.push(argument);
        };
        if let Some(language) = self.language {
            option("lang", language.id().into());
        }
        if let Some(renderer) = &self.renderer {
            option("renderer", renderer.into());
        }
        if let Some(frames) = self.lose_device_after {
            option("lose-device-after", frames.to_string().into());
        }
        if let Some(lost) = &self.lost {
            option("lost", lost.into());
        }
        for failed in &self.failed {
            option("failed", failed.into());
        }
        if self.smoke_test {
            arguments.push("--smoke-test".into());
        }
        if let Some(file) = &self.file {
            // A name may begin like an option.
            arguments.push("--".into());
            arguments.push(file.into());
        }
        arguments
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Arguments;
    use clap::Parser as _;

    fn parsed(arguments: &[OsString]) -> WindowArguments {
        let name = OsString::from("esu-planner");
        let all = std::iter::once(&name).chain(arguments);
        Arguments::try_parse_from(all).unwrap().window()
    }

    #[test]
    fn a_restart_asks_for_the_same() {
        let all = WindowArguments {
            file: Some("--mixed estate.esu".into()),
            smoke_test: true,
            language: Some(Language::Polish),
            renderer: Some("software-gl".to_owned()),
            lose_device_after: Some(3),
            lost: Some("vulkan".to_owned()),
            failed: vec!["vulkan=no adapter, --none".to_owned(), "gl=a=b".to_owned()],
        };
        assert_eq!(parsed(&all.to_arguments()), all);
        let none = WindowArguments::default();
        assert!(none.to_arguments().is_empty());
        assert_eq!(parsed(&[]), none);
    }
}
