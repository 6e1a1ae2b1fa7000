//! All questions below one another, each with its answers in place; only those in sight are drawn.

use eframe::egui::{
    Align, CornerRadius, Frame, Id, IdSalt, Layout, Margin, Rect, Role, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::decisions::because_words;
use super::decisions_answers::in_place_ui;
use super::decisions_list::{in_order, mark_of_step, owner, section_words};
use super::frame::subheading_ui;
use crate::domain::field::{Answer, Field, FieldKind, Place};
use crate::domain::guide::walk::{QuestionState, WalkStep};
use crate::domain::programme::Question;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::theme::{CARD_RADIUS, CONTROL_HEIGHT, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::group_name;
use crate::ui::{Outbox, View};

/// Groups that are answered on a card; more are answered group by group on the question's own.
const MOST_ON_A_CARD: usize = 6;
const LEAST_CONTROL: f32 = 200.0;
const PADDING: f32 = 14.0;
const HEAD: f32 = 46.0;
const LABELLED: f32 = 18.0 + CONTROL_HEIGHT + 6.0;
const GAP: f32 = 8.0;

/// What stands in the list.
enum Item<'v> {
    /// A part's name.
    Section(String),
    /// A question.
    Question(&'v WalkStep, &'v Question),
}

impl Item<'_> {
    /// Its height in a list of this width: known before it is drawn, so that what is out of sight
    /// need not be.
    fn height(&self, width: f32) -> f32 {
        match self {
            Self::Section(_) => 34.0,
            Self::Question(step, _) => match shape(step) {
                Shape::Quiet => 2.0 * PADDING + HEAD - 8.0,
                Shape::One | Shape::Many => 2.0 * PADDING + HEAD + CONTROL_HEIGHT + 2.0,
                Shape::Groups(groups) => 2.0 * PADDING + HEAD + rows(groups, width) * LABELLED,
            },
        }
    }
}

/// How a question is answered on its card.
enum Shape {
    /// Not at all: it does not matter, or waits.
    Quiet,
    /// For the organisation.
    One,
    /// For each of this many groups.
    Groups(usize),
    /// On the question's own card.
    Many,
}

fn shape(step: &WalkStep) -> Shape {
    match step.state {
        QuestionState::NotApplicable(_) | QuestionState::Waiting(_) => Shape::Quiet,
        QuestionState::Settled | QuestionState::Open(_) => match step.places.as_slice() {
            [Place::Organisation] => Shape::One,
            _ if !fits(step.field) => Shape::Many,
            places if places.len() <= MOST_ON_A_CARD => Shape::Groups(places.len()),
            _ => Shape::Many,
        },
    }
}

/// Whether the control of a field is one line high.
fn fits(field: Field) -> bool {
    match field.kind() {
        FieldKind::Text
        | FieldKind::Choice
        | FieldKind::Choices
        | FieldKind::Count
        | FieldKind::Date => true,
        FieldKind::YearCounts | FieldKind::Quotes | FieldKind::Derived => false,
    }
}

fn columns(width: f32) -> usize {
    let inner = width - 2.0 * PADDING + GAP;
    [3, 2]
        .into_iter()
        .find(|columns| inner >= whole(*columns) * (LEAST_CONTROL + GAP))
        .unwrap_or(1)
}

fn rows(groups: usize, width: f32) -> f32 {
    whole(groups.div_ceil(columns(width)))
}

fn whole(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

fn items<'v>(view: &View<'v>) -> Vec<Item<'v>> {
    let mut items = Vec::new();
    let mut section = None;
    for step in in_order(view) {
        let Some(question) = view.question(step) else {
            continue;
        };
        if section != Some(question.section) {
            section = Some(question.section);
            items.push(Item::Section(section_words(view, question.section)));
        }
        items.push(Item::Question(step, question));
    }
    items
}

/// Draws the questions in the column that scrolls.
pub(super) fn all_questions_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let items = items(view);
    let width = ui.available_width();
    let heights: Vec<f32> = items.iter().map(|item| item.height(width)).collect();
    let all: f32 = heights.iter().map(|height| height + GAP).sum();
    let (_, whole) = ui.allocate_space(vec2(width, all));
    let seen = ui.clip_rect();
    let scroll = std::mem::take(&mut state.decisions.scroll.cards);
    let mut top = whole.top();
    for (item, height) in items.iter().zip(heights) {
        let place = Rect::from_min_size(pos2(whole.left(), top), vec2(width, height));
        top += height + GAP;
        let is_current = match item {
            Item::Section(_) => false,
            Item::Question(step, _) => state.decisions.is_selected(&view.key(step)),
        };
        if is_current && scroll {
            ui.scroll_to_rect(place.expand(GAP), None);
        }
        if !place.intersects(seen) {
            continue;
        }
        match item {
            Item::Section(words) => {
                let mut child = child(ui, "section", words, place.with_min_y(place.top() + 12.0));
                subheading_ui(&mut child, words);
            }
            Item::Question(step, question) => {
                card_ui(ui, view, state, (step, question), place, is_current, outbox);
            }
        }
    }
}

fn child(ui: &mut Ui, kind: &'static str, salt: &str, place: Rect) -> Ui {
    ui.new_child(
        UiBuilder::new()
            .id_salt((kind, salt))
            .max_rect(place)
            .layout(Layout::top_down(Align::Min)),
    )
}

