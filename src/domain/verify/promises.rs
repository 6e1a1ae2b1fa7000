//! What every plan promises, whatever the profile.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::choice::Choice as _;
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::{OrderWhen, Plan, PlanStep, Span, Verdict, quantity_once};
use crate::domain::profile::Profile;
use crate::domain::programme::{Programme, Unit};

/// What must be true of every plan and is not; `programmes` are those of the plan, in its order.
pub fn problems(programmes: &[&Programme], profile: &Profile, plan: &Plan) -> Vec<String> {
    let programme_of = |position: usize| programmes.get(position);
    let mut found = Vec::new();
    let mut must = |holds: bool, what: &str| {
        if !holds {
            found.push(what.to_owned());
        }
    };
    let expected: u64 = profile
        .groups
        .iter()
        .map(|group| {
            let count = u64::from(group.endpoint_count.unwrap_or(0));
            count.saturating_sub(u64::from(group.shared_endpoint_count.unwrap_or(0)))
        })
        .sum();
    let ledger: u64 = plan.ledger.iter().map(|row| row.endpoints).sum();
    must(
        ledger == expected && plan.endpoints == expected,
        "the ledger does not add up",
    );
    let groups: BTreeSet<usize> = plan.ledger.iter().map(|row| row.group).collect();
    must(
        groups.len() == profile.groups.len(),
        "a group has no verdict",
    );
    for row in &plan.ledger {
        must(
            !row.trace.reasons.is_empty()
                && !row.trace.faq.is_empty()
                && !row.trace.fields.is_empty(),
            "a ledger row has no reason or source",
        );
    }
    for pair in plan.ledger.windows(2) {
        if let [first, second] = pair
            && first.group == second.group
        {
            must(
                second.verdict == Verdict::AlreadyCovered && first.verdict != second.verdict,
                "a group has two verdicts that exclude each other",
            );
        }
    }
    let mut quantities: BTreeMap<(OrderWhen, CoverageYear), u64> = BTreeMap::new();
    for line in &plan.orders {
        *quantities.entry((line.when, line.year)).or_default() += quantity_once(line);
        let Some(programme) = programme_of(line.programme) else {
            must(false, "an order line has no programme");
            continue;
        };
        let last_day = programme.last_day();
        must(line.quantity > 0, "an order line is empty");
        must(
            !line.trace.reasons.is_empty(),
            "an order line has no reason",
        );
        must(!line.trace.faq.is_empty(), "an order line has no source");
        must(plan.as_of <= last_day, "something is ordered after the end");
        let in_groups: u64 = line.groups.iter().map(|(_, quantity)| quantity).sum();
        must(in_groups == line.quantity, "an order line does not add up");
        for (position, _) in &line.groups {
            let buys = plan.ledger.iter().any(|row| {
                row.group == *position
                    && matches!(row.verdict, Verdict::Buy | Verdict::AlreadyCovered)
            });
            must(
                buys,
                "something is ordered for a group that is not bought for",
            );
        }
        let sku = programme.skus.iter().find(|sku| sku.id == line.sku);
        let offer = sku.and_then(|sku| {
            let mut offers = programme.base.offers.iter();
            offers.find(|offer| offer.id == sku.offer)
        });
        let window = offer.and_then(|offer| programme.offer_window(offer, line.year));
        let has_begun = window.is_some_and(|window| window.first_day <= plan.as_of);
        must(
            (line.when == OrderWhen::Now) == has_begun,
            "an order stands at the wrong time",
        );
        must(
            line.order_by.is_none_or(|day| day >= plan.as_of),
            "an order is due before the day of the plan",
        );
        must(
            line.total.is_some() == line.unit_price.is_some(),
            "a price comes to nothing",
        );
        must(
            line.total.is_none() || line.estimate.is_none(),
            "a line has a total and an estimate",
        );
        if line.unit == Unit::Device && line.span == Span::Whole && line.priced_per == 1 {
            let reckoned = line.unit_price.as_ref();
            must(
                line.total == reckoned.map(|p| p.amount.times(line.quantity)),
                "a total is not price times quantity",
            );
        }
        must(
            line.endpoints > 0 && line.endpoints <= expected,
            "an order line stands for more endpoints than there are",
        );
    }
    let totals: u64 = plan.totals.iter().map(|total| total.quantity).sum();
    let ordered: u64 = quantities.values().sum();
    must(totals == ordered, "the totals do not add up");
    for (position, part) in plan.programmes.iter().enumerate() {
        let Some(year) = part.current_year else {
            continue;
        };
        let buy = plan.endpoints_of(position, Verdict::Buy);
        let running = plan.orders.iter().filter(|line| {
            line.programme == position
                && line.when == OrderWhen::Now
                && line.year == year
                && !line.back_charge
        });
        let current: u64 = running.map(|line| line.endpoints).sum();
        must(current <= buy, "more licences than endpoints");
        must(
            buy == 0
                || plan
                    .orders
                    .iter()
                    .any(|line| line.programme == position && line.when == OrderWhen::Now),
            "endpoints to buy for and no order",
        );
    }
    let traces = (plan.ledger.iter().map(|row| (row.programme, &*row.trace)))
        .chain(plan.orders.iter().map(|line| (line.programme, &line.trace)))
        .chain(
            plan.exposure
                .iter()
                .map(|part| (part.programme, &part.trace)),
        )
        .chain(
            plan.waiting
                .iter()
                .map(|line| (line.programme, &line.trace)),
        );
    for (position, trace) in traces {
        for rule in &trace.rules {
            must(
                programme_of(position).is_some_and(|programme| programme.has_rule(*rule)),
                &format!("the rule '{}' speaks without an entry", rule.id()),
            );
        }
    }
    must(
        plan.endpoints_with(Verdict::NeedsDecision) == 0 || !plan.open_questions.is_empty(),
        "a decision is needed and not asked for",
    );
    let sourced = plan
        .steps
        .iter()
        .all(|step| !step.faq.is_empty() && !step.groups.is_empty())
        && plan
            .notes
            .iter()
            .chain(&plan.warnings)
            .all(|note| !note.faq.is_empty())
        && plan.calendar.iter().all(|entry| !entry.faq.is_empty())
        && plan
            .assumptions
            .iter()
            .all(|assumption| !assumption.faq.is_empty())
        && plan.open_questions.iter().all(|open| !open.faq.is_empty())
        && plan
            .exposure
            .iter()
            .all(|exposure| !exposure.trace.faq.is_empty());
    must(sourced, "a line has no source");
    must(
        activations_have_their_keys(plan),
        "a year is activated whose key is not installed",
    );
    must(
        plan.calendar.windows(2).all(|pair| match pair {
            [first, second] => first.date <= second.date,
            _ => true,
        }),
        "the calendar is out of order",
    );
    must(
        plan.faq.len()
            == programmes
                .iter()
                .map(|programme| programme.faq.len())
                .sum::<usize>(),
        "a FAQ entry is not judged",
    );
    found
}

/// Whether every year that a command activates on a group has a step that installs its key there,
/// before it or in it.
fn activations_have_their_keys(plan: &Plan) -> bool {
    let runs = |step: &PlanStep, option: &str| {
        let mut commands = step.commands.iter();
        commands.any(|command| command.split(' ').any(|word| word == option))
    };
    plan.steps.iter().enumerate().all(|(position, step)| {
        if !runs(step, "/ato") && !runs(step, "/atp") {
            return true;
        }
        let installs = |group: usize, year: Option<CoverageYear>| {
            plan.steps.iter().take(position + 1).any(|earlier| {
                earlier.programme == step.programme
                    && earlier.groups.contains(&group)
                    && (earlier.years.is_empty()
                        || year.is_none_or(|year| earlier.years.contains(&year)))
                    && runs(earlier, "/ipk")
            })
        };
        step.groups.iter().all(|group| {
            installs(*group, None) && step.years.iter().all(|year| installs(*group, Some(*year)))
        })
    })
}
