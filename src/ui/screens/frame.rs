//! What the screens' frames share: the title, and two columns that become one when it is narrow.

use eframe::egui::{Align, Frame, Layout, Margin, Rect, ScrollArea, Ui, UiBuilder, pos2, vec2};

use crate::ui::theme::Theme;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::old_data_words;
use crate::ui::{View, icons};

/// The room at a screen's edges.
pub(super) const EDGE: f32 = 24.0;
/// The room between cards.
pub(super) const GAP: f32 = 16.0;

/// Which part of a screen is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The wide part.
    Main,
    /// The narrow column at the right.
    Right,
}

/// Draws two columns that scroll apart from each other; under `least_width` the right one follows
/// the main one in the same column.
pub(super) fn two_columns_ui(
    ui: &mut Ui,
    salt: &str,
    right_width: f32,
    least_width: f32,
    mut add_side: impl FnMut(&mut Ui, Side),
) {
    let room = ui.available_rect_before_wrap();
    if room.width() < least_width {
        column_ui(ui, room, (salt, 0), Margin::symmetric(16, 16), |ui| {
            add_side(ui, Side::Main);
            add_side(ui, Side::Right);
        });
        return;
    }
    let split = room.right() - right_width - EDGE - GAP;
    let main = Rect::from_min_max(room.min, pos2(split, room.bottom()));
    let right = Rect::from_min_max(pos2(split, room.top()), room.max);
    let margin = Margin {
        left: 24,
        right: 8,
        top: 20,
        bottom: 24,
    };
    column_ui(ui, main, (salt, 0), margin, |ui| add_side(ui, Side::Main));
    let margin = Margin {
        left: 8,
        right: 24,
        top: 20,
        bottom: 24,
    };
    column_ui(ui, right, (salt, 1), margin, |ui| {
        add_side(ui, Side::Right);
    });
}

/// Draws a column that scrolls, inside a place.
pub(super) fn column_ui(
    ui: &mut Ui,
    place: Rect,
    salt: (&str, u8),
    margin: Margin,
    add_contents: impl FnOnce(&mut Ui),
) {
    let builder = UiBuilder::new()
        .id_salt(salt)
        .max_rect(place)
        .layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    child.shrink_clip_rect(place);
    let style = std::sync::Arc::clone(child.style());
    quiet_scroll_bar(&mut child);
    ScrollArea::vertical()
        .id_salt(salt)
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            ui.set_style(style);
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing = vec2(8.0, GAP);
                add_contents(ui);
            });
        });
}

/// Draws scroll bars in a quiet colour instead of that of text.
pub(super) fn quiet_scroll_bar(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.fg_stroke.color = theme.faint;
    widgets.hovered.fg_stroke.color = theme.muted;
    widgets.active.fg_stroke.color = theme.muted;
}

/// Draws a screen's title and what it is about.
pub(super) fn title_ui(ui: &mut Ui, title: &str, subtitle: &str) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        text::label(ui, title, Type::Title);
        if !subtitle.is_empty() {
            text::muted(ui, subtitle, Type::Body);
        }
    });
}

/// Draws a screen's title and, at its right or under it, what can be done with the whole screen.
pub(super) fn title_row_ui(
    ui: &mut Ui,
    title: &str,
    subtitle: &str,
    add_actions: impl FnOnce(&mut Ui),
) {
    const ROOM_FOR_ACTIONS: f32 = 640.0;
    if ui.available_width() < ROOM_FOR_ACTIONS {
        title_ui(ui, title, subtitle);
        ui.horizontal(add_actions);
        return;
    }
    let add_title = |ui: &mut Ui| {
        let drawn = ui.with_layout(Layout::top_down(Align::Min), |ui| {
            title_ui(ui, title, subtitle);
        });
        drawn.response.rect.bottom()
    };
    let bottom = text::ends_ui(ui, 48.0, add_title, add_actions);
    // A long subtitle takes a second line.
    let over = bottom - ui.min_rect().bottom();
    if over > 0.0 {
        ui.add_space(over);
    }
}

/// Warns of rule data that was last checked long ago, where the plan rests on such.
pub(super) fn old_data_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(words) = old_data_words(view) else {
        return;
    };
    let theme = Theme::of(ui);
    Frame::new()
        .fill(theme.warning_ground)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            text::marked_ui(ui, icons::WARNING, theme.needs_decision, |ui| {
                text::label(ui, words, Type::Table);
            });
        });
}

/// Draws a heading inside a card.
pub(super) fn subheading_ui(ui: &mut Ui, words: &str) {
    let text = text::rich(ui, words, Type::SmallMedium).color(Theme::of(ui).muted);
    ui.add(eframe::egui::Label::new(text));
}
