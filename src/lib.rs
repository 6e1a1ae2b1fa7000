//! ESU Planner: from an organisation's profile to a cited purchase and deployment plan.
//!
//! The layers, each of which may use only those above it:
//!
//! 1. [`domain`]: the profile, the programme's data, the walk and the plan. Values in, values
//!    out: no window, clock, file system, threads, logging, randomness or floating point.
//! 2. [`document`]: what is edited, saved and undone.
//! 3. [`file`](mod@file) and [`report`]: the saved profile, and the plan in words; [`letters`] and
//!    [`kit`] write requests and scripts from the same input.
//! 4. [`print`](mod@print): the report's pages to a printer, and what the print system says.
//! 5. [`ui`] and [`cli`]: the window's screens, which draw and print nothing themselves, and the
//!    headless calls.
//! 6. [`app`]: the shell that touches the world.
//!
//! [`assets`], [`glossary`], [`i18n`] and [`search`] are leaves that everything outside `domain` and `document` may use.
//! A test reads the sources and holds the rule.

pub mod app;
pub mod assets;
pub mod cli;
pub mod document;
pub mod domain;
pub mod file;
pub mod glossary;
pub mod i18n;
pub mod kit;
pub mod letters;
pub mod print;
pub mod report;
pub mod search;
pub mod ui;
