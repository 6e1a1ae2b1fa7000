//! What a kit says: only what the plan and the data of its programmes say, and no key.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use esu_planner::assets;
use esu_planner::domain::text::Language;
use esu_planner::report::Names;
use esu_planner::report::markdown::escape;

use super::{BOTH, ending, index_of, kit_of, kits, made, sample, text};
use crate::support::{catalogue, day};

/// Everything in a text that begins so and has this length, in capitals.
fn words_with(
    text: &str,
    is_part: impl Fn(char) -> bool,
    fits: impl Fn(&str) -> bool,
) -> Vec<String> {
    let words = text.split(|c: char| !is_part(c));
    words.filter(|word| fits(word)).map(str::to_owned).collect()
}

fn activation_ids(text: &str) -> Vec<String> {
    let is_part = |c: char| c.is_ascii_hexdigit() || c == '-';
    words_with(text, is_part, |word| {
        let lengths: Vec<usize> = word.split('-').map(str::len).collect();
        lengths == [8, 4, 4, 4, 12]
    })
}

fn updates(text: &str) -> Vec<String> {
    words_with(
        text,
        |c| c.is_ascii_alphanumeric(),
        |word| {
            word.len() == 9
                && word.starts_with("KB")
                && word[2..].bytes().all(|b| b.is_ascii_digit())
        },
    )
}

#[test]
fn every_id_and_update_in_a_kit_is_from_the_programmes_data() {
    let mut ids = BTreeSet::new();
    let mut known: BTreeSet<String> = BTreeSet::new();
    for programme in catalogue().programmes() {
        for offer in &programme.base.offers {
            let windows = programme.windows_of(offer).iter();
            ids.extend(windows.filter_map(|window| window.activation_id.clone()));
        }
        let data = (&programme.deployment, &programme.notes, &programme.base);
        known.extend(updates(&format!("{data:?}")));
    }
    let mut used = BTreeSet::new();
    for (name, kit) in kits() {
        for file in &kit.files {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            for id in activation_ids(&text) {
                assert!(ids.contains(&id), "{name} {}: {id}", file.path);
                used.insert(id);
            }
            for update in updates(&text) {
                assert!(known.contains(&update), "{name} {}: {update}", file.path);
            }
        }
    }
    assert!(used.len() >= 6, "{used:?}");
    for file in [
        "common.ps1",
        "install.ps1",
        "detect.ps1",
        "remediate.ps1",
        "arc.ps1",
        "one-line.ps1",
        "install.cmd",
    ] {
        let template = assets::kit_template(file).unwrap();
        assert!(
            activation_ids(template).is_empty() && updates(template).is_empty(),
            "{file}"
        );
    }
}

#[test]
fn no_key_and_no_place_for_one_is_in_a_kit() {
    for (name, kit) in kits() {
        for file in &kit.files {
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-';
            let keys = words_with(&text, is_part, |word| {
                let parts: Vec<usize> = word.split('-').map(str::len).collect();
                parts.windows(5).any(|parts| parts == [5; 5])
            });
            assert!(keys.is_empty(), "{name} {}: {keys:?}", file.path);
        }
        for (path, script) in ending(&kit, ".ps1") {
            assert!(!script.contains("Start-Transcript"), "{name} {path}");
            // Nothing that shows or writes is on a line with what holds a key.
            for line in script.lines().filter(|line| !line.starts_with('#')) {
                let holds = ["Mak", "$given", "$Piped", "$secret", "$pointer"];
                let shows = [
                    "Write-",
                    "Add-Content",
                    "Set-Content",
                    "Out-File",
                    "Say ",
                    "Stop-Here",
                    "Get-Words $",
                ];
                let is_call = line.contains("Install-Mak") || line.contains("Enter-Mak");
                if holds.iter().any(|word| line.contains(word)) && !is_call {
                    assert!(
                        !shows.iter().any(|word| line.contains(word)),
                        "{name} {path}: {line}"
                    );
                }
            }
            // Parameters of the script: switches, and texts that are no secrets.
            if let Some((_, rest)) = script.split_once("param (") {
                let parameters = rest.split_once(")\r\n").unwrap().0;
                let named: Vec<&str> = parameters
                    .split('$')
                    .skip(1)
                    .map(|name| name.split([',', ' ', '\r']).next().unwrap())
                    .collect();
                assert_eq!(
                    named,
                    [
                        "Year",
                        "KeyFromInput",
                        "Unattended",
                        "KeyOnly",
                        "Route",
                        "ConfirmationId",
                        "ActivationId",
                        "Assume",
                        "LogPath"
                    ]
                );
            }
        }
        for (path, batch) in ending(&kit, ".cmd") {
            assert!(!batch.contains("/ipk"), "{name} {path}");
            assert!(!batch.to_lowercase().contains("set /p"), "{name} {path}");
        }
    }
}

#[test]
fn a_runbook_has_the_steps_that_the_plan_has_for_the_group() {
    for (name, _) in assets::samples() {
        let (profile, plan) = sample(name);
        let kit = made(&profile, plan.as_of, Language::English, Names::Shown);
        let index = index_of(&kit);
        let groups = index["groups"].as_array().unwrap();
        for (position, group) in profile.groups.iter().enumerate() {
            let steps = plan
                .steps
                .iter()
                .filter(|step| step.groups.contains(&position));
            let expected: Vec<String> = steps
                .map(|step| format!("**{}**", escape(&step.title.en)))
                .collect();
            let known = groups.iter().find(|known| known["group"] == *group.name);
            let Some(folder) = known.and_then(|known| known["folder"].as_str()) else {
                assert!(expected.is_empty(), "{name}, {}", group.name);
                continue;
            };
            let runbook = text(&kit, &format!("{folder}/runbook.md"));
            let titles: Vec<&str> = runbook
                .lines()
                .filter_map(|line| line.split_once(". "))
                .filter(|(number, _)| number.parse::<u32>().is_ok())
                .map(|(_, title)| {
                    let title = title.trim_start_matches("[ ] ");
                    title.trim_start_matches("[x] ")
                })
                .collect();
            assert_eq!(titles, expected, "{name}, {}", group.name);
        }
    }
}

