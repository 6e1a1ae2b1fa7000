//! Pages as PWG raster, which every IPP Everywhere printer takes.
//!
//! Source: PWG 5102.4, PWG Raster Format. Pages are made one after the other while they are read,
//! so a long plan takes no more memory than a short one.

use std::io::{self, Read};

use super::attributes::media_keyword;
use crate::print::printer::{RasterForm, SheetBack};
use crate::print::source::PrintSource;
use crate::print::ticket::{ColourMode, PrintTicket, Sides};
use crate::report::Paper;
use crate::report::pdf::PageImage;

/// What every file begins with.
const SYNC_WORD: &[u8] = b"RaS2";

/// The length of a page's header.
const HEADER: usize = 1796;

/// The most equal rows, or pixels, that are written once.
const MOST_ROWS: usize = 256;
const MOST_PIXELS: usize = 128;

/// Reads the pages of a source as raster.
pub(super) struct RasterReader<'a> {
    source: &'a dyn PrintSource,
    form: RasterForm,
    sides: Sides,
    paper: Paper,
    has_colour: bool,
    pages: Vec<usize>,
    /// How many of the pages were made.
    made: usize,
    /// What was made last, and how much of it was read.
    bytes: Vec<u8>,
    read: usize,
}

impl<'a> RasterReader<'a> {
    /// These pages, counted from zero.
    pub(super) fn new(
        source: &'a dyn PrintSource,
        form: &RasterForm,
        ticket: &PrintTicket,
        sides: Sides,
        pages: Vec<usize>,
    ) -> Self {
        Self {
            source,
            form: form.clone(),
            sides,
            paper: ticket.paper,
            has_colour: form.has_colour && (ticket.colour == ColourMode::Colour || !form.has_grey),
            pages,
            made: 0,
            bytes: SYNC_WORD.to_vec(),
            read: 0,
        }
    }

    fn make(&mut self, page: usize) -> Option<()> {
        let image = self.source.image(page, self.form.resolution.into())?;
        let size = self.source.page_size(page)?;
        let is_back = self.sides != Sides::One && self.made % 2 == 1;
        let turn = Turn::of(self.form.back, self.sides, is_back);
        self.bytes = self.header(&image, size, turn);
        let pixel = if self.has_colour { 3 } else { 1 };
        let rows = rows(&image, self.has_colour, turn);
        compress(rows, pixel, &mut self.bytes);
        self.read = 0;
        self.made += 1;
        Some(())
    }

    fn header(&self, image: &PageImage, size: (f64, f64), turn: Turn) -> Vec<u8> {
        let mut header = vec![0; HEADER];
        let mut put = |at: usize, value: u32| {
            if let Some(place) = header.get_mut(at..at + 4) {
                place.copy_from_slice(&value.to_be_bytes());
            }
        };
        let whole = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let dpi = self.form.resolution;
        let (colours, space) = if self.has_colour { (3, 19) } else { (1, 18) };
        put(272, (self.sides != Sides::One).into());
        put(276, dpi);
        put(280, dpi);
        put(340, 1);
        put(352, points(size.0));
        put(356, points(size.1));
        put(368, (self.sides == Sides::ShortEdge).into());
        put(372, whole(image.width));
        put(376, whole(image.height));
        put(384, 8);
        put(388, 8 * colours);
        put(392, whole(image.width) * colours);
        put(400, space);
        put(420, colours);
        put(452, whole(self.pages.len()));
        put(456, turn.cross_feed());
        put(460, turn.feed());
        put(472, whole(image.width));
        put(476, whole(image.height));
        let mut name = |at: usize, name: &str| {
            if let Some(place) = header.get_mut(at..at + name.len()) {
                place.copy_from_slice(name.as_bytes());
            }
        };
        name(0, "PwgRaster");
        name(1732, media_keyword(self.paper));
        header
    }
}

impl Read for RasterReader<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.read == self.bytes.len() {
            let Some(page) = self.pages.get(self.made).copied() else {
                return Ok(0);
            };
            self.make(page)
                .ok_or_else(|| io::Error::other("a page is not there"))?;
        }
        let left = self.bytes.get(self.read..).unwrap_or_default();
        let count = (&mut &*left).read(buffer)?;
        self.read += count;
        Ok(count)
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a page is some hundred points wide and high"
)]
fn points(size: f64) -> u32 {
    size.round() as u32
}

