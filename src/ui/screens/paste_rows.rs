//! Rows from a spreadsheet: shown as they are understood before anything is changed.

use eframe::egui::{
    self, Align, Event, Id, Layout, Rect, Role, ScrollArea, Sense, TextEdit, Ui, ViewportCommand,
    WidgetInfo, vec2,
};

use super::ScreensState;
use crate::document::{Edit, Taking};
use crate::domain::field::Field;
use crate::domain::text::Language;
use crate::i18n::{self, count, tr, tr_with};
use crate::ui::dialogs::{body_ui, buttons_ui, dialog_ui, primary_button};
use crate::ui::rows::{
    Encoding, Reading, Separator, Sheet, decode, group_fields, guess_columns, has_heads,
    read_groups,
};
use crate::ui::theme::Theme;
use crate::ui::widgets::control::{Look, Select, list_entry};
use crate::ui::widgets::table::cell_name;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// What becomes of a row with something that was not understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Doubtful {
    /// The row is taken, what was not understood is unknown.
    #[default]
    Unknown,
    /// The row is left out.
    LeftOut,
}

/// Rows that are looked at before they are taken.
#[derive(Debug, Default)]
pub(super) struct PasteState {
    /// The file they come from, with its bytes; none for the clipboard.
    file: Option<(String, Vec<u8>)>,
    encoding: Encoding,
    text: String,
    separator: Separator,
    sheet: Sheet,
    has_heads: bool,
    columns: Vec<Option<Field>>,
    reading: Reading,
    doubtful: Doubtful,
    taking: Taking,
}

impl PasteState {
    /// The rows of a text, as far as they can be told.
    pub(super) fn of_text(view: &View<'_>, text: &str) -> Self {
        let mut state = Self {
            text: text.to_owned(),
            separator: Separator::of(text),
            ..Self::default()
        };
        state.take_apart(view);
        state
    }

    /// The rows of a file.
    pub(super) fn of_file(view: &View<'_>, name: String, bytes: Vec<u8>) -> Self {
        let encoding = Encoding::of(&bytes);
        let text = decode(&bytes, encoding);
        Self {
            file: Some((name, bytes)),
            encoding,
            ..Self::of_text(view, &text)
        }
    }

    fn take_apart(&mut self, view: &View<'_>) {
        self.sheet = Sheet::of(&self.text, self.separator);
        self.has_heads = has_heads(&self.sheet);
        self.guess(view);
    }

    fn guess(&mut self, view: &View<'_>) {
        self.columns = guess_columns(view.catalogue, view.language, &self.sheet, self.has_heads);
        self.read(view);
    }

    fn read(&mut self, view: &View<'_>) {
        self.reading = read_groups(
            view.catalogue,
            view.language,
            &self.sheet,
            &self.columns,
            self.has_heads,
        );
    }

    /// A column holds this from now on; what held it before is left out.
    fn set_column(&mut self, view: &View<'_>, column: usize, field: Option<Field>) {
        for held in &mut self.columns {
            if field.is_some() && *held == field {
                *held = None;
            }
        }
        if let Some(held) = self.columns.get_mut(column) {
            *held = field;
        }
        self.read(view);
    }

    fn edit(&self) -> Edit {
        let groups = match self.doubtful {
            Doubtful::Unknown => self.reading.groups.clone(),
            Doubtful::LeftOut => self.reading.understood(),
        };
        Edit::TakeGroups {
            groups,
            taking: self.taking,
        }
    }

    fn taken(&self) -> usize {
        match self.doubtful {
            Doubtful::Unknown => self.reading.groups.len(),
            Doubtful::LeftOut => {
                let mut rows: Vec<usize> = self.reading.troubles.iter().map(|t| t.row).collect();
                rows.dedup();
                self.reading.groups.len() - rows.len().min(self.reading.groups.len())
            }
        }
    }

