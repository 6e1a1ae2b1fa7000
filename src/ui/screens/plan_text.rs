//! The whole plan as text: to read without charts and tables, to search and to copy. Only the lines
//! in sight, and some around them for a screen reader, are laid out.

use std::ops::Range;

use chrono::NaiveDate;
use eframe::egui::{
    self, EventFilter, Key, Label, Rect, Response, RichText, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::frame::{EDGE, quiet_scroll_bar};
use crate::domain::text::Language;
use crate::i18n::{number, tr, tr_with};
use crate::report::PlanReport;
use crate::report::text::{Piece, PieceKind, pieces};
use crate::search::fold;
use crate::ui::theme::{CONTROL_HEIGHT, Theme, icon_font};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, PlanPart, View, icons};

/// The room before the lines, so that what was found can be framed.
const INDENT: f32 = 6.0;
/// The height of a line.
const LINE: f32 = 18.0;
/// So many lines beside those in sight stand in the accessibility tree.
const AROUND: usize = 60;

/// What the text view remembers between frames.
#[derive(Debug, Default)]
pub struct TextViewState {
    /// Whether the plan is shown as text.
    pub is_shown: bool,
    /// Gives the keyboard to the field that searches.
    pub focus_find: bool,
    words: String,
    /// Which of the places that were found is shown.
    found: usize,
    /// The words have changed: the first place that has them is to be shown.
    words_changed: bool,
    /// A line to scroll to.
    scroll_to: Option<usize>,
    /// The text, for the plan and language it was made of.
    text: Option<Laid>,
}

/// What the text says hangs on these: the plan's number, the language, today, and whether it tells
/// what newer rules changed.
type MadeFor = (u64, Language, NaiveDate, bool);

fn made_for(view: &View<'_>, version: u64) -> MadeFor {
    let has_changes = view.since_saved.is_some();
    (version, view.language, view.today, has_changes)
}

/// The text as it was laid out.
#[derive(Debug)]
struct Laid {
    made_for: MadeFor,
    pieces: Vec<Piece>,
    /// The first line of each piece, and the number of all lines at the end.
    starts: Vec<usize>,
    /// Where the words were found, by pieces; with the words.
    found: (String, Vec<usize>),
}

impl Laid {
    fn new(view: &View<'_>, version: u64) -> Self {
        let report = PlanReport::new(&view.report_input());
        let pieces = pieces(&report);
        let mut starts = Vec::with_capacity(pieces.len() + 1);
        let mut line = 0;
        for piece in &pieces {
            starts.push(line);
            line += piece.lines();
        }
        starts.push(line);
        Self {
            made_for: made_for(view, version),
            pieces,
            starts,
            found: (String::new(), Vec::new()),
        }
    }

    fn lines(&self) -> usize {
        self.starts.last().copied().unwrap_or(0)
    }

    fn start(&self, piece: usize) -> usize {
        self.starts.get(piece).copied().unwrap_or(0)
    }

    /// The pieces that have one of these lines.
    fn pieces_in(&self, lines: &Range<usize>) -> Range<usize> {
        let after = |line| self.starts.partition_point(|start| *start <= line);
        let last = after(lines.end).min(self.pieces.len());
        after(lines.start).saturating_sub(1).min(last)..last
    }

    /// Looks for words, whatever their case and diacritics.
    fn find(&mut self, words: &str) {
        let words = fold(words.trim());
        if self.found.0 == words {
            return;
        }
        let pieces = self.pieces.iter().enumerate();
        let holds = |piece: &Piece| {
            let folded = fold(&piece.text);
            let on_one_line = folded.split_whitespace().collect::<Vec<_>>().join(" ");
            piece.kind != PieceKind::Layout && on_one_line.contains(&words)
        };
        let found = if words.is_empty() {
            Vec::new()
        } else {
            let found = pieces.filter(|(_, piece)| holds(piece));
            found.map(|(position, _)| position).collect()
        };
        self.found = (words, found);
    }
}

/// The id of the report's part that the rail jumps to.
fn section_id(part: PlanPart) -> &'static str {
    match part {
        PlanPart::Summary => "summary",
        PlanPart::Ledger => "ledger",
        PlanPart::Orders => "orders",
        PlanPart::WaysOut => "exits",
        PlanPart::Calendar => "calendar",
        PlanPart::Deployment => "deployment",
        PlanPart::Keys => "keys",
        PlanPart::Support => "support",
        PlanPart::Warnings => "warnings",
        PlanPart::Assumptions => "open",
    }
}

