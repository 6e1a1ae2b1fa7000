#!/usr/bin/env python3
"""Makes the text fonts in assets/fonts.

Needs
  * Python 3.9 or later with fontTools (`pip install fonttools`),
  * the fonts of the Debian packages fonts-inter (Inter 3.19) and fonts-jetbrains-mono
    (JetBrains Mono 2.242). Newer ones should do: no glyph is looked up by its name.

Makes
  * Inter-Regular.ttf, Inter-Medium.ttf, Inter-SemiBold.ttf and JetBrainsMono-Regular.ttf,
  * their licences OFL-Inter.txt and OFL-JetBrainsMono.txt, from OFL-1.1.txt beside this script
    and the copyright line that each font carries.

What is done to the fonts, and why
  * Only the characters of CHARACTERS are kept: Polish, English and their neighbours.
  * The digits of Inter are its tabular ones. egui cannot ask a font for `tnum`, so the
    character map leads to the tabular glyphs straight away, and no kerning touches them.
  * Of the layout features only kerning and accent placement stay. egui shapes with the
    default features, and `calt` would turn "->" into an arrow and join programming ligatures:
    an id must look as it is written.
  * Inter's outlines become TrueType ones: egui's rasteriser hints those by itself, and Inter
    brings no hints of its own. JetBrains Mono keeps its own hints.
  * egui prints U+23F4 to U+23F7 for the arrow keys and in submenus; Inter's triangles stand in.

The same fonts and the same fontTools give the same bytes. Each file is checked after it is
written; a failed check ends the script with an error.
"""

import argparse
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

HERE = pathlib.Path(__file__).resolve().parent
FONTS = HERE.parent.parent / "assets" / "fonts"

DIGITS = "0123456789"
POLISH = "ĄĆĘŁŃÓŚŹŻąćęłńóśźż"

