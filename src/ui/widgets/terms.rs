//! Texts in which the trade's terms are marked and explained, under the pointer and the keyboard.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::ops::Range;
use std::sync::Arc;

use eframe::egui::text_selection::LabelSelectionState;
use eframe::egui::{
    self, Frame, Galley, Id, Label, Margin, Pos2, Rect, Response, RichText, Role, Sense, Shape,
    Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use super::text::{self, Type};
use crate::domain::text::Language;
use crate::glossary::{Mention, Term, mentions, terms};
use crate::i18n::{tr, tr_with};
use crate::ui::theme::Theme;

/// How many texts are remembered at most.
const MOST_TEXTS: usize = 4096;

/// Which terms texts mention: looked for once in each text.
#[derive(Clone, Default)]
struct Known(Arc<BTreeMap<u64, Arc<[Mention]>>>);

/// The terms that the keyboard can reach in this pass: each once, at its first visible place.
#[derive(Clone, Default)]
struct Reached {
    pass: u64,
    terms: BTreeSet<usize>,
}

/// The language that texts are not shown in.
pub fn other_language(language: Language) -> Language {
    match language {
        Language::English => Language::Polish,
        Language::Polish => Language::English,
    }
}

/// Says in which language the window is drawn, for the parts that are not told.
pub fn speak(context: &egui::Context, language: Language) {
    context.data_mut(|data| data.insert_temp(Id::unique("terms-language"), language));
}

/// The language in which the window is drawn.
pub fn language(ui: &Ui) -> Language {
    let said = ui.data(|data| data.get_temp(Id::unique("terms-language")));
    said.unwrap_or(Language::English)
}

/// Draws a text that wraps, with its terms marked.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::domain::text::Language;
/// # use esu_planner::ui::widgets::{terms, text::Type};
/// # fn draw(ui: &mut Ui) {
/// terms::label(ui, Language::English, "Each MAK belongs to one year.", Type::Body);
/// # }
/// ```
pub fn label(ui: &mut Ui, language: Language, words: &str, of: Type) -> Response {
    let text = text::rich(ui, words, of);
    draw(ui, language, words, text, Way::Wraps)
}

/// Draws a muted text that wraps, with its terms marked.
pub fn muted(ui: &mut Ui, language: Language, words: &str, of: Type) -> Response {
    let text = text::rich(ui, words, of).color(Theme::of(ui).muted);
    draw(ui, language, words, text, Way::Wraps)
}

/// Draws a text on one line, cut off with "…" when the place is too narrow, with its terms marked.
pub fn line(ui: &mut Ui, language: Language, words: &str, of: Type) -> Response {
    let text = text::rich(ui, words, of);
    draw(ui, language, words, text, Way::OneLine)
}

/// Draws a card's title, with its terms marked for the pointer alone: the keyboard goes straight to
/// what can be done in the card.
pub fn heading(ui: &mut Ui, words: &str, of: Type) -> Response {
    let rich = text::rich(ui, words, of);
    let response = draw(ui, language(ui), words, rich, Way::Heading);
    text::tell_heading(ui, &response, of);
    response
}

/// How a text is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Wraps,
    OneLine,
    Heading,
}

fn draw(ui: &mut Ui, language: Language, words: &str, text: RichText, way: Way) -> Response {
    let found = known(ui, language, words);
    let label = Label::new(text);
    let label = match way {
        Way::Wraps => label.wrap(),
        Way::OneLine | Way::Heading => label.truncate(),
    };
    if found.is_empty() {
        return ui.add(label);
    }
    let (at, galley, response) = label.layout_in_ui(ui);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, ui.is_enabled(), galley.text()));
    if !ui.is_rect_visible(response.rect) {
        return response;
    }
    let shown = Arc::clone(&galley);
    let ink = ui.visuals().text_color();
    if ui.style().interaction.selectable_labels {
        LabelSelectionState::label_text_selection(ui, &response, at, shown, ink, Stroke::NONE);
    } else {
        ui.painter().galley(at, shown, ink);
    }
    let response = if galley.elided {
        response.on_hover_text(words)
    } else {
        response
    };
    for mention in found.iter() {
        let Some(term) = terms().get(mention.term) else {
            continue;
        };
        let rects = rects_of(words, &galley, at, &mention.range);
        if !rects.is_empty() {
            let is_stop = way != Way::Heading && is_first_here(ui, mention.term);
            let mark = Mark {
                term,
                id: response.id.with(("term", mention.term)),
                is_stop,
            };
            mention_ui(ui, language, mark, &rects);
        }
    }
    response
}

