//! What the person wants to say with the plan: the organisation's note, then the groups'.

use crate::report::model::{Block, Item, Line, Writer};
use crate::report::words::{clean, group_name};

pub(in crate::report) fn notes(writer: &Writer<'_>) -> Vec<Block> {
    let (words, profile) = (&writer.words, writer.input.profile);
    let mut items = Vec::new();
    let mut add = |title: String, note: &str| {
        let text = clean(note.trim()).into_owned();
        if !text.is_empty() {
            items.push(Item {
                title,
                lines: vec![Line::plain(text)],
                ..Item::default()
            });
        }
    };
    add(String::new(), &profile.organisation.note);
    for (position, group) in profile.groups.iter().enumerate() {
        add(group_name(words.language, profile, position), &group.note);
    }
    if items.is_empty() {
        Vec::new()
    } else {
        vec![Block::Items(items)]
    }
}
