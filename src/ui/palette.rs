//! What the command palette finds: an index over everything that can be gone to, and its ranking.

use std::path::PathBuf;

use super::command::Command;
use super::screens::RecentFile;
use super::widgets::field::is_shown;
use super::widgets::words::group_name;
use super::{PlanPart, StepKey, View, icons};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Field, FieldKind, Place, Scope};
use crate::domain::text::Language;
use crate::glossary::terms;
use crate::i18n::{self, tr};
use crate::search::fold;

/// Where a result leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A command is carried out.
    Command(Command),
    /// A part of the plan is shown.
    Part(PlanPart),
    /// A field has the keyboard.
    Field(Place, Field),
    /// A group is shown on the profile.
    Group(usize),
    /// A question of the walk is shown.
    Question(StepKey),
    /// A FAQ entry is opened.
    Faq(String),
    /// A term is explained.
    Term(String),
    /// A sample is opened.
    Sample(String),
    /// A file is opened.
    File(PathBuf),
    /// The FAQ is searched for what was typed.
    SearchFaq,
}

/// What a result is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A command.
    Command,
    /// A part of the plan.
    Part,
    /// A file of late.
    File,
    /// An endpoint group.
    Group,
    /// A field of the profile.
    Field,
    /// A question of the walk.
    Question,
    /// A term of the glossary.
    Term,
    /// An entry of the FAQ.
    Faq,
    /// A sample story.
    Sample,
}

impl Kind {
    /// The kind in a word.
    pub fn word(self, language: Language) -> String {
        tr(
            language,
            match self {
                Self::Command => "palette-kind-command",
                Self::Part => "palette-kind-part",
                Self::File => "palette-kind-file",
                Self::Group => "palette-kind-group",
                Self::Field => "palette-kind-field",
                Self::Question => "palette-kind-question",
                Self::Term => "palette-kind-term",
                Self::Faq => "palette-kind-faq",
                Self::Sample => "palette-kind-sample",
            },
        )
    }

    /// Its icon.
    pub fn icon(self) -> &'static str {
        match self {
            Self::Command => icons::ARROW_RIGHT,
            Self::Part => icons::CLIPBOARD_TEXT,
            Self::File => icons::FOLDER_OPEN,
            Self::Group => icons::TABLE,
            Self::Field => icons::BUILDINGS,
            Self::Question => icons::SIGNPOST,
            Self::Term => icons::QUESTION,
            Self::Faq => icons::BOOKS,
            Self::Sample => icons::FILE_PLUS,
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is.
    pub kind: Kind,
    /// Where it leads.
    pub target: Target,
    /// What it is called.
    pub title: String,
    /// What stands beside the title; may be empty.
    pub detail: String,
    folded_title: String,
    folded_more: String,
}

impl Item {
    /// `more` is found too and not shown.
    fn new(kind: Kind, target: Target, title: String, detail: String, more: &str) -> Self {
        let folded_title = fold(&title);
        let folded_more = fold(&format!("{detail} {more}"));
        Self {
            kind,
            target,
            title,
            detail,
            folded_title,
            folded_more,
        }
    }

    /// How well it fits, less is better; none where a word is nowhere in it.
    fn misfit(&self, words: &[&str]) -> Option<usize> {
        let mut sum = 0;
        for word in words {
            sum += match place_of(&self.folded_title, word) {
                Some(PlaceOfWord::Start) => 0,
                Some(PlaceOfWord::WordStart) => 1,
                Some(PlaceOfWord::Within) => 4,
                None => match place_of(&self.folded_more, word)? {
                    PlaceOfWord::Start | PlaceOfWord::WordStart => 5,
                    PlaceOfWord::Within => 8,
                },
            };
        }
        let is_whole = words.join(" ") == self.folded_title;
        Some(if is_whole { 0 } else { 1 + sum })
    }
}

enum PlaceOfWord {
    Start,
    WordStart,
    Within,
}

fn place_of(text: &str, word: &str) -> Option<PlaceOfWord> {
    let mut best = None;
    for (start, _) in text.match_indices(word) {
        let before = text.get(..start).unwrap_or_default();
        match before.chars().next_back() {
            None => return Some(PlaceOfWord::Start),
            Some(letter) if !letter.is_alphanumeric() => return Some(PlaceOfWord::WordStart),
            Some(_) => best = Some(PlaceOfWord::Within),
        }
    }
    best
}

/// What a search found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best results, the best one first, as positions in the index.
    pub best: Vec<usize>,
    /// How many there are in all.
    pub all: usize,
}

