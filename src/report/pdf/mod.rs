//! The report on pages: laid out by Typst with the template in `assets/report`, and written as a
//! tagged PDF that keeps to PDF/UA-1. Preview, print and file come from the same layout.

mod columns;
mod data;
mod figures;
mod letters;
mod links;
mod selection;
mod world;

use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use super::ReportError;
use super::model::PlanReport;
use super::options::Paper;
use world::ReportWorld;

/// A report laid out on pages.
pub struct Pages {
    document: PagedDocument,
    warnings: Vec<String>,
}

/// A page as pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageImage {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue and opacity of each pixel, row by row from the top; always opaque.
    pub rgba: Vec<u8>,
}

/// Lays a report out.
///
/// # Errors
/// What the layout says; a report of any profile can be laid out, so it is a fault of the program.
pub fn lay_out(report: &PlanReport, paper: Paper) -> Result<Pages, ReportError> {
    let world = ReportWorld::new(report, paper)?;
    let compiled = typst::compile::<PagedDocument>(&world);
    let document = compiled
        .output
        .map_err(|problems| ReportError::layout(&problems))?;
    // The typesetter remembers its work; what two layouts in a row did not need is let go.
    typst::comemo::evict(2);
    let warnings = compiled.warnings.iter();
    Ok(Pages {
        document: links::with_links(&document),
        warnings: warnings
            .map(|warning| warning.message.to_string())
            .collect(),
    })
}

/// Gives back what is kept of layouts so that the next one is quicker. Pages stay as they are.
pub fn forget_layouts() {
    typst::comemo::evict(0);
}

/// The report as the template reads it, in JSON: for programs that lay it out too.
pub fn template_data(report: &PlanReport, paper: Paper) -> Vec<u8> {
    data::json(report, paper).0
}

impl Pages {
    /// How many there are; one at least.
    pub fn count(&self) -> usize {
        self.document.pages().len()
    }

    /// What the layout could do only in another way than the template asks; empty unless the
    /// template is at fault.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }

    /// Width and height of a page in points, 1/72 inch; none past the last.
    pub fn size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.document.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }

    /// A page at so many pixels an inch; none past the last.
    pub fn image(&self, page: usize, pixels_per_inch: f64) -> Option<PageImage> {
        const POINTS_PER_INCH: f64 = 72.0;
        let options = RenderOptions {
            pixel_per_pt: (pixels_per_inch / POINTS_PER_INCH).into(),
            ..RenderOptions::default()
        };
        let pixels = typst_render::render(self.document.pages().get(page)?, &options);
        Some(PageImage {
            width: pixels.width() as usize,
            height: pixels.height() as usize,
            // Pages have a white ground, so nothing is see-through and nothing premultiplied.
            rgba: pixels.take(),
        })
    }

    /// The PDF; the same pages give the same bytes.
    ///
    /// # Errors
    /// What does not keep to PDF/UA-1; a fault of the template.
    pub fn pdf(&self) -> Result<Vec<u8>, ReportError> {
        let standards =
            PdfStandards::new(&[PdfStandard::Ua_1]).map_err(|problem| ReportError::Layout {
                problem: problem.message().to_string(),
            })?;
        let options = PdfOptions {
            standards,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|problems| ReportError::layout(&problems))
    }
}
