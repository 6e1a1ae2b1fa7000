//! Work that goes on in another run of the program: the graphics device was lost, or another
//! renderer was chosen.

use std::path::{Path, PathBuf};

use super::App;

/// What another run opens: the draft of the work, or the profile where everything was saved; none
/// where nothing was open.
pub(super) type GoesOnWith = Option<PathBuf>;

impl App {
    /// Makes everything ready for going on in another run; none where work would be lost.
    pub fn hand_over(&mut self) -> Option<Option<PathBuf>> {
        // A draft that its file holds already is gone before the next run could open it.
        let draft = if self.is_in_its_file() {
            None
        } else {
            let draft = self.rescue();
            if draft.is_none() && self.is_unsaved() {
                return None;
            }
            draft
        };
        self.write_preferences();
        Some(draft.or_else(|| self.path().map(Path::to_owned)))
    }
}
