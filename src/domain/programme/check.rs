//! Reading a programme's folder and checking the whole of it: every fault at once.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::DeserializeOwned;

use super::schema::{
    Adds, DeploymentFile, Event, FaqEntry, Note, Price, ProgrammeFile, Question, RuleId, Sku,
};
use super::{Programme, Vocabulary};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, Scope};
use crate::domain::guide::condition::Condition;
use crate::domain::money::Currency;
use crate::domain::source::FaqId;
use crate::domain::text::LocalText;

/// One file of a programme's folder.
#[derive(Clone, Copy, Debug)]
pub struct DataFile<'a> {
    /// Its path inside the folder, as `faq/general.ron`.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
}

/// Something wrong in a programme's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The file.
    pub file: String,
    /// The entry, or the line and column where the text itself is broken.
    pub entry: String,
    /// What is wrong.
    pub problem: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}: {}", self.file, self.entry, self.problem)
    }
}

/// A programme that can't be used, with every fault of its data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the programme '{id}' has {} faults in its data:\n{}", faults.len(),
    faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
pub struct ProgrammeError {
    /// The programme's id.
    pub id: String,
    /// What is wrong, in the order of the files.
    pub faults: Vec<Fault>,
}

struct Faults(Vec<Fault>);

impl Faults {
    fn add(&mut self, file: &str, entry: impl Into<String>, problem: impl Into<String>) {
        self.0.push(Fault {
            file: file.to_owned(),
            entry: entry.into(),
            problem: problem.into(),
        });
    }
}

