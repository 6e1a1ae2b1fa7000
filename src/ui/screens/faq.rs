//! The FAQ: every entry with whether it applies to this profile and why.

use eframe::egui::{
    Align, Align2, CursorIcon, Frame, Layout, Margin, Rect, Role, ScrollArea, Sense, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::ScreensState;
use super::frame::{EDGE, GAP, quiet_scroll_bar, subheading_ui};
use crate::domain::guide::condition::Truth;
use crate::domain::plan::{Applicability, faq_because};
use crate::domain::programme::{Adds, FaqEntry, FaqSection, RuleId};
use crate::domain::source::Certainty;
use crate::domain::text::Language;
use crate::i18n::{self, count, say, tr, tr_with};
use crate::search::matches_words;
use crate::ui::theme::{self, CONTROL_HEIGHT, Theme};
use crate::ui::widgets::card::{card_ui, hairline};
use crate::ui::widgets::chip::source_chip;
use crate::ui::widgets::control::{Look, control_shapes};
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{group_name, held_words};
use crate::ui::{Outbox, View, icons};

/// Which entries are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FaqFilter {
    /// All.
    #[default]
    All,
    /// Those that apply to the profile.
    Applies,
    /// Those that do not.
    DoesNotApply,
    /// Those of which it is not known.
    Unknown,
}

impl FaqFilter {
    const ALL: [Self; 4] = [
        Self::All,
        Self::Applies,
        Self::DoesNotApply,
        Self::Unknown,
    ];

    fn takes(self, truth: Truth) -> bool {
        match self {
            Self::All => true,
            Self::Applies => truth == Truth::Yes,
            Self::DoesNotApply => truth == Truth::No,
            Self::Unknown => truth == Truth::Unknown,
        }
    }

    fn words(self, language: Language) -> String {
        tr(
            language,
            match self {
                Self::All => "faq-ui-filter-all",
                Self::Applies => "faq-ui-filter-applies",
                Self::DoesNotApply => "faq-ui-filter-does-not-apply",
                Self::Unknown => "faq-ui-filter-unknown",
            },
        )
    }
}

/// Draws the list with its search, and the chosen entry.
pub(super) fn faq_screen_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let room = ui.available_rect_before_wrap();
    let list_width = (room.width() * 0.36).clamp(280.0, 420.0);
    let left = Rect::from_min_max(
        room.min + vec2(EDGE, 20.0),
        pos2(room.left() + EDGE + list_width, room.bottom()),
    );
    let right = Rect::from_min_max(
        pos2(left.right() + GAP, room.top() + 20.0),
        pos2(room.right(), room.bottom()),
    );
    let listed = listed(view, state);
    let builder = |salt: &'static str, place: Rect| {
        UiBuilder::new()
            .id_salt(salt)
            .max_rect(place)
            .layout(Layout::top_down(Align::Min))
    };
    let mut child = ui.new_child(builder("faq-list", left));
    list_ui(&mut child, view, state, &listed);
    let mut child = ui.new_child(builder("faq-entry", right));
    child.shrink_clip_rect(right);
    quiet_scroll_bar(&mut child);
    ScrollArea::vertical()
        .id_salt(("faq-entry", state.faq_selected.as_deref().unwrap_or_default()))
        .auto_shrink([false, false])
        .show(&mut child, |ui| {
            let margin = Margin {
                left: 0,
                right: 24,
                top: 0,
                bottom: 24,
            };
            Frame::new().inner_margin(margin).show(ui, |ui| {
                ui.set_width(ui.available_width());
                entry_card_ui(ui, view, state);
            });
        });
}

/// The entries that the search and the filter leave, by position.
fn listed(view: &View<'_>, state: &ScreensState) -> Vec<usize> {
    let plain = state.faq_search.trim();
    view.programme
        .faq
        .iter()
        .enumerate()
        .filter(|(position, entry)| {
            state.faq_filter.takes(truth_of(view, *position)) && (plain.is_empty() || {
                let texts = [
                    entry.id.as_str(),
                    &*entry.question.en,
                    &*entry.question.pl,
                    &*entry.answer.en,
                    &*entry.answer.pl,
                ];
                matches_words(plain, &texts)
            })
        })
        .map(|(position, _)| position)
        .collect()
}

