//! "Plan so far": the column that keeps the plan in sight beside the profile and the decisions.

use eframe::egui::{Align, Frame, Layout, Margin, Panel, Sense, Ui, vec2};

use super::button::Button;
use super::card::{card_ui, hairline};
use super::ledger_bar::{ledger_bar_ui, legend_list_ui, pair_ui, verdict_square};
use super::text::{self, Type};
use super::words::verdict_word;
use crate::domain::field::{Field, Scope};
use crate::domain::guide::walk::{QuestionState, WalkStep};
use crate::domain::money::Money;
use crate::domain::plan::{OrderWhen, Verdict};
use crate::i18n::{amount, count, number, say, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::{Outbox, Screen, View, icons};

/// Draws the ledger and the totals.
pub fn plan_so_far_ui(ui: &mut Ui, view: &View<'_>, counts: &[(Verdict, u64)]) {
    let language = view.language;
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        text::line(ui, tr(language, "widget-plan-so-far"), Type::Heading);
        ledger_bar_ui(ui, language, counts);
        if counts.is_empty() {
            text::muted(ui, tr(language, "widget-no-endpoints-yet"), Type::Table);
        }
        legend_list_ui(ui, language, counts);
        let now = view.plan.amounts(Some(OrderWhen::Now));
        let later = view.plan.amounts(Some(OrderWhen::Later));
        let all = view.plan.amounts(None);
        if !all.is_empty() {
            ui.add_space(4.0);
            hairline(ui);
            ui.add_space(2.0);
        }
        // One of the two alone is the total itself.
        if !now.is_empty() && !later.is_empty() {
            for sum in now {
                total_line_ui(
                    ui,
                    view,
                    &tr(language, "widget-total-now"),
                    sum,
                    Type::Table,
                );
            }
            for sum in later {
                total_line_ui(
                    ui,
                    view,
                    &tr(language, "widget-total-later"),
                    sum,
                    Type::Table,
                );
            }
        }
        for sum in all {
            total_line_ui(ui, view, &tr(language, "widget-total"), sum, Type::Strong);
        }
        let unpriced = view
            .plan
            .orders
            .iter()
            .filter(|line| line.total.is_none())
            .count();
        if unpriced > 0 {
            let unpriced = count(unpriced as u64);
            let words = tr_with(
                language,
                "widget-lines-without-price",
                &[("count", unpriced)],
            );
            text::muted(ui, words, Type::Small);
        }
    });
}

/// Draws the ledger and the total as one line at the foot of a screen; a click leads to the plan.
pub fn plan_line_ui(ui: &mut Ui, view: &View<'_>, counts: &[(Verdict, u64)], outbox: &mut Outbox) {
    const HEIGHT: f32 = 44.0;
    let language = view.language;
    let theme = Theme::of(ui);
    let frame = Frame::new()
        .fill(theme.panel)
        .inner_margin(Margin::symmetric(24, 0));
    let panel = Panel::bottom("plan-line")
        .exact_size(HEIGHT)
        .resizable(false);
    panel.frame(frame).show(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            let words = tr(language, "widget-plan-so-far");
            let button = Button::quiet(icons::ARROW_RIGHT, &words).icon_last();
            if button.show(ui).clicked() {
                outbox.go_to = Some(Screen::Plan);
            }
            for sum in view.plan.amounts(None).into_iter().take(2) {
                let label = tr(language, "widget-total");
                let words = format!("{} {}", amount(language, sum), sum.currency);
                let response = text::line(ui, &words, Type::TableStrong);
                response.on_hover_text(label);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if counts.is_empty() {
                    text::muted(ui, tr(language, "widget-no-endpoints-yet"), Type::Table);
                    return;
                }
                let width = (ui.available_width() * 0.3).clamp(60.0, 140.0);
                ui.allocate_ui(vec2(width, 14.0), |ui| ledger_bar_ui(ui, language, counts));
                for (verdict, endpoints) in counts {
                    let word = verdict_word(language, *verdict);
                    let words = format!("{word} {}", number(language, *endpoints));
                    let font = Type::Table.font();
                    let needed = ui.painter().layout_no_wrap(words.clone(), font, theme.text);
                    if needed.size().x + 30.0 > ui.available_width() {
                        text::line(ui, "…", Type::Table);
                        break;
                    }
                    ui.horizontal(|ui| {
                        ui.spacing_mut().item_spacing.x = 6.0;
                        verdict_square(ui, *verdict);
                        text::line(ui, words, Type::Table);
                    });
                }
            });
        });
    });
}

