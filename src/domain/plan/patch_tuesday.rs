//! The second Tuesday of each month, on which security updates are released (W7-040).

use chrono::{Datelike as _, Months, NaiveDate, Weekday};

/// The Patch Tuesday of this day's month.
pub fn patch_tuesday_of_month(day: NaiveDate) -> Option<NaiveDate> {
    NaiveDate::from_weekday_of_month_opt(day.year(), day.month(), Weekday::Tue, 2)
}

/// The Patch Tuesdays after `after` (exclusive) up to `until` (inclusive), in order.
pub fn patch_tuesdays(after: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    let Some(mut month) = after.with_day(1) else {
        return days;
    };
    while month <= until {
        if let Some(day) = patch_tuesday_of_month(month)
            && day > after
            && day <= until
        {
            days.push(day);
        }
        let Some(next) = month.checked_add_months(Months::new(1)) else {
            break;
        };
        month = next;
    }
    days
}

/// The first Patch Tuesday after a day.
pub fn next_patch_tuesday(after: NaiveDate) -> Option<NaiveDate> {
    let until = after.checked_add_months(Months::new(2))?;
    patch_tuesdays(after, until).first().copied()
}

/// How many Patch Tuesdays lie after `after` (exclusive) up to `until` (inclusive).
pub fn count_patch_tuesdays(after: NaiveDate, until: NaiveDate) -> u32 {
    if until <= after {
        return 0;
    }
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let reached = |day: NaiveDate| i64::from(patch_tuesday_of_month(day).is_some_and(|t| t <= day));
    let count = months(until) - months(after) + reached(until) - reached(after);
    u32::try_from(count).unwrap_or(0)
}

/// Whole months from one day to a later one; 0 when it is not later.
pub fn whole_months(from: NaiveDate, to: NaiveDate) -> u32 {
    if to <= from {
        return 0;
    }
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    let whole = months(to) - months(from) - i64::from(to.day() < from.day());
    u32::try_from(whole).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_windows_hold_twelve_releases_each() {
        // W7-014, W7-040: the release of 2020-01-14 was still for everyone.
        for (after, until) in [
            ("2020-01-14", "2021-01-12"),
            ("2021-01-12", "2022-01-11"),
            ("2022-01-11", "2023-01-10"),
        ] {
            assert_eq!(patch_tuesdays(day(after), day(until)).len(), 12);
            assert_eq!(count_patch_tuesdays(day(after), day(until)), 12);
        }
    }

    #[test]
    fn twenty_five_releases_were_missed_by_march_2022() {
        assert_eq!(
            count_patch_tuesdays(day("2020-01-14"), day("2022-03-01")),
            25
        );
    }

    #[test]
    fn counting_agrees_with_listing_around_every_day_of_a_year() {
        let after = day("2019-12-31");
        let mut until = after;
        for _ in 0..800 {
            let listed = patch_tuesdays(after, until).len();
            assert_eq!(
                count_patch_tuesdays(after, until) as usize,
                listed,
                "{until}"
            );
            until = until.succ_opt().unwrap();
        }
    }

    #[test]
    fn the_first_release_after_wes7_support_is_in_november() {
        // W7-065
        assert_eq!(
            next_patch_tuesday(day("2020-10-13")),
            Some(day("2020-11-10"))
        );
    }

    #[test]
    fn months_are_whole() {
        assert_eq!(whole_months(day("2020-01-14"), day("2022-03-01")), 25);
        assert_eq!(whole_months(day("2020-01-14"), day("2022-03-14")), 26);
        assert_eq!(whole_months(day("2020-01-14"), day("2020-01-14")), 0);
    }
}
