//! Every question the profile answers, as one list: the form, the walk, the conditions of the
//! data, the file and the completeness check all read it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::choice::{Choice, ChoiceSet, choices};
use super::licensing::CoverageYear;
use super::money::Currency;
use super::profile::{DataId, EndpointGroup, MAX_ENDPOINTS_PER_GROUP, Organisation, Profile};

choices! {
    /// A field of the profile, or a fact that the plan derives from it.
    Field {
        /// The organisation's name.
        Name = "name",
        /// [`Organisation::sector`].
        Sector = "sector",
        /// [`Organisation::role`].
        Role = "role",
        /// [`Organisation::tenant`].
        Tenant = "tenant",
        /// [`Organisation::channels`].
        Channels = "channels",
        /// [`Organisation::order_channel`].
        OrderChannel = "order-channel",
        /// [`Organisation::windows_enterprise`].
        WindowsEnterprise = "windows-enterprise",
        /// [`Organisation::e5_offer`].
        E5Offer = "e5-offer",
        /// [`Organisation::support_contracts`].
        SupportContracts = "support-contracts",
        /// [`Organisation::currency`].
        Currency = "currency",
        /// [`Organisation::quotes`].
        Quotes = "quotes",
        /// [`Organisation::update_tools`].
        UpdateTools = "update-tools",
        /// [`Organisation::configuration_manager`].
        ConfigurationManager = "configuration-manager",
        /// [`Organisation::image_servicing`].
        ImageServicing = "image-servicing",
        /// [`Organisation::kms`].
        Kms = "kms",
        /// [`Organisation::reimaging`].
        Reimaging = "reimaging",
        /// [`Organisation::dot_net`].
        DotNet = "dot-net",
        /// [`Organisation::internet_explorer_11`].
        InternetExplorer11 = "internet-explorer-11",
        /// [`Organisation::security_essentials`].
        SecurityEssentials = "security-essentials",
        /// [`Organisation::endpoint_protection`].
        EndpointProtection = "endpoint-protection",
        /// [`Organisation::office_2010`].
        Office2010 = "office-2010",
        /// [`Organisation::older_windows`].
        OlderWindows = "older-windows",
        /// [`EndpointGroup::name`].
        GroupName = "group-name",
        /// [`EndpointGroup::product`].
        Product = "product",
        /// [`EndpointGroup::edition`].
        Edition = "edition",
        /// [`EndpointGroup::service_pack`].
        ServicePack = "service-pack",
        /// [`EndpointGroup::endpoint_count`].
        Endpoints = "endpoints",
        /// [`EndpointGroup::hosting`].
        Hosting = "hosting",
        /// [`EndpointGroup::virtual_machine_count`].
        VirtualMachines = "virtual-machines",
        /// [`EndpointGroup::shared_endpoint_count`].
        SharedEndpoints = "shared-endpoints",
        /// [`EndpointGroup::licence_origin`].
        LicenceOrigin = "licence-origin",
        /// [`EndpointGroup::enterprise_benefit`].
        EnterpriseBenefit = "enterprise-benefit",
        /// [`EndpointGroup::owned`].
        Owned = "owned",
        /// [`EndpointGroup::owned_channel`].
        OwnedChannel = "owned-channel",
        /// [`EndpointGroup::prerequisites`].
        Prerequisites = "prerequisites",
        /// [`EndpointGroup::connectivity`].
        Connectivity = "connectivity",
        /// [`EndpointGroup::leaves_on`].
        LeavesOn = "leaves-on",
        /// [`EndpointGroup::oem`].
        Oem = "oem",
        /// [`EndpointGroup::epso`].
        Epso = "epso",
        /// Derived: where the as-of date stands: `before`, `year-1`…, `ended`.
        Phase = "phase",
        /// Derived: where orders go: `volume-licensing`, `csp`, or `undecided`.
        BuysThrough = "buys-through",
        /// Derived, per group: how its product gets ESU: `licence`, `oem`, `none`.
        Route = "route",
        /// Derived, per group: the verdicts of its endpoints.
        Verdict = "verdict",
        /// Derived, per group: `yes` when earlier years are ordered with the current one.
        BackYears = "back-years",
    }
}

