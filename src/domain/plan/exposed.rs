//! Since when a group gets no updates for everyone, and which ESU years there are instead.

use chrono::NaiveDate;

use super::patch_tuesday::count_patch_tuesdays;
use crate::domain::licensing::CoverageYear;
use crate::domain::programme::{Offer, Product, Programme, Route};

/// Since when a shape gets no updates for everyone, and which ESU years there are instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Exposed {
    /// The last day of updates for everyone.
    pub(super) end_of_support: NaiveDate,
    /// The years with their last days, in order; empty where there is no ESU. Each begins on the
    /// day after the one before, the first after the end of support.
    pub(super) years: Vec<(CoverageYear, NaiveDate)>,
    /// The last day on which updates came out at all.
    pub(super) last_day: NaiveDate,
}

impl Exposed {
    /// By a product's own windows, or those of its offer or programme where it has none.
    pub(super) fn of(
        programme: &Programme,
        product: &Product,
        offer: Option<&Offer>,
    ) -> Option<Self> {
        let years: Vec<_> = match product.route {
            Route::None | Route::Supported => Vec::new(),
            Route::Licence | Route::Oem | Route::Closed if product.coverage.is_empty() => offer
                .map_or(&programme.base.coverage[..], |offer| {
                    programme.windows_of(offer)
                })
                .iter()
                .map(|window| (window.year, window.last_day))
                .collect(),
            Route::Licence | Route::Oem | Route::Closed => product
                .coverage
                .iter()
                .map(|window| (window.year, window.last_day))
                .collect(),
        };
        Some(Self {
            end_of_support: product.end_of_support?,
            last_day: years.last().map_or(programme.last_day(), |(_, day)| *day),
            years,
        })
    }

    /// The Patch Tuesdays up to a day, inclusive, in whose year nothing is owned.
    pub(super) fn releases_missed(&self, owned: &[CoverageYear], until: NaiveDate) -> u32 {
        if self.years.is_empty() {
            return count_patch_tuesdays(self.end_of_support, until.min(self.last_day));
        }
        let mut before = self.end_of_support;
        let mut missed = 0;
        for (year, last_day) in &self.years {
            if !owned.contains(year) {
                missed += count_patch_tuesdays(before, until.min(*last_day));
            }
            before = *last_day;
        }
        missed
    }

    /// The last day with updates before the first year that is not owned.
    pub(super) fn protected_until(&self, owned: &[CoverageYear]) -> NaiveDate {
        let kept = self
            .years
            .iter()
            .take_while(|(year, _)| owned.contains(year));
        kept.last()
            .map_or(self.end_of_support, |(_, last_day)| *last_day)
    }

    /// The year whose window holds a day.
    pub(super) fn year_on(&self, day: NaiveDate) -> Option<CoverageYear> {
        if day <= self.end_of_support {
            return None;
        }
        let found = self.years.iter().find(|(_, last_day)| day <= *last_day);
        found.map(|(year, _)| *year)
    }
}
