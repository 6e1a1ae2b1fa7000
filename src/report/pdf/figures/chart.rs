//! Where the timeline's days, bars and words lie on the page.

use chrono::{Datelike as _, NaiveDate};
use serde_json::{Value, json};

use super::SIZE;
use crate::domain::text::Language;
use crate::report::figures::{Bar, BarKind, Lane, Timeline};
use crate::report::pdf::letters::SEMIBOLD;

/// Between a bar's edge and its words, inside and beside it.
const INSET: f64 = 3.0;
/// Between bars that follow one another.
const GAP: f64 = 1.0;
/// However short its time, a bar is seen.
const LEAST: f64 = 1.5;

/// Where days lie on the page, in points.
pub(super) struct Chart<'a> {
    pub(super) timeline: &'a Timeline,
    pub(super) language: Language,
    pub(super) width: f64,
}

/// A bar and its words on the page.
#[derive(Debug)]
pub(super) struct Placed<'a> {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) kind: BarKind,
    /// None where there is no room for any.
    pub(super) words: Option<Words<'a>>,
}

/// The words of a bar on the page.
#[derive(Debug)]
pub(super) struct Words<'a> {
    pub(super) text: &'a str,
    pub(super) left: f64,
    pub(super) right: f64,
    /// Whether they stand beside the bar instead of in it.
    pub(super) is_beside: bool,
}

impl Chart<'_> {
    pub(super) fn x(&self, day: NaiveDate) -> f64 {
        let days = |to: NaiveDate| to.signed_duration_since(self.timeline.first).num_days();
        let day_of = |days: i64| f64::from(i32::try_from(days).unwrap_or(i32::MAX));
        let part = day_of(days(day)) / day_of(days(self.timeline.last).max(1));
        part.clamp(0.0, 1.0) * self.width
    }

    /// The bars of a line with their words.
    pub(super) fn bars<'a>(&self, lane: &'a Lane) -> Vec<Placed<'a>> {
        let is_alone = lane.bars.len() == 1;
        let mut taken = 0.0_f64;
        let mut bars = lane.bars.iter().peekable();
        let mut placed = Vec::new();
        while let Some(bar) = bars.next() {
            let (left, right) = self.edges(bar);
            let next = bars.peek().map(|next| self.edges(next).0);
            // At the end of the page, words need no room after them.
            let free = Free {
                left: taken,
                right: next.unwrap_or(self.width + INSET),
            };
            let words = self.words(bar, (left, right), &free, is_alone);
            let end = words.as_ref().map_or(right, |words| words.right);
            taken = taken.max(right).max(end);
            placed.push(Placed {
                left,
                right,
                kind: bar.kind,
                words,
            });
        }
        placed
    }

    /// The left and the right edge of a bar.
    fn edges(&self, bar: &Bar) -> (f64, f64) {
        let left = self.x(bar.from).min(self.width - LEAST);
        (left, (self.x(bar.to) - GAP).max(left + LEAST))
    }

    /// The words of a bar: all of them, or fewer where they do not fit. One that has its line for
    /// itself says all of them beside it rather than fewer in it; years that follow one another
    /// look alike.
    fn words<'a>(
        &self,
        bar: &'a Bar,
        edges: (f64, f64),
        free: &Free,
        is_alone: bool,
    ) -> Option<Words<'a>> {
        let (long, short) = (bar.words.as_str(), bar.short.as_str());
        let short = if short.is_empty() { long } else { short };
        self.inside(long, edges)
            .or_else(|| self.beside(long, edges, free).filter(|_| is_alone))
            .or_else(|| self.inside(short, edges))
            .or_else(|| self.beside(short, edges, free))
    }

    /// Words in a bar, after the plan's day where its line would cross them.
    fn inside<'a>(&self, text: &'a str, (left, right): (f64, f64)) -> Option<Words<'a>> {
        let line = self.x(self.timeline.as_of);
        let width = width(text)?;
        let is_crossed = line > left && line < left + INSET + width + 2.0;
        let left = if is_crossed { line } else { left } + INSET;
        let words = Words {
            text,
            left,
            right: left + width,
            is_beside: false,
        };
        (words.right + INSET <= right).then_some(words)
    }

    /// Words after a bar or, where there is no room, before it; never across the plan's day.
    fn beside<'a>(
        &self,
        text: &'a str,
        (bar_left, bar_right): (f64, f64),
        free: &Free,
    ) -> Option<Words<'a>> {
        let line = self.x(self.timeline.as_of);
        let width = width(text)?;
        let words = |left| Words {
            text,
            left,
            right: left + width,
            is_beside: true,
        };
        let is_crossed = line >= bar_right && line < bar_right + INSET + width + 2.0;
        let after = words(if is_crossed { line } else { bar_right } + INSET);
        if after.right + INSET <= free.right {
            return Some(after);
        }
        let is_crossed = line <= bar_left && line > bar_left - INSET - width - 2.0;
        let before = words(if is_crossed { line } else { bar_left } - INSET - width);
        (before.left >= free.left + INSET).then_some(before)
    }

    /// The firsts of January that are shown: where they lie, and their year.
    pub(super) fn years(&self) -> Vec<Value> {
        const MOST: i32 = 10;
        const NAME: f64 = 22.0;
        let (first, last) = (self.timeline.first.year(), self.timeline.last.year());
        let step = (last - first) / MOST + 1;
        let days = (first..=last).filter_map(|year| {
            let day = NaiveDate::from_ymd_opt(year, 1, 1)?;
            let is_named = (year - first) % step == 0 && self.x(day) + NAME < self.width;
            (day >= self.timeline.first).then_some((day, is_named))
        });
        days.map(|(day, is_named)| {
            let year = is_named.then(|| day.year().to_string());
            json!([self.x(day), year])
        })
        .collect()
    }
}

/// Where nothing stands around a bar.
struct Free {
    left: f64,
    right: f64,
}

/// How wide words run; none where there are no words.
fn width(text: &str) -> Option<f64> {
    (!text.is_empty()).then(|| SEMIBOLD.width(text) * SIZE)
}