    /// What the columns are called that are not taken over.
    fn left_out(&self, language: Language) -> Vec<String> {
        let columns = self.columns.iter().enumerate();
        let left_out = columns.filter(|(column, held)| {
            held.is_none() && self.reading.version_column != Some(*column)
        });
        left_out
            .map(|(column, _)| self.column_name(language, column))
            .collect()
    }

    /// What a column is called in the sheet, or its number.
    fn column_name(&self, language: Language, column: usize) -> String {
        let own = self.sheet.cell(0, column);
        if self.has_heads && !own.is_empty() {
            return own.to_owned();
        }
        let number = [("number", (column + 1).to_string().into())];
        tr_with(language, "groups-column-number", &number)
    }
}

/// Asks for the clipboard and opens the dialog.
pub(super) fn open(ui: &Ui, state: &mut ScreensState) {
    ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    state.profile.paste = Some(PasteState::default());
}

/// Draws the dialog while it is open.
pub(super) fn paste_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    outbox: &mut Outbox,
) {
    let Some(mut paste) = state.profile.paste.take() else {
        return;
    };
    let language = view.language;
    let title = match &paste.file {
        Some((name, _)) => tr_with(
            language,
            "groups-rows-of",
            &[("name", name.as_str().into())],
        ),
        None => tr(language, "groups-rows-title"),
    };
    let shown = dialog_ui(ui.ctx(), "rows", &title, 1000.0, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        body_ui(ui, |ui| {
            if paste.sheet.rows.is_empty() {
                waiting_ui(ui, view, &mut paste);
            } else {
                sheet_ui(ui, view, &mut paste);
            }
        });
        actions_ui(ui, language, &paste)
    });
    let (taken, cancelled) = shown.inner;
    if taken {
        outbox.typing_ended = true;
        outbox.edits.push(paste.edit());
        let groups = view.document.profile.groups.len();
        state.selected_group = match paste.taking {
            Taking::Append => groups,
            Taking::Replace => 0,
        };
        state.forget_positions();
    } else if !cancelled && !shown.dismissed {
        state.profile.paste = Some(paste);
        return;
    }
    ui.ctx().request_repaint();
}

/// Nothing has come from the clipboard yet: a place to put it.
fn waiting_ui(ui: &mut Ui, view: &View<'_>, paste: &mut PasteState) {
    let language = view.language;
    text::label(ui, tr(language, "groups-rows-how"), Type::Body);
    let name = tr(language, "groups-rows-here");
    let mut typed = String::new();
    let hint = text::rich(ui, &name, Type::Body).color(Theme::of(ui).muted);
    let place = TextEdit::multiline(&mut typed)
        .id(Id::unique("paste-rows"))
        .hint_text(hint)
        .desired_width(f32::INFINITY)
        .desired_rows(6);
    let response = ui.add(place).accessible_name(name.as_str());
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    let pasted = ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) => Some(text.clone()),
            _ => None,
        })
    });
    let text = pasted.unwrap_or(typed);
    if !text.trim().is_empty() {
        *paste = PasteState::of_text(view, &text);
        ui.ctx().request_repaint();
    }
}

