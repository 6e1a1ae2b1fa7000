//! What the grounds of the chart's bars and the signs of its days mean.

use eframe::egui::{
    self, Painter, Pos2, Rangef, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::plan_timeline_looks::look;
use crate::domain::text::Language;
use crate::i18n::tr;
use crate::report::figures::{BarKind, MarkKind, Timeline};
use crate::ui::theme::Theme;
use crate::ui::widgets::text::{self, Type};

/// Tells the grounds of the bars and the signs of the days, those that occur.
pub(super) fn legend_ui(ui: &mut Ui, language: Language, timeline: &Timeline) {
    let theme = Theme::of(ui);
    let entries = [
        (BarKind::Now, "plan-ui-legend-now"),
        (BarKind::Ordered, "plan-ui-legend-later"),
        (BarKind::Owned, "plan-screen-legend-owned"),
        (BarKind::NotOrdered, "plan-ui-legend-none"),
        (BarKind::Unprotected, "plan-screen-legend-unprotected"),
    ];
    text::flow_ui(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(16.0, 4.0);
        for (kind, words) in entries {
            if timeline.bars().any(|bar| bar.kind == kind) {
                legend_entry_ui(ui, &tr(language, words), |painter, place| {
                    let sample = Rect::from_center_size(place, vec2(14.0, 10.0));
                    let look = look(theme, kind);
                    // A pale ground alone is hard to see so small.
                    let is_pale = matches!(kind, BarKind::Ordered | BarKind::NotOrdered);
                    let outline = if is_pale {
                        theme.hairline()
                    } else {
                        look.outline
                    };
                    painter.rect(sample, 2.0, look.ground, outline, StrokeKind::Inside);
                });
            }
        }
        let has = |kind| timeline.marks().any(|mark| mark.kind == kind);
        if has(MarkKind::Release) {
            let words = tr(language, "plan-screen-legend-release");
            legend_entry_ui(ui, &words, |painter, place| {
                let y = Rangef::new(place.y - 5.0, place.y + 5.0);
                painter.vline(place.x, y, Stroke::new(1.0, theme.muted));
            });
        }
        if has(MarkKind::Missed) {
            let words = tr(language, "plan-screen-legend-missed");
            legend_entry_ui(ui, &words, |painter, place| {
                let y = Rangef::new(place.y - 6.0, place.y + 6.0);
                painter.vline(place.x, y, Stroke::new(2.0, theme.danger));
            });
        }
        if has(MarkKind::Deadline) {
            let words = tr(language, "plan-screen-legend-deadline");
            legend_entry_ui(ui, &words, |painter, place| {
                let corners = [(0.0, -5.0), (5.0, 0.0), (0.0, 5.0), (-5.0, 0.0)];
                let corners = corners.map(|(x, y)| place + vec2(x, y)).to_vec();
                let outline = Stroke::new(1.0, theme.text);
                painter.add(egui::Shape::convex_polygon(corners, theme.text, outline));
            });
        }
    });
}

/// One entry of the legend, painted as a whole so that it is never torn apart.
fn legend_entry_ui(ui: &mut Ui, words: &str, add_sample: impl FnOnce(&Painter, Pos2)) {
    let theme = Theme::of(ui);
    let font = Type::Small.font();
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font, theme.muted);
    let (rect, response) =
        ui.allocate_exact_size(vec2(20.0 + galley.size().x, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    add_sample(ui.painter(), pos2(rect.left() + 7.0, rect.center().y));
    let at = pos2(rect.left() + 20.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, theme.muted);
}
