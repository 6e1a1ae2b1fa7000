# Names of the profile's fields and of their answers. The ids are those of the profile's file.

field-name = Name
field-note = Note to the plan
field-sector = Sector
field-role = Your role
field-tenant = Customer's tenant
field-channels = Licensing channels
field-order-channel = Orders go through
field-windows-enterprise = Software Assurance or E3/E5
field-e5-offer = Microsoft 365 E5 offer
field-support-contracts = Support contracts
field-currency = Currency of the quotes
field-quotes = Quoted prices
field-update-tools = Update tools
field-configuration-manager = Configuration Manager
field-image-servicing = Image servicing
field-kms = Activation through KMS
field-reimaging = Reinstallation expected
field-dot-net = .NET Framework versions
field-internet-explorer-11 = Internet Explorer 11
field-security-essentials = Microsoft Security Essentials
field-endpoint-protection = System Center Endpoint Protection
field-office-2010 = Office 2010
field-older-windows = Windows XP, Vista or older

field-group-name = Group name
field-group-note = Note
field-product = System
field-edition = Edition
field-service-pack = Service pack
field-endpoints = Endpoints
field-hosting = Hosting
field-virtual-machines = Virtual machines
field-shared-endpoints = Counted in another group
field-licence-origin = Windows licence
field-enterprise-benefit = Under Software Assurance or Enterprise
field-owned = ESU bought already
field-owned-channel = Bought through
field-prerequisites = Prerequisite updates installed
field-connectivity = Connectivity
field-leaves-on = Leaves on
field-oem = Device's OEM
field-epso = EPSO contract

field-phase = Phase of the programme
field-buys-through = ESU is bought through
field-route = Route to ESU
field-verdict = Verdict
field-back-years = Back years due

# Answers that mean the same in every field

value-yes = Yes
value-no = No
value-year-1 = Year 1
value-year-2 = Year 2
value-year-3 = Year 3
value-year-4 = Year 4
value-year-5 = Year 5
value-year-6 = Year 6

# Answers by field

value-sector-business = Business
value-sector-education = Education
value-sector-public-administration = Public administration
value-sector-health = Health care
value-sector-non-profit = Non-profit

value-role-end-customer = End customer
value-role-csp-direct-partner = CSP direct partner
value-role-csp-indirect-reseller = CSP indirect reseller
value-role-csp-indirect-provider = CSP indirect provider

value-tenant-known = Tenant id at hand
value-tenant-not-known = No tenant, or its id is not at hand

value-channels-ea = Enterprise Agreement (EA)
value-channels-eas = Enterprise Agreement Subscription (EAS)
value-channels-ees = Enrollment for Education Solutions (EES)
value-channels-other-volume = Another volume licensing agreement
value-channels-csp = CSP
value-channels-mpsa = MPSA

value-order-channel-volume-licensing = Volume licensing
value-order-channel-csp = CSP

value-windows-enterprise-none = None
value-windows-enterprise-software-assurance = Software Assurance
value-windows-enterprise-e3 = Windows Enterprise E3
value-windows-enterprise-e5 = Windows Enterprise E5 or Microsoft 365 E5

value-e5-offer-enrolled = Enrolled
value-e5-offer-not-enrolled = Not enrolled

value-support-contracts-premier = Premier Support
value-support-contracts-unified = Unified Support
value-support-contracts-software-assurance = Incidents from Software Assurance
value-support-contracts-partner-plan = Partner support plan

value-update-tools-windows-update = Windows Update
value-update-tools-wsus = WSUS
value-update-tools-configuration-manager = Configuration Manager
value-update-tools-update-catalog = Microsoft Update Catalog
value-update-tools-third-party = Third-party tool

value-configuration-manager-before-1910 = Older than 1910
value-configuration-manager-from-1910 = 1910 or later

value-image-servicing-none = Not serviced
value-image-servicing-online = Online, in audit mode
value-image-servicing-offline = Offline, in a mounted image

value-dot-net-3-5-sp1 = 3.5 SP1
value-dot-net-older = Older than 4.5.2
value-dot-net-4-5-2 = 4.5.2
value-dot-net-4-6 = 4.6
value-dot-net-4-6-1 = 4.6.1
value-dot-net-4-6-2-4-7-2 = 4.6.2 to 4.7.2
value-dot-net-4-8 = 4.8

value-endpoint-protection-none = Not used
value-endpoint-protection-2012 = 2012 version
value-endpoint-protection-current-branch = Current branch

value-service-pack-sp1 = Service Pack 1
value-service-pack-none = None