/// Whether a field belongs to the organisation or to each group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Scope {
    /// Once for the organisation.
    Organisation,
    /// Once for each endpoint group.
    Group,
    /// Worked out by the plan; nobody types it.
    Derived,
}

/// What an answer to a field looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// Free text.
    Text,
    /// One of a list.
    Choice,
    /// Any number of a list; none of them is an answer too.
    Choices,
    /// A whole number; 0 is an answer where the field's [`Field::count_range`] says so.
    Count,
    /// A day.
    Date,
    /// A number of licences for each coverage year.
    YearCounts,
    /// An amount for each SKU.
    Quotes,
    /// A fact of the plan.
    Derived,
}

/// Where a field is looked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// In the organisation.
    Organisation,
    /// In the group at this position.
    Group(usize),
}

/// The answer that a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nobody knows yet.
    Unknown,
    /// Free text, not empty.
    Text(String),
    /// One of the field's list, by id.
    One(DataId),
    /// Some of the field's list, by id; empty means none of them.
    Many(BTreeSet<DataId>),
    /// A whole number.
    Count(u32),
    /// A day.
    Date(NaiveDate),
    /// Licences by coverage year; empty means none.
    Years(BTreeMap<CoverageYear, u32>),
    /// Quoted unit prices by SKU in minor units.
    Quotes(BTreeMap<DataId, i128>),
}

/// Why an answer can't be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AnswerError {
    /// The field's list has no such answer.
    #[error("'{value}' is not an answer to '{field}'; use one of: {expected}")]
    UnknownValue {
        /// The field's id.
        field: &'static str,
        /// What was given.
        value: String,
        /// The ids that are accepted, separated by commas.
        expected: String,
    },
    /// The field takes another kind of answer.
    #[error("'{field}' takes another kind of answer")]
    WrongKind {
        /// The field's id.
        field: &'static str,
    },
    /// The number is outside the field's range.
    #[error("'{field}' must be from {least} to {most}, not {found}; leave it out if it is unknown")]
    CountOutOfRange {
        /// The field's id.
        field: &'static str,
        /// What was given.
        found: u64,
        /// The smallest number accepted.
        least: u32,
        /// The largest number accepted.
        most: u32,
    },
    /// The day is outside the years that any programme touches.
    #[error("'{field}' must be a day from 2000-01-01 to 2099-12-31, not {found}")]
    DateOutOfRange {
        /// The field's id.
        field: &'static str,
        /// What was given.
        found: NaiveDate,
    },
    /// Not a currency code.
    #[error("'{found}' is not a currency code; write three letters like USD or PLN")]
    NotACurrency {
        /// What was given.
        found: String,
    },
    /// The group is not there.
    #[error("there is no group at position {index}")]
    NoSuchGroup {
        /// The position, from 0.
        index: usize,
    },
}

/// Whether a day lies in the years that are accepted anywhere: 2000 to 2099.
pub fn is_accepted_date(date: NaiveDate) -> bool {
    (2000..=2099).contains(&date.year())
}

impl Field {
    /// Number of fields, derived ones included.
    pub const COUNT: usize = Self::ALL.len();

    /// Whose field it is.
    pub fn scope(self) -> Scope {
        if self <= Self::OlderWindows {
            Scope::Organisation
        } else if self <= Self::Epso {
            Scope::Group
        } else {
            Scope::Derived
        }
    }

