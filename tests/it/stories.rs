//! Every sample profile with the plan that it must give, in both languages.
//!
//! After a change of data or rules: `UPDATE_EXPECT=1 cargo test stories`, then read the diff.

use esu_planner::assets;
use esu_planner::domain::plan::{Plan, plan_estate};
use esu_planner::domain::text::Language;
use esu_planner::domain::verify::problems;
use esu_planner::file;
use esu_planner::report::{Format, ReportInput};
use expect_test::expect_file;

use crate::support::{programmes_of, render};

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
            today: None,
            since_saved: None,
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

/// The worked sums of the facts behind the programmes of 2026.
mod what_the_programmes_of_2026_cost {
    use esu_planner::domain::choice::Choice as _;
    use esu_planner::domain::money::Money;
    use esu_planner::domain::plan::{OrderLine, OrderWhen, Plan, Span, Verdict, WaysOut};
    use esu_planner::file;

    use super::plan_of;
    use crate::support::catalogue;

    fn decimals(amounts: &[Money]) -> Vec<String> {
        amounts.iter().map(Money::decimal).collect()
    }

    #[track_caller]
    fn check_sums(name: &str, now: &str, all: &str) {
        let plan = plan_of(name);
        assert_eq!(
            decimals(&plan.amounts(Some(OrderWhen::Now))),
            [now],
            "{name}"
        );
        assert_eq!(decimals(&plan.amounts(None)), [all], "{name}");
    }

    fn years(plan: &Plan) -> Vec<(u8, u64, &'static str, bool)> {
        let line = |line: &OrderLine| {
            (
                line.year.number(),
                line.quantity,
                line.when.id(),
                line.back_year,
            )
        };
        plan.orders.iter().map(line).collect()
    }

    #[test]
    fn a_first_purchase_in_year_two_also_buys_year_one_w10_006_w10_007() {
        // 100 × (61 + 122), and 244 in the third year.
        check_sums("w10-company-first-purchase.esu", "18300.00", "42700.00");
        let plan = plan_of("w10-company-first-purchase.esu");
        assert_eq!(
            years(&plan),
            [
                (1, 100, "now", true),
                (2, 100, "now", false),
                (3, 100, "later", false)
            ]
        );
    }

    #[test]
    fn who_holds_year_one_buys_year_two_alone_w10_008() {
        check_sums("w10-company-holds-year-1.esu", "12200.00", "36600.00");
    }

    #[test]
    fn schools_under_an_academic_agreement_pay_one_two_and_four_w10_017() {
        check_sums("w10-school.esu", "300.00", "700.00");
    }

    #[test]
    fn cloud_pcs_cover_the_endpoints_that_reach_them_w10_022_w10_025() {
        check_sums("w10-cloud-pc-mix.esu", "10980.00", "25620.00");
        let plan = plan_of("w10-cloud-pc-mix.esu");
        assert_eq!(plan.endpoints_with(Verdict::CoveredFree), 40);
        assert_eq!(plan.endpoints_with(Verdict::Buy), 60);
    }

    #[test]
    fn a_personal_account_covers_up_to_ten_devices_w10_049() {
        let plan = plan_of("w10-home-users.esu");
        let consumer: Vec<(u64, u64, String)> = plan
            .orders
            .iter()
            .filter(|line| line.channel.id() == "microsoft-account")
            .map(|line| {
                let total = line.total.map(|total| total.decimal());
                (line.endpoints, line.quantity, total.unwrap())
            })
            .collect();
        assert_eq!(
            consumer,
            [(12, 5, "0.00".to_owned()), (12, 2, "60.00".to_owned())]
        );
    }

    #[test]
    fn ltsb_2016_costs_61_and_45_where_intune_manages_it_ltsb_008_ltsb_009() {
        check_sums("ltsb-plant.esu", "3050.00", "21350.00");
        // What the 45 dollars become in later years is worked out, so it is in no sum.
        check_sums("ltsb-intune-and-iot.esu", "2250.00", "2250.00");
        let plan = plan_of("ltsb-intune-and-iot.esu");
        assert_eq!(plan.endpoints_with(Verdict::Oem), 12);
        assert_eq!(plan.endpoints_with(Verdict::AlreadyCovered), 5);
        let estimates: Vec<String> = plan
            .orders
            .iter()
            .filter_map(|line| line.estimate.as_ref())
            .map(|estimate| estimate.total.decimal())
            .collect();
        assert_eq!(estimates, ["4500.00", "9000.00"]);
    }

