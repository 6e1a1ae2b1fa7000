//! The ways in which this build can draw its window, and the order in which they are tried.

use chrono::NaiveDate;
use eframe::wgpu::Backends;

use crate::domain::choice::{Choice as _, choices};

choices! {
    /// One way to draw the window.
    Rung {
        /// wgpu over Vulkan.
        Vulkan = "vulkan",
        /// wgpu over Direct3D 12.
        Dx12 = "dx12",
        /// wgpu over Metal.
        Metal = "metal",
        /// wgpu over OpenGL.
        Gl = "gl",
        /// Plain OpenGL, without wgpu.
        Glow = "glow",
        /// wgpu without a graphics card, on whatever interface has such an adapter.
        Software = "software",
        /// Plain OpenGL that is told to do without a graphics card.
        SoftwareGl = "software-gl",
    }
}

impl Rung {
    /// The graphics interface by its name; the same in every language.
    pub fn name(self) -> &'static str {
        match self {
            Self::Software if cfg!(windows) => "Direct3D 12",
            Self::Vulkan | Self::Software => "Vulkan",
            Self::Dx12 => "Direct3D 12",
            Self::Metal => "Metal",
            Self::Gl => "OpenGL (wgpu)",
            Self::Glow | Self::SoftwareGl => "OpenGL",
        }
    }

    /// Whether it never asks for a graphics card.
    pub fn is_software(self) -> bool {
        matches!(self, Self::Software | Self::SoftwareGl)
    }

    /// The interfaces that wgpu may use for it; none where it does without wgpu.
    pub(super) fn backends(self) -> Option<Backends> {
        match self {
            Self::Vulkan => Some(Backends::VULKAN),
            Self::Dx12 => Some(Backends::DX12),
            Self::Metal => Some(Backends::METAL),
            Self::Gl => Some(Backends::GL),
            Self::Software => Some(Backends::VULKAN | Backends::DX12 | Backends::GL),
            Self::Glow | Self::SoftwareGl => None,
        }
    }

    /// What this build has on this system, the fastest first.
    pub fn of_this_build() -> Vec<Self> {
        let built_in = eframe::wgpu::Instance::enabled_backend_features();
        Self::ALL
            .iter()
            .copied()
            .filter(|rung| match rung.backends() {
                Some(backends) => backends.intersects(built_in),
                // Only Mesa can be told so, and only from outside.
                None => *rung != Self::SoftwareGl || cfg!(target_os = "linux"),
            })
            // Metal has no adapter without a card.
            .filter(|rung| *rung != Self::Software || !cfg!(target_os = "macos"))
            .collect()
    }
}

/// The way that last drew the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrewLast {
    /// The way.
    pub rung: Rung,
    /// When all ways were last tried in order.
    pub walked_on: NaiveDate,
}

/// What the order of tries depends on.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// The choice of the command line.
    pub option: Option<Rung>,
    /// The choice of the environment.
    pub variable: Option<Rung>,
    /// The choice of the preferences.
    pub preference: Option<Rung>,
    /// What drew the window last time.
    pub drew_last: Option<DrewLast>,
    /// The interfaces to which wgpu is restricted from outside.
    pub backends: Option<Backends>,
    /// Whether the system shows no graphics card.
    pub has_no_card: bool,
    /// Ways of which two tries or more, one after the other, ended the program or hung.
    pub distrusted: Vec<Rung>,
    /// Those of them of which four tries did: they are not tried even as the last resort.
    pub given_up: Vec<Rung>,
}

/// After how many days all ways are tried in order again: a better driver may have come.
pub(super) const WALK_AGAIN_AFTER_DAYS: i64 = 14;

/// After how many tries whose end nobody saw the other ways are tried first. One alone may have been
/// ended by a person.
pub(super) const DISTRUSTED_AFTER: u64 = 2;

/// After how many such tries a way is left out, so that the program can at least say that it has none.
pub(super) const GIVEN_UP_AFTER: u64 = 4;

