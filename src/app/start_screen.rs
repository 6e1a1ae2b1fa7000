//! The start screen's side of the shell: what it lists and what it asks for.

use std::path::PathBuf;

use eframe::egui::Context;

use super::App;
use super::files::Intent;
use crate::assets::stories;
use crate::ui::Screen;
use crate::ui::drafts::DraftInfo;
use crate::ui::panels::file_name;
use crate::ui::screens::{RecentFile, StartRequest, StartView};

/// What the start screen lists, and where it was come from.
#[derive(Debug)]
pub(super) struct StartLists {
    pub(super) recent: Vec<RecentFile>,
    /// The place to go back to.
    from: Screen,
}

impl Default for StartLists {
    fn default() -> Self {
        Self {
            recent: Vec::new(),
            from: Screen::Profile,
        }
    }
}

impl StartLists {
    /// What the start screen shows with this recovered work over a document with this name.
    pub(super) fn view<'a>(
        &'a self,
        drafts: &'a [DraftInfo],
        open: Option<&'a str>,
    ) -> StartView<'a> {
        StartView {
            recent: &self.recent,
            drafts,
            stories: stories(),
            open,
        }
    }
}

impl App {
    /// Lists the recent files anew, each with whether it is still there.
    pub(super) fn look_for_recent_files(&mut self) {
        let files = self.preferences().recent_files().iter();
        let recent = files.map(|file| RecentFile {
            path: file.path.clone(),
            when: Some(file.at.date()),
            is_missing: !self.host.exists(&file.path),
        });
        self.start.recent = recent.collect();
    }

    /// Whether nothing has been begun: no file, no change and nothing filled.
    pub(super) fn is_blank(&self) -> bool {
        self.path.is_none()
            && !self.is_unsaved()
            && *self.history.document() == crate::document::Document::default()
    }

    /// The name of the document behind the start screen; none while that is blank.
    pub(super) fn open_name(&self) -> Option<String> {
        (!self.is_blank()).then(|| file_name(self.language, self.path()))
    }

    /// Goes to the start screen; what is open stays open behind it.
    pub(super) fn go_to_start(&mut self) {
        if self.screen != Screen::Start {
            self.start.from = self.screen;
        }
        self.look_for_recent_files();
        self.go_to(Screen::Start);
    }

    /// Leaves the start screen because something was begun or opened.
    pub(super) fn leave_start_for(&mut self, screen: Screen) {
        if self.screen == Screen::Start {
            self.go_to(screen);
        }
    }

    pub(super) fn carry_out_start(&mut self, context: &Context, request: StartRequest) {
        match request {
            StartRequest::Back => self.go_to(self.start.from),
            StartRequest::OpenFile(path) => self.open_recent(context, path),
            StartRequest::ForgetFile(path) => self.forget_file(&path),
            StartRequest::OpenSample(file) => self.request(context, Intent::OpenSample(file)),
        }
        context.request_repaint();
    }

    fn open_recent(&mut self, context: &Context, path: PathBuf) {
        self.look_for_recent_files();
        self.request(context, Intent::OpenFile(path));
    }
}