    #[test]
    fn cores_are_counted_as_in_microsofts_examples_ws16_009() {
        for (name, sku, cores) in [
            ("ws16-eight-hosts.esu", "standard-vcore", 64),
            ("ws16-one-host.esu", "standard-vcore", 32),
            ("ws16-shops.esu", "standard-pcore", 128),
            ("ws16-aws.esu", "standard-vcore", 144),
            ("ws16-datacenter-host.esu", "datacenter-pcore", 128),
        ] {
            let plan = plan_of(name);
            let first = plan.orders.first().unwrap();
            assert_eq!(first.quantity, cores, "{name}");
            for part in sku.split('-') {
                assert!(first.sku.contains(part), "{name}: {}", first.sku);
            }
        }
        let cluster = plan_of("ws16-cluster.esu");
        let year_1: Vec<&OrderLine> = cluster
            .orders
            .iter()
            .filter(|line| line.year.number() == 1)
            .collect();
        let cores: u64 = year_1.iter().map(|line| line.quantity).sum();
        let machines: u64 = year_1.iter().map(|line| line.endpoints).sum();
        assert_eq!((cores, machines), (506, 44));
        let both = cluster
            .notes
            .iter()
            .find(|note| note.code.ends_with("-core-bases"))
            .unwrap();
        let said = esu_planner::i18n::say(esu_planner::domain::text::Language::English, &both.text);
        assert!(said.contains("506") && said.contains("1,024"), "{said}");
    }

    #[test]
    fn a_late_activation_is_billed_back_to_the_end_of_support_ws16_014() {
        let plan = plan_of("ws16-late-activation.esu");
        let first: Vec<(Span, bool, String)> = plan
            .orders
            .iter()
            .take(2)
            .map(|line| (line.span, line.back_charge, line.total.unwrap().decimal()))
            .collect();
        assert_eq!(
            first,
            [
                (Span::Months(3), true, "1438.98".to_owned()),
                (Span::Months(9), false, "4316.94".to_owned())
            ]
        );
    }

    #[test]
    fn server_2012_explains_that_it_is_over_and_sells_nothing_ws12_001() {
        let plan = plan_of("ws12-after-the-end.esu");
        assert!(plan.orders.is_empty());
        assert_eq!(plan.endpoints_with(Verdict::NotOffered), 22);
        let ways = esu_planner::report::ReportInput {
            language: esu_planner::domain::text::Language::English,
            catalogue: catalogue(),
            profile: &profile_of("ws12-after-the-end.esu"),
            walk: &esu_planner::domain::guide::walk::Walk::default(),
            plan: &plan,
            since_saved: None,
            today: None,
        };
        let text = crate::support::render(esu_planner::report::Format::Text, &ways);
        assert!(text.contains("Ways out beside ESU"), "{text}");
    }

    #[test]
    fn two_cores_of_sql_server_are_billed_as_four_in_two_packs_sql16_021() {
        let plan = plan_of("sql16-small-vm.esu");
        // The price is unconfirmed: an estimate beside the lines, and nothing in the sums.
        assert!(plan.amounts(None).is_empty());
        let of_year = |year: u8| -> i128 {
            let lines = plan.orders.iter().filter(|line| line.year.number() == year);
            lines
                .filter_map(|line| line.estimate.as_ref())
                .map(|estimate| estimate.total.minor_units)
                .sum()
        };
        assert!(plan.orders.iter().all(|line| line.quantity == 2));
        for year in 1..=3 {
            assert_eq!(of_year(year), 670_600, "year {year}");
        }
    }

    #[test]
    fn sql_server_through_azure_asks_for_earlier_years_sql14_029() {
        let plan = plan_of("sql14-final-year.esu");
        assert!(plan.orders.iter().all(|line| line.year.number() == 3));
        let open = plan.open_questions.iter().find(|question| {
            matches!(
                question.text,
                esu_planner::domain::text::Statement::Message("open-earlier-years-elsewhere", _)
            )
        });
        // Only the group that holds no earlier year is asked about.
        assert_eq!(open.unwrap().groups.len(), 1);
        assert_eq!(plan.endpoints_with(Verdict::CoveredFree), 4);
    }

    #[test]
    fn one_estate_under_six_programmes_adds_up_and_shows_what_does_not_fit() {
        let plan = plan_of("mixed-estate-2026.esu");
        assert_eq!(plan.programmes.len(), 6);
        assert_eq!(
            plan.ledger.iter().map(|row| row.endpoints).sum::<u64>(),
            456
        );
        assert_eq!(decimals(&plan.amounts(Some(OrderWhen::Now))), ["74420.00"]);
        // Client Software Assurance does not cover servers, and one order is not enough.
        for code in [
            "ws16-client-assurance-is-not-server",
            "sql16-client-assurance-is-not-sql",
            "orders-through-different-channels",
        ] {
            let is_told = plan.warnings.iter().any(|note| &*note.code == code);
            assert!(is_told, "{code}");
        }
        // One calendar and one deployment over all of them.
        assert!(plan.calendar.is_sorted_by_key(|entry| entry.date));
        assert!(plan.steps.is_sorted_by_key(|step| step.phase.index()));
    }

