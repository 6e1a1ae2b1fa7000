//! What a person can ask for, in one list that menus, shortcuts and help read.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers};

use super::{Screen, icons};
use crate::domain::text::Language;
use crate::i18n::tr;

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
    /// Takes groups from rows of a spreadsheet in the clipboard.
    PasteRows,
    /// Takes groups from a file of rows.
    ImportRows,
    /// Goes to the start screen.
    GoToStart,
    /// Goes to the form.
    GoToProfile,
    /// Goes to the walk.
    GoToDecisions,
    /// Goes to the plan.
    GoToPlan,
    /// Goes to the FAQ.
    GoToFaq,
    /// Opens the palette that searches everything and runs commands.
    Palette,
    /// Goes to the field that searches the FAQ.
    Find,
    /// Shows the plan as text, or as cards again.
    PlanAsText,
    /// Goes to the pages, printers and exports; there, opens the print panel.
    Print,
    /// Saves the plan as PDF.
    SavePdf,
    /// Shows the plan as PDF in the system's viewer.
    OpenInViewer,
    /// Exports the plan as one HTML file.
    ExportHtml,
    /// Exports the order lines as a table.
    ExportCsv,
    /// Exports the days to keep as a calendar.
    ExportIcs,
    /// Exports the runbooks and scripts for those who deploy.
    ExportKit,
    /// Shows the letters that the plan needs.
    Letters,
    /// Exports the plan as Markdown.
    ExportMarkdown,
    /// Exports the plan as text.
    ExportText,
    /// Exports the plan as JSON.
    ExportJson,
    /// Copies the plan's three lines.
    CopySummary,
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
    /// Shows all keys.
    Shortcuts,
    /// Explains the terms of the trade.
    Glossary,
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

const fn plain(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::NONE, key)
}

const fn shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::SHIFT, key)
}

/// A menu; every command stands in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Menu {
    /// Files and the program itself.
    File,
    /// Changes of the profile.
    Edit,
    /// What is looked at and how.
    View,
    /// What is done with the plan.
    Plan,
    /// How this works.
    Help,
}

impl Menu {
    /// Every menu, in its order.
    pub const ALL: [Self; 5] = [Self::File, Self::Edit, Self::View, Self::Plan, Self::Help];

    /// The message with its title.
    pub fn message(self) -> &'static str {
        match self {
            Self::File => "menu-file",
            Self::Edit => "menu-edit",
            Self::View => "menu-view",
            Self::Plan => "menu-plan",
            Self::Help => "menu-help",
        }
    }

    /// Its commands in sections that a line parts.
    pub fn sections(self) -> Vec<Vec<Command>> {
        let mut sections: Vec<Vec<Command>> = Vec::new();
        let mut last = None;
        let of_this = Command::ALL.iter().filter(|c| c.place().0 == self);
        let mut commands: Vec<Command> = of_this.copied().collect();
        commands.sort_by_key(|command| command.place().1);
        for command in commands {
            let section = Some(command.place().1);
            match sections.last_mut() {
                Some(open) if last == section => open.push(command),
                _ => sections.push(vec![command]),
            }
            last = section;
        }
        sections
    }
}

/// What commands hang on, besides the person who asks for them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Whether there is a change to take back.
    pub can_undo: bool,
    /// Whether there is a change to bring back.
    pub can_redo: bool,
    /// The place that is shown.
    pub screen: Screen,
    /// How large everything is drawn; 1 is usual.
    pub zoom: f32,
}

impl Command {
    /// The menu that it stands in and the section there.
    pub fn place(self) -> (Menu, u8) {
        match self {
            Self::New | Self::Open | Self::OpenPath => (Menu::File, 0),
            Self::Save | Self::SaveAs => (Menu::File, 1),
            Self::GoToStart => (Menu::File, 2),
            Self::Quit => (Menu::File, 3),
            Self::Undo | Self::Redo => (Menu::Edit, 0),
            Self::AddGroup | Self::PasteRows | Self::ImportRows => (Menu::Edit, 1),
            Self::Palette | Self::Find => (Menu::Edit, 2),
            Self::GoToProfile | Self::GoToDecisions | Self::GoToPlan | Self::GoToFaq => {
                (Menu::View, 0)
            }
            Self::ZoomIn | Self::ZoomOut | Self::ZoomReset => (Menu::View, 1),
            Self::ToggleTheme | Self::SwitchLanguage | Self::Preferences => (Menu::View, 2),
            Self::PlanAsText => (Menu::Plan, 0),
            Self::Print | Self::SavePdf | Self::OpenInViewer => (Menu::Plan, 1),
            Self::ExportHtml
            | Self::ExportCsv
            | Self::ExportIcs
            | Self::ExportKit
            | Self::Letters
            | Self::ExportMarkdown
            | Self::ExportText
            | Self::ExportJson => (Menu::Plan, 2),
            Self::CopySummary => (Menu::Plan, 3),
            Self::Shortcuts | Self::Glossary => (Menu::Help, 0),
            Self::About => (Menu::Help, 1),
        }
    }

