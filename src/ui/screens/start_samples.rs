//! The sample stories of the start screen: by programme, with a search.

use eframe::egui::{Id, Ui};

use super::frame::subheading_ui;
use super::start::{StartRequest, StartState};
use super::start_rows::Row;
use crate::assets::Story;
use crate::i18n::{count, tr, tr_with};
use crate::search::matches_words;
use crate::ui::widgets::card::{card_head, card_ui};
use crate::ui::widgets::search_field::search_field_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View};

/// Draws the card with all samples that the search leaves.
pub(super) fn samples_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut StartState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    card_ui(ui, |ui| {
        let found: Vec<&Story> = view
            .start
            .stories
            .iter()
            .filter(|story| is_found(view, story, &state.search))
            .collect();
        let note = tr_with(
            language,
            "start-samples-count",
            &[("count", count(found.len() as u64))],
        );
        card_head(ui, &tr(language, "start-samples"), "", |ui| {
            text::muted(ui, note, Type::Small);
        });
        text::muted(ui, tr(language, "start-samples-text"), Type::Table);
        let id = Id::unique("sample-search");
        let name = tr(language, "start-samples-search");
        search_field_ui(ui, id, &name, &mut state.search);
        if found.is_empty() {
            text::muted(ui, tr(language, "start-samples-none"), Type::Body);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (heading, stories) in by_programme(view, &found) {
            ui.add_space(10.0);
            subheading_ui(ui, &heading);
            ui.add_space(2.0);
            for story in stories {
                story_ui(ui, view, story, outbox);
            }
        }
    });
}

/// The names of the programmes of a story.
fn programmes_of(view: &View<'_>, story: &Story) -> Vec<String> {
    let names = story.programmes.iter().map(|id| {
        view.catalogue.get(id).map_or_else(
            || id.clone(),
            |programme| programme.base.short_name.get(view.language).to_owned(),
        )
    });
    names.collect()
}

fn is_found(view: &View<'_>, story: &Story, words: &str) -> bool {
    if words.trim().is_empty() {
        return true;
    }
    let programmes = programmes_of(view, story).join(" ");
    let texts = [
        story.name.as_str(),
        &*story.tells.en,
        &*story.tells.pl,
        &programmes,
    ];
    matches_words(words, &texts)
}

/// The stories under their programmes; those of several together at the end.
fn by_programme<'s>(view: &View<'_>, stories: &[&'s Story]) -> Vec<(String, Vec<&'s Story>)> {
    let mut groups = Vec::new();
    for programme in view.catalogue.programmes() {
        let own = |story: &&&Story| match story.programmes.as_slice() {
            [only] => *only == programme.base.id,
            _ => false,
        };
        let own: Vec<&Story> = stories.iter().filter(own).copied().collect();
        if !own.is_empty() {
            let name = programme.base.short_name.get(view.language);
            groups.push((name.to_owned(), own));
        }
    }
    let several = stories.iter().filter(|story| story.programmes.len() != 1);
    let several: Vec<&Story> = several.copied().collect();
    if !several.is_empty() {
        groups.push((tr(view.language, "start-samples-several"), several));
    }
    groups
}

fn story_ui(ui: &mut Ui, view: &View<'_>, story: &Story, outbox: &mut Outbox) {
    let language = view.language;
    let tells = story.tells.get(language);
    let programmes = match story.programmes.len() {
        0 | 1 => String::new(),
        several => {
            let several = count(several as u64);
            tr_with(language, "shell-programmes", &[("count", several)])
        }
    };
    let row = Row {
        title: &story.name,
        detail: tells,
        at_right: &programmes,
        warning: "",
        room_at_right: 0.0,
        rows_of_detail: 2,
    };
    let spoken = tr_with(
        language,
        "start-open-sample",
        &[
            ("name", story.name.as_str().into()),
            ("tells", tells.into()),
        ],
    );
    let response = row.show(ui, &spoken);
    if response.clicked() {
        outbox.start = Some(StartRequest::OpenSample(story.file.clone()));
    }
    if story.programmes.len() > 1 {
        response.on_hover_text(programmes_of(view, story).join("\n"));
    }
}
