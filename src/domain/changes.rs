//! What newer rule data changed in the plan of a saved profile, and whether the data itself is old.
//!
//! The plan is made anew for the day that it was saved for, with the profile as it is and the data
//! of today; what then differs from the record is told, each line with the entries of `changes.ron`
//! that explain it. Nothing is guessed: a line that no entry names says so.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Months, NaiveDate};

use super::choice::Choice as _;
use super::plan::{LedgerRow, OrderLine, Plan, PlanNote, Trace, Verdict, plan_estate};
use super::profile::{DataId, Profile};
use super::programme::{Catalogue, Change, Programme};
use super::record::{OrderRecord, PlanRecord, ProgrammeRecord};
use super::source::FaqId;
use super::text::Statement;

/// For so many months data that was checked against its sources counts as fresh.
const FRESH_MONTHS: u32 = 6;

/// Whether data was last checked more than half a year before a day.
pub fn is_old(checked: NaiveDate, today: NaiveDate) -> bool {
    checked
        .checked_add_months(Months::new(FRESH_MONTHS))
        .is_some_and(|last_fresh| today > last_fresh)
}

/// What differs between the plan that a profile was saved with and the plan of today's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SinceSaved<'a> {
    /// The day that both plans are made for.
    pub as_of: NaiveDate,
    /// What differs, programme by programme; empty where all data is of the same edition.
    pub lines: Vec<ChangedLine<'a>>,
}

/// One thing that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedLine<'a> {
    /// The programme's id.
    pub programme: DataId,
    /// The edition of its data that the profile was saved with.
    pub saved_edition: u32,
    /// The edition of today's data; none where there is no such programme.
    pub edition: Option<u32>,
    /// What differs.
    pub what: Difference,
    /// The changes of the data that explain it, in their order; empty where none does.
    pub why: Vec<&'a Change>,
    /// The FAQ entries behind the line.
    pub faq: Vec<FaqId>,
}

/// What differs from what was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// An order line that is new, gone or another one.
    Order {
        /// As it was saved; none where it is new.
        before: Option<OrderRecord>,
        /// As it is now; none where it is gone.
        after: Option<OrderRecord>,
    },
    /// A sum of the ledger.
    Ledger {
        /// The verdict.
        verdict: Verdict,
        /// The endpoints as they were saved.
        before: u64,
        /// The endpoints now.
        after: u64,
    },
    /// A step that is new or gone.
    Step {
        /// Its id.
        id: DataId,
        /// Whether it is new.
        is_new: bool,
    },
    /// A warning that is new or gone.
    Warning {
        /// Its code.
        code: DataId,
        /// What it says, where today's plan or data knows.
        text: Option<Statement>,
        /// Whether it is new.
        is_new: bool,
    },
    /// Changes that name something in this plan, of which no sum, order line, step or warning came
    /// or went: words, dates or sources to be read again.
    Reworded,
    /// Changes that name nothing in this plan.
    WithoutEffect,
    /// The profile was saved with newer data than this: nothing can be compared.
    NewerData,
    /// There is no such programme here: the profile was saved by a newer app.
    UnknownProgramme,
}

