//! Undo and redo by whole snapshots, which can't get out of step; unchanged groups are shared.

use super::Document;
use super::edit::{Edit, EditError, apply};
use crate::domain::field::{Field, Place};

/// The most steps that are kept.
const MAX_STEPS: usize = 100;

/// A document with what it was before.
#[derive(Clone, Debug, Default)]
pub struct History {
    document: Document,
    undo: Vec<Step>,
    redo: Vec<Step>,
    /// What is being typed or dragged: further changes of it join the last step.
    typing: Option<Going>,
    revision: u64,
    next_revision: u64,
}

/// What changes again and again until it is let go.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Going {
    /// A field that is typed into.
    Field(Vec<Place>, Field),
    /// The as-of day, dragged along the timeline.
    AsOf,
}

#[derive(Clone, Debug)]
struct Step {
    document: Document,
    revision: u64,
    edit: Edit,
}

impl History {
    /// Begins with a document and nothing to undo.
    pub fn new(document: Document) -> Self {
        Self {
            document,
            ..Self::default()
        }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// Changes with every state; an earlier state that comes back by undo has its old number.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Carries a change out and remembers what was before. A change that changes nothing is not
    /// remembered; changes of one field or of the day in a row are one step until
    /// [`History::end_typing`].
    ///
    /// # Errors
    /// The change does not fit; nothing is changed or remembered then.
    pub fn apply(&mut self, edit: Edit) -> Result<(), EditError> {
        let mut changed = self.document.clone();
        apply(&mut changed, &edit)?;
        if changed == self.document {
            return Ok(());
        }
        let typing = match &edit {
            Edit::SetAnswer { place, field, .. } => Some(Going::Field(vec![*place], *field)),
            Edit::SetAnswers { groups, field, .. } => {
                let places = groups.iter().map(|group| Place::Group(*group));
                Some(Going::Field(places.collect(), *field))
            }
            Edit::SetAsOf(_) => Some(Going::AsOf),
            _ => None,
        };
        let joins = typing.is_some() && typing == self.typing && !self.undo.is_empty();
        if joins
            && self
                .undo
                .last()
                .is_some_and(|step| step.document == changed)
        {
            // What was typed is taken back: there is nothing to undo.
            if let Some(step) = self.undo.pop() {
                self.document = step.document;
                self.revision = step.revision;
                self.typing = None;
                self.redo.clear();
            }
            return Ok(());
        }
        let before = std::mem::replace(&mut self.document, changed);
        if !joins {
            self.undo.push(Step {
                document: before,
                revision: self.revision,
                edit,
            });
            if self.undo.len() > MAX_STEPS {
                self.undo.remove(0);
            }
        }
        self.redo.clear();
        self.typing = typing;
        self.next_revision += 1;
        self.revision = self.next_revision;
        Ok(())
    }

    /// The next change starts a step of its own, even in the same field.
    pub fn end_typing(&mut self) {
        self.typing = None;
    }

    /// The change that undo would take back.
    pub fn undo_edit(&self) -> Option<&Edit> {
        self.undo.last().map(|step| &step.edit)
    }

    /// The change that redo would bring back.
    pub fn redo_edit(&self) -> Option<&Edit> {
        self.redo.last().map(|step| &step.edit)
    }

    /// Takes the last step back; false when there is none.
    pub fn undo(&mut self) -> bool {
        Self::step(
            &mut self.document,
            &mut self.revision,
            &mut self.undo,
            &mut self.redo,
        ) && {
            self.typing = None;
            true
        }
    }

    /// Brings the last undone step back; false when there is none.
    pub fn redo(&mut self) -> bool {
        Self::step(
            &mut self.document,
            &mut self.revision,
            &mut self.redo,
            &mut self.undo,
        ) && {
            self.typing = None;
            true
        }
    }

    fn step(
        document: &mut Document,
        revision: &mut u64,
        from: &mut Vec<Step>,
        to: &mut Vec<Step>,
    ) -> bool {
        let Some(step) = from.pop() else {
            return false;
        };
        let current = std::mem::replace(document, step.document);
        to.push(Step {
            document: current,
            revision: std::mem::replace(revision, step.revision),
            edit: step.edit,
        });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::Answer;

    fn name(text: &str) -> Edit {
        Edit::SetAnswer {
            place: Place::Organisation,
            field: Field::Name,
            answer: Answer::Text(text.to_owned()),
        }
    }

    #[test]
    fn keystrokes_of_one_field_are_one_step() {
        let mut history = History::new(Document::default());
        for text in ["S", "Sz", "Szp"] {
            history.apply(name(text)).unwrap();
        }
        history.end_typing();
        history.apply(name("Szpital")).unwrap();
        assert!(history.undo());
        assert_eq!(history.document().profile.organisation.name, "Szp");
        assert!(history.undo());
        assert_eq!(history.document(), &Document::default());
        assert_eq!(history.revision(), 0);
        assert!(!history.undo());
        assert!(history.redo() && history.redo());
        assert_eq!(history.document().profile.organisation.name, "Szpital");
    }

    #[test]
    fn typing_that_is_taken_back_leaves_no_step() {
        let mut history = History::new(Document::default());
        history.apply(name("Szpital")).unwrap();
        history.end_typing();
        let revision = history.revision();
        for text in ["Szpitale", "Szpital"] {
            history.apply(name(text)).unwrap();
        }
        assert_eq!(history.revision(), revision);
        assert!(history.undo());
        assert_eq!(history.document(), &Document::default());
    }

    #[test]
    fn a_change_that_changes_nothing_is_not_remembered() {
        let mut history = History::new(Document::default());
        history.apply(Edit::SetAsOf(None)).unwrap();
        assert!(history.undo_edit().is_none());
    }
}
