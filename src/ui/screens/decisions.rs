//! The walk: one question at a time, with what each answer would do before it is chosen.

use std::collections::BTreeMap;

use eframe::egui::{
    Align, Frame, Key, Layout, Margin, Modifiers, Popup, Rect, Ui, UiBuilder, pos2, vec2,
};

use super::decisions_all::all_questions_ui;
use super::decisions_answers::{answers_ui, group_by_group_ui};
use super::decisions_effect::Effect;
use super::decisions_list::{Given, GivenCache, given, head_list_ui, in_order, list_ui};
use super::faq_entry::short_entry_ui;
use super::frame::{Side, two_columns_ui};
use super::{ScreensState, profile};
use crate::document::Edit;
use crate::domain::field::{Field, Place, Scope};
use crate::domain::guide::walk::{QuestionState, WalkStep};
use crate::domain::profile::EndpointGroup;
use crate::domain::programme::Question;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::card_ui;
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::plan_so_far::{open_ui, plan_so_far_ui};
use crate::ui::widgets::terms;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{group_name, group_names, held_words, place_of_programme};
use crate::ui::{Outbox, Screen, StepKey, View, icons};

/// What the decisions remember between frames.
#[derive(Debug, Default)]
pub struct DecisionsState {
    selected: Option<StepKey>,
    /// Where the chosen question is to be brought into sight.
    pub(super) scroll: Scroll,
    /// The groups that the question is answered for, as they were when it was chosen.
    pub(super) target: Vec<usize>,
    has_target: bool,
    /// Whether "group by group" was opened where it is closed, or the other way round.
    pub(super) groups_are_turned: bool,
    pub(super) given: GivenCache,
    pub(super) effects: EffectCache,
    /// Whether all questions stand below one another.
    pub(super) shows_all: bool,
}

/// Where the chosen question is to be brought into sight.
#[derive(Debug, Default)]
pub(super) struct Scroll {
    /// In the list.
    pub(super) list: bool,
    /// Among the cards of all questions.
    pub(super) cards: bool,
}

/// What the answers of the shown question would do, worked out once for each plan.
#[derive(Debug, Default)]
pub(super) struct EffectCache {
    version: u64,
    pub(super) key: Option<StepKey>,
    target: Vec<usize>,
    /// By the answer's id.
    pub(super) effects: BTreeMap<String, Option<Effect>>,
    /// What the target holds.
    pub(super) held: Option<Given>,
}

impl DecisionsState {
    /// Whether this is the question that is shown.
    pub(super) fn is_selected(&self, key: &StepKey) -> bool {
        self.selected.as_ref() == Some(key)
    }

    /// Shows a question that stands in sight already.
    pub(super) fn choose(&mut self, key: StepKey) {
        self.select(key);
        self.scroll.cards = false;
    }

    /// Shows a question.
    pub(super) fn select(&mut self, key: StepKey) {
        self.selected = Some(key);
        self.scroll.list = true;
        self.scroll.cards = true;
        self.has_target = false;
        self.groups_are_turned = false;
    }
}

/// Draws the list, the question and, beside it, its FAQ entry and the plan so far.
pub(super) fn decisions_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    const LIST_WIDTH: f32 = 308.0;
    /// The list and two columns need this much.
    const LEAST_WITH_LIST: f32 = 940.0;
    let current = current_step(view, state);
    let key = current.map(|step| view.key(step));
    let room = ui.available_rect_before_wrap();
    let has_list = room.width() >= LEAST_WITH_LIST;
    let rest = if has_list {
        let left = Rect::from_min_max(room.min, pos2(room.left() + LIST_WIDTH, room.bottom()));
        let builder = UiBuilder::new()
            .id_salt("walk-list")
            .max_rect(Rect::from_min_max(
                left.min + vec2(24.0, 20.0),
                left.max - vec2(4.0, 0.0),
            ))
            .layout(Layout::top_down(Align::Min));
        let mut list = ui.new_child(builder);
        if let Some(chosen) = list_ui(&mut list, view, state, key.as_ref()) {
            outbox.typing_ended = true;
            state.decisions.select(chosen);
            state.decisions.scroll.list = false;
        }
        Rect::from_min_max(pos2(left.right(), room.top()), room.max)
    } else {
        let builder = UiBuilder::new()
            .id_salt("walk-head")
            .max_rect(Rect::from_min_max(
                room.min + vec2(24.0, 20.0),
                room.max - vec2(24.0, 0.0),
            ))
            .layout(Layout::top_down(Align::Min));
        let mut head = ui.new_child(builder);
        if let Some(chosen) = head_list_ui(&mut head, view, state, key.as_ref()) {
            outbox.typing_ended = true;
            state.decisions.select(chosen);
        }
        Rect::from_min_max(pos2(room.left(), head.min_rect().bottom()), room.max)
    };
    let builder = UiBuilder::new()
        .id_salt("walk-question")
        .max_rect(rest)
        .layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    two_columns_ui(
        &mut child,
        "question",
        if has_list { 300.0 } else { 264.0 },
        if has_list { 580.0 } else { 640.0 },
        |ui, side| match side {
            Side::Main => questions_ui(ui, view, state, outbox),
            Side::Right => {
                let source = current
                    .and_then(|step| view.question(step))
                    .and_then(|question| question.sources.first());
                let entry = source.and_then(|id| view.catalogue.faq_entry(id.as_str()));
                if let Some((_, entry)) = entry {
                    short_entry_ui(ui, view, entry, outbox);
                }
                plan_so_far_ui(ui, view, state.derived.counts());
                if let Some(open) = open_ui(ui, view, outbox) {
                    profile::go_to_open(view, state, outbox, open);
                }
            }
        },
    );
}

