//! A narrow window: at 150 % of 1280 × 720 points everything stays in sight or is led to, and what
//! is edited stays in place.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, Rect, Vec2, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::domain::text::Language;
use esu_planner::i18n;

use crate::support::{Window, picked};

/// 1280 × 720 at 150 %.
const NARROW: Vec2 = Vec2::new(853.0, 480.0);

/// Two programmes, one of which says much of how it is ordered once its edition is known.
const HOSPITAL: &str = r#"EsuProfile(
    format: "esu-profile",
    version: 2,
    organisation: (
        name: "Hospital",
        sector: "health",
        role: "end-customer",
        channels: ["csp", "ea"],
    ),
    groups: [
        (
            name: "Ward PCs",
            product: "windows-10-22h2",
            edition: "pro",
            endpoints: 340,
            hosting: "physical",
            leaves_on: "2027-12-31",
        ),
        (
            name: "Hosts",
            product: "windows-server-2016",
            endpoints: 25,
            cores: 16,
            core_basis: "physical-cores",
        ),
    ],
)
"#;

fn open(language: Language, size: Vec2, text: &str) -> Window {
    let mut window = Window::with(language, size);
    window.world.borrow_mut().today = crate::support::day("2026-11-26");
    window.put_file("/data/narrow.esu", text.as_bytes());
    window.will_pick([picked("/data/narrow.esu")]);
    window.ctrl(Key::O);
    window
}

fn sample(name: &str) -> &'static str {
    let samples = assets::samples();
    let found = samples.iter().find(|(file, _)| *file == name);
    found.unwrap_or_else(|| panic!("no sample {name}")).1
}

/// The nodes of a role whose accessible names begin so.
fn starting<'w>(window: &'w Window, role: Role, start: &str) -> Vec<Node<'w>> {
    let nodes = window.harness.query_all_by_role(role);
    let is_meant = |node: &Node<'w>| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(start))
    };
    nodes.filter(is_meant).collect()
}

#[track_caller]
fn first<'w>(window: &'w Window, role: Role, start: &str) -> Node<'w> {
    let found = starting(window, role, start).into_iter().next();
    found.unwrap_or_else(|| panic!("no {role:?} {start}"))
}

#[track_caller]
fn assert_in_sight(window: &Window, size: Vec2, role: Role, start: &str) {
    let rect = first(window, role, start).rect();
    let whole = Rect::from_min_size(eframe::egui::Pos2::ZERO, size);
    assert!(
        rect.is_positive() && whole.contains_rect(rect),
        "{start} is at {rect:?} of {size:?}"
    );
}

#[test]
fn rows_are_taken_at_the_end_of_a_dialog_that_is_higher_than_the_window() {
    let heads = "Dept\tOS Name\tOS version\tQty.\tVirtual?\tRetire by\n";
    let rows = (0..12).map(|row| format!("Ward {row}\tOS {row}\t22H2\t{}\tNo\tQ3", row + 1));
    let rows = rows.collect::<Vec<_>>().join("\n");
    for size in [NARROW, vec2(640.0, 360.0)] {
        let mut window = open(Language::English, size, HOSPITAL);
        let shift = Modifiers {
            shift: true,
            ..Modifiers::COMMAND
        };
        window.press(shift, Key::V);
        window.harness.event(Event::Paste(format!("{heads}{rows}")));
        window.run();
        assert_in_sight(&window, size, Role::Heading, "Rows from");
        assert_in_sight(&window, size, Role::Button, "Cancel");
        assert_in_sight(&window, size, Role::Button, "Add 12 groups");
        // What lies under the fold is scrolled to.
        let last = "In place of all groups";
        first(&window, Role::RadioButton, last).scroll_to_me();
        window.run();
        assert_in_sight(&window, size, Role::RadioButton, last);
        let bottom = first(&window, Role::RadioButton, last).rect().bottom();
        let buttons = first(&window, Role::Button, "Cancel").rect().top();
        assert!(bottom <= buttons, "{bottom} {buttons}");
        window.click("Add 12 groups");
        assert_eq!(window.app().document().profile.groups.len(), 14);
    }
}

#[test]
fn every_dialog_has_its_title_and_its_way_out_in_sight() {
    let small = vec2(600.0, 320.0);
    let usual = vec2(1440.0, 900.0);
    for (language, size) in [(Language::Polish, small), (Language::English, usual)] {
        for (command, title) in [
            ("command-about", "dialog-about-title"),
            ("command-preferences", "preferences-title"),
            ("command-shortcuts", "command-shortcuts"),
            ("command-glossary", "command-glossary"),
        ] {
            let mut window = open(language, size, HOSPITAL);
            window.ctrl(Key::K);
            window.type_text(&i18n::tr(language, command));
            window.press(Modifiers::NONE, Key::Enter);
            let title = i18n::tr_with(language, title, &[("version", "".into())]);
            assert_in_sight(&window, size, Role::Heading, title.trim());
            let close = i18n::tr(language, "dialog-close");
            assert_in_sight(&window, size, Role::Button, &close);
        }
    }
}

