//! Sums over the plan that many frames show: worked out once for each plan, not in each frame.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::choice::Choice as _;
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{LedgerRow, PlanExit, Verdict, WaysOut};
use crate::domain::profile::{DataId, Profile};
use crate::domain::text::Language;
use crate::ui::View;

/// The verdicts as they stand in bars and legends: what is bought or covered first, then what asks
/// for attention, then what is out.
const IN_READING_ORDER: [Verdict; 8] = [
    Verdict::Buy,
    Verdict::CoveredFree,
    Verdict::Oem,
    Verdict::AlreadyCovered,
    Verdict::NeedsDecision,
    Verdict::NotEligible,
    Verdict::NotOffered,
    Verdict::Retired,
];

/// What a plan was made from; equal keys have equal plans.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    profile: Profile,
    as_of: NaiveDate,
}

/// The sums, and a number that changes with the plan.
#[derive(Debug, Default)]
pub(super) struct Derived {
    key: Option<Key>,
    version: u64,
    counts: Vec<(Verdict, u64)>,
    /// For each group, the position of its first row in the ledger.
    first_row: Vec<usize>,
    endpoints: u64,
    leaving: Leaving,
    /// The years that groups of a programme have bought, by its position in the plan's list.
    owned: BTreeSet<(usize, CoverageYear)>,
    oem_products: Vec<DataId>,
    /// The ways out; worked out when somebody looks.
    exits: Option<Arc<[PlanExit]>>,
}

impl Derived {
    /// Works the sums out again if the plan is another one.
    pub(super) fn update(&mut self, view: &View<'_>) {
        if let Some(key) = &self.key
            && key.as_of == view.as_of
            && key.profile == view.document.profile
        {
            return;
        }
        self.key = Some(Key {
            profile: view.document.profile.clone(),
            as_of: view.as_of,
        });
        self.version += 1;
        let mut sums = vec![0u64; Verdict::ALL.len()];
        self.first_row = vec![usize::MAX; view.document.profile.groups.len()];
        for (position, row) in view.plan.ledger.iter().enumerate() {
            if let Some(sum) = sums.get_mut(row.verdict.index() as usize) {
                *sum += row.endpoints;
            }
            if let Some(first) = self.first_row.get_mut(row.group) {
                *first = (*first).min(position);
            }
        }
        self.counts = IN_READING_ORDER
            .iter()
            .map(|verdict| {
                let count = sums.get(verdict.index() as usize);
                (*verdict, count.copied().unwrap_or(0))
            })
            .filter(|(_, count)| *count > 0)
            .collect();
        self.endpoints = view
            .document
            .profile
            .groups
            .iter()
            .map(|group| u64::from(group.endpoint_count.unwrap_or(0)))
            .sum();
        self.leaving = leaving(&view.document.profile);
        self.owned = owned(view);
        self.oem_products = oem_products(view);
        self.exits = None;
    }

    /// The ways out of the plan's groups: group by group, or of each programme's groups together
    /// where there are too many to look at one by one.
    pub(super) fn exits(&mut self, view: &View<'_>) -> Arc<[PlanExit]> {
        let exits = self.exits.get_or_insert_with(|| all_exits(view).into());
        Arc::clone(exits)
    }

    /// Changes with each plan.
    pub(super) fn version(&self) -> u64 {
        self.version
    }

    /// Changes with what the plan's pages show: the plan and its language.
    pub(super) fn page_version(&self, language: Language) -> u64 {
        let languages = Language::ALL.len() as u64;
        self.version * languages + u64::from(language.index())
    }

    /// The verdicts that occur, with their endpoints.
    pub(super) fn counts(&self) -> &[(Verdict, u64)] {
        &self.counts
    }

    /// The endpoints as they were entered, those counted twice included.
    pub(super) fn endpoints(&self) -> u64 {
        self.endpoints
    }

    /// When groups leave.
    pub(super) fn leaving(&self) -> &Leaving {
        &self.leaving
    }

    /// Whether a group of a programme has bought a year before.
    pub(super) fn is_owned(&self, programme: usize, year: CoverageYear) -> bool {
        self.owned.contains(&(programme, year))
    }

    /// Products whose OEM sells the ESU, in the order of the groups.
    pub(super) fn oem_products(&self) -> &[DataId] {
        &self.oem_products
    }

