"""What the program carries beside crates, with the licences: fonts, icons, and a C runtime."""

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


@dataclasses.dataclass(frozen=True)
class Runtime:
    """What the linker puts into a program for some targets. No version: it is the linker's."""

    name: str
    licence: str
    home: str
    text_file: str = ""


# Start-up code, threads and unwinding. The exception for libgcc asks for no notice.
MINGW = (
    Runtime(
        name="mingw-w64 runtime",
        licence="ZPL-2.1",
        home="https://git.code.sf.net/p/mingw-w64/mingw-w64",
        text_file="packaging/sbom/ZPL-mingw-w64.txt",
    ),
    Runtime(
        name="libgcc",
        licence="GPL-3.0-or-later WITH GCC-exception-3.1",
        home="https://gcc.gnu.org/git/gcc.git",
    ),
)


def runtimes(target):
    """What is linked in beside Rust's own library."""
    return MINGW if target.endswith("-windows-gnu") else ()


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