/// How a side is turned for the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Turn {
    /// Rows are written from right to left.
    is_mirrored: bool,
    /// Rows are written from the bottom up.
    is_upside_down: bool,
}

impl Turn {
    fn of(back: SheetBack, sides: Sides, is_back: bool) -> Self {
        let is_tumble = sides == Sides::ShortEdge;
        let (is_mirrored, is_upside_down) = match (back, is_tumble) {
            _ if !is_back => (false, false),
            (SheetBack::Flipped, true) => (true, false),
            (SheetBack::Flipped, false) => (false, true),
            (SheetBack::ManualTumble, true) | (SheetBack::Rotated, false) => (true, true),
            _ => (false, false),
        };
        Self {
            is_mirrored,
            is_upside_down,
        }
    }

    fn cross_feed(self) -> u32 {
        direction(self.is_mirrored)
    }

    fn feed(self) -> u32 {
        direction(self.is_upside_down)
    }
}

/// One, or minus one as the format writes it.
fn direction(is_turned: bool) -> u32 {
    if is_turned { u32::MAX } else { 1 }
}

/// The rows in the printer's colours, in the order and direction in which they are written.
fn rows(image: &PageImage, has_colour: bool, turn: Turn) -> impl Iterator<Item = Vec<u8>> {
    (0..image.height).map(move |row| {
        let row = if turn.is_upside_down {
            image.height - 1 - row
        } else {
            row
        };
        let length = image.width * 4;
        let rgba = image.rgba.get(row * length..(row + 1) * length);
        let pixels = rgba.unwrap_or_default().chunks_exact(4);
        if turn.is_mirrored {
            converted(pixels.rev(), has_colour)
        } else {
            converted(pixels, has_colour)
        }
    })
}

/// Pixels in the printer's colours.
fn converted<'a>(pixels: impl Iterator<Item = &'a [u8]>, has_colour: bool) -> Vec<u8> {
    if has_colour {
        return pixels
            .flat_map(|pixel| pixel.iter().take(3).copied())
            .collect();
    }
    let grey = |pixel: &[u8]| {
        let weights = [299_u32, 587, 114];
        let weighted = pixel.iter().zip(weights).map(|(c, w)| u32::from(*c) * w);
        u8::try_from((weighted.sum::<u32>() + 500) / 1000).unwrap_or(u8::MAX)
    };
    pixels.map(grey).collect()
}

/// Writes rows, equal ones once, and in each of them equal pixels once.
fn compress(rows: impl Iterator<Item = Vec<u8>>, pixel: usize, out: &mut Vec<u8>) {
    let mut rows = rows.peekable();
    while let Some(row) = rows.next() {
        let mut count = 1;
        while count < MOST_ROWS && rows.next_if_eq(&row).is_some() {
            count += 1;
        }
        out.push(u8::try_from(count - 1).unwrap_or(u8::MAX));
        compress_row(&row, pixel, out);
    }
}

