//! One entry of the FAQ: what it says, how sure it is, whether it applies and what it adds.

use eframe::egui::{Color32, Frame, Margin, Ui};

use super::ScreensState;
use super::faq::Listed;
use super::faq_found::neighbour;
use super::faq_lines::lines_ui;
use crate::domain::field::{Place, Scope};
use crate::domain::guide::condition::Truth;
use crate::domain::plan::{Applicability, faq_because};
use crate::domain::profile::DataId;
use crate::domain::programme::{Adds, FaqEntry, FaqSection, Programme, RuleId};
use crate::domain::source::Certainty;
use crate::domain::text::{Language, LocalText, Statement};
use crate::i18n::{self, say, tr, tr_with};
use crate::ui::theme::Theme;
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::{card_ui, hairline};
use crate::ui::widgets::chip::source_chip;
use crate::ui::widgets::terms;
use crate::ui::widgets::text::{self, Type};
use crate::ui::widgets::words::{group_name, held_words, place_of_programme};
use crate::ui::{Outbox, View, icons};

pub(super) fn mark_of(truth: Truth, theme: &Theme) -> (&'static str, Color32) {
    match truth {
        Truth::Yes => (icons::CHECK_CIRCLE, theme.covered_free),
        Truth::No => (icons::MINUS_CIRCLE, theme.faint),
        Truth::Unknown => (icons::CIRCLE_DASHED, theme.needs_decision),
    }
}

/// Whether an entry applies, in words; none is for those whose programme is not in the plan.
pub(super) fn applies_words(language: Language, truth: Option<Truth>) -> String {
    tr(
        language,
        match truth {
            Some(Truth::Yes) => "faq-ui-applies",
            Some(Truth::No) => "faq-ui-does-not-apply",
            Some(Truth::Unknown) => "faq-ui-unknown",
            None => "faq-ui-not-in-plan",
        },
    )
}

pub(super) fn section_words(language: Language, section: FaqSection) -> String {
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
            Certainty::ThirdParty => "faq-ui-certainty-third-party",
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
        terms::label(ui, language, entry.answer.get(language), Type::Table);
        ui.add_space(2.0);
        text::muted(ui, certainty_words(language, entry.certainty), Type::Small);
    });
}

pub(super) fn entry_card_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    listed: &[Listed<'_>],
    outbox: &mut Outbox,
) {
    let language = view.language;
    let selected = state.faq_selected.clone();
    let found = selected
        .as_deref()
        .and_then(|id| view.catalogue.faq_entry(id));
    let Some((programme, entry)) = found else {
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
        let name = programme.base.short_name.get(language);
        let head = format!("{} · {name} · {section}", entry.id);
        head_ui(ui, view, state, (programme, entry), &head, listed, outbox);
        text::label(ui, entry.question.get(language), Type::Title);
        terms::label(ui, language, entry.answer.get(language), Type::Body);
        if let Some(correction) = &entry.correction {
            correction_ui(ui, language, correction.get(language));
        }
        source_ui(ui, language, programme, entry);
        hairline(ui);
        if let Some(applicability) = applicability {
            applies_ui(ui, view, applicability);
        } else {
            text::muted(ui, applies_words(language, None), Type::Body);
        }
        if applicability.is_some() {
            hairline(ui);
            lines_ui(ui, view, state, &entry.id, outbox);
        }
        if !entry.adds.is_empty() {
            hairline(ui);
            adds_ui(ui, language, programme, entry);
        }
    });
}

/// Draws where an entry stands, and at the right the ways to its neighbours and to the clipboard.
fn head_ui(
    ui: &mut Ui,
    view: &View<'_>,
    state: &mut ScreensState,
    (programme, entry): (&Programme, &FaqEntry),
    head: &str,
    listed: &[Listed<'_>],
    outbox: &mut Outbox,
) {
    let language = view.language;
    let add_head = |ui: &mut Ui| {
        text::line(ui, head, Type::SmallMedium);
    };
    text::ends_ui(ui, 28.0, add_head, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let words = tr(language, "plan-ui-copy");
        let name = tr_with(
            language,
            "whatif-copy-entry",
            &[("id", entry.id.as_str().into())],
        );
        let button = Button::quiet(icons::COPY, &words).named(&name);
        if button.show(ui).on_hover_text(&name).clicked() {
            outbox.copy = Some(entry_text(view, programme, entry, head));
        }
        ui.add_space(6.0);
        for (id, icon, is_after) in [
            ("whatif-previous-entry", icons::CARET_UP, false),
            ("whatif-next-entry", icons::CARET_DOWN, true),
        ] {
            let next = neighbour(listed, Some(entry.id.as_str()), is_after);
            let name = tr(language, id);
            ui.add_enabled_ui(next.is_some(), |ui| {
                let button = Button::quiet(icon, "").named(&name);
                if button.show(ui).on_hover_text(&name).clicked() {
                    state.faq_selected = next.map(str::to_owned);
                }
            });
        }
    });
}

