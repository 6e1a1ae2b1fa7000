//! What a person chooses for the program; each choice takes effect at once.

use eframe::egui::{Align, Context, Id, Layout, RichText, Sense, Ui, WidgetInfo, vec2};
use eframe::egui::{Align2, Role};

use super::{body_ui, buttons_ui, dialog_ui, focus_first, primary_button};
use crate::domain::choice::{Choice, choices};
use crate::domain::text::Language;
use crate::i18n::{count, tr, tr_with};
use crate::ui::icons;
use crate::ui::theme::{CONTROL_HEIGHT, Theme, medium, regular};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::card::hairline;
use crate::ui::widgets::control::{Look, Select, list_entry};
use crate::ui::widgets::segments::segments_ui;

choices! {
    /// Light or dark.
    ThemeChoice {
        /// As the system is, also when it changes.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

choices! {
    /// The language of the window.
    LanguageChoice {
        /// The system's, or English where that is neither of ours.
        System = "system",
        /// English.
        English = "en",
        /// Polish.
        Polish = "pl",
    }
}

/// One way to draw the window, to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RendererChoice {
    /// What the choice is remembered by.
    pub id: &'static str,
    /// Its name.
    pub name: String,
}

/// What the dialog shows.
#[derive(Clone, Copy, Debug)]
pub struct PreferencesShown<'a> {
    /// The chosen theme.
    pub theme: ThemeChoice,
    /// The chosen language.
    pub language: LanguageChoice,
    /// The zoom in percent.
    pub zoom: u16,
    /// The ways to draw that this build has.
    pub renderers: &'a [RendererChoice],
    /// The chosen one; none means that the program finds one.
    pub renderer: Option<&'static str>,
    /// What draws the window now.
    pub drawn_with: &'a str,
    /// Whether the chosen one draws only after a new start.
    pub is_restart_due: bool,
    /// How many recent files are remembered.
    pub recent_files: usize,
}

/// What the dialog asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreferencesAsk {
    /// Another theme.
    Theme(ThemeChoice),
    /// Another language.
    Language(LanguageChoice),
    /// Another zoom, in percent.
    Zoom(u16),
    /// Another way to draw; none means that the program finds one.
    Renderer(Option<&'static str>),
    /// Start the program again.
    Restart,
    /// Put the window back to its usual place.
    ResetPlace,
    /// Forget the recent files.
    ForgetRecentFiles,
    /// Close the dialog.
    Close,
}

/// The steps of the zoom, in percent.
const ZOOM_STEP: u16 = 10;

/// The width of the names before the controls.
const NAME_WIDTH: f32 = 132.0;

/// Draws the dialog; returns what it asks for.
pub fn preferences_ui(
    context: &Context,
    language: Language,
    shown: &PreferencesShown<'_>,
) -> Vec<PreferencesAsk> {
    let mut asks = Vec::new();
    let title = tr(language, "preferences-title");
    let dialog = dialog_ui(context, "preferences", &title, 560.0, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        body_ui(ui, |ui| {
            row_ui(ui, &tr(language, "preferences-theme"), |ui, name| {
                let words = |choice| match choice {
                    ThemeChoice::System => "preferences-as-system",
                    ThemeChoice::Light => "preferences-theme-light",
                    ThemeChoice::Dark => "preferences-theme-dark",
                };
                if let Some(theme) = choices_ui(ui, name, shown.theme, |of| tr(language, words(of)))
                {
                    asks.push(PreferencesAsk::Theme(theme));
                }
            });
            row_ui(ui, &tr(language, "preferences-language"), |ui, name| {
                let words = |choice| match choice {
                    LanguageChoice::System => "preferences-as-system",
                    LanguageChoice::English => "shell-language-en-name",
                    LanguageChoice::Polish => "shell-language-pl-name",
                };
                let chosen = choices_ui(ui, name, shown.language, |of| tr(language, words(of)));
                if let Some(chosen) = chosen {
                    asks.push(PreferencesAsk::Language(chosen));
                }
            });
            row_ui(ui, &tr(language, "preferences-zoom"), |ui, _| {
                asks.extend(zoom_ui(ui, language, shown.zoom).map(PreferencesAsk::Zoom));
            });
            row_ui(ui, &tr(language, "preferences-renderer"), |ui, name| {
                asks.extend(renderer_ui(ui, language, name, shown));
            });
            drawn_with_ui(ui, language, shown, &mut asks);
            ui.add_space(2.0);
            hairline(ui);
            ui.add_space(2.0);
            keepsakes_ui(ui, language, shown, &mut asks);
        });
        buttons_ui(ui, |ui| {
            let close = primary_button(ui, &tr(language, "dialog-close"), true);
            focus_first(ui, &close);
            close.clicked()
        })
    });
    if dialog.inner || dialog.dismissed {
        asks.push(PreferencesAsk::Close);
    }
    asks
}

