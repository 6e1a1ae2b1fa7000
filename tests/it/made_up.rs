//! A programme that nobody sells, made of shapes that are known: it takes data only.

use std::sync::Arc;

use esu_planner::domain::choice::Choice as _;
use esu_planner::domain::licensing::{Channel, CloudPc, Hosting, Join, Ownership, YesNo};
use esu_planner::domain::plan::{OrderLine, Plan, Span, Verdict, plan_estate};
use esu_planner::domain::profile::{EndpointGroup, Profile};
use esu_planner::domain::programme::{Catalogue, Programme};
use esu_planner::domain::record::PlanRecord;
use esu_planner::domain::text::Language;
use esu_planner::domain::verify::{problems, verify};
use esu_planner::report::{Format, ReportInput};

use crate::broken_data::{files_in, load_as};
use crate::support::{catalogue, day, render};

const FABRIKAM: &str = "fabrikam-os-1";

fn fabrikam() -> Programme {
    load_as(FABRIKAM, &files_in(&format!("tests/it/made_up/{FABRIKAM}"))).unwrap()
}

/// The real programmes and the made-up one.
fn all_together() -> Catalogue {
    let mut programmes = catalogue().programmes().to_vec();
    programmes.push(fabrikam());
    Catalogue::new(programmes).unwrap()
}

fn group(name: &str, endpoints: u32, fill: impl FnOnce(&mut EndpointGroup)) -> Arc<EndpointGroup> {
    let mut group = EndpointGroup {
        name: name.to_owned(),
        product: Some(FABRIKAM.into()),
        endpoint_count: Some(endpoints),
        ..EndpointGroup::default()
    };
    fill(&mut group);
    Arc::new(group)
}

/// A group for each offer, one that pays nothing, one that can't buy, and one of a real programme.
fn estate() -> Profile {
    let mut profile = Profile {
        groups: vec![
            group("Desks", 10, |g| g.hosting = Some(Hosting::Physical)),
            group("Machines", 2, |g| {
                g.hosting = Some(Hosting::OnPremisesVm);
                g.cores = Some(12);
            }),
            group("Small machines", 3, |g| {
                g.hosting = Some(Hosting::OnPremisesVm);
                g.cores = Some(4);
            }),
            group("Own phones", 12, |g| {
                g.ownership = Some(Ownership::Personal);
            }),
            group("Thin clients", 7, |g| {
                g.cloud_pc = Some(CloudPc::Licensed);
                g.signs_in = Some(YesNo::Yes);
            }),
            group("Workshop", 4, |g| g.join = Some(Join::Workgroup)),
            group("Windows", 5, |g| {
                g.product = Some("windows-10-22h2".into());
                g.edition = Some("pro".into());
                g.hosting = Some(Hosting::Physical);
            }),
        ],
        ..Profile::default()
    };
    let channels = [Channel::Csp, Channel::Azure, Channel::Ea];
    profile.organisation.channels = Some(channels.into_iter().collect());
    profile
}

fn planned(catalogue: &Catalogue) -> Plan {
    plan_estate(catalogue, &estate(), day("2026-11-24"), None).1
}

