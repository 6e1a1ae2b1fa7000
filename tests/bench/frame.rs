//! How long a frame takes with 10,000 groups: layout, shapes and tessellation, drawn without a
//! window on one thread, so that the median is the processor's time. `packaging/measure.sh` runs it.
//!
//! `cargo bench --bench frame -- GROUPS` measures another number of groups.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that can't begin has nothing to measure, and it says what it measured"
)]

mod estate;

use std::time::Instant;

use eframe::egui::accesskit::{Action, ActionRequest, NodeId, Role, TreeId};
use eframe::egui::{
    Context, Event, Key, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase,
    pos2, vec2,
};
use esu_planner::app::App;
use esu_planner::app::host::{Pace, StateFolder, SystemHost};
use esu_planner::assets;
use esu_planner::domain::text::Language;
use esu_planner::file;
use esu_planner::ui::theme;

use estate::estate;

/// The most milliseconds that a frame may take, the plan included where something is typed.
const MARK: f64 = 4.0;

/// The frames of each run; the run's time is their median.
const FRAMES: usize = 61;

fn main() {
    // Cargo adds `--bench`.
    let groups = std::env::args().skip(1).find_map(|word| word.parse().ok());
    let groups = groups.unwrap_or(10_000);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.esu");
    println!("CPU time of a frame in ms; the mark is {MARK} ms");
    println!(
        "{:22} {:9} {:9} {:>7} {:>7} {:>7}  of it tessellation",
        "sample", "screen", "while", "median", "95 %", "most"
    );
    for sample in ["mixed-estate.esu", "mixed-estate-2026.esu"] {
        std::fs::write(&path, file::to_text(&estate(sample, groups))).expect("a file");
        for (name, key) in [
            ("profile", Key::Num1),
            ("decisions", Key::Num2),
            ("plan", Key::Num3),
            ("faq", Key::Num4),
            ("paper", Key::P),
        ] {
            let mut window = Window::new(&path);
            window.press(Modifiers::COMMAND, key);
            for _ in 0..20 {
                window.frame(Vec::new());
            }
            let idle: Vec<Cost> = (0..FRAMES).map(|_| window.frame(Vec::new())).collect();
            report(sample, name, "idle", &idle);
            if name == "profile" {
                window.focus_first_text_field();
                let typed = |number: usize| if number.is_multiple_of(7) { "y" } else { "x" };
                let typing: Vec<Cost> = (0..FRAMES)
                    .map(|number| window.frame(vec![Event::Text(typed(number).to_owned())]))
                    .collect();
                report(sample, name, "typing", &typing);
                let after: Vec<Cost> = (0..FRAMES).map(|_| window.frame(Vec::new())).collect();
                report(sample, name, "focused", &after);
            }
            let scrolling: Vec<Cost> = (0..4 * FRAMES)
                .map(|_| window.frame(vec![wheel(-45.0)]))
                .collect();
            report(sample, name, "scrolling", &scrolling);
            let at_the_end: Vec<Cost> = (0..FRAMES).map(|_| window.frame(Vec::new())).collect();
            report(sample, name, "at end", &at_the_end);
            window.context.enable_accesskit();
            window.frame(Vec::new());
            let read: Vec<Cost> = (0..FRAMES).map(|_| window.frame(Vec::new())).collect();
            report(sample, name, "read out", &read);
        }
    }
}

/// The app, drawn at the size in which its window opens.
struct Window {
    context: Context,
    app: App,
    time: f64,
    _state: tempfile::TempDir,
}

/// Milliseconds.
#[derive(Clone, Copy)]
struct Cost {
    whole: f64,
    tessellation: f64,
}

impl Window {
    fn new(path: &std::path::Path) -> Self {
        let context = Context::default();
        theme::install(&context);
        let catalogue = assets::catalogue().expect("the data is sound");
        // A folder of its own: nobody's drafts are offered here, and none are left behind.
        let folder = tempfile::tempdir().expect("a folder");
        let state = StateFolder::new(Some(folder.path().to_owned()));
        let host = SystemHost::with_state(state, Pace::default());
        let mut app = App::new(Box::new(host), catalogue, Language::English);
        app.open(path);
        let mut window = Self {
            context,
            app,
            time: 0.0,
            _state: folder,
        };
        window.frame(vec![Event::PointerMoved(pos2(640.0, 560.0))]);
        window
    }

    fn input(&mut self, events: Vec<Event>) -> RawInput {
        self.time += 1.0 / 60.0;
        RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1440.0, 900.0))),
            time: Some(self.time),
            events,
            ..RawInput::default()
        }
    }

    fn frame(&mut self, events: Vec<Event>) -> Cost {
        let input = self.input(events);
        let began = Instant::now();
        let mut output = self.context.run_ui(input, |ui| self.app.frame(ui));
        let drawn = Instant::now();
        // Nobody draws them.
        output.textures_delta.clear();
        let meshes = self
            .context
            .tessellate(output.shapes, output.pixels_per_point);
        let ended = Instant::now();
        std::hint::black_box(meshes);
        let milliseconds = |from, to: Instant| to.duration_since(from).as_secs_f64() * 1e3;
        Cost {
            whole: milliseconds(began, ended),
            tessellation: milliseconds(drawn, ended),
        }
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        let event = |pressed| Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        };
        self.frame(vec![event(true)]);
        self.frame(vec![event(false)]);
    }

    /// Gives the keyboard to the organisation's name, as a screen reader would.
    fn focus_first_text_field(&mut self) {
        self.context.enable_accesskit();
        let input = self.input(Vec::new());
        let mut output = self.context.run_ui(input, |ui| self.app.frame(ui));
        output.textures_delta.clear();
        self.context.disable_accesskit();
        let tree = output
            .platform_output
            .accesskit_update
            .expect("the tree is asked for");
        let field: NodeId = tree
            .nodes
            .iter()
            .find(|(_, node)| {
                node.role() == Role::TextInput
                    && node.label().is_some_and(|name| name.starts_with("Name"))
            })
            .expect("the organisation has a name")
            .0;
        self.frame(vec![Event::AccessKitActionRequest(ActionRequest {
            action: Action::Focus,
            target_tree: TreeId::ROOT,
            target_node: field,
            data: None,
        })]);
        assert!(
            self.context.text_edit_focused(),
            "the field has the keyboard"
        );
    }
}

fn wheel(points: f32) -> Event {
    Event::MouseWheel {
        source: MouseWheelSource::Wheel,
        unit: MouseWheelUnit::Point,
        delta: vec2(0.0, points),
        phase: TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

fn report(sample: &str, screen: &str, doing: &str, costs: &[Cost]) {
    let sorted = |of: fn(&Cost) -> f64| {
        let mut times: Vec<f64> = costs.iter().map(of).collect();
        times.sort_by(f64::total_cmp);
        times
    };
    let whole = sorted(|cost| cost.whole);
    let tessellation = sorted(|cost| cost.tessellation);
    let median = whole[whole.len() / 2];
    println!(
        "{:22} {screen:9} {doing:9} {median:7.2} {:7.2} {:7.2}  {:5.2}  {}",
        sample.trim_end_matches(".esu"),
        whole[whole.len() * 95 / 100],
        whole[whole.len() - 1],
        tessellation[tessellation.len() / 2],
        if median <= MARK { "ok" } else { "ABOVE" },
    );
}
