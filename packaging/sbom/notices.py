#!/usr/bin/env python3
"""Writes the licences of all that the program is made of.

  packaging/sbom/notices.py --target TARGET --notices FILE     every text, with who is under it
  packaging/sbom/notices.py --target TARGET --copyright FILE   Debian's machine-readable form
  packaging/sbom/notices.py --target TARGET --expression       one SPDX expression over all

Several of them may be asked for at once, and a program for several targets has --target as often. The
texts are those that lie in the crates as cargo fetched them. It fails where one is missing. Needs
Python 3.9 or later and cargo, and no network.
"""

import argparse
import pathlib
import re

import bundled
from crates import MIT, ROOT, crates

STANDARD_LIBRARY = "Rust's standard library"
RULE = "=" * 98


def main():
    arguments = argparse.ArgumentParser(description="Writes the licences of all components.")
    arguments.add_argument(
        "--target", required=True, action="append", help="what it was built for, as rustc calls it"
    )
    arguments.add_argument("--notices", type=pathlib.Path, help="a file for all texts")
    arguments.add_argument("--copyright", type=pathlib.Path, help="a file in Debian's form")
    arguments.add_argument("--expression", action="store_true", help="print one expression")
    given = arguments.parse_args()

    bundled.check()
    by_key = {crate.key: crate for target in given.target for crate in crates(target)}
    found = sorted(by_key.values(), key=lambda crate: (crate.name, crate.version))
    if given.notices:
        runtimes = {one: None for target in given.target for one in bundled.runtimes(target)}
        given.notices.write_text(notices(found, list(runtimes)), encoding="utf-8")
    if given.copyright:
        given.copyright.write_text(debian_copyright(found), encoding="utf-8")
    if given.expression:
        print(whole_expression(found))


def notices(found, runtimes):
    """Every licence text once, the one that most are under first."""
    own = next(crate for crate in found if crate.is_own)
    others = [crate for crate in found if not crate.is_own]
    texts = [(crate.key, text) for crate in others for _, text in crate.texts()]
    texts.append((STANDARD_LIBRARY, f"Copyright (c) The Rust Project Contributors\n\n{MIT}"))
    texts += [(one.name, text_of(one.text_file)) for one in runtimes if one.text_file]
    texts += [(f"{one.name} {one.version}", one.text()) for one in bundled.BUNDLED]
    # Texts that differ only in where their lines break are the same.
    under = {}
    for key, text in texts:
        under.setdefault(" ".join(text.split()), (tidy(text), []))[1].append(key)

    lines = [
        f"{own.name} is under {own.licence}. It contains the work of others, for which we thank them:",
        "",
    ]
    for crate in others:
        lines.append(f"  {crate.key}: {crate.licence}")
    lines.append(f"  {STANDARD_LIBRARY}: MIT OR Apache-2.0")
    lines += [f"  {one.name}: {one.licence}" for one in runtimes]
    for one in bundled.BUNDLED:
        lines.append(f"  {one.name} {one.version}: {one.licence}")
    lines += ["", "Their notices and licences, each followed by those who are under it:", ""]
    for text, keys in sorted(under.values(), key=lambda item: (-len(item[1]), item[1], item[0])):
        lines += [RULE, *wrapped(sorted(set(keys))), RULE, "", text, ""]
    return "\n".join(lines)


