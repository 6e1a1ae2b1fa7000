//! The top bar: the menu, the file and its state, the search, the programme, the day, language and
//! theme.

use eframe::egui::{
    self, Align, Align2, Button, Frame, Id, Layout, Margin, Popup, PopupCloseBehavior, Rect,
    Response, RichText, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::menu::{MenuContext, app_menu_ui};
use super::{Shell, edit_name, file_name, year_of};
use crate::document::Edit;
use crate::domain::choice::Choice as _;
use crate::domain::text::Language;
use crate::i18n::{count, date, tr, tr_with};
use crate::ui::command::Command;
use crate::ui::panels::as_of::{AsOfState, as_of_popup_ui};
use crate::ui::theme::{CONTROL_RADIUS, Theme, icon_font, medium, regular, semibold};
use crate::ui::{Outbox, Screen, View, icons};

/// The height of the bar.
pub const HEIGHT: f32 = 44.0;

/// The height of the controls in it.
const CONTROL: f32 = 28.0;

/// What the bar keeps between frames.
#[derive(Debug, Default)]
pub struct TopBarState {
    /// Where the field lies under which the palette opens; none where it has no room.
    pub search_place: Option<Rect>,
    as_of: AsOfState,
}

/// Draws the bar into a panel of its height.
pub fn top_bar_ui(
    ui: &mut Ui,
    view: &View<'_>,
    shell: &Shell<'_>,
    state: &mut TopBarState,
    outbox: &mut Outbox,
) {
    ui.spacing_mut().interact_size.y = CONTROL;
    ui.spacing_mut().button_padding = vec2(10.0, 4.0);
    let bar = ui.available_rect_before_wrap();
    // Controls are laid out from left to right, so that Tab walks that way: the group at the right
    // begins where its width of the last frame says.
    let width_id = Id::unique("top-bar-right-width");
    let right_width = ui
        .data(|data| data.get_temp::<f32>(width_id))
        .unwrap_or(0.0);
    let right_start = bar.right() - right_width;

    let left = in_rect(ui, bar, |ui| file_ui(ui, view, shell, bar.width(), outbox));
    let search_room = Rect::from_min_max(
        pos2(left.right() + 16.0, bar.top()),
        pos2(right_start - 16.0, bar.bottom()),
    );
    state.search_place = search_ui(ui, view, bar, search_room, outbox);
    let right_bar = Rect::from_min_max(pos2(right_start, bar.top()), bar.max);
    let right = in_rect(ui, right_bar, |ui| {
        right_ui(ui, view, shell, bar.width(), state, outbox);
    });
    if (right.width() - right_width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(width_id, right.width()));
        ui.ctx()
            .request_discard("the top bar's right group has another width");
    }
    ui.advance_cursor_after_rect(bar);
}

/// Draws in a row inside a rectangle and returns what it took.
fn in_rect(ui: &mut Ui, rect: Rect, content: impl FnOnce(&mut Ui)) -> Rect {
    let builder = UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::left_to_right(Align::Center));
    let mut child = ui.new_child(builder);
    content(&mut child);
    child.min_rect()
}

fn icon(text: &str) -> RichText {
    RichText::new(text).font(icon_font(14.0))
}

/// The app's own sign, which leads to the start screen; the menu; the file and its state.
fn file_ui(ui: &mut Ui, view: &View<'_>, shell: &Shell<'_>, room: f32, outbox: &mut Outbox) {
    let theme = Theme::of(ui);
    let language = view.language;
    start_ui(ui, language, shell, outbox);
    let context = MenuContext {
        language,
        standing: &shell.standing,
    };
    let title = format!("{}  {}", tr(language, "menu-title"), icons::CARET_DOWN);
    app_menu_ui(ui, RichText::new(title), context, outbox);
    let name = if shell.is_bare {
        tr(language, "shell-title")
    } else {
        file_name(language, shell.path)
    };
    ui.scope(|ui| {
        ui.set_max_width((room * 0.2).max(80.0));
        ui.add(egui::Label::new(RichText::new(&name).font(semibold(14.0))).truncate());
    });
    if shell.unsaved {
        let (dot, _) = ui.allocate_exact_size(vec2(12.0, CONTROL), Sense::hover());
        ui.painter().circle_filled(dot.center(), 5.0, theme.accent);
        if room > 1000.0 {
            let edited = RichText::new(tr(language, "shell-edited"));
            ui.label(edited.color(theme.muted));
        }
    }
}

