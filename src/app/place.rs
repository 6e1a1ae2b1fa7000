//! Where the window stands, and how a remembered place is made to fit the screens that exist.

/// The least size of the window, in points.
pub const LEAST_SIZE: [f32; 2] = [900.0, 600.0];

/// The usual size of the window, in points.
pub const USUAL_SIZE: [f32; 2] = [1440.0, 900.0];

/// How much of the window's top edge must lie on a screen, in points: enough to take hold of.
const HOLD: [f32; 2] = [120.0, 24.0];

/// The place of a window that is neither maximised nor minimised, and whether it is maximised.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowPlace {
    /// The upper left corner with its frame, in pixels of the whole desktop; none where the system
    /// tells no positions.
    pub position: Option<[f32; 2]>,
    /// The size without the frame, in the system's points.
    pub size: [f32; 2],
    /// Whether the window fills its screen.
    pub is_maximised: bool,
}

impl Default for WindowPlace {
    fn default() -> Self {
        Self {
            position: None,
            size: USUAL_SIZE,
            is_maximised: false,
        }
    }
}

/// A screen that exists.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScreenArea {
    /// Its upper left corner, in pixels of the whole desktop.
    pub position: [f32; 2],
    /// Its size in pixels.
    pub size: [f32; 2],
    /// Pixels of one point.
    pub scale: f32,
}

impl ScreenArea {
    fn scale(&self) -> f32 {
        if self.scale.is_finite() && self.scale > 0.1 {
            self.scale
        } else {
            1.0
        }
    }

    /// How many pixels of a window's top edge lie on this screen.
    fn hold_of(&self, position: [f32; 2], width: f32) -> [f32; 2] {
        let across = (position[0] + width).min(self.position[0] + self.size[0])
            - position[0].max(self.position[0]);
        let down = (position[1] + HOLD[1] * self.scale()).min(self.position[1] + self.size[1])
            - position[1].max(self.position[1]);
        [across.max(0.0), down.max(0.0)]
    }
}

impl WindowPlace {
    /// The same without what no window can have: absurd sizes and positions become the usual ones.
    #[must_use]
    pub fn sane(self) -> Self {
        const FAR: f32 = 100_000.0;
        let position = self.position.filter(|at| {
            at.iter()
                .all(|value| value.is_finite() && value.abs() < FAR)
        });
        let size = if self.size.iter().all(|v| v.is_finite() && *v < FAR) {
            [
                self.size[0].max(LEAST_SIZE[0]),
                self.size[1].max(LEAST_SIZE[1]),
            ]
        } else {
            USUAL_SIZE
        };
        Self {
            position,
            size,
            ..self
        }
    }

    /// The same in the middle of a screen, a little above; without a screen anywhere.
    #[must_use]
    pub fn in_the_middle_of(self, screen: Option<&ScreenArea>) -> Self {
        let Some(screen) = screen else { return self };
        let scale = screen.scale();
        let size = [
            self.size[0].min(screen.size[0] / scale),
            self.size[1].min(screen.size[1] / scale),
        ];
        Self {
            position: Some([
                screen.position[0] + ((screen.size[0] - size[0] * scale) / 2.0).max(0.0).round(),
                screen.position[1] + ((screen.size[1] - size[1] * scale) / 3.0).max(0.0).round(),
            ]),
            size,
            ..self
        }
    }

    /// The same on the screens that exist: the window can be taken hold of by its top edge, and is
    /// no larger than its screen. Where no screen is known only the numbers are made sane.
    #[must_use]
    pub fn clamped(self, screens: &[ScreenArea]) -> Self {
        let place = self.sane();
        let usable = |screen: &&ScreenArea| {
            screen.size.iter().all(|v| v.is_finite() && *v >= 100.0)
                && screen.position.iter().all(|v| v.is_finite())
        };
        let Some(first) = screens.iter().find(usable) else {
            return place;
        };
        let held = |screen: &&ScreenArea| {
            let at = place.position?;
            let scale = screen.scale();
            let [across, down] = screen.hold_of(at, place.size[0] * scale);
            // The title bar's upper edge must not lie above the screen.
            let is_held = across >= HOLD[0] * scale
                && down >= HOLD[1] * scale * 0.5
                && at[1] >= screen.position[1] - 1.0;
            is_held.then_some(across)
        };
        let on = screens
            .iter()
            .filter(usable)
            .filter_map(|screen| held(&screen).map(|across| (screen, across)))
            .max_by(|(_, one), (_, other)| one.total_cmp(other))
            .map(|(screen, _)| screen);
        let screen = on.unwrap_or(first);
        if place.position.is_some() && on.is_none() {
            return place.in_the_middle_of(Some(screen));
        }
        let scale = screen.scale();
        let size = [
            place.size[0].min(screen.size[0] / scale),
            place.size[1].min(screen.size[1] / scale),
        ];
        Self { size, ..place }
    }

