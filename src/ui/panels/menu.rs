//! Menus of commands: text, icon, keys and tip come from the commands themselves.

use eframe::egui::containers::menu::{MenuButton, MenuConfig};
use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{
    self, Align2, Button, EventFilter, FocusDirection, Id, Key, Modifiers, Rect, Response,
    RichText, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::top_bar::HEIGHT;
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::ui::Outbox;
use crate::ui::command::{Command, Menu, Standing};
use crate::ui::theme::{CONTROL_RADIUS, Theme, icon_font, regular};
use crate::ui::widgets::text::Type;

/// The width of a column of a menu.
const COLUMN: f32 = 304.0;
/// The room between columns.
const GAP: f32 = 16.0;
/// The height of a command in a menu.
const ITEM: f32 = 30.0;

/// What all commands of an open menu share.
#[derive(Clone, Copy)]
pub(super) struct MenuContext<'a> {
    pub(super) language: Language,
    pub(super) standing: &'a Standing,
}

/// The menu with every command: under one button, in columns where they have room.
pub(super) fn app_menu_ui(
    ui: &mut Ui,
    title: RichText,
    context: MenuContext<'_>,
    outbox: &mut Outbox,
) {
    let columns: &[&[Menu]] = if ui.ctx().content_rect().width() < 3.0 * COLUMN + 2.0 * GAP + 48.0 {
        &[&Menu::ALL]
    } else {
        &[
            &[Menu::File, Menu::Edit],
            &[Menu::View],
            &[Menu::Plan, Menu::Help],
        ]
    };
    let name = tr(context.language, "menu-title");
    opened_ui(ui, title, &name, |ui| {
        let mut items: Vec<Vec<Id>> = Vec::new();
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for menus in columns {
                ui.vertical(|ui| {
                    ui.set_width(COLUMN);
                    let mut column = Vec::new();
                    for (position, menu) in menus.iter().enumerate() {
                        if position > 0 {
                            ui.add_space(10.0);
                        }
                        heading_ui(ui, &tr(context.language, menu.message()));
                        sections_ui(ui, &menu.sections(), context, &mut column, outbox);
                    }
                    items.push(column);
                });
            }
        });
        items
    });
}

/// The button with what opens under it; the arrows walk what `content` gives back.
fn opened_ui(
    ui: &mut Ui,
    title: RichText,
    accessible: &str,
    content: impl FnOnce(&mut Ui) -> Vec<Vec<Id>>,
) {
    let config = MenuConfig::new().style(menu_style);
    let button = MenuButton::from_button(Button::new(title).frame_when_inactive(true));
    let (response, shown) = button.config(config).ui(ui, |ui| {
        // With large zoom the window may be lower than the menu.
        let height = ui.ctx().content_rect().height() - HEIGHT - 24.0;
        ui.set_max_height(height);
        let scroll = ScrollArea::vertical().max_height(height);
        let items = scroll
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                content(ui)
            })
            .inner;
        ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
            node.set_role(egui::accesskit::Role::Menu);
        });
        items
    });
    if let Some(shown) = shown {
        walk(ui, &response, &shown.inner);
    }
    response.accessible_name(accessible);
}

/// Moves the keyboard through an open menu: up and down through all of it, to the left and right
/// between columns, Home and End to its ends.
fn walk(ui: &Ui, button: &Response, columns: &[Vec<Id>]) {
    const KEYS: [Key; 6] = [
        Key::ArrowDown,
        Key::ArrowUp,
        Key::ArrowRight,
        Key::ArrowLeft,
        Key::Home,
        Key::End,
    ];
    let all: Vec<Id> = columns.iter().flatten().copied().collect();
    let focused = ui.memory(egui::Memory::focused);
    let at = focused.and_then(|id| all.iter().position(|item| *item == id));
    if let Some(id) = focused.filter(|id| at.is_some() || *id == button.id) {
        let keeps = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, keeps));
    }
    let pressed = KEYS
        .into_iter()
        .find(|key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
    let Some(key) = pressed else {
        return;
    };
    let count = all.len();
    let target = match (key, at) {
        (Key::ArrowDown, Some(at)) => (at + 1) % count.max(1),
        (Key::ArrowUp, Some(at)) => at.checked_sub(1).unwrap_or(count.saturating_sub(1)),
        (Key::ArrowUp | Key::End, _) => count.saturating_sub(1),
        (Key::ArrowRight | Key::ArrowLeft, Some(at)) => {
            beside(columns, at, key == Key::ArrowRight).unwrap_or(at)
        }
        _ => 0,
    };
    if let Some(id) = all.get(target) {
        ui.memory_mut(|memory| {
            memory.request_focus(*id);
            memory.move_focus(FocusDirection::None);
        });
    }
}

