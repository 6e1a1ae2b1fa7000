//! What the rules see of a profile: the organisation's facts, and a group's shape.

use chrono::NaiveDate;

use super::BuysThrough;
use crate::domain::choice::{Choice, ChoiceSet};
use crate::domain::facts::Facts;
use crate::domain::field::Field;
use crate::domain::licensing::{CoverageYear, Role, SalesChannel};
use crate::domain::profile::{EndpointGroup, Organisation, Profile};
use crate::domain::programme::Programme;

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

    /// The year that is due on the as-of date: the running one, or the first before it begins.
    pub(super) fn due_year(&self) -> Option<CoverageYear> {
        let first = self.programme.base.coverage.first();
        match self.current_year {
            None => first
                .filter(|window| self.as_of < window.first_day)
                .map(|window| window.year),
            current => current,
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

/// The answer of a field that takes one.
pub(super) fn chosen<T: Choice>(facts: &Facts, field: Field) -> Option<T> {
    let bits = facts.bits(field);
    T::ALL
        .iter()
        .copied()
        .find(|choice| bits & (1 << choice.index()) != 0)
}
