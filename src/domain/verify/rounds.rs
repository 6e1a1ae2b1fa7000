//! The parts of the check: which profiles each of them tries, on which days.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::check::Check;
use super::kinds::{
    FAQ_NO, FAQ_YES, QUESTION_NOT, QUESTION_OPEN, QUESTION_SETTLED, early_conditions,
    for_each_condition,
};
use super::space::{
    base_profile, days_of, for_product, is_eligible, is_licensed, known_fields, many, one,
    owned_answers_of, set, systems, windows_of, with_unknown,
};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, Scope};
use crate::domain::guide::condition::{Condition, Truth};
use crate::domain::licensing::CoverageYear;
use crate::domain::plan::walk_facts;
use crate::domain::profile::Profile;
use crate::domain::programme::{Programme, RuleId};

/// One agreement for each channel, one that opens none, and none known.
fn opening_channels(programme: &Programme) -> Vec<Answer> {
    let mut opening: Vec<&str> = vec!["mpsa"];
    for sales in programme.base.offers.iter().flat_map(|offer| &offer.sales) {
        if let Some(agreement) = sales.accepts.first()
            && !opening.contains(&agreement.id())
        {
            opening.push(agreement.id());
        }
    }
    std::iter::once(Answer::Unknown)
        .chain(opening.iter().map(|agreement| many(&[agreement])))
        .collect()
}

