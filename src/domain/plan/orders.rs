//! What to order: the years a group needs, less what it owns, in one line a SKU.

use std::collections::{BTreeMap, BTreeSet};

use super::build::Settled;
use super::classify::Decision;
use super::prices::known_price;
use super::shape::Context;
use super::spans::{charged, parts};
use super::units::{explain_units, units};
use super::{Estimate, OrderLine, OrderWhen, Plan, Span, Total, Trace, UnitPrice, Verdict};
use crate::domain::field::Field;
use crate::domain::licensing::{CoverageYear, SalesChannel};
use crate::domain::money::PriceBasis;
use crate::domain::profile::EndpointGroup;
use crate::domain::programme::RuleId;
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
        if licences.sales.is_none() {
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

/// What a line is told apart by, in the order in which lines stand.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    when: OrderWhen,
    year: CoverageYear,
    sku: usize,
    /// The time before comes first.
    is_running: bool,
    span: Span,
    channel: SalesChannel,
}

/// What a line gathers.
#[derive(Default)]
struct Gathered {
    /// The groups with their units.
    groups: Vec<(usize, u64)>,
    /// The endpoints of each.
    endpoints: Vec<u64>,
    /// The shapes whose reasons the line carries.
    shapes: BTreeSet<usize>,
}

pub(super) fn add_orders(
    context: &Context<'_>,
    plan: &mut Plan,
    decisions: &[Decision],
    settled: &[Settled<'_>],
) {
    let programme = context.programme;
    let mut lines: BTreeMap<Key, Gathered> = BTreeMap::new();
    for (position, group) in settled.iter().enumerate() {
        let Some(licences) = decisions
            .get(group.shape)
            .and_then(|decision| decision.licences.as_ref())
        else {
            continue;
        };
        let Some(sales) = &licences.sales else {
            continue;
        };
        let offer = programme.base.offers.get(licences.offer);
        for needed in &licences.years {
            let owned = owned_of(
                group.group,
                &licences.promised,
                needed.year,
                group.endpoints,
            );
            let missing = group.endpoints - owned;
            let found = needed.sku.and_then(|index| {
                let window = offer.and_then(|o| programme.offer_window(o, needed.year))?;
                Some((index, programme.skus.get(index)?, window))
            });
            let Some((sku_index, sku, window)) = found else {
                continue;
            };
            if missing == 0 {
                continue;
            }
            let quantity = units(sku, group.group, missing);
            let when = if needed.is_now {
                OrderWhen::Now
            } else {
                OrderWhen::Later
            };
            for part in parts(sales, window, group.group.leaves_on, context.as_of) {
                let key = Key {
                    when,
                    year: needed.year,
                    sku: sku_index,
                    is_running: !part.back_charge,
                    span: part.span,
                    channel: sales.channel,
                };
                let line = lines.entry(key).or_default();
                line.groups.push((position, quantity));
                line.endpoints.push(missing);
                line.shapes.insert(group.shape);
            }
        }
    }
    for (key, gathered) in lines {
        if let Some(line) = order_line(context, decisions, key, gathered) {
            add_total(plan, &line);
            plan.orders.push(line);
        }
    }
}

fn order_line(
    context: &Context<'_>,
    decisions: &[Decision],
    key: Key,
    gathered: Gathered,
) -> Option<OrderLine> {
    let programme = context.programme;
    let Key { when, year, .. } = key;
    let sku = programme.skus.get(key.sku)?;
    let first_decision = decisions.get(*gathered.shapes.first()?)?;
    let licences = first_decision.licences.as_ref()?;
    let sales = licences.sales.as_ref()?;
    let channel = sales.channel;
    let offer = programme.base.offers.get(licences.offer)?;
    let window = programme.offer_window(offer, year)?;
    let back_charge = !key.is_running;
    let quantity = gathered.groups.iter().map(|(_, quantity)| quantity).sum();
    let price = known_price(context, sku, channel);
    let total = |price: &UnitPrice| charged(price.amount, sku, quantity, key.span);
    let back_year = window.last_day < context.as_of;
    // Only the first year's first day of sale is documented; a year that has begun is on sale.
    let available_from = match when {
        _ if year.number() == 1 => Some(sales.first_day),
        OrderWhen::Now => Some(window.first_day),
        OrderWhen::Later => None,
    };

    // A later year of something that is charged while it runs is no order of its own.
    let is_first = licences
        .years
        .first()
        .is_some_and(|first| first.year == year);
    let continues = when == OrderWhen::Later && key.span != Span::Whole && !is_first;

    let mut trace = Trace::default();
    trace.cite(&sku.faq);
    if programme.has_rule(RuleId::OneKeyAYear) {
        trace.follow(programme.rule(RuleId::OneKeyAYear));
    }
    let year_argument = ("year", Argument::Year(year));
    if back_charge {
        trace.because(
            Statement::Message(
                "reason-billed-back",
                vec![
                    year_argument.clone(),
                    ("day", Argument::Date(window.first_day)),
                ],
            ),
            programme.rule(RuleId::BilledBack),
        );
    } else if back_year {
        let current = licences.due.unwrap_or(year);
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
    } else if continues {
        trace.because(
            Statement::Message(
                "reason-year-goes-on",
                vec![
                    year_argument.clone(),
                    ("day", Argument::Date(window.first_day)),
                ],
            ),
            programme.rule(RuleId::BilledWhileItRuns),
        );
    } else {
        trace.because(
            Statement::Message(
                if programme.has_rule(RuleId::NeverRenewsItself) {
                    "reason-later-year"
                } else {
                    "reason-later-year-alone"
                },
                vec![
                    year_argument.clone(),
                    ("day", Argument::Date(window.first_day)),
                ],
            ),
            programme.rule(RuleId::OneSkuAYear),
        );
        if programme.has_rule(RuleId::NeverRenewsItself) {
            trace.follow(programme.rule(RuleId::NeverRenewsItself));
        }
    }
    explain_units(context, sku, key.span, &mut trace);
    for decision in gathered
        .shapes
        .iter()
        .filter_map(|shape| decisions.get(*shape))
    {
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
    if when == OrderWhen::Now
        && channel == SalesChannel::Csp
        && programme.has_rule(RuleId::CspInvoiceMonth)
    {
        trace.follow(programme.rule(RuleId::CspInvoiceMonth));
    }
    if price
        .sure
        .as_ref()
        .is_none_or(|price| price.basis == PriceBasis::Press)
    {
        trace.rest_on(&[Field::Quotes]);
        let reason = if price.sure.is_some() {
            "reason-price-is-reported"
        } else if price.unconfirmed.is_some() {
            "reason-price-is-unconfirmed"
        } else {
            "reason-price-is-unknown"
        };
        trace.because(
            Statement::Message(reason, vec![]),
            programme.rule(RuleId::AskForPrice),
        );
    }
    let estimate = price.unconfirmed.map(|unit_price| Estimate {
        total: total(&unit_price),
        unit_price,
    });
    Some(OrderLine {
        programme: 0,
        sku: sku.id.clone(),
        sku_name: sku.name.clone(),
        year,
        channel,
        quantity,
        endpoints: gathered.endpoints.iter().sum(),
        unit: sku.unit,
        priced_per: sku.priced_per,
        priced_for: sku.priced_for,
        charge: sales.charge,
        span: key.span,
        back_charge,
        total: price.sure.as_ref().map(total),
        unit_price: price.sure,
        estimate,
        when,
        available_from,
        starts_on: if when == OrderWhen::Now && !back_charge && key.span != Span::Whole {
            context.as_of
        } else {
            window.first_day
        },
        // What is charged while it runs goes on by itself.
        order_by: if when == OrderWhen::Later && !continues {
            // Whatever is set up after the last free day is billed back.
            match key.span {
                Span::Whole => Some(window.first_day),
                Span::Months(_) | Span::Days { .. } => window.first_day.pred_opt(),
            }
        } else {
            None
        },
        back_year,
        groups: gathered.groups,
        group_endpoints: gathered.endpoints,
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

/// A line's units, unless another line of the same year stands for them too: what is billed back in
/// a running year is what runs on.
pub(in crate::domain) fn quantity_once(line: &OrderLine) -> u64 {
    if line.back_charge && !line.back_year {
        0
    } else {
        line.quantity
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
            total.quantity += quantity_once(line);
            if let (Some(amount), Some(more)) = (&mut total.amount, line.total) {
                amount.minor_units = amount.minor_units.saturating_add(more.minor_units);
            }
        }
        None => plan.totals.push(Total {
            programme: line.programme,
            channel: line.channel,
            year: line.year,
            when: line.when,
            quantity: quantity_once(line),
            amount: line.total,
        }),
    }
}

/// The verdicts under which something can be ordered.
pub(super) fn is_ordered(verdict: Verdict) -> bool {
    verdict == Verdict::Buy
}
