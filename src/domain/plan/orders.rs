//! What to order: the years a group needs, less what it owns, in one line a SKU.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike as _, NaiveDate};

use super::build::Settled;
use super::classify::Decision;
use super::shape::{Context, counted_by};
use super::{Estimate, OrderLine, OrderWhen, Plan, Span, Total, Trace, UnitPrice, Verdict};
use crate::domain::field::Field;
use crate::domain::licensing::{CountedBy, CoverageYear, Hosting, SalesChannel};
use crate::domain::money::{Currency, Money, PriceBasis};
use crate::domain::profile::EndpointGroup;
use crate::domain::programme::{Charge, CoverageWindow, Joining, Period, RuleId, Sales, Sku, Unit};
use crate::domain::source::Certainty;
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

/// Adds an amount to the sum of its currency.
pub(super) fn add_amount(sums: &mut Vec<Money>, amount: Money) {
    match sums.iter_mut().find(|sum| sum.currency == amount.currency) {
        Some(sum) => sum.minor_units = sum.minor_units.saturating_add(amount.minor_units),
        None => sums.push(amount),
    }
}

/// What is known of a SKU's price: one to reckon with, and else one that no source confirms.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownPrice {
    pub(super) sure: Option<UnitPrice>,
    pub(super) unconfirmed: Option<UnitPrice>,
}

/// The organisation's quote for a SKU, else the price that the programme knows.
pub(super) fn known_price(context: &Context<'_>, sku: &Sku, channel: SalesChannel) -> KnownPrice {
    let organisation = context.organisation;
    if let Some(minor_units) = organisation.quotes.get(&sku.id) {
        return KnownPrice {
            sure: Some(UnitPrice {
                amount: Money {
                    minor_units: *minor_units,
                    currency: organisation.currency.unwrap_or(Currency::USD),
                },
                basis: PriceBasis::Quote,
                source: None,
            }),
            unconfirmed: None,
        };
    }
    let Some((price, currency)) = context
        .programme
        .price(sku, channel)
        .and_then(|price| Some((price, Currency::new(&price.currency)?)))
    else {
        return KnownPrice::default();
    };
    let found = Some(UnitPrice {
        amount: Money {
            minor_units: i128::from(price.minor_units),
            currency,
        },
        basis: price.basis,
        source: Some(price.source.clone()),
    });
    match price.certainty {
        Certainty::Microsoft | Certainty::Reported => KnownPrice {
            sure: found,
            unconfirmed: None,
        },
        Certainty::Community | Certainty::ThirdParty | Certainty::Derived => KnownPrice {
            sure: None,
            unconfirmed: found,
        },
    }
}

/// How many units of a SKU some endpoints of a group need.
///
/// Cores are counted machine by machine, each at least as the floor and at most as the cap; where
/// virtual machines are licensed by the cores of their hosts, these are counted instead. Users and
/// accounts share a licence among their devices: one each where their number is known, and never
/// fewer than the devices need.
pub(super) fn units(sku: &Sku, group: &EndpointGroup, endpoints: u64) -> u64 {
    match sku.unit {
        Unit::Device => endpoints,
        Unit::User(devices) | Unit::Account(devices) => {
            let least = endpoints.div_ceil(u64::from(devices.max(1)));
            let all = u64::from(group.endpoint_count.unwrap_or(0)).max(1);
            let users = group.user_count.map_or(0, |users| {
                u64::from(users).saturating_mul(endpoints).div_ceil(all)
            });
            least.max(users)
        }
        Unit::Cores(cores) => {
            let pack = u64::from(cores.pack.max(1));
            let capped = |count: u32| u64::from(cores.cap.map_or(count, |cap| count.min(cap)));
            let is_on_hosts = group.hosting.is_some_and(|host| host != Hosting::Physical);
            match (counted_by(group), group.host_cores) {
                (CountedBy::PhysicalCores, Some(host_cores)) if is_on_hosts => {
                    let all = u64::from(group.endpoint_count.unwrap_or(0)).max(1);
                    let share = u64::from(host_cores.max(cores.physical_floor))
                        .saturating_mul(endpoints)
                        .div_ceil(all);
                    share.div_ceil(pack)
                }
                (basis, _) => {
                    let floor = match basis {
                        CountedBy::PhysicalCores => cores.physical_floor,
                        CountedBy::VirtualCores => cores.virtual_floor,
                    };
                    let each = capped(group.cores.unwrap_or(floor).max(floor)).div_ceil(pack);
                    endpoints.saturating_mul(each)
                }
            }
        }
    }
}

/// What a price comes to for some units over a part of a year.
pub(super) fn charged(amount: Money, sku: &Sku, quantity: u64, span: Span) -> Money {
    let (numerator, denominator) = match (span, sku.priced_for) {
        (Span::Whole, _) | (_, Period::Once) => (1, 1),
        (Span::Months(months), Period::Month) => (u64::from(months), 1),
        (Span::Months(months), Period::Year) => (u64::from(months), 12),
        (Span::Months(months), Period::Hour) => (u64::from(months) * 730, 1),
        (Span::Days { days, .. }, Period::Hour) => (u64::from(days) * 24, 1),
        (Span::Days { days, of }, Period::Year) => (u64::from(days), u64::from(of)),
        (Span::Days { days, of }, Period::Month) => (u64::from(days) * 12, u64::from(of)),
    };
    let per = u64::from(sku.priced_per).saturating_mul(denominator);
    amount.share(quantity.saturating_mul(numerator), per)
}

/// One part of a needed year that is charged by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) back_charge: bool,
}

