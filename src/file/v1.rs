//! Version 1 of the file: its serde structs and the way to a document. Never changed once released.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, de::IgnoredAny};

use super::{LoadError, options};
use crate::assets;
use crate::document::Document;
use crate::domain::choice::{Choice, ChoiceSet};
use crate::domain::field::{Field, is_accepted_date};
use crate::domain::licensing::{
    Channel, ConfigurationManagerVersion, Connectivity, CoverageYear, DotNet, E5Offer,
    EndpointProtection, EnterpriseBenefit, Epso, Hosting, ImageServicing, LicenceOrigin,
    OwnedChannel, Role, SalesChannel, Sector, ServicePack, SupportContract, Tenant, UpdateTool,
    WindowsEnterprise, YesNo,
};
use crate::domain::money::{Currency, Money};
use crate::domain::profile::{
    DataId, EndpointGroup, MAX_ENDPOINTS_PER_GROUP, Organisation, Profile,
};
use crate::domain::programme::Programme;

#[derive(Deserialize)]
#[serde(rename = "EsuProfile", deny_unknown_fields)]
struct ProfileV1 {
    #[serde(rename = "format")]
    _format: IgnoredAny,
    #[serde(rename = "version")]
    _version: IgnoredAny,
    /// The rule data it was made with; told, not enforced.
    #[serde(default, rename = "rule_data")]
    _rule_data: Option<String>,
    #[serde(default)]
    as_of: Option<Day>,
    #[serde(default)]
    organisation: OrganisationV1,
    #[serde(default)]
    groups: Vec<GroupV1>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct OrganisationV1 {
    name: Option<Line>,
    sector: Option<One<Sector>>,
    role: Option<One<Role>>,
    tenant: Option<One<Tenant>>,
    channels: Option<Many<Channel>>,
    order_channel: Option<One<SalesChannel>>,
    windows_enterprise: Option<One<WindowsEnterprise>>,
    e5_offer: Option<One<E5Offer>>,
    support_contracts: Option<Many<SupportContract>>,
    currency: Option<Code>,
    quotes: Option<BTreeMap<String, Amount>>,
    update_tools: Option<Many<UpdateTool>>,
    configuration_manager: Option<One<ConfigurationManagerVersion>>,
    image_servicing: Option<One<ImageServicing>>,
    kms: Option<One<YesNo>>,
    reimaging: Option<One<YesNo>>,
    dot_net: Option<Many<DotNet>>,
    internet_explorer_11: Option<One<YesNo>>,
    security_essentials: Option<One<YesNo>>,
    endpoint_protection: Option<One<EndpointProtection>>,
    office_2010: Option<One<YesNo>>,
    older_windows: Option<One<YesNo>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct GroupV1 {
    name: Option<Line>,
    product: Option<String>,
    edition: Option<String>,
    service_pack: Option<One<ServicePack>>,
    endpoints: Option<Count<1>>,
    hosting: Option<One<Hosting>>,
    virtual_machines: Option<Count<1>>,
    shared_endpoints: Option<Count<0>>,
    licence_origin: Option<One<LicenceOrigin>>,
    enterprise_benefit: Option<One<EnterpriseBenefit>>,
    owned: Option<BTreeMap<Year, Count<1>>>,
    owned_channel: Option<One<OwnedChannel>>,
    prerequisites: Option<BTreeSet<String>>,
    connectivity: Option<One<Connectivity>>,
    leaves_on: Option<Day>,
    oem: Option<Line>,
    epso: Option<One<Epso>>,
}

/// Text on one line: what a person types into a field. Line ends become spaces.
struct Line(String);

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        const MAX_CHARS: usize = 500;
        let text = String::deserialize(deserializer)?;
        if text.chars().count() > MAX_CHARS {
            return Err(D::Error::custom("a text is longer than 500 characters"));
        }
        Ok(Self(text))
    }
}

/// An answer by its id.
struct One<T>(T);

