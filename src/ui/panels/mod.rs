//! The frame around the screens: top bar, rail and status line.

pub mod announcer;
mod as_of;
mod menu;
pub mod rail;
pub mod status_bar;
pub mod top_bar;

use std::path::Path;

use crate::document::Edit;
use crate::domain::field::Field;
use crate::domain::programme::Programme;
use crate::domain::text::Language;
use crate::i18n::{count, field, tr, tr_with};
use crate::ui::command::Standing;
use crate::ui::drafts::Outside;

/// What the panels show beside the view.
#[derive(Clone, Copy, Debug)]
pub struct Shell<'a> {
    /// Where the profile is saved; none while it has no file.
    pub path: Option<&'a Path>,
    /// Whether something would be lost without saving.
    pub unsaved: bool,
    /// When the draft of what is not saved was written; none while there is none.
    pub draft_kept: Option<chrono::NaiveDateTime>,
    /// What was done to the file outside this window.
    pub outside: Outside,
    /// The change that undo takes back.
    pub undo: Option<&'a Edit>,
    /// The change that redo brings back.
    pub redo: Option<&'a Edit>,
    /// The day it is.
    pub today: chrono::NaiveDate,
    /// What draws the window.
    pub renderer: &'a str,
    /// What has just happened, in one line.
    pub notice: Option<&'a str>,
    /// What commands hang on.
    pub standing: Standing,
    /// Whether nothing has been begun and the start screen is shown: there is no plan to speak of.
    pub is_bare: bool,
}

/// The file's name, or the words for a profile without one.
pub fn file_name(language: Language, path: Option<&Path>) -> String {
    path.and_then(Path::file_name).map_or_else(
        || tr(language, "shell-unnamed"),
        |name| name.to_string_lossy().into_owned(),
    )
}

/// A change in a few words, for the tooltips of undo and redo.
pub fn edit_name(language: Language, edit: &Edit) -> String {
    let groups_words =
        |id, groups: usize| tr_with(language, id, &[("count", count(groups as u64))]);
    match edit {
        Edit::SetAnswer { field: of, .. } | Edit::SetAnswers { field: of, .. } => {
            field(language, *of)
        }
        Edit::SetQuote { sku, .. } => {
            tr_with(language, "shell-edit-quote", &[("sku", (&**sku).into())])
        }
        Edit::AddGroup(_) => tr(language, "shell-edit-add-group"),
        Edit::SetSystem { .. } => field(language, Field::Product),
        Edit::DuplicateGroups(groups) => groups_words("groups-edit-duplicate", groups.len()),
        Edit::RemoveGroups(groups) => groups_words("groups-edit-remove", groups.len()),
        Edit::MoveGroups { groups, .. } => groups_words("groups-edit-move", groups.len()),
        Edit::TakeGroups { groups, .. } => groups_words("groups-edit-take", groups.len()),
        Edit::SetDone { step, done, .. } => {
            let id = if *done {
                "plan-screen-edit-done"
            } else {
                "plan-screen-edit-not-done"
            };
            tr_with(language, id, &[("step", step_title(language, step).into())])
        }
        Edit::SetAsOf(_) => tr(language, "shell-edit-as-of"),
        Edit::Try(edits) => {
            let names: Vec<String> = edits.iter().map(|edit| edit_name(language, edit)).collect();
            let what = names.join(", ");
            tr_with(language, "whatif-edit", &[("what", what.into())])
        }
    }
}

/// What a step of the deployment is called.
fn step_title(language: Language, id: &str) -> String {
    let programmes = crate::assets::programmes().iter().flatten();
    let mut steps = programmes.flat_map(|programme| &programme.deployment.steps);
    steps
        .find(|step| &*step.id == id)
        .map_or_else(|| id.to_owned(), |step| step.title.get(language).to_owned())
}

/// How a day stands to a programme's coverage windows: `in coverage year 3`, …; where a programme
/// has no licences, its systems' own windows have ended or not.
pub fn year_of(language: Language, programme: &Programme, day: chrono::NaiveDate) -> String {
    let windows = &programme.base.coverage;
    match programme.window_on(day) {
        Some(window) => tr_with(
            language,
            "shell-in-year",
            &[("year", window.year.number().to_string().into())],
        ),
        None if programme.last_day() < day => tr(language, "shell-after-last-year"),
        None if windows.iter().all(|window| day < window.first_day) => {
            tr(language, "shell-before-first-year")
        }
        None => tr(language, "shell-between-years"),
    }
}
