"""Reads the pictures that the icons of Windows and macOS are made of, with Python's own means."""

import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"


def size_of(picture):
    """The side of a picture, which must be of the one kind that is read here."""
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", picture[16:29])
    if not picture.startswith(SIGNATURE) or width != height:
        raise SystemExit("a picture of an icon is a square PNG")
    if (depth, kind, interlaced) != (8, 6, 0):
        raise SystemExit("a picture of an icon has red, green, blue and opacity of 8 bits each")
    return width


def rows_of(size, picture):
    """The rows of a picture, unpacked and with their filters undone: four bytes a point."""
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
    return rows


def nearest(left, up, corner):
    """Paeth's guess: whichever of the three is nearest to left + up - corner."""
    wanted = left + up - corner
    return min((left, up, corner), key=lambda value: abs(wanted - value))
