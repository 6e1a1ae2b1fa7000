//! Pictures of the main screens in both languages and themes: what they look like, not what they
//! say. They are drawn by Mesa's software renderer (lavapipe) and no other, since two renderers
//! never draw the same edges.
//!
//! Where a screen changes on purpose, draw the pictures anew, look at each, and commit them:
//!
//! ```text
//! UPDATE_SNAPSHOTS=force cargo test --test it pictures
//! ```

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Key, Theme, Vec2};
use egui_kittest::wgpu::WgpuTestRenderer;
use egui_kittest::{SnapshotOptions, SnapshotResults};
use esu_planner::assets;
use esu_planner::domain::choice::Choice as _;
use esu_planner::domain::text::Language;

use crate::support::{Window, picked};

/// Small, so that a picture is looked at as a whole and the folder stays light.
const SIZE: Vec2 = Vec2::new(1000.0, 700.0);

/// The most pixels that may differ: versions of Mesa round a few edges another way.
const LEEWAY: usize = 10;

const SCREENS: [(&str, Key); 4] = [
    ("profile", Key::Num1),
    ("decisions", Key::Num2),
    ("plan", Key::Num3),
    ("faq", Key::Num4),
];

/// The one renderer that pictures are drawn with; any other fails the test, in words.
fn lavapipe() -> WgpuTestRenderer {
    use eframe::egui_wgpu::{WgpuSetup, WgpuSetupCreateNew};
    use eframe::wgpu::{Backends, DeviceType};

    let mut setup = WgpuSetupCreateNew::without_display_handle();
    setup.instance_descriptor.backends = Backends::VULKAN;
    setup.native_adapter_selector = Some(Arc::new(|adapters, _surface| {
        let is_lavapipe = |adapter: &&eframe::wgpu::Adapter| {
            let info = adapter.get_info();
            info.device_type == DeviceType::Cpu && info.name.contains("llvmpipe")
        };
        let found = adapters.iter().find(is_lavapipe);
        found.cloned().ok_or_else(|| {
            "pictures are drawn with Mesa's lavapipe, which is not here: \
             install mesa-vulkan-drivers"
                .to_owned()
        })
    }));
    WgpuTestRenderer::from_setup(WgpuSetup::CreateNew(setup))
}

#[test]
fn the_main_screens_look_as_they_did() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/pictures");
    let options = SnapshotOptions::new()
        .output_path(folder)
        .max_failed_pixels(LEEWAY);
    let mut results = SnapshotResults::new();
    let samples = assets::samples();
    let (_, text) = samples
        .iter()
        .find(|(name, _)| *name == "mixed-estate.esu")
        .expect("the sample is embedded");
    for language in Language::ALL {
        for theme in [Theme::Light, Theme::Dark] {
            let mut window = Window::drawn_by(lavapipe(), *language, theme, SIZE);
            window.put_file("/data/sample.esu", text.as_bytes());
            window.will_pick([picked("/data/sample.esu")]);
            window.ctrl(Key::O);
            for (screen, key) in SCREENS {
                window.ctrl(key);
                let theme = match theme {
                    Theme::Light => "light",
                    Theme::Dark => "dark",
                };
                let name = format!("{screen}-{}-{theme}", language.id());
                results.add(window.harness.try_snapshot_options(&name, &options));
            }
        }
    }
    results.unwrap();
}
