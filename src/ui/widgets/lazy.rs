//! Long pages: what is out of sight is not laid out, only its place is kept.

use eframe::egui::{self, AsIdSalt, Context, Id, IdSalt, Key, Memory, Rect, Ui, UiBuilder, vec2};

/// How far out of sight something is laid out all the same, so that it is there when it is
/// scrolled to and that wrong guesses of heights stay out of sight.
const MARGIN: f32 = 400.0;

/// A part of a page as it was laid out last.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Known {
    version: u64,
    width: f32,
    height: f32,
}

/// Draws a part of a page that scrolls downwards, or keeps its place where it is out of sight.
///
/// `version` changes with what the part shows: its height is not known then, so it is laid out
/// once more. Everything is laid out for a screen reader, which reads the whole page, and while the
/// Tab key looks for the next control.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::ui::widgets::lazy::lazy_ui;
/// # fn draw(ui: &mut Ui, lines: &[String], version: u64) {
/// for (position, line) in lines.iter().enumerate() {
///     lazy_ui(ui, ("line", position), version, |ui| {
///         ui.label(line);
///     });
/// }
/// # }
/// ```
pub fn lazy_ui(ui: &mut Ui, salt: impl AsIdSalt, version: u64, add_contents: impl FnOnce(&mut Ui)) {
    let salt = IdSalt::new(("lazy", IdSalt::new(salt)));
    let id = ui.scope_id().with(salt);
    let width = ui.available_width();
    let at = ui.cursor().min;
    let known: Option<Known> = ui.data(|data| data.get_temp(id));
    let known = known.filter(|known| known.version == version && (known.width - width).abs() < 0.5);
    let skipped = known.filter(|known| {
        let place = Rect::from_min_size(at, vec2(width, known.height));
        !ui.is_sizing_pass()
            && !place.expand(MARGIN).intersects(ui.clip_rect())
            && !is_needed(ui.ctx(), place)
    });
    // The same child in both cases, so that the ids of what follows stay the same.
    let builder = UiBuilder::new().id_salt(salt);
    let response = ui.scope_builder(builder, |ui| match skipped {
        Some(known) => {
            ui.allocate_space(vec2(width, known.height));
        }
        None => add_contents(ui),
    });
    if skipped.is_none() {
        let height = response.response.rect.height();
        let now = Known {
            version,
            width,
            height,
        };
        if known != Some(now) {
            ui.data_mut(|data| data.insert_temp(id, now));
        }
    }
}

/// Whether what is out of sight is asked for all the same: by a screen reader, by the Tab key, or
/// because the keyboard is in it.
fn is_needed(context: &Context, place: Rect) -> bool {
    if is_read_out(context) || context.input(|input| input.key_pressed(Key::Tab)) {
        return true;
    }
    let focused: Option<Id> = context.memory(Memory::focused);
    focused
        .and_then(|id| context.read_response(id))
        .is_some_and(|response| place.expand(MARGIN).contains(response.rect.center()))
}

/// Whether a screen reader is there, or a test that reads as one does.
pub fn is_read_out(context: &Context) -> bool {
    context.has_accesskit_node(egui::accesskit_root_id())
}
