//! How long a plan takes, and loading a profile. The marks stand in the README.
#![expect(
    clippy::expect_used,
    reason = "a benchmark that can't begin has nothing to measure"
)]

mod estate;

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use esu_planner::assets;
use esu_planner::domain::plan::plan_estate;
use esu_planner::domain::profile::Profile;
use esu_planner::file;

use estate::estate;

fn plans(criterion: &mut Criterion) {
    let catalogue = assets::catalogue().expect("the data is sound");
    for count in [20, 10_000] {
        let document = estate("mixed-estate.esu", count);
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

/// So many profiles as a CSP partner with all its customers' sites has.
const MANY: usize = 10_000;

/// Loads and plans 10,000 profiles of 20 groups on two threads: of one programme and of seven.
fn many(criterion: &mut Criterion) {
    let catalogue = assets::catalogue().expect("the data is sound");
    let mut group = criterion.benchmark_group("load and plan 10,000 profiles on two threads");
    group.sample_size(10);
    for sample in ["mixed-estate.esu", "mixed-estate-2026.esu"] {
        let document = estate(sample, 20);
        let texts: Vec<String> = (0..MANY)
            .map(|number| {
                let mut document = document.clone();
                document.profile.organisation.name = format!("Customer {number}");
                for (position, group) in document.profile.groups.iter_mut().enumerate() {
                    let endpoints = 1 + (number * 31 + position * 17) % 900;
                    Arc::make_mut(group).endpoint_count = u32::try_from(endpoints).ok();
                }
                file::to_text(&document)
            })
            .collect();
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(text) = texts.get(next.fetch_add(1, Ordering::Relaxed)) {
                let document = file::from_bytes("bench.esu", text.as_bytes()).expect("it loads");
                let day = document.as_of.expect("a sample names its day");
                black_box(plan_estate(catalogue, &document.profile, day, None));
            }
        };
        group.bench_function(sample, |bencher| {
            bencher.iter(|| {
                next.store(0, Ordering::Relaxed);
                std::thread::scope(|scope| {
                    scope.spawn(work);
                    work();
                });
            });
        });
    }
    group.finish();
}

criterion_group!(benches, plans, many);
criterion_main!(benches);
