//! Plans of many profiles as a script makes them: what is written, said and ended with.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A folder with a sub-folder `in` to put profiles into; the program is called from there.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("in")).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn put(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn call(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_esu-planner"))
            .args(arguments)
            .current_dir(self.folder.path())
            .output()
            .unwrap()
    }

    /// The lines on standard output and on standard error.
    #[track_caller]
    fn ends(&self, arguments: &[&str], code: i32) -> (Vec<String>, Vec<String>) {
        let output = self.call(arguments);
        let lines = |bytes| {
            let text = String::from_utf8(bytes).unwrap();
            text.lines().map(str::to_owned).collect::<Vec<_>>()
        };
        let (out, err) = (lines(output.stdout), lines(output.stderr));
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {err:?}");
        (out, err)
    }

    /// All files of a folder, by their paths in it.
    fn files(&self, name: &str) -> BTreeMap<String, String> {
        let root = self.path(name);
        let mut found = BTreeMap::new();
        collect(&root, &root, &mut found);
        found
    }

    fn names(&self, name: &str) -> Vec<String> {
        self.files(name).into_keys().collect()
    }
}

fn collect(root: &Path, folder: &Path, found: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, found);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            let text = fs::read_to_string(&path).unwrap();
            found.insert(name.replace('\\', "/"), text);
        }
    }
}

fn sample(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    fs::read_to_string(path.join(name)).unwrap()
}

/// The late buyer of 25 endpoints under another name: three order lines and no open decision.
fn customer(name: &str) -> String {
    let text = sample("late-buyer-year-3.esu");
    let named = text.replace("Hurtownia (przykład)", name);
    assert_ne!(named, text);
    named
}

/// The cells of a table without quotation marks in its cells.
fn rows(table: &str, separator: char) -> Vec<Vec<&str>> {
    let lines = table
        .strip_prefix('\u{feff}')
        .unwrap()
        .split_terminator("\r\n");
    lines.map(|line| line.split(separator).collect()).collect()
}

#[test]
fn a_bad_profile_is_named_at_the_end_and_stops_nobody() {
    let place = Place::new();
    place.put("in/a.esu", &customer("Alfa"));
    place.put(
        "in/b.esu",
        "EsuProfile(format: \"esu-profile\", version: 9)",
    );
    place.put("in/c.esu", &sample("mixed-estate.esu"));
    place.put("in/d.esu", &customer("Delta"));
    place.put("in/readme.txt", "no profile");
    let (out, err) = place.ends(&["plan", "in", "-o", "out", "--format", "markdown"], 2);
    assert_eq!(err.len(), 1, "{err:?}");
    assert!(
        err[0].contains("b.esu: was saved by a newer version"),
        "{err:?}"
    );
    assert_eq!(out.len(), 1, "{out:?}");
    assert!(
        out[0]
            .starts_with("Profiles: 4; planned: 3, of these with open decisions: 1; unusable: 1."),
        "{out:?}"
    );
    assert_eq!(place.names("out"), ["a.md", "c.md", "d.md", "overview.csv"]);
    let single = place.call(&["plan", "in/c.esu", "--format", "markdown"]);
    assert_eq!(
        place.files("out")["c.md"],
        String::from_utf8(single.stdout).unwrap()
    );
}

