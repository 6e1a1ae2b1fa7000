//! How the profile stands at a glance: what is filled, unknown or disputed, and the way there.

use eframe::egui::{
    Align2, Color32, CursorIcon, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

use super::ScreensState;
use super::profile::{BESIDE, DEPLOYMENT, LICENSING, filled_words};
use crate::domain::field::{Answer, Field, Place, Scope};
use crate::domain::guide::walk::QuestionState;
use crate::i18n::{count, tr, tr_with};
use crate::ui::theme::{Theme, icon_font};
use crate::ui::widgets::control::dashed_outline;
use crate::ui::widgets::field::{disputes_at, not_needed_because, shown};
use crate::ui::widgets::text::{self, Type};
use crate::ui::{View, icons};

/// How some fields of a place stand.
struct Standing {
    unknown: Vec<Field>,
    disputed: Vec<Field>,
}

impl Standing {
    fn of(view: &View<'_>, place: Place, fields: &[Field]) -> Self {
        let is_open = |field: &&Field| {
            view.document.profile.answer(place, **field) == Answer::Unknown
                && not_needed_because(view, place, **field).is_none()
        };
        let is_disputed = |field: &&Field| disputes_at(view, place, **field).next().is_some();
        Self {
            unknown: fields.iter().filter(is_open).copied().collect(),
            disputed: fields.iter().filter(is_disputed).copied().collect(),
        }
    }
}

/// Draws how the fields of a card stand, in its head; a click leads to the first of those that are
/// meant.
pub(super) fn standing_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    place: Place,
    fields: &[Field],
) {
    let language = view.language;
    text::muted(ui, filled_words(view, place, fields), Type::Small);
    let theme = Theme::of(ui);
    let standing = Standing::of(view, place, fields);
    let chips = [
        (
            &standing.unknown,
            "groups-unknown",
            icons::CIRCLE_DASHED,
            theme.muted,
        ),
        (
            &standing.disputed,
            "groups-disputed",
            icons::WARNING_CIRCLE,
            theme.needs_decision,
        ),
    ];
    for (fields, id, icon, ink) in chips {
        let Some(first) = fields.first() else {
            continue;
        };
        let words = tr_with(language, id, &[("count", count(fields.len() as u64))]);
        let is_dashed = icon == icons::CIRCLE_DASHED;
        if chip_ui(ui, icon, ink, &words, &words, is_dashed).clicked() {
            state.show_field(place, *first);
        }
    }
}

/// Draws one line with the parts of the profile, how each stands, and the way there.
pub(super) fn outline_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let language = view.language;
    let organisation = Place::Organisation;
    text::flow_ui(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        part_ui(ui, view, state, "profile-organisation", &LICENSING);
        groups_part_ui(ui, view, state);
        for (title, fields) in [
            ("profile-deployment", &DEPLOYMENT[..]),
            ("profile-beside", &BESIDE[..]),
        ] {
            let fields = shown(view, organisation, fields);
            if !fields.is_empty() {
                part_ui(ui, view, state, title, &fields);
            }
        }
        let quotes = view.document.profile.organisation.quotes.len();
        let title = tr(language, "profile-prices");
        let entered = [("quoted", count(quotes as u64))];
        let words = tr_with(language, "profile-entered", &entered);
        let (icon, ink) = icon_of(ui, quotes == 0, false);
        let name = format!("{title}, {words}");
        if chip_ui(ui, icon, ink, &title, &name, false).clicked() {
            state.show_field(organisation, Field::Currency);
        }
    });
}

/// The sign of a part: something is disputed, something is unknown, or all is told.
fn icon_of(ui: &Ui, is_open: bool, is_disputed: bool) -> (&'static str, Color32) {
    let theme = Theme::of(ui);
    match (is_disputed, is_open) {
        (true, _) => (icons::WARNING_CIRCLE, theme.needs_decision),
        (false, true) => (icons::CIRCLE_DASHED, theme.muted),
        (false, false) => (icons::CHECK_CIRCLE, theme.covered_free),
    }
}