/// Whether the entry at a position applies; the plan lists them in the programme's order.
fn truth_of(view: &View<'_>, position: usize) -> Truth {
    view.plan
        .faq
        .get(position)
        .map_or(Truth::Unknown, |applicability| applicability.applies)
}

fn list_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState, listed: &[usize]) {
    let language = view.language;
    ui.spacing_mut().item_spacing.y = 8.0;
    text::label(ui, tr(language, "faq-ui-title"), Type::Title);
    search_ui(ui, view, state);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
        for filter in FaqFilter::ALL {
            if filter_ui(ui, &filter.words(language), state.faq_filter == filter) {
                state.faq_filter = filter;
            }
        }
    });
    let words = tr_with(
        language,
        "faq-ui-count",
        &[
            ("shown", count(listed.len() as u64)),
            ("all", count(view.programme.faq.len() as u64)),
        ],
    );
    text::muted(ui, words, Type::Small);
    let is_selected_listed = listed.iter().any(|position| {
        let entry = view.programme.faq.get(*position);
        entry.is_some_and(|entry| Some(entry.id.as_str()) == state.faq_selected.as_deref())
    });
    if state.faq_selected.is_none() || (!is_selected_listed && !state.faq_search.is_empty()) {
        let first = listed.first().and_then(|p| view.programme.faq.get(*p));
        if let Some(first) = first {
            state.faq_selected = Some(first.id.as_str().to_owned());
        }
    }
    quiet_scroll_bar(ui);
    ScrollArea::vertical()
        .id_salt("faq-rows")
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let mut section = None;
            for position in listed {
                let Some(entry) = view.programme.faq.get(*position) else {
                    continue;
                };
                if section != Some(entry.section) {
                    ui.add_space(if section.is_some() { 12.0 } else { 0.0 });
                    section = Some(entry.section);
                    subheading_ui(ui, &section_words(language, entry.section));
                    ui.add_space(4.0);
                }
                let is_current = state.faq_selected.as_deref() == Some(entry.id.as_str());
                if row_ui(ui, view, entry, truth_of(view, *position), is_current) {
                    state.faq_selected = Some(entry.id.as_str().to_owned());
                }
            }
            ui.add_space(16.0);
        });
}

fn search_ui(ui: &mut Ui, view: &View<'_>, state: &mut ScreensState) {
    let language = view.language;
    let slot = ui.painter().add(eframe::egui::Shape::Noop);
    let width = ui.available_width();
    let hint = tr(language, "faq-ui-search");
    let hint_text = text::rich(ui, &hint, Type::Body).color(Theme::of(ui).muted);
    let margin = Margin {
        left: 34,
        right: 10,
        top: 0,
        bottom: 0,
    };
    let response = ui.add(
        TextEdit::singleline(&mut state.faq_search)
            .id(eframe::egui::Id::unique("faq-search"))
            .frame(Frame::new().inner_margin(margin))
            .hint_text(hint_text)
            .char_limit(200)
            .desired_width(width)
            .min_size(vec2(width, CONTROL_HEIGHT))
            .align(Align2::LEFT_CENTER),
    );
    let shapes = control_shapes(ui, response.rect, Look::Known, true, &response);
    ui.painter().set(slot, eframe::egui::Shape::Vec(shapes));
    ui.painter().text(
        response.rect.left_center() + vec2(18.0, 0.0),
        Align2::CENTER_CENTER,
        icons::MAGNIFYING_GLASS,
        theme::icon_font(15.0),
        Theme::of(ui).muted,
    );
    if std::mem::take(&mut state.focus_faq_search) {
        response.request_focus();
    }
    response.accessible_name(hint);
}

