#!/usr/bin/env python3
"""Fills a profile from the start screen on and reads its plan with an assistive program, and looks
for what it can't tell.

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

SCREENS = ("Profile", "Decisions", "Plan", "FAQ")

# What takes the keyboard, as AT-SPI names it.
CONTROLS = {
    "check box",
    "column header",
    "combo box",
    "description term",
    "document frame",
    "entry",
    "link",
    "list item",
    "push button",
    "radio button",
    "slider",
    "table cell",
    "toggle button",
}

# So many stops on every screen: on the first one from the window's beginning, on the others from the
# end of the rail on, which is the same on all.
TAB_STOPS = 16
END_OF_RAIL = "Plan: Assumptions"


def say(text):
    print(text, flush=True)


def begin(app):
    """Begins a profile on the start screen, and gives its plan a day."""
    app.find("push button", "New profile").press()
    app.find("toggle button", "Profile,", begins=True)
    app.find("push button", "Today,", begins=True).press()
    app.write("Plan as of", "2022-03-01")
    app.find("push button", "Apply").press()
    app.find("push button", "As of 1 Mar 2022")


def fill(app):
    """Fills what a plan needs, by every way that an assistive program has."""
    app.write("Name", "Szpital w Łodzi")
    app.find("push button", "Add group").press()
    app.type("Group name, Group 1", "Ward PCs", becomes="Group name, Ward PCs")
    app.choose("System, Ward PCs", "Windows 7")
    app.choose("Edition, Ward PCs", "Professional")
    app.choose("Hosting, Ward PCs", "Physical")
    app.tick("Licensing channels", "CSP")
    app.choose("Sector", "Health care")


def edit_cell(app):
    """Reads the table of groups cell by cell and writes into one; hears what that comes to."""
    app.find("table cell", "Group, Ward PCs, Ward PCs").focus()
    read = []
    for name in (
        "Group, Ward PCs, Ward PCs",
        "System and edition, Ward PCs, Windows 7 Professional",
        "Hosting, Ward PCs, Physical",
        "Endpoints, Ward PCs, unknown",
    ):
        if read:
            app.keys("Right")
        app.wait_for(
            f"the cursor stands in {name!r}",
            lambda name=name: "focused" in app.find("table cell", name).states(),
        )
        read.append(name)
    app.bus.hear()
    subprocess.run(["xdotool", "type", "170"], check=True)
    app.wait_for(
        "the cell holds what was typed",
        lambda: app.find("entry", "Endpoints, Ward PCs, in the table").text().strip() == "170",
    )
    app.keys("Return")
    app.find("table cell", "Endpoints, Ward PCs, 170")
    heard = []
    # Three years for each endpoint, as the third can't be bought alone.
    awaited = "Plan: 510 licences to order now"

    def is_said():
        heard.extend(app.bus.hear())
        return any(words.startswith(awaited) for words in heard)

    app.wait_for(f"{awaited!r} is announced", is_said)
    # The cell may be announced after it.
    app.find("status bar", awaited, begins=True)
    say("What is read of the table: " + " > ".join(read))
    say("What is announced after 170 is written there: " + " > ".join(heard))


def save(app, profile):
    app.find("push button", "Menu").press()
    app.find("menu item", "Save").press()
    # Where the system has a file dialog the app offers to do without.
    app.wait_for(
        "the path of the file can be typed",
        lambda: any(
            node.role == "entry" or (node.name == "Type a path…" and node.press())
            for node in app.nodes()
            if node.parents and node.parents[-1].role == "frame"
        ),
    )
    app.write("Path of the file", profile)
    app.find("push button", "Save").press()
    app.wait_for("the profile is saved", lambda: os.path.exists(profile))
    app.wait_for("its dialog is closed", lambda: not app.has_dialog())


def tick_step(app, profile):
    """Ticks the first step as done, which is saved with the profile."""
    step = next(
        node for node in app.nodes() if node.role == "check box" and node.name.startswith("Done: ")
    )
    step.press()
    app.wait_for(f"{step} is ticked", lambda: "checked" in step.states())
    before = os.stat(profile).st_mtime_ns
    app.keys("ctrl+s")
    app.wait_for("the tick is saved", lambda: os.stat(profile).st_mtime_ns != before)
    say(f"Ticked: {step}")


def run_from_palette(app, words, name):
    """Opens the palette, types what is wanted and runs it; gives the faults of the palette."""
    app.keys("ctrl+k")
    app.type("Search or run a command", words)
    app.find("status bar", name, begins=True)
    faults = faults_of(app, "Palette")
    app.keys("Return")
    app.wait_for("the palette is closed", lambda: not app.has_dialog())
    return faults


def read_plan_as_text(app, summary):
    """The plan as one text, which is read with headings to jump to."""
    faults = run_from_palette(app, "plan as text", "2 results. Plan as text")
    app.find("document frame", "The plan as text")
    nodes = app.nodes()
    texts = [" ".join(node.name.split()) for node in nodes]
    for line in summary:
        if not any(" ".join(line.split()) in text for text in texts):
            raise Failed(f"not in the plan as text: {line}")
    faults += faults_of(app, "Plan as text") + tab_faults(app, "Plan as text")
    app.find("push button", "View as cards").press()
    app.find("push button", "View as text")
    return faults


def choose_dark(app):
    """Changes a preference; the dialog keeps the keyboard to itself."""
    app.keys("ctrl+comma")
    app.find("dialog", "Preferences")
    faults = faults_of(app, "Preferences") + tab_faults(app, "Preferences")
    app.find("radio button", "Theme: Dark").press()
    app.wait_for(
        "the theme is dark",
        lambda: "checked" in app.find("radio button", "Theme: Dark").states(),
    )
    app.find("push button", "Close").press()
    app.wait_for("the preferences are closed", lambda: not app.has_dialog())
    return faults


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
    return plan["summary"]


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
    # A dialog is known by its name.
    if not any(node.role in ("dialog", "heading") and node.name for node in nodes):
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


def begins_window(nodes, at):
    """Whether this is the window's first stop, to which the last one leads round."""
    places = [node.place() for node in nodes]
    corner = lambda place: place[0] + place[1]
    nearest = min((place for place in places if place is not None), key=corner)
    return places[at] == nearest