    /// Why it can't be done now, as a message; none where it can.
    pub fn why_not(self, standing: &Standing) -> Option<&'static str> {
        let is_there = self.screen() == Some(standing.screen);
        let is_usual_size = (standing.zoom - 1.0).abs() < 0.01;
        match self {
            Self::Undo if !standing.can_undo => Some("why-not-nothing-to-undo"),
            Self::Redo if !standing.can_redo => Some("why-not-nothing-to-redo"),
            Self::ZoomReset if is_usual_size => Some("why-not-usual-size"),
            _ if is_there => Some("why-not-there-already"),
            _ => None,
        }
    }

    /// The keys that menus show, as the system writes them; empty without any.
    pub fn keys(self, context: &Context) -> String {
        let first = self.shortcuts().first();
        first.map_or_else(String::new, |keys| written(context, keys))
    }

    /// What it does, in one sentence.
    pub fn tip(self, language: Language) -> String {
        tr(language, &format!("tip-{}", self.message()))
    }

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
            Self::PasteRows => "groups-command-paste",
            Self::ImportRows => "groups-command-import",
            Self::GoToStart => "command-go-to-start",
            Self::GoToProfile => "command-go-to-profile",
            Self::GoToDecisions => "command-go-to-decisions",
            Self::GoToPlan => "command-go-to-plan",
            Self::GoToFaq => "command-go-to-faq",
            Self::Palette => "command-palette",
            Self::Find => "command-find",
            Self::PlanAsText => "command-plan-as-text",
            Self::Print => "paper-command-print",
            Self::SavePdf => "paper-command-save-pdf",
            Self::OpenInViewer => "paper-command-open-in-viewer",
            Self::ExportHtml => "paper-command-html",
            Self::ExportCsv => "paper-command-csv",
            Self::ExportIcs => "paper-command-ics",
            Self::ExportKit => "paper-command-kit",
            Self::Letters => "paper-command-letters",
            Self::ExportMarkdown => "command-export-markdown",
            Self::ExportText => "command-export-text",
            Self::ExportJson => "command-export-json",
            Self::CopySummary => "command-copy-summary",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::ZoomReset => "command-zoom-reset",
            Self::ToggleTheme => "command-toggle-theme",
            Self::SwitchLanguage => "command-switch-language",
            Self::Preferences => "command-preferences",
            Self::Shortcuts => "command-shortcuts",
            Self::Glossary => "command-glossary",
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
            Self::PasteRows => icons::CLIPBOARD,
            Self::ImportRows => icons::TABLE,
            Self::GoToStart => icons::SHIELD_CHECK,
            Self::GoToProfile => icons::BUILDINGS,
            Self::GoToDecisions => icons::SIGNPOST,
            Self::GoToPlan => icons::CLIPBOARD_TEXT,
            Self::GoToFaq => icons::BOOKS,
            Self::Palette => icons::MAGNIFYING_GLASS,
            Self::Print => icons::PRINTER,
            Self::OpenInViewer => icons::EYE,
            Self::ExportMarkdown => icons::EXPORT,
            Self::CopySummary => icons::COPY,
            Self::ToggleTheme => icons::MOON,
            Self::SwitchLanguage => icons::TRANSLATE,
            Self::Preferences => icons::GEAR,
            Self::Shortcuts => icons::LIST_NUMBERS,
            Self::Glossary => icons::QUESTION,
            Self::About => icons::INFO,
            Self::OpenPath
            | Self::SaveAs
            | Self::PlanAsText
            | Self::Find
            | Self::SavePdf
            | Self::ExportHtml
            | Self::ExportCsv
            | Self::ExportIcs
            | Self::ExportKit
            | Self::Letters
            | Self::ExportText
            | Self::ExportJson
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::ZoomReset
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
            Self::GoToStart => const { &[ctrl_shift(Key::H)] },
            Self::GoToProfile => const { &[ctrl(Key::Num1)] },
            Self::GoToDecisions => const { &[ctrl(Key::Num2)] },
            Self::GoToPlan => const { &[ctrl(Key::Num3)] },
            Self::GoToFaq => const { &[ctrl(Key::Num4)] },
            Self::Palette => const { &[ctrl(Key::K), ctrl_shift(Key::P)] },
            Self::Find => const { &[ctrl(Key::F)] },
            Self::PlanAsText => const { &[ctrl_shift(Key::T)] },
            Self::Print => const { &[ctrl(Key::P)] },
            Self::ExportMarkdown => const { &[ctrl(Key::E)] },
            Self::SavePdf
            | Self::OpenInViewer
            | Self::ExportHtml
            | Self::ExportCsv
            | Self::ExportIcs
            | Self::ExportKit
            | Self::Letters
            | Self::ExportText
            | Self::ExportJson
            | Self::ImportRows
            | Self::About => &[],
            Self::PasteRows => const { &[ctrl_shift(Key::V)] },
            Self::CopySummary => const { &[ctrl_shift(Key::E)] },
            Self::ZoomIn => const { &[ctrl(Key::Plus), ctrl(Key::Equals)] },
            Self::ZoomOut => const { &[ctrl(Key::Minus)] },
            Self::ZoomReset => const { &[ctrl(Key::Num0)] },
            Self::ToggleTheme => const { &[ctrl_shift(Key::D)] },
            Self::SwitchLanguage => const { &[ctrl_shift(Key::L)] },
            Self::Shortcuts => const { &[plain(Key::F1), ctrl(Key::Slash)] },
            Self::Glossary => const { &[shift(Key::F1)] },
            Self::Preferences => const { &[ctrl(Key::Comma)] },
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
            Self::GoToStart => Some(Screen::Start),
            Self::GoToProfile => Some(Screen::Profile),
            Self::GoToDecisions => Some(Screen::Decisions),
            Self::GoToPlan => Some(Screen::Plan),
            Self::GoToFaq => Some(Screen::Faq),
            _ => None,
        }
    }
}

