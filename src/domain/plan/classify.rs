//! What becomes of a group: the verdict, the years it needs, and why.
//!
//! Groups that are alike in everything a rule looks at are decided once.

use std::sync::Arc;

use chrono::NaiveDate;

use super::{BuysThrough, Trace, Verdict};
use crate::domain::choice::{Choice, ChoiceSet};
use crate::domain::facts::Facts;
use crate::domain::field::Field;
use crate::domain::licensing::{
    CoverageYear, E5Offer, EnterpriseBenefit, Hosting, Role, SalesChannel, WindowsEnterprise,
};
use crate::domain::profile::{EndpointGroup, Organisation, Profile};
use crate::domain::programme::{Buyers, Edition, Eligibility, Product, Programme, Route, RuleId};
use crate::domain::text::{Argument, Statement};

/// Where orders go, and whether that was taken for granted.
pub(super) fn buys_through(organisation: &Organisation) -> BuysThrough {
    match organisation.order_channel {
        Some(SalesChannel::VolumeLicensing) => return BuysThrough::VolumeLicensing,
        Some(SalesChannel::Csp) => return BuysThrough::Csp,
        None => {}
    }
    let is_partner = organisation.role.is_some_and(|role| match role {
        Role::EndCustomer => false,
        Role::CspDirectPartner | Role::CspIndirectReseller | Role::CspIndirectProvider => true,
    });
    let Some(channels) = organisation.channels else {
        // Unknown: anyone can buy through a CSP partner, without an agreement or a minimum.
        return BuysThrough::Csp;
    };
    let sells = |wanted: SalesChannel| {
        channels
            .iter()
            .any(|channel| channel.sales_channel() == Some(wanted))
    };
    if is_partner && sells(SalesChannel::Csp) {
        BuysThrough::Csp
    } else if sells(SalesChannel::VolumeLicensing) {
        BuysThrough::VolumeLicensing
    } else if sells(SalesChannel::Csp) {
        BuysThrough::Csp
    } else {
        BuysThrough::Undecided
    }
}

/// What the whole plan is made under.
pub(super) struct Context<'a> {
    pub(super) programme: &'a Programme,
    pub(super) organisation: &'a Organisation,
    pub(super) as_of: NaiveDate,
    pub(super) buys_through: BuysThrough,
    /// The coverage year of the as-of date.
    pub(super) current_year: Option<CoverageYear>,
    /// Facts of the organisation, for every group to begin with.
    pub(super) organisation_facts: Facts,
}

impl<'a> Context<'a> {
    pub(super) fn new(programme: &'a Programme, profile: &'a Profile, as_of: NaiveDate) -> Self {
        let organisation = &profile.organisation;
        let current_year = programme.window_on(as_of).map(|window| window.year);
        let buys_through = buys_through(organisation);
        let mut facts = Facts::new(as_of);
        facts.total_endpoints = profile
            .groups
            .iter()
            .map(|group| group.endpoint_count.map(u64::from))
            .try_fold(0u64, |sum, count| count.map(|count| sum + count));
        add_organisation(&mut facts, organisation);
        let first_day = programme.base.coverage.first().map(|w| w.first_day);
        let phase = match current_year {
            Some(year) => u32::from(year.number()),
            None if first_day.is_some_and(|first_day| as_of < first_day) => 0,
            None => 7,
        };
        facts.add(Field::Phase, phase);
        facts.add(Field::BuysThrough, buys_through.index());
        Self {
            programme,
            organisation,
            as_of,
            buys_through,
            current_year,
            organisation_facts: facts,
        }
    }

    pub(super) fn sales_channel(&self) -> Option<SalesChannel> {
        match self.buys_through {
            BuysThrough::VolumeLicensing => Some(SalesChannel::VolumeLicensing),
            BuysThrough::Csp => Some(SalesChannel::Csp),
            BuysThrough::Undecided => None,
        }
    }
}

fn add_one<T: Choice>(facts: &mut Facts, field: Field, value: Option<T>) {
    if let Some(choice) = value {
        facts.add(field, choice.index());
    }
}

fn add_set<T: Choice>(facts: &mut Facts, field: Field, value: Option<ChoiceSet<T>>) {
    if let Some(set) = value {
        facts.set_known(field, set.bits());
    }
}

