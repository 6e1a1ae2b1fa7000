//! The batch file: for hands that know the Command Prompt. It looks, activates and verifies by
//! itself and leaves the key to the PowerShell script. It holds no word of the profile and only
//! ASCII, since code pages differ from machine to machine.

use std::fmt::Write as _;

use crate::assets;
use crate::domain::text::Language;
use crate::i18n::{self, tr, tr_with};

use super::group::{GroupKit, KeyYear, Needed, Route, Way};
use super::names::ascii;
use super::words::{exit_code, filled, year};
use super::{EXIT_CODES, crlf};

/// Its name.
pub(super) const NAME: &str = "install-esu.cmd";

/// Adds a group's batch file.
pub(super) fn add(group: &GroupKit<'_>, add: &mut dyn FnMut(&str, Vec<u8>)) {
    let Way::Keys { years, route } = &group.way else {
        return;
    };
    let whole = match route {
        Route::Online => whole(group, years),
        Route::Phone | Route::Vamt => None,
    };
    let text = whole.unwrap_or_else(|| frame(group, "launch.cmd"));
    add(NAME, crlf(&text).into_bytes());
}

/// What both kinds begin with.
fn frame(group: &GroupKit<'_>, template: &str) -> String {
    let language = group.language;
    let made = tr_with(
        language,
        "kit-made-from",
        &[
            ("programme", group.programme.base.name.get(language).into()),
            ("day", i18n::date(language, group.plan.as_of).into()),
            ("edition", group.programme.base.edition.to_string().into()),
        ],
    );
    let codes: Vec<String> = EXIT_CODES
        .into_iter()
        .map(|code| format!("rem {code:>5}  {}", remark(&exit_code(language, code))))
        .collect();
    let text = assets::kit_template(template).unwrap_or_default();
    text.replace("@@HEAD@@", &remark(&tr(language, "kit-batch")))
        .replace("@@MADE@@", &remark(&made))
        .replace("@@CODES@@", &codes.join("\n"))
}

/// The batch file that does it all but the key; none without a year whose Activation ID is known.
fn whole(group: &GroupKit<'_>, years: &[KeyYear<'_>]) -> Option<String> {
    let language = group.language;
    let system = group.system?;
    let mut current = years.iter().filter(|key| key.needed == Needed::Current);
    let window = current.next()?.window?;
    let current_id = window.activation_id.as_deref()?;
    let name = year(language, window);
    let product = group.product?.name.get(language);
    let wrong = filled(
        language,
        "wrong-version",
        ["%BUILD%", product, &system.version],
    );
    let mut text = frame(group, "install.cmd")
        .replace("@@USAGE@@", &echoed(&tr(language, "kit-batch-usage")))
        .replace("@@WRONG@@", &with_variables(&wrong))
        .replace("@@BUILD@@", system.build())
        .replace("@@CURRENT@@", &remark(&name))
        .replace("@@CURRENTID@@", current_id)
        .replace("@@NOTACTIVATED@@", &said(language, "not-activated", &name))
        .replace(
            "@@MISSING@@",
            &with_variables(&filled(
                language,
                "prerequisites-missing",
                ["%MISSING%", "", ""],
            )),
        )
        .replace("@@LOOK@@", &look(group))
        .replace("@@JUDGE@@", &judge(group, current_id))
        .replace("@@ACTIVATE@@", &activate(years));
    for name in ["not-administrator", "restart-needed", "already", "done"] {
        text = text.replace(&format!("@@T:{name}@@"), &said(language, name, ""));
    }
    Some(text)
}

fn said(language: Language, name: &str, place: &str) -> String {
    echoed(&filled(language, name, [place, "", ""]))
}

/// Notes for each prerequisite by which update it is there.
fn look(group: &GroupKit<'_>) -> String {
    let mut text = String::new();
    for (number, wanted) in (1..).zip(&group.prerequisites) {
        let _ = writeln!(text, "set \"P{number}=\"");
        for kb in wanted.kbs.iter().chain(&wanted.later_kbs) {
            let _ = writeln!(text, "call :look P{number} {kb}");
        }
        if let Some((_, revision)) = wanted.build.as_deref().and_then(|b| b.split_once('.')) {
            let _ = writeln!(text, "call :revision {revision}");
            let _ = writeln!(text, "if not errorlevel 1 set \"P{number}={revision}\"");
        }
    }
    text.trim_end().to_owned()
}

/// Says what is missing, in order.
fn judge(group: &GroupKit<'_>, current_id: &str) -> String {
    let language = group.language;
    let mut text = String::new();
    let position_of = |id: &str| {
        let mut all = group.prerequisites.iter();
        all.position(|other| *other.id == *id)
    };
    for (number, wanted) in (1..).zip(&group.prerequisites) {
        let mark = wanted.kbs.first().map_or("", String::as_str);
        let name = wanted.name.get(language);
        let _ = writeln!(text, "if defined P{number} goto after{number}");
        for other in wanted.shown_by.iter().filter_map(|id| position_of(id)) {
            let _ = writeln!(text, "if defined P{} goto after{number}", other + 1);
        }
        if wanted.later_counts {
            let _ = writeln!(text, "call :known {current_id}");
            let _ = writeln!(text, "if errorlevel 1 goto missing{number}");
            let unseen = filled(language, "is-unseen", [name, &wanted.id, ""]);
            let _ = writeln!(text, "echo {}", echoed(&unseen));
            let _ = writeln!(text, "goto after{number}");
            let _ = writeln!(text, ":missing{number}");
        }
        let _ = writeln!(text, "echo {}", said(language, "is-missing", name));
        let _ = writeln!(text, "set \"MISSING=%MISSING% {mark}\"");
        let _ = writeln!(text, ":after{number}");
    }
    text.trim_end().to_owned()
}

fn activate(years: &[KeyYear<'_>]) -> String {
    let ids = years
        .iter()
        .filter(|key| key.needed != Needed::Later)
        .filter_map(|key| key.window?.activation_id.as_deref());
    ids.map(|id| format!("call :year {id}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A text behind `rem`: nothing in it is read, except what would continue the line or expand.
fn remark(text: &str) -> String {
    ascii(text)
        .replace('%', "%%")
        .replace(['^', '&', '|', '<', '>'], " ")
}

/// A text behind `echo` outside of brackets.
fn echoed(text: &str) -> String {
    with_variables(&text.replace('%', "%%"))
}

/// The same, with the variables in it left to be filled in.
fn with_variables(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in ascii(text).chars() {
        match character {
            '^' | '&' | '|' | '<' | '>' | '(' | ')' => safe.extend(['^', character]),
            '"' => safe.push('\''),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_is_read_as_batch() {
        assert_eq!(
            echoed("50% of \"x\" & (y) > z ^ ą"),
            "50%% of 'x' ^& ^(y^) ^> z ^^ a"
        );
        assert_eq!(remark("a & b %PATH%"), "a   b %%PATH%%");
    }
}