fn sheet_ui(ui: &mut Ui, view: &View<'_>, paste: &mut PasteState) {
    let language = view.language;
    how_ui(ui, view, paste);
    preview_ui(ui, view, paste);
    let rows = ("rows", count(paste.reading.groups.len() as u64));
    let mut words = tr_with(language, "groups-rows-found", &[rows]);
    let left_out = paste.left_out(language);
    if !left_out.is_empty() {
        let number = ("count", count(left_out.len() as u64));
        let names = ("names", left_out.join(", ").into());
        let left_out = tr_with(language, "groups-columns-left-out", &[number, names]);
        words = format!("{words} {left_out}");
    }
    for (column, id) in [
        (paste.reading.version_column, "groups-column-version"),
        (paste.reading.total_column, "groups-column-total"),
    ] {
        if let Some(column) = column {
            let name = ("name", paste.column_name(language, column).into());
            words = format!("{words} {}", tr_with(language, id, &[name]));
        }
    }
    text::muted(ui, words, Type::Table);
    for row in &paste.reading.sums {
        let number = paste.sheet.rows.get(*row).map_or(0, |row| row.number);
        let cells = (0..paste.sheet.width).map(|column| paste.sheet.cell(*row, column));
        let cells: Vec<&str> = cells.filter(|cell| !cell.is_empty()).collect();
        let arguments = [
            ("row", number.to_string().into()),
            ("text", cells.join(" ").into()),
        ];
        text::marked_ui(ui, icons::INFO, Theme::of(ui).accent, |ui| {
            let words = tr_with(language, "groups-sum-left-out", &arguments);
            text::label(ui, words, Type::Table);
        });
    }
    troubles_ui(ui, view, paste);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        for (taking, id) in [
            (Taking::Append, "groups-append"),
            (Taking::Replace, "groups-replace"),
        ] {
            let label = text::rich(ui, tr(language, id), Type::Table);
            if ui.radio(paste.taking == taking, label).clicked() {
                paste.taking = taking;
            }
        }
    });
}

/// How the text is taken apart.
fn how_ui(ui: &mut Ui, view: &View<'_>, paste: &mut PasteState) {
    let language = view.language;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        if paste.file.is_some() {
            let label = tr(language, "groups-encoding");
            text::line(ui, &label, Type::Small);
            let id = Id::unique("paste-encoding");
            let words = paste.encoding.name();
            let chosen = select_ui(ui, id, &label, words, Encoding::ALL, Encoding::name);
            if let Some(encoding) = chosen {
                paste.encoding = encoding;
                if let Some((_, bytes)) = &paste.file {
                    paste.text = decode(bytes, encoding);
                    paste.separator = Separator::of(&paste.text);
                }
                paste.take_apart(view);
            }
        }
        let label = tr(language, "groups-separator");
        text::line(ui, &label, Type::Small);
        let name = |separator| separator_words(language, separator);
        let id = Id::unique("paste-separator");
        let words = name(paste.separator);
        if let Some(chosen) = select_ui(ui, id, &label, &words, Separator::ALL, name) {
            paste.separator = chosen;
            paste.take_apart(view);
        }
        let mut has_heads = paste.has_heads;
        let words = text::rich(ui, tr(language, "groups-has-heads"), Type::Table);
        if ui.checkbox(&mut has_heads, words).changed() {
            paste.has_heads = has_heads;
            paste.guess(view);
        }
    });
}

fn separator_words(language: Language, separator: Separator) -> String {
    tr(
        language,
        match separator {
            Separator::Tab => "groups-separator-tab",
            Separator::Semicolon => "groups-separator-semicolon",
            Separator::Comma => "groups-separator-comma",
        },
    )
}

fn select_ui<T: Copy, S: AsRef<str>>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    words: &str,
    all: impl IntoIterator<Item = T>,
    say: impl Fn(T) -> S,
) -> Option<T> {
    let select = Select {
        name,
        words,
        look: Look::Known,
        is_active: true,
    };
    let (_, chosen) = select.show(ui, id, 150.0, false, |ui| {
        let mut chosen = None;
        for it in all {
            let entry = say(it);
            if list_entry(ui, entry.as_ref(), entry.as_ref() == words, false) {
                chosen = Some(it);
            }
        }
        chosen
    });
    chosen.flatten()
}

/// The width of a column of the preview.
const COLUMN: f32 = 164.0;
/// The height of its rows.
const ROW: f32 = 26.0;

