//! The fields of the profile: a label over a control, checked while it is typed.

use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{self, Align, Align2, Frame, Id, Margin, Response, Shape, TextEdit, Ui, vec2};

use super::control::{Look, Select, check_entry, control_shapes, list_entry};
use super::text::{self, Type};
use super::typing::{Typing, TypingKey, key_salt, read_answer, read_count, typed_answer};
use super::words::{answer_words, group_name, held_words};
use crate::document::Edit;
use crate::domain::field::{Answer, Field, FieldKind, Place};
use crate::domain::guide::walk::QuestionState;
use crate::domain::licensing::CoverageYear;
use crate::domain::profile::DataId;
use crate::i18n::{self, tr, tr_with};
use crate::ui::theme::{CONTROL_HEIGHT, Theme};
use crate::ui::{Outbox, View};

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

/// Around the text of a field; it stands a little high without the room above.
const TEXT_MARGIN: Margin = Margin {
    left: 10,
    right: 10,
    top: 2,
    bottom: 0,
};

/// A text field.
#[derive(Clone, Copy, Debug)]
pub struct TextControl<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// Its width.
    pub width: f32,
    /// Its height.
    pub height: f32,
    /// Whether it matters to this profile.
    pub is_active: bool,
    /// Whether its text stands at the right, as numbers do.
    pub is_number: bool,
    /// Whether an empty field is an answer, not something unknown.
    pub empty_is_known: bool,
    /// Tells two controls of one field apart.
    pub salt: &'a str,
}

/// What became of a text field in a frame.
pub struct Typed<T> {
    /// A new value to take over.
    pub value: Option<T>,
    /// Why the text can't be taken.
    pub wrong: Option<String>,
    /// The field.
    pub response: Response,
}

impl TextControl<'_> {
    /// Draws it. `held` is what the document holds, as it is typed; `read` takes what was typed or
    /// says what is wrong, and `write` gives a value back as text.
    pub fn show<T>(
        self,
        ui: &mut Ui,
        typing: &mut Typing,
        key: &TypingKey,
        held: &str,
        read: impl Fn(&str) -> Result<T, String>,
        write: impl Fn(&T) -> String,
    ) -> Typed<T> {
        let id = Id::unique("typing").with(egui::IdSalt::new((key_salt(key), self.salt)));
        let mut text = typing.text(key).unwrap_or(held).to_owned();
        // An undo while the field has the keyboard: what was typed is no longer what is held.
        if let Ok(value) = read(&text)
            && write(&value) != held
            && typing.text(key).is_some()
            && !ui.input(|input| input.events.iter().any(is_typing))
        {
            held.clone_into(&mut text);
            typing.give_up(key);
        }
        let slot = ui.painter().add(Shape::Noop);
        let theme = Theme::of(ui);
        let ink = if self.is_active {
            theme.text
        } else {
            theme.muted
        };
        let align = if self.is_number {
            Align2::RIGHT_CENTER
        } else {
            Align2::LEFT_CENTER
        };
        let hint = text::rich(ui, self.hint, Type::Body).color(theme.muted);
        let response = ui.add(
            TextEdit::singleline(&mut text)
                .id(id)
                .frame(Frame::new().inner_margin(TEXT_MARGIN))
                .hint_text(hint)
                .text_color(ink)
                .char_limit(200)
                .desired_width(self.width)
                .min_size(vec2(self.width, self.height))
                .align(align),
        );
        let outcome = read(&text);
        if response.changed() {
            typing.keep(key, &text);
        } else if !response.has_focus() && outcome.is_ok() {
            typing.give_up(key);
        }
        let look = match (&outcome, text.trim().is_empty()) {
            (Err(_), _) => Look::Wrong,
            (Ok(_), true) if !self.empty_is_known => Look::Unknown,
            (Ok(_), _) => Look::Known,
        };
        let shapes = control_shapes(ui, response.rect, look, self.is_active, &response);
        ui.painter().set(slot, Shape::Vec(shapes));
        let response = response.accessible_name(self.name);
        match outcome {
            Ok(value) => Typed {
                value: response.changed().then_some(value),
                wrong: None,
                response,
            },
            Err(wrong) => Typed {
                value: None,
                wrong: Some(wrong),
                response,
            },
        }
    }
}

