//! Saved files: reading again what was written, and every kind of input that can't be read.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::choice::Choice as _;
use esu_planner::domain::field::{Answer, Field, FieldKind, Place, Scope};
use esu_planner::domain::licensing::{CoverageYear, SalesChannel};
use esu_planner::domain::money::{Currency, Money};
use esu_planner::domain::plan::{OrderWhen, Verdict, plan_estate};
use esu_planner::domain::profile::{DataId, EndpointGroup, Profile};
use esu_planner::domain::record::{OrderRecord, PlanRecord, ProgrammeRecord};
use esu_planner::file::{self, LoadError, Loaded};
use proptest::prelude::*;

use crate::support::catalogue;

fn read(text: &str) -> Result<Document, LoadError> {
    file::from_bytes("profile.esu", text.as_bytes())
}

fn profile(inside: &str) -> String {
    format!("EsuProfile(format: \"esu-profile\", version: 1, {inside})")
}

/// The error of a text, as its one line.
#[track_caller]
fn error_of(text: &str) -> String {
    let line = read(text).unwrap_err().to_string();
    assert_eq!(line.lines().count(), 1, "{line}");
    line
}

#[test]
fn every_kind_of_broken_text_says_where_it_is_broken() {
    for (text, expected) in [
        ("", "is empty"),
        ("   \n\n", "is empty"),
        ("just some words", "line 1"),
        ("EsuProfile(", "line 1"),
        ("{\"a\": 1}", "line 1"),
        ("EsuProfile(version: 1)", "is not an ESU profile"),
        (
            "EsuProfile(format: \"other\", version: 1)",
            "its format is 'other'",
        ),
        (
            "EsuProfile(format: \"esu-profile\", version: 3, anything: [1])",
            "newer version",
        ),
        (
            "EsuProfile(format: \"esu-profile\", version: 0)",
            "is not an ESU profile",
        ),
        (&profile("groups: [(name: \"x\""), "line 1"),
        (&profile("organisation: (colour: \"red\")"), "'colour'"),
        (&profile("\n\ngroups: [(endpoint: 4)]"), "line 3"),
        (&profile("groups: [(endpoints: 0)]"), "0 is out of range"),
        (&profile("groups: [(endpoints: -3)]"), "-3 is out of range"),
        (
            &profile("groups: [(endpoints: 4000000000)]"),
            "4000000000 is out of range",
        ),
        (
            &profile("groups: [(endpoints: 99999999999999999999)]"),
            "line 1",
        ),
        (
            &profile("groups: [(endpoints: \"many\")]"),
            "column 67: a whole number belongs here",
        ),
        (
            &profile("groups: [(endpoints: 1.5)]"),
            "a comma belongs here",
        ),
        (
            &profile("groups: [(name: 5)]"),
            "a text in quotation marks belongs here",
        ),
        (
            &profile("as_of: 2022-01-01"),
            "texts and days stand in quotation marks",
        ),
        (
            &profile("organisation: (sector: \"health\", office-2010: \"yes\")"),
            "'office-2010' is no name of a field",
        ),
        (&profile("groups: (name: 5)"), "an opening [ belongs here"),
        (
            &(profile("groups: []") + "x"),
            "the profile has ended before this",
        ),
        (
            &profile("groups: [(leaves_on: \"2022-02-30\")]"),
            "'2022-02-30' is not a day",
        ),
        (
            &profile("groups: [(leaves_on: \"1066-10-14\")]"),
            "is not a day from 2000",
        ),
        (&profile("as_of: \"9999-12-31\""), "is not a day from 2000"),
        (
            &profile("groups: [(product: \"windows-95\")]"),
            "'windows-95' is not a product",
        ),
        (
            &profile("groups: [(product: \"windows-7\", edition: \"professional-fes\")]"),
            "is not an edition of 'windows-7'",
        ),
        (
            &profile("groups: [(prerequisites: [\"kb1\"])]"),
            "'kb1' is not a prerequisite",
        ),
        (
            &profile("groups: [(hosting: \"cellar\")]"),
            "use one of: physical",
        ),
        (&profile("groups: [(owned: {0: 5})]"), "no coverage year"),
        (&profile("groups: [(owned: {1: 0})]"), "out of range"),
        (
            &profile("organisation: (channels: \"ea\")"),
            "an opening [ belongs here",
        ),
        (
            &profile("organisation: (currency: \"zloty\")"),
            "currency code",
        ),
        (
            &profile("organisation: (quotes: {\"w7-2020\": \"-5\"})"),
            "negative",
        ),
        (
            &profile("organisation: (quotes: {\"w7-1999\": \"5\"})"),
            "'w7-1999' is not a SKU",
        ),
        (
            &profile("organisation: (name: \"a\", name: \"b\")"),
            "the field 'name' is here twice",
        ),
    ] {
        let line = error_of(text);
        assert!(
            line.contains(expected),
            "{text}\n  gave: {line}\n  not: {expected}"
        );
        assert!(line.starts_with("profile.esu: "), "{line}");
    }
}

