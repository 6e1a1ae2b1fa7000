//! Many small things with one stop of the Tab key: the arrow keys go from one to the next.

use eframe::egui::{self, EventFilter, Id, Key, Rect, Response, Sense, Ui};

#[derive(Clone, Copy, Debug, Default)]
struct Memory {
    /// The one that the Tab key stops at.
    current: usize,
    /// One that is to be given the keyboard.
    pending: Option<usize>,
}

/// A walk through things, each of which is told when it is drawn: the order of Tab and of reading
/// stays that of drawing.
#[derive(Debug)]
pub struct Roving {
    id: Id,
    memory: Memory,
    places: Vec<Rect>,
    /// The one that has the keyboard.
    focused: Option<usize>,
}

impl Roving {
    /// Begins a walk; call [`Roving::end`] when everything is told.
    pub fn begin(ui: &Ui, salt: &str) -> Self {
        let id = ui.make_persistent_id(salt);
        Self {
            id,
            memory: ui.data(|data| data.get_temp(id)).unwrap_or_default(),
            places: Vec::new(),
            focused: None,
        }
    }

    /// Tells the next thing; it can be pointed at and clicked. The caller names the response and
    /// draws.
    pub fn add(&mut self, ui: &Ui, place: Rect) -> Response {
        let position = self.places.len();
        self.places.push(place);
        let sense = if position == self.memory.current {
            Sense::click()
        } else {
            Sense::CLICK
        };
        let own = self.id.with(position);
        let response = ui.interact(place, own, sense);
        if self.memory.pending == Some(position) {
            self.memory.pending = None;
            response.request_focus();
        }
        if response.clicked() {
            self.memory.current = position;
        }
        if response.has_focus() {
            let filter = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(own, filter));
            self.focused = Some(position);
        }
        response
    }

    /// Goes where the pressed key leads.
    pub fn end(mut self, ui: &Ui) {
        let focused = self.focused;
        let to = focused.and_then(|from| pressed_towards(ui, &self.places, from));
        if let Some(to) = to.filter(|to| Some(*to) != focused) {
            self.memory.current = to;
            self.memory.pending = Some(to);
            ui.ctx().request_repaint();
        }
        // What is shorter than it was still has a stop.
        let last = self.places.len().saturating_sub(1);
        self.memory.current = self.memory.current.min(last);
        ui.data_mut(|data| data.insert_temp(self.id, self.memory));
    }
}

/// Lets things at these places, in reading order, be pointed at, clicked and walked through by
/// keys: left and right along the order, up and down to what lies there, Home and End to the ends.
/// The caller names each response and draws.
///
/// ```
/// # use eframe::egui::{Rect, Role, Ui, WidgetInfo};
/// # use esu_planner::ui::widgets::roving::roving_ui;
/// # fn draw(ui: &mut Ui, bars: &[Rect]) {
/// for response in roving_ui(ui, "bars", bars) {
///     response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "A bar"));
/// }
/// # }
/// ```
pub fn roving_ui(ui: &mut Ui, salt: &str, places: &[Rect]) -> Vec<Response> {
    let mut roving = Roving::begin(ui, salt);
    let told = places.iter().map(|place| roving.add(ui, *place));
    let responses = told.collect();
    roving.end(ui);
    responses
}

/// Where the pressed key leads from one of the places.
fn pressed_towards(ui: &Ui, places: &[Rect], from: usize) -> Option<usize> {
    let last = places.len().checked_sub(1)?;
    ui.input_mut(|input| {
        let none = egui::Modifiers::NONE;
        if input.consume_key(none, Key::ArrowRight) {
            Some((from + 1).min(last))
        } else if input.consume_key(none, Key::ArrowLeft) {
            Some(from.saturating_sub(1))
        } else if input.consume_key(none, Key::ArrowDown) {
            nearest(places, from, 1.0)
        } else if input.consume_key(none, Key::ArrowUp) {
            nearest(places, from, -1.0)
        } else if input.consume_key(none, Key::Home) {
            Some(0)
        } else if input.consume_key(none, Key::End) {
            Some(last)
        } else {
            None
        }
    })
}

/// The nearest place in the next line below (1) or above (-1) one of them.
fn nearest(places: &[Rect], from: usize, direction: f32) -> Option<usize> {
    let at = places.get(from)?.center();
    let beyond = |place: &Rect| (place.center().y - at.y) * direction;
    let distance = |place: &Rect| {
        let aside = (place.left() - at.x).max(at.x - place.right()).max(0.0);
        // The next line first, what lies straight on in it before what lies aside.
        beyond(place) * 1000.0 + aside
    };
    let candidates = places.iter().enumerate();
    candidates
        .filter(|(_, place)| beyond(place) > 4.0)
        .min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b)))
        .map(|(position, _)| position)
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{pos2, vec2};

    #[test]
    fn up_and_down_go_to_what_lies_there_in_the_next_line() {
        let place = |x, y| Rect::from_min_size(pos2(x, y), vec2(50.0, 20.0));
        let places = [
            place(0.0, 0.0),
            place(60.0, 0.0),
            place(55.0, 30.0),
            place(0.0, 60.0),
        ];
        assert_eq!(nearest(&places, 1, 1.0), Some(2));
        assert_eq!(nearest(&places, 0, 1.0), Some(2));
        assert_eq!(nearest(&places, 3, -1.0), Some(2));
        assert_eq!(nearest(&places, 0, -1.0), None);
    }
}
