//! The keys that tables, lists, decisions and the timeline take while they have the keyboard, for
//! the sheet of keys. What is said here the parts do themselves.

use eframe::egui::{Key, Modifiers};

/// The keys of one part of the window.
#[derive(Clone, Copy, Debug)]
pub struct PartKeys {
    /// The message with the part's name.
    pub title: &'static str,
    /// What is done by which keys.
    pub lines: &'static [KeyLine],
}

/// Keys that do one thing.
#[derive(Clone, Copy, Debug)]
pub struct KeyLine {
    /// The message with what they do.
    pub message: &'static str,
    /// Each of them does it.
    pub keys: &'static [(Modifiers, Key)],
}

const fn line(message: &'static str, keys: &'static [(Modifiers, Key)]) -> KeyLine {
    KeyLine { message, keys }
}

const NONE: Modifiers = Modifiers::NONE;

const SHIFT: Modifiers = Modifiers::SHIFT;

/// All parts with keys of their own.
pub const PART_KEYS: &[PartKeys] = &[
    PartKeys {
        title: "keys-everywhere",
        lines: &[
            line("keys-next", &[(NONE, Key::Tab)]),
            line("keys-previous", &[(SHIFT, Key::Tab)]),
            line("keys-press", &[(NONE, Key::Enter), (NONE, Key::Space)]),
            line("keys-close", &[(NONE, Key::Escape)]),
        ],
    },
    PartKeys {
        title: "keys-tables",
        lines: &[
            line("keys-rows", &[(NONE, Key::ArrowUp), (NONE, Key::ArrowDown)]),
            line("keys-ends", &[(NONE, Key::Home), (NONE, Key::End)]),
        ],
    },
    PartKeys {
        title: "keys-decisions",
        lines: &[line("keys-next-question", &[(NONE, Key::Enter)])],
    },
];
