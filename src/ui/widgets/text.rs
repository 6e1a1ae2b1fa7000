//! Text in the sizes, weights and colours of the look.

use eframe::egui::{
    Align, Color32, FontId, Label, Layout, Response, RichText, Role, Ui, UiBuilder, vec2,
};

use crate::ui::theme::{self, Theme};

/// In what type a text is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// A screen's title or a question.
    Title,
    /// A card's title.
    Heading,
    /// Running text.
    Body,
    /// Running text that stands out.
    Strong,
    /// Text in tables and lists.
    Table,
    /// A total in a table.
    TableStrong,
    /// What is secondary.
    Small,
    /// A label over a control or a column.
    SmallMedium,
    /// Ids and codes.
    Mono,
    /// Commands to copy.
    Command,
}

impl Type {
    /// Its font.
    pub fn font(self) -> FontId {
        match self {
            Self::Title => theme::title_font(),
            Self::Heading => theme::card_font(),
            Self::Body => theme::regular(14.0),
            Self::Strong => theme::semibold(14.0),
            Self::Table => theme::regular(13.0),
            Self::TableStrong => theme::semibold(13.0),
            Self::Small => theme::regular(12.0),
            Self::SmallMedium => theme::medium(12.0),
            Self::Mono => theme::mono_font(),
            Self::Command => FontId::monospace(12.0),
        }
    }

    /// The height of its lines.
    pub fn line_height(self) -> f32 {
        match self {
            Self::Title => 28.0,
            Self::Heading => 22.0,
            Self::Body | Self::Strong => 20.0,
            Self::Table | Self::TableStrong | Self::Command => 18.0,
            Self::Small | Self::SmallMedium => 16.0,
            Self::Mono => 14.0,
        }
    }

    /// The colour it has unless something else is meant.
    fn ink(self, theme: &Theme) -> Color32 {
        match self {
            Self::Small | Self::SmallMedium | Self::Mono => theme.muted,
            Self::Title
            | Self::Heading
            | Self::Body
            | Self::Strong
            | Self::Table
            | Self::TableStrong
            | Self::Command => theme.text,
        }
    }
}

/// A text in this type, in its usual colour.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::ui::widgets::text::{Type, rich};
/// # fn draw(ui: &mut Ui) {
/// ui.label(rich(ui, "540 endpoints", Type::Small));
/// # }
/// ```
pub fn rich(ui: &Ui, text: impl Into<String>, of: Type) -> RichText {
    RichText::new(text)
        .font(of.font())
        .line_height(Some(of.line_height()))
        .color(of.ink(Theme::of(ui)))
}

/// Draws a text that wraps.
pub fn label(ui: &mut Ui, text: impl Into<String>, of: Type) -> Response {
    let text = rich(ui, text, of);
    let response = ui.add(Label::new(text).wrap());
    tell_heading(ui, &response, of);
    response
}

/// Titles are headings, which a screen reader can list and jump to.
pub(super) fn tell_heading(ui: &Ui, response: &Response, of: Type) {
    if !matches!(of, Type::Title | Type::Heading) {
        return;
    }
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        // A label is called by its text, a heading by its name.
        if let Some(words) = node.value().map(str::to_owned) {
            node.set_label(words);
        }
    });
}

/// Draws a text on one line, cut off with "…" when the place is too narrow.
pub fn line(ui: &mut Ui, text: impl Into<String>, of: Type) -> Response {
    let text = rich(ui, text, of);
    let response = ui.add(Label::new(text).truncate());
    tell_heading(ui, &response, of);
    response
}

/// Draws a muted text that wraps.
pub fn muted(ui: &mut Ui, text: impl Into<String>, of: Type) -> Response {
    let text = rich(ui, text, of).color(Theme::of(ui).muted);
    ui.add(Label::new(text).wrap())
}

/// Draws an icon that says nothing to a screen reader; words stand beside it.
pub fn icon(ui: &mut Ui, icon: &str, size: f32, color: Color32) -> Response {
    use eframe::egui::{Align2, Sense};
    let (rect, response) = ui.allocate_exact_size(vec2(size + 2.0, 18.0), Sense::hover());
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        icon,
        theme::icon_font(size),
        color,
    );
    response
}

/// Draws words and chips after one another on lines as low as their text.
pub fn flow_ui<R>(ui: &mut Ui, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 18.0;
        ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
        ui.horizontal_wrapped(add_contents).inner
    })
    .inner
}

/// Draws things after one another on one line of this height.
pub fn row_ui<R>(ui: &mut Ui, height: f32, add_contents: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), height);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_height(height);
        add_contents(ui)
    })
    .inner
}

/// Draws one thing at the left end of a line and another at the right end, both from left to right.
/// The left one is drawn first and gets the room that is left over.
pub fn ends_ui<R>(
    ui: &mut Ui,
    height: f32,
    add_left: impl FnOnce(&mut Ui) -> R,
    add_right: impl FnOnce(&mut Ui),
) -> R {
    let (id, place) = ui.allocate_space(vec2(ui.available_width(), height));
    let layout = Layout::left_to_right(Align::Center);
    // Where the right end begins is known from the frame before.
    let width_before: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let split = (place.right() - width_before).max(place.left());
    let gap = if width_before > 0.0 {
        ui.spacing().item_spacing.x
    } else {
        0.0
    };
    let left_end = place.with_max_x((split - gap).max(place.left()));
    let builder = UiBuilder::new()
        .id_salt("left-end")
        .max_rect(left_end)
        .layout(layout);
    let mut left = ui.new_child(builder);
    let inner = add_left(&mut left);
    let builder = UiBuilder::new()
        .id_salt("right-end")
        // Wider than the place: what stands here never wraps, it decides how wide it is.
        .max_rect(place.translate(vec2(split - place.left(), 0.0)))
        .layout(layout);
    let mut right = ui.new_child(builder);
    add_right(&mut right);
    let width = right.min_rect().width();
    if (width - width_before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, width));
        ui.ctx()
            .request_discard("the right end of a line has another width");
    }
    inner
}

/// Draws an icon and, beside it, something that takes the rest of the width.
pub fn marked_ui<R>(
    ui: &mut Ui,
    mark: &str,
    ink: Color32,
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        icon(ui, mark, 15.0, ink);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            add_contents(ui)
        })
        .inner
    })
    .inner
}

/// Draws a short text in a column of its own and, beside it, something that takes the rest.
pub fn beside_ui<R>(
    ui: &mut Ui,
    width: f32,
    add_short: impl FnOnce(&mut Ui),
    add_contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        ui.allocate_ui_with_layout(vec2(width, 18.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            add_short(ui);
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            add_contents(ui)
        })
        .inner
    })
    .inner
}
