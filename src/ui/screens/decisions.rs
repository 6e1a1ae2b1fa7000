//! The walk: one question at a time, with what each answer would do before it is chosen.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{
    Align, Frame, Id, IdSalt, Key, Layout, Margin, Modifiers, Rect, ScrollArea, Ui,
    UiBuilder, pos2, vec2,
};

use super::decisions_effect::{Effect, effect_of};
use super::decisions_list::{Given, GivenCache, given, list_ui};
use super::frame::{Side, two_columns_ui};
use super::profile::form;
use super::{ScreensState, faq, profile};
use crate::document::Edit;
use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, FieldKind, Place, Scope};
use crate::domain::guide::walk::{QuestionState, WalkStep};
use crate::domain::profile::{DataId, EndpointGroup};
use crate::domain::programme::Question;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_ui, folding_head};
use crate::ui::widgets::chip::source_chips;
use crate::ui::widgets::choice::{ChoiceCard, Trend};
use crate::ui::widgets::field::{
    TextControl, choice_select_ui, control_ui, offered, owned_ui, toggled, typed_field_ui, wrong_ui,
};
use crate::ui::widgets::plan_so_far::{open_ui, plan_so_far_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::typing::{TypingKey, read_answer, typed_answer};
use crate::ui::widgets::words::{group_name, group_names, held_words};
use crate::ui::{Outbox, View, icons};

/// What the decisions remember between frames.
#[derive(Debug, Default)]
pub struct DecisionsState {
    selected: Option<Field>,
    /// The groups that the question is answered for, as they were when it was chosen.
    target: Vec<usize>,
    has_target: bool,
    groups_are_open: bool,
    pub(super) given: GivenCache,
    effects: EffectCache,
}

#[derive(Debug, Default)]
struct EffectCache {
    version: u64,
    field: Option<Field>,
    target: Vec<usize>,
    effects: BTreeMap<String, Option<Effect>>,
    /// What the target holds.
    held: Option<Given>,
}

impl DecisionsState {
    /// Shows a question.
    pub(super) fn select(&mut self, field: Field) {
        self.selected = Some(field);
        self.has_target = false;
        self.groups_are_open = false;
    }
}

/// Draws the list, the question and, beside it, its FAQ entry and the plan so far.
pub(super) fn decisions_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    const LIST_WIDTH: f32 = 300.0;
    let current = current_step(view, state);
    let field = current.map(|step| step.field);
    let room = ui.available_rect_before_wrap();
    let left = Rect::from_min_max(room.min, pos2(room.left() + LIST_WIDTH, room.bottom()));
    let rest = Rect::from_min_max(pos2(left.right(), room.top()), room.max);
    let builder = UiBuilder::new()
        .id_salt("walk-list")
        .max_rect(Rect::from_min_max(
            left.min + vec2(16.0, 20.0),
            left.max - vec2(4.0, 0.0),
        ))
        .layout(Layout::top_down(Align::Min));
    let mut list = ui.new_child(builder);
    if let Some(field) = list_ui(&mut list, view, state, field) {
        outbox.typing_ended = true;
        state.decisions.select(field);
    }
    let builder = UiBuilder::new()
        .id_salt("walk-question")
        .max_rect(rest)
        .layout(Layout::top_down(Align::Min));
    let mut child = ui.new_child(builder);
    two_columns_ui(&mut child, "question", 300.0, 760.0, |ui, side| match side {
        Side::Main => {
            if view.document.profile.groups.is_empty() {
                no_groups_card_ui(ui, view, state, outbox);
            }
            if let Some(step) = current_step(view, state) {
                question_card_ui(ui, view, state, step, outbox);
            } else {
                text::muted(ui, tr(view.language, "decisions-no-questions"), Type::Body);
            }
        }
        Side::Right => {
            let source = current
                .and_then(|step| view.programme.questions.get(step.question))
                .and_then(|question| question.sources.first());
            if let Some(entry) = source.and_then(|id| view.programme.faq_entry(id.as_str())) {
                faq::short_entry_ui(ui, view, entry, outbox);
            }
            plan_so_far_ui(ui, view, state.derived.counts());
            if let Some(field) = open_ui(ui, view, outbox) {
                profile::go_to_open(view, state, outbox, field);
            }
        }
    });
}

