//! The words of the kit.

use crate::domain::licensing::CoverageYear;
use crate::domain::programme::CoverageWindow;
use crate::domain::text::Language;
use crate::i18n::{self, tr, tr_with};

/// The texts that scripts say, by the name they have there; `{0}`, `{1}` and `{2}` stand for what
/// a script fills in.
pub(super) const SAID: [&str; 44] = [
    "activation-problem",
    "already",
    "as-it-is",
    "ask",
    "ask-optional",
    "begin",
    "by-build",
    "by-hand",
    "by-operator",
    "by-vamt",
    "done",
    "exit-code",
    "flag-failed",
    "flag-missing",
    "id-needed",
    "id-unknown",
    "is-missing",
    "is-shown",
    "is-there",
    "is-unseen",
    "key-only",
    "key-refused",
    "key-taken",
    "licence-line",
    "licensed",
    "no-agent",
    "no-key",
    "no-section",
    "no-such-route",
    "no-such-year",
    "not-a-key",
    "not-activated",
    "not-active",
    "not-administrator",
    "other-edition",
    "other-key",
    "phone-ask",
    "phone-call",
    "phone-wait",
    "prerequisites-missing",
    "restart-needed",
    "system",
    "wrong-edition",
    "wrong-powershell",
];

/// The same for what is wrong with a system's version.
pub(super) const SAID_OF_SYSTEM: [&str; 2] = ["wrong-service-pack", "wrong-version"];

/// All of them.
pub(super) fn said() -> impl Iterator<Item = &'static str> {
    SAID.into_iter().chain(SAID_OF_SYSTEM)
}

/// A text that a script says, with its places left open.
pub(super) fn say(language: Language, name: &str) -> String {
    filled(language, name, ["{0}", "{1}", "{2}"])
}

/// A text that a script says, filled in.
pub(super) fn filled(language: Language, name: &str, places: [&str; 3]) -> String {
    let [first, second, third] = places;
    tr_with(
        language,
        &format!("kit-say-{name}"),
        &[
            ("a", first.into()),
            ("b", second.into()),
            ("c", third.into()),
        ],
    )
}

/// What an exit code means.
pub(super) fn exit_code(language: Language, code: u16) -> String {
    tr(language, &format!("kit-exit-{code}"))
}

/// A year with its days.
pub(super) fn year(language: Language, window: &CoverageWindow) -> String {
    tr_with(
        language,
        "kit-year",
        &[
            ("year", number(window.year).into()),
            ("start", i18n::date(language, window.first_day).into()),
            ("end", i18n::date(language, window.last_day).into()),
        ],
    )
}

/// The number of a year.
pub(super) fn number(year: CoverageYear) -> String {
    year.number().to_string()
}