/// The rows as they came, under what each column is taken for.
fn preview_ui(ui: &mut Ui, view: &View<'_>, paste: &mut PasteState) {
    let first = usize::from(paste.has_heads);
    let rows = paste.sheet.rows.len() - first.min(paste.sheet.rows.len());
    let mut change = None;
    ScrollArea::horizontal().id_salt("preview").show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 4.0);
        ui.horizontal_top(|ui| {
            ui.add_space(44.0);
            for column in 0..paste.sheet.width {
                if let Some(holds) = column_ui(ui, view, paste, column) {
                    change = Some((column, holds));
                }
            }
        });
        ScrollArea::vertical()
            .id_salt("rows")
            .auto_shrink([true, true])
            .min_scrolled_height(ROW * 7.0)
            .max_height(ROW * 7.0)
            .show_rows(ui, ROW, rows, |ui, range| {
                ui.spacing_mut().item_spacing = vec2(8.0, 0.0);
                for row in range {
                    preview_row_ui(ui, view, paste, row + first);
                }
            });
    });
    if let Some((column, holds)) = change {
        let field = match holds {
            Holds::Field(field) => Some(field),
            Holds::Nothing => None,
        };
        paste.set_column(view, column, field);
    }
}

/// What a column is said to hold.
enum Holds {
    /// A field.
    Field(Field),
    /// Nothing that is taken over.
    Nothing,
}

/// The head of a column: its own, and what it is taken for.
fn column_ui(ui: &mut Ui, view: &View<'_>, paste: &PasteState, column: usize) -> Option<Holds> {
    let language = view.language;
    let held = paste.columns.get(column).copied().flatten();
    let called = paste.column_name(language, column);
    let left_out = tr(language, "groups-column-left-out");
    let words = held.map_or_else(|| left_out.clone(), |field| i18n::field(language, field));
    let name = tr_with(
        language,
        "groups-column-holds",
        &[("column", called.as_str().into())],
    );
    ui.allocate_ui_with_layout(vec2(COLUMN, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(COLUMN);
        text::line(ui, &called, Type::SmallMedium);
        let select = Select {
            name: &name,
            words: &words,
            look: if held.is_some() {
                Look::Known
            } else {
                Look::Unknown
            },
            is_active: true,
        };
        let id = Id::unique("paste-column").with(column);
        let (_, chosen) = select.show(ui, id, COLUMN, false, |ui| {
            let mut chosen = None;
            if list_entry(ui, &left_out, held.is_none(), true) {
                chosen = Some(Holds::Nothing);
            }
            for field in group_fields() {
                let words = i18n::field(language, field);
                if list_entry(ui, &words, held == Some(field), false) {
                    chosen = Some(Holds::Field(field));
                }
            }
            chosen
        });
        chosen.flatten()
    })
    .inner
}

fn preview_row_ui(ui: &mut Ui, view: &View<'_>, paste: &PasteState, row: usize) {
    let theme = Theme::of(ui);
    let number = paste.sheet.rows.get(row).map_or(0, |row| row.number);
    let number = number.to_string();
    ui.horizontal(|ui| {
        let (place, _) = ui.allocate_exact_size(vec2(36.0, ROW), Sense::hover());
        let at = egui::Align2::RIGHT_CENTER;
        let font = Type::Small.font();
        ui.painter()
            .text(place.right_center(), at, &number, font, theme.muted);
        for column in 0..paste.sheet.width {
            let (place, response) = ui.allocate_exact_size(vec2(COLUMN, ROW), Sense::hover());
            let words = paste.sheet.cell(row, column);
            let trouble = paste.reading.trouble(row, column);
            let held = paste.columns.get(column).copied().flatten();
            let held = held.filter(|_| !paste.reading.sums.contains(&row));
            let column = held.map_or_else(String::new, |field| i18n::field(view.language, field));
            let said = match trouble {
                Some(trouble) => format!("{words}, {}", trouble.why),
                None => words.to_owned(),
            };
            response.widget_info(|| {
                WidgetInfo::labeled(Role::Cell, true, cell_name(&column, &number, &said))
            });
            let ink = match (trouble, held) {
                (Some(_), _) => theme.danger,
                (None, Some(_)) => theme.text,
                (None, None) => theme.faint,
            };
            cell_ui(ui, place, words, ink, trouble.is_some());
            if let Some(trouble) = trouble {
                response.on_hover_text(&trouble.why);
            }
        }
    });
}

