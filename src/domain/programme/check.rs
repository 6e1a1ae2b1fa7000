//! Reading a programme's folder and checking the whole of it: every fault at once.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::DeserializeOwned;

use super::schema::{
    Adds, Change, DeploymentFile, Event, Exit, FaqEntry, Note, Price, ProgrammeFile, Question,
    Route, Sku,
};
use super::{CoverageWindow, Programme, SkuStatus, Unit, Vocabulary};
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
    let exits: Option<Vec<Exit>> = read(files, "exits.ron", &mut faults);
    let changes: Option<Vec<Change>> = read(files, "changes.ron", &mut faults);
    let notes: Vec<Note> = read_folder(files, "notes/", &mut faults);
    let faq: Vec<FaqEntry> = read_folder(files, "faq/", &mut faults);
    let failed = |faults: Faults| ProgrammeError {
        id: id.to_owned(),
        faults: faults.0,
    };
    let (Some(base), Some(skus), Some(prices), Some(questions)) = (base, skus, prices, questions)
    else {
        return Err(failed(faults));
    };
    let (Some(deployment), Some(events), Some(exits), Some(changes)) =
        (deployment, events, exits, changes)
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
        exits,
        changes,
    };
    check_identity(id, &programme, &mut faults);
    check_windows(&programme, &mut faults);
    check_offers(&programme, &mut faults);
    check_orders(&programme, &mut faults);
    check_changes(&programme, &mut faults);
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
    let mut hosts = BTreeSet::new();
    for host in &base.hosting {
        if !hosts.insert(host.host) {
            faults.add("programme.ron", host.host.id(), "the host stands twice");
        }
    }
    for product in &base.products {
        let needs_windows = match product.route {
            Route::Oem | Route::Closed => product.coverage.is_empty(),
            Route::Licence => base.coverage.is_empty(),
            Route::None | Route::Supported => false,
        };
        if needs_windows {
            faults.add("programme.ron", &*product.id, "its route needs windows");
        }
        if product.route == Route::Supported && product.end_of_support.is_none() {
            let problem = "a system in support needs the day on which that ends";
            faults.add("programme.ron", &*product.id, problem);
        }
    }
}

/// Each edition after the first says what it changed, and none says it twice or ahead of time.
fn check_changes(programme: &Programme, faults: &mut Faults) {
    let edition = programme.base.edition;
    for change in &programme.changes {
        let entry = format!("edition {}", change.edition);
        if change.edition < 2 || change.edition > edition {
            let problem = format!("changes are told for editions 2 to {edition}");
            faults.add("changes.ron", &*entry, problem);
        }
        if change.about.is_empty() {
            faults.add("changes.ron", entry, "it names nothing that changed");
        }
    }
    for missing in (2..=edition).filter(|number| {
        !programme
            .changes
            .iter()
            .any(|change| change.edition == *number)
    }) {
        let entry = format!("edition {missing}");
        faults.add("changes.ron", entry, "nothing says what it changed");
    }
}

