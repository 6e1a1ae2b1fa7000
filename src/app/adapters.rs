//! wgpu as a way to draw asks for it: which adapter, and what happens when the device is lost.

use std::sync::Arc;

use eframe::egui::Context;
use eframe::egui_wgpu::{
    NativeAdapterSelectorMethod, RenderState, SurfaceErrorAction, WgpuConfiguration, WgpuSetup,
};
use eframe::wgpu::{Adapter, Backends, CurrentSurfaceTexture, DeviceType, Error};

use super::renderers::Rung;
use super::trial::Trial;

/// Which adapters are good enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A graphics card.
    Card,
    /// A card, or what does without one.
    Any,
    /// What does without a card.
    Software,
}

impl Wanted {
    /// What a way to draw wants. Whoever chose it takes what there is, and so does everybody where
    /// there is no card.
    pub(super) fn of(rung: Rung, takes_any: bool) -> Self {
        match rung {
            Rung::Software => Self::Software,
            _ if takes_any => Self::Any,
            _ => Self::Card,
        }
    }

    /// How good an adapter is, the best first; none if it is not good enough.
    fn rank(self, of: DeviceType) -> Option<u8> {
        let rank = match of {
            DeviceType::DiscreteGpu => 0,
            DeviceType::IntegratedGpu => 1,
            DeviceType::VirtualGpu => 2,
            DeviceType::Other => 3,
            DeviceType::Cpu => 4,
        };
        let is_software = of == DeviceType::Cpu;
        match self {
            Self::Card => !is_software,
            Self::Any => true,
            Self::Software => is_software,
        }
        .then_some(rank)
    }
}

/// The settings of wgpu for a way to draw.
pub(super) fn configuration(
    usual: WgpuConfiguration,
    rung: Rung,
    wanted: Wanted,
    restricted_to: Option<Backends>,
    watched: &Arc<Trial>,
) -> WgpuConfiguration {
    let mut configuration = usual;
    if let WgpuSetup::CreateNew(setup) = &mut configuration.wgpu_setup
        && let Some(backends) = rung.backends()
    {
        setup.instance_descriptor.backends =
            restricted_to.map_or(backends, |restricted| backends & restricted);
        setup.native_adapter_selector = Some(selector(wanted));
    }
    let usual = Arc::clone(&configuration.on_surface_status);
    let watched = Arc::clone(watched);
    configuration.on_surface_status = Arc::new(move |status| {
        if matches!(status, CurrentSurfaceTexture::Occluded) {
            watched.cover();
        } else {
            watched.refuse();
        }
        if watched.lost().is_some() {
            return SurfaceErrorAction::SkipFrame;
        }
        (*usual)(status)
    });
    configuration
}

fn selector(wanted: Wanted) -> NativeAdapterSelectorMethod {
    Arc::new(move |adapters, surface| {
        let fits = |adapter: &&Adapter| {
            surface.is_none_or(|surface| adapter.is_surface_supported(surface))
        };
        let best = adapters
            .iter()
            .filter(fits)
            .filter_map(|adapter| Some((wanted.rank(adapter.get_info().device_type)?, adapter)))
            .min_by_key(|(rank, _)| *rank);
        if let Some((_, adapter)) = best {
            return Ok(adapter.clone());
        }
        let names: Vec<String> = adapters
            .iter()
            .map(|adapter| adapter.get_info().name)
            .collect();
        Err(match (wanted, names.as_slice()) {
            (_, []) => "there is no driver for it".to_owned(),
            (Wanted::Card, _) => format!("no graphics card, only {}", names.join(", ")),
            (Wanted::Software, _) => format!("no software renderer, only {}", names.join(", ")),
            (Wanted::Any, _) => format!("{} can't draw into the window", names.join(", ")),
        })
    })
}

/// Listens to a device: a loss is told, not answered with a panic.
pub(super) fn listen(state: &RenderState, watched: &Arc<Trial>, context: &Context) {
    let lost = Arc::clone(watched);
    let wake = context.clone();
    state.device.set_device_lost_callback(move |_, message| {
        lost.lose(one_line(&message));
        wake.request_repaint();
    });
    let failed = Arc::clone(watched);
    let wake = context.clone();
    state
        .device
        .on_uncaptured_error(Arc::new(move |error: Error| {
            failed.lose(one_line(&error.to_string()));
            wake.request_repaint();
        }));
}

/// A message as one line, without the place in a library's source that some put before it.
pub(super) fn one_line(problem: &str) -> String {
    let plain = problem.split_once(".rs:").map_or(problem, |(_, rest)| {
        rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':')
    });
    let lines = plain.lines().map(str::trim).filter(|line| !line.is_empty());
    let line = lines.collect::<Vec<_>>().join("; ");
    line.trim().trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_is_better_than_none_and_the_walk_takes_no_software_for_a_card() {
        assert!(Wanted::Any.rank(DeviceType::DiscreteGpu) < Wanted::Any.rank(DeviceType::Cpu));
        assert_eq!(Wanted::Card.rank(DeviceType::Cpu), None);
        assert_eq!(Wanted::Software.rank(DeviceType::DiscreteGpu), None);
        assert!(Wanted::Software.rank(DeviceType::Cpu).is_some());
        assert_eq!(Wanted::of(Rung::Vulkan, false), Wanted::Card);
        assert_eq!(Wanted::of(Rung::Vulkan, true), Wanted::Any);
        assert_eq!(Wanted::of(Rung::Software, true), Wanted::Software);
    }

    #[test]
    fn a_reason_is_one_line() {
        let problem = "os error at /a/winit-0.30/src/x11.rs:12: no display.\n\n  Try again.";
        assert_eq!(one_line(problem), "no display.; Try again");
        assert_eq!(one_line("lost"), "lost");
    }
}
