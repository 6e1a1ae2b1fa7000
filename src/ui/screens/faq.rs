//! The FAQ: every entry with whether it applies to this profile and why.

use eframe::egui::{
    Align, Align2, CursorIcon, Frame, Layout, Margin, Rect, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::faq_entry::{applies_words, entry_card_ui, mark_of, section_words};
use super::faq_found::{listed, move_by_keys};
use super::frame::{EDGE, GAP, quiet_scroll_bar, subheading_ui};
use crate::domain::guide::condition::Truth;
use crate::domain::plan::Plan;
use crate::domain::profile::DataId;
use crate::domain::programme::{FaqEntry, Programme};
use crate::domain::text::Language;
use crate::i18n::{count, tr, tr_with};
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::control::{Look, Select, list_entry, list_row_ground};
use crate::ui::widgets::search_field::search_field_ui;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View};

/// The id of the search's field.
pub(super) const SEARCH_ID: &str = "faq-search";

/// Which entries are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FaqFilter {
    /// All.
    #[default]
    All,
    /// Those that apply to the profile.
    Applies,
    /// Those that do not.
    DoesNotApply,
    /// Those of which it is not known.
    Unknown,
}

impl FaqFilter {
    const ALL: [Self; 4] = [Self::All, Self::Applies, Self::DoesNotApply, Self::Unknown];

    pub(super) fn takes(self, truth: Option<Truth>) -> bool {
        match self {
            Self::All => true,
            Self::Applies => truth == Some(Truth::Yes),
            Self::DoesNotApply => truth == Some(Truth::No),
            Self::Unknown => truth == Some(Truth::Unknown),
        }
    }

    fn words(self, language: Language) -> String {
        tr(
            language,
            match self {
                Self::All => "faq-ui-filter-all",
                Self::Applies => "faq-ui-filter-applies",
                Self::DoesNotApply => "faq-ui-filter-does-not-apply",
                Self::Unknown => "faq-ui-filter-unknown",
            },
        )
    }
}

/// Of which programmes entries are listed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FaqProgramme {
    /// Of those that the plan is made for.
    #[default]
    OfThePlan,
    /// Of all.
    All,
    /// Of the one with this id.
    One(DataId),
}

impl FaqProgramme {
    /// Whether entries of a programme are listed.
    pub fn takes(&self, plan: &Plan, programme: &Programme) -> bool {
        match self {
            Self::OfThePlan => plan.programmes.iter().any(|p| *p.id == *programme.base.id),
            Self::All => true,
            Self::One(id) => **id == *programme.base.id,
        }
    }

    fn words(&self, view: &View<'_>) -> String {
        match self {
            Self::OfThePlan => {
                let all = count(view.plan.programmes.len() as u64);
                tr_with(view.language, "faq-ui-of-the-plan", &[("count", all)])
            }
            Self::All => tr(view.language, "faq-ui-all-programmes"),
            Self::One(id) => view.catalogue.get(id).map_or_else(
                || id.to_string(),
                |programme| programme.base.short_name.get(view.language).to_owned(),
            ),
        }
    }
}

/// An entry that is listed.
#[derive(Clone, Copy)]
pub(super) struct Listed<'v> {
    pub(super) programme: &'v Programme,
    pub(super) entry: &'v FaqEntry,
    /// Whether it applies; none where its programme is not in the plan.
    pub(super) truth: Option<Truth>,
}

impl<'v> Listed<'v> {
    /// The id of its programme.
    fn owner(&self) -> &'v str {
        &self.programme.base.id
    }
}

