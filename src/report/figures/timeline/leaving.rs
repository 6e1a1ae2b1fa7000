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
    /// The first day of the time until they leave.
    from: NaiveDate,
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
    let (days, rest) = largest_first(by_day(input.profile, |group, day| {
        until_leaving(support_ended(input, group), input.plan.as_of, day)
    }));
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
        Lane {
            label,
            bars: vec![bar(leaving.from, leaving.day, words, day, leaving.day)],
            ..Lane::default()
        }
    });
    let from = rest.iter().map(|leaving| leaving.from).min();
    let first = rest.iter().map(|leaving| leaving.day).min();
    let last = rest.iter().map(|leaving| leaving.day).max();
    let rest = from.zip(first).zip(last).map(|((from, first), last)| {
        let words = [
            ("first", short_date(language, first).into()),
            ("last", short_date(language, last).into()),
        ];
        let words = tr_with(language, "plan-screen-bar-leave-between", &words);
        let groups = rest.iter().map(|leaving| leaving.groups).sum();
        let more = [("count", count(groups))];
        Lane {
            label: tr_with(language, "plan-screen-lane-more-groups", &more),
            bars: vec![bar(from, last, words, String::new(), first)],
            ..Lane::default()
        }
    });
    lanes.chain(rest).collect()
}

/// The first day of the time until a group leaves: the first without updates for everyone, or the
/// plan's day for a group that leaves before that. None for one that had left by then: nothing of
/// the plan concerns it.
fn until_leaving(
    support_ended: Option<NaiveDate>,
    as_of: NaiveDate,
    leaves: NaiveDate,
) -> Option<NaiveDate> {
    let starts = [support_ended.map(after), Some(as_of)];
    starts.into_iter().flatten().find(|start| *start < leaves)
}

/// The days on which groups leave, in order; groups without time until then are left out.
fn by_day(
    profile: &Profile,
    starts: impl Fn(usize, NaiveDate) -> Option<NaiveDate>,
) -> Vec<LeavingDay> {
    let mut by_day: BTreeMap<NaiveDate, LeavingDay> = BTreeMap::new();
    for (index, group) in profile.groups.iter().enumerate() {
        let Some(day) = group.leaves_on else { continue };
        let Some(from) = starts(index, day) else {
            continue;
        };
        let known = by_day.entry(day).or_insert(LeavingDay {
            from,
            day,
            first: index,
            groups: 0,
            endpoints: 0,
        });
        known.from = known.from.min(from);
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
        let (days, rest) = largest_first(by_day(&profile, |_, _| Some(day(1))));
        let endpoints: Vec<u64> = days.iter().map(|known| known.endpoints).collect();
        assert_eq!(endpoints, [3, 4, 5, 6, 7, 8, 9, 15]);
        assert_eq!(days.last().map(|known| known.groups), Some(2));
        let mut rest: Vec<NaiveDate> = rest.iter().map(|known| known.day).collect();
        rest.sort_unstable();
        assert_eq!(rest, [day(1), day(2)]);
    }

    #[test]
    fn the_time_until_a_group_leaves_is_never_empty_nor_backwards() {
        let day = |day| NaiveDate::from_ymd_opt(2020, 1, day).unwrap();
        let until = |support, as_of, leaves| until_leaving(support, day(as_of), day(leaves));
        // Support has ended: from the first day without it.
        assert_eq!(until(Some(day(14)), 20, 25), Some(day(15)));
        assert_eq!(until(Some(day(14)), 20, 16), Some(day(15)));
        // The group needs it no longer when it ends, and is still there: from the plan's day.
        assert_eq!(until(Some(day(14)), 1, 10), Some(day(1)));
        assert_eq!(until(Some(day(14)), 1, 15), Some(day(1)));
        // It had left by the plan's day.
        assert_eq!(until(Some(day(14)), 20, 10), None);
        assert_eq!(until(Some(day(14)), 15, 15), None);
        // Nobody knows when support ends.
        assert_eq!(until(None, 1, 10), Some(day(1)));
        assert_eq!(until(None, 10, 10), None);
    }
}
