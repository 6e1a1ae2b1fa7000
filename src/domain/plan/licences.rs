//! The licences that a group needs: who has to buy, which years, which SKUs and by which channel.

use std::sync::Arc;

use super::classify::{Decision, host_is_free, message};
use super::exposed::Exposed;
use super::shape::{Context, Leaving, Shape, chosen};
use super::{Trace, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Scope};
use crate::domain::guide::condition::Truth;
use crate::domain::licensing::{
    Channel, CoverageYear, E5Offer, EnterpriseBenefit, Hosting, SalesChannel, WindowsEnterprise,
};
use crate::domain::programme::{
    HostGives, Joining, Offer, RequiredOf, RuleId, Sales, SkuStatus, Unit, Unmet,
};
use crate::domain::text::{Argument, Statement};

/// A coverage year that a group needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NeededYear {
    pub(super) year: CoverageYear,
    /// The window has begun on the as-of date.
    pub(super) is_now: bool,
    /// The window has ended before the as-of date.
    pub(super) is_back: bool,
    /// The SKU it is ordered by, by position; none where no channel is decided.
    pub(super) sku: Option<usize>,
}

/// The licences that a group needs, before what it owns is taken off.
#[derive(Clone, Debug)]
pub(super) struct Licences {
    /// The offer, by position.
    pub(super) offer: usize,
    pub(super) years: Vec<NeededYear>,
    /// The year that counts on the as-of date: the running one, or the first before it begins.
    pub(super) due: Option<CoverageYear>,
    /// Earlier years that have to be held and are not sold here.
    pub(super) elsewhere: Vec<CoverageYear>,
    /// Years that a promotion stands for.
    pub(super) promised: Vec<CoverageYear>,
    /// How it is sold; none: nothing can be ordered until someone decides.
    pub(super) sales: Option<Sales>,
}

pub(super) fn decide_licence(
    context: &Context<'_>,
    shape: &Shape,
    mut trace: Trace,
    exposed: Option<Exposed>,
) -> Decision {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let found = shape
        .offer
        .and_then(|index| Some((index, programme.base.offers.get(index)?)));
    if let Some((_, offer)) = found
        && let Some(decision) = unmet(offer, RequiredOf::Everyone, shape, &trace, exposed.as_ref())
    {
        return decision;
    }
    for entitlement in &programme.base.entitlements {
        if entitlement.when.evaluate(&shape.facts) == Truth::Yes {
            trace.rest_on(&entitlement.when.because(&shape.facts));
            trace.state(
                Statement::Data(entitlement.reason.clone()),
                &entitlement.faq,
            );
            return Decision::whole(Verdict::CoveredFree, trace, None);
        }
    }
    trace.rest_on(&[Field::Hosting]);
    let offer_id = found.map(|(_, offer)| &offer.id);
    let is_per_device = programme
        .skus
        .iter()
        .filter(|sku| Some(&sku.offer) == offer_id)
        .all(|sku| sku.unit == Unit::Device || sku.status == SkuStatus::Unconfirmed);
    match chosen::<Hosting>(&shape.facts, Field::Hosting) {
        None if !is_per_device => {}
        None => trace.because(
            message("reason-hosting-assumed-physical", vec![]),
            sources(RuleId::LicensedPerDevice),
        ),
        Some(host) => {
            let host_value = ("host", Argument::Value(Field::Hosting, host.id()));
            match programme.host_gives(host) {
                HostGives::Free => {
                    trace.because(host_is_free(programme, host), sources(RuleId::HostIsFree));
                    return Decision::whole(Verdict::CoveredFree, trace, None);
                }
                HostGives::FreeWithKey => {
                    trace.because(
                        message("reason-host-is-free-with-key", vec![host_value]),
                        sources(RuleId::HostIsFreeWithKey),
                    );
                    return Decision::whole(Verdict::CoveredFree, trace, None);
                }
                HostGives::Unclear => {
                    trace.because(
                        message("reason-host-is-unclear", vec![host_value]),
                        sources(RuleId::HostIsUnclear),
                    );
                    let question = message("open-host", vec![]);
                    return Decision::open(trace, exposed, question, Field::Hosting);
                }
                HostGives::NothingByAccess => {
                    trace.rest_on(&[Field::VirtualMachines, Field::SharedEndpoints]);
                    trace.because(
                        message("reason-vdi-counts-endpoints", vec![host_value]),
                        sources(RuleId::VdiCountsAccessingEndpoints),
                    );
                }
                HostGives::Nothing if !is_per_device => {}
                HostGives::Nothing => trace.because(
                    message("reason-licensed-per-device", vec![]),
                    sources(RuleId::LicensedPerDevice),
                ),
            }
        }
    }
    let Some((offer_index, offer)) = found else {
        trace.because(
            message("reason-no-offer-fits", vec![]),
            sources(RuleId::EditionDoesNotQualify),
        );
        return Decision::whole(Verdict::NotEligible, trace, exposed);
    };
    if programme.base.offers.len() > 1 {
        let mut fields = offer.when.because(&shape.facts);
        fields.retain(|field| field.scope() != Scope::Derived);
        trace.rest_on(&fields);
        let name = ("offer", Argument::Local(offer.name.clone()));
        trace.state(message("reason-offer", vec![name]), &offer.faq);
    }
    if let Some(decision) = unmet(offer, RequiredOf::Buyers, shape, &trace, exposed.as_ref()) {
        return decision;
    }
    let licences = licences(context, shape, (offer_index, offer), &mut trace);
    let (verdict, open) = match licences.sales {
        Some(_) => (Verdict::Buy, None),
        None => (Verdict::NeedsDecision, Some(open_channel(offer))),
    };
    let mut covered = Trace::default();
    covered.rest_on(&[Field::Product, Field::Owned]);
    if let Some(year) = licences.due
        && let Some(window) = programme.offer_window(offer, year)
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
        open,
    }
}