/// The parts in which a year of a group is charged: one for a year that is sold whole; where it is
/// charged while it runs, the time before the as-of date and the time after it.
pub(super) fn parts(
    sales: &Sales,
    window: &CoverageWindow,
    leaves_on: Option<NaiveDate>,
    as_of: NaiveDate,
) -> Vec<Part> {
    let whole = Part {
        span: Span::Whole,
        back_charge: false,
    };
    let Some(after_last) = window.last_day.succ_opt() else {
        return vec![whole];
    };
    let end = leaves_on.map_or(after_last, |day| day.min(after_last));
    // Who pays nothing for the time before begins on the day itself.
    let begin = match sales.joining {
        Joining::Nothing => window.first_day.max(as_of.min(end)),
        Joining::AllEarlierYears
        | Joining::BillBackToEndOfSupport
        | Joining::BillBackToYearStart => window.first_day,
    };
    let now = as_of.clamp(begin, end);
    let (before, after) = match sales.charge {
        Charge::Yearly | Charge::Once => return vec![whole],
        Charge::Monthly => {
            // A month belongs to the year in which it begins, so a window's last days do not count
            // again; a month in which a group leaves is charged whole.
            let whole = calendar_months(window.first_day, after_last).max(1);
            let touched =
                calendar_months(begin, end) + u32::from(end < after_last && end.day() > 1);
            let before = calendar_months(window.first_day, begin);
            let all = touched.min(whole.saturating_sub(before).max(1));
            let elapsed = if now == end {
                all
            } else {
                calendar_months(begin, now).min(all)
            };
            (Span::Months(elapsed), Span::Months(all - elapsed))
        }
        Charge::Hourly => {
            let of = days_between(window.first_day, after_last);
            let days = |days| Span::Days { days, of };
            (days(days_between(begin, now)), days(days_between(now, end)))
        }
    };
    let is_some = |span: Span| !matches!(span, Span::Months(0) | Span::Days { days: 0, .. });
    [(before, true), (after, false)]
        .into_iter()
        .filter(|(span, _)| is_some(*span))
        .map(|(span, back_charge)| Part { span, back_charge })
        .collect()
}

/// How many first days of a month lie after one day, up to a later one, inclusive.
fn calendar_months(from: NaiveDate, to: NaiveDate) -> u32 {
    let months = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    u32::try_from(months(to) - months(from)).unwrap_or(0)
}

fn days_between(from: NaiveDate, to: NaiveDate) -> u32 {
    u32::try_from((to - from).num_days()).unwrap_or(0)
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

/// Says how units are counted and charged, where that is not one licence an endpoint and year.
fn explain_units(context: &Context<'_>, sku: &Sku, span: Span, trace: &mut Trace) {
    let programme = context.programme;
    match sku.unit {
        Unit::Device => {}
        Unit::User(devices) | Unit::Account(devices) => trace.because(
            Statement::Message(
                "reason-licences-are-shared",
                vec![("count", Argument::Count(u64::from(devices)))],
            ),
            programme.rule(RuleId::LicencesAreShared),
        ),
        Unit::Cores(cores) => {
            trace.rest_on(&[Field::Cores, Field::CoreBasis, Field::HostCores]);
            trace.because(
                Statement::Message(
                    "reason-cores-are-counted",
                    vec![
                        ("physical", Argument::Count(u64::from(cores.physical_floor))),
                        ("virtual", Argument::Count(u64::from(cores.virtual_floor))),
                    ],
                ),
                programme.rule(RuleId::CoresAreCounted),
            );
            if cores.pack > 1 {
                trace.because(
                    Statement::Message(
                        "reason-sold-in-packs",
                        vec![("count", Argument::Count(u64::from(cores.pack)))],
                    ),
                    programme.rule(RuleId::CoresAreCounted),
                );
            }
        }
    }
    if span != Span::Whole {
        trace.because(
            Statement::Message("reason-billed-while-it-runs", vec![]),
            programme.rule(RuleId::BilledWhileItRuns),
        );
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn months(as_of: &str, leaves_on: Option<&str>) -> Vec<(Span, bool)> {
        let sales = Sales {
            channel: SalesChannel::Azure,
            first_day: day("2026-08-03"),
            last_day: day("2030-01-08"),
            accepts: Vec::new(),
            joining: Joining::BillBackToEndOfSupport,
            charge: Charge::Monthly,
        };
        let window = CoverageWindow {
            year: CoverageYear::new(1).unwrap(),
            first_day: day("2027-01-13"),
            last_day: day("2028-01-11"),
            first_release: day("2027-02-09"),
            activation_id: None,
            certainty: Certainty::Derived,
        };
        parts(&sales, &window, leaves_on.map(day), day(as_of))
            .into_iter()
            .map(|part| (part.span, part.back_charge))
            .collect()
    }

    #[test]
    fn a_year_of_monthly_charges_has_twelve_months_however_it_is_split() {
        assert_eq!(months("2026-12-01", None), [(Span::Months(12), false)]);
        assert_eq!(months("2027-01-13", None), [(Span::Months(12), false)]);
        // Activated in April: January, February and March are billed back.
        assert_eq!(
            months("2027-04-13", None),
            [(Span::Months(3), true), (Span::Months(9), false)]
        );
        assert_eq!(
            months("2027-04-01", None),
            [(Span::Months(3), true), (Span::Months(9), false)]
        );
        assert_eq!(months("2029-01-01", None), [(Span::Months(12), true)]);
    }

    #[test]
    fn the_month_in_which_a_group_leaves_is_charged_whole() {
        assert_eq!(
            months("2026-12-01", Some("2027-06-30")),
            [(Span::Months(6), false)]
        );
        assert_eq!(
            months("2026-12-01", Some("2027-07-01")),
            [(Span::Months(6), false)]
        );
        assert_eq!(
            months("2026-12-01", Some("2028-01-12")),
            [(Span::Months(12), false)]
        );
    }
}
