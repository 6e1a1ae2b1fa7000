//! The plan on pages: whole, the same each time, and fit for whatever a profile holds.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::Command;
use std::sync::Arc;

use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::plan::{Plan, plan_estate};
use esu_planner::domain::profile::{EndpointGroup, Profile};
use esu_planner::domain::record::PlanRecord;
use esu_planner::domain::source::FaqId;
use esu_planner::domain::text::Language;
use esu_planner::domain::{changes, guide::walk::Walk};
use esu_planner::file;
use esu_planner::report::figures::{Bar, Timeline};
use esu_planner::report::model::{Block, Line};
use esu_planner::report::options::PARTS;
use esu_planner::report::pdf::{Pages, lay_out, template_data};
use esu_planner::report::{
    self, Format, Names, Paper, PlanReport, ReportInput, ReportOptions, part_title,
};
use proptest::prelude::*;

use crate::support::{catalogue, day};

const LANGUAGES: [Language; 2] = [Language::English, Language::Polish];

/// A profile with its plan.
struct Planned {
    document: Document,
    walk: Walk,
    plan: Plan,
}

impl Planned {
    fn new(document: Document) -> Self {
        let day = document.as_of.unwrap_or_else(|| day("2022-03-01"));
        let (walk, plan) = plan_estate(catalogue(), &document.profile, day, None);
        Self {
            document,
            walk,
            plan,
        }
    }

    fn sample(name: &str) -> Self {
        let text = assets::sample(name).unwrap();
        Self::new(file::from_bytes(name, text.as_bytes()).unwrap())
    }

    fn of_names(organisation: &str, group: &str, oem: &str) -> Self {
        let mut planned = Self::sample("mixed-estate.esu").document;
        // One group that buys and one of devices: every part of the report names them.
        planned.profile.groups.retain(|known| {
            let is_device = !known.oem.is_empty();
            is_device || known.name == "Ward PCs"
        });
        assert_eq!(planned.profile.groups.len(), 2);
        organisation.clone_into(&mut planned.profile.organisation.name);
        for known in &mut planned.profile.groups {
            let known = Arc::make_mut(known);
            group.clone_into(&mut known.name);
            oem.clone_into(&mut known.oem);
        }
        Self::new(planned)
    }

    fn input(&self, language: Language) -> ReportInput<'_> {
        ReportInput {
            language,
            catalogue: catalogue(),
            profile: &self.document.profile,
            walk: &self.walk,
            plan: &self.plan,
            today: None,
            since_saved: None,
        }
    }

    fn report(&self, language: Language) -> PlanReport {
        PlanReport::new(&self.input(language))
    }

    fn pages(&self, language: Language) -> Pages {
        lay_out(&self.report(language), Paper::A4).unwrap()
    }
}

/// What poppler reads from a PDF, page after page, without the head and foot of the pages.
fn text_of(pdf: &[u8]) -> String {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(pdf).unwrap();
    let read = Command::new("pdftotext")
        .args(["-raw", "-x", "0", "-y", "46", "-W", "700", "-H", "744"])
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext is needed: install Debian's package poppler-utils");
    assert!(read.status.success(), "{read:?}");
    String::from_utf8(read.stdout).unwrap()
}

/// A text without what a line's end may change: spaces, hyphens, places to break.
fn bare(text: &str) -> String {
    let is_kept = |sign: &char| {
        !sign.is_whitespace() && !matches!(sign, '-' | '\u{2010}' | '\u{ad}' | '\u{200b}')
    };
    text.chars().filter(is_kept).collect()
}

/// Every text of a report that stands on its pages.
fn texts(report: &PlanReport) -> Vec<String> {
    fn add(found: &mut Vec<String>, line: &Line) {
        found.push(line.text.clone());
        found.extend(line.faq.iter().map(|id| id.as_str().to_owned()));
    }
    let mut found = vec![report.title.clone()];
    for (label, value) in &report.head {
        found.extend([label.clone(), value.clone()]);
    }
    for section in &report.sections {
        found.push(section.title.clone());
        for block in &section.blocks {
            match block {
                Block::Heading(text) => found.push(text.clone()),
                Block::Paragraph(line) => add(&mut found, line),
                Block::Items(items) => {
                    for item in items {
                        found.extend(item.number.map(|number| number.to_string()));
                        found.push(item.title.clone());
                        item.lines.iter().for_each(|line| add(&mut found, line));
                        for set in &item.commands {
                            found.push(set.label.clone());
                            found.extend(set.commands.iter().cloned());
                        }
                    }
                }
                Block::Table(table) => {
                    let headings = table.columns.iter().map(|column| column.heading.clone());
                    found.extend(headings);
                    for row in &table.rows {
                        let ids = row.faq.iter().map(FaqId::as_str);
                        found.extend(ids.map(str::to_owned));
                        let cells = row.cells.len() - usize::from(!row.faq.is_empty());
                        found.extend(row.cells.iter().take(cells).cloned());
                    }
                }
            }
        }
    }
    found
}

