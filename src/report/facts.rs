//! The facts of the profile that lines rest on, gathered once for all groups.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, Place, Scope, organisation_answer};
use crate::domain::licensing::YesNo;
use crate::domain::plan::{Applicability, Plan, Verdict, derived_values, faq_because};
use crate::domain::profile::Profile;
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;

use super::words::{FACTS_APART, Words, answer_text, clean, group_name};
use crate::i18n;

/// So many answers of one field are printed before they are only counted.
const ANSWERS_SHOWN: usize = 3;

/// The answers of one field, each once, and which of them each group holds.
struct Column {
    answers: Vec<Answer>,
    of_group: Vec<usize>,
}

/// A fact that a line rests on.
pub(super) struct Fact<'a> {
    pub(super) field: Field,
    pub(super) answer: &'a Answer,
    /// The group that alone holds it, when the line is about several.
    pub(super) group: Option<usize>,
}

/// All answers of a profile and what the plan derived from them.
pub(super) struct ProfileFacts<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) profile: &'a Profile,
    plan: &'a Plan,
    columns: Vec<OnceCell<Column>>,
    all_groups: Vec<usize>,
}

impl<'a> ProfileFacts<'a> {
    pub(super) fn new(catalogue: &'a Catalogue, profile: &'a Profile, plan: &'a Plan) -> Self {
        Self {
            catalogue,
            profile,
            plan,
            columns: Field::ALL.iter().map(|_| OnceCell::new()).collect(),
            all_groups: (0..profile.groups.len()).collect(),
        }
    }

    fn column(&self, field: Field) -> Option<&Column> {
        let cell = self.columns.get(field.index() as usize)?;
        Some(cell.get_or_init(|| {
            let mut known: BTreeMap<String, usize> = BTreeMap::new();
            let mut column = Column {
                answers: Vec::new(),
                of_group: Vec::new(),
            };
            for answer in self.answers(field) {
                let index = *known.entry(answer_ids(&answer)).or_insert_with(|| {
                    column.answers.push(answer);
                    column.answers.len() - 1
                });
                column.of_group.push(index);
            }
            column
        }))
    }

    /// The answers of a field, one a group; one alone for a field of the organisation.
    fn answers(&self, field: Field) -> Vec<Answer> {
        match field {
            Field::Phase | Field::BuysThrough | Field::Offer | Field::CountedBy => {
                self.derived(field)
            }
            Field::Route => self
                .profile
                .groups
                .iter()
                .map(|group| {
                    let product = group.product.as_deref();
                    let product = product.and_then(|id| self.catalogue.product(id));
                    product.map_or(Answer::Unknown, |product| {
                        Answer::One(product.route.id().into())
                    })
                })
                .collect(),
            Field::Verdict => self.verdicts(),
            Field::BackYears => self.back_years(),
            _ => match field.scope() {
                Scope::Organisation | Scope::Derived => {
                    vec![organisation_answer(&self.profile.organisation, field)]
                }
                Scope::Group => (0..self.profile.groups.len())
                    .map(|position| self.profile.answer(Place::Group(position), field))
                    .collect(),
            },
        }
    }

    /// What the plan derived for each group.
    fn derived(&self, field: Field) -> Vec<Answer> {
        let of_group = |position: Option<usize>| {
            let ids = derived_values(self.catalogue, self.profile, self.plan, position, field);
            match ids.first() {
                Some(id) => Answer::One(id.as_str().into()),
                None => Answer::Unknown,
            }
        };
        if self.profile.groups.is_empty() {
            return vec![of_group(None)];
        }
        (0..self.profile.groups.len())
            .map(|position| of_group(Some(position)))
            .collect()
    }

    fn verdicts(&self) -> Vec<Answer> {
        let mut answers = vec![Answer::Unknown; self.profile.groups.len()];
        for row in &self.plan.ledger {
            // In facts verdicts are written like all other ids.
            let id = verdict_id(row.verdict);
            if let Some(answer) = answers.get_mut(row.group) {
                match answer {
                    Answer::Many(ids) => {
                        ids.insert(id.into());
                    }
                    _ => *answer = Answer::Many(std::iter::once(id.into()).collect()),
                }
            }
        }
        answers
    }

    fn back_years(&self) -> Vec<Answer> {
        let mut answers = vec![Answer::One(YesNo::No.id().into()); self.profile.groups.len()];
        for line in self.plan.orders.iter().filter(|line| line.back_year) {
            for (position, _) in &line.groups {
                if let Some(answer) = answers.get_mut(*position) {
                    *answer = Answer::One(YesNo::Yes.id().into());
                }
            }
        }
        answers
    }

    /// Whether a field is answered once, not by each group.
    fn is_shared(field: Field) -> bool {
        match field.scope() {
            Scope::Organisation => true,
            Scope::Group | Scope::Derived => false,
        }
    }

    /// What a field holds at a place.
    pub(super) fn answer(&self, place: Place, field: Field) -> &Answer {
        const UNKNOWN: &Answer = &Answer::Unknown;
        let position = match place {
            Place::Group(position) if !Self::is_shared(field) => position,
            _ => 0,
        };
        self.column(field)
            .and_then(|column| column.answers.get(*column.of_group.get(position)?))
            .unwrap_or(UNKNOWN)
    }

