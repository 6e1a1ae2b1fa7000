//! Starts of the real program, as far as they need no display; `packaging/test.sh` has the others.

use std::path::Path;
use std::process::{Command, Output};

/// Starts the program with a home of its own and without a display.
fn start(home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_esu-planner"))
        .args(arguments)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_STATE_HOME", home.join("state"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .output()
        .unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_display_the_program_says_so_and_names_the_way_out() {
    let home = tempfile::tempdir().unwrap();
    for arguments in [&[][..], &["--smoke-test"], &["--renderer", "glow"]] {
        let output = start(home.path(), arguments);
        let said = text(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("no window can be opened"), "{said}");
        assert!(said.contains("`esu-planner plan FILE`"), "{said}");
        assert!(said.contains("DISPLAY is set"), "the reason: {said}");
        assert!(output.stdout.is_empty());
    }
    // A start that told its reason leaves nothing behind that the next one would distrust.
    let state = home.path().join("state/esu-planner");
    let left = std::fs::read_dir(state).into_iter().flatten();
    assert_eq!(left.count(), 0);
}

#[test]
fn a_renderer_that_does_not_exist_is_refused_with_those_that_do() {
    let home = tempfile::tempdir().unwrap();
    let output = start(home.path(), &["--renderer", "teapot"]);
    let said = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(said.lines().count(), 1, "{said}");
    for name in esu_planner::cli::RENDERERS {
        assert!(said.contains(name), "{name}: {said}");
    }
}

#[test]
fn help_tells_how_a_renderer_is_chosen_and_keeps_what_is_not_for_people() {
    let home = tempfile::tempdir().unwrap();
    let help = text(&start(home.path(), &["--help"]).stdout);
    assert!(help.contains("--renderer <NAME>"), "{help}");
    assert!(help.contains("ESU_PLANNER_RENDERER"), "{help}");
    assert!(help.contains("software-gl"), "{help}");
    for hidden in ["--rescued", "--failed", "--lost", "--lose-device-after"] {
        assert!(!help.contains(hidden), "{hidden}");
    }
}
