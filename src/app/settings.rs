//! Preferences at work: what is chosen takes effect at once and is written a little later.

use std::path::Path;

use eframe::egui::{Context, ThemePreference, ViewportInfo};

use super::place::WindowPlace;
use super::preferences::{Loaded, Preferences, Trouble};
use super::renderers::{DrewLast, Rung};
use super::{App, Dialog};
use crate::domain::choice::Choice as _;
use crate::domain::text::Language;
use crate::i18n::{system_language, tr};
use crate::ui::dialogs::{
    LanguageChoice, PreferencesAsk, PreferencesShown, RendererChoice, ThemeChoice, preferences_ui,
};

/// How long after the last change the preferences are written, in seconds.
const WRITE_AFTER: f64 = 1.0;

/// What the app keeps about its preferences beside them.
#[derive(Debug, Default)]
pub(super) struct Settings {
    pub(super) preferences: Preferences,
    /// The same as they were read or written last.
    known: Preferences,
    /// Nothing is written where nothing was read, or what was there was not understood.
    may_write: bool,
    /// Theme and zoom are to be handed to the window.
    is_look_due: bool,
    /// When the preferences are to be written, in the window's seconds.
    write_at: Option<f64>,
    has_changed: bool,
    /// What only the window itself can do.
    pub(super) wish: Option<WindowWish>,
}

/// What the window is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WindowWish {
    /// Go back to its usual place.
    ResetPlace,
    /// Start the program again, with the same work.
    Restart,
}

impl App {
    /// Takes preferences over; `language` is that of this run, whatever the preferences say.
    pub fn use_preferences(&mut self, loaded: Loaded, language: Option<Language>) {
        self.settings.may_write = loaded.may_be_written();
        self.settings.is_look_due = true;
        self.language = language.unwrap_or_else(|| language_of(loaded.preferences.language));
        self.settings.known = loaded.preferences.clone();
        self.settings.preferences = loaded.preferences;
        self.use_paper_preferences();
        self.look_for_recent_files();
        if let Some(trouble) = loaded.trouble {
            let message = match trouble {
                Trouble::Broken => "preferences-broken",
                Trouble::Newer => "preferences-newer",
                Trouble::Unreadable => "preferences-unreadable",
            };
            self.tell(tr(self.language, message));
        }
    }

    /// What the window is to do next, once.
    pub fn take_window_wish(&mut self) -> Option<WindowWish> {
        self.settings.wish.take()
    }

    /// The preferences.
    pub fn preferences(&self) -> &Preferences {
        &self.settings.preferences
    }

    /// Shows a line in the status line, after what stands there already.
    pub(super) fn tell(&mut self, line: String) {
        self.notice = Some(match self.notice.take() {
            Some(before) => format!("{before} · {line}"),
            None => line,
        });
    }

    /// Changes preferences; they are written soon.
    pub(super) fn change_preferences(&mut self, change: impl FnOnce(&mut Preferences)) {
        let before = self.settings.preferences.clone();
        change(&mut self.settings.preferences);
        if before != self.settings.preferences {
            self.settings.has_changed = true;
            self.settings.write_at = None;
        }
    }

    /// Remembers a file that was opened or saved.
    pub(super) fn remember_file(&mut self, path: &Path) {
        let at = self.host.now();
        self.change_preferences(|preferences| preferences.remember_file(path, at));
        self.look_for_recent_files();
    }

    /// Forgets a recent file.
    pub fn forget_file(&mut self, path: &Path) {
        self.change_preferences(|preferences| preferences.forget_file(path));
        self.look_for_recent_files();
    }

    /// Remembers what drew the window.
    pub(super) fn remember_renderer(&mut self, rung: Rung, is_whole_walk: bool) {
        let today = self.host.today();
        self.change_preferences(|preferences| {
            let walked_on = match preferences.drew_last {
                Some(last) if !is_whole_walk => last.walked_on,
                _ => today,
            };
            preferences.drew_last = Some(DrewLast { rung, walked_on });
        });
    }