def tab_faults(app, screen):
    """Walks with the Tab key and looks whether the keyboard goes the way that is read."""
    faults = []
    nodes = [node for node in app.nodes() if node.role in CONTROLS]
    stops = []
    for node in nodes:
        if node.name.startswith(END_OF_RAIL):
            node.focus()
            app.wait_for(f"{node} has the keyboard", lambda node=node: "focused" in node.states())
    at = app.focused(nodes, -1)
    at = -1 if at is None else at
    for _ in range(TAB_STOPS):
        app.keys("Tab")
        before, at = at, app.focused(nodes, at)
        if at is None:
            where = nodes[before] if stops else "the first press"
            faults.append(f"{screen}: Tab leads nowhere after {where}")
            break
        if stops and at == first:
            # All the way round.
            break
        if stops:
            # Both places as they are now: the page may have moved.
            places = (nodes[before].place(), nodes[at].place())
            if None not in places and not reads_on(*places) and not begins_window(nodes, at):
                faults.append(
                    f"{screen}: after {nodes[before]} {places[0]} comes {nodes[at]} {places[1]}"
                )
        else:
            first = at
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
            for variable in ("CACHE", "CONFIG", "DATA", "STATE"):
                os.environ[f"XDG_{variable}_HOME"] = os.path.join(folder, variable.lower())
            app = App([planner, "--lang", "en"])
            faults = faults_of(app, "Start") + tab_faults(app, "Start")
            begin(app)
            fill(app)
            edit_cell(app)
            save(app, profile)
            summary = read_plan(app, planner, profile)
            tick_step(app, profile)
            faults += read_plan_as_text(app, summary)
            faults += choose_dark(app)
            for screen in SCREENS:
                show(app, screen)
                faults += faults_of(app, screen) + tab_faults(app, screen)
                if screen == "Decisions":
                    app.find("radio button", "All at once").press()
                    app.find("radio button", "All at once")
                    faults += faults_of(app, "All decisions") + tab_faults(app, "All decisions")
            if faults:
                raise Failed("an assistive program can't make out:\n  " + "\n  ".join(faults))
            say("A profile was begun and filled, and its plan read, without looking at the screen.")
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
