//! The start of the window: one way to draw after the other until frames have been presented.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui_wgpu::WgpuError;
use eframe::wgpu::Backends;

use super::adapters::{Wanted, one_line};
use super::host::{Host as _, SystemHost};
use super::last_words::NoWindow;
use super::marks::Marks;
use super::preferences::{Loaded, Preferences};
use super::renderers::{DISTRUSTED_AFTER, GIVEN_UP_AFTER, Order, Rung, Wishes};
use super::restart::{Restart, SOFTWARE_GL};
use super::settings::language_of;
use super::trial::{Ending, Trial, guard, is_in_app};
use super::window::{Opening, run};
use crate::assets;
use crate::cli::WindowArguments;
use crate::domain::choice::Choice as _;
use crate::domain::text::Language;
use crate::i18n::{tr, tr_with};

/// The variable that chooses what draws the window.
const VARIABLE: &str = "ESU_PLANNER_RENDERER";

/// A device that is lost again so soon after a start is not tried a third time.
const SOON: Duration = Duration::from_mins(1);

/// How the window came to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was closed; this drew it.
    Closed(String),
    /// Another run took over and ended with this exit code.
    TakenOver(u8),
}

/// Opens the window and runs until it closes.
///
/// Ways to draw are tried in turn until frames have been presented. A way that fails with a reason
/// is followed by the next one in this run; after a panic or a hang the program starts itself
/// again without that way. A lost device ends in a new start that goes on with the same work.
///
/// # Errors
/// No way works.
pub fn run_window(arguments: &WindowArguments) -> Result<Ended, NoWindow> {
    // Read while the window opens; whoever needs it first waits for it.
    std::thread::spawn(assets::catalogue);
    let loaded = Preferences::load(&SystemHost::default());
    let language = (arguments.language).unwrap_or_else(|| language_of(loaded.preferences.language));
    let start = Start::new(arguments, loaded, language);
    start.walk()
}

/// One start of the window, over all ways to draw.
struct Start {
    arguments: WindowArguments,
    loaded: Loaded,
    language: Language,
    order: Order,
    restricted_to: Option<Backends>,
    marks: Marks,
    has_no_card: bool,
    /// What the person is told first.
    notices: Vec<String>,
}

/// What came of one try.
enum Try {
    Closed(String),
    Ended(Ending, Option<String>, Duration),
    Failed(String),
    Panicked(String),
    NoDesktop(String),
}

impl Start {
    fn new(arguments: &WindowArguments, loaded: Loaded, language: Language) -> Self {
        let there = Rung::of_this_build();
        let marks = Marks::of_system();
        let has_no_card = has_no_card();
        let option = arguments.renderer.as_deref();
        let variable = std::env::var(VARIABLE).unwrap_or_default();
        let restricted_to = Backends::from_env();
        let wishes = Wishes {
            option: option.and_then(Rung::from_id),
            variable: Rung::from_id(&variable.trim().to_ascii_lowercase()),
            // "auto" on the command line overrules the preferences.
            preference: (loaded.preferences.renderer).filter(|_| option != Some("auto")),
            drew_last: (loaded.preferences.drew_last).filter(|_| option != Some("auto")),
            backends: restricted_to,
            has_no_card,
            distrusted: marks.left_over(DISTRUSTED_AFTER),
            given_up: marks.left_over(GIVEN_UP_AFTER),
        };
        let order = Order::of(&there, &wishes, SystemHost::default().today());
        let mut notices = Vec::new();
        for rung in &order.skipped_first {
            let name = rung.name().into();
            notices.push(tr_with(language, "start-skipped", &[("renderer", name)]));
        }
        let asked = [option.unwrap_or_default(), variable.trim()];
        for wish in asked.iter().filter(|wish| !wish.is_empty()) {
            let is_there =
                Rung::from_id(&wish.to_ascii_lowercase()).is_some_and(|rung| there.contains(&rung));
            if !is_there && *wish != "auto" {
                let name = (*wish).to_owned().into();
                notices.push(tr_with(language, "start-not-there", &[("renderer", name)]));
            }
        }
        if arguments.lost.is_some() {
            notices.push(tr(language, "start-device-lost"));
        }
        Self {
            arguments: arguments.clone(),
            loaded,
            language,
            order,
            restricted_to,
            marks,
            has_no_card,
            notices,
        }
    }

