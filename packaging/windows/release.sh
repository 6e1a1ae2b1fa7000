#!/usr/bin/env bash
# Makes all that a release has for Windows: the portable archive, both installers, and the bill of
# materials. packaging/release.sh calls it.
#
#   packaging/windows/release.sh --out FOLDER --version VERSION [-- OPTIONS OF sign.sh]
#
# What stands behind -- is given to sign.sh, for the programs before they are packed and for the
# installers after; without it nothing is signed. packaging/release.sh passes WINDOWS_SIGNING on, which
# holds such options with spaces between them.
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
[[ ${#signing[@]} -gt 0 ]] || read -r -a signing <<<"${WINDOWS_SIGNING:-}"
[[ -n $out && -n $version ]] || fail "name the folder and the version: --out FOLDER --version VERSION"
[[ $(cargo_version) == "$version" ]] || fail "Cargo.toml has version $(cargo_version)"
set_epoch
export LC_ALL=C TZ=UTC PYTHONDONTWRITEBYTECODE=1
out=$(cd "$out" && pwd)
if [[ ${#signing[@]} -gt 0 && -z ${SIGNING_PASSWORD+set} ]]; then
    # Asked for once, not with every call.
    read -r -s SIGNING_PASSWORD || true
    export SIGNING_PASSWORD
fi

folder=$root/target/packages/windows
env -u CARGO_TARGET_DIR "$windows/build.sh" "$folder"
programs=$folder/programs
if [[ ${#signing[@]} -gt 0 ]]; then
    "$windows/sign.sh" "${signing[@]}" "$programs"/esu-planner.{exe,com}
fi
"$windows/zip.sh" --programs "$programs" --out "$out" --version "$version"
"$windows/msi.sh" --programs "$programs" --out "$out" --version "$version"
name=esu-planner-$version-windows-x64
if [[ ${#signing[@]} -gt 0 ]]; then
    "$windows/sign.sh" "${signing[@]}" "$out/$name.msi" "$out/$name-user.msi"
fi
python3 "$root/packaging/sbom/bill.py" --target "$target" --program "$programs/esu-planner.exe" \
    --out "$out/$name.cdx.json"
