//! What a cell says: an answer in the words of either language, by its id, or as people write it.

use std::collections::{BTreeMap, BTreeSet};

use super::synonyms::{BUILDS, OTHER_SYSTEMS, OTHER_WORDS, SPECIAL, UNKNOWN};
use super::value_words;
use crate::domain::field::{Answer, Field, FieldKind};
use crate::domain::licensing::CoverageYear;
use crate::domain::profile::{DataId, MAX_TEXT_CHARACTERS};
use crate::domain::programme::{Catalogue, Product};
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::tsv;
use crate::ui::widgets::typing::{read_count, read_pasted_date};

/// What was made of a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing stands there, or that nobody knows.
    Unknown,
    /// Answers; a system may be told with its edition and service pack.
    Holds(Vec<(Field, Answer)>),
    /// It was not understood; why, in words.
    Wrong(String),
}

/// Reads cells; what was worked out once is kept for the next.
#[derive(Debug)]
pub struct Values<'c> {
    catalogue: &'c Catalogue,
    language: Language,
    offered: BTreeMap<(Field, Option<String>), Vec<Offered>>,
    systems: Vec<(&'c Product, Vec<BTreeSet<String>>)>,
    known: BTreeMap<(Field, Option<String>, String), Cell>,
}

/// An answer with everything that it is called.
#[derive(Clone, Debug)]
struct Offered {
    id: DataId,
    names: Vec<BTreeSet<String>>,
}

impl<'c> Values<'c> {
    /// A reader over some programmes; what it says is in the language.
    pub fn new(catalogue: &'c Catalogue, language: Language) -> Self {
        let products = catalogue.programmes().iter().flat_map(|p| &p.base.products);
        let systems = products
            .map(|product| {
                let names = [&*product.name.en, &*product.name.pl, &*product.id];
                let others = OTHER_SYSTEMS.iter().filter(|(id, _)| **id == *product.id);
                let others = others.flat_map(|(_, names)| names.iter().copied());
                let names = names.into_iter().chain(others);
                let names = names.map(|name| system_words(name).into_iter().collect());
                (product, names.collect())
            })
            .collect();
        Self {
            catalogue,
            language,
            offered: BTreeMap::new(),
            systems,
            known: BTreeMap::new(),
        }
    }

    /// Reads one cell of a field, in a group that runs this system.
    pub fn read(&mut self, field: Field, text: &str, product: Option<&str>) -> Cell {
        let text = tsv::without_apostrophe(text.trim()).trim();
        if text.is_empty() {
            return Cell::Unknown;
        }
        if field.kind() == FieldKind::Text {
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let length = text.chars().count();
            if length > MAX_TEXT_CHARACTERS {
                let numbers = [
                    ("found", count(length as u64)),
                    ("most", count(MAX_TEXT_CHARACTERS as u64)),
                ];
                return Cell::Wrong(tr_with(self.language, "groups-why-too-long", &numbers));
            }
            return Cell::Holds(vec![(field, Answer::Text(text))]);
        }
        let key = (field, product.map(ToOwned::to_owned), text.to_owned());
        if let Some(cell) = self.known.get(&key) {
            return cell.clone();
        }
        let cell = self.read_anew(field, text, product);
        self.known.insert(key, cell.clone());
        cell
    }

    /// Reads a system whose version stands in a cell of its own, which only Windows 10 needs.
    pub(super) fn read_versioned(&mut self, text: &str, version: &str) -> Cell {
        let words = system_words(text);
        let has = |word: &str| words.iter().any(|known| known == word);
        let version = system_words(version).into_iter().find_map(|word| {
            let known = BUILDS
                .iter()
                .find(|(build, name)| word == *build || word == *name);
            known.map(|(_, name)| *name)
        });
        let is_meant = has("windows") && has("10") && !has("ltsb") && !has("ltsc");
        if let Some(version) = version.filter(|version| is_meant && !has(version)) {
            let whole = self.read(Field::Product, &format!("{text} {version}"), None);
            if matches!(whole, Cell::Holds(_)) {
                return whole;
            }
        }
        self.read(Field::Product, text, None)
    }

