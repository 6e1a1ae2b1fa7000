//! "What would change this": the smallest changes that do, each of which can be tried at once.

use eframe::egui::{
    Align2, Color32, CursorIcon, Frame, Id, IdSalt, Margin, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::frame::subheading_ui;
use super::what_if_words::{alike_words, change_words, delta_words, note_words};
use crate::document::Edit;
use crate::domain::field::Place;
use crate::domain::what_if::{Change, Nature, Target, WhatIf};
use crate::i18n::{tr, tr_with};
use crate::ui::command::Command;
use crate::ui::theme::{self, Theme};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// Plans that a frame may make for a search: a few milliseconds at most.
const PLANS_A_FRAME: usize = 40;

/// What the search remembers between frames.
#[derive(Debug, Default)]
pub(super) struct WhatIfState {
    /// The plan that the search is about, and what it looks for there.
    of: Option<(u64, Target)>,
    search: Option<WhatIf>,
    /// The sum of the plan that is asked about while no line is chosen.
    pub(super) asked: Option<Target>,
    /// What was tried last, and the plan that it made.
    tried: Option<(u64, String)>,
}

impl WhatIfState {
    /// Searches on for what would change a target of the plan.
    fn update(&mut self, ui: &Ui, view: &View<'_>, version: u64, target: &Target) {
        let is_current = self
            .of
            .as_ref()
            .is_some_and(|(of, known)| *of == version && known == target);
        if !is_current {
            self.of = Some((version, target.clone()));
            self.search = Some(WhatIf::new(
                view.catalogue,
                &view.document.profile,
                view.as_of,
                view.plan,
                target.clone(),
            ));
            ui.ctx().request_repaint();
            return;
        }
        if let Some(search) = &mut self.search
            && !search.is_done()
        {
            search.step(view.catalogue, PLANS_A_FRAME);
            ui.ctx().request_repaint();
        }
    }
}

/// Draws what would change a number or verdict of the plan.
pub(super) fn what_if_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    target: &Target,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let version = state.derived.version();
    let what_if = &mut state.plan.what_if;
    what_if.update(ui, view, version, target);
    ui.add_space(6.0);
    text::label(ui, tr(language, "whatif-title"), Type::Strong);
    let Some(search) = what_if.search.as_ref().filter(|search| search.is_done()) else {
        text::muted(ui, tr(language, "whatif-searching"), Type::Table);
        return;
    };
    let changes = search.changes();
    if changes.is_empty() {
        text::muted(ui, tr(language, "whatif-none"), Type::Table);
        return;
    }
    // Nobody does what leaves endpoints without updates; it stands with what would have to be so.
    let is_offer = |change: &&Change| change.nature == Nature::Decision && change.left_out <= 0;
    let offers: Vec<&Change> = changes.iter().filter(is_offer).collect();
    let others: Vec<&Change> = changes.iter().filter(|c| !is_offer(c)).collect();
    let mut chosen = None;
    for (head, changes) in [("whatif-could", offers), ("whatif-if-so", others)] {
        if changes.is_empty() {
            continue;
        }
        ui.add_space(2.0);
        subheading_ui(ui, &tr(language, head));
        for (position, change) in changes.into_iter().enumerate() {
            let id = Id::unique("what-if").with(IdSalt::new((head, position)));
            if change_ui(ui, view, id, target, change) {
                chosen = Some(change.clone());
            }
        }
    }
    if let Some(change) = chosen {
        outbox.typing_ended = true;
        outbox.edits.push(edit_of(&change));
        let words = change_words(view, &change);
        what_if.tried = Some((version + 1, words));
    }
}

/// The change as one step of the document.
fn edit_of(change: &Change) -> Edit {
    let day = change.as_of.map(|day| Edit::SetAsOf(Some(day)));
    let fields = change.fields.iter().map(|changed| {
        let (field, answer) = (changed.field, changed.answer.clone());
        match changed.places.as_slice() {
            [place] => Edit::SetAnswer {
                place: *place,
                field,
                answer,
            },
            places => Edit::SetAnswers {
                groups: places.iter().filter_map(group_of).collect(),
                field,
                answer,
            },
        }
    });
    Edit::Try(fields.chain(day).collect())
}

fn group_of(place: &Place) -> Option<usize> {
    match place {
        Place::Group(index) => Some(*index),
        Place::Organisation => None,
    }
}

