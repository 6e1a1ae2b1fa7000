//! The table of endpoint groups, driven like a spreadsheet by keys and accessible names.

use std::sync::Arc;

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use esu_planner::assets;
use esu_planner::document::Document;
use esu_planner::domain::field::{Answer, Field, Place};
use esu_planner::domain::profile::{EndpointGroup, Profile};
use esu_planner::domain::text::Language;
use esu_planner::file::{load, to_text};
use esu_planner::ui::rows::{
    Separator, Sheet, groups_as_tsv, guess_columns, has_heads, read_groups,
};

use crate::support::{Window, catalogue, picked};

fn sample_text(name: &str) -> String {
    let samples = assets::samples();
    let found = samples.iter().find(|(file, _)| *file == name);
    let (_, text) = found.unwrap_or_else(|| panic!("no sample {name}"));
    (*text).to_owned()
}

fn open(window: &mut Window, text: &str) {
    window.put_file("/data/groups.esu", text.as_bytes());
    window.will_pick([picked("/data/groups.esu")]);
    window.ctrl(Key::O);
}

fn sample(name: &str) -> Window {
    let mut window = Window::new();
    open(&mut window, &sample_text(name));
    window
}

fn profile(window: &Window) -> &Profile {
    &window.app().document().profile
}

fn names(window: &Window) -> Vec<&str> {
    let groups = profile(window).groups.iter();
    groups.map(|group| group.name.as_str()).collect()
}

fn answer(window: &Window, group: usize, field: Field) -> Answer {
    profile(window).answer(Place::Group(group), field)
}

/// The groups from top to bottom as the table shows them.
fn shown(window: &Window) -> Vec<String> {
    let rows = window.harness.query_all_by_role(Role::ListBoxOption);
    let labels = rows.filter_map(|node| {
        let node = node.accesskit_node();
        let top = node.bounding_box()?.y0;
        Some((top, node.label()?))
    });
    let mut labels: Vec<(f64, String)> = labels.collect();
    labels.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    labels.into_iter().map(|(_, label)| label).collect()
}

