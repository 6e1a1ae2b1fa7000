//! The deployment kit: what is in it, that its scripts are what they seem, and how it is written.

mod contents;
mod files;
mod scripts;

use esu_planner::assets;
use esu_planner::domain::plan::{Plan, plan_estate};
use esu_planner::domain::profile::Profile;
use esu_planner::domain::text::Language;
use esu_planner::kit::{INDEX, Kit, kit};
use esu_planner::report::{Names, ReportInput, ReportOptions};

use crate::support::{catalogue, day};

const BOTH: [Language; 2] = [Language::English, Language::Polish];

fn sample(name: &str) -> (Profile, Plan) {
    let loaded = esu_planner::file::load(name, assets::sample(name).unwrap().as_bytes()).unwrap();
    let document = loaded.document;
    let as_of = document.as_of.unwrap_or_else(|| day("2026-11-23"));
    let (_, plan) = plan_estate(catalogue(), &document.profile, as_of, None);
    (document.profile, plan)
}

fn made(profile: &Profile, as_of: chrono::NaiveDate, language: Language, names: Names) -> Kit {
    let (walk, plan) = plan_estate(catalogue(), profile, as_of, None);
    let input = ReportInput {
        language,
        catalogue: catalogue(),
        profile,
        walk: &walk,
        plan: &plan,
        today: None,
        since_saved: None,
    };
    let options = ReportOptions {
        names,
        ..ReportOptions::default()
    };
    kit(&input, &options)
}

/// The kit of a sample.
fn kit_of(name: &str, language: Language) -> Kit {
    let (profile, plan) = sample(name);
    made(&profile, plan.as_of, language, Names::Shown)
}

/// The kits of all samples in both languages, with the sample's name.
fn kits() -> Vec<(String, Kit)> {
    let mut kits = Vec::new();
    for (name, _) in assets::samples() {
        let (profile, plan) = sample(name);
        for language in BOTH {
            let kit = made(&profile, plan.as_of, language, Names::Shown);
            kits.push((format!("{name} {language:?}"), kit));
        }
    }
    kits
}

fn text(kit: &Kit, path: &str) -> String {
    let file = kit.files.iter().find(|file| file.path == path);
    let file = file.unwrap_or_else(|| panic!("there is no {path}"));
    String::from_utf8(file.bytes.clone()).unwrap()
}

/// What the kit says of itself to tools.
fn index_of(kit: &Kit) -> serde_json::Value {
    serde_json::from_str(&text(kit, INDEX)).unwrap()
}

/// The texts of all files whose names end so.
fn ending(kit: &Kit, ending: &str) -> Vec<(String, String)> {
    let files = kit.files.iter().filter(|file| file.path.ends_with(ending));
    files
        .map(|file| {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            (
                file.path.clone(),
                text.trim_start_matches('\u{feff}').to_owned(),
            )
        })
        .collect()
}

/// Whether a path stays inside on every system.
fn is_safe(path: &str) -> bool {
    path.len() < 100
        && path.is_ascii()
        && path.split('/').all(|part| {
            let stem = part
                .split('.')
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            let is_reserved = ["CON", "PRN", "AUX", "NUL"].contains(&stem.as_str())
                || (stem.len() == 4 && (stem.starts_with("COM") || stem.starts_with("LPT")));
            let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_');
            !part.is_empty()
                && !part.ends_with('.')
                && part != ".."
                && !is_reserved
                && part.chars().all(letters)
        })
}
