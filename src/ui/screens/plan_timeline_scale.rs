//! Where a day lies on the chart, and which day a place is.

use chrono::{NaiveDate, TimeDelta};
use eframe::egui::Rangef;

/// The days that the chart shows, and where.
pub(super) struct Scale {
    pub(super) first: NaiveDate,
    pub(super) last: NaiveDate,
    pub(super) room: Rangef,
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
    pub(super) fn x(&self, day: NaiveDate) -> f32 {
        let all = days(self.first, self.last).max(1.0);
        let part = (days(self.first, day) / all).clamp(0.0, 1.0);
        self.room.min + part * self.room.span()
    }

    pub(super) fn day(&self, x: f32) -> NaiveDate {
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