    fn read_anew(&mut self, field: Field, text: &str, product: Option<&str>) -> Cell {
        let folded = crate::search::fold(text);
        if UNKNOWN.contains(&folded.as_str()) {
            return Cell::Unknown;
        }
        let language = self.language;
        let one = |answer| Cell::Holds(vec![(field, answer)]);
        match field.kind() {
            FieldKind::Count => match read_count(language, field, text) {
                Ok(number) => number.map_or(Cell::Unknown, |number| one(Answer::Count(number))),
                Err(why) => Cell::Wrong(why),
            },
            FieldKind::Date => match read_pasted_date(language, text) {
                Ok(day) => day.map_or(Cell::Unknown, |day| one(Answer::Date(day))),
                Err(why) => Cell::Wrong(why),
            },
            FieldKind::YearCounts => self.read_years(field, text),
            FieldKind::Choices => self.read_many(field, text, product),
            FieldKind::Choice if field == Field::Product => self.read_system(text),
            FieldKind::Choice => match self.find(field, text, product) {
                Ok(id) => one(Answer::One(id)),
                Err(why) => Cell::Wrong(why),
            },
            FieldKind::Text | FieldKind::Quotes | FieldKind::Derived => Cell::Unknown,
        }
    }

    fn offered(&mut self, field: Field, product: Option<&str>) -> &[Offered] {
        let by_system = matches!(field, Field::Edition | Field::Prerequisites);
        let product = product.filter(|_| by_system);
        let catalogue = self.catalogue;
        let key = (field, product.map(ToOwned::to_owned));
        self.offered.entry(key).or_insert_with(|| {
            let ids = catalogue.offered(field, product);
            let ids = ids.into_iter().map(|id| Offered {
                id: DataId::from(id),
                names: names_of(catalogue, field, product, id),
            });
            ids.collect()
        })
    }

    /// The answer that a text means, or why none or several do.
    fn find(&mut self, field: Field, text: &str, product: Option<&str>) -> Result<DataId, String> {
        let language = self.language;
        let words: BTreeSet<String> = value_words(text).into_iter().collect();
        let lower = text.trim().to_lowercase();
        let catalogue = self.catalogue;
        let offered = self.offered(field, product);
        if let Some(found) = offered.iter().find(|it| *it.id == *lower) {
            return Ok(DataId::clone(&found.id));
        }
        let exact = offered.iter().find(|it| it.names.contains(&words));
        if let Some(found) = exact {
            return Ok(DataId::clone(&found.id));
        }
        let holds = |it: &&Offered| it.names.iter().any(|name| words.is_subset(name));
        let mut like: Vec<DataId> = Vec::new();
        for found in offered.iter().filter(holds).filter(|_| !words.is_empty()) {
            if !like.contains(&found.id) {
                like.push(DataId::clone(&found.id));
            }
        }
        let field_name = i18n::field(language, field);
        match like.as_slice() {
            [one] => Ok(DataId::clone(one)),
            [] => Err(tr_with(
                language,
                "groups-why-no-answer",
                &[("field", field_name.into())],
            )),
            several => {
                let name = |id: &DataId| i18n::answer(language, catalogue, field, id);
                Err(several_words(language, several.iter().map(name)))
            }
        }
    }

    fn read_many(&mut self, field: Field, text: &str, product: Option<&str>) -> Cell {
        let folded = value_words(text);
        let is_none = [Language::English, Language::Polish]
            .iter()
            .any(|language| value_words(&tr(*language, "widget-none-of-them")) == folded);
        if is_none || folded == ["none"] || folded == ["brak"] || folded == ["zadne"] {
            return Cell::Holds(vec![(field, Answer::Many(BTreeSet::new()))]);
        }
        let mut why = String::new();
        for separators in [
            &['\0'][..],
            &[';', '\n', '|'],
            &[';', '\n', '|', ',', '+', '/'],
        ] {
            let parts = text
                .split(separators)
                .filter(|part| !part.trim().is_empty());
            let mut ids = BTreeSet::new();
            let mut first_wrong = None;
            for part in parts {
                match self.find(field, part, product) {
                    Ok(id) => {
                        ids.insert(id);
                    }
                    Err(why) => {
                        first_wrong.get_or_insert(format!("{}: {why}", part.trim()));
                    }
                }
            }
            match first_wrong {
                None if !ids.is_empty() => return Cell::Holds(vec![(field, Answer::Many(ids))]),
                // Nothing but separators says nothing.
                None => {}
                Some(wrong) => why = wrong,
            }
        }
        Cell::Wrong(why)
    }

