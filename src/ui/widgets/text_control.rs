//! A text field that checks while it is typed and keeps what can't be taken.

use eframe::egui::{self, Align2, Frame, Id, IdSalt, Margin, Response, Shape, TextEdit, Ui, vec2};

use super::control::{Look, control_shapes};
use super::text::{self, Type};
use super::typing::{Typing, TypingKey, key_salt};
use crate::domain::profile::MAX_TEXT_CHARACTERS;
use crate::ui::theme::Theme;

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
        let id = Id::unique("typing").with(IdSalt::new((key_salt(key), self.salt)));
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
                .char_limit(MAX_TEXT_CHARACTERS)
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