#[test]
fn bytes_that_are_no_text_say_so() {
    let mut bytes = profile("organisation: (name: \"x\")").into_bytes();
    bytes.extend([b'\n', 0xff, 0xfe]);
    let line = file::from_bytes("p.esu", &bytes).unwrap_err().to_string();
    assert!(line.contains("line 2: is not UTF-8"), "{line}");
    let utf_16: Vec<u8> = "EsuProfile"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert!(file::from_bytes("p.esu", &utf_16).is_err());
}

#[test]
fn a_mark_at_the_beginning_does_not_matter() {
    let text = format!("\u{feff}{}", profile("organisation: (name: \"Łódź\")"));
    assert_eq!(read(&text).unwrap().profile.organisation.name, "Łódź");
}

#[test]
fn nesting_without_end_is_an_error_and_no_crash() {
    for open in ["(", "[", "{", "Some(", "/*"] {
        assert!(read(&open.repeat(200_000)).is_err());
    }
    assert!(read(&profile(&format!("groups: {}", "[".repeat(200_000)))).is_err());
}

#[test]
fn directories_devices_and_huge_files_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let error = file::read_limited(folder.path()).unwrap_err();
    assert!(matches!(error, LoadError::IsDirectory { .. }), "{error}");
    let missing = file::read_limited(&folder.path().join("none.esu")).unwrap_err();
    assert!(matches!(missing, LoadError::Unreadable { .. }), "{missing}");
    let huge = folder.path().join("huge.esu");
    std::fs::File::create(&huge)
        .unwrap()
        .set_len(200 << 20)
        .unwrap();
    let error = file::read_limited(&huge).unwrap_err();
    assert!(matches!(error, LoadError::TooLarge { .. }), "{error}");
    #[cfg(unix)]
    {
        let endless = file::read_limited(std::path::Path::new("/dev/zero")).unwrap_err();
        assert!(matches!(endless, LoadError::TooLarge { .. }), "{endless}");
    }
}

#[test]
fn writing_keeps_the_old_file_when_it_fails() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("kept.esu");
    file::write_atomically(&path, b"old").unwrap();
    file::write_atomically(&path, b"new").unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), b"new");
    assert!(file::write_atomically(folder.path(), b"x").is_err());
    assert!(file::write_atomically(&folder.path().join("no/such/file"), b"x").is_err());
    #[cfg(unix)]
    {
        let elsewhere = tempfile::tempdir().unwrap();
        let link = elsewhere.path().join("link.esu");
        std::os::unix::fs::symlink(&path, &link).unwrap();
        file::write_atomically(&link, b"through a link").unwrap();
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&path).unwrap(), b"through a link");
    }
    // Nothing half-written is left beside it.
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn every_file_ever_released_is_still_read() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/files");
    let mut read_files = 0;
    for version in std::fs::read_dir(folder).unwrap() {
        for file in std::fs::read_dir(version.unwrap().path()).unwrap() {
            let path = file.unwrap().path();
            let bytes = file::read_limited(&path).unwrap();
            file::from_bytes(&path.display().to_string(), &bytes).unwrap();
            read_files += 1;
        }
    }
    assert!(read_files > 0);
}