#[test]
fn the_table_has_every_line_once_and_counts_endpoints_once() {
    let place = Place::new();
    place.put("in/mixed.esu", &sample("mixed-estate.esu"));
    place.put("in/late.esu", &customer("Alfa"));
    place.put("in/several.esu", &sample("mixed-estate-2026.esu"));
    let arguments = ["plan", "in/mixed.esu", "in/late.esu", "in/several.esu"];
    let (out, _) = place.ends(&[&arguments[..], &["--format", "json"]].concat(), 0);
    assert!(out[0].ends_with(&format!(
        "{}",
        Path::new("esu-plans").join("overview.csv").display()
    )));
    let files = place.files("esu-plans");
    let overview: Value = serde_json::from_str(&files["overview.json"]).unwrap();
    assert_eq!(overview["format"], "esu-overview");
    assert_eq!(overview["version"], 1);
    let mut lines = 0;
    let mut uncovered = 0;
    for (profile, name) in overview["profiles"]
        .as_array()
        .unwrap()
        .iter()
        .zip(["mixed", "late", "several"])
    {
        assert_eq!(profile["plan"], format!("{name}.json"));
        let plan: Value = serde_json::from_str(&files[&format!("{name}.json")]).unwrap();
        assert_eq!(profile["customer"], plan["organisation"]);
        assert_eq!(profile["endpoints"], plan["endpoints"]);
        let (orders, planned) = (
            profile["orders"].as_array().unwrap(),
            plan["orders"].as_array().unwrap(),
        );
        assert_eq!(orders.len(), planned.len());
        for (order, planned) in orders.iter().zip(planned) {
            for field in ["sku", "quantity", "total", "when", "unit", "programme"] {
                assert_eq!(order[field], planned[field], "{field}");
            }
        }
        let programmes = profile["programmes"].as_array().unwrap();
        lines += orders.len();
        // A programme without orders has a row too.
        lines += programmes
            .iter()
            .filter(|programme| {
                let mut of_it = orders.iter().filter(|o| o["programme"] == programme["id"]);
                of_it.next().is_none()
            })
            .count();
        let missing: u64 = plan["exposure"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|part| part["since"].as_str() < plan["as_of"].as_str())
            .map(|part| part["endpoints"].as_u64().unwrap())
            .sum();
        assert_eq!(profile["uncovered_endpoints"], missing, "{name}");
        uncovered += missing;
    }
    assert_eq!(overview["summary"]["uncovered_endpoints"], uncovered);
    assert_eq!(
        overview["summary"]["endpoints"].as_u64().unwrap(),
        540 + 25 + 456
    );
    let (heads, rows) = {
        let mut reader = csv::ReaderBuilder::new().from_reader(
            files["overview.csv"]
                .trim_start_matches('\u{feff}')
                .as_bytes(),
        );
        let heads = reader.headers().unwrap().clone();
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        (heads, rows)
    };
    assert_eq!(rows.len(), lines);
    let sum = |head: &str| -> u64 {
        let column = heads.iter().position(|known| known == head).unwrap();
        let cells = rows.iter().filter(|row| !row[column].is_empty());
        cells.map(|row| row[column].parse::<u64>().unwrap()).sum()
    };
    assert_eq!(sum("Endpoints in the programme"), 540 + 25 + 456);
    assert_eq!(sum("Uncovered endpoints in the programme"), uncovered);
    assert_eq!(
        overview["profiles"][0]["uncovered_endpoints"], 360,
        "all but the 180 that Azure covers"
    );
}

#[test]
fn estimates_that_nobody_confirmed_stand_apart() {
    let place = Place::new();
    place.put("in/sql.esu", &sample("mixed-estate-2026.esu"));
    place.ends(&["plan", "in", "-o", "out", "--format", "none"], 0);
    assert_eq!(place.names("out"), ["overview.csv"]);
    let files = place.files("out");
    let mut reader = csv::ReaderBuilder::new().from_reader(
        files["overview.csv"]
            .trim_start_matches('\u{feff}')
            .as_bytes(),
    );
    let heads = reader.headers().unwrap().clone();
    let column = |head: &str| heads.iter().position(|known| known == head).unwrap();
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let sql = rows
        .iter()
        .find(|row| row[column("SKU")].starts_with("SQL Server 2016 ESU Year 1"))
        .unwrap();
    assert_eq!(&sql[column("Amount")], "");
    assert_eq!(&sql[column("Unit price")], "");
    assert_eq!(&sql[column("Unconfirmed estimate")], "26824.00");
    assert_eq!(&sql[column("Currency")], "USD");
    assert_eq!(&sql[column("Unit")], "pack of 2 cores");
}

