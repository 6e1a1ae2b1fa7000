//! The completeness check of every programme: nothing unreached, nothing wrong.

use std::sync::Mutex;

use esu_planner::domain::programme::Programme;
use esu_planner::domain::verify::verify;

use crate::support::catalogue;

#[test]
fn every_programme_is_whole() {
    let waiting: Mutex<Vec<&Programme>> = Mutex::new(catalogue().programmes().iter().collect());
    let found: Mutex<Vec<String>> = Mutex::new(Vec::new());
    let tried: Mutex<u64> = Mutex::new(0);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let next = waiting.lock().unwrap().pop();
                    let Some(programme) = next else { break };
                    let report = verify(programme);
                    let wrong = report.faults.iter().chain(&report.unreached);
                    let id = &programme.base.id;
                    found
                        .lock()
                        .unwrap()
                        .extend(wrong.map(|what| format!("{id}: {what}")));
                    *tried.lock().unwrap() += report.plans;
                    assert!(report.plans > 10_000, "{id}: only {} plans", report.plans);
                }
            });
        }
    });
    let found = found.into_inner().unwrap();
    assert!(found.is_empty(), "{found:#?}");
    let tried = tried.into_inner().unwrap();
    assert!(tried > 1_000_000, "only {tried} plans");
}