fn start_ui(ui: &mut Ui, language: Language, shell: &Shell<'_>, outbox: &mut Outbox) {
    let theme = Theme::of(ui);
    let command = Command::GoToStart;
    let (rect, response) = ui.allocate_exact_size(vec2(CONTROL, CONTROL), Sense::click());
    let name = tr(language, command.message());
    let is_there = shell.standing.screen == Screen::Start;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_there, &name));
    let painter = ui.painter();
    if response.hovered() && !is_there {
        painter.rect_filled(rect, CONTROL_RADIUS, theme.sunken);
    }
    if response.has_focus() {
        let ring = Stroke::new(2.0, theme.accent);
        painter.rect_stroke(rect, CONTROL_RADIUS, ring, egui::StrokeKind::Inside);
    }
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        icons::SHIELD_CHECK,
        icon_font(18.0),
        theme.accent,
    );
    let tip = format!("{} ({})", command.tip(language), command.keys(ui.ctx()));
    if response.on_hover_text(tip).clicked() && !is_there {
        outbox.commands.push(command);
    }
}

/// The field under which the palette opens; where there is little room, its sign alone. Gives back
/// where it lies.
fn search_ui(
    ui: &mut Ui,
    view: &View<'_>,
    bar: Rect,
    room: Rect,
    outbox: &mut Outbox,
) -> Option<Rect> {
    const WIDTH: f32 = 268.0;
    const LEAST: f32 = 150.0;
    if room.width() < CONTROL {
        return None;
    }
    let theme = Theme::of(ui);
    let is_narrow = room.width() < LEAST;
    let width = if is_narrow {
        CONTROL + 4.0
    } else {
        WIDTH.min(room.width())
    };
    let left = (bar.center().x - bar.width() * 0.14 - width / 2.0)
        .clamp(room.left(), (room.right() - width).max(room.left()));
    let rect = Rect::from_min_size(
        pos2(left, bar.center().y - CONTROL / 2.0),
        vec2(width, CONTROL),
    );
    let response = ui.interact(rect, Id::unique("top-bar-search"), Sense::click());
    let name = tr(view.language, "shell-search");
    let keys = Command::Palette.keys(ui.ctx());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter();
    let outline = if response.has_focus() {
        Stroke::new(2.0, theme.accent)
    } else if response.hovered() {
        Stroke::new(1.0, theme.faint)
    } else {
        theme.hairline()
    };
    let inside = egui::StrokeKind::Inside;
    painter.rect(rect, CONTROL_RADIUS, theme.panel, outline, inside);
    let middle = rect.center().y;
    painter.text(
        pos2(rect.left() + 16.0, middle),
        Align2::CENTER_CENTER,
        icons::MAGNIFYING_GLASS,
        icon_font(14.0),
        theme.muted,
    );
    if !is_narrow {
        let mut end = rect.right() - 10.0;
        if width > 220.0 {
            let right = pos2(end, middle);
            let align = Align2::RIGHT_CENTER;
            let shown = painter.text(right, align, &keys, regular(12.0), theme.muted);
            end = shown.left() - 8.0;
        }
        let start = rect.left() + 30.0;
        let words = egui::WidgetText::from(&name).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            (end - start).max(0.0),
            regular(13.0),
        );
        let at = pos2(start, middle - words.size().y / 2.0);
        ui.painter().galley(at, words, theme.muted);
    }
    let tip = format!("{} ({keys})", Command::Palette.tip(view.language));
    let response = response.on_hover_cursor(egui::CursorIcon::Text);
    if response.on_hover_text(tip).clicked() {
        outbox.commands.push(Command::Palette);
    }
    Some(rect)
}

