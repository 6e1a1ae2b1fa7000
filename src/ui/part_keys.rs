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
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers {
    shift: true,
    ..Modifiers::COMMAND
};

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
        title: "paper-title",
        lines: &[
            line(
                "paper-keys-pages",
                &[(NONE, Key::PageUp), (NONE, Key::PageDown)],
            ),
            line("paper-keys-ends", &[(NONE, Key::Home), (NONE, Key::End)]),
            line("paper-keys-zoom", &[(NONE, Key::Plus), (NONE, Key::Minus)]),
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
        title: "keys-groups",
        lines: &[
            line(
                "keys-cells",
                &[(NONE, Key::ArrowLeft), (NONE, Key::ArrowRight)],
            ),
            line("keys-edit-cell", &[(NONE, Key::Enter), (NONE, Key::F2)]),
            line("keys-clear-cell", &[(NONE, Key::Delete)]),
            line("keys-tick", &[(NONE, Key::Space)]),
            line("keys-tick-all", &[(CTRL, Key::A)]),
            line(
                "keys-tick-more",
                &[(SHIFT, Key::ArrowUp), (SHIFT, Key::ArrowDown)],
            ),
            line(
                "keys-move-group",
                &[(CTRL_SHIFT, Key::ArrowUp), (CTRL_SHIFT, Key::ArrowDown)],
            ),
            line("keys-copy-rows", &[(CTRL, Key::C)]),
            line("keys-paste-rows", &[(CTRL, Key::V)]),
        ],
    },
    PartKeys {
        title: "keys-decisions",
        lines: &[
            line(
                "keys-choose-answer",
                &[(NONE, Key::Num1), (NONE, Key::Num9)],
            ),
            line("keys-next-question", &[(NONE, Key::Enter)]),
            line(
                "keys-questions",
                &[(NONE, Key::ArrowUp), (NONE, Key::ArrowDown)],
            ),
        ],
    },
    PartKeys {
        title: "keys-timeline",
        lines: &[
            line(
                "keys-day",
                &[(NONE, Key::ArrowLeft), (NONE, Key::ArrowRight)],
            ),
            line("keys-week", &[(NONE, Key::ArrowUp), (NONE, Key::ArrowDown)]),
            line("keys-month", &[(NONE, Key::PageUp), (NONE, Key::PageDown)]),
            line("keys-timeline-ends", &[(NONE, Key::Home), (NONE, Key::End)]),
        ],
    },
];
