//! What is worked on stays where it is while the form above it grows or shrinks.

use eframe::egui::style::ScrollAnimation;
use eframe::egui::{Id, Memory, Rect, Ui, vec2};

/// What was used last on the form, and how far under the form's top it stood.
#[derive(Debug, Default)]
pub(super) struct Anchor {
    held: Option<(Held, f32)>,
}

/// What keeps its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    /// A control.
    Control(Id),
    /// The table of groups: what has the keyboard in it moves from row to row.
    Groups,
}

impl Anchor {
    /// Scrolls the form by as much as what was used last has moved in it. Called at the form's
    /// end, with the form's top and the place of the groups' card.
    pub(super) fn keep_in_place(&mut self, ui: &Ui, top: f32, groups: Rect) {
        let place = |held| match held {
            Held::Groups => Some(groups),
            Held::Control(id) => place_of(ui, id),
        };
        let held = self.held.and_then(|(held, was)| {
            let rect = place(held)?;
            Some((held, was, rect))
        });
        if let Some((_, was, rect)) = held {
            let moved = rect.top() - top - was;
            let before = rect.translate(vec2(0.0, -moved));
            if moved.abs() > 0.5 && before.intersects(ui.clip_rect()) {
                ui.scroll_with_delta_animation(vec2(0.0, -moved), ScrollAnimation::none());
                // Nobody is to see it jump and come back.
                ui.ctx().request_discard("the form above has changed");
                ui.ctx().request_repaint();
            }
        }
        let clicked = ui.ctx().interaction_snapshot(|snapshot| snapshot.clicked);
        let focused = ui.memory(Memory::focused);
        let used = [clicked, focused].into_iter().flatten();
        let used = used.filter_map(|id| Some((Held::Control(id), place_of(ui, id)?)));
        let used = used.into_iter().next().map(|(held, rect)| {
            if groups.contains(rect.center()) {
                (Held::Groups, groups)
            } else {
                (held, rect)
            }
        });
        let next = used.or(held.map(|(held, _, rect)| (held, rect)));
        self.held = next.map(|(held, rect)| (held, rect.top() - top));
    }
}

/// Where a control of the form stands; none for what lies over the form or beside it.
fn place_of(ui: &Ui, id: Id) -> Option<Rect> {
    let response = ui.ctx().read_response(id)?;
    let is_in_form = response.layer_id == ui.layer_id()
        && ui.max_rect().x_range().contains(response.rect.center().x)
        && response.rect.bottom() >= ui.min_rect().top();
    is_in_form.then_some(response.rect)
}
