//! What becomes of a group: the verdict, the years it needs, and why.
//!
//! Groups that are alike in everything a rule looks at are decided once.

use std::sync::Arc;

use chrono::NaiveDate;

use super::patch_tuesday::count_patch_tuesdays;
use super::shape::{Context, Leaving, Shape, chosen};
use super::{Trace, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::{
    Channel, CoverageYear, E5Offer, EnterpriseBenefit, Hosting, SalesChannel, WindowsEnterprise,
};
use crate::domain::programme::{Buyers, Edition, Eligibility, Product, Programme, Route, RuleId};
use crate::domain::text::{Argument, Statement};

/// A coverage year that a group needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NeededYear {
    pub(super) year: CoverageYear,
    /// The window has begun on the as-of date.
    pub(super) is_now: bool,
    /// The window has ended before the as-of date.
    pub(super) is_back: bool,
}

/// The licences that a group needs, before what it owns is taken off.
#[derive(Clone, Debug)]
pub(super) struct Licences {
    pub(super) years: Vec<NeededYear>,
    /// Years that a promotion stands for.
    pub(super) promised: Vec<CoverageYear>,
    pub(super) buyers: Buyers,
    /// No channel: nothing can be ordered until someone decides.
    pub(super) channel: Option<SalesChannel>,
}

