#!/usr/bin/env python3
"""Fills a profile and reads its plan with an assistive program, and looks for what it can't tell.

    dbus-run-session -- python3 tests/assistive/read_and_fill.py APP

On a display (xvfb-run will do). Ends with 1 and says what is wrong when a field can't be filled,
when what is read is not what `APP plan` says, or when a control can't be told from another.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections import Counter

from client import App, Failed, begin_reading

EMPTY_PROFILE = """\
EsuProfile(
    format: "esu-profile",
    version: 2,
    as_of: "2022-03-01",
    organisation: (),
    groups: [],
)
"""

SCREENS = ("Profile", "Decisions", "Plan", "FAQ")

# What takes the keyboard, as AT-SPI names it.
CONTROLS = {
    "check box",
    "combo box",
    "entry",
    "link",
    "list item",
    "push button",
    "radio button",
    "slider",
    "toggle button",
}

TAB_STOPS = 30


def say(text):
    print(text, flush=True)


def fill(app):
    """Fills what a plan needs, by every way that an assistive program has."""
    app.write("Name", "Szpital w Łodzi")
    app.find("push button", "Add group").press()
    app.type("Group name, Group 1", "Ward PCs", becomes="Group name, Ward PCs")
    app.choose("System, Ward PCs", "Windows 7")
    app.choose("Edition, Ward PCs", "Professional")
    app.write("Endpoints, Ward PCs", "170")
    app.choose("Hosting, Ward PCs", "Physical")
    app.tick("Licensing channels", "CSP")
    app.choose("Sector", "Health care")


def save(app, profile):
    before = os.stat(profile).st_mtime_ns
    app.find("push button", "File").press()
    app.find("push button", "Save").press()
    app.wait_for("the profile is saved", lambda: os.stat(profile).st_mtime_ns != before)


def amount(text):
    """An amount as the app writes it: 14500.00 is 14,500.00."""
    whole, part = text.split(".")
    return f"{int(whole):,}.{part}"


def read_plan(app, planner, profile):
    """Reads the plan aloud and compares it with the one that is made without a window."""
    made = subprocess.run(
        [planner, "plan", profile, "--format", "json"], capture_output=True, text=True, check=True
    )
    plan = json.loads(made.stdout)
    show(app, "Plan")
    nodes = app.nodes()
    texts = [node.name for node in nodes]
    cells = [node.name for node in nodes if node.role == "table cell"]
    headings = [node.name for node in nodes if node.role == "heading"]

    say("What is read of the plan:")
    for heading in headings:
        say(f"  heading: {heading}")
    for cell in cells:
        say(f"  cell: {cell}")

    missing = []

    def expect(what, holds):
        if not holds:
            missing.append(what)

    for line in plan["summary"]:
        expect(f"summary: {line}", not line or line in texts)
    for row in plan["ledger"]:
        count = f"{row['endpoints']:,}"
        expect(
            f"ledger: {row['group']}, {count}",
            any(row["group"] in cell and cell.endswith(f", {count}") for cell in cells),
        )
    expect("an order line", plan["orders"])
    for order in plan["orders"]:
        name = order["sku_name"]
        expect(f"order: {name}", any(name in text or order["sku"] in text for text in texts))
        expect(
            f"order: {name}, quantity {order['quantity']}",
            any(cell.endswith(f"{order['quantity']:,}") for cell in cells),
        )
        if order["total"]:
            total = amount(order["total"]["amount"])
            expect(f"order: {name}, total {total}", any(total in cell for cell in cells))
    for warning in plan["warnings"]:
        expect(f"warning: {warning['text']}", warning["text"] in texts)
    for step in plan["steps"]:
        expect(f"step: {step['title']}", any(step["title"] in text for text in texts))

    orders = [(order["sku"], order["quantity"], order["back_year"]) for order in plan["orders"]]
    say(f"Its order lines, without a window: {orders}")
    if missing:
        raise Failed("not read, though it is in the plan:\n  " + "\n  ".join(missing))
    say(f"All of it is read: {len(plan['orders'])} order lines, {len(plan['warnings'])} warnings,")
    say(f"{len(plan['steps'])} steps, {len(plan['ledger'])} groups.")
    # Three years for each endpoint, as the third can't be bought alone.
    if [order[1] for order in orders[:3]] != [170, 170, 170]:
        raise Failed(f"three years of 170 licences were expected: {orders}")


def show(app, screen):
    app.find("toggle button", f"{screen},", begins=True).press()
    app.wait_for(
        f"{screen} is shown",
        lambda: "pressed" in app.find("toggle button", f"{screen},", begins=True).states(),
    )


def is_icon(letter):
    return 0xE000 <= ord(letter) <= 0xF8FF or ord(letter) >= 0xF0000


def faults_of(app, screen):
    """What a screen reader's user could not make out on a screen."""
    faults = []
    nodes = app.nodes()
    names = Counter()
    for node in nodes:
        takes_focus = "focusable" in node.states() and node.role != "frame"
        if any(is_icon(letter) for letter in node.name):
            faults.append(f"{node} has an icon in its name")
        if takes_focus and node.role not in CONTROLS:
            faults.append(f"{node} takes the keyboard, which its role does not say")
        if takes_focus and not any(letter.isalnum() for letter in node.name):
            faults.append(f"{node} has no name at {node.place()}")
        # Two links of one name lead to one place.
        if takes_focus and node.role != "link":
            names[(node.role, node.name)] += 1
        if node.role == "table cell" and "," not in node.name:
            faults.append(f"{node} does not say its column")
        if node.role == "table" and not node.name:
            faults.append("a table has no name")
        if node.role == "heading" and not node.name:
            faults.append("a heading has no name")
    faults += [f"{count} times {role} {name!r}" for (role, name), count in names.items() if count > 1]
    if not any(node.role == "heading" for node in nodes):
        faults.append("there is no heading to jump to")
    say(f"{screen}: {len(nodes)} nodes, {sum(names.values())} controls, {len(faults)} faults")
    return [f"{screen}: {fault}" for fault in faults]