/// SKU, years charged, quantity and total of the lines of the made-up programme.
fn lines(plan: &Plan) -> Vec<String> {
    let of = |line: &OrderLine| &*plan.programmes[line.programme].id == FABRIKAM;
    let mut lines: Vec<String> = plan
        .orders
        .iter()
        .filter(|line| of(line))
        .map(|line| {
            let span = match line.span {
                Span::Whole => "whole".to_owned(),
                Span::Months(months) => format!("{months} months"),
                Span::Days { days, .. } => format!("{days} days"),
            };
            let back = if line.back_charge { " back" } else { "" };
            let total = line.total.map_or("-".to_owned(), |total| total.decimal());
            format!(
                "{} {} {span}{back}: {} = {total}",
                line.sku,
                line.when.id(),
                line.quantity
            )
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn it_is_whole() {
    let report = verify(&fabrikam());
    assert!(report.faults.is_empty(), "{:#?}", report.faults);
    assert!(report.unreached.is_empty(), "{:#?}", report.unreached);
    assert!(report.plans > 10_000, "only {} plans", report.plans);
}

#[test]
fn it_is_planned_beside_the_real_ones() {
    let catalogue = all_together();
    let profile = estate();
    let plan = planned(&catalogue);
    let programmes: Vec<&Programme> = plan
        .programmes
        .iter()
        .map(|part| catalogue.get(&part.id).unwrap())
        .collect();
    let ids: Vec<&str> = programmes.iter().map(|p| p.base.id.as_str()).collect();
    assert_eq!(ids, ["windows-10-22h2", FABRIKAM]);
    assert_eq!(problems(&programmes, &profile, &plan), Vec::<String>::new());
    let verdicts: Vec<(&str, Verdict)> = plan
        .ledger
        .iter()
        .map(|row| (profile.groups[row.group].name.as_str(), row.verdict))
        .collect();
    assert_eq!(
        verdicts,
        [
            ("Desks", Verdict::Buy),
            ("Machines", Verdict::Buy),
            ("Small machines", Verdict::Buy),
            ("Own phones", Verdict::Buy),
            ("Thin clients", Verdict::CoveredFree),
            ("Workshop", Verdict::NotEligible),
            ("Windows", Verdict::Buy),
        ]
    );
}

#[test]
fn its_prices_are_reckoned_as_its_data_says() {
    // On 24 November 2026, in the fifth month of year 2.
    // Devices: 10 × 40, 10 × 80, 10 × 160.
    // Cores: 2 × 12 and 3 × 8 (4, but at least 8) = 48, at 6 a month: year 1 whole, of year 2 the
    // 4 months before and the 8 that are left, year 3 whole.
    // Users: 12 devices are 3 licences of up to five; joining late costs nothing.
    assert_eq!(
        lines(&planned(&all_together())),
        [
            "fab-core-1 now 12 months back: 48 = 3456.00",
            "fab-core-2 now 4 months back: 48 = 1152.00",
            "fab-core-2 now 8 months: 48 = 2304.00",
            "fab-core-3 later 12 months: 48 = 3456.00",
            "fab-device-1 now whole: 10 = 400.00",
            "fab-device-2 now whole: 10 = 800.00",
            "fab-device-3 later whole: 10 = 1600.00",
            "fab-user-2 now whole: 3 = 270.00",
            "fab-user-3 later whole: 3 = 270.00",
        ]
    );
}

#[test]
fn what_a_file_keeps_of_it_has_no_line_for_each_group() {
    let plan = planned(&all_together());
    let record = PlanRecord::of(&plan);
    let own = record.programmes.iter().find(|p| &*p.programme == FABRIKAM);
    let own = own.unwrap();
    assert_eq!(own.ledger.get(&Verdict::Buy), Some(&27));
    assert_eq!(own.ledger.get(&Verdict::CoveredFree), Some(&7));
    let back: Vec<(&str, u64)> = own
        .orders
        .iter()
        .filter(|order| order.back_charge)
        .map(|order| (&*order.sku, order.quantity))
        .collect();
    assert_eq!(back, [("fab-core-1", 48), ("fab-core-2", 48)]);
    assert!(
        own.warnings
            .iter()
            .any(|code| &**code == "fab-no-directory")
    );
}

#[test]
fn its_words_are_printed_in_every_format_and_language() {
    let catalogue = all_together();
    let profile = estate();
    let (walk, plan) = plan_estate(&catalogue, &profile, day("2026-11-24"), None);
    for language in Language::ALL {
        for format in [Format::Text, Format::Markdown, Format::Json] {
            let text = render(
                format,
                &ReportInput {
                    language: *language,
                    catalogue: &catalogue,
                    profile: &profile,
                    walk: &walk,
                    plan: &plan,
                    today: None,
                    since_saved: None,
                },
            );
            assert!(text.contains("Fabrikam OS 1"));
            assert!(text.contains("fab-activate fab-activation-2"));
            assert!(!text.contains("[plan-") && !text.contains("[reason-"));
        }
    }
}