#[test]
fn why_is_answered_in_sight_and_leads_back() {
    let text = sample("csp-direct-partner-renewal.esu");
    for start in ["Why? Order now", "Why? Unprotected"] {
        let mut window = open(Language::English, NARROW, text);
        window.ctrl(Key::Num3);
        first(&window, Role::Button, start).click();
        window.run();
        let asked = |window: &Window| {
            let buttons = starting(window, Role::Button, start);
            let rects = buttons.iter().map(Node::rect);
            rects
                .filter(|rect| rect.top() > 44.0 && rect.bottom() < NARROW.y)
                .count()
        };
        assert_eq!(asked(&window), 0, "the answer stands elsewhere");
        assert_in_sight(&window, NARROW, Role::Button, "Back to the plan");
        window.click("Back to the plan");
        assert_eq!(asked(&window), 1, "{start}");
        // To close the answer is to go back, too.
        first(&window, Role::Button, start).click();
        window.run();
        assert_in_sight(&window, NARROW, Role::Button, "Close");
        window.click("Close");
        assert_eq!(asked(&window), 1, "{start}");
        assert!(!window.shows("Back to the plan"));
    }
}

/// The right edge of a card in a narrow window.
const CARD: f32 = NARROW.x - 24.0 - 16.0;

#[track_caller]
fn assert_has_room(window: &Window, table: &str, column: &str, least: f32) {
    let found = first(window, Role::Table, table);
    let mut heads = found.query_all_by_role(Role::ColumnHeader);
    let head = heads.find(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(column))
    });
    let rect = head
        .unwrap_or_else(|| panic!("no {column} in {table}"))
        .rect();
    assert!(
        rect.width() >= least && rect.right() <= CARD + 1.0,
        "{column} of {table} is at {rect:?}"
    );
}

#[test]
fn sums_and_verdicts_have_room_in_a_narrow_window() {
    for language in [Language::English, Language::Polish] {
        let tr = |id: &str| i18n::tr(language, id);
        let with_plain = sample("csp-direct-partner-renewal.esu");
        for text in [with_plain, HOSPITAL] {
            let mut window = open(language, NARROW, text);
            let groups = tr("profile-groups");
            let verdict = i18n::field(language, esu_planner::domain::field::Field::Verdict);
            assert_has_room(&window, &groups, &verdict, 120.0);
            assert_has_room(&window, &groups, &tr("profile-column-group"), 72.0);
            window.ctrl(Key::Num3);
            let orders = tr("plan-ui-orders");
            assert_has_room(&window, &orders, &tr("plan-ui-column-total"), 90.0);
            assert_has_room(&window, &orders, &tr("plan-ui-column-when"), 70.0);
            assert_has_room(&window, &orders, &tr("plan-ui-column-sku"), 140.0);
            if text == HOSPITAL {
                let totals = tr("plan-ui-totals");
                assert_has_room(&window, &totals, &tr("plan-ui-column-total"), 100.0);
            }
        }
    }
}

#[test]
fn pages_are_turned_and_enlarged_in_a_narrow_window() {
    let panel = NARROW.x - 320.0;
    for language in [Language::English, Language::Polish] {
        let mut window = open(language, NARROW, HOSPITAL);
        window.ctrl(Key::P);
        for id in ["paper-page-before", "paper-page-next", "paper-zoom-in"] {
            let name = i18n::tr(language, id);
            let rect = first(&window, Role::Button, &name).rect();
            assert!(rect.right() <= panel, "{name} is at {rect:?}");
        }
    }
}

#[test]
fn a_field_that_is_edited_stays_where_it_is() {
    let mut window = open(Language::English, vec2(1440.0, 900.0), HOSPITAL);
    first(&window, Role::Cell, "Group, Hosts").click();
    window.run();
    let place = |window: &Window| first(window, Role::ComboBox, "Hosting, Hosts").rect().top();
    first(&window, Role::ComboBox, "Edition, Hosts").scroll_to_me();
    window.run();
    let groups = |window: &Window| first(window, Role::Heading, "Endpoint groups").rect().top();
    let card = |window: &Window| first(window, Role::Heading, "Organisation").rect().top();
    let (before, apart) = (place(&window), groups(&window) - card(&window));
    window.click("Edition, Hosts");
    window.click("Standard");
    let now = groups(&window) - card(&window);
    assert!(now > apart + 40.0, "new warnings: {apart} {now}");
    assert!(
        (place(&window) - before).abs() < 1.0,
        "{before} {}",
        place(&window)
    );
}