    /// The rows of a group in the ledger.
    pub(super) fn rows_of<'p>(&self, view: &View<'p>, group: usize) -> &'p [LedgerRow] {
        let ledger = &view.plan.ledger;
        let Some(first) = self.first_row.get(group).copied() else {
            return &[];
        };
        let rest = ledger.get(first..).unwrap_or_default();
        let length = rest.iter().take_while(|row| row.group == group).count();
        rest.get(..length).unwrap_or_default()
    }
}

fn all_exits(view: &View<'_>) -> Vec<PlanExit> {
    const GROUPS_ONE_BY_ONE: usize = 12;
    let has_any = view
        .programmes()
        .any(|(_, programme)| !programme.exits.is_empty());
    if !has_any {
        return Vec::new();
    }
    let profile = &view.document.profile;
    let ways = WaysOut::new(view.catalogue, profile, view.plan);
    let groups = profile.groups.len();
    if groups <= GROUPS_ONE_BY_ONE {
        (0..groups).flat_map(|group| ways.of_group(group)).collect()
    } else {
        let programmes = 0..view.plan.programmes.len();
        programmes.flat_map(|p| ways.of_programme(p)).collect()
    }
}

/// Groups that leave on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct LeavingDay {
    pub(super) day: NaiveDate,
    /// The first of them, by its position.
    pub(super) first: usize,
    pub(super) groups: usize,
    pub(super) endpoints: u64,
}

/// The days on which most endpoints leave, in order, and what is left out of them.
#[derive(Debug, Default)]
pub(super) struct Leaving {
    pub(super) days: Vec<LeavingDay>,
    /// How many more groups leave, the first day of theirs and the last.
    pub(super) rest: Option<(usize, NaiveDate, NaiveDate)>,
}

fn leaving(profile: &Profile) -> Leaving {
    const MOST: usize = 8;
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
    let mut days: Vec<LeavingDay> = by_day.into_values().collect();
    days.sort_by_key(|leaving| (std::cmp::Reverse(leaving.endpoints), leaving.day));
    let rest = days.split_off(days.len().min(MOST));
    days.sort_by_key(|leaving| leaving.day);
    let first = rest.iter().map(|leaving| leaving.day).min();
    let last = rest.iter().map(|leaving| leaving.day).max();
    Leaving {
        days,
        rest: first.zip(last).map(|(first, last)| {
            let groups = rest.iter().map(|leaving| leaving.groups).sum();
            (groups, first, last)
        }),
    }
}

fn owned(view: &View<'_>) -> BTreeSet<(usize, CoverageYear)> {
    let parts = view.plan.programmes.iter().enumerate();
    let groups = parts.flat_map(|(position, part)| {
        let groups = part.groups.iter();
        groups.map(move |group| (position, *group))
    });
    groups
        .filter_map(|(position, group)| {
            let group = view.document.profile.groups.get(group)?;
            Some((position, group.owned.as_ref()?))
        })
        .flat_map(|(position, owned)| owned.keys().map(move |year| (position, *year)))
        .collect()
}

fn oem_products(view: &View<'_>) -> Vec<DataId> {
    const MOST: usize = 3;
    let groups = &view.document.profile.groups;
    let mut products: Vec<DataId> = Vec::new();
    for row in view
        .plan
        .ledger
        .iter()
        .filter(|r| r.verdict == Verdict::Oem)
    {
        if let Some(product) = groups.get(row.group).and_then(|g| g.product.as_ref())
            && !products.contains(product)
            && products.len() < MOST
        {
            products.push(Arc::clone(product));
        }
    }
    products
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_verdict_has_its_place_in_bars_and_legends() {
        for verdict in Verdict::ALL {
            assert!(IN_READING_ORDER.contains(verdict), "{verdict:?}");
        }
    }

    #[test]
    fn groups_that_leave_on_one_day_share_a_line_and_the_largest_come_first() {
        use crate::domain::profile::EndpointGroup;
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
        let leaving = leaving(&profile);
        let days: Vec<u64> = leaving.days.iter().map(|known| known.endpoints).collect();
        assert_eq!(days, [3, 4, 5, 6, 7, 8, 9, 15]);
        assert_eq!(leaving.days.last().map(|known| known.groups), Some(2));
        assert_eq!(leaving.rest, Some((2, day(1), day(2))));
    }
}
