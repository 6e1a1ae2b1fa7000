//! What a person leaves out of a report, and the paper it is laid out on.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::profile::Profile;
use crate::domain::text::Language;
use crate::i18n::tr_with;

/// How a report is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReportOptions {
    /// The ids of the parts that are left out; see [`PARTS`].
    pub left_out: BTreeSet<&'static str>,
    /// Whether it names the organisation, the groups and their OEMs.
    pub names: Names,
    /// The paper of the PDF.
    pub paper: Paper,
}

/// Every part of a report that can be left out, in print order.
pub const PARTS: [&str; 16] = [
    "summary",
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
    /// The organisation is not named, groups are numbered, OEMs are left out.
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

impl ReportOptions {
    /// The profile as the report and what is made beside it may name it.
    pub(crate) fn profile<'a>(&self, profile: &'a Profile, language: Language) -> Cow<'a, Profile> {
        match self.names {
            Names::Shown => Cow::Borrowed(profile),
            Names::Redacted => Cow::Owned(redacted(profile, language)),
        }
    }
}

/// The profile without names: what is counted and decided is the same.
fn redacted(profile: &Profile, language: Language) -> Profile {
    let mut redacted = profile.clone();
    redacted.organisation.name.clear();
    for (position, group) in redacted.groups.iter_mut().enumerate() {
        let group = Arc::make_mut(group);
        let number = (position + 1).to_string();
        group.name = tr_with(
            language,
            "plan-redacted-group",
            &[("number", number.into())],
        );
        group.oem.clear();
    }
    redacted
}
