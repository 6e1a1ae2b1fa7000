//! What becomes of a group: the verdict, the years it needs, and why.
//!
//! Groups that are alike in everything a rule looks at are decided once.

use std::sync::Arc;

use chrono::NaiveDate;

use super::patch_tuesday::count_patch_tuesdays;
use super::shape::{Context, Leaving, Shape, chosen};
use super::{Trace, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Scope};
use crate::domain::guide::condition::Truth;
use crate::domain::licensing::{
    Channel, CoverageYear, E5Offer, EnterpriseBenefit, Hosting, SalesChannel, WindowsEnterprise,
};
use crate::domain::programme::{
    Edition, Eligibility, HostGives, Joining, Offer, Product, Programme, RequiredOf, Route, RuleId,
    Sales, SkuStatus, Unit, Unmet,
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
    /// What has to be decided, and the field that would settle it.
    pub(super) open: Option<(Statement, Field)>,
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
    /// By a product's own windows, or those of its offer or programme where it has none.
    fn of(programme: &Programme, product: &Product, offer: Option<&Offer>) -> Option<Self> {
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
            open: None,
        }
    }

    /// A group about which somebody has to decide first.
    fn open(
        trace: Trace,
        exposed: Option<Exposed>,
        question: Statement,
        settled_by: Field,
    ) -> Self {
        Self {
            open: Some((question, settled_by)),
            ..Self::whole(Verdict::NeedsDecision, trace, exposed)
        }
    }
}

/// Decides about a shape; the reason that decided stands first.
pub(super) fn decide(context: &Context<'_>, shape: &Shape) -> Decision {
    let mut decision = first_rule_that_speaks(context, shape);
    let is_refused = decision.verdict == Verdict::NotEligible;
    if let Some(trace) = Arc::get_mut(&mut decision.trace) {
        // Against what was decided it would only confuse.
        trace.reasons.retain(|reason| {
            !is_refused || !matches!(reason, Statement::Message("reason-edition-qualifies", _))
        });
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
        return Decision::open(trace, None, message("open-product", vec![]), Field::Product);
    };
    trace.rest_on(&[Field::Product]);
    trace.cite(&product.faq);
    let product_name = || ("product", Argument::Local(product.name.clone()));
    let offer = shape
        .offer
        .and_then(|index| programme.base.offers.get(index));
    let exposed = Exposed::of(programme, product, offer);
    match product.route {
        Route::None => {
            return no_esu(programme, product, trace, exposed);
        }
        Route::Supported => {
            return match product.end_of_support {
                Some(day) if context.as_of <= day => in_support(programme, product, day, trace),
                _ => no_esu(programme, product, trace, exposed),
            };
        }
        Route::Closed => {
            if let Some(day) = product.end_of_support
                && context.as_of <= day
            {
                return in_support(programme, product, day, trace);
            }
            let last_day = exposed.as_ref().map(|exposed| exposed.last_day);
            if last_day.is_some_and(|day| context.as_of <= day) {
                trace.because(
                    message("reason-told-in-brief", vec![product_name()]),
                    sources(RuleId::AskForPrice),
                );
                let question = message("open-told-in-brief", vec![]);
                return Decision::open(trace, exposed, question, Field::Product);
            }
        }
        Route::Licence | Route::Oem => {}
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
        return Decision::whole(Verdict::NotEligible, trace, exposed);
    }
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
            && matches!(
                programme.host_gives(host),
                HostGives::Free | HostGives::FreeWithKey
            )
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
        if shape.facts.bits(Field::Owned).trailing_zeros() < 6 && product.route != Route::Closed {
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
            let question = message("open-edition", vec![]);
            return Decision::open(trace, exposed, question, Field::Edition);
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
            let question = message("open-edition-unclear", vec![]);
            return Decision::open(trace, exposed, question, Field::Edition);
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

fn no_esu(
    programme: &Programme,
    product: &Product,
    mut trace: Trace,
    exposed: Option<Exposed>,
) -> Decision {
    let name = ("product", Argument::Local(product.name.clone()));
    let reason = match product.end_of_support {
        Some(day) => message(
            "reason-product-has-no-esu",
            vec![name, ("day", Argument::Date(day))],
        ),
        None => message("reason-product-is-out-of-support", vec![name]),
    };
    trace.because(reason, programme.rule(RuleId::ProductHasNoEsu));
    Decision::whole(Verdict::NotEligible, trace, exposed)
}

/// Ordinary support lasts: nothing is missed and nothing has to be bought yet.
fn in_support(
    programme: &Programme,
    product: &Product,
    day: NaiveDate,
    mut trace: Trace,
) -> Decision {
    trace.because(
        message(
            "reason-in-support",
            vec![
                ("product", Argument::Local(product.name.clone())),
                ("day", Argument::Date(day)),
            ],
        ),
        programme.rule(RuleId::InSupport),
    );
    Decision::whole(Verdict::AlreadyCovered, trace, None)
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
        open: None,
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

fn host_is_free(programme: &Programme, host: Hosting) -> Statement {
    message(
        "reason-host-is-free",
        vec![
            ("host", Argument::Value(Field::Hosting, host.id())),
            ("day", Argument::Date(programme.last_day())),
        ],
    )
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
