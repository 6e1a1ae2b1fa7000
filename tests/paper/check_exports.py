"""Reads exported calendars, pages, tables and mail drafts with parsers that are not ours.

    python3 check_exports.py FOLDER

Every .ics in the folder is read by icalendar and by vobject, which have to agree, every .html by
html5lib, which takes no fault, every .csv and .eml by Python's own csv and email packages.
"""

import csv
import email
import email.policy
import pathlib
import sys

import html5lib
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


def check_page(path):
    try:
        page = html5lib.HTMLParser(strict=True).parse(path.read_text(encoding="utf-8"))
    except html5lib.html5parser.ParseError as problem:
        raise AssertionError(problem) from problem
    name = "{http://www.w3.org/1999/xhtml}"
    assert page.get("lang") in ("en", "pl")
    assert not list(page.iter(name + "script")), "a script"
    for table in page.iter(name + "table"):
        assert table.find(name + "caption").text, "a table without a caption"
        heads = table.findall(f"{name}thead/{name}tr/{name}th")
        assert heads and all(head.get("scope") == "col" for head in heads)
        for row in table.findall(f"{name}tbody/{name}tr"):
            assert len(row) == len(heads), "a row of another length"


def check_table(path):
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "no byte order mark"
    text = data.decode("utf-8-sig")
    assert text.replace("\r\n", "").isprintable(), "a line end or tab inside a cell"
    separator = ";" if path.parent.name.endswith("-pl") else ","
    rows = list(csv.reader(text.splitlines(), delimiter=separator, strict=True))
    assert all(len(row) == len(rows[0]) == 28 for row in rows), "a row of another length"
    for cell in (cell for row in rows for cell in row):
        assert not cell.lstrip(' "\xa0').startswith(("=", "+", "-", "@")), cell


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
    checks = {
        ".ics": check_calendar,
        ".html": check_page,
        ".csv": check_table,
        ".eml": check_mail,
    }
    for suffix, check in checks.items():
        paths = sorted(folder.rglob("*" + suffix))
        if not paths:
            sys.exit(f"no {suffix} in {folder}")
        for path in paths:
            try:
                check(path)
            except AssertionError as problem:
                sys.exit(f"{path}: {problem}")
        print(f"{len(paths)} {suffix} files are sound")


if __name__ == "__main__":
    main()
