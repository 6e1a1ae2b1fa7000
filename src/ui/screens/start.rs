//! Where everything starts: new, open, recent files, recovered work and the sample stories.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use eframe::egui::{Key, Margin, Modifiers, Rect, Ui, pos2};

use super::frame::{EDGE, GAP, column_ui};
use super::start_samples::samples_card_ui;
use crate::assets::Story;
use crate::i18n::{date, tr, tr_with};
use crate::ui::command::Command;
use crate::ui::dialogs::{RecoveryAnswer, RecoveryState, drafts_ui};
use crate::ui::drafts::{DraftInfo, FileRequest};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_head, card_ui, warning_card_ui};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// A file that was opened or saved not long ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecentFile {
    /// Where it is.
    pub path: PathBuf,
    /// The day on which it was last open, where that is known.
    pub when: Option<NaiveDate>,
    /// Whether it is no longer there.
    pub is_missing: bool,
}

/// What the start screen shows beside the document.
#[derive(Clone, Copy, Debug, Default)]
pub struct StartView<'a> {
    /// The files of late, the last one first.
    pub recent: &'a [RecentFile],
    /// Recovered work.
    pub drafts: &'a [DraftInfo],
    /// What the samples tell.
    pub stories: &'a [Story],
    /// The name of the document that is open behind it; none while that is blank.
    pub open: Option<&'a str>,
}

/// What the start screen asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StartRequest {
    /// Goes back to where the person was.
    Back,
    /// Opens a file.
    OpenFile(PathBuf),
    /// Takes a file off the list.
    ForgetFile(PathBuf),
    /// Opens a sample by its file name.
    OpenSample(String),
}

/// What the start screen remembers between frames.
#[derive(Debug, Default)]
pub struct StartState {
    /// The words that the samples are searched for.
    pub(super) search: String,
    /// What is asked of recovered work.
    drafts: RecoveryState,
}

/// Draws the start screen.
pub(super) fn start_screen_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut StartState,
    outbox: &mut Outbox,
) {
    const LEFT_WIDTH: f32 = 460.0;
    const WIDEST: f32 = 1240.0;
    const LEAST_FOR_TWO: f32 = 820.0;
    if view.start.open.is_some()
        && ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none())
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        outbox.start = Some(StartRequest::Back);
    }
    let room = ui.available_rect_before_wrap();
    if room.width() < LEAST_FOR_TWO {
        column_ui(ui, room, ("start", 0), Margin::symmetric(24, 20), |ui| {
            left_ui(ui, view, state, outbox);
            samples_card_ui(ui, view, state, outbox);
        });
        return;
    }
    // On a wide window the page stands in the middle.
    let width = room.width().min(WIDEST);
    let left = ((room.width() - width) / 2.0).floor();
    let page = Rect::from_min_max(
        pos2(room.left() + left, room.top()),
        pos2(room.left() + left + width, room.bottom()),
    );
    let split = page.left() + (LEFT_WIDTH).min(width * 0.45) + EDGE + GAP / 2.0;
    let margin = |left, right| Margin {
        left,
        right,
        top: 28,
        bottom: 24,
    };
    let place = Rect::from_min_max(page.min, pos2(split, page.bottom()));
    column_ui(ui, place, ("start", 0), margin(24, 8), |ui| {
        left_ui(ui, view, state, outbox);
    });
    // The scroll bar stands at the window's edge.
    let beside = room.right() - page.right() + EDGE;
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a margin is at most half a window and is cut to what it can hold"
    )]
    let beside = beside.min(f32::from(i8::MAX)) as i8;
    let place = Rect::from_min_max(pos2(split, page.top()), room.max);
    column_ui(ui, place, ("start", 1), margin(8, beside), |ui| {
        ui.set_max_width(page.right() - EDGE - split - 8.0);
        samples_card_ui(ui, view, state, outbox);
    });
}

fn left_ui(ui: &mut Ui, view: &View<'_>, state: &mut StartState, outbox: &mut Outbox) {
    begin_ui(ui, view, outbox);
    if !view.start.drafts.is_empty() {
        drafts_card_ui(ui, view, state, outbox);
    }
    recent_card_ui(ui, view, outbox);
}

