//! The fields of the profile: a label over a control, checked while it is typed.

use eframe::egui::{self, Align, Response, Ui, vec2};

use super::chip::source_chips;
use super::options::{choice_field_ui, choices_field_ui};
use super::owned::owned_ui;
use super::terms;
use super::text::{self, Type};
use super::text_control::{TextControl, wrong_ui};
use super::typing::{Typing, TypingKey, read_answer, typed_answer};
use super::words::{group_name, held_words};
use crate::document::Edit;
use crate::domain::field::{Answer, Field, FieldKind, Place};
use crate::domain::guide::walk::QuestionState;
use crate::domain::plan::PlanNote;
use crate::domain::programme::Severity;
use crate::i18n::{self, tr, tr_with};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::{Outbox, View, icons};

/// What all fields of a form share.
pub struct Form<'f, 'v> {
    /// What is shown.
    pub view: &'f View<'v>,
    /// What is being typed.
    pub typing: &'f mut Typing,
    /// The field that the keyboard is to go to.
    pub focus: &'f mut Option<(Place, Field)>,
    /// Where changes go.
    pub outbox: &'f mut Outbox,
}

/// Whether a field is everyone's: no programme has to ask for it.
fn is_everyones(field: Field) -> bool {
    matches!(
        field,
        Field::Name
            | Field::Note
            | Field::Currency
            | Field::Quotes
            | Field::GroupName
            | Field::GroupNote
            | Field::Product
            | Field::Endpoints
    )
}

/// Whether a form shows a field at a place: it is everyone's, a programme that decides there asks
/// for it, or it holds an answer.
pub fn is_shown(view: &View<'_>, place: Place, field: Field) -> bool {
    let is_asked = || {
        view.programmes_asking(place)
            .flat_map(|programme| &programme.questions)
            .any(|question| question.fills == field)
    };
    is_everyones(field)
        || is_asked()
        || view.document.profile.answer(place, field) != Answer::Unknown
}

/// Those of some fields that a form shows at a place.
pub fn shown(view: &View<'_>, place: Place, fields: &[Field]) -> Vec<Field> {
    let fields = fields.iter().copied();
    fields
        .filter(|field| is_shown(view, place, *field))
        .collect()
}

/// The fields because of which a field does not matter at a place, none of them where nothing asks
/// for it there; none at all when it does matter.
pub fn not_needed_because(view: &View<'_>, place: Place, field: Field) -> Option<Vec<Field>> {
    let Some(step) = view.step_at(place, field) else {
        return (!is_everyones(field)).then(Vec::new);
    };
    match &step.state {
        QuestionState::NotApplicable(because) => Some(because.clone()),
        QuestionState::Waiting(_) => None,
        QuestionState::Settled | QuestionState::Open(_) => match place {
            Place::Group(_) if step.places.binary_search(&place).is_err() => Some(Vec::new()),
            Place::Group(_) | Place::Organisation => None,
        },
    }
}

/// A field's name that makes sense alone: with the group's name where there is one.
pub fn accessible_field_name(view: &View<'_>, place: Place, field: Field) -> String {
    let name = i18n::field(view.language, field);
    match place {
        Place::Organisation => name,
        Place::Group(index) => format!("{name}, {}", group_name(view, index)),
    }
}

/// Whether a warning of the plan concerns a place.
pub fn concerns(view: &View<'_>, note: &PlanNote, place: Place) -> bool {
    match place {
        Place::Organisation => true,
        Place::Group(index) if note.groups.is_empty() => {
            view.plan.programme_of_group(index) == note.programme
        }
        Place::Group(index) => note.groups.binary_search(&index).is_ok(),
    }
}

/// Whether a warning stands at its field rather than under all of them: where it is a
/// dispute about it.
pub fn is_told_at_field(note: &PlanNote) -> bool {
    note.severity == Severity::Contradiction
        && !matches!(note.about.kind(), FieldKind::YearCounts | FieldKind::Quotes)
        && note.about != Field::Prerequisites
}

/// What is disputed about a field at a place: sources, or the needs of two programmes, that
/// contradict each other.
pub fn disputes_at<'v>(
    view: &View<'v>,
    place: Place,
    field: Field,
) -> impl Iterator<Item = &'v PlanNote> {
    let view = *view;
    let notes = view.plan.warnings.iter();
    notes.filter(move |note| {
        note.about == field && is_told_at_field(note) && concerns(&view, note, place)
    })
}

/// Draws what is disputed about a field, in the plan's words.
fn disputes_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, field: Field) {
    let view = form.view;
    for note in disputes_at(view, place, field) {
        let ink = Theme::of(ui).needs_decision;
        text::marked_ui(ui, icons::WARNING_CIRCLE, ink, |ui| {
            text::flow_ui(ui, |ui| {
                let words = i18n::say(view.language, &note.text);
                let words = match place {
                    Place::Group(_) => words,
                    Place::Organisation => view.tagged(note.programme, &words),
                };
                let words = text::rich(ui, words, Type::Small).color(Theme::of(ui).text);
                ui.label(words);
                source_chips(ui, &note.faq, view.language, form.outbox);
            });
        });
    }
}

/// Draws a field with its label; the control takes the whole width.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::domain::field::{Field, Place};
/// # use esu_planner::ui::widgets::field::{Form, field_ui};
/// # fn draw(ui: &mut Ui, mut form: Form<'_, '_>) {
/// field_ui(ui, &mut form, Place::Organisation, Field::Sector);
/// # }
/// ```
pub fn field_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, field: Field) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let not_needed = not_needed_because(form.view, place, field);
    field_label_ui(ui, form.view, place, field, not_needed.as_deref());
    let width = ui.available_width();
    let is_active = not_needed.is_none();
    let response = control_ui(ui, form, place, field, width, is_active);
    take_focus(form, &response, place, field);
    disputes_ui(ui, form, place, field);
}

