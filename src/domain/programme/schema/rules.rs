//! The rules that the program itself carries out.

use crate::domain::choice::choices;

choices! {
    /// The rules that the program itself carries out; each programme names the entries behind those
    /// that can speak in its plans.
    RuleId {
        /// The edition qualifies.
        EditionQualifies = "edition-qualifies",
        /// The edition does not qualify.
        EditionDoesNotQualify = "edition-does-not-qualify",
        /// Sources contradict each other about the edition.
        EditionIsUnclear = "edition-is-unclear",
        /// The product has no ESU.
        ProductHasNoEsu = "product-has-no-esu",
        /// Embedded products go to the OEM.
        OemSellsEmbedded = "oem-sells-embedded",
        /// One licence a device.
        LicensedPerDevice = "licensed-per-device",
        /// Virtual desktops count the endpoints that reach them.
        VdiCountsAccessingEndpoints = "vdi-counts-accessing-endpoints",
        /// The host gives ESU at no cost.
        HostIsFree = "host-is-free",
        /// Nothing says whether the host gives ESU at no cost.
        HostIsUnclear = "host-is-unclear",
        /// Which channels sell ESU.
        ChannelSells = "channel-sells",
        /// The channel the organisation has sells none.
        ChannelDoesNotSell = "channel-does-not-sell",
        /// The first day of sale.
        SalesStart = "sales-start",
        /// Earlier years are bought with the current one.
        EarlierYearsAreRequired = "earlier-years-are-required",
        /// Under which name the CSP price list has it.
        CspListsTheSku = "csp-lists-the-sku",
        /// On which month's invoice a CSP purchase stands.
        CspInvoiceMonth = "csp-invoice-month",
        /// Each year is a SKU of its own.
        OneSkuAYear = "one-sku-a-year",
        /// No year renews itself.
        NeverRenewsItself = "never-renews-itself",
        /// Each year has a key of its own.
        OneKeyAYear = "one-key-a-year",
        /// The first and last day of each year.
        CoverageWindows = "coverage-windows",
        /// The lower price with Software Assurance or an Enterprise subscription.
        EnterprisePrice = "enterprise-price",
        /// The lower price is not sold through CSP.
        NoEnterprisePriceInCsp = "no-enterprise-price-in-csp",
        /// A promotion stands for the first year.
        FirstYearPromotion = "first-year-promotion",
        /// After the last window nothing is sold.
        OfferHasEnded = "offer-has-ended",
        /// Keys that are owned go on installing their own year's updates.
        OwnedKeysKeepWorking = "owned-keys-keep-working",
        /// Without ESU there are no security updates.
        UnprotectedWithout = "unprotected-without",
        /// When an embedded device begins to miss updates.
        EmbeddedUnprotected = "embedded-unprotected",
        /// Updates come on second Tuesdays.
        PatchTuesdays = "patch-tuesdays",
        /// Whom to ask about a price.
        AskForPrice = "ask-for-price",
        /// The system has left before the day.
        GroupHasLeft = "group-has-left",
        /// The host gives ESU at no cost, with a key that has to be asked for.
        HostIsFreeWithKey = "host-is-free-with-key",
        /// Ordinary support lasts.
        InSupport = "in-support",
        /// An order counts cores, with a least number a machine.
        CoresAreCounted = "cores-are-counted",
        /// One licence stands for several devices of a user or an account.
        LicencesAreShared = "licences-are-shared",
        /// Who joins late is billed for the time before.
        BilledBack = "billed-back",
        /// Earlier years are not sold here and have to be held already.
        EarlierYearsElsewhere = "earlier-years-elsewhere",
        /// It is billed while it runs and ends when it is cancelled.
        BilledWhileItRuns = "billed-while-it-runs",
    }
}
