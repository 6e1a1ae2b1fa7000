//! The PowerShell scripts: what the plan says as data before the code of the templates.

use std::fmt::Write as _;

use crate::assets;
use crate::domain::programme::{Eligibility, Prerequisite};
use crate::domain::text::Language;
use crate::i18n::{self, tr, tr_with};
use crate::report::words::clean;

use super::group::{AGENT_SECTION, GroupKit, KeyYear, Way};
use super::words::{exit_code, number, said, say, year};
use super::{EXIT_CODES, windows_text};

/// The script that installs and activates keys.
pub(super) const INSTALL: &str = "Install-Esu.ps1";

/// What every group's scripts have in common.
pub(super) struct Shared {
    install: Code,
    detect: Code,
    remediate: Code,
    arc: Code,
}

/// The code of a script and the texts that it says, as data.
struct Code {
    code: String,
    texts: String,
}

impl Shared {
    pub(super) fn new(language: Language) -> Self {
        let of = |parts: &[&str]| Code::new(language, parts);
        Self {
            install: of(&["common.ps1", "install.ps1"]),
            detect: of(&["common.ps1", "detect.ps1", "one-line.ps1"]),
            remediate: of(&["common.ps1", "remediate.ps1", "one-line.ps1"]),
            arc: of(&["common.ps1", "arc.ps1", "one-line.ps1"]),
        }
    }
}

impl Code {
    fn new(language: Language, parts: &[&str]) -> Self {
        let parts: Vec<&str> = parts.iter().map(|part| template(part)).collect();
        let code = parts.join("\n");
        let mut texts = "$Text = @{\n".to_owned();
        for name in said().filter(|name| code.contains(&format!("'{name}'"))) {
            let _ = writeln!(texts, "    '{name}' = {}", quoted(&say(language, name)));
        }
        texts.push_str("}\n\n");
        Self { code, texts }
    }
}

/// Adds a group's scripts.
pub(super) fn add(group: &GroupKit<'_>, shared: &Shared, add: &mut dyn FnMut(&str, Vec<u8>)) {
    let (detect, remediate) = match &group.way {
        Way::Keys { .. } => {
            add(INSTALL, install(group, &shared.install));
            (&shared.detect, Some("kit-script-remediate"))
        }
        Way::Check { flag } => {
            let purpose = "kit-script-remediate-flag";
            (&shared.detect, flag.is_some().then_some(purpose))
        }
        Way::Arc => (&shared.arc, None),
        Way::ByHand | Way::Nothing => return,
    };
    for (folder, failure) in places(group) {
        let script = quiet(group, detect, failure, "kit-script-detect");
        add(&format!("{folder}/Detect-Esu.ps1"), script);
        if let Some(purpose) = remediate {
            let script = quiet(group, &shared.remediate, failure, purpose);
            add(&format!("{folder}/Remediate-Esu.ps1"), script);
        }
    }
}

/// The tools that take the quiet scripts, and what a script ends with there when something is
/// missing. Configuration Manager reads the line alone; Intune goes by the code.
fn places(group: &GroupKit<'_>) -> Vec<(&'static str, u16)> {
    let mut places = vec![("configmgr", 0)];
    if group
        .system
        .is_some_and(super::systems::System::is_managed_by_intune)
    {
        places.push(("intune", 1));
    }
    places
}

fn install(group: &GroupKit<'_>, code: &Code) -> Vec<u8> {
    let mut script = head(group, "kit-script-install");
    for code in EXIT_CODES {
        comment(
            &mut script,
            &format!("{code:>5}  {}", exit_code(group.language, code)),
        );
    }
    script.push('\n');
    script.push_str(template("install-parameters.ps1"));
    script.push('\n');
    data(group, &mut script);
    script.push_str(&code.texts);
    script.push_str(&code.code);
    windows_text(&script)
}

/// A script that writes one line.
fn quiet(group: &GroupKit<'_>, code: &Code, failure: u16, purpose: &str) -> Vec<u8> {
    let mut script = head(group, purpose);
    script.push('\n');
    data(group, &mut script);
    script.push_str(&code.texts);
    let _ = writeln!(script, "$FailureCode = {failure}\n");
    script.push_str(&code.code);
    windows_text(&script)
}

fn template(name: &str) -> &'static str {
    assets::kit_template(name).unwrap_or_default()
}