    /// Hands theme and zoom to the window, and writes what has changed and settled.
    pub(super) fn preferences_tick(&mut self, context: &Context) {
        let settings = &mut self.settings;
        if std::mem::take(&mut settings.is_look_due) {
            context.set_theme(match settings.preferences.theme {
                ThemeChoice::System => ThemePreference::System,
                ThemeChoice::Light => ThemePreference::Light,
                ThemeChoice::Dark => ThemePreference::Dark,
            });
            context.set_zoom_factor(f32::from(settings.preferences.zoom) / 100.0);
        }
        if !settings.has_changed || !settings.may_write {
            return;
        }
        let now = context.input(|input| input.time);
        let write_at = *settings.write_at.get_or_insert(now + WRITE_AFTER);
        if now < write_at {
            let wait = std::time::Duration::from_secs_f64(write_at - now);
            context.request_repaint_after(wait);
        } else {
            self.write_preferences();
        }
    }

    /// Writes the preferences if they have changed; at the end of the program at the latest.
    pub fn write_preferences(&mut self) {
        let settings = &mut self.settings;
        if !settings.has_changed || !settings.may_write {
            return;
        }
        settings.has_changed = false;
        settings.write_at = None;
        let stored = settings.preferences.store(&*self.host, &settings.known);
        settings.known = settings.preferences.clone();
        if stored.is_err() {
            // Told once: it will fail the next time too.
            settings.may_write = false;
            self.tell(tr(self.language, "preferences-unwritable"));
        }
    }

    /// Remembers where the window stands.
    pub(super) fn note_place(&mut self, info: &ViewportInfo, zoom: f32) {
        let known = self.settings.preferences.window;
        let Some(place) = place_of(info, zoom, known) else {
            return;
        };
        self.change_preferences(|preferences| preferences.window = Some(place));
    }

    pub(super) fn set_zoom(&mut self, percent: u16) {
        self.settings.is_look_due = true;
        self.change_preferences(|preferences| preferences.set_zoom(percent));
    }

    pub(super) fn set_theme(&mut self, theme: ThemeChoice) {
        self.settings.is_look_due = true;
        self.change_preferences(|preferences| preferences.theme = theme);
    }

    pub(super) fn set_language(&mut self, language: LanguageChoice) {
        self.language = language_of(language);
        self.notice = None;
        // Why a draft can't be read is told in the window's language.
        if self.drafts().iter().any(|draft| draft.work.is_err()) {
            self.list_drafts();
        }
        self.change_preferences(|preferences| preferences.language = language);
    }

    /// Draws the dialog and carries out what it asks for; true once it is closed.
    pub(super) fn preferences_dialog_ui(&mut self, context: &Context) -> bool {
        let preferences = &self.settings.preferences;
        let renderers: Vec<RendererChoice> = (Rung::of_this_build().into_iter())
            .map(|rung| RendererChoice {
                id: rung.id(),
                name: self.language_name_of(rung),
            })
            .collect();
        let now = self.renderer.whole_words(self.language);
        let shown = PreferencesShown {
            theme: preferences.theme,
            language: preferences.language,
            zoom: preferences.zoom,
            renderers: &renderers,
            renderer: preferences.renderer.map(Rung::id),
            drawn_with: &now,
            is_restart_due: self.is_other_renderer_chosen(),
            recent_files: preferences.recent_files().len(),
        };
        let asks = preferences_ui(context, self.language, &shown);
        let mut is_closed = false;
        for ask in asks {
            match ask {
                PreferencesAsk::Theme(theme) => self.set_theme(theme),
                PreferencesAsk::Language(language) => self.set_language(language),
                PreferencesAsk::Zoom(percent) => self.set_zoom(percent),
                PreferencesAsk::Renderer(id) => {
                    let rung = id.and_then(Rung::from_id);
                    self.change_preferences(|preferences| preferences.renderer = rung);
                }
                PreferencesAsk::Restart => {
                    self.settings.wish = Some(WindowWish::Restart);
                    is_closed = true;
                }
                PreferencesAsk::ResetPlace => {
                    self.settings.wish = Some(WindowWish::ResetPlace);
                }
                PreferencesAsk::ForgetRecentFiles => {
                    self.change_preferences(Preferences::forget_all_files);
                    self.look_for_recent_files();
                }
                PreferencesAsk::Close => is_closed = true,
            }
        }
        is_closed
    }

