//! The `esu-plan` JSON, version 1: codes and numbers that no language changes, and words in the
//! language asked for. Fields may be added, not renamed.

use serde_json::{Map, Value, json};

use crate::domain::changes::is_old;
use crate::domain::choice::Choice;
use crate::domain::field::{Answer, Field, Place};
use crate::domain::licensing::CoverageYear;
use crate::domain::money::Money;
use crate::domain::plan::{
    Assumption, CalendarEntry, Exposure, LedgerRow, OpenQuestion, OrderLine, PlanError, PlanNote,
    PlanStep, Span, Total, UnitPrice, Verdict, Waiting, WaysOut,
};
use crate::domain::programme::{Charge, NoteSection, Period, Unit};
use crate::domain::source::FaqId;
use crate::domain::text::Statement;

use super::ReportInput;
use super::facts::ProfileFacts;
use super::summary::summary_lines;
use super::words::Words;

/// Writes the plan as JSON with a line end after it.
pub fn render(input: &ReportInput<'_>) -> String {
    let writer = Writer {
        input,
        words: Words::new(input),
        facts: ProfileFacts::new(input.catalogue, input.profile, input.plan),
    };
    format!("{:#}\n", writer.whole())
}

struct Writer<'a> {
    input: &'a ReportInput<'a>,
    words: Words<'a>,
    facts: ProfileFacts<'a>,
}

fn ids(faq: &[FaqId]) -> Value {
    faq.iter().map(FaqId::as_str).collect()
}

fn field_ids(fields: &[Field]) -> Value {
    fields.iter().map(|field| field.id()).collect()
}

pub(crate) fn money(amount: Money) -> Value {
    json!({"amount": amount.decimal(), "currency": amount.currency.code()})
}

fn amounts(amounts: &[Money]) -> Value {
    amounts.iter().map(|amount| money(*amount)).collect()
}

/// An answer as ids, numbers and days; null while it is unknown.
fn answer(answer: &Answer) -> Value {
    match answer {
        Answer::Unknown => Value::Null,
        Answer::Text(text) => text.as_str().into(),
        Answer::One(id) => (**id).into(),
        Answer::Many(ids) => ids.iter().map(|id| &**id).collect(),
        Answer::Count(number) => (*number).into(),
        Answer::Date(day) => day.to_string().into(),
        Answer::Years(years) => years
            .iter()
            .map(|(year, quantity)| (year.number().to_string(), Value::from(*quantity)))
            .collect::<Map<_, _>>()
            .into(),
        Answer::Quotes(quotes) => quotes
            .iter()
            .map(|(sku, minor_units)| {
                let amount = Money {
                    minor_units: *minor_units,
                    currency: crate::domain::money::Currency::USD,
                };
                (sku.to_string(), Value::from(amount.decimal()))
            })
            .collect::<Map<_, _>>()
            .into(),
    }
}

