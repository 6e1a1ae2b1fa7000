//! The bundled fonts have every sign that the app can show in either language.

use std::collections::BTreeSet;
use std::path::Path;

use eframe::egui::{Context, RawInput};
use esu_planner::ui::theme;

/// The eighteen letters that Polish has beside the Latin ones.
const POLISH: &str = "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ";

/// Every sign of the texts under a folder of the assets.
fn signs(folder: &str) -> BTreeSet<char> {
    fn gather(folder: &Path, signs: &mut BTreeSet<char>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                gather(&path, signs);
            } else if let Ok(text) = std::fs::read_to_string(&path) {
                signs.extend(text.chars());
            }
        }
    }
    let mut signs = BTreeSet::new();
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    gather(&assets.join(folder), &mut signs);
    signs
}

/// A context with our fonts, which are there from the first frame on.
fn with_fonts() -> Context {
    let context = Context::default();
    theme::install(&context);
    context
        .run_ui(RawInput::default(), |_| {})
        .textures_delta
        .clear();
    context
}

#[test]
fn every_sign_of_every_text_is_in_the_bundled_fonts() {
    let context = with_fonts();
    let mut all: BTreeSet<char> = POLISH.chars().collect();
    for folder in ["locale", "programmes", "glossary", "samples"] {
        let found = signs(folder);
        assert!(found.len() > 50, "{folder} has texts");
        all.extend(found);
    }
    // Line ends are not drawn.
    all.retain(|sign| !sign.is_control());
    for font in [
        theme::regular(14.0),
        theme::medium(14.0),
        theme::semibold(14.0),
        theme::mono_font(),
    ] {
        let missing: Vec<char> = context.fonts_mut(|fonts| {
            let lacks = |sign: &char| !fonts.has_glyphs(&font, &sign.to_string());
            all.iter().copied().filter(lacks).collect()
        });
        assert!(missing.is_empty(), "{font:?} lacks {missing:?}");
    }
}

#[test]
fn a_sign_that_no_font_has_is_noticed() {
    let context = with_fonts();
    let has = context.fonts_mut(|fonts| fonts.has_glyphs(&theme::regular(14.0), "中"));
    assert!(!has);
}
