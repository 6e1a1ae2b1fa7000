//! How long a plan takes to become pages and a PDF, in a process that has laid out nothing before.
//!
//! `cargo bench --bench paper -- FOLDER` also writes each plan there as the template reads it, so that
//! other programs can be measured on the same data; `packaging/measure-paper.sh` does so.
#![expect(
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a benchmark that can't begin has nothing to measure, and it prints what it measures"
)]

mod estate;

use std::path::PathBuf;
use std::time::Instant;

use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::plan::plan_estate;
use esu_planner::domain::text::Language;
use esu_planner::file;
use esu_planner::report::pdf::{forget_layouts, lay_out, template_data};
use esu_planner::report::{Paper, PlanReport, ReportInput, ReportOptions};

use estate::estate;

fn main() {
    let folder = std::env::args()
        .skip(1)
        .find(|argument| !argument.starts_with('-'))
        .map(PathBuf::from);
    for name in ["mixed-estate", "mixed-estate-2026"] {
        let text = assets::sample(&format!("{name}.esu")).expect("the sample is embedded");
        let document = file::from_bytes(name, text.as_bytes()).expect("it loads");
        measure(name, &document, folder.as_ref());
    }
    let document = estate("mixed-estate.esu", 3_000);
    measure("groups-3000", &document, folder.as_ref());
}

fn measure(name: &str, document: &Document, folder: Option<&PathBuf>) {
    let catalogue = assets::catalogue().expect("the data is sound");
    let day = document.as_of.expect("a sample names its day");
    let (walk, plan) = plan_estate(catalogue, &document.profile, day, None);
    let input = ReportInput {
        language: Language::Polish,
        catalogue,
        profile: &document.profile,
        walk: &walk,
        plan: &plan,
        today: None,
        since_saved: None,
    };
    forget_layouts();
    let began = Instant::now();
    let report = PlanReport::with(&input, &ReportOptions::default());
    let written = began.elapsed();
    let pages = lay_out(&report, Paper::A4).expect("it can be laid out");
    let laid_out = began.elapsed();
    let pdf = pages.pdf().expect("it keeps to PDF/UA-1");
    let done = began.elapsed();
    println!(
        "{name}: {} pages; report {} ms, layout {} ms, PDF {} ms, together {} ms; {} kB",
        pages.count(),
        written.as_millis(),
        laid_out.saturating_sub(written).as_millis(),
        done.saturating_sub(laid_out).as_millis(),
        done.as_millis(),
        pdf.len() / 1000
    );
    if let Some(folder) = folder {
        let write = |ending: &str, bytes: &[u8]| {
            std::fs::write(folder.join(format!("{name}.{ending}")), bytes).expect("it is writable");
        };
        write("json", &template_data(&report, Paper::A4));
        write("esu", file::to_text(document).as_bytes());
    }
}