/// An entry as text to paste elsewhere, with its id and source.
fn entry_text(view: &View<'_>, programme: &Programme, entry: &FaqEntry, head: &str) -> String {
    let language = view.language;
    let mut parts = vec![
        head.to_owned(),
        entry.question.get(language).to_owned(),
        entry.answer.get(language).to_owned(),
    ];
    if let Some(correction) = &entry.correction {
        let correction = correction.get(language);
        parts.push(format!(
            "{}: {correction}",
            tr(language, "faq-ui-correction")
        ));
    }
    parts.push(source_words(language, programme, entry));
    parts.join("\n\n")
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

fn source_ui(ui: &mut Ui, language: Language, programme: &Programme, entry: &FaqEntry) {
    text::muted(ui, source_words(language, programme, entry), Type::Small);
}

/// How sure an entry is, where it was read and when that was checked.
fn source_words(language: Language, programme: &Programme, entry: &FaqEntry) -> String {
    let certainty = certainty_words(language, entry.certainty);
    let checked = tr_with(
        language,
        "faq-ui-source",
        &[
            ("source", entry.source.as_str().into()),
            ("day", i18n::date(language, programme.base.checked).into()),
        ],
    );
    format!("{certainty}. {checked}")
}

fn applies_ui(ui: &mut Ui, view: &View<'_>, applicability: &Applicability) {
    let language = view.language;
    let theme = Theme::of(ui);
    text::row_ui(ui, 20.0, |ui| {
        let (icon, ink) = mark_of(applicability.applies, theme);
        text::icon(ui, icon, 15.0, ink);
        let words = applies_words(language, Some(applicability.applies));
        text::line(ui, words, Type::Strong);
    });
    let because = faq_because(
        view.catalogue,
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
        if let Place::Group(index) = place {
            name = format!("{name}, {}", group_name(view, index));
        }
        // What a programme works out is its own, though it belongs to no single group.
        let read_at = match (place, field.scope()) {
            (Place::Organisation, Scope::Derived) => {
                place_of_programme(view, applicability.programme)
            }
            (place, _) => place,
        };
        let value = held_words(view, read_at, field);
        text::flow_ui(ui, |ui| {
            let name = text::rich(ui, name, Type::Table).color(Theme::of(ui).muted);
            ui.label(name);
            let value = text::rich(ui, value, Type::TableStrong);
            ui.label(value);
        });
    }
}

fn adds_ui(ui: &mut Ui, language: Language, programme: &Programme, entry: &FaqEntry) {
    text::label(ui, tr(language, "faq-ui-adds"), Type::Strong);
    for adds in &entry.adds {
        let (kind, words) = adds_words(language, programme, adds);
        let add_kind = |ui: &mut Ui| {
            text::muted(ui, kind, Type::Table);
        };
        text::beside_ui(ui, 64.0, add_kind, |ui| {
            text::label(ui, words, Type::Table);
        });
    }
}

/// What kind of thing an entry adds, and what it says.
fn adds_words(language: Language, programme: &Programme, adds: &Adds) -> (String, String) {
    match adds {
        Adds::Rule(rule) => (
            tr(language, "faq-ui-adds-rule"),
            rule_words(language, *rule),
        ),
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
                        let title = Statement::Data(event.title.clone());
                        format!("{day} · {}", say(language, &title))
                    },
                ),
        ),
        Adds::Offer(id) => (
            tr(language, "faq-ui-adds-offer"),
            named(
                language,
                id,
                programme.base.offers.iter().map(|o| (&o.id, &o.name)),
            ),
        ),
        Adds::Requirement(id) => (
            tr(language, "faq-ui-adds-requirement"),
            named(
                language,
                id,
                (programme.base.offers.iter())
                    .flat_map(|offer| &offer.requires)
                    .map(|requirement| (&requirement.id, &requirement.reason)),
            ),
        ),
        Adds::Entitlement(id) => (
            tr(language, "faq-ui-adds-entitlement"),
            named(
                language,
                id,
                (programme.base.entitlements.iter()).map(|right| (&right.id, &right.reason)),
            ),
        ),
        Adds::Sku(id) => (
            tr(language, "faq-ui-adds-sku"),
            (programme.skus.iter())
                .find(|sku| *sku.id == **id)
                .map_or_else(|| id.clone(), |sku| sku.name.clone()),
        ),
        Adds::Exit(id) => (
            tr(language, "faq-ui-adds-exit"),
            named(
                language,
                id,
                programme.exits.iter().map(|e| (&e.id, &e.name)),
            ),
        ),
        Adds::Product(id) => (
            tr(language, "faq-ui-adds-product"),
            named(
                language,
                id,
                programme.base.products.iter().map(|p| (&p.id, &p.name)),
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

/// The name that stands beside an id, or the id where none does.
fn named<'a>(
    language: Language,
    id: &str,
    mut names: impl Iterator<Item = (&'a DataId, &'a LocalText)>,
) -> String {
    names
        .find(|(known, _)| ***known == *id)
        .map_or_else(|| id.to_owned(), |(_, name)| name.get(language).to_owned())
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
            RuleId::CspListsTheSku => "faq-ui-rule-csp-lists-the-sku",
            RuleId::CspInvoiceMonth => "faq-ui-rule-csp-invoice-month",
            RuleId::OneSkuAYear => "faq-ui-rule-one-sku-a-year",
            RuleId::NeverRenewsItself => "faq-ui-rule-never-renews-itself",
            RuleId::OneKeyAYear => "faq-ui-rule-one-key-a-year",
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
            RuleId::HostIsFreeWithKey => "faq-ui-rule-host-is-free-with-key",
            RuleId::InSupport => "faq-ui-rule-in-support",
            RuleId::CoresAreCounted => "faq-ui-rule-cores-are-counted",
            RuleId::LicencesAreShared => "faq-ui-rule-licences-are-shared",
            RuleId::BilledBack => "faq-ui-rule-billed-back",
            RuleId::EarlierYearsElsewhere => "faq-ui-rule-earlier-years-elsewhere",
            RuleId::BilledWhileItRuns => "faq-ui-rule-billed-while-it-runs",
        },
    )
}
