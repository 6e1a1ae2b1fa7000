//! The window: its place, its icon, and the app in it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::{Context, IconData, RawInput, Ui, ViewportBuilder, ViewportCommand};
use eframe::wgpu::{Backends, DeviceType};
use eframe::{CreationContext, NativeOptions};

use super::App;
use super::adapters::{Wanted, configuration, listen};
use super::frames::FramePrinter;
use super::host::SystemHost;
use super::keyboard::polish_keyboard;
use super::marks::Marks;
use super::place::{LEAST_SIZE, WindowPlace};
use super::placing::{put_in_place, reset_place};
use super::polish_letters::restore;
use super::preferences::Loaded;
use super::renderers::Rung;
use super::restart::SOFTWARE_GL;
use super::settings::WindowWish;
use super::trial::{Ending, FRAMES, HEARTBEAT, Trial, in_app, is_in_app};
use crate::assets;
use crate::cli::WindowArguments;
use crate::domain::programme::ProgrammeError;
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::ui::theme;

/// What one try to open the window is made of.
pub(super) struct Opening {
    pub(super) rung: Rung,
    pub(super) wanted: Wanted,
    pub(super) restricted_to: Option<Backends>,
    pub(super) has_no_card: bool,
    /// Whether the next start begins with what draws now: nobody chose it.
    pub(super) is_remembered: bool,
    pub(super) is_whole_walk: bool,
    pub(super) arguments: WindowArguments,
    pub(super) loaded: Loaded,
    pub(super) language: Language,
    pub(super) notices: Vec<String>,
    pub(super) marks: Marks,
    pub(super) watched: Arc<Trial>,
}

/// Opens the window in one way and runs until it closes.
///
/// # Errors
/// This way does not work; or it did, and then broke.
pub(super) fn run(opening: Opening) -> eframe::Result {
    let options = opening.options();
    eframe::run_native(
        "esu-planner",
        options,
        Box::new(move |creation| Ok(Box::new(in_app(|| Window::new(creation, opening))?))),
    )
}

impl Opening {
    fn place(&self) -> WindowPlace {
        self.loaded.preferences.window.unwrap_or_default().sane()
    }

    fn options(&self) -> NativeOptions {
        let place = self.place();
        let mut viewport = ViewportBuilder::default()
            .with_title(tr(self.language, "shell-title"))
            .with_app_id("esu-planner")
            .with_inner_size(place.size)
            .with_min_inner_size(LEAST_SIZE)
            .with_maximized(place.is_maximised)
            .with_drag_and_drop(true);
        if let Some(position) = place.position {
            viewport = viewport.with_position(position);
        }
        if let Some(icon) = icon() {
            viewport = viewport.with_icon(icon);
        }
        let usual = NativeOptions::default();
        let wgpu_options = configuration(
            usual.wgpu_options.clone(),
            self.rung,
            self.wanted,
            self.restricted_to,
            &self.watched,
        );
        NativeOptions {
            viewport,
            renderer: match self.rung.backends() {
                Some(_) => eframe::Renderer::Wgpu,
                None => eframe::Renderer::Glow,
            },
            wgpu_options,
            // It hides bands in gradients, of which there are none, and costs a tenth of each frame
            // where there is no graphics card.
            dithering: false,
            ..usual
        }
    }

    /// What draws: the graphics interface, and whether it does so without a graphics card.
    fn renderer_of(&self, creation: &CreationContext<'_>) -> super::Renderer {
        let rung = Some(self.rung);
        let Some(state) = &creation.wgpu_render_state else {
            return super::Renderer {
                name: self.rung.name().to_owned(),
                is_software: self.has_no_card
                    || self.rung.is_software()
                    || std::env::var_os(SOFTWARE_GL).is_some(),
                adapter: String::new(),
                rung,
            };
        };
        let info = state.adapter.get_info();
        super::Renderer {
            name: match info.backend {
                eframe::wgpu::Backend::Vulkan => Rung::Vulkan.name(),
                eframe::wgpu::Backend::Dx12 => Rung::Dx12.name(),
                eframe::wgpu::Backend::Metal => Rung::Metal.name(),
                _ => Rung::Gl.name(),
            }
            .to_owned(),
            is_software: info.device_type == DeviceType::Cpu,
            adapter: info.name,
            rung,
        }
    }
}

fn icon() -> Option<IconData> {
    const PNG: &[u8] = include_bytes!("../../assets/icons/app.png");
    eframe::icon_data::from_png_bytes(PNG).ok()
}

/// The app in its window.
struct Window {
    app: App,
    watched: Arc<Trial>,
    marks: Marks,
    /// What the preferences chose when they were looked at last.
    chosen: Option<Rung>,
    rung: Rung,
    is_remembered: bool,
    is_whole_walk: bool,
    smoke_test: bool,
    lose_device_after: Option<u64>,
    frames: FramePrinter,
    /// Whether left Ctrl+Alt types Polish letters here.
    types_polish: Arc<AtomicBool>,
}

