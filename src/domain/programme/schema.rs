//! The shape of the RON files under `assets/programmes/<id>/`, nothing else.
//!
//! No field has a default and no unknown field is taken: a typo is an error with file and entry.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use crate::domain::choice::choices;
use crate::domain::field::Field;
use crate::domain::guide::condition::Condition;
use crate::domain::licensing::{Channel, CoverageYear, Hosting, SalesChannel};
use crate::domain::money::PriceBasis;
use crate::domain::profile::DataId;
use crate::domain::source::{Certainty, FaqId, Sources};
use crate::domain::text::LocalText;

choices! {
    /// How a product gets its ESU.
    Route {
        /// Licences bought through a channel.
        Licence = "licence",
        /// Only from the device's OEM.
        Oem = "oem",
        /// Never: the product has no ESU.
        None = "none",
        /// Not needed: ordinary support lasts, and no ESU has been announced.
        Supported = "supported",
        /// It had ESU once, which this data tells only in brief: its windows and that it has ended.
        Closed = "closed",
    }
}

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

/// `programme.ron`: identity, products, windows, sales and the sources of the rules.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeFile {
    /// The programme's id; equals its folder's name.
    pub id: String,
    /// Where it stands among the programmes; each has its own number.
    pub order: u8,
    /// Counts up with each change of the data.
    pub edition: u32,
    /// The day on which the data was last checked against its sources.
    pub checked: NaiveDate,
    /// The programme's full name.
    pub name: LocalText,
    /// The name as it stands in a heading.
    pub short_name: LocalText,
    /// The last day with updates for everyone.
    pub end_of_support: NaiveDate,
    /// When its updates come out.
    pub releases: Releases,
    /// What each host means, in the order in which hosts are offered; of one that is not named no
    /// source says whether it gives ESU at no cost.
    pub hosting: Vec<Host>,
    /// Systems that this programme decides about, in the order in which they are offered.
    pub products: Vec<Product>,
    /// Coverage windows in order; empty where the programme has no licences.
    pub coverage: Vec<CoverageWindow>,
    /// What is sold and to whom, the first that fits.
    pub offers: Vec<Offer>,
    /// What covers a group at no cost besides its host.
    pub entitlements: Vec<Entitlement>,
    /// The promotion for the first year, if there was one.
    pub promotion: Option<Promotion>,
    /// The entries that each built-in rule rests on.
    pub rules: BTreeMap<RuleId, Sources>,
}

/// When updates come out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Releases {
    /// On second Tuesdays.
    PatchTuesdays,
    /// Now and then, when something critical has to be mended.
    Irregular,
}

/// A system.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Product {
    /// Its id in profiles.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// How it gets ESU.
    pub route: Route,
    /// The last day with updates for everyone; none where it is long past and no source dates it.
    pub end_of_support: Option<NaiveDate>,
    /// Its editions; empty when they make no difference.
    pub editions: Vec<Edition>,
    /// ESU windows of its own; empty when the programme's apply.
    pub coverage: Vec<OwnWindow>,
    /// The entries about it.
    pub faq: Sources,
    /// How sure its dates are.
    pub certainty: Certainty,
}

/// What a host means for the systems on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Host {
    /// The host.
    pub host: Hosting,
    /// What it gives.
    pub gives: HostGives,
}

/// What a host gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum HostGives {
    /// Nothing: what runs there is licensed.
    Nothing,
    /// Nothing, and the endpoints that reach the virtual machines are licensed, not the machines.
    NothingByAccess,
    /// ESU at no cost, by itself.
    Free,
    /// ESU at no cost, with a key that has to be asked for.
    FreeWithKey,
    /// No source says, or sources contradict each other.
    Unclear,
}

/// What is sold under a programme to those whom it fits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Its id.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// Whom it is for; may look at the profile's own fields and `product`, `edition`, `route`.
    pub when: Condition,
    /// Coverage windows of its own; empty when the programme's apply.
    pub coverage: Vec<CoverageWindow>,
    /// Who sells it, the preferred channel first.
    pub sales: Vec<Sales>,
    /// What must hold before it can be bought.
    pub requires: Vec<Requirement>,
    /// The entries about it.
    pub faq: Sources,
}

/// Something that must hold before an offer can be bought.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Its id.
    pub id: DataId,
    /// What must hold; while it is unknown, it is taken to hold, and the open question says so.
    pub met: Condition,
    /// Who has to meet it.
    pub of: RequiredOf,
    /// What becomes of a group for which it does not hold.
    pub otherwise: Unmet,
    /// What is missing and what to do.
    pub reason: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
}

/// Who has to meet a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum RequiredOf {
    /// Whoever buys.
    Buyers,
    /// Whoever is covered, at no cost too.
    Everyone,
}

