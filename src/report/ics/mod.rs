//! The days to keep as an iCalendar file (RFC 5545), for Outlook, Thunderbird and their like.
//!
//! Re-importing a calendar brings its events up to date instead of adding them again: an event keeps
//! its UID whatever happens to its day, its title or its language. A UID is made of
//!
//! - what tells profiles apart: a checksum of the organisation's name, so that the calendars of two
//!   customers stand side by side; where it has no name, or is redacted, of its groups' names,
//!   systems and numbers of endpoints, so that two nameless profiles rather stand twice than
//!   overwrite each other;
//! - the programme and what the event is there: its kind, the coverage year, the SKU, the channel,
//!   the id of the programme's data, the group's place in the profile.
//!
//! `DTSTAMP` and `SEQUENCE` follow the day the plan is made for, so that a later plan replaces an
//! earlier one and the same plan gives the same bytes. There is no `METHOD`: publishing asks for an
//! organizer's address, which nobody gave.

mod lines;
mod uid;

use chrono::NaiveDate;

use crate::domain::choice::Choice as _;
use crate::domain::plan::CalendarEntry;
use crate::domain::programme::EventKind;
use crate::domain::source::FaqId;
use crate::i18n::{tr, tr_with};

use super::ReportInput;
use super::model::PlanReport;
use super::options::ReportOptions;
use super::words::{Words, clean};
use lines::Lines;
use uid::Uids;

/// An alarm at nine in the morning of the day two weeks before an event that begins at midnight.
const TWO_WEEKS_BEFORE: &str = "-P13DT15H";

/// Writes what lies ahead in the plan. A plan without days ahead, or one whose calendar is left
/// out, has one event that says so, since a calendar with no event at all is not valid.
pub(super) fn render(input: &ReportInput<'_>, options: &ReportOptions) -> String {
    let writer = Writer {
        input,
        words: Words::new(input),
    };
    let name = input.profile.organisation.name.trim();
    let title = PlanReport::title_of(input);
    let name = if name.is_empty() {
        title
    } else {
        format!("{title} · {}", clean(name))
    };
    let mut out = Lines::new();
    out.raw("BEGIN", "VCALENDAR");
    out.raw("VERSION", "2.0");
    out.text(
        "PRODID",
        &format!(
            "-//ESU Planner//ESU Planner {}//{}",
            env!("CARGO_PKG_VERSION"),
            input.language.id().to_uppercase()
        ),
    );
    out.raw("CALSCALE", "GREGORIAN");
    out.text("NAME", &name);
    out.text("X-WR-CALNAME", &name);
    let uids = Uids::new(input);
    let mut has_events = false;
    if !options.left_out.contains("calendar") {
        let is_ahead = |entry: &&CalendarEntry| entry.date >= input.plan.as_of;
        for (uid, entry) in uids
            .of(&input.plan.calendar)
            .filter(|(_, entry)| is_ahead(entry))
        {
            has_events = true;
            writer.event(&mut out, &uid, entry);
        }
    }
    if !has_events {
        let uid = uids.of_key("nothing-ahead");
        let title = tr(input.language, "export-calendar-nothing-ahead");
        writer.open(&mut out, &uid, input.plan.as_of, &title);
        out.raw("END", "VEVENT");
    }
    out.raw("END", "VCALENDAR");
    out.finish()
}

struct Writer<'a> {
    input: &'a ReportInput<'a>,
    words: Words<'a>,
}

impl Writer<'_> {
    fn event(&self, out: &mut Lines, uid: &str, entry: &CalendarEntry) {
        let language = self.input.language;
        let programme = self.input.programme(entry.programme);
        let short_name = programme.map_or("", |p| p.base.short_name.get(language));
        let title = format!("{short_name} · {}", self.words.say(&entry.title));
        self.open(out, uid, entry.date, &title);
        let mut said = Vec::new();
        let organisation = clean(self.input.profile.organisation.name.trim()).into_owned();
        if !organisation.is_empty() {
            said.push(organisation);
        }
        let mut ids: Vec<&str> = entry.faq.iter().map(FaqId::as_str).collect();
        ids.sort_unstable();
        if !ids.is_empty() {
            let ids = ids.join(", ").into();
            said.push(tr_with(
                language,
                "export-calendar-sources",
                &[("faq", ids)],
            ));
        }
        let as_of = self.words.date(self.input.plan.as_of).into();
        said.push(tr_with(language, "export-calendar-plan", &[("day", as_of)]));
        out.text_in("DESCRIPTION", language, &said.join("\n"));
        let kind = tr(language, &format!("export-event-{}", entry.kind.id()));
        out.texts_in("CATEGORIES", language, &["ESU", short_name, &kind]);
        match entry.kind {
            EventKind::OrderBy => {
                out.raw("PRIORITY", "1");
                out.raw("BEGIN", "VALARM");
                out.raw("ACTION", "DISPLAY");
                out.raw("TRIGGER", TWO_WEEKS_BEFORE);
                out.text_in("DESCRIPTION", language, &title);
                out.raw("END", "VALARM");
            }
            EventKind::WindowStarts
            | EventKind::WindowEnds
            | EventKind::SalesStart
            | EventKind::RefundOpens
            | EventKind::Invoice
            | EventKind::PatchTuesday
            | EventKind::ComponentEnds
            | EventKind::EmbeddedTerm
            | EventKind::Requirement
            | EventKind::GroupLeaves => {}
        }
        out.raw("END", "VEVENT");
    }

    /// What every event begins with. An event of a whole day ends before the next one.
    fn open(&self, out: &mut Lines, uid: &str, day: NaiveDate, title: &str) {
        let date = |day: NaiveDate| day.format("%Y%m%d").to_string();
        let as_of = self.input.plan.as_of;
        let stamp = format!("{}T000000Z", date(as_of));
        let since = NaiveDate::default().max(as_of) - NaiveDate::default();
        out.raw("BEGIN", "VEVENT");
        out.text("UID", uid);
        out.raw("DTSTAMP", &stamp);
        out.raw("LAST-MODIFIED", &stamp);
        out.raw("SEQUENCE", &since.num_days().to_string());
        out.raw("DTSTART;VALUE=DATE", &date(day));
        out.raw(
            "DTEND;VALUE=DATE",
            &date(day.succ_opt().unwrap_or(NaiveDate::MAX)),
        );
        out.raw("TRANSP", "TRANSPARENT");
        out.text_in("SUMMARY", self.input.language, title);
    }
}