    /// What its answers look like.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Name | Self::Currency | Self::GroupName | Self::Oem => FieldKind::Text,
            Self::Channels
            | Self::SupportContracts
            | Self::UpdateTools
            | Self::DotNet
            | Self::Prerequisites => FieldKind::Choices,
            Self::Endpoints | Self::VirtualMachines | Self::SharedEndpoints => FieldKind::Count,
            Self::LeavesOn => FieldKind::Date,
            Self::Owned => FieldKind::YearCounts,
            Self::Quotes => FieldKind::Quotes,
            Self::Phase | Self::BuysThrough | Self::Route | Self::Verdict | Self::BackYears => {
                FieldKind::Derived
            }
            Self::Sector
            | Self::Role
            | Self::Tenant
            | Self::OrderChannel
            | Self::WindowsEnterprise
            | Self::E5Offer
            | Self::ConfigurationManager
            | Self::ImageServicing
            | Self::Kms
            | Self::Reimaging
            | Self::InternetExplorer11
            | Self::SecurityEssentials
            | Self::EndpointProtection
            | Self::Office2010
            | Self::OlderWindows
            | Self::Product
            | Self::Edition
            | Self::ServicePack
            | Self::Hosting
            | Self::LicenceOrigin
            | Self::EnterpriseBenefit
            | Self::OwnedChannel
            | Self::Connectivity
            | Self::Epso => FieldKind::Choice,
        }
    }

    /// The smallest and largest number that a count field takes, both inclusive.
    pub fn count_range(self) -> (u32, u32) {
        match self {
            Self::SharedEndpoints => (0, MAX_ENDPOINTS_PER_GROUP),
            _ => (1, MAX_ENDPOINTS_PER_GROUP),
        }
    }

    /// The ids of a field's closed list; empty where the programme data or the person provides them.
    pub fn fixed_values(self) -> Vec<&'static str> {
        fn ids<T: Choice>() -> Vec<&'static str> {
            T::ALL.iter().map(|choice| choice.id()).collect()
        }
        use super::licensing as l;
        match self {
            Self::Sector => ids::<l::Sector>(),
            Self::Role => ids::<l::Role>(),
            Self::Tenant => ids::<l::Tenant>(),
            Self::Channels => ids::<l::Channel>(),
            Self::OrderChannel => ids::<l::SalesChannel>(),
            Self::WindowsEnterprise => ids::<l::WindowsEnterprise>(),
            Self::E5Offer => ids::<l::E5Offer>(),
            Self::SupportContracts => ids::<l::SupportContract>(),
            Self::UpdateTools => ids::<l::UpdateTool>(),
            Self::ConfigurationManager => ids::<l::ConfigurationManagerVersion>(),
            Self::ImageServicing => ids::<l::ImageServicing>(),
            Self::Kms
            | Self::Reimaging
            | Self::InternetExplorer11
            | Self::SecurityEssentials
            | Self::Office2010
            | Self::OlderWindows
            | Self::BackYears => ids::<l::YesNo>(),
            Self::DotNet => ids::<l::DotNet>(),
            Self::EndpointProtection => ids::<l::EndpointProtection>(),
            Self::ServicePack => ids::<l::ServicePack>(),
            Self::Hosting => ids::<l::Hosting>(),
            Self::LicenceOrigin => ids::<l::LicenceOrigin>(),
            Self::EnterpriseBenefit => ids::<l::EnterpriseBenefit>(),
            Self::OwnedChannel => ids::<l::OwnedChannel>(),
            Self::Connectivity => ids::<l::Connectivity>(),
            Self::Epso => ids::<l::Epso>(),
            Self::BuysThrough => ids::<super::plan::BuysThrough>(),
            Self::Route => ids::<super::programme::Route>(),
            Self::Verdict => ids::<super::plan::Verdict>(),
            Self::Name
            | Self::Currency
            | Self::Quotes
            | Self::GroupName
            | Self::Product
            | Self::Edition
            | Self::Endpoints
            | Self::VirtualMachines
            | Self::SharedEndpoints
            | Self::Owned
            | Self::Prerequisites
            | Self::LeavesOn
            | Self::Oem
            | Self::Phase => Vec::new(),
        }
    }
}

fn text(value: &str) -> Answer {
    if value.is_empty() {
        Answer::Unknown
    } else {
        Answer::Text(value.to_owned())
    }
}

