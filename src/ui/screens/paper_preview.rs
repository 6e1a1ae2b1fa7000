//! The pages one under the other, from the layout that is printed and saved. Pictures are asked for
//! of those in sight and a few around them.

use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{
    self, Color32, EventFilter, Id, Key, Modifiers, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, accesskit::Live, pos2, vec2,
};

use super::frame::quiet_scroll_bar;
use super::paper::standing;
use super::paper_zoom::{Places, Zoom};
use crate::i18n::{number, tr, tr_with};
use crate::ui::paper::{Layout, PaperAsk, Sheet, Wanted};
use crate::ui::theme::Theme;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// The most pixels of a picture, and of all pictures together: a page at 400 % on a fine screen
/// would take a hundred megabytes.
const MOST_PIXELS: f32 = 12e6;
const MOST_PIXELS_OF_ALL: f32 = 30e6;

/// So many pages on either side of those in sight are ready before somebody comes to them.
const AROUND: usize = 2;

/// What the preview remembers between frames.
#[derive(Debug, Default)]
pub(super) struct PreviewState {
    pub(super) zoom: Zoom,
    /// The page that is looked at.
    pub(super) page: usize,
    /// A page to go to.
    pub(super) go_to: Option<usize>,
    /// Points of the window in a point of paper.
    pub(super) scale: f32,
    /// The text of the field that names a page, while it is typed.
    pub(super) typed: Option<String>,
    /// What is at the top of the window: it stays there when the zoom or the pages change.
    top: (usize, f32),
    /// At which scale, of how many pages.
    top_of: (f32, usize),
    /// Whether the keyboard was given to the pages, not taken to them: that needs no ring yet.
    is_given: bool,
    /// What was said last of the pages.
    said: String,
}

/// Draws the pages into what is left of the place.
pub(super) fn preview_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut PreviewState,
    takes_focus: bool,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    let place = ui.available_rect_before_wrap();
    ui.painter().rect_filled(place, 0.0, theme.sunken);
    let id = Id::unique("paper-pages");
    let response = ui.interact(place, id, Sense::FOCUSABLE);
    response.widget_info(|| {
        WidgetInfo::labeled(Role::Document, true, tr(view.language, "paper-pages-name"))
    });
    if takes_focus {
        response.request_focus();
        state.is_given = true;
    } else if ui.input(has_key) {
        state.is_given = false;
    }
    say_ui(ui, view, state, place);
    let sheets = view.paper.sheets;
    if let Layout::Failed(problem) = view.paper.layout {
        failed_ui(ui, view, place, problem);
        return;
    }
    if sheets.is_empty() {
        under_way_ui(ui, view, place);
        return;
    }
    pinch(ui, &response, state);
    let sight = place.size();
    let mut places = Places::new(sheets, state.zoom, sight);
    let keyed = keys(ui, &response, state, &places, sight, sheets.len());
    if keyed.is_some() {
        places = Places::new(sheets, state.zoom, sight);
    }
    let style = std::sync::Arc::clone(ui.style());
    quiet_scroll_bar(ui);
    let mut area = ScrollArea::both()
        .id_salt("paper-scroll")
        .auto_shrink([false, false]);
    let (_, known) = state.top_of;
    let has_moved = known > 0 && state.top_of != (places.scale, sheets.len());
    let wanted = match (state.go_to.take(), keyed) {
        (Some(page), _) => Some(places.offset_of(page)),
        (None, Some(Move::To(offset))) => Some(offset),
        (None, _) if has_moved => Some(places.height_of(state.top)),
        (None, _) => None,
    };
    if let Some(offset) = wanted {
        let most = (places.room.y - sight.y).max(0.0);
        area = area.vertical_scroll_offset(offset.clamp(0.0, most));
    }
    let output = area.show_viewport(ui, |ui, port| {
        ui.set_style(style);
        ui.set_min_size(places.room);
        let origin = ui.max_rect().min;
        let in_sight = places.at(port.top()).0..=places.at(port.bottom()).0;
        for page in in_sight.clone() {
            if let (Some(sheet), Some(top)) = (sheets.get(page), places.tops.get(page)) {
                let size = sheet.size * places.scale;
                let left = (places.room.x - size.x) / 2.0;
                let at = origin + vec2(left.max(0.0), *top);
                let rect = Rect::from_min_size(at, size);
                sheet_ui(ui, view, sheet, rect, page);
            }
        }
        *in_sight.start()..*in_sight.end() + 1
    });
    let offset = output.state.clamped_offset().y;
    state.top = places.at(offset);
    state.top_of = (places.scale, sheets.len());
    state.scale = places.scale;
    state.page = page_looked_at(&places, offset, sight.y, sheets.len());
    let wanted = wanted_pictures(ui, view, &places, output.inner, sheets);
    outbox.paper.push(PaperAsk::Pictures(wanted));
    if response.has_focus() && !state.is_given {
        let ring = Stroke::new(2.0, theme.accent);
        ui.painter()
            .rect_stroke(place.shrink(1.0), 2.0, ring, StrokeKind::Inside);
    }
}

