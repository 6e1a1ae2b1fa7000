//! All terms of the trade with a search; the chosen one explained in full.

use eframe::egui::{self, Align, Context, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use super::{body_ui, buttons_ui, dialog_ui, primary_button};
use crate::domain::text::Language;
use crate::glossary::{Term, terms};
use crate::i18n::{count, tr, tr_with};
use crate::search::{fold, matches_words};
use crate::ui::icons;
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::control::list_row_ground;
use crate::ui::widgets::search_field::search_field_ui;
use crate::ui::widgets::terms::other_language;
use crate::ui::widgets::text::{self, Type};

/// The glossary while it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GlossaryState {
    /// The words that it is searched for.
    pub search: String,
    /// The term that is explained, by its id.
    pub chosen: Option<String>,
    /// Whether the chosen one is to be brought into sight.
    pub scroll: bool,
    /// Whether the search has had the keyboard.
    pub has_begun: bool,
}

impl GlossaryState {
    /// The glossary opened at a term.
    pub fn at(id: String) -> Self {
        Self {
            chosen: Some(id),
            scroll: true,
            ..Self::default()
        }
    }
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GlossaryAnswer {
    /// Open a FAQ entry.
    OpenFaq(String),
    /// Close the glossary.
    Close,
}

/// Draws the glossary; returns the answer once there is one.
pub fn glossary_ui(
    context: &Context,
    language: Language,
    state: &mut GlossaryState,
) -> Option<GlossaryAnswer> {
    let window = context.content_rect();
    let width = (window.width() - 64.0).min(840.0);
    let height = (window.height() - 220.0).clamp(160.0, 520.0);
    let title = tr(language, "command-glossary");
    let shown = dialog_ui(context, "glossary", &title, width, |ui| {
        let open = body_ui(ui, |ui| {
            search_ui(ui, language, state);
            let found = found(language, &state.search);
            let words = [("count", count(found.len() as u64))];
            text::muted(ui, tr_with(language, "glossary-count", &words), Type::Small);
            let is_listed = |id: &String| found.iter().any(|term| term.id == *id);
            if !state.chosen.as_ref().is_some_and(is_listed) {
                state.chosen = found.first().map(|term| term.id.clone());
            }
            halves_ui(ui, language, state, &found, height)
        });
        buttons_ui(ui, |ui| {
            let close = primary_button(ui, &tr(language, "dialog-close"), true).clicked();
            open.map(GlossaryAnswer::OpenFaq)
                .or(close.then_some(GlossaryAnswer::Close))
        })
    });
    let dismissed = shown.dismissed.then_some(GlossaryAnswer::Close);
    shown.inner.or(dismissed)
}

/// The terms that some words leave, in the order of the alphabet.
fn found(language: Language, words: &str) -> Vec<&'static Term> {
    let is_found = |term: &&Term| {
        let texts = [
            &*term.name.en,
            &*term.name.pl,
            &*term.explains.en,
            &*term.explains.pl,
        ];
        matches_words(words, &texts)
    };
    let mut found: Vec<&Term> = terms().iter().filter(is_found).collect();
    let in_name = |term: &Term| matches_words(words, &[&*term.name.en, &*term.name.pl]);
    found.sort_by_cached_key(|term| {
        let name = fold(term.name.get(language));
        (!in_name(term), name.trim_start_matches('.').to_owned())
    });
    found
}

fn search_ui(ui: &mut Ui, language: Language, state: &mut GlossaryState) {
    let id = egui::Id::unique("glossary-search");
    let name = tr(language, "glossary-search");
    let response = search_field_ui(ui, id, &name, &mut state.search);
    if !state.has_begun {
        state.has_begun = true;
        response.request_focus();
    }
}

/// The list and, beside it, the chosen term; gives back the FAQ entry to open.
fn halves_ui(
    ui: &mut Ui,
    language: Language,
    state: &mut GlossaryState,
    found: &[&Term],
    height: f32,
) -> Option<String> {
    const LIST: f32 = 300.0;
    const GAP: f32 = 20.0;
    let width = ui.available_width();
    let list = LIST.min(width * 0.42);
    let mut open = None;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        let layout = Layout::top_down(Align::Min);
        ui.allocate_ui_with_layout(vec2(list, height), layout, |ui| {
            ui.set_min_size(vec2(list, height));
            ScrollArea::vertical()
                .id_salt("glossary-list")
                .max_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| list_ui(ui, language, state, found));
        });
        ui.allocate_ui_with_layout(vec2(width - list - GAP, height), layout, |ui| {
            ui.set_min_size(vec2(width - list - GAP, height));
            ScrollArea::vertical()
                .id_salt(("glossary-term", &state.chosen))
                .max_height(height)
                .auto_shrink([false, false])
                .show(ui, |ui| {
                    let chosen = state.chosen.as_deref();
                    let term = found.iter().find(|term| Some(&*term.id) == chosen);
                    match term {
                        Some(term) => open = term_ui(ui, language, term),
                        None => {
                            text::muted(ui, tr(language, "glossary-nothing"), Type::Body);
                        }
                    }
                });
        });
    });
    open
}

fn list_ui(ui: &mut Ui, language: Language, state: &mut GlossaryState, found: &[&Term]) {
    ui.spacing_mut().item_spacing.y = 0.0;
    for term in found {
        let theme = Theme::of(ui);
        let size = vec2(ui.available_width(), 30.0);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        let is_chosen = state.chosen.as_deref() == Some(&term.id);
        let name = term.name.get(language);
        response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, name));
        if is_chosen && state.scroll {
            response.scroll_to_me(Some(Align::Center));
            state.scroll = false;
        }
        list_row_ground(ui, rect, is_chosen, &response);
        if ui.is_rect_visible(rect) {
            let ink = if is_chosen { theme.accent } else { theme.text };
            let font = Type::Table.font();
            let mut job = egui::text::LayoutJob::simple_singleline(name.to_owned(), font, ink);
            job.wrap = egui::text::TextWrapping::truncate_at_width(rect.width() - 20.0);
            let galley = ui.painter().layout_job(job);
            let at = rect.left_center() + vec2(10.0, -galley.size().y / 2.0);
            ui.painter().galley(at, galley, ink);
        }
        // The arrows walk the list and show what they come to.
        if response.clicked() {
            response.request_focus();
        }
        if response.clicked() || (response.has_focus() && !is_chosen) {
            state.chosen = Some(term.id.clone());
        }
    }
}

fn term_ui(ui: &mut Ui, language: Language, term: &Term) -> Option<String> {
    let mut open = None;
    ui.spacing_mut().item_spacing.y = 8.0;
    text::label(ui, term.name.get(language), Type::Title);
    let other = other_language(language);
    let named = tr_with(
        language,
        "glossary-in-other-language",
        &[("term", term.name.get(other).into())],
    );
    text::muted(ui, named, Type::Table);
    text::label(ui, term.explains.get(language), Type::Body);
    text::muted(ui, term.explains.get(other), Type::Table);
    if !term.faq.is_empty() {
        ui.add_space(4.0);
        text::muted(ui, tr(language, "glossary-more"), Type::SmallMedium);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for id in &term.faq {
                let name = tr_with(language, "widget-open-faq", &[("id", id.as_str().into())]);
                let button = Button::secondary(icons::BOOKS, id).named(&name).small();
                if button.show(ui).clicked() {
                    open = Some(id.clone());
                }
            }
        });
    }
    open
}