fn one<T: Choice>(value: Option<T>) -> Answer {
    value.map_or(Answer::Unknown, |choice| Answer::One(choice.id().into()))
}

fn many<T: Choice>(value: Option<ChoiceSet<T>>) -> Answer {
    value.map_or(Answer::Unknown, |set| {
        Answer::Many(set.iter().map(|choice| choice.id().into()).collect())
    })
}

fn data(value: Option<&DataId>) -> Answer {
    value.map_or(Answer::Unknown, |id| Answer::One(Arc::clone(id)))
}

fn count(value: Option<u32>) -> Answer {
    value.map_or(Answer::Unknown, Answer::Count)
}

/// What an organisation's field holds; [`Answer::Unknown`] for a field of groups.
pub fn organisation_answer(organisation: &Organisation, field: Field) -> Answer {
    let o = organisation;
    match field {
        Field::Name => text(&o.name),
        Field::Sector => one(o.sector),
        Field::Role => one(o.role),
        Field::Tenant => one(o.tenant),
        Field::Channels => many(o.channels),
        Field::OrderChannel => one(o.order_channel),
        Field::WindowsEnterprise => one(o.windows_enterprise),
        Field::E5Offer => one(o.e5_offer),
        Field::SupportContracts => many(o.support_contracts),
        Field::Currency => o
            .currency
            .map_or(Answer::Unknown, |c| Answer::Text(c.code().to_owned())),
        Field::Quotes if o.quotes.is_empty() => Answer::Unknown,
        Field::Quotes => Answer::Quotes(o.quotes.clone()),
        Field::UpdateTools => many(o.update_tools),
        Field::ConfigurationManager => one(o.configuration_manager),
        Field::ImageServicing => one(o.image_servicing),
        Field::Kms => one(o.kms),
        Field::Reimaging => one(o.reimaging),
        Field::DotNet => many(o.dot_net),
        Field::InternetExplorer11 => one(o.internet_explorer_11),
        Field::SecurityEssentials => one(o.security_essentials),
        Field::EndpointProtection => one(o.endpoint_protection),
        Field::Office2010 => one(o.office_2010),
        Field::OlderWindows => one(o.older_windows),
        _ => Answer::Unknown,
    }
}

/// What a group's field holds; [`Answer::Unknown`] for a field of the organisation.
pub fn group_answer(group: &EndpointGroup, field: Field) -> Answer {
    let g = group;
    match field {
        Field::GroupName => text(&g.name),
        Field::Product => data(g.product.as_ref()),
        Field::Edition => data(g.edition.as_ref()),
        Field::ServicePack => one(g.service_pack),
        Field::Endpoints => count(g.endpoint_count),
        Field::Hosting => one(g.hosting),
        Field::VirtualMachines => count(g.virtual_machine_count),
        Field::SharedEndpoints => count(g.shared_endpoint_count),
        Field::LicenceOrigin => one(g.licence_origin),
        Field::EnterpriseBenefit => one(g.enterprise_benefit),
        Field::Owned => g.owned.clone().map_or(Answer::Unknown, Answer::Years),
        Field::OwnedChannel => one(g.owned_channel),
        Field::Prerequisites => g
            .prerequisites
            .clone()
            .map_or(Answer::Unknown, Answer::Many),
        Field::Connectivity => one(g.connectivity),
        Field::LeavesOn => g.leaves_on.map_or(Answer::Unknown, Answer::Date),
        Field::Oem => text(&g.oem),
        Field::Epso => one(g.epso),
        _ => Answer::Unknown,
    }
}

impl Profile {
    /// What a field holds at a place; unknown where the place has no such field.
    pub fn answer(&self, place: Place, field: Field) -> Answer {
        match place {
            Place::Organisation => organisation_answer(&self.organisation, field),
            Place::Group(index) => self
                .groups
                .get(index)
                .map_or(Answer::Unknown, |group| group_answer(group, field)),
        }
    }

