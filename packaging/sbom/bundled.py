"""What the program carries beside code: fonts and icons, with their licences."""

import dataclasses
import hashlib
import pathlib

from crates import ROOT


@dataclasses.dataclass(frozen=True)
class Bundled:
    """Files of one origin under one licence."""

    name: str
    version: str
    licence: str
    holders: tuple
    home: str
    files: tuple
    text_file: str

    def text(self):
        return (ROOT / self.text_file).read_text(encoding="utf-8").strip()

    def sums(self):
        """Path and SHA-256 of each file."""
        return [(file, hashlib.sha256((ROOT / file).read_bytes()).hexdigest()) for file in self.files]


BUNDLED = (
    Bundled(
        name="Inter",
        version="3.19",
        licence="OFL-1.1",
        holders=("2020 The Inter Project Authors",),
        home="https://github.com/rsms/inter",
        files=(
            "assets/fonts/Inter-Medium.ttf",
            "assets/fonts/Inter-Regular.ttf",
            "assets/fonts/Inter-SemiBold.ttf",
        ),
        text_file="assets/fonts/OFL-Inter.txt",
    ),
    Bundled(
        name="JetBrains Mono",
        version="2.242",
        licence="OFL-1.1",
        holders=("2020 The JetBrains Mono Project Authors",),
        home="https://github.com/JetBrains/JetBrainsMono",
        files=("assets/fonts/JetBrainsMono-Regular.ttf",),
        text_file="assets/fonts/OFL-JetBrainsMono.txt",
    ),
    Bundled(
        name="Phosphor Icons",
        version="2.1.2",
        licence="MIT",
        holders=("2020-2021 Phosphor Icons",),
        home="https://github.com/phosphor-icons/web",
        files=("assets/icons/phosphor.ttf",),
        text_file="assets/icons/LICENSE-Phosphor.txt",
    ),
)


def check():
    """Every font in the assets is told of here."""
    told = {file for bundled in BUNDLED for file in bundled.files}
    there = {
        path.relative_to(ROOT).as_posix()
        for path in pathlib.Path(ROOT / "assets").rglob("*")
        if path.suffix.lower() in (".ttf", ".otf", ".ttc", ".woff", ".woff2")
    }
    if told != there:
        raise SystemExit(f"bundled.py and assets/ differ: {sorted(told ^ there)}")
