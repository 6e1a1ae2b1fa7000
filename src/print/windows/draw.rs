//! The pages drawn through a printer's driver.

use std::ptr::{null, null_mut};

use windows_sys::Win32::Graphics::Gdi::{
    BI_RGB, BITMAPINFO, BITMAPINFOHEADER, CreateDCW, DEVMODEW, DIB_RGB_COLORS, DM_COLLATE,
    DM_COLOR, DM_COPIES, DM_DUPLEX, DM_FORMNAME, DM_IN_BUFFER, DM_ORIENTATION, DM_OUT_BUFFER,
    DM_PAPERLENGTH, DM_PAPERSIZE, DM_PAPERWIDTH, DMCOLLATE_TRUE, DMCOLOR_COLOR, DMCOLOR_MONOCHROME,
    DMDUP_HORIZONTAL, DMDUP_SIMPLEX, DMDUP_VERTICAL, DMORIENT_PORTRAIT, DeleteDC, GetDeviceCaps,
    HDC, HORZRES, LOGPIXELSX, LOGPIXELSY, PHYSICALOFFSETX, PHYSICALOFFSETY, SRCCOPY, StretchDIBits,
    VERTRES,
};
use windows_sys::Win32::Graphics::Printing::DocumentPropertiesW;
use windows_sys::Win32::Storage::Xps::{AbortDoc, DOCINFOW, EndDoc, EndPage, StartDocW, StartPage};

use super::calls::{Buffer, OpenPrinter, attempt, wide};
use super::info::paper_number;
use crate::print::error::PrintError;
use crate::print::job::{Follower, Go, JobNews};
use crate::print::printer::Printer;
use crate::print::source::PrintSource;
use crate::print::ticket::{ColourMode, PrintTicket, Sides};
use crate::print::winspool::{Failure, is_within};
use crate::report::pdf::PageImage;

/// Pixels an inch at most; more only makes jobs longer.
const MOST_PIXELS_PER_INCH: i32 = 300;

/// Rows that are handed to the driver at a time.
const BAND: usize = 256;

/// Why not all pages were drawn.
enum Stop {
    /// Someone wants it so: the follower, whoever is asked by the driver, or someone at the queue.
    Cancelled,
    /// This page is not there, or not all of it; counted from zero.
    NoPage(usize),
    Failed(Failure),
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        if failure.is_cancel() {
            Self::Cancelled
        } else {
            Self::Failed(failure)
        }
    }
}

/// Draws the pages; none where the job was cancelled before all were drawn.
pub(super) fn draw(
    printer: &Printer,
    ticket: &PrintTicket,
    source: &dyn PrintSource,
    follower: &mut dyn Follower,
) -> Result<Option<i32>, PrintError> {
    let pages = ticket.pages.of(source.page_count())?;
    let sheets = Sheets::new(printer, ticket);
    let sheets = sheets.map_err(|failure| failure.of_printer(&printer.name))?;
    let pages = pages.into_iter().flatten();
    match sheets.document(&ticket.title, pages, source, follower) {
        Ok(job) => {
            follower.hear(JobNews::Accepted { job });
            Ok(Some(job))
        }
        Err(Stop::Cancelled) => Ok(None),
        Err(Stop::NoPage(page)) => Err(PrintError::Layout {
            problem: format!("page {}", page + 1),
        }),
        Err(Stop::Failed(failure)) => Err(failure.of_printer(&printer.name)),
    }
}

/// A printer's device, set up as a ticket asks.
struct Sheets {
    device: HDC,
}

impl Sheets {
    fn new(printer: &Printer, ticket: &PrintTicket) -> Result<Self, Failure> {
        let mut settings = settings(printer, ticket)?;
        let (driver, name) = (wide("WINSPOOL"), wide(&printer.name));
        let settings: *const DEVMODEW = settings.pointer();
        let device = attempt("CreateDC", || {
            // SAFETY: both texts end with a zero, and the settings were written by the driver.
            let device = unsafe { CreateDCW(driver.as_ptr(), name.as_ptr(), null(), settings) };
            (!device.is_null()).then_some(device)
        })?;
        Ok(Self { device })
    }

    /// Draws the pages as one document; the number of its job.
    fn document(
        &self,
        title: &str,
        pages: impl Iterator<Item = usize>,
        source: &dyn PrintSource,
        follower: &mut dyn Follower,
    ) -> Result<i32, Stop> {
        let job = self.start(title)?;
        follower.hear(JobNews::Sending);
        let drawn = self.pages(pages, source, follower);
        if drawn.is_err() {
            // SAFETY: a document was started on this device.
            unsafe { AbortDoc(self.device) };
        }
        drawn.map(|()| job)
    }

