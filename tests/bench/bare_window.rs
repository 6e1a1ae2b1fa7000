//! A window with nothing in it but a panel and one line of text: what the app's start, memory and idling are
//! compared with by `packaging/measure.sh`.

use std::sync::Arc;

use eframe::egui::{self, FontData, FontDefinitions, FontFamily, ViewportBuilder};
use eframe::{NativeOptions, Renderer};

// The same lines tell of the same moments.
#[path = "../../src/app/frames.rs"]
mod frames;

use frames::FramePrinter;

struct Bare(FramePrinter);

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.0.frame_begins(ui.ctx());
        egui::CentralPanel::default().show(ui, |ui| {
            ui.label("A bare window");
        });
    }
}

fn main() -> eframe::Result {
    let options = NativeOptions {
        viewport: ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        renderer: Renderer::Wgpu,
        ..NativeOptions::default()
    };
    eframe::run_native(
        "bare-window",
        options,
        Box::new(|creation| {
            // eframe's own fonts are not built in, so the text needs one of ours.
            let mut fonts = FontDefinitions::empty();
            let font = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
            fonts
                .font_data
                .insert("inter".to_owned(), Arc::new(FontData::from_static(font)));
            for family in [FontFamily::Proportional, FontFamily::Monospace] {
                fonts.families.insert(family, vec!["inter".to_owned()]);
            }
            creation.egui_ctx.set_fonts(fonts);
            Ok(Box::new(Bare(FramePrinter::from_environment())))
        }),
    )
}
