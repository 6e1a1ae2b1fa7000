//! The as-of day over the chart: dragged, or moved by keys.

use chrono::{Months, NaiveDate, TimeDelta};
use eframe::egui::accesskit::Action;
use eframe::egui::{
    self, CursorIcon, EventFilter, Key, Painter, Pos2, Rangef, Rect, Response, Role, Sense, Stroke,
    Ui, WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::plan_timeline::AXIS_HEIGHT;
use super::plan_timeline_scale::Scale;
use crate::document::Edit;
use crate::domain::field::is_accepted_date;
use crate::i18n::{date, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::text::Type;
use crate::ui::{Outbox, View};

/// The as-of day: dragged, or moved by keys once it has the keyboard. The plan follows at once.
pub(super) fn marker_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    scale: &Scale,
    chart: Rect,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    let day = view.as_of;
    let x = ui.painter().round_to_pixel_center(scale.x(day));
    let top = chart.top() + AXIS_HEIGHT - 6.0;
    let grip = Rect::from_center_size(pos2(x, chart.center().y), vec2(14.0, chart.height()));
    let response = ui.interact(grip, ui.scope_id().with("marker"), Sense::drag());
    let words = tr_with(
        view.language,
        "plan-screen-marker",
        &[("day", date(view.language, day).into())],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &words));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        node.set_value(date(view.language, day));
    });
    let dragged = drag(&response, state, scale);
    let moved = keys(ui, &response, day, scale);
    let to = dragged.or(moved).filter(|to| *to != day);
    if let Some(to) = to.filter(|to| is_accepted_date(*to)) {
        outbox.edits.push(Edit::SetAsOf(Some(to)));
    }
    if response.drag_stopped() || response.lost_focus() {
        // The whole way is one step for undo.
        outbox.typing_ended = true;
    }
    let is_held = response.dragged() || response.has_focus();
    let ink = if is_held { theme.accent } else { theme.text };
    let painter = ui.painter();
    painter.vline(x, Rangef::new(top, chart.bottom()), Stroke::new(1.5, ink));
    painter.circle_filled(pos2(x, top), if is_held { 6.0 } else { 5.0 }, ink);
    if is_held {
        let short = date(view.language, day);
        drag_label_ui(painter, theme, &short, pos2(x, chart.top() + 6.0), chart);
    }
    response
        .on_hover_cursor(CursorIcon::ResizeHorizontal)
        .on_hover_text(format!(
            "{words}\n{}",
            tr(view.language, "plan-screen-marker-keys")
        ));
}

/// The day under the pointer while the marker is dragged. The chart keeps its days meanwhile, so
/// that it does not run away from the pointer.
fn drag(response: &Response, state: &mut ScreensState, scale: &Scale) -> Option<NaiveDate> {
    if !response.dragged() {
        state.plan.timeline.days = None;
        return None;
    }
    state.plan.timeline.days = Some((scale.first, scale.last));
    let pointer = response.interact_pointer_pos()?;
    Some(scale.day(pointer.x))
}

/// The day to which a key moves the marker: left and right by a day, up and down by a week, Page
/// Up and Page Down by a month, Home and End to the ends of the chart.
fn keys(ui: &Ui, response: &Response, day: NaiveDate, scale: &Scale) -> Option<NaiveDate> {
    let id = response.id;
    let asked = |action| ui.input(|input| input.has_accesskit_action_request(id, action));
    if asked(Action::Increment) {
        return day.checked_add_months(Months::new(1));
    }
    if asked(Action::Decrement) {
        return day.checked_sub_months(Months::new(1));
    }
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        horizontal_arrows: true,
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    let by_days = |days| day.checked_add_signed(TimeDelta::try_days(days)?);
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
        if pressed(Key::ArrowRight) {
            by_days(1)
        } else if pressed(Key::ArrowLeft) {
            by_days(-1)
        } else if pressed(Key::ArrowDown) {
            by_days(7)
        } else if pressed(Key::ArrowUp) {
            by_days(-7)
        } else if pressed(Key::PageDown) {
            day.checked_add_months(Months::new(1))
        } else if pressed(Key::PageUp) {
            day.checked_sub_months(Months::new(1))
        } else if pressed(Key::Home) {
            Some(scale.first)
        } else if pressed(Key::End) {
            Some(scale.last)
        } else {
            None
        }
    })
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
