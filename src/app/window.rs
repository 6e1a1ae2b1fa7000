//! The window: its renderer, its icon, and the app in it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use eframe::egui::{IconData, ThemePreference, Ui, ViewportBuilder, ViewportCommand};
use eframe::{CreationContext, NativeOptions, Renderer};

use super::App;
use super::frames::FramePrinter;
use super::host::SystemHost;
use crate::assets;
use crate::domain::text::Language;
use crate::i18n::{system_language, tr};
use crate::ui::theme;

/// The frames that `--smoke-test` draws before it closes the window.
const SMOKE_TEST_FRAMES: u64 = 3;

/// Opens the window and runs until it closes; returns what drew it.
///
/// Renderers are tried in turn: a machine without a graphics driver may have only the last.
///
/// # Errors
/// No window could be opened: the first renderer's reason, in one line.
pub fn run_window(
    file: Option<&Path>,
    smoke_test: bool,
    language: Option<Language>,
) -> Result<String, String> {
    // Read while the window opens; whoever needs it first waits for it.
    std::thread::spawn(assets::catalogue);
    let language = language.unwrap_or_else(system_language);
    let mut first_problem = None;
    for renderer in [Renderer::Wgpu, Renderer::Glow] {
        let drawn_by = Arc::new(Mutex::new(None));
        let result = eframe::run_native(
            "esu-planner",
            options(renderer, language),
            Box::new({
                let drawn_by = Arc::clone(&drawn_by);
                move |creation| {
                    let catalogue = assets::catalogue()?;
                    theme::install(&creation.egui_ctx);
                    creation.egui_ctx.set_theme(ThemePreference::System);
                    let mut app = App::new(Box::<SystemHost>::default(), catalogue, language);
                    app.set_renderer(renderer_of(creation));
                    app.save_at_panic();
                    // The window is cleared to this colour: see `clear_color`.
                    app.ground_is_painted = true;
                    if let Some(file) = file {
                        app.open(file);
                    }
                    Ok(Box::new(Window {
                        app,
                        drawn_by,
                        smoke_test,
                        frames: FramePrinter::from_environment(),
                    }))
                }
            }),
        );
        let drawn_by = drawn_by
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .take();
        match (result, drawn_by) {
            (Ok(()), Some(name)) => return Ok(name),
            (Ok(()), None) => {
                first_problem.get_or_insert_with(|| "the window closed at once".to_owned());
            }
            (Err(error), None) => {
                first_problem.get_or_insert_with(|| error.to_string());
            }
            // It worked and then broke: another renderer would begin with an empty profile.
            (Err(error), Some(_)) => return Err(error.to_string()),
        }
    }
    Err(one_line(&first_problem.unwrap_or_default()))
}

/// A problem as one line, without the place in a library's source that winit puts before it.
fn one_line(problem: &str) -> String {
    let plain = problem.split_once(".rs:").map_or(problem, |(_, rest)| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':')
    });
    let line = plain.lines().collect::<Vec<_>>().join("; ");
    line.trim().trim_end_matches('.').to_owned()
}

fn options(renderer: Renderer, language: Language) -> NativeOptions {
    let mut viewport = ViewportBuilder::default()
        .with_title(tr(language, "shell-title"))
        .with_app_id("esu-planner")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([900.0, 600.0])
        .with_drag_and_drop(true);
    if let Some(icon) = icon() {
        viewport = viewport.with_icon(icon);
    }
    NativeOptions {
        viewport,
        renderer,
        // It hides bands in gradients, of which there are none, and costs a tenth of each frame
        // where there is no graphics card.
        dithering: false,
        ..NativeOptions::default()
    }
}

fn icon() -> Option<IconData> {
    const PNG: &[u8] = include_bytes!("../../assets/icons/app.png");
    eframe::icon_data::from_png_bytes(PNG).ok()
}

/// What draws: the graphics interface, and whether it does so without a graphics card.
fn renderer_of(creation: &CreationContext<'_>) -> super::Renderer {
    let Some(state) = &creation.wgpu_render_state else {
        return super::Renderer {
            name: "OpenGL".to_owned(),
            is_software: false,
        };
    };
    let info = state.adapter.get_info();
    super::Renderer {
        name: format!("{:?}", info.backend),
        is_software: info.device_type == eframe::wgpu::DeviceType::Cpu,
    }
}

/// The app in its window.
struct Window {
    app: App,
    drawn_by: Arc<Mutex<Option<String>>>,
    smoke_test: bool,
    frames: FramePrinter,
}

impl eframe::App for Window {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.frames.frame_begins(ui.ctx());
        self.app.frame(ui);
        // Not counted by calls: one frame may take several passes.
        let drawn = ui.ctx().cumulative_frame_nr();
        if drawn < SMOKE_TEST_FRAMES {
            ui.ctx().request_repaint();
            return;
        }
        let mut drawn_by = self.drawn_by.lock().unwrap_or_else(PoisonError::into_inner);
        if drawn_by.is_none() {
            *drawn_by = Some(self.app.renderer.in_words(Language::English));
            if self.smoke_test {
                self.app.quitting = true;
                ui.ctx().send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    fn clear_color(&self, visuals: &eframe::egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}
