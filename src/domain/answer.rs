//! What a field holds, read and filled by its name: the form, the walk and the file go through here.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::{Datelike as _, NaiveDate};

use super::choice::{Choice, ChoiceSet};
use super::field::{Field, Place};
use super::licensing::CoverageYear;
use super::money::Currency;
use super::profile::{DataId, EndpointGroup, MAX_TEXT_CHARACTERS, Organisation, Profile};

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
    /// The text has more than [`MAX_TEXT_CHARACTERS`].
    #[error("'{field}' has {found} characters; it may have {MAX_TEXT_CHARACTERS}")]
    TextTooLong {
        /// The field's id.
        field: &'static str,
        /// How many were given.
        found: usize,
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
        Field::Note => text(&o.note),
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
        Field::ServerAssurance => one(o.server_assurance),
        Field::SqlAssurance => one(o.sql_assurance),
        _ => Answer::Unknown,
    }
}

/// What a group's field holds; [`Answer::Unknown`] for a field of the organisation.
pub fn group_answer(group: &EndpointGroup, field: Field) -> Answer {
    let g = group;
    match field {
        Field::GroupName => text(&g.name),
        Field::GroupNote => text(&g.note),
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
        Field::Cores => count(g.cores),
        Field::CoreBasis => one(g.core_basis),
        Field::HostCores => count(g.host_cores),
        Field::Users => count(g.user_count),
        Field::Usage => one(g.usage),
        Field::Ownership => one(g.ownership),
        Field::Join => one(g.join),
        Field::ManagedBy => one(g.managed_by),
        Field::CloudPc => one(g.cloud_pc),
        Field::SignsIn => one(g.signs_in),
        Field::Enrolment => one(g.enrolment),
        Field::Arc => one(g.arc),
        Field::Windows11 => one(g.windows_11),
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
        Answer::Text(value) => match value.chars().count() {
            found if found > MAX_TEXT_CHARACTERS => Err(AnswerError::TextTooLong {
                field: field.id(),
                found,
            }),
            _ => Ok(value.clone()),
        },
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
        Field::Note => o.note = to_text(field, answer)?,
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
        Field::ServerAssurance => o.server_assurance = to_one(field, answer)?,
        Field::SqlAssurance => o.sql_assurance = to_one(field, answer)?,
        _ => return Err(AnswerError::WrongKind { field: field.id() }),
    }
    Ok(())
}

fn set_group(group: &mut EndpointGroup, field: Field, answer: &Answer) -> Result<(), AnswerError> {
    let g = group;
    match field {
        Field::GroupName => g.name = to_text(field, answer)?,
        Field::GroupNote => g.note = to_text(field, answer)?,
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
        Field::Cores => g.cores = to_count(field, answer)?,
        Field::CoreBasis => g.core_basis = to_one(field, answer)?,
        Field::HostCores => g.host_cores = to_count(field, answer)?,
        Field::Users => g.user_count = to_count(field, answer)?,
        Field::Usage => g.usage = to_one(field, answer)?,
        Field::Ownership => g.ownership = to_one(field, answer)?,
        Field::Join => g.join = to_one(field, answer)?,
        Field::ManagedBy => g.managed_by = to_one(field, answer)?,
        Field::CloudPc => g.cloud_pc = to_one(field, answer)?,
        Field::SignsIn => g.signs_in = to_one(field, answer)?,
        Field::Enrolment => g.enrolment = to_one(field, answer)?,
        Field::Arc => g.arc = to_one(field, answer)?,
        Field::Windows11 => g.windows_11 = to_one(field, answer)?,
        _ => return Err(AnswerError::WrongKind { field: field.id() }),
    }
    Ok(())
}
