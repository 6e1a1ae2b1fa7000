//! Work that goes on in another run of the program: the graphics device was lost, or another
//! renderer was chosen.

use std::path::{Path, PathBuf};

use super::App;

/// What another run opens: the draft of the work, or the profile where everything was saved; none
/// where nothing was open.
pub(super) type GoesOnWith = Option<PathBuf>;

impl App {
    /// Makes everything ready for going on in another run; none where work would be lost.
    pub(super) fn hand_over(&mut self) -> Option<GoesOnWith> {
        let draft = self.rescue();
        if draft.is_none() && self.is_unsaved() {
            return None;
        }
        self.write_preferences();
        Some(draft.or_else(|| self.path().map(Path::to_owned)))
    }
}
