//! Version 1 of the file: what it could hold, as the newest version says it. Never changed once
//! released.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, de::IgnoredAny};

use super::fields::{Amount, Code, Count, Day, Line, Many, One, Year};
use super::v2::{self, GroupV2, OrganisationV2};
use super::{LoadError, options};
use crate::document::Document;
use crate::domain::licensing::{
    Channel, ConfigurationManagerVersion, Connectivity, DotNet, E5Offer, EndpointProtection,
    EnterpriseBenefit, Epso, Hosting, ImageServicing, LicenceOrigin, OwnedChannel, Role,
    SalesChannel, Sector, ServicePack, SupportContract, Tenant, UpdateTool, WindowsEnterprise,
    YesNo,
};

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

pub(super) fn read(name: &str, text: &str) -> Result<Document, LoadError> {
    let file: ProfileV1 = options()
        .from_str(text)
        .map_err(|error| LoadError::syntax(name, &error))?;
    let groups = file.groups.into_iter().map(GroupV2::from);
    v2::document(
        name,
        text,
        file.as_of,
        file.organisation.into(),
        groups.collect(),
    )
}

impl From<OrganisationV1> for OrganisationV2 {
    fn from(saved: OrganisationV1) -> Self {
        Self {
            name: saved.name,
            sector: saved.sector,
            role: saved.role,
            tenant: saved.tenant,
            channels: saved.channels,
            order_channel: saved.order_channel,
            windows_enterprise: saved.windows_enterprise,
            e5_offer: saved.e5_offer,
            support_contracts: saved.support_contracts,
            currency: saved.currency,
            quotes: saved.quotes,
            update_tools: saved.update_tools,
            configuration_manager: saved.configuration_manager,
            image_servicing: saved.image_servicing,
            kms: saved.kms,
            reimaging: saved.reimaging,
            dot_net: saved.dot_net,
            internet_explorer_11: saved.internet_explorer_11,
            security_essentials: saved.security_essentials,
            endpoint_protection: saved.endpoint_protection,
            office_2010: saved.office_2010,
            older_windows: saved.older_windows,
            ..Self::default()
        }
    }
}

impl From<GroupV1> for GroupV2 {
    fn from(saved: GroupV1) -> Self {
        Self {
            name: saved.name,
            product: saved.product,
            edition: saved.edition,
            service_pack: saved.service_pack,
            endpoints: saved.endpoints,
            hosting: saved.hosting,
            virtual_machines: saved.virtual_machines,
            shared_endpoints: saved.shared_endpoints,
            licence_origin: saved.licence_origin,
            enterprise_benefit: saved.enterprise_benefit,
            owned: saved.owned,
            owned_channel: saved.owned_channel,
            prerequisites: saved.prerequisites,
            connectivity: saved.connectivity,
            leaves_on: saved.leaves_on,
            oem: saved.oem,
            epso: saved.epso,
            ..Self::default()
        }
    }
}
