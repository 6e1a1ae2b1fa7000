//! Puts the real window where [`super::place`] says.

use eframe::CreationContext;
use eframe::egui::{Context, ViewportCommand, vec2};

use super::place::{ScreenArea, WindowPlace};

/// Puts the window, which is not shown yet, where it stood last, if that is still on a screen.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "sizes and positions of screens are small, and a window's size is positive"
)]
pub(super) fn put_in_place(creation: &CreationContext<'_>, place: WindowPlace) {
    let Some(window) = creation.winit_window() else {
        return;
    };
    let screens: Vec<ScreenArea> = window
        .available_monitors()
        .map(|monitor| ScreenArea {
            position: [monitor.position().x as f32, monitor.position().y as f32],
            size: [monitor.size().width as f32, monitor.size().height as f32],
            scale: monitor.scale_factor() as f32,
        })
        .collect();
    let clamped = place.clamped(&screens);
    if clamped.is_maximised {
        // Moving it would make it small again.
        return;
    }
    if place.fills_its_screen(clamped) {
        // Carried out after the first frame: done now, it would show the window empty.
        (creation.egui_ctx).send_viewport_cmd(ViewportCommand::Maximized(true));
    }
    let is_too_large = clamped
        .size
        .iter()
        .zip(place.size)
        .any(|(fits, was)| *fits < was);
    if is_too_large {
        let scale = window.scale_factor() as f32;
        let mut size = window.inner_size();
        size.width = (clamped.size[0] * scale).round() as u32;
        size.height = (clamped.size[1] * scale).round() as u32;
        let _ = window.request_inner_size(size);
    }
    // A system without positions answers none.
    if let (Some([x, y]), Ok(mut at)) = (clamped.position, window.outer_position()) {
        at.x = x as i32;
        at.y = y as i32;
        window.set_outer_position(at);
    }
}

/// Puts the window back to its usual size, in the middle of its screen.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    reason = "sizes and positions of screens are small"
)]
pub(super) fn reset_place(context: &Context, frame: &eframe::Frame) {
    let Some(window) = frame.winit_window() else {
        return;
    };
    window.set_maximized(false);
    let screen = window.current_monitor().map(|monitor| ScreenArea {
        position: [monitor.position().x as f32, monitor.position().y as f32],
        size: [monitor.size().width as f32, monitor.size().height as f32],
        scale: monitor.scale_factor() as f32,
    });
    let usual = WindowPlace::default().in_the_middle_of(screen.as_ref());
    let size = vec2(usual.size[0], usual.size[1]) / context.zoom_factor();
    context.send_viewport_cmd(ViewportCommand::InnerSize(size));
    if let (Some([x, y]), Ok(mut at)) = (usual.position, window.outer_position()) {
        at.x = x as i32;
        at.y = y as i32;
        window.set_outer_position(at);
    }
}
