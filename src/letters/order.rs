//! To whoever takes the orders: the account team or licensing partner in volume licensing, the
//! partner in CSP, and the account team for keys that cost nothing but have to be asked for.

use crate::domain::choice::{Choice as _, ChoiceSet};
use crate::domain::field::Field;
use crate::domain::licensing::{Channel, Role, SalesChannel, Tenant, YesNo};
use crate::domain::plan::{OrderLine, OrderWhen, Span, Verdict};
use crate::domain::programme::{NoteSection, Phase, RuleId};
use crate::i18n;
use crate::report::csv;
use crate::report::words::clean;

use super::Letter;
use super::writer::{Draft, Said, Writer};

/// The agreements that buy in volume licensing.
const VOLUME_LICENSING: [Channel; 7] = [
    Channel::Ea,
    Channel::Eas,
    Channel::Ees,
    Channel::Sce,
    Channel::OpenValue,
    Channel::OtherVolume,
    Channel::Mpsa,
];

pub(super) fn letters(writer: &Writer<'_>) -> Vec<Letter> {
    let quote = Request::new(writer, |channel| match channel {
        SalesChannel::VolumeLicensing | SalesChannel::AccountTeam => true,
        SalesChannel::Csp | SalesChannel::Azure | SalesChannel::MicrosoftAccount => false,
    });
    let partner = Request::new(writer, |channel| channel == SalesChannel::Csp);
    let mut letters = Vec::new();
    letters.extend(quote.map(|request| account_team(writer, &request)));
    letters.extend(partner.and_then(|request| csp_partner(writer, &request)));
    letters.extend(free_key(writer));
    letters
}

/// The order lines of some channels, and what they are about.
struct Request<'a> {
    lines: Vec<&'a OrderLine>,
    programmes: Vec<usize>,
    groups: Vec<usize>,
}

impl<'a> Request<'a> {
    /// None where nothing is ordered through these channels.
    fn new(writer: &Writer<'a>, is_ours: impl Fn(SalesChannel) -> bool) -> Option<Self> {
        let orders = &writer.input.plan.orders;
        let lines: Vec<_> = orders.iter().filter(|line| is_ours(line.channel)).collect();
        if lines.is_empty() {
            return None;
        }
        let mut programmes: Vec<usize> = lines.iter().map(|line| line.programme).collect();
        programmes.sort_unstable();
        programmes.dedup();
        let mut groups: Vec<usize> = lines
            .iter()
            .flat_map(|line| line.groups.iter().map(|(group, _)| *group))
            .collect();
        groups.sort_unstable();
        groups.dedup();
        Some(Self {
            lines,
            programmes,
            groups,
        })
    }

    /// Whether a rule spoke in one of the lines.
    fn follows(&self, rule: RuleId) -> bool {
        let mut lines = self.lines.iter();
        lines.any(|line| line.trace.rules.contains(&rule))
    }

    fn said(&self, writer: &Writer<'_>, when: OrderWhen) -> Vec<Said> {
        let lines = self.lines.iter().filter(|line| line.when == when);
        lines
            .map(|line| Said::new(order_line(writer, line), line.trace.faq.clone()))
            .collect()
    }
}

/// One line to order: what, for which year, how many, when.
fn order_line(writer: &Writer<'_>, line: &OrderLine) -> String {
    let window = writer.window(line);
    let year = line.year.number().to_string();
    let mut text = match window {
        Some(window) => writer.with(
            "letters-order-line-dated",
            &[
                ("sku", clean(&line.sku_name).into_owned().into()),
                ("year", year.into()),
                ("first", writer.date(window.first_day).into()),
                ("last", writer.date(window.last_day).into()),
            ],
        ),
        None => writer.with(
            "letters-order-line",
            &[
                ("sku", clean(&line.sku_name).into_owned().into()),
                ("year", year.into()),
            ],
        ),
    };
    text.push_str(": ");
    text.push_str(&writer.with(
        "letters-quantity",
        &[
            ("count", writer.number(line.quantity).into()),
            ("unit", csv::unit(writer.language, line.unit).into()),
        ],
    ));
    if line.span != Span::Whole {
        text.push_str(", ");
        text.push_str(&csv::charged(writer.language, line.span));
    }
    let back = csv::back(writer.language, line);
    if !back.is_empty() {
        text.push_str(&format!(" ({back})"));
    }
    match (line.when, line.order_by) {
        (OrderWhen::Later, Some(day)) => {
            text.push_str("; ");
            let day = writer.date(day).into();
            text.push_str(&writer.with("letters-order-by", &[("day", day)]));
        }
        (OrderWhen::Now, _) | (OrderWhen::Later, None) => {}
    }
    text
}

