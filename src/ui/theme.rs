//! Colours, spacing, text sizes and fonts, light and dark; nothing else names a colour.

use std::sync::{Arc, LazyLock};

use eframe::egui::style::ScrollStyle;
use eframe::egui::{
    self, Color32, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, FontTweak, Margin,
    Shadow, Stroke, Style, TextStyle, Visuals, vec2,
};

use crate::assets;
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
    /// Not on offer.
    pub not_offered: Color32,
    /// Retired; far from what stands beside it in a bar, in shades of grey too.
    pub retired: Color32,
    /// Unprotected time and loss.
    pub danger: Color32,
    /// Behind danger.
    pub danger_ground: Color32,
    /// Behind warnings.
    pub warning_ground: Color32,
    /// The series of a chart, told apart by their lightness too; a word always stands beside them.
    pub chart: [Color32; 6],
}

/// A colour as the design writes it: six hexadecimal digits.
const fn rgb(hex: [u8; 6]) -> Color32 {
    const fn digit(byte: u8) -> u8 {
        match byte {
            b'a'..=b'f' => byte - b'a' + 10,
            _ => byte - b'0',
        }
    }
    let [r1, r0, g1, g0, b1, b0] = hex;
    Color32::from_rgb(
        digit(r1) * 16 + digit(r0),
        digit(g1) * 16 + digit(g0),
        digit(b1) * 16 + digit(b0),
    )
}

/// The light theme.
pub const LIGHT: Theme = Theme {
    ground: rgb(*b"f6f7f9"),
    panel: rgb(*b"ffffff"),
    sunken: rgb(*b"eef0f4"),
    line: rgb(*b"dfe3ea"),
    text: rgb(*b"1b2130"),
    muted: rgb(*b"5b6577"),
    faint: rgb(*b"8a93a5"),
    accent: rgb(*b"2457c5"),
    accent_soft: rgb(*b"e6edfb"),
    on_accent: rgb(*b"ffffff"),
    buy: rgb(*b"2457c5"),
    covered_free: rgb(*b"1c8a63"),
    oem: rgb(*b"8a5bd1"),
    already_covered: rgb(*b"6f7f97"),
    needs_decision: rgb(*b"c58a11"),
    not_eligible: rgb(*b"b4452f"),
    not_offered: rgb(*b"a7afbd"),
    retired: rgb(*b"414a5c"),
    danger: rgb(*b"c2341d"),
    danger_ground: rgb(*b"fbe9e5"),
    warning_ground: rgb(*b"fbf3df"),
    chart: [
        rgb(*b"35506e"),
        rgb(*b"7fb3c8"),
        rgb(*b"6b4a6e"),
        rgb(*b"b9a66b"),
        rgb(*b"4d6b4f"),
        rgb(*b"c9a3b4"),
    ],
};

/// The dark theme.
pub const DARK: Theme = Theme {
    ground: rgb(*b"14171d"),
    panel: rgb(*b"1b1f27"),
    sunken: rgb(*b"12151a"),
    line: rgb(*b"2c323d"),
    text: rgb(*b"e8ebf1"),
    muted: rgb(*b"a2abbb"),
    faint: rgb(*b"737d8f"),
    accent: rgb(*b"7da4ff"),
    accent_soft: rgb(*b"23304f"),
    on_accent: rgb(*b"10141c"),
    buy: rgb(*b"7da4ff"),
    covered_free: rgb(*b"4fc596"),
    oem: rgb(*b"b894f0"),
    already_covered: rgb(*b"93a0b5"),
    needs_decision: rgb(*b"e5b54a"),
    not_eligible: rgb(*b"ee8a72"),
    not_offered: rgb(*b"5d6675"),
    retired: rgb(*b"c3cad6"),
    danger: rgb(*b"ff8067"),
    danger_ground: rgb(*b"3a211d"),
    warning_ground: rgb(*b"352b16"),
    chart: [
        rgb(*b"a9c3e0"),
        rgb(*b"4f8299"),
        rgb(*b"c7a6cb"),
        rgb(*b"8a7a45"),
        rgb(*b"b4d1b0"),
        rgb(*b"8f6478"),
    ],
};

/// What knows which theme it is drawn in.
pub trait Themed {
    /// Whether that is the dark one.
    fn is_dark(&self) -> bool;
}