    /// The distinct answers of these fields in these groups; no group stands for all.
    pub(super) fn facts(&self, fields: &[Field], groups: &[usize]) -> Vec<Fact<'_>> {
        let groups = if groups.is_empty() {
            &self.all_groups[..]
        } else {
            groups
        };
        let mut facts = Vec::new();
        for field in fields {
            let Some(column) = self.column(*field) else {
                continue;
            };
            if Self::is_shared(*field) {
                facts.extend(column.answers.first().map(|answer| Fact {
                    field: *field,
                    answer,
                    group: None,
                }));
                continue;
            }
            // How many of the groups hold each answer, and the first that does.
            let mut held: Vec<(usize, usize)> = vec![(0, 0); column.answers.len()];
            let mut order: Vec<usize> = Vec::new();
            for group in groups {
                let Some(index) = column.of_group.get(*group) else {
                    continue;
                };
                if let Some(slot) = held.get_mut(*index) {
                    if slot.0 == 0 {
                        slot.1 = *group;
                        order.push(*index);
                    }
                    slot.0 += 1;
                }
            }
            for index in order {
                if let (Some(answer), Some((times, first))) =
                    (column.answers.get(index), held.get(index))
                {
                    facts.push(Fact {
                        field: *field,
                        answer,
                        group: (*times == 1 && groups.len() > 1).then_some(*first),
                    });
                }
            }
        }
        facts
    }

    /// The facts in words: `System: Windows 7 · Hosting: Physical / On-premises VDI`. What is
    /// unknown stands there only where the plan had to assume something or asks for it.
    pub(super) fn in_words(&self, words: &Words<'_>, fields: &[Field], groups: &[usize]) -> String {
        let facts = self.facts(fields, groups);
        let mut parts: Vec<String> = Vec::new();
        for field in fields {
            let answers: Vec<&Answer> = facts
                .iter()
                .filter(|fact| fact.field == *field)
                .filter(|fact| *fact.answer != Answer::Unknown || self.is_asked_for(*field))
                .map(|fact| fact.answer)
                .collect();
            if answers.is_empty() {
                continue;
            }
            let text = if answers.len() > ANSWERS_SHOWN {
                words.counted("plan-different-answers", answers.len() as u64)
            } else {
                answers
                    .iter()
                    .map(|answer| self.short_answer(words, *field, answer))
                    .collect::<Vec<_>>()
                    .join(" / ")
            };
            parts.push(format!("{}: {text}", i18n::field(words.language, *field)));
        }
        parts.join(FACTS_APART)
    }

    fn is_asked_for(&self, field: Field) -> bool {
        self.plan.assumptions.iter().any(|line| line.field == field)
            || self
                .plan
                .open_questions
                .iter()
                .any(|line| line.field == Some(field))
    }

    /// An answer in words; of the names of updates only what stands before the colon.
    fn short_answer(&self, words: &Words<'_>, field: Field, answer: &Answer) -> String {
        let language = words.language;
        match (field, answer) {
            (Field::Prerequisites, Answer::Many(ids)) if !ids.is_empty() => ids
                .iter()
                .map(|id| {
                    let name = i18n::answer(language, self.catalogue, field, id);
                    let short = name.split(": ").next().unwrap_or_default();
                    clean(short).into_owned()
                })
                .collect::<Vec<_>>()
                .join(", "),
            _ => answer_text(language, self.catalogue, field, answer),
        }
    }

    /// Why a FAQ entry matters or not, in ids: `hosting = on-premises-vdi (Ward VDI)`.
    pub(super) fn because(&self, language: Language, applicability: &Applicability) -> Vec<String> {
        faq_because(self.catalogue, self.profile, self.plan.as_of, applicability)
            .into_iter()
            .map(|(place, field)| {
                let ids = answer_ids(self.answer(place, field));
                let ids = clean(&ids);
                match place {
                    Place::Group(position) => {
                        let name = group_name(language, self.profile, position);
                        format!("{} = {ids} ({name})", field.id())
                    }
                    Place::Organisation => format!("{} = {ids}", field.id()),
                }
            })
            .collect()
    }
}

/// Why a FAQ entry matters to a profile or not, in ids that no language changes:
/// `hosting = on-premises-vdi (Ward VDI)`.
pub fn because(
    language: Language,
    catalogue: &Catalogue,
    profile: &Profile,
    plan: &Plan,
    applicability: &Applicability,
) -> Vec<String> {
    ProfileFacts::new(catalogue, profile, plan).because(language, applicability)
}

/// A verdict as conditions and facts write it.
pub(super) fn verdict_id(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Buy => "buy",
        Verdict::CoveredFree => "covered-free",
        Verdict::Oem => "oem",
        Verdict::AlreadyCovered => "already-covered",
        Verdict::NotEligible => "not-eligible",
        Verdict::NotOffered => "not-offered",
        Verdict::Retired => "retired",
        Verdict::NeedsDecision => "needs-decision",
    }
}

/// An answer in ids and numbers, the same in every language.
pub(super) fn answer_ids(answer: &Answer) -> String {
    match answer {
        Answer::Unknown => "unknown".to_owned(),
        Answer::Text(text) => text.clone(),
        Answer::One(id) => id.to_string(),
        Answer::Many(ids) if ids.is_empty() => "none".to_owned(),
        Answer::Many(ids) => ids.iter().map(|id| &**id).collect::<Vec<_>>().join(", "),
        Answer::Count(number) => number.to_string(),
        Answer::Date(day) => day.to_string(),
        Answer::Years(years) if years.is_empty() => "none".to_owned(),
        Answer::Years(years) => years
            .iter()
            .map(|(year, quantity)| format!("year-{}: {quantity}", year.number()))
            .collect::<Vec<_>>()
            .join(", "),
        Answer::Quotes(quotes) => quotes
            .iter()
            .map(|(sku, minor_units)| format!("{sku}: {minor_units}"))
            .collect::<Vec<_>>()
            .join(", "),
    }
}
