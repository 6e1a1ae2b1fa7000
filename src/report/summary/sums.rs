//! What some order lines come to: units, endpoints, years and amounts.

use chrono::NaiveDate;

use crate::domain::licensing::CoverageYear;
use crate::domain::money::{Money, PriceBasis};
use crate::domain::plan::{OrderLine, Span};
use crate::domain::programme::Unit;
use crate::report::words::Words;

/// For how many endpoints these lines are: the most that one SKU and year stands for, over all
/// groups that share none.
pub(super) fn endpoints_covered(lines: &[&OrderLine]) -> u64 {
    let mut most: Vec<(usize, u64)> = Vec::new();
    for line in lines {
        for ((group, _), endpoints) in line.groups.iter().zip(&line.group_endpoints) {
            match most.iter_mut().find(|(known, _)| known == group) {
                Some((_, known)) => *known = (*known).max(*endpoints),
                None => most.push((*group, *endpoints)),
            }
        }
    }
    most.iter().map(|(_, endpoints)| endpoints).sum()
}

/// What is ordered, counted by its kind.
pub(super) fn units(words: &Words<'_>, lines: &[&OrderLine]) -> String {
    // What runs from year to year is the same units; licences are bought anew each year.
    type Kind = (&'static str, Option<CoverageYear>);
    let mut kinds: Vec<(Kind, u64)> = Vec::new();
    for line in lines {
        let id = match line.unit {
            Unit::Device | Unit::User(_) | Unit::Account(_) => "plan-count-licences",
            Unit::Cores(cores) if cores.pack > 1 => "plan-count-packs",
            Unit::Cores(_) => "plan-count-cores",
        };
        let kind = (id, (line.span != Span::Whole).then_some(line.year));
        let quantity = if line.back_charge && !line.back_year {
            0
        } else {
            line.quantity
        };
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, sum)) => *sum += quantity,
            None => kinds.push((kind, quantity)),
        }
    }
    let mut most: Vec<(&'static str, u64)> = Vec::new();
    for ((id, year), quantity) in kinds {
        match most.iter_mut().find(|(known, _)| *known == id) {
            Some((_, sum)) if year.is_none() => *sum += quantity,
            Some((_, sum)) => *sum = (*sum).max(quantity),
            None => most.push((id, quantity)),
        }
    }
    let texts: Vec<String> = most
        .iter()
        .map(|(id, number)| words.counted(id, *number))
        .collect();
    words.join(&texts)
}

pub(super) fn quantity(lines: &[&OrderLine]) -> u64 {
    lines.iter().map(|line| line.quantity).sum()
}

pub(super) fn years_of(lines: &[&OrderLine]) -> u64 {
    let mut years: Vec<_> = lines.iter().map(|line| line.year).collect();
    years.sort_unstable();
    years.dedup();
    years.len() as u64
}

pub(super) fn first_order_by(lines: &[&OrderLine]) -> Option<NaiveDate> {
    lines.iter().filter_map(|line| line.order_by).min()
}

/// Adds an amount to the sum of its currency.
fn add(sums: &mut Vec<Money>, amount: Money) {
    match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
        Some(sum) => sum.minor_units = sum.minor_units.saturating_add(amount.minor_units),
        None => sums.push(amount),
    }
}

/// For how many endpoints these lines are: of each group the most that one year needs.
pub(super) fn endpoints_of(lines: &[&OrderLine], groups: usize) -> u64 {
    let mut most = vec![0u64; groups];
    for line in lines {
        for (position, quantity) in &line.groups {
            if let Some(slot) = most.get_mut(*position) {
                *slot = (*slot).max(*quantity);
            }
        }
    }
    most.iter().sum()
}

/// The sum of some lines, what its prices rest on, and the licences without a price.
pub(super) struct Sum {
    amounts: Vec<Money>,
    /// What lines without a price would cost at one that no source confirms.
    estimates: Vec<Money>,
    pub(super) basis: &'static str,
    unpriced: u64,
}

impl Sum {
    pub(super) fn of(lines: &[&OrderLine]) -> Self {
        let mut amounts: Vec<Money> = Vec::new();
        let mut estimates: Vec<Money> = Vec::new();
        let mut unpriced = 0;
        let mut kinds: Vec<PriceBasis> = Vec::new();
        for line in lines {
            if let (Some(total), Some(price)) = (line.total, &line.unit_price) {
                add(&mut amounts, total);
                if !kinds.contains(&price.basis) {
                    kinds.push(price.basis);
                }
            } else {
                unpriced += line.quantity;
                if let Some(estimate) = &line.estimate {
                    add(&mut estimates, estimate.total);
                }
            }
        }
        let basis = match kinds.as_slice() {
            [PriceBasis::Quote] => "summary-at-quote",
            [PriceBasis::Press] => "summary-at-press",
            [PriceBasis::Published] => "summary-at-published",
            [PriceBasis::Promotion] => "summary-at-promotion",
            kinds
                if kinds
                    .iter()
                    .all(|kind| matches!(kind, PriceBasis::Press | PriceBasis::Published)) =>
            {
                "summary-at-reported"
            }
            _ => "summary-at-mixed",
        };
        Self {
            amounts,
            estimates,
            basis,
            unpriced,
        }
    }

    pub(super) fn in_words(&self, words: &Words<'_>) -> String {
        let amounts = words.amounts(&self.amounts);
        self.with_unpriced(words, words.with(self.basis, &[("amount", amounts.into())]))
    }

    pub(super) fn without_basis(&self, words: &Words<'_>) -> String {
        self.with_unpriced(words, words.amounts(&self.amounts))
    }

    fn with_unpriced(&self, words: &Words<'_>, priced: String) -> String {
        if self.amounts.is_empty() && !self.estimates.is_empty() {
            let about = words.amounts(&self.estimates);
            return words.with("summary-unconfirmed-price", &[("amount", about.into())]);
        }
        if self.amounts.is_empty() {
            return words.tr("summary-no-price");
        }
        if self.unpriced == 0 {
            return priced;
        }
        let licences = words.counted("plan-count-licences", self.unpriced);
        words.with(
            "summary-partly-priced",
            &[("priced", priced.into()), ("licences", licences.into())],
        )
    }
}
