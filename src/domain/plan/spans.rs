//! The parts in which a year is charged, and what a price comes to for one.

use chrono::{Datelike as _, NaiveDate};

use super::Span;
use crate::domain::money::Money;
use crate::domain::programme::{Charge, CoverageWindow, Joining, Period, Sales, Sku};

/// What a price comes to for some units over a part of a year.
pub(super) fn charged(amount: Money, sku: &Sku, quantity: u64, span: Span) -> Money {
    let (numerator, denominator) = match (span, sku.priced_for) {
        (Span::Whole, _) | (_, Period::Once) => (1, 1),
        (Span::Months(months), Period::Month) => (u64::from(months), 1),
        (Span::Months(months), Period::Year) => (u64::from(months), 12),
        (Span::Months(months), Period::Hour) => (u64::from(months) * 730, 1),
        (Span::Days { days, .. }, Period::Hour) => (u64::from(days) * 24, 1),
        (Span::Days { days, of }, Period::Year) => (u64::from(days), u64::from(of)),
        (Span::Days { days, of }, Period::Month) => (u64::from(days) * 12, u64::from(of)),
    };
    let per = u64::from(sku.priced_per).saturating_mul(denominator);
    amount.share(quantity.saturating_mul(numerator), per)
}

/// One part of a needed year that is charged by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) back_charge: bool,
}

/// The parts in which a year of a group is charged: one for a year that is sold whole; where it is
/// charged while it runs, the time before the as-of date and the time after it.
pub(super) fn parts(
    sales: &Sales,
    window: &CoverageWindow,
    leaves_on: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Vec<Part> {
    let whole = Part {
        span: Span::Whole,
        back_charge: false,
    };
    let Some(after_last) = window.last_day.succ_opt() else {
        return vec![whole];
    };
    let end = leaves_on.map_or(after_last, |day| day.min(after_last));
    // Who pays nothing for the time before begins on the day itself.
    let begin = match sales.joining {
        Joining::Nothing => window.first_day.max(as_of.min(end)),
        Joining::AllEarlierYears
        | Joining::BillBackToEndOfSupport
        | Joining::BillBackToYearStart => window.first_day,
    };
    let now = as_of.clamp(begin, end);
    let (before, after) = match sales.charge {
        Charge::Yearly | Charge::Once => return vec![whole],
        Charge::Monthly => {
            // A month belongs to the year in which it begins, so a window's last days do not count
            // again; a month in which a group leaves is charged whole.
            let whole = calendar_months(window.first_day, after_last).max(1);
            let touched =
                calendar_months(begin, end) + u32::from(end < after_last && end.day() > 1);
            let before = calendar_months(window.first_day, begin);
            let all = touched.min(whole.saturating_sub(before).max(1));
            let elapsed = if now == end {
                all
            } else {
                calendar_months(begin, now).min(all)
            };
            (Span::Months(elapsed), Span::Months(all - elapsed))
        }
        Charge::Hourly => {
            let of = days_between(window.first_day, after_last);
            let days = |days| Span::Days { days, of };
            (days(days_between(begin, now)), days(days_between(now, end)))
        }
    };
    let is_some = |span: Span| !matches!(span, Span::Months(0) | Span::Days { days: 0, .. });
    [(before, true), (after, false)]
        .into_iter()
        .filter(|(span, _)| is_some(*span))
        .map(|(span, back_charge)| Part { span, back_charge })
        .collect()
}

/// How many first days of a month lie after one day, up to a later one, inclusive.
fn calendar_months(from: NaiveDate, to: NaiveDate) -> u32 {
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    u32::try_from(months(to) - months(from)).unwrap_or(0)
}

fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::licensing::{CoverageYear, SalesChannel};
    use crate::domain::source::Certainty;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn months(as_of: &str, leaves_on: Option<&str>) -> Vec<(Span, bool)> {
        let sales = Sales {
            channel: SalesChannel::Azure,
            first_day: day("2026-08-03"),
            last_day: day("2030-01-08"),
            accepts: Vec::new(),
            joining: Joining::BillBackToEndOfSupport,
            charge: Charge::Monthly,
        };
        let window = CoverageWindow {
            year: CoverageYear::new(1).unwrap(),
            first_day: day("2027-01-13"),
            last_day: day("2028-01-11"),
            first_release: day("2027-02-09"),
            activation_id: None,
            certainty: Certainty::Derived,
        };
        parts(&sales, &window, leaves_on.map(day), day(as_of))
            .into_iter()
            .map(|part| (part.span, part.back_charge))
            .collect()
    }

    #[test]
    fn a_year_of_monthly_charges_has_twelve_months_however_it_is_split() {
        assert_eq!(months("2026-12-01", None), [(Span::Months(12), false)]);
        assert_eq!(months("2027-01-13", None), [(Span::Months(12), false)]);
        // Activated in April: January, February and March are billed back.
        assert_eq!(
            months("2027-04-13", None),
            [(Span::Months(3), true), (Span::Months(9), false)]
        );
        assert_eq!(
            months("2027-04-01", None),
            [(Span::Months(3), true), (Span::Months(9), false)]
        );
        assert_eq!(months("2029-01-01", None), [(Span::Months(12), true)]);
    }

    #[test]
    fn the_month_in_which_a_group_leaves_is_charged_whole() {
        assert_eq!(
            months("2026-12-01", Some("2027-06-30")),
            [(Span::Months(6), false)]
        );
        assert_eq!(
            months("2026-12-01", Some("2027-07-01")),
            [(Span::Months(6), false)]
        );
        assert_eq!(
            months("2026-12-01", Some("2028-01-12")),
            [(Span::Months(12), false)]
        );
    }
}