/// What becomes of a group that does not meet a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Unmet {
    /// It can't be covered.
    NotEligible,
    /// Somebody has to decide or act first.
    NeedsDecision,
}

/// A right to ESU at no cost that does not come from the host.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entitlement {
    /// Its id.
    pub id: DataId,
    /// Whom it covers; while unknown it covers nobody.
    pub when: Condition,
    /// Why, and until when.
    pub reason: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
}

/// An edition of a product.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Its id in profiles.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// Whether it qualifies.
    pub eligibility: Eligibility,
    /// Both sides where sources contradict each other, the evidence elsewhere.
    pub evidence: LocalText,
}

/// Whether an edition qualifies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Eligibility {
    /// It does.
    Eligible,
    /// It does not.
    NotEligible,
    /// Sources contradict each other or are silent.
    Unclear,
}

/// One coverage year of the programme; both days are inclusive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoverageWindow {
    /// The year.
    pub year: CoverageYear,
    /// The first day, inclusive.
    pub first_day: NaiveDate,
    /// The last day, inclusive.
    pub last_day: NaiveDate,
    /// The first release that needs this year's key.
    pub first_release: NaiveDate,
    /// The Activation ID, the same on every device; public.
    pub activation_id: Option<String>,
    /// How sure its days are.
    pub certainty: Certainty,
}

/// One ESU year of a product with dates of its own; both days are inclusive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnWindow {
    /// The year.
    pub year: CoverageYear,
    /// The first day, inclusive.
    pub first_day: NaiveDate,
    /// The last day, inclusive.
    pub last_day: NaiveDate,
}

/// When and how a channel sells an offer; both days are inclusive.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sales {
    /// The channel.
    pub channel: SalesChannel,
    /// The first day of sale.
    pub first_day: NaiveDate,
    /// The last day of sale.
    pub last_day: NaiveDate,
    /// The agreements that buy through it; empty where anyone can, without an agreement.
    pub accepts: Vec<Channel>,
    /// What a purchase in a later year owes for the time before.
    pub joining: Joining,
    /// How it is charged.
    pub charge: Charge,
}

/// What a purchase in a later year owes for the time before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Joining {
    /// All earlier years, in full.
    AllEarlierYears,
    /// A bill back to the end of support, period by period.
    BillBackToEndOfSupport,
    /// A bill back to the first day of the running year; earlier years must be held already.
    BillBackToYearStart,
    /// Nothing.
    Nothing,
}

/// How a purchase is charged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Charge {
    /// A whole coverage year at a time.
    Yearly,
    /// Each begun month until it is cancelled.
    Monthly,
    /// Each hour until it is cancelled; counted in days here.
    Hourly,
    /// Once for all windows.
    Once,
}

/// A promotion that gives the first year to users of a subscription.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Promotion {
    /// The years it stands for.
    pub years: Vec<CoverageYear>,
    /// What it was and where that is written.
    pub evidence: LocalText,
}

/// `skus.ron`: what can be ordered.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sku {
    /// Its id in profiles (quotes) and JSON.
    pub id: DataId,
    /// Its name on the price list; the same in every language.
    pub name: String,
    /// The offer it belongs to.
    pub offer: DataId,
    /// The coverage year.
    pub year: CoverageYear,
    /// For whom; of several that fit, one with a condition of its own goes before `Always`.
    pub when: Condition,
    /// The rule that speaks where `when` made the choice, and is cited then.
    pub rule: Option<RuleId>,
    /// What one of it stands for.
    pub unit: Unit,
    /// How many of it a price is for.
    pub priced_per: u32,
    /// The time that a price is for.
    pub priced_for: Period,
    /// Whether it can be ordered, or is only told because no source confirms that it is sold.
    pub status: SkuStatus,
    /// The channels that list it.
    pub channels: Vec<SalesChannel>,
    /// The entries about it.
    pub faq: Sources,
}

/// What one of a SKU stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Unit {
    /// One endpoint.
    Device,
    /// One user with this many devices at most.
    User(u32),
    /// One account with this many devices at most.
    Account(u32),
    /// Cores of machines.
    Cores(Cores),
}

/// How cores are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cores {
    /// The least number for a machine that is licensed by its physical cores.
    pub physical_floor: u32,
    /// The least number for a virtual machine that is licensed by its virtual cores.
    pub virtual_floor: u32,
    /// The most that count for one machine.
    pub cap: Option<u32>,
    /// How many cores are sold together.
    pub pack: u32,
}

/// The time that a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Period {
    /// A coverage year.
    Year,
    /// A month.
    Month,
    /// An hour.
    Hour,
    /// For good.
    Once,
}

/// Whether a SKU can be ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum SkuStatus {
    /// It can.
    Orderable,
    /// No source confirms that it is sold: it is told as something to ask for, never ordered.
    Unconfirmed,
}

