//! Where bars and their words stand in a timeline made by hand.

use chrono::NaiveDate;

use super::chart::{Chart, Placed};
use super::*;
use crate::report::figures::{Bar, Mark};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Where a bar's words stand: in it, beside it, or nowhere.
fn place_of(placed: &Placed<'_>) -> Option<(String, bool)> {
    let words = placed.words.as_ref()?;
    Some((words.text.to_owned(), words.is_beside))
}

/// Nothing stands on something else, on the plan's day, or outside of the page.
fn check_places(chart: &Chart<'_>, placed: &[Placed<'_>]) {
    let line = chart.x(chart.timeline.as_of);
    let mut taken: Vec<(f64, f64)> = Vec::new();
    for bar in placed {
        assert!(bar.right - bar.left > 1.0, "{bar:?}");
        assert!(bar.left >= 0.0 && bar.right <= chart.width, "{bar:?}");
        taken.push((bar.left, bar.right));
        let Some(words) = &bar.words else { continue };
        assert!(words.right < line || line < words.left, "{bar:?}");
        if words.is_beside {
            taken.push((words.left, words.right));
        } else {
            assert!(bar.left < words.left && words.right < bar.right, "{bar:?}");
        }
    }
    taken.sort_by(|one, other| one.0.total_cmp(&other.0));
    for pair in taken.windows(2) {
        assert!(pair[0].1 <= pair[1].0, "{placed:?}");
    }
    assert!(
        taken
            .iter()
            .all(|(left, right)| *left >= 0.0 && *right <= chart.width)
    );
}

/// A timeline of the year 2022 with one line.
fn year(bars: Vec<Bar>) -> Timeline {
    Timeline {
        first: day("2022-01-01"),
        last: day("2022-12-31"),
        as_of: day("2022-07-01"),
        lanes: vec![Lane {
            label: "Offices".to_owned(),
            bars,
            ..Lane::default()
        }],
    }
}

fn bar(from: &str, to: &str, words: &str, short: &str) -> Bar {
    Bar {
        from: day(from),
        to: day(to),
        kind: BarKind::Leaving,
        words: words.to_owned(),
        short: short.to_owned(),
        shows: None,
    }
}

/// The places of the words of a line's bars on 364 points, about one for each day.
fn places(bars: Vec<Bar>) -> Vec<Option<(String, bool)>> {
    let timeline = year(bars);
    let chart = Chart {
        timeline: &timeline,
        language: Language::English,
        width: 364.0,
    };
    let placed = chart.bars(&timeline.lanes[0]);
    check_places(&chart, &placed);
    placed.iter().map(place_of).collect()
}

#[test]
fn words_stand_beside_a_bar_that_is_too_narrow() {
    let inside = |words: &str| Some((words.to_owned(), false));
    let beside = |words: &str| Some((words.to_owned(), true));
    let words = "leaves 31 Mar 2022";
    let one = |from, to| places(vec![bar(from, to, words, "31 Mar 2022")]);
    assert_eq!(one("2022-01-01", "2022-06-01"), [inside(words)]);
    assert_eq!(one("2022-01-01", "2022-01-20"), [beside(words)]);
    assert_eq!(one("2022-12-01", "2022-12-31"), [beside(words)]);
    // A day alone is seen too, at both ends of the page.
    assert_eq!(one("2022-01-01", "2022-01-02"), [beside(words)]);
    assert_eq!(one("2022-12-30", "2023-12-31"), [beside(words)]);
    // Up to the plan's day, whose line the words do not cross.
    assert_eq!(one("2022-06-20", "2022-07-01"), [beside(words)]);
    assert_eq!(one("2022-07-01", "2022-07-03"), [beside(words)]);
}

#[test]
fn years_that_follow_one_another_say_less_before_they_say_it_beside_them() {
    let inside = |words: &str| Some((words.to_owned(), false));
    let beside = |words: &str| Some((words.to_owned(), true));
    let words = "Year 1 · order now, before it is too late";
    let found = places(vec![
        bar("2022-02-01", "2022-02-10", words, "Year 1"),
        bar("2022-03-10", "2022-05-10", words, "Year 2"),
        bar("2022-05-10", "2022-05-20", words, "Year 3"),
    ]);
    assert_eq!(
        found,
        [beside("Year 1"), inside("Year 2"), beside("Year 3")]
    );
    // No room anywhere.
    let crowd = places(vec![
        bar("2022-01-01", "2022-06-10", words, "Year 1"),
        bar("2022-06-10", "2022-06-20", words, "Year 2"),
        bar("2022-06-20", "2022-12-31", words, "Year 3"),
    ]);
    assert_eq!(crowd, [inside(words), None, inside(words)]);
}

#[test]
fn the_legend_and_the_words_tell_what_is_drawn_and_no_more() {
    let mut timeline = year(vec![bar("2022-02-01", "2022-02-02", "leaves", "")]);
    timeline.lanes[0].marks.push(Mark {
        day: day("2022-08-01"),
        kind: MarkKind::Deadline,
        entries: vec![0],
    });
    let figures = Figures {
        timeline: Some(timeline),
        ..Figures::default()
    };
    let mut letters = Letters::new(Language::English);
    let json = json(&figures, Language::English, 487.0, &mut letters);
    let json = &json["timeline"];
    let legend: Vec<&str> = json["legend"]
        .as_array()
        .unwrap()
        .iter()
        .map(|entry| entry[0].as_str().unwrap())
        .collect();
    assert_eq!(legend, ["leaving", "deadline"]);
    let lane = &json["lanes"][0];
    assert_eq!(lane["bars"].as_array().unwrap().len(), 1);
    assert_eq!(lane["marks"].as_array().unwrap().len(), 1);
    let alt = json["alt"].as_str().unwrap();
    assert!(
        alt.ends_with("Offices: leaves, 1 Feb 2022 – 1 Feb 2022; days 1 Aug 2022."),
        "{alt}"
    );
}