impl Themed for egui::Ui {
    fn is_dark(&self) -> bool {
        self.visuals().dark_mode
    }
}

impl Themed for egui::Context {
    fn is_dark(&self) -> bool {
        self.theme() == egui::Theme::Dark
    }
}

impl Theme {
    /// The theme that this is drawn in.
    pub fn of(themed: &impl Themed) -> &'static Self {
        if themed.is_dark() { &DARK } else { &LIGHT }
    }

    /// The colour of a verdict; a word always stands beside it.
    pub fn verdict(&self, verdict: Verdict) -> Color32 {
        match verdict {
            Verdict::Buy => self.buy,
            Verdict::CoveredFree => self.covered_free,
            Verdict::Oem => self.oem,
            Verdict::AlreadyCovered => self.already_covered,
            Verdict::NotEligible => self.not_eligible,
            Verdict::NotOffered => self.not_offered,
            Verdict::Retired => self.retired,
            Verdict::NeedsDecision => self.needs_decision,
        }
    }

    /// The colour of a chart's series, by its position.
    pub fn series(&self, position: usize) -> Color32 {
        let count = self.chart.len();
        let colour = self.chart.get(position % count);
        colour.copied().unwrap_or(self.muted)
    }

    /// Text that can be read on a colour of the theme.
    pub fn ink_on(&self, ground: Color32) -> Color32 {
        let light = |color: Color32| {
            u32::from(color.r()) * 299 + u32::from(color.g()) * 587 + u32::from(color.b()) * 114
        };
        let apart = |ink: &Color32| light(*ink).abs_diff(light(ground));
        let inks = [self.text, self.panel];
        inks.into_iter().max_by_key(apart).unwrap_or(self.text)
    }

    /// The hairline around cards and controls.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// A card: a panel with a hairline.
    pub fn card(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.panel)
            .stroke(self.hairline())
            .corner_radius(CARD_RADIUS)
            .inner_margin(Margin::same(16))
    }
}

/// The height of a button, a field and a select.
pub const CONTROL_HEIGHT: f32 = 32.0;
/// The height of an entry of the rail.
pub const RAIL_ENTRY_HEIGHT: f32 = 36.0;
/// The corners of controls.
pub const CONTROL_RADIUS: u8 = 6;
/// The corners of cards, menus and dialogs.
pub const CARD_RADIUS: u8 = 8;

static MEDIUM: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("medium".into()));
static SEMIBOLD: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("semibold".into()));

