//! What the rules see of a profile: the organisation's facts, and a group's shape.

use chrono::NaiveDate;

use super::BuysThrough;
use crate::domain::choice::{Choice, ChoiceSet};
use crate::domain::facts::Facts;
use crate::domain::field::Field;
use crate::domain::licensing::{CoreBasis, CountedBy, CoverageYear, Hosting, Role, SalesChannel};
use crate::domain::profile::{EndpointGroup, Organisation, Profile};
use crate::domain::programme::{CoverageWindow, Offer, Programme, Route, Sales, Sku, Unit};

/// Where an offer is ordered: as the person chose where it is sold there, else the first of its
/// channels that an agreement opens.
pub(super) fn buys_through(organisation: &Organisation, offer: &Offer) -> BuysThrough {
    let sells = |channel| offer.sales.iter().any(|sales| sales.channel == channel);
    if let Some(chosen) = organisation.order_channel
        && sells(chosen)
    {
        return chosen.into();
    }
    let is_partner = organisation.role.is_some_and(|role| match role {
        Role::EndCustomer => false,
        Role::CspDirectPartner | Role::CspIndirectReseller | Role::CspIndirectProvider => true,
    });
    let is_open = |sales: &Sales| match organisation.channels {
        _ if sales.accepts.is_empty() => true,
        // Unknown: anyone can buy through a CSP partner, without an agreement or a minimum.
        None => sales.channel == SalesChannel::Csp || !sells(SalesChannel::Csp),
        Some(channels) => sales.accepts.iter().any(|known| channels.contains(*known)),
    };
    let open = || offer.sales.iter().filter(|sales| is_open(sales));
    let as_partner = open().find(|sales| is_partner && sales.channel == SalesChannel::Csp);
    as_partner
        .or_else(|| open().next())
        .map_or(BuysThrough::Undecided, |sales| sales.channel.into())
}

/// What the whole plan is made under.
pub(super) struct Context<'a> {
    pub(super) programme: &'a Programme,
    pub(super) organisation: &'a Organisation,
    pub(super) as_of: NaiveDate,
    /// Where the programme's main offer is ordered: its last one, which fits the most.
    pub(super) buys_through: BuysThrough,
    /// Whether anything of the programme is counted in cores.
    pub(super) counts_cores: bool,
    /// The coverage year of the as-of date.
    pub(super) current_year: Option<CoverageYear>,
    /// Facts of the organisation, for every group to begin with.
    pub(super) organisation_facts: Facts,
}

impl<'a> Context<'a> {
    pub(super) fn new(programme: &'a Programme, profile: &'a Profile, as_of: NaiveDate) -> Self {
        let organisation = &profile.organisation;
        let current_year = programme.window_on(as_of).map(|window| window.year);
        let main_offer = programme.base.offers.last();
        let buys_through = main_offer.map_or(BuysThrough::Undecided, |offer| {
            buys_through(organisation, offer)
        });
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
        let counts_cores = |sku: &Sku| matches!(sku.unit, Unit::Cores(_));
        Self {
            programme,
            organisation,
            as_of,
            buys_through,
            counts_cores: programme.skus.iter().any(counts_cores),
            current_year,
            organisation_facts: facts,
        }
    }

    /// The year that is due on the as-of date: the running one, or the first before it begins.
    pub(super) fn due_year(&self, windows: &[CoverageWindow]) -> Option<CoverageYear> {
        let runs = |window: &&CoverageWindow| {
            window.first_day <= self.as_of && self.as_of <= window.last_day
        };
        let running = windows.iter().find(runs);
        let first = windows
            .first()
            .filter(|window| self.as_of < window.first_day);
        running.or(first).map(|window| window.year)
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
    add_one(facts, Field::ServerAssurance, o.server_assurance);
    add_one(facts, Field::SqlAssurance, o.sql_assurance);
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
    /// Position of the offer that it falls under, where licences are bought for it.
    pub(super) offer: Option<usize>,
    /// Where that is ordered.
    pub(super) buys_through: BuysThrough,
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
    add_one(&mut facts, Field::CoreBasis, g.core_basis);
    add_one(&mut facts, Field::Usage, g.usage);
    add_one(&mut facts, Field::Ownership, g.ownership);
    add_one(&mut facts, Field::Join, g.join);
    add_one(&mut facts, Field::ManagedBy, g.managed_by);
    add_one(&mut facts, Field::CloudPc, g.cloud_pc);
    add_one(&mut facts, Field::SignsIn, g.signs_in);
    add_one(&mut facts, Field::Enrolment, g.enrolment);
    add_one(&mut facts, Field::Arc, g.arc);
    add_one(&mut facts, Field::Windows11, g.windows_11);
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
    known(&mut facts, Field::Cores, g.cores.is_some());
    known(&mut facts, Field::HostCores, g.host_cores.is_some());
    known(&mut facts, Field::Users, g.user_count.is_some());
    known(&mut facts, Field::LeavesOn, g.leaves_on.is_some());
    known(&mut facts, Field::Oem, !g.oem.is_empty());
    if context.counts_cores {
        let counted_by = counted_by(g);
        facts.add(Field::CountedBy, counted_by.index());
    }
    let mut offer = None;
    let mut buys = context.buys_through;
    if product.is_some_and(|(_, product)| product.route == Route::Licence)
        && let Some((index, found)) = programme.offer(&facts)
    {
        offer = Some(index as usize);
        facts.add(Field::Offer, index);
        buys = buys_through(context.organisation, found);
        facts.clear(Field::BuysThrough);
        facts.add(Field::BuysThrough, buys.index());
    }
    let leaving = match g.leaves_on {
        None => Leaving::Unknown,
        Some(day) if day <= context.as_of => Leaving::HasLeft,
        Some(day) => {
            let own = product.map_or(&[][..], |(_, product)| &product.coverage[..]);
            Leaving::AfterWindows(if own.is_empty() {
                let offer = offer.and_then(|index| programme.base.offers.get(index));
                let windows = offer.map_or(&programme.base.coverage[..], |offer| {
                    programme.windows_of(offer)
                });
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
        offer,
        buys_through: buys,
    }
}

/// Which cores an order of a group counts: as chosen, else what its host suggests.
pub(super) fn counted_by(group: &EndpointGroup) -> CountedBy {
    match (group.core_basis, group.hosting) {
        (Some(CoreBasis::PhysicalCores), _) | (None, None | Some(Hosting::Physical)) => {
            CountedBy::PhysicalCores
        }
        (Some(CoreBasis::VirtualCores), _) | (None, Some(_)) => CountedBy::VirtualCores,
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