choices! {
    /// What a way out of the old system is.
    ExitKind {
        /// An upgrade in place.
        Upgrade = "upgrade",
        /// A move to a host that gives ESU at no cost or needs none.
        Host = "host",
        /// A long-term servicing release.
        LongTerm = "long-term",
        /// New hardware or another product.
        Replace = "replace",
        /// Switching it off.
        Retire = "retire",
    }
}

/// `exits.ron`: a way out of the old system, beside ESU.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Exit {
    /// Its id; the organisation's own price stands under it.
    pub id: DataId,
    /// What it is.
    pub kind: ExitKind,
    /// Its name.
    pub name: LocalText,
    /// For which groups.
    pub when: Condition,
    /// The last day of support of what it leads to; none where nothing is left or no source says.
    pub target_ends: Option<NaiveDate>,
    /// What the group becomes once it is done.
    pub becomes: ExitBecomes,
    /// The time that the organisation's price for one endpoint is for.
    pub priced_for: Period,
    /// What it takes and what it does.
    pub text: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What a group becomes after a way out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ExitBecomes {
    /// It has left the old system.
    Retired,
    /// It keeps the old system and is covered at no cost.
    CoveredFree,
}

/// `changes.ron`: what an edition of the data changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// The edition that brought it; from 2.
    pub edition: u32,
    /// What it touched: ids of SKUs, entries, steps, notes, products or rules.
    pub about: Vec<DataId>,
    /// What changed and why.
    pub text: LocalText,
}

/// `prices.ron`: one reported or published price for one licence.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Price {
    /// The SKU's id.
    pub sku: DataId,
    /// The channels it is planned with.
    pub channels: Vec<SalesChannel>,
    /// In hundredths of the currency's unit.
    pub minor_units: i64,
    /// The ISO 4217 code.
    pub currency: String,
    /// What it rests on.
    pub basis: PriceBasis,
    /// How sure it is.
    pub certainty: Certainty,
    /// Who reported it.
    pub source: LocalText,
}

/// `questions.ron`: one decision of the walk.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The profile field that its answer fills; also its id.
    pub fills: Field,
    /// The part of the walk it stands in.
    pub section: QuestionSection,
    /// The entries it comes from.
    pub sources: Sources,
    /// The question.
    pub ask: LocalText,
    /// Why it is asked and what hangs on it.
    pub why: LocalText,
    /// What the plan takes for granted while nobody has answered.
    pub assumed: LocalText,
    /// What another answer would change.
    pub would_change: LocalText,
    /// When it matters.
    pub ask_if: Condition,
}

choices! {
    /// A part of the walk.
    QuestionSection {
        /// Who and what.
        Estate = "estate",
        /// What to buy and where.
        Purchase = "purchase",
        /// How to get it onto devices.
        Deployment = "deployment",
        /// Who helps.
        Support = "support",
        /// Things beside Windows.
        Beside = "beside",
    }
}

/// `deployment.ron`: prerequisites, steps and known errors.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeploymentFile {
    /// Updates that must be there first, in install order.
    pub prerequisites: Vec<Prerequisite>,
    /// Steps in order.
    pub steps: Vec<Step>,
    /// What goes wrong, and what to do.
    pub errors: Vec<KnownError>,
}

/// An update that must be installed before ESU works.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// Its id in profiles, as `kb4490628`.
    pub id: DataId,
    /// Its name.
    pub name: LocalText,
    /// The updates that are it, by their numbers: any of them will do. Empty where it is no update
    /// of Windows, so that the list of installed updates does not show it.
    pub kbs: Vec<String>,
    /// Later updates of its kind that will do as well, as far as their numbers are known.
    pub later_kbs: Vec<String>,
    /// Whether a later update of its kind will do though its number is not listed here.
    pub later_counts: bool,
    /// The build with which it is there whatever the list of installed updates says.
    pub build: Option<String>,
    /// Prerequisites that can't be there without it, or that replace it.
    pub shown_by: Vec<DataId>,
    /// When it was released, if a source says so.
    pub released: Option<NaiveDate>,
    /// How sure its place and date are.
    pub certainty: Certainty,
}

choices! {
    /// A part of the deployment.
    Phase {
        /// Order and receive keys.
        Purchase = "purchase",
        /// Bring the estate into shape.
        Prepare = "prepare",
        /// Install what must be there first.
        Prerequisites = "prerequisites",
        /// Install the MAK.
        Key = "key",
        /// Activate it.
        Activate = "activate",
        /// Prove that it worked.
        Verify = "verify",
        /// Install the monthly updates.
        Updates = "updates",
        /// In later coverage years, and at the end.
        Later = "later",
    }
}

