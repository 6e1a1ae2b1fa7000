//! Opening, saving and exporting, with the question about unsaved changes before anything is lost.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, ViewportCommand};

use super::drafts::cannot_save_words;
use super::host::{Hold, PickRequest, Picked};
use super::jobs::Done;
use super::paper_worker::Product;
use super::problems::load_words;
use super::{App, Dialog};
use crate::assets;
use crate::document::{Document, History};
use crate::domain::changes::compare;
use crate::domain::record::PlanRecord;
use crate::file::{Fingerprint, Loaded, load, to_text_with};
use crate::i18n::{tr, tr_with};
use crate::report::Format;
use crate::ui::Screen;
use crate::ui::dialogs::{PathKind, PathPrompt, Problem};
use crate::ui::drafts::{DraftId, Outside};
use crate::ui::paper::LetterForm;

/// How the names of profiles end.
const EXTENSION: &str = "esu";

/// What a person asked for that gives up the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Intent {
    New,
    Open,
    OpenPath,
    OpenFile(PathBuf),
    Restore(DraftId),
    /// Opens a sample by its file name, as a profile without a file.
    OpenSample(String),
    Quit,
}

/// What a file is picked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    Open,
    /// Saving, and what goes on afterwards.
    Save(Option<Intent>),
    Export(Product),
    /// A letter, under this name without its ending.
    Letter(LetterForm, String, Vec<u8>),
    /// Rows of a spreadsheet, which become groups.
    ImportRows,
}

/// The message with what the files of a format are.
fn format_files(format: Format) -> &'static str {
    match format {
        Format::Markdown => "shell-markdown-files",
        Format::Text => "shell-text-files",
        Format::Json => "shell-json-files",
        Format::Pdf => "shell-pdf-files",
        Format::Html => "export-html-files",
        Format::Csv => "export-csv-files",
        Format::Ics => "export-calendar-files",
    }
}

impl Purpose {
    /// Whether the file is only read.
    fn reads(&self) -> bool {
        matches!(self, Self::Open | Self::ImportRows)
    }

    fn kind(&self) -> PathKind {
        match self {
            Self::Open | Self::ImportRows => PathKind::Open,
            Self::Save(_) => PathKind::Save,
            Self::Export(_) | Self::Letter(..) => PathKind::Export,
        }
    }

    fn extension(&self) -> &'static str {
        match self {
            Self::Open | Self::Save(_) => EXTENSION,
            Self::ImportRows => "csv",
            Self::Export(product) => product.extension(),
            Self::Letter(form, ..) => form.extension(),
        }
    }

    fn file_kind(&self) -> &'static str {
        match self {
            Self::Open | Self::Save(_) => "shell-profile-files",
            Self::ImportRows => "groups-row-files",
            Self::Export(Product::Kit) => "paper-kit-files",
            Self::Letter(LetterForm::Text, ..) => "shell-text-files",
            Self::Letter(LetterForm::Mail, ..) => "paper-mail-files",
            Self::Export(Product::Report(format)) => format_files(*format),
        }
    }

    fn title(&self) -> &'static str {
        match self {
            Self::Open => "dialog-path-open-title",
            Self::ImportRows => "groups-import-title",
            Self::Save(_) => "dialog-path-save-title",
            Self::Export(_) => "dialog-path-export-title",
            Self::Letter(..) => "paper-letter-title",
        }
    }
}

impl App {
    /// Carries an intent out, after asking about unsaved changes if there are any.
    pub(super) fn request(&mut self, context: &Context, intent: Intent) {
        if self.is_unsaved() {
            self.dialog = Some(Dialog::Unsaved(intent));
        } else {
            self.carry_out(context, intent);
        }
    }