fn right_ui(
    ui: &mut Ui,
    view: &View<'_>,
    shell: &Shell<'_>,
    room: f32,
    state: &mut TopBarState,
    outbox: &mut Outbox,
) {
    let language = view.language;
    ui.spacing_mut().item_spacing.x = if room > 1200.0 { 12.0 } else { 6.0 };
    if shell.is_bare {
        language_ui(ui, language, outbox);
        theme_ui(ui, language, outbox);
        return;
    }
    if room > 1150.0 {
        programme_ui(ui, view);
    }
    as_of_ui(ui, view, shell, room, state, outbox);
    language_ui(ui, language, outbox);
    undo_redo_ui(ui, view, shell, outbox);
    theme_ui(ui, language, outbox);
    print_ui(ui, language, room, shell, outbox);
}

/// The way to the pages, printers and exports.
fn print_ui(ui: &mut Ui, language: Language, room: f32, shell: &Shell<'_>, outbox: &mut Outbox) {
    let command = Command::Print;
    let word = tr(language, "paper-top-bar");
    let title = if room > 1050.0 {
        format!("{}  {word}", icons::PRINTER)
    } else {
        icons::PRINTER.to_owned()
    };
    let is_there = shell.standing.screen == Screen::Paper;
    let mut button = Button::new(RichText::new(title).font(regular(13.5)));
    if is_there {
        button = button.fill(Theme::of(ui).accent_soft);
    }
    let response = ring(ui, button).accessible_name(tr(language, command.message()));
    let tip = format!("{} ({})", command.tip(language), command.keys(ui.ctx()));
    if response.on_hover_text(tip).clicked() && !is_there {
        outbox.commands.push(command);
    }
}

/// A row in a frame like a button's, for parts that are not one button.
fn group_ui(ui: &mut Ui, margin: i8, gap: f32, content: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    let frame = Frame::new()
        .fill(theme.panel)
        .stroke(theme.hairline())
        .corner_radius(CONTROL_RADIUS)
        .inner_margin(Margin::symmetric(margin, 0));
    ui.horizontal(|ui| {
        frame.show(ui, |ui| {
            ui.spacing_mut().item_spacing.x = gap;
            ui.spacing_mut().button_padding.x = 7.0;
            ui.spacing_mut().interact_size.y = CONTROL - 2.0;
            ui.horizontal(content);
        });
    });
}

/// The plan's programme, or how many there are and, when clicked, how each stands on the day.
fn programme_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    let language = view.language;
    if view.has_several() {
        let number = count(view.plan.programmes.len() as u64);
        let words = tr_with(language, "shell-programmes", &[("count", number)]);
        let response = ui.button(RichText::new(&words).font(regular(13.5)));
        Popup::from_toggle_button_response(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .gap(4.0)
            .frame(Frame::popup(ui.style()).inner_margin(Margin::same(16)))
            .accessible_name(words)
            .show(|ui| programmes_popup_ui(ui, view));
        return;
    }
    group_ui(ui, 10, 6.0, |ui| {
        let word = RichText::new(tr(language, "shell-programme"));
        ui.label(word.font(regular(12.0)).color(theme.muted));
        for (_, programme) in view.programmes() {
            let base = &programme.base;
            let name = RichText::new(base.short_name.get(language)).font(regular(13.5));
            ui.label(name).on_hover_text(base.name.get(language));
        }
    });
}

/// The programmes of the plan, each with its year on the day.
fn programmes_popup_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    let language = view.language;
    ui.set_width(440.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    for (position, programme) in view.programmes() {
        if position > 0 {
            ui.add_space(8.0);
        }
        let base = &programme.base;
        ui.label(RichText::new(base.name.get(language)).font(medium(13.5)));
        let standing = year_of(language, programme, view.as_of);
        let standing = RichText::new(standing).font(regular(13.0));
        ui.label(standing.color(theme.muted));
    }
}