/// What the script is, for whom and from which plan.
fn head(group: &GroupKit<'_>, purpose: &str) -> String {
    let language = group.language;
    let mut script = String::new();
    let line = tr_with(language, purpose, &[("group", group.name.as_str().into())]);
    comment(&mut script, &line);
    let made = tr_with(
        language,
        "kit-made-from",
        &[
            ("programme", group.programme.base.name.get(language).into()),
            ("day", i18n::date(language, group.plan.as_of).into()),
            ("edition", group.programme.base.edition.to_string().into()),
        ],
    );
    comment(&mut script, &made);
    script
}

/// A line that PowerShell does not read, whatever it holds.
fn comment(script: &mut String, text: &str) {
    let _ = writeln!(script, "# {}", clean(text));
}

/// A text that PowerShell takes as it is. All of its quotation marks end such a text, also the
/// typographic ones, unless they are doubled.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('\'');
    for character in clean(text).chars() {
        if matches!(character, '\'' | '\u{2018}'..='\u{201b}') {
            quoted.push(character);
        }
        quoted.push(character);
    }
    quoted.push('\'');
    quoted
}

fn list<T>(items: impl IntoIterator<Item = T>, write: impl Fn(T) -> String) -> String {
    let items: Vec<String> = items.into_iter().map(write).collect();
    format!("@({})", items.join(", "))
}

fn truth(is_so: bool) -> &'static str {
    if is_so { "$true" } else { "$false" }
}

/// The plan's facts as variables.
fn data(group: &GroupKit<'_>, script: &mut String) {
    let language = group.language;
    comment(script, &tr(language, "kit-script-data"));
    let route = match &group.way {
        Way::Keys { route, .. } => route.id(),
        _ => "",
    };
    let _ = writeln!(
        script,
        "$Kit = @{{ Group = {}; Programme = {}; Route = '{route}' }}",
        quoted(&group.name),
        quoted(group.programme.base.short_name.get(language)),
    );
    system(group, script);
    let years: &[KeyYear<'_>] = match &group.way {
        Way::Keys { years, .. } => years,
        _ => &[],
    };
    let id_of = |key: &KeyYear<'_>| key.window.and_then(|window| window.activation_id.clone());
    if years.iter().any(|key| id_of(key).is_none()) {
        comment(script, &tr(language, "kit-script-id"));
    }
    script.push_str("$Years = @(\n");
    for (position, key) in years.iter().enumerate() {
        let (label, name) = match key.window {
            Some(window) => (number(window.year), year(language, window)),
            None => ("0".to_owned(), tr(language, "kit-host-key")),
        };
        let _ = writeln!(
            script,
            "    @{{ Number = {label}; Id = {}; Use = '{}'; Name = {} }}{}",
            quoted(&id_of(key).unwrap_or_default()),
            key.needed.id(),
            quoted(&name),
            if position + 1 < years.len() { "," } else { "" },
        );
    }
    script.push_str(")\n");
    script.push_str("$Prerequisites = @(\n");
    for (position, wanted) in group.prerequisites.iter().enumerate() {
        let comma = position + 1 < group.prerequisites.len();
        prerequisite(group, wanted, script);
        script.push_str(if comma { ",\n" } else { "\n" });
    }
    script.push_str(")\n");
    let (query, set) = match &group.way {
        Way::Check { flag: Some(flag) } => (flag.0.as_str(), flag.1.as_str()),
        _ => ("", ""),
    };
    let _ = writeln!(
        script,
        "$Flag = @{{ Query = {}; Add = {} }}",
        quoted(query),
        quoted(set)
    );
    if matches!(group.way, Way::Arc) {
        let _ = writeln!(script, "$SectionName = {}", quoted(AGENT_SECTION));
    }
    errors(group, script);
}

fn system(group: &GroupKit<'_>, script: &mut String) {
    let (Some(system), Some(product)) = (group.system, group.product) else {
        return;
    };
    let numbers = |eligibility: Eligibility| {
        let editions = product.editions.iter();
        let editions = editions.filter(move |edition| edition.eligibility == eligibility);
        editions.flat_map(|edition| system.editions.get(&*edition.id).into_iter().flatten())
    };
    let own = group.group().and_then(|group| group.edition.as_deref());
    let expected: Vec<&u32> = match own.and_then(|id| system.editions.get(id)) {
        Some(known) => known.iter().collect(),
        None => numbers(Eligibility::Eligible).collect(),
    };
    let refused = numbers(Eligibility::NotEligible).filter(|number| !expected.contains(number));
    let _ = writeln!(
        script,
        "$System = @{{ Name = {}; Version = '{}'; Kind = '{}'; ServicePack = {}; Expected = {}; Refused = {} }}",
        quoted(product.name.get(group.language)),
        system.version,
        system.kind.id(),
        system.service_pack,
        list(&expected, ToString::to_string),
        list(refused, ToString::to_string),
    );
}