    pub(super) fn carry_out(&mut self, context: &Context, intent: Intent) {
        match intent {
            Intent::New => {
                self.begin_new();
                self.leave_start_for(Screen::Profile);
            }
            Intent::Open => self.pick(context, Purpose::Open),
            Intent::OpenPath => self.prompt(Purpose::Open, None),
            Intent::OpenFile(path) => {
                self.open(&path);
            }
            Intent::Restore(id) => self.restore_draft(&id),
            Intent::OpenSample(file) => self.open_sample(&file),
            Intent::Quit if self.printing.is_sending() => self.stay_to_print(),
            Intent::Quit if self.paper.is_making() => {
                self.notice = Some(tr(self.language, "paper-still-making"));
            }
            Intent::Quit => {
                self.keeping.give_up();
                self.quitting = true;
                context.send_viewport_cmd(ViewportCommand::Close);
            }
        }
    }

    /// Begins with a document; the draft of the one before is given up.
    pub(super) fn begin(
        &mut self,
        document: Document,
        path: Option<PathBuf>,
        known: Option<Fingerprint>,
        hold: Hold,
    ) {
        self.keeping.give_up();
        self.history = History::new(document);
        self.saved_revision = Some(self.history.revision());
        self.set_file(path, known, hold);
        self.derived = None;
        self.palette.forget();
        self.notice = None;
        self.since_saved = None;
        self.screens.forget_document();
        self.paper.put_away();
    }

    /// Opens a profile; a problem leaves the document alone and is shown. A profile that another
    /// copy of the app has open is asked about first.
    pub fn open(&mut self, path: &Path) {
        let path = self.host.absolute(path);
        match self.take_hold(&path) {
            Hold::Elsewhere => self.dialog = Some(Dialog::OpenElsewhere(path)),
            hold @ Hold::Mine(_) => self.open_with(&path, hold),
        }
    }

    pub(super) fn open_with(&mut self, path: &Path, hold: Hold) {
        let name = path.display().to_string();
        let loaded = self.host.read(path).and_then(|bytes| {
            if self.open_draft(path, &bytes) {
                return Ok(None);
            }
            let known = Fingerprint::of(&bytes);
            load(&name, &bytes).map(|loaded| Some((loaded, known)))
        });
        match loaded {
            Ok(Some((loaded, known))) => {
                let Loaded {
                    document,
                    made_with,
                } = loaded;
                let since =
                    made_with.map(|saved| compare(&saved, self.catalogue, &document.profile));
                self.begin(document, Some(path.to_owned()), Some(known), hold);
                self.remember_file(path);
                self.leave_start_for(Screen::Profile);
                self.since_saved = since.filter(|since| !since.lines.is_empty());
                if self.since_saved.is_some() {
                    self.notice = Some(tr(self.language, "plan-changes-notice"));
                }
            }
            Ok(None) => {}
            Err(error) => {
                if self.path.as_deref() == Some(path) {
                    self.on_disk.hold = hold;
                }
                let words = load_words(self.language, &error);
                self.show_problem("dialog-cannot-open", words);
            }
        }
    }

    /// Opens a sample without a file, so that it is never written over.
    fn open_sample(&mut self, file: &str) {
        let text = assets::sample(file).unwrap_or_default();
        match load(file, text.as_bytes()) {
            Ok(Loaded { document, .. }) => {
                self.begin(document, None, None, Hold::Mine(None));
                self.go_to(Screen::Plan);
                self.notice = Some(tr(self.language, "start-sample-opened"));
            }
            Err(error) => {
                let words = load_words(self.language, &error);
                self.show_problem("dialog-cannot-open", words);
            }
        }
    }

    /// Saves under the known name, or asks for one; goes on with `then` when it is saved.
    pub(super) fn save(&mut self, context: &Context, then: Option<Intent>) {
        match self.path.clone() {
            Some(path) => self.save_to(context, path, then),
            None => self.pick(context, Purpose::Save(then)),
        }
    }

    /// Saves, after asking when another program has written the file since it was read.
    fn save_to(&mut self, context: &Context, path: PathBuf, then: Option<Intent>) {
        let text = self.text();
        if self.would_overwrite(&path, &text) {
            self.on_disk.outside = Outside::Changed;
            self.dialog = Some(Dialog::ChangedOutside(then));
        } else {
            self.write_to(context, path, then);
        }
    }

