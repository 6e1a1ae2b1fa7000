//! What a person leaves out of a report, and the paper it is laid out on.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;

use crate::domain::plan::Plan;
use crate::domain::profile::Profile;
use crate::domain::programme::EventKind;
use crate::domain::text::{Argument, Language, Statement};
use crate::i18n::{tr, tr_with};

use super::ReportInput;

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

/// What a part of a report is called, for who chooses the parts.
pub fn part_title(language: Language, part: &str) -> String {
    tr(
        language,
        match part {
            "summary" => "plan-summary",
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

/// The profile and the plan as a report may name them.
pub(super) struct Named<'a> {
    pub(super) profile: Cow<'a, Profile>,
    pub(super) plan: Cow<'a, Plan>,
}

impl ReportOptions {
    /// The profile and the plan with the names that are to be shown.
    pub(super) fn named<'a>(&self, input: &ReportInput<'a>) -> Named<'a> {
        match self.names {
            Names::Shown => Named {
                profile: Cow::Borrowed(input.profile),
                plan: Cow::Borrowed(input.plan),
            },
            Names::Redacted => Named {
                profile: Cow::Owned(redacted(input.profile, input.language)),
                plan: Cow::Owned(redacted_plan(input)),
            },
        }
    }
}

fn numbered(position: usize, language: Language) -> String {
    let number = (position + 1).to_string();
    tr_with(
        language,
        "plan-redacted-group",
        &[("number", number.into())],
    )
}

/// The profile without names: what is counted and decided is the same.
fn redacted(profile: &Profile, language: Language) -> Profile {
    let mut redacted = profile.clone();
    redacted.organisation.name.clear();
    for (position, group) in redacted.groups.iter_mut().enumerate() {
        let group = Arc::make_mut(group);
        group.name = numbered(position, language);
        group.oem.clear();
    }
    redacted
}

/// The plan without names: only its calendar has any, those of the groups that leave.
fn redacted_plan(input: &ReportInput<'_>) -> Plan {
    let mut plan = input.plan.clone();
    for entry in &mut plan.calendar {
        if entry.kind != EventKind::GroupLeaves {
            continue;
        }
        let day = entry.date;
        if let Statement::Message(_, arguments) = &mut entry.title {
            for (_, argument) in arguments {
                if let Argument::Name(name) = argument {
                    let mut groups = input.profile.groups.iter();
                    let position = groups
                        .position(|group| group.leaves_on == Some(day) && *group.name == **name);
                    let number = position.map(|position| numbered(position, input.language));
                    *name = number.unwrap_or_default().into();
                }
            }
        }
    }
    plan
}