    fn profile_of(name: &str) -> esu_planner::domain::profile::Profile {
        let samples = esu_planner::assets::samples();
        let (_, text) = samples.iter().find(|(file, _)| *file == name).unwrap();
        file::from_bytes(name, text.as_bytes()).unwrap().profile
    }

    /// A plan of one group for each of these systems, with these agreements and chosen channel.
    fn plan_with(systems: &[(&str, &str)], agreements: &str, chosen: &str, day: &str) -> Plan {
        let groups: Vec<String> = systems
            .iter()
            .map(|(product, edition)| {
                format!("(product: \"{product}\", edition: \"{edition}\", endpoints: 5)")
            })
            .collect();
        let text = format!(
            "EsuProfile(format: \"esu-profile\", version: 2, organisation: (channels: [{agreements}], {chosen} server_assurance: \"software-assurance\"), groups: [{}])",
            groups.join(", ")
        );
        let profile = file::from_bytes("made", text.as_bytes()).unwrap().profile;
        let day = day.parse().unwrap();
        esu_planner::domain::plan::plan_estate(catalogue(), &profile, day, None).1
    }

    #[test]
    fn agreements_that_serve_one_programme_only_are_a_contradiction() {
        let systems = [
            ("windows-7", "professional"),
            ("windows-10-22h2", "enterprise"),
        ];
        let plan = plan_with(&systems, "\"mpsa\"", "", "2021-06-01");
        let told = |plan: &Plan| {
            plan.warnings
                .iter()
                .any(|note| &*note.code == "agreements-serve-one-programme-only")
        };
        assert!(told(&plan));
        let plan = plan_with(&systems, "\"csp\"", "", "2021-06-01");
        assert!(!told(&plan));
    }

    #[test]
    fn a_warning_has_a_source_in_programmes_that_do_not_know_its_rule() {
        // More endpoints counted elsewhere than there are, under a programme without desktops.
        let text = "EsuProfile(format: \"esu-profile\", version: 2, groups: [(product: \"windows-10-2016-ltsb\", endpoints: 1, shared_endpoints: 2)])";
        let profile = file::from_bytes("made", text.as_bytes()).unwrap().profile;
        let day = "2026-11-24".parse().unwrap();
        let plan = esu_planner::domain::plan::plan_estate(catalogue(), &profile, day, None).1;
        let warning = plan
            .warnings
            .iter()
            .find(|note| &*note.code == "shared-exceeds-endpoints")
            .unwrap();
        assert!(!warning.faq.is_empty());
    }

    #[test]
    fn a_channel_that_does_not_sell_one_of_the_programmes_is_named() {
        let systems = [
            ("windows-10-22h2", "enterprise"),
            ("windows-server-2016", "standard"),
        ];
        let chosen = "order_channel: \"csp\",";
        let plan = plan_with(&systems, "\"csp\", \"azure\"", chosen, "2026-11-24");
        let told: Vec<usize> = plan
            .warnings
            .iter()
            .filter(|note| &*note.code == "order-channel-not-sold")
            .map(|note| note.programme)
            .collect();
        assert_eq!(told, [1]);
        let channels: Vec<&str> = plan.orders.iter().map(|line| line.channel.id()).collect();
        assert!(channels.contains(&"csp") && channels.contains(&"azure"));
    }

    #[test]
    fn esu_breaks_even_with_a_way_out_on_the_day_of_the_order_that_makes_it_as_dear() {
        let plan = plan_of("w10-company-holds-year-1.esu");
        let profile = profile_of("w10-company-holds-year-1.esu");
        let ways = WaysOut::new(catalogue(), &profile, &plan);
        let exits = ways.of_group(0);
        let exit = |id: &str| exits.iter().find(|exit| &*exit.id == id).unwrap();
        // 122 a device now and 244 on 13 October 2027 against 150 and 950 once.
        let upgrade = exit("w10-exit-windows-11");
        assert_eq!(upgrade.esu_cost.unwrap().decimal(), "36600.00");
        assert_eq!(upgrade.exit_cost.unwrap().decimal(), "15000.00");
        assert_eq!(upgrade.breaks_even_on, "2027-10-13".parse().ok());
        assert_eq!(exit("w10-exit-new-pc").breaks_even_on, None);
        assert_eq!(ways.of_programme(0), exits);
    }
}
