# Nazwy pól profilu i odpowiedzi. Identyfikatory są te same co w pliku profilu.

field-name = Nazwa
field-note = Uwaga do planu
field-sector = Sektor
field-role = Twoja rola
field-tenant = Dzierżawa klienta
field-channels = Kanały licencjonowania
field-order-channel = Kanał zamówienia
field-windows-enterprise = Software Assurance lub E3/E5
field-e5-offer = Oferta Microsoft 365 E5
field-support-contracts = Umowy o pomoc techniczną
field-currency = Waluta ofert cenowych
field-quotes = Ceny z ofert
field-update-tools = Narzędzia aktualizacji
field-configuration-manager = Configuration Manager
field-image-servicing = Obsługa obrazów
field-kms = Aktywacja przez KMS
field-reimaging = Planowane ponowne instalacje
field-dot-net = Wersje .NET Framework
field-internet-explorer-11 = Internet Explorer 11
field-security-essentials = Microsoft Security Essentials
field-endpoint-protection = System Center Endpoint Protection
field-office-2010 = Office 2010
field-older-windows = Windows XP, Vista lub starszy

field-group-name = Nazwa grupy
field-group-note = Uwaga
field-product = System
field-edition = Edycja systemu
field-service-pack = Dodatek Service Pack
field-endpoints = Punkty końcowe
field-hosting = Gdzie działa system
field-virtual-machines = Maszyny wirtualne
field-shared-endpoints = Policzone w innej grupie
field-licence-origin = Licencja Windows
field-enterprise-benefit = Objęte Software Assurance lub Enterprise
field-owned = Kupione wcześniej ESU
field-owned-channel = Kanał wcześniejszego zakupu
field-prerequisites = Zainstalowane wymagania wstępne
field-connectivity = Łączność
field-leaves-on = Wycofanie systemu
field-oem = Producent OEM urządzenia
field-epso = Umowa EPSO

field-phase = Etap programu
field-buys-through = Kanał zakupu ESU
field-route = Sposób uzyskania ESU
field-verdict = Rozstrzygnięcie
field-back-years = Zaległe lata do kupienia

# Odpowiedzi o tym samym znaczeniu w każdym polu

value-yes = Tak
value-no = Nie
value-year-1 = Rok 1
value-year-2 = Rok 2
value-year-3 = Rok 3
value-year-4 = Rok 4
value-year-5 = Rok 5
value-year-6 = Rok 6

# Odpowiedzi według pól

value-sector-business = Firma
value-sector-education = Edukacja
value-sector-public-administration = Administracja publiczna
value-sector-health = Ochrona zdrowia
value-sector-non-profit = Organizacja non-profit

value-role-end-customer = Klient końcowy
value-role-csp-direct-partner = Bezpośredni partner CSP
value-role-csp-indirect-reseller = Odsprzedawca pośredni CSP
value-role-csp-indirect-provider = Dostawca pośredni CSP

value-tenant-known = Identyfikator dzierżawy jest znany
value-tenant-not-known = Brak dzierżawy lub jej identyfikatora

value-channels-ea = Enterprise Agreement (EA)
value-channels-eas = Enterprise Agreement Subscription (EAS)
value-channels-ees = Enrollment for Education Solutions (EES)
value-channels-other-volume = Inna umowa licencjonowania zbiorowego
value-channels-csp = CSP
value-channels-mpsa = MPSA

value-order-channel-volume-licensing = Licencjonowanie zbiorowe
value-order-channel-csp = CSP

value-windows-enterprise-none = Brak
value-windows-enterprise-software-assurance = Software Assurance
value-windows-enterprise-e3 = Windows Enterprise E3
value-windows-enterprise-e5 = Windows Enterprise E5 lub Microsoft 365 E5

value-e5-offer-enrolled = Zgłoszono udział
value-e5-offer-not-enrolled = Nie zgłoszono udziału

value-support-contracts-premier = Premier Support
value-support-contracts-unified = Unified Support
value-support-contracts-software-assurance = Zgłoszenia z Software Assurance
value-support-contracts-partner-plan = Plan pomocy technicznej dla partnerów

value-update-tools-windows-update = Windows Update
value-update-tools-wsus = WSUS
value-update-tools-configuration-manager = Configuration Manager
value-update-tools-update-catalog = Wykaz Microsoft Update
value-update-tools-third-party = Narzędzie innej firmy

value-configuration-manager-before-1910 = Starsza niż 1910
value-configuration-manager-from-1910 = 1910 lub nowsza

value-image-servicing-none = Obrazy nie są aktualizowane
value-image-servicing-online = Online, w trybie inspekcji
value-image-servicing-offline = Offline, w zamontowanym obrazie

value-dot-net-3-5-sp1 = 3.5 SP1
value-dot-net-older = Starsza niż 4.5.2
value-dot-net-4-5-2 = 4.5.2
value-dot-net-4-6 = 4.6
value-dot-net-4-6-1 = 4.6.1
value-dot-net-4-6-2-4-7-2 = od 4.6.2 do 4.7.2
value-dot-net-4-8 = 4.8

value-endpoint-protection-none = Nieużywany
value-endpoint-protection-2012 = Wersja 2012
value-endpoint-protection-current-branch = Current Branch

value-service-pack-sp1 = Service Pack 1
value-service-pack-none = Brak

value-hosting-physical = Komputer fizyczny
value-hosting-on-premises-vdi = VDI lokalne
value-hosting-dedicated-vdi = VDI na dedykowanym sprzęcie
value-hosting-azure-vm = Maszyny wirtualne Azure
value-hosting-azure-virtual-desktop = Azure Virtual Desktop
value-hosting-azure-stack = Azure Stack lub Azure Local
value-hosting-other-cloud = Inna chmura

