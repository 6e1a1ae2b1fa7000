//! The ledger as a bar with its legend: every verdict has a colour and a word.

use eframe::egui::{
    self, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
    vec2,
};

use super::roving::roving_ui;
use super::text::{self, Type};
use super::words::verdict_word;
use crate::domain::plan::Verdict;
use crate::domain::text::Language;
use crate::i18n::{number, tr};
use crate::ui::theme::Theme;

/// Draws the square of a verdict; its word stands beside it.
pub fn verdict_square(ui: &mut Ui, verdict: Verdict) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(9.0), Sense::hover());
    ui.painter()
        .rect_filled(rect, 2.0, Theme::of(ui).verdict(verdict));
    response
}

/// Draws the bar of a ledger; a bucket that is not empty is never too narrow to be seen.
pub fn ledger_bar_ui(ui: &mut Ui, language: Language, counts: &[(Verdict, u64)]) -> Response {
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let spoken: Vec<String> = counts
        .iter()
        .map(|(verdict, count)| bucket_words(language, *verdict, *count))
        .collect();
    response.widget_info(|| {
        let spoken = if spoken.is_empty() {
            tr(language, "widget-no-endpoints-yet")
        } else {
            spoken.join(", ")
        };
        let name = format!("{}: {spoken}", tr(language, "widget-ledger"));
        WidgetInfo::labeled(Role::Image, true, name)
    });
    draw(ui, rect, &pieces(rect, counts));
    if spoken.is_empty() {
        response
    } else {
        response.on_hover_text(spoken.join("\n"))
    }
}

/// Draws the bar of a ledger whose buckets can be chosen; gives the one that was.
///
/// ```
/// # use eframe::egui::Ui;
/// # use esu_planner::domain::{plan::Verdict, text::Language};
/// # use esu_planner::ui::widgets::ledger_bar::ledger_bar_choice_ui;
/// # fn draw(ui: &mut Ui) {
/// let counts = [(Verdict::Buy, 290), (Verdict::CoveredFree, 180)];
/// if let Some(_verdict) = ledger_bar_choice_ui(ui, Language::English, &counts) {}
/// # }
/// ```
pub fn ledger_bar_choice_ui(
    ui: &mut Ui,
    language: Language,
    counts: &[(Verdict, u64)],
) -> Option<Verdict> {
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), HEIGHT));
    let pieces = pieces(rect, counts);
    draw(ui, rect, &pieces);
    let places: Vec<Rect> = pieces.iter().map(|(_, place)| *place).collect();
    let mut chosen = None;
    for ((verdict, count), response) in counts.iter().zip(roving_ui(ui, "ledger-bar", &places)) {
        let words = bucket_words(language, *verdict, *count);
        response.widget_info(|| {
            let name = format!("{}: {words}", tr(language, "widget-ledger"));
            WidgetInfo::labeled(Role::Button, true, name)
        });
        if response.has_focus() {
            let ring = Stroke::new(2.0, Theme::of(ui).text);
            let place = response.rect.expand(3.0);
            ui.painter()
                .rect_stroke(place, 4.0, ring, StrokeKind::Inside);
        }
        if response.clicked() {
            chosen = Some(*verdict);
        }
        response
            .on_hover_cursor(CursorIcon::PointingHand)
            .on_hover_text(words);
    }
    chosen
}

const HEIGHT: f32 = 14.0;

fn bucket_words(language: Language, verdict: Verdict, count: u64) -> String {
    format!(
        "{} {}",
        verdict_word(language, verdict),
        number(language, count)
    )
}

/// Where each bucket lies.
fn pieces(rect: Rect, counts: &[(Verdict, u64)]) -> Vec<(Verdict, Rect)> {
    const GAP: f32 = 2.0;
    const LEAST: f32 = 4.0;
    let total: u64 = counts.iter().map(|(_, count)| count).sum();
    if total == 0 {
        return Vec::new();
    }
    let number = f32::from(u8::try_from(counts.len()).unwrap_or(8));
    let room = rect.width() - GAP * (number - 1.0) - LEAST * number;
    let mut left = rect.left();
    let place = |(verdict, count): &(Verdict, u64)| {
        let width = LEAST + room * share(*count, total);
        let piece = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
        left += width + GAP;
        (*verdict, piece)
    };
    counts.iter().map(place).collect()
}

fn draw(ui: &Ui, rect: Rect, pieces: &[(Verdict, Rect)]) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    if pieces.is_empty() {
        painter.rect_filled(rect, 3.0, theme.sunken);
    }
    for (position, (verdict, piece)) in pieces.iter().enumerate() {
        let first = position == 0;
        let last = position + 1 == pieces.len();
        let radius = egui::CornerRadius {
            nw: if first { 3 } else { 0 },
            sw: if first { 3 } else { 0 },
            ne: if last { 3 } else { 0 },
            se: if last { 3 } else { 0 },
        };
        painter.rect_filled(*piece, radius, theme.verdict(*verdict));
    }
}

/// A part of a whole between 0 and 1, for drawing.
#[expect(
    clippy::cast_precision_loss,
    reason = "a length on the screen needs no more than f32 has"
)]
fn share(part: u64, whole: u64) -> f32 {
    part as f32 / whole as f32
}

/// Draws the legend as one line that wraps between its entries.
pub fn legend_line_ui(ui: &mut Ui, language: Language, counts: &[(Verdict, u64)]) {
    text::flow_ui(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(18.0, 4.0);
        for (verdict, count) in counts {
            legend_entry_ui(
                ui,
                *verdict,
                verdict_word(language, *verdict),
                number(language, *count),
            );
        }
    });
}

/// One entry, painted as a whole so that it is never torn apart.
fn legend_entry_ui(ui: &mut Ui, verdict: Verdict, word: String, count: String) {
    const SQUARE: f32 = 9.0;
    let theme = Theme::of(ui);
    let said = format!("{word} {count}");
    let painter = ui.painter();
    let word = painter.layout_no_wrap(word, Type::Table.font(), theme.text);
    let count = painter.layout_no_wrap(count, Type::TableStrong.font(), theme.text);
    let width = SQUARE + 6.0 + word.size().x + 6.0 + count.size().x;
    let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
    let painter = ui.painter();
    let middle = rect.center().y;
    let square = Rect::from_center_size(
        pos2(rect.left() + SQUARE / 2.0, middle),
        Vec2::splat(SQUARE),
    );
    painter.rect_filled(square, 2.0, theme.verdict(verdict));
    let left = square.right() + 6.0;
    let right = rect.right() - count.size().x;
    painter.galley(pos2(left, middle - word.size().y / 2.0), word, theme.text);
    painter.galley(
        pos2(right, middle - count.size().y / 2.0),
        count,
        theme.text,
    );
}

/// Draws the legend as a list with the counts at the right.
pub fn legend_list_ui(ui: &mut Ui, language: Language, counts: &[(Verdict, u64)]) {
    for (verdict, count) in counts {
        pair_ui(ui, number(language, *count), Type::TableStrong, |ui| {
            verdict_square(ui, *verdict);
            text::line(ui, verdict_word(language, *verdict), Type::Table);
        });
    }
}

/// Draws something at the left and a number at the right of one line.
pub fn pair_ui(ui: &mut Ui, right: String, of: Type, add_left: impl FnOnce(&mut Ui)) {
    text::ends_ui(ui, 22.0, add_left, |ui| {
        text::line(ui, right, of);
    });
}
