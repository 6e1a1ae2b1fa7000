//! Every sample profile with the plan that it must give, in both languages.
//!
//! After a change of data or rules: `UPDATE_EXPECT=1 cargo test stories`, then read the diff.

use esu_planner::assets;
use esu_planner::domain::plan::{Plan, plan_estate};
use esu_planner::domain::text::Language;
use esu_planner::domain::verify::problems;
use esu_planner::file;
use esu_planner::report::{Format, ReportInput, render};
use expect_test::expect_file;

use crate::support::programmes_of;

fn render_sample(text: &str, language: Language, format: Format) -> String {
    let catalogue = assets::catalogue().unwrap();
    let document = file::from_bytes("sample", text.as_bytes()).unwrap();
    let day = document.as_of.expect("a sample names its day");
    let (walk, plan) = plan_estate(catalogue, &document.profile, day, None);
    render(
        format,
        &ReportInput {
            language,
            catalogue,
            profile: &document.profile,
            walk: &walk,
            plan: &plan,
        },
    )
}

/// The plan of a sample.
fn plan_of(name: &str) -> Plan {
    let samples = assets::samples();
    let (_, text) = samples.iter().find(|(file, _)| *file == name).unwrap();
    let document = file::from_bytes(name, text.as_bytes()).unwrap();
    let day = document.as_of.unwrap();
    plan_estate(assets::catalogue().unwrap(), &document.profile, day, None).1
}

#[test]
fn every_sample_gives_the_plan_that_is_kept_for_it() {
    let samples = assets::samples();
    assert!(
        samples.len() >= 12,
        "there are only {} samples",
        samples.len()
    );
    for (name, text) in samples {
        let story = name.strip_suffix(".esu").unwrap();
        for (language, id) in [(Language::English, "en"), (Language::Polish, "pl")] {
            let plan = render_sample(text, language, Format::Text);
            expect_file![format!("golden/{story}.{id}.txt")].assert_eq(&plan);
        }
    }
}

#[test]
fn markdown_and_json_of_the_mixed_estate_are_kept_too() {
    let samples = assets::samples();
    let (_, text) = samples
        .iter()
        .find(|(name, _)| *name == "mixed-estate.esu")
        .unwrap();
    let markdown = render_sample(text, Language::English, Format::Markdown);
    expect_file!["golden/mixed-estate.en.md"].assert_eq(&markdown);
    let json = render_sample(text, Language::Polish, Format::Json);
    expect_file!["golden/mixed-estate.pl.json"].assert_eq(&json);
}

#[test]
fn what_must_be_true_of_every_plan_is_true_of_the_samples() {
    for (name, text) in assets::samples() {
        let document = file::from_bytes(name, text.as_bytes()).unwrap();
        let plan = plan_of(name);
        let found = problems(&programmes_of(&plan), &document.profile, &plan);
        assert!(found.is_empty(), "{name}: {found:?}");
    }
}

#[test]
fn samples_are_written_as_the_app_would_write_them() {
    for (name, text) in assets::samples() {
        let document = file::from_bytes(name, text.as_bytes()).unwrap();
        assert_eq!(file::to_text(&document), text, "{name}");
    }
}

mod what_a_right_plan_says {
    use esu_planner::domain::choice::Choice as _;
    use esu_planner::domain::plan::{OrderWhen, Verdict};

    use super::plan_of;

    fn bucket(name: &str, verdict: Verdict) -> u64 {
        plan_of(name).endpoints_with(verdict)
    }

    #[test]
    fn vdi_on_the_own_hypervisor_counts_the_endpoints_that_reach_it_w7_018() {
        let plan = plan_of("virtual-desktops.esu");
        let year_1 = plan
            .orders
            .iter()
            .find(|line| line.year.number() == 1 && line.when == OrderWhen::Now)
            .unwrap();
        // 120 for 40 machines on premises, 20 of 30 at the dedicated host; 10 counted elsewhere.
        assert_eq!(year_1.groups, vec![(0, 120), (3, 20)]);
        assert!(year_1.trace.faq.iter().any(|id| id.as_str() == "W7-018"));
        let azure = plan.ledger.iter().find(|row| row.group == 1).unwrap();
        assert_eq!((azure.verdict, azure.endpoints), (Verdict::CoveredFree, 40));
    }

    #[test]
    fn a_buyer_in_year_3_orders_three_years_together_w7_006_w7_007() {
        let plan = plan_of("late-buyer-year-3.esu");
        let lines: Vec<_> = plan
            .orders
            .iter()
            .map(|line| (line.year.number(), line.quantity, line.back_year, line.when))
            .collect();
        let now = OrderWhen::Now;
        assert_eq!(
            lines,
            [(1, 25, true, now), (2, 25, true, now), (3, 25, false, now)]
        );
        let exposure = &plan.exposure[0];
        assert_eq!(exposure.since.to_string(), "2020-01-14");
        assert_eq!((exposure.releases_missed, exposure.months), (Some(25), 25));
        for back in &plan.orders[..2] {
            for id in ["W7-006", "W7-007"] {
                assert!(back.trace.faq.iter().any(|faq| faq.as_str() == id), "{id}");
            }
        }
    }