/// One of several filters that exclude each other; true when clicked.
pub(super) fn filter_ui(ui: &mut Ui, words: &str, is_chosen: bool) -> bool {
    let theme = Theme::of(ui);
    let ink = if is_chosen { theme.accent } else { theme.muted };
    let galley = ui
        .painter()
        .layout_no_wrap(words.to_owned(), theme::medium(12.0), ink);
    let size = vec2(galley.size().x + 18.0, 26.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if is_chosen {
            painter.rect_filled(rect, 13.0, theme.accent_soft);
        } else if response.hovered() {
            painter.rect_filled(rect, 13.0, theme.sunken);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(rect, 13.0, ring, StrokeKind::Inside);
        }
        let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
        painter.galley_with_override_text_color(at.min, galley, ink);
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn mark_of(truth: Truth, theme: &Theme) -> (&'static str, eframe::egui::Color32) {
    match truth {
        Truth::Yes => (icons::CHECK_CIRCLE, theme.covered_free),
        Truth::No => (icons::MINUS_CIRCLE, theme.faint),
        Truth::Unknown => (icons::CIRCLE_DASHED, theme.needs_decision),
    }
}

fn applies_words(language: Language, truth: Truth) -> String {
    tr(
        language,
        match truth {
            Truth::Yes => "faq-ui-applies",
            Truth::No => "faq-ui-does-not-apply",
            Truth::Unknown => "faq-ui-unknown",
        },
    )
}

fn row_ui(ui: &mut Ui, view: &View<'_>, entry: &FaqEntry, truth: Truth, is_current: bool) -> bool {
    let theme = Theme::of(ui);
    let question = entry.question.get(view.language);
    let width = ui.available_width();
    let mut job = eframe::egui::text::LayoutJob::simple(
        question.to_owned(),
        Type::Table.font(),
        theme.text,
        width - 104.0,
    );
    job.wrap.max_rows = 2;
    let galley = ui.painter().layout_job(job);
    let size = vec2(width, (galley.size().y + 14.0).max(34.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| {
        let applies = applies_words(view.language, truth);
        let said = format!("{}, {question}, {applies}", entry.id);
        WidgetInfo::selected(Role::ListBoxOption, true, is_current, said)
    });
    if response.has_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let painter = ui.painter();
        if is_current {
            painter.rect_filled(rect, 6.0, theme.accent_soft);
        } else if response.hovered() {
            painter.rect_filled(rect, 6.0, theme.sunken);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(rect, 6.0, ring, StrokeKind::Inside);
        }
        let top = rect.top() + (rect.height() - galley.size().y) / 2.0;
        let line = top + 8.0;
        painter.text(
            pos2(rect.left() + 10.0, line),
            Align2::LEFT_CENTER,
            entry.id.as_str(),
            Type::Mono.font(),
            theme.muted,
        );
        painter.galley(pos2(rect.left() + 74.0, top), galley, theme.text);
        let (icon, ink) = mark_of(truth, theme);
        painter.text(
            pos2(rect.right() - 14.0, line),
            Align2::CENTER_CENTER,
            icon,
            theme::icon_font(14.0),
            ink,
        );
    }
    response.on_hover_cursor(CursorIcon::PointingHand).clicked()
}

fn section_words(language: Language, section: FaqSection) -> String {
    tr(
        language,
        match section {
            FaqSection::General => "faq-ui-section-general",
            FaqSection::Purchasing => "faq-ui-section-purchasing",
            FaqSection::Coverage => "faq-ui-section-coverage",
            FaqSection::Deployment => "faq-ui-section-deployment",
            FaqSection::Embedded => "faq-ui-section-embedded",
        },
    )
}

/// How sure a statement is, in words.
pub(super) fn certainty_words(language: Language, certainty: Certainty) -> String {
    tr(
        language,
        match certainty {
            Certainty::Microsoft => "faq-ui-certainty-microsoft",
            Certainty::Reported => "faq-ui-certainty-reported",
            Certainty::Community => "faq-ui-certainty-community",
            Certainty::Derived => "faq-ui-certainty-derived",
        },
    )
}

/// Draws an entry in short: for the column beside a question.
pub(super) fn short_entry_ui(ui: &mut Ui, view: &View<'_>, entry: &FaqEntry, outbox: &mut Outbox) {
    let language = view.language;
    card_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        text::row_ui(ui, 18.0, |ui| {
            text::muted(ui, tr(language, "faq-ui-entry"), Type::Small);
            source_chip(ui, entry.id.as_str(), language, outbox);
        });
        text::label(ui, entry.question.get(language), Type::Heading);
        text::label(ui, entry.answer.get(language), Type::Table);
        ui.add_space(2.0);
        text::muted(ui, certainty_words(language, entry.certainty), Type::Small);
    });
}

