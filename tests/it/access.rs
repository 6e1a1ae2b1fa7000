//! What a screen reader is told, and the way of the Tab key: the same rules on every screen, with
//! every kind of profile and in both languages.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use eframe::egui::accesskit::{Action, Role};
use eframe::egui::{Key, Modifiers, Rect, Vec2, pos2};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::domain::choice::Choice as _;
use esu_planner::domain::text::Language;
use esu_planner::i18n::tr;

use crate::support::{Window, picked};

/// How the keyboard comes to a place.
type Way = fn(&mut Window, Language);

/// The screens and the dialogs, and how the keyboard comes to each from the one before.
const PLACES: [(&str, Way); 14] = [
    ("Start", |window, _| ctrl_shift(window, Key::H)),
    ("Profile", |window, _| window.ctrl(Key::Num1)),
    ("Decisions", |window, _| window.ctrl(Key::Num2)),
    ("Decisions all at once", |window, language| {
        window.click(&tr(language, "whatif-all-at-once"));
    }),
    ("Plan", |window, _| window.ctrl(Key::Num3)),
    ("Plan as text", |window, _| ctrl_shift(window, Key::T)),
    ("FAQ", |window, _| window.ctrl(Key::Num4)),
    ("Print and export", |window, _| window.ctrl(Key::P)),
    ("Print panel", |window, _| window.ctrl(Key::P)),
    ("Letters", |window, language| {
        window.press(Modifiers::NONE, Key::Escape);
        let letters = tr(language, "paper-command-letters");
        window.harness.get_by_label(&letters).focus();
        window.run();
        window.press(Modifiers::NONE, Key::Enter);
    }),
    ("Palette", |window, _| window.ctrl(Key::K)),
    ("Preferences", |window, _| {
        window.press(Modifiers::NONE, Key::Escape);
        window.ctrl(Key::Comma);
    }),
    ("Keys", |window, _| {
        window.press(Modifiers::NONE, Key::Escape);
        window.press(Modifiers::NONE, Key::F1);
    }),
    ("Glossary", |window, _| {
        window.press(Modifiers::NONE, Key::Escape);
        window.press(Modifiers::SHIFT, Key::F1);
    }),
];

/// How many of the places are dialogs; they come last.
const DIALOGS: usize = 4;

fn ctrl_shift(window: &mut Window, key: Key) {
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, key);
}

/// One programme, seven of them, one with much unknown, and none at all.
const SAMPLES: [Option<&str>; 4] = [
    Some("mixed-estate.esu"),
    Some("mixed-estate-2026.esu"),
    Some("half-filled.esu"),
    None,
];

/// A node of the tree, as far as the rules look at it.
#[derive(Clone, Debug)]
struct Told {
    role: Role,
    name: String,
    rect: Rect,
    takes_focus: bool,
    has_value: bool,
    is_disabled: bool,
    /// The roles of what it lies in, from the inside outwards.
    inside: Vec<Role>,
    /// The heads of the columns of the table that it lies in.
    heads: Vec<String>,
}

/// What the screen tells, in the order in which it is read out; only the dialog where one is open.
fn told(window: &Window) -> Vec<Told> {
    let root = window.harness.root();
    let nodes = root.children_recursive();
    let all: Vec<Told> = nodes.map(|node| tell(&node.accesskit_node())).collect();
    let of_dialog: Vec<Told> = all
        .iter()
        .filter(|node| node.inside.contains(&Role::Dialog))
        .cloned()
        .collect();
    if of_dialog.is_empty() { all } else { of_dialog }
}

fn tell(node: &AccessKitNode<'_>) -> Told {
    let ancestors: Vec<_> = std::iter::successors(node.parent(), AccessKitNode::parent).collect();
    let table = ancestors.iter().find(|node| node.role() == Role::Table);
    let heads = table.map_or_else(Vec::new, |table| {
        let rows = table.children();
        rows.flat_map(|row| row.children().collect::<Vec<_>>())
            .filter(|cell| cell.role() == Role::ColumnHeader)
            .filter_map(|head| head.label())
            .collect()
    });
    let name = match node.role() {
        Role::Heading => node.label(),
        // A label's text is its value, not its name.
        _ => node.label().or_else(|| node.value()),
    };
    let bounds = node.raw_bounds().unwrap_or_default();
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let at = |x: f64, y: f64| pos2(x as f32, y as f32);
    Told {
        role: node.role(),
        name: name.unwrap_or_default(),
        rect: Rect::from_min_max(at(bounds.x0, bounds.y0), at(bounds.x1, bounds.y1)),
        takes_focus: node.data().supports_action(Action::Focus),
        has_value: node.value().is_some_and(|value| !value.is_empty()),
        is_disabled: node.is_disabled(),
        inside: ancestors.iter().map(AccessKitNode::role).collect(),
        heads,
    }
}