    /// Whether the window is to fill its screen, on which it would be `clamped`: its size is larger
    /// than the screen, and nobody has put it anywhere. With its frame it would reach beyond the edges
    /// and under the taskbar, as the usual size does on a small screen with large pixels.
    pub fn fills_its_screen(self, clamped: Self) -> bool {
        let is_larger = |(size, fits): (f32, f32)| fits < size;
        self.position.is_none() && self.size.into_iter().zip(clamped.size).any(is_larger)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FULL_HD: ScreenArea = ScreenArea {
        position: [0.0, 0.0],
        size: [1920.0, 1080.0],
        scale: 1.0,
    };

    const LEFT_OF_IT: ScreenArea = ScreenArea {
        position: [-1920.0, 0.0],
        size: [1920.0, 1080.0],
        scale: 1.0,
    };

    /// Whole numbers, which can be compared.
    #[track_caller]
    fn has_size(place: WindowPlace, expected: [f32; 2]) {
        assert_eq!(
            WindowPlace {
                size: expected,
                ..place
            },
            place
        );
    }

    fn at(x: f32, y: f32) -> WindowPlace {
        WindowPlace {
            position: Some([x, y]),
            size: [1200.0, 800.0],
            is_maximised: false,
        }
    }

    #[test]
    fn a_place_on_a_screen_is_kept() {
        for place in [at(100.0, 50.0), at(0.0, 0.0), at(1700.0, 900.0)] {
            assert_eq!(place.clamped(&[FULL_HD]), place);
        }
    }

    #[test]
    fn a_screen_to_the_left_has_negative_coordinates() {
        let place = at(-1800.0, 40.0);
        assert_eq!(place.clamped(&[FULL_HD, LEFT_OF_IT]), place);
    }

    #[test]
    fn a_window_of_a_screen_that_is_gone_comes_to_the_one_that_is_left() {
        let place = at(-1800.0, 40.0).clamped(&[FULL_HD]);
        assert_eq!(place.position, Some([360.0, 93.0]));
        has_size(place, [1200.0, 800.0]);
    }

    #[test]
    fn a_window_whose_top_edge_can_not_be_reached_is_brought_back() {
        for place in [
            at(1850.0, 50.0),
            at(100.0, 1075.0),
            at(100.0, -300.0),
            at(-1150.0, 50.0),
        ] {
            let clamped = place.clamped(&[FULL_HD]);
            assert_eq!(clamped.position, Some([360.0, 93.0]), "{place:?}");
        }
    }

    #[test]
    fn at_150_percent_the_window_is_no_larger_than_its_screen() {
        let screen = ScreenArea {
            scale: 1.5,
            ..FULL_HD
        };
        let place = WindowPlace {
            position: Some([10.0, 10.0]),
            size: [1440.0, 900.0],
            is_maximised: false,
        };
        has_size(place.clamped(&[screen]), [1280.0, 720.0]);
        // What is left of its top edge is counted in pixels: 120 points are 180 pixels.
        let edge = at(1920.0 - 170.0, 10.0).clamped(&[screen]);
        assert_ne!(edge.position, Some([1750.0, 10.0]));
    }

    #[test]
    fn a_new_window_fills_a_screen_that_is_smaller_than_it() {
        let fills = |place: WindowPlace, screen| place.fills_its_screen(place.clamped(&[screen]));
        let new = WindowPlace::default();
        let laptop = ScreenArea {
            scale: 1.5,
            ..FULL_HD
        };
        assert!(fills(new, laptop));
        assert!(!fills(new, FULL_HD));
        // Where somebody has put it, it stays as it was, only smaller.
        let placed = WindowPlace {
            position: Some([10.0, 10.0]),
            ..new
        };
        assert!(!fills(placed, laptop));
    }

    #[test]
    fn absurd_numbers_become_the_usual_place() {
        for value in [f32::NAN, f32::INFINITY, 1e30] {
            let place = WindowPlace {
                position: Some([value, 10.0]),
                size: [value, 800.0],
                is_maximised: true,
            };
            let clamped = place.clamped(&[FULL_HD]);
            assert_eq!(clamped.position, None);
            has_size(clamped, USUAL_SIZE);
            assert!(clamped.is_maximised);
        }
    }

    #[test]
    fn a_window_is_never_smaller_than_its_least_size() {
        let small = WindowPlace {
            size: [-5.0, 3.0],
            ..at(10.0, 10.0)
        };
        has_size(small.clamped(&[FULL_HD]), LEAST_SIZE);
    }

    #[test]
    fn without_positions_or_screens_only_the_size_is_looked_at() {
        let place = WindowPlace {
            position: None,
            size: [5000.0, 700.0],
            is_maximised: false,
        };
        has_size(place.clamped(&[]), [5000.0, 700.0]);
        let on_screen = place.clamped(&[FULL_HD]);
        assert_eq!(on_screen.position, None);
        has_size(on_screen, [1920.0, 700.0]);
        let broken = ScreenArea {
            size: [0.0, 0.0],
            ..FULL_HD
        };
        assert_eq!(at(5.0, 5.0).clamped(&[broken]), at(5.0, 5.0));
    }
}
