//! Menus of commands: text and keys come from the commands themselves.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::{self, Button, RichText, ScrollArea, Stroke, Ui, vec2};

use super::top_bar::HEIGHT;
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::ui::Outbox;
use crate::ui::command::Command;

/// A menu of commands in groups.
pub(super) fn menu_ui(
    ui: &mut Ui,
    title: RichText,
    accessible: &str,
    language: Language,
    groups: &[&[Command]],
    outbox: &mut Outbox,
) {
    let config = MenuConfig::new().style(menu_style);
    let button = MenuButton::from_button(Button::new(title).frame_when_inactive(true));
    let (response, _) = button.config(config).ui(ui, |ui| {
        ui.set_min_width(280.0);
        // With large zoom the window may be lower than the menu.
        let height = ui.ctx().content_rect().height() - HEIGHT - 24.0;
        ui.set_max_height(height);
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            for (index, group) in groups.iter().enumerate() {
                if index > 0 {
                    ui.separator();
                }
                for command in *group {
                    command_item_ui(ui, language, *command, outbox);
                }
            }
        });
    });
    response.accessible_name(accessible);
}

/// egui's own style for menus hides where the keyboard is.
fn menu_style(style: &mut egui::Style) {
    let selection = style.visuals.selection;
    let widgets = &mut style.visuals.widgets;
    for quiet in [&mut widgets.inactive, &mut widgets.hovered] {
        quiet.bg_stroke = Stroke::NONE;
    }
    widgets.inactive.weak_bg_fill = egui::Color32::TRANSPARENT;
    widgets.active.weak_bg_fill = selection.bg_fill;
    widgets.active.bg_stroke = selection.stroke;
    style.spacing.button_padding = vec2(10.0, 6.0);
    style.spacing.interact_size.y = 30.0;
    style.spacing.item_spacing.y = 2.0;
}

fn command_item_ui(ui: &mut Ui, language: Language, command: Command, outbox: &mut Outbox) {
    let text = tr(language, command.message());
    let mut button = Button::new(text.clone());
    if let Some(shortcut) = command.shortcuts().first() {
        button = button.shortcut_text(ui.ctx().format_shortcut(shortcut));
    }
    let response = ui.add(button).accessible_name(text);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        outbox.commands.push(command);
        ui.close();
    }
}