/// Draws one change over the whole width; true when it is to be tried.
fn change_ui(ui: &mut Ui, view: &View<'_>, id: Id, target: &Target, change: &Change) -> bool {
    const LEFT: f32 = 24.0;
    const GAP: f32 = 12.0;
    let language = view.language;
    let theme = Theme::of(ui);
    let words = change_words(view, change);
    let (delta, is_less) = delta_words(language, target, change);
    let note = note_words(view, target, change);
    let ink = match (change.left_out > 0, is_less) {
        (false, true) => theme.covered_free,
        (true, true) => theme.muted,
        (_, false) => theme.text,
    };
    let note_ink = if change.left_out > 0 {
        theme.danger
    } else {
        theme.muted
    };
    let width = ui.available_width();
    let painter = ui.painter();
    let wrap = |words: String, of: Type, ink: Color32, width: f32| {
        painter.layout(words, of.font(), ink, width)
    };
    let delta_galley = wrap(delta.clone(), Type::TableStrong, ink, width * 0.5);
    let room = width - LEFT - GAP - delta_galley.size().x;
    let words_galley = wrap(words.clone(), Type::Table, theme.text, room);
    let note_galley =
        (!note.is_empty()).then(|| wrap(note.clone(), Type::Small, note_ink, width - LEFT));
    let note_height = note_galley.as_ref().map_or(0.0, |note| note.size().y + 2.0);
    let height = words_galley.size().y.max(delta_galley.size().y) + note_height + 10.0;
    let (_, rect) = ui.allocate_space(vec2(width, height));
    let response = ui.interact(rect.expand2(vec2(6.0, 0.0)), id, Sense::click());
    response.widget_info(|| {
        let what = [words.as_str(), delta.as_str(), note.as_str()];
        let what = what.into_iter().filter(|part| !part.is_empty());
        let what = what.collect::<Vec<_>>().join(", ");
        let said = tr_with(language, "whatif-try", &[("what", what.into())]);
        WidgetInfo::labeled(Role::Button, true, said)
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(response.rect, 6.0, theme.accent_soft);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(response.rect, 6.0, ring, StrokeKind::Inside);
        }
        let top = rect.top() + 5.0;
        painter.text(
            pos2(rect.left() + 8.0, top + 8.0),
            Align2::CENTER_CENTER,
            icons::ARROW_BEND_DOWN_RIGHT,
            theme::icon_font(15.0),
            theme.muted,
        );
        let below = top + words_galley.size().y.max(delta_galley.size().y) + 2.0;
        painter.galley(pos2(rect.left() + LEFT, top), words_galley, theme.text);
        let right = rect.right() - delta_galley.size().x;
        painter.galley(pos2(right, top), delta_galley, ink);
        if let Some(note) = note_galley {
            painter.galley(pos2(rect.left() + LEFT, below), note, note_ink);
        }
    }
    let mut hint = tr(language, "whatif-try-hint");
    if let Some(alike) = alike_words(view, change) {
        hint = format!("{alike}\n{hint}");
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(hint)
        .clicked()
}

/// Draws what was tried, with the way back, until something else changes.
pub(super) fn tried_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    let version = state.derived.version();
    let tried = &mut state.plan.what_if.tried;
    // While the change is on its way the plan is still the old one.
    if tried.as_ref().is_some_and(|(made, _)| *made < version) {
        *tried = None;
    }
    let Some((_, words)) = tried.as_ref().filter(|(made, _)| *made == version) else {
        return;
    };
    let theme = Theme::of(ui);
    let mut is_undone = false;
    Frame::new()
        .fill(theme.accent_soft)
        .corner_radius(theme::CARD_RADIUS)
        .inner_margin(Margin::symmetric(16, 12))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 6.0;
            let said = tr_with(language, "whatif-tried", &[("what", words.as_str().into())]);
            text::label(ui, said, Type::Table);
            let undo = tr(language, "whatif-undo");
            let name = tr_with(
                language,
                "whatif-undo-it",
                &[("what", words.as_str().into())],
            );
            is_undone = Button::secondary(icons::ARROW_U_UP_LEFT, &undo)
                .small()
                .named(&name)
                .show(ui)
                .clicked();
        });
    if is_undone {
        outbox.commands.push(Command::Undo);
        state.plan.what_if.tried = None;
    }
}