impl Check<'_> {
    /// A day inside each coverage year, one before the first and one after the last.
    fn sample_days(&self) -> Vec<NaiveDate> {
        let programme = self.programme;
        let own = programme.base.offers.iter().flat_map(|o| &o.coverage);
        let mut days: BTreeSet<NaiveDate> = BTreeSet::new();
        for window in programme.base.coverage.iter().chain(own) {
            days.extend([
                window.first_day.pred_opt().unwrap_or(window.first_day),
                window.first_day.succ_opt().unwrap_or(window.first_day),
                window.last_day.succ_opt().unwrap_or(window.last_day),
            ]);
        }
        days.into_iter().collect()
    }

    pub(super) fn offers(&mut self) {
        let programme = self.programme;
        let conditions = early_conditions(programme);
        let every_channel = opening_channels(programme);
        let days = self.sample_days();
        let mut plans = 0;
        for condition in &conditions {
            let mut fields: Vec<Field> = condition.fields();
            // Which cores are counted follows from these.
            if fields.contains(&Field::CountedBy) {
                fields.extend([Field::CoreBasis, Field::Hosting]);
            }
            fields.retain(|field| {
                field.scope() != Scope::Derived && !matches!(field, Field::Product | Field::Edition)
            });
            fields.dedup();
            // Which channel lists a SKU matters to its condition alone.
            let is_of_sku = programme.skus.iter().any(|sku| sku.when == **condition);
            let channels = if is_of_sku && !fields.contains(&Field::Channels) {
                &every_channel[..]
            } else {
                &[Answer::Unknown]
            };
            for (product, edition) in systems(programme) {
                let is_main = edition
                    .as_deref()
                    .is_none_or(|edition| is_eligible(programme, edition));
                if !is_main {
                    continue;
                }
                for channel in channels {
                    let mut profile = base_profile(product.as_deref(), edition.as_deref());
                    set(&mut profile, Field::Channels, channel);
                    for_product(programme, &fields, &mut profile, &mut |profile| {
                        for day in &days {
                            self.plan(profile, *day);
                            plans += 1;
                        }
                    });
                }
            }
        }
        let how = format!(
            "for each of {} conditions of offers, requirements, rights and SKUs: systems × the full product of its fields × {} days",
            conditions.len(),
            days.len()
        );
        self.part("offers", how, plans);
    }

    pub(super) fn verdicts(&mut self) {
        let programme = self.programme;
        let mut plans = 0;
        let channels = opening_channels(programme);
        for (product, edition) in systems(programme) {
            // Hosting and channel are looked at only for editions that licences are bought for.
            let is_main = is_licensed(programme, &(product.clone(), edition.clone()));
            let days = days_of(programme, product.as_deref());
            let windows = windows_of(programme, product.as_deref());
            let leaving: Vec<Answer> = std::iter::once(Answer::Unknown)
                .chain(
                    windows
                        .iter()
                        .flat_map(|(_, day)| [*day, day.succ_opt().unwrap_or(*day)])
                        .map(Answer::Date),
                )
                .collect();
            let years: Vec<CoverageYear> = windows.iter().map(|(year, _)| *year).collect();
            let owned = owned_answers_of(&years);
            let hosting: Vec<Answer> = if is_main {
                with_unknown(programme, Field::Hosting)
            } else {
                vec![Answer::Unknown, one("azure-vm")]
            };
            let channels = if is_main {
                &channels[..]
            } else {
                channels.get(..2).unwrap_or(&channels)
            };
            for host in &hosting {
                for channel in channels {
                    for owned in &owned {
                        for leaves in &leaving {
                            let mut profile = base_profile(product.as_deref(), edition.as_deref());
                            set(&mut profile, Field::Hosting, host);
                            set(&mut profile, Field::Channels, channel);
                            set(&mut profile, Field::Owned, owned);
                            set(&mut profile, Field::LeavesOn, leaves);
                            for day in &days {
                                self.plan(&profile, *day);
                                plans += 1;
                            }
                        }
                    }
                }
            }
        }
        let how = format!(
            "full product of {} systems and editions × hosting × channels × owned years × leaving days × the days of the system; hosting and channels in full only where licences are bought",
            systems(programme).len(),
        );
        self.part("verdicts", how, plans);
    }

    pub(super) fn prices(&mut self) {
        let programme = self.programme;
        let mut days: BTreeSet<NaiveDate> = BTreeSet::new();
        for sales in programme.base.offers.iter().flat_map(|offer| &offer.sales) {
            days.extend([
                sales.first_day.pred_opt().unwrap_or(sales.first_day),
                sales.first_day,
            ]);
        }
        days.extend(
            programme
                .base
                .coverage
                .iter()
                .map(|window| window.first_day),
        );
        let Some((product, edition)) = systems(programme)
            .into_iter()
            .find(|system| is_licensed(programme, system))
        else {
            return;
        };
        let agreements = Field::Channels.fixed_values();
        let mut channel_sets = vec![Answer::Unknown, many(&[]), many(&agreements)];
        for (index, first) in agreements.iter().enumerate() {
            channel_sets.push(many(&[first]));
            for second in agreements.iter().skip(index + 1) {
                channel_sets.push(many(&[first, second]));
            }
        }
        let roles = [
            Answer::Unknown,
            one("end-customer"),
            one("csp-direct-partner"),
        ];
        let mut fields = vec![Field::OrderChannel];
        if programme.has_rule(RuleId::EnterprisePrice) || programme.base.promotion.is_some() {
            fields.extend([
                Field::WindowsEnterprise,
                Field::EnterpriseBenefit,
                Field::E5Offer,
            ]);
        }
        let mut plans = 0;
        for channels in &channel_sets {
            for role in &roles {
                let mut profile = base_profile(product.as_deref(), edition.as_deref());
                set(&mut profile, Field::Channels, channels);
                set(&mut profile, Field::Role, role);
                for_product(programme, &fields, &mut profile, &mut |profile| {
                    for day in &days {
                        self.plan(profile, *day);
                        plans += 1;
                    }
                });
            }
        }
        let how = format!(
            "full product of {} sets of agreements × 3 roles × order channel × Enterprise rights × benefit × offer × {} days",
            channel_sets.len(),
            days.len()
        );
        self.part("prices", how, plans);
    }

    /// How a device reaches the internet decides how its key is installed and activated.
    pub(super) fn activation(&mut self) {
        let programme = self.programme;
        let days = self.sample_days();
        let channels = opening_channels(programme);
        let mut plans = 0;
        for (product, edition) in systems(programme) {
            if !is_licensed(programme, &(product.clone(), edition.clone())) {
                continue;
            }
            let windows = windows_of(programme, product.as_deref());
            let years: Vec<CoverageYear> = windows.iter().map(|(year, _)| *year).collect();
            for connectivity in with_unknown(programme, Field::Connectivity) {
                for owned in owned_answers_of(&years) {
                    for channel in &channels {
                        let mut profile = base_profile(product.as_deref(), edition.as_deref());
                        set(&mut profile, Field::Connectivity, &connectivity);
                        set(&mut profile, Field::Owned, &owned);
                        set(&mut profile, Field::Channels, channel);
                        for day in &days {
                            self.plan(&profile, *day);
                            plans += 1;
                        }
                    }
                }
            }
        }
        let how = format!(
            "systems and editions that licences are bought for × connectivity × owned years × channels × {} days",
            days.len()
        );
        self.part("activation", how, plans);
    }

    /// Groups meet only in sums: pairs of everything that was reached so far, on the same day.
    pub(super) fn sums(&mut self) {
        let mut by_day: BTreeMap<NaiveDate, Vec<Profile>> = BTreeMap::new();
        for (_, profile, day) in self.situations.values() {
            by_day.entry(*day).or_default().push(profile.clone());
        }
        let mut plans = 0;
        for (day, profiles) in by_day {
            for first in &profiles {
                for second in &profiles {
                    let mut both = first.clone();
                    both.groups.extend(second.groups.iter().cloned());
                    self.plan(&both, day);
                    plans += 1;
                }
            }
        }
        let empty = Profile::default();
        for day in self.report.days.clone() {
            self.plan(&empty, day);
            plans += 1;
        }
        let how = "pairs of groups of all situations on their day, and no group at all".to_owned();
        self.part("sums", how, plans);
    }

    pub(super) fn conditions(&mut self) {
        let programme = self.programme;
        // From small to large: an item that has been reached everywhere needs no larger profile.
        let mut situations: Vec<(usize, Profile, NaiveDate)> =
            self.situations.values().cloned().collect();
        situations.sort_by_key(|(size, _, day)| (*size, *day));
        let mut items: Vec<(&'static str, String, Condition)> = Vec::new();
        for_each_condition(programme, &mut |kind, id, condition| {
            items.push((kind, id.to_owned(), condition.clone()));
        });
        let mut plans = 0;
        for (kind, id, condition) in &items {
            let mut fields: Vec<Field> = condition
                .fields()
                .into_iter()
                .filter(|field| field.scope() != Scope::Derived)
                .collect();
            if *kind == QUESTION_OPEN
                && let Some(field) = Field::from_id(id)
                && !fields.contains(&field)
            {
                fields.push(field);
            }
            let mut edges: BTreeSet<NaiveDate> = BTreeSet::new();
            condition.for_each(&mut |part| {
                if let Condition::OnOrAfter(day) = part {
                    edges.extend([day.pred_opt(), Some(*day)].into_iter().flatten());
                }
            });
            let wanted: &[&'static str] = match *kind {
                QUESTION_OPEN => &[QUESTION_OPEN, QUESTION_SETTLED, QUESTION_NOT],
                FAQ_YES if *condition != Condition::Always => &[FAQ_YES, FAQ_NO],
                _ => &[*kind],
            };
            for (size, profile, day) in &situations {
                let is_done = wanted.iter().all(|kind| {
                    let found = self.smallest.get(kind).and_then(|items| items.get(id));
                    found.is_some_and(|(smallest, _)| smallest <= size)
                });
                if is_done {
                    break;
                }
                let mut profile = profile.clone();
                let days: Vec<NaiveDate> = std::iter::once(*day).chain(edges.clone()).collect();
                for_product(programme, &fields, &mut profile, &mut |profile| {
                    for day in &days {
                        self.hold(kind, id, condition, profile, *day);
                        plans += 1;
                    }
                });
            }
        }
        let how = format!(
            "up to {} situations, small ones first, until all is reached, × the full product of the fields that each of {} conditions names",
            situations.len(),
            items.len()
        );
        self.part("conditions", how, plans);
    }

    /// Asks one condition of one profile.
    fn hold(
        &mut self,
        kind: &'static str,
        id: &str,
        condition: &Condition,
        profile: &Profile,
        day: NaiveDate,
    ) {
        let size = known_fields(profile);
        for (facts, _) in walk_facts(self.programme, profile, day) {
            let truth = condition.evaluate(&facts);
            if kind == QUESTION_OPEN {
                let field = Field::from_id(id);
                let is_known = field.is_some_and(|field| facts.is_known(field));
                let reached = match truth {
                    Truth::Yes if is_known => QUESTION_SETTLED,
                    Truth::Yes => QUESTION_OPEN,
                    Truth::No => QUESTION_NOT,
                    Truth::Unknown => continue,
                };
                self.reach(reached, id, size, profile, day);
            } else if truth == Truth::Yes {
                self.reach(kind, id, size, profile, day);
            } else if kind == FAQ_YES && truth == Truth::No {
                self.reach(FAQ_NO, id, size, profile, day);
            }
        }
    }
}