/// Clicks a cell by its accessible name: the cursor goes there.
#[track_caller]
fn go(window: &mut Window, cell: &str) {
    let at = window
        .harness
        .get_all_by_role_and_label(Role::Cell, cell)
        .next()
        .expect("a cell")
        .rect()
        .center();
    for pressed in [true, false] {
        window.harness.event(Event::PointerMoved(at));
        window.harness.event(Event::PointerButton {
            pos: at,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    window.harness.run();
}

fn has_keyboard(node: &AccessKitNode<'_>) -> bool {
    node.is_focused()
}

/// Clicks the one widget with this role and accessible name.
#[track_caller]
fn click_of(window: &mut Window, role: Role, label: &str) {
    window.harness.get_by_role_and_label(role, label).click();
    window.harness.run();
}

fn send(window: &mut Window, event: Event) {
    window.harness.event(event);
    window.harness.run();
}

fn write(window: &mut Window, text: &str) {
    send(window, Event::Text(text.to_owned()));
}

fn press(window: &mut Window, key: Key) {
    window.press(Modifiers::NONE, key);
}

fn press_shift(window: &mut Window, key: Key) {
    window.press(Modifiers::SHIFT, key);
}

/// What is copied in the next frames.
fn copied(window: &mut Window) -> String {
    for _ in 0..4 {
        let commands = window.harness.output().platform_output.commands.iter();
        let mut texts = commands.filter_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        // The clipboard holds the last one.
        if let Some(text) = texts.next_back() {
            return text;
        }
        window.harness.step();
    }
    panic!("nothing was copied");
}

#[test]
fn a_number_is_typed_over_a_cell_and_is_one_step_to_undo() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Endpoints, Ward VDI, 120");
    write(&mut window, "2");
    write(&mut window, "5");
    // The plan follows every key.
    assert_eq!(answer(&window, 1, Field::Endpoints), Answer::Count(25));
    press(&mut window, Key::Enter);
    assert!(window.shows("Endpoints, Ward VDI, 25"));
    // Enter went down: the next letters are for the next group.
    write(&mut window, "7");
    press(&mut window, Key::Tab);
    assert_eq!(answer(&window, 2, Field::Endpoints), Answer::Count(7));
    window.ctrl(Key::Z);
    assert_eq!(answer(&window, 2, Field::Endpoints), Answer::Count(180));
    window.ctrl(Key::Z);
    assert_eq!(answer(&window, 1, Field::Endpoints), Answer::Count(120));
    assert!(!window.app().is_unsaved());
}

#[test]
fn an_editor_that_opens_loses_no_letter_and_tab_goes_to_the_next_cell() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward PCs, Ward PCs");
    for letter in ["W", "i", "n", "g"] {
        window.harness.event(Event::Text(letter.to_owned()));
        // One frame only: the editor has not settled yet.
        window.harness.step();
    }
    window.harness.run();
    assert_eq!(names(&window)[0], "Wing");
    press(&mut window, Key::Escape);
    window.harness.key_press(Key::F2);
    window.harness.step();
    write(&mut window, "2");
    assert_eq!(names(&window)[0], "Ward PCs2", "F2 keeps what is there");
    press(&mut window, Key::Tab);
    let focused = window.harness.query_all_by(has_keyboard);
    let labels: Vec<_> = focused
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(
        labels,
        ["System and edition, Ward PCs2, Windows 7 Professional"]
    );
}

#[test]
fn what_is_typed_faster_than_frames_are_drawn_is_not_lost() {
    let typed = || {
        let key = |key| Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        let text = |text: &str| Event::Text(text.to_owned());
        [
            key(Key::Num1),
            text("1"),
            key(Key::Num7),
            text("7"),
            key(Key::Num0),
            text("0"),
            key(Key::Enter),
        ]
    };
    // All at once, and with frames drawn after some of the events.
    for frame_after in [[7, 7], [1, 2], [2, 7], [2, 4]] {
        let mut window = sample("mixed-estate.esu");
        go(&mut window, "Endpoints, Ward VDI, 120");
        for (at, event) in typed().into_iter().enumerate() {
            window.harness.event(event);
            if frame_after.contains(&(at + 1)) {
                window.harness.step();
            }
        }
        window.harness.run();
        assert!(
            window.shows("Endpoints, Ward VDI, 170"),
            "{frame_after:?}: {:?}",
            answer(&window, 1, Field::Endpoints)
        );
    }
}

#[test]
fn escape_brings_back_what_was_there_and_leaves_nothing_to_undo() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward PCs, Ward PCs");
    press(&mut window, Key::F2);
    write(&mut window, " 2");
    assert_eq!(names(&window)[0], "Ward PCs 2");
    press(&mut window, Key::Escape);
    assert_eq!(names(&window)[0], "Ward PCs");
    assert!(!window.app().is_unsaved());
}

#[test]
fn what_a_cell_cannot_take_is_said_and_kept() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Leaves on, Ward PCs, 30 Jun 2022");
    write(&mut window, "2022-02-30");
    assert!(window.says("There is no such day in the calendar"));
    press(&mut window, Key::Enter);
    assert!(window.says("There is no such day in the calendar"));
    let before: chrono::NaiveDate = "2022-06-30".parse().unwrap();
    assert_eq!(answer(&window, 0, Field::LeavesOn), Answer::Date(before));
    go(&mut window, "Group, Kiosks, Kiosks");
    assert!(window.says("Leaves on, Ward PCs, 2022-02-30"));
}

#[test]
fn a_system_is_chosen_by_typing_and_one_undo_takes_it_back() {
    let mut window = sample("mixed-estate.esu");
    go(
        &mut window,
        "System and edition, Ward PCs, Windows 7 Professional",
    );
    write(&mut window, "win 7 ultx");
    assert!(window.says("Nothing matches"));
    press(&mut window, Key::Enter);
    assert!(window.says("Nothing matches"), "it stays");
    press(&mut window, Key::Backspace);
    press(&mut window, Key::Enter);
    assert_eq!(
        answer(&window, 0, Field::Edition),
        Answer::One("ultimate".into())
    );
    go(
        &mut window,
        "System and edition, Ward PCs, Windows 7 Ultimate",
    );
    press(&mut window, Key::Delete);
    assert_eq!(answer(&window, 0, Field::Product), Answer::Unknown);
    window.ctrl(Key::Z);
    assert_eq!(
        answer(&window, 0, Field::Edition),
        Answer::One("ultimate".into())
    );
    window.ctrl(Key::Z);
    assert_eq!(
        answer(&window, 0, Field::Edition),
        Answer::One("professional".into())
    );
}

