//! What the chart of costs shows: sums by year, by who sells and by how sure they are.

use chrono::Datelike as _;

use crate::domain::licensing::SalesChannel;
use crate::domain::money::{Currency, Money};
use crate::domain::plan::{OrderLine, OrderWhen};
use crate::ui::View;

/// How sure a part of the costs is, and when it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Standing {
    /// Ordered now.
    Now,
    /// Ordered later, or going on by itself.
    Later,
    /// At a price that no source confirms; in no sum.
    Estimate,
}

/// What a part of a bar is told apart by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct CostKey {
    pub(super) currency: Currency,
    /// The coverage year, or the calendar year in which it is ordered.
    pub(super) year: i32,
    /// Which of the two.
    pub(super) by_calendar: bool,
    pub(super) standing: Standing,
    /// The programme, by its position in the plan's list.
    pub(super) programme: usize,
    pub(super) channel: SalesChannel,
}

/// A part of a bar.
pub(super) struct Piece {
    pub(super) key: CostKey,
    pub(super) minor_units: i128,
}

impl Piece {
    pub(super) fn amount(&self) -> Money {
        Money {
            minor_units: self.minor_units,
            currency: self.key.currency,
        }
    }
}

/// One year of one currency.
pub(super) struct CostBar {
    pub(super) year: i32,
    /// In the order in which they stand: now, later, then what is in no sum.
    pub(super) pieces: Vec<Piece>,
}

impl CostBar {
    /// The sum of what has a price, or of what has one that nobody confirms.
    pub(super) fn sum(&self, is_estimate: bool) -> i128 {
        let pieces = self.pieces.iter();
        pieces
            .filter(|piece| (piece.key.standing == Standing::Estimate) == is_estimate)
            .fold(0, |sum, piece| sum.saturating_add(piece.minor_units))
    }
}

/// The years of one currency; currencies are never added up.
pub(super) struct CurrencyCosts {
    pub(super) currency: Currency,
    pub(super) bars: Vec<CostBar>,
}

impl CurrencyCosts {
    /// The sum over all years of what stands like this.
    pub(super) fn sum(&self, standing: Standing) -> Money {
        let pieces = self.bars.iter().flat_map(|bar| &bar.pieces);
        let minor_units = pieces
            .filter(|piece| piece.key.standing == standing)
            .fold(0i128, |sum, piece| sum.saturating_add(piece.minor_units));
        Money {
            minor_units,
            currency: self.currency,
        }
    }

    /// The longest bar, what is in no sum included; at least 1.
    pub(super) fn longest(&self) -> i128 {
        let bars = self.bars.iter();
        let all = bars.map(|bar| bar.sum(false).saturating_add(bar.sum(true)));
        all.max().unwrap_or(0).max(1)
    }
}

/// All costs of a plan.
pub(super) struct Costs {
    /// Who sells, in the plan's order: a programme and a channel.
    pub(super) series: Vec<(usize, SalesChannel)>,
    pub(super) currencies: Vec<CurrencyCosts>,
    /// How many order lines have no price at all.
    pub(super) unpriced: usize,
}

impl Costs {
    /// Adds the plan's order lines up, by coverage year or by calendar year.
    pub(super) fn of(view: &View<'_>, by_calendar: bool) -> Self {
        let mut costs = Self {
            series: Vec::new(),
            currencies: Vec::new(),
            unpriced: 0,
        };
        for line in &view.plan.orders {
            let Some((key, amount)) = key_of(view, line, by_calendar) else {
                costs.unpriced += 1;
                continue;
            };
            let seller = (key.programme, key.channel);
            if !costs.series.contains(&seller) {
                costs.series.push(seller);
            }
            costs.add(key, amount.minor_units);
        }
        costs.series.sort_unstable();
        for currency in &mut costs.currencies {
            currency.bars.sort_by_key(|bar| bar.year);
            for bar in &mut currency.bars {
                bar.pieces.sort_by_key(|piece| piece.key);
            }
        }
        costs
    }

    fn add(&mut self, key: CostKey, minor_units: i128) {
        let known = |costs: &CurrencyCosts| costs.currency == key.currency;
        if !self.currencies.iter().any(known) {
            self.currencies.push(CurrencyCosts {
                currency: key.currency,
                bars: Vec::new(),
            });
        }
        for currency in self.currencies.iter_mut().filter(|costs| known(costs)) {
            if !currency.bars.iter().any(|bar| bar.year == key.year) {
                currency.bars.push(CostBar {
                    year: key.year,
                    pieces: Vec::new(),
                });
            }
            for bar in currency.bars.iter_mut().filter(|bar| bar.year == key.year) {
                match bar.pieces.iter_mut().find(|piece| piece.key == key) {
                    Some(piece) => {
                        piece.minor_units = piece.minor_units.saturating_add(minor_units);
                    }
                    None => bar.pieces.push(Piece { key, minor_units }),
                }
            }
        }
    }

    /// The position of a piece's series.
    pub(super) fn series_of(&self, key: CostKey) -> usize {
        let seller = (key.programme, key.channel);
        let mut series = self.series.iter();
        series.position(|known| *known == seller).unwrap_or(0)
    }

    /// All pieces, in reading order.
    pub(super) fn pieces(&self) -> impl Iterator<Item = &Piece> {
        let bars = self.currencies.iter().flat_map(|costs| &costs.bars);
        bars.flat_map(|bar| &bar.pieces)
    }
}

/// Where an order line counts, and how much; none without any price.
pub(super) fn key_of(
    view: &View<'_>,
    line: &OrderLine,
    by_calendar: bool,
) -> Option<(CostKey, Money)> {
    let (amount, standing) = match (line.total, &line.estimate, line.when) {
        (Some(total), _, OrderWhen::Now) => (total, Standing::Now),
        (Some(total), _, OrderWhen::Later) => (total, Standing::Later),
        (None, Some(estimate), _) => (estimate.total, Standing::Estimate),
        (None, None, _) => return None,
    };
    let year = if by_calendar {
        let day = match line.when {
            OrderWhen::Now => line.available_from.filter(|day| *day > view.as_of),
            OrderWhen::Later => line.order_by.or(Some(line.starts_on)),
        };
        day.unwrap_or(view.as_of).year()
    } else {
        line.year.number().into()
    };
    let key = CostKey {
        currency: amount.currency,
        year,
        by_calendar,
        standing,
        programme: line.programme,
        channel: line.channel,
    };
    Some((key, amount))
}
