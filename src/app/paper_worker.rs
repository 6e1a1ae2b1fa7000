//! Lays pages out and writes plans down on a thread of its own: the window never waits for it.
//!
//! Of several layouts that are wanted the newest wins, after a short rest in which a person may go
//! on typing. What is asked for as a file is never dropped.

use std::collections::{BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::NaiveDate;
use eframe::egui::{Color32, ColorImage};

use super::jobs::{Done, Waker};
use crate::domain::changes::SinceSaved;
use crate::domain::plan::plan_estate;
use crate::domain::profile::Profile;
use crate::domain::programme::Catalogue;
use crate::domain::text::Language;
use crate::kit::kit;
use crate::letters::{Letter, letters};
use crate::report::pdf::{PageImage, Pages, forget_layouts};
use crate::report::{self, Format, PlanReport, ReportInput, ReportOptions};
use crate::ui::paper::Wanted;

/// How long nothing may change before it is laid out anew.
const REST: Duration = Duration::from_millis(180);

/// A document to be made: everything that its words hang on. Cheap to copy, as groups are shared.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) catalogue: &'static Catalogue,
    pub(super) profile: Profile,
    pub(super) as_of: NaiveDate,
    pub(super) today: NaiveDate,
    pub(super) since_saved: Option<SinceSaved<'static>>,
    pub(super) language: Language,
    pub(super) options: ReportOptions,
}

impl Draft {
    /// Plans it and hands over what reports are made of.
    pub(super) fn with_input<T>(&self, make: impl FnOnce(&ReportInput<'_>) -> T) -> T {
        let (walk, plan) = plan_estate(self.catalogue, &self.profile, self.as_of, None);
        make(&ReportInput {
            language: self.language,
            catalogue: self.catalogue,
            profile: &self.profile,
            walk: &walk,
            plan: &plan,
            today: Some(self.today),
            since_saved: self.since_saved.as_ref(),
        })
    }
}

/// Pages that were laid out, with the parts that their plan has.
pub(super) struct LaidOut {
    pub(super) pages: Arc<Pages>,
    pub(super) parts: BTreeSet<&'static str>,
    pub(super) letters: Vec<Letter>,
}

/// What is made as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Product {
    /// The plan in a format.
    Report(Format),
    /// The deployment kit, packed.
    Kit,
}

impl Product {
    /// What the name of its files ends in, without the dot.
    pub(super) fn extension(self) -> &'static str {
        match self {
            Self::Report(format) => format.extension(),
            Self::Kit => "zip",
        }
    }

    /// How it is made. Parts are left out of what has them: whoever asks for the order lines or the
    /// calendar alone gets them, whatever the printed plan is without.
    pub(super) fn options(self, chosen: &ReportOptions) -> ReportOptions {
        let has_parts = match self {
            Self::Report(Format::Pdf | Format::Html | Format::Markdown | Format::Text) => true,
            Self::Report(Format::Csv | Format::Ics | Format::Json) | Self::Kit => false,
        };
        let left_out = chosen.left_out.iter().filter(|_| has_parts);
        ReportOptions {
            left_out: left_out.copied().collect(),
            names: chosen.names,
            paper: chosen.paper,
        }
    }
}

/// What has come from the worker.
pub(super) enum Made {
    /// Pages, for the number that they were asked for by.
    Pages(u64, Result<LaidOut, String>),
    /// A page of a layout as a picture, at so many pixels an inch.
    Picture(u64, usize, f32, ColorImage),
    /// A file, for the number that it was asked for by.
    File(u64, Result<Vec<u8>, String>),
}

#[derive(Default)]
struct Wishes {
    layout: Option<(u64, Draft)>,
    pictures: Option<(u64, Arc<Pages>, Wanted)>,
    files: VecDeque<(u64, Draft, Product)>,
    /// What is kept of layouts is to be given back.
    forgets: bool,
    is_over: bool,
}

impl Wishes {
    fn is_empty(&self) -> bool {
        self.layout.is_none() && self.pictures.is_none() && self.files.is_empty() && !self.forgets
    }
}

type Shared = Arc<(Mutex<Wishes>, Condvar)>;

/// The worker as the window sees it.
pub(super) struct Typesetter {
    shared: Shared,
    sender: Sender<Done>,
    waker: Waker,
    is_running: bool,
}

