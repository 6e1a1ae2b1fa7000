//! The plan along time: coverage years, what stays unprotected, when groups leave, the as-of day.

use chrono::{Datelike as _, NaiveDate, TimeDelta};
use eframe::egui::{
    self, Align2, Color32, CursorIcon, Painter, Pos2, Rangef, Rect, Response, Role, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::derived::Derived;
use crate::document::Edit;
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, is_accepted_date};
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{OrderWhen, Verdict};
use crate::domain::profile::DataId;
use crate::i18n::{self, count, date, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{group_name, short_date};
use crate::ui::{Outbox, View};

const LANE_HEIGHT: f32 = 31.0;
const BAR_HEIGHT: f32 = 20.0;
const AXIS_HEIGHT: f32 = 24.0;
const LABEL_WIDTH: f32 = 116.0;

/// One bar of a lane.
struct Bar {
    from: NaiveDate,
    /// The first day after it.
    to: NaiveDate,
    ground: Color32,
    ink: Color32,
    outline: Stroke,
    words: String,
}

/// One line of the chart.
struct Lane {
    label: String,
    bars: Vec<Bar>,
}

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
    let chart = Rect::from_min_max(pos2(rect.left() + LABEL_WIDTH, rect.top()), rect.max);
    let scale = scale(view, lanes, chart.x_range());
    let painter = ui.painter_at(rect.expand(2.0));
    years_ui(&painter, theme, &scale, chart);
    let mut top = rect.top() + AXIS_HEIGHT;
    for lane in lanes {
        let middle = top + LANE_HEIGHT / 2.0;
        let label = cut(&painter, &lane.label, theme.muted, LABEL_WIDTH - 10.0);
        painter.galley(
            pos2(rect.left(), middle - label.size().y / 2.0),
            label,
            theme.muted,
        );
        for bar in &lane.bars {
            bar_ui(&painter, &scale, bar, middle);
        }
        top += LANE_HEIGHT;
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

fn bar_ui(painter: &Painter, scale: &Scale, bar: &Bar, middle: f32) {
    let x = Rangef::new(scale.x(bar.from), scale.x(bar.to) - 2.0);
    if x.span() < 1.0 {
        return;
    }
    let y = Rangef::new(middle - BAR_HEIGHT / 2.0, middle + BAR_HEIGHT / 2.0);
    let rect = Rect::from_x_y_ranges(x, y);
    painter.rect(rect, 4.0, bar.ground, bar.outline, StrokeKind::Inside);
    let words = cut(painter, &bar.words, bar.ink, rect.width() - 12.0);
    if rect.width() > 34.0 {
        let at = pos2(rect.left() + 7.0, middle - words.size().y / 2.0);
        painter.galley(at, words, bar.ink);
    }
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

/// The chart in words.
fn spoken(view: &View<'_>, lanes: &[Lane]) -> String {
    let mut parts = vec![tr_with(
        view.language,
        "plan-ui-as-of",
        &[("day", date(view.language, view.as_of).into())],
    )];
    for lane in lanes {
        for bar in &lane.bars {
            parts.push(tr_with(
                view.language,
                "plan-ui-bar-spoken",
                &[
                    ("label", lane.label.as_str().into()),
                    ("words", bar.words.as_str().into()),
                    ("from", date(view.language, bar.from).into()),
                    (
                        "to",
                        date(view.language, bar.to.pred_opt().unwrap_or(bar.to)).into(),
                    ),
                ],
            ));
        }
    }
    parts.join(". ")
}

fn after(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

fn scale(view: &View<'_>, lanes: &[Lane], room: Rangef) -> Scale {
    let base = &view.programme.base;
    let bars = || lanes.iter().flat_map(|lane| &lane.bars);
    let first = bars()
        .map(|bar| bar.from)
        .chain([base.end_of_support, view.as_of])
        .min()
        .unwrap_or(view.as_of);
    let end = view.programme.last_day();
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

fn lanes(view: &View<'_>, derived: &Derived, theme: &Theme) -> Vec<Lane> {
    let mut lanes = vec![coverage_lane(view, theme)];
    lanes.extend(unprotected_lanes(view, theme));
    lanes.extend(oem_lanes(view, derived.oem_products(), theme));
    lanes.extend(leaving_lanes(view, derived.leaving(), theme));
    lanes
}

/// What becomes of a coverage year in this plan.
fn year_words(view: &View<'_>, year: CoverageYear) -> (String, bool, bool) {
    let language = view.language;
    let lines = || view.plan.orders.iter().filter(|line| line.year == year);
    let is_back = lines().any(|line| line.back_year);
    let is_now = lines().any(|line| line.when == OrderWhen::Now && !line.back_year);
    let is_later = lines().any(|line| line.when == OrderWhen::Later);
    let id = if is_now {
        "plan-ui-bar-now"
    } else if is_back {
        "plan-ui-bar-back"
    } else if is_later {
        "plan-ui-bar-later"
    } else {
        "plan-ui-bar-none"
    };
    let number = year.number().to_string();
    let args = [("year", number.into())];
    let words = match id {
        "plan-ui-bar-now" => tr_with(language, "plan-ui-bar-now", &args),
        "plan-ui-bar-back" => tr_with(language, "plan-ui-bar-back", &args),
        "plan-ui-bar-later" => tr_with(language, "plan-ui-bar-later", &args),
        _ => tr_with(language, "plan-ui-bar-none", &args),
    };
    (words, is_now, is_back || is_later)
}

fn coverage_lane(view: &View<'_>, theme: &Theme) -> Lane {
    let bars = view
        .programme
        .base
        .coverage
        .iter()
        .map(|window| {
            let (words, is_now, is_ordered) = year_words(view, window.year);
            let (ground, ink) = if is_now {
                (theme.buy, theme.on_accent)
            } else if is_ordered {
                (theme.accent_soft, theme.accent)
            } else {
                (theme.sunken, theme.muted)
            };
            Bar {
                from: window.first_day,
                to: after(window.last_day),
                ground,
                ink,
                outline: Stroke::NONE,
                words,
            }
        })
        .collect();
    Lane {
        label: tr(view.language, "plan-ui-lane-coverage"),
        bars,
    }
}

/// Time without updates: one line for each day on which it began.
fn unprotected_lanes(view: &View<'_>, theme: &Theme) -> Vec<Lane> {
    const MOST: usize = 4;
    let language = view.language;
    view.plan
        .exposure
        .iter()
        .filter(|exposure| exposure.is_missing(view.as_of))
        .take(MOST)
        .map(|exposure| {
            let words = tr_with(
                language,
                "plan-ui-bar-missed",
                &[
                    (
                        "count",
                        count(u64::from(exposure.releases_missed.unwrap_or(0))),
                    ),
                    ("endpoints", count(exposure.endpoints)),
                ],
            );
            let label = match exposure.groups.as_slice() {
                [group] => group_name(view, *group),
                _ => tr(language, "plan-ui-lane-unprotected"),
            };
            Lane {
                label,
                bars: vec![Bar {
                    from: after(exposure.since),
                    to: view.as_of,
                    ground: theme.danger,
                    ink: theme.panel,
                    outline: Stroke::NONE,
                    words,
                }],
            }
        })
        .collect()
}

/// Products whose OEM sells ESU with dates of its own.
fn oem_lanes(view: &View<'_>, products: &[DataId], theme: &Theme) -> Vec<Lane> {
    let programme_starts = view.programme.base.coverage.first().map(|w| w.first_day);
    products
        .iter()
        .filter_map(|id| {
            let (_, product) = view.programme.product(id)?;
            let first = product.coverage.first()?;
            if Some(first.first_day) == programme_starts {
                return None;
            }
            let bars = product
                .coverage
                .iter()
                .map(|window| Bar {
                    from: window.first_day,
                    to: after(window.last_day),
                    ground: theme.oem.gamma_multiply(0.28),
                    ink: theme.text,
                    outline: Stroke::new(1.0, theme.oem),
                    words: tr_with(
                        view.language,
                        "widget-year",
                        &[("year", window.year.number().to_string().into())],
                    ),
                })
                .collect();
            Some(Lane {
                label: i18n::value(view.language, Field::Verdict, Verdict::Oem.id()),
                bars,
            })
        })
        .collect()
}

/// Groups in the order in which they leave.
fn leaving_lanes(view: &View<'_>, leaving: &[(NaiveDate, usize)], theme: &Theme) -> Vec<Lane> {
    leaving
        .iter()
        .map(|&(day, index)| Lane {
            label: group_name(view, index),
            bars: vec![Bar {
                from: after(view.programme.base.end_of_support),
                to: day,
                ground: theme.sunken,
                ink: theme.muted,
                outline: theme.hairline(),
                words: tr_with(
                    view.language,
                    "plan-ui-bar-leaves",
                    &[("day", short_date(view.language, day).into())],
                ),
            }],
        })
        .collect()
}

/// The fonts of bars are those of secondary text.
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
