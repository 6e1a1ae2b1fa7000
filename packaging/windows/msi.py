#!/usr/bin/env python3
"""Makes one installer with wixl, the same bytes of the same files.

  packaging/windows/msi.py --scope perMachine --version 1.2.3 --work FOLDER --out FILE.msi

FOLDER holds files/, all that is installed, and the two icons. All numbers that an installer is told
by follow from its contents: those of parts from their names, that of the product from the version,
that of the package from all that it is made of.
"""

import argparse
import hashlib
import os
import pathlib
import re
import subprocess
import time
import uuid
from xml.sax.saxutils import quoteattr

HERE = pathlib.Path(__file__).resolve().parent
# Never changes: older versions are found by what follows from it.
NAMESPACE = uuid.UUID("6a3a9a4e-2a2b-5d0e-9a55-0d0a3f3f7b11")


def main():
    arguments = argparse.ArgumentParser(description="Makes one installer.")
    arguments.add_argument("--scope", required=True, choices=["perMachine", "perUser"])
    arguments.add_argument("--version", required=True)
    arguments.add_argument("--work", required=True, type=pathlib.Path)
    arguments.add_argument("--out", required=True, type=pathlib.Path)
    given = arguments.parse_args()

    def number(*words):
        return str(uuid.uuid5(NAMESPACE, "/".join([given.scope, *words]))).upper()

    files = given.work / "files"
    paths = sorted(path.relative_to(files) for path in files.rglob("*") if path.is_file())
    (given.work / "files.wxs").write_text(listed(paths, number), encoding="utf-8")
    contents = hashlib.sha256(os.environ["SOURCE_DATE_EPOCH"].encode())
    for path in (HERE / "esu-planner.wxs", HERE / "msi.py", *sorted(given.work.glob("*.ico"))):
        contents.update(path.read_bytes())
    for path in paths:
        contents.update(f"{path}\0".encode() + (files / path).read_bytes())

    is_for_all = given.scope == "perMachine"
    variables = {
        "Scope": given.scope,
        "Version": given.version,
        "ProductCode": number("product", given.version),
        "PackageCode": number("package", given.version, contents.hexdigest()),
        "UpgradeCode": number("upgrade"),
        "ShortcutGuid": number("part", "shortcut"),
        "AssociationGuid": number("part", "association"),
        "PlaceGuid": number("part", "place"),
        "SearchPathGuid": number("part", "search path"),
        "Root": "HKLM" if is_for_all else "HKCU",
    }
    defines = [f"--define={name}={value}" for name, value in variables.items()]
    part = given.work / "made.msi"
    subprocess.run(
        ["wixl", "--arch", "x64", *defines, "--output", str(part),
         str(HERE / "esu-planner.wxs"), "files.wxs"],
        cwd=given.work, check=True,
    )
    add_what_wixl_lacks(part, given.version, is_for_all)
    level(part, variables["PackageCode"], int(os.environ["SOURCE_DATE_EPOCH"]))
    os.replace(part, given.out)


