#!/usr/bin/env bash
# Makes ESU Planner.app, the form in which macOS has a program.
#
#   packaging/macos/bundle.sh [--target TARGET] [--program FILE] [--out FOLDER] [--version VERSION]
#
# THIS WAS NEVER RUN ON A MAC. Elsewhere it was run with --program, which puts the app together from a
# program that is there; the description and the icons were read by other programs.
#
# TARGET is `universal` (the default: for Apple's processors and Intel's), aarch64-apple-darwin or
# x86_64-apple-darwin. Building needs a Mac with Xcode's command line tools and rustup. The app is not
# signed: see release.sh.
#
# What can be expected of it, as far as the sources tell:
#
# * A double-click on an .esu file does not open it here. macOS hands a document over in an Apple event,
#   never on the command line, to the application's delegate. winit 0.30 sets its own delegate, which
#   does not take that event, and panics when another is set. So the app does not offer itself for these
#   files: macOS would start it and say that it can't open them. It gives them their name and icon.
# * What opens a profile: dropping it on the window, Open…, the recent files, and the command line:
#   open -a "ESU Planner" --args "$PWD/my.esu", or the program inside of the app, which also has all
#   calls without a window: "ESU Planner.app/Contents/MacOS/esu-planner" plan my.esu
# * Preferences and drafts are in ~/Library/Application Support/esu-planner.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=../common.sh disable=SC1091
source "$(dirname "${BASH_SOURCE[0]}")/../common.sh"

# As old as the bash of macOS: no empty lists, no `local -n`, no options of GNU's tools.
macos=$root/packaging/macos
target=universal program='' out=$root/target/packages version=$(cargo_version)
while [[ $# -gt 0 ]]; do
    case $1 in
        --target) target=${2:?--target needs a target} ;;
        --program) program=${2:?--program needs a file} ;;
        --out) out=${2:?--out needs a folder} ;;
        --version) version=${2:?--version needs a version} ;;
        *) fail "there is no option $1; use --target, --program, --out or --version" ;;
    esac
    shift 2
done
case $target in
    universal) targets=(aarch64-apple-darwin x86_64-apple-darwin) ;;
    aarch64-apple-darwin | x86_64-apple-darwin) targets=("$target") ;;
    *) fail "there is no target $target; use universal, aarch64-apple-darwin or x86_64-apple-darwin" ;;
esac
[[ -z $program || -f $program ]] || fail "there is no program $program"
[[ -n $program || $(uname -s) == Darwin ]] ||
    fail "a program for macOS is built on a Mac; name one that is there with --program"
command -v python3 >/dev/null || fail "python3 is missing: xcode-select --install"
find_cargo
set_epoch
umask 022
export PYTHONDONTWRITEBYTECODE=1

mkdir -p "$out"
out=$(cd "$out" && pwd)
app=$out/ESU\ Planner.app
contents=$app/Contents
[[ ! -e $app ]] || fail "$app is already there"
mkdir -p "$contents/MacOS"
python3 "$macos/contents.py" --version "$version" --out "$contents"

if [[ -n $program ]]; then
    cp "$program" "$contents/MacOS/esu-planner"
else
    folder=$root/target/packages/build-macos
    mkdir -p "$folder"
    MACOSX_DEPLOYMENT_TARGET=$(python3 -c 'import plistlib, sys
print(plistlib.load(open(sys.argv[1], "rb"))["LSMinimumSystemVersion"])' "$contents/Info.plist")
    export MACOSX_DEPLOYMENT_TARGET
    cd "$root"
    programs=()
    for one in "${targets[@]}"; do
        say "Building for $one with $(rustc --version)"
        rustup target add "$one"
        # Fetched first, since the flags name where the crates lie.
        cargo fetch --locked --quiet --target "$one"
        release_flags "$folder"
        CARGO_TARGET_DIR=$folder cargo build --release --locked --bin esu-planner --target "$one"
        made=$folder/$one/release/esu-planner
        paths=$(paths_inside "$made" "$folder")
        [[ -z $paths ]] || fail "the program holds paths of this machine:"$'\n'"$paths"
        programs+=("$made")
    done
    lipo -create -output "$contents/MacOS/esu-planner" "${programs[@]}"
fi
chmod 755 "$contents/MacOS/esu-planner"

licences=()
for one in "${targets[@]}"; do
    licences+=(--target "$one")
done
python3 "$root/packaging/sbom/notices.py" "${licences[@]}" \
    --notices "$contents/Resources/THIRD-PARTY-LICENSES.txt"
cp "$root/LICENSE-APACHE" "$root/LICENSE-MIT" "$contents/Resources/"
chmod -R u=rwX,go=rX "$app"
say "$app"
