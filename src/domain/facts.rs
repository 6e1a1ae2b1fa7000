//! One group and its organisation as bits: what conditions read, and what groups are alike by.

use chrono::NaiveDate;

use super::choice::Choice as _;
use super::field::Field;
use super::guide::condition::Truth;

/// The highest bit means "known to be none"; no list has 63 answers.
const KNOWN_NONE: u64 = 1 << 63;

/// What is known of one group together with its organisation, one bit an answer.
///
/// A field without a bit is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Facts {
    bits: [u64; Field::COUNT],
    /// All endpoints of the profile; none while a group has no count.
    pub total_endpoints: Option<u64>,
    /// The day for which the plan is made.
    pub as_of: NaiveDate,
}

impl Facts {
    /// Nothing known but the day.
    pub fn new(as_of: NaiveDate) -> Self {
        Self {
            bits: [0; Field::COUNT],
            total_endpoints: None,
            as_of,
        }
    }

    /// Makes a field unknown.
    pub fn clear(&mut self, field: Field) {
        self.bits[field.index() as usize] = 0;
    }

    /// Adds one answer to a field.
    pub fn add(&mut self, field: Field, index: u32) {
        self.bits[field.index() as usize] |= 1 << index;
    }

    /// Sets a field to these answers; no bit means a known "none of them".
    pub fn set_known(&mut self, field: Field, bits: u64) {
        self.bits[field.index() as usize] = if bits == 0 { KNOWN_NONE } else { bits };
    }

    /// The bits of a field.
    pub fn bits(&self, field: Field) -> u64 {
        self.bits[field.index() as usize]
    }

    /// Whether anything is known of a field.
    pub fn is_known(&self, field: Field) -> bool {
        self.bits(field) != 0
    }

    /// Whether the field is known to hold none of its answers.
    pub fn is_none(&self, field: Field) -> Truth {
        match self.bits(field) {
            0 => Truth::Unknown,
            KNOWN_NONE => Truth::Yes,
            _ => Truth::No,
        }
    }

    /// Whether the field holds one of the answers of `mask`.
    pub fn has_any(&self, field: Field, mask: u64) -> Truth {
        match self.bits(field) {
            0 => Truth::Unknown,
            bits if bits & mask != 0 => Truth::Yes,
            _ => Truth::No,
        }
    }
}
