//! The list of all questions, by section, with how each stands and what is answered.

use eframe::egui::{
    Align2, Color32, CursorIcon, Id, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use super::ScreensState;
use super::faq::filter_ui;
use super::frame::{quiet_scroll_bar, subheading_ui};
use crate::domain::choice::Choice as _;
use crate::domain::field::{Answer, Field, Place, Scope};
use crate::domain::guide::walk::{QuestionState, WalkStep};
use crate::domain::programme::QuestionSection;
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::control::{Look, Select, list_entry, list_heading, list_row_ground};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::place_words;
use crate::ui::{StepKey, View, icons};

/// What is answered wherever a question matters: one answer for all places, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Given {
    /// The same everywhere.
    Same(Answer),
    /// Not the same everywhere.
    Differs,
}

/// The answers that some places hold for a field.
pub(super) fn given(view: &View<'_>, field: Field, places: &[Place]) -> Given {
    let profile = &view.document.profile;
    let mut answers = places.iter().map(|place| profile.answer(*place, field));
    let first = answers.next().unwrap_or(Answer::Unknown);
    if answers.all(|answer| answer == first) {
        Given::Same(first)
    } else {
        Given::Differs
    }
}

/// The steps as they are listed: part by part, in each first what concerns the organisation, then
/// programme by programme.
pub(super) fn in_order<'v>(view: &View<'v>) -> Vec<&'v WalkStep> {
    let mut steps: Vec<&WalkStep> = view.walk.steps.iter().collect();
    if view.has_several() {
        steps.sort_by_key(|step| {
            let section = view.question(step).map(|question| question.section.index());
            (section, owner(step))
        });
    }
    steps
}

/// Under which programme a step is listed; none for what concerns the organisation.
pub(super) fn owner(step: &WalkStep) -> Option<usize> {
    match step.field.scope() {
        Scope::Organisation => None,
        Scope::Group | Scope::Derived => Some(step.programme),
    }
}

/// The words of all answers of the walk, worked out once for each plan.
#[derive(Debug, Default)]
pub(super) struct GivenCache {
    version: u64,
    /// By the steps' positions in the walk.
    given: Vec<Given>,
}

impl GivenCache {
    /// Works the answers out again if the plan is another one.
    pub(super) fn update(&mut self, view: &View<'_>, version: u64) {
        if self.version == version && self.given.len() == view.walk.steps.len() {
            return;
        }
        self.version = version;
        self.given = view
            .walk
            .steps
            .iter()
            .map(|step| given(view, step.field, &step.places))
            .collect();
    }
}

pub(super) fn section_words(view: &View<'_>, section: QuestionSection) -> String {
    tr(
        view.language,
        match section {
            QuestionSection::Estate => "decisions-section-estate",
            QuestionSection::Purchase => "decisions-section-purchase",
            QuestionSection::Deployment => "decisions-section-deployment",
            QuestionSection::Support => "decisions-section-support",
            QuestionSection::Beside => "decisions-section-beside",
        },
    )
}

/// Draws the progress and the list; gives the question that was chosen.
pub(super) fn list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    current: Option<&StepKey>,
) -> Option<StepKey> {
    let version = state.derived.version();
    state.decisions.given.update(view, version);
    text::label(ui, tr(view.language, "decisions-title"), Type::Title);
    progress_ui(ui, view);
    mode_ui(ui, view, state);
    let mut chosen = None;
    let scroll = std::mem::take(&mut state.decisions.scroll.list);
    quiet_scroll_bar(ui);
    ScrollArea::vertical()
        .id_salt("questions")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut section = None;
            let mut programme = None;
            for step in in_order(view) {
                let Some(question) = view.question(step) else {
                    continue;
                };
                if section != Some(question.section) {
                    ui.add_space(if section.is_some() { 14.0 } else { 4.0 });
                    section = Some(question.section);
                    programme = None;
                    subheading_ui(ui, &section_words(view, question.section));
                    ui.add_space(4.0);
                }
                if programme != owner(step) {
                    programme = owner(step);
                    if let Some(name) = view.tag(step.programme) {
                        ui.add_space(4.0);
                        programme_ui(ui, name);
                    }
                }
                let steps = &view.walk.steps;
                let position = steps.iter().position(|known| std::ptr::eq(known, step));
                let given = position.and_then(|p| state.decisions.given.given.get(p));
                let key = view.key(step);
                let is_current = current == Some(&key);
                let scroll = is_current && scroll;
                if entry_ui(ui, view, step, given, is_current, scroll) {
                    chosen = Some(key);
                }
            }
            ui.add_space(16.0);
        });
    chosen
}

/// Draws the title, the progress and the questions as a list to open, where there is no room for a
/// column of them; gives the question that was chosen.
pub(super) fn head_list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    current: Option<&StepKey>,
) -> Option<StepKey> {
    let language = view.language;
    let version = state.derived.version();
    state.decisions.given.update(view, version);
    state.decisions.scroll.list = false;
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.horizontal(|ui| {
        text::line(ui, tr(language, "decisions-title"), Type::Title);
        ui.add_space(8.0);
        mode_ui(ui, view, state);
    });
    progress_ui(ui, view);
    let words = current.map_or_else(String::new, |key| i18n::field(language, key.field));
    let select = Select {
        name: &tr(language, "whatif-questions"),
        words: &words,
        look: Look::Known,
        is_active: true,
    };
    let id = Id::unique("walk-select");
    let (_, chosen) = select.show(ui, id, ui.available_width().min(420.0), false, |ui| {
        let mut chosen = None;
        let mut section = None;
        for step in in_order(view) {
            let Some(question) = view.question(step) else {
                continue;
            };
            if section != Some(question.section) {
                section = Some(question.section);
                list_heading(ui, &section_words(view, question.section));
            }
            let key = view.key(step);
            let name = i18n::field(language, step.field);
            let name = match owner(step).and_then(|programme| view.tag(programme)) {
                Some(tag) => format!("{name} · {tag}"),
                None => name,
            };
            let (_, _, word) = mark_of_step(Theme::of(ui), language, step);
            let words = format!("{name} · {word}");
            if list_entry(ui, &words, current == Some(&key), false) {
                chosen = Some(key);
            }
        }
        chosen
    });
    chosen.flatten()
}

