//! The command palette: a field with what it finds under it, over everything else.

use eframe::egui::accesskit::Live;
use eframe::egui::{
    self, Align2, Area, Color32, Context, Frame, Id, Key, Margin, Modal, Modifiers, Rect, Role,
    ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::domain::text::Language;
use crate::i18n::{count, tr, tr_with};
use crate::ui::command::Standing;
use crate::ui::icons;
use crate::ui::palette::{Found, Index, Item, Kind, Target};
use crate::ui::theme::{CARD_RADIUS, CONTROL_HEIGHT, Theme, icon_font, medium, regular};
use crate::ui::widgets::card::hairline;
use crate::ui::widgets::text::{self, Type};

/// How many results are listed at most.
const MOST: usize = 60;
/// The height of a result.
const ROW: f32 = 34.0;
/// The rows that Page Up and Page Down go.
const PAGE: usize = 8;

/// The palette while it is open.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    /// What is typed.
    pub words: String,
    /// What the words find; none after they changed.
    pub found: Option<Found>,
    /// The line that Enter means.
    pub chosen: usize,
    /// Whether the chosen line is to be brought into sight.
    pub moved: bool,
}

/// What was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PaletteAnswer {
    /// Go there.
    Go(Target),
    /// Close the palette.
    Close,
}

/// What the palette is drawn from.
#[derive(Clone, Copy)]
pub struct PaletteView<'a> {
    /// The language of its words.
    pub language: Language,
    /// What can be found.
    pub index: &'a Index,
    /// What commands hang on.
    pub standing: &'a Standing,
    /// The field that it opens under; none where that has no room.
    pub place: Option<Rect>,
}

/// A line of the list.
enum Line<'a> {
    Item(&'a Item),
    /// The FAQ is searched whole for the words.
    SearchFaq,
}

/// Draws the palette; returns the answer once there is one.
pub fn palette_ui(
    context: &Context,
    view: PaletteView<'_>,
    state: &mut Palette,
) -> Option<PaletteAnswer> {
    let theme = Theme::of(context);
    let window = context.content_rect();
    let width = (window.width() - 32.0).clamp(200.0, 600.0);
    let middle = view
        .place
        .map_or(window.center().x, |place| place.center().x);
    let left = (middle - width / 2.0).clamp(16.0, (window.right() - width - 16.0).max(16.0));
    let top = view.place.map_or(6.0, |place| place.top() - 8.0);
    let id = Id::unique("palette");
    let frame = Frame::new()
        .fill(theme.panel)
        .stroke(theme.hairline())
        .corner_radius(CARD_RADIUS)
        .shadow(context.global_style().visuals.window_shadow);
    let area: Area = Modal::default_area(id)
        .accessible_name(tr(view.language, "shell-search"))
        .anchor(Align2::LEFT_TOP, vec2(left, top.max(2.0)))
        .constrain(true);
    let modal = Modal::new(id)
        .area(area)
        .frame(frame)
        .backdrop_color(Color32::TRANSPARENT);
    let most_height = (window.bottom() - top - CONTROL_HEIGHT - 70.0).clamp(ROW, 12.0 * ROW);
    let shown = modal.show(context, |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 0.0;
        content_ui(ui, view, state, most_height)
    });
    // What lies behind it is out of reach.
    context.accesskit_node_builder(id, egui::accesskit::Node::set_modal);
    let dismissed = shown.should_close();
    shown.inner.or(dismissed.then_some(PaletteAnswer::Close))
}

fn content_ui(
    ui: &mut Ui,
    view: PaletteView<'_>,
    state: &mut Palette,
    most_height: f32,
) -> Option<PaletteAnswer> {
    let entered = take_keys(ui, state);
    let was = state.words.clone();
    Frame::new()
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, |ui| field_ui(ui, view.language, &mut state.words));
    hairline(ui);
    if state.words != was {
        state.found = None;
        state.chosen = 0;
        state.moved = true;
        // The field has shown in this frame what it held before.
        ui.ctx().request_repaint();
    }
    let found = state
        .found
        .get_or_insert_with(|| view.index.search(&state.words, MOST))
        .clone();
    let items = found.best.iter().filter_map(|at| view.index.get(*at));
    let mut lines: Vec<Line<'_>> = items.map(Line::Item).collect();
    if !state.words.trim().is_empty() {
        lines.push(Line::SearchFaq);
    }
    state.chosen = state.chosen.min(lines.len().saturating_sub(1));
    let clicked = list_ui(ui, view, state, &lines, most_height);
    hairline(ui);
    foot_ui(ui, view, &found, lines.get(state.chosen));
    let chosen = if entered { Some(state.chosen) } else { clicked };
    target_of(view, lines.get(chosen?)?).map(PaletteAnswer::Go)
}

