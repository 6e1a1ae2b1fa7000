//! The plan along time: the chart, its scale, and the as-of day that is dragged over it.

use chrono::{Datelike as _, NaiveDate, TimeDelta};
use eframe::egui::{
    self, Align2, Color32, CursorIcon, Painter, Pos2, Rangef, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::plan_timeline_lanes::{Bar, Lane, lanes};
use crate::document::Edit;
use crate::domain::field::is_accepted_date;
use crate::domain::programme::Programme;
use crate::i18n::{date, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View};

const LANE_HEIGHT: f32 = 31.0;
const BAR_HEIGHT: f32 = 20.0;
const AXIS_HEIGHT: f32 = 24.0;
const LABEL_WIDTH: f32 = 116.0;
/// The names of programmes are longer than those of groups.
const PROGRAMME_LABEL_WIDTH: f32 = 170.0;

/// The days that the chart shows, and where.
struct Scale {
    first: NaiveDate,
    last: NaiveDate,
    room: Rangef,
}

fn days(from: NaiveDate, to: NaiveDate) -> f32 {
    let days = to.signed_duration_since(from).num_days();
    #[expect(
        clippy::cast_precision_loss,
        reason = "a hundred years are 36,525 days, which f32 holds exactly"
    )]
    let days = days as f32;
    days
}

impl Scale {
    fn x(&self, day: NaiveDate) -> f32 {
        let all = days(self.first, self.last).max(1.0);
        let part = (days(self.first, day) / all).clamp(0.0, 1.0);
        self.room.min + part * self.room.span()
    }

    fn day(&self, x: f32) -> NaiveDate {
        let part = ((x - self.room.min) / self.room.span().max(1.0)).clamp(0.0, 1.0);
        let all = self.last.signed_duration_since(self.first).num_days();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_precision_loss,
            reason = "a part of at most 36,525 days"
        )]
        let after = (part * all as f32).round() as i64;
        TimeDelta::try_days(after)
            .and_then(|after| self.first.checked_add_signed(after))
            .unwrap_or(self.first)
    }
}

/// Draws the card of the chart.
pub(super) fn timeline_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    card_ui(ui, |ui| {
        let hint = tr(language, "plan-ui-drag-marker");
        card_head(ui, &tr(language, "plan-ui-timeline"), "", |ui| {
            text::muted(ui, hint, Type::Small);
        });
        let lanes = lanes(view, &state.derived, Theme::of(ui));
        chart_ui(ui, view, state, &lanes, outbox);
        if view.has_several() {
            legend_ui(ui, view);
        }
    });
}

/// Tells the grounds of the years apart, whose words have little room beside one another.
fn legend_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    text::flow_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for (ground, words) in [
            (theme.buy, "plan-ui-legend-now"),
            (theme.accent_soft, "plan-ui-legend-later"),
            (theme.sunken, "plan-ui-legend-none"),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(14.0, 10.0), Sense::hover());
            ui.painter().rect_filled(rect, 2.0, ground);
            let words = text::rich(ui, tr(view.language, words), Type::Small);
            ui.label(words);
            ui.add_space(10.0);
        }
    });
}

fn chart_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    lanes: &[Lane],
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    let lane_count = f32::from(u8::try_from(lanes.len()).unwrap_or(u8::MAX));
    let size = vec2(
        ui.available_width(),
        AXIS_HEIGHT + LANE_HEIGHT * lane_count + 4.0,
    );
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, spoken(view, lanes)));
    let label_width = if view.has_several() {
        PROGRAMME_LABEL_WIDTH
    } else {
        LABEL_WIDTH
    };
    let chart = Rect::from_min_max(pos2(rect.left() + label_width, rect.top()), rect.max);
    let scale = scale(view, lanes, chart.x_range());
    let painter = ui.painter_at(rect.expand(2.0));
    years_ui(&painter, theme, &scale, chart);
    let mut top = rect.top() + AXIS_HEIGHT;
    let hovered_at = response.hover_pos();
    let mut pointed = None;
    for lane in lanes {
        let middle = top + LANE_HEIGHT / 2.0;
        let label = cut(&painter, &lane.label, theme.muted, label_width - 10.0);
        painter.galley(
            pos2(rect.left(), middle - label.size().y / 2.0),
            label,
            theme.muted,
        );
        for bar in &lane.bars {
            let place = bar_ui(&painter, &scale, bar, middle);
            if place.zip(hovered_at).is_some_and(|(p, at)| p.contains(at)) {
                pointed = Some((lane, bar));
            }
        }
        top += LANE_HEIGHT;
    }
    if let Some((lane, bar)) = pointed {
        response.on_hover_text_at_pointer(bar_words(view, lane, bar));
    }
    marker_ui(ui, view, state, &scale, chart, outbox);
}