#[test]
fn the_keyboard_goes_from_cell_to_cell_and_out_of_the_table() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Leaves on, Ward PCs, 30 Jun 2022");
    let focused = |window: &Window| {
        let nodes = window.harness.query_all_by(has_keyboard);
        let labels: Vec<_> = nodes.filter_map(|n| n.accesskit_node().label()).collect();
        labels.join("|")
    };
    assert_eq!(focused(&window), "Leaves on, Ward PCs, 30 Jun 2022");
    press(&mut window, Key::Tab);
    assert_eq!(focused(&window), "Verdict, Ward PCs, Buy");
    press_shift(&mut window, Key::Tab);
    assert_eq!(focused(&window), "Leaves on, Ward PCs, 30 Jun 2022");
    press(&mut window, Key::ArrowDown);
    assert_eq!(focused(&window), "Leaves on, Ward VDI, unknown");
    press(&mut window, Key::ArrowRight);
    press(&mut window, Key::Tab);
    let after = focused(&window);
    assert!(
        !after.is_empty() && !after.contains("Ward VDI, Buy"),
        "{after}"
    );
    assert!(!after.starts_with("Verdict"), "{after}");
}

#[test]
fn a_head_sorts_up_down_and_back_and_an_edited_row_stays() {
    let mut window = sample("mixed-estate.esu");
    let document = [
        "Ward PCs",
        "Ward VDI",
        "Reception",
        "Kiosks",
        "Radiology",
        "Archive",
    ];
    assert_eq!(shown(&window), document);
    let head = |window: &mut Window| click_of(window, Role::ColumnHeader, "Endpoints");
    head(&mut window);
    let up = [
        "Archive",
        "Radiology",
        "Kiosks",
        "Ward VDI",
        "Ward PCs",
        "Reception",
    ];
    assert_eq!(shown(&window), up);
    go(&mut window, "Endpoints, Archive, 10");
    write(&mut window, "999");
    press(&mut window, Key::Enter);
    assert_eq!(shown(&window), up, "it does not jump away");
    head(&mut window);
    assert_eq!(shown(&window)[0], "Archive");
    head(&mut window);
    assert_eq!(shown(&window), document);
}

#[test]
fn groups_are_filtered_without_diacritics_and_only_those_shown_are_ticked() {
    let mut window = sample("mixed-estate.esu");
    window.fill("Filter groups", "WARD");
    assert_eq!(shown(&window), ["Ward PCs", "Ward VDI"]);
    assert!(window.says("2 of 6 shown"));
    window.click("Tick all groups");
    assert!(window.says("2 of 6 ticked"));
    window.fill("Filter groups", " ");
    window.click("Remove 2 ticked groups");
    assert_eq!(
        names(&window),
        ["Reception", "Kiosks", "Radiology", "Archive"]
    );
    window.ctrl(Key::Z);
    assert_eq!(names(&window).len(), 6, "one step");
}

#[test]
fn groups_are_ticked_and_moved_by_keys() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward VDI, Ward VDI");
    press_shift(&mut window, Key::ArrowDown);
    assert!(window.says("2 of 6 ticked"));
    let up = Modifiers::COMMAND | Modifiers::SHIFT;
    window.press(up, Key::ArrowUp);
    let moved = [
        "Ward VDI",
        "Reception",
        "Ward PCs",
        "Kiosks",
        "Radiology",
        "Archive",
    ];
    assert_eq!(names(&window), moved);
    press_shift(&mut window, Key::ArrowUp);
    window.ctrl(Key::Z);
    assert_eq!(names(&window)[0], "Ward PCs", "one step");
    window.ctrl(Key::A);
    assert!(window.says("6 of 6 ticked"));
    press(&mut window, Key::Space);
    assert!(window.says("5 of 6 ticked"));
}

#[test]
fn ticks_do_not_pass_to_other_groups_when_a_move_is_taken_back_or_made_again() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward VDI, Ward VDI");
    press(&mut window, Key::Space);
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(names(&window)[0], "Ward VDI");
    assert!(window.says("1 of 6 ticked"), "the tick went with the group");
    press(&mut window, Key::ArrowDown);
    assert!(
        window.shows("Remove the ticked group"),
        "not the chosen one"
    );
    window.ctrl(Key::Z);
    assert_eq!(names(&window)[0], "Ward PCs");
    assert!(!window.says("of 6 ticked"));
    press(&mut window, Key::Space);
    assert!(window.says("1 of 6 ticked"));
    window.ctrl(Key::Y);
    assert_eq!(names(&window)[0], "Ward VDI");
    assert!(!window.says("of 6 ticked"));
}

