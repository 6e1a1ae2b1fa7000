//! The place "Print and export": pages that follow the plan, their pictures, and files of the plan.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use eframe::egui::{Context, Key, Modifiers, Popup, TextureOptions, Vec2};

use super::App;
use super::files::Purpose;
use super::host::Host;
use super::jobs::{Jobs, Waker};
use super::paper_worker::{Draft, LaidOut, Made, Product, Typesetter};
use super::problems::save_words;
use crate::domain::text::Language;
use crate::i18n::{count, tr, tr_with};
use crate::letters::{Letter, to_mail, to_text};
use crate::print::ViewerError;
use crate::print::words::viewer_words;
use crate::report::pdf::Pages;
use crate::report::{Format, Names, Paper, ReportOptions};
use crate::ui::Screen;
use crate::ui::paper::{
    Layout, LetterForm, PaperAsk, PaperChoices, PaperView, PrintView, Sheet, Wanted,
};

/// What the shell keeps for the place.
pub(super) struct PaperDesk {
    pub(super) choices: PaperChoices,
    /// Where one was before.
    came_from: Screen,
    typesetter: Typesetter,
    /// The last number that was given to something asked for.
    last: u64,
    /// The layout that was asked for last, and what it is made of.
    asked: Option<(u64, Basis)>,
    laid: Option<Laid>,
    /// Why the layout that was asked for last can't be made.
    failed: Option<String>,
    wanted: Wanted,
    /// The layout that the wanted pictures were asked of.
    drawn_of: Option<u64>,
    /// Files under way, and what becomes of them.
    errands: BTreeMap<u64, Errand>,
    /// Whether a field had the keyboard when the last frame ended: Escape leaves it first.
    was_typing: bool,
}

/// What a layout hangs on.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Basis {
    revision: u64,
    as_of: NaiveDate,
    today: NaiveDate,
    has_changes: bool,
    language: Language,
    options: ReportOptions,
}

/// Pages that were laid out, with the pictures of those near what is in sight.
struct Laid {
    number: u64,
    pages: Arc<Pages>,
    parts: BTreeSet<&'static str>,
    letters: Vec<Letter>,
    sheets: Vec<Sheet>,
    /// At how many pixels an inch pages of this layout are drawn.
    drawn: BTreeMap<usize, f32>,
}

/// What becomes of a file that is being made.
enum Errand {
    /// It is written to this path, without what these options leave out.
    Save(PathBuf, ReportOptions),
    /// It is shown under this name.
    View(String),
}

impl PaperDesk {
    pub(super) fn new(host: &dyn Host, jobs: &Jobs, waker: &Waker) -> Self {
        let choices = PaperChoices {
            paper: usual_paper(host.locale().as_deref()),
            ..PaperChoices::default()
        };
        Self {
            choices,
            came_from: Screen::Plan,
            typesetter: Typesetter::new(jobs.sender(), waker),
            last: 0,
            asked: None,
            laid: None,
            failed: None,
            wanted: Wanted::default(),
            drawn_of: None,
            errands: BTreeMap::new(),
            was_typing: false,
        }
    }

    fn next_number(&mut self) -> u64 {
        self.last += 1;
        self.last
    }

    /// Lets the pages go; files under way are still made.
    pub(super) fn put_away(&mut self) {
        self.typesetter.rest();
        self.asked = None;
        self.laid = None;
        self.failed = None;
        self.wanted = Wanted::default();
        self.drawn_of = None;
    }

    /// Whether pages of the newest layout are there.
    fn is_current(&self) -> bool {
        let asked = self.asked.as_ref().map(|(number, _)| *number);
        asked.is_some() && asked == self.laid.as_ref().map(|laid| laid.number)
    }

    /// The pages that are shown, where they are what the plan says now.
    pub(super) fn pages(&self) -> Option<&Arc<Pages>> {
        let laid = self.laid.as_ref().filter(|_| self.is_current())?;
        Some(&laid.pages)
    }

    /// Whether a file that was asked for is still being made.
    pub(super) fn is_making(&self) -> bool {
        !self.errands.is_empty()
    }

    /// Whether something is being laid out, drawn or written.
    fn is_at_work(&self) -> bool {
        let is_laying_out = self.asked.is_some() && self.failed.is_none() && !self.is_current();
        let is_drawing = self.laid.as_ref().is_some_and(|laid| {
            // Nobody asks for pictures while letters are read in place of the pages.
            let is_asked = self.drawn_of == Some(laid.number);
            let mut pages = self.wanted.pages.iter().filter(|_| is_asked);
            pages.any(|page| laid.drawn.get(page) != Some(&self.wanted.pixels_per_inch))
        });
        is_laying_out || (is_drawing && self.failed.is_none()) || self.is_making()
    }