fn total_line_ui(ui: &mut Ui, view: &View<'_>, label: &str, sum: Money, of: Type) {
    let label = format!("{label}, {}", sum.currency);
    let said = format!("{label}: {}", amount(view.language, sum));
    pair_ui(ui, amount(view.language, sum), of, |ui| {
        let response = text::muted(ui, label, Type::Table);
        // The line is told as one. That it has changed is said by the announcer, which waits until
        // nobody types.
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_value(said));
    });
}

/// Something open that was clicked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenChoice {
    /// The programme that it belongs to, by its position in the plan's list.
    pub programme: usize,
    /// The field that settles it.
    pub field: Field,
}

/// Draws what is open: what the plan can't do without, then what else is unanswered. Gives what
/// was clicked.
pub fn open_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) -> Option<OpenChoice> {
    const MOST: usize = 8;
    let language = view.language;
    let questions = &view.plan.open_questions;
    let is_told = |step: &WalkStep| {
        questions.iter().any(|open| {
            let is_same = open.programme == step.programme;
            open.field == Some(step.field) && (is_same || step.field.scope() != Scope::Group)
        })
    };
    let fields: Vec<_> = view.walk.open().filter(|step| !is_told(step)).collect();
    if questions.is_empty() && fields.is_empty() {
        return None;
    }
    let mut chosen = None;
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        text::line(ui, tr(language, "widget-open"), Type::Heading);
        ui.add_space(4.0);
        for open in questions {
            let words = view.tagged(open.programme, &say(language, &open.text));
            if open_line_ui(ui, &words, true) {
                let programme = open.programme;
                chosen = open.field.map(|field| OpenChoice { programme, field });
                outbox.go_to = Some(match open.field {
                    Some(field) if asked(view, programme, field) => Screen::Decisions,
                    _ => Screen::Profile,
                });
            }
        }
        let room = MOST.saturating_sub(questions.len());
        for step in fields.iter().take(room) {
            let Some(question) = view.question(step) else {
                continue;
            };
            let mut words = question.ask.get(language).to_owned();
            if step.field.scope() == Scope::Group {
                words = view.tagged(step.programme, &words);
            }
            if open_line_ui(ui, &words, false) {
                chosen = Some(OpenChoice {
                    programme: step.programme,
                    field: step.field,
                });
                outbox.go_to = Some(Screen::Decisions);
            }
        }
        if fields.len() > room {
            let more = count((fields.len() - room) as u64);
            let words = tr_with(language, "widget-more-open", &[("count", more)]);
            if open_line_ui(ui, &words, false) {
                outbox.go_to = Some(Screen::Decisions);
            }
        }
    });
    chosen
}

fn asked(view: &View<'_>, programme: usize, field: Field) -> bool {
    view.step_in(programme, field)
        .is_some_and(|step| !matches!(step.state, QuestionState::NotApplicable(_)))
}

fn open_line_ui(ui: &mut Ui, words: &str, is_urgent: bool) -> bool {
    use eframe::egui::{Align2, Role, Stroke, StrokeKind, WidgetInfo};
    let theme = Theme::of(ui);
    let width = ui.available_width();
    let galley = ui.painter().layout(
        words.to_owned(),
        Type::Table.font(),
        theme.text,
        width - 28.0,
    );
    let size = vec2(width, galley.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), words));
    if ui.is_rect_visible(rect) {
        if response.hovered() {
            ui.painter()
                .rect_filled(rect.expand2(vec2(6.0, 0.0)), 6.0, theme.sunken);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            ui.painter()
                .rect_stroke(rect.expand2(vec2(6.0, 0.0)), 6.0, ring, StrokeKind::Inside);
        }
        let icon = if is_urgent {
            icons::WARNING_CIRCLE
        } else {
            icons::CIRCLE_DASHED
        };
        ui.painter().text(
            rect.left_top() + vec2(8.0, 14.0),
            Align2::CENTER_CENTER,
            icon,
            crate::ui::theme::icon_font(14.0),
            theme.needs_decision,
        );
        ui.painter()
            .galley(rect.left_top() + vec2(26.0, 5.0), galley, theme.text);
    }
    response
        .on_hover_cursor(eframe::egui::CursorIcon::PointingHand)
        .clicked()
}
