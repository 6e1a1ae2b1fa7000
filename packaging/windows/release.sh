#!/usr/bin/env bash
# Makes all that a release has for Windows: the portable archive, both installers, and the bill of
# materials. packaging/release.sh calls it.
#
#   packaging/windows/release.sh --out FOLDER --version VERSION [-- OPTIONS OF sign.sh]
#
# What stands behind -- is given to sign.sh, for the programs before they are packed and for the
# installers after; without it nothing is signed. The variable WINDOWS_SIGNING may hold the same, quoted
# as in a shell. An installer's version is three numbers: of 1.0.0-rc.1 only the archive is made.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

out='' version=
while [[ $# -gt 0 && $1 != -- ]]; do
    case $1 in
        --out) out=${2:?--out needs a folder} ;;
        --version) version=${2:?--version needs a version} ;;
        *) fail "there is no option $1; use --out, --version or --" ;;
    esac
    shift 2
done
[[ $# -eq 0 ]] || shift
signing=("$@")
if [[ ${#signing[@]} -eq 0 && -n ${WINDOWS_SIGNING:-} ]]; then
    words=$(xargs printf '%s\n' <<<"$WINDOWS_SIGNING") || fail "WINDOWS_SIGNING can't be read"
    mapfile -t signing <<<"$words"
fi
[[ -n $out && -n $version ]] || fail "name the folder and the version: --out FOLDER --version VERSION"
[[ $(cargo_version) == "$version" ]] || fail "Cargo.toml has version $(cargo_version)"
set_epoch
export LC_ALL=C TZ=UTC PYTHONDONTWRITEBYTECODE=1
out=$(cd "$out" && pwd)
# Only what signs gets the password, not every build script.
export -n SIGNING_PASSWORD
if [[ ${#signing[@]} -gt 0 && -z ${SIGNING_PASSWORD+set} ]]; then
    # Asked for once, not with every call.
    ask_password
fi

# Signs files, if there is what to sign them with.
sign() {
    [[ ${#signing[@]} -gt 0 ]] || return 0
    (
        export SIGNING_PASSWORD
        "$windows/sign.sh" "${signing[@]}" "$@"
    )
}

folder=$root/target/packages/windows
env -u CARGO_TARGET_DIR "$windows/build.sh" "$folder"
programs=$folder/programs
sign "$programs"/esu-planner.{exe,com}
"$windows/zip.sh" --programs "$programs" --out "$out" --version "$version"
name=esu-planner-$version-windows-x64
if [[ $version == *-* ]]; then
    say "No installers: their version can't be $version"
else
    "$windows/msi.sh" --programs "$programs" --out "$out" --version "$version"
    sign "$out/$name.msi" "$out/$name-user.msi"
fi
python3 "$root/packaging/sbom/bill.py" --target "$target" --program "$programs/esu-planner.exe" \
    --program "$programs/esu-planner.com" --out "$out/$name.cdx.json"