/// Of which coverage years a step repeats its commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum StepYears {
    /// Once, whatever the year.
    Once,
    /// The newest year that is owned or ordered now.
    Current,
    /// Earlier years that are owned or ordered now.
    Back,
    /// Years that are ordered later.
    Later,
}

/// One step of the deployment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its id in JSON.
    pub id: DataId,
    /// Its part.
    pub phase: Phase,
    /// For which groups.
    pub when: Condition,
    /// It is skipped for a group on which all of these are known to be installed; empty: never.
    pub unless_installed: Vec<DataId>,
    /// The years it is repeated for.
    pub years: StepYears,
    /// What to do.
    pub title: LocalText,
    /// How, and what to watch for.
    pub detail: LocalText,
    /// Commands to copy; `{activation_id}` stands for the year's Activation ID.
    pub commands: Vec<String>,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

/// A known error with its way out.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownError {
    /// Code or symptom.
    pub symptom: LocalText,
    /// In which part it shows.
    pub phase: Phase,
    /// What causes it.
    pub cause: LocalText,
    /// What to do.
    pub action: LocalText,
    /// For which groups it matters.
    pub when: Condition,
    /// The entries it rests on.
    pub faq: Sources,
}

choices! {
    /// The part of the plan in which a note stands.
    NoteSection {
        /// Buying.
        Purchase = "purchase",
        /// What ESU includes and what not.
        Coverage = "coverage",
        /// Keys and activations.
        Keys = "keys",
        /// Who may call whom.
        Support = "support",
        /// The OEM route.
        Embedded = "embedded",
        /// Getting the updates onto devices.
        Deployment = "deployment",
    }
}

choices! {
    /// How much a note asks of the reader.
    Severity {
        /// Good to know.
        Info = "info",
        /// Something goes wrong if it is missed.
        Warning = "warning",
        /// Sources contradict each other; someone must decide.
        Contradiction = "contradiction",
    }
}

/// `notes/*.ron`: what the plan says besides orders and steps.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Its code in JSON; never translated.
    pub code: DataId,
    /// Where it stands.
    pub section: NoteSection,
    /// How much it asks of the reader.
    pub severity: Severity,
    /// The field it is about.
    pub about: Field,
    /// When it is said.
    pub when: Condition,
    /// What it says.
    pub text: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

choices! {
    /// What a day in the calendar is.
    EventKind {
        /// A coverage window begins.
        WindowStarts = "window-starts",
        /// A coverage window ends.
        WindowEnds = "window-ends",
        /// Sales begin.
        SalesStart = "sales-start",
        /// The last day to order without a gap.
        OrderBy = "order-by",
        /// Refunds open.
        RefundOpens = "refund-opens",
        /// An invoice appears.
        Invoice = "invoice",
        /// A Patch Tuesday.
        PatchTuesday = "patch-tuesday",
        /// A component's support ends.
        ComponentEnds = "component-ends",
        /// An embedded product's support or ESU year ends.
        EmbeddedTerm = "embedded-term",
        /// A requirement changes.
        Requirement = "requirement",
        /// A group leaves the old system.
        GroupLeaves = "group-leaves",
    }
}

/// `events.ron`: a day that the plan's calendar shows.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Its id.
    pub id: DataId,
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: EventKind,
    /// For whom.
    pub when: Condition,
    /// What happens.
    pub title: LocalText,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

choices! {
    /// A section of the FAQ.
    FaqSection {
        /// General information.
        General = "general",
        /// Purchasing.
        Purchasing = "purchasing",
        /// Coverage.
        Coverage = "coverage",
        /// Deployment.
        Deployment = "deployment",
        /// Embedded devices.
        Embedded = "embedded",
    }
}

/// `faq/*.ron`: one entry of the FAQ.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FaqEntry {
    /// Its id.
    pub id: FaqId,
    /// Its section.
    pub section: FaqSection,
    /// The question in our words.
    pub question: LocalText,
    /// The answer in our words.
    pub answer: LocalText,
    /// How sure it is.
    pub certainty: Certainty,
    /// Which text it was read in.
    pub source: String,
    /// What the known Polish or English text gets wrong, where it does.
    pub correction: Option<LocalText>,
    /// For whom it matters.
    pub applies: Condition,
    /// What it adds to a plan.
    pub adds: Vec<Adds>,
}

/// What an entry adds to a plan; the named item cites the entry.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub enum Adds {
    /// A built-in rule.
    Rule(RuleId),
    /// A step.
    Step(String),
    /// A note or warning.
    Note(String),
    /// A day in the calendar.
    Event(String),
    /// A question of the walk.
    Question(Field),
    /// An offer.
    Offer(String),
    /// A requirement of an offer.
    Requirement(String),
    /// A right at no cost.
    Entitlement(String),
    /// Something to order.
    Sku(String),
    /// A way out.
    Exit(String),
    /// A system.
    Product(String),
}