/// Everything that can be found, for one state of the document.
#[derive(Clone, Debug, Default)]
pub struct Index {
    items: Vec<Item>,
}

impl Index {
    /// Everything that can be found in what is shown.
    pub fn build(view: &View<'_>) -> Self {
        let mut items = Vec::new();
        commands(view, &mut items);
        parts(view, &mut items);
        files(view.start.recent, &mut items);
        groups(view, &mut items);
        fields(view, &mut items);
        questions(view, &mut items);
        glossary(view, &mut items);
        faq(view, &mut items);
        samples(view, &mut items);
        Self { items }
    }

    /// What stands at a position.
    pub fn get(&self, position: usize) -> Option<&Item> {
        self.items.get(position)
    }

    /// The best `most` results for some words; all commands where there are none.
    pub fn search(&self, words: &str, most: usize) -> Found {
        let folded = fold(words);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut hits: Vec<(usize, Kind, usize, usize)> = Vec::new();
        for (position, item) in self.items.iter().enumerate() {
            if words.is_empty() {
                if matches!(item.kind, Kind::Command | Kind::File) {
                    hits.push((0, item.kind, 0, position));
                }
            } else if let Some(misfit) = item.misfit(&words) {
                // Of results that fit alike, commands come first and long titles last.
                let length = item.folded_title.len();
                hits.push((misfit, item.kind, length, position));
            }
        }
        let all = hits.len();
        hits.sort_unstable();
        hits.truncate(most);
        let best = hits.into_iter().map(|(_, _, _, position)| position);
        Found {
            best: best.collect(),
            all,
        }
    }
}

fn commands(view: &View<'_>, items: &mut Vec<Item>) {
    for command in Command::ALL {
        if *command == Command::Palette {
            continue;
        }
        // The other language's words find it too, for whoever learnt them there.
        let more: Vec<String> = Language::ALL
            .iter()
            .map(|language| tr(*language, command.message()))
            .collect();
        items.push(Item::new(
            Kind::Command,
            Target::Command(*command),
            tr(view.language, command.message()),
            String::new(),
            &format!("{} {}", more.join(" "), command.tip(view.language)),
        ));
    }
}

fn parts(view: &View<'_>, items: &mut Vec<Item>) {
    let plan = tr(view.language, "rail-plan");
    for part in PlanPart::ALL {
        if part == PlanPart::WaysOut && !view.has_ways_out() {
            continue;
        }
        items.push(Item::new(
            Kind::Part,
            Target::Part(part),
            tr(view.language, part.message()),
            plan.clone(),
            "",
        ));
    }
}

fn files(recent: &[RecentFile], items: &mut Vec<Item>) {
    for file in recent {
        let name = file.path.file_name().unwrap_or(file.path.as_os_str());
        let folder = file.path.parent().map(|folder| folder.display());
        items.push(Item::new(
            Kind::File,
            Target::File(file.path.clone()),
            name.to_string_lossy().into_owned(),
            folder.map_or_else(String::new, |folder| folder.to_string()),
            "",
        ));
    }
}

fn groups(view: &View<'_>, items: &mut Vec<Item>) {
    for (index, group) in view.document.profile.groups.iter().enumerate() {
        let product = group.product.as_deref();
        let system = product.and_then(|id| view.catalogue.product(id));
        let system = system.map_or("", |product| product.name.get(view.language));
        items.push(Item::new(
            Kind::Group,
            Target::Group(index),
            group_name(view, index),
            system.to_owned(),
            "",
        ));
    }
}

