#!/usr/bin/env bash
# Makes all that a release is made of, with checksums and a bill of materials.
#
#   packaging/release.sh VERSION [--out FOLDER]
#   packaging/release.sh VERSION --twice
#
# VERSION must be that of Cargo.toml and have its heading and day in CHANGELOG.md, and nothing may be
# changed since the last commit. The files lie then in target/packages/VERSION, or in FOLDER.
#
# With --twice it clones the commit into two folders, makes the release in each, and compares every
# byte; of files that differ it tells where. What this system can't make is told at the end. A system's
# own part is packaging/SYSTEM/release.sh --out FOLDER --version VERSION; it is called where it is there,
# and what it leaves when it fails is no part of the release. All of this runs on Linux; what is for macOS
# is made on a Mac by its own part.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

usage="packaging/release.sh VERSION [--out FOLDER | --twice]"
version=${1:-}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+ ]] || fail "name the version: $usage"
shift
out=$root/target/packages/$version twice=
while [[ $# -gt 0 ]]; do
    case $1 in
        --out)
            out=${2:?--out needs a folder}
            shift
            ;;
        --twice) twice=yes ;;
        *) fail "there is no option $1: $usage" ;;
    esac
    shift
done

find_cargo
command -v git >/dev/null || fail "git is missing"
[[ $(cargo_version) == "$version" ]] || fail "Cargo.toml has version $(cargo_version)"
grep -qE "^## \[${version//./\\.}\] - [0-9]{4}-[0-9]{2}-[0-9]{2}$" "$root/CHANGELOG.md" ||
    fail "CHANGELOG.md has no heading '## [$version] - YYYY-MM-DD'"
changed=$(git -C "$root" status --porcelain --untracked-files=all)
[[ -z $changed ]] || fail "this is not what the last commit has:"$'\n'"$changed"
set_epoch
export LC_ALL=C TZ=UTC PYTHONDONTWRITEBYTECODE=1
umask 022

mkdir -p "$out"
out=$(cd "$out" && pwd)
[[ -z $(ls -A "$out") ]] || fail "$out is not empty"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

if [[ -n $twice ]]; then
    # Two names of different length, at different depths.
    for place in first a/second-and-longer; do
        say "Release in $folder/$place"
        git clone --quiet --no-hardlinks "$root" "$folder/$place"
        env -u CARGO_TARGET_DIR "$folder/$place/packaging/release.sh" "$version" \
            --out "$folder/out-${place##*/}"
    done
    one=$folder/out-first other=$folder/out-second-and-longer
    if ! diff --recursive --brief "$one" "$other"; then
        for file in "$one"/*; do
            if command -v diffoscope >/dev/null; then
                diffoscope "$file" "$other/${file##*/}" || true
            else
                cmp "$file" "$other/${file##*/}" || true
            fi
        done
        fail "two folders give different bytes: see above"
    fi
    cp "$one"/* "$out/"
    say "Two folders, the same bytes: $out"
    exit
fi

not_made=()

"$root/packaging/build.sh" "$root/target/packages/build"
program=$root/target/packages/build/release/esu-planner
target=$(rustc --version --verbose | sed -n 's/^host: //p')
said=$("$program" --version)
[[ $said == "esu-planner $version" ]] || fail "the program says it is $said"

for kind in deb:dpkg-shlibdeps rpm:rpmbuild tar:tar; do
    if command -v "${kind##*:}" >/dev/null; then
        "$root/packaging/linux/${kind%%:*}.sh" --program "$program" --out "$out"
    else
        not_made+=("the ${kind%%:*} package: ${kind##*:} is missing")
    fi
done
for system in windows macos; do
    script=$root/packaging/$system/release.sh
    if [[ -x $script ]]; then
        mkdir "$folder/$system"
        if "$script" --out "$folder/$system" --version "$version"; then
            mv "$folder/$system"/* "$out/"
        else
            not_made+=("what is for $system: see above")
        fi
    else
        not_made+=("what is for $system: there is no packaging/$system/release.sh")
    fi
done

say "Bill of materials, licences and sources"
name=esu-planner-$version
python3 "$root/packaging/sbom/bill.py" --target "$target" --program "$program" \
    --out "$out/$name-linux-$(uname -m).cdx.json"
python3 "$root/packaging/sbom/notices.py" --target "$target" \
    --notices "$out/$name-third-party-licenses.txt"
git -C "$root" archive --format=tar --prefix="$name/" HEAD | gzip -9n >"$out/$name-source.tar.gz"

sums=$(cd "$out" && find . -type f -printf '%P\n' | sort | xargs -d '\n' sha256sum)
printf '%s\n' "$sums" | tee "$out/SHA256SUMS"
for line in "${not_made[@]}"; do
    say "Not made here: $line"
done
say "$out"