#[test]
fn a_runbook_says_what_the_script_beside_it_does_and_none_speaks_of_one_that_is_not_there() {
    let (profile, _) = sample("mixed-estate.esu");
    for language in BOTH {
        let kit = made(&profile, day("2022-03-01"), language, Names::Shown);
        let runbooks = kit.files.iter();
        let mut folders = runbooks.filter_map(|file| file.path.strip_suffix("/runbook.txt"));
        let with_script = folders.clone().filter(|folder| {
            let script = format!("{folder}/Install-Esu.ps1");
            kit.files.iter().any(|file| file.path == script)
        });
        assert_eq!(with_script.count(), 2);
        let tells = |folder: &&str| {
            text(&kit, &format!("{folder}/runbook.txt")).contains("Install-Esu.ps1")
        };
        assert_eq!(folders.by_ref().filter(tells).count(), 2);
    }
}

/// Two groups that hold different years, one of them too small for VAMT alone.
#[test]
fn a_groups_scripts_have_its_own_years_and_the_whole_plans_route() {
    let (mut profile, _) = sample("mixed-estate.esu");
    let years = |years: &[u8]| {
        let owned = years.iter().map(|year| {
            let year = esu_planner::domain::licensing::CoverageYear::new(*year).unwrap();
            (year, 100)
        });
        Some(owned.collect())
    };
    profile.groups.truncate(2);
    for (group, owned) in profile.groups.iter_mut().zip([&[1][..], &[1, 2][..]]) {
        let group = Arc::make_mut(group);
        group.owned = years(owned);
        group.endpoint_count = Some(60);
        group.leaves_on = Some(day("2021-06-01"));
        group.hosting = Some(esu_planner::domain::licensing::Hosting::Physical);
        group.connectivity = Some(esu_planner::domain::licensing::Connectivity::Online);
    }
    let kit = made(&profile, day("2020-06-01"), Language::English, Names::Shown);
    let index = index_of(&kit);
    let of = |position: usize| -> Vec<(u64, String)> {
        let years = index["groups"][position]["years"]
            .as_array()
            .unwrap()
            .iter();
        years
            .map(|year| {
                let needed = year["needed"].as_str().unwrap().to_owned();
                (year["year"].as_u64().unwrap(), needed)
            })
            .collect()
    };
    assert_eq!(of(0)[0], (1, "current".to_owned()));
    assert_eq!(
        of(1)[..2],
        [(1, "back".to_owned()), (2, "current".to_owned())]
    );
    let runbook = text(&kit, "01-Ward-PCs/runbook.txt");
    assert!(runbook.contains("slmgr.vbs /ato 77db037b-95c3-48d7-a3ab-a9c6d41093e0"));
    let current = runbook.split("later years").next().unwrap();
    assert!(
        !current.contains("0e00c25d-8795-4fb7-9572-3803d91b6880"),
        "{current}"
    );
}

#[test]
fn each_kind_of_group_gets_what_helps_it() {
    let ways = |name: &str| -> BTreeMap<String, String> {
        let kit = kit_of(name, Language::English);
        let index = index_of(&kit);
        let groups = index["groups"].as_array().unwrap().iter();
        groups
            .map(|group| {
                let route = group["route"].as_str().map(|route| format!(" {route}"));
                let way = group["way"].as_str().unwrap().to_owned();
                let name = group["group"].as_str().unwrap().to_owned();
                (name, way + &route.unwrap_or_default())
            })
            .collect()
    };
    let mixed = ways("mixed-estate.esu");
    assert_eq!(mixed["Ward PCs"], "keys Online");
    assert_eq!(mixed["Ward VDI"], "keys Vamt");
    assert_eq!(mixed["Reception"], "check");
    assert_eq!(mixed["Kiosks"], "by-hand");
    assert_eq!(mixed["Archive"], "nothing");
    let isolated = ways("isolated-site.esu");
    assert!(
        isolated.values().any(|way| way == "keys Phone"),
        "{isolated:?}"
    );
    let cloud = ways("w10-cloud-pc-mix.esu");
    assert!(cloud.values().any(|way| way == "check"), "{cloud:?}");
    let arc = ways("ws16-eight-hosts.esu");
    assert!(arc.values().any(|way| way == "arc"), "{arc:?}");
    let sql = ways("sql16-small-vm.esu");
    assert!(sql.values().all(|way| way == "by-hand"), "{sql:?}");
}

#[test]
fn a_redacted_kit_names_nobody() {
    let (profile, plan) = sample("mixed-estate.esu");
    let kit = made(&profile, plan.as_of, Language::English, Names::Redacted);
    for file in &kit.files {
        let text = String::from_utf8(file.bytes.clone()).unwrap() + &file.path;
        for name in profile.groups.iter().map(|group| &group.name) {
            assert!(!text.contains(name.as_str()), "{} names {name}", file.path);
        }
        assert!(!text.contains(&profile.organisation.name), "{}", file.path);
    }
}