fn add_organisation(facts: &mut Facts, o: &Organisation) {
    add_one(facts, Field::Sector, o.sector);
    add_one(facts, Field::Role, o.role);
    add_one(facts, Field::Tenant, o.tenant);
    add_set(facts, Field::Channels, o.channels);
    add_one(facts, Field::OrderChannel, o.order_channel);
    add_one(facts, Field::WindowsEnterprise, o.windows_enterprise);
    add_one(facts, Field::E5Offer, o.e5_offer);
    add_set(facts, Field::SupportContracts, o.support_contracts);
    add_set(facts, Field::UpdateTools, o.update_tools);
    add_one(facts, Field::ConfigurationManager, o.configuration_manager);
    add_one(facts, Field::ImageServicing, o.image_servicing);
    add_one(facts, Field::Kms, o.kms);
    add_one(facts, Field::Reimaging, o.reimaging);
    add_set(facts, Field::DotNet, o.dot_net);
    add_one(facts, Field::InternetExplorer11, o.internet_explorer_11);
    add_one(facts, Field::SecurityEssentials, o.security_essentials);
    add_one(facts, Field::EndpointProtection, o.endpoint_protection);
    add_one(facts, Field::Office2010, o.office_2010);
    add_one(facts, Field::OlderWindows, o.older_windows);
    // Free text and numbers count only as known or not.
    if !o.name.is_empty() {
        facts.set_known(Field::Name, 0);
    }
    if o.currency.is_some() {
        facts.set_known(Field::Currency, 0);
    }
    if !o.quotes.is_empty() {
        facts.set_known(Field::Quotes, 0);
    }
}

/// When a group leaves the old system, as far as the rules care.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leaving {
    /// It has left: the day is the as-of date or earlier.
    HasLeft,
    /// It leaves while this many of its windows have begun; 0: before the first.
    AfterWindows(usize),
    /// Nobody knows; it is planned to the end.
    Unknown,
}

/// What groups are alike by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape {
    pub(super) facts: Facts,
    pub(super) leaving: Leaving,
    /// Position of the product, and of the edition inside it.
    pub(super) product: Option<usize>,
    pub(super) edition: Option<usize>,
}

pub(super) fn shape_of(context: &Context<'_>, g: &EndpointGroup) -> Shape {
    let mut facts = context.organisation_facts;
    let programme = context.programme;
    let product = g.product.as_deref().and_then(|id| programme.product(id));
    let mut edition_position = None;
    if let Some((index, product)) = product {
        facts.add(Field::Product, index);
        facts.add(Field::Route, product.route.index());
        if let Some(id) = g.edition.as_deref()
            && let Some((bit, _)) = programme.edition(product, id)
        {
            facts.add(Field::Edition, bit);
            edition_position = product.editions.iter().position(|e| &*e.id == id);
        }
    }
    add_one(&mut facts, Field::ServicePack, g.service_pack);
    add_one(&mut facts, Field::Hosting, g.hosting);
    add_one(&mut facts, Field::LicenceOrigin, g.licence_origin);
    add_one(&mut facts, Field::EnterpriseBenefit, g.enterprise_benefit);
    add_one(&mut facts, Field::OwnedChannel, g.owned_channel);
    add_one(&mut facts, Field::Connectivity, g.connectivity);
    add_one(&mut facts, Field::Epso, g.epso);
    if let Some(owned) = &g.owned {
        let bits = owned
            .iter()
            .filter(|(_, quantity)| **quantity > 0)
            .fold(0, |bits, (year, _)| bits | 1 << (year.number() - 1).min(5));
        facts.set_known(Field::Owned, bits);
    }
    if let Some(installed) = &g.prerequisites {
        let bits = (0u32..)
            .zip(&programme.deployment.prerequisites)
            .filter(|(_, prerequisite)| installed.contains(&prerequisite.id))
            .fold(0, |bits, (index, _)| bits | 1 << index);
        facts.set_known(Field::Prerequisites, bits);
    }
    let known = |facts: &mut Facts, field, is_known| {
        if is_known {
            facts.set_known(field, 0);
        }
    };
    known(&mut facts, Field::GroupName, !g.name.is_empty());
    known(&mut facts, Field::Endpoints, g.endpoint_count.is_some());
    known(
        &mut facts,
        Field::VirtualMachines,
        g.virtual_machine_count.is_some(),
    );
    known(
        &mut facts,
        Field::SharedEndpoints,
        g.shared_endpoint_count.is_some(),
    );
    known(&mut facts, Field::LeavesOn, g.leaves_on.is_some());
    known(&mut facts, Field::Oem, !g.oem.is_empty());
    let leaving = match g.leaves_on {
        None => Leaving::Unknown,
        Some(day) if day <= context.as_of => Leaving::HasLeft,
        Some(day) => {
            let own = product.map_or(&[][..], |(_, product)| &product.coverage[..]);
            Leaving::AfterWindows(if own.is_empty() {
                let windows = &programme.base.coverage;
                windows.iter().filter(|w| w.first_day < day).count()
            } else {
                own.iter().filter(|w| w.first_day < day).count()
            })
        }
    };
    Shape {
        facts,
        leaving,
        product: product.map(|(index, _)| index as usize),
        edition: edition_position,
    }
}

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
    /// The own year of an OEM product on the as-of date, for which ownership counts.
    pub(super) own_year: Option<CoverageYear>,
    /// The last day of updates for everyone, and of the last window, where it can be unprotected.
    pub(super) exposed: Option<(NaiveDate, NaiveDate)>,
}