value-licence-origin-oem = OEM
value-licence-origin-retail = Detaliczna
value-licence-origin-volume = Zbiorowa

value-enterprise-benefit-covered = Wszystkie
value-enterprise-benefit-not-covered = Nie wszystkie

value-owned-channel-volume-licensing = Licencjonowanie zbiorowe
value-owned-channel-csp = CSP
value-owned-channel-oem = Producent OEM

value-connectivity-online = Dostęp do internetu
value-connectivity-authenticating-proxy = Serwer proxy z uwierzytelnianiem
value-connectivity-through-host = Tylko host z dostępem do internetu
value-connectivity-isolated = Sieć odizolowana

value-epso-in-place = Zawarta
value-epso-none = Brak

value-phase-before = Przed pierwszym rokiem pokrycia
value-phase-ended = Po ostatnim roku pokrycia

value-buys-through-volume-licensing = Licencjonowanie zbiorowe
value-buys-through-csp = CSP
value-buys-through-undecided = Nierozstrzygnięty

value-route-licence = Licencje z kanału sprzedaży
value-route-oem = Przez producenta OEM
value-route-none = Bez ESU

value-verdict-buy = Do kupienia
value-verdict-covered-free = Pokryte bezpłatnie
value-verdict-oem = Przez OEM
value-verdict-already-covered = Już pokryte
value-verdict-not-eligible = Nieuprawnione
value-verdict-not-offered = Brak w ofercie
value-verdict-retired = Wycofane
value-verdict-needs-decision = Wymaga decyzji

# Pola i odpowiedzi programów po Windows 7

field-server-assurance = Software Assurance dla Windows Server
field-sql-assurance = Software Assurance dla SQL Server
field-cores = Rdzenie na maszynę
field-core-basis = Podstawa licencjonowania
field-host-cores = Rdzenie hostów
field-users = Użytkownicy
field-usage = Przeznaczenie
field-ownership = Własność
field-join = Dołączenie do katalogu
field-managed-by = Zarządzanie
field-cloud-pc = Windows 365 z tych punktów końcowych
field-signs-in = Logowanie licencjonowanego użytkownika co najmniej raz na 22 dni
field-enrolment = Rejestracja prywatna
field-arc = Azure Arc
field-windows-11 = Sprzęt spełnia wymagania Windows 11
field-offer = Oferta
field-counted-by = Sposób liczenia
value-channels-sce = Server and Cloud Enrollment (SCE)
value-channels-open-value = Open Value
value-channels-spla = SPLA
value-channels-azure = Subskrypcja Azure
value-order-channel-azure = Azure (Arc)
value-order-channel-account-team = Zespół obsługi klienta w firmie Microsoft
value-order-channel-microsoft-account = Konto Microsoft
value-buys-through-azure = Azure (Arc)
value-buys-through-account-team = Zespół obsługi klienta w firmie Microsoft
value-buys-through-microsoft-account = Konto Microsoft
value-route-supported = W zwykłym wsparciu
value-route-closed = ESU opisane w skrócie
value-hosting-on-premises-vm = Maszyny wirtualne na własnym hiperwizorze
value-hosting-windows-365 = Windows 365
value-hosting-azure-vmware = Azure VMware Solution lub Nutanix w Azure
value-owned-channel-azure = Azure (Arc)
value-owned-channel-microsoft-account = Konto Microsoft
value-server-assurance-software-assurance = Software Assurance
value-server-assurance-server-subscription = Subskrypcja serwerowa
value-server-assurance-spla = SPLA
value-server-assurance-none = Brak
value-sql-assurance-software-assurance = Software Assurance
value-sql-assurance-sql-subscription = Subskrypcja SQL Server
value-sql-assurance-pay-as-you-go = Płatność za użycie przez Azure Arc
value-sql-assurance-none = Brak
value-core-basis-physical-cores = Rdzenie fizyczne
value-core-basis-virtual-cores = Rdzenie wirtualne
value-counted-by-physical-cores = Rdzenie fizyczne
value-counted-by-virtual-cores = Rdzenie wirtualne
value-ownership-organisation = Organizacji
value-ownership-personal = Prywatne
value-join-domain = Domena Active Directory
value-join-entra = Microsoft Entra ID
value-join-hybrid = Domena i Entra ID (hybrydowo)
value-join-entra-registered = Tylko zarejestrowane w Entra ID
value-join-workgroup = Grupa robocza
value-managed-by-intune = Intune
value-managed-by-autopatch = Windows Autopatch
value-managed-by-other-mdm = Inne MDM
value-managed-by-other-tool = Narzędzie bez MDM
value-managed-by-none = Brak
value-cloud-pc-licensed = Tak, z aktywną licencją
value-cloud-pc-frontline-shared = Tylko Frontline, tryb współdzielony
value-cloud-pc-none = Nie
value-enrolment-backup-sync = Kopia zapasowa ustawień
value-enrolment-eea-sign-in = Logowanie (EOG)
value-enrolment-rewards-points = Punkty Rewards
value-enrolment-purchase = Jednorazowa opłata
value-usage-production = Codzienna praca
value-usage-kiosk = Kiosk
value-usage-dev-test = Programowanie i testy
value-usage-passive-replica = Replika pasywna
value-arc-connected = Połączone
value-arc-not-connected = Jeszcze niepołączone
value-arc-impossible = Niemożliwe
