//! What to order: the years a group needs, less what it owns, in one line a SKU.

use std::collections::{BTreeMap, BTreeSet};

use super::build::Settled;
use super::classify::Decision;
use super::shape::Context;
use super::{OrderLine, OrderWhen, Plan, Total, Trace, UnitPrice, Verdict};
use crate::domain::field::Field;
use crate::domain::licensing::{CoverageYear, SalesChannel};
use crate::domain::money::{Currency, Money, PriceBasis};
use crate::domain::profile::EndpointGroup;
use crate::domain::programme::{Buyers, RuleId, Sku};
use crate::domain::text::{Argument, Statement};

/// How many of a group's endpoints own a year; a promotion counts as owning it.
pub(super) fn owned_of(
    group: &EndpointGroup,
    promised: &[CoverageYear],
    year: CoverageYear,
    endpoints: u64,
) -> u64 {
    if promised.contains(&year) {
        return endpoints;
    }
    let owned = group.owned.as_ref().and_then(|owned| owned.get(&year));
    owned.map_or(0, |quantity| u64::from(*quantity).min(endpoints))
}

/// The years of which a group orders something, one bit a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ordered {
    now: u8,
    later: u8,
    back: u8,
    owned: u8,
}

impl Ordered {
    pub(super) fn of(decision: &Decision, group: &EndpointGroup, endpoints: u64) -> Self {
        let mut ordered = Self::default();
        for year in group.owned.iter().flat_map(BTreeMap::keys) {
            ordered.owned |= Self::bit(*year);
        }
        let Some(licences) = &decision.licences else {
            return ordered;
        };
        for year in &licences.promised {
            ordered.owned |= Self::bit(*year);
        }
        if licences.channel.is_none() {
            return ordered;
        }
        for needed in &licences.years {
            let missing = owned_of(group, &licences.promised, needed.year, endpoints) < endpoints;
            if !missing {
                continue;
            }
            let bit = Self::bit(needed.year);
            if needed.is_now {
                ordered.now |= bit;
            } else {
                ordered.later |= bit;
            }
            if needed.is_back {
                ordered.back |= bit;
            }
        }
        ordered
    }

    fn bit(year: CoverageYear) -> u8 {
        1 << (year.number() - 1).min(7)
    }

    /// Tells groups apart that order or own different years.
    pub(super) fn key(self) -> u64 {
        u64::from(u32::from_be_bytes([
            self.now, self.later, self.back, self.owned,
        ]))
    }

    pub(super) fn has_now(self, year: CoverageYear) -> bool {
        self.now & Self::bit(year) != 0
    }

    pub(super) fn has_later(self, year: CoverageYear) -> bool {
        self.later & Self::bit(year) != 0
    }

    pub(super) fn has_any(self) -> bool {
        self.now | self.later != 0
    }

    pub(super) fn has_owned(self, year: CoverageYear) -> bool {
        self.owned & Self::bit(year) != 0
    }

    pub(super) fn has_back_years(self) -> bool {
        self.back != 0
    }
}

/// Adds an amount to the sum of its currency.
pub(super) fn add_amount(sums: &mut Vec<Money>, amount: Money) {
    match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
        Some(sum) => sum.minor_units = sum.minor_units.saturating_add(amount.minor_units),
        None => sums.push(amount),
    }
}

/// The organisation's quote for a SKU, else the price that the programme knows.
pub(super) fn unit_price(
    context: &Context<'_>,
    sku: &Sku,
    channel: SalesChannel,
) -> Option<UnitPrice> {
    let organisation = context.organisation;
    if let Some(minor_units) = organisation.quotes.get(&sku.id) {
        return Some(UnitPrice {
            amount: Money {
                minor_units: *minor_units,
                currency: organisation.currency.unwrap_or(Currency::USD),
            },
            basis: PriceBasis::Quote,
            source: None,
        });
    }
    let price = context.programme.price(sku, channel)?;
    Some(UnitPrice {
        amount: Money {
            minor_units: i128::from(price.minor_units),
            currency: Currency::new(&price.currency)?,
        },
        basis: price.basis,
        source: Some(price.source.clone()),
    })
}

pub(super) fn add_orders(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    /// What a line is told apart by: when, the year, and whether it is the lower-priced SKU.
    type Key = (OrderWhen, CoverageYear, bool);
    /// The groups with their licences, and the shapes whose reasons the line carries.
    type Line = (Vec<(usize, u64)>, BTreeSet<usize>);
    let mut lines: BTreeMap<Key, Line> = BTreeMap::new();
    for (position, group) in settled.iter().enumerate() {
        let Some(decision) = decisions.get(group.shape) else {
            continue;
        };
        let Some(licences) = &decision.licences else {
            continue;
        };
        if licences.channel.is_none() {
            continue;
        }
        for needed in &licences.years {
            let owned = owned_of(
                group.group,
                &licences.promised,
                needed.year,
                group.endpoints,
            );
            let quantity = group.endpoints - owned;
            if quantity == 0 {
                continue;
            }
            let when = if needed.is_now {
                OrderWhen::Now
            } else {
                OrderWhen::Later
            };
            let enterprise = licences.buyers == Buyers::EnterpriseUsers;
            let line = lines.entry((when, needed.year, enterprise)).or_default();
            line.0.push((position, quantity));
            line.1.insert(group.shape);
        }
    }
    for ((when, year, enterprise), (groups, shapes)) in lines {
        if let Some(line) = order_line(context, decisions, when, year, enterprise, groups, &shapes)
        {
            add_total(plan, &line);
            plan.orders.push(line);
        }
    }
}