/// What each screen tells with each sample in each language, after its place in words.
///
/// Drawn once for all rules: it takes a while.
static SCREENS_TOLD: LazyLock<Vec<(String, Vec<Told>)>> = LazyLock::new(|| {
    let mut screens = Vec::new();
    for language in Language::ALL {
        for sample in SAMPLES {
            let mut window = Window::with(*language, Vec2::new(1440.0, 900.0));
            if let Some(sample) = sample {
                let samples = assets::samples();
                let (_, text) = samples.iter().find(|(name, _)| *name == sample).unwrap();
                window.put_file("/data/sample.esu", text.as_bytes());
                window.will_pick([picked("/data/sample.esu")]);
                window.ctrl(Key::O);
            }
            for (place, go) in PLACES {
                go(&mut window, *language);
                let place = format!("{place}, {}, {}", sample.unwrap_or("new"), language.id());
                screens.push((place, told(&window)));
            }
        }
    }
    screens
});

/// What was found and where.
#[derive(Default)]
struct Found(BTreeMap<String, Vec<String>>);

impl Found {
    fn add(&mut self, fault: String, place: &str) {
        self.0.entry(fault).or_default().push(place.to_owned());
    }

    /// Fails with all that was found, each thing once with the places where it was found.
    #[track_caller]
    fn expect_none(&self, what: &str) {
        let lines: Vec<String> = self
            .0
            .iter()
            .map(|(fault, places)| format!("{fault}\n    on {}", places.join("; ")))
            .collect();
        assert!(lines.is_empty(), "{what}:\n{}", lines.join("\n"));
    }
}

/// A letter of the icon font, which no one can say.
fn is_icon(letter: char) -> bool {
    matches!(u32::from(letter), 0xe000..=0xf8ff | 0xf_0000..)
}

#[test]
fn nothing_is_called_by_an_icon() {
    let mut found = Found::default();
    for (place, nodes) in SCREENS_TOLD.iter() {
        for node in nodes.iter().filter(|node| node.name.chars().any(is_icon)) {
            let fault = format!("{:?} {:?} at {:?}", node.role, node.name, node.rect);
            found.add(fault, place);
        }
    }
    found.expect_none("icons are read out");
}

#[test]
fn every_control_has_a_name_of_its_own() {
    let mut found = Found::default();
    for (place, nodes) in SCREENS_TOLD.iter() {
        let mut names: BTreeMap<(String, &str), usize> = BTreeMap::new();
        for node in nodes.iter().filter(|node| node.takes_focus) {
            let role = format!("{:?}", node.role);
            if !node.name.chars().any(char::is_alphanumeric) {
                let fault = format!("{role} {:?} says nothing at {:?}", node.name, node.rect);
                found.add(fault, place);
            }
            // Two links of one name lead to one place.
            if node.role != Role::Link {
                *names.entry((role, &node.name)).or_default() += 1;
            }
        }
        for ((role, name), count) in names.into_iter().filter(|(_, count)| *count > 1) {
            found.add(format!("{count} times {role} {name:?}"), place);
        }
    }
    found.expect_none("controls can't be told apart");
}

#[test]
fn every_list_that_can_be_chosen_from_says_what_is_chosen() {
    let mut found = Found::default();
    for (place, nodes) in SCREENS_TOLD.iter() {
        let lists = nodes.iter().filter(|node| node.role == Role::ComboBox);
        for node in lists.filter(|node| !node.has_value) {
            found.add(node.name.clone(), place);
        }
    }
    found.expect_none("nothing says what is chosen");
}

#[test]
fn every_cell_names_its_column() {
    let mut found = Found::default();
    let mut cells = 0;
    for (place, nodes) in SCREENS_TOLD.iter() {
        for node in nodes {
            if node.role != Role::Cell || node.inside.first() != Some(&Role::Row) {
                continue;
            }
            cells += 1;
            let starts = |head: &String| {
                let rest = node.name.strip_prefix(head.as_str());
                rest.is_some_and(|rest| rest.starts_with(", "))
            };
            if !node.heads.iter().any(starts) {
                found.add(format!("{:?} of {:?}", node.name, node.heads), place);
            }
        }
    }
    found.expect_none("cells do not name their column");
    assert!(cells > 100, "only {cells} cells were looked at");
}

