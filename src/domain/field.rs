//! Every question the profile answers, as one list: the form, the walk, the conditions of the
//! data, the file and the completeness check all read it.

use super::choice::{Choice, choices};
#[cfg(doc)]
use super::profile::{EndpointGroup, Organisation};
use super::profile::{MAX_CORES_PER_MACHINE, MAX_ENDPOINTS_PER_GROUP};

pub use super::answer::{
    Answer, AnswerError, check_count, choice_from_id, group_answer, is_accepted_date,
    organisation_answer,
};

choices! {
    /// A field of the profile, or a fact that the plan derives from it.
    Field {
        /// The organisation's name.
        Name = "name",
        /// [`Organisation::note`].
        Note = "note",
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
        /// [`Organisation::server_assurance`].
        ServerAssurance = "server-assurance",
        /// [`Organisation::sql_assurance`].
        SqlAssurance = "sql-assurance",
        /// [`EndpointGroup::name`].
        GroupName = "group-name",
        /// [`EndpointGroup::note`].
        GroupNote = "group-note",
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
        /// [`EndpointGroup::cores`].
        Cores = "cores",
        /// [`EndpointGroup::core_basis`].
        CoreBasis = "core-basis",
        /// [`EndpointGroup::host_cores`].
        HostCores = "host-cores",
        /// [`EndpointGroup::user_count`].
        Users = "users",
        /// [`EndpointGroup::usage`].
        Usage = "usage",
        /// [`EndpointGroup::ownership`].
        Ownership = "ownership",
        /// [`EndpointGroup::join`].
        Join = "join",
        /// [`EndpointGroup::managed_by`].
        ManagedBy = "managed-by",
        /// [`EndpointGroup::cloud_pc`].
        CloudPc = "cloud-pc",
        /// [`EndpointGroup::signs_in`].
        SignsIn = "signs-in",
        /// [`EndpointGroup::enrolment`].
        Enrolment = "enrolment",
        /// [`EndpointGroup::arc`].
        Arc = "arc",
        /// [`EndpointGroup::windows_11`].
        Windows11 = "windows-11",
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
        /// Derived, per group: the offer of the programme it falls under.
        Offer = "offer",
        /// Derived, per group: which cores its order counts, where an order counts cores.
        CountedBy = "counted-by",
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

impl Field {
    /// Number of fields, derived ones included.
    pub const COUNT: usize = Self::ALL.len();

    /// Whose field it is.
    pub fn scope(self) -> Scope {
        if self <= Self::SqlAssurance {
            Scope::Organisation
        } else if self <= Self::Windows11 {
            Scope::Group
        } else {
            Scope::Derived
        }
    }

    /// What its answers look like.
    pub fn kind(self) -> FieldKind {
        match self {
            Self::Name
            | Self::Note
            | Self::Currency
            | Self::GroupName
            | Self::GroupNote
            | Self::Oem => FieldKind::Text,
            Self::Channels
            | Self::SupportContracts
            | Self::UpdateTools
            | Self::DotNet
            | Self::Prerequisites => FieldKind::Choices,
            Self::Endpoints
            | Self::VirtualMachines
            | Self::SharedEndpoints
            | Self::Cores
            | Self::HostCores
            | Self::Users => FieldKind::Count,
            Self::LeavesOn => FieldKind::Date,
            Self::Owned => FieldKind::YearCounts,
            Self::Quotes => FieldKind::Quotes,
            Self::Phase
            | Self::BuysThrough
            | Self::Route
            | Self::Verdict
            | Self::BackYears
            | Self::Offer
            | Self::CountedBy => FieldKind::Derived,
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
            | Self::Epso
            | Self::ServerAssurance
            | Self::SqlAssurance
            | Self::CoreBasis
            | Self::Usage
            | Self::Ownership
            | Self::Join
            | Self::ManagedBy
            | Self::CloudPc
            | Self::SignsIn
            | Self::Enrolment
            | Self::Arc
            | Self::Windows11 => FieldKind::Choice,
        }
    }

    /// The smallest and largest number that a count field takes, both inclusive.
    pub fn count_range(self) -> (u32, u32) {
        match self {
            Self::SharedEndpoints => (0, MAX_ENDPOINTS_PER_GROUP),
            Self::Cores => (1, MAX_CORES_PER_MACHINE),
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
            | Self::SignsIn
            | Self::Windows11
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
            Self::ServerAssurance => ids::<l::ServerAssurance>(),
            Self::SqlAssurance => ids::<l::SqlAssurance>(),
            Self::CoreBasis => ids::<l::CoreBasis>(),
            Self::Usage => ids::<l::Usage>(),
            Self::Ownership => ids::<l::Ownership>(),
            Self::Join => ids::<l::Join>(),
            Self::ManagedBy => ids::<l::Management>(),
            Self::CloudPc => ids::<l::CloudPc>(),
            Self::Enrolment => ids::<l::Enrolment>(),
            Self::Arc => ids::<l::Arc>(),
            Self::CountedBy => ids::<l::CountedBy>(),
            Self::BuysThrough => ids::<super::plan::BuysThrough>(),
            Self::Route => ids::<super::programme::Route>(),
            Self::Verdict => ids::<super::plan::Verdict>(),
            Self::Name
            | Self::Note
            | Self::Currency
            | Self::Quotes
            | Self::GroupName
            | Self::GroupNote
            | Self::Product
            | Self::Edition
            | Self::Endpoints
            | Self::VirtualMachines
            | Self::SharedEndpoints
            | Self::Owned
            | Self::Prerequisites
            | Self::LeavesOn
            | Self::Oem
            | Self::Cores
            | Self::HostCores
            | Self::Users
            | Self::Offer
            | Self::Phase => Vec::new(),
        }
    }
}