    /// Begins the document; the number of its job.
    fn start(&self, title: &str) -> Result<i32, Failure> {
        let title = wide(title);
        let document = DOCINFOW {
            cbSize: i32::try_from(size_of::<DOCINFOW>()).unwrap_or(0),
            lpszDocName: title.as_ptr(),
            lpszOutput: null(),
            lpszDatatype: null(),
            fwType: 0,
        };
        attempt("StartDoc", || {
            // SAFETY: the title ends with a zero and lives on.
            let job = unsafe { StartDocW(self.device, &raw const document) };
            (job > 0).then_some(job)
        })
    }

    /// Draws the pages and ends the document.
    fn pages(
        &self,
        pages: impl Iterator<Item = usize>,
        source: &dyn PrintSource,
        follower: &mut dyn Follower,
    ) -> Result<(), Stop> {
        for page in pages {
            if follower.go() == Go::Cancel {
                return Err(Stop::Cancelled);
            }
            self.page(source, page)?;
        }
        attempt("EndDoc", || {
            // SAFETY: a document was started on this device.
            (unsafe { EndDoc(self.device) } > 0).then_some(())
        })?;
        Ok(())
    }

    fn measure(&self, what: u32) -> i32 {
        // SAFETY: the device is open.
        unsafe { GetDeviceCaps(self.device, what.cast_signed()) }
    }

    fn page(&self, source: &dyn PrintSource, page: usize) -> Result<(), Stop> {
        let resolution = (self.measure(LOGPIXELSX), self.measure(LOGPIXELSY));
        let pixels_per_inch = resolution.0.clamp(72, MOST_PIXELS_PER_INCH);
        let image = source.image(page, pixels_per_inch.into());
        let (Some(image), Some(size)) = (image, source.page_size(page)) else {
            return Err(Stop::NoPage(page));
        };
        attempt("StartPage", || {
            // SAFETY: a document was started on this device.
            (unsafe { StartPage(self.device) } > 0).then_some(())
        })?;
        let width = device_pixels(size.0, resolution.0);
        let height = device_pixels(size.1, resolution.1);
        let mut first = 0;
        while first < image.height {
            let rows = BAND.min(image.height - first);
            let length = image.width * 4;
            let Some(rgba) = image.rgba.get(first * length..(first + rows) * length) else {
                return Err(Stop::NoPage(page));
            };
            self.band(&image, rgba, first, rows, (width, height))?;
            first += rows;
        }
        attempt("EndPage", || {
            // SAFETY: a page was started on this device.
            (unsafe { EndPage(self.device) } > 0).then_some(())
        })?;
        Ok(())
    }

    /// Draws some rows of a page, which is so large on the device. Bands meet without a gap.
    fn band(
        &self,
        image: &PageImage,
        rgba: &[u8],
        first: usize,
        rows: usize,
        (width, height): (i32, i32),
    ) -> Result<(), Failure> {
        // Windows wants blue first.
        let bytes: Vec<u8> = rgba
            .chunks_exact(4)
            .flat_map(|pixel| pixel.iter().take(3).rev().copied().chain([0]))
            .collect();
        let signed = |number: usize| i32::try_from(number).unwrap_or(i32::MAX);
        let on_device = |row: usize| {
            let row = i64::from(height) * i64::from(signed(row));
            i32::try_from(row / i64::from(signed(image.height.max(1)))).unwrap_or(0)
        };
        let (top, bottom) = (on_device(first), on_device(first + rows));
        let header = BITMAPINFO {
            bmiHeader: BITMAPINFOHEADER {
                biSize: u32::try_from(size_of::<BITMAPINFOHEADER>()).unwrap_or(0),
                biWidth: signed(image.width),
                // From the top down.
                biHeight: -signed(rows),
                biPlanes: 1,
                biBitCount: 32,
                biCompression: BI_RGB,
                ..BITMAPINFOHEADER::default()
            },
            ..BITMAPINFO::default()
        };
        // The device counts from where it can print, the page from the edge of the sheet.
        let (left, above) = (self.measure(PHYSICALOFFSETX), self.measure(PHYSICALOFFSETY));
        let (left, above) = (-left, top - above);
        let is_printable = is_within(left, width, self.measure(HORZRES))
            && is_within(above, bottom - top, self.measure(VERTRES));
        attempt("StretchDIBits", || {
            // SAFETY: there are as many rows and pixels as the header says.
            let drawn = unsafe {
                StretchDIBits(
                    self.device,
                    left,
                    above,
                    width,
                    bottom - top,
                    0,
                    0,
                    signed(image.width),
                    signed(rows),
                    bytes.as_ptr().cast(),
                    &raw const header,
                    DIB_RGB_COLORS,
                    SRCCOPY,
                )
            };
            // Nothing is drawn of a band that lies outside of what can be printed.
            (drawn != 0 || !is_printable).then_some(())
        })
    }
}