/// Lays all samples out in a language: each is whole, on both papers, without a warning.
fn check_samples(language: Language) {
    for (name, _) in assets::samples() {
        let planned = Planned::sample(name);
        let report = planned.report(language);
        let pages = lay_out(&report, Paper::A4).unwrap();
        assert!(
            pages.warnings().is_empty(),
            "{name}: {:?}",
            pages.warnings()
        );
        let text = text_of(&pages.pdf().unwrap());
        let all = bare(&text);
        for wanted in texts(&report) {
            assert!(
                all.contains(&bare(&wanted)),
                "{name} lacks: {wanted}\n{text}"
            );
        }
        if language == Language::Polish {
            let pages: Vec<&str> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
            for (number, page) in pages.iter().enumerate() {
                let is_polish = page.chars().any(|sign| "ąćęłńóśźżĄĆĘŁŃÓŚŹŻ".contains(sign));
                assert!(is_polish, "{name}, page {}: {page}", number + 1);
            }
        }
        let letter = lay_out(&report, Paper::UsLetter).unwrap();
        assert!(
            letter.warnings().is_empty(),
            "{name}: {:?}",
            letter.warnings()
        );
    }
}

#[test]
fn every_sample_stands_whole_on_english_pages() {
    check_samples(Language::English);
}

#[test]
fn every_sample_stands_whole_on_polish_pages() {
    check_samples(Language::Polish);
}

#[test]
fn every_line_of_a_timeline_can_be_drawn() {
    for (name, _) in assets::samples() {
        for as_of in ["2019-06-01", "2022-03-01", "2026-11-24"] {
            let mut document = Planned::sample(name).document;
            document.as_of = Some(day(as_of));
            let planned = Planned::new(document);
            let timeline = Timeline::new(&planned.input(Language::English));
            let shown = timeline.first..=timeline.last;
            for lane in &timeline.lanes {
                let is_empty = lane.bars.is_empty() && lane.marks.is_empty();
                assert!(!is_empty, "{name} {as_of}: {lane:?}");
                let runs = |bar: &Bar| bar.from < bar.to && shown.contains(&bar.from);
                assert!(lane.bars.iter().all(runs), "{name} {as_of}: {lane:?}");
                let mut marks = lane.marks.iter();
                assert!(
                    marks.all(|mark| shown.contains(&mark.day)),
                    "{name} {as_of}: {lane:?}"
                );
            }
        }
    }
}

#[test]
fn what_is_still_to_be_done_is_shown_and_nothing_before_everything_else() {
    let planned = Planned::sample("mixed-estate.esu");
    let input = planned.input(Language::English);
    let timeline = Timeline::new(&input);
    let planned = |day| input.plan.calendar.iter().any(|entry| entry.date == day);
    let marked = |day| timeline.marks().any(|mark| mark.day == day);
    // A year after the last coverage.
    let after = day("2024-01-01");
    assert!(planned(after) && marked(after));
    // Sales had started before support ended.
    let before = day("2019-12-02");
    assert!(planned(before) && !marked(before));
    let data = template_data(&PlanReport::new(&input), Paper::A4);
    let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
    let told = data["figures"]["timeline"]["alt"].as_str().unwrap();
    assert!(
        told.contains("1 Jan 2024") && !told.contains("2 Dec 2019"),
        "{told}"
    );
}

#[test]
fn every_bar_of_a_timeline_has_its_words_and_none_stand_on_another() {
    for (name, _) in assets::samples() {
        let planned = Planned::sample(name);
        for language in LANGUAGES {
            let report = planned.report(language);
            for paper in [Paper::A4, Paper::UsLetter] {
                let data = template_data(&report, paper);
                let data: serde_json::Value = serde_json::from_slice(&data).unwrap();
                let timeline = &data["figures"]["timeline"];
                for lane in timeline["lanes"].as_array().into_iter().flatten() {
                    let mut end = 0.0;
                    for bar in lane["bars"].as_array().unwrap() {
                        let number = |value: &serde_json::Value| value.as_f64().unwrap();
                        let (left, width) = (number(&bar["x"]), number(&bar["width"]));
                        assert!(bar["words"].is_object(), "{name} {language:?}: {lane}");
                        let words = number(&bar["words"]["x"]);
                        let is_right = words > left + width;
                        let is_beside = words < left || is_right;
                        assert_eq!(bar["words"]["beside"], is_beside, "{name}: {lane}");
                        assert!(left >= end && words >= end, "{name} {language:?}: {lane}");
                        end = if is_right { words } else { left + width };
                    }
                }
            }
        }
    }
}

