//! The popup that sets the day the plan is made for.

use chrono::NaiveDate;
use eframe::egui::text_selection::CCursorRange;
use eframe::egui::{Button, Key, RichText, TextEdit, Ui, vec2};

use super::year_of;
use crate::document::Edit;
use crate::domain::field::is_accepted_date;
use crate::domain::licensing::CoverageYear;
use crate::i18n::{date, tr, tr_with};
use crate::ui::theme::{CONTROL_HEIGHT, Theme, regular, semibold};
use crate::ui::{Outbox, View};

/// What the popup keeps while it is open.
#[derive(Debug, Default)]
pub(super) struct AsOfState {
    text: Option<String>,
    /// The field has got the keyboard.
    has_focus: bool,
}

impl AsOfState {
    pub(super) fn is_open(&self) -> bool {
        self.text.is_some()
    }
}

/// Draws the popup's content.
pub(super) fn as_of_popup_ui(
    ui: &mut Ui,
    view: &View<'_>,
    today: NaiveDate,
    state: &mut AsOfState,
    outbox: &mut Outbox,
) {
    let theme = Theme::of(ui);
    let language = view.language;
    let text = state
        .text
        .get_or_insert_with(|| view.as_of.format("%Y-%m-%d").to_string());
    ui.set_width(if view.has_several() { 372.0 } else { 300.0 });
    ui.spacing_mut().interact_size.y = CONTROL_HEIGHT;
    ui.spacing_mut().button_padding = vec2(12.0, 6.0);
    let label = ui.label(RichText::new(tr(language, "shell-as-of-title")).font(semibold(14.0)));
    let field = TextEdit::singleline(text)
        .hint_text(RichText::new(tr(language, "shell-date-form")).color(theme.muted))
        .desired_width(f32::INFINITY);
    let mut output = field.show(ui);
    let response = output.response.response.labelled_by(label.id);
    if !state.has_focus && !ui.is_sizing_pass() {
        state.has_focus = true;
        response.request_focus();
        let everything = CCursorRange::select_all(&output.galley);
        output.state.cursor.set_char_range(Some(everything));
        output.state.store(ui.ctx(), response.id);
    }
    let read = read_day(text);
    match read {
        Ok(day) => meaning_ui(ui, view, day),
        Err(message) => {
            let words = RichText::new(tr(language, message)).font(regular(13.0));
            ui.label(words.color(theme.danger));
        }
    }
    if let Ok(day) = read
        && response.lost_focus()
        && ui.input(|input| input.key_pressed(Key::Enter))
    {
        outbox.edits.push(Edit::SetAsOf(Some(day)));
        outbox.typing_ended = true;
        ui.close();
    }
    ui.horizontal(|ui| {
        let apply = Button::new(tr(language, "shell-apply"));
        if ui.add_enabled(read.is_ok(), apply).clicked()
            && let Ok(day) = read
        {
            outbox.edits.push(Edit::SetAsOf(Some(day)));
            outbox.typing_ended = true;
            ui.close();
        }
        let words = tr_with(
            language,
            "shell-use-today",
            &[("date", date(language, today).into())],
        );
        if ui.button(words).clicked() {
            outbox.edits.push(Edit::SetAsOf(None));
            outbox.typing_ended = true;
            ui.close();
        }
    });
    ui.separator();
    for (message, start) in [
        ("shell-earlier-year", earlier_start(view)),
        ("shell-later-year", later_start(view)),
    ] {
        let Some(start) = start else { continue };
        let day = start.day;
        let words = tr_with(
            language,
            message,
            &[
                ("year", start.year.number().to_string().into()),
                ("date", date(language, day).into()),
            ],
        );
        let words = match view.tag(start.programme) {
            Some(name) => format!("{words} · {name}"),
            None => words,
        };
        if ui
            .add(Button::new(words).frame_when_inactive(false))
            .clicked()
        {
            outbox.edits.push(Edit::SetAsOf(Some(day)));
            outbox.typing_ended = true;
            ui.close();
        }
    }
}

/// The day that a text says, or the message that says what is wrong with it.
fn read_day(text: &str) -> Result<NaiveDate, &'static str> {
    let text = text.trim();
    let well_formed = text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(position, byte)| match position {
                4 | 7 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
    if !well_formed {
        return Err("shell-as-of-form");
    }
    match text.parse::<NaiveDate>() {
        Ok(day) if is_accepted_date(day) => Ok(day),
        Ok(_) => Err("shell-as-of-range"),
        Err(_) => Err("shell-as-of-no-such-day"),
    }
}

/// Says how a day stands to the coverage years: of the plan's one programme, or of each.
fn meaning_ui(ui: &mut Ui, view: &View<'_>, day: NaiveDate) {
    let language = view.language;
    let muted = Theme::of(ui).muted;
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let mut line_ui = |words: String| {
            ui.label(RichText::new(words).font(regular(13.0)).color(muted));
        };
        if view.has_several() {
            line_ui(date(language, day));
        }
        for (position, programme) in view.programmes() {
            let before = match view.tag(position) {
                Some(name) => name.to_owned(),
                None => date(language, day),
            };
            line_ui(tr_with(
                language,
                "shell-as-of-means",
                &[
                    ("date", before.into()),
                    ("year", year_of(language, programme, day).into()),
                ],
            ));
        }
    });
}

/// The first day of a coverage year of one of the plan's programmes.
#[derive(Clone, Copy)]
struct Start {
    day: NaiveDate,
    year: CoverageYear,
    programme: usize,
}

fn starts(view: &View<'_>) -> Vec<Start> {
    let mut starts = Vec::new();
    for (position, programme) in view.programmes() {
        starts.extend(programme.base.coverage.iter().map(|window| Start {
            day: window.first_day,
            year: window.year,
            programme: position,
        }));
    }
    starts.sort_by_key(|start| start.day);
    starts
}

fn earlier_start(view: &View<'_>) -> Option<Start> {
    let mut starts = starts(view).into_iter().rev();
    starts.find(|start| start.day < view.as_of)
}

fn later_start(view: &View<'_>) -> Option<Start> {
    let mut starts = starts(view).into_iter();
    starts.find(|start| start.day > view.as_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_one_form_only() {
        assert_eq!(
            read_day(" 2022-03-01 ").unwrap(),
            NaiveDate::from_ymd_opt(2022, 3, 1).unwrap()
        );
        assert_eq!(read_day("2022-3-1"), Err("shell-as-of-form"));
        assert_eq!(read_day("1.03.2022"), Err("shell-as-of-form"));
        assert_eq!(read_day("2022-02-30"), Err("shell-as-of-no-such-day"));
        assert_eq!(read_day("1999-12-31"), Err("shell-as-of-range"));
    }
}
