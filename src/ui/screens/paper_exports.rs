//! The other forms that the plan leaves the app in: one line each.

use eframe::egui::{
    Align2, CursorIcon, Frame, Margin, Popup, Response, Role, Sense, Stroke, StrokeKind, Ui,
    WidgetInfo, vec2,
};

use crate::i18n::tr;
use crate::ui::command::Command;
use crate::ui::theme::{CONTROL_RADIUS, Theme, icon_font};
use crate::ui::widgets::button::Button;
use crate::ui::widgets::text::{self, Type};
use crate::ui::{Outbox, View, icons};

/// A form to export in: the command that does it, its short name and what it is good for.
struct Export {
    command: Command,
    name: &'static str,
    good_for: &'static str,
}

/// All of them, in the order of the list.
const EXPORTS: [Export; 9] = [
    Export {
        command: Command::Letters,
        name: "paper-letters",
        good_for: "paper-letters-for",
    },
    Export {
        command: Command::ExportKit,
        name: "paper-kit",
        good_for: "paper-kit-for",
    },
    Export {
        command: Command::ExportCsv,
        name: "paper-csv",
        good_for: "paper-csv-for",
    },
    Export {
        command: Command::ExportIcs,
        name: "paper-ics",
        good_for: "paper-ics-for",
    },
    Export {
        command: Command::ExportHtml,
        name: "paper-html",
        good_for: "paper-html-for",
    },
    Export {
        command: Command::ExportMarkdown,
        name: "paper-markdown",
        good_for: "paper-markdown-for",
    },
    Export {
        command: Command::ExportText,
        name: "paper-text",
        good_for: "paper-text-for",
    },
    Export {
        command: Command::ExportJson,
        name: "paper-json",
        good_for: "paper-json-for",
    },
    Export {
        command: Command::PlanAsText,
        name: "paper-as-text",
        good_for: "paper-as-text-for",
    },
];

/// The pages themselves, which have buttons of their own where they are shown.
const PDF: Export = Export {
    command: Command::SavePdf,
    name: "paper-pdf",
    good_for: "paper-pdf-for",
};

/// Draws the list.
pub(super) fn exports_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    text::label(ui, tr(view.language, "paper-exports"), Type::Heading);
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for export in &EXPORTS {
            export_ui(ui, view, export, outbox);
        }
    });
}

/// Draws the button with the PDF and the same list under it, but for the plan as text, which stands
/// beside it.
pub(super) fn exports_button_ui(ui: &mut Ui, view: &View<'_>, outbox: &mut Outbox) {
    const WIDTH: f32 = 320.0;
    let words = tr(view.language, "plan-screen-export");
    let name = tr(view.language, "plan-screen-export-name");
    let button = Button::secondary(icons::EXPORT, &words).named(&name);
    let response = button.show(ui);
    let id = response.id.with("list");
    let was_open = Popup::is_id_open(ui.ctx(), id);
    let shown = Popup::menu(&response)
        .id(id)
        .width(WIDTH)
        .gap(4.0)
        .accessible_name(name)
        .frame(Frame::popup(ui.style()).inner_margin(Margin::symmetric(16, 8)))
        .show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing.y = 2.0;
            let listed = std::iter::once(&PDF).chain(&EXPORTS);
            let listed = listed.filter(|export| export.command != Command::PlanAsText);
            for (position, export) in listed.enumerate() {
                let row = export_ui(ui, view, export, outbox);
                if position == 0 && !was_open {
                    row.request_focus();
                }
                // What is chosen by key does not close the list by itself.
                if row.clicked() {
                    ui.close();
                }
            }
        });
    // A press and its release in one frame bring what lies under the list to the top with it.
    if let Some(shown) = shown {
        ui.ctx().move_to_top(shown.response.layer_id);
    }
    if was_open && !Popup::is_id_open(ui.ctx(), id) && !ui.input(|input| input.pointer.any_click())
    {
        response.request_focus();
    }
}

fn export_ui(ui: &mut Ui, view: &View<'_>, export: &Export, outbox: &mut Outbox) -> Response {
    const HEIGHT: f32 = 44.0;
    let language = view.language;
    let theme = Theme::of(ui);
    let size = vec2(ui.available_width(), HEIGHT);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let called = tr(language, export.command.message());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &called));
    if ui.is_rect_visible(rect) {
        // The words stand flush with those above; the ground goes a little further.
        let ground = rect.expand2(vec2(8.0, 0.0));
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(ground, CONTROL_RADIUS, theme.sunken);
        }
        if response.has_focus() {
            let ring = Stroke::new(2.0, theme.accent);
            painter.rect_stroke(ground, CONTROL_RADIUS, ring, StrokeKind::Inside);
        }
        let lines = [
            (export.name, Type::Body, theme.text, 6.0),
            (export.good_for, Type::Small, theme.muted, 25.0),
        ];
        for (id, of, ink, down) in lines {
            let mut job =
                eframe::egui::text::LayoutJob::simple_singleline(tr(language, id), of.font(), ink);
            let room = rect.width() - 28.0;
            job.wrap = eframe::egui::text::TextWrapping::truncate_at_width(room);
            let galley = painter.layout_job(job);
            painter.galley(rect.min + vec2(0.0, down), galley, ink);
        }
        painter.text(
            rect.right_center(),
            Align2::RIGHT_CENTER,
            // These are read here, the others are written.
            if matches!(export.command, Command::Letters | Command::PlanAsText) {
                icons::CARET_RIGHT
            } else {
                icons::EXPORT
            },
            icon_font(15.0),
            theme.muted,
        );
    }
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if response.clicked() {
        outbox.commands.push(export.command);
    }
    response
}
