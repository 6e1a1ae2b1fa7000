//! Some of the pages as PDF, for a printer.

use std::num::NonZeroUsize;
use std::ops::RangeInclusive;

use typst::layout::PageRanges;
use typst_pdf::PdfOptions;

use super::Pages;
use crate::report::ReportError;

impl Pages {
    /// These pages as PDF, counted from zero. It is for a printer, so it has no tags: the format
    /// allows none in a part of a document.
    ///
    /// # Errors
    /// The PDF can't be made; a fault of the template.
    pub fn selected_pdf(&self, pages: &[RangeInclusive<usize>]) -> Result<Vec<u8>, ReportError> {
        let one_based = |page: &usize| NonZeroUsize::MIN.saturating_add(*page);
        let ranges = pages
            .iter()
            .map(|range| Some(one_based(range.start()))..=Some(one_based(range.end())));
        let options = PdfOptions {
            page_ranges: Some(PageRanges::new(ranges.collect())),
            tagged: false,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|problems| ReportError::layout(&problems))
    }
}
