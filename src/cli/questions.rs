//! `questions`: the walk as it stands.

use std::io::Write;

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{ListFormat, QuestionsCall};
use super::{CallError, DONE, as_of, catalogue, load, plan_for};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Place};
use crate::domain::guide::walk::{QuestionState, WalkStep};
use crate::domain::profile::Profile;
use crate::i18n::{self, tr, tr_with};
use crate::report::{answer_text, group_name};

pub(super) fn run(
    call: &QuestionsCall,
    today: NaiveDate,
    out: &mut dyn Write,
) -> Result<u8, CallError> {
    let catalogue = catalogue()?;
    let language = call.list.texts.language();
    let document = load(&call.file)?;
    let profile = &document.profile;
    let day = as_of(call.as_of, &document, today);
    let (walk, plan) = plan_for(&document, day, call.programme.as_deref())?;
    let programme_of = |step: &WalkStep| {
        let part = plan.programmes.get(step.programme)?;
        catalogue.get(&part.id)
    };
    let ids = |fields: &[Field]| fields.iter().map(|f| f.id()).collect::<Vec<_>>();
    match call.list.format {
        ListFormat::Json => {
            let list: Vec<_> = walk
                .steps
                .iter()
                .filter_map(|step| {
                    let programme = programme_of(step)?;
                    Some((step, programme, programme.questions.get(step.question)?))
                })
                .map(|(step, programme, question)| {
                    let places = |places: &[Place]| {
                        places
                            .iter()
                            .map(|place| place_name(profile, *place, language))
                            .collect::<Vec<_>>()
                    };
                    let (state, open_at, waits_for, because) = match &step.state {
                        QuestionState::Settled => ("settled", vec![], vec![], vec![]),
                        QuestionState::Open(open) => ("open", places(open), vec![], vec![]),
                        QuestionState::Waiting(fields) => ("open", vec![], ids(fields), vec![]),
                        QuestionState::NotApplicable(fields) => {
                            ("not_applicable", vec![], vec![], ids(fields))
                        }
                    };
                    let settled_by: Vec<_> = step
                        .places
                        .iter()
                        .map(|place| {
                            json!({
                                "place": place_name(profile, *place, language),
                                "answer": answer_text(language, catalogue, step.field, &profile.answer(*place, step.field)),
                            })
                        })
                        .collect();
                    json!({
                        "programme": programme.base.id,
                        "id": step.field.id(),
                        "section": question.section.id(),
                        "state": state,
                        "ask": question.ask.get(language),
                        "why": question.why.get(language),
                        "open_at": open_at,
                        "waits_for": waits_for,
                        "because": because,
                        "answers": settled_by,
                        "faq": question.sources.iter().map(ToString::to_string).collect::<Vec<_>>(),
                    })
                })
                .collect();
            let ids: Vec<&str> = plan.programmes.iter().map(|part| &*part.id).collect();
            let whole = json!({"format": "esu-questions", "version": 1, "programme": ids.join("+"), "as_of": day.to_string(), "questions": list});
            writeln!(out, "{whole:#}")?;
        }
        ListFormat::Text => {
            let (settled, open, other) = walk.counts();
            for (heading, wanted) in [
                ("questions-open", 0u8),
                ("questions-waiting", 1),
                ("questions-settled", 2),
                ("questions-not-applicable", 3),
            ] {
                let steps: Vec<_> = walk
                    .steps
                    .iter()
                    .filter(|step| wanted == state_index(&step.state))
                    .collect();
                if steps.is_empty() {
                    continue;
                }
                writeln!(out, "{}", tr(language, heading))?;
                for step in steps {
                    let Some((programme, question)) =
                        programme_of(step).and_then(|p| Some((p, p.questions.get(step.question)?)))
                    else {
                        continue;
                    };
                    let faq: Vec<_> = question.sources.iter().map(ToString::to_string).collect();
                    let ask = question.ask.get(language);
                    let ask = if plan.programmes.len() > 1 {
                        format!("{} · {ask}", programme.base.short_name.get(language))
                    } else {
                        ask.to_owned()
                    };
                    writeln!(out, "  {}: {ask} [{}]", step.field.id(), faq.join(", "))?;
                    match &step.state {
                        QuestionState::Settled => {
                            for place in &step.places {
                                let answer = profile.answer(*place, step.field);
                                let text = answer_text(language, catalogue, step.field, &answer);
                                let place = place_name(profile, *place, language);
                                writeln!(out, "      {place}: {text}")?;
                            }
                        }
                        QuestionState::Open(places) => {
                            writeln!(out, "      {}", question.why.get(language))?;
                            for place in places {
                                writeln!(out, "      → {}", place_name(profile, *place, language))?;
                            }
                        }
                        QuestionState::Waiting(fields) | QuestionState::NotApplicable(fields) => {
                            let names: Vec<_> =
                                fields.iter().map(|f| i18n::field(language, *f)).collect();
                            let args = [("fields", names.join(", ").into())];
                            writeln!(
                                out,
                                "      {}",
                                tr_with(language, "questions-because", &args)
                            )?;
                        }
                    }
                }
                writeln!(out)?;
            }
            let args = [
                ("settled", i18n::count(settled as u64)),
                ("open", i18n::count(open as u64)),
                ("other", i18n::count(other as u64)),
            ];
            writeln!(out, "{}", tr_with(language, "questions-count", &args))?;
        }
    }
    Ok(DONE)
}

fn state_index(state: &QuestionState) -> u8 {
    match state {
        QuestionState::Open(_) => 0,
        QuestionState::Waiting(_) => 1,
        QuestionState::Settled => 2,
        QuestionState::NotApplicable(_) => 3,
    }
}

fn place_name(profile: &Profile, place: Place, language: crate::domain::text::Language) -> String {
    match place {
        Place::Organisation => tr(language, "questions-organisation"),
        Place::Group(position) => group_name(language, profile, position),
    }
}
