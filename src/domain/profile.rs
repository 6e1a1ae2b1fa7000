//! What we ask about: the organisation and its endpoint groups.
//!
//! Every field may be unknown (`None`); unknown is an answer and becomes a printed assumption.
//! A known "none of them" is an empty set, never `None`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::choice::ChoiceSet;
use super::licensing::{
    Arc as ArcState, Channel, CloudPc, ConfigurationManagerVersion, Connectivity, CoreBasis,
    CoverageYear, DotNet, E5Offer, EndpointProtection, Enrolment, EnterpriseBenefit, Epso, Hosting,
    ImageServicing, Join, LicenceOrigin, Management, OwnedChannel, Ownership, Role, SalesChannel,
    Sector, ServerAssurance, ServicePack, SqlAssurance, SupportContract, Tenant, UpdateTool, Usage,
    WindowsEnterprise, YesNo,
};
use super::money::Currency;

/// An id that the programme data declares: a product, an edition, a prerequisite or a SKU.
pub type DataId = Arc<str>;

/// An organisation with its endpoints.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// What holds for all groups.
    pub organisation: Organisation,
    /// The endpoint groups, in the person's own order; unchanged ones are shared between snapshots.
    pub groups: Vec<Arc<EndpointGroup>>,
}

/// What holds for the whole organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Organisation {
    /// Its name; empty when unknown.
    pub name: String,
    /// What the person wants to say with the plan; printed, and no rule looks at it.
    pub note: String,
    /// What kind of body it is.
    pub sector: Option<Sector>,
    /// Who is planning.
    pub role: Option<Role>,
    /// Whether the tenant is known.
    pub tenant: Option<Tenant>,
    /// The agreements it buys through.
    pub channels: Option<ChoiceSet<Channel>>,
    /// Through which of them ESU is ordered.
    pub order_channel: Option<SalesChannel>,
    /// Software Assurance or an Enterprise subscription.
    pub windows_enterprise: Option<WindowsEnterprise>,
    /// Whether it took part in an E5 offer.
    pub e5_offer: Option<E5Offer>,
    /// Support contracts.
    pub support_contracts: Option<ChoiceSet<SupportContract>>,
    /// The currency of its quotes; plans without one use US dollars.
    pub currency: Option<Currency>,
    /// Prices it was quoted for one licence, by SKU, in minor units of `currency`.
    pub quotes: BTreeMap<DataId, i128>,
    /// How updates reach the endpoints.
    pub update_tools: Option<ChoiceSet<UpdateTool>>,
    /// The Configuration Manager release.
    pub configuration_manager: Option<ConfigurationManagerVersion>,
    /// How images are serviced.
    pub image_servicing: Option<ImageServicing>,
    /// Whether Windows is activated by a Key Management Service.
    pub kms: Option<YesNo>,
    /// Whether endpoints will be reinstalled while ESU runs.
    pub reimaging: Option<YesNo>,
    /// .NET Framework versions in use.
    pub dot_net: Option<ChoiceSet<DotNet>>,
    /// Internet Explorer 11 in use.
    pub internet_explorer_11: Option<YesNo>,
    /// Microsoft Security Essentials in use.
    pub security_essentials: Option<YesNo>,
    /// System Center Endpoint Protection in use.
    pub endpoint_protection: Option<EndpointProtection>,
    /// Office 2010 in use.
    pub office_2010: Option<YesNo>,
    /// Windows XP, Vista or older still around.
    pub older_windows: Option<YesNo>,
    /// Software Assurance or a subscription for Windows Server.
    pub server_assurance: Option<ServerAssurance>,
    /// Software Assurance or a subscription for SQL Server.
    pub sql_assurance: Option<SqlAssurance>,
}

/// Endpoints that are alike in everything a rule looks at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EndpointGroup {
    /// Its name; empty when not yet named.
    pub name: String,
    /// What the person wants to say of the group; printed, and no rule looks at it.
    pub note: String,
    /// The system, by the id of the programme data.
    pub product: Option<DataId>,
    /// The edition, by the id of the programme data.
    pub edition: Option<DataId>,
    /// The service pack.
    pub service_pack: Option<ServicePack>,
    /// How many endpoints; with on-premises or dedicated VDI those that reach the virtual machines.
    pub endpoint_count: Option<u32>,
    /// Where the systems run.
    pub hosting: Option<Hosting>,
    /// How many virtual machines; only for virtual desktops, never counted as licences (W7-018).
    pub virtual_machine_count: Option<u32>,
    /// How many of the endpoints are already counted in another group.
    pub shared_endpoint_count: Option<u32>,
    /// How the Windows licence came.
    pub licence_origin: Option<LicenceOrigin>,
    /// Whether the devices are under Software Assurance or used only by licensed users.
    pub enterprise_benefit: Option<EnterpriseBenefit>,
    /// ESU years bought before, with the number of licences; an empty map means nothing.
    pub owned: Option<BTreeMap<CoverageYear, u32>>,
    /// How they were bought.
    pub owned_channel: Option<OwnedChannel>,
    /// Prerequisite updates that are installed, by the id of the programme data.
    pub prerequisites: Option<BTreeSet<DataId>>,
    /// What the endpoints reach.
    pub connectivity: Option<Connectivity>,
    /// The first day on which the group no longer runs the old system.
    pub leaves_on: Option<NaiveDate>,
    /// The device's OEM; empty when unknown.
    pub oem: String,
    /// Whether an EPSO contract stands.
    pub epso: Option<Epso>,
    /// How many cores each server or virtual machine has.
    pub cores: Option<u32>,
    /// By which cores they are licensed.
    pub core_basis: Option<CoreBasis>,
    /// How many physical cores the hosts of the virtual machines have in all.
    pub host_cores: Option<u32>,
    /// How many people use the endpoints.
    pub user_count: Option<u32>,
    /// What the systems are used for.
    pub usage: Option<Usage>,
    /// Whose the endpoints are.
    pub ownership: Option<Ownership>,
    /// How they are joined to a directory.
    pub join: Option<Join>,
    /// What manages them.
    pub managed_by: Option<Management>,
    /// Whether they reach Windows 365 Cloud PCs.
    pub cloud_pc: Option<CloudPc>,
    /// Whether a licensed user signs in at least every 22 days.
    pub signs_in: Option<YesNo>,
    /// How a personal endpoint is enrolled.
    pub enrolment: Option<Enrolment>,
    /// Whether the servers are connected to Azure Arc.
    pub arc: Option<ArcState>,
    /// Whether the hardware takes Windows 11.
    pub windows_11: Option<YesNo>,
    /// The steps of the deployment that are done here, by the ids of the programme data. No rule
    /// looks at them, and a step that the plan no longer has keeps its tick.
    pub done: BTreeSet<DataId>,
}

/// The largest number of endpoints a group takes; beyond that the number is a slip.
pub const MAX_ENDPOINTS_PER_GROUP: u32 = 10_000_000;

/// The longest text of a profile, such as a name, in characters.
pub const MAX_TEXT_CHARACTERS: usize = 500;

/// The largest number of cores a machine takes; the largest servers have fewer than a thousand.
pub const MAX_CORES_PER_MACHINE: u32 = 10_000;
