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
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
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
            red, green, blue, opaque = (pixels(size, picture)[plane::4] for plane in range(4))
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
    """The side of a picture, which must be of the one kind that is read here."""
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", picture[16:29])
    if not picture.startswith(SIGNATURE) or width != height:
        raise SystemExit("a picture of an icon is a square PNG")
    if width not in {*PACKED, *STORED, *STORED_FOR_HALF}:
        raise SystemExit(f"an icon of macOS has no place for a picture of {width} pixels")
    if (depth, kind, interlaced) != (8, 6, 0):
        raise SystemExit("a picture of an icon has red, green, blue and opacity of 8 bits each")
    return width


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


def pixels(size, picture):
    """Red, green, blue and opacity of each point, unpacked and with the rows' filters undone."""
    deflated, at = b"", len(SIGNATURE)
    while at < len(picture):
        length, kind = struct.unpack(">I4s", picture[at : at + 8])
        if kind == b"IDAT":
            deflated += picture[at + 8 : at + 8 + length]
        at += length + 12
    raw = zlib.decompress(deflated)
    width = size * 4
    above, rows = bytes(width), []
    for start in range(0, size * (width + 1), width + 1):
        row = bytearray(raw[start + 1 : start + 1 + width])
        for i in range(width):
            left, up = (row[i - 4] if i >= 4 else 0), above[i]
            corner = above[i - 4] if i >= 4 else 0
            guess = (0, left, up, (left + up) // 2, nearest(left, up, corner))[raw[start]]
            row[i] = (row[i] + guess) & 255
        above = bytes(row)
        rows.append(above)
    return b"".join(rows)


def nearest(left, up, corner):
    """Paeth's guess: whichever of the three is nearest to left + up - corner."""
    wanted = left + up - corner
    return min((left, up, corner), key=lambda value: abs(wanted - value))


if __name__ == "__main__":
    main()