/// Draws the chosen question, or all of them.
fn questions_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    if view.document.profile.groups.is_empty() {
        no_groups_card_ui(ui, view, state, outbox);
    } else {
        all_decided_ui(ui, view, outbox);
    }
    let Some(step) = current_step(view, state) else {
        text::muted(ui, tr(view.language, "decisions-no-questions"), Type::Body);
        return;
    };
    if state.decisions.shows_all {
        all_questions_ui(ui, view, state, outbox);
    } else {
        question_card_ui(ui, view, state, step, outbox);
    }
    move_by_keys(ui, view, state, outbox);
}

/// Whether a key that is pressed means the screen: nothing has the keyboard, nothing is open.
pub(super) fn keyboard_is_free(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none())
        && !Popup::is_any_open(ui.ctx())
}

/// The arrow keys go to the question before and after.
fn move_by_keys(ui: &Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    if !keyboard_is_free(ui) {
        return;
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let (up, down) = (pressed(Key::ArrowUp), pressed(Key::ArrowDown));
    let steps = in_order(view);
    let selected = state.decisions.selected.clone();
    let position = steps
        .iter()
        .position(|step| selected == Some(view.key(step)));
    let next = match position {
        Some(position) if down => steps.get(position + 1),
        Some(position) if up => position.checked_sub(1).and_then(|before| steps.get(before)),
        _ => None,
    };
    if let Some(step) = next {
        outbox.typing_ended = true;
        state.decisions.select(view.key(step));
        ui.ctx().request_repaint();
    }
}

/// Says that nothing is open any more, and leads to the plan.
fn all_decided_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    let (_, open, _) = view.walk.counts();
    if open > 0 {
        return;
    }
    let language = view.language;
    card_ui(ui, |ui| {
        let ink = Theme::of(ui).covered_free;
        text::marked_ui(ui, icons::CHECK_CIRCLE, ink, |ui| {
            text::line(ui, tr(language, "whatif-all-decided"), Type::Heading);
            text::muted(ui, tr(language, "whatif-all-decided-note"), Type::Body);
            let words = tr(language, "whatif-see-plan");
            let button = Button::secondary(icons::ARROW_RIGHT, &words).icon_last();
            if button.small().show(ui).clicked() {
                outbox.go_to = Some(Screen::Plan);
            }
        });
    });
}

/// The question that is shown: the chosen one, or its like for the group that has just gone over to
/// another programme, else the first that is open, else the first.
fn current_step<'v>(view: &View<'v>, state: &mut ScreensState) -> Option<&'v WalkStep> {
    let decisions = &mut state.decisions;
    let chosen = decisions.selected.as_ref().and_then(|key| {
        let place = decisions.target.first().map(|index| Place::Group(*index));
        let moved = || view.step_at(place?, key.field);
        view.step(key).or_else(moved)
    });
    let mut open = in_order(view);
    open.retain(|step| matches!(step.state, QuestionState::Open(_)));
    let step = chosen
        .or_else(|| open.first().copied())
        .or_else(|| view.walk.steps.first())?;
    let key = view.key(step);
    if decisions.selected.as_ref() != Some(&key) {
        decisions.select(key);
    }
    Some(step)
}