fn message(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Statement {
    Statement::Message(id, arguments)
}

impl Decision {
    fn whole(verdict: Verdict, trace: Trace, exposed: Option<(NaiveDate, NaiveDate)>) -> Self {
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

/// Decides about a shape: the first rule that speaks wins, from top to bottom.
pub(super) fn decide(context: &Context<'_>, shape: &Shape) -> Decision {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let mut trace = Trace::default();
    let programme_exposed = Some((programme.base.end_of_support, programme.last_day()));

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
        trace.because(
            message(
                "reason-product-has-no-esu",
                vec![
                    product_name(),
                    ("day", Argument::Date(product.end_of_support)),
                ],
            ),
            sources(RuleId::ProductHasNoEsu),
        );
        let exposed = Some((product.end_of_support, programme.last_day()));
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
        return Decision::whole(Verdict::NotEligible, trace, programme_exposed);
    }
    let last_day = product
        .coverage
        .last()
        .map_or(programme.last_day(), |window| window.last_day);
    let exposed = Some((product.end_of_support, last_day));
    if context.as_of > last_day {
        trace.because(
            message(
                "reason-offer-has-ended",
                vec![product_name(), ("day", Argument::Date(last_day))],
            ),
            sources(RuleId::OfferHasEnded),
        );
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
    if shape.leaving == Leaving::AfterWindows(0) {
        trace.rest_on(&[Field::LeavesOn]);
        trace.because(
            message(
                "reason-leaves-in-support",
                vec![
                    product_name(),
                    ("day", Argument::Date(product.end_of_support)),
                ],
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
    exposed: Option<(NaiveDate, NaiveDate)>,
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
        .find(|window| window.first_day <= context.as_of && context.as_of <= window.last_day);
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
    exposed: Option<(NaiveDate, NaiveDate)>,
) -> Decision {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let hosting = chosen::<Hosting>(&shape.facts, Field::Hosting);
    if let Some(host) = hosting {
        trace.rest_on(&[Field::Hosting]);
        let host_value = ("host", Argument::Value(Field::Hosting, host.id()));
        if programme.base.free_hosting.contains(&host) {
            trace.because(
                message(
                    "reason-host-is-free",
                    vec![host_value, ("day", Argument::Date(programme.last_day()))],
                ),
                sources(RuleId::HostIsFree),
            );
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
    if let Some(year) = context.current_year
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
    } else {
        covered.because(
            message("reason-all-years-owned", vec![]),
            sources(RuleId::CoverageWindows),
        );
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

/// The answer of a field that takes one.
pub(super) fn chosen<T: Choice>(facts: &Facts, field: Field) -> Option<T> {
    let bits = facts.bits(field);
    T::ALL
        .iter()
        .copied()
        .find(|choice| bits & (1 << choice.index()) != 0)
}