fn cut(painter: &Painter, words: &str, ink: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job =
        egui::text::LayoutJob::simple_singleline(words.to_owned(), Type::Small.font(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(0.0));
    painter.layout_job(job)
}

fn years_ui(painter: &Painter, theme: &Theme, scale: &Scale, chart: Rect) {
    let years = scale.last.year() - scale.first.year();
    let step = (years / 8 + 1).max(1);
    for year in scale.first.year()..=scale.last.year() {
        let Some(day) = NaiveDate::from_ymd_opt(year, 1, 1) else {
            continue;
        };
        if day < scale.first {
            continue;
        }
        let x = painter.round_to_pixel_center(scale.x(day));
        let below = Rangef::new(chart.top() + AXIS_HEIGHT - 6.0, chart.bottom());
        painter.vline(x, below, theme.hairline());
        if (year - scale.first.year()) % step == 0 && x + 34.0 < chart.right() {
            painter.text(
                pos2(x + 2.0, chart.top() + 8.0),
                Align2::LEFT_CENTER,
                year.to_string(),
                Type::Small.font(),
                theme.muted,
            );
        }
    }
}

/// Draws a bar with its words, or with fewer where they do not fit; gives its place.
fn bar_ui(painter: &Painter, scale: &Scale, bar: &Bar, middle: f32) -> Option<Rect> {
    let x = Rangef::new(scale.x(bar.from), scale.x(bar.to) - 2.0);
    if x.span() < 1.0 {
        return None;
    }
    let y = Rangef::new(middle - BAR_HEIGHT / 2.0, middle + BAR_HEIGHT / 2.0);
    let rect = Rect::from_x_y_ranges(x, y);
    painter.rect(rect, 4.0, bar.ground, bar.outline, StrokeKind::Inside);
    let room = rect.width() - 12.0;
    let mut words = cut(painter, &bar.words, bar.ink, room);
    if words.elided && !bar.short.is_empty() {
        words = cut(painter, &bar.short, bar.ink, room);
    }
    if rect.width() > 34.0 {
        let at = pos2(rect.left() + 7.0, middle - words.size().y / 2.0);
        painter.galley(at, words, bar.ink);
    }
    Some(rect)
}

/// The as-of day; dragging it plans for another day once it is let go.
fn marker_ui(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    scale: &Scale,
    chart: Rect,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    let day = state.plan.dragged_to.unwrap_or(view.as_of);
    let x = ui.painter().round_to_pixel_center(scale.x(day));
    let top = chart.top() + AXIS_HEIGHT - 6.0;
    let grip = Rect::from_center_size(pos2(x, chart.center().y), vec2(14.0, chart.height()));
    let response = ui.interact(grip, ui.scope_id().with("marker"), Sense::DRAG);
    let words = tr_with(
        view.language,
        "plan-ui-as-of",
        &[("day", date(view.language, day).into())],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &words));
    drag(&response, view, state, scale, outbox);
    let ink = if response.dragged() {
        theme.accent
    } else {
        theme.text
    };
    let painter = ui.painter();
    painter.vline(x, Rangef::new(top, chart.bottom()), Stroke::new(1.5, ink));
    painter.circle_filled(pos2(x, top), 5.0, ink);
    if response.dragged() {
        drag_label_ui(painter, theme, &words, pos2(x, chart.top() + 6.0), chart);
    }
    response
        .on_hover_cursor(CursorIcon::ResizeHorizontal)
        .on_hover_text(words);
}