def add_what_wixl_lacks(installer, version, is_for_all):
    """The entry in PATH, the order of some steps, and the versions of the programs.

    The version before goes away inside of the transaction: an update that fails brings it back. An
    update looks for the folder after the registry was read (50) and before folders are worked out (800),
    and tells the list of programs where it is after that (1000). Without its version a program counts as older than the one that it replaces, and is left out.
    """
    # To be taken away with the program, put last; for all who use the computer or for one.
    variable = "=-*PATH" if is_for_all else "=-PATH"
    queries = [
        "CREATE TABLE `Environment` (`Environment` CHAR(72) NOT NULL, `Name` CHAR(255) NOT NULL"
        " LOCALIZABLE, `Value` CHAR(255) LOCALIZABLE, `Component_` CHAR(72) NOT NULL"
        " PRIMARY KEY `Environment`)",
        "INSERT INTO `Environment` (`Environment`, `Name`, `Value`, `Component_`)"
        f" VALUES ('Path', '{variable}', '[~];[INSTALLDIR]', 'SearchPath')",
        *(
            f"INSERT INTO `InstallExecuteSequence` (`Action`, `Sequence`) VALUES ('{action}', {at})"
            for action, at in (
                ("RemoveEnvironmentStrings", 3300), ("WriteEnvironmentStrings", 5200), ("TellWhere", 1010),
            )
        ),
        *(
            f"INSERT INTO `{sequence}` (`Action`, `Condition`, `Sequence`)"
            " VALUES ('UsePreviousDir', 'PREVIOUSDIR AND NOT INSTALLDIR', 60)"
            for sequence in ("InstallUISequence", "InstallExecuteSequence")
        ),
        # wixl marks them as run by the system, which is for other kinds.
        "UPDATE `CustomAction` SET `Type` = 51 WHERE `Type` = 2099",
        "UPDATE `InstallExecuteSequence` SET `Sequence` = 1501 WHERE `Action` = 'RemoveExistingProducts'",
    ]
    for ending in ("exe", "com"):
        file = identity("File", pathlib.PurePath(f"esu-planner.{ending}"))
        queries += [
            f"UPDATE `File` SET `Version` = '{version}.0', `Language` = '1033'"
            f" WHERE `File` = '{file}'",
            # Only what has no version is known by its contents.
            f"DELETE FROM `MsiFileHash` WHERE `File_` = '{file}'",
        ]
    for query in queries:
        subprocess.run(["msibuild", str(installer), "-q", query], check=True)


def level(installer, package_code, epoch):
    """Puts the number of the package and the time of the sources where wixl wrote others."""
    told = subprocess.run(
        ["msiinfo", "suminfo", str(installer)], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    made_up = re.search(r"\{[0-9A-F-]{36}\}", told).group().encode()
    data = installer.read_bytes()
    if data.count(made_up) != 1:
        raise SystemExit("the installer's own number is not where it is expected")
    data = data.replace(made_up, f"{{{package_code}}}".encode())
    # Created and saved, each a kind of value and the time since 1601 in units of 100 ns.
    since_1601 = 11_644_473_600
    now = time.time()

    def is_new(found):
        at = int.from_bytes(found.group(1), "little") / 10_000_000 - since_1601
        return abs(now - at) < 24 * 3600

    kind = (64).to_bytes(4, "little")
    moments = [m for m in re.finditer(re.escape(kind) + b"(.{8})", data, re.DOTALL) if is_new(m)]
    if len(moments) != 2:
        raise SystemExit("the installer's times are not where they are expected")
    moment = ((epoch + since_1601) * 10_000_000).to_bytes(8, "little")
    for found in moments:
        data = data[: found.start(1)] + moment + data[found.end(1) :]
    installer.write_bytes(data)


def listed(paths, number):
    """All files as parts of the installer, each a part of its own."""
    lines, group, folders = [], [], {pathlib.PurePath("."): "INSTALLDIR"}
    for folder in sorted({path.parent for path in paths} - set(folders)):
        if folder.parent != pathlib.PurePath("."):
            raise SystemExit(f"{folder}: a folder in a folder is not thought of here")
        folders[folder] = identity("Folder", folder)
        lines.append(
            f'<DirectoryRef Id="INSTALLDIR"><Directory Id="{folders[folder]}"'
            f" Name={quoteattr(folder.name)}/></DirectoryRef>"
        )
    for path in paths:
        part = identity("Part", path)
        group.append(f'<ComponentRef Id="{part}"/>')
        lines.append(
            f'<DirectoryRef Id="{folders[path.parent]}">'
            f'<Component Id="{part}" Guid="{number("file", path.as_posix())}" Win64="yes">'
            f'<File Id="{identity("File", path)}" Name={quoteattr(path.name)}'
            f' Source={quoteattr(f"files/{path.as_posix()}")} KeyPath="yes"/>'
            "</Component></DirectoryRef>"
        )
    lines.append('<ComponentGroup Id="Files">' + "".join(group) + "</ComponentGroup>")
    return (
        '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi"><Fragment>\n'
        + "\n".join(lines)
        + "\n</Fragment></Wix>\n"
    )


def identity(kind, path):
    """A name that an installer's tables take: letters, digits, points and underlines."""
    return f"{kind}_" + "".join(c if c.isalnum() or c == "." else "_" for c in path.as_posix())


if __name__ == "__main__":
    main()