/// Draws the choice between one question and all of them.
fn mode_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (id, all) in [
            ("whatif-one-at-a-time", false),
            ("whatif-all-at-once", true),
        ] {
            let is_chosen = state.decisions.shows_all == all;
            if filter_ui(ui, &tr(view.language, id), is_chosen) {
                state.decisions.shows_all = all;
                state.decisions.scroll.cards = true;
            }
        }
    });
}

/// How a step stands: an icon, its colour and a word.
pub(super) fn mark_of_step(
    theme: &Theme,
    language: Language,
    step: &WalkStep,
) -> (&'static str, Color32, String) {
    match &step.state {
        QuestionState::Settled => (
            icons::CHECK_CIRCLE,
            theme.covered_free,
            tr(language, "decisions-settled"),
        ),
        QuestionState::Open(_) => (
            icons::CIRCLE_DASHED,
            theme.needs_decision,
            tr(language, "decisions-open"),
        ),
        QuestionState::Waiting(_) => (
            icons::DOTS_THREE,
            theme.muted,
            tr(language, "decisions-waiting"),
        ),
        QuestionState::NotApplicable(_) => (
            icons::MINUS_CIRCLE,
            theme.faint,
            tr(language, "decisions-not-applicable"),
        ),
    }
}

/// Draws the name of a programme over its questions of a part.
fn programme_ui(ui: &mut Ui, name: &str) {
    text::row_ui(ui, 22.0, |ui| {
        ui.add_space(7.0);
        text::line(ui, name, Type::SmallMedium);
    });
}

fn progress_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    let (settled, open, other) = view.walk.counts();
    let words = tr_with(
        view.language,
        "decisions-progress",
        &[
            ("settled", count(settled as u64)),
            ("open", count(open as u64)),
            ("other", count(other as u64)),
        ],
    );
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &words));
    ui.painter().rect_filled(rect, 3.0, theme.line);
    let all = settled + open;
    if settled > 0 {
        let part = f32::from(u16::try_from(settled).unwrap_or(u16::MAX))
            / f32::from(u16::try_from(all).unwrap_or(u16::MAX));
        let mut done = rect;
        done.set_width(rect.width() * part);
        ui.painter().rect_filled(done, 3.0, theme.covered_free);
    }
    text::muted(ui, words, Type::Small);
}

fn entry_ui(
    ui: &mut Ui,
    view: &View<'_>,
    step: &WalkStep,
    given: Option<&Given>,
    is_current: bool,
    scroll: bool,
) -> bool {
    let language = view.language;
    let theme = Theme::of(ui);
    let name = i18n::field(language, step.field);
    let (icon, ink, word) = mark_of_step(theme, language, step);
    let answer = match (&step.state, given) {
        (QuestionState::Settled, Some(Given::Same(answer))) => {
            let place = step.places.first().copied();
            place_words(
                view,
                place.unwrap_or(Place::Organisation),
                step.field,
                answer,
            )
        }
        (QuestionState::Settled, Some(Given::Differs)) => tr(language, "decisions-differs"),
        _ => String::new(),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::click());
    response.widget_info(|| {
        let programme = owner(step).and_then(|programme| view.tag(programme));
        let parts = [
            &name,
            programme.unwrap_or_default(),
            word.as_str(),
            answer.as_str(),
        ];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        let said = parts.collect::<Vec<_>>().join(", ");
        WidgetInfo::selected(Role::ListBoxOption, true, is_current, said)
    });
    if scroll {
        response.scroll_to_me(None);
    }
    list_row_ground(ui, rect, is_current, &response);
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        painter.text(
            rect.left_center() + vec2(14.0, 0.0),
            Align2::CENTER_CENTER,
            icon,
            theme::icon_font(15.0),
            ink,
        );
        let is_off = matches!(step.state, QuestionState::NotApplicable(_));
        let text_ink = match (is_current, is_off) {
            (true, _) => theme.accent,
            (false, true) => theme.muted,
            (false, false) => theme.text,
        };
        let font = if is_current {
            theme::semibold(13.0)
        } else {
            theme::regular(13.0)
        };
        let room = rect.width() - 40.0;
        let cut = |words: &str, font, ink, width: f32| {
            let mut job =
                eframe::egui::text::LayoutJob::simple_singleline(words.to_owned(), font, ink);
            job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(width.max(0.0));
            painter.layout_job(job)
        };
        let wanted = cut(&name, font.clone(), text_ink, f32::INFINITY).size().x;
        let answer_room = (room - wanted - 10.0).max(room * 0.34);
        let right = cut(&answer, theme::regular(12.0), theme.muted, answer_room);
        let name_room = room - right.size().x - 10.0;
        let left = cut(&name, font, text_ink, name_room);
        let y = rect.center().y;
        painter.galley(
            eframe::egui::pos2(rect.left() + 28.0, y - left.size().y / 2.0),
            left,
            text_ink,
        );
        let at = eframe::egui::pos2(
            rect.right() - 10.0 - right.size().x,
            y - right.size().y / 2.0,
        );
        painter.galley(at, right, theme.muted);
    }
    let ask = view
        .question(step)
        .map_or("", |question| question.ask.get(language));
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(ask)
        .clicked()
}
