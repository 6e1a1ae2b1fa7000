//! Print and export: the pages, what they hold, the printer and the files, driven by accessible
//! names.

mod exports;
mod pages;
mod printer;

use eframe::egui::{Key, Modifiers, Vec2};
use esu_planner::assets;
use esu_planner::domain::text::Language;

use crate::support::{Window, picked};

/// A window with a sample, in its plan.
fn in_language(language: Language, sample: &str) -> Window {
    let mut window = Window::with(language, Vec2::new(1440.0, 900.0));
    let samples = assets::samples();
    let (_, text) = samples.iter().find(|(name, _)| *name == sample).unwrap();
    window.put_file("/data/szpital.esu", text.as_bytes());
    window.will_pick([picked("/data/szpital.esu")]);
    window.ctrl(Key::O);
    window.ctrl(Key::Num3);
    window
}

/// The place to print and export in.
fn opened() -> Window {
    let mut window = in_language(Language::English, "mixed-estate.esu");
    window.ctrl(Key::P);
    window
}

fn press(window: &mut Window, key: Key) {
    window.press(Modifiers::NONE, key);
}
