//! What Typst sees: the embedded template and fonts, and the report as data. No disk, no clock, no
//! packages.

use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::data;
use crate::assets;
use crate::report::ReportError;
use crate::report::model::PlanReport;
use crate::report::options::Paper;

static LIBRARY: LazyLock<LazyHash<Library>> =
    LazyLock::new(|| LazyHash::new(Library::builder().build()));

pub(super) static FONTS: LazyLock<Vec<Font>> = LazyLock::new(|| {
    let files = assets::TEXT_FONTS.into_iter();
    let fonts = files.flat_map(|bytes| Font::iter(Bytes::new(bytes)));
    fonts.collect()
});

static BOOK: LazyLock<LazyHash<FontBook>> = LazyLock::new(|| {
    let mut book = FontBook::new();
    for font in FONTS.iter() {
        book.push(font.info().clone());
    }
    LazyHash::new(book)
});

/// The family of the texts.
pub(super) const TEXT_FAMILY: &str = "Inter";

/// The template's first file.
const MAIN: &str = "plan.typ";

/// The report, which the template reads.
const DATA: &str = "plan.json";

pub(super) struct ReportWorld {
    main: FileId,
    data: Bytes,
}

impl ReportWorld {
    pub(super) fn new(report: &PlanReport, paper: Paper) -> Result<Self, ReportError> {
        let path = VirtualPath::new(MAIN).map_err(|problem| ReportError::Layout {
            problem: format!("{problem:?}"),
        })?;
        let (data, _) = data::json(report, paper);
        Ok(Self {
            main: RootedPath::new(VirtualRoot::Project, path).intern(),
            data: Bytes::new(data),
        })
    }
}

impl World for ReportWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let text = template(id)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id.get().vpath().get_without_slash() == DATA {
            return Ok(self.data.clone());
        }
        template(id).map(Bytes::from_string)
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    /// A report is dated by its plan; what day it is does not matter.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

/// A file of the template. Packages and whatever else is asked for are not there.
fn template(id: FileId) -> FileResult<&'static str> {
    let path = id.get();
    let name = path.vpath().get_without_slash();
    let is_ours = matches!(path.root(), VirtualRoot::Project);
    let text = is_ours.then(|| assets::report_template(name)).flatten();
    text.ok_or_else(|| FileError::NotFound(name.into()))
}