/// The currency of the organisation's quotes, or a blank for it.
fn currency(writer: &Writer<'_>) -> String {
    let currency = writer.input.profile.organisation.currency;
    currency.map_or_else(
        || writer.tr("letters-blank-currency"),
        |currency| currency.to_string(),
    )
}

/// What both letters ask about price and years.
fn price_and_years(writer: &Writer<'_>, request: &Request<'_>) -> Vec<Said> {
    let mut requests = vec![Said::new(
        writer.with(
            "letters-ask-price",
            &[("currency", currency(writer).into())],
        ),
        writer.rule(RuleId::AskForPrice, &request.programmes),
    )];
    let back_years = request.lines.iter().any(|line| line.back_year);
    if back_years {
        requests.push(Said::new(
            writer.tr("letters-ask-back-years"),
            writer.rule(RuleId::EarlierYearsAreRequired, &request.programmes),
        ));
    }
    if request.lines.iter().any(|line| line.back_charge) {
        requests.push(Said::new(
            writer.tr("letters-ask-back-charge"),
            writer.rule(RuleId::BilledBack, &request.programmes),
        ));
    }
    requests
}

/// Whether a key is installed on any of the systems.
fn has_key(writer: &Writer<'_>, request: &Request<'_>) -> bool {
    let steps = writer.steps(Phase::Key, &request.programmes, &request.groups);
    !steps.is_empty()
}

fn open<'w, 'a>(writer: &'w Writer<'a>, request: &Request<'_>, id: &str) -> Draft<'w, 'a> {
    let mut draft = Draft::new(writer);
    let agreement = agreements(writer);
    draft.opening(Said::new(
        writer.with(
            id,
            &[
                ("behalf", writer.on_behalf().into()),
                ("systems", writer.systems(&request.groups).into()),
                ("agreement", agreement.into()),
            ],
        ),
        writer.rule(RuleId::ChannelSells, &request.programmes),
    ));
    let plan = writer.input.plan;
    let is_missing = plan.exposure.iter().any(|part| {
        part.is_missing(plan.as_of) && part.groups.iter().any(|g| request.groups.contains(g))
    });
    let now = request.said(writer, OrderWhen::Now);
    if is_missing && !now.is_empty() {
        draft.opening(Said::new(
            writer.tr("letters-urgent"),
            writer.rule(RuleId::UnprotectedWithout, &request.programmes),
        ));
    }
    draft.lines("letters-order-now", now);
    draft.lines(
        "letters-order-later",
        request.said(writer, OrderWhen::Later),
    );
    draft.link("letters-please");
    draft
}

/// The agreements that the profile names for volume licensing.
fn agreements(writer: &Writer<'_>) -> String {
    let held = writer.input.profile.organisation.channels;
    let held = held.unwrap_or(ChoiceSet::EMPTY);
    let names: Vec<String> = VOLUME_LICENSING
        .into_iter()
        .filter(|channel| held.contains(*channel))
        .map(|channel| i18n::value(writer.language, Field::Channels, channel.id()))
        .collect();
    if names.is_empty() {
        writer.tr("letters-blank-agreement")
    } else {
        writer.join(&names)
    }
}

fn account_team(writer: &Writer<'_>, request: &Request<'_>) -> Letter {
    let (programmes, groups) = (&request.programmes, &request.groups);
    let mut draft = open(writer, request, "letters-quote-opening");
    let mut requests = price_and_years(writer, request);
    requests.insert(
        1,
        Said::new(
            writer.tr("letters-quote-ask-items"),
            writer.rule(RuleId::OneSkuAYear, programmes),
        ),
    );
    if request.follows(RuleId::EnterprisePrice) {
        requests.push(Said::new(
            writer.tr("letters-quote-ask-lower-price"),
            writer.rule(RuleId::EnterprisePrice, programmes),
        ));
    }
    if has_key(writer, request) {
        let mut faq = writer.rule(RuleId::OneKeyAYear, programmes);
        faq.extend(writer.notes(NoteSection::Keys, programmes, groups));
        requests.push(Said::new(writer.tr("letters-quote-ask-keys"), faq));
    } else {
        requests.push(Said::new(
            writer.tr("letters-quote-ask-evidence"),
            writer.steps(Phase::Purchase, programmes, groups),
        ));
    }
    draft.requests(requests);
    let subject = writer.with(
        "letters-quote-subject",
        &[
            ("systems", writer.systems(groups).into()),
            ("organisation", writer.organisation().into()),
        ],
    );
    let to = writer.tr("letters-quote-to");
    let attachments = vec![writer.tr("letters-attach-orders")];
    draft.finish("volume-licensing".to_owned(), to, subject, attachments)
}