/// What becomes of all groups of one shape.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    /// Of the endpoints that do not own what they need.
    pub(super) verdict: Verdict,
    pub(super) trace: Arc<Trace>,
    /// Of the endpoints that own what they need now.
    pub(super) covered_trace: Arc<Trace>,
    /// Licences bought through a channel.
    pub(super) licences: Option<Licences>,
    /// The own year of an OEM product that counts on the as-of date: the running or the first one.
    pub(super) own_year: Option<CoverageYear>,
    /// Where it can be unprotected: since when, and by which windows.
    pub(super) exposed: Option<Exposed>,
}

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
    /// By a product's own windows, or the programme's where it has none.
    fn of(programme: &Programme, product: &Product) -> Option<Self> {
        let years: Vec<_> = if product.route == Route::None {
            Vec::new()
        } else if product.coverage.is_empty() {
            let windows = programme.base.coverage.iter();
            windows
                .map(|window| (window.year, window.last_day))
                .collect()
        } else {
            let windows = product.coverage.iter();
            windows
                .map(|window| (window.year, window.last_day))
                .collect()
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

fn message(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Statement {
    Statement::Message(id, arguments)
}

impl Decision {
    fn whole(verdict: Verdict, trace: Trace, exposed: Option<Exposed>) -> Self {
        Self {
            verdict,
            trace: Arc::new(trace),
            covered_trace: Arc::default(),
            licences: None,
            own_year: None,
            exposed,
        }
    }
}

/// Decides about a shape; the reason that decided stands first.
pub(super) fn decide(context: &Context<'_>, shape: &Shape) -> Decision {
    let mut decision = first_rule_that_speaks(context, shape);
    if let Some(trace) = Arc::get_mut(&mut decision.trace) {
        // That the edition qualifies is the ground of the others, not what decided.
        trace.reasons.sort_by_key(|reason| {
            matches!(reason, Statement::Message("reason-edition-qualifies", _))
        });
    }
    decision
}

/// The rules from top to bottom.
fn first_rule_that_speaks(context: &Context<'_>, shape: &Shape) -> Decision {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let mut trace = Trace::default();

    if shape.leaving == Leaving::HasLeft {
        trace.rest_on(&[Field::LeavesOn]);
        trace.because(
            message("reason-has-left", vec![]),
            sources(RuleId::GroupHasLeft),
        );
        return Decision::whole(Verdict::Retired, trace, None);
    }
    let Some(product) = shape.product.and_then(|i| programme.base.products.get(i)) else {
        trace.rest_on(&[Field::Product]);
        trace.because(
            message("reason-product-unknown", vec![]),
            sources(RuleId::EditionQualifies),
        );
        return Decision::whole(Verdict::NeedsDecision, trace, None);
    };
    trace.rest_on(&[Field::Product]);
    trace.cite(&product.faq);
    let product_name = || ("product", Argument::Local(product.name.clone()));
    if product.route == Route::None {
        let reason = match product.end_of_support {
            Some(day) => message(
                "reason-product-has-no-esu",
                vec![product_name(), ("day", Argument::Date(day))],
            ),
            None => message("reason-product-is-out-of-support", vec![product_name()]),
        };
        trace.because(reason, sources(RuleId::ProductHasNoEsu));
        let exposed = Exposed::of(programme, product);
        return Decision::whole(Verdict::NotEligible, trace, exposed);
    }
    let edition = shape.edition.and_then(|index| product.editions.get(index));
    let edition_name = |edition: &Edition| ("edition", Argument::Local(edition.name.clone()));
    if let Some(edition) = edition
        && edition.eligibility == Eligibility::NotEligible
    {
        trace.rest_on(&[Field::Edition]);
        trace.because(
            message(
                "reason-edition-does-not-qualify",
                vec![product_name(), edition_name(edition)],
            ),
            sources(RuleId::EditionDoesNotQualify),
        );
        let exposed = Exposed::of(programme, product);
        return Decision::whole(Verdict::NotEligible, trace, exposed);
    }
    let exposed = Exposed::of(programme, product);
    let last_day = exposed
        .as_ref()
        .map_or(programme.last_day(), |exposed| exposed.last_day);
    if context.as_of > last_day {
        trace.because(
            message(
                "reason-offer-has-ended",
                vec![product_name(), ("day", Argument::Date(last_day))],
            ),
            sources(RuleId::OfferHasEnded),
        );
        if let Some(host) = chosen::<Hosting>(&shape.facts, Field::Hosting)
            && product.route == Route::Licence
            && programme.base.free_hosting.contains(&host)
        {
            // The host covered it to the end: nothing was missed until then.
            let covered_until_the_end = Exposed {
                end_of_support: last_day,
                years: Vec::new(),
                last_day,
            };
            trace.rest_on(&[Field::Hosting]);
            trace.because(host_is_free(programme, host), sources(RuleId::HostIsFree));
            return Decision::whole(Verdict::NotOffered, trace, Some(covered_until_the_end));
        }
        if shape.facts.bits(Field::Owned).trailing_zeros() < 6 {
            trace.rest_on(&[Field::Owned]);
            trace.because(
                message("reason-owned-keys-keep-working", vec![]),
                sources(RuleId::OwnedKeysKeepWorking),
            );
        }
        return Decision::whole(Verdict::NotOffered, trace, exposed);
    }
    match edition {
        None if !product.editions.is_empty() => {
            trace.rest_on(&[Field::Edition]);
            trace.because(
                message("reason-edition-unknown", vec![product_name()]),
                sources(RuleId::EditionQualifies),
            );
            return Decision::whole(Verdict::NeedsDecision, trace, exposed);
        }
        Some(edition) if edition.eligibility == Eligibility::Unclear => {
            trace.rest_on(&[Field::Edition]);
            trace.because(
                message(
                    "reason-edition-is-unclear",
                    vec![product_name(), edition_name(edition)],
                ),
                sources(RuleId::EditionIsUnclear),
            );
            trace.because(
                Statement::Data(edition.evidence.clone()),
                sources(RuleId::EditionIsUnclear),
            );
            return Decision::whole(Verdict::NeedsDecision, trace, exposed);
        }
        Some(edition) => {
            trace.rest_on(&[Field::Edition]);
            trace.because(
                message(
                    "reason-edition-qualifies",
                    vec![product_name(), edition_name(edition)],
                ),
                sources(RuleId::EditionQualifies),
            );
        }
        None => {}
    }
    if shape.leaving == Leaving::AfterWindows(0)
        && let Some(day) = product.end_of_support
    {
        trace.rest_on(&[Field::LeavesOn]);
        trace.because(
            message(
                "reason-leaves-in-support",
                vec![product_name(), ("day", Argument::Date(day))],
            ),
            sources(RuleId::CoverageWindows),
        );
        return Decision::whole(Verdict::AlreadyCovered, trace, None);
    }
    if product.route == Route::Oem {
        return decide_oem(context, product, trace, exposed);
    }
    decide_licence(context, shape, trace, exposed)
}

fn decide_oem(
    context: &Context<'_>,
    product: &Product,
    mut trace: Trace,
    exposed: Option<Exposed>,
) -> Decision {
    let sources = |rule| context.programme.rule(rule);
    trace.because(
        message(
            "reason-oem-sells",
            vec![("product", Argument::Local(product.name.clone()))],
        ),
        sources(RuleId::OemSellsEmbedded),
    );
    let own = product
        .coverage
        .iter()
        .find(|window| context.as_of <= window.last_day);
    let mut covered = Trace::default();
    if let Some(window) = own {
        covered.rest_on(&[Field::Product, Field::Owned]);
        covered.cite(&product.faq);
        covered.because(
            message(
                "reason-owned-until",
                vec![
                    ("year", Argument::Year(window.year)),
                    ("day", Argument::Date(window.last_day)),
                ],
            ),
            sources(RuleId::OwnedKeysKeepWorking),
        );
    }
    Decision {
        verdict: Verdict::Oem,
        trace: Arc::new(trace),
        covered_trace: Arc::new(covered),
        licences: None,
        own_year: own.map(|window| window.year),
        exposed,
    }
}

fn decide_licence(
    context: &Context<'_>,
    shape: &Shape,
    mut trace: Trace,
    exposed: Option<Exposed>,
) -> Decision {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let hosting = chosen::<Hosting>(&shape.facts, Field::Hosting);
    if let Some(host) = hosting {
        trace.rest_on(&[Field::Hosting]);
        let host_value = ("host", Argument::Value(Field::Hosting, host.id()));
        if programme.base.free_hosting.contains(&host) {
            trace.because(host_is_free(programme, host), sources(RuleId::HostIsFree));
            return Decision::whole(Verdict::CoveredFree, trace, None);
        }
        if programme.base.unclear_hosting.contains(&host) {
            trace.because(
                message("reason-host-is-unclear", vec![host_value]),
                sources(RuleId::HostIsUnclear),
            );
            return Decision::whole(Verdict::NeedsDecision, trace, exposed);
        }
        if host.counts_accessing_endpoints() {
            trace.rest_on(&[Field::VirtualMachines, Field::SharedEndpoints]);
            trace.because(
                message("reason-vdi-counts-endpoints", vec![host_value]),
                sources(RuleId::VdiCountsAccessingEndpoints),
            );
        } else {
            trace.because(
                message("reason-licensed-per-device", vec![]),
                sources(RuleId::LicensedPerDevice),
            );
        }
    } else {
        trace.rest_on(&[Field::Hosting]);
        trace.because(
            message("reason-hosting-assumed-physical", vec![]),
            sources(RuleId::LicensedPerDevice),
        );
    }
    let licences = licences(context, shape, &mut trace);
    let verdict = match licences.channel {
        Some(_) => Verdict::Buy,
        None => Verdict::NeedsDecision,
    };
    let mut covered = Trace::default();
    covered.rest_on(&[Field::Product, Field::Owned]);
    let due = context.due_year();
    if let Some(year) = due
        && let Some(window) = programme.window(year)
    {
        let arguments = vec![
            ("year", Argument::Year(year)),
            ("day", Argument::Date(window.last_day)),
        ];
        if licences.promised.contains(&year) {
            covered.rest_on(&[Field::E5Offer, Field::EnterpriseBenefit]);
            covered.because(
                message("reason-promotion-covers", arguments),
                sources(RuleId::FirstYearPromotion),
            );
        } else {
            covered.because(
                message("reason-owned-until", arguments),
                sources(RuleId::CoverageWindows),
            );
        }
    }
    covered.follow(sources(RuleId::OwnedKeysKeepWorking));
    Decision {
        verdict,
        trace: Arc::new(trace),
        covered_trace: Arc::new(covered),
        licences: Some(licences),
        own_year: None,
        exposed,
    }
}

fn host_is_free(programme: &Programme, host: Hosting) -> Statement {
    message(
        "reason-host-is-free",
        vec![
            ("host", Argument::Value(Field::Hosting, host.id())),
            ("day", Argument::Date(programme.last_day())),
        ],
    )
}

/// The years, the price group and the channel, with their reasons.
fn licences(context: &Context<'_>, shape: &Shape, trace: &mut Trace) -> Licences {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let windows = &programme.base.coverage;
    let needed = match shape.leaving {
        Leaving::AfterWindows(count) => count,
        Leaving::HasLeft | Leaving::Unknown => windows.len(),
    };
    let years = windows
        .iter()
        .take(needed)
        .map(|window| NeededYear {
            year: window.year,
            is_now: window.first_day <= context.as_of,
            is_back: window.last_day < context.as_of,
        })
        .collect();
    trace.rest_on(&[Field::Owned, Field::LeavesOn]);
    trace.follow(sources(RuleId::CoverageWindows));

    let organisation = context.organisation;
    let channel = context.sales_channel();
    trace.rest_on(&[Field::Channels, Field::OrderChannel]);
    match channel {
        None => trace.because(
            message("reason-no-channel-sells", vec![]),
            sources(RuleId::ChannelDoesNotSell),
        ),
        Some(channel) => {
            if channel == SalesChannel::Csp {
                trace.follow(sources(RuleId::CspListsTheSku));
            }
            let sales = programme.base.sales.iter().find(|s| s.channel == channel);
            trace.because(
                message(
                    "reason-ordered-through",
                    vec![(
                        "channel",
                        Argument::Value(Field::OrderChannel, channel.id()),
                    )],
                ),
                sources(RuleId::ChannelSells),
            );
            if let Some(sales) = sales
                && context.as_of < sales.first_day
            {
                trace.because(
                    message(
                        "reason-not-yet-on-sale",
                        vec![
                            (
                                "channel",
                                Argument::Value(Field::OrderChannel, channel.id()),
                            ),
                            ("day", Argument::Date(sales.first_day)),
                        ],
                    ),
                    sources(RuleId::SalesStart),
                );
            }
        }
    }
    let has_enterprise = organisation
        .windows_enterprise
        .is_some_and(|rights| match rights {
            WindowsEnterprise::None => false,
            WindowsEnterprise::SoftwareAssurance
            | WindowsEnterprise::E3
            | WindowsEnterprise::E5 => true,
        });
    let is_covered = chosen::<EnterpriseBenefit>(&shape.facts, Field::EnterpriseBenefit)
        == Some(EnterpriseBenefit::Covered);
    let mut buyers = Buyers::Everyone;
    let mut promised = Vec::new();
    if has_enterprise && is_covered {
        trace.rest_on(&[Field::WindowsEnterprise, Field::EnterpriseBenefit]);
        match channel {
            Some(SalesChannel::VolumeLicensing) => {
                buyers = Buyers::EnterpriseUsers;
                trace.because(
                    message("reason-enterprise-price", vec![]),
                    sources(RuleId::EnterprisePrice),
                );
            }
            Some(SalesChannel::Csp) => trace.because(
                message("reason-no-enterprise-price-in-csp", vec![]),
                sources(RuleId::NoEnterprisePriceInCsp),
            ),
            None => {}
        }
        if let Some(promotion) = &programme.base.promotion
            && organisation.windows_enterprise == Some(WindowsEnterprise::E5)
            && organisation.e5_offer == Some(E5Offer::Enrolled)
            && organisation.channels.is_some_and(|channels| {
                channels.contains(Channel::Ea) || channels.contains(Channel::Eas)
            })
        {
            promised.clone_from(&promotion.years);
            trace.rest_on(&[Field::E5Offer]);
            trace.because(
                Statement::Data(promotion.evidence.clone()),
                sources(RuleId::FirstYearPromotion),
            );
        }
    }
    Licences {
        years,
        promised,
        buyers,
        channel,
    }
}
