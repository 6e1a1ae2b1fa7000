//! Says to a screen reader what the plan comes to, once it has stayed the same for a while.

use eframe::egui::{Rect, Role, Sense, Ui, WidgetInfo, accesskit::Live, vec2};

use crate::domain::plan::{OrderLine, OrderWhen};
use crate::domain::programme::Unit;
use crate::i18n::{count, money, tr, tr_with};
use crate::ui::View;

/// So many seconds the plan has to stay the same: nobody wants to hear each keystroke.
const QUIET: f64 = 1.2;

/// What was said, and what is waiting to be said.
#[derive(Debug, Default)]
pub struct AnnouncerState {
    said: String,
    next: String,
    /// Since when `next` is what the plan comes to.
    since: f64,
}

/// Puts a sentence about the plan's totals where assistive technology reads it out when it changes.
/// It takes no room.
pub fn announcer_ui(ui: &mut Ui, view: &View<'_>, state: &mut AnnouncerState) {
    let words = total_words(view);
    let now = ui.input(|input| input.time);
    if state.next != words {
        state.next = words;
        state.since = now;
    }
    if state.said != state.next {
        let rest = state.since + QUIET - now;
        if rest <= 0.0 || state.said.is_empty() {
            state.said.clone_from(&state.next);
        } else {
            let rest = std::time::Duration::from_secs_f64(rest);
            ui.ctx().request_repaint_after(rest);
        }
    }
    let place = Rect::from_min_size(ui.max_rect().min, vec2(1.0, 1.0));
    let id = ui.scope_id().with("announcer");
    let response = ui.interact(place, id, Sense::empty());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &state.said));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_live(Live::Polite);
    });
}

/// What the plan comes to in one short sentence.
fn total_words(view: &View<'_>) -> String {
    let language = view.language;
    let plan = view.plan;
    let now: Vec<&OrderLine> = plan
        .orders
        .iter()
        .filter(|line| line.when == OrderWhen::Now)
        .collect();
    let mut parts = Vec::new();
    if now.is_empty() {
        parts.push(tr(language, "plan-screen-say-nothing-now"));
    } else {
        // Licences are added up; licences and cores are not.
        let is_plain = now.iter().all(|line| line.unit == Unit::Device);
        let (id, number) = if is_plain {
            let licences = now.iter().map(|line| line.quantity).sum();
            ("plan-screen-say-licences-now", licences)
        } else {
            ("plan-screen-say-lines-now", now.len() as u64)
        };
        parts.push(tr_with(language, id, &[("count", count(number))]));
        let sums = plan.amounts(Some(OrderWhen::Now));
        parts.extend(sums.iter().map(|sum| money(language, *sum)));
    }
    let (_, open, _) = view.walk.counts();
    let open = tr_with(
        language,
        "plan-screen-say-open",
        &[("count", count(open as u64))],
    );
    let parts = [("plan", parts.join(", ").into()), ("open", open.into())];
    tr_with(language, "plan-screen-say", &parts)
}