#[test]
fn several_groups_are_changed_in_one_step() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward PCs, Ward PCs");
    press_shift(&mut window, Key::ArrowDown);
    press_shift(&mut window, Key::ArrowDown);
    window.click("Change 3 groups");
    click_of(&mut window, Role::ComboBox, "New answer");
    click_of(&mut window, Role::ListBoxOption, "Azure virtual machines");
    window.click("Apply");
    for group in 0..3 {
        assert_eq!(
            answer(&window, group, Field::Hosting),
            Answer::One("azure-vm".into())
        );
    }
    window.ctrl(Key::Z);
    assert!(!window.app().is_unsaved());
}

#[test]
fn copied_groups_paste_back_as_they_were_in_both_languages() {
    for (name, text) in assets::samples() {
        let loaded = load(name, text.as_bytes()).expect("a sample");
        let groups = &loaded.document.profile.groups;
        for language in [Language::English, Language::Polish] {
            let copy = groups_as_tsv(language, catalogue(), groups);
            let sheet = Sheet::of(&copy, Separator::of(&copy));
            assert!(groups.is_empty() || has_heads(&sheet), "{name}");
            let columns = guess_columns(catalogue(), language, &sheet, true);
            // The other language reads it as well.
            for reader in [Language::English, Language::Polish] {
                let reading = read_groups(catalogue(), reader, &sheet, &columns, true);
                assert_eq!(reading.troubles, [], "{name}\n{copy}");
                assert_eq!(&reading.groups, groups, "{name}\n{copy}");
            }
        }
    }
}

#[test]
fn rows_are_pasted_through_a_preview_in_one_step() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward PCs, Ward PCs");
    let rows = "Nazwa\tSystem operacyjny\tLiczba komputerów\tData wymiany\n\
                Księgowość\tWin 7 Pro\t1 234\t30.06.2022\n\
                Łódź\tWin 7 Ent\tdwa\t6/7/2022\n";
    send(&mut window, Event::Paste(rows.to_owned()));
    assert!(window.says("2 rows found"));
    assert!(window.says("2 cells were not understood"));
    assert!(window.says("Row 3, Endpoints: “dwa”. Write a whole number"));
    assert!(window.says("It may be 2022-06-07 or 2022-07-06"));
    assert_eq!(names(&window).len(), 6, "nothing is changed yet");
    window.click("Add 2 groups");
    assert_eq!(names(&window).len(), 8);
    assert_eq!(answer(&window, 6, Field::Endpoints), Answer::Count(1234));
    assert_eq!(
        answer(&window, 6, Field::Edition),
        Answer::One("professional".into())
    );
    assert_eq!(answer(&window, 7, Field::Endpoints), Answer::Unknown);
    window.ctrl(Key::Z);
    assert!(!window.app().is_unsaved());
}

/// An inventory as people keep it, with a row of sums.
const INVENTORY: &str = "\
Dept / Location\tOS Name\tOS version\tQty.\t# Cores (total)\tVirtual?\tJoin type\tRetire by\tPatch ring\tComments
Ward A\tMicrosoft Windows 10 Pro\t22H2\t120\t\tNo\tHybrid\t30/06/2027\t1\t
Ward B\tWin10 Enterprise\t10.0.19045\t1,040\t\tPhysical\tAAD\tQ3 2027\t1\tlaptops
Ward C\tWindows 10 Pro\t21H2\t20\t\tNo\tAD\t\t1\t
HV01-HV04\tWindows Server 2016 Datacenter\t\t4\t128\tNo\tAD\t31.12.2028\t2\t
APP\tWS2016 Std\t\t6\t50\tVMware\tAD\t\t2\t
Total\t\t\t1190\t178\t\t\t\t\t
";