def reads_on(before, after):
    """Whether what comes next lies where a reader looks next: below, to the right, or inside."""
    leeway = 4
    return (
        after[1] >= before[3] - leeway
        or after[0] >= before[2] - leeway
        or (after[0] >= before[0] - leeway and after[2] <= before[2] + leeway
            and after[1] >= before[1] - leeway and after[3] <= before[3] + leeway)
        or (abs((after[1] + after[3]) - (before[1] + before[3])) < 16 and after[0] > before[0])
    )


def tab_faults(app, screen):
    """Walks with the Tab key and looks whether the keyboard goes the way that is read."""
    faults = []
    nodes = [node for node in app.nodes() if node.role in CONTROLS]
    stops = []
    at = app.focused(nodes, -1)
    at = -1 if at is None else at
    for _ in range(TAB_STOPS):
        app.keys("Tab")
        before, at = at, app.focused(nodes, at)
        if at is None:
            where = nodes[before] if stops else "the first press"
            faults.append(f"{screen}: Tab leads nowhere after {where}")
            break
        if stops:
            # Both places as they are now: the page may have moved.
            places = (nodes[before].place(), nodes[at].place())
            if None not in places and not reads_on(*places):
                faults.append(
                    f"{screen}: after {nodes[before]} {places[0]} comes {nodes[at]} {places[1]}"
                )
        stops.append(nodes[at].name)
    say(f"{screen}, by the Tab key: " + " > ".join(stops))
    return faults


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    planner = os.path.abspath(sys.argv[1])
    os.environ.pop("WAYLAND_DISPLAY", None)
    os.environ.pop("WAYLAND_SOCKET", None)
    bus = begin_reading()
    app = None
    status = 1
    try:
        with tempfile.TemporaryDirectory() as folder:
            profile = os.path.join(folder, "hospital.esu")
            with open(profile, "w", encoding="utf-8") as file:
                file.write(EMPTY_PROFILE)
            for variable in ("CACHE", "CONFIG", "DATA", "STATE"):
                os.environ[f"XDG_{variable}_HOME"] = os.path.join(folder, variable.lower())
            app = App([planner, "--lang", "en", profile])
            fill(app)
            save(app, profile)
            read_plan(app, planner, profile)
            faults = []
            for screen in SCREENS:
                show(app, screen)
                faults += faults_of(app, screen)
                faults += tab_faults(app, screen)
            if faults:
                raise Failed("an assistive program can't make out:\n  " + "\n  ".join(faults))
            say("A profile was filled and its plan read without looking at the screen.")
            status = 0
    except Failed as failed:
        print(f"error: {failed}", file=sys.stderr, flush=True)
    finally:
        if app is not None:
            app.close()
        bus.kill()
        bus.wait()
    sys.exit(status)


if __name__ == "__main__":
    main()