# A font has what it has of these; MUST_HAVE names those that none may lack.
CHARACTERS = {
    *range(0x0020, 0x007F),  # Basic Latin
    *range(0x00A0, 0x0180),  # Latin-1, Latin Extended-A
    *range(0x0218, 0x021C),  # Romanian comma letters
    *range(0x0300, 0x0305),  # combining accents, for text that comes decomposed
    *range(0x0306, 0x030D),
    *(0x0326, 0x0327, 0x0328),
    *range(0x2000, 0x200C),  # spaces
    *range(0x2010, 0x2027),  # dashes, quotes, daggers, bullets, ellipsis
    *(0x202F, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
    *(0x20AC, 0x2116, 0x2122),  # euro, numero, trade mark
    *(0x2190, 0x2191, 0x2192, 0x2193, 0x2194, 0x21B3, 0x21B5),  # arrows
    *(0x2212, 0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265),  # mathematics
    *(0x25A0, 0x25A1, 0x25B2, 0x25B6, 0x25BC, 0x25C0, 0x25C6, 0x25CB, 0x25CF),  # shapes
    *(0x26A0, 0x2713, 0x2715, 0x2717),  # warning, tick, crosses
    *(0x23F4, 0x23F5, 0x23F6, 0x23F7),  # see STAND_INS
}

MUST_HAVE = POLISH + DIGITS + "„”“«»‘’–—…•·→←↑↓✓≥≤×−№€£ął\u00a0§±°"

# A character that a font lacks, and the one whose glyph it may show instead.
STAND_INS = {
    0x2009: 0x0020,
    0x202F: 0x0020,
    0x2011: 0x2010,
    0x23F4: 0x25C0,
    0x23F5: 0x25B6,
    0x23F6: 0x25B2,
    0x23F7: 0x25BC,
}

# Largest distance between a cubic curve and the quadratic ones in its place, in ems.
CURVE_ERROR = 0.0005

LARGEST_FILE = 150_000


def main():
    arguments = argparse.ArgumentParser(description="Makes the text fonts in assets/fonts.")
    arguments.add_argument(
        "--inter",
        type=pathlib.Path,
        default=pathlib.Path("/usr/share/fonts/opentype/inter"),
        help="folder with Inter-Regular.otf and its weights (default: %(default)s)",
    )
    arguments.add_argument(
        "--jetbrains-mono",
        type=pathlib.Path,
        default=pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono"),
        help="folder with JetBrainsMono-Regular.ttf (default: %(default)s)",
    )
    given = arguments.parse_args()

    FONTS.mkdir(parents=True, exist_ok=True)
    for weight in ("Regular", "Medium", "SemiBold"):
        font = open_font(given.inter / f"Inter-{weight}.otf")
        use_tabular_digits(font)
        keep_characters(font)
        remove_digit_kerning(font)
        to_truetype(font)
        note_change(font, "subset, tabular figures")
        write(font, FONTS / f"Inter-{weight}.ttf")
    write_licence(font, FONTS / "OFL-Inter.txt")

    font = open_font(given.jetbrains_mono / "JetBrainsMono-Regular.ttf")
    keep_characters(font)
    note_change(font, "subset, no ligatures")
    write(font, FONTS / "JetBrainsMono-Regular.ttf")
    write_licence(font, FONTS / "OFL-JetBrainsMono.txt")


def open_font(path):
    if not path.is_file():
        sys.exit(f"{path} is missing: install the font's package or name its folder (see --help)")
    # The time stamp inside stays that of the original, so that the bytes are always the same.
    return TTFont(path, recalcTimestamp=False)


def use_tabular_digits(font):
    """Leads the characters 0 to 9 to the glyphs that the feature `tnum` has for them."""
    characters = font.getBestCmap()
    lookups = font["GSUB"].table.LookupList.Lookup
    tabular = {}
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in lookups[index].SubTable:
                    tabular.update(getattr(table, "ExtSubTable", table).mapping)
    digits = {ord(digit): tabular[characters[ord(digit)]] for digit in DIGITS}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap.update(digits)

    # Some weights have a digit whose width is a unit or two off.
    metrics = font["hmtx"].metrics
    widths = [metrics[glyph][0] for glyph in digits.values()]
    width = max(set(widths), key=widths.count)
    for glyph in digits.values():
        difference = width - metrics[glyph][0]
        if abs(difference) > font["head"].unitsPerEm // 500:
            sys.exit(f"the tabular digit {glyph} is {difference} units off")
        metrics[glyph] = (width, metrics[glyph][1])


def keep_characters(font):
    for wanted, instead in STAND_INS.items():
        characters = font.getBestCmap()
        if wanted not in characters and instead in characters:
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[wanted] = characters[instead]

    options = subset.Options()
    options.layout_features = ["ccmp", "kern", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.name_languages = [0x409]
    options.notdef_outline = True
    options.recalc_bounds = True
    options.drop_tables += ["DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)


def remove_digit_kerning(font):
    """Takes the digits out of every kerning pair, so that columns of figures stay straight."""
    characters = font.getBestCmap()
    digits = {characters[ord(digit)] for digit in DIGITS}
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            if table.Format == 1:
                sets = [
                    (glyph, pairs)
                    for glyph, pairs in zip(table.Coverage.glyphs, table.PairSet)
                    if glyph not in digits
                ]
                table.Coverage.glyphs = [glyph for glyph, _ in sets]
                table.PairSet = [pairs for _, pairs in sets]
                table.PairSetCount = len(sets)
                for pairs in table.PairSet:
                    pairs.PairValueRecord = [
                        pair for pair in pairs.PairValueRecord if pair.SecondGlyph not in digits
                    ]
                    pairs.PairValueCount = len(pairs.PairValueRecord)
            else:
                table.Coverage.glyphs = [g for g in table.Coverage.glyphs if g not in digits]
                for classes in (table.ClassDef1, table.ClassDef2):
                    for digit in digits:
                        classes.classDefs.pop(digit, None)


def to_truetype(font):
    """Replaces the cubic outlines of the table `CFF` by quadratic ones in `glyf`."""
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    error = CURVE_ERROR * font["head"].unitsPerEm
    outlines = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, error, reverse_direction=True))
        outlines[name] = pen.glyph()

    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = outlines
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    for name in order:
        outlines[name].recalcBounds(glyf)
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(outlines[name], "xMin", 0))

    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in (
        "maxTwilightPoints",
        "maxStorage",
        "maxFunctionDefs",
        "maxInstructionDefs",
        "maxStackElements",
        "maxSizeOfInstructions",
        "maxComponentElements",
        "maxComponentDepth",
        "maxPoints",
        "maxContours",
        "maxCompositePoints",
        "maxCompositeContours",
    ):
        setattr(maxp, field, 0)
    font["head"].glyphDataFormat = 0
    font.sfntVersion = "\x00\x01\x00\x00"


def note_change(font, change):
    """Says in the font's version that it is not the original."""
    for record in font["name"].names:
        if record.nameID == 5:
            record.string = f"{record.toUnicode()}; {change}"


def write(font, path):
    font["post"].formatType = 3.0
    font.save(path, reorderTables=True)
    check(path)
    print(f"{path.name}: {path.stat().st_size} bytes, {font['maxp'].numGlyphs} glyphs")


def check(path):
    font = TTFont(path)
    characters = font.getBestCmap()
    missing = [character for character in MUST_HAVE if ord(character) not in characters]
    if missing:
        sys.exit(f"{path}: without {' '.join(missing)}")
    if "glyf" not in font:
        sys.exit(f"{path}: no TrueType outlines")
    widths = {font["hmtx"][characters[ord(digit)]][0] for digit in DIGITS}
    if len(widths) != 1:
        sys.exit(f"{path}: the digits are not equally wide: {sorted(widths)}")
    if path.stat().st_size > LARGEST_FILE:
        sys.exit(f"{path}: {path.stat().st_size} bytes are more than {LARGEST_FILE}")


def write_licence(font, path):
    copyright_line = font["name"].getDebugName(0)
    text = (HERE / "OFL-1.1.txt").read_text(encoding="utf-8")
    path.write_text(f"{copyright_line}\n\n{text}", encoding="utf-8")


if __name__ == "__main__":
    main()