impl<'de, T: Choice> Deserialize<'de> for One<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = String::deserialize(deserializer)?;
        T::from_id(&id).map(Self).ok_or_else(|| {
            let ids: Vec<_> = T::ALL.iter().map(|choice| choice.id()).collect();
            let id: String = id.chars().take(60).collect();
            D::Error::custom(format!(
                "'{id}' is not an answer here; use one of: {}",
                ids.join(", ")
            ))
        })
    }
}

/// Answers by their ids.
struct Many<T>(ChoiceSet<T>, PhantomData<T>);

impl<'de, T: Choice> Deserialize<'de> for Many<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let choices = Vec::<One<T>>::deserialize(deserializer)?;
        let set = choices.into_iter().map(|One(choice)| choice).collect();
        Ok(Self(set, PhantomData))
    }
}

/// A number of endpoints or licences, from `LEAST`.
struct Count<const LEAST: u32>(u32);

impl<'de, const LEAST: u32> Deserialize<'de> for Count<LEAST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let count = i64::deserialize(deserializer)?;
        match u32::try_from(count) {
            Ok(count) if (LEAST..=MAX_ENDPOINTS_PER_GROUP).contains(&count) => Ok(Self(count)),
            _ => Err(D::Error::custom(format!(
                "{count} is out of range: a number here is from {LEAST} to {MAX_ENDPOINTS_PER_GROUP}; leave the field out if it is unknown"
            ))),
        }
    }
}

/// A coverage year.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Year(CoverageYear);

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = i64::deserialize(deserializer)?;
        u8::try_from(number)
            .ok()
            .filter(|number| *number <= 6)
            .and_then(CoverageYear::new)
            .map(Self)
            .ok_or_else(|| {
                D::Error::custom(format!(
                    "{number} is no coverage year; they count from 1 to 6"
                ))
            })
    }
}

/// A day, written 2020-01-14.
struct Day(NaiveDate);

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        NaiveDate::parse_from_str(&text, "%Y-%m-%d")
            .ok()
            .filter(|day| is_accepted_date(*day))
            .map(Self)
            .ok_or_else(|| {
                let text: String = text.chars().take(40).collect();
                D::Error::custom(format!(
                    "'{text}' is not a day from 2000-01-01 to 2099-12-31; write it like 2020-01-14"
                ))
            })
    }
}

/// A currency code.
struct Code(Currency);

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Currency::new(&text).map(Self).ok_or_else(|| {
            let text: String = text.chars().take(20).collect();
            D::Error::custom(format!(
                "'{text}' is not a currency code; write three letters like USD or PLN"
            ))
        })
    }
}

/// An amount as a decimal string.
struct Amount(i128);

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Money::parse_minor_units(&text)
            .map(Self)
            .map_err(|error| D::Error::custom(error.to_string()))
    }
}

fn one<T>(value: Option<One<T>>) -> Option<T> {
    value.map(|One(choice)| choice)
}

fn many<T>(value: Option<Many<T>>) -> Option<ChoiceSet<T>> {
    value.map(|Many(set, _)| set)
}

fn line(value: Option<Line>) -> String {
    value.map_or(String::new(), |Line(text)| text)
}

pub(super) fn read(name: &str, text: &str) -> Result<Document, LoadError> {
    let file: ProfileV1 = options()
        .from_str(text)
        .map_err(|error| LoadError::syntax(name, &error))?;
    let ids = Ids::new(name, text);
    let organisation = organisation(file.organisation, &ids)?;
    let groups = file
        .groups
        .into_iter()
        .map(|saved| group(saved, &ids).map(Arc::new))
        .collect::<Result<_, _>>()?;
    Ok(Document {
        profile: Profile {
            organisation,
            groups,
        },
        as_of: file.as_of.map(|Day(day)| day),
    })
}

