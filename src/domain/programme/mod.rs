//! A programme: the data of `assets/programmes/<id>`, read, checked and ready to be asked.

mod catalogue;
mod check;
mod de;
mod lookup;
mod schema;

pub use catalogue::Catalogue;
pub use check::{DataFile, Fault, ProgrammeError};
pub use lookup::Vocabulary;
pub use schema::*;

use chrono::NaiveDate;

use super::source::{FaqId, Sources};

/// A programme whose data has been checked whole.
#[derive(Clone, Debug)]
pub struct Programme {
    /// Identity, products, windows and sales.
    pub base: ProgrammeFile,
    /// What can be ordered.
    pub skus: Vec<Sku>,
    /// Known prices.
    pub prices: Vec<Price>,
    /// The decisions of the walk, in order.
    pub questions: Vec<Question>,
    /// Prerequisites, steps and errors.
    pub deployment: DeploymentFile,
    /// Notes and warnings.
    pub notes: Vec<Note>,
    /// Days of the calendar.
    pub events: Vec<Event>,
    /// The FAQ, in order.
    pub faq: Vec<FaqEntry>,
    /// Ways out of the old systems.
    pub exits: Vec<Exit>,
    /// What each edition changed.
    pub changes: Vec<Change>,
}

impl Programme {
    /// Reads and checks a programme from the texts of its folder.
    ///
    /// # Errors
    /// Every fault of the whole data, each with file and entry.
    pub fn load(id: &str, files: &[DataFile<'_>]) -> Result<Self, ProgrammeError> {
        check::load(id, files)
    }

    /// The entries that a built-in rule rests on.
    pub fn rule_sources(&self, rule: RuleId) -> &[FaqId] {
        self.base.rules.get(&rule).map_or(&[], |sources| sources)
    }

    /// The same, shared with the data.
    pub fn shared_rule_sources(&self, rule: RuleId) -> Sources {
        self.base.rules.get(&rule).cloned().unwrap_or_default()
    }

    /// A built-in rule with the entries that it rests on, for a trace.
    pub fn rule(&self, rule: RuleId) -> (RuleId, &[FaqId]) {
        (rule, self.rule_sources(rule))
    }

    /// Whether a rule is one of the programme's.
    pub fn has_rule(&self, rule: RuleId) -> bool {
        self.base.rules.contains_key(&rule)
    }

    /// The last day of the last coverage window, inclusive; where there is none, of the systems' own.
    pub fn last_day(&self) -> NaiveDate {
        let programme = self.base.coverage.iter().map(|window| window.last_day);
        let own = self
            .base
            .products
            .iter()
            .flat_map(|product| &product.coverage);
        programme
            .max()
            .or_else(|| own.map(|window| window.last_day).max())
            .unwrap_or(self.base.end_of_support)
    }
}
