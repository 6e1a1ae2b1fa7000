//! The requests that plans need: what is asked of whom, in both languages.
//!
//! After a change of data or words: `UPDATE_EXPECT=1 cargo test letters`, then read the diff.

use std::collections::BTreeSet;
use std::process::Command;
use std::sync::Arc;

use esu_planner::assets;
use esu_planner::domain::licensing::{Hosting, SalesChannel};
use esu_planner::domain::plan::{Plan, Verdict, plan_estate};
use esu_planner::domain::profile::Profile;
use esu_planner::domain::text::Language;
use esu_planner::file;
use esu_planner::letters::{Letter, letters, to_mail, to_text};
use esu_planner::report::{Names, ReportInput};
use expect_test::expect_file;

const LANGUAGES: [(Language, &str); 2] = [(Language::English, "en"), (Language::Polish, "pl")];

struct Sample {
    name: &'static str,
    profile: Profile,
    plan: Plan,
}

impl Sample {
    fn letters(&self, language: Language, names: Names) -> Vec<Letter> {
        let catalogue = assets::catalogue().unwrap();
        let (walk, plan) = plan_estate(catalogue, &self.profile, self.plan.as_of, None);
        letters(
            &ReportInput {
                language,
                catalogue,
                profile: &self.profile,
                walk: &walk,
                plan: &plan,
                today: None,
                since_saved: None,
            },
            names,
        )
    }
}

fn samples() -> Vec<Sample> {
    let samples = assets::samples().into_iter();
    samples
        .map(|(name, text)| {
            let document = file::from_bytes(name, text.as_bytes()).unwrap();
            let day = document.as_of.unwrap();
            let catalogue = assets::catalogue().unwrap();
            let (_, plan) = plan_estate(catalogue, &document.profile, day, None);
            Sample {
                name,
                profile: document.profile,
                plan,
            }
        })
        .collect()
}

fn sample(name: &str) -> Sample {
    let found = samples().into_iter().find(|sample| sample.name == name);
    found.expect("a sample")
}

#[test]
fn the_letters_of_some_samples_are_kept() {
    for name in [
        "embedded-retailer",
        "factory-with-software-assurance",
        "mixed-estate",
        "mixed-estate-2026",
    ] {
        let sample = sample(&format!("{name}.esu"));
        for (language, id) in LANGUAGES {
            let letters = sample.letters(language, Names::Shown);
            let texts: Vec<String> = letters.iter().map(to_text).collect();
            let whole = texts.join(&format!("\n{}\n\n", "=".repeat(76)));
            expect_file![format!("golden/letters/{name}.{id}.txt")].assert_eq(&whole);
        }
    }
}

#[test]
fn there_is_a_letter_where_the_plan_needs_one_and_nowhere_else() {
    let mut kinds = BTreeSet::new();
    for sample in samples() {
        let letters = sample.letters(Language::English, Names::Shown);
        let has = |kind: &str| letters.iter().any(|letter| letter.id.starts_with(kind));
        let plan = &sample.plan;
        // Groups without a named OEM may be of different ones.
        let oems: BTreeSet<(&str, Option<usize>)> = plan
            .ledger
            .iter()
            .filter(|row| row.verdict == Verdict::Oem)
            .map(|row| (sample.profile.groups[row.group].oem.trim(), row.group))
            .map(|(oem, group)| (oem, oem.is_empty().then_some(group)))
            .collect();
        let sent = letters.iter().filter(|l| l.id.starts_with("oem-")).count();
        assert_eq!(sent, oems.len(), "{}", sample.name);
        let sold = |channel| plan.orders.iter().any(|line| line.channel == channel);
        assert_eq!(
            has("volume-licensing"),
            sold(SalesChannel::VolumeLicensing) || sold(SalesChannel::AccountTeam),
            "{}",
            sample.name
        );
        if !sold(SalesChannel::Csp) {
            assert!(!has("csp-partner"), "{}", sample.name);
        }
        kinds.extend(letters.into_iter().map(|letter| {
            let kind = letter.id.split('-').next().unwrap_or_default();
            kind.to_owned()
        }));
    }
    let expected = ["csp", "more", "oem", "volume"].map(str::to_owned);
    assert_eq!(kinds, BTreeSet::from(expected));
    // Who buys in Azure alone, or is a direct partner, writes to nobody.
    for name in ["ws16-one-host.esu", "csp-direct-partner-renewal.esu"] {
        let letters = sample(name).letters(Language::English, Names::Shown);
        assert!(letters.is_empty(), "{name}: {letters:?}");
    }
}