fn entry_card_ui(ui: &mut Ui, view: &View<'_>, state: &ScreensState) {
    let language = view.language;
    let entry = state
        .faq_selected
        .as_deref()
        .and_then(|id| view.programme.faq_entry(id));
    let Some(entry) = entry else {
        text::muted(ui, tr(language, "faq-ui-nothing-found"), Type::Body);
        return;
    };
    let applicability = view.plan.faq.iter().find(|a| a.id == entry.id);
    let frame = Theme::of(ui).card().inner_margin(Margin::same(24));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        // Lines of a comfortable length.
        let width = ui.available_width().min(720.0);
        ui.set_max_width(width);
        ui.spacing_mut().item_spacing.y = 8.0;
        let section = section_words(language, entry.section);
        text::muted(ui, format!("{} · {section}", entry.id), Type::SmallMedium);
        text::label(ui, entry.question.get(language), Type::Title);
        text::label(ui, entry.answer.get(language), Type::Body);
        if let Some(correction) = &entry.correction {
            correction_ui(ui, language, correction.get(language));
        }
        source_ui(ui, view, entry);
        if let Some(applicability) = applicability {
            hairline(ui);
            applies_ui(ui, view, applicability);
        }
        if !entry.adds.is_empty() {
            hairline(ui);
            adds_ui(ui, view, entry);
        }
    });
}

fn correction_ui(ui: &mut Ui, language: Language, correction: &str) {
    let theme = Theme::of(ui);
    Frame::new()
        .fill(theme.warning_ground)
        .corner_radius(6)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            text::label(ui, tr(language, "faq-ui-correction"), Type::TableStrong);
            text::label(ui, correction, Type::Table);
        });
}

fn source_ui(ui: &mut Ui, view: &View<'_>, entry: &FaqEntry) {
    let language = view.language;
    let certainty = certainty_words(language, entry.certainty);
    let checked = tr_with(
        language,
        "faq-ui-source",
        &[
            ("source", entry.source.as_str().into()),
            ("day", i18n::date(language, view.programme.base.checked).into()),
        ],
    );
    text::muted(ui, format!("{certainty}. {checked}"), Type::Small);
}

fn applies_ui(ui: &mut Ui, view: &View<'_>, applicability: &Applicability) {
    let language = view.language;
    let theme = Theme::of(ui);
    text::row_ui(ui, 20.0, |ui| {
        let (icon, ink) = mark_of(applicability.applies, theme);
        text::icon(ui, icon, 15.0, ink);
        let words = applies_words(language, applicability.applies);
        text::line(ui, words, Type::Strong);
    });
    let because = faq_because(
        view.programme,
        &view.document.profile,
        view.as_of,
        applicability,
    );
    if because.is_empty() {
        text::muted(ui, tr(language, "faq-ui-for-every-profile"), Type::Table);
        return;
    }
    text::muted(ui, tr(language, "faq-ui-because"), Type::Table);
    for (place, field) in because {
        let mut name = i18n::field(language, field);
        if let crate::domain::field::Place::Group(index) = place {
            name = format!("{name}, {}", group_name(view, index));
        }
        let value = held_words(view, place, field);
        text::flow_ui(ui, |ui| {
            let name = text::rich(ui, name, Type::Table).color(Theme::of(ui).muted);
            ui.label(name);
            let value = text::rich(ui, value, Type::TableStrong);
            ui.label(value);
        });
    }
}

fn adds_ui(ui: &mut Ui, view: &View<'_>, entry: &FaqEntry) {
    let language = view.language;
    text::label(ui, tr(language, "faq-ui-adds"), Type::Strong);
    for adds in &entry.adds {
        let (kind, words) = adds_words(view, adds);
        let add_kind = |ui: &mut Ui| {
            text::muted(ui, kind, Type::Table);
        };
        text::beside_ui(ui, 64.0, add_kind, |ui| {
            text::label(ui, words, Type::Table);
        });
    }
}