/// Draws the list with its search, and the chosen entry.
pub(super) fn faq_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let room = ui.available_rect_before_wrap();
    let list_width = (room.width() * 0.36).clamp(280.0, 420.0);
    let left = Rect::from_min_max(
        room.min + vec2(EDGE, 20.0),
        pos2(room.left() + EDGE + list_width, room.bottom()),
    );
    let right = Rect::from_min_max(
        pos2(left.right() + GAP, room.top() + 20.0),
        pos2(room.right(), room.bottom()),
    );
    show_what_was_opened(view, state);
    let (listed, all) = listed(view, state);
    move_by_keys(ui, state, &listed);
    let builder = |salt: &'static str, place: Rect| {
        UiBuilder::new()
            .id_salt(salt)
            .max_rect(place)
            .layout(Layout::top_down(Align::Min))
    };
    let mut child = ui.new_child(builder("faq-list", left));
    list_ui(&mut child, view, state, &listed, all);
    let mut child = ui.new_child(builder("faq-entry", right));
    child.shrink_clip_rect(right);
    quiet_scroll_bar(&mut child);
    ScrollArea::vertical()
        .id_salt((
            "faq-entry",
            state.faq_selected.as_deref().unwrap_or_default(),
        ))
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            let margin = Margin {
                left: 0,
                right: 24,
                top: 0,
                bottom: 24,
            };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                entry_card_ui(ui, view, state, &listed, outbox);
            });
        });
}

/// An entry that was opened elsewhere is listed, whatever was searched for before.
fn show_what_was_opened(view: &View<'_>, state: &mut ScreensState) {
    if state.faq.shown == state.faq_selected {
        return;
    }
    state.faq.scroll = true;
    let is_listed = |state: &mut ScreensState| {
        let (listed, _) = listed(view, state);
        let selected = state.faq_selected.as_deref();
        listed
            .iter()
            .any(|of| Some(of.entry.id.as_str()) == selected)
    };
    if state.faq_selected.is_some() && !is_listed(state) {
        state.faq_search.clear();
        state.faq_filter = FaqFilter::All;
    }
    state.faq.shown = state.faq_selected.clone();
}

fn list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    listed: &[Listed<'_>],
    all: usize,
) {
    let language = view.language;
    ui.spacing_mut().item_spacing.y = 8.0;
    text::label(ui, tr(language, "faq-ui-title"), Type::Title);
    let mut was_changed = search_ui(ui, view, state);
    was_changed |= programme_select_ui(ui, view, state);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for filter in FaqFilter::ALL {
            if filter_ui(ui, &filter.words(language), state.faq_filter == filter) {
                was_changed |= state.faq_filter != filter;
                state.faq_filter = filter;
            }
        }
    });
    let words = tr_with(
        language,
        "faq-ui-count",
        &[
            ("shown", count(listed.len() as u64)),
            ("all", count(all as u64)),
        ],
    );
    text::muted(ui, words, Type::Small);
    let selected = state.faq_selected.as_deref();
    let is_selected = |of: &Listed<'_>| Some(of.entry.id.as_str()) == selected;
    let is_lost = !listed.iter().any(is_selected);
    if (selected.is_none() || is_lost)
        && let Some(first) = listed.first()
    {
        state.faq_selected = Some(first.entry.id.as_str().to_owned());
        state.faq.shown = state.faq_selected.clone();
    }
    if was_changed {
        // Other words and filters leave other entries from the next frame on.
        ui.ctx().request_repaint();
    }
    let scroll = std::mem::take(&mut state.faq.scroll);
    quiet_scroll_bar(ui);
    ScrollArea::vertical()
        .id_salt("faq-rows")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            rows_ui(ui, view, state, listed, scroll);
            ui.add_space(16.0);
        });
}

/// Draws the entries under the names of their programmes, where there are several, and their
/// sections.
fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    listed: &[Listed<'_>],
    scroll: bool,
) {
    let language = view.language;
    let first = listed.first().map(Listed::owner);
    let has_several = listed.iter().any(|of| Some(of.owner()) != first);
    let mut programme = None;
    let mut section = None;
    for of in listed {
        let entry = of.entry;
        if has_several && programme != Some(of.owner()) {
            ui.add_space(if programme.is_some() { 18.0 } else { 0.0 });
            programme = Some(of.owner());
            section = None;
            let name = of.programme.base.short_name.get(language);
            text::line(ui, name, Type::Strong);
            ui.add_space(4.0);
        }
        if section != Some(entry.section) {
            ui.add_space(if section.is_some() { 12.0 } else { 0.0 });
            section = Some(entry.section);
            subheading_ui(ui, &section_words(language, entry.section));
            ui.add_space(4.0);
        }
        let is_current = state.faq_selected.as_deref() == Some(entry.id.as_str());
        if row_ui(ui, view, of, is_current, scroll && is_current) {
            state.faq_selected = Some(entry.id.as_str().to_owned());
        }
    }
}