fn lock(shared: &Shared) -> MutexGuard<'_, Wishes> {
    shared.0.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Typesetter {
    /// One that begins with its first wish.
    pub(super) fn new(sender: Sender<Done>, waker: &Waker) -> Self {
        Self {
            shared: Arc::default(),
            sender,
            waker: waker.clone(),
            is_running: false,
        }
    }

    /// Wants these pages laid out, and no others that were wanted before.
    pub(super) fn lay_out(&mut self, number: u64, draft: Draft) {
        self.wish(|wishes| {
            wishes.layout = Some((number, draft));
            wishes.pictures = None;
        });
    }

    /// Wants pictures of these pages, and no others that were wanted before.
    pub(super) fn draw(&mut self, number: u64, pages: &Arc<Pages>, wanted: Wanted) {
        let pages = Arc::clone(pages);
        self.wish(|wishes| wishes.pictures = Some((number, pages, wanted)));
    }

    /// Wants a file made.
    pub(super) fn make(&mut self, number: u64, draft: Draft, product: Product) {
        self.wish(|wishes| wishes.files.push_back((number, draft, product)));
    }

    /// Wants no pages and pictures any more: the memory they took is given back.
    pub(super) fn rest(&mut self) {
        let mut wishes = lock(&self.shared);
        wishes.layout = None;
        wishes.pictures = None;
        wishes.forgets = self.is_running;
        drop(wishes);
        self.shared.1.notify_one();
    }

    fn wish(&mut self, change: impl FnOnce(&mut Wishes)) {
        change(&mut lock(&self.shared));
        if !self.is_running {
            let shared = Arc::clone(&self.shared);
            let sender = self.sender.clone();
            let waker = self.waker.clone();
            let thread = std::thread::Builder::new().name("typesetter".to_owned());
            // Where the system has no thread left, the next wish tries again.
            self.is_running = thread.spawn(move || work(&shared, &sender, &waker)).is_ok();
        }
        self.shared.1.notify_one();
    }
}

impl Drop for Typesetter {
    fn drop(&mut self) {
        lock(&self.shared).is_over = true;
        self.shared.1.notify_one();
    }
}

/// What is done next.
enum Task {
    LayOut(u64, Draft),
    Draw(u64, Arc<Pages>, usize, f32),
    Make(u64, Draft, Product),
    Forget,
}

fn work(shared: &Shared, sender: &Sender<Done>, waker: &Waker) {
    while let Some(task) = next(shared) {
        let made = match task {
            Task::Forget => {
                forget_layouts();
                continue;
            }
            Task::LayOut(number, draft) => Made::Pages(number, guarded(|| laid_out(&draft))),
            Task::Make(number, draft, product) => {
                Made::File(number, guarded(|| file(&draft, product)))
            }
            Task::Draw(number, pages, page, pixels_per_inch) => {
                let image = guarded(|| {
                    let image = pages.image(page, f64::from(pixels_per_inch));
                    Ok(image.as_ref().map(picture))
                });
                match image {
                    Ok(Some(image)) => Made::Picture(number, page, pixels_per_inch, image),
                    Ok(None) => continue,
                    Err(problem) => Made::Pages(number, Err(problem)),
                }
            }
        };
        if sender.send(Done::Made(made)).is_err() {
            return;
        }
        waker.wake();
    }
}

/// Waits for the next task; none once the window is gone.
fn next(shared: &Shared) -> Option<Task> {
    let mut wishes = lock(shared);
    loop {
        if wishes.is_over {
            return None;
        }
        if wishes.is_empty() {
            let waited = shared.1.wait(wishes);
            wishes = waited.unwrap_or_else(PoisonError::into_inner);
            continue;
        }
        if let Some((number, draft, product)) = wishes.files.pop_front() {
            return Some(Task::Make(number, draft, product));
        }
        if let Some((number, _)) = &wishes.layout {
            let number = *number;
            let waited = shared.1.wait_timeout(wishes, REST);
            wishes = waited.unwrap_or_else(PoisonError::into_inner).0;
            // Only what is still the newest after the rest is worth the work.
            if let Some((number, draft)) = wishes.layout.take_if(|(newest, _)| *newest == number) {
                return Some(Task::LayOut(number, draft));
            }
            continue;
        }
        let Some((number, pages, wanted)) = &mut wishes.pictures else {
            wishes.forgets = false;
            return Some(Task::Forget);
        };
        if wanted.pages.is_empty() {
            wishes.pictures = None;
            continue;
        }
        let page = wanted.pages.remove(0);
        return Some(Task::Draw(
            *number,
            Arc::clone(pages),
            page,
            wanted.pixels_per_inch,
        ));
    }
}

/// Does something that may be at fault: the window lives on, and says so.
fn guarded<T>(make: impl FnOnce() -> Result<T, String>) -> Result<T, String> {
    catch_unwind(AssertUnwindSafe(make)).unwrap_or_else(|_panic| Err(String::new()))
}

fn laid_out(draft: &Draft) -> Result<LaidOut, String> {
    draft.with_input(|input| {
        let whole = PlanReport::new(input);
        let parts = whole.sections.iter().map(|section| section.id).collect();
        let pages = report::pages(input, &draft.options).map_err(|error| error.to_string())?;
        Ok(LaidOut {
            pages: Arc::new(pages),
            parts,
            letters: letters(input, draft.options.names),
        })
    })
}

fn file(draft: &Draft, product: Product) -> Result<Vec<u8>, String> {
    let options = &draft.options;
    draft.with_input(|input| match product {
        Product::Report(format) => {
            report::render(format, input, options).map_err(|error| error.to_string())
        }
        Product::Kit => kit(input, options).zip().map_err(|error| error.to_string()),
    })
}

/// A page as the window's textures want it.
fn picture(image: &PageImage) -> ColorImage {
    let pixels = image.rgba.as_chunks::<4>().0.iter();
    let pixels = pixels.map(|[r, g, b, a]| Color32::from_rgba_premultiplied(*r, *g, *b, *a));
    ColorImage::new([image.width, image.height], pixels.collect())
}
