#!/usr/bin/env python3
"""Reads what contents.py wrote as macOS would, and says what is wrong.

  packaging/macos/check.py FOLDER

FOLDER is the app's folder Contents, its program may be missing. Part of packaging/test-packages.sh.
"""

import pathlib
import plistlib
import re
import struct
import sys


def main():
    contents = pathlib.Path(sys.argv[1])
    resources = contents / "Resources"
    told = plistlib.loads((contents / "Info.plist").read_bytes())
    expect(re.fullmatch(r"[A-Za-z0-9.-]+", told["CFBundleIdentifier"]), "identifier")
    for key in ("CFBundleShortVersionString", "CFBundleVersion"):
        expect(re.fullmatch(r"\d+\.\d+\.\d+", told[key]), key)
    expect(re.fullmatch(r"\d+\.\d+", told["LSMinimumSystemVersion"]), "oldest macOS")

    exported = {one["UTTypeIdentifier"]: one for one in told["UTExportedTypeDeclarations"]}
    for one in told["CFBundleDocumentTypes"]:
        for kind in one["LSItemContentTypes"]:
            expect(kind in exported, f"file type {kind}")
            expect(kind.startswith(told["CFBundleIdentifier"]), f"name of the file type {kind}")
        read_icon(resources / f"{one['CFBundleTypeIconFile']}.icns")
    for one in exported.values():
        expect((resources / one["UTTypeIconFile"]).is_file(), "icon of the file type")
    sizes = read_icon(resources / f"{told['CFBundleIconFile']}.icns")
    expect({"is32", "il32", "ic07", "ic08", "ic09", "ic14"} <= sizes, "sizes of the icon")

    texts = {}
    for language in told["CFBundleLocalizations"]:
        strings = resources / f"{language}.lproj" / "InfoPlist.strings"
        texts[language] = plistlib.loads(strings.read_bytes())
    expect(len({tuple(text) for text in texts.values()}) == 1, "the same texts in all languages")
    for key, text in texts[told["CFBundleDevelopmentRegion"]].items():
        expect(text == told.get(key, key), f"text {key}")
        expect(len({texts[language][key] for language in texts}) == len(texts), f"translation of {key}")


def read_icon(path):
    """The names of the pictures in an icon, whose lengths must be right."""
    icon = path.read_bytes()
    name, length = struct.unpack(">4sI", icon[:8])
    expect((name, length) == (b"icns", len(icon)), f"head of {path.name}")
    names, at = set(), 8
    while at < length:
        name, size = struct.unpack(">4sI", icon[at : at + 8])
        expect(8 < size <= length - at, f"length of {name} in {path.name}")
        data = icon[at + 8 : at + size]
        if name.startswith(b"ic"):
            expect(data.startswith(b"\x89PNG") and data.endswith(b"IEND\xaeB`\x82"), f"picture {name}")
        elif name in (b"is32", b"il32"):
            expect(points(data) == 3 * {b"is32": 16, b"il32": 32}[name] ** 2, f"points of {name}")
        names.add(name.decode())
        at += size
    return names


def points(data):
    """How many values the packed colours have."""
    count, at = 0, 0
    while at < len(data):
        run = data[at] >= 128
        count += data[at] - 125 if run else data[at] + 1
        at += 2 if run else data[at] + 2
    return count


def expect(holds, what):
    if not holds:
        sys.exit(f"wrong for macOS: {what}")


if __name__ == "__main__":
    main()