impl Window {
    fn new(
        creation: &CreationContext<'_>,
        opening: Opening,
    ) -> Result<Self, &'static ProgrammeError> {
        let catalogue = assets::catalogue()?;
        let context = &creation.egui_ctx;
        opening.watched.beat();
        if let Some(state) = &creation.wgpu_render_state {
            listen(state, &opening.watched, context);
        }
        put_in_place(creation, opening.place());
        theme::install(context);
        let renderer = opening.renderer_of(creation);
        let Opening {
            rung,
            is_remembered,
            is_whole_walk,
            arguments,
            loaded,
            language,
            notices,
            marks,
            watched,
            ..
        } = opening;
        // Only wgpu has a device that can be given up.
        let lose_device_after =
            (arguments.lose_device_after).filter(|_| creation.wgpu_render_state.is_some());
        let mut app = App::new(Box::<SystemHost>::default(), catalogue, language);
        app.set_renderer(renderer);
        app.save_at_panic();
        // The window is cleared to this colour: see `clear_color`.
        app.ground_is_painted = true;
        app.use_preferences(loaded, arguments.language);
        // Before the first frame, so that nothing is drawn in another theme.
        app.preferences_tick(context);
        if let Some(file) = &arguments.file {
            app.open(file);
        }
        for line in notices {
            app.tell(line);
        }
        Ok(Self {
            chosen: app.preferences().renderer,
            app,
            watched,
            marks,
            rung,
            is_remembered,
            is_whole_walk,
            // Where the device is to be lost the next run draws and closes.
            smoke_test: arguments.smoke_test && lose_device_after.is_none(),
            lose_device_after,
            frames: FramePrinter::from_environment(),
            types_polish: polish_keyboard(language),
        })
    }

    /// Makes the work ready for another run and closes the window.
    fn end(&mut self, context: &Context, is_asked_for: bool) {
        match self.app.hand_over() {
            Some(file) => {
                self.watched.end(Ending { file, is_asked_for });
                self.app.quitting = true;
                context.send_viewport_cmd(ViewportCommand::Close);
            }
            None if is_asked_for => self.app.tell(tr(self.app.language, "start-not-again")),
            // Nothing can be drawn and nothing written: the window stays, should either come back.
            None => {}
        }
    }

    /// Counts the frames that were presented, until they are enough.
    fn note_drawn(&mut self, context: &Context) {
        if self.watched.is_drawn() {
            return;
        }
        // Not counted by calls: one frame may take several passes.
        let made = context.cumulative_frame_nr();
        if self.watched.presented(made) < FRAMES {
            if self.watched.is_refused() {
                self.app.quitting = true;
                context.send_viewport_cmd(ViewportCommand::Close);
            }
            context.request_repaint();
            return;
        }
        let words = self.app.renderer.whole_words(Language::English);
        self.watched.set_drawn(words);
        if self.is_remembered {
            self.app.remember_renderer(self.rung, self.is_whole_walk);
        }
    }

    /// Closes a window that was only to show that it draws.
    fn end_smoke_test(&mut self, context: &Context) {
        if self.smoke_test && self.watched.is_drawn() && !self.app.is_quitting() {
            self.app.quitting = true;
            context.send_viewport_cmd(ViewportCommand::Close);
        }
    }

    fn lose_device(&mut self, context: &Context, frame: &eframe::Frame) {
        let Some(frames) = self.lose_device_after else {
            return;
        };
        if context.cumulative_frame_nr() < frames || !self.watched.is_drawn() {
            context.request_repaint();
            return;
        }
        self.lose_device_after = None;
        if let Some(state) = frame.wgpu_render_state() {
            state.device.destroy();
        }
    }
}

impl eframe::App for Window {
    fn raw_input_hook(&mut self, _context: &Context, input: &mut RawInput) {
        if cfg!(windows) {
            let is_polish = self.types_polish.load(Ordering::Relaxed);
            in_app(|| input.events = restore(std::mem::take(&mut input.events), is_polish));
        }
    }

    fn logic(&mut self, context: &Context, frame: &mut eframe::Frame) {
        self.watched.beat();
        if !self.watched.is_drawn() {
            // A hidden window gets no frame, and would seem to hang.
            context.request_repaint_after(HEARTBEAT);
        }
        self.lose_device(context, frame);
        if self.watched.has_ended() {
            return;
        }
        if self.watched.lost().is_some() {
            in_app(|| self.end(context, false));
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.frames.frame_begins(ui.ctx());
        in_app(|| self.app.frame(ui));
        let context = ui.ctx().clone();
        self.note_drawn(&context);
        self.end_smoke_test(&context);
        let chosen = self.app.preferences().renderer;
        if self.chosen != chosen {
            self.chosen = chosen;
            chosen.inspect(|rung| self.marks.forgive(*rung));
        }
        match self.app.take_window_wish() {
            Some(WindowWish::ResetPlace) => reset_place(&context, frame),
            Some(WindowWish::Restart) => {
                chosen.inspect(|rung| self.marks.forgive(*rung));
                self.end(&context, true);
            }
            None if self.watched.is_drawn() && !self.smoke_test => {
                let info = context.input(|input| input.viewport().clone());
                self.app.note_place(&info, context.zoom_factor());
            }
            None => {}
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if self.app.is_unsaved() && !self.app.is_quitting() {
            // The renderer broke: nobody closed this window.
            if let Some(file) = self.app.hand_over() {
                self.watched.end(Ending {
                    file,
                    is_asked_for: false,
                });
            }
        }
        self.app.write_preferences();
    }

    fn clear_color(&self, visuals: &eframe::egui::Visuals) -> [f32; 4] {
        visuals.panel_fill.to_normalized_gamma_f32()
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        // A panic of the renderer takes the window with it, but not the work.
        let is_broken = std::thread::panicking() && !is_in_app() && self.watched.is_drawn();
        if is_broken && !self.watched.has_ended() {
            let path = self.app.path().map(std::path::Path::to_owned);
            let file = self.app.hand_over().unwrap_or(path);
            self.watched.end(Ending {
                file,
                is_asked_for: false,
            });
        }
    }
}
