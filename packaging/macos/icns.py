#!/usr/bin/env python3
"""Makes an icon of macOS of pictures in several sizes.

  packaging/macos/icns.py --out FILE.icns PICTURE.png…

The pictures are square, with 8 bits for each of red, green, blue and opacity. Those of 16 and 32 pixels
are stored as packed colours, which every version of macOS reads, the others as they are; those of 32 to
512 pixels also for screens with twice the points. The same pictures give the same bytes. Needs Python
3.9 or later.
"""

import argparse
import pathlib
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "icons"))
import png  # noqa: E402  (beside the pictures)

# What holds the picture of a size as colours and opacity, for a screen with usual points.
PACKED = {16: (b"is32", b"s8mk"), 32: (b"il32", b"l8mk")}
# What holds it as it is: for usual points, and for half its size on a screen with twice the points.
# Apple's own tool makes nothing of 64 pixels for usual points.
STORED = {128: b"ic07", 256: b"ic08", 512: b"ic09"}
STORED_FOR_HALF = {32: b"ic11", 64: b"ic12", 256: b"ic13", 512: b"ic14"}


def main():
    arguments = argparse.ArgumentParser(description="Makes an icon of macOS.")
    arguments.add_argument("--out", required=True, type=pathlib.Path, help="the icon to write")
    arguments.add_argument("pictures", nargs="+", type=pathlib.Path, help="PNG files")
    given = arguments.parse_args()
    given.out.write_bytes(icon([path.read_bytes() for path in given.pictures]))


def icon(pictures):
    """All pictures in one icon, the smallest first."""
    images = sorted((size_of(picture), picture) for picture in pictures)
    elements = []
    for size, picture in images:
        if size in PACKED:
            colours, opacity = PACKED[size]
            points = b"".join(png.rows_of(size, picture))
            red, green, blue, opaque = (points[plane::4] for plane in range(4))
            elements.append((colours, b"".join(packed(plane) for plane in (red, green, blue))))
            elements.append((opacity, opaque))
    for names in (STORED, STORED_FOR_HALF):
        elements += [(names[size], picture) for size, picture in images if size in names]
    body = b"".join(element(name, data) for name, data in elements)
    return element(b"icns", body)


def element(name, data):
    """A name of four letters, the length of all of it, and the data."""
    return name + struct.pack(">I", len(data) + 8) + data


def size_of(picture):
    """The side of a picture, which must be one that macOS has a place for."""
    size = png.size_of(picture)
    if size not in {*PACKED, *STORED, *STORED_FOR_HALF}:
        raise SystemExit(f"an icon of macOS has no place for a picture of {size} pixels")
    return size


def packed(plane):
    """One colour of all points: runs of 3 to 130 equal values, and up to 128 values as they are."""
    out, plain, at = bytearray(), bytearray(), 0

    def put_plain():
        for start in range(0, len(plain), 128):
            part = plain[start : start + 128]
            out.extend((len(part) - 1, *part))
        plain.clear()

    while at < len(plane):
        run = 1
        while run < 130 and at + run < len(plane) and plane[at + run] == plane[at]:
            run += 1
        if run >= 3:
            put_plain()
            out.extend((run + 125, plane[at]))
        else:
            plain.extend(plane[at : at + run])
        at += run
    put_plain()
    return bytes(out)


if __name__ == "__main__":
    main()
