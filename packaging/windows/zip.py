#!/usr/bin/env python3
"""Packs a folder as a zip archive whose bytes follow from the files alone.

  packaging/windows/zip.py --out FILE.zip FOLDER

The files are sorted and have all the time SOURCE_DATE_EPOCH. Needs Python 3.9 or later.
"""

import argparse
import os
import pathlib
import time
import zipfile


def main():
    arguments = argparse.ArgumentParser(description="Packs a folder as a zip archive.")
    arguments.add_argument("--out", required=True, type=pathlib.Path, help="the archive to write")
    arguments.add_argument("folder", type=pathlib.Path)
    given = arguments.parse_args()
    moment = time.gmtime(int(os.environ["SOURCE_DATE_EPOCH"]))[:6]
    part = given.out.with_suffix(".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(path for path in given.folder.rglob("*") if path.is_file()):
            name = path.relative_to(given.folder.parent).as_posix()
            entry = zipfile.ZipInfo(name, moment)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # Otherwise it is the system that it was made on.
            entry.create_system = 0
            archive.writestr(entry, path.read_bytes())
    part.replace(given.out)


if __name__ == "__main__":
    main()