fn order_line(
    context: &Context<'_>,
    decisions: &[Decision],
    when: OrderWhen,
    year: CoverageYear,
    enterprise: bool,
    groups: Vec<(usize, u64)>,
    shapes: &BTreeSet<usize>,
) -> Option<OrderLine> {
    let programme = context.programme;
    let channel = context.sales_channel()?;
    let buyers = if enterprise {
        Buyers::EnterpriseUsers
    } else {
        Buyers::Everyone
    };
    let sku = programme.sku(year, buyers, channel)?;
    let window = programme.window(year)?;
    let quantity = groups.iter().map(|(_, quantity)| quantity).sum();
    let unit_price = unit_price(context, sku, channel);
    let total = unit_price
        .as_ref()
        .map(|price| price.amount.times(quantity));
    let back_year = window.last_day < context.as_of;
    let sales = programme.base.sales.iter().find(|s| s.channel == channel);
    // Only the first year's first day of sale is documented; a year that has begun is on sale.
    let first_sale = sales.map(|sales| sales.first_day);
    let available_from = match when {
        _ if year.number() == 1 => first_sale,
        OrderWhen::Now => Some(window.first_day),
        OrderWhen::Later => None,
    };

    let mut trace = Trace::default();
    trace.cite(&sku.faq);
    let year_argument = ("year", Argument::Year(year));
    if back_year {
        let current = context.current_year.unwrap_or(year);
        trace.because(
            Statement::Message(
                "reason-back-year",
                vec![year_argument.clone(), ("current", Argument::Year(current))],
            ),
            programme.rule(RuleId::EarlierYearsAreRequired),
        );
    } else if when == OrderWhen::Now {
        trace.because(
            Statement::Message(
                "reason-current-year",
                vec![
                    year_argument.clone(),
                    ("day", Argument::Date(window.last_day)),
                ],
            ),
            programme.rule(RuleId::CoverageWindows),
        );
    } else {
        trace.because(
            Statement::Message(
                "reason-later-year",
                vec![
                    year_argument.clone(),
                    ("day", Argument::Date(window.first_day)),
                ],
            ),
            programme.rule(RuleId::OneSkuAYear),
        );
    }
    for decision in shapes.iter().filter_map(|shape| decisions.get(*shape)) {
        trace.rest_on(&decision.trace.fields);
        for reason in &decision.trace.reasons {
            if !trace.reasons.contains(reason) && speaks_of_orders(reason) {
                trace.reasons.push(reason.clone());
            }
        }
        trace.cite(&decision.trace.faq);
        for rule in &decision.trace.rules {
            if !trace.rules.contains(rule) {
                trace.rules.push(*rule);
            }
        }
    }
    if when == OrderWhen::Now && channel == SalesChannel::Csp {
        trace.follow(programme.rule(RuleId::CspInvoiceMonth));
    }
    if unit_price
        .as_ref()
        .is_none_or(|price| price.basis == PriceBasis::Press)
    {
        trace.rest_on(&[Field::Quotes]);
        trace.because(
            Statement::Message("reason-price-is-reported", vec![]),
            programme.rule(RuleId::AskForPrice),
        );
    }
    Some(OrderLine {
        sku: sku.id.clone(),
        sku_name: sku.name.clone(),
        year,
        channel,
        quantity,
        unit_price,
        total,
        when,
        available_from,
        order_by: (when == OrderWhen::Later).then_some(window.first_day),
        back_year,
        groups,
        trace,
    })
}

/// Which of a group's reasons also explain an order line.
fn speaks_of_orders(reason: &Statement) -> bool {
    match reason {
        Statement::Message(id, _) => *id != "reason-edition-qualifies",
        Statement::Data(_) => true,
    }
}

fn add_total(plan: &mut Plan, line: &OrderLine) {
    let currency = line.total.map(|total| total.currency);
    let same = plan.totals.iter_mut().find(|total| {
        total.channel == line.channel
            && total.year == line.year
            && total.when == line.when
            && total.amount.map(|amount| amount.currency) == currency
    });
    match same {
        Some(total) => {
            total.quantity += line.quantity;
            if let (Some(amount), Some(more)) = (&mut total.amount, line.total) {
                amount.minor_units = amount.minor_units.saturating_add(more.minor_units);
            }
        }
        None => plan.totals.push(Total {
            channel: line.channel,
            year: line.year,
            when: line.when,
            quantity: line.quantity,
            amount: line.total,
        }),
    }
}

/// The verdicts under which something can be ordered.
pub(super) fn is_ordered(verdict: Verdict) -> bool {
    verdict == Verdict::Buy
}