    #[test]
    fn kiosks_go_to_the_oem_and_never_into_an_order_w7_063_w7_065() {
        let plan = plan_of("kiosks-and-offices.esu");
        assert_eq!(bucket("kiosks-and-offices.esu", Verdict::Oem), 15);
        assert_eq!(bucket("kiosks-and-offices.esu", Verdict::Buy), 50);
        assert!(plan.orders.iter().all(|line| line.groups == vec![(1, 50)]));
        let kiosks = plan.exposure.iter().find(|e| e.groups == vec![0]).unwrap();
        assert_eq!(kiosks.first_missed.to_string(), "2020-11-10");
        assert_eq!(kiosks.releases_missed, Some(0));
        assert!(plan.warnings.iter().any(|note| {
            note.faq.iter().any(|id| id.as_str() == "W7-005") && note.groups == vec![0]
        }));
    }

    #[test]
    fn after_the_end_nothing_is_on_offer_and_owned_keys_keep_working() {
        let plan = plan_of("long-after-the-end.esu");
        assert!(plan.orders.is_empty());
        assert_eq!(bucket("long-after-the-end.esu", Verdict::NotOffered), 43);
        assert_eq!(bucket("long-after-the-end.esu", Verdict::Retired), 31);
        let owner = &plan.ledger[0].trace;
        for id in ["W7-046", "W7-050"] {
            assert!(owner.faq.iter().any(|faq| faq.as_str() == id), "{id}");
        }
    }

    #[test]
    fn what_azure_covered_to_the_end_missed_nothing_w7_026() {
        let programme = esu_planner::assets::programme("windows-7").unwrap();
        let samples = esu_planner::assets::samples();
        let name = "virtual-desktops.esu";
        let (_, text) = samples.iter().find(|(file, _)| *file == name).unwrap();
        let document = esu_planner::file::from_bytes(name, text.as_bytes()).unwrap();
        let after: chrono::NaiveDate = "2023-01-11".parse().unwrap();
        let (_, plan) =
            esu_planner::domain::plan::walk_and_plan(programme, &document.profile, after);
        let azure = plan
            .exposure
            .iter()
            .find(|part| part.groups == [1, 2])
            .unwrap();
        assert!(azure.is_over);
        assert_eq!((azure.endpoints, azure.releases_missed), (46, Some(0)));
        assert_eq!(azure.since.to_string(), "2023-01-10");
    }

    #[test]
    fn years_bought_for_a_part_of_a_group_protect_that_part_w7_046() {
        let plan = plan_of("late-buyer-year-2.esu");
        let parts: Vec<_> = plan
            .exposure
            .iter()
            .map(|part| (part.since.to_string(), part.endpoints, part.releases_missed))
            .collect();
        // Of 80 endpoints 30 own year 1; as of 4 May 2021.
        assert_eq!(
            parts,
            [
                ("2020-01-14".to_owned(), 50, Some(15)),
                ("2021-01-12".to_owned(), 30, Some(3))
            ]
        );
    }

    #[test]
    fn an_embedded_group_is_protected_by_its_own_years_w7_061() {
        let plan = plan_of("embedded-retailer.esu");
        let price_checkers = plan
            .exposure
            .iter()
            .find(|part| part.groups.contains(&1))
            .unwrap();
        // Year 1 of WES7, which ended on 12 October 2021, is owned.
        assert_eq!(price_checkers.since.to_string(), "2021-10-12");
        assert_eq!(price_checkers.releases_missed, Some(0));
    }

    #[test]
    fn ultimate_needs_a_decision_with_both_sides_w7_002() {
        let plan = plan_of("mixed-estate.esu");
        let row = plan
            .ledger
            .iter()
            .find(|row| row.verdict == Verdict::NeedsDecision)
            .unwrap();
        assert_eq!(row.endpoints, 20);
        assert!(
            plan.open_questions
                .iter()
                .any(|open| open.groups == vec![row.group])
        );
    }

    #[test]
    fn the_mixed_estate_adds_up() {
        let plan = plan_of("mixed-estate.esu");
        assert_eq!(plan.endpoints, 540);
        let sum: u64 = Verdict::ALL.iter().map(|v| plan.endpoints_with(*v)).sum();
        assert_eq!(sum, 540);
        assert_eq!(plan.endpoints_with(Verdict::Buy), 290);
        let amounts = plan.amounts(Some(OrderWhen::Now));
        assert_eq!(amounts[0].decimal(), "101500.00");
    }

    #[test]
    fn mpsa_alone_orders_nothing_w7_020() {
        let plan = plan_of("mpsa-only.esu");
        assert!(plan.orders.is_empty());
        assert_eq!(plan.endpoints_with(Verdict::NeedsDecision), 55);
    }

    #[test]
    fn before_csp_sales_everything_is_later_w7_003() {
        let plan = plan_of("planned-in-2019.esu");
        assert!(plan.orders.iter().all(|line| line.when == OrderWhen::Later));
        let first = &plan.orders[0];
        assert_eq!(first.available_from.unwrap().to_string(), "2019-12-02");
        assert_eq!(first.order_by.unwrap().to_string(), "2020-01-14");
        assert_eq!(plan.endpoints_with(Verdict::AlreadyCovered), 5);
    }

    #[test]
    fn an_owned_year_is_not_bought_again_w7_007() {
        let plan = plan_of("late-buyer-year-2.esu");
        let now: Vec<_> = plan
            .orders
            .iter()
            .filter(|line| line.when == OrderWhen::Now)
            .map(|line| (line.year.number(), line.groups.clone()))
            .collect();
        assert_eq!(now, [(1, vec![(0, 50)]), (2, vec![(0, 80)])]);
    }
}
