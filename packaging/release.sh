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
# byte; of files that differ it tells where. A system's own part is packaging/SYSTEM/release.sh --out
# FOLDER --version VERSION; it ends with 3 where it can't run on this system, which is told at the end,
# and any other failure is one of the release: nothing is left in FOLDER then. All of this runs on Linux;
# what is for macOS is made on a Mac by its own part.
#
# What is for Windows is signed with the options of packaging/windows/sign.sh that WINDOWS_SIGNING holds,
# quoted as in a shell, and the password SIGNING_PASSWORD.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

# What README.md says that is enough: Debian 12, Ubuntu 22.04.
promised_glibc=2.35

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
commit=$(git -C "$root" rev-parse HEAD)
# The files are made of the commit alone: asked before and after.
is_as_committed() {
    local changed
    changed=$(git -C "$root" status --porcelain --untracked-files=all)
    [[ -z $changed ]] || fail "this is not what the last commit has:"$'\n'"$changed"
    [[ $(git -C "$root" rev-parse HEAD) == "$commit" ]] || fail "there is another commit now than $commit"
}
is_as_committed
set_epoch
export LC_ALL=C TZ=UTC PYTHONDONTWRITEBYTECODE=1
umask 022

mkdir -p "$out"
out=$(cd "$out" && pwd)
[[ -z $(ls -A "$out") ]] || fail "$out is not empty"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
made=$folder/made
mkdir "$made"

# Only what signs gets the password, not every build script.
export -n SIGNING_PASSWORD
with_password() {
    (
        [[ -z ${SIGNING_PASSWORD+set} ]] || export SIGNING_PASSWORD
        "$@"
    )
}

if [[ -n $twice ]]; then
    # Two names of different length, at different depths.
    for place in first a/second-and-longer; do
        say "Release in $folder/$place"
        git clone --quiet --no-hardlinks "$root" "$folder/$place"
        with_password env -u CARGO_TARGET_DIR "$folder/$place/packaging/release.sh" "$version" \
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
if command -v objdump >/dev/null; then
    # What is built on a newer system does not start on an older one.
    needed=$(glibc_of "$program")
    [[ $(printf '%s\n' "$needed" "$promised_glibc" | sort -V | tail -n 1) == "$promised_glibc" ]] ||
        fail "the program needs glibc $needed, and README.md promises $promised_glibc: build on an older system"
fi

for kind in deb:dpkg-shlibdeps rpm:rpmbuild tar:tar; do
    if command -v "${kind##*:}" >/dev/null; then
        "$root/packaging/linux/${kind%%:*}.sh" --program "$program" --out "$made"
    else
        not_made+=("the ${kind%%:*} package: ${kind##*:} is missing")
    fi
done
for system in windows macos; do
    code=0
    with_password "$root/packaging/$system/release.sh" --out "$made" --version "$version" || code=$?
    case $code in
        0) ;;
        "$not_here") not_made+=("what is for $system: see above") ;;
        *) fail "what is for $system could not be made: see above" ;;
    esac
done

say "Bill of materials, licences and sources"
name=esu-planner-$version
python3 "$root/packaging/sbom/bill.py" --target "$target" --program "$program" \
    --out "$made/$name-linux-$(uname -m).cdx.json"
python3 "$root/packaging/sbom/notices.py" --target "$target" \
    --notices "$made/$name-third-party-licenses.txt"
git -C "$root" archive --format=tar --prefix="$name/" "$commit" | gzip -9n >"$made/$name-source.tar.gz"
is_as_committed

sums=$(cd "$made" && find . -type f -printf '%P\n' | sort | xargs -d '\n' sha256sum)
printf '%s\n' "$sums" | tee "$made/SHA256SUMS"
mv "$made"/* "$out/"
for line in "${not_made[@]}"; do
    say "Not made here: $line"
done
say "$out"