#[test]
fn every_screen_has_a_heading_that_a_screen_reader_can_jump_to() {
    let mut found = Found::default();
    for (place, nodes) in SCREENS_TOLD.iter() {
        let mut headings = nodes.iter().filter(|node| node.role == Role::Heading);
        // The palette is a field and what it finds; it is known by its name.
        if headings.clone().next().is_none() && !place.starts_with("Palette") {
            found.add("no heading".to_owned(), place);
        }
        if let Some(heading) = headings.find(|heading| heading.name.is_empty()) {
            found.add(
                format!("a heading without a name at {:?}", heading.rect),
                place,
            );
        }
    }
    found.expect_none("screens without a heading");
}

/// Whether what comes next is where a reader looks next: below, to the right, or inside.
fn reads_on(from: Rect, to: Rect) -> bool {
    const LEEWAY: f32 = 3.0;
    to.top() >= from.bottom() - LEEWAY
        || to.left() >= from.right() - LEEWAY
        || from.expand(LEEWAY).contains_rect(to)
        // Side by side on one line, the one a little over the other.
        || ((to.center().y - from.center().y).abs() < 8.0 && to.left() > from.left())
}

#[test]
fn the_keyboard_goes_the_way_that_is_read() {
    let mut found = Found::default();
    for (place, nodes) in SCREENS_TOLD.iter() {
        let takes_focus = |node: &&Told| node.takes_focus && !node.is_disabled;
        let stops: Vec<&Told> = nodes.iter().filter(takes_focus).collect();
        for pair in stops.windows(2) {
            if let [from, to] = pair
                && !reads_on(from.rect, to.rect)
            {
                let fault = format!(
                    "after {:?} {:?} at {:?} comes {:?} {:?} at {:?}",
                    from.role, from.name, from.rect, to.role, to.name, to.rect
                );
                found.add(fault, place);
            }
        }
    }
    found.expect_none("the order is not that of reading");
}

#[test]
fn the_tab_key_stops_where_the_tree_says_and_in_its_order() {
    let mut window = Window::new();
    for (at, (place, go)) in PLACES.iter().enumerate() {
        go(&mut window, Language::English);
        let mut expected: Vec<String> = told(&window)
            .into_iter()
            .filter(|node| node.takes_focus && !node.is_disabled)
            .map(|node| node.name)
            .collect();
        let first = if at + DIALOGS < PLACES.len() {
            // The command has left the keyboard nowhere, or where it was.
            let context = &window.harness.ctx;
            context.memory_mut(eframe::egui::Memory::stop_text_input);
            0
        } else {
            // A dialog takes the keyboard to itself, and keeps it.
            let focused = focused(&window).expect("the dialog has the keyboard");
            let at = expected.iter().position(|name| *name == focused);
            at.expect("what has the keyboard is in the dialog") + 1
        };
        let count = expected.len();
        expected.rotate_left(first % count);
        expected.truncate(24);
        let mut stops = Vec::new();
        for _ in 0..expected.len() {
            window.press(Modifiers::NONE, Key::Tab);
            stops.push(focused(&window).expect("something has the keyboard"));
        }
        assert_eq!(stops, expected, "{place}");
    }
}

/// The name of what has the keyboard.
fn focused(window: &Window) -> Option<String> {
    let root = window.harness.root();
    let focused = root
        .children_recursive()
        .find(egui_kittest::Node::is_focused)?;
    Some(focused.accesskit_node().label().unwrap_or_default())
}

#[test]
fn a_dialog_hides_what_lies_behind_it() {
    let mut window = Window::new();
    for (place, go) in PLACES.iter().skip(PLACES.len() - DIALOGS) {
        go(&mut window, Language::English);
        let root = window.harness.root();
        let mut nodes = root.children_recursive();
        let dialog = nodes.find(|node| node.accesskit_node().role() == Role::Dialog);
        let dialog = dialog.unwrap_or_else(|| panic!("{place} is no dialog"));
        assert!(dialog.accesskit_node().is_modal(), "{place}");
        assert!(dialog.accesskit_node().label().is_some(), "{place}");
    }
}