    /// What the screen is shown.
    pub(super) fn view<'a>(&'a self, longest_side: usize, print: PrintView<'a>) -> PaperView<'a> {
        let sheets = self.laid.as_ref().map_or(&[][..], |laid| &laid.sheets);
        PaperView {
            choices: Some(&self.choices),
            parts: self.laid.as_ref().map(|laid| &laid.parts),
            letters: self.laid.as_ref().map_or(&[][..], |laid| &laid.letters),
            sheets,
            layout: match &self.failed {
                Some(problem) => Layout::Failed(problem),
                None if self.is_current() => Layout::Done,
                None => Layout::UnderWay,
            },
            is_making: self.is_making(),
            longest_side,
            print,
        }
    }

    /// Has pictures drawn that are wanted and not there, and lets go those that are not wanted.
    fn want(&mut self, wanted: Wanted) {
        let Some(laid) = &mut self.laid else { return };
        if self.wanted == wanted && self.drawn_of == Some(laid.number) {
            return;
        }
        for (page, sheet) in laid.sheets.iter_mut().enumerate() {
            if sheet.picture.is_some() && !wanted.pages.contains(&page) {
                sheet.picture = None;
            }
        }
        laid.drawn.retain(|page, _| wanted.pages.contains(page));
        let is_due = |page: &usize| laid.drawn.get(page) != Some(&wanted.pixels_per_inch);
        let due = Wanted {
            pages: wanted.pages.iter().copied().filter(is_due).collect(),
            ..wanted
        };
        self.typesetter.draw(laid.number, &laid.pages, due);
        self.drawn_of = Some(laid.number);
        self.wanted = wanted;
    }

