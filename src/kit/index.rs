//! The kit's index: what is in it, for tools, and for telling a kit of ours from another folder.

use serde_json::{Value, json};

use crate::domain::choice::Choice as _;
use crate::report::ReportInput;

use super::group::{GroupKit, Way};
use super::{EXIT_CODES, KitFile};

/// Its name.
pub const INDEX: &str = "kit.json";

/// The name of its format.
const FORMAT: &str = "esu-kit";

/// Writes it; it names itself too.
pub(super) fn write(
    input: &ReportInput<'_>,
    groups: &[GroupKit<'_>],
    files: &[KitFile],
) -> KitFile {
    let mut paths: Vec<&str> = files.iter().map(|file| file.path.as_str()).collect();
    paths.push(INDEX);
    paths.sort_unstable();
    let groups: Vec<Value> = groups.iter().map(group_of).collect();
    let index = json!({
        "format": FORMAT,
        "version": 1,
        "as_of": input.plan.as_of.to_string(),
        "language": input.language.id(),
        "groups": groups,
        "exit_codes": EXIT_CODES,
        "files": paths,
    });
    let mut bytes = serde_json::to_vec_pretty(&index).unwrap_or_default();
    bytes.push(b'\n');
    KitFile {
        path: INDEX.to_owned(),
        bytes,
    }
}

fn group_of(group: &GroupKit<'_>) -> Value {
    let verdicts = group.plan.ledger.iter().map(|row| row.verdict.id());
    let (way, route) = match &group.way {
        Way::Keys { route, .. } => ("keys", Some(route.id())),
        Way::Check { .. } => ("check", None),
        Way::Arc => ("arc", None),
        Way::ByHand => ("by-hand", None),
        Way::Nothing => ("nothing", None),
    };
    let years = match &group.way {
        Way::Keys { years, .. } => years.as_slice(),
        _ => &[],
    };
    let years: Vec<Value> = years
        .iter()
        .filter_map(|key| {
            let window = key.window?;
            Some(json!({
                "year": window.year.number(),
                "activation_id": window.activation_id,
                "needed": key.needed.id().to_lowercase(),
            }))
        })
        .collect();
    let prerequisites = group.prerequisites.iter().map(|wanted| &*wanted.id);
    json!({
        "group": group.name,
        "folder": group.folder,
        "programme": group.programme.base.id,
        "verdicts": verdicts.collect::<Vec<_>>(),
        "way": way,
        "route": route,
        "years": years,
        "prerequisites": prerequisites.collect::<Vec<_>>(),
    })
}

/// The files that an index names; none when it is no index of a kit.
pub fn files_of(index: &[u8]) -> Option<Vec<String>> {
    let index: Value = serde_json::from_slice(index).ok()?;
    if index.get("format")?.as_str()? != FORMAT {
        return None;
    }
    let files = index.get("files")?.as_array()?.iter();
    files.map(|path| path.as_str().map(str::to_owned)).collect()
}