/// Whether a key was pressed.
fn has_key(input: &egui::InputState) -> bool {
    let is_key = |event: &egui::Event| matches!(event, egui::Event::Key { pressed: true, .. });
    input.events.iter().any(is_key)
}

/// The page that lies over the upper third of the window; at the end the last one.
fn page_looked_at(places: &Places, offset: f32, height: f32, count: usize) -> usize {
    let is_at_end = offset + height >= places.room.y - 1.0;
    if is_at_end && offset > 0.0 {
        count.saturating_sub(1)
    } else {
        places.at(offset + height / 3.0).0
    }
}

/// Where keys lead.
enum Move {
    /// How far down.
    To(f32),
    /// Nowhere, but the zoom has changed.
    Zoomed,
}

/// Ctrl with the wheel, and two fingers.
fn pinch(ui: &Ui, response: &Response, state: &mut PreviewState) {
    let is_over = response.contains_pointer() || ui.rect_contains_pointer(response.rect);
    let factor = ui.input(eframe::egui::InputState::zoom_delta);
    if is_over && (factor - 1.0).abs() > 0.001 && state.scale > 0.0 {
        state.zoom = Zoom::times(state.scale, factor);
    }
}

/// The keys of the pages while they have the keyboard.
fn keys(
    ui: &Ui,
    response: &Response,
    state: &mut PreviewState,
    places: &Places,
    sight: Vec2,
    count: usize,
) -> Option<Move> {
    const LINE: f32 = 48.0;
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter {
        vertical_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let offset = places.height_of(state.top);
    let pressed = ui.input_mut(|input| {
        [
            Key::PageDown,
            Key::PageUp,
            Key::Home,
            Key::End,
            Key::ArrowDown,
            Key::ArrowUp,
            Key::Plus,
            Key::Equals,
            Key::Minus,
        ]
        .into_iter()
        .find(|key| {
            // A plus may need Shift.
            input.consume_key(Modifiers::NONE, *key)
                || (matches!(key, Key::Plus | Key::Equals)
                    && input.consume_key(Modifiers::SHIFT, *key))
        })
    })?;
    let page = state.page;
    let to_page = |page: usize| Move::To(places.offset_of(page));
    // A page that is higher than the window is read by windows, others by pages.
    let is_high = sight.y < 0.8 * (places.height_of((1, 0.0)) - places.height_of((0, 0.0)));
    Some(match pressed {
        Key::PageDown if is_high && count > 1 => Move::To(offset + sight.y * 0.9),
        Key::PageUp if is_high && count > 1 => Move::To(offset - sight.y * 0.9),
        Key::PageDown => to_page((page + 1).min(count.saturating_sub(1))),
        Key::PageUp => to_page(page.saturating_sub(1)),
        Key::Home => Move::To(0.0),
        Key::End => Move::To(places.room.y),
        Key::ArrowDown => Move::To(offset + LINE),
        Key::ArrowUp => Move::To(offset - LINE),
        key => {
            state.zoom = Zoom::stepped(places.scale, key != Key::Minus);
            Move::Zoomed
        }
    })
}

/// Draws one page, or white paper while its picture is made.
fn sheet_ui(ui: &Ui, view: &View<'_>, sheet: &Sheet, rect: Rect, page: usize) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    let shadow = egui::Shadow {
        offset: [0, 2],
        blur: 10,
        spread: 0,
        color: Color32::from_black_alpha(if ui.visuals().dark_mode { 120 } else { 40 }),
    };
    painter.add(shadow.as_shape(rect, 0.0));
    painter.rect_filled(rect, 0.0, Color32::WHITE);
    if let Some(picture) = &sheet.picture {
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        // A picture of the right size lies pixel on pixel, or its letters are blurred.
        let pixels = ui.ctx().pixels_per_point();
        let own = picture.size_vec2() / pixels;
        let is_right = (own - rect.size()).abs().max_elem() < 1.5 / pixels;
        let size = if is_right { own } else { rect.size() };
        let at = rect.min.round_to_pixels(pixels);
        let place = Rect::from_min_size(at, size);
        painter.image(picture.id(), place, whole, Color32::WHITE);
    }
    painter.rect_stroke(rect, 0.0, theme.hairline(), StrokeKind::Outside);
    let response = ui.interact(rect, ui.scope_id().with(("page", page)), Sense::hover());
    response.widget_info(|| {
        let language = view.language;
        let words = tr_with(
            language,
            "paper-page-name",
            &[
                ("page", number(language, page as u64 + 1).into()),
                (
                    "count",
                    number(language, view.paper.sheets.len() as u64).into(),
                ),
            ],
        );
        WidgetInfo::labeled(Role::Image, true, words)
    });
}

