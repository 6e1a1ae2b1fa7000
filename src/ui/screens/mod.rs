//! The screens; each draws from the view and puts what a person asks for into the outbox.

mod decisions;
mod decisions_all;
mod decisions_answers;
mod decisions_effect;
mod decisions_list;
mod derived;
mod faq;
mod faq_entry;
mod faq_found;
mod faq_lines;
mod frame;
mod group_editor;
mod groups_bulk;
mod groups_cells;
mod groups_edit;
mod groups_list;
mod groups_order;
mod groups_state;
mod groups_table;
mod paper;
mod paper_document;
mod paper_exports;
mod paper_job;
mod paper_letters;
mod paper_preview;
mod paper_print;
mod paper_printer;
mod paper_toolbar;
mod paper_zoom;
mod paste_rows;
mod plan;
mod plan_answer;
mod plan_changes;
mod plan_copy;
mod plan_costs;
mod plan_costs_data;
mod plan_costs_draw;
mod plan_costs_table;
mod plan_deployment;
mod plan_exits;
mod plan_findings;
mod plan_ledger;
mod plan_orders;
mod plan_side;
mod plan_side_sums;
mod plan_text;
mod plan_timeline;
mod plan_timeline_bar;
mod plan_timeline_legend;
mod plan_timeline_looks;
mod plan_timeline_marker;
mod plan_timeline_scale;
mod plan_timeline_words;
mod plan_totals;
mod plan_why;
mod profile;
mod profile_anchor;
mod profile_outline;
mod profile_prices;
mod start;
mod start_rows;
mod start_samples;
mod what_if;
mod what_if_words;

use eframe::egui::Ui;

pub use decisions::DecisionsState;
pub use faq::{FaqFilter, FaqProgramme};
pub use faq_found::FaqState;
pub use paper::PaperState;
pub use plan::PlanState;
pub use plan_text::TextViewState;
pub use profile::ProfileState;
pub use start::{RecentFile, StartRequest, StartState, StartView};

use super::panels::announcer::AnnouncerState;
use super::widgets::plan_so_far::plan_line_ui;
use super::widgets::table::take_copied;
use super::widgets::typing::Typing;
use super::{Outbox, PlanPart, Screen, StepKey, View};
use crate::domain::field::{Field, Place};
use crate::domain::profile::DataId;
use derived::Derived;

/// What the screens remember between frames; never part of the document.
#[derive(Debug, Default)]
pub struct ScreensState {
    /// The words that the FAQ is searched for.
    pub faq_search: String,
    /// The entry that is open, by its id.
    pub faq_selected: Option<String>,
    /// Which entries are listed.
    pub faq_filter: FaqFilter,
    /// Of which programmes.
    pub faq_programme: FaqProgramme,
    /// Gives the keyboard to the search of the FAQ.
    pub focus_faq_search: bool,
    /// A part of the plan to scroll to.
    pub scroll_to: Option<PlanPart>,
    /// The group whose fields are shown, by position.
    pub selected_group: usize,
    /// The field that the keyboard is to go to on the profile.
    pub focus_field: Option<(Place, Field)>,
    /// Rows are to be pasted from a spreadsheet.
    pub paste_rows: bool,
    /// A file with rows to look at: its name and its bytes.
    pub import_rows: Option<(String, Vec<u8>)>,
    /// What is being typed.
    pub typing: Typing,
    /// The profile's own state.
    pub profile: ProfileState,
    /// The FAQ's own state.
    pub faq: FaqState,
    /// The decisions' own state.
    pub decisions: DecisionsState,
    /// The plan's own state.
    pub plan: PlanState,
    /// What a screen reader was told of the plan.
    pub announcer: AnnouncerState,
    /// The state of printing and exporting.
    pub paper: PaperState,
    /// The start screen's own state.
    pub start: StartState,
    /// Sums over the plan, worked out once for each plan.
    derived: Derived,
}

impl ScreensState {
    /// Gives up everything that belongs to the document, for another one.
    pub fn forget_document(&mut self) {
        let Self {
            faq_search,
            faq_selected,
            faq_filter,
            faq_programme,
            derived,
            ..
        } = std::mem::take(self);
        // Its number goes on, so that nothing remembered of one plan is taken for another's.
        self.derived = derived;
        self.faq_search = faq_search;
        self.faq_selected = faq_selected;
        self.faq_filter = faq_filter;
        self.faq_programme = faq_programme;
    }

    /// Gives up what belongs to groups by their positions, which have changed.
    pub fn forget_positions(&mut self) {
        self.profile.groups.forget_positions();
        self.typing.forget_groups();
    }

    /// Shows a field on the profile and gives it the keyboard.
    pub fn show_field(&mut self, place: Place, field: Field) {
        if let Place::Group(index) = place {
            self.selected_group = index;
        }
        self.profile.unfold_for(field);
        self.focus_field = Some((place, field));
    }

    /// Whether a dialog of a screen is open, which has the keyboard for itself.
    pub fn has_dialog(&self) -> bool {
        self.profile.bulk.is_some() || self.profile.paste.is_some()
    }

    /// Shows where a price is entered and gives it the keyboard.
    pub fn show_quote(&mut self, id: &DataId) {
        self.show_field(Place::Organisation, Field::Quotes);
        self.profile.prices.focus = Some(DataId::clone(id));
    }

    /// Shows a question of the walk.
    pub fn show_question(&mut self, key: StepKey) {
        self.decisions.select(key);
    }
}

/// Under this width "Plan so far" stands in a line under the screen, too.
const LEAST_WITH_PLAN_BESIDE: f32 = 900.0;

/// Draws the central area of a screen.
pub fn screen_ui(
    ui: &mut Ui,
    screen: Screen,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    state.derived.update(view);
    let groups = view.document.profile.groups.len();
    state.selected_group = state.selected_group.min(groups.saturating_sub(1));
    // Where the column beside has no room, the plan stays in sight in a line.
    if matches!(screen, Screen::Profile | Screen::Decisions)
        && ui.available_width() < LEAST_WITH_PLAN_BESIDE
    {
        plan_line_ui(ui, view, state.derived.counts(), outbox);
    }
    match screen {
        Screen::Start => start::start_screen_ui(ui, view, &mut state.start, outbox),
        Screen::Profile => profile::profile_screen_ui(ui, view, state, outbox),
        Screen::Decisions => decisions::decisions_screen_ui(ui, view, state, outbox),
        Screen::Plan => plan::plan_screen_ui(ui, view, state, outbox),
        Screen::Faq => faq::faq_screen_ui(ui, view, state, outbox),
        Screen::Paper => paper::paper_screen_ui(ui, view, &mut state.paper, outbox),
    }
    if let Some(text) = take_copied(ui) {
        outbox.copy = Some(text);
    }
}
