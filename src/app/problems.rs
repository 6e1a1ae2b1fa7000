//! Why a file could not be read or written, in the window's language.

use fluent_bundle::FluentValue;

use super::host::SaveError;
use crate::domain::text::Language;
use crate::file::LoadError;
use crate::i18n::tr_with;

/// Why a profile can't be opened: what happened, where, and what to do.
pub(super) fn load_words(language: Language, error: &LoadError) -> String {
    let say = |id: &str, args: &[(&str, FluentValue<'_>)]| tr_with(language, id, args);
    let text = |text: &str| FluentValue::from(text.to_owned());
    let number = |number: usize| FluentValue::from(number.to_string());
    match error {
        LoadError::Unreadable { name, problem } => say(
            "problem-unreadable",
            &[("name", text(name)), ("problem", text(problem))],
        ),
        LoadError::IsDirectory { name } => say("problem-is-directory", &[("name", text(name))]),
        LoadError::TooLarge { name } => say("problem-too-large", &[("name", text(name))]),
        LoadError::Empty { name } => say("problem-empty", &[("name", text(name))]),
        LoadError::NotUtf8 { name, line } => say(
            "problem-not-utf-8",
            &[("name", text(name)), ("line", number(*line))],
        ),
        LoadError::NotAProfile { name, .. } => {
            say("problem-not-a-profile", &[("name", text(name))])
        }
        LoadError::NewerVersion {
            name,
            found,
            supported,
        } => say(
            "problem-newer-version",
            &[
                ("name", text(name)),
                ("found", text(&found.to_string())),
                ("supported", text(&supported.to_string())),
            ],
        ),
        LoadError::Syntax {
            name,
            line,
            column,
            problem,
        } => say(
            "problem-syntax",
            &[
                ("name", text(name)),
                ("line", number(*line)),
                ("column", number(*column)),
                ("problem", text(problem)),
            ],
        ),
        LoadError::UnknownId {
            name,
            line,
            id,
            expected,
            ..
        } => say(
            "problem-unknown-id",
            &[
                ("name", text(name)),
                ("line", number(*line)),
                ("id", text(id)),
                ("expected", text(expected)),
            ],
        ),
    }
}

/// Why a file can't be written.
pub(super) fn save_words(language: Language, error: &SaveError) -> String {
    tr_with(
        language,
        "problem-unwritable",
        &[
            ("name", error.path.as_str().into()),
            ("problem", error.problem.as_str().into()),
        ],
    )
}