    /// Fills a field. Ids of products, editions, prerequisites and SKUs are taken as they are:
    /// the programme data knows them, and a plan says when it does not.
    ///
    /// # Errors
    /// The answer is of another kind, outside the field's list or range, or the group is missing;
    /// the profile is unchanged then.
    pub fn set_answer(
        &mut self,
        place: Place,
        field: Field,
        answer: &Answer,
    ) -> Result<(), AnswerError> {
        match place {
            Place::Organisation => set_organisation(&mut self.organisation, field, answer),
            Place::Group(index) => {
                let group = self
                    .groups
                    .get_mut(index)
                    .ok_or(AnswerError::NoSuchGroup { index })?;
                let mut changed = EndpointGroup::clone(group);
                set_group(&mut changed, field, answer)?;
                *group = Arc::new(changed);
                Ok(())
            }
        }
    }
}

fn to_one<T: Choice>(field: Field, answer: &Answer) -> Result<Option<T>, AnswerError> {
    match answer {
        Answer::Unknown => Ok(None),
        Answer::One(id) => choice_from_id(field, id).map(Some),
        _ => Err(AnswerError::WrongKind { field: field.id() }),
    }
}

/// The answer with this id.
///
/// # Errors
/// [`AnswerError::UnknownValue`] names the field and all ids that it takes.
pub fn choice_from_id<T: Choice>(field: Field, id: &str) -> Result<T, AnswerError> {
    T::from_id(id).ok_or_else(|| AnswerError::UnknownValue {
        field: field.id(),
        value: id.chars().take(60).collect(),
        expected: T::ALL
            .iter()
            .map(|choice| choice.id())
            .collect::<Vec<_>>()
            .join(", "),
    })
}

fn to_many<T: Choice>(field: Field, answer: &Answer) -> Result<Option<ChoiceSet<T>>, AnswerError> {
    match answer {
        Answer::Unknown => Ok(None),
        Answer::Many(ids) => ids
            .iter()
            .map(|id| choice_from_id(field, id))
            .collect::<Result<_, _>>()
            .map(Some),
        _ => Err(AnswerError::WrongKind { field: field.id() }),
    }
}

fn to_text(field: Field, answer: &Answer) -> Result<String, AnswerError> {
    match answer {
        Answer::Unknown => Ok(String::new()),
        Answer::Text(value) => Ok(value.clone()),
        _ => Err(AnswerError::WrongKind { field: field.id() }),
    }
}

fn to_data(field: Field, answer: &Answer) -> Result<Option<DataId>, AnswerError> {
    match answer {
        Answer::Unknown => Ok(None),
        Answer::One(id) => Ok(Some(Arc::clone(id))),
        _ => Err(AnswerError::WrongKind { field: field.id() }),
    }
}

/// Checks a number against its field's range.
///
/// # Errors
/// [`AnswerError::CountOutOfRange`] with both ends.
pub fn check_count(field: Field, found: u32) -> Result<u32, AnswerError> {
    let (least, most) = field.count_range();
    if (least..=most).contains(&found) {
        Ok(found)
    } else {
        Err(AnswerError::CountOutOfRange {
            field: field.id(),
            found: u64::from(found),
            least,
            most,
        })
    }
}

fn to_count(field: Field, answer: &Answer) -> Result<Option<u32>, AnswerError> {
    match answer {
        Answer::Unknown => Ok(None),
        Answer::Count(found) => check_count(field, *found).map(Some),
        _ => Err(AnswerError::WrongKind { field: field.id() }),
    }
}