fn read<T: DeserializeOwned>(files: &[DataFile<'_>], path: &str, faults: &mut Faults) -> Option<T> {
    let Some(file) = files.iter().find(|file| file.path == path) else {
        faults.add(path, "the file", "is missing");
        return None;
    };
    parse(file, faults)
}

/// All entries of a folder's files, in the order of their names.
fn read_folder<T: DeserializeOwned>(
    files: &[DataFile<'_>],
    folder: &str,
    faults: &mut Faults,
) -> Vec<T> {
    let mut inside: Vec<_> = files
        .iter()
        .filter(|file| file.path.starts_with(folder))
        .collect();
    inside.sort_by_key(|file| file.path);
    inside
        .into_iter()
        .flat_map(|file| parse::<Vec<T>>(file, faults).unwrap_or_default())
        .collect()
}

fn parse<T: DeserializeOwned>(file: &DataFile<'_>, faults: &mut Faults) -> Option<T> {
    let options = ron::Options::default()
        .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
        .with_default_extension(ron::extensions::Extensions::UNWRAP_NEWTYPES);
    match options.from_str(file.text) {
        Ok(value) => Some(value),
        Err(error) => {
            let place = error.span.start;
            faults.add(
                file.path,
                format!("line {}, column {}", place.line, place.col),
                error.code.to_string(),
            );
            None
        }
    }
}

pub(super) fn load(id: &str, files: &[DataFile<'_>]) -> Result<Programme, ProgrammeError> {
    let mut faults = Faults(Vec::new());
    let base: Option<ProgrammeFile> = read(files, "programme.ron", &mut faults);
    let skus: Option<Vec<Sku>> = read(files, "skus.ron", &mut faults);
    let prices: Option<Vec<Price>> = read(files, "prices.ron", &mut faults);
    let questions: Option<Vec<Question>> = read(files, "questions.ron", &mut faults);
    let deployment: Option<DeploymentFile> = read(files, "deployment.ron", &mut faults);
    let events: Option<Vec<Event>> = read(files, "events.ron", &mut faults);
    let notes: Vec<Note> = read_folder(files, "notes/", &mut faults);
    let faq: Vec<FaqEntry> = read_folder(files, "faq/", &mut faults);
    let failed = |faults: Faults| ProgrammeError {
        id: id.to_owned(),
        faults: faults.0,
    };
    let (Some(base), Some(skus), Some(prices), Some(questions), Some(deployment), Some(events)) =
        (base, skus, prices, questions, deployment, events)
    else {
        return Err(failed(faults));
    };
    let mut programme = Programme {
        base,
        skus,
        prices,
        questions,
        deployment,
        notes,
        events,
        faq,
    };
    check_identity(id, &programme, &mut faults);
    check_windows(&programme, &mut faults);
    check_orders(&programme, &mut faults);
    check_ids(&programme, &mut faults);
    check_texts(&programme, &mut faults);
    check_sources(&programme, &mut faults);
    check_adds(&programme, &mut faults);
    resolve_conditions(&mut programme, &mut faults);
    if faults.0.is_empty() {
        Ok(programme)
    } else {
        Err(failed(faults))
    }
}

fn check_identity(id: &str, programme: &Programme, faults: &mut Faults) {
    let base = &programme.base;
    if base.id != id {
        let problem = format!("the id is '{}' but the folder is '{id}'", base.id);
        faults.add("programme.ron", "id", problem);
    }
    if base.edition == 0 {
        faults.add("programme.ron", "edition", "editions count from 1");
    }
    for rule in RuleId::ALL {
        if programme.rule_sources(*rule).is_empty() {
            faults.add("programme.ron", rule.id(), "the rule names no FAQ entry");
        }
    }
    for product in &base.products {
        if product.route == super::Route::Oem && product.coverage.is_empty() {
            faults.add("programme.ron", &*product.id, "the OEM route needs windows");
        }
    }
}

fn check_windows(programme: &Programme, faults: &mut Faults) {
    let base = &programme.base;
    if base.coverage.is_empty() {
        faults.add("programme.ron", "coverage", "there is no coverage window");
    }
    for (number, window) in (1u8..).zip(&base.coverage) {
        let entry = format!("coverage year {}", window.year.number());
        if window.year.number() != number {
            faults.add("programme.ron", &entry, "years must count up from 1");
        }
        if window.first_day > window.last_day {
            faults.add("programme.ron", &entry, "it ends before it begins");
        }
        if !(window.first_day..=window.last_day).contains(&window.first_release) {
            faults.add("programme.ron", &entry, "the first release lies outside");
        }
    }
    for pair in base.coverage.windows(2) {
        if let [before, after] = pair
            && before.last_day.succ_opt() != Some(after.first_day)
        {
            let entry = format!("coverage year {}", after.year.number());
            let problem = "it must begin on the day after the year before ends";
            faults.add("programme.ron", entry, problem);
        }
    }
    for product in &base.products {
        for pair in product.coverage.windows(2) {
            if let [before, after] = pair
                && before.last_day.succ_opt() != Some(after.first_day)
            {
                faults.add("programme.ron", &*product.id, "its windows leave a gap");
            }
        }
    }
    for sales in &base.sales {
        if sales.first_day > sales.last_day {
            faults.add("programme.ron", sales.channel.id(), "sales end too early");
        }
    }
}

fn check_orders(programme: &Programme, faults: &mut Faults) {
    for sku in &programme.skus {
        if programme.window(sku.year).is_none() {
            faults.add("skus.ron", &*sku.id, "there is no window for its year");
        }
    }
    for window in &programme.base.coverage {
        for sales in &programme.base.sales {
            let sku = programme.sku(window.year, super::Buyers::Everyone, sales.channel);
            if sku.is_none() {
                let entry = format!("year {} in {}", window.year.number(), sales.channel.id());
                faults.add("skus.ron", entry, "nothing can be ordered");
            }
        }
    }
    for price in &programme.prices {
        if !programme.skus.iter().any(|sku| sku.id == price.sku) {
            faults.add("prices.ron", &*price.sku, "there is no such SKU");
        }
        if price.minor_units < 0 || Currency::new(&price.currency).is_none() {
            faults.add("prices.ron", &*price.sku, "not an amount of a currency");
        }
    }
}

fn check_ids(programme: &Programme, faults: &mut Faults) {
    let mut unique = |file: &str, ids: Vec<String>| {
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id.clone()) {
                faults.add(file, id, "the id stands twice");
            }
        }
    };
    let p = programme;
    unique(
        "faq",
        p.faq.iter().map(|entry| entry.id.to_string()).collect(),
    );
    unique(
        "skus.ron",
        p.skus.iter().map(|sku| sku.id.to_string()).collect(),
    );
    unique(
        "prices.ron",
        p.prices
            .iter()
            .flat_map(|price| {
                let channels = price.channels.iter();
                channels.map(|channel| format!("{} in {}", price.sku, channel.id()))
            })
            .collect(),
    );
    unique(
        "notes",
        p.notes.iter().map(|note| note.code.to_string()).collect(),
    );
    unique(
        "events.ron",
        p.events.iter().map(|event| event.id.to_string()).collect(),
    );
    unique(
        "deployment.ron",
        p.deployment
            .steps
            .iter()
            .map(|s| s.id.to_string())
            .collect(),
    );
    unique(
        "questions.ron",
        p.questions
            .iter()
            .map(|q| q.fills.id().to_owned())
            .collect(),
    );
    for field in [Field::Product, Field::Edition, Field::Prerequisites] {
        let ids = p.vocabulary().ids(field);
        if ids.len() > 62 {
            faults.add("programme.ron", field.id(), "there are more than 62 of it");
        }
        let mut seen = BTreeSet::new();
        for id in ids {
            if !seen.insert(id) {
                faults.add("programme.ron", id, "the id stands twice");
            }
        }
    }
    for question in &p.questions {
        if question.fills.scope() == Scope::Derived {
            let problem = "a question can't fill a derived field";
            faults.add("questions.ron", question.fills.id(), problem);
        }
    }
    for step in &p.deployment.steps {
        for id in &step.unless_installed {
            if !p.deployment.prerequisites.iter().any(|p| p.id == *id) {
                let problem = format!("there is no prerequisite '{id}'");
                faults.add("deployment.ron", &*step.id, problem);
            }
        }
    }
}

/// Every text of the data with its place.
fn texts(programme: &Programme) -> Vec<(&'static str, String, &LocalText)> {
    let mut all = Vec::new();
    let p = programme;
    all.push(("programme.ron", "name".to_owned(), &p.base.name));
    all.push(("programme.ron", "short_name".to_owned(), &p.base.short_name));
    for product in &p.base.products {
        all.push(("programme.ron", product.id.to_string(), &product.name));
        for edition in &product.editions {
            all.push(("programme.ron", edition.id.to_string(), &edition.name));
            all.push(("programme.ron", edition.id.to_string(), &edition.evidence));
        }
    }
    for price in &p.prices {
        all.push(("prices.ron", price.sku.to_string(), &price.source));
    }
    for q in &p.questions {
        for text in [&q.ask, &q.why, &q.assumed, &q.would_change] {
            all.push(("questions.ron", q.fills.id().to_owned(), text));
        }
    }
    for prerequisite in &p.deployment.prerequisites {
        let id = prerequisite.id.to_string();
        all.push(("deployment.ron", id, &prerequisite.name));
    }
    for step in &p.deployment.steps {
        all.push(("deployment.ron", step.id.to_string(), &step.title));
        all.push(("deployment.ron", step.id.to_string(), &step.detail));
    }
    for error in &p.deployment.errors {
        for text in [&error.symptom, &error.cause, &error.action] {
            all.push(("deployment.ron", error.symptom.en.to_string(), text));
        }
    }
    for note in &p.notes {
        all.push(("notes", note.code.to_string(), &note.text));
    }
    for event in &p.events {
        all.push(("events.ron", event.id.to_string(), &event.title));
    }
    for entry in &p.faq {
        all.push(("faq", entry.id.to_string(), &entry.question));
        all.push(("faq", entry.id.to_string(), &entry.answer));
        if let Some(correction) = &entry.correction {
            all.push(("faq", entry.id.to_string(), correction));
        }
    }
    all
}

fn check_texts(programme: &Programme, faults: &mut Faults) {
    for (file, entry, text) in texts(programme) {
        for (language, words) in [("English", &text.en), ("Polish", &text.pl)] {
            if words.trim().is_empty() {
                faults.add(file, &*entry, format!("the {language} text is empty"));
            } else if words.trim() != &**words || words.contains("  ") {
                let problem = format!("the {language} text has stray spaces");
                faults.add(file, &*entry, problem);
            }
        }
    }
}

/// Every list of sources with its place.
fn sources(programme: &Programme) -> Vec<(&'static str, String, &[FaqId])> {
    let mut all: Vec<(&'static str, String, &[FaqId])> = Vec::new();
    let p = programme;
    for (rule, faq) in &p.base.rules {
        all.push(("programme.ron", rule.id().to_owned(), faq));
    }
    for product in &p.base.products {
        all.push(("programme.ron", product.id.to_string(), &product.faq));
    }
    for sku in &p.skus {
        all.push(("skus.ron", sku.id.to_string(), &sku.faq));
    }
    for question in &p.questions {
        let id = question.fills.id().to_owned();
        all.push(("questions.ron", id, &question.sources));
    }
    for step in &p.deployment.steps {
        all.push(("deployment.ron", step.id.to_string(), &step.faq));
    }
    for error in &p.deployment.errors {
        let id = error.symptom.en.to_string();
        all.push(("deployment.ron", id, &error.faq));
    }
    for note in &p.notes {
        all.push(("notes", note.code.to_string(), &note.faq));
    }
    for event in &p.events {
        all.push(("events.ron", event.id.to_string(), &event.faq));
    }
    all
}

fn check_sources(programme: &Programme, faults: &mut Faults) {
    let known: BTreeSet<&FaqId> = programme.faq.iter().map(|entry| &entry.id).collect();
    for (file, entry, ids) in sources(programme) {
        if ids.is_empty() {
            faults.add(file, &*entry, "it names no FAQ entry as its source");
        }
        for id in ids {
            if !known.contains(id) {
                faults.add(file, &*entry, format!("there is no FAQ entry '{id}'"));
            }
        }
    }
}

fn check_adds(programme: &Programme, faults: &mut Faults) {
    let p = programme;
    for entry in &p.faq {
        if entry.adds.is_empty() {
            faults.add("faq", entry.id.as_str(), "it adds nothing to a plan");
        }
        for adds in &entry.adds {
            let cited: Option<&[FaqId]> = match adds {
                Adds::Rule(rule) => p.base.rules.get(rule).map(|sources| &**sources),
                Adds::Step(id) => p
                    .deployment
                    .steps
                    .iter()
                    .find(|step| *step.id == **id)
                    .map(|step| &*step.faq),
                Adds::Note(code) => p
                    .notes
                    .iter()
                    .find(|note| *note.code == **code)
                    .map(|note| &*note.faq),
                Adds::Event(id) => p
                    .events
                    .iter()
                    .find(|event| *event.id == **id)
                    .map(|event| &*event.faq),
                Adds::Question(field) => p
                    .questions
                    .iter()
                    .find(|question| question.fills == *field)
                    .map(|question| &*question.sources),
            };
            match cited {
                None => {
                    let problem = format!("it adds {adds:?}, which does not exist");
                    faults.add("faq", entry.id.as_str(), problem);
                }
                Some(faq) if !faq.contains(&entry.id) => {
                    let problem = format!("it adds {adds:?}, which does not cite it");
                    faults.add("faq", entry.id.as_str(), problem);
                }
                Some(_) => {}
            }
        }
    }
}

fn resolve_conditions(programme: &mut Programme, faults: &mut Faults) {
    // The values that the data itself declares are looked up in a copy, while the conditions of
    // the original are filled in.
    let declared = programme.clone();
    let vocabulary: Vocabulary<'_> = declared.vocabulary();
    let bit = |field: Field, id: &str| vocabulary.bit(field, id);
    let mut resolve = |file: &str, entry: &str, condition: &mut Condition| {
        if let Err((field, value)) = condition.resolve(&bit) {
            let problem = format!("'{value}' is not an answer to '{}'", field.id());
            faults.add(file, entry, problem);
        }
    };
    for question in &mut programme.questions {
        resolve("questions.ron", question.fills.id(), &mut question.ask_if);
    }
    for step in &mut programme.deployment.steps {
        resolve("deployment.ron", &step.id, &mut step.when);
    }
    for error in &mut programme.deployment.errors {
        let id = error.symptom.en.to_string();
        resolve("deployment.ron", &id, &mut error.when);
    }
    for note in &mut programme.notes {
        resolve("notes", &note.code, &mut note.when);
    }
    for event in &mut programme.events {
        resolve("events.ron", &event.id, &mut event.when);
    }
    for entry in &mut programme.faq {
        resolve("faq", entry.id.as_str(), &mut entry.applies);
    }
}