/// Almost every question is about endpoints: says so while there are none.
fn no_groups_card_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, outbox: &mut Outbox) {
    let language = view.language;
    card_ui(ui, |ui| {
        text::line(ui, tr(language, "decisions-no-groups"), Type::Heading);
        text::muted(ui, tr(language, "profile-no-groups"), Type::Body);
        let words = tr(language, "profile-add-group");
        if Button::primary(icons::PLUS, &words).show(ui).clicked() {
            add_first_group(state, outbox);
        }
    });
}

/// Adds the first group and leads to it.
pub(super) fn add_first_group(state: &mut ScreensState, outbox: &mut Outbox) {
    let group = Box::<EndpointGroup>::default();
    outbox.edits.push(Edit::AddGroup(group));
    outbox.go_to = Some(Screen::Profile);
    state.show_field(Place::Group(0), Field::GroupName);
}

fn groups_of(places: &[Place]) -> Vec<usize> {
    places
        .iter()
        .filter_map(|place| match place {
            Place::Group(index) => Some(*index),
            Place::Organisation => None,
        })
        .collect()
}

/// Keeps the groups of the question while it is answered, so that it does not run away.
fn update_target(view: &View<'_>, state: &mut ScreensState, step: &WalkStep) {
    let decisions = &mut state.decisions;
    let groups = view.document.profile.groups.len();
    let is_valid = decisions.has_target
        && decisions.target.iter().all(|index| *index < groups)
        && (!decisions.target.is_empty() || groups_of(&step.places).is_empty());
    if !is_valid {
        decisions.target = match &step.state {
            QuestionState::Open(open) => groups_of(open),
            _ => groups_of(&step.places),
        };
        decisions.has_target = true;
    }
    let version = state.derived.version();
    let key = Some(view.key(step));
    let cache = &mut decisions.effects;
    if cache.version != version || cache.key != key || cache.target != decisions.target {
        let places = target_places(&decisions.target);
        *cache = EffectCache {
            version,
            key,
            target: decisions.target.clone(),
            effects: BTreeMap::new(),
            held: Some(given(view, step.field, &places)),
        };
    }
}

fn target_places(target: &[usize]) -> Vec<Place> {
    if target.is_empty() {
        vec![Place::Organisation]
    } else {
        target.iter().map(|index| Place::Group(*index)).collect()
    }
}

fn question_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    outbox: &mut Outbox,
) {
    let Some(question) = view.question(step) else {
        return;
    };
    update_target(view, state, step);
    let margin = if ui.available_width() > 520.0 { 28 } else { 16 };
    let frame: Frame = Theme::of(ui).card().inner_margin(Margin::same(margin));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 8.0;
        head_ui(ui, view, state, step, question, outbox);
        ui.add_space(8.0);
        match &step.state {
            QuestionState::NotApplicable(because) => {
                not_applicable_ui(ui, view, step, because);
            }
            QuestionState::Waiting(fields) => waiting_ui(ui, view, state, step, fields, outbox),
            QuestionState::Settled | QuestionState::Open(_) => {
                answers_ui(ui, view, state, step, question, outbox);
                if state.decisions.target.len() > 1 {
                    ui.add_space(8.0);
                    group_by_group_ui(ui, view, state, step, outbox);
                }
            }
        }
        ui.add_space(12.0);
        way_ui(ui, view, state, step, outbox);
    });
}

fn head_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &ScreensState,
    step: &WalkStep,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let steps = in_order(view);
    let position = steps.iter().position(|known| std::ptr::eq(*known, step));
    let number = tr_with(
        language,
        "decisions-question-number",
        &[
            (
                "number",
                position.map_or(1, |before| before + 1).to_string().into(),
            ),
            ("all", steps.len().to_string().into()),
        ],
    );
    let place = match state.decisions.target.as_slice() {
        // A question about groups that is asked of none yet.
        [] if step.field.scope() == Scope::Group => String::new(),
        [] => tr(language, "decisions-place-organisation"),
        [index] => tr_with(
            language,
            "decisions-place-group",
            &[("group", group_name(view, *index).into())],
        ),
        groups => tr_with(
            language,
            "decisions-place-groups",
            &[
                ("count", count(groups.len() as u64)),
                ("names", group_names(view, groups, 3).into()),
            ],
        ),
    };
    let programme = view.tag(step.programme).unwrap_or_default().to_owned();
    let parts = [number, programme, place];
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    let head = parts.collect::<Vec<_>>().join(" · ");
    text::muted(ui, head, Type::SmallMedium);
    terms::label(ui, language, question.ask.get(language), Type::Title);
    terms::muted(ui, language, question.why.get(language), Type::Body);
    text::row_ui(ui, 18.0, |ui| {
        source_chips(ui, &question.sources, language, outbox);
    });
}