    fn text(&mut self) -> String {
        let made_with = PlanRecord::of(&self.derive().plan);
        to_text_with(self.history.document(), &made_with)
    }

    /// Saves whatever is there.
    pub(super) fn write_to(&mut self, context: &Context, path: PathBuf, then: Option<Intent>) {
        // The draft first: whatever happens in between, it is never older than the file.
        self.keep_now();
        let text = self.text();
        match self.host.write_atomically(&path, text.as_bytes()) {
            Ok(()) => {
                let hold = self.take_hold(&path);
                let known = Fingerprint::of(text.as_bytes());
                self.history.end_typing();
                self.saved_revision = Some(self.history.revision());
                self.keeping.give_up();
                self.since_saved = None;
                self.notice = Some(self.done("shell-saved-to", &path));
                self.remember_file(&path);
                self.set_file(Some(path), Some(known), hold);
                if let Some(intent) = then {
                    self.carry_out(context, intent);
                }
            }
            Err(error) => {
                let words = cannot_save_words(self, &error);
                self.show_problem("dialog-cannot-save", words);
            }
        }
    }

    /// Reads a file of rows; what is in it is looked at before anything is changed.
    fn import_rows(&mut self, path: &Path) {
        match self.host.read(path) {
            Ok(bytes) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                let name = name.to_string_lossy().into_owned();
                self.screens.import_rows = Some((name, bytes));
            }
            Err(error) => {
                let words = load_words(self.language, &error);
                self.show_problem("groups-cannot-import", words);
            }
        }
    }

    fn done(&self, message: &'static str, path: &Path) -> String {
        let path = path.display().to_string();
        tr_with(self.language, message, &[("path", path.into())])
    }

    pub(super) fn show_problem(&mut self, title: &'static str, line: String) {
        self.dialog = Some(Dialog::Problem(Problem { title, line }));
    }

    /// Opens the system's dialog; while it is open, ours offers to type the path instead.
    pub(super) fn pick(&mut self, context: &Context, purpose: Purpose) {
        let request = PickRequest {
            title: tr(self.language, purpose.title()),
            kind: tr(self.language, purpose.file_kind()),
            extension: purpose.extension().to_owned(),
            folder: self
                .path
                .as_deref()
                .and_then(Path::parent)
                .filter(|folder| !folder.as_os_str().is_empty())
                .map(Path::to_owned),
            file_name: self.suggested_name(&purpose),
        };
        let (ticket, on_picked) = self.jobs.file_dialog(context);
        match purpose {
            Purpose::Open | Purpose::ImportRows => self.host.pick_open(request, on_picked),
            Purpose::Save(_) | Purpose::Export(_) | Purpose::Letter(..) => {
                self.host.pick_save(request, on_picked);
            }
        }
        self.dialog = Some(Dialog::Picking(ticket, purpose));
    }

    fn suggested_name(&self, purpose: &Purpose) -> String {
        match purpose {
            Purpose::Export(Product::Report(format)) => {
                return self.plan_file_name(format.extension());
            }
            Purpose::Export(Product::Kit) => return self.file_name("paper-suggested-kit", "zip"),
            Purpose::Letter(form, name, _) => return format!("{name}.{}", form.extension()),
            Purpose::Open | Purpose::Save(_) | Purpose::ImportRows => {}
        }
        let stem = self.file_stem();
        let stem = stem.unwrap_or_else(|| tr(self.language, "shell-suggested-name"));
        format!("{stem}.{}", purpose.extension())
    }

    /// What a file of the plan is called; without an ending, what the plan is called.
    pub(super) fn plan_file_name(&self, extension: &str) -> String {
        self.file_name("shell-suggested-plan-name", extension)
    }

    fn file_name(&self, message: &'static str, extension: &str) -> String {
        let what = tr(self.paper_language(), message);
        // Without names it has none from the profile's file, which is often called as its customer.
        let stem = self.file_stem().filter(|_| self.shows_names());
        let name = match stem {
            Some(stem) => format!("{stem}-{what}"),
            None => what,
        };
        if extension.is_empty() {
            name
        } else {
            format!("{name}.{extension}")
        }
    }

    fn file_stem(&self) -> Option<String> {
        let stem = self.path.as_deref().and_then(Path::file_stem)?;
        Some(stem.to_string_lossy().into_owned())
    }

    /// Asks for a path to be typed.
    pub(super) fn prompt(&mut self, purpose: Purpose, reason: Option<&'static str>) {
        let text = match (&purpose, &self.path) {
            (Purpose::Open | Purpose::ImportRows, _) => String::new(),
            (_, Some(path)) => path
                .with_file_name(self.suggested_name(&purpose))
                .display()
                .to_string(),
            (_, None) => self
                .host
                .absolute(Path::new(&self.suggested_name(&purpose)))
                .display()
                .to_string(),
        };
        let prompt = PathPrompt {
            kind: purpose.kind(),
            text,
            reason,
            warned_of: None,
        };
        self.dialog = Some(Dialog::Path(prompt, purpose));
    }

    pub(super) fn use_typed_path(
        &mut self,
        context: &Context,
        mut prompt: PathPrompt,
        purpose: Purpose,
    ) {
        let path = with_extension(&self.host.absolute(Path::new(prompt.path())), &purpose);
        let is_own = self.path.as_deref() == Some(&*path);
        let replaces = !purpose.reads() && !is_own && self.host.exists(&path);
        if replaces && !prompt.is_warned() {
            prompt.text = path.display().to_string();
            prompt.warned_of = Some(prompt.path().to_owned());
            self.dialog = Some(Dialog::Path(prompt, purpose));
        } else {
            self.use_path(context, path, purpose);
        }
    }

    fn use_path(&mut self, context: &Context, path: PathBuf, purpose: Purpose) {
        match purpose {
            Purpose::Open => self.open(&path),
            Purpose::Save(then) => self.save_to(context, path, then),
            Purpose::Export(product) => self.export_to(&path, product),
            Purpose::Letter(_, _, bytes) => self.write_letter(&path, &bytes),
            Purpose::ImportRows => self.import_rows(&path),
        }
    }

    /// Takes the answers of the system's dialogs, and news of the open file. An answer that came
    /// too late is dropped.
    pub(super) fn take_finished_jobs(&mut self, context: &Context) {
        for done in self.jobs.finished() {
            match done {
                Done::Picked(ticket, picked) => match self.dialog.take() {
                    Some(Dialog::Picking(waiting, purpose)) if waiting == ticket => {
                        self.picked(context, picked, purpose);
                    }
                    dialog => self.dialog = dialog,
                },
                Done::Outside(watched, outside) => self.take_outside(watched.as_ref(), outside),
                Done::Made(made) => self.take_made(context, made),
                Done::Opened(opened) => self.take_opened(opened),
                Done::Printed(printed) => self.take_printed(context, *printed),
            }
        }
    }

    fn picked(&mut self, context: &Context, picked: Picked, purpose: Purpose) {
        match picked {
            Picked::File(path) => {
                let whole = with_extension(&path, &purpose);
                // The system asked about replacing the name that was chosen, not the one we made.
                if whole != path && !purpose.reads() && self.host.exists(&whole) {
                    let text = whole.display().to_string();
                    let prompt = PathPrompt {
                        kind: purpose.kind(),
                        warned_of: Some(text.clone()),
                        text,
                        reason: None,
                    };
                    self.dialog = Some(Dialog::Path(prompt, purpose));
                } else {
                    self.use_path(context, whole, purpose);
                }
            }
            Picked::Nothing => self.notice = Some(tr(self.language, "shell-nothing-picked")),
            Picked::NoDialog => self.prompt(purpose, Some("dialog-no-system-dialog")),
        }
    }
}

/// The path a file is written to: a name without an ending gets the usual one.
fn with_extension(path: &Path, purpose: &Purpose) -> PathBuf {
    if purpose.reads() || path.extension().is_some() || path.file_name().is_none() {
        path.to_owned()
    } else {
        path.with_extension(purpose.extension())
    }
}