fn compress_row(row: &[u8], pixel: usize, out: &mut Vec<u8>) {
    let mut rest: Vec<&[u8]> = row.chunks_exact(pixel).collect();
    let mut rest = rest.as_mut_slice() as &[&[u8]];
    while let Some(first) = rest.first() {
        let equal = rest
            .iter()
            .take(MOST_PIXELS)
            .take_while(|next| *next == first);
        let mut count = equal.count();
        if count > 1 {
            out.push(u8::try_from(count - 1).unwrap_or(u8::MAX));
            out.extend_from_slice(first);
        } else {
            // Up to the next two that are equal.
            let pairs = rest.windows(2).take(MOST_PIXELS);
            count = pairs.take_while(|pair| pair.first() != pair.last()).count();
            if count == rest.len() - 1 && count < MOST_PIXELS {
                count += 1;
            }
            // One pixel alone is one that is repeated no more.
            let mark = if count == 1 { 0 } else { 257 - count };
            out.push(u8::try_from(mark).unwrap_or(0));
            let alone = rest.iter().take(count);
            alone.for_each(|pixel| out.extend_from_slice(pixel));
        }
        rest = rest.get(count..).unwrap_or_default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads rows as the format says they are written.
    fn expand(mut bytes: &[u8], length: usize, pixel: usize) -> Vec<Vec<u8>> {
        let mut rows = Vec::new();
        while let Some((count, rest)) = bytes.split_first() {
            bytes = rest;
            let mut row = Vec::new();
            while row.len() < length {
                let (mark, rest) = bytes.split_first().unwrap();
                let (pixels, times) = match *mark {
                    0..=127 => (1, usize::from(*mark) + 1),
                    128 => panic!("128 means something else"),
                    129..=255 => (257 - usize::from(*mark), 1),
                };
                let (values, rest) = rest.split_at(pixels * pixel);
                row.extend(values.repeat(times));
                bytes = rest;
            }
            assert_eq!(row.len(), length);
            rows.extend(std::iter::repeat_n(row, usize::from(*count) + 1));
        }
        rows
    }

    #[track_caller]
    fn check(rows: &[Vec<u8>], pixel: usize) {
        let mut bytes = Vec::new();
        compress(rows.iter().cloned(), pixel, &mut bytes);
        let length = rows.first().map_or(0, Vec::len);
        assert!(expand(&bytes, length, pixel) == rows, "{rows:?}");
    }

    #[test]
    fn rows_of_all_kinds_are_read_as_they_were_written() {
        check(&[], 1);
        check(&[vec![7]], 1);
        check(&[vec![1, 2, 3], vec![1, 2, 3], vec![3, 2, 1]], 3);
        check(&[vec![1, 1, 2, 3, 3]], 1);
        check(&[vec![1, 2, 2, 2, 1, 0]], 1);
        check(&vec![vec![255; 600]; 600], 1);
        for length in [126, 127, 128, 129, 130, 255, 256, 257, 400] {
            let different: Vec<u8> = (0..length).map(|at: u32| (at % 251) as u8).collect();
            check(std::slice::from_ref(&different), 1);
            let ends_equal = [&different[..], &[9, 9]].concat();
            check(&[ends_equal], 1);
            let equal_then_one = [vec![5; length as usize], vec![6]].concat();
            check(&[equal_then_one], 1);
        }
    }

    #[test]
    fn second_sides_are_turned_as_the_printer_wants_them() {
        use SheetBack::{Flipped, ManualTumble, Normal, Rotated};
        for (back, sides, expected) in [
            (Normal, Sides::LongEdge, (false, false)),
            (Normal, Sides::ShortEdge, (false, false)),
            (Flipped, Sides::LongEdge, (false, true)),
            (Flipped, Sides::ShortEdge, (true, false)),
            (Rotated, Sides::LongEdge, (true, true)),
            (Rotated, Sides::ShortEdge, (false, false)),
            (ManualTumble, Sides::LongEdge, (false, false)),
            (ManualTumble, Sides::ShortEdge, (true, true)),
        ] {
            let turn = Turn::of(back, sides, true);
            assert_eq!(
                (turn.is_mirrored, turn.is_upside_down),
                expected,
                "{back:?} {sides:?}"
            );
            let front = Turn::of(back, sides, false);
            assert_eq!((front.is_mirrored, front.is_upside_down), (false, false));
        }
        let image = PageImage {
            width: 2,
            height: 2,
            rgba: (0..16).collect(),
        };
        let rows = |is_mirrored, is_upside_down| {
            let turn = Turn {
                is_mirrored,
                is_upside_down,
            };
            super::rows(&image, true, turn).collect::<Vec<_>>()
        };
        let (upper, lower) = (vec![0, 1, 2, 4, 5, 6], vec![8, 9, 10, 12, 13, 14]);
        assert_eq!(rows(false, false), [upper.clone(), lower.clone()]);
        assert_eq!(rows(false, true), [lower, upper]);
        assert_eq!(rows(true, false)[0], [4, 5, 6, 0, 1, 2]);
        assert_eq!(rows(true, true)[0], [12, 13, 14, 8, 9, 10]);
    }
}
