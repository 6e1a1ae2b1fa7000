//! Ways out of the old systems beside ESU: what each does to the ledger, what it costs at the
//! organisation's own price, and from which day on ESU has cost as much.
//!
//! They are worked out when somebody looks, not with every keystroke, and stand beside the plan.

use std::sync::Arc;

use chrono::{Months, NaiveDate};

use super::build::walk_facts;
use super::{OrderWhen, Plan, Span, Verdict};
use crate::domain::choice::choices;
use crate::domain::field::Field;
use crate::domain::guide::condition::Truth;
use crate::domain::money::{Currency, Money};
use crate::domain::profile::{DataId, Profile};
use crate::domain::programme::{Catalogue, Exit, ExitBecomes, ExitKind, Period, Programme};
use crate::domain::source::{Certainty, Sources};

/// A way out of the old system for some groups, beside ESU.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanExit {
    /// The programme, by its position in [`Plan::programmes`].
    pub programme: usize,
    /// The groups, by position.
    pub groups: Vec<usize>,
    /// The way out, by its id.
    pub id: DataId,
    /// What it is.
    pub kind: ExitKind,
    /// How many endpoints would take it.
    pub endpoints: u64,
    /// What they become in the ledger.
    pub becomes: Verdict,
    /// The last day of support of what it leads to, where one is known.
    pub target_ends: Option<NaiveDate>,
    /// What ESU still costs them from the as-of date on; none where nothing is ordered or a price is
    /// missing.
    pub esu_cost: Option<Money>,
    /// What the way out costs over the same time at the organisation's own price; none without one.
    pub exit_cost: Option<Money>,
    /// The day from which the one that is cheaper in the end stays cheaper; none where a price is
    /// missing or it is cheaper from the first day.
    pub breaks_even_on: Option<NaiveDate>,
    /// Which of both has cost less in the end; none where a price is missing.
    pub cheaper: Option<Cheaper>,
    /// The profile fields it rests on.
    pub fields: Vec<Field>,
    /// The entries it rests on.
    pub faq: Sources,
    /// How sure it is.
    pub certainty: Certainty,
}

choices! {
    /// Which of ESU and a way out has cost less in the end.
    Cheaper {
        /// ESU.
        Esu = "esu",
        /// The way out, also where both cost the same.
        Exit = "exit",
    }
}

/// What a group pays for ESU from the as-of date on, in order of the days; none where a price is
/// missing or currencies are mixed.
type Payments = Option<Vec<(NaiveDate, i128)>>;

/// A way out that fits a group: the position of its programme in the plan, its data, and the fields
/// that made it fit.
type Fitting<'a> = (usize, &'a Programme, &'a Exit, Vec<Field>);

/// The ways out of a plan's groups.
pub struct WaysOut<'a> {
    plan: &'a Plan,
    profile: &'a Profile,
    /// By group: the ways out that fit it.
    fitting: Vec<Vec<Fitting<'a>>>,
    /// By group: the endpoints that count, and what ESU costs them.
    endpoints: Vec<u64>,
    payments: Vec<Payments>,
    currency: Currency,
}

impl<'a> WaysOut<'a> {
    /// Looks at all groups of a plan.
    pub fn new(catalogue: &'a Catalogue, profile: &'a Profile, plan: &'a Plan) -> Self {
        let count = profile.groups.len();
        let mut fitting: Vec<Vec<_>> = vec![Vec::new(); count];
        for (index, part) in plan.programmes.iter().enumerate() {
            let Some(programme) = catalogue.get(&part.id) else {
                continue;
            };
            let own = Profile {
                organisation: profile.organisation.clone(),
                groups: part
                    .groups
                    .iter()
                    .filter_map(|position| profile.groups.get(*position).map(Arc::clone))
                    .collect(),
            };
            for (facts, groups) in walk_facts(programme, &own, plan.as_of) {
                for exit in &programme.exits {
                    if exit.when.evaluate(&facts) != Truth::Yes {
                        continue;
                    }
                    let fields = exit.when.because(&facts);
                    for group in &groups {
                        let position = part.groups.get(*group).copied();
                        if let Some(slot) = position.and_then(|p| fitting.get_mut(p)) {
                            slot.push((index, programme, exit, fields.clone()));
                        }
                    }
                }
            }
        }
        let mut endpoints = vec![0; count];
        for row in &plan.ledger {
            if let Some(slot) = endpoints.get_mut(row.group) {
                *slot += row.endpoints;
            }
        }
        let currency = profile.organisation.currency.unwrap_or(Currency::USD);
        Self {
            plan,
            profile,
            fitting,
            endpoints,
            payments: payments(plan, count, currency),
            currency,
        }
    }

