//! How the chart's bars look, and which line of the plan tells why they stand there.

use eframe::egui::{Color32, Stroke};

use super::plan::Chosen;
use super::plan_why::Why;
use crate::domain::plan::Verdict;
use crate::report::figures::{BarKind, Mark, Shown};
use crate::ui::theme::Theme;

/// The colours of a bar.
pub(super) struct Look {
    pub(super) ground: Color32,
    pub(super) ink: Color32,
    pub(super) outline: Stroke,
}

/// How a bar of a kind looks.
pub(super) fn look(theme: &Theme, kind: BarKind) -> Look {
    let (ground, ink, outline) = match kind {
        BarKind::Now => (theme.buy, theme.on_accent, Stroke::NONE),
        BarKind::Ordered => (theme.accent_soft, theme.accent, Stroke::NONE),
        BarKind::Owned => (
            theme.already_covered.gamma_multiply(0.22),
            theme.text,
            Stroke::new(1.0, theme.already_covered),
        ),
        BarKind::NotOrdered => (theme.sunken, theme.muted, Stroke::NONE),
        BarKind::Oem => (
            theme.oem.gamma_multiply(0.28),
            theme.text,
            Stroke::new(1.0, theme.oem),
        ),
        BarKind::Unprotected => (theme.danger, theme.panel, Stroke::NONE),
        BarKind::Leaving => (theme.sunken, theme.muted, theme.hairline()),
    };
    Look {
        ground,
        ink,
        outline,
    }
}

/// The colour of words beside a bar of a kind.
pub(super) fn ink_beside(theme: &Theme, kind: BarKind) -> Color32 {
    match kind {
        BarKind::Now => theme.buy,
        BarKind::Unprotected => theme.danger,
        BarKind::Ordered
        | BarKind::Owned
        | BarKind::NotOrdered
        | BarKind::Oem
        | BarKind::Leaving => look(theme, kind).ink,
    }
}

/// The line of the plan that tells why a bar stands there.
pub(super) fn chosen(shown: Shown) -> Chosen {
    match shown {
        Shown::Order(position) => Chosen::Order(position),
        Shown::Exposure(position) => Chosen::Why(Why::Exposure(position)),
        Shown::Exposures => Chosen::Why(Why::Exposures),
        Shown::Oem => Chosen::Why(Why::Verdict(Verdict::Oem)),
        Shown::Event(position) => Chosen::Why(Why::Event(position)),
    }
}

/// The line of the plan that tells why a day is marked.
pub(super) fn chosen_of_mark(mark: &Mark) -> Option<Chosen> {
    let first = mark.entries.first();
    first.map(|position| Chosen::Why(Why::Event(*position)))
}