#[test]
fn papers_have_their_sizes() {
    let planned = Planned::sample("half-filled.esu");
    let report = planned.report(Language::English);
    let size = |paper| lay_out(&report, paper).unwrap().size(0).unwrap();
    let near = |(width, height): (f64, f64), wanted: (f64, f64)| {
        (width - wanted.0).abs() < 0.5 && (height - wanted.1).abs() < 0.5
    };
    assert!(near(size(Paper::A4), (595.3, 841.9)));
    assert!(near(size(Paper::UsLetter), (612.0, 792.0)));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let planned = Planned::sample("mixed-estate.esu");
    let report = planned.report(Language::Polish);
    let pdf = || lay_out(&report, Paper::A4).unwrap().pdf().unwrap();
    let first = pdf();
    assert!(first == pdf(), "a second time");
    let other = std::thread::scope(|scope| scope.spawn(pdf).join().unwrap());
    assert!(first == other, "in another thread");
    // As in a program that has just been started: nothing is remembered.
    typst::comemo::evict(0);
    assert!(first == pdf(), "with nothing remembered");
    let text = String::from_utf8_lossy(&first);
    for dated in [
        "/CreationDate",
        "/ModDate",
        "xmp:CreateDate",
        "xmp:ModifyDate",
    ] {
        assert!(!text.contains(dated), "{dated}");
    }
}

#[test]
fn names_are_text_whatever_they_hold() {
    let long = "Ż".repeat(300);
    let endless = "nazwa bez końca ".repeat(640);
    for name in [
        "#let x = 1; #panic() $x^2$ @W7-018 <label> *b* _i_ `raw` = head \\ // /* -- ~ \"",
        "\u{1b}[31m\u{0}\u{7}\r\n\ttabs",
        "\u{202e}drawkcab\u{2066}\u{200f}",
        "東京都 العربية עברית 👩‍👩‍👧‍👦 🇵🇱 ก็ ᚠ \u{e000} \u{10ffff}",
        "\u{301}\u{302}\u{327}",
        "a\u{200b}b\u{200d}c\u{feff}d\u{fe0f}",
        "https://example.org/a/very/long/path/that/never/ends/and/goes/on/and/on/and/on",
        &long,
        &endless,
    ] {
        let planned = Planned::of_names(name, name, name);
        for language in LANGUAGES {
            let pages = planned.pages(language);
            assert!(
                pages.warnings().is_empty(),
                "{name}: {:?}",
                pages.warnings()
            );
            assert!(pages.pdf().is_ok(), "{name}");
        }
    }
    let markup = "#panic() $x^2$ @W7-018 <label> *b*";
    let planned = Planned::of_names("Org", markup, "OEM");
    let text = text_of(&planned.pages(Language::English).pdf().unwrap());
    assert!(bare(&text).contains(&bare(markup)), "{text}");
}

#[test]
fn signs_that_the_fonts_lack_get_a_stand_in_and_are_told() {
    let planned = Planned::of_names("東京 Łódź", "Stacja", "");
    let text = text_of(&planned.pages(Language::English).pdf().unwrap());
    assert!(text.contains("□□ Łódź"), "{text}");
    assert!(text.contains("U+4EAC, U+6771"), "{text}");
    let plain = Planned::of_names("Łódź", "Stacja", "");
    let text = text_of(&plain.pages(Language::English).pdf().unwrap());
    assert!(!text.contains('□'), "{text}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_names_give_a_pdf(
        organisation in any::<String>(),
        group in proptest::collection::vec(any::<char>(), 0..60),
        oem in "\\PC{0,40}",
    ) {
        let group: String = group.into_iter().collect();
        let mut document = Document::default();
        document.profile.organisation.name = organisation;
        document.profile.groups.push(Arc::new(EndpointGroup {
            name: group,
            oem,
            endpoint_count: Some(3),
            ..EndpointGroup::default()
        }));
        let planned = Planned::new(document);
        for language in LANGUAGES {
            let pages = planned.pages(language);
            prop_assert!(pages.warnings().is_empty(), "{:?}", pages.warnings());
            prop_assert!(pages.pdf().is_ok());
        }
    }
}