/// The mentions of a text, remembered.
fn known(ui: &Ui, language: Language, words: &str) -> Arc<[Mention]> {
    let mut hasher = DefaultHasher::new();
    (language, words).hash(&mut hasher);
    let key = hasher.finish();
    let id = Id::unique("known-terms");
    let known = ui
        .data(|data| data.get_temp::<Known>(id))
        .unwrap_or_default();
    if let Some(found) = known.0.get(&key) {
        return Arc::clone(found);
    }
    let found: Arc<[Mention]> = mentions(language, words).into();
    let remembered = Arc::clone(&found);
    ui.data_mut(|data| {
        drop(known);
        let known = data.get_temp_mut_or_default::<Known>(id);
        let texts = Arc::make_mut(&mut known.0);
        if texts.len() >= MOST_TEXTS {
            texts.clear();
        }
        texts.insert(key, remembered);
    });
    found
}

/// Where a part of a text lies, a rectangle for each of its lines; it ends where dots go under it.
fn rects_of(words: &str, galley: &Galley, at: Pos2, range: &Range<usize>) -> Vec<Rect> {
    const UNDER_BASELINE: f32 = 4.0;
    let letters = |to: usize| words.get(..to).map(|text| text.chars().count());
    let (Some(start), Some(end)) = (letters(range.start), letters(range.end)) else {
        return Vec::new();
    };
    let mut rects = Vec::new();
    let mut first = 0;
    for row in &galley.rows {
        let glyphs = &row.glyphs;
        let last = first + glyphs.len();
        let from = start.max(first) - first;
        let to = end.min(last).saturating_sub(first);
        if let Some(part) = glyphs.get(from..to)
            && let (Some(begin), Some(finish)) = (part.first(), part.last())
        {
            let rect = row.rect();
            let left = rect.left() + begin.pos.x;
            let right = rect.left() + finish.max_x();
            let bottom = rect.top() + begin.pos.y + UNDER_BASELINE;
            let place = Rect::from_min_max(pos2(left, rect.top()), pos2(right, bottom));
            rects.push(place.translate(at.to_vec2()));
        }
        first = last + usize::from(row.ends_with_newline);
    }
    rects
}

/// Whether the keyboard may stop at a term here: it does so once in each pass.
fn is_first_here(ui: &Ui, term: usize) -> bool {
    let pass = ui.ctx().cumulative_pass_nr();
    ui.data_mut(|data| {
        let id = Id::unique("reached-terms");
        let reached = data.get_temp_mut_or_default::<Reached>(id);
        if reached.pass != pass {
            reached.pass = pass;
            reached.terms.clear();
        }
        reached.terms.insert(term)
    })
}

/// A term at a place.
#[derive(Clone, Copy)]
struct Mark<'a> {
    term: &'a Term,
    id: Id,
    /// Whether the keyboard stops at it.
    is_stop: bool,
}

/// Marks a term with dots under it and explains it while it is pointed at or has the keyboard.
fn mention_ui(ui: &Ui, language: Language, mark: Mark<'_>, rects: &[Rect]) {
    let theme = Theme::of(ui);
    let term = mark.term;
    for (line, rect) in rects.iter().enumerate() {
        let y = rect.bottom() - 1.0;
        let ends = [pos2(rect.left(), y), pos2(rect.right(), y)];
        let dots = Shape::dotted_line(&ends, theme.faint, 3.0, 0.7);
        ui.painter().extend(dots);
        let is_stop = mark.is_stop && line == 0;
        let sense = if is_stop {
            Sense::focusable_noninteractive()
        } else {
            Sense::hover()
        };
        let response = ui.interact(*rect, mark.id.with(line), sense);
        if is_stop {
            let name = term.name.get(language);
            let said = tr_with(language, "glossary-spoken", &[("term", name.into())]);
            response.widget_info(|| WidgetInfo::labeled(Role::Term, true, &said));
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_description(term.explains.get(language));
            });
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            let place = rect.expand2(vec2(3.0, 1.0));
            ui.painter()
                .rect_stroke(place, 3.0, ring, StrokeKind::Inside);
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            response.show_tooltip_ui(|ui| explain_ui(ui, language, term));
        } else {
            response
                .on_hover_cursor(egui::CursorIcon::Help)
                .on_hover_ui(|ui| explain_ui(ui, language, term));
        }
    }
}

/// A term in short: its name in both languages and what it means.
fn explain_ui(ui: &mut Ui, language: Language, term: &Term) {
    Frame::new()
        .inner_margin(Margin::symmetric(6, 4))
        .show(ui, |ui| explanation_ui(ui, language, term));
}

fn explanation_ui(ui: &mut Ui, language: Language, term: &Term) {
    ui.set_max_width(340.0);
    ui.spacing_mut().item_spacing.y = 4.0;
    text::label(ui, term.name.get(language), Type::Strong);
    let other = term.name.get(other_language(language));
    if other != term.name.get(language) {
        let words = [("term", other.into())];
        let named = tr_with(language, "glossary-in-other-language", &words);
        text::muted(ui, named, Type::Small);
    }
    text::label(ui, term.explains.get(language), Type::Table);
    let mut more = term.faq.join(" · ");
    if !more.is_empty() {
        more = format!("{} {more}", tr(language, "glossary-more"));
        text::muted(ui, more, Type::Small);
    }
}