/// Draws the plan as text over the whole screen.
pub(super) fn text_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let version = state.derived.version();
    let part = state.scroll_to.take();
    let own = &mut state.plan.text;
    let is_current = |laid: &Laid| laid.made_for == made_for(view, version);
    let mut laid = own
        .text
        .take()
        .filter(is_current)
        .unwrap_or_else(|| Laid::new(view, version));
    laid.find(&own.words);
    // Another plan may have fewer places.
    own.found = own.found.min(laid.found.1.len().saturating_sub(1));
    if std::mem::take(&mut own.words_changed) {
        own.scroll_to = laid.found.1.first().map(|piece| laid.start(*piece));
    }
    if let Some(part) = part {
        let section = PieceKind::Section(section_id(part));
        let mut kinds = laid.pieces.iter().map(|piece| piece.kind);
        let position = kinds.position(|kind| kind == section);
        own.scroll_to = position.map(|position| laid.start(position));
    }
    let room = ui.available_rect_before_wrap().shrink2(vec2(EDGE, 20.0));
    let builder = egui::UiBuilder::new().id_salt("plan-text").max_rect(room);
    ui.scope_builder(builder, |ui| {
        let sold_by_oem = state.derived.sold_by_oem(view);
        super::plan::head_ui(ui, view, sold_by_oem, own, outbox);
        ui.add_space(12.0);
        find_row_ui(ui, view, own, &laid, outbox);
        ui.add_space(8.0);
        Theme::of(ui).card().show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            text_ui(ui, view, own, &laid);
        });
    });
    own.text = Some(laid);
}

fn find_row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    own: &mut TextViewState,
    laid: &Laid,
    outbox: &mut Outbox,
) {
    let language = view.language;
    text::row_ui(ui, CONTROL_HEIGHT, |ui| {
        let hint = tr(language, "plan-screen-find");
        let field = TextEdit::singleline(&mut own.words)
            .hint_text(RichText::new(&hint).color(Theme::of(ui).muted))
            .desired_width(260.0)
            .min_size(vec2(260.0, CONTROL_HEIGHT))
            .align(egui::Align2::LEFT_CENTER)
            .margin(egui::Margin::symmetric(10, 4))
            .prefix(
                RichText::new(icons::MAGNIFYING_GLASS)
                    .font(icon_font(14.0))
                    .color(Theme::of(ui).muted),
            );
        let response = ui.add(field).accessible_name(&hint);
        if std::mem::take(&mut own.focus_find) {
            response.request_focus();
        }
        let found = &laid.found.1;
        if response.changed() {
            own.found = 0;
            own.words_changed = true;
            ui.ctx().request_repaint();
        }
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if enter {
            response.request_focus();
        }
        let back = ui.input(|input| input.modifiers.shift);
        let mut step = enter.then_some(!back);
        for (forwards, icon, id) in [
            (false, icons::CARET_UP, "plan-screen-find-before"),
            (true, icons::CARET_DOWN, "plan-screen-find-next"),
        ] {
            let name = tr(language, id);
            let button = Button::quiet(icon, "").named(&name);
            if button.show(ui).on_hover_text(&name).clicked() {
                step = Some(forwards);
            }
        }
        if let (Some(forwards), false) = (step, found.is_empty()) {
            let count = found.len();
            own.found = if forwards {
                (own.found + 1) % count
            } else {
                (own.found + count - 1) % count
            };
        }
        if step.is_some() {
            let piece = found.get(own.found).copied();
            own.scroll_to = piece.map(|piece| laid.start(piece));
        }
        if !own.words.trim().is_empty() {
            let at = if found.is_empty() { 0 } else { own.found + 1 };
            let words = tr_with(
                language,
                "plan-screen-found",
                &[
                    ("at", number(language, at as u64).into()),
                    ("all", number(language, found.len() as u64).into()),
                ],
            );
            text::line(ui, words, Type::Table);
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let words = tr(language, "plan-screen-copy-text");
            if Button::secondary(icons::COPY, &words).show(ui).clicked() {
                let pieces = laid.pieces.iter();
                outbox.copy = Some(pieces.map(|piece| piece.text.as_str()).collect());
            }
        });
    });
}

#[expect(clippy::cast_precision_loss, reason = "a length on the screen")]
fn height_of(lines: usize) -> f32 {
    lines as f32 * LINE
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a place on the screen, from 0 on"
)]
fn line_at(y: f32) -> usize {
    (y / LINE).max(0.0) as usize
}

