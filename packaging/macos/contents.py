#!/usr/bin/env python3
"""Writes what an app of macOS has beside its program: the description, the icons, the languages.

  packaging/macos/contents.py --version VERSION --out FOLDER

FOLDER is the app's folder Contents. The names of the app and of its files come from the descriptions
in packaging/linux, so that all systems have the same ones. The same sources give the same bytes. Needs
Python 3.9 or later; that of Xcode's command line tools will do.
"""

import argparse
import pathlib
import plistlib
import re
import xml.etree.ElementTree as ElementTree

import icns

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
ICONS = ROOT / "packaging" / "icons"
ICON_SIZES = {
    "esu-planner": (16, 32, 64, 128, 256, 512),
    "esu-profile": (16, 32, 64, 128, 256),
}
LANGUAGES = ("en", "pl")

# Rust 1.95 asks for macOS 11 on Apple's processors and 10.12 on Intel's, wgpu 30 for 10.13 and uses
# some of what came with 11. One number for both.
MINIMUM = "11.0"

# Shown when macOS asks whether the program may speak to other devices on the network.
WHY_NETWORK = {
    "en": "ESU Planner prints on the network printer whose address you enter.",
    "pl": "ESU Planner drukuje na drukarce sieciowej, której adres podasz.",
}


def main():
    arguments = argparse.ArgumentParser(description="Writes what an app has beside its program.")
    arguments.add_argument("--version", required=True)
    arguments.add_argument("--out", required=True, type=pathlib.Path, help="the folder Contents")
    given = arguments.parse_args()

    named = Names()
    resources = given.out / "Resources"
    resources.mkdir(parents=True, exist_ok=True)
    write_plist(given.out / "Info.plist", description(named, given.version))
    (given.out / "PkgInfo").write_bytes(b"APPL????")
    for icon, sizes in ICON_SIZES.items():
        pictures = [(ICONS / f"{icon}-{size}.png").read_bytes() for size in sizes]
        (resources / f"{icon}.icns").write_bytes(icns.icon(pictures))
    for language in LANGUAGES:
        folder = resources / f"{language}.lproj"
        folder.mkdir(exist_ok=True)
        # Texts under the keys of the description, and the file type's name under its English one.
        write_plist(folder / "InfoPlist.strings", {
            named.file_type["en"]: named.file_type[language],
            "NSLocalNetworkUsageDescription": WHY_NETWORK[language],
        })


class Names:
    """What the descriptions for Linux call the app and its files."""

    def __init__(self):
        linux = ROOT / "packaging" / "linux"
        component = ElementTree.parse(linux / "esu-planner.metainfo.xml").getroot()
        self.app = component.findtext("name")
        # Identifiers of macOS have no underscores.
        self.identifier = component.findtext("id").replace("_", "-")
        self.licence = component.findtext("project_license")
        self.authors = component.findtext("developer_name")

        namespace = "{http://www.freedesktop.org/standards/shared-mime-info}"
        mime = ElementTree.parse(linux / "esu-planner.mime.xml").getroot().find(f"{namespace}mime-type")
        self.mime_type = mime.get("type")
        self.ending = mime.find(f"{namespace}glob").get("pattern").removeprefix("*.")
        language = "{http://www.w3.org/XML/1998/namespace}lang"
        self.file_type = {
            comment.get(language, "en"): comment.text for comment in mime.iter(f"{namespace}comment")
        }


def description(named, version):
    """What stands in Info.plist."""
    # Apple allows three numbers and nothing after them.
    numbers = re.match(r"\d+\.\d+\.\d+", version)
    if not numbers:
        raise SystemExit(f"{version} is no version")
    file_type = f"{named.identifier}.profile"
    return {
        "CFBundleInfoDictionaryVersion": "6.0",
        "CFBundlePackageType": "APPL",
        "CFBundleIdentifier": named.identifier,
        "CFBundleName": named.app,
        "CFBundleDisplayName": named.app,
        "CFBundleExecutable": "esu-planner",
        "CFBundleIconFile": "esu-planner",
        "CFBundleShortVersionString": numbers[0],
        "CFBundleVersion": numbers[0],
        "CFBundleDevelopmentRegion": "en",
        "CFBundleLocalizations": list(LANGUAGES),
        "LSApplicationCategoryType": "public.app-category.business",
        "LSMinimumSystemVersion": MINIMUM,
        "NSHighResolutionCapable": True,
        "NSHumanReadableCopyright": f"{named.authors}; {named.licence}",
        "NSLocalNetworkUsageDescription": WHY_NETWORK["en"],
        "NSPrincipalClass": "NSApplication",
        "NSSupportsAutomaticGraphicsSwitching": True,
        "UTExportedTypeDeclarations": [{
            "UTTypeIdentifier": file_type,
            "UTTypeDescription": named.file_type["en"],
            "UTTypeConformsTo": ["public.utf8-plain-text"],
            "UTTypeIconFile": "esu-profile.icns",
            "UTTypeTagSpecification": {
                "public.filename-extension": [named.ending],
                "public.mime-type": [named.mime_type],
            },
        }],
        # The app gives these files their name and icon, and says that it can't be asked to open one:
        # see bundle.sh.
        "CFBundleDocumentTypes": [{
            "CFBundleTypeName": named.file_type["en"],
            "CFBundleTypeIconFile": "esu-profile",
            "CFBundleTypeRole": "None",
            "LSHandlerRank": "None",
            "LSItemContentTypes": [file_type],
        }],
    }


def write_plist(path, told):
    path.write_bytes(plistlib.dumps(told, sort_keys=False))


if __name__ == "__main__":
    main()