#[test]
fn folders_are_walked_in_one_order_and_keep_their_shape() {
    let place = Place::new();
    for name in ["in/b/x.esu", "in/a/x.esu", "in/a/y.ESU", "in/z.esu"] {
        place.put(name, &customer(name));
    }
    place.put("in/.hidden/x.esu", "not looked at");
    place.put("in/a/.x.esu", "not looked at");
    place.ends(&["plan", "in", "-o", "out"], 0);
    let expected = ["a/x.txt", "a/y.txt", "b/x.txt", "overview.csv", "z.txt"];
    assert_eq!(place.names("out"), expected);
    let files = place.files("out");
    let rows = rows(&files["overview.csv"], ',');
    let mut customers: Vec<&str> = rows[1..].iter().map(|row| row[0]).collect();
    customers.dedup();
    let expected = ["in/a/x.esu", "in/a/y.ESU", "in/b/x.esu", "in/z.esu"];
    assert_eq!(customers, expected);
    let (out, _) = place.ends(&["check", "in"], 0);
    let heads: Vec<&String> = out.iter().filter(|line| !line.starts_with(' ')).collect();
    assert_eq!(heads.len(), 4, "{heads:?}");
    assert!(
        heads[0].contains("x.esu: 1 group, 25 endpoints"),
        "{heads:?}"
    );
}

#[cfg(unix)]
#[test]
fn links_are_followed_and_loops_end() {
    use std::os::unix::fs::symlink;
    let place = Place::new();
    place.put("in/a/x.esu", &customer("Alfa"));
    place.put("elsewhere/y.esu", &customer("Beta"));
    symlink("..", place.path("in/a/up")).unwrap();
    symlink("../elsewhere", place.path("in/other")).unwrap();
    symlink("x.esu", place.path("in/a/z.esu")).unwrap();
    symlink("nowhere", place.path("in/lost.esu")).unwrap();
    let (out, err) = place.ends(&["plan", "in", "in/a/x.esu", "-o", "out"], 2);
    assert_eq!(err.len(), 1, "{err:?}");
    assert!(err[0].contains("lost.esu: can't be read"), "{err:?}");
    assert!(out[0].starts_with("Profiles: 3; planned: 2"), "{out:?}");
    assert_eq!(
        place.names("out"),
        ["a/x.txt", "other/y.txt", "overview.csv"]
    );
}

#[test]
fn profiles_of_one_name_get_plans_of_their_own() {
    let place = Place::new();
    place.put("north/site.esu", &customer("North"));
    place.put("south/site.esu", &customer("South"));
    place.put("south/site-2.esu", &customer("Second"));
    place.put("south/overview.esu", &customer("Overview"));
    let arguments = ["plan", "north", "south", "--format", "json", "-o", "out"];
    place.ends(&arguments, 0);
    let organisations: BTreeMap<String, Value> = place
        .files("out")
        .into_iter()
        .filter(|(name, _)| name.starts_with("site") || name == "overview-2.json")
        .map(|(name, text)| {
            let plan: Value = serde_json::from_str(&text).unwrap();
            (name, plan["organisation"].clone())
        })
        .collect();
    let expected = [
        ("overview-2.json", "Overview"),
        ("site-2.json", "Second"),
        ("site-3.json", "South"),
        ("site.json", "North"),
    ];
    assert_eq!(
        organisations,
        expected
            .map(|(name, text)| (name.to_owned(), text.into()))
            .into()
    );
}

#[test]
fn nothing_is_written_outside_the_folder() {
    let place = Place::new();
    place.put("far/away/x.esu", &customer("Alfa"));
    place.put("far/y.esu", &customer("Beta"));
    fs::create_dir(place.path("here")).unwrap();
    let program = Command::new(env!("CARGO_BIN_EXE_esu-planner"))
        .args([
            "plan",
            "../far/away/../away/x.esu",
            "../far/./y.esu",
            "../far",
        ])
        .current_dir(place.path("here"))
        .output()
        .unwrap();
    assert_eq!(program.status.code(), Some(0));
    assert_eq!(
        place.names("."),
        [
            "far/away/x.esu",
            "far/y.esu",
            "here/esu-plans/overview.csv",
            "here/esu-plans/x.txt",
            "here/esu-plans/y.txt",
        ]
    );
}