/// Compares what was saved with what today's data makes of the profile on the same day.
///
/// Only programmes whose data is of another edition than the record's are told of.
pub fn compare<'a>(
    record: &PlanRecord,
    catalogue: &'a Catalogue,
    profile: &Profile,
) -> SinceSaved<'a> {
    let mut since = SinceSaved {
        as_of: record.as_of,
        lines: Vec::new(),
    };
    let is_current = |saved: &ProgrammeRecord| {
        let known = catalogue.get(&saved.programme);
        known.is_some_and(|programme| programme.base.edition == saved.edition)
    };
    if record.programmes.iter().all(is_current) {
        return since;
    }
    let (_, plan) = plan_estate(catalogue, profile, record.as_of, None);
    let today = PlanRecord::of(&plan);
    for saved in record.programmes.iter().filter(|saved| !is_current(saved)) {
        let line = |edition, what| ChangedLine {
            programme: saved.programme.clone(),
            saved_edition: saved.edition,
            edition,
            what,
            why: Vec::new(),
            faq: Vec::new(),
        };
        let Some(programme) = catalogue.get(&saved.programme) else {
            since.lines.push(line(None, Difference::UnknownProgramme));
            continue;
        };
        let edition = programme.base.edition;
        if edition < saved.edition {
            since.lines.push(line(Some(edition), Difference::NewerData));
            continue;
        }
        let mut parts = today.programmes.iter();
        let position = parts.position(|part| part.programme == saved.programme);
        let comparison = Comparison {
            saved,
            now: position.and_then(|position| today.programmes.get(position)),
            programme,
            position,
            plan: &plan,
            profile,
            changes: programme
                .changes
                .iter()
                .filter(|change| change.edition > saved.edition)
                .collect(),
        };
        comparison.add_to(&mut since.lines);
    }
    since
}

/// What a line is known by in the `about` of changes: ids of SKUs, entries, products, rules.
type Names = BTreeSet<String>;

/// One programme, before and after.
struct Comparison<'a, 'p> {
    saved: &'p ProgrammeRecord,
    /// None where today nothing of the profile falls under the programme.
    now: Option<&'p ProgrammeRecord>,
    programme: &'a Programme,
    position: Option<usize>,
    plan: &'p Plan,
    profile: &'p Profile,
    /// The changes of the editions in between, in the data's order.
    changes: Vec<&'a Change>,
}