/// The fields of the organisation and, while there are few groups, of each of them.
fn fields(view: &View<'_>, items: &mut Vec<Item>) {
    const MOST_GROUPS: usize = 40;
    let is_field = |field: &&Field| !matches!(field.kind(), FieldKind::Quotes | FieldKind::Derived);
    let groups = view.document.profile.groups.len();
    let organisation = tr(view.language, "palette-organisation");
    for field in Field::ALL.iter().filter(is_field) {
        let places: Vec<Place> = match field.scope() {
            Scope::Organisation => vec![Place::Organisation],
            Scope::Group if groups <= MOST_GROUPS => (0..groups).map(Place::Group).collect(),
            Scope::Group | Scope::Derived => Vec::new(),
        };
        let other: Vec<String> = Language::ALL
            .iter()
            .map(|language| i18n::field(*language, *field))
            .collect();
        for place in places {
            if !is_shown(view, place, *field) {
                continue;
            }
            let whose = match place {
                Place::Organisation => organisation.clone(),
                Place::Group(index) => group_name(view, index),
            };
            items.push(Item::new(
                Kind::Field,
                Target::Field(place, *field),
                i18n::field(view.language, *field),
                whose,
                &other.join(" "),
            ));
        }
    }
}

fn questions(view: &View<'_>, items: &mut Vec<Item>) {
    let mut known: Vec<StepKey> = Vec::new();
    for step in &view.walk.steps {
        let key = view.key(step);
        let Some(question) = view.question(step).filter(|_| !known.contains(&key)) else {
            continue;
        };
        items.push(Item::new(
            Kind::Question,
            Target::Question(key.clone()),
            question.ask.get(view.language).to_owned(),
            view.tag(step.programme).unwrap_or_default().to_owned(),
            &format!("{} {}", question.ask.en, question.ask.pl),
        ));
        known.push(key);
    }
}

fn glossary(view: &View<'_>, items: &mut Vec<Item>) {
    for term in terms() {
        items.push(Item::new(
            Kind::Term,
            Target::Term(term.id.clone()),
            term.name.get(view.language).to_owned(),
            String::new(),
            &format!("{} {}", term.name.en, term.name.pl),
        ));
    }
}

fn faq(view: &View<'_>, items: &mut Vec<Item>) {
    for programme in view.catalogue.programmes() {
        for entry in &programme.faq {
            items.push(Item::new(
                Kind::Faq,
                Target::Faq(entry.id.as_str().to_owned()),
                entry.question.get(view.language).to_owned(),
                entry.id.as_str().to_owned(),
                &format!("{} {}", entry.question.en, entry.question.pl),
            ));
        }
    }
}

fn samples(view: &View<'_>, items: &mut Vec<Item>) {
    for story in view.start.stories {
        items.push(Item::new(
            Kind::Sample,
            Target::Sample(story.file.clone()),
            story.name.clone(),
            story.tells.get(view.language).to_owned(),
            &format!("{} {}", story.tells.en, story.tells.pl),
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index() -> Index {
        let item = |kind, title: &str, detail: &str| {
            Item::new(
                kind,
                Target::SearchFaq,
                title.to_owned(),
                detail.to_owned(),
                "",
            )
        };
        Index {
            items: vec![
                item(Kind::Faq, "What is saved when?", "W7-001"),
                item(Kind::Command, "Save as…", ""),
                item(Kind::Command, "Save", ""),
                item(Kind::Group, "Łódź, oszczędne", "Windows 7"),
                item(Kind::Faq, "Unsaved work", "W7-002"),
            ],
        }
    }

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let index = index();
        let found = index.search(words, 10);
        let titles: Vec<&str> = found
            .best
            .iter()
            .map(|position| index.items[*position].title.as_str())
            .collect();
        assert_eq!(titles, expected);
        assert_eq!(found.all, expected.len());
    }

    #[test]
    fn what_begins_with_the_word_comes_before_what_has_it_within() {
        check(
            "save",
            &["Save", "Save as…", "What is saved when?", "Unsaved work"],
        );
    }

    #[test]
    fn every_word_has_to_be_found_whatever_its_diacritics() {
        check("lodz OSZCZEDNE", &["Łódź, oszczędne"]);
        check("lodz 7", &["Łódź, oszczędne"]);
        check("lodz 8", &[]);
    }

    #[test]
    fn an_entry_is_found_by_its_id() {
        check("w7 002", &["Unsaved work"]);
        check("W7-002", &["Unsaved work"]);
    }

    #[test]
    fn the_best_are_cut_off_and_all_are_counted() {
        let found = index().search("s", 2);
        assert_eq!(found.best.len(), 2);
        assert_eq!(found.all, 5);
    }
}
