#!/usr/bin/env python3
"""Writes the bill of materials of the program for one target, as CycloneDX 1.5 in JSON.

  packaging/sbom/bill.py --target x86_64-unknown-linux-gnu --out FILE [--program FILE…]

It lists every crate that is linked in with its checksum in Cargo.lock, Rust's standard library, what
else the linker puts in, and the fonts and icons. The same sources give the same bytes: the time is
SOURCE_DATE_EPOCH, or that of the commit. Needs Python 3.9 or later and cargo, and no network once cargo has fetched.
"""

import argparse
import datetime
import hashlib
import json
import os
import pathlib
import subprocess
import uuid

import bundled
from crates import ROOT, crates


def main():
    arguments = argparse.ArgumentParser(description="Writes the bill of materials.")
    arguments.add_argument("--target", required=True, help="what it was built for, as rustc calls it")
    arguments.add_argument("--out", required=True, type=pathlib.Path, help="the file to write")
    arguments.add_argument(
        "--program", type=pathlib.Path, action="append", default=[],
        help="the program, to tell its checksum; those beside it after it",
    )
    given = arguments.parse_args()

    bundled.check()
    found = crates(given.target)
    own = next(crate for crate in found if crate.is_own)
    components = [component(crate) for crate in found if not crate.is_own]
    components.append(standard_library())
    components += [runtime(one) for one in bundled.runtimes(given.target)]
    components += [font(one) for one in bundled.BUNDLED]
    main_component = {
        "type": "application",
        "bom-ref": reference(own),
        "name": own.name,
        "version": own.version,
        "description": own.description,
        "licenses": [{"expression": own.licence}],
        "purl": reference(own),
        "supplier": {"name": "ESU Planner authors"},
        "properties": [
            {"name": "esu-planner:commit", "value": commit()},
            {"name": "esu-planner:target", "value": given.target},
        ],
    }
    if given.program:
        main_component["hashes"] = checksum(given.program[0])
        main_component["components"] = [
            {"type": "file", "bom-ref": f"file:{one.name}", "name": one.name, "hashes": checksum(one)}
            for one in given.program
        ]
    by_key = {crate.key: crate for crate in found}
    edges = [
        {"ref": reference(crate), "dependsOn": [reference(by_key[key]) for key in crate.dependencies]}
        for crate in found
    ]
    own_edges = next(edge for edge in edges if edge["ref"] == reference(own))
    own_edges["dependsOn"] += [c["bom-ref"] for c in components[len(found) - 1 :]]

    bill = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "timestamp": timestamp(),
            "authors": [{"name": "ESU Planner authors"}],
            "tools": {
                "components": [
                    {"type": "application", "name": "cargo", "version": told_by("cargo")["release"]}
                ]
            },
            "component": main_component,
        },
        "components": components,
        "dependencies": edges,
    }
    # The number follows from the contents, so that equal bills are equal.
    contents = json.dumps(bill, sort_keys=True)
    number = uuid.UUID(bytes=hashlib.sha256(contents.encode()).digest()[:16], version=4)
    bill["serialNumber"] = f"urn:uuid:{number}"
    text = json.dumps(bill, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    given.out.write_text(text, encoding="utf-8")
    print(f"{given.out.name}: {len(components)} components")


def reference(crate):
    # The program itself is in no registry, where another could take its name.
    kind = "generic" if crate.is_own else "cargo"
    return f"pkg:{kind}/{crate.name}@{crate.version.replace('+', '%2B')}"


def checksum(file):
    return [{"alg": "SHA-256", "content": hashlib.sha256(file.read_bytes()).hexdigest()}]


def component(crate):
    told = {
        "type": "library",
        "bom-ref": reference(crate),
        "name": crate.name,
        "version": crate.version,
        "licenses": [{"expression": crate.licence}],
        "purl": reference(crate),
        "hashes": [{"alg": "SHA-256", "content": crate.checksum}],
    }
    if crate.description:
        told["description"] = crate.description
    if crate.repository:
        told["externalReferences"] = [{"type": "vcs", "url": crate.repository}]
    return told


def told_by(tool):
    """What a tool says of itself."""
    answer = subprocess.run(
        [tool, "--version", "--verbose"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    return dict(line.split(": ", 1) for line in answer.splitlines() if ": " in line)


def runtime(one):
    return {
        "type": "library",
        "bom-ref": f"runtime:{one.name}",
        "name": one.name,
        "licenses": [{"expression": one.licence}],
        "externalReferences": [{"type": "vcs", "url": one.home}],
    }


def standard_library():
    told = told_by("rustc")
    return {
        "type": "library",
        "bom-ref": f"rust-std@{told['release']}",
        "name": "rust-std",
        "version": told["release"],
        "description": "The standard library of Rust, with the crates that it is made of",
        "licenses": [{"expression": "MIT OR Apache-2.0"}],
        "externalReferences": [
            {
                "type": "vcs",
                "url": "https://github.com/rust-lang/rust",
                "comment": f"commit {told['commit-hash']}",
            }
        ],
    }


def font(one):
    return {
        "type": "data",
        "bom-ref": f"bundled:{one.name}@{one.version}",
        "name": one.name,
        "version": one.version,
        "licenses": [{"expression": one.licence}],
        "copyright": "; ".join(f"Copyright {holder}" for holder in one.holders),
        "externalReferences": [{"type": "vcs", "url": one.home}],
        "components": [
            {
                "type": "file",
                "bom-ref": f"bundled:{path}",
                "name": path,
                "hashes": [{"alg": "SHA-256", "content": checksum}],
            }
            for path, checksum in one.sums()
        ],
    }


def commit():
    """The commit of the sources; outside of a repository there is none."""
    if not (ROOT / ".git").exists():
        return "unknown"
    return git("rev-parse", "HEAD")


def git(*arguments):
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True
    ).stdout.strip()


def timestamp():
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or git("log", "-1", "--format=%ct")
    moment = datetime.datetime.fromtimestamp(int(epoch), tz=datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
