//! The trade's own terms: channels, agreements, Software Assurance, support, hosting.
//!
//! Each list is closed: a new entry makes the compiler name every place to think about.

use super::choice::choices;

choices! {
    /// What kind of body the organisation is.
    Sector {
        /// A company.
        Business = "business",
        /// A school, college or university: Windows 7 for Education owners buy through CSP (W7-010).
        Education = "education",
        /// Government and local administration.
        PublicAdministration = "public-administration",
        /// Hospitals and other care.
        Health = "health",
        /// A charity or another non-profit.
        NonProfit = "non-profit",
    }
}

choices! {
    /// Who is planning: the customer or a partner who does it for one.
    Role {
        /// The organisation itself.
        EndCustomer = "end-customer",
        /// A partner that buys from Microsoft and bills the customer.
        CspDirectPartner = "csp-direct-partner",
        /// A reseller that buys from an indirect provider (W7-033).
        CspIndirectReseller = "csp-indirect-reseller",
        /// A distributor that serves resellers.
        CspIndirectProvider = "csp-indirect-provider",
    }
}

choices! {
    /// Whether the customer's tenant exists and its id is at hand (W7-033).
    Tenant {
        /// The tenant id can be told.
        Known = "known",
        /// There is none, or nobody knows its id.
        NotKnown = "not-known",
    }
}

choices! {
    /// An agreement through which an organisation buys from Microsoft.
    ///
    /// Unified Support alone is no channel (W7-019); it stands under [`SupportContract`].
    Channel {
        /// Enterprise Agreement.
        Ea = "ea",
        /// Enterprise Agreement Subscription.
        Eas = "eas",
        /// Enrollment for Education Solutions.
        Ees = "ees",
        /// Server and Cloud Enrollment.
        Sce = "sce",
        /// Open Value and Open Value Subscription.
        OpenValue = "open-value",
        /// Another volume licensing agreement.
        OtherVolume = "other-volume",
        /// Cloud Solution Provider, direct or through a reseller.
        Csp = "csp",
        /// Microsoft Products and Services Agreement: sells no ESU (W7-020).
        Mpsa = "mpsa",
        /// Services Provider License Agreement: what a hosting provider reports by.
        Spla = "spla",
        /// An Azure subscription that Azure Arc can bill.
        Azure = "azure",
    }
}

choices! {
    /// A channel that sells ESU (W7-003, W7-019).
    SalesChannel {
        /// Volume licensing, with keys in the Volume Licensing Service Center.
        VolumeLicensing = "volume-licensing",
        /// Cloud Solution Provider, with keys in Partner Center.
        Csp = "csp",
        /// Azure, billed by what Azure Arc enables; no key.
        Azure = "azure",
        /// The Microsoft account team, at a private price.
        AccountTeam = "account-team",
        /// A personal Microsoft account, from within Windows Update.
        MicrosoftAccount = "microsoft-account",
    }
}

impl SalesChannel {
    /// Whether anyone can use it without an agreement of the organisation's own.
    pub fn needs_no_agreement(self) -> bool {
        match self {
            Self::AccountTeam | Self::MicrosoftAccount => true,
            Self::VolumeLicensing | Self::Csp | Self::Azure => false,
        }
    }
}

choices! {
    /// Windows Enterprise rights beside the licence: Software Assurance or a subscription (W7-016).
    WindowsEnterprise {
        /// Neither Software Assurance nor an Enterprise subscription.
        None = "none",
        /// Active Software Assurance for Windows Enterprise.
        SoftwareAssurance = "software-assurance",
        /// Windows Enterprise E3, alone or in Microsoft 365.
        E3 = "e3",
        /// Windows Enterprise E5 or Microsoft 365 E5.
        E5 = "e5",
    }
}

choices! {
    /// Whether the organisation took part in a Microsoft 365 E5 offer that gave year 1 free (W7-007).
    E5Offer {
        /// Enrolled, and the subscription kept through the year.
        Enrolled = "enrolled",
        /// Not enrolled.
        NotEnrolled = "not-enrolled",
    }
}

choices! {
    /// A contract that lets someone call Microsoft or a partner (W7-029…W7-034).
    SupportContract {
        /// Microsoft Premier Support.
        Premier = "premier",
        /// Microsoft Unified Support.
        Unified = "unified",
        /// Support incidents that came with Software Assurance.
        SoftwareAssurance = "software-assurance",
        /// A partner support plan, held by a partner.
        PartnerPlan = "partner-plan",
    }
}