    fn read_years(&self, field: Field, text: &str) -> Cell {
        let language = self.language;
        let words = value_words(text);
        let is_nothing = [Language::English, Language::Polish]
            .iter()
            .any(|language| value_words(&tr(*language, "widget-nothing-bought")) == words);
        let mut years = BTreeMap::new();
        if is_nothing || words == ["none"] || words == ["brak"] || words == ["0"] {
            return Cell::Holds(vec![(field, Answer::Years(years))]);
        }
        for part in text.split(';').filter(|part| !part.trim().is_empty()) {
            let told = part.split_once(':').and_then(|(year, quantity)| {
                let number = value_words(year).pop()?.parse().ok()?;
                let year = CoverageYear::new(number).filter(|year| year.number() <= 6)?;
                Some((year, quantity))
            });
            let Some((year, quantity)) = told else {
                return Cell::Wrong(tr(language, "groups-why-no-year"));
            };
            match read_count(language, Field::Endpoints, quantity) {
                Ok(Some(quantity)) => years.insert(year, quantity),
                Ok(None) => return Cell::Wrong(tr(language, "groups-why-no-year")),
                Err(why) => return Cell::Wrong(why),
            };
        }
        if years.is_empty() {
            return Cell::Wrong(tr(language, "groups-why-no-year"));
        }
        Cell::Holds(vec![(field, Answer::Years(years))])
    }