fn organisation(saved: OrganisationV1, ids: &Ids<'_>) -> Result<Organisation, LoadError> {
    let mut quotes = BTreeMap::new();
    for (sku, Amount(minor_units)) in saved.quotes.unwrap_or_default() {
        let known = ids.known(&sku, "a SKU", |programme| {
            programme.skus.iter().map(|sku| &*sku.id).collect()
        })?;
        quotes.insert(known, minor_units);
    }
    Ok(Organisation {
        name: line(saved.name),
        sector: one(saved.sector),
        role: one(saved.role),
        tenant: one(saved.tenant),
        channels: many(saved.channels),
        order_channel: one(saved.order_channel),
        windows_enterprise: one(saved.windows_enterprise),
        e5_offer: one(saved.e5_offer),
        support_contracts: many(saved.support_contracts),
        currency: saved.currency.map(|Code(currency)| currency),
        quotes,
        update_tools: many(saved.update_tools),
        configuration_manager: one(saved.configuration_manager),
        image_servicing: one(saved.image_servicing),
        kms: one(saved.kms),
        reimaging: one(saved.reimaging),
        dot_net: many(saved.dot_net),
        internet_explorer_11: one(saved.internet_explorer_11),
        security_essentials: one(saved.security_essentials),
        endpoint_protection: one(saved.endpoint_protection),
        office_2010: one(saved.office_2010),
        older_windows: one(saved.older_windows),
    })
}

fn group(saved: GroupV1, ids: &Ids<'_>) -> Result<EndpointGroup, LoadError> {
    let product = saved
        .product
        .map(|id| {
            ids.known(&id, "a product", |programme| {
                programme.vocabulary().ids(Field::Product)
            })
        })
        .transpose()?;
    let edition = saved
        .edition
        .map(|id| match &product {
            Some(product) => ids.known(&id, &format!("an edition of '{product}'"), |programme| {
                programme.offered(Field::Edition, Some(product))
            }),
            None => ids.known(&id, "an edition", |programme| {
                programme.vocabulary().ids(Field::Edition)
            }),
        })
        .transpose()?;
    let prerequisites = saved
        .prerequisites
        .map(|saved| {
            saved
                .iter()
                .map(|id| {
                    ids.known(id, "a prerequisite", |programme| {
                        programme.vocabulary().ids(Field::Prerequisites)
                    })
                })
                .collect::<Result<BTreeSet<_>, _>>()
        })
        .transpose()?;
    Ok(EndpointGroup {
        name: line(saved.name),
        product,
        edition,
        service_pack: one(saved.service_pack),
        endpoint_count: saved.endpoints.map(|Count(count)| count),
        hosting: one(saved.hosting),
        virtual_machine_count: saved.virtual_machines.map(|Count(count)| count),
        shared_endpoint_count: saved.shared_endpoints.map(|Count(count)| count),
        licence_origin: one(saved.licence_origin),
        enterprise_benefit: one(saved.enterprise_benefit),
        owned: saved.owned.map(|owned| {
            owned
                .into_iter()
                .map(|(Year(year), Count(count))| (year, count))
                .collect()
        }),
        owned_channel: one(saved.owned_channel),
        prerequisites,
        connectivity: one(saved.connectivity),
        leaves_on: saved.leaves_on.map(|Day(day)| day),
        oem: line(saved.oem),
        epso: one(saved.epso),
    })
}

/// Looks ids up in the data of all programmes, and finds the line of one that is not there.
struct Ids<'a> {
    name: &'a str,
    text: &'a str,
}

impl<'a> Ids<'a> {
    fn new(name: &'a str, text: &'a str) -> Self {
        Self { name, text }
    }

    fn known(
        &self,
        id: &str,
        what: &str,
        ids: impl Fn(&'static Programme) -> Vec<&'static str>,
    ) -> Result<DataId, LoadError> {
        let mut expected: Vec<&str> = Vec::new();
        for programme in assets::programmes().iter().flatten() {
            let known = ids(programme);
            if known.contains(&id) {
                return Ok(id.into());
            }
            expected.extend(known);
        }
        Err(LoadError::UnknownId {
            name: self.name.to_owned(),
            line: self.line_of(id),
            what: what.to_owned(),
            id: id.chars().take(60).filter(|c| !c.is_control()).collect(),
            expected: if expected.is_empty() {
                "none; leave the field out".to_owned()
            } else {
                expected.join(", ")
            },
        })
    }

    fn line_of(&self, id: &str) -> usize {
        let quoted = format!("\"{id}\"");
        let position = self.text.find(&quoted).unwrap_or(0);
        let before = self.text.get(..position).unwrap_or_default();
        before.matches('\n').count() + 1
    }
}
