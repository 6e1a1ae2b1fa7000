//! What a person can ask for, in one list that menus, shortcuts and help read.

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use super::{Screen, icons};

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// A command without data.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Command {
            $($(#[$doc])* $name,)*
        }

        impl Command {
            /// Every command.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

commands! {
    /// Starts a new profile.
    New,
    /// Opens a profile.
    Open,
    /// Opens a profile by its typed path, without the system's dialog.
    OpenPath,
    /// Saves under the known name, or asks for one.
    Save,
    /// Saves under another name.
    SaveAs,
    /// Takes the last change back.
    Undo,
    /// Brings the undone change back.
    Redo,
    /// Adds an endpoint group.
    AddGroup,
    /// Goes to the form.
    GoToProfile,
    /// Goes to the walk.
    GoToDecisions,
    /// Goes to the plan.
    GoToPlan,
    /// Goes to the FAQ.
    GoToFaq,
    /// Goes to the field that searches the FAQ.
    Find,
    /// Exports the plan as Markdown.
    ExportMarkdown,
    /// Exports the plan as text.
    ExportText,
    /// Exports the plan as JSON.
    ExportJson,
    /// Draws everything larger.
    ZoomIn,
    /// Draws everything smaller.
    ZoomOut,
    /// Draws everything at its usual size.
    ZoomReset,
    /// Changes between light and dark.
    ToggleTheme,
    /// Changes between English and Polish.
    SwitchLanguage,
    /// Opens what a person chooses for the program.
    Preferences,
    /// Tells what this is.
    About,
    /// Ends the program.
    Quit,
}

const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(CTRL_SHIFT, key)
}

impl Command {
    /// The message with its text.
    pub fn message(self) -> &'static str {
        match self {
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::OpenPath => "command-open-path",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::Undo => "command-undo",
            Self::Redo => "command-redo",
            Self::AddGroup => "command-add-group",
            Self::GoToProfile => "command-go-to-profile",
            Self::GoToDecisions => "command-go-to-decisions",
            Self::GoToPlan => "command-go-to-plan",
            Self::GoToFaq => "command-go-to-faq",
            Self::Find => "command-find",
            Self::ExportMarkdown => "command-export-markdown",
            Self::ExportText => "command-export-text",
            Self::ExportJson => "command-export-json",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::ToggleTheme => "command-toggle-theme",
            Self::SwitchLanguage => "command-switch-language",
            Self::Preferences => "command-preferences",
            Self::About => "command-about",
            Self::Quit => "command-quit",
        }
    }

    /// Its icon; empty when none says it better than the text.
    pub fn icon(self) -> &'static str {
        match self {
            Self::New => icons::FILE_PLUS,
            Self::Open => icons::FOLDER_OPEN,
            Self::Save => icons::FLOPPY_DISK,
            Self::Undo => icons::ARROW_U_UP_LEFT,
            Self::Redo => icons::ARROW_U_UP_RIGHT,
            Self::AddGroup => icons::PLUS,
            Self::GoToProfile => icons::BUILDINGS,
            Self::GoToDecisions => icons::SIGNPOST,
            Self::GoToPlan => icons::CLIPBOARD_TEXT,
            Self::GoToFaq => icons::BOOKS,
            Self::Find => icons::MAGNIFYING_GLASS,
            Self::ExportMarkdown => icons::EXPORT,
            Self::SwitchLanguage => icons::TRANSLATE,
            Self::Preferences => icons::GEAR,
            Self::About => icons::INFO,
            Self::OpenPath
            | Self::SaveAs
            | Self::ExportText
            | Self::ExportJson
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
            | Self::ToggleTheme
            | Self::Quit => "",
        }
    }

    /// Its keys, the one that menus show first.
    ///
    /// Never with Alt: Polish letters are typed with it, on Windows also as Ctrl+Alt.
    pub fn shortcuts(self) -> &'static [KeyboardShortcut] {
        match self {
            Self::New => const { &[ctrl(Key::N)] },
            Self::Open => const { &[ctrl(Key::O)] },
            Self::OpenPath => const { &[ctrl_shift(Key::O)] },
            Self::Save => const { &[ctrl(Key::S)] },
            Self::SaveAs => const { &[ctrl_shift(Key::S)] },
            Self::Undo => const { &[ctrl(Key::Z)] },
            Self::Redo => const { &[ctrl_shift(Key::Z), ctrl(Key::Y)] },
            Self::AddGroup => const { &[ctrl(Key::G)] },
            Self::GoToProfile => const { &[ctrl(Key::Num1)] },
            Self::GoToDecisions => const { &[ctrl(Key::Num2)] },
            Self::GoToPlan => const { &[ctrl(Key::Num3)] },
            Self::GoToFaq => const { &[ctrl(Key::Num4)] },
            Self::Find => const { &[ctrl(Key::K), ctrl(Key::F)] },
            Self::ExportMarkdown => const { &[ctrl(Key::E)] },
            Self::ExportText | Self::ExportJson => &[],
            Self::ZoomIn => const { &[ctrl(Key::Plus), ctrl(Key::Equals)] },
            Self::ZoomOut => const { &[ctrl(Key::Minus)] },
            Self::ZoomReset => const { &[ctrl(Key::Num0)] },
            Self::ToggleTheme => const { &[ctrl_shift(Key::D)] },
            Self::SwitchLanguage => const { &[ctrl_shift(Key::L)] },
            Self::Preferences => const { &[ctrl(Key::Comma)] },
            Self::About => const { &[KeyboardShortcut::new(Modifiers::NONE, Key::F1)] },
            Self::Quit => const { &[ctrl(Key::Q)] },
        }
    }

    /// Whether a focused text field keeps these keys for itself.
    pub fn yields_to_text_fields(self) -> bool {
        matches!(self, Self::Undo | Self::Redo)
    }

    /// Whether it is done again and again while its keys are held.
    pub fn may_repeat(self) -> bool {
        matches!(self, Self::Undo | Self::Redo | Self::ZoomIn | Self::ZoomOut)
    }

    /// The place that it goes to.
    pub fn screen(self) -> Option<Screen> {
        match self {
            Self::GoToProfile => Some(Screen::Profile),
            Self::GoToDecisions => Some(Screen::Decisions),
            Self::GoToPlan => Some(Screen::Plan),
            Self::GoToFaq => Some(Screen::Faq),
            _ => None,
        }
    }
}

