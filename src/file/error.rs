//! Why a profile can't be read: what happened, where, and what to do.

/// Why a profile can't be read. Its text is one line.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError {
    /// The system does not hand the file out.
    #[error("{name}: can't be read: {problem}; check the path and its permissions")]
    Unreadable {
        /// The file.
        name: String,
        /// What the system says.
        problem: String,
    },
    /// A directory was given.
    #[error("{name}: is a directory; name a profile, a file that ends in .esu")]
    IsDirectory {
        /// The directory.
        name: String,
    },
    /// Larger than any profile.
    #[error("{name}: is larger than 64 MiB and so no profile; name a file that ends in .esu")]
    TooLarge {
        /// The file.
        name: String,
    },
    /// Nothing in it.
    #[error("{name}: is empty; open another file or save the profile again")]
    Empty {
        /// The file.
        name: String,
    },
    /// Bytes that are no text.
    #[error("{name}: line {line}: is not UTF-8 text; save the profile as UTF-8")]
    NotUtf8 {
        /// The file.
        name: String,
        /// The line of the first bad byte, from 1.
        line: usize,
    },
    /// Text, but not of this format.
    #[error(
        "{name}: is not an ESU profile{}; a profile begins with EsuProfile(format: \"esu-profile\", version: 1",
        found.as_ref().map_or(String::new(), |found| format!(" (its format is '{found}')"))
    )]
    NotAProfile {
        /// The file.
        name: String,
        /// The format that its header names.
        found: Option<String>,
    },
    /// Saved by a newer version of the app.
    #[error(
        "{name}: was saved by a newer version of the app (version {found}, this one reads up to {supported}); update the app"
    )]
    NewerVersion {
        /// The file.
        name: String,
        /// The version it has.
        found: u32,
        /// The newest version that can be read.
        supported: u32,
    },
    /// The text breaks off, has a field that does not exist, or a value that does not fit.
    #[error("{name}: line {line}, column {column}: {problem}; correct this place")]
    Syntax {
        /// The file.
        name: String,
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What is wrong.
        problem: String,
    },
    /// An id that no programme knows.
    #[error("{name}: line {line}: '{id}' is not {what}; use one of: {expected}")]
    UnknownId {
        /// The file.
        name: String,
        /// The line where it stands, from 1.
        line: usize,
        /// What it should be, as "an edition of windows-7".
        what: String,
        /// The id.
        id: String,
        /// The ids that are known, separated by commas.
        expected: String,
    },
}

impl LoadError {
    pub(super) fn syntax(name: &str, error: &ron::error::SpannedError) -> Self {
        let problem = problem_of(&error.code);
        Self::Syntax {
            name: name.to_owned(),
            line: error.span.start.line,
            column: error.span.start.col,
            problem: one_line(&problem),
        }
    }
}

/// What the parser found wrong, in the words of somebody who has the file open in an editor.
fn problem_of(error: &ron::Error) -> String {
    use ron::Error as Found;
    let belongs = |what: &str| format!("{what} belongs here");
    let short = |found: &str| found.chars().take(60).collect::<String>();
    match error {
        Found::Message(message) => message.clone(),
        Found::Eof => "the text breaks off".to_owned(),
        Found::NoSuchStructField {
            expected, found, ..
        } => format!(
            "there is no field '{}' here; the fields are: {}",
            short(found),
            expected.join(", ")
        ),
        Found::MissingStructField { field, .. } => format!("the field '{field}' is missing here"),
        Found::DuplicateStructField { field, .. } => format!("the field '{field}' is here twice"),
        Found::SuggestRawIdentifier(found) | Found::InvalidIdentifier(found) => {
            format!("'{}' is no name of a field", short(found))
        }
        Found::ExpectedIdentifier => belongs("the name of a field"),
        Found::ExpectedInteger => belongs("a whole number"),
        // What is neither a text nor a list is taken for a number.
        Found::ExpectedFloat => {
            "this value can't be read; texts and days stand in quotation marks".to_owned()
        }
        Found::ExpectedBoolean => belongs("true or false"),
        Found::ExpectedString => belongs("a text in quotation marks"),
        Found::ExpectedStringEnd => "this text has no closing quotation mark".to_owned(),
        Found::ExpectedComma => belongs("a comma"),
        Found::ExpectedMapColon => belongs("a colon"),
        Found::ExpectedArray => belongs("an opening ["),
        Found::ExpectedArrayEnd => belongs("a closing ]"),
        Found::ExpectedMap => belongs("an opening {"),
        Found::ExpectedMapEnd => belongs("a closing }"),
        Found::ExpectedStructLike | Found::ExpectedNamedStructLike(_) => belongs("an opening ("),
        Found::ExpectedStructLikeEnd | Found::ExpectedOptionEnd => belongs("a closing )"),
        Found::UnexpectedChar(found) => format!("{found:?} does not belong here"),
        Found::TrailingCharacters => "the profile has ended before this".to_owned(),
        other => other.to_string(),
    }
}

/// An error stays one line whatever the file holds.
fn one_line(text: &str) -> String {
    let short: String = text.chars().take(400).collect();
    short.split_whitespace().collect::<Vec<_>>().join(" ")
}
