//! A bar of the chart with its words.

use chrono::NaiveDate;
use eframe::egui::{Painter, Rangef, Rect, StrokeKind, pos2};

use super::plan_timeline::cut;
use super::plan_timeline_looks::{ink_beside, look};
use super::plan_timeline_scale::Scale;
use crate::report::figures::Bar;
use crate::ui::theme::Theme;

const HEIGHT: f32 = 20.0;
/// However short its time, a bar can be seen and pointed at.
const LEAST: f32 = 4.0;
/// Between a bar's edge and its words.
const INSET: f32 = 7.0;

/// The line of the chart on which a bar lies.
pub(super) struct Along<'a> {
    pub(super) scale: &'a Scale,
    /// The plan's day, whose line words do not cross.
    pub(super) as_of: NaiveDate,
    pub(super) middle: f32,
    /// Whether the bar is the only one on it.
    pub(super) is_alone: bool,
}

/// Draws a bar with its words, beside it or with fewer where they do not fit; gives its place.
pub(super) fn bar_ui(
    painter: &Painter,
    theme: &Theme,
    along: &Along<'_>,
    bar: &Bar,
) -> Option<Rect> {
    let scale = along.scale;
    if bar.to <= scale.first || bar.from > scale.last {
        return None;
    }
    let left = scale.x(bar.from).min(scale.room.max - LEAST);
    let x = Rangef::new(left, (scale.x(bar.to) - 2.0).max(left + LEAST));
    let y = Rangef::new(along.middle - HEIGHT / 2.0, along.middle + HEIGHT / 2.0);
    let rect = Rect::from_x_y_ranges(x, y);
    let look = look(theme, bar.kind);
    painter.rect(rect, 4.0, look.ground, look.outline, StrokeKind::Inside);
    let words = |words, room| cut(painter, words, look.ink, room);
    let room = rect.width() - 2.0 * INSET + 2.0;
    let mut inside = words(&bar.words, room);
    if inside.elided && along.is_alone && beside_ui(painter, theme, along, bar, rect) {
        return Some(rect);
    }
    if inside.elided && !bar.short.is_empty() {
        inside = words(&bar.short, room);
    }
    // Half a day or half a number says something else; the bar's tooltip has it whole.
    if rect.width() > 34.0 && !inside.elided {
        let at = pos2(rect.left() + INSET, along.middle - inside.size().y / 2.0);
        painter.galley(at, inside, look.ink);
    }
    Some(rect)
}

/// Draws the words of a bar after it or, where there is no room, before it; tells whether there was
/// room.
fn beside_ui(painter: &Painter, theme: &Theme, along: &Along<'_>, bar: &Bar, rect: Rect) -> bool {
    let ink = ink_beside(theme, bar.kind);
    let words = cut(painter, &bar.words, ink, f32::INFINITY);
    let (room, line) = (along.scale.room, along.scale.x(along.as_of));
    let needs = INSET + words.size().x + INSET;
    let is_crossed = line >= rect.right() && line < rect.right() + needs;
    let after = if is_crossed { line } else { rect.right() } + INSET;
    let is_crossed = line <= rect.left() && line > rect.left() - needs;
    let before = if is_crossed { line } else { rect.left() } - INSET - words.size().x;
    let left = if after + words.size().x <= room.max {
        after
    } else if before >= room.min {
        before
    } else {
        return false;
    };
    let place = Rect::from_min_size(
        pos2(left, along.middle - words.size().y / 2.0),
        words.size(),
    );
    // The lines of the years stop before the words.
    painter.rect_filled(place.expand(2.0), 0.0, theme.panel);
    painter.galley(place.min, words, ink);
    true
}
