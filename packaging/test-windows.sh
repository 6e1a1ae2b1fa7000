#!/usr/bin/env bash
# Checks what the packages for Windows are made of, in half a minute and without Windows: the quick half
# of packaging/windows/show.sh. Programs of a few lines stand for the real ones.
#
#   packaging/test-windows.sh
#
# What this system lacks a tool for is told and left out.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=windows/common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/windows/common.sh"

find_cargo
set_epoch
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export PYTHONDONTWRITEBYTECODE=1
version=$(cargo_version)

has() {
    command -v "$1" >/dev/null && return
    printf 'left out: %s is missing\n' "$1"
    return 1
}

say "Icons"
make_icons "$home"
python3 - "$home" "$root/packaging/icons" <<'PYTHON'
import pathlib, struct, sys, zlib
made, icons = map(pathlib.Path, sys.argv[1:])
for name in ("esu-planner", "esu-profile"):
    data = (made / f"{name}.ico").read_bytes()
    assert struct.unpack("<HHH", data[:6]) == (0, 1, 7), "not seven pictures"
    entries = [struct.unpack("<BBBBHHII", data[6 + 16 * i : 22 + 16 * i]) for i in range(7)]
    assert [e[0] or 256 for e in entries] == [16, 24, 32, 48, 64, 128, 256], entries
    assert all(e[5] == 32 for e in entries) and entries[-1][6] + entries[-1][7] == len(data)
    for e in entries[5:]:
        assert data[e[7] : e[7] + e[6]] == (icons / f"{name}-{e[0] or 256}.png").read_bytes()
    # The corners are transparent and the middle is not, as in the picture it was made of.
    side, _, _, _, _, _, _, at = entries[2]
    pixels = data[at + 40 : at + 40 + side * side * 4]
    assert pixels[3] == 0 and pixels[(side // 2 * side + side // 2) * 4 + 3] == 255
PYTHON
printf 'ok: two icons of seven sizes\n'

say "Version and manifest"
python3 - "$windows/esu-planner.manifest.in" <<'PYTHON'
import sys
from xml.etree import ElementTree
tree = ElementTree.parse(sys.argv[1])
told = {e.tag.split("}")[1]: (e.text or "").strip() for e in tree.iter()}
assert told["longPathAware"] == "true" and told["activeCodePage"] == "UTF-8", told
assert told["dpiAwareness"].startswith("PerMonitorV2"), told
levels = [e.get("level") for e in tree.iter() if e.tag.endswith("requestedExecutionLevel")]
assert levels == ["asInvoker"], levels
PYTHON
programs=$home/programs
mkdir "$programs"
if has "$tools-windres" && has "$tools-gcc"; then
    for file in esu-planner.exe esu-planner.com; do
        make_resources "$home" "$file" "ESU Planner" "$version"
        # Its sections: icons, groups of them, the version, the manifest.
        "$tools-gcc" -s -x c -o "$programs/$file" - -x none "$home/$file.o" <<<'int main(void) { return 0; }'
    done
    "$tools-objdump" -h "$programs/esu-planner.exe" | grep -q '\.rsrc' || fail "no resources"
    for words in longPathAware asInvoker "<description>"; do
        grep -aqF "$words" "$programs/esu-planner.exe" || fail "the manifest is not in the program"
    done
    printf '%s' "$version" | iconv -t utf-16le >"$home/version"
    grep -aqFf "$home/version" "$programs/esu-planner.exe" || fail "the version is not in the program"
    printf 'ok: resources of %s\n' "$version"
else
    printf 'MZ' | tee "$programs/esu-planner.exe" >"$programs/esu-planner.com"
fi

say "Packages, each made twice"
kinds=(zip)
! { has wixl && has msibuild; } || kinds+=(msi)
for kind in "${kinds[@]}"; do
    for time in first second; do
        "$windows/$kind.sh" --programs "$programs" --out "$home/$time" >"$home/said" 2>&1 ||
            fail "$(cat "$home/said")"
    done
done
for made in "$home"/first/*; do
    cmp "$made" "$home/second/${made##*/}" || fail "two runs give different bytes"
    printf 'ok: %s\n' "${made##*/}"
done
name=esu-planner-$version-windows-x64
python3 - "$home/first/$name.zip" <<'PYTHON'
import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    assert archive.testzip() is None
    names = archive.namelist()
    assert names == sorted(names) and len({n.split("/")[0] for n in names}) == 1
    ends = {n.split("/", 1)[1] for n in names}
    wanted = {"esu-planner.exe", "esu-planner.com", "README.txt", "THIRD-PARTY-LICENSES.txt",
              "LICENSE-MIT.txt", "LICENSE-APACHE.txt", "examples/mixed-estate.esu"}
    assert wanted <= ends, wanted - ends
    text = archive.read(next(n for n in names if n.endswith("README.txt"))).decode("utf-8")
    assert "\r\n" in text and "przykładowe" in text and "@" not in text
PYTHON

if [[ " ${kinds[*]} " == *" msi "* ]]; then
    say "What is in the installers"
    # Table by table, as msiinfo prints them.
    rows() {
        msiinfo export "$home/first/$1.msi" "$2" | tr -d '\r'
    }
    for one in "$name:HKLM:2" "$name-user:HKCU:1"; do
        IFS=: read -r file hive number <<<"$one"
        rows "$file" Property | grep -qx "ProductVersion"$'\t'"$version" || fail "$file: another version"
        rows "$file" Registry | grep -qF $'\t'"$number"$'\tSoftware\\Classes\\EsuPlanner.Profile\\shell\\open\\command\t\t"[INSTALLDIR]esu-planner.exe" "%1"' ||
            fail "$file: the association is not in $hive, or without quotation marks"
        rows "$file" Registry | cut -f 2 | tail -n +4 | sort -u | grep -qx "$number" ||
            fail "$file: values outside of $hive"
        for program in exe com; do
            rows "$file" File | grep -P "esu-planner\.$program\t\d+\t" | grep -qF $'\t'"$version.0"$'\t1033' ||
                fail "$file: esu-planner.$program counts as older than one with a version"
        done
        rows "$file" LaunchCondition | grep -q WIX_DOWNGRADE_DETECTED || fail "$file: it would go back"
        # Both inside of the transaction, which begins at 1500, and before what is new is there.
        at=$(rows "$file" InstallExecuteSequence | sed -n 's/^RemoveExistingProducts\t\t//p')
        [[ $at -gt 1500 && $at -lt 1600 ]] || fail "$file: an update that fails leaves nothing"
        for words in $'UsePreviousDir\tPREVIOUSDIR AND NOT INSTALLDIR\t60' $'TellWhere\t\t1010'; do
            rows "$file" InstallExecuteSequence | grep -qxF "$words" || fail "$file: not in order: $words"
        done
        [[ $(rows "$file" CustomAction | cut -f 2 | tail -n +4 | sort -u) == 51 ]] || fail "$file: CustomAction"
        rows "$file" Environment | grep -qF '[~];[INSTALLDIR]' || fail "$file: no entry in PATH"
    done
    rows "$name-user" LaunchCondition | grep -qF 'Installed OR UserSID <> "S-1-5-18"' ||
        fail "$name-user: nobody would have it"
    for code in ProductCode UpgradeCode; do
        [[ $(rows "$name" Property | grep "^$code") != $(rows "$name-user" Property | grep "^$code") ]] ||
            fail "both installers have the same $code"
    done
    "$windows/msi.sh" --programs "$programs" --out "$home/older" --version 0.0.9 >/dev/null
    older=$(msiinfo export "$home/older/esu-planner-0.0.9-windows-x64.msi" Property | tr -d '\r')
    [[ $(grep ^UpgradeCode <<<"$older") == "$(rows "$name" Property | grep ^UpgradeCode)" ]] ||
        fail "an older version is not found by this one"
    [[ $(grep ^ProductCode <<<"$older") != "$(rows "$name" Property | grep ^ProductCode)" ]] ||
        fail "two versions count as the same"
    printf 'ok: both installers\n'
fi

if has osslsigncode && has openssl && has "$tools-gcc"; then
    say "Signatures, with a certificate made for it"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=For this test" \
        -addext extendedKeyUsage=codeSigning -keyout "$home/key" -out "$home/certificate" 2>/dev/null
    openssl pkcs12 -export -inkey "$home/key" -in "$home/certificate" -passout pass:secret \
        -out "$home/both.pfx"
    mkdir "$home/signed"
    cp "$programs/esu-planner.exe" "$home/signed/"
    [[ ! -f $home/first/$name.msi ]] || cp "$home/first/$name.msi" "$home/signed/"
    SIGNING_PASSWORD=secret "$windows/sign.sh" --certificate "$home/both.pfx" "$home"/signed/* >/dev/null
    for file in "$home"/signed/*; do
        osslsigncode verify -CAfile "$home/certificate" -in "$file" >"$home/said" 2>&1 ||
            fail "$(cat "$home/said")"
        printf 'ok: %s\n' "${file##*/}"
    done
    if SIGNING_PASSWORD=wrong "$windows/sign.sh" --certificate "$home/both.pfx" "$home"/signed/* \
        >/dev/null 2>&1; then
        fail "it signs with a wrong password"
    fi
fi