/// What becomes of a group that does not meet one of an offer's requirements: the first that fails.
fn unmet(
    offer: &Offer,
    of: RequiredOf,
    shape: &Shape,
    trace: &Trace,
    exposed: Option<&Exposed>,
) -> Option<Decision> {
    let requirement = offer.requires.iter().find(|requirement| {
        requirement.of == of && requirement.met.evaluate(&shape.facts) == Truth::No
    })?;
    let mut trace = trace.clone();
    let fields = requirement.met.because(&shape.facts);
    trace.rest_on(&fields);
    let reason = Statement::Data(requirement.reason.clone());
    trace.state(reason.clone(), &requirement.faq);
    let exposed = exposed.cloned();
    Some(match requirement.otherwise {
        Unmet::NotEligible => Decision::whole(Verdict::NotEligible, trace, exposed),
        Unmet::NeedsDecision => {
            let settled_by = fields.first().copied().unwrap_or(Field::Product);
            Decision::open(trace, exposed, reason, settled_by)
        }
    })
}

/// Asks for a channel: between the two that everybody knows, or for an agreement with another.
fn open_channel(offer: &Offer) -> (Statement, Field) {
    let channels: Vec<SalesChannel> = offer.sales.iter().map(|sales| sales.channel).collect();
    let is_known = |channel: &SalesChannel| {
        matches!(channel, SalesChannel::VolumeLicensing | SalesChannel::Csp)
    };
    if channels.iter().all(is_known) {
        return (message("open-channel", vec![]), Field::OrderChannel);
    }
    let ids = channels.iter().map(|channel| channel.id()).collect();
    let channels = ("channels", Argument::Values(Field::OrderChannel, ids));
    (message("open-agreement", vec![channels]), Field::Channels)
}

/// The years, the SKUs and the channel, with their reasons.
fn licences(
    context: &Context<'_>,
    shape: &Shape,
    (offer_index, offer): (usize, &Offer),
    trace: &mut Trace,
) -> Licences {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let windows = programme.windows_of(offer);
    let organisation = context.organisation;
    let channel = shape.buys_through.channel();
    let sales = channel.and_then(|channel| {
        let mut sales = offer.sales.iter();
        sales.find(|sales| sales.channel == channel)
    });
    let needed = match shape.leaving {
        Leaving::AfterWindows(count) => count,
        Leaving::HasLeft | Leaving::Unknown => windows.len(),
    };
    trace.rest_on(&[Field::Owned, Field::LeavesOn]);
    trace.follow(sources(RuleId::CoverageWindows));

    trace.rest_on(&[Field::Channels, Field::OrderChannel]);
    match sales {
        None => trace.because(
            message("reason-no-channel-sells", vec![]),
            sources(RuleId::ChannelDoesNotSell),
        ),
        Some(sales) => {
            let channel = sales.channel;
            if channel == SalesChannel::Csp && programme.has_rule(RuleId::CspListsTheSku) {
                trace.follow(sources(RuleId::CspListsTheSku));
            }
            let value = (
                "channel",
                Argument::Value(Field::OrderChannel, channel.id()),
            );
            trace.because(
                message("reason-ordered-through", vec![value.clone()]),
                sources(RuleId::ChannelSells),
            );
            if context.as_of < sales.first_day {
                trace.because(
                    message(
                        "reason-not-yet-on-sale",
                        vec![value, ("day", Argument::Date(sales.first_day))],
                    ),
                    sources(RuleId::SalesStart),
                );
            }
        }
    }
    let mut years = Vec::new();
    let mut elsewhere = Vec::new();
    let mut rules = Vec::new();
    for window in windows.iter().take(needed) {
        let is_back = window.last_day < context.as_of;
        match sales.map(|sales| sales.joining) {
            Some(Joining::BillBackToYearStart) if is_back => {
                elsewhere.push(window.year);
                continue;
            }
            Some(Joining::Nothing) if is_back => continue,
            _ => {}
        }
        let sku =
            channel.and_then(|channel| programme.sku(offer, window.year, channel, &shape.facts));
        if let Some(rule) = sku.and_then(|(_, sku)| sku.rule)
            && !rules.contains(&rule)
        {
            rules.push(rule);
        }
        years.push(NeededYear {
            year: window.year,
            is_now: window.first_day <= context.as_of,
            is_back,
            sku: sku.map(|(index, _)| index),
        });
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
    let mut promised = Vec::new();
    for rule in rules
        .iter()
        .filter(|rule| **rule != RuleId::EnterprisePrice)
    {
        trace.follow(sources(*rule));
    }
    if has_enterprise && is_covered {
        trace.rest_on(&[Field::WindowsEnterprise, Field::EnterpriseBenefit]);
        if rules.contains(&RuleId::EnterprisePrice) {
            trace.because(
                message("reason-enterprise-price", vec![]),
                sources(RuleId::EnterprisePrice),
            );
        } else if channel == Some(SalesChannel::Csp)
            && programme.has_rule(RuleId::NoEnterprisePriceInCsp)
        {
            trace.because(
                message("reason-no-enterprise-price-in-csp", vec![]),
                sources(RuleId::NoEnterprisePriceInCsp),
            );
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
        offer: offer_index,
        years,
        due: context.due_year(windows),
        elsewhere,
        promised,
        sales: sales.cloned(),
    }
}