/// The question that is shown: the chosen one, else the first that is open, else the first.
fn current_step<'v>(view: &View<'v>, state: &mut ScreensState) -> Option<&'v WalkStep> {
    let steps = &view.walk.steps;
    let chosen = state
        .decisions
        .selected
        .and_then(|field| steps.iter().find(|step| step.field == field));
    let step = chosen.or_else(|| view.walk.open().next()).or(steps.first())?;
    if state.decisions.selected != Some(step.field) {
        state.decisions.select(step.field);
    }
    Some(step)
}

/// Almost every question is about endpoints: says so while there are none.
fn no_groups_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    card_ui(ui, |ui| {
        text::line(ui, tr(language, "decisions-no-groups"), Type::Heading);
        text::muted(ui, tr(language, "profile-no-groups"), Type::Body);
        let words = tr(language, "profile-add-group");
        if Button::primary(icons::PLUS, &words).show(ui).clicked() {
            outbox
                .edits
                .push(Edit::AddGroup(Box::<EndpointGroup>::default()));
            outbox.go_to = Some(crate::ui::Screen::Profile);
            state.show_field(Place::Group(0), Field::GroupName);
        }
    });
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
    let cache = &mut decisions.effects;
    if cache.version != version
        || cache.field != Some(step.field)
        || cache.target != decisions.target
    {
        let places = target_places(&decisions.target);
        *cache = EffectCache {
            version,
            field: Some(step.field),
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

/// The change that gives all groups of the target, or the organisation, one answer.
fn edit_of(target: &[usize], field: Field, answer: Answer) -> Edit {
    match target {
        [] => Edit::SetAnswer {
            place: Place::Organisation,
            field,
            answer,
        },
        [index] => Edit::SetAnswer {
            place: Place::Group(*index),
            field,
            answer,
        },
        groups => Edit::SetAnswers {
            groups: groups.to_vec(),
            field,
            answer,
        },
    }
}

fn question_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    outbox: &mut Outbox,
) {
    let Some(question) = view.programme.questions.get(step.question) else {
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
                not_applicable_ui(ui, view, because);
            }
            QuestionState::Waiting(fields) => waiting_ui(ui, view, state, fields, outbox),
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
    let number = tr_with(
        language,
        "decisions-question-number",
        &[
            ("number", (step.question + 1).to_string().into()),
            ("all", view.programme.questions.len().to_string().into()),
        ],
    );
    let place = match state.decisions.target.as_slice() {
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
    text::muted(ui, format!("{number} · {place}"), Type::SmallMedium);
    text::label(ui, question.ask.get(language), Type::Title);
    text::muted(ui, question.why.get(language), Type::Body);
    text::row_ui(ui, 18.0, |ui| source_chips(ui, &question.sources, language, outbox));
}

fn because_words(view: &View<'_>, fields: &[Field]) -> String {
    fields
        .iter()
        .map(|field| {
            let value = held_words(view, Place::Organisation, *field);
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

fn not_applicable_ui(ui: &mut Ui, view: &View<'_>, because: &[Field]) {
    let words = tr(view.language, "decisions-not-applicable-long");
    text::label(ui, words, Type::Body);
    if !because.is_empty() {
        let fields = because_words(view, because);
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
    fields: &[Field],
    outbox: &mut Outbox,
) {
    let language = view.language;
    text::label(ui, tr(language, "decisions-waiting-long"), Type::Body);
    ui.horizontal_wrapped(|ui| {
        // What the plan works out itself nobody can answer.
        for field in fields.iter().filter(|f| f.scope() != Scope::Derived) {
            let name = i18n::field(language, *field);
            if Button::secondary(icons::ARROW_RIGHT, &name).show(ui).clicked() {
                if view.walk.steps.iter().any(|step| step.field == *field) {
                    state.decisions.select(*field);
                } else {
                    state.show_field(Place::Organisation, *field);
                    outbox.go_to = Some(crate::ui::Screen::Profile);
                }
            }
        }
    });
}

fn answers_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let field = step.field;
    if state.decisions.target.len() > 1 {
        let groups = count(state.decisions.target.len() as u64);
        let words = tr_with(language, "decisions-apply-to-all", &[("count", groups)]);
        text::label(ui, words, Type::SmallMedium);
        if state.decisions.effects.held == Some(Given::Differs) {
            text::muted(ui, tr(language, "decisions-differs-long"), Type::Small);
        }
    }
    match field.kind() {
        FieldKind::Choice | FieldKind::Choices => {
            cards_ui(ui, view, state, field, question, outbox);
        }
        FieldKind::YearCounts => {
            if let [index] = state.decisions.target.as_slice() {
                let place = Place::Group(*index);
                owned_ui(ui, &mut form(view, state, outbox), place, true);
            } else {
                nothing_or_unknown_ui(ui, view, state, field, question, outbox);
            }
        }
        FieldKind::Text | FieldKind::Count | FieldKind::Date => {
            typed_ui(ui, view, state, field, question, outbox);
        }
        FieldKind::Quotes => {
            text::label(ui, tr(language, "decisions-quotes-on-profile"), Type::Body);
            let words = tr(language, "plan-ui-go-to-field");
            if Button::secondary(icons::ARROW_RIGHT, &words).show(ui).clicked() {
                state.show_field(Place::Organisation, Field::Quotes);
                outbox.go_to = Some(crate::ui::Screen::Profile);
            }
        }
        FieldKind::Derived => {}
    }
}

/// What an answer would do, from the cache; one is worked out a frame when there are many groups.
fn effect_for(
    ui: &Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    key: &str,
    answer: &Answer,
    is_budget_spent: &mut bool,
) -> Option<Effect> {
    const MANY_GROUPS: usize = 300;
    let decisions = &mut state.decisions;
    if let Some(effect) = decisions.effects.effects.get(key) {
        return effect.clone();
    }
    let has_many = view.document.profile.groups.len() > MANY_GROUPS;
    if has_many && *is_budget_spent {
        ui.ctx().request_repaint();
        return None;
    }
    *is_budget_spent = true;
    let field = decisions.effects.field?;
    let edit = edit_of(&decisions.target, field, answer.clone());
    let effect = effect_of(view, &edit);
    decisions
        .effects
        .effects
        .insert(key.to_owned(), effect.clone());
    effect
}

fn cards_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let target = state.decisions.target.clone();
    let options = options_of(view, field, &target);
    let Some(options) = options else {
        text::muted(ui, tr(language, "decisions-group-by-group-only"), Type::Body);
        return;
    };
    let held = match &state.decisions.effects.held {
        Some(Given::Same(answer)) => Some(answer.clone()),
        _ => None,
    };
    let is_check = field.kind() == FieldKind::Choices;
    let mut cards: Vec<(String, String, Answer, bool)> = options
        .into_iter()
        .map(|(id, words)| {
            let current = held.clone().unwrap_or(Answer::Unknown);
            let (answer, is_chosen) = if is_check {
                let is_chosen = matches!(&current, Answer::Many(ids) if ids.contains(&id));
                (toggled(&current, &id), is_chosen)
            } else {
                let answer = Answer::One(DataId::clone(&id));
                let is_chosen = held.as_ref() == Some(&answer);
                (answer, is_chosen)
            };
            (id.to_string(), words, answer, is_chosen)
        })
        .collect();
    if is_check {
        let none = Answer::Many(BTreeSet::new());
        let is_chosen = held.as_ref() == Some(&none);
        let words = tr(language, "widget-none-of-them");
        cards.push(("none of them".to_owned(), words, none, is_chosen));
    }
    let mut is_budget_spent = false;
    let mut chosen = None;
    for (key, words, answer, is_chosen) in cards {
        let effect = if is_chosen && !is_check {
            Some((Trend::Same, tr(language, "decisions-effect-chosen")))
        } else {
            effect_for(ui, view, state, &key, &answer, &mut is_budget_spent)
                .map(|effect| (effect.trend(), effect.words(language)))
        };
        let card = ChoiceCard {
            title: &words,
            effect,
            is_chosen,
            is_check,
            is_unknown: false,
        };
        let id = Id::unique("answer").with(IdSalt::new((field.id(), &key)));
        if card.show(ui, id).clicked() {
            chosen = Some(answer);
        }
    }
    if unknown_card_ui(ui, view, field, question, held.as_ref()) {
        chosen = Some(Answer::Unknown);
    }
    choose(state, outbox, field, chosen);
}

fn choose(
    state: &ScreensState,
    outbox: &mut Outbox,
    field: Field,
    chosen: Option<Answer>,
) {
    if let Some(answer) = chosen {
        outbox.typing_ended = true;
        outbox
            .edits
            .push(edit_of(&state.decisions.target, field, answer));
    }
}

/// What groups of a target can choose together; none when their systems offer different answers.
fn options_of(
    view: &View<'_>,
    field: Field,
    target: &[usize],
) -> Option<Vec<(DataId, String)>> {
    let place = target
        .first()
        .map_or(Place::Organisation, |index| Place::Group(*index));
    if field == Field::Edition {
        let groups = &view.document.profile.groups;
        let mut products = target
            .iter()
            .map(|index| groups.get(*index).and_then(|group| group.product.as_ref()));
        let first = products.next().flatten();
        if first.is_none() || products.any(|product| product != first) {
            return None;
        }
    }
    Some(offered(view, place, field))
}

fn unknown_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    field: Field,
    question: &Question,
    held: Option<&Answer>,
) -> bool {
    let card = ChoiceCard {
        title: &tr(view.language, "widget-unknown"),
        effect: Some((Trend::Same, question.assumed.get(view.language).to_owned())),
        is_chosen: held == Some(&Answer::Unknown),
        is_check: false,
        is_unknown: true,
    };
    let id = Id::unique("answer").with(IdSalt::new((field.id(), "unknown")));
    card.show(ui, id).clicked()
}

fn nothing_or_unknown_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let held = match &state.decisions.effects.held {
        Some(Given::Same(answer)) => Some(answer.clone()),
        _ => None,
    };
    let nothing = Answer::Years(BTreeMap::new());
    let is_chosen = held.as_ref() == Some(&nothing);
    let effect = effect_for(ui, view, state, "nothing", &nothing, &mut false);
    let card = ChoiceCard {
        title: &tr(language, "widget-nothing-bought"),
        effect: effect.map(|effect| (effect.trend(), effect.words(language))),
        is_chosen,
        is_check: false,
        is_unknown: false,
    };
    let id = Id::unique("answer").with(IdSalt::new((field.id(), "nothing")));
    let mut chosen = None;
    if card.show(ui, id).clicked() {
        chosen = Some(nothing);
    }
    if unknown_card_ui(ui, view, field, question, held.as_ref()) {
        chosen = Some(Answer::Unknown);
    }
    choose(state, outbox, field, chosen);
    text::muted(ui, tr(language, "decisions-quantities-by-group"), Type::Small);
}

fn typed_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    question: &Question,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let held = match &state.decisions.effects.held {
        Some(Given::Same(answer)) => Some(answer.clone()),
        _ => None,
    };
    let target = state.decisions.target.clone();
    let width = ui.available_width().min(280.0);
    match target.as_slice() {
        [] => {
            let mut form = form(view, state, outbox);
            control_ui(ui, &mut form, Place::Organisation, field, width, true);
        }
        [index] => {
            let mut form = form(view, state, outbox);
            control_ui(ui, &mut form, Place::Group(*index), field, width, true);
        }
        groups => {
            let name = i18n::field(language, field);
            let groups_words = tr_with(
                language,
                "decisions-apply-to-all",
                &[("count", count(groups.len() as u64))],
            );
            let control = TextControl {
                name: &format!("{name}, {groups_words}"),
                hint: &match field.kind() {
                    FieldKind::Date => tr(language, "widget-date-hint"),
                    _ => tr(language, "widget-unknown"),
                },
                width,
                height: CONTROL_HEIGHT,
                is_active: true,
                is_number: false,
                empty_is_known: false,
                salt: "several",
            };
            let held_text = held.as_ref().map(typed_answer).unwrap_or_default();
            let typed = control.show(
                ui,
                &mut state.typing,
                &TypingKey::Several(field),
                &held_text,
                |text| read_answer(language, field, text),
                typed_answer,
            );
            wrong_ui(ui, typed.wrong.as_deref());
            if typed.response.lost_focus() {
                outbox.typing_ended = true;
            }
            if let Some(answer) = typed.value {
                outbox.edits.push(edit_of(groups, field, answer));
            }
        }
    }
    if unknown_card_ui(ui, view, field, question, held.as_ref()) {
        state.typing.forget();
        choose(state, outbox, field, Some(Answer::Unknown));
    }
}

fn group_by_group_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    step: &WalkStep,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let field = step.field;
    let target = state.decisions.target.clone();
    let title = tr(language, "decisions-group-by-group");
    let note = tr_with(
        language,
        "decisions-groups",
        &[("count", count(target.len() as u64))],
    );
    let is_open = state.decisions.groups_are_open
        || options_of(view, field, &target).is_none() && field == Field::Edition;
    if folding_head(ui, Id::unique("group-by-group"), &title, &note, is_open) {
        state.decisions.groups_are_open = !is_open;
    }
    if !is_open {
        return;
    }
    let row_height = CONTROL_HEIGHT;
    ScrollArea::vertical()
        .id_salt("group-by-group-rows")
        .max_height(320.0)
        .auto_shrink([false, true])
        .show_rows(ui, row_height, target.len(), |ui, range| {
            for index in target.get(range).unwrap_or_default() {
                ui.push_id(*index, |ui| {
                    ui.horizontal(|ui| {
                        let width = ui.available_width();
                        let name = group_name(view, *index);
                        ui.allocate_ui_with_layout(
                            vec2(width * 0.4, row_height),
                            Layout::left_to_right(Align::Center),
                            |ui| {
                                ui.set_width(width * 0.4);
                                text::line(ui, name, Type::Table);
                            },
                        );
                        let room = ui.available_width();
                        one_group_ui(ui, view, state, field, *index, room, outbox);
                    });
                });
            }
        });
}

