//! What a person can ask for, in one list that menus, shortcuts and help read.

/// A command without data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Command {
    /// Starts a new profile.
    New,
    /// Opens a profile.
    Open,
    /// Saves under the known name, or asks for one.
    Save,
    /// Saves under another name.
    SaveAs,
    /// Takes the last change back.
    Undo,
    /// Brings the undone change back.
    Redo,
    /// Exports the plan as Markdown.
    ExportMarkdown,
    /// Exports the plan as text.
    ExportText,
    /// Exports the plan as JSON.
    ExportJson,
    /// Ends the program.
    Quit,
    /// Tells what this is.
    About,
}
