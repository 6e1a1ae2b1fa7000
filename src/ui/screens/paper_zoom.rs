//! How large pages are shown, and where each of them lies.

use eframe::egui::{Vec2, vec2};

use crate::ui::paper::Sheet;

/// The room around the pages and between them.
pub(super) const MARGIN: f32 = 24.0;
pub(super) const GAP: f32 = 16.0;

/// The steps of the zoom, in percent of the size on a sheet of paper.
pub(super) const STEPS: [u16; 10] = [50, 67, 80, 100, 125, 150, 200, 250, 300, 400];

/// A point of the window in points of paper at 100 %: 96 of them make an inch.
const FULL_SIZE: f32 = 96.0 / 72.0;

/// How large pages are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Zoom {
    /// As wide as the window allows.
    #[default]
    FitWidth,
    /// As large as a whole page fits.
    FitPage,
    /// In percent of their size on paper.
    Percent(f32),
}

/// Where the pages lie at a zoom.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    /// Points of the window in a point of paper.
    pub(super) scale: f32,
    /// Where each page begins, from the top of all.
    pub(super) tops: Vec<f32>,
    /// The room that all of them take, with that around them.
    pub(super) room: Vec2,
}

impl Zoom {
    fn scale(self, widest: f32, highest: f32, sight: Vec2) -> f32 {
        let width = (sight.x - 2.0 * MARGIN).max(60.0) / widest.max(1.0);
        let height = (sight.y - 2.0 * MARGIN).max(60.0) / highest.max(1.0);
        match self {
            // Nobody needs letters as tall as a hand where the window is very wide.
            Self::FitWidth => width.min(2.0 * FULL_SIZE),
            Self::FitPage => width.min(height),
            Self::Percent(percent) => Self::scale_of(percent),
        }
    }

    /// The scale that percents come to.
    pub(super) fn scale_of(percent: f32) -> f32 {
        percent / 100.0 * FULL_SIZE
    }

    /// The percents that a scale comes to.
    pub(super) fn percent(scale: f32) -> f32 {
        scale / FULL_SIZE * 100.0
    }

    /// The next step up or down from a scale.
    pub(super) fn stepped(scale: f32, up: bool) -> Self {
        let now = Self::percent(scale);
        let mut steps = STEPS.iter().map(|step| f32::from(*step));
        let next = if up {
            steps.find(|step| *step > now + 0.5)
        } else {
            steps.rfind(|step| *step < now - 0.5)
        };
        Self::Percent(next.unwrap_or(now).clamp(50.0, 400.0))
    }

    /// Whether there is a step up or down from a scale.
    pub(super) fn can_step(scale: f32, up: bool) -> bool {
        let now = Self::percent(scale);
        if up { now < 399.5 } else { now > 50.5 }
    }

    /// A scale times a factor, within the bounds.
    pub(super) fn times(scale: f32, factor: f32) -> Self {
        Self::Percent((Self::percent(scale) * factor).clamp(50.0, 400.0))
    }
}

impl Places {
    /// Where sheets lie in a window of this size.
    pub(super) fn new(sheets: &[Sheet], zoom: Zoom, sight: Vec2) -> Self {
        let widest = sheets.iter().map(|sheet| sheet.size.x).fold(0.0, f32::max);
        let highest = sheets.iter().map(|sheet| sheet.size.y).fold(0.0, f32::max);
        let scale = zoom.scale(widest, highest, sight);
        let mut top = MARGIN;
        let mut tops = Vec::with_capacity(sheets.len());
        for sheet in sheets {
            tops.push(top);
            top += sheet.size.y * scale + GAP;
        }
        let width = widest * scale + 2.0 * MARGIN;
        Self {
            scale,
            tops,
            room: vec2(width.max(sight.x), top - GAP + MARGIN),
        }
    }

    /// The page at a height, and how far down in it that is, in points of paper.
    pub(super) fn at(&self, y: f32) -> (usize, f32) {
        let page = self.tops.partition_point(|top| *top <= y).saturating_sub(1);
        let top = self.tops.get(page).copied().unwrap_or(0.0);
        (page, (y - top) / self.scale.max(0.01))
    }

    /// The height of a place in a page.
    pub(super) fn height_of(&self, (page, down): (usize, f32)) -> f32 {
        let page = page.min(self.tops.len().saturating_sub(1));
        self.tops.get(page).copied().unwrap_or(0.0) + down * self.scale
    }

    /// How far down the window scrolls to begin with a page.
    pub(super) fn offset_of(&self, page: usize) -> f32 {
        self.height_of((page, 0.0)) - GAP / 2.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(count: usize) -> Vec<Sheet> {
        let sheet = Sheet {
            size: vec2(600.0, 800.0),
            picture: None,
        };
        vec![sheet; count]
    }

    #[test]
    fn pages_lie_under_each_other_and_are_found_again() {
        let places = Places::new(&sheets(3), Zoom::Percent(75.0), vec2(500.0, 400.0));
        assert!((places.scale - 1.0).abs() < 0.001);
        assert_eq!(places.at(0.0).0, 0);
        let (page, down) = places.at(places.tops[1] + 100.0);
        assert_eq!((page, down.round()), (1, 100.0));
        assert!((places.height_of((1, 100.0)) - places.tops[1] - 100.0).abs() < 0.01);
        assert_eq!(places.at(1e9).0, 2);
        assert!((places.room.x - 648.0).abs() < 0.01);
    }

    #[test]
    fn a_page_fits_as_it_is_asked_to() {
        let sight = vec2(648.0, 448.0);
        let width = Places::new(&sheets(2), Zoom::FitWidth, sight);
        assert!((width.scale - 1.0).abs() < 0.001);
        let page = Places::new(&sheets(2), Zoom::FitPage, sight);
        assert!((page.scale - 0.5).abs() < 0.001);
        assert_eq!((width.room.x, page.room.x), (sight.x, sight.x));
    }

    #[test]
    fn the_zoom_goes_by_steps_and_has_ends() {
        let scale = |percent: f32| percent / 100.0 * FULL_SIZE;
        for (from, up, to) in [
            (100.0, true, 125.0),
            (110.0, true, 125.0),
            (110.0, false, 100.0),
            (400.0, true, 400.0),
            (50.0, false, 50.0),
            (30.0, true, 50.0),
        ] {
            assert_eq!(Zoom::stepped(scale(from), up), Zoom::Percent(to), "{from}");
        }
        assert_eq!(Zoom::times(scale(100.0), 9.0), Zoom::Percent(400.0));
    }

    #[test]
    fn no_pages_take_no_room_and_do_no_harm() {
        let places = Places::new(&[], Zoom::FitPage, vec2(10.0, 10.0));
        assert_eq!(places.at(50.0).0, 0);
        assert!(places.offset_of(7).is_finite());
    }
}
