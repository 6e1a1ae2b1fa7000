//! The kit's README: what is what, in which order, and what the kit can't do.

use std::fmt::Write as _;

use crate::i18n::{self, tr, tr_with};
use crate::report::ReportInput;
use crate::report::words::clean;

use super::group::{GroupKit, Needed, Route, Way};
use super::words::{exit_code, number};
use super::{EXIT_CODES, KitFile, windows_text};

/// Its name.
pub(super) const NAME: &str = "README.txt";

/// So wide are its lines.
const WIDTH: usize = 78;

/// Writes it.
pub(super) fn write(
    input: &ReportInput<'_>,
    groups: &[GroupKit<'_>],
    files: &[KitFile],
) -> Vec<u8> {
    let language = input.language;
    let mut page = Page::default();
    page.heading(&tr(language, "kit-title"), '=');
    let organisation = match input.profile.organisation.name.trim() {
        "" => tr(language, "plan-not-named"),
        name => clean(name).into_owned(),
    };
    page.say(
        "",
        &tr_with(
            language,
            "kit-of",
            &[
                ("organisation", organisation.into()),
                ("day", i18n::date(language, input.plan.as_of).into()),
            ],
        ),
    );
    page.gap();
    page.say("", &tr(language, "kit-not-run"));

    page.part(&tr(language, "kit-groups"));
    for group in groups {
        let title = match &group.folder {
            Some(folder) => format!("{folder}: {}", group.name),
            None => group.name.clone(),
        };
        page.say("", &title);
        page.say("    ", &about(group));
    }

    let has = |ending: &str| files.iter().any(|file| file.path.ends_with(ending));
    page.part(&tr(language, "kit-files"));
    for (ending, name, id) in [
        ("runbook.txt", "runbook.txt, runbook.md", "kit-file-runbook"),
        ("Install-Esu.ps1", "Install-Esu.ps1", "kit-file-install"),
        ("install-esu.cmd", "install-esu.cmd", "kit-file-batch"),
        (
            "configmgr/Detect-Esu.ps1",
            "configmgr\\Detect-Esu.ps1, Remediate-Esu.ps1",
            "kit-file-configmgr",
        ),
        (
            "intune/Detect-Esu.ps1",
            "intune\\Detect-Esu.ps1, Remediate-Esu.ps1",
            "kit-file-intune",
        ),
        ("", "kit.json", "kit-file-index"),
    ] {
        if has(ending) {
            page.say("", name);
            page.say("    ", &tr(language, id));
        }
    }

    if has("Install-Esu.ps1") {
        page.part(&tr(language, "kit-order"));
        let steps = [
            "kit-order-read",
            "kit-order-pilot",
            "kit-order-updates",
            "kit-order-keys",
            "kit-order-verify",
        ];
        for (position, id) in (1..).zip(steps) {
            page.item(&format!("{position}. "), &tr(language, id));
        }
        page.gap();
        for call in [
            "powershell.exe -NoProfile -ExecutionPolicy Bypass -File Install-Esu.ps1",
            "type key.txt | powershell.exe -NoProfile -ExecutionPolicy Bypass -File Install-Esu.ps1 -KeyFromInput -Unattended",
            "install-esu.cmd",
        ] {
            let _ = writeln!(page.text, "    {call}");
        }
        page.part(&tr(language, "kit-parameters"));
        for (name, id) in [
            ("-Year 1,2", "kit-parameter-year"),
            ("-KeyFromInput", "kit-parameter-input"),
            ("-Unattended", "kit-parameter-unattended"),
            ("-KeyOnly", "kit-parameter-key-only"),
            ("-Route Online|Phone|Vamt", "kit-parameter-route"),
            ("-ConfirmationId 123456…", "kit-parameter-confirmation"),
            ("-ActivationId ID", "kit-parameter-activation"),
            ("-Assume ID,ID", "kit-parameter-assume"),
            ("-LogPath FILE", "kit-parameter-log"),
        ] {
            page.say("", name);
            page.say("    ", &tr(language, id));
        }
        page.part(&tr(language, "kit-exit-codes"));
        for code in EXIT_CODES {
            page.item(&format!("{code:>6}  "), &exit_code(language, code));
        }
        page.part(&tr(language, "kit-key"));
        page.say("", &tr(language, "kit-key-is-secret"));
    }

    page.part(&tr(language, "kit-by-hand"));
    for id in [
        "kit-by-hand-updates",
        "kit-by-hand-vamt",
        "kit-by-hand-others",
        "kit-by-hand-azure",
    ] {
        page.item("- ", &tr(language, id));
    }
    windows_text(&page.text)
}

/// What becomes of a group and how its folder helps.
fn about(group: &GroupKit<'_>) -> String {
    let language = group.language;
    let way = match &group.way {
        Way::Keys { years, route } => {
            let current = years.iter().filter(|key| key.needed == Needed::Current);
            let current = current.filter_map(|key| key.window);
            let numbers: Vec<String> = current.map(|window| number(window.year)).collect();
            let id = match route {
                _ if numbers.is_empty() => "kit-way-host-key",
                Route::Online => "kit-way-online",
                Route::Phone => "kit-way-phone",
                Route::Vamt => "kit-way-vamt",
            };
            tr_with(language, id, &[("year", numbers.join(", ").into())])
        }
        Way::Check { .. } => tr(language, "kit-way-check"),
        Way::Arc => tr(language, "kit-way-arc"),
        Way::ByHand => tr(language, "kit-way-by-hand"),
        Way::Nothing => tr(language, "kit-way-nothing"),
    };
    let parts = [
        group.programme.base.short_name.get(language).to_owned(),
        group.verdicts(),
        way,
    ];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn gap(&mut self) {
        self.text.push('\n');
    }

    fn heading(&mut self, text: &str, line: char) {
        let rule: String = text.chars().map(|_| line).collect();
        let _ = writeln!(self.text, "{text}\n{rule}\n");
    }

    fn part(&mut self, title: &str) {
        self.gap();
        self.heading(title, '-');
    }

    fn say(&mut self, indent: &str, text: &str) {
        self.wrap(indent, indent, text);
    }

    fn item(&mut self, mark: &str, text: &str) {
        let indent: String = mark.chars().map(|_| ' ').collect();
        self.wrap(mark, &indent, text);
    }

    fn wrap(&mut self, first: &str, indent: &str, text: &str) {
        let mut line = first.to_owned();
        let mut is_fresh = true;
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let width = line.chars().count() + 1 + word.chars().count();
            if !is_fresh && width > WIDTH {
                let _ = writeln!(self.text, "{line}");
                indent.clone_into(&mut line);
                is_fresh = true;
            }
            if !is_fresh {
                line.push(' ');
            }
            line.push_str(word);
            is_fresh = false;
        }
        let _ = writeln!(self.text, "{line}");
    }
}
