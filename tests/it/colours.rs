//! The colours of verdicts: one for each, the same wherever the plan is read.

use eframe::egui::Color32;
use esu_planner::domain::choice::Choice as _;
use esu_planner::domain::plan::Verdict;
use esu_planner::ui::theme::{DARK, LIGHT, Theme};

const ON_PAPER: &str = include_str!("../../assets/report/style.typ");
const IN_BROWSERS: &str = include_str!("../../assets/report/plan.css");

fn hex(colour: Color32) -> String {
    format!("#{:02x}{:02x}{:02x}", colour.r(), colour.g(), colour.b())
}

/// How far apart two colours are in brightness, as the accessibility guidelines measure it.
fn contrast(one: Color32, other: Color32) -> f64 {
    let brightness = |colour: Color32| {
        let part = |value: u8| {
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(colour.r()) + 0.7152 * part(colour.g()) + 0.0722 * part(colour.b())
    };
    let (one, other) = (brightness(one) + 0.05, brightness(other) + 0.05);
    one.max(other) / one.min(other)
}

fn of_theme(theme: &Theme) -> Vec<Color32> {
    Verdict::ALL
        .iter()
        .map(|verdict| theme.verdict(*verdict))
        .collect()
}

#[test]
fn every_verdict_has_a_colour_of_its_own() {
    for (name, theme) in [("light", &LIGHT), ("dark", &DARK)] {
        let colours = of_theme(theme);
        for (position, colour) in colours.iter().enumerate() {
            let rest = colours.iter().skip(position + 1);
            assert_eq!(
                rest.filter(|other| *other == colour).count(),
                0,
                "{name}: {colours:?}"
            );
        }
        // Both are grey: only their brightness tells them apart.
        let (offer, retired) = (Verdict::NotOffered, Verdict::Retired);
        let apart = contrast(theme.verdict(offer), theme.verdict(retired));
        assert!(apart >= 3.0, "{name}: {apart}");
    }
}

#[test]
fn paper_and_browsers_have_the_colours_of_the_window() {
    for verdict in Verdict::ALL {
        let (light, dark) = (hex(LIGHT.verdict(*verdict)), hex(DARK.verdict(*verdict)));
        let on_paper = format!("{}: rgb(\"{light}\")", verdict.id());
        assert!(ON_PAPER.contains(&on_paper), "{on_paper}");
        let name = verdict.id().replace('_', "-");
        for (colour, times) in [(light, 2), (dark, 1)] {
            let in_browsers = format!("--{name}: {colour};");
            assert_eq!(
                IN_BROWSERS.matches(&in_browsers).count(),
                times,
                "{in_browsers}"
            );
        }
    }
}