    /// The one system that is called so in part, or why there is none.
    fn systems_like(&self, words: &BTreeSet<String>) -> Result<&'c Product, String> {
        let is_like = |names: &[BTreeSet<String>]| {
            !words.is_empty() && names.iter().any(|name| words.is_subset(name))
        };
        let like = self.systems.iter().filter(|(_, names)| is_like(names));
        let like: Vec<&'c Product> = like.map(|(product, _)| *product).collect();
        self.the_usual(&like, words)
    }

    /// The one of some systems that is meant: a special one only where it is called so.
    fn the_usual(
        &self,
        like: &[&'c Product],
        words: &BTreeSet<String>,
    ) -> Result<&'c Product, String> {
        let language = self.language;
        let is_usual = |product: &Product| {
            let name = system_words(&product.name.en);
            let mut special = name.iter().filter(|word| SPECIAL.contains(&word.as_str()));
            special.all(|word| words.contains(word))
        };
        let usual: Vec<&'c Product> = like.iter().copied().filter(|it| is_usual(it)).collect();
        let like = if usual.is_empty() { like } else { &usual };
        match like {
            [one] => Ok(one),
            [] => Err(tr_with(
                language,
                "groups-why-no-answer",
                &[("field", i18n::field(language, Field::Product).into())],
            )),
            several => {
                let names = several.iter().map(|it| it.name.get(language).to_owned());
                Err(several_words(language, names))
            }
        }
    }

    /// Reads `Win 7 Pro SP1`: a system, perhaps with its edition and service pack.
    fn read_system(&self, text: &str) -> Cell {
        let language = self.language;
        let name = |product: &Product| product.name.get(language).to_owned();
        let mut words: BTreeSet<String> = system_words(text).into_iter().collect();
        let mut answers = Vec::new();
        if words.remove("sp1") {
            answers.push((Field::ServicePack, Answer::One("sp1".into())));
        }
        let exact = self.systems.iter().find(|(product, names)| {
            *product.id == *text.trim().to_lowercase() || names.contains(&words)
        });
        let within = || {
            let sizes = self.systems.iter().filter_map(|(product, names)| {
                let held = names.iter().filter(|name| name.is_subset(&words));
                Some((*product, held.max_by_key(|name| name.len())?))
            });
            sizes.max_by_key(|(_, name)| name.len())
        };
        let exact = exact.map(|(product, _)| (*product, BTreeSet::new()));
        let found = exact.or_else(|| within().map(|(product, name)| (product, &words - name)));
        let mut why = None;
        let mut told = found.and_then(|(product, rest)| {
            let edition = self.edition_of(product, &rest);
            if edition.is_err() {
                let words = rest.iter().map(String::as_str).collect::<Vec<_>>();
                let words = ("words", words.join(" ").into());
                let arguments = [words, ("system", name(product).into())];
                why = Some(tr_with(language, "groups-why-no-edition", &arguments));
            }
            Some((product, edition.ok()?))
        });
        if told.is_none() {
            match self.systems_with_edition(&words) {
                Ok(found) => told = found,
                Err(several) => return Cell::Wrong(several),
            }
        }
        if told.is_none() {
            told = match self.systems_like(&words) {
                Ok(product) => Some((product, None)),
                Err(none) if !self.has_any_like(&words) => return Cell::Wrong(why.unwrap_or(none)),
                Err(several) => return Cell::Wrong(several),
            };
        }
        let Some((product, edition)) = told else {
            return Cell::Unknown;
        };
        answers.insert(0, (Field::Product, Answer::One(product.id.clone())));
        if let Some(id) = edition {
            answers.insert(1, (Field::Edition, Answer::One(id)));
        }
        Cell::Holds(answers)
    }

    fn has_any_like(&self, words: &BTreeSet<String>) -> bool {
        let mut names = self.systems.iter().flat_map(|(_, names)| names);
        names.any(|name| words.is_subset(name))
    }

    /// The edition of a system that some words mean: none where there are no words, or where the
    /// system's editions are not told apart.
    fn edition_of(
        &self,
        product: &Product,
        words: &BTreeSet<String>,
    ) -> Result<Option<DataId>, NoEdition> {
        if words.is_empty() {
            return Ok(None);
        }
        if product.editions.is_empty() {
            let products = self.systems.iter().map(|(product, _)| product);
            let mut names = products.flat_map(|product| editions(product));
            let is_edition = names.any(|(_, name)| name == *words);
            return if is_edition { Ok(None) } else { Err(NoEdition) };
        }
        let editions: Vec<(&DataId, BTreeSet<String>)> = editions(product).collect();
        if let Some((id, _)) = editions.iter().find(|(_, name)| name == words) {
            return Ok(Some(DataId::clone(id)));
        }
        let like = editions.iter().filter(|(_, name)| words.is_subset(name));
        let like: BTreeSet<&DataId> = like.map(|(id, _)| *id).collect();
        match like.first() {
            Some(only) if like.len() == 1 => Ok(Some(DataId::clone(only))),
            _ => Err(NoEdition),
        }
    }

    /// The one system that has an edition called so and is called like the rest in part, as Windows
    /// itself tells its name without a version; or which ones it can be.
    fn systems_with_edition(
        &self,
        words: &BTreeSet<String>,
    ) -> Result<Option<(&'c Product, Option<DataId>)>, String> {
        let mut found: Vec<(&'c Product, &'c DataId, usize)> = Vec::new();
        for (product, names) in &self.systems {
            let fitting = editions(product).filter(|(_, edition)| {
                let rest = words - edition;
                let mut names = names.iter();
                edition.is_subset(words)
                    && !rest.is_empty()
                    && names.any(|name| rest.is_subset(name))
            });
            let best = fitting.max_by_key(|(_, edition)| edition.len());
            found.extend(best.map(|(id, edition)| (*product, id, edition.len())));
        }
        let most = found.iter().map(|(.., length)| *length).max();
        found.retain(|(.., length)| Some(*length) == most);
        let products: Vec<&'c Product> = found.iter().map(|(product, ..)| *product).collect();
        if products.is_empty() {
            return Ok(None);
        }
        let product = self.the_usual(&products, words)?;
        let edition = found.iter().find(|(of, ..)| of.id == product.id);
        Ok(edition.map(|(_, id, _)| (product, Some(DataId::clone(id)))))
    }
}

/// A system has no edition of that name.
#[derive(Debug)]
struct NoEdition;

/// The editions of a system, with everything that each is called.
fn editions(product: &Product) -> impl Iterator<Item = (&DataId, BTreeSet<String>)> {
    product.editions.iter().flat_map(|edition| {
        let names = [&edition.name.en, &edition.name.pl, &edition.id];
        names.map(|name| (&edition.id, value_words(name).into_iter().collect()))
    })
}

/// The words of a system's name: nobody writes "server" every time, and 64 bits make no difference.
fn system_words(text: &str) -> Vec<String> {
    let text = crate::search::fold(text)
        .replace("service pack", "sp")
        .replace("sp 1", "sp1");
    let mut words = value_words(&text);
    words.retain(|word| {
        !matches!(
            word.as_str(),
            "server" | "x64" | "x86" | "64bit" | "32bit" | "64" | "32" | "bit" | "bits" | "bitowy"
        )
    });
    words
}