def tidy(text):
    """Without what does not matter, so that equal texts are equal."""
    text = text.replace("\r\n", "\n").replace("\f", "\n").expandtabs(4).lstrip("\ufeff")
    # Characters that no terminal shows.
    text = re.sub(r"[\x00-\x08\x0b-\x1f\x7f]", "", text)
    lines = [line.rstrip() for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def wrapped(words):
    lines = [""]
    for word in words:
        word = word if word == words[-1] else f"{word},"
        if len(lines[-1]) + len(word) > 96:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def whole_expression(found):
    """All licences joined by AND, each alternative in parentheses."""
    own = next(crate.licence for crate in found if crate.is_own)
    named = [crate.licence for crate in found] + [one.licence for one in bundled.BUNDLED]
    # The same choice written in another order is the same.
    choices = {}
    for licence in [own, *sorted(named)]:
        for part in re.split(r" AND (?![^(]*\))", licence):
            part = part.removeprefix("(").removesuffix(")")
            choices.setdefault(frozenset(part.split(" OR ")), part)
    return " AND ".join(f"({part})" if " OR " in part else part for part in choices.values())


def debian_copyright(found):
    """https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/"""
    own = next(crate for crate in found if crate.is_own)
    holder = re.search(r"^Copyright \(c\) (.*)$", text_of("LICENSE-MIT"), re.MULTILINE).group(1)
    stanzas = [
        {
            "Format": "https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/",
            "Upstream-Name": "ESU Planner",
            "Comment": "The program contains the crates that stand here as crates/NAME-VERSION.\n"
            "The notices of each stand in THIRD-PARTY-LICENSES.txt.gz beside this file.",
        },
        {"Files": "*", "Copyright": holder, "License": short(own.licence)},
    ]
    alike = {}
    for crate in found:
        if not crate.is_own:
            key = (short(crate.licence), tuple(crate.holders()))
            alike.setdefault(key, []).append(f"crates/{crate.name}-{crate.version}/*")
    key = ("Expat or Apache-2.0", ("The Rust Project Contributors",))
    alike.setdefault(key, []).append("rust-std/*")
    for one in bundled.BUNDLED:
        alike.setdefault((short(one.licence), one.holders), []).extend(one.files)
    for (licence, holders), files in sorted(alike.items(), key=lambda item: item[1]):
        stanzas.append({
            "Files": "\n".join(files),
            "Copyright": "\n".join(holders),
            "License": licence,
        })
    names = set()
    for stanza in stanzas:
        for name in re.split(r", and | and | or | with [\w-]+ exception", stanza.get("License", "")):
            names.add(name.strip())
    for name in sorted(names - {""}):
        stanzas.append({"License": f"{name}\n{licence_text(name, found)}"})
    return "\n".join(
        "".join(f"{field}: {folded(value)}\n" for field, value in stanza.items())
        for stanza in stanzas
    )


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def short(licence):
    """An SPDX expression in Debian's words."""
    licence = licence.replace(" WITH LLVM-exception", " with LLVM exception")
    licence = re.sub(r"\bMIT\b(?!-)", "Expat", licence)
    licence = licence.replace("GPL-2.0-only", "GPL-2").replace("Unicode-3.0", "Unicode")
    # `and` binds closer than `or`; after a comma it doesn't.
    alternatives = re.fullmatch(r"\((.*)\) AND (.*)", licence)
    if alternatives:
        licence = f"{alternatives.group(1)}, and {alternatives.group(2)}"
    return licence.replace(" AND ", " and ").replace(" OR ", " or ")


def licence_text(name, found):
    """Its text, or where Debian has it."""
    common = {"Apache-2.0": "Apache-2.0", "GPL-2": "GPL-2", "CC0-1.0": "CC0-1.0"}
    if name in common:
        return f"On Debian systems its text is in /usr/share/common-licenses/{common[name]}."
    if name == "Expat":
        return MIT
    for one in bundled.BUNDLED:
        if one.licence == name:
            return one.text()
    # The first crate that is under this licence and no other has its text.
    for crate in found:
        if short(crate.licence) == name:
            return tidy(crate.texts()[0][1])
    for crate in found:
        if name in re.split(r", and | and | or ", short(crate.licence)):
            for file, text in crate.texts():
                if is_text_of(name, file):
                    return tidy(text)
    raise SystemExit(f"no crate carries the text of {name}")


def is_text_of(name, file):
    """Whether a file's name is that of the licence: LICENSE-BOOST of BSL-1.0."""
    file = re.sub(r"\W", "", file.lower())
    names = {"BSL-1.0": "boost", "MIT-0": "mit0", "Unlicense": "unlicense", "0BSD": "0bsd"}
    word = names.get(name, re.sub(r"\W", "", name.split("-")[0].lower()))
    return word in file


def folded(value):
    """As a field of several lines: each indented, empty ones with a dot."""
    lines = [line.rstrip() for line in value.split("\n")]
    return "\n".join([lines[0], *(f" {line}" if line.strip() else " ." for line in lines[1:])])


if __name__ == "__main__":
    main()