    /// Whether the window is drawn otherwise than the preferences ask for.
    fn is_other_renderer_chosen(&self) -> bool {
        match (self.settings.preferences.renderer, self.renderer.rung) {
            (Some(wanted), Some(now)) => wanted != now,
            _ => false,
        }
    }

    /// A way to draw in the words of a list to choose from.
    fn language_name_of(&self, rung: Rung) -> String {
        let name = rung.name().into();
        let message = match rung {
            Rung::Software => "preferences-renderer-software",
            Rung::SoftwareGl => "preferences-renderer-software-gl",
            _ => return rung.name().to_owned(),
        };
        crate::i18n::tr_with(self.language, message, &[("name", name)])
    }

    /// Opens the dialog.
    pub(super) fn show_preferences(&mut self) {
        self.dialog = Some(Dialog::Preferences);
    }
}

/// The language that a choice means.
pub(super) fn language_of(choice: LanguageChoice) -> Language {
    match choice {
        LanguageChoice::System => system_language(),
        LanguageChoice::English => Language::English,
        LanguageChoice::Polish => Language::Polish,
    }
}

/// Where a window stands; while it is maximised or minimised, where it stood before.
fn place_of(info: &ViewportInfo, zoom: f32, known: Option<WindowPlace>) -> Option<WindowPlace> {
    let is_maximised = info.maximized.unwrap_or(false) || info.fullscreen.unwrap_or(false);
    if info.minimized.unwrap_or(false) {
        return known;
    }
    if is_maximised {
        return Some(WindowPlace {
            is_maximised,
            ..known.unwrap_or_default()
        });
    }
    let inner = info.inner_rect?;
    let pixels = zoom * info.native_pixels_per_point.unwrap_or(1.0);
    let place = WindowPlace {
        position: info.outer_rect.map(|outer| {
            [
                (outer.min.x * pixels).round(),
                (outer.min.y * pixels).round(),
            ]
        }),
        size: [
            (inner.width() * zoom).round(),
            (inner.height() * zoom).round(),
        ],
        is_maximised,
    };
    Some(place.sane())
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Rect, pos2, vec2};

    fn info() -> ViewportInfo {
        ViewportInfo {
            native_pixels_per_point: Some(1.5),
            outer_rect: Some(Rect::from_min_size(pos2(-400.0, 20.0), vec2(620.0, 440.0))),
            inner_rect: Some(Rect::from_min_size(pos2(-395.0, 40.0), vec2(600.0, 400.0))),
            maximized: Some(false),
            minimized: Some(false),
            ..ViewportInfo::default()
        }
    }

    #[test]
    fn a_place_is_told_in_pixels_and_a_size_in_the_system_s_points() {
        let place = place_of(&info(), 2.0, None).unwrap();
        assert_eq!(place.position, Some([-1200.0, 60.0]));
        assert_eq!(vec2(place.size[0], place.size[1]), vec2(1200.0, 800.0));
    }

    #[test]
    fn while_maximised_or_minimised_the_place_before_is_kept() {
        let known = place_of(&info(), 2.0, None);
        let maximised = ViewportInfo {
            maximized: Some(true),
            inner_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1920.0, 1080.0))),
            ..info()
        };
        let place = place_of(&maximised, 2.0, known).unwrap();
        assert!(place.is_maximised);
        assert_eq!(vec2(place.size[0], place.size[1]), vec2(1200.0, 800.0));
        assert_eq!(place.position, Some([-1200.0, 60.0]));
        let minimised = ViewportInfo {
            minimized: Some(true),
            outer_rect: Some(Rect::from_min_size(
                pos2(-32000.0, -32000.0),
                vec2(1.0, 1.0),
            )),
            ..info()
        };
        assert_eq!(place_of(&minimised, 2.0, known), known);
    }

    #[test]
    fn without_a_position_the_size_is_remembered() {
        let wayland = ViewportInfo {
            outer_rect: None,
            ..info()
        };
        let place = place_of(&wayland, 2.0, None).unwrap();
        assert_eq!(place.position, None);
        assert_eq!(vec2(place.size[0], place.size[1]), vec2(1200.0, 800.0));
    }
}
