//! What becomes of a group: the verdict and why.
//!
//! Groups that are alike in everything a rule looks at are decided once.

use std::sync::Arc;

use chrono::NaiveDate;

use super::exposed::Exposed;
use super::licences::{Licences, decide_licence};
use super::shape::{Context, Leaving, Shape, chosen};
use super::{Trace, Verdict};
use crate::domain::choice::Choice as _;
use crate::domain::field::Field;
use crate::domain::licensing::{CoverageYear, Hosting};
use crate::domain::programme::{
    Edition, Eligibility, HostGives, Product, Programme, Route, RuleId,
};
use crate::domain::text::{Argument, Statement};

/// What becomes of all groups of one shape.
#[derive(Clone, Debug)]
pub(super) struct Decision {
    /// Of the endpoints that do not own what they need.
    pub(super) verdict: Verdict,
    pub(super) trace: Arc<Trace>,
    /// Of the endpoints that own what they need now.
    pub(super) covered_trace: Arc<Trace>,
    /// Licences bought through a channel.
    pub(super) licences: Option<Licences>,
    /// The own year of an OEM product that counts on the as-of date: the running or the first one.
    pub(super) own_year: Option<CoverageYear>,
    /// Where it can be unprotected: since when, and by which windows.
    pub(super) exposed: Option<Exposed>,
    /// What has to be decided, and the field that would settle it.
    pub(super) open: Option<(Statement, Field)>,
}

pub(super) fn message(id: &'static str, arguments: Vec<(&'static str, Argument)>) -> Statement {
    Statement::Message(id, arguments)
}

impl Decision {
    pub(super) fn whole(verdict: Verdict, trace: Trace, exposed: Option<Exposed>) -> Self {
        Self {
            verdict,
            trace: Arc::new(trace),
            covered_trace: Arc::default(),
            licences: None,
            own_year: None,
            exposed,
            open: None,
        }
    }

    /// A group about which somebody has to decide first.
    pub(super) fn open(
        trace: Trace,
        exposed: Option<Exposed>,
        question: Statement,
        settled_by: Field,
    ) -> Self {
        Self {
            open: Some((question, settled_by)),
            ..Self::whole(Verdict::NeedsDecision, trace, exposed)
        }
    }
}

/// Decides about a shape; the reason that decided stands first.
pub(super) fn decide(context: &Context<'_>, shape: &Shape) -> Decision {
    let mut decision = first_rule_that_speaks(context, shape);
    let is_refused = decision.verdict == Verdict::NotEligible;
    if let Some(trace) = Arc::get_mut(&mut decision.trace) {
        // Against what was decided it would only confuse.
        trace.reasons.retain(|reason| {
            !is_refused || !matches!(reason, Statement::Message("reason-edition-qualifies", _))
        });
        // That the edition qualifies is the ground of the others, not what decided.
        trace.reasons.sort_by_key(|reason| {
            matches!(reason, Statement::Message("reason-edition-qualifies", _))
        });
    }
    decision
}

