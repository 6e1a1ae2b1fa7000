"""Stands in for Avahi on a bus of its own, so that ippeveprinter starts.

ippeveprinter announces itself by DNS-SD and does not start where it can't. A real avahi-daemon runs
only as root and would announce the test's printer on the whole network. This one takes every
announcement and tells nobody. The printer itself is real.

    python3 quiet_avahi.py    # on the bus of $DBUS_SYSTEM_BUS_ADDRESS; prints a line when it is there
"""

import os

from gi.repository import Gio, GLib

# What libavahi-client 0.6 to 0.8 asks for.
API_VERSION = 0x0201
RUNNING = 2
ESTABLISHED = 2

SERVER = """
<node><interface name="org.freedesktop.Avahi.Server">
  <method name="GetAPIVersion"><arg type="u" direction="out"/></method>
  <method name="GetVersionString"><arg type="s" direction="out"/></method>
  <method name="GetState"><arg type="i" direction="out"/></method>
  <method name="GetHostName"><arg type="s" direction="out"/></method>
  <method name="GetHostNameFqdn"><arg type="s" direction="out"/></method>
  <method name="GetDomainName"><arg type="s" direction="out"/></method>
  <method name="EntryGroupNew"><arg type="o" direction="out"/></method>
</interface></node>"""

GROUP = """
<node><interface name="org.freedesktop.Avahi.EntryGroup">
  <method name="Free"/><method name="Commit"/><method name="Reset"/>
  <method name="GetState"><arg type="i" direction="out"/></method>
  <method name="IsEmpty"><arg type="b" direction="out"/></method>
  <method name="AddService">
    <arg type="i" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="q" direction="in"/><arg type="aay" direction="in"/>
  </method>
  <method name="AddServiceSubtype">
    <arg type="i" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/>
  </method>
  <method name="UpdateServiceTxt">
    <arg type="i" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="aay" direction="in"/>
  </method>
  <method name="AddRecord">
    <arg type="i" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="in"/>
    <arg type="s" direction="in"/><arg type="q" direction="in"/><arg type="q" direction="in"/>
    <arg type="u" direction="in"/><arg type="ay" direction="in"/>
  </method>
</interface></node>"""

ANSWERS = {
    "GetAPIVersion": ("(u)", (API_VERSION,)),
    "GetVersionString": ("(s)", ("avahi 0.8",)),
    "GetHostName": ("(s)", ("localhost",)),
    "GetHostNameFqdn": ("(s)", ("localhost.local",)),
    "GetDomainName": ("(s)", ("local",)),
    "IsEmpty": ("(b)", (False,)),
}


class QuietAvahi:
    def __init__(self, connection):
        self.connection = connection
        self.groups = 0
        self.register("/", SERVER)

    def register(self, path, description):
        interface = Gio.DBusNodeInfo.new_for_xml(description).interfaces[0]
        self.connection.register_object(path, interface, self.call, None, None)

    def call(self, connection, sender, path, interface, method, arguments, invocation):
        if method == "GetState":
            state = RUNNING if path == "/" else ESTABLISHED
            answer = GLib.Variant("(i)", (state,))
        elif method == "EntryGroupNew":
            self.groups += 1
            group = f"/Client0/EntryGroup{self.groups}"
            self.register(group, GROUP)
            answer = GLib.Variant("(o)", (group,))
        elif method in ANSWERS:
            answer = GLib.Variant(*ANSWERS[method])
        else:
            answer = None
        invocation.return_value(answer)
        if method == "Commit":
            state = GLib.Variant("(is)", (ESTABLISHED, ""))
            connection.emit_signal(None, path, interface, "StateChanged", state)


def main():
    connection = Gio.DBusConnection.new_for_address_sync(
        os.environ["DBUS_SYSTEM_BUS_ADDRESS"],
        Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
        | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
        None,
        None,
    )
    avahi = QuietAvahi(connection)
    Gio.bus_own_name_on_connection(
        connection,
        "org.freedesktop.Avahi",
        Gio.BusNameOwnerFlags.NONE,
        lambda *_: print("quiet", flush=True),
        None,
    )
    GLib.MainLoop().run()
    return avahi


if __name__ == "__main__":
    main()
