//! A large estate for the benchmarks.

use std::sync::Arc;

use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::profile::EndpointGroup;
use esu_planner::file;

/// The groups of a sample again and again until there are `count`, each with a name, a number of
/// endpoints and a leaving day of its own.
pub(crate) fn estate(sample: &str, count: usize) -> Document {
    let samples = assets::samples();
    let (_, text) = samples
        .iter()
        .find(|(name, _)| *name == sample)
        .expect("the sample is embedded");
    let mut document = file::from_bytes(sample, text.as_bytes()).expect("it loads");
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
