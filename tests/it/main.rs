//! All integration tests in one binary.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that can't go on fails"
)]

mod access;
mod broken_data;
mod cli;
mod colours;
mod completeness;
mod crash;
mod decisions;
mod drafts;
mod editions;
mod exports;
mod faq;
mod files;
mod fonts;
mod glossary;
mod groups;
mod kit;
mod letters;
mod made_up;
mod many;
mod narrow;
mod palette;
mod paper;
mod pdf;
mod pictures;
mod plan_screen;
mod preferences;
#[cfg(unix)]
mod print;
mod properties;
mod screens;
mod shell;
mod sources;
mod start;
mod starts;
mod stories;
mod support;
mod what_if;
