//! The sheet of keys: every command with its keys, and the keys of tables, decisions and timeline.

use eframe::egui::{Context, Key, KeyboardShortcut, Modifiers, Role, Sense, Ui, WidgetInfo, vec2};

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::ui::command::{Command, Menu, written};
use crate::ui::part_keys::PART_KEYS;
use crate::ui::theme::{Theme, regular};
use crate::ui::widgets::text::{self, Type};

/// A heading with its lines: what is done and by which keys.
struct Section {
    title: String,
    lines: Vec<(String, String)>,
}

/// Draws the sheet; true once it has been read.
pub fn shortcuts_ui(context: &Context, language: Language) -> bool {
    let title = tr(language, "command-shortcuts");
    let window = context.content_rect();
    let width = (window.width() - 64.0).min(1160.0);
    let shown = dialog_ui(context, "shortcuts", &title, width, |ui| {
        let sections = sections(context, language);
        let columns = match width {
            wide if wide > 1000.0 => 3,
            middling if middling > 640.0 => 2,
            _ => 1,
        };
        body_ui(ui, |ui| columns_ui(ui, &sections, columns));
        buttons_ui(ui, |ui| {
            let close = primary_button(ui, &tr(language, "dialog-close"), true);
            focus_first(ui, &close);
            close.clicked()
        })
    });
    shown.inner || shown.dismissed
}

fn sections(context: &Context, language: Language) -> Vec<Section> {
    let all = |keys: &[(Modifiers, Key)]| {
        let keys = keys
            .iter()
            .map(|(modifiers, key)| written(context, &KeyboardShortcut::new(*modifiers, *key)));
        let keys: Vec<String> = keys.collect();
        // Two digits are the ends of a row of keys.
        let is_digit = |key: &String| key.chars().all(|sign| sign.is_ascii_digit());
        keys.join(if keys.iter().all(is_digit) {
            "–"
        } else {
            ", "
        })
    };
    let of_command = |command: &Command| {
        let keys: Vec<(Modifiers, Key)> = command
            .shortcuts()
            .iter()
            .map(|shortcut| (shortcut.modifiers, shortcut.logical_key))
            .collect();
        (tr(language, command.message()), all(&keys))
    };
    let menus = Menu::ALL.into_iter().map(|menu| Section {
        title: tr(language, menu.message()),
        lines: menu.sections().iter().flatten().map(of_command).collect(),
    });
    let parts = PART_KEYS.iter().map(|part| Section {
        title: tr(language, part.title),
        lines: part
            .lines
            .iter()
            .map(|line| (tr(language, line.message), all(line.keys)))
            .collect(),
    });
    menus.chain(parts).collect()
}

/// Parts the sections into columns of about the same length.
fn parted(sections: &[Section], columns: usize) -> Vec<&[Section]> {
    let length = |section: &Section| section.lines.len() + 2;
    let mut parts = Vec::new();
    let mut rest = sections;
    for column in 0..columns {
        let left = columns - column;
        let all: usize = rest.iter().map(length).sum();
        let target = all.div_ceil(left);
        let mut sum = 0;
        let mut take = 0;
        for section in rest {
            let with_it = sum + length(section);
            // The one that crosses the mark stands on the side to which it comes nearer.
            let is_too_much = with_it > target && with_it - target > target - sum;
            if left > 1 && sum > 0 && is_too_much {
                break;
            }
            take += 1;
            sum = with_it;
            if left > 1 && sum >= target {
                break;
            }
        }
        let (part, later) = rest.split_at(take);
        parts.push(part);
        rest = later;
    }
    parts
}

/// Draws the sections in columns, read down and then to the right.
fn columns_ui(ui: &mut Ui, sections: &[Section], columns: u8) {
    const GAP: f32 = 32.0;
    let room = ui.available_width() - 8.0;
    let gaps = GAP * f32::from(columns - 1);
    let width = ((room - gaps) / f32::from(columns)).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for part in parted(sections, usize::from(columns)) {
            ui.vertical(|ui| {
                ui.set_width(width);
                ui.spacing_mut().item_spacing.y = 0.0;
                for section in part {
                    section_ui(ui, section);
                }
            });
        }
    });
}

fn section_ui(ui: &mut Ui, section: &Section) {
    ui.add_space(10.0);
    let title = text::line(ui, &section.title, Type::Strong);
    ui.ctx().accesskit_node_builder(title.id, |node| {
        node.set_role(eframe::egui::accesskit::Role::Heading);
        node.set_label(&*section.title);
    });
    ui.add_space(2.0);
    for (what, keys) in &section.lines {
        let theme = Theme::of(ui);
        let size = vec2(ui.available_width(), 24.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        let said = if keys.is_empty() {
            what.clone()
        } else {
            format!("{what}: {keys}")
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        if !ui.is_rect_visible(rect) {
            continue;
        }
        let painter = ui.painter();
        painter.hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
        let shown = if keys.is_empty() { "–" } else { keys };
        let right = rect.right_center();
        let align = eframe::egui::Align2::RIGHT_CENTER;
        let keys = painter.text(right, align, shown, regular(12.5), theme.muted);
        let room = (keys.left() - 12.0 - rect.left()).max(40.0);
        let mut job = eframe::egui::text::LayoutJob::simple_singleline(
            what.clone(),
            Type::Table.font(),
            theme.text,
        );
        job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room);
        let galley = painter.layout_job(job);
        let at = rect.left_center() - vec2(0.0, galley.size().y / 2.0);
        painter.galley(at, galley, theme.text);
    }
}