/// Keys as the system writes them, with signs for keys that have one.
pub fn written(context: &Context, keys: &KeyboardShortcut) -> String {
    let text = context.format_shortcut(keys);
    let sign = match keys.logical_key {
        Key::Slash => "/",
        Key::Comma => ",",
        Key::ArrowUp => "↑",
        Key::ArrowDown => "↓",
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::Escape => "Esc",
        _ => return text,
    };
    match text.strip_suffix(keys.logical_key.name()) {
        Some(modifiers) => format!("{modifiers}{sign}"),
        None => text,
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
    use std::collections::BTreeMap;

    use super::*;
    use crate::domain::choice::Choice as _;

    #[test]
    fn every_command_has_a_text_and_a_tip_in_both_languages() {
        for language in Language::ALL {
            let mut texts = BTreeMap::new();
            for command in Command::ALL {
                let text = tr(*language, command.message());
                let tip = command.tip(*language);
                for words in [&text, &tip] {
                    assert!(!words.is_empty() && !words.starts_with('['), "{words}");
                }
                let other = texts.insert(text.clone(), command);
                assert_eq!(other, None, "{command:?} is called {text} too");
            }
        }
    }

    #[test]
    fn every_command_stands_in_exactly_one_menu() {
        let mut listed = Vec::new();
        for menu in Menu::ALL {
            let sections = menu.sections();
            assert!(!sections.is_empty(), "{menu:?}");
            listed.extend(sections.into_iter().flatten());
        }
        listed.sort();
        assert_eq!(listed, Command::ALL);
    }

    /// Keys as each system reports them: Ctrl, on macOS the command key.
    fn as_reported(shortcut: KeyboardShortcut, is_mac: bool) -> Modifiers {
        let wanted = shortcut.modifiers;
        Modifiers {
            ctrl: wanted.command && !is_mac,
            mac_cmd: wanted.command && is_mac,
            ..wanted
        }
    }

    #[test]
    fn no_two_commands_share_a_shortcut_on_any_system_and_none_has_alt() {
        for is_mac in [false, true] {
            for command in Command::ALL {
                for shortcut in command.shortcuts() {
                    assert!(!shortcut.modifiers.alt);
                    let pressed = as_reported(*shortcut, is_mac);
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
    }

    #[test]
    fn the_control_key_of_macos_is_left_to_text_fields() {
        let pressed = Modifiers {
            ctrl: true,
            ..Modifiers::NONE
        };
        for command in Command::ALL {
            for shortcut in command.shortcuts() {
                if shortcut.modifiers.command {
                    assert_eq!(command_of(pressed, shortcut.logical_key), None);
                }
            }
        }
    }

    #[test]
    fn a_command_that_cannot_be_done_says_why_in_both_languages() {
        let standing = Standing {
            can_undo: false,
            can_redo: false,
            screen: Screen::Plan,
            zoom: 1.0,
        };
        let cannot: Vec<Command> = Command::ALL
            .iter()
            .copied()
            .filter(|command| command.why_not(&standing).is_some())
            .collect();
        assert_eq!(
            cannot,
            [
                Command::Undo,
                Command::Redo,
                Command::GoToPlan,
                Command::ZoomReset
            ]
        );
        for command in cannot {
            for language in Language::ALL {
                let why = command.why_not(&standing).unwrap_or_default();
                assert!(!tr(*language, why).starts_with('['), "{why}");
            }
        }
    }

    #[test]
    fn a_polish_letter_typed_with_ctrl_and_alt_is_no_command() {
        let pressed = Modifiers {
            alt: true,
            ..Modifiers::COMMAND
        };
        for command in Command::ALL {
            for shortcut in command.shortcuts() {
                assert_eq!(command_of(pressed, shortcut.logical_key), None);
            }
        }
    }
}