/// The rules from top to bottom.
fn first_rule_that_speaks(context: &Context<'_>, shape: &Shape) -> Decision {
    let programme = context.programme;
    let sources = |rule| programme.rule(rule);
    let mut trace = Trace::default();

    if shape.leaving == Leaving::HasLeft {
        trace.rest_on(&[Field::LeavesOn]);
        trace.because(
            message("reason-has-left", vec![]),
            sources(RuleId::GroupHasLeft),
        );
        return Decision::whole(Verdict::Retired, trace, None);
    }
    let Some(product) = shape.product.and_then(|i| programme.base.products.get(i)) else {
        trace.rest_on(&[Field::Product]);
        trace.because(
            message("reason-product-unknown", vec![]),
            sources(RuleId::EditionQualifies),
        );
        return Decision::open(trace, None, message("open-product", vec![]), Field::Product);
    };
    trace.rest_on(&[Field::Product]);
    trace.cite(&product.faq);
    let product_name = || ("product", Argument::Local(product.name.clone()));
    let offer = shape
        .offer
        .and_then(|index| programme.base.offers.get(index));
    let exposed = Exposed::of(programme, product, offer);
    match product.route {
        Route::None => {
            return no_esu(programme, product, trace, exposed);
        }
        Route::Supported => {
            return match product.end_of_support {
                Some(day) if context.as_of <= day => in_support(programme, product, day, trace),
                _ => no_esu(programme, product, trace, exposed),
            };
        }
        Route::Closed => {
            if let Some(day) = product.end_of_support
                && context.as_of <= day
            {
                return in_support(programme, product, day, trace);
            }
            let last_day = exposed.as_ref().map(|exposed| exposed.last_day);
            if last_day.is_some_and(|day| context.as_of <= day) {
                trace.because(
                    message("reason-told-in-brief", vec![product_name()]),
                    sources(RuleId::AskForPrice),
                );
                let question = message("open-told-in-brief", vec![]);
                return Decision::open(trace, exposed, question, Field::Product);
            }
        }
        Route::Licence | Route::Oem => {}
    }
    let edition = shape.edition.and_then(|index| product.editions.get(index));
    let edition_name = |edition: &Edition| ("edition", Argument::Local(edition.name.clone()));
    if let Some(edition) = edition
        && edition.eligibility == Eligibility::NotEligible
    {
        trace.rest_on(&[Field::Edition]);
        trace.because(
            message(
                "reason-edition-does-not-qualify",
                vec![product_name(), edition_name(edition)],
            ),
            sources(RuleId::EditionDoesNotQualify),
        );
        return Decision::whole(Verdict::NotEligible, trace, exposed);
    }
    let last_day = exposed
        .as_ref()
        .map_or(programme.last_day(), |exposed| exposed.last_day);
    if context.as_of > last_day {
        trace.because(
            message(
                "reason-offer-has-ended",
                vec![product_name(), ("day", Argument::Date(last_day))],
            ),
            sources(RuleId::OfferHasEnded),
        );
        if let Some(host) = chosen::<Hosting>(&shape.facts, Field::Hosting)
            && product.route == Route::Licence
            && matches!(
                programme.host_gives(host),
                HostGives::Free | HostGives::FreeWithKey
            )
        {
            // The host covered it to the end: nothing was missed until then.
            let covered_until_the_end = Exposed {
                end_of_support: last_day,
                years: Vec::new(),
                last_day,
            };
            trace.rest_on(&[Field::Hosting]);
            trace.because(host_is_free(programme, host), sources(RuleId::HostIsFree));
            return Decision::whole(Verdict::NotOffered, trace, Some(covered_until_the_end));
        }
        if shape.facts.bits(Field::Owned).trailing_zeros() < 6 && product.route != Route::Closed {
            trace.rest_on(&[Field::Owned]);
            trace.because(
                message("reason-owned-keys-keep-working", vec![]),
                sources(RuleId::OwnedKeysKeepWorking),
            );
        }
        return Decision::whole(Verdict::NotOffered, trace, exposed);
    }
    match edition {
        None if !product.editions.is_empty() => {
            trace.rest_on(&[Field::Edition]);
            trace.because(
                message("reason-edition-unknown", vec![product_name()]),
                sources(RuleId::EditionQualifies),
            );
            let question = message("open-edition", vec![]);
            return Decision::open(trace, exposed, question, Field::Edition);
        }
        Some(edition) if edition.eligibility == Eligibility::Unclear => {
            trace.rest_on(&[Field::Edition]);
            trace.because(
                message(
                    "reason-edition-is-unclear",
                    vec![product_name(), edition_name(edition)],
                ),
                sources(RuleId::EditionIsUnclear),
            );
            trace.because(
                Statement::Data(edition.evidence.clone()),
                sources(RuleId::EditionIsUnclear),
            );
            let question = message("open-edition-unclear", vec![]);
            return Decision::open(trace, exposed, question, Field::Edition);
        }
        Some(edition) => {
            trace.rest_on(&[Field::Edition]);
            trace.because(
                message(
                    "reason-edition-qualifies",
                    vec![product_name(), edition_name(edition)],
                ),
                sources(RuleId::EditionQualifies),
            );
        }
        None => {}
    }
    if shape.leaving == Leaving::AfterWindows(0)
        && let Some(day) = product.end_of_support
    {
        trace.rest_on(&[Field::LeavesOn]);
        trace.because(
            message(
                "reason-leaves-in-support",
                vec![product_name(), ("day", Argument::Date(day))],
            ),
            sources(RuleId::CoverageWindows),
        );
        return Decision::whole(Verdict::AlreadyCovered, trace, None);
    }
    if product.route == Route::Oem {
        return decide_oem(context, product, trace, exposed);
    }
    decide_licence(context, shape, trace, exposed)
}

fn no_esu(
    programme: &Programme,
    product: &Product,
    mut trace: Trace,
    exposed: Option<Exposed>,
) -> Decision {
    let name = ("product", Argument::Local(product.name.clone()));
    let reason = match product.end_of_support {
        Some(day) => message(
            "reason-product-has-no-esu",
            vec![name, ("day", Argument::Date(day))],
        ),
        None => message("reason-product-is-out-of-support", vec![name]),
    };
    trace.because(reason, programme.rule(RuleId::ProductHasNoEsu));
    Decision::whole(Verdict::NotEligible, trace, exposed)
}

/// Ordinary support lasts: nothing is missed and nothing has to be bought yet.
fn in_support(
    programme: &Programme,
    product: &Product,
    day: NaiveDate,
    mut trace: Trace,
) -> Decision {
    trace.because(
        message(
            "reason-in-support",
            vec![
                ("product", Argument::Local(product.name.clone())),
                ("day", Argument::Date(day)),
            ],
        ),
        programme.rule(RuleId::InSupport),
    );
    Decision::whole(Verdict::AlreadyCovered, trace, None)
}

fn decide_oem(
    context: &Context<'_>,
    product: &Product,
    mut trace: Trace,
    exposed: Option<Exposed>,
) -> Decision {
    let sources = |rule| context.programme.rule(rule);
    trace.because(
        message(
            "reason-oem-sells",
            vec![("product", Argument::Local(product.name.clone()))],
        ),
        sources(RuleId::OemSellsEmbedded),
    );
    let own = product
        .coverage
        .iter()
        .find(|window| context.as_of <= window.last_day);
    let mut covered = Trace::default();
    if let Some(window) = own {
        covered.rest_on(&[Field::Product, Field::Owned]);
        covered.cite(&product.faq);
        covered.because(
            message(
                "reason-owned-until",
                vec![
                    ("year", Argument::Year(window.year)),
                    ("day", Argument::Date(window.last_day)),
                ],
            ),
            sources(RuleId::OwnedKeysKeepWorking),
        );
    }
    Decision {
        verdict: Verdict::Oem,
        trace: Arc::new(trace),
        covered_trace: Arc::new(covered),
        licences: None,
        own_year: own.map(|window| window.year),
        exposed,
        open: None,
    }
}

pub(super) fn host_is_free(programme: &Programme, host: Hosting) -> Statement {
    message(
        "reason-host-is-free",
        vec![
            ("host", Argument::Value(Field::Hosting, host.id())),
            ("day", Argument::Date(programme.last_day())),
        ],
    )
}