pub(super) fn because_words(view: &View<'_>, step: &WalkStep, fields: &[Field]) -> String {
    fields
        .iter()
        .map(|field| {
            let place = match field.scope() {
                Scope::Derived => place_of_programme(view, step.programme),
                Scope::Organisation | Scope::Group => Place::Organisation,
            };
            let value = held_words(view, place, *field);
            let name = i18n::field(view.language, *field);
            let is_group = field.scope() == Scope::Group;
            if is_group {
                name
            } else {
                format!("{name}: {value}")
            }
        })
        .collect::<Vec<_>>()
        .join(" · ")
}

fn not_applicable_ui(ui: &mut Ui, view: &View<'_>, step: &WalkStep, because: &[Field]) {
    let words = tr(view.language, "decisions-not-applicable-long");
    text::label(ui, words, Type::Body);
    if !because.is_empty() {
        let fields = because_words(view, step, because);
        let words = tr_with(
            view.language,
            "decisions-because",
            &[("fields", fields.into())],
        );
        text::muted(ui, words, Type::Table);
    }
}

fn waiting_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    fields: &[Field],
    outbox: &mut Outbox,
) {
    let language = view.language;
    text::label(ui, tr(language, "decisions-waiting-long"), Type::Body);
    ui.horizontal_wrapped(|ui| {
        // What the plan works out itself nobody can answer.
        for field in fields.iter().filter(|f| f.scope() != Scope::Derived) {
            let name = i18n::field(language, *field);
            if Button::secondary(icons::ARROW_RIGHT, &name)
                .show(ui)
                .clicked()
            {
                if let Some(asked) = view.step_in(step.programme, *field) {
                    state.decisions.select(view.key(asked));
                } else {
                    state.show_field(Place::Organisation, *field);
                    outbox.go_to = Some(Screen::Profile);
                }
            }
        }
    });
}

/// Back and Next; Enter means Next unless something else has the keyboard.
fn way_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let steps = in_order(view);
    let position = steps.iter().position(|other| std::ptr::eq(*other, step));
    let matters = |step: &&&WalkStep| !matches!(step.state, QuestionState::NotApplicable(_));
    let is_open = |step: &&&WalkStep| matches!(step.state, QuestionState::Open(_));
    let (before, after) = steps.split_at(position.unwrap_or(0));
    let after = after.get(1..).unwrap_or_default();
    let back = before.iter().rev().find(matters);
    let next = after.iter().chain(before).find(is_open);
    let height = CONTROL_HEIGHT;
    let mut go_to = None;
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), height),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.add_enabled_ui(back.is_some(), |ui| {
                let words = tr(language, "decisions-back");
                if Button::secondary(icons::ARROW_LEFT, &words)
                    .show(ui)
                    .clicked()
                {
                    go_to = back;
                }
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(next) = next {
                    let words = tr(language, "decisions-next");
                    let button = Button::primary(icons::ARROW_RIGHT, &words).icon_last();
                    let by_key = keyboard_is_free(ui)
                        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
                    if button.show(ui).clicked() || by_key {
                        go_to = Some(next);
                    }
                    text::muted(ui, tr(language, "decisions-enter"), Type::Small);
                } else {
                    let words = tr(language, "decisions-to-plan");
                    let button = Button::primary(icons::ARROW_RIGHT, &words).icon_last();
                    if button.show(ui).clicked() {
                        outbox.go_to = Some(Screen::Plan);
                    }
                    let is_waiting = steps
                        .iter()
                        .any(|step| matches!(step.state, QuestionState::Waiting(_)));
                    if !is_waiting {
                        text::muted(ui, tr(language, "decisions-all-settled"), Type::Small);
                    }
                }
            });
        },
    );
    text::muted(ui, tr(language, "whatif-keys"), Type::Small);
    if let Some(step) = go_to {
        outbox.typing_ended = true;
        state.decisions.select(view.key(step));
    }
}