impl<'a> Comparison<'a, '_> {
    fn add_to(&self, lines: &mut Vec<ChangedLine<'a>>) {
        let first = lines.len();
        let sums = self.changed_sums();
        let rows = self.rows_with(&sums);
        let moved = self.names_of_rows(&rows);
        self.add_orders(&moved, lines);
        self.add_sums(&sums, &rows, &moved, lines);
        self.add_steps(&moved, lines);
        self.add_warnings(&moved, lines);
        let told = lines.get(first..).unwrap_or_default();
        let is_told = |change: &Change| {
            let mut why = told.iter().flat_map(|line| &line.why);
            why.any(|known| std::ptr::eq(*known, change))
        };
        let untold: Vec<&'a Change> = self
            .changes
            .iter()
            .copied()
            .filter(|change| !is_told(change))
            .collect();
        let in_plan = self.names_of_plan();
        let (reworded, without_effect): (Vec<_>, Vec<_>) = untold
            .into_iter()
            .partition(|change| names_one_of(change, &in_plan));
        for change in reworded {
            let faq = self.entries_of(change);
            lines.push(self.line(Difference::Reworded, vec![change], faq));
        }
        if !without_effect.is_empty() {
            lines.push(self.line(Difference::WithoutEffect, without_effect, Vec::new()));
        }
    }

    fn line(&self, what: Difference, why: Vec<&'a Change>, faq: Vec<FaqId>) -> ChangedLine<'a> {
        ChangedLine {
            programme: self.saved.programme.clone(),
            saved_edition: self.saved.edition,
            edition: Some(self.programme.base.edition),
            what,
            why,
            faq,
        }
    }

    fn explained_by(&self, names: &Names) -> Vec<&'a Change> {
        let changes = self.changes.iter().copied();
        changes.filter(|c| names_one_of(c, names)).collect()
    }

    /// The same; those that name the line by its own id stand first.
    fn explained_with(&self, id: &DataId, names: &Names) -> Vec<&'a Change> {
        let mut why = self.explained_by(names);
        why.sort_by_key(|change| !change.about.contains(id));
        why
    }

    /// What explains a line by its own names; failing that, what moved endpoints to and fro.
    fn explained_or_moved(&self, id: &DataId, names: &Names, moved: &Names) -> Vec<&'a Change> {
        let why = self.explained_with(id, names);
        if why.is_empty() {
            self.explained_by(moved)
        } else {
            why
        }
    }

    /// The verdicts whose sums differ, with what they were and are.
    fn changed_sums(&self) -> BTreeMap<Verdict, (u64, u64)> {
        let of = |record: Option<&ProgrammeRecord>, verdict| {
            let sum = record.and_then(|record| record.ledger.get(verdict));
            sum.copied().unwrap_or(0)
        };
        Verdict::ALL
            .iter()
            .map(|verdict| {
                (
                    *verdict,
                    (of(Some(self.saved), verdict), of(self.now, verdict)),
                )
            })
            .filter(|(_, (before, after))| before != after)
            .collect()
    }

    /// Today's rows whose sums differ: what explains them explains every endpoint that moved.
    fn rows_with(&self, sums: &BTreeMap<Verdict, (u64, u64)>) -> Vec<&LedgerRow> {
        let rows = self.plan.ledger.iter();
        rows.filter(|row| self.is_own(row.programme) && sums.contains_key(&row.verdict))
            .collect()
    }

    fn is_own(&self, programme: usize) -> bool {
        self.position == Some(programme)
    }

    fn names_of_rows(&self, rows: &[&LedgerRow]) -> Names {
        let mut names = Names::new();
        for row in rows {
            add_trace(&mut names, &row.trace);
            self.add_product(&mut names, row.group);
        }
        names
    }

    fn add_product(&self, names: &mut Names, group: usize) {
        let group = self.profile.groups.get(group);
        let product = group.and_then(|group| group.product.as_ref());
        names.extend(product.map(ToString::to_string));
    }

    /// The systems of these groups; of all groups of the programme where none is named.
    fn add_products(&self, names: &mut Names, groups: &[usize]) {
        let part = self.position.and_then(|p| self.plan.programmes.get(p));
        let all = part.map_or(&[][..], |part| &part.groups);
        let groups = if groups.is_empty() { all } else { groups };
        for group in groups {
            self.add_product(names, *group);
        }
    }

    fn add_orders(&self, moved: &Names, lines: &mut Vec<ChangedLine<'a>>) {
        let now = self.now.map_or(&[][..], |now| &now.orders);
        let mut pairs = pair_orders(&self.saved.orders, now);
        pairs.retain(|(before, after)| before != after);
        for (before, after) in pairs {
            let Some(sku) = after.or(before).map(|order| &order.sku) else {
                continue;
            };
            let mut names = self.names_of_sku(sku);
            let own = |line: &&OrderLine| {
                self.is_own(line.programme) && after.is_some_and(|order| order.holds(line))
            };
            for line in self.plan.orders.iter().filter(own) {
                add_trace(&mut names, &line.trace);
                for (group, _) in &line.groups {
                    self.add_product(&mut names, *group);
                }
            }
            if after.is_none() {
                self.add_products(&mut names, &[]);
            }
            // Where the number differs, endpoints came from elsewhere or went there.
            if before.map(|order| order.quantity) != after.map(|order| order.quantity) {
                names.extend(moved.iter().cloned());
            }
            let known = self.programme.skus.iter().find(|known| known.id == *sku);
            let what = Difference::Order {
                before: before.cloned(),
                after: after.cloned(),
            };
            let faq = known.map_or_else(Vec::new, |sku| sku.faq.to_vec());
            lines.push(self.line(what, self.explained_with(sku, &names), faq));
        }
    }

    /// A SKU, its offer and the entries of both.
    fn names_of_sku(&self, id: &DataId) -> Names {
        let mut names = Names::from([id.to_string()]);
        let base = &self.programme.base;
        if let Some(sku) = self.programme.skus.iter().find(|sku| sku.id == *id) {
            names.insert(sku.offer.to_string());
            names.extend(sku.faq.iter().map(ToString::to_string));
            let offer = base.offers.iter().find(|offer| offer.id == sku.offer);
            let faq = offer.map_or(&[][..], |offer| &offer.faq);
            names.extend(faq.iter().map(ToString::to_string));
        }
        names
    }

    fn add_sums(
        &self,
        sums: &BTreeMap<Verdict, (u64, u64)>,
        rows: &[&LedgerRow],
        moved: &Names,
        lines: &mut Vec<ChangedLine<'a>>,
    ) {
        for (verdict, (before, after)) in sums {
            let has_own = rows.iter().any(|row| row.verdict == *verdict);
            let mut faq = Vec::new();
            for row in rows.iter().filter(|r| !has_own || r.verdict == *verdict) {
                add_entries(&mut faq, &row.trace.faq);
            }
            let what = Difference::Ledger {
                verdict: *verdict,
                before: *before,
                after: *after,
            };
            lines.push(self.line(what, self.explained_by(moved), faq));
        }
    }

    fn add_steps(&self, moved: &Names, lines: &mut Vec<ChangedLine<'a>>) {
        let now = self.now.map_or(&[][..], |now| &now.steps);
        for (id, is_new) in new_and_gone(&self.saved.steps, now) {
            let mut steps = self.programme.deployment.steps.iter();
            let faq = steps
                .find(|step| step.id == *id)
                .map_or_else(Vec::new, |step| step.faq.to_vec());
            let mut names = Names::from([id.to_string()]);
            names.extend(faq.iter().map(ToString::to_string));
            let mut planned = self.plan.steps.iter();
            let planned = planned.find(|step| self.is_own(step.programme) && step.id == *id);
            self.add_products(&mut names, planned.map_or(&[], |step| &step.groups));
            let why = self.explained_or_moved(id, &names, moved);
            let id = id.clone();
            lines.push(self.line(Difference::Step { id, is_new }, why, faq));
        }
    }

    fn add_warnings(&self, moved: &Names, lines: &mut Vec<ChangedLine<'a>>) {
        let now = self.now.map_or(&[][..], |now| &now.warnings);
        for (code, is_new) in new_and_gone(&self.saved.warnings, now) {
            let mut planned = self.plan.warnings.iter();
            let planned: Option<&PlanNote> =
                planned.find(|note| self.is_own(note.programme) && note.code == *code);
            let mut notes = self.programme.notes.iter();
            let data = notes.find(|note| note.code == *code);
            let faq = planned
                .map(|note| note.faq.to_vec())
                .or_else(|| data.map(|note| note.faq.to_vec()))
                .unwrap_or_default();
            let mut names = Names::from([code.to_string()]);
            names.extend(faq.iter().map(ToString::to_string));
            self.add_products(&mut names, planned.map_or(&[], |note| &note.groups));
            let what = Difference::Warning {
                code: code.clone(),
                text: planned
                    .map(|note| note.text.clone())
                    .or_else(|| data.map(|note| Statement::Data(note.text.clone()))),
                is_new,
            };
            let why = self.explained_or_moved(code, &names, moved);
            lines.push(self.line(what, why, faq));
        }
    }

    /// Everything by which changes may name a part of today's plan.
    fn names_of_plan(&self) -> Names {
        let mut names = Names::new();
        let plan = self.plan;
        for row in plan.ledger.iter().filter(|r| self.is_own(r.programme)) {
            add_trace(&mut names, &row.trace);
            self.add_product(&mut names, row.group);
        }
        for line in plan.orders.iter().filter(|l| self.is_own(l.programme)) {
            add_trace(&mut names, &line.trace);
            names.extend(self.names_of_sku(&line.sku));
        }
        for part in plan.exposure.iter().filter(|p| self.is_own(p.programme)) {
            add_trace(&mut names, &part.trace);
        }
        for step in plan.steps.iter().filter(|s| self.is_own(s.programme)) {
            names.insert(step.id.to_string());
            names.extend(step.faq.iter().map(ToString::to_string));
        }
        let notes = plan.notes.iter().chain(&plan.warnings);
        for note in notes.filter(|note| self.is_own(note.programme)) {
            names.insert(note.code.to_string());
            names.extend(note.faq.iter().map(ToString::to_string));
        }
        let days = plan.calendar.iter().filter(|d| self.is_own(d.programme));
        names.extend(days.flat_map(|day| day.faq.iter()).map(ToString::to_string));
        names
    }

    /// The entries that a change names, or that the steps and notes named by it rest on.
    fn entries_of(&self, change: &Change) -> Vec<FaqId> {
        let programme = self.programme;
        let mut faq = Vec::new();
        for id in &change.about {
            if let Some(entry) = programme.faq_entry(id) {
                add_entries(&mut faq, std::slice::from_ref(&entry.id));
            }
            let steps = programme.deployment.steps.iter();
            for step in steps.filter(|step| step.id == *id) {
                add_entries(&mut faq, &step.faq);
            }
            for note in programme.notes.iter().filter(|note| note.code == *id) {
                add_entries(&mut faq, &note.faq);
            }
            for sku in programme.skus.iter().filter(|sku| sku.id == *id) {
                add_entries(&mut faq, &sku.faq);
            }
            for product in programme.base.products.iter().filter(|p| p.id == *id) {
                add_entries(&mut faq, &product.faq);
            }
            for (_, sources) in programme.base.rules.iter().filter(|(r, _)| r.id() == &**id) {
                add_entries(&mut faq, sources);
            }
        }
        faq
    }
}

