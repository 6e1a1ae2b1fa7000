//! What a person leaves out of a report, and the paper it is laid out on.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::profile::Profile;
use crate::domain::text::Language;
use crate::i18n::tr;

/// How a report is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// The ids of the parts that are left out; see [`PARTS`].
    pub left_out: BTreeSet<&'static str>,
    /// Whether it names the organisation, the groups and their OEMs, and tells the notes.
    pub names: Names,
    /// The paper of the PDF.
    pub paper: Paper,
}

/// Every part of a report that can be left out, in print order.
pub const PARTS: [&str; 17] = [
    "summary",
    "notes",
    "changes",
    "ledger",
    "orders",
    "waiting",
    "exits",
    "calendar",
    "deployment",
    "errors",
    "keys",
    "support",
    "coverage",
    "embedded",
    "warnings",
    "open",
    "sources",
];

/// Whether a report says whose it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Names {
    /// As in the profile.
    #[default]
    Shown,
    /// The organisation is not named, groups are numbered, OEMs and notes are left out.
    Redacted,
}

/// A size of paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8½ by 11 inches.
    UsLetter,
}

/// What a part of a report is called, for who chooses the parts.
pub fn part_title(language: Language, part: &str) -> String {
    tr(
        language,
        match part {
            "summary" => "plan-summary",
            "notes" => "plan-notes",
            "changes" => "plan-changes",
            "ledger" => "plan-ledger",
            "orders" => "plan-orders",
            "waiting" => "plan-waiting",
            "exits" => "plan-exits",
            "calendar" => "plan-calendar",
            "deployment" => "plan-deployment",
            "errors" => "plan-errors",
            "keys" => "plan-keys",
            "support" => "plan-support",
            "coverage" => "plan-coverage",
            "embedded" => "plan-embedded",
            "warnings" => "plan-warnings",
            "open" => "plan-open",
            "sources" => "plan-sources",
            _ => return part.to_owned(),
        },
    )
}

impl ReportOptions {
    /// The profile as the report and what is made beside it may name it.
    pub(crate) fn profile<'a>(&self, profile: &'a Profile) -> Cow<'a, Profile> {
        match self.names {
            Names::Shown => Cow::Borrowed(profile),
            Names::Redacted => Cow::Owned(redacted(profile)),
        }
    }
}

/// The profile without names and notes: what is counted and decided is the same.
fn redacted(profile: &Profile) -> Profile {
    let mut redacted = profile.clone();
    redacted.organisation.name.clear();
    redacted.organisation.note.clear();
    // A group without a name goes by its number.
    for group in &mut redacted.groups {
        let group = Arc::make_mut(group);
        group.name.clear();
        group.note.clear();
        group.oem.clear();
    }
    redacted
}