fn is_typing(event: &egui::Event) -> bool {
    matches!(
        event,
        egui::Event::Text(_)
            | egui::Event::Paste(_)
            | egui::Event::Cut
            | egui::Event::Ime(_)
            | egui::Event::Key { .. }
    )
}

/// Draws why something can't be taken, in words.
pub fn wrong_ui(ui: &mut Ui, wrong: Option<&str>) {
    if let Some(wrong) = wrong {
        let text = text::rich(ui, wrong, Type::Small).color(Theme::of(ui).danger);
        let response = ui.add(egui::Label::new(text).wrap());
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_live(egui::accesskit::Live::Polite);
        });
    }
}

/// The fields because of which a field does not matter at a place; none when it does.
pub fn not_needed_because(view: &View<'_>, place: Place, field: Field) -> Option<Vec<Field>> {
    let step = view.walk.steps.iter().find(|step| step.field == field)?;
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

/// Draws a field with its label; the control takes the whole width.
///
/// ```ignore
/// field_ui(ui, &mut form, Place::Organisation, Field::Sector);
/// ```
pub fn field_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, field: Field) {
    ui.spacing_mut().item_spacing.y = 4.0;
    let not_needed = not_needed_because(form.view, place, field);
    field_label_ui(ui, form.view, place, field, not_needed.as_deref());
    let width = ui.available_width();
    let is_active = not_needed.is_none();
    let response = control_ui(ui, form, place, field, width, is_active);
    take_focus(form, &response, place, field);
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
            text::line(ui, name, Type::SmallMedium);
            return;
        };
        let hint = tr(view.language, "profile-not-needed");
        let word = text::rich(ui, &hint, Type::Small);
        let galley = ui
            .painter()
            .layout_no_wrap(hint, Type::Small.font(), egui::Color32::PLACEHOLDER);
        let room = (ui.available_width() - galley.size().x - 8.0).max(40.0);
        ui.scope(|ui| {
            ui.set_max_width(room);
            text::line(ui, name, Type::SmallMedium);
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
            let (response, wrong) = typed_field_ui(ui, form, place, field, width, is_active, "form");
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
    let name = accessible_field_name(view, place, field);
    let hint = match field.kind() {
        FieldKind::Date => tr(language, "widget-date-hint"),
        _ if salt == "cell" => String::new(),
        _ if field == Field::Currency => tr(language, "widget-currency-hint"),
        _ => tr(language, "widget-unknown"),
    };
    let control = TextControl {
        name: &name,
        hint: &hint,
        width,
        height: if salt == "cell" { 26.0 } else { CONTROL_HEIGHT },
        is_active,
        is_number: salt == "cell",
        empty_is_known: false,
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

fn product_of<'v>(view: &View<'v>, place: Place) -> Option<&'v str> {
    let Place::Group(index) = place else {
        return None;
    };
    view.document.profile.groups.get(index)?.product.as_deref()
}

/// The answers that a choice offers at a place, with their words.
pub fn offered(view: &View<'_>, place: Place, field: Field) -> Vec<(DataId, String)> {
    let product = product_of(view, place);
    if field == Field::Edition && product.is_none() {
        return Vec::new();
    }
    view.programme
        .offered(field, product)
        .into_iter()
        .map(|id| {
            let words = i18n::answer(view.language, view.programme, field, id);
            (DataId::from(id), words)
        })
        .collect()
}

fn choice_field_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    place: Place,
    field: Field,
    width: f32,
    is_active: bool,
) -> Response {
    let view = form.view;
    let answer = view.document.profile.answer(place, field);
    let id = Id::unique("choice").with(egui::IdSalt::new(key_salt(&TypingKey::Answer(
        place, field,
    ))));
    let name = accessible_field_name(view, place, field);
    let (response, chosen) = choice_select_ui(ui, view, id, &name, place, field, &answer, width, is_active);
    if let Some(answer) = chosen {
        form.outbox.typing_ended = true;
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field,
            answer,
        });
    }
    response
}