fn check_windows(programme: &Programme, faults: &mut Faults) {
    let base = &programme.base;
    check_coverage(&base.coverage, faults);
    for offer in &base.offers {
        check_coverage(&offer.coverage, faults);
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
    for sales in base.offers.iter().flat_map(|offer| &offer.sales) {
        if sales.first_day > sales.last_day {
            faults.add("programme.ron", sales.channel.id(), "sales end too early");
        }
        if !sales.accepts.is_empty() && sales.channel.needs_no_agreement() {
            let problem = "this channel needs no agreement";
            faults.add("programme.ron", sales.channel.id(), problem);
        }
    }
}

fn check_coverage(coverage: &[CoverageWindow], faults: &mut Faults) {
    for (number, window) in (1u8..).zip(coverage) {
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
    for pair in coverage.windows(2) {
        if let [before, after] = pair
            && before.last_day.succ_opt() != Some(after.first_day)
        {
            let entry = format!("coverage year {}", after.year.number());
            let problem = "it must begin on the day after the year before ends";
            faults.add("programme.ron", entry, problem);
        }
    }
}

fn check_offers(programme: &Programme, faults: &mut Faults) {
    let base = &programme.base;
    let has_licences = base.products.iter().any(|p| p.route == Route::Licence);
    if has_licences && base.offers.is_empty() {
        faults.add("programme.ron", "offers", "there is no offer");
    }
    for offer in &base.offers {
        if offer.sales.is_empty() {
            faults.add("programme.ron", &*offer.id, "nobody sells it");
        }
        let requirements = offer.requires.iter().map(|r| (&r.id, &r.met));
        for (id, condition) in std::iter::once((&offer.id, &offer.when)).chain(requirements) {
            check_is_decided_early(id, condition, faults);
        }
    }
    for entitlement in &base.entitlements {
        check_is_decided_early(&entitlement.id, &entitlement.when, faults);
    }
}

/// What decides about a group can't look at what follows from the decision.
fn check_is_decided_early(id: &str, condition: &Condition, faults: &mut Faults) {
    for field in condition.fields() {
        if field.scope() == Scope::Derived && field != Field::Route {
            let problem = format!("'{}' is not known yet where this is asked", field.id());
            faults.add("programme.ron", id, problem);
        }
    }
}

fn check_orders(programme: &Programme, faults: &mut Faults) {
    for sku in &programme.skus {
        let Some(offer) = programme.base.offers.iter().find(|o| o.id == sku.offer) else {
            faults.add("skus.ron", &*sku.id, "there is no such offer");
            continue;
        };
        if programme.offer_window(offer, sku.year).is_none() {
            faults.add("skus.ron", &*sku.id, "there is no window for its year");
        }
        let unit = match sku.unit {
            Unit::Device => 1,
            Unit::User(devices) | Unit::Account(devices) => devices,
            Unit::Cores(cores) => cores.pack,
        };
        if unit == 0 || sku.priced_per == 0 {
            faults.add("skus.ron", &*sku.id, "nothing can be counted in zeros");
        }
        for field in sku.when.fields() {
            let is_late = matches!(field, Field::Verdict | Field::BackYears | Field::Phase);
            if is_late {
                let problem = format!("'{}' is not known yet where this is asked", field.id());
                faults.add("skus.ron", &*sku.id, problem);
            }
        }
    }
    for offer in &programme.base.offers {
        for window in programme.windows_of(offer) {
            for sales in &offer.sales {
                let is_listed = programme.skus.iter().any(|sku| {
                    sku.offer == offer.id
                        && sku.year == window.year
                        && sku.channels.contains(&sales.channel)
                        && sku.status == SkuStatus::Orderable
                });
                if !is_listed {
                    let year = window.year.number();
                    let entry = format!("{} year {year} in {}", offer.id, sales.channel.id());
                    faults.add("skus.ron", entry, "nothing can be ordered");
                }
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
        "exits.ron",
        p.exits.iter().map(|exit| exit.id.to_string()).collect(),
    );
    unique(
        "programme.ron",
        p.base
            .offers
            .iter()
            .flat_map(|offer| {
                let requirements = offer.requires.iter().map(|r| r.id.to_string());
                std::iter::once(offer.id.to_string()).chain(requirements)
            })
            .chain(p.base.entitlements.iter().map(|e| e.id.to_string()))
            .collect(),
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
    for prerequisite in &p.deployment.prerequisites {
        for id in &prerequisite.shown_by {
            if !p.deployment.prerequisites.iter().any(|p| p.id == *id) {
                let problem = format!("there is no prerequisite '{id}'");
                faults.add("deployment.ron", &*prerequisite.id, problem);
            }
        }
        for kb in &prerequisite.kbs {
            let name = &prerequisite.name;
            if !name.en.contains(kb.as_str()) || !name.pl.contains(kb.as_str()) {
                let problem = format!("the name does not hold '{kb}'");
                faults.add("deployment.ron", &*prerequisite.id, problem);
            }
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
    for offer in &p.base.offers {
        all.push(("programme.ron", offer.id.to_string(), &offer.name));
        for requirement in &offer.requires {
            let id = requirement.id.to_string();
            all.push(("programme.ron", id, &requirement.reason));
        }
    }
    for entitlement in &p.base.entitlements {
        let id = entitlement.id.to_string();
        all.push(("programme.ron", id, &entitlement.reason));
    }
    for exit in &p.exits {
        all.push(("exits.ron", exit.id.to_string(), &exit.name));
        all.push(("exits.ron", exit.id.to_string(), &exit.text));
    }
    for change in &p.changes {
        let entry = format!("edition {}", change.edition);
        all.push(("changes.ron", entry, &change.text));
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
    for offer in &p.base.offers {
        all.push(("programme.ron", offer.id.to_string(), &offer.faq));
        for requirement in &offer.requires {
            let id = requirement.id.to_string();
            all.push(("programme.ron", id, &requirement.faq));
        }
    }
    for entitlement in &p.base.entitlements {
        let id = entitlement.id.to_string();
        all.push(("programme.ron", id, &entitlement.faq));
    }
    for exit in &p.exits {
        all.push(("exits.ron", exit.id.to_string(), &exit.faq));
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
            let requirements = || p.base.offers.iter().flat_map(|offer| &offer.requires);
            let cited: Option<&[FaqId]> = match adds {
                Adds::Offer(id) => (p.base.offers.iter())
                    .find(|offer| *offer.id == **id)
                    .map(|offer| &*offer.faq),
                Adds::Requirement(id) => requirements()
                    .find(|requirement| *requirement.id == **id)
                    .map(|requirement| &*requirement.faq),
                Adds::Entitlement(id) => (p.base.entitlements.iter())
                    .find(|entitlement| *entitlement.id == **id)
                    .map(|entitlement| &*entitlement.faq),
                Adds::Sku(id) => (p.skus.iter())
                    .find(|sku| *sku.id == **id)
                    .map(|sku| &*sku.faq),
                Adds::Exit(id) => (p.exits.iter())
                    .find(|exit| *exit.id == **id)
                    .map(|exit| &*exit.faq),
                Adds::Product(id) => (p.base.products.iter())
                    .find(|product| *product.id == **id)
                    .map(|product| &*product.faq),
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
    for offer in &mut programme.base.offers {
        resolve("programme.ron", &offer.id, &mut offer.when);
        for requirement in &mut offer.requires {
            resolve("programme.ron", &requirement.id, &mut requirement.met);
        }
    }
    for entitlement in &mut programme.base.entitlements {
        resolve("programme.ron", &entitlement.id, &mut entitlement.when);
    }
    for sku in &mut programme.skus {
        resolve("skus.ron", &sku.id, &mut sku.when);
    }
    for exit in &mut programme.exits {
        resolve("exits.ron", &exit.id, &mut exit.when);
    }
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