/// Where a line leads; none for a command that can't be done now.
fn target_of(view: PaletteView<'_>, line: &Line<'_>) -> Option<Target> {
    match line {
        Line::SearchFaq => Some(Target::SearchFaq),
        Line::Item(item) => why_not(view, item).is_none().then(|| item.target.clone()),
    }
}

fn why_not(view: PaletteView<'_>, item: &Item) -> Option<&'static str> {
    match item.target {
        Target::Command(command) => command.why_not(view.standing),
        _ => None,
    }
}

/// The keys that the list takes before the field; true for Enter.
fn take_keys(ui: &Ui, state: &mut Palette) -> bool {
    let before = state.chosen;
    let entered = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(Modifiers::NONE, key);
        if pressed(Key::ArrowDown) {
            state.chosen += 1;
        }
        if pressed(Key::ArrowUp) {
            state.chosen = state.chosen.saturating_sub(1);
        }
        if pressed(Key::PageDown) {
            state.chosen += PAGE;
        }
        if pressed(Key::PageUp) {
            state.chosen = state.chosen.saturating_sub(PAGE);
        }
        pressed(Key::Enter)
    });
    state.moved |= state.chosen != before;
    entered
}

fn field_ui(ui: &mut Ui, language: Language, words: &mut String) {
    let theme = Theme::of(ui);
    let name = tr(language, "shell-search");
    let hint = text::rich(ui, &name, Type::Body).color(theme.muted);
    let margin = Margin {
        left: 28,
        right: 4,
        top: 0,
        bottom: 0,
    };
    let width = ui.available_width();
    let response = ui.add(
        TextEdit::singleline(words)
            .id(Id::unique("palette-field"))
            .frame(Frame::new().inner_margin(margin))
            .hint_text(hint)
            .char_limit(200)
            .desired_width(width)
            .min_size(vec2(width, CONTROL_HEIGHT - 4.0))
            .align(Align2::LEFT_CENTER),
    );
    ui.painter().text(
        response.rect.left_center() + vec2(12.0, 0.0),
        Align2::CENTER_CENTER,
        icons::MAGNIFYING_GLASS,
        icon_font(15.0),
        theme.muted,
    );
    // The keyboard stays in the field: the list is walked by keys that the field does not need.
    if !response.has_focus() {
        response.request_focus();
    }
    response.accessible_name(name);
}

fn list_ui(
    ui: &mut Ui,
    view: PaletteView<'_>,
    state: &mut Palette,
    lines: &[Line<'_>],
    most_height: f32,
) -> Option<usize> {
    let mut clicked = None;
    Frame::new().inner_margin(Margin::same(6)).show(ui, |ui| {
        ScrollArea::vertical()
            .max_height(most_height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                for (position, line) in lines.iter().enumerate() {
                    let is_chosen = position == state.chosen;
                    if line_ui(ui, view, &state.words, line, is_chosen, state.moved) {
                        clicked = Some(position);
                    }
                }
                if lines.is_empty() {
                    text::muted(ui, tr(view.language, "palette-nothing"), Type::Table);
                }
            });
    });
    state.moved = false;
    clicked
}

/// What a line shows.
struct Words {
    icon: &'static str,
    title: String,
    detail: String,
    at_right: String,
    kind: String,
    why_not: Option<String>,
}

fn words_of(ui: &Ui, view: PaletteView<'_>, typed: &str, line: &Line<'_>) -> Words {
    let language = view.language;
    let item = match line {
        Line::Item(item) => *item,
        Line::SearchFaq => {
            let kind = Kind::Faq.word(language);
            return Words {
                icon: icons::MAGNIFYING_GLASS,
                title: tr_with(
                    language,
                    "palette-search-faq",
                    &[("words", typed.trim().into())],
                ),
                detail: String::new(),
                at_right: kind.clone(),
                kind,
                why_not: None,
            };
        }
    };
    let kind = item.kind.word(language);
    let (icon, keys) = match item.target {
        Target::Command(command) => (command.icon(), command.keys(ui.ctx())),
        _ => (item.kind.icon(), String::new()),
    };
    let why_not = why_not(view, item).map(|why| tr(language, why));
    let at_right = match &why_not {
        Some(why) => why.clone(),
        None if item.kind == Kind::Command => keys,
        None => kind.clone(),
    };
    Words {
        icon: if icon.is_empty() {
            Kind::Command.icon()
        } else {
            icon
        },
        title: item.title.clone(),
        detail: item.detail.clone(),
        at_right,
        kind,
        why_not,
    }
}