#[test]
fn an_inventory_is_taken_without_its_sum_and_says_what_it_leaves_out() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward PCs, Ward PCs");
    send(&mut window, Event::Paste(INVENTORY.to_owned()));
    assert!(window.says("5 rows found."));
    assert!(window.says("One column is left out: Patch ring."));
    assert!(window.says("“OS version” tells the versions of Windows 10 apart."));
    assert!(window.says("“# Cores (total)” is shared equally by the endpoints of each row."));
    assert!(window.says("Row 7 sums up the others and is left out: Total 1190 178"));
    assert!(window.says("2 cells were not understood"));
    assert!(window.says("Row 3, Leaves on: “Q3 2027”."));
    assert!(window.says("Row 6, Cores each: “50”. A total of 50"));
    window.click("In place of all groups");
    window.click("Replace all groups with these 5");
    let all = ["Ward A", "Ward B", "Ward C", "HV01-HV04", "APP"];
    assert_eq!(names(&window), all);
    let counts = profile(&window).groups.iter().map(|g| g.endpoint_count);
    assert_eq!(counts.flatten().sum::<u32>(), 1190);
    let one = |id: &str| Answer::One(id.into());
    for (group, field, expected) in [
        (0, Field::Product, one("windows-10-22h2")),
        (0, Field::Edition, one("pro")),
        (0, Field::Hosting, one("physical")),
        (0, Field::Join, one("hybrid")),
        (2, Field::Product, one("windows-10-older-version")),
        (3, Field::Cores, Answer::Count(32)),
        (4, Field::Hosting, one("on-premises-vm")),
        (4, Field::Cores, Answer::Unknown),
    ] {
        assert_eq!(answer(&window, group, field), expected, "{group} {field:?}");
    }
}

#[test]
fn sums_are_told_from_groups_in_both_languages() {
    for (rows, sums) in [
        ("Nazwa;Ilość sztuk\nKasy;60\nBiuro;40\nRazem;100\n", vec![3]),
        (
            "Nazwa;System operacyjny;Ilość sztuk\nKasy;Win 7 Pro;60\nSUMA:;;60\n",
            vec![2],
        ),
        (
            "Name;OS;Qty\nTills;Win 7 Pro;60\nGrand total: 60;;\n",
            vec![2],
        ),
        (
            "Name;OS;Qty\nTills;Win 7 Pro;60\nDesks;Win 7 Pro;40\n;;100\n",
            vec![3],
        ),
        // Another number without a name, and a group that is only called so, are no sums.
        (
            "Name;OS;Qty\nTills;Win 7 Pro;60\nDesks;Win 7 Pro;40\n;;7\n",
            vec![],
        ),
        ("Name;OS;Qty\nTotal;Win 7 Pro;60\nTotal Gas;;40\n", vec![]),
    ] {
        let sheet = Sheet::of(rows, Separator::of(rows));
        assert!(has_heads(&sheet), "{rows}");
        let columns = guess_columns(catalogue(), Language::Polish, &sheet, true);
        assert!(columns.iter().all(Option::is_some), "{rows}");
        let reading = read_groups(catalogue(), Language::Polish, &sheet, &columns, true);
        assert_eq!(reading.sums, sums, "{rows}");
        assert_eq!(reading.groups.len() + sums.len() + 1, sheet.rows.len());
    }
}

#[test]
fn a_first_row_of_groups_names_no_columns() {
    for rows in [
        "Ward A\tWindows 10 Pro\t120\n",
        "Computers\tWindows\t120\nLab\tWindows 7\t3\n",
    ] {
        let sheet = Sheet::of(rows, Separator::of(rows));
        let is_first = |row: &str| rows.starts_with(row);
        assert_eq!(has_heads(&sheet), is_first("Computers"), "{rows}");
    }
}

#[test]
fn rows_with_doubts_can_be_left_out_and_columns_told() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward PCs, Ward PCs");
    let rows = "Kto\tIle\nA\t5\nB\tx\n";
    send(&mut window, Event::Paste(rows.to_owned()));
    window.click("The first row names the columns");
    window.click("Kto holds");
    click_of(&mut window, Role::ListBoxOption, "Group name");
    window.click("Ile holds");
    click_of(&mut window, Role::ListBoxOption, "Endpoints");
    window.click("Leave these rows out");
    window.click("In place of all groups");
    window.click("Replace all groups with this one");
    assert_eq!(names(&window), ["A"]);
    assert_eq!(answer(&window, 0, Field::Endpoints), Answer::Count(5));
}

#[test]
fn a_file_of_polish_excel_is_imported() {
    let mut window = sample("mixed-estate.esu");
    // Łódź in Windows-1250, separated by semicolons.
    let bytes = b"Nazwa;Ilo\x9c\xe6\r\n\xa3\xf3d\x9f;12\r\n";
    window.put_file("/data/groups.csv", bytes);
    window.will_pick([picked("/data/groups.csv")]);
    window.click("Import…");
    assert!(window.says("Rows from groups.csv"));
    assert!(window.says("Every cell of the columns kept was understood"));
    window.click("Add one group");
    assert_eq!(names(&window).last(), Some(&"Łódź"));
    assert_eq!(answer(&window, 6, Field::Endpoints), Answer::Count(12));
}

