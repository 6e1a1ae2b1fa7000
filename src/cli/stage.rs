//! How far a programme, an offer or a system is on a day, as its data dates it.

use chrono::{Months, NaiveDate};

use crate::domain::programme::{Offer, Product, Programme, Route};

/// Finer than not yet, open and closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Coverage is ahead, and so is the first day of sale.
    Announced,
    /// On sale, before coverage begins.
    PreEnrolment,
    /// A coverage year runs, and others follow.
    Open,
    /// The last coverage year runs.
    FinalYear,
    /// The last coverage year is over.
    Closed,
    /// Ordinary support lasts, and no ESU has been announced.
    InSupport,
    /// There never was any ESU.
    Never,
}

impl Stage {
    /// The id used in JSON and in the messages.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Announced => "announced",
            Self::PreEnrolment => "pre-enrolment",
            Self::Open => "open",
            Self::FinalYear => "final-year",
            Self::Closed => "closed",
            Self::InSupport => "in-support",
            Self::Never => "never",
        }
    }

    /// In the three words of the JSON state.
    pub(super) fn state(self) -> &'static str {
        match self {
            Self::Announced | Self::PreEnrolment | Self::InSupport => "not-yet",
            Self::Open | Self::FinalYear => "open",
            Self::Closed | Self::Never => "closed",
        }
    }
}

/// The coverage of a programme, an offer or a system.
pub(super) struct Coverage {
    /// First and last days of the years, in order.
    windows: Vec<(NaiveDate, NaiveDate)>,
    /// The first day of sale, where it is sold.
    pub(super) on_sale_from: Option<NaiveDate>,
    /// The last day with updates for everyone.
    end_of_support: Option<NaiveDate>,
}

impl Coverage {
    /// Of a programme: its own windows, or where it has none those of all its systems.
    pub(super) fn of_programme(programme: &Programme) -> Self {
        let base = &programme.base;
        let own = base.coverage.iter().map(|w| (w.first_day, w.last_day));
        let mut windows: Vec<_> = own.collect();
        if windows.is_empty() {
            let products = base.products.iter().flat_map(|p| &p.coverage);
            windows.extend(products.map(|w| (w.first_day, w.last_day)));
            windows.sort_unstable();
        }
        let offers = base.offers.iter().filter(|o| o.coverage.is_empty());
        Self {
            windows,
            on_sale_from: first_sale(offers),
            end_of_support: base.products.iter().filter_map(|p| p.end_of_support).max(),
        }
    }

    /// Of an offer.
    pub(super) fn of_offer(programme: &Programme, offer: &Offer) -> Self {
        let windows = programme.windows_of(offer).iter();
        Self {
            windows: windows.map(|w| (w.first_day, w.last_day)).collect(),
            on_sale_from: first_sale(std::iter::once(offer)),
            end_of_support: None,
        }
    }

    /// Of a system.
    pub(super) fn of_product(programme: &Programme, product: &Product) -> Self {
        let mut own: Vec<_> = match product.route {
            Route::None | Route::Supported => Vec::new(),
            Route::Licence | Route::Oem | Route::Closed => {
                let own = product.coverage.iter();
                own.map(|w| (w.first_day, w.last_day)).collect()
            }
        };
        let mut on_sale_from = None;
        if own.is_empty() && product.route == Route::Licence {
            let whole = Self::of_programme(programme);
            (own, on_sale_from) = (whole.windows, whole.on_sale_from);
        }
        Self {
            windows: own,
            on_sale_from,
            end_of_support: product.end_of_support,
        }
    }

    /// The first day of coverage.
    pub(super) fn first_day(&self) -> Option<NaiveDate> {
        self.windows.first().map(|(first_day, _)| *first_day)
    }

    /// The last day of coverage.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        self.windows.iter().map(|(_, last_day)| *last_day).max()
    }

    /// How far it is on a day.
    pub(super) fn stage(&self, day: NaiveDate) -> Stage {
        let (Some(first_day), Some(last_day)) = (self.first_day(), self.last_day()) else {
            return match self.end_of_support {
                Some(end) if day <= end => Stage::InSupport,
                _ => Stage::Never,
            };
        };
        if day > last_day {
            return Stage::Closed;
        }
        if day < first_day {
            return match self.on_sale_from {
                Some(on_sale_from) if on_sale_from <= day => Stage::PreEnrolment,
                _ => Stage::Announced,
            };
        }
        // A single term of several years is in its final year once it has no more than one to go.
        let is_last = self.windows.iter().all(|(first_day, _)| *first_day <= day);
        let follows_another = self.windows.len() > 1;
        let in_a_year = day.checked_add_months(Months::new(12));
        if is_last && (follows_another || in_a_year.is_none_or(|then| then > last_day)) {
            Stage::FinalYear
        } else {
            Stage::Open
        }
    }
}

fn first_sale<'a>(offers: impl Iterator<Item = &'a Offer>) -> Option<NaiveDate> {
    let sales = offers.flat_map(|offer| &offer.sales);
    sales.map(|sales| sales.first_day).min()
}