fn drag(
    response: &Response,
    view: &View<'_>,
    state: &mut ScreensState,
    scale: &Scale,
    outbox: &mut Outbox,
) {
    if response.dragged()
        && let Some(pointer) = response.interact_pointer_pos()
    {
        let day = scale.day(pointer.x);
        if is_accepted_date(day) {
            state.plan.dragged_to = Some(day);
        }
    }
    if response.drag_stopped()
        && let Some(day) = state.plan.dragged_to.take()
        && day != view.as_of
    {
        outbox.typing_ended = true;
        outbox.edits.push(Edit::SetAsOf(Some(day)));
    }
}

fn drag_label_ui(painter: &Painter, theme: &Theme, words: &str, at: Pos2, chart: Rect) {
    let galley = painter.layout_no_wrap(words.to_owned(), Type::Small.font(), theme.on_accent);
    let size = galley.size() + vec2(12.0, 6.0);
    let left =
        (at.x - size.x / 2.0).clamp(chart.left(), (chart.right() - size.x).max(chart.left()));
    let rect = Rect::from_min_size(pos2(left, at.y - size.y / 2.0), size);
    painter.rect_filled(rect, 4.0, theme.accent);
    painter.galley(rect.min + vec2(6.0, 3.0), galley, theme.on_accent);
}

/// One bar in words: `Coverage: Year 1, 15 Jan 2020 to 12 Jan 2021`.
fn bar_words(view: &View<'_>, lane: &Lane, bar: &Bar) -> String {
    let last = bar.to.pred_opt().unwrap_or(bar.to);
    tr_with(
        view.language,
        "plan-ui-bar-spoken",
        &[
            ("label", lane.label.as_str().into()),
            ("words", bar.words.as_str().into()),
            ("from", date(view.language, bar.from).into()),
            ("to", date(view.language, last).into()),
        ],
    )
}

/// The chart in words.
fn spoken(view: &View<'_>, lanes: &[Lane]) -> String {
    let mut parts = vec![tr_with(
        view.language,
        "plan-ui-as-of",
        &[("day", date(view.language, view.as_of).into())],
    )];
    for lane in lanes {
        parts.extend(lane.bars.iter().map(|bar| bar_words(view, lane, bar)));
    }
    parts.join(". ")
}

fn scale(view: &View<'_>, lanes: &[Lane], room: Rangef) -> Scale {
    let bars = || lanes.iter().flat_map(|lane| &lane.bars);
    let programmes = || view.programmes().map(|(_, programme)| programme);
    let supported = programmes()
        .filter(|programme| !programme.base.coverage.is_empty())
        .map(|programme| programme.base.end_of_support);
    let first = bars()
        .map(|bar| bar.from)
        .chain(supported)
        .chain([view.as_of])
        .min()
        .unwrap_or(view.as_of);
    let end = programmes().map(Programme::last_day).max();
    let end = end.unwrap_or(view.as_of);
    // A leaving day far away would make everything else too narrow.
    let far = end
        .checked_add_months(chrono::Months::new(24))
        .unwrap_or(end);
    let last = bars()
        .map(|bar| bar.to.min(far))
        .chain([end, view.as_of])
        .max()
        .unwrap_or(view.as_of);
    let room_before = TimeDelta::try_days(20).unwrap_or_default();
    let room_after = TimeDelta::try_days(60).unwrap_or_default();
    Scale {
        first: first.checked_sub_signed(room_before).unwrap_or(first),
        last: last.checked_add_signed(room_after).unwrap_or(last),
        room,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_place_on_the_chart_gives_its_day_back() {
        let scale = Scale {
            first: day(2020, 1, 1),
            last: day(2023, 1, 1),
            room: Rangef::new(100.0, 900.0),
        };
        for wanted in [day(2020, 1, 1), day(2021, 6, 15), day(2023, 1, 1)] {
            let found = scale.day(scale.x(wanted));
            assert!(days(found, wanted).abs() <= 1.0, "{found} {wanted}");
        }
        assert_eq!(scale.day(0.0), scale.first);
        assert_eq!(scale.day(5000.0), scale.last);
    }
}