/// The pages to have pictures of: those in sight first, then around them as far as there is room.
fn wanted_pictures(
    ui: &Ui,
    view: &View<'_>,
    places: &Places,
    in_sight: std::ops::Range<usize>,
    sheets: &[Sheet],
) -> Wanted {
    let size = sheets.first().map_or(Vec2::splat(1.0), |sheet| sheet.size);
    let longest_side = f32::from(u16::try_from(view.paper.longest_side).unwrap_or(u16::MAX));
    let by_area = (MOST_PIXELS / (size.x * size.y)).sqrt();
    let by_side = (longest_side - 1.0) / size.max_elem();
    let fine = places.scale * ui.ctx().pixels_per_point();
    let pixels_per_point = fine.min(by_area).min(by_side);
    let each = size.x * size.y * pixels_per_point * pixels_per_point;
    let last = sheets.len();
    let before = (1..=AROUND).filter_map(|step| in_sight.start.checked_sub(step));
    let after = (0..AROUND).map(|step| in_sight.end + step);
    let around = after.zip(before.map(Some).chain(std::iter::repeat(None)));
    let around = around
        .flat_map(|(after, before)| [Some(after), before])
        .flatten();
    let mut room = MOST_PIXELS_OF_ALL;
    let mut pages: Vec<usize> = Vec::new();
    for page in in_sight.clone().chain(around).filter(|page| *page < last) {
        room -= each;
        if room < 0.0 && !in_sight.contains(&page) {
            break;
        }
        pages.push(page);
    }
    Wanted {
        pages,
        pixels_per_inch: pixels_per_point * 72.0,
    }
}

/// Tells a screen reader how far the pages are, when that changes. It takes no room.
fn say_ui(ui: &Ui, view: &View<'_>, state: &mut PreviewState, place: Rect) {
    if let Some(choices) = view.paper.choices {
        let words = standing(view, choices);
        if state.said != words {
            state.said = words;
        }
    }
    let corner = Rect::from_min_size(place.min, vec2(1.0, 1.0));
    let response = ui.interact(corner, ui.scope_id().with("paper-said"), Sense::empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &state.said));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(Live::Polite);
    });
}

/// What stands in the middle of the place while there are no pages.
fn middle_ui(ui: &mut Ui, place: Rect, add_contents: impl FnOnce(&mut Ui)) {
    let size = vec2(400.0_f32.min(place.width() - 48.0), 120.0);
    let builder = egui::UiBuilder::new()
        .id_salt("paper-middle")
        .max_rect(Rect::from_center_size(place.center(), size))
        .layout(egui::Layout::top_down(egui::Align::Center));
    ui.scope_builder(builder, add_contents);
}

fn under_way_ui(ui: &mut Ui, view: &View<'_>, place: Rect) {
    middle_ui(ui, place, |ui| {
        text::icon(ui, icons::ARROWS_CLOCKWISE, 24.0, Theme::of(ui).faint);
        ui.add_space(12.0);
        text::muted(ui, tr(view.language, "paper-under-way"), Type::Body);
    });
}

fn failed_ui(ui: &mut Ui, view: &View<'_>, place: Rect, problem: &str) {
    middle_ui(ui, place, |ui| {
        text::icon(ui, icons::WARNING, 24.0, Theme::of(ui).danger);
        ui.add_space(12.0);
        text::label(ui, tr(view.language, "paper-failed"), Type::Heading);
        let problem = problem.to_owned().into();
        let words = tr_with(view.language, "paper-fault", &[("problem", problem)]);
        text::muted(ui, words, Type::Body);
    });
}