/// What is tried, in this order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    /// The ways.
    pub rungs: Vec<Rung>,
    /// The way that somebody asked for; any adapter is good enough for it.
    pub chosen: Option<Rung>,
    /// Ways that were left out, as they ended the program or hung too often.
    pub skipped: Vec<Rung>,
    /// Distrusted ways that would have come first: the window is drawn otherwise than expected.
    pub skipped_first: Vec<Rung>,
    /// Whether it begins with the ladder's first, not with what worked last.
    pub is_whole_walk: bool,
}

impl Order {
    /// What to try on a day with these wishes, out of the ways that are there.
    ///
    /// An explicit choice comes first, then what worked last, then the ladder. A distrusted way comes
    /// after all others, or is left out, unless the command line asks for it.
    pub fn of(there: &[Rung], wishes: &Wishes, today: NaiveDate) -> Self {
        let chosen = wishes
            .option
            .or(wishes.variable)
            .or(wishes.preference)
            .filter(|rung| there.contains(rung));
        let remembered = wishes.drew_last.filter(|last| {
            let age = today.signed_duration_since(last.walked_on).num_days();
            (0..WALK_AGAIN_AFTER_DAYS).contains(&age) && there.contains(&last.rung)
        });
        let mut ladder = there.to_vec();
        if wishes.has_no_card {
            // Without a card the others only draw by software too, more slowly or not at all.
            ladder.sort_by_key(|rung| *rung != Rung::Software);
        }
        let allowed = |rung: &Rung| match (wishes.backends, rung.backends()) {
            (Some(wanted), Some(has)) => wanted.intersects(has),
            _ => true,
        };
        let is_trusted =
            |rung: &Rung| !wishes.distrusted.contains(rung) || wishes.option == Some(*rung);
        let first = chosen.into_iter();
        let then = remembered.iter().map(|last| last.rung);
        let mut rungs = Vec::new();
        let mut distrusted = Vec::new();
        let mut skipped_first = Vec::new();
        for rung in first.chain(then).chain(ladder).filter(allowed) {
            let list = if is_trusted(&rung) {
                &mut rungs
            } else {
                &mut distrusted
            };
            if !list.contains(&rung) {
                list.push(rung);
            }
            if rungs.is_empty() {
                skipped_first.clone_from(&distrusted);
            }
        }
        let (skipped, last_resort): (Vec<_>, Vec<_>) =
            (distrusted.into_iter()).partition(|rung| wishes.given_up.contains(rung));
        rungs.extend(last_resort);
        Self {
            rungs,
            chosen,
            skipped,
            skipped_first,
            is_whole_walk: remembered.is_none(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LINUX: [Rung; 5] = [
        Rung::Vulkan,
        Rung::Gl,
        Rung::Glow,
        Rung::Software,
        Rung::SoftwareGl,
    ];

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn order(wishes: &Wishes) -> Order {
        Order::of(&LINUX, wishes, day("2026-11-26"))
    }

    #[test]
    fn hardware_comes_before_software() {
        let order = order(&Wishes::default());
        assert_eq!(order.rungs, LINUX);
        assert!(order.is_whole_walk && order.chosen.is_none() && order.skipped.is_empty());
    }

    #[test]
    fn without_a_card_software_is_tried_first_and_the_others_stay() {
        let order = order(&Wishes {
            has_no_card: true,
            ..Wishes::default()
        });
        assert_eq!(order.rungs[0], Rung::Software);
        assert_eq!(order.rungs.len(), LINUX.len());
    }

    #[test]
    fn the_option_wins_over_the_variable_and_that_over_the_preference() {
        let mut wishes = Wishes {
            option: Some(Rung::Glow),
            variable: Some(Rung::Gl),
            preference: Some(Rung::Software),
            ..Wishes::default()
        };
        for expected in [Rung::Glow, Rung::Gl, Rung::Software] {
            let order = order(&wishes);
            assert_eq!(order.chosen, Some(expected));
            assert_eq!(order.rungs[0], expected);
            assert_eq!(order.rungs.len(), LINUX.len(), "the ladder follows");
            if wishes.option.take().is_none() {
                wishes.variable = None;
            }
        }
    }

    #[test]
    fn what_is_not_there_can_not_be_chosen() {
        let order = order(&Wishes {
            option: Some(Rung::Dx12),
            ..Wishes::default()
        });
        assert_eq!(order.chosen, None);
        assert_eq!(order.rungs, LINUX);
    }

    #[test]
    fn what_worked_last_comes_first_for_a_fortnight() {
        let with = |walked_on: &str| {
            order(&Wishes {
                drew_last: Some(DrewLast {
                    rung: Rung::Glow,
                    walked_on: day(walked_on),
                }),
                ..Wishes::default()
            })
        };
        assert_eq!(with("2026-11-13").rungs[0], Rung::Glow);
        assert!(!with("2026-11-13").is_whole_walk);
        assert_eq!(with("2026-11-12").rungs[0], Rung::Vulkan);
        assert_eq!(with("2026-11-27").rungs[0], Rung::Vulkan, "a wrong clock");
        assert!(with("2026-11-12").is_whole_walk);
    }

    #[test]
    fn a_way_that_ended_the_program_comes_last_unless_the_option_asks_for_it() {
        let mut wishes = Wishes {
            preference: Some(Rung::Vulkan),
            distrusted: vec![Rung::Vulkan],
            ..Wishes::default()
        };
        let with = order(&wishes);
        assert_eq!(with.skipped, []);
        assert_eq!(with.skipped_first, [Rung::Vulkan]);
        assert_eq!(with.rungs[0], Rung::Gl);
        assert_eq!(with.rungs.last(), Some(&Rung::Vulkan));
        wishes.given_up = vec![Rung::Vulkan];
        let without = order(&wishes);
        assert_eq!(without.skipped, [Rung::Vulkan]);
        assert_eq!(without.skipped_first, [Rung::Vulkan]);
        assert!(!without.rungs.contains(&Rung::Vulkan));
        wishes.option = Some(Rung::Vulkan);
        assert_eq!(order(&wishes).rungs[0], Rung::Vulkan);
    }

    #[test]
    fn where_every_way_is_distrusted_each_is_tried_all_the_same() {
        let order = order(&Wishes {
            distrusted: LINUX.to_vec(),
            ..Wishes::default()
        });
        assert_eq!(order.rungs, LINUX);
    }

    #[test]
    fn a_way_that_is_left_out_is_told_only_where_it_would_have_come_first() {
        let order = order(&Wishes {
            drew_last: Some(DrewLast {
                rung: Rung::Glow,
                walked_on: day("2026-11-26"),
            }),
            distrusted: vec![Rung::Vulkan],
            given_up: vec![Rung::Vulkan],
            ..Wishes::default()
        });
        assert_eq!(order.skipped, [Rung::Vulkan]);
        assert_eq!(order.skipped_first, []);
    }

    #[test]
    fn a_restriction_of_wgpu_leaves_plain_opengl_as_the_way_out() {
        let order = order(&Wishes {
            backends: Some(Backends::GL),
            ..Wishes::default()
        });
        assert!(!order.rungs.contains(&Rung::Vulkan));
        assert_eq!(order.rungs[..2], [Rung::Gl, Rung::Glow]);
    }

    #[test]
    fn this_build_has_more_than_one_way_and_one_without_a_card() {
        let there = Rung::of_this_build();
        assert!(there.len() >= 2, "{there:?}");
        assert!(there.contains(&Rung::Glow));
        if cfg!(any(target_os = "linux", windows)) {
            assert!(there.iter().any(|rung| rung.is_software()), "{there:?}");
        }
    }

    #[test]
    fn the_command_line_knows_every_way() {
        let mut names = vec!["auto"];
        names.extend(Rung::ALL.iter().map(|rung| rung.id()));
        assert_eq!(crate::cli::RENDERERS, names.as_slice());
    }
}