impl Drop for Sheets {
    fn drop(&mut self) {
        // SAFETY: it was made and is deleted once.
        unsafe { DeleteDC(self.device) };
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a page is some thousand pixels wide and high"
)]
fn device_pixels(points: f64, resolution: i32) -> i32 {
    (points / 72.0 * f64::from(resolution)).round() as i32
}

/// The settings of a printer, as its driver makes them of what the ticket asks.
fn settings(printer: &Printer, ticket: &PrintTicket) -> Result<Buffer, Failure> {
    const CALL: &str = "DocumentProperties";
    let open = OpenPrinter::named(&printer.name)?;
    let name = wide(&printer.name);
    let call = |out: *mut DEVMODEW, given: *const DEVMODEW, mode: u32| {
        // SAFETY: the printer is open, the name ends with a zero, and the memory has the size that
        // the driver asks for, or is null where nothing is read or written.
        let answer =
            unsafe { DocumentPropertiesW(null_mut(), open.0, name.as_ptr(), out, given, mode) };
        u32::try_from(answer).ok()
    };
    let size = attempt(CALL, || {
        call(null_mut(), null(), 0).filter(|size| *size > 0)
    })?;
    // An old driver may not know all of the structure.
    let mut settings = Buffer::of::<DEVMODEW>(size);
    attempt(CALL, || call(settings.pointer(), null(), DM_OUT_BUFFER))?;
    // SAFETY: the memory has room for them, and the driver has just written them there.
    change(
        unsafe { &mut *settings.pointer::<DEVMODEW>() },
        printer,
        ticket,
    );
    let both: *mut DEVMODEW = settings.pointer();
    attempt(CALL, || call(both, both, DM_IN_BUFFER | DM_OUT_BUFFER))?;
    Ok(settings)
}

/// Asks for what the printer says it can do and for upright pages. The rest stays as the person has
/// set it up for all programs.
fn change(settings: &mut DEVMODEW, printer: &Printer, ticket: &PrintTicket) {
    let abilities = &printer.abilities;
    let upright = i16::try_from(DMORIENT_PORTRAIT);
    settings.Anonymous1.Anonymous1.dmOrientation = upright.unwrap_or(1);
    settings.dmFields |= DM_ORIENTATION;
    let copies = ticket.copies.clamp(1, abilities.most_copies);
    settings.Anonymous1.Anonymous1.dmCopies = i16::try_from(copies).unwrap_or(i16::MAX);
    settings.dmFields |= DM_COPIES;
    if copies > 1 {
        settings.dmCollate = DMCOLLATE_TRUE;
        settings.dmFields |= DM_COLLATE;
    }
    if abilities.papers.contains(&ticket.paper) {
        let paper = i16::try_from(paper_number(ticket.paper));
        settings.Anonymous1.Anonymous1.dmPaperSize = paper.unwrap_or(0);
        settings.dmFields |= DM_PAPERSIZE;
        // Each of these would count more.
        settings.dmFields &= !(DM_PAPERLENGTH | DM_PAPERWIDTH | DM_FORMNAME);
    }
    if abilities.sides.contains(&ticket.sides) {
        settings.dmDuplex = match ticket.sides {
            Sides::One => DMDUP_SIMPLEX,
            Sides::LongEdge => DMDUP_VERTICAL,
            Sides::ShortEdge => DMDUP_HORIZONTAL,
        };
        settings.dmFields |= DM_DUPLEX;
    }
    if abilities.colours.contains(&ticket.colour) {
        settings.dmColor = match ticket.colour {
            ColourMode::Colour => DMCOLOR_COLOR,
            ColourMode::Monochrome => DMCOLOR_MONOCHROME,
        };
        settings.dmFields |= DM_COLOR;
    }
}
