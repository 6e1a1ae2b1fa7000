//! The dialogs: each draws itself over the window and returns what was chosen, if anything.

mod about;
mod changed_outside;
mod glossary;
mod open_elsewhere;
mod palette;
mod path_prompt;
mod preferences;
mod problem;
mod recovery;
mod shortcuts;
mod unsaved_changes;

pub use about::about_ui;
pub use changed_outside::{ChangedAnswer, changed_outside_ui};
pub use glossary::{GlossaryAnswer, GlossaryState, glossary_ui};
pub use open_elsewhere::{ElsewhereAnswer, open_elsewhere_ui};
pub use palette::{Palette, PaletteAnswer, PaletteView, palette_ui};
pub use path_prompt::{PathAnswer, PathKind, PathPrompt, path_prompt_ui, picking_ui};
pub use preferences::{
    LanguageChoice, PreferencesAsk, PreferencesShown, RendererChoice, ThemeChoice, preferences_ui,
};
pub use problem::{Problem, problem_ui};
pub use recovery::{RecoveryAnswer, RecoveryState, draft_name, drafts_ui, recovery_ui};
pub use shortcuts::shortcuts_ui;
pub use unsaved_changes::{UnsavedAnswer, unsaved_changes_ui};

use eframe::egui::{
    self, Align, Button, Color32, Context, Frame, Id, Layout, Margin, Modal, Response, RichText,
    Role, ScrollArea, Ui, vec2,
};

use super::theme::{CARD_RADIUS, Theme, medium, semibold};

/// What a dialog says, and whether Escape or a click beside it asks to close it.
pub(super) struct Shown<T> {
    pub(super) inner: T,
    pub(super) dismissed: bool,
}

/// The room between a dialog and the window's edges.
const EDGE: f32 = 24.0;
/// The room between a dialog's edges and what it holds.
const MARGIN: i8 = 20;

/// Draws a dialog of this width with its title. What it says goes into [`body_ui`], and what is
/// done with it into [`buttons_ui`].
pub(super) fn dialog_ui<T>(
    context: &Context,
    name: &str,
    title: &str,
    width: f32,
    draw: impl FnOnce(&mut Ui) -> T,
) -> Shown<T> {
    let theme = Theme::of(context);
    let id = Id::unique(("dialog", name));
    let frame = Frame::new()
        .fill(theme.panel)
        .stroke(theme.hairline())
        .corner_radius(CARD_RADIUS)
        .shadow(context.global_style().visuals.window_shadow)
        .inner_margin(Margin::same(MARGIN));
    let modal = Modal::new(id)
        .area(Modal::default_area(id).accessible_name(title))
        .frame(frame)
        .backdrop_color(Color32::from_black_alpha(96));
    let shown = modal.show(context, |ui| {
        ui.set_width(width.min(context.content_rect().width() - 64.0));
        let heading = ui.label(RichText::new(title).font(semibold(16.0)));
        ui.ctx().accesskit_node_builder(heading.id, |node| {
            node.set_role(Role::Heading);
            node.set_label(title.to_owned());
        });
        ui.add_space(4.0);
        let inner = draw(ui);
        keep_fixed_height(ui);
        inner
    });
    // What lies behind it is out of reach.
    context.accesskit_node_builder(id, egui::accesskit::Node::set_modal);
    let dismissed = shown.should_close();
    Shown {
        inner: shown.inner,
        dismissed,
    }
}

/// How high a dialog's parts are.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Heights {
    /// What scrolls, as it was drawn last.
    body: f32,
    /// Whether there is more of it than that.
    is_cut: bool,
    /// The title and the buttons, which don't scroll.
    fixed: f32,
}

impl Default for Heights {
    fn default() -> Self {
        Self {
            body: 0.0,
            is_cut: false,
            // About what most dialogs have, until it is known.
            fixed: 90.0,
        }
    }
}

fn heights_of(ui: &Ui) -> Id {
    ui.scope_id().with("heights")
}

/// Draws what a dialog says, between its title and its buttons. Where the window is too low for
/// all of it, it scrolls, so that the title and the buttons stay in sight.
pub(super) fn body_ui<T>(ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> T) -> T {
    const LEAST: f32 = 48.0;
    const SCROLL_BAR: f32 = 12.0;
    let id = heights_of(ui);
    let heights: Heights = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let around = 2.0 * (EDGE + f32::from(MARGIN));
    let most = (ui.ctx().content_rect().height() - around - heights.fixed).max(LEAST);
    let top = ui.cursor().top();
    let shown = ScrollArea::vertical()
        .id_salt("body")
        .max_height(most)
        .min_scrolled_height(most)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            if heights.is_cut {
                ui.set_max_width(ui.available_width() - SCROLL_BAR);
            }
            draw(ui)
        });
    let body = ui.min_rect().bottom() - top;
    let is_cut = shown.content_size.y > body + 0.5;
    let drawn = Heights {
        body,
        is_cut,
        fixed: heights.fixed,
    };
    ui.data_mut(|data| data.insert_temp(id, drawn));
    if is_cut != heights.is_cut {
        ui.ctx().request_repaint();
    }
    shown.inner
}

/// Keeps how much of a dialog does not scroll, for the frames that follow.
fn keep_fixed_height(ui: &Ui) {
    let id = heights_of(ui);
    let Some(heights) = ui.data(|data| data.get_temp::<Heights>(id)) else {
        return;
    };
    let fixed = ui.min_rect().height() - heights.body;
    if (fixed - heights.fixed).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, Heights { fixed, ..heights }));
        ui.ctx()
            .request_discard("a dialog's body has another height");
        // Its place was found for the wrong height.
        ui.ctx().request_repaint();
    }
}

/// The row of buttons at a dialog's end; they stand at the right, in the order of Tab.
pub(super) fn buttons_ui<T>(ui: &mut Ui, draw: impl FnOnce(&mut Ui) -> T) -> T {
    ui.add_space(8.0);
    at_the_right_ui(ui, Align::Center, draw)
}

/// Things after one another that end at the right, in the order of Tab: their width is known from
/// the frame before.
fn at_the_right_ui<T>(ui: &mut Ui, align: Align, draw: impl FnOnce(&mut Ui) -> T) -> T {
    let width_id = ui.scope_id().with("buttons-width");
    let width = ui
        .data(|data| data.get_temp::<f32>(width_id))
        .unwrap_or(0.0);
    // As high as a button, not as what is left of the dialog.
    let size = vec2(ui.available_width(), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(align), |ui| {
        ui.add_space((ui.available_width() - width).max(0.0));
        let start = ui.cursor().left();
        let inner = draw(ui);
        let used = ui.min_rect().right() - start;
        if (used - width).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(width_id, used));
            ui.ctx()
                .request_discard("a dialog's buttons have another width");
            // Its place was found for the wrong width.
            ui.ctx().request_repaint();
        }
        inner
    })
    .inner
}

/// The button that Enter means; it has the keyboard when its dialog opens.
pub(super) fn primary_button(ui: &mut Ui, text: &str, enabled: bool) -> Response {
    let theme = Theme::of(ui);
    let button = Button::new(
        RichText::new(text)
            .font(medium(14.0))
            .color(theme.on_accent),
    )
    .fill(theme.accent);
    let response = ui.add_enabled(enabled, button);
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect.expand(2.0),
            CARD_RADIUS,
            egui::Stroke::new(2.0, theme.accent),
            egui::StrokeKind::Outside,
        );
    }
    response
}

/// Gives a widget the keyboard when nothing in the window has it.
fn focus_first(ui: &Ui, response: &Response) {
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
}