fn prerequisite(group: &GroupKit<'_>, wanted: &Prerequisite, script: &mut String) {
    let is_looked_for = |id: &&std::sync::Arc<str>| {
        let mut all = group.prerequisites.iter();
        all.any(|other| other.id == **id)
    };
    let _ = write!(
        script,
        "    @{{ Id = {}; Name = {}; Updates = {}; LaterCounts = {}; Build = {}; ShownBy = {} }}",
        quoted(&wanted.id),
        quoted(wanted.name.get(group.language)),
        list(wanted.kbs.iter().chain(&wanted.later_kbs), |kb| quoted(kb)),
        truth(is_told_by_licence(wanted)),
        quoted(wanted.build.as_deref().unwrap_or_default()),
        list(wanted.shown_by.iter().filter(is_looked_for), |id| quoted(
            id
        )),
    );
}

/// Whether a later update whose number is not known may stand for it, so that only the ESU licence
/// tells; where there is a build, that tells for certain.
pub(super) fn is_told_by_licence(wanted: &Prerequisite) -> bool {
    wanted.later_counts && wanted.build.is_none()
}

/// What the plan knows of errors, by their codes; of equal codes the first one counts.
fn errors(group: &GroupKit<'_>, script: &mut String) {
    let language = group.language;
    let mut known: Vec<(String, String)> = Vec::new();
    for error in &group.plan.errors {
        let text = tr_with(
            language,
            "plan-error",
            &[
                ("cause", error.cause.get(language).into()),
                ("action", error.action.get(language).into()),
            ],
        );
        for code in codes(&error.symptom.en) {
            if !known.iter().any(|(other, _)| *other == code) {
                known.push((code, text.clone()));
            }
        }
    }
    script.push_str("$KnownErrors = @{\n");
    for (code, text) in known {
        let _ = writeln!(script, "    '{code}' = {}", quoted(&text));
    }
    script.push_str("}\n");
}

/// The codes in a symptom, as Windows writes them.
fn codes(symptom: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (start, _) in symptom.match_indices("0x") {
        let digits = symptom.get(start + 2..start + 10).unwrap_or_default();
        if digits.len() == 8 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            found.push(format!("0x{}", digits.to_ascii_uppercase()));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_quotation_mark_ends_a_text() {
        for (text, expected) in [
            ("plain", "'plain'"),
            ("it's", "'it''s'"),
            ("it’s ‘so’ ‚or‛", "'it’’s ‘‘so’’ ‚‚or‛‛'"),
            ("$(calc) `n \"x\"", "'$(calc) `n \"x\"'"),
            ("a\r\nb\u{2028}c\u{0}", "'a  b c'"),
        ] {
            assert_eq!(quoted(text), expected);
        }
    }

    #[test]
    fn a_script_says_only_what_it_has_words_for() {
        let mut used = std::collections::BTreeSet::new();
        for name in [
            "common.ps1",
            "install.ps1",
            "detect.ps1",
            "remediate.ps1",
            "arc.ps1",
            "one-line.ps1",
        ] {
            let code = template(name);
            assert!(!code.is_empty(), "{name}");
            for call in ["Get-Words '", "Say '"] {
                let after = code
                    .match_indices(call)
                    .map(|(at, call)| &code[at + call.len()..]);
                used.extend(after.filter_map(|rest| Some(rest.split_once('\'')?.0.to_owned())));
            }
            for (at, call) in code.match_indices("Stop-Here ") {
                let rest = &code[at + call.len()..];
                if let Some((_, rest)) = rest.split_once(" '").filter(|(code, _)| code.len() < 5) {
                    used.extend(rest.split_once('\'').map(|(name, _)| name.to_owned()));
                }
            }
        }
        let known: std::collections::BTreeSet<String> = said().map(str::to_owned).collect();
        let only_in_batch = known.difference(&used).collect::<Vec<_>>();
        assert!(only_in_batch.is_empty(), "nothing says {only_in_batch:?}");
        assert_eq!(used, known);
    }

    #[test]
    fn codes_are_found_in_symptoms() {
        assert_eq!(
            codes("0x80072EE7, 0x80072ee2 and 0xZZ"),
            ["0x80072EE7", "0x80072EE2"]
        );
    }
}
