//! To whoever takes the orders: the account team or licensing partner in volume licensing, the
//! partner in CSP, and the account team for keys that cost nothing but have to be asked for.

use crate::domain::choice::{Choice as _, ChoiceSet};
use crate::domain::field::Field;
use crate::domain::licensing::{Channel, Role, SalesChannel, Tenant, YesNo};
use crate::domain::plan::{LedgerRow, OrderLine, OrderWhen, Span, Verdict};
use crate::domain::programme::{NoteSection, Phase, RuleId};
use crate::domain::source::FaqId;
use crate::i18n;
use crate::report::csv;
use crate::report::words::clean;

use super::Letter;
use super::writer::{Draft, Said, Writer, touches, unique};

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
    let back = match (line.back_charge, line.back_year) {
        (true, _) => Some("letters-back-charge"),
        (false, true) => Some("letters-back-year"),
        (false, false) => None,
    };
    if let Some(id) = back {
        text.push_str(", ");
        text.push_str(&writer.tr(id));
    }
    text.push_str(": ");
    text.push_str(&writer.with(
        "letters-quantity",
        &[
            ("count", writer.number(line.quantity).into()),
            ("unit", csv::order::unit(writer.language, line).into()),
        ],
    ));
    if line.span != Span::Whole {
        text.push_str(", ");
        text.push_str(&csv::order::charged(writer.language, line));
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

/// The programmes of the lines that are switched on with a key, and those that are not.
fn by_key(writer: &Writer<'_>, request: &Request<'_>) -> (Vec<usize>, Vec<usize>) {
    let has_key = |programme: &usize| {
        let steps = writer.steps(Phase::Key, &[*programme], &request.groups);
        !steps.is_empty()
    };
    request.programmes.iter().copied().partition(has_key)
}

fn open<'w, 'a>(writer: &'w Writer<'a>, request: &Request<'_>, id: &str) -> Draft<'w, 'a> {
    let mut draft = Draft::new(writer);
    let agreement = agreements(writer, request);
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
    let is_missing = plan
        .exposure
        .iter()
        .any(|part| part.is_missing(plan.as_of) && touches(&part.groups, &request.groups));
    let now = request.said(writer, OrderWhen::Now);
    if is_missing && !now.is_empty() {
        let faq = writer.rule(RuleId::UnprotectedWithout, &request.programmes);
        let said = Said::new(writer.tr("letters-urgent"), faq);
        draft.paragraph("letters-part-urgency", said);
    }
    draft.lines("letters-order-now", now);
    draft.lines(
        "letters-order-later",
        request.said(writer, OrderWhen::Later),
    );
    draft.link("letters-please");
    draft
}

/// The agreements of the profile that buy what is asked for; a blank where none of them has a name.
fn agreements(writer: &Writer<'_>, request: &Request<'_>) -> String {
    let held = writer.input.profile.organisation.channels;
    let held = held.unwrap_or(ChoiceSet::EMPTY);
    let buys = |channel: Channel| {
        request.lines.iter().any(|line| {
            let offer = writer.offer(line);
            let mut sales = offer.into_iter().flat_map(|offer| &offer.sales);
            sales.any(|sales| sales.channel == line.channel && sales.accepts.contains(&channel))
        })
    };
    let names: Vec<String> = Channel::ALL
        .iter()
        .copied()
        .filter(|channel| *channel != Channel::OtherVolume)
        .filter(|channel| held.contains(*channel) && buys(*channel))
        .map(|channel| i18n::value(writer.language, Field::Channels, channel.id()))
        .collect();
    if names.is_empty() {
        writer.tr("letters-blank-agreement")
    } else {
        writer.join(&names)
    }
}

/// The entries of what must hold before an offer can be bought, where that is Software Assurance or
/// a subscription of servers.
fn assurance(writer: &Writer<'_>, request: &Request<'_>) -> Vec<FaqId> {
    let is_assurance =
        |field: &Field| matches!(field, Field::SqlAssurance | Field::ServerAssurance);
    let offers = request.lines.iter().filter_map(|line| writer.offer(line));
    let requirements = offers
        .flat_map(|offer| &offer.requires)
        .filter(|requirement| requirement.met.fields().iter().any(is_assurance));
    unique(requirements.flat_map(|requirement| requirement.faq.iter().cloned()))
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
    let assurance = assurance(writer, request);
    requests.push(Said::new(
        writer.tr("letters-quote-ask-assurance"),
        assurance,
    ));
    let (with_key, without_key) = by_key(writer, request);
    if !with_key.is_empty() {
        let faq = [
            writer.rule(RuleId::OneKeyAYear, &with_key),
            writer.steps(Phase::Purchase, &with_key, groups),
            writer.activations(&with_key, groups),
        ];
        requests.push(Said::new(writer.tr("letters-quote-ask-keys"), faq.concat()));
    }
    if !without_key.is_empty() {
        requests.push(Said::new(
            writer.tr("letters-quote-ask-evidence"),
            writer.steps(Phase::Purchase, &without_key, groups),
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
        _ if organisation.role == Some(Role::CspIndirectReseller) => {
            "letters-csp-ask-tenant-customer"
        }
        Some(Tenant::Known) => "letters-csp-ask-tenant-known",
        Some(Tenant::NotKnown) => "letters-csp-ask-tenant-missing",
        None => "letters-csp-ask-tenant",
    };
    requests.push(Said::new(writer.tr(tenant), purchase()));
    let (with_key, _) = by_key(writer, request);
    if !with_key.is_empty() {
        let mut faq = writer.rule(RuleId::OneKeyAYear, &with_key);
        faq.extend(purchase());
        requests.push(Said::new(writer.tr("letters-csp-ask-keys"), faq));
        let id = if organisation.reimaging == Some(YesNo::Yes) {
            "letters-csp-ask-more-activations"
        } else {
            "letters-csp-ask-activations"
        };
        requests.push(Said::new(
            writer.tr(id),
            writer.activations(&with_key, groups),
        ));
    }
    requests.push(Said::new(
        writer.tr("letters-csp-ask-terms"),
        terms(writer, request),
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

/// The entries about the invoice and refunds, or where there are none those about the purchase.
fn terms(writer: &Writer<'_>, request: &Request<'_>) -> Vec<FaqId> {
    let (programmes, groups) = (&request.programmes, &request.groups);
    let plan = writer.input.plan;
    let notes = plan.notes.iter().chain(&plan.warnings).filter(|note| {
        note.section == NoteSection::Purchase
            && programmes.contains(&note.programme)
            && note.code.contains("refund")
    });
    let refunds = notes.flat_map(|note| note.faq.iter().cloned());
    let mut faq = unique(refunds);
    faq.extend(writer.rule(RuleId::CspInvoiceMonth, programmes));
    if faq.is_empty() {
        faq = writer.steps(Phase::Purchase, programmes, groups);
    }
    faq
}

/// To the account team, for hosts whose ESU costs nothing but needs a key.
fn free_key(writer: &Writer<'_>) -> Option<Letter> {
    let is_ours = |row: &&LedgerRow| {
        row.verdict == Verdict::CoveredFree && row.trace.rules.contains(&RuleId::HostIsFreeWithKey)
    };
    let rows: Vec<_> = writer.input.plan.ledger.iter().filter(is_ours).collect();
    let mut groups: Vec<usize> = rows.iter().map(|row| row.group).collect();
    groups.sort_unstable();
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
        let group = writer.group(row.group);
        let is_counted = group.is_some_and(|group| group.endpoint_count.is_some());
        let count = if is_counted {
            writer.number(row.endpoints)
        } else {
            writer.tr("letters-blank-number")
        };
        let args = [
            ("system", writer.system(row.group).into()),
            ("group", writer.group_name(row.group).into()),
            ("count", count.into()),
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