/// Draws a select of one field's answers; gives the answer that was chosen.
#[expect(
    clippy::too_many_arguments,
    reason = "a select is drawn from all of these, and a struct for one caller more would say no more"
)]
pub fn choice_select_ui(
    ui: &mut Ui,
    view: &View<'_>,
    id: Id,
    name: &str,
    place: Place,
    field: Field,
    answer: &Answer,
    width: f32,
    is_active: bool,
) -> (Response, Option<Answer>) {
    let language = view.language;
    let options = offered(view, place, field);
    let words = match answer {
        Answer::Unknown if field == Field::Edition && options.is_empty() => {
            match product_of(view, place) {
                None => tr(language, "widget-choose-system-first"),
                Some(_) => tr(language, "widget-makes-no-difference"),
            }
        }
        answer => answer_words(language, view.programme, field, answer),
    };
    let look = if *answer == Answer::Unknown {
        Look::Unknown
    } else {
        Look::Known
    };
    let select = Select {
        name,
        words: &words,
        look,
        is_active,
    };
    let (response, chosen) = select.show(ui, id, width, false, |ui| {
        let mut chosen = None;
        for (id, words) in &options {
            let is_chosen = matches!(answer, Answer::One(held) if held == id);
            if list_entry(ui, words, is_chosen, false) {
                chosen = Some(Answer::One(DataId::clone(id)));
            }
        }
        let unknown = tr(language, "widget-unknown");
        if list_entry(ui, &unknown, *answer == Answer::Unknown, true) {
            chosen = Some(Answer::Unknown);
        }
        chosen
    });
    (response, chosen.flatten())
}

fn choices_field_ui(
    ui: &mut Ui,
    form: &mut Form<'_, '_>,
    place: Place,
    field: Field,
    width: f32,
    is_active: bool,
) -> Response {
    let view = form.view;
    let language = view.language;
    let answer = view.document.profile.answer(place, field);
    let id = Id::unique("choices").with(egui::IdSalt::new(key_salt(&TypingKey::Answer(
        place, field,
    ))));
    let name = accessible_field_name(view, place, field);
    let words = answer_words(language, view.programme, field, &answer);
    let options = offered(view, place, field);
    let select = Select {
        name: &name,
        words: &words,
        look: if answer == Answer::Unknown {
            Look::Unknown
        } else {
            Look::Known
        },
        is_active,
    };
    let (response, changed) = select.show(ui, id, width, true, |ui| {
        check_list_ui(ui, view, &options, &answer)
    });
    if let Some(answer) = changed.flatten() {
        form.outbox.typing_ended = true;
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field,
            answer,
        });
    }
    response
}

/// The set with one answer more or less; unknown counts as empty.
pub fn toggled(answer: &Answer, id: &DataId) -> Answer {
    let mut ids = match answer {
        Answer::Many(ids) => ids.clone(),
        _ => BTreeSet::new(),
    };
    if !ids.remove(id) {
        ids.insert(DataId::clone(id));
    }
    Answer::Many(ids)
}

/// Draws answers of which any number can be chosen, then "none of them" and "don't know yet".
fn check_list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    options: &[(DataId, String)],
    answer: &Answer,
) -> Option<Answer> {
    let mut changed = None;
    for (id, words) in options {
        let is_chosen = matches!(answer, Answer::Many(held) if held.contains(id));
        if check_entry(ui, words, is_chosen, false) {
            changed = Some(toggled(answer, id));
        }
    }
    let is_none = matches!(answer, Answer::Many(held) if held.is_empty());
    if check_entry(ui, &tr(view.language, "widget-none-of-them"), is_none, true) {
        changed = Some(Answer::Many(BTreeSet::new()));
    }
    let is_unknown = *answer == Answer::Unknown;
    if check_entry(ui, &tr(view.language, "widget-unknown"), is_unknown, true) {
        changed = Some(Answer::Unknown);
    }
    changed
}

