"""Reads exported calendars and mail drafts with parsers that are not ours.

    python3 check_ics.py FOLDER

Every .ics in the folder is read by icalendar and by vobject, every .eml by Python's own email
package; what both calendar parsers see has to agree.
"""

import email
import email.policy
import pathlib
import sys

import icalendar
import vobject


def check_calendar(path):
    data = path.read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf"), "a byte order mark"
    for line in data.split(b"\r\n"):
        assert len(line) <= 75, f"a line of {len(line)} bytes"
        line.decode("utf-8")

    calendar = icalendar.Calendar.from_ical(data)
    assert calendar.name == "VCALENDAR" and not calendar.errors, calendar.errors
    for name in ("PRODID", "VERSION", "X-WR-CALNAME"):
        assert name in calendar, name
    events = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        for name in ("UID", "DTSTAMP", "SEQUENCE", "SUMMARY"):
            assert name in event, name
        begin, end = event["DTSTART"].dt, event["DTEND"].dt
        assert (end - begin).days == 1, "a day of another length"
        uid = str(event["UID"])
        assert uid not in events, f"{uid} stands twice"
        alarms = event.walk("VALARM")
        for alarm in alarms:
            trigger = alarm["TRIGGER"].dt
            assert -14 <= trigger.total_seconds() / 86400 < -13, trigger
        assert bool(alarms) == ("order-by" in uid), uid
        events[uid] = (begin, str(event["SUMMARY"]), len(alarms))
    assert events, "no event"

    other = {}
    for read in vobject.readComponents(data.decode("utf-8")):
        read.validate(raiseException=True)
        for event in read.vevent_list:
            alarms = getattr(event, "valarm_list", [])
            found = (event.dtstart.value, event.summary.value, len(alarms))
            other[event.uid.value] = found
    assert events == other, "the parsers disagree"
    return len(events)


def check_mail(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert not message.defects, message.defects
    assert message["X-Unsent"] == "1"
    subject = message["Subject"]
    assert subject and not subject.defects and "=?" not in subject, subject
    assert message.get_content_type() == "text/plain"
    body = message.get_content()
    assert "\ufffd" not in body + subject
    greeting = {"en": "Dear Sir or Madam,", "pl": "Szanowni Państwo,"}
    assert body.startswith(greeting[message["Content-Language"]]), body
    assert message["X-ESU-Planner-FAQ"]


def main():
    folder = pathlib.Path(sys.argv[1])
    calendars = sorted(folder.rglob("*.ics"))
    mails = sorted(folder.rglob("*.eml"))
    if not calendars or not mails:
        sys.exit(f"nothing to check in {folder}")
    events = 0
    for path in calendars + mails:
        try:
            if path.suffix == ".ics":
                events += check_calendar(path)
            else:
                check_mail(path)
        except AssertionError as problem:
            sys.exit(f"{path}: {problem}")
    print(f"{len(calendars)} calendars with {events} events and {len(mails)} drafts are sound")


if __name__ == "__main__":
    main()