/// A name, and a control behind it.
fn row_ui(ui: &mut Ui, name: &str, control: impl FnOnce(&mut Ui, &str)) {
    let theme = Theme::of(ui);
    ui.allocate_ui_with_layout(
        vec2(ui.available_width(), CONTROL_HEIGHT),
        Layout::left_to_right(Align::Center),
        |ui| {
            let start = ui.cursor().left();
            ui.label(RichText::new(name).font(regular(14.0)).color(theme.muted));
            ui.add_space((start + NAME_WIDTH - ui.cursor().left()).max(8.0));
            control(ui, name);
        },
    );
}

/// A row of choices of which one is chosen; returns another one when it was clicked.
fn choices_ui<T: Choice>(
    ui: &mut Ui,
    name: &str,
    chosen: T,
    words: impl Fn(T) -> String,
) -> Option<T> {
    segments_ui(ui, name, CONTROL_HEIGHT, T::ALL, Some(chosen), words)
}

fn zoom_ui(ui: &mut Ui, language: Language, zoom: u16) -> Option<u16> {
    let smaller = tr(language, "command-zoom-out");
    let larger = tr(language, "command-zoom-in");
    let usual = tr(language, "command-zoom-reset");
    let mut asked = None;
    let step = |ui: &mut Ui, sign, name: &str, next: u16| {
        let button = Button::secondary("", sign).named(name);
        button
            .show(ui)
            .on_hover_text(name)
            .clicked()
            .then_some(next)
    };
    // To the next step, also from a zoom between two.
    let below = zoom.saturating_sub(1) / ZOOM_STEP * ZOOM_STEP;
    let above = (zoom / ZOOM_STEP + 1) * ZOOM_STEP;
    asked = asked.or(step(ui, "−", &smaller, below));
    let percent = tr_with(
        language,
        "status-zoom",
        &[("percent", count(u64::from(zoom)))],
    );
    let (rect, response) = ui.allocate_exact_size(vec2(64.0, CONTROL_HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &percent));
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        &percent,
        medium(14.0),
        Theme::of(ui).text,
    );
    asked = asked.or(step(ui, "+", &larger, above));
    if zoom != 100 {
        ui.add_space(4.0);
        if Button::quiet("", &usual).show(ui).clicked() {
            asked = Some(100);
        }
    }
    asked
}

fn renderer_ui(
    ui: &mut Ui,
    language: Language,
    name: &str,
    shown: &PreferencesShown<'_>,
) -> Option<PreferencesAsk> {
    let automatic = tr(language, "preferences-renderer-automatic");
    let chosen = (shown.renderers.iter()).find(|choice| Some(choice.id) == shown.renderer);
    let select = Select {
        name,
        words: chosen.map_or(automatic.as_str(), |choice| choice.name.as_str()),
        look: Look::Known,
        is_active: true,
    };
    let width = ui.available_width();
    let id = Id::unique("preferences-renderer");
    let (_, picked) = select.show(ui, id, width, false, |ui| {
        let mut picked = None;
        if list_entry(ui, &automatic, shown.renderer.is_none(), false) {
            picked = Some(PreferencesAsk::Renderer(None));
        }
        for choice in shown.renderers {
            let is_chosen = Some(choice.id) == shown.renderer;
            if list_entry(ui, &choice.name, is_chosen, false) {
                picked = Some(PreferencesAsk::Renderer(Some(choice.id)));
            }
        }
        picked
    });
    picked.flatten()
}

/// What draws the window now; where another one is chosen, when that will draw it.
fn drawn_with_ui(
    ui: &mut Ui,
    language: Language,
    shown: &PreferencesShown<'_>,
    asks: &mut Vec<PreferencesAsk>,
) {
    let theme = Theme::of(ui);
    let note = |text: String| RichText::new(text).font(regular(13.0)).color(theme.muted);
    ui.horizontal_top(|ui| {
        ui.add_space(NAME_WIDTH);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 6.0;
            if !shown.drawn_with.is_empty() {
                ui.label(note(tr_with(
                    language,
                    "dialog-about-renderer",
                    &[("renderer", shown.drawn_with.into())],
                )));
            }
            if shown.is_restart_due {
                ui.label(note(tr(language, "preferences-renderer-later")).color(theme.text));
                let restart = tr(language, "preferences-restart");
                let button = Button::secondary(icons::ARROWS_CLOCKWISE, &restart);
                if button.small().show(ui).clicked() {
                    asks.push(PreferencesAsk::Restart);
                }
            }
        });
    });
}

/// What the program remembers, to be given up.
fn keepsakes_ui(
    ui: &mut Ui,
    language: Language,
    shown: &PreferencesShown<'_>,
    asks: &mut Vec<PreferencesAsk>,
) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let reset = tr(language, "preferences-reset-place");
        if Button::secondary("", &reset).show(ui).clicked() {
            asks.push(PreferencesAsk::ResetPlace);
        }
        let forget = tr_with(
            language,
            "preferences-forget-recent",
            &[("count", count(shown.recent_files as u64))],
        );
        ui.add_enabled_ui(shown.recent_files > 0, |ui| {
            if Button::secondary("", &forget).show(ui).clicked() {
                asks.push(PreferencesAsk::ForgetRecentFiles);
            }
        });
    });
}