fn one_group_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    field: Field,
    index: usize,
    width: f32,
    outbox: &mut Outbox,
) {
    let place = Place::Group(index);
    match field.kind() {
        FieldKind::Choice => {
            let answer = view.document.profile.answer(place, field);
            let id = Id::unique("one-group").with(IdSalt::new((index, field.id())));
            let name = crate::ui::widgets::field::accessible_field_name(view, place, field);
            let (_, chosen) =
                choice_select_ui(ui, view, id, &name, place, field, &answer, width, true);
            if let Some(answer) = chosen {
                outbox.edits.push(Edit::SetAnswer {
                    place,
                    field,
                    answer,
                });
            }
        }
        FieldKind::Text | FieldKind::Count | FieldKind::Date => {
            let mut form = form(view, state, outbox);
            let (response, wrong) =
                typed_field_ui(ui, &mut form, place, field, width, true, "one-group");
            if let Some(wrong) = wrong {
                response.on_hover_text(wrong);
            }
        }
        FieldKind::Choices | FieldKind::YearCounts | FieldKind::Quotes | FieldKind::Derived => {
            let mut form = form(view, state, outbox);
            if field.kind() == FieldKind::Choices {
                control_ui(ui, &mut form, place, field, width, true);
                return;
            }
            let words = tr(view.language, "plan-ui-go-to-field");
            if Button::quiet(icons::PENCIL_SIMPLE, &words).show(ui).clicked() {
                state.show_field(place, field);
                outbox.go_to = Some(crate::ui::Screen::Profile);
            }
        }
    }
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
    let steps = &view.walk.steps;
    let position = steps
        .iter()
        .position(|other| other.field == step.field)
        .unwrap_or(0);
    let matters =
        |step: &&WalkStep| !matches!(step.state, QuestionState::NotApplicable(_));
    let is_open = |step: &&WalkStep| matches!(step.state, QuestionState::Open(_));
    let (before, after) = steps.split_at(position);
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
                if Button::secondary(icons::ARROW_LEFT, &words).show(ui).clicked() {
                    go_to = back;
                }
            });
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if let Some(next) = next {
                    let words = tr(language, "decisions-next");
                    let button = Button::primary(icons::ARROW_RIGHT, &words).icon_last();
                    let nothing_focused = ui.memory(|memory| memory.focused().is_none());
                    let by_key = nothing_focused
                        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
                    if button.show(ui).clicked() || by_key {
                        go_to = Some(next);
                    }
                    text::muted(ui, tr(language, "decisions-enter"), Type::Small);
                } else {
                    let words = tr(language, "decisions-to-plan");
                    let button = Button::primary(icons::ARROW_RIGHT, &words).icon_last();
                    if button.show(ui).clicked() {
                        outbox.go_to = Some(crate::ui::Screen::Plan);
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
    if let Some(step) = go_to {
        outbox.typing_ended = true;
        state.decisions.select(step.field);
    }
}