    fn take_pages(&mut self, number: u64, made: Result<LaidOut, String>) {
        if self.asked.as_ref().map(|(asked, _)| *asked) != Some(number) {
            return;
        }
        match made {
            Ok(LaidOut {
                pages,
                parts,
                letters,
            }) => {
                // Until the new pictures are there the old ones stand in: nothing flickers.
                let old = self.laid.take().map_or_else(Vec::new, |laid| laid.sheets);
                let mut old = old.into_iter().map(|sheet| sheet.picture);
                let sheets = (0..pages.count())
                    .filter_map(|page| pages.size(page))
                    .map(|(width, height)| Sheet {
                        size: points(width, height),
                        picture: old.next().flatten(),
                    })
                    .collect();
                self.laid = Some(Laid {
                    number,
                    pages,
                    parts,
                    letters,
                    sheets,
                    drawn: BTreeMap::new(),
                });
            }
            Err(problem) => {
                self.failed = Some(problem);
                self.laid = None;
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "the size of a sheet of paper"
)]
fn points(width: f64, height: f64) -> Vec2 {
    Vec2::new(width as f32, height as f32)
}

/// The paper of the country that a locale like `en-US` names.
fn usual_paper(locale: Option<&str>) -> Paper {
    /// Where Letter is what printers are filled with.
    const LETTER: [&str; 11] = [
        "US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "VE",
    ];
    let locale = locale.unwrap_or_default();
    let mut parts = locale.split(['-', '_', '.', '@']).skip(1);
    if parts.any(|part| LETTER.contains(&part)) {
        Paper::UsLetter
    } else {
        Paper::A4
    }
}

impl App {
    /// Whether something is being made on another thread that the window waits for.
    pub fn is_at_work(&self) -> bool {
        self.paper.is_at_work() || self.printing.is_waiting()
    }

    /// Takes what was chosen last over.
    pub(super) fn use_paper_preferences(&mut self) {
        let preferences = &self.settings.preferences;
        let choices = &mut self.paper.choices;
        choices.paper = preferences.paper.unwrap_or(choices.paper);
        choices.left_out.clone_from(&preferences.left_out);
    }

    /// Whoever comes to the place goes back from it; whoever leaves it lets the pages go.
    pub(super) fn pass_paper(&mut self, to: Screen) {
        match (self.screen, to) {
            (Screen::Paper, Screen::Paper) => {}
            (Screen::Paper, _) => self.paper.put_away(),
            (from, Screen::Paper) => {
                self.paper.came_from = from;
                self.screens.paper.enter();
            }
            _ => {}
        }
    }

    /// Has the pages laid out again when what they hang on has changed.
    pub(super) fn paper_tick(&mut self, context: &Context) {
        self.paper.was_typing = context.text_edit_focused();
        if self.screen != Screen::Paper {
            return;
        }
        let basis = self.basis();
        if self.paper.asked.as_ref().map(|(_, basis)| basis) == Some(&basis) {
            return;
        }
        if self.document().profile.groups.is_empty() {
            if self.paper.asked.is_some() {
                self.paper.put_away();
            }
            return;
        }
        let draft = self.draft();
        let number = self.paper.next_number();
        self.paper.failed = None;
        self.paper.asked = Some((number, basis));
        self.paper.typesetter.lay_out(number, draft);
        // The screen says that it is under way.
        context.request_repaint();
    }

    fn basis(&self) -> Basis {
        Basis {
            revision: self.history.revision(),
            as_of: self.as_of(),
            today: self.host.today(),
            has_changes: self.since_saved.is_some(),
            language: self.paper_language(),
            options: self.paper.choices.options(),
        }
    }

    /// The language of what is printed and exported.
    pub(super) fn paper_language(&self) -> Language {
        self.paper.choices.language.unwrap_or(self.language)
    }

    /// Whether what is printed and exported says whose it is.
    pub(super) fn shows_names(&self) -> bool {
        self.paper.choices.names == Names::Shown
    }

    fn draft(&self) -> Draft {
        Draft {
            catalogue: self.catalogue,
            profile: self.document().profile.clone(),
            as_of: self.as_of(),
            today: self.host.today(),
            since_saved: self.since_saved.clone(),
            language: self.paper_language(),
            options: self.paper.choices.options(),
        }
    }

    /// Carries out what the place asks for.
    pub(super) fn carry_out_paper(&mut self, context: &Context, ask: PaperAsk) {
        match ask {
            PaperAsk::Back => self.leave_paper(),
            PaperAsk::Choose(choices) => {
                self.change_preferences(|preferences| {
                    preferences.paper = Some(choices.paper);
                    preferences.left_out.clone_from(&choices.left_out);
                });
                self.paper.choices = choices;
                context.request_repaint();
            }
            PaperAsk::Pictures(wanted) => self.paper.want(wanted),
            PaperAsk::SaveLetter(id, form) => self.save_letter(context, &id, form),
            PaperAsk::Print(ask) => {
                self.carry_out_printing(ask);
                context.request_repaint();
            }
        }
    }

    /// Goes to the place; there, opens the print panel.
    pub(super) fn print_or_export(&mut self) {
        if self.screen == Screen::Paper {
            let mut asks = Vec::new();
            self.screens.paper.open_print(&mut asks);
            for ask in asks {
                if let PaperAsk::Print(ask) = ask {
                    self.carry_out_printing(ask);
                }
            }
        } else {
            self.go_to(Screen::Paper);
        }
    }

    /// Goes to the letters that the plan needs.
    pub(super) fn show_letters(&mut self) {
        self.go_to(Screen::Paper);
        self.screens.paper.open_letters();
    }

    /// Asks where a letter is to be written.
    fn save_letter(&mut self, context: &Context, id: &str, form: LetterForm) {
        let letters = self
            .paper
            .laid
            .as_ref()
            .map_or(&[][..], |laid| &laid.letters);
        let Some(letter) = letters.iter().find(|letter| letter.id == id) else {
            return;
        };
        let bytes = match form {
            LetterForm::Text => to_text(letter).into_bytes(),
            LetterForm::Mail => to_mail(letter),
        };
        let purpose = Purpose::Letter(form, letter.id.clone(), bytes);
        self.pick(context, purpose);
    }

    /// Writes a letter.
    pub(super) fn write_letter(&mut self, path: &Path, bytes: &[u8]) {
        let without = ReportOptions {
            names: self.paper.choices.names,
            ..ReportOptions::default()
        };
        self.write_export(path, bytes, &without);
    }

    /// Writes what was made for others.
    fn write_export(&mut self, path: &Path, bytes: &[u8], without: &ReportOptions) {
        match self.host.write_atomically(path, bytes) {
            Ok(()) => self.notice = Some(self.exported_words(path, without)),
            Err(error) => {
                let words = save_words(self.language, &error);
                self.show_problem("dialog-cannot-save", words);
            }
        }
    }

    fn leave_paper(&mut self) {
        let back = self.paper.came_from;
        self.go_to(back);
    }

    /// Escape closes what is open in the place, then leaves it; a field that is typed into and an
    /// opened list take it first.
    pub(super) fn escape_from_paper(&mut self, context: &Context) {
        if self.screen != Screen::Paper || self.paper.was_typing || Popup::is_any_open(context) {
            return;
        }
        if context.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            if !self.screens.paper.close_panel() {
                self.leave_paper();
            }
            context.request_repaint();
        }
    }

    /// Has a file of the plan made; it is written to its path when it is ready.
    pub(super) fn export_to(&mut self, path: &Path, product: Product) {
        let options = product.options(&self.paper.choices.options());
        self.begin_errand(Errand::Save(path.to_owned(), options), product);
    }

    /// Has the PDF made and shown in the system's viewer.
    pub(super) fn open_in_viewer(&mut self) {
        let name = self.plan_file_name(Format::Pdf.extension());
        self.begin_errand(Errand::View(name), Product::Report(Format::Pdf));
    }

    fn begin_errand(&mut self, errand: Errand, product: Product) {
        let mut draft = self.draft();
        draft.options = product.options(&draft.options);
        let number = self.paper.next_number();
        self.paper.errands.insert(number, errand);
        self.paper.typesetter.make(number, draft, product);
        self.notice = Some(tr(self.language, "paper-making"));
    }

    /// Takes what the worker has made.
    pub(super) fn take_made(&mut self, context: &Context, made: Made) {
        match made {
            Made::Pages(number, result) => {
                self.paper.take_pages(number, result);
            }
            Made::Picture(number, page, pixels_per_inch, image) => {
                let Some(laid) = self.paper.laid.as_mut().filter(|l| l.number == number) else {
                    return;
                };
                if !self.paper.wanted.pages.contains(&page) {
                    return;
                }
                if let Some(sheet) = laid.sheets.get_mut(page) {
                    let name = format!("page-{page}");
                    let texture = context.load_texture(name, image, TextureOptions::LINEAR);
                    sheet.picture = Some(texture);
                    laid.drawn.insert(page, pixels_per_inch);
                }
            }
            Made::File(number, result) => self.take_file(number, result),
        }
        context.request_repaint();
    }

    fn take_file(&mut self, number: u64, result: Result<Vec<u8>, String>) {
        let Some(errand) = self.paper.errands.remove(&number) else {
            return;
        };
        self.notice = None;
        let bytes = match result {
            Ok(bytes) => bytes,
            Err(problem) => {
                let problem = problem.into();
                let words = tr_with(self.language, "paper-fault", &[("problem", problem)]);
                self.show_problem("dialog-cannot-save", words);
                return;
            }
        };
        match errand {
            Errand::Save(path, options) => self.write_export(&path, &bytes, &options),
            Errand::View(name) => {
                let on_opened = self.jobs.viewer();
                self.host.open_in_viewer(&name, bytes, on_opened);
                self.notice = Some(tr(self.language, "paper-opening"));
            }
        }
    }

    /// Takes what became of the viewer.
    pub(super) fn take_opened(&mut self, opened: Result<(), ViewerError>) {
        match opened {
            Ok(()) => self.notice = Some(tr(self.language, "paper-opened")),
            Err(error) => {
                self.notice = None;
                let words = viewer_words(self.language, &error);
                self.show_problem("paper-cannot-open", words);
            }
        }
    }

    /// Where it was exported to, and what of the plan it doesn't hold.
    fn exported_words(&self, path: &Path, without: &ReportOptions) -> String {
        let language = self.language;
        let path = path.display().to_string();
        let mut words = vec![tr_with(
            language,
            "shell-exported-to",
            &[("path", path.into())],
        )];
        if without.names == Names::Redacted {
            words.push(tr(language, "paper-note-redacted"));
        }
        if !without.left_out.is_empty() {
            let number = count(without.left_out.len() as u64);
            words.push(tr_with(
                language,
                "paper-note-left-out",
                &[("count", number)],
            ));
        }
        words.join(" · ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letter_is_usual_where_printers_are_filled_with_it() {
        for (locale, paper) in [
            (Some("en-US"), Paper::UsLetter),
            (Some("es_MX.UTF-8"), Paper::UsLetter),
            (Some("fr-CA"), Paper::UsLetter),
            (Some("en-GB"), Paper::A4),
            (Some("pl-PL"), Paper::A4),
            (Some("ca"), Paper::A4),
            (Some("C"), Paper::A4),
            (None, Paper::A4),
        ] {
            assert_eq!(usual_paper(locale), paper, "{locale:?}");
        }
    }
}
