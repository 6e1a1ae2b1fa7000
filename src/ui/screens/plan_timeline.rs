//! The plan along time: the chart with its lanes, bars and days.

use chrono::{Datelike as _, NaiveDate};
use eframe::egui::{
    self, Align2, Color32, Painter, Rangef, Rect, Response, Role, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::plan_timeline_bar::{Along, bar_ui};
use super::plan_timeline_legend::legend_ui;
use super::plan_timeline_looks::{chosen, chosen_of_mark};
use super::plan_timeline_marker::marker_ui;
use super::plan_timeline_scale::Scale;
use super::plan_timeline_words::{bar_words, mark_words};
use crate::i18n::tr;
use crate::report::figures::{Bar, Lane, Mark, MarkKind, Timeline};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::roving::roving_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View};

const LANE_HEIGHT: f32 = 31.0;
pub(super) const AXIS_HEIGHT: f32 = 24.0;
const LABEL_WIDTH: f32 = 116.0;
/// The names of programmes are longer than those of groups.
const PROGRAMME_LABEL_WIDTH: f32 = 186.0;

/// What the chart remembers between frames.
#[derive(Debug, Default)]
pub(super) struct TimelineState {
    /// The days that it shows while the marker is dragged.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
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
        let timeline = state.derived.timeline(view);
        chart_ui(ui, view, state, &timeline, outbox);
        legend_ui(ui, language, &timeline);
    });
}

/// A bar or a day of the chart.
#[derive(Clone, Copy)]
enum Item<'a> {
    Bar(&'a Bar),
    Mark(&'a Mark),
}

fn chart_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    timeline: &Timeline,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    let lane_count = f32::from(u8::try_from(timeline.lanes.len()).unwrap_or(u8::MAX));
    let size = vec2(
        ui.available_width(),
        AXIS_HEIGHT + LANE_HEIGHT * lane_count + 4.0,
    );
    let (_, rect) = ui.allocate_space(size);
    let label_width = if view.has_several() {
        PROGRAMME_LABEL_WIDTH
    } else {
        LABEL_WIDTH
    };
    let chart = Rect::from_min_max(pos2(rect.left() + label_width, rect.top()), rect.max);
    let days = state
        .plan
        .timeline
        .days
        .unwrap_or((timeline.first, timeline.last));
    let scale = Scale {
        first: days.0,
        last: days.1,
        room: chart.x_range(),
    };
    let painter = ui.painter_at(rect.expand(2.0));
    years_ui(&painter, theme, &scale, chart);
    let mut top = rect.top() + AXIS_HEIGHT;
    let mut items: Vec<(&Lane, Item<'_>)> = Vec::new();
    let mut places: Vec<Rect> = Vec::new();
    for lane in &timeline.lanes {
        let middle = top + LANE_HEIGHT / 2.0;
        let label = cut(&painter, &lane.label, theme.muted, label_width - 10.0);
        let at = pos2(rect.left(), middle - label.size().y / 2.0);
        painter.galley(at, label, theme.muted);
        let along = Along {
            scale: &scale,
            as_of: timeline.as_of,
            middle,
            is_alone: lane.bars.len() == 1,
        };
        for bar in &lane.bars {
            if let Some(place) = bar_ui(&painter, theme, &along, bar) {
                items.push((lane, Item::Bar(bar)));
                places.push(place);
            }
        }
        let mut taken = f32::NEG_INFINITY;
        for mark in &lane.marks {
            if mark.day < scale.first || mark.day > scale.last {
                continue;
            }
            let place = mark_ui(&painter, theme, &scale, timeline.as_of, mark, middle);
            // Days that lie on one another keep their drawing; only the first can be pointed at.
            if place.left() >= taken {
                taken = place.left() + 3.0;
                items.push((lane, Item::Mark(mark)));
                places.push(place);
            }
        }
        top += LANE_HEIGHT;
    }
    let responses = roving_ui(ui, "timeline", &places);
    for ((lane, item), response) in items.into_iter().zip(responses) {
        item_ui(ui, view, state, lane, item, response);
    }
    marker_ui(ui, view, state, &scale, chart, outbox);
}

/// Names a bar or a day, tells it when it is pointed at, and why it is there when it is clicked.
fn item_ui(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    lane: &Lane,
    item: Item<'_>,
    response: Response,
) {
    let theme = Theme::of(ui);
    let why = match item {
        Item::Bar(bar) => bar.shows.map(chosen),
        Item::Mark(mark) => chosen_of_mark(mark),
    };
    let words = || match item {
        Item::Bar(bar) => bar_words(view, lane, bar),
        Item::Mark(mark) => mark_words(view, mark),
    };
    let role = if why.is_some() {
        Role::Button
    } else {
        Role::Image
    };
    response.widget_info(|| WidgetInfo::labeled(role, true, words()));
    if response.has_focus() {
        let place = response.rect.expand(2.0);
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter()
            .rect_stroke(place, 4.0, ring, StrokeKind::Inside);
        // Who walks by keys reads what others point at.
        let below = response.rect.left_bottom() + vec2(0.0, 6.0);
        egui::Tooltip::always_open(
            ui.ctx().clone(),
            ui.layer_id(),
            response.id.with("told"),
            below,
        )
        .show(|ui| {
            ui.label(words());
        });
    }
    if let Some(why) = why
        && response.clicked()
    {
        state.plan.choose(why);
    }
    response.on_hover_ui_at_pointer(|ui| {
        ui.label(words());
    });
}

/// Draws a release as a stroke, red where it was missed, and a deadline as a diamond.
fn mark_ui(
    painter: &Painter,
    theme: &Theme,
    scale: &Scale,
    as_of: NaiveDate,
    mark: &Mark,
    middle: f32,
) -> Rect {
    let x = painter.round_to_pixel_center(scale.x(mark.day));
    match mark.kind {
        MarkKind::Release | MarkKind::Missed => {
            let is_missed = mark.kind == MarkKind::Missed;
            let ink = if is_missed { theme.danger } else { theme.faint };
            let half = if is_missed { 7.0 } else { 5.0 };
            let width = if is_missed { 2.0 } else { 1.0 };
            let y = Rangef::new(middle - half, middle + half);
            painter.vline(x, y, Stroke::new(width, ink));
            Rect::from_center_size(pos2(x, middle), vec2(5.0, 18.0))
        }
        MarkKind::Deadline => {
            const HALF: f32 = 5.0;
            let corners = vec![
                pos2(x, middle - HALF),
                pos2(x + HALF, middle),
                pos2(x, middle + HALF),
                pos2(x - HALF, middle),
            ];
            let is_past = mark.day < as_of;
            let ground = if is_past { theme.panel } else { theme.text };
            let outline = Stroke::new(1.5, if is_past { theme.muted } else { theme.text });
            painter.add(egui::Shape::convex_polygon(corners, ground, outline));
            Rect::from_center_size(pos2(x, middle), vec2(12.0, 18.0))
        }
    }
}

/// A text cut to a width.
pub(super) fn cut(
    painter: &Painter,
    words: &str,
    ink: Color32,
    width: f32,
) -> std::sync::Arc<egui::Galley> {
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
