//! Version 2 of the file: version 1 and what the programmes after Windows 7 ask about.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::sync::Arc;

use serde::Deserialize;

use super::fields::{Amount, Code, Count, Day, Line, Many, One, StepId, Year, line, many, one};
use super::record::SavedPlan;
use super::{FORMAT, LoadError, Loaded, options};
use crate::assets;
use crate::document::Document;
use crate::domain::licensing::{
    Arc as ArcState, Channel, CloudPc, ConfigurationManagerVersion, Connectivity, CoreBasis,
    DotNet, E5Offer, EndpointProtection, Enrolment, EnterpriseBenefit, Epso, Hosting,
    ImageServicing, Join, LicenceOrigin, Management, OwnedChannel, Ownership, Role, SalesChannel,
    Sector, ServerAssurance, ServicePack, SqlAssurance, SupportContract, Tenant, UpdateTool, Usage,
    WindowsEnterprise, YesNo,
};
use crate::domain::profile::{DataId, EndpointGroup, MAX_CORES_PER_MACHINE, Organisation, Profile};
use crate::domain::programme::Programme;

#[derive(Deserialize)]
#[serde(rename = "EsuProfile", deny_unknown_fields)]
struct ProfileV2 {
    format: String,
    version: u32,
    #[serde(default)]
    as_of: Option<Day>,
    #[serde(default)]
    organisation: OrganisationV2,
    #[serde(default)]
    groups: Vec<GroupV2>,
    /// The plan it was saved with; told, never edited.
    #[serde(default)]
    made_with: Option<SavedPlan>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct OrganisationV2 {
    pub(super) name: Option<Line>,
    pub(super) note: Option<Line>,
    pub(super) sector: Option<One<Sector>>,
    pub(super) role: Option<One<Role>>,
    pub(super) tenant: Option<One<Tenant>>,
    pub(super) channels: Option<Many<Channel>>,
    pub(super) order_channel: Option<One<SalesChannel>>,
    pub(super) windows_enterprise: Option<One<WindowsEnterprise>>,
    pub(super) e5_offer: Option<One<E5Offer>>,
    pub(super) support_contracts: Option<Many<SupportContract>>,
    pub(super) currency: Option<Code>,
    pub(super) quotes: Option<BTreeMap<String, Amount>>,
    pub(super) update_tools: Option<Many<UpdateTool>>,
    pub(super) configuration_manager: Option<One<ConfigurationManagerVersion>>,
    pub(super) image_servicing: Option<One<ImageServicing>>,
    pub(super) kms: Option<One<YesNo>>,
    pub(super) reimaging: Option<One<YesNo>>,
    pub(super) dot_net: Option<Many<DotNet>>,
    pub(super) internet_explorer_11: Option<One<YesNo>>,
    pub(super) security_essentials: Option<One<YesNo>>,
    pub(super) endpoint_protection: Option<One<EndpointProtection>>,
    pub(super) office_2010: Option<One<YesNo>>,
    pub(super) older_windows: Option<One<YesNo>>,
    pub(super) server_assurance: Option<One<ServerAssurance>>,
    pub(super) sql_assurance: Option<One<SqlAssurance>>,
}

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct GroupV2 {
    pub(super) name: Option<Line>,
    pub(super) note: Option<Line>,
    pub(super) product: Option<String>,
    pub(super) edition: Option<String>,
    pub(super) service_pack: Option<One<ServicePack>>,
    pub(super) endpoints: Option<Count<1>>,
    pub(super) hosting: Option<One<Hosting>>,
    pub(super) virtual_machines: Option<Count<1>>,
    pub(super) shared_endpoints: Option<Count<0>>,
    pub(super) licence_origin: Option<One<LicenceOrigin>>,
    pub(super) enterprise_benefit: Option<One<EnterpriseBenefit>>,
    pub(super) owned: Option<BTreeMap<Year, Count<1>>>,
    pub(super) owned_channel: Option<One<OwnedChannel>>,
    pub(super) prerequisites: Option<BTreeSet<String>>,
    pub(super) connectivity: Option<One<Connectivity>>,
    pub(super) leaves_on: Option<Day>,
    pub(super) oem: Option<Line>,
    pub(super) epso: Option<One<Epso>>,
    pub(super) cores: Option<Count<1, MAX_CORES_PER_MACHINE>>,
    pub(super) core_basis: Option<One<CoreBasis>>,
    pub(super) host_cores: Option<Count<1>>,
    pub(super) users: Option<Count<1>>,
    pub(super) usage: Option<One<Usage>>,
    pub(super) ownership: Option<One<Ownership>>,
    pub(super) join: Option<One<Join>>,
    pub(super) managed_by: Option<One<Management>>,
    pub(super) cloud_pc: Option<One<CloudPc>>,
    pub(super) signs_in: Option<One<YesNo>>,
    pub(super) enrolment: Option<One<Enrolment>>,
    pub(super) arc: Option<One<ArcState>>,
    pub(super) windows_11: Option<One<YesNo>>,
    pub(super) done: Option<BTreeSet<StepId>>,
}

/// Reads a file that is of this version in every respect; of others it says nothing.
pub(super) fn read_if_sound(name: &str, text: &str) -> Option<Loaded> {
    let file: ProfileV2 = options().from_str(text).ok()?;
    let is_this = file.format == FORMAT && file.version == 2;
    is_this.then(|| loaded(name, text, file).ok())?
}

pub(super) fn read(name: &str, text: &str) -> Result<Loaded, LoadError> {
    let file: ProfileV2 = options()
        .from_str(text)
        .map_err(|error| LoadError::syntax(name, &error))?;
    loaded(name, text, file)
}

fn loaded(name: &str, text: &str, file: ProfileV2) -> Result<Loaded, LoadError> {
    Ok(Loaded {
        document: document(name, text, file.as_of, file.organisation, file.groups)?,
        made_with: file.made_with.map(Into::into),
    })
}

/// What the saved answers mean, once every id in them is known.
pub(super) fn document(
    name: &str,
    text: &str,
    as_of: Option<Day>,
    saved: OrganisationV2,
    groups: Vec<GroupV2>,
) -> Result<Document, LoadError> {
    let ids = Ids::new(name, text);
    let organisation = organisation(saved, &ids)?;
    let groups = groups
        .into_iter()
        .map(|saved| group(saved, &ids).map(Arc::new))
        .collect::<Result<_, _>>()?;
    Ok(Document {
        profile: Profile {
            organisation,
            groups,
        },
        as_of: as_of.map(|Day(day)| day),
    })
}

fn organisation(saved: OrganisationV2, ids: &Ids<'_>) -> Result<Organisation, LoadError> {
    let mut quotes = BTreeMap::new();
    for (sku, Amount(minor_units)) in saved.quotes.unwrap_or_default() {
        let known = ids.known(&sku, &"a SKU or a way out", |programme| {
            let skus = programme.skus.iter().map(|sku| &*sku.id);
            skus.chain(programme.exits.iter().map(|exit| &*exit.id))
        })?;
        quotes.insert(known, minor_units);
    }
    Ok(Organisation {
        name: line(saved.name),
        note: line(saved.note),
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
        server_assurance: one(saved.server_assurance),
        sql_assurance: one(saved.sql_assurance),
    })
}

fn group(saved: GroupV2, ids: &Ids<'_>) -> Result<EndpointGroup, LoadError> {
    let product = saved
        .product
        .map(|id| {
            ids.known(&id, &"a product", |p| {
                p.base.products.iter().map(|x| &*x.id)
            })
        })
        .transpose()?;
    let edition = saved
        .edition
        .map(|id| match &product {
            Some(product) => {
                let what = format_args!("an edition of '{product}'");
                ids.known(&id, &what, |programme| {
                    let product = programme.product(product).into_iter();
                    let editions = product.flat_map(|(_, product)| &product.editions);
                    editions.map(|edition| &*edition.id)
                })
            }
            None => ids.known(&id, &"an edition", |programme| {
                let products = programme.base.products.iter();
                let editions = products.flat_map(|product| &product.editions);
                editions.map(|edition| &*edition.id)
            }),
        })
        .transpose()?;
    let prerequisites = saved
        .prerequisites
        .map(|saved| {
            saved
                .iter()
                .map(|id| {
                    ids.known(id, &"a prerequisite", |programme| {
                        let prerequisites = programme.deployment.prerequisites.iter();
                        prerequisites.map(|prerequisite| &*prerequisite.id)
                    })
                })
                .collect::<Result<BTreeSet<_>, _>>()
        })
        .transpose()?;
    Ok(EndpointGroup {
        name: line(saved.name),
        note: line(saved.note),
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
        cores: saved.cores.map(|Count(count)| count),
        core_basis: one(saved.core_basis),
        host_cores: saved.host_cores.map(|Count(count)| count),
        user_count: saved.users.map(|Count(count)| count),
        usage: one(saved.usage),
        ownership: one(saved.ownership),
        join: one(saved.join),
        managed_by: one(saved.managed_by),
        cloud_pc: one(saved.cloud_pc),
        signs_in: one(saved.signs_in),
        enrolment: one(saved.enrolment),
        arc: one(saved.arc),
        windows_11: one(saved.windows_11),
        done: saved
            .done
            .unwrap_or_default()
            .into_iter()
            .map(|StepId(id)| id.into())
            .collect(),
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

    /// The id as data has it, where a programme knows it.
    fn known<I: Iterator<Item = &'static str>>(
        &self,
        id: &str,
        what: &dyn fmt::Display,
        ids: impl Fn(&'static Programme) -> I,
    ) -> Result<DataId, LoadError> {
        let programmes = || assets::programmes().iter().flatten();
        if programmes().any(|programme| ids(programme).any(|known| known == id)) {
            return Ok(id.into());
        }
        let expected: Vec<&str> = programmes().flat_map(ids).collect();
        Err(LoadError::UnknownId {
            name: self.name.to_owned(),
            line: self.line_of(id),
            what: what.to_string(),
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