#[test]
fn a_name_that_looks_like_a_formula_is_text() {
    let place = Place::new();
    place.put("in/=cmd.esu", &customer("=HYPERLINK(1)"));
    place.put("in/@b.esu", &customer("+48 22; 000"));
    place.ends(&["plan", "=cmd.esu", "@b.esu", "--format", "none"], 2);
    let output = Command::new(env!("CARGO_BIN_EXE_esu-planner"))
        .args(["plan", "=cmd.esu", "@b.esu", "-o", "out", "--lang", "pl"])
        .current_dir(place.path("in"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0));
    let files = place.files("in/out");
    let table = &files["overview.csv"];
    assert!(table.starts_with("\u{feff}Klient;Plik;"), "{table}");
    assert!(
        table.contains("\r\n'=HYPERLINK(1);'=cmd.esu;'=cmd.txt;"),
        "{table}"
    );
    assert!(
        table.contains("\r\n\"'+48 22; 000\";'@b.esu;'@b.txt;"),
        "{table}"
    );
    assert!(table.contains(";1250,00;USD;"), "{table}");
}

#[test]
fn strict_counts_open_decisions_unless_something_is_worse() {
    let place = Place::new();
    place.put("in/late.esu", &customer("Alfa"));
    place.ends(&["plan", "in", "--strict"], 0);
    place.put("in/mixed.esu", &sample("mixed-estate.esu"));
    place.ends(&["plan", "in"], 0);
    place.ends(&["plan", "in", "--strict"], 1);
    place.put("in/bad.esu", "");
    place.ends(&["plan", "in", "--strict"], 2);
    place.ends(&["check", "in"], 2);
}

#[test]
fn any_number_of_jobs_writes_the_same_bytes() {
    let place = Place::new();
    for number in 0..60 {
        let text = match number % 3 {
            0 => sample("mixed-estate.esu"),
            1 => customer(&format!("Customer {number}")),
            _ => "broken".to_owned(),
        };
        place.put(&format!("in/{}/{number}.esu", number % 7), &text);
    }
    let run = |jobs: &str, out: &str| {
        let arguments = ["plan", "in", "--format", "json", "--jobs", jobs, "-o", out];
        place.ends(&arguments, 2).1
    };
    let (one, two, many) = (run("1", "one"), run("2", "two"), run("9", "many"));
    assert_eq!(one.len(), 20);
    assert_eq!(one, two);
    assert_eq!(one, many);
    let files = place.files("one");
    assert_eq!(files.len(), 42);
    assert!(files == place.files("two") && files == place.files("many"));
    let check = |jobs: &str| place.ends(&["check", "in", "--jobs", jobs], 2);
    assert_eq!(check("1"), check("4"));
}

#[test]
fn a_folder_that_can_not_be_written_is_told_at_once() {
    let place = Place::new();
    place.put("in/a.esu", &customer("Alfa"));
    place.put("file", "in the way");
    for out in ["file", "file/below"] {
        let (said, err) = place.ends(&["plan", "in", "-o", out], 2);
        assert!(said.is_empty(), "{said:?}");
        assert_eq!(err.len(), 1, "{err:?}");
        assert!(err[0].contains("can't be written"), "{err:?}");
    }
    assert_eq!(place.names("."), ["file", "in/a.esu"]);
    let (_, err) = place.ends(&["plan", "in", "-o", "-"], 2);
    assert!(err[0].contains("need a folder"), "{err:?}");
}

#[test]
fn one_plan_that_can_not_be_written_stops_nobody_and_nothing_is_left() {
    let place = Place::new();
    for name in ["a", "b", "c"] {
        place.put(&format!("in/{name}.esu"), &customer(name));
    }
    fs::create_dir_all(place.path("out/b.txt")).unwrap();
    let (_, err) = place.ends(&["plan", "in", "-o", "out"], 2);
    assert_eq!(err.len(), 1, "{err:?}");
    assert!(
        err[0].contains("b.esu: ") && err[0].contains("it is a directory"),
        "{err:?}"
    );
    assert_eq!(place.names("out"), ["a.txt", "c.txt", "overview.csv"]);
}