/// Regular weight at this size: 14 for text, 13 in tables, 12 for what is secondary.
pub fn regular(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Medium weight at this size.
pub fn medium(size: f32) -> FontId {
    FontId::new(size, MEDIUM.clone())
}

/// Semibold weight at this size: totals and headings.
pub fn semibold(size: f32) -> FontId {
    FontId::new(size, SEMIBOLD.clone())
}

/// A screen's title.
pub fn title_font() -> FontId {
    semibold(20.0)
}

/// A card's title.
pub fn card_font() -> FontId {
    semibold(15.0)
}

/// Ids and codes.
pub fn mono_font() -> FontId {
    FontId::new(11.0, FontFamily::Monospace)
}

/// An icon of [`super::icons`] at this size.
pub fn icon_font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// Gives a context our fonts and both styles; once, before the first frame.
pub fn install(context: &egui::Context) {
    context.set_fonts(fonts());
    context.set_style_of(egui::Theme::Light, style(&LIGHT, false));
    context.set_style_of(egui::Theme::Dark, style(&DARK, true));
    // Zoom is a command of ours with the same keys.
    context.options_mut(|options| {
        options.zoom_with_keyboard = false;
        options.fallback_theme = egui::Theme::Light;
    });
}

fn fonts() -> FontDefinitions {
    const FILES: [(&str, &[u8]); 5] = [
        ("regular", assets::INTER_REGULAR),
        ("medium", assets::INTER_MEDIUM),
        ("semibold", assets::INTER_SEMIBOLD),
        ("mono", assets::JETBRAINS_MONO),
        ("icons", include_bytes!("../../assets/icons/phosphor.ttf")),
    ];
    let mut fonts = FontDefinitions::empty();
    for (name, bytes) in FILES {
        let mut data = FontData::from_static(bytes);
        if name == "icons" {
            // Icons are drawn a little larger and lower, so that they stand on the text's middle.
            data.tweak = FontTweak {
                scale: 1.15,
                y_offset_factor: 0.05,
                ..FontTweak::default()
            };
        }
        fonts.font_data.insert(name.to_owned(), Arc::new(data));
    }
    for (family, name) in [
        (FontFamily::Proportional, "regular"),
        (MEDIUM.clone(), "medium"),
        (SEMIBOLD.clone(), "semibold"),
        (FontFamily::Monospace, "mono"),
    ] {
        let mut names = vec![name.to_owned(), "icons".to_owned()];
        if name == "mono" {
            names.push("regular".to_owned());
        }
        fonts.families.insert(family, names);
    }
    fonts
}

fn style(theme: &Theme, dark: bool) -> Style {
    let mut style = Style {
        visuals: visuals(theme, dark),
        animation_time: 0.1,
        ..Style::default()
    };
    style.text_styles = [
        (TextStyle::Heading, title_font()),
        (TextStyle::Body, regular(14.0)),
        (TextStyle::Button, regular(14.0)),
        (TextStyle::Small, regular(12.0)),
        (TextStyle::Monospace, mono_font()),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 8.0);
    spacing.button_padding = vec2(12.0, 6.0);
    spacing.interact_size = vec2(CONTROL_HEIGHT, CONTROL_HEIGHT);
    spacing.window_margin = Margin::same(20);
    spacing.menu_margin = Margin::same(6);
    // 20 from line to line for text of 14.
    spacing.extra_text_line_spacing = 3.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = 8.0;
    spacing.combo_width = 120.0;
    spacing.tooltip_width = 360.0;
    spacing.menu_width = 320.0;
    // Scroll bars lie over the content, grey while nobody uses them.
    spacing.scroll = ScrollStyle {
        bar_width: 8.0,
        floating_width: 4.0,
        dormant_handle_opacity: 0.25,
        active_handle_opacity: 0.35,
        interact_handle_opacity: 0.6,
        ..ScrollStyle::floating()
    };
    style.interaction.selectable_labels = true;
    style
}

fn visuals(theme: &Theme, dark: bool) -> Visuals {
    let mut visuals = if dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    let radius = CornerRadius::same(CONTROL_RADIUS);
    let widgets = &mut visuals.widgets;
    for (state, ground, outline) in [
        (&mut widgets.noninteractive, theme.panel, theme.hairline()),
        (&mut widgets.inactive, theme.panel, theme.hairline()),
        (
            &mut widgets.hovered,
            theme.sunken,
            Stroke::new(1.0, theme.faint),
        ),
        // Pressed or focused: the ring that shows where the keyboard is.
        (
            &mut widgets.active,
            theme.panel,
            Stroke::new(2.0, theme.accent),
        ),
        (
            &mut widgets.open,
            theme.sunken,
            Stroke::new(1.0, theme.accent),
        ),
    ] {
        state.bg_fill = ground;
        state.weak_bg_fill = ground;
        state.bg_stroke = outline;
        state.corner_radius = radius;
        state.fg_stroke = Stroke::new(1.0, theme.text);
        state.expansion = 0.0;
    }
    visuals.selection.bg_fill = theme.accent_soft;
    visuals.selection.stroke = Stroke::new(2.0, theme.accent);
    visuals.hyperlink_color = theme.accent;
    visuals.faint_bg_color = theme.sunken;
    visuals.extreme_bg_color = theme.sunken;
    visuals.text_edit_bg_color = Some(theme.panel);
    visuals.code_bg_color = theme.sunken;
    visuals.warn_fg_color = theme.needs_decision;
    visuals.error_fg_color = theme.danger;
    visuals.weak_text_color = Some(theme.muted);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.window_fill = theme.panel;
    visuals.window_stroke = theme.hairline();
    visuals.panel_fill = theme.ground;
    visuals.text_cursor.stroke = Stroke::new(1.5, theme.accent);
    let shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(if dark { 120 } else { 32 }),
    };
    visuals.popup_shadow = shadow;
    visuals.window_shadow = shadow;
    visuals.striped = false;
    visuals
}
