//! What must be reached, and what of it was not.

use super::Completeness;
use super::check::Check;
use super::kinds::{
    ENTITLEMENT, FAQ_NO, FAQ_YES, OFFER, ORDER, QUESTION_NOT, QUESTION_OPEN, QUESTION_SETTLED,
    REQUIREMENT, RULE, VERDICT, for_each_condition,
};
use crate::domain::choice::Choice as _;
use crate::domain::guide::condition::Condition;
use crate::domain::plan::Verdict;
use crate::domain::programme::{
    Eligibility, HostGives, Joining, Programme, Route, SkuStatus, Unmet,
};

/// The verdicts that a programme of these systems and offers can give.
fn possible_verdicts(programme: &Programme) -> Vec<Verdict> {
    let base = &programme.base;
    let has = |routes: &[Route]| base.products.iter().any(|p| routes.contains(&p.route));
    let licences = has(&[Route::Licence]);
    let gives_free = base
        .hosting
        .iter()
        .any(|host| matches!(host.gives, HostGives::Free | HostGives::FreeWithKey));
    let editions = || base.products.iter().flat_map(|product| &product.editions);
    let excludes = editions().any(|edition| edition.eligibility == Eligibility::NotEligible);
    let requires = base
        .offers
        .iter()
        .flat_map(|offer| &offer.requires)
        .any(|requirement| requirement.otherwise == Unmet::NotEligible);
    let is_possible = |verdict: Verdict| match verdict {
        Verdict::Buy => licences,
        Verdict::CoveredFree => licences && (gives_free || !base.entitlements.is_empty()),
        Verdict::Oem => has(&[Route::Oem]),
        Verdict::NotEligible => excludes || requires || has(&[Route::None, Route::Supported]),
        Verdict::NotOffered => has(&[Route::Licence, Route::Oem, Route::Closed]),
        Verdict::AlreadyCovered | Verdict::Retired | Verdict::NeedsDecision => true,
    };
    let verdicts = Verdict::ALL.iter().copied();
    verdicts.filter(|verdict| is_possible(*verdict)).collect()
}

impl Check<'_> {
    pub(super) fn finish(mut self) -> Completeness {
        let programme = self.programme;
        let mut expected: Vec<(&'static str, String)> = Vec::new();
        expected.extend(
            possible_verdicts(programme)
                .iter()
                .map(|v| (VERDICT, v.id().to_owned())),
        );
        expected.extend(
            programme
                .base
                .rules
                .keys()
                .map(|r| (RULE, r.id().to_owned())),
        );
        for offer in &programme.base.offers {
            expected.push((OFFER, offer.id.to_string()));
            let requirements = offer.requires.iter();
            expected.extend(requirements.map(|r| (REQUIREMENT, r.id.to_string())));
            let last = programme.windows_of(offer).last().map(|w| w.year);
            for sku in programme.skus.iter().filter(|sku| sku.offer == offer.id) {
                for sales in &offer.sales {
                    if !sku.channels.contains(&sales.channel)
                        || sku.status == SkuStatus::Unconfirmed
                    {
                        continue;
                    }
                    let has_back_years = match sales.joining {
                        Joining::AllEarlierYears | Joining::BillBackToEndOfSupport => {
                            // The last year has none after it, so it is never a back year.
                            last != Some(sku.year)
                        }
                        Joining::BillBackToYearStart | Joining::Nothing => false,
                    };
                    let channel = sales.channel.id();
                    for kind in ["now", "later"] {
                        expected.push((ORDER, format!("{} {channel} {kind}", sku.id)));
                    }
                    if has_back_years {
                        expected.push((ORDER, format!("{} {channel} back-year", sku.id)));
                    }
                }
            }
        }
        let rights = programme.base.entitlements.iter();
        expected.extend(rights.map(|right| (ENTITLEMENT, right.id.to_string())));
        for_each_condition(programme, &mut |kind, id, condition| {
            expected.push((kind, id.to_owned()));
            if kind == QUESTION_OPEN {
                expected.push((QUESTION_SETTLED, id.to_owned()));
                expected.push((QUESTION_NOT, id.to_owned()));
            }
            if kind == FAQ_YES && *condition != Condition::Always {
                expected.push((FAQ_NO, id.to_owned()));
            }
        });
        for (kind, id) in expected {
            if !self
                .smallest
                .get(kind)
                .is_some_and(|items| items.contains_key(&id))
            {
                self.report.unreached.push(format!("{kind}: {id}"));
            }
        }
        for (kind, items) in self.smallest {
            let items = items.into_iter().map(|(id, (_, smallest))| (id, smallest));
            self.report.reached.insert(kind.to_owned(), items.collect());
        }
        self.report
    }
}
