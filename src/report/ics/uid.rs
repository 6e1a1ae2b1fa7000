//! What an event is called for ever: see the notes of the module above.

use std::collections::BTreeMap;

use chrono::Datelike as _;

use crate::domain::choice::Choice as _;
use crate::domain::plan::CalendarEntry;
use crate::domain::programme::EventKind;
use crate::domain::text::{Argument, Statement};
use crate::report::ReportInput;

pub(super) struct Uids<'a> {
    input: &'a ReportInput<'a>,
    profile: u64,
}

impl<'a> Uids<'a> {
    pub(super) fn new(input: &'a ReportInput<'a>) -> Self {
        Self {
            input,
            profile: profile(input),
        }
    }

    /// A UID of this profile.
    pub(super) fn of_key(&self, key: &str) -> String {
        format!("{key}-{:016x}@esu-planner", self.profile)
    }

    /// The entries with their UIDs. Of several with one key all but the first are numbered, in the
    /// order of their days, so that each has its own.
    pub(super) fn of<'e>(
        &self,
        entries: &'e [CalendarEntry],
    ) -> impl Iterator<Item = (String, &'e CalendarEntry)> {
        let mut seen: BTreeMap<String, u32> = BTreeMap::new();
        entries.iter().map(move |entry| {
            let mut key = self.key(entry);
            let times = seen.entry(key.clone()).or_insert(0);
            *times += 1;
            if *times > 1 {
                key.push_str(&format!(".{times}"));
            }
            (self.of_key(&key), entry)
        })
    }

    /// What the entry is, without its day: programme, kind and what tells it from its neighbours.
    fn key(&self, entry: &CalendarEntry) -> String {
        let mut parts = vec![entry.kind.id().to_owned()];
        if let Some(programme) = self.input.plan.programmes.get(entry.programme) {
            parts.insert(0, slug(&programme.id));
        }
        match &entry.title {
            Statement::Data(title) => {
                let events = self.input.programme(entry.programme).map(|p| &p.events);
                let mut events = events.into_iter().flatten();
                let event = events.find(|event| event.kind == entry.kind && event.title == *title);
                parts.push(event.map_or_else(|| checksum([&*title.en]), |event| slug(&event.id)));
            }
            Statement::Message(_, arguments) => {
                let named = arguments
                    .iter()
                    .filter_map(|(_, argument)| self.word(argument));
                parts.extend(named);
            }
        }
        match entry.kind {
            // One of a year's releases is the one of its month.
            EventKind::PatchTuesday => {
                parts.push(format!("{}-{:02}", entry.date.year(), entry.date.month()));
            }
            // Groups may be renamed and their day moved; their place stays.
            EventKind::GroupLeaves => {
                let profile = self.input.profile;
                let leaves_then = |place: &&usize| {
                    let group = profile.groups.get(**place);
                    group.is_some_and(|group| group.leaves_on == Some(entry.date))
                };
                let part = self.input.plan.programmes.get(entry.programme);
                let mut places = part.into_iter().flat_map(|part| &part.groups);
                let place = places.find(leaves_then);
                parts.truncate(2);
                parts.push(place.map_or(0, |place| place + 1).to_string());
            }
            EventKind::WindowStarts
            | EventKind::WindowEnds
            | EventKind::SalesStart
            | EventKind::OrderBy
            | EventKind::RefundOpens
            | EventKind::Invoice
            | EventKind::ComponentEnds
            | EventKind::EmbeddedTerm
            | EventKind::Requirement => {}
        }
        parts.join(".")
    }

    /// What an argument of a title adds to the key: names, but no days, amounts and numbers of
    /// things, which change from one plan to the next.
    fn word(&self, argument: &Argument) -> Option<String> {
        match argument {
            Argument::Year(year) => Some(year.number().to_string()),
            Argument::Name(name) => Some(slug(name)),
            Argument::Local(name) => {
                let mut offers = self.input.programmes().flat_map(|p| &p.base.offers);
                let offer = offers.find(|offer| offer.name == *name);
                Some(offer.map_or_else(|| checksum([&*name.en]), |offer| slug(&offer.id)))
            }
            Argument::Field(field) => Some(field.id().to_owned()),
            Argument::Value(_, id) => Some((*id).to_owned()),
            Argument::Values(_, ids) => Some(ids.join("+")),
            Argument::Count(_) | Argument::Date(_) | Argument::Month(_) | Argument::Money(_) => {
                None
            }
        }
    }
}

/// What tells one profile from another.
fn profile(input: &ReportInput<'_>) -> u64 {
    let name = input.profile.organisation.name.trim().to_lowercase();
    if !name.is_empty() {
        return fnv([&*name]);
    }
    let groups = input.profile.groups.iter().map(|group| {
        let product = group.product.as_deref().unwrap_or_default();
        let count = group.endpoint_count.unwrap_or_default();
        format!("{}\u{0}{product}\u{0}{count}", group.name.trim())
    });
    let groups: Vec<String> = groups.collect();
    fnv(groups.iter().map(String::as_str))
}

fn checksum<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    format!("{:016x}", fnv(texts))
}

/// FNV-1a, which is the same in every version of the app.
fn fnv<'a>(texts: impl IntoIterator<Item = &'a str>) -> u64 {
    const START: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0100_0000_01b3;
    let bytes = texts
        .into_iter()
        .flat_map(|text| text.bytes().chain(std::iter::once(0)));
    bytes.fold(START, |sum, byte| {
        (sum ^ u64::from(byte)).wrapping_mul(PRIME)
    })
}

/// A name in lower-case letters, digits and hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for character in name.chars() {
        if character.is_ascii_alphanumeric() {
            slug.push(character.to_ascii_lowercase());
        } else if !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_matches('-').to_owned()
}
