//! The manual pages and the shells' completions, made from the one definition of the arguments.
//!
//! Packages carry them; nobody calls this by hand, so the option is not shown.

use std::io::{self, Write};
use std::path::Path;

use clap::{Command, CommandFactory as _};
use clap_complete::{Shell, generate};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::{Arguments, CallError, DONE, UNUSABLE, write_file};

const NAME: &str = "esu-planner";

/// Writes all of them into a folder that is there; gives the exit code.
pub(super) fn run(folder: &Path, err: &mut dyn Write) -> u8 {
    match write(folder) {
        Ok(()) => DONE,
        Err(error) => {
            let _ = writeln!(err, "esu-planner: {error}");
            UNUSABLE
        }
    }
}

fn write(folder: &Path) -> Result<(), CallError> {
    for (name, bytes) in files()? {
        write_file(&folder.join(name), &bytes)?;
    }
    Ok(())
}

/// The name of each file, as the systems want it, and its bytes.
fn files() -> io::Result<Vec<(String, Vec<u8>)>> {
    let mut command = shown();
    let mut files = Vec::new();
    for (shell, name) in [
        (Shell::Bash, "esu-planner.bash"),
        (Shell::Fish, "esu-planner.fish"),
        (Shell::PowerShell, "esu-planner.ps1"),
        (Shell::Zsh, "_esu-planner"),
    ] {
        let mut bytes = Vec::new();
        generate(shell, &mut command, NAME, &mut bytes);
        if shell == Shell::Bash {
            bytes = with_one_spelling(&bytes);
        }
        files.push((name.to_owned(), bytes));
    }
    let calls: Vec<Command> = command.get_subcommands().cloned().collect();
    let names: Vec<String> = calls.iter().map(page_name).collect();
    files.push((format!("{NAME}.1"), page(command, &names)?));
    let main = [NAME.to_owned()];
    for (call, name) in calls.into_iter().zip(&names) {
        files.push((format!("{name}.1"), page(call, &main)?));
    }
    Ok(files)
}

/// The script for bash of a program with a hyphen in its name: the generator spells that in two ways
/// (clap issue 6421), so that no option of a call would be completed.
fn with_one_spelling(script: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(script)
        .replace("esu__subcmd__planner", "esu__planner")
        .into_bytes()
}

/// The arguments without those that only the program gives to itself: the generators of the
/// completions do not leave hidden ones out.
fn shown() -> Command {
    let whole = Arguments::command();
    let mut command = Command::new(NAME)
        .version(env!("CARGO_PKG_VERSION"))
        .args_conflicts_with_subcommands(true)
        .disable_help_subcommand(true)
        .subcommand_value_name("CALL")
        .subcommand_help_heading("CALLS")
        .args(whole.get_arguments().filter(|a| !a.is_hide_set()).cloned())
        .subcommands(whole.get_subcommands().cloned());
    if let Some(about) = whole.get_about() {
        command = command.about(about.clone());
    }
    if let Some(about) = whole.get_long_about() {
        command = command.long_about(about.clone());
    }
    command.build();
    command
}

/// `esu-planner-plan` of the call `plan`.
fn page_name(call: &Command) -> String {
    format!("{NAME}-{}", call.get_name())
}

/// A manual page: what the arguments say, where files lie, and what else to read.
fn page(command: Command, see_also: &[String]) -> io::Result<Vec<u8>> {
    let is_main = command.has_subcommands();
    let mut page = Vec::new();
    // The title that the generator makes leaves an empty day out, and with it what follows shifts.
    let name = command.get_display_name().unwrap_or(NAME);
    writeln!(
        page,
        ".TH \"{}\" \"1\" \"\" \"{NAME} {}\" \"ESU Planner\"",
        name.to_uppercase().replace('-', "\\-"),
        env!("CARGO_PKG_VERSION"),
    )?;
    let man = Man::new(command);
    man.render_name_section(&mut page)?;
    man.render_synopsis_section(&mut page)?;
    man.render_description_section(&mut page)?;
    man.render_options_section(&mut page)?;
    if is_main {
        man.render_subcommands_section(&mut page)?;
        page.write_all(environment_and_files().render().as_bytes())?;
    }
    page.write_all(others(see_also).render().as_bytes())?;
    Ok(page)
}

