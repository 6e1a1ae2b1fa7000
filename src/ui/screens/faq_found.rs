//! Which entries the search and the filters leave, and moving through them by keys.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Key, Modifiers, Popup, Ui};

use super::ScreensState;
use super::faq::{Listed, SEARCH_ID};
use super::faq_lines::LinesCache;
use crate::domain::guide::condition::Truth;
use crate::domain::programme::{Catalogue, FaqEntry};
use crate::domain::source::FaqId;
use crate::search::{matches_words, short_id};
use crate::ui::View;

/// What the FAQ remembers between frames.
#[derive(Debug, Default)]
pub struct FaqState {
    /// The entries that have the words of a search, whatever the filters.
    found: Option<(String, BTreeSet<FaqId>)>,
    /// The entry that was open in the last frame.
    pub(super) shown: Option<String>,
    /// Brings the open entry into sight in the list.
    pub(super) scroll: bool,
    pub(super) lines: LinesCache,
}

impl FaqState {
    /// The entries that have all words of a search; none where nothing is searched for.
    fn search(&mut self, catalogue: &Catalogue, words: &str) -> Option<&BTreeSet<FaqId>> {
        if words.is_empty() {
            return None;
        }
        if self.found.as_ref().is_none_or(|(of, _)| of != words) {
            let entries = catalogue.programmes().iter().flat_map(|p| &p.faq);
            let found = entries.filter(|entry| has_words(entry, words));
            let ids = found.map(|entry| entry.id.clone()).collect();
            self.found = Some((words.to_owned(), ids));
        }
        self.found.as_ref().map(|(_, found)| found)
    }
}

/// Whether an entry has all words, each in its id or in a text of either language.
fn has_words(entry: &FaqEntry, words: &str) -> bool {
    let texts = [
        entry.id.as_str(),
        &short_id(entry.id.as_str()),
        &*entry.question.en,
        &*entry.question.pl,
        &*entry.answer.en,
        &*entry.answer.pl,
    ];
    // Whoever copies an id may bring a dash that is none of the keyboard's.
    matches_words(&words.replace(['–', '‑', '−'], "-"), &texts)
}

/// The entries that the search and the filters leave, and how many there are of the programmes that
/// are looked at.
pub(super) fn listed<'v>(view: &View<'v>, state: &mut ScreensState) -> (Vec<Listed<'v>>, usize) {
    let found = state.faq.search(view.catalogue, state.faq_search.trim());
    let judged: BTreeMap<&FaqId, Truth> = view
        .plan
        .faq
        .iter()
        .map(|judged| (&judged.id, judged.applies))
        .collect();
    let mut all = 0;
    let mut listed = Vec::new();
    for programme in view.catalogue.programmes() {
        if !state.faq_programme.takes(view.plan, programme) {
            continue;
        }
        all += programme.faq.len();
        for entry in &programme.faq {
            let truth = judged.get(&entry.id).copied();
            let is_found = found.is_none_or(|found| found.contains(&entry.id));
            if state.faq_filter.takes(truth) && is_found {
                listed.push(Listed {
                    programme,
                    entry,
                    truth,
                });
            }
        }
    }
    (listed, all)
}

/// The entry before or after the open one among those listed.
pub(super) fn neighbour<'v>(
    listed: &[Listed<'v>],
    selected: Option<&str>,
    is_after: bool,
) -> Option<&'v str> {
    let position = listed
        .iter()
        .position(|of| Some(of.entry.id.as_str()) == selected)?;
    let next = if is_after {
        position.checked_add(1)
    } else {
        position.checked_sub(1)
    };
    let next = next.and_then(|next| listed.get(next))?;
    Some(next.entry.id.as_str())
}

/// The arrow keys open the entry before or after, also while words are typed into the search.
pub(super) fn move_by_keys(ui: &Ui, state: &mut ScreensState, listed: &[Listed<'_>]) {
    let search = eframe::egui::Id::unique(SEARCH_ID);
    let is_free = ui.memory(|memory| {
        memory.top_modal_layer().is_none() && memory.focused().is_none_or(|id| id == search)
    }) && !Popup::is_any_open(ui.ctx());
    if !is_free {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
    if !up && !down {
        return;
    }
    if let Some(id) = neighbour(listed, state.faq_selected.as_deref(), down) {
        state.faq_selected = Some(id.to_owned());
    }
}