#[test]
fn every_letter_says_what_it_rests_on_and_holds_no_price_and_no_key() {
    for sample in samples() {
        for (language, _) in LANGUAGES {
            let letters = sample.letters(language, Names::Shown);
            let mut ids = BTreeSet::new();
            for letter in &letters {
                let of = format!("{}: {}", sample.name, letter.id);
                assert!(ids.insert(letter.id.clone()), "{of} stands twice");
                let is_safe = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
                assert!(letter.id.chars().all(is_safe), "{of}");
                assert!(letter.sources.len() >= 3, "{of}");
                for basis in &letter.sources {
                    assert!(!basis.faq.is_empty(), "{of}: {}", basis.part);
                    for id in &basis.faq {
                        let catalogue = assets::catalogue().unwrap();
                        assert!(catalogue.faq_entry(id.as_str()).is_some(), "{of}: {id}");
                    }
                }
                let text = to_text(letter);
                assert!(!text.contains("[letters-"), "{text}");
                assert!(!text.contains("USD") || sample.profile.organisation.currency.is_some());
                assert!(!text.contains("\u{2013} \u{2013}"), "{text}");
                // The groups of a key, and the days that it is asked for, are five by five.
                let looks_like_a_key = text.split_whitespace().any(|word| {
                    let parts: Vec<&str> = word.split('-').collect();
                    parts.len() == 5 && parts.iter().all(|part| part.len() == 5)
                });
                assert!(!looks_like_a_key, "{text}");
                if letter.id != "volume-licensing" && !letter.id.starts_with("more-") {
                    continue;
                }
                assert!(text.contains('['), "{of} has nothing to fill in");
            }
        }
    }
}

#[test]
fn both_languages_say_the_same_to_the_same_people() {
    for sample in samples() {
        let english = sample.letters(Language::English, Names::Shown);
        let polish = sample.letters(Language::Polish, Names::Shown);
        assert_eq!(english.len(), polish.len());
        for (english, polish) in english.iter().zip(&polish) {
            assert_eq!(english.id, polish.id);
            assert_eq!(english.faq(), polish.faq());
            assert_eq!(english.body.len(), polish.body.len());
        }
    }
}

#[test]
fn a_host_that_is_free_with_a_key_has_the_key_asked_for() {
    let mut sample = sample("w10-cloud-pc-mix.esu");
    let group = Arc::make_mut(&mut sample.profile.groups[0]);
    group.hosting = Some(Hosting::AzureVmware);
    for (language, _) in LANGUAGES {
        let letters = sample.letters(language, Names::Shown);
        let letter = letters.iter().find(|letter| letter.id == "free-key");
        let text = to_text(letter.expect("a letter about the key"));
        assert!(text.contains("5×5") && text.contains("W10-023"), "{text}");
    }
    // Nobody asks for a key for no machines.
    Arc::make_mut(&mut sample.profile.groups[0]).endpoint_count = None;
    let letters = sample.letters(Language::English, Names::Shown);
    let letter = letters.iter().find(|letter| letter.id == "free-key");
    let text = to_text(letter.expect("a letter about the key"));
    assert!(text.contains(": [number] (group"), "{text}");
}

#[test]
fn names_can_be_left_out_of_letters() {
    let sample = sample("embedded-retailer.esu");
    let letters = sample.letters(Language::English, Names::Redacted);
    let texts: String = letters.iter().map(to_text).collect();
    assert!(!texts.contains("Sieć") && !texts.contains("maker") && !texts.contains("Tills"));
    assert!(texts.contains("[name of the organisation]"));
    assert!(texts.contains("[the device’s OEM]"));
}

#[test]
fn a_draft_is_a_message_in_ascii_with_short_lines() {
    for (language, _) in LANGUAGES {
        for letter in sample("mixed-estate.esu").letters(language, Names::Shown) {
            let mail = String::from_utf8(to_mail(&letter)).unwrap();
            assert!(
                mail.starts_with("X-Unsent: 1\r\nSubject: =?utf-8?Q?"),
                "{mail}"
            );
            assert!(mail.is_ascii());
            assert!(mail.lines().all(|line| line.len() <= 76), "{mail}");
            assert_eq!(mail.matches('\n').count(), mail.matches("\r\n").count());
        }
    }
}

#[test]
fn the_call_prints_letters_or_writes_each_into_a_file() {
    let call = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_esu-planner"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .arg("letters")
            .args(arguments)
            .output()
            .unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
        )
    };
    let file = "assets/samples/embedded-retailer.esu";
    let (code, printed) = call(&[file, "--lang", "pl"]);
    assert_eq!(code, Some(0));
    assert!(printed.starts_with("Do: "), "{printed}");
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("letters");
    let (code, said) = call(&[file, "--format", "mail", "-o", folder.to_str().unwrap()]);
    assert_eq!(code, Some(0));
    let names: BTreeSet<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let expected = [
        "oem-1.eml",
        "oem-2.eml",
        "oem-3.eml",
        "oem-4-kiosk-maker-example.eml",
        "oem-5-till-maker-example.eml",
    ];
    assert_eq!(names, expected.map(str::to_owned).into());
    assert_eq!(said.lines().count(), 5);
    // Drafts have no place on standard output.
    assert_eq!(call(&[file, "--format", "mail"]).0, Some(2));
    let (code, said) = call(&["assets/samples/ws16-one-host.esu"]);
    assert_eq!(code, Some(0));
    assert!(said.starts_with("This plan needs no letters"), "{said}");
}