fn names_one_of(change: &Change, names: &Names) -> bool {
    change.about.iter().any(|id| names.contains(&**id))
}

fn add_trace(names: &mut Names, trace: &Trace) {
    names.extend(trace.faq.iter().map(ToString::to_string));
    names.extend(trace.rules.iter().map(|rule| rule.id().to_owned()));
}

fn add_entries(faq: &mut Vec<FaqId>, more: &[FaqId]) {
    for id in more {
        if !faq.contains(id) {
            faq.push(id.clone());
        }
    }
}

type OrderPair<'r> = (Option<&'r OrderRecord>, Option<&'r OrderRecord>);

/// Lines that are the same one before and after: by their whole key, else by SKU where it went to
/// another channel or to another time. In the order of today's plan, the ones that are gone last.
fn pair_orders<'r>(before: &'r [OrderRecord], after: &'r [OrderRecord]) -> Vec<OrderPair<'r>> {
    let mut left: Vec<&OrderRecord> = before.iter().collect();
    let mut take = |wanted: &dyn Fn(&OrderRecord) -> bool| {
        let position = left.iter().position(|order| wanted(order))?;
        Some(left.remove(position))
    };
    let mut pairs: Vec<OrderPair<'r>> = after
        .iter()
        .map(|order| (take(&|old| old.key() == order.key()), Some(order)))
        .collect();
    for (old, new) in &mut pairs {
        if let (None, Some(new)) = (&old, new) {
            *old = take(&|old| old.sku == new.sku && old.back_charge == new.back_charge);
        }
    }
    pairs.extend(left.into_iter().map(|old| (Some(old), None)));
    pairs
}

/// The ids that only one side has: the new ones, then those that are gone.
fn new_and_gone<'r>(
    before: &'r [DataId],
    after: &'r [DataId],
) -> impl Iterator<Item = (&'r DataId, bool)> {
    let new = after.iter().filter(|id| !before.contains(id));
    let gone = before.iter().filter(|id| !after.contains(id));
    new.map(|id| (id, true)).chain(gone.map(|id| (id, false)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn data_is_old_after_half_a_year_and_not_on_its_last_day() {
        for (checked, today, expected) in [
            ("2026-05-24", "2026-11-23", false),
            ("2026-05-24", "2026-11-24", false),
            ("2026-05-24", "2026-11-25", true),
            // A half year from the 31st ends with a shorter month.
            ("2026-08-31", "2027-02-28", false),
            ("2026-08-31", "2027-03-01", true),
            // Data from the future is not old.
            ("2026-05-24", "2025-01-01", false),
        ] {
            assert_eq!(is_old(day(checked), day(today)), expected, "{today}");
        }
    }
}
