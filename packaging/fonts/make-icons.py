#!/usr/bin/env python3
"""Makes the icon font assets/icons/phosphor.ttf and its names in src/ui/icons.rs.

Needs
  * Python 3.9 or later with fontTools (`pip install fonttools`),
  * npm, to fetch the package @phosphor-icons/web at VERSION; or that package already there,
    as a .tgz or unpacked, named with --package.

Makes
  * assets/icons/phosphor.ttf: the weight Regular of Phosphor with the icons of ICONS alone,
    at Phosphor's own code points and with its own measures,
  * assets/icons/LICENSE-Phosphor.txt: the package's licence,
  * src/ui/icons.rs: a constant for each icon.

To use one more icon, add it to ICONS by its name in Phosphor and run this again. The same
package and the same fontTools give the same bytes.
"""

import argparse
import io
import pathlib
import re
import subprocess
import sys
import tarfile
import tempfile

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ICON_FOLDER = ROOT / "assets" / "icons"
RUST_FILE = ROOT / "src" / "ui" / "icons.rs"

PACKAGE = "@phosphor-icons/web"
VERSION = "2.1.2"

# The name in Phosphor, and what the icon shows.
ICONS = {
    "arrow-bend-down-right": "An arrow that comes from above and turns right.",
    "arrow-left": "An arrow to the left.",
    "arrow-right": "An arrow to the right.",
    "arrow-u-up-left": "An arrow that turns back to the left, for undo.",
    "arrow-u-up-right": "An arrow that turns back to the right, for redo.",
    "arrows-clockwise": "Two arrows in a circle.",
    "books": "Books on a shelf.",
    "buildings": "Two buildings.",
    "calendar-blank": "A calendar's empty leaf.",
    "calendar-check": "A calendar's leaf with a tick.",
    "caret-down": "An angle that points down.",
    "caret-right": "An angle that points right.",
    "caret-up": "An angle that points up.",
    "caret-up-down": "Two angles, up and down.",
    "check": "A tick.",
    "check-circle": "A tick in a circle.",
    "circle": "A circle.",
    "circle-dashed": "A circle of dashes, for what is unknown.",
    "clipboard": "A clipboard.",
    "clipboard-text": "A clipboard with lines of text.",
    "copy": "Two sheets, one behind the other.",
    "dots-three": "Three dots in a row.",
    "export": "An arrow that leaves a tray.",
    "eye": "An eye.",
    "file-plus": "A sheet with a plus sign.",
    "floppy-disk": "A floppy disk.",
    "folder-open": "An open folder.",
    "gear": "A gear wheel.",
    "info": "The letter i in a circle.",
    "key": "A key.",
    "lifebuoy": "A lifebuoy.",
    "list-numbers": "A numbered list.",
    "lock": "A closed padlock.",
    "magnifying-glass": "A magnifying glass.",
    "minus-circle": "A minus sign in a circle.",
    "moon": "The moon, for the dark theme.",
    "pencil-simple": "A pencil.",
    "plus": "A plus sign.",
    "printer": "A printer.",
    "question": "A question mark in a circle.",
    "rocket-launch": "A rocket that takes off.",
    "scales": "A pair of scales.",
    "seal-question": "A question mark in a seal.",
    "shield-check": "A shield with a tick: the app's sign.",
    "shopping-cart": "A shopping cart.",
    "signpost": "A signpost.",
    "stack-plus": "A stack of sheets with a plus sign, for one more of the same.",
    "sun": "The sun, for the light theme.",
    "table": "A table.",
    "translate": "Letters of two scripts, for the language.",
    "trash": "A dustbin.",
    "warning": "An exclamation mark in a triangle.",
    "warning-circle": "An exclamation mark in a circle.",
    "x": "A cross, for closing.",
}

RUST_HEAD = """\
//! The icons of the font `assets/icons/phosphor.ttf`, each a string of one character.
//!
//! They are drawn by text in a font family that has that font. An icon says nothing to a screen
//! reader: what carries one alone needs an accessible name.
//!
//! Made by `packaging/fonts/make-icons.py` from Phosphor {version}; change the list there.

"""


def main():
    arguments = argparse.ArgumentParser(description="Makes the icon font and src/ui/icons.rs.")
    arguments.add_argument(
        "--package",
        type=pathlib.Path,
        help=f"the npm package {PACKAGE} {VERSION}, as a .tgz or unpacked; fetched if not given",
    )
    given = arguments.parse_args()

    if given.package:
        font, css, licence = read_package(given.package)
    else:
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run(
                ["npm", "pack", "--silent", f"{PACKAGE}@{VERSION}"],
                cwd=folder,
                check=True,
                stdout=subprocess.DEVNULL,
            )
            font, css, licence = read_package(next(pathlib.Path(folder).glob("*.tgz")))

    code_points = find_code_points(css)
    ICON_FOLDER.mkdir(parents=True, exist_ok=True)
    write_font(font, code_points, ICON_FOLDER / "phosphor.ttf")
    (ICON_FOLDER / "LICENSE-Phosphor.txt").write_bytes(licence)
    write_rust(code_points)


def read_package(path):
    """The font, the style sheet and the licence of the package."""
    names = ("src/regular/Phosphor.ttf", "src/regular/style.css", "LICENSE")
    if path.is_dir():
        return [(path / name).read_bytes() for name in names]
    with tarfile.open(path) as archive:
        return [archive.extractfile(f"package/{name}").read() for name in names]


def find_code_points(css):
    """The code point of each icon, as the package's style sheet has it."""
    pattern = r'\.ph\.ph-([a-z0-9-]+):before\s*\{\s*content:\s*"\\([0-9a-f]+)"'
    there = {name: int(code, 16) for name, code in re.findall(pattern, css.decode("utf-8"))}
    missing = [name for name in ICONS if name not in there]
    if missing:
        sys.exit(f"not in Phosphor {VERSION}: {', '.join(missing)}")
    return {name: there[name] for name in sorted(ICONS)}


def write_font(data, code_points, path):
    # The time stamp inside stays that of the original, so that the bytes are always the same.
    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    options = subset.Options()
    options.layout_features = []
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.recalc_bounds = True
    options.drop_tables += ["GSUB"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=code_points.values())
    subsetter.subset(font)
    font["post"].formatType = 3.0
    font.save(path, reorderTables=True)

    characters = TTFont(path).getBestCmap()
    if sorted(characters) != sorted(code_points.values()):
        sys.exit(f"{path}: has other characters than wanted")
    print(f"{path.name}: {path.stat().st_size} bytes, {len(characters)} icons")


def write_rust(code_points):
    lines = [RUST_HEAD.format(version=VERSION)]
    for name, code in code_points.items():
        constant = name.upper().replace("-", "_")
        lines.append(f"/// {ICONS[name]}\n")
        lines.append(f'pub const {constant}: &str = "\\u{{{code:x}}}";\n')
    RUST_FILE.write_text("".join(lines), encoding="utf-8")
    print(f"{RUST_FILE.name}: {len(code_points)} constants")


if __name__ == "__main__":
    main()