/// A plan that was saved with data of another edition, so that something has changed since.
fn saved_before(planned: &Planned) -> PlanRecord {
    let mut record = PlanRecord::of(&planned.plan);
    for programme in &mut record.programmes {
        programme.edition = 0;
        programme.orders.clear();
    }
    record
}

#[test]
fn the_parts_that_can_be_left_out_are_those_that_there_are() {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let place = |id: &str| PARTS.iter().position(|part| *part == id).unwrap();
    for (name, _) in assets::samples() {
        let planned = Planned::sample(name);
        let record = saved_before(&planned);
        let since = changes::compare(&record, catalogue(), &planned.document.profile);
        let input = ReportInput {
            since_saved: Some(&since),
            ..planned.input(Language::English)
        };
        let report = PlanReport::new(&input);
        let places: Vec<usize> = report.sections.iter().map(|s| place(s.id)).collect();
        assert!(places.is_sorted(), "{name}: {places:?}");
        for section in &report.sections {
            let title = part_title(Language::English, section.id);
            assert_eq!(section.title, title, "{name}");
        }
        found.extend(report.sections.iter().map(|section| section.id));
        for part in PARTS {
            let options = ReportOptions {
                left_out: [part].into(),
                ..ReportOptions::default()
            };
            let without = PlanReport::with(&input, &options);
            assert!(without.sections.iter().all(|section| section.id != part));
        }
    }
    assert_eq!(found, PARTS.into_iter().collect());
    for language in LANGUAGES {
        for part in PARTS {
            assert!(!part_title(language, part).contains("plan-"), "{part}");
        }
    }
}

/// The names in a profile that a redacted report must not have.
fn names_in(profile: &Profile) -> Vec<String> {
    let mut names = vec![profile.organisation.name.clone()];
    for group in &profile.groups {
        names.extend([group.name.clone(), group.oem.clone()]);
    }
    names.retain(|name| !name.is_empty());
    names
}

#[test]
fn no_format_has_a_name_when_names_are_redacted() {
    let options = ReportOptions {
        names: Names::Redacted,
        ..ReportOptions::default()
    };
    for (sample, _) in assets::samples() {
        let mut document = Planned::sample(sample).document;
        // Names that nothing else in a plan is called.
        document.profile.organisation.name = "Qorganisation".to_owned();
        for (number, group) in document.profile.groups.iter_mut().enumerate() {
            let group = Arc::make_mut(group);
            group.name = format!("Qgroup{number}");
            group.oem = format!("Qmaker{number}");
        }
        let planned = Planned::new(document);
        let names = names_in(&planned.document.profile);
        let record = saved_before(&planned);
        let since = changes::compare(&record, catalogue(), &planned.document.profile);
        for language in LANGUAGES {
            let input = ReportInput {
                since_saved: Some(&since),
                today: Some(day("2030-01-01")),
                ..planned.input(language)
            };
            for format in [Format::Text, Format::Markdown, Format::Json] {
                let bytes = report::render(format, &input, &options).unwrap();
                let text = String::from_utf8(bytes).unwrap();
                for name in &names {
                    assert!(!text.contains(name), "{sample}, {format:?}: {name}");
                }
            }
            // What the pages are made of; the PDF itself is compressed.
            let report = format!("{:?}", PlanReport::with(&input, &options));
            for name in &names {
                assert!(!report.contains(name), "{sample}: {name}");
            }
        }
    }
    let planned = Planned::sample("mixed-estate.esu");
    let input = planned.input(Language::English);
    let pdf = report::render(Format::Pdf, &input, &options).unwrap();
    let text = text_of(&pdf);
    for name in names_in(&planned.document.profile) {
        assert!(!text.contains(&name), "{name}\n{text}");
    }
}

#[test]
fn a_page_is_drawn_with_as_many_pixels_as_asked_for() {
    let pages = Planned::sample("half-filled.esu").pages(Language::English);
    let image = pages.image(0, 72.0).unwrap();
    assert!((595..=596).contains(&image.width) && (841..=843).contains(&image.height));
    assert_eq!(image.rgba.len(), image.width * image.height * 4);
    let (dark, opaque) = image
        .rgba
        .chunks_exact(4)
        .fold((0, true), |(dark, opaque), pixel| {
            (
                dark + usize::from(pixel[0] < 100),
                opaque && pixel[3] == 255,
            )
        });
    assert!(dark > 500 && opaque, "{dark}");
    assert!(pages.image(pages.count(), 72.0).is_none());
}