    /// The ways out of one group, in the order of the programme's data.
    pub fn of_group(&self, position: usize) -> Vec<PlanExit> {
        let found = self.fitting.get(position).into_iter().flatten();
        found
            .map(|(programme, data, exit, fields)| {
                self.exit((*programme, data), exit, fields, vec![position])
            })
            .collect()
    }

    /// The ways out of all groups of one of the plan's programmes taken together.
    pub fn of_programme(&self, programme: usize) -> Vec<PlanExit> {
        let mut found: Vec<(&Programme, &Exit, Vec<Field>, Vec<usize>)> = Vec::new();
        for (position, fitting) in self.fitting.iter().enumerate() {
            for (index, data, exit, fields) in fitting {
                if *index != programme {
                    continue;
                }
                match found.iter_mut().find(|(_, known, ..)| known.id == exit.id) {
                    Some((.., groups)) => groups.push(position),
                    None => found.push((data, exit, fields.clone(), vec![position])),
                }
            }
        }
        let order =
            |exit: &Exit, data: &Programme| data.exits.iter().position(|known| known.id == exit.id);
        found.sort_by_key(|(data, exit, ..)| order(exit, data));
        found
            .into_iter()
            .map(|(data, exit, fields, groups)| self.exit((programme, data), exit, &fields, groups))
            .collect()
    }

    fn exit(
        &self,
        (programme, data): (usize, &Programme),
        exit: &Exit,
        fields: &[Field],
        groups: Vec<usize>,
    ) -> PlanExit {
        let endpoints = groups.iter().filter_map(|g| self.endpoints.get(*g)).sum();
        let mut esu: Payments = Some(Vec::new());
        for group in &groups {
            let more = self.payments.get(*group).cloned().flatten();
            esu = esu.zip(more).map(|(mut all, more)| {
                all.extend(more);
                all
            });
        }
        if let Some(esu) = &mut esu {
            esu.sort_unstable();
        }
        // Whoever leaves earlier pays for neither after that.
        let last_day = data.last_day();
        let ends = groups.iter().map(|group| {
            let leaves = self.profile.groups.get(*group).and_then(|g| g.leaves_on);
            leaves.map_or(last_day, |day| day.min(last_day))
        });
        let until = ends.max().unwrap_or(last_day);
        let price = self.profile.organisation.quotes.get(&exit.id);
        let way_out = price.map(|price| {
            let each = price.saturating_mul(i128::from(endpoints));
            recurring(exit.priced_for, self.plan.as_of, until)
                .into_iter()
                .map(|day| (day, each))
                .collect::<Vec<_>>()
        });
        let money = |sum: &[(NaiveDate, i128)]| Money {
            minor_units: sum.iter().map(|(_, amount)| amount).sum(),
            currency: self.currency,
        };
        let compared = esu.as_ref().zip(way_out.as_ref());
        let (breaks_even_on, cheaper) = match compared {
            Some((esu, way_out)) => {
                let (day, cheaper) = break_even(esu, way_out);
                (day, Some(cheaper))
            }
            None => (None, None),
        };
        let mut fields = fields.to_vec();
        if price.is_some() {
            fields.push(Field::Quotes);
        }
        PlanExit {
            programme,
            groups,
            id: Arc::clone(&exit.id),
            kind: exit.kind,
            endpoints,
            becomes: match exit.becomes {
                ExitBecomes::Retired => Verdict::Retired,
                ExitBecomes::CoveredFree => Verdict::CoveredFree,
            },
            target_ends: exit.target_ends,
            esu_cost: esu.as_deref().map(money),
            exit_cost: way_out.as_deref().map(money),
            breaks_even_on,
            cheaper,
            fields,
            faq: Arc::clone(&exit.faq),
            certainty: exit.certainty,
        }
    }
}

