//! When groups leave the old system.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Bar, BarKind, Lane, Shown, after};
use crate::domain::profile::Profile;
use crate::domain::programme::EventKind;
use crate::i18n::{count, short_date, tr_with};
use crate::report::ReportInput;
use crate::report::words::group_name;

/// So many days have a line of their own.
const MOST: usize = 8;

/// Groups that leave on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct LeavingDay {
    day: NaiveDate,
    /// The first of them, by its position.
    first: usize,
    groups: u64,
    endpoints: u64,
}

/// The days on which most endpoints leave, and one line for all the others.
pub(super) fn lanes(input: &ReportInput<'_>) -> Vec<Lane> {
    let language = input.language;
    let bar = |from, to, words, short, day| Bar {
        from,
        to,
        kind: BarKind::Leaving,
        words,
        short,
        shows: event_on(input, day).map(Shown::Event),
    };
    let (days, rest) = largest_first(by_day(input.profile));
    let lanes = days.into_iter().map(|leaving| {
        let day = short_date(language, leaving.day);
        let words = [("day", day.as_str().into())];
        let words = tr_with(language, "plan-ui-bar-leaves", &words);
        let label = if leaving.groups == 1 {
            group_name(language, input.profile, leaving.first)
        } else {
            let groups = [("count", count(leaving.groups))];
            tr_with(language, "plan-screen-lane-groups", &groups)
        };
        let from = support_ended(input, leaving.first).map_or(leaving.day, after);
        Lane {
            label,
            bars: vec![bar(from, leaving.day, words, day, leaving.day)],
            ..Lane::default()
        }
    });
    let first = rest.iter().map(|leaving| leaving.day).min();
    let last = rest.iter().map(|leaving| leaving.day).max();
    let rest = first.zip(last).map(|(first, last)| {
        let words = [
            ("first", short_date(language, first).into()),
            ("last", short_date(language, last).into()),
        ];
        let words = tr_with(language, "plan-screen-bar-leave-between", &words);
        let groups = rest.iter().map(|leaving| leaving.groups).sum();
        let more = [("count", count(groups))];
        Lane {
            label: tr_with(language, "plan-screen-lane-more-groups", &more),
            bars: vec![bar(first, after(last), words, String::new(), first)],
            ..Lane::default()
        }
    });
    lanes.chain(rest).collect()
}

/// The days on which groups leave, in order.
fn by_day(profile: &Profile) -> Vec<LeavingDay> {
    let mut by_day: BTreeMap<NaiveDate, LeavingDay> = BTreeMap::new();
    for (index, group) in profile.groups.iter().enumerate() {
        let Some(day) = group.leaves_on else { continue };
        let known = by_day.entry(day).or_insert(LeavingDay {
            day,
            first: index,
            groups: 0,
            endpoints: 0,
        });
        known.groups += 1;
        known.endpoints += u64::from(group.endpoint_count.unwrap_or(0));
    }
    by_day.into_values().collect()
}

/// The days on which most endpoints leave, in order, and all the others.
fn largest_first(mut days: Vec<LeavingDay>) -> (Vec<LeavingDay>, Vec<LeavingDay>) {
    days.sort_by_key(|leaving| (Reverse(leaving.endpoints), leaving.day));
    let rest = days.split_off(days.len().min(MOST));
    days.sort_by_key(|leaving| leaving.day);
    (days, rest)
}

/// The calendar's entry for groups that leave on a day.
fn event_on(input: &ReportInput<'_>, day: NaiveDate) -> Option<usize> {
    let mut calendar = input.plan.calendar.iter();
    calendar.position(|entry| entry.date == day && entry.kind == EventKind::GroupLeaves)
}

/// The last day with updates for everyone of a group's system; where a programme has no licences,
/// each of its systems has its own.
fn support_ended(input: &ReportInput<'_>, group: usize) -> Option<NaiveDate> {
    let programme = input.programme(input.plan.programme_of_group(group))?;
    if !programme.base.coverage.is_empty() {
        return Some(programme.base.end_of_support);
    }
    let product = input.profile.groups.get(group)?.product.as_deref()?;
    let (_, product) = programme.product(product)?;
    product.end_of_support
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::profile::EndpointGroup;

    #[test]
    fn groups_that_leave_on_one_day_share_a_line_and_the_largest_have_their_own() {
        let day = |day| NaiveDate::from_ymd_opt(2022, 1, day).unwrap();
        let group = |on, count| {
            Arc::new(EndpointGroup {
                leaves_on: Some(day(on)),
                endpoint_count: Some(count),
                ..EndpointGroup::default()
            })
        };
        let mut profile = Profile::default();
        for on in 1..=10 {
            profile.groups.push(group(on, on));
        }
        profile.groups.push(group(10, 5));
        let (days, rest) = largest_first(by_day(&profile));
        let endpoints: Vec<u64> = days.iter().map(|known| known.endpoints).collect();
        assert_eq!(endpoints, [3, 4, 5, 6, 7, 8, 9, 15]);
        assert_eq!(days.last().map(|known| known.groups), Some(2));
        let mut rest: Vec<NaiveDate> = rest.iter().map(|known| known.day).collect();
        rest.sort_unstable();
        assert_eq!(rest, [day(1), day(2)]);
    }
}
