//! How long a plan takes, and loading a profile. The marks stand in the README.
#![expect(
    clippy::expect_used,
    reason = "a benchmark that can't begin has nothing to measure"
)]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::plan::plan_estate;
use esu_planner::domain::profile::{EndpointGroup, Profile};
use esu_planner::file;

/// The mixed estate's groups again and again until there are `count`, each with a name, a number
/// of endpoints and a leaving day of its own.
fn estate(count: usize) -> Document {
    let samples = assets::samples();
    let (_, text) = samples
        .iter()
        .find(|(name, _)| *name == "mixed-estate.esu")
        .expect("the sample is embedded");
    let mut document = file::from_bytes("mixed-estate.esu", text.as_bytes()).expect("it loads");
    let groups = document.profile.groups.clone();
    let first_day = document.as_of.expect("a sample names its day");
    document.profile.groups = (0..count)
        .map(|number| {
            let mut group = EndpointGroup::clone(&groups[number % groups.len()]);
            group.name = format!("Group {number}");
            group.endpoint_count = u32::try_from(1 + number * 37 % 900).ok();
            if number % 3 == 0 {
                let days = chrono::Days::new(30 + number as u64 * 11 % 400);
                group.leaves_on = first_day.checked_add_days(days);
            }
            Arc::new(group)
        })
        .collect();
    document
}

fn plans(criterion: &mut Criterion) {
    let catalogue = assets::catalogue().expect("the data is sound");
    for count in [20, 10_000] {
        let document = estate(count);
        let day = document.as_of.expect("a sample names its day");
        let profile: &Profile = &document.profile;
        criterion.bench_function(&format!("walk and plan, {count} groups"), |bencher| {
            bencher.iter(|| plan_estate(catalogue, black_box(profile), day, None));
        });
        let text = file::to_text(&document);
        criterion.bench_function(&format!("load a profile, {count} groups"), |bencher| {
            bencher.iter_batched(
                || text.clone(),
                |text| file::from_bytes("bench.esu", text.as_bytes()),
                BatchSize::SmallInput,
            );
        });
    }
}

criterion_group!(benches, plans);
criterion_main!(benches);