/// What kind of thing an entry adds, and what it says.
fn adds_words(view: &View<'_>, adds: &Adds) -> (String, String) {
    let language = view.language;
    let programme = view.programme;
    match adds {
        Adds::Rule(rule) => (tr(language, "faq-ui-adds-rule"), rule_words(language, *rule)),
        Adds::Step(id) => (
            tr(language, "faq-ui-adds-step"),
            programme
                .deployment
                .steps
                .iter()
                .find(|step| *step.id == **id)
                .map_or_else(|| id.clone(), |step| step.title.get(language).to_owned()),
        ),
        Adds::Note(code) => (
            tr(language, "faq-ui-adds-note"),
            programme
                .notes
                .iter()
                .find(|note| *note.code == **code)
                .map_or_else(|| code.clone(), |note| note.text.get(language).to_owned()),
        ),
        Adds::Event(id) => (
            tr(language, "faq-ui-adds-event"),
            programme
                .events
                .iter()
                .find(|event| *event.id == **id)
                .map_or_else(
                    || id.clone(),
                    |event| {
                        let day = i18n::date(language, event.date);
                        let title = crate::domain::text::Statement::Data(event.title.clone());
                        format!("{day} · {}", say(language, &title))
                    },
                ),
        ),
        Adds::Question(field) => (
            tr(language, "faq-ui-adds-question"),
            programme
                .questions
                .iter()
                .find(|question| question.fills == *field)
                .map_or_else(
                    || i18n::field(language, *field),
                    |question| question.ask.get(language).to_owned(),
                ),
        ),
    }
}

/// A rule that the program itself carries out, in words.
fn rule_words(language: Language, rule: RuleId) -> String {
    tr(
        language,
        match rule {
            RuleId::EditionQualifies => "faq-ui-rule-edition-qualifies",
            RuleId::EditionDoesNotQualify => "faq-ui-rule-edition-does-not-qualify",
            RuleId::EditionIsUnclear => "faq-ui-rule-edition-is-unclear",
            RuleId::ProductHasNoEsu => "faq-ui-rule-product-has-no-esu",
            RuleId::OemSellsEmbedded => "faq-ui-rule-oem-sells-embedded",
            RuleId::LicensedPerDevice => "faq-ui-rule-licensed-per-device",
            RuleId::VdiCountsAccessingEndpoints => "faq-ui-rule-vdi-counts-accessing-endpoints",
            RuleId::HostIsFree => "faq-ui-rule-host-is-free",
            RuleId::HostIsUnclear => "faq-ui-rule-host-is-unclear",
            RuleId::ChannelSells => "faq-ui-rule-channel-sells",
            RuleId::ChannelDoesNotSell => "faq-ui-rule-channel-does-not-sell",
            RuleId::SalesStart => "faq-ui-rule-sales-start",
            RuleId::EarlierYearsAreRequired => "faq-ui-rule-earlier-years-are-required",
            RuleId::OneSkuAYear => "faq-ui-rule-one-sku-a-year",
            RuleId::CoverageWindows => "faq-ui-rule-coverage-windows",
            RuleId::EnterprisePrice => "faq-ui-rule-enterprise-price",
            RuleId::NoEnterprisePriceInCsp => "faq-ui-rule-no-enterprise-price-in-csp",
            RuleId::FirstYearPromotion => "faq-ui-rule-first-year-promotion",
            RuleId::OfferHasEnded => "faq-ui-rule-offer-has-ended",
            RuleId::OwnedKeysKeepWorking => "faq-ui-rule-owned-keys-keep-working",
            RuleId::UnprotectedWithout => "faq-ui-rule-unprotected-without",
            RuleId::EmbeddedUnprotected => "faq-ui-rule-embedded-unprotected",
            RuleId::PatchTuesdays => "faq-ui-rule-patch-tuesdays",
            RuleId::AskForPrice => "faq-ui-rule-ask-for-price",
            RuleId::GroupHasLeft => "faq-ui-rule-group-has-left",
        },
    )
}
