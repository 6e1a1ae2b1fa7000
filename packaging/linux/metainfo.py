#!/usr/bin/env python3
"""Writes the AppStream description with the releases that CHANGELOG.md tells of.

  packaging/linux/metainfo.py --version VERSION --out FILE

A version that the changelog does not have is a development release of the day of the sources, which
the variable SOURCE_DATE_EPOCH tells. With PROJECT_URL (the project's address) it names that, and with
PICTURES_URL (where the pictures of assets/pictures lie) screenshots: software centres fetch them.
"""

import argparse
import datetime
import os
import pathlib
import re
import struct
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PICTURES = ROOT / "assets" / "pictures"
SCREENSHOTS = {
    "plan": {
        "en": "The plan of a hospital with six groups, and what would make it cheaper",
        "pl": "Plan szpitala z sześcioma grupami i to, co obniżyłoby jego koszt",
    },
    "decisions": {
        "en": "A decision, the FAQ entry it comes from, and the plan so far",
        "pl": "Decyzja, pozycja FAQ, z której wynika, i dotychczasowy plan",
    },
    "print": {
        "en": "The plan as it will be printed, in English or in Polish",
        "pl": "Podgląd wydruku planu, po polsku lub po angielsku",
    },
}
HEADING = re.compile(r"^## \[([^\]]+)\](?: - (\d{4}-\d{2}-\d{2}))?$")


def main():
    arguments = argparse.ArgumentParser(description="Writes the AppStream description.")
    arguments.add_argument("--version", required=True)
    arguments.add_argument("--out", required=True, type=pathlib.Path)
    given = arguments.parse_args()

    component = ElementTree.parse(HERE / "esu-planner.metainfo.xml").getroot()
    pictures = os.environ.get("PICTURES_URL")
    if pictures:
        add_screenshots(component, pictures.rstrip("/"))
    address = os.environ.get("PROJECT_URL")
    if address:
        ElementTree.SubElement(component, "url", type="homepage").text = address
    add_releases(component, given.version)
    ElementTree.indent(component)
    text = ElementTree.tostring(component, encoding="unicode")
    given.out.write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', encoding="utf-8")


def add_screenshots(component, pictures):
    screenshots = ElementTree.SubElement(component, "screenshots")
    for name, captions in SCREENSHOTS.items():
        shot = ElementTree.SubElement(screenshots, "screenshot")
        for language, caption in captions.items():
            in_language(ElementTree.SubElement(shot, "caption"), language).text = caption
        for language in captions:
            file = f"{name}.png" if language == "en" else f"{name}-{language}.png"
            width, height = struct.unpack(">II", (PICTURES / file).read_bytes()[16:24])
            image = ElementTree.SubElement(
                shot, "image", type="source", width=str(width), height=str(height)
            )
            in_language(image, language).text = f"{pictures}/{file}"
    # The one that is shown by itself.
    screenshots[0].set("type", "default")


def in_language(element, language):
    """The element, marked when it is not in English, which is the language of unmarked ones."""
    if language != "en":
        element.set("{http://www.w3.org/XML/1998/namespace}lang", language)
    return element


def add_releases(component, version):
    releases = ElementTree.SubElement(component, "releases")
    told = changelog()
    if version not in [number for number, _, _ in told]:
        moment = int(os.environ["SOURCE_DATE_EPOCH"])
        day = datetime.datetime.fromtimestamp(moment, tz=datetime.timezone.utc).date().isoformat()
        ElementTree.SubElement(
            releases, "release", version=version, date=day, type="development"
        )
    for number, day, points in told:
        release = ElementTree.SubElement(releases, "release", version=number, date=day)
        if points:
            listed = ElementTree.SubElement(
                ElementTree.SubElement(release, "description"), "ul"
            )
            for point in points:
                ElementTree.SubElement(listed, "li").text = point


def changelog():
    """Version, day and the points' first words of each release, the newest first."""
    told = []
    for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines():
        heading = HEADING.match(line)
        if heading:
            # What is not released has no day.
            told.append((heading[1], heading[2], []))
        elif told and (point := re.match(r"^- \*\*(.+?)\*\*", line)):
            told[-1][2].append(point[1].rstrip(".:"))
    return [release for release in told if release[1]]


if __name__ == "__main__":
    main()
