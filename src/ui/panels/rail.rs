//! The rail: the four places with what is open in each, and the parts of the plan.

use eframe::egui::{
    self, Align2, Role, ScrollArea, Sense, StrokeKind, TextWrapMode, Ui, WidgetInfo, WidgetText,
    pos2, vec2,
};

use crate::i18n::{count, tr, tr_with};
use crate::ui::theme::{CONTROL_RADIUS, RAIL_ENTRY_HEIGHT, Theme, icon_font, medium, regular};
use crate::ui::widgets::words::done_words;
use crate::ui::{Outbox, PlanPart, Screen, View, icons};

/// The rail's width.
pub const WIDTH: f32 = 196.0;
/// The rail's width when only its icons have room.
pub const COMPACT_WIDTH: f32 = 52.0;

/// One line of the rail.
struct Entry {
    icon: &'static str,
    label: String,
    /// The few signs at the right.
    figure: String,
    /// What a screen reader says; it makes sense alone.
    accessible: String,
    selected: bool,
}

/// The room beside the entries; the scroll bar lies in it.
const MARGIN: f32 = 8.0;

/// Draws the rail into a panel of its width without margins at its sides.
pub fn rail_ui(ui: &mut Ui, view: &View<'_>, screen: Screen, outbox: &mut Outbox) {
    let compact = ui.available_width() < WIDTH / 2.0;
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 2.0);
        for place in [
            Screen::Profile,
            Screen::Decisions,
            Screen::Plan,
            Screen::Faq,
        ] {
            // Printing is done from the plan.
            let is_here = place == screen || (place, screen) == (Screen::Plan, Screen::Paper);
            let entry = screen_entry(view, place, is_here);
            if entry_ui(ui, &entry, compact) {
                outbox.go_to = Some(place);
            }
        }
        ui.add_space(12.0);
        if !compact {
            ui.horizontal(|ui| {
                ui.spacing_mut().interact_size.y = 20.0;
                ui.add_space(MARGIN + 10.0);
                let heading = egui::RichText::new(tr(view.language, "rail-in-this-plan"));
                ui.label(heading.font(regular(11.5)).color(Theme::of(ui).muted));
            });
            ui.add_space(2.0);
        }
        for part in PlanPart::ALL {
            if part == PlanPart::WaysOut && !view.has_ways_out() {
                continue;
            }
            if entry_ui(ui, &part_entry(view, part), compact) {
                outbox.go_to = Some(Screen::Plan);
                outbox.show_part = Some(part);
            }
        }
        ui.add_space(8.0);
    });
}

/// How much of what matters is answered, in per cent.
fn filled(view: &View<'_>) -> usize {
    let (settled, open, _) = view.walk.counts();
    (settled * 100).checked_div(settled + open).unwrap_or(100)
}

fn screen_entry(view: &View<'_>, screen: Screen, selected: bool) -> Entry {
    let language = view.language;
    let counted = |id, number: usize| tr_with(language, id, &[("count", count(number as u64))]);
    let (icon, label, figure, accessible) = match screen {
        // The start screen is no place of the rail: the app's sign leads to it.
        Screen::Start => (
            icons::SHIELD_CHECK,
            tr(language, "command-go-to-start"),
            String::new(),
            tr(language, "command-go-to-start"),
        ),
        // Neither is the one through which the plan leaves.
        Screen::Paper => (
            icons::PRINTER,
            tr(language, "paper-title"),
            String::new(),
            tr(language, "paper-title"),
        ),
        Screen::Profile => (
            icons::BUILDINGS,
            tr(language, "rail-profile"),
            counted("rail-percent", filled(view)),
            counted("rail-profile-spoken", filled(view)),
        ),
        Screen::Decisions => {
            let (_, open, _) = view.walk.counts();
            (
                icons::SIGNPOST,
                tr(language, "rail-decisions"),
                if open == 0 {
                    String::new()
                } else {
                    counted("rail-open", open)
                },
                counted("rail-decisions-spoken", open),
            )
        }
        Screen::Plan => {
            let warnings = view.plan.warnings.len();
            (
                icons::CLIPBOARD_TEXT,
                tr(language, "rail-plan"),
                if warnings == 0 {
                    String::new()
                } else {
                    counted("rail-warning-mark", warnings)
                },
                counted("rail-plan-spoken", warnings),
            )
        }
        Screen::Faq => {
            let entries = view.programmes().map(|(_, programme)| programme.faq.len());
            let entries: usize = entries.sum();
            (
                icons::BOOKS,
                tr(language, "rail-faq"),
                entries.to_string(),
                counted("rail-faq-spoken", entries),
            )
        }
    };
    Entry {
        icon,
        label,
        figure,
        accessible,
        selected,
    }
}