fn cell_ui(ui: &Ui, place: Rect, words: &str, ink: egui::Color32, is_wrong: bool) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    if is_wrong {
        painter.rect_filled(place.shrink2(vec2(0.0, 1.0)), 4.0, theme.danger_ground);
    }
    let inner = place.shrink2(vec2(10.0, 0.0));
    let mut job =
        egui::text::LayoutJob::simple_singleline(words.replace('\n', " "), Type::Table.font(), ink);
    job.wrap = egui::text::TextWrapping::truncate_at_width(inner.width());
    let galley = painter.layout_job(job);
    let at = egui::Align2::LEFT_CENTER.align_size_within_rect(galley.size(), inner);
    painter.galley(at.min, galley, ink);
    let y = painter.round_to_pixel_center(place.bottom());
    painter.hline(place.x_range(), y, theme.hairline());
}

/// Everything that was not understood, with its place, and what becomes of it.
fn troubles_ui(ui: &mut Ui, view: &View<'_>, paste: &mut PasteState) {
    let language = view.language;
    let troubles = &paste.reading.troubles;
    if troubles.is_empty() {
        if paste.reading.groups.is_empty() {
            return;
        }
        text::marked_ui(ui, icons::CHECK_CIRCLE, Theme::of(ui).covered_free, |ui| {
            text::label(ui, tr(language, "groups-all-understood"), Type::Table);
        });
        return;
    }
    let number = [("count", count(troubles.len() as u64))];
    text::marked_ui(ui, icons::WARNING_CIRCLE, Theme::of(ui).danger, |ui| {
        let words = tr_with(language, "groups-not-understood", &number);
        text::label(ui, words, Type::TableStrong);
    });
    ScrollArea::vertical()
        .id_salt("troubles")
        .auto_shrink([false, true])
        .max_height(84.0)
        .show_rows(ui, 20.0, troubles.len(), |ui, range| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for trouble in troubles.get(range).unwrap_or_default() {
                let row = paste.sheet.rows.get(trouble.row);
                let row = row.map_or(0, |row| row.number).to_string();
                let text = paste.sheet.cell(trouble.row, trouble.column);
                let words = tr_with(
                    language,
                    "groups-trouble",
                    &[
                        ("row", row.into()),
                        ("column", i18n::field(language, trouble.field).into()),
                        ("text", text.into()),
                        ("why", trouble.why.as_str().into()),
                    ],
                );
                text::line(ui, words, Type::Table);
            }
        });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        for (doubtful, id) in [
            (Doubtful::Unknown, "groups-doubtful-unknown"),
            (Doubtful::LeftOut, "groups-doubtful-left-out"),
        ] {
            let label = text::rich(ui, tr(language, id), Type::Table);
            if ui.radio(paste.doubtful == doubtful, label).clicked() {
                paste.doubtful = doubtful;
            }
        }
    });
}

/// The buttons; what was pressed of them: taking, giving up.
fn actions_ui(ui: &mut Ui, language: Language, paste: &PasteState) -> (bool, bool) {
    let taken = paste.taken();
    let has_columns = paste.columns.iter().any(Option::is_some);
    let id = match paste.taking {
        Taking::Append => "groups-add-rows",
        Taking::Replace => "groups-replace-by-rows",
    };
    let words = tr_with(language, id, &[("count", count(taken as u64))]);
    buttons_ui(ui, |ui| {
        let is_ready = taken > 0 && has_columns;
        let used = is_ready && primary_button(ui, &words, true).clicked();
        (used, ui.button(tr(language, "dialog-cancel")).clicked())
    })
}