/// Any answer that a field takes, unknown included.
pub(crate) fn any_answer(field: Field) -> BoxedStrategy<Answer> {
    let ids: Vec<Arc<str>> = catalogue()
        .offered(field, None)
        .into_iter()
        .map(Arc::from)
        .collect();
    let known: BoxedStrategy<Answer> = match field.kind() {
        FieldKind::Text if field == Field::Currency => "[A-Z]{3}".prop_map(Answer::Text).boxed(),
        // Names are data: quotes, markup, line ends, Polish letters, emoji.
        FieldKind::Text => "\\PC{1,12}|[\"\\\\\n\t\r,:;()<>|=*_`{}]{1,8}|Zażółć"
            .prop_map(Answer::Text)
            .boxed(),
        FieldKind::Choice => proptest::sample::select(ids).prop_map(Answer::One).boxed(),
        FieldKind::Choices => {
            let most = ids.len();
            proptest::sample::subsequence(ids, 0..=most)
                .prop_map(|chosen| Answer::Many(chosen.into_iter().collect::<BTreeSet<_>>()))
                .boxed()
        }
        FieldKind::Count => {
            let (least, most) = field.count_range();
            prop_oneof![least..=least + 100, least..=most]
                .prop_map(Answer::Count)
                .boxed()
        }
        FieldKind::Date => (0..3650i64)
            .prop_map(|days| {
                let first: NaiveDate = "2018-01-01".parse().unwrap();
                Answer::Date(first + chrono::Duration::days(days))
            })
            .boxed(),
        FieldKind::YearCounts => proptest::collection::btree_map(1u8..=3, 1u32..1000, 0..=3)
            .prop_map(|years| {
                let years = years.into_iter();
                Answer::Years(
                    years
                        .map(|(year, count)| (CoverageYear::new(year).unwrap(), count))
                        .collect(),
                )
            })
            .boxed(),
        FieldKind::Quotes => {
            let skus = catalogue().programmes().iter().flat_map(|p| &p.skus);
            let skus: Vec<_> = skus.map(|sku| sku.id.clone()).collect();
            proptest::collection::btree_map(
                proptest::sample::select(skus),
                0i128..100_000_000_000,
                0..4,
            )
            .prop_map(|quotes: BTreeMap<_, _>| Answer::Quotes(quotes))
            .boxed()
        }
        FieldKind::Derived => unreachable!("nobody types a derived field"),
    };
    prop_oneof![1 => Just(Answer::Unknown), 3 => known].boxed()
}

/// Any document: every field of the organisation and of up to `groups` groups.
pub(crate) fn any_document(groups: usize) -> BoxedStrategy<Document> {
    let of = |scope: Scope| -> Vec<Field> {
        use esu_planner::domain::choice::Choice as _;
        Field::ALL
            .iter()
            .copied()
            .filter(|field| field.scope() == scope)
            .collect()
    };
    let answers = |fields: &[Field]| fields.iter().map(|f| any_answer(*f)).collect::<Vec<_>>();
    let (organisation_fields, group_fields) = (of(Scope::Organisation), of(Scope::Group));
    (
        answers(&organisation_fields),
        proptest::collection::vec(answers(&group_fields), 0..=groups),
    )
        .prop_map(move |(organisation, groups)| {
            let mut profile = Profile::default();
            for (field, answer) in organisation_fields.iter().zip(&organisation) {
                profile
                    .set_answer(Place::Organisation, *field, answer)
                    .unwrap();
            }
            for (position, answers) in groups.iter().enumerate() {
                profile.groups.push(Arc::new(EndpointGroup::default()));
                for (field, answer) in group_fields.iter().zip(answers) {
                    profile
                        .set_answer(Place::Group(position), *field, answer)
                        .unwrap();
                }
                fit_edition(&mut profile, position);
            }
            Document {
                profile,
                as_of: None,
            }
        })
        .boxed()
}

/// A saved edition belongs to its product: what does not fit is left out.
fn fit_edition(profile: &mut Profile, position: usize) {
    let group = &profile.groups[position];
    let fits = match (group.product.as_deref(), group.edition.as_deref()) {
        (Some(product), Some(edition)) => catalogue()
            .offered(Field::Edition, Some(product))
            .contains(&edition),
        _ => true,
    };
    if !fits {
        profile
            .set_answer(Place::Group(position), Field::Edition, &Answer::Unknown)
            .unwrap();
    }
}