/// The position of the command beside another one in the next column.
fn beside(columns: &[Vec<Id>], at: usize, to_the_right: bool) -> Option<usize> {
    let mut start = 0;
    let starts: Vec<(usize, usize)> = columns
        .iter()
        .map(|column| {
            let own = (start, column.len());
            start += column.len();
            own
        })
        .collect();
    let own = starts
        .iter()
        .position(|(start, length)| (*start..start + length).contains(&at))?;
    let row = at - starts.get(own)?.0;
    let next = if to_the_right {
        own.checked_add(1)?
    } else {
        own.checked_sub(1)?
    };
    let (start, length) = *starts.get(next)?;
    Some(start + row.min(length.checked_sub(1)?))
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
}

fn heading_ui(ui: &mut Ui, words: &str) {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 26.0));
    let id = ui.scope_id().with(("menu-heading", words));
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.painter().text(
        rect.left_center() + vec2(10.0, 0.0),
        Align2::LEFT_CENTER,
        words,
        Type::SmallMedium.font(),
        Theme::of(ui).muted,
    );
}

fn sections_ui(
    ui: &mut Ui,
    sections: &[Vec<Command>],
    context: MenuContext<'_>,
    items: &mut Vec<Id>,
    outbox: &mut Outbox,
) {
    for (position, section) in sections.iter().enumerate() {
        if position > 0 {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), 9.0));
            let y = ui.painter().round_to_pixel_center(rect.center().y);
            let line = Theme::of(ui).hairline();
            ui.painter().hline(rect.x_range().shrink(10.0), y, line);
        }
        for command in section {
            items.push(item_ui(ui, context, *command, outbox));
        }
    }
}

/// One command: its icon, text and keys; its tip, or why it can't be done now, when pointed at.
fn item_ui(ui: &mut Ui, context: MenuContext<'_>, command: Command, outbox: &mut Outbox) -> Id {
    let theme = Theme::of(ui);
    let language = context.language;
    let text = tr(language, command.message());
    let why_not = command.why_not(context.standing);
    let is_enabled = why_not.is_none();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ITEM), Sense::click());
    let keys = command.keys(ui.ctx());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_enabled, &text));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::MenuItem);
        if !keys.is_empty() {
            node.set_keyboard_shortcut(keys.clone());
        }
        if let Some(why) = why_not {
            node.set_description(tr(language, why));
        }
    });
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let ink = if is_enabled { theme.text } else { theme.faint };
        item_shapes(ui, rect, &response, is_enabled);
        let painter = ui.painter();
        let quiet = if is_enabled { theme.muted } else { theme.faint };
        let middle = rect.center().y;
        painter.text(
            pos2(rect.left() + 10.0, middle),
            Align2::LEFT_CENTER,
            command.icon(),
            icon_font(14.0),
            quiet,
        );
        let right = pos2(rect.right() - 10.0, middle);
        let keys = painter.text(right, Align2::RIGHT_CENTER, &keys, regular(12.0), quiet);
        let start = rect.left() + 34.0;
        let room = (keys.left() - 10.0 - start).max(40.0);
        let mut job = LayoutJob::simple_singleline(text, regular(13.5), ink);
        job.wrap = TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        let at = pos2(start, middle - galley.size().y / 2.0);
        painter.galley(at, galley, ink);
    }
    let id = response.id;
    if response.clicked() && is_enabled {
        outbox.commands.push(command);
        ui.close();
    }
    response.on_hover_text(why_not.map_or_else(|| command.tip(language), |why| tr(language, why)));
    id
}

fn item_shapes(ui: &Ui, rect: Rect, response: &Response, is_enabled: bool) {
    let theme = Theme::of(ui);
    if response.hovered() && is_enabled {
        ui.painter().rect_filled(rect, CONTROL_RADIUS, theme.sunken);
    }
    if response.has_focus() {
        let painter = ui.painter();
        painter.rect_filled(rect, CONTROL_RADIUS, theme.accent_soft);
        let ring = Stroke::new(2.0, theme.accent);
        painter.rect_stroke(rect, CONTROL_RADIUS, ring, StrokeKind::Inside);
    }
}
