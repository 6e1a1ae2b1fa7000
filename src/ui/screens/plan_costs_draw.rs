//! How the parts of the chart of costs look, and what that means.

use eframe::egui::{
    Align2, Color32, Painter, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    pos2, vec2,
};

use super::plan_costs::standing_words;
use super::plan_costs_data::{Costs, Standing};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::i18n::{self, tr};
use crate::ui::View;
use crate::ui::theme::Theme;
use crate::ui::widgets::text::{self, Type};

/// Ground and outline of a part: filled now, hatched later, dashed where nobody confirms it.
pub(super) fn piece_ui(
    painter: &Painter,
    theme: &Theme,
    standing: Standing,
    tone: Color32,
    place: Rect,
) {
    let outline = Stroke::new(1.0, tone);
    match standing {
        Standing::Now => {
            painter.rect_filled(place, 2.0, tone);
        }
        Standing::Later => {
            painter.rect_filled(place, 2.0, theme.panel);
            hatch(painter, place, tone);
            painter.rect_stroke(place, 2.0, outline, StrokeKind::Inside);
        }
        Standing::Estimate => {
            let inside = place.shrink(0.5);
            let corners = [
                inside.left_top(),
                inside.right_top(),
                inside.right_bottom(),
                inside.left_bottom(),
                inside.left_top(),
            ];
            painter.extend(Shape::dashed_line(&corners, outline, 4.0, 3.0));
        }
    }
}

fn hatch(painter: &Painter, place: Rect, tone: Color32) {
    const STEP: f32 = 6.0;
    let inside = painter.with_clip_rect(place.intersect(painter.clip_rect()));
    let mut x = place.left() - place.height();
    while x < place.right() {
        let from = pos2(x, place.bottom());
        let to = pos2(x + place.height(), place.top());
        inside.line_segment([from, to], Stroke::new(1.5, tone.gamma_multiply(0.55)));
        x += STEP;
    }
}

/// The first of these words that a part has room for.
pub(super) fn words_on_ui(
    painter: &Painter,
    theme: &Theme,
    standing: Standing,
    tone: Color32,
    place: Rect,
    words: Vec<String>,
) {
    let ink = match standing {
        Standing::Now => theme.ink_on(tone),
        Standing::Later => theme.text,
        Standing::Estimate => theme.muted,
    };
    let mut galleys = words
        .into_iter()
        .map(|words| painter.layout_no_wrap(words, Type::Small.font(), ink));
    let Some(galley) = galleys.find(|galley| galley.size().x + 16.0 <= place.width()) else {
        return;
    };
    let at = pos2(place.left() + 8.0, place.center().y - galley.size().y / 2.0);
    if standing == Standing::Later {
        let ground = Rect::from_min_size(at, galley.size()).expand2(vec2(4.0, 0.0));
        painter.rect_filled(ground, 2.0, theme.panel);
    }
    painter.galley(at, galley, ink);
}

/// The grounds and tones with their words.
pub(super) fn legend_ui(ui: &mut Ui, view: &View<'_>, costs: &Costs) {
    let theme = Theme::of(ui);
    let mut standings = vec![Standing::Now, Standing::Later, Standing::Estimate];
    standings.retain(|standing| costs.pieces().any(|piece| piece.key.standing == *standing));
    // One kind alone says itself on its bars.
    if costs.series.len() == 1 && standings == [Standing::Now] {
        return;
    }
    text::flow_ui(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
        if costs.series.len() > 1 {
            for (position, (programme, channel)) in costs.series.iter().enumerate() {
                let channel = i18n::value(view.language, Field::OrderChannel, channel.id());
                let words = view.tagged(*programme, &channel);
                entry_ui(ui, Standing::Now, theme.series(position), &words);
            }
        }
        for standing in standings {
            let words = match standing {
                Standing::Estimate => tr(view.language, "plan-screen-legend-estimate"),
                _ => standing_words(view, standing),
            };
            let tone = if costs.series.len() > 1 {
                theme.muted
            } else {
                theme.series(0)
            };
            entry_ui(ui, standing, tone, &words);
        }
    });
}

/// One entry of the legend, painted as a whole so that it is never torn apart.
fn entry_ui(ui: &mut Ui, standing: Standing, tone: Color32, words: &str) {
    const SAMPLE: Vec2 = vec2(18.0, 12.0);
    let theme = Theme::of(ui);
    let font = Type::Small.font();
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), font, theme.muted);
    let width = SAMPLE.x + 6.0 + galley.size().x + 12.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let sample = Align2::LEFT_CENTER.align_size_within_rect(SAMPLE, rect);
    piece_ui(ui.painter(), theme, standing, tone, sample);
    let at = pos2(
        sample.right() + 6.0,
        rect.center().y - galley.size().y / 2.0,
    );
    ui.painter().galley(at, galley, theme.muted);
}