/// Whether pressed keys mean this shortcut.
///
/// egui's own match lets extra Shift and Alt pass; here Alt never does, as Ctrl+Alt types Polish
/// letters. Shift may be needed to reach `+` and `=`.
pub fn is_pressed(shortcut: KeyboardShortcut, pressed: Modifiers, key: Key) -> bool {
    let wanted = shortcut.modifiers;
    let shift_is_free = matches!(key, Key::Plus | Key::Equals);
    key == shortcut.logical_key
        && pressed.command == wanted.command
        && !pressed.alt
        && (shift_is_free || pressed.shift == wanted.shift)
}

/// The command of these keys.
pub fn command_of(pressed: Modifiers, key: Key) -> Option<Command> {
    Command::ALL.iter().copied().find(|command| {
        command
            .shortcuts()
            .iter()
            .any(|shortcut| is_pressed(*shortcut, pressed, key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::choice::Choice as _;
    use crate::domain::text::Language;
    use crate::i18n::tr;

    #[test]
    fn every_command_has_a_text_in_both_languages() {
        for command in Command::ALL {
            for language in Language::ALL {
                let text = tr(*language, command.message());
                assert!(!text.is_empty() && !text.starts_with('['), "{text}");
            }
        }
    }

    #[test]
    fn no_two_commands_share_a_shortcut_and_none_has_alt() {
        for command in Command::ALL {
            for shortcut in command.shortcuts() {
                assert!(!shortcut.modifiers.alt);
                let pressed = shortcut.modifiers;
                assert_eq!(command_of(pressed, shortcut.logical_key), Some(*command));
                let takers = Command::ALL.iter().filter(|other| {
                    other
                        .shortcuts()
                        .iter()
                        .any(|key| is_pressed(*key, pressed, shortcut.logical_key))
                });
                assert_eq!(takers.count(), 1, "{command:?}");
            }
        }
    }

    #[test]
    fn a_polish_letter_typed_with_ctrl_and_alt_is_no_command() {
        let pressed = Modifiers {
            alt: true,
            ..Modifiers::COMMAND
        };
        assert_eq!(command_of(pressed, Key::S), None);
        assert_eq!(command_of(pressed, Key::Z), None);
    }
}
