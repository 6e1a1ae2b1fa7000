//! All integration tests in one binary.

mod broken_data;
mod cli;
mod completeness;
mod files;
mod properties;
mod screens;
mod shell;
mod sources;
mod stories;
mod support;