fn part_entry(view: &View<'_>, part: PlanPart) -> Entry {
    let plan = view.plan;
    let (icon, message, number) = match part {
        PlanPart::Summary => (icons::LIST_NUMBERS, "rail-summary", None),
        PlanPart::Ledger => (icons::SCALES, "rail-ledger", None),
        PlanPart::Orders => (icons::SHOPPING_CART, "rail-orders", Some(plan.orders.len())),
        PlanPart::WaysOut => (icons::ARROW_BEND_DOWN_RIGHT, "rail-exits", None),
        PlanPart::Calendar => (
            icons::CALENDAR_CHECK,
            "rail-calendar",
            Some(plan.calendar.len()),
        ),
        PlanPart::Deployment => (
            icons::ROCKET_LAUNCH,
            "rail-deployment",
            Some(plan.steps.len()),
        ),
        PlanPart::Keys => (icons::KEY, "rail-keys", None),
        PlanPart::Support => (icons::LIFEBUOY, "rail-support", None),
        PlanPart::Warnings => (icons::WARNING, "rail-warnings", Some(plan.warnings.len())),
        PlanPart::Assumptions => (
            icons::QUESTION,
            "rail-assumptions",
            Some(plan.assumptions.len() + plan.open_questions.len()),
        ),
    };
    let label = tr(view.language, message);
    let mut accessible = tr_with(
        view.language,
        "rail-part-spoken",
        &[("part", label.clone().into())],
    );
    let done = view.progress.steps_done();
    let figure = match number {
        Some(number) if part == PlanPart::Deployment && view.progress.is_begun() => {
            format!("{done}/{number}")
        }
        Some(number) if number > 0 => number.to_string(),
        _ => String::new(),
    };
    if part == PlanPart::Deployment && view.progress.is_begun() {
        let said = done_words(view.language, done, plan.steps.len());
        accessible = format!("{accessible}, {said}");
    } else if !figure.is_empty() {
        accessible = format!("{accessible}, {figure}");
    }
    Entry {
        icon,
        label,
        figure,
        accessible,
        selected: false,
    }
}

fn entry_ui(ui: &mut Ui, entry: &Entry, compact: bool) -> bool {
    let theme = Theme::of(ui);
    let size = vec2(ui.available_width(), RAIL_ENTRY_HEIGHT);
    let (row, response) = ui.allocate_exact_size(size, Sense::click());
    let rect = row.shrink2(vec2(MARGIN, 0.0));
    response.widget_info(|| {
        WidgetInfo::selected(
            Role::Button,
            ui.is_enabled(),
            entry.selected,
            &entry.accessible,
        )
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let ground = if entry.selected {
            theme.accent_soft
        } else if response.hovered() {
            theme.sunken
        } else {
            egui::Color32::TRANSPARENT
        };
        painter.rect_filled(rect, CONTROL_RADIUS, ground);
        if response.has_focus() {
            painter.rect_stroke(
                rect,
                CONTROL_RADIUS,
                egui::Stroke::new(2.0, theme.accent),
                StrokeKind::Inside,
            );
        }
        let (colour, font) = if entry.selected {
            (theme.accent, medium(14.0))
        } else {
            (theme.muted, regular(14.0))
        };
        let middle = rect.center().y;
        let (icon_x, icon_align) = if compact {
            (rect.center().x, Align2::CENTER_CENTER)
        } else {
            (rect.left() + 10.0, Align2::LEFT_CENTER)
        };
        painter.text(
            pos2(icon_x, middle),
            icon_align,
            entry.icon,
            icon_font(14.0),
            colour,
        );
        if !compact {
            let figure_font = if entry.selected {
                medium(12.0)
            } else {
                regular(12.0)
            };
            let figure = painter.text(
                pos2(rect.right() - 10.0, middle),
                Align2::RIGHT_CENTER,
                &entry.figure,
                figure_font,
                colour,
            );
            let left = rect.left() + 34.0;
            let room = (figure.left() - 6.0 - left).max(0.0);
            let label = WidgetText::from(&entry.label).into_galley(
                ui,
                Some(TextWrapMode::Truncate),
                room,
                font,
            );
            ui.painter()
                .galley(pos2(left, middle - label.size().y / 2.0), label, colour);
        }
    }
    let clicked = response.clicked();
    if compact {
        response.on_hover_text(&entry.accessible);
    }
    clicked
}