/// Draws a check list that stands open, in as many columns as fit.
pub fn open_check_list_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, field: Field) {
    let view = form.view;
    let answer = view.document.profile.answer(place, field);
    let options = offered(view, place, field);
    let mut changed = None;
    let mut first: Option<Response> = None;
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 24.0;
        ui.spacing_mut().item_spacing.y = 2.0;
        for (id, words) in &options {
            let mut is_chosen = matches!(&answer, Answer::Many(held) if held.contains(id));
            let label = text::rich(ui, words, Type::Table);
            let response = ui.checkbox(&mut is_chosen, label);
            if response.clicked() {
                changed = Some(toggled(&answer, id));
            }
            first.get_or_insert(response);
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        let is_none = matches!(&answer, Answer::Many(held) if held.is_empty());
        let label = text::rich(ui, tr(view.language, "widget-none-of-them"), Type::Table);
        if ui.radio(is_none, label).clicked() {
            changed = Some(Answer::Many(BTreeSet::new()));
        }
        let label = text::rich(ui, tr(view.language, "widget-unknown"), Type::Table);
        if ui.radio(answer == Answer::Unknown, label).clicked() {
            changed = Some(Answer::Unknown);
        }
    });
    if let Some(response) = first {
        take_focus(form, &response, place, field);
    }
    if let Some(answer) = changed {
        form.outbox.typing_ended = true;
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field,
            answer,
        });
    }
}

/// Draws the licences that a group owns, one box a year, with "nothing bought" and "don't know".
pub fn owned_ui(ui: &mut Ui, form: &mut Form<'_, '_>, place: Place, is_active: bool) -> Response {
    let view = form.view;
    let language = view.language;
    let Place::Group(index) = place else {
        return text::line(ui, "", Type::Body);
    };
    let answer = view.document.profile.answer(place, Field::Owned);
    let held: BTreeMap<CoverageYear, u32> = match &answer {
        Answer::Years(years) => years.clone(),
        _ => BTreeMap::new(),
    };
    let mut changed = None;
    let mut wrong = None;
    let mut first: Option<Response> = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(12.0, 8.0);
        for window in &view.programme.base.coverage {
            let year = window.year;
            let number = year.number().to_string();
            let word = tr_with(language, "widget-year", &[("year", number.as_str().into())]);
            text::line(ui, &word, Type::Small);
            let name = format!(
                "{}, {word}",
                accessible_field_name(view, place, Field::Owned)
            );
            let quantity = held.get(&year).copied();
            let control = TextControl {
                name: &name,
                hint: match (&answer, quantity) {
                    (Answer::Years(_), None) => "0",
                    _ => "–",
                },
                width: 84.0,
                height: CONTROL_HEIGHT,
                is_active,
                is_number: true,
                empty_is_known: matches!(answer, Answer::Years(_)),
                salt: "form",
            };
            let typed = control.show(
                ui,
                form.typing,
                &TypingKey::Owned(index, year),
                &quantity.map_or_else(String::new, |quantity| quantity.to_string()),
                |text| read_count(language, Field::Endpoints, zero_as_nothing(text)),
                |count| count.map_or_else(String::new, |count| count.to_string()),
            );
            if let Some(quantity) = typed.value {
                let mut years = held.clone();
                match quantity {
                    Some(quantity) => years.insert(year, quantity),
                    None => years.remove(&year),
                };
                changed = Some(Answer::Years(years));
            }
            if typed.response.lost_focus() {
                form.outbox.typing_ended = true;
            }
            wrong = wrong.take().or(typed.wrong);
            first.get_or_insert(typed.response);
        }
        let is_nothing = matches!(&answer, Answer::Years(years) if years.is_empty());
        let label = text::rich(ui, tr(language, "widget-nothing-bought"), Type::Table);
        if ui.radio(is_nothing, label).clicked() {
            changed = Some(Answer::Years(BTreeMap::new()));
        }
        let label = text::rich(ui, tr(language, "widget-unknown"), Type::Table);
        if ui.radio(answer == Answer::Unknown, label).clicked() {
            changed = Some(Answer::Unknown);
        }
    });
    wrong_ui(ui, wrong.as_deref());
    if let Some(answer) = changed {
        form.outbox.edits.push(Edit::SetAnswer {
            place,
            field: Field::Owned,
            answer,
        });
    }
    first.unwrap_or_else(|| text::line(ui, "", Type::Body))
}

/// Zero licences of a year are the same as none.
fn zero_as_nothing(text: &str) -> &str {
    if text.trim() == "0" { "" } else { text }
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
