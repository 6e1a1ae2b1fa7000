//! Colours, spacing and text sizes, light and dark; nothing else names a colour.

use eframe::egui::Color32;

use crate::domain::plan::Verdict;

/// The colours of one theme; each has one meaning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Behind everything.
    pub ground: Color32,
    /// Cards and bars.
    pub panel: Color32,
    /// Fields and tracks that lie lower than a panel.
    pub sunken: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Text that must be read.
    pub text: Color32,
    /// Secondary text that must be read.
    pub muted: Color32,
    /// What may be missed.
    pub faint: Color32,
    /// What can be clicked, and what is chosen.
    pub accent: Color32,
    /// Behind what is chosen.
    pub accent_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Licences to buy.
    pub buy: Color32,
    /// Covered at no cost.
    pub covered_free: Color32,
    /// Through the OEM.
    pub oem: Color32,
    /// Covered already.
    pub already_covered: Color32,
    /// Needs a decision.
    pub needs_decision: Color32,
    /// Not eligible.
    pub not_eligible: Color32,
    /// Not on offer, or retired.
    pub not_offered: Color32,
    /// Unprotected time and loss.
    pub danger: Color32,
    /// Behind danger.
    pub danger_ground: Color32,
    /// Behind warnings.
    pub warning_ground: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The light theme.
pub const LIGHT: Theme = Theme {
    ground: rgb(0xf6f7f9),
    panel: rgb(0xffffff),
    sunken: rgb(0xeef0f4),
    line: rgb(0xdfe3ea),
    text: rgb(0x1b2130),
    muted: rgb(0x5b6577),
    faint: rgb(0x8a93a5),
    accent: rgb(0x2457c5),
    accent_soft: rgb(0xe6edfb),
    on_accent: rgb(0xffffff),
    buy: rgb(0x2457c5),
    covered_free: rgb(0x1c8a63),
    oem: rgb(0x8a5bd1),
    already_covered: rgb(0x6f7f97),
    needs_decision: rgb(0xc58a11),
    not_eligible: rgb(0xb4452f),
    not_offered: rgb(0xa7afbd),
    danger: rgb(0xc2341d),
    danger_ground: rgb(0xfbe9e5),
    warning_ground: rgb(0xfbf3df),
};

/// The dark theme.
pub const DARK: Theme = Theme {
    ground: rgb(0x14171d),
    panel: rgb(0x1b1f27),
    sunken: rgb(0x12151a),
    line: rgb(0x2c323d),
    text: rgb(0xe8ebf1),
    muted: rgb(0xa2abbb),
    faint: rgb(0x737d8f),
    accent: rgb(0x7da4ff),
    accent_soft: rgb(0x23304f),
    on_accent: rgb(0x10141c),
    buy: rgb(0x7da4ff),
    covered_free: rgb(0x4fc596),
    oem: rgb(0xb894f0),
    already_covered: rgb(0x93a0b5),
    needs_decision: rgb(0xe5b54a),
    not_eligible: rgb(0xee8a72),
    not_offered: rgb(0x5d6675),
    danger: rgb(0xff8067),
    danger_ground: rgb(0x3a211d),
    warning_ground: rgb(0x352b16),
};

impl Theme {
    /// The colour of a verdict; a word always stands beside it.
    pub fn verdict(&self, verdict: Verdict) -> Color32 {
        match verdict {
            Verdict::Buy => self.buy,
            Verdict::CoveredFree => self.covered_free,
            Verdict::Oem => self.oem,
            Verdict::AlreadyCovered => self.already_covered,
            Verdict::NotEligible => self.not_eligible,
            Verdict::NotOffered | Verdict::Retired => self.not_offered,
            Verdict::NeedsDecision => self.needs_decision,
        }
    }
}