/// Gives the keyboard to a control if it was asked for.
pub fn take_focus(form: &mut Form<'_, '_>, response: &Response, place: Place, field: Field) {
    if *form.focus == Some((place, field)) {
        *form.focus = None;
        response.request_focus();
        response.scroll_to_me(Some(Align::Center));
    }
}

fn field_label_ui(
    ui: &mut Ui,
    view: &View<'_>,
    place: Place,
    field: Field,
    not_needed: Option<&[Field]>,
) {
    let name = i18n::field(view.language, field);
    ui.horizontal(|ui| {
        ui.set_height(16.0);
        ui.spacing_mut().item_spacing.x = 6.0;
        let Some(because) = not_needed else {
            terms::line(ui, view.language, &name, Type::SmallMedium);
            return;
        };
        let hint = tr(view.language, "profile-not-needed");
        let word = text::rich(ui, &hint, Type::Small);
        let galley =
            ui.painter()
                .layout_no_wrap(hint, Type::Small.font(), egui::Color32::PLACEHOLDER);
        let room = (ui.available_width() - galley.size().x - 8.0).max(40.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            terms::line(ui, view.language, &name, Type::SmallMedium);
        });
        let theme = Theme::of(ui);
        let response = ui.add(egui::Label::new(word.color(theme.faint)).truncate());
        let fields: Vec<String> = because
            .iter()
            .map(|field| {
                let value = held_words(view, place, *field);
                format!("{}: {value}", i18n::field(view.language, *field))
            })
            .collect();
        let fields = fields.join("\n");
        let why = tr_with(
            view.language,
            "profile-not-needed-because",
            &[("fields", fields.as_str().into())],
        );
        response.on_hover_text(why.trim_end());
    });
}

/// Draws a field's control alone.
pub fn control_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    place: Place,
    field: Field,
    width: f32,
    is_active: bool,
) -> Response {
    match field.kind() {
        FieldKind::Text | FieldKind::Count | FieldKind::Date => {
            let (response, wrong) =
                typed_field_ui(ui, form, place, field, width, is_active, "form");
            wrong_ui(ui, wrong.as_deref());
            response
        }
        FieldKind::Choice => choice_field_ui(ui, form, place, field, width, is_active),
        FieldKind::Choices => choices_field_ui(ui, form, place, field, width, is_active),
        FieldKind::YearCounts => owned_ui(ui, form, place, is_active),
        FieldKind::Quotes | FieldKind::Derived => text::line(ui, "", Type::Body),
    }
}

/// Draws the text field of a text, count or date; also gives what is wrong with it.
pub fn typed_field_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    place: Place,
    field: Field,
    width: f32,
    is_active: bool,
    salt: &str,
) -> (Response, Option<String>) {
    let view = form.view;
    let language = view.language;
    let answer = view.document.profile.answer(place, field);
    let mut name = accessible_field_name(view, place, field);
    if salt == "cell" {
        // The form beside the table has the same field.
        name = format!("{name}, {}", tr(language, "access-in-the-table"));
    }
    // Nobody has to say anything.
    let is_note = matches!(field, Field::Note | Field::GroupNote);
    let hint = match field.kind() {
        FieldKind::Date => tr(language, "widget-date-hint"),
        _ if salt == "cell" => String::new(),
        _ if field == Field::Currency => tr(language, "widget-currency-hint"),
        _ if is_note => tr(language, "widget-note-hint"),
        _ => tr(language, "widget-unknown"),
    };
    let control = TextControl {
        name: &name,
        hint: &hint,
        width,
        height: if salt == "cell" { 26.0 } else { CONTROL_HEIGHT },
        is_active,
        is_number: salt == "cell" && field.kind() == FieldKind::Count,
        empty_is_known: is_note,
        salt,
    };
    let typed = control.show(
        ui,
        form.typing,
        &TypingKey::Answer(place, field),
        &typed_answer(&answer),
        |text| read_answer(language, field, text),
        typed_answer,
    );
    if let Some(answer) = typed.value {
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field,
            answer,
        });
    }
    if typed.response.lost_focus() {
        form.outbox.typing_ended = true;
    }
    (typed.response, typed.wrong)
}

/// Draws fields in columns of equal width, row by row.
pub fn field_grid_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    place: Place,
    fields: &[Field],
    least_width: f32,
) {
    const GAP: f32 = 16.0;
    let width = ui.available_width();
    let mut columns = 3;
    while columns > 1 && column_width(width, columns, GAP) < least_width {
        columns -= 1;
    }
    let each = column_width(width, columns, GAP);
    for row in fields.chunks(columns) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = GAP;
            for field in row {
                ui.allocate_ui_with_layout(
                    vec2(each, 0.0),
                    egui::Layout::top_down(Align::Min),
                    |ui| {
                        ui.set_width(each);
                        field_ui(ui, form, place, *field);
                    },
                );
            }
        });
        ui.add_space(4.0);
    }
}

fn column_width(width: f32, columns: usize, gap: f32) -> f32 {
    let columns = u16::try_from(columns).unwrap_or(1).max(1);
    let columns = f32::from(columns);
    ((width - gap * (columns - 1.0)) / columns).floor()
}