/// What each group pays for ESU and when: what is ordered now on the as-of date, later years on
/// the day to order by, and what is charged while it runs month by month.
fn payments(plan: &Plan, groups: usize, currency: Currency) -> Vec<Payments> {
    let mut payments: Vec<Payments> = vec![None; groups];
    // Where nothing is ordered, there is nothing to compare with.
    for (group, _) in plan.orders.iter().flat_map(|line| &line.groups) {
        if let Some(slot) = payments.get_mut(*group) {
            *slot = Some(Vec::new());
        }
    }
    for line in &plan.orders {
        let day = match line.when {
            OrderWhen::Now => plan.as_of,
            OrderWhen::Later => line.starts_on,
        };
        let months = match line.span {
            Span::Months(months) if !line.back_charge => months,
            Span::Days { days, .. } if !line.back_charge => days.div_ceil(31),
            Span::Whole | Span::Months(_) | Span::Days { .. } => 1,
        };
        for (group, quantity) in &line.groups {
            let Some(slot) = payments.get_mut(*group) else {
                continue;
            };
            let total = line.total.filter(|total| total.currency == currency);
            let (Some(list), Some(total)) = (slot.as_mut(), total) else {
                *slot = None;
                continue;
            };
            let share = total.share(*quantity, line.quantity).minor_units;
            let parts = i128::from(months.max(1));
            for part in 0..parts {
                let due = u32::try_from(part).ok().map(Months::new);
                let due = due.and_then(|months| day.checked_add_months(months));
                // Parts that do not divide evenly still add up to the whole.
                let amount = share * (part + 1) / parts - share * part / parts;
                list.push((due.unwrap_or(day), amount));
            }
        }
    }
    payments
}

/// The days on which a price falls due: once, or from the first day in each month or year.
fn recurring(period: Period, from: NaiveDate, until: NaiveDate) -> Vec<NaiveDate> {
    let step = match period {
        Period::Once => return vec![from],
        Period::Month | Period::Hour => 1,
        Period::Year => 12,
    };
    let mut days = Vec::new();
    let mut months = 0;
    while let Some(day) = from.checked_add_months(Months::new(months)) {
        if day > until && !days.is_empty() {
            break;
        }
        days.push(day);
        months += step;
    }
    days
}

/// The day from which the one that is cheaper in the end stays so, and which one that is. Both
/// lists are in the order of their days.
fn break_even(
    esu: &[(NaiveDate, i128)],
    way_out: &[(NaiveDate, i128)],
) -> (Option<NaiveDate>, Cheaper) {
    let upto = |list: &[(NaiveDate, i128)], day: NaiveDate| -> i128 {
        let until = list.iter().take_while(|(due, _)| *due <= day);
        until.map(|(_, amount)| amount).sum()
    };
    let mut days: Vec<NaiveDate> = esu.iter().chain(way_out).map(|(day, _)| *day).collect();
    days.sort_unstable();
    days.dedup();
    let cheaper_on = |day: NaiveDate| {
        if upto(esu, day) >= upto(way_out, day) {
            Cheaper::Exit
        } else {
            Cheaper::Esu
        }
    };
    let states: Vec<(NaiveDate, Cheaper)> =
        days.into_iter().map(|day| (day, cheaper_on(day))).collect();
    let in_the_end = states.last().map_or(Cheaper::Exit, |(_, cheaper)| *cheaper);
    let last_other = states
        .iter()
        .rposition(|(_, cheaper)| *cheaper != in_the_end);
    let day = last_other
        .and_then(|position| states.get(position + 1))
        .map(|(day, _)| *day);
    (day, in_the_end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn esu_catches_up_on_the_day_of_the_order_that_makes_it_as_dear() {
        let esu = [(day("2026-11-24"), 18_300), (day("2027-10-13"), 24_400)];
        let once = |amount| break_even(&esu, &[(day("2026-11-24"), amount)]);
        assert_eq!(once(18_301), (Some(day("2027-10-13")), Cheaper::Exit));
        assert_eq!(once(18_300), (None, Cheaper::Exit));
        assert_eq!(once(42_701), (None, Cheaper::Esu));
    }

    #[test]
    fn a_monthly_price_catches_up_with_esu_and_may_be_overtaken_once_more() {
        let esu = [(day("2026-11-24"), 122), (day("2027-10-13"), 244)];
        let until = day("2028-10-10");
        let monthly: Vec<_> = recurring(Period::Month, day("2026-11-24"), until)
            .into_iter()
            .map(|day| (day, 31))
            .collect();
        // Dearer after the fourth month, cheaper again for eleven days after the next order.
        assert_eq!(
            break_even(&esu, &monthly),
            (Some(day("2027-10-24")), Cheaper::Esu)
        );
    }

    #[test]
    fn a_monthly_price_falls_due_from_the_first_day_to_the_last() {
        let days = recurring(Period::Month, day("2026-11-24"), day("2027-01-24"));
        assert_eq!(
            days,
            [day("2026-11-24"), day("2026-12-24"), day("2027-01-24")]
        );
        assert_eq!(
            recurring(Period::Once, day("2026-11-24"), day("2030-01-01")).len(),
            1
        );
    }
}