fn card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    (step, question): (&WalkStep, &Question),
    place: Rect,
    is_current: bool,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let theme = Theme::of(ui);
    let key = view.key(step);
    let name = i18n::field(language, step.field);
    let owner = owner(step).and_then(|programme| view.tag(programme));
    let salt = format!("{} {}", step.field as u32, step.programme);
    // Everything on the card that is no control chooses the question, so that its entry is shown.
    let id = Id::unique("question-card").with(IdSalt::new(&salt));
    let response = ui.interact(place, id, Sense::click());
    let (icon, ink, word) = mark_of_step(theme, language, step);
    response.widget_info(|| {
        let parts = [name.as_str(), owner.unwrap_or_default(), word.as_str()];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let said = parts.collect::<Vec<_>>().join(", ");
        let said = tr_with(language, "whatif-open-question", &[("field", said.into())]);
        WidgetInfo::selected(Role::Button, true, is_current, said)
    });
    let outline = if is_current || response.has_focus() {
        Stroke::new(2.0, theme.accent)
    } else {
        theme.hairline()
    };
    let radius = CornerRadius::same(CARD_RADIUS);
    let painter = ui.painter();
    painter.rect(place, radius, theme.panel, outline, StrokeKind::Inside);
    if response.clicked() {
        outbox.typing_ended = true;
        state.decisions.choose(key.clone());
    }
    let mut inner = child(ui, "question", &salt, place.shrink(PADDING));
    let ui = &mut inner;
    ui.spacing_mut().item_spacing = vec2(GAP, 2.0);
    text::row_ui(ui, 20.0, |ui| {
        text::icon(ui, icon, 15.0, ink);
        let room = ui.available_width() - 72.0;
        ui.scope(|ui| {
            ui.set_max_width(room);
            text::line(ui, question.ask.get(language), Type::Strong);
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let few: Vec<_> = question.sources.iter().take(1).cloned().collect();
            source_chips(ui, &few, language, outbox);
        });
    });
    let note = match &step.state {
        QuestionState::NotApplicable(because) if !because.is_empty() => {
            let fields = because_words(view, step, because);
            tr_with(language, "decisions-because", &[("fields", fields.into())])
        }
        QuestionState::NotApplicable(_) => tr(language, "decisions-not-applicable-long"),
        QuestionState::Waiting(_) => tr(language, "decisions-waiting-long"),
        QuestionState::Settled | QuestionState::Open(_) => question.why.get(language).to_owned(),
    };
    let note = owner.map_or_else(|| note.clone(), |tag| format!("{tag} · {note}"));
    Frame::new()
        .inner_margin(Margin {
            left: 25,
            ..Margin::ZERO
        })
        .show(ui, |ui| {
            let note = text::rich(ui, note, Type::Small);
            ui.add(eframe::egui::Label::new(note).truncate());
        });
    ui.add_space(6.0);
    answer_ui(ui, view, state, step, outbox);
}

fn answer_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    outbox: &mut Outbox,
) {
    let language = view.language;
    match shape(step) {
        Shape::Quiet => {}
        Shape::One => {
            ui.horizontal(|ui| {
                let width = (ui.available_width() - 120.0).min(360.0);
                let place = Place::Organisation;
                ui.scope(|ui| {
                    in_place_ui(ui, view, state, step.field, place, width, outbox);
                });
                open_ui(ui, view, state, step, "whatif-details");
            });
        }
        Shape::Groups(_) => {
            let columns = columns(ui.available_width() + 2.0 * PADDING);
            let gaps = whole(columns - 1) * GAP;
            let width = (ui.available_width() - gaps) / whole(columns);
            for places in step.places.chunks(columns) {
                ui.horizontal_top(|ui| {
                    for place in places {
                        let size = vec2(width, LABELLED - 2.0);
                        ui.allocate_ui_with_layout(size, Layout::top_down(Align::Min), |ui| {
                            ui.set_width(width);
                            ui.set_height(size.y);
                            if let Place::Group(index) = place {
                                text::line(ui, group_name(view, *index), Type::SmallMedium);
                            }
                            ui.push_id(format!("{place:?}"), |ui| {
                                in_place_ui(ui, view, state, step.field, *place, width, outbox);
                            });
                        });
                    }
                });
            }
        }
        Shape::Many => {
            ui.horizontal(|ui| {
                let profile = &view.document.profile;
                let is_known =
                    |place: &&Place| profile.answer(**place, step.field) != Answer::Unknown;
                let answered = step.places.iter().filter(is_known).count();
                let args = [
                    ("answered", count(answered as u64)),
                    ("all", count(step.places.len() as u64)),
                ];
                let words = tr_with(language, "whatif-answered-for", &args);
                text::muted(ui, words, Type::Table);
                open_ui(ui, view, state, step, "whatif-by-groups");
            });
        }
    }
}

/// Draws the button that shows a question alone, with what each answer does.
fn open_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, step: &WalkStep, id: &str) {
    let language = view.language;
    let words = tr(language, id);
    let field = i18n::field(language, step.field);
    let name = format!("{words}, {field}");
    if Button::quiet("", &words).named(&name).show(ui).clicked() {
        state.decisions.select(view.key(step));
        state.decisions.shows_all = false;
    }
}
