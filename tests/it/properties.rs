//! What holds for every profile, tried on random ones.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use esu_planner::assets;
use esu_planner::document::{Edit, History};
use esu_planner::domain::field::{Answer, Field, Place};
use esu_planner::domain::plan::{Plan, plan_estate};
use esu_planner::domain::profile::{EndpointGroup, Profile};
use esu_planner::domain::programme::Route;
use esu_planner::domain::source::Certainty;
use esu_planner::domain::text::Language;
use esu_planner::domain::verify::problems;
use esu_planner::report::{Format, ReportInput};
use esu_planner::ui::widgets::price_words::known_price_id;
use proptest::prelude::*;

use crate::files::{any_answer, any_document};
use crate::support::{programmes_of, render};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0i64..3650).prop_map(|days| {
        let first: NaiveDate = "2018-06-01".parse().unwrap();
        first + chrono::Duration::days(days)
    })
}

fn plan(profile: &Profile, day: NaiveDate) -> Plan {
    plan_estate(assets::catalogue().unwrap(), profile, day, None).1
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_plan_keeps_its_promises(document in any_document(5), day in any_day()) {
        let plan = plan(&document.profile, day);
        let found = problems(&programmes_of(&plan), &document.profile, &plan);
        prop_assert!(found.is_empty(), "{found:?}");
    }

    #[test]
    fn the_same_input_gives_the_same_bytes(document in any_document(3), day in any_day()) {
        let catalogue = assets::catalogue().unwrap();
        let profile = &document.profile;
        let (walk, first) = plan_estate(catalogue, profile, day, None);
        let second = plan(profile, day);
        prop_assert_eq!(&first, &second);
        for language in [Language::English, Language::Polish] {
            for format in [Format::Text, Format::Markdown, Format::Json] {
                let text = |plan| render(format, &ReportInput { language, catalogue, profile, walk: &walk, plan, today: None, since_saved: None });
                let rendered = text(&first);
                prop_assert_eq!(&rendered, &text(&second));
                // A message that is missing is shown in brackets with its id.
                prop_assert!(!rendered.contains("[plan-") && !rendered.contains("[reason-"));
                if format == Format::Json {
                    prop_assert!(serde_json::from_str::<serde_json::Value>(&rendered).is_ok());
                }
            }
        }
    }

    #[test]
    fn more_endpoints_never_cost_less(document in any_document(3), day in any_day()) {
        let mut more = document.profile.clone();
        if !more.groups.is_empty() {
            let before = more.groups[0].endpoint_count.unwrap_or(0);
            let shared = more.groups[0].shared_endpoint_count.unwrap_or(0);
            // Counting the first endpoints of a group may also bring owned licences into use.
            prop_assume!(before > shared && more.groups[0].owned.as_ref().is_none_or(std::collections::BTreeMap::is_empty));
            let answer = Answer::Count((before + 1).min(10_000_000));
            more.set_answer(Place::Group(0), Field::Endpoints, &answer).unwrap();
            let cheap = plan(&document.profile, day).amounts(None);
            let dear = plan(&more, day).amounts(None);
            for amount in cheap {
                let other = dear.iter().find(|m| m.currency == amount.currency);
                prop_assert!(other.is_some_and(|other| other.minor_units >= amount.minor_units));
            }
        }
    }

    #[test]
    fn undo_and_redo_give_equal_documents(
        document in any_document(2),
        answers in proptest::collection::vec((0usize..8).prop_flat_map(|field| {
            let field = [Field::Name, Field::Sector, Field::Channels, Field::Currency, Field::Kms, Field::DotNet, Field::Role, Field::Office2010][field];
            (Just(field), any_answer(field))
        }), 1..12),
    ) {
        let mut history = History::new(document.clone());
        let mut states = vec![document];
        for (field, answer) in answers {
            history.end_typing();
            history.apply(Edit::SetAnswer { place: Place::Organisation, field, answer }).unwrap();
            if states.last() != Some(history.document()) {
                states.push(history.document().clone());
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(history.undo());
            prop_assert_eq!(history.document(), state);
        }
        prop_assert!(!history.undo());
        for state in states.iter().skip(1) {
            prop_assert!(history.redo());
            prop_assert_eq!(history.document(), state);
        }
        prop_assert!(!history.redo());
    }
}

#[test]
fn every_year_that_a_command_activates_has_its_key_installed_first() {
    // With every way to the internet, unknown too: the plan may not begin at the activation.
    let mut found = BTreeSet::new();
    let mut activations = 0;
    for programme in assets::catalogue().unwrap().programmes() {
        let products = programme.base.products.iter();
        let licensed = products.filter(|product| product.route == Route::Licence);
        let editions = licensed.flat_map(|p| p.editions.iter().map(move |e| (&p.id, &e.id)));
        for (product, edition) in editions {
            for connectivity in connectivities() {
                let group = EndpointGroup {
                    product: Some(Arc::clone(product)),
                    edition: Some(Arc::clone(edition)),
                    endpoint_count: Some(100),
                    ..EndpointGroup::default()
                };
                let mut profile = Profile {
                    groups: vec![Arc::new(group)],
                    ..Profile::default()
                };
                let mut set = |place, field, answer: &Answer| {
                    profile.set_answer(place, field, answer).unwrap();
                };
                let organisation = Answer::One("organisation".into());
                let channels = Answer::Many(["ea", "csp"].map(Arc::from).into());
                set(Place::Organisation, Field::Channels, &channels);
                set(Place::Group(0), Field::Ownership, &organisation);
                set(Place::Group(0), Field::Connectivity, &connectivity);
                for window in &programme.base.coverage {
                    let plan = plan(&profile, window.last_day);
                    let commands = plan.steps.iter().flat_map(|step| &step.commands);
                    activations += commands.filter(|line| line.contains("/ato")).count();
                    let broken = problems(&programmes_of(&plan), &profile, &plan);
                    found.extend(broken.into_iter().map(|what| {
                        format!("{product} {edition}, connectivity {connectivity:?}: {what}")
                    }));
                }
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
    assert!(activations > 50, "only {activations} activations");
}

fn connectivities() -> Vec<Answer> {
    let known = Field::Connectivity.fixed_values().into_iter();
    std::iter::once(Answer::Unknown)
        .chain(known.map(|id| Answer::One(id.into())))
        .collect()
}

#[test]
fn prices_of_one_article_are_called_unconfirmed_and_never_a_matter_of_scripts() {
    for programme in assets::catalogue().unwrap().programmes() {
        for price in &programme.prices {
            let about = format!("{}: {}", programme.base.id, price.sku);
            // Community scripts know keys and updates; no price is theirs.
            assert_ne!(price.certainty, Certainty::Community, "{about}");
            let is_confirmed =
                matches!(price.certainty, Certainty::Microsoft | Certainty::Reported);
            assert_eq!(
                known_price_id(price) == "profile-unconfirmed-price",
                !is_confirmed,
                "{about}"
            );
        }
    }
}