/// A record as a file may hold it.
const MADE_WITH: &str = r#"EsuProfile(
    format: "esu-profile",
    version: 2,
    as_of: "2026-11-24",
    organisation: (
    ),
    groups: [
    ],
    made_with: (
        as_of: "2026-11-24",
        programmes: [
            (
                programme: "windows-10-22h2",
                edition: 1,
                ledger: {"buy": 100, "retired": 3},
                orders: [
                    (sku: "w10-commercial-1", year: 1, channel: "csp", when: "now", quantity: 100, unit_price: "61.00 USD", total: "6100.00 USD"),
                    (sku: "made-up", year: 2, channel: "azure", when: "later", back_charge: true, quantity: 4000000000000),
                ],
                steps: [
                    "a-step-that-is-gone",
                ],
                warnings: [],
            ),
        ],
    ),
)
"#;

fn loaded(text: &str) -> Result<Loaded, LoadError> {
    file::load("profile.esu", text.as_bytes())
}

#[test]
fn the_plan_it_was_saved_with_is_one_fact_a_line() {
    let Loaded {
        document,
        made_with,
    } = loaded(MADE_WITH).unwrap();
    let record = made_with.unwrap();
    assert_eq!(record.programmes[0].ledger.get(&Verdict::Buy), Some(&100));
    assert_eq!(record.programmes[0].orders[1].quantity, 4_000_000_000_000);
    assert_eq!(file::to_text_with(&document, &record), MADE_WITH);
    // It is no part of what is edited.
    assert_eq!(read(MADE_WITH).unwrap(), document);
    assert!(!file::to_text(&document).contains("made_with"));
}

#[test]
fn files_without_a_record_load() {
    let text = "EsuProfile(format: \"esu-profile\", version: 2)";
    assert_eq!(loaded(text).unwrap().made_with, None);
    let version_1 = profile("rule_data: \"windows-7 edition 1\"");
    assert_eq!(loaded(&version_1).unwrap().made_with, None);
}

#[test]
fn a_broken_record_names_its_place() {
    let line_of = |part: &str| MADE_WITH[..MADE_WITH.find(part).unwrap()].lines().count();
    for (from, to, expected) in [
        ("edition: 1", "edition: 0", "0 is out of range"),
        ("edition: 1", "issue: 1", "there is no field 'issue'"),
        ("quantity: 100", "amount: 100", "there is no field 'amount'"),
        ("quantity: 100,", "", "quantity"),
        ("quantity: 100", "quantity: -1", ""),
        ("\"buy\": 100", "\"rent\": 100", "'rent' is not an answer"),
        ("\"buy\": 100", "\"buy\": 1.5", ""),
        ("\"now\"", "\"soon\"", "'soon' is no time to order"),
        ("year: 1", "year: 9", "no coverage year"),
        (
            "channel: \"csp\"",
            "channel: \"shop\"",
            "'shop' is not an answer",
        ),
        ("61.00 USD", "61 USD", "'61 USD' is not an amount"),
        ("61.00 USD", "61.00 usd", "'61.00 usd' is not an amount"),
        ("61.00 USD", "-61.00 USD", "is not an amount"),
        ("6100.00 USD", "9e99", "is not an amount"),
        ("a-step-that-is-gone", "a step", "'a step' is not an id"),
        ("a-step-that-is-gone", "", "is not an id"),
        ("steps: [", "stages: [", "there is no field 'stages'"),
    ] {
        let place = line_of(from);
        let line = error_of(&MADE_WITH.replacen(from, to, 1));
        assert!(line.contains(expected), "{to}\n  gave: {line}");
        assert!(
            line.contains(&format!("line {place},")),
            "{to} stands in line {place}\n  gave: {line}"
        );
    }
    // A version 1 never had one.
    let old = MADE_WITH.replace("version: 2", "version: 1");
    assert!(error_of(&old).contains("there is no field 'made_with'"));
}

#[test]
fn a_record_does_not_grow_with_the_groups() {
    let catalogue = catalogue();
    let samples = assets::samples();
    let (name, text) = samples
        .iter()
        .find(|(n, _)| *n == "mixed-estate.esu")
        .unwrap();
    let mut document = file::from_bytes(name, text.as_bytes()).unwrap();
    let day = document.as_of.unwrap();
    let size = |document: &Document| {
        let (_, plan) = plan_estate(catalogue, &document.profile, day, None);
        let text = file::to_text_with(document, &PlanRecord::of(&plan));
        text.split_once("made_with").unwrap().1.lines().count()
    };
    let before = size(&document);
    let groups = document.profile.groups.clone();
    for _ in 0..50 {
        document.profile.groups.extend(groups.iter().cloned());
    }
    assert_eq!(size(&document), before);
}

