//! The overview as the `esu-overview` JSON, version 1; one profile a line. Codes and numbers as in
//! the `esu-plan` JSON. Fields may be added, not renamed.

use serde_json::{Value, json};

use crate::domain::choice::Choice as _;
use crate::domain::licensing::CoverageYear;
use crate::domain::money::Money;
use crate::domain::plan::{OrderLine, UnitPrice, Verdict};
use crate::domain::text::Language;
use crate::report::ReportInput;
use crate::report::json::{money, period_id, span, unit_id};

use super::{Sums, Unusable, endpoints, open_questions, uncovered};

/// What stands before the profiles.
pub(super) fn head(language: Language) -> String {
    let language = language.id();
    format!(
        "{{\"format\":\"esu-overview\",\"version\":1,\"language\":\"{language}\",\"profiles\":["
    )
}

/// What stands after the profiles.
pub(super) fn tail(sums: &Sums, unusable: &[Unusable]) -> String {
    let unusable: Vec<Value> = unusable
        .iter()
        .map(|unusable| json!({"file": unusable.file, "problem": unusable.problem}))
        .collect();
    let amounts: Vec<Value> = sums
        .amounts
        .iter()
        .map(|(when, sum)| {
            json!({"when": when.id(), "amount": sum.decimal(), "currency": sum.currency.code()})
        })
        .collect();
    let summary = json!({
        "profiles": sums.planned + unusable.len(),
        "planned": sums.planned,
        "open": sums.open,
        "unusable": unusable.len(),
        "endpoints": sums.endpoints,
        "uncovered_endpoints": sums.uncovered,
        "amounts": amounts,
    });
    let unusable = Value::from(unusable);
    format!("\n],\"unusable\":{unusable},\"summary\":{summary}}}\n")
}

/// One profile with its programmes and order lines.
pub(super) fn profile(input: &ReportInput<'_>, file: &str, plan_file: Option<&str>) -> Value {
    let plan = input.plan;
    let id = |programme: usize| plan.programmes.get(programme).map(|part| &*part.id);
    let programmes: Vec<Value> = plan
        .programmes
        .iter()
        .enumerate()
        .map(|(position, part)| {
            let verdicts = Verdict::ALL.iter().map(|verdict| {
                let endpoints = plan.endpoints_of(position, *verdict);
                (verdict.id().to_owned(), Value::from(endpoints))
            });
            json!({
                "id": &*part.id,
                "current_year": part.current_year.map(CoverageYear::number),
                "endpoints": endpoints(plan, position),
                "uncovered_endpoints": uncovered(plan, position),
                "open_questions": open_questions(plan, position),
                "ledger_totals": verdicts.collect::<serde_json::Map<_, _>>(),
            })
        })
        .collect();
    let orders: Vec<Value> = plan
        .orders
        .iter()
        .map(|line| order(line, id(line.programme)))
        .collect();
    json!({
        "customer": input.profile.organisation.name,
        "file": file,
        "plan": plan_file,
        "as_of": plan.as_of.to_string(),
        "endpoints": plan.endpoints,
        "uncovered_endpoints": (0..plan.programmes.len()).map(|p| uncovered(plan, p)).sum::<u64>(),
        "uncounted_groups": plan.uncounted_groups.len(),
        "open_questions": plan.open_questions.len(),
        "programmes": programmes,
        "orders": orders,
    })
}

fn order(line: &OrderLine, programme: Option<&str>) -> Value {
    let estimate = line.estimate.as_ref().map(|estimate| {
        json!({
            "unit_price": price(&estimate.unit_price, line),
            "total": money(estimate.total),
        })
    });
    json!({
        "programme": programme,
        "sku": &*line.sku,
        "sku_name": line.sku_name,
        "coverage_year": line.year.number(),
        "back_year": line.back_year,
        "back_charge": line.back_charge,
        "when": line.when.id(),
        "order_by": line.order_by.map(|day| day.to_string()),
        "channel": line.channel.id(),
        "unit": unit_id(line.unit),
        "quantity": line.quantity,
        "unit_price": line.unit_price.as_ref().map(|unit_price| price(unit_price, line)),
        "charged_for": span(line.span),
        "total": line.total.map(money),
        "estimate": estimate,
        "endpoints": line.endpoints,
    })
}

fn price(price: &UnitPrice, line: &OrderLine) -> Value {
    let Money { currency, .. } = price.amount;
    json!({
        "amount": price.amount.decimal(),
        "currency": currency.code(),
        "basis": price.basis.id(),
        "per": line.priced_per,
        "period": period_id(line.priced_for),
    })
}