/// Draws the choice of programmes; true when another was chosen.
fn programme_select_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) -> bool {
    let select = Select {
        name: &tr(view.language, "shell-programme"),
        words: &state.faq_programme.words(view),
        look: Look::Known,
        is_active: true,
    };
    let one = |programme: &Programme| FaqProgramme::One(programme.base.id.as_str().into());
    let choices = [FaqProgramme::OfThePlan, FaqProgramme::All].into_iter();
    let choices: Vec<FaqProgramme> = choices
        .chain(view.catalogue.programmes().iter().map(one))
        .collect();
    let width = ui.available_width();
    let id = eframe::egui::Id::unique("faq-programme");
    let (_, chosen) = select.show(ui, id, width, false, |ui| {
        let mut chosen = None;
        for choice in choices {
            let is_chosen = state.faq_programme == choice;
            if list_entry(ui, &choice.words(view), is_chosen, false) {
                chosen = Some(choice);
            }
        }
        chosen
    });
    match chosen.flatten() {
        Some(choice) if choice != state.faq_programme => {
            state.faq_programme = choice;
            true
        }
        Some(_) | None => false,
    }
}

/// Draws the search; true when its words were changed.
fn search_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) -> bool {
    let id = eframe::egui::Id::unique(SEARCH_ID);
    let name = tr(view.language, "faq-ui-search");
    let response = search_field_ui(ui, id, &name, &mut state.faq_search);
    if std::mem::take(&mut state.focus_faq_search) {
        response.request_focus();
    }
    response.changed()
}

/// One of several filters that exclude each other; true when clicked.
pub(super) fn filter_ui(ui: &mut Ui, words: &str, is_chosen: bool) -> bool {
    let theme = Theme::of(ui);
    let ink = if is_chosen { theme.accent } else { theme.muted };
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), theme::medium(12.0), ink);
    let size = vec2(galley.size().x + 18.0, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if is_chosen {
            painter.rect_filled(rect, 13.0, theme.accent_soft);
        } else if response.hovered() {
            painter.rect_filled(rect, 13.0, theme.sunken);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(rect, 13.0, ring, StrokeKind::Inside);
        }
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
        painter.galley_with_override_text_color(at.min, galley, ink);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn row_ui(ui: &mut Ui, view: &View<'_>, of: &Listed<'_>, is_current: bool, scroll: bool) -> bool {
    let (entry, truth) = (of.entry, of.truth);
    let theme = Theme::of(ui);
    let question = entry.question.get(view.language);
    let width = ui.available_width();
    let mut job = eframe::egui::text::LayoutJob::simple(
        question.to_owned(),
        Type::Table.font(),
        theme.text,
        width - 104.0,
    );
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let size = vec2(width, (galley.size().y + 14.0).max(34.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let applies = applies_words(view.language, truth);
        let said = format!("{}, {question}, {applies}", entry.id);
        WidgetInfo::selected(Role::ListBoxOption, true, is_current, said)
    });
    if scroll {
        response.scroll_to_me(None);
    }
    list_row_ground(ui, rect, is_current, &response);
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        let top = rect.top() + (rect.height() - galley.size().y) / 2.0;
        let line = top + 8.0;
        painter.text(
            pos2(rect.left() + 10.0, line),
            Align2::LEFT_CENTER,
            entry.id.as_str(),
            Type::Mono.font(),
            theme.muted,
        );
        painter.galley(pos2(rect.left() + 74.0, top), galley, theme.text);
        if let Some((icon, ink)) = truth.map(|truth| mark_of(truth, theme)) {
            painter.text(
                pos2(rect.right() - 14.0, line),
                Align2::CENTER_CENTER,
                icon,
                theme::icon_font(14.0),
                ink,
            );
        }
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}