choices! {
    /// How updates reach the endpoints (W7-052).
    UpdateTool {
        /// Windows Update over the internet.
        WindowsUpdate = "windows-update",
        /// Windows Server Update Services.
        Wsus = "wsus",
        /// Microsoft Endpoint Configuration Manager.
        ConfigurationManager = "configuration-manager",
        /// Packages fetched by hand from the Microsoft Update Catalog.
        UpdateCatalog = "update-catalog",
        /// Another vendor's tool.
        ThirdParty = "third-party",
    }
}

choices! {
    /// The Configuration Manager release in use (W7-052).
    ConfigurationManagerVersion {
        /// Older than current branch 1910.
        Before1910 = "before-1910",
        /// Current branch 1910 or later.
        From1910 = "from-1910",
    }
}

choices! {
    /// How Windows images are kept up to date (W7-053).
    ImageServicing {
        /// Images are not serviced.
        None = "none",
        /// Online, in audit mode.
        Online = "online",
        /// Offline, into a mounted image: ESU updates fail there.
        Offline = "offline",
    }
}

choices! {
    /// A plain yes or no about the estate.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
}

choices! {
    /// A .NET Framework version in use (W7-023).
    DotNet {
        /// 3.5 with Service Pack 1.
        V35Sp1 = "3.5-sp1",
        /// Older than 4.5.2, except 3.5 SP1.
        Older = "older",
        /// 4.5.2.
        V452 = "4.5.2",
        /// 4.6.
        V46 = "4.6",
        /// 4.6.1.
        V461 = "4.6.1",
        /// 4.6.2 to 4.7.2.
        V462To472 = "4.6.2-4.7.2",
        /// 4.8.
        V48 = "4.8",
    }
}

choices! {
    /// System Center Endpoint Protection in use (W7-028).
    EndpointProtection {
        /// Not used.
        None = "none",
        /// The 2012 version.
        V2012 = "2012",
        /// Current branch.
        CurrentBranch = "current-branch",
    }
}

choices! {
    /// The service pack of a group's system; ESU needs Service Pack 1.
    ServicePack {
        /// Service Pack 1 is installed.
        Sp1 = "sp1",
        /// No service pack.
        None = "none",
    }
}

choices! {
    /// Where the group's systems run (W7-018, W7-026).
    Hosting {
        /// On the endpoint itself.
        Physical = "physical",
        /// Virtual desktops on the organisation's own hypervisor.
        OnPremisesVdi = "on-premises-vdi",
        /// Virtual desktops on hardware that a host dedicates to the organisation.
        DedicatedVdi = "dedicated-vdi",
        /// Azure virtual machines.
        AzureVm = "azure-vm",
        /// Azure Virtual Desktop.
        AzureVirtualDesktop = "azure-virtual-desktop",
        /// Azure Stack Hub, Azure Stack HCI or Azure Local.
        AzureStack = "azure-stack",
        /// Another provider's cloud.
        OtherCloud = "other-cloud",
        /// Virtual machines on the organisation's own hypervisor, reached by no counted endpoints.
        OnPremisesVm = "on-premises-vm",
        /// Windows 365 Cloud PCs.
        Windows365 = "windows-365",
        /// Azure `VMware` Solution or Nutanix Cloud Clusters on Azure.
        AzureVmware = "azure-vmware",
    }
}

choices! {
    /// How the Windows licence came (W7-025).
    LicenceOrigin {
        /// With the device.
        Oem = "oem",
        /// Bought in a shop.
        Retail = "retail",
        /// Through volume licensing.
        Volume = "volume",
    }
}

choices! {
    /// Whether an Ecosystem Partner Servicing Offering contract stands (W7-005).
    Epso {
        /// The contract stands.
        InPlace = "in-place",
        /// No contract.
        None = "none",
    }
}

choices! {
    /// Whether the group's devices are under the Software Assurance or used only by licensed users.
    EnterpriseBenefit {
        /// All of them.
        Covered = "covered",
        /// Not all of them.
        NotCovered = "not-covered",
    }
}

choices! {
    /// How earlier ESU years were bought.
    OwnedChannel {
        /// Through volume licensing.
        VolumeLicensing = "volume-licensing",
        /// Through a CSP partner.
        Csp = "csp",
        /// From the device's OEM.
        Oem = "oem",
        /// Through Azure, by Azure Arc.
        Azure = "azure",
        /// With a personal Microsoft account.
        MicrosoftAccount = "microsoft-account",
    }
}

