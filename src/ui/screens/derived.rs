//! Sums over the plan that many frames show: worked out once for each plan, not in each frame.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::domain::choice::Choice as _;
use crate::domain::plan::{LedgerRow, PlanExit, Verdict, WaysOut};
use crate::domain::profile::Profile;
use crate::domain::text::Language;
use crate::report::OemShare;
use crate::report::figures::{IN_READING_ORDER, Timeline};
use crate::ui::View;

/// What a plan was made from; equal keys have equal plans.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Key {
    profile: Profile,
    as_of: NaiveDate,
}

/// Whether the OEM of the device sells a programme's ESU, to some of its groups or to all.
#[derive(Clone, Copy, Debug)]
pub(super) struct SoldByOem {
    pub(super) to_some: bool,
    pub(super) to_all: bool,
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
    /// The ways out; worked out when somebody looks.
    exits: Option<Arc<[PlanExit]>>,
    /// For each programme of the plan; worked out when somebody looks.
    sold_by_oem: Option<Vec<SoldByOem>>,
    /// The plan along time, and the version of the pages that show it; worked out when somebody
    /// looks.
    timeline: Option<(u64, Arc<Timeline>)>,
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
        self.exits = None;
        self.sold_by_oem = None;
    }

    /// For each programme of the plan, what its OEMs sell.
    pub(super) fn sold_by_oem(&mut self, view: &View<'_>) -> &[SoldByOem] {
        self.sold_by_oem.get_or_insert_with(|| {
            let parts = view.plan.programmes.iter();
            let shares = parts.map(|p| OemShare::of(view.catalogue, &view.document.profile, p));
            let sold = shares.map(|share| SoldByOem {
                to_some: !share.products.is_empty(),
                to_all: share.is_all,
            });
            sold.collect()
        })
    }

    /// The ways out of the plan's groups: group by group, or of each programme's groups together
    /// where there are too many to look at one by one.
    pub(super) fn exits(&mut self, view: &View<'_>) -> Arc<[PlanExit]> {
        let exits = self.exits.get_or_insert_with(|| all_exits(view).into());
        Arc::clone(exits)
    }

    /// The plan along time.
    pub(super) fn timeline(&mut self, view: &View<'_>) -> Arc<Timeline> {
        let version = self.page_version(view.language);
        match &self.timeline {
            Some((known, timeline)) if *known == version => Arc::clone(timeline),
            _ => {
                let timeline = Arc::new(Timeline::new(&view.report_input()));
                self.timeline = Some((version, Arc::clone(&timeline)));
                timeline
            }
        }
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