/// To the partner of a customer, or to the provider of a reseller; direct partners and providers
/// order by themselves.
fn csp_partner(writer: &Writer<'_>, request: &Request<'_>) -> Option<Letter> {
    let organisation = &writer.input.profile.organisation;
    let to = match organisation.role {
        None | Some(Role::EndCustomer) => "letters-csp-to",
        Some(Role::CspIndirectReseller) => "letters-csp-to-provider",
        Some(Role::CspDirectPartner | Role::CspIndirectProvider) => return None,
    };
    let (programmes, groups) = (&request.programmes, &request.groups);
    let purchase = || writer.steps(Phase::Purchase, programmes, groups);
    let mut draft = open(writer, request, "letters-csp-opening");
    let mut requests = price_and_years(writer, request);
    let items = [
        writer.rule(RuleId::CspListsTheSku, programmes),
        writer.rule(RuleId::OneSkuAYear, programmes),
    ];
    requests.insert(
        1,
        Said::new(writer.tr("letters-csp-ask-items"), items.concat()),
    );
    let tenant = match organisation.tenant {
        Some(Tenant::Known) => "letters-csp-ask-tenant-known",
        Some(Tenant::NotKnown) => "letters-csp-ask-tenant-missing",
        None => "letters-csp-ask-tenant",
    };
    requests.push(Said::new(writer.tr(tenant), purchase()));
    if has_key(writer, request) {
        let mut faq = writer.rule(RuleId::OneKeyAYear, programmes);
        faq.extend(purchase());
        requests.push(Said::new(writer.tr("letters-csp-ask-keys"), faq));
        let id = if organisation.reimaging == Some(YesNo::Yes) {
            "letters-csp-ask-more-activations"
        } else {
            "letters-csp-ask-activations"
        };
        requests.push(Said::new(
            writer.tr(id),
            writer.notes(NoteSection::Keys, programmes, groups),
        ));
    }
    requests.push(Said::new(
        writer.tr("letters-csp-ask-terms"),
        writer.notes(NoteSection::Purchase, programmes, groups),
    ));
    requests.push(Said::new(
        writer.tr("letters-csp-ask-support"),
        writer.notes(NoteSection::Support, programmes, groups),
    ));
    draft.requests(requests);
    let subject = writer.with(
        "letters-csp-subject",
        &[
            ("systems", writer.systems(groups).into()),
            ("organisation", writer.organisation().into()),
        ],
    );
    let attachments = vec![writer.tr("letters-attach-orders")];
    Some(draft.finish(
        "csp-partner".to_owned(),
        writer.tr(to),
        subject,
        attachments,
    ))
}

/// To the account team, for hosts whose ESU costs nothing but needs a key.
fn free_key(writer: &Writer<'_>) -> Option<Letter> {
    let is_ours = |row: &&crate::domain::plan::LedgerRow| {
        row.verdict == Verdict::CoveredFree && row.trace.rules.contains(&RuleId::HostIsFreeWithKey)
    };
    let rows: Vec<_> = writer.input.plan.ledger.iter().filter(is_ours).collect();
    let groups: Vec<usize> = rows.iter().map(|row| row.group).collect();
    let mut programmes: Vec<usize> = rows.iter().map(|row| row.programme).collect();
    programmes.dedup();
    if rows.is_empty() {
        return None;
    }
    let systems = writer.systems(&groups);
    let mut draft = Draft::new(writer);
    draft.opening(Said::new(
        writer.with(
            "letters-free-key-opening",
            &[
                ("behalf", writer.on_behalf().into()),
                ("systems", systems.as_str().into()),
            ],
        ),
        writer.rule(RuleId::HostIsFreeWithKey, &programmes),
    ));
    let lines = rows.iter().map(|row| {
        let args = [
            ("system", writer.system(row.group).into()),
            ("group", writer.group_name(row.group).into()),
            ("count", writer.number(row.endpoints).into()),
        ];
        let text = writer.with("letters-free-key-line", &args);
        Said::new(text, row.trace.faq.clone())
    });
    draft.lines("letters-free-key-machines", lines.collect());
    draft.link("letters-please");
    let faq = writer.steps(Phase::Purchase, &programmes, &groups);
    let requests = [
        "letters-free-key-ask-key",
        "letters-free-key-ask-years",
        "letters-free-key-ask-way",
    ];
    draft.requests(
        requests
            .iter()
            .map(|id| Said::new(writer.tr(id), faq.clone()))
            .collect(),
    );
    let subject = writer.with("letters-free-key-subject", &[("systems", systems.into())]);
    let to = writer.tr("letters-free-key-to");
    Some(draft.finish("free-key".to_owned(), to, subject, Vec::new()))
}