choices! {
    /// Rights beside the Windows Server licence.
    ServerAssurance {
        /// Active Software Assurance for the servers.
        SoftwareAssurance = "software-assurance",
        /// A Windows Server subscription licence.
        ServerSubscription = "server-subscription",
        /// Licences that a hosting provider reports under SPLA.
        Spla = "spla",
        /// Neither.
        None = "none",
    }
}

choices! {
    /// Rights beside the SQL Server licence.
    SqlAssurance {
        /// Active Software Assurance for SQL Server.
        SoftwareAssurance = "software-assurance",
        /// A SQL Server subscription licence.
        SqlSubscription = "sql-subscription",
        /// Pay-as-you-go through Azure Arc.
        PayAsYouGo = "pay-as-you-go",
        /// Plain perpetual licences.
        None = "none",
    }
}

choices! {
    /// By which cores a server group is licensed.
    CoreBasis {
        /// All physical cores of the machine or of its host.
        PhysicalCores = "physical-cores",
        /// The virtual cores of each virtual machine.
        VirtualCores = "virtual-cores",
    }
}

choices! {
    /// Whose the endpoints are.
    Ownership {
        /// The organisation's.
        Organisation = "organisation",
        /// Their users' own.
        Personal = "personal",
    }
}

choices! {
    /// How the endpoints are joined to a directory.
    Join {
        /// An Active Directory domain.
        Domain = "domain",
        /// Microsoft Entra ID.
        Entra = "entra",
        /// Both.
        Hybrid = "hybrid",
        /// Only registered in Microsoft Entra ID.
        EntraRegistered = "entra-registered",
        /// No directory.
        Workgroup = "workgroup",
    }
}

choices! {
    /// What manages the endpoints and their updates.
    Management {
        /// Microsoft Intune.
        Intune = "intune",
        /// Windows Autopatch.
        Autopatch = "autopatch",
        /// Another mobile device management.
        OtherMdm = "other-mdm",
        /// Group policy, Configuration Manager or another tool that is no MDM.
        OtherTool = "other-tool",
        /// Nothing.
        None = "none",
    }
}

choices! {
    /// Whether the users of the endpoints reach Windows 365 Cloud PCs from them.
    CloudPc {
        /// With an active Windows 365 licence, or Frontline in dedicated mode.
        Licensed = "licensed",
        /// Only Frontline in shared mode.
        FrontlineShared = "frontline-shared",
        /// They do not.
        None = "none",
    }
}

choices! {
    /// How a personal endpoint is enrolled.
    Enrolment {
        /// With settings backed up to the Microsoft account.
        BackupSync = "backup-sync",
        /// By signing in, in the European Economic Area.
        EeaSignIn = "eea-sign-in",
        /// For Microsoft Rewards points.
        RewardsPoints = "rewards-points",
        /// For a single payment.
        Purchase = "purchase",
    }
}

choices! {
    /// What the systems of a group are used for.
    Usage {
        /// Everyday work.
        Production = "production",
        /// A kiosk or another single-purpose device.
        Kiosk = "kiosk",
        /// Only development and test.
        DevTest = "dev-test",
        /// A passive replica for high availability or disaster recovery.
        PassiveReplica = "passive-replica",
    }
}

choices! {
    /// Whether the servers are connected to Azure Arc.
    Arc {
        /// The agent is installed and current.
        Connected = "connected",
        /// It can be installed, but is not yet.
        NotConnected = "not-connected",
        /// It can't be used there.
        Impossible = "impossible",
    }
}

choices! {
    /// What an order of a group counts, as worked out.
    CountedBy {
        /// Physical cores.
        PhysicalCores = "physical-cores",
        /// Virtual cores.
        VirtualCores = "virtual-cores",
    }
}

choices! {
    /// What the group's endpoints can reach.
    Connectivity {
        /// The internet, directly.
        Online = "online",
        /// The internet through a proxy that asks for credentials.
        AuthenticatingProxy = "authenticating-proxy",
        /// Only a host that reaches the internet.
        ThroughHost = "through-host",
        /// Nothing outside.
        Isolated = "isolated",
    }
}

/// A coverage year of a programme, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CoverageYear(u8);

impl CoverageYear {
    /// The year with this number; none for 0.
    pub fn new(number: u8) -> Option<Self> {
        (number > 0).then_some(Self(number))
    }

    /// Its number, from 1.
    pub fn number(self) -> u8 {
        self.0
    }
}