fn text_ui(ui: &mut Ui, view: &View<'_>, own: &mut TextViewState, laid: &Laid) {
    let style = std::sync::Arc::clone(ui.style());
    quiet_scroll_bar(ui);
    let id = ui.make_persistent_id("plan-text-place");
    let memory: f32 = ui.data(|data| data.get_temp(id)).unwrap_or(0.0);
    let place = ui.available_rect_before_wrap();
    // The text itself is a stop of the Tab key: arrows and page keys move through it.
    let response = ui.interact(place, id.with("focus"), Sense::FOCUSABLE);
    response.widget_info(|| {
        let name = tr(view.language, "plan-screen-text-name");
        WidgetInfo::labeled(Role::Document, true, name)
    });
    let all = height_of(laid.lines());
    let keyed = scroll_keys(ui, &response, memory, place.height(), all);
    let wanted = own.scroll_to.take().map(|line| height_of(line) - LINE);
    let mut area = ScrollArea::both()
        .id_salt("plan-text-lines")
        .auto_shrink([false, false]);
    if let Some(offset) = wanted.or(keyed) {
        area = area.vertical_scroll_offset(offset.clamp(0.0, (all - place.height()).max(0.0)));
    }
    let output = area.show_viewport(ui, |ui, sight| {
        ui.set_style(style);
        ui.set_height(all);
        let top = ui.max_rect().top();
        let first = line_at(sight.top()).saturating_sub(AROUND);
        let lines = first..(line_at(sight.bottom()) + AROUND).min(laid.lines());
        for position in laid.pieces_in(&lines) {
            if let Some(piece) = laid.pieces.get(position) {
                let y = top + height_of(laid.start(position));
                let current = laid.found.1.get(own.found).copied();
                let is_found = laid.found.1.binary_search(&position).is_ok();
                piece_ui(ui, piece, y, is_found, current == Some(position));
            }
        }
    });
    let offset = output.state.clamped_offset().y;
    ui.data_mut(|data| data.insert_temp(id, offset));
    if response.has_focus() {
        let ring = Stroke::new(2.0, Theme::of(ui).accent);
        ui.painter()
            .rect_stroke(place.expand(8.0), 6.0, ring, StrokeKind::Inside);
    }
}

/// Where keys move the text to while it has the keyboard.
fn scroll_keys(ui: &Ui, response: &Response, offset: f32, page: f32, all: f32) -> Option<f32> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
        if pressed(Key::ArrowDown) {
            Some(offset + 2.0 * LINE)
        } else if pressed(Key::ArrowUp) {
            Some(offset - 2.0 * LINE)
        } else if pressed(Key::PageDown) {
            Some(offset + page - 2.0 * LINE)
        } else if pressed(Key::PageUp) {
            Some(offset - page + 2.0 * LINE)
        } else if pressed(Key::Home) {
            Some(0.0)
        } else if pressed(Key::End) {
            Some(all)
        } else {
            None
        }
    })
}

/// Draws one piece where it stands.
fn piece_ui(ui: &mut Ui, piece: &Piece, top: f32, is_found: bool, is_current: bool) {
    let theme = Theme::of(ui);
    let lines = piece.text.trim_end_matches('\n');
    if lines.is_empty() {
        return;
    }
    let left = ui.max_rect().left();
    let (font, ink) = match piece.kind {
        PieceKind::Heading(_) | PieceKind::Section(_) => (Type::Command.font(), theme.accent),
        PieceKind::Text => (Type::Command.font(), theme.text),
        PieceKind::Layout => (Type::Command.font(), theme.line),
    };
    if piece.kind == PieceKind::Layout {
        let at = pos2(left + INDENT, top + 2.0);
        let galley = ui.painter().layout_no_wrap(lines.to_owned(), font, ink);
        ui.painter().galley(at, galley, ink);
        return;
    }
    let height = height_of(piece.lines());
    let width = ui.max_rect().width();
    let place = Rect::from_min_size(pos2(left, top), vec2(width, height));
    if is_found {
        ui.painter().rect_filled(place, 3.0, theme.accent_soft);
        if is_current {
            let ring = Stroke::new(1.0, theme.accent);
            ui.painter()
                .rect_stroke(place, 3.0, ring, StrokeKind::Inside);
        }
    }
    let words = RichText::new(lines)
        .font(font)
        .line_height(Some(LINE))
        .color(ink);
    let builder = egui::UiBuilder::new()
        .max_rect(place.with_min_x(left + INDENT))
        .id_salt(egui::IdSalt::new(("piece", top.to_bits())));
    let mut child = ui.new_child(builder);
    let response = child.add(Label::new(words).extend().selectable(true));
    match piece.kind {
        PieceKind::Heading(level) => heading_node(ui, &response, lines, level),
        PieceKind::Section(_) => heading_node(ui, &response, lines, 2),
        PieceKind::Text if !piece.spoken.is_empty() => {
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &piece.spoken));
        }
        PieceKind::Text | PieceKind::Layout => {}
    }
}

/// Tells a screen reader that this is a heading, and of which level.
fn heading_node(ui: &Ui, response: &Response, words: &str, level: usize) {
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_level(level);
    });
}
