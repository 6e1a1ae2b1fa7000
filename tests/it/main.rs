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
mod completeness;
mod editions;
mod files;
mod made_up;
mod many;
mod pictures;
mod properties;
mod screens;
mod shell;
mod sources;
mod stories;
mod support;