    fn walk(mut self) -> Result<Ended, NoWindow> {
        for rung in self.order.rungs.clone() {
            if self.has_failed(rung) {
                continue;
            }
            if rung == Rung::SoftwareGl && std::env::var_os(SOFTWARE_GL).is_none() {
                // Mesa reads its variable when the program starts.
                if let Ok(code) = again(self.arguments.clone(), true) {
                    return Ok(Ended::TakenOver(code));
                }
                self.fail(rung, "the program can't be started again");
                continue;
            }
            match self.try_one(rung) {
                Try::Closed(drawn_with) => return Ok(Ended::Closed(drawn_with)),
                Try::Ended(ending, lost, ran) => return self.go_on(rung, ending, lost, ran),
                Try::Failed(reason) => self.fail(rung, &reason),
                Try::NoDesktop(reason) => return Err(NoWindow::at_all(reason, self.language)),
                Try::Panicked(reason) => {
                    // What the driver left behind in this process is not to be relied on.
                    self.fail(rung, &reason);
                    if let Ok(code) = again(self.arguments.clone(), false) {
                        return Ok(Ended::TakenOver(code));
                    }
                }
            }
        }
        Err(NoWindow {
            tried: self.reasons(),
            language: self.language,
        })
    }

    fn fail(&mut self, rung: Rung, reason: &str) {
        self.arguments
            .failed
            .push(format!("{}={reason}", rung.id()));
    }

    fn has_failed(&self, rung: Rung) -> bool {
        self.failures().any(|(failed, _)| failed == rung)
    }

    /// The ways that failed, in this run and before, each with its reason.
    fn failures(&self) -> impl Iterator<Item = (Rung, &str)> {
        self.arguments.failed.iter().filter_map(|failed| {
            let (id, reason) = failed.split_once('=')?;
            Some((Rung::from_id(id)?, reason))
        })
    }

    fn reasons(&self) -> Vec<(Option<&'static str>, String)> {
        let skipped = (self.order.skipped.iter())
            .filter(|rung| !self.has_failed(**rung))
            .map(|rung| {
                let reason = format!(
                    "left out, as the program did not survive it {GIVEN_UP_AFTER} times; \
                     --renderer {} tries it again",
                    rung.id()
                );
                (Some(rung.id()), reason)
            });
        self.failures()
            .map(|(rung, reason)| (Some(rung.id()), reason.to_owned()))
            .chain(skipped)
            .collect()
    }

    /// A new run goes on with the work of the one that ended.
    fn go_on(
        &mut self,
        rung: Rung,
        ending: Ending,
        lost: Option<String>,
        ran: Duration,
    ) -> Result<Ended, NoWindow> {
        let was_lost_before = self.arguments.lost.as_deref() == Some(rung.id());
        if was_lost_before && ran < SOON {
            // Whether a reason was told or not: no start is to follow the other for ever.
            let reason = lost.unwrap_or_else(|| "no reason was told".to_owned());
            self.fail(rung, &format!("its device was lost twice: {reason}"));
        }
        let mut arguments = WindowArguments {
            file: ending.file,
            lose_device_after: None,
            ..self.arguments.clone()
        };
        if ending.is_asked_for {
            // The new choice of the preferences counts, whatever this run was asked for.
            arguments.renderer = None;
            arguments.lost = None;
            arguments.failed.clear();
        } else {
            arguments.lost = Some(rung.id().to_owned());
        }
        again(arguments, false)
            .map(Ended::TakenOver)
            .map_err(|error| NoWindow::at_all(one_line(&error.to_string()), self.language))
    }

