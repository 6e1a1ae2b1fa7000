#!/usr/bin/env python3
"""Makes an icon of Windows of pictures in several sizes.

  packaging/windows/ico.py --out FILE.ico PICTURE.png…

The pictures are square, with 8 bits for each of red, green, blue and opacity. Small ones are stored
as bitmaps, which every program reads; those of 128 pixels and more as they are. Needs Python 3.9 or
later.
"""

import argparse
import pathlib
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "icons"))
import png  # noqa: E402  (beside the pictures)

# From here on a bitmap would only be large.
STORED_AS_PNG = 128


def main():
    arguments = argparse.ArgumentParser(description="Makes an icon of Windows.")
    arguments.add_argument("--out", required=True, type=pathlib.Path, help="the icon to write")
    arguments.add_argument("pictures", nargs="+", type=pathlib.Path, help="PNG files")
    given = arguments.parse_args()
    given.out.write_bytes(icon([path.read_bytes() for path in given.pictures]))


def icon(pictures):
    """All pictures in one icon, the smallest first."""
    images = sorted((size_of(picture), picture) for picture in pictures)
    stored = [
        picture if size >= STORED_AS_PNG else bitmap(size, picture) for size, picture in images
    ]
    directory = struct.pack("<HHH", 0, 1, len(images))
    place = len(directory) + 16 * len(images)
    for (size, _), data in zip(images, stored):
        # 256 does not go into a byte and is written as nothing.
        side = size % 256
        directory += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return directory + b"".join(stored)


def size_of(picture):
    """The side of a picture, which must be one that an icon's directory can tell."""
    size = png.size_of(picture)
    if not 1 <= size <= 256:
        raise SystemExit("a picture of an icon has at most 256 pixels a side")
    return size


def bitmap(size, picture):
    """The picture as an icon's bitmap: upside down, blue first, with an empty mask behind it."""
    rows = [
        b"".join(bytes((row[i + 2], row[i + 1], row[i], row[i + 3])) for i in range(0, len(row), 4))
        for row in png.rows_of(size, picture)
    ]
    mask = bytes((size + 31) // 32 * 4 * size)
    data = b"".join(reversed(rows)) + mask
    # The height counts the mask too.
    return struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, len(data), 0, 0, 0, 0) + data


if __name__ == "__main__":
    main()