/// What a screen reader says of a line.
fn spoken(words: &Words, is_command: bool) -> String {
    let mut parts = vec![words.title.as_str()];
    if !words.detail.is_empty() {
        parts.push(&words.detail);
    }
    parts.push(&words.kind);
    if words.why_not.is_some() || (is_command && !words.at_right.is_empty()) {
        parts.push(&words.at_right);
    }
    parts.join(", ")
}

fn line_ui(
    ui: &mut Ui,
    view: PaletteView<'_>,
    typed: &str,
    line: &Line<'_>,
    is_chosen: bool,
    has_moved: bool,
) -> bool {
    let theme = Theme::of(ui);
    // The list is not walked by Tab.
    let sense = Sense::click() - Sense::FOCUSABLE;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    if is_chosen && has_moved {
        ui.scroll_to_rect(rect, None);
    }
    let words = words_of(ui, view, typed, line);
    let is_command = matches!(line, Line::Item(item) if item.kind == Kind::Command);
    let is_enabled = words.why_not.is_none();
    response.widget_info(|| {
        let said = spoken(&words, is_command);
        WidgetInfo::selected(Role::ListBoxOption, is_enabled, is_chosen, said)
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(is_chosen);
    });
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if is_chosen {
            painter.rect_filled(rect, 6.0, theme.accent_soft);
        } else if response.hovered() && is_enabled {
            painter.rect_filled(rect, 6.0, theme.sunken);
        }
        let ink = match (is_enabled, is_chosen) {
            (false, _) => theme.faint,
            (true, true) => theme.accent,
            (true, false) => theme.text,
        };
        line_text(ui, rect, &words, ink, is_enabled);
    }
    response.clicked()
}

fn line_text(ui: &Ui, rect: Rect, words: &Words, ink: Color32, is_enabled: bool) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    let middle = rect.center().y;
    let quiet = if is_enabled { theme.muted } else { theme.faint };
    painter.text(
        pos2(rect.left() + 18.0, middle),
        Align2::CENTER_CENTER,
        words.icon,
        icon_font(14.0),
        quiet,
    );
    let right = pos2(rect.right() - 10.0, middle);
    let at_right = painter.text(
        right,
        Align2::RIGHT_CENTER,
        &words.at_right,
        regular(12.0),
        theme.muted,
    );
    let start = rect.left() + 36.0;
    let room = (at_right.left() - 14.0 - start).max(20.0);
    let mut job = egui::text::LayoutJob::default();
    let format = |font, color| egui::TextFormat::simple(font, color);
    job.append(&words.title, 0.0, format(medium(13.5), ink));
    if !words.detail.is_empty() {
        job.append(&words.detail, 8.0, format(regular(12.5), quiet));
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(room);
    let galley = painter.layout_job(job);
    let at = pos2(start, middle - galley.size().y / 2.0);
    painter.galley(at, galley, ink);
}

/// How many results there are, announced with the chosen one, and the keys.
fn foot_ui(ui: &mut Ui, view: PaletteView<'_>, found: &Found, chosen: Option<&Line<'_>>) {
    let theme = Theme::of(ui);
    let language = view.language;
    let listed = found.best.len() as u64;
    let words = if found.all > found.best.len() {
        let all = [("shown", count(listed)), ("count", count(found.all as u64))];
        tr_with(language, "palette-count-of", &all)
    } else {
        tr_with(language, "palette-count", &[("count", count(listed))])
    };
    let size = vec2(ui.available_width(), 28.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let said = match chosen {
        Some(Line::Item(item)) => format!("{words}. {}", item.title),
        Some(Line::SearchFaq) | None => words.clone(),
    };
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_label(said);
        node.set_live(Live::Polite);
    });
    let painter = ui.painter();
    let left = rect.left_center() + vec2(16.0, 0.0);
    let font = regular(12.0);
    painter.text(left, Align2::LEFT_CENTER, words, font.clone(), theme.muted);
    let right = rect.right_center() - vec2(16.0, 0.0);
    let keys = tr(language, "palette-keys");
    painter.text(right, Align2::RIGHT_CENTER, keys, font, theme.muted);
}