#[test]
fn names_in_any_script_are_kept() {
    let place = Place::new();
    place.put("in/Łódź ąę/Żółć 日本.esu", &customer("Żółć"));
    place.put("in/Łódź ąę/two\u{20}words.esu", &customer("Two"));
    place.ends(&["plan", "in", "-o", "wyniki ó"], 0);
    assert_eq!(
        place.names("wyniki ó"),
        [
            "overview.csv",
            "Łódź ąę/two words.txt",
            "Łódź ąę/Żółć 日本.txt"
        ]
    );
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_no_text_or_no_line_is_planned_and_told_on_one_line() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let place = Place::new();
    fs::write(
        place.path("in").join(OsStr::from_bytes(b"b\xb3\xf3d.esu")),
        customer("Latin"),
    )
    .unwrap();
    place.put("in/two\nlines.esu", "broken");
    let (_, err) = place.ends(&["plan", "in", "-o", "out"], 2);
    assert_eq!(err.len(), 1, "{err:?}");
    assert!(err[0].contains("two lines.esu: line 1"), "{err:?}");
    let written = fs::read_dir(place.path("out")).unwrap();
    assert_eq!(written.count(), 2);
}

#[test]
fn a_folder_without_profiles_is_unusable() {
    let place = Place::new();
    let (_, err) = place.ends(&["plan", "in"], 2);
    assert_eq!(err.len(), 1, "{err:?}");
    assert!(err[0].contains("no profile in this folder"), "{err:?}");
    assert!(!place.path("esu-plans").exists());
    let (_, err) = place.ends(&["check", "in", "missing.esu"], 2);
    assert_eq!(err.len(), 2, "{err:?}");
    place.put("in/a/a.esu", &customer("Alfa"));
    // What is named twice counts once, and its folder is not empty for that.
    let (out, _) = place.ends(&["plan", "in/a/a.esu", "in/a", "in", "-o", "out"], 0);
    assert!(out[0].starts_with("Profiles: 1; planned: 1"), "{out:?}");
    for arguments in [
        &["plan", "in", "--jobs", "0"][..],
        &["plan", "in", "--programme", "windows-3"],
        &["plan", "in/a.esu", "--format", "none"],
    ] {
        let (_, err) = place.ends(arguments, 2);
        assert_eq!(err.len(), 1, "{err:?}");
    }
}

/// Ctrl+C in the middle: what is there is whole, and no neighbour is left over.
#[cfg(target_os = "linux")]
#[test]
fn an_interruption_leaves_only_whole_plans() {
    let place = Place::new();
    let text = sample("mixed-estate-2026.esu");
    for number in 0..400 {
        place.put(&format!("in/{number}.esu"), &text);
    }
    let mut child = Command::new(env!("CARGO_BIN_EXE_esu-planner"))
        .args(["plan", "in", "-o", "out", "--format", "json", "--jobs", "2"])
        .current_dir(place.path("."))
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let deadline = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while fs::read_dir(place.path("out")).map_or(0, Iterator::count) < 6 {
        assert!(std::time::Instant::now() < deadline, "nothing was written");
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    let killed = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status()
        .unwrap();
    assert!(killed.success());
    assert_eq!(child.wait().unwrap().code(), Some(130));
    let mut error = String::new();
    std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut error).unwrap();
    assert!(
        error.contains("interrupted: ") && error.lines().count() == 1,
        "{error}"
    );
    let files = place.files("out");
    assert!(files.len() < 400 && !files.contains_key("overview.csv"));
    for (name, text) in files {
        let whole: Result<Value, _> = serde_json::from_str(&text);
        assert!(
            !name.starts_with('.') && whole.is_ok(),
            "{name} is left half-written"
        );
    }
}