fn environment_and_files() -> Roff {
    let mut roff = Roff::new();
    roff.control("SH", ["ENVIRONMENT"])
        .control("TP", [])
        .text([bold("ESU_PLANNER_RENDERER")])
        .text([roman(
            "What to draw the window with, as --renderer takes it.",
        )]);
    roff.control("SH", ["FILES"]);
    for (path, what) in [
        (
            "$XDG_CONFIG_HOME/esu-planner",
            "The preferences; ~/.config/esu-planner where the variable is not set.",
        ),
        (
            "$XDG_STATE_HOME/esu-planner",
            "Drafts of unsaved work; ~/.local/state/esu-planner where the variable is not set.",
        ),
    ] {
        roff.control("TP", [])
            .text([bold(path)])
            .text([roman(what)]);
    }
    roff
}

fn others(names: &[String]) -> Roff {
    let mut line = Vec::new();
    for name in names {
        if !line.is_empty() {
            line.push(roman(", "));
        }
        line.push(bold(name));
        line.push(roman("(1)"));
    }
    let mut roff = Roff::new();
    roff.control("SH", ["SEE ALSO"]).text(line);
    roff
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use clap::Arg;

    use super::*;

    fn texts() -> BTreeMap<String, String> {
        let files = files().unwrap().into_iter();
        files
            .map(|(name, bytes)| (name, String::from_utf8(bytes).unwrap()))
            .collect()
    }

    #[test]
    fn they_are_written_into_a_folder_that_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let mut said = Vec::new();
        assert_eq!(run(folder.path(), &mut said), DONE);
        assert_eq!(
            std::fs::read_dir(folder.path()).unwrap().count(),
            texts().len()
        );
        let missing = folder.path().join("missing");
        assert_eq!(run(&missing, &mut said), UNUSABLE);
        let said = String::from_utf8(said).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("can't be written"), "{said}");
    }

    #[test]
    fn each_call_has_a_page_that_the_main_page_names() {
        let texts = texts();
        let main = &texts["esu-planner.1"];
        for call in Arguments::command().get_subcommands() {
            let page = &texts[&format!("{}.1", page_name(call))];
            assert!(
                page.contains(".SH \"SEE ALSO\"\n\\fBesu\\-planner\\fR(1)"),
                "{page}"
            );
            let name = page_name(call).replace('-', "\\-");
            assert!(main.contains(&format!("\\fB{name}\\fR(1)")), "{main}");
        }
    }

    #[test]
    fn each_shell_completes_each_call_and_option() {
        let texts = texts();
        let command = shown();
        for name in [
            "_esu-planner",
            "esu-planner.bash",
            "esu-planner.fish",
            "esu-planner.ps1",
        ] {
            let text = &texts[name];
            for call in command.get_subcommands() {
                assert!(
                    text.contains(call.get_name()),
                    "{name}: {}",
                    call.get_name()
                );
                for option in call.get_arguments().filter_map(|a| a.get_long()) {
                    assert!(text.contains(option), "{name}: --{option}");
                }
            }
        }
    }

    #[test]
    fn bash_finds_the_options_of_each_call() {
        let script = &texts()["esu-planner.bash"];
        let states: Vec<&str> = script.split("cmd=\"").skip(1).collect();
        assert!(states.len() > 6, "{script}");
        for state in states.iter().filter_map(|rest| rest.split('"').next()) {
            assert!(
                state.is_empty() || script.contains(&format!(" {state})\n")),
                "{state}"
            );
        }
    }

    #[test]
    fn what_is_hidden_stands_nowhere() {
        let whole = Arguments::command();
        let hidden: Vec<_> = whole
            .get_arguments()
            .filter(|argument| argument.is_hide_set())
            .filter_map(|argument| argument.get_long())
            .collect();
        assert!(hidden.contains(&"generate") && hidden.contains(&"failed"));
        let is_hidden =
            |call: &Command| call.is_hide_set() || call.get_arguments().any(Arg::is_hide_set);
        assert!(
            !whole.get_subcommands().any(is_hidden),
            "shown() copies the calls whole"
        );
        for (name, text) in texts() {
            let text = text.replace("\\-", "-");
            for option in &hidden {
                assert!(
                    !text.contains(&format!("--{option}")),
                    "{name} tells --{option}"
                );
                assert!(
                    !text.contains(&format!("-l {option}")),
                    "{name} tells --{option}"
                );
            }
        }
    }
}