fn set_organisation(
    organisation: &mut Organisation,
    field: Field,
    answer: &Answer,
) -> Result<(), AnswerError> {
    let o = organisation;
    match field {
        Field::Name => o.name = to_text(field, answer)?,
        Field::Sector => o.sector = to_one(field, answer)?,
        Field::Role => o.role = to_one(field, answer)?,
        Field::Tenant => o.tenant = to_one(field, answer)?,
        Field::Channels => o.channels = to_many(field, answer)?,
        Field::OrderChannel => o.order_channel = to_one(field, answer)?,
        Field::WindowsEnterprise => o.windows_enterprise = to_one(field, answer)?,
        Field::E5Offer => o.e5_offer = to_one(field, answer)?,
        Field::SupportContracts => o.support_contracts = to_many(field, answer)?,
        Field::Currency => {
            let code = to_text(field, answer)?;
            o.currency = if code.is_empty() {
                None
            } else {
                let currency = Currency::new(&code);
                Some(currency.ok_or_else(|| AnswerError::NotACurrency {
                    found: code.chars().take(20).collect(),
                })?)
            };
        }
        Field::Quotes => {
            o.quotes = match answer {
                Answer::Unknown => BTreeMap::new(),
                Answer::Quotes(quotes) => quotes.clone(),
                _ => return Err(AnswerError::WrongKind { field: field.id() }),
            }
        }
        Field::UpdateTools => o.update_tools = to_many(field, answer)?,
        Field::ConfigurationManager => o.configuration_manager = to_one(field, answer)?,
        Field::ImageServicing => o.image_servicing = to_one(field, answer)?,
        Field::Kms => o.kms = to_one(field, answer)?,
        Field::Reimaging => o.reimaging = to_one(field, answer)?,
        Field::DotNet => o.dot_net = to_many(field, answer)?,
        Field::InternetExplorer11 => o.internet_explorer_11 = to_one(field, answer)?,
        Field::SecurityEssentials => o.security_essentials = to_one(field, answer)?,
        Field::EndpointProtection => o.endpoint_protection = to_one(field, answer)?,
        Field::Office2010 => o.office_2010 = to_one(field, answer)?,
        Field::OlderWindows => o.older_windows = to_one(field, answer)?,
        _ => return Err(AnswerError::WrongKind { field: field.id() }),
    }
    Ok(())
}

fn set_group(group: &mut EndpointGroup, field: Field, answer: &Answer) -> Result<(), AnswerError> {
    let g = group;
    match field {
        Field::GroupName => g.name = to_text(field, answer)?,
        Field::Product => g.product = to_data(field, answer)?,
        Field::Edition => g.edition = to_data(field, answer)?,
        Field::ServicePack => g.service_pack = to_one(field, answer)?,
        Field::Endpoints => g.endpoint_count = to_count(field, answer)?,
        Field::Hosting => g.hosting = to_one(field, answer)?,
        Field::VirtualMachines => g.virtual_machine_count = to_count(field, answer)?,
        Field::SharedEndpoints => g.shared_endpoint_count = to_count(field, answer)?,
        Field::LicenceOrigin => g.licence_origin = to_one(field, answer)?,
        Field::EnterpriseBenefit => g.enterprise_benefit = to_one(field, answer)?,
        Field::Owned => {
            g.owned = match answer {
                Answer::Unknown => None,
                Answer::Years(years) => {
                    for &quantity in years.values() {
                        check_count(field, quantity)?;
                    }
                    Some(years.clone())
                }
                _ => return Err(AnswerError::WrongKind { field: field.id() }),
            }
        }
        Field::OwnedChannel => g.owned_channel = to_one(field, answer)?,
        Field::Prerequisites => {
            g.prerequisites = match answer {
                Answer::Unknown => None,
                Answer::Many(ids) => Some(ids.clone()),
                _ => return Err(AnswerError::WrongKind { field: field.id() }),
            }
        }
        Field::Connectivity => g.connectivity = to_one(field, answer)?,
        Field::LeavesOn => {
            g.leaves_on = match answer {
                Answer::Unknown => None,
                Answer::Date(found) if is_accepted_date(*found) => Some(*found),
                Answer::Date(found) => {
                    return Err(AnswerError::DateOutOfRange {
                        field: field.id(),
                        found: *found,
                    });
                }
                _ => return Err(AnswerError::WrongKind { field: field.id() }),
            }
        }
        Field::Oem => g.oem = to_text(field, answer)?,
        Field::Epso => g.epso = to_one(field, answer)?,
        _ => return Err(AnswerError::WrongKind { field: field.id() }),
    }
    Ok(())
}