/// What the app is for, in three lines, and how to begin.
fn begin_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    let language = view.language;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::label(ui, tr(language, "start-title"), Type::Title);
        text::muted(ui, tr(language, "start-subtitle"), Type::Body);
    });
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        for (icon, line) in [
            (icons::BUILDINGS, "start-line-profile"),
            (icons::SIGNPOST, "start-line-decisions"),
            (icons::CLIPBOARD_TEXT, "start-line-plan"),
        ] {
            let ink = Theme::of(ui).accent;
            text::marked_ui(ui, icon, ink, |ui| {
                text::label(ui, tr(language, line), Type::Table);
            });
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(8.0, 8.0);
        if let Some(open) = view.start.open {
            let words = tr_with(language, "start-back", &[("name", open.into())]);
            let back = Button::primary(icons::ARROW_LEFT, &words).show(ui);
            if back.on_hover_text(tr(language, "start-back-tip")).clicked() {
                outbox.start = Some(StartRequest::Back);
            }
        }
        for command in [Command::New, Command::Open] {
            let words = tr(language, command.message());
            let leads_on = command == Command::New && view.start.open.is_none();
            let button = if leads_on {
                Button::primary(command.icon(), &words)
            } else {
                Button::secondary(command.icon(), &words)
            };
            let response = button.show(ui);
            let tip = format!("{} ({})", command.tip(language), command.keys(ui.ctx()));
            if response.on_hover_text(tip).clicked() {
                outbox.commands.push(command);
            }
        }
    });
    text::muted(ui, tr(language, "start-drop"), Type::Small);
}

/// The folder that a file lies in.
fn folder_of(path: &Path) -> String {
    let folder = path.parent().unwrap_or(path);
    folder.display().to_string()
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(
        || path.display().to_string(),
        |name| name.to_string_lossy().into_owned(),
    )
}

fn recent_card_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    let language = view.language;
    card_ui(ui, |ui| {
        card_head(ui, &tr(language, "start-recent"), "", |_| {});
        if view.start.recent.is_empty() {
            text::muted(ui, tr(language, "start-no-recent"), Type::Table);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for file in view.start.recent {
            recent_ui(ui, view, file, outbox);
        }
    });
}

fn recent_ui(ui: &mut Ui, view: &View<'_>, file: &RecentFile, outbox: &mut Outbox) {
    let language = view.language;
    let name = name_of(&file.path);
    let forget = tr_with(language, "start-forget", &[("name", name.as_str().into())]);
    let missing = if file.is_missing {
        tr(language, "start-missing")
    } else {
        String::new()
    };
    let when = file.when.map(|day| date(language, day)).unwrap_or_default();
    let row = super::start_rows::Row {
        title: &name,
        detail: &folder_of(&file.path),
        at_right: &when,
        warning: &missing,
        room_at_right: 32.0,
        rows_of_detail: 1,
    };
    let spoken = tr_with(
        language,
        "start-open-recent",
        &[
            ("name", name.as_str().into()),
            ("path", file.path.display().to_string().into()),
        ],
    );
    let response = row.show(ui, &spoken);
    if response.clicked() {
        outbox.start = Some(StartRequest::OpenFile(file.path.clone()));
    }
    // The cross lies in the row, after it in the order of Tab.
    let place = Rect::from_center_size(
        pos2(response.rect.right() - 12.0, response.rect.center().y),
        eframe::egui::vec2(28.0, 28.0),
    );
    let builder = eframe::egui::UiBuilder::new().max_rect(place);
    let mut child = ui.new_child(builder);
    let cross = Button {
        height: 28.0,
        ..Button::quiet(icons::X, "").named(&forget)
    };
    let cross = cross.show(&mut child).on_hover_text(&forget);
    if cross.clicked() {
        outbox.start = Some(StartRequest::ForgetFile(file.path.clone()));
    }
    let path = file.path.display().to_string();
    response.on_hover_text(path);
}

fn drafts_card_ui(ui: &mut Ui, view: &View<'_>, state: &mut StartState, outbox: &mut Outbox) {
    let language = view.language;
    warning_card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        card_head(ui, &tr(language, "start-drafts"), "", |_| {});
        text::label(ui, tr(language, "start-drafts-text"), Type::Table);
        let chosen = drafts_ui(ui, language, view.start.drafts, &mut state.drafts);
        outbox.file = match chosen {
            Some(RecoveryAnswer::Restore(id)) => Some(FileRequest::RestoreDraft(id)),
            Some(RecoveryAnswer::Delete(id)) => Some(FileRequest::DeleteDraft(id)),
            Some(RecoveryAnswer::NotNow) | None => None,
        };
    });
}
