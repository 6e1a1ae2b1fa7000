//! What is printed: the pages of a plan.

use std::ops::RangeInclusive;

use super::error::PrintError;
use crate::report::pdf::{PageImage, Pages};

/// Pages that can be printed, whatever form a printer takes them in.
pub trait PrintSource: Send + Sync {
    /// How many pages there are.
    fn page_count(&self) -> usize;

    /// Width and height of a page in points, 1/72 inch; none past the last. Counted from zero.
    fn page_size(&self, page: usize) -> Option<(f64, f64)>;

    /// These pages as PDF, counted from zero.
    ///
    /// # Errors
    /// The PDF can't be made.
    fn pdf(&self, pages: &[RangeInclusive<usize>]) -> Result<Vec<u8>, PrintError>;

    /// A page as pixels, so many an inch; none past the last.
    fn image(&self, page: usize, pixels_per_inch: f64) -> Option<PageImage>;
}

impl PrintSource for Pages {
    fn page_count(&self) -> usize {
        self.count()
    }

    fn page_size(&self, page: usize) -> Option<(f64, f64)> {
        self.size(page)
    }

    fn pdf(&self, pages: &[RangeInclusive<usize>]) -> Result<Vec<u8>, PrintError> {
        Ok(self.selected_pdf(pages)?)
    }

    fn image(&self, page: usize, pixels_per_inch: f64) -> Option<PageImage> {
        Self::image(self, page, pixels_per_inch)
    }
}
