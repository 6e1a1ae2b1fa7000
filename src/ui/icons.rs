//! The icons of the font `assets/icons/phosphor.ttf`, each a string of one character.
//!
//! They are drawn by text in a font family that has that font. An icon says nothing to a screen
//! reader: what carries one alone needs an accessible name.
//!
//! Made by `packaging/fonts/make-icons.py` from Phosphor 2.1.2; change the list there.

/// An arrow that comes from above and turns right.
pub const ARROW_BEND_DOWN_RIGHT: &str = "\u{e01a}";
/// An arrow to the left.
pub const ARROW_LEFT: &str = "\u{e058}";
/// An arrow to the right.
pub const ARROW_RIGHT: &str = "\u{e06c}";
/// An arrow that turns back to the left, for undo.
pub const ARROW_U_UP_LEFT: &str = "\u{e08a}";
/// An arrow that turns back to the right, for redo.
pub const ARROW_U_UP_RIGHT: &str = "\u{e08c}";
/// Two arrows in a circle.
pub const ARROWS_CLOCKWISE: &str = "\u{e094}";
/// Books on a shelf.
pub const BOOKS: &str = "\u{e758}";
/// Two buildings.
pub const BUILDINGS: &str = "\u{e102}";
/// A calendar's empty leaf.
pub const CALENDAR_BLANK: &str = "\u{e10a}";
/// A calendar's leaf with a tick.
pub const CALENDAR_CHECK: &str = "\u{e712}";
/// An angle that points down.
pub const CARET_DOWN: &str = "\u{e136}";
/// An angle that points right.
pub const CARET_RIGHT: &str = "\u{e13a}";
/// An angle that points up.
pub const CARET_UP: &str = "\u{e13c}";
/// Two angles, up and down.
pub const CARET_UP_DOWN: &str = "\u{e140}";
/// A tick.
pub const CHECK: &str = "\u{e182}";
/// A tick in a circle.
pub const CHECK_CIRCLE: &str = "\u{e184}";
/// A circle.
pub const CIRCLE: &str = "\u{e18a}";
/// A circle of dashes, for what is unknown.
pub const CIRCLE_DASHED: &str = "\u{e602}";
/// A clipboard.
pub const CLIPBOARD: &str = "\u{e196}";
/// A clipboard with lines of text.
pub const CLIPBOARD_TEXT: &str = "\u{e198}";
/// Two sheets, one behind the other.
pub const COPY: &str = "\u{e1ca}";
/// Three dots in a row.
pub const DOTS_THREE: &str = "\u{e1fe}";
/// An arrow that leaves a tray.
pub const EXPORT: &str = "\u{eaf0}";
/// An eye.
pub const EYE: &str = "\u{e220}";
/// A sheet with a plus sign.
pub const FILE_PLUS: &str = "\u{e236}";
/// A floppy disk.
pub const FLOPPY_DISK: &str = "\u{e248}";
/// An open folder.
pub const FOLDER_OPEN: &str = "\u{e256}";
/// A gear wheel.
pub const GEAR: &str = "\u{e270}";
/// The letter i in a circle.
pub const INFO: &str = "\u{e2ce}";
/// A key.
pub const KEY: &str = "\u{e2d6}";
/// A lifebuoy.
pub const LIFEBUOY: &str = "\u{e63a}";
/// A numbered list.
pub const LIST_NUMBERS: &str = "\u{e2f6}";
/// A closed padlock.
pub const LOCK: &str = "\u{e2fa}";
/// A magnifying glass.
pub const MAGNIFYING_GLASS: &str = "\u{e30c}";
/// A minus sign in a circle.
pub const MINUS_CIRCLE: &str = "\u{e32c}";
/// The moon, for the dark theme.
pub const MOON: &str = "\u{e330}";
/// A pencil.
pub const PENCIL_SIMPLE: &str = "\u{e3b4}";
/// A plus sign.
pub const PLUS: &str = "\u{e3d4}";
/// A printer.
pub const PRINTER: &str = "\u{e3dc}";
/// A question mark in a circle.
pub const QUESTION: &str = "\u{e3e8}";
/// A rocket that takes off.
pub const ROCKET_LAUNCH: &str = "\u{e3fe}";
/// A pair of scales.
pub const SCALES: &str = "\u{e750}";
/// A question mark in a seal.
pub const SEAL_QUESTION: &str = "\u{e608}";
/// A shield with a tick: the app's sign.
pub const SHIELD_CHECK: &str = "\u{e40c}";
/// A shopping cart.
pub const SHOPPING_CART: &str = "\u{e41e}";
/// A signpost.
pub const SIGNPOST: &str = "\u{e89c}";
/// A stack of sheets with a plus sign, for one more of the same.
pub const STACK_PLUS: &str = "\u{edf6}";
/// The sun, for the light theme.
pub const SUN: &str = "\u{e472}";
/// A table.
pub const TABLE: &str = "\u{e476}";
/// Letters of two scripts, for the language.
pub const TRANSLATE: &str = "\u{e4a2}";
/// A dustbin.
pub const TRASH: &str = "\u{e4a6}";
/// An exclamation mark in a triangle.
pub const WARNING: &str = "\u{e4e0}";
/// An exclamation mark in a circle.
pub const WARNING_CIRCLE: &str = "\u{e4e2}";
/// A cross, for closing.
pub const X: &str = "\u{e4f6}";