impl Writer<'_> {
    fn whole(&self) -> Value {
        let (input, plan) = (self.input, self.input.plan);
        let list = |values: Vec<Value>| Value::Array(values);
        let names: Vec<&str> = input
            .programmes()
            .map(|programme| programme.base.name.get(input.language))
            .collect();
        let mut whole = json!({
            "format": "esu-plan",
            "version": 1,
            "programme": plan.programmes.iter().map(|part| &*part.id).collect::<Vec<_>>().join("+"),
            "programme_name": names.join(" + "),
            "programme_edition": plan.programmes.first().map(|part| part.edition),
            "programme_checked": input.programmes().map(|p| p.base.checked).min().map(|day| day.to_string()),
            "data_warnings": super::old_data_words(input),
            "programmes": self.programmes(),
            "language": input.language.id(),
            "as_of": plan.as_of.to_string(),
            "organisation": input.profile.organisation.name,
            "current_year": plan.programmes.first().and_then(|part| part.current_year).map(CoverageYear::number),
            "buys_through": plan.programmes.first().map(|part| part.buys_through.id()),
            "summary": summary_lines(input),
            "endpoints": plan.endpoints,
            "ledger_totals": self.ledger_totals(),
            "uncounted_groups": self.groups(&plan.uncounted_groups),
        });
        let parts = [
            (
                "ledger",
                list(plan.ledger.iter().map(|row| self.ledger_row(row)).collect()),
            ),
            (
                "orders",
                list(plan.orders.iter().map(|line| self.order(line)).collect()),
            ),
            (
                "totals",
                list(plan.totals.iter().map(|total| self.total(total)).collect()),
            ),
            (
                "exposure",
                list(
                    plan.exposure
                        .iter()
                        .map(|part| self.exposure(part))
                        .collect(),
                ),
            ),
            (
                "waiting",
                list(plan.waiting.iter().map(|line| self.waiting(line)).collect()),
            ),
            (
                "calendar",
                list(
                    plan.calendar
                        .iter()
                        .map(|entry| self.event(entry))
                        .collect(),
                ),
            ),
            (
                "steps",
                list(plan.steps.iter().map(|step| self.step(step)).collect()),
            ),
            (
                "errors",
                list(plan.errors.iter().map(|error| self.error(error)).collect()),
            ),
            ("support", self.support()),
            (
                "notes",
                list(plan.notes.iter().map(|note| self.note(note)).collect()),
            ),
            (
                "warnings",
                list(plan.warnings.iter().map(|note| self.note(note)).collect()),
            ),
            (
                "assumptions",
                list(
                    plan.assumptions
                        .iter()
                        .map(|line| self.assumption(line))
                        .collect(),
                ),
            ),
            (
                "open_questions",
                list(
                    plan.open_questions
                        .iter()
                        .map(|line| self.question(line))
                        .collect(),
                ),
            ),
            ("exits", self.exits()),
            ("changes", super::parts::changes::json(input)),
            ("faq", self.faq()),
        ];
        if let Some(object) = whole.as_object_mut() {
            for (name, value) in parts {
                object.insert(name.to_owned(), value);
            }
        }
        whole
    }

    fn groups(&self, positions: &[usize]) -> Value {
        positions
            .iter()
            .map(|position| self.group(*position))
            .collect()
    }

    /// A group's name as the profile has it, or its number, as `#4`, while it has none; the same in
    /// every language.
    fn group(&self, position: usize) -> String {
        match self.input.profile.groups.get(position) {
            Some(group) if !group.name.trim().is_empty() => group.name.clone(),
            _ => format!("#{}", position + 1),
        }
    }

    fn text(&self, statement: &Statement) -> String {
        crate::i18n::say(self.words.language, statement)
    }

    fn reasons(&self, reasons: &[Statement]) -> Value {
        reasons.iter().map(|reason| self.text(reason)).collect()
    }

    fn facts(&self, fields: &[Field], groups: &[usize]) -> Value {
        self.facts
            .facts(fields, groups)
            .iter()
            .map(|fact| {
                let mut value = json!({
                    "field": fact.field.id(),
                    "value": answer(fact.answer),
                });
                if let (Some(position), Some(object)) = (fact.group, value.as_object_mut()) {
                    object.insert("group".to_owned(), self.group(position).into());
                }
                value
            })
            .collect()
    }

    fn ledger_totals(&self) -> Value {
        Verdict::ALL
            .iter()
            .map(|verdict| {
                let endpoints = self.input.plan.endpoints_with(*verdict);
                (verdict.id().to_owned(), Value::from(endpoints))
            })
            .collect::<Map<_, _>>()
            .into()
    }

    fn programmes(&self) -> Value {
        let parts = self.input.plan.programmes.iter();
        parts
            .zip(self.input.programmes())
            .map(|(part, programme)| {
                json!({
                    "id": &*part.id,
                    "name": programme.base.name.get(self.words.language),
                    "edition": part.edition,
                    "checked": programme.base.checked.to_string(),
                    "old": self.input.today.map(|today| is_old(programme.base.checked, today)),
                    "current_year": part.current_year.map(CoverageYear::number),
                    "buys_through": part.buys_through.id(),
                    "groups": self.groups(&part.groups),
                })
            })
            .collect()
    }

    /// The id of a line's programme.
    fn programme(&self, position: usize) -> Value {
        let part = self.input.plan.programmes.get(position);
        part.map(|part| Value::from(&*part.id)).unwrap_or_default()
    }

    fn price(&self, price: &UnitPrice, line: &OrderLine) -> Value {
        json!({
            "amount": price.amount.decimal(),
            "currency": price.amount.currency.code(),
            "basis": price.basis.id(),
            "source": price.source.as_ref().map(|source| source.get(self.words.language)),
            "per": line.priced_per,
            "period": period_id(line.priced_for),
        })
    }

    /// The ways out of the old systems, group by group.
    fn exits(&self) -> Value {
        let input = self.input;
        let ways = WaysOut::new(input.catalogue, input.profile, input.plan);
        (0..input.profile.groups.len())
            .flat_map(|position| ways.of_group(position))
            .map(|exit| {
                let data = input.catalogue.exit(&exit.id);
                json!({
                    "programme": self.programme(exit.programme),
                    "groups": self.groups(&exit.groups),
                    "id": &*exit.id,
                    "kind": exit.kind.id(),
                    "title": data.map(|data| data.name.get(self.words.language)),
                    "detail": data.map(|data| data.text.get(self.words.language)),
                    "endpoints": exit.endpoints,
                    "becomes": exit.becomes.id(),
                    "target_ends": exit.target_ends.map(|day| day.to_string()),
                    "esu_cost": exit.esu_cost.map(money),
                    "exit_cost": exit.exit_cost.map(money),
                    "breaks_even_on": exit.breaks_even_on.map(|day| day.to_string()),
                    "cheaper_in_the_end": exit.cheaper.map(Choice::id),
                    "certainty": format!("{:?}", exit.certainty).to_lowercase(),
                    "facts": self.facts(&exit.fields, &exit.groups),
                    "faq": ids(&exit.faq),
                })
            })
            .collect()
    }

    fn ledger_row(&self, row: &LedgerRow) -> Value {
        json!({
            "programme": self.programme(row.programme),
            "group": self.group(row.group),
            "endpoints": row.endpoints,
            "verdict": row.verdict.id(),
            "reasons": self.reasons(&row.trace.reasons),
            "facts": self.facts(&row.trace.fields, &[row.group]),
            "faq": ids(&row.trace.faq),
        })
    }

    fn order(&self, line: &OrderLine) -> Value {
        let positions: Vec<usize> = line.groups.iter().map(|(position, _)| *position).collect();
        let unit_price = line
            .unit_price
            .as_ref()
            .map(|price| self.price(price, line));
        let estimate = line.estimate.as_ref().map(|estimate| {
            json!({
                "unit_price": self.price(&estimate.unit_price, line),
                "total": money(estimate.total),
            })
        });
        json!({
            "programme": self.programme(line.programme),
            "sku": &*line.sku,
            "sku_name": line.sku_name,
            "coverage_year": line.year.number(),
            "channel": line.channel.id(),
            "quantity": line.quantity,
            "unit": unit_id(line.unit),
            "endpoints": line.endpoints,
            "charged": charge_id(line.charge),
            "charged_for": span(line.span),
            "back_charge": line.back_charge,
            "unit_price": unit_price,
            "total": line.total.map(money),
            "estimate": estimate,
            "when": line.when.id(),
            "available_from": line.available_from.map(|day| day.to_string()),
            "starts_on": line.starts_on.to_string(),
            "order_by": line.order_by.map(|day| day.to_string()),
            "back_year": line.back_year,
            "groups": self.groups(&positions),
            "group_quantities": line.groups.iter().map(|(_, quantity)| *quantity).collect::<Vec<_>>(),
            "reasons": self.reasons(&line.trace.reasons),
            "facts": self.facts(&line.trace.fields, &positions),
            "faq": ids(&line.trace.faq),
        })
    }

    fn exposure(&self, part: &Exposure) -> Value {
        json!({
            "programme": self.programme(part.programme),
            "groups": self.groups(&part.groups),
            "endpoints": part.endpoints,
            "since": part.since.to_string(),
            "first_missed": part.first_missed.to_string(),
            "is_over": part.is_over,
            "is_hopeless": part.is_hopeless,
            "releases_missed": part.releases_missed,
            "months": part.months,
            "reasons": self.reasons(&part.trace.reasons),
            "facts": self.facts(&part.trace.fields, &part.groups),
            "faq": ids(&part.trace.faq),
        })
    }

    fn waiting(&self, waiting: &Waiting) -> Value {
        json!({
            "programme": self.programme(waiting.programme),
            "coverage_year": waiting.year.number(),
            "from": waiting.from.to_string(),
            "amounts": amounts(&waiting.amounts),
            "releases_missed": waiting.releases_missed,
            "reasons": self.reasons(&waiting.trace.reasons),
            "fields": field_ids(&waiting.trace.fields),
            "faq": ids(&waiting.trace.faq),
        })
    }

    fn event(&self, entry: &CalendarEntry) -> Value {
        json!({
            "programme": self.programme(entry.programme),
            "date": entry.date.to_string(),
            "kind": entry.kind.id(),
            "title": self.text(&self.input.event_title(entry)),
            "faq": ids(&entry.faq),
        })
    }

    fn step(&self, step: &PlanStep) -> Value {
        let language = self.words.language;
        let mut value = json!({
            "programme": self.programme(step.programme),
            "phase": step.phase.id(),
            "id": &*step.id,
            "groups": self.groups(&step.groups),
            "title": step.title.get(language),
            "detail": step.detail.get(language),
            "commands": step.commands,
            "years": step.years.iter().copied().map(CoverageYear::number).collect::<Vec<_>>(),
            "facts": self.facts(&step.fields, &step.groups),
            "faq": ids(&step.faq),
        });
        // The groups that have it done, once somebody has begun to tick.
        let done = self.input.groups_done(step);
        if !done.is_empty()
            && let Some(fields) = value.as_object_mut()
        {
            fields.insert("done".to_owned(), self.groups(&done));
        }
        value
    }

    fn error(&self, error: &PlanError) -> Value {
        let language = self.words.language;
        json!({
            "programme": self.programme(error.programme),
            "phase": error.phase.id(),
            "symptom": error.symptom.get(language),
            "cause": error.cause.get(language),
            "action": error.action.get(language),
            "faq": ids(&error.faq),
        })
    }

    fn note(&self, note: &PlanNote) -> Value {
        json!({
            "programme": self.programme(note.programme),
            "code": &*note.code,
            "severity": note.severity.id(),
            "about": note.about.id(),
            "section": note.section.id(),
            "groups": self.groups(&note.groups),
            "text": self.text(&note.text),
            "certainty": format!("{:?}", note.certainty).to_lowercase(),
            "facts": self.facts(&note.fields, self.input.groups_of(note.programme, &note.groups)),
            "faq": ids(&note.faq),
        })
    }

    /// What the notes and warnings say about support, in their order.
    fn support(&self) -> Value {
        let plan = self.input.plan;
        let mut codes: Vec<&str> = Vec::new();
        let mut text: Vec<String> = Vec::new();
        let mut faq: Vec<&str> = Vec::new();
        for note in plan.notes.iter().chain(&plan.warnings) {
            if note.section != NoteSection::Support {
                continue;
            }
            codes.push(&note.code);
            text.push(self.text(&note.text));
            for id in note.faq.iter() {
                if !faq.contains(&id.as_str()) {
                    faq.push(id.as_str());
                }
            }
        }
        json!({"text": text, "codes": codes, "faq": faq})
    }

    fn assumption(&self, assumption: &Assumption) -> Value {
        let places: Vec<String> = assumption
            .places
            .iter()
            .map(|place| match place {
                Place::Organisation => "organisation".to_owned(),
                Place::Group(position) => self.group(*position),
            })
            .collect();
        json!({
            "programme": self.programme(assumption.programme),
            "field": assumption.field.id(),
            "places": places,
            "assumed": self.text(&assumption.assumed),
            "would_change": self.text(&assumption.would_change),
            "amounts": amounts(&assumption.amounts),
            "faq": ids(&assumption.faq),
        })
    }

    fn question(&self, question: &OpenQuestion) -> Value {
        json!({
            "programme": self.programme(question.programme),
            "field": question.field.map(Field::id),
            "groups": self.groups(&question.groups),
            "text": self.text(&question.text),
            "faq": ids(&question.faq),
        })
    }

    fn faq(&self) -> Value {
        self.input
            .plan
            .faq
            .iter()
            .map(|entry| {
                let value = json!({
                    "applies": entry.applies.id(),
                    "because": self.facts.because(self.words.language, entry),
                });
                (entry.id.as_str().to_owned(), value)
            })
            .collect::<Map<_, _>>()
            .into()
    }

    fn total(&self, total: &Total) -> Value {
        json!({
            "programme": self.programme(total.programme),
            "channel": total.channel.id(),
            "coverage_year": total.year.number(),
            "when": total.when.id(),
            "quantity": total.quantity,
            "amount": total.amount.map(|amount| amount.decimal()),
            "currency": total.amount.map(|amount| amount.currency.code().to_owned()),
        })
    }
}

pub(crate) fn unit_id(unit: Unit) -> &'static str {
    match unit {
        Unit::Device => "device",
        Unit::User(_) => "user",
        Unit::Account(_) => "account",
        Unit::Cores(cores) if cores.pack > 1 => "core-pack",
        Unit::Cores(_) => "core",
    }
}

pub(crate) fn period_id(period: Period) -> &'static str {
    match period {
        Period::Year => "year",
        Period::Month => "month",
        Period::Hour => "hour",
        Period::Once => "once",
    }
}

fn charge_id(charge: Charge) -> &'static str {
    match charge {
        Charge::Yearly => "yearly",
        Charge::Monthly => "monthly",
        Charge::Hourly => "hourly",
        Charge::Once => "once",
    }
}

/// The part of the year that is charged; null where it is the whole of it.
pub(crate) fn span(span: Span) -> Value {
    match span {
        Span::Whole => Value::Null,
        Span::Months(months) => json!({"months": months}),
        Span::Days { days, of } => json!({"days": days, "of_days": of}),
    }
}