fn part_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, title: &str, fields: &[Field]) {
    let language = view.language;
    let place = Place::Organisation;
    let fields = shown(view, place, fields);
    let standing = Standing::of(view, place, &fields);
    let title = tr(language, title);
    let mut name = format!("{title}, {}", filled_words(view, place, &fields));
    if !standing.disputed.is_empty() {
        let number = [("count", count(standing.disputed.len() as u64))];
        name = format!("{name}, {}", tr_with(language, "groups-disputed", &number));
    }
    let is_open = !standing.unknown.is_empty();
    let (icon, ink) = icon_of(ui, is_open, !standing.disputed.is_empty());
    if chip_ui(ui, icon, ink, &title, &name, false).clicked() {
        let first = standing.disputed.first().or(standing.unknown.first());
        if let Some(field) = first.or(fields.first()) {
            state.show_field(place, *field);
        }
    }
}

/// The groups stand as the questions do that are asked about them.
fn groups_part_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let language = view.language;
    let steps = view.walk.steps.iter();
    let open: Vec<_> = steps
        .filter(|step| step.field.scope() == Scope::Group)
        .filter_map(|step| match &step.state {
            QuestionState::Open(_) => Some((step.programme, step.field)),
            QuestionState::Settled
            | QuestionState::NotApplicable(_)
            | QuestionState::Waiting(_) => None,
        })
        .collect();
    let groups = &view.document.profile.groups;
    let title = tr(language, "profile-groups");
    let words = if groups.is_empty() {
        tr(language, "profile-no-groups")
    } else {
        tr_with(
            language,
            "groups-unknown",
            &[("count", count(open.len() as u64))],
        )
    };
    let (icon, ink) = icon_of(ui, groups.is_empty() || !open.is_empty(), false);
    let name = format!("{title}, {words}");
    if !chip_ui(ui, icon, ink, &title, &name, false).clicked() {
        return;
    }
    // The first group in which the first open question is unknown.
    let first = open.first().and_then(|(programme, field)| {
        let index = (0..groups.len()).find(|index| {
            view.plan.programme_of_group(*index) == *programme
                && view.document.profile.answer(Place::Group(*index), *field) == Answer::Unknown
        })?;
        Some((index, *field))
    });
    match first {
        Some((index, field)) => state.show_field(Place::Group(index), field),
        None if groups.is_empty() => {}
        None => state.show_field(Place::Group(state.selected_group), Field::GroupName),
    }
}

/// A small pill with an icon that can be clicked.
fn chip_ui(
    ui: &mut Ui,
    icon: &str,
    ink: Color32,
    words: &str,
    name: &str,
    is_dashed: bool,
) -> Response {
    const HEIGHT: f32 = 24.0;
    let theme = Theme::of(ui);
    let galley =
        ui.painter()
            .layout_no_wrap(words.to_owned(), Type::SmallMedium.font(), theme.text);
    let width = galley.size().x + 36.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), name));
    if ui.is_rect_visible(rect) {
        let ground = if response.hovered() {
            theme.sunken
        } else {
            theme.panel
        };
        let painter = ui.painter();
        painter.rect_filled(rect, HEIGHT / 2.0, ground);
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(rect, HEIGHT / 2.0, ring, StrokeKind::Inside);
        } else if is_dashed {
            painter.extend(dashed_outline(rect, HEIGHT / 2.0, theme.faint));
        } else {
            painter.rect_stroke(rect, HEIGHT / 2.0, theme.hairline(), StrokeKind::Inside);
        }
        let middle = rect.center().y;
        let at = pos2(rect.left() + 15.0, middle);
        painter.text(at, Align2::CENTER_CENTER, icon, icon_font(13.0), ink);
        let at = pos2(rect.left() + 25.0, middle - galley.size().y / 2.0);
        painter.galley(at, galley, theme.text);
    }
    response
        .on_hover_cursor(CursorIcon::PointingHand)
        .on_hover_text(name)
}
