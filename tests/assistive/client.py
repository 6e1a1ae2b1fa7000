"""The app as an assistive program meets it on Linux: over AT-SPI, without looking at the screen.

Needs a D-Bus session of its own (dbus-run-session), a display, and the packages at-spi2-core,
python3-pyatspi and xdotool.
"""

import os
import subprocess
import tempfile
import time

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

PATIENCE = 30.0

BUS_LAUNCHERS = (
    "/usr/libexec/at-spi-bus-launcher",
    "/usr/lib/at-spi2-core/at-spi-bus-launcher",
)


class Failed(Exception):
    """What was expected is not there."""


def begin_reading():
    """Starts the accessibility bus and says that a screen reader is there; gives its process."""
    launcher = next((path for path in BUS_LAUNCHERS if os.path.exists(path)), None)
    if launcher is None:
        raise Failed("at-spi-bus-launcher is missing: install at-spi2-core")
    process = subprocess.Popen(
        [launcher, "--launch-immediately"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for name in ("IsEnabled", "ScreenReaderEnabled"):
        value = GLib.Variant("(ssv)", ("org.a11y.Status", name, GLib.Variant("b", True)))
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                bus.call_sync(
                    "org.a11y.Bus",
                    "/org/a11y/bus",
                    "org.freedesktop.DBus.Properties",
                    "Set",
                    value,
                    None,
                    Gio.DBusCallFlags.NONE,
                    5000,
                )
                break
            except GLib.Error as error:
                if time.monotonic() > ends:
                    raise Failed(f"the accessibility bus does not answer: {error.message}")
                time.sleep(0.1)
    return process


class Node:
    """One thing that the app tells of."""

    def __init__(self, accessible, parents=()):
        self.accessible = accessible
        self.parents = parents
        self.role = accessible.getRoleName()
        self.name = accessible.name or ""

    def __str__(self):
        return f"{self.role} {self.name!r}"

    def states(self):
        import pyatspi

        return {pyatspi.stateToString(state) for state in self.accessible.getState().getStates()}

    def place(self):
        """Left, top, right and bottom; none where it has no place."""
        import pyatspi

        try:
            box = self.accessible.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        except NotImplementedError:
            return None
        return (box.x, box.y, box.x + box.width, box.y + box.height)

    def press(self):
        if not self.accessible.queryAction().doAction(0):
            raise Failed(f"{self} can't be pressed")

    def focus(self):
        if not self.accessible.queryComponent().grabFocus():
            raise Failed(f"{self} does not take the keyboard")

    def write(self, text):
        if not self.accessible.queryEditableText().setTextContents(text):
            raise Failed(f"{self} can't be written into")

    def text(self):
        return self.accessible.queryText().getText(0, -1)


class App:
    """The running app."""

    def __init__(self, command):
        import pyatspi

        self.said = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.said
        )
        self.root = None
        ends = time.monotonic() + 2 * PATIENCE
        while self.root is None:
            if time.monotonic() > ends:
                raise Failed("the app does not appear on the accessibility bus")
            if self.process.poll() is not None:
                self.said.seek(0)
                words = self.said.read().decode(errors="replace").strip()
                raise Failed(f"the app ended by itself: {self.process.returncode}: {words}")
            for candidate in pyatspi.Registry.getDesktop(0):
                if candidate is not None and candidate.name == "esu-planner":
                    self.root = candidate
            time.sleep(0.1)
        self.find("push button", "File")
        # There is no window manager that would do it.
        window = ["xdotool", "search", "--sync", "--pid", str(self.process.pid)]
        found = subprocess.run(window, capture_output=True, text=True, timeout=PATIENCE)
        for number in found.stdout.split():
            subprocess.run(
                ["xdotool", "windowfocus", number], stderr=subprocess.DEVNULL, check=False
            )

    def close(self):
        self.process.kill()
        self.process.wait()

    def nodes(self):
        """All nodes in the order in which they are read out."""

        def walk(accessible, parents):
            for child in accessible:
                if child is None:
                    continue
                node = Node(child, parents)
                yield node
                yield from walk(child, (node, *parents))

        import gi.repository

        for _ in range(5):
            try:
                return list(walk(self.root, ()))
            except (gi.repository.GLib.Error, RuntimeError, LookupError):
                # The tree changed while it was walked.
                time.sleep(0.2)
        raise Failed("the tree never comes to rest")

    def find(self, role, name, begins=False):
        """The one node of a role that is called so, once it is there."""
        ends = time.monotonic() + PATIENCE
        while True:
            nodes = self.nodes()
            found = [
                node
                for node in nodes
                if node.role == role
                and (node.name.startswith(name) if begins else node.name == name)
            ]
            if found:
                return found[0]
            if time.monotonic() > ends:
                known = sorted({node.name for node in nodes if node.role == role})
                raise Failed(f"no {role} is called {name!r}; there are {known}")
            time.sleep(0.1)

    def wait_for(self, what, holds):
        ends = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > ends:
                raise Failed(f"did not happen: {what}")
            time.sleep(0.1)

    def write(self, name, text):
        """Writes into a text field as braille displays and voice control do."""
        self.find("entry", name).write(text)
        self.wait_for(
            f"{name!r} holds {text!r}", lambda: self.find("entry", name).text().strip() == text
        )

    def type(self, name, text, becomes=None):
        """Types into a text field as a screen reader's user does; the text may change its name."""
        self.find("entry", name).focus()
        self.wait_for(
            f"{name!r} has the keyboard", lambda: "focused" in self.find("entry", name).states()
        )
        self.keys("ctrl+a")
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)
        name = becomes or name
        self.wait_for(
            f"{name!r} holds {text!r}", lambda: self.find("entry", name).text().strip() == text
        )

    def choose(self, name, answer):
        """Opens a list and chooses one of it; its description then says so."""
        self.find("combo box", name).press()
        self.find("list item", answer).press()
        self.wait_for(
            f"{name!r} says {answer!r}",
            lambda: self.find("combo box", name).accessible.description == answer,
        )

    def tick(self, name, answer):
        """Opens a list of which several can be chosen, ticks one and closes it."""
        self.find("combo box", name).press()
        self.find("check box", answer).press()
        self.wait_for(
            f"{answer!r} is ticked", lambda: "checked" in self.find("check box", answer).states()
        )
        self.keys("Escape")
        self.wait_for(
            f"the list of {name!r} is closed",
            lambda: not any(node.role == "check box" and node.name == answer for node in self.nodes()),
        )

    def keys(self, *keys):
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], check=True)

    def focused(self, nodes, after):
        """The position of the node that has the keyboard now and had not before; looked for from
        the last one on."""
        ends = time.monotonic() + PATIENCE / 6
        while time.monotonic() < ends:
            for step in range(1, len(nodes)):
                position = (after + step) % len(nodes)
                if "focused" in nodes[position].states():
                    return position
            time.sleep(0.02)
        return None