#[test]
fn a_row_of_any_table_and_a_whole_table_are_copied() {
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward VDI, Ward VDI");
    window.harness.event(Event::Copy);
    window.harness.step();
    let text = copied(&mut window);
    assert!(text.starts_with("Group name\tSystem\t"), "{text}");
    assert_eq!(text.lines().count(), 2, "{text}");
    assert!(
        text.contains("\nWard VDI\tWindows 7\tEnterprise\t"),
        "{text}"
    );
    window.ctrl(Key::Num3);
    let button = "Copy the table “Ledger” for a spreadsheet";
    window.harness.get_by_label(button).scroll_to_me();
    window.harness.run();
    window.harness.get_by_label(button).click();
    window.harness.step();
    let text = copied(&mut window);
    let lines: Vec<&str> = text.lines().collect();
    assert_eq!(lines.len(), 7, "{text}");
    for line in &lines {
        assert_eq!(line.split('\t').count(), 5, "{text}");
    }
    assert!(text.contains("Ward PCs\t170\tBuy\t"), "{text}");
}

#[test]
fn the_plan_stays_in_sight_in_a_narrow_window() {
    let mut window = Window::with(Language::English, egui::Vec2::new(900.0, 700.0));
    open(&mut window, &sample_text("mixed-estate.esu"));
    let line = |window: &Window| {
        let buttons = window.harness.query_all_by_role(Role::Button);
        let mut tops = buttons.filter_map(|node| {
            let node = node.accesskit_node();
            let is_line = node.label()? == "Plan so far";
            is_line.then(|| node.bounding_box().map(|place| place.y1))?
        });
        tops.next()
    };
    assert!(line(&window).is_some_and(|bottom| bottom < 700.0));
    click_of(&mut window, Role::Button, "Plan so far");
    assert!(line(&window).is_none(), "the plan itself is shown");
}

#[test]
fn what_is_unknown_or_contradictory_is_reached_by_a_click() {
    let mut window = sample("mixed-estate.esu");
    assert!(window.says("The FAQ promises best-effort help"));
    window.click("1 disputed point");
    let focused = window.harness.get_by(has_keyboard);
    let label = focused.accesskit_node().label();
    assert!(label.is_some_and(|label| label.starts_with("Support contracts")));
}

#[test]
fn a_choice_lists_what_the_groups_own_programme_tells_apart() {
    let offered = |product| catalogue().offered(Field::Usage, Some(product));
    assert_eq!(offered("windows-10-22h2"), ["production", "kiosk"]);
    let sql = offered("sql-server-2016");
    assert_eq!(sql, ["production", "dev-test", "passive-replica"]);
    let channels = catalogue().offered(Field::OwnedChannel, Some("windows-7"));
    assert_eq!(channels, ["volume-licensing", "csp", "oem"]);
}

#[test]
fn ten_thousand_groups_are_pasted_sorted_and_walked_through() {
    let mut document = Document::default();
    for index in 0..10_000u32 {
        document.profile.groups.push(Arc::new(EndpointGroup {
            name: format!("Group {index}"),
            product: Some("windows-7".into()),
            edition: Some("professional".into()),
            endpoint_count: Some(1 + (index * 7919) % 900),
            ..EndpointGroup::default()
        }));
    }
    let copy = groups_as_tsv(Language::Polish, catalogue(), &document.profile.groups);
    let mut window = sample("mixed-estate.esu");
    go(&mut window, "Group, Ward PCs, Ward PCs");
    send(&mut window, Event::Paste(copy));
    window.click("In place of all groups");
    window.click("Replace all groups with these 10,000");
    assert_eq!(profile(&window).groups, document.profile.groups);
    go(&mut window, "Group, Group 0, Group 0");
    press(&mut window, Key::End);
    assert!(window.shows("Group name, Group 9999"));
    assert!(window.shows("Group, Group 9999, Group 9999"));
    let rows = window.harness.query_all_by_role(Role::Row).count();
    assert!(rows < 60, "{rows}");
    assert!(to_text(window.app().document()).contains("Group 9999"));
}