value-hosting-physical = Physical
value-hosting-on-premises-vdi = On-premises VDI
value-hosting-dedicated-vdi = VDI on dedicated hardware
value-hosting-azure-vm = Azure virtual machines
value-hosting-azure-virtual-desktop = Azure Virtual Desktop
value-hosting-azure-stack = Azure Stack or Azure Local
value-hosting-other-cloud = Another cloud

value-licence-origin-oem = OEM
value-licence-origin-retail = Retail
value-licence-origin-volume = Volume

value-enterprise-benefit-covered = All of them
value-enterprise-benefit-not-covered = Not all of them

value-owned-channel-volume-licensing = Volume licensing
value-owned-channel-csp = CSP
value-owned-channel-oem = The OEM

value-connectivity-online = Online
value-connectivity-authenticating-proxy = Through an authenticating proxy
value-connectivity-through-host = Only a host with internet access
value-connectivity-isolated = Isolated

value-epso-in-place = In place
value-epso-none = None

value-phase-before = Before the first coverage year
value-phase-ended = After the last coverage year

value-buys-through-volume-licensing = Volume licensing
value-buys-through-csp = CSP
value-buys-through-undecided = Undecided

value-route-licence = Licences through a channel
value-route-oem = Through the OEM
value-route-none = No ESU

value-verdict-buy = Buy
value-verdict-covered-free = Covered free
value-verdict-oem = Through the OEM
value-verdict-already-covered = Already covered
value-verdict-not-eligible = Not eligible
value-verdict-not-offered = Not on offer
value-verdict-retired = Retired
value-verdict-needs-decision = Needs a decision

# Fields and answers of the programmes after Windows 7

field-server-assurance = Windows Server assurance
field-sql-assurance = SQL Server assurance
field-cores = Cores each
field-core-basis = Licensed by
field-host-cores = Cores of the hosts
field-users = Users
field-usage = Used for
field-ownership = Whose they are
field-join = Joined to
field-managed-by = Managed by
field-cloud-pc = Windows 365 from these endpoints
field-signs-in = Licensed user signs in at least every 22 days
field-enrolment = Personal enrolment
field-arc = Azure Arc
field-windows-11 = Hardware takes Windows 11
field-offer = Offer
field-counted-by = Counted by
value-channels-sce = Server and Cloud Enrollment (SCE)
value-channels-open-value = Open Value
value-channels-spla = SPLA
value-channels-azure = Azure subscription
value-order-channel-azure = Azure (Arc)
value-order-channel-account-team = Microsoft account team
value-order-channel-microsoft-account = Microsoft account
value-buys-through-azure = Azure (Arc)
value-buys-through-account-team = Microsoft account team
value-buys-through-microsoft-account = Microsoft account
value-route-supported = In ordinary support
value-route-closed = ESU told in brief
value-hosting-on-premises-vm = Virtual machines on own hypervisor
value-hosting-windows-365 = Windows 365
value-hosting-azure-vmware = Azure VMware Solution or Nutanix on Azure
value-owned-channel-azure = Azure (Arc)
value-owned-channel-microsoft-account = Microsoft account
value-server-assurance-software-assurance = Software Assurance
value-server-assurance-server-subscription = Server subscription
value-server-assurance-spla = SPLA
value-server-assurance-none = None
value-sql-assurance-software-assurance = Software Assurance
value-sql-assurance-sql-subscription = SQL Server subscription
value-sql-assurance-pay-as-you-go = Pay-as-you-go through Azure Arc
value-sql-assurance-none = None
value-core-basis-physical-cores = Physical cores
value-core-basis-virtual-cores = Virtual cores
value-counted-by-physical-cores = Physical cores
value-counted-by-virtual-cores = Virtual cores
value-ownership-organisation = The organisation's
value-ownership-personal = Users' own
value-join-domain = Active Directory domain
value-join-entra = Microsoft Entra ID
value-join-hybrid = Domain and Entra ID (hybrid)
value-join-entra-registered = Only registered in Entra ID
value-join-workgroup = Workgroup
value-managed-by-intune = Intune
value-managed-by-autopatch = Windows Autopatch
value-managed-by-other-mdm = Another MDM
value-managed-by-other-tool = A tool without MDM
value-managed-by-none = Nothing
value-cloud-pc-licensed = Yes, with an active licence
value-cloud-pc-frontline-shared = Only Frontline, shared
value-cloud-pc-none = No
value-enrolment-backup-sync = Settings backup
value-enrolment-eea-sign-in = Sign-in (EEA)
value-enrolment-rewards-points = Rewards points
value-enrolment-purchase = Single payment
value-usage-production = Everyday work
value-usage-kiosk = Kiosk
value-usage-dev-test = Development and test
value-usage-passive-replica = Passive replica
value-arc-connected = Connected
value-arc-not-connected = Not yet connected
value-arc-impossible = Not possible