/// Any id that programme data may have, known or not.
fn any_id() -> impl Strategy<Value = DataId> {
    "[a-z0-9][a-zA-Z0-9._-]{0,40}".prop_map(|id| DataId::from(id.as_str()))
}

fn any_money() -> impl Strategy<Value = Money> {
    (0..i128::from(u64::MAX) * 1000, "[A-Z]{3}").prop_map(|(minor_units, code)| Money {
        minor_units,
        currency: Currency::new(&code).unwrap(),
    })
}

fn any_order() -> impl Strategy<Value = OrderRecord> {
    let money = || proptest::option::of(any_money());
    (
        (
            any_id(),
            1u8..=6,
            proptest::sample::select(SalesChannel::ALL),
        ),
        any::<(bool, bool, u64)>(),
        (money(), money()),
    )
        .prop_map(
            |((sku, year, channel), (is_now, back_charge, quantity), (unit_price, total))| {
                OrderRecord {
                    sku,
                    year: CoverageYear::new(year).unwrap(),
                    channel,
                    when: if is_now {
                        OrderWhen::Now
                    } else {
                        OrderWhen::Later
                    },
                    back_charge,
                    quantity,
                    unit_price,
                    total,
                }
            },
        )
}

fn any_programme_record() -> impl Strategy<Value = ProgrammeRecord> {
    let ids = || proptest::collection::vec(any_id(), 0..6);
    let verdict = proptest::sample::select(Verdict::ALL);
    (
        any_id(),
        1u32..,
        proptest::collection::btree_map(verdict, any::<u64>(), 0..8),
        proptest::collection::vec(any_order(), 0..6),
        (ids(), ids()),
    )
        .prop_map(
            |(programme, edition, ledger, orders, (steps, warnings))| ProgrammeRecord {
                programme,
                edition,
                ledger,
                orders,
                steps,
                warnings,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_saved_is_loaded_again(document in any_document(4)) {
        let text = file::to_text(&document);
        let again = read(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(again, document);
    }

    #[test]
    fn the_plan_it_is_saved_with_is_loaded_again(document in any_document(4), days in 0i64..3650) {
        let first: NaiveDate = "2019-06-01".parse().unwrap();
        let day = first + chrono::Duration::days(days);
        let (_, plan) = plan_estate(catalogue(), &document.profile, day, None);
        let record = PlanRecord::of(&plan);
        let text = file::to_text_with(&document, &record);
        let again = loaded(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(&again.document, &document);
        prop_assert_eq!(again.made_with, Some(record));
    }

    #[test]
    fn any_record_is_loaded_again(
        days in 0i64..3650,
        programmes in proptest::collection::vec(any_programme_record(), 0..4),
    ) {
        let first: NaiveDate = "2019-06-01".parse().unwrap();
        let record = PlanRecord { as_of: first + chrono::Duration::days(days), programmes };
        let text = file::to_text_with(&Document::default(), &record);
        let again = loaded(&text).map_err(|error| TestCaseError::fail(format!("{error}\n{text}")))?;
        prop_assert_eq!(again.made_with, Some(record));
    }

    #[test]
    fn no_text_makes_the_loader_panic(text in "\\PC{0,300}") {
        let _ = read(&text);
        let _ = read(&profile(&text));
        let made_with = format!("version: 2, made_with: (as_of: \"2026-11-24\", programmes: [{text}])");
        let _ = read(&format!("EsuProfile(format: \"esu-profile\", {made_with})"));
    }

    #[test]
    fn no_damage_to_a_sample_makes_the_loader_panic(
        sample in 0usize..17,
        position in any::<prop::sample::Index>(),
        length in 0usize..40,
        noise in proptest::collection::vec(any::<u8>(), 0..8),
    ) {
        let samples = assets::samples();
        let (_, text) = samples[sample % samples.len()];
        let mut bytes = text.as_bytes().to_vec();
        let start = position.index(bytes.len());
        let end = (start + length).min(bytes.len());
        bytes.splice(start..end, noise);
        if let Err(error) = file::from_bytes("p.esu", &bytes) {
            prop_assert_eq!(error.to_string().lines().count(), 1);
        }
    }
}
