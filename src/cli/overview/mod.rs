//! One table over many profiles: what is to be ordered, for whom, and who is without cover.

mod csv;
mod json;

use std::io::{self, BufWriter, Write as _};
use std::path::Path;

use crate::domain::money::Money;
use crate::domain::plan::{OrderWhen, Plan};
use crate::domain::text::Language;
use crate::file::WholeFile;
use crate::report::ReportInput;

use super::inputs::Unusable;

/// The names of an overview's files; no plan is written under one of them.
pub(super) const NAMES: [&str; 2] = [CSV_NAME, JSON_NAME];

const CSV_NAME: &str = "overview.csv";
const JSON_NAME: &str = "overview.json";

/// A profile's part of the overview, written down.
pub(super) struct Part {
    /// The plan has open decisions.
    pub(super) is_open: bool,
    endpoints: u64,
    uncovered: u64,
    amounts: Vec<(OrderWhen, Money)>,
    csv: Vec<u8>,
    json: Option<String>,
}

impl Part {
    /// Of a profile that was read from `file` and whose plan stands in `plan`, a path inside the
    /// folder.
    pub(super) fn new(
        input: &ReportInput<'_>,
        file: &str,
        plan: Option<&str>,
        has_json: bool,
    ) -> io::Result<Self> {
        let amounts = [OrderWhen::Now, OrderWhen::Later].into_iter();
        Ok(Self {
            is_open: !input.plan.open_questions.is_empty(),
            endpoints: input.plan.endpoints,
            uncovered: (0..input.plan.programmes.len())
                .map(|programme| uncovered(input.plan, programme))
                .sum(),
            amounts: amounts
                .flat_map(|when| {
                    let sums = input.plan.amounts(Some(when));
                    sums.into_iter().map(move |sum| (when, sum))
                })
                .collect(),
            csv: csv::rows(input, file, plan)?,
            json: has_json.then(|| json::profile(input, file, plan).to_string()),
        })
    }
}

/// The endpoints that a programme decides about and that no updates cover on the as-of date:
/// ordinary support and the years of ESU that they own have ended (every [`Exposure`] whose last
/// day with updates is over). Such are endpoints to buy for, to decide about, of the OEM, not
/// eligible and not on offer, as far as they own no running year; never those that are covered at
/// no cost or retired, and none whose system is unknown.
///
/// [`Exposure`]: crate::domain::plan::Exposure
fn uncovered(plan: &Plan, programme: usize) -> u64 {
    plan.exposure
        .iter()
        .filter(|part| part.programme == programme && part.since < plan.as_of)
        .map(|part| part.endpoints)
        .sum()
}

/// All endpoints that a programme decides about.
fn endpoints(plan: &Plan, programme: usize) -> u64 {
    let rows = plan.ledger.iter();
    rows.filter(|row| row.programme == programme)
        .map(|row| row.endpoints)
        .sum()
}

/// The decisions that a programme's part of the plan waits for.
fn open_questions(plan: &Plan, programme: usize) -> usize {
    let questions = plan.open_questions.iter();
    questions
        .filter(|question| question.programme == programme)
        .count()
}

/// What all parts come to.
#[derive(Default)]
pub(super) struct Sums {
    /// Profiles that were planned.
    pub(super) planned: usize,
    /// Of these, the ones with open decisions.
    pub(super) open: usize,
    endpoints: u64,
    uncovered: u64,
    amounts: Vec<(OrderWhen, Money)>,
}

impl Sums {
    fn add(&mut self, part: &Part) {
        self.planned += 1;
        self.open += usize::from(part.is_open);
        self.endpoints += part.endpoints;
        self.uncovered += part.uncovered;
        for (when, money) in &part.amounts {
            let known = self.amounts.iter_mut();
            let same = known
                .into_iter()
                .find(|(known_when, sum)| (*known_when, sum.currency) == (*when, money.currency));
            match same {
                Some((_, sum)) => {
                    sum.minor_units = sum.minor_units.saturating_add(money.minor_units);
                }
                None => self.amounts.push((*when, *money)),
            }
        }
    }
}

/// The overview's files while they are written, part by part; dropped unfinished they were never
/// there.
pub(super) struct Overview {
    csv: BufWriter<WholeFile>,
    json: Option<BufWriter<WholeFile>>,
    /// What the parts came to so far.
    pub(super) sums: Sums,
}

impl Overview {
    /// Begins the files in a folder.
    pub(super) fn create(folder: &Path, language: Language, has_json: bool) -> io::Result<Self> {
        let begin = |name| WholeFile::create(&folder.join(name)).map(BufWriter::new);
        let mut csv = begin(CSV_NAME)?;
        csv.write_all(&csv::head(language)?)?;
        let mut json = has_json.then(|| begin(JSON_NAME)).transpose()?;
        if let Some(json) = &mut json {
            json.write_all(json::head(language).as_bytes())?;
        }
        Ok(Self {
            csv,
            json,
            sums: Sums::default(),
        })
    }

    /// Writes the next profile's part.
    pub(super) fn add(&mut self, part: &Part) -> io::Result<()> {
        self.csv.write_all(&part.csv)?;
        if let (Some(json), Some(text)) = (&mut self.json, &part.json) {
            let separator = if self.sums.planned == 0 { "\n" } else { ",\n" };
            write!(json, "{separator}{text}")?;
        }
        self.sums.add(part);
        Ok(())
    }

    /// Puts the files in their places.
    pub(super) fn finish(mut self, unusable: &[Unusable]) -> io::Result<Sums> {
        if let Some(json) = &mut self.json {
            json.write_all(json::tail(&self.sums, unusable).as_bytes())?;
        }
        for file in [Some(self.csv), self.json].into_iter().flatten() {
            let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
            file.finish()?;
        }
        Ok(self.sums)
    }
}

/// Where the table is, to be told.
pub(super) fn csv_path(folder: &Path) -> std::path::PathBuf {
    folder.join(CSV_NAME)
}
