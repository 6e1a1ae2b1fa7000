//! The row over the pages: which page is looked at, how large, and the way to the plan as text.

use eframe::egui::{self, Key, Ui};

use super::paper_preview::PreviewState;
use super::paper_zoom::{STEPS, Zoom};
use crate::i18n::{count, number, tr, tr_with};
use crate::ui::View;
use crate::ui::icons;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::control::{Look, Select, list_entry};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::text_field::TextField;

/// The room that all of it needs in one row.
pub(super) const TOOLBAR: f32 = 420.0;

/// Draws what stands in the row, one after the other.
pub(super) fn toolbar_ui(ui: &mut Ui, view: &View<'_>, state: &mut PreviewState) {
    pages_ui(ui, view, state);
    ui.add_space(10.0);
    zoom_ui(ui, view, state);
}

/// Prepares the row; without pages there is nothing to do in it.
fn prepare(ui: &mut Ui, view: &View<'_>) {
    ui.spacing_mut().item_spacing.x = 6.0;
    if view.paper.sheets.is_empty() {
        ui.disable();
    }
}

/// A small button with an icon alone.
fn icon_button(ui: &mut Ui, icon: &str, name: &str, is_enabled: bool) -> bool {
    let button = Button::secondary(icon, "").named(name);
    let response = ui.add_enabled_ui(is_enabled, |ui| button.show(ui)).inner;
    response.on_hover_text(name).clicked()
}

/// Draws which page is looked at, and the ways to others.
pub(super) fn pages_ui(ui: &mut Ui, view: &View<'_>, state: &mut PreviewState) {
    prepare(ui, view);
    let language = view.language;
    let pages = view.paper.sheets.len();
    let last = pages.saturating_sub(1);
    let before = tr(language, "paper-page-before");
    if icon_button(ui, icons::CARET_UP, &before, state.page > 0) {
        state.go_to = Some(state.page.saturating_sub(1));
    }
    let next = tr(language, "paper-page-next");
    if icon_button(ui, icons::CARET_DOWN, &next, state.page < last) {
        state.go_to = Some((state.page + 1).min(last));
    }
    let shown = if pages == 0 { 0 } else { state.page + 1 };
    let mut typed = state.typed.clone().unwrap_or_else(|| shown.to_string());
    let named = typed.trim().parse::<usize>().ok();
    let named = named.filter(|page| (1..=pages).contains(page));
    let look = if named.is_some() || state.typed.is_none() {
        Look::Known
    } else {
        Look::Wrong
    };
    let field = TextField {
        name: &tr(language, "paper-page-field"),
        hint: "",
        width: 52.0,
        look,
        is_number: true,
    };
    let response = field.show(ui, egui::Id::unique("paper-page-field"), &mut typed);
    if response.changed() {
        state.typed = Some(typed);
    }
    if response.lost_focus() {
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
        let typed = state.typed.take();
        if let (Some(page), true, true) = (named, is_entered, typed.is_some()) {
            state.go_to = Some(page - 1);
        }
    }
    let of = tr_with(
        language,
        "paper-page-of",
        &[("count", number(language, pages as u64).into())],
    );
    text::line(ui, of, Type::Table);
}

/// Draws how large the pages are shown, and what changes it.
pub(super) fn zoom_ui(ui: &mut Ui, view: &View<'_>, state: &mut PreviewState) {
    prepare(ui, view);
    let language = view.language;
    step_ui(ui, view, state, false);
    let percent = |scale: f32| {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "the zoom lies far below 1,000 percent"
        )]
        let percent = Zoom::percent(scale).round().max(0.0) as u64;
        tr_with(language, "status-zoom", &[("percent", count(percent))])
    };
    let words = |zoom: Zoom| match zoom {
        Zoom::FitWidth => tr(language, "paper-fit-width"),
        Zoom::FitPage => tr(language, "paper-fit-page"),
        Zoom::Percent(of) => percent(Zoom::scale_of(of)),
    };
    let select = Select {
        name: &tr(language, "paper-zoom"),
        words: &words(state.zoom),
        look: Look::Known,
        is_active: true,
    };
    let id = egui::Id::unique("paper-zoom");
    let (_, chosen) = select.show(ui, id, 148.0, false, |ui| {
        let steps = STEPS.iter().map(|step| Zoom::Percent(f32::from(*step)));
        let all = [Zoom::FitWidth, Zoom::FitPage].into_iter().chain(steps);
        let mut chosen = None;
        for zoom in all {
            if list_entry(ui, &words(zoom), state.zoom == zoom, false) {
                chosen = Some(zoom);
            }
        }
        chosen
    });
    if let Some(zoom) = chosen.flatten() {
        state.zoom = zoom;
    }
    step_ui(ui, view, state, true);
}

/// The button for a step of the zoom.
fn step_ui(ui: &mut Ui, view: &View<'_>, state: &mut PreviewState, is_up: bool) {
    let (sign, id) = if is_up {
        ("+", "paper-zoom-in")
    } else {
        ("−", "paper-zoom-out")
    };
    let name = tr(view.language, id);
    let button = Button::secondary("", sign).named(&name);
    let can = Zoom::can_step(state.scale, is_up);
    let response = ui.add_enabled_ui(can, |ui| button.show(ui)).inner;
    if response.on_hover_text(format!("{name} ({sign})")).clicked() {
        state.zoom = Zoom::stepped(state.scale, is_up);
    }
}
