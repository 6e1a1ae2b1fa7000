"""The app as an assistive program meets it on Linux: over AT-SPI, without looking at the screen.

It speaks AT-SPI as it goes over D-Bus: a library in between asks for one child after the other, and
for each the app counts through all that come before it.

Needs a D-Bus session of its own (dbus-run-session), a display, and the packages at-spi2-core,
gir1.2-atspi-2.0, python3-gi and xdotool.
"""

import os
import subprocess
import tempfile
import time

import gi

gi.require_version("Atspi", "2.0")
gi.require_version("Gio", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

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


class Bus:
    """The accessibility bus; it keeps what the app announces."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
            Gio.DBusCallFlags.NONE, 5000, None,
        ).unpack()[0]
        flags = (
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION
        )
        self.connection = Gio.DBusConnection.new_for_address_sync(address, flags, None, None)
        self.announced = []
        self.connection.signal_subscribe(
            None, "org.a11y.atspi.Event.Object", "Announcement", None, None,
            Gio.DBusSignalFlags.NONE, lambda *signal: self.announced.append(signal[5].unpack()[3]),
        )

    def call(self, at, interface, method, arguments=None):
        """What an object answers; `at` is its bus name and its path."""
        name, path = at
        return self.connection.call_sync(
            name, path, f"org.a11y.atspi.{interface}", method, arguments, None,
            Gio.DBusCallFlags.NONE, 10000, None,
        ).unpack()

    def ask(self, at, interface, prop):
        name, path = at
        arguments = GLib.Variant("(ss)", (f"org.a11y.atspi.{interface}", prop))
        return self.connection.call_sync(
            name, path, "org.freedesktop.DBus.Properties", "Get", arguments, None,
            Gio.DBusCallFlags.NONE, 10000, None,
        ).unpack()[0]

    def children(self, at):
        return self.call(at, "Accessible", "GetChildren")[0]

    def hear(self):
        """Takes what has been announced since."""
        context = GLib.MainContext.default()
        while context.iteration(False):
            pass
        heard, self.announced = self.announced, []
        return heard


class Node:
    """One thing that the app tells of."""

    def __init__(self, bus, at, parents=()):
        self.bus = bus
        self.at = at
        self.parents = parents
        self.role = Atspi.role_get_name(Atspi.Role(bus.call(at, "Accessible", "GetRole")[0]))
        self.name = bus.ask(at, "Accessible", "Name")

    def __str__(self):
        return f"{self.role} {self.name!r}"

    def description(self):
        return self.bus.ask(self.at, "Accessible", "Description")

    def states(self):
        low, high = self.bus.call(self.at, "Accessible", "GetState")[0]
        bits = low | high << 32
        return {
            Atspi.StateType(number).value_nick for number in range(40) if bits >> number & 1
        }

    def place(self):
        """Left, top, right and bottom; none where it has no place."""
        try:
            argument = GLib.Variant("(u)", (0,))
            left, top, width, height = self.bus.call(
                self.at, "Component", "GetExtents", argument
            )[0]
        except GLib.Error:
            return None
        return (left, top, left + width, top + height)

    def press(self):
        if not self.bus.call(self.at, "Action", "DoAction", GLib.Variant("(i)", (0,)))[0]:
            raise Failed(f"{self} can't be pressed")

    def focus(self):
        if not self.bus.call(self.at, "Component", "GrabFocus")[0]:
            raise Failed(f"{self} does not take the keyboard")

    def write(self, text):
        argument = GLib.Variant("(s)", (text,))
        if not self.bus.call(self.at, "EditableText", "SetTextContents", argument)[0]:
            raise Failed(f"{self} can't be written into")

    def text(self):
        return self.bus.call(self.at, "Text", "GetText", GLib.Variant("(ii)", (0, -1)))[0]


class App:
    """The running app."""

    def __init__(self, command):
        self.bus = Bus()
        self.said = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=self.said
        )
        self.root = None
        registry = ("org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        ends = time.monotonic() + 2 * PATIENCE
        while self.root is None:
            if time.monotonic() > ends:
                raise Failed("the app does not appear on the accessibility bus")
            if self.process.poll() is not None:
                self.said.seek(0)
                words = self.said.read().decode(errors="replace").strip()
                raise Failed(f"the app ended by itself: {self.process.returncode}: {words}")
            for candidate in self.bus.children(registry):
                if self.bus.ask(candidate, "Accessible", "Name") == "esu-planner":
                    self.root = candidate
            time.sleep(0.05)
        self.find("push button", "Menu")
        # There is no window manager that would do it.
        window = ["xdotool", "search", "--sync", "--pid", str(self.process.pid)]
        found = subprocess.run(window, capture_output=True, text=True, timeout=PATIENCE)
        for number in found.stdout.split():
            subprocess.run(
                ["xdotool", "windowfocus", number], stderr=subprocess.DEVNULL, check=False
            )
        # What it points at would say more.
        subprocess.run(["xdotool", "mousemove", "0", "0"], check=True)

    def close(self):
        self.process.kill()
        self.process.wait()

    def nodes(self):
        """All nodes in the order in which they are read out; while a dialog is open, its own."""

        def walk(at, parents):
            for child in self.bus.children(at):
                node = Node(self.bus, child, parents)
                yield node
                yield from walk(child, (node, *parents))

        for _ in range(10):
            try:
                nodes = list(walk(self.root, ()))
            except GLib.Error:
                # The tree changed while it was walked.
                time.sleep(0.1)
                continue
            dialogs = [node for node in nodes if node.role == "dialog"]
            if not dialogs:
                return nodes
            return [node for node in nodes if node is dialogs[-1] or dialogs[-1] in node.parents]
        raise Failed("the tree never comes to rest")

    def has_dialog(self):
        return any(node.role == "dialog" for node in self.nodes())

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
            time.sleep(0.02)

    def wait_for(self, what, holds):
        ends = time.monotonic() + PATIENCE
        while True:
            trouble = ""
            try:
                if holds():
                    return
            except GLib.Error as error:
                # What was asked has just gone.
                trouble = f" ({error.message})"
            if time.monotonic() > ends:
                raise Failed(f"did not happen: {what}{trouble}")
            time.sleep(0.02)

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
        subprocess.run(["xdotool", "type", "--delay", "5", text], check=True)
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
            lambda: self.find("combo box", name).description() == answer,
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
        subprocess.run(["xdotool", "key", "--delay", "5", *keys], check=True)

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
