"""What is linked into the program: its crates for one target, with their licences' texts.

Asked of cargo, without a network: build scripts, macros, tools and tests are not among them. Used by
bill.py and notices.py.
"""

import dataclasses
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

# For the standard library, which is linked in too, and for packages that only name their licence.
MIT = """\
Permission is hereby granted, free of charge, to any person obtaining a copy of this software and
associated documentation files (the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge, publish, distribute,
sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT
NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES
OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""

ZERO_BSD = """\
Permission to use, copy, modify, and/or distribute this software for any purpose with or without
fee is hereby granted.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS
SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE
AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES
WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT, NEGLIGENCE
OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS
SOFTWARE.
"""

# Where nothing but the name of a licence is given, by preference.
USUAL_TEXTS = ("Apache-2.0", "MIT", "0BSD")

LICENCE_FILE = re.compile(
    r"(licen[sc]es?|copying|copyright|notice|unlicense|authors)([-._].*)?", re.IGNORECASE
)


@dataclasses.dataclass(frozen=True)
class Crate:
    """One package that is linked in."""

    name: str
    version: str
    licence: str
    authors: tuple
    description: str
    repository: str
    checksum: str
    folder: pathlib.Path
    is_own: bool
    dependencies: tuple

    @property
    def key(self):
        return f"{self.name} {self.version}"

    def texts(self):
        """Name and text of each licence file; never none."""
        found = []
        for path in sorted(self.folder.iterdir()):
            if not LICENCE_FILE.fullmatch(path.name):
                continue
            files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
            for file in files:
                # Some are links of the repository that lead nowhere in the package.
                text = file.read_text(encoding="utf-8", errors="replace").strip()
                if text and not re.fullmatch(r"[\w./-]+", text):
                    found.append((file.relative_to(self.folder).as_posix(), text))
        # Who names no licence's text in files of that name only lists people.
        if not any(not name.lower().startswith(("authors", "notice")) for name, _ in found):
            found.append(self.usual_text())
        return found

    def usual_text(self):
        """The text of a licence that the package names without carrying it."""
        for name in USUAL_TEXTS:
            if name in re.split(r"[\s()]+", self.licence):
                holders = ", ".join(self.authors) or f"the authors of {self.name}"
                if name == "Apache-2.0":
                    text = (ROOT / "LICENSE-APACHE").read_text(encoding="utf-8").strip()
                else:
                    text = MIT if name == "MIT" else ZERO_BSD
                    text = f"Copyright (c) {holders}\n\n{text}".strip()
                return (name, text)
        sys.exit(f"{self.key}: {self.licence}: no text of that licence is known")

    def holders(self):
        """The copyright lines of its files, or else its authors."""
        lines = []
        for _, text in self.texts():
            for line in text.splitlines():
                line = line.lstrip(" \t*#/<!-").rstrip(" \t*#/")
                if re.match(r"(copyright|©)", line, re.IGNORECASE) and re.search(
                    r"\d{4}|\(c\)|©", line, re.IGNORECASE
                ):
                    line = re.sub(r"^(copyright|\(c\)|©|:|\s)+", "", line, flags=re.IGNORECASE)
                    line = re.sub(r"\.?\s*all rights reserved\.?$", "", line, flags=re.IGNORECASE)
                    # The Apache licence's own example, and sentences about copyright.
                    is_example = re.search(r"\[yyyy\]|\{yyyy\}|name of copyright", line)
                    if line and not is_example and line not in lines:
                        lines.append(line)
        return lines or [", ".join(self.authors) or f"the authors of {self.name}"]


def crates(target):
    """All crates that are linked in, sorted, the program itself among them."""
    listed = ask("tree", "--edges", "normal,no-proc-macro", "--target", target, "--prefix", "none",
                 "--no-dedupe", "--format", "{p}")
    linked = {tuple(line.split()[:2]) for line in listed.splitlines() if line}
    linked = {(name, version.removeprefix("v")) for name, version in linked}
    metadata = json.loads(ask("metadata", "--format-version", "1", "--filter-platform", target))
    checksums = lock_checksums()
    packages = {p["id"]: p for p in metadata["packages"] if (p["name"], p["version"]) in linked}
    needed = {
        node["id"]: tuple(sorted(
            f"{packages[d['pkg']]['name']} {packages[d['pkg']]['version']}"
            for d in node["deps"]
            if d["pkg"] in packages and any(kind["kind"] is None for kind in d["dep_kinds"])
        ))
        for node in metadata["resolve"]["nodes"]
    }
    found = [
        Crate(
            name=package["name"],
            version=package["version"],
            licence=expression(package),
            authors=tuple(re.sub(r"\s*<[^>]*>", "", a).strip() for a in package["authors"]),
            description=" ".join((package["description"] or "").split()),
            repository=package["repository"] or "",
            checksum=checksums.get((package["name"], package["version"]), ""),
            folder=pathlib.Path(package["manifest_path"]).parent,
            is_own=package["source"] is None,
            dependencies=needed[identity],
        )
        for identity, package in packages.items()
    ]
    missing = linked - {(crate.name, crate.version) for crate in found}
    if missing:
        sys.exit(f"cargo lists these but does not describe them: {sorted(missing)}")
    return sorted(found, key=lambda crate: (crate.name, crate.version))


def ask(*arguments):
    """What cargo answers from what lies here already."""
    return subprocess.run(
        ["cargo", *arguments, "--locked", "--offline"],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout


def expression(package):
    """The licence as an SPDX expression; some still write a slash for `or`."""
    licence = package["license"]
    if not licence:
        sys.exit(f"{package['name']} {package['version']}: names no licence")
    return re.sub(r"\s*/\s*", " OR ", licence)


def lock_checksums():
    """The checksum of each package as Cargo.lock has it."""
    checksums = {}
    for block in (ROOT / "Cargo.lock").read_text(encoding="utf-8").split("[[package]]"):
        fields = dict(re.findall(r'^(name|version|checksum) = "([^"]*)"$', block, re.MULTILINE))
        if "checksum" in fields:
            checksums[(fields["name"], fields["version"])] = fields["checksum"]
    return checksums