fn as_of_ui(
    ui: &mut Ui,
    view: &View<'_>,
    shell: &Shell<'_>,
    room: f32,
    state: &mut TopBarState,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    let day = date(view.language, view.as_of);
    let message = match view.document.as_of {
        _ if room < 800.0 => "shell-as-of-short",
        Some(_) => "shell-as-of",
        None => "shell-as-of-today",
    };
    let text = tr_with(view.language, message, &[("date", day.into())]);
    let button = Button::new(
        RichText::new(format!("{}  {text}", icons::CALENDAR_BLANK))
            .font(medium(13.5))
            .color(theme.accent),
    )
    .fill(theme.accent_soft)
    .stroke(Stroke::new(1.0, theme.accent_soft));
    let response = ring(ui, button).accessible_name(&text);
    let popup = Popup::from_toggle_button_response(&response)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .gap(4.0)
        .frame(Frame::popup(ui.style()).inner_margin(Margin::same(16)))
        .accessible_name(tr(view.language, "shell-as-of-title"));
    let was_open = state.as_of.is_open();
    let shown = popup.show(|ui| as_of_popup_ui(ui, view, shell.today, &mut state.as_of, outbox));
    if shown.is_none() && was_open {
        state.as_of = AsOfState::default();
    }
}

/// Adds a button with a colour of its own, and draws the focus ring that such a button lacks.
fn ring(ui: &mut Ui, button: Button<'_>) -> Response {
    let response = ui.add(button);
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect,
            CONTROL_RADIUS,
            Stroke::new(2.0, Theme::of(ui).accent),
            egui::StrokeKind::Inside,
        );
    }
    response
}

fn language_ui(ui: &mut Ui, language: Language, outbox: &mut Outbox) {
    let theme = Theme::of(ui);
    group_ui(ui, 0, 0.0, |ui| {
        for choice in Language::ALL {
            let (short, name) = match choice {
                Language::English => ("shell-language-en", "shell-language-en-name"),
                Language::Polish => ("shell-language-pl", "shell-language-pl-name"),
            };
            let chosen = *choice == language;
            let colour = if chosen { theme.text } else { theme.muted };
            let font = if chosen { medium(13.0) } else { regular(13.0) };
            let text = RichText::new(tr(language, short)).font(font).color(colour);
            let button = Button::new(text).frame(true).frame_when_inactive(false);
            let name = tr(language, name);
            let response = ui.add(button).accessible_name(&name).on_hover_text(&name);
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_toggled(chosen.into());
            });
            if response.clicked() && !chosen {
                outbox.commands.push(Command::SwitchLanguage);
            }
        }
    });
}

fn undo_redo_ui(ui: &mut Ui, view: &View<'_>, shell: &Shell<'_>, outbox: &mut Outbox) {
    group_ui(ui, 0, 0.0, |ui| {
        for (command, edit) in [(Command::Undo, shell.undo), (Command::Redo, shell.redo)] {
            let text = tooltip(view.language, command, edit);
            let keys = command
                .shortcuts()
                .first()
                .map(|shortcut| ui.ctx().format_shortcut(shortcut))
                .unwrap_or_default();
            let button = Button::new(icon(command.icon())).frame_when_inactive(false);
            let response = ui
                .add_enabled(edit.is_some(), button)
                .accessible_name(&text)
                .on_hover_text(format!("{text} ({keys})"));
            if response.clicked() {
                outbox.commands.push(command);
            }
        }
    });
}

fn tooltip(language: Language, command: Command, edit: Option<&Edit>) -> String {
    let text = tr(language, command.message());
    match edit {
        Some(edit) => tr_with(
            language,
            "shell-step",
            &[
                ("command", text.into()),
                ("step", edit_name(language, edit).into()),
            ],
        ),
        None => text,
    }
}

fn theme_ui(ui: &mut Ui, language: Language, outbox: &mut Outbox) {
    let (sign, message) = if ui.visuals().dark_mode {
        (icons::SUN, "shell-to-light")
    } else {
        (icons::MOON, "shell-to-dark")
    };
    let name = tr(language, message);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = 7.0;
        let response = ui
            .button(icon(sign))
            .accessible_name(&name)
            .on_hover_text(&name);
        if response.clicked() {
            outbox.commands.push(Command::ToggleTheme);
        }
    });
}