    fn try_one(&self, rung: Rung) -> Try {
        let is_chosen = self.order.chosen == Some(rung);
        let watched = Trial::new(self.marks.set(rung));
        let opening = Opening {
            rung,
            wanted: Wanted::of(rung, is_chosen || self.has_no_card),
            restricted_to: self.restricted_to,
            has_no_card: self.has_no_card,
            // What stands in for a better way is not what the next start begins with.
            is_remembered: self.order.chosen.is_none() && self.order.skipped_first.is_empty(),
            is_whole_walk: self.order.is_whole_walk,
            arguments: self.arguments.clone(),
            loaded: self.loaded.clone(),
            language: self.language,
            notices: self.notices_for(rung),
            marks: self.marks.clone(),
            watched: Arc::clone(&watched),
        };
        let hung = {
            let mut arguments = self.arguments.clone();
            let reason = "it hung before the first frame";
            arguments.failed.push(format!("{}={reason}", rung.id()));
            move || {
                let again = Restart {
                    arguments,
                    by_software_gl: false,
                };
                // The window's thread hangs, and with it the window: the program ends from here. Its
                // mark stays, since a way that always hangs is not to cost this time at each start.
                let code = again.leave().err().map_or(0, |_| crate::cli::UNUSABLE);
                std::process::exit(i32::from(code));
            }
        };
        let began = Instant::now();
        let guard = guard(&watched, hung);
        let result = catch_unwind(AssertUnwindSafe(|| run(opening)));
        drop(guard);
        watched.clear_mark();
        let lost = watched.lost();
        let panicked = result.as_ref().err().map(|payload| words_of(&**payload));
        let lost = lost.or(panicked.filter(|_| watched.is_drawn()));
        if let Some(ending) = watched.ending() {
            return Try::Ended(ending, lost, began.elapsed());
        }
        match result {
            // Not a renderer's fault: whoever reports panics has done so.
            Err(payload) if is_in_app() => resume_unwind(payload),
            Err(payload) => Try::Panicked(lost.unwrap_or_else(|| words_of(&*payload))),
            Ok(Err(eframe::Error::WinitEventLoop(error))) => {
                Try::NoDesktop(one_line(&error.to_string()))
            }
            Ok(Err(error)) => Try::Failed(reason_of(&error)),
            Ok(Ok(())) => match (watched.drawn_with(), lost) {
                (Some(drawn_with), _) => Try::Closed(drawn_with),
                (None, Some(reason)) => Try::Failed(reason),
                (None, None) if watched.is_refused() => {
                    Try::Failed("the window gives it no image to draw on".to_owned())
                }
                // Closed before anything was drawn: the person did not want to wait.
                (None, None) => Try::Closed(rung.name().to_owned()),
            },
        }
    }

    /// What the person is told when this way draws the window.
    fn notices_for(&self, rung: Rung) -> Vec<String> {
        let mut notices = self.notices.clone();
        if let Some(chosen) = self.order.chosen
            && chosen != rung
            && self.has_failed(chosen)
        {
            notices.push(tr_with(
                self.language,
                "start-choice-failed",
                &[
                    ("renderer", chosen.name().into()),
                    ("instead", rung.name().into()),
                ],
            ));
        }
        notices
    }
}

/// Starts the program again in place of this one.
fn again(arguments: WindowArguments, by_software_gl: bool) -> std::io::Result<u8> {
    Restart {
        arguments,
        by_software_gl,
    }
    .run()
}

/// Why a way does not work, in one line.
fn reason_of(error: &eframe::Error) -> String {
    match error {
        eframe::Error::Wgpu(WgpuError::CustomNativeAdapterSelectionError(reason)) => reason.clone(),
        eframe::Error::Wgpu(WgpuError::CreateSurfaceError(_)) => {
            "no driver for it can draw into the window".to_owned()
        }
        other => one_line(&other.to_string()),
    }
}

/// The words of a panic.
fn words_of(payload: &(dyn std::any::Any + Send)) -> String {
    let words = payload
        .downcast_ref::<String>()
        .map(String::as_str)
        .or_else(|| payload.downcast_ref::<&str>().copied());
    one_line(words.unwrap_or("it ended in a panic"))
}

/// Whether the system shows that there is no graphics card; false where it can't be told.
fn has_no_card() -> bool {
    if !cfg!(target_os = "linux") {
        return false;
    }
    let render_nodes = std::fs::read_dir("/dev/dri")
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| entry.file_name().to_string_lossy().starts_with("render"));
    let others = ["/dev/nvidiactl", "/dev/dxg", "/dev/kgsl-3d0"];
    let has_other = others.iter().any(|path| PathBuf::from(path).exists());
    !(render_nodes || has_other)
}
