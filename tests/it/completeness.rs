//! The completeness check of every programme: nothing unreached, nothing wrong.

use esu_planner::assets;
use esu_planner::domain::verify::verify;

#[test]
fn every_programme_is_whole() {
    for programme in assets::programmes() {
        let programme = programme.as_ref().unwrap();
        let report = verify(programme);
        assert!(report.faults.is_empty(), "{:#?}", report.faults);
        assert!(report.unreached.is_empty(), "{:#?}", report.unreached);
        assert!(report.plans > 100_000, "only {} plans", report.plans);
    }
}