/// Everything that an answer is called.
fn names_of(
    catalogue: &Catalogue,
    field: Field,
    product: Option<&str>,
    id: &str,
) -> Vec<BTreeSet<String>> {
    let mut texts = vec![id.to_owned()];
    for language in [Language::English, Language::Polish] {
        texts.push(i18n::answer(language, catalogue, field, id));
    }
    if field == Field::Edition {
        let products: Vec<&Product> = match product {
            Some(product) => catalogue.product(product).into_iter().collect(),
            None => catalogue
                .programmes()
                .iter()
                .flat_map(|p| &p.base.products)
                .collect(),
        };
        let editions = products.iter().flat_map(|product| &product.editions);
        for edition in editions.filter(|edition| &*edition.id == id) {
            texts.push(edition.name.en.to_string());
            texts.push(edition.name.pl.to_string());
        }
    }
    let other = OTHER_WORDS.iter().filter(|(known, _)| *known == id);
    texts.extend(other.flat_map(|(_, words)| words.iter().map(|word| (*word).to_owned())));
    texts
        .iter()
        .map(|text| value_words(text).into_iter().collect())
        .filter(|words: &BTreeSet<String>| !words.is_empty())
        .collect()
}

fn several_words(language: Language, names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<String> = names.take(4).collect();
    if names.len() == 4 {
        names.pop();
        names.push("…".to_owned());
    }
    tr_with(
        language,
        "groups-why-several",
        &[("names", names.join("; ").into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(field: Field, text: &str, product: Option<&str>, expected: &[(Field, &str)]) {
        let catalogue = crate::assets::catalogue().unwrap();
        let mut values = Values::new(catalogue, Language::English);
        let expected = expected
            .iter()
            .map(|(field, id)| (*field, Answer::One(DataId::from(*id))));
        let found = values.read(field, text, product);
        assert_eq!(found, Cell::Holds(expected.collect()), "{text}");
    }

    #[track_caller]
    fn wrong(field: Field, text: &str) -> String {
        let catalogue = crate::assets::catalogue().unwrap();
        let mut values = Values::new(catalogue, Language::English);
        match values.read(field, text, None) {
            Cell::Wrong(why) => why,
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn systems_are_read_as_people_write_them() {
        use Field::{Edition, Product, ServicePack};
        for (text, expected) in [
            (
                "Win 7 Pro",
                &[(Product, "windows-7"), (Edition, "professional")][..],
            ),
            (
                "win7 ent.",
                &[(Product, "windows-7"), (Edition, "enterprise")],
            ),
            (
                "Microsoft Windows 7 Professional Service Pack 1 x64",
                &[
                    (Product, "windows-7"),
                    (Edition, "professional"),
                    (ServicePack, "sp1"),
                ],
            ),
            ("WINDOWS 7", &[(Product, "windows-7")]),
            ("windows-7", &[(Product, "windows-7")]),
            (
                "Windows Server 2012 R2",
                &[(Product, "windows-server-2012-r2")],
            ),
            (
                "SQL 2016 Std",
                &[(Product, "sql-server-2016"), (Edition, "standard")],
            ),
            (
                "Windows 10, wersja 22H2 Pro",
                &[(Product, "windows-10-22h2"), (Edition, "pro")],
            ),
        ] {
            check(Product, text, None, expected);
        }
        assert!(wrong(Product, "Win 10").contains("22H2"));
        assert!(wrong(Product, "Windows 7 Foo").contains("foo"));
        wrong(Product, "BeOS");
    }

    #[test]
    fn systems_are_read_as_windows_and_inventories_call_them() {
        use Field::{Edition, Product};
        for (text, system, edition) in [
            ("Microsoft Windows 10 Pro", "windows-10-22h2", Some("pro")),
            ("Windows 10 Home", "windows-10-22h2", Some("home")),
            ("Win10 Enterprise", "windows-10-22h2", Some("enterprise")),
            (
                "Microsoft Windows 10 Pro for Workstations",
                "windows-10-22h2",
                Some("pro-workstations"),
            ),
            ("Windows 10 Pro 21H2", "windows-10-older-version", None),
            ("Windows 10 IoT Enterprise", "windows-10-iot-22h2", None),
            ("Windows 10 LTSB 2016", "windows-10-2016-ltsb", None),
            ("Win 10 LTSC 2021", "windows-10-ltsc-2021", None),
            ("WS2016 Std", "windows-server-2016", Some("standard")),
            (
                "WS2012R2 DC",
                "windows-server-2012-r2",
                Some("r2-datacenter"),
            ),
            ("Windows Server 2019 Standard", "windows-server-2019", None),
            ("SQL2016 Ent", "sql-server-2016", Some("enterprise")),
            (
                "Windows Embedded Standard 7",
                "windows-embedded-standard-7",
                None,
            ),
        ] {
            let expected = [(Product, system)];
            let edition = edition.map(|edition| (Edition, edition));
            let expected: Vec<_> = expected.into_iter().chain(edition).collect();
            check(Product, text, None, &expected);
        }
        // What can be several is told with its candidates.
        let why = wrong(Product, "Windows 7 Embedded");
        assert!(why.contains("POSReady 7") && why.contains("WES7"), "{why}");
        let why = wrong(Product, "Windows 10 Enterprise LTSC");
        assert!(why.contains("2019") && why.contains("2021"), "{why}");
        assert!(wrong(Product, "Windows Pro").contains("Windows 7"));
    }

    #[test]
    fn a_version_in_a_cell_of_its_own_tells_systems_apart() {
        let catalogue = crate::assets::catalogue().unwrap();
        let mut values = Values::new(catalogue, Language::English);
        for (text, version, expected) in [
            ("Windows 10 Pro", "22H2", "windows-10-22h2"),
            ("Windows 10 Pro", "10.0.19045", "windows-10-22h2"),
            ("Windows 10 Pro", "21H2", "windows-10-older-version"),
            ("Win 10", "10.0.18363.1556", "windows-10-older-version"),
            ("Windows 10 LTSB 2016", "1607", "windows-10-2016-ltsb"),
            ("SQL Server 2016", "13.0", "sql-server-2016"),
            ("Windows Server 2016", "1607", "windows-server-2016"),
            ("Windows 10 Pro", "", "windows-10-22h2"),
        ] {
            let Cell::Holds(answers) = values.read_versioned(text, version) else {
                panic!("{text} {version}");
            };
            let answer = (Field::Product, Answer::One(expected.into()));
            assert_eq!(answers.first(), Some(&answer), "{text} {version}");
        }
    }

    #[test]
    fn answers_are_read_in_both_languages_and_what_is_close_to_them() {
        check(Field::Windows11, "TAK", None, &[(Field::Windows11, "yes")]);
        check(Field::Windows11, "0", None, &[(Field::Windows11, "no")]);
        check(
            Field::Hosting,
            "Fizyczny",
            None,
            &[(Field::Hosting, "physical")],
        );
        check(
            Field::Hosting,
            "AVD",
            None,
            &[(Field::Hosting, "azure-virtual-desktop")],
        );
        check(
            Field::LicenceOrigin,
            "zbiorowa",
            None,
            &[(Field::LicenceOrigin, "volume")],
        );
        let product = Some("windows-7");
        check(
            Field::Edition,
            "Prof.",
            product,
            &[(Field::Edition, "professional")],
        );
        assert!(wrong(Field::Hosting, "VDI").contains("can be"));
        wrong(Field::Hosting, "moon");
    }

    #[test]
    fn a_text_that_no_file_could_hold_is_refused() {
        let longest = "ł".repeat(MAX_TEXT_CHARACTERS);
        let catalogue = crate::assets::catalogue().unwrap();
        let mut values = Values::new(catalogue, Language::English);
        let read = values.read(Field::GroupName, &longest, None);
        let whole = vec![(Field::GroupName, Answer::Text(longest.clone()))];
        assert_eq!(read, Cell::Holds(whole));
        let why = wrong(Field::GroupNote, &format!("{longest}x"));
        assert!(why.contains("501") && why.contains("500"), "{why}");
    }

    #[test]
    fn separators_alone_are_no_answer() {
        for text in [";", " ; ;", ",", "/"] {
            wrong(Field::Prerequisites, text);
        }
        wrong(Field::Owned, ";");
    }

    #[test]
    fn every_answer_is_read_by_its_own_words() {
        let catalogue = crate::assets::catalogue().unwrap();
        for language in [Language::English, Language::Polish] {
            let mut values = Values::new(catalogue, language);
            for field in super::super::group_fields() {
                if field.kind() != FieldKind::Choice {
                    continue;
                }
                for id in catalogue.offered(field, None) {
                    if field == Field::Edition {
                        continue;
                    }
                    let words = i18n::answer(language, catalogue, field, id);
                    let cell = values.read(field, &words, None);
                    let answer = (field, Answer::One(id.into()));
                    assert_eq!(cell, Cell::Holds(vec![answer]), "{field:?} {words}");
                }
            }
        }
    }
}
